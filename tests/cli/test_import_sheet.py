"""A desk's spreadsheet becomes a ledger: what is filed, what is refused, what is said."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.calls import Call

HEAD = "Country;Meeting date;Meeting;Commitment;Deadline;Responsible;Status;Updated;Remarks"
GOOD = [
    HEAD,
    "Turkey;28.12.2017;Foreign ministers;Hold the first Security Dialogue;late January next year;ME1;done;29.01.2018;In Ankara",
    "Turkey;28.12.2017;Foreign ministers;Hold the 8th EPA round;31.12.2018;METI, MOFA;in progress;10.01.2018;",
    "Vietnam;15.1.18;Working lunch;Send the draft;ongoing;ME1;offen;;",
]
LONG = "Do it " * 60


@pytest.fixture
def empty(call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the program on a ledger without meetings."""
    call('init desk --name "First Middle East Division" --party JP --timezone Asia/Tokyo')
    monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")
    return call


def sheet(*lines: str, encoding: str = "utf-8") -> str:
    """Writes the lines as a file of text; gives its name."""
    Path("promises.csv").write_bytes("\n".join((*lines, "")).encode(encoding))
    return "promises.csv"


def book(*rows: list[Any], name: str = "promises.xlsx", title: str = "Sheet") -> str:
    """Writes an Excel file; gives its name."""
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    workbook.save(name)
    return name


def files() -> dict[str, bytes]:
    """Every file of the ledger but its lock."""
    return {str(p): p.read_bytes() for p in sorted(Path("desk").rglob("*.toml"))}


def test_each_row_is_an_item_of_its_meeting_with_its_window_and_its_status(empty: Call) -> None:
    done = empty(f"import {sheet(*GOOD)}")

    assert done.code == 0, done.err
    assert "filed 3 items of 2 meetings (2 of them new), 2 with an update" in done.out
    assert "  Deadline     -> stated" in done.out
    shown = empty("show TR-20171228-1").out
    assert "21–31 Jan 2018" in shown
    assert "fulfilled" in shown
    text = Path("desk/TR/2017-12-28.toml").read_text(encoding="utf-8")
    assert (
        'stated = "31.12.2018"\nclass = "by"\nearliest = 2017-12-28\nlatest = 2018-12-31' in text
    )
    assert 'lead = ["METI", "MOFA"]' in text
    assert 'title = "Foreign ministers"\ndate = 2017-12-28\nparties = ["JP", "TR"]' in text
    assert 'kind = "continuing"' in Path("desk/VN/2018-01-15.toml").read_text(encoding="utf-8")
    assert empty("check").code == 0


def test_a_dry_run_shows_all_and_writes_nothing(empty: Call) -> None:
    before = files()

    done = empty(f"import {sheet(*GOOD)} --dry-run")

    assert done.code == 0
    assert files() == before
    assert "Foreign ministers, 28 Dec 2017 (TR-20171228, new) (2)" in done.out
    assert "would file 3 items of 2 meetings" in done.out
    assert "by 31 Dec 2018" in done.out


def test_a_second_import_files_nothing_twice(empty: Call) -> None:
    empty(f"import {sheet(*GOOD)}")
    before = files()

    again = empty("import promises.csv")

    assert files() == before
    assert (
        "on file already: rows 2 (TR-20171228-1), 3 (TR-20171228-2), 4 (VN-20180115-1)"
        in again.out
    )
    assert again.out.endswith("nothing to file\n")


def test_a_sheet_that_has_grown_files_what_is_new(empty: Call) -> None:
    empty(f"import {sheet(*GOOD)}")

    row = "Turkey;28.12.2017;Foreign ministers;Hold a festival;next spring;;;;"

    done = empty(f"import {sheet(*GOOD, row)}")

    assert "TR-20171228  Foreign ministers: TR-20171228-3" in done.out
    assert "filed 1 item of 1 meeting\n" in done.out


def test_what_is_on_file_is_left_whatever_its_row_says_by_now(empty: Call) -> None:
    empty(f"import {sheet(*GOOD)}")
    changed = [row.replace("in progress;10.01.2018", "cancelled;") for row in GOOD]

    again = empty(f"import {sheet(*changed, GOOD[1])}")

    assert again.code == 0
    assert "row 5 says in every column what row 2 says: it is filed once" in again.out
    assert again.out.endswith("nothing to file\n")


def test_two_acts_of_one_title_are_two_items_and_stay_two(empty: Call) -> None:
    rows = [f"TR;28.12.2017;M;Hold consultations;{when};;;;" for when in ("in 2018", "in 2019")]

    first = empty(f"import {sheet(HEAD, *rows)}")
    again = empty("import promises.csv")

    assert "filed 2 items" in first.out
    assert again.out.endswith("nothing to file\n")


def test_a_row_that_says_what_another_says_is_filed_once(empty: Call) -> None:
    row = "TR;28.12.2017;M;Hold consultations;in 2018;;;;"

    done = empty(f"import {sheet(HEAD, row, row)}")

    assert "row 3 says in every column what row 2 says: it is filed once" in done.out
    assert "filed 1 item" in done.out


BAD = {
    "no time": (
        "TR;28.12.2017;M;Hold it;sometime;;;;",
        'row 2, Deadline: "sometime" names no time',
    ),
    "before the meeting": (
        "TR;28.12.2017;M;Hold it;31.12.2016;;;;",
        "row 2, Deadline: “2016-12-31” lies before the meeting of 2017-12-28",
    ),
    "no such day": ("TR;31.02.2017;M;Hold it;;;;;", "row 2, Meeting date: "),
    "two days": (
        "TR;3/4/2017;M;Hold it;;;;;",
        '"2017-04-03" or "2017-03-04". --dates dmy or mdy says it for all',
    ),
    "a time of two days": (
        "TR;28.12.2017;M;Hold it;3/4/2018;;;;",
        "row 2, Deadline: “3/4/2018” could be two days: --dates dmy or mdy says which",
    ),
    "no meeting": ("TR;;;Hold it;;;;;", "row 2, Meeting date: of which meeting?"),
    "no partner": (
        "Atlantis;28.12.2017;M;Hold it;;;;;",
        "row 2, Country: “Atlantis” is no partner",
    ),
    "no act": (
        "TR;28.12.2017;M;;soon;;;;",
        "row 2, Commitment: it does not say what was promised",
    ),
    "a passage as title": (
        f"TR;28.12.2017;M;{LONG};;;;;",
        'if the column holds the passage, --map "Commitment=wording"',
    ),
    "an unknown status": (
        "TR;28.12.2017;M;Hold it;;;nearly;1.2.2018;",
        "row 2, Status: “nearly” is no status that is known",
    ),
    "a status of no day": (
        "TR;28.12.2017;M;Hold it;;;done;;",
        "row 2, Status: of which day? a column with the day, or --on DAY",
    ),
    "a note of no day": ("TR;28.12.2017;M;Hold it;;;;;Heard", "row 2, Remarks: of which day?"),
    "a status ahead": (
        "TR;28.12.2017;M;Hold it;;;done;1.5.2018;",
        "row 2, Updated: 2018-05-01 is still to come",
    ),
    "a status before": (
        "TR;28.12.2017;M;Hold it;;;done;1.5.2017;",
        "row 2, Updated: 2017-05-01 lies before the meeting of 2017-12-28",
    ),
    "a stop without a reason": (
        "TR;28.12.2017;M;Hold it;;;on hold;1.1.2018;",
        "row 2, Status: on-hold needs a reason",
    ),
    "withdrawn by nobody": (
        "TR;28.12.2017;M;Hold it;;;cancelled;1.1.2018;",
        "row 2, Status: withdrawn by whom? leave the cell empty",
    ),
    "done though it goes on": (
        "TR;28.12.2017;M;Hold it;ongoing;;done;1.1.2018;",
        "row 2: a continuing item is never fulfilled",
    ),
    "a control character": ("TR;28.12.2017;M;Hold\x1b it;;;;;", "the control character U+001B"),
}


@pytest.mark.parametrize(("row", "told"), BAD.values(), ids=BAD)
def test_a_bad_row_is_named_with_its_reason_and_nothing_is_written(
    empty: Call, row: str, told: str
) -> None:
    good = "TR;28.12.2017;M;Hold the other;soon;;;;"
    before = files()

    done = empty(f"import {sheet(HEAD, row, good)}")

    assert (done.code, files()) == (2, before)
    assert told in done.err
    assert (
        "1 row cannot be filed, and nothing was written: mend the sheet, or --skip-bad" in done.err
    )
    assert empty("import promises.csv --dry-run").code == 2


def test_bad_rows_can_be_skipped_and_are_still_named(empty: Call) -> None:
    row = "TR;28.12.2017;Foreign ministers;Hold it;sometime;;;;"

    done = empty(f"import {sheet(*GOOD, row)} --skip-bad")

    assert done.code == 0
    assert 'row 5, Deadline: "sometime" names no time' in done.err
    assert "1 row skipped" in done.err
    assert "filed 3 items" in done.out


def test_many_bad_rows_are_counted(empty: Call) -> None:
    rows = [f"TR;28.12.2017;M;Hold {n};sometime;;;;" for n in range(30)]

    done = empty(f"import {sheet(HEAD, *rows)}")

    assert "… and 10 more" in done.err
    assert "30 rows cannot be filed" in done.err


def test_what_the_sheet_lacks_is_named_for_all(desk: Call) -> None:
    sheet("Action,When,Status", "Open the road,next spring,done", "Close it,,open")

    done = desk("import promises.csv --meeting TR-20171228 --on 2018-01-31")

    assert "TR-20171228  Foreign Ministers' Meeting: TR-20171228-5 to 6" in done.out
    assert "fulfilled" in desk("show TR-20171228-5").out
    assert "31 Jan 2018" in desk("show TR-20171228-5").out


def test_a_title_that_differs_means_the_only_meeting_of_the_day(desk: Call) -> None:
    row = "TR;28.12.2017;FM talks;Open it;;;;;"

    done = desk(f"import {sheet(HEAD, row)}")

    assert "“FM talks” is taken for TR-20171228 “Foreign Ministers' Meeting”" in done.out
    assert "TR-20171228-5" in done.out


def test_two_meetings_of_a_day_are_told_by_their_titles(empty: Call) -> None:
    rows = ["TR;28.12.2017;Ministers;Hold it;;;;;", "TR;28.12.2017;Experts;Hold that;;;;;"]
    unnamed = "TR;28.12.2017;;Hold what;;;;;"

    first = empty(f"import {sheet(HEAD, *rows)}")
    again = empty("import promises.csv")
    unclear = empty(f"import {sheet(HEAD, *rows, unnamed)}")

    assert "TR-20171228  Ministers: TR-20171228-1" in first.out
    assert "TR-20171228b  Experts: TR-20171228b-1" in first.out
    assert again.out.endswith("nothing to file\n")
    assert "row 4: which meeting is the meeting with TR on 2017-12-28?" in unclear.err


def test_a_column_of_refs_names_meetings_on_file(desk: Call) -> None:
    rows = ["Meeting,Action", "TR-20171228,Open it", "TR-20190101,Close it"]

    done = desk(f"import {sheet(*rows)}")

    assert 'row 3, Meeting: "TR-20190101" fits no meeting' in done.err
    assert done.code == 2


def test_days_in_figures_are_read_as_the_whole_sheet_writes_them(empty: Call) -> None:
    rows = "Meeting date,Title\n3/4/2017,One\n12/28/2017,Two\n"

    told = empty(f"import {sheet(rows)} --partner TR")
    asked = empty(
        f"import {sheet('Meeting date,Title{0}3/4/2016,One{0}'.format(chr(10)))} --partner TR --dates dmy"
    )

    assert "days in figures have the month first" in told.out
    assert "TR-20170304  Meeting with TR" in told.out
    assert "TR-20160403  Meeting with TR" in asked.out


def test_excel_days_months_and_several_sheets(empty: Call) -> None:
    book(
        ["会談日", "会談", "合意事項", "期限", "進捗状況", "更新日", "担当", "根拠", "No."],
        [date(2017, 12, 28), "外相会談", "安保対話を開催", date(2018, 1, 31), "完了", date(2018, 1, 29), "中東一課", "発表 2(2)a", 7],
        [date(2017, 12, 28), "外相会談", "EPA第8回会合", "早期に", "未着手", date(2018, 1, 10), "経産省", "発表", 8],
    )  # fmt: skip

    done = empty('import promises.xlsx --partner TR --map "No.=x_no"')

    assert done.code == 0, done.err
    text = Path("desk/TR/2017-12-28.toml").read_text(encoding="utf-8")
    assert 'stated = "2018-01-31"\nclass = "by"' in text
    assert "[[document]]" in text
    assert 'document = "発表"\nparagraph = "2(2)a"' in text
    assert 'x_no = "7"' in text
    assert 'status = "not-started"' in text
    assert empty("import promises.xlsx --partner TR").out.endswith("nothing to file\n")


def test_the_sheet_that_is_meant_is_named_where_several_fit(empty: Call) -> None:
    workbook = Workbook()
    for name in ("2017", "2018"):
        made = workbook.create_sheet(name)
        made.append(["Action", "Meeting date"])
        made.append([f"Do it in {name}", date(2017, 12, 28)])
    workbook.save("promises.xlsx")

    several = empty("import promises.xlsx --partner TR")
    named = empty("import promises.xlsx --partner TR --sheet 2018")
    wrong = empty("import promises.xlsx --partner TR --sheet 2019")

    assert '"2017" and "2018" could be filed: --sheet NAME says which' in several.err
    assert "filed 1 item" in named.out
    assert '--sheet "2019": there is "2017" and "2018"' in wrong.err


def test_old_files_of_windows_are_read(empty: Call) -> None:
    head = "Datum;Anlass;Zusage;Frist;Zuständig;Stand;Stand vom"
    row = "28.12.2017;Gespräch;Übung abhalten;Ende März 2018;AA;läuft;10.01.2018"

    done = empty(f"import {sheet(head, row, encoding='cp1252')} --partner TR")

    assert "read as cp1252, separated by semicolon" in done.out
    assert "Übung abhalten" in empty("list").out


def test_a_passage_gives_a_title_where_there_is_none(empty: Call) -> None:
    begun = "The two ministers shared the view that they would hold the first Security Dialogue in late January"
    passage = f"{begun} of the next year."

    empty(f"import {sheet('Meeting date,Wording', f'2017-12-28,{passage}')} --partner TR")

    text = Path("desk/TR/2017-12-28.toml").read_text(encoding="utf-8")
    assert f'wording = "{passage}"' in text
    assert (
        'title = "The two ministers shared the view that they would hold the first Security Dialogue in late January…"'
        in text
    )


def test_evidence_is_an_address_or_a_registry_number(empty: Call) -> None:
    head = "Meeting date,Title,Status,As of,Evidence"
    row = "2017-12-28,Hold it,done,2018-01-29,https://example.org/a Cable 1234"

    empty(f"import {sheet(head, row)} --partner TR")

    text = Path("desk/TR/2017-12-28.toml").read_text(encoding="utf-8")
    assert '{ address = "https://example.org/a" }' in text
    assert '{ registry = "Cable 1234" }' in text


def test_a_month_is_a_last_day_with_its_words(empty: Call) -> None:
    head, row = "Meeting date,Title,Status,As of", "2017-12-28,Hold it,done,January 2018"

    empty(f"import {sheet(head, row)} --partner TR")

    text = Path("desk/TR/2017-12-28.toml").read_text(encoding="utf-8")
    assert 'date = 2018-01-31\nwhen = "January 2018"' in text


def test_an_import_that_is_stopped_says_how_far_it_came_and_goes_on(empty: Call) -> None:
    Path("desk/VN").write_text("in the way of a folder", encoding="utf-8")

    stopped = empty(f"import {sheet(*GOOD)}")
    Path("desk/VN").unlink()
    again = empty("import promises.csv")

    assert stopped.code == 3
    assert "1 meeting was filed, 1 not: the same import, once more, goes on" in stopped.err
    assert "filed 1 item of 1 meeting (new)" in again.out
    assert "on file already: rows 2 (TR-20171228-1), 3 (TR-20171228-2)" in again.out


def test_an_example_is_not_written_to(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("init desk --name Desk --party JP")
    with Path("desk/dipltrack.toml").open("a", encoding="utf-8") as file:
        file.write("example = true\n")
    monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")

    assert "is an example" in call(f"import {sheet(*GOOD)}").err
    assert call("import promises.csv --dry-run").code == 0


WRONG = {
    "import promises.pdf": "there is .json, .csv, .tsv and .xlsx",
    "import promises.xls": ".xls is not read: save it as .xlsx",
    "import promises.csv --new copy": "--new is of an export",
    "import promises.csv --map Deadline": 'write COLUMN=FIELD, as "Deadline=stated"',
    "import promises.csv --map Deadline=when": '"when" is nothing that an item has',
    "import promises.csv --sheet One": "--sheet is of Excel files",
    "import promises.csv --dates ymd": '--dates "ymd": write dmy or mdy',
    "import promises.csv --separator ;;": "write one sign, or tab",
    "import promises.csv --partner Atlantis": '--partner "Atlantis" is no code',
    "import promises.csv --meeting XX-20170101": "fits no meeting",
    "import promises.csv --header 99": "--header 99: the sheet has 4 rows",
    "import promises.csv --on 2030-01-01": "is still to come",
}


@pytest.mark.parametrize(("line", "told"), WRONG.items())
def test_what_is_typed_wrong_is_told_in_a_line(empty: Call, line: str, told: str) -> None:
    sheet(*GOOD)
    before = files()

    done = empty(line)

    assert (done.code, files()) == (2, before)
    assert told in done.err


def test_a_ref_that_is_not_on_file_is_a_new_meeting_where_its_day_stands_beside_it(
    empty: Call,
) -> None:
    head = "Meeting ref,Meeting date,Title"

    done = empty(f"import {sheet(head, 'TR-20171228,2017-12-28,Hold it')}")

    assert "TR-20171228  Meeting with TR: TR-20171228-1" in done.out


TABLES = ("csv", "xlsx")


@pytest.mark.parametrize("form", TABLES)
def test_an_exported_table_is_known_again_and_makes_the_same_items(
    form: str, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("start TR-20171228-1 --on 2018-01-10 --note -begun")

    done = desk(f"export -o whole.{form}")
    first = Path(f"whole.{form}").read_bytes()
    again = desk(f"import whole.{form}")
    desk(f"export -o whole.{form}")
    desk("init other --name Other --party JP")
    monkeypatch.setenv("DIPLTRACK_LEDGER", "other")
    other = desk(f"import whole.{form}")

    assert (done.code, done.err) == (0, f"dipltrack: written to whole.{form}\n")
    assert Path(f"whole.{form}").read_bytes() == first
    assert again.out.endswith("nothing to file\n")
    assert "filed 4 items of 1 meeting (new), 1 with an update" in other.out, other.err
    monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")
    old = json.loads(desk("list --format json").out)["items"]
    monkeypatch.setenv("DIPLTRACK_LEDGER", "other")
    new = json.loads(desk("list --format json").out)["items"]
    for key in ("ref", "title", "earliest", "latest", "stated", "status", "firmness", "lead"):
        assert [one[key] for one in new] == [one[key] for one in old], key


@pytest.mark.parametrize("form", TABLES)
def test_a_table_narrows_as_a_list_does_and_no_text_is_a_formula(form: str, desk: Call) -> None:
    desk('add "=HYPERLINK(1)" -m TR-20171228 --sector culture')

    desk(f"export -o some.{form} --sector culture")

    if form == "csv":
        lines = Path("some.csv").read_text(encoding="utf-8").splitlines()
        assert len(lines) == 3
        assert ",'=HYPERLINK(1)," in lines[2]
    else:
        sheet_ = load_workbook("some.xlsx").worksheets[-1]
        values = [(cell.value, cell.data_type) for cell in sheet_["B"]]
        assert ("=HYPERLINK(1)", "s") in values
        assert sheet_.max_row == 3


@pytest.mark.parametrize("form", TABLES)
def test_a_table_for_others_holds_what_they_may_see(form: str, desk: Call) -> None:
    done = desk(f"export -o copy.{form} --for public")

    data = Path(f"copy.{form}").read_bytes()
    assert "3 items are left out of the copy for the public" in done.err
    if form == "csv":
        assert b"Hold the first Security Dialogue" in data
        assert b"ME1" not in data
