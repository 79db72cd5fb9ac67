"""A ledger goes out as JSON and comes back as it was: nothing is lost, nothing is written twice."""

import json
import tempfile
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipltrack.ledger.append import appended
from dipltrack.ledger.compose import statement
from dipltrack.ledger.export import exported_meetings, exported_settings
from dipltrack.ledger.exported import WrongExportError, read_export
from dipltrack.ledger.importing import Plan, plan_of, whole_text, write_planned
from dipltrack.ledger.json_value import value_from_json, value_to_json
from dipltrack.ledger.toml import parse, same_value
from dipltrack.model.entry import Entry
from tests.docs.generate import DOCS
from tests.given import SETTINGS
from tests.ledger.ledgers import ENTRIES, FILES, PATH, TEXTS

SCHEMA = json.loads((DOCS / "export.schema.json").read_text(encoding="utf-8"))
DATA = Path(__file__).parents[2] / "data"
KEYS = st.sampled_from(["x_a", "a key", "$date", "$", "", "ş", "x.y", "date", "own"]) | TEXTS
MOMENTS = st.datetimes().flatmap(
    lambda moment: st.sampled_from(
        [
            moment,
            moment.replace(tzinfo=UTC),
            moment.replace(tzinfo=timezone(timedelta(hours=-5, minutes=-30))),
        ]
    )
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | TEXTS
    | st.dates()
    | st.times()
    | MOMENTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
"""Whatever a hand can write behind a key of its own."""


def exported(root: Path) -> str:
    """The export of the ledger, as text."""
    meetings = list(exported_meetings(root, ()))
    whole = {**exported_settings(root), "meetings": meetings}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def imported(root: Path, text: str) -> Plan:
    """The plan of an import, written."""
    plan = plan_of(root, read_export(text), {})
    if not plan.conflicts:
        for file in plan.files:
            write_planned(root, file)
    return plan


def ledger(root: Path, data: bytes, settings_text: str = SETTINGS) -> Path:
    """A ledger of one meeting's file."""
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_bytes(data)
    (root / "dipltrack.toml").write_text(settings_text, encoding="utf-8")
    return root


@given(value=VALUES)
@example(value={"$date": "2018-01-29"})
@example(value=[float("nan"), float("-inf"), -0.0, 1.0, 1, True])
def test_a_value_of_any_type_comes_back_through_json_as_it_was(value: object) -> None:
    through = json.loads(json.dumps(value_to_json(value), allow_nan=False))

    assert same_value(value_from_json(through, "x"), value)


@given(value=VALUES)
def test_a_value_of_any_type_is_written_as_toml_that_reads_back(value: object) -> None:
    read = parse(statement("x_own", value, exact=True))["x_own"]

    assert same_value(read, value)


@given(data=FILES, entries=ENTRIES, own=st.dictionaries(KEYS, VALUES, max_size=3))
@settings(max_examples=150)
def test_export_import_and_export_again_give_the_same_bytes(
    data: bytes, entries: list[tuple[str, Entry]], own: dict[str, Any]
) -> None:
    data = appended(data, entries, PATH)
    top = "".join(f"{statement(f'x_{n}', one, exact=True)}\n" for n, one in own.items())
    tail = f"\n[[document]]\nname = 'last'\n{top}x_row = {{ 'seen' = 2018-01-29, n = 1.0 }}\n"
    settings_text = f"{top}{SETTINGS}x_ours = 07:30:00\n\n[[x_shelf]]\nrow = 1.5\n"
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        ledger(first, data + tail.encode(), settings_text)
        (first / "firmness.toml").write_text('schema = 1\n[en]\nx = ["a"]\n', encoding="utf-8")

        text = exported(first)
        imported(second, text)

        assert exported(second) == text
        assert imported(second, text).files == []
        jsonschema.validate(json.loads(text), SCHEMA)


def test_the_real_ledger_comes_back_as_it_was(tmp_path: Path) -> None:
    text = exported(DATA)

    imported(tmp_path, text)

    assert exported(tmp_path) == text
    jsonschema.validate(json.loads(text), SCHEMA)


def test_the_schema_is_one_and_refuses_what_import_refuses() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    whole = json.loads(exported(DATA))
    del whole["meetings"][0]["meeting"]["title"]

    with pytest.raises(jsonschema.ValidationError, match="title"):
        jsonschema.validate(whole, SCHEMA)
    with pytest.raises(WrongExportError, match=r"2012-01-06\.toml: meeting: title is missing"):
        read_export(json.dumps(whole))


MEETING = {
    "file": "TR/2017-12-28.toml",
    "meeting": {"ref": "TR-20171228", "title": "M", "date": "2017-12-28"},
}
HEAD = {
    "schema": 1,
    "export": "ledger",
    "settings": {"ledger": {"name": "Desk", "party": "JP"}},
}


def with_meeting(**changed: object) -> str:
    """An export of one meeting, with what is changed of it."""
    return json.dumps({**HEAD, "meetings": [{**MEETING, **changed}]})


WRONG = {
    "no JSON": ("{", "line 1, column 2: it is no JSON"),
    "another thing": ('{"schema": 1, "items": []}', "dipltrack export --format json makes one"),
    "a list": ("[]", "dipltrack export --format json makes one"),
    "a newer schema": ('{"schema": 2, "export": "ledger"}', "install a newer dipltrack"),
    "no meetings": (json.dumps(HEAD), "meetings is no list"),
    "a key twice": ('{"schema": 1, "schema": 1}', 'the key "schema" stands twice'),
    "no number": ('{"schema": NaN}', "NaN is no number of JSON"),
    "nested for ever": ('{"a":' + "[" * 100_000, "it is nested beyond all measure"),
    "a day that is none": (
        with_meeting(meeting={"ref": "TR-20171228", "title": "M", "date": "2018-02-30"}),
        'TR/2017-12-28.toml: meeting: date = "2018-02-30" is not a day',
    ),
    "a fraction": (with_meeting(document=[{"name": "a", "x_a": 1.5}]), '{"$float": "1.5"}'),
    "null": (with_meeting(document=[{"name": "a", "x_a": None}]), "x_a is null"),
    "an unknown table": (with_meeting(comitment=[]), "comitment is no table of the format"),
    "a known table that hides": (with_meeting(own={"update": []}), "update stands under own"),
    "tables that are none": (with_meeting(update=[1]), "update is not a list of tables"),
    "evidence that is none": (
        with_meeting(update=[{"of": "TR-20171228", "date": "2017-12-28", "evidence": [1]}]),
        "update 1: evidence is no list of tables",
    ),
    "the same file twice": (
        json.dumps({**HEAD, "meetings": [MEETING, MEETING]}),
        "stands there twice",
    ),
    "an unknown word": (
        with_meeting(update=[{"of": "TR-20171228", "date": "2017-12-28", "status": "done"}]),
        'update 1: status = "done" is not',
    ),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
def test_what_is_no_export_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(WrongExportError) as raised:
        read_export(text)

    assert told in str(raised.value)


@pytest.mark.parametrize(
    "path",
    [
        "../TR/2017-12-28.toml",
        "/etc/2017-12-28.toml",
        "TR/../../x.toml",
        "TR\\2017-12-28.toml",
        "C:/2017-12-28.toml",
        "2017-12-28.toml",
        ".git/2017-12-28.toml",
        "TR/.hidden.toml",
        "kept/2017-12-28.toml",
        "reminders/2018.toml",
        "TR/deep/2017-12-28.toml",
        "TR/2017-12-28 (1).toml",
        "TR/2017-12-28.txt",
        "TR/2017\n.toml",
        "",
        7,
    ],
)
def test_no_file_is_written_outside_the_folders_of_partners(path: object) -> None:
    with pytest.raises(WrongExportError, match="is no file of a meeting"):
        read_export(with_meeting(file=path))


ITEM = {"id": "ITEM0001", "ref": "TR-20171228-1", "title": "Hold it"}
NOTE = {"id": "NOTE0001", "of": "TR-20171228-1", "date": "2017-12-28", "note": "Said."}


def test_what_the_ledger_lacks_is_appended_and_what_it_has_is_left(tmp_path: Path) -> None:
    imported(tmp_path, with_meeting(commitment=[ITEM]))
    before = (tmp_path / PATH).read_bytes()

    plan = imported(tmp_path, with_meeting(commitment=[ITEM], update=[NOTE]))

    assert (tmp_path / PATH).read_bytes().startswith(before)
    assert plan.left == 2  # the meeting and the item
    assert [name for name, _ in plan.files[0].lacks] == ["update"]


CONFLICTS = {
    "another title": ({"commitment": [{**ITEM, "title": "Hold that"}]}, "title differs here"),
    "another id": ({"commitment": [{**ITEM, "id": "ITEM0002"}]}, "TR-20171228-1: id differs here"),
    "another meeting": (
        {"meeting": {**MEETING["meeting"], "place": "Ankara"}},  # type: ignore[dict-item]
        "meeting TR-20171228: place differs here",
    ),
    "another ref in its place": (
        {"meeting": {"ref": "TR-20171228b", "title": "M", "date": "2017-12-28"}},
        "is of TR-20171228 here, of TR-20171228b there",
    ),
    "a value of its own": ({"own": {"x_top": True}}, "x_top is not here"),
}


@pytest.mark.parametrize(("changed", "told"), CONFLICTS.values(), ids=CONFLICTS)
def test_what_differs_is_a_conflict_and_nothing_is_written(
    tmp_path: Path, changed: dict[str, Any], told: str
) -> None:
    imported(tmp_path, with_meeting(commitment=[ITEM]))
    before = (tmp_path / PATH).read_bytes()

    plan = imported(tmp_path, with_meeting(**changed))

    assert told in "\n".join(plan.conflicts)
    assert (tmp_path / PATH).read_bytes() == before


def test_a_meeting_is_found_by_its_ref_whatever_its_file_is_called(tmp_path: Path) -> None:
    imported(tmp_path, with_meeting(file="TR/called-otherwise.toml", commitment=[ITEM]))
    export = read_export(with_meeting(commitment=[ITEM], update=[NOTE]))

    plan = plan_of(tmp_path, export, {"TR-20171228": "TR/called-otherwise.toml"})

    assert [file.path for file in plan.files] == ["TR/called-otherwise.toml"]


def settings_of(**changed: object) -> str:
    """An export without meetings, with those settings."""
    return json.dumps({**HEAD, "settings": {**HEAD["settings"], **changed}, "meetings": []})  # type: ignore[dict-item]


def test_settings_grow_by_bodies_and_otherwise_stay(tmp_path: Path) -> None:
    body = {"name": "ME1", "party": "JP"}
    imported(tmp_path, settings_of(body=[body]))

    plan = imported(
        tmp_path,
        settings_of(
            body=[body, {"name": "ME2", "party": "JP"}],
            ledger={"name": "Another desk", "party": "JP"},
        ),
    )

    assert [table["name"] for _, table in plan.files[0].lacks] == ["ME2"]
    assert plan.stays == ["[ledger]"]


def test_a_later_registration_replaces_the_one_that_both_have(tmp_path: Path) -> None:
    old, new = {"name": "ME1", "party": "JP"}, {"name": "ME1", "party": "JP", "title": "T"}
    imported(tmp_path, settings_of(body=[old]))

    assert imported(tmp_path, settings_of(body=[new])).conflicts
    assert imported(tmp_path, settings_of(body=[old, new])).conflicts == []


def test_a_ledger_of_another_party_is_refused(tmp_path: Path) -> None:
    imported(tmp_path, settings_of())

    plan = imported(tmp_path, settings_of(ledger={"name": "Desk", "party": "TR"}))

    assert "this ledger is of JP, the export of TR" in plan.conflicts[0]


def test_another_list_of_firmness_stays(tmp_path: Path) -> None:
    imported(tmp_path, json.dumps({**HEAD, "meetings": [], "firmness": {"x_a": 1}}))

    plan = imported(tmp_path, json.dumps({**HEAD, "meetings": [], "firmness": {"x_a": 2}}))

    assert (plan.files, plan.stays) == ([], ["firmness.toml"])


def test_a_broken_file_in_the_way_is_told_by_its_line(tmp_path: Path) -> None:
    ledger(tmp_path, b"schema = 1\n[meeting\n")

    plan = imported(tmp_path, with_meeting())

    assert plan.conflicts[0].startswith(f"{PATH}:2: ")


@pytest.mark.parametrize(
    "moment", [datetime(2018, 1, 5, 9, 0, 0, 123456, tzinfo=UTC), time(7, 30)]
)
def test_what_is_finer_than_a_millisecond_stays_so(moment: object) -> None:
    assert parse(whole_text({"x_at": moment}).decode())["x_at"] == moment


def test_a_day_is_a_day_and_a_text_a_text() -> None:
    assert value_to_json([date(2018, 1, 29), "2018-01-29"]) == [
        {"$date": "2018-01-29"},
        "2018-01-29",
    ]
