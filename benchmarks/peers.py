"""The same items for what a user would pick instead: taskwarrior and todoman.

Each peer has a folder of its own for settings, data and cache, and never sees the user's own. Its clock is
the machine's, so every day is moved by as many days as AS_OF lies before today.
"""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct, field

from benchmarks.ledgers import AS_OF, Fate, Item, Meeting, meetings_of
from benchmarks.measure import Call, Run, run_of

SCRATCH = Path("build/bench")
"""Where all that is measured with lies; git-ignored."""
TODOMAN = SCRATCH / "todoman"
"""The environment that todoman is installed in."""
FRESH = 60
"""How many items are kept ready to be closed, a fresh one each time."""

Calls = Mapping[str, Callable[[int], list[str]]]
"""By question: the command line of the n-th time that it is asked, for each write is a fresh one."""


class Peer(Struct, frozen=True, kw_only=True):
    """A program that holds the items, how it is asked, and what was measured once, as it was set up."""

    name: str
    env: Mapping[str, str]
    calls: Calls
    once: Mapping[str, Run] = field(default_factory=dict)


class MissingPeerError(Exception):
    """The peer is not installed; the message says how it is."""


class OtherItemsError(Exception):
    """The peer does not hold what it was given."""

    def __init__(self, peer: str, held: int, given: int) -> None:
        super().__init__(f"{peer} holds {held:,} open items of the {given:,} that it was given")


def taskwarrior(folder: Path, count: int, today: date) -> Peer:
    """Taskwarrior 2.6, in C++: the pending tasks in one file, the completed ones in another."""
    task = shutil.which("task")
    if task is None:
        raise MissingPeerError("taskwarrior is not there: apt-get install taskwarrior")
    data = folder / "data"
    data.mkdir(parents=True)
    rc = folder / "taskrc"
    rc.write_text(
        f"data.location={data}\nconfirmation=off\nhooks=off\nrecurrence=off\n"
        "news.version=2.6.0\nverbose=blank,footnote,label,new-id,affected,edit,special\n"
    )
    env = {"TASKRC": str(rc), "TASKDATA": str(data)}
    pending: list[str] = []
    opened = 0
    with (folder / "tasks.json").open("w", encoding="utf-8") as file:
        for meeting, item in _items(count):
            file.write(json.dumps(task_of(item, meeting, today - AS_OF)) + "\n")
            if item.closed_on is None:
                opened += 1
                pending += [_uuid(item)] if opened <= FRESH else []
    _run([task, "import", str(folder / "tasks.json")], env)
    _run([task, "list"], env)  # moves the completed ones into their own file
    held = int(_answer([task, "status:pending", "or", "status:waiting", "count"], env))
    if held != opened:
        raise OtherItemsError("taskwarrior", held, opened)
    soon = "due.before:today+60d"
    return Peer(
        name="taskwarrior",
        env=env,
        calls={
            "due": lambda _: [task, soon, "limit:page", "list"],
            "due-piped": lambda _: [task, soon, "list"],
            "list": lambda _: [task, "project:TR", "limit:page", "list"],
            "show": lambda _: [task, pending[0], "information"],
            "add": lambda n: [task, "add", "project:TR", "due:today+90d", f"Hold round {n}"],
            "fulfil": lambda n: [task, pending[1 + n], "done"],
            "completion": lambda _: [task, "_ids"],
            "start": lambda _: [task, "--version"],
        },
    )


def task_of(item: Item, meeting: Meeting, moved: timedelta) -> dict[str, object]:
    """The item as taskwarrior imports it, its days moved so far."""
    task: dict[str, object] = {
        "uuid": _uuid(item),
        "description": item.title,
        "project": meeting.partner,
        "tags": [item.sector.replace(" ", "_"), item.lead],
        "entry": _moment(meeting.day + moved),
        "status": "completed" if item.closed_on else "pending",
    }
    if item.time and item.time.latest:
        task["due"] = _moment(item.time.latest + moved)
    if item.fate is Fate.OPEN and item.time and item.time.earliest:
        task["wait"] = _moment(item.time.earliest + moved)
    if item.closed_on:
        task["end"] = _moment(item.closed_on + moved)
    return task


def todoman(folder: Path, count: int, today: date) -> Peer:
    """Todoman 4.7, in Python: a file an item, and a cache of them in SQLite."""
    todo = str(TODOMAN / "bin" / "todo")
    if not Path(todo).exists():
        raise MissingPeerError(
            f"todoman is not there: python3 -m venv {TODOMAN} && "
            f"{TODOMAN}/bin/pip install todoman==4.7.0"
        )
    held = folder / "lists" / "commitments"
    held.mkdir(parents=True)
    config, cache = folder / "config.py", folder / "cache.sqlite3"
    config.write_text(
        f'path = "{folder / "lists"}/*"\ncache_path = "{cache}"\n'
        'date_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ndefault_list = "commitments"\n'
    )
    opened = 0
    for meeting, item in _items(count):
        opened += item.closed_on is None
        text = todo_of(item, meeting, today - AS_OF)
        (held / f"{_uuid(item)}.ics").write_bytes(text.encode())
    env = {"TODOMAN_CONFIG": str(config)}
    first = run_of(Call([todo, "list"], env), on_screen=False)
    ids = _ids_in(cache, opened)
    due = (today + timedelta(days=90)).isoformat()
    return Peer(
        name="todoman",
        env=env,
        calls={
            "due": lambda _: [todo, "list", "--due", str(60 * 24)],
            "due-piped": lambda _: [todo, "list", "--due", str(60 * 24)],
            "list": lambda _: [todo, "list", "--category", "TR", "--sort", "due"],
            "show": lambda _: [todo, "show", ids[0]],
            "add": lambda n: [todo, "new", "--due", due, f"Hold round {n}"],
            "fulfil": lambda n: [todo, "done", ids[1 + n]],
            "start": lambda _: [todo, "--version"],
        },
        once={"first": first},
    )


def _ids_in(cache: Path, opened: int) -> list[str]:
    """The ids that todoman gave to some of the open items, from its own cache."""
    where = "FROM todos WHERE status = 'NEEDS-ACTION'"
    with closing(sqlite3.connect(cache)) as connection:
        held = connection.execute(f"SELECT count(*) {where}").fetchone()[0]
        ids = connection.execute(f"SELECT id {where} ORDER BY id LIMIT {FRESH}").fetchall()
    if held != opened:
        raise OtherItemsError("todoman", held, opened)
    return [str(row[0]) for row in ids]


def todo_of(item: Item, meeting: Meeting, moved: timedelta) -> str:
    """The item as a VTODO, its days moved so far."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dipltrack//benchmarks//EN", "BEGIN:VTODO",
        f"UID:{_uuid(item)}", f"DTSTAMP:{_moment(meeting.day + moved)}",
        f"CREATED:{_moment(meeting.day + moved)}", f"SUMMARY:{item.title}",
        f"DESCRIPTION:{item.wording}", f"CATEGORIES:{meeting.partner},{item.sector}",
    ]  # fmt: skip
    if item.time and item.time.latest:
        lines.append(f"DUE;VALUE=DATE:{item.time.latest + moved:%Y%m%d}")
    if item.fate is Fate.OPEN and item.time and item.time.earliest and item.time.latest:
        first = min(item.time.earliest, item.time.latest - timedelta(days=1))
        lines.append(f"DTSTART;VALUE=DATE:{first + moved:%Y%m%d}")
    if item.closed_on:
        lines += ["STATUS:COMPLETED", f"COMPLETED:{_moment(item.closed_on + moved)}"]
    else:
        lines.append("STATUS:NEEDS-ACTION")
    return "\r\n".join([*lines, "END:VTODO", "END:VCALENDAR", ""])


def _items(count: int) -> Iterator[tuple[Meeting, Item]]:
    """One after the other, for whoever measures must stay small."""
    return ((meeting, item) for meeting in meetings_of(count) for item in meeting.items)


def _uuid(item: Item) -> str:
    return str(uuid5(NAMESPACE_URL, item.ref))


def _moment(day: date) -> str:
    return f"{day:%Y%m%d}T000000Z"


def _run(argv: list[str], env: Mapping[str, str]) -> None:
    run_of(Call(argv, env), on_screen=False)


def _answer(argv: list[str], env: Mapping[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 - the peers' own command lines
        argv, env={**os.environ, **env}, check=True, capture_output=True, text=True
    )
    return done.stdout


PEERS: tuple[Callable[[Path, int, date], Peer], ...] = (taskwarrior, todoman)
"""Whoever is measured beside us: makes its data in a new folder, and says how it is asked."""
