"""Merging: the same whichever side is called ours, in whatever order, as often as you like."""

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.ledger.merge.file import merged_file
from dipltrack.ledger.read import file_of
from dipltrack.ledger.toml import parse
from tests.ledger.merge.work import BASE, Desk

seeds = st.integers(0, 10**6)
acts = st.integers(0, 6)


def merged(base: str, ours: str, theirs: str) -> str:
    result = merged_file(base.encode(), ours.encode(), theirs.encode())
    assert not result.conflicts, result.conflicts
    return result.data.decode()


def entries(text: str) -> dict[str, dict[str, Any]]:
    """Every table by its id, and what it says but for what a merge may call otherwise."""
    listed = [
        table
        for tables in parse(text).values()
        for table in (tables if isinstance(tables, list) else [tables])
        if isinstance(table, dict)
    ]
    names = {"ref", "of", "was", "name", "id"}
    return {t["id"]: {k: v for k, v in t.items() if k not in names} for t in listed}


def comments(text: str) -> set[str]:
    return set(re.findall(r"^#.*$", text, re.MULTILINE))


@given(seeds, acts, acts)
def test_both_directions_give_the_same_bytes(seed: int, here: int, there: int) -> None:
    ours = Desk("kt", seed).worked(BASE, here, by_hand=True)
    theirs = Desk("ms", seed).worked(BASE, there, by_hand=True)

    assert merged(BASE, ours, theirs) == merged(BASE, theirs, ours)


@given(seeds, acts, acts)
def test_nothing_of_either_side_is_missing(seed: int, here: int, there: int) -> None:
    ours = Desk("kt", seed).worked(BASE, here, by_hand=True)
    theirs = Desk("ms", seed).worked(BASE, there, by_hand=True)

    result = merged(BASE, ours, theirs)

    together = entries(result)
    was = {old for table in parse(result).get("document", []) for old in table.get("was", [])}
    for new, said in (entries(ours) | entries(theirs)).items():
        assert together.get(new) == said or new in was
    assert comments(ours) | comments(theirs) <= comments(result)
    file, faults = file_of(result.encode(), "TR/2017-12-28.toml")
    assert file is not None
    assert file.whole, faults
    refs = [item.ref for item in file.commitments]
    assert len(set(refs)) == len(refs)
    names = [document.name for document in file.documents]
    assert len(set(names)) == len(names)


@given(seeds, acts, acts)
def test_each_entry_is_still_about_what_its_desk_meant(seed: int, here: int, there: int) -> None:
    ours = Desk("kt", seed).worked(BASE, here)
    theirs = Desk("ms", seed).worked(BASE, there)

    meant = about(ours) | about(theirs)

    assert about(merged(BASE, ours, theirs)) == meant


def about(text: str) -> dict[str, str]:
    """The title of the item that each update is about, by the id of the update."""
    tables = parse(text)
    titles = {item["ref"]: item["title"] for item in tables.get("commitment", [])}
    return {update["id"]: titles[update["of"]] for update in tables.get("update", [])}


@given(seeds, acts, acts)
def test_what_was_merged_stays_as_it_is(seed: int, here: int, there: int) -> None:
    ours = Desk("kt", seed).worked(BASE, here, by_hand=True)
    theirs = Desk("ms", seed).worked(BASE, there, by_hand=True)
    result = merged(BASE, ours, theirs)

    assert merged(BASE, ours, ours) == ours
    assert merged(BASE, ours, BASE) == ours
    for side in (ours, theirs, result):
        assert merged(BASE, result, side) == result
        assert merged(side, result, side) == result


@given(seeds, acts, acts, acts)
def test_three_desks_give_the_same_in_whatever_order(
    seed: int, one: int, two: int, three: int
) -> None:
    """Where no two filed under one ref; else the numbers hang on who was merged first."""
    first, second, third = (
        Desk(name, seed).worked(BASE, n, by_hand=True).replace("TR-20171228-2", ref)
        for name, n, ref in (("a", one, "x"), ("b", two, "y"), ("c", three, "z"))
    )
    sides = [only_updates(text) for text in (first, second, third)]

    left = merged(BASE, merged(BASE, sides[0], sides[1]), sides[2])
    right = merged(BASE, sides[0], merged(BASE, sides[1], sides[2]))

    assert left == right


def only_updates(text: str) -> str:
    """The text without the commitments and documents that were added, and what is about them."""
    added = re.split(r"(?=\n\[\[)", text.removeprefix(BASE))
    kept = [block for block in added if "[[update]]" in block and 'of = "TR-20171228-1"' in block]
    return BASE + "".join(block for block in kept if "corrects" not in block)


@given(seeds, st.lists(acts, min_size=3, max_size=5))
def test_desks_that_meet_in_random_order_end_equal(seed: int, work: list[int]) -> None:
    texts = [Desk(f"d{n}", seed).worked(BASE, count, by_hand=True) for n, count in enumerate(work)]
    chance = random.Random(seed)
    for turn in range(100):
        one, other = chance.sample(range(len(texts)), 2)
        if turn < 10:
            texts[one] = Desk(f"d{one}", f"{seed} {turn}").worked(texts[one], 1)
        together = merged(BASE, texts[one], texts[other])
        texts[one] = together
        if chance.random() < 0.5:
            texts[other] = together
        if len(set(texts)) == 1:
            return
    pytest.fail("they never agree")
