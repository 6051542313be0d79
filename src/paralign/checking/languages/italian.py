"""Italian words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

LEXICON = Lexicon(
    name="Italian",
    decimal=",",
    scales={"mila": 1000, "milione": 10**6, "milioni": 10**6, "miliardo": 10**9, "miliardi": 10**9},
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
        "novembre", "dicembre",
    ),  # l'8 dicembre 1991
    date_words=frozenset({"del", "di", "dell", "anno"}),
    references=(
        (r"articol[oi]|artt?\.", "article"),  # dell'articolo 5
        (r"allegat[oi]|appendic[ei]", "annex"),
        (r"paragraf[oi]|comm[ai]|letter[ae]|sezion[ei]|regol[ae]", "paragraph"),
        (r"capitol[oi]|cap[oi]|part[ei]|titol[oi]", "chapter"),
    ),
    reference_joins=("e", "ed", "o", "a"),  # articoli 5 e 7
)  # fmt: skip
