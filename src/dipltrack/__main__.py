"""The process: `dipltrack`, the same as `python -m dipltrack`."""

import gc

_ROUND = 100_000
"""How many more objects must be held than were let go before a search for dead circles."""


def main() -> None:
    """Runs the program, whose process ends with it.

    A start makes tens of thousands of objects, none of them to be thrown away. Python would search
    them for dead circles over and over, and once more when it ends: a fifth of what `due` takes. A
    long run still searches, more rarely.
    """
    gc.set_threshold(_ROUND)
    from dipltrack.cli.main import main as run

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
