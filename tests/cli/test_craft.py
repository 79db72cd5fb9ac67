"""What happens to commitments in real life: said again, split, asked about, filed twice."""

import json
from pathlib import Path

import pytest

from dipltrack.ledger.read import read_ledger
from tests.cli.calls import Call


def shown(desk: Call, ref: str) -> dict[str, object]:
    """The item as JSON."""
    found: dict[str, object] = json.loads(desk(f"show {ref} --format json").out)
    return found


def test_what_follows_takes_over_what_it_does_not_name(desk: Call) -> None:
    done = desk("add -m TR-2017 --follows TR-20171228-2")

    assert done.out.startswith("TR-20171228-5  Hold the 9th EPA round\n")
    item = shown(desk, "5")
    assert (item["sector"], item["lead"]) == ("economy", "METI")
    assert "Followed by  TR-20171228-5" in desk("show TR-20171228-2").out


def test_what_restates_is_shown_alone_with_the_firmest_words(desk: Call) -> None:
    desk("add -m TR-2017 --restates TR-20171228-4 --firmness endeavour")

    listed = json.loads(desk("list --format json").out)["items"]

    assert [item["ref"][-1] for item in listed] == ["1", "2", "3", "5"]
    assert (listed[-1]["firmness"], listed[-1]["promised"]) == ("endeavour", True)
    assert "Says again   TR-20171228-4  (28 Dec 2017, agreement, no time" in desk("show 5").out
    assert "Said again   TR-20171228-5  (28 Dec 2017, endeavour, no time" in desk("show 4").out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("add -m TR-2017 --follows 1 --restates 2", "not both"),
        ("add -m TR-2017 --follows 9", '"9" fits no item'),
        ("add -m TR-2017 --follows 4", "the title is empty"),
        ("add -m TR-2017", "the title is empty"),
        ("record 1 --firmness plan", "--source is needed"),
        ("record 1 --source relase", "is no document of TR-20171228"),
        ("held 1", "is done once"),
        ("withdraw 1", "--by is needed"),
        ("supersede 1", "--with REF is needed"),
        ("ask 1", "--to or --lead is needed"),
        ("ask --lead MEXT", "MEXT leads no open item"),
        ("strike 1 --same-as 1", "is the item itself"),
        ("split 1 One", "two titles or more"),
        ("meeting set TR-2017", "there is nothing to set"),
        ("note 1 --note x --keep nothing.pdf", "is no file"),
        ("document add TR-2017 release", "has a document release already"),
        ("document add TR-2017 'two words'", "is no name of a document"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_a_record_stands_beside_the_first(desk: Call) -> None:
    desk('document add TR-2017 sankei --instrument "news report"')
    desk('record 1 --source "sankei 2" --firmness agreement --wording "agreed to …"')

    item = shown(desk, "1")

    assert item["firmness"] == "plan"
    assert [record["firmness"] for record in item["records"]] == ["agreement"]  # type: ignore[attr-defined]
    assert "“agreed to …”" in desk("show 1").out


def test_a_holding_opens_the_next_window(desk: Call) -> None:
    desk('add "Hold a dialogue" -m TR-2017 --when annually')

    done = desk("held 5 --on 2018-01-29 --evidence release")

    assert "next window 2019-01-01/2019-12-31" in done.out
    assert shown(desk, "5")["timeliness"] == "not-yet-due"


@pytest.mark.parametrize(("voice", "whose"), [("", "(theirs)"), ("--voice ours", "(ours)")])
def test_an_expectation_says_whose_it_is(voice: str, whose: str, desk: Call) -> None:
    assert f"expected {whose}: 2018" in desk(f'expect 1 --to "October 2018" {voice}').out


def test_what_one_side_expects_is_never_in_force(desk: Call) -> None:
    desk('expect 1 --to "October 2018" --voice theirs')

    assert shown(desk, "1")["latest"] == "2018-01-31"
    assert "Expected     “October 2018”" in desk("show 1").out
    assert "Whose word: theirs." in " ".join(desk("show 1").out.split())


def test_asks_are_counted_until_there_is_an_answer(desk: Call) -> None:
    for on in ("2018-01-10", "2018-01-20", "2018-02-01"):
        assert desk(f"ask 2 --to METI --on {on} --reply-by 2018-02-16").code == 0

    assert "METI 3 times, last on 1 Feb 2018; unanswered since 10 Jan 2018" in " ".join(
        desk("show 2").out.split()
    )
    desk('update 2 --from METI --note "In spring."')
    assert "; answered" in desk("show 2").out


def test_the_letter_names_every_open_item_of_the_lead(desk: Call) -> None:
    desk("body add METI --title 'Ministry of Economy'")

    letter = desk("ask --lead METI --reply-by 2018-02-16").out

    assert "To: Ministry of Economy\n" in letter
    assert "Please answer by 16 Feb 2018.\n" in letter
    assert "TR-20171228-2  Hold the 8th EPA round\n" in letter


def test_a_split_item_becomes_two_and_what_was_entered_counts_for_the_first(desk: Call) -> None:
    desk("start 4")

    done = desk('split 4 "Meet more often" "Telephone more often"')

    assert done.code == 0, done.err
    listed = json.loads(desk("list --kind continuing --format json").out)["items"]
    assert [(item["ref"][-1], item["status"]) for item in listed] == [
        ("5", "in-progress"),
        ("6", "no-report"),
    ]


def test_each_half_of_a_split_has_the_corrected_time_and_the_bodies_of_today(desk: Call) -> None:
    desk("meeting set TR-2017 --date 2018-01-02 --reread")
    desk("update TR-20171228-1 --set lead=METI --on 2018-01-20")
    desk("move TR-20171228-1 --to 2020 --reason r")

    done = desk('split TR-20171228-1 "Hold the dialogue" "Draw up its agenda"')

    assert "what was entered of it counts for TR-20171228-5 alone" in done.out
    halves = [shown(desk, number) for number in ("5", "6")]
    assert [half["lead"] for half in halves] == ["METI", "METI"]
    assert [half["latest"] for half in halves] == ["2020-12-31", "2019-01-31"]


def test_what_was_filed_twice_counts_once(desk: Call) -> None:
    desk('add "Hold the 8th round" -m TR-2017')
    desk("start 5 --evidence release")

    assert desk("strike TR-20171228-5 --same-as TR-20171228-2").code == 0

    assert shown(desk, "2")["status"] == "in-progress"
    assert "TR-20171228-5" not in desk("list").out
    assert "Struck" in desk("show TR-20171228-5").out


def test_the_wrong_date_of_a_meeting_is_mended_with_its_windows(desk: Call) -> None:
    done = desk("meeting set TR-2017 --date 2018-01-02 --reread")

    assert "2018-01-21/2018-01-31 → 2019-01-21/2019-01-31" in done.out
    item = shown(desk, "1")
    assert (item["latest"], item["ref"]) == ("2019-01-31", "TR-20171228-1")
    assert json.loads(desk("list --as-of 2018-01-01 --format json").out)["items"] == []


def test_without_reread_the_windows_stay_and_it_is_said(desk: Call) -> None:
    done = desk("meeting set TR-2017 --date 2018-01-02")

    assert "meeting set TR-20171228 --reread" in done.out
    assert shown(desk, "1")["latest"] == "2018-01-31"


def test_a_body_that_ended_passes_its_open_items_on(desk: Call) -> None:
    desk("body add METI --until 2018-01-31 --successor METI2")
    desk("body add METI2")

    assert [
        i["ref"][-1] for i in json.loads(desk("list --lead METI2 --format json").out)["items"]
    ] == ["2"]
    before = json.loads(desk("list --lead METI --as-of 2018-01-31 --format json").out)["items"]
    assert [item["ref"][-1] for item in before] == ["2"]


def test_a_kept_copy_is_found_missing_and_changed(desk: Call, tmp_path: Path) -> None:
    (tmp_path / "cable.pdf").write_bytes(b"%PDF")
    assert desk("note 1 --note heard --keep cable.pdf --evidence release").code == 0
    (copy,) = (tmp_path / "desk" / "kept").iterdir()

    assert desk("check --strict").code == 0
    copy.write_bytes(b"other")
    assert "was changed" in desk("check").out
    copy.unlink()
    assert "is missing" in desk("check").out


def test_a_step_that_is_no_longer_next_is_emptied(desk: Call) -> None:
    desk('note 2 --note n --next-step "Ask for a date" --next-move ours')
    assert shown(desk, "2")["next_step"] == "Ask for a date"

    desk('update 2 --next-step ""')
    assert (shown(desk, "2")["next_step"], shown(desk, "2")["next_move"]) == (None, "ours")
    assert "next_step: Ask for a date →" in " ".join(desk("show 2").out.split())

    desk("update 2 --set next_move=")
    assert shown(desk, "2")["next_move"] is None
    assert "to name another" in desk('update 2 --set next-step="Call"').err


def test_a_closing_ends_the_next_step_but_its_own(desk: Call) -> None:
    desk('note 1 2 --note n --next-step "Ask for a date" --on 2018-01-10')
    desk("fulfil 1 --on 2018-01-29 --evidence release")
    desk('fulfil 2 --on 2018-02-01 --evidence release --next-step "Send the minutes"')

    assert (shown(desk, "1")["next_step"], shown(desk, "2")["next_step"]) == (
        None,
        "Send the minutes",
    )


@pytest.mark.parametrize(
    "command",
    [
        "fulfil TR-20171228-1 --note n",
        "note TR-20171228-1 --note n",
        'fix TR-20171228-1 --to "25 January 2018"',
        'update TR-20171228-1 --when "next spring"',
        "ask TR-20171228-1 --to METI",
        "record TR-20171228-1 --source release --wording w",
    ],
)
def test_what_is_struck_takes_no_entry(command: str, desk: Call) -> None:
    desk("strike TR-20171228-1")
    alone = desk(command)
    desk("undo")
    desk("strike TR-20171228-1 --same-as TR-20171228-2")
    copy = desk(command)

    assert (alone.code, copy.code) == (2, 2)
    assert "TR-20171228-1 is struck, and nothing that is entered of it counts" in alone.err
    assert copy.err == (
        "dipltrack: TR-20171228-1 is struck as a copy of TR-20171228-2: write TR-20171228-2\n"
    )


def test_a_strike_is_corrected_by_another(desk: Call) -> None:
    desk("start 2 --evidence release")
    desk("strike TR-20171228-2 --same-as TR-20171228-1")
    strike = shown(desk, "TR-20171228-2")["updates"][-1]["id"]  # type: ignore[index]
    path = Path("desk/TR/2017-12-28.toml")
    text = path.read_text(encoding="utf-8")
    text += '\n[[update]]\nid = "STRKAGA1"\nof = "TR-20171228-2"\ndate = 2018-02-02\n'
    path.write_text(f'{text}corrects = "{strike}"\nsame_as = "TR-20171228-3"\n', encoding="utf-8")

    assert "TR-20171228-2" not in desk("list").out
    assert shown(desk, "TR-20171228-1")["status"] == "no-report"
    assert shown(desk, "TR-20171228-3")["status"] == "in-progress"
    assert "count for TR-20171228-3" in desk("show TR-20171228-2").out


def test_a_meeting_is_struck_by_its_ref_with_its_items(desk: Call) -> None:
    done = desk('strike tr-20171228 --reason "It was put off."')

    assert "struck with its 4 items" in done.out
    assert json.loads(desk("list --format json").out)["items"] == []
    assert "strike each item" in desk("strike TR-20171228 --same-as TR-20180101").err
    desk("undo")
    assert len(json.loads(desk("list --format json").out)["items"]) == 4


def test_a_second_meeting_of_a_day_is_struck_as_its_warning_says(desk: Call) -> None:
    meeting = 'meeting add --partner TR --date 2017-12-28 --title "Foreign Ministers\' Meeting"'
    letter, warned = desk(meeting).out[:12], desk(meeting).err
    line = warned.rpartition("dipltrack ")[2].strip()

    assert letter == "TR-20171228b"
    assert desk(line).out == (
        f"{line.split()[1]}  Foreign Ministers' Meeting\n  struck; dipltrack undo brings it back\n"
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--lead METTI", "--lead METTI: nothing on file bears that name: did you mean METI?"),
        ("--partner XX", "--partner XX: nothing on file bears that name"),
        ("--sector economi", "did you mean economy?"),
        ("--dossier nothing", "--dossier nothing: nothing on file bears that name"),
        ("--meeting TR-2019", "--meeting TR-2019: nothing on file bears that name"),
        ("--lead METI,METTI", "--lead METTI: "),
    ],
)
def test_a_name_in_a_filter_that_nothing_bears_is_told(
    options: str, told: str, desk: Call
) -> None:
    done = desk(f"list {options}")

    assert done.code == 0
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert desk("list --lead meti --partner tr -m TR-20171228-2").err == ""


def test_closing_what_is_closed_is_told(desk: Call) -> None:
    desk("fulfil 1 --on 2018-01-29 --evidence release")
    first = shown(desk, "1")["updates"][0]["id"]  # type: ignore[index]

    again = desk("fulfil 1 --on 2018-01-30 --evidence release")

    assert "TR-20171228-1 was fulfilled already, 29 Jan 2018" in again.err
    assert f"dipltrack undo {first}" in again.err
    assert "fulfilled  (since 29 Jan 2018)" in desk("show 1").out


def test_a_decision_that_is_sought_stands_in_the_agenda(desk: Call) -> None:
    desk('update 2 --seek "Whether to offer May" --on 2018-02-01')

    assert "Decisions sought (1)\n" in desk("due").out
    assert "Whether to offer May" in " ".join(desk("due").out.split())
    desk('update 2 --decided "Yes." --on 2018-02-02')
    assert "Decisions sought" not in desk("due").out


def test_keys_of_the_desks_own_are_shown(desk: Call) -> None:
    path = Path("desk/TR/2017-12-28.toml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('sector = "politics"', 'sector = "politics"\nx_box = 7', 1))

    assert shown(desk, "1")["own"] == {"x_box": 7}
    assert "x_box        7\n" in desk("show 1").out


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("strike TR-20171228-1 --same-as TR-20171228-2",
         "strike TR-20171228-2 --same-as TR-20171228-1", "TR-20171228-1 is struck"),
        ("strike TR-20171228-1", "strike TR-20171228-1", "is struck already"),
        ("supersede 1 --with TR-20171228-2", "supersede 2 --with TR-20171228-1",
         "is superseded by TR-20171228-2 itself"),
        ("strike TR-20171228-1", "supersede 2 --with TR-20171228-1", "TR-20171228-1 is struck"),
        ("start 1", "update 2 --set restates=TR-20171228-2", "is the item itself"),
        ("start 1", "update 2 --set follows=TR-20171228-9", '"TR-20171228-9" fits no item'),
        ("update 2 --set restates=TR-20171228-1", "update 1 --set restates=TR-20171228-2",
         "says TR-20171228-1 again itself"),
        ("strike TR-20171228-1", "update 2 --set restates=TR-20171228-1", "is struck"),
        ("strike TR-20171228-1", "add Again -m TR-2017 --restates TR-20171228-1", "is struck"),
    ],
)  # fmt: skip
def test_no_link_makes_what_it_links_vanish(before: str, line: str, told: str, desk: Call) -> None:
    assert desk(before).code == 0
    left = len(json.loads(desk("list --all --format json").out)["items"])

    done = desk(line)

    assert done.code == 2
    assert told in done.err
    assert len(json.loads(desk("list --all --format json").out)["items"]) == left


def test_the_story_of_a_dossier_is_shown_by_its_name(desk: Call) -> None:
    desk("dossier add EPA --title 'Economic Partnership Agreement'")
    desk("update 2 --set dossier=EPA")

    story = desk("show epa").out

    assert "1 promise said at 1 meeting on 28 Dec 2017: 1 open." in story
    assert "Hold the 8th EPA" in story


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ("", 7),
        ("--by kt", 7),
        ("--by another", 0),
        ("--since 2018-02-03", 0),
        ("--until 2018-02-01", 0),
        ("--ref TR-20171228-1", 2),
        ("--partner US", 0),
    ],
)
def test_the_log_tells_every_entry(options: str, count: int, desk: Call) -> None:
    desk("start 1")

    entries = json.loads(desk(f"log --format json {options}").out)["entries"]

    assert len(entries) == count


def test_what_was_taken_back_stays_in_the_log(desk: Call) -> None:
    desk("start 1")
    desk("undo")

    assert "(taken back)" in desk("log").out
    assert "takes back" in desk("log").out


def test_an_example_is_refused_before_an_editor_opens(
    desk: Call, editor: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "desk" / "dipltrack.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[ledger]", "[ledger]\nexample = true"), encoding="utf-8")

    done = desk("edit TR-20171228")  # what the editor would append stands nowhere: it would fail

    assert (done.code, done.out) == (2, "")
    assert "is an example" in done.err


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An editor that appends to the file what stands in the file that is given back."""
    added = tmp_path / "added.toml"
    script = tmp_path / "editor.sh"
    script.write_text(f'#!/bin/sh\ncat "{added}" >> "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    return added


def test_edit_fills_in_what_a_hand_left_out(desk: Call, editor: Path, tmp_path: Path) -> None:
    editor.write_text('\n[[update]]\nof = "TR-20171228-1"\ndate = 2018-01-30\nnote = "n"\n')

    assert desk("edit TR-20171228-1").code == 0

    (update,) = read_ledger(tmp_path / "desk").files[0].updates
    assert update.id
    assert update.recorded
    assert update.by == "kt"
    assert desk("check --strict").code == 0


@pytest.mark.parametrize(
    "added",
    [
        'of = "TR-20171228-99"\ndate = 2018-01-30\nnote = "n"\n',
        'of = "TR-20171228-1"\ndate = 2018-01-30\nstatus = "on-hold"\n',
    ],
)
def test_edit_takes_nothing_over_that_cannot_be(
    added: str, desk: Call, editor: Path, tmp_path: Path
) -> None:
    path = tmp_path / "desk" / "TR" / "2017-12-28.toml"
    before = path.read_bytes()
    editor.write_text(f"\n[[update]]\n{added}")

    done = desk("edit TR-20171228-1")

    assert done.code == 2
    assert "your text is kept in" in done.err
    assert path.read_bytes() == before


def test_edit_takes_nothing_over_that_is_broken(desk: Call, editor: Path, tmp_path: Path) -> None:
    editor.write_text("\n[[update]\n")
    file = tmp_path / "desk" / "TR" / "2017-12-28.toml"
    before = file.read_bytes()

    done = desk("edit TR-2017")

    assert done.code == 2
    assert "your text is kept in" in done.err
    assert file.read_bytes() == before


def test_edit_keeps_what_others_appended_meanwhile(
    desk: Call, editor: Path, tmp_path: Path
) -> None:
    added = '\n[[update]]\nof = "TR-20171228-1"\ndate = 2018-01-30\nnote = "mine"\n'
    others = '\n[[update]]\nof = "TR-20171228-2"\ndate = 2018-01-30\nnote = "theirs"\n'
    file = tmp_path / "desk" / "TR" / "2017-12-28.toml"
    editor.write_text(added)
    script = tmp_path / "editor.sh"
    script.write_text(script.read_text() + f"cat >> {file} <<'END'\n{others}END\n")

    assert desk("edit TR-2017").code == 0

    notes = [update.note for update in read_ledger(tmp_path / "desk").files[0].updates]
    assert notes == ["mine", "theirs"]


ENTRY_ID = "the id of the last entry"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("dipltrack --ledger desk show TR-20171228-1", "TR-20171228-1"),
        ("dipltrack --ledger desk list --status fu", "fulfilled"),
        ("dipltrack --ledger desk list --lead ME", "METI"),
        ("dipltrack fulf", "fulfil"),
        ("dipltrack --ledger desk list --sort ra", "rag"),
        ("dipltrack --ledger desk list --columns ref,ti", "ref,title"),
        ("dipltrack --ledger desk log --by k", "kt"),
        ("dipltrack --ledger desk undo ", ENTRY_ID),
        ("dipltrack --ledger desk update 1 --set le", "lead="),
        ("dipltrack --ledger desk update 1 --set lead=ME", "lead=METI"),
        ("dipltrack --ledger desk update 1 --set kind=rec", "kind=recurring"),
        ("dipltrack --ledger desk update 1 --set nothing=x", ""),
        ("dipltrack --ledger desk note 1 --evidence rel", "release"),
        ("dipltrack window x --lang j", "ja"),
        ("dipltrack --ledger nowhere show TR", ""),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_tab_key_offers_what_is_on_file(
    shell: str, line: str, offered: str, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("body add METI")
    if offered == ENTRY_ID:
        desk("note 4 --note n")
        offered = shown(desk, "4")["updates"][0]["id"]  # type: ignore[index]
    words = line.split(" ")
    monkeypatch.setenv("_DIPLTRACK_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))

    assert offered in desk("").out


def test_the_history_of_what_stays_tells_of_no_entry_that_it_does_not_show(desk: Call) -> None:
    desk('note TR-20171228-1 --note "Wrong."')
    desk("undo")
    desk('note TR-20171228-1 --note "Right."')
    desk("strike TR-20171228-1 --same-as TR-20171228-2")

    history = desk("show TR-20171228-2").out

    assert "Right." in history
    assert "takes back" not in history


def test_a_new_time_is_counted_from_its_day_and_says_so(desk: Call) -> None:
    desk('move 4 --to "within three months" --reason r --on 2018-01-10')

    assert "(3 months from 10 January 2018)" in " ".join(desk("show 4").out.split())


def test_lateness_is_told_by_both_times(desk: Call) -> None:
    desk("move 1 --to 2018-02-01 --reason r")

    done = desk("fulfil 1 --on 2018-02-02 --evidence release")

    assert "fulfilled, late by 1 day" in done.out
    assert "(late by 1 day; by the first time late by 2 days)" in " ".join(
        desk("show TR-20171228-1").out.split()
    )


def test_an_entry_that_a_later_one_outlives_is_not_told_as_a_closing(desk: Call) -> None:
    desk("pause 1 --reason r")

    done = desk("fulfil 1 --on 2018-01-29 --evidence release")

    assert "  2018-01-29  fulfilled\n" in done.out
    assert "what follows" not in done.out
    assert "stays on-hold" in done.err


def test_the_list_of_a_body_that_ended_says_who_has_its_items(desk: Call) -> None:
    desk("body add METI --until 2018-01-31 --successor MOFA")

    done = desk("list --lead METI")

    assert done.err == (
        "dipltrack: --lead METI: it ended on 2018-01-31; what is open stands under MOFA\n"
    )


def test_a_fixed_day_of_a_recurring_act_does_not_end_its_recurrence(desk: Call) -> None:
    desk('add "Hold a dialogue" -m TR-2017 --when annually')
    desk("fix 5 --to 2018-01-29 --on 2018-01-10")

    desk("held 5 --on 2018-01-29 --evidence release")

    assert (shown(desk, "5")["earliest"], shown(desk, "5")["latest"]) == (
        "2019-01-01",
        "2019-12-31",
    )
