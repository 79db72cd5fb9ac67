"""The ledger's own list of words by which firmness is read: `firmness.toml`, beside the settings."""

from pathlib import Path

from dipltrack.ledger.flaw import nearest
from dipltrack.ledger.lines import Place, line_of, places_in
from dipltrack.ledger.read import FIRMNESS, bytes_of
from dipltrack.ledger.syntax import parse_all
from dipltrack.ledger.tables import text_of
from dipltrack.ledger.toml import BOM
from dipltrack.model.fault import Fault
from dipltrack.wording.firmness_list import (
    FaultyRulesError,
    WrongEntry,
    default_rules,
    rules_of,
)
from dipltrack.wording.firmness_rules import FirmnessRules


def read_firmness(root: Path) -> tuple[FirmnessRules | None, list[Fault]]:
    """The shipped list as the ledger's own changes it; None, and every fault, where that is broken.

    Without a file of its own a ledger has the shipped list.
    """
    try:
        data = bytes_of(root, FIRMNESS)
    except FileNotFoundError:
        return default_rules(), []
    return (None, [data]) if isinstance(data, Fault) else _rules_of(data)


def _rules_of(data: bytes) -> tuple[FirmnessRules | None, list[Fault]]:
    """What the bytes say; what only follows from a line that had to be left out is not told."""
    text, faults = text_of(data, FIRMNESS)
    parsed, left_out = None, set[int]()
    if not faults:
        parsed, faults, left_out = parse_all(text, FIRMNESS)
    if parsed is None:
        return None, faults
    if "schema" not in parsed:
        wrong, mend = "schema is missing", "write schema = 1 at the top"
        faults.append(Fault(FIRMNESS, 1, wrong, mend))
    rules = None
    try:
        rules = rules_of(parsed, default_rules())
    except FaultyRulesError as error:
        lines = text.removeprefix(BOM).split("\n")
        kept = "\n".join("" if n in left_out else line for n, line in enumerate(lines, 1))
        places = places_in(kept)
        told = (entry for entry in error.faults if entry.key or not left_out)
        faults += (_fault_of(entry, places) for entry in told)
    return (None if faults else rules), sorted(faults)


def _fault_of(entry: WrongEntry, places: list[Place]) -> Fault:
    """The fault with its line; of a table that is written inline, the line of the language's key."""
    line = line_of(places, entry.table, entry.index, entry.key)
    if not line and entry.table:
        lang, _, key = entry.table.partition(".")
        line = line_of(places, lang, 0, key)
    near = nearest(entry.written, entry.known) if entry.written else None
    mend = f'did you mean "{near}"?' if near else entry.mend
    return Fault(FIRMNESS, line, entry.wrong, mend)
