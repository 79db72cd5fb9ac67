"""Titles of an occasion with its day: who holds it, and where."""

import re

from dipltrack.intake.rules import Rules
from dipltrack.intake.title.shortened import without_trailing
from dipltrack.intake.title.turned import is_joint, small, who_does


def appointed_told(tail: str, subject: str, rules: Rules) -> str:
    """An occasion with its day: who holds it, and where."""
    if not subject or is_joint(subject, rules):
        return _met(tail, rules)
    host = rules.shape("titles.host").match(tail) or rules.shape("titles.host").match(subject)
    if host:
        return f"{host['who'].strip()}: {_host(rules)} {small(host['what'], rules)}"
    told = rules.shape("titles.who_to").match(re.sub(r"^[^:]{2,40}:\s+", "", tail))
    if told and rules.modal:
        rest = tail[tail.index(told[0]) + len(told[0]) :]
        return who_does(rest, told["who"], rules)
    shown = without_trailing(f"{hold_verb(rules)} {small(subject, rules)}", rules)
    behind = tail[len(subject) :] if tail.startswith(subject) else f", {tail}"
    place = rules.shape("titles.place").match(behind)
    return f"{shown} in {place['where'] or place['at']}" if place else shown


def _met(tail: str, rules: Rules) -> str:
    """What those that met arranged for themselves: "se sont donné rendez-vous à Paris".

    Of a date or an appointment for an act, the act.
    """
    behind = None if rules.modal else rules.shape("titles.task").search(tail)
    if behind:
        return rules.shape("titles.set").sub("", tail[behind.end() :])
    tail = rules.shape("titles.set").sub("", tail)
    for words, verb in rules.pairs("titles.met"):
        found = words.match(tail)
        if found:
            return f"{verb} {tail[found.end() :].lstrip()}"
    return f"{hold_verb(rules)} {small(tail, rules)}"


def hold_verb(rules: Rules) -> str:
    """The verb for what those that met hold, in the language of the rules."""
    return next(iter(rules.words("titles.hold")), "hold")


def _host(rules: Rules) -> str:
    return next(iter(rules.words("titles.host_verb")), "host")
