"""Whatever stands in a ledger, what a mail server and a mail program get is a sound, inert mail."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import icalendar
import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.compose import text_of_table
from dipltrack.model.text import visible
from tests.nasty import NASTY, Nasty
from tests.remind.servers import Postbox, server_of

TEXTS = [
    *(one for one in NASTY if one.text.strip() and "\ud800" not in one.text),
    Nasty("line of an old mailbox", "From me to you"),
    Nasty("end of a mail", ".\r\n.\r\nMAIL FROM:<evil@example.org>\r\n"),
    Nasty("a long line", "a " * 600),
    Nasty("a long word beyond ASCII", "é" * 2000),
    Nasty(
        "a desk's name in Turkish", "Dışişleri Bakanlığı Orta Doğu Genel Müdürlüğü – Birinci Şube"
    ),
]
"""What a ledger can hold: TOML knows no surrogates, and an empty text is a fault."""

HEAD = {
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Unsent", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding",
}  # fmt: skip
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def box() -> Postbox:
    """What the server got."""
    return Postbox()


@pytest.fixture(scope="module")
def server(box: Postbox) -> Iterator[str]:
    """A server that takes every mail."""
    with server_of(box) as address:
        yield address


def table(kind: str, keys: Mapping[str, object]) -> str:
    """The table as TOML, each text as it is."""
    return text_of_table(kind, keys, single=kind in {"ledger", "meeting"}, exact=True)


def ledger_with(root: Path, text: str) -> None:
    """A ledger with the text in every field, and reminders to a post of ours and two of others."""
    one_line = " ".join(text.split())[:2000]
    ours, theirs = f"OURS {one_line}", f"THEIRS {one_line}"
    settings = "schema = 1\n" + table("ledger", {"name": text, "party": "JP", "timezone": "UTC"})
    for name, party, remind in ((ours, "JP", "mail"), (theirs, "TR", "draft")):
        post = {"name": name, "title": text, "party": party, "mail": "b@example.org"}
        settings += table("body", post | ({"remind": remind} if party == "JP" else {}))
    head = {
        "ref": "TR-20171228",
        "title": text,
        "date": date(2017, 12, 28),
        "parties": ["JP", "TR"],
    }
    document = {"name": one_line[:200], "title": text, "instrument": "press release"}
    meeting = "schema = 1\n" + table("meeting", head)
    meeting += table("document", {**document, "issued_by": "JP", "address": text})
    for number, lead in enumerate((ours, text), 1):
        ref = f"TR-20171228-{number}"
        window = {"class": "range", "earliest": date(2018, 3, 1), "latest": date(2018, 5, 31)}
        item = {"ref": ref, "title": text, "wording": text, "document": one_line[:200]}
        words = {"paragraph": text, "lead": lead, "counterpart": theirs, "stated": text}
        meeting += table("commitment", {**item, **words, **window})
        said = {"note": text, "next_step": text, "next_move": "theirs"}
        asked = {"asked": [ours, theirs, text], "reply_by": date(2018, 2, 1)}
        entry = {"of": ref, "date": date(2018, 1, 2)}
        meeting += table("update", {**entry, **said})
        meeting += table("update", {**entry, **asked})
    (root / "TR").mkdir(parents=True)
    (root / "dipltrack.toml").write_text(settings, encoding="utf-8")
    (root / "TR/2017-12-28.toml").write_text(meeting, encoding="utf-8")


def as_read(raw: bytes) -> EmailMessage:
    """The mail as a program reads it, once its bytes are sound: lines of ASCII, none too long."""
    for line in raw.split(b"\r\n"):
        assert not re.search(rb"[^\t\x20-\x7e]", line), line
        assert len(line) <= 78, line
        assert not line.startswith(b"From "), line
    mail = message_from_bytes(raw, policy=default)
    assert not mail.defects
    assert set(mail.keys()) <= HEAD
    assert mail["To"] in {None, "b@example.org"}
    assert not ACTS.search(mail["Subject"])
    assert len(mail["Subject"]) < 140
    assert not ACTS.search(mail.get_content().replace("\r\n", "\n"))
    return mail


@pytest.mark.parametrize("nasty", TEXTS, ids=lambda nasty: nasty.name)
def test_a_mail_and_its_drafts_are_sound_whatever_stands_in_the_ledger(
    nasty: Nasty,
    box: Postbox,
    server: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-06-01T06:00:00+00:00")
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    ledger_with(tmp_path / "desk", nasty.text)
    for gathered in (box.taken, box.raw, box.rcpt_tos):
        gathered.clear()
    out = f"--drafts {tmp_path / 'drafts'} --from desk@example.org --smtp {server}".split()

    command = ["--ledger", str(tmp_path / "desk"), "remind", "--mail", *out]
    codes = [run(command), run(command)]

    printed = capsys.readouterr()
    assert codes == [0, 0], printed.err
    assert not ACTS.search(printed.out + printed.err)
    assert box.rcpt_tos == ["b@example.org"]
    (mail,) = map(as_read, box.raw)
    name = visible(nasty.text)
    assert mail["Subject"] == f"{name if len(name) <= 100 else f'{name[:99]}…'}: 4 reminders"
    text = mail.get_content().replace("\r\n", "\n")
    assert [line.split("  ")[0] for line in text.splitlines() if line.startswith("TR-")] == [
        "TR-20171228-1",
        "TR-20171228-2",
    ]
    drafts = [path.read_bytes() for path in (tmp_path / "drafts").iterdir()]
    assert len(drafts) >= 2
    for draft in map(as_read, drafts):
        assert draft["X-Unsent"] == "1"
    assert not list((tmp_path / "drafts").glob(".*"))


@pytest.mark.parametrize("nasty", TEXTS, ids=lambda nasty: nasty.name)
def test_what_is_printed_is_inert_and_as_many_to_dos_as_reminders(
    nasty: Nasty,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-06-01T06:00:00+00:00")
    ledger_with(tmp_path / "desk", nasty.text)

    def printed(form: str) -> str:
        command = ["--ledger", str(tmp_path / "desk"), "remind", "--dry-run", "--format", form]
        assert run(command) == 0
        return capsys.readouterr().out

    text, listed, calendar = printed("text"), printed("json"), printed("ics")

    for out in (text, listed, calendar.replace("\r\n", "\n")):
        assert not ACTS.search(out)
    todos = icalendar.Calendar.from_ical(calendar).walk("VTODO")
    assert len(todos) == len(json.loads(listed)["reminders"])
    assert len({str(todo["UID"]) for todo in todos}) == len(todos)
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
