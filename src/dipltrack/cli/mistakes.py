"""`dipltrack strike` and `split`: what was filed in error, twice, or as one that are two."""

from typing import Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.entry_options import Reason
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.options import clean, title_typed
from dipltrack.cli.output import say
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import Tables
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.mint import next_item_ref
from dipltrack.model.commitment import Commitment
from dipltrack.model.ref import ItemRef, MeetingRef, ref_typed
from dipltrack.model.update import Update
from dipltrack.register.standing import Standing

app = typer.Typer()
Ref = Annotated[
    str,
    typer.Argument(metavar="REF", help="The item, or a meeting.", autocompletion=completion.items),
]


@app.command("strike")
def strike(
    ctx: typer.Context,
    ref: Ref,
    same_as: Annotated[
        str | None,
        typer.Option(
            "--same-as",
            metavar="REF",
            help="The item that it is a copy of.",
            autocompletion=completion.items,
        ),
    ] = None,
    reason: Reason = None,
) -> None:
    """Strike an item that was filed in error, or twice: in no list, still shown by show.

    A meeting is struck by its whole ref, with all its items.

    dipltrack strike TR-20171228-5 --same-as TR-20171228-2
    """
    session: Session = ctx.obj
    if MeetingRef.of(ref_typed(ref)):
        _strike_meeting(session, ref_typed(ref), same_as, clean(reason, "--reason"))
        return
    standing = _meant(session, ref)
    if standing.struck:
        raise WrongUsageError(f"{standing.ref} is struck already: dipltrack undo brings it back")
    other = _that_stays(session, standing, same_as) if same_as else None
    entry = replace(_strike(session, standing), same_as=other, reason=clean(reason, "--reason"))
    with session.writing() as stamp:
        file_entries(session, standing.path, just([("update", entry)]), stamp)
    say(f"{standing.ref}  {standing.item.title}")
    say("  struck" + (f"; its entries count for {other}" if other else ""))
    warn_of_others(session, standing.path)


@app.command("split")
def split(
    ctx: typer.Context,
    ref: Ref,
    titles: Annotated[
        list[str], typer.Argument(metavar="TITLE TITLE", help="The acts that it joins.")
    ],
) -> None:
    """Split an item that joins several acts: each becomes an item, the old one is struck.

    The new ones take over what was filed of it, with the fields that hold today. What was entered
    since counts for the first.

    dipltrack split TR-20171228-5 "Build the plant" "Found the university"
    """
    session: Session = ctx.obj
    cleaned = [title_typed(title, "a title") for title in titles]
    acts = [title for title in cleaned if title]
    if len(acts) < 2:
        raise WrongUsageError("a split needs two titles or more: one act, one item")
    standing = _meant(session, ref)

    def make(file: MeetingFile) -> Tables:
        refs = _next_refs(file, len(acts))
        first = replace(standing.filed, ref=refs[0], title=acts[0])
        shared = _as_it_holds(standing)
        others = [replace(shared, ref=r, title=a) for r, a in zip(refs[1:], acts[1:], strict=True)]
        items = [first, *others]
        entry = replace(
            _strike(session, standing), same_as=refs[0], reason=f"split into {', '.join(refs)}"
        )
        return [*(("commitment", item) for item in items), ("update", entry)]

    with session.writing() as stamp:
        added = file_entries(session, standing.path, make, stamp)
    for _, entry in added:
        if isinstance(entry, Commitment):
            say(f"{entry.ref}  {entry.title}")
    say(f"  in place of {standing.ref}, which is struck")
    if standing.history:
        first = next(entry for _, entry in added if isinstance(entry, Commitment))
        say(f"  what was entered of it counts for {first.ref} alone")
    warn_of_others(session, standing.path)


def _as_it_holds(standing: Standing) -> Commitment:
    """The item as it was filed, with what was corrected or has changed since: a new lead, a slip.

    No entry of the old item counts for it, so it must not fall back behind them. Its first time
    stays the first: what was moved since, was moved for the other.
    """
    item, first = standing.state.item, standing.state.first
    recurs = item.timing.window.every is not None
    return item if recurs else replace(item, timing=first)


def _that_stays(session: Session, standing: Standing, ref: str) -> str:
    """The ref of the item of which the other is a copy. Raises WrongUsageError where it cannot be."""
    other = session.register.item_meant(ref, session.whole_view, by_words=False, but=standing.ref)
    if other.ref == standing.ref:
        raise WrongUsageError(f"--same-as {other.ref} is the item itself: name the one that stays")
    if other.struck:
        raise WrongUsageError(f"--same-as {other.ref} is struck: name the one that stays")
    return other.ref


def _strike_meeting(session: Session, ref: str, same_as: str | None, reason: str | None) -> None:
    """Strikes a meeting; its items go with it, as long as it is struck."""
    if same_as:
        raise WrongUsageError(
            f"--same-as is for items: strike each item of {ref} with it, then the meeting"
        )
    held = session.register.meetings.meant(ref, session.whole_view)
    meeting = held.meeting
    if meeting.id is None:
        raise WrongUsageError(f"{ref} has no id yet: dipltrack edit gives it one")
    entry = Update(of=ref, date=session.today, corrects=meeting.id, reason=reason)
    with session.writing() as stamp:
        file_entries(session, held.path, just([("update", entry)]), stamp)
    with_it = f" with its {held.items} item{'' if held.items == 1 else 's'}" if held.items else ""
    say(f"{ref}  {meeting.title}")
    say(f"  struck{with_it}; dipltrack undo brings it back")
    warn_of_others(session, held.path)


def _meant(session: Session, ref: str) -> Standing:
    standing = session.register.item_meant(ref, session.whole_view, by_words=on_terminal())
    if standing.filed.id is None:
        raise WrongUsageError(f"{standing.ref} has no id yet: dipltrack edit gives it one")
    return standing


def _strike(session: Session, standing: Standing) -> Update:
    return Update(of=standing.ref, date=session.today, corrects=standing.filed.id)


def _next_refs(file: MeetingFile, count: int) -> list[str]:
    first = ItemRef.of(next_item_ref(file))
    if first is None:
        raise WrongUsageError(f"{file.meeting.ref} has too many items")
    return [str(ItemRef(first.meeting, first.number + step)) for step in range(count)]
