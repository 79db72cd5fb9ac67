"""Any sequence of commands: the file only grows, it parses, and each day's status is right."""

import contextlib
import io
import os
import shlex
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.cli.main import run
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import read_ledger
from dipltrack.register.question import Question
from dipltrack.register.view import View
from tests.given import asked
from tests.register.independent_fold import Life, folded

START = datetime.fromisoformat("2018-01-05T09:00:00+00:00")
FILING = (
    "init desk --name D --party JP --timezone UTC",
    "meeting add --partner TR --date 2017-12-28 --title M --document release",
    'add "Hold the first Security Dialogue" -m TR --when "late January next year" --firmness plan',
    'add "Hold the 8th EPA round" -m TR --when "in the first half of 2018" --firmness statement',
    'add "Meet every year" -m TR --when annually',
)
ITEMS = st.integers(1, 4)
DAYS = st.integers(-40, 0).map(lambda days: f"--on {(START + timedelta(days=days)).date()}")
TEXTS = st.sampled_from(
    ["Heard of it.", "“quoted”, [red] 来年", "two\nlines", '"""', "\\x1b C:\\new"]
)


@st.composite
def commands(draw: st.DrawFn) -> str:
    """A command that an officer might type, right or wrong."""
    ref, on, text = draw(ITEMS), draw(DAYS), shlex.quote(draw(TEXTS))
    return draw(
        st.sampled_from(
            [
                f"start {ref} {on}",
                f"pause {ref} {on} --reason {text}",
                f"fulfil {ref} {on} --evidence release --note {text}",
                f"partly {ref} {on} --evidence release",
                f"unmet {ref} {on} --reason {text}",
                f"note {ref} {on} --note {text}",
                f"held {ref} {on}",
                f"fix {ref} {on} --to 2018-01-25",
                f"move {ref} {on} --to 'second half of 2018' --reason {text}",
                f"expect {ref} {on} --to 2019",
                f"update {ref} {on} --set lead=ME2 --next-move theirs",
                f"update {ref} {on} --at-risk --reason {text}",
                f"ask {ref} {on} --to METI",
                f"withdraw {ref} {on} --by both",
                f"supersede {ref} {on} --with TR-20171228-2",
                f"add {text} -m TR --kind continuing",
                f"strike {ref}",
                "undo",
                "undo",
            ]
        )
    )


def done(line: str, number: int) -> int:
    """Runs the command, so many days after the start, and gives its exit code."""
    now = (START + timedelta(days=number)).isoformat()
    with (
        patch.dict(os.environ, {"DIPLTRACK_NOW": now, "DIPLTRACK_BY": "kt"}),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        return run(["--ledger", "desk", *shlex.split(line)])


def lives_of(file: MeetingFile) -> list[Life]:
    """Each item of the file with the entries about it."""
    return [
        Life(
            meeting=file.meeting,
            item=item,
            updates=tuple(u for u in file.updates if u.of in {item.ref, item.id}),
        )
        for item in file.commitments
    ]


@given(lines=st.lists(commands(), min_size=1, max_size=8), day=st.integers(-10, 400))
@settings(max_examples=40)
def test_any_commands_leave_a_sound_file_that_only_grew(lines: list[str], day: int) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        assert [done(line, 0) for line in FILING] == [0] * len(FILING)
        path = Path("desk") / "TR" / "2017-12-28.toml"
        before = path.read_bytes()

        for number, line in enumerate(lines):
            assert done(line, number) in {0, 2}, line
            after = path.read_bytes()
            assert after.startswith(before)
            before = after

        ledger = read_ledger(Path("desk"))
        assert [fault for fault in ledger.faults if fault.is_error] == []
        as_of = date(2017, 12, 28) + timedelta(days=day)
        question = Question(struck=True, each=True)
        standings = asked(Path("desk"), question, View(as_of=as_of))
        shown = {s.ref: (s.state.status.value, s.timeliness.value, s.days) for s in standings}
        for life in lives_of(ledger.files[0]):
            expected = folded(life, as_of, None)
            if expected is None:
                assert life.item.ref not in shown
            else:
                keys = ("status", "timeliness", "days")
                assert shown[life.item.ref] == tuple(expected[key] for key in keys)
