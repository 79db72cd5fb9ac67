"""One item whole: its words, its window, its roles, its history, its evidence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile

from dipltrack.model.meeting import Document
from dipltrack.model.reminder import Reminder
from dipltrack.model.settings import Body
from dipltrack.model.update import Update
from dipltrack.model.window import Window
from dipltrack.register.chain import Earlier, Later
from dipltrack.register.corrections import same_as_of
from dipltrack.register.standing import Standing
from dipltrack.register.state import State
from dipltrack.reports.blocks import (
    Block,
    Colour,
    Day,
    Heading,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Text,
    Words,
)
from dipltrack.reports.days import written_day, written_fact, written_window
from dipltrack.reports.history import evidence_of, evidence_table, field_shown, history_table
from dipltrack.reports.items import answer_due
from dipltrack.reports.prose import figure
from dipltrack.reports.records import differences, records_table
from dipltrack.reports.slippage import slippage_told, timeliness_told, timing_pairs


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
        blocks += [Heading("Records", len(standing.records) + 1), records_table(standing)]
        blocks += [Paragraph(text) for text in differences(standing)]
    if standing.history:
        blocks += [Heading("History", len(standing.history)), history_table(standing)]
    if evidence := list(evidence_of(standing)):
        blocks += [Heading("Evidence", len(evidence)), evidence_table(evidence)]
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
        yield Pair(
            key, Text(field_shown(tuple(map(str, value)) if isinstance(value, list) else value))
        )
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
    yield from timing_pairs("Time", state.timing)
    if state.first != state.timing:
        yield from timing_pairs("First", state.first)
    if slipped := slippage_told(state.first, state.before, state.timing):
        yield Pair("Slipped", Text(slipped))
    if state.expected:
        yield from timing_pairs("Expected", state.expected)
    since = f"since {_since(state, state.status_entry)}" if state.status_entry else ""
    yield Pair("Status", Text(state.status), since)
    if state.status_entry and state.status_entry.reason:
        yield Pair("Reason", Text(state.status_entry.reason))
    if state.status_entry and state.status_entry.superseded_by:
        yield Pair("In its place", Ref(state.status_entry.superseded_by))
    yield Pair("RAG", Colour(standing.rag, standing.rag_reason), timeliness_told(standing))
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
    """The day from which on it stands so: of several closings alike the first (DESIGN §2)."""
    if state.status.is_open:
        return written_fact(entry)
    with_status = [one for one in state.entries if one.status is not None]
    *_, first = takewhile(lambda one: one.status is entry.status, reversed(with_status))
    same = first.first_day == entry.first_day
    return written_fact(entry) if same else written_day(first.first_day)


def _quiet(standing: Standing) -> str:
    since = "the last one" if standing.state.last_report else "the meeting"
    return f"{figure(standing.quiet, 'day')} since {since}"


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
