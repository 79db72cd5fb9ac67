"""What begins at a time ahead, told in the present: "a measure that starts in May"."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.told_of import is_told_of
from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import Rules

_BARE_FORMS = frozenset(
    [
        *("take place", "meet", "start", "begin", "open", "resume", "convene", "reopen"),
        *("set off", "end", "close", "fall due", "go to"),
    ]
)


def _is_plural(before: str, rules: Rules) -> bool:
    """True where the subject before a verb is of many: "ten students from Bergen"."""
    words = before.rpartition(",")[2]
    found = rules.pattern("subjects.prepositions").search(words, 1)
    head = (words[: found.start()] if found else words).rstrip()
    return head.endswith("s") or before.rstrip().endswith("s")


def _opens_with_time(line: str, verb: int, times: Times) -> bool:
    """True where the time of the verb opens its sentence: "In June the training ship sails for Bergen"."""
    first = times.found[0] if times.found else None
    opens = first is not None and not line[: first.start].strip() and first.end < verb
    return first is not None and opens and times.ahead(0, first.end)


def _runs_out(line: str, verb: int, rules: Rules) -> bool:
    """True for what ends by itself, as a programme: nobody's act, as the end of a ban is."""
    if not rules.pattern("verbs.ends").match(line, verb):
        return False
    before = line[:verb]
    inset = re.search(r",\s+(?:which|who|whose)\b[^,]*,\s*$", before)
    words = before[: inset.start()] if inset else before.rpartition(",")[2]
    found = rules.pattern("subjects.prepositions").search(words, 1)
    head = (words[: found.start()] if found else words).rstrip()
    return any(one.end() == len(head) for one in rules.pattern("verbs.running_out").finditer(head))


def begins_now(line: str, rules: Rules, times: Times) -> Iterator[Act]:
    """What begins at a time ahead, said in the present: "a measure that starts in May"."""
    for found in rules.pattern("verbs.now").finditer(line):
        if re.search(
            r"\b(?:will|shall|to|would|may|can|must|should|not|never|which|who|the|a|an|their|its)\s+$",
            line[: found.start()],
        ):
            continue
        bare = found[0].lower() in _BARE_FORMS and not _is_plural(line[: found.start()], rules)
        leaves = found[0].lower().startswith("leave") and rules.pattern("actors.leaving").search(
            line[: found.start()]
        )
        if bare or leaves or is_told_of(line[: found.start()], rules):
            continue
        if _runs_out(line, found.start(), rules):
            continue
        if rules.pattern("openings.journey_days").search(line, found.end(), found.end() + 30):
            continue
        near = min(len(line), found.end() + 60)
        opened = _opens_with_time(line, found.start(), times)
        if not (opened or times.ahead(found.start(), near)):
            continue
        gap = [one for one in times.found if one.start >= found.end()]
        between = line[found.end() : gap[0].start] if gap and not opened else ""
        if len(between.split()) > 6 or re.search(r"[;:]", between):
            continue
        act = Act.of_line(line, found.start(), Ground.NOTED, 0.5)
        act.reasons.append(f'"{found[0]}", with a time ahead')
        others = any(
            rules.pattern(name).search(line[: found.start()])
            for name in ("subjects.outsiders", "subjects.court", "subjects.calendar")
        )
        if others or rules.pattern("clauses.condition").search(line):
            act.against = "what others do, or on a condition"
        yield act
        return
