"""`dipltrack firmness`: how firmly a passage is worded, and in whose voice."""

import json
import sys
from typing import Annotated, Any

import typer

from dipltrack.cli.json_answer import show_json
from dipltrack.cli.output import is_json, put, say
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.find import NoLedgerError
from dipltrack.ledger.firmness import read_firmness
from dipltrack.ledger.flaw import list_of
from dipltrack.ledger.read import BrokenSettingsError
from dipltrack.model.text import escaped
from dipltrack.reports.passage import passage_of_words
from dipltrack.wording.firmness import Reading, firmness_of
from dipltrack.wording.firmness_list import default_rules
from dipltrack.wording.firmness_rules import FirmnessRules
from dipltrack.wording.language import language_of

app = typer.Typer()


@app.command("firmness")
def firmness(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The passage, or - for lines.")],
    lang: Annotated[
        str, typer.Option("--lang", metavar="CODE", help="Its language; else told from the words.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="terminal|json", help="How to print.")
    ] = "terminal",
) -> None:
    """Print how firmly a passage is worded, in whose voice, why, and the words that tell it.

    dipltrack firmness "The two sides agreed in principle to hold a second round"

    A firmness.toml of the ledger changes what words are worth. With - it reads lines LANG<TAB>TEXT,
    or TEXT alone, and answers one JSON object a line.
    """
    session: Session = ctx.obj
    rules = _rules(session)
    if text == "-":
        for line in sys.stdin:
            head, tab, rest = line.rstrip("\r\n").partition("\t")
            answer = _answer(rest, head or lang, rules) if tab else _answer(head, lang, rules)
            put(escaped(json.dumps(answer, ensure_ascii=False)) + "\n")
        return
    if is_json(form):
        show_json(_answer(text, lang, rules))
        return
    lang = lang or language_of(text)
    if lang not in rules.languages:
        raise WrongUsageError(_no_list(lang, rules))
    _print(firmness_of(text, lang, rules))


def _rules(session: Session) -> FirmnessRules:
    """The ledger's list of words; without a ledger the shipped one. Raises BrokenSettingsError."""
    try:
        rules, faults = read_firmness(session.root)
    except NoLedgerError:
        if session.named:
            raise
        return default_rules()
    if rules is None:
        raise BrokenSettingsError(faults)
    return rules


def _answer(text: str, lang: str, rules: FirmnessRules) -> dict[str, Any]:
    lang = lang or language_of(text)
    if lang not in rules.languages:
        return {"text": text, "lang": lang, "error": _no_list(lang, rules)}
    return passage_of_words(text, lang, firmness_of(text, lang, rules))


def _no_list(lang: str, rules: FirmnessRules) -> str:
    known = list_of(sorted(rules.languages), "and")
    return (
        f'there is no list of words for "{lang}": there is one for {known}; '
        f"firmness.toml beside dipltrack.toml can hold another"
    )


def _print(reading: Reading) -> None:
    if reading.firmness is None:
        say("none: no word of the list promises or states anything here")
        return
    say(reading.firmness)
    one_side = f"one side: {reading.speaker}" if reading.speaker else "not told by the words"
    say(f"  voice  {reading.voice or one_side}")
    for number, reason in enumerate(reading.reasons):
        say(f"  {'' if number else 'why':5}  {reason}")
    for number, one in enumerate(reading.matched):
        place = f"{one.start + 1}–{one.end}"
        words = " ".join(one.words.split())
        say(f"  {'' if number else 'words':5}  {place:7}  {one.role:10}  {words}")
