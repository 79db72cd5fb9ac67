"""A report for programs: its blocks and typed cells as JSON, schema 1, as docs/json.md describes it."""

import json
from datetime import date
from typing import Any

from dipltrack.model.text import escaped
from dipltrack.model.window import Window
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Dated,
    Day,
    Days,
    Heading,
    Link,
    Many,
    Number,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Span,
    Stated,
    Table,
    Text,
    Timeline,
    Words,
)
from dipltrack.reports.machine import document_of


def json_of_report(report: Report) -> str:
    """The report as JSON, two spaces a level, not escaped, with the end of its last line."""
    return escaped(json.dumps(data_of_report(report), ensure_ascii=False, indent=2)) + "\n"


def data_of_report(report: Report) -> dict[str, Any]:
    """The report as plain data: what it is, and its blocks in their order.

    Days are ISO 8601, what is not there is null, text stands as it is in the ledger.
    """
    return document_of(
        report.as_of,
        report.known_by,
        report=report.name,
        title=report.title,
        desk=report.desk,
        marking=report.marking,
        audience=report.audience.value,
        told=list(report.told),
        blocks=[_block(block) for block in report.blocks],
    )


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            told = {"level": block.level, "text": block.text}
            return {"block": "heading", **told, "count": block.count, "ref": block.ref}
        case Paragraph():
            return {"block": "paragraph", "text": block.text, "hint": block.hint}
        case Table():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            titles = [column.title for column in block.columns]
            return {"block": "table", "columns": titles, "rows": rows}
        case Pairs():
            pairs = [
                {"label": pair.label, "cell": _cell(pair.cell), "aside": pair.aside or None}
                for pair in block.pairs
            ]
            return {"block": "pairs", "pairs": pairs}
        case Timeline():
            return _timeline(block)


def _timeline(timeline: Timeline) -> dict[str, Any]:
    lanes = [
        {
            "ref": lane.ref,
            "title": lane.title,
            "bars": [
                {"mark": bar.mark.value, "first": _iso(bar.first), "last": _iso(bar.last)}
                for bar in lane.bars
            ],
        }
        for lane in timeline.lanes
    ]
    days = {"first": _iso(timeline.first), "last": _iso(timeline.last), "day": _iso(timeline.day)}
    return {"block": "timeline", **days, "lanes": lanes}


def _cell(cell: Cell) -> dict[str, Any]:
    """The cell with the word for its sort, under which the rest of its keys can be relied on."""
    match cell:
        case Text():
            return {"cell": "text", "text": cell.text}
        case Words():
            return {"cell": "words", "text": cell.text}
        case Ref():
            return {"cell": "ref", "ref": cell.ref}
        case Day():
            return {"cell": "day", "day": _iso(cell.day), "first": _iso(cell.first)}
        case Days():
            return {"cell": "days", "days": cell.count, "late": cell.late}
        case Number():
            return {"cell": "number", "number": cell.number}
        case Span():
            return {"cell": "span", **_window(cell.window)}
        case Colour():
            return {"cell": "colour", "rag": cell.rag.value, "reason": cell.reason.value}
        case Stated():
            return {"cell": "stated", "stated": cell.words, **_window(cell.window)}
        case Dated():
            days = {"day": _iso(cell.day), "first": _iso(cell.first), "when": cell.when}
            return {"cell": "dated", "text": cell.text, **days}
        case Link():
            return {"cell": "link", "text": cell.text, "address": cell.address}
        case Many():
            return {"cell": "many", "cells": [_cell(one) for one in cell.cells]}


def _window(window: Window) -> dict[str, Any]:
    """The days and their class; the basis stays in the house, as in every other format."""
    return {
        "class": window.class_.value,
        "earliest": _iso(window.earliest),
        "latest": _iso(window.latest),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
