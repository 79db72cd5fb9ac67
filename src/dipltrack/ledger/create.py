"""Makes a new ledger: a folder with `dipltrack.toml`."""

from pathlib import Path

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.read import SETTINGS
from dipltrack.ledger.replace import create_file
from dipltrack.ledger.table import table_of
from dipltrack.model.settings import Identity

_HEAD = """\
# The settings of this ledger. Edit them by hand: docs/format.md lists every key.
# Not for classified text: of that, an item holds a registry number only.
schema = 1

"""


def create_ledger(root: Path, identity: Identity) -> None:
    """Makes the folder and its settings. Raises FileExistsError, OSError; never overwrites."""
    text = _HEAD + text_of_table("ledger", table_of(identity), single=True)
    create_file(root / SETTINGS, text.encode())
