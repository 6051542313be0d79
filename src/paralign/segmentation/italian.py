"""Italian: the words that segmentation asks for, each with the example that motivates it."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "sig",  # Sig. Presidente
    "sigg",  # Sigg. Ministri
    "dott",  # Dott. Einaudi
    "prof",  # Prof. Ago
    "on",  # On. De Gasperi
    "s.e",  # S.E. Sforza
    "art",  # art. 5
    "artt",  # artt. 3 e 4
    "par",  # par. 2
    "co",  # co. 2
    "lett",  # lett. a)
    "cap",  # cap. VII
    "sez",  # sez. 4
    "all",  # all. 1
    "vol",  # vol. 1155
    "pag",  # pag. 12
    "pagg",  # pagg. 12-15
    "p",  # p. 12
    "pp",  # pp. 12-15
    "ris",  # ris. 2625 (XXV)
    "doc",  # doc. A/CONF.39/27
    "cfr",  # cfr. Allegato I
    "cf",  # cf. Allegato I
    "v",  # v. Allegato I
    "d.lgs",  # d.lgs. 50
    "g.u",  # G.U. 12
    "p. es",  # p. es. Roma
    "ad es",  # ad es. Roma
    "es",  # per es. Roma
    "ca",  # ca. 50 tonnellate
)
BEFORE_NUMBER = ("n", "nn", "no", "fig")  # n. 5; nn. 5 e 6; fig. 1
CLOSING = ("ecc", "etc", "ibid", "ss")  # navi, aeromobili ecc. Le Parti …; art. 5 ss. Le Parti …
STARTERS = (
    "il", "lo", "la", "i", "gli", "le", "un", "una", "ogni", "tutti", "nessun", "nessuno", "questa", "questo", "se",
    "in", "per", "essa", "esso",
)  # … con gli U.S.A. Le Parti …  # fmt: skip
DIVISIONS = (
    ("articolo", "art"),  # Articolo 5
    ("art.", "art"),  # Art. 5
    ("regola", "rule"),  # Regola 3
    ("principio", "principle"),  # Principio 15
    ("capitolo", "chp"),  # Capitolo VII
    ("capo", "chp"),  # Capo II
    ("parte", "part"),  # Parte XI
    ("sezione", "sec"),  # Sezione 3
    ("titolo", "title"),  # Titolo II
    ("allegato", "annex"),  # Allegato I
    ("appendice", "app"),  # Appendice 1
    ("{} parte", "part"),  # Prima parte
)
NUMERALS = (
    ("primo", "1"),  # Articolo primo
    ("prima", "1"),  # Parte prima
    ("secondo", "2"),
    ("seconda", "2"),
    ("terzo", "3"),
    ("terza", "3"),
    ("quarto", "4"),
    ("quarta", "4"),
    ("unico", "1"),  # Articolo unico
)
TITLES = (
    "trattato",  # Trattato sull'Unione europea
    "accordo",  # Accordo di Parigi
    "convenzione",  # Convenzione di Vienna sul diritto dei trattati
    "protocollo",  # Protocollo di Kyoto
    "carta",  # Carta delle Nazioni Unite
    "statuto",  # Statuto delle Nazioni Unite
    "dichiarazione",  # Dichiarazione universale dei diritti umani
    "memorandum",  # Memorandum d'intesa
    "patto",  # Patto internazionale sui diritti civili e politici
    "patti",  # Patti lateranensi
    "atto",  # Atto finale
)
OPENERS = (
    r"ricordando|richiamando|rammentando",  # Ricordando i principi …
    r"riconoscendo|riaffermando|affermando|confermando|constatando",  # Riconoscendo l'importanza …
    r"considerando|considerato|premesso|visto|vist[aie]",  # Considerando il ruolo fondamentale …
    r"convint[oaie]|persuas[oaie]|consapevol[ei]|consci|preoccupat[oaie]|risolut[oaie]|decis[oaie]",  # Convinti che …
    r"desiderando|desideros[oaie]|volendo|animat[oaie]|ispirat[oaie]|guidat[oaie]",  # Desiderosi di …
    r"tenendo (?:conto|presente)|tenuto conto|prendendo (?:atto|nota)|notando|sottolineando|avendo",  # Tenuto conto …
    r"ritenendo|essendo|al fine di|conformemente|in conformità",  # Ritenendo che …
)
PARTIES = (
    r"gli stati|le (?:alte )?parti|i governi",  # Gli Stati parti della presente Convenzione,
    r"il governo",  # Il Governo della Repubblica italiana e …
    r"noi,",  # NOI, POPOLI DELLE NAZIONI UNITE, …
)
FORMULAS = (
    r"hanno (?:convenuto|deciso|concordato|stabilito)",  # Hanno convenuto quanto segue:
    r"sono convenut[ie]|convengono",  # sono convenuti di quanto segue:
    r"proclama(?:no)?",  # proclama la presente Dichiarazione …
)
TESTIMONIUM = (r"in fede di (?:che|quanto|ciò)",)  # IN FEDE DI CHE, i plenipotenziari …
PLACE_DATE = (r"fatt[oa] (?:a|in|il)", r"firmat[oa] a")  # FATTO a Vienna, il ventitré maggio …
SIGNATURE = (r"per (?:il|la|lo|i|gli|le|l')", r"in nome")  # Per il Governo della Repubblica italiana
EDITORIAL = (r"tutti i diritti riservati", r"^fonte:")  # Fonte: …
MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre",
)  # fmt: skip
DANGLING = (
    "il", "lo", "la", "i", "gli", "le", "un", "una", "di", "del", "della", "dei", "delle", "a", "al", "alla", "da",
    "dal", "in", "nel", "nella", "con", "su", "sul", "per", "tra", "fra", "e", "ed", "o", "che", "non", "è", "sono",
)  # la pace e ⏎ Le relazioni  # fmt: skip
REFERENCES = (
    "articolo", "articoli", "dell'articolo", "all'articolo", "l'articolo", "art.", "paragrafo", "paragrafi", "comma",
    "lettera", "capitolo", "parte", "sezione", "allegato", "n.", "pagina", "e", "o", "a", "il", "al",
)  # conformemente all'articolo ⏎ 12. Ogni …  # fmt: skip
PRINTED = (
    ("annex", "allegato {}"),
    ("part", "parte {}"),
    ("title", "titolo {}"),
    ("chp", "capitolo {}"),
    ("sec", "sezione {}"),
    ("art", "articolo {}"),
    ("para", "par. {}"),  # articolo 3, par. 2
    ("point", "lett. {}"),  # articolo 3, par. 2, lett. a)
    ("rec", "considerando {}"),
)

LANGUAGE = Language(
    code="it",
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
    conjunctions=("e", "o", "ed"),
    printed=PRINTED,
)
