"""The one door through which a ledger is asked: which items, as of when, known by when.

What is asked is narrowed, sorted and counted in the index; what is shown is built from the files,
by the same fold that the index was made with.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta, tzinfo
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.model.fault import Fault
from dipltrack.model.folding import folded
from dipltrack.model.settings import Settings
from dipltrack.model.text import sound
from dipltrack.register.agenda import SECTIONS, Group
from dipltrack.register.broken import broken_files, with_what_is_broken
from dipltrack.register.building import Key, built_items
from dipltrack.register.index.counting import open_by_section
from dipltrack.register.index.difference import Report
from dipltrack.register.index.filling import make_ready
from dipltrack.register.index.kept import KeptIndex
from dipltrack.register.index.later import Later
from dipltrack.register.index.narrowing import (
    LAST_DAY,
    Clause,
    condition_of,
    counted_from,
    marked,
    order_of,
    walked_from,
)
from dipltrack.register.index.refs import DaysOfFiles, RefsOnFile
from dipltrack.register.index.words import holds, narrowed_to
from dipltrack.register.question import Question, SortBy, Strange
from dipltrack.register.resolve import item_key, refs_beginning
from dipltrack.register.standing import Standing
from dipltrack.register.strange import strange_names
from dipltrack.register.unmatched import NoMatchError
from dipltrack.register.view import View

if TYPE_CHECKING:
    from dipltrack.register.alike import Alike
    from dipltrack.register.judged import Known
    from dipltrack.register.log import Entries
    from dipltrack.register.meetings import Meetings
    from dipltrack.register.reminders import Reminders


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
        self._kept = KeptIndex(root, settings, timezone, path=path, moment=moment, report=report)

    @cached_property
    def meetings(self) -> "Meetings":
        """Its meetings."""
        from dipltrack.register.meetings import Meetings

        return Meetings(self._kept)

    @cached_property
    def entries(self) -> "Entries":
        """Its entries, one by one."""
        from dipltrack.register.log import Entries

        return Entries(self._kept)

    @cached_property
    def reminders(self) -> "Reminders":
        """What its reminders are counted from."""
        from dipltrack.register.reminders import Reminders

        return Reminders(self._kept)

    def ask(
        self, question: Question, view: View, sort: SortBy = SortBy.REF, most: int | None = None
    ) -> Answer:
        """The items that the question asks for, as the view sees them, in that order.

        At most so many are built; all are counted.
        """
        index = self._kept.seen_by(view)
        each = condition_of(replace(question, each=True), view.as_of, self.settings.bodies)
        newest = condition_of(question, view.as_of, self.settings.bodies)
        order = order_of(sort)
        if question.text is None:
            count, said_again = _counts(index, each)
            if question.each:
                count, said_again = count + said_again, 0
            shown = self._built(index, view, _keys(index, newest, order, most, count))
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
        newest, older = _counts(self._kept.seen_by(view), each)
        return newest + older if question.each else newest

    def alike(self, question: Question, view: View) -> "Mapping[Alike, int]":
        """How many items stand alike, of those that `stream` gives for the question."""
        from dipltrack.register.index.alike import all_alike

        condition = condition_of(question, view.as_of, self.settings.bodies)
        return all_alike(self._kept.seen_by(view), condition)

    def stream(
        self, question: Question, view: View, sort: SortBy = SortBy.REF, most: int | None = None
    ) -> Iterator[Standing]:
        """The same items, each built when its turn comes, for whoever lets one go before the next."""
        index = self._kept.seen_by(view)
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
        index = self._kept.seen_by(view)
        question = replace(question, open_only=True)
        condition = condition_of(question, view.as_of, self.settings.bodies)
        near = view.as_of.toordinal() + within.days
        sections = open_by_section(index, condition, near)
        keys: dict[Group, list[Key]] = {}
        for group in SECTIONS:
            keys[group] = []
            if group in sections:
                some = condition.and_(sections[group].clause)
                keys[group] = _keys(index, some, order_of(SortBy.LATEST), most)
            most = None if most is None else most - len(keys[group])
        sought = _keys(
            index, marked(Clause("sought = 1")).and_(condition), order_of(SortBy.LATEST)
        )
        built = self._all_built(index, view, [*chain(*keys.values()), *sought])
        return Agenda(
            counts=Counter({group: items.count for group, items in sections.items()}),
            also_said_missed=sections[Group.ALSO_SAID].unkept
            if Group.ALSO_SAID in sections
            else 0,
            standings={
                group: tuple(built[key] for key in some if key in built)
                for group, some in keys.items()
            },
            sought=tuple(built[key] for key in sought if key in built),
            errors=self.errors(view),
            strange=self.strange(question, view),
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
        index = self._kept.seen_by(view)
        try:
            key = item_key(
                index,
                sound(text),
                view.as_of,
                by_ref=by_ref,
                by_words=by_words,
                by_old_ref=by_old_ref,
                but=but,
            )
        except NoMatchError as error:
            raise with_what_is_broken(error, self.errors(view)) from None
        return next(iter(self._built(index, view, [key])))

    def dossier_named(self, text: str) -> str | None:
        """The dossier whose name the text is, whatever its letter case, or None."""
        wanted = sound(text).strip()
        for dossier in self.settings.dossiers:
            if folded(dossier.name) == folded(wanted):
                return dossier.name
        used = (
            "SELECT dossiers FROM matter"
            " WHERE instr(char(10) || lower(dossiers) || char(10), char(10) || lower(?) || char(10))"
            " LIMIT 1"
        )
        found = self._kept.in_step().execute(used, (wanted,)).fetchone()
        names = found[0].split("\n") if found else ()
        return next((name for name in names if folded(name) == folded(wanted)), None)

    def refs_beginning(self, begin: str, view: View, most: int) -> list[tuple[str, str]]:
        """Refs of items that begin so, each with its title, at most so many."""
        return refs_beginning(self._kept.seen_by(view), sound(begin), view.as_of, most)

    def sectors(self, view: View) -> list[str]:
        """The sectors that are in use on the day."""
        on = view.as_of.toordinal()
        found = self._kept.seen_by(view).execute(
            "SELECT DISTINCT sector FROM span JOIN form ON form.id = span.form"
            " WHERE from_day <= ? AND to_day > ? AND sector IS NOT NULL ORDER BY sector",
            (on, on),
        )
        return [sector for (sector,) in found]

    def known(self) -> "Known":
        """What a write to the ledger is held against."""
        from dipltrack.register.judged import Known

        index = self._kept.in_step()
        return Known(
            bodies=tuple(body.name for body in self.settings.bodies),
            dossiers=tuple(dossier.name for dossier in self.settings.dossiers),
            first_file_of=RefsOnFile(index),
            day_of=DaysOfFiles(index),
            timezone=self._kept.timezone,
            broken=frozenset(error.file for error in broken_files(index, self.root)),
        )

    def strange(self, question: Question, view: View) -> tuple[Strange, ...]:
        """The names in the filters that nothing of the ledger bears on the day."""
        return strange_names(self._kept.seen_by(view), question, view.as_of, self.settings)

    def errors(self, view: View) -> tuple[Fault, ...]:
        """The errors of every file, by which an answer may lack something, in their order."""
        return broken_files(self._kept.seen_by(view), self.root)

    def items(self, keys: Sequence[Key], view: View) -> dict[Key, Standing]:
        """The items of those paths and refs; what is not on file any more is left out."""
        return self._all_built(self._kept.seen_by(view), view, keys)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The index of all that is known, in step with the files."""
        yield self._kept.in_step()

    def catch_up(self) -> None:
        """Brings the index in step once more, with what others wrote since it was first asked."""
        self._kept.catch_up()

    def written(self, path: str) -> None:
        """Takes in a file that was just written, so that the next question sees it."""
        self._kept.written(path)

    def _holding(self, index: sqlite3.Connection, view: View, words: str) -> Clause:
        """The condition that narrows to the items which may hold the words."""
        make_ready(index, self._kept.source(view.known_by), Later.WORDS)
        return narrowed_to(index, words)

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


def _counts(index: sqlite3.Connection, each: Clause) -> tuple[int, int]:
    """How many of the items that fit are the newest of their chains, and how many are not."""
    newest, whole = index.execute(
        "SELECT coalesce(sum(number * newest), 0), coalesce(sum(number), 0)"  # noqa: S608
        f" FROM (SELECT span.mark AS id, count(*) AS number {counted_from(each.sql)}"
        f" WHERE {each.sql} GROUP BY span.mark) JOIN mark USING (id)",
        each.values,
    ).fetchone()
    return newest, whole - newest


def _keys(
    index: sqlite3.Connection,
    condition: Clause,
    order: str,
    most: int | None = None,
    count: int = 0,
) -> list[Key]:
    """The keys of the items that fit, in order, at most so many; `count` says how many fit, if known."""
    if most is not None and most <= 0:
        return []
    limit = -1 if most is None else most
    if limit > 0 and order == order_of(SortBy.LATEST):
        condition = condition.and_(_up_to_the_last(index, condition, limit))
    told = f"item. {condition.sql} {order}"
    source = counted_from(told)
    if limit > 0 and order == order_of(SortBy.REF) and _are_many(index, count):
        source = walked_from(told)
    found = index.execute(
        f"SELECT item.file, item.ref {source} WHERE {condition.sql} ORDER BY {order} LIMIT ?",
        (*condition.values, limit),
    ).fetchall()
    path_of = {file: _path_of(index, file) for file in {file for file, _ in found}}
    return [(path_of[file], ref) for file, ref in found]


def _are_many(index: sqlite3.Connection, count: int) -> bool:
    """True where one item in ten fits: the first ones in any order are then found by walking it."""
    (last,) = index.execute("SELECT max(id) FROM item").fetchone()
    return count * 10 >= (last or 0)


def _up_to_the_last(index: sqlite3.Connection, condition: Clause, most: int) -> Clause:
    """The condition that an item's last day is among the earliest so many of those that fit.

    The index of days alone tells it, so that the rest of the order is asked of few.
    """
    found = index.execute(
        f"SELECT {LAST_DAY} {counted_from(condition.sql)} WHERE {condition.sql}"
        " ORDER BY 1 LIMIT 1 OFFSET ?",
        (*condition.values, most - 1),
    ).fetchone()
    return Clause(f"{LAST_DAY} <= ?", found) if found else Clause("1")


def _path_of(index: sqlite3.Connection, file: int) -> str:
    """The path of a file: of those that are shown only, for others it need not be looked up."""
    return str(index.execute("SELECT path FROM file WHERE id = ?", (file,)).fetchone()[0])
