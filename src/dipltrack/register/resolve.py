"""Which item or meeting is meant: by its ref, by a part of it, or by words of its title."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from dipltrack.register.ask import Held
from dipltrack.register.standing import Standing

T = TypeVar("T")
_MOST = 8


class NoMatchError(LookupError):
    """Nothing of the ledger is meant by the words."""


class AmbiguousError(LookupError):
    """Several things may be meant: they are listed, and one must be named by its ref."""


class Matches(Generic[T]):
    """The one thing that is meant, or the error that says why it is not one."""

    def __init__(
        self,
        what: str,
        ref: Callable[[T], str],
        title: Callable[[T], str],
        path: Callable[[T], str],
    ) -> None:
        self._what = what
        self._ref = ref
        self._title = title
        self._path = path

    def by_ref(self, things: Sequence[T], text: str) -> list[T]:
        """Those whose ref is the text, or begins or ends with it at a hyphen."""
        wanted = text.strip().casefold()
        exact = [thing for thing in things if self._ref(thing).casefold() == wanted]
        return exact or [
            thing
            for thing in things
            if self._ref(thing).casefold().startswith(f"{wanted}-")
            or self._ref(thing).casefold().endswith(f"-{wanted}")
        ]

    def by_words(self, things: Sequence[T], text: str) -> list[T]:
        """Those whose title holds every word of the text, whatever the letter case."""
        words = text.casefold().split()
        titles = ((thing, self._title(thing).casefold()) for thing in things)
        return [thing for thing, title in titles if words and all(w in title for w in words)]

    def one_of(self, found: Sequence[T], text: str) -> T:
        """The only one found. Raises NoMatchError, AmbiguousError."""
        if not found:
            raise NoMatchError(f'"{text}" fits no {self._what}')
        if len(found) > 1:
            if len({self._ref(thing) for thing in found}) == 1:
                files = " and ".join(self._path(thing) for thing in found)
                raise AmbiguousError(
                    f"{self._ref(found[0])} is the ref of {len(found)} {self._what}s, in {files}: give "
                    f"one of them another by hand, or remove the copy"
                )
            listed = ", ".join(f"{self._ref(t)} ({self._title(t)})" for t in found[:_MOST])
            more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
            raise AmbiguousError(
                f'"{text}" fits {len(found)} {self._what}s: {listed}{more}. Name one by its ref.'
            )
        return found[0]


ITEMS = Matches[Standing]("item", lambda s: s.ref, lambda s: s.item.title, lambda s: s.path)
MEETINGS = Matches[Held](
    "meeting", lambda h: h.meeting.ref, lambda h: h.meeting.title, lambda h: h.path
)


def item_meant(
    standings: Sequence[Standing], text: str, *, by_ref: bool = True, by_words: bool = True
) -> Standing:
    """The item that is meant: an exact ref, a unique part of one at a hyphen, words of a title.

    Open items come first: closed ones are meant only where no open one fits. A struck one is
    found by its whole ref alone. Raises NoMatchError, AmbiguousError.
    """
    if by_ref:
        for standing in standings:
            if standing.ref.casefold() == text.strip().casefold():
                return standing
    standings = [standing for standing in standings if not standing.struck]
    found = ITEMS.by_ref(standings, text) if by_ref else []
    if not found and by_words:
        found = ITEMS.by_words(standings, text)
        found = [one for one in found if one.state.status.is_open] or found
    return ITEMS.one_of(found, text)


def meeting_meant(meetings: Sequence[Held], text: str) -> Held:
    """The meeting that is meant, in the same way. Raises NoMatchError, AmbiguousError."""
    if not text.strip():
        return MEETINGS.one_of([], text)
    found = MEETINGS.by_ref(meetings, text) or _by_beginning(meetings, text)
    return MEETINGS.one_of(found or MEETINGS.by_words(meetings, text), text)


def _by_beginning(meetings: Sequence[Held], text: str) -> list[Held]:
    """A meeting's ref is long, so any beginning of one will do: TR-2017."""
    wanted = text.strip().casefold()
    return [held for held in meetings if held.meeting.ref.casefold().startswith(wanted)]
