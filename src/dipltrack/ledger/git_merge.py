"""Another commit's work taken into the ledger: git brings the sides, the ledger joins them by meaning."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from dipltrack.ledger.git import Git, GitError
from dipltrack.ledger.git_setup import LINES
from dipltrack.ledger.git_sides import (
    Changed,
    changed_between,
    commit_of,
    common_past,
    contents_of,
    files_in,
    is_within,
    unmerged,
)
from dipltrack.ledger.merge.entry import Side
from dipltrack.ledger.merge.ledger import merged_ledger
from dipltrack.ledger.merge.lettering import headed, relinked
from dipltrack.ledger.read import KEPT
from dipltrack.ledger.replace import write_file
from dipltrack.ledger.toml import tables_if_sound


class Joined(Struct):
    """What became of a merge: the files it wrote, what the officer is told, what stands in the way.

    `others` are files that git cannot join and that are no part of the ledger.
    """

    written: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """True where nothing is left for an officer to decide."""
        return not (self.conflicts or self.others)


class Pending(NamedTuple):
    """A merge that somebody began with plain git: its name, the other commit, the common past."""

    name: str
    other: str
    past: str | None


def merge_commit(git: Git, root: Path, other: str, keep: Side | None = None) -> Joined:
    """Takes the commit's work into the files and the index; it is not committed yet.

    Where only an officer can decide, everything stays as it was. Raises GitError.
    """
    if is_within(git, other, "HEAD"):
        return Joined()
    if is_within(git, "HEAD", other):
        git.run("merge", "--ff-only", "--quiet", other)
        return Joined()
    words = ("--no-commit", "--no-ff", "--quiet", "--allow-unrelated-histories", other)
    done = git.done("merge", *words)
    if done.returncode and commit_of(git, "MERGE_HEAD") is None:
        said = (done.stderr or done.stdout).decode(errors="replace")
        raise GitError("merge", done.returncode, said)
    try:
        past = common_past(git, "HEAD", other)
        joined = resolve(git, root, Pending("merge", other, past), keep, trusted=False)
    except BaseException:
        give_up(git)
        raise
    if not joined.is_whole:
        give_up(git)
    return joined


def give_up(git: Git) -> None:
    """Takes a merge back that was begun: the files are as they were before it."""
    git.run("merge", "--abort")


def pending(git: Git) -> Pending | None:
    """What plain git left unfinished, or None."""
    for name, head in (
        ("merge", "MERGE_HEAD"),
        ("cherry-pick", "CHERRY_PICK_HEAD"),
        ("revert", "REVERT_HEAD"),
        ("rebase", "REBASE_HEAD"),
    ):
        if name == "rebase" and not _is_rebasing(git):
            continue  # git leaves the name of the last commit behind
        if other := commit_of(git, head):
            past = (
                common_past(git, "HEAD", other) if name == "merge" else commit_of(git, f"{other}^")
            )
            return Pending(name, other, past)
    if unmerged(git):
        return Pending("merge", "", None)
    return None


def _is_rebasing(git: Git) -> bool:
    paths = git.run("rev-parse", "--git-path", "rebase-merge", "--git-path", "rebase-apply")
    return any((git.top / path).is_dir() for path in paths.decode().splitlines())


def resolve(git: Git, root: Path, begun: Pending, keep: Side | None, *, trusted: bool) -> Joined:
    """Joins by meaning what git could not, from the three sides in its index.

    Where `trusted`, a file that a hand has finished is taken as it is: it reads, and is neither
    side. What only an officer can decide stays as git left it.
    """
    joined = Joined()
    everywhere = unmerged(git)
    open_ = {path: sides for path, sides in everywhere.items() if path.startswith(git.prefix)}
    joined.others += (path for path in everywhere if path not in open_)
    sides = {path.removeprefix(git.prefix): sides for path, sides in open_.items()}
    finished = [path for path in sides if trusted and _is_finished(git, root, path, sides[path])]
    for path in finished:
        del sides[path]
    plain = [path for path in sides if not path.endswith(".toml") or path.startswith(f"{KEPT}/")]
    joined.others += (path for path in plain if not _join_lines(git, root, path, sides.pop(path)))
    _join_ledger(git, root, begun, sides, keep, joined, frozenset(finished))
    if joined.is_whole or trusted:
        paths = [p for p in (*finished, *joined.written) if (root / p).exists()]
        gone = [p for p in joined.written if not (root / p).exists()]
        _add(git, [git.prefix + path for path in paths])
        if gone:
            git.run(
                "rm",
                "--cached",
                "--quiet",
                "--ignore-unmatch",
                "--",
                *(git.prefix + p for p in gone),
            )
    return joined


def _add(git: Git, paths: Iterable[str]) -> None:
    given = "".join(f"{path}\0" for path in paths).encode(errors="surrogateescape")
    if given:
        git.run("add", "--pathspec-from-file=-", "--pathspec-file-nul", given=given)


def _is_finished(git: Git, root: Path, path: str, sides: dict[str, str]) -> bool:
    """True where a hand has joined the file already: no marks, TOML, and neither side as it was."""
    file = root / path
    if file.is_symlink() or not file.is_file():
        return False
    data = file.read_bytes()
    if data in contents_of(git, sides.values()).values():
        return False
    text = data.decode(errors="replace")
    return "<<<<<<<" not in text and ">>>>>>>" not in text and tables_if_sound(text) is not None


def _join_lines(git: Git, root: Path, path: str, sides: dict[str, str]) -> bool:
    """Joins the lines of the two files that every clone has; False for any other."""
    if path not in LINES or not {"ours", "theirs"} <= sides.keys():
        return False
    data = contents_of(git, sides.values())
    texts = [
        data[sides[side]].decode(errors="replace").splitlines() for side in ("ours", "theirs")
    ]
    lines = dict.fromkeys(line for text in sorted(texts) for line in text)
    write_file(root / path, "".join(f"{line}\n" for line in lines).encode())
    _add(git, [git.prefix + path])
    return True


def _join_ledger(
    git: Git,
    root: Path,
    begun: Pending,
    sides: dict[str, dict[str, str]],
    keep: Side | None,
    joined: Joined,
    finished: Collection[str],
) -> None:
    """Joins the ledger's own files, and follows new refs into those that only one side changed.

    What a hand has `finished` is left as it is.
    """
    changed = {
        side: {path: one for path, one in listed.items() if path not in finished}
        for side, listed in _changed(git, begun).items()
    }
    sides = sides | _near(sides, changed) | _moved(git, sides, changed)
    objects = contents_of(git, (name for found in sides.values() for name in found.values()))
    versions: dict[str, dict[str, bytes]] = {"base": {}, "ours": {}, "theirs": {}}
    for path, found in sides.items():
        for side, name in found.items():
            versions[side][path] = objects[name]
    merged = merged_ledger(
        versions["base"],
        versions["ours"],
        versions["theirs"],
        keep=keep,
        taken=_taken(git, begun, sides),
    )
    joined.told += merged.told
    joined.conflicts += (f"{path}: {conflict}" for path, conflict in merged.conflicts)
    joined.conflicts += (f"{path} cannot be joined: {why}" for path, why in merged.unreadable)
    stuck = {path for path, _ in (*merged.conflicts, *merged.unreadable)}
    for path, data in merged.files.items():
        if path not in stuck:
            _put(root / path, data)
            joined.written.append(path)
    if not merged.conflicts:
        _relink(git, root, changed, merged.names, merged.files, joined)


def _changed(git: Git, begun: Pending) -> dict[str, dict[str, Changed]]:
    """The files of the ledger that each side changed since the common past."""
    if not begun.other:
        return {"ours": {}, "theirs": {}}
    found = {}
    for side, commit in (("ours", "HEAD"), ("theirs", begun.other)):
        listed = changed_between(git, begun.past, commit)
        found[side] = {
            path.removeprefix(git.prefix): one
            for path, one in listed.items()
            if path.startswith(git.prefix) and path.endswith(".toml")
        }
    return found


def _near(
    sides: dict[str, dict[str, str]], changed: dict[str, dict[str, Changed]]
) -> dict[str, dict[str, str]]:
    """The changed files of the same days: a meeting may have got another letter on one side."""
    days = {_day_of(path) for path in sides if "/" in path}
    near = {p for listed in changed.values() for p in listed if _day_of(p) in days}
    return _versions(near - sides.keys(), changed)


def _moved(
    git: Git, sides: dict[str, dict[str, str]], changed: dict[str, dict[str, Changed]]
) -> dict[str, dict[str, str]]:
    """The files in which one side has moved an item: links of the other side to it must follow."""
    after = {p: c.after for listed in changed.values() for p, c in listed.items() if c.after}
    data = contents_of(git, after.values())
    moved = {path for path, name in after.items() if b"\nwas = " in data[name]}
    return _versions(moved - sides.keys(), changed)


def _versions(
    paths: Collection[str], changed: dict[str, dict[str, Changed]]
) -> dict[str, dict[str, str]]:
    """The objects of base, ours and theirs of changed files; a side that left one alone has the base."""
    found: dict[str, dict[str, str]] = {path: {} for path in paths}
    for side, listed in changed.items():
        other = "theirs" if side == "ours" else "ours"
        for path in found.keys() & listed.keys():
            one = listed[path]
            found[path] |= {side: one.after} if one.after else {}
            found[path] |= {"base": one.before} if one.before else {}
            if path not in changed[other] and one.before:
                found[path][other] = one.before
    return found


def _day_of(path: str) -> str:
    """The folder and the day in a path: `TR/2017-12-28`."""
    folder, _, name = path.partition("/")
    return f"{folder}/{name[:10]}"


def _taken(git: Git, begun: Pending, sides: Collection[str]) -> set[str]:
    """The refs of the meetings of the same days, on both sides."""
    taken: set[str] = set()
    days = {_day_of(path) for path in sides if "/" in path}
    commits = [commit for commit in ("HEAD", begun.other) if commit]
    for folder in {day.partition("/")[0] for day in days}:
        for commit in commits:
            listed = files_in(git, commit, git.prefix + folder)
            near = {
                path: name
                for path, name in listed.items()
                if _day_of(path.removeprefix(git.prefix)) in days
                and path.removeprefix(git.prefix) not in sides
            }
            data = contents_of(git, near.values())
            refs = (headed(path, data[name]).ref for path, name in near.items())
            taken |= {ref for ref in refs if ref}
    return taken


def _relink(
    git: Git,
    root: Path,
    changed: dict[str, dict[str, Changed]],
    names: dict[str, dict[str, str]],
    done: Collection[str],
    joined: Joined,
) -> None:
    """Writes new refs into the files that only one side changed, and that link to what moved."""
    for side, listed in changed.items():
        if not names[side]:
            continue
        alone = {p: c.after for p, c in listed.items() if p not in done and c.after}
        data = contents_of(git, alone.values())
        for path, name in alone.items():
            new = relinked(data[name], names[side])
            if new != data[name]:
                _put(root / path, new)
                joined.written.append(path)


def _put(path: Path, data: bytes | None) -> None:
    """Writes the file, all or nothing; None removes it."""
    if data is None:
        path.unlink(missing_ok=True)
        return
    write_file(path, data)
