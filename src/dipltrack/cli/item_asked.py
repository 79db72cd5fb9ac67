"""What a new item still lacks, asked for on a terminal; and the item shown before it is filed."""

import re

from dipltrack.cli.item_typed import Typed, needed_title, proposal_typed
from dipltrack.cli.names import settle_bodies, settle_dossier
from dipltrack.cli.options import clean, names_of, word_of
from dipltrack.cli.output import say
from dipltrack.cli.preview import preview_of
from dipltrack.cli.prompt import asked, asked_passage, chosen, insisted
from dipltrack.cli.proposing import asked_firmness, asked_voice
from dipltrack.cli.session import Session
from dipltrack.cli.source import source_typed
from dipltrack.cli.stated import place_of, timing_of
from dipltrack.model.commitment import Commitment
from dipltrack.model.vocabulary import Kind, TimingClass
from dipltrack.register.held import Held
from dipltrack.register.standing import Standing

_GOES_ON = re.compile(
    r"\b(continu|regular|every|annual|ongoing|intensif|strengthen|promot|deepen|further)|継続|定期|毎年|強化",
    re.IGNORECASE,
)
"""Words of what has no end, or comes back."""
_OFFERED = 5
"""How many dossiers a question names."""


def ask_for_missing(
    session: Session,
    typed: Typed,
    held: Held,
    old: Standing | None,
    *,
    offer_title: bool,
    again: bool,
) -> None:
    """Asks for what an item should not lack; Enter leaves it out, or keeps what is offered."""
    if offer_title:
        typed.title = insisted("The act", typed.title, needed_title, again=True)
    names = [document.name for document in held.documents]
    day, place = held.meeting.date, place_of(held.meeting)

    typed.when = asked(
        "When, in the words of the document (Enter: no time is stated)",
        typed.when,
        lambda words: timing_of(session, words, day, place, held.documents),
        again=again,
    )
    typed.source = asked(
        f"Where: document ({', '.join(names) or 'none filed'}) and paragraph",
        typed.source,
        lambda where: source_typed(where, held.meeting.ref, held.documents),
        again=again,
    )
    typed.wording = asked_passage(
        "The passage, verbatim",
        typed.wording,
        lambda passage: clean(passage, "--wording", lines=True),
        again=again,
    )
    proposal = proposal_typed(session, typed, held)
    typed.voice = asked_voice(typed.voice, proposal, held.meeting, again=again)
    typed.firmness = asked_firmness(typed.firmness, proposal, again=again)
    typed.kind = _asked_kind(session, typed.kind, typed.when, typed.wording, held, again=again)
    names = [one.name for one in session.settings.dossiers]
    if names and not (old and old.item.dossier):
        typed.dossier = asked(
            f"Which matter: {', '.join(names[:_OFFERED])}{', …' if len(names) > _OFFERED else ''}",
            typed.dossier,
            lambda name: settle_dossier(session, name),
            again=again,
        )
    typed.lead = asked(
        "Who carries it here",
        typed.lead,
        lambda names: settle_bodies(session, "lead", names_of(names)),
        again=again,
    )


def _asked_kind(
    session: Session,
    kind: str | None,
    when: str | None,
    wording: str | None,
    held: Held,
    *,
    again: bool,
) -> str | None:
    """The kind, asked for where no day is stated, or the wording speaks of what goes on.

    Enter means one-off where a day is stated; without one there is no safe default.
    """
    timing = timing_of(session, when, held.meeting.date, place_of(held.meeting)) if when else None
    if timing and timing.window.class_ is TimingClass.RECURRING:
        return kind
    has_day = timing is not None and timing.window.has_day
    if has_day and not again and not _GOES_ON.search(wording or ""):
        return kind
    if kind is None and has_day:
        kind, again = Kind.ONE_OFF, True
    return insisted(
        "What kind: one-off, recurring, continuing",
        kind,
        lambda word: word_of(Kind, word, "What kind"),
        again=again,
    )


def confirmed(item: Commitment, held: Held) -> str:
    """Shows the item as it would be filed; y files it, n does not, e asks all again."""
    for line in preview_of(item, held.meeting):
        say(line)
    return chosen("File it [Y/n/e to edit]", {"yes": "y", "no": "n", "edit": "e"}, "y")
