"""How well follow-ups are proposed: documents with gold items, scored; `make score` prints it.

A proposal matches a gold item where their passages share at least half of the shorter one's words,
or one stands within the other; each of both is matched once.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from msgspec import Struct

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.opening import opened
from dipltrack.intake.document.reading import communique_of
from dipltrack.intake.proposal import Proposal
from dipltrack.intake.proposing import intake_of

ROOT = Path(__file__).parents[1]
FOLDERS = (
    ROOT / "tests/intake/corpus/seen",
    ROOT / "tests/intake/corpus/kept",
    ROOT.parent / "shared/corpus/plain",
    ROOT.parent / "shared/corpus/hard",
)
_SHARED = 0.5
_SHORTEST = 12


class Score(Struct, kw_only=True):
    """What was counted over the documents of a folder."""

    docs: int = 0
    firm: int = 0
    firm_found: int = 0
    proposed: int = 0
    proposed_right: int = 0
    timed: int = 0
    timed_right: int = 0
    untimed: int = 0
    untimed_right: int = 0
    labelled: int = 0
    labelled_right: int = 0

    def figures(self) -> dict[str, float]:
        """Recall of firm items, precision, windows right, none invented, paragraphs right."""
        return {
            "recall": _share(self.firm_found, self.firm),
            "precision": _share(self.proposed_right, self.proposed),
            "windows": _share(self.timed_right, self.timed),
            "undated": _share(self.untimed_right, self.untimed),
            "paragraphs": _share(self.labelled_right, self.labelled),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def scored(folder: Path, told: list[str] | None = None) -> Score:
    """The score of a folder; to `told` is added a line for each fault."""
    score = Score()
    for gold_file in sorted(folder.glob("*.gold.toml")):
        gold = tomllib.loads(gold_file.read_text(encoding="utf-8"))
        text_file = gold_file.with_name(gold_file.name.replace(".gold.toml", ".txt"))
        text, title = opened(text_file.read_bytes(), text_file.name)
        communique = communique_of(text, None, title)
        anchor = Anchor(day=date.fromisoformat(gold["date"]), language=communique.language)
        proposals = intake_of(communique, anchor).proposals
        faults = list(_count(score, gold["item"], proposals))
        if told is not None:
            told += [f"{text_file.name}: {fault}" for fault in faults]
    return score


def _count(
    score: Score, items: Sequence[Mapping[str, Any]], proposals: Sequence[Proposal]
) -> Iterator[str]:
    score.docs += 1
    pairs = _pairs(items, proposals)
    score.proposed += len(proposals)
    score.proposed_right += len(pairs)
    taken = set(pairs.values())
    for at, item in enumerate(items):
        if item["strength"] == "firm":
            score.firm += 1
            score.firm_found += at in pairs
            if at not in pairs:
                yield f"missed: {item['passage'][:90]}"
        if at in pairs:
            yield from _count_pair(score, item, proposals[pairs[at]])
    for at, proposal in enumerate(proposals):
        if at not in taken:
            yield f"no item: {proposal.passage[:90]}"


def _count_pair(score: Score, item: Mapping[str, Any], proposal: Proposal) -> Iterator[str]:
    score.labelled += 1
    right = _label(proposal.paragraph.label) == _label(item["paragraph"])
    score.labelled_right += right
    if not right:
        yield f"{item['paragraph']!r}, not {proposal.paragraph.label!r}: {item['passage'][:50]}"
    window = proposal.timing.window
    days = (str(window.earliest or ""), str(window.latest or ""))
    earliest, latest = item.get("earliest", ""), item.get("latest", "")
    wanted = {
        (earliest, latest),
        (item.get("also_earliest", earliest), item.get("also_latest", latest)),
    }
    if latest or earliest:
        score.timed += 1
        score.timed_right += days in wanted
    else:
        score.untimed += 1
        score.untimed_right += days == ("", "")
    if days not in wanted:
        yield f"{item['agreed']!r}: {days}, not {sorted(wanted)}"


def _pairs(items: Sequence[Mapping[str, Any]], proposals: Sequence[Proposal]) -> dict[int, int]:
    """The proposal of each item that has one, the best pairs first."""
    likely = sorted(
        (
            (overlap(proposal.passage, item["passage"]), right, left)
            for left, proposal in enumerate(proposals)
            for right, item in enumerate(items)
        ),
        key=lambda one: -one[0],
    )
    pairs: dict[int, int] = {}
    for share, item_at, proposal_at in likely:
        if share >= _SHARED and item_at not in pairs and proposal_at not in pairs.values():
            pairs[item_at] = proposal_at
    return pairs


def overlap(one: str, other: str) -> float:
    """The share of the shorter passage's words that the two have in common, in their order."""
    if one in other or other in one:
        return 1.0 if min(len(one), len(other)) > _SHORTEST else 0.0
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(shorter))


def _words(text: str) -> list[str]:
    found = re.findall(r"\w+", text.lower())
    return found if len(found) > len("abc") else list(re.sub(r"\s+", "", text))


def _label(text: str) -> str:
    return re.sub(r"\W", "", text.lower())


def main() -> None:
    """Prints a line of figures a folder; with -v also every fault."""
    verbose = "-v" in sys.argv
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "-v"] or list(FOLDERS)
    for folder in folders:
        if not folder.is_dir():
            sys.stdout.write(f"{folder.name:8} is not here\n")
            continue
        told: list[str] = []
        score = scored(folder, told)
        sys.stdout.write(
            f"{folder.name:8} {score.docs:3} documents  {json.dumps(score.figures())}\n"
        )
        if verbose:
            sys.stdout.writelines(f"  {line}\n" for line in told)


if __name__ == "__main__":
    main()
