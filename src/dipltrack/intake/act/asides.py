"""Times in a sentence that are those of something else than its act: of a thing, an occasion, a clause.

"Agreed to review the text signed in May", "to prepare for the summit in November", "to replace the
treaty that ends in 2027" set the act no time.
"""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act
from dipltrack.intake.act.duties import is_present
from dipltrack.intake.act.noun_times import first_time, times_of_nouns, times_of_nouns_served
from dipltrack.intake.act.vetoes import dates_what_is_promised
from dipltrack.intake.clause.clauses import Predicate, Sort
from dipltrack.intake.clause.marks import FRAMES, FUTURES, Kind, Mark
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of
from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import Rules

_STOPS = re.compile(r"[,;:]|\b(?:and|et|y|e)\b")
_BEFORE_NAME = re.compile(
    r"[,;.]|\b(?:to|with|by|from|and|for|à|au|aux|avec|par|pour|et|con|por|para|y)\b"
)
_NEAR = 7  # words between what has a time of its own and that time
_SAME_MEETING = (
    3  # days after the document within which a time before "agreed" is that of the meeting
)
_GOT = re.compile(r"\b(?:have|having|get|see)\s[^,.;]{0,40}$")
_CLAUSE = 3  # words before a time that are a clause of their own
_JOINED_FUTURE = re.compile(r"\s+and\s+(?:will|shall|would|is to|are to)\b")
_JOINT = 4  # letters between a paper and its day: "the Treaty of"
_NOUN = 3  # words of a noun behind its article
_ADVERBS = 1  # words between "which" and its verb, where it is the subject
_MANY = 3  # words of a place between an occasion and its time: "in Rio de Janeiro"


def asides_of(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence that only describe, whose times are not those of an act outside."""
    return (
        *_relatives(sentence),
        *_present_relatives(sentence),
        *_participles(sentence),
        *_impending(sentence),
        *times_of_nouns(sentence),
    )


def asides_of_act(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """The stretches of the act whose times are those of an occasion or a plan that it serves."""
    yield from _before(sentence, act)
    yield from _put_in(sentence, act)
    yield from _questions(sentence, act)
    yield from times_of_nouns_served(sentence, act)


def asides_before(text: str, times: Times, rules: Rules) -> tuple[tuple[int, int], ...]:
    """The times that stand before a noun or a reason, where the verb stands last: 「3月に署名された協定に基づき」."""
    limit = rules.shape("asides.limit")
    shapes = [rules.shape(f"asides.{name}") for name in ("basis", "attributive")]
    return tuple(
        (one.start, one.end)
        for one in times.found
        if not limit.search(one.words) and any(shape.match(text, one.end) for shape in shapes)
    )


def _relatives(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What only describes: "…, under which … by 2020", "…, as chair until July,".

    Where the clause goes on with the future of what it hangs on, its time is that of the act: "was
    entrusted to officials, who will report in June".
    """
    text = sentence.text
    for mark in sentence.marks:
        if mark.kind is not Kind.RELATIVE or not text[: mark.start].rstrip().endswith(","):
            continue
        if not sentence.rules.modal and any(
            one.clause.start == mark.end and dates_what_is_promised(sentence, one.clause)
            for one in sentence.predicates
        ):
            continue
        comma = text.find(", ", mark.end)
        end = comma if comma > 0 else len(text)
        goes_on = any(
            one.kind in FUTURES
            and one.kind is not Kind.WOULD
            and mark.end <= one.start < end
            and len(text[mark.end : one.start].split()) <= _ADVERBS
            for one in sentence.marks
        )
        subject = sentence.rules.pattern("clauses.as_subject").fullmatch(mark.words)
        own = (" " not in mark.words or subject) and mark.words.lower() != "whose"
        own = own and not _is_of_its_own(sentence, mark, end)
        if sentence.rules.shape("asides.first_part").search(text, 0, mark.end):
            continue  # "in two instalments, the first of which falls due in March"
        if not (goes_on and own) or _is_of_another(sentence, mark):
            yield mark.start, end
    for one in sentence.predicates:
        clause = one.clause
        relative = clause.sort is Sort.RELATIVE and one.frame is None
        told = relative and one.subject
        beside = text[: clause.start - len(clause.opener)].rstrip().endswith(",")
        which = clause.opener in ("who", "which", "that") and not beside
        if relative and not told and which and _tells_which(sentence, one):
            first = first_time(sentence, one.mark.end)
            if first is not None:
                yield clause.start, first.end
        if not sentence.rules.modal and dates_what_is_promised(sentence, clause):
            continue
        if told and (clause.opener == "que" or not beside):
            comma = text.find(",", one.mark.end)
            yield clause.start, comma if comma > 0 else len(text)
    for found in sentence.rules.pattern("complements.past_relative").finditer(text):
        if not any(
            one.kind in FUTURES and found.start() <= one.start < found.end()
            for one in sentence.marks
        ):
            yield found.span()
    for name in ("capacity", "of_years"):
        for found in sentence.rules.shape(f"asides.{name}").finditer(text):
            yield found.span()
    for found in re.finditer(r",\s+as\s+(?!soon|early|of\b|from\b)[^,]*,", text):
        yield found.span()
    for found in sentence.rules.shape("asides.reasons").finditer(text):
        yield found.span()


def _is_of_another(sentence: Sentence, mark: Mark) -> bool:
    """True where what the relative tells of is not what the act is done to.

    It did not meet ("to the IMO, which will discuss it in May"), or is only whom or what the act is
    for: "send its report to the Ministers, who are to meet in June".
    """
    if _is_of_outsider(sentence, mark.start):
        return True
    rules, before = sentence.rules, sentence.text[: mark.start].rstrip(" ,")
    given = rules.shape("asides.given_to").search(before)
    if not given or rules.pattern("tasked.passed").search(before):
        return False
    behind = sentence.text[mark.end :]
    return rules.shape("asides.meets").match(behind) is not None


def _tells_which(sentence: Sentence, predicate: Predicate) -> bool:
    """True where a future only tells which are meant: "the officers who will complete their training in June".

    What is to be made or sent has the time of its making: "experts who will arrive in May".
    """
    clause, rules = predicate.clause, sentence.rules
    before = clause.start - len(clause.opener)
    named = list(rules.pattern("asides.named").finditer(sentence.text, 0, before))
    near = named and len(sentence.text[named[-1].end() : before].split()) <= _NOUN
    if near:
        return rules.pattern("asides.made").fullmatch(named[-1][0]) is None
    return predicate.mark.kind in (Kind.PLANNED, Kind.WISH, Kind.EXPECTED)


def _is_of_outsider(sentence: Sentence, relative: int) -> bool:
    """True where what stands before the relative did not meet: "to the IMO, which will discuss it in May"."""
    before = sentence.text[:relative].rstrip(" ,")
    whom = _BEFORE_NAME.split(before)[-1].strip()
    return subject_of(whom, sentence.rules, sentence.context.parties).who is Who.OUTSIDER


def _before(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """What stands before the verb of promising and has a time of its own.

    The day of the meeting ("on 15 January the Ministers agreed to …"), what was done beside ("discussed
    the elections in May and agreed to …"), who somebody is ("the Minister, who comes in June, agreed").
    """
    text, day = sentence.text, sentence.times.anchor.day
    for one in sentence.times.found:
        joined = one.end <= act.verb and _JOINED_FUTURE.match(text[one.end : act.verb])
        opened = sentence.rules.pattern("verbs.now").search(text, act.start, one.start)
        if joined and not opened and len(text[act.start : one.start].split()) >= _CLAUSE:
            yield one.start, one.end
    frames = [one.mark for one in sentence.predicates if one.frame and one.mark.start < act.verb]
    if not frames:
        return
    last = frames[-1]
    for one in sentence.times.found:
        latest = one.windows[0].latest
        if one.end > act.verb or latest is None:
            continue
        now = (latest - day).days <= _SAME_MEETING
        beside = one.end <= last.start and re.search(
            r"\b(?:and|et|y|e)(?:\s+\w+)?\s*$", text[one.end : last.start]
        )
        if now or beside:
            yield one.start, one.end
    for mark in sentence.marks:
        if mark.kind is Kind.RELATIVE and text[: mark.start].rstrip().endswith(","):
            comma = text.find(",", mark.end)
            if 0 < comma <= last.start:
                yield mark.start, comma


def _put_in(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """What is put in before the verb between commas, and is more than its time.

    "Norway, which will chair in 2025, will send …", "the Minister, in office until 2025, will …"; but
    not "each Party, by 1 March, will …".
    """
    text = sentence.text
    for one in sentence.times.found:
        if not act.start < one.start or one.end > act.verb:
            continue
        first = text.rfind(",", act.start, one.start)
        last = text.find(",", one.end, act.verb)
        if 0 <= first < last and text[first + 1 : one.start].strip():
            yield first, last


def _questions(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """An indirect question within the act: "to examine whether a bridge could be built by 2030"."""
    for mark in sentence.marks:
        if mark.kind is Kind.QUESTION and act.verb < mark.start < act.end:
            comma = re.search(r"[,;]|$", sentence.text[mark.end :])
            end = mark.end + comma.start() if comma else act.end
            asked = sentence.text[mark.end : end]
            if sentence.rules.shape("asides.asked").search(asked):
                yield mark.start, end


def _is_attribute(sentence: Sentence, done: int) -> bool:
    """True for a verb of telling that is the participle of an object: "to publish the report presented in May"."""
    before = [one for one in sentence.predicates if one.mark.start < done]
    if not before or sentence.predicates[0].mark.start == done:
        return False
    between = sentence.text[before[-1].mark.end : done]
    return _STOPS.search(between) is None and re.search(r"\bto\s+[a-z]+\s", between) is not None


def _impending(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What a thing is about to do by itself: "the arrangement due to lapse on 30 June"."""
    for found in sentence.rules.shape("asides.impending").finditer(sentence.text):
        first = first_time(sentence, found.end())
        if first is not None:
            yield found.start(), first.end


def _is_of_its_own(sentence: Sentence, mark: Mark, end: int) -> bool:
    """True for "dont la première phase s'achèvera en mai"; what is done to the thing is the act's too."""
    rules = sentence.rules
    if not rules.pattern("clauses.no_subject").fullmatch(mark.words):
        return False
    told = (one for one in sentence.marks if one.kind in FUTURES and mark.end <= one.start < end)
    return not any(rules.pattern("verbs.passive").match(sentence.text, one.start) for one in told)


def _present_relatives(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A relative whose verb follows at once: "the treaty that ends in 2027", "the road which is due to open"."""
    text, rules = sentence.text, sentence.rules
    for found in rules.shape("asides.relative").finditer(text):
        before = [one for one in sentence.marks if one.end <= found.start()]
        if before and before[-1].kind in FRAMES and found.start() - before[-1].end < _NEAR:
            continue
        if not (found["who"] or found["finite"] or is_present(found["verb"], rules)):
            continue
        if found["who"]:
            first = first_time(sentence, found.end())
            if first is not None:
                yield found.start(), first.end
            continue
        named = list(rules.pattern("asides.named").finditer(text, 0, found.start()))
        if named and rules.pattern("asides.made").fullmatch(named[-1][0]):
            continue  # what is to be made has the time of its making: "a course that opens in May"
        first = first_time(sentence, found.end())
        if first is not None:
            yield found.start(), first.end


def _participles(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What was done to a thing, and when: "the request made by Japan in December".

    A limit is none of the past: "the lists drawn up by the secretariats by 1 May".
    """
    rules = sentence.rules
    governed = {one.mark.start for one in sentence.predicates}
    for found in rules.shape("asides.participle").finditer(sentence.text):
        done = found.start("done")
        if (done in governed and not _is_attribute(sentence, done)) or _GOT.search(
            sentence.text[: found.start()]
        ):
            continue
        first = first_time(sentence, found.end())
        if first is None:
            continue
        foretold = rules.pattern("asides.foretold").match(sentence.text, done)
        if foretold or not rules.pattern("asides.limit").match(first.words):
            yield done, first.end
