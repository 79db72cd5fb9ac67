"""A report as JSON: what docs/report.schema.json promises, whatever stands in the report."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from dipltrack.model.vocabulary import Handling, Rag, RagReason, TimingClass
from dipltrack.reports.blocks import Block, Cell, Mark, Paragraph, Single, Text
from dipltrack.reports.machine_report import data_of_report, json_of_report
from tests.given import day
from tests.render.samples import CELLS, FULL, report, table

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8")
)
REPORTS = {
    "every block": FULL,
    "empty": report(),
    "known by": report(known_by=day("2018-02-01")),
    "for a partner": report(desk="", audience=Handling.PARTNER),
    "no time": report(table([Text("")])),
}


def validate(data: object) -> None:
    """Raises where the data are not as the schema says."""
    checker = jsonschema.FormatChecker()
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(data)


def objects(data: object) -> Iterator[dict[str, Any]]:
    """Every object in the data."""
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from objects(one)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_as_the_schema_says(name: str) -> None:
    validate(json.loads(json_of_report(REPORTS[name])))


@pytest.mark.parametrize(
    ("found", "other"),
    [
        ({"cell": "number", "number": 1234}, {"cell": "number", "number": "1,234"}),
        ({"cell": "text", "text": "plain"}, {"cell": "text", "text": "plain", "bold": True}),
        ({"cell": "colour", "rag": "R", "reason": "overdue"}, {"cell": "colour", "rag": "R"}),
    ],
)
def test_the_schema_refuses_what_is_otherwise(found: object, other: object) -> None:
    text = json.dumps(data_of_report(FULL))
    assert json.dumps(found) in text

    with pytest.raises(jsonschema.ValidationError):
        validate(json.loads(text.replace(json.dumps(found), json.dumps(other))))


def test_every_block_and_cell_has_its_own_word() -> None:
    data = data_of_report(FULL)

    words = {one["cell"] for one in objects(data) if isinstance(one.get("cell"), str)}
    assert len(words) == len(get_args(Single)) + 1 == len({type(cell) for cell in CELLS})
    assert len(get_args(Cell)) == len(words)
    assert len({one["block"] for one in data["blocks"]}) == len(get_args(Block))


def test_the_schema_has_the_words_of_every_vocabulary() -> None:
    listed = {tuple(one["enum"]) for one in objects(SCHEMA) if isinstance(one.get("enum"), list)}

    for words in (Handling, Rag, RagReason, TimingClass, Mark):
        assert tuple(word.value for word in words) in listed


def test_text_stands_as_it_is_in_the_ledger() -> None:
    text = "\x1b[31m\u202e日本 <b> \u2028\n"

    data = json.loads(json_of_report(report(Paragraph(text))))

    assert data["blocks"][0] == {"block": "paragraph", "text": text, "hint": False}


def test_the_head_says_what_the_report_is_and_for_whom() -> None:
    data = data_of_report(report(audience=Handling.PARTNER, told=("Week 5",)))

    assert (data["report"], data["as_of"], data["told"]) == ("weekly", "2018-02-02", ["Week 5"])
    assert (data["audience"], data["marking"]) == ("partner", "for partner")
    assert "known_by" not in data
