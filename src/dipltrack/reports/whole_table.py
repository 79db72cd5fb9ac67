"""Items with all that is known of each, one row an item: what a spreadsheet is made of.

Its headings are those by which `import` knows the columns of a sheet again.
"""

from collections.abc import Callable, Iterable, Sequence

from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence, Update
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Cell, Column, Day, Days, Many, Need, Ref, Table, Text, Words
from dipltrack.reports.released import Fact, Released


def whole_table(standings: Iterable[Standing]) -> Table:
    """The items as a table of every column, each in the state of the as-of day."""
    columns = tuple(_column(title) for title in _CELLS)
    rows = tuple(tuple(cell(one) for cell in _CELLS.values()) for one in standings)
    return Table(columns, rows)


def released_table(items: Iterable[Released]) -> Table:
    """What others may see of the items, as a table of all that is let through."""
    columns = tuple(_column(title) for title in _RELEASED)
    rows = tuple(tuple(cell(one) for cell in _RELEASED.values()) for one in items)
    return Table(columns, rows)


def _column(title: str) -> Column:
    return Column(title, Need.ALWAYS, least=4)


def _text(text: object) -> Cell:
    return Text("" if text is None else str(text))


def _words(text: str | None) -> Cell:
    return Words(text) if text else Text("")


def _names(names: Sequence[str]) -> Cell:
    return Text(", ".join(names))


def _said(standing: Standing) -> Update | None:
    """The last entry that said how things stand."""
    reports = [update for update in standing.state.entries if update.is_report]
    return reports[-1] if reports else None


def _note(standing: Standing) -> Cell:
    said = _said(standing)
    return _text((said.note or said.reason) if said else None)


def _status_day(standing: Standing) -> Cell:
    entry = standing.state.status_entry
    return Day(entry.date if entry else None, entry.from_ if entry else None)


def _evidence(standing: Standing) -> Cell:
    found = [one for update in standing.state.entries for one in update.evidence]
    told = dict.fromkeys(_told(one, standing.documents) for one in found)
    return Many(tuple(Text(one) for one in told)) if told else Text("")


def _told(evidence: Evidence, documents: Sequence[Document]) -> str:
    """Where it can be read, else what it is."""
    named = next((one for one in documents if one.name == evidence.document), None)
    address = evidence.address or (named.address if named else None)
    told = address or evidence.document or evidence.registry or f"kept {evidence.kept}"
    return f"against: {told}" if evidence.contradicts else told


_CELLS: dict[str, Callable[[Standing], Cell]] = {
    "Ref": lambda s: Ref(s.ref),
    "Partner": lambda s: Text(s.partner),
    "Meeting ref": lambda s: Ref(s.meeting.ref),
    "Meeting date": lambda s: Day(s.meeting.date, s.meeting.from_),
    "Meeting": lambda s: Text(s.meeting.title),
    "Promised action": lambda s: Text(s.item.title),
    "Dossier": lambda s: _text(s.item.dossier),
    "Sector": lambda s: _text(s.item.sector),
    "Kind": lambda s: _text(s.item.kind),
    "Voice": lambda s: _names(s.item.voice),
    "Firmness": lambda s: _text(s.item.firmness),
    "Promised": lambda s: Text("yes" if s.is_promise else "also said"),
    "Document": lambda s: _text(s.item.document),
    "Paragraph": lambda s: _text(s.item.paragraph),
    "Wording": lambda s: _words(s.item.wording),
    "Stated time": lambda s: _words(s.state.timing.stated),
    "Class": lambda s: _text(s.state.window.class_),
    "Earliest": lambda s: Day(s.state.window.earliest),
    "Latest": lambda s: Day(s.state.window.latest),
    "Every": lambda s: _text(s.state.window.every),
    "Basis": lambda s: _text(s.state.window.basis),
    "Lead": lambda s: _names(s.lead),
    "Support": lambda s: _names(s.item.support),
    "Counterpart": lambda s: _names(s.counterpart),
    "Status": lambda s: _text(s.state.status),
    "Status date": _status_day,
    "Timeliness": lambda s: _text(s.timeliness),
    "Days": lambda s: Days(s.days),
    "Freshness": lambda s: _text(s.freshness),
    "RAG": lambda s: Text(f"{s.rag} {s.rag_reason}"),
    "Last heard": _note,
    "Last entry": lambda s: Day(s.updated),
    "Next step": lambda s: _text(s.state.next_step),
    "Next move": lambda s: _text(s.state.next_move),
    "Review on": lambda s: Day(s.state.review_on),
    "Answer due": lambda s: Day(s.state.reply_by),
    "Evidence": _evidence,
    "Follows": lambda s: _text(s.item.follows),
    "Restates": lambda s: _text(s.item.restates),
}

_RELEASED: dict[str, Callable[[Released], Cell]] = {
    "Ref": lambda one: Ref(one.ref),
    "Promised action": lambda one: Text(one.title),
    "Wording": lambda one: _words(one.wording),
    "Document": lambda one: _text(one.document),
    "Paragraph": lambda one: _text(one.paragraph),
    "Address": lambda one: _text(one.address),
    "Stated time": lambda one: _words(one.timing.stated),
    "Class": lambda one: _text(one.timing.window.class_),
    "Earliest": lambda one: Day(one.timing.window.earliest),
    "Latest": lambda one: Day(one.timing.window.latest),
    "Counterpart": lambda one: _names(one.counterpart),
    "What was done": lambda one: _several(
        f"{fact.what} {fact.when or fact.day.isoformat()}" for fact in one.facts
    ),
    "Evidence": lambda one: _several(_sources(one.facts)),
}


def _sources(facts: Iterable[Fact]) -> list[str]:
    return [shown.address or shown.source for fact in facts for shown in fact.evidence]


def _several(told: Iterable[str]) -> Cell:
    texts = tuple(Text(one) for one in dict.fromkeys(told))
    return Many(texts) if texts else Text("")
