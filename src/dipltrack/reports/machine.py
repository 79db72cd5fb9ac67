"""What machines read: items as plain data for JSON, schema 1, as docs/json.md describes it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from dipltrack.ledger.table import table_of
from dipltrack.model.entry import Entry
from dipltrack.model.window import Timing, Window
from dipltrack.register.held import Held
from dipltrack.register.standing import Standing

Json = Mapping[str, Any]


def document_of(as_of: date, known_by: date | None, **content: object) -> dict[str, Any]:
    """The whole of an answer: its schema, the day it speaks of, and what it says."""
    known = {} if known_by is None else {"known_by": known_by.isoformat()}
    return {"schema": 1, "as_of": as_of.isoformat(), **known, **content}


def item_of(standing: Standing) -> dict[str, Any]:
    """One item as of the day; days are ISO 8601, what is not there is null."""
    item, state = standing.item, standing.state
    return {
        "ref": standing.ref,
        "title": item.title,
        "partner": standing.partner,
        "meeting": standing.meeting.ref,
        "dossier": item.dossier,
        "sector": item.sector,
        "kind": item.kind.value,
        "voice": one_or_list(item.voice),
        "firmness": item.firmness.value if item.firmness else None,
        "promised": standing.is_promise,
        "lead": one_or_list(standing.lead),
        "counterpart": one_or_list(standing.counterpart),
        **_timing_of(state.timing),
        "status": state.status.value,
        "timeliness": standing.timeliness.value,
        "days": standing.days,
        "freshness": standing.freshness.value if standing.freshness else None,
        "rag": standing.rag.value,
        "next_move": state.next_move.value if state.next_move else None,
        "next_step": state.next_step,
        "updated": plain(standing.updated),
        "holdings": [day.isoformat() for day in state.holdings],
        "reply_by": plain(state.reply_by),
    }


def whole_item_of(standing: Standing) -> dict[str, Any]:
    """One item whole: as `item_of`, with its source, wording, records, first timing and updates."""
    item = standing.item
    return {
        **item_of(standing),
        "document": item.document,
        "paragraph": item.paragraph,
        "wording": item.wording,
        "own": {key: plain(value) for key, value in item.own},
        "records": [entry_of(record) for record in standing.records],
        "first": {
            **_timing_of(standing.state.first),
            "timeliness": standing.timeliness_first.value,
            "days": standing.days_first,
        },
        "updates": [entry_of(update) for update in standing.history],
    }


def meeting_of(held: Held) -> dict[str, Any]:
    """One meeting as of the day, with its documents and the number of its items."""
    return {
        **entry_of(held.meeting),
        "file": held.path,
        "documents": [entry_of(document) for document in held.documents],
        "items": held.items,
        "open": held.open,
    }


def window_of_words(text: str, lang: str, window: Window, edtf: str) -> dict[str, Any]:
    """How words of time are read."""
    days = _timing_of(Timing(window=window))
    days.pop("stated")
    return {
        "text": text,
        "lang": lang,
        **days,
        "every": str(window.every) if window.every else None,
        "edtf": edtf,
    }


def _timing_of(timing: Timing) -> dict[str, Any]:
    window = timing.window
    return {
        "stated": timing.stated,
        "class": window.class_.value,
        "earliest": plain(window.earliest),
        "latest": plain(window.latest),
        "basis": window.basis,
    }


def entry_of(entry: Entry) -> dict[str, Any]:
    """An entry of a ledger under the keys of its format, with what is at its default left out."""
    table: dict[str, Any] = plain(table_of(entry))
    return table


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON may be anything
    """A value of a TOML file as JSON has it: days and moments in ISO 8601."""
    match value:
        case datetime():
            return value.isoformat(timespec="milliseconds")
        case date():
            return value.isoformat()
        case list():
            return [plain(one) for one in value]
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case _:
            return value


def one_or_list(names: tuple[str, ...]) -> str | list[str] | None:
    """As in the ledger: one name as a text, several as a list, none as null."""
    match names:
        case ():
            return None
        case (one,):
            return one
        case _:
            return list(names)


def items_of(standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """The items, in the order of the answer."""
    return [item_of(standing) for standing in standings]
