"""English words that the checks ask for."""

from paralign.checking.lexicon import Lexicon

_UNITS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
CARDINALS = {word: n for n, word in enumerate(_UNITS, 2)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}

_ORDINAL_UNITS = [
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ORDINAL_TENS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_UNITS, 3)} | {
    word: 10 * n for n, word in enumerate(_ORDINAL_TENS, 2)
}
#: a two-thirds majority, four fifths
FRACTIONS = {f"{word}s": n for word, n in ORDINALS.items()}

SOFT = {
    "one": 1, "first": 1, "once": 1,  # one of the Parties; first of all; once ratified
    "second": 2, "seconds": 2, "both": 2, "twice": 2, "two-fold": 2, "double": 2,  # the second paragraph; both and
    "biennial": 2, "triple": 3, "trilateral": 3, "bilateral": 2, "biennium": 2,  # the biennial budget
    "half": 0.5, "quarter": 4, "quarters": 4, "dozen": 12,  # one half of the members; each quarter
}  # fmt: skip

REFERENCES = (
    (r"articles?|arts?\.", "article"),  # Articles 55 and 56
    (r"annex(?:es)?|appendix|appendices|schedules?", "annex"),  # annex III
    (r"(?:sub-?)?paragraphs?|paras?\.|clauses?|items?|points?|(?:sub-?)?sections?|regulations?|rules?", "paragraph"),
    (r"chapters?|parts?|titles?", "chapter"),  # Chapter VII; Part XI
)

#: Not the month, and not "as may be necessary"; "can" is as often ability as permission.
PERMITS_ONLY = r"may(?! \d)(?!,? (?:as|so) )"
PERMITS = (
    r"may|can|could|might|cannot|entitled|empowered|authori[sz]\w*|permit\w*|allow\w*|right|possib\w+|eligible|"
    r"optional?|discretion\w*|able|power|authority"
)
OBLIGES = r"shall|must|ha(?:s|ve) to|(?:is|are) to"
NEGATORS = r"not|no|nor|neither|none|never|cannot|without|nothing|nobody|nowhere|\w+n[’']t"
#: no later than three months; or not; including but not limited to; No. 5
IDIOMS = (
    r"not only|(?:not|no) (?:later|earlier|less|fewer|more|longer|greater) than|or not|whether or not|no longer|"
    r"no\. ?\d+|not necessarily|not (?:restricted|limited) to"
)
#: fails to pay, «не платит»; until it reaches six, «пока не достигнет»; inter alia, «но не только»
IMPLICIT = (
    r"unless|until|fail(?:s|ed|ing|ure|ures)?|lack\w*|refus\w+|prohibit\w*|depriv\w+|irrespective|absen\w+|"
    r"den(?:y|ied|ies|ial)|reject\w*|otherwise|other than|non-\w+|un(?:able|accept|law|necess|reason|avail|allow|auth|"
    r"exp|know|pub|law|limit|restrict)\w*|in(?:human|consist|compat|eligib|admissib|alienab|violab|valid|suffic|complet|"
    r"correct|accur)\w*|im(?:possib|pract|mun)\w*|illeg\w*|land-?locked|inter alia|free from|abst\w+|refrain\w*"
)

LEXICON = Lexicon(
    name="English",
    decimal=".",
    counts=True,
    cardinals=CARDINALS,
    ordinals=ORDINALS | FRACTIONS,
    scales={"hundred": 100, "hundredth": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "bn": 10**9},
    soft=SOFT,
    joins=frozenset({"and"}),
    months=(
        "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
        "september|sept?", "october|oct", "november|nov", "december|dec",
    ),  # 26 June 1945; Dec. 8, 1991
    date_words=frozenset({"of", "day", "the", "st", "nd", "rd", "th", "in", "year"}),  # the 27th day of January
    references=REFERENCES,
    reference_joins=("and", "or", "to"),  # articles 5 to 7
    permits=PERMITS,
    permits_only=PERMITS_ONLY,
    obliges=OBLIGES,
    negators=NEGATORS,
    idioms=IDIOMS,
    implicit=IMPLICIT,
    definitions=(
        r"hereinafter(?: also)?(?: referred to as| called)?(?: as)?:?,? (?:the )?[\"“”„«'‘](?:the )?"
        r"(?P<term>[^\"“”»'’]{2,60})[\"”»'’]",
        r"\((?:the )?[\"“](?:the )?(?P<term>\p{Lu}[^\"“”]{1,60})[\"”]\)",  # (the “Agreement”)
    ),
    equally=(
        r"equally authentic", r"(?:all|both|the) .{0,60}texts? .{0,40}(?:being|are|is|shall be) .{0,20}authentic",
        r"equally valid", r"equal (?:force|validity|authenticity)",
    ),  # in the Chinese, French, Russian, English, and Spanish languages, all texts being equally authentic
    prevailing=(
        r"(?:text|version|language) .{0,40}(?:shall|will|is to) (?:prevail|be decisive|be used|govern)",
        r"(?:divergence|discrepanc|differen|disagreement|dispute|inconsistenc|conflict).{0,120}(?:prevail|decisive|govern)",
    ),  # in case of divergence of interpretation, the English text shall prevail
    tongues=(
        (r"English", "en"), (r"Russian", "ru"), (r"French", "fr"), (r"Spanish", "es"), (r"Chinese", "zh"),
        (r"Arabic", "ar"), (r"German", "de"), (r"Italian", "it"), (r"Portuguese", "pt"), (r"Polish", "pl"),
        (r"Ukrainian", "uk"), (r"Kazakh", "kk"), (r"Bel[ao]russian", "be"), (r"Kyrgyz", "ky"), (r"Uzbek", "uz"),
    ),
)  # fmt: skip
