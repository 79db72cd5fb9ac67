"""`dipltrack window`: how words of time are read."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import typer

from dipltrack.cli import completion
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.output import is_json, put, say
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.find import NoLedgerError
from dipltrack.model.conventions import Conventions
from dipltrack.model.settings import Identity, Settings
from dipltrack.model.text import escaped
from dipltrack.model.window import Window
from dipltrack.reports.machine import window_of_words
from dipltrack.reports.strip import strip_of
from dipltrack.wording.edtf import edtf_of
from dipltrack.wording.language import language_of
from dipltrack.wording.reading import readings_of
from dipltrack.wording.unread import UnreadTimeError

app = typer.Typer()


@app.command("window")
def window(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words, or - for lines.")],
    anchor: Annotated[
        str | None, typer.Option("--anchor", metavar="DAY", help="Day of the meeting; else today.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="CODE", help="Where, for the seasons.")
    ] = None,
    lang: Annotated[
        str,
        typer.Option(
            "--lang",
            metavar="CODE",
            help="Their language; else told from them.",
            autocompletion=completion.languages,
        ),
    ] = "",
    party: Annotated[
        str | None, typer.Option("--party", metavar="CODE", help="Whose fiscal year.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="terminal|json", help="How to print.")
    ] = "terminal",
) -> None:
    """Print the window that words of time mean, its class, its reason and its EDTF.

    dipltrack window "late January next year" --anchor 2017-12-28

    With - it reads lines DATE<TAB>PLACE<TAB>LANG<TAB>TEXT and answers one JSON object a line.
    """
    session: Session = ctx.obj
    settings = _settings(session)
    if text == "-":
        for answer in _answers(settings, party):
            put(escaped(json.dumps(answer, ensure_ascii=False)) + "\n")
        return
    day = session.day("--anchor", anchor) if anchor else session.today
    if day is None:
        raise WrongUsageError("--anchor is needed")
    if is_json(form):
        show_json(_answer(text, day, place, lang, party, settings))
        return
    for number, one in enumerate(_read(text, day, place, lang, party, settings)):
        say(f"{'or: ' if number else ''}{one.edtf()}")
        say(f"  class  {one.class_}")
        if one.every:
            say(f"  every  {one.every}")
        say(f"  basis  {one.basis or '–'}")
        say(f"  EDTF   {edtf_of(one)}")
        for line in strip_of(one, day):
            put(f"  {line}\n")


def _settings(session: Session) -> Settings:
    """The ledger's settings; without a ledger the defaults, for the words need none."""
    try:
        return session.settings
    except NoLedgerError:
        if session.named:
            raise
        session.__dict__["timezone"] = None
        return Settings(ledger=Identity(name="", party=""), conventions=Conventions())


def _read(
    text: str, anchor: date, place: str | None, lang: str, party: str | None, settings: Settings
) -> tuple[Window, ...]:
    return readings_of(
        text,
        anchor,
        settings.conventions,
        place=place,
        party=party or place or settings.ledger.party or None,
        events=settings.events,
        lang=lang,
    )


def _answer(
    text: str, anchor: date, place: str | None, lang: str, party: str | None, settings: Settings
) -> dict[str, Any]:
    lang = lang or language_of(text)
    try:
        read = _read(text, anchor, place, lang, party, settings)[0]
    except UnreadTimeError as error:
        return {"text": text, "lang": lang, "error": str(error), "near": list(error.near)}
    return window_of_words(text, lang, read, edtf_of(read))


def _answers(settings: Settings, party: str | None) -> Iterator[dict[str, Any]]:
    """One answer for each line of standard input, in order; a wrong line is an error of its own."""
    for line in sys.stdin:
        day, *rest = line.rstrip("\r\n").split("\t")
        try:
            place, lang, text = rest
            anchor = date.fromisoformat(day)
        except ValueError:
            wrong = "a line is DATE<TAB>PLACE<TAB>LANG<TAB>TEXT, its date as 2017-12-28"
            yield {"text": line.strip(), "error": wrong, "near": []}
            continue
        yield _answer(text, anchor, place or None, lang, party, settings)
