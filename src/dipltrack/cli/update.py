"""`dipltrack update` and the short forms that leave an item open: one dated entry after another."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.entry import Typed, enter
from dipltrack.cli.entry_options import (
    Contradicts,
    Dated,
    Keep,
    Lang,
    Match,
    Move,
    NextStep,
    Note,
    On,
    Reason,
    Refs,
    Registry,
    ReviewOn,
    Says,
    Sources,
    reason_given,
)
from dipltrack.cli.options import names_of, word_of
from dipltrack.cli.slip import correct_time
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.vocabulary import Status

app = typer.Typer()


@app.command("update")
def update(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="WORD",
            help="in-progress, fulfilled, …",
            autocompletion=completion.statuses,
        ),
    ] = None,
    on: On = None,
    note: Note = None,
    reason: Reason = None,
    next_step: NextStep = None,
    next_move: Move = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    contradicts: Contradicts = False,
    review_on: ReviewOn = None,
    seek: Annotated[
        str | None, typer.Option("--seek", metavar="TEXT", help="A decision that is sought.")
    ] = None,
    decided: Annotated[
        str | None, typer.Option("--decided", metavar="TEXT", help="A decision that was given.")
    ] = None,
    at_risk: Annotated[
        bool, typer.Option("--at-risk", help="Mark it amber, with --reason, for 30 days.")
    ] = False,
    with_: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="REF",
            help="Superseded by this item.",
            autocompletion=completion.items,
        ),
    ] = None,
    answer_from: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            metavar="BODY",
            help="Whose answer it is.",
            autocompletion=completion.bodies,
        ),
    ] = None,
    mute_until: Annotated[
        str | None,
        typer.Option("--mute-until", metavar="DAY", help="No reminders before it, with --reason."),
    ] = None,
    sets: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="A field that changed, or was wrong.",
            autocompletion=completion.fields,
        ),
    ] = None,
    when: Annotated[
        str | None,
        typer.Option("--when", metavar="WORDS", help="The stated time, where it was filed wrong."),
    ] = None,
) -> None:
    """Add any dated entry to commitments.

    dipltrack update TR-20171228-2 --status in-progress --note "The date is being settled."
    """
    typed = Typed(
        on=on,
        status=word_of(Status, status, "--status") if status else None,
        note=note,
        reason=reason,
        next_step=next_step,
        next_move=next_move,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        contradicts=contradicts,
        review_on=review_on,
        seek=seek,
        decided=decided,
        at_risk=at_risk,
        answered=names_of(answer_from),
        mute_until=mute_until,
        sets=sets,
        superseded_by=with_,
    )
    if when is not None:
        if typed != Typed(reason=reason):
            raise WrongUsageError("--when corrects what was filed: write it alone, with --reason")
        correct_time(ctx.obj, refs, match, when, reason)
        return
    enter(ctx.obj, refs, match, typed)


@app.command("start")
def start(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    next_step: NextStep = None,
    next_move: Move = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
) -> None:
    """Say that it has begun: in progress.

    dipltrack start TR-20171228-3 --note "The date is being settled."
    """
    typed = Typed(
        status=Status.IN_PROGRESS,
        on=on,
        note=note,
        next_step=next_step,
        next_move=next_move,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("pause")
def pause(
    ctx: typer.Context,
    refs: Refs = None,
    reason: Reason = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    next_step: NextStep = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    review_on: ReviewOn = None,
) -> None:
    """Say that it is on hold, with the reason.

    dipltrack pause TR-20171228-5 --reason "The partners are looking at the cost anew."
    """
    typed = Typed(
        status=Status.ON_HOLD,
        on=on,
        reason=reason_given(reason),
        note=note,
        next_step=next_step,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        review_on=review_on,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("note")
def note_(
    ctx: typer.Context,
    refs: Refs = None,
    text: Annotated[
        str | None, typer.Option("--note", "-t", metavar="TEXT", help="What was heard.")
    ] = None,
    match: Match = None,
    on: On = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    contradicts: Contradicts = False,
    next_step: NextStep = None,
    next_move: Move = None,
) -> None:
    """Add what was heard of it, its status as it was.

    dipltrack note TR-20171228-6 --note "The council will meet in summer."
    """
    typed = Typed(
        on=on,
        note=text,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        contradicts=contradicts,
        next_step=next_step,
        next_move=next_move,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("held")
def held(
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
    """Say that a recurring act was held once more; its next window follows from its period.

    dipltrack held TR-20181227-2 --on 2022-12-28 --evidence https://example.org/seminar
    """
    typed = Typed(
        held=True,
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
