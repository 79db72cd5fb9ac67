"""Where something stands and who said it, as it is typed: `--source "release 2(2)a"`."""

from collections.abc import Sequence

from dipltrack.cli.options import clean, names_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.meeting import Document
from dipltrack.model.vocabulary import Voice


def source_typed(
    text: str | None, meeting: str, documents: Sequence[Document]
) -> tuple[str | None, str | None]:
    """The document and the paragraph that were typed; a document of another file has a slash.

    Raises WrongUsageError for what is no document of the meeting.
    """
    cleaned = clean(text, "--source")
    if cleaned is None:
        return None, None
    name, _, paragraph = cleaned.partition(" ")
    names = [document.name for document in documents]
    if name not in names and "/" not in name:
        known = f"its documents are {', '.join(names)}" if names else "it has none"
        raise WrongUsageError(
            f'--source "{name}" is no document of {meeting}: {known}; '
            f"dipltrack document add {meeting} {name} files one"
        )
    return name, paragraph or None


def voice_typed(text: str | None) -> tuple[str, ...]:
    """The voice that was typed: joint, ours or theirs, or the codes of parties."""
    known = {voice.value for voice in Voice}
    return tuple(
        name.lower() if name.lower() in known else name.upper() for name in names_of(text)
    )
