"""Writes the generated parts of docs/: the keys, the commands, the errors, what commands print.

Run it with `make docs`; the tests hold the pages against it.
"""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import typer.main

from dipltrack.cli.main import COMMANDS, app
from dipltrack.ledger.keys import (
    LOG_TABLES,
    MEETING_TABLES,
    SETTINGS_TABLES,
    Key,
    Sort,
    keys_of,
    timing_keys,
)
from dipltrack.model import vocabulary
from dipltrack.model.update import Change, Evidence
from tests.docs.console import executed, pages
from tests.docs.export_schema import schema_page

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FAULTS = ROOT / "tests" / "faults"
TABLES: Mapping[str, type] = {
    **MEETING_TABLES,
    **SETTINGS_TABLES,
    **LOG_TABLES,
    "evidence": Evidence,
    "changes": Change,
}
WORDS = (
    vocabulary.Status,
    vocabulary.Firmness,
    vocabulary.Voice,
    vocabulary.Kind,
    vocabulary.TimingClass,
    vocabulary.TimingChange,
    vocabulary.NextMove,
    vocabulary.Side,
    vocabulary.Level,
    vocabulary.Form,
    vocabulary.Instrument,
    vocabulary.Handling,
    vocabulary.Remind,
    vocabulary.RuleName,
    vocabulary.Channel,
    vocabulary.Encryption,
)
_REGION = re.compile(r"(<!-- (keys: (\w+)|words) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def format_page() -> str:
    """docs/format.md with its tables made anew from the model."""
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    return _REGION.sub(lambda found: f"{found[1]}{_region(found[3])}{found[5]}", page)


def _region(table: str | None) -> str:
    return _words() if table is None else _keys(TABLES[table])


def _keys(model: type) -> str:
    rows = ["| key | type | required | default | meaning |", "|---|---|---|---|---|"]
    for key in keys_of(model):
        in_timing = key.sort is Sort.TIMING
        rows += (_row(one, in_timing=in_timing) for one in (timing_keys() if in_timing else [key]))
    return "\n".join(rows) + "\n"


def _row(key: Key, *, in_timing: bool) -> str:
    required = "yes" if key.required else "no"
    if in_timing:
        required = "with any of the seven" if key.name == "class" else "no"
    kind = key.sort.value
    if key.words:
        kind = f"{key.words.__name__} (below)"
    default = "" if in_timing else _default(key)
    return f"| `{key.name}` | {kind} | {required} | {default} | {key.meaning} |"


def _default(key: Key) -> str:
    match key.default:
        case None | () | Mapping() if not key.default:
            return ""
        case bool():
            return f"`{str(key.default).lower()}`"
        case str():
            return f'`"{key.default}"`'
        case dict() | Mapping():
            pairs = ", ".join(f"{party} = {month}" for party, month in key.default.items())
            return f"`{{ {pairs} }}`"
        case tuple():
            return f"`{list(key.default)}`"
        case _:
            return f"`{key.default}`"


def _words() -> str:
    rows = ["| type | words |", "|---|---|"]
    for words in WORDS:
        listed = ", ".join(f"`{word.value}`" for word in words)
        rows.append(f"| {words.__name__} | {listed} |")
    return "\n".join(rows) + "\n"


def commands_page() -> str:
    """docs/commands.md: the help of every command."""
    group = typer.main.get_command(app)
    parts = [
        "# The commands\n\nMade from the program's own help.\n",
        _help(group, "dipltrack"),
    ]
    for name, row in COMMANDS.items():
        command = group.get_command(None, name)  # type: ignore[attr-defined]
        parts.append(_help(command, f"dipltrack {name}"))
        if row.is_group:
            parts += [
                _help(command.get_command(None, sub_name), f"dipltrack {name} {sub_name}")
                for sub_name in command.list_commands(None)
            ]
    return "\n".join(parts)


def _help(command: Any, path: str) -> str:  # noqa: ANN401 - Typer's own classes
    with command.make_context(path, [], resilient_parsing=True, max_content_width=88) as context:
        context.terminal_width = 88
        text = command.get_help(context)
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {path}\n\n```\n{lines}\n```\n"


_ERRORS = """\
# What `dipltrack check` says

Each file below has the faults above it. A warning does not keep a file from being read; an error does.
"""


def errors_page() -> str:
    """docs/errors.md: every fault that `check` knows, with a file that has it."""
    parts = [_ERRORS]
    for case in sorted(FAULTS.glob("*.toml")):
        title = case.stem.replace("-", " ")
        told = case.with_suffix(".txt").read_text(encoding="utf-8")
        text = case.read_bytes().decode("utf-8", errors="replace")
        parts.append(f"## {title.capitalize()}\n\n```\n{told}```\n\n```toml\n{text}```\n")
    return "\n".join(parts)


PAGES: Mapping[str, Callable[[], str]] = {
    "format.md": format_page,
    "commands.md": commands_page,
    "errors.md": errors_page,
    "export.schema.json": schema_page,
}
"""Each generated page, and what makes it."""


def main() -> None:
    """Writes every generated page anew."""
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")
    for page in pages():
        page.write_text(executed(page), encoding="utf-8")
        sys.stdout.write(f"{page.name}\n")


if __name__ == "__main__":
    main()
