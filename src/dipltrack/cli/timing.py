"""`dipltrack fix`, `move` and `expect`: what has become of the time of an item."""

from typing import Annotated

import typer

from dipltrack.cli.entry import Typed, enter
from dipltrack.cli.entry_options import (
    Dated,
    Keep,
    Lang,
    Match,
    Note,
    On,
    Reason,
    Refs,
    Registry,
    Says,
    Source,
    Sources,
    Voice,
    reason_given,
    time_given,
)
from dipltrack.model.vocabulary import TimingChange

app = typer.Typer()


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
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    voice: Voice = None,
    source: Source = None,
) -> None:
    """Say that its day was settled, inside the window.

    dipltrack fix TR-20171228-2 --to 2018-01-29 --on 2018-01-15
    """
    typed = Typed(
        change=TimingChange.FIXED,
        to=time_given(to),
        on=on,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        voice=voice,
        source=source,
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
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    voice: Voice = None,
    source: Source = None,
) -> None:
    """Say that another time was agreed, with the reason.

    dipltrack move TR-20171228-3 --to "first half of 2018" --reason "Elections."
    """
    typed = Typed(
        change=TimingChange.MOVED,
        to=time_given(to),
        reason=reason_given(reason),
        on=on,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        voice=voice,
        source=source,
    )
    enter(ctx.obj, refs, match, typed)


@app.command("expect")
def expect(
    ctx: typer.Context,
    refs: Refs = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="WORDS", help="The time that one side expects.")
    ] = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
    evidence: Sources = None,
    registry: Registry = None,
    says: Says = None,
    dated: Dated = None,
    lang: Lang = None,
    keep: Keep = None,
    voice: Voice = "theirs",
    source: Source = None,
) -> None:
    """Say when one side expects it: shown beside the time in force, never in force itself.

    dipltrack expect TR-20181105-1 --to "in the first half of 2019" --voice theirs
    """
    typed = Typed(
        change=TimingChange.EXPECTED,
        to=time_given(to),
        on=on,
        note=note,
        sources=evidence,
        registry=registry,
        says=says,
        dated=dated,
        lang=lang,
        keep=keep,
        voice=voice,
        source=source,
    )
    enter(ctx.obj, refs, match, typed)
