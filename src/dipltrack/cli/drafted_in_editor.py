"""A proposal in the officer's own editor: its fields as a few lines of TOML, read back when it ends."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dipltrack.cli.drafted import act_typed, timing_typed
from dipltrack.cli.edit import open_in_editor
from dipltrack.cli.names import settle_bodies, settle_dossier
from dipltrack.cli.options import clean, names_of, word_of
from dipltrack.cli.output import say
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.toml import parse
from dipltrack.model.vocabulary import Firmness, Kind
from dipltrack.register.held import Held
from dipltrack.wording.unread import UnreadTimeError

if TYPE_CHECKING:
    from dipltrack.intake.proposal import Proposal

_HEAD = "# Change what is wrong, save, leave. Empty: not told. Nothing is filed yet.\n"


def edited_in_editor(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    """The proposal as it was left in the editor; what cannot be read can be edited again.

    Raises WrongUsageError where there is no editor, or it fails.
    """
    with tempfile.TemporaryDirectory(prefix="dipltrack-") as folder:
        form = Path(folder) / "proposal.toml"
        form.write_text(_form_of(proposal), encoding="utf-8")
        while True:
            open_in_editor(form)
            try:
                return _read(session, form.read_text(encoding="utf-8"), proposal, held)
            except (WrongUsageError, UnreadTimeError, ValueError) as error:
                say(f"  {error}")
            if not agreed("Edit it again", default=True):
                return proposal


def _form_of(proposal: "Proposal") -> str:
    import tomli_w

    fields = {
        "title": proposal.title,
        "when": proposal.timing.stated or "",
        "passage": proposal.passage,
        "voice": ", ".join(proposal.voice),
        "firmness": proposal.firmness.value if proposal.firmness else "",
        "kind": proposal.kind.value,
        "sector": proposal.sector or "",
        "dossier": proposal.dossier or "",
        "lead": ", ".join(proposal.lead),
        "counterpart": ", ".join(proposal.counterpart),
    }
    return _HEAD + tomli_w.dumps(fields, multiline_strings=True)


def _read(session: Session, text: str, proposal: "Proposal", held: Held) -> "Proposal":
    fields: dict[str, Any] = parse(text)
    known = parse(_form_of(proposal))
    for key, value in fields.items():
        if key not in known:
            raise WrongUsageError(f"{key} is no field here: {', '.join(known)} are")
        if not isinstance(value, str):
            raise WrongUsageError(f'{key} is text: put it in quotes, {key} = "…"')
    told = {key: fields.get(key, "").strip() for key in known}
    lead, counterpart = names_of(told["lead"]), names_of(told["counterpart"])
    settle_bodies(session, "lead", lead)
    settle_bodies(session, "counterpart", counterpart)
    dossier = clean(told["dossier"] or None, "the dossier")
    settle_dossier(session, dossier)
    return replace(
        proposal,
        title=act_typed(told["title"]),
        timing=timing_typed(session, told["when"] or None, proposal, held),
        passage=clean(told["passage"] or None, "the passage", lines=True) or proposal.passage,
        voice=voice_typed(told["voice"] or None, held.meeting),
        firmness=word_of(Firmness, told["firmness"], "firmness") if told["firmness"] else None,
        kind=word_of(Kind, told["kind"], "kind"),
        sector=clean(told["sector"] or None, "the sector"),
        dossier=dossier,
        lead=lead,
        counterpart=counterpart,
    )
