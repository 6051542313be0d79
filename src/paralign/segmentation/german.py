"""German: the words that segmentation asks for, each with the example that motivates it."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "hr",  # Hr. Stresemann
    "fr",  # Fr. Merkel
    "dr",  # Dr. Stresemann
    "prof",  # Prof. Mosler
    "art",  # Art. 5
    "abs",  # Abs. 2
    "nr",  # Nr. 3
    "nrn",  # Nrn. 3 und 4
    "buchst",  # Buchst. a
    "lit",  # lit. a
    "s",  # S. 445
    "kap",  # Kap. VII
    "ziff",  # Ziff. 4
    "anl",  # Anl. 1
    "bd",  # Bd. 1155
    "aufl",  # 3. Aufl. Berlin
    "hrsg",  # Hrsg. Auswärtiges Amt
    "bgbl",  # BGBl. 1952 II
    "rgbl",  # RGBl. 1934
    "abl",  # ABl. L 123
    "vgl",  # vgl. Anlage I
    "bzw",  # bzw. Republik
    "ggf",  # ggf. Schiffe
    "sog",  # sog. Vertragsstaaten
    "einschl",  # einschl. Anlage I
    "gem",  # gem. Artikel 5
    "i. v. m",  # i. V. m. Artikel 5
    "z. b",  # z. B. Schiffe
    "z.b",  # z.B. Schiffe
    "z",  # z. B.
    "d. h",  # d. h. Staaten
    "d.h",  # d.h. Staaten
    "d",  # d. h.
    "u. a",  # u. a. Schiffe
    "u.a",  # u.a. Schiffe
    "o. g",  # o. g. Vertrag
    "i. d. f",  # i. d. F. vom
    "ca",  # ca. 50 Tonnen
    "st",  # St. Germain
    "apr",  # 18. Apr. 1951
    "aug",  # 1. Aug. 1975
    "sept",  # 12. Sept. 1990
    "okt",  # 3. Okt. 1990
    "dez",  # 8. Dez. 1991
)

CLOSING = (
    "usw",  # Schiffe, Flugzeuge usw. Die Vertragsparteien …
    "etc",  # etc. Die …
    "ff",  # S. 12 ff. Die …
    "f",  # S. 12 f. Die …
    "u. dgl",  # und dgl. Die …
)

STARTERS = (
    "der", "die", "das", "ein", "eine", "jede", "jeder", "jedes", "alle", "kein", "keine", "dieser", "diese",
    "dieses", "wenn", "ist", "sie", "er", "es", "im", "in", "für",
)  # … mit den U.S. Die Parteien …  # fmt: skip

DIVISIONS = (
    ("artikel", "art"),  # Artikel 5
    ("art.", "art"),  # Art. 5
    ("art", "art"),  # Art 1, in the Basic Law
    ("§", "art"),  # § 5, what articles are in a statute
    ("regel", "rule"),  # Regel 3
    ("grundsatz", "principle"),  # Grundsatz 15
    ("kapitel", "chp"),  # Kapitel VII
    ("teil", "part"),  # Teil XI
    ("abschnitt", "sec"),  # Abschnitt 3
    ("titel", "title"),  # Titel II
    ("anlage", "annex"),  # Anlage 1
    ("anhang", "annex"),  # Anhang IV
    ("{} teil", "part"),  # Erster Teil
    ("{} abschnitt", "sec"),  # Dritter Abschnitt
    ("{} kapitel", "chp"),  # Zweites Kapitel
)

NUMERALS = (
    ("erster", "1"),  # Erster Teil
    ("erstes", "1"),  # Erstes Kapitel
    ("zweiter", "2"),
    ("zweites", "2"),
    ("dritter", "3"),
    ("drittes", "3"),
    ("vierter", "4"),
    ("viertes", "4"),
    ("fünfter", "5"),
    ("fünftes", "5"),
    ("i.", "1"),  # I. Teil
    ("ii.", "2"),
    ("iii.", "3"),
    ("iv.", "4"),
    ("v.", "5"),
)

TITLES = (
    "vertrag",  # Vertrag über die Europäische Union
    "abkommen",  # Genfer Abkommen
    "übereinkommen",  # Wiener Übereinkommen über das Recht der Verträge
    "übereinkunft",  # Übereinkunft
    "protokoll",  # Protokoll von Kyoto
    "charta",  # Charta der Vereinten Nationen
    "erklärung",  # Allgemeine Erklärung der Menschenrechte
    "vereinbarung",  # Vereinbarung über die Zusammenarbeit
    "satzung",  # Satzung des Europarats
    "statut",  # Römisches Statut
    "pakt",  # Internationaler Pakt über bürgerliche und politische Rechte
    "akte",  # Schlussakte
)

OPENERS = (
    r"unter (?:hinweis|berücksichtigung|bekräftigung|betonung)",  # unter Hinweis auf …
    r"in (?:anbetracht|anerkennung|bekräftigung|der (?:erkenntnis|überzeugung|erwägung|absicht|erwartung)|"
    r"dem (?:bewu(?:ß|ss)tsein|wunsch|bestreben|willen|bemühen))",  # in Anbetracht der …
    r"im (?:hinblick|bewu(?:ß|ss)tsein|bestreben|geiste)",  # im Hinblick auf …
    r"von dem wunsch|vom wunsch|mit rücksicht|gestützt|eingedenk|angesichts",  # eingedenk …
    r"entschlossen|überzeugt|bestrebt|geleitet|besorgt|gewillt|beseelt",  # überzeugt, da ß …
    r"feststellend|bekräftigend|anerkennend|betonend|erwägend|nach",  # feststellend, dass …
)

PARTIES = (
    r"die (?:vertrags|hohen vertrags|regierung|mitgliedstaaten|teilnehmerstaaten)\p{L}*",  # Die Vertragsstaaten …
    r"wir,",  # WIR, DIE VÖLKER …
)

FORMULAS = (
    r"(?:haben|sind)(?: folgendes| wie folgt)?(?: vereinbart| übereingekommen| beschlossen)",  # haben … vereinbart:
    r"kommen (?:wie folgt )?überein|vereinbaren",  # kommen wie folgt überein:
    r"sind (?:wie folgt )?übereingekommen",  # sind wie folgt übereingekommen:
    r"verkündet",  # verkündet die Generalversammlung …
)

TESTIMONIUM = (r"zu urkund dessen",)  # ZU URKUND DESSEN haben die Unterzeichneten …

PLACE_DATE = (r"geschehen (?:zu|in|am)", r"gegeben zu", r"unterzeichnet in")  # GESCHEHEN zu Wien …

SIGNATURE = (r"für (?:die|das|den)", r"im namen")  # Für die Bundesrepublik Deutschland

EDITORIAL = (r"alle rechte vorbehalten", r"^(?:quelle|veröffentlicht|schlagwörter):")  # Quelle: …

MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember", "jänner",
)  # fmt: skip

DANGLING = (
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "und", "oder", "in", "im", "an", "am",
    "auf", "aus", "bei", "mit", "nach", "von", "vom", "zu", "zum", "zur", "für", "über", "unter", "zwischen", "durch",
    "dass", "daß", "ist", "sind", "nicht", "sich", "als", "ihre", "ihrer", "seine", "seiner",
)  # die Freiheit und ⏎ Sicherheit  # fmt: skip

REFERENCES = (
    "artikel", "artikels", "artikeln", "art.", "absatz", "absätze", "absätzen", "abs.", "nummer", "nr.", "buchstabe",
    "kapitel", "teil", "abschnitt", "anlage", "regel", "seite", "satz", "und", "oder", "bis", "am", "vom", "zum",
    "den", "dem", "der",
)  # nach Artikel ⏎ 12. Jede …  # fmt: skip

PRINTED = (
    ("annex", "Anlage {}"),
    ("part", "Teil {}"),
    ("title", "Titel {}"),
    ("chp", "Kapitel {}"),
    ("sec", "Abschnitt {}"),
    ("art", "Artikel {}"),
    ("rule", "Regel {}"),
    ("principle", "Grundsatz {}"),
    ("para", "Abs. {}"),  # Artikel 3, Abs. 2
    ("point", "Buchst. {}"),  # Artikel 3, Abs. 2, Buchst. a
    ("rec", "Erwägungsgrund {}"),
)

LANGUAGE = Language(
    code="de",
    abbreviations=ABBREVIATIONS,
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
    conjunctions=("und", "oder", "bzw", "sowie"),  # Ein- und Ausfuhr
    printed=PRINTED,
    ordinal_stop=True,  # am 3. Oktober
)
