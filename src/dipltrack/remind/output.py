"""Reminders on standard output: as text, one block a body, and as JSON (docs/json.md)."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from dipltrack.model.settings import Settings
from dipltrack.model.text import visible
from dipltrack.remind.letters import Told, blocks_of, counted
from dipltrack.remind.message import days_of, message_of
from dipltrack.reports.days import written_weekday
from dipltrack.reports.machine import one_or_list

_NOBODY = "For nobody: no lead is given; [default] in dipltrack.toml can name one for all"


def text_of(told: Sequence[Told], settings: Settings, day: date) -> str:
    """The reminders by body, each block with its head; nothing where none is due."""
    titles = {body.name: body.title for body in settings.bodies}
    about = f"as of {written_weekday(day)}, {visible(settings.ledger.ceiling)}"
    lines: list[str] = []
    for name, group in groupby(told, key=lambda one: one.due.to):
        ones = list(group)
        title = titles.get(name or "")
        named = f"{name}{f'  {title}' if title else ''}" if name else _NOBODY
        lines += [visible(named), f"{counted(len(ones))}, {about}", ""]
        for block in blocks_of(ones, day):
            lines += [*block, ""]
    return "".join(f"{line}\n" for line in lines[:-1])


def json_of(told: Sequence[Told], day: date) -> list[dict[str, Any]]:
    """The reminders for a machine, in the order of the text."""
    return [
        {
            "ref": one.due.ref,
            "rule": one.due.rule.value,
            "for_date": one.due.for_.isoformat(),
            "title": one.standing.item.title,
            "lead": one_or_list(one.standing.lead),
            "to": one.due.to,
            "message": "\n".join(message_of([one.due], one.standing, day)),
            "days": days_of(one.due, day),
            "folded": [
                {"rule": rule.value, "for_date": for_.isoformat()} for rule, for_ in one.due.folded
            ],
        }
        for one in told
    ]
