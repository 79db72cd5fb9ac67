"""The one door through which a ledger is asked: which items, as of when, known by when.

What is asked is narrowed, sorted and counted in the index; what is shown is built from the files,
by the same fold that the index was made with.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date, timedelta, tzinfo
from heapq import heappop, heappush
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.ledger.read import file_of, read_bytes, read_file
from dipltrack.ledger.stamps import stamp_of, stamps_of
from dipltrack.model.fault import Fault
from dipltrack.model.folding import folded
from dipltrack.model.ref import MeetingRef
from dipltrack.model.settings import Settings
from dipltrack.register.agenda import SECTIONS, Group
from dipltrack.register.bodies import acting_on
from dipltrack.register.building import Key, built_items, built_meeting
from dipltrack.register.entries import EVERY_ENTRY, EntriesWanted, Made, entries_of
from dipltrack.register.held import Held
from dipltrack.register.index.counting import any_kind, kinds_of_open
from dipltrack.register.index.difference import Report, Source
from dipltrack.register.index.filling import make_ready
from dipltrack.register.index.later import Later
from dipltrack.register.index.narrowing import (
    ITEMS,
    Clause,
    condition_of,
    counted_from,
    held_on,
    marked,
    order_of,
    took_part,
)
from dipltrack.register.index.opening import open_index, reach_back, take_in
from dipltrack.register.index.reach import reach_of
from dipltrack.register.index.refs import DaysOfFiles, RefsOnFile
from dipltrack.register.index.words import holds, narrowed_to
from dipltrack.register.question import Question, SortBy, Strange
from dipltrack.register.resolve import item_key, meeting_path, meetings_beginning, refs_beginning
from dipltrack.register.standing import Standing
from dipltrack.register.strange import strange_names
from dipltrack.register.unmatched import NoMatchError
from dipltrack.register.view import View

if TYPE_CHECKING:
    from dipltrack.register.alike import Alike
    from dipltrack.register.judged import Known
    from dipltrack.register.pace import Pace

_MEETINGS = (
    "FROM occasion JOIN meeting ON meeting.file = occasion.file"
    " JOIN file ON file.id = occasion.file"
)


class Answer(Struct, frozen=True, kw_only=True):
    """What was asked for: all that fit are counted, the first are built.

    `errors` are those by which something may be missing, `strange` the names in the filters that
    nothing bears; `said_again` is the number of items that are left out since a later one says
    them again.
    """

    standings: tuple[Standing, ...]
    count: int
    said_again: int
    errors: tuple[Fault, ...]
    strange: tuple[Strange, ...] = ()


class Agenda(Struct, frozen=True, kw_only=True):
    """The open items by the sections of the agenda: all are counted, the first of each are built.

    `sought` are the items of which a decision is sought; `also_said_missed` counts those that are
    only said again, were promised before for a time that was missed, and not kept since.
    """

    counts: Mapping[Group, int]
    also_said_missed: int
    standings: Mapping[Group, tuple[Standing, ...]]
    sought: tuple[Standing, ...]
    errors: tuple[Fault, ...]
    strange: tuple[Strange, ...] = ()


class Meetings(Struct, frozen=True, kw_only=True):
    """The meetings that were asked for: all are counted, the first are built."""

    meetings: tuple[Held, ...]
    count: int
    errors: tuple[Fault, ...]


class Register:
    """A ledger that can be asked: its files, and the index that is kept in step with them.

    `path` is where the index is kept, None for memory; `moment` gives the time in ns since 1970,
    for telling a stamp that proves something from one that does not; `report` is told how far a
    long reading is.
    """

    def __init__(
        self,
        root: Path,
        settings: Settings,
        timezone: tzinfo | None,
        *,
        path: Path | None,
        moment: Callable[[], int],
        report: Report = lambda _done, _of: None,
    ) -> None:
        self.root = root
        self.settings = settings
        self._timezone = timezone
        self._path = path
        self._moment = moment
        self._report = report
        self._kept: sqlite3.Connection | None = None
        self._known_by: dict[date, sqlite3.Connection] = {}
        self._version: int | None = None
        self._keeps_log = True

    def ask(
        self, question: Question, view: View, sort: SortBy = SortBy.REF, most: int | None = None
    ) -> Answer:
        """The items that the question asks for, as the view sees them, in that order.

        At most so many are built; all are counted.
        """
        index = self._index(view)
        each = condition_of(replace(question, each=True), view.as_of, self.settings.bodies)
        newest = condition_of(question, view.as_of, self.settings.bodies)
        order = order_of(sort)
        if question.text is None:
            count, said_again = _counts(index, each)
            if question.each:
                count, said_again = count + said_again, 0
            shown = self._built(index, view, _keys(index, newest, order, most))
        else:
            each = each.and_(self._holding(index, view, question.text))
            found = self._built(index, view, _keys(index, each, order))
            holding = [one for one in found if holds(one, question.text)]
            fitting = [one for one in holding if question.each or one.chain.is_newest]
            count, shown = len(fitting), iter(fitting[:most])
            said_again = len(holding) - count
        return Answer(
            standings=tuple(shown),
            count=count,
            said_again=said_again,
            errors=self.errors(view),
            strange=self.strange(question, view),
        )

    def count(self, question: Question, view: View) -> int:
        """How many items `stream` gives for a question that looks for no words."""
        each = condition_of(replace(question, each=True), view.as_of, self.settings.bodies)
        newest, older = _counts(self._index(view), each)
        return newest + older if question.each else newest

    def alike(self, question: Question, view: View) -> "Mapping[Alike, int]":
        """How many items stand alike, of those that `stream` gives for the question."""
        from dipltrack.register.index.alike import all_alike

        condition = condition_of(question, view.as_of, self.settings.bodies)
        return all_alike(self._index(view), condition)

    def stream(
        self, question: Question, view: View, sort: SortBy = SortBy.REF, most: int | None = None
    ) -> Iterator[Standing]:
        """The same items, each built when its turn comes, for whoever lets one go before the next."""
        index = self._index(view)
        condition = condition_of(question, view.as_of, self.settings.bodies)
        if question.text is not None:
            condition = condition.and_(self._holding(index, view, question.text))
        words = question.text
        keys = _keys(index, condition, order_of(sort), most if words is None else None)
        built = self._built(index, view, keys)
        if words is None:
            return built
        return islice((one for one in built if holds(one, words)), most)

    def agenda(
        self, question: Question, view: View, within: timedelta, most: int | None = None
    ) -> Agenda:
        """The open items by section, those with the earliest last day first.

        At most so many are built in all, the first sections first; all are counted.
        """
        index = self._index(view)
        question = replace(question, open_only=True)
        condition = condition_of(question, view.as_of, self.settings.bodies)
        near = view.as_of.toordinal() + within.days
        kinds = kinds_of_open(index, condition, near)
        counts: Counter[Group] = Counter()
        for kind, number in kinds.items():
            counts[kind.group] += number
        also_said = {k: n for k, n in kinds.items() if k.group is Group.ALSO_SAID}
        keys: dict[Group, list[Key]] = {}
        for group in SECTIONS:
            some = condition.and_(any_kind([kind for kind in kinds if kind.group is group], near))
            own = _keys(index, some, order_of(SortBy.LATEST), most) if counts[group] else []
            keys[group] = own
            most = None if most is None else most - len(own)
        sought = _keys(
            index, condition.and_(marked(Clause("sought = 1"))), order_of(SortBy.LATEST)
        )
        built = self._all_built(index, view, [*chain(*keys.values()), *sought])
        return Agenda(
            counts=counts,
            also_said_missed=sum(n for k, n in also_said.items() if k.unkept),
            standings={
                group: tuple(built[key] for key in some if key in built)
                for group, some in keys.items()
            },
            sought=tuple(built[key] for key in sought if key in built),
            errors=self.errors(view),
            strange=self.strange(question, view),
        )

    def meetings(
        self, view: View, partners: tuple[str, ...] = (), most: int | None = None
    ) -> Meetings:
        """The meetings up to the view's day under which one of the partners is found, by date."""
        index = self._index(view)
        condition = held_on(view.as_of)
        if partners:
            condition = condition.and_(took_part(partners))
        paths = [
            path
            for (path,) in index.execute(
                f"SELECT path {_MEETINGS} WHERE {condition.sql}"
                " ORDER BY occasion.day, meeting.ref, path",
                condition.values,
            )
        ]
        return Meetings(
            meetings=tuple(self._meetings_of(index, view, paths[:most])),
            count=len(paths),
            errors=self.errors(view),
        )

    def item_meant(
        self,
        text: str,
        view: View,
        *,
        by_ref: bool = True,
        by_words: bool = True,
        by_old_ref: bool = True,
        but: str | None = None,
    ) -> Standing:
        """The item that is meant, as `resolve` finds it. Raises NoMatchError, AmbiguousError."""
        index = self._index(view)
        try:
            key = item_key(
                index,
                _sound(text),
                view.as_of,
                by_ref=by_ref,
                by_words=by_words,
                by_old_ref=by_old_ref,
                but=but,
            )
        except NoMatchError as error:
            raise self._with_what_is_broken(error, view) from None
        return next(iter(self._built(index, view, [key])))

    def meeting_meant(self, text: str, view: View) -> Held:
        """The meeting that is meant, in the same way. Raises NoMatchError, AmbiguousError."""
        index = self._index(view)
        try:
            path = meeting_path(index, _sound(text), view.as_of)
        except NoMatchError as error:
            raise self._with_what_is_broken(error, view) from None
        return next(self._meetings_of(index, view, [path]))

    def _with_what_is_broken(self, error: NoMatchError, view: View) -> NoMatchError:
        """The error, with the files that could not be read, for what is meant may stand there."""
        files = sorted({fault.file for fault in self.errors(view)})
        if not files:
            return error
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        return NoMatchError(f"{error}, but {files[0]}{more} cannot be read: dipltrack check")

    def dossier_named(self, text: str) -> str | None:
        """The dossier whose name the text is, whatever its letter case, or None."""
        wanted = _sound(text).strip()
        for dossier in self.settings.dossiers:
            if folded(dossier.name) == folded(wanted):
                return dossier.name
        used = (
            "SELECT dossiers FROM matter"
            " WHERE instr(char(10) || lower(dossiers) || char(10), char(10) || lower(?) || char(10))"
            " LIMIT 1"
        )
        found = self._in_step().execute(used, (wanted,)).fetchone()
        names = found[0].split("\n") if found else ()
        return next((name for name in names if folded(name) == folded(wanted)), None)

    def refs_beginning(self, begin: str, view: View, most: int) -> list[tuple[str, str]]:
        """Refs of items that begin so, each with its title, at most so many."""
        return refs_beginning(self._index(view), _sound(begin), view.as_of, most)

    def meetings_beginning(self, begin: str, view: View, most: int) -> list[tuple[str, str]]:
        """The same for meetings."""
        return meetings_beginning(self._index(view), _sound(begin), view.as_of, most)

    def begins_a_meeting(self, begin: str) -> bool:
        """True where the ref of a meeting begins so."""
        return bool(self.meetings_beginning(begin, View(as_of=date.max), 1))

    def last_meetings(self, view: View, most: int) -> list[tuple[str, str]]:
        """Refs and titles of the meetings that were held last, by date."""
        condition = held_on(view.as_of)
        found = self._index(view).execute(
            f"SELECT meeting.ref, occasion.title {_MEETINGS} WHERE {condition.sql}"
            " ORDER BY occasion.day DESC, meeting.ref DESC LIMIT ?",
            (*condition.values, most),
        )
        return list(reversed(found.fetchall()))

    def last_meeting_with(self, partner: str, view: View) -> tuple[str, str, date] | None:
        """Ref, title and day of the last meeting with the partner up to the view's day, or None."""
        condition = held_on(view.as_of).and_(took_part((partner,)))
        found = self._index(view).execute(
            f"SELECT meeting.ref, occasion.title, occasion.day {_MEETINGS} WHERE {condition.sql}"
            " ORDER BY occasion.day DESC, meeting.ref DESC LIMIT 1",
            condition.values,
        )
        row = found.fetchone()
        return (row[0], row[1], date.fromordinal(row[2])) if row else None

    def meetings_on(self, ref: MeetingRef, view: View) -> list[Held]:
        """The meetings of that partner and that day."""
        index, on = self._index(view), date(int(ref.day[:4]), int(ref.day[4:6]), int(ref.day[6:]))
        condition = held_on(view.as_of)
        paths = index.execute(
            f"SELECT path {_MEETINGS} WHERE {condition.sql} AND occasion.day = ?"
            " AND meeting.ref >= ? AND meeting.ref < ? ORDER BY meeting.ref, path",
            (*condition.values, on.toordinal(), f"{ref.partner}-", f"{ref.partner}."),
        )
        return list(self._meetings_of(index, view, [path for (path,) in paths.fetchall()]))

    def sectors(self, view: View) -> list[str]:
        """The sectors that are in use on the day."""
        on = view.as_of.toordinal()
        found = self._index(view).execute(
            "SELECT DISTINCT sector FROM span JOIN form ON form.id = span.form"
            " WHERE from_day <= ? AND to_day > ? AND sector IS NOT NULL ORDER BY sector",
            (on, on),
        )
        return [sector for (sector,) in found]

    def known(self) -> "Known":
        """What a write to the ledger is held against."""
        from dipltrack.register.judged import Known

        index = self._in_step()
        return Known(
            bodies=tuple(body.name for body in self.settings.bodies),
            dossiers=tuple(dossier.name for dossier in self.settings.dossiers),
            first_file_of=RefsOnFile(index),
            day_of=DaysOfFiles(index),
            timezone=self._timezone,
            broken=frozenset(error.file for error in self._errors(index)),
        )

    def strange(self, question: Question, view: View) -> tuple[Strange, ...]:
        """The names in the filters that nothing of the ledger bears on the day."""
        return strange_names(self._index(view), question, view.as_of, self.settings)

    def errors(self, view: View) -> tuple[Fault, ...]:
        """The errors of every file, by which an answer may lack something, in their order."""
        return self._errors(self._index(view))

    def _errors(self, index: sqlite3.Connection) -> tuple[Fault, ...]:
        faults = [
            Fault(path, line, wrong, mend)
            for path, line, wrong, mend in index.execute(
                "SELECT path, line, wrong, mend FROM fault JOIN file ON file.id = fault.file"
            )
        ]
        twice = [ref for (ref,) in index.execute("SELECT ref FROM twice")]
        if twice:
            from dipltrack.register.meaning import twice_faults

            faults += twice_faults(self.root, twice, RefsOnFile(index))
        return tuple(sorted(faults))

    def newest_entries(self, wanted: EntriesWanted = EVERY_ENTRY) -> Iterator[Made]:
        """The entries that are asked for, the newest first; those without a moment come last.

        Only files that may hold one are read, each when its turn comes, so that who needs the
        first ones does not wait for the others.
        """
        from dipltrack.register.index.made import files_with

        waiting: list[tuple[float, int, Made]] = []
        number = 0
        for path, last in files_with(self._in_step(), wanted, self._timezone):
            while waiting and -waiting[0][0] > last:
                yield heappop(waiting)[2]
            file, _ = read_file(self.root, path)
            for made in entries_of(file) if file is not None and file.whole else ():
                if not wanted.fits(made, self._timezone):
                    continue
                number -= 1  # of one moment, the one that stands later in its file comes first
                heappush(waiting, (-made.moment(), number, made))
        while waiting:
            yield heappop(waiting)[2]

    def writers(self) -> list[str]:
        """Who entered anything, by name."""
        found = self._in_step().execute(
            "SELECT DISTINCT by FROM made WHERE by IS NOT NULL ORDER BY by"
        )
        return [name for (name,) in found]

    def entries_of_id(self, wanted: str) -> Iterator[Made]:
        """The entries of that id, of whatever file."""
        for (path,) in self._in_step().execute("SELECT path FROM file ORDER BY path").fetchall():
            data = read_bytes(self.root, path)
            if isinstance(data, Fault) or wanted.encode() not in data:
                continue
            file, _ = file_of(data, path)
            if file is not None and file.whole:
                yield from (made for made in entries_of(file) if made.entry.id == wanted)

    def paces(
        self, question: Question, narrowings: Sequence[Question], view: View, resting: str | None
    ) -> "list[tuple[int, Pace]]":
        """The pace of each open, chased item that fits, with a number by which `let_rest` knows it.

        Each says which of the narrowings it fits. Those that rest under `resting` are left out;
        None leaves out none.
        """
        from dipltrack.register.index.paces import paces_on, rest_under

        index = self._index(view)
        if not make_ready(index, self._source(None), Later.BEATS):  # it cannot be written
            self._kept = open_index(None, self._source(None, view.as_of), stamps_of(self.root))
            index = self._index(view)
            make_ready(index, self._source(None), Later.BEATS)
        self._version = _version_of(index)
        rested = self._keeps_log and resting is not None and rest_under(index, resting, view.as_of)
        bodies = self.settings.bodies
        acting = acting_on(bodies, view.as_of)
        question = replace(question, open_only=True)
        found = paces_on(index, question, narrowings, view.as_of, bodies, acting, rested=rested)
        return list(found)

    def issued(
        self, refs: Sequence[str], *, up_to: date | None = None, before: date | None = None
    ) -> list[tuple[str, str, str | None, int]]:
        """What was issued of the items by the log, as `issued_of` tells it.

        Ask before `paces` too: what rests hangs on the log. Raises BrokenFileError.
        """
        from dipltrack.register.index.issued import issued_of, log_in_step

        index = self._in_step()
        try:
            log_in_step(index, self.root, self._moment())
            self._keeps_log = True
        except sqlite3.Error:  # it cannot be written: then nothing may rest by it either
            self._keeps_log = False
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as unkept:
                log_in_step(unkept, self.root, self._moment())
                return list(issued_of(unkept, refs, up_to=up_to, before=before))
        return list(issued_of(index, refs, up_to=up_to, before=before))

    def has_issued(self, path: str, data: bytes) -> bool:
        """True where these bytes of a file of the log were taken in before, and so are sound."""
        from dipltrack.register.index.issued import is_log_taken_in

        try:
            return self._keeps_log and is_log_taken_in(self._in_step(), path, data)
        except sqlite3.Error:  # then it is read, as a log that nobody knows
            return False

    def let_rest(self, days: Mapping[int, int], resting: str, day: date) -> None:
        """Lets the items of those numbers rest from the day on, each until its own.

        They rest under what `resting` names, rules, and under the log as it is in the index.
        It only saves time: where another process wrote to the index meanwhile, nothing is kept.
        """
        from dipltrack.register.index.paces import let_rest

        index = self._in_step()
        try:
            index.execute("BEGIN IMMEDIATE")
            if self._keeps_log and _version_of(index) == self._version:
                let_rest(index, days, resting, day)
            index.execute("COMMIT")
        except sqlite3.Error:
            if index.in_transaction:
                index.execute("ROLLBACK")

    def items(self, keys: Sequence[Key], view: View) -> dict[Key, Standing]:
        """The items of those paths and refs; what is not on file any more is left out."""
        return self._all_built(self._index(view), view, keys)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The index of all that is known, in step with the files."""
        yield self._in_step()

    def catch_up(self) -> None:
        """Brings the index in step once more, with what others wrote since it was first asked."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def written(self, path: str) -> None:
        """Takes in a file that was just written, so that the next question sees it."""
        if self._kept is not None:
            try:
                take_in(self._kept, self._source(None), path, stamp_of(self.root, path))
            except sqlite3.Error:  # held by another, or the disk is full: the file is written
                self._kept.close()
                self._kept = None
        for index in self._known_by.values():
            index.close()
        self._known_by.clear()

    def _in_step(self) -> sqlite3.Connection:
        """The index of all that is known, brought in step with the files once."""
        return self._reaching(None)

    def _reaching(self, day: date | None) -> sqlite3.Connection:
        """The same, such that it can be asked of the day."""
        source = self._source(None, day)
        if self._kept is None:
            self._kept = open_index(self._path, source, stamps_of(self.root))
        if day is not None and day < reach_of(self._kept):
            self._kept = reach_back(self._kept, source, stamps_of(self.root))
        return self._kept

    def _index(self, view: View) -> sqlite3.Connection:
        """The index for the view; what was known by a day is folded anew, in memory."""
        if view.known_by is None:
            index = self._reaching(view.as_of)
        else:
            source = self._source(view.known_by, view.as_of)
            kept = self._known_by.get(view.known_by)
            if kept is None:
                kept = open_index(None, source, stamps_of(self.root))
            index = self._known_by[view.known_by] = reach_back(kept, source, stamps_of(self.root))
        _teach(index, self.settings, view.as_of)
        return index

    def _holding(self, index: sqlite3.Connection, view: View, words: str) -> Clause:
        """The condition that narrows to the items which may hold the words."""
        make_ready(index, self._source(view.known_by), Later.WORDS)
        return narrowed_to(index, words)

    def _source(self, known_by: date | None, asked: date | None = None) -> Source:
        view = View(as_of=date.max, known_by=known_by, timezone=self._timezone)
        return Source(
            root=self.root, view=view, moment=self._moment(), report=self._report, asked=asked
        )

    def _built(
        self, index: sqlite3.Connection, view: View, keys: Sequence[Key]
    ) -> Iterator[Standing]:
        return built_items(index, self.root, self.settings.bodies, view, keys)

    def _all_built(
        self, index: sqlite3.Connection, view: View, keys: Sequence[Key]
    ) -> dict[Key, Standing]:
        """All the items at once, built file by file, so that none is read twice."""
        in_files = sorted(set(keys))
        return {(one.path, one.ref): one for one in self._built(index, view, in_files)}

    def _meetings_of(
        self, index: sqlite3.Connection, view: View, paths: Sequence[str]
    ) -> Iterator[Held]:
        on = view.as_of.toordinal()
        for path in paths:
            items, open_ = index.execute(
                f"SELECT count(*), coalesce(sum(is_open), 0) {ITEMS} WHERE path = ?"
                " AND item.struck = 0 AND from_day <= ? AND to_day > ?",
                (path, on, on),
            ).fetchone()
            held = built_meeting(self.root, view, path, items, open_)
            if held is not None:
                yield held


def _version_of(index: sqlite3.Connection) -> int:
    """Another number once another process has written to the index."""
    return int(index.execute("PRAGMA data_version").fetchone()[0])


def _sound(text: str) -> str:
    """The text without halves of characters, which a broken terminal sends and nothing bears."""
    return text.encode(errors="replace").decode()


def _counts(index: sqlite3.Connection, each: Clause) -> tuple[int, int]:
    """How many of the items that fit are the newest of their chains, and how many are not."""
    newest, whole = index.execute(
        f"SELECT coalesce(sum(mark.newest), 0), count(*) {counted_from(each.sql)}"
        f" WHERE {each.sql}",
        each.values,
    ).fetchone()
    return newest, whole - newest


def _keys(
    index: sqlite3.Connection, condition: Clause, order: str, most: int | None = None
) -> list[Key]:
    """The keys of the items that fit, in order, at most so many."""
    limit = -1 if most is None else max(most, 0)
    told = f"item. {condition.sql} {order}"
    found = index.execute(
        f"SELECT item.file, item.ref {counted_from(told)} WHERE {condition.sql}"
        f" ORDER BY {order} LIMIT ?",
        (*condition.values, limit),
    ).fetchall()
    path_of = {file: _path_of(index, file) for file in {file for file, _ in found}}
    return [(path_of[file], ref) for file, ref in found]


def _path_of(index: sqlite3.Connection, file: int) -> str:
    """The path of a file: of those that are shown only, for others it need not be looked up."""
    return str(index.execute("SELECT path FROM file WHERE id = ?", (file,)).fetchone()[0])


def _teach(index: sqlite3.Connection, settings: Settings, day: date) -> None:
    """Gives the SQL the function `acting`: which bodies act on the day for those of an item."""
    acting = acting_on(settings.bodies, day)

    def acting_lines(lead: str, is_open: int) -> str:
        return "\n".join(acting(tuple(lead.split("\n")))) if is_open and lead else lead

    index.create_function("acting", 2, acting_lines)
