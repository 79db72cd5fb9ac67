"""Letters as drafts: files that a mail program opens, for an officer to read and to send."""

import re
from datetime import date, datetime
from pathlib import Path

from dipltrack.ledger.replace import create_file
from dipltrack.remind.letters import Letter
from dipltrack.remind.mail import mail_of

_LONGEST = 60
"""Letters of a body's name that stand in a file's name: no system takes more than 255 in all."""


def draft_path(folder: Path, letter: Letter, day: date) -> Path:
    """Where the draft is written: day, body, and what tells it from others of that day."""
    plain = re.sub(r"[^A-Za-z0-9+-]+", "-", letter.to or "nobody")[:_LONGEST]
    name = plain.strip("-") or "body"
    return folder / f"{day.isoformat()}-{name}-{letter.key[:8]}.eml"


def write_draft(folder: Path, letter: Letter, sender: str | None, moment: datetime) -> Path:
    """Writes the draft as a whole or not at all, and gives its path. Raises OSError.

    One that is there already stays as it is: it is the same letter, and may be edited.
    """
    path = draft_path(folder, letter, moment.date())
    if not path.exists():
        create_file(path, mail_of(letter, sender, moment, draft=True).as_bytes())
    return path
