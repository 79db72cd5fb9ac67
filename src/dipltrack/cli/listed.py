"""A group of commands that stand in a table: each is built when it is called, and none for the help."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import CompletionItem, TyperGroup  # type: ignore[attr-defined]
from typer.main import get_command_from_info, get_group


class Listed(TyperGroup):
    """The commands of a module: their names and their lines in the help, without the module."""

    called = "dipltrack"
    """How the group is called."""
    module: str
    """The module of `cli/` that holds the commands, loaded when one is called."""
    lines: Mapping[str, str]
    """The line of each command in the help, by its name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - Typer's own
        """What is left to the command; a group that is called alone shows its help."""
        return super().parse_args(ctx, args or ["--help"])

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """The names, in the order of the help."""
        return list(self.lines)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        """The command of that name, or None."""
        return command_of(self.module, cmd_name) if cmd_name in self.lines else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """The command that was typed. Raises WrongUsageError, which names the nearest."""
        if args and args[0] not in self.lines:
            from dipltrack.cli.usage import WrongUsageError
            from dipltrack.ledger.flaw import nearest

            near = nearest(args[0], tuple(self.lines))
            meant = _MEANT.get(f"{self.called} {args[0]}")
            mend = f"{self.called} --help lists the commands"
            if meant or near:
                mend = f"did you mean {meant or near}?"
            raise WrongUsageError(f'there is no command "{args[0]}": {mend}')
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:  # noqa: ANN401
        """The commands that begin so, from the table: none is loaded for it."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=line)
            for name, line in self.lines.items()
            if name.startswith(incomplete)
        ]

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Writes the commands into the help without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))


_MEANT = {
    **dict.fromkeys(("dipltrack done", "dipltrack close", "dipltrack complete"), "fulfil"),
    **dict.fromkeys(("dipltrack delete", "dipltrack remove", "dipltrack rm"), "strike, or undo"),
    **dict.fromkeys(("dipltrack search", "dipltrack find", "dipltrack status"), "list"),
    **dict.fromkeys(("dipltrack agenda", "dipltrack todo"), "due"),
    **dict.fromkeys(("dipltrack weekly", "dipltrack brief", "dipltrack review"), "report"),
    "dipltrack history": "log",
    "dipltrack cancel": "withdraw",
    "dipltrack new": "add",
    "dipltrack hold": "pause, or held",
    "dipltrack dossier show": "dipltrack show NAME",
    "dipltrack dossier set": "add, which registers it anew",
    "dipltrack body set": "add, which registers it anew",
    "dipltrack body show": "list",
    "dipltrack document list": "dipltrack meeting show",
}
"""What those may mean who come from another tool: words that no letter brings near."""


def command_of(module: str, name: str) -> Any:  # noqa: ANN401
    """The command of that name, of a module of `cli/`."""
    app: typer.Typer = import_module(f"dipltrack.cli.{module}").app
    info = next(one for one in app.registered_commands if one.name == name)
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


def group_of(module: str, name: str, line: str, lines: Mapping[str, str]) -> Any:  # noqa: ANN401
    """The group of that name, with the commands of a module of `cli/`, which is not loaded."""
    app = typer.Typer(cls=Listed, rich_markup_mode=None, help=line)
    group: Any = get_group(app)
    group.name, group.module, group.lines = name, module, lines
    group.called = f"dipltrack {name}"
    return group


def own_group_of(module: str, name: str) -> Any:  # noqa: ANN401
    """The group of that name, which does something of its own where no command of it is called."""
    group: Any = get_group(import_module(f"dipltrack.cli.{module}").app)
    group.name = name
    return group
