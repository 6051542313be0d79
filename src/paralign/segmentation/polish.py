"""Polish: the words that segmentation asks for, each with the example that motivates it."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "p",  # p. Beck
    "pp",  # pp. Beck i Lipski
    "prof",  # prof. Lachs
    "art",  # art. 5
    "ust",  # ust. 2
    "pkt",  # pkt. 3
    "lit",  # lit. a
    "par",  # par. 2
    "rozdz",  # rozdz. VII
    "zał",  # zał. 1
    "poz",  # poz. 483
    "str",  # str. 12
    "s",  # s. 12
    "t",  # t. I
    "dz. u",  # Dz. U. z 1997 r.
    "dz",  # Dz. U.
    "u",  # Dz. U.
    "dz.u",  # Dz.U. 1997
    "por",  # por. Załącznik I
    "zob",  # zob. Załącznik I
    "np",  # np. Radę
    "m.in",  # m.in. Polska
    "m. in",  # m. in. Polska
    "tzn",  # tzn. Państwa
    "tj",  # tj. Państwa
    "tzw",  # tzw. Strony
    "ww",  # ww. Umowa
    "wg",  # wg. Umowy
    "ok",  # ok. 50 ton
    "im",  # im. Kopernika
    "św",  # św. Wojciech
    "ul",  # ul. Długa
    "godz",  # godz. 12
    "inż",  # inż. Kwiatkowski
    "gen",  # gen. Sikorski
    "min",  # min. Beck
)
BEFORE_NUMBER = ("nr", "rys")  # nr. 78; rys. 1
CLOSING = (
    "itd",  # statki, samoloty itd. Strony …
    "itp",  # itp. Strony …
    "in",  # i in. Strony …
    "r",  # 22 stycznia 1988 r. Strony …
    "w",  # w XX w. Strony …
    "zł",  # 100 zł. Strony …
    "n.e",  # 966 n.e. Polska …
)
STARTERS = (
    "każde", "każda", "każdy", "strony", "strona", "jeżeli", "niniejszy", "niniejsza", "niniejsze", "w", "na", "do",
    "żadna", "żadne", "wszystkie", "jest", "ta", "to", "ten",
)  # … w U.S.A. Strony …  # fmt: skip
DIVISIONS = (
    ("artykuł", "art"),  # Artykuł 5
    ("art.", "art"),  # Art. 5
    ("§", "art"),  # § 5
    ("reguła", "rule"),  # Reguła 3
    ("zasada", "principle"),  # Zasada 15
    ("rozdział", "chp"),  # Rozdział VII
    ("część", "part"),  # Część XI
    ("dział", "sec"),  # Dział III
    ("sekcja", "sec"),  # Sekcja 3
    ("tytuł", "title"),  # Tytuł II
    ("załącznik", "annex"),  # Załącznik I
    ("aneks", "annex"),  # Aneks 1
)
NUMERALS = (
    ("pierwszy", "1"),  # Rozdział pierwszy
    ("pierwsza", "1"),  # Część pierwsza
    ("drugi", "2"),
    ("druga", "2"),
    ("trzeci", "3"),
    ("trzecia", "3"),
    ("czwarty", "4"),
    ("czwarta", "4"),
)
TITLES = (
    "traktat",  # Traktat o Unii Europejskiej
    "umowa",  # Umowa o współpracy
    "porozumienie",  # Porozumienie paryskie
    "konwencja",  # Konwencja wiedeńska o prawie traktatów
    "protokół",  # Protokół z Kioto
    "karta",  # Karta Narodów Zjednoczonych
    "deklaracja",  # Powszechna deklaracja praw człowieka
    "memorandum",  # Memorandum o porozumieniu
    "statut",  # Statut rzymski
    "pakt",  # Międzynarodowy pakt praw obywatelskich i politycznych
    "akt",  # Akt końcowy
    "konstytucja",  # Konstytucja Rzeczypospolitej Polskiej
)
OPENERS = (
    r"przypominając|powołując się|nawiązując",  # przypominając zasady …
    r"uznając|potwierdzając|stwierdzając|deklarując",  # uznając znaczenie …
    r"biorąc pod uwagę|mając (?:na uwadze|na względzie|świadomość)",  # biorąc pod uwagę …
    r"zważywszy|zważając|uwzględniając|zauważając|odnotowując",  # zważywszy, że …
    r"przekonan[ie]|świadom[ie]|zaniepokojon[ie]|zdecydowan[ie]|pragnąc|dążąc|kierując się",  # pragnąc …
    r"podkreślając|wyrażając|wierząc|działając|zgodnie z|w celu|będąc|ożywion[ie]",  # podkreślając …
)
PARTIES = (
    r"państwa",  # Państwa-Strony niniejszej konwencji,
    r"(?:wysokie )?umawiające się",  # Umawiające się Strony,
    r"rząd(?:y)?",  # Rząd Rzeczypospolitej Polskiej i …
    r"strony niniejszej",
    r"my,",  # MY, LUDY NARODÓW ZJEDNOCZONYCH, …
)
FORMULAS = (
    r"(?:uzgodniły|uzgodnili|postanowiły|postanowili|zgodziły się|ustaliły)",  # uzgodniły, co następuje:
    r"(?:uzgadniają|zawierają)",  # uzgadniają, co następuje:
    r"(?:ogłasza|proklamuje)",  # ogłasza niniejszą Deklarację …
)
TESTIMONIUM = (r"na dowód (?:czego|powyższego)", r"w dowód czego")  # Na dowód czego niżej podpisani …
PLACE_DATE = (r"sporządzono", r"podpisano w", r"dan w")  # Sporządzono w Wiedniu dnia …
SIGNATURE = (r"za rząd", r"w imieniu", r"z upoważnienia")  # W imieniu Rządu Rzeczypospolitej Polskiej
EDITORIAL = (r"wszelkie prawa zastrzeżone", r"^źródło:")  # Źródło: …
MONTHS = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia",
)  # fmt: skip
DANGLING = (
    "i", "oraz", "a", "lub", "albo", "w", "we", "na", "z", "ze", "do", "od", "po", "o", "u", "za", "dla", "przy",
    "pod", "nad", "między", "przez", "bez", "nie", "że", "który", "która", "które", "jak", "się", "jest", "są",
)  # wolności i ⏎ Bezpieczeństwa  # fmt: skip
REFERENCES = (
    "artykuł", "artykułu", "artykułem", "artykule", "artykuły", "art.", "ustęp", "ustępu", "ustępie", "ust.", "punkt",
    "punktu", "pkt", "rozdział", "rozdziału", "część", "załącznik", "załącznika", "nr", "poz.", "strona", "i", "lub",
    "do", "od", "dnia",
)  # zgodnie z artykułem ⏎ 12. Każda …  # fmt: skip
PRINTED = (
    ("annex", "załącznik {}"),
    ("part", "część {}"),
    ("title", "tytuł {}"),
    ("chp", "rozdział {}"),
    ("sec", "dział {}"),
    ("art", "art. {}"),
    ("para", "ust. {}"),  # art. 3, ust. 2
    ("point", "lit. {}"),  # art. 3, ust. 2, lit. a
    ("rec", "motyw {}"),
)

LANGUAGE = Language(
    code="pl",
    abbreviations=ABBREVIATIONS,
    before_number=BEFORE_NUMBER,
    closing=CLOSING,
    starters=STARTERS,
    divisions=DIVISIONS,
    numerals=NUMERALS,
    titles=TITLES,
    openers=OPENERS,
    parties=PARTIES,
    formulas=FORMULAS,
    testimonium=TESTIMONIUM,
    place_date=PLACE_DATE,
    signature=SIGNATURE,
    editorial=EDITORIAL,
    months=MONTHS,
    dangling=DANGLING,
    references=REFERENCES,
    conjunctions=("i", "oraz", "lub"),
    hyphen_left=("państwo", "państwa", "państw", "polsko"),  # państwa-⏎strony
    hyphen_right=("strony", "strona", "stron", "stronami"),  # państw-⏎stron
    printed=PRINTED,
)
