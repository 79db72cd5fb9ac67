"""How desks head the columns of their sheets and word their cells, in six languages.

The words are data: `headings.toml`. A heading or a word counts whatever its letter case, accents,
width and signs.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from dipltrack.model.ref import PARTNER

_LOCALES = ("en", "ja", "fr", "de", "es", "tr")
_PARTS = re.compile(r"[/|()（）\[\]［］・\n:：]| - | – ")
"""What parts a heading in two languages: "Deadline / Frist", "期限（Deadline）"."""

_ACCENTS = re.compile("[\u0300-\u036f]")
_SCRIPTS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々]+|[^\u3040-\u30ff\u4e00-\u9fff々]+")


class Field(StrEnum):
    """What a column of a sheet can hold."""

    MEETING = "meeting_ref"
    MEETING_DATE = "meeting_date"
    MEETING_TITLE = "meeting_title"
    PARTNER = "partner"
    PLACE = "place"
    TITLE = "title"
    WORDING = "wording"
    STATED = "stated"
    DOCUMENT = "document"
    PARAGRAPH = "paragraph"
    LEAD = "lead"
    SUPPORT = "support"
    COUNTERPART = "counterpart"
    SECTOR = "sector"
    DOSSIER = "dossier"
    FIRMNESS = "firmness"
    VOICE = "voice"
    KIND = "kind"
    STATUS = "status"
    STATUS_DATE = "status_date"
    NOTE = "note"
    REASON = "reason"
    EVIDENCE = "evidence"
    NEXT_STEP = "next_step"
    REVIEW_ON = "review_on"
    DONE_WHEN = "done_when"


def folded(text: str) -> str:
    """The text without what writers differ in: case, accents of Latin letters, width, signs.

    >>> folded("  Échéance : "), folded("Ｄｅａｄｌｉｎｅ"), folded("İPTAL")
    ('echeance', 'deadline', 'iptal')
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ı", "i")
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFC", plain)
    return " ".join(re.sub(r"[^\w]+", " ", plain.replace("'", " ").replace("_", " ")).split())


def field_of(heading: str) -> tuple[Field, bool] | None:
    """The field that a heading names, and whether it says so only where no other column does.

    Of a heading in two languages each part is looked at; where they name two fields, none counts.

    >>> field_of("Deadline / Frist"), field_of("期限"), field_of("Date")
    ((<Field.STATED: 'stated'>, False), (<Field.STATED: 'stated'>, False), (<Field.MEETING_DATE: 'meeting_date'>, True))
    >>> field_of("Our file number") is None
    True
    """
    for candidates in _readings(heading):
        found = {_headings()[name] for name in candidates if name in _headings()}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def is_limit(heading: str) -> bool:
    """True for a heading below which a bare day is the last one: Deadline, Frist, 期限."""
    limits = {folded(word) for word in _data()["limits"]["stated"]}
    return any(name in limits for candidates in _readings(heading) for name in candidates)


def is_empty(text: str) -> bool:
    """True for a cell that says nothing: blank, a dash, n/a, TBD, なし.

    >>> is_empty(" – "), is_empty("TBD"), is_empty("soon")
    (True, True, False)
    """
    return not text.strip() or _key(text) in _empty()


def word_meant(table: str, text: str) -> str | None:
    """The word of a vocabulary that a cell means, as the table of the data has it; else None.

    >>> word_meant("status", "Erledigt"), word_meant("status", "完了"), word_meant("status", "x")
    ('fulfilled', 'fulfilled', None)
    """
    return _words(table).get(folded(text))


def partner_meant(text: str) -> str | None:
    """The code of the partner that a cell means: a code, or a country's name in six languages.

    >>> partner_meant("Turkey"), partner_meant("トルコ"), partner_meant("ASEAN+3"), partner_meant("x")
    ('TR', 'TR', 'ASEAN+3', None)
    """
    stripped = text.strip()
    if PARTNER.fullmatch(stripped):
        return stripped
    return _countries().get(folded(stripped))


def _readings(heading: str) -> Iterator[list[str]]:
    """The heading whole, then its parts, then its runs of one script."""
    yield [folded(heading)]
    yield [folded(part) for part in _PARTS.split(heading) if part.strip()]
    yield [folded(run) for run in _SCRIPTS.findall(heading) if run.strip()]


@cache
def _data() -> dict[str, Any]:
    path = Path(__file__).with_name("headings.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _headings() -> Mapping[str, tuple[Field, bool]]:
    found: dict[str, tuple[Field, bool]] = {}
    for table, otherwise in (("otherwise", True), ("limits", False), ("columns", False)):
        for name, words in _data()[table].items():
            found |= {folded(word): (Field(name), otherwise) for word in (*words, name)}
    return found | {field.replace("_", " "): (field, False) for field in Field}


@cache
def _words(table: str) -> Mapping[str, str]:
    return {
        folded(word): name
        for name, words in _data()[table].items()
        for word in (*words, name)
        if folded(word)
    }


@cache
def _empty() -> frozenset[str]:
    return frozenset(_key(word) for word in _data()["empty"]["words"])


def _key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


@cache
def _countries() -> Mapping[str, str]:
    from babel import Locale

    named = {
        folded(name): code
        for locale in _LOCALES
        for code, name in Locale.parse(locale).territories.items()
        if len(code) == len("TR") and code.isalpha()
    }
    return named | {folded(n): code for code, names in _data()["countries"].items() for n in names}
