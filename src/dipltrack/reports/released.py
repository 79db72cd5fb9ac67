"""What a copy for a partner or for the public lets through, and nothing else (DESIGN §2).

Such a copy is made of `Released` alone, never of a `Standing`: a key that is added to the model
later stays closed until somebody opens it here.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Handling, Status
from dipltrack.model.window import Timing, Window
from dipltrack.register.handling import (
    handling_of_document,
    handling_of_evidence,
    handling_of_item,
    may_see,
)
from dipltrack.register.standing import Standing

_FACTS = {
    Status.IN_PROGRESS: "begun",
    Status.FULFILLED: "done",
    Status.PARTLY_FULFILLED: "done in part",
    Status.SUPERSEDED: "superseded",
    Status.WITHDRAWN: "withdrawn",
}
"""The statuses that are facts; that nothing was heard, begun or done is our own account."""


class Shown(Struct, frozen=True, kw_only=True):
    """A piece of evidence as others may see it: where it can be read, and the day that it bears."""

    source: str
    address: str | None
    day: date | None


class Fact(Struct, frozen=True, kw_only=True):
    """Something that happened, with the evidence that others may see; never without any."""

    what: str
    day: date
    first: date | None
    when: str | None
    evidence: tuple[Shown, ...]


class Released(Struct, frozen=True, kw_only=True):
    """An item as others may see it. Of the window only its days and their sort, not the reading."""

    ref: str
    title: str
    wording: str | None
    document: str | None
    paragraph: str | None
    address: str | None
    timing: Timing
    counterpart: tuple[str, ...]
    facts: tuple[Fact, ...]


def released(
    standings: Iterable[Standing], audience: Handling
) -> tuple[tuple[Standing, Released], ...]:
    """The items that the audience may see, each beside what is let through of it."""
    return tuple(
        (one, released_of(one, audience))
        for one in standings
        if not one.struck and may_see(audience, handling_of_item(one.item, one.documents))
    )


def released_of(standing: Standing, audience: Handling) -> Released:
    """What is let through of an item that the audience may see."""
    item, timing = standing.item, standing.state.timing
    window = timing.window
    document = next((one for one in standing.documents if one.name == item.document), None)
    seen = document if document and may_see(audience, handling_of_document(document)) else None
    return Released(
        ref=standing.ref,
        title=item.title,
        wording=item.wording,
        document=item.document,
        paragraph=item.paragraph,
        address=seen.address if seen else None,
        timing=Timing(
            stated=timing.stated,
            window=Window(class_=window.class_, earliest=window.earliest, latest=window.latest),
        ),
        counterpart=standing.counterpart,
        facts=tuple(_facts(standing, audience)),
    )


def _facts(standing: Standing, audience: Handling) -> Iterable[Fact]:
    for update in standing.state.entries:
        what = "held" if update.held else _FACTS.get(update.status) if update.status else None
        evidence = tuple(_evidence(update, standing.documents, audience))
        if what and evidence:
            yield Fact(
                what=what,
                day=update.date,
                first=update.from_,
                when=update.when,
                evidence=evidence,
            )


def _evidence(
    update: Update, documents: Sequence[Document], audience: Handling
) -> Iterable[Shown]:
    """What supports the fact and may be seen; what speaks against it is our own concern."""
    for one in update.evidence:
        seen = may_see(audience, handling_of_evidence(one, documents))
        source = one.document or one.address
        if seen and source and not one.contradicts:
            yield Shown(source=source, address=one.address, day=one.date)
