"""The bytes of a document into text: plain, Markdown, HTML, Word or PDF, told by what they are."""

import re

from dipltrack.intake.document.decoding import decoded
from dipltrack.intake.document.opened import LARGEST, Opened
from dipltrack.intake.document.refusals import NoDocumentError

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def opened(data: bytes, name: str) -> Opened:
    """The text of a document; the ending of its name settles only Markdown and HTML.

    Raises NoDocumentError for what holds no text, or cannot be read, with what to do.
    """
    if not data.strip():
        raise NoDocumentError("it is empty", "give the document itself")
    if len(data) > LARGEST:
        size = len(data) // (1024 * 1024)
        raise NoDocumentError(
            f"it has {size} MB", "give the part that is wanted, of 32 MB at most"
        )
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if data.lstrip()[:5] == b"%PDF-":
        from dipltrack.intake.document.pdf import pdf_text

        return pdf_text(data)
    if data[:4] == b"PK\x03\x04":
        from dipltrack.intake.document.word import word_text

        return word_text(data)
    _refuse_others(data)
    text = decoded(data)
    if _HTML.match(data[:4000]) or ending in {"html", "htm", "xhtml"}:
        from dipltrack.intake.document.html import html_text

        return html_text(text)
    if ending in {"md", "markdown"}:
        from dipltrack.intake.document.markdown import markdown_text

        return markdown_text(text)
    return Opened(text)


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLD_WORD):
        raise NoDocumentError(
            "it is a Word file of before 2007, or a locked one",
            "save it as .docx without a password, or as text",
        )
    if data.startswith(_RTF):
        raise NoDocumentError("it is rich text (RTF)", "save it as .docx or as text")
    if data.startswith(_IMAGES):
        raise NoDocumentError(
            "it is a picture",
            "give a document with text: a scan must go through text recognition first",
        )
