"""Which party a speaker is of: "the Japanese side", トルコ側, by the names of countries."""

import re
from collections.abc import Sequence

# a name may say what it is not, as a pattern does: インド is not the beginning of インドネシア
_NAMES = """
    AE emirati|united~arab~emirates|uae アラブ首長国連邦
    AF afghanistan|afghan アフガニスタン
    AR argentina|argentine アルゼンチン
    AT austria|austrian オーストリア
    AU australia|australian オーストラリア|豪州|豪側|豪政府
    AZ azerbaijan|azerbaijani アゼルバイジャン
    BD bangladesh|bangladeshi バングラデシュ
    BE belgium|belgian ベルギー
    BR brazil|brazilian ブラジル|伯側
    CA canada|canadian カナダ|加側
    CH switzerland|swiss スイス
    CL chile|chilean チリ
    CN china|chinese 中国|中国側
    CO colombia|colombian コロンビア
    DE germany|german ドイツ|独側
    EG egypt|egyptian エジプト
    ES spain|spanish スペイン
    EU european~union|eu|european~commission|high~representative 欧州連合|欧州委員会|eu側
    FI finland|finnish フィンランド
    FR france|french フランス|仏側
    GB united~kingdom|uk|british|britain 英国|英側|英政府
    GE georgia|georgian ジョージア
    GR greece|greek ギリシャ
    ID indonesia|indonesian インドネシア
    IL israel|israeli イスラエル
    IN india|indian インド(?!ネシア)
    IQ iraq|iraqi イラク
    IR iran|iranian イラン
    IT italy|italian イタリア|伊側
    JO jordan|jordanian ヨルダン
    JP japan|japanese 日本|日本側|日本政府
    KH cambodia|cambodian カンボジア
    KR (?<!north~)korea|(?<!north~)korean|rok|republic~of~korea 韓国|韓国側
    KW kuwait|kuwaiti クウェート
    KZ kazakhstan|kazakh カザフスタン
    LA laos|lao ラオス
    MN mongolia|mongolian モンゴル
    MX mexico|mexican メキシコ|墨側
    MY malaysia|malaysian マレーシア
    NL netherlands|dutch オランダ|蘭側
    NZ new~zealand ニュージーランド
    PE peru|peruvian ペルー
    PH philippines|philippine|filipino フィリピン|比側
    PK pakistan|pakistani パキスタン
    PL poland|polish ポーランド
    QA qatar|qatari カタール
    RU russia|russian ロシア|露側
    SA saudi~arabia|saudi サウジアラビア|サウジ
    SE sweden|swedish スウェーデン
    SG singapore|singaporean シンガポール
    TH thailand|thai タイ側|タイ政府|タイ国
    TR türkiye|turkiye|turkey|turkish トルコ|土側
    UA ukraine|ukrainian ウクライナ
    US united~states|u.s|us|(?<!latin~)american 米国|米側|米政府|アメリカ
    UZ uzbekistan|uzbek ウズベキスタン
    VN vietnam|viet~nam|vietnamese ベトナム|越側
"""


def _names() -> dict[str, re.Pattern[str]]:
    """One pattern a party; a name in our letters is a whole word, of a Japanese one any part."""
    found = {}
    for line in _NAMES.strip().splitlines():
        code, spaced, unspaced = line.split()
        words = spaced.replace("~", " ")
        found[code] = re.compile(rf"\b(?:{words})\b|{unspaced}")
    return found


NAMES = _names()
"""By the code of a party, what it and those who are of it are called."""


def party_named(speaker: str, parties: Sequence[str]) -> str | None:
    """The one of the parties that the speaker is of by its name; None where none or several are.

    A minister's own name tells no party: no list of persons is kept.

    >>> party_named("The Japanese side", ["JP", "TR"]), party_named("トルコ側", ["JP", "TR"])
    ('JP', 'TR')
    >>> party_named("Minister Kono", ["JP", "TR"]) is None
    True
    """
    words = speaker.lower().replace("\u0307", "")  # the dot that a large İ leaves behind
    of = [code for code in parties if code in NAMES and NAMES[code].search(words)]
    return of[0] if len(of) == 1 else None
