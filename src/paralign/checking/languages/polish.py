"""Polish words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

LEXICON = Lexicon(
    name="Polish",
    decimal=",",
    scales={"tysiąc": 1000, "tysiące": 1000, "tysięcy": 1000, "milion": 10**6, "miliony": 10**6, "milionów": 10**6},
    months=(
        "styczni(?:a|u)|styczeń", "lut(?:ego|y|ym)", "mar(?:ca|zec|cu)", "kwie(?:tnia|cień|tniu)", "maj[au]?",
        "czerw(?:ca|iec|cu)", "lip(?:ca|iec|cu)", "sierp(?:nia|ień|niu)", "wrze(?:śnia|sień|śniu)",
        "paździer(?:nika|nik|niku)", "listopad[au]?", "gru(?:dnia|dzień|dniu)",
    ),  # dnia 8 grudnia 1991 r.
    date_words=frozenset({"r", "roku", "dnia"}),
    references=(
        (r"artykuł(?:u|em|y|ów|ach|ami)?|artykule|art\.", "article"),  # zgodnie z artykułem 5
        (r"załącznik(?:a|u|iem|i|ów)?|aneks(?:u|em|ie|y)?", "annex"),
        (r"ustęp(?:u|ie|em|y|ów)?|ust\.|punkt(?:u|cie|em|y|ów)?|pkt|liter(?:a|y|ze)|lit\.|sekcj(?:a|i)", "paragraph"),
        (r"rozdział(?:u|em|y|ów)?|rozdziale|częś(?:ć|ci)|tytuł(?:u|em)?", "chapter"),
    ),
    reference_joins=("i", "lub", "oraz", "do"),  # artykuły 5 i 7
)  # fmt: skip
