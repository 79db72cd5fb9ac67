"""The process: `dipltrack`, the same as `python -m dipltrack`."""

import gc
import os
import sys

_ROUND = 100_000
"""How many more objects must be held than were let go before a search for dead circles."""


def main() -> None:
    """Runs the program, whose process ends with it.

    A start makes tens of thousands of objects, none of them to be thrown away. Python would search
    them for dead circles over and over, and once more when it ends: a fifth of what `due` takes. A
    long run still searches, more rarely.
    """
    gc.set_threshold(_ROUND)
    if "_DIPLTRACK_COMPLETE" in os.environ:
        _leave_out_rich()
    from dipltrack.cli.main import main as run

    try:
        run()
    finally:
        gc.freeze()


def _leave_out_rich() -> None:
    """Lets the Tab key offer titles as they stand, and sooner.

    Where rich can be imported, Typer has it draw the help of what is offered: it would break a long
    title in two lines, of which a shell offers the second as a word, and take `[draft]` for markup.
    """
    sys.modules["rich"] = None  # type: ignore[assignment]


if __name__ == "__main__":
    main()
