"""The fields of an item that `--set` takes."""

from dipltrack.ledger.keys import Key, Sort, keys_of
from dipltrack.model.commitment import Commitment
from dipltrack.register.changes import IN_FORCE, NEVER


def changeable() -> list[str]:
    """The fields that `--set` takes."""
    return [*(key.name for key in settable_keys()), *sorted(IN_FORCE)]


def settable_keys() -> list[Key]:
    """The keys of an item that a change may name; a time has commands of its own."""
    of_items = keys_of(Commitment)
    return [key for key in of_items if key.name not in NEVER and key.sort is not Sort.TIMING]
