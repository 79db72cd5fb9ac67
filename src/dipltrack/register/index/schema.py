"""The tables of the index, and the codes under which words stand in it.

Days are whole numbers, as `date.toordinal` counts them. A span holds from its first day to the
day before `to_day`. Names that are several stand one a line.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

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

VERSION = 1
"""Of the tables and of what stands in them: an index of another version is made anew."""

FOREVER = date.max.toordinal() + 1
"""The day after the last one that there is."""

TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
  size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, settled INTEGER, hash BLOB,
  last_entry REAL
);
CREATE TABLE fault (file INTEGER, line INTEGER, wrong TEXT, mend TEXT);
CREATE TABLE meeting (file INTEGER, ref TEXT, struck INTEGER);
CREATE TABLE occasion (
  file INTEGER, from_day INTEGER, to_day INTEGER, day INTEGER, title TEXT, parties TEXT
);
CREATE TABLE item (
  id INTEGER PRIMARY KEY, file INTEGER, ref TEXT, partner TEXT, dated TEXT, number INTEGER,
  title TEXT, struck INTEGER
);
CREATE TABLE body (item INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE unread (file INTEGER, ref TEXT);
CREATE TABLE twice (ref TEXT);
CREATE TABLE link (item INTEGER, sort INTEGER, ref TEXT);
CREATE TABLE span (
  item INTEGER, from_day INTEGER, to_day INTEGER, is_open INTEGER, newest INTEGER,
  chased INTEGER, promised INTEGER, status INTEGER, timeliness INTEGER, rag INTEGER,
  reason INTEGER, freshness INTEGER, silent INTEGER, sought INTEGER, unkept INTEGER, earliest INTEGER,
  latest INTEGER, firmness INTEGER, kind INTEGER, next_move INTEGER, updated INTEGER,
  sector TEXT, dossier TEXT, lead TEXT, voice TEXT, title TEXT
);
"""
INDEXES = """
CREATE INDEX fault_file ON fault (file);
CREATE INDEX meeting_file ON meeting (file);
CREATE INDEX meeting_ref ON meeting (ref);
CREATE INDEX unread_file ON unread (file);
CREATE INDEX occasion_file ON occasion (file);
CREATE INDEX item_file ON item (file);
CREATE INDEX item_ref ON item (ref);
CREATE INDEX item_order ON item (partner, dated, number);
CREATE INDEX link_item ON link (item);
CREATE INDEX link_ref ON link (ref);
CREATE INDEX span_item ON span (item, from_day);
CREATE INDEX span_day ON span (
  is_open, to_day, from_day, newest, chased, timeliness, reason, silent, sought, unkept, latest, earliest,
  item
);
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
