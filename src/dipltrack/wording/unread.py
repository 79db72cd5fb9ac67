"""The refusal of words that are not understood."""

EXAMPLES = ("late January", "by the end of next year", "as soon as possible")
"""Readings that are always near: shown where nothing nearer is known."""


class UnreadTimeError(ValueError):
    """Words of time that are not understood, with near readings that are; never a guess.

    >>> print(UnreadTimeError("soonish", "is not understood", near=("soon",)))
    "soonish" is not understood. Write it as: "soon".
    """

    def __init__(self, text: str, wrong: str, *, near: tuple[str, ...] = EXAMPLES) -> None:
        """Keep the words, and the near readings that can be typed instead."""
        self.text = text
        self.near = near
        mend = " or ".join(f'"{reading}"' for reading in near)
        super().__init__(f'"{_shown(text)}" {wrong}.' + (f" Write it as: {mend}." if near else ""))


def _shown(text: str) -> str:
    """The words on one line, cut to a readable length, with nothing in them that hides."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= 80 else f"{line[:79]}…"
