"""What goes out to the others and comes in from them: the desk's own commit, fetch and push."""

import os
import re
from collections.abc import Iterable, Sequence

from dipltrack.ledger.git import Git, GitError
from dipltrack.ledger.git_setup import LINES
from dipltrack.ledger.git_sides import commit_of, is_within
from dipltrack.ledger.read import FIRMNESS, KEPT, SETTINGS

_MEETING = re.compile(r"(?!\.)[^/]+/(?!\.)[^/]+\.toml")
_LONGEST_REASON = 300
_MOST_LINES = 50
"""Lines of a commit's message: who wants more reads the ledger."""


class UnreachableError(Exception):
    """The others could not be reached, or there is nobody: nothing is lost, the next time goes on."""


class NoBranchError(Exception):
    """No branch is checked out: what were committed there would be left behind."""


class RewrittenError(Exception):
    """The others' history was written anew: what was removed from it must not come back with ours."""

    def __init__(self, remote: str) -> None:
        super().__init__(f"the history at {remote} was written anew")
        self.remote = remote


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
    done = git.done(*words, *_LISTED, given=_given(git, paths))
    said = (done.stderr or done.stdout).decode(errors="replace")
    if done.returncode and "nothing to commit" not in said:  # as where git's index was lost
        raise GitError("commit", done.returncode, said)


def commit_merge(git: Git, summary: str, lines: Sequence[str]) -> None:
    """Commits a merge whose files are in the index already."""
    git.run("commit", "--quiet", "-m", _message(summary, lines))


def branch_of(git: Git) -> str:
    """The branch that is shared. Raises NoBranchError where a single commit is checked out."""
    branch = git.line("symbolic-ref", "--quiet", "--short", "HEAD")
    if branch:
        return branch
    listed = git.run("for-each-ref", "--format=%(refname:short)", "refs/heads").decode().split()
    branch = "main" if "main" in listed or not listed else listed[0]
    held = git.run("for-each-ref", "--contains", "HEAD", "refs/heads", "refs/remotes")
    if held:
        raise NoBranchError(f"no branch is checked out here: git switch {branch}, then sync again")
    raise NoBranchError(
        f"no branch is checked out here, and none holds what was committed here: git branch mine, "
        f"git switch {branch}, git merge mine, then sync again"
    )


def remote_of(git: Git, branch: str) -> str:
    """The remote of the branch, else origin, else the only one. Raises UnreachableError."""
    named = git.line("config", "--get", f"branch.{branch}.remote")
    remotes = git.run("remote").decode().split()
    if named in remotes:
        return named
    if "origin" in remotes or len(remotes) == 1:
        return "origin" if "origin" in remotes else remotes[0]
    if not remotes:
        raise UnreachableError("there is no remote: dipltrack sync --init REMOTE names one")
    raise UnreachableError(
        f"there are the remotes {' and '.join(remotes)}: git config branch.{branch}.remote "
        f"{remotes[0]} says which one is the others'"
    )


def add_remote(git: Git, address: str) -> None:
    """Names the place where the others are; a first commit goes to the branch that they use.

    Raises GitError.
    """
    git.run("remote", "add", "--", "origin", address)
    if commit_of(git, "HEAD") is None:
        told = git.line("ls-remote", "--symref", "origin", "HEAD") or ""
        if found := re.match(r"ref: (refs/heads/\S+)\tHEAD", told):
            git.run("symbolic-ref", "HEAD", found[1])


def fetched(git: Git, remote: str, branch: str) -> str | None:
    """The last commit of the others, or None where they have no such branch yet.

    Raises UnreachableError, RewrittenError.
    """
    name = _name_there(git, branch)
    known = f"refs/remotes/{remote}/{name}"
    before = commit_of(git, _shared(remote, name)) or commit_of(git, known)
    try:
        git.run("fetch", "--quiet", "--no-tags", remote, f"+refs/heads/{name}:{known}")
    except GitError as error:
        if "couldn't find remote ref" in error.said:
            return None
        raise UnreachableError(str(error)) from None
    theirs = commit_of(git, known)
    if theirs and before and not is_within(git, before, theirs):
        git.run("update-ref", _shared(remote, name), before)
        if not is_within(git, theirs, "HEAD"):
            raise RewrittenError(remote)
    return theirs


def others_of(git: Git, remote: str, branch: str) -> list[str]:
    """The branches that the remote has beside this one."""
    listed = (git.line("ls-remote", "--heads", remote) or "").splitlines()
    names = (line.rpartition("refs/heads/")[2] for line in listed)
    return sorted(name for name in names if name != _name_there(git, branch))


def push(git: Git, remote: str, branch: str) -> None:
    """Sends what is new. Raises OutrunError, UnreachableError."""
    words = (
        "push",
        "--porcelain",
        "--set-upstream",
        remote,
        f"HEAD:refs/heads/{_name_there(git, branch)}",
    )
    done = git.done(*words)
    if not done.returncode:
        return
    said = (done.stdout + b"\n" + done.stderr).decode(errors="replace")
    refused = next((line for line in said.splitlines() if line.startswith("!")), "")
    faster = "cannot lock ref" in said and "File exists" not in said
    if "fetch first" in refused or "non-fast-forward" in refused or faster:
        raise OutrunError
    reason = re.search(r"\(([^()]*)\)\s*$", refused)
    told = reason[1] if reason else str(GitError("push", done.returncode, said))
    why = [line.removeprefix("remote:").strip() for line in said.splitlines() if "remote:" in line]
    because = f" ({' '.join(filter(None, why))[:_LONGEST_REASON]})" if any(why) else ""
    raise UnreachableError(f"{remote} refused it: {told}{because}" if refused else told)


def remember(git: Git, remote: str, branch: str) -> None:
    """Keeps what is shared now: by it the next sync knows whether their history was rewritten."""
    git.run("update-ref", _shared(remote, _name_there(git, branch)), "HEAD")


def _name_there(git: Git, branch: str) -> str:
    """What the others call the branch."""
    merged = git.line("config", "--get", f"branch.{branch}.merge") or f"refs/heads/{branch}"
    return merged.removeprefix("refs/heads/")


def _shared(remote: str, name: str) -> str:
    return f"refs/dipltrack/{remote}/{name}"


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
