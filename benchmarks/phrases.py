"""How time phrases are read, beside what a user would pick instead.

    python benchmarks/phrases.py PHRASES.tsv

PHRASES.tsv has a head line and the columns anchor, lang, place, phrase, class, earliest, latest, note. Of
each reader it prints the share that is right, silently wrong and refused, among the phrases that name days,
and the phrases read a second, all in one run. The peers are optional: one that is not installed is said to
be missing. A peer that answers with a moment is taken to mean that day; an answer that is right at its first
day and does not know a last one counts as wrong, for a window is asked for.
"""

import csv
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from dipltrack.model.conventions import Conventions
from dipltrack.wording.reading import window_of
from dipltrack.wording.unread import UnreadTimeError

Days = tuple[date | None, date | None]
Reader = Callable[[str, date, str, str], Days | None]


def dipltrack(phrase: str, anchor: date, lang: str, place: str) -> Days | None:
    """The window that we read."""
    try:
        window = window_of(phrase, anchor, Conventions(), place=place, party=place, lang=lang)
    except UnreadTimeError:
        return None
    return window.earliest, window.latest


def dateparser_reader() -> Reader:
    """dateparser: one moment, of many languages."""
    import dateparser

    def read(phrase: str, anchor: date, lang: str, place: str) -> Days | None:
        base = _moment(anchor)
        settings: Any = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
        found = dateparser.parse(phrase, languages=[lang], settings=settings)
        return (found.date(), found.date()) if found else None

    return read


def parsedatetime_reader() -> Reader:
    """parsedatetime: one moment, English."""
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def read(phrase: str, anchor: date, lang: str, place: str) -> Days | None:
        found, status = calendar.parseDT(phrase, _moment(anchor))
        return (found.date(), found.date()) if status else None

    return read


def timefhuman_reader() -> Reader:
    """timefhuman: moments and ranges, English."""
    from timefhuman import tfhConfig, timefhuman

    def read(phrase: str, anchor: date, lang: str, place: str) -> Days | None:
        config = tfhConfig(now=_moment(anchor))
        try:
            found = timefhuman(phrase, config=config)
        except Exception:
            return None
        return _days(found)

    return read


def ctparse_reader() -> Reader:
    """ctparse: moments and intervals, English and German."""
    from ctparse import ctparse

    def read(phrase: str, anchor: date, lang: str, place: str) -> Days | None:
        base = _moment(anchor)
        try:
            found = ctparse(phrase, ts=base, timeout=1.0)
        except Exception:
            return None
        resolution = found.resolution if found else None
        if resolution is None:
            return None
        try:
            if hasattr(resolution, "t_from"):
                ends = resolution.t_from, resolution.t_to
                return tuple(end.dt.date() if end else None for end in ends)  # type: ignore[return-value]
            return resolution.start.dt.date(), resolution.end.dt.date()
        except Exception:
            return None

    return read


def edtf_reader() -> Reader:
    """edtf: words to EDTF to days, English."""
    import edtf

    def read(phrase: str, anchor: date, lang: str, place: str) -> Days | None:
        try:
            parsed = edtf.parse_edtf(edtf.text_to_edtf(phrase) or "")
            first, last = parsed.lower_strict(), parsed.upper_strict()
            return date(*first[:3]), date(*last[:3])
        except Exception:
            return None

    return read


def _moment(day: date) -> datetime:
    """Midnight of the day, without a zone, as the peers want it."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


def _days(found: Any) -> Days | None:  # noqa: ANN401 - whatever a peer gives
    if isinstance(found, list) and found:
        found = found[0]
    if isinstance(found, tuple) and len(found) == 2:
        first, last = _days(found[0]), _days(found[1])
        return (first[0], last[1]) if first and last else None
    if isinstance(found, datetime):
        return found.date(), found.date()
    return (found, found) if isinstance(found, date) else None


READERS: dict[str, Callable[[], Reader]] = {
    "dipltrack": lambda: dipltrack,
    "dateparser": dateparser_reader,
    "parsedatetime": parsedatetime_reader,
    "timefhuman": timefhuman_reader,
    "ctparse": ctparse_reader,
    "edtf": edtf_reader,
}


def main() -> None:
    """Prints the table."""
    rows = [row for row in _rows(sys.argv[1]) if "ambiguous" not in (row["note"] or "")]
    dated = [row for row in rows if row["earliest"] or row["latest"]]
    sys.stdout.write(f"{len(dated)} phrases that name days, {len(rows)} in all\n\n")
    sys.stdout.write("| reader | right | silently wrong | refused | phrases a second |\n")
    sys.stdout.write("|---|---|---|---|---|\n")
    for name, made in READERS.items():
        try:
            reader = made()
        except ImportError:
            sys.stdout.write(f"| {name} | not installed | | | |\n")
            continue
        sys.stdout.write(_line(name, reader, dated))


def _line(name: str, reader: Reader, rows: list[dict[str, str]]) -> str:
    fates = {"right": 0, "wrong": 0, "refused": 0}
    for row in rows:  # what is loaded once is not counted
        reader(row["phrase"], date.fromisoformat(row["anchor"]), row["lang"], row["place"])
    begun = time.perf_counter()
    for row in rows:
        anchor = date.fromisoformat(row["anchor"])
        days = reader(row["phrase"], anchor, row["lang"], row["place"])
        wanted = tuple(
            date.fromisoformat(d) if d else None for d in (row["earliest"], row["latest"])
        )
        fates[
            "refused" if days in {None, (None, None)} else "right" if days == wanted else "wrong"
        ] += 1
    rate = len(rows) / (time.perf_counter() - begun)
    shares = " | ".join(f"{fates[fate] / len(rows):.2f}" for fate in fates)
    return f"| {name} | {shares} | {rate:,.0f} |\n"


def _rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if __name__ == "__main__":
    main()
