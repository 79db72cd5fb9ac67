"""Bodies, dossiers, documents and meetings at the command line: filed, listed, shown, refused."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import Call


def settings_of(tmp_path: Path) -> dict[str, Any]:
    """The settings of the ledger as they stand in its file."""
    return tomllib.loads((tmp_path / "desk" / "dipltrack.toml").read_text(encoding="utf-8"))


def file_of(tmp_path: Path, path: str) -> dict[str, Any]:
    """A meeting's file as it stands."""
    return tomllib.loads((tmp_path / "desk" / path).read_text(encoding="utf-8"))


# Bodies and dossiers


def test_a_body_is_registered_with_all_that_is_known(desk: Call, tmp_path: Path) -> None:
    done = desk(
        'body add MoE --party tr --title "Ministry of Economy" --mail post@example.org '
        "--remind mail --until 2018-07-09 --successor MoT"
    )

    assert done.code == 0
    assert done.err == (
        "dipltrack: MoE is of TR: a mail goes to our own posts alone, so a draft is written for an "
        "officer\n"
    )
    assert done.out == "MoE  Ministry of Economy, of TR\n  file    desk/dipltrack.toml\n"
    listed = json.loads(desk("body list --format json").out)
    assert (listed["schema"], listed["as_of"]) == (1, "2018-02-02")
    (body,) = listed["bodies"]
    assert {key: body[key] for key in sorted(body) if key not in {"id", "recorded"}} == {
        "by": "kt",
        "mail": "post@example.org",
        "name": "MoE",
        "party": "TR",
        "remind": "mail",
        "successor": "MoT",
        "title": "Ministry of Economy",
        "until": "2018-07-09",
    }
    assert len(settings_of(tmp_path)["body"]) == 1


def test_a_body_is_ours_unless_told_otherwise_and_a_later_one_replaces_it(
    desk: Call, tmp_path: Path
) -> None:
    assert desk("body add ME1").out.splitlines()[0] == "ME1  of JP"
    assert desk('body add ME1 --title "First Middle East Division"').code == 0

    listed = desk("body list").out
    assert listed.count("ME1") == 1
    assert "First Middle East Division" in listed
    assert [body["party"] for body in settings_of(tmp_path)["body"]] == ["JP", "JP"]


def test_the_list_of_bodies_says_who_is_mailed(desk: Call) -> None:
    desk("body add ME1 --mail me1@example.org --remind mail")
    desk("body add METI --mail meti@example.org")

    rows = {row.split()[0]: row.split() for row in desk("body list").out.splitlines() if row}
    assert rows["ME1"][2:4] == ["me1@example.org", "mail"]
    assert rows["METI"][2:4] == ["meti@example.org", "draft"]


def test_a_dossier_is_registered_and_a_later_one_replaces_it(desk: Call) -> None:
    assert desk("dossier add EPA").out == "EPA\n  file    desk/dipltrack.toml\n"
    done = desk('dossier add EPA --title "Economic Partnership Agreement" --lead METI')

    assert done.out.splitlines()[0] == "EPA  Economic Partnership Agreement"
    (dossier,) = json.loads(desk("dossier list --format json").out)["dossiers"]
    assert (dossier["title"], dossier["lead"]) == ("Economic Partnership Agreement", "METI")
    assert "Economic Partnership Agreement" in desk("dossier list").out


def test_an_empty_register_names_the_command(desk: Call) -> None:
    assert "dipltrack body add NAME --party CODE" in desk("body list").out
    assert "dipltrack dossier add NAME --title TITLE" in desk("dossier list").out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('body add "  "', '"  " is no name of a body: write one such as ME1'),
        ("body add ME1,METI", '"ME1,METI" is no name of a body'),
        ("body add ME1 --remind fax", '--remind: "fax" is not known: write mail or draft'),
        ("body add ME1 --until someday", "--until: "),
        ("body add 'ME\x1b1'", "the name of the body holds the control character U+001B"),
        ("body add ME1 --title 'x\x00'", "--title holds the control character U+0000"),
        ('dossier add ""', "the name of the dossier is empty: write one such as EPA"),
        ("body list --format xml", "--format xml: there is terminal, "),
        ("body add", "See dipltrack body add --help."),
    ],
)
def test_what_cannot_be_registered_is_refused_in_a_line(
    line: str, told: str, desk: Call, tmp_path: Path
) -> None:
    before = settings_of(tmp_path)

    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert settings_of(tmp_path) == before


@pytest.mark.parametrize("party", ["Turkey!", "", "x\x1b"])
def test_the_party_of_a_body_is_a_code(party: str, desk: Call) -> None:
    assert desk(f"body add MoE --party '{party}'").code == 2


# Documents


def test_a_document_is_filed_beside_the_others(desk: Call, tmp_path: Path) -> None:
    done = desk(
        'document add TR-2017 sankei --issued-by Sankei --instrument "news report" --language en '
        '--document-title "Japan, Türkiye to talk" --address https://example.org '
        '--document-date "29 December 2017"'
    )

    assert (done.code, done.err) == (0, "")
    assert done.out == "TR-20171228/sankei  news report\n  file    desk/TR/2017-12-28.toml\n"
    filed = file_of(tmp_path, "TR/2017-12-28.toml")["document"][-1]
    assert (filed["issued_by"], filed["title"], filed["language"]) == (
        "Sankei",
        "Japan, Türkiye to talk",
        "en",
    )
    assert str(filed["date"]) == "2017-12-29"
    assert "sankei" in desk("meeting show TR").out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("document add TR-2017 release", "TR-20171228 has a document release already"),
        ("document add US-2017 sankei", '"US-2017" fits no meeting'),
        ('document add TR-2017 "two words"', '"two words" is no name of a document: one word'),
        ("document add TR-2017 a/b", '"a/b" is no name of a document'),
        ('document add TR-2017 ""', '"" is no name of a document'),
        ("document add TR-2017 x --instrument letter", '--instrument: "letter" is not known'),
        ("document add TR-2017 x --document-date soon", "--document-date: "),
    ],
)
def test_what_is_no_document_is_refused(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err


# Meetings


def test_a_meeting_of_several_days_with_many_parties(desk: Call, tmp_path: Path) -> None:
    done = desk(
        "meeting add --partner asean+3 --from 2018-11-14 --date 2018-11-15 --title Summit "
        "--parties cn,kr --parties sg --level leaders --place Singapore --form meeting"
    )

    assert done.code == 0
    assert "warning: 2018-11-15 is still to come" in done.err
    assert done.out == "ASEAN+3-20181115  Summit\n  file    desk/ASEAN+3/2018-11-15.toml\n"
    filed = file_of(tmp_path, "ASEAN+3/2018-11-15.toml")["meeting"]
    assert filed["parties"] == ["JP", "CN", "KR", "SG"]
    assert (str(filed["from"]), filed["level"]) == ("2018-11-14", "leaders")
    assert "14–15 Nov 2018" in desk("meeting show ASEAN --as-of 2019-01-01").out


@pytest.mark.parametrize(
    ("options", "parties"),
    [
        ("--partner TR", ["JP", "TR"]),
        ("--partner tr --parties TR", ["JP", "TR"]),
        ("--partner TR --parties JP,TR,DE", ["JP", "TR", "DE"]),
        ("--partner G20", ["JP"]),
        ("--partner JP", ["JP"]),
    ],
)
def test_we_always_took_part(options: str, parties: list[str], desk: Call, tmp_path: Path) -> None:
    done = desk(f"meeting add {options} --date 2019-06-29 --title Talks")
    partner = done.out.split("-")[0]

    assert file_of(tmp_path, f"{partner}/2019-06-29.toml")["meeting"]["parties"] == parties


def test_a_second_meeting_of_a_day_gets_a_letter(desk: Call) -> None:
    done = desk("meeting add --partner TR --date 2017-12-28 --title Dinner")

    assert done.out == (
        "TR-20171228b  Dinner\n  file    desk/TR/2017-12-28b.toml\n"
        "  note    the b says that another meeting of that day with TR is on file\n"
    )


def test_what_nobody_should_type_nine_times_is_taken_from_the_settings(
    desk: Call, tmp_path: Path
) -> None:
    with (tmp_path / "desk" / "dipltrack.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[default]\npartner = "TR"\nplace = "Tokyo"\nlevel = "working"\nissued_by = "JP"\n'
            'instrument = "readout"\nlanguage = "ja"\nlead = "ME1"\ncounterpart = "TR-MFA"\n'
            'sector = "politics"\nvoice = "joint"\n'
        )
    assert desk("meeting add --date 2019-06-29 --title Talks --document readout").code == 0
    assert desk('add "Keep in touch" -m TR-2019').code == 0

    filed = file_of(tmp_path, "TR/2019-06-29.toml")
    assert (filed["meeting"]["place"], filed["meeting"]["level"]) == ("Tokyo", "working")
    assert [filed["document"][0][key] for key in ("issued_by", "instrument", "language")] == [
        "JP",
        "readout",
        "ja",
    ]
    assert [filed["commitment"][0][key] for key in ("lead", "counterpart", "sector", "voice")] == [
        "ME1",
        "TR-MFA",
        "politics",
        "joint",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("meeting add", "--partner and --date and --title needed: with whom, when, what was it?"),
        ("meeting add --partner TR --date 2018-01-01", "--title needed"),
        ("meeting add --partner T --date 2018-01-01 --title M", '--partner "T" is no code'),
        ("meeting add --partner TR --date 2018-01-01 --title M --parties T", "is no code"),
        ("meeting add --partner UK --date 2018-01-01 --title M", "did you mean GB?"),
        ("meeting add --partner USA --date 2018-01-01 --title M", "did you mean US?"),
        ("meeting add --partner Turkey --date 2018-01-01 --title M", "did you mean TR?"),
        ("meeting add --partner 日本 --date 2018-01-01 --title M", "did you mean JP?"),
        ("meeting add --partner QQ --date 2018-01-01 --title M", "--partner QQ is no country"),
        ("meeting add --partner CON --date 2018-01-01 --title M", "Windows lets no folder"),
        ("body add FCDO --party UK", "did you mean GB?"),
        (
            "meeting add --partner TR --date 2018-01-01 --from 2018-01-02 --title M",
            "--from 2018-01-02 is after --date 2018-01-01",
        ),
        ("meeting add --partner TR --date 2018-02-30 --title M", "--date"),
        ("meeting add --partner TR --date 2018-01-01 --title M --level kings", "--level"),
        ("meeting add --partner TR --date 2018-01-01 --title M --form fax", "--form"),
        ("meeting add --partner TR --date 2018-01-01 --title 'M\x1b'", "control character U+001B"),
        ("meeting show TR-2018", '"TR-2018" fits no meeting'),
        ("meeting show", "See dipltrack meeting show --help."),
        ("meeting whaling", "whaling"),
    ],
)
def test_what_is_no_meeting_is_refused(line: str, told: str, desk: Call, tmp_path: Path) -> None:
    before = sorted((tmp_path / "desk" / "TR").iterdir())

    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert sorted((tmp_path / "desk" / "TR").iterdir()) == before


def test_meetings_as_json(desk: Call) -> None:
    listed = json.loads(desk("meeting list --format json").out)
    shown = json.loads(desk("meeting show TR --format json").out)

    (meeting,) = listed["meetings"]
    assert (listed["schema"], listed["as_of"]) == (1, "2018-02-02")
    assert (meeting["ref"], meeting["file"]) == ("TR-20171228", "TR/2017-12-28.toml")
    assert (meeting["items"], meeting["open"]) == (4, 4)
    assert [document["name"] for document in meeting["documents"]] == ["release"]
    assert shown["meeting"] == meeting
    assert [item["ref"][-1] for item in shown["items"]] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("options", "count"),
    [("", 1), ("--partner tr", 1), ("--partner US", 0), ("--as-of 2017-12-27", 0)],
)
def test_the_list_of_meetings_is_narrowed(options: str, count: int, desk: Call) -> None:
    assert desk(f"meeting list {options}").out.count("TR-20171228") == count


def test_a_new_ledger_has_no_meeting_to_file_under(call: Call) -> None:
    assert call("init desk --name Desk --party JP").code == 0

    done = call('--ledger desk add "Hold it"')

    assert (done.code, "no meeting is on file yet" in done.err) == (2, True)


def test_of_several_meetings_one_must_be_named(desk: Call) -> None:
    assert desk("meeting add --partner TR --date 2018-01-29 --title Talks").code == 0

    done = desk('add "Hold it"')

    assert done.code == 2
    assert "of which one? The last are TR-20171228, TR-20180129" in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--source relase", '"relase" is no document of TR-20171228: its documents are release'),
        ("--every fortnight", '--every "fortnight": write years or months, as "1 year"'),
        ("--report-every 0", "--report-every 0: write at least 1 day"),
        ("--firmness strong", "--firmness"),
        ("--kind twice", "--kind"),
        ("--review-on soon", "--review-on"),
        ("--when 'maybe some day or so'", "maybe some day or so"),
        ("--wording 'a\x1b'", "--wording holds the control character U+001B"),
        ("-m US", '"US" fits no meeting'),
    ],
)
def test_what_is_no_item_is_refused(options: str, told: str, desk: Call) -> None:
    done = desk(f'add "Hold it" {options}')

    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_an_empty_title_is_refused(desk: Call) -> None:
    assert "the title is empty" in desk('add "  "').err


@pytest.mark.parametrize(
    ("options", "every", "kind"),
    [
        ("--every yearly", "1 year", "recurring"),
        ('--every "6 months" --kind recurring', "6 months", "recurring"),
        ("--every '2 Years'", "2 years", "recurring"),
        ("--when annually --every '2 years'", "2 years", "recurring"),
        ("--every year --kind continuing", "1 year", "continuing"),
    ],
)
def test_a_period_makes_an_item_recur(
    options: str, every: str, kind: str, desk: Call, tmp_path: Path
) -> None:
    assert desk(f'add "Meet" {options}').code == 0

    filed = file_of(tmp_path, "TR/2017-12-28.toml")["commitment"][-1]
    assert (filed["every"], filed["kind"], filed["class"]) == (every, kind, "recurring")


@pytest.mark.parametrize("partner", ["BRICS", "ARF", "AUKUS"])
def test_an_organisation_is_no_country_whose_seasons_are_meant(partner: str, desk: Call) -> None:
    assert desk(f"meeting add --partner {partner} --date 2018-01-01 --title Summit").code == 0

    filed = desk(f'add "Hold a festival" -m {partner}-2018 --when "next spring"').out

    assert "2018-03-01/2018-05-31" in filed


@pytest.mark.parametrize(
    "line",
    [
        "add Hold --lead 'ME\x1b[2J1'",
        "add Hold --support 'ME\x1b[2J1'",
        "add Hold --counterpart 'ME\x1b[2J1'",
        "add Hold --voice 'o\x1b[2Jurs'",
        "update 1 --set 'title=Hold\x1b[2J it'",
        "update 1 --set 'lead=ME\x1b[2J1'",
    ],
)
def test_control_characters_are_refused_wherever_they_are_typed(line: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, "control character U+001B" in done.err) == (2, True)


def test_a_circle_of_restatements_hides_nothing(desk: Call, tmp_path: Path) -> None:
    assert desk('add "Hold it again" --restates TR-20171228-1').code == 0
    file = tmp_path / "desk" / "TR" / "2017-12-28.toml"
    text = file.read_text(encoding="utf-8")
    first = 'ref = "TR-20171228-1"\n'
    file.write_text(text.replace(first, f'{first}restates = "TR-20171228-5"\n', 1))

    listed = json.loads(desk("list --format json").out)["items"]

    assert {item["ref"][-1] for item in listed} & {"1", "5"}


def test_a_party_is_a_country_that_there_is(call: Call) -> None:
    assert "--party XX is no country of ISO 3166" in call("init desk --name D --party XX").err
    for party in ("EU", "UN", "xk"):
        assert call(f"init {party} --name D --party {party}").code == 0


def test_an_item_of_a_body_that_had_ended_names_its_successor(desk: Call) -> None:
    desk("body add ME2")
    desk("body add ME0 --until 2017-03-31 --successor ME2")
    desk("body add ME1 --until 2018-01-31 --successor ME2")

    ended = desk('add "Send the minutes" -m TR-2017 --lead ME0')
    not_yet = desk('add "Send the list" -m TR-2017 --lead ME1')

    assert ended.code == 0
    told = "lead = ME0 ended on 2017-03-31, before the meeting: ME2 has taken over"
    assert told in ended.err
    assert not_yet.err == ""


def test_the_names_in_a_registration_are_held_against_the_bodies(desk: Call) -> None:
    desk("body add METI")

    assert 'lead = "METTI" is no body' in desk("dossier add EPA --lead METTI").err
    assert 'successor = "METTI" is no body' in desk("body add ME1 --successor METTI").err
    assert desk("dossier add EPA --lead METI").err == ""
    assert desk("body add ME1 --successor METI").err == ""
