"""What sync and merge have in common: git as this machine runs it, and what is told of entries."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum

from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.ledger.git import Git, environment_of, repository_of
from dipltrack.ledger.git_sides import changed_between, contents_of
from dipltrack.ledger.merge.entry import Side
from dipltrack.model.text import visible
from dipltrack.register.entries import Made
from dipltrack.register.news import new_entries
from dipltrack.reports.log import said_by, what_was_made

_MOST = 10
"""Lines that are shown of what came in or went out."""
_LONGEST = 60


class Keep(StrEnum):
    """Whose word counts where both desks changed the same thing otherwise."""

    OURS = "ours"
    THEIRS = "theirs"


def side_of(keep: Keep | None) -> Side | None:
    """The side whose word counts, as a merge takes it."""
    match keep:
        case Keep.OURS:
            return "ours"
        case Keep.THEIRS:
            return "theirs"
        case None:
            return None


def environment() -> dict[str, str]:
    """The environment in which git runs on this machine."""
    return environment_of(os.environ, asks=sys.stdin.isatty())


def repository(session: Session) -> Git:
    """The repository of the ledger. Raises NoRepositoryError, UnsafeRepositoryError, GitError."""
    return repository_of(session.root, environment())


def news_between(git: Git, before: str | None, after: str) -> list[Made]:
    """The entries that are new from one commit to another."""
    listed = {
        path.removeprefix(git.prefix): one
        for path, one in changed_between(git, before, after).items()
        if path.startswith(git.prefix) and path.endswith(".toml") and "/" in path
    }
    data = contents_of(git, (n for c in listed.values() for n in (c.before, c.after) if n))
    old = {path: data[c.before] for path, c in listed.items() if c.before}
    new = {path: data[c.after] for path, c in listed.items() if c.after}
    return new_entries(old, new)


def tell_between(git: Git, way: str, before: str | None, after: str) -> None:
    """Says what is new from one commit to another; nothing where no file is another."""
    if changed_between(git, before, after):
        tell(way, news_between(git, before, after))


def counted(news: Sequence[Made]) -> str:
    """How much is new, in words: "2 new items, 3 entries"."""
    meetings = sum(made.table == "meeting" for made in news)
    items = sum(made.table == "commitment" for made in news)
    rest = len(news) - meetings - items
    parts = ((meetings, "meeting", "s"), (items, "item", "s"), (rest, "entr", "ies"))
    words = [
        f"{n:,} {what}{'y' if n == 1 and what == 'entr' else '' if n == 1 else more}"
        for n, what, more in parts
        if n
    ]
    return ", ".join(words) or "settings, or edits by hand"


def lines_of(news: Sequence[Made]) -> list[str]:
    """A line an entry: of what it is, what it is, what it says; hidden characters made visible."""
    return [visible(f"{made.about}  {what_was_made(made)}{_said(made)}") for made in news]


def tell(way: str, news: Sequence[Made]) -> None:
    """Says what came in or went out, the first lines of it."""
    if not news:
        say(f"{way:4} {counted(news)}")
        return
    by = sorted({made.entry.by for made in news if made.entry.by})
    say(f"{way:4} {counted(news)}{' of ' + ', '.join(by) if by else ''}")
    for line in lines_of(news[:_MOST]):
        say(f"  {line}")
    if len(news) > _MOST:
        say(f"  … and {len(news) - _MOST:,} more: dipltrack log")


def _said(made: Made) -> str:
    said = " ".join(said_by(made).split())
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST - 1]}…"
    return f": {said}" if said else ""
