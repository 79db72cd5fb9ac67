"""The head of a report in words: whose it is, the day that it speaks of, how it is marked."""

from dipltrack.model.text import visible
from dipltrack.reports.blocks import Report
from dipltrack.reports.days import written_day, written_weekday


def head_of(report: Report) -> tuple[str, ...]:
    """What the line below the title tells, part by part; the marking is the last."""
    as_of = f"as of {written_weekday(report.as_of)}"
    if report.known_by is not None:
        as_of += f", known by {written_day(report.known_by)}"
    return tuple(visible(part) for part in (report.desk, as_of, report.marking) if part)
