"""A copy for others, as a file in every format: not one word of the ledger that was not opened."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from dipltrack.render.formats import FORMATS
from tests.cli.calls import Call
from tests.reports.secrets import ledger
from tests.reports.test_released import OPEN

COPIES = (
    "report weekly --as-of 2018-02-02",
    "report matrix",
    "report brief TR",
    "report review --promised 2017",
    "report item TR-20171228-2",
    "timeline",
)


def inside(file: Path) -> str:
    """All that a reader of the file can find in it, what is packed too."""
    data = file.read_bytes()
    if not is_zipfile(BytesIO(data)):
        return data.decode("utf-8")
    archive = ZipFile(BytesIO(data))
    packed = b"\n".join(archive.read(name) for name in archive.namelist())
    return packed.decode("utf-8", errors="replace")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("copy", COPIES)
def test_only_what_was_opened_gets_into_the_file(
    copy: str, name: str, call: Call, tmp_path: Path
) -> None:
    ledger(tmp_path / "desk")

    seen = set()
    for audience in ("partner", "public"):
        done = call(f"--ledger desk {copy} --for {audience} --format {name} -o copy.file")
        assert done.code in {0, 3}, done.err  # that ledger breaks rules of meaning, and is told so
        told = inside(Path("copy.file"))
        seen |= set(re.findall(r"SECRET[A-Za-z_]+", told))
        assert not re.search(r"undertaking|\bjoint\b", told)

    assert seen, "the item is public: nothing would be proved without its words"
    assert not {word for word in seen if not _is_open(word)}


def _is_open(word: str) -> bool:
    """True for an open word, and for the beginning of one: a narrow column breaks words."""
    return any(one.startswith(word) for one in OPEN)


@pytest.mark.parametrize("name", FORMATS)
def test_our_own_copy_has_what_others_may_not_see(name: str, call: Call, tmp_path: Path) -> None:
    ledger(tmp_path / "desk")

    call(f"--ledger desk report item TR-20171228-2 --format {name} -o own.file")

    assert len(set(re.findall(r"SECRET[A-Za-z_]+", inside(Path("own.file")))) - OPEN) > 5
