"""English: the words that segmentation asks for, each with the example that motivates it."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "mr",  # Mr. Yeltsin
    "mrs",  # Mrs. Albright
    "ms",  # Ms. Lagarde
    "dr",  # Dr. Kissinger
    "prof",  # Prof. Brierly
    "h.e",  # H.E. Mr. Karimov
    "hon",  # the Hon. Minister
    "messrs",  # Messrs. Clay and Hay
    "gen",  # Gen. Marshall
    "col",  # Col. House
    "st",  # St. Petersburg
    "mt",  # Mt. Athos
    "art",  # art. 5
    "arts",  # arts. 5 and 6
    "para",  # para. 2
    "paras",  # paras. 2 and 3
    "subpara",  # subpara. (a)
    "sec",  # sec. 4
    "secs",  # secs. 4 and 5
    "ch",  # ch. VII
    "chap",  # chap. VII
    "vol",  # vol. 1155
    "pp",  # pp. 331-353
    "ed",  # ed. Brownlie
    "eds",  # eds. Simma and Khan
    "res",  # Res. 2625 (XXV)
    "doc",  # UN Doc. A/CONF.39/27
    "sess",  # 25th Sess. Supp.
    "supp",  # Supp. No. 28
    "reg",  # Reg. 12
    "e.g",  # e.g. Denmark
    "i.e",  # i.e. The High Contracting Parties
    "cf",  # cf. Article 5
    "viz",  # viz. Belarus
    "v",  # Nicaragua v. United States
    "vs",  # Nicaragua vs. United States
    "approx",  # approx. 50 tons
    "ca",  # ca. 1648
    "dept",  # Dept. of State
    "govt",  # Govt. of India
    "incl",  # incl. Annex I
)

BEFORE_NUMBER = (
    "no",  # Protocol No. 3
    "nos",  # Protocols Nos. 11 and 14
    "par",  # par. 2
    "fig",  # Fig. 1
)

CLOSING = (
    "etc",  # ships, aircraft, etc. The Parties …
    "inc",  # Acme Inc. The Contractor …
    "ltd",  # Acme Ltd. The Contractor …
    "co",  # Lever Bros. & Co. The Contractor …
    "corp",  # Acme Corp. The Contractor …
    "a.m",  # at 9 a.m. The session …
    "p.m",  # at 5 p.m. The session …
    "a.d",  # in 1648 A.D. The Peace …
    "jr",  # John Doe Jr. The Depositary …
    "ibid",  # Ibid. The Court …
    "al",  # Smith et al. The authors …
)

STARTERS = (
    "the",  # in the U.S. The Parties …
    "this",
    "these",
    "that",
    "those",
    "each",
    "every",
    "any",
    "all",
    "no",  # at 9 a.m. No reservation …
    "if",
    "in",
    "it",
    "its",
    "for",
    "where",
    "when",
    "such",
    "nothing",
    "neither",
    "both",
    "they",
    "we",
    "however",
    "unless",
    "upon",
    "after",
    "before",
    "a",
    "an",
)

DIVISIONS = (
    ("article", "art"),  # Article 5
    ("art.", "art"),  # Art. 5
    ("regulation", "rule"),  # Regulation 12. Total area
    ("rule", "rule"),  # Rule 3
    ("principle", "principle"),  # Principle 15
    ("chapter", "chp"),  # Chapter VII
    ("part", "part"),  # Part XI
    ("section", "sec"),  # Section 3. Interpretation
    ("title", "title"),  # Title II
    ("annex", "annex"),  # Annex IV
    ("appendix", "app"),  # Appendix 1
    ("schedule", "app"),  # Schedule 2: of a contract that is an annex; elsewhere it counts as an annex
)

TITLES = (
    "treaty",  # Treaty on Friendship
    "agreement",  # Agreement on Councils of Heads of State
    "convention",  # Vienna Convention on the Law of Treaties
    "protocol",  # Protocol to the Agreement
    "charter",  # Charter of the United Nations
    "declaration",  # The Alma-Ata Declaration
    "memorandum",  # Memorandum of Understanding
    "statute",  # Statute of the International Court of Justice
    "covenant",  # International Covenant on Civil and Political Rights
    "pact",  # Kellogg–Briand Pact
    "act",  # Final Act
    "accord",  # Belovezh Accord
    "accords",  # Belovezh Accords
    "constitution",  # Constitution of UNESCO
)

OPENERS = (
    r"recalling",  # Recalling the principles …
    r"recogni[sz]ing",  # recognizing and respecting …
    r"reaffirming",  # Reaffirming that …
    r"affirming",  # Affirming that …
    r"confirming",  # confirming the commitment …
    r"considering",  # considering joint arrangements …
    r"believing",  # believing that the strengthening …
    r"noting",  # Noting that the principles …
    r"bearing in mind",  # Bearing in mind the Charter …
    r"mindful",  # Mindful of the need …
    r"conscious",  # Conscious of …
    r"(?:being )?aware",  # being aware of their responsibility …
    r"(?:being )?loyal",  # being loyal to the objectives …
    r"(?:being )?convinced",  # Convinced that …
    r"(?:being )?concerned",  # Deeply concerned …
    r"(?:being )?(?:determined|resolved)",  # Determined to …
    r"(?:being )?(?:desirous|inspired|guided|committed|prompted|persuaded|imbued|animated)",  # Desirous of …
    r"(?:deeply|fully|firmly|further|also) \p{L}+(?:ing|ed|ful|ous|ware)",  # Deeply convinced …
    r"desiring",  # Desiring to …
    r"wishing",  # Wishing to …
    r"seeking",  # seeking to build …
    r"striving",  # Striving to …
    r"aspiring",  # Aspiring to …
    r"aiming",  # aiming at consolidation …
    r"hoping",  # Hoping that …
    r"intending",  # Intending to …
    r"emphasi[sz]ing",  # Emphasizing …
    r"stressing",  # Stressing …
    r"underlining",  # Underlining …
    r"acknowledging",  # Acknowledging …
    r"appreciating",  # Appreciating …
    r"welcoming",  # Welcoming …
    r"expressing",  # Expressing …
    r"declaring",  # declaring the determination …
    r"respecting",  # Respecting …
    r"proceeding from",  # proceeding from desire …
    r"relying on",  # relying on historically developed …
    r"acting",  # Acting in accordance with …
    r"taking (?:into|account|note)",  # Taking into account …
    r"having (?:regard|in mind|considered|met|decided|resolved|agreed)",  # Having regard to …
    r"pursuant to",  # Pursuant to …
    r"in (?:accordance|conformity|view|pursuance)",  # In accordance with …
    r"full of",  # full of determination …
    r"whereas",  # Whereas recognition …
)

PARTIES = (
    r"the (?:states )?parties to",  # The States Parties to this Treaty,
    r"the (?:high )?contracting (?:parties|states)",  # The High Contracting Parties,
    r"the governments? of",  # The Government of the Republic of …
    r"the member states",  # The Member States of the Council of Europe,
    r"the states? (?:parties|members|participants)",  # The States Parties …
    r"the independent states",  # The independent states:
    r"we,? the",  # We the peoples …
)

FORMULAS = (
    r"(?:have|has) (?:hereby )?(?:agreed|resolved|decided)",  # Have agreed as follows:
    r"(?:hereby )?agreed? (?:as follows|(?:on|upon|to) the following)",  # agreed as follows:
    r"(?:are|is) making the following statement",  # are making the following statement:
    r"(?:hereby |solemnly )*(?:declares?|proclaims?)",  # Proclaims this Universal Declaration …
    r"(?:have|has) (?:solemnly )?(?:declared|proclaimed)",  # Have declared the following:
    r"now,? therefore",  # Now, therefore, the General Assembly …
)

TESTIMONIUM = (
    r"in (?:witness|faith) (?:whereof|thereof)",  # IN WITNESS WHEREOF the undersigned …
    r"in (?:witness|faith) of which",  # In faith of which …
    r"the undersigned",  # The undersigned, being duly authorized …
)

PLACE_DATE = (
    r"done (?:at|in|on|this)",  # DONE at Vienna, this twenty-third day of May …
    r"signed (?:at|in|on)",  # Signed at Minsk on …
    r"of \p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4}",  # of May 25, 1992
)

SIGNATURE = (
    r"for (?:and on behalf of )?the",  # For the Government of …
    r"\(?signed\)?",  # (Signed) B. Yeltsin
    r"on behalf of",  # On behalf of …
)

EDITORIAL = (
    r"welcome to (?:the|our) (?:web ?site|home ?page|page)",  # Welcome to the website of the Mission
    r"^tags?:",  # Tags: declaration
    r"^(?:this|the following) (?:document|source|text|page|translation) (?:is|was|has)",  # This source is …
    r"teaching module",  # part of the teaching module on border changes
    r"\bfull text of (?:the )?document",  # This is not a full text of document!
    r"\bdemo mode",  # Document shown in Demo mode!
    r"\b(?:log ?in|sign in|get license|full access)\b",  # please Login, or get License for Full Access
    r"^disclaimer",  # Disclaimer!
    r"\ball rights reserved",  # All rights reserved.
    r"\b(?:legislation|legal) database",  # Document from CIS Legislation database
    r"^(?:home|print|share|back to top|search|contents?|skip to|next page|previous page)$",  # Print
    r"^\((?:\p{L}+ )?(?:as )?(?:last )?amended",  # (Protocol as amended of 07.06.2012)
    r"^(?:source|retrieved|downloaded|translated|last updated|posted|published)(?: \p{L}+)?:",  # Source: …
    r"^editor'?s? note",  # Editor's note
)

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip

DANGLING = (
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "without", "within",
    "between", "among", "under", "upon", "into", "through", "and", "or", "nor", "but", "than", "as",
    "that", "which", "who", "whose", "its", "their", "his", "her", "any", "each", "such", "this",
    "these", "those", "other", "another", "is", "are", "was", "were", "be", "been", "shall",
)  # and all-European and ⏎ Eurasian markets  # fmt: skip

REFERENCES = (
    "article", "articles", "art.", "arts.", "paragraph", "paragraphs", "para.", "paras.", "subparagraph",
    "subparagraphs", "section", "sections", "sec.", "chapter", "part", "annex", "no.", "nos.", "clause",
    "regulation", "regulations", "rule", "item", "items", "point", "points", "page", "pages", "resolution",
    "and", "or", "to",
)  # in accordance with article ⏎ 12. Each …  # fmt: skip

CONJUNCTIONS = ("and", "or", "to", "nor")  # confidence- and security-building measures

HYPHEN_LEFT = (
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),  # the twenty-sixth day
    "co",  # co-operation
    "non",  # non-nuclear
    "self",  # self-determination
    "inter",  # inter-ethnic
    "all",  # all-European
    "ex",  # ex-combatants
    "vice",  # Vice-Chairman
    "pre",  # pre-eminent
    "post",  # post-conflict
    "anti",  # anti-personnel
    "semi",  # semi-annual
    "quasi",  # quasi-judicial
    "super",  # super-state
    "sub",  # sub-paragraph
    "multi",  # multi-national
    "re",  # re-export
    "long",  # long-term
    "short",  # short-term
    "well",  # well-being
    "so",  # so-called
    "cross",  # cross-border
    "third",  # third-party
    "high",  # high-level
    "low",  # low-level
    "law",  # law-governed
    "good",  # good-neighbourly
    "decision",  # decision-making
    "peace",  # peace-loving
    "member",  # member-states
)

HYPHEN_RIGHT = (
    "based",  # treaty-based
    "related",  # trade-related
    "wide",  # union-wide
    "in",  # Chairmanship-in-Office
    "making",  # law-making
    "building",  # confidence-building
    "keeping",  # peace-keeping
    "term",  # medium-term
    "level",  # working-level
    "loving",  # peace-loving
    "free",  # duty-free
    "general",  # secretary-general
    "called",  # so-called
    "operation",  # co-operation
    "operative",  # co-operative
    "states",  # member-states
    "state",  # nation-state
    "nuclear",  # non-nuclear
    "military",  # politico-military
    "strategic",  # military-strategic
)

PRINTED = (
    ("annex", "Annex {}"),
    ("app", "Appendix {}"),
    ("part", "Part {}"),
    ("title", "Title {}"),
    ("chp", "Chapter {}"),
    ("sec", "Section {}"),
    ("art", "Article {}"),
    ("rule", "Regulation {}"),
    ("principle", "Principle {}"),
    ("para", "({})"),  # Article 3 (2)
    ("point", "({})"),  # Article 3 (2) (a)
    ("rec", "Recital {}"),
)

LONE_TITLES = (
    "definitions",  # Article 1. Definitions In this Treaty …
    "interpretation",  # Section 28. Interpretation The division of this contract …
    "liability",  # Article 5. Liability Damage …
    "general",  # Regulation 9. General Subject to the provisions …
    "amendments",  # Article 40. Amendments Proposals …
    "ratification",  # Article 14. Ratification Instruments …
    "denunciation",  # Article 54. Denunciation Parties …
    "accession",  # Article 15. Accession States …
    "signature",  # Article 81. Signature States …
    "reservations",  # Article 19. Reservations States …
    "disputes",  # Section 25. Disputes Disputes between …
    "depositary",  # Article 76. Depositary Instruments …
    "inspection",  # Section 14. Inspection Contractors …
    "undertakings",  # Section 13. Undertakings Contractors …
)

LANGUAGE = Language(
    code="en",
    abbreviations=ABBREVIATIONS,
    before_number=BEFORE_NUMBER,
    closing=CLOSING,
    starters=STARTERS,
    divisions=DIVISIONS,
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
    conjunctions=CONJUNCTIONS,
    hyphen_left=HYPHEN_LEFT,
    hyphen_right=HYPHEN_RIGHT,
    printed=PRINTED,
    lone_titles=LONE_TITLES,
)
