"""Spanish words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

LEXICON = Lexicon(
    name="Spanish",
    decimal=",",
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6},
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre", "octubre",
        "noviembre", "diciembre",
    ),  # el 8 de diciembre de 1991
    date_words=frozenset({"de", "del", "año", "º"}),
    references=(
        (r"art[ií]culos?|arts?\.", "article"),  # del artículo 5
        (r"anexos?|apéndices?", "annex"),
        (r"párrafos?|apartados?|incisos?|secci(?:ón|ones)|reglas?", "paragraph"),
        (r"capítulos?|partes?|títulos?", "chapter"),
    ),
    reference_joins=("y", "e", "o", "a"),  # artículos 5 y 7
)  # fmt: skip
