"""Wrong usage: what was typed cannot be done."""


class WrongUsageError(Exception):
    """What was typed cannot be done: why, and what to type instead."""
