"""Portuguese words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

LEXICON = Lexicon(
    name="Portuguese",
    decimal=",",
    scales={"mil": 1000, "milhão": 10**6, "milhões": 10**6},
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
        "novembro", "dezembro",
    ),  # a 8 de dezembro de 1991
    date_words=frozenset({"de", "do", "ano", "º"}),
    references=(
        (r"artigos?|arts?\.", "article"),  # do artigo 5
        (r"anexos?|apêndices?", "annex"),
        (r"parágrafos?|alíneas?|n\.º|sec?ç(?:ão|ões)|regras?", "paragraph"),
        (r"capítulos?|partes?|títulos?", "chapter"),
    ),
    reference_joins=("e", "ou", "a"),  # artigos 5 e 7
)  # fmt: skip
