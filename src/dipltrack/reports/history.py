"""The history of an item, what each entry says in words, and the evidence."""

from collections.abc import Iterator

from dipltrack.model.update import Change, Evidence, Update
from dipltrack.register.corrections import corrected_ids, is_undo
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Cell, Column, Day, Need, Table, Text
from dipltrack.reports.items import clipped


def history_table(standing: Standing) -> Table:
    """What was entered of the item, each with its day and by whom, the newest last."""
    columns = (
        Column("Day", least=11, whole=True),
        Column("What", least=13, most=20),
        Column("Said", least=20, good=30, share=4),
        Column("Id", Need.OFTEN, whole=True),
        Column("Entered", Need.SOMETIMES, whole=True),
        Column("By", Need.RARELY, least=8),
    )
    wrong = corrected_ids(standing.history)
    rows = tuple(_history_row(update, update.id in wrong) for update in standing.history)
    return Table(columns, rows)


def _history_row(update: Update, is_wrong: bool) -> tuple[Cell, ...]:  # noqa: FBT001
    return (
        Text(update.when) if update.when else Day(update.date, update.from_),
        Text(what_of(update) + (" (taken back)" if is_wrong else "")),
        Text(said_of(update)),
        Text(update.id or ""),
        Day(update.recorded.date() if update.recorded else None),
        Text(update.by or ""),
    )


def what_of(update: Update) -> str:
    """What sort of entry it is, in a word or two."""
    if is_undo(update):
        return "struck" if update.same_as else f"takes back {update.corrects}"
    kinds = (
        update.status,
        "held" if update.held else None,
        update.timing,
        "asked" if update.asked else None,
        "answered" if update.answered else None,
        "decided" if update.decided else None,
        "sought" if update.seek else None,
        "at risk" if update.at_risk else None,
        "changed" if update.changes else None,
    )
    return ", ".join(str(kind) for kind in kinds if kind) or "note"


def said_of(update: Update) -> str:
    """What an entry says, in one line."""
    parts = [update.note]
    if update.to:
        parts.append(f"“{update.to.stated}” ({update.to.window.edtf()})")
    parts.append("; ".join(changed_from_to(change) for change in update.changes))
    labelled = (
        ("Whose word", ", ".join(update.voice)),
        ("Source", " ".join(part for part in (update.document, update.paragraph) if part)),
        ("Reason", update.reason),
        ("Asked", ", ".join(update.asked)),
        ("Answer due", update.reply_by.isoformat() if update.reply_by else None),
        ("Answer from", ", ".join(update.answered)),
        ("Sought", update.seek),
        ("Decided", update.decided),
        ("Next", update.next_step),
        ("Whose move", update.next_move),
        ("In its place", update.superseded_by),
        ("Review on", update.review_on.isoformat() if update.review_on else None),
        ("Muted until", update.mute_until.isoformat() if update.mute_until else None),
    )
    told = [f"{label}: {_ended(str(text))}" for label, text in labelled if text]
    if told and update.note:
        parts[0] = _ended(update.note)  # else the note would run on into what follows
    return " ".join(part for part in (*parts, *told) if part)


def _ended(text: str) -> str:
    """The text as a sentence.

    >>> _ended("Talks go on"), _ended("May we?")
    ('Talks go on.', 'May we?')
    """
    return text if text[-1] in _ENDS else f"{text}."


_ENDS = ".!?…:;。！？"
"""What a note may end with before a label follows."""


def changed_from_to(change: Change) -> str:
    """A field with what it was and what it is.

    >>> changed_from_to(Change(field="parties", from_=("JP", "TR"), to=("TR", "EU")))
    'parties: JP, TR → TR, EU'
    >>> changed_from_to(Change(field="track", to=True))
    'track: no → yes'
    """
    flag = isinstance(change.from_, bool) or isinstance(change.to, bool)
    missing = "no" if flag else "nothing"
    before, after = (
        missing if value is None else field_shown(value) for value in (change.from_, change.to)
    )
    return f"{change.field}: {before} → {after}"


def field_shown(value: object) -> str:
    """A value of a field as a reader expects it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def evidence_of(standing: Standing) -> Iterator[tuple[Update, Evidence]]:
    """Each piece of evidence, with the entry that it stands in."""
    for update in standing.state.entries:
        for evidence in update.evidence:
            yield update, evidence


def evidence_table(evidence: list[tuple[Update, Evidence]]) -> Table:
    """The evidence: what each piece says, and whether it supports."""
    columns = (
        Column("Dated", least=11, whole=True),
        Column("Source", least=24, share=3),
        Column("Says", Need.OFTEN, least=12, share=2),
    )
    return Table(columns, tuple(_evidence_row(update, one) for update, one in evidence))


def _evidence_row(update: Update, evidence: Evidence) -> tuple[Cell, ...]:
    named = evidence.address or evidence.document or evidence.registry
    kept = f"kept {clipped(evidence.kept, 12)}" if evidence.kept else None
    source = ", ".join(part for part in (named, kept) if part)
    says = [word for word in ("against" if evidence.contradicts else "", evidence.says) if word]
    return (
        Text(evidence.when) if evidence.when else Day(evidence.date),
        Text(source),
        Text(": ".join(says)),
    )
