"""A title that is an act: "Hold the first Security Dialogue"."""

import re

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.duties import infinitive_of
from dipltrack.intake.clause.conjugated import (
    infinitive_by_ending,
    with_infinitive,
    with_subjunctive,
    with_verb_of_noun,
)
from dipltrack.intake.clause.inflected import base_of_any_gerund, base_of_gerund, base_of_present
from dipltrack.intake.rules import Rules
from dipltrack.intake.title.doers import doer_of
from dipltrack.intake.title.occasion_titles import appointed_told, hold_verb
from dipltrack.intake.title.shortened import shortened
from dipltrack.intake.title.task_titles import task_told
from dipltrack.intake.title.turned import done_first, is_joint, small, who_does
from dipltrack.intake.title.untimed import without_time
from dipltrack.intake.title.verb_last_titles import verb_last_title
from dipltrack.wording.finding import Found

_LEADING = re.compile(
    r"^(?:also|then|both|each|jointly|further|therefore|thus|soon)\s+", re.IGNORECASE
)
_OPENED = re.compile(r"\bque\s*$", re.IGNORECASE)
_TOLD = (Ground.FUTURE, Ground.SAID, Ground.NOTED)
"""Grounds whose words tell who acts."""
_BEFORE_COLON = 24  # letters of an act before a colon that tells more of it
_REFLEXIVE = re.compile(r"se\s|s['’]", re.IGNORECASE)


def title_of(act: Act, sentence: str, found: Found | None, rules: Rules, before: str = "") -> str:
    """The act in a few words: its verb first, without its time.

    What is done to something says the doing: "the round will be held" is "Hold the round". Where
    somebody else than those that met is to do it, the title says who. `before` is what a pronoun
    of the sentence means, where that is known.
    """
    if rules.verb_last:
        return shortened(verb_last_title(act, sentence, found, rules), rules)
    begins = act.start if act.ground is Ground.INVITED and not rules.modal else act.verb
    if act.ground in (Ground.LISTED, Ground.AGREED) and not rules.modal:
        begins = max(begins, act.start)
    dated = _is_only_dated(begins, sentence, found, rules)
    begins = found.end if found and dated else begins
    reflexive = re.search(r"(?<![\w-])(?:se |s['’])$", sentence[:begins])
    if reflexive and rules.shape("titles.infinitive").match(sentence[begins:]):
        begins = reflexive.start()
    tail = act.act_words or without_time(sentence, begins, act.end, found, rules)
    tail = re.sub(r"\s*,\s*,", ",", rules.shape("titles.inserted").sub("", tail))
    tail = _without_colon(act, tail).strip(" .,;:")
    told = _REFLEXIVE.match(tail) and _OPENED.search(sentence[: act.verb])
    subject = doer_of(act, sentence, found, rules, before) if rules.modal or not told else ""
    held = dated and rules.pattern("subjects.events").search(subject)
    text = (
        f"{hold_verb(rules)} {small(subject, rules)} {tail}"
        if held
        else _turned(act, tail, subject, rules)
    )
    title = shortened(text if ": " in text else _LEADING.sub("", text), rules)
    return title or shortened(sentence[act.start : act.end], rules)


def _is_only_dated(begins: int, sentence: str, found: Found | None, rules: Rules) -> bool:
    """True where the time takes in the verb, which only says it: "is fixed for the first quarter"."""
    if found is None or not rules.modal or not found.start < begins < found.end:
        return False
    act = sentence[begins : found.end]
    return not act.startswith("be ") and not rules.pattern("actions.bases").match(act)


def _without_colon(act: Act, tail: str) -> str:
    """The words before a colon behind which more is told; a list of occasions has its own."""
    if act.ground in (Ground.LISTED, Ground.APPOINTED):
        return tail
    colon = re.search(r"\s?:\s", tail)
    return tail[: colon.start()] if colon and colon.start() > _BEFORE_COLON else tail


def _turned(act: Act, tail: str, subject: str, rules: Rules) -> str:
    """The words of the act with its verb first; its subject is its own where one stands in its clause."""
    if rules.pattern("titles.nobody").fullmatch(subject):
        subject = ""
    if subject.lower() == "there" and tail.startswith("be "):
        return f"{hold_verb(rules)} {tail[3:]}"
    clitic = rules.shape("titles.of_it").match(tail)
    if clitic:
        tail = tail[clitic.end() :]
    tail = _finite_as_base(act, tail, rules)
    for words, verb in rules.pairs("titles.kept"):
        found = words.match(tail)
        if found:
            return who_does(f"{verb} {tail[found.end() :].lstrip()}", subject, rules)
    inverted = act.ground is not Ground.TASKED and rules.pattern("titles.is_done").match(tail)
    done = done_first(tail, subject, rules) if subject or inverted or not rules.modal else ""
    return (
        _state(tail, subject, rules)
        or done
        or _happening(act, tail, subject, rules)
        or (_by_ground(act, tail, subject, rules))
    )


def _finite_as_base(act: Act, tail: str, rules: Rules) -> str:
    """The words with the base form of a verb in the present first: "arrives in Oslo"."""
    if (
        not rules.modal
        or act.modal
        or act.ground not in (Ground.NOTED, Ground.FUTURE, Ground.DUTY)
    ):
        return tail
    first, _, rest = tail.partition(" ")
    base = "" if rules.pattern("titles.is_done").match(tail) else base_of_present(first, rules)
    return f"{base} {rest}" if base else tail


def _state(tail: str, subject: str, rules: Rules) -> str:
    """What is to be in some state: "the lane will be ready" is "have the lane ready"; or nothing."""
    for words, shown in rules.pairs("titles.states"):
        found = words.match(tail)
        if found and not ("{it}" in shown and is_joint(subject or "it", rules)):
            rest = tail[found.end() :].lstrip().removeprefix("of ")
            told = shown.format(it=small(subject, rules), rest=rest)
            return told if "{rest}" in shown else f"{told} {rest}"
    return ""


def _happening(act: Act, tail: str, subject: str, rules: Rules) -> str:
    """What takes place, begins or goes on, as those that met make it; or nothing."""
    placed = rules.pattern("subjects.adverbials").match(subject)
    for words, verb in rules.pairs("titles.happening"):
        found = words.match(tail)
        if not found:
            continue
        rest = tail[found.end() :].lstrip()
        if rest and not rules.shape("titles.intransitive").match(rest):
            continue
        if placed or not subject:
            return f"{verb} {rest}" if placed else ""
        told = act.modal or not rules.modal or act.ground in (Ground.NOTED, Ground.DUTY)
        if told and not is_joint(subject, rules):
            return f"{verb} {small(subject, rules)} {rest}"
    return ""


def _by_ground(act: Act, tail: str, subject: str, rules: Rules) -> str:
    match act.ground:
        case Ground.APPOINTED:
            return appointed_told(tail, subject, rules)
        case Ground.TASKED:
            return task_told(tail, subject, rules)
        case Ground.VALUED:
            return _valued(tail, rules)
        case Ground.INVITED:
            return _invited(tail, rules)
        case Ground.DUTY:
            return _duty(tail, subject, rules)
        case _:
            return _active(act, tail, subject, rules)


def _active(act: Act, tail: str, subject: str, rules: Rules) -> str:
    """An act that somebody does: as it is told, or as a noun, an order, a future tells it."""
    listed = act.ground in (Ground.AGREED, Ground.LISTED, Ground.INTENDED)
    if not rules.modal:
        return _inflected(act, tail, subject, rules)
    tail = re.sub(r"\band to (?=[a-z]+\b)", "and ", tail)
    if listed and not act.modal:
        by_noun = _by_noun(tail, rules)
        if by_noun or rules.pattern("actions.bases").match(tail):
            return by_noun or tail
        head = rules.pattern("subjects.prepositions").split(tail, maxsplit=1)[0]
        if rules.pattern("subjects.events").search(head):
            return f"{hold_verb(rules)} {small(tail, rules)}"
        task = rules.shape("titles.who_to").match(tail)
        if task and rules.pattern("actions.bases").match(tail[task.end() :]):
            return who_does(tail[task.end() :], task["who"], rules)
    gerund = re.match(r"(?!during|regarding|bring|king)([a-z]+ing)\b", tail)
    if gerund and not act.modal:
        tail = f"{base_of_any_gerund(gerund[1], rules)}{tail[gerund.end() :]}"
    forward = re.match(r"look forward to (\w+ing)\b", tail)
    if forward:
        tail = f"{base_of_any_gerund(forward[1], rules)}{tail[forward.end() :]}"
    own = act.modal and act.ground is Ground.AGREED
    return who_does(tail, subject, rules) if own or act.ground in _TOLD else tail


def _inflected(act: Act, tail: str, subject: str, rules: Rules) -> str:
    """An act of a language whose verbs are known by their ending, with its infinitive first."""
    tail = rules.shape("titles.intent").sub("", tail)
    ordered = rules.shape("titles.ordered").match(tail)
    told = with_subjunctive(tail[ordered.end() :], rules) if ordered else ""
    if ordered and told:
        return who_does(told, ordered["who"], rules)
    by_noun = with_verb_of_noun(tail, rules)
    if by_noun:
        return by_noun
    decided = act.ground is Ground.AGREED and not act.modal
    decided = decided and not rules.shape("titles.infinitive").match(tail)
    happens = _happening_ordered(tail, rules) if decided else ""
    if happens:
        return happens
    verb_first = (decided and with_subjunctive(tail, rules)) or with_infinitive(tail, rules)
    return who_does(verb_first, subject, rules) if act.ground in _TOLD else verb_first


def _happening_ordered(tail: str, rules: Rules) -> str:
    """What was decided to take place: "la première ait lieu à Toulon"; or nothing."""
    for words, verb in rules.pairs("titles.happening"):
        found = words.search(tail, 1)
        if found and "," not in tail[: found.start()]:
            return f"{verb} {small(tail[: found.start()], rules)}{tail[found.end() :]}"
    return ""


def _by_noun(tail: str, rules: Rules) -> str:
    """The doing that a noun or a gerund tells: "mutual recognition of diplomas"; or nothing."""
    noun = re.match(
        r"(?=(?:the|their|its|a|an|further|closer|mutual|joint|early) |\w+ing\b|\w+ of\b)"
        r"(?:(?:the|their|its|a|an|further|closer|(?P<how>mutual|joint)|early) )*"
        r"(?P<noun>\w+)(?:\s+of\b)?\s*(?:the\s+)?(?P<rest>.*)",
        tail,
        re.DOTALL,
    )
    base = base_of_gerund(noun["noun"], rules) if noun else ""
    if noun is None or not base:
        return ""
    how = f" {noun['how']}ly" if noun["how"] else ""
    return f"{base} {noun['rest']}{how}"


def _duty(tail: str, subject: str, rules: Rules) -> str:
    """What the present tense lays on somebody: "designates a contact point" is "Designate …"."""
    fitting = [(forms.match(tail), base) for forms, base in rules.pairs("duties.verbs")]
    for found, base in sorted(fitting, key=lambda one: -one[0].end() if one[0] else 0)[:1]:
        if found:
            mutual = re.match(r"s[e’'] ?", found[0]) and not base.startswith("s")
            base = _with_itself(base, rules) if mutual else base
            return who_does(f"{base}{tail[found.end() :]}", subject, rules)
    founded = rules.pattern("duties.founded").match(tail)
    first, _, rest = tail.partition(" ")
    if founded:
        last = founded[0].split()[-1]
        base = infinitive_of(last, rules) or infinitive_by_ending(
            "titles.participles", last, rules
        )
        return f"{base or founded[0]} {small(subject, rules)} {tail[founded.end() :].strip()}"
    base = infinitive_of(first, rules)
    act = f"{base} {rest}" if base else with_infinitive(tail, rules) if not rules.modal else tail
    return who_does(act, subject, rules)


def _with_itself(verb: str, rules: Rules) -> str:
    """The reflexive infinitive: "se réunir", "reunirse"."""
    return f"{verb}se" if rules.shape("titles.clitic_behind").match("se ") else f"se {verb}"


def _valued(tail: str, rules: Rules) -> str:
    """What was only called important, or talked of as a plan."""
    important = re.match(
        r"(?:the\s+)?importance of (?:the\s+)?(?:\w+\s+){0,2}?(\w+) of (.*)", tail, re.DOTALL
    )
    base = base_of_gerund(important[1], rules) if important else ""
    if important and base:
        return f"{base} {important[2]}"
    done = rules.shape("titles.done").match(tail)
    if done:
        return f"{next(iter(rules.words('titles.carry_out')), '')} {tail[done.end() :]}"
    if rules.pattern("subjects.events").search(tail[:60]):
        return f"{hold_verb(rules)} {small(tail, rules)}"
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
