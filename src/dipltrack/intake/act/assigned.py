"""Duties that lie with somebody, dates by which something is due, plans that were spoken of."""

import re
from collections.abc import Iterator, Sequence

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.told_of import is_told_of
from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import Rules

_ARTICLE = 4  # letters of an article that a time may take in: "the week of 10 June"


def assigned_acts(line: str, rules: Rules, times: Times) -> Iterator[Act]:
    """A duty that lies with somebody, a date by which something is due, a meeting looked forward to."""
    for name, ground, confidence in (
        ("assigned", Ground.TASKED, 0.7),
        ("taken_up", Ground.AGREED, 0.65),
        ("deadline", Ground.APPOINTED, 0.7),
        ("founded", Ground.AGREED, 0.6),
        ("forward", Ground.NOTED, 0.4),
    ):
        found = rules.pattern(f"frames.{name}").search(line)
        if not found or (
            name in ("deadline", "forward")
            and not times.ahead(max(0, found.start() - _ARTICLE), len(line))
        ):
            continue
        if name == "founded" and (
            times.behind(0, len(line)) or rules.pattern("clauses.past_time").search(line)
        ):
            continue
        if name in ("assigned", "founded") and is_told_of(line[: found.start()], rules):
            continue
        if name == "deadline" and _is_done_by_others(line[found.end() :], rules):
            continue
        if name == "forward" and rules.pattern("subjects.outsiders").search(line[found.start() :]):
            continue
        act = Act.of_line(line, found.start(), ground, confidence)
        act.reasons.append(f'"{found[0]}"')
        if name == "founded":
            body = re.sub(r"^.*?\b(?=an? )", "", found[0]).partition(" was ")[0]
            act.act_words = f"{rules.words('titles.found')[0]} {body.partition(' were ')[0]}"
        before = line[: found.start()].strip()
        if name == "deadline" and not rules.modal and " " in before:
            act.subject = before
        if rules.pattern("clauses.condition").search(line):
            act.against = "hangs on a condition"
        if rules.pattern("clauses.negation").search(line):
            act.against = "it is denied"
        whom = re.split(r"[,;.]|\sand\s", line[found.end() :], maxsplit=1)[0]
        of_others = rules.pattern("subjects.outsiders").search(whom)
        if _is_outsiders(found[0], line[: found.start()], rules) or (
            found[0].endswith(" of") and of_others
        ):
            act.against = "what others do"
        of_thing = re.split(r"\bthat\b|[;:]", line[: found.end()])[-1]
        if name == "deadline" and rules.pattern("subjects.outsiders").search(of_thing):
            act.against = "what others do"
        yield act
        return


def _is_done_by_others(behind: str, rules: Rules) -> bool:
    """True for what others do at their time: "…, to be adopted by the IMO in April"."""
    here = re.split(r"[,;.]", behind, maxsplit=1)[0]
    by = rules.pattern("subjects.done_by").search(here)
    return by is not None and rules.pattern("subjects.outsiders").search(here) is not None


def _is_outsiders(words: str, before: str, rules: Rules) -> bool:
    """True where the words name others, else those before them: "il appartient aux compagnies"."""
    others, own = rules.pattern("subjects.outsiders"), rules.pattern("subjects.agents")
    for text in (words, before):
        if own.search(text):
            return False
        if others.search(text):
            return True
    return False


def assigned_before(acts: Sequence[Act], line: str, rules: Rules, times: Times) -> Iterator[Act]:
    """A duty that lies with somebody, told before the other acts of its sentence."""
    yield from _founded_before(acts, line, rules, times)
    first = min((act.start for act in acts if not act.against), default=0)
    if first and rules.pattern("frames.assigned").search(line, 0, first):
        for act in assigned_acts(line[:first], rules, times):
            act.end = len(re.sub(r"(?:[\s,;]|\b(?:and|which|but))+$", "", line[:first]))
            yield act


def _founded_before(acts: Sequence[Act], line: str, rules: Rules, times: Times) -> Iterator[Act]:
    """What was set up, and what it was told to do: "set up a group, and instructed it to draft …"."""
    tasked = [one for one in acts if not one.against and one.ground is Ground.TASKED]
    if not tasked or rules.verb_last:
        return
    next_ = min(tasked, key=lambda one: one.verb)
    found = rules.pattern("frames.founded").search(line, 0, next_.verb)
    joined = rules.shape("frames.and_told").search(line, found.end()) if found else None
    if (
        found is None
        or joined is None
        or next_.start > found.start()
        or joined.start() > next_.verb
    ):
        return
    for act in assigned_acts(line[: joined.start()], rules, times):
        act.end = joined.start()
        next_.start = joined.start("told")
        yield act


def spoken_plans(line: str, rules: Rules, times: Times) -> Iterator[Act]:
    """A plan that was spoken of, with its time; a programme that was signed, with its years."""
    found = rules.pattern("frames.plans").search(line)
    if found and times.ahead(found.end(), len(line)):
        act = Act.of_line(line, found.end(), Ground.VALUED, 0.45)
        act.reasons.append(f'"{found[0]}", with a time ahead')
        yield act
        return
    signed = rules.pattern("frames.programmes").search(line)
    if signed and times.ahead(signed.end(), len(line)):
        act = Act(
            start=signed.start(),
            end=len(line.rstrip(" .;")),
            verb=signed.start(),
            ground=Ground.VALUED,
            confidence=0.5,
        )
        act.reasons.append(f'"{signed[0]}", with years ahead')
        yield act
