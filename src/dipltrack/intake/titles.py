"""A title that is an act: "Hold the first Security Dialogue"."""

import re
from collections.abc import Mapping
from functools import cache

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.conjugated import (
    infinitive_by_ending,
    with_infinitive,
    with_subjunctive,
    with_verb_of_noun,
)
from dipltrack.intake.duties import infinitive_of
from dipltrack.intake.rules import Rules
from dipltrack.wording.finding import Found

_LONGEST = 110
_TOPICS = 2  # words of who acts that may stand before an act in Japanese
_TRAILING = re.compile(
    r"(?:[\s,;:(]|\b(?:in|on|by|at|from|to|of|for|and|the|a|within|before|during|with|until|as|"
    r"en|le|la|les|el|los|las|de|au|aux|du|des|pour|para|y|et|dans|à|del|con|por|par|lors|sa|son|leur|su|sus|une?|una)\b)+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:also|then|both|each|jointly|further|therefore|thus|soon)\s+", re.IGNORECASE
)
_ASIDE = re.compile(
    r",\s+(?:which|who|whose|where|when|as well|so that|in order|thereby|with a view|qui|dont|"
    r"cuy[oa]|afin|para que|lo que)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_OPENED = re.compile(r"\bque\s*$", re.IGNORECASE)
_REFLEXIVE = re.compile(r"se\s|s['’]", re.IGNORECASE)
_TASK = re.compile(r"\bto\s+(?=[a-z]+\b)")


def title_of(act: Act, sentence: str, found: Found | None, rules: Rules) -> str:
    """The act in a few words: its verb first, without its time.

    What is done to something says the doing: "the round will be held" is "Hold the round". Where
    somebody else than those that met is to do it, the title says who.
    """
    if rules.verb_last:
        return _shortened(_verb_last(act, sentence, found))
    begins = act.start if act.ground is Ground.INVITED and not rules.modal else act.verb
    reflexive = re.search(r"(?<![\w-])(?:se |s['’])$", sentence[:begins])
    if reflexive and rules.shape("titles.infinitive").match(sentence[begins:]):
        begins = reflexive.start()
    if found and not rules.modal and rules.pattern("names.rhythmic").fullmatch(found.words):
        found = None  # it stays beside its noun: "un mécanisme annuel"
    tail = act.act_words or _without_time(sentence, begins, act.end, found)
    tail = re.sub(r"\s*,\s*,", ",", _ASIDE.sub("", tail)).strip()
    told = _REFLEXIVE.match(tail) and _OPENED.search(sentence[: act.verb])
    own = rules.modal or not told
    text = _turned(act, tail, _subject(act.subject), rules, own=own)
    return _shortened(_LEADING.sub("", text))


def _verb_last(act: Act, sentence: str, found: Found | None) -> str:
    text = sentence[act.start : max(act.verb, act.start)]
    if found is not None and act.start <= found.start and found.end <= act.verb:
        text = sentence[act.start : found.start] + sentence[found.end : act.verb].lstrip("にの、")
    if act.ground is Ground.INVITED:
        return "招待に応じて訪問する"
    text = re.sub(r"^.*し、[^、]{1,16}(?:は|から|より)、(?=.{6})", "", text)
    for _ in range(_TOPICS):
        text = re.sub(r"^[^、。]{1,20}?(?<!について)(?:は|から(?:は)?|より)、(?=.{6})", "", text)
    return re.sub(
        r"(?:こと|旨|よう|ととも(?:に)?|と共に|と同時に|と)?(?:、|及び|並びに|また)?$", "", text
    )


def _without_time(sentence: str, start: int, end: int, found: Found | None) -> str:
    if found is None or found.start < start or found.end > end:
        return sentence[start:end].strip()
    before, after = sentence[start : found.start], sentence[found.end : end]
    bare = _TRAILING.sub("", before)
    if bare != before and re.match(r"\s*[,;.]", after):
        before, after = bare, after.lstrip(" ,;")
    if not after.strip(" .,;"):
        return _TRAILING.sub("", before)
    return f"{before.rstrip()} {after.lstrip()}".strip()


def _subject(text: str) -> str:
    """The noun of the subject: the last of its pieces, but for what was put into it."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if not pieces:
        return ""
    return re.sub(
        r"^(?:[^\s:]{3,12}\s?:\s+)?(?:(?:that|and|but|to this end|que)\s+)?",
        "",
        pieces[-1],
        flags=re.IGNORECASE,
    )


def _turned(act: Act, tail: str, subject: str, rules: Rules, *, own: bool) -> str:
    """The words of the act with its verb first; its subject is its own where one stands in its clause."""
    if rules.pattern("titles.nobody").fullmatch(subject) or not own:
        subject = ""
    clitic = rules.shape("titles.of_it").match(tail)
    if clitic and rules.pattern("titles.passive").match(tail[clitic.end() :]):
        tail = tail[clitic.end() :]
    passive = rules.pattern("titles.passive").match(tail)
    if passive and (subject or not rules.modal):
        done = passive[0].lower().split()
        base = (
            _bases(rules).get(" ".join(done[-2:]))
            or _bases(rules).get(done[-1])
            or infinitive_by_ending("titles.participles", done[-1], rules)
        )
        if base:
            return " ".join(
                f"{base} {_small(subject, rules)} {tail[passive.end() :].strip()}".split()
            )
    for entry in rules.words("titles.happening"):
        words, _, verb = entry.rpartition(":")
        happens = re.match(rf"(?:{words})\b\s*", tail, re.IGNORECASE)
        placed = rules.pattern("subjects.adverbials").match(subject)
        if happens and placed:
            return f"{verb} {tail[happens.end() :]}"
        if happens and act.modal and subject and not _is_joint(subject, rules):
            return f"{verb} {_small(subject, rules)} {tail[happens.end() :]}"
    match act.ground:
        case Ground.APPOINTED if not subject or _is_joint(subject, rules):
            return _met(tail, rules)
        case Ground.APPOINTED:
            return f"{_hold(rules)} {_small(subject or tail, rules)}"
        case Ground.TASKED:
            return _task(tail, subject, rules)
        case Ground.VALUED:
            return _valued(tail, rules)
        case Ground.INVITED:
            return _invited(tail, rules)
        case Ground.DUTY:
            return _duty(tail, subject, rules)
        case _:
            return _active(act, tail, subject, rules)


def _met(tail: str, rules: Rules) -> str:
    """What those that met arranged for themselves: "se sont donné rendez-vous à Paris".

    Of a date or an appointment for an act, the act.
    """
    behind = None if rules.modal else rules.shape("titles.task").search(tail)
    if behind:
        return rules.shape("titles.set").sub("", tail[behind.end() :])
    tail = rules.shape("titles.set").sub("", tail)
    for entry in rules.words("titles.met"):
        words, _, verb = entry.rpartition(":")
        found = re.match(rf"(?:{words})\b\s*", tail, re.IGNORECASE)
        if found:
            return f"{verb} {tail[found.end() :]}"
    return f"{_hold(rules)} {_small(tail, rules)}"


def _active(act: Act, tail: str, subject: str, rules: Rules) -> str:
    if act.ground in (Ground.AGREED, Ground.LISTED, Ground.INTENDED):
        noun = re.match(
            r"(?=(?:the|their|its|a|an|further|closer) |\w+ing\b|\w+ of\b)"
            r"(?:the |their |its |a |an |further |closer )*(\w+)(?:\s+of\b)?\s*(?:the\s+)?(.*)",
            tail,
            re.DOTALL,
        )
        base = _nouns(rules).get(noun[1].lower()) if noun else None
        if noun and base:
            return f"{base} {noun[2]}"
    if not rules.modal:
        ordered = act.ground is Ground.AGREED and not act.modal
        by_noun = with_verb_of_noun(tail, rules)
        ordered = ordered and not rules.shape("titles.infinitive").match(tail)
        tail = (
            by_noun or (ordered and with_subjunctive(tail, rules)) or with_infinitive(tail, rules)
        )
        if by_noun:
            return tail
    if act.ground in (Ground.FUTURE, Ground.SAID) and subject and not _is_joint(subject, rules):
        return f"{subject}: {tail}"
    return tail


def _task(tail: str, subject: str, rules: Rules) -> str:
    """What was tasked: the verb behind "to", else the thing that was given to somebody."""
    if rules.shape("titles.infinitive").match(tail):
        return tail
    behind = rules.shape("titles.task").search(tail)
    for found in () if rules.modal else rules.shape("titles.noun_of").finditer(tail):
        by_noun = with_verb_of_noun(tail[found.start() :], rules)
        if by_noun and (behind is None or found.start() < behind.start()):
            return by_noun
    if behind:
        act = tail[behind.end() :]
        return act if rules.modal else with_subjunctive(act, rules) or act
    to = _TASK.search(tail)
    if to and rules.pattern("actions.bases").match(tail[to.end() :]):
        return tail[to.end() :]
    gerund = re.match(r".*?\bwith\s+(\w+ing)\b\s*(.*)", tail, re.DOTALL)
    base = _nouns(rules).get(gerund[1].lower()) if gerund else None
    if gerund and base:
        return f"{base} {gerund[2]}"
    if to and rules.language == "en" and not tail.startswith("to "):
        return tail[to.end() :]
    first, _, rest = tail.partition(" ")
    given = infinitive_of(first, rules)
    if given:
        return f"{given} {rest}"
    carried = next(iter(rules.words("titles.carry_out")), "")
    return f"{carried} {_small(subject, rules)}" if subject and carried else tail


def _duty(tail: str, subject: str, rules: Rules) -> str:
    """What the present tense lays on somebody: "designates a contact point" is "Designate …"."""
    verbs = sorted(rules.words("duties.verbs"), key=len, reverse=True)
    for entry in verbs:
        forms, _, base = entry.rpartition(":")
        found = re.match(rf"(?:{forms})(?!\w)", tail, re.IGNORECASE)
        if found:
            return _done_by(f"{base}{tail[found.end() :]}", subject, rules)
    founded = rules.pattern("duties.founded").match(tail)
    first, _, rest = tail.partition(" ")
    if founded:
        last = founded[0].split()[-1]
        base = (
            _bases(rules).get(last)
            or infinitive_of(last, rules)
            or infinitive_by_ending("titles.participles", last, rules)
        )
        return f"{base or founded[0]} {_small(subject, rules)} {tail[founded.end() :].strip()}"
    done = rules.pattern("duties.passive").match(tail)
    if done:
        last = done[0].split()[-1]
        base = _bases(rules).get(last) or infinitive_by_ending("titles.participles", last, rules)
        if base:
            return f"{base} {_small(subject, rules)} {tail[done.end() :].strip()}"
    base = infinitive_of(first, rules)
    return _done_by(f"{base} {rest}", subject, rules) if base else tail


def _done_by(act: str, subject: str, rules: Rules) -> str:
    joint = not subject or _is_joint(subject, rules) or len(subject.split()) == 1
    return act if joint else f"{subject}: {act}"


def _valued(tail: str, rules: Rules) -> str:
    """What was only called important, or talked of as a plan."""
    important = re.match(
        r"(?:the\s+)?importance of (?:the\s+)?(?:\w+\s+){0,2}?(\w+) of (.*)", tail, re.DOTALL
    )
    base = _nouns(rules).get(important[1].lower()) if important else None
    if important and base:
        return f"{base} {important[2]}"
    done = None if rules.modal else rules.shape("titles.done").match(tail)
    if done:
        return f"{next(iter(rules.words('titles.carry_out')), '')} {tail[done.end() :]}"
    if rules.pattern("subjects.events").search(tail[:60]):
        return f"{_hold(rules)} {_small(tail, rules)}"
    return tail


def _invited(tail: str, rules: Rules) -> str:
    invited = rules.shape("titles.invited_to").search(tail)
    if invited:
        return re.split(
            r"[,;.]|\s(?:fue|ha sido|a été|que|quien|qui|ce|lo)(?:\s|$)", tail[invited.end() :]
        )[0]
    visit = re.search(r"\b(?:to|à|a)\s+(visit\s+)?([A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)", tail)
    shown = next(iter(rules.words("titles.invited")), "{where}")
    return shown.format(where=visit[2]) if visit else tail


def _hold(rules: Rules) -> str:
    return next(iter(rules.words("titles.hold")), "hold")


def _is_joint(subject: str, rules: Rules) -> bool:
    """True for those that met, of whom a title need not speak."""
    both = re.fullmatch(r"(?:[A-Z][\w’'-]*(?:,| and)? ?)+", subject) and " and " in subject
    return bool(both) or rules.pattern("titles.joint").fullmatch(subject) is not None


def _small(text: str, rules: Rules) -> str:
    """The text with a small first letter, where that is no name."""
    text = text.strip()
    first = text.partition(" ")[0]
    small = rules.pattern("titles.small").fullmatch(first)
    return text[:1].lower() + text[1:] if small else text


@cache
def _bases(rules: Rules) -> Mapping[str, str]:
    """The base form of each participle."""
    found: dict[str, str] = {}
    for entry in rules.words("actions.verbs"):
        base, _, participle = entry.partition(":")
        if participle:
            found[participle] = base
        elif " " not in base:
            found.setdefault(_with_ending(base, "ed"), base)
            found.setdefault(base + base[-1] + "ed", base)
    return found


@cache
def _nouns(rules: Rules) -> Mapping[str, str]:
    """The verb of each noun of doing, and of each gerund."""
    found: dict[str, str] = {}
    for entry in rules.words("actions.verbs"):
        base = entry.partition(":")[0]
        if " " not in base and rules.language == "en":
            found.setdefault(_with_ending(base, "ing"), base)
            found.setdefault(base + base[-1] + "ing", base)
    for entry in rules.words("titles.nouns"):
        noun, _, base = entry.partition(":")
        found[noun] = base
    return found


def _with_ending(base: str, ending: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in "aeiou" and ending == "ed":
        return base[:-1] + "ied"
    return base + ending


def _shortened(text: str) -> str:
    """The text on one line, cut at a comma or a word, with a capital first."""
    line = " ".join(text.split()).strip(" .,;:。、")
    if len(line) > _LONGEST:
        cut = line[:_LONGEST]
        at = max(cut.rfind(","), cut.rfind(";"), cut.rfind("、"))
        line = cut[:at] if at > _LONGEST // 3 else cut.rpartition(" ")[0] or cut
    line = _TRAILING.sub("", line) or line
    return line[:1].upper() + line[1:]
