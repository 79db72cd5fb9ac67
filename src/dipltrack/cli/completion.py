"""What the Tab key offers: refs with their titles (which bash does not show), partners, bodies, words.

An error offers nothing: nobody wants a message in the middle of a line.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

import typer

from dipltrack.cli.session import Session
from dipltrack.model import vocabulary

Offer = list[tuple[str, str]]

_MOST = 500
"""Refs that are offered: nobody reads more, and the next letter narrows them."""


def items(ctx: typer.Context, incomplete: str) -> Offer:
    """Refs of items that begin so, each with its title."""
    return _offered(
        ctx, incomplete, lambda s: s.register.refs_beginning(incomplete, s.whole_view, _MOST)
    )


def meetings(ctx: typer.Context, incomplete: str) -> Offer:
    """Refs of meetings that begin so, each with its title."""
    return _offered(
        ctx, incomplete, lambda s: s.register.meetings_beginning(incomplete, s.whole_view, _MOST)
    )


def partners(ctx: typer.Context, incomplete: str) -> Offer:
    """Codes of the partners under which meetings are filed."""

    def offer(session: Session) -> Iterator[tuple[str, str]]:
        for folder in sorted(session.root.iterdir()):
            if folder.is_dir() and folder.name.isupper():
                yield folder.name, ""

    return _offered(ctx, incomplete, offer)


def bodies(ctx: typer.Context, incomplete: str) -> Offer:
    """Names of bodies, each with its title."""
    return _offered(
        ctx, incomplete, lambda s: ((b.name, b.title or b.party) for b in s.settings.bodies)
    )


def dossiers(ctx: typer.Context, incomplete: str) -> Offer:
    """Names of dossiers, each with its title."""
    return _offered(
        ctx, incomplete, lambda s: ((d.name, d.title or "") for d in s.settings.dossiers)
    )


def items_and_dossiers(ctx: typer.Context, incomplete: str) -> Offer:
    """What `show` takes."""
    return dossiers(ctx, incomplete) + items(ctx, incomplete)


def sectors(ctx: typer.Context, incomplete: str) -> Offer:
    """Sectors that are in use."""
    return _offered(
        ctx, incomplete, lambda s: ((sector, "") for sector in s.register.sectors(s.whole_view))
    )


def _words(words: type[StrEnum]) -> Callable[[str], Offer]:
    def offer(incomplete: str) -> Offer:
        return [(word.value, "") for word in words if word.value.startswith(incomplete.lower())]

    return offer


statuses = _words(vocabulary.Status)
firmness = _words(vocabulary.Firmness)
kinds = _words(vocabulary.Kind)
levels = _words(vocabulary.Level)
forms = _words(vocabulary.Form)
instruments = _words(vocabulary.Instrument)
timeliness = _words(vocabulary.Timeliness)
next_moves = _words(vocabulary.NextMove)
voices = _words(vocabulary.Voice)
handlings = _words(vocabulary.Handling)


def _offered(
    ctx: typer.Context,
    incomplete: str,
    offer: Callable[[Session], Iterable[tuple[str, str]]],
) -> Offer:
    """What begins with the incomplete word, whatever the letter case; nothing where that fails."""
    ledger = ctx.find_root().params.get("ledger")
    try:
        listed = list(offer(Session(ledger if isinstance(ledger, str) else None)))
    except Exception as error:
        from dipltrack.cli.errors import exit_code_of  # loads much, for what nearly never happens

        if exit_code_of(error) is None:
            raise
        return []
    return [
        (name, help_)
        for name, help_ in listed
        if name.casefold().startswith(incomplete.casefold())
    ]
