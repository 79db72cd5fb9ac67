"""The Japanese words of time, by the kind of thing that they say.

A further word is one more in its row. The longest word that stands at a place is taken: what only
begins like a word of time (来年中国を訪問) is kept from it by a row of names.
"""

from collections.abc import Iterator, Mapping
from enum import IntEnum, auto
from typing import Any, NamedTuple

from dipltrack.wording.denotation import (
    Ahead,
    Amount,
    Day,
    Feast,
    FiscalAhead,
    Month,
    Part,
    Pick,
    Portion,
    Season,
    Span,
    Unit,
    Weekday,
)
from dipltrack.wording.feasts import TURN


class Kind(IntEnum):
    """The kinds of words."""

    FINISH = auto()  # there is no further word
    WORD = auto()  # a word that says nothing of time
    NAME = auto()  # one that only looks as if it did
    NUMBER = auto()
    YEAR = auto()  # 2019年, 来年, 2018年度
    SHORT = auto()  # 5年: a length, or a year of two figures
    MONTH = auto()
    DAY = auto()
    SPAN = auto()  # 来月, 来春, 週明け: a time by itself
    YEAR_PART = auto()  # 年末, by itself or behind a year
    MONTH_PART = auto()
    SEASON = auto()
    WEEKDAY = auto()
    PORTION = auto()
    FRACTION = auto()  # 前半, only behind a time
    HALF = auto()  # 上半期, 第1四半期: of the calendar year where none is named
    NTH = auto()  # 第3週, 第2月曜日
    INSIDE_UNIT = auto()  # 年内
    DECADE = auto()
    FISCAL_UNIT = auto()  # 年度, before its part
    AMOUNT = auto()
    PAST = auto()  # 昨年, with the year or month that it is
    LONG_PAST = auto()  # 過去, これまで
    SINCE = auto()
    CLOCK = auto()
    ORDINAL = auto()
    TIMES = auto()  # 2回
    PER = auto()  # 年2回
    REPEAT = auto()
    EACH = auto()  # ごと
    OPEN = auto()
    FUTURE = auto()  # 今後, before a length
    EARLIEST = auto()  # 早ければ
    NOT_BEFORE = auto()  # 早くとも
    AT_LATEST = auto()  # 遅くとも
    BY = auto()
    INSIDE = auto()
    THROUGH = auto()  # いっぱい
    ONWARD = auto()
    FROM = auto()
    BEGIN = auto()
    BEFORE = auto()
    UP_TO = auto()  # 以前
    AFTER = auto()
    AROUND = auto()
    ABOUT = auto()  # 約, before a length
    LENGTH = auto()  # 間, にわたり
    WEEK_OF = auto()
    WEEK_FROM = auto()
    SPANNING = auto()  # にかけて, 両日: after two times
    DATED = auto()  # 付けで: the day on which it takes effect
    NOT_A_TIME = auto()  # 付, 現在, 目, 版
    TOLD = auto()  # に署名された
    CHANGE = auto()  # changes the sense: refuses the phrase
    NEXT = auto()  # 次回
    EVENT = auto()
    ACT = auto()  # 発効, 署名
    OCCASION = auto()  # の際
    TOWARDS = auto()  # に先立ち
    WHEN = auto()  # 次第
    NO = auto()  # の
    PARTICLE = auto()
    TO_BE = auto()  # である, 予定: the end of what is said
    AND = auto()
    COMMA = auto()
    DOT = auto()  # ・
    DASH = auto()
    SLASH = auto()
    OPENING = auto()
    CLOSING = auto()
    MARK = auto()


class Word(NamedTuple):
    """A word, with its place in the text."""

    kind: Kind
    value: Any  # what it stands for: a number, a span, a portion; the kind says which
    text: str
    start: int
    end: int


_NAMED: Mapping[Kind, str] = {
    Kind.NAME: """
        中国 中東 中央 中間 中心 中部 中米 中南米 中韓 中露 中ロ 中台 中日 中長期 中小 中止 中断 中立 中核
        中継 中学 中堅 中道 中印 中朝 内閣 内外 内容 内戦 内政 内陸 内務 内示 内定 内需 内部 内相 内堀
        春日 春闘 春秋 春樹 春雄 春季例大祭 秋季例大祭 秋田 秋篠宮 秋葉 秋山 夏目 夏川 冬柴 春節 青春 立春 立秋 春分 秋分
        夏時間 冬時間 夏祭り 春祭り 初めて 初の 初会合 初訪問 初開催 初来日 初代 初当選 初期 末端 末裔
        頭取 頭脳 前向き 前提 前進 前例 前線 前身 前文 前者 前大統領 前首相 前外相 半島 半導体 半数 半分 後者 後退 後援
        後任 後継 後方 後押し 後藤 以上 以下 以外の 一層 より一層 より良い より緊密 からの支援 毎日新聞 今日的
        早期警戒 早期発見 早期離職 定期券 定期便 定期航空 定期船 未来 将来世代 将来像 将来性 将来の世代 次元 次官 次長 次席
        本日程 日本 日中韓 日中 日米 日露 日ロ 日韓 日朝 日欧 日英 日仏 日独 日印 日豪 日程 来賓 来場 頃合い 間柄 間接
        年金 年齢 月例 月面 週刊 内々 中味 中身 中古 中流 はじめとする をはじめ を始め
        三月堂 二月堂 五月晴れ 五月雨 五月祭 十月革命 日曜大工 夏季五輪 冬季五輪 夏季オリンピック 冬季オリンピック
        夏季大会 冬季大会 春の叙勲 秋の叙勲 春の園遊会 秋の園遊会 シャトル外交 秋刀魚 一月万冊 月曜会
        条約 契約 公約 規約 制約 確約 予約 誓約 節約 盟約 要約 いずれか一方 いずれかの締約国 いずれかの国 いずれの いずれも いずれにせよ いずれにしても いずれにしろ
        年間 今年生まれ 一方 一部 一般 一致 一連 一環 一般的 前回 目指して 度合い 明日香
        """,
    Kind.LONG_PAST: "過去 これまで 従来 先般 先頃 先ごろ 去る 今まで いままで 既に すでに かつて 最近 近年 昨今 この度 このたび",
    Kind.SINCE: "以来 に入って に入ってから に入り",
    Kind.FUTURE: "今後 向こう これから この先 さらに 更に",
    Kind.EARLIEST: "早ければ 早くて 最も早ければ 早くも",
    Kind.NOT_BEFORE: "早くとも 早くても",
    Kind.AT_LATEST: "遅くとも 遅くても 最も遅くとも おそくとも",
    Kind.BY: "まで 迄 を期限 を期限として を期限とし を締切 を締め切り 限り 必着 締切 締め切り 〆切",
    Kind.INSIDE: """
        内 中 以内 のうち うち のうちの を超えない期間内 を超えない範囲内 を超えない期間 を超えない範囲 を限度
        """,
    Kind.THROUGH: "いっぱい 一杯",
    Kind.ONWARD: "以降 以後 から先 以遠 以降順次",
    Kind.FROM: "から より",
    Kind.BEGIN: "開始 始まる 始まり 始動 始める スタート 実施 適用 発効 施行 運用 始まった",
    Kind.BEFORE: "前 より前 より以前 よりも前 を待たずに を待たず",
    Kind.UP_TO: "以前",
    Kind.AFTER: "後 のち より後 直後",
    Kind.AROUND: """
        頃 ごろ ころ 前後 あたり 辺り めど メド 目途 目処 軸 念頭 視野 目標 目指 目安 程度 ほど くらい ぐらい ターゲット
        """,
    Kind.ABOUT: "約 およそ 概ね おおむね 凡そ 最長 最大 最短で 最低",
    Kind.LENGTH: "間 の間 の期間 にわたり にわたって にわたる に亘り かけて をかけて にかけて にかけての",
    Kind.WEEK_OF: "の週 週",
    Kind.WEEK_FROM: "から始まる週 に始まる週 から始まる1週間 からの週 で始まる週",
    Kind.SPANNING: "両日 の両日",
    Kind.DATED: "付けで 付で",
    Kind.NOT_A_TIME: "付け 付 現在 時点 生まれ 版 比 ぶり 振り 目 余 余り 計画 産 製 来 組 号 型 物 卒 超 決算 決算発表",
    Kind.TOLD: """
        署名された 署名した 締結された 締結した 採択された 採択した 発効した 開催された 開催した 行われた 行った 合意された
        合意した 発表された 発表した 公表された 公表した 設立された 設置された 調印された 調印した 実施された 実施した
        開かれた 訪問した 訪日した 来日した 就任した 終了した 閉幕した 改定された 策定された 決定された 創設された 立ち上げた
        立ち上げられた 成立した 制定された 始まった 表明した 批准した 交わされた 開始された 開始した 発足した 発生した 起きた
        """,
    Kind.CHANGE: """
        以外 除く 除き 除いて ではなく でなく でない ではない 延期 見送 取りやめ 取り止め 断念 予定だった 予定していた
        予定されていた はずだった 同年 同月 同日 同時期 同週 当日 前日 翌日 場合 困難 未定 前倒し 後ろ倒し 中止 できなかった
        しない 間に合わ 繰り上げ 繰り下げ ゴールデンウィーク gw お盆 冬休み 夏休み 先送り 過ぎ すぎ 別の もう一度 変更
        """,
    Kind.NEXT: "次回 次回の 次期 今度の 次なる 次の 来る 来たる 次",
    Kind.EVENT: """
        会合 会議 会談 首脳会議 首脳会談 外相会談 サミット 総会 フォーラム 対話 協議 大会 万博 博覧会 オリンピック パラリンピック
        五輪 選挙 訪問 来日 来訪 往訪 外遊 往来 式典 即位 国会 交渉 ラウンド セミナー シンポジウム 記念日 ワークショップ 見本市
        展示会 閣僚級 演説 朝食会 昼食会 夕食会 晩餐会 レセプション 行事 戦没者追悼式 ワールドカップ w杯 g7 g8 g20 apec asem asean
        ticad cop 閣僚会合 外相会合 委員会 祭典 学会 審査会 協定の見直し 会期 議会 セッション 一般討論 国際会議
        理事会 部会 作業部会 訪日 訪米 訪中 訪韓 訪露 訪ロ 訪英 訪独 訪仏 訪印 訪伊 訪朝 訪越 訪欧 訪豪 訪土 訪比 訪加 訪沖 歴訪 就任式 就任 退任 大統領選 総選挙 参院選 衆院選 東方経済フォーラム 対話の場 2+2 2プラス2 任期 任期末 任期満了 在任 会期末 総裁選 代表選 党大会 中間選挙 予備選 国民投票 通常国会 臨時国会 特別国会 今国会 参議院選挙 衆議院選挙
        """,
    Kind.ACT: "発効 効力発生 効力の発生 署名 調印 批准 締結 妥結 合意 採択 承認 終了 完了 開催 開始 開幕 閉幕 開会 閉会 設立 完成 受領 通告 通知 交換 決定 着工 着任 帰国 発足 公布 施行 署名式 卒業 派遣 提出 導入 選出 発出 就航 開通 再開 終結 停戦 離脱 加盟 加入 寄託 解除 緩和 成立 発表 公表 改正 竣工 打上げ 打ち上げ 投開票 閣議決定 可決 公示 解決 改定 更新 検討 検証 精査 収束 終息 改選 組閣 政権発足 議会承認 国会承認",
    Kind.OCCASION: "の際 に際し の機会 の折 の場 の席上 に合わせ と合わせ と併せ に併せ のマージン の傍ら の期間中 時 の時 のとき に伴い 期間中 と同時 を機 を契機",
    Kind.TOWARDS: "に先立ち に先立って に先立つ を前に を控え に向け に間に合",
    Kind.WHEN: "次第 ている間 た段階で た時点で た暁に を得て を経て を得た上で を経た上で を受けて の結果を踏まえ",
    Kind.NO: "の",
    Kind.PARTICLE: "に は が を で へ も にも には での への での、 においても において における で、 では 現地時間",
    Kind.TO_BE: "である だ です 予定 見込み 見通し 方向 開催 実施予定 される する",
    Kind.AND: "及び および 並びに ならびに と 又は または もしくは 若しくは ないし 乃至 か や あるいは 或いは か、 、または",
    Kind.COMMA: "、 , ， 。 ､ ｡",
    Kind.DOT: "・ ･ ·",
    Kind.DASH: "- ~ ─ ━ → ⇒",
    Kind.SLASH: "/",
    Kind.OPENING: "( [ 「 『 【 〔 〈 ｢",
    Kind.CLOSING: ") ] 」 』 】 〕 〉 ｣",
    Kind.EACH: "ごと 毎 おき 置き 毎に",
}
"""Words that stand for nothing but their kind."""

_URGENT = """
    早期 早急 早く 早い時期 早い段階 早い機会 早いうち 早い将来 早い日程 早めに 早いタイミング 早期の適切な時期
    速やか すみやか 迅速 近く 近日中 近日 近々 近い将来 近い時期 近い機会 近いうち 近くの適切な時期 至急 直ちに ただちに
    間もなく まもなく 遅滞なく 一日も早 1日も早 一刻も早 最も早い 最短 遠くない将来 遠くない時期 遅くない時期 遠からず 可能な限り早
    可能な限り速やか 可能な限り早期 可能な限り早い時期 可能な限り早い機会 できる限り早 できる限り早く できる限り早期
    できる限り速やか できるだけ早 できるだけ早く できるだけ早期 できるだけ速やか できるだけ早い時期 できる限り早い時期
    なるべく早 なるべく早く なるべく早期 なるべく早い時期 出来る限り早 出来るだけ早 出来るだけ早期 出来る限り早期
    可及的速やか 可及的速やかに 早期の段階 早い時点 可能な限り早い段階 可能な限り近い将来 可能な限り早い時点
    可能な限り早い日程 なるべく早い機会 できる限り早い機会 できるだけ早い機会 できるだけ早い段階 早期開催 早期実現 即時 即座 時を移さず 即刻
    """
_LEISURE = """
    然るべき時期 しかるべき時期 然るべきタイミング しかるべきタイミング 然るべき時 しかるべき時 然るべき機会 しかるべき機会
    適切な時期 適切な機会 適切なタイミング 適当な時期 適当な機会 適当なタイミング 適時 適宜 双方の都合の良い 双方の都合のよい
    双方の都合のつく 双方の都合がつく 双方に都合の良い 双方に都合のよい 双方にとって都合の良い 双方にとって都合のよい 都合の良い
    都合のよい 都合のいい 都合のつく 都合がつく 都合の付く 都合の合う 都合が合う 都合が付く 後日 追って いずれ 将来 将来的 今後 引き続き 時機を見て 時機を捉え 時機をとらえ 折を見て 時期を見て
    当面 当分 順次 中長期的 今後調整 調整中 検討中 必要に応じ 不定期 随時 そのうち いつか 時期は未定 日程は未定 時期未定
    時期が来れば 機が熟せば 条件が整えば 環境が整えば 今後の課題 相互に都合 双方が合意する時期 双方が合意する日程 合意する時期 合意する日程 長期的 次の機会 外交ルートで
    都合が合えば 都合が許せば 都合がつけば 都合が付けば 状況が許せば 状況が許す限り 情勢が許せば 事情が許せば
    折に触れ 折にふれ 見極めつつ 見極めた上で 見極めながら 中期的 短期的 状況が整えば 適切な段階 適当な段階 タイムリー 機会を捉え 機会をとらえ 別途 状況を見て 状況に応じて 情勢を見て
    今後決定 外交ルートを通じて 外交ルートを通じ 継続的 合意される時期 お互いに都合 互いに都合
    """
_REPEATS = {
    12: "毎年 毎年度 年次 例年 年ごと 年毎 毎春 毎夏 毎秋 毎冬 各年 1年ごと 一年ごと 年に一度ずつ",
    24: "隔年 一年おき 1年おき 隔年度",
    1: "毎月 月ごと 月毎 各月",
    2: "隔月",
    3: "四半期ごと 四半期毎 四半期に一度 四半期に1度 四半期に1回 四半期に一回 毎四半期 各四半期",
    6: "半年ごと 半年毎 半年に一度 半年に1度 半年に1回 半年に一回 半期ごと 半期毎 半期に1回 半期に一度 毎半期",
    None: "毎週 毎日 隔週 毎回 定期的 定期 定例 恒例 恒常的 常時 交互 持ち回り 頻繁 毎週末 週ごと 周期的 年数回",
}
_YEARS = {
    Ahead(Unit.YEAR, 0): "今年 本年 当年 ことし",
    Ahead(Unit.YEAR, 1): "来年 明年 翌年 新年 来たる年 らいねん",
    Ahead(Unit.YEAR, 2): "再来年 明後年 さ来年 翌々年",
    FiscalAhead(0): "今年度 本年度 当年度 今会計年度 本会計年度",
    FiscalAhead(1): "来年度 翌年度 次年度 明年度 新年度 次会計年度 来会計年度",
    FiscalAhead(2): "再来年度 翌々年度",
}
_PAST = {
    Ahead(Unit.YEAR, -1): "昨年 去年 前年 旧年",
    Ahead(Unit.YEAR, -2): "一昨年 おととし",
    Ahead(Unit.MONTH, -1): "先月 前月 先々月",
    Ahead(Unit.WEEK, -1): "先週 前週 先々週",
    Ahead(Unit.DAY, -1): "昨日 一昨日 前夜 昨夜",
    FiscalAhead(-1): "昨年度 前年度 一昨年度",
    Season(0): "昨春",
    Season(1): "昨夏",
    Season(2): "昨秋",
    Season(3): "昨冬",
}
_NEXT_YEAR = Ahead(Unit.YEAR, 1)
_SPANS: dict[Span, str] = {
    Ahead(Unit.MONTH, 0): "今月 本月 当月",
    Ahead(Unit.MONTH, 1): "来月 翌月 らいげつ",
    Ahead(Unit.MONTH, 2): "再来月 翌々月",
    Ahead(Unit.WEEK, 0): "今週 本週",
    Ahead(Unit.WEEK, 1): "来週 翌週",
    Ahead(Unit.WEEK, 2): "再来週 翌々週",
    Ahead(Unit.WEEKEND, 0): "今週末 週末",
    Ahead(Unit.WEEKEND, 1): "来週末",
    Ahead(Unit.QUARTER, 0): "今四半期 当四半期",
    Ahead(Unit.QUARTER, 1): "来四半期 次四半期",
    Ahead(Unit.HALF, 0): "今半期",
    Ahead(Unit.DAY, 0): "本日 今日 きょう 今晩 今夜 今夕 今朝",
    Ahead(Unit.DAY, 1): "明日 あす 明晩",
    Ahead(Unit.DAY, 2): "明後日 あさって",
    Weekday(0, Ahead(Unit.WEEK, 1)): "週明け 来週明け",
    Part(Portion.EARLY, Ahead(Unit.WEEK, 0)): "週初め 週初",
    Part(Portion.MID, Ahead(Unit.WEEK, 0)): "週半ば",
    Season(0, Ahead(Unit.YEAR, 0)): "今春",
    Season(1, Ahead(Unit.YEAR, 0)): "今夏",
    Season(2, Ahead(Unit.YEAR, 0)): "今秋",
    Season(3, None, Pick.THIS): "今冬 この冬 今度の冬",
    Season(0, None, Pick.THIS): "この春",
    Season(1, None, Pick.THIS): "この夏",
    Season(2, None, Pick.THIS): "この秋",
    Season(0, None, Pick.NEXT): "来春 明春 翌春",
    Season(1, _NEXT_YEAR): "来夏 明夏 翌夏",
    Season(2, _NEXT_YEAR): "来秋 明秋 翌秋",
    Season(3, _NEXT_YEAR): "来冬 明冬 翌冬",
    Feast(
        TURN
    ): "年末年始 年末から年始 年末・年始 年末又は年始 年末または年始 年末か年始 年末もしくは年始",
    Feast("christmas"): "クリスマス",
    Day(1, Month(1)): "元日 元旦",
    Day(31, Month(12)): "大晦日 大みそか",
}
_YEAR_PARTS = {
    Portion.EARLY: "年初 年初め 年始 年頭 年明け 年明け早々 年当初 年の初め",
    Portion.MID: "年央 年半ば 年の半ば 年中頃 年中ごろ",
    Portion.END: "年末 年の瀬 年の暮れ 年の終わり 暮れ",
}
_MONTH_PARTS = {
    Portion.EARLY: "月初 月初め 月はじめ 月始め 月上旬",
    Portion.MID: "月半ば 月央 月中旬",
    Portion.END: "月末 月下旬",
}
_PORTIONS: dict[Portion | tuple[Portion, Portion], str] = {
    Portion.EARLY: "上旬 初旬 初頭 初め はじめ 始め 冒頭 当初 序盤 早々 明け 明け早々 初 頭",
    Portion.MID: "中旬 半ば なかば 中頃 中ごろ 中盤 中葉 央",
    Portion.LATE: "下旬 終盤",
    Portion.END: "末 終わり 終り おわり 暮れ",
    (Portion.EARLY, Portion.MID): "上中旬 上・中旬 上旬・中旬",
    (Portion.MID, Portion.LATE): "中下旬 中・下旬 中旬・下旬",
}
_FRACTIONS = {1: "前半", 2: "後半"}
_HALVES = {1: "上半期 上期 上半 前半期 上半年 年前半", 2: "下半期 下期 下半 後半期 下半年 年後半"}
_SEASONS: dict[tuple[int, Portion | None], str] = {
    (0, None): "春 春季 春期",
    (1, None): "夏 夏季 夏期 夏場 真夏",
    (2, None): "秋 秋季 秋期",
    (3, None): "冬 冬季 冬期 冬場 真冬",
    (0, Portion.EARLY): "春先 早春 初春",
    (0, Portion.LATE): "晩春",
    (1, Portion.EARLY): "初夏",
    (1, Portion.MID): "盛夏",
    (1, Portion.LATE): "晩夏",
    (2, Portion.EARLY): "初秋 秋口",
    (2, Portion.LATE): "晩秋",
    (3, Portion.EARLY): "初冬",
    (3, Portion.LATE): "晩冬",
}
_INSIDE_UNITS: dict[Span, str] = {
    Ahead(Unit.YEAR, 0): "年内",
    FiscalAhead(0): "年度内 年度中",
    Ahead(Unit.MONTH, 0): "月内",
    Ahead(Unit.WEEK, 0): "週内 週中",
}
WEEKDAYS = "月火水木金土日"
_LAST_ONES: dict[tuple[int, Unit, int | None], str] = {
    (-1, Unit.DAY, None): "末日 最終日",
    (-1, Unit.WEEK, None): "最終週 最後の週",
    (1, Unit.WEEK, None): "最初の週",
    **{
        (-1, Unit.DAY, at): f"最終{day}曜日 最後の{day}曜日 最終{day}曜"
        for at, day in enumerate(WEEKDAYS)
    },
}


def _entries() -> Iterator[tuple[str, Kind, Any]]:
    for kind, words in _NAMED.items():
        yield from ((word, kind, None) for word in words.split())
    tables: tuple[tuple[Kind, Mapping[Any, str]], ...] = (
        (Kind.REPEAT, _REPEATS),
        (Kind.AMOUNT, {Amount(2, Unit.DAY): "一両日 1両日"}),
        (Kind.YEAR, _YEARS),
        (Kind.PAST, _PAST),
        (Kind.SPAN, _SPANS),
        (Kind.YEAR_PART, _YEAR_PARTS),
        (Kind.MONTH_PART, _MONTH_PARTS),
        (Kind.PORTION, _PORTIONS),
        (Kind.FRACTION, {(key, 2): words for key, words in _FRACTIONS.items()}),
        (Kind.HALF, {(key, 2): words for key, words in _HALVES.items()}),
        (Kind.SEASON, _SEASONS),
        (Kind.INSIDE_UNIT, _INSIDE_UNITS),
        (Kind.OPEN, {True: _URGENT, False: _LEISURE}),
        (Kind.NTH, _LAST_ONES),
        (Kind.FISCAL_UNIT, {FiscalAhead(0): "年度 会計年度"}),
        (Kind.WEEKDAY, {at: f"{day}曜日 {day}曜" for at, day in enumerate(WEEKDAYS)}),
    )
    for kind, table in tables:
        for value, words in table.items():
            yield from ((word, kind, value) for word in words.split())


def lexicon() -> dict[str, tuple[tuple[str, Kind, Any], ...]]:
    """The words by their first character, the longest first."""
    found: dict[str, dict[str, tuple[str, Kind, Any]]] = {}
    for word, kind, value in _entries():
        found.setdefault(word[0], {}).setdefault(word, (word, kind, value))
    return {
        first: tuple(sorted(words.values(), key=lambda entry: -len(entry[0])))
        for first, words in found.items()
    }
