"""French: the words that segmentation asks for, each with the example that motivates it."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "m",  # M. Briand
    "mm",  # MM. Clemenceau et Poincaré
    "dr",  # Dr. Schweitzer
    "s.e",  # S.E. M. Bidault
    "s.exc",  # S.Exc. M. Bidault
    "art",  # art. 5
    "arts",  # arts. 5 et 6
    "par",  # par. 2
    "al",  # al. a
    "let",  # let. b
    "chap",  # chap. VII
    "sect",  # sect. 4
    "vol",  # vol. 1155
    "t",  # t. I
    "p",  # p. 12
    "pp",  # pp. 12-15
    "éd",  # éd. du Conseil
    "rés",  # rés. 2625 (XXV)
    "doc",  # doc. A/CONF.39/27
    "cf",  # cf. Résolution 44/25
    "v",  # v. Annexe I
    "p.ex",  # p.ex. La Réunion
    "p. ex",  # p. ex. La Réunion
    "c.-à-d",  # c.-à-d. Les Parties
    "env",  # env. 50 tonnes
    "ann",  # ann. I
)

BEFORE_NUMBER = (
    "no",  # Protocole no. 3
    "n",  # Protocole n. 3
    "nos",  # Protocoles nos. 11 et 14
    "fig",  # fig. 1
)

CLOSING = (
    "etc",  # navires, aéronefs, etc. Les Parties …
    "ibid",  # Ibid. La Cour …
    "cie",  # Renault et Cie. La société …
    "apr. j.-c",  # 800 apr. J.-C. Les …
)

STARTERS = (
    "le", "la", "les", "l'assemblée", "un", "une", "chaque", "tout", "toute", "tous", "toutes", "nul", "aucun",
    "aucune", "il", "elle", "ils", "elles", "ce", "cette", "ces", "si", "en", "dans", "pour", "à", "au", "aux",
)  # … avec les U.S.A. Les Parties …  # fmt: skip

DIVISIONS = (
    ("article", "art"),  # Article 5; Article premier
    ("art.", "art"),  # Art. 5
    ("règle", "rule"),  # Règle 3
    ("principe", "principle"),  # Principe 15
    ("chapitre", "chp"),  # Chapitre VII
    ("partie", "part"),  # Partie XI
    ("section", "sec"),  # Section 3
    ("titre", "title"),  # Titre II
    ("annexe", "annex"),  # Annexe IV
    ("appendice", "app"),  # Appendice 1
    ("{} partie", "part"),  # Première partie
    ("{} section", "sec"),  # Deuxième section
)

NUMERALS = (
    ("premier", "1"),  # Article premier
    ("première", "1"),  # Première partie
    ("1er", "1"),  # Article 1er
    ("1re", "1"),  # 1re partie
    ("deuxième", "2"),  # Deuxième partie
    ("second", "2"),
    ("seconde", "2"),
    ("troisième", "3"),
    ("quatrième", "4"),
    ("cinquième", "5"),
    ("unique", "1"),  # Article unique
)

TITLES = (
    "traité",  # Traité de Versailles
    "accord",  # Accord de Paris
    "convention",  # Convention de Vienne sur le droit des traités
    "protocole",  # Protocole de Genève
    "charte",  # Charte des Nations Unies
    "déclaration",  # Déclaration universelle des droits de l'homme
    "mémorandum",  # Mémorandum d'entente
    "statut",  # Statut de Rome
    "pacte",  # Pacte international relatif aux droits civils et politiques
    "acte",  # Acte final
    "constitution",  # Constitution de l'UNESCO
)

OPENERS = (
    r"rappelant",  # Rappelant les principes …
    r"reconnaissant",  # Reconnaissant l'importance …
    r"r[ée]affirmant|affirmant|confirmant",  # Réaffirmant que …
    r"consid[ée]rant",  # Considérant le rôle fondamental …
    r"constatant|notant|prenant (?:note|acte|en (?:compte|considération))",  # Constatant que …
    r"convaincue?s?",  # Convaincus que …
    r"conscient(?:e?s)?|ayant conscience",  # Conscientes de …
    r"soucieu(?:x|ses?)|préoccupée?s?|résolue?s?|décidée?s?|désireu(?:x|ses?)",  # Désireux de …
    r"désirant|souhaitant|voulant|entendant",  # Désirant contribuer …
    r"ayant (?:à l'esprit|présent|examiné|égard|adopté)",  # Ayant à l'esprit …
    r"gardant|tenant compte|se félicitant|soulignant|insistant",  # Soulignant …
    r"estimant|croyant|persuadée?s?",  # Estimant que …
    r"se fondant|s'inspirant|inspirée?s?|guidée?s?|animée?s?",  # Inspirés par …
    r"eu égard|vu(?:es?)?|attendu",  # Vu le Pacte …
    r"agissant|conformément|en vue|étant|déterminée?s?|mue?s? par",  # Étant Parties à la Convention-cadre …
    r"proclamant|déplorant|profondément|encourageant|cherchant|poursuivant",  # Déplorant …
)

PARTIES = (
    r"les (?:états|parties|hautes parties|gouvernements|membres)",  # Les États parties à la présente Convention,
    r"le gouvernement",  # Le Gouvernement de la République française et …
    r"nous,",  # NOUS, PEUPLES DES NATIONS UNIES, …
)

FORMULAS = (
    r"(?:sont|est) convenue?s?",  # Sont convenus de ce qui suit :
    r"ont (?:décidé|arrêté|conclu|adopté)",  # Ont arrêté les dispositions suivantes :
    r"conviennent",  # Conviennent de ce qui suit :
    r"proclame(?:nt)?|déclare(?:nt)?",  # proclame la présente Déclaration …
)

TESTIMONIUM = (r"en foi de quoi", r"en témoignage de quoi")  # EN FOI DE QUOI les plénipotentiaires …

PLACE_DATE = (r"fait (?:à|au|en|le)", r"signé à")  # FAIT à Vienne, le vingt-trois mai …

SIGNATURE = (r"pour (?:le|la|les|l')", r"au nom d")  # Pour le Gouvernement de la République française

EDITORIAL = (r"tous droits réservés", r"^(?:source|publié|mots-clés) ?:")  # Tous droits réservés

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip

DANGLING = (
    "le", "la", "les", "un", "une", "des", "du", "de", "d'", "l'", "à", "au", "aux", "en", "dans", "par", "pour",
    "sur", "avec", "sans", "sous", "entre", "et", "ou", "ni", "que", "qui", "dont", "où", "est", "sont", "ce",
    "cette", "ces", "leur", "leurs", "son", "sa", "ses", "ne", "se",
)  # la paix et ⏎ Les relations  # fmt: skip

REFERENCES = (
    "article", "articles", "l'article", "d'article", "art.", "paragraphe", "paragraphes", "par.", "alinéa", "alinéas",
    "al.", "section", "chapitre", "partie", "annexe", "no", "n°", "règle", "point", "page", "et", "ou", "à", "au",
    "le",
)  # conformément à l'article ⏎ 12. Chaque …  # fmt: skip

PRINTED = (
    ("annex", "annexe {}"),
    ("app", "appendice {}"),
    ("part", "partie {}"),
    ("title", "titre {}"),
    ("chp", "chapitre {}"),
    ("sec", "section {}"),
    ("art", "article {}"),
    ("rule", "règle {}"),
    ("principle", "principe {}"),
    ("para", "par. {}"),  # article 3, par. 2
    ("point", "al. {}"),  # article 3, par. 2, al. a
    ("rec", "considérant {}"),
)

LANGUAGE = Language(
    code="fr",
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
    conjunctions=("et", "ou"),  # mesures de confiance et ou de sécurité
    hyphen_left=("non", "sous", "vice", "mi", "ex", "après", "avant", "quasi", "extra"),  # non-⏎exécution
    hyphen_right=("même", "mêmes", "ci", "là", "dessus", "dessous", "unis", "unies", "cadre"),  # eux-⏎mêmes
    printed=PRINTED,
)
