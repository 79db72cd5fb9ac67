"""What the words of a list do by which firmness is read: their role, and what they are worth."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from dipltrack.model.vocabulary import Firmness


class Role(StrEnum):
    """What a group of words does."""

    VERB = "verb"
    COMPLEMENT = "complement"
    LOWERING = "lowering"
    DENIAL = "denial"
    VOICE = "voice"
    GLUE = "glue"
    COORDINATOR = "coordinator"
    NESTING = "nesting"
    ENDING = "ending"
    PLAIN = "plain"


class Speaker(StrEnum):
    """Who speaks, as far as words tell: `one` is one side, and not which."""

    JOINT = "joint"
    OURS = "ours"
    THEIRS = "theirs"
    ONE = "one"


class Sign(Struct, frozen=True, kw_only=True):
    """What a phrase of the list says.

    `level` is the most that the words promise; `alone` what they promise with no complement of
    their own, `inside` what they are worth as the complement of another verb. `clause` verbs take
    the next verb of their clause for their complement, however far it stands.
    """

    role: Role
    level: Firmness | None = None
    alone: Firmness | None = None
    inside: Firmness | None = None
    clause: bool = False
    joint: bool = False
    lifts: bool = False
    small: bool = False
    gap: int = 0
    voice: Speaker | None = None


class WordList(Struct, frozen=True, kw_only=True):
    """The phrases of one language, by role and by their first word, and how it is written.

    A word that ends as one of `futures` tells what is to be done, as "will" does in English.
    A word of `elided` is written together with the next one: "que" in "qu'elle".
    `characters` where the words are not parted by spaces; `verb_last` where the complement stands
    before its verb.
    """

    characters: bool = False
    verb_last: bool = False
    abbreviations: frozenset[str] = frozenset()
    adverbs: tuple[str, ...] = ()
    futures: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[Role, Mapping[str, Mapping[tuple[str, ...], Sign]]] = field(
        default_factory=dict
    )


class FirmnessRules(Struct, frozen=True, kw_only=True):
    """The word lists, by language."""

    languages: Mapping[str, WordList]


def unelided(word: str, words: WordList) -> str:
    """The word parted from one that is written together with it, which is written out.

    >>> unelided("qu'elle", WordList(elided=("que", "de")))
    'que elle'
    """
    for whole in words.elided:
        short = f"{whole[:-1]}'"
        if word.startswith(short) and len(word) > len(short):
            return f"{whole} {word[len(short) :]}"
    return word
