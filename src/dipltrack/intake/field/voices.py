"""Whose voice a promise is in: joint, or that of the party whose words it is."""

import re
from collections.abc import Set

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.parties import Parties
from dipltrack.intake.clause.subjects import Subject, Who, subject_of
from dipltrack.intake.document.communique import Communique
from dipltrack.intake.rules import Rules
from dipltrack.model.vocabulary import Voice
from dipltrack.wording.firmness import Reading

_ACTS = (Who.ACTOR, Who.PERSON, Who.NAME)
_THINGS = re.compile(r"(?:会合|協議|会談|交渉|訪問|計画|報告書|協定|条約|について|研修|要件)$")
_WORDS = 5  # words before an office that may name its country: "the Foreign Minister of Norway"


def voice_of(
    act: Act,
    passage: str,
    reading: Reading,
    before: Subject | None,
    communique: Communique,
    parties: Parties,
    rules: Rules,
    ours: str | None,
) -> tuple[str, ...]:
    """Whose voice it is: joint, or the party of the one who speaks; ours and theirs where that is known.

    Who says it counts before who is to do it; who is to do it, where nobody is said to have said it.
    What both signed, a treaty or a memorandum, is joint whoever is to do it; so is what is done to
    somebody, unless the words say by whom.
    """
    codes = _speaking(act, passage, reading, before, communique, parties, rules)
    if len(codes) == 1:
        code = next(iter(codes))
        if ours is None or len(parties.met) > 2:
            return (code,)
        return (Voice.OURS.value if code == ours else Voice.THEIRS.value,)
    if len(codes) > 1:
        return (Voice.JOINT.value,)
    if rules.pattern("titles.joint").fullmatch(act.subject) and not act.single:
        return (Voice.JOINT.value,)
    if reading.voice is not None:
        return (reading.voice.value,)
    person = reading.speaker and rules.pattern("actors.named").search(reading.speaker)
    return () if act.single or person else (Voice.JOINT.value,)


def _speaking(
    act: Act,
    passage: str,
    reading: Reading,
    before: Subject | None,
    communique: Communique,
    parties: Parties,
    rules: Rules,
) -> Set[str]:
    """The codes of those whose words it is; none where that is not told."""
    subject = subject_of(act.subject, rules, parties)
    speaker = reading.speaker or (act.subject if act.single else "")
    done_to = not rules.verb_last and (
        act.passive or subject.who in (Who.OCCASION, Who.INSTRUMENT, Who.THING)
    )
    if speaker and done_to and speaker in act.subject:
        speaker = ""
    if rules.verb_last and not _THINGS.search(act.subject):
        named: Set[str] = parties.codes_in(act.subject) & parties.met
        named = named or _of_japanese_office(act.subject, parties, rules)
        if len(named) == 1:
            return named
    if speaker:
        told = act.subject if speaker in act.subject else _named(speaker, passage, rules)
        codes = parties.codes_in(told) & parties.met
        if codes:
            return codes
        if not done_to:
            codes = parties.codes_in(act.subject) & parties.met
        return codes or _of_office(speaker, before, communique, parties, rules)
    if reading.voice is not None:
        one = reading.voice is Voice.OURS and act.modal and not done_to
        return parties.codes_in(subject.head) & parties.met if one else set()
    if done_to:
        by = rules.shape("titles.by").search(passage) if act.passive else None
        return parties.codes_in(by["who"]) & parties.met if by else set()
    if act.ground is Ground.TASKED or _is_of_both(act, passage, communique, rules):
        return set()
    if rules.verb_last and _THINGS.search(act.subject):
        return set()
    if rules.verb_last or act.modal or act.ground in (Ground.LISTED, Ground.AGREED):
        head = act.subject if rules.verb_last else subject.head
        codes = parties.codes_in(head) & parties.met
        if codes or subject.who not in _ACTS:
            return codes
        return _of_office(act.subject, before, communique, parties, rules)
    return set()


def _named(speaker: str, passage: str, rules: Rules) -> str:
    """The speaker with the words beside it in its clause: "the Austrian" before "Minister"."""
    at = passage.find(speaker)
    if at < 0:
        return speaker
    clause = re.split(r"[,;:.。、]|\s(?:that|que|but|mais|pero)\s", passage[:at])[-1]
    words = clause.split()
    behind = "" if rules.modal else " ".join(passage[at + len(speaker) :].split()[:1])
    return f"{' '.join(words[-_WORDS:])} {speaker} {behind}"


def _is_of_both(act: Act, passage: str, communique: Communique, rules: Rules) -> bool:
    """True for a clause of what both signed: a treaty, a memorandum, what a Party "shall" do."""
    if act.ground is Ground.DUTY:
        return True
    signed = rules.pattern("duties.lasting").search(communique.title or "") is not None
    return signed or re.search(r"\bshall\b", passage) is not None


_OFFICE_OF = re.compile(
    r"(?:[\s,]+(?:[A-ZÀ-Ý][\w’'-]*|for|and|the|of|de|des|du|para|y|et|las?|les?))*"
    r"[\s,]+(?:of|de|du|del)\s+(?:the |la |le |l['’])?"
)
_OFFICE = re.compile(r"(?:['’]s)?\s+(?:[A-Z][a-z]+\s+){0,4}(?:[A-Z][\w-]+\s+){0,2}")
_BESIDE = 110  # letters about a name among which the party of that person stands
_HEAD = 12  # paragraphs in which persons are told of first
_SHORTEST = 3


def _of_office(
    speaker: str, before: Subject | None, communique: Communique, parties: Parties, rules: Rules
) -> Set[str]:
    """The party of a named person, or of an office; none where two parties have one."""
    if rules.verb_last:
        return _of_japanese_office(speaker, parties, rules)
    if before is not None and rules.pattern("subjects.single_pronouns").fullmatch(speaker.strip()):
        codes = parties.codes_in(before.words) & parties.met
        if codes or before.who is not Who.PERSON:
            return codes
        speaker = before.words
    if not rules.pattern("actors.named").search(speaker):
        return set()
    name = next((word for word in reversed(speaker.split()) if word[:1].isupper()), "")
    if len(name) < _SHORTEST:
        return set()
    whole = "\n".join(one.text for one in communique.paragraphs[:_HEAD])
    found: set[str] = set()
    for place in re.finditer(rf"\b{re.escape(name)}\b", whole, re.IGNORECASE):
        behind = whole[place.end() : place.end() + _BESIDE]
        ahead = whole[max(0, place.start() - _BESIDE) : place.start()]
        for code in parties.met:
            pattern = parties.patterns[code]
            if any(
                _OFFICE_OF.fullmatch(behind[: one.start()]) for one in pattern.finditer(behind)
            ) or any(_OFFICE.fullmatch(ahead[one.end() :]) for one in pattern.finditer(ahead)):
                found.add(code)
    return found if len(found) == 1 else set()


def _of_japanese_office(speaker: str, parties: Parties, rules: Rules) -> Set[str]:
    """Japan's for an office that is named without a country, the other's for what is theirs."""
    if rules.pattern("actors.own").search(speaker):
        return {"JP"}
    others = set(parties.met) - {"JP"}
    if rules.pattern("actors.other").search(speaker) and len(others) == 1:
        return others
    return set()
