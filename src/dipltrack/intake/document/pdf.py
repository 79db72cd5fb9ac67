"""The text layer of a PDF."""

from io import BytesIO

from dipltrack.intake.document.opened import Opened
from dipltrack.intake.document.refusals import NoDocumentError

_LEAST = 20  # letters a page: fewer are page numbers on a scan
_MOST_PAGES = 2000


def pdf_text(data: bytes) -> Opened:
    """The text of the pages, in order, and the title of the file.

    Raises NoDocumentError for a broken or locked file, and for a scan: a picture has no text.
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoDocumentError("it is locked with a password", "save it without one")
        count = len(reader.pages)
        if count > _MOST_PAGES:
            raise NoDocumentError(f"it has {count} pages", f"give {_MOST_PAGES} at most")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except NoDocumentError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OSError,
        NotImplementedError,
        ImportError,
    ) as error:
        locked = "crypt" in str(error).lower() or "AES" in str(error)
        wrong = "it is locked with a password" if locked else "it is broken"
        raise NoDocumentError(wrong, "save it anew, without a password") from None
    text = "\n\f\n".join(pages)
    if len("".join(text.split())) < _LEAST * max(1, count):
        raise NoDocumentError(
            "it is a scan without a text layer", "have its text recognised (OCR) first"
        )
    return Opened(text, title.strip() if isinstance(title, str) and title.strip() else None)
