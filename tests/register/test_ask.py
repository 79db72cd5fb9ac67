"""What a register answers beside its items: refs, meetings of a day, errors; what changed meanwhile."""

import os
from datetime import UTC, date
from pathlib import Path

import pytest

from dipltrack.ledger.read import read_settings
from dipltrack.model.commitment import Commitment
from dipltrack.model.ref import MeetingRef
from dipltrack.model.update import Change, Update
from dipltrack.model.vocabulary import Timeliness, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register import spreading
from dipltrack.register.checking import checked
from dipltrack.register.question import Question
from dipltrack.register.view import View
from tests.given import MEETING_DAY, REF, day, ledger_of, meeting, register
from tests.register.index.dumps import dump_at, rebuilt, register_at

VIEW = View(as_of=day("2019-06-01"), timezone=UTC)
LATER, LATER_REF = "TR-20180129", "TR-20180129-1"
PATH, LATER_PATH = "TR/2017-12-28.toml", "TR/2018-01-29.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two meetings of one item each."""
    root = ledger_of(tmp_path / "desk", Commitment(ref=REF, title="Hold a security dialogue"))
    item = Commitment(ref=LATER_REF, title="Open the university")
    return ledger_of(root, item, held=meeting(LATER, day("2018-01-29")))


def rewrite(root: Path, old: str, new: str) -> None:
    """Writes the later file anew, with other words in it."""
    file = root / LATER_PATH
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def found(root: Path, index: Path, words: str) -> list[str]:
    """The refs of the items that hold the words, by the index at that path."""
    answer = register_at(root, index).ask(Question(text=words), VIEW)
    return [standing.ref for standing in answer.standings]


def test_a_write_is_held_against_every_ref_and_every_meeting_on_file(root: Path) -> None:
    known = register(root).known()

    assert dict(known.first_file_of) == {
        "TR-20171228": PATH,
        REF: PATH,
        LATER: LATER_PATH,
        LATER_REF: LATER_PATH,
    }
    assert len(known.first_file_of) == 4
    assert dict(known.day_of) == {PATH: MEETING_DAY, LATER_PATH: day("2018-01-29")}
    assert len(known.day_of) == 2
    assert "TR/2020-01-01.toml" not in known.day_of


def test_a_ref_that_stands_in_two_files_is_an_error_of_the_second(root: Path) -> None:
    rewrite(root, f'ref = "{LATER_REF}"', f'ref = "{REF}"')
    (root / "TR" / "2018-02-01.toml").symlink_to("nowhere")
    (root / "TR" / "2018-02-02.toml").write_text(f'x = "{REF}"', encoding="utf-8")

    errors = [error.wrong for error in register(root).errors(VIEW) if error.file == LATER_PATH]

    assert f"{REF} is used already in {PATH}" in errors


def test_meetings_are_found_by_their_partner_and_day(root: Path) -> None:
    held = register(root).meetings.on(MeetingRef.on("TR", MEETING_DAY), VIEW)

    assert [one.path for one in held] == [PATH]


def test_a_meeting_whose_file_went_away_meanwhile_is_left_out(root: Path) -> None:
    asked = register(root)
    with asked.reading():
        (root / PATH).unlink()

    assert asked.meetings.on(MeetingRef.on("TR", MEETING_DAY), VIEW) == []


def test_items_and_entries_of_a_file_that_went_away_meanwhile_are_left_out(root: Path) -> None:
    asked = register(root)
    with asked.reading():
        (root / PATH).unlink()

    assert [one.ref for one in asked.ask(Question(), VIEW).standings] == [LATER_REF]
    assert {made.file.path for made in asked.entries.newest()} == {LATER_PATH}


def test_sectors_and_dossiers_in_use_are_known_by_their_names(root: Path) -> None:
    settings = root / "dipltrack.toml"
    more = '\n[[dossier]]\nname = "EPA"\ntitle = "Partnership"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    rewrite(root, 'title = "Open', 'sector = "education"\ndossier = "Campus"\ntitle = "Open')
    asked = register(root)

    assert asked.sectors(VIEW) == ["education"]
    assert [asked.dossier_named(text) for text in ("epa", "campus", "x")] == [
        "EPA",
        "Campus",
        None,
    ]


def test_entries_of_a_file_with_an_error_are_left_out(root: Path) -> None:
    rewrite(root, 'title = "Open', 'kind = 7\ntitle = "Open')

    assert {made.file.path for made in register(root).entries.newest()} == {PATH}
    assert {made.file.path for made in register(root).entries.of_id("ENTRY001")} == {PATH}


def test_what_was_written_is_seen_by_every_later_question(root: Path) -> None:
    asked, known_by = register(root), View(as_of=VIEW.as_of, known_by=VIEW.as_of, timezone=UTC)
    asked.written(LATER_PATH)
    assert len(asked.ask(Question(), known_by).standings) == 2

    rewrite(root, "Open the university", "Open a school")
    asked.written(LATER_PATH)

    titles = [standing.item.title for standing in asked.ask(Question(), known_by).standings]
    assert titles == ["Hold a security dialogue", "Open a school"]


def test_a_search_follows_what_is_written_after_it(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    assert found(root, index, "university") == [LATER_REF]

    rewrite(root, "Open the university", "Open a school")

    assert found(root, index, "university") == []
    assert found(root, index, "school") == [LATER_REF]


@pytest.mark.parametrize("hindrance", ["query_only = ON", "max_page_count = 1"])
def test_where_no_trigrams_can_be_made_a_search_looks_at_every_item(
    hindrance: str, root: Path
) -> None:
    asked = register(root)
    with asked.reading() as connection:
        connection.execute(f"PRAGMA {hindrance}")

    assert [one.ref for one in asked.ask(Question(text="university"), VIEW).standings] == [
        LATER_REF
    ]


def test_rows_are_written_in_parts_where_there_are_many(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.register.index import reading

    alone = rebuilt(root)
    monkeypatch.setattr(reading, "_MOST", 1)

    assert dump_at(root, tmp_path / "index.sqlite") == alone


def test_what_a_killed_process_left_long_ago_is_removed(root: Path, tmp_path: Path) -> None:
    leftover = tmp_path / "index.sqlite.4711"
    leftover.write_bytes(b"half of one")
    os.utime(leftover, (0, 0))

    dump_at(root, tmp_path / "index.sqlite")

    assert not leftover.exists()


def test_a_file_that_goes_away_while_it_is_checked_is_not_held_against_the_others(
    root: Path,
) -> None:
    rewrite(root, f'ref = "{LATER_REF}"', f'ref = "{REF}"')
    settings, _ = read_settings(root)

    def take_away(done: int, of: int) -> None:
        if done == of:
            (root / LATER_PATH).unlink()

    faults = checked(root, settings, UTC, take_away).faults

    assert not [fault for fault in faults if "used already" in fault.wrong]


def test_where_the_machine_does_not_tell_its_processors_they_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)

    assert spreading.cores_here() >= 1


@pytest.mark.parametrize(
    ("field", "value"), [("seek", "Sign it?"), ("mute_until", day("2019-01-01"))]
)
def test_what_an_update_put_in_force_can_be_emptied(
    field: str, value: object, tmp_path: Path
) -> None:
    item = Commitment(ref=REF, title="Hold it")
    first = Update(of=REF, date=day("2018-01-05"), **{field: value})  # type: ignore[arg-type]
    then = Update(of=REF, date=day("2018-01-06"), changes=(Change(field=field),))
    asked = register(ledger_of(tmp_path, item, first, then))

    (standing,) = asked.ask(Question(), VIEW).standings

    assert getattr(standing.state, field) is None


def test_what_is_due_on_the_last_day_of_the_calendar_is_never_overdue(tmp_path: Path) -> None:
    window = Window(class_=TimingClass.BY, latest=date.max)
    item = Commitment(ref=REF, title="Hold it", timing=Timing(stated="ever", window=window))
    asked = register(ledger_of(tmp_path, item))

    (standing,) = asked.ask(Question(), View(as_of=date.max, timezone=UTC)).standings

    assert standing.timeliness is Timeliness.DUE_SOON
