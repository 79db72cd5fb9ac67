"""The number before a paragraph, as it is printed: `2.`, `(2)`, `a)`, `IV.`, `ア`."""

import re
import unicodedata

from dipltrack.intake.document.levels import Label, Levels, Style, roman_value

_TEN = 10
_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_KANJI = {character: at for at, character in enumerate("一二三四五六七八九", 1)}
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janvier|février|mars|avril|mai|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre)\b"
)
_BULLET = re.compile(r"[ \t\u3000]*(?:[•‣◦▪▫●○◎■□◆◇★☆·・➢➤►▶✓]|[‐-―\-*+](?=\s))[ \t\u3000]*")
_ARTICLE = re.compile(
    r"(?P<word>article|art\.|artículo|artigo|paragraphe|párrafo|apartado|point|punto|section|clause|chapter|paragraph|partie|parte|part|"
    r"capítulo|chapitre|sección|título|titre|cláusula)\s+"
    r"(?P<number>1ere?|1re|\d{1,3}(?:\.\d{1,2})*|[ivxl]+|premier|première|primero|primera)(?=$|[\s.:;,)–—-])"
    r"[\s.:)–—-]*",
    re.IGNORECASE,
)
_ARTICLE_JA = re.compile(
    r"第\s*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<word>条|章|項|節)[\s\u3000]*"
)
_ORDINAL_STEMS = (
    *("primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven"),
    *("décim", "undécim", "duodécim"),
)
_ORDINAL = rf"(?:décim[oa]\s+)?(?:{'|'.join(_ORDINAL_STEMS)})[oa]"
_ORDINAL_WORD = re.compile(
    rf"(?:cláusula\s+)?({_ORDINAL})(?:[.:)]?\s*[–—-]|[.:)])[\s]*|"
    rf"(?:cláusula|disposición)\s+({_ORDINAL})(?:\s*[,—–-])?(?:\s+|$)",
    re.IGNORECASE,
)
"""Clauses that are numbered in words, as in Spanish: "PRIMERO. Objeto", "SEGUNDA.-", "Décima Primera.-"."""
_ORDINAL_ADVERBS = (
    "premièrement",
    "deuxièmement",
    "troisièmement",
    "quatrièmement",
    "cinquièmement",
)
_ADVERB_FIRST = re.compile(
    rf"({'|'.join(_ORDINAL_ADVERBS)})\s*(?:[.:](?:\s*[–—-])?|[–—-])\s+", re.IGNORECASE
)
"""Paragraphs that are counted in words, as in French: "Premièrement :"; before a comma it is no label."""

_DECIMAL = re.compile(
    r"(?P<number>(?:\d{1,2}|[A-Z])(?:\.\d{1,2}){1,3})\.?(?=[\s\u3000])[\s\u3000]*(?=\D)"
)
_NUMBER = re.compile(
    r"(?P<number>\d{1,3})(?:\.?[°º]\.?[\s–—-]|\.[–—-]\s|\.(?!\d)|．|、|\.?[\s\u3000]*[—–-](?=\s)|(?=\u3000))[\s\u3000]*"
)
_BARE = re.compile(r"(?P<number>\d{1,2})[ \t\u3000]+(?=[^\W\d_])")
_BRACKETS = re.compile(
    r"[(（](?P<inside>\d{1,3}|[ivx]{1,5}|[a-z]|[ア-ン]|[一二三四五六七八九十])[)）]\.?[\s\u3000]*",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?P<inside>\d{1,3}|[ivx]{1,5}|[a-z])[)）](?=[\s\u3000])[\s\u3000]*", re.IGNORECASE
)
_DOTTED = re.compile(
    r"(?P<inside>[ivxl]{1,6}|[a-z])\.[–—-]?(?=[\s\u3000])[\s\u3000]*", re.IGNORECASE
)
_ROMAN_DASH = re.compile(r"(?P<inside>[IVXL]{1,6})\s*(?:\.\s?)?[—–:-](?=\s)\s*")
_KANA_ALONE = re.compile(r"(?P<inside>[ア-ン])[\s\u3000．.、]+(?=\S)")
_KANJI_ALONE = re.compile(r"(?P<inside>[一二三四五六七八九十])[\u3000、．][\s\u3000]*")


def bullet_in(line: str) -> int:
    """The length of a bullet at the beginning of the line, with the space about it; 0 for none."""
    found = _BULLET.match(line)
    return found.end() if found else 0


def label_in(line: str, expected: Levels) -> Label | None:
    """The label at the beginning of the line, or None.

    What is a letter and a Roman number both, is what continues the levels that stand open: an (i)
    after an (h) is a letter. A number with no mark behind it is a label only in its turn, for many
    a line begins with a day or an amount.
    """
    indent = len(line) - len(line.lstrip())
    shown = line[indent:]
    narrow = _narrow(shown)
    for read in (_article, _decimal, _numbered, _enclosed, _bare):
        label = read(narrow, shown, expected)
        if label is not None:
            return label._replace(end=label.end + indent)
    return None


def _narrow(text: str) -> str:
    """The text with full-width figures and brackets as usual ones, of the same length."""
    head = text[:80]
    return "".join(
        unicodedata.normalize("NFKC", one) if "\uff01" <= one <= "\uff5e" else one for one in head
    )


def _article(narrow: str, shown: str, _: Levels) -> Label | None:
    found = _ARTICLE.match(narrow)
    if found:
        if found["word"].islower() or (
            found["word"][0].isupper() and _goes_on(narrow[found.end() :])
        ):
            return None
        number = found["number"]
        value = _value(number)
        return Label(Style.ARTICLE, value, _number_shown(number), found.end())
    found = _ARTICLE_JA.match(narrow)
    heads = found is not None and re.match(r"[(（]|$", shown[found.end() :])
    if found and (found["word"] in "条章節" or heads):
        if narrow[found.end() : found.end() + 1] in tuple("のにはを、。及又"):
            return None
        number = found["number"]
        value = int(number) if number.isdecimal() else _kanji(number)
        return Label(Style.ARTICLE, value, str(value), found.end())
    found = _ORDINAL_WORD.match(narrow)
    if found:
        word = found[1] or found[2]
        tens, _space, ones = word.casefold().rpartition(" ")
        value = next(at for at, stem in enumerate(_ORDINAL_STEMS, 1) if ones.startswith(stem))
        return Label(Style.ARTICLE, value + (_TEN if tens else 0), word, found.end())
    found = _ADVERB_FIRST.match(narrow)
    if found:
        value = _ORDINAL_ADVERBS.index(found[1].casefold()) + 1
        return Label(Style.ARTICLE, value, found[1], found.end())
    return None


def _goes_on(rest: str) -> bool:
    """True where a sentence goes on behind "Article 5": it is no heading."""
    return bool(re.match(r"(?:of|shall|will|provides|states|is|des?|du|del)\b", rest))


def _number_shown(number: str) -> str:
    if number.lower() in {"premier", "première", "primero", "primera", "1er", "1ere", "1re"}:
        return "1"
    return number.upper() if number.isalpha() else number


def _decimal(narrow: str, shown: str, _: Levels) -> Label | None:
    found = _DECIMAL.match(narrow)
    if not found or re.match(
        rf"(?:{_MONTH}|%|percent|per cent|million|billion|[ap]\.?m\b)",
        narrow[found.end() :],
        re.IGNORECASE,
    ):
        return None
    return Label(
        Style.DECIMAL, int(found["number"].rsplit(".", 1)[1]), found["number"], found.end()
    )


def _numbered(narrow: str, shown: str, expected: Levels) -> Label | None:
    found = _NUMBER.match(narrow)
    if found:
        if _is_date(narrow, found.end()):
            return None
        return Label(Style.NUMBER, int(found["number"]), found["number"], found.end())
    if shown[:1] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" and shown:
        value = ord(shown[0]) - ord("①") + 1
        rest = shown[1:]
        return Label(Style.CIRCLED, value, str(value), 1 + len(rest) - len(rest.lstrip()))
    return None


def _enclosed(narrow: str, shown: str, expected: Levels) -> Label | None:
    found = _BRACKETS.match(narrow)
    if found:
        return _of_inside(found["inside"], found.end(), "({})", expected)
    found = _CLOSED.match(narrow)
    if found:
        return _of_inside(found["inside"], found.end(), "{})", expected)
    found = _DOTTED.match(narrow) or _ROMAN_DASH.match(narrow)
    if found:
        inside = found["inside"]
        if len(inside) == 1 and inside.isupper() and not expected.takes_capital(inside):
            return None  # an initial: "A. Smith"
        return _of_inside(inside, found.end(), "{}.", expected)
    found = _KANA_ALONE.match(shown)
    if found and expected.takes(Style.KANA, _KANA.find(found["inside"]) + 1):
        return Label(Style.KANA, _KANA.find(found["inside"]) + 1, found["inside"], found.end())
    found = _KANJI_ALONE.match(narrow)
    if found:
        value = _kanji(found["inside"])
        return Label(Style.NUMBER, value, str(value), found.end())
    return None


def _of_inside(inside: str, end: int, form: str, expected: Levels) -> Label:
    if inside.isdecimal():
        style = Style.BRACKETED if form == "({})" else Style.IN_BRACKETS
        return Label(style, int(inside), f"({inside})", end)
    if inside in _KANA:
        return Label(Style.KANA, _KANA.find(inside) + 1, inside, end)
    if inside in _KANJI or inside == "十":
        value = _kanji(inside)
        return Label(Style.BRACKETED, value, f"({value})", end)
    shown = f"({inside})" if form == "({})" else inside
    letter = ord(inside.lower()) - ord("a") + 1 if len(inside) == 1 else 0
    roman = roman_value(inside.lower())
    if inside.isupper():
        as_letter = letter and (not roman or expected.takes(Style.CAPITAL, letter, strictly=True))
        style = Style.CAPITAL if as_letter else Style.ROMAN
        return Label(style, letter if as_letter else roman, shown, end)
    as_letter = letter and (not roman or expected.takes(Style.LETTER, letter, strictly=True))
    style = Style.LETTER if as_letter else Style.SMALL_ROMAN
    return Label(style, letter if as_letter else roman, shown, end)


def _bare(narrow: str, shown: str, expected: Levels) -> Label | None:
    found = _BARE.match(narrow)
    if not found or _is_date(narrow, found.end()):
        return None
    value = int(found["number"])
    if not expected.takes(Style.NUMBER, value) or shown[found.end() : found.end() + 1].islower():
        return None
    return Label(Style.NUMBER, value, str(value), found.end())


def _is_date(narrow: str, end: int) -> bool:
    rest = narrow[end:]
    return bool(
        re.match(rf"(?:de\s+)?(?:{_MONTH})\.?(?:\s+de)?\s*\d{{0,4}}", rest, re.IGNORECASE)
    ) or (rest[:1] in tuple("月日年時分回名か") and not narrow[end - 1 : end].isspace())


def _value(number: str) -> int:
    if number[0].isdigit():
        return int(re.sub(r"\D+$", "", number).rsplit(".", 1)[-1])
    return roman_value(number.lower()) or 1


def _kanji(text: str) -> int:
    if "十" not in text:
        return _KANJI.get(text, 0)
    tens, _, ones = text.partition("十")
    return _KANJI.get(tens, 1) * 10 + _KANJI.get(ones, 0)
