"""The filters by which commands narrow what they take: the same words in `list` and `export`."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.usage import WrongUsageError
from dipltrack.register.question import SortBy

Meetings = Annotated[
    list[str] | None,
    typer.Option(
        "--meeting", "-m", metavar="REF", help="Only of it.", autocompletion=completion.meetings
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="WORD",
        help="no-report, fulfilled, …",
        autocompletion=completion.statuses,
    ),
]
Timeliness = Annotated[
    list[str] | None,
    typer.Option(
        "--timeliness",
        metavar="WORD",
        help="overdue, late, …",
        autocompletion=completion.timeliness,
    ),
]
Firmness = Annotated[
    list[str] | None,
    typer.Option(
        "--firmness",
        metavar="WORD",
        help="agreement, plan, …",
        autocompletion=completion.firmness,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="WORD",
        help="one-off, continuing, …",
        autocompletion=completion.kinds,
    ),
]
Voices = Annotated[
    list[str] | None,
    typer.Option(
        "--voice",
        metavar="WORD",
        help="joint, ours, theirs.",
        autocompletion=completion.voices,
    ),
]
NextMoves = Annotated[
    list[str] | None,
    typer.Option(
        "--next-move",
        metavar="WORD",
        help="ours, theirs, …",
        autocompletion=completion.next_moves,
    ),
]
Promised = Annotated[bool, typer.Option("--promised", help="Only promises.")]
AlsoSaid = Annotated[
    bool, typer.Option("--also-said", help="Only what was also said, not promised.")
]
Words = Annotated[str | None, typer.Option("--text", metavar="WORDS", help="The same as WORDS.")]
DueFrom = Annotated[
    str | None, typer.Option("--due-from", metavar="DAY", help="Window ends on it or later.")
]
DueTo = Annotated[
    str | None, typer.Option("--due-to", metavar="DAY", help="Window begins by this day.")
]
Open = Annotated[bool, typer.Option("--open", help="Only open ones.")]
Closed = Annotated[bool, typer.Option("--closed", help="Only closed ones.")]
Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="WORD",
        help="ref, latest, rag, status, updated, …",
        autocompletion=completion.words_of(list(SortBy)),
    ),
]


def one_of(option: str, wanted: bool, other: str, other_wanted: bool) -> bool | None:
    """True for the first, False for the other, None for neither. Raises WrongUsageError for both."""
    if wanted and other_wanted:
        raise WrongUsageError(f"write {option} or {other}, not both: without them all are listed")
    return wanted if wanted or other_wanted else None
