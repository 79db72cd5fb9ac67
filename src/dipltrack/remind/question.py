"""The question to a body of another side how items stand, made of what it may see and no more."""

from collections.abc import Sequence

from dipltrack.model.text import visible
from dipltrack.remind.message import time_of
from dipltrack.reports.released import Released


def question_about(items: Sequence[Released]) -> list[str]:
    """The lines of the question."""
    lines = [
        "How does the following commitment stand?"
        if len(items) == 1
        else f"How do the following {len(items)} commitments stand?"
    ]
    for item in items:
        source = " ".join(part for part in (item.document, item.paragraph) if part)
        labelled = (
            ("wording", f"“{item.wording}”" if item.wording else ""),
            ("source", source),
            ("", item.address or ""),
            ("time", time_of(item.timing)),
        )
        lines += ["", f"{item.ref}  {item.title}"]
        lines += (f"  {label:<8}  {text}" for label, text in labelled if text)
    return [visible(line) for line in lines]
