"""Faults of meaning: what is written well but cannot be so, or lacks what it needs."""

import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.keys import SETTINGS_TABLES
from dipltrack.ledger.read import SETTINGS, file_of, meeting_paths, read_bytes
from dipltrack.ledger.tables import entries_of, located
from dipltrack.ledger.value import shown
from dipltrack.model.fault import Fault
from dipltrack.model.settings import Settings
from dipltrack.model.vocabulary import Remind
from dipltrack.register import doubtful, impossible
from dipltrack.register.bodies import circles_of_successors
from dipltrack.register.doubtful import WARNINGS, no_body, warning
from dipltrack.register.impossible import ERRORS, Rule, refs_are_used_once
from dipltrack.register.judged import Judged, Known


def settings_faults(root: Path, settings: Settings) -> list[Fault]:
    """The faults of meaning of the settings, with their lines.

    Successors in a circle, posts to which nothing can be sent, rules of reminders for a lead that
    is not registered: by a slip it is for no item, and for no other either.
    """
    doubts = list(_doubts_about(settings))
    if not doubts:
        return []
    data = (root / SETTINGS).read_bytes()
    entries, _ = entries_of(data, SETTINGS, SETTINGS_TABLES)
    names = [body.name for body in entries["body"]] if entries else []
    flaws = [
        warning(table, _last(names, place) if isinstance(place, str) else place, key, wrong, mend)
        for table, place, key, (wrong, mend) in doubts
    ]
    return located(data, SETTINGS, flaws)


def _doubts_about(settings: Settings) -> Iterator[tuple[str, int | str, str, tuple[str, str]]]:
    """Table, its number or the body's name, key, what is wrong and the mend."""
    for body, circle in circles_of_successors(settings.bodies):
        yield "body", body.name, "successor", in_a_circle(circle)
    for body in settings.bodies:
        if body.mail and not _is_address(body.mail):
            yield "body", body.name, "mail", no_address(body.name, body.mail)
        if body.remind is Remind.MAIL and not body.mail:
            wrong = 'remind = "mail" and no mail: nothing can be sent there'
            yield "body", body.name, "remind", (wrong, _mend_of_address(body.name))
    registered = tuple(body.name for body in settings.bodies)
    for number, rule in enumerate(settings.rules):
        for lead in rule.lead:
            if strange := no_body("lead", lead, registered):
                yield "rule", number, "lead", strange


def in_a_circle(circle: str) -> tuple[str, str]:
    """What is wrong with bodies that pass their items to each other, and the mend."""
    name = shlex.quote(circle.partition(",")[0])
    mend = f'dipltrack body add {name} --successor "" empties it'
    return f"successors go in a circle: {circle}", mend


def _is_address(text: str) -> bool:
    from dipltrack.model.address import is_address  # asked by `check` alone

    return is_address(text)


def no_address(name: str, mail: str) -> tuple[str, str]:
    """What is wrong with the address of a body to which no mail can go, and the mend."""
    wrong = f"mail = {shown(mail)} is no plain mail address: nothing is sent there"
    return wrong, _mend_of_address(name)


def _mend_of_address(name: str) -> str:
    return f"dipltrack body add {shlex.quote(name)} --mail me1@example.org"


def _last(names: list[str], name: str) -> int:
    return max((index for index, one in enumerate(names) if one == name), default=0)


def error_faults(file: MeetingFile, data: bytes, known: Known) -> list[Fault]:
    """The errors of meaning of one file that was read from those bytes, with their lines."""
    flaws = _broken(ERRORS, Judged(file, known))
    return located(data, file.path, _renumbered(flaws, file)) if flaws else []


def twice_faults(
    root: Path, refs: Collection[str], first_file_of: Mapping[str, str]
) -> list[Fault]:
    """The errors of files in which one of the refs stands though another file has it before."""
    known = Known(bodies=(), dossiers=(), first_file_of=first_file_of)
    faults: list[Fault] = []
    for path in meeting_paths(root):
        data = read_bytes(root, path)
        if isinstance(data, Fault) or not any(ref.encode() in data for ref in refs):
            continue
        file, _ = file_of(data, path)
        if file is not None:
            flaws = list(refs_are_used_once(Judged(file, known)))
            faults += located(data, path, _renumbered(flaws, file))
    return faults


def _renumbered(flaws: list[Flaw], file: MeetingFile) -> list[Flaw]:
    """The flaws with the numbers that their tables have in the file, what was not read counted too."""
    if file.whole:
        return flaws
    return [replace(f, index=file.number_of(f.table or "", f.index)) for f in flaws]


def flaws_of(file: MeetingFile, known: Known) -> list[Flaw]:
    """What is wrong with the meaning of the entries of one file, the errors first."""
    return _broken(_RULES, Judged(file, known))


def flaws_alone(judged: Judged) -> list[Flaw]:
    """What is wrong with a file, whatever stands in the others; numbered as in the file."""
    rules = [rule for rule in _RULES if rule not in _OF_THE_LEDGER]
    return _renumbered(_broken(rules, judged), judged.file)


def flaws_in_ledger(judged: Judged) -> list[Flaw]:
    """The rest: what is wrong beside what stands in the others."""
    rules = [rule for rule in _RULES if rule in _OF_THE_LEDGER]
    return _renumbered(_broken(rules, judged), judged.file)


def _broken(rules: Sequence[Rule], judged: Judged) -> list[Flaw]:
    """What breaks the rules.

    Whether what they name exists is not asked of a file of which a part could not be read.
    """
    whole = judged.file.whole
    return [
        flaw
        for rule in rules
        if whole or rule not in _OF_WHOLE_FILES
        for flaw in rule(judged)
        if rule not in _OF_WHAT_COUNTS or (flaw.table, flaw.index) not in judged.idle
    ]


def new_flaws(before: MeetingFile, after: MeetingFile, known: Known) -> list[Flaw]:
    """What would be wrong with a file after a write and was not wrong before it."""
    old = set(flaws_of(before, known))
    return [flaw for flaw in flaws_of(after, known) if flaw not in old]


_RULES = (*ERRORS, *WARNINGS)

_OF_THE_LEDGER = impossible.OF_THE_LEDGER | doubtful.OF_THE_LEDGER
"""The rules that hold a file against all others."""

_OF_WHOLE_FILES = impossible.OF_WHOLE_FILES | doubtful.OF_WHOLE_FILES

_OF_WHAT_COUNTS = impossible.OF_WHAT_COUNTS | doubtful.OF_WHAT_COUNTS
"""The rules that do not ask of what was taken back or struck; the others are about the file."""
