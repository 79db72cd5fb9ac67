"""Which entries count: corrections of corrections, undone undos, circles, entries without ids."""

import pytest

from dipltrack.model.update import Evidence, Update
from dipltrack.model.vocabulary import Status
from dipltrack.register.corrections import circles_of, corrected_ids, is_undo
from tests.given import REF, day


def correction(id_: str | None, corrects: str | None, *, replaces: bool = False) -> Update:
    """A correction: an undo, or one that stands in the place of what it corrects."""
    status = Status.IN_PROGRESS if replaces else None
    return Update(of=REF, date=day("2018-01-29"), id=id_, corrects=corrects, status=status)


A = correction("A", None, replaces=True)

WRONG = [
    ("nothing is corrected", [A], ""),
    ("an undo", [A, correction("B", "A")], "A"),
    ("a correction that stands before what it corrects", [correction("B", "A"), A], "A"),
    ("an undone undo", [A, correction("B", "A"), correction("C", "B")], "B"),
    ("an undo of an undone undo", [A, *(correction(*p) for p in ("BA", "CB", "DC"))], "AC"),
    ("a replaced entry", [A, correction("B", "A", replaces=True)], "A"),
    (
        "a replaced replacement keeps its place",
        [A, correction("B", "A", replaces=True), correction("C", "B", replaces=True)],
        "AB",
    ),
    (
        "an undone replacement gives it back",
        [A, correction("B", "A", replaces=True), correction("C", "B")],
        "B",
    ),
    (
        "a replaced undo keeps its place",
        [A, correction("B", "A"), correction("C", "B", replaces=True)],
        "AB",
    ),
    (
        "a replacement of a replacement, itself undone",
        [
            A,
            correction("B", "A", replaces=True),
            correction("C", "B", replaces=True),
            correction("D", "C"),
        ],
        "AC",
    ),
    ("two undos of one entry", [A, correction("B", "A"), correction("C", "A")], "A"),
    (
        "two undos of one entry, one of them undone",
        [A, correction("B", "A"), correction("C", "A"), correction("D", "C")],
        "AC",
    ),
    ("an undo without an id cannot be undone", [A, correction(None, "A")], "A"),
    ("a correction of an entry without an id", [correction("B", "")], ""),
    ("a circle of one takes nothing back", [correction("B", "B")], ""),
    ("a circle of two", [A, correction("B", "C"), correction("C", "B")], ""),
    (
        "one that leads into a circle works all the same",
        [correction("B", "C"), correction("C", "B"), correction("D", "B")],
        "B",
    ),
    (
        "what is corrected need not be an update: an item is struck",
        [correction("B", "ITEM")],
        "ITEM",
    ),
]


@pytest.mark.parametrize(("name", "updates", "wrong"), WRONG, ids=[case[0] for case in WRONG])
def test_what_counts_no_more(name: str, updates: list[Update], wrong: str) -> None:
    expected = {wrong} if wrong == "ITEM" else set(wrong)

    assert corrected_ids(updates) == expected, name
    assert corrected_ids(list(reversed(updates))) == expected, name


def test_a_long_chain_of_undos_is_no_trouble() -> None:
    chain = [correction(str(n), str(n - 1)) for n in range(2000)]

    assert corrected_ids(chain) == {str(n) for n in range(0, 1999, 2)}


@pytest.mark.parametrize(
    ("to", "circling"),
    [
        (["BA"], []),
        (["AA"], [0]),
        (["AB", "BA"], [0, 1]),
        (["AB", "BC", "CA", "DA"], [0, 1, 2]),
        (["AB", "BC", "CB"], [1, 2]),
    ],
)
def test_those_that_in_the_end_correct_themselves_circle(
    to: list[str], circling: list[int]
) -> None:
    assert circles_of([correction(*pair) for pair in to]) == circling


@pytest.mark.parametrize(
    ("fields", "undo"),
    [
        ({}, True),
        ({"reason": "typed in error", "same_as": REF, "when": "March"}, True),
        ({"note": "n"}, False),
        ({"status": Status.NO_REPORT}, False),
        ({"evidence": (Evidence(registry="7"),)}, False),
        ({"held": True}, False),
        ({"next_step": "n"}, False),
    ],
)
def test_an_undo_puts_nothing_in_the_place_of_what_it_takes_back(
    fields: dict[str, object],
    undo: bool,  # noqa: FBT001
) -> None:
    values: dict[str, object] = {"of": REF, "date": day("2018-01-29"), "corrects": "A", **fields}

    assert is_undo(Update(**values)) is undo  # type: ignore[arg-type]
    assert not is_undo(Update(**(values | {"corrects": None})))  # type: ignore[arg-type]
