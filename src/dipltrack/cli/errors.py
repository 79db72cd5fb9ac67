"""Every error that an officer may meet: one plain line, and its exit code (DESIGN §7)."""

import traceback
from collections.abc import Sequence
from pathlib import Path

from typer import TyperException

from dipltrack.cli.clock import WrongClockError
from dipltrack.cli.exits import BROKEN, CONFLICT, USAGE
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import BrokenFileError, UnsafeAppendError
from dipltrack.ledger.find import NoLedgerError
from dipltrack.ledger.git import GitError, NoGitError, NoRepositoryError, UnsafeRepositoryError
from dipltrack.ledger.lock import LockedError
from dipltrack.ledger.mint import NoRefLeftError
from dipltrack.ledger.read import BrokenSettingsError
from dipltrack.ledger.replace import ChangedMeanwhileError
from dipltrack.register.unmatched import AmbiguousError, NoMatchError
from dipltrack.wording.unread import UnreadTimeError

_CLOSED_BY = {"“": "”", "„": "“”", "‘": "’", "«": "»", "「": "」"}
EXIT_CODES: tuple[tuple[type[Exception], int], ...] = (
    (TyperException, USAGE),
    (WrongUsageError, USAGE),
    (WrongClockError, USAGE),
    (UnreadTimeError, USAGE),
    (NoMatchError, USAGE),
    (AmbiguousError, USAGE),
    (NoRefLeftError, USAGE),
    (NoLedgerError, BROKEN),
    (BrokenFileError, BROKEN),
    (BrokenSettingsError, BROKEN),
    (UnsafeAppendError, BROKEN),
    (NoGitError, USAGE),
    (NoRepositoryError, USAGE),
    (UnsafeRepositoryError, BROKEN),
    (GitError, CONFLICT),
    (LockedError, CONFLICT),
    (ChangedMeanwhileError, CONFLICT),
    (OSError, BROKEN),
)
"""The first that fits."""


def exit_code_of(error: Exception) -> int | None:
    """The exit code of an error that an officer may meet; None for a fault of the program."""
    return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), None)


def line_of(error: Exception, arguments: Sequence[str] = ()) -> str:
    """What the error says, in a line, with the mend."""
    if exit_code_of(error) == USAGE and (broken := _broken_quote(arguments)):
        return f'{broken} …: curly quotes do not hold words together: type straight ones, as "{broken[1:]} …"'
    if isinstance(error, TyperException):
        return _usage(error)
    if isinstance(error, LockedError | ChangedMeanwhileError):
        return f"{error}; nothing was written: try again"
    if isinstance(error, OSError) and not isinstance(error, LookupError):
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or error}"
    if exit_code_of(error) is None:
        return _fault(error)
    told = str(error)
    return told + next((mend for end, mend in _LISTED_BY.items() if told.endswith(end)), "")


_LISTED_BY = {
    '" fits no item': ": dipltrack list --all shows those on file",
    '" fits no meeting': ": dipltrack meeting list shows those on file",
}
"""The command that shows what could have been meant, by the end of a message that names nothing."""


def _broken_quote(arguments: Sequence[str]) -> str | None:
    """The argument that a curly quote opens and none closes: the shell parts words there."""
    opened = (argument for argument in arguments if argument[:1] in _CLOSED_BY)
    return next((a for a in opened if not set(a[1:]) & set(_CLOSED_BY[a[0]])), None)


def _fault(error: Exception) -> str:
    """A fault of the program itself: where it is, and how to see more of it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return (
        f"a fault of the program: {type(error).__name__}: {error} ({place}); nothing more was "
        f"written. DIPLTRACK_TRACEBACK=1 shows the whole"
    )


def _usage(error: TyperException) -> str:
    """What Typer says of wrong usage, with the command whose help tells the right one."""
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "dipltrack"
    return f"{message.strip().rstrip('.')}. See {path} --help."
