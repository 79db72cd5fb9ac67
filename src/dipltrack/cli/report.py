"""`dipltrack report`: the reports that are passed up, whole or as a copy for others."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.copying import (
    Asked,
    Audience,
    asked_of,
    copy_for,
    deliver,
    items_of,
    seen_by,
)
from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.options import (
    AnyFormat,
    AsOf,
    Bom,
    Dossier,
    Everything,
    KnownBy,
    Lead,
    Out,
    Partner,
    Sector,
    clean,
    word_of,
)
from dipltrack.cli.output import leave_if_broken
from dipltrack.cli.reminded import reminded_by_item, reminded_of
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.fault import Fault
from dipltrack.model.vocabulary import Handling
from dipltrack.register.view import View
from dipltrack.reports.partners import partner_name

if TYPE_CHECKING:
    from dipltrack.reports.review import Period

app = typer.Typer()


@app.command("weekly")
def weekly(
    ctx: typer.Context,
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK", help="Such as 2018-W05; else this one.")
    ] = None,
    partner: Partner = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    intro: Annotated[
        str | None, typer.Option("--intro", metavar="TEXT", help="A sentence of your own.")
    ] = None,
    annex: Annotated[bool, typer.Option("--annex", help="With the matrix of all items.")] = False,
    audience: Audience = "internal",
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """The report of a week, on two pages: whether to worry, what happened, what is wanted.

    On a Monday it is that of the week that has ended.

    dipltrack report weekly --week 2018-W05 --partner TR
    """
    from dipltrack.reports.copies import copy_of_week
    from dipltrack.reports.days import written_weekday
    from dipltrack.reports.weekly.changes import is_new
    from dipltrack.reports.weekly.report import Weekly, closed_in, week_told, weekly_blocks
    from dipltrack.reports.weekly.week import NoWeekError, Week

    session: Session = ctx.obj
    goes = delivery_of(form, out, bom=bom)
    day = session.day("--as-of", as_of)
    if week is not None and day is not None:
        raise WrongUsageError("write --week or --as-of, not both: a week is as of its Sunday")
    try:
        of_week = Week.named(week, session.today) if week else Week.on(day or session.today)
    except NoWeekError as error:
        raise WrongUsageError(f"--week: {error}") from None
    asked = asked_of(session, partner, sector, dossier, lead, audience, as_of, known_by)
    asked = replace(asked, view=replace(asked.view, as_of=of_week.as_of))
    missing: list[Fault] = []
    told: tuple[str, ...] = (week_told(of_week), f"Changes since {written_weekday(of_week.since)}")
    if asked.audience is not Handling.INTERNAL:
        seen = seen_by(items_of(asked), asked)
        new = [copy for one, copy in seen if is_new(one, of_week, session.day_of)]
        items = [copy for _, copy in seen]
        blocks = copy_of_week(items, new, of_week.since, of_week.as_of)
    else:
        reminded, missing = reminded_by_item(session, asked.view)
        changed = replace(asked.question, told_since=of_week.since)
        now = items_of(replace(asked, question=changed))
        before = replace(asked.view, as_of=of_week.since)
        register = session.register
        blocks = weekly_blocks(
            Weekly(
                week=of_week,
                now=now,
                before=register.items(closed_in(now), before),
                counts=register.alike(asked.question, asked.view),
                counts_before=register.alike(asked.question, before),
                day_of=session.day_of,
                partner_name=partner_name,
                dossiers=session.settings.dossiers,
                reminded=reminded,
                intro=clean(intro, "--intro"),
                annex=items_of(asked) if annex else None,
                by_partner=not asked.question.partners,
            )
        )
    deliver(asked, "weekly", _follow_up(asked), blocks, goes, told)
    leave_if_broken(missing)


@app.command("matrix")
def matrix(
    ctx: typer.Context,
    by: Annotated[
        str, typer.Option("--by", metavar="WORD", help="dossier or meeting.")
    ] = "dossier",
    partner: Partner = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    everything: Everything = False,
    audience: Audience = "internal",
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """Every item in one line, by dossier or by meeting.

    dipltrack report matrix --by meeting --partner TR
    """
    from dipltrack.reports.matrix import GroupBy, matrix_blocks

    session: Session = ctx.obj
    goes = delivery_of(form, out, bom=bom)
    grouped = word_of(GroupBy, by, "--by")
    asked = asked_of(session, partner, sector, dossier, lead, audience, as_of, known_by)
    items = items_of(asked)
    if asked.audience is Handling.INTERNAL:
        blocks = matrix_blocks(items, grouped, session.settings.dossiers)
    else:
        blocks = copy_for(items, asked)
    deliver(
        asked, "matrix", f"Matrix of commitments{_with(asked)}", blocks, goes, whole=everything
    )


@app.command("brief")
def brief(
    ctx: typer.Context,
    partner: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTNER", help="Its code: TR.", autocompletion=completion.partners
        ),
    ] = None,
    as_option: Annotated[
        str | None,
        typer.Option(
            "--partner", metavar="CODE", help="The same.", autocompletion=completion.partners
        ),
    ] = None,
    for_meeting: Annotated[
        str | None,
        typer.Option("--for-meeting", metavar="TEXT", help="The meeting that it is made for."),
    ] = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    everything: Everything = False,
    audience: Audience = "internal",
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """One partner before the next meeting, by dossier, each item once.

    dipltrack report brief TR --for-meeting "Foreign Ministers' Meeting, April 2022"
    """
    from dipltrack.model.ref import ref_typed
    from dipltrack.reports.brief import Brief, brief_blocks
    from dipltrack.reports.prose import long_day

    session: Session = ctx.obj
    goes = delivery_of(form, out, bom=bom)
    code = ref_typed(
        clean(partner or as_option or session.settings.default.partner, "PARTNER") or ""
    )
    if not code:
        raise WrongUsageError("write the code of a partner: dipltrack report brief TR")
    asked = asked_of(session, [code], sector, dossier, lead, audience, as_of, known_by)
    items = items_of(asked)
    last = session.register.meetings.last_with(code, _day_before(asked.view))
    told = [f"For {meeting}"] if (meeting := clean(for_meeting, "--for-meeting")) else []
    if asked.audience is Handling.INTERNAL:
        if last is not None:
            told.append(f"Last meeting: {last[1]}, {long_day(last[2])} ({last[0]})")
        blocks = brief_blocks(
            Brief(
                partner=code,
                items=items,
                day=asked.view.as_of,
                last_meeting=last[2] if last else None,
                bodies=session.settings.bodies,
                dossiers=session.settings.dossiers,
            )
        )
    else:
        blocks = copy_for(items, asked)
    deliver(
        asked,
        "brief",
        f"Brief on {partner_name(code)}",
        blocks,
        goes,
        tuple(told),
        whole=everything,
    )


@app.command("review")
def review(
    ctx: typer.Context,
    promised: Annotated[
        str | None, typer.Option("--promised", metavar="PERIOD", help="Promised in it: 2019.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="PERIOD", help="Due in it: first half of 2019.")
    ] = None,
    closed: Annotated[
        str | None,
        typer.Option("--closed", metavar="PERIOD", help="Closed in it: 2018-01/2018-06."),
    ] = None,
    partner: Partner = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    everything: Everything = False,
    audience: Audience = "internal",
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """What was promised, due or closed in a period, and what became of it.

    dipltrack report review --promised 2019
    """
    from dipltrack.reports.review import By, falls_into, review_blocks

    session: Session = ctx.obj
    goes = delivery_of(form, out, bom=bom)
    named = {By.PROMISED: promised, By.DUE: due, By.CLOSED: closed}
    chosen = [(by, text) for by, text in named.items() if text is not None]
    if len(chosen) != 1:
        raise WrongUsageError("write one of --promised, --due and --closed, with a period: 2019")
    by, text = chosen[0]
    period = _period(session, text, f"--{by}")
    asked = asked_of(session, partner, sector, dossier, lead, audience, as_of, known_by)
    each = replace(asked, question=replace(asked.question, each=True))
    items = [one for one in items_of(each) if falls_into(one, by, period)]
    if asked.audience is Handling.INTERNAL:
        blocks = review_blocks(items, by, period, partner_name)
    else:
        blocks = copy_for(items, asked)
    deliver(
        asked,
        "review",
        f"Review: {by} in {period.told}{_with(asked)}",
        blocks,
        goes,
        whole=everything,
    )


@app.command("item")
def item(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="Its ref, a part of it, or words of its title.",
            autocompletion=completion.items,
        ),
    ],
    audience: Audience = "internal",
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """One item whole: its words, records, time, history and evidence, and whom we asked.

    dipltrack report item TR-20171228-2
    """
    from dipltrack.reports.copies import copy_of_item
    from dipltrack.reports.item import item_blocks

    session: Session = ctx.obj
    goes = delivery_of(form, out, bom=bom)
    asked = asked_of(session, None, None, None, None, audience, as_of, known_by)
    standing = session.register.item_meant(ref, asked.view)
    missing: list[Fault] = []
    if asked.audience is Handling.INTERNAL:
        reminded, missing = reminded_of(session, asked.view, standing)
        blocks = item_blocks(standing, session.settings.bodies, reminded)
    else:
        seen = seen_by([standing], asked)
        if not seen:
            raise WrongUsageError(
                f"{standing.ref} is not for the {asked.audience}: its handling says who may see it"
            )
        blocks = copy_of_item(seen[0][1])
    deliver(asked, "item", f"{standing.ref}  {standing.item.title}", blocks, goes)
    leave_if_broken(missing)


def _follow_up(asked: Asked) -> str:
    return f"Follow-up{_with(asked)}" if asked.question.partners else "Follow-up of commitments"


def _with(asked: Asked) -> str:
    from dipltrack.model.ref import ref_typed
    from dipltrack.reports.prose import listed

    names = [partner_name(ref_typed(code)) for code in asked.question.partners]
    return f" with {listed(names)}" if names else ""


def _day_before(view: View) -> View:
    from datetime import date, timedelta

    return replace(view, as_of=max(view.as_of, date.min + timedelta(days=1)) - timedelta(days=1))


def _period(session: Session, text: str, option: str) -> "Period":
    """The period that was typed, in words of time or in EDTF. Raises WrongUsageError."""
    from dipltrack.reports.review import Period
    from dipltrack.wording.reading import window_of
    from dipltrack.wording.unread import UnreadTimeError

    settings = session.settings
    words = clean(text, option) or ""
    try:
        window = window_of(
            words,
            session.today,
            settings.conventions,
            party=settings.ledger.party,
            events=settings.events,
            lang=None,
        )
    except UnreadTimeError as error:
        raise WrongUsageError(f"{option}: {error}") from None
    if window.earliest is None or window.latest is None:
        raise WrongUsageError(f'{option}: "{words}" has no first and last day: write 2019')
    return Period(told=words, first=window.earliest, last=window.latest)
