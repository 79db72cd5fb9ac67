"""A text into a communiqué: its language, its title, its date, its paragraphs."""

import re
from datetime import date

from dipltrack.intake.document.communique import Communique, Paragraph, Part
from dipltrack.intake.document.language import written_in
from dipltrack.intake.document.paragraphs import paragraphs_of
from dipltrack.intake.document.refusals import NoDocumentError
from dipltrack.intake.rules import LANGUAGES, rules_of
from dipltrack.wording.day import day_of
from dipltrack.wording.unread import UnreadTimeError

_NAMES = {"en": "English", "ja": "Japanese", "fr": "French", "es": "Spanish"}
_DATE_LINES = 12
_LAST_LINES = 3
_WRITTEN = r"(?P<day>\d{1,2}(?:er|º|st|nd|rd|th)? (?:de )?[^\W\d]{3,10},? (?:de |del )?\d{4})"
_PLACED = re.compile(
    rf"[A-ZÀ-Ý][^.;:]{{2,90}}, (?:(?:le|el) )?(?:\d{{1,2}} ?(?:et|y|and|[-–]|au|al|to) )?{_WRITTEN}(?=$|\.? ?[–—-]|\. )"
)
"""A line that tells place and day: "Tunis, 3 et 4 octobre 2018", "Lima, 12 de febrero de 2020. El canciller …"."""
_SIGNED = re.compile(
    rf"(?:Fait|Signé|Firmad[oa]|Suscrit[oa]|Hech[oa]|Dad[oa]|Done|Signed)\b[^.;]{{2,60}}?,? (?:(?:le|el|on|this) )?{_WRITTEN}"
)
_LONGEST_TITLE = 240  # letters: "MEMORANDUM between the Ministry of … and the Ministry of …"


def communique_of(text: str, language: str | None = None, title: str | None = None) -> Communique:
    """The communiqué that the text is. Raises NoDocumentError where it cannot be read."""
    if not text.strip():
        raise NoDocumentError("there is no text in it", "give the document itself")
    language = language or written_in(text)
    if language not in LANGUAGES:
        known = ", ".join(f"{code} ({_NAMES[code]})" for code in LANGUAGES)
        told = f"it seems to be written in {language}" if language else "its language is not known"
        raise NoDocumentError(told, f"--language says which; there are rules for {known}")
    paragraphs = paragraphs_of(text, rules_of(language))
    return Communique(
        paragraphs=tuple(paragraphs),
        language=language,
        title=title or _title(paragraphs),
        date=_date(paragraphs, language),
    )


def _title(paragraphs: list[Paragraph]) -> str | None:
    """The longest of the headings before the first paragraph of the body, else a line that ends openly."""
    heads: list[str] = []
    for paragraph in paragraphs[:_DATE_LINES]:
        if paragraph.part is Part.HEADING and not paragraph.label:
            if _day(paragraph.text) is None:
                heads.append(paragraph.text)
        elif paragraph.part is Part.BODY:
            break
    if heads:
        return max(heads, key=len)
    first = paragraphs[0].text if paragraphs else ""
    titled = 10 < len(first) < _LONGEST_TITLE and not first.endswith(
        (".", "。", ":", ";", "：", ",")
    )
    return first if titled and first[:1].isupper() else None


def _date(paragraphs: list[Paragraph], language: str) -> date | None:
    """The date that stands alone in a line near the beginning, or behind a place; else that of the signing."""
    heads = paragraphs[:_DATE_LINES]
    for paragraph in heads:
        day = _day(paragraph.text)
        if day is not None:
            return day
    for paragraph in heads:
        placed = _PLACED.match(paragraph.text)
        day = _day(placed["day"]) if placed else None
        if day is not None:
            return day
    for paragraph in paragraphs[-_LAST_LINES:]:
        signed = _SIGNED.match(paragraph.text)
        day = _day(signed["day"]) if signed else None
        if day is not None:
            return day
    return None


def _day(text: str) -> date | None:
    bare = re.sub(r"^[(（\[]|[)）\]]$", "", text.strip())
    if len(bare) > 40 or not re.search(r"\d{4}|[令平昭]|[元\d]年", bare):
        return None
    try:
        return day_of(bare, date(1, 1, 1))
    except (UnreadTimeError, ValueError, OverflowError):
        return None
