"""Two desks and a bare repository: what one entered the other has, whatever happens between."""

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.desks import Desks

PLANT = "add 'Build the plant' -m TR-2017"
UNIVERSITY = "add 'Open the university' -m TR-2017"
FILE = "TR/2017-12-28.toml"


def test_what_came_in_and_went_out_is_said_in_items(desks: Desks) -> None:
    desks.ok("kt", PLANT, "note 1 --note 'Heard of it.'", "sync")
    desks.ok("ms", UNIVERSITY)

    out = desks.ok("ms", "sync")

    assert out.splitlines() == [
        "in   1 item, 1 entry of kt",
        "  TR-20171228-2  new commitment: Build the plant",
        "  TR-20171228-1  note: Heard of it.",
        (
            "TR-20171228-2 “Open the university” of ms is TR-20171228-3 now: the other desk used "
            "TR-20171228-2 too"
        ),
        "out  1 item of ms",
        "  TR-20171228-3  new commitment: Open the university",
        "in step with origin (main)",
    ]
    desks.ok("kt", "sync")
    assert desks.texts("kt") == desks.texts("ms")
    assert desks.ok("kt", "sync").splitlines() == ["nothing is new", "in step with origin (main)"]


@pytest.mark.parametrize("also", [(), ("note 1 --note 'Heard of it.'",)])
def test_a_desk_is_told_of_its_item_that_another_desk_numbered_anew(
    also: tuple[str, ...], desks: Desks
) -> None:
    desks.ok("ms", UNIVERSITY)
    desks.ok("kt", PLANT, "sync", *also)
    desks.ok("ms", "sync")

    line = (
        "TR-20171228-2 “Build the plant” of kt is TR-20171228-3 now: the other desk used "
        "TR-20171228-2 too"
    )

    assert desks.ok("kt", "sync").splitlines().count(line) == 1
    assert line not in desks.ok("kt", "sync")


def test_an_undone_meeting_does_not_take_the_items_of_another_desk_with_it(desks: Desks) -> None:
    desks.ok("ms", "sync", PLANT, "sync")
    desks.ok("kt", "sync")

    while (done := desks("kt", "undo")).code == 0:  # its item, then the meeting
        assert "TR-20171228-1" in done.out

    assert done.code == 2
    assert "TR-20171228 holds items of ms, which would go with it: dipltrack undo " in done.err
    line = done.err.partition("dipltrack undo ")[2].split()[0]
    assert "with its 2 items" in desks.ok("kt", f"undo {line}")


def test_the_line_for_an_item_filed_twice_does_what_it_says(desks: Desks) -> None:
    desks.ok("kt", PLANT, "sync")
    desks.ok("ms", PLANT)

    told = next(line for line in desks.ok("ms", "sync").splitlines() if "looks like" in line)
    done = desks.ok("ms", told.partition("dipltrack ")[2])

    assert done.endswith("struck; its entries count for TR-20171228-2\n")
    assert desks.ok("ms", "show TR-20171228-2").startswith("TR-20171228-2  Build the plant\n")


def test_the_commit_says_who_entered_what(desks: Desks) -> None:
    desks.ok("kt", PLANT, "sync")

    assert desks.git("kt", "log", "-1", "--format=%B").strip() == (
        "kt: 1 item\n\nTR-20171228-2  new commitment: Build the plant"
    )


def test_reminders_that_were_issued_are_told_as_such_and_once(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-01T06:00:00+09:00")
    desks.ok("kt", PLANT, "sync")
    desks.ok("ms", "sync", "note 1 --note Heard.")
    desks.ok("kt", "remind")

    sent = desks.ok("kt", "sync")
    taken = desks.ok("ms", "sync")

    assert sent.splitlines()[0] == "out  2 reminders issued"
    assert desks.git("kt", "log", "-1", "--format=%B").strip() == "kt: 2 reminders issued"
    assert taken.splitlines()[0] == "in   2 reminders issued"
    assert desks.ok("ms", "remind") == ""
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-09-01T06:00:00+09:00")
    desks.ok("kt", "sync", "remind", "note 2 --note 'Heard too.'")
    desks.ok("ms", "remind")
    assert desks.ok("kt", "sync").splitlines()[0] == "out  1 entry, 2 reminders issued of kt"
    assert "2 reminders issued" not in desks.ok("ms", "sync")


def test_a_clone_is_set_up_by_its_first_sync(desks: Desks) -> None:
    assert "merge=dipltrack" in (desks.root / "ms" / ".gitattributes").read_text()

    desks.ok("ms", "sync")

    driver = desks.git("ms", "config", "--local", "merge.dipltrack.driver").strip()
    assert driver == "dipltrack merge-driver %O %A %B %P"


def test_a_repository_that_an_officer_made_by_hand_works_too(desks: Desks) -> None:
    desks.ok("ab", "init --name D --party JP")
    desks.git("ab", "init", "--quiet", "--initial-branch=main")
    desks.git("ab", "init", "--quiet", "--bare", "--initial-branch=main", "../ab.git")
    desks.git("ab", "remote", "add", "elsewhere", str(desks.root / "ab.git"))

    assert desks.ok("ab", "sync").splitlines()[-1] == "in step with elsewhere (main)"


def test_only_what_belongs_to_the_ledger_goes_out(desks: Desks) -> None:
    (desks.root / "kt" / "TR" / "letter.docx").write_text("draft")
    (desks.root / "kt" / "notes.txt").write_text("mine")

    desks.ok("kt", PLANT, "sync")

    listed = desks.git("kt", "ls-files").split()
    assert listed == [".gitattributes", ".gitignore", FILE, "dipltrack.toml"]


def test_both_desks_filed_the_meeting_and_it_is_one(desks: Desks) -> None:
    line = "meeting add --partner TR --date 2018-01-29 --title Dinner --place {}"
    desks.ok("kt", line.format("Ankara"), "add Eat -m TR-20180129", "sync")
    desks.ok("ms", line.format("Istanbul"), "add Drink -m TR-20180129", "sync")

    desks.ok("kt", "sync")

    text = desks.texts("kt")["TR/2018-01-29.toml"]
    assert text == desks.texts("ms")["TR/2018-01-29.toml"]
    tables = tomllib.loads(text)
    assert tables["meeting"]["place"] == "Ankara"
    assert '# place = "Istanbul"' in text
    assert [item["title"] for item in tables["commitment"]] == ["Eat", "Drink"]
    assert desks.ok("kt", "check").endswith("0 errors, 0 warnings\n")


def test_two_meetings_of_one_day_are_two_and_links_follow(desks: Desks) -> None:
    line = "meeting add --partner TR --date 2018-01-29 --title {}"
    desks.ok("kt", line.format("Dinner"), "add Eat -m TR-20180129", "sync")
    desks.ok("ms", line.format("Lunch"), "add Drink -m TR-20180129")
    desks.ok("ms", "meeting add --partner TR --date 2018-03-01 --title Later")
    desks.ok("ms", "add 'Drink again' -m TR-20180301 --follows TR-20180129-1")

    out = desks.ok("ms", "sync")

    assert (
        "TR-20180129 “Lunch” of ms is TR-20180129b now, with its items: the other desk filed "
        "another meeting as TR-20180129\n"
    ) in out
    texts = desks.texts("ms")
    assert tomllib.loads(texts["TR/2018-01-29.toml"])["meeting"]["title"] == "Dinner"
    lunch = tomllib.loads(texts["TR/2018-01-29b.toml"])
    assert (lunch["meeting"]["ref"], lunch["meeting"]["was"]) == ("TR-20180129b", ["TR-20180129"])
    assert lunch["commitment"][0]["ref"] == "TR-20180129b-1"
    later = tomllib.loads(texts["TR/2018-03-01.toml"])
    assert later["commitment"][0]["follows"] == "TR-20180129b-1"
    desks.ok("kt", "sync")
    assert desks.texts("kt") == texts


def edited(desks: Desks, desk: str, old: str, new: str) -> None:
    """An edit by a hand."""
    file = desks.root / desk / FILE
    file.write_text(file.read_text().replace(old, new))


def test_a_real_conflict_is_told_in_words_and_changes_nothing(desks: Desks) -> None:
    edited(desks, "kt", '"Hold the dialogue"', '"Hold the first dialogue"')
    edited(desks, "ms", '"Hold the dialogue"', '"Hold a dialogue"')
    desks.ok("kt", "sync")
    desks.ok("ms", UNIVERSITY)
    before = desks.texts("ms")

    done = desks("ms", "sync")

    assert done.code == 4
    assert done.err == (
        'dipltrack: TR/2017-12-28.toml: TR-20171228-1: title is "Hold a dialogue" here and "Hold '
        'the first dialogue" there\n'
        "dipltrack: nothing was joined, and nothing is lost: dipltrack sync --keep ours or --keep "
        "theirs says whose word counts, dipltrack edit REF writes theirs here by hand\n"
    )
    assert desks.texts("ms") == before
    assert desks.git("ms", "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("keep", "title"), [("ours", "Hold a dialogue"), ("theirs", "Hold the first dialogue")]
)
def test_an_officer_says_whose_word_counts(desks: Desks, keep: str, title: str) -> None:
    edited(desks, "kt", '"Hold the dialogue"', '"Hold the first dialogue"')
    edited(desks, "ms", '"Hold the dialogue"', '"Hold a dialogue"')
    desks.ok("kt", "sync")

    desks.ok("ms", f"sync --keep {keep}")

    desks.ok("kt", "sync")
    assert desks.texts("kt") == desks.texts("ms")
    assert tomllib.loads(desks.texts("kt")[FILE])["commitment"][0]["title"] == title


def test_writing_the_same_on_both_sides_ends_a_conflict(desks: Desks) -> None:
    edited(desks, "kt", '"Hold the dialogue"', '"Hold the first dialogue"')
    edited(desks, "ms", '"Hold the dialogue"', '"Hold a dialogue"')
    desks.ok("kt", "sync")
    assert desks("ms", "sync").code == 4

    edited(desks, "ms", '"Hold a dialogue"', '"Hold the first dialogue"')

    desks.ok("ms", "sync")


@pytest.mark.parametrize("command", ["merge", "rebase", "cherry-pick"])
def test_plain_git_joins_by_meaning_in_a_clone_that_was_set_up(desks: Desks, command: str) -> None:
    desks.ok("ms", "sync", UNIVERSITY)
    desks.git("ms", "commit", "--quiet", "-am", "by hand")
    desks.ok("kt", PLANT, "sync")
    desks.git("ms", "fetch", "--quiet")

    desks.git("ms", command, "origin/main")

    tables = tomllib.loads(desks.texts("ms")[FILE])
    refs = {item["title"]: item["ref"] for item in tables["commitment"]}
    assert refs["Build the plant"] == "TR-20171228-3"
    assert refs["Open the university"] == "TR-20171228-2"


@pytest.mark.parametrize("command", ["merge", "cherry-pick", "rebase"])
def test_a_merge_that_plain_git_left_in_conflict_is_finished(desks: Desks, command: str) -> None:
    desks.ok("ms", UNIVERSITY)
    desks.git("ms", "commit", "--quiet", "-am", "by hand")
    desks.ok("kt", PLANT, "sync")
    desks.git("ms", "fetch", "--quiet")
    desks.git("ms", command, "origin/main", code=1)
    told = desks("ms", "check")
    assert told.code == 3
    assert "git left a merge conflict here — dipltrack sync joins the two sides" in told.out

    done = desks("ms", "sync")

    if command == "merge":
        assert done.code == 0, done
    else:
        assert done.out.endswith(f"joined: 1 file; now git {command} --continue\n")
        assert done.code == 4
        desks.monkeypatch.setenv("GIT_EDITOR", "true")
        desks.git("ms", command, "--continue")
        desks.ok("ms", "sync")
    desks.ok("kt", "sync")
    assert desks.texts("kt") == desks.texts("ms")
    assert len(tomllib.loads(desks.texts("kt")[FILE])["commitment"]) == 3


def test_what_a_hand_has_joined_is_taken_as_it_is(desks: Desks) -> None:
    edited(desks, "kt", '"Hold the dialogue"', '"Hold the first dialogue"')
    edited(desks, "ms", '"Hold the dialogue"', '"Hold a dialogue"')
    desks.ok("kt", "sync")
    desks.git("ms", "commit", "--quiet", "-am", "by hand")
    desks.git("ms", "pull", "--quiet", "--no-rebase", code=1)
    assert desks("ms", "sync").code == 4
    file = desks.root / "ms" / FILE
    base = (desks.root / "kt" / FILE).read_text()

    file.write_text(base.replace("Hold the first dialogue", "Hold both dialogues"))

    desks.ok("ms", "sync")
    assert "Hold both dialogues" in desks.texts("ms")[FILE]


def test_a_conflict_elsewhere_is_left_to_the_officer(desks: Desks) -> None:
    for desk, text in (("kt", "one\n"), ("ms", "two\n")):
        (desks.root / desk / "README.md").write_text(text)
        desks.git(desk, "add", "README.md")
        desks.git(desk, "commit", "--quiet", "-m", "read me")
    desks.ok("kt", "sync")
    desks.ok("ms", UNIVERSITY)

    done = desks("ms", "sync")

    assert done.code == 4
    assert "git cannot join README.md, which is no file of the ledger" in done.err
    assert desks.git("ms", "status", "--porcelain") == ""


def test_without_a_connection_nothing_is_lost_and_the_next_sync_goes_on(desks: Desks) -> None:
    (desks.root / "hub.git").rename(desks.root / "away.git")
    desks.ok("kt", PLANT)

    done = desks("kt", "sync")

    assert done.code == 4
    assert done.err.startswith("dipltrack: git fetch: fatal: '")
    assert done.err.endswith("all is committed here, and the next sync goes on\n")
    (desks.root / "away.git").rename(desks.root / "hub.git")
    assert "out  1 item of kt" in desks.ok("kt", "sync")


def test_a_refused_push_is_told(desks: Desks) -> None:
    hook = desks.root / "hub.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    desks.ok("kt", PLANT)

    done = desks("kt", "sync")

    assert (done.code, done.err) == (
        4,
        (
            "dipltrack: origin refused it: pre-receive hook declined; all is committed here, and the "
            "next sync goes on\n"
        ),
    )
    hook.unlink()
    desks.ok("kt", "sync")


def test_somebody_who_pushes_meanwhile_is_taken_in_first(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.cli import sync
    from dipltrack.ledger.git import Git
    from dipltrack.ledger.git_exchange import push as real

    desks.ok("ms", "sync", UNIVERSITY)
    desks.ok("kt", PLANT)

    def slow(git: Git, remote: str, branch: str) -> None:
        monkeypatch.setattr(sync, "push", real)
        desks.git("ms", "commit", "--quiet", "-am", "faster")
        desks.git("ms", "push", "--quiet")
        real(git, remote, branch)

    monkeypatch.setattr(sync, "push", slow)
    out = desks.ok("kt", "sync")

    assert "Open the university" in out
    assert "out  1 item of kt" in out
    assert len(tomllib.loads(desks.texts("kt")[FILE])["commitment"]) == 3


def test_a_ledger_without_a_remote_is_committed_and_told(desks: Desks) -> None:
    desks.ok("ab", "init --name D --party JP")
    assert desks("ab", "sync").code == 2
    desks.git("ab", "init", "--quiet")

    done = desks("ab", "sync")

    assert done.code == 4
    assert "there is no remote: dipltrack sync --init REMOTE names one" in done.err
    assert (
        desks.git("ab", "log", "--format=%s").strip() == "ab: settings, removals or edits by hand"
    )


def test_a_broken_file_is_not_shared(desks: Desks) -> None:
    edited(desks, "kt", "date = 2017-12-28", "date = 2017-12-32")

    done = desks("kt", "sync")

    assert done.code == 3
    assert done.err.endswith("dipltrack: nothing was shared: mend it first\n")
    assert len(desks.git("kt", "log", "--format=%s").splitlines()) == 1


def test_what_others_pushed_broken_is_named_and_stops_nobody(desks: Desks) -> None:
    edited(desks, "ms", 'party = "JP"', "")
    (desks.root / "ms" / "TR" / "2018-01-01.toml").write_text("schema = ")
    desks.git("ms", "add", "-A")
    desks.git("ms", "commit", "--quiet", "-m", "broken")
    desks.git("ms", "push", "--quiet")
    desks.ok("kt", PLANT)

    done = desks("kt", "sync")

    assert done.code == 3
    assert "in step with origin (main)" in done.out
    assert "TR/2018-01-01.toml:1:" in done.err


@pytest.mark.parametrize("remote", ["-u", "--upload-pack=touch x", "ext::sh -c touch% x", " "])
def test_what_is_no_address_is_refused(desks: Desks, remote: str) -> None:
    desks.ok("ab", "init --name D --party JP")

    assert desks("ab", f"sync '--init={remote}'").code == 2
    assert not (desks.root / "ab" / ".git").exists()


def test_another_remote_is_not_put_over_the_first(desks: Desks) -> None:
    done = desks("kt", "sync --init elsewhere.git")

    assert done.code == 2
    assert f"git -C {desks.root / 'kt'} remote set-url origin elsewhere.git changes it" in done.err


def test_a_path_that_leads_there_from_here_only_is_refused_with_one_that_does(
    desks: Desks,
) -> None:
    desks.ok("ab", "init --name D --party JP")

    done = desks("ab", "sync --init hub.git")

    assert done.code == 2
    assert done.err.endswith(f": --init {desks.root / 'hub.git'}\n")
    assert not (desks.root / "ab" / ".git").exists()


HOSTILE = {
    "core.sshCommand": "touch {}",
    "filter.x.smudge": "touch {}",
    "credential.helper": "!touch {}",
    "gpg.program": "touch {}",
    "include.path": "{}",
    "url.ext::touch {}.insteadOf": "/",
    "core.worktree": "/",
    "remote.origin.uploadpack": "touch {}",
    "diff.x.textconv": "touch {}",
    "diff.external": "touch {}",
    "gpg.ssh.defaultKeyCommand": "touch {}",
    "gc.recentObjectsHook": "touch {}",
    "hook.x.command": "touch {}",
    "lfs.customtransfer.x.path": "touch {}",
    "branch.main.mergeOptions": "--strategy=x",
    "http.proxy": "http://127.0.0.1:1",
    "http.https://git.example.org/.sslVerify": "false",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_settings_that_came_with_the_ledger_run_nothing(desks: Desks, name: str) -> None:
    touched = desks.root / "touched"
    desks.git("ms", "config", name.format(touched), HOSTILE[name].format(touched))
    desks.ok("kt", PLANT, "sync")

    done = desks("ms", "sync")

    assert done.code == 3
    assert not touched.exists()


def test_a_key_for_signing_is_not_asked_of_a_program_that_came_with_the_ledger(
    desks: Desks,
) -> None:
    touched = desks.root / "touched"
    desks.git("ms", "config", "commit.gpgSign", "true")
    desks.git("ms", "config", "gpg.format", "ssh")
    desks.git("ms", "config", "gpg.ssh.defaultKeyCommand", f"touch {touched}")
    desks.ok("ms", UNIVERSITY)

    assert desks("ms", "sync").code == 3
    assert not touched.exists()


def test_a_repository_whose_files_are_said_to_lie_elsewhere_is_refused(desks: Desks) -> None:
    desks.git("ms", "config", "core.worktree", str(desks.root))

    done = desks("ms", "sync")

    assert done.code == 3
    assert "core.worktree" in done.err


def test_a_ledger_that_is_a_submodule_is_shared(desks: Desks) -> None:
    (desks.root / "big").mkdir()
    desks.git("big", "init", "--quiet", "--initial-branch=main")
    allowed = ("-c", "protocol.file.allow=always")
    desks.git("big", *allowed, "submodule", "--quiet", "add", str(desks.root / "hub.git"), "desk")
    desks.ok("big/desk", PLANT, "sync")

    assert "Build the plant" in desks.ok("kt", "sync")


def test_hooks_and_monitors_that_came_with_the_ledger_do_not_run(desks: Desks) -> None:
    touched = desks.root / "touched"
    hooks = desks.root / "ms" / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("pre-commit", "post-merge", "pre-push", "post-commit", "post-checkout"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {touched}\n")
        (hooks / name).chmod(0o755)
    desks.git("ms", "config", "core.fsmonitor", f"touch {touched}")
    desks.git("ms", "config", "core.hooksPath", str(hooks))
    desks.git("ms", "config", "merge.dipltrack.driver", f"touch {touched}")
    desks.git("ms", "config", "core.pager", f"touch {touched}")
    touched.unlink(missing_ok=True)
    desks.ok("kt", PLANT, "sync")
    desks.ok("ms", UNIVERSITY)

    desks.ok("ms", "sync")

    assert not touched.exists()


def test_variables_do_not_lead_git_elsewhere(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.ok("kt", PLANT)
    monkeypatch.setenv("GIT_DIR", str(desks.root / "ms" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(desks.root / "ms"))

    desks.ok("kt", "sync")

    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_WORK_TREE")
    assert desks.git("kt", "log", "-1", "--format=%s").strip() == "kt: 1 item"


def test_a_ledger_in_a_folder_of_a_larger_repository_is_shared_alone(desks: Desks) -> None:
    desks.git(".", "init", "--quiet", "--bare", "--initial-branch=main", "big.git")
    desks.git(".", "clone", "--quiet", "big.git", "big")
    desks.ok("big/desk", "init --name D --party JP")
    (desks.root / "big" / "other.toml").write_text("a = 1\n")
    desks.git("big", "add", "other.toml")

    desks.ok("big/desk", "sync")

    listed = desks.git("big", "ls-tree", "-r", "--name-only", "HEAD").split()
    assert listed == ["desk/.gitattributes", "desk/.gitignore", "desk/dipltrack.toml"]
    assert desks.git("big", "status", "--porcelain") == "A  other.toml\n"


def test_a_machine_without_git_is_told(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)

    done = desks("kt", "sync")

    assert (done.code, done.err) == (
        2,
        "dipltrack: there is no git program: install git\n",
    )


def test_a_commit_is_made_where_git_knows_no_name(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.delenv(name)
    desks.ok("kt", PLANT, "sync")

    assert desks.git("kt", "log", "-1", "--format=%an").strip() == "kt"


@pytest.mark.parametrize("number", [10, 16, 22, 28, 34, 40])
def test_a_sync_that_is_killed_is_finished_by_the_next(desks: Desks, number: int) -> None:
    line = "meeting add --partner TR --date 2018-01-29 --title {}"
    desks.ok("kt", PLANT, line.format("Dinner"), "add Eat -m TR-20180129", "sync")
    desks.ok("ms", UNIVERSITY, line.format("Lunch"), "add Drink -m TR-20180129")
    desks.ok("ms", "meeting add --partner TR --date 2018-03-01 --title Later")
    desks.ok("ms", "add Again -m TR-20180301 --follows TR-20180129-1")
    command = [sys.executable, "-m", "tests.ledger.killed", str(number)]
    killed = subprocess.run(
        [*command, "--ledger", str(desks.root / "ms"), "sync"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert killed.returncode in {0, -signal.SIGKILL}

    desks.ok("ms", "sync")
    desks.ok("kt", "sync")

    assert desks.texts("kt") == desks.texts("ms")
    titles = {
        item["title"]: item.get("follows")
        for path, text in desks.texts("kt").items()
        if "/" in path
        for item in tomllib.loads(text).get("commitment", [])
    }
    assert titles == {
        "Hold the dialogue": None,
        "Build the plant": None,
        "Open the university": None,
        "Eat": None,
        "Drink": None,
        "Again": "TR-20180129b-1",
    }
    assert desks.ok("kt", "check").endswith("0 errors, 0 warnings\n")


def meanwhile(desks: Desks, *lines: str) -> None:
    """Has the first push to the hub wait until those lines of kt and ms were called."""
    hook = desks.root / "hub.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    calls = "\n".join(f"dipltrack --ledger {desks.root}/{line}" for line in lines)
    hook.write_text(f"""#!/bin/sh
set -e
test -e {desks.root}/begun && exit 0
touch {desks.root}/begun
unset $(git rev-parse --local-env-vars) GIT_QUARANTINE_PATH
export DIPLTRACK_BY=ai
{{ {calls}
}} > {desks.root}/said 2>&1
""")
    hook.chmod(0o755)


def test_an_entry_does_not_wait_for_a_sync_that_waits_for_the_line(desks: Desks) -> None:
    meanwhile(desks, "kt note 1 --note Meanwhile.")
    desks.ok("kt", PLANT)

    out = desks.ok("kt", "sync")

    assert "Meanwhile." not in out
    assert "TR-20171228-1" in (desks.root / "said").read_text()
    assert "  TR-20171228-1  note: Meanwhile." in desks.ok("kt", "sync").splitlines()


def test_what_was_entered_while_another_was_faster_is_sent_too(desks: Desks) -> None:
    desks.ok("ms", UNIVERSITY)
    meanwhile(desks, "kt note 1 --note Meanwhile.", "ms sync")
    desks.ok("kt", PLANT)

    out = desks.ok("kt", "sync").splitlines()

    assert "in   1 item of ms" in out
    assert "  TR-20171228-1  note: Meanwhile." in out
    desks.ok("ms", "sync")
    assert desks.texts("kt") == desks.texts("ms")
