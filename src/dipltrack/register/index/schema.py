"""The tables of the index, and the codes under which words stand in it.

Days are whole numbers, as `date.toordinal` counts them. A span holds from its first day to the
day before `to_day`. Names that are several stand one a line.

A span is short: how the item stands is one of a few hundred `mark`s, and the fields in force are
one of a few thousand `form`s, which items share. The title of a form is that of the item where it
stands NULL, and only what was given another has one of its own.
"""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum, StrEnum

from dipltrack.model.vocabulary import (
    Firmness,
    Freshness,
    Kind,
    NextMove,
    Rag,
    RagReason,
    Status,
    Timeliness,
)

VERSION = 11
"""Of the tables and of what stands in them: an index of another version is made anew."""

FOREVER = date.max.toordinal() + 1
"""The day after the last one that there is."""


class Sort(IntEnum):
    """How an item points at another; all but `FOLLOWS` change how one of the two stands."""

    RESTATES = 1
    SUPERSEDED_BY = 2
    SAME_AS = 3
    FOLLOWS = 4


TABLES = """
CREATE TABLE reach (since INTEGER);
CREATE TABLE file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
  size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, settled INTEGER, hash BLOB
);
CREATE TABLE made (file INTEGER, by TEXT, first REAL, last REAL);
CREATE TABLE matter (file INTEGER, dossiers TEXT);
CREATE TABLE fault (file INTEGER, line INTEGER, wrong TEXT, mend TEXT);
CREATE TABLE meeting (file INTEGER, ref TEXT, struck INTEGER);
CREATE TABLE occasion (
  file INTEGER, from_day INTEGER, to_day INTEGER, day INTEGER, title TEXT, parties TEXT
);
CREATE TABLE item (
  id INTEGER PRIMARY KEY, file INTEGER, ref TEXT, partner TEXT, dated TEXT, number INTEGER,
  title TEXT, struck INTEGER
);
CREATE TABLE unread (file INTEGER, ref TEXT);
CREATE TABLE twice (ref TEXT);
CREATE TABLE formerly (file INTEGER, old TEXT, ref TEXT);
CREATE TABLE link (item INTEGER, sort INTEGER, ref TEXT);
CREATE TABLE mark (
  id INTEGER PRIMARY KEY, struck INTEGER, is_open INTEGER, newest INTEGER, chased INTEGER,
  promised INTEGER, status INTEGER, sought INTEGER, unkept INTEGER, timeliness INTEGER,
  rag INTEGER, reason INTEGER, freshness INTEGER, silent INTEGER, unanswered INTEGER
);
CREATE TABLE form (
  id INTEGER PRIMARY KEY, firmness INTEGER, kind INTEGER, sector TEXT, dossier TEXT, lead TEXT,
  voice TEXT, title TEXT
);
CREATE TABLE span (
  item INTEGER, from_day INTEGER, to_day INTEGER, mark INTEGER, form INTEGER, earliest INTEGER,
  latest INTEGER, next_move INTEGER, updated INTEGER
);
CREATE TABLE rest (under TEXT, day INTEGER);
"""
INDEXES = """
CREATE INDEX fault_file ON fault (file);
CREATE INDEX made_file ON made (file);
CREATE INDEX matter_file ON matter (file);
CREATE INDEX meeting_file ON meeting (file);
CREATE INDEX meeting_ref ON meeting (ref);
CREATE INDEX unread_file ON unread (file);
CREATE INDEX formerly_file ON formerly (file);
CREATE INDEX formerly_old ON formerly (old);
CREATE INDEX occasion_file ON occasion (file);
CREATE INDEX item_file ON item (file);
CREATE INDEX item_ref ON item (ref);
CREATE INDEX item_order ON item (partner, dated, number);
CREATE INDEX form_fields ON form (dossier, lead);
CREATE INDEX link_item ON link (item);
CREATE INDEX link_ref ON link (ref);
CREATE INDEX span_item ON span (item, from_day);
CREATE INDEX span_day ON span (mark, to_day, from_day, latest, earliest, item, form);
"""


def _codes(words: type[StrEnum]) -> Mapping[StrEnum | None, int | None]:
    return {None: None} | {word: code for code, word in enumerate(words)}


STATUS = _codes(Status)
TIMELINESS = _codes(Timeliness)
FRESHNESS = _codes(Freshness)
RAG = _codes(Rag)
REASON = _codes(RagReason)
FIRMNESS = _codes(Firmness)
KIND = _codes(Kind)
NEXT_MOVE = _codes(NextMove)
