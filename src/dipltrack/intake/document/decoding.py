"""Bytes into text, in whatever encoding a ministry writes."""

from dipltrack.intake.document.refusals import NoDocumentError

_SAMPLE = 400_000
_LEGACY = (
    "cp932",
    "euc_jp",
    "iso2022_jp",
    "cp1252",
    "cp1254",
    "cp1250",
    "cp1251",
    "iso8859_9",
    "gb18030",
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_USUAL = (
    (" ", "\u024f"),
    ("\u2010", "\u203b"),
    ("\u3000", "\u30ff"),
    ("\u4e00", "\u9fff"),
    ("\uff00", "\uffef"),
)
"""From which letter to which: Latin, signs, kana, kanji, full width."""
_MOST_USUAL = 0.95
_MOST_CONTROLS = 0.01


def decoded(data: bytes) -> str:
    """The text of the bytes: by their mark, else as UTF-8, else by what they look like.

    Raises NoDocumentError for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data, encoding)
    if b"\x00" in data[:_SAMPLE]:
        return _text(data, _of_zeros(data[:_SAMPLE]))
    if b"\x1b$" in data[:_SAMPLE]:
        return _text(data, "iso2022_jp")
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _text(data, _guessed(data[:_SAMPLE]))


def _of_zeros(sample: bytes) -> str:
    """UTF-16 without its mark, by which of its two orders gives letters; else it is no text."""
    even = sample[: len(sample) // 2 * 2]
    orders = ("utf-16-le", "utf-16-be") if len(sample) % 2 == 0 else ()
    for encoding in orders:
        text = even.decode(encoding, errors="replace")
        usual = sum(
            (one.isprintable() and any(first <= one <= last for first, last in _USUAL))
            or one in "\r\n\t"
            for one in text
        )
        if usual > _MOST_USUAL * len(text):
            return encoding
    raise NoDocumentError("it is no text", "give a document: txt, md, html, docx or pdf")


def _guessed(sample: bytes) -> str:
    """The likeliest of the older encodings, by the words that come out of them."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(_LEGACY)).best()
    if found is None:
        raise NoDocumentError("its encoding is not known", "save it as UTF-8")
    return str(found.encoding)


def _text(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        lossy = data.decode(encoding, errors="replace")
        if lossy.count("\ufffd") * 200 > len(lossy):
            raise NoDocumentError(
                "its encoding is not known, or it is broken", "save it as UTF-8"
            ) from None
        return _checked(lossy)


def _checked(text: str) -> str:
    controls = sum(
        text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13, 27)
    )
    if controls > len(text) * _MOST_CONTROLS:
        raise NoDocumentError("it is no text", "give a document: txt, md, html, docx or pdf")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
