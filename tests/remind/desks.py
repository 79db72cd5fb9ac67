"""A ledger for reminders: one meeting, an item a rule, and what makes the rule speak."""

from datetime import date
from pathlib import Path

from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import (
    Firmness,
    Instrument,
    Kind,
    NextMove,
    RuleName,
    Status,
    TimingClass,
)
from dipltrack.model.window import Every, Timing, Unit, Window
from tests.given import day, ledger_of

PARTNER_BODY = '[[body]]\nname = "TR-MFA"\nparty = "TR"\nmail = "mfa@example.com"\n'
BODIES = f"""
[[body]]
name = "ME1"
party = "JP"
title = "First Middle East Division"
mail = "me1@example.org"
remind = "mail"

[[body]]
name = "METI"
party = "JP"
mail = "meti@example.org"
remind = "mail"

[[body]]
name = "MEXT"
party = "JP"
mail = "mext@example.org"

{PARTNER_BODY}
"""


def spring() -> Timing:
    """Words with a whole season."""
    return timing("next spring", "2018-03-01", "2018-05-31", TimingClass.SEASON)


def timing(stated: str, first: str | None, last: str | None, class_: TimingClass) -> Timing:
    """The words with the days that they mean."""
    return Timing(
        stated=stated,
        window=Window(
            class_=class_,
            earliest=day(first) if first else None,
            latest=day(last) if last else None,
        ),
    )


def item(number: int, title: str = "Hold the festival", **fields: object) -> Commitment:
    """The item of that number, promised, led by ME1, with TR-MFA on the other side."""
    known: dict[str, object] = {
        "firmness": Firmness.PLAN,
        "lead": ("ME1",),
        "counterpart": ("TR-MFA",),
        "document": "release",
        "paragraph": f"2({number})",
    }
    return Commitment(ref=f"TR-20171228-{number}", title=title, **{**known, **fields})  # type: ignore[arg-type]


def about(number: int, on: str, **fields: object) -> Update:
    """An entry about the item of that number."""
    return Update(of=f"TR-20171228-{number}", date=day(on), **fields)  # type: ignore[arg-type]


RELEASE = Document(name="release", issued_by="JP", instrument=Instrument.PRESS_RELEASE)
YEARLY = Timing(
    stated="annually",
    window=Window(
        class_=TimingClass.RECURRING,
        earliest=date(2018, 1, 1),
        latest=date(2018, 12, 31),
        every=Every(count=1, unit=Unit.YEAR),
    ),
)

OF_EACH_RULE: tuple[Entry, ...] = (
    RELEASE,
    item(1, "Hold the first Japanese Festival", timing=spring()),
    item(2, "Hold the yearly seminar", kind=Kind.RECURRING, timing=YEARLY),
    item(3, "Look into the tunnel", review_on=day("2018-04-10")),
    item(4, "Build the bridge"),
    about(4, "2018-02-01", status=Status.ON_HOLD, reason="The cost is looked at anew."),
    item(5, "Intensify contacts", kind=Kind.CONTINUING),
    item(
        6,
        "Negotiate the agreement",
        timing=timing("by 2020", None, "2020-12-31", TimingClass.BY),
    ),
    about(6, "2018-02-10", status=Status.IN_PROGRESS, note="Two chapters are agreed."),
    item(7, "Send experts"),
    about(
        7,
        "2018-02-05",
        status=Status.IN_PROGRESS,
        next_move=NextMove.THEIRS,
        next_step="Names of the experts.",
    ),
    item(8, "Open the office"),
    about(8, "2018-02-05", asked=("METI",), reply_by=day("2018-02-16")),
)

BORDERS: tuple[tuple[int, RuleName, str], ...] = (
    (1, RuleName.PREPARE, "2018-02-15"),
    (1, RuleName.PREPARE, "2018-03-01"),
    (1, RuleName.DUE, "2018-05-17"),
    (1, RuleName.DUE, "2018-05-28"),
    (1, RuleName.DUE, "2018-05-31"),
    (1, RuleName.OVERDUE, "2018-06-01"),
    (1, RuleName.OVERDUE, "2018-06-08"),
    (2, RuleName.DUE, "2018-12-28"),
    (2, RuleName.NOT_HELD, "2019-01-01"),
    (2, RuleName.NOT_HELD, "2019-01-08"),
    (3, RuleName.REVIEW, "2018-04-10"),
    (3, RuleName.REVIEW, "2018-04-24"),
    (4, RuleName.ON_HOLD, "2018-03-03"),
    (4, RuleName.ON_HOLD, "2018-04-02"),
    (5, RuleName.NO_REPORT, "2018-01-27"),
    (5, RuleName.NO_REPORT, "2018-07-26"),
    (6, RuleName.STALE, "2018-03-13"),
    (6, RuleName.STALE, "2018-04-12"),
    (7, RuleName.THEIR_MOVE, "2018-02-26"),
    (7, RuleName.THEIR_MOVE, "2018-03-19"),
    (8, RuleName.UNANSWERED, "2018-02-17"),
    (8, RuleName.UNANSWERED, "2018-02-24"),
)
"""Of each rule an item, and the days on which its reminder begins, changes or ends."""


def desk_of(
    root: Path, *entries: Entry, zone: str = "UTC", more: str = "", bodies: str = BODIES
) -> Path:
    """A ledger of one meeting with those entries, in that time zone, with more settings."""
    ledger_of(root, *entries)
    settings = root / "dipltrack.toml"
    text = settings.read_text(encoding="utf-8").replace('"UTC"', f'"{zone}"')
    settings.write_text(text + bodies + more, encoding="utf-8")
    return root
