"""The short forms that close commitments, or close them in part: each is one dated entry."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.entry import Typed, enter
from dipltrack.cli.entry_options import (
    Dated,
    Keep,
    Lang,
    Match,
    NextStep,
    Note,
    On,
    Reason,
    Refs,
    Registry,
    Says,
    Sources,
    reason_given,
)
from dipltrack.cli.options import word_of
from dipltrack.model.vocabulary import Side, Status

app = typer.Typer()


@app.command("fulfil")
def fulfil(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    next_step: NextStep = None,
) -> None:
    """Say that it was done, with the evidence.

    dipltrack fulfil --match "security dialogue" --on 2018-01-29 --note "Held in Ankara."
    --evidence https://example.org/news
    """
    typed = Typed(
        status=Status.FULFILLED,
        on=on,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        next_step=next_step,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("partly")
def partly(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    reason: Reason = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    next_step: NextStep = None,
) -> None:
    """Say that it was done in part, with the evidence.

    dipltrack partly TR-20180924-3 --on 2018-12-27 --note "Disasters yes, the university no."
    """
    typed = Typed(
        status=Status.PARTLY_FULFILLED,
        on=on,
        note=note,
        reason=reason,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        next_step=next_step,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("unmet")
def unmet(
    ctx: typer.Context,
    refs: Refs = None,
    reason: Reason = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
) -> None:
    """Say that it was not done and will not be, with the reason.

    dipltrack unmet TR-20181105-7 --on 2019-06-30 --reason "The talks went on."
    """
    typed = Typed(
        status=Status.NOT_FULFILLED,
        on=on,
        reason=reason_given(reason),
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("withdraw")
def withdraw(
    ctx: typer.Context,
    refs: Refs = None,
    side: Annotated[
        str | None, typer.Option("--by", metavar="SIDE", help="Who withdrew: ours, theirs, both.")
    ] = None,
    match: Match = None,
    on: On = None,
    reason: Reason = None,
    note: Note = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
) -> None:
    """Say that it was withdrawn, and by whom.

    dipltrack withdraw TR-20190907-1 --by theirs --reason "The visit was called off."
    """
    typed = Typed(
        status=Status.WITHDRAWN,
        side=word_of(Side, side, "--by") if side else None,
        on=on,
        reason=reason,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("supersede")
def supersede(
    ctx: typer.Context,
    refs: Refs = None,
    with_: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="REF",
            help="The item that stands in its place.",
            autocompletion=completion.items,
        ),
    ] = None,
    match: Match = None,
    on: On = None,
    reason: Reason = None,
    note: Note = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
) -> None:
    """Say that another promise stands in its place.

    dipltrack supersede TR-20120106-2 --with TR-20130503-1 --on 2013-05-03
    """
    typed = Typed(
        status=Status.SUPERSEDED,
        superseded_by=with_,
        on=on,
        reason=reason,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
    )
    enter(ctx.obj, refs, match, typed)
