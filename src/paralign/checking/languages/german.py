"""German words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

LEXICON = Lexicon(
    name="German",
    decimal=",",
    scales={"tausend": 1000, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9},
    months=(
        "jan(?:uar|uars)?|jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "dezember",
    ),  # am 8. Dezember 1991
    date_words=frozenset({"des", "jahres", "im", "jahre"}),  # im Dezember des Jahres 1991
    references=(
        (r"artikeln?|artikels|art\.", "article"),  # nach Artikel 5
        (r"anlagen?|anhang|anhangs|anhänge", "annex"),
        (r"abs(?:atz|atzes|ätze|ätzen|\.)|nummern?|nr\.|buchstaben?|abschnitte?s?|regeln?", "paragraph"),
        (r"kapitels?|teile?s?|titels?", "chapter"),
    ),
    reference_joins=("und", "oder", "bis"),  # Artikel 5 bis 7
)  # fmt: skip
