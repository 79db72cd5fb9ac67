"""Options that several commands share, and how their words are read."""

from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from dipltrack.cli import completion
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.flaw import list_of, nearest
from dipltrack.model.text import controls_in

W = TypeVar("W", bound=StrEnum)
_LONGEST = 300

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Ask of this day.")]
KnownBy = Annotated[
    str | None,
    typer.Option("--known-by", metavar="DAY", help="Count only what was entered by this day."),
]
Format = Annotated[str, typer.Option("--format", metavar="terminal|json", help="How to print.")]
AnyFormat = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="terminal, md, html, docx, xlsx, csv, json."),
]
Out = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Into it; its ending settles the format."),
]
Bom = Annotated[
    bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel tells UTF-8.")
]
Partner = Annotated[
    list[str] | None,
    typer.Option(
        "--partner",
        metavar="CODE",
        help="Only of this partner.",
        autocompletion=completion.partners,
    ),
]
Lead = Annotated[
    list[str] | None,
    typer.Option(
        "--lead", metavar="BODY", help="Only of this lead.", autocompletion=completion.bodies
    ),
]
Sector = Annotated[
    list[str] | None,
    typer.Option(
        "--sector", metavar="WORD", help="Only of this sector.", autocompletion=completion.sectors
    ),
]
Dossier = Annotated[
    list[str] | None,
    typer.Option(
        "--dossier",
        metavar="NAME",
        help="Only of this dossier.",
        autocompletion=completion.dossiers,
    ),
]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=0, help="Show so many at most.")
]
Everything = Annotated[bool, typer.Option("--all", help="Show all, not just a screenful.")]


def days_typed(
    session: Session, first: str, begin: str | None, last: str, end: str | None
) -> tuple[date | None, date | None]:
    """The first and the last day that were typed. Raises WrongUsageError for the wrong way round."""
    days = session.day(first, begin), session.day(last, end)
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise WrongUsageError(f"{first} {days[0]} is after {last} {days[1]}: change their places")
    return days


def word_of(words: type[W], text: str, option: str) -> W:
    """The word of a vocabulary that was typed, whatever its letter case, `-` or space.

    Raises WrongUsageError, which names the nearest.
    """
    wanted = _folded(text)
    found = [word for word in words if _folded(word) == wanted]
    found = found or [word for word in words if _folded(word).startswith(wanted) and wanted]
    if len(found) == 1:
        return found[0]
    known = tuple(word.value for word in words)
    near = nearest(text, known) or next(
        (word for word in known if word == _MEANT.get(wanted)), None
    )
    mend = f"did you mean {near}?" if near else f"write {list_of(known)}"
    raise WrongUsageError(f'{option}: "{text}" is not known: {mend}')


def words_of(words: type[W], texts: list[str] | None, option: str) -> tuple[W, ...]:
    """The words of a vocabulary that were typed, several after a comma or in several options."""
    return tuple(word_of(words, text, option) for text in names_of(texts))


def names_of(texts: list[str] | str | None) -> tuple[str, ...]:
    """The names that were typed, several after a comma or in several options.

    Raises WrongUsageError for a control character.

    >>> names_of(["ME1, METI", "MEXT"])
    ('ME1', 'METI', 'MEXT')
    """
    listed = [texts] if isinstance(texts, str) else texts or []
    parts = (clean(part, "a name") for text in listed for part in text.split(","))
    return tuple(part for part in parts if part)


def clean(text: str | None, option: str, *, lines: bool = False) -> str | None:
    """The text without space around it, or None where it is empty; on one line but with `lines`.

    Raises WrongUsageError for a control character.
    """
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as Windows and old Macs paste it
    if controls := controls_in(text):
        raise WrongUsageError(
            f"{option} holds the control character U+{ord(controls[0]):04X}: type it anew, or paste "
            f"it as plain text"
        )
    text = text.strip() if lines else " ".join(text.split())
    return text or None


def title_typed(text: str | None, option: str) -> str | None:
    """The title that was typed, on one line, or None. Raises WrongUsageError for an overlong one."""
    title = clean(text, option)
    if title is not None and len(title) > _LONGEST:
        raise WrongUsageError(
            f"{option} has {len(title):,} letters, and a title at most {_LONGEST}: say the act in a "
            f"few words; the passage itself goes to --wording"
        )
    return title


_MEANT = {
    **dict.fromkeys(("done", "completed", "finished", "kept"), "fulfilled"),
    **dict.fromkeys(("ongoing", "permanent"), "continuing"),
    **dict.fromkeys(("begun", "started", "running"), "in-progress"),
    **dict.fromkeys(("cancelled", "canceled", "dropped"), "withdrawn"),
    **dict.fromkeys(("paused", "suspended"), "on-hold"),
    **dict.fromkeys(("unmet", "failed", "broken"), "not-fulfilled"),
    **dict.fromkeys(("yearly", "regular", "periodic"), "recurring"),
    **dict.fromkeys(("both", "mutual", "common"), "joint"),
    **dict.fromkeys(("once", "single"), "one-off"),
    "replaced": "superseded",
    "new": "no-report",
}
"""The word of a vocabulary that others use for it; only offered, never taken for it."""


def _folded(text: str) -> str:
    return text.strip().casefold().replace(" ", "-").replace("_", "-")
