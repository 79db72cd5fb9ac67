"""An item as it would be filed, shown before it is written."""

from collections.abc import Iterator

from dipltrack.cli.prompt import ends_of
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.vocabulary import TimingClass


def preview_of(item: Commitment, meeting: Meeting) -> list[str]:
    """Every field that will be filed, a line each."""
    width = max(len(label) for label, _ in _fields(item, meeting))
    return [f"  {label:{width}}  {value}" for label, value in _fields(item, meeting)]


def window_told(item: Commitment) -> str:
    """The window in a line; after it the period of what recurs from then on."""
    window = item.timing.window
    if not window.has_day and not window.basis:
        return "none: no time was stated"
    first = window.every is not None and window.class_ is not TimingClass.RECURRING
    return f"{window}, then every {window.every}" if first else str(window)


def _fields(item: Commitment, meeting: Meeting) -> Iterator[tuple[str, str]]:
    stated = f"“{item.timing.stated}”: " if item.timing.stated else ""
    wording = ends_of(item.wording) if item.wording else "none"
    yield "act", item.title
    yield "meeting", f"{meeting.ref}  {meeting.title}"
    yield "time", f"{stated}{window_told(item)}"
    yield "kind", item.kind
    yield "source", " ".join(filter(None, (item.document, item.paragraph))) or "none"
    yield "wording", wording
    yield "voice", ", ".join(item.voice) or "none"
    yield "firmness", item.firmness or "none: it counts as promised"
    yield "lead", ", ".join(item.lead) or "none"
    others = (
        ("support", ", ".join(item.support)),
        ("counterpart", ", ".join(item.counterpart)),
        ("sector", item.sector),
        ("dossier", item.dossier),
        ("done when", item.done_when),
        ("review on", item.review_on),
        ("report every", f"{item.report_every} days" if item.report_every else None),
        ("track", "yes" if item.track else None),
        ("follows", item.follows),
        ("restates", item.restates),
    )
    yield from ((label, str(value)) for label, value in others if value)
