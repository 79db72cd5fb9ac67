"""Promises in lines without a verb of promising: "Next meeting: Oslo, May", "Action: Norway to …"."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.assigned import assigned_acts, spoken_plans
from dipltrack.intake.act.begins_now import begins_now
from dipltrack.intake.act.listed_occasions import bare_heading, listed_occasions
from dipltrack.intake.clause.marks import FRAMES, FUTURES, marks_of
from dipltrack.intake.clause.parties import Parties
from dipltrack.intake.clause.subjects import Who, subject_of
from dipltrack.intake.clause.times import Times
from dipltrack.intake.document.communique import Paragraph
from dipltrack.intake.rules import Rules

_NAME = re.compile(r"(?P<who>[A-ZÀ-Ý][^.:;]{2,60}?)\s?[:–—]\s+(?:(?:el|la|les?|los|las)\s|l['’])?")
_SHOUTED = frozenset({"RESUELVE", "ACUERDA", "DECIDE", "DISPONE", "DÉCIDE", "ARRÊTE", "ADOPTE"})
"""Verbs that lead what is resolved, and no names."""
_FEWEST = 2  # words of a task behind its verb
_TASK = 4  # words of a task that is told as a noun
_WHO_TO_DO = re.compile(
    r"(?P<who>[A-Za-z][^.;:]{1,70}?)\s+(?:[–—]\s+)?to\s+(?=(?P<verb>[a-z]+)\b)"
)


def acts_without_verb(
    paragraph: Paragraph, rules: Rules, times: Times, text: str | None = None
) -> Iterator[Act]:
    """The act of a line that has no verb of promising: an occasion with its day, or a task."""
    line = paragraph.text if text is None else text
    prefix = rules.pattern("lists.action").match(line)
    under = any(
        rules.pattern("lists.heads").fullmatch(bare_heading(one)) for one in paragraph.headings
    )
    if prefix or (under and paragraph.part == "body" and text is not None):
        start = prefix.end() if prefix else 0
        start += len(line[start:]) - len(line[start:].lstrip())
        task = _task(line, start, rules, listed=bool(prefix) or bool(paragraph.label))
        if task is not None:
            yield task
            return
    if paragraph.part == "heading" and not (paragraph.label or under):
        return
    occasions = list(listed_occasions(line, paragraph, rules, times, under=under))
    yield from occasions
    if occasions:
        return
    if text is not None:
        for read in (assigned_acts, begins_now, spoken_plans):
            acts = list(read(line, rules, times))
            yield from acts
            if acts:
                return


def _task(line: str, start: int, rules: Rules, *, listed: bool) -> Act | None:
    rest = line[start:]
    who = _WHO_TO_DO.match(rest[:1].upper() + rest[1:])
    bases = rules.pattern("actions.bases")
    verb = None
    if who and (
        bases.match(who["verb"])
        or rules.pattern("lists.tasks").match(line, start + who.end())
        or (
            rules.modal
            and rules.pattern("lists.action").match(line)
            and _is_plain(who["verb"], rules)
        )
    ):
        verb = start + who.end()
    elif _is_noun_task(line, start, rules) or (
        listed and rest and _is_infinitive(rest[:1].lower() + rest[1:], rules)
    ):
        verb = start
    if verb is None:
        return None
    act = Act(
        start=start, end=len(line.rstrip(" .;")), verb=verb, ground=Ground.LISTED, confidence=0.85
    )
    act.subject = who["who"] if who else ""
    act.reasons.append("a task in a list of tasks")
    return act


def _is_plain(verb: str, rules: Rules) -> bool:
    """True for a word behind "to" that may be a verb: not "the", not "meetings"."""
    return not (rules.pattern("verbs.not_acts").match(verb) or verb.endswith(("ing", "s")))


def _is_infinitive(text: str, rules: Rules) -> bool:
    """True where a task begins with its verb."""
    return any(rules.pattern(name).match(text) for name in ("actions.bases", "lists.tasks"))


def _is_of_side(line: str, who: re.Match[str], rules: Rules, parties: Parties) -> bool:
    """True where a side is named before any verb: "Both sides to think about a successor"."""
    side = rules.pattern("subjects.of_a_side").fullmatch(who["who"]) is not None
    both = re.match(r"(?:both|the two) ", who["who"], re.IGNORECASE) is not None
    named = bool(parties.codes_in(who["who"]) & parties.met)
    finite = rules.pattern("lists.verb").search(line) or rules.pattern("future.will").search(line)
    words = line[who.end() :].split()
    noun = rules.pattern("verbs.not_acts").match(line, who.end()) or who["verb"].endswith(
        ("ing", "s")
    )
    return (side or both or named) and not (finite or noun) and len(words) > _FEWEST


def _is_noun_task(line: str, start: int, rules: Rules) -> bool:
    """True for a task that is told as a noun: "Action by Norway: translation of the manual (April)"."""
    if len(line[start:].split()) < _TASK:
        return False
    if not any(rules.pattern(name).match(line) for name in ("lists.to_do", "lists.decided")):
        return False
    return not any(
        rules.pattern(name).search(line, start) for name in ("lists.verb", "future.will")
    )


def task_with_lead(line: str, rules: Rules) -> Act | None:
    """The act of a line that tells a task as a noun, and who has it: "Survey of ports. Lead: Norway. Day: 1 May"."""
    found = next(
        (
            one
            for name in ("lists.with_lead", "lists.who_what", "lists.row")
            for one in [rules.shape(name).match(line)]
            if one
        ),
        None,
    )
    if found is None or rules.pattern("lists.verb").search(found["what"]):
        return None
    return Act(
        start=0,
        end=len(line.rstrip(" .;)")),
        verb=0,
        ground=Ground.LISTED,
        confidence=0.8,
        reasons=["a task with who has it"],
        act_words=found["what"],
    )


def _behind_name(line: str, rules: Rules, parties: Parties, times: Times) -> Iterator[Act]:
    """What stands behind the name of a party as a noun or an infinitive: "Partie française : envoi du texte"."""
    name = _NAME.match(line)
    if not name or subject_of(name["who"], rules, parties).who is not Who.ACTOR:
        return
    start = name.end()
    words = line[start:]
    if any(rules.pattern(one).search(words) for one in ("lists.verb", "future.will")):
        return
    doing = rules.shape("titles.noun_of").match(words)
    noun = doing is not None and rules.pattern("verbs.act_nouns").fullmatch(doing["noun"])
    small = words[:1].lower() + words[1:]
    if rules.pattern("verbs.not_acts").match(small) or name["who"] in _SHOUTED:
        return
    infinitive = rules.pattern("actions.bases").match(small) or rules.shape("lists.doing").match(
        small
    )
    if not (infinitive or (noun and times.ahead(start, len(line)))):
        return
    act = Act(
        start=0,
        end=len(line.rstrip(" .;")),
        verb=start,
        ground=Ground.LISTED,
        subject=name["who"],
        confidence=0.75,
    )
    act.reasons.append("a task of a party, told in a line")
    yield act


def task_of_party(line: str, rules: Rules, parties: Parties, times: Times) -> Iterator[Act]:
    """What a party is to do, told with no verb before it: "Norway to provide the list by 1 March"."""
    if not (rules.modal or rules.verb_last):
        yield from _behind_name(line, rules, parties, times)
        return
    who = _WHO_TO_DO.match(line)
    if not who or rules.verb_last or not line[:1].isupper():
        return
    if not (_is_infinitive(line[who.end() :], rules) or _is_of_side(line, who, rules, parties)):
        return
    told = any(mark.kind in FRAMES or mark.kind in FUTURES for mark in marks_of(who["who"], rules))
    if (
        told
        or rules.pattern("lists.finite").search(who["who"])
        or rules.pattern("lists.verb").search(who["who"])
        or subject_of(who["who"], rules, parties).who is not Who.ACTOR
    ):
        return
    act = Act(
        start=0,
        end=len(line.rstrip(" .;")),
        verb=who.end(),
        ground=Ground.LISTED,
        subject=who["who"],
        confidence=0.75,
    )
    act.reasons.append("a task of a party, told in a line")
    yield act
