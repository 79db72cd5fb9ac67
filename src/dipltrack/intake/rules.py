"""The words by which follow-ups are found, a file a language, made ready to be looked for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ja", "fr", "es")
"""The languages for which there is a file of words."""

_NEVER = re.compile(r"(?!)")


class Rules:
    """The words of one language, by table and name; a group is made ready when it is first asked for."""

    def __init__(self, language: str, tables: Mapping[str, Any]) -> None:
        self.language = language
        self.verb_last = tables["order"] == "verb last"
        self.modal = bool(tables.get("modal"))
        """Whether a future is told by a word before its verb; else by an ending of it."""
        shared = {
            f"{{{key}}}": "|".join(entries) for key, entries in tables.get("shared", {}).items()
        }
        self._words = {
            f"{name}.{key}": tuple(_filled(entry, shared) for entry in entries)
            for name, group in tables.items()
            if isinstance(group, dict)
            for key, entries in group.items()
        }
        verbs = self._words.get("actions.verbs", ())
        self._words["actions.bases"] = tuple(entry.partition(":")[0] for entry in verbs)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._tables: dict[str, tuple[str, ...]] = {}
        self._pairs: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {}

    def pattern(self, name: str) -> re.Pattern[str]:
        """What finds the words of that group, as `frames.commit`; nothing where there is none."""
        known = self._patterns.get(name)
        if known is None:
            entries = self._words.get(name, ())
            known = _compiled(entries, verb_last=self.verb_last) if entries else _NEVER
            self._patterns[name] = known
        return known

    def shape(self, name: str) -> re.Pattern[str]:
        """What matches the entries of that group as they stand, parts of words too."""
        key = f"{name} as it stands"
        known = self._patterns.get(key)
        if known is None:
            joined = "|".join(f"(?:{entry})" for entry in self._words.get(name, ()))
            known = re.compile(joined or "(?!)", re.IGNORECASE | re.DOTALL)
            self._patterns[key] = known
        return known

    def pairs(self, name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What each entry of that group finds, with what stands behind its colon, in their order."""
        known = self._pairs.get(name)
        if known is None:
            parted = [entry.rpartition(":") for entry in self._words.get(name, ())]
            known = tuple(
                (re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE), told)
                for words, _, told in parted
            )
            self._pairs[name] = known
        return known

    def words(self, name: str) -> tuple[str, ...]:
        """The words of that group, as they stand in the file."""
        return self._words.get(name, ())

    def tables(self, name: str) -> tuple[str, ...]:
        """The names of the groups of a table, as `sectors.energy`, in their order."""
        known = self._tables.get(name)
        if known is None:
            known = tuple(key for key in self._words if key.startswith(f"{name}."))
            self._tables[name] = known
        return known

    def is_whole(self, name: str, text: str) -> bool:
        """True where a line of the layout is of that group from its first letter to its last."""
        key = f"layout.{name}"
        known = self._patterns.get(key)
        if known is None:
            joined = "|".join(f"(?:{entry})" for entry in self._words.get(key, ()))
            known = re.compile(joined or "(?!)", re.IGNORECASE | re.DOTALL)
            self._patterns[key] = known
        return known.fullmatch(text) is not None

    def has_predicate(self, text: str) -> bool:
        """True where the text says something, and is no heading."""
        return any(
            self.pattern(name).search(text)
            for name in ("future.will", "frames.commit", "layout.predicate")
        )


@cache
def rules_of(language: str) -> Rules:
    """The words of a language of `LANGUAGES`."""
    return Rules(language, _table(f"{language}.toml"))


def _filled(entry: str, shared: Mapping[str, str]) -> str:
    """The entry with what several entries share in its place."""
    for name, words in shared.items():
        entry = entry.replace(name, words)
    return entry


def _compiled(entries: Iterable[str], *, verb_last: bool) -> re.Pattern[str]:
    """One pattern of the entries, the longest first: whole words where words are parted."""
    parts = "|".join(sorted(entries, key=len, reverse=True))
    if verb_last:
        return re.compile(f"(?:{parts})")
    return re.compile(rf"(?<![\w-])(?:{parts})(?![\w-])", re.IGNORECASE)


_ENDINGS = "(?:n|an|ian|s|ese|és|i|ish|e|a|o|es|as|os|ns|ais|aise|ien|ienne)*"


@cache
def names_in(language: str, text: str) -> Mapping[str, re.Pattern[str]]:
    """What finds each country or organisation that the text names, by its code."""
    small = text if language == "ja" else text.lower()
    found: dict[str, re.Pattern[str]] = {}
    for code, stems in _names(language):
        if not any(stem in small for stem in _literals(stems)):
            continue
        joined = "|".join(stems)
        pattern = (
            re.compile(joined)
            if language == "ja"
            else re.compile(rf"\b(?:{joined}){_ENDINGS}\b", re.IGNORECASE)
        )
        if _stands_in(text, small, pattern, tuple(_literals(stems))):
            found[code] = pattern
    return found


def _stands_in(text: str, small: str, pattern: re.Pattern[str], literals: Sequence[str]) -> bool:
    """True where the pattern is found: it is tried where a stem begins, and not at every letter."""
    if not all(literals) or len(small) != len(text):
        return pattern.search(text) is not None
    for literal in literals:
        at = small.find(literal)
        while at >= 0:
            if pattern.match(text, at):
                return True
            at = small.find(literal, at + 1)
    return False


def anyone_of(language: str, codes: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of those names; the group that matched is the code."""
    stems = dict(_names(language))
    groups = "|".join(f"(?P<{code}>{'|'.join(stems[code])})" for code in codes) or "(?!)"
    if language == "ja":
        return re.compile(groups)
    return re.compile(rf"\b(?:{groups}){_ENDINGS}\b", re.IGNORECASE)


def _literals(stems: Iterable[str]) -> Iterable[str]:
    """The beginning of each stem up to the first sign of a pattern."""
    return (re.split(r"[\\(\[?]", stem, maxsplit=1)[0] for stem in stems)


@cache
def _names(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    column = LANGUAGES.index(language)
    rows = _table("names.toml")["names"]
    return tuple((code, _split(row.split(";")[column])) for code, row in rows.items())


def _split(column: str) -> tuple[str, ...]:
    """The alternatives of a column; a bar within brackets parts none."""
    return tuple(re.split(r"\|(?![^(]*\))", column))


def _table(name: str) -> dict[str, Any]:
    from dipltrack.ledger.toml import parse

    return parse(files("dipltrack.intake").joinpath("rules", name).read_text("utf-8"))
