"""A Japanese text -> its words: the longest of the lexicon at each place, and numbers with what they count."""

import re
from collections.abc import Callable
from typing import Any

from dipltrack.wording.denotation import (
    Amount,
    Day,
    Decade,
    FiscalYear,
    Month,
    Unit,
    Year,
)
from dipltrack.wording.eras import year_of_era
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.japanese.words import WEEKDAYS, Kind, Word, lexicon

LEXICON = lexicon()
_LONGEST_NUMBER = 6  # more digits than this are no number of anything that is counted here
_UNCOUNTED = 1_000_000
_DIGITS: dict[str, int] = {
    "〇": 0,
    "零": 0,
    **{digit: at for at, digit in enumerate("一二三四五六七八九", 1)},
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_UNITS = {
    "時間": Unit.HOUR,
    "日": Unit.DAY,
    "日間": Unit.DAY,
    "営業日": Unit.WORKING_DAY,
    "週": Unit.WEEK,
    "週間": Unit.WEEK,
    "月": Unit.MONTH,
    "年": Unit.YEAR,
    "年間": Unit.YEAR,
    "年度": Unit.YEAR,
    "四半期": Unit.QUARTER,
    "半期": Unit.HALF,
}
_PERIODS = {
    "年": 12,
    "年度": 12,
    "月": 1,
    "か月": 1,
    "半年": 6,
    "四半期": 3,
    "毎年": 12,
    "毎月": 1,
}
_N = r"(?:\d+|[〇零一二三四五六七八九十百千]+)"
_EACH = r"(?:[かヵヶカケヵ箇ヶ個])"
_COUNTED = (
    "[億万兆]|円|人|名|件|社|%|パーセント|歳|世紀|分の|者|年目|年ぶり|年来|周年|年生|年物|年余|回目|度目|号|条|項|"
    "国|都市|つ|割|倍|ドル|トン|キロ|本|機|隻|日目|週目|級|点|位|種|分野|校|省庁|閣僚|首脳"
)
_TITLE = (
    "カーボン|ネット・?ゼロ|アジェンダ|ビジョン|大阪・?関西|日本国際博覧会|国際園芸博覧会|大阪万博|東京(?:オリンピック|五輪|大会|パラリンピック)|"
    r"(?:[ァ-ヶー]+|北京|平昌|愛知)(?:冬季|夏季)?(?:万博|五輪|オリンピック)|[^\d、。でがのはに]{1,12}?(?:大会|博覧会|ワールドカップ)|万博|目標|枠組|ラグビー|改革|戦略|行動計画"
)
_NUMERIC = re.compile(
    rf"\((?P<weekday>[月火水木金土日])(?:曜日?)?(?:[・、,]?[祝休])?\)"
    rf"|\((?P<holiday>[祝休])\)"
    rf"|(?P<clock>(?:午前|午後)?(?:{_N}時(?!間|期|代|点)(?:{_N}分|半)?|正午|\d{{1,2}}:\d\d)|午前中?|午後)"
    rf"|(?P<dated>(?P<y>\d{{4}})(?P<mark>[/.-])(?P<m>\d{{1,2}})(?P=mark)(?P<d>\d{{1,2}})(?!\d))"
    rf"|(?P<slashed>(?P<sm>\d{{1,2}})/(?P<sd>\d{{1,2}})(?![\d/]))"
    rf"|第?(?P<quarter>[1-4一二三四])(?:・?四半期|(?=(?:[・、-]|及び|から|と)第[1-4一二三四]・?四半期))"
    rf"|第(?P<nth>{_N})(?P<nth_of>週末?|[月火水木金土日]曜日?)"
    rf"|(?P<ordinal>第(?:{_N}|数)(?:[・.\-の]{_N})*(?:回目?|次|条|項|期|号|章|版|世代|段階|部|節|者|国|弾|代)?)"
    rf"|(?P<era>明治|大正|昭和|平成|令和|[mtshr](?=[\d元]))(?P<era_year>{_N}|元)"
    rf"(?:(?P<era_unit>年度|年)|(?P<era_mark>[./])(?P<em>\d{{1,2}})(?P=era_mark)(?P<ed>\d{{1,2}})"
    rf"|(?=(?:[-、・]|及び|から){_N}(?P<era_ahead>年度|年)))"
    rf"|(?P<decade>\d{{3}}0)年代"
    rf"|fy(?P<coded>\d{{4}})"
    rf"|(?P<named>(?:19|20)\d\d(?=[ァ-ヶa-z「『])|(?:19|20)\d\d年(?={_TITLE}))"
    rf"|(?P<fiscal>{_N})(?:会計|財政)?年度(?!間)"
    rf"|(?P<inert>{_N}(?:{_EACH}?年計画|{_EACH}(?:国|所)|泊{_N}日|{_COUNTED}))"
    rf"|(?P<per>(?:毎年|毎月|半年|四半期|年度|年|週|月)(?:間)?に?(?:少なくとも|最低|約)?)(?P<per_times>{_N}|数)"
    rf"(?P<per_more>[-~、]{_N})?[回度](?!目)"
    rf"|(?P<times>{_N}|数)[回度](?!目|合)"
    rf"|(?P<half_year>半(?:年|{_EACH}年)間?)(?!度)"
    rf"|(?P<vague>数十|十数|数){_EACH}?(?P<vague_unit>[月年週日]|営業日|時間)間?"
    rf"|(?P<amount>{_N})(?:{_EACH}(?P<each>[月年])間?|(?P<counted>週間?|日間|年間|時間|営業日|四半期))(?P<half>半)?"
    rf"|(?P<and_half>{_N})年半(?!ば)"
    rf"|(?P<year>{_N})年"
    rf"|(?P<month>{_N})月"
    rf"|(?P<day>{_N})(?:日(?!本)(?:夜|夕方|夕刻|夕|未明|深夜|早朝|朝(?!鮮))?|(?=の?両日))"
    rf"|(?P<number>\d+|[一二三四五六七八九十]+(?=[-~、・][一二三四五六七八九十]+(?:{_EACH}|月|日|年|週)))"
)
_STARTS = frozenset("0123456789〇零一二三四五六七八九十百千第数半年月週毎(明大昭平令mtshrf午正")
_TIMELIKE = frozenset({Kind.NUMBER, Kind.DAY, Kind.MONTH, Kind.YEAR, Kind.WEEKDAY, Kind.SHORT})


def number_of(text: str) -> int:
    """The number in figures or in Chinese numerals, by places or by tens.

    >>> number_of("29"), number_of("二十九"), number_of("二〇一九"), number_of("百五十")
    (29, 29, 2019, 150)
    """
    if text.isascii():
        return int(text) if len(text) <= _LONGEST_NUMBER else _UNCOUNTED
    if len(text) > _LONGEST_NUMBER:
        return _UNCOUNTED
    if not _TENS.keys() & set(text):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    total = digits = 0
    for digit in text:
        if digit in _TENS:
            total, digits = total + (digits or 1) * _TENS[digit], 0
        else:
            digits = digits * 10 + _DIGITS[digit]
    return total + digits


def words_of(text: str) -> list[Word]:
    """The words of a plain text; what says nothing of time is one word as far as it goes.

    >>> [word.kind.name for word in words_of("2019年3月に東京で")]
    ['YEAR', 'MONTH', 'PARTICLE', 'WORD', 'PARTICLE']
    """
    found: list[Word] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        bracket = text[at] == "("  # of a weekday: else a mark of the lexicon
        word = (bracket and _numeric(text, at)) or _known(text, at) or _numeric(text, at)
        if word is None:
            word = _mark(text, at, found[-1] if found else None)
        before = found[-1] if found else None
        if word.kind is Kind.WORD and before and before.kind is Kind.WORD and before.end == at:
            found[-1] = before._replace(text=before.text + word.text, end=word.end)
        else:
            found.append(word)
        at = word.end
    return found


def _known(text: str, at: int) -> Word | None:
    for word, kind, value in LEXICON.get(text[at], ()):
        if text.startswith(word, at):
            end = at + len(word)
            if word in _BEFORE_NUMBERS and end < len(text) and _counts(text, at):
                return None
            if word.isascii() and word.isalnum():
                end = _end_of_ascii(text, end)
            return Word(kind, value, text[at:end], at, end)
    return None


_BEFORE_NUMBERS = frozenset({"毎年", "毎月", "年度", "年間", "週"})


def _counts(text: str, at: int) -> bool:
    """True where the word begins "twice a year": 毎年2回."""
    found = _NUMERIC.match(text, at)
    return found is not None and found["per"] is not None


def _end_of_ascii(text: str, end: int) -> int:
    """The end of a name in Latin letters with its number: TICAD7, COP26."""
    while end < len(text) and text[end].isascii() and text[end].isalnum():
        end += 1
    return end


def _mark(text: str, at: int, before: Word | None) -> Word:
    character = text[at]
    if character == "ー" and before is not None and before.kind in _TIMELIKE:
        return Word(Kind.DASH, None, character, at, at + 1)
    if character.isascii() and character.isalnum():
        end = _end_of_ascii(text, at + 1)
        return Word(Kind.WORD, None, text[at:end], at, end)
    kind = Kind.WORD if character.isalnum() or character in "ー々" else Kind.MARK
    return Word(kind, None, character, at, at + 1)


def _numeric(text: str, at: int) -> Word | None:
    if text[at] not in _STARTS:
        return None
    found = _NUMERIC.match(text, at)
    if found is None:
        return None
    kind, value = _READERS[found.lastgroup or ""](found)
    return Word(kind, value, found[0], at, found.end())


def _n(found: re.Match[str], name: str) -> int:
    return number_of(found[name])


def _month(number: int, year: Year | None = None) -> Month:
    if not 0 < number < 13:
        raise UnfitError(f"names month {number}, but a year has 12", "12月")
    return Month(number, year)


def _dated(found: re.Match[str]) -> tuple[Kind, Any]:
    return Kind.DAY, Day(_n(found, "d"), _month(_n(found, "m"), Year(_n(found, "y"))))


def _nth(found: re.Match[str]) -> tuple[Kind, Any]:
    of, number = found["nth_of"], _n(found, "nth")
    if of[0] == "週":
        return Kind.NTH, (number, Unit.WEEKEND if of == "週末" else Unit.WEEK, None)
    return Kind.NTH, (number, Unit.DAY, WEEKDAYS.index(of[0]))


def _era(found: re.Match[str]) -> tuple[Kind, Any]:
    number = 1 if found["era_year"] == "元" else _n(found, "era_year")
    year = year_of_era(found["era"], number)
    if found["ed"]:
        return Kind.DAY, Day(_n(found, "ed"), _month(_n(found, "em"), Year(year)))
    fiscal = "年度" in {found["era_unit"], found["era_ahead"]}
    return Kind.YEAR, FiscalYear(year, "JP") if fiscal else Year(year)


def _fiscal(found: re.Match[str]) -> tuple[Kind, Any]:
    number = _n(found, "fiscal")
    return (Kind.YEAR, FiscalYear(number)) if number > 999 else (Kind.SHORT, (number, True))


def _year(found: re.Match[str]) -> tuple[Kind, Any]:
    number = _n(found, "year")
    if found["year"] == "千":  # a thousand years, and no year of our time
        return Kind.SHORT, (number, False)
    return (Kind.YEAR, Year(number)) if number > 999 else (Kind.SHORT, (number, False))


def _per(found: re.Match[str]) -> tuple[Kind, Any]:
    months = _PERIODS.get(re.split("間|に|少なくとも|最低|約", found["per"])[0])
    plain = found["per_times"] != "数" and not found["per_more"]
    return Kind.REPEAT, divided(months, _n(found, "per_times") if plain else 0)


def divided(months: int | None, times: int) -> int | None:
    """The period of an act that comes so many times in so many months, where it is whole."""
    return None if not months or times < 1 or months % times else months // times


def _times(found: re.Match[str]) -> tuple[Kind, Any]:
    return Kind.TIMES, 0 if found["times"] == "数" else _n(found, "times")


def _vague(found: re.Match[str]) -> tuple[Kind, Any]:
    return Kind.AMOUNT, Amount(None, _UNITS[found["vague_unit"]])


def _amount(found: re.Match[str]) -> tuple[Kind, Any]:
    unit = _UNITS[found["each"] or found["counted"]]
    if not found["half"]:
        return Kind.AMOUNT, Amount(_n(found, "amount"), unit)
    if unit is not Unit.YEAR:
        raise UnfitError("counts a half of what has no half in whole days", "1年半以内")
    return Kind.AMOUNT, Amount(_n(found, "amount") * 12 + 6, Unit.MONTH)


_READERS: dict[str, Callable[[re.Match[str]], tuple[Kind, Any]]] = {
    "weekday": lambda found: (Kind.WEEKDAY, WEEKDAYS.index(found["weekday"])),
    "holiday": lambda _: (Kind.CLOCK, None),
    "clock": lambda _: (Kind.CLOCK, None),
    "dated": _dated,
    "slashed": lambda found: (Kind.DAY, Day(_n(found, "sd"), _month(_n(found, "sm")))),
    "quarter": lambda found: (Kind.HALF, (_n(found, "quarter"), 4)),
    "nth_of": _nth,
    "ordinal": lambda _: (Kind.ORDINAL, None),
    "era_unit": _era,
    "ed": _era,
    "era_ahead": _era,
    "decade": lambda found: (Kind.DECADE, Decade(_n(found, "decade"))),
    "coded": lambda found: (Kind.YEAR, FiscalYear(_n(found, "coded"))),
    "named": lambda _: (Kind.ORDINAL, None),
    "fiscal": _fiscal,
    "inert": lambda _: (Kind.ORDINAL, None),
    "per_times": _per,
    "per_more": _per,
    "times": _times,
    "half_year": lambda _: (Kind.AMOUNT, Amount(6, Unit.MONTH)),
    "vague_unit": _vague,
    "each": _amount,
    "counted": _amount,
    "half": _amount,
    "and_half": lambda found: (Kind.AMOUNT, Amount(_n(found, "and_half") * 12 + 6, Unit.MONTH)),
    "year": _year,
    "month": lambda found: (Kind.MONTH, _month(_n(found, "month"))),
    "day": lambda found: (Kind.DAY, Day(_n(found, "day"))),
    "number": lambda found: (Kind.NUMBER, _n(found, "number")),
}
"""What a number is, by the last group of the pattern that it fills."""
