"""A communiqué into proposals: each paragraph, each sentence, each act that was promised."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.intake import verb_first, verb_last
from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.communique import Communique, Paragraph, Part
from dipltrack.intake.context import Context
from dipltrack.intake.parties import Parties, parties_of
from dipltrack.intake.plain_lines import acts_without_verb
from dipltrack.intake.proposal import Intake, LeftOut, Proposal
from dipltrack.intake.qualities import dossier_of, kind_of, sector_of, voice_of
from dipltrack.intake.rules import Rules, rules_of
from dipltrack.intake.sentences import sentences_in
from dipltrack.intake.subjects import Subject, Who, subject_of
from dipltrack.intake.times import Anchor, Times, timed
from dipltrack.intake.titles import title_of
from dipltrack.model.settings import Dossier
from dipltrack.model.window import UNTIMED, Timing
from dipltrack.wording.firmness import firmness_of
from dipltrack.wording.firmness_rules import FirmnessRules

LEAST = 0.3
"""Below this confidence nothing is proposed."""

_SKIPPED = {
    Part.CAPTION: "the caption of a picture",
    Part.CHROME: "what the page says about itself",
    Part.REFERENCE: "a reference, which only tells of the past, or is not part of the document",
    Part.PREAMBLE: "a reason before what was decided",
}


class Desk(Struct, frozen=True, kw_only=True):
    """What the ledger knows of its own: whose it is, its matters, its list of firm words."""

    party: str | None = None
    dossiers: tuple[Dossier, ...] = ()
    firmness: FirmnessRules | None = None


class _Sentence(Struct):
    """A sentence with its place in the paragraph, the acts in it, and the times."""

    paragraph: Paragraph
    text: str
    shift: int
    times: Times
    acts: list[Act]
    context: Context


def intake_of(communique: Communique, anchor: Anchor, desk: Desk | None = None) -> Intake:
    """The follow-ups that a communiqué promises, in its order, and what was left out and why."""
    return _Reader(communique, anchor, desk or Desk()).read()


class _Reader:
    """One document, from its first paragraph to its last."""

    def __init__(self, communique: Communique, anchor: Anchor, desk: Desk) -> None:
        self.communique = communique
        self.anchor = anchor
        self.desk = desk
        self.rules: Rules = rules_of(communique.language)
        self.parties: Parties = parties_of(communique, self.rules)
        self.left_out: list[LeftOut] = []

    def read(self) -> Intake:
        proposals: list[Proposal] = []
        paragraphs = self.communique.paragraphs
        leads = {paragraph.lead for paragraph in paragraphs if paragraph.lead}
        for paragraph in paragraphs:
            if paragraph.part in _SKIPPED:
                if self.rules.has_predicate(paragraph.text):
                    why = _SKIPPED[paragraph.part]
                    self.left_out.append(
                        LeftOut(passage=paragraph.text, paragraph=paragraph, why=why)
                    )
                continue
            if paragraph.part is Part.HEADING:
                proposals += self._of_heading(paragraph)
                continue
            sentences = list(self._sentences(paragraph, leads))
            proposals += self._proposed(sentences)
        return Intake(proposals=tuple(proposals), left_out=tuple(self.left_out))

    def _of_heading(self, paragraph: Paragraph) -> Iterator[Proposal]:
        times = Times(paragraph.text, self.anchor)
        for act in acts_without_verb(paragraph, self.rules, times):
            sentence = _Sentence(
                paragraph, paragraph.text, 0, times, [act], self._context(paragraph)
            )
            yield from self._proposed([sentence])

    def _sentences(self, paragraph: Paragraph, leads: set[str]) -> Iterator[_Sentence]:
        context = self._context(paragraph)
        before: Subject | None = None
        for number, (start, end) in enumerate(sentences_in(paragraph.text, self.rules.language)):
            text, shift = paragraph.text[start:end], start
            if number == 0 and paragraph.lead:
                lead = paragraph.lead.rstrip()
                if lead.endswith(":") and not self._continues(lead, text):
                    pass
                elif lead.endswith(":"):
                    lead = lead[:-1]
                text, shift = f"{lead} {text}", start - len(lead) - 1
                here = replace(context, lead=lead, listed=True)
            else:
                here = replace(context, before=before)
            times = Times(text, self.anchor)
            acts: list[Act] = []
            if not (paragraph.text in leads and end >= len(paragraph.text.rstrip())):
                acts = self._acts(paragraph, text, here, times)
            yield _Sentence(paragraph, text, shift, times, acts, here)
            before = self._subject_after(text, before)

    def _continues(self, lead: str, item: str) -> bool:
        """True where the item goes on in the sentence of its lead: "they will: (a) hold …"."""
        return bool(re.search(r"\b(?:to|will|shall|that|by|on)\s*:$", lead)) or item[:1].islower()

    def _acts(self, paragraph: Paragraph, text: str, context: Context, times: Times) -> list[Act]:
        outside = self.rules.pattern("answers.outside").search(text)
        read = verb_last.acts_in if self.rules.verb_last else verb_first.acts_in
        acts = read(text, context, times)
        if not any(not act.against for act in acts):
            acts += acts_without_verb(paragraph, self.rules, times, text)
        asks = text.rstrip(' "”»」').endswith(("?", "？"))
        for act in acts:
            if asks:
                act.against = act.against or "a question"
            if outside and not act.against:
                act.against = f'"{outside[0]}": it is no matter of those that met'
            if act.end <= len(context.lead) and context.listed:
                act.against = act.against or "stands in what leads the list"
            act.start = max(act.start, len(context.lead) + 1 if context.listed else 0)
        return acts

    def _subject_after(self, text: str, before: Subject | None) -> Subject | None:
        """The subject of the sentence, for a pronoun that follows."""
        found = re.match(
            r"(.{2,160}?)\s(?:is|are|was|were|will|shall|has|have|had|agreed|issued|est|sont|sera|es|son|será)\b",
            text,
        )
        if not found:
            return before
        subject = subject_of(found[1], self.rules, self.parties)
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
            regional=any(
                rules.pattern("openings.regional").fullmatch(_bare(one)) for one in inner
            ),
            background=any(
                rules.pattern("openings.background").fullmatch(_bare(one)) for one in inner
            ),
        )

    # Acts into proposals.

    def _proposed(self, sentences: Sequence[_Sentence]) -> list[Proposal]:
        proposals: list[Proposal] = []
        last: _Sentence | None = None
        for sentence in sentences:
            acts = self._kept(sentence)
            if last is not None and not acts and self._takes_up(last, sentence):
                proposals.append(self._invitation(last, sentence))
                last = sentence
                continue
            for act in [one for each in acts for one in self._of_two_places(each, sentence.text)]:
                proposal = self._proposal(sentence, act)
                if (
                    proposals
                    and last is not None
                    and self._continues_last(proposals[-1], last, sentence, act, acts)
                ):
                    proposals[-1] = self._joined(proposals[-1], proposal, sentence)
                else:
                    proposals.append(proposal)
            if not acts and proposals and last is not None and last.acts:
                proposals[-1] = self._with_time_of(proposals[-1], last, sentence)
            last = sentence
        return proposals

    def _kept(self, sentence: _Sentence) -> list[Act]:
        kept: list[Act] = []
        for act in sentence.acts:
            passage = sentence.text[act.start : act.end].strip()
            if (
                act.against
                or act.confidence < LEAST
                or (sentence.context.background and act.ground is not Ground.AGREED)
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
        return _apart(kept, sentence.text)

    def _takes_up(self, last: _Sentence, sentence: _Sentence) -> bool:
        """True where the sentence accepts what the one before it invited to."""
        rules = self.rules
        return (
            sentence.paragraph is last.paragraph
            and rules.pattern("answers.invites").search(last.text) is not None
            and rules.pattern("answers.accepted_next").match(sentence.text) is not None
            and not any(act.ground is Ground.INVITED and not act.against for act in last.acts)
        )

    def _invitation(self, last: _Sentence, sentence: _Sentence) -> Proposal:
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
        times = Times(whole, self.anchor)
        return self._proposal(
            _Sentence(sentence.paragraph, whole, start, times, [act], sentence.context), act
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

    def _proposal(self, sentence: _Sentence, act: Act) -> Proposal:
        times, day = sentence.times, self.anchor.day
        found = times.of_act(act.start, act.end, act.verb, act.asides)
        after = re.search(r";\s*(?:they|it|this|these)\b", sentence.text[act.end :])
        if found is None and after:
            found = times.of_act(act.end, len(sentence.text), act.end)
        if found is None and len(sentence.acts) == 1 and not sentence.context.listed:
            found = times.of_act(0, len(sentence.text), act.verb, act.asides)
        passage = sentence.text[act.start : act.end].strip()
        reading = firmness_of(
            sentence.text[: act.end] if act.bare or sentence.context.listed else passage,
            self.rules.language,
            self.desk.firmness,
        )
        timing = Timing(stated=found.words, window=timed(found, day)) if found else UNTIMED
        reasons = list(dict.fromkeys(act.reasons))
        if found:
            reasons.append(f'time: "{found.words}"')
        return Proposal(
            passage=passage,
            paragraph=sentence.paragraph,
            title=title_of(act, sentence.text, found, self.rules),
            timing=timing,
            firmness=reading.firmness,
            voice=voice_of(act, reading, self.communique, self.parties, self.desk.party),
            kind=kind_of(passage, timing.window, self.rules),
            sector=sector_of(passage, sentence.paragraph.headings, self.rules),
            dossier=dossier_of(passage, self.desk.dossiers),
            confidence=round(max(0.0, min(1.0, act.confidence)), 2),
            reasons=tuple(reasons),
        )

    def _continues_last(
        self, before: Proposal, last: _Sentence, sentence: _Sentence, act: Act, acts: Sequence[Act]
    ) -> bool:
        """True where a sentence only says more of the promise before it."""
        if len(acts) != 1 or sentence.paragraph is not last.paragraph or not last.acts:
            return False
        if sentence.context.listed:
            return False
        rules = self.rules
        start = sentence.text[:60]
        takes_back = rules.pattern("answers.takes_back").match(start)
        goes_on = rules.pattern("answers.goes_on").search(sentence.text[:120])
        invited = last.acts[-1].ground is Ground.INVITED and not last.acts[-1].against
        if invited and (goes_on or takes_back):
            return True
        if before.timing is UNTIMED and rules.pattern("answers.it_held").search(
            sentence.text[act.verb : act.verb + 60]
        ):
            return True
        happening = act.passive or rules.pattern("verbs.happening").match(
            sentence.text[act.verb :]
        )
        if not (takes_back and happening):
            return False
        return (
            before.timing is UNTIMED
            and before.confidence > 0.5
            and len(start.split()) > 0
            and _says_no_more(sentence.text, act)
        )

    def _joined(self, before: Proposal, proposal: Proposal, sentence: _Sentence) -> Proposal:
        text = sentence.paragraph.text
        start, end = text.find(before.passage), text.find(proposal.passage)
        passage = text[start : end + len(proposal.passage)] if 0 <= start < end else before.passage
        timing = before.timing if before.timing is not UNTIMED else proposal.timing
        return replace(
            before,
            passage=passage,
            timing=timing,
            kind=kind_of(passage, timing.window, self.rules),
            confidence=max(before.confidence, proposal.confidence),
            reasons=(*before.reasons, "and the next sentence", *proposal.reasons),
        )

    def _with_time_of(self, before: Proposal, last: _Sentence, sentence: _Sentence) -> Proposal:
        """The proposal with the time that the next sentence gives it: "The date is 3 May"."""
        if before.timing is not UNTIMED or sentence.paragraph is not last.paragraph:
            return before
        if not self.rules.pattern("answers.gives_time").match(sentence.text):
            return before
        found = sentence.times.of_act(0, len(sentence.text), 0)
        if found is None or not found.windows[0].has_day:
            return before
        return replace(
            before,
            timing=Timing(stated=found.words, window=timed(found, self.anchor.day)),
            reasons=(*before.reasons, f'time, from the next sentence: "{found.words}"'),
        )


def _says_no_more(text: str, act: Act) -> bool:
    return len(text.split()) <= 30 and act.ground in (
        Ground.FUTURE,
        Ground.APPOINTED,
        Ground.AGREED,
    )


def _bare(heading: str) -> str:
    return re.sub(r"^[\W\d]+|[\W]+$", "", heading)


def _apart(acts: Sequence[Act], text: str) -> list[Act]:
    """The acts with no two of the same words: each ends where the next begins.

    A reason before a colon and what was ordered behind it are one.
    """
    kept: list[Act] = []
    for act in sorted(acts, key=lambda one: (one.verb, one.start)):
        if kept:
            last = kept[-1]
            colon = text.find(":", last.verb, act.verb)
            if (
                colon > 0
                and last.ground is Ground.FUTURE
                and act.ground in (Ground.TASKED, Ground.AGREED)
            ):
                act.start = last.start
                kept[-1] = act
                continue
            between = text[last.verb : act.verb]
            if (
                ";" in between
                and re.match(
                    r"\s*(?:they|it|this|these|both|the latter)\b", between.rpartition(";")[2]
                )
                and not re.search(r"\d", between)
            ):
                last.end = max(last.end, act.end)
                continue
            if act.ground is Ground.INVITED or last.ground is Ground.INVITED:
                if act.confidence > last.confidence:
                    act.start, act.end = min(last.start, act.start), max(last.end, act.end)
                    kept[-1] = act
                continue
            if last.verb == act.verb:
                if act.confidence > last.confidence:
                    kept[-1] = act
                continue
            if act.start < last.verb:
                act.start = _start_behind(text, last, act)
            if last.end > act.start:
                last.end = max(last.verb, _trimmed(text, act.start))
        kept.append(act)
    return kept


def _start_behind(text: str, last: Act, act: Act) -> int:
    piece = text[last.verb : act.verb]
    joined = list(
        re.finditer(
            r"(?:,\s*)?\b(?:and|but|et|mais|y|e|pero)\b\s+(?:that\s+|to\s+)?|;\s*|,\s*", piece
        )
    )
    return last.verb + joined[-1].end() if joined else act.verb


def _trimmed(text: str, end: int) -> int:
    piece = re.sub(r"(?:[\s,;]|\b(?:and|but|that|to|et|y|e|que|de|a|both)\b)+$", "", text[:end])
    return len(piece)
