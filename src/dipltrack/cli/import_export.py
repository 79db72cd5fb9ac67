"""`dipltrack import FILE.json`: a whole ledger, as `export --format json` made it."""

import os
from collections import ChainMap, Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from msgspec.structs import replace

from dipltrack.cli.output import say, warn
from dipltrack.cli.progress import Progress
from dipltrack.cli.session import Session, writer
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.exported import Export, WrongExportError, read_export
from dipltrack.ledger.flaw import list_of
from dipltrack.ledger.importing import FilePlan, Plan, plan_of, write_planned
from dipltrack.ledger.keys import SINGLE_TABLES
from dipltrack.ledger.lock import lock_of
from dipltrack.ledger.read import SETTINGS
from dipltrack.model.fault import Severity
from dipltrack.register.judged import Known
from dipltrack.register.meaning import flaws_of, new_flaws

_PLURALS = {"body": "bodies"}
_MOST = 20
"""Lines of one sort that are told; of the rest the number."""


def import_export(session: Session, path: Path, new: str | None, *, dry_run: bool) -> None:
    """Files what the ledger lacks of the export; with `new` makes a ledger of it in that folder.

    Raises WrongUsageError, which names every fault and every conflict; nothing is written then.
    """
    try:
        export = read_export(_text(path))
    except WrongExportError as error:
        told = [f"{path.name}: {one}" for one in error.told]
        raise WrongUsageError(_lines(told, "nothing was written")) from None
    if new is None:
        with nullcontext() if dry_run else session.writing():
            plan = _planned(session.root, export, session.register.known(), path)
            _finish(session.root, plan, dry_run=dry_run)
    else:
        root = _new_root(new)
        plan = _planned(root, export, _known_of(export), path)
        with _held(root, wanted=not dry_run):
            _finish(root, plan, dry_run=dry_run)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise WrongUsageError(
            f"{path.name}: byte {error.start} is no UTF-8: dipltrack export writes UTF-8"
        ) from None


def _new_root(new: str) -> Path:
    root = Path(new).expanduser()
    if (root / SETTINGS).exists():
        raise WrongUsageError(
            f"--new {new} is a ledger already: dipltrack --ledger {new} import adds what it lacks"
        )
    return root


@contextmanager
def _held(root: Path, *, wanted: bool) -> Iterator[None]:
    """Holds the lock of a ledger that is made."""
    if not wanted:
        yield
        return
    root.mkdir(parents=True, exist_ok=True)
    with lock_of(root, f"{writer(root)} (process {os.getpid()})"):
        yield


def _known_of(export: Export) -> Known:
    """What a ledger knows that is made of the export alone."""
    names = [
        tuple(str(table["name"]) for table in export.settings.get(table_name, ()))
        for table_name in ("body", "dossier")
    ]
    return Known(bodies=names[0], dossiers=names[1], first_file_of={})


def _planned(root: Path, export: Export, known: Known, path: Path) -> Plan:
    """What is to be written. Raises WrongUsageError for what must not be."""
    plan = plan_of(root, export, known.first_file_of)
    refs: dict[str, str] = {}
    for file in plan.files:
        for name, table in file.lacks:
            if name in {"meeting", "commitment"}:
                refs.setdefault(table["ref"], file.path)
    widened = replace(known, first_file_of=ChainMap({}, known.first_file_of, refs))  # type: ignore[arg-type]
    told = [
        f"{file.path}: {flaw}"
        for file in plan.files
        if file.after is not None and not plan.conflicts
        for flaw in _errors(file, widened)
    ]
    broken = [
        f"{one.path} has errors: dipltrack check" for one in plan.files if one.path in known.broken
    ]
    refused = [f"{path.name}: {one}" for one in (*plan.conflicts, *told, *broken)]
    if refused:
        raise WrongUsageError(_lines(refused, "nothing was written"))
    return plan


def _errors(file: FilePlan, known: Known) -> Iterator[str]:
    """What the rules forbid of a file as it would be."""
    if file.after is None:
        return
    flaws = (
        new_flaws(file.before, file.after, known) if file.before else flaws_of(file.after, known)
    )
    yield from (
        f"{flaw.table} {flaw.index + 1}: {flaw.wrong} — {flaw.mend}"
        for flaw in flaws
        if flaw.severity is Severity.ERROR
    )


def _finish(root: Path, plan: Plan, *, dry_run: bool) -> None:
    what = _what(plan.files)
    if not plan.files:
        say(f"nothing to write: {root} holds all {plan.left:,} entries already")
    elif dry_run:
        say(f"would write to {root}: {what}")
        for file in plan.files:
            say(f"  {file.path}  {_of_file(file)}")
    else:
        _write(root, plan)
        say(f"{root}: filed {what}")
    if plan.files and plan.left:
        are = "entry is" if plan.left == 1 else "entries are"
        say(f"  {plan.left:,} {are} on file already")
    for one in plan.stays:
        warn(f"warning: {one} differs in the export and stays as it is here")


def _write(root: Path, plan: Plan) -> None:
    report = Progress("Writing the ledger")
    for done, file in enumerate(plan.files):
        try:
            write_planned(root, file)
        except BaseException:
            many = f"{done:,} of {len(plan.files):,} files were written"
            warn(f"{many}; the same import, once more, goes on from there")
            raise
        report(done + 1, len(plan.files))


def _what(files: Sequence[FilePlan]) -> str:
    """What the files lack, in words: `43 meetings, 148 commitments and 29 bodies`."""
    counts = Counter(name for file in files for name, _ in file.lacks)
    told = [
        _number(name, count)
        for name, count in counts.items()
        if name not in SINGLE_TABLES or name == "meeting"
    ]
    if not told:
        return "its settings" if counts else "its list of firmness"
    return list_of(told, "and")


def _of_file(file: FilePlan) -> str:
    return f"{'new: ' if file.seen is None else ''}{_what([file])}"


def _number(name: str, count: int) -> str:
    """The number of tables in words: `3 updates`, `1 body`."""
    plural = _PLURALS.get(name, f"{name}s")
    return f"{count:,} {name if count == 1 else plural}"


def _lines(told: Sequence[str], end: str) -> str:
    """Each on its line, as many as anybody reads, and what follows of it."""
    more = [f"… and {len(told) - _MOST:,} more"] if len(told) > _MOST else []
    return "\n".join([*told[:_MOST], *more, end])
