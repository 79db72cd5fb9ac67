"""Firmness: how a wording is read, and what is proposed where a passage is filed without it."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from dipltrack.cli.proposing import voice_for
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.vocabulary import Form, Instrument, Voice
from tests.cli.calls import Call

PASSAGE = "The two sides agreed in principle to hold a second round"
OWN = 'schema = 1\n[[en.phrases]]\nrole = "verb"\nlevel = "plan"\nwords = ["look/s forward to"]\n'


def test_a_passage_is_told_with_its_voice_its_reasons_and_the_words_in_their_places(
    call: Call,
) -> None:
    done = call(f'firmness "{PASSAGE}"')

    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "plan\n"
        "  voice  joint\n"
        '  why    "agreed in principle to": agreement\n'
        '         lowered one step by "in principle": plan\n'
        '         voice, joint: "The two sides"\n'
        "  words  1–13     voice       The two sides\n"
        "         15–36    verb        agreed in principle to\n"
        "         22–33    lowering    in principle\n"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('firmness "Minister Kang said that she will come"', "  voice  one side: Minister Kang\n"),
        ('firmness "It was decided to meet"', "  voice  not told by the words\n"),
        ("firmness 開催することで一致した", "agreement\n  voice  joint\n"),
        ("firmness 'agreed\n to consider'", '"agreed to" with "consider": endeavour'),
        (
            'firmness "Fine weather"',
            "none: no word of the list promises or states anything here\n",
        ),
        ("firmness 'agreed \x1b[2J to consider'", "agreement"),
    ],
)
def test_what_the_words_tell_is_shown_on_lines_of_their_own(
    line: str, told: str, call: Call
) -> None:
    done = call(line)

    assert (done.code, done.err) == (0, "")
    assert told in done.out
    assert "\x1b" not in done.out


def test_as_json_places_count_from_0_and_what_is_not_there_is_null(call: Call) -> None:
    done = call('firmness "He hopes to come" --format json')

    assert json.loads(done.out) == {
        "text": "He hopes to come",
        "lang": "en",
        "firmness": "endeavour",
        "voice": None,
        "speaker": "He",
        "matched": [
            {"words": "He", "start": 0, "end": 2, "role": "voice"},
            {"words": "hopes to", "start": 3, "end": 11, "role": "verb"},
        ],
        "reasons": [
            '"hopes to": endeavour',
            'one side speaks, which one is not told: "He"',
        ],
    }


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (
            'firmness "Die Minister kamen überein" --lang de',
            2,
            'no list of words for "de": there is one for',
        ),
        ("firmness x --format xml", 2, "there is terminal and json"),
        ("--ledger nowhere firmness x", 3, "--ledger nowhere holds no dipltrack.toml"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(
    line: str, code: int, told: str, call: Call
) -> None:
    done = call(line)

    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_lines_are_answered_one_by_one_and_a_wrong_one_stops_nothing(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        "en\tThey agreed to meet\n",
        "一致した\r\n",
        "xx\tThey\n",
        "\n",
        "\tThey hope to meet",
    ]
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(lines)))

    done = call("firmness -")

    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer.get("firmness", "error") for answer in answers] == [
        "agreement",
        "agreement",
        "error",
        None,
        "endeavour",
    ]
    assert [answer["lang"] for answer in answers] == ["en", "ja", "xx", "en", "en"]


def test_the_list_of_the_ledger_holds_and_a_broken_one_is_told(desk: Call) -> None:
    assert desk('firmness "They look forward to the visit"').out.startswith("statement\n")
    Path("desk/firmness.toml").write_text(OWN, encoding="utf-8")
    assert desk('firmness "They look forward to the visit"').out.startswith("plan\n")
    Path("desk/firmness.toml").write_text(OWN.replace("plan", "plann"), encoding="utf-8")

    done = desk('firmness "They look forward to the visit"')

    assert (done.code, done.out) == (3, "")
    assert done.err.endswith('— did you mean "plan"?\n')
    assert "firmness.toml:4: " in done.err


# What is proposed where a passage is filed without it


def filed(desk: Call, ref: str) -> tuple[object, object]:
    """Firmness and voice as they were filed."""
    item = json.loads(desk(f"show {ref} --format json").out)
    return item["firmness"], item["voice"]


def test_without_a_terminal_nothing_is_filed_by_guess_and_the_option_is_named(desk: Call) -> None:
    done = desk(f'add "Hold a second round" -m TR-2017 --wording "{PASSAGE}"')

    assert done.code == 0
    assert done.err == (
        "dipltrack: the wording reads as plan, from “agreed in principle to”; joint, from “The two "
        "sides”: dipltrack update TR-20171228-5 --on 2017-12-28 --set firmness=plan --set "
        "voice=joint files it so\n"
    )
    assert filed(desk, "5") == (None, None)
    assert desk(done.err.split("dipltrack ")[-1].removesuffix(" files it so\n")).code == 0
    assert filed(desk, "5") == ("plan", "joint")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--firmness plan --voice joint", ""),
        (
            "--firmness agreement",
            "reads as joint, from “The two sides”: ",
        ),
        ("--voice joint", "reads as plan, from “agreed in principle to”: "),
    ],
)
def test_only_what_was_not_given_is_proposed(options: str, told: str, desk: Call) -> None:
    desk("document add TR-2017 sankei")

    for command in ('add "Hold a second round" -m TR-2017', "record 1 --source sankei"):
        done = desk(f'{command} --wording "{PASSAGE}" {options}')
        assert done.code == 0
        assert told in done.err
        assert bool(told) is bool(done.err)


@pytest.mark.parametrize("passage", ["", "Die Minister kamen überein", "Weather"])
def test_words_that_tell_nothing_propose_nothing(passage: str, desk: Call) -> None:
    done = desk(f'add "Hold a second round" -m TR-2017 --wording "{passage}"')

    assert (done.code, done.err) == (0, "")


def test_a_voice_that_the_settings_give_is_not_proposed(desk: Call) -> None:
    with Path("desk/dipltrack.toml").open("a", encoding="utf-8") as file:
        file.write('\n[default]\nvoice = "ours"\n')

    done = desk(f'add "Hold a second round" -m TR-2017 --wording "{PASSAGE}" --firmness plan')

    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("language", "wording", "told"),
    [
        ("ja", "会合を開催することで一致した", True),
        ("en-GB", PASSAGE, True),
        ("ja", PASSAGE, True),
        ("tr", PASSAGE, True),
        ("zh", "双方就此達成合意", False),
        ("tr", "iki taraf mutabik kaldi", False),
    ],
)
def test_a_passage_is_read_in_the_language_of_its_document_else_of_its_words(
    language: str, wording: str, *, told: bool, desk: Call
) -> None:
    desk(f"document add TR-2017 communique --language {language}")

    done = desk(f'add "Meet" -m TR-2017 --source communique --wording "{wording}"')

    assert done.code == 0
    assert ("the wording reads as" in done.err) is told


def test_a_broken_list_is_told_and_proposes_nothing(desk: Call) -> None:
    Path("desk/firmness.toml").write_text(OWN.replace("plan", "plann"), encoding="utf-8")

    done = desk(f'add "Hold a second round" -m TR-2017 --wording "{PASSAGE}"')

    assert done.code == 0
    assert done.err.startswith("dipltrack: firmness.toml:4: ")
    assert len(done.err.splitlines()) == 1


BILATERAL = ("JP", "TR")
MANY = ("JP", "TR", "KR")


@pytest.mark.parametrize(
    ("voice", "issuer", "form", "parties", "filed"),
    [
        (Voice.JOINT, "TR", Form.MEETING, BILATERAL, Voice.JOINT),
        (Voice.JOINT, "TR", Form.STATEMENT, BILATERAL, None),
        (Voice.OURS, None, Form.MEETING, BILATERAL, Voice.OURS),
        (Voice.OURS, "JP", Form.MEETING, BILATERAL, Voice.OURS),
        (Voice.OURS, "TR", Form.MEETING, BILATERAL, Voice.THEIRS),
        (Voice.THEIRS, "TR", Form.MEETING, BILATERAL, Voice.OURS),
        (Voice.OURS, "TR", Form.MEETING, (), Voice.THEIRS),
        (Voice.OURS, "Sankei", Form.MEETING, BILATERAL, None),
        (Voice.THEIRS, "JP", Form.MEETING, MANY, None),
        (Voice.OURS, "TR", Form.MEETING, MANY, None),
        (None, "TR", Form.MEETING, BILATERAL, None),
    ],
)
def test_our_side_in_their_record_is_theirs(
    voice: Voice | None,
    issuer: str | None,
    form: Form,
    parties: tuple[str, ...],
    filed: Voice | None,
) -> None:
    day = date(2017, 12, 28)
    meeting = Meeting(ref="TR-20171228", title="Meeting", date=day, form=form, parties=parties)
    document = Document(name="release", issued_by=issuer)

    assert voice_for(voice, meeting, document, "JP") is filed


def test_we_at_a_press_conference_is_one_side() -> None:
    meeting = Meeting(ref="TR-20171228", title="Meeting", date=date(2017, 12, 28))
    conference = Document(name="remarks", instrument=Instrument.PRESS_CONFERENCE)

    assert voice_for(Voice.JOINT, meeting, conference, "JP") is None
    assert voice_for(Voice.JOINT, meeting, None, "JP") is Voice.JOINT


@pytest.mark.parametrize(
    ("passage", "voice"),
    [
        ("The Japanese side will provide equipment", "ours"),
        ("The Turkish side will host the next meeting", "theirs"),
        ("Türkiye will host the next meeting", "theirs"),
        ("トルコ側は、早期の批准を約束した", "theirs"),
        ("日本側から、支援を実施する旨述べた", "ours"),
    ],
)
def test_a_side_that_is_named_by_its_country_is_ours_or_theirs(
    passage: str, voice: str, desk: Call
) -> None:
    done = desk(f'add "Do it" -m TR-2017 --wording "{passage}"')

    assert done.code == 0
    assert f"voice={voice} files it so" in done.err


@pytest.mark.parametrize(
    "passage", ["Minister Kono will provide equipment", "The Korean side will host it"]
)
def test_a_person_or_another_country_is_no_side(passage: str, desk: Call) -> None:
    done = desk(f'add "Do it" -m TR-2017 --wording "{passage}"')

    assert "--set firmness=agreement files it so" in done.err
    assert "voice=" not in done.err
