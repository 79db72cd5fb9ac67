"""The rules of a ledger as a report: on which days each speaks, for whom, and of what next."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from dipltrack.ledger.flaw import list_of
from dipltrack.model.vocabulary import RuleName
from dipltrack.register.standing import Standing
from dipltrack.remind.rules import Rule
from dipltrack.reports.blocks import Block, Column, Day, Need, Number, Paragraph, Ref, Table, Text
from dipltrack.reports.items import clipped
from dipltrack.reports.prose import figure


class Touched(Struct, frozen=True, kw_only=True):
    """The items that a rule speaks of next: path, ref and day of each, the earliest first."""

    rule: Rule
    items: tuple[tuple[date, str, str], ...]


def rules_blocks(touched: Sequence[Touched]) -> tuple[Block, ...]:
    """Every rule with its days, for which items it is, how many it touches, and when next."""
    columns = (
        Column("Rule", whole=True),
        Column("Speaks", least=20, share=3),
        Column("For", Need.OFTEN, least=9, share=1),
        Column("Items", whole=True),
        Column("Next", least=11, whole=True),
    )
    rows = tuple(
        (
            Text(one.rule.name),
            Text(speaks(one.rule)),
            Text(narrowed(one.rule)),
            Number(len(one.items)),
            Day(one.items[0][0] if one.items else None),
        )
        for one in touched
    )
    hint = "dipltrack remind rules RULE lists its items; docs/reminders.md says how to set a rule"
    return (Table(columns, rows), Paragraph(hint, hint=True))


def items_blocks(
    touched: Sequence[Touched], standings: Mapping[tuple[str, str], Standing], most: int | None
) -> tuple[Block, ...]:
    """The items that one rule touches, with the next day on which it speaks of each."""
    found = [item for one in touched for item in one.items]
    columns = (
        Column("Next", least=11, whole=True),
        Column("Ref", whole=True),
        Column("Promised action", least=13, good=28, share=4),
        Column("Lead", Need.OFTEN, least=7),
    )
    rows = tuple(
        (Day(day), Ref(ref), Text(clipped(one.item.title)), Text(", ".join(one.lead)))
        for day, path, ref in found[:most]
        if (one := standings.get((path, ref)))
    )
    blocks: list[Block] = [Paragraph(f"{speaks(one.rule)}.") for one in touched[:1]]
    if rows:
        blocks.append(Table(columns, rows))
    more = len(found) - len(found[:most])
    count = figure(len(found), "item")
    blocks.append(Paragraph(f"… {more:,} more (--all)" if more else count, hint=True))
    return tuple(blocks)


def speaks(rule: Rule) -> str:
    """On which days the rule speaks.

    >>> from dipltrack.remind.rules import RULES
    >>> speaks(RULES[1]), speaks(RULES[2])
    ('3 and 14 days before the last day of the window', '1 day after the last day of the window, then every 7 days')
    """
    if rule.off:
        return "off"
    if rule.days == (0,):
        when = rule.counted_from.replace("after", "on", 1)
    elif rule.days:
        joined = list_of(tuple(str(day) for day in rule.days), "and")
        when = f"{joined} day{'' if rule.days == (1,) else 's'} {rule.counted_from}"
    else:
        when = "when the last report is stale"
    again = f"every {rule.every} days" if rule.every else ""
    if rule.own and not rule.every:
        again = "whenever a report is stale again"
    return f"{when}, then {again}" if again else when


def narrowed(rule: Rule) -> str:
    """For which items the rule is."""
    question = rule.narrowed
    if question is None:
        return "all"
    named = (question.partners, question.sectors, question.leads, question.firmness)
    return "; ".join(", ".join(words) for words in named if words)


def rules_json(touched: Sequence[Touched]) -> list[dict[str, Any]]:
    """The rules for a machine, with the items that each touches."""
    return [
        {
            "rule": one.rule.name.value,
            "off": one.rule.off,
            "days": list(one.rule.days),
            "every": one.rule.every,
            **_narrowing(one.rule),
            "items": [{"ref": ref, "next": day.isoformat()} for day, _, ref in one.items],
        }
        for one in touched
    ]


def _narrowing(rule: Rule) -> dict[str, list[str]]:
    question = rule.narrowed
    return {
        "partner": list(question.partners) if question else [],
        "sector": list(question.sectors) if question else [],
        "lead": list(question.leads) if question else [],
        "firmness": [word.value for word in question.firmness] if question else [],
    }


def touched_of(
    rules: Sequence[Rule], found: Sequence[tuple[Rule, date, str, str]], only: RuleName | None
) -> Iterator[Touched]:
    """The rules, or those of one name, each with its items by the day on which it speaks next."""
    for rule in rules:
        if only is None or rule.name is only:
            items = sorted((day, path, ref) for one, day, path, ref in found if one is rule)
            yield Touched(rule=rule, items=tuple(items))
