"""Makes a new ledger: a folder with `dipltrack.toml`; or a copy of the real one."""

import re
from errno import ENOENT
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


def copy_example(root: Path) -> None:
    """Copies the real ledger that comes with the program, as one that may be written to.

    Raises FileNotFoundError where the program came without it, OSError; never overwrites.
    """
    source = _example()
    if not (source / SETTINGS).is_file():
        raise FileNotFoundError(ENOENT, "the program came without its example", str(source))
    for path in sorted(source.rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        if path.name == SETTINGS:
            text = re.sub(r"^example = true[^\n]*\n", "", text, flags=re.MULTILINE)
        create_file(root / path.relative_to(source), text.encode())


def _example() -> Path:
    """The folder of the real ledger: inside the package, or beside its sources."""
    package = Path(__file__).parents[1]
    inside, beside = package / "example", package.parents[1] / "data"
    return inside if (inside / SETTINGS).is_file() else beside
