"""The English words of time, and the reading of an English phrase.

`english_words` and `english_values` hold the words by the kind of thing they say. A phrase of
several words is one entry; a hyphen in the text counts as a space; the longest entry that fits is
taken.
"""

from collections.abc import Iterator, Mapping

from dipltrack.wording.denotation import Denotation
from dipltrack.wording.english_patterns import settled
from dipltrack.wording.english_values import VALUED
from dipltrack.wording.english_words import NAMED
from dipltrack.wording.grammar.sentence import meaning
from dipltrack.wording.tokens import Entry, Kind, Lexicon, Token, tokens_of

_ONES = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONE_TH = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
_SETTLED = """
    agreed, agreed upon, agreed on, determined, decided, decided upon, fixed, set, arranged,
    coordinated, settled, specified, confirmed, finalised, finalized
    """
_DAYS_OF = (
    "date of, day of, adoption of, issuance of, date of adoption of, date of the adoption of"
)
_TEXTS = (
    "letter, note, notes, exchange of notes, statement, joint statement, communique, communiqué, "
    "joint communique, joint communiqué, declaration, joint declaration, resolution, decision, "
    "announcement, press release"
)
_ANNOUNCED = "announced, communicated, advised, notified"
_ALONE = {("to be", verb) for verb in ("determined", "confirmed", "decided", "announced")}
"""Those that tell of an open day with no noun before them, and stand among the open times."""
_SOFT = ("may", "march", "fall", "sun", "sat", "mon", "wed", "mar", "jan")


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every word and phrase, with what it is."""
    for phrase in _days_of_the_text():
        yield phrase, Entry(Kind.NOW, None)
    for phrase in _still_to_be_set():
        yield phrase, Entry(Kind.TO_BE_SET, None)
    for kind, words in NAMED.items():
        yield from _phrases(kind, None, words)
    for kind, groups in VALUED.items():
        for value, words in groups.items():
            yield from _phrases(kind, value, words)
    for word, number in _numbers().items():
        yield word, Entry(Kind.NUMBER, number)
    for word, number in _ordinals().items():
        yield word, Entry(Kind.ORDINAL, number)


def _phrases(kind: Kind, value: object, words: str) -> Iterator[tuple[str, Entry]]:
    entry = Entry(kind, value)
    for phrase in words.split(","):
        yield phrase.strip(), entry


def _days_of_the_text() -> Iterator[str]:
    """The day of what is read, which is the anchor: "the adoption of this resolution"."""
    for day in _DAYS_OF.split(", "):
        for text in _TEXTS.split(", "):
            for this in ("this", "the present"):
                yield f"{day} {this} {text}"
                yield f"the {day} {this} {text}"


def _still_to_be_set() -> Iterator[str]:
    """What is said of a day that has yet to be found: "to be mutually agreed upon later"."""
    settled = [verb.strip() for verb in _SETTLED.split(",")]
    for verb in (*settled, *_ANNOUNCED.split(", ")):
        for lead in ("to be", "yet to be", "still to be", "that will be"):
            if (lead, verb) not in _ALONE:
                yield f"{lead} {verb}"
            for tail in ("later", "at a later date", "at a later stage"):
                yield f"{lead} {verb} {tail}"
    for verb in settled:
        for manner in ("mutually", "jointly"):
            yield f"to be {manner} {verb}"
        yield f"to be {verb} through diplomatic channels"
        yield f"to be mutually {verb} through diplomatic channels"
        yield f"to be {verb} by both sides"
        yield f"to be {verb} between the two sides"


def _numbers() -> Mapping[str, int]:
    ones = {word: at for at, word in enumerate(_ONES.split(), 1)}
    tens = {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
    both = {
        f"{ten} {one}": tens[ten] + number
        for ten in tens
        for one, number in ones.items()
        if number < 10
    }
    odd = {"a dozen": 12, "a couple of": 2, "a couple": 2, "couple of": 2}
    return ones | tens | both | odd | {"hundred": 100, "a hundred": 100, "one hundred": 100}


def _ordinals() -> Mapping[str, int]:
    ones = {word: at for at, word in enumerate(_ONE_TH.split(), 1)}
    both = {f"twenty {word}": 20 + number for word, number in ones.items() if number < 10}
    return ones | both | {"thirtieth": 30, "thirty first": 31}


LEXICON = Lexicon(_entries(), soft=_SOFT)


def tokens_in(text: str) -> list[Token]:
    """The tokens of an English text in plain small letters, as the grammar reads them."""
    return settled(tokens_of(text, LEXICON))


def denotation_of(text: str) -> Denotation:
    """What an English phrase, in plain small letters, denotes.

    >>> denotation_of("late january")
    Part(portion=<Portion.LATE: 'late'>, of=Month(number=1, year=None, pick=<Pick.BARE: 1>))
    """
    return meaning(tokens_in(text), text)
