"""What git has of a ledger: the files of a commit, what two commits differ in, the sides of a conflict."""

import os
import stat
from collections.abc import Iterable, Mapping

from msgspec import Struct

from dipltrack.ledger.git import Git

Ids = Mapping[str, str]
"""The ids of git's objects by the paths of files."""

_NOTHING = "0" * 40
_STAGES = {"1": "base", "2": "ours", "3": "theirs"}


class Changed(Struct, frozen=True):
    """A file in which two commits differ: its objects before and after; None where it is missing."""

    before: str | None
    after: str | None


def changed_between(git: Git, before: str | None, after: str) -> dict[str, Changed]:
    """The files in which two commits differ, by their paths; of no commit, all that there are.

    Links and other repositories are left out: they are no files of a ledger.
    """
    if before is None:
        before = git.run("hash-object", "-t", "tree", "--stdin").decode().strip()
    printed = git.run("diff-tree", "-r", "-z", "--no-renames", before, after)
    fields = printed.split(b"\0")[:-1]
    found: dict[str, Changed] = {}
    for head, path in zip(fields[::2], fields[1::2], strict=False):
        old_mode, new_mode, old, new, _ = head.decode().removeprefix(":").split(" ")
        if _is_file(old_mode) and _is_file(new_mode):
            found[os.fsdecode(path)] = Changed(_object(old), _object(new))
    return found


def files_in(git: Git, commit: str, folder: str) -> dict[str, str]:
    """The files of a folder of a commit, not of the folders in it."""
    found: dict[str, str] = {}
    for line in git.run("ls-tree", "-z", commit, f"{folder}/").split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, _, name = head.decode().split(" ")
        if _is_file(mode):
            found[os.fsdecode(path)] = name
    return found


def unmerged(git: Git) -> dict[str, dict[str, str]]:
    """The files that git could not join: the objects of base, ours and theirs, as far as there are."""
    found: dict[str, dict[str, str]] = {}
    for line in git.run("ls-files", "--unmerged", "-z").split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, name, stage = head.decode().split(" ")
        sides = found.setdefault(os.fsdecode(path), {})
        if _is_file(mode):
            sides[_STAGES[stage]] = name
    return found


def contents_of(git: Git, objects: Iterable[str]) -> dict[str, bytes]:
    """The bytes of each object, all asked for at once."""
    wanted = sorted(set(objects))
    if not wanted:
        return {}
    given = "".join(f"{name}\n" for name in wanted).encode()
    printed = git.run("cat-file", "--batch", given=given)
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = printed.index(b"\n", at)
        size = int(printed[at:end].split(b" ")[2])
        found[name] = printed[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def common_past(git: Git, one: str, other: str) -> str | None:
    """The commit from which both grew, or None."""
    return git.line("merge-base", one, other) or None


def is_within(git: Git, one: str, other: str) -> bool:
    """True where the second commit holds all that the first has."""
    return git.done("merge-base", "--is-ancestor", one, other).returncode == 0


def commit_of(git: Git, name: str) -> str | None:
    """The commit of that name, or None."""
    return git.line("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")


def _is_file(mode: str) -> bool:
    return int(mode, 8) == 0 or stat.S_ISREG(int(mode, 8))


def _object(name: str) -> str | None:
    return None if name == _NOTHING or not name.strip("0") else name
