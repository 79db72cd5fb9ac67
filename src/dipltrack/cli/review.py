"""The review of an intake at the terminal: one proposal after the other, a key each."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.intake_shown import kin_told, proposal_lines
from dipltrack.cli.names import settle_dossier
from dipltrack.cli.options import clean, title_typed, word_of
from dipltrack.cli.output import put, say, warn
from dipltrack.cli.preview import window_told
from dipltrack.cli.prompt import asked, asked_passage, insisted
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.cli.stated import chosen_timing, place_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.mint import next_item_ref
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.text import visible
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Firmness, Kind
from dipltrack.model.window import UNTIMED
from dipltrack.register.held import Held

if TYPE_CHECKING:
    from dipltrack.intake.communique import Communique
    from dipltrack.intake.kin import Kin
    from dipltrack.intake.proposal import Intake, Proposal

_OTHER_KEYS = "[e] edit [s] skip [p] split [m] merge up [b] back [q] stop"


class _State(Enum):
    """What became of a proposal so far."""

    OPEN = auto()
    FILED = auto()
    SKIPPED = auto()
    MERGED = auto()


class _Draft(Struct, kw_only=True):
    """A proposal as it stands under review."""

    proposal: "Proposal"
    kin: "Kin | None" = None
    own: bool = False
    state: _State = _State.OPEN
    ref: str | None = None
    entry: str | None = None
    lead: tuple[str, ...] = ()


def file_all(
    session: Session, held: Held, document: str, found: "Intake", kin: "dict[int, Kin]"
) -> None:
    """Files every proposal that is new, in one write; says what was filed and what was on file."""
    drafts = _drafts(session, found, kin)
    new = [draft for draft in drafts if draft.state is _State.OPEN]
    if new:
        with session.writing() as stamp:
            added = file_entries(
                session,
                held.path,
                lambda file: _entries(session, file, held, document, new),
                stamp,
            )
        for _, entry in added:
            if isinstance(entry, Commitment):
                say(f"{entry.ref}  {entry.title}")
            elif isinstance(entry, Record):
                say(f"{entry.of}  one more record")
    said = len(drafts) - len(new)
    say(f"{len(new)} filed{f', {said} on file already' if said else ''}")
    if new:
        say(f"  file    {session.root / held.path}")
        warn_of_others(session, held.path)


def review(
    session: Session,
    held: Held,
    document: str,
    communique: "Communique",
    found: "Intake",
    kin: "dict[int, Kin]",
    *,
    explain: bool,
) -> None:
    """Shows one proposal after the other and does what the key says, until the last or a stop.

    What was accepted is on file at once, so that a broken connection loses nothing.
    """
    drafts = _drafts(session, found, kin)
    on_file = sum(draft.state is _State.FILED for draft in drafts)
    drafts = [draft for draft in drafts if draft.state is _State.OPEN]
    if on_file:
        say(f"{on_file} on file already, not shown again")
    _Review(session, held, document, drafts, explain=explain).run()


class _Review:
    """The drafts, and which of them is before the officer."""

    def __init__(
        self, session: Session, held: Held, document: str, drafts: list[_Draft], *, explain: bool
    ) -> None:
        self.session = session
        self.held = held
        self.document = document
        self.drafts = drafts
        self.explain = explain
        self.at = 0

    def run(self) -> None:
        actions = {
            "y": self._accept,
            "e": self._edit,
            "s": self._skip,
            "p": self._split,
            "m": self._merge,
            "b": self._back,
            "i": self._as_own,
        }
        while self.at < len(self.drafts):
            draft = self.drafts[self.at]
            if draft.state is _State.MERGED:
                self.at += 1
                continue
            self._show(draft)
            key = _key(self._keys(draft))
            if key == "q":
                break
            try:
                actions[key]()
            except WrongUsageError as error:
                say(f"  {error}")
        self._end()

    def _keys(self, draft: _Draft) -> str:
        if draft.state is _State.FILED:
            return "[y] keep it [s] take it back [b] back [q] stop"
        if draft.kin is not None and not draft.own:
            how = "record" if draft.kin.relation.value == "record" else "again"
            return f"[y] {how} [i] as new {_OTHER_KEYS}"
        return f"[y] file {_OTHER_KEYS}"

    def _show(self, draft: _Draft) -> None:
        filed = sum(one.state is _State.FILED for one in self.drafts)
        skipped = sum(one.state is _State.SKIPPED for one in self.drafts)
        say("")
        say(f"{self.at + 1} of {len(self.drafts)} · {filed} filed · {skipped} skipped")
        self._show_paragraph(draft.proposal)
        for line in proposal_lines(draft.proposal, None, explain=self.explain):
            put(f"{visible(line)}\n")
        if draft.kin is not None and not draft.own:
            say(f"  {kin_told(draft.kin)}")
        if draft.state is _State.FILED:
            say(f"  filed as {draft.ref}")

    def _show_paragraph(self, proposal: "Proposal") -> None:
        """The paragraph around the passage, where it says more than that."""
        text = " ".join(proposal.paragraph.text.split())
        passage = " ".join(proposal.passage.split())
        if len(text) > len(passage) + 12 and len(text) < 1200:
            marked = text.replace(passage, f"»{passage}«", 1)
            say(f"  {marked}")
            say("")

    def _accept(self) -> None:
        draft = self.drafts[self.at]
        if draft.state is not _State.FILED:
            self._file(draft)
        self.at += 1

    def _file(self, draft: _Draft) -> None:
        session, held = self.session, self.held
        with session.writing() as stamp:
            added = file_entries(
                session,
                held.path,
                lambda file: _entries(session, file, held, self.document, [draft]),
                stamp,
            )
        entry = added[0][1]
        draft.state, draft.entry = _State.FILED, entry.id
        if isinstance(entry, Commitment):
            draft.ref = entry.ref
            say(f"  {entry.ref}  {entry.title}")
            say(f"  window  {window_told(entry)}")
        elif isinstance(entry, Record):
            draft.ref = entry.of
            say(f"  {entry.of}  one more record")

    def _skip(self) -> None:
        draft = self.drafts[self.at]
        if draft.state is _State.FILED:
            self._take_back(draft)
        draft.state = _State.SKIPPED
        self.at += 1

    def _take_back(self, draft: _Draft) -> None:
        session = self.session
        if draft.entry is None:
            return
        undoing = Update(of=draft.entry, date=session.today, corrects=draft.entry)
        with session.writing() as stamp:
            file_entries(session, self.held.path, just([("update", undoing)]), stamp)
        say(f"  {draft.ref} taken back")
        draft.entry = draft.ref = None

    def _back(self) -> None:
        if self.at == 0:
            raise WrongUsageError("this is the first")
        self.at -= 1
        while self.at and self.drafts[self.at].state is _State.MERGED:
            self.at -= 1

    def _as_own(self) -> None:
        draft = self.drafts[self.at]
        if draft.kin is None:
            raise WrongUsageError("nothing on file states the same: [y] files it")
        draft.own = True

    def _refuse_if_filed(self, draft: _Draft) -> None:
        if draft.state is _State.FILED:
            raise WrongUsageError(
                f"{draft.ref} is on file: [s] takes it back, then it can be changed"
            )

    def _edit(self) -> None:
        draft = self.drafts[self.at]
        self._refuse_if_filed(draft)
        draft.proposal = _edited(self.session, draft.proposal, self.held)
        draft.state = _State.OPEN

    def _split(self) -> None:
        """Two of one: each with a part of the words, and a title of its own."""
        draft = self.drafts[self.at]
        self._refuse_if_filed(draft)
        first = insisted("The first act", draft.proposal.title, _needed, again=True)
        second = insisted("The second act", None, _needed)
        one = replace(draft.proposal, title=first)
        other = replace(draft.proposal, title=second)
        parts = _halves(draft.proposal.passage)
        if parts is not None:
            one, other = replace(one, passage=parts[0]), replace(other, passage=parts[1])
            one, other = (_retimed(self.session, half, self.held) for half in (one, other))
        draft.proposal, draft.state = one, _State.OPEN
        self.drafts.insert(self.at + 1, _Draft(proposal=other, lead=draft.lead))

    def _merge(self) -> None:
        """The words of this one belong to the one before: both are one promise."""
        draft = self.drafts[self.at]
        self._refuse_if_filed(draft)
        before = next(
            (one for one in reversed(self.drafts[: self.at]) if one.state is not _State.MERGED),
            None,
        )
        if before is None:
            raise WrongUsageError("there is none before it")
        if before.state is _State.FILED:
            self._take_back(before)
        joined = _joined(before.proposal, draft.proposal)
        before.proposal, before.state, draft.state = joined, _State.OPEN, _State.MERGED
        self.at = self.drafts.index(before)

    def _end(self) -> None:
        filed = sum(one.state is _State.FILED for one in self.drafts)
        left = sum(one.state is _State.OPEN for one in self.drafts)
        say("")
        told = f"{filed} filed"
        skipped = sum(one.state is _State.SKIPPED for one in self.drafts)
        if skipped:
            told += f", {skipped} skipped"
        if left:
            told += f", {left} not looked at yet: the same command shows them again"
        say(told)
        if filed:
            say(f"  file    {self.session.root / self.held.path}")
            warn_of_others(self.session, self.held.path)


def _drafts(session: Session, found: "Intake", kin: "dict[int, Kin]") -> list[_Draft]:
    default = session.settings.default
    lead = tuple(part.strip() for part in default.lead.split(",")) if default.lead else ()
    drafts = []
    for at, proposal in enumerate(found.proposals):
        one = kin.get(at)
        if one is not None and one.relation.value == "filed":
            drafts.append(_Draft(proposal=proposal, state=_State.FILED, ref=one.ref))
        else:
            drafts.append(_Draft(proposal=proposal, kin=one, lead=lead))
    return drafts


def _entries(
    session: Session, file: MeetingFile, held: Held, document: str, drafts: Sequence[_Draft]
) -> list[tuple[str, Commitment | Record]]:
    """The tables of the drafts: an item each, or a record of one that is on file."""
    entries: list[tuple[str, Commitment | Record]] = []
    first = next_item_ref(file)
    stem, _, number = first.rpartition("-")
    count = int(number)
    for draft in drafts:
        kin = None if draft.own else draft.kin
        if kin is not None and kin.relation.value == "record":
            entries.append(("record", _record(kin.ref, draft.proposal, held, document)))
            continue
        restates = kin.ref if kin is not None else None
        entries.append(
            ("commitment", _item(session, f"{stem}-{count}", draft, held, document, restates))
        )
        count += 1
    return entries


def _record(of: str, proposal: "Proposal", held: Held, document: str) -> Record:
    return Record(
        of=of,
        document=document,
        paragraph=proposal.paragraph.place,
        wording=proposal.passage,
        firmness=proposal.firmness,
        voice=_voice(proposal, held),
        timing=proposal.timing,
    )


def _item(
    session: Session, ref: str, draft: _Draft, held: Held, document: str, restates: str | None
) -> Commitment:
    proposal, default = draft.proposal, session.settings.default
    return Commitment(
        ref=ref,
        title=title_typed(proposal.title, "the title") or proposal.passage[:80],
        dossier=proposal.dossier,
        document=document,
        paragraph=proposal.paragraph.place,
        wording=clean(proposal.passage, "the passage", lines=True),
        voice=_voice(proposal, held),
        firmness=proposal.firmness,
        kind=proposal.kind,
        sector=proposal.sector or default.sector,
        lead=draft.lead,
        counterpart=tuple(part.strip() for part in default.counterpart.split(","))
        if default.counterpart
        else (),
        timing=proposal.timing,
        restates=restates,
    )


def _voice(proposal: "Proposal", held: Held) -> tuple[str, ...]:
    """The voice, where it is one of the meeting; one that is not, is left to the officer."""
    try:
        return voice_typed(", ".join(proposal.voice), held.meeting)
    except WrongUsageError:
        return ()


def _edited(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    """The proposal with what is answered; Enter keeps what stands there, `none` empties it."""
    meeting = held.meeting
    title = insisted("The act", proposal.title, _needed, again=True)
    stated = asked(
        "When, in the words of the document",
        proposal.timing.stated,
        lambda words: chosen_ok(session, words, held),
        again=True,
    )
    timing = proposal.timing
    if stated is None:
        timing = UNTIMED
    elif stated != proposal.timing.stated:
        timing = chosen_timing(session, stated, meeting.date, place_of(meeting), held.documents)
    passage = asked_passage(
        "The passage, verbatim",
        proposal.passage,
        lambda text: clean(text, "the passage", lines=True),
        again=True,
    )
    voice = asked(
        f"Whose words: joint, ours, theirs, {', '.join(meeting.parties)}",
        ", ".join(proposal.voice) or None,
        lambda word: voice_typed(word, meeting),
        again=True,
    )
    firmness = asked(
        "How firm: undertaking, agreement, plan, endeavour, statement",
        proposal.firmness,
        lambda word: word_of(Firmness, word, "How firm"),
        again=True,
    )
    kind = insisted(
        "What kind: one-off, recurring, continuing",
        proposal.kind,
        lambda word: word_of(Kind, word, "What kind"),
        again=True,
    )
    sector = asked("Sector", proposal.sector, lambda word: clean(word, "the sector"), again=True)
    dossier = asked(
        "Dossier",
        proposal.dossier,
        lambda word: settle_dossier(session, clean(word, "the dossier")),
        again=True,
    )
    return replace(
        proposal,
        title=title,
        timing=timing,
        passage=passage or proposal.passage,
        voice=voice_typed(voice, meeting),
        firmness=word_of(Firmness, firmness, "How firm") if firmness else None,
        kind=word_of(Kind, kind, "What kind"),
        sector=sector,
        dossier=dossier,
    )


def chosen_ok(session: Session, words: str, held: Held) -> None:
    """Raises UnreadTimeError for words of time that are not understood."""
    from dipltrack.cli.stated import timing_of

    timing_of(session, words, held.meeting.date, place_of(held.meeting), held.documents)


def _retimed(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    """The proposal without its time, where the words that state it stand in the other half."""
    stated = proposal.timing.stated
    if stated is None or stated in proposal.passage:
        return proposal
    del session, held
    return replace(proposal, timing=UNTIMED)


def _joined(before: "Proposal", draft: "Proposal") -> "Proposal":
    text = before.paragraph.text
    start, end = text.find(before.passage), text.find(draft.passage)
    passage = (
        text[start : end + len(draft.passage)]
        if before.paragraph is draft.paragraph and 0 <= start < end
        else f"{before.passage} … {draft.passage}"
    )
    timing = before.timing if before.timing.stated is not None else draft.timing
    return replace(before, passage=passage, timing=timing)


def _halves(passage: str) -> tuple[str, str] | None:
    """The two halves of a passage at the "and" or the comma nearest to its middle, if there is one."""
    found = list(re.finditer(r",?\s+and\s+|;\s*|,\s+|、|\s+(?:et|y)\s+", passage))
    if not found:
        return None
    middle = len(passage) / 2
    at = min(found, key=lambda one: abs((one.start() + one.end()) / 2 - middle))
    return passage[: at.start()].strip(), passage[at.end() :].strip()


def _needed(text: str) -> str:
    title = title_typed(text, "the title")
    if title is None:
        raise WrongUsageError('the title is empty: say the act, as "Hold the 8th round"')
    return title


def _key(shown: str) -> str:
    """The key that was pressed, one of those that are shown; Enter is the first."""
    from typer import Abort, getchar

    letters = re.findall(r"\[(\w)\]", shown)
    put(f"{shown} ")
    while True:
        try:
            typed = getchar()
        except (EOFError, KeyboardInterrupt):
            raise Abort from None
        key = {"\r": "y", "\n": "y", "n": "s", "\x1b": "q", "\x04": "q"}.get(typed, typed.lower())
        if typed == "\x03":
            raise Abort
        if key in letters:
            put(f"{key}\n")
            return key
        if typed:
            put("\n")
            warn(f"write one of {', '.join(letters)}")
            put(f"{shown} ")
