"""A file of separated values is read as its writer meant it, whatever program saved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.intake.sheet.cell import WrongSheetError
from dipltrack.intake.sheet.text import grid_of_text

GERMAN = "Zusage;Frist;Zuständig\nGespräche führen, Höhepunkt;Ende März;Große Straße\n"
FRENCH = "Engagement;Échéance\nÉchange d'élèves à l'été;fin février\nDéjà prévu;août\n"
TURKISH = "Taahhüt;Son tarih\nGörüşme yapılması;şubat sonu\nÇalıştay düzenlenmesi;ağustos\n"
JAPANESE = "約束,期限\n会談を開催する,１月下旬\nプラント建設,早期に\n"
KANJI_ALONE = "項目,期限\n外務大臣会談,一月下旬\n"

FILES = {
    "UTF-8": (GERMAN, "utf-8", "UTF-8", "semicolon"),
    "UTF-8 with a mark": (GERMAN, "utf-8-sig", "UTF-8", "semicolon"),
    "UTF-16 of Excel's text": (GERMAN.replace(";", "\t"), "utf-16", "UTF-16", "tab"),
    "German of Windows": (GERMAN, "cp1252", "cp1252", "semicolon"),
    "French of Windows": (FRENCH, "cp1252", "cp1252", "semicolon"),
    "Turkish of Windows": (TURKISH, "cp1254", "cp1254", "semicolon"),
    "Japanese of Windows": (JAPANESE, "cp932", "Shift_JIS", "comma"),
    "Japanese without kana": (KANJI_ALONE, "cp932", "Shift_JIS", "comma"),
    "Japanese in UTF-8": (JAPANESE, "utf-8", "UTF-8", "comma"),
    "line ends of Windows": (GERMAN.replace("\n", "\r\n"), "utf-8", "UTF-8", "semicolon"),
    "bars": (GERMAN.replace(";", "|"), "utf-8", "UTF-8", "bar"),
}


@pytest.mark.parametrize(("text", "encoding", "told", "separator"), FILES.values(), ids=FILES)
def test_encoding_and_separator_are_found_out(
    text: str, encoding: str, told: str, separator: str
) -> None:
    grid = grid_of_text(text.encode(encoding), None, None)

    sign = {"semicolon": ";", "comma": ",", "tab": "\t", "bar": "|"}[separator]
    assert grid.told == f"read as {told}, separated by {separator}"
    assert grid.rows == tuple(tuple(line.split(sign)) for line in text.splitlines())


def test_commas_in_passages_do_not_part_a_table_of_semicolons() -> None:
    text = "Zusage;Frist\nReden, hören, handeln;bald\nEins, zwei;dann\n"

    assert grid_of_text(text.encode(), None, None).rows[1] == ("Reden, hören, handeln", "bald")


def test_a_passage_may_hold_line_ends_and_quotation_marks() -> None:
    text = 'Text,When\n"one ""quoted""\ntwo",soon\n'

    assert grid_of_text(text.encode(), None, None).rows[1] == ('one "quoted"\ntwo', "soon")


def test_rows_are_counted_as_people_see_them() -> None:
    text = "\nTitle,When\n\nHold it,soon\n"

    assert grid_of_text(text.encode(), None, None).rows == (
        (),
        ("Title", "When"),
        (),
        ("Hold it", "soon"),
    )


def test_the_separator_that_excel_names_is_taken() -> None:
    grid = grid_of_text(b"sep=;\r\nTitle;When, where\r\n", None, None)

    assert grid.rows == ((), ("Title", "When, where"))


def test_what_is_named_is_taken() -> None:
    grid = grid_of_text("Titel;Zeit\nñ;a|b\n".encode("cp1254"), "cp1254", "|")

    assert (grid.told, grid.rows[1]) == ("read as cp1254, separated by bar", ("ñ;a", "b"))


WRONG = {
    "no such encoding": (b"a,b\n", "nonsense", "--encoding nonsense is none"),
    "another encoding": (b"\xff\xfe\xfd", "utf-8", "byte 0 is no utf-8"),
    "an open quotation mark": (b'Title,When\n"Hold it,soon\n', None, "is a quotation mark open"),
    "null bytes": (b"PK\x03\x04\x00\x00", None, "null bytes"),
}


@pytest.mark.parametrize(("data", "encoding", "told"), WRONG.values(), ids=WRONG)
def test_what_is_no_table_of_text_is_told(data: bytes, encoding: str | None, told: str) -> None:
    with pytest.raises(WrongSheetError, match=told):
        grid_of_text(data, encoding, None)


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        grid = grid_of_text(data, None, None)
    except WrongSheetError:
        return
    assert all(isinstance(cell, str) for row in grid.rows for cell in row)
