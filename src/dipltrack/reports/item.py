"""One item whole: its words, its window, its roles, its history, its evidence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dipltrack.model.commitment import Record
from dipltrack.model.meeting import Document
from dipltrack.model.reminder import Reminder
from dipltrack.model.settings import Body
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Timeliness
from dipltrack.model.window import Timing, Window
from dipltrack.register.chain import Earlier, Later
from dipltrack.register.corrections import corrected_ids, is_undo, same_as_of
from dipltrack.register.standing import Standing
from dipltrack.register.state import State
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Day,
    Heading,
    Need,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Span,
    Table,
    Text,
    Words,
)
from dipltrack.reports.days import written_day, written_fact, written_window
from dipltrack.reports.items import answer_due, clipped
from dipltrack.reports.prose import figure


def item_blocks(
    standing: Standing, bodies: Sequence[Body] = (), reminded: Sequence[Reminder] = ()
) -> tuple[Block, ...]:
    """Everything that is on file about the item as of the day.

    `bodies` say which have ended, `reminded` are the reminders of it that were issued.
    """
    blocks: list[Block] = [
        Pairs(tuple(_promise(standing, {body.name: body for body in bodies}))),
        Pairs(tuple(_where_it_stands(standing, reminded))),
    ]
    if standing.struck:
        same = same_as_of(standing.history)
        count = f"Its entries count for {same}" if same else "It counts in no list and no report"
        blocks.insert(0, Paragraph(f"Struck: filed in error. {count}."))
    if standing.records:
        blocks += [Heading("Records", len(standing.records) + 1), _records(standing)]
        blocks += [Paragraph(text) for text in _differences(standing)]
    if standing.history:
        blocks += [Heading("History", len(standing.history)), _history(standing)]
    if evidence := list(_evidence(standing)):
        blocks += [Heading("Evidence", len(evidence)), _evidence_table(evidence)]
    return tuple(blocks)


def _promise(standing: Standing, bodies: Mapping[str, Body]) -> Iterator[Pair]:
    item, meeting = standing.item, standing.meeting
    yield Pair("Meeting", Ref(meeting.ref), meeting.title)
    document = next((d for d in standing.documents if d.name == item.document), None)
    if item.document:
        source = " ".join(part for part in (item.document, item.paragraph) if part)
        yield Pair("Source", Text(source), _about(document))
    if document and document.address:
        yield Pair("", Text(document.address))
    if item.wording:
        yield Pair("Wording", Words(item.wording))
    voice = ", ".join(item.voice)
    if item.firmness or voice:
        said = _why_promised(standing)
        yield Pair(
            "Firmness", Text(item.firmness or "not given"), ", ".join(filter(None, (said, voice)))
        )
    if item.dossier:
        yield Pair("Dossier", Text(item.dossier))
    if item.sector:
        yield Pair("Sector", Text(item.sector))
    for label, named, acting in (
        ("Lead", item.lead, standing.lead),
        ("Support", item.support, item.support),
        ("Counterpart", item.counterpart, standing.counterpart),
    ):
        if named:
            ended = [name for name in named if name not in acting]
            told = ", ".join(_until(name, bodies.get(name)) for name in ended)
            yield Pair(label, Text(", ".join(acting or named)), f"for {told}" if told else "")
    if item.done_when:
        yield Pair("Done when", Text(item.done_when))
    for key, value in item.own:
        yield Pair(key, Text(_value(tuple(map(str, value)) if isinstance(value, list) else value)))
    yield from _links(standing)


def _until(name: str, body: Body | None) -> str:
    """The name of a body that has ended, with its last day."""
    return f"{name} until {written_day(body.until)}" if body and body.until else name


def _why_promised(standing: Standing) -> str:
    """Whether it was promised; of weaker words by which older ones, still open, it is."""
    if not standing.is_promise:
        return "also said, not promised"
    own, firmest = standing.item.firmness, standing.firmest
    if firmest is own:
        return "promised"
    behind = next(one for one in standing.chain.earlier if one.is_open and one.firmness is firmest)
    return f"promised: {firmest or 'promise'} of {behind.ref} still open"


def _links(standing: Standing) -> Iterator[Pair]:
    """What it continues and says again, and what continues it and says it again."""
    item, chain = standing.item, standing.chain
    if item.follows:
        yield Pair("Follows", Ref(item.follows))
    replaced = {one.ref for one in chain.in_place_of}
    said = [one for one in chain.earlier if one.ref not in replaced]
    for earlier in (*said, *chain.in_place_of):
        label = "In place of" if earlier.ref in replaced else "Says again"
        fates = ["missed"] if earlier.missed else []
        fates += [earlier.status] if earlier.closed_since and earlier.ref not in replaced else []
        told = f"{_words_of(earlier)}: {', '.join(fates)}" if fates else _words_of(earlier)
        yield Pair(label, Ref(earlier.ref), told)
    last = tuple(one for one in chain.newest if one not in chain.restated_by)
    for label, ones in (
        ("Said again", chain.restated_by),
        ("Last said", last),
        ("Followed by", chain.followed_by),
    ):
        for later in ones:
            fate = f"missed, {later.status}" if later.missed else later.status
            yield Pair(label, Ref(later.ref), f"{_words_of(later)}: {fate}")


def _words_of(said: Earlier | Later) -> str:
    """When it was said, how firmly, and for when."""
    stated = f"“{said.timing.stated}”" if said.timing.stated else "no time stated"
    parts = (written_day(said.on), said.firmness, stated)
    return ", ".join(part for part in parts if part)


def _about(document: Document | None) -> str:
    if document is None:
        return ""
    of = f" of {document.issued_by}" if document.issued_by else ""
    return f"{document.instrument}{of}"


def _where_it_stands(standing: Standing, reminded: Sequence[Reminder]) -> Iterator[Pair]:
    state = standing.state
    yield from _timing_pairs("Time", state.timing)
    if state.first != state.timing:
        yield from _timing_pairs("First", state.first)
    if slipped := _slipped(state.first, state.before, state.timing):
        yield Pair("Slipped", Text(slipped))
    if state.expected:
        yield from _timing_pairs("Expected", state.expected)
    since = f"since {_since(state, state.status_entry)}" if state.status_entry else ""
    yield Pair("Status", Text(state.status), since)
    if state.status_entry and state.status_entry.reason:
        yield Pair("Reason", Text(state.status_entry.reason))
    if state.status_entry and state.status_entry.superseded_by:
        yield Pair("In its place", Ref(state.status_entry.superseded_by))
    yield Pair("RAG", Colour(standing.rag, standing.rag_reason), _timeliness(standing))
    if standing.freshness:
        yield Pair("Report", Text(standing.freshness), _quiet(standing))
    if state.asks or reminded:
        yield Pair("Asked", Text(asked_of(standing, reminded)))
    yield from _holdings(state.holdings, state.unheld)
    if state.seek and state.seek.seek:
        yield Pair("Sought", Text(state.seek.seek), f"since {written_fact(state.seek)}")
    if state.next_step:
        yield Pair("Next step", Text(state.next_step))
    if state.next_move:
        yield Pair("Next move", Text(state.next_move))
    if state.review_on:
        yield Pair("Review on", Day(state.review_on))
    if state.mute_until:
        yield Pair("Muted until", Day(state.mute_until), "no reminder before it")


_MOST = 6
"""How many holdings, and windows without one, are named: the last."""


def _holdings(holdings: Sequence[date], unheld: Sequence[Window]) -> Iterator[Pair]:
    """When a recurring act was held, and which of its windows passed without a holding."""
    told = (
        ("Held", [written_day(on) for on in holdings], "time"),
        ("Not held", [written_window(window) for window in unheld], "window"),
    )
    for label, times, what in told:
        if times:
            left_out = "… " if len(times) > _MOST else ""
            yield Pair(label, Text(left_out + ", ".join(times[-_MOST:])), figure(len(times), what))


def _since(state: State, entry: Update) -> str:
    """The day from which on it stands so: of several closings in a run the first (DESIGN §2)."""
    if state.closed_on is None or state.closed_on == entry.first_day:
        return written_fact(entry)
    return written_day(state.closed_on)


def _slipped(first: Timing, before: Timing | None, timing: Timing) -> str | None:
    """How far the last day was moved against the first time, and against the time before.

    A day that was settled inside a window is no slip against it; what was put off is never told as
    earlier. What recurs moves on with its holdings, and slips not.
    """
    if timing.window.every:
        return None
    against_first = _moved(first.window, timing.window)
    against_before = _moved(before.window, timing.window) if before and before != first else 0
    told = []
    if against_first > 0 or (against_first < 0 and against_before <= 0):
        told.append(f"{_shift(against_first)} than the first time")
    if against_before:
        told.append(f"{_shift(against_before)} than the time before")
    return ", ".join(told) or None


def _moved(old: Window, new: Window) -> int:
    """The days from the old last day to the new one; 0 where the new window lies inside the old."""
    if old.latest is None or new.latest is None:
        return 0
    begins = old.earliest is None or (new.earliest or new.latest) >= old.earliest
    inside = begins and new.latest <= old.latest
    return 0 if inside else (new.latest - old.latest).days


def _shift(days: int) -> str:
    return f"{_days(abs(days))} {'later' if days > 0 else 'earlier'}"


def _timing_pairs(label: str, timing: Timing) -> Iterator[Pair]:
    window = timing.window
    if timing.stated:
        yield Pair(label, Words(timing.stated))
        label = ""
    if window.has_day:
        yield Pair(label, Span(window), window.basis or "")
    elif window.basis:
        yield Pair(label, Text(window.basis))
    elif label:
        yield Pair(label, Text("no date"))


def _timeliness(standing: Standing) -> str:
    count = standing.days
    match standing.timeliness:
        case Timeliness.OVERDUE | Timeliness.LATE if count is not None:
            text = f"{standing.timeliness} by {_days(abs(count))}"
        case Timeliness.DUE_SOON | Timeliness.IN_WINDOW | Timeliness.NOT_YET_DUE if (
            count is not None and standing.state.closed_on is None
        ):
            text = f"{standing.timeliness}, {_days(count)} to the last day"
        case _:
            text = standing.timeliness.value
    first = standing.timeliness_first
    by_days = first in _WITH_DAYS and standing.days_first != count
    differs = first is not standing.timeliness or by_days
    if standing.state.first != standing.state.timing and differs:
        late = f" by {_days(abs(standing.days_first))}" if standing.days_first else ""
        text += f"; by the first time {first}{late if first in _WITH_DAYS else ''}"
    return text


_WITH_DAYS = frozenset({Timeliness.OVERDUE, Timeliness.LATE})


def _quiet(standing: Standing) -> str:
    since = "the last one" if standing.state.last_report else "the meeting"
    return f"{_days(standing.quiet)} since {since}"


def _days(count: int) -> str:
    return figure(count, "day")


def asked_of(standing: Standing, reminded: Sequence[Reminder] = ()) -> str:
    """How often whom was asked and reminded, and whether there was an answer to what was asked."""
    state = standing.state
    parts = []
    if state.asks:
        bodies = dict.fromkeys(body for ask in state.asks for body in ask.asked)
        last = written_fact(state.asks[-1])
        parts.append(f"{', '.join(bodies)} {figure(len(state.asks), 'time')}, last on {last}")
        parts.append(_answered(standing, len(bodies)))
    if reminded:
        bodies = dict.fromkeys(one.to or "nobody" for one in reminded)
        last = f"{written_day(reminded[-1].date)} ({reminded[-1].rule})"
        times = figure(len(reminded), "time")
        parts.append(f"reminded {', '.join(bodies)} {times}, last on {last}")
    if state.asks and reminded:
        parts.append(f"{len(state.asks) + len(reminded):,} times in all")
    return "; ".join(parts)


def _answered(standing: Standing, asked: int) -> str:
    state = standing.state
    if not state.pending:
        return "answered"
    unanswered = f"unanswered since {written_fact(state.pending[0])}{answer_due(standing)}"
    waiting = dict.fromkeys(body for ask in state.pending for body in ask.asked)
    return f"{', '.join(waiting)} {unanswered}" if len(waiting) < asked else unanswered


def _records(standing: Standing) -> Table:
    columns = (
        Column("Document", least=10),
        Column("Wording", least=20, share=4),
        Column("Firmness", least=9),
        Column("Stated", Need.OFTEN, least=10),
    )
    item = standing.item
    first = Record(
        of=item.ref,
        document=item.document,
        paragraph=item.paragraph,
        wording=item.wording,
        firmness=item.firmness,
        timing=standing.state.first,
    )
    return Table(columns, tuple(_record_row(record) for record in (first, *standing.records)))


def _differences(standing: Standing) -> Iterator[str]:
    """Where the documents differ in strength or in time, in a sentence each."""
    first = Record(
        of=standing.ref,
        document=standing.item.document,
        firmness=standing.item.firmness,
        timing=standing.state.first,
    )
    records = (first, *standing.records)
    strengths = {r.document or "?": r.firmness.value for r in records if r.firmness}
    times = {r.document or "?": _stated(r.timing) for r in records if r.timing.window.has_day}
    for what, by_document in (("strength", strengths), ("time", times)):
        if len(set(by_document.values())) > 1:
            grouped = {
                said: [document for document, one in by_document.items() if one == said]
                for said in by_document.values()
            }
            told = "; ".join(f"{said} ({', '.join(names)})" for said, names in grouped.items())
            yield f"They differ in {what}: {told}."


def _stated(timing: Timing) -> str:
    return f"“{timing.stated}”" if timing.stated else timing.window.edtf()


def _record_row(record: Record) -> tuple[Cell, ...]:
    return (
        Text(" ".join(part for part in (record.document, record.paragraph) if part)),
        Words(record.wording) if record.wording else Text(""),
        Text(record.firmness or ""),
        Words(record.timing.stated) if record.timing.stated else Text(""),
    )


def _history(standing: Standing) -> Table:
    columns = (
        Column("Day", least=11, whole=True),
        Column("What", least=13, most=20),
        Column("Said", least=20, good=30, share=4),
        Column("Id", Need.OFTEN, whole=True),
        Column("Entered", Need.SOMETIMES, whole=True),
        Column("By", Need.RARELY, least=8),
    )
    wrong = corrected_ids(standing.history)
    rows = tuple(_history_row(update, update.id in wrong) for update in standing.history)
    return Table(columns, rows)


def _history_row(update: Update, is_wrong: bool) -> tuple[Cell, ...]:  # noqa: FBT001
    return (
        Text(update.when) if update.when else Day(update.date, update.from_),
        Text(what_of(update) + (" (taken back)" if is_wrong else "")),
        Text(said_of(update)),
        Text(update.id or ""),
        Day(update.recorded.date() if update.recorded else None),
        Text(update.by or ""),
    )


def what_of(update: Update) -> str:
    """What sort of entry it is, in a word or two."""
    if is_undo(update):
        return "struck" if update.same_as else f"takes back {update.corrects}"
    kinds = (
        update.status,
        "held" if update.held else None,
        update.timing,
        "asked" if update.asked else None,
        "answered" if update.answered else None,
        "decided" if update.decided else None,
        "sought" if update.seek else None,
        "at risk" if update.at_risk else None,
        "changed" if update.changes else None,
    )
    return ", ".join(str(kind) for kind in kinds if kind) or "note"


def said_of(update: Update) -> str:
    """What an entry says, in one line."""
    parts = [update.note]
    if update.to:
        parts.append(f"“{update.to.stated}” ({update.to.window.edtf()})")
    parts.append("; ".join(changed_from_to(change) for change in update.changes))
    labelled = (
        ("Whose word", ", ".join(update.voice)),
        ("Source", " ".join(part for part in (update.document, update.paragraph) if part)),
        ("Reason", update.reason),
        ("Asked", ", ".join(update.asked)),
        ("Answer due", update.reply_by.isoformat() if update.reply_by else None),
        ("Answer from", ", ".join(update.answered)),
        ("Sought", update.seek),
        ("Decided", update.decided),
        ("Next", update.next_step),
        ("Whose move", update.next_move),
        ("In its place", update.superseded_by),
        ("Review on", update.review_on.isoformat() if update.review_on else None),
        ("Muted until", update.mute_until.isoformat() if update.mute_until else None),
    )
    told = [f"{label}: {_ended(str(text))}" for label, text in labelled if text]
    if told and update.note:
        parts[0] = _ended(update.note)  # else the note would run on into what follows
    return " ".join(part for part in (*parts, *told) if part)


def _ended(text: str) -> str:
    """The text as a sentence.

    >>> _ended("Talks go on"), _ended("May we?")
    ('Talks go on.', 'May we?')
    """
    return text if text[-1] in _ENDS else f"{text}."


_ENDS = ".!?…:;。！？"
"""What a note may end with before a label follows."""


def changed_from_to(change: Change) -> str:
    """A field with what it was and what it is.

    >>> changed_from_to(Change(field="parties", from_=("JP", "TR"), to=("TR", "EU")))
    'parties: JP, TR → TR, EU'
    >>> changed_from_to(Change(field="track", to=True))
    'track: no → yes'
    """
    flag = isinstance(change.from_, bool) or isinstance(change.to, bool)
    missing = "no" if flag else "nothing"
    before, after = (
        missing if value is None else _value(value) for value in (change.from_, change.to)
    )
    return f"{change.field}: {before} → {after}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _evidence(standing: Standing) -> Iterator[tuple[Update, Evidence]]:
    for update in standing.state.entries:
        for evidence in update.evidence:
            yield update, evidence


def _evidence_table(evidence: list[tuple[Update, Evidence]]) -> Table:
    columns = (
        Column("Dated", least=11, whole=True),
        Column("Source", least=24, share=3),
        Column("Says", Need.OFTEN, least=12, share=2),
    )
    return Table(columns, tuple(_evidence_row(update, one) for update, one in evidence))


def _evidence_row(update: Update, evidence: Evidence) -> tuple[Cell, ...]:
    named = evidence.address or evidence.document or evidence.registry
    kept = f"kept {clipped(evidence.kept, 12)}" if evidence.kept else None
    source = ", ".join(part for part in (named, kept) if part)
    says = [word for word in ("against" if evidence.contradicts else "", evidence.says) if word]
    return (
        Text(evidence.when) if evidence.when else Day(evidence.date),
        Text(source),
        Text(": ".join(says)),
    )
