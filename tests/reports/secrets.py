"""A ledger in which every field of the model holds a word of its own, to see where it comes out."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields, replace

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.table import table_of
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.settings import Body, Dossier, Identity
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Handling, Instrument, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window

REF = "TR-20171228-2"
DOCUMENT = "SECRETDocumentname"
_FIXED: dict[str, Any] = {
    "Meeting.ref": "TR-20171228",
    "Meeting.date": date(2017, 12, 28),
    "Meeting.from_": None,
    "Meeting.parties": ("JP", "TR"),
    "Commitment.ref": REF,
    "Commitment.document": DOCUMENT,
    "Commitment.follows": "TR-20110101-1",
    "Commitment.restates": "TR-20120101-1",
    "Commitment.handling": Handling.PUBLIC,
    "Commitment.timing": Timing(
        stated="SECRETCommitmentstated",
        window=Window(
            class_=TimingClass.PART,
            earliest=date(2018, 1, 21),
            latest=date(2018, 1, 31),
            event="SECRETCommitmentevent",
            basis="SECRETCommitmentbasis",
        ),
    ),
    "Document.name": DOCUMENT,
    "Document.instrument": Instrument.PRESS_RELEASE,
    "Document.address": "https://SECRETDocumentaddress.example/",
    "Document.handling": None,
    "Record.of": REF,
    "Update.of": REF,
    "Update.date": date(2018, 1, 29),
    "Update.from_": None,
    "Update.status": Status.FULFILLED,
    "Update.timing": None,
    "Update.to": None,
    "Update.changes": (),
    "Update.corrects": None,
    "Update.same_as": None,
    "Update.superseded_by": None,
    "Update.withdrawn_by": None,
    "Evidence.address": "https://SECRETEvidenceaddress.example/",
    "Evidence.document": None,
    "Evidence.contradicts": False,
    "Evidence.handling": None,
    "Body.name": "SECRETCommitmentlead",
    "Dossier.name": "SECRETCommitmentdossier",
    "Identity.party": "JP",
    "Identity.timezone": "UTC",
    "Identity.example": False,
}
"""The fields whose value a ledger needs as it is; all others get a word of their own."""


def filled(kind: type[Struct], **others: Any) -> Any:  # noqa: ANN401
    """One of that kind, each of its fields with its own word."""
    hints = get_type_hints(kind, include_extras=False)
    values = {}
    for one in fields(kind):
        key = f"{kind.__name__}.{one.name}"
        if one.name in others:
            values[one.name] = others[one.name]
        elif key in _FIXED:
            values[one.name] = _FIXED[key]
        else:
            values[one.name] = _secret(hints[one.name], f"SECRET{key.replace('.', '')}")
    return kind(**values)


def _secret(hint: Any, word: str) -> Any:  # noqa: ANN401
    """A value of that type that says the word where it can say anything."""
    if get_origin(hint) is Annotated:
        return _secret(get_args(hint)[0], word)
    if get_origin(hint) in {Union, UnionType}:
        return _secret(next(one for one in get_args(hint) if one is not type(None)), word)
    if get_origin(hint) is tuple:
        return () if "own" in word or "Any" in str(hint) else (word,)
    if hint is str:
        return word
    if hint is bool:
        return True
    if hint is int:
        return 7
    if hint is datetime:
        return datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)
    if hint is date:
        return date(2031, 7, 13)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return None if hint is not Timing else Timing(stated=word)


def ledger(root: Path) -> Path:
    """The ledger: one item with all that can be filed of it, all of which says whose it is."""
    root.mkdir()
    tables: list[tuple[str, Any]] = [
        ("document", filled(Document, id="DCMENT01")),
        (
            "commitment",
            filled(Commitment, id="CMMTMNT1", own=(("x_desk", "SECRETCommitmentown"),)),
        ),
        ("record", filled(Record, id="RECRD001", timing=Timing(stated="SECRETRecordstated"))),
        *((name, one) for name, one in _updates()),
    ]
    text = "schema = 1\n\n" + text_of_table(
        "meeting", table_of(filled(Meeting, id="MEETNG01")), single=True
    )
    for name, one in tables:
        text += "\n" + text_of_table(name, table_of(one))
    settings = "schema = 1\n\n" + text_of_table("ledger", _plain(filled(Identity)), single=True)
    settings += "\n" + text_of_table("body", table_of(filled(Body, id="BDY00001")))
    settings += "\n" + text_of_table("dossier", table_of(filled(Dossier, id="DSSR0001")))
    (root / "dipltrack.toml").write_text(settings, encoding="utf-8")
    (root / "TR").mkdir()
    (root / "TR" / "2017-12-28.toml").write_text(text, encoding="utf-8")
    return root


def _plain(identity: Identity) -> dict[str, Any]:
    return {one.name: getattr(identity, one.name) for one in fields(Identity)}


def _updates() -> Iterator[tuple[str, Any]]:
    """A closing with evidence of every sort, and entries that say all that an entry can say."""
    told = filled(Update, id="PDATE001", evidence=(filled(Evidence),), status=None, held=False)
    yield "update", replace(told, date=date(2018, 1, 5))
    expected = Timing(
        stated="SECRETUpdatestated",
        window=Window(
            class_=TimingClass.MONTH, earliest=date(2019, 3, 1), latest=date(2019, 3, 31)
        ),
    )
    yield (
        "update",
        Update(
            id="PDATE002",
            of=REF,
            date=date(2018, 1, 6),
            timing=TimingChange.EXPECTED,
            to=expected,
            voice=("theirs",),
            note="SECRETUpdatenote2",
            changes=(Change(field="x_own", from_="SECRETChangefrom", to="SECRETChangeto"),),
        ),
    )
    closing = filled(Update, id="PDATE003", held=False)
    hidden = Evidence(registry="SECRETEvidenceregistry", says="SECRETEvidencesays")
    yield "update", replace(closing, evidence=(filled(Evidence), hidden))
