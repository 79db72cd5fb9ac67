"""What is asked of the program and of its peers, and how much it may take: a line each.

To measure one thing more, add a line to QUESTIONS. A peer answers the questions of its own `calls`; one
that it does not know is measured for us alone.
"""

import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from msgspec import Struct

from benchmarks.ledgers import AS_OF, NOW, meetings_of
from benchmarks.measure import Call
from benchmarks.peers import FRESH, SCRATCH

OURS = "dipltrack"
INSTALLED = SCRATCH.resolve() / "dipltrack" / "bin" / "dipltrack"
"""The program as an officer has it: its wheel in an environment of its own, compiled by pip."""
PROGRAM = str(INSTALLED if INSTALLED.exists() else Path(sys.executable).with_name("dipltrack"))


class Ours(Struct, frozen=True):
    """Our ledger: where it lies, where its cache lies, and items and meetings to ask about."""

    ledger: Path
    cache: Path
    refs: tuple[str, ...]
    meetings: tuple[str, ...]

    @classmethod
    def of(cls, ledger: Path, cache: Path, count: int) -> "Ours":
        """What the ledger of so many commitments can be asked about."""
        some = list(islice(meetings_of(count), FRESH))
        refs = [i.ref for m in some for i in m.items if not i.closed_on and i.kind == "one-off"]
        return cls(ledger, cache, tuple(refs[:FRESH]), tuple(meeting.ref for meeting in some))

    def call(self, *arguments: str, **env: str) -> Call:
        """Our command line on the ledger, at the moment for which it was made."""
        own = {
            "DIPLTRACK_LEDGER": str(self.ledger),
            "DIPLTRACK_NOW": NOW,
            "DIPLTRACK_BY": "me1",
            "XDG_CACHE_HOME": str(self.cache),
        }
        return Call([PROGRAM, *arguments], own | env)

    def completion(self, *words: str) -> Call:
        """What bash calls when Tab is pressed after the words."""
        return self.call(
            _DIPLTRACK_COMPLETE="complete_bash",
            COMP_WORDS=" ".join(["dipltrack", *words]),
            COMP_CWORD=str(len(words)),
        )


class Question(Struct, frozen=True, kw_only=True):
    """What is asked, as the page says it; how we are asked the n-th time, for writes are fresh."""

    said: str
    call: Callable[[Ours, int], Call]
    on_screen: bool = True
    """On a terminal, where a screenful is shown; else with its output thrown away."""
    before: Callable[[Ours, int], None] | None = None
    """What is done before each time that we are asked; it is not counted."""
    grows: bool = False
    """Stands in the table of growth."""
    most: int | None = None
    """Asked of ledgers of at most so many commitments."""


def _add(ours: Ours, n: int) -> Call:
    return ours.call(
        "add", f"Hold round {n} on the study", "--meeting", ours.meetings[n % len(ours.meetings)],
        "--when", "by the end of next year", "--source", "release 5(1)a", "--firmness", "plan",
    )  # fmt: skip


def _fulfil(ours: Ours, n: int) -> Call:
    address = f"https://www.example.org/press/done-{n}.html"
    return ours.call("fulfil", ours.refs[1 + n], "--on", f"{AS_OF}", "--evidence", address)


def _forget(ours: Ours, _: int) -> None:
    shutil.rmtree(ours.cache, ignore_errors=True)


def _edit_by_hand(ours: Ours, n: int) -> None:
    partner, _, digits = ours.meetings[n % len(ours.meetings)].rpartition("-")
    file = ours.ledger / partner / f"{date.fromisoformat(digits)}.toml"
    with file.open("a", encoding="utf-8") as text:
        text.write(f"# seen in round {n}\n")


def _never_reminded(ours: Ours, _: int) -> None:
    shutil.rmtree(ours.ledger / "reminders", ignore_errors=True)


def _next_morning(ours: Ours, n: int) -> Call:
    """A run on the n-th day after the one that the ledger was made for, each after those before it."""
    morning = datetime.fromisoformat(NOW) + timedelta(days=1 + n)
    return ours.call("remind", DIPLTRACK_NOW=morning.isoformat())


def _matrix(name: str) -> Question:
    """The largest report, all items in all columns, in that format."""
    return Question(
        said=f"`report matrix --format {name}`",
        call=lambda o, _: o.call("report", "matrix", "--format", name),
        on_screen=False,
        most=1_000,
    )


FORMATS = ("md", "html", "docx", "xlsx", "csv", "json")
QUESTIONS = {
    "due": Question(said="`due`, warm", call=lambda o, _: o.call("due"), grows=True),
    "due-piped": Question(
        said="`due`, into a file", call=lambda o, _: o.call("due"), on_screen=False
    ),
    "due-json": Question(
        said="`due --format json`",
        call=lambda o, _: o.call("due", "--format", "json"),
        on_screen=False,
    ),
    "list": Question(
        said="`list --partner TR --open --sort latest`",
        call=lambda o, _: o.call("list", "--partner", "TR", "--open", "--sort", "latest"),
    ),
    "show": Question(said="`show REF`", call=lambda o, _: o.call("show", o.refs[0]), grows=True),
    "add": Question(said="`add`", call=_add, on_screen=False, grows=True),
    "fulfil": Question(said="`fulfil`", call=_fulfil, on_screen=False, grows=True),
    "completion": Question(
        said="Tab completion of a ref",
        call=lambda o, _: o.completion("show", o.meetings[-1]),
        on_screen=False,
        grows=True,
    ),
    "due-edited": Question(
        said="`due` after a file was edited",
        call=lambda o, _: o.call("due"),
        before=_edit_by_hand,
        grows=True,
    ),
    "check": Question(said="`check`", call=lambda o, _: o.call("check")),
    **{f"matrix-{name}": _matrix(name) for name in FORMATS},
    "remind-first": Question(
        said="`remind`, the first time ever",
        call=lambda o, _: o.call("remind"),
        on_screen=False,
        before=_never_reminded,
    ),
    "remind": Question(
        said="`remind`, nothing more due", call=lambda o, _: o.call("remind"), on_screen=False
    ),
    "remind-mornings": Question(
        said="`remind`, each of the next mornings", call=_next_morning, on_screen=False
    ),
    "first": Question(
        said="first run, no index yet", call=lambda o, _: o.call("due"), before=_forget
    ),
    "start": Question(said="`--version`", call=lambda o, _: o.call("--version"), on_screen=False),
}
"""Every question by its key, in the order of the page. What empties the cache comes after the warm ones."""


class Target(Struct, frozen=True):
    """At so many commitments, what we may take at most: so many times what a peer takes."""

    count: int
    question: str
    most: float
    peer: str | None
    """None: `most` is in milliseconds, whatever a peer takes. OURS: beside another question to us."""
    of: str
    """The peer's question."""
    memory: bool = False
    """Of the peak memory, not of the time."""


TARGETS = (
    Target(1_000, "due", 0.4, "todoman", "due"),
    Target(10_000, "due", 2.0, "taskwarrior", "due"),
    Target(100_000, "due", 0.4, "taskwarrior", "due"),
    Target(100_000, "add", 1.2, "taskwarrior", "add"),
    Target(100_000, "fulfil", 1.2, "taskwarrior", "add"),
    Target(100_000, "completion", 0.3, "taskwarrior", "due"),
    Target(100_000, "first", 4.0, "taskwarrior", "due"),
    Target(100_000, "due", 0.5, "taskwarrior", "due", memory=True),
    Target(100_000, "check", 15_000, None, "check"),
    Target(100_000, "remind-first", 1.5, OURS, "due-piped"),
    Target(100_000, "remind-mornings", 1.5, OURS, "due-piped"),
    Target(100_000, "remind", 1.5, OURS, "due"),
    *(Target(1_000, f"matrix-{name}", 2_000, None, f"matrix-{name}") for name in FORMATS),
)
"""What is to be reached, a line each."""
