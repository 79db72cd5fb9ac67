"""Whatever a document's bytes are, its text is read or it is refused in words."""

import io
import random
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from dipltrack.intake.document.opening import opened
from dipltrack.intake.document.refusals import NoDocumentError
from tests.fuzz.mutating import mutated
from tests.fuzz.test_fuzz import fuzzed, numbers

HTML = """<!doctype html><html><head><title>Talks</title></head><body><h1>Talks</h1>
<ol><li>The two sides <b>will</b> hold a dialogue.</li><li>next year</li></ol>
<table><tr><td>1</td><td>a</td></tr></table></body></html>"""
PIECES = (
    *(
        "<![",
        "<!",
        "[",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?",
        ">",
        "</",
        "<",
        "/>",
        "&#",
        "&#x",
    ),
    *(
        "<!DOCTYPE",
        "<!ENTITY",
        "&amp",
        "&#99999999999;",
        ";",
        '"',
        "'",
        "=",
        " ",
        "\n",
        "p",
        "title",
    ),
    *("<ol start=", "9" * 30, "<ol type=i start=", "<li>", "<svg>", "<main>", "<ul class=menu>"),
    *("</ul>", "</ol>", "<script>", "</script>", "text", "²"),
)
MARKDOWN = (
    "# Talks\n\n1. The two sides *will* hold a dialogue.\n\n> quoted\n\n| a | b |\n|---|---|\n"
)
PDF = (
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids "
    "[3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\n"
    "endobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = f"""<?xml version="1.0"?><w:document xmlns:w="{NAMESPACE}"><w:body>
<w:p><w:r><w:t>The two sides will hold a dialogue.</w:t></w:r></w:p></w:body></w:document>"""


def packed(xml: bytes) -> bytes:
    """A document of Word with that text."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", xml)
    return data.getvalue()


def read(data: bytes, name: str) -> None:
    with suppress(NoDocumentError):
        assert isinstance(opened(data, name).text, str)


@fuzzed
@given(numbers)
def test_any_document_is_read_or_refused(number: int) -> None:
    chance = random.Random(number)
    times = chance.randrange(1, 6)
    read(mutated(HTML, chance, times), "talks.html")
    read(mutated(MARKDOWN, chance, times), "talks.md")
    read(mutated(PDF, chance, times), "talks.pdf")
    word = packed(mutated(WORD, chance, times))
    read(word, "talks.docx")
    at = chance.randrange(len(word))
    read(word[:at] + bytes([chance.randrange(256)]) + word[at + 1 :], "talks.docx")
    read(word[:at], "talks.docx")


@fuzzed
@given(lists(sampled_from(PIECES), max_size=24))
def test_any_pieces_of_a_page_are_read_or_refused(pieces: list[str]) -> None:
    read(("<p>They met." + "".join(pieces)).encode(), "talks.html")


def test_an_archive_whose_parts_begin_before_it_is_refused() -> None:
    word = packed(WORD.encode())
    end = word.rindex(b"PK\x05\x06")
    at = end + 16  # where the list of the parts begins

    with pytest.raises(NoDocumentError):
        opened(word[:at] + b"\xff\xff\xff\x7f" + word[at + 4 :], "talks.docx")
