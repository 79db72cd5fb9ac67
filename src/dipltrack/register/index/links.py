"""The spans of items that hang together: how one stands depends on when another was said."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import read_file
from dipltrack.register.chain import ALONE, Chain, Link, chains_of
from dipltrack.register.fold import states_of
from dipltrack.register.index.spans import Segment, Spans, spans_of
from dipltrack.register.spreading import chunks_of, spread
from dipltrack.register.standings import Life, lives_of
from dipltrack.register.state import State
from dipltrack.register.view import View

States = Sequence[tuple[date, State]]
Linked = tuple[str, str, Spans]
"""The path and ref of an item, and its spans."""

_WORTH = 300
"""Groups from which on it is worth starting other processes."""


class Group(Struct, frozen=True, kw_only=True):
    """Items that hang together: their refs, and the number of each by its path and ref."""

    refs: set[str]
    keys: Mapping[tuple[str, str], int]


def linked_spans(groups: Sequence[Group], root: Path, view: View, since: date) -> Iterator[Linked]:
    """The spans of each item of the groups; groups of the same files stand side by side."""
    work = partial(_spans_of_groups, root, view, since)
    yield from spread(work, chunks_of(groups), many=_WORTH)


def _spans_of_groups(root: Path, view: View, since: date, groups: Sequence[Group]) -> list[Linked]:
    read: dict[str, MeetingFile | None] = {}
    linked: list[Linked] = []
    for group in groups:
        paths = sorted({path for path, _ in group.keys})
        for path in paths:
            if path not in read:
                read[path] = read_file(root, path)[0]
        files = [file for path in paths if (file := read[path]) and file.whole]
        spans = spans_in(files, group.refs, view, since)
        linked += (one for one in spans if one[:2] in group.keys)
    return linked


def spans_in(
    files: Sequence[MeetingFile], refs: Collection[str], view: View, since: date
) -> Iterator[Linked]:
    """The spans of the items of one group, of the files in which they stand, from the day on."""
    lives = list(lives_of(files, view, refs))
    states = [
        list(states_of(one.item, one.counting, one.seen.meeting.date, since)) for one in lives
    ]
    yield from joined_spans(lives, states)


def joined_spans(lives: Sequence[Life], states: Sequence[States]) -> Iterator[Linked]:
    """The spans of the items of one group, of their lives and of every state of each."""
    days = sorted({begin for own in states for begin, _ in own})
    segments: list[list[Segment]] = [[] for _ in lives]
    for day in days:
        for number, segment in _segments_on(day, lives, states):
            own = segments[number]
            if not own or own[-1][1] is not segment[1] or own[-1][2] != segment[2]:
                own.append(segment)
    for life, own in zip(lives, segments, strict=True):
        spans = spans_of(own, life.seen.meeting.date, life.item, struck=life.struck)
        yield life.seen.file.path, life.item.ref, spans


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
    return next((state for begin, state in reversed(states) if begin <= day), None)
