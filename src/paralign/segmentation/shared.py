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
        ("hoofdstuk", "chp"),  # Hoofdstuk II (Dutch)
        ("bijlage", "annex"),  # Bijlage I (Dutch)
        ("articolul", "art"),  # Articolul 5 (Romanian)
        ("capitolul", "chp"),  # Capitolul II (Romanian)
        ("článek", "art"),  # Článek 5 (Czech)
        ("článok", "art"),  # Článok 5 (Slovak)
        ("члан", "art"),  # Члан 5 (Serbian, Macedonian)
        ("član", "art"),  # Član 5 (Croatian, Serbian)
        ("член", "art"),  # Член 5 (Bulgarian)
        ("глава", "chp"),  # Глава II (Bulgarian, Kyrgyz)
        ("раздзел", "chp"),  # Раздзел II (Belarusian)
        ("madde", "art"),  # Madde 5 (Turkish)
        ("bölüm", "chp"),  # Bölüm II (Turkish)
        ("άρθρο", "art"),  # Άρθρο 5 (Greek)
        ("{} artikla", "art"),  # 5 artikla (Finnish)
        ("{}. cikk", "art"),  # 5. cikk (Hungarian)
        ("{} straipsnis", "art"),  # 5 straipsnis (Lithuanian)
        ("{}. pants", "art"),  # 5. pants (Latvian)
        ("{}-берене", "art"),  # 5-берене (Kyrgyz)
        ("{}-модда", "art"),  # 5-модда (Uzbek)
        ("моддаи {}", "art"),  # Моддаи 5 (Tajik)
        ("第{}条", "art"),  # 第五条 (Japanese)
        ("第{}條", "art"),
        ("제{}조", "art"),  # 제5조 (Korean)
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
        # RUSSIAN TEXT – TEXTE RUSSE; [TRANSLATION – TRADUCTION]: the banners of the UN Treaty Series
        r"^[\[(]?\s*(?:\p{L}+ text\s*[-–—]\s*texte \p{L}+|texte \p{L}+\s*[-–—]\s*\p{L}+ text)",
        r"^[\[(]?\s*translation\s*[-–—]\s*traduction",
    ),
    printed=(("art", "Art. {}"), ("para", "({})"), ("point", "({})"), ("annex", "Annex {}")),
)
