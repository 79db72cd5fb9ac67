"""Questions at the terminal: each answer is checked as it is given, so that none is lost."""

from collections.abc import Callable

import typer

from dipltrack.cli.output import say
from dipltrack.cli.usage import WrongUsageError
from dipltrack.wording.unread import UnreadTimeError


def asked(question: str, value: str | None, check: Callable[[str], object]) -> str | None:
    """The value, or what is answered to the question; Enter leaves it out.

    A wrong answer is told, and the question put again.
    """
    if value is not None:
        return value
    while True:
        answer = typer.prompt(question, default="", show_default=False).strip()
        if not answer:
            return None
        try:
            check(answer)
        except (WrongUsageError, UnreadTimeError) as error:
            say(f"  {error}")
        else:
            return str(answer)


def insisted(question: str, value: str | None, check: Callable[[str], object]) -> str:
    """As `asked`, until there is an answer."""
    while True:
        answer = asked(question, value, check)
        if answer is not None:
            return answer
