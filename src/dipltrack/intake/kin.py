"""Proposals beside what is on file: filed already, another record of it, or said again."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from dipltrack.intake.proposal import Proposal
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.window import Window

_ALIKE = 0.6
_SAME = 0.85
_LEAST = 3
JOINT = " … "
"""What stands between the passages of proposals that were merged into one."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_WIDE = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]{2,}")
_COMMON = frozenset(
    (
        "agreed",
        "agree",
        "will",
        "shall",
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "their",
        "they",
        "both",
        "ministers",
        "minister",
        "sides",
        "side",
        "confirmed",
        "decided",
        "would",
        "also",
        "between",
        "which",
        "parties",
        "party",
        "government",
        "held",
        "hold",
        "dans",
        "pour",
        "avec",
        "leur",
        "leurs",
        "sont",
        "parties",
        "elles",
        "para",
        "entre",
        "sobre",
        "partes",
        "ambas",
        "ministros",
    )
)
_COMMON_WIDE = frozenset(("両大", "大臣", "双方", "一致", "確認", "合意", "開催", "両首", "首脳"))


class Relation(StrEnum):
    """How a proposal stands to an item on file."""

    FILED = "filed"
    RECORD = "record"
    RESTATES = "restates"


class Kin(Struct, frozen=True):
    """An item on file that states the same promise, and how the proposal stands to it."""

    relation: Relation
    ref: str
    title: str


class OnFile(Struct, frozen=True, kw_only=True):
    """An item on file as it is compared: with its records, of this meeting or of an earlier one."""

    item: Commitment
    records: tuple[Record, ...]
    window: Window
    same_meeting: bool


def kin_of(
    proposals: Sequence[Proposal], document: str | None, items: Sequence[OnFile]
) -> dict[int, Kin]:
    """The item that states the same promise, by the number of the proposal; none where none does.

    The same words of the same document were filed already, once for each item: of two promises in
    a sentence of which one is on file, the other is not. Words much alike are another record of
    an item of the meeting, or say an item of an earlier one again. In another language the words
    cannot be compared: then the only item with the very same days is taken for it.
    """
    kin = {
        at: Kin(Relation.FILED, one.item.ref, one.item.title)
        for at, one in _filed(proposals, document, items).items()
    }
    for at, proposal in enumerate(proposals):
        if at not in kin and (found := _said_elsewhere(proposal, document, items)) is not None:
            kin[at] = found
    return kin


def _said_elsewhere(
    proposal: Proposal, document: str | None, items: Sequence[OnFile]
) -> Kin | None:
    """The item that says the same in another document, or said it at an earlier meeting."""
    words = _words(f"{proposal.title} {proposal.passage}")
    best, found = 0.0, None
    for one in items:
        if _apart(proposal.timing.window, one.window) and one.same_meeting:
            continue
        score = _likeness(words, _words(f"{one.item.title} {one.item.wording or ''}"))
        if score > best:
            best, found = score, one
    if found is None or best < _ALIKE:
        found = _of_same_days(proposal, document, items)
    if found is None:
        return None
    other = found.item.document != document
    if found.same_meeting and not other:
        return None
    relation = Relation.RECORD if found.same_meeting else Relation.RESTATES
    return Kin(relation, found.item.ref, found.item.title)


def _filed(
    proposals: Sequence[Proposal], document: str | None, items: Sequence[OnFile]
) -> dict[int, OnFile]:
    """The items as which the proposals were filed: those of the most alike titles go together.

    An item answers for as many proposals as passages were merged in it.
    """
    pairs = [
        (_likeness(_words(proposal.title), _words(one.item.title), least=1), at, number)
        for at, proposal in enumerate(proposals)
        for number, one in enumerate(items)
        if one.same_meeting and _is_filed(proposal, document, one)
    ]
    left = {number: _parts(items[number]) for _, _, number in pairs}
    filed: dict[int, OnFile] = {}
    for _, at, number in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if at not in filed and left[number]:
            left[number] -= 1
            filed[at] = items[number]
    for at, proposal in enumerate(proposals):
        split = _split(proposal, document, items) if at not in filed else None
        if split is not None:
            filed[at] = split
    return filed


def _split(proposal: Proposal, document: str | None, items: Sequence[OnFile]) -> OnFile | None:
    """The first of the items into which the proposal was split: together they have its words."""
    passage = _bare(proposal.passage)
    parts = [
        (one, wording)
        for one in items
        if one.same_meeting and one.item.document == document
        for wording in [_bare(one.item.wording or "")]
        if wording and wording in passage and wording != passage
    ]
    told = sum(len(wording) for wording in {wording for _, wording in parts})
    whole = len(parts) > 1 and told > _SAME * len(passage)
    return parts[0][0] if whole else None


def _parts(one: OnFile) -> int:
    """How many passages stand in the words of the item, in the document that has most of them."""
    wordings = (one.item.wording, *(record.wording for record in one.records))
    return max(len((wording or "").split(JOINT)) for wording in wordings)


def _is_filed(proposal: Proposal, document: str | None, one: OnFile) -> bool:
    passage = _bare(proposal.passage)
    for own, wording in [
        (one.item.document, one.item.wording),
        *((record.document, record.wording) for record in one.records),
    ]:
        if own != document or not wording:
            continue
        other = _bare(wording)
        if passage == other or passage in map(_bare, wording.split(JOINT)):
            return True
        if min(len(passage), len(other)) > 24 and (passage in other or other in passage):
            same = _likeness(_words(proposal.title), _words(one.item.title))
            if same >= _ALIKE or min(len(passage), len(other)) > _SAME * max(
                len(passage), len(other)
            ):
                return True
    return False


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _words(text: str) -> frozenset[str]:
    wide = {run[at : at + 2] for run in _WIDE.findall(text) for at in range(len(run) - 1)}
    narrow = {
        word.lower() for word in _WORD.findall(text) if word.isascii() or not _WIDE.search(word)
    }
    return frozenset((narrow - _COMMON) | (wide - _COMMON_WIDE))


def _likeness(one: Iterable[str], other: Iterable[str], least: int = _LEAST) -> float:
    a, b = frozenset(one), frozenset(other)
    shared = len(a & b)
    return shared / min(len(a), len(b)) if shared >= least else 0.0


def _apart(one: Window, other: Window) -> bool:
    """True where both have days, and none in common."""
    if not (one.has_day and other.has_day):
        return False
    before = one.latest is not None and other.earliest is not None and one.latest < other.earliest
    after = one.earliest is not None and other.latest is not None and one.earliest > other.latest
    return before or after


def _of_same_days(
    proposal: Proposal, document: str | None, items: Sequence[OnFile]
) -> OnFile | None:
    window = proposal.timing.window
    if window.earliest is None or window.latest is None:
        return None
    same = [
        one
        for one in items
        if one.same_meeting
        and one.item.document not in (None, document)
        and (one.window.earliest, one.window.latest) == (window.earliest, window.latest)
        and not _share_a_script(proposal.passage, one.item.wording or "")
    ]
    return same[0] if len(same) == 1 else None


def _share_a_script(one: str, other: str) -> bool:
    return bool(_WIDE.search(one)) == bool(_WIDE.search(other))
