"""The text of a Word file (.docx), with the numbers that Word puts before its paragraphs."""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from dipltrack.intake.document.opened import LARGEST, Opened
from dipltrack.intake.document.refusals import NoDocumentError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_PACKED = 200  # times that a part may be larger than it is packed, and yet be a text
_HARMLESS = 1024 * 1024


def word_text(data: bytes) -> Opened:
    """The text of the file, a line a paragraph, tables row by row, and its title.

    Raises NoDocumentError for a broken file, one with a password, one of another kind, one that
    would swell beyond all measure, and one with entities: a Word file has none.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = set(packed.namelist())
            if "word/document.xml" not in names:
                raise NoDocumentError(_other_kind(names), "save it as .docx, pdf or text")
            body = _parsed(packed, "word/document.xml")
            numbering = _numbering(packed, names)
            title = _title(packed, names)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,  # an archive that says that its parts begin before it
    ) as error:
        locked = "password" in str(error) or "encrypted" in str(error)
        wrong = "it is locked with a password" if locked else "it is broken"
        raise NoDocumentError(wrong, "save it anew, without a password") from None
    return Opened("\n".join(_lines(body, numbering)), title)


def _other_kind(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "it is a spreadsheet"
    if any(name.startswith("ppt/") for name in names):
        return "it is a presentation"
    if "content.xml" in names:
        return "it is an OpenDocument file"
    if "EncryptedPackage" in names:
        return "it is locked with a password"
    return "it is an archive, and no document"


def _read(packed: zipfile.ZipFile, name: str) -> bytes:
    info = packed.getinfo(name)
    swollen = info.file_size > _HARMLESS and info.file_size > info.compress_size * _MOST_PACKED
    if info.file_size > LARGEST or swollen:
        raise NoDocumentError(
            "it would swell beyond all measure when unpacked",
            "do not open it: ask the sender what it is",
        )
    with packed.open(info) as part:
        content = part.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NoDocumentError(
            "it would swell beyond all measure when unpacked",
            "do not open it: ask the sender what it is",
        )
    return content


def _parsed(packed: zipfile.ZipFile, name: str) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(_read(packed, name), forbid_dtd=True)
    except DefusedXmlException:
        raise NoDocumentError(
            "its XML defines entities, as no Word file does",
            "do not open it: ask the sender what it is",
        ) from None
    except ParseError:
        raise NoDocumentError("it is broken", "save it anew") from None
    return root


def _title(packed: zipfile.ZipFile, names: set[str]) -> str | None:
    if "docProps/core.xml" not in names:
        return None
    found = _parsed(packed, "docProps/core.xml").find(f"{_DC}title")
    return found.text.strip() or None if found is not None and found.text else None


# The numbers that Word counts itself.

_Levels = Mapping[tuple[str, int], tuple[str, str, int]]


def _numbering(packed: zipfile.ZipFile, names: set[str]) -> _Levels:
    """How each level of each list is numbered: its format, its text, its first number."""
    if "word/numbering.xml" not in names:
        return {}
    root = _parsed(packed, "word/numbering.xml")
    abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
    for one in root.iter(f"{_W}abstractNum"):
        levels: dict[int, tuple[str, str, int]] = {}
        for level in one.iter(f"{_W}lvl"):
            start = _value(level, "start") or "1"
            levels[int(level.get(f"{_W}ilvl") or 0)] = (
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
                int(start) if start.isdecimal() else 1,
            )
        abstract[one.get(f"{_W}abstractNumId") or ""] = levels
    found: dict[tuple[str, int], tuple[str, str, int]] = {}
    for num in root.iter(f"{_W}num"):
        reference = _value(num, "abstractNumId") or ""
        for level_at, told in abstract.get(reference, {}).items():
            found[num.get(f"{_W}numId") or "", level_at] = told
    return found


def _value(element: Element, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val") if found is not None else None


class _Counter:
    """Counts the paragraphs of each list as Word does."""

    def __init__(self, levels: _Levels) -> None:
        self._levels = levels
        self._counted: dict[tuple[str, int], int] = {}

    def label(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        number, level = _value(properties, "numId") or "", int(_value(properties, "ilvl") or 0)
        told = self._levels.get((number, level))
        if told is None:
            return ""
        style, text, start = told
        if style == "bullet":
            return "• "
        self._counted[number, level] = self._counted.get((number, level), start - 1) + 1
        for inner in [key for key in self._counted if key[0] == number and key[1] > level]:
            del self._counted[inner]
        for at in range(level + 1):
            outer = self._levels.get((number, at), ("decimal", "", 1))
            value = self._counted.get((number, at), outer[2])
            text = text.replace(f"%{at + 1}", _shown(value, outer[0]))
        return f"{text} " if text else ""


def _shown(value: int, style: str) -> str:
    if style in ("lowerLetter", "upperLetter") and 0 < value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        shown = ""
        for number, sign in (
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ):
            while value >= number:
                shown, value = shown + sign, value - number
        return shown.lower() if style == "lowerRoman" else shown
    return str(value)


def _lines(body: Element, numbering: _Levels) -> Iterator[str]:
    counter = _Counter(numbering)
    for paragraph in body.iter(f"{_W}p"):
        text = "".join(_runs(paragraph))
        label = counter.label(paragraph)
        yield f"{label}{text}" if text.strip() else ""
        yield ""


def _runs(paragraph: Element) -> Iterator[str]:
    """The words of a paragraph: not what was deleted, nor the code of a field."""
    skipped: set[Any] = set()
    for element in paragraph.iter():
        tag = element.tag
        if tag in (f"{_W}del", f"{_W}instrText"):
            skipped.update(element.iter())
        elif element in skipped:
            continue
        elif tag == f"{_W}t":
            yield element.text or ""
        elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
