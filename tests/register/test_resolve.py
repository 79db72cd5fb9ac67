"""Which item or meeting is meant: by its ref, by a part of it at a hyphen, or by words."""

from datetime import UTC
from pathlib import Path

import pytest
from msgspec.structs import replace

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Status
from dipltrack.register.ask import Register
from dipltrack.register.unmatched import AmbiguousError, NoMatchError
from dipltrack.register.view import View
from tests.given import day, ledger_of, meeting, register

TITLES = (
    "Hold the first Security Dialogue",
    "Hold the 8th EPA round",
    "Hold the second Security Dialogue",
    "Open the university",
    *(f"Meet again {word}" for word in ["one", "two", "three", "four", "five", "six", "seven"]),
    "Filed in error",
)
VIEW = View(as_of=day("2018-06-01"), timezone=UTC)


@pytest.fixture
def items(tmp_path: Path) -> Register:
    """Twelve items: the first one closed, the last one struck."""
    filed = [
        Commitment(id=f"ITEM{n:04}", ref=f"TR-20171228-{n}", title=title)
        for n, title in enumerate(TITLES, 1)
    ]
    closed = Update(
        of="TR-20171228-1", date=day("2018-01-29"), status=Status.NOT_FULFILLED, reason="r"
    )
    struck = Update(of="TR-20171228-12", date=day("2018-01-29"), corrects="ITEM0012")
    root = ledger_of(tmp_path, *filed, closed, struck)
    return register(root)


MEANT = [
    ("TR-20171228-2", 2),
    (" tr-20171228-2 ", 2),
    ("2", 2),
    ("20171228-2", 2),
    ("1", 1),
    ("EPA", 2),
    ("round 8th", 2),
    ("SECURITY", 3),  # an open one before a closed one
    ("first security", 1),  # a closed one where no open one fits
    ("11", 11),
    ("TR-20171228-12", 12),  # a struck one by its whole ref alone
]


@pytest.mark.parametrize(("text", "number"), MEANT)
def test_an_item_is_meant(text: str, number: int, items: Register) -> None:
    assert items.item_meant(text, VIEW).ref == f"TR-20171228-{number}"


UNMEANT = [
    ("", '"" fits no item'),
    ("   ", '"   " fits no item'),
    ("whaling", '"whaling" fits no item'),
    ("12", '"12" fits no item'),
    ("filed error", '"filed error" fits no item'),
    ("28-2", '"28-2" fits no item'),
    ("TR-2017", '"TR-2017" fits no item'),
]


@pytest.mark.parametrize(("text", "told"), UNMEANT)
def test_nothing_is_meant(text: str, told: str, items: Register) -> None:
    with pytest.raises(NoMatchError) as refused:
        items.item_meant(text, VIEW)

    assert str(refused.value) == told


def test_several_are_listed_and_one_must_be_named(items: Register) -> None:
    with pytest.raises(AmbiguousError) as refused:
        items.item_meant("hold", VIEW)

    assert str(refused.value) == (
        '"hold" fits 2 items: TR-20171228-2 (Hold the 8th EPA round), TR-20171228-3 '
        "(Hold the second Security Dialogue). Name one by its ref."
    )


def test_of_many_eight_are_listed(items: Register) -> None:
    with pytest.raises(AmbiguousError, match=r'"TR" fits 11 items: .*-8 \(.*\) and 3 more\. Name'):
        items.item_meant("TR", VIEW)


def test_where_only_refs_or_only_words_will_do(items: Register) -> None:
    with pytest.raises(NoMatchError):
        items.item_meant("EPA", VIEW, by_words=False)
    with pytest.raises(NoMatchError):
        items.item_meant("TR-20171228-2", VIEW, by_ref=False)


@pytest.fixture
def meetings(tmp_path: Path) -> Register:
    """Three meetings, two of one year."""
    for ref, title in (
        ("TR-20160906", "G20 margins"),
        ("TR-20171228", "Ministers in Ankara"),
        ("TR-20171229", "Festival in Ankara"),
    ):
        on = day(f"{ref[3:7]}-{ref[7:9]}-{ref[9:]}")
        ledger_of(tmp_path, held=replace(meeting(ref, on), title=title))
    return register(tmp_path)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("TR-20171228", "TR-20171228"),
        ("tr-20171229", "TR-20171229"),
        ("20171228", "TR-20171228"),
        ("TR-2016", "TR-20160906"),
        ("ministers", "TR-20171228"),
        ("ankara FESTIVAL", "TR-20171229"),
    ],
)
def test_a_meeting_is_meant(text: str, ref: str, meetings: Register) -> None:
    assert meetings.meetings.meant(text, VIEW).meeting.ref == ref


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("US", '"US" fits no meeting'),
        (
            "TR-2017",
            (
                '"TR-2017" fits 2 meetings: TR-20171228 (Ministers in Ankara), TR-20171229 '
                "(Festival in Ankara). Name one by its ref."
            ),
        ),
    ],
)
def test_a_meeting_is_not_meant(text: str, told: str, meetings: Register) -> None:
    with pytest.raises(LookupError) as refused:
        meetings.meetings.meant(text, VIEW)

    assert str(refused.value) == told


def test_no_words_mean_no_meeting(meetings: Register) -> None:
    with pytest.raises(NoMatchError):
        meetings.meetings.meant("  ", VIEW)
