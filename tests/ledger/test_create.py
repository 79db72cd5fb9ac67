"""A new ledger: its settings, never over another; and a copy of the real one, to try things on."""

from pathlib import Path

import pytest

from dipltrack.ledger.create import copy_example, create_ledger
from dipltrack.ledger.read import read_ledger, read_settings
from dipltrack.model.settings import Identity

DATA = Path(__file__).parents[2] / "data"
with_data = pytest.mark.skipif(not DATA.is_dir(), reason="the real ledger is not there yet")


def test_a_new_ledger_reads_back_as_it_was_meant(tmp_path: Path) -> None:
    identity = Identity(name='Desk "One"', party="JP", ceiling="partner", timezone="Asia/Tokyo")

    create_ledger(tmp_path / "far" / "desk", identity)

    settings, faults = read_settings(tmp_path / "far" / "desk")
    assert (settings.ledger, faults) == (identity, [])


def test_a_ledger_is_never_made_over_another(tmp_path: Path) -> None:
    create_ledger(tmp_path, Identity(name="Desk", party="JP"))
    before = (tmp_path / "dipltrack.toml").read_bytes()

    with pytest.raises(FileExistsError):
        create_ledger(tmp_path, Identity(name="Other", party="TR"))

    assert (tmp_path / "dipltrack.toml").read_bytes() == before


@with_data
def test_the_example_is_a_whole_ledger_that_may_be_written_to(tmp_path: Path) -> None:
    copy_example(tmp_path / "desk")

    copied, real = read_ledger(tmp_path / "desk"), read_ledger(DATA)
    assert [file.path for file in copied.files] == [file.path for file in real.files]
    assert copied.files
    assert not copied.settings.ledger.example


@with_data
def test_the_example_is_never_copied_over_a_ledger(tmp_path: Path) -> None:
    copy_example(tmp_path)

    with pytest.raises(FileExistsError):
        copy_example(tmp_path)
