"""Spanish: the words that segmentation asks for, each with the example that motivates it."""

from paralign.segmentation.language import Language

ABBREVIATIONS = (
    "sr",  # Sr. Presidente
    "sra",  # Sra. Secretaria
    "sres",  # Sres. Ministros
    "dr",  # Dr. Drago
    "dra",  # Dra. Bernardino
    "d",  # D. Salvador de Madariaga
    "excmo",  # Excmo. Sr. Ministro
    "ud",  # Ud. Señor
    "art",  # art. 5
    "arts",  # arts. 5 y 6
    "párr",  # párr. 2
    "párrs",  # párrs. 2 y 3
    "ap",  # ap. a)
    "apdo",  # apdo. 2
    "inc",  # inc. b)
    "cap",  # cap. VII
    "secc",  # secc. 4
    "vol",  # vol. 1155
    "pág",  # pág. 12
    "págs",  # págs. 12 a 15
    "p",  # p. 12
    "pp",  # pp. 12-15
    "res",  # res. 2625 (XXV)
    "doc",  # doc. A/CONF.39/27
    "cf",  # cf. Anexo I
    "v",  # v. Anexo I
    "p. ej",  # p. ej. España
    "p.ej",  # p.ej. España
    "aprox",  # aprox. 50 toneladas
    "ee. uu",  # EE. UU. de América
    "ee",  # EE. UU.
    "depto",  # Depto. de Estado
)

BEFORE_NUMBER = (
    "núm",  # núm. 44/25
    "núms",  # núms. 11 y 14
    "no",  # No. 3
    "nro",  # Nro. 3
    "n",  # N.º 3
    "fig",  # fig. 1
)

CLOSING = (
    "etc",  # buques, aeronaves, etc. Las Partes …
    "uu",  # los EE. UU. Las Partes …
    "cía",  # Pérez y Cía. La sociedad …
    "ibíd",  # Ibíd. La Corte …
    "d. c",  # 800 d. C. Los …
)

STARTERS = (
    "el", "la", "los", "las", "un", "una", "cada", "todo", "toda", "todos", "todas", "ningún", "ninguna", "nadie",
    "este", "esta", "estos", "estas", "si", "en", "para", "al", "a", "cuando", "se",
)  # … con los EE. UU. Las Partes …  # fmt: skip

DIVISIONS = (
    ("artículo", "art"),  # Artículo 5; Artículo 1.º
    ("articulo", "art"),  # ARTICULO 5, without the accent that capitals lose
    ("art.", "art"),  # Art. 4
    ("regla", "rule"),  # Regla 3
    ("principio", "principle"),  # Principio 15
    ("capítulo", "chp"),  # Capítulo VII
    ("capitulo", "chp"),  # CAPITULO VII
    ("parte", "part"),  # Parte XI
    ("sección", "sec"),  # Sección 3
    ("seccion", "sec"),  # SECCION 3
    ("título", "title"),  # Título II
    ("titulo", "title"),  # TITULO II
    ("anexo", "annex"),  # Anexo IV
    ("apéndice", "app"),  # Apéndice 1
)

NUMERALS = (
    ("primero", "1"),  # Artículo primero
    ("primera", "1"),  # Parte primera
    ("segundo", "2"),
    ("segunda", "2"),
    ("tercero", "3"),
    ("tercera", "3"),  # Sección tercera
    ("cuarto", "4"),
    ("cuarta", "4"),
    ("quinto", "5"),
    ("quinta", "5"),
    ("sexto", "6"),
    ("sexta", "6"),
    ("único", "1"),  # Artículo único
)

TITLES = (
    "tratado",  # Tratado de la Unión Europea
    "acuerdo",  # Acuerdo de París
    "convención",  # Convención de Viena sobre el derecho de los tratados
    "convenio",  # Convenio de Ginebra
    "protocolo",  # Protocolo de Kyoto
    "carta",  # Carta de las Naciones Unidas
    "declaración",  # Declaración Universal de Derechos Humanos
    "memorando",  # Memorando de entendimiento
    "estatuto",  # Estatuto de Roma
    "pacto",  # Pacto Internacional de Derechos Civiles y Políticos
    "acta",  # Acta Final
    "constitución",  # Constitución de la UNESCO
)

OPENERS = (
    r"recordando",  # Recordando los principios …
    r"reconociendo",  # Reconociendo la importancia …
    r"reafirmando|afirmando|confirmando",  # Reafirmando que …
    r"considerando",  # Considerando la función fundamental …
    r"advirtiendo|observando|tomando (?:nota|en (?:cuenta|consideración))",  # Advirtiendo que …
    r"convencid[oa]s?|persuadid[oa]s?",  # Convencidos de que …
    r"conscientes?",  # Conscientes de …
    r"preocupad[oa]s?|resuelt[oa]s?|decidid[oa]s?|deseos[oa]s?",  # Deseosos de …
    r"deseando|queriendo|proponiéndose",  # Deseando contribuir …
    r"teniendo (?:presente|en (?:cuenta|consideración)|debidamente)|habida cuenta",  # Teniendo presente …
    r"subrayando|destacando|acogiendo|poniendo de relieve",  # Subrayando …
    r"estimando|creyendo|entendiendo|teniendo",  # Estimando que …
    r"inspirad[oa]s?|animad[oa]s?|guiad[oa]s?|basándose",  # Inspirados en …
    r"visto|vist[oa]s",  # Visto el Pacto …
    r"actuando|de conformidad|a fin de|en su calidad|habiendo|expresando",  # En su calidad de Partes …
)

PARTIES = (
    r"los (?:estados|gobiernos|miembros|pueblos)|las (?:partes|altas partes)",  # Los Estados Partes …,
    r"el gobierno",  # El Gobierno de la República Argentina y …
    r"nosotros,? ",  # NOSOTROS LOS PUEBLOS …
)

FORMULAS = (
    r"(?:han|hemos) (?:convenido|acordado|decidido|resuelto)",  # Han convenido lo siguiente:
    r"(?:convienen|acuerdan)",  # Convienen en lo siguiente:
    r"proclaman?|declaran?",  # proclama la presente Declaración …
)

TESTIMONIUM = (r"en (?:testimonio|fe) de lo cual",)  # EN TESTIMONIO DE LO CUAL, los plenipotenciarios …

PLACE_DATE = (r"hech[oa] en", r"firmad[oa] en")  # HECHA en Viena, el día veintitrés …

SIGNATURE = (r"por (?:el|la|los|las)", r"en nombre de")  # Por el Gobierno de España

EDITORIAL = (r"todos los derechos reservados", r"^(?:fuente|publicado|etiquetas) ?:")  # Fuente: …

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre",
    "noviembre", "diciembre",
)  # fmt: skip

DANGLING = (
    "el", "la", "los", "las", "un", "una", "de", "del", "a", "al", "en", "por", "para", "con", "sin", "sobre",
    "entre", "y", "e", "o", "u", "ni", "que", "quien", "cuyo", "cuya", "es", "son", "su", "sus", "se", "no", "este",
    "esta",
)  # la paz y ⏎ Las relaciones  # fmt: skip

REFERENCES = (
    "artículo", "artículos", "art.", "párrafo", "párrafos", "párr.", "apartado", "apartados", "inciso", "sección",
    "capítulo", "parte", "anexo", "núm.", "no.", "regla", "punto", "página", "y", "o", "a", "al", "el",
)  # de conformidad con el artículo ⏎ 12. Cada …  # fmt: skip

PRINTED = (
    ("annex", "anexo {}"),
    ("app", "apéndice {}"),
    ("part", "parte {}"),
    ("title", "título {}"),
    ("chp", "capítulo {}"),
    ("sec", "sección {}"),
    ("art", "artículo {}"),
    ("rule", "regla {}"),
    ("principle", "principio {}"),
    ("para", "párr. {}"),  # artículo 3, párr. 2
    ("point", "ap. {}"),  # artículo 3, párr. 2, ap. a)
    ("rec", "considerando {}"),
)

LANGUAGE = Language(
    code="es",
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
    conjunctions=("y", "o", "e"),
    hyphen_left=("no", "ex", "vice", "socio", "político"),  # socio-⏎económico
    printed=PRINTED,
)
