"""A meeting, and the documents that record it."""

from typing import Annotated

from dipltrack.model.entry import Day, Entry
from dipltrack.model.vocabulary import Form, Handling, Instrument, Level


class Meeting(Entry, frozen=True, kw_only=True):
    """The occasion on which something was promised. Its days are those of its own place."""

    ref: Annotated[str, "`PARTNER-YYYYMMDD[letter]`; never changes"]
    title: Annotated[str, "what the meeting was"]
    form: Annotated[Form, "how they met, or how it was said"] = Form.MEETING
    from_: Annotated[Day | None, "first day of a meeting of several days"] = None
    date: Annotated[Day, "the day; of several the last"]
    place: Annotated[str | None, "where"] = None
    level: Annotated[Level | None, "who met"] = None
    parties: Annotated[tuple[str, ...], "codes of all who took part, our own included"] = ()
    was: Annotated[tuple[str, ...], "refs that it bore, and ids that were united with it"] = ()


class Document(Entry, frozen=True, kw_only=True):
    """A record of the meeting, in one party's words or in everybody's."""

    name: Annotated[str, "short name, unique in the file: `release`"]
    issued_by: Annotated[str | None, "whose record it is: a party's code, or a publisher"] = None
    instrument: Annotated[Instrument, "what it is"] = Instrument.OTHER
    title: Annotated[str | None, "its own title"] = None
    language: Annotated[str | None, "language code of ISO 639: `en`, `ja`"] = None
    address: Annotated[str | None, "where it can be read"] = None
    date: Annotated[Day | None, "the day that it bears"] = None
    when: Annotated[str | None, "the words of its date, where no day is known"] = None
    kept: Annotated[str | None, "SHA-256 of a kept copy, in hexadecimal"] = None
    handling: Annotated[Handling | None, "who may see it; else as its instrument"] = None
    was: Annotated[tuple[str, ...], "names that it bore, and ids that were united with it"] = ()
