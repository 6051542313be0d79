"""French words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

LEXICON = Lexicon(
    name="French",
    decimal=",",
    scales={"mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août|aout", "septembre", "octobre",
        "novembre", "décembre",
    ),  # le 8 décembre 1991
    date_words=frozenset({"er", "de", "l", "an"}),  # le 1er janvier
    references=(
        (r"articles?|art\.", "article"),  # à l'article 5
        (r"annexes?|appendices?", "annex"),
        (r"paragraphes?|alinéas?|par\.|points?|sections?|règles?", "paragraph"),
        (r"chapitres?|parties?|titres?", "chapter"),
    ),
    reference_joins=("et", "ou", "à"),  # articles 5 et 7
)  # fmt: skip
