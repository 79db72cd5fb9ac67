"""Questions at the command line: filters, orders, refs, what is shown literally."""

import json

import pytest

from tests.cli.calls import Call


def refs(desk: Call, options: str) -> list[str]:
    """The numbers of the items that the list shows."""
    done = desk(f"list --format json {options}")
    assert done.code == 0, done.err
    return [item["ref"].rpartition("-")[2] for item in json.loads(done.out)["items"]]


@pytest.fixture
def lived(desk: Call) -> Call:
    for line in (
        "fulfil 1 --on 2018-01-29 --evidence release",
        'note 2 --note "The negotiators look at dates." --next-move theirs',
    ):
        assert desk(line).code == 0
    return desk


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("", "1 2 3 4"),
        ("--open", "2 3 4"),
        ("--closed", "1"),
        ("--all", "1 2 3 4"),
        ("--partner tr", "1 2 3 4"),
        ("--partner US", ""),
        ("--meeting TR-20171228", "1 2 3 4"),
        ("--meeting TR", "1 2 3 4"),
        ("--meeting tr-2017", "1 2 3 4"),
        ("--meeting TR-2018", ""),
        ("--sector politics --sector economy", "1 2"),
        ("--sector politics,culture", "1 3"),
        ("--lead METI", "2"),
        ("--status fulfilled", "1"),
        ("--status no-report", "2 3 4"),
        ("--timeliness in-window", "1 2"),
        ("--timeliness continuing", "4"),
        ("--firmness plan,statement", "1 2 3"),
        ("--kind continuing", "4"),
        ("--voice joint", "1"),
        ("--next-move theirs", "2"),
        ("--promised", "1 2 4"),
        ("--also-said", "3"),
        ("--text negotiators", "2"),
        ('--text "ANKARA festival"', "3"),
        ("--due-from 2018-03-01", "2 3"),
        ("--due-to 2018-02-01", "1 2"),
        ("--due-from 2018-02-15 --due-to 2018-06-01", "2 3"),
        ("--sort latest", "1 3 2 4"),
        ("--sort rag --open", "3 4 2"),
        ("--sort updated", "2 1 3 4"),
        ("--sort title", "2 3 1 4"),
    ],
)
def test_the_list_is_narrowed_and_ordered(options: str, found: str, lived: Call) -> None:
    assert refs(lived, options) == found.split()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("list --status done", "--status"),
        ("list --firmness agrement", "did you mean agreement?"),
        ("list --sort colour", "--sort"),
        ("list --columns ref,tittle", "did you mean title?"),
        ("list --as-of someday", "--as-of"),
        ("list --format xml", "there is terminal, "),
        ("list --nothing", "See dipltrack list --help."),
        ("show hold", '"hold" fits 3 items: TR-20171228-1 (Hold the first Security Dialogue)'),
        ("show whaling", '"whaling" fits no item'),
        ("meeting show US", '"US" fits no meeting'),
        ("due --within soon", "write days or weeks"),
        ("lst", "did you mean list?"),
        ("undo ZZZZZZZZ", "there is no entry"),
    ],
)
def test_a_wrong_question_is_told_in_a_line(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    "ref", ["TR-20171228-1", "tr-20171228-1", "20171228-1", "1", "security", "DIALOGUE first"]
)
def test_an_item_is_meant_by_its_ref_a_part_of_it_or_words(ref: str, desk: Call) -> None:
    assert desk(f'show "{ref}"').out.startswith("TR-20171228-1  Hold the first")


def test_words_mean_an_open_item_first(lived: Call) -> None:
    assert lived('add "Hold the second Security Dialogue" -m TR-2017').code == 0

    assert lived("show security").out.startswith("TR-20171228-5  Hold the second")


def test_no_ledger_is_an_error_with_the_mend(call: Call) -> None:
    done = call("list")

    assert done.code == 3
    assert done.err == (
        "dipltrack: there is no ledger here or above: dipltrack init DIR makes one\n"
    )


def test_a_ledger_that_is_not_there_is_named(call: Call) -> None:
    done = call("--ledger nowhere list")

    assert done.code == 3
    assert "--ledger nowhere holds no dipltrack.toml: dipltrack init nowhere" in done.err


def test_known_by_leaves_out_what_was_entered_later(lived: Call) -> None:
    before = json.loads(lived("list --known-by 2018-02-01 --format json").out)

    assert before == {"schema": 1, "as_of": "2018-02-02", "known_by": "2018-02-01", "items": []}


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize(
    "title",
    [
        "Hold [red]the[/red] :boom: dialogue",
        "日本・トルコ外相会談を来年1月下旬に開催することで一致した件について",
        "Wording of “quotes”, <tags> & more 🎎🇯🇵 " + "x" * 70,
    ],
)
def test_text_is_shown_literally_and_no_line_is_too_wide(
    title: str, width: int, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.cells import cell_len

    assert desk(f"add '{title}' -m TR-2017 --when 'next spring'").code == 0
    monkeypatch.setenv("COLUMNS", str(width))

    for line in ("list", "due", "show 5", "meeting show TR", "meeting list"):
        printed = desk(line).out
        assert all(cell_len(one) <= width for one in printed.splitlines()), line
    folded = "".join(desk("show 5").out.split())
    assert "".join(title.split()) in folded


def test_hidden_characters_of_a_hand_are_made_visible(desk: Call) -> None:
    from pathlib import Path

    file = Path("desk/TR/2017-12-28.toml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Intensify", "Inten\\u001b[2Jsify\\u202e"), encoding="utf-8")

    done = desk("list")

    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert "‹U+001B›" in "".join(done.out.split())


def test_the_agenda_asks_for_attention_only_where_wanted(desk: Call) -> None:
    assert desk("due").code == 0
    assert desk("due --exit-code").code == 1
    assert desk("due --exit-code --as-of 2018-01-01").code == 0


def test_the_agenda_as_json_says_in_which_group_an_item_stands(desk: Call) -> None:
    agenda = json.loads(desk("due --format json").out)

    assert {item["ref"][-1]: item["group"] for item in agenda["items"]} == {
        "1": "overdue",
        "2": "in-window",
        "3": "also-said",
        "4": "in-hand",
    }


# Filters that say nothing, or two things


@pytest.mark.parametrize("options", ["--open --closed", "--promised --also-said"])
def test_filters_that_leave_nothing_are_refused(options: str, desk: Call) -> None:
    done = desk(f"list {options}")

    assert (done.code, done.out) == (2, "")
    assert "not both" in done.err


def test_a_filter_of_the_agenda_that_fits_nothing_is_no_empty_ledger(desk: Call) -> None:
    assert "No item fits." in desk("due --lead MOFAA").out
    assert "dipltrack meeting add" not in desk("due --lead MOFAA").out


@pytest.mark.parametrize("command", ["list", "due"])
def test_our_own_party_narrows_nothing_and_it_is_said(command: str, desk: Call) -> None:
    assert "--partner JP: that is our own party" in desk(f"{command} --partner jp").err
    assert desk(f"{command} --partner TR").err == ""


def test_a_word_is_known_by_its_beginning(desk: Call) -> None:
    assert desk("list --timeliness lat").code == 0
    assert desk("list --timeliness o").code == 0


# The log


@pytest.mark.parametrize(
    ("ref", "count"),
    [
        ("1", 2),
        ("TR-20171228-1", 2),
        ("20171228-1", 2),
        ("TR-2017", 7),
        ("tr-20171228", 7),
        ("TR", 7),
    ],
)
def test_the_log_takes_refs_as_other_commands_do(ref: str, count: int, desk: Call) -> None:
    desk("start 1")

    entries = json.loads(desk(f"log --format json --ref {ref}").out)["entries"]

    assert len(entries) == count


def test_a_ref_that_fits_nothing_is_told_by_the_log(desk: Call) -> None:
    assert (desk("log --ref 9").code, '"9" fits no item' in desk("log --ref 9").err) == (2, True)


def test_the_log_says_in_words_what_was_taken_back_and_of_what(desk: Call) -> None:
    desk("document add TR-2017 sankei")
    assert ", TR-20171228/sankei: document, sankei" in desk("undo").out
    desk("ask 1 --to METI")
    assert ", TR-20171228-1: asked on 2018-02-02" in desk("undo").out

    log = desk("log").out

    assert "takes back" in log
    told = [entry for entry in log.splitlines() if "takes back" in entry]
    assert "TR-20171228-1 " in told[0]
    assert "TR-20171228/sankei " in told[1]
    assert "  Id" in log


# Two files of one ref, files that cannot be read


def test_two_files_of_one_ref_are_named(desk: Call) -> None:
    from pathlib import Path

    file = Path("desk/TR/2017-12-28.toml")
    Path("desk/TR/again.toml").write_bytes(file.read_bytes())

    assert (
        "TR-20171228 is the ref of 2 meetings, in TR/2017-12-28.toml and TR/again.toml"
        in desk("meeting show TR-2017").err
    )


def test_what_lies_in_a_broken_file_may_be_there_all_the_same(desk: Call) -> None:
    from pathlib import Path

    desk("meeting add --partner TR --date 2018-01-29 --title Second")
    desk('add "Hold it again" -m TR-2018 --follows TR-20171228-1')
    Path("desk/TR/2017-12-28.toml").write_text("schema = 1\n[meeting\n", encoding="utf-8")

    assert "is no item of this ledger" not in desk("check").out
    for asked in ("show TR-20171228-1", "note 'EPA round' --note x", "meeting show TR-20171228"):
        assert ", but TR/2017-12-28.toml cannot be read: dipltrack check" in desk(asked).err, asked


def test_a_link_that_leads_nowhere_is_told_as_such(desk: Call) -> None:
    from pathlib import Path

    Path("desk/TR/2018-01-01.toml").symlink_to("nowhere.toml")

    assert "it is a link that leads nowhere — remove it" in desk("check").out


# Overlong titles, words broken by the shell


def test_a_title_of_a_paragraph_is_refused(desk: Call) -> None:
    done = desk(f"add '{'x' * 5000}' -m TR-2017")

    assert done.code == 2
    assert "5,000 letters" in done.err
    assert "--wording" in done.err


def test_an_overlong_title_of_a_hand_is_clipped_in_tables(desk: Call) -> None:
    from pathlib import Path

    file = Path("desk/TR/2017-12-28.toml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Intensify", f"Intensify {'x' * 5000}"), encoding="utf-8")

    assert desk("list").out.count("x") < 310
    assert "…" in desk("list").out


@pytest.mark.parametrize(
    "line",
    [
        "add “Hold the first” -m TR-2017",
        "note 1 --note “Heard of it.”",
        "meeting set TR-2017 --title ‘Foreign Ministers’",
    ],
)
def test_curly_quotes_are_told_to_hold_no_words_together(line: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert "curly quotes do not hold words together: type straight ones" in done.err


def test_a_field_that_is_set_is_told_with_its_old_and_new_value(desk: Call) -> None:
    done = desk("update 1 --set lead=METI --set track=yes")

    assert "  2018-02-02  changed\n    lead: ME1 → METI\n    track: no → yes\n" in done.out


@pytest.mark.parametrize("line", ["list", "list --sort title", "due", "list --text epa --limit 1"])
def test_what_is_streamed_is_the_json_that_it_says(line: str, desk: Call) -> None:
    printed = desk(f"{line} --format json").out

    assert printed == json.dumps(json.loads(printed), ensure_ascii=False, indent=2) + "\n"
    assert json.loads(printed)["items"]


def test_an_empty_stream_is_an_empty_list(desk: Call) -> None:
    assert desk("list --status withdrawn --format json").out.endswith('"items": []\n}\n')


@pytest.mark.parametrize(
    ("line", "count"),
    [("list --limit 2", 2), ("list --limit 0", 0), ("list --sort latest --limit 3", 3)],
)
def test_a_limit_holds_in_a_pipe_too(line: str, count: int, desk: Call) -> None:
    assert len(json.loads(desk(f"{line} --format json").out)["items"]) == count
    assert desk(line).out.count("TR-20171228-") == count
    assert f"… {4 - count} more (--all)" in desk(line).out


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("SECURITY dialogue", "TR-20171228-1"),
        ("Ｓｅｃｕｒｉｔｙ", "TR-20171228-1"),
        ("metı", "TR-20171228-2"),
        ("éarly-level", None),
        ("culture ANKARA", "TR-20171228-3"),
        ("ministers’ high-level", "TR-20171228-4"),
        ("Asahi", "TR-20171228-1"),
        ("cable/7", "TR-20171228-2"),
        ("sought MOFA", "TR-20171228-4"),
    ],
)
def test_words_are_looked_for_wherever_an_officer_expects_them(
    words: str, ref: str | None, desk: Call
) -> None:
    desk('document add TR-2017 sankei --issued-by JP --instrument "news report"')
    desk('record TR-20171228-1 --source sankei --wording "as Asahi has it"')
    desk('note TR-20171228-2 --registry CABLE/7 --says "It goes on."')
    desk('update TR-20171228-4 --seek "what is sought" --from MOFA')

    listed = desk(f"list {words} --columns ref")

    assert [line for line in listed.out.split() if line.startswith("TR-")] == (
        [ref] if ref else []
    )
    assert desk(f'list --text "{words}" --columns ref').out == listed.out


def test_an_item_is_meant_by_words_in_whatever_letters(desk: Call) -> None:
    desk('add "Open the İstanbul office" -m TR-2017')

    for words in ("istanbul office", "ISTANBUL", "İSTANBUL", "ıstanbul"):
        assert "TR-20171228-5" in desk(f'note --match "{words}" --note n').out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "list --due-from 2018-03-01 --due-to 2018-02-01",
            "--due-from 2018-03-01 is after --due-to 2018-02-01",
        ),
        ("log --since 2018-03-01 --until 2018-02-01", "--since 2018-03-01 is after --until"),
    ],
)
def test_days_the_wrong_way_round_are_refused(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert done.code == 2
    assert told in done.err


def test_a_number_that_there_is_not_is_told_with_those_there_are(desk: Call) -> None:
    desk("meeting add --partner TR --date 2018-01-29 --title Consultations")

    assert desk("show TR-20171228-9").err == (
        'dipltrack: "TR-20171228-9" fits no item; TR-20171228 has 4 items: dipltrack meeting show '
        "TR-20171228\n"
    )
    assert "TR-20180129 has no item" in desk("show TR-20180129-1").err
    assert desk("show TR-20190101-1").err == (
        'dipltrack: "TR-20190101-1" fits no item: dipltrack list --all shows those on file\n'
    )


def test_the_log_names_the_evidence_of_an_entry_that_says_nothing_else(desk: Call) -> None:
    desk("fulfil 1 --on 2018-01-29 --evidence https://example.org/held")

    logged = desk("log --format md").out

    assert "Evidence: " in logged
    assert "https://example.org/held" in logged
