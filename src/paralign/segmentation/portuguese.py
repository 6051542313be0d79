"""Portuguese of both sides of the ocean: the words that segmentation asks for, each with its example."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "sr",  # Sr. Presidente
    "sra",  # Sra. Ministra
    "srs",  # Srs. Ministros
    "dr",  # Dr. Rui Barbosa
    "exmo",  # Exmo. Senhor
    "v. exa",  # V. Exa. Senhor
    "art",  # art. 5.º
    "arts",  # arts. 3 e 4
    "par",  # par. 2
    "al",  # al. a)
    "inc",  # inc. II
    "cap",  # cap. VII
    "sec",  # sec. 4
    "vol",  # vol. 1155
    "pág",  # pág. 12
    "págs",  # págs. 12-15
    "p",  # p. 12
    "pp",  # pp. 12-15
    "res",  # res. 2625 (XXV)
    "doc",  # doc. A/CONF.39/27
    "cf",  # cf. Anexo I
    "v",  # v. Anexo I
    "p. ex",  # p. ex. Lisboa
    "p.ex",  # p.ex. Lisboa
    "aprox",  # aprox. 50 toneladas
    "d",  # D. Pedro
)
BEFORE_NUMBER = ("n", "no", "nos", "fig")  # n. 2; nos. 2 e 3; fig. 1
CLOSING = ("etc", "ibid", "cia", "ss")  # navios, aeronaves, etc. As Partes …; Silva & Cia. A sociedade …
STARTERS = (
    "o", "a", "os", "as", "um", "uma", "cada", "todo", "toda", "todos", "nenhum", "nenhuma", "ninguém", "este",
    "esta", "se", "em", "para", "ao",
)  # … com os E.U.A. As Partes …  # fmt: skip
DIVISIONS = (
    ("artigo", "art"),  # Artigo 5; Artigo 1.º
    ("art.", "art"),  # Art. 1º
    ("regra", "rule"),  # Regra 3
    ("princípio", "principle"),  # Princípio 15
    ("capítulo", "chp"),  # Capítulo VII
    ("parte", "part"),  # Parte XI
    ("secção", "sec"),  # Secção 3
    ("seção", "sec"),  # Seção 3
    ("título", "title"),  # Título II
    ("anexo", "annex"),  # Anexo I
    ("apêndice", "app"),  # Apêndice 1
)
NUMERALS = (
    ("primeiro", "1"),  # Artigo primeiro
    ("primeira", "1"),  # Parte primeira
    ("segundo", "2"),
    ("segunda", "2"),
    ("terceiro", "3"),
    ("terceira", "3"),
    ("quarto", "4"),
    ("quarta", "4"),
    ("único", "1"),  # Artigo único
)
TITLES = (
    "tratado",  # Tratado da União Europeia
    "acordo",  # Acordo de Paris
    "convenção",  # Convenção de Viena sobre o Direito dos Tratados
    "protocolo",  # Protocolo de Quioto
    "carta",  # Carta das Nações Unidas
    "declaração",  # Declaração Universal dos Direitos Humanos
    "memorando",  # Memorando de entendimento
    "estatuto",  # Estatuto de Roma
    "pacto",  # Pacto Internacional sobre Direitos Civis e Políticos
    "ata",  # Ata Final
    "constituição",  # Constituição da República
)
OPENERS = (
    r"recordando|relembrando",  # Recordando os princípios …
    r"reconhecendo|reafirmando|afirmando|confirmando|constatando",  # Reconhecendo a importância …
    r"considerando|tendo (?:em|presente)|levando em|tomando (?:nota|em)",  # Considerando o papel fundamental …
    r"convencid[oa]s?|conscientes?|preocupad[oa]s?|resolvid[oa]s?|decidid[oa]s?|determinad[oa]s?",  # Convencidos de …
    r"desejando|desejos[oa]s?|querendo|animad[oa]s?|inspirad[oa]s?|guiad[oa]s?",  # Desejando …
    r"observando|notando|sublinhando|salientando|enfatizando|advertindo|acreditando|crendo",  # Advertindo que …
    r"visto|de acordo com|em conformidade|a fim de|sendo",  # Sendo Partes na Convenção …
)
PARTIES = (
    r"os (?:estados|governos|membros|povos)|as (?:altas )?partes",  # Os Estados Partes na presente Convenção,
    r"o governo",  # O Governo da República Portuguesa e …
    r"nós,",  # NÓS, OS POVOS DAS NAÇÕES UNIDAS, …
)
FORMULAS = (
    r"(?:convieram|acordaram|decidiram|concordaram)",  # Convieram no seguinte:
    r"acordam|convêm",  # acordam no seguinte:
    r"proclama",  # proclama a presente Declaração …
)
TESTIMONIUM = (r"em (?:fé|testemunho) do que",)  # EM FÉ DO QUE, os plenipotenciários …
PLACE_DATE = (r"feit[oa] em", r"assinad[oa] em")  # FEITA em Viena, aos vinte e três dias …
SIGNATURE = (r"pel[oa]s?", r"em nome d")  # Pelo Governo da República Federativa do Brasil
EDITORIAL = (r"todos os direitos reservados", r"^fonte:")  # Fonte: …
MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
    "dezembro",
)  # fmt: skip
DANGLING = (
    "o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas", "por", "pelo",
    "pela", "para", "com", "sem", "sobre", "entre", "e", "ou", "nem", "que", "cujo", "é", "são", "se", "não", "ao",
    "à", "seu", "sua",
)  # a paz e ⏎ As relações  # fmt: skip
REFERENCES = (
    "artigo", "artigos", "art.", "parágrafo", "parágrafos", "alínea", "alíneas", "n.º", "secção", "capítulo",
    "parte", "anexo", "regra", "página", "e", "ou", "a", "ao", "o",
)  # de acordo com o artigo ⏎ 12. Cada …  # fmt: skip
PRINTED = (
    ("annex", "anexo {}"),
    ("part", "parte {}"),
    ("title", "título {}"),
    ("chp", "capítulo {}"),
    ("sec", "secção {}"),
    ("art", "artigo {}"),
    ("para", "n.º {}"),  # artigo 3, n.º 2
    ("point", "al. {}"),  # artigo 3, n.º 2, al. a)
    ("rec", "considerando {}"),
)

LANGUAGE = Language(
    code="pt",
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
    conjunctions=("e", "ou"),
    printed=PRINTED,
)
