"""Chinese, in short and long characters: the words that segmentation asks for, with their examples.

There are no spaces, so no word stands alone: what other languages list as words is left out here.
"""

from paralign.segmentation.language import Language

DIVISIONS = (
    ("第{}条", "art"),  # 第五十一条
    ("第{}條", "art"),  # 第五十一條
    ("第{}规则", "rule"),  # 第3规则
    ("规则{}", "rule"),  # 规则3
    ("原则{}", "principle"),  # 原则15
    ("第{}章", "chp"),  # 第一章
    ("第{}编", "part"),  # 第三编
    ("第{}編", "part"),  # 第三編
    ("第{}部分", "part"),  # 第十一部分
    ("第{}节", "sec"),  # 第一节
    ("第{}節", "sec"),  # 第一節
    ("附件{}", "annex"),  # 附件一
    ("附录{}", "app"),  # 附录1
    ("附件", "annex"),  # 附件
)

TITLES = ("条约", "公约", "协定", "议定书", "宪章", "宣言", "规约")  # alone on a line: 公约

OPENERS = (
    r"鉴于|鑑於",  # 鉴于条约在国际关系历史上之基本地位，
    r"承认|确认|重申|申明|肯定",  # 承认条约为国际法渊源之一，
    r"考虑到|注意到|认识到|意识到|铭记|回顾|忆及|强调",  # 铭记…的广泛目标，
    r"深信|相信|确信|认为|希望|愿意|愿|渴望|决心|欲",  # 深信…，
    r"念及|悉|鉴|察及|作为|根据|按照|依照|为|遵照|关切|欢迎|赞赏|受.{1,12}启发|兹因",  # 作为…缔约方，
)

PARTIES = (
    r"本(?:公约|条约|协定|盟约|议定书|宪章)(?:各|的|之)?(?:当事国|缔约)",  # 本公约各当事国，
    r"(?:我)?联合国人民|我联合国人民",  # 我联合国人民同兹决心
    r"各缔约",  # 各缔约国，
)

FORMULAS = (
    r"(?:兹)?(?:议定|协议|协定|同意|商定|达成协议)",  # 议定条款如下：
    r"兹(?:议定|协议|同意|商定|订)",  # 兹协议如下：
    r"达成如下协议|特此议定",
)

TESTIMONIUM = (r"为此，?(?:下列|下述|以下|各)", r"为昭信守")  # 为此，下列全权代表，…

PLACE_DATE = (
    r"(?:公历)?[一二三四五六七八九十〇○零千百\d]{2,12}年.{2,8}日(?:订|签|于|在)",  # 公历一千九百…日订于维也纳。
    r"[一二三四五六七八九十〇○零千百\d年月日]+订于",  # 二〇一五年十二月十二日订于巴黎。
    r"本.{0,8}于.{4,30}(?:签订|订立)",
)

SIGNATURE = (r"(?:中华人民共和国|.{2,12})(?:政府)?(?:全权)?代表",)  # 中华人民共和国代表

EDITORIAL = (r"版权所有", r"^来源：")  # 版权所有

PRINTED = (
    ("annex", "附件{}"),
    ("app", "附录{}"),
    ("part", "第{}编"),
    ("chp", "第{}章"),
    ("sec", "第{}节"),
    ("art", "第{}条"),
    ("rule", "规则{}"),
    ("principle", "原则{}"),
    ("para", "第{}款"),  # 第三条第二款
    ("point", "第{}项"),
    ("rec", "序言第{}段"),
)

LANGUAGE = Language(
    code="zh",
    divisions=DIVISIONS,
    titles=TITLES,
    openers=OPENERS,
    parties=PARTIES,
    formulas=FORMULAS,
    testimonium=TESTIMONIUM,
    place_date=PLACE_DATE,
    signature=SIGNATURE,
    editorial=EDITORIAL,
    printed=PRINTED,
)
