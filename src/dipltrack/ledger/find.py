"""Where the ledger is."""

from collections.abc import Callable
from pathlib import Path

from dipltrack.ledger.read import SETTINGS


class NoLedgerError(Exception):
    """There is no ledger where one was looked for: where, and the mend."""


def ledger_root(
    named: str | None, cwd: Path, own: Callable[[], Path], *, source: str = "--ledger"
) -> Path:
    """The folder of the ledger: the named one, else the nearest above, else the user's own.

    Upward from the working folder, a folder counts that holds `dipltrack.toml` or a
    `data/dipltrack.toml` (DESIGN §7). `source` says where the name came from, for the error.
    Raises NoLedgerError.
    """
    if named:
        root = Path(named).expanduser()
        root = root.parent if root.name == SETTINGS else root
        if (root / SETTINGS).is_file():
            return root
        raise NoLedgerError(f"{source} {named} holds no {SETTINGS}: dipltrack init {named}")
    for folder in (cwd, *cwd.parents):
        for root in (folder, folder / "data"):
            if (root / SETTINGS).is_file():
                return root
    if (own() / SETTINGS).is_file():
        return own()
    raise NoLedgerError("there is no ledger here or above: dipltrack init DIR makes one")
