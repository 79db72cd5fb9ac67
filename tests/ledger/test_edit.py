"""A file edited by hand: stamps are filled in where they lack, and nothing of others is lost."""

import tomllib
from datetime import UTC, datetime, timedelta

import pytest

from dipltrack.ledger.edit import EditConflictError, joined, with_stamps
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.toml import BOM, parse

STAMP = Stamp(by="kt", now=datetime(2018, 1, 30, 10, 0, tzinfo=UTC), seed="docs")
HEAD = 'schema = 1\n\n[meeting]\nid = "K3V9Q2TA"\nrecorded = 2017-12-29T09:30:00Z\nby = "ms"\n'
BARE = '[meeting]\n# by hand\nref = "TR-20171228"\n'
UPDATE = '[[update]]  # heard\nof = "TR-20171228"\nnote = """\n[[update]]\n"""\n'
DOCUMENT = '[[document]]\nname = "release"\n'


def without_stamps(text: str) -> list[str]:
    """The lines of the text that are no id, moment or writer."""
    keys = ("id = ", "recorded = ", "by = ")
    return [line for line in text.splitlines() if not line.startswith(keys)]


TEXTS = {
    "nothing lacks": HEAD,
    "the meeting": BARE,
    "several": BARE + DOCUMENT + UPDATE + UPDATE,
    "a document above an update": HEAD + DOCUMENT + UPDATE,
    "some of the three": HEAD + '[[update]]\nby = "ms"\nof = "x"\n',
    "a table of its own": HEAD + "[[x_own]]\na = 1\n" + UPDATE,
    "no last line end": HEAD + UPDATE.rstrip("\n"),
    "a head alone": HEAD + "[[update]]",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_table_is_stamped_and_no_other_line_is_touched(text: str) -> None:
    stamped = with_stamps(text, STAMP)

    before, after = parse(text), parse(stamped)
    assert without_stamps(stamped) == without_stamps(text)
    for name, raw in before.items():
        if name in {"schema", "x_own"}:
            assert after[name] == raw
            continue
        olds, news = (raw, after[name]) if isinstance(raw, list) else ([raw], [after[name]])
        for old, new in zip(olds, news, strict=True):
            assert {"id", "recorded", "by"} <= new.keys()
            assert {key: new[key] for key in old} == old


MIXED = {
    "an update above a document": HEAD + UPDATE + DOCUMENT + UPDATE,
    "a record between": HEAD + UPDATE + '[[record]]\nof = "x"\n' + DOCUMENT,
}


@pytest.mark.parametrize("text", MIXED.values(), ids=MIXED)
def test_tables_of_any_order_are_each_stamped_below_their_own_head(text: str) -> None:
    test_every_table_is_stamped_and_no_other_line_is_touched(text)


def stamps_of(text: str) -> list[tuple[str, datetime]]:
    """Id and moment of each update."""
    return [(u["id"], u["recorded"]) for u in tomllib.loads(text)["update"]]


def test_ids_are_new_and_moments_come_after_those_that_are_there() -> None:
    later = "recorded = 2018-03-01T09:00:00.500Z\n"
    text = HEAD + UPDATE + UPDATE + f'[[update]]\nid = "ABCDEFGH"\nby = "ms"\n{later}of = "x"\n'

    stamps = stamps_of(with_stamps(text, STAMP))

    last = datetime(2018, 3, 1, 9, 0, 0, 500_000, tzinfo=UTC)
    assert [moment - last for _, moment in stamps] == [
        timedelta(milliseconds=1),
        timedelta(milliseconds=2),
        timedelta(),
    ]
    assert len({new for new, _ in stamps} | {"K3V9Q2TA"}) == 4


def test_a_mark_before_the_text_and_its_own_line_ends_are_kept() -> None:
    text = BOM + (HEAD + UPDATE).replace("\n", "\r\n")

    stamped = with_stamps(text, STAMP)

    assert stamped.startswith(BOM)
    assert stamped.count("\n") == stamped.count("\r\n") == text.count("\n") + 3


def test_what_is_written_as_a_value_is_left_as_it_is() -> None:
    text = 'schema = 1\nupdate = 7\ndocument = [1, { name = "x" }]\n'

    assert with_stamps(text, STAMP) == text


@pytest.mark.parametrize(
    "by",
    [
        "高橋",
        *(by for by in ('Kaoru "K" T.', "DOMAIN\\kt")),
    ],
)
def test_any_name_of_a_writer_reads_back(by: str) -> None:
    stamped = with_stamps(HEAD + UPDATE, Stamp(by=by, now=STAMP.now))

    assert tomllib.loads(stamped)["update"][0]["by"] == by


def update(new: str, said: str) -> str:
    """An update as the program appends it."""
    head = f'\n[[update]]\nid = "{new}"\nrecorded = 2018-01-30T10:00:00Z\nby = "ms"\n'
    return f'{head}of = "TR-20171228"\ndate = 2018-01-29\nnote = "{said}"\n'


WHOLE = HEAD + 'ref = "TR-20171228"\ntitle = "Talks"\ndate = 2017-12-28\n'


@pytest.mark.parametrize(
    ("edited", "current", "together"),
    [
        (WHOLE.replace("Talks", "First talks"), WHOLE, WHOLE.replace("Talks", "First talks")),
        (
            WHOLE.replace("Talks", "First talks"),
            WHOLE + update("AAAAAAAA", "Heard."),
            WHOLE.replace("Talks", "First talks") + update("AAAAAAAA", "Heard."),
        ),
        (
            WHOLE.replace("Talks", "First talks").rstrip("\n"),
            WHOLE.replace("schema = 1", "# kept\nschema = 1") + update("AAAAAAAA", "Heard."),
            WHOLE.replace("Talks", "First talks").replace("schema = 1", "# kept\nschema = 1")
            + update("AAAAAAAA", "Heard."),
        ),
    ],
)
def test_what_others_entered_meanwhile_is_kept(edited: str, current: str, together: str) -> None:
    found = joined(WHOLE.encode(), edited.encode(), current.encode())

    assert found.decode() == together


def test_what_both_changed_is_told_and_not_overwritten() -> None:
    edited, current = (WHOLE.replace("Talks", said).encode() for said in ("One", "Two"))

    with pytest.raises(EditConflictError, match='title is "One" here and "Two" there'):
        joined(WHOLE.encode(), edited, current)


@pytest.mark.parametrize("current", [b"other = \n", b"\xff"])
def test_what_cannot_be_read_meanwhile_is_never_overwritten(current: bytes) -> None:
    with pytest.raises(EditConflictError):
        joined(WHOLE.encode(), b"# edited\n" + WHOLE.encode(), current)


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999-14:00"])
def test_a_moment_after_which_there_is_none_is_not_waited_for(moment: str) -> None:
    text = HEAD.replace("2017-12-29T09:30:00Z", moment) + UPDATE

    new = parse(with_stamps(text, STAMP))["update"][0]

    assert new["recorded"] == STAMP.now
