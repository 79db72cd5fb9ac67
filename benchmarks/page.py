"""The tables of what was measured, and the page that holds them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from benchmarks.measure import Measured
from benchmarks.questions import OURS, QUESTIONS, TARGETS, Target

PEERS = ("taskwarrior", "todoman")
Results = Mapping[tuple[int, str, str], Measured]
"""By how many commitments, which question, which program."""

_REGION = re.compile(r"(<!-- measured -->\n)(.*?)(<!-- end -->)", re.DOTALL)
_NOTHING = "–"
_LEGEND = """\
Milliseconds by the clock, the least of the runs, the median in brackets; `cpu` is the processor's time; the
ratio is ours to the peer's. Peak memory under {floor:.0f} MiB cannot be told."""


class Occasion(Struct, frozen=True, kw_only=True):
    """When it was measured, on what kind of machine, how often, and which peers were not there."""

    day: str
    machine: str
    rounds: int
    load: tuple[float, float] = (0, 0)
    """How many processes wanted a processor, at the least and at the most; one or two are ours."""
    missing: Sequence[str] = ()
    floor_mib: float = 0
    """What the measuring process held: less memory than this cannot be told."""


def page_with(page: str, results: Results, occasion: Occasion) -> str:
    """The page with what was measured in its place, all else as it was."""
    return _REGION.sub(lambda found: found[1] + report_of(results, occasion) + found[3], page)


def report_of(results: Results, occasion: Occasion) -> str:
    """What was measured: the targets, everything, the growth."""
    day, machine, rounds = occasion.day, occasion.machine, occasion.rounds
    parts = [
        (
            f"Measured on {day}: {machine}. The least of {rounds} runs, each program's in turn, while "
            f"{occasion.load[0]:.0f} to {occasion.load[1]:.0f} processes wanted a processor."
        ),
        *(f"Not measured: {one}" for one in occasion.missing),
        "## What is to be reached",
        targets_table(results),
        "## All that was measured",
        _LEGEND.format(floor=occasion.floor_mib),
        measurements_table(results),
        "## Growth",
        growth_table(results),
    ]
    return "\n\n".join(parts) + "\n"


def targets_table(results: Results) -> str:
    """What is to be reached, a row each, and whether it is."""
    head = ("at", "question", "at most", "measured", "ours", "the peer's", "")
    return table_of(head, (_target_row(target, results) for target in TARGETS))


def _target_row(target: Target, results: Results) -> tuple[str, ...]:
    ours = results.get((target.count, target.question, OURS))
    theirs = results.get((target.count, target.of, target.peer or OURS))
    said = QUESTIONS[target.question].said
    start = f"{target.count:,}", f"peak memory of {said}" if target.memory else said
    unit = "MiB" if target.memory else "ms"
    if target.peer is None:
        most = f"{target.most:,.0f} {unit}"
    else:
        other = "" if target.of == target.question else f" {QUESTIONS[target.of].said}"
        most = f"{target.most:g} × {target.peer}{other}"
    if ours is None or theirs is None:
        return *start, most, _NOTHING, _NOTHING, _NOTHING, "not measured"
    own, other_one = (m.mib if target.memory else m.ms for m in (ours, theirs))
    measured = own if target.peer is None else own / other_one
    return (
        *start,
        most,
        f"{own:,.0f} {unit}" if target.peer is None else f"{measured:.2f} ×",
        f"{own:,.0f} {unit}",
        _NOTHING if target.peer is None else f"{other_one:,.0f} {unit}",
        "met" if measured <= target.most else "not met",
    )


def measurements_table(results: Results) -> str:
    """Every question at every size: ours, and each peer's with the ratio."""
    head = ["at", "question", "ours", "cpu", "MiB"]
    for peer in PEERS:
        head += [peer, "cpu", "MiB", "ratio"]
    asked = dict.fromkeys((count, question) for count, question, _ in results)
    return table_of(head, (_row(count, question, results) for count, question in asked))


def _row(count: int, question: str, results: Results) -> list[str]:
    ours = results.get((count, question, OURS))
    cells = [f"{count:,}", QUESTIONS[question].said, *_cells(ours)]
    for peer in PEERS:
        theirs = results.get((count, question, peer))
        ratio = f"{ours.ms / theirs.ms:.2f}" if ours and theirs else _NOTHING
        cells += [*_cells(theirs), ratio]
    return cells


def _cells(measured: Measured | None) -> tuple[str, ...]:
    if measured is None:
        return (_NOTHING,) * 3
    clock = f"{measured.ms:,.0f} ({measured.median_ms:,.0f})"
    return clock, f"{measured.cpu_ms:,.0f}", f"{measured.mib:,.0f}"


def growth_table(results: Results) -> str:
    """What ten times as many commitments cost, in the questions that should not feel it."""
    sizes = sorted({count for count, _, program in results if program == OURS})
    head = ["question", *(f"{size:,}" for size in sizes[:1])]
    for size in sizes[1:]:
        head += [f"{size:,}", "factor"]
    rows = (_growth(key, sizes, results) for key, question in QUESTIONS.items() if question.grows)
    return table_of(head, rows)


def _growth(question: str, sizes: Sequence[int], results: Results) -> list[str]:
    cells = [QUESTIONS[question].said]
    before: Measured | None = None
    for place, size in enumerate(sizes):
        now = results.get((size, question, OURS))
        cells.append(f"{now.ms:,.0f} ms" if now else _NOTHING)
        if place:
            cells.append(f"{now.ms / before.ms:.1f} ×" if now and before else _NOTHING)
        before = now
    return cells


def table_of(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table that is a table on a terminal too.

    >>> print(table_of(("at", "ms"), [("1,000", "7")]))
    | at    | ms |
    |-------|----|
    | 1,000 | 7  |
    """
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    written = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([written[0], rule, *written[1:]])
