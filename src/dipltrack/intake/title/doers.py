"""Who or what an act is told of, in the few words that a title has for it."""

import re

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.subjects import Subject, Who
from dipltrack.intake.rules import Rules
from dipltrack.wording.finding import Found

_MOST = 7  # words of what a pronoun stands for
_NO_NOUN = re.compile(r"\b(?:that|which|who|que|qui|reported|said|works?)\b|\d", re.IGNORECASE)
_PERSONS = frozenset({"he", "she"})
_MANY = frozenset({"they", "ils", "elles", "ellos", "ellas", "these", "those"})


def doer_of(act: Act, sentence: str, found: Found | None, rules: Rules, before: str) -> str:
    """The noun of the subject: the last of its pieces, but for what was put into it.

    Where a pronoun stands for what was told `before`, that; where the words before the verb were
    not read as its subject, those words.
    """
    own = _noun(act.subject, rules)
    if rules.pattern("titles.pronouns").fullmatch(own):
        return before if before and act.ground in (Ground.FUTURE, Ground.DUTY) else own
    if not rules.modal and not own and act.ground is Ground.NOTED:
        return _noun(sentence[act.start : act.verb], rules)
    if not rules.modal or act.ground in (Ground.TASKED, Ground.INVITED, Ground.VALUED):
        return own
    clause = _clause(act, sentence, found, rules)
    broken = own and (
        rules.pattern("subjects.adverbials").match(own)
        or (clause.startswith(f"{own} ") and "A" <= clause[len(own) + 1 : len(own) + 2] <= "Z")
    )
    if broken or (not own and act.ground in (Ground.NOTED, Ground.FUTURE)):
        return _noun(clause, rules) or own
    return own


def named_before(before: Subject, text: str, rules: Rules) -> str:
    """What the pronoun at the beginning of a text means: the subject before it, where that fits.

    >>> from dipltrack.intake.rules import rules_of
    >>> told = Subject("The Commission", "The Commission", Who.ACTOR)
    >>> named_before(told, "It shall meet once a year.", rules_of("en"))
    'The Commission'
    >>> named_before(told, "They shall meet once a year.", rules_of("en"))
    ''
    """
    first = text.split(" ")[0].lower().strip(",")
    words = before.words
    if not rules.pattern("titles.pronouns").fullmatch(first):
        return ""
    if len(words.split()) > _MOST or _NO_NOUN.search(words) or before.who is Who.NONE:
        return ""
    many = before.head.endswith("s") or " and " in words or " et " in words or " y " in words
    if many != (first in _MANY):
        return ""
    return "" if first in _PERSONS and before.who is not Who.PERSON else words


def _clause(act: Act, sentence: str, found: Found | None, rules: Rules) -> str:
    """The words between the beginning of the act and its verb, without what makes that a future."""
    start, end = act.start, act.verb
    text = sentence[start:end]
    if found is not None and start <= found.start and found.end <= end:
        text = f"{sentence[start : found.start]} {sentence[found.end : end]}"
    modals = list(rules.pattern("future.will").finditer(text))
    if modals and not text[modals[-1].end() :].strip():
        text = text[: modals[-1].start()]
    text = re.sub(r"\s+(?:that|which|who)\s*$", "", text)
    return re.split(r";\s|\sthat\s", text)[-1].strip()


def _noun(text: str, rules: Rules) -> str:
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    own = [piece for piece in pieces if not rules.pattern("subjects.adverbials").match(piece)]
    if not pieces or not (own or rules.modal):
        return ""
    noun = (own or pieces)[-1]
    noun = re.sub(r"^(\S.*?) (?:is|are|was|were) .* and$", r"\1", noun)
    noun = re.sub(
        r"^(?:[^\s:]{3,12}\s?:\s+)?(?:(?:that|and|but|to this end|que)\s+)?",
        "",
        noun,
        flags=re.IGNORECASE,
    )
    for name in ("titles.opened", "titles.auxiliary"):
        noun = rules.shape(name).sub("", noun)
    return noun.strip()
