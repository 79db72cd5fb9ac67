"""What sync and merge have in common: git as this machine runs it, and what is told of entries."""

import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.ledger.git import Git, environment_of, repository_of
from dipltrack.ledger.git_sides import changed_between, contents_of
from dipltrack.ledger.merge.entry import Side
from dipltrack.ledger.reminders import new_reminders
from dipltrack.model.text import visible
from dipltrack.register.entries import Made
from dipltrack.register.news import Renamed, new_entries, renamed_entries
from dipltrack.reports.log import said_by, what_was_made
from dipltrack.reports.prose import figure

_MOST = 10
"""Lines that are shown of what came in or went out."""
_LONGEST = 60


class News(NamedTuple):
    """What one version of a ledger has and an earlier one has not: entries, reminders issued."""

    entries: Sequence[Made]
    reminders: int


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


def news_between(git: Git, before: str | None, after: str) -> News:
    """What is new from one commit to another."""
    return news_in(*_versions(git, before, after))


def renamed_between(git: Git, before: str | None, after: str) -> list[Renamed]:
    """The meetings and items that have another ref in the later commit."""
    return renamed_entries(*_versions(git, before, after)) if before else []


def _versions(
    git: Git, before: str | None, after: str
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of the ledger that differ from one commit to another, in each."""
    listed = {
        path.removeprefix(git.prefix): one
        for path, one in changed_between(git, before, after).items()
        if path.startswith(git.prefix) and path.endswith(".toml") and "/" in path
    }
    data = contents_of(git, (n for c in listed.values() for n in (c.before, c.after) if n))
    old = {path: data[c.before] for path, c in listed.items() if c.before}
    new = {path: data[c.after] for path, c in listed.items() if c.after}
    return old, new


def news_in(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> News:
    """What is new in files, by their paths, that were the others before."""
    return News(new_entries(before, after), new_reminders(before, after))


def tell_between(git: Git, way: str, before: str | None, after: str) -> None:
    """Says what is new from one commit to another; nothing where no file is another."""
    if changed_between(git, before, after):
        tell(way, news_between(git, before, after))


def counted(news: News) -> str:
    """How much is new, in words: "2 items, 3 entries, 1 reminder issued"."""
    meetings = sum(made.table == "meeting" for made in news.entries)
    items = sum(made.table == "commitment" for made in news.entries)
    rest = len(news.entries) - meetings - items
    parts = ((meetings, "meeting", "s"), (items, "item", "s"), (rest, "entr", "ies"))
    words = [
        f"{n:,} {what}{'y' if n == 1 and what == 'entr' else '' if n == 1 else more}"
        for n, what, more in parts
        if n
    ]
    if news.reminders:
        words.append(f"{figure(news.reminders, 'reminder')} issued")
    return ", ".join(words) or "settings, removals or edits by hand"


def lines_of(entries: Sequence[Made]) -> list[str]:
    """A line an entry: of what it is, what it is, what it says; hidden characters made visible."""
    return [visible(f"{made.about}  {what_was_made(made)}{_said(made)}") for made in entries]


def tell(way: str, news: News) -> None:
    """Says what came in or went out, the first lines of it."""
    by = sorted({made.entry.by for made in news.entries if made.entry.by})
    say(f"{way:4} {counted(news)}{' of ' + ', '.join(by) if by else ''}")
    for line in lines_of(news.entries[:_MOST]):
        say(f"  {line}")
    if len(news.entries) > _MOST:
        say(f"  … and {len(news.entries) - _MOST:,} more: dipltrack log")


def _said(made: Made) -> str:
    said = " ".join(said_by(made).split())
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST - 1]}…"
    return f": {said}" if said else ""
