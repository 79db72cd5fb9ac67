"""The list of words by which firmness is read: firmness.toml of the package, or a ledger's own.

A list has one table a language. `phrases` of that table are groups of words that say one thing: a
role, and for some roles a level. A word with a slash is written in all the endings of its class:
`agre/e` is agree, agrees, agreed and agreeing. `~` stands for one or two words of any kind.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.model.vocabulary import Firmness
from dipltrack.wording.firmness_rules import FirmnessRules, Role, Sign, Speaker, WordList, unelided


class WrongEntry(Struct, frozen=True, kw_only=True):
    """What is wrong at a place of a list of words, and how to mend it.

    `index` counts the tables of that name from 0; None is the top of the text. Where a word was
    `written` that is none of the `known` ones, the nearest of them may be what was meant.
    """

    table: str | None = None
    index: int = 0
    key: str | None = None
    wrong: str
    mend: str
    written: str | None = None
    known: tuple[str, ...] = ()


class FaultyRulesError(ValueError):
    """A list of words with faults, each with its place and its mend."""

    def __init__(self, faults: Sequence[WrongEntry]) -> None:
        """Keep every fault."""
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.wrong}: {fault.mend}" for fault in faults))


_SHIPPED = ("firmness.toml", "firmness_fr.toml", "firmness_es.toml")


@cache
def default_rules() -> FirmnessRules:
    """The list that is shipped with the program."""
    rules = FirmnessRules(languages={})
    for name in _SHIPPED:
        text = files("dipltrack.wording").joinpath(name).read_text(encoding="utf-8")
        rules = rules_of(tomllib.loads(text), rules)
    return rules


def rules_from(toml_text: str) -> FirmnessRules:
    r"""The shipped list, as the text changes it. Raises FaultyRulesError, TOMLDecodeError.

    What the text says of a phrase is all that holds of it: whatever the shipped list said of it is
    taken away. `role = "plain"` says that it means nothing.

    >>> rules = rules_from('[[en.phrases]]\nrole = "verb"\nlevel = "plan"\nwords = ["wow/s to"]')
    >>> ("wowed", "to") in rules.languages["en"].phrases[Role.VERB]["wowed"]
    True
    """
    return rules_of(tomllib.loads(toml_text), default_rules())


def rules_of(tables: Mapping[str, Any], base: FirmnessRules) -> FirmnessRules:
    """The base list, as the tables of a TOML text change it; raises every fault at once."""
    faults: list[WrongEntry] = []
    languages = dict(base.languages)
    for lang, own in tables.items():
        if lang == "schema":
            if own != 1:
                wrong, mend = f"schema = {own!r} is not known", "write schema = 1"
                faults.append(WrongEntry(key="schema", wrong=wrong, mend=mend))
        elif not isinstance(own, dict):
            wrong, mend = f"{lang} is no table of a language", f"write [{lang}] and its phrases"
            faults.append(WrongEntry(key=lang, wrong=wrong, mend=mend))
        else:
            languages[lang] = _language(lang, own, languages.get(lang, WordList()), faults)
    if faults:
        raise FaultyRulesError(faults)
    return FirmnessRules(languages=languages)


_SETTINGS = (
    *("characters", "verb_last", "abbreviations", "adverbs", "futures", "elided", "endings"),
    "phrases",
)


def _language(
    lang: str, table: Mapping[str, Any], base: WordList, faults: list[WrongEntry]
) -> WordList:
    """The list of one language, with what the table adds to it."""
    faults.extend(
        _unknown_key(
            lang, 0, key, f"a language's table, which has {', '.join(_SETTINGS)}", _SETTINGS
        )
        for key in table
        if key not in _SETTINGS
    )
    endings = dict(base.endings)
    for name, forms in _endings_of(lang, table, faults).items():
        endings[name] = tuple(_strings(_Place(f"{lang}.endings", 0, name), forms, faults))
    flags = {key: table.get(key, getattr(base, key)) for key in ("characters", "verb_last")}
    for key, value in flags.items():
        if not isinstance(value, bool):
            wrong, mend = f"{key} is neither true nor false", "write one of them"
            faults.append(WrongEntry(table=lang, key=key, wrong=wrong, mend=mend))
    words = replace(
        base,
        characters=flags["characters"] is True,
        verb_last=flags["verb_last"] is True,
        abbreviations=base.abbreviations | {*_listed(lang, "abbreviations", table, faults)},
        adverbs=(*base.adverbs, *_listed(lang, "adverbs", table, faults)),
        futures=(*base.futures, *_listed(lang, "futures", table, faults)),
        elided=(*base.elided, *_listed(lang, "elided", table, faults)),
        endings=endings,
    )
    return replace(words, phrases=_phrases(lang, table.get("phrases", []), words, faults))


def _unknown_key(table: str, index: int, key: str, of: str, known: Iterable[str]) -> WrongEntry:
    return WrongEntry(
        table=table,
        index=index,
        key=key,
        wrong=f"{key} is no key of {of}",
        mend="take it out",
        written=key,
        known=tuple(known),
    )


def _endings_of(
    lang: str, table: Mapping[str, Any], faults: list[WrongEntry]
) -> Mapping[str, Any]:
    endings = table.get("endings", {})
    if isinstance(endings, dict):
        return endings
    wrong, mend = "endings is no table", f"write [{lang}.endings] and a line a class"
    faults.append(WrongEntry(table=lang, key="endings", wrong=wrong, mend=mend))
    return {}


def _listed(lang: str, key: str, table: Mapping[str, Any], faults: list[WrongEntry]) -> list[str]:
    return _strings(_Place(lang, 0, key), table.get(key, []), faults)


class _Place(Struct, frozen=True):
    """A key of a table of the text."""

    table: str
    index: int
    key: str

    @property
    def allows_empty(self) -> bool:
        """True for the endings of a class: one of them may be none."""
        return self.table.endswith(".endings")

    def fault(self, wrong: str, mend: str) -> WrongEntry:
        """What is wrong there."""
        return WrongEntry(table=self.table, index=self.index, key=self.key, wrong=wrong, mend=mend)


def _strings(place: _Place, value: object, faults: list[WrongEntry]) -> list[str]:
    if isinstance(value, list) and all(
        isinstance(one, str) and (one.strip() or place.allows_empty) for one in value
    ):
        return [one.lower() for one in value]
    mend = f'write it as {place.key} = ["one", "two"]'
    faults.append(place.fault(f"{place.key} is no list of words", mend))
    return []


_Form = tuple[str, ...]
_Merged = dict[Role, dict[str, dict[_Form, Sign]]]


def _phrases(
    lang: str, groups: object, words: WordList, faults: list[WrongEntry]
) -> Mapping[Role, Mapping[str, Mapping[_Form, Sign]]]:
    """The phrases of the base, with those of the groups in place of the same ones."""
    merged: _Merged = {
        role: {first: dict(known) for first, known in tree.items()}
        for role, tree in words.phrases.items()
    }
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        wrong, mend = "phrases is no list of tables", f"write each as [[{lang}.phrases]]"
        faults.append(WrongEntry(table=lang, key="phrases", wrong=wrong, mend=mend))
        return merged
    said = list(_said(f"{lang}.phrases", groups, words, faults))
    for form, _ in said:
        for tree in merged.values():
            tree.get(form[0], {}).pop(form, None)
    for form, sign in said:
        _put(merged, form, sign)
    return merged


def _said(
    table: str, groups: Sequence[Mapping[str, Any]], words: WordList, faults: list[WrongEntry]
) -> Iterator[tuple[_Form, Sign]]:
    """Each phrase of the groups in each of its endings, with what it says."""
    for index, group in enumerate(groups):
        sign = _sign(table, index, group, faults)
        place = _Place(table, index, "words")
        for phrase in _strings(place, group.get("words", []), faults):
            for form in _forms(place, phrase, words, faults):
                if sign is not None:
                    yield form, sign


def _put(merged: _Merged, form: _Form, sign: Sign) -> None:
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


def _sign(
    table: str, index: int, group: Mapping[str, Any], faults: list[WrongEntry]
) -> Sign | None:
    """What a group of phrases says; None, and its faults told, where that cannot be known."""
    known = len(faults)
    values: dict[str, Any] = {}
    for key, value in group.items():
        if key == "words":
            continue
        if key not in _KEYS:
            faults.append(_unknown_key(table, index, key, f"[[{table}]]", ("words", *_KEYS)))
        else:
            values[key] = _value(_Place(table, index, key), value, _KEYS[key], faults)
    role = values.get("role")
    missing = [
        ("role", "role" not in group, Role),
        ("level", role in {Role.VERB, Role.COMPLEMENT} and "level" not in group, Firmness),
        ("voice", role is Role.VOICE and "voice" not in group, Speaker),
        ("words", "words" not in group, None),
    ]
    for key, is_missing, vocabulary in missing:
        if is_missing:
            mend = f"write one of {', '.join(vocabulary)}" if vocabulary else "list them"
            wrong = f"[[{table}]] has no {key}"
            faults.append(WrongEntry(table=table, index=index, wrong=wrong, mend=mend))
    return Sign(**values) if len(faults) == known else None


def _value(place: _Place, value: object, kind: type, faults: list[WrongEntry]) -> object:
    if issubclass(kind, StrEnum):
        if value in list(kind):
            return kind(str(value))
        fault = place.fault(f'{place.key} = "{value}" is none of {", ".join(kind)}', "write one")
        faults.append(replace(fault, written=str(value), known=tuple(kind)))
    elif type(value) is not kind:
        mend = "true or false" if kind is bool else "a number such as 2"
        faults.append(place.fault(f"{place.key} = {value!r} does not fit", f"write {mend}"))
    return value


def _forms(
    place: _Place, phrase: str, words: WordList, faults: list[WrongEntry]
) -> Iterator[_Form]:
    """The phrase in all its endings, each as the units in which a text is read."""
    choices: list[Iterable[str]] = []
    for word in " ".join(unelided(word, words) for word in phrase.split()).split():
        stem, slash, name = word.partition("/")
        if slash and name not in words.endings:
            known = ", ".join(words.endings) or "none"
            wrong = f'"{word}" has no class of endings'
            faults.append(place.fault(wrong, f"write one of the classes: {known}"))
        choices.append([stem + end for end in words.endings.get(name, ("",))] if slash else [word])
    for form in product(*choices):
        yield tuple("".join(form)) if words.characters else form
