"""The Turkish words of time, and the reading of a Turkish phrase.

Words stand here by their stems; `endings` takes off what hangs on them, and gives it as the
preposition that it is, behind its word. Texts are read without the marks of their letters, so that
"gelecek yil" and "GELECEK YIL" are read as "gelecek yıl" is.
"""

from collections.abc import Iterator
from typing import Any

from dipltrack.wording.denotation import Denotation, Portion, Unit
from dipltrack.wording.endings import BEHIND_A_MARK, LONGEST_ENDING, ending_of, folded
from dipltrack.wording.grammar.sentence import meaning
from dipltrack.wording.grammar.tail_events import MARKED
from dipltrack.wording.grammar.tail_lengths import APART
from dipltrack.wording.grammar.tail_phrases import said
from dipltrack.wording.ordinals import with_ordinals
from dipltrack.wording.tokens import Entry, Kind, Lexicon, Token, tokens_of

_STEMS: dict[Kind, dict[Any, str]] = {
    Kind.MONTH: {
        1: "ocak, ocağ",
        2: "şubat",
        3: "mart",
        4: "nisan",
        5: "mayıs",
        6: "haziran",
        7: "temmuz",
        8: "ağustos",
        9: "eylül",
        10: "ekim",
        11: "kasım",
        12: "aralık, aralığ",
    },
    Kind.WEEKDAY: {
        0: "pazartesi",
        1: "salı, salı günü",
        2: "çarşamba",
        3: "perşembe",
        4: "cuma",
        5: "cumartesi",
        6: "pazar, pazar günü",
    },
    Kind.SEASON: {
        0: "ilkbahar, bahar",
        1: "yaz",
        2: "sonbahar, güz",
        3: "kış",
    },
    Kind.UNIT: {
        Unit.HOUR: "saat",
        Unit.DAY: "gün",
        Unit.WORKING_DAY: "işgün",
        Unit.WEEKEND: "haftason",
        Unit.WEEK: "hafta",
        Unit.MONTH: "ay",
        Unit.QUARTER: "çeyrek, çeyreğ",
        Unit.HALF: "yarıyıl",
        Unit.YEAR: "yıl, sene",
        Unit.DECADE: "onyıl",
    },
    Kind.PORTION_UNIT: {
        (Portion.END, Unit.YEAR): "yılson",
        (Portion.END, Unit.MONTH): "ayson",
        (Portion.EARLY, Unit.MONTH): "aybaş",
    },
    Kind.MOMENT: {None: "tarih, dönem, süreç, mevsim, süre"},
    Kind.HALF: {None: "yarı"},
    Kind.DAYWORD: {0: "bugün, bu aksam, bu sabah, bu gece", 1: "yarın"},
    Kind.FEAST: {"new year": "yılbaş", "christmas": "noel"},
    Kind.EVENT: {
        None: """
            yaz tatili, yaz tatilinden, yaz tatiline, yaz tatilinde, meclis tatilinden, toplantı, zirve, görüşme, konferans, ziyaret, istişare, tur, oturum, forum, diyalog,
            müzakere, seçim, tören, festival, çalıştay, seminer, kongre, yıldönüm, başkanlığ,
            başkanlık, imza, onay, g7, g20, cop, expo, olimpiyat, bayram, ramazan, genel kurul
            """
    },
    Kind.BODY: {
        None: """
            komite, komisyon, konsey, kurul, meclis, kek, aşama
            """
    },
}
"""Nouns, which endings may hang on; a second stem is the form before a vowel."""

_BOUND_STEMS: dict[Portion, str] = {
    Portion.EARLY: "baş, başlangıc",
    Portion.MID: "orta",
    Portion.END: "son, bitim",
}
"""Parts of a time: they are ones only with an ending, "sonu" is its end but "son" the last."""

_NAMED: dict[Kind, str] = {
    Kind.SOME: "birkaç, bir kaç, bazı, birçok",
    Kind.BY: """
        kadar, dek, değin, kadarki, kadar olan, geç olmamak üzere, daha geç olmamak üzere,
        geç olmamak kaydıyla, geç olmamak şartıyla, geç olmamak koşuluyla
        """,
    Kind.BEFORE: "önce, evvel, öncesi, öncesinde, öncesindeki, önceki",
    Kind.AFTER: "sonra, sonrası, sonrasında, müteakip, akabinde, ardından, takiben, müteakiben",
    Kind.OUT: "bitmeden, bitmeden önce, sona ermeden, dolmadan, tamamlanmadan, sona ermeden önce",
    Kind.WITHIN: "içinde, içerisinde, zarfında, içindeki",
    Kind.OVER: "boyunca, süresince, süreyle, süre ile, süreli, süre boyunca, müddetle",
    Kind.FOR: "için",
    Kind.BETWEEN: "arası, arasında, arasındaki",
    Kind.AND: "ve, ile",
    Kind.OR: "veya, ya da, veyahut, yahut",
    Kind.THROUGH: "ila",
    Kind.SINCE: "beri, bu yana",
    Kind.AROUND: """
        civarı, civarında, dolaylarında, sularında, doğru, gibi, yaklaşık, yaklaşık olarak, takriben
        """,
    Kind.AT_LATEST: "en geç, engeç, en geç olarak, veya öncesinde, veya daha önce, ya da öncesinde, ya da daha önce",
    Kind.AT_EARLIEST: "en erken",
    Kind.ONWARD: "itibaren, itibarıyla, itibariyle, başlayarak, başlamak üzere, geçerli olmak üzere, geçerli olarak",
    Kind.LENGTH: """
        süreli bir, azami, en fazla, en çok, bir süre, zaman dilimi,
        toplam
        """,
    Kind.FULL: "iş, takvim, tam, ardışık",
    Kind.A: "bir",
    Kind.REST: """
        geri kalanında, geri kalan kısmında, geri kalan bölümünde, geri kalan döneminde,
        kalan kısmında, kalan bölümünde, kalan döneminde, kalan aylarında, ilerleyen aylarında,
        ilerleyen döneminde, ilerleyen dönemlerinde, ileriki aylarında, geri kalan aylarında
        """,
    Kind.EVERY: "her",
    Kind.TIMES_WORD: "kez, kere, defa, sefer",
    Kind.LAST: "geçen, geçtiğimiz, son, geçmiş, evvelki",
    Kind.CLOCK: "öğlen, öğleden sonra, sabah, akşam, gece, gece yarısı, sabahleyin",
    Kind.OCCASION: """
        marjında, marjındaki, marjlarında, vesilesiyle, vesilesi ile, münasebetiyle,
        münasebeti ile, sırasında, sırasındaki, esnasında, dolayısıyla, bağlamında düzenlenen,
        paralelinde, açılışında, hitamında, ertesinde
        """,
    Kind.BOUND: "en az, en azından, asgari",
    Kind.CHANGE: """
        değil, olmamak, olmamak üzere, olmamak kaydıyla, olmamak şartıyla, geçmemek, geçmeyecek,
        geçmeden, aşmamak, aşmayacak, yapılmayacak, gerçekleştirilmeyecek, gerçekleşmeyecek,
        düzenlenmeyecek, olmayacak, hariç, haricinde, dışında, iptal, iptal edildi, olmadıkça, aksi takdirde, aynı,
        ertelendi, askıya, yerine, öğretim yılı, eğitim yılı, akademik yıl, akademik yılı,
        akademik yılın, ne, olmazsa, ertesi, mali yıl, mali yılı, mali yılın, mali yılında,
        mali yılının, mali yılına, mali yılsonu, eğitim yılında, öğretim yılında, akademik yılında,
        eğitim öğretim yılı, eğitim öğretim yılında, eğitim yılının, öğretim yılının
        """,
    Kind.WORD: """
        bir araya, bir arada, bir kez daha, bir daha, kısa, kışkırtıcı, kişi, yazı, basın, başına,
        mümkünse, bu çerçevede, bu kapsamda, bu bağlamda, bu vesileyle, bu doğrultuda, bu konuda,
        bu amaçla, bir yandan, her iki taraf, her iki ülke, her iki bakan, iki ülke, iki taraf, iki bakan,
        iki lider, iki devlet, iki ülkenin, iki tarafın, iki bakanın, birlikte, ayrıca, yılmaz,
        ilk kez, ilk defa, bu toplantı, bu arada, bu süreçte, her alanda, her düzeyde, aynı zamanda,
        orta doğu, orta asya, son derece, son olarak, başkan, başbakan, başta, günümüzde, ayrı,
        bunun için, bu sayede, bu sebeple, bu nedenle, her zaman, sonuç, sonuçta
        """,
    Kind.PAST_WORD: """
        imzalanan, imzalanmış, kabul edilen, düzenlenen, yapılan, gerçekleştirilen, kurulan,
        yayımlanan, yayınlanan, varılan, imzalandı, yapıldı, gerçekleştirildi, düzenlendi,
        açıklanan, alınan, başlatılan, imzaladığımız, onaylanan, kararlaştırılmıştı, kararlaştırılmış, kararlaştırılan, kararlaştırdığımız, tarihli, akdedilen, kurulmuş, düzenlenmiş
        """,
}

_VALUED: dict[Kind, dict[Any, str]] = {
    Kind.NEXT: {
        1: """
            gelecek, önümüzdeki, bir sonraki, sonraki, müteakip, müteakip ilk, takip eden, izleyen, gelen,
            gelecek olan, bir dahaki, yaklaşan
            """
    },
    Kind.THIS: {0: "bu, içinde bulunduğumuz, mevcut, cari, içinde olduğumuz, şu anki"},
    Kind.EARLY: {Portion.EARLY: "erken"},
    Kind.HALF: {"more": "buçuk"},
    Kind.DAYWORD: {2: "öbür gün"},
    Kind.UNITS: {
        Unit.WEEK: "gün ve haftalarda, günlerde ve haftalarda",
        Unit.MONTH: "hafta ve aylarda, haftalarda ve aylarda",
    },
    Kind.FRACTION: {
        **{(number, 4): f"q{number}, ç{number}" for number in range(1, 5)},
        **{(number, 2): f"h{number}" for number in (1, 2)},
    },
    Kind.SINCE: {
        True: "dün, daha önce, daha evvel, bugüne kadar, şimdiye kadar, bugüne dek, eskiden"
    },
    Kind.OPEN: {
        True: """
            kısa süre sonra, kısa bir süre sonra, en kısa zaman diliminde, süratli bir şekilde,
            süratli biçimde, süratli şekilde, ivedi şekilde, ivedi bir şekilde, en kısa sürede, en kısa süre içinde, en kısa süre içerisinde, en kısa zamanda,
            en kısa zaman içinde, en kısa zaman içerisinde, mümkün olan en kısa sürede,
            mümkün olan en kısa zamanda, mümkün olan en kısa süre içinde,
            mümkün olan en kısa süre içerisinde, mümkün olan en erken zamanda,
            mümkün olan en yakın zamanda, mümkün olan en erken tarihte,
            mümkün olan en yakın tarihte, mümkün olan en kısa süre zarfında, en erken zamanda,
            en yakın zamanda, en yakın tarihte, en erken tarihte, en yakın sürede,
            bir an önce, bir an evvel, biran önce, biran evvel, mümkün olduğunca çabuk,
            mümkün olduğunca kısa sürede, mümkün olduğu kadar çabuk, mümkün olduğunca erken,
            mümkün olduğunca hızlı, olabildiğince çabuk, olabildiğince hızlı, süratle, hızla,
            hızlı bir şekilde, hızlıca, ivedilikle, ivedi olarak, ivedi, acilen, acil olarak,
            öncelikli olarak, derhal, hemen, vakit kaybetmeden, vakit kaybetmeksizin, zaman kaybetmeksizin, vakit kaybedilmeden, zaman kaybetmeden,
            zaman kaybedilmeden, vakit geçirmeksizin, gecikmeksizin, gecikmeden, zamanında, vaktinde, vakitlice, geciktirmeden,
            geciktirmeksizin, geciktirilmeden, geciktirilmeksizin, daha fazla gecikmeden,
            yakında, pek yakında, çok yakında, yakın zamanda, çok yakın zamanda, yakın bir zamanda,
            yakın bir tarihte, kısa sürede, kısa süre içinde, kısa süre içerisinde,
            kısa zamanda, kısa zaman içinde, kısa bir süre içinde, kısa bir sürede,
            çok kısa sürede, çok kısa sürede içinde, ilk fırsatta, en yakın fırsatta,
            erken bir tarihte, en kısa zaman zarfında, öncelikle, bugün yarın, çabucak,
            mümkün olan en hızlı şekilde, en hızlı şekilde, en seri şekilde, en erken fırsatta,
            makul bir süre içinde, makul bir sürede, önümüzdeki kısa sürede, en yakın süreçte, makul süre içinde, makul sürede
            """,
        False: """
            yakın gelecekte, yakın bir gelecekte, yakın vadede, gelecekte, ilerleyen dönemde,
            ilerleyen süreçte, ilerleyen günlerde, ilerleyen aylarda, ileride, zamanı gelince,
            zamanı geldiğinde, vakti geldiğinde, vakti gelince, bir tarihte, bir zamanda, bir vakitte,
            tarihi daha sonra, tarihi diplomatik, uygun bir zamanda, uygun zamanda, uygun bir tarihte,
            uygun görülecek bir tarihte, ileri bir tarihte, ileriki bir tarihte,
            daha sonraki bir tarihte, daha sonra belirlenecek bir tarihte, her an,
            belirlenecek bir tarihte, kararlaştırılacak bir tarihte, kısa vadede, orta vadede,
            uzun vadede, kısa ve orta vadede, orta ve uzun vadede, önümüzdeki dönemde,
            önümüzdeki süreçte, gelecek dönemde, bundan sonra, bundan böyle, artık, zamanla,
            zaman içinde, süresiz olarak, süresiz, yeri ve zamanı geldiğinde, şartlar elverdiğinde,
            koşullar elverdiğinde, koşullar elverir elvermez, koşulları elverir elvermez,
            şartlar elverir elvermez, şartlar olgunlaştığında, koşullar olgunlaştığında, daha sonra, karşılıklı olarak uygun bir tarihte,
            taraflarca kararlaştırılacak bir tarihte, bir sonraki aşamada, öngörülebilir gelecekte,
            iki taraf için uygun bir tarihte, müsait bir zamanda, bir süre sonra, sürekli olarak
            """,
    },
    Kind.REPEAT: {
        (1, APART): "aylık aralıklarla, aylık periyotlarla, aylık dönemlerle",
        (12, APART): "yıllık aralıklarla, yıllık periyotlarla, yıllık dönemlerle",
        (12, None): """
            yıllık, yıllık olarak, yıllık bazda, senelik, yıldan yıla, yıllık temelde, yıllık esasta
            """,
        (6, None): "yarı yıllık, yarıyıllık",
        (1, None): "aylık, aylık olarak",
        (3, None): "üç aylık olarak, üçer aylık dönemlerle",
        (None, None): """
            düzenli olarak, düzenli, düzenli bir şekilde, düzenli biçimde, düzenli aralıklarla,
            düzenli şekilde, belirli aralıklarla, periyodik olarak, periyodik, haftalık,
            haftalık olarak, günlük, dönüşümlü olarak, dönüşümlü, sırayla,
            sık sık, zaman zaman, tekrar tekrar, muntazam olarak, muntazaman, rutin olarak,
            münavebeli olarak, belli aralıklarla, dönemsel olarak
            """,
    },
}

_ONES = "iki üç dört beş altı yedi sekiz dokuz"
_TENS = "on yirmi otuz kırk elli altmış yetmiş seksen doksan"
_ORDINALS = """
    birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu
    """
_ORDINAL_ENDINGS = frozenset({"inci", "nci", "uncu", "ncu"})
_SOFT = ("pazar",)
_UNBENT = frozenset({"pazar", "sali", "sali gunu", "pazar gunu"})
"""Words that with an ending would be others: the market, a carpet."""


def _words(table: str) -> Iterator[str]:
    for phrase in " ".join(table.split()).split(","):
        yield folded(phrase.strip())


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every stem, word and phrase, with what it is."""
    for tables in (_STEMS, _VALUED):
        for kind, groups in tables.items():
            for value, words in groups.items():
                for word in _words(words):
                    yield word, Entry(kind, value)
    for kind, words in _NAMED.items():
        for word in _words(words):
            yield word, Entry(kind, 1 if kind is Kind.A else None)
    ones = {folded(word): at for at, word in enumerate(_ONES.split(), 2)}
    tens = {folded(word): 10 * at for at, word in enumerate(_TENS.split(), 1)}
    for word, number in (ones | tens).items():
        yield word, Entry(Kind.NUMBER, number)
    for ten, more in tens.items():
        for one, number in ({"bir": 1} | ones).items():
            yield f"{ten} {one}", Entry(Kind.NUMBER, more + number)
    yield "yuz", Entry(Kind.NUMBER, 100)
    yield "ilk", Entry(Kind.ORDINAL, 1)
    for number, word in enumerate(_ORDINALS.split(), 1):
        yield folded(word), Entry(Kind.ORDINAL, number)
        if number < 10:
            yield f"on {folded(word)}", Entry(Kind.ORDINAL, 10 + number)


def _stems() -> dict[str, Entry]:
    """The stems that endings hang on; of two words only the last one is written here."""
    stems = {
        stem: Entry(kind, value)
        for kind, groups in _STEMS.items()
        for value, words in groups.items()
        for stem in _words(words)
        if " " not in stem and stem not in _UNBENT
    }
    bound = {
        stem: Entry(Kind.PORTION, portion)
        for portion, words in _BOUND_STEMS.items()
        for stem in _words(words)
    }
    return stems | bound


_ALL = dict(_entries())
LEXICON = Lexicon(_ALL.items(), soft=_SOFT)
STEMS = _stems()
_LONGEST_STEM = max(map(len, STEMS))


def denotation_of(text: str) -> Denotation:
    """What a Turkish phrase, in plain small letters, denotes.

    >>> denotation_of("ocak sonunda")
    Part(portion=<Portion.END: 'end of'>, of=Month(number=1, year=None, pick=<Pick.BARE: 1>))
    """
    return meaning(turkish_tokens(text), text, said)


def turkish_tokens(text: str) -> list[Token]:
    """The tokens of a Turkish text, each ending as a word of its own behind its stem.

    >>> [token.kind.name for token in turkish_tokens("14 aralık'ta")]
    ['NUMBER', 'MONTH', 'IN']
    """
    parted: list[Token] = []
    for token in _without_marks(_clocked(with_ordinals(tokens_of(folded(text), LEXICON)))):
        parted += _stem_and_case(token) if token.kind is Kind.WORD else [token]
    parted = _halved(parted)
    return [
        token._replace(text=text[token.start : _shown_to(parted, at)])
        for at, token in enumerate(parted)
        if not _is_idle(parted, at)
    ]


def _halved(tokens: list[Token]) -> list[Token]:
    """The tokens, where "yarının" behind an ordinal is of the half, and not of tomorrow."""
    counting = {Kind.ORDINAL, Kind.LAST}
    return [
        token._replace(kind=Kind.HALF, value=None)
        if token.kind is Kind.DAYWORD and at and tokens[at - 1].kind in counting
        else token
        for at, token in enumerate(tokens)
    ]


_NAMES = frozenset({Kind.WORD, Kind.EVENT, Kind.BODY, Kind.NEXT, Kind.ORDINAL})


def _shown_to(tokens: list[Token], at: int) -> int:
    """Where the text of a token ends: without its case, but where that says nothing of time."""
    token = tokens[at]
    named_on = at + 2 < len(tokens) and tokens[at + 2].kind in _NAMES
    idle = named_on and _is_idle(tokens, at + 1)
    return token.end if idle else token.start + len(token.text)


def _clocked(tokens: list[Token]) -> list[Token]:
    """The tokens, where "saat 10.30" is the hour of the day, and "yeni yıl" the next one."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else token
        timed = before.text == "saat" or (before.kind is Kind.CLOCK and before.end == token.start)
        numbers = token.kind in {Kind.NUMBER, Kind.CLOCK, Kind.DOT, Kind.ORDINAL}
        if before.text == "yeni" and token.text.startswith(("yil", "sene")):
            found[-1] = before._replace(kind=Kind.NEXT, value=1)
        if timed and numbers:
            found[-1] = before._replace(kind=Kind.CLOCK)
            token = token._replace(kind=Kind.CLOCK)
        found.append(token)
    return found


def _without_marks(tokens: list[Token]) -> list[Token]:
    """The tokens, where an ending behind an apostrophe is a case, or part of an unknown name."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        ending = tokens[at + 1] if at + 1 < len(tokens) else token
        marked = token.text == "'" and found and found[-1].end == token.start
        if not marked or ending.start != token.end:
            found.append(token)
            at += 1
            continue
        found += _marked(found.pop(), ending)
        at += 2
    return found


def _marked(token: Token, ending: Token) -> list[Token]:
    if token.kind is Kind.NUMBER and ending.text in _ORDINAL_ENDINGS:
        return [token._replace(kind=Kind.ORDINAL, end=ending.end)]
    noun = _stem_and_case(token)[0] if token.kind is Kind.WORD else token
    if noun.kind is Kind.WORD or ending.text not in BEHIND_A_MARK:
        whole = f"{token.text}'{ending.text}"
        return [token._replace(kind=Kind.WORD, value=None, text=whole, end=ending.end)]
    noun = noun._replace(end=ending.end)
    case = _case(BEHIND_A_MARK[ending.text], ending.end)
    return [noun, *(token._replace(value=MARKED) for token in case)]


def _case(case: Kind | None, end: int) -> list[Token]:
    return [] if case is None else [Token(case, None, "", end, end)]


def _stem_and_case(token: Token) -> list[Token]:
    """The stem of a word, and the case that hangs on it; the word itself where it is unknown."""
    word = token.text
    first = max(2, len(word) - LONGEST_ENDING)
    for size in range(min(len(word) - 1, _LONGEST_STEM), first - 1, -1):
        entry = STEMS.get(word[:size])
        found = None if entry is None else ending_of(word[:size], word[size:])
        if entry is not None and found is not None:
            kind = Kind.UNITS if found.several and entry.kind is Kind.UNIT else entry.kind
            shown = word[: len(word) - found.length]
            noun = Token(kind, entry.value, shown, token.start, token.end)
            return [noun, *_case(found.case, token.end)]
    return [token]


_TURNING = frozenset(
    {Kind.BEFORE, Kind.AFTER, Kind.BY, Kind.ONWARD, Kind.SINCE, Kind.AROUND, Kind.THROUGH}
)


def _is_idle(tokens: list[Token], at: int) -> bool:
    """True for the case of an event that says nothing of time: "zirveye" is to the summit."""
    if tokens[at].kind not in {Kind.TO, Kind.FROM, Kind.OF} or not at:
        return False
    after = tokens[at + 1].kind if at + 1 < len(tokens) else Kind.FINISH
    unit = tokens[at + 2].kind if at + 2 < len(tokens) else Kind.FINISH
    counted = tokens[at].kind is Kind.FROM and unit is Kind.UNIT  # zirveden iki hafta sonra
    soon = after is Kind.OPEN and unit in {Kind.BEFORE, Kind.AFTER}  # hemen sonra
    turns = counted or soon or after in _TURNING
    return tokens[at - 1].kind in {Kind.EVENT, Kind.BODY} and not turns
