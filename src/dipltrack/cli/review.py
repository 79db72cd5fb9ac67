"""The review of an intake at the terminal: one proposal after the other, a key each."""

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dipltrack.cli.drafted import act_typed, halves, joined, retimed
from dipltrack.cli.drafts import Draft, State, drafts_of, entries_of
from dipltrack.cli.edit import has_editor
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.intake_shown import kin_told, review_lines
from dipltrack.cli.output import put, say, warn
from dipltrack.cli.prompt import insisted
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.text import visible
from dipltrack.model.update import Update
from dipltrack.register.held import Held

if TYPE_CHECKING:
    from dipltrack.intake.document.communique import Communique
    from dipltrack.intake.kin import Kin
    from dipltrack.intake.proposal import Intake

_OTHER_KEYS = "[e] edit [s] skip [p] split [m] merge [b] back [q] stop"


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
    drafts = drafts_of(session, found, kin)
    on_file = sum(draft.state is State.FILED for draft in drafts)
    drafts = [draft for draft in drafts if draft.state is State.OPEN]
    if on_file:
        say(f"{on_file} on file already, not shown again")
    _Review(session, held, document, drafts, explain=explain).run()


class _Review:
    """The drafts, and which of them is before the officer."""

    def __init__(
        self, session: Session, held: Held, document: str, drafts: list[Draft], *, explain: bool
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
            if draft.state is State.MERGED:
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

    def _keys(self, draft: Draft) -> str:
        if draft.state is State.FILED:
            return "[y] keep it [s] take it back [b] back [q] stop"
        if draft.kin is not None and not draft.own:
            how = "record" if draft.kin.relation.value == "record" else "again"
            return f"[y] {how} [i] as new {_OTHER_KEYS}"
        return f"[y] file {_OTHER_KEYS}"

    def _show(self, draft: Draft) -> None:
        filed = sum(one.state is State.FILED for one in self.drafts)
        skipped = sum(one.state is State.SKIPPED for one in self.drafts)
        say("")
        say(f"{self.at + 1} of {len(self.drafts)} · {filed} filed · {skipped} skipped")
        told = []
        if draft.kin is not None and not draft.own:
            told.append(kin_told(draft.kin))
        if draft.state is State.FILED:
            told.append(f"filed as {draft.ref}")
        for line in review_lines(draft.proposal, told, explain=self.explain):
            put(f"{visible(line)}\n")

    def _accept(self) -> None:
        draft = self.drafts[self.at]
        if draft.state is not State.FILED:
            self._file(draft)
        self.at += 1

    def _file(self, draft: Draft) -> None:
        session, held = self.session, self.held
        with session.writing() as stamp:
            added = file_entries(
                session,
                held.path,
                lambda file: entries_of(session, file, held, self.document, [draft]),
                stamp,
            )
        entry = added[0][1]
        draft.state, draft.entry = State.FILED, entry.id
        if isinstance(entry, Commitment):
            draft.ref = entry.ref
            say(f"  filed as {entry.ref}")
        elif isinstance(entry, Record):
            draft.ref = entry.of
            say(f"  {entry.of}  one more record")

    def _skip(self) -> None:
        draft = self.drafts[self.at]
        if draft.state is State.FILED:
            self._take_back(draft)
        draft.state = State.SKIPPED
        self.at += 1

    def _take_back(self, draft: Draft) -> None:
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
        while self.at and self.drafts[self.at].state is State.MERGED:
            self.at -= 1

    def _as_own(self) -> None:
        draft = self.drafts[self.at]
        if draft.kin is None:
            raise WrongUsageError("nothing on file states the same: [y] files it")
        draft.own = True

    def _refuse_if_filed(self, draft: Draft) -> None:
        if draft.state is State.FILED:
            raise WrongUsageError(
                f"{draft.ref} is on file: [s] takes it back, then it can be changed"
            )

    def _edit(self) -> None:
        draft = self.drafts[self.at]
        self._refuse_if_filed(draft)
        if has_editor() and _key("  [f] field by field [o] in your editor") == "o":
            from dipltrack.cli.drafted_in_editor import edited_in_editor

            draft.proposal = edited_in_editor(self.session, draft.proposal, self.held)
        else:
            from dipltrack.cli.drafted_by_field import edited

            draft.proposal = edited(self.session, draft.proposal, self.held)
        draft.state = State.OPEN

    def _split(self) -> None:
        """Two of one: each with a part of the words, and a title of its own."""
        draft = self.drafts[self.at]
        self._refuse_if_filed(draft)
        first = insisted("The first act", draft.proposal.title, act_typed, again=True)
        second = insisted("The second act", None, act_typed)
        one = replace(draft.proposal, title=first)
        other = replace(draft.proposal, title=second)
        parts = halves(draft.proposal.passage)
        if parts is not None:
            one, other = replace(one, passage=parts[0]), replace(other, passage=parts[1])
            one, other = (retimed(half) for half in (one, other))
        draft.proposal, draft.state = one, State.OPEN
        self.drafts.insert(self.at + 1, Draft(proposal=other))

    def _merge(self) -> None:
        """The words of this one belong to the one before: both are one promise."""
        draft = self.drafts[self.at]
        self._refuse_if_filed(draft)
        before = next(
            (one for one in reversed(self.drafts[: self.at]) if one.state is not State.MERGED),
            None,
        )
        if before is None:
            raise WrongUsageError("there is none before it")
        if before.state is State.FILED:
            self._take_back(before)
        one = joined(before.proposal, draft.proposal)
        before.proposal, before.state, draft.state = one, State.OPEN, State.MERGED
        self.at = self.drafts.index(before)

    def _end(self) -> None:
        filed = sum(one.state is State.FILED for one in self.drafts)
        left = sum(one.state is State.OPEN for one in self.drafts)
        say("")
        told = f"{filed} filed"
        skipped = sum(one.state is State.SKIPPED for one in self.drafts)
        if skipped:
            told += f", {skipped} skipped"
        if left:
            told += f", {left} not looked at yet: the same command shows them again"
        say(told)
        if filed:
            say(f"  file    {self.session.root / self.held.path}")
            warn_of_others(self.session, self.held.path)


def _key(shown: str) -> str:
    """The key that was pressed, one of those that are shown; Enter is the first."""
    from typer import Abort, getchar

    letters: list[str] = re.findall(r"\[(\w)\]", shown)
    put(f"{shown} ")
    while True:
        try:
            typed = getchar()
        except (EOFError, KeyboardInterrupt):
            raise Abort from None
        first = letters[0]
        key = {"\r": first, "\n": first, "n": "s", "\x1b": "q", "\x04": "q"}.get(
            typed, typed.lower()
        )
        if typed == "\x03":
            raise Abort
        if key in letters:
            put(f"{key}\n")
            return key
        if typed:
            put("\n")
            warn(f"write one of {', '.join(letters)}")
            put(f"{shown} ")
