"""The keys of every table of a ledger, taken from the model: one truth for reading and writing."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.entry import Shape
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.reminder import MailServer, Reminder, RuleSetting
from dipltrack.model.settings import Body, Default, Dossier, Identity
from dipltrack.model.update import Change, Evidence, Update, Value
from dipltrack.model.window import Every, Timing, Window

MEETING_TABLES: Mapping[str, type[Any]] = {
    "meeting": Meeting,
    "document": Document,
    "commitment": Commitment,
    "record": Record,
    "update": Update,
}
"""The tables of a meeting's file; `[meeting]` once, the others in double brackets."""

SETTINGS_TABLES: Mapping[str, type[Any]] = {
    "ledger": Identity,
    "conventions": Conventions,
    "body": Body,
    "dossier": Dossier,
    "default": Default,
    "event": Event,
    "rule": RuleSetting,
    "mail": MailServer,
}
"""The tables of `dipltrack.toml`."""

LOG_TABLES: Mapping[str, type[Any]] = {"reminder": Reminder}
"""The tables of the log of reminders, `reminders/YEAR.toml`."""

SINGLE_TABLES = frozenset({"meeting", "ledger", "conventions", "default", "mail"})
"""Those that stand once, in single brackets."""

LISTED_TABLES = frozenset({*MEETING_TABLES, *SETTINGS_TABLES, *LOG_TABLES}) - SINGLE_TABLES
"""Those that stand as often as there is something to say, in double brackets."""


OWN = "own"
"""The field of an entry that holds what is no key of the format: it stands for no key itself."""


class Sort(Enum):
    """What sort of value a key takes."""

    TEXT = "text"
    LINES = "text, several lines allowed"
    DAY = "day"
    MOMENT = "date and time with offset"
    NUMBER = "whole number"
    FLAG = "true or false"
    WORD = "word"
    PERIOD = "period"
    NAMES = "list of texts"
    NAMES_OR_ONE = "text, or list of texts"
    NUMBERS = "list of whole numbers"
    DAYS = "list of numbers of days"
    MONTHS = "table of party = month"
    TABLES = "list of inline tables"
    VALUE = "any value of the field"
    TIMING = "seven keys of a timing"


class Key(Struct, frozen=True):
    """A key of a table: its name there, the field of the model behind it, and what it takes."""

    name: str
    field: str
    sort: Sort
    meaning: str
    required: bool
    default: Any
    words: type[StrEnum] | None = None
    table: type | None = None


@cache
def keys_of(model: type) -> tuple[Key, ...]:
    """The keys of the table behind a class of the model, in the order in which they are written.

    A key has the name of its field, without the underscore that keeps it from a word of Python.
    The field that holds a whole timing stands for its seven keys (see `timing_keys`).
    """
    ordered = sorted(fields(model), key=lambda field: field.name not in {"id", "recorded", "by"})
    return tuple(_key_of(field) for field in ordered if field.name != OWN)


@cache
def timing_keys() -> tuple[Key, ...]:
    """The seven keys of a timing, one group that is always whole: stated to basis."""
    return tuple(key for key in (*keys_of(Timing), *keys_of(Window)) if key.field != "window")


def names_of(model: type) -> tuple[str, ...]:
    """The names of all keys of a table, those of its timing written out.

    >>> names_of(Event)
    ('name', 'earliest', 'latest')
    """
    return tuple(
        name
        for key in keys_of(model)
        for name in ([k.name for k in timing_keys()] if key.sort is Sort.TIMING else [key.name])
    )


def _key_of(field: FieldInfo) -> Key:
    hint: Any = field.type  # no text: the model's modules do not defer their annotations
    bare, *extras = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    meaning = next((extra for extra in extras if isinstance(extra, str)), "")
    marks = {extra for extra in extras if isinstance(extra, Shape)}
    kind = _without_none(bare)
    default = field.default
    if default is NODEFAULT and field.default_factory is not NODEFAULT:
        default = field.default_factory()
    return Key(
        name=field.name.rstrip("_"),
        field=field.name,
        sort=_sort_of(kind, marks),
        meaning=meaning,
        required=default is NODEFAULT,
        default=None if default is NODEFAULT else default,
        words=kind if isinstance(kind, type) and issubclass(kind, StrEnum) else None,
        table=get_args(kind)[0] if get_args(kind)[:1] in {(Evidence,), (Change,)} else None,
    )


def _without_none(hint: Any) -> Any:  # noqa: ANN401
    """The type without its `| None`; a union of several real types stays as it is."""
    if get_origin(hint) not in {Union, UnionType}:
        return hint
    rest = [part for part in get_args(hint) if part is not NoneType]
    return rest[0] if len(rest) == 1 else Value


def _sort_of(kind: Any, marks: set[Shape]) -> Sort:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Sort.WORD
    if kind == tuple[str, ...]:
        return Sort.NAMES_OR_ONE if Shape.ONE_OR_LIST in marks else Sort.NAMES
    if Shape.DAYS in marks:
        return Sort.DAYS
    if kind is str:
        return Sort.LINES if Shape.TEXT in marks else Sort.TEXT
    return _SORTS[kind]


_SORTS: Mapping[Any, Sort] = {
    date: Sort.DAY,
    datetime: Sort.MOMENT,
    int: Sort.NUMBER,
    bool: Sort.FLAG,
    Every: Sort.PERIOD,
    Timing: Sort.TIMING,
    Window: Sort.TIMING,
    Value: Sort.VALUE,
    tuple[int, ...]: Sort.NUMBERS,
    Mapping[str, int]: Sort.MONTHS,
    tuple[Evidence, ...]: Sort.TABLES,
    tuple[Change, ...]: Sort.TABLES,
}
