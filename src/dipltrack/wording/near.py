"""Near readings in the language of the words: what can be typed where words are refused."""

import re

from dipltrack.wording.frame import MONTHS
from dipltrack.wording.unread import EXAMPLES

_EXAMPLES = {
    "de": ("Ende Januar", "bis Ende nächsten Jahres", "so bald wie möglich"),
    "tr": ("Ocak sonunda", "gelecek yıl sonuna kadar", "en kısa sürede"),
    "fr": ("fin janvier", "d'ici la fin de l'année prochaine", "dès que possible"),
    "ja": ("1月下旬", "来年末までに", "可能な限り早期に"),
    "es": ("finales de enero", "antes del fin del próximo año", "lo antes posible"),
}
"""Readings that are always near, by the language."""

_ENGLISH = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{1,4}})"
)


def near_in(lang: str, near: tuple[str, ...]) -> tuple[str, ...]:
    """The near readings, examples in that language and a date in figures, which any language has.

    >>> near_in("fr", ("30 June 2019", "June 2019"))
    ('2019-06-30', '2019-06')
    """
    if lang == "en":
        return near
    if near == EXAMPLES:
        return _EXAMPLES.get(lang, near)
    return tuple(_in_figures(reading) for reading in near)


def _in_figures(reading: str) -> str:
    found = _ENGLISH.fullmatch(reading)
    if found is None:
        return reading
    month = f"{int(found['year']):04}-{MONTHS.index(found['month']) + 1:02}"
    return f"{month}-{int(found['day']):02}" if found["day"] else month
