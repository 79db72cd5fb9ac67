"""What is doubtful in the log of reminders: entries of what is not on file."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.reminders import log_entries
from dipltrack.ledger.tables import located
from dipltrack.model.fault import Fault
from dipltrack.model.reminder import Reminder
from dipltrack.register.doubtful import is_strange, no_item, warning
from dipltrack.register.judged import Known


def log_warnings(root: Path, known: Known) -> list[Fault]:
    """The warnings of the log's files, with their lines, held against what the ledger knows."""
    faults: list[Fault] = []
    for path, data, entries in log_entries(root):
        if flaws := list(_doubts(entries, known)):
            faults += located(data, path, flaws)
    return faults


def _doubts(entries: Sequence[Reminder | None], known: Known) -> Iterator[Flaw]:
    for index, one in enumerate(entries):
        if one is not None and is_strange(one.of, known):
            yield warning("reminder", index, "of", *no_item("of", one.of, known))
