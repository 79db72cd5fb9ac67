"""What else is read of a promise: whose voice, what kind, which sector, which dossier."""

import re
from collections.abc import Sequence

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.communique import Communique
from dipltrack.intake.parties import Parties
from dipltrack.intake.rules import Rules
from dipltrack.model.settings import Body, Dossier
from dipltrack.model.vocabulary import Firmness, Kind, TimingClass, Voice
from dipltrack.model.window import Window
from dipltrack.wording.firmness import Reading


def kind_of(passage: str, window: Window, rules: Rules) -> Kind:
    """The kind: what has a rhythm recurs, what only goes on with no day is continuing."""
    if window.class_ is TimingClass.RECURRING or window.every is not None:
        return Kind.RECURRING
    if not window.has_day and rules.pattern("kinds.continuing").search(passage):
        return Kind.CONTINUING
    return Kind.ONE_OFF


def sector_of(passage: str, headings: Sequence[str], rules: Rules) -> str | None:
    """The field of policy whose words stand most often in the passage, then in its headings."""
    names = [name.partition(".")[2] for name in rules.tables("sectors")]
    for text in (passage, " ".join(headings)):
        counted = {name: len(rules.pattern(f"sectors.{name}").findall(text)) for name in names}
        best = max(counted, key=lambda name: counted[name], default=None)
        if best is not None and counted[best]:
            return best
    return None


def dossier_of(passage: str, dossiers: Sequence[Dossier]) -> str | None:
    """The dossier of the ledger whose name or title stands in the passage."""
    folded = passage.casefold()
    for dossier in dossiers:
        for words in (dossier.title, dossier.name):
            if (
                words
                and len(words) > 2
                and re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", folded)
            ):
                return dossier.name
    return None


_BY_GROUND = {
    Ground.AGREED: Firmness.AGREEMENT,
    Ground.TASKED: Firmness.AGREEMENT,
    Ground.LISTED: Firmness.AGREEMENT,
    Ground.INVITED: Firmness.AGREEMENT,
    Ground.FUTURE: Firmness.AGREEMENT,
    Ground.DUTY: Firmness.AGREEMENT,
    Ground.SAID: Firmness.PLAN,
    Ground.INTENDED: Firmness.PLAN,
    Ground.APPOINTED: Firmness.PLAN,
    Ground.WISHED: Firmness.ENDEAVOUR,
}
_LISTED_IN_PART = frozenset({"fr", "es"})


def firmness_told(act: Act, reading: Reading, language: str) -> Firmness | None:
    """How firmly it is worded, by the list of words; where none of them stands, by how it was found.

    That is so for a duty in the present tense, and in French and Spanish, whose lists know no nouns of doing.
    """
    if reading.firmness is not None:
        return reading.firmness
    if act.ground is Ground.DUTY or language in _LISTED_IN_PART:
        return _BY_GROUND.get(act.ground)
    return None


def bodies_of(
    passage: str, bodies: Sequence[Body], ours: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bodies of the ledger that the passage names: who is to carry it here, and who there.

    A body is known by its whole name, in any case of letters, or by its short name as it is written.
    """
    lead: list[str] = []
    counterpart: list[str] = []
    for body in {body.name: body for body in bodies}.values():
        title = body.title and re.search(
            rf"(?<!\w){re.escape(body.title)}(?!\w)", passage, re.IGNORECASE
        )
        if title or re.search(rf"(?<![\w-]){re.escape(body.name)}(?![\w-])", passage):
            (lead if body.party == ours else counterpart).append(body.name)
    return tuple(lead), tuple(counterpart)


def voice_of(
    act: Act, reading: Reading, communique: Communique, parties: Parties, ours: str | None
) -> tuple[str, ...]:
    """Whose voice it is: joint, or the party of the one who speaks; ours and theirs where that is known."""
    speaker = reading.speaker or (act.subject if act.single else "")
    codes = parties.codes_in(speaker) & parties.met if speaker else set()
    if speaker and not codes:
        codes = _party_of_person(speaker, communique, parties)
    if reading.speaker and not codes:
        codes = parties.codes_in(act.subject) & parties.met  # "the Minister said that Norway will"
    if len(codes) == 1:
        code = next(iter(codes))
        if ours is None or len(parties.met) > 2:
            return (code,)
        return (Voice.OURS.value if code == ours else Voice.THEIRS.value,)
    if reading.voice is not None:
        return (reading.voice.value,)
    return () if act.single else (Voice.JOINT.value,)


_BESIDE = 110  # letters about a name among which the party of that person stands
_OFFICE_OF = re.compile(r"[^.;\n]{0,60}\b(?:of|de)\b[^.;,\n]{0,30}", re.IGNORECASE)
_OFFICE = re.compile(r"(?:['’]s)?\s+(?:[A-Z][a-z]+\s+){0,4}(?:[A-Z][\w-]+\s+){0,2}")


def _party_of_person(speaker: str, communique: Communique, parties: Parties) -> set[str]:
    """The party of a named person: the name beside theirs where they are first told of."""
    name = next((word for word in reversed(speaker.split()) if word[:1].isupper()), "")
    if len(name) < 3:
        return set()
    whole = "\n".join(one.text for one in communique.paragraphs[:12])
    for found in re.finditer(rf"{re.escape(name)}\b", whole):
        behind = whole[found.end() : found.end() + _BESIDE]
        before = whole[max(0, found.start() - _BESIDE) : found.start()]
        for code in parties.met:
            pattern = parties.patterns[code]
            if any(
                _OFFICE_OF.fullmatch(behind[: one.start()]) for one in pattern.finditer(behind)
            ):
                return {code}
            if any(_OFFICE.fullmatch(before[one.end() :]) for one in pattern.finditer(before)):
                return {code}
    return set()
