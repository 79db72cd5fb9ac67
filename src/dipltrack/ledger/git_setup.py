"""What makes a repository fit for a ledger: the merge driver, how files are kept, what is left out."""

import re
from pathlib import Path

from dipltrack.ledger.git import DRIVER, Git
from dipltrack.ledger.replace import create_file, read_seen, replace_file

ATTRIBUTES = ".gitattributes"
IGNORE = ".gitignore"
LINES = {
    ATTRIBUTES: ("*.toml merge=dipltrack -text",),
    IGNORE: (".dipltrack/", ".*.toml.*.tmp"),
}
"""The files of every clone, with the lines that they must have: merged by meaning, line ends kept."""


def set_up(git: Git, root: Path) -> list[str]:
    """Sets up what the repository and this clone of it lack; the files that were written for it."""
    written = [name for name, lines in LINES.items() if _with_lines(root / name, lines)]
    own = git.top / git.run("rev-parse", "--git-path", "info/attributes").decode().strip()
    _with_lines(own, (f"{_pattern_of(git.prefix)} merge=dipltrack -text",))
    for key, value in (
        ("merge.dipltrack.name", "dipltrack: merges a ledger by meaning"),
        ("merge.dipltrack.driver", DRIVER),
    ):
        if git.line("config", "--local", "--get", key) != value:
            git.run("config", "--local", key, value)
    return written


def _pattern_of(prefix: str) -> str:
    r"""The files of the ledger in that folder, as a line of git's attributes names them.

    >>> print(_pattern_of(""), _pattern_of("desk/"), _pattern_of("desk [1]/"))
    *.toml desk/**/*.toml "desk \\[1\\]/**/*.toml"
    """
    if not prefix:
        return "*.toml"
    if re.fullmatch(r"[\w/.+-]+", prefix):
        return f"{prefix}**/*.toml"
    literal = re.sub(r"([][*?\\])", r"\\\1", prefix)
    quoted = literal.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}**/*.toml"'


def _with_lines(path: Path, lines: tuple[str, ...]) -> bool:
    """Sees to it that the file has the lines; True where it had to be written."""
    if path.is_symlink():
        return False
    if not path.exists():
        create_file(path, "".join(f"{line}\n" for line in lines).encode())
        return True
    seen = read_seen(path)
    there = seen.data.decode(errors="replace").splitlines()
    missing = [line for line in lines if line not in there]
    if missing:
        gap = b"" if not seen.data or seen.data.endswith(b"\n") else b"\n"
        replace_file(path, seen.data + gap + "".join(f"{m}\n" for m in missing).encode(), seen)
    return bool(missing)
