"""Meetings, bodies and dossiers as plain blocks."""

from datetime import UTC
from pathlib import Path

from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.settings import Body, Dossier
from dipltrack.model.vocabulary import Form, Instrument, Level
from dipltrack.register.held import Held
from dipltrack.register.view import View
from dipltrack.reports.blocks import (
    Day,
    Heading,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Table,
    Text,
)
from dipltrack.reports.meetings import (
    bodies_blocks,
    dossiers_blocks,
    meeting_blocks,
    meetings_blocks,
)
from tests.given import REF, day, ledger_of, register, standings

VISIT = Meeting(
    ref="TR-20190629",
    title="Visit",
    form=Form.VISIT,
    from_=day("2019-06-28"),
    date=day("2019-06-29"),
    place="Osaka",
    level=Level.LEADERS,
    parties=("JP", "TR"),
)


def held(root: Path) -> tuple[Held, ...]:
    """Two meetings: one with an item and documents, and a visit of several days."""
    ledger_of(
        root,
        Commitment(ref=REF, title="Hold it"),
        Document(
            name="release",
            issued_by="JP",
            instrument=Instrument.PRESS_RELEASE,
            language="en",
            address="https://x",
            date=day("2017-12-28"),
        ),
        Document(name="sankei", when="December 2017"),
    )
    ledger_of(root, held=VISIT)
    return register(root).meetings.ask(View(as_of=day("2020-01-01"), timezone=UTC)).meetings


def rows_of(block: object) -> tuple[tuple[object, ...], ...]:
    """The rows of a table."""
    assert isinstance(block, Table)
    return block.rows


def test_meetings_stand_by_date_with_what_is_open(tmp_path: Path) -> None:
    (table,) = meetings_blocks(held(tmp_path))

    assert rows_of(table) == (
        (
            Ref("TR-20171228"),
            Day(day("2017-12-28")),
            Text("Foreign Ministers' Meeting"),
            Text(""),
            Text(""),
            Number(1),
            Number(1),
        ),
        (
            Ref("TR-20190629"),
            Day(day("2019-06-29"), day("2019-06-28")),
            Text("Visit"),
            Text("Osaka"),
            Text("leaders"),
            Number(0),
            Number(0),
        ),
    )


def test_one_meeting_says_where_who_and_what_was_filed(tmp_path: Path) -> None:
    first, _ = held(tmp_path)
    items = list(standings(tmp_path, "2020-01-01").values())

    pairs, heading, documents, items_heading, table = meeting_blocks(first, items)

    assert pairs == Pairs(
        (
            Pair("Day", Day(day("2017-12-28"))),
            Pair("Form", Text("meeting")),
            Pair("Parties", Text("JP, TR")),
            Pair("File", Text("TR/2017-12-28.toml")),
        )
    )
    assert (heading, items_heading) == (Heading("Documents", 2), Heading("Items", 1))
    assert rows_of(documents) == (
        (
            Text("release"),
            Text("press release"),
            Text("JP"),
            Text("en"),
            Day(day("2017-12-28")),
            Text("https://x"),
        ),
        (Text("sankei"), Text("other"), Text(""), Text(""), Text("December 2017"), Text("")),
    )
    assert len(rows_of(table)) == 1


def test_a_meeting_without_items_says_how_to_file_one(tmp_path: Path) -> None:
    _, visit = held(tmp_path)

    pairs, heading, hint = meeting_blocks(visit, ())

    assert isinstance(pairs, Pairs)
    assert [pair.label for pair in pairs.pairs] == [
        "Day",
        "Place",
        "Form",
        "Level",
        "Parties",
        "File",
    ]
    assert heading == Heading("Items", 0)
    assert hint == Paragraph(
        "Nothing is filed yet: dipltrack add TITLE -m TR-20190629.", hint=True
    )


def test_where_there_is_none_the_command_is_named() -> None:
    assert [
        block.text
        for blocks in (meetings_blocks(()), bodies_blocks(()), dossiers_blocks(()))
        for block in blocks
        if isinstance(block, Paragraph)
    ] == [
        "No meeting is on file: dipltrack meeting add.",
        "No body is registered: dipltrack body add NAME --party CODE.",
        "No dossier is registered: dipltrack dossier add NAME --title TITLE.",
    ]


def test_bodies_and_dossiers_are_listed_with_what_is_known_of_them() -> None:
    whole = Body(
        name="MoE",
        party="TR",
        title="Ministry of Economy",
        mail="post@example.org",
        until=day("2018-07-09"),
        successor="MoT",
    )
    (bodies,) = bodies_blocks((whole, Body(name="ME1", party="JP")))
    (dossiers,) = dossiers_blocks((Dossier(name="EPA", title="t", lead="ME1"), Dossier(name="x")))

    assert rows_of(bodies) == (
        (
            Text("MoE"),
            Text("TR"),
            Text("Ministry of Economy"),
            Text("post@example.org"),
            Text("draft"),
            Day(day("2018-07-09")),
            Text("MoT"),
        ),
        (Text("ME1"), Text("JP"), Text(""), Text(""), Text("draft"), Day(None), Text("")),
    )
    assert rows_of(dossiers) == (
        (Text("EPA"), Text("t"), Text("ME1")),
        (Text("x"), Text(""), Text("")),
    )
