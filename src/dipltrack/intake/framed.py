"""What a verb of promising promises: to do, that it will be done, on doing."""

import re
from collections.abc import Iterator

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.clauses import Frame, Predicate, Sort
from dipltrack.intake.marks import FUTURES, Kind
from dipltrack.intake.sentence import Sentence
from dipltrack.intake.subjects import Who, subject_of

_FEWEST = 3  # words of a second act that stands for itself
_NEAR = 5  # letters of a preposition before a time


def framed_acts(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """The acts that a verb of promising, confirming, tasking or asking makes promises of."""
    kind = predicate.mark.kind
    if kind is Kind.COMMIT:
        yield from _committed(sentence, predicate, frame)
    elif kind is Kind.CONFIRM:
        yield from _confirmed(sentence, predicate, frame)
    elif kind in (Kind.TASK, Kind.APPEAL):
        yield from _tasked(sentence, predicate, frame)


def _committed(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    mark = predicate.mark
    rest = sentence.behind(mark)
    if sentence.rules.shape("frames.left_open").search(rest):
        return
    rules = sentence.rules
    nominal = _nominal(sentence, predicate, frame)
    if nominal is not None:
        yield nominal
        return
    to = rules.shape("complements.to").match(rest)
    if to and rules.pattern("verbs.no_deed").match(rest[to.end() :]):
        return
    if to and not sentence.is_no_verb(rest[to.end() :]):
        yield sentence.act(predicate, frame, mark.end + to.end(), Ground.AGREED, 0.92)
        yield from _second_infinitive(sentence, predicate, frame, mark.end + to.end())
        return
    if rules.pattern("complements.approved").fullmatch(mark.words):
        end = sentence.end(mark.end, predicate)
        noun = _act_noun(sentence, rest.lstrip())
        founds = rules.pattern("verbs.founding_nouns").fullmatch(noun) is not None
        if noun and (founds or sentence.times.ahead(mark.end, end)):
            yield sentence.act(predicate, frame, mark.end + 1, Ground.AGREED, 0.8)
            return
    on = rules.shape("complements.on").match(rest)
    if on:
        phrase = on[1]
        noun = _act_noun(sentence, phrase) or _dated_noun(sentence, phrase, mark.end + on.start(1))
        if not noun and rules.shape("complements.upon").match(rest):
            new = rules.pattern("verbs.new_thing").match(phrase)
            noun = new[0] if new else ""
        if noun:
            act = sentence.act(predicate, frame, mark.end + on.start(1), Ground.AGREED, 0.8)
            act.reasons.append(f'act in "{noun}"')
            yield act
            return
        if mark.words.lower().startswith(("agree", "concur", "convenu", "conv")) and (
            sentence.rules.pattern("verbs.importance").match(phrase)
        ):
            yield sentence.act(predicate, frame, mark.end + on.start(1), Ground.VALUED, 0.35)
            return
    if _takes_list(sentence, rest):
        yield from _list_item(sentence, predicate, frame)
        return
    if re.match(r"[^.;:]{0,60}:\s", rest):
        yield from _inline_list(sentence, predicate, frame, mark.end + rest.index(":") + 1)
        return
    if rules.pattern("frames.gives").fullmatch(mark.words) and re.match(
        r"\s+(?!to\b|that\b)", rest
    ):
        end = sentence.end(mark.end, predicate)
        thing = rules.shape("frames.promised").match(rest)
        if thing and (
            sentence.times.ahead(mark.end, end)
            or rules.shape("frames.announced").match(rest)
            or rules.pattern("frames.answers").match(rest, 1)
        ):
            yield sentence.act(predicate, frame, mark.start, Ground.AGREED, 0.8)
            return
    yield from _subjunctive(sentence, predicate, frame, rest)
    yield from _arranged(sentence, predicate, frame, rest)
    yield from _ordered(sentence, predicate, frame)


def _nominal(sentence: Sentence, predicate: Predicate, frame: Frame) -> Act | None:
    """What was agreed, told before its verb: "The launch in May of a course was agreed"."""
    mark, text, rules = predicate.mark, sentence.text, sentence.rules
    if not (
        rules.pattern("frames.settled").fullmatch(mark.words)
        and rules.shape("frames.settled_by").search(text[: mark.start])
        and (
            _says_no_more(sentence, mark.end) or rules.shape("frames.after").match(text, mark.end)
        )
    ):
        return None
    subject = subject_of(frame.subject, rules, sentence.context.parties)
    start = text.rfind(subject.words, 0, mark.start) if subject.words else -1
    if start < 0 or (sentence.context.before is not None and subject.who is Who.BEFORE):
        return None
    if rules.pattern("complements.approved").fullmatch(mark.words) and (
        rules.pattern("complements.papers").search(subject.head)
    ):
        return None  # a paper that was approved is no act: what stands in it is
    ahead = sentence.times.ahead(start, sentence.end(mark.end, predicate))
    if not ahead and sentence.times.behind(start, mark.start):
        return None
    event = subject.who is Who.OCCASION and ahead
    if not (event or _act_noun(sentence, subject.words)):
        return None
    act = sentence.act(predicate, frame, start, Ground.AGREED, 0.8 if ahead else 0.65)
    act.start, act.end = start, max(mark.end, sentence.end(mark.end, predicate))
    act.act_words = text[start : mark.start].rpartition(" ")[0].partition(",")[0].strip()
    act.act_words = re.sub(r"\s+(?:was|were|is|are|has been|have been)$", "", act.act_words)
    return act


def _says_no_more(sentence: Sentence, end: int) -> bool:
    """True where the sentence ends there, or with a time: "was agreed for the spring of 2024"."""
    behind = re.match(r"\s*(?:up)?(?:on)?\s*", sentence.text[end:])
    at = end + (behind.end() if behind else 0)
    timed = [one.end for one in sentence.times.found if at <= one.start <= at + _NEAR]
    return re.match(r"\s*(?:[.;]|$)", sentence.text[timed[0] if timed else at :]) is not None


def _second_infinitive(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """Further acts of the same verb: "to hold … and to sign …", "to hold …, and sign …"."""
    end = sentence.end(start, predicate)
    if ":" in sentence.text[predicate.mark.end : start]:
        end = len(sentence.text)
    piece = sentence.text[start:end]
    for found in re.finditer(
        r"(?:,\s*|\s+)(?:and|as well as)\s+(?:(?:further|also|then|jointly|subsequently)\s+)?to\s+(?=[a-z])|;\s*(?:and\s+)?to\s+(?=[a-z])|,\s+to\s+(?=[a-z])",
        piece,
    ):
        journey = sentence.rules.pattern("verbs.journeys").match(piece)
        if journey and sentence.rules.pattern("verbs.of_two").match(
            found[0].strip(" ,;") + " " + piece[found.end() :].split(" ")[0]
        ):
            continue
        if found[0].startswith(", to") and not re.search(r"\band\s+to\s", piece[found.end() :]):
            continue
        further = re.split(r"[,;.]", piece[found.end() :])[0]
        if sentence.is_no_verb(piece[found.end() :]) or len(further.split()) < _FEWEST:
            continue
        act = sentence.act(predicate, frame, start + found.end(), Ground.AGREED, 0.9)
        act.start = start + found.end()
        act.bare = True
        yield act
    for found in sentence.rules.shape("complements.second").finditer(piece):
        one, other = piece[: found.start()], re.split(r"[,;.]", piece[found.end() :])[0]
        told = found["by"] or sentence.times.ahead(start, start + found.start())
        if not told or min(len(one.split()), len(other.split())) < _FEWEST:
            continue
        if sentence.is_no_verb(piece[found.end() :]):
            continue
        act = sentence.act(predicate, frame, start + found.end(), Ground.AGREED, 0.85)
        act.start, act.bare = start + found.end(), True
        yield act
    yield from _bare_second(sentence, predicate, frame, start, piece)


def _bare_second(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int, piece: str
) -> Iterator[Act]:
    """A second verb with no "to": two acts where each has an object and a time of its own."""
    dated = sentence.times.ahead
    for found in re.finditer(r"(?:,\s*|\s+)and\s+(?:then\s+|also\s+)?(?=([a-z]+))", piece):
        if not sentence.rules.pattern("actions.bases").match(found[1]) or found[1] == "to":
            continue
        one, other = piece[: found.start()], piece[found.end() :]
        if len(one.split()) < 3 or len(other.split()) < 3:
            continue
        middle, end = start + found.start(), start + len(piece)
        if dated(start, middle) and (
            dated(middle, end)
            or (len(other.split()) > 5 and not re.match(r"(?:meet|see|discuss)", other))
        ):
            act = sentence.act(predicate, frame, start + found.end(), Ground.AGREED, 0.85)
            act.start, act.bare = start + found.end(), True
            yield act


def _second_task(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """Further acts of the same task: "requests the secretariat to prepare … and to circulate …"."""
    for act in _second_infinitive(sentence, predicate, frame, start):
        act.ground, act.confidence = Ground.TASKED, 0.7
        yield act


def _act_noun(sentence: Sentence, phrase: str) -> str:
    """The noun of doing at the head of a complement: "the strengthening of …"; or nothing."""
    head = re.split(
        r"\s(?:of|to|for|in|at|between|with|among|by|that|which|when|and|as|through|entre|pour|que)\s|[,.;:]",
        phrase,
        maxsplit=1,
    )[0]
    if sentence.rules.pattern("verbs.no_act_nouns").search(head):
        return ""
    found = sentence.rules.pattern("verbs.act_nouns").search(head)
    if not found or len(head.split()) > 9:
        return ""
    return found[0]


def _dated_noun(sentence: Sentence, phrase: str, start: int) -> str:
    """The programme, the plan or the venue that was agreed on, where it has a time ahead."""
    found = sentence.rules.pattern("verbs.dated_nouns").search(re.split(r"[.;:]", phrase)[0])
    times = sentence.times
    set_ = times.ahead(start, start + len(phrase)) or times.rhythm(0, len(sentence.text))
    set_ = set_ or sentence.rules.pattern("verbs.venues").search(phrase) is not None
    return found[0] if found and set_ else ""


def _takes_list(sentence: Sentence, rest: str) -> bool:
    return bool(sentence.context.listed and re.match(r"[^.]*:", rest))


def _list_item(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """The item of a list that hangs on a verb of promising, if it is an act."""
    if len(sentence.context.lead) >= len(sentence.text):
        return
    start = len(sentence.context.lead) + 1
    item = sentence.text[start:]
    topic = re.match(r"(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,4}:\s+(?=\w)", item)
    if topic:
        start += topic.end()
        item = item[topic.end() :]
    if any(
        one.mark.kind in FUTURES
        and one.mark.start >= start
        and one.clause.sort is not Sort.RELATIVE
        for one in sentence.predicates
    ):
        return
    first = item.split()[0].lower() if item.split() else ""
    if not sentence.rules.modal and sentence.is_no_verb(item[:1].lower() + item[1:]):
        return
    is_act = sentence.rules.pattern("actions.bases").match(item[:1].lower() + item[1:])
    planned = (
        sentence.rules.pattern("lists.plans").search(sentence.context.lead)
        and sentence.rules.pattern("subjects.events").search(
            re.split(r"\s(?:by|of|in|on|for|with|between)\s|[,.;:]", item, maxsplit=1)[0]
        )
        and not sentence.rules.pattern("lists.verb").search(item)
    )
    if not (is_act or planned or _act_noun(sentence, item) or first.endswith("ing")):
        return
    act = sentence.act(predicate, frame, start, Ground.LISTED, 0.85)
    yield act


def _inline_list(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """The items of a list within the sentence that are dated: "agreed on these dates: …; …"."""
    bounds = [start, *(start + one.end() for one in re.finditer(r";", sentence.text[start:]))]
    for begin, end in zip(
        bounds, [*(at - 1 for at in bounds[1:]), len(sentence.text)], strict=True
    ):
        begin += len(sentence.text[begin:end]) - len(sentence.text[begin:end].lstrip())
        if any(
            one.mark.kind in FUTURES and begin <= one.mark.start < end
            for one in sentence.predicates
        ):
            continue
        if not sentence.times.ahead(begin, end):
            continue
        act = sentence.act(predicate, frame, begin, Ground.LISTED, 0.8)
        act.start, act.end = begin, len(sentence.text[:end].rstrip(" .;"))
        yield act


def _subjunctive(
    sentence: Sentence, predicate: Predicate, frame: Frame, rest: str
) -> Iterator[Act]:
    """An act with no future, as in "agreed that a group be set up"."""
    found = sentence.rules.shape("complements.subjunctive").match(rest)
    if not found or re.search(
        r"\b(?:will|shall|should|to|would|must|can|could|may|might|not)$", found[1]
    ):
        return
    if any(
        mark.kind in FUTURES
        for mark in sentence.marks
        if predicate.mark.end <= mark.start < predicate.mark.end + found.end()
    ):
        return
    if found[2] in ("meet", "convene") and not re.search(
        r"\b(?:they|officials|experts|ministers|sides|group|committee)$", found[1]
    ):
        return
    act = sentence.act(predicate, frame, predicate.mark.end + found.start(2), Ground.AGREED, 0.85)
    act.subject, act.passive, act.modal = found[1], True, True
    yield act


def _arranged(sentence: Sentence, predicate: Predicate, frame: Frame, rest: str) -> Iterator[Act]:
    """An act in the present that was arranged for a time: "arranged that two experts work in … from May"."""
    that = re.match(r"\s+that\s+", rest)
    if not that or not sentence.rules.modal:
        return
    start = predicate.mark.end + that.end()
    end = sentence.end(start, predicate)
    if any(mark.kind in FUTURES and start <= mark.start < end for mark in sentence.marks):
        return
    for found in sentence.rules.pattern("actions.bases").finditer(sentence.text, start + 1, end):
        who = subject_of(
            sentence.text[start : found.start()], sentence.rules, sentence.context.parties
        )
        if who.who is Who.ACTOR and sentence.times.ahead(found.end(), end):
            act = sentence.act(predicate, frame, found.start(), Ground.AGREED, 0.8)
            act.subject, act.modal = who.words, True
            yield act
            return


def _ordered(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """What was ordered in a subjunctive, where the language has one: "acordaron que … presente …"."""
    rules = sentence.rules
    if rules.modal:
        return
    for found in rules.shape("complements.ordered").finditer(sentence.text, frame.mark.end):
        end = found.end("what")
        piece = sentence.text[frame.mark.end : end]
        before = sentence.text[frame.mark.end : found.start()].strip().lstrip(",")
        if "," in before and " que " not in f" {before} ":
            return  # "approuve le budget de 2022, tel qu'il figure en annexe"
        states = rules.pattern("complements.indicative").search(found["what"])
        inside = any(
            mark.kind in FUTURES and found.start() <= mark.start < end for mark in sentence.marks
        )
        if states or inside or re.search(r"[;:.]", piece.rstrip(" .;")):
            return
        act = sentence.act(predicate, frame, found.start("what"), Ground.AGREED, 0.85)
        if found.start() > frame.mark.end + 2:
            act.start = found.start("what")
        act.end = end
        yield act


def _confirmed(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    mark = predicate.mark
    rest = sentence.behind(mark)
    words = mark.words.lower()
    if re.search(
        r"intention|determination|resolve|commitment|desire|intention|détermination|engagement|volonté|intención|compromiso|voluntad",
        words,
    ):
        to = re.match(r"\s+(?:to|de|d['’])\s+", rest)
        if to:
            yield sentence.act(predicate, frame, mark.end + to.end(), Ground.INTENDED, 0.75)
        return
    does = sentence.rules.shape("complements.bare_to").match(rest)
    if does and not sentence.is_no_verb(rest[does.end() :]):
        yield sentence.act(predicate, frame, mark.end + does.end(), Ground.AGREED, 0.85)
        return
    on = re.match(r"\s+(?:on|upon)\s+(.*)", rest, re.DOTALL)
    if on and "agreed" in words and _act_noun(sentence, on[1]):
        yield sentence.act(predicate, frame, mark.end + on.start(1), Ground.AGREED, 0.8)
        return
    if words.startswith(("announ", "a annonc", "ont annonc", "anunci")):
        given = sentence.rules.shape("frames.announced").match(rest)
        if given and not re.match(r"\s+(?:that|que|qu['’])", rest):
            yield sentence.act(predicate, frame, mark.end, Ground.AGREED, 0.75)
            return
    holding = re.match(
        r"\s+(?:the|their|his|her|its)\s+(?:\w+\s+){0,2}?(\w+)\s+(?:of|for|to|in)\b", rest
    )
    if holding and sentence.rules.pattern("verbs.held_nouns").fullmatch(holding[1]):
        end = sentence.end(mark.end, predicate)
        takes_part = sentence.rules.pattern("verbs.own_part").fullmatch(holding[1])
        if takes_part or sentence.times.ahead(mark.end, end):
            yield sentence.act(predicate, frame, mark.end + holding.start(1), Ground.AGREED, 0.7)
            return
    if _takes_list(sentence, rest):
        yield from _list_item(sentence, predicate, frame)


def _tasked(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """A task that was given to somebody of one's own."""
    mark = predicate.mark
    rest = sentence.behind(mark)
    before = sentence.text[max(0, mark.start - 24) : mark.start].lower()
    passive = sentence.rules.shape("tasked.passive").search(before) is not None
    organs = sentence.rules.pattern("tasked.organs")
    own = sentence.rules.shape("tasked.own").match(rest)
    to = sentence.rules.shape("tasked.to").search(rest, own.end() if own else 0)
    if mark.kind is Kind.APPEAL:
        whom = rest[: to.start()] if to else ""
        own = own or organs.match(whom.lstrip())
        own_side = (
            subject_of(frame.subject, sentence.rules, sentence.context.parties).who is Who.ACTOR
        )
        dated = sentence.times.ahead(mark.end, sentence.end(mark.end, predicate))
        ours = sentence.rules.pattern("tasked.ours").match(frame.subject.strip())
        dated = dated or sentence.times.next_time(mark.end, len(sentence.text))
        worker = own_side and not (
            sentence.rules.pattern("tasked.others").search(frame.subject)
            or sentence.context.parties.codes_in(frame.subject)
        )
        if passive and to and sentence.rules.pattern("tasked.guests").match(mark.words + rest):
            return  # an invitation that nobody was said to accept
        if (
            passive
            and to
            and (organs.search(frame.subject) or worker or (own_side and (dated or ours)))
        ):
            yield sentence.act(predicate, frame, mark.end + to.end(), Ground.TASKED, 0.75)
            return
        paper = sentence.rules.shape("tasked.papers").match(rest)
        asks = re.match(r"(?:ask|request)", mark.words, re.IGNORECASE)
        if paper and asks and own_side and not passive:
            if not sentence.context.parties.codes_in(frame.subject):
                yield sentence.act(predicate, frame, mark.end, Ground.TASKED, 0.7)
            return
        if re.fullmatch(r"\s*(?:it|them)\s*", whom) and organs.search(sentence.text[: mark.start]):
            yield sentence.act(predicate, frame, mark.end, Ground.TASKED, 0.7)
            return
        asked = sentence.rules.shape("tasked.asked").match(mark.words)
        theirs = sentence.rules.pattern("tasked.ours").match(whom.lstrip())
        met = subject_of(whom, sentence.rules, sentence.context.parties).who is Who.ACTOR
        member = asked and theirs and dated and met
        if not (
            to and own and (organs.search(whom) or member)
        ) or sentence.context.parties.outsiders_in(whom):
            return
        if len(whom.split()) > 10 or re.search(r"[.;:]", whom):
            return
        yield sentence.act(predicate, frame, mark.end, Ground.TASKED, 0.7)
        yield from _second_task(sentence, predicate, frame, mark.end + to.end())
        return
    if passive or sentence.rules.pattern("tasked.taken").match(mark.words):
        yield sentence.act(predicate, frame, mark.end, Ground.TASKED, 0.85)
        return
    if to and sentence.rules.pattern("tasked.instructed").search(mark.words):
        if not sentence.is_no_verb(rest[to.end() :]):
            yield sentence.act(predicate, frame, mark.end + to.end(), Ground.AGREED, 0.85)
        return
    if to and sentence.is_no_verb(rest[to.end() :]) and rest[to.start() : to.end()] == " to ":
        return
    if to or re.match(r"\s+(?:their|the|its|senior|a)\b", rest):
        given = mark.start if not to and rest[:1] == " " else mark.end
        yield sentence.act(predicate, frame, given, Ground.TASKED, 0.88)
        if to:
            yield from _second_task(sentence, predicate, frame, mark.end + to.end())
