"""Duties in the present tense, as treaties and memoranda put them: "Each Party appoints a contact point"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.clauses import Sort
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of
from dipltrack.intake.rules import Rules

_SUBJECT = 6  # words that a subject may take behind "and"
_CONFIDENCE = 0.7
_CLITIC = re.compile(
    r"(?:^|\s)(?:hereby|further|also|en|y|lui|leur|se|s['’]|la|le|les|lo|los|las)\s*$"
)
_FREE = frozenset({Sort.MAIN, Sort.THAT})


def duties_in(sentence: Sentence) -> Iterator[Act]:
    """The acts that the sentence lays on a party in the present tense.

    A present tells what is the case, so it is a duty only in an undertaking (a treaty, a memorandum),
    or where it has a day ahead. What is set up ("a committee is established") needs no day either.
    """
    operative = sentence.rules.pattern("duties.operative").match(sentence.text)
    if operative:
        yield _resolved(sentence, operative)
        return
    taken = [one.mark.start for one in sentence.predicates if one.clause.sort in _FREE]
    if taken and ";" not in sentence.text:
        return
    verbs = _verbs(sentence)
    start = 0
    for found in verbs:
        first = sentence.text.rfind(";", 0, found.start()) + 1
        behind = sentence.text.find(";", found.end())
        end = behind if behind > 0 else len(sentence.text)
        if any(first <= one < end for one in taken):
            continue
        act = _duty(sentence, max(start, first), found, verbs)
        if act is None:
            continue
        yield act
        start = found.end()


def _resolved(sentence: Sentence, operative: re.Match[str]) -> Act:
    """What a body resolves by saying so, its paragraph having no subject: "Establishes a fund"."""
    ends = [one.mark.start for one in sentence.predicates if one.mark.start > operative.end()]
    end = min(ends, default=len(sentence.text.rstrip(" .;")))
    words = re.sub(r"(?:[\s,]|\b(?:and|which|that|also|further))+$", "", sentence.text[:end])
    return Act(
        start=0,
        end=len(words),
        verb=0,
        ground=Ground.DUTY,
        confidence=_CONFIDENCE,
        reasons=[f'"{operative[0].strip()}": resolved'],
    )


def infinitive_of(word: str, rules: Rules) -> str:
    """The infinitive of a verb in the present; empty where the word is none that is known.

    >>> from dipltrack.intake.rules import rules_of
    >>> [infinitive_of(word, rules_of("en")) for word in ("appoints", "supplies", "blue")]
    ['appoint', 'supply', '']
    """
    return _forms(rules).get(word.lower(), "")


def is_present(word: str, rules: Rules) -> bool:
    """True for a verb in the third person that is known as an act: "expires", "opens"."""
    return word.lower() in _third_persons(rules)


@cache
def _third_persons(rules: Rules) -> frozenset[str]:
    if not rules.modal:
        return frozenset()
    bases = (*rules.words("actions.bases"), *rules.words("asides.bases"))
    return frozenset(_third_person(base) for base in bases if " " not in base)


@cache
def _forms(rules: Rules) -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for entry in rules.words("duties.verbs"):
        shown, _, base = entry.partition(":")
        for form in shown.split("|"):
            forms[form] = base
    for base in rules.words("duties.regular"):
        for form in _regular(base, rules):
            forms.setdefault(form, base)
    if rules.modal:
        for base in rules.words("actions.bases"):
            if rules.pattern("duties.never").fullmatch(base):
                continue
            first, _, rest = base.partition(" ")
            rest = f" {rest}" if rest else ""
            forms[base] = base
            forms[_third_person(first) + rest] = base
    return forms


def _regular(base: str, rules: Rules) -> tuple[str, ...]:
    """The present of an infinitive in the third person by its ending: "préparer" is "prépare", "préparent"."""
    for entry in rules.words("duties.endings"):
        ending, _, shown = entry.partition(":")
        if base.endswith(ending):
            return tuple(base.removesuffix(ending) + one for one in shown.split("|"))
    return ()


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


@cache
def _presents(rules: Rules) -> re.Pattern[str]:
    forms = "|".join(re.escape(one) for one in sorted(_forms(rules), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms or '(?!)'})(?![\w-])", re.IGNORECASE)


def _verbs(sentence: Sentence) -> list[re.Match[str]]:
    """Every verb of the sentence that may lay a duty on its subject, in its order."""
    rules = sentence.rules
    verbs = [
        *_presents(rules).finditer(sentence.text),
        *rules.pattern("duties.timed").finditer(sentence.text),
        *rules.pattern("duties.passive").finditer(sentence.text),
        *rules.pattern("duties.founded").finditer(sentence.text),
    ]
    if sentence.context.undertaking:
        verbs += _behind_party(sentence, {one.start() for one in verbs})
    return sorted(verbs, key=lambda one: (one.start(), -one.end()))


def _behind_party(sentence: Sentence, known: set[int]) -> Iterator[re.Match[str]]:
    """The verb that follows "each Party" at once, whatever it is, but where it says how things stand."""
    rules, text = sentence.rules, sentence.text
    for party in rules.pattern("duties.party").finditer(text):
        at = party.end()
        whose = sentence.context.parties.anyone.match(text, at + 1)
        verb = rules.shape("duties.any_verb").match(text, whose.end() if whose else at)
        if verb is None or verb.start("verb") in known:
            continue
        if rules.pattern("duties.states").match(text, verb.start("verb")):
            continue
        word = re.compile(r"[\w-]+").match(text, verb.start("verb"))
        if word is not None:
            yield word


def _duty(
    sentence: Sentence, start: int, found: re.Match[str], verbs: Sequence[re.Match[str]]
) -> Act | None:
    rules, text = sentence.rules, sentence.text
    begun = _begin(text, start, found.start())
    if begun is None:
        return None
    end = _end(sentence, found.end(), verbs)
    if _is_held_back(sentence, begun, found):
        return None
    founded = rules.pattern("duties.founded").fullmatch(found[0]) is not None
    passive = rules.pattern("duties.passive").fullmatch(found[0]) is not None and not founded
    if not rules.modal and text[begun : found.start()].lower() == "se ":
        passive = True  # "se reservan tres plazas anuales"
    if _is_until(sentence, begun, end):
        return None
    timed = sentence.times.ahead(begun, end)
    scheduled = not passive and rules.pattern("duties.timed").fullmatch(found[0]) is not None
    if scheduled and not (founded or timed):
        return None
    bound = timed or sentence.times.rhythm(begun, end) or sentence.times.event(begun, end)
    words = _CLITIC.sub("", text[begun : found.start()])
    subject = subject_of(words, rules, sentence.context.parties)
    reflexive = not rules.modal and text[begun : found.start()].lower().endswith(" se ")
    if reflexive and subject.who not in (Who.ACTOR, Who.BEFORE, Who.PERSON):
        passive = True  # "el informe se entrega a más tardar en mayo"
    if passive and rules.pattern("duties.lasting").search(subject.head):
        return None
    if rules.shape("duties.own").match(text, found.end()):
        return None
    if subject.who in (Who.NOBODY, Who.OUTSIDER) or subject.head.lower().startswith(
        ("which", "who")
    ):
        return None
    acts = not passive and subject.who in (Who.ACTOR, Who.PERSON if scheduled else Who.ACTOR)
    hereby = founded and "hereby" in found[0]
    if not (
        sentence.context.undertaking
        or hereby
        or (timed and (acts or _from_day(sentence, begun, end)))
    ):
        return None
    if passive and not (
        bound
        or rules.pattern("asides.made").match(subject.words)
        or _has_doer(sentence, found, end)
    ):
        return None  # "an inventory is drawn up" tells what is to be made
    if not (founded or passive or _may_act(sentence, subject.who, start, words, found[0])):
        return None
    act = Act(
        start=begun,
        end=end,
        verb=found.start(),
        ground=Ground.DUTY,
        subject=subject.words,
        confidence=_CONFIDENCE,
        passive=passive or founded,
    )
    act.reasons.append(f'"{found[0]}", a duty in the present tense')
    if sentence.context.background and not bound:
        act.against = "stands among what is law or background"
    return act


def _has_doer(sentence: Sentence, found: re.Match[str], end: int) -> bool:
    """True where one of those that met does it: "l'hébergement est assuré par la Partie française"."""
    parties, text = sentence.context.parties, sentence.text
    by = re.match(r"\s(?:par|por)\s+([^,.;:]+)", text[found.end() : end])
    return by is not None and bool(parties.codes_in(by[1]) & parties.met)


def _from_day(sentence: Sentence, start: int, end: int) -> bool:
    """True where something changes from a day on: "with effect from 1 May the fee is abolished"."""
    from_day = sentence.rules.pattern("names.from_day")
    return any(
        start <= one.start < end and from_day.fullmatch(one.words) for one in sentence.times.found
    )


def _is_until(sentence: Sentence, start: int, end: int) -> bool:
    """True where the only day is one till which something goes on: "exhibe hasta enero"."""
    until = sentence.rules.pattern("duties.until")
    if not until.search(sentence.text, start, end):
        return False
    within = [one for one in sentence.times.found if start <= one.start < end]
    return bool(within) and all(until.match(one.words) for one in within)


def _begin(text: str, start: int, verb: int) -> int | None:
    """Where the duty begins: the sentence, or behind the "and" or semicolon that joins it to the last."""
    if start == 0 or text[start - 1] == ";":
        return start + len(text[start:]) - len(text[start:].lstrip())
    piece = text[start:verb]
    joined = list(re.finditer(r";\s*|\b(?:and|et|y|e)\s+", piece))
    if not joined or len(piece[joined[-1].end() :].split()) > _SUBJECT:
        return None
    return start + joined[-1].end()


def _may_act(sentence: Sentence, who: Who, start: int, words: str, verb: str) -> bool:
    """True where the subject is somebody, and agrees with the verb in number."""
    if start and len(words.split()) <= 1:
        return True
    if who in (Who.BEFORE, Who.PERSON):
        before = sentence.context.before
        pronoun = len(words.split()) <= 2 or words.rstrip().endswith(",")
        return pronoun and (before is None or before.who is not Who.OUTSIDER)
    if who is Who.NAME:
        return bool(sentence.context.parties.codes_in(words)) or not sentence.rules.modal
    if who is not Who.ACTOR:
        return False
    if not sentence.rules.modal or infinitive_of(verb, sentence.rules) != verb.lower():
        return True
    return (
        re.search(r"(?:s|both|we|they|two|people|authorities|s each)\s*$", words, re.IGNORECASE)
        is not None
    )


def _is_held_back(sentence: Sentence, begun: int, found: re.Match[str]) -> bool:
    """True where it is denied, hangs on a condition, or stands in a clause that only describes."""
    clause = sentence.text[begun : found.start()]
    rules = sentence.rules
    for name in ("clauses.negation", "clauses.condition", "clauses.relative", "clauses.question"):
        for mark in rules.pattern(name).finditer(clause):
            if not rules.pattern(name.replace("clauses.", "clauses.no_")).match(
                clause, mark.start()
            ):
                return True
    verb_only = found[0].endswith("t")  # "en met": no noun ends so
    before = (_CLITIC.sub("", clause) if verb_only else clause).rstrip().lower()
    if rules.pattern("duties.noun_before").search(before):
        return True
    return rules.pattern("clauses.negation").match(sentence.text, found.end() + 1) is not None


def _end(sentence: Sentence, verb: int, verbs: Sequence[re.Match[str]]) -> int:
    """Before the next duty that is joined to it, or with the sentence."""
    behind = sentence.text.find(";", verb)
    end = behind if behind > 0 else len(sentence.text.rstrip(" .;"))
    for found in verbs:
        if found.start() <= verb:
            continue
        joined = re.search(
            r"[;,]?\s*\b(?:and|et|y|e)\s+$|;[^;]*$", sentence.text[verb : found.start()]
        )
        if joined:
            end = min(end, verb + joined.start())
            break
    return end
