"""The command line as a whole: which commands there are, and how errors leave it."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import CompletionItem, TyperGroup  # type: ignore[attr-defined]
from typer.main import get_command_from_info, get_group

from dipltrack import __version__
from dipltrack.cli.exits import FAULT


class Row(NamedTuple):
    """A command: the module that holds it, whether it is a group, and its line in the help."""

    module: str
    is_group: bool
    help: str


COMMANDS = {
    "init": Row("init", False, "Make a new ledger."),
    "meeting": Row("meeting", True, "File a meeting and its documents; list and show them."),
    "document": Row("document", True, "File another document of a meeting, or correct one."),
    "body": Row("body", True, "Register who acts; list them."),
    "dossier": Row("dossier", True, "Register a matter; list them."),
    "add": Row("add", False, "File a commitment, in the words in which it was made."),
    "record": Row("record", False, "File another document's version of a commitment."),
    "list": Row("listing", False, "List commitments as of a day."),
    "show": Row("showing", False, "Show one commitment whole, or the story of a dossier."),
    "due": Row("due", False, "The agenda: overdue, due soon, in window, coming up."),
    "timeline": Row("timeline", False, "Windows and facts drawn over the months."),
    "report": Row("report", True, "Reports that are passed up: weekly, matrix, brief, review."),
    "update": Row("update", False, "Add any dated entry to commitments."),
    "start": Row("update", False, "It has begun: in progress."),
    "pause": Row("update", False, "It is on hold, with the reason."),
    "fulfil": Row("update", False, "It was done, with the evidence."),
    "partly": Row("update", False, "It was done in part, with the evidence."),
    "unmet": Row("update", False, "It was not done and will not be, with the reason."),
    "held": Row("update", False, "A recurring act was held once more."),
    "withdraw": Row("update", False, "It was withdrawn, and by whom."),
    "supersede": Row("update", False, "Another promise stands in its place."),
    "note": Row("update", False, "Something was heard of it."),
    "fix": Row("timing", False, "Its day was settled, inside the window."),
    "move": Row("timing", False, "Another time was agreed, with the reason."),
    "expect": Row("timing", False, "When one side expects it; never in force."),
    "ask": Row("asking", False, "A body is asked how things stand; the letter to it."),
    "strike": Row("mistakes", False, "Strike what was filed in error, or twice."),
    "split": Row("mistakes", False, "Split an item that joins several acts."),
    "undo": Row("undo", False, "Take back the last entry of your own, or one by its id."),
    "log": Row("log", False, "What was entered, by whom, when."),
    "edit": Row("edit", False, "Open a file in your own editor, and check it after."),
    "check": Row("check", False, "Report every fault of every file."),
    "window": Row("window", False, "How words of time are read."),
    "firmness": Row("firmness", False, "How firmly a passage is worded, and in whose voice."),
}
"""Every command, in the order of the help. A module is loaded only when its command is called."""


class Commands(TyperGroup):
    """The commands of the table above, each built when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - Typer's own context
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        """The command of that name, or None."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return None
        app: typer.Typer = import_module(f"dipltrack.cli.{row.module}").app
        if row.is_group:
            group = get_group(app)
            group.name = cmd_name
            return group
        info = next(one for one in app.registered_commands if one.name == cmd_name)
        return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """The command that was typed. Raises WrongUsageError, which names the nearest."""
        from dipltrack.cli.usage import WrongUsageError
        from dipltrack.ledger.flaw import nearest

        if args and args[0] not in COMMANDS:
            near = nearest(args[0], tuple(COMMANDS))
            mend = f"did you mean {near}?" if near else "dipltrack --help lists the commands"
            raise WrongUsageError(f'there is no command "{args[0]}": {mend}')
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:  # noqa: ANN401
        """The commands that begin so, from the table: none is loaded for it."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=row.help)
            for name, row in COMMANDS.items()
            if name.startswith(incomplete)
        ]

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Writes the commands into the help without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.help) for name, row in COMMANDS.items()])


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"dipltrack {__version__}\n")
        raise typer.Exit


@app.callback()
def _main(
    ctx: typer.Context,
    ledger: Annotated[
        str | None,
        typer.Option("--ledger", metavar="DIR", help="The ledger; else the nearest one above."),
    ] = None,
    _: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Say the version.")
    ] = False,
) -> None:
    """Keep what was agreed at a meeting, in its own words, and say what became of it."""
    from dipltrack.cli.session import Session

    ctx.obj = Session(ledger)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the program and leaves it with the exit code of DESIGN §7.

    An error that an officer can meet is one plain line on standard error, without a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code."""
    arguments = arguments or ["--help"]
    try:
        code = typer.main.get_command(app).main(
            list(arguments), prog_name="dipltrack", standalone_mode=False
        )
    except SystemExit as leaving:  # Typer leaves so after what the Tab key asked for
        return leaving.code if isinstance(leaving.code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("dipltrack: stopped; nothing more was written\n")
        return 130
    except Exception as error:
        from dipltrack.cli.errors import exit_code_of, line_of

        code = exit_code_of(error)
        if code is None and os.environ.get("DIPLTRACK_TRACEBACK"):
            raise
        from dipltrack.cli.output import warn

        for line in line_of(error, arguments).splitlines():
            warn(line)
        return FAULT if code is None else code
    return code if isinstance(code, int) else 0
