"""What goes out to the others and comes in from them: the desk's own commit, fetch and push."""

import os
import re
from collections.abc import Iterable, Sequence

from dipltrack.ledger.git import Git, GitError
from dipltrack.ledger.git_setup import LINES
from dipltrack.ledger.git_sides import commit_of
from dipltrack.ledger.read import FIRMNESS, KEPT, SETTINGS

_MEETING = re.compile(r"(?!\.)[^/]+/(?!\.)[^/]+\.toml")
_MOST_LINES = 50
"""Lines of a commit's message: who wants more reads the ledger."""


class UnreachableError(Exception):
    """The others could not be reached, or there is nobody: nothing is lost, the next time goes on."""


class OutrunError(Exception):
    """Somebody pushed meanwhile: their work comes in first."""


def is_shared(path: str) -> bool:
    """True for a file that the ledger consists of; what else lies in its folder stays there.

    >>> is_shared("TR/2017-12-28.toml"), is_shared("TR/letter.docx"), is_shared(".dipltrack/lock")
    (True, False, False)
    """
    own = {SETTINGS, FIRMNESS, *LINES}
    return path in own or path.startswith(f"{KEPT}/") or _MEETING.fullmatch(path) is not None


def new_paths(git: Git) -> list[str]:
    """The files of the ledger that differ from the last commit, as the ledger calls them."""
    words = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--")
    printed = git.run(*words, git.prefix or ".")
    paths = (os.fsdecode(line[3:]) for line in printed.split(b"\0")[:-1])
    own = (path.removeprefix(git.prefix) for path in paths if path.startswith(git.prefix))
    return sorted(path for path in own if is_shared(path))


def stage(git: Git, paths: Iterable[str]) -> str:
    """Puts those files into git's index; the tree that it holds then."""
    git.run("add", "--all", *_LISTED, given=_given(git, paths))
    return git.run("write-tree").decode().strip()


def commit(git: Git, paths: Iterable[str], summary: str, lines: Sequence[str]) -> None:
    """Commits those files and no others."""
    words = ("commit", "--quiet", "--only", "-m", _message(summary, lines))
    git.run(*words, *_LISTED, given=_given(git, paths))


def commit_merge(git: Git, summary: str, lines: Sequence[str]) -> None:
    """Commits a merge whose files are in the index already."""
    git.run("commit", "--quiet", "-m", _message(summary, lines))


def branch_of(git: Git) -> str:
    """The branch that is shared. Raises UnreachableError where a single commit is checked out."""
    branch = git.line("symbolic-ref", "--quiet", "--short", "HEAD")
    if not branch:
        raise UnreachableError("no branch is checked out here: git switch main, then sync again")
    return branch


def remote_of(git: Git, branch: str) -> str | None:
    """The remote of the branch, else origin, else the only one; None where there is none."""
    named = git.line("config", "--get", f"branch.{branch}.remote")
    remotes = git.run("remote").decode().split()
    if named in remotes:
        return named
    return "origin" if "origin" in remotes else remotes[0] if len(remotes) == 1 else None


def add_remote(git: Git, address: str) -> None:
    """Names the place where the others are. Raises GitError."""
    git.run("remote", "add", "--", "origin", address)


def fetched(git: Git, remote: str, branch: str) -> str | None:
    """The last commit of the others, or None where the remote is empty. Raises UnreachableError."""
    try:
        git.run("fetch", "--quiet", "--no-tags", remote)
    except GitError as error:
        raise UnreachableError(str(error)) from None
    merged = git.line("config", "--get", f"branch.{branch}.merge") or f"refs/heads/{branch}"
    name = merged.removeprefix("refs/heads/")
    return commit_of(git, f"refs/remotes/{remote}/{name}")


def push(git: Git, remote: str, branch: str) -> None:
    """Sends what is new. Raises OutrunError, UnreachableError."""
    merged = git.line("config", "--get", f"branch.{branch}.merge") or f"refs/heads/{branch}"
    words = ("push", "--porcelain", "--set-upstream", remote, f"HEAD:{merged}")
    done = git.done(*words)
    if not done.returncode:
        return
    said = (done.stdout + b"\n" + done.stderr).decode(errors="replace")
    refused = next((line for line in said.splitlines() if line.startswith("!")), "")
    if "fetch first" in refused or "non-fast-forward" in refused or "cannot lock ref" in said:
        raise OutrunError
    reason = re.search(r"\(([^()]*)\)\s*$", refused)
    told = reason[1] if reason else str(GitError("push", done.returncode, said))
    raise UnreachableError(f"{remote} refused it: {told}" if refused else told)


_LISTED = ("--pathspec-from-file=-", "--pathspec-file-nul")


def _given(git: Git, paths: Iterable[str]) -> bytes:
    return "".join(f"{git.prefix}{path}\0" for path in paths).encode(errors="surrogateescape")


def _message(summary: str, lines: Sequence[str]) -> str:
    rest = len(lines) - _MOST_LINES
    body = [*lines[:_MOST_LINES], *([f"… and {rest} more"] if rest > 0 else [])]
    return "\n".join([summary, "", *body]).strip() + "\n"


def named(git: Git, by: str) -> Git:
    """Git with a name to commit under: its user's own where there is one."""
    known = {
        "NAME": git.line("config", "--get", "user.name"),
        "EMAIL": git.line("config", "--get", "user.email"),
    }
    own = {"NAME": by, "EMAIL": "dipltrack@localhost"}
    missing = {
        f"GIT_{who}_{what}": own[what]
        for who in ("AUTHOR", "COMMITTER")
        for what, value in known.items()
        if not value and f"GIT_{who}_{what}" not in git.environment
    }
    return Git(git.top, git.prefix, {**git.environment, **missing}) if missing else git
