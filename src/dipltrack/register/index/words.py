"""The words of items: what a search looks through, and the trigrams that narrow it.

A search looks at what is in force; the index holds every word that ever was, so that what it
narrows to is looked at once more. Both tables are made when something is first searched for.
"""

import sqlite3
from collections.abc import Iterator

from dipltrack.model.commitment import Commitment
from dipltrack.model.folding import folded
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Update
from dipltrack.register.fold import states_of
from dipltrack.register.index.later import Later, made_later
from dipltrack.register.index.narrowing import Clause
from dipltrack.register.standing import Standing
from dipltrack.register.standings import Life

_TRIGRAMS = (
    "CREATE VIRTUAL TABLE trigram USING fts5"
    "(words, content='body', content_rowid='item', tokenize='trigram', detail=none)"
)


def words_of(life: Life) -> str:
    """All words of the item, of every state that it ever had, its records and entries, folded for comparing."""
    seen = life.seen
    states = [state for _, state in states_of(life.item, life.counting, seen.meeting.date)]
    parts: list[str | None] = [life.item.ref, *_words_of_meeting(seen.meeting)]
    parts += _words_of_meeting(seen.file.meeting)
    parts += (
        str(change.to)
        for update in seen.about(seen.file.meeting)
        for change in update.changes
        if change.field in {"title", "place"} and change.to
    )
    item: Commitment | None = None
    for state in states:
        if state.item is not item:
            item = state.item
            parts += _words_of_item(item)
        parts.append(state.timing.stated)
    names = {life.item.ref, life.item.id}
    parts += (record.wording for record in seen.records if record.of in names)
    for update in life.counting:
        parts += _words_of_update(update)
    return folded("\n".join(filter(None, dict.fromkeys(parts))))


def holds(standing: Standing, words: str) -> bool:
    """True where the item holds every one of the words as of the day, in whatever letters."""
    parts = [standing.ref, *_words_of_item(standing.item), standing.state.timing.stated]
    parts += _words_of_meeting(standing.meeting)
    parts += (record.wording for record in standing.records)
    for update in standing.state.entries:
        parts += _words_of_update(update)
    hay = folded("\n".join(part for part in parts if part))
    return all(word in hay for word in folded(words).split())


def _words_of_meeting(meeting: Meeting) -> tuple[str | None, ...]:
    return meeting.title, meeting.place


def _words_of_item(item: Commitment) -> tuple[str | None, ...]:
    bodies = item.lead, item.support, item.counterpart
    return (
        item.title,
        item.wording,
        item.dossier,
        item.sector,
        item.done_when,
        *(name for names in bodies for name in names),
    )


def _words_of_update(update: Update) -> tuple[str | None, ...]:
    return (
        update.note,
        update.reason,
        update.next_step,
        update.seek,
        update.decided,
        *update.asked,
        *update.answered,
        *(text for one in update.evidence for text in (one.says, one.registry)),
    )


def narrowed_to(connection: sqlite3.Connection, words: str) -> Clause:
    """The condition that an item must fit to hold the words; any does where none are kept."""
    whole = Clause("1")
    if Later.WORDS not in made_later(connection):
        return whole
    for word in folded(words).split():
        grams = list(dict.fromkeys(_grams(word)))
        if grams and _is_ready(connection):
            among = "SELECT rowid FROM trigram WHERE trigram MATCH ?"
            sought = " AND ".join(f'"{gram}"' for gram in grams)
        else:
            among, sought = "SELECT item FROM body WHERE instr(words, ?)", word
        whole = whole.and_(Clause(f"item.id IN ({among})", (sought,)))
    return whole


def _grams(word: str) -> Iterator[str]:
    """Each three letters of a word that follow one another, in the quotes of FTS5."""
    for at in range(len(word) - 2):
        yield word[at : at + 3].replace('"', '""')


def _is_ready(connection: sqlite3.Connection) -> bool:
    """Makes the trigrams if there are none yet; false where this SQLite cannot."""
    if has_trigrams(connection):
        return True
    try:
        connection.execute("BEGIN IMMEDIATE")
        if not has_trigrams(connection):
            connection.execute(_TRIGRAMS)
            connection.execute("INSERT INTO trigram (trigram) VALUES ('rebuild')")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return False
    return True


def has_trigrams(connection: sqlite3.Connection) -> bool:
    """True where something was searched for before, and can be narrowed by them."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'trigram'").fetchone()
    return found is not None
