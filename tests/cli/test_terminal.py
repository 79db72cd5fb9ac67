"""What happens at a real terminal: it asks, it shows before it writes, it takes no for an answer."""

import json
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.cli.delivery import fitting
from tests.cli.calls import Call

Typist = Callable[[str], "pexpect.spawn[str]"]
DATA = Path(__file__).parents[2] / "data"
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def _heed_ctrl_c() -> None:
    """Lets Ctrl-C end the program also where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def typist(desk: Call, tmp_path: Path) -> Typist:
    """Starts the program at a terminal of 24 lines and 80 columns, in the folder of the desk."""

    def start(line: str) -> "pexpect.spawn[str]":
        return pexpect.spawn(
            f"{sys.executable} -m dipltrack {line}",
            cwd=str(tmp_path),
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=20,
            preexec_fn=_heed_ctrl_c,
        )

    return start


_BROKEN_OFF = """\
import os, signal
from dipltrack.__main__ import main
from dipltrack.cli.progress import Progress
begin = Progress._begin
def begin_and_break_off(self, of):
    begin(self, of)
    os.killpg(0, signal.SIGINT)
Progress._begin = begin_and_break_off
main()
"""


@pytest.fixture
def broken_off(desk: Call, tmp_path: Path) -> Typist:
    """Starts the same; it gets the signal of Ctrl-C, with all its processes, once a bar is drawn.

    A key that is pressed at the bar may come when the work is done.
    """

    def start(line: str) -> "pexpect.spawn[str]":
        return pexpect.spawn(
            sys.executable,
            ["-c", _BROKEN_OFF, *line.split()],
            cwd=str(tmp_path),
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=20,
            preexec_fn=_heed_ctrl_c,
        )

    return start


def answer(child: "pexpect.spawn[str]", *pairs: tuple[str, str]) -> str:
    """Answers each question, and gives what was printed after the last."""
    for question, reply in pairs:
        child.expect_exact(question)
        child.sendline(reply)
    child.expect(pexpect.EOF)
    child.close()
    return _ESCAPE.sub("", child.before or "").replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_what_no_terminal_can_show_is_refused_with_the_mend(name: str, typist: Typist) -> None:
    child = typist(f"due --format {name}")

    assert (
        answer(child).split()
        == (
            f"dipltrack: --format {name} cannot be shown on a terminal: write it to a file with "
            f"-o NAME.{name}"
        ).split()
    )
    assert child.exitstatus == 2


QUESTIONS = (
    ("When", "in the second half of 2018"),
    ("Where", "release 2(2)c"),
    ("The passage", "will promote …"),
    (" ", "… cooperation"),
    (" ", ""),
    ("Whose words", "joint"),
    ("How firm", "agreement"),
    ("What kind", ""),
    ("Who carries it", "METI"),
)


def test_add_asks_for_what_is_missing_and_shows_the_window_first(
    typist: Typist, desk: Call
) -> None:
    child = typist('add "Build the plant" -m TR-2017')

    said = answer(child, *QUESTIONS, ("2018-07-01/2018-12-31", ""))

    assert "TR-20171228-5  Build the plant\n" in said
    item = json.loads(desk("show 5 --format json").out)
    assert (item["voice"], item["firmness"], item["lead"]) == ("joint", "agreement", "METI")
    assert (item["paragraph"], item["latest"]) == ("2(2)c", "2018-12-31")
    assert item["wording"] == "will promote …\n… cooperation"


def test_add_takes_no_for_an_answer(typist: Typist, desk: Call) -> None:
    said = answer(typist('add "Build the plant" -m TR-2017'), *QUESTIONS, ("File it", "n"))

    assert "nothing was written" in said
    assert desk("show 5").code == 2


def test_add_with_all_options_never_asks(typist: Typist) -> None:
    child = typist(
        'add "Build the plant" -m TR-2017 --when "next year" --source "release 2(2)c" '
        '--wording "will promote …" --firmness agreement'
    )

    assert "TR-20171228-5  Build the plant\n" in answer(child)


def test_a_meeting_is_asked_for_with_its_record(typist: Typist, desk: Call) -> None:
    said = answer(
        typist("meeting add"),
        ("Partner", "TR"),
        ("Day", "29 Jan 2018"),
        ("What was it", "Consultations"),
        ("Where", "Ankara"),
        ("Its record", "two words"),
        ("Its record", "release"),
        ("What it is", "press release"),
        ("Whose record", "JP"),
        ("Its address", ""),
    )

    assert "TR-20180129  Consultations\n" in said
    shown = desk("meeting show TR-20180129").out
    assert "Place        Ankara\n" in shown
    assert "release  press release  JP" in shown


def test_a_matter_is_asked_for_where_some_are_registered(typist: Typist, desk: Call) -> None:
    desk("dossier add EPA")
    before = QUESTIONS[:-1]

    said = answer(
        typist('add "Build the plant" -m TR-2017'),
        *before,
        ("Which matter: EPA", "EPA"),
        QUESTIONS[-1],
        ("File it", ""),
    )

    assert "TR-20171228-5  Build the plant\n" in said
    assert json.loads(desk("show 5 --format json").out)["dossier"] == "EPA"


def test_init_asks_for_its_name_and_party(typist: Typist, tmp_path: Path) -> None:
    child = typist("init other")

    answer(child, ("Name of the desk", "Second Division"), ("party", "jp"), ("marking", ""))

    text = (tmp_path / "other" / "dipltrack.toml").read_text(encoding="utf-8")
    assert 'name = "Second Division"' in text
    assert 'party = "JP"' in text


def test_stopping_at_a_question_writes_nothing(typist: Typist, desk: Call) -> None:
    child = typist('add "Build the plant" -m TR-2017')
    child.expect_exact("no time is stated): ")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert desk("show 5").code == 2


def test_a_terminal_shows_a_screenful_and_how_many_more_there_are(
    typist: Typist, desk: Call
) -> None:
    for number in range(20):
        assert desk(f'add "Promise {number}" -m TR-2017').code == 0

    shown = answer(typist("list"))
    more = re.search(r"^… (\d+) more \(--all\)$", shown, re.MULTILINE)
    assert more is not None
    assert len(re.findall(r"^TR-", shown, re.MULTILINE)) + int(more[1]) == 24
    assert 20 < shown.count("\n") < 24
    assert "Promise 19" in answer(typist("list --all"))
    assert "Promise 19" in desk("list").out


def test_many_items_are_asked_about_only_after_a_question(typist: Typist, desk: Call) -> None:
    for number in range(20):
        desk(f'add "Promise {number}" -m TR-2017 --lead METI')

    asked = answer(typist("ask --lead METI"), ("Ask METI about 21 items", "n"))

    assert "nobody was asked" in asked
    assert "asked METI" not in desk("log").out


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize(
    "line", ["due", "list", "log", "meeting list", "list --columns ref,title"]
)
def test_what_a_terminal_shows_fits_it(line: str, columns: int, tmp_path: Path) -> None:
    child = pexpect.spawn(
        f"{sys.executable} -m dipltrack --ledger {DATA} {line}",
        cwd=str(tmp_path),
        encoding="utf-8",
        dimensions=(24, columns),
        timeout=20,
    )
    shown = answer(child).splitlines()

    assert 14 < len(shown) < 24
    assert any("more (--all)" in line for line in shown)


@given(rows=st.integers(0, 40), heights=st.lists(st.integers(1, 9), min_size=40, max_size=40))
def test_as_many_rows_as_the_lines_hold_and_one_in_any_case(rows: int, heights: list[int]) -> None:
    def height(count: int) -> int:
        return sum(heights[:count])

    shown = height(fitting(height, rows, 23))

    assert shown <= max(23, heights[0])
    assert shown == max(
        sum(heights[:n]) for n in range(rows + 1) if n <= 1 or sum(heights[:n]) <= 23
    )


def test_colour_stands_beside_the_word_on_a_terminal_only(
    typist: Typist, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = typist("list --as-of 2018-03-01")
    child.expect(pexpect.EOF)
    coloured = child.before or ""
    monkeypatch.setenv("NO_COLOR", "1")
    child = typist("list --as-of 2018-03-01")
    child.expect(pexpect.EOF)

    assert "\x1b[1;31mR overdue" in coloured
    assert "\x1b" not in (child.before or "")
    assert "\x1b" not in desk("list --as-of 2018-03-01").out


def test_a_wrong_answer_is_told_and_asked_again(typist: Typist, desk: Call) -> None:
    child = typist('add "Build the plant" -m TR-2017')
    child.expect_exact("When")
    child.sendline("soonish")
    child.expect_exact("names no time that is understood")

    said = answer(child, *QUESTIONS, ("File it", ""))

    assert "TR-20171228-5  Build the plant\n" in said


PASSAGE = "The two sides have a plan to meet"


def test_add_offers_the_firmness_and_the_voice_of_the_words(typist: Typist, desk: Call) -> None:
    child = typist(f'add "Meet" -m TR-2017 --when "next year" --lead ME1 --wording "{PASSAGE}"')

    said = answer(
        child,
        ("Where", ""),
        ("joint, from “The two sides”: Enter takes it, none leaves it out", ""),
        ("plan, from “a plan to”: Enter takes it, none leaves it out", ""),
        ("File it", ""),
    )

    assert "TR-20171228-5  Meet\n" in said
    item = json.loads(desk("show 5 --format json").out)
    assert (item["voice"], item["firmness"]) == ("joint", "plan")


def test_what_is_offered_can_be_replaced_and_left_out(typist: Typist, desk: Call) -> None:
    child = typist(f'add "Meet" -m TR-2017 --when "next year" --lead ME1 --wording "{PASSAGE}"')

    answer(
        child,
        ("Where", ""),
        ("Whose words", "none"),
        ("How firm", "firmly"),
        ("is not known", "endeavour"),
        ("File it", ""),
    )

    item = json.loads(desk("show 5 --format json").out)
    assert (item["voice"], item["firmness"]) == (None, "endeavour")


def test_record_asks_what_the_words_propose_and_nothing_else(typist: Typist, desk: Call) -> None:
    desk("document add TR-2017 sankei")
    quiet = typist('record TR-20171228-1 --source sankei --wording "Fine weather"')
    assert "record  sankei" in answer(quiet)
    child = typist(f'record TR-20171228-1 --source sankei --wording "{PASSAGE}"')

    said = answer(child, ("Whose words", ""), ("How firm", ""))

    assert "record  sankei" in said
    item = json.loads(desk("show 1 --format json").out)
    record = item["records"][-1]
    assert (record["voice"], record["firmness"]) == ("joint", "plan")


def shown_before(child: "pexpect.spawn[str]", question: str, *pairs: tuple[str, str]) -> str:
    """What stands on the screen between the last answer and the question."""
    for asked, reply in pairs:
        child.expect_exact(asked)
        child.sendline(reply)
    child.expect_exact(question)
    return _ESCAPE.sub("", child.before or "").replace("\r\n", "\n")


def test_every_field_stands_in_the_preview(typist: Typist) -> None:
    child = typist(
        'add "Build the plant" -m TR-2017 --sector economy --counterpart TR-ENE --dossier Sinop '
        "--follows TR-20171228-2"
    )

    shown = shown_before(child, "File it", *QUESTIONS)
    child.sendintr()

    labels = [line.split()[0] for line in shown.splitlines() if re.match("  [a-z]", line)]
    assert labels == [
        *("act", "meeting", "time", "kind", "source", "wording", "voice", "firmness", "lead"),
        *("counterpart", "sector", "dossier", "follows"),
    ]
    assert "“will promote … … cooperation”" in shown


def test_answers_can_be_edited_before_they_are_filed(typist: Typist, desk: Call) -> None:
    child = typist('add "Build the plant" -m TR-2017')
    shown_before(child, "File it", *QUESTIONS)
    child.sendline("e")

    answer(
        child,
        ("The act [Build the plant]", "Build the power plant"),
        ("When", "none"),
        ("Where", ""),
        ("it keeps “will promote … … cooperation”", ""),
        ("Whose words", "ours"),
        ("How firm", ""),
        ("What kind", "continuing"),
        ("Who carries it", ""),
        ("File it", "maybe"),
        ("write y or n or e", ""),
    )

    item = json.loads(desk("show 5 --format json").out)
    assert (item["title"], item["kind"], item["stated"]) == (
        "Build the power plant",
        "continuing",
        None,
    )
    assert (item["voice"], item["lead"], item["paragraph"]) == ("ours", "METI", "2(2)c")
    assert item["wording"] == "will promote …\n… cooperation"


def test_an_unknown_voice_is_refused_where_it_is_asked_for(typist: Typist) -> None:
    child = typist('add "Build the plant" -m TR-2017')

    shown_before(child, "Whose words", *QUESTIONS[:5])
    child.sendline("both")
    child.expect_exact("write joint, ours, theirs, JP or TR")
    child.expect_exact("Whose words")
    child.sendintr()


def test_a_body_that_is_not_registered_is_asked_about(typist: Typist, desk: Call) -> None:
    desk("body add METI")
    child = typist('add "Build the plant" -m TR-2017')
    shown_before(child, "Who carries it", *QUESTIONS[:-1])
    child.sendline("MEXT")
    child.expect_exact("did you mean METI?")
    child.expect_exact("File it all the same [y/N]")
    child.sendline("n")

    answer(child, ("Who carries it", "METI"), ("File it", ""))

    assert json.loads(desk("show 5 --format json").out)["lead"] == "METI"


def test_without_a_time_the_kind_is_asked_until_it_is_given(typist: Typist, desk: Call) -> None:
    answer(
        typist('add "Keep in touch" -m TR-2017'),
        *(("When", "none"), ("Where", "2(2)d"), ("The passage", ""), ("Whose words", "")),
        *(("How firm", ""), ("What kind", ""), ("What kind", "cont"), ("Who carries it", "")),
        ("File it", "y"),
    )

    item = json.loads(desk("show 5 --format json").out)
    assert (item["kind"], item["document"], item["paragraph"]) == (
        "continuing",
        "release",
        "2(2)d",
    )


def test_a_title_that_cannot_be_counted_on_is_offered_as_it_is(typist: Typist) -> None:
    child = typist("add -m TR-2017 --follows TR-20171228-4")

    child.expect_exact("The act [Intensify high-level contacts]")
    child.sendintr()


def test_near_readings_are_in_english_unless_a_document_is_in_another(typist: Typist) -> None:
    child = typist('add "Build the plant" -m TR-2017')
    child.expect_exact("When")
    child.sendline("en su día quizás")
    child.expect(r"late\s+January")
    child.sendintr()


def test_a_long_message_is_broken_at_spaces_and_a_command_stays_whole(typist: Typist) -> None:
    child = typist(
        'add "Hold it" -m TR-2017 --source relase --when 2018 --wording w --firmness plan'
    )

    said = answer(child)

    assert all(len(line) <= 80 for line in said.splitlines())
    assert "its documents are\n  release; " in said
    assert "dipltrack document add TR-20171228 relase" in said


@pytest.mark.parametrize(("reply", "left"), [("n", 4), ("", 4), ("y", 0)])
def test_undo_asks_before_much_is_taken_back(
    reply: str, left: int, typist: Typist, desk: Call
) -> None:
    assert desk("note 1 2 3 4 --note Heard.").code == 0

    child = typist("undo")
    out = answer(child, ("Take all of it back [y/N]", reply))

    assert out.count("taken back:") == 4 - left
    assert (left == 0) == ("nothing was taken back" not in out)


def test_undo_offers_the_entry_before_a_registration(typist: Typist, desk: Call) -> None:
    desk("note 1 --note heard")
    desk("body add ME2")

    child = typist("undo")
    child.expect_exact("your last command registered ME2")

    said = answer(child, ("[y/N]", "y"))

    assert "taken back" in said


def test_a_wrong_meeting_is_told_and_asked_again(typist: Typist, desk: Call) -> None:
    desk("meeting add --partner TR --date 2018-01-29 --title Second")
    child = typist('add "Build the plant"')
    child.expect_exact("Of which meeting [TR-20180129]")
    child.sendline("US")
    child.expect_exact('"US" fits no meeting')

    said = answer(child, ("Of which meeting", "TR-2017"), *QUESTIONS, ("File it", ""))

    assert "TR-20171228-5  Build the plant\n" in said


def test_a_name_in_an_option_is_settled_before_anything_is_asked(
    typist: Typist, desk: Call
) -> None:
    desk("dossier add EPA")
    child = typist('add "Build the plant" -m TR-2017 --dossier EPAs')
    child.expect_exact("did you mean EPA?")
    child.expect_exact("File it all the same [y/N]")
    child.sendline("")

    assert "nothing was written" in answer(child)


def test_the_reading_of_a_large_ledger_is_shown(
    typist: Typist, desk: Call, tmp_path: Path
) -> None:
    folder = tmp_path / "desk" / "TR"
    text = (folder / "2017-12-28.toml").read_text(encoding="utf-8").partition("[[commitment]]")[0]
    for number in range(450):
        on = f"{2000 + number // 28:04}-03-{number % 28 + 1:02}"
        held = text.replace("TR-20171228", f"TR-{on.replace('-', '')}")
        (folder / f"{on}.toml").write_text(held.replace("2017-12-28", on), encoding="utf-8")

    child = typist("list")
    child.expect_exact("Reading the ledger")
    child.expect_exact("Commitments")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0


def test_a_reading_that_is_broken_off_leaves_no_index(
    typist: Typist, broken_off: Typist, desk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "desk" / "TR"
    text = (folder / "2017-12-28.toml").read_text(encoding="utf-8")
    for number in range(600):  # enough for a bar
        on = f"{1900 + number // 28:04}-03-{number % 28 + 1:02}"
        held = text.replace("TR-20171228", f"TR-{on.replace('-', '')}")
        (folder / f"{on}.toml").write_text(held.replace("2017-12-28", on), encoding="utf-8")

    child = broken_off("list --limit 1")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert "Traceback" not in (child.before or "")
    assert list((tmp_path / "cache").rglob("*.sqlite*")) == []
    assert "2,403 more" in answer(typist("list --limit 1"))
