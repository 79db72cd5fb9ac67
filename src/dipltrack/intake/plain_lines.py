"""Promises in lines without a verb of promising: "Next meeting: Oslo, May", "Action: Norway to …"."""

import re
from collections.abc import Iterator, Sequence

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.communique import Paragraph
from dipltrack.intake.marks import FRAMES, FUTURES, marks_of
from dipltrack.intake.parties import Parties
from dipltrack.intake.rules import Rules
from dipltrack.intake.subjects import Who, subject_of
from dipltrack.intake.times import Times

_NAME = re.compile(r"(?P<who>[A-ZÀ-Ý][^.:;]{2,60}?)\s?[:–—]\s+(?:(?:el|la|les?|los|las)\s|l['’])?")
_ARTICLE = 4  # letters of an article that a time may take in: "the week of 10 June"
_WHO_TO_DO = re.compile(r"(?P<who>[A-Za-z][^.;:]{1,70}?)\s+to\s+(?=(?P<verb>[a-z]+)\b)")


def acts_without_verb(
    paragraph: Paragraph, rules: Rules, times: Times, text: str | None = None
) -> Iterator[Act]:
    """The act of a line that has no verb of promising: an occasion with its day, or a task."""
    line = paragraph.text if text is None else text
    prefix = rules.pattern("lists.action").match(line)
    under = any(rules.pattern("lists.heads").fullmatch(_bare(one)) for one in paragraph.headings)
    if prefix or (under and paragraph.part == "body" and text is not None):
        start = prefix.end() if prefix else 0
        start += len(line[start:]) - len(line[start:].lstrip())
        task = _task(line, start, rules, listed=bool(prefix) or bool(paragraph.label))
        if task is not None:
            yield task
            return
    if paragraph.part == "heading" and not (paragraph.label or under):
        return
    occasions = list(_occasions(line, paragraph, rules, times, under=under))
    yield from occasions
    if occasions:
        return
    if text is not None:
        for read in (_assigned, _now, _plans):
            acts = list(read(line, rules, times))
            yield from acts
            if acts:
                return


def _bare(heading: str) -> str:
    return re.sub(r"^[\W\d]+|[\W]+$", "", heading)


def _task(line: str, start: int, rules: Rules, *, listed: bool) -> Act | None:
    rest = line[start:]
    who = _WHO_TO_DO.match(rest[:1].upper() + rest[1:])
    bases = rules.pattern("actions.bases")
    verb = None
    if who and (
        bases.match(who["verb"]) or rules.pattern("lists.tasks").match(line, start + who.end())
    ):
        verb = start + who.end()
    elif listed and rest and bases.match(rest[:1].lower() + rest[1:]):
        verb = start
    if verb is None:
        return None
    act = Act(
        start=start, end=len(line.rstrip(" .;")), verb=verb, ground=Ground.LISTED, confidence=0.85
    )
    act.subject = who["who"] if who else ""
    act.reasons.append("a task in a list of tasks")
    return act


def _occasions(
    line: str, paragraph: Paragraph, rules: Rules, times: Times, *, under: bool
) -> Iterator[Act]:
    """An occasion with its time and nothing said of it: "The first sittings: Oslo, May 2019".

    Under a heading of what is to follow any line of that shape is one: "Stocktaking: Oslo, May".
    """
    if (
        len(line) > 160
        or rules.pattern("lists.verb").search(line)
        or rules.pattern("future.will").search(line)
    ):
        return
    colon = re.match(r"[^.:;]{3,60}:\s", line)
    heads = [*paragraph.headings, *re.findall(r"^([^.;:]{4,40})\.\s", paragraph.text)]
    listed = ((under or paragraph.label) and colon) or _under_next(heads, rules)
    if not listed and (
        not rules.pattern("lists.occasion").match(line)
        or (not rules.verb_last and not rules.pattern("subjects.events").search(line))
    ):
        return
    if not times.ahead(0, len(line)):
        return
    act = Act(
        start=0, end=len(line.rstrip(" .;")), verb=0, ground=Ground.APPOINTED, confidence=0.75
    )
    next_head = _under_next(heads, rules) and not colon
    act.subject = _named_occasion(heads[-1]) if next_head else re.split(r"[:,]", line)[0]
    act.reasons.append("an occasion with its time")
    yield act


def _named_occasion(heading: str) -> str:
    """The occasion that a heading names: "Date of next meeting" is "the next meeting"."""
    bare = re.sub(
        r"^(?:(?:date|place|venue)(?: and (?:date|place|venue))? of )",
        "",
        _bare(heading),
        flags=re.IGNORECASE,
    )
    bare = bare[:1].lower() + bare[1:]
    return bare if re.match(r"(?:the|le|la|el|el)\s|[^a-z]", bare) else f"the {bare}"


def _under_next(headings: Sequence[str], rules: Rules) -> bool:
    """True below a heading that names the next occasion, so that a place and a day are enough."""
    return (
        bool(headings)
        and rules.pattern("lists.next_heads").fullmatch(_bare(headings[-1])) is not None
    )


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


def _runs_out(before: str, verb: str, rules: Rules) -> bool:
    """True for what ends by itself, as a programme: nobody's act, as the end of a ban is."""
    if not rules.pattern("verbs.ends").fullmatch(verb):
        return False
    words = before.rpartition(",")[2]
    found = rules.pattern("subjects.prepositions").search(words, 1)
    head = (words[: found.start()] if found else words).rstrip()
    return any(one.end() == len(head) for one in rules.pattern("verbs.running_out").finditer(head))


def _is_told_of(before: str, rules: Rules) -> bool:
    """True where what stands before the verb only tells, notes or asks: "recalled that … is due"."""
    if re.search(r",\s+(?:an?|the)\s+\w+\s+(?:that|which)\s+$", before):
        return False
    told = ("frames.inform", "frames.fact", "frames.appeal")
    return any(
        re.match(r"\s+(?:that|que)\b", before[found.end() :])
        for name in told
        for found in rules.pattern(name).finditer(before)
    )


def _now(line: str, rules: Rules, times: Times) -> Iterator[Act]:
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
        if bare or leaves or _is_told_of(line[: found.start()], rules):
            continue
        if _runs_out(line[: found.start()], found[0], rules):
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
        act = Act(
            start=0,
            end=len(line.rstrip(" .;")),
            verb=found.start(),
            ground=Ground.NOTED,
            confidence=0.5,
        )
        act.reasons.append(f'"{found[0]}", with a time ahead')
        others = any(
            rules.pattern(name).search(line[: found.start()])
            for name in ("subjects.outsiders", "subjects.court")
        )
        if others or rules.pattern("clauses.condition").search(line):
            act.against = "what others do, or on a condition"
        yield act
        return


def _assigned(line: str, rules: Rules, times: Times) -> Iterator[Act]:
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
        if name in ("assigned", "founded") and _is_told_of(line[: found.start()], rules):
            continue
        if name == "deadline" and _is_done_by_others(line[found.end() :], rules):
            continue
        if name == "forward" and rules.pattern("subjects.outsiders").search(line[found.start() :]):
            continue
        act = Act(
            start=0,
            end=len(line.rstrip(" .;")),
            verb=found.start(),
            ground=ground,
            confidence=confidence,
        )
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
        if _is_outsiders(found[0], line[: found.start()], rules):
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
        for act in _assigned(line[:first], rules, times):
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
    for act in _assigned(line[: joined.start()], rules, times):
        act.end = joined.start()
        next_.start = joined.start("told")
        yield act


def _plans(line: str, rules: Rules, times: Times) -> Iterator[Act]:
    """A plan that was spoken of, with its time; a programme that was signed, with its years."""
    found = rules.pattern("frames.plans").search(line)
    if found and times.ahead(found.end(), len(line)):
        act = Act(
            start=0,
            end=len(line.rstrip(" .;")),
            verb=found.end(),
            ground=Ground.VALUED,
            confidence=0.45,
        )
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
    infinitive = rules.pattern("actions.bases").match(words[:1].lower() + words[1:])
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
    verbs = ("actions.bases", "lists.tasks")
    if not any(rules.pattern(name).match(line, who.end()) for name in verbs):
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
