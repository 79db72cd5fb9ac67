"""The same report is the same bytes, in every format, whatever the clock and the process."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from dipltrack.render.archive import packed_alike
from dipltrack.render.formats import FORMATS, rendered
from dipltrack.reports.blocks import Heading, Paragraph, Text
from tests.nasty import NASTY, Nasty
from tests.render.samples import FULL, report, table

ROOT = Path(__file__).parents[2]
DIGESTS = """\
import hashlib
from dipltrack.render.formats import FORMATS, rendered
from tests.render.samples import FULL
for name in FORMATS:
    print(name, hashlib.sha256(rendered(FULL, name)).hexdigest())
"""


def digests(seed: str, zone: str) -> dict[str, str]:
    """The digest of the report in each format, made by a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
    )
    return dict(line.split() for line in done.stdout.splitlines())


def test_two_processes_make_the_same_bytes() -> None:
    first = digests("1", "UTC")

    assert set(first) == set(FORMATS)
    assert digests("2", "Asia/Tokyo") == first
    assert all(hashlib.sha256(rendered(FULL, n)).hexdigest() == d for n, d in first.items())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_no_text_breaks_any_format(name: str, nasty: Nasty) -> None:
    one = report(
        Heading(nasty.text, ref=nasty.text),
        Paragraph(nasty.text),
        table([Text(nasty.text)]),
        title=nasty.text,
    )

    made = rendered(one, name)

    assert made == rendered(one, name)
    if not FORMATS[name].binary:
        assert b"\x00" not in made or name == "json"
        assert b"\x1b" not in made or name == "json"
        assert made.decode("utf-8")


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.binary])
def test_a_packed_file_names_no_moment_of_its_making(name: str) -> None:
    archive = ZipFile(BytesIO(rendered(FULL, name)))

    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = archive.read("docProps/core.xml").decode()
    assert core.count("2018-02-02T00:00:00Z") == 2


def test_the_oldest_day_is_packed_too() -> None:
    assert packed_alike(rendered(FULL, "docx"), date.min)
