"""A paragraph into sentences, each with the acts that its words may promise, judged in its place."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.intake.act import verb_first, verb_last
from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.asides import asides_before
from dipltrack.intake.act.assigned import assigned_before
from dipltrack.intake.act.plain_lines import acts_without_verb, task_of_party, task_with_lead
from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.clause.context import Context
from dipltrack.intake.clause.marks import FRAMES, FUTURES, Kind, marks_of
from dipltrack.intake.clause.parties import Parties, parties_of
from dipltrack.intake.clause.sentence import FINITE
from dipltrack.intake.clause.subjects import Subject, Who, subject_of
from dipltrack.intake.clause.times import Times
from dipltrack.intake.desk import Desk
from dipltrack.intake.document.communique import Communique, Paragraph
from dipltrack.intake.document.sentences import sentences_in
from dipltrack.intake.rules import Rules, rules_of

_OF_BEFORE = re.compile(r"(?:its|their|sa|son|ses|leurs?|sus?)\b", re.IGNORECASE)
_FRAMES = (Kind.COMMIT, Kind.CONFIRM, Kind.TASK, Kind.SAY, Kind.FACT)
_FISCAL = re.compile(r"fiscal|financial|\bFY|年度|exercice|ejercicio", re.IGNORECASE)
_HEADS = 6  # paragraphs among which the title of a treaty stands
_LINE = 200  # letters of a line that leads what was agreed on


class Judged(Struct):
    """A sentence with its place in the paragraph, the acts in it, and the times."""

    paragraph: Paragraph
    text: str
    shift: int
    times: Times
    acts: list[Act]
    context: Context


class Judge:
    """Reads the paragraphs of one document, from its first to its last."""

    def __init__(self, communique: Communique, anchor: Anchor, desk: Desk) -> None:
        """Find out who met, and whether what follows is an undertaking."""
        self.anchor = anchor
        self.desk = desk
        self.rules: Rules = rules_of(communique.language)
        self.parties: Parties = parties_of(communique, self.rules)
        self._undertaking = _is_undertaking(communique, self.rules)
        self._leads = {paragraph.lead for paragraph in communique.paragraphs if paragraph.lead}
        self._article: tuple[str, ...] = ()
        self._before: Subject | None = None
        self._told: list[str] = []

    def heading(self, paragraph: Paragraph) -> Iterator[Judged]:
        """The acts of a heading that promises by itself: "Next session: Oslo, May"."""
        times = self.times(paragraph.text)
        told: Iterator[Act] = iter(())
        if not self.rules.modal:
            told = task_of_party(paragraph.text, self.rules, self.parties, times)
        for act in list(told) or acts_without_verb(paragraph, self.rules, times):
            yield Judged(paragraph, paragraph.text, 0, times, [act], self._context(paragraph))

    def sentences(self, paragraph: Paragraph) -> Iterator[Judged]:
        """The sentences of a paragraph in order; the first of a list item goes on in what leads it."""
        context = self._context(paragraph)
        if self._article != paragraph.headings or not paragraph.label or paragraph.lead:
            self._article, self._before, self._told = paragraph.headings, None, []
        conditioned = told = False
        spans = list(sentences_in(paragraph.text, self.rules.language))
        if task_with_lead(paragraph.text, self.rules) is not None:
            spans = [(0, len(paragraph.text))]
        for number, (start, end) in enumerate(spans):
            text, shift = paragraph.text[start:end], start
            if number == 0 and paragraph.lead:
                lead = self._last_sentence(paragraph.lead.rstrip())
                if lead.endswith(":") and not self._continues(lead, text):
                    pass
                elif lead.endswith(":"):
                    lead = lead[:-1]
                text, shift = f"{lead} {text}", start - len(lead) - 1
                here = replace(context, lead=lead, listed=True)
            else:
                here = replace(
                    context,
                    before=self._subject_before(text),
                    undertaking=context.undertaking or self._is_task(text),
                )
            times = self.times(text)
            acts: list[Act] = []
            conditioned = conditioned and self._goes_on_in_condition(text)
            told = told and self.rules.pattern("openings.told_on").match(text) is not None
            if not (paragraph.text in self._leads and end >= len(paragraph.text.rstrip())):
                acts = self._acts(paragraph, text, here, times)
            elif (own := self.rules.shape("lists.led").search(text)) is not None:
                acts = self._acts(paragraph, text[: own.start()], here, times)
            for act in acts if told else ():
                act.against = act.against or "goes on in what was told before it"
            told = told or self._is_only_told(text, acts)
            for act in acts if conditioned else ():
                act.against = act.against or "goes on in the condition before it"
            conditioned = (
                conditioned or self.rules.pattern("clauses.condition").match(text) is not None
            )
            yield Judged(paragraph, text, shift, times, acts, here)
            self._told.append(text)

    def times(self, text: str) -> Times:
        """The times of the text; a fiscal year is that of the party it names, else of the one that has one."""
        if not _FISCAL.search(text):
            return Times(text, self.anchor)
        known = self.anchor.conventions.fiscal_year
        met = self.parties.met & known.keys()
        named = self.parties.codes_in(text) & met or met
        party = next(iter(named)) if len(named) == 1 else self.desk.party
        return Times(text, replace(self.anchor, party=party))

    def _last_sentence(self, text: str) -> str:
        """The sentence that leads a list, without those before it in its paragraph."""
        *_, (start, _) = sentences_in(text, self.rules.language)
        return text[start:]

    def _continues(self, lead: str, item: str) -> bool:
        """True where the item goes on in the sentence of its lead: "they will: (a) hold …".

        One with a future of its own does not: "two exhibitions: (b) the second will be shown …".
        """
        if re.search(r"\b(?:suit|suivante?s?|siguientes?)\s*:$", lead):
            return False  # "il est convenu ce qui suit : – porter …"
        if re.search(r"\b(?:to|will|shall|that|by|on)\s*:$", lead):
            return True
        return item[:1].islower() and not any(
            mark.kind in FUTURES and mark.start for mark in marks_of(item, self.rules)
        )

    def _goes_on_in_condition(self, text: str) -> bool:
        """True for a pronoun, which goes on in the condition that the sentence before began with.

        "If an outbreak occurs, the Party may close its border. It shall inform the other Party."
        """
        return any(
            self.rules.pattern(name).match(text)
            for name in ("subjects.thing_pronouns", "subjects.single_pronouns")
        ) or (not self.rules.modal and self.rules.pattern("future.will").match(text) is not None)

    def _is_only_told(self, text: str, acts: Sequence[Act]) -> bool:
        """True for a sentence that only tells of something: "the Minister outlined the plans of his Government"."""
        if any(not act.against for act in acts):
            return False
        frames = [one.kind for one in marks_of(text, self.rules) if one.kind in FRAMES]
        return bool(frames) and all(kind is Kind.INFORM for kind in frames)

    def _is_task(self, text: str) -> bool:
        """True for a line that says that it tells a task: "Action: the French side sends …"."""
        return self.rules.pattern("lists.action").match(text) is not None

    def _acts(self, paragraph: Paragraph, text: str, context: Context, times: Times) -> list[Act]:
        task = task_with_lead(text, self.rules)
        if task is not None:
            return [task]
        outside = self.rules.pattern("answers.outside").search(text)
        read = verb_last.acts_in if self.rules.verb_last else verb_first.acts_in
        acts = read(text, context, times)
        if self.rules.verb_last and any(not act.against for act in acts):
            asides = asides_before(text, times, self.rules)
            for act in acts:
                act.asides = asides
        if not any(not act.against for act in acts):
            tasks = [] if acts else list(task_of_party(text, self.rules, self.parties, times))
            plain = list(acts_without_verb(paragraph, self.rules, times, text))
            acts += (tasks or plain) if not self.rules.modal else (plain or tasks)
        else:
            acts += assigned_before(acts, text, self.rules, times)
        for act in acts:
            told = act.ground is Ground.NOTED and not act.against
            others = self.rules.pattern("subjects.outsiders")
            if told and (
                self.parties.acting_in(text[act.verb :]) or others.search(text, act.verb)
            ):
                act.against = "what others do"
        asks = text.rstrip(' "”»」').endswith(("?", "？"))
        for act in acts:
            if asks:
                act.against = act.against or "a question"
            if outside and not act.against and not _is_parted(outside, text, act):
                act.against = f'"{outside[0]}": it is no matter of those that met'
            if act.end <= len(context.lead) + 1 and context.listed:
                act.against = act.against or "stands in what leads the list"
            act.start = max(act.start, len(context.lead) + 1 if context.listed else 0)
        return acts

    def _subject_before(self, text: str) -> Subject | None:
        """Whom a pronoun of the text means: the subject of what stands before it in its article.

        It is looked for only where a pronoun asks for it; Spanish leaves pronouns out.
        """
        rules = self.rules
        asked = rules.language == "es" or any(
            rules.pattern(name).search(text)
            for name in (
                "subjects.thing_pronouns",
                "subjects.pronouns",
                "subjects.single_pronouns",
            )
        )
        if not asked or rules.verb_last:
            return None
        for told in self._told:
            self._before = self._subject_after(told, self._before)
        self._told = []
        return self._before

    def _subject_after(self, text: str, before: Subject | None) -> Subject | None:
        """The subject of the sentence, for a pronoun that follows."""
        text = text.partition(";")[0]
        found = re.match(rf"(.{{2,160}}?)\s(?:{FINITE})\b", text)
        ends = [found.end(1)] if found else []
        told = [
            one.start
            for one in marks_of(text, self.rules)
            if (one.kind in _FRAMES or (one.kind is Kind.WILL and not self.rules.modal))
            and one.start > 1
        ]
        ends += told[:1]
        if not ends:
            return before
        subject = subject_of(text[: min(ends)], self.rules, self.parties)
        if before is not None and _OF_BEFORE.match(subject.words):
            return before
        return before if subject.who in (Who.BEFORE, Who.NONE) else subject

    def _context(self, paragraph: Paragraph) -> Context:
        rules = self.rules
        inner = paragraph.headings
        opening = any(rules.pattern("openings.heads").fullmatch(_bare(one)) for one in inner)
        opening = (
            opening or rules.pattern("openings.words").search(paragraph.text[:80]) is not None
        )
        return Context(
            rules=rules,
            parties=self.parties,
            opening=opening,
            undertaking=self._undertaking,
            regional=any(
                rules.pattern("openings.regional").fullmatch(_bare(one)) for one in inner
            ),
            background=any(
                rules.pattern("openings.background").fullmatch(_bare(one)) for one in inner
            ),
        )


def _is_parted(outside: re.Match[str], text: str, act: Act) -> bool:
    """True where it is said of something else: "Although no agreement was reached on that, they will …"."""
    between = text[outside.end() : act.start]
    return re.match(r"(?:no|nicht|aucune|ninguna)\b", outside[0], re.IGNORECASE) is not None and (
        re.search(r"[,;]", between + text[act.start - 1 : act.start]) is not None
    )


def _is_undertaking(communique: Communique, rules: Rules) -> bool:
    """True for a treaty, a memorandum, an arrangement: what its present tense says is to be done."""
    heads = [one.text for one in communique.paragraphs[:_HEADS]]
    if any(rules.is_whole("undertaking", text) for text in (communique.title or "", *heads)):
        return True
    return any(
        rules.pattern("layout.agreed").search(one.text)
        for one in communique.paragraphs
        if len(one.text) < _LINE
    )


def _bare(heading: str) -> str:
    return re.sub(r"^[\W\d]+|[\W]+$", "", heading)
