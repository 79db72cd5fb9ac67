"""The messages of every rule on the days around each of its borders, held in golden.txt.

`python -m tests.remind.golden` writes the page anew: what it says now is then seen in the diff.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime, time, timedelta, tzinfo
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from dipltrack.cli.main import run
from dipltrack.model.vocabulary import RuleName
from tests.given import day
from tests.remind.desks import BORDERS, OF_EACH_RULE, desk_of

PAGE = Path(__file__).with_name("golden.txt")


def days_around(border: str) -> Iterator[date]:
    """The day before, the day itself, the day after."""
    for days in (-1, 0, 1):
        yield day(border) + timedelta(days=days)


def said(root: Path, number: int, rule: RuleName, moment: datetime) -> str | None:
    """What the reminder of the item says at the moment, or None where that rule has none."""
    os.environ["DIPLTRACK_NOW"] = moment.isoformat()
    printed = StringIO()
    with redirect_stdout(printed), redirect_stderr(StringIO()):
        code = run(["--ledger", str(root), "remind", "--dry-run", "--format", "json"])
    if code != 0:
        raise ValueError(printed.getvalue())
    messages = [
        str(one["message"])
        for one in json.loads(printed.getvalue())["reminders"]
        if (one["ref"], one["rule"]) == (f"TR-20171228-{number}", rule.value)
    ]
    return messages[0] if messages else None


def page_at(root: Path, zone: tzinfo, at: time) -> str:
    """The page, asked at that time of the days in that time zone."""
    parts = []
    for number, rule, border in BORDERS:
        parts.append(f"## {rule}, {border}\n")
        for on in days_around(border):
            text = said(root, number, rule, datetime.combine(on, at, tzinfo=zone))
            parts.append(f"\n{on}\n{text or '–'}\n")
        parts.append("\n")
    return "".join(parts)


def main() -> None:
    """Writes the page anew."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        root = desk_of(Path(folder) / "desk", *OF_EACH_RULE, zone="Asia/Tokyo")
        page = page_at(root, ZoneInfo("Asia/Tokyo"), time(12))
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
