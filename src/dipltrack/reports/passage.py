"""How a passage is read, as plain data for JSON: its firmness, its voice, the words that tell."""

from typing import Any

from dipltrack.wording.firmness import Reading


def passage_of_words(text: str, lang: str, reading: Reading) -> dict[str, Any]:
    """The reading of a passage; places are counted from 0, and what is not there is null."""
    return {
        "text": text,
        "lang": lang,
        "firmness": reading.firmness,
        "voice": reading.voice,
        "speaker": reading.speaker,
        "matched": [
            {"words": one.words, "start": one.start, "end": one.end, "role": one.role}
            for one in reading.matched
        ],
        "reasons": list(reading.reasons),
    }
