"""Texts folded for comparing: what a reader takes for the same letters is the same."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i",  # Turkish has four: I and ı, İ and i; who searches types what the keyboard has
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "\u2010": "-",
        "\u2011": "-",
        "–": "-",
        "—": "-",
    }
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
"""Accents over the letters of Europe. The marks that make が of か are others, and stay."""


def folded(text: str) -> str:
    """The text without letter case, width, accents and the forms of quotes and dashes.

    >>> {folded(name) for name in ("İstanbul", "istanbul", "ISTANBUL", "Ｉｓｔａｎｂｕｌ")}
    {'istanbul'}
    >>> folded("Türkiye’de ışık"), folded("第９回"), folded("が") == folded("か")
    ("turkiye'de isik", '第9回', False)
    """
    if text.isascii():
        return text.lower()
    wide = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", wide)
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", apart)).translate(_LETTERS)
