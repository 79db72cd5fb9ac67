"""Questions at the terminal: each answer is checked as it is given, so that none is lost."""

from collections.abc import Callable, Iterator

import typer

from dipltrack.cli.output import say
from dipltrack.cli.usage import WrongUsageError
from dipltrack.register.unmatched import AmbiguousError, NoMatchError
from dipltrack.wording.unread import UnreadTimeError

_NONE = "none"
"""What leaves an answer out where Enter would keep the one that is offered."""


def asked(
    question: str,
    value: str | None,
    check: Callable[[str], object],
    *,
    again: bool = False,
    offered: str | None = None,
    because: str = "",
) -> str | None:
    """The value, or what is answered to the question; Enter, or `none`, leaves it out.

    `again` asks although there is a value, which Enter then keeps. What is offered instead is
    shown with its reason, and Enter takes it. A wrong answer is told, and the question put again.
    """
    if value is not None and not again:
        return value
    if offered and not value:
        say(f"  {offered}, from {because}: Enter takes it, {_NONE} leaves it out")
    while True:
        default = value or offered or ""
        answer = typer.prompt(question, default=str(default), show_default=bool(default)).strip()
        if answer.casefold() in {"", _NONE}:
            return None
        try:
            check(answer)
        except (WrongUsageError, UnreadTimeError, NoMatchError, AmbiguousError) as error:
            say(f"  {error}")
        else:
            return str(answer)


def asked_passage(
    question: str, value: str | None, check: Callable[[str], object], *, again: bool = False
) -> str | None:
    """As `asked`, for a text of several lines: it ends with an empty line, or with end of file.

    A passage is pasted with its line ends; read line by line, its second line would answer the
    next question.
    """
    if value is not None and not again:
        return value
    kept = f", alone it keeps {ends_of(value)}" if value else ""
    while True:
        lines = list(_lines(f"{question} (an empty line ends it{kept})"))
        passage = "\n".join(lines).strip()
        if not passage or passage.casefold() == _NONE:
            return None if passage else value
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


def insisted(
    question: str, value: str | None, check: Callable[[str], object], *, again: bool = False
) -> str:
    """As `asked`, until there is an answer."""
    while True:
        answer = asked(question, value, check, again=again)
        if answer is not None:
            return answer
        say("  this one needs an answer")


def agreed(question: str, *, default: bool) -> bool:
    """Yes or no, Enter for the default."""
    choices = "Y/n" if default else "y/N"
    return chosen(f"{question} [{choices}]", {"yes": "y", "no": "n"}, "yn"[not default]) == "y"


def chosen(question: str, words: dict[str, str], default: str) -> str:
    """The letter that was typed, or that of the word; Enter for the default."""
    letters = words | {letter: letter for letter in words.values()}
    while True:
        typed = typer.prompt(question, default=default, show_default=False)
        if letter := letters.get(typed.strip().casefold()):
            return letter
        say(f"  write {' or '.join(words.values())}")


def numbered(question: str, count: int) -> int:
    """A number from 1 to the count, Enter for 1."""
    while True:
        typed = str(typer.prompt(question, default="1")).strip()
        if typed.isdecimal() and 1 <= int(typed) <= count:
            return int(typed)
        say(f"  write a number from 1 to {count}")


def ends_of(text: str, most: int = 30) -> str:
    """The passage in quotes on one line, of a long one its beginning and its end.

    >>> ends_of("The two ministers decided to hold the first Security Dialogue in January.")
    '“The two ministers decided to … Security Dialogue in January.”'
    """
    line = " ".join(text.split())
    if len(line) <= 2 * most + 3:
        return f"“{line}”"
    first, last = line[:most].rpartition(" ")[0], line[-most:].partition(" ")[2]
    return f"“{first or line[:most]} … {last or line[-most:]}”"
