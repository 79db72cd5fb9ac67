"""A communiqué into proposals: each paragraph, each sentence, each act that was promised."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dipltrack.intake.act.act_time import time_of_act
from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.apart import acts_apart
from dipltrack.intake.act.judging import Judge, Judged
from dipltrack.intake.clause.anchor import Anchor, timed
from dipltrack.intake.continued import continues_last, joined, with_time_of
from dipltrack.intake.desk import Desk
from dipltrack.intake.document.communique import Communique, Paragraph, Part
from dipltrack.intake.field.qualities import (
    bodies_of,
    dossier_of,
    firmness_told,
    kind_of,
)
from dipltrack.intake.field.sectors import sector_of
from dipltrack.intake.field.voices import voice_of
from dipltrack.intake.proposal import Intake, LeftOut, Proposal
from dipltrack.intake.title.doers import named_before
from dipltrack.intake.title.named_objects import with_named_object
from dipltrack.intake.title.titles import title_of
from dipltrack.model.window import UNTIMED, Timing
from dipltrack.wording.finding import Found
from dipltrack.wording.firmness import Reading, firmness_of

LEAST = 0.3
"""Below this confidence nothing is proposed."""

_SKIPPED = {
    Part.CAPTION: "the caption of a picture",
    Part.CHROME: "what the page says about itself",
    Part.REFERENCE: "a reference, which only tells of the past, or is not part of the document",
    Part.PREAMBLE: "a reason before what was decided",
}


def intake_of(communique: Communique, anchor: Anchor, desk: Desk | None = None) -> Intake:
    """The follow-ups that a communiqué promises, in its order, and what was left out and why."""
    return _Reader(communique, anchor, desk or Desk()).read()


class _Reader:
    """One document, from its first paragraph to its last."""

    def __init__(self, communique: Communique, anchor: Anchor, desk: Desk) -> None:
        self.communique = communique
        self.anchor = anchor
        self.desk = desk
        self.judge = Judge(communique, anchor, desk)
        self.rules, self.parties = self.judge.rules, self.judge.parties
        self.left_out: list[LeftOut] = []

    def read(self) -> Intake:
        proposals: list[Proposal] = []
        for paragraph in self.communique.paragraphs:
            if paragraph.part in _SKIPPED:
                if self.rules.has_predicate(paragraph.text):
                    why = _SKIPPED[paragraph.part]
                    self.left_out.append(
                        LeftOut(passage=paragraph.text, paragraph=paragraph, why=why)
                    )
                continue
            if paragraph.part is Part.HEADING:
                for heading in self.judge.heading(paragraph):
                    proposals += self._proposed([heading])
                continue
            proposals += self._proposed(list(self.judge.sentences(paragraph)))
        return Intake(proposals=tuple(proposals), left_out=tuple(self.left_out))

    def _proposed(self, sentences: Sequence[Judged]) -> list[Proposal]:
        proposals: list[Proposal] = []
        last: Judged | None = None
        for sentence in sentences:
            acts = self._kept(sentence)
            own = [act for act in acts if act.ground is not Ground.INVITED]
            settled = self.rules.pattern("subjects.open_points")
            own = [act for act in own if not settled.match(act.subject)]
            if last is not None and not own and self._takes_up(last, sentence):
                proposals.append(self._invitation(last, sentence))
                last = sentence
                continue
            for act in [one for each in acts for one in self._of_two_places(each, sentence.text)]:
                proposal = self._proposal(sentence, act)
                if (
                    proposals
                    and last is not None
                    and continues_last(proposals[-1], last, sentence, act, acts, self.rules)
                ):
                    proposals[-1] = joined(proposals[-1], proposal, sentence, self.rules)
                else:
                    proposals.append(proposal)
            if not acts and proposals and last is not None and last.acts:
                proposals[-1] = with_time_of(
                    proposals[-1], last, sentence, self.rules, self.anchor
                )
            last = sentence
        return proposals

    def _kept(self, sentence: Judged) -> list[Act]:
        kept: list[Act] = []
        for act in sentence.acts:
            passage = sentence.text[act.start : act.end].strip()
            if not passage:
                continue
            if (
                act.against
                or act.confidence < LEAST
                or (sentence.context.background and not self._is_own(sentence, act))
            ):
                why = act.against or (
                    "stands among what is law or background"
                    if sentence.context.background
                    else "too faint"
                )
                self.left_out.append(
                    LeftOut(passage=passage, paragraph=sentence.paragraph, why=why)
                )
                continue
            kept.append(act)
        apart = acts_apart(kept, sentence.text, self.rules, sentence.times)
        return [act for act in apart if sentence.text[act.start : act.end].strip()]

    def _is_own(self, sentence: Judged, act: Act) -> bool:
        """True among clauses of law for what is an act all the same.

        So what was agreed on, what somebody will do, and an occasion with its day.
        """
        if act.ground is Ground.AGREED:
            return True
        if act.passive:
            occasion = self.rules.pattern("subjects.events").search(act.subject)
            return occasion is not None and sentence.times.ahead(act.start, act.end)
        return act.modal

    def _takes_up(self, last: Judged, sentence: Judged) -> bool:
        """True where the sentence accepts what the one before it invited to."""
        rules = self.rules
        return (
            sentence.paragraph is last.paragraph
            and rules.pattern("answers.invites").search(last.text) is not None
            and rules.pattern("answers.accepted_next").match(sentence.text) is not None
            and not any(act.ground is Ground.INVITED and not act.against for act in last.acts)
        )

    def _invitation(self, last: Judged, sentence: Judged) -> Proposal:
        text = sentence.paragraph.text
        start, end = max(0, last.shift), sentence.shift + len(sentence.text)
        whole = text[start:end]
        cut = re.match(r"[^;；]*?(?:[;；]|$)", sentence.text)
        if cut and cut.end() < len(sentence.text):
            whole = whole[: len(whole) - len(sentence.text) + cut.end()].rstrip(" ;；")
        act = Act(
            start=0,
            end=len(whole),
            verb=0,
            ground=Ground.INVITED,
            confidence=0.8,
            reasons=["an invitation, accepted in the next sentence"],
        )
        times = self.judge.times(whole)
        return self._proposal(
            Judged(sentence.paragraph, whole, start, times, [act], sentence.context), act
        )

    def _of_two_places(self, act: Act, text: str) -> list[Act]:
        """Two acts of one verb where it names two institutions, "the X Plant and the Y University"."""
        institutions = "|".join(self.rules.words("names.institutions"))
        if not institutions or act.ground is Ground.VALUED:
            return [act]
        name = rf"(?:[Tt]he )?(?:[A-Z][\w’'-]* (?:and )?)+(?:{institutions})\b(?: \([A-Z]+\))?"
        found = re.search(rf"\b({name}) and ({name})", text[act.verb : act.end])
        if not found:
            return [act]
        whole = text[act.verb : act.end]
        first = whole[: found.end(1)]
        second = whole[: found.start(1)] + found[2]
        return [replace(act, act_words=first), replace(act, act_words=second)]

    def _proposal(self, sentence: Judged, act: Act) -> Proposal:
        times = sentence.times
        found = time_of_act(times, act.start, act.end, act.verb, act.asides)
        after = re.search(r";\s*(?:they|it|this|these)\b", sentence.text[act.end :])
        if found is None and after:
            found = time_of_act(times, act.end, len(sentence.text), act.end)
        if found is None and len(sentence.acts) == 1 and not sentence.context.listed:
            found = time_of_act(times, 0, len(sentence.text), act.verb, act.asides)
            if found is not None and not _stands_before(sentence.text, found.start, act):
                found = None
        passage = sentence.text[act.start : act.end].strip()
        reading = firmness_of(
            sentence.text[: act.end] if act.bare or sentence.context.listed else passage,
            self.rules.language,
            self.desk.firmness,
        )
        timing = Timing(stated=found.words, window=timed(found, self.anchor)) if found else UNTIMED
        reasons = list(dict.fromkeys(act.reasons))
        if found:
            reasons.append(f'time: "{found.words}"')
        lead, counterpart = bodies_of(passage, self.desk.bodies, self.desk.party)
        title = self._title(sentence, act, found)
        return Proposal(
            passage=passage,
            paragraph=sentence.paragraph,
            title=title,
            timing=timing,
            firmness=firmness_told(act, reading, self.rules.language),
            voice=self._voice(act, passage, reading, sentence),
            kind=kind_of(title, timing.window, self.rules),
            sector=self._sector(title, passage, sentence.paragraph),
            dossier=dossier_of((title, passage), self.desk.dossiers),
            lead=lead,
            counterpart=counterpart,
            confidence=round(max(0.0, min(1.0, act.confidence)), 2),
            reasons=tuple(reasons),
        )

    def _title(self, sentence: Judged, act: Act, found: Found | None) -> str:
        title = title_of(act, sentence.text, found, self.rules, self._before(sentence))
        text = sentence.paragraph.text
        before = text[: max(0, sentence.shift)] + sentence.text[: act.start]
        return with_named_object(title, before, self.rules, self.parties)

    def _sector(self, title: str, passage: str, paragraph: Paragraph) -> str | None:
        document = self.communique.title
        heads = paragraph.headings
        return sector_of(title, passage, paragraph.text, heads, document, self.rules)

    def _before(self, sentence: Judged) -> str:
        """What the pronoun means with which the sentence begins; nothing where that is not sure."""
        before = sentence.context.before
        return named_before(before, sentence.text, self.rules) if before is not None else ""

    def _voice(
        self, act: Act, passage: str, reading: Reading, sentence: Judged
    ) -> tuple[str, ...]:
        return voice_of(
            act,
            passage,
            reading,
            sentence.context.before,
            self.communique,
            self.parties,
            self.rules,
            self.desk.party,
        )


_OPENING = 4  # words before a time that opens its sentence: "It was agreed that, in May"


def _stands_before(text: str, at: int, act: Act) -> bool:
    """True for a time behind the act, or one that opens its sentence: that of another verb is its own."""
    return at >= act.end or len(text[:at].split()) <= _OPENING
