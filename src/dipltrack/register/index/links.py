"""The spans of items that hang together: how one stands depends on when another was said."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from dipltrack.ledger.contents import MeetingFile
from dipltrack.register.chain import ALONE, Chain, Link, chains_of
from dipltrack.register.fold import states_of
from dipltrack.register.index.spans import Row, Segment, spans_of
from dipltrack.register.standings import Life, lives_of
from dipltrack.register.state import State
from dipltrack.register.view import View

States = list[tuple[date, State]]


def linked_spans(
    files: Sequence[MeetingFile], refs: Collection[str], view: View
) -> Iterator[tuple[str, str, list[Row]]]:
    """The path, the ref and the spans of each of the items, all of which hang together."""
    lives = list(lives_of(files, view, refs))
    states = [list(states_of(one.item, one.counting, one.seen.meeting.date)) for one in lives]
    days = sorted({since for own in states for since, _ in own})
    segments: list[list[Segment]] = [[] for _ in lives]
    for day in days:
        for number, segment in _segments_on(day, lives, states):
            segments[number].append(segment)
    for life, own in zip(lives, segments, strict=True):
        yield life.seen.file.path, life.item.ref, spans_of(own, life.seen.meeting.date)


def _segments_on(
    day: date, lives: Sequence[Life], states: Sequence[States]
) -> Iterator[tuple[int, Segment]]:
    """The state of each item that exists on the day, and the chain around it, by its number."""
    on_day = {n: state for n, own in enumerate(states) if (state := _state_on(day, own))}
    chain_of = chains_of(
        Link(ref=lives[n].item.ref, on=lives[n].seen.meeting.date, state=state)
        for n, state in on_day.items()
        if not lives[n].struck
    )
    for number, state in on_day.items():
        life = lives[number]
        chain: Chain = ALONE if life.struck else chain_of(life.item.ref)
        yield number, (day, state, chain)


def _state_on(day: date, states: States) -> State | None:
    return next((state for since, state in reversed(states) if since <= day), None)
