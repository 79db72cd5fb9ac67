"""`sync` where the branch, the remote, the history or the folder is not as usual: nothing is lost."""

import os
from pathlib import Path

import pytest

from dipltrack.ledger.git import environment_of, repository_of
from tests.cli.desks import Desks

PLANT = "add 'Build the plant' -m TR-2017"
UNIVERSITY = "add 'Open the university' -m TR-2017"
FILE = "TR/2017-12-28.toml"


def test_what_is_entered_where_no_branch_is_checked_out_waits_for_one(desks: Desks) -> None:
    desks.git("kt", "checkout", "--quiet", "--detach")
    desks.ok("kt", PLANT)

    done = desks("kt", "sync")

    assert done.code == 4
    assert "git switch main, then sync again; nothing was committed" in done.err
    desks.git("kt", "switch", "--quiet", "main")
    assert "out  1 item of kt" in desks.ok("kt", "sync")


def test_what_was_committed_on_no_branch_is_not_left_behind(desks: Desks) -> None:
    desks.git("kt", "checkout", "--quiet", "--detach")
    desks.ok("kt", PLANT)
    desks.git("kt", "commit", "--quiet", "-am", "on no branch")

    done = desks("kt", "sync")

    assert done.code == 4
    assert "git branch mine, git switch main, git merge mine, then sync again" in done.err
    for line in ("branch mine", "switch --quiet main", "merge --quiet mine"):
        desks.git("kt", *line.split())
    assert "out  1 item of kt" in desks.ok("kt", "sync")


def test_another_branch_than_main_is_shared_too_and_said_to_be_new(desks: Desks) -> None:
    desks.git("kt", "switch", "--quiet", "--create", "embassy")
    desks.ok("kt", PLANT)

    out = desks.ok("kt", "sync")

    assert "embassy is new there: who works on main does not see it" in out
    assert out.endswith("in step with origin (embassy)\n")
    desks.ok("kt", UNIVERSITY)
    assert "is new there" not in desks.ok("kt", "sync")


def test_a_clone_of_one_branch_shares_another(desks: Desks) -> None:
    desks.git("kt", "switch", "--quiet", "--create", "embassy")
    desks.ok("kt", "sync")
    desks.git(".", "clone", "--quiet", "--single-branch", "hub.git", "ab")
    desks.git("ab", "config", "branch.embassy.remote", "origin")
    desks.git("ab", "switch", "--quiet", "--create", "embassy")
    desks.ok("ab", "sync", UNIVERSITY)
    desks.ok("kt", PLANT, "sync")

    out = desks.ok("ab", "sync")

    assert "Build the plant" in out
    assert "out  1 item of ab" in out


def test_a_branch_that_was_removed_there_is_sent_again(desks: Desks) -> None:
    desks.git("kt", "switch", "--quiet", "--create", "embassy")
    desks.ok("kt", "sync")
    desks.git("hub.git", "branch", "--quiet", "-D", "embassy")

    desks.ok("kt", "sync")

    assert "embassy" in desks.git("hub.git", "branch")


def test_a_new_ledger_goes_to_the_branch_that_the_others_use(desks: Desks) -> None:
    desks.git(".", "init", "--quiet", "--bare", "--initial-branch=trunk", "other.git")
    desks.git(".", "clone", "--quiet", "kt", "seed")
    desks.git("seed", "push", "--quiet", "../other.git", "HEAD:trunk")
    desks.ok("ab", "init --name D --party JP")

    out = desks.ok("ab", "sync --init ../other.git")

    assert out.endswith("in step with origin (trunk)\n")
    assert (desks.root / "ab" / FILE).is_file()


def test_a_shallow_clone_is_shared(desks: Desks) -> None:
    desks.ok("kt", PLANT, "sync")
    address = f"file://{desks.root}/hub.git"
    desks.git(".", "clone", "--quiet", "--depth", "1", address, "ab")
    desks.ok("ab", "sync", UNIVERSITY)
    desks.ok("kt", "note 1 --note heard", "sync")

    desks.ok("ab", "sync")
    desks.ok("kt", "sync")

    assert desks.texts("ab") == desks.texts("kt")
    assert "git fetch --unshallow" in desks("ab", "check --history").err
    assert desks("kt", "check --history").err == ""


def test_several_remotes_of_which_none_is_named_are_told(desks: Desks) -> None:
    desks.git("kt", "remote", "rename", "origin", "north")
    desks.git("kt", "remote", "add", "south", "../south.git")
    desks.git("kt", "config", "--unset", "branch.main.remote")

    done = desks("kt", "sync")

    assert done.code == 4
    assert "git config branch.main.remote north says which one is the others'" in done.err
    desks.git("kt", "config", "branch.main.remote", "north")
    desks.ok("kt", "sync")


def test_a_server_that_refuses_says_why_in_its_own_words(desks: Desks) -> None:
    hook = desks.root / "hub.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nprintf 'No pushes \\033[2Jon Sunday\\n' >&2\nexit 1\n")
    hook.chmod(0o755)
    desks.ok("kt", PLANT)

    done = desks("kt", "sync")

    assert done.code == 4
    assert "origin refused it: pre-receive hook declined (No pushes " in done.err
    assert "on Sunday); all is committed here" in done.err
    assert "\033" not in done.err


def test_what_ssh_said_is_told(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_SSH_COMMAND", "sh -c 'echo ssh: no way through >&2; exit 255'")
    desks.git("kt", "remote", "set-url", "origin", "ssh://git@git.example.org/desk.git")

    done = desks("kt", "sync")

    assert done.code == 4
    assert done.err.startswith("dipltrack: git fetch: ssh: no way through; all is committed here")


@pytest.mark.skipif(not hasattr(os, "getsid"), reason="there are no sessions on this system")
def test_where_nobody_sits_nothing_is_asked_at_a_terminal(desks: Desks) -> None:
    session = "!python3 -c 'import os; print(os.getsid(0))'"
    found = []
    for asks in (True, False):
        git = repository_of(desks.root / "kt", environment_of(os.environ, asks=asks))
        found.append(int(git.run("-c", f"alias.session={session}", "session")))

    assert found[0] == os.getsid(0) != found[1]
    assert environment_of({"SSH_ASKPASS": "window"}, asks=False)["SSH_ASKPASS"] == ""
    forced = {"SSH_ASKPASS": "program", "SSH_ASKPASS_REQUIRE": "force"}
    assert environment_of(forced, asks=False)["SSH_ASKPASS"] == "program"


def test_what_a_killed_git_left_is_told_with_the_mend(desks: Desks) -> None:
    lock = desks.root / "kt" / ".git" / "index.lock"
    lock.touch()
    desks.ok("kt", PLANT)

    done = desks("kt", "sync")

    assert done.code == 4
    assert f"if none is, remove {lock})" in done.err
    lock.unlink()
    assert "out  1 item of kt" in desks.ok("kt", "sync")


@pytest.mark.parametrize("index", [b"", b"x", None])
def test_an_index_that_was_lost_is_made_anew(desks: Desks, index: bytes | None) -> None:
    file = desks.root / "kt" / ".git" / "index"
    if index is None:
        file.unlink()
    else:
        file.write_bytes(index)
        done = desks("kt", "sync")
        assert done.code == 4
        assert "(remove .git/index, then git reset --quiet makes it anew)" in done.err
        file.unlink()
        desks.git("kt", "reset", "--quiet")

    assert desks.ok("kt", "sync").endswith("in step with origin (main)\n")


def test_a_branch_that_was_lost_is_told_with_the_mend(desks: Desks) -> None:
    desks.ok("ms", "sync", PLANT)
    (desks.root / "ms" / ".git" / "refs" / "heads" / "main").write_text("")

    done = desks("ms", "sync")

    assert done.code == 4
    assert "git clone the ledger anew" in done.err
    desks.git(".", "clone", "--quiet", "hub.git", "NEW")
    assert "Build the plant" in desks.ok("NEW", f"merge {desks.root / 'ms'}")


def rewritten(desks: Desks) -> None:
    """The history of the others without what kt sent last, and with something else."""
    desks.git(".", "clone", "--quiet", "hub.git", "clean")
    desks.git("clean", "reset", "--quiet", "--hard", "HEAD~1")
    settings = desks.root / "clean" / "dipltrack.toml"
    settings.write_text(f"{settings.read_text()}# clean\n")
    desks.git("clean", "commit", "--quiet", "-am", "clean")
    desks.git("clean", "push", "--quiet", "--force")


def test_what_was_removed_from_the_history_does_not_come_back(desks: Desks) -> None:
    desks.ok("kt", "note 1 --note Secret", "sync")
    desks.ok("ms", "sync")
    rewritten(desks)
    clean = desks.git("hub.git", "rev-parse", "main")
    desks.ok("ms", UNIVERSITY)

    for _ in range(2):  # the second time it is known still
        done = desks("ms", "sync")
        assert done.code == 4
        assert "the history at origin was written anew" in done.err
        assert "nothing was joined, and nothing is lost" in done.err
    desks.git("ms", "fetch", "--quiet")  # nor is it forgotten by a fetch of one's own
    assert desks("ms", "sync").code == 4
    assert desks.git("hub.git", "rev-parse", "main") == clean

    desks.git("ms", "merge", "--quiet", "--no-edit", "origin/main")  # an officer who means it
    desks.ok("ms", "sync")


def test_after_a_history_was_written_anew_a_new_clone_takes_in_the_old_one(desks: Desks) -> None:
    desks.ok("kt", "note 1 --note Other", "sync")
    desks.ok("ms", "sync", UNIVERSITY)
    rewritten(desks)
    mend = desks("ms", "sync").err

    assert f"git clone {desks.root}/hub.git NEW" in mend
    desks.git(".", "clone", "--quiet", "hub.git", "NEW")
    desks.ok("NEW", f"merge {desks.root / 'ms'}", "sync")

    assert "Open the university" in desks.texts("NEW")[FILE]
    assert "Open the university" in desks.git("hub.git", "show", f"main:{FILE}")


def test_what_is_changed_beside_the_ledger_is_named_with_the_mend(desks: Desks) -> None:
    read_me = desks.root / "kt" / "README.md"
    read_me.write_text("one\n")
    desks.git("kt", "add", "README.md")
    desks.git("kt", "commit", "--quiet", "-m", "read me")
    desks.ok("kt", "sync")
    desks.ok("ms", "sync", UNIVERSITY)
    read_me.write_text("two\n")
    desks.git("kt", "commit", "--quiet", "-am", "read me")
    desks.ok("kt", "sync")
    (desks.root / "ms" / "README.md").write_text("mine\n")

    done = desks("ms", "sync")

    assert done.code == 4
    assert "would be overwritten by merge: README.md; nothing was taken in" in done.err
    assert "git stash puts them away, then sync again" in done.err
    desks.git("ms", "stash", "--quiet")
    desks.ok("ms", "sync")
    assert (desks.root / "ms" / "README.md").read_text() == "two\n"


@pytest.mark.parametrize("folder", ["Büro 1", "a [b] *", 'say "x"', "back\\slash", "新しい"])
def test_a_ledger_in_a_folder_of_any_name_is_joined_by_its_meaning(
    desks: Desks, folder: str
) -> None:
    desks.git(".", "init", "--quiet", "--bare", "--initial-branch=main", "big.git")
    desks.git(".", "clone", "--quiet", "big.git", "big")
    one, other = Path("big") / folder, Path("too") / folder
    desks.ok(str(one), "init --name D --party JP")
    desks.ok(str(one), "meeting add --partner TR --date 2017-12-28 --title Talks", "sync")
    desks.git(".", "clone", "--quiet", "big.git", "too")
    desks.ok(str(other), "sync", UNIVERSITY)
    desks.git("too", "commit", "--quiet", "-am", "by hand")
    desks.ok(str(one), PLANT, "sync")

    desks.git("too", "pull", "--quiet", "--no-rebase", "--no-edit")  # plain git, with the driver

    assert desks.git("too", "status", "--porcelain") == ""
    assert "Build the plant" in desks.ok(str(other), "list")
    desks.ok(str(other), "sync")
    desks.ok(str(one), "sync")
    assert desks.texts(str(one)) == desks.texts(str(other))


def test_line_ends_of_windows_change_no_entry(desks: Desks, tmp_path: Path) -> None:
    settings = tmp_path / "windows.ini"
    settings.write_text("[core]\n\tautocrlf = true\n")
    desks.monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    desks.git(".", "clone", "--quiet", "hub.git", "ab")
    file = desks.root / "ab" / FILE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    desks.ok("ab", UNIVERSITY, "sync")
    desks.monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    desks.ok("kt", PLANT, "sync")
    desks.monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    desks.ok("ab", "sync")

    assert desks.texts("ab") == desks.texts("kt")
    assert desks.ok("ab", "check --history").endswith("0 errors, 0 warnings\n")
