"""Mails go out once, each is logged once the server has it, and nothing is lost or added on the way."""

import os
import signal
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from dipltrack.ledger.lock import lock_of
from tests.cli.calls import Call, calls
from tests.remind.desks import RELEASE, desk_of, item, spring
from tests.remind.servers import Postbox, certificate, rude_server, server_of

SENDER = "--from desk@example.org"


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Calls the program on a ledger of three leads, on the day after the festival was due."""
    desk_of(
        tmp_path / "desk",
        RELEASE,
        item(1, "Hold the festival", timing=spring()),
        item(2, "Hold the concert", timing=spring(), lead=("METI",)),
        item(3, "Hold the exhibition", timing=spring(), lead=("MEXT",)),
    )
    monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-06-01T06:00:00+00:00")
    yield from calls(tmp_path, monkeypatch, capsys)


def logged(root: Path) -> list[dict[str, Any]]:
    """The log, as far as there is one."""
    file = root / "desk/reminders/2018.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))["reminder"] if file.exists() else []


def logged_of(root: Path) -> list[tuple[str, str, str]]:
    """Of each entry of the log the item, the channel and the body."""
    return [(one["of"], one["channel"], one["to"]) for one in logged(root)]


def test_our_own_posts_that_want_it_are_mailed_once_and_the_others_wait(
    call: Call, tmp_path: Path
) -> None:
    box = Postbox()
    with server_of(box) as server:
        first = call(f"remind --mail --smtp {server} {SENDER}")
        second = call(f"remind --mail --smtp {server} {SENDER}")

    assert first.code == second.code == 0
    assert (
        first.out
        == "ME1 <me1@example.org>: 1 reminder, mailed\nMETI <meti@example.org>: 1 reminder, mailed\n"
    )
    assert second.out == ""
    waits = "dipltrack: 1 reminder waits for bodies that get a draft: --drafts DIR\n"
    assert first.err == second.err == waits
    assert box.recipients == ["me1@example.org", "meti@example.org"]
    assert logged_of(tmp_path) == [
        ("TR-20171228-1", "mail", "ME1"),
        ("TR-20171228-2", "mail", "METI"),
    ]


def test_a_mail_says_whose_it_is_what_is_due_and_how_to_answer(call: Call) -> None:
    box = Postbox()
    with server_of(box) as server:
        call(f"remind --mail --lead ME1 --smtp {server} {SENDER}")

    (mail,) = box.taken
    assert dict(mail.items()) == {
        "From": "desk@example.org",
        "To": "me1@example.org",
        "Subject": "First Middle East Division: 1 reminder",
        "Date": "Fri, 01 Jun 2018 06:00:00 +0000",
        "Message-ID": mail["Message-ID"],
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
        "MIME-Version": "1.0",
    }
    assert mail["Message-ID"].endswith("@example.org>")
    assert mail.get_content().replace("\r\n", "\n") == textwrap.dedent(
        """\
        First Middle East Division, as of Friday 1 June 2018
        internal

        TR-20171228-1  Hold the festival
          overdue by 1 day: its last day was Thursday 31 May 2018
          time      “next spring” (Mar–May 2018)
          on file   no-report
          answer    dipltrack update TR-20171228-1 --status WORD --note TEXT
        """
    )


def test_a_message_that_is_refused_is_not_logged_and_goes_out_with_the_next_run(
    call: Call, tmp_path: Path
) -> None:
    box = Postbox()
    box.refused_addresses.add("me1@example.org")
    with server_of(box) as server:
        first = call(f"remind --mail --exit-code --smtp {server} {SENDER}")
        assert logged_of(tmp_path) == [("TR-20171228-2", "mail", "METI")]
        box.refused_addresses.clear()
        second = call(f"remind --mail --exit-code --smtp {server} {SENDER}")

    assert (first.code, second.code) == (3, 1)
    assert first.out == "METI <meti@example.org>: 1 reminder, mailed\n"
    assert first.err.splitlines()[0] == (
        "dipltrack: ME1 <me1@example.org>: 1 reminder not sent: 550 5.1.1 no such post here"
    )
    assert box.recipients == ["meti@example.org", "me1@example.org"]


@pytest.mark.parametrize("answer", ["451 try later", "554 looks like spam", "421 closing"])
def test_content_that_is_refused_is_not_logged(call: Call, tmp_path: Path, answer: str) -> None:
    box = Postbox(lambda _, number: answer if number == 0 else "250 taken")
    with server_of(box) as server:
        done = call(f"remind --mail --smtp {server} {SENDER}")

    assert done.code == 3
    assert f"ME1 <me1@example.org>: 1 reminder not sent: {answer}" in done.err
    assert logged_of(tmp_path) == [("TR-20171228-2", "mail", "METI")]


def test_a_connection_that_drops_loses_one_message_and_the_next_goes_over_a_new_one(
    call: Call, tmp_path: Path
) -> None:
    box = Postbox(drops=lambda number: number == 0)
    with server_of(box) as server:
        first = call(f"remind --mail --smtp {server} {SENDER}")
        second = call(f"remind --mail --smtp {server} {SENDER}")

    assert (first.code, second.code) == (3, 0)
    assert "ME1 <me1@example.org>: 1 reminder not sent: " in first.err
    assert box.recipients == ["meti@example.org", "me1@example.org"]
    repeated = [mail["Message-ID"] for mail in box.handed if mail["To"] == "me1@example.org"]
    assert len(repeated) == 2
    assert len(set(repeated)) == 1
    assert len(logged(tmp_path)) == 2


def test_a_server_that_is_not_there_is_told_of_each_letter_and_nothing_is_logged(
    call: Call, tmp_path: Path
) -> None:
    with server_of(Postbox()) as server:
        pass
    done = call(f"remind --mail --exit-code --smtp {server} {SENDER}")

    assert done.code == 3
    assert done.out == ""
    assert done.err.splitlines()[:2] == [
        f"dipltrack: ME1 <me1@example.org>: 1 reminder not sent: {server}: Connection refused",
        f"dipltrack: METI <meti@example.org>: 1 reminder not sent: {server}: Connection refused",
    ]
    assert logged(tmp_path) == []


HELLO = (b"220 hello\r\n", b"250 hello\r\n")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((), "Connection unexpectedly closed"),
        ((b"554 go away\r\n",), "554 go away"),
        ((b"HTTP/1.1 400 Bad Request\r\n",), "it does not answer as a mail server does"),
        ((*HELLO, b"550 not you\r\n"), "550 not you"),
        ((*HELLO, b"250 ok\r\n", b"450 come back\r\n"), "450 come back"),
        ((*HELLO, b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n"), "Connection "),
        ((*HELLO, b"554 \x1b[31mred\x07\r\n"), "554 ‹U+001B›[31mred‹U+0007›"),
    ],
    ids=["hangs up", "refuses", "is none", "sender", "recipient", "amid the message", "acts"],
)
def test_a_rude_server_gets_one_plain_line_and_nothing_is_logged(
    call: Call, tmp_path: Path, answers: tuple[bytes, ...], told: str
) -> None:
    with rude_server(*answers) as server:
        done = call(f"remind --mail --exit-code --smtp {server} {SENDER}")

    assert done.code == 3
    assert "ME1 <me1@example.org>: 1 reminder not sent: " in done.err.splitlines()[0]
    assert told in done.err.splitlines()[0]
    assert logged(tmp_path) == []


# Kept secret on the way


@pytest.mark.parametrize("way", ["starttls", "tls"])
def test_the_way_is_encrypted_and_the_certificate_is_verified(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    context, authority = certificate(tmp_path, "localhost")
    box = Postbox()
    with server_of(box, **{way: context}) as server:
        unknown = call(f"remind --mail --smtp {server} --encryption {way} {SENDER}")
        monkeypatch.setenv("SSL_CERT_FILE", str(authority))
        known = call(f"remind --mail --smtp {server} --encryption {way} {SENDER}")

    assert unknown.code == 3
    assert "its certificate is not trusted (unable to get local issuer certificate)" in unknown.err
    assert known.code == 0
    assert box.recipients == ["me1@example.org", "meti@example.org"]
    assert all(box.encrypted) or way == "tls"


def test_a_certificate_of_another_host_is_refused(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, authority = certificate(tmp_path, "mail.example.org")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    box = Postbox()
    with server_of(box, starttls=context) as server:
        done = call(f"remind --mail --smtp {server} --encryption starttls {SENDER}")

    assert done.code == 3
    assert "its certificate is not trusted (Hostname mismatch" in done.err
    assert box.handed == []


def test_a_server_without_starttls_gets_nothing(call: Call) -> None:
    box = Postbox()
    with server_of(box) as server:
        done = call(f"remind --mail --smtp {server} --encryption starttls {SENDER}")

    assert done.code == 3
    assert "STARTTLS" in done.err
    assert box.handed == []


def test_user_and_password_come_from_the_environment_and_go_encrypted_only(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, authority = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    monkeypatch.setenv("DIPLTRACK_SMTP_USER", "desk")
    alone = call(f"remind --mail --smtp localhost:25 {SENDER}")
    monkeypatch.setenv("DIPLTRACK_SMTP_PASSWORD", "wrong")
    open_ = call(f"remind --mail --smtp localhost:25 {SENDER}")
    box = Postbox()
    with server_of(box, starttls=context) as server:
        wrong = call(f"remind --mail --smtp {server} --encryption starttls {SENDER}")
        monkeypatch.setenv("DIPLTRACK_SMTP_PASSWORD", "secret")
        right = call(f"remind --mail --smtp {server} --encryption starttls {SENDER}")

    assert (alone.code, open_.code, wrong.code, right.code) == (2, 2, 3, 0)
    assert "go together" in alone.err
    assert "would go unprotected" in open_.err
    assert "535" in wrong.err
    assert "secret" not in right.out + right.err + wrong.err
    assert set(box.logins) == {("desk", "wrong"), ("desk", "secret")}


# A disk that is full, a process that is killed


def test_with_a_full_disk_nothing_is_sent(call: Call, tmp_path: Path) -> None:
    import resource

    box = Postbox()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with server_of(box) as server:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))  # as on a disk that is full
        try:
            done = call(f"remind --mail --smtp {server} {SENDER}")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert done.code == 3
    assert done.err == "dipltrack: desk/reminders/2018.toml: File too large\n"
    assert box.handed == []
    assert list((tmp_path / "desk/reminders").iterdir()) == []


def test_a_run_that_is_killed_after_the_server_took_a_message_sends_that_one_again_and_no_other(
    call: Call, tmp_path: Path
) -> None:
    box = Postbox()
    with server_of(box) as server:
        command = [sys.executable, "-m", "dipltrack", "remind", "--mail", "--smtp", server]
        process = subprocess.Popen(
            [*command, *SENDER.split()],
            cwd=tmp_path,
            env=os.environ,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

        def answer(_: object, number: int) -> str:
            if number == 1:
                os.kill(process.pid, signal.SIGKILL)
            return "250 taken"

        box.answer = answer
        process.wait()
        assert logged_of(tmp_path) == [("TR-20171228-1", "mail", "ME1")]
        done = call(f"remind --mail --smtp {server} {SENDER}")

    assert done.code == 0
    assert box.recipients == ["me1@example.org", "meti@example.org", "meti@example.org"]
    assert len({mail["Message-ID"] for mail in box.taken}) == 2
    assert len(logged(tmp_path)) == 2


def test_where_another_writer_holds_the_ledger_nothing_is_sent(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dipltrack.ledger.lock.WAIT", 0.0)
    box = Postbox()
    with server_of(box) as server, lock_of(tmp_path / "desk", "ms"):
        done = call(f"remind --mail --exit-code --smtp {server} {SENDER}")

    assert (done.code, done.out, box.handed) == (4, "", [])


def test_what_the_server_took_is_logged_however_long_another_writer_holds_the_ledger(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dipltrack.ledger.lock.WAIT", 0.0)
    syncing = ExitStack()

    def answer(_: object, number: int) -> str:
        if number == 0:  # as a sync over a slow connection, which begins while the mail goes out
            syncing.enter_context(lock_of(tmp_path / "desk", "ms"))
            Timer(0.3, syncing.close).start()
        return "250 taken"

    box = Postbox(answer)
    with server_of(box) as server:
        done = call(f"remind --mail --smtp {server} {SENDER}")

    assert done.code == 0, done.err
    assert len(logged(tmp_path)) == len(box.taken) == 2


def test_what_could_not_be_logged_is_told_and_no_more_goes_out(call: Call, tmp_path: Path) -> None:
    log = tmp_path / "desk/reminders/2018.toml"
    log.parent.mkdir()

    def answer(_: object, __: int) -> str:
        log.write_text("<<<<<<< ours\n", encoding="utf-8")  # as a pull by hand may leave it
        return "250 taken"

    box = Postbox(answer)
    with server_of(box) as server:
        done = call(f"remind --mail --smtp {server} {SENDER}")

    assert done.code == 3
    assert done.err.splitlines()[0] == (
        "dipltrack: ME1 <me1@example.org>: 1 reminder, mailed, but not logged: the next run hands "
        "it out again"
    )
    assert "reminders/2018.toml:1: " in done.err
    assert box.recipients == ["me1@example.org"]


def test_two_runs_at_once_send_each_message_once(call: Call, tmp_path: Path) -> None:
    box = Postbox()
    with server_of(box) as server:
        command = [sys.executable, "-m", "dipltrack", "remind", "--mail", "--smtp", server]
        runs = [
            subprocess.Popen([*command, *SENDER.split()], cwd=tmp_path, stderr=subprocess.DEVNULL)
            for _ in range(3)
        ]
        assert [run.wait() for run in runs] == [0, 0, 0]

    assert sorted(box.recipients) == ["me1@example.org", "meti@example.org"]


# Nothing of the ledger can add a header or a recipient

SLY = "Festival\\r\\nBcc: all@example.com\\r\\n\\r\\n.\\r\\nRCPT TO:<all@example.com>"


def test_no_text_of_the_ledger_adds_a_header_or_a_recipient(call: Call, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    meeting = root / "TR/2017-12-28.toml"
    meeting.write_text(
        meeting.read_text(encoding="utf-8").replace("Hold the festival", SLY), encoding="utf-8"
    )
    settings = root / "dipltrack.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('"First Middle East Division"', f'"Desk {SLY}"', 1), encoding="utf-8"
    )
    box = Postbox()
    with server_of(box) as server:
        done = call(f"remind --mail --lead ME1 --smtp {server} {SENDER}")

    assert done.code == 0, done.err
    (mail,) = box.taken
    assert mail["To"] == "me1@example.org"
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    assert box.rcpt_tos == ["me1@example.org"]


def test_an_address_that_is_none_is_not_written_to(call: Call, tmp_path: Path) -> None:
    settings = tmp_path / "desk/dipltrack.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('"me1@example.org"', '"me1@example.org, all@example.com"'), encoding="utf-8"
    )
    box = Postbox()
    with server_of(box) as server:
        done = call(f"remind --mail --lead ME1 --smtp {server} {SENDER}")

    assert done.code == 3
    assert done.err == (
        "dipltrack: ME1: 1 reminder not sent: it has no plain mail address: dipltrack body add "
        "NAME --mail ADDRESS\n"
    )
    assert box.handed == []
    assert "is no plain mail address: nothing is sent there" in call("check").out


# What is needed


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("remind --mail --smtp localhost:25", "--from is needed"),
        (f"remind --mail {SENDER}", "--smtp is needed"),
        (f"remind --mail --smtp localhost {SENDER}", "is no HOST:PORT"),
        ("remind --mail --smtp localhost:25 --from me", "is no plain mail address"),
        (
            f"remind --mail --smtp mail.example.org:25 --encryption none {SENDER}",
            "anybody could read what goes to mail.example.org",
        ),
        (f"remind --mail --smtp localhost:25 --as-of 2018-07-01 {SENDER}", "what is due today"),
        ("remind --format html", '--format: "html" is not known'),
        (f"remind --mail --format ics {SENDER}", "leave out --mail and --drafts"),
        ("remind --drafts drafts --format ics", "leave out --mail and --drafts"),
        ("remind --format mail", "--format mail: there is text, json and ics"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_is_sent(
    call: Call, tmp_path: Path, line: str, told: str
) -> None:
    done = call(line)

    assert done.code == 2
    assert told in done.err
    assert logged(tmp_path) == []


def test_the_settings_name_server_and_sender(call: Call, tmp_path: Path) -> None:
    box = Postbox()
    with server_of(box) as server, (tmp_path / "desk/dipltrack.toml").open("a") as settings:
        settings.write(f'\n[mail]\nsmtp = "{server}"\nfrom = "desk@example.org"\n')
        settings.flush()
        done = call("remind --mail")

    assert done.code == 0
    assert [mail["From"] for mail in box.taken] == ["desk@example.org"] * 2
