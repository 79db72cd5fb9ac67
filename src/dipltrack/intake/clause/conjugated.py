"""Acts whose verb is known by its ending, as in French and Spanish, with their infinitive first."""

import re
from collections.abc import Iterator

from dipltrack.intake.rules import Rules

_ARTICLES = (
    ("du ", "le "),
    ("des ", "les "),
    ("del ", "el "),
    ("de ", ""),
    ("d'", ""),
    ("d’", ""),
)
_SUBJECT = 6  # words before a subjunctive that may be its subject


def infinitive_by_ending(name: str, word: str, rules: Rules) -> str:
    """The infinitive of a future, a participle or a subjunctive by the endings of that group; or nothing.

    Where two endings fit, the one that makes a verb that is known as an act counts.

    >>> from dipltrack.intake.rules import rules_of
    >>> infinitive_by_ending("titles.infinitives", "enverrait", rules_of("fr"))
    'envoyer'
    >>> infinitive_by_ending("titles.subjunctives", "sometan", rules_of("es"))
    'someter'
    """
    first, bare = "", word.strip(".,;:")
    for ending, base in rules.pairs(name):
        found = next(_ends(ending, bare), None)
        if found is None:
            continue
        made = bare[:found] + base
        if rules.pattern("actions.bases").fullmatch(made):
            return made
        first = first or made
    return first


def _ends(ending: re.Pattern[str], word: str) -> Iterator[int]:
    """Where that ending of the word begins: the longest that fits."""
    return (at for at in range(len(word)) if ending.fullmatch(word, at))


def with_infinitive(tail: str, rules: Rules) -> str:
    """The act with the infinitive of its future first; as it is where no future begins it.

    What is only meant to be done loses the words that say so: "envisagent d'ouvrir" is "ouvrir".

    >>> from dipltrack.intake.rules import rules_of
    >>> with_infinitive("se prêteront assistance", rules_of("fr"))
    'se prêter assistance'
    >>> with_infinitive("se realizará un estudio", rules_of("es"))
    'realizar un estudio'
    """
    tail = rules.pattern("titles.filler").sub("", tail, count=1).lstrip()
    for name in ("future.purpose_of_mind", "future.planned", "future.wish"):
        meant = rules.pattern(name).match(tail)
        rest = tail[meant.end() :].lstrip() if meant else ""
        if rest and rules.shape("titles.infinitive").match(rest):
            return rest
    must = rules.pattern("verbs.must").match(tail)
    if must and rules.shape("titles.infinitive").match(tail[must.end() :].lstrip()):
        return tail[must.end() :].lstrip()
    found = rules.shape("titles.clitic").match(tail)
    clitic = found[0] if found else ""
    first, _, rest = tail[len(clitic) :].partition(" ")
    infinitive = infinitive_by_ending("titles.infinitives", first, rules)
    if not infinitive:
        return tail
    return f"{_placed(clitic, infinitive, rules)} {rest}".strip()


def with_subjunctive(tail: str, rules: Rules) -> str:
    """What was ordered with its infinitive first: "una comisión delimite la frontera"; or nothing.

    Who is to do it stands before a colon; what is only to be held or done has nobody.

    >>> from dipltrack.intake.rules import rules_of
    >>> with_subjunctive("una comisión técnica delimite la frontera", rules_of("es"))
    'una comisión técnica: delimitar la frontera'
    >>> with_subjunctive("la reunión se celebre en Lima", rules_of("es"))
    'celebrar la reunión en Lima'
    """
    words = tail.split(" ")
    for at, word in enumerate(words[: _SUBJECT + 1]):
        before = words[at - 1] if at else ""
        if rules.pattern("titles.be").fullmatch(word) and at + 1 < len(words):
            done = infinitive_by_ending("titles.participles", words[at + 1], rules)
            if done:
                return " ".join([done, *words[:at], *words[at + 2 :]])
        if rules.pattern("titles.article").fullmatch(before):
            continue  # a noun: "un échange de …"
        infinitive = infinitive_by_ending("titles.subjunctives", word, rules)
        if not rules.pattern("actions.bases").fullmatch(infinitive):
            continue
        clitic = (
            words[at - 1] + " "
            if at and rules.shape("titles.clitic").fullmatch(words[at - 1] + " ")
            else ""
        )
        who = " ".join(words[: at - 1 if clitic else at])
        rest = " ".join(words[at + 1 :])
        if clitic and who:
            return f"{infinitive} {who} {rest}"
        act = f"{_placed(clitic, infinitive, rules)} {rest}"
        return f"{who}: {act}" if who else act
    return ""


def with_verb_of_noun(tail: str, rules: Rules) -> str:
    """The doing that a noun tells, verb first: "l'ouverture d'un lycée" is "ouvrir un lycée"; or nothing.

    >>> from dipltrack.intake.rules import rules_of
    >>> with_verb_of_noun("la apertura de una oficina", rules_of("es"))
    'abrir una oficina'
    """
    found = rules.shape("titles.noun_of").match(tail)
    if not found:
        return ""
    for entry in rules.words("titles.nouns"):
        noun, _, verb = entry.rpartition(":")
        if re.fullmatch(noun, found["noun"], re.IGNORECASE):
            rest = tail[found.end("noun") :].lstrip()
            for of, article in _ARTICLES:
                if rest.startswith(of):
                    return f"{verb} {article}{rest[len(of) :]}"
    return ""


def _placed(clitic: str, infinitive: str, rules: Rules) -> str:
    """The infinitive with its pronoun: before it in French, behind it in Spanish, where "se" is left out."""
    if not clitic:
        return infinitive
    if rules.shape("titles.clitic_behind").match(clitic):
        bare = clitic.strip().lower()
        mutual = rules.pattern("titles.mutual").fullmatch(infinitive)
        return infinitive if bare == "se" and not mutual else infinitive + bare
    return clitic + infinitive
