"""`dipltrack remind`: what is due is said once, in a stable order, and a script can rely on the rest."""

import json
import os
import sys
import time
import tomllib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import pexpect
import pytest

from dipltrack.model.update import Evidence
from dipltrack.model.vocabulary import Firmness, Handling, NextMove, Status, TimingClass
from tests.cli.calls import Call, calls
from tests.given import SETTINGS, day
from tests.remind.desks import OF_EACH_RULE, RELEASE, about, desk_of, item, spring, timing

SCHEMA = Path(__file__).parents[2] / "docs/export.schema.json"
JUNE = "2018-06-01T06:00:00+00:00"


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Calls the program in a folder whose ledger `desk` each test makes."""
    monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")
    monkeypatch.setenv("DIPLTRACK_NOW", JUNE)
    yield from calls(tmp_path, monkeypatch, capsys)


def reminders(call: Call, line: str = "remind --format json") -> list[dict[str, Any]]:
    """What the JSON says is due."""
    found: list[dict[str, Any]] = json.loads(call(line).out)["reminders"]
    return found


def rules_due(call: Call, line: str = "remind --dry-run --format json") -> set[tuple[int, str]]:
    """The numbers of the items that are due, with the rules."""
    return {(int(one["ref"].rpartition("-")[2]), one["rule"]) for one in reminders(call, line)}


def logged(root: Path, year: int = 2018) -> list[dict[str, Any]]:
    """The log of a year."""
    file = root / f"desk/reminders/{year}.toml"
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["reminder"]
    return found


def at(monkeypatch: pytest.MonkeyPatch, on: str) -> None:
    """Makes it six in the morning of the day."""
    monkeypatch.setenv("DIPLTRACK_NOW", f"{on}T06:00:00+00:00")


# Text


def test_each_body_has_a_block_and_a_second_run_says_nothing(call: Call, tmp_path: Path) -> None:
    desk_of(
        tmp_path / "desk",
        item(1, "Hold the festival", timing=spring()),
        item(2, "Hold the concert", timing=spring(), lead=()),
        item(3, "Hold the exhibition", timing=spring(), lead=("METI", "ME1")),
        about(3, "2018-05-30", note="The rooms are booked.", next_step="Invite the artists."),
    )

    first, second = call("remind"), call("remind")

    assert (first.code, first.err) == (0, "")
    assert first.out == (
        "ME1  First Middle East Division\n"
        "1 reminder, as of Friday 1 June 2018, internal\n"
        "\n"
        "TR-20171228-1  Hold the festival\n"
        "  overdue by 1 day: its last day was Thursday 31 May 2018\n"
        "  time      “next spring” (Mar–May 2018)\n"
        "  on file   no-report\n"
        "  answer    dipltrack update TR-20171228-1 --status WORD --note TEXT\n"
        "\n"
        "METI\n"
        "1 reminder, as of Friday 1 June 2018, internal\n"
        "\n"
        "TR-20171228-3  Hold the exhibition\n"
        "  overdue by 1 day: its last day was Thursday 31 May 2018\n"
        "  time      “next spring” (Mar–May 2018)\n"
        "  on file   no-report, 30 May 2018: The rooms are booked.\n"
        "  next      Invite the artists.\n"
        "  answer    dipltrack update TR-20171228-3 --status WORD --note TEXT\n"
        "\n"
        "For nobody: no lead is given; [default] in dipltrack.toml can name one for all\n"
        "1 reminder, as of Friday 1 June 2018, internal\n"
        "\n"
        "TR-20171228-2  Hold the concert\n"
        "  overdue by 1 day: its last day was Thursday 31 May 2018\n"
        "  time      “next spring” (Mar–May 2018)\n"
        "  on file   no-report\n"
        "  answer    dipltrack update TR-20171228-2 --status WORD --note TEXT\n"
    )
    assert (second.code, second.out, second.err) == (0, "", "")


def test_the_log_names_item_rule_day_moment_channel_and_body(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))

    call("remind")

    assert (tmp_path / "desk/reminders/2018.toml").read_text(encoding="utf-8") == (
        "schema = 1\n"
        "\n"
        "[[reminder]]\n"
        f'id = "{logged(tmp_path)[0]["id"]}"\n'
        "recorded = 2018-06-01T06:00:00.000+00:00\n"
        'by = "kt"\n'
        'of = "TR-20171228-1"\n'
        'rule = "overdue"\n'
        "for = 2018-06-01\n"
        "date = 2018-06-01\n"
        'channel = "text"\n'
        'to = "ME1"\n'
    )


def test_who_leads_a_dossier_answers_where_an_item_names_nobody(
    call: Call, tmp_path: Path
) -> None:
    more = '\n[[dossier]]\nname = "EPA"\nlead = "METI"\n\n[default]\nlead = "MEXT"\n'
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring(), lead=(), dossier="EPA"),
        item(2, timing=spring(), lead=()),
        more=more,
    )

    assert [(one["ref"], one["to"], one["lead"]) for one in reminders(call)] == [
        ("TR-20171228-1", "METI", None),
        ("TR-20171228-2", "MEXT", None),
    ]


def test_a_body_that_has_ended_passes_its_reminders_on(call: Call, tmp_path: Path) -> None:
    ended = BODY_ENDED
    desk_of(tmp_path / "desk", item(1, timing=spring(), lead=("OLD",)), more=ended)

    assert [one["to"] for one in reminders(call)] == ["ME1"]


def test_a_body_that_was_asked_and_has_ended_passes_the_ask_on_and_nothing_is_said_twice(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = about(1, "2018-02-01", asked=("OLD",), reply_by=day("2018-03-20"))
    desk_of(tmp_path / "desk", item(1, report_every=3000), ask, more=BODY_ENDED)

    def unanswered(on: str) -> list[tuple[str, str, str]]:
        at(monkeypatch, on)
        found = [one for one in reminders(call) if one["rule"] == "unanswered"]
        return [(one["to"], one["for_date"], one["message"].splitlines()[1]) for one in found]

    before, again = unanswered("2018-03-31"), unanswered("2018-04-01")
    ((to, for_date, told),) = unanswered("2018-04-05")

    assert [(to, for_date) for to, for_date, _ in before] == [("OLD", "2018-03-28")]
    assert again == []
    assert (to, for_date) == ("ME1", "2018-04-04")
    assert told == (
        "  OLD, for which ME1 answers now, was to answer 16 days ago, on Tuesday 20 March 2018; "
        "asked once, on 1 Feb 2018"
    )
    assert unanswered("2018-04-10") == []
    call("update TR-20171228-1 --from ME1 --note Heard.")
    assert unanswered("2018-06-01") == []


def test_a_dossiers_lead_that_has_ended_passes_its_reminders_on(
    call: Call, tmp_path: Path
) -> None:
    more = f'{BODY_ENDED}\n[[dossier]]\nname = "EPA"\nlead = "OLD"\n\n[default]\nlead = "OLD"\n'
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring(), lead=(), dossier="EPA"),
        item(2, timing=spring(), lead=()),
        more=more,
    )

    assert [one["to"] for one in reminders(call)] == ["ME1", "ME1"]


BODY_ENDED = '\n[[body]]\nname = "OLD"\nparty = "JP"\nuntil = 2018-03-31\nsuccessor = "ME1"\n'


def on_a_terminal(folder: Path, *words: str) -> str:
    """What `remind` shows on a terminal of 60 columns."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "dipltrack", "remind", *words],
        cwd=str(folder),
        env={**os.environ, "COLUMNS": "60"},
        dimensions=(30, 60),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(pexpect.EOF)
    return child.before or ""


def test_on_a_terminal_a_line_is_broken_at_its_spaces(call: Call, tmp_path: Path) -> None:
    title = "Hold the first Japanese Festival with the artists of both countries"
    desk_of(tmp_path / "desk", item(1, title, timing=spring()))

    printed = on_a_terminal(tmp_path, "--dry-run")

    assert "artists of both" in printed.replace("\r\n", " ")
    assert max(len(line) for line in printed.splitlines()) <= 60
    assert "dipltrack update TR-20171228-1 --status WORD --note TEXT" in printed


def test_who_only_looks_on_a_terminal_is_told_that_no_mail_repeats_it(
    call: Call, tmp_path: Path
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))
    told = "1 of them was to be mailed"
    call("body add ME1 --mail me1@example.org --remind mail")

    assert told not in on_a_terminal(tmp_path, "--dry-run")
    assert told in on_a_terminal(tmp_path)
    assert told not in on_a_terminal(tmp_path)


# Which items


def test_only_what_is_promised_or_tracked_is_reminded_of(call: Call, tmp_path: Path) -> None:
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring(), firmness=Firmness.ENDEAVOUR),
        item(2, timing=spring(), firmness=Firmness.STATEMENT, track=True),
        item(3, timing=spring(), firmness=None),
        item(4, timing=spring()),
        item(5, timing=spring()),
        about(4, "2018-05-01", status=Status.FULFILLED, evidence=(Evidence(address="https://e"),)),
        about(5, "2018-05-02", corrects="ENTRY005"),
    )

    assert {number for number, _ in rules_due(call)} == {2, 3}


def test_of_what_was_said_again_only_the_newest_is_reminded_of(call: Call, tmp_path: Path) -> None:
    again = timing("this year", "2018-01-01", "2018-12-31", TimingClass.YEAR)
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring()),
        item(2, timing=again, restates="TR-20171228-1"),
    )

    assert rules_due(call) == {(2, "prepare"), (2, "no-report")}


def test_filters_narrow_a_run(call: Call, tmp_path: Path) -> None:
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring(), sector="culture"),
        item(2, timing=spring(), lead=("METI",)),
    )

    assert rules_due(call, "remind --dry-run --format json --lead METI") == {(2, "overdue")}
    assert rules_due(call, "remind --dry-run --format json --sector culture") == {(1, "overdue")}
    assert call("remind --dry-run --partner FR").err == (
        "dipltrack: --partner FR: nothing on file bears that name\n"
    )


# Once each


def test_a_run_after_days_off_says_the_newest_of_each_matter_once(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring(), report_every=3000))
    at(monkeypatch, "2018-05-20")
    assert [(one["rule"], one["for_date"]) for one in reminders(call)] == [
        ("due", "2018-05-17"),
        ("no-report", "2018-01-27"),
    ]
    at(monkeypatch, "2018-06-20")

    (one,) = reminders(call)

    assert (one["rule"], one["for_date"], one["days"]) == ("overdue", "2018-06-15", -20)
    assert one["folded"] == [
        {"rule": "due", "for_date": "2018-05-28"},
        {"rule": "overdue", "for_date": "2018-06-01"},
        {"rule": "overdue", "for_date": "2018-06-08"},
    ]
    assert reminders(call) == []


def test_what_was_closed_or_moved_meanwhile_is_not_reminded_of(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()), item(2, timing=spring()))
    call("fulfil TR-20171228-1 --on 2018-05-20 --evidence https://example.org")
    call('move TR-20171228-2 --to "autumn 2018" --reason "The hall is not ready."')

    assert rules_due(call) == {(2, "no-report")}


def test_an_item_that_is_muted_is_silent_until_its_day(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))
    assert call("update TR-20171228-1 --mute-until 2018-07-01").err == (
        "dipltrack: --reason is needed: why?\n"
    )
    muted = call('update TR-20171228-1 --mute-until 2018-07-01 --reason "The hall burnt down."')

    assert muted.code == 0
    assert reminders(call) == []
    at(monkeypatch, "2018-06-30")
    assert reminders(call) == []
    at(monkeypatch, "2018-07-01")
    assert rules_due(call) == {(1, "overdue")}
    shown = " ".join(call("show TR-20171228-1").out.split())
    assert "Muted until 1 Jul 2018 (no reminder before it)" in shown
    assert "note Reason: The hall burnt down." in shown


def test_an_ask_of_two_bodies_reminds_each_of_them(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(
        tmp_path / "desk",
        item(1, report_every=3000),
        about(1, "2018-05-01", asked=("METI", "TR-MFA"), reply_by=day("2018-05-25")),
        about(1, "2018-05-02", asked=("METI",), reply_by=day("2018-05-30")),
    )
    found = [one for one in reminders(call) if one["rule"] == "unanswered"]

    assert [(one["to"], one["for_date"]) for one in found] == [
        ("METI", "2018-05-31"),
        ("TR-MFA", "2018-05-26"),
    ]
    assert (
        "METI was to answer 2 days ago, on Wednesday 30 May 2018; asked 2 times, since 1 May"
        in (found[0]["message"])
    )
    assert reminders(call) == []
    call('update TR-20171228-1 --from METI --note "It is settled."')
    at(monkeypatch, "2018-06-20")
    assert [one["to"] for one in reminders(call) if one["rule"] == "unanswered"] == ["TR-MFA"]


def test_the_log_of_another_machine_counts_and_so_does_a_copy_that_a_drive_made(
    call: Call, tmp_path: Path
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()), item(2, timing=spring()))
    other = tmp_path / "desk/reminders/2018 (1).toml"
    other.parent.mkdir()
    other.write_text(
        'schema = 1\n\n[[reminder]]\nof = "TR-20171228-1"\nrule = "overdue"\nfor = 2018-06-01\n'
        'date = 2018-06-01\nchannel = "mail"\n',
        encoding="utf-8",
    )

    assert rules_due(call) == {(2, "overdue")}


def test_an_entry_that_was_issued_before_its_day_stops_a_run_for_it_would_silence_many(
    call: Call, tmp_path: Path
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))
    log = tmp_path / "desk/reminders/2018.toml"
    log.parent.mkdir()
    log.write_text(
        'schema = 1\n\n[[reminder]]\nof = "TR-20171228-1"\nrule = "overdue"\nfor = 2081-06-01\n'
        'date = 2018-06-01\nchannel = "mail"\n',
        encoding="utf-8",
    )

    done = call("remind")

    told = "reminders/2018.toml:6: for = 2081-06-01 is after date = 2018-06-01"
    assert (done.code, done.out) == (3, "")
    assert told in done.err
    assert told in call("check").out


def test_check_warns_of_a_reminder_of_what_is_not_on_file(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", RELEASE, item(1, timing=spring(), counterpart=()))
    call("remind")
    log = tmp_path / "desk/reminders/2018.toml"
    text = log.read_text(encoding="utf-8")
    log.write_text(text.replace("TR-20171228-1", "TR-20171228-9"), encoding="utf-8")

    assert call("check").out.splitlines() == [
        (
            'reminders/2018.toml:7: warning: of = "TR-20171228-9" is no item of this ledger — did you '
            "mean TR-20171228-1?"
        ),
        "1 meeting, 1 item, 0 updates: 0 errors, 1 warning",
    ]
    assert call("check --strict").code == 1


def test_the_log_is_no_meeting_and_check_reads_it(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", RELEASE, item(1, timing=spring(), counterpart=()))
    call("remind")
    assert call("check").out == "1 meeting, 1 item, 0 updates: 0 errors, 0 warnings\n"
    assert call("meeting list --format json").out.count('"file"') == 1

    with (tmp_path / "desk/reminders/2018.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[reminder]]\nof = "TR-20171228-1"\nrule = "overdu"\nfor = 2018-06-01\n')

    broken = call("check")
    assert broken.code == 3
    assert 'reminders/2018.toml:16: rule = "overdu" is not prepare, due, overdue' in broken.out
    assert 'did you mean "overdue"?' in broken.out
    assert "date is missing" in broken.out


def test_with_a_broken_log_nothing_goes_out(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))
    log = tmp_path / "desk/reminders/2018.toml"
    log.parent.mkdir()
    log.write_text("schema = 1\n[[reminder]]\nof = \n", encoding="utf-8")

    done = call("remind --exit-code")

    assert (done.code, done.out) == (3, "")
    assert "reminders/2018.toml:3: " in done.err


def test_a_ledger_with_a_broken_file_says_what_it_has_and_leaves_with_3(
    call: Call, tmp_path: Path
) -> None:
    root = desk_of(tmp_path / "desk", item(1, timing=spring()))
    (root / "TR/2018-01-01.toml").write_text("schema = 1\n[meeting\n", encoding="utf-8")

    done = call("remind --exit-code")

    assert done.code == 3
    assert "overdue by 1 day" in done.out
    assert "TR/2018-01-01.toml:2" in done.err
    assert len(logged(tmp_path)) == 1


# Exit codes, dry runs, other days


def test_the_exit_code_says_whether_something_was_due_where_that_is_asked_for(
    call: Call, tmp_path: Path
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))

    codes = [call(f"remind {options}").code for options in ("--dry-run", "--dry-run --exit-code")]
    codes += [call(f"remind {options}").code for options in ("--exit-code", "--exit-code")]

    assert codes == [0, 1, 1, 0]


def test_a_dry_run_says_what_would_go_out_and_writes_nothing(call: Call, tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", *OF_EACH_RULE)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    texts = [call("remind --dry-run").out for _ in range(2)]
    mails = call("remind --dry-run --mail --drafts drafts")

    assert texts[0] == texts[1] != ""
    assert mails.out == texts[0]
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "drafts").exists()


def test_of_another_day_it_only_says_what_its_first_run_would_have_found(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring(), report_every=3000))
    at(monkeypatch, "2018-06-01")
    call("remind")
    at(monkeypatch, "2018-06-10")
    call("remind")

    def rules_on(on: str) -> list[tuple[str, str]]:
        found = reminders(call, f"remind --format json --as-of {on}")
        return [(one["rule"], one["for_date"]) for one in found]

    assert ("overdue", "2018-06-01") in rules_on("2018-06-01")
    assert rules_on("2018-06-05") == []
    assert rules_on("2018-06-10") == [] == reminders(call)
    assert rules_on("2018-06-09") == [("overdue", "2018-06-08")]
    assert rules_on("2018-06-15") == [("overdue", "2018-06-15")]
    assert call("remind --as-of 2018-06-15").err == (
        "dipltrack: as of 2018-06-15, not today: nothing is logged\n"
    )
    assert len(logged(tmp_path)) == 2


def test_the_example_is_not_written_to_unless_it_is_named(call: Call, tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", item(1, timing=spring()))
    settings = root / "dipltrack.toml"
    settings.write_text(
        SETTINGS.replace('party = "JP"', 'party = "JP"\nexample = true'), encoding="utf-8"
    )

    assert call("remind").code == 2
    assert call("remind --dry-run").code == 0
    assert call("--ledger desk remind").code == 0


def test_clocks_that_go_back_lose_nothing(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring(), report_every=3000))
    at(monkeypatch, "2019-06-01")
    reminders(call)
    (tmp_path / "desk/reminders/2019.toml").unlink()
    at(monkeypatch, "2018-05-17")

    assert (1, "due") in rules_due(call)


def test_what_a_machine_issued_whose_day_is_ahead_is_not_said_again_here(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring(), report_every=3000))
    at(monkeypatch, "2018-06-06")
    assert [one["for_date"] for one in reminders(call)] == ["2018-06-01"]
    at(monkeypatch, "2018-06-05")

    assert reminders(call) == []
    assert call("remind --as-of 2018-06-04 --format json").out.count('"overdue"') == 1


def test_a_machine_whose_clock_was_years_ahead_keeps_nothing_back(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring(), report_every=3000))
    at(monkeypatch, "2031-06-01")
    assert len(reminders(call)) == 1
    at(monkeypatch, "2018-06-05")

    assert [one["for_date"] for one in reminders(call)] == ["2018-06-01"]


@pytest.mark.parametrize(
    ("moment", "year", "day_"),
    [
        ("2018-12-31T14:59:59+00:00", 2018, "2018-12-31"),
        ("2018-12-31T15:00:00+00:00", 2019, "2019-01-01"),
    ],
)
def test_the_day_and_the_year_of_the_log_are_those_of_the_ledgers_time_zone(
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    year: int,
    day_: str,
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()), zone="Asia/Tokyo")
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    monkeypatch.setenv("DIPLTRACK_NOW", moment)

    answer = json.loads(call("remind --format json").out)

    assert answer["as_of"] == day_
    assert [str(one["date"]) for one in logged(tmp_path, year)] == [day_]
    assert [path.name for path in (tmp_path / "desk/reminders").iterdir()] == [f"{year}.toml"]
    monkeypatch.undo()
    time.tzset()


# JSON


def test_json_has_its_documented_shape(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1, "Hold the festival", timing=spring()))

    done = call("remind --format json")

    answer = json.loads(done.out)
    message = answer["reminders"][0].pop("message")
    assert message.splitlines()[1] == "  overdue by 1 day: its last day was Thursday 31 May 2018"
    assert answer == {
        "schema": 1,
        "as_of": "2018-06-01",
        "reminders": [
            {
                "ref": "TR-20171228-1",
                "rule": "overdue",
                "for_date": "2018-06-01",
                "title": "Hold the festival",
                "lead": "ME1",
                "to": "ME1",
                "days": -1,
                "folded": [],
            }
        ],
    }
    assert logged(tmp_path)[0]["channel"] == "json"
    assert json.loads(call("remind --format json").out)["reminders"] == []


# iCalendar


def todos(text: str) -> list[Any]:
    """The to-dos of a calendar, as a library reads them."""
    return list(icalendar.Calendar.from_ical(text).walk("VTODO"))


def test_a_calendar_has_a_to_do_with_an_alarm_for_each(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1, "Hold the festival; at last", timing=spring()))

    text = call("remind --dry-run --format ics").out

    (todo,) = todos(text)
    assert str(todo["SUMMARY"]) == "TR-20171228-1  Hold the festival; at last"
    assert todo.decoded("DUE").isoformat() == "2018-05-31"
    assert todo.decoded("DTSTAMP").isoformat() == "2018-06-01T00:00:00+00:00"
    assert "overdue by 1 day" in todo["DESCRIPTION"]
    (alarm,) = todo.walk("VALARM")
    assert alarm.decoded("TRIGGER").isoformat() == "2018-06-01T09:00:00+00:00"
    assert call("remind --format ics").out == text
    assert logged(tmp_path)[0]["channel"] == "ics"


def test_a_later_reminder_of_the_same_sort_updates_its_to_do(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring(), report_every=3000))
    (first,) = todos(call("remind --format ics").out)
    at(monkeypatch, "2018-06-09")
    (later,) = todos(call("remind --format ics").out)

    assert first["UID"] == later["UID"]
    assert first["SEQUENCE"] < later["SEQUENCE"]
    assert first.decoded("DTSTAMP") < later.decoded("DTSTAMP")


# Drafts


def draft(path: Path) -> EmailMessage:
    """A draft as a mail program reads it."""
    return message_from_bytes(path.read_bytes(), policy=default)


def test_everybody_else_gets_a_draft_and_our_mailed_posts_wait(call: Call, tmp_path: Path) -> None:
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring()),
        item(2, timing=spring(), lead=("MEXT",)),
        item(3, timing=spring(), lead=("Nobody/../knows",)),
        item(4, timing=spring(), lead=()),
    )

    done = call("remind --drafts drafts --from desk@example.org")

    assert done.code == 0
    assert done.err == "dipltrack: 1 reminder waits for bodies that are mailed: --mail\n"
    files = sorted(path.name for path in (tmp_path / "drafts").iterdir())
    assert [name.rpartition("-")[0] for name in files] == [
        "2018-06-01-MEXT",
        "2018-06-01-Nobody-knows",
        "2018-06-01-nobody",
    ]
    assert done.out.splitlines()[0] == f"MEXT <mext@example.org>: 1 reminder, drafts/{files[0]}"
    mail = draft(tmp_path / "drafts" / files[0])
    assert (mail["From"], mail["To"], mail["X-Unsent"]) == (
        "desk@example.org",
        "mext@example.org",
        "1",
    )
    assert "overdue by 1 day" in mail.get_content()
    assert draft(tmp_path / "drafts" / files[2])["To"] is None
    assert {one["channel"] for one in logged(tmp_path)} == {"draft"}
    assert call("remind --drafts drafts").out == ""


SECRET = "SECRET"


def test_a_draft_for_another_side_holds_only_what_it_may_see(call: Call, tmp_path: Path) -> None:
    hidden = {
        "done_when": SECRET,
        "dossier": SECRET,
        "sector": SECRET,
        "support": (SECRET,),
        "report_every": 4711,
    }
    asked = {"asked": ("TR-MFA",), "reply_by": day("2018-05-20"), "note": SECRET}
    desk_of(
        tmp_path / "desk",
        RELEASE,
        item(1, "Hold the festival", timing=spring(), wording="will hold", **hidden),
        item(2, SECRET, document=None, paragraph=None),
        item(3, SECRET, handling=Handling.INTERNAL),
        about(1, "2018-05-01", next_step=SECRET, next_move=NextMove.OURS, reason=SECRET),
        *(about(number, "2018-05-02", **asked) for number in (1, 2, 3)),
        about(1, "2018-05-03", seek=SECRET, at_risk=True, reason=SECRET),
    )

    done = call("remind --drafts drafts --from desk@example.org")

    (path,) = (tmp_path / "drafts").glob("*TR-MFA*")
    mail = draft(path)
    assert mail["To"] == "mfa@example.com"
    assert mail["Subject"] == "How a commitment stands"
    assert mail.get_content().replace("\r\n", "\n") == (
        "How does the following commitment stand?\n"
        "\n"
        "TR-20171228-1  Hold the festival\n"
        "  wording   “will hold”\n"
        "  source    release 2(1)\n"
        "  time      “next spring” (Mar–May 2018)\n"
    )
    assert SECRET not in path.read_text(encoding="utf-8")
    assert (
        "dipltrack: TR-MFA: left out, since it may not see them: TR-20171228-2, TR-20171228-3 — "
        "dipltrack update REF --set handling=partner lets it\n" in done.err
    )
    of_partner = [one["of"] for one in logged(tmp_path) if one["to"] == "TR-MFA"]
    assert of_partner == ["TR-20171228-1"]


def test_a_foreign_body_is_never_mailed_even_where_the_settings_say_so(
    call: Call, tmp_path: Path
) -> None:
    bodies = '[[body]]\nname = "TR-MFA"\nparty = "TR"\nmail = "mfa@example.com"\nremind = "mail"\n'
    desk_of(
        tmp_path / "desk",
        RELEASE,
        item(1),
        about(1, "2018-05-02", asked=("TR-MFA",), reply_by=day("2018-05-20")),
        bodies=bodies,
    )

    done = call("remind --mail --smtp localhost:1 --from desk@example.org")

    assert (done.code, done.out) == (0, "")
    assert "2 reminders wait for bodies that get a draft" in done.err


# Rules


def test_rules_are_narrowed_switched_off_and_given_other_days(call: Call, tmp_path: Path) -> None:
    more = """
[[rule]]
rule = "overdue"
every = 30
lead = "METI"

[[rule]]
rule = "overdue"
days = [10]
sector = "culture"

[[rule]]
rule = "no-report"
off = true
"""
    desk_of(
        tmp_path / "desk",
        item(1, timing=spring()),
        item(2, timing=spring(), lead=("METI",)),
        item(3, timing=spring(), lead=("METI",), sector="culture"),
        item(4),
        more=more,
    )

    def overdue_on(on: str) -> list[tuple[str, str]]:
        found = reminders(call, f"remind --dry-run --format json --as-of {on}")
        return [(one["ref"][-1], one["for_date"]) for one in found if one["rule"] == "overdue"]

    assert {rule for _, rule in rules_due(call, "remind --format json --as-of 2018-03-10")} == {
        "prepare"
    }
    assert overdue_on("2018-06-01") == [("2", "2018-06-01")]
    assert overdue_on("2018-06-30") == [("2", "2018-06-01"), ("3", "2018-06-24")]
    assert overdue_on("2018-07-01") == [("2", "2018-07-01"), ("3", "2018-07-01")]


def test_rules_are_shown_with_the_items_that_each_touches(call: Call, tmp_path: Path) -> None:
    more = '\n[[rule]]\nrule = "due"\noff = true\n\n[[rule]]\nrule = "overdue"\npartner = "TR"\n'
    desk_of(tmp_path / "desk", *OF_EACH_RULE, more=more)

    shown = call("remind rules --as-of 2018-01-20")
    of_one = call("remind rules no-report --as-of 2018-01-20")

    assert shown.code == of_one.code == 0
    assert "Rules of reminders" in shown.out
    lines = [" ".join(line.split()) for line in shown.out.splitlines()]
    assert "due off all 0 –" in lines
    assert "overdue 1 day after the last day of the window, TR 2 1 Jun 2018" in lines
    assert "prepare 14 days before the first day of the window all 1 15 Feb 2018" in lines
    assert "27 Jan 2018  TR-20171228-5  Intensify contacts                ME1" in of_one.out
    assert "8 items" in of_one.out
    answer = json.loads(call("remind rules --format json --as-of 2018-01-20").out)
    assert answer["rules"][0] == {
        "rule": "prepare",
        "off": False,
        "days": [14],
        "every": None,
        "partner": [],
        "sector": [],
        "lead": [],
        "firmness": [],
        "items": [{"ref": "TR-20171228-1", "next": "2018-02-15"}],
    }
    wrong = call("remind rules overdew")
    assert wrong.code == 2
    assert "did you mean overdue?" in wrong.err
    assert call("remind rules overdu").out == call("remind rules overdue").out


def test_a_rule_for_a_name_that_nothing_bears_is_told(call: Call, tmp_path: Path) -> None:
    more = """
[[rule]]
rule = "overdue"
partner = "TUR"
sector = ["culture", "cultre"]

[[rule]]
rule = "due"
off = true
partner = "XX"
"""
    desk_of(tmp_path / "desk", item(1, sector="culture"), more=more)

    told = call("remind rules --as-of 2018-01-20").err

    unknown = "nothing on file bears that name: did you mean"
    assert told.splitlines() == [
        f'dipltrack: rule = "overdue", partner = "TUR": {unknown} TR?',
        f'dipltrack: rule = "overdue", sector = "cultre": {unknown} culture?',
    ]
    assert "TUR" not in call("remind rules due --as-of 2018-01-20").err


def test_a_rule_that_is_none_is_told_with_the_nearest(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1), more='\n[[rule]]\nrule = "overdew"\n')

    done = call("remind")

    assert done.code == 3
    assert 'did you mean "overdue"?' in done.err


def test_check_warns_of_settings_by_which_nothing_would_go_out(call: Call, tmp_path: Path) -> None:
    more = """
[[body]]
name = "MLIT"
party = "JP"
remind = "mail"

[[rule]]
rule = "stale"
lead = ["ME1", "METII"]

[[rule]]
rule = "due"
lead = "Nobody"
"""
    root = desk_of(tmp_path / "desk", RELEASE, item(1, counterpart=()), more=more)
    text = (root / "dipltrack.toml").read_text(encoding="utf-8").splitlines()

    done = call("check")

    places = [told.partition(": warning: ") for told in done.out.splitlines()[:-1]]
    assert done.code == 0
    assert {text[int(place.rpartition(":")[2]) - 1]: told for place, _, told in places} == {
        'remind = "mail"': (
            'remind = "mail" and no mail: nothing can be sent there — '
            "dipltrack body add MLIT --mail me1@example.org"
        ),
        'lead = ["ME1", "METII"]': (
            'lead = "METII" is no body — did you mean METI? Else dipltrack body add METII '
            "registers it"
        ),
        'lead = "Nobody"': 'lead = "Nobody" is no body — dipltrack body add Nobody registers it',
    }


# What was issued is counted


def test_an_item_of_which_the_log_is_broken_is_told_and_so_is_the_log(
    call: Call, tmp_path: Path
) -> None:
    desk_of(tmp_path / "desk", item(1, timing=spring()))
    call("remind")
    with (tmp_path / "desk/reminders/2018.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[reminder]]\nof = "TR-20171228-1"\n')

    for line in ("show TR-20171228-1", "report item TR-20171228-1"):
        done = call(line)
        assert done.code == 3
        assert "reminded ME1 1 time" in " ".join(done.out.split())
        assert "reminders/2018.toml:14: " in done.err


def test_show_counts_reminders_among_the_times_a_body_was_asked(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(
        tmp_path / "desk",
        RELEASE,
        item(1, timing=spring(), report_every=3000),
        about(1, "2018-05-02", asked=("ME1",)),
    )
    call("remind")
    at(monkeypatch, "2018-06-08")
    call("remind")

    shown = " ".join(call("show TR-20171228-1").out.split())
    before = call("show TR-20171228-1 --as-of 2018-06-07 --format json").out

    record = " ".join(call("report item TR-20171228-1").out.split())
    copy = call("report item TR-20171228-1 --for partner").out

    told = (
        "Asked ME1 1 time, last on 2 May 2018; unanswered since 2 May 2018; reminded ME1 2 times, "
        "last on 8 Jun 2018 (overdue); 3 times in all"
    )
    assert told in shown
    assert told in record
    assert "emind" not in copy
    assert [one["for"] for one in json.loads(before)["reminders"]] == ["2018-06-01"]


def test_the_weekly_report_counts_them_and_tells_of_a_broken_log(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", RELEASE, item(1, lead=("METI",)), item(2))
    at(monkeypatch, "2018-02-01")
    call("remind")
    at(monkeypatch, "2018-02-08")

    told = call("report weekly --format md").out
    before = call("report weekly --as-of 2018-01-31 --format md").out
    copy = call("report weekly --for partner --format md").out
    with (tmp_path / "desk/reminders/2018.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[reminder]]\nof = "TR-20171228-1"\n')
    broken = call("report weekly --format md")

    assert "METI reminded once on 1 February" in told
    assert "ME1 reminded once on 1 February" in told
    assert "remind" not in before + copy
    assert "METI reminded once on 1 February" in broken.out
    assert broken.code == 3
    assert "reminders/2018.toml:25: " in broken.err


# The log leaves with the ledger, and comes back


def test_a_ledger_that_comes_back_from_an_export_says_nothing_twice(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", RELEASE, item(1, timing=spring(), report_every=3000))
    call("remind")
    at(monkeypatch, "2019-01-04")
    call("remind")

    assert call("export -o whole.json").code == 0
    text = (tmp_path / "whole.json").read_text(encoding="utf-8")
    jsonschema.validate(json.loads(text), json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [one["for"] for one in json.loads(text)["reminders"]] == ["2018-06-01", "2019-01-04"]
    done = call("import whole.json --new copy")
    assert (
        done.out == "copy: filed 1 meeting, 1 document, 1 commitment, 2 reminders and 4 bodies\n"
    )
    for path in ("reminders/2018.toml", "reminders/2019.toml"):
        assert (tmp_path / "copy" / path).read_bytes() == (tmp_path / "desk" / path).read_bytes()
    assert call("--ledger copy export --format json").out == text
    assert call("--ledger copy remind").out == ""
    assert "nothing to write" in call("--ledger copy import whole.json").out


def test_an_import_adds_what_was_issued_elsewhere_and_takes_no_reminder_twice(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_of(tmp_path / "desk", RELEASE, item(1, timing=spring(), report_every=3000))
    call("export -o old.json")
    call("import old.json --new copy")
    call("remind")
    at(monkeypatch, "2018-06-08")
    call("remind")
    call("--ledger copy remind")
    call("export -o new.json")

    done = call("--ledger copy import new.json")

    assert done.out.splitlines()[0] == "copy: filed 1 reminder"
    rows = tomllib.loads((tmp_path / "copy/reminders/2018.toml").read_text(encoding="utf-8"))
    assert [str(one["for"]) for one in rows["reminder"]] == ["2018-06-08", "2018-06-01"]
    assert call("--ledger copy check").code == 0


@pytest.mark.parametrize(
    ("reminders_", "told"),
    [
        ("{}", "reminders is not a list of tables"),
        ('[{"of": "TR-20171228-1"}]', "reminders: reminder 1: rule is missing"),
    ],
)
def test_a_log_in_an_export_that_is_none_is_refused(
    call: Call, tmp_path: Path, reminders_: str, told: str
) -> None:
    desk_of(tmp_path / "desk", item(1))
    call("export -o whole.json")
    text = (tmp_path / "whole.json").read_text(encoding="utf-8")
    whole = {**json.loads(text), "reminders": json.loads(reminders_)}
    (tmp_path / "whole.json").write_text(json.dumps(whole), encoding="utf-8")

    done = call("import whole.json --new copy")

    assert done.code == 2
    assert told in done.err
    assert not (tmp_path / "copy").exists()


def test_a_broken_log_keeps_the_ledger_from_leaving_without_it(call: Call, tmp_path: Path) -> None:
    desk_of(tmp_path / "desk", item(1))
    log = tmp_path / "desk/reminders/2018.toml"
    log.parent.mkdir()
    log.write_text("schema = 1\n[[reminder]]\nof = \n", encoding="utf-8")

    done = call("export -o whole.json")

    assert done.code == 3
    assert "reminders/2018.toml:3: " in done.err
    assert not (tmp_path / "whole.json").exists()
