"""The tables of one TOML file -> entries, every fault with its line."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from dipltrack.ledger.flaw import Flaw, nearest
from dipltrack.ledger.keys import (
    LISTED_TABLES,
    LOG_TABLES,
    MEETING_TABLES,
    SETTINGS_TABLES,
    SINGLE_TABLES,
)
from dipltrack.ledger.shape import Reader
from dipltrack.ledger.toml import BOM, tables_if_sound
from dipltrack.model.fault import Fault, Severity

SCHEMA = 1
"""The newest schema of a file that this program knows."""


def entries_of(
    data: bytes,
    path: str,
    tables: Mapping[str, type[Any]],
    only: Collection[str] | None = None,
) -> tuple[dict[str, list[Any]] | None, list[Fault]]:
    """The entries of each table of a file, None in the place of one that could not be read.

    Of a file without a flaw, those of other items than the ones in `only` may be left out.
    """
    text, faults = text_of(data, path)
    if faults:
        return None, faults
    if only is not None and (entries := _sound_entries_about(text, tables, only)) is not None:
        return entries, []
    left_out: set[int] = set()
    parsed = tables_if_sound(text, data)
    if parsed is None or _may_mean_otherwise(text, parsed):
        from dipltrack.ledger.syntax import parse_all  # 3 ms at a start, for a file with a fault

        parsed, faults, left_out = parse_all(text, path)
    if parsed is None:
        return None, faults
    entries, flaws = _read_tables(parsed, tables)
    if not flaws and not _is_suspect(text):
        return entries, faults
    from dipltrack.ledger.lines import places_in  # as above
    from dipltrack.ledger.locate import faults_of, inline_tables

    kept = text.removeprefix(BOM).split("\n")
    places = places_in("\n".join("" if n in left_out else x for n, x in enumerate(kept, 1)))
    faults += faults_of(flaws, places, path, left_out)
    faults += inline_tables(places, path, tables)
    return entries, faults


def _sound_entries_about(
    text: str, tables: Mapping[str, type[Any]], refs: Collection[str]
) -> dict[str, list[Any]] | None:
    """The entries about the items alone, where nothing is wrong with them; else None.

    What is wrong is told under the numbers and lines of all the tables.
    """
    from dipltrack.ledger.about import tables_about, text_about  # only where something is shown

    about = text_about(text, refs)
    parsed = tables_if_sound(about)
    if parsed is None or _may_mean_otherwise(about, parsed) or _is_suspect(about):
        return None
    entries, flaws = _read_tables(tables_about(parsed, refs), tables)
    return None if flaws else entries


def text_of(data: bytes, file: str) -> tuple[str, list[Fault]]:
    """The text of a file's bytes; bytes that are not UTF-8 are faults, each line once."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mend = "save the file as UTF-8"
        return "", [Fault(file, line, f"byte 0x{data[error.start]:02x} is no UTF-8", mend)]


def _may_mean_otherwise(text: str, tables: dict[str, Any]) -> bool:
    """True where what is sound TOML may not be what was meant.

    A conflict of git may lie inside a passage; a table in single brackets is no list.
    """
    if "<" in text and "<<<<<<<" in text:  # to look for one sign takes a fortieth of the time
        return True
    if ">" in text and ">>>>>>>" in text:
        return True
    return any(isinstance(tables.get(name), dict) for name in LISTED_TABLES)


def _read_tables(
    parsed: dict[str, Any], tables: Mapping[str, type[Any]]
) -> tuple[dict[str, list[Any]], list[Flaw]]:
    flaws = list(_schema_flaws(parsed))
    entries: dict[str, list[Any]] = {name: [] for name in tables}
    if any(flaw.key == "schema" for flaw in flaws):
        return entries, flaws
    reader = Reader()
    for name, raw in parsed.items():
        if name in tables:
            entries[name] = _read_table(reader, tables, name, raw)
        elif name != "schema" and not name.startswith("x_"):
            flaws.append(_unknown_table(name, tables))
    main = next(iter(tables))
    if main not in parsed and main in SINGLE_TABLES:
        flaws.append(Flaw(wrong=f"[{main}] is missing", mend=f"write [{main}] below schema = 1"))
    return entries, flaws + reader.flaws


def _read_table(
    reader: Reader, tables: Mapping[str, type[Any]], name: str, raw: object
) -> list[Any]:
    single, model = name in SINGLE_TABLES, tables[name]
    if single:
        if isinstance(raw, list):
            wrong, mend = f"[[{name}]] stands in double brackets", f"write [{name}], once"
            reader.flaws.append(Flaw(table=name, wrong=wrong, mend=mend))
            return []
        raw = [raw]
    elif not isinstance(raw, list):
        wrong, mend = f"{name} is no list of tables", f"write each as [[{name}]]"
        reader.flaws.append(Flaw(table=name, wrong=wrong, mend=mend))
        return []
    return [reader.entry(model, table, name, index) for index, table in enumerate(raw)]


def _schema_flaws(parsed: dict[str, Any]) -> list[Flaw]:
    schema = parsed.get("schema")
    if schema == SCHEMA and not isinstance(schema, bool):
        return []
    if schema is None:
        return [Flaw(key="schema", wrong="schema is missing", mend="write schema = 1 at the top")]
    if isinstance(schema, int) and schema > SCHEMA:
        wrong = f"schema = {schema} is newer than this program, which knows {SCHEMA}"
        return [Flaw(key="schema", wrong=wrong, mend="install a newer dipltrack")]
    return [Flaw(key="schema", wrong=f"schema = {schema} is unknown", mend="write schema = 1")]


def _unknown_table(name: str, tables: Mapping[str, type[Any]]) -> Flaw:
    near = nearest(name, tuple(tables))
    mend = f"did you mean {near}?" if near else "call a table of your own x_…"
    wrong = f"{name} is no table of this file"
    return Flaw(table=name, wrong=wrong, mend=mend, severity=Severity.WARNING)


def located(data: bytes, path: str, flaws: list[Flaw]) -> list[Fault]:
    """The flaws of a file that reads well, with the lines on which they stand."""
    from dipltrack.ledger.lines import places_in
    from dipltrack.ledger.locate import faults_of

    return faults_of(flaws, places_in(data.decode().removeprefix(BOM)), path)


_DOTTED = re.compile(r"\[[ \t]*[\w-]+[ \t]*\.")
"""What stands in the head of a sub-table, and nearly nowhere else: soon looked for."""
_SUB_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*[\w-]+[ \t]*\.", re.MULTILINE)
_INLINE = re.compile(
    rf"^[ \t]*({'|'.join((*MEETING_TABLES, *SETTINGS_TABLES, *LOG_TABLES))})[ \t]*=", re.MULTILINE
)


def _is_suspect(text: str) -> bool:
    """True where tables may be written in a form to which nothing can be appended."""
    top = text.partition("\n[")[0]
    return bool(_INLINE.search(top) or (_DOTTED.search(text) and _SUB_TABLE.search(text)))
