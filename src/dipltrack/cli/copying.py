"""What a report is asked for: which items, as of when; and for whom the copy is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from dipltrack.cli import completion
from dipltrack.cli.delivery import Delivery
from dipltrack.cli.options import names_of, word_of
from dipltrack.cli.output import leave_if_broken, name_ours, name_strange, report_of, warn
from dipltrack.cli.progress import Progress
from dipltrack.cli.session import Session
from dipltrack.model.vocabulary import Handling
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from dipltrack.reports.blocks import Block, Report
from dipltrack.reports.shortened import rows_in, shortened

if TYPE_CHECKING:
    from dipltrack.reports.released import Released

Audience = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="WHO",
        help="internal; or a copy that partner or public may see.",
        autocompletion=completion.handlings,
    ),
]


_MANY = 2_000
"""Items from which on a report takes longer than a second to make."""


class Asked(Struct, frozen=True, kw_only=True):
    """A report that is asked for: which items, as of when, for whom."""

    session: Session
    question: Question
    view: View
    audience: Handling


def asked_of(
    session: Session,
    partner: list[str] | None,
    sector: list[str] | None,
    dossier: list[str] | None,
    lead: list[str] | None,
    audience: str,
    as_of: str | None,
    known_by: str | None,
) -> Asked:
    """What was typed for a report. Raises WrongUsageError."""
    return Asked(
        session=session,
        question=Question(
            partners=names_of(partner),
            sectors=names_of(sector),
            dossiers=names_of(dossier),
            leads=names_of(lead),
        ),
        view=session.view(as_of, known_by),
        audience=word_of(Handling, audience, "--for"),
    )


def items_of(asked: Asked) -> tuple[Standing, ...]:
    """All items that the report is made of; a bar on a terminal where that takes long."""
    register, bar = asked.session.register, Progress("Reading the items", _MANY)
    count = register.count(asked.question, asked.view)
    items = []
    for one in register.stream(asked.question, asked.view):
        items.append(one)
        bar(len(items), count)
    return tuple(items)


def seen_by(items: Sequence[Standing], asked: Asked) -> "tuple[tuple[Standing, Released], ...]":
    """The items that the audience may see, with what is let through of each; says how many not."""
    from dipltrack.reports.released import released

    seen = released(items, asked.audience)
    if hidden := len(items) - len(seen):
        are = "item is" if hidden == 1 else "items are"
        warn(f"{hidden:,} {are} left out of the copy for the {asked.audience}")
    return seen


def copy_for(items: Sequence[Standing], asked: Asked) -> tuple[Block, ...]:
    """The items as the audience may see them, by meeting."""
    from dipltrack.reports.copies import copy_of_items

    return copy_of_items([copy for _, copy in seen_by(items, asked)])


def deliver(
    asked: Asked,
    name: str,
    title: str,
    blocks: tuple[Block, ...],
    goes: Delivery,
    told: tuple[str, ...] = (),
    *,
    whole: bool = True,
) -> None:
    """Writes the report to where it goes; names on standard error what may be missing in it.

    One that is not wanted whole shows of its rows as many as a terminal holds.
    """
    session = asked.session

    def report_with(rows: int) -> Report:
        return report_of(
            session,
            asked.view,
            title,
            shortened(blocks, rows),
            name=name,
            told=told,
            audience=asked.audience,
        )

    goes.deliver_rows(report_with, rows_in(blocks), whole=whole)
    name_strange(session.register.strange(asked.question, asked.view))
    name_ours(session, asked.question.partners)
    leave_if_broken(session.register.errors(asked.view))
