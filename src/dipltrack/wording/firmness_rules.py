"""The list of words by which firmness is read: firmness.toml of the package, or a ledger's own.

A list has one table a language. `phrases` of that table are groups of words that say one thing: a
role, and for some roles a level. A word with a slash is written in all the endings of its class:
`agre/e` is agree, agrees, agreed and agreeing. `~` stands for one or two words of any kind.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The phrases of one language, by role and by their first word, and how it is written.

    `characters` where the words are not parted by spaces; `verb_last` where the complement stands
    before its verb.
    """

    characters: bool = False
    verb_last: bool = False
    abbreviations: frozenset[str] = frozenset()
    adverbs: tuple[str, ...] = ()
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[Role, Mapping[str, Mapping[tuple[str, ...], Sign]]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmnessRules:
    """The word lists, by language."""

    languages: Mapping[str, WordList]


class FaultyRulesError(ValueError):
    """A list of words with faults, each told in a line with its mend."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep every fault."""
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@cache
def default_rules() -> FirmnessRules:
    """The list that is shipped with the program."""
    text = files("dipltrack.wording").joinpath("firmness.toml").read_text(encoding="utf-8")
    return _merged(text, FirmnessRules(languages={}))


def rules_from(toml_text: str) -> FirmnessRules:
    r"""The shipped list, as the text changes it; every fault of the text is told at once.

    A phrase of the text takes the place of the same phrase in the shipped list; `role = "plain"`
    takes its meaning away.

    >>> rules = rules_from('[[en.phrases]]\nrole = "verb"\nlevel = "plan"\nwords = ["wow/s to"]')
    >>> ("wowed", "to") in rules.languages["en"].phrases[Role.VERB]["wowed"]
    True
    """
    return _merged(toml_text, default_rules())


def _merged(text: str, base: FirmnessRules) -> FirmnessRules:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"the list of words is no TOML: {error}. Mend that place first."
        raise FaultyRulesError([message]) from None
    faults: list[str] = []
    languages = dict(base.languages)
    for lang, own in table.items():
        if lang == "schema":
            if own != 1:
                faults.append("schema: only 1 is known. Write schema = 1.")
        elif not isinstance(own, dict):
            faults.append(f"{lang}: is no table of a language. Write [{lang}] and its phrases.")
        else:
            languages[lang] = _language(lang, own, languages.get(lang, WordList()), faults)
    if faults:
        raise FaultyRulesError(faults)
    return FirmnessRules(languages=languages)


_SETTINGS = ("characters", "verb_last", "abbreviations", "adverbs", "endings", "phrases")


def _language(lang: str, table: Mapping[str, Any], base: WordList, faults: list[str]) -> WordList:
    """The list of one language, with what the table adds to it."""
    faults.extend(
        f"{lang}.{key}: is not known. Known are: {', '.join(_SETTINGS)}."
        for key in table
        if key not in _SETTINGS
    )
    endings = dict(base.endings)
    for name, forms in _table_of(lang, table, faults).items():
        endings[name] = tuple(_strings(f"{lang}.endings.{name}", forms, faults))
    flags = {key: table.get(key, getattr(base, key)) for key in ("characters", "verb_last")}
    for key, value in flags.items():
        if not isinstance(value, bool):
            faults.append(f"{lang}.{key}: is neither true nor false. Write one of them.")
    words = replace(
        base,
        characters=flags["characters"] is True,
        verb_last=flags["verb_last"] is True,
        abbreviations=base.abbreviations | {*_listed(lang, "abbreviations", table, faults)},
        adverbs=(*base.adverbs, *_listed(lang, "adverbs", table, faults)),
        endings=endings,
    )
    return replace(words, phrases=_phrases(lang, table.get("phrases", []), words, faults))


def _table_of(lang: str, table: Mapping[str, Any], faults: list[str]) -> Mapping[str, Any]:
    endings = table.get("endings", {})
    if isinstance(endings, dict):
        return endings
    faults.append(f"{lang}.endings: is no table. Write [{lang}.endings] and a line a class.")
    return {}


def _listed(lang: str, key: str, table: Mapping[str, Any], faults: list[str]) -> list[str]:
    return _strings(f"{lang}.{key}", table.get(key, []), faults)


def _strings(where: str, value: object, faults: list[str]) -> list[str]:
    bare = ".endings." in where  # an ending may be empty
    if isinstance(value, list) and all(
        isinstance(one, str) and (bare or one.strip()) for one in value
    ):
        return [one.lower() for one in value]
    faults.append(f'{where}: is no list of words. Write it as ["one", "two"].')
    return []


def _phrases(
    lang: str, groups: object, words: WordList, faults: list[str]
) -> Mapping[Role, Mapping[str, Mapping[tuple[str, ...], Sign]]]:
    """The phrases of the base, with those of the groups in place of the same ones."""
    merged = {
        role: {first: dict(known) for first, known in tree.items()}
        for role, tree in words.phrases.items()
    }
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        faults.append(f"{lang}.phrases: is no list of tables. Write [[{lang}.phrases]].")
        return merged
    for number, group in enumerate(groups, 1):
        where = f"{lang}.phrases {number}"
        sign = _sign(where, group, faults)
        for phrase in _strings(f"{where}.words", group.get("words", []), faults):
            for form in _forms(where, phrase, words, faults):
                if sign is not None:
                    _put(merged, form, sign)
    return merged


def _put(
    merged: dict[Role, dict[str, dict[tuple[str, ...], Sign]]], form: tuple[str, ...], sign: Sign
) -> None:
    """Enter a phrase; "plain" takes away what it meant before, and any meaning takes away "plain"."""
    driven_out = set(Role) - {Role.PLAIN} if sign.role is Role.PLAIN else {Role.PLAIN}
    for role in driven_out:
        merged.get(role, {}).get(form[0], {}).pop(form, None)
    merged.setdefault(sign.role, {}).setdefault(form[0], {})[form] = sign


_KEYS = {
    "role": Role,
    "level": Firmness,
    "alone": Firmness,
    "inside": Firmness,
    "voice": Speaker,
    "clause": bool,
    "joint": bool,
    "lifts": bool,
    "small": bool,
    "gap": int,
}


def _sign(where: str, group: Mapping[str, Any], faults: list[str]) -> Sign | None:
    """What a group of phrases says; None, and its faults told, where that cannot be known."""
    known = len(faults)
    values: dict[str, Any] = {}
    for key, value in group.items():
        if key == "words":
            continue
        if key not in _KEYS:
            faults.append(f"{where}.{key}: is not known. Known are: words, {', '.join(_KEYS)}.")
        else:
            values[key] = _value(f"{where}.{key}", value, _KEYS[key], faults)
    role = values.get("role")
    if "role" not in group:
        faults.append(f"{where}: has no role. Write one of: {', '.join(Role)}.")
    if role in {Role.VERB, Role.COMPLEMENT} and "level" not in group:
        faults.append(f"{where}: has no level. Write one of: {', '.join(Firmness)}.")
    if role is Role.VOICE and "voice" not in group:
        faults.append(f"{where}: has no voice. Write one of: {', '.join(Speaker)}.")
    return Sign(**values) if len(faults) == known else None


def _value(where: str, value: object, kind: type, faults: list[str]) -> object:
    if issubclass(kind, StrEnum):
        if value in list(kind):
            return kind(str(value))
        faults.append(f'{where}: "{value}" is not known. Write one of: {", ".join(kind)}.')
    elif type(value) is not kind:
        mend = "true or false" if kind is bool else "a number such as 2"
        faults.append(f"{where}: {value!r} does not fit. Write {mend}.")
    return value


def _forms(
    where: str, phrase: str, words: WordList, faults: list[str]
) -> Iterator[tuple[str, ...]]:
    """The phrase in all its endings, each as the units in which a text is read."""
    choices: list[Iterable[str]] = []
    for word in phrase.split():
        stem, slash, name = word.partition("/")
        if slash and name not in words.endings:
            known = ", ".join(words.endings) or "none"
            faults.append(f'{where}: "{word}" has no class of endings. Known are: {known}.')
        choices.append([stem + end for end in words.endings.get(name, ("",))] if slash else [word])
    for form in product(*choices):
        yield tuple("".join(form)) if words.characters else form
