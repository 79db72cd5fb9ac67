"""Runs the git program: a list of words and never a shell, no hook and no program out of the ledger.

A ledger may come from anybody, with a `.git` of its own: what its settings would run is refused.
"""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from msgspec import Struct

DRIVER = "dipltrack merge-driver %O %A %B %P"
"""The merge driver as git's settings name it; git itself quotes the path."""

_NEVER = (
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",
    "core.pager=cat",
    "core.quotePath=false",
    "protocol.ext.allow=never",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "merge.renames=false",
    "merge.dipltrack.driver=false",
    "color.ui=false",
    "log.showSignature=false",
    "push.recurseSubmodules=no",
)
"""Settings of every call. The driver is false: what git cannot join is joined from its three sides."""

_RUNS = re.compile(
    r"core\.(sshcommand|askpass|gitproxy|alternaterefscommand|worktree)"
    r"|(gpg|gpg\..*)\.(program|defaultkeycommand)|gc\.recentobjectshook|hook\..*"
    r"|filter\..*\.(clean|smudge|process)|lfs\.(customtransfer|extension|standalone).*"
    r"|diff\.external|diff\..*\.(command|textconv)|trailer\..*\.(command|cmd)"
    r"|merge\.(?!dipltrack\.).*\.driver|branch\..*\.mergeoptions"
    r"|credential(\..*)?\.helper|include\.path|includeif\..*"
    r"|remote\..*\.(uploadpack|receivepack|vcs|proxy)|url\..*\.(insteadof|pushinsteadof)"
    r"|http\.(.*\.)?(proxy|sslverify|sslcainfo|sslcapath|curloptresolve)"
)
"""Settings of a repository that run a program, or lead elsewhere, and that no word of ours undoes."""

_KEPT = re.compile(
    r"GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|AUTHOR_.*|COMMITTER_.*|CONFIG_GLOBAL|CONFIG_SYSTEM"
    r"|CONFIG_NOSYSTEM|SSL_.*|HTTP_.*|ALLOW_PROTOCOL|CEILING_DIRECTORIES)"
)
"""The variables that say who asks and how to connect; others would lead git elsewhere."""


class GitError(Exception):
    """git said no: what it was asked, and the last that it said."""

    def __init__(self, asked: str, code: int, said: str) -> None:
        super().__init__(
            f"git {asked}: {_reason_in(said) or f'ended with {code}'}{_mend_in(said)}"
        )
        self.code = code
        self.said = said


_LOCKED = re.compile(
    r"Unable to create '(.*\.lock)': File exists|lock config file (\S+): File exists"
)
_NO_INDEX = re.compile(r"index file|index uses|bad signature|bad index")
_BROKEN = re.compile(
    r"malformed object|bad object|corrupt|unable to read tree|broken ref|is empty"
)


def _mend_in(said: str) -> str:
    """What helps where a machine that lost its power, or a killed git, left git's own files so."""
    if found := _LOCKED.search(said):
        path = found[1] or f"{found[2]}.lock"
        return f" (another git is at work, or was killed: if none is, remove {path})"
    if _NO_INDEX.search(said):
        return " (remove .git/index, then git reset --quiet makes it anew)"
    if _BROKEN.search(said):
        return (
            " (git's own files are broken: git clone the ledger anew, then dipltrack --ledger NEW "
            "merge this folder takes in what only this one has)"
        )
    return ""


def _reason_in(said: str) -> str:
    """The line that tells why, with the files that it names; "" where there is none."""
    lines = [line.rstrip() for line in said.splitlines() if line.strip()]
    at = next((n for n, line in enumerate(lines) if re.match(r"(fatal|error):", line)), None)
    if at is None:
        return lines[-1].strip() if lines else ""
    if at and "Could not read from remote repository" in lines[at]:
        return lines[at - 1].strip()  # what ssh said stands before
    if not lines[at].endswith(":"):
        return lines[at].strip()
    named = list(takewhile(lambda line: line[0] in "\t ", lines[at + 1 :]))
    return f"{lines[at]} {', '.join(line.strip() for line in named)}"


class NoRepositoryError(Exception):
    """The ledger is under no git."""


class NoGitError(Exception):
    """There is no git program on this machine."""


class UnsafeRepositoryError(Exception):
    """The repository's own settings would run a program or lead elsewhere."""


class Git(Struct, frozen=True):
    """The repository in which a ledger lies: its top folder, and where in it the ledger is.

    `prefix` is "" where the ledger is the top itself, else it ends in a slash.
    """

    top: Path
    prefix: str
    environment: Mapping[str, str]

    def run(self, *words: str, given: bytes = b"") -> bytes:
        """What git prints. Raises GitError where it fails."""
        done = self.done(*words, given=given)
        if done.returncode:
            said = (done.stderr or done.stdout).decode(errors="replace")
            raise GitError(words[0], done.returncode, said)
        return done.stdout

    def done(self, *words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """The call as it ended, well or not."""
        return _called(self.top, words, self.environment, given)

    def line(self, *words: str) -> str | None:
        """The one line that git prints, or None where it fails."""
        done = self.done(*words)
        return None if done.returncode else done.stdout.decode(errors="replace").strip()


def environment_of(machine: Mapping[str, str], *, asks: bool) -> dict[str, str]:
    """The environment in which git runs; it asks for a password only where somebody sits there.

    Nor does a window open then, but where the machine's own settings force the asking on a program.
    """
    kept = {k: v for k, v in machine.items() if not k.startswith("GIT_") or _KEPT.fullmatch(k)}
    if not asks and kept.get("SSH_ASKPASS_REQUIRE") != "force":
        kept |= {"SSH_ASKPASS": "", "SSH_ASKPASS_REQUIRE": "never"}
    return kept | {
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "1" if asks else "0",
        "GIT_EDITOR": "true",
        "GIT_MERGE_AUTOEDIT": "no",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_NO_LAZY_FETCH": "1",
    }


def repository_of(root: Path, environment: Mapping[str, str]) -> Git:
    """The repository of the ledger. Raises NoRepositoryError, UnsafeRepositoryError, NoGitError, GitError."""
    words = ("rev-parse", "--show-toplevel", "--show-prefix", "--absolute-git-dir")
    done = _called(root, words, environment, b"")
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        if "not a git repository" in said:
            raise NoRepositoryError(f"{root} is under no git")
        raise GitError("rev-parse", done.returncode, said)
    top, prefix, folder = done.stdout.decode(errors="surrogateescape").split("\n")[:3]
    git = Git(Path(top), prefix, environment)
    if (git.top / prefix).resolve() != root.resolve():
        raise UnsafeRepositoryError(f"the repository of {root} says that it lies in {top}")
    _refuse_what_runs(root, environment, at_home=_is_at_home(git.top, Path(folder)))
    return git


def create_repository(root: Path, environment: Mapping[str, str]) -> Git:
    """A new repository in the folder of the ledger. Raises GitError, NoGitError."""
    words = ("init", "--quiet", "--initial-branch=main", "--template=", ".")
    done = _called(root, words, environment, b"")
    if done.returncode:
        raise GitError("init", done.returncode, done.stderr.decode(errors="replace"))
    return repository_of(root, environment)


def _is_at_home(top: Path, folder: Path) -> bool:
    """True where the top holds the `.git` of this very repository, or the file that names it.

    So it is in a submodule, whose settings name their top; one that leads elsewhere has no `.git`
    of this repository there.
    """
    git = top / ".git"
    if git.is_file():
        named = git.read_text(encoding="utf-8", errors="surrogateescape").partition("gitdir:")[2]
        git = top / named.strip()
    return git.is_dir() and git.resolve() == folder.resolve()


def _refuse_what_runs(root: Path, environment: Mapping[str, str], *, at_home: bool) -> None:
    """Raises UnsafeRepositoryError for a setting of this repository that would run a program."""
    words = ("config", "--list", "--show-scope", "--name-only", "-z")
    fields = _called(root, words, environment, b"").stdout.decode(errors="replace").split("\0")
    for scope, name in sorted(set(zip(fields[::2], fields[1::2], strict=False))):
        if scope not in {"local", "worktree"} or (at_home and name.lower() == "core.worktree"):
            continue
        if _RUNS.fullmatch(name.lower()):
            raise UnsafeRepositoryError(
                f"the settings of this repository hold {name}, which may run a program that came "
                f"with the ledger, or lead elsewhere: move it to your own (git config --global) "
                f"and remove it here, git config --unset-all {name}"
            )


def _called(
    folder: Path, words: Sequence[str], environment: Mapping[str, str], given: bytes
) -> "subprocess.CompletedProcess[bytes]":
    never = [word for setting in _NEVER for word in ("-c", setting)]
    command = ["git", "--no-pager", *never, *words]
    try:
        return subprocess.run(  # noqa: S603 - a list of words, no shell
            command,
            cwd=folder,
            env=dict(environment),
            input=given,
            capture_output=True,
            check=False,
            # ssh asks the terminal itself, wherever our standard input comes from
            start_new_session=environment.get("GIT_TERMINAL_PROMPT") == "0",
        )
    except OSError as error:
        if not folder.is_dir():
            raise
        raise NoGitError("there is no git program: install git") from error
