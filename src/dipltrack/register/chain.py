"""Chains: what was said again, what continues what, what stands in whose place.

A link stands on the later side and is shown from both (DESIGN §2). What is struck links nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.model.commitment import Commitment
from dipltrack.model.vocabulary import ALSO_SAID, Firmness, Kind, Status
from dipltrack.model.window import Timing
from dipltrack.register.state import State


class Link(Struct, frozen=True, kw_only=True):
    """One end of a chain: an item, the day of its meeting, and how it stands by itself."""

    ref: str
    on: date
    state: State

    @property
    def item(self) -> Commitment:
        """The commitment with the fields in force."""
        return self.state.item


class Earlier(Struct, frozen=True, kw_only=True):
    """A promise that was said again later: its words, its time, and whether that was missed.

    `closed_since` where it was closed only after it had been said again: the newest may stay open.
    """

    ref: str
    on: date
    timing: Timing
    firmness: Firmness | None
    status: Status
    missed: bool
    closed_since: bool

    @property
    def is_open(self) -> bool:
        """True while its own words still bind."""
        return self.status.is_open


class Later(Struct, frozen=True, kw_only=True):
    """A promise that says an item again, or continues it: the day, its words, how it stands.

    `missed` where it was said again itself, after its time.
    """

    ref: str
    on: date
    timing: Timing
    firmness: Firmness | None
    status: Status
    missed: bool = False


class Chain(Struct, frozen=True, kw_only=True):
    """How an item hangs together with others.

    `earlier` are the promises that it says again, the oldest first; `in_place_of` those that it
    superseded. `restated_by` and `followed_by` are by the day of their meeting; `newest` are those
    that say it again, at once or over others, and were not said again themselves.
    """

    earlier: tuple[Earlier, ...] = ()
    restated_by: tuple[Later, ...] = ()
    newest: tuple[Later, ...] = ()
    followed_by: tuple[Later, ...] = ()
    in_place_of: tuple[Earlier, ...] = ()

    @property
    def again_on(self) -> date | None:
        """The day on which it was first said again."""
        return self.restated_by[0].on if self.restated_by else None

    @property
    def is_newest(self) -> bool:
        """True where it was not said again."""
        return not self.restated_by

    @property
    def missed(self) -> tuple[Earlier, ...]:
        """Earlier promises of it whose time had passed when it was promised anew."""
        if not self.in_place_of and not self.earlier:
            return ()
        return tuple(one for one in (*self.in_place_of, *self.earlier) if one.missed)

    @property
    def never_kept(self) -> tuple[Earlier, ...]:
        """What was missed, and not kept later either."""
        missed = self.missed
        return tuple(one for one in missed if not one.status.is_kept) if missed else missed

    def firmest_of(self, item: Commitment) -> Firmness | None:
        """The firmest words still open, its own or those that it says again; None counts as promised.

        An agreement that is said again as a hope is still an agreement, until it is closed.
        """
        if not self.earlier:
            return item.firmness
        words = [item.firmness, *(one.firmness for one in self.earlier if one.is_open)]
        return min(words, key=_STRENGTH.__getitem__)

    def firmer_than(self, item: Commitment) -> tuple[Earlier, ...]:
        """What it says again in weaker words and is still open, the oldest first."""
        own = _STRENGTH[item.firmness]
        return tuple(e for e in self.earlier if e.is_open and _STRENGTH[e.firmness] < own)

    def promises(self, item: Commitment) -> bool:
        """True where it was promised, in its own words or in firmer ones that are still open."""
        return (self.firmest_of(item) if self.earlier else item.firmness) not in ALSO_SAID


ALONE = Chain()
"""The chain of an item that hangs together with no other."""


_STRENGTH: Mapping[Firmness | None, int] = {
    **{firmness: rank for rank, firmness in enumerate(Firmness)},
    None: list(Firmness).index(Firmness.PLAN),
}
"""0 for the firmest. Words without a firmness count as promised, weaker than any that is said."""


def chains_of(links: Iterable[Link]) -> Callable[[str], Chain]:
    """The chain of each item by its ref, from all items that exist and are not struck."""
    by_ref = {link.ref: link for link in links}
    again = (ref for ref, link in by_ref.items() if link.item.restates)
    circling = {ref for ref in again if _comes_back(by_ref, ref)}
    restaters, followers, replaced = _from_both_sides(by_ref, circling)

    def later_of(ref: str) -> Later:
        again = restaters.get(ref)
        return _later(by_ref[ref], by_ref[again[0]].on if again else None)

    def chain_of(ref: str) -> Chain:
        if ref not in by_ref:
            return ALONE
        from_others = ref in restaters or ref in followers or ref in replaced
        if not from_others and not by_ref[ref].item.restates:
            return ALONE
        return Chain(
            earlier=tuple(_earlier(by_ref, ref)),
            restated_by=tuple(later_of(later) for later in restaters[ref]),
            newest=tuple(later_of(last) for last in _last_of(restaters, ref) if last != ref),
            followed_by=tuple(later_of(later) for later in followers[ref]),
            in_place_of=tuple(
                _told(by_ref[old], by_ref[old].state.closed_on) for old in replaced[ref]
            ),
        )

    return chain_of


def _from_both_sides(
    by_ref: Mapping[str, Link],
    circling: Collection[str],
) -> tuple[defaultdict[str, list[str]], defaultdict[str, list[str]], defaultdict[str, list[str]]]:
    """For each ref: what says it again, what follows it, what it superseded; by day.

    Promises that say each other again, which only a mistake can make, hide none of them.
    """
    restaters: defaultdict[str, list[str]] = defaultdict(list)
    followers: defaultdict[str, list[str]] = defaultdict(list)
    replaced: defaultdict[str, list[str]] = defaultdict(list)
    pointing = (
        link
        for link in by_ref.values()
        if link.item.restates or link.item.follows or link.state.status is Status.SUPERSEDED
    )
    for link in sorted(pointing, key=lambda link: (link.on, link.ref)):
        if link.item.restates and link.ref not in circling:
            restaters[link.item.restates].append(link.ref)
        if link.item.follows:
            followers[link.item.follows].append(link.ref)
        closing = link.state.status_entry
        if closing and closing.superseded_by and link.state.status is Status.SUPERSEDED:
            replaced[closing.superseded_by].append(link.ref)
    return restaters, followers, replaced


def _last_of(restaters: Mapping[str, Sequence[str]], ref: str) -> Iterator[str]:
    """Those that say it again and that nothing says again; itself where nothing does."""
    later = restaters.get(ref)
    if not later:
        yield ref
    for one in later or ():
        yield from _last_of(restaters, one)


def _comes_back(by_ref: Mapping[str, Link], ref: str) -> bool:
    """True where the promises that it says again lead back to it."""
    at, seen = by_ref[ref].item.restates, set[str]()
    while at and at in by_ref and at not in seen and at != ref:
        seen.add(at)
        at = by_ref[at].item.restates
    return at == ref


def _earlier(by_ref: Mapping[str, Link], ref: str) -> list[Earlier]:
    """What the item says again, and what that said again, the oldest first."""
    found: list[Earlier] = []
    seen = {ref}
    later = by_ref[ref]
    while (old := later.item.restates) and old in by_ref and old not in seen:
        seen.add(old)
        found.insert(0, _told(by_ref[old], later.on))
        later = by_ref[old]
    return found


def _later(link: Link, again_on: date | None) -> Later:
    return Later(
        ref=link.ref,
        on=link.on,
        timing=link.state.timing,
        firmness=link.item.firmness,
        status=link.state.status,
        missed=is_missed(link.state, again_on),
    )


def _told(link: Link, again_on: date | None) -> Earlier:
    return Earlier(
        ref=link.ref,
        on=link.on,
        timing=link.state.timing,
        firmness=link.item.firmness,
        status=link.state.status,
        missed=is_missed(link.state, again_on),
        closed_since=_is_closed_since(link.state, again_on),
    )


def _is_closed_since(state: State, again_on: date | None) -> bool:
    closed_on = state.closed_on
    return closed_on is not None and again_on is not None and closed_on >= again_on


def is_missed(state: State, again_on: date | None) -> bool:
    """True where the latest day had passed, unkept, when it was said or promised anew.

    What is kept only after that was missed all the same. A continuing act has no day to miss.
    """
    if again_on is None:
        return False
    latest = state.window.latest
    if latest is None or state.item.kind is Kind.CONTINUING:
        return False
    kept = state.status.is_kept and not _is_closed_since(state, again_on)
    return again_on > latest and not kept
