"""One text -> its readings: the language is chosen, the text read, the frame set, the days found."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.window import Window
from dipltrack.wording.denotation import Beside, Denotation, Hanging, Happening, Recurring
from dipltrack.wording.edtf import window_of_plain
from dipltrack.wording.frame import Frame, MistypedError, UnfitError
from dipltrack.wording.language import language_of
from dipltrack.wording.near import near_in
from dipltrack.wording.occasions import event_named
from dipltrack.wording.places import is_southern, names_the_south, writes_month_first
from dipltrack.wording.plain import plain
from dipltrack.wording.unread import UnreadTimeError
from dipltrack.wording.windows import read


def _english(words: str) -> Denotation:
    from dipltrack.wording.english import denotation_of

    return denotation_of(words)


def _german(words: str) -> Denotation:
    from dipltrack.wording.german import denotation_of

    return denotation_of(words)


def _french(words: str) -> Denotation:
    from dipltrack.wording.french import denotation_of

    return denotation_of(words)


def _spanish(words: str) -> Denotation:
    from dipltrack.wording.spanish import denotation_of

    return denotation_of(words)


def _turkish(words: str) -> Denotation:
    from dipltrack.wording.turkish import denotation_of

    return denotation_of(words)


def _japanese(words: str) -> Denotation:
    from dipltrack.wording.japanese import denotation_of

    return denotation_of(words)


LANGUAGES: dict[str, Callable[[str], Denotation]] = {
    "en": _english,
    "ja": _japanese,
    "fr": _french,
    "es": _spanish,
    "de": _german,
    "tr": _turkish,
}
"""The languages that are read; each is loaded when it is first asked for."""


def interpret(
    text: str,
    anchor: date,
    conventions: Conventions,
    *,
    place: str | None,
    party: str | None,
    events: Sequence[Event],
    lang: str | None,
) -> tuple[Window, ...]:
    """Every fair reading of the text, the default first."""
    words = plain(text)
    lang = lang or language_of(text)
    stated = window_of_plain(words, text)
    if stated is not None:
        return (stated,)
    south = is_southern(place)
    frame = Frame(
        anchor=anchor,
        conventions=conventions,
        southern=south,
        other_hemisphere=not south and (is_southern(party) or names_the_south(words)),
        month_first=writes_month_first(place),
        party=_fiscal_party(party, place, conventions, lang),
        events=tuple(events),
    )
    try:
        return _both(_with_names(_denotation(words, lang, frame), text), frame)
    except MistypedError as slip:
        typed, mended = _respelt(text, slip)
        wrong = f'has "{typed}", which is no word of time that is known'
        raise UnreadTimeError(text, wrong, near=(mended,)) from None
    except UnfitError as unfit:
        near = tuple(as_written(reading, text) for reading in near_in(lang, unfit.near))
        raise UnreadTimeError(text, as_written(unfit.wrong, text), near=near) from None
    except (OverflowError, ValueError):
        raise UnreadTimeError(text, "lies outside the years 1 to 9999", near=()) from None


def _denotation(words: str, lang: str, frame: Frame) -> Denotation:
    """What the words denote; where they name no time, they may be the name of a known event."""
    if lang not in LANGUAGES:
        raise UnfitError(f"is in a language that is not read; read are: {', '.join(LANGUAGES)}")
    try:
        return LANGUAGES[lang](words)
    except UnfitError:
        if frame.events and event_named(words, frame.events, frame.anchor):
            return Happening(words)
        raise


def _respelt(text: str, slip: MistypedError) -> tuple[str, str]:
    """The word as it was typed, and the text with the word that is meant in its place.

    >>> _respelt("late Janury", MistypedError("janury", "january"))
    ('Janury', 'late January')
    """
    at = text.lower().find(slip.typed)
    if at < 0:  # written with other letters or marks: "fin févirer"
        return slip.typed, slip.meant
    typed = text[at : at + len(slip.typed)]
    meant = slip.meant.capitalize() if typed[0].isupper() else slip.meant
    return typed, text[:at] + meant + text[at + len(typed) :]


def _with_names(denotation: Denotation, text: str) -> Denotation:
    """What the words denote, with names as they are written in the text."""
    match denotation:
        case Happening(name):
            return denotation._replace(name=as_written(name, text))
        case Beside(_, event) | Hanging(event, _):
            named = event._replace(name=as_written(event.name, text))
            return denotation._replace(event=named)
        case Recurring(words):
            return denotation._replace(words=as_written(words, text))
        case _:
            return denotation


def as_written(words: str, text: str) -> str:
    """The words in the letters of the text, where they stand in it.

    >>> as_written("osaka summit", "before the Osaka Summit")
    'Osaka Summit'
    """
    at = text.lower().find(words)
    return words if at < 0 else text[at : at + len(words)]


def _both(denotation: Denotation, frame: Frame) -> tuple[Window, ...]:
    window, other = read(denotation, frame)
    if not other:
        return (window,)
    second, _ = read(denotation, replace(frame, second=True))
    days = "" if second.every else f": {second.edtf()}"
    basis = f"{window.basis}; or, {other}{days}"
    return (replace(window, basis=basis), second)


def _fiscal_party(
    party: str | None, place: str | None, conventions: Conventions, lang: str
) -> str | None:
    """The party whose fiscal year is meant; where none is named, the country of the meeting.

    年度 is a Japanese word: of no country whose fiscal year is known it is Japan's.
    """
    known = conventions.fiscal_year
    if party is not None and (party.upper() in known or lang != "ja"):
        return party.upper()
    code = (place or "").upper()
    if code in known:
        return code
    return "JP" if lang == "ja" else None
