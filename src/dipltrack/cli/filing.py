"""How commands write: one entry after another is held against the rules and appended."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from dipltrack.cli.output import name_broken, warn
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import BrokenFileError, Judge, Tables, append_to_meeting
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.mint import Stamp
from dipltrack.model.fault import Fault, Severity
from dipltrack.model.ref import ItemRef, MeetingRef
from dipltrack.register.judged import Known
from dipltrack.register.meaning import new_flaws


def file_entries(
    session: Session,
    path: str,
    make: Callable[[MeetingFile], Tables],
    stamp: Stamp,
) -> Tables:
    """The entries that `make` wants, appended to the meeting's file. Call it under the lock.

    What the rules of meaning forbid is refused; what they only warn of is said. Nothing is
    written to a file with errors. Raises WrongUsageError, BrokenFileError.
    """
    refuse_if_broken(session, path)
    warnings: list[Flaw] = []
    added = append_to_meeting(
        session.root, path, make, stamp, _judge(session.register.known(), warnings)
    )
    session.register.written(path)
    warn_of([flaw for flaw in warnings if flaw.wrong not in session.told])
    return added


def refuse_if_broken(session: Session, path: str) -> None:
    """Raises BrokenFileError for a file with errors: nothing is written to it."""
    broken = [error for error in session.errors if error.file == path]
    if broken:
        raise BrokenFileError(broken)


def warn_of(flaws: Sequence[Flaw]) -> None:
    """Says each warning; those with one mend in one line, however many entries they are of."""
    by_mend: dict[str, list[Flaw]] = defaultdict(list)
    for flaw in flaws:
        by_mend[flaw.mend].append(flaw)
    for mend, ones in by_mend.items():
        wrong = ones[0].wrong
        more = f", and so in {len(ones) - 1} more" if len(ones) > 1 else ""
        warn(f"warning: {wrong}{more} — {mend}")


def just(tables: Tables) -> Callable[[MeetingFile], Tables]:
    """What `file_entries` takes, where the entries do not hang on what the file holds by then."""
    return lambda _: tables


def warn_of_others(session: Session, path: str) -> None:
    """After a write to a sound file: names the broken ones, which it does not touch."""
    name_broken([error for error in session.errors if error.file != path])


def refuse_if_in_broken(session: Session, text: str) -> None:
    """Raises BrokenFileError where a part of a ref may mean something in a file with errors.

    Whoever writes must not take the one that happens to be left. A whole ref means one thing.
    """
    wanted = text.strip().upper()
    if ItemRef.of(wanted) or MeetingRef.of(wanted):
        return
    for error in session.errors:
        partner, _, name = error.file.partition("/")
        ref = f"{partner}-{name.removesuffix('.toml').replace('-', '')}".upper()
        if wanted.isdecimal() or (wanted and ref.startswith(wanted)):
            wrong = f'"{text}" may mean something in a file with errors'
            fault = Fault(error.file, error.line, wrong, "write the whole ref, or mend the file")
            raise BrokenFileError([error, fault])


def _judge(known: Known, warnings: list[Flaw]) -> Judge:
    def judge(before: MeetingFile, after: MeetingFile) -> None:
        flaws = new_flaws(before, after, known)
        for flaw in flaws:
            if flaw.severity is Severity.ERROR:
                raise WrongUsageError(f"{flaw.wrong}: {flaw.mend}")
        warnings.extend(flaws)

    return judge
