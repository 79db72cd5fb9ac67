"""Whatever a spreadsheet's bytes are, its sheets are read or it is refused in words."""

import io
import random
import zipfile
from contextlib import suppress
from datetime import date
from functools import cache

from hypothesis import given
from openpyxl import Workbook

from dipltrack.intake.sheet.cell import WrongSheetError
from dipltrack.intake.sheet.excel import grids_of_excel
from dipltrack.intake.sheet.text import grid_of_text
from tests.fuzz.mutating import mutated
from tests.fuzz.test_fuzz import fuzzed, numbers

TEXT = 'Meeting;Date;Promised action\r\nTalks;2018-01-29;"Hold it; soon"\r\n;29.1.18;=1+1\r\n'


@cache
def parts() -> dict[str, str]:
    """The parts of an Excel file, each a text of XML."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Meeting", "Date", "Promised action", "When"])
    for day in (1, 2, 3):
        sheet.append(["Talks", date(2018, 1, day), f"Hold it {day}", "next year"])
    sheet["E2"], sheet["E3"], sheet["B3"].number_format = "=1+1", 1.5, "mmm-yy"
    sheet.merge_cells("A2:A4")
    book.create_sheet("Other").append(["x"])
    data = io.BytesIO()
    book.save(data)
    packed = zipfile.ZipFile(data)
    return {name: packed.read(name).decode() for name in packed.namelist()}


def excel(chance: random.Random, times: int) -> bytes:
    """The file with one of its parts written otherwise, or left out."""
    data = io.BytesIO()
    other = chance.choice(sorted(parts()))
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts().items():
            if name != other:
                file.writestr(name, text)
            elif times:
                file.writestr(name, mutated(text, chance, times))
    return data.getvalue()


def read(data: bytes) -> None:
    with suppress(WrongSheetError):
        grids_of_excel(data)
    with suppress(WrongSheetError):
        grid_of_text(data, None, None)


@fuzzed
@given(numbers)
def test_any_spreadsheet_is_read_or_refused(number: int) -> None:
    chance = random.Random(number)
    book = excel(chance, chance.randrange(4))
    read(book)
    at = chance.randrange(len(book))
    read(book[:at] + bytes([chance.randrange(256)]) + book[at + 1 :])
    read(book[:at])
    read(mutated(TEXT, chance, chance.randrange(1, 6)))
