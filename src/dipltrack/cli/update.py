"""`dipltrack update` and its short forms: one dated entry after another, never a change."""

from typing import Annotated

import typer

from dipltrack.cli.entry import Typed, enter
from dipltrack.cli.options import word_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.vocabulary import Status, TimingChange

app = typer.Typer()

Refs = Annotated[
    list[str] | None,
    typer.Argument(metavar="REF…", help="Refs, or parts of them; several allowed."),
]
Match = Annotated[
    str | None, typer.Option("--match", metavar="WORDS", help="Words of its title, for a ref.")
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help='Day of the fact, "March 2018"; else today.'),
]
First = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="Its first day, of several.")
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What happened.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]
NextStep = Annotated[
    str | None, typer.Option("--next-step", metavar="TEXT", help="What is to be done next.")
]
Move = Annotated[
    str | None, typer.Option("--next-move", metavar="WORD", help="ours, theirs, both, nobody, …")
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--evidence", metavar="WHERE", help="An address, or a document on file."),
]
Registry = Annotated[
    list[str] | None,
    typer.Option(
        "--registry", metavar="NUMBER", help="Evidence: a cable or letter by its number."
    ),
]
Says = Annotated[
    list[str] | None, typer.Option("--says", metavar="TEXT", help="What the evidence says.")
]
Dated = Annotated[
    list[str] | None, typer.Option("--dated", metavar="DAY", help="The day the evidence bears.")
]
Lang = Annotated[
    list[str] | None, typer.Option("--lang", metavar="CODE", help="The evidence's language.")
]
Contradicts = Annotated[
    bool, typer.Option("--contradicts", help="The evidence speaks against it.")
]
ReviewOn = Annotated[
    str | None, typer.Option("--review-on", metavar="DAY", help="When to look again.")
]


@app.command("update")
def update(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="WORD", help="in-progress, fulfilled, …")
    ] = None,
    on: On = None,
    first: First = None,
    note: Note = None,
    reason: Reason = None,
    next_step: NextStep = None,
    next_move: Move = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
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
        str | None, typer.Option("--with", metavar="REF", help="Superseded by this item.")
    ] = None,
    sets: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="A field that changed, or was wrong."),
    ] = None,
) -> None:
    """Add any dated entry to commitments.

    dipltrack update TR-20171228-2 --status in-progress --note "The date is being settled."
    """
    typed = Typed(
        on=on,
        first=first,
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
        contradicts=contradicts,
        review_on=review_on,
        seek=seek,
        decided=decided,
        at_risk=at_risk,
        sets=sets,
        superseded_by=with_,
    )
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
    says: Says = None,
    dated: Dated = None,
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
        says=says,
        dated=dated,
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
    says: Says = None,
    dated: Dated = None,
    review_on: ReviewOn = None,
) -> None:
    """Say that it is on hold, with the reason.

    dipltrack pause TR-20171228-5 --reason "The partners are looking at the cost anew."
    """
    typed = Typed(
        status=Status.ON_HOLD,
        on=on,
        reason=_reason(reason),
        note=note,
        next_step=next_step,
        sources=evidence,
        says=says,
        dated=dated,
        review_on=review_on,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("fulfil")
def fulfil(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    on: On = None,
    first: First = None,
    note: Note = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    next_step: NextStep = None,
) -> None:
    """Say that it was done, with the evidence.

    dipltrack fulfil --match "security dialogue" --on 2018-01-29 --note "Held in Ankara."
    --evidence https://example.org/news
    """
    typed = Typed(
        status=Status.FULFILLED,
        on=on,
        first=first,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        next_step=next_step,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("partly")
def partly(
    ctx: typer.Context,
    refs: Refs = None,
    match: Match = None,
    on: On = None,
    first: First = None,
    note: Note = None,
    reason: Reason = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    next_step: NextStep = None,
) -> None:
    """Say that it was done in part, with the evidence.

    dipltrack partly TR-20180924-3 --on 2018-12-27 --note "Disasters yes, the university no."
    """
    typed = Typed(
        status=Status.PARTLY_FULFILLED,
        on=on,
        first=first,
        note=note,
        reason=reason,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
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
) -> None:
    """Say that it was not done and will not be, with the reason.

    dipltrack unmet TR-20181105-7 --on 2019-06-30 --reason "The talks went on."
    """
    typed = Typed(
        status=Status.NOT_FULFILLED,
        on=on,
        reason=_reason(reason),
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
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
    first: First = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    contradicts: Contradicts = False,
    next_step: NextStep = None,
    next_move: Move = None,
) -> None:
    """Add what was heard of it, its status as it was.

    dipltrack note TR-20171228-6 --note "The council will meet in summer."
    """
    typed = Typed(
        on=on,
        first=first,
        note=text,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        contradicts=contradicts,
        next_step=next_step,
        next_move=next_move,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("fix")
def fix(
    ctx: typer.Context,
    refs: Refs = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DAYS", help="The day, or the days.")
    ] = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    evidence: Sources = None,
    says: Says = None,
    dated: Dated = None,
) -> None:
    """Say that its day was settled, inside the window.

    dipltrack fix TR-20171228-2 --to 2018-01-29 --on 2018-01-15
    """
    typed = Typed(
        change=TimingChange.FIXED,
        to=_to(to),
        on=on,
        note=note,
        sources=evidence,
        says=says,
        dated=dated,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("move")
def move(
    ctx: typer.Context,
    refs: Refs = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="WORDS", help="The new time, as stated.")
    ] = None,
    reason: Reason = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    evidence: Sources = None,
    says: Says = None,
    dated: Dated = None,
) -> None:
    """Say that another time was agreed, with the reason.

    dipltrack move TR-20171228-3 --to "first half of 2018" --reason "Elections."
    """
    typed = Typed(
        change=TimingChange.MOVED,
        to=_to(to),
        reason=_reason(reason),
        on=on,
        note=note,
        sources=evidence,
        says=says,
        dated=dated,
    )
    enter(ctx.obj, refs, match, typed)


def _reason(text: str | None) -> str:
    if not text or not text.strip():
        raise WrongUsageError("--reason is needed: why?")
    return text


def _to(text: str | None) -> str:
    if not text or not text.strip():
        raise WrongUsageError("--to is needed: which day, or which time?")
    return text
