"""What holds whatever the language: headings that many languages write alike, marks of a web page."""

from paralign.segmentation.language import Language

LANGUAGE = Language(
    code="und",
    divisions=(
        ("article", "art"),  # Article 5 (English, French)
        ("artikel", "art"),  # Artikel 5
        ("artículo", "art"),  # Artículo 5
        ("articolo", "art"),  # Articolo 5
        ("artigo", "art"),  # Artigo 5
        ("artykuł", "art"),  # Artykuł 5
        ("стаття", "art"),  # Стаття 5
        ("артыкул", "art"),  # Артыкул 5
        ("статья", "art"),  # Статья 5
        ("chapitre", "chp"),  # Chapitre II
        ("kapitel", "chp"),  # Kapitel II
        ("capítulo", "chp"),  # Capítulo II
        ("capitolo", "chp"),  # Capitolo II
        ("rozdział", "chp"),  # Rozdział II
        ("annexe", "annex"),  # Annexe I
        ("anlage", "annex"),  # Anlage 1
        ("anexo", "annex"),  # Anexo I
        ("allegato", "annex"),  # Allegato I
        ("§", "sec"),  # § 5
    ),
    editorial=(
        r"©",  # Document from CIS Legislation database © 2003-2023
        r"https?://",  # Source: https://…
        r"\bwww\.\w",  # www.example.org
    ),
    printed=(("art", "Art. {}"), ("para", "({})"), ("point", "({})"), ("annex", "Annex {}")),
)
