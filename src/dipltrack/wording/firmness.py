"""How firmly a passage is worded, and who says it: the verb with its complement, the lower of two."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dipltrack.model.vocabulary import Firmness, Voice
from dipltrack.wording.firmness_list import default_rules
from dipltrack.wording.firmness_rules import FirmnessRules, Role, WordList
from dipltrack.wording.firmness_text import (
    Hit,
    Unit,
    every,
    longest,
    masked,
    sentences_of,
    without,
)
from dipltrack.wording.verbs import Said, is_glue, said_in
from dipltrack.wording.voice import spoken

_LEVELS = list(Firmness)
_NEAR = 4  # units between a denial and the verb that it denies
_FARTHEST = 16


class Matched(Struct, frozen=True, kw_only=True):
    """Words of the text that settled the reading, with their place in it and what they do."""

    words: str
    start: int
    end: int
    role: Role


class Reading(Struct, frozen=True, kw_only=True):
    """How firmly a passage is worded, as far as its words tell.

    `firmness` is None where none of the listed words stand in it. `voice` is None where the words
    do not tell; `speaker` is then the one side that speaks, in the words of the text, if any.
    """

    firmness: Firmness | None = None
    voice: Voice | None = None
    speaker: str | None = None
    matched: tuple[Matched, ...] = ()
    reasons: tuple[str, ...] = ()


def firmness_of(text: str, lang: str = "en", rules: FirmnessRules | None = None) -> Reading:
    """The firmest promise in the text, by its verb with the complement, and who makes it.

    Of a verb and its complement the lower counts; a reserve lowers it one step; what is denied is
    only a statement. Where the text says several things, the firmest is read: what was welcomed
    beside it takes nothing from what was agreed.

    >>> firmness_of("They agreed to consider a visit").firmness
    <Firmness.ENDEAVOUR: 'endeavour'>
    >>> for reason in firmness_of("They agreed in principle to meet").reasons:
    ...     print(reason)
    "agreed in principle to": agreement
    lowered one step by "in principle": plan
    voice, joint: "They"
    """
    words = (rules or default_rules()).languages.get(lang)
    if words is None:
        return Reading(reasons=(f'there is no list of words for "{lang}"',))
    best = Reading()
    for units in sentences_of(text, words):
        for reading in _readings(units, words, text):
            if _rank(reading) < _rank(best):
                best = reading
    return best


def quoted(matched: Sequence[Matched]) -> str:
    """The words in quotes, each on one line, with "…" for what stands between them.

    Words inside others, as "in principle" in "agreed in principle to", show already.

    >>> quoted(firmness_of("agreed in principle to jointly consider it").matched)
    '“agreed in principle to … consider”'
    """
    outer = [
        one
        for one in matched
        if not any(
            other.start <= one.start and one.end <= other.end
            for other in matched
            if other is not one
        )
    ]
    return f"“{' … '.join(' '.join(one.words.split()) for one in outer)}”"


def _rank(reading: Reading) -> int:
    return len(_LEVELS) if reading.firmness is None else _LEVELS.index(reading.firmness)


_Place = tuple[int, int]


def _readings(sentence: Sequence[Unit], words: WordList, text: str) -> Iterator[Reading]:
    """What each verb of the sentence promises, in order."""
    shown = masked(sentence, every(sentence, Role.PLAIN, words))
    reserves = every(shown, Role.LOWERING, words)
    rest = without(shown, reserves)
    units = masked(rest, every(rest, Role.PLAIN, words))
    said = said_in(units, words)
    for number, one in enumerate(said):
        last = number == len(said) - 1
        until = len(units) if last else said[number + 1].since
        first = units[one.since].start if number else 0
        end = len(text) if last else units[until].start
        places = [_place(shown, hit) for hit in reserves]
        lowering = [place for place in places if first <= place[0] < end]
        yield _reading(one, until, units, lowering, words, text)


def _reading(
    said: Said,
    until: int,
    units: Sequence[Unit],
    lowering: Sequence[_Place],
    words: WordList,
    text: str,
) -> Reading:
    """One verb with its complement, what denies or lowers it, and who says it."""
    telling = _Telling(text=text)
    level = telling.verb(said, [_place(units, hit) for hit in said.hits])
    denial = _denial(said, until, units, words)
    if denial is not None:
        level = telling.denied(_place(units, denial))
    if lowering:
        level = telling.lowered(level, lowering)
    voice, start, end = spoken(said, until, units, words)
    speaker = None
    if start >= 0:
        place = units[start].start, units[end - 1].end
        telling.spoken(place, voice)
        speaker = None if voice else telling.words(place)
    elif voice:
        telling.reasons.append("voice: it takes both sides to do this")
    return Reading(
        firmness=level,
        voice=voice,
        speaker=speaker,
        matched=tuple(sorted(telling.matched, key=lambda one: (one.start, one.end))),
        reasons=tuple(telling.reasons),
    )


class _Telling:
    """The matched words and the reasons, as they are gathered."""

    def __init__(self, text: str) -> None:
        """Begin with none."""
        self.text = text
        self.matched: list[Matched] = []
        self.reasons: list[str] = []

    def words(self, place: _Place) -> str:
        """The words at a place, on one line."""
        return " ".join(self.text[place[0] : place[1]].split())

    def _match(self, place: _Place, role: Role) -> str:
        start, end = place
        self.matched.append(Matched(words=self.text[start:end], start=start, end=end, role=role))
        return f'"{self.words(place)}"'

    def verb(self, said: Said, places: Sequence[_Place]) -> Firmness:
        """Tell of the verb and its complement."""
        verb, *rest = [
            self._match(place, hit.sign.role) for place, hit in zip(places, said.hits, strict=True)
        ]
        with_ = f" with {' and '.join(rest)}" if rest else ""
        self.reasons.append(f"{verb}{with_}: {said.level}")
        return said.level

    def denied(self, place: _Place) -> Firmness:
        """Tell that it was not promised."""
        self.reasons.append(f"{self._match(place, Role.DENIAL)} denies it: statement")
        return Firmness.STATEMENT

    def lowered(self, level: Firmness, places: Sequence[_Place]) -> Firmness:
        """Tell of the reserves, which together lower the promise one step."""
        step = _LEVELS[min(_LEVELS.index(level) + 1, len(_LEVELS) - 1)]
        shown = " and ".join(self._match(place, Role.LOWERING) for place in places)
        self.reasons.append(f"lowered one step by {shown}: {step}")
        return step

    def spoken(self, place: _Place, voice: Voice | None) -> None:
        """Tell who speaks."""
        whose = f"voice, {voice}" if voice else "one side speaks, which one is not told"
        self.reasons.append(f"{whose}: {self._match(place, Role.VOICE)}")


def _place(units: Sequence[Unit], hit: Hit) -> _Place:
    return units[hit.start].start, units[hit.end - 1].end


def _denial(said: Said, until: int, units: Sequence[Unit], words: WordList) -> Hit | None:
    """The word that says that it was not promised: before the verb, or behind one at the end."""
    verb = said.hits[0]
    if words.verb_last:
        return _denial_behind(verb, until, units, words)
    for start in range(verb.start - 1, max(said.since, verb.start - _FARTHEST) - 1, -1):
        hit = longest(units, start, Role.DENIAL, words)
        if hit is not None and hit.end <= verb.start and _reaches(hit, verb, units, words):
            return hit
    return None


def _denial_behind(verb: Hit, until: int, units: Sequence[Unit], words: WordList) -> Hit | None:
    for start in range(verb.end, min(verb.end + _NEAR, until)):
        hit = longest(units, start, Role.DENIAL, words)
        if hit is not None or longest(units, start, Role.COORDINATOR, words):
            return hit
    return None


def _reaches(denial: Hit, verb: Hit, units: Sequence[Unit], words: WordList) -> bool:
    """True where nothing stands between but words that may, or few enough."""
    between = range(denial.end, verb.start)
    near = len(between) <= _NEAR and all(is_glue(units, at, words) for at in between)
    return near or len(between) <= denial.sign.gap
