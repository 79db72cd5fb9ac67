"""What a command prints: reports and JSON to standard output, the rest to standard error."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TextIO

import typer

from dipltrack.cli.exits import BROKEN
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.fault import Fault
from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Handling
from dipltrack.register.question import Strange
from dipltrack.register.view import View
from dipltrack.reports.blocks import Block, Report

if TYPE_CHECKING:
    pass

_LINES = 200
"""How many lines are written at once."""
_CHROME = 7
"""Lines of a screen that a list leaves for its head, its foot and the prompt."""


def put(text: str) -> None:
    """Writes the text on standard output; leaves in peace where nobody reads any more."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def put_lines(lines: Iterator[str]) -> None:
    """Writes the lines on standard output as they are made: a pipe need not wait for the last."""
    while some := list(islice(lines, _LINES)):
        put("".join(f"{line}\n" for line in some))


def report_of(
    session: Session,
    view: View,
    title: str,
    blocks: Sequence[Block],
    *,
    name: str = "",
    told: tuple[str, ...] = (),
    audience: Handling = Handling.INTERNAL,
) -> Report:
    """The blocks with their head. A copy for others does not name the desk: that is the ledger's own."""
    ledger = session.settings.ledger
    return Report(
        name=name,
        title=title,
        desk=ledger.name if audience is Handling.INTERNAL else "",
        as_of=view.as_of,
        known_by=view.known_by,
        ceiling=ledger.ceiling,
        audience=audience,
        told=told,
        blocks=tuple(blocks),
    )


def say(text: str) -> None:
    """Prints a line on standard output, shown literally."""
    put("".join(f"{line}\n" for line in _lines(visible(text), sys.stdout)))


def warn(text: str) -> None:
    """Prints a line on standard error, shown literally."""
    sys.stdout.flush()
    lines = _lines(f"dipltrack: {visible(text)}", sys.stderr)
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def _lines(text: str, stream: TextIO) -> list[str]:
    """The line as it is; on a terminal broken at spaces, where it would else break inside a word."""
    if not stream.isatty():
        return [text]
    from dipltrack.cli.wrapping import wrapped

    return wrapped(text, shutil.get_terminal_size().columns)


def name_broken(errors: Sequence[Fault]) -> None:
    """Names on standard error by what an answer may be incomplete."""
    for error in errors:
        warn(str(error))
    if errors:
        files = len({error.file for error in errors})
        warn(f"the answer may be incomplete: {files} file{'s' if files > 1 else ''} with errors")


def name_strange(strange: Sequence[Strange], asked: str = "--{} {}") -> None:
    """Names on standard error the names in filters that nothing of the ledger bears.

    `asked` says how the filter was written, with a place for its word and one for the name.
    """
    for one in strange:
        mend = f": did you mean {one.near}?" if one.near else ""
        warn(f"{asked.format(one.filter, one.name)}: nothing on file bears that name{mend}")


def name_ours(session: Session, partners: Sequence[str]) -> None:
    """Says that a filter by our own party leaves nothing out: it took part in every meeting."""
    ours = session.settings.ledger.party
    if ours.casefold() in {partner.casefold() for partner in partners}:
        warn(f"--partner {ours}: that is our own party, and it took part in every meeting")


def leave_if_broken(errors: Sequence[Fault]) -> None:
    """After an answer: names what may be missing in it, and leaves with exit code 3."""
    name_broken(errors)
    if errors:
        raise typer.Exit(BROKEN)


def screenful(limit: int | None = None, *, everything: bool) -> int | None:
    """The most rows that a terminal can show at once; None for all, as always in a pipe.

    A limit that was asked for holds everywhere.
    """
    if limit is not None:
        return limit
    if everything or not sys.stdout.isatty():
        return None
    return max(5, shutil.get_terminal_size().lines - _CHROME)


def is_json(wanted: str) -> bool:
    """True where JSON is asked for. Raises WrongUsageError for a format that there is not."""
    if wanted in {"terminal", "json"}:
        return wanted == "json"
    raise WrongUsageError(f"--format {wanted}: there is terminal and json")
