"""Whether a ledger only grew: every commit held against the one before it."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from dipltrack.ledger.git import Git
from dipltrack.ledger.git_sides import changed_between, contents_of
from dipltrack.ledger.merge.blocks import blocks_of, plain
from dipltrack.ledger.merge.matching import was_of
from dipltrack.ledger.merge.renaming import LINKS

_MAY_CHANGE = frozenset({"was", "ref", "name", "document", "evidence", "changes", *LINKS})
"""Keys that a join of two desks' work changes: what a ref or a document is called."""


class Rewritten(Struct, frozen=True):
    """An earlier entry that a commit changed or took away: which, what of it, and who did it when."""

    commit: str
    by: str
    on: str
    path: str
    name: str
    id: str
    of: str
    keys: tuple[str, ...]

    @property
    def told(self) -> str:
        """The entry, what happened to it, the commit."""
        what = f"{', '.join(self.keys)} changed" if self.keys else "removed"
        about = f" of {self.of}" if self.of else ""
        commit = f"commit {self.commit[:10]} of {self.on} by {self.by}"
        return f"the {self.name} {self.id}{about}: {what} in {commit}"


class Commit(Struct, frozen=True):
    """A commit of the ledger: its name, the moment, who made it, what it brought."""

    commit: str
    moment: str
    by: str
    summary: str


def commits_of(git: Git) -> Iterator[Commit]:
    """The commits that touched the ledger, the newest first."""
    form = "--format=%H%x00%aI%x00%an%x00%s"
    listed = git.run("log", form, "HEAD", "--", git.prefix or ".")
    for line in listed.decode(errors="replace").splitlines():
        commit, moment, by, summary = line.split("\0", 3)
        yield Commit(commit, moment, by, summary)


def is_cut_off(git: Git) -> bool:
    """True for a shallow clone: what is older than its first commit cannot be told."""
    return git.line("rev-parse", "--is-shallow-repository") == "true"


def rewritten_in(git: Git) -> Iterator[Rewritten]:
    """What was changed after it had been entered, the oldest first; redactions and joins are none."""
    listed = git.run(
        "log", "--reverse", "--format=%H%x00%P%x00%an%x00%as", "HEAD", "--", git.prefix or "."
    )
    for line in listed.decode(errors="replace").splitlines():
        commit, parents, by, on = line.split("\0")
        found: list[dict[tuple[str, str], Rewritten]] = []
        for parent in parents.split():
            changes = (
                Rewritten(commit, by, on, path, name, new, of, keys)
                for path, name, new, of, keys in _between(git, parent, commit)
            )
            found.append({(one.name, one.id): one for one in changes})
        if found:  # of a join only what it has from neither side
            yield from (
                one for key, one in found[0].items() if all(key in other for other in found[1:])
            )


Change = tuple[str, str, str, str, tuple[str, ...]]


def _between(git: Git, before: str, after: str) -> Iterator[Change]:
    listed = {
        path: one
        for path, one in changed_between(git, before, after).items()
        if path.startswith(git.prefix) and path.endswith(".toml") and one.before
    }
    everything = changed_between(git, before, after) if listed else {}
    data = contents_of(git, (n for c in everything.values() for n in (c.before, c.after) if n))
    now: dict[str, Mapping[str, Any]] = {}
    for one in everything.values():
        for _, table in _entries(data[one.after]) if one.after else ():
            now[str(table["id"])] = table
            now |= {old: table for old in table.get("was", ()) if old not in now}
    for path, one in listed.items():
        for name, table in _entries(data[one.before or ""]):
            new = str(table["id"])
            keys = _changed(table, now.get(new))
            if keys is not None:
                yield path.removeprefix(git.prefix), name, new, str(table.get("of", "")), keys


def _changed(before: Mapping[str, Any], after: Mapping[str, Any] | None) -> tuple[str, ...] | None:
    """The keys that were changed, () where the entry is gone, None where nothing was."""
    if after is None:
        return ()
    if "redacted" in after or after["id"] != before["id"]:
        return None
    keys = [k for k, v in before.items() if after.get(k) != v and k not in _MAY_CHANGE]
    return tuple(keys) or None


def _entries(data: bytes) -> list[tuple[str, Mapping[str, Any]]]:
    """The entries with an id; of a version that cannot be read none."""
    try:
        blocks = blocks_of(plain(data))
    except (ValueError, RecursionError):
        return []
    return [
        (block.name, {**block.table, "was": was_of(block)})
        for block in blocks
        if block.value("id") is not None
    ]
