"""The options that the commands share by which something is entered."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.usage import WrongUsageError

Refs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="REF…",
        help="Refs, or parts of them; several allowed.",
        autocompletion=completion.items,
    ),
]
Match = Annotated[
    str | None, typer.Option("--match", metavar="WORDS", help="Words of its title, for a ref.")
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help='Day or days of the fact, "March 2018"; else today.'),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What happened.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]
NextStep = Annotated[
    str | None, typer.Option("--next-step", metavar="TEXT", help="What is to be done next.")
]
Move = Annotated[
    str | None,
    typer.Option(
        "--next-move",
        metavar="WORD",
        help="ours, theirs, both, nobody, …",
        autocompletion=completion.next_moves,
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="WHERE",
        help="An address, or a document on file.",
        autocompletion=completion.sources,
    ),
]
Registry = Annotated[
    list[str] | None,
    typer.Option(
        "--registry", metavar="NUMBER", help="Evidence: a cable or letter by its number."
    ),
]
Says = Annotated[
    list[str] | None, typer.Option("--says", metavar="TEXT", help="What the evidence says.")
]
Dated = Annotated[
    list[str] | None, typer.Option("--dated", metavar="DAY", help="The day the evidence bears.")
]
Lang = Annotated[
    list[str] | None, typer.Option("--lang", metavar="CODE", help="The evidence's language.")
]
Keep = Annotated[
    list[str] | None,
    typer.Option("--keep", metavar="FILE", help="Keep a copy of the evidence, by its SHA-256."),
]
Contradicts = Annotated[
    bool, typer.Option("--contradicts", help="The evidence speaks against it.")
]
ReviewOn = Annotated[
    str | None, typer.Option("--review-on", metavar="DAY", help="When to look again.")
]
Voice = Annotated[
    str | None,
    typer.Option(
        "--voice",
        metavar="WORD",
        help="Who said it: ours, theirs, joint.",
        autocompletion=completion.voices,
    ),
]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="WHERE", help='Document and paragraph: "readout 2".'),
]


def reason_given(text: str | None) -> str:
    """The reason that was typed. Raises WrongUsageError where there is none."""
    return _given(text, "--reason is needed: why?")


def time_given(text: str | None) -> str:
    """The new time that was typed. Raises WrongUsageError where there is none."""
    return _given(text, "--to is needed: which day, or which time?")


def _given(text: str | None, missing: str) -> str:
    if not text or not text.strip():
        raise WrongUsageError(missing)
    return text
