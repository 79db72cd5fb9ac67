"""Proposals as lines on a terminal."""

import shutil
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from dipltrack.cli.output import put
from dipltrack.model.text import visible
from dipltrack.model.window import Window

if TYPE_CHECKING:
    from dipltrack.intake.document.communique import Communique
    from dipltrack.intake.kin import Kin
    from dipltrack.intake.proposal import Intake, Proposal


_ABOUT = 5  # lines of a screen about a proposal: its number, empty ones, the keys and what follows
_FEWEST = 3  # lines of its paragraph
_NEAR = 20  # letters before the end of a line among which a space is looked for
_STEP = 20  # letters by which a paragraph is cut until it fits


def show_proposals(
    communique: "Communique", intake: "Intake", kin: "dict[int, Kin]", *, explain: bool
) -> None:
    """Prints every proposal; with `explain` the words that counted, and what was left out and why."""
    head = communique.title or "A document without a title"
    when = f", {communique.date}" if communique.date else ""
    lines = [f"{head}{when}", ""]
    for at, proposal in enumerate(intake.proposals):
        lines += [*proposal_lines(proposal, kin.get(at), explain=explain), ""]
    count = len(intake.proposals)
    lines.append(f"{count} follow-up{'' if count == 1 else 's'} proposed, none filed")
    if explain:
        lines += ["", "Left out:"]
        for one in intake.left_out:
            lines += _wrapped(f"{one.paragraph.place}  “{_short(one.passage)}”", "  ")
            lines += _wrapped(one.why, "      ")
    put("".join(f"{visible(line)}\n" for line in lines))


def proposal_lines(proposal: "Proposal", kin: "Kin | None", *, explain: bool) -> list[str]:
    """A proposal: where it stands, its title, its time, what else was read, its passage."""
    lines = [*_told(proposal), *_wrapped(f"“{proposal.passage}”", "  ")]
    if kin is not None:
        lines += _wrapped(kin_told(kin), "  ")
    return lines + (_because(proposal) if explain else [])


def review_lines(proposal: "Proposal", told: Sequence[str], *, explain: bool) -> list[str]:
    """A proposal under review: its passage marked in its paragraph, then all that was read of it.

    A long paragraph is cut about the passage, so that a screen holds what is to be decided on.
    """
    below = [
        *_told(proposal),
        *(one for line in told for one in _wrapped(line, "  ")),
        *(_because(proposal) if explain else []),
    ]
    room = shutil.get_terminal_size().lines - len(below) - _ABOUT
    return [*_marked(proposal, max(_FEWEST, room)), "", *below]


def _told(proposal: "Proposal") -> list[str]:
    lines = _wrapped(f"{proposal.paragraph.place}  {proposal.title}", "")
    lines += _wrapped(time_told(proposal), "  ")
    lines += _wrapped(qualities_told(proposal), "  ")
    carried = bodies_told(proposal)
    return lines + (_wrapped(carried, "  ") if carried else [])


def _because(proposal: "Proposal") -> list[str]:
    return _wrapped(f"because of {', '.join(proposal.reasons)}", "  ")


def _marked(proposal: "Proposal", most: int) -> list[str]:
    """The paragraph with the passage marked, in so many lines at most but for a longer passage."""
    text = " ".join(proposal.paragraph.text.split())
    passage = " ".join(proposal.passage.split())
    at = text.find(passage)
    if at < 0:
        return _wrapped(f"»{passage}«", "  ", "  ")
    before, after = text[:at], text[at + len(passage) :]
    while True:
        lines = _wrapped(f"{before}»{passage}«{after}", "  ", "  ")
        if len(lines) <= most or not (before.strip("… ") or after.strip("… ")):
            return lines
        if len(after) > len(before):
            cut = after.rstrip("… ")[:-_STEP]
            after = f"{cut.rpartition(' ')[0] or cut} …" if cut else " …"
        else:
            cut = before.lstrip("… ")[_STEP:]
            before = f"… {cut.partition(' ')[2] or cut}" if cut else "… "


def kin_told(kin: "Kin") -> str:
    """How the proposal stands to the item on file that states the same."""
    told = {
        "filed": "on file already",
        "record": "another record of what is on file",
        "restates": "says again what is on file",
    }[kin.relation.value]
    return f"{told}: {kin.ref}  {kin.title}"


def time_told(proposal: "Proposal") -> str:
    """The stated time and its window, in a line."""
    window: Window = proposal.timing.window
    if proposal.timing.stated is None:
        return "no time is stated"
    return f"“{proposal.timing.stated}”: {window}"


def qualities_told(proposal: "Proposal") -> str:
    """Firmness, voice, kind, sector, dossier and confidence, in a line."""
    firmness = proposal.firmness.value if proposal.firmness else "firmness not told"
    parts: Iterator[str | None] = iter(
        (
            firmness,
            ", ".join(proposal.voice) or "voice not told",
            proposal.kind.value,
            proposal.sector,
            f"dossier {proposal.dossier}" if proposal.dossier else None,
            f"confidence {proposal.confidence:.2f}",
        )
    )
    return " · ".join(part for part in parts if part)


def bodies_told(proposal: "Proposal") -> str:
    """Who is proposed to carry it, here and there; empty where nobody is."""
    here = f"lead {', '.join(proposal.lead)}" if proposal.lead else ""
    there = f"counterpart {', '.join(proposal.counterpart)}" if proposal.counterpart else ""
    return " · ".join(part for part in (here, there) if part)


def _short(text: str, most: int = 120) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} …"


def _wrapped(text: str, indent: str, further: str | None = None) -> list[str]:
    width = max(40, shutil.get_terminal_size().columns)
    from rich.cells import cell_len

    line = " ".join(text.split())
    hanging = indent + "  " if further is None else further
    if cell_len(line) + len(indent) <= width:
        return [indent + line]
    if cell_len(line) > len(line):
        return list(_wide(line, indent, hanging, width))
    return wrap(
        line, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False
    )


def _wide(line: str, indent: str, hanging: str, width: int) -> Iterator[str]:
    """Lines of a text without spaces, each as wide as there is room; broken at a space near the end."""
    from rich.cells import cell_len

    shown, rest = indent, line
    while cell_len(rest) > width - len(shown):
        used, at = 0, 0
        while used + cell_len(rest[at]) <= width - len(shown):
            used += cell_len(rest[at])
            at += 1
        space = rest.rfind(" ", max(0, at - _NEAR), at + 1)
        at = space if space > 0 else at
        yield shown + rest[:at].rstrip()
        shown, rest = hanging, rest[at:].lstrip()
    yield shown + rest
