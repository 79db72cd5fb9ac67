"""Documents of every kind into text, and those that cannot be read."""

from datetime import date

import pytest

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.opening import opened
from dipltrack.intake.document.paragraphs import paragraphs_of
from dipltrack.intake.document.reading import communique_of
from dipltrack.intake.document.refusals import NoDocumentError
from dipltrack.intake.proposing import intake_of
from dipltrack.intake.rules import rules_of
from tests.intake.documents import archive, pdf, word

JAPANESE = (
    "１　両大臣は、来年3月に東京で協議を開催することで一致しました。\n２　次回は秋に行われる予定です。\n"
    * 3
)
FRENCH = (
    "Les deux ministres sont convenus de créer un comité, qui se réunira à Québec au printemps.\n"
    * 3
)
ENCODED = [
    (JAPANESE, "utf-8"),
    (JAPANESE, "utf-8-sig"),
    (JAPANESE, "utf-16"),
    (JAPANESE, "utf-16-le"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (FRENCH, "cp1252"),
    (FRENCH, "utf-16-be"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_text_is_read_in_any_encoding_that_ministries_use(text: str, encoding: str) -> None:
    assert opened(text.encode(encoding), "release.txt").text == text


def test_turkish_letters_are_read_in_their_own_encoding() -> None:
    text = (
        "Dışişleri Bakanı Çavuşoğlu ile görüşme. İki ülke arasındaki ilişkiler gelişiyor, ığşüöç.\n"
        * 4
    )

    assert opened(text.encode("cp1254"), "bildiri.txt").text == text


def test_a_page_gives_its_main_text_with_the_numbers_of_its_lists() -> None:
    page = b"""<!DOCTYPE html><html><head><title>Joint release</title><style>p {}</style></head><body>
    <nav><a href="/">Home</a> <a href="/press">Press</a></nav><div class="breadcrumb">Home &gt; Press</div>
    <main><h1>Joint release</h1><p>They met in <b>Oslo</b>&nbsp;today.</p>
    <ol><li>They agreed to meet.</li><li>They will write.</li></ol><ul><li>One more.</li></ul></main>
    <footer>Copyright</footer><script>alert(1)</script></body></html>"""

    text, title = opened(page, "release.html")

    assert title == "Joint release"
    assert [line for line in text.splitlines() if line] == [
        "Joint release",
        "They met in Oslo today.",
        "1. They agreed to meet.",
        "2. They will write.",
        "• One more.",
    ]


PAGES = (
    ("<![[<p>They met.</p>", ["They met."]),  # no declaration, and none that ends
    ("<p>They<![if x]> met.<!-- 5 > 3 --></p><!-- open", ["They met."]),
    ("<ol start=9999999999999999999><li>They met.</ol>", ["1. They met."]),
    ("<ol start='²'><li>They met.</ol>", ["1. They met."]),
    ("<ol type=i start=40><li>They met.</ol>", ["40. They met."]),
    ("<ol type=I start=9><li>They met.<li>They left.</ol>", ["IX. They met.", "X. They left."]),
    ("<ol type=a start=0><li>They met.</ol>", ["0. They met."]),
    ("<ul class=menu><li>Home</ul><ol><li>They met.</ol></ul>", ["1. They met."]),
    ("<p>They <svg><title>an image</title><text>x</text></svg>met.", ["They met."]),
    ("<p>They met.<div class=share-buttons>Share</div>Then they left.", ["They met.", "Then they left."]),
    ("<p>It costs &#x20AC;5 &amp; &#99999999; more &nosuch;", ["It costs €5 & � more &nosuch;"]),
    ("<b>" * 300 + "They met.", ["They met."]),
)  # fmt: skip


@pytest.mark.parametrize(("page", "lines"), PAGES)
def test_a_page_written_badly_still_says_what_it_says(page: str, lines: list[str]) -> None:
    text, _ = opened(page.encode(), "talks.html")

    assert [line for line in text.splitlines() if line] == lines


def test_the_first_title_of_a_page_is_its_title() -> None:
    page = b"<head><title>Talks in\n Oslo</title></head><p>They met.</p><title>Other</title>"

    assert opened(page, "talks.html").title == "Talks in Oslo"


def test_a_page_nested_deeper_than_any_is_refused() -> None:
    page = b"<p>Before." + b"<div>" * 5000 + b"They met." + b"</div>" * 5000

    with pytest.raises(NoDocumentError, match=r"nested deeper than 2,047"):
        opened(page, "talks.html")


def test_markdown_loses_its_signs_and_keeps_its_numbers() -> None:
    text, title = opened(
        b"# Release\n\n1. They **agreed** to [meet](https://example.org) in May.\n", "a.md"
    )

    assert title == "Release"
    assert "1. They agreed to meet in May." in text


def test_a_word_file_gives_the_numbers_that_word_counts_itself() -> None:
    text, _ = opened(word(["They met.", "They will write."], numbered=True), "release.docx")

    assert [line for line in text.splitlines() if line] == ["1. They met.", "2. They will write."]


def test_a_pdf_gives_its_text_layer() -> None:
    text, _ = opened(
        pdf(["1. The Ministers met in Oslo.", "2. They will meet again in May."]), "release.pdf"
    )

    found = paragraphs_of(text, rules_of("en"))
    assert [(one.label, one.text) for one in found] == [
        ("1", "The Ministers met in Oslo."),
        ("2", "They will meet again in May."),
    ]


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'
REFUSED = [
    (b"", "a.txt", "it is empty"),
    (b" \n\t\n", "a.txt", "it is empty"),
    (bytes(range(256)) * 40, "a.bin", "it is no text"),
    (b"\x00\x01\x02", "b.bin", "it is no text"),
    (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.png", "it is a picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "a.doc", "it is a Word file of before 2007"),
    (b"{\\rtf1 hello}", "a.rtf", "it is rich text"),
    (b"%PDF-1.4\nbroken", "a.pdf", "it is broken"),
    (pdf([]), "a.pdf", "it is a scan without a text layer"),
    (b"PK\x03\x04broken", "a.docx", "it is broken"),
    (archive({"xl/workbook.xml": b"<x/>"}), "a.xlsx", "it is a spreadsheet"),
    (archive({"a.txt": b"hello"}), "a.zip", "it is an archive"),
    (word(["hello"], head=ENTITIES), "a.docx", "its XML defines entities"),
    (archive({"word/document.xml": b"<w:document"}), "a.docx", "it is broken"),
    (
        archive({"word/document.xml": b" " * 30_000_000}),
        "a.docx",
        "it would swell beyond all measure",
    ),
    (b"x" * 34_000_000, "a.txt", "it has 32 MB"),
]


@pytest.mark.parametrize(
    ("data", "name", "wrong"), REFUSED, ids=[case[2] + case[1] for case in REFUSED]
)
def test_what_cannot_be_read_is_refused_with_the_reason_and_the_mend(
    data: bytes, name: str, wrong: str
) -> None:
    with pytest.raises(NoDocumentError) as refusal:
        opened(data, name)

    assert refusal.value.wrong.startswith(wrong)
    assert refusal.value.mend


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Министры договорились провести встречу в мае следующего года в Осло.",
            "its language is not known",
        ),
        (
            "Die beiden Minister haben vereinbart, dass die Gespräche im Mai und im Juni in Oslo fortgesetzt werden.",
            "it seems to be written in de",
        ),
        ("   \n", "there is no text in it"),
    ],
)
def test_a_language_without_rules_is_refused(text: str, wrong: str) -> None:
    with pytest.raises(NoDocumentError, match=wrong):
        communique_of(text)


def test_a_document_tells_its_title_its_date_and_its_language() -> None:
    text = "Japan-Norway Relations\n\nForeign Ministers' Meeting in Oslo\n\nMarch 19, 2022\n\nThe Ministers met in the city.\n"

    communique = communique_of(text)

    assert communique.title == "Foreign Ministers' Meeting in Oslo"
    assert (str(communique.date), communique.language) == ("2022-03-19", "en")


HOSTILE = [
    "will, ",
    ". ",
    "which will ",
    "a-\n",
    "(",
    "a: ",
    "[Photo 1: ",
    "they agreed to meet and ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_of_any_length_is_read_to_its_end(piece: str) -> None:
    communique = communique_of(piece * (40_000 // len(piece)), "en")

    assert communique.language == "en"
    assert intake_of(communique, Anchor(day=date(2024, 1, 15), language="en")) is not None
