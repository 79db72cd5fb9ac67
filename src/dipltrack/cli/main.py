"""The command line as a whole: which commands there are, and how errors leave it."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from dipltrack import __version__
from dipltrack.cli.exits import FAULT
from dipltrack.cli.listed import Listed, command_of, group_of, own_group_of


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
    "intake": Row("intake", False, "Propose the follow-ups in a document; review and file them."),
    "record": Row("record", False, "File another document's version of a commitment."),
    "list": Row("listing", False, "List commitments as of a day."),
    "show": Row("showing", False, "Show one commitment whole, or the story of a dossier."),
    "due": Row("due", False, "The agenda: overdue, due soon, in window, coming up."),
    "timeline": Row("timeline", False, "Windows and facts drawn over the months."),
    "report": Row("report", True, "Reports that are passed up: weekly, matrix, brief, review."),
    "remind": Row("remind", True, "The reminders due, once each; by mail or as drafts."),
    "update": Row("update", False, "Add any dated entry to commitments."),
    "start": Row("update", False, "It has begun: in progress."),
    "pause": Row("update", False, "It is on hold, with the reason."),
    "fulfil": Row("closing", False, "It was done, with the evidence."),
    "partly": Row("closing", False, "It was done in part, with the evidence."),
    "unmet": Row("closing", False, "It was not done and will not be, with the reason."),
    "held": Row("update", False, "A recurring act was held once more."),
    "withdraw": Row("closing", False, "It was withdrawn, and by whom."),
    "supersede": Row("closing", False, "Another promise stands in its place."),
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
    "export": Row("export", False, "The whole ledger as JSON; items as csv, xlsx or ics."),
    "import": Row("importing", False, "File a whole export, or a desk's spreadsheet."),
    "check": Row("check", False, "Report every fault of every file."),
    "redact": Row("redact", False, "Remove the text of an entry that must not be there."),
    "schema": Row("schema", False, "Which schema the files have, and their way to the newest."),
    "sync": Row("sync", False, "Share the ledger with other desks through git."),
    "merge": Row("merge", False, "Take in a copy of the ledger that came by other ways."),
    "merge-driver": Row("merge", False, "What git calls to join two versions of a file."),
    "window": Row("window", False, "How words of time are read."),
    "firmness": Row("firmness", False, "How firmly a passage is worded, and in whose voice."),
}
"""Every command, in the order of the help. A module is loaded only when its command is called."""


GROUPS: Mapping[str, Mapping[str, str]] = {
    "meeting": {
        "add": "File a meeting, with a first document; print its ref and file.",
        "list": "List the meetings by date, with the number of items and of open ones.",
        "show": "Show one meeting: where and who, its documents, its items.",
        "set": "Correct a field of a meeting; a new date can read its windows anew.",
    },
    "document": {
        "add": "File another document of a meeting.",
        "set": "Correct a field of a document; an empty one empties it.",
    },
    "body": {
        "add": "Register a body; of a known one, only what is named changes.",
        "list": "List the bodies.",
    },
    "dossier": {
        "add": "Register a dossier; a later one of the name replaces the earlier.",
        "list": "List the dossiers.",
    },
    "report": {
        "weekly": "The report of a week, on two pages.",
        "matrix": "Every item in one line, by dossier or by meeting.",
        "brief": "One partner before the next meeting, by dossier, each item once.",
        "review": "What was promised, due or closed in a period, and what became of it.",
        "item": "One item whole, with its history, and whom we asked.",
    },
}
"""The commands of each group, so that its help loads nothing else; `remind` has a will of its own."""


class Commands(Listed):
    """The commands of the table above, groups among them, each built when it is called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Typer's own
        super().__init__(*args, **kwargs)
        self.lines = {name: row.help for name, row in COMMANDS.items()}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - Typer's own
        """The command or group of that name, or None."""
        row = COMMANDS.get(cmd_name)
        if row is None:
            return None
        if cmd_name in GROUPS:
            return group_of(row.module, cmd_name, row.help, GROUPS[cmd_name])
        if row.is_group:
            return own_group_of(row.module, cmd_name)
        return command_of(row.module, cmd_name)


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
