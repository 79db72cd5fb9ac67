"""What of a file is about some of its items: what is left out unread changes nothing of the rest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.ledger.about import tables_about, text_about
from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.table import table_of
from dipltrack.ledger.toml import parse
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence, Update
from tests.given import MEETING_DAY, meeting, stamped
from tests.ledger.ledgers import BLOCKS, TEXTS

REFS = tuple(f"TR-20171228-{number}" for number in (1, 2, 3, 12))
TABLES = {Document: "document", Commitment: "commitment", Record: "record", Update: "update"}
IDS = st.sampled_from([f"ENTRY{number:03}" for number in range(1, 9)])
ABOUT = st.sampled_from([*REFS, "TR-20171228", "MEETNG01"]) | IDS
EVIDENCE = (Evidence(address="https://www.example.org/[[update]]", says="[[x]]"),)
WORDS = st.sampled_from(["Hold it", '\nref = "TR-20171228-1"', "[[commitment]]", "it's"]) | TEXTS


def entries() -> st.SearchStrategy[Entry]:
    return st.one_of(
        st.builds(Commitment, ref=st.sampled_from(REFS), title=WORDS, voice=st.just(("JP", "TR"))),
        st.builds(Document, name=WORDS),
        st.builds(Record, of=ABOUT, wording=WORDS),
        st.builds(
            Update,
            of=ABOUT,
            date=st.just(MEETING_DAY),
            note=WORDS,
            evidence=st.sampled_from([(), EVIDENCE]),
            corrects=st.none() | IDS,
            same_as=st.sampled_from([None, None, None, REFS[0]]),
        ),
    )


def file_of(*some: Entry) -> str:
    held = meeting()
    text = "schema = 1\n\n" + text_of_table("meeting", table_of(held), single=True)
    assert held.recorded is not None
    for entry in stamped(some, held.recorded):
        text += "\n" + text_of_table(TABLES[type(entry)], table_of(entry))
    return text


@given(
    st.lists(entries(), max_size=8),
    st.lists(st.sampled_from(BLOCKS), max_size=2, unique=True),
    st.sets(st.sampled_from(REFS), max_size=2),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_left_out_changes_nothing_of_what_stays(
    some: list[Entry], by_hand: list[str], refs: set[str], newline: str
) -> None:
    text = (file_of(*some) + "".join(by_hand)).replace("\n", newline)

    assert read(text_about(text, refs), refs) == read(text, refs)


def read(text: str, refs: set[str]) -> dict[str, object]:
    return {name: table for name, table in tables_about(parse(text), refs).items() if table != []}


def test_the_items_that_are_not_asked_for_are_not_read() -> None:
    some = [Commitment(ref=ref, title="Hold it") for ref in REFS]
    updates = [Update(of=ref, date=date(2018, 1, 29), evidence=EVIDENCE) for ref in REFS]

    text = text_about(file_of(*some, *updates), {REFS[3]})

    assert [one["ref"] for one in parse(text)["commitment"]] == [REFS[3]]
    assert [one["of"] for one in parse(text)["update"]] == [REFS[3]]


@pytest.mark.parametrize(
    "by_hand",
    [
        '  [[update]]\n  of = "TR-20171228-1"\n  date = 2018-01-29\n',
        '[x_own]\nkey = 1\n[[update]]\nof = "TR-20171228-1"\ndate = 2018-01-29\n',
        "[[commitment]]\nref = 'TR-20171228-9'\ntitle = 'filed by hand'\n",
        '[[ update ]]\nof = "TR-20171228-1"\ndate = 2018-01-29\n',
        "x_grid = [\n[[1, 2]],\n[[3]]\n]\n",
        "x_grid = [\n\t[1, 2],\n[3]\n]\n",
        'x_note = """\n[[update]]\n"""\n',
        "x_note = '''\n[[update]]\n'''\n",
    ],
)
def test_of_a_file_that_a_hand_wrote_otherwise_nothing_is_left_out(by_hand: str) -> None:
    items = file_of(*(Commitment(ref=ref, title="Hold it") for ref in REFS))

    assert text_about(items + by_hand, {REFS[0]}) == items + by_hand
