"""Desks that work for days and share now and then end with one ledger, and nothing is lost."""

from pathlib import Path

import pytest

from tests.sharing.simulation import Ended, in_memory, simulated, with_git


def all_is_there(ended: Ended) -> None:
    assert ended.lost == []
    assert ended.equal
    assert ended.conflicts == 0


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_six_desks_work_for_twelve_days(seed: int) -> None:
    ended = simulated(6, 12, seed, in_memory(6))

    all_is_there(ended)
    assert ended.moved > 20, "no two desks met: the simulation proves nothing"
    assert ended.entries > 300


def test_three_desks_share_through_git_for_four_days(tmp_path: Path) -> None:
    with with_git(tmp_path, 3) as clones:
        ended = simulated(3, 4, 1, clones)

    all_is_there(ended)
    assert ended.moved
