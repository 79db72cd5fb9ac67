"""The headings of six languages find their field, and only theirs."""

import pytest

from dipltrack.intake.sheet.cell import Grid, WrongSheetError
from dipltrack.intake.sheet.columns import Columns, columns_of, map_typed
from dipltrack.intake.sheet.vocabulary import Field, field_of, folded, is_empty, word_meant

HEADINGS = [
    ("Commitment", "title"),
    ("Deadline", "stated"),
    ("DUE DATE:", "stated"),
    ("Responsible unit", "lead"),
    ("Agreed on", "meeting_date"),
    ("合意事項", "title"),
    ("期限", "stated"),
    ("期限（Deadline）", "stated"),
    ("担当課", "lead"),
    ("進捗状況", "status"),
    ("備考", "note"),
    ("相手国", "partner"),
    ("Ｓｔａｔｕｓ", "status"),
    ("Échéance", "stated"),
    ("ECHEANCE", "stated"),
    ("État d'avancement", "status"),
    ("Chef de file", "lead"),
    ("Frist", "stated"),
    ("Fällig am", "stated"),
    ("Zuständig", "lead"),
    ("Sachstand", "status"),
    ("Fecha límite", "stated"),
    ("Compromiso", "title"),
    ("Situación", "status"),
    ("Son tarih", "stated"),
    ("SORUMLU BİRİM", "lead"),
    ("Taahhüt", "title"),
    ("Ülke", "partner"),
    ("Deadline / Frist", "stated"),
    ("担当 Responsible", "lead"),
    ("meeting_date", "meeting_date"),
    ("Date", "meeting_date"),
    ("No.", None),
    ("Deadline / Status", None),
    ("", None),
    ("Something of our own", None),
]


@pytest.mark.parametrize(("heading", "field"), HEADINGS)
def test_a_heading_names_one_field_or_none(heading: str, field: str | None) -> None:
    found = field_of(heading)

    assert (found[0].value if found else None) == field


WORDS = [
    ("Done", "fulfilled"),
    ("erledigt", "fulfilled"),
    ("完了", "fulfilled"),
    ("済", "fulfilled"),
    ("Réalisé", "fulfilled"),
    ("CUMPLIDO", "fulfilled"),
    ("Tamamlandı", "fulfilled"),
    ("TAMAMLANDI", "fulfilled"),
    ("en cours", "in-progress"),
    ("In Bearbeitung", "in-progress"),
    ("対応中", "in-progress"),
    ("partly-fulfilled", "partly-fulfilled"),
    ("open", "-"),
    ("nearly", None),
]


@pytest.mark.parametrize(("written", "status"), WORDS)
def test_a_status_is_known_in_six_languages(written: str, status: str | None) -> None:
    assert word_meant("status", written) == status


def test_no_word_of_the_data_means_two_things() -> None:
    for heading, field in HEADINGS:
        assert folded(heading) == folded(folded(heading)), field
    for word in ("-", "–", "n/a", "TBD", "なし", " ", "未定"):
        assert is_empty(word)


def grid(*rows: tuple[str, ...]) -> Grid:
    """A sheet of those rows."""
    return Grid(rows=rows, told="")


def test_the_row_with_the_most_headings_is_the_one() -> None:
    columns = columns_of(
        grid(("Commitments of 2018",), ("Status of 1 May",), ("Title", "When"), ("x", "y")),
        {},
        None,
    )

    assert columns.header == 3
    assert columns.places == {"title": 0, "stated": 1}


def test_what_says_less_counts_only_where_nothing_else_says_it() -> None:
    both = columns_of(grid(("Date", "Meeting date", "Description", "Title")), {}, None)
    alone = columns_of(grid(("Date", "Description")), {}, None)

    assert both.places == {"meeting_date": 1, "title": 3}
    assert alone.places == {"meeting_date": 0, "title": 1}


def test_a_column_is_named_by_its_heading_or_its_letter() -> None:
    sheet = grid(("Act", "Soon", "", "Status"))
    maps = dict(map_typed(one) for one in ("act=title", "B=stated", "C=x_no", "Status="))

    columns = columns_of(sheet, maps, None)

    assert columns.places == {"title": 0, "stated": 1, "x_no": 2}
    assert list(columns.told()) == [
        "Act    -> title",
        "Soon   -> stated",
        "C      -> x_no",
        "Status -> left out",
    ]


def test_below_a_heading_of_limits_a_bare_day_is_the_last_one() -> None:
    def limit(heading: str) -> bool:
        return columns_of(grid(("Title", heading)), {}, None).is_limit()

    assert [limit(one) for one in ("Deadline", "Frist / Termin", "期限", "When", "Note")] == [
        True,
        True,
        True,
        False,
        False,
    ]


WRONG = {
    "no headings": ((("a", "b"), ("c", "d")), {}, 'row 1 has "a" and "b"; --header N'),
    "nothing promised": ((("Status", "Deadline"),), {}, "no column says what was promised"),
    "empty": (((), ("",)), {}, "it is empty"),
    "no such column": ((("Title",),), {"Titel": "title"}, 'headed "Titel": did you mean Title?'),
    "two of one heading": (
        (("Title", "Note", "Note"),),
        {"Note": "note"},
        "columns B and C are headed so: write the letter",
    ),
    "two columns of one field": (
        (("Title", "A1", "B1"),),
        {"A1": "note", "B1": "note"},
        "A1 and B1 cannot both be note",
    ),
}


@pytest.mark.parametrize(("rows", "maps", "told"), WRONG.values(), ids=WRONG)
def test_what_is_unclear_is_refused(
    rows: tuple[tuple[str, ...], ...], maps: dict[str, str], told: str
) -> None:
    with pytest.raises(WrongSheetError, match=told.replace("?", r"\?")):
        columns_of(grid(*rows), maps, None)


@pytest.mark.parametrize("text", ["Deadline", "=stated", "Deadline=state", "Deadline=x_"])
def test_a_map_that_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(WrongSheetError, match="--map"):
        map_typed(text)


def test_a_field_has_a_heading_in_the_data() -> None:
    for field in Field:
        assert field_of(field.value) == (field, False)
    assert isinstance(columns_of(grid(("Title",)), {}, 1), Columns)
