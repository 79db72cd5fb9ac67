"""What the Tab key offers: refs with their titles (which bash does not show), partners, bodies, words.

An error offers nothing: nobody wants a message in the middle of a line.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import islice

import typer

from dipltrack.cli.session import Session
from dipltrack.model import vocabulary

Offer = list[tuple[str, str]]

_MOST = 500
"""Refs that are offered: nobody reads more, and the next letter narrows them."""

_LAST = 20
"""Entries that are offered to be taken back: an older one is known by its id."""


def items(ctx: typer.Context, incomplete: str) -> Offer:
    """Refs of items that begin so, each with its title."""
    return _offered(
        ctx, incomplete, lambda s: s.register.refs_beginning(incomplete, s.whole_view, _MOST)
    )


def meetings(ctx: typer.Context, incomplete: str) -> Offer:
    """Refs of meetings that begin so, each with its title."""
    return _offered(
        ctx, incomplete, lambda s: s.register.meetings.beginning(incomplete, s.whole_view, _MOST)
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


def entries(ctx: typer.Context, incomplete: str) -> Offer:
    """Ids of the entries that were made last, each with what it is of, the newest first."""

    def offer(session: Session) -> Iterator[tuple[str, str]]:
        for made in islice(session.register.entries.newest(), _LAST):
            if made.entry.id and made.counts:
                yield made.entry.id, f"{made.table} of {made.about}"

    return _offered(ctx, incomplete, offer)


def writers(ctx: typer.Context, incomplete: str) -> Offer:
    """Who entered anything."""
    return _offered(
        ctx, incomplete, lambda s: ((name, "") for name in s.register.entries.writers())
    )


def sources(ctx: typer.Context, incomplete: str) -> Offer:
    """Names of the documents of the item that was typed; an address nobody can offer."""
    typed = ctx.params.get("refs") or ctx.args  # an option without its value leaves them unread
    refs = [ref for ref in typed if not ref.startswith("-")][:1]

    def offer(session: Session) -> Iterator[tuple[str, str]]:
        for ref in refs:
            meant = session.register.item_meant(ref, session.whole_view)
            yield from ((one.name, one.instrument.value) for one in meant.documents)

    return _offered(ctx, incomplete, offer)


def words_of(words: Iterable[str]) -> Callable[[str], Offer]:
    """What begins so of a fixed set of words; of several after commas the last is completed."""

    def offer(incomplete: str) -> Offer:
        before, comma, last = incomplete.rpartition(",")
        begun = last.lower()
        return [(f"{before}{comma}{word}", "") for word in words if word.startswith(begun)]

    return offer


def _words(words: type[StrEnum]) -> Callable[[str], Offer]:
    return words_of([word.value for word in words])


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
reminder_rules = _words(vocabulary.RuleName)
languages = words_of(("en", "ja", "fr", "es", "de", "tr"))


def fields(ctx: typer.Context, incomplete: str) -> Offer:
    """`FIELD=` of each field that can change; behind `lead=` and the like the names themselves."""
    from dipltrack.cli.changeable import changeable

    field, equals, begun = incomplete.partition("=")
    if not equals:
        return [(f"{key}=", "") for key in changeable() if key.startswith(field)]
    named = _VALUES.get(field)
    return [(f"{field}={value}", help_) for value, help_ in (named(ctx, begun) if named else ())]


_VALUES: Mapping[str, Callable[[typer.Context, str], Offer]] = {
    "lead": bodies,
    "support": bodies,
    "counterpart": bodies,
    "dossier": dossiers,
    "sector": sectors,
    "follows": items,
    "restates": items,
    "kind": lambda _, begun: kinds(begun),
    "firmness": lambda _, begun: firmness(begun),
    "voice": lambda _, begun: voices(begun),
    "handling": lambda _, begun: handlings(begun),
}


EXPORT_FORMATS = ("json", "csv", "xlsx", "ics")


def export_formats(incomplete: str) -> Offer:
    """The formats of an export."""
    return [(name, "") for name in EXPORT_FORMATS if name.startswith(incomplete)]


def orders_of_days(incomplete: str) -> Offer:
    """How days in figures are written."""
    offers = [("dmy", "28/12/2017"), ("mdy", "12/28/2017")]
    return [one for one in offers if one[0].startswith(incomplete)]


def maps(incomplete: str) -> Offer:
    """What a column can hold, behind its heading: `Deadline=st` becomes `Deadline=stated`."""
    from dipltrack.intake.sheet.vocabulary import Field

    heading, equals, begun = incomplete.rpartition("=")
    if not equals:
        return []
    return [(f"{heading}={field}", "") for field in Field if field.startswith(begun)]


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
