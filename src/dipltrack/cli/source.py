"""Where something stands and who said it, as it is typed: `--source "release 2(2)a"`."""

import re
from collections.abc import Sequence

from dipltrack.cli.options import clean, names_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.vocabulary import Voice
from dipltrack.register.doubtful import no_voice

_PARAGRAPH = re.compile(r"[(\[§¶]*[0-9０-９]|\([a-z]+\)|第", re.IGNORECASE)
"""How a paragraph begins: 2(2)a, (2), § 4, (a), 第2項."""


def source_typed(
    text: str | None, meeting: str, documents: Sequence[Document]
) -> tuple[str | None, str | None]:
    """The document and the paragraph that were typed; a document of another file has a slash.

    A paragraph alone is of the only document of the meeting. Raises WrongUsageError for what is no document of the meeting.
    """
    cleaned = clean(text, "--source")
    if cleaned is None:
        return None, None
    name, _, paragraph = cleaned.partition(" ")
    names = [document.name for document in documents]
    if len(names) == 1 and name not in names and _PARAGRAPH.match(name):
        return names[0], cleaned
    if name not in names and "/" not in name:
        known = f"its documents are {', '.join(names)}" if names else "it has none"
        raise WrongUsageError(
            f'--source "{name}" is no document of {meeting}: {known}; '
            f"dipltrack document add {meeting} {name} files one"
        )
    return name, paragraph or None


def voice_typed(text: str | None, meeting: Meeting) -> tuple[str, ...]:
    """The voice that was typed: joint, ours or theirs, or the codes of parties of the meeting.

    Raises WrongUsageError for what nobody at the meeting is.
    """
    known = {voice.value for voice in Voice}
    voices = tuple(
        name.lower() if name.lower() in known else name.upper() for name in names_of(text)
    )
    for voice, typed in zip(voices, names_of(text), strict=True):
        if told := no_voice(voice, meeting):
            raise WrongUsageError(f'voice "{typed}" is no voice of {meeting.ref}: {told[1]}')
    return voices
