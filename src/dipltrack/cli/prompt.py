"""Questions at the terminal: each answer is checked as it is given, so that none is lost."""

from collections.abc import Callable, Iterator

import typer

from dipltrack.cli.output import say
from dipltrack.cli.usage import WrongUsageError
from dipltrack.wording.unread import UnreadTimeError


def asked(
    question: str,
    value: str | None,
    check: Callable[[str], object],
    *,
    offered: str | None = None,
    because: str = "",
) -> str | None:
    """The value, or what is answered to the question; Enter leaves it out.

    Where something is offered, it is shown why; Enter takes it, and - leaves it out. A wrong answer
    is told, and the question put again.
    """
    if value is not None:
        return value
    if offered:
        say(f"  {offered}, from {because}: Enter takes it, - leaves it out")
    while True:
        shown = bool(offered)
        answer = typer.prompt(question, default=str(offered or ""), show_default=shown).strip()
        if not answer or (offered and answer == "-"):
            return None
        try:
            check(answer)
        except (WrongUsageError, UnreadTimeError) as error:
            say(f"  {error}")
        else:
            return str(answer)


def asked_passage(question: str, value: str | None, check: Callable[[str], object]) -> str | None:
    """As `asked`, for a text of several lines: it ends with an empty line, or with end of file.

    A passage is pasted with its line ends; read line by line, its second line would answer the
    next question.
    """
    if value is not None:
        return value
    while True:
        lines = list(_lines(f"{question} (an empty line ends it)"))
        passage = "\n".join(lines).strip()
        if not passage:
            return None
        try:
            check(passage)
        except WrongUsageError as error:
            say(f"  {error}")
        else:
            return passage


def _lines(question: str) -> Iterator[str]:
    """The lines that are typed up to the first empty one."""
    prompt, suffix = question, ": "
    while line := typer.prompt(prompt, default="", show_default=False, prompt_suffix=suffix):
        yield line
        prompt, suffix = " ", " "


def insisted(question: str, value: str | None, check: Callable[[str], object]) -> str:
    """As `asked`, until there is an answer."""
    while True:
        answer = asked(question, value, check)
        if answer is not None:
            return answer
