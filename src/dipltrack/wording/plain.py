"""The text as it is read: one form of each dash, quote, space and digit, nothing invisible."""

import unicodedata

from dipltrack.wording.unread import UnreadTimeError

LONGEST = 300
"""More characters than this are no time of a promise but a paragraph."""

_DASHES = "‐‑‒–—―−﹘﹣－〜～"
_QUOTES = "‘’‚‛′`´＇ʼ"
_DOUBLE_QUOTES = "“”„‟″«»＂"
_SPACES = "\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BARRED = "\0"


class _Forms(dict[int, str]):
    """The plain form of each character, by its code; of any other it is found when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _form(chr(code))
        return self[code]


def _form(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Cs", "Co", "Cn"}:
        return _BARRED
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return "" if category in {"Cf", "Mn"} else character


_FORMS = _Forms(
    {
        **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict.fromkeys(map(ord, _DASHES), "-"),
        **dict.fromkeys(map(ord, _QUOTES), "'"),
        **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
        **dict.fromkeys(map(ord, _SPACES), " "),
        ord("⁄"): "/",
    }
)


def plain(text: str) -> str:
    r"""The text in small letters, with plain dashes, quotes, spaces and digits.

    Marks that only steer the direction of writing are left out. Control characters, and a text
    longer than a sentence, are refused: no promise needs them.

    >>> plain("29–31 MAY\u00a0２０１９")
    '29-31 may 2019'
    """
    if len(text) > LONGEST:
        raise UnreadTimeError(
            text, f"is longer than the {LONGEST} characters of a sentence", near=()
        )
    words = unicodedata.normalize("NFC", text).lower().translate(_FORMS)
    if _BARRED in words:
        raise UnreadTimeError(text, "holds a character that cannot be shown", near=())
    return words
