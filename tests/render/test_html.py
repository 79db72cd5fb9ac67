"""A report as a page: whole by itself, literal, and fit for whoever hears it read aloud or prints it."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.model.text import visible
from dipltrack.render.html import render_html
from dipltrack.render.html_style import style_of
from dipltrack.reports.blocks import (
    Bar,
    Block,
    Cell,
    Column,
    Heading,
    Lane,
    Link,
    Mark,
    Need,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Table,
    Text,
    Timeline,
    Words,
)
from tests.given import day
from tests.nasty import NASTY, Nasty
from tests.render.samples import FULL, ITEMS, TIMELINE, report, table

PARSER = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)


def page(*blocks: Block, **fields: object) -> Element:
    """The page of those blocks, as a browser reads it; what is not HTML fails."""
    return read(report(*blocks, **fields))


def read(one: Report) -> Element:
    """The page of the report, as a browser reads it."""
    tree: Element = PARSER.parse(render_html(one))
    return tree


def text(element: Element) -> str:
    """What is read of an element, runs of space as one."""
    return " ".join("".join(element.itertext()).split())


def texts(tree: Element, tag: str) -> list[str]:
    """What is read of each element with that tag."""
    return [text(element) for element in tree.iter(tag)]


# Literal


def everywhere(words: str) -> Report:
    """A report with the words wherever a text can stand."""
    lane = Lane(words, words, (Bar(Mark.DONE, day("2018-01-29"), day("2018-01-29")),))
    return report(
        Heading(words, 1),
        Heading(words, level=3, ref=words),
        Paragraph(words),
        Pairs((Pair(words, Text(words), words), Pair("", Words(words)), Pair("A", Ref(words)))),
        Table(
            (Column(words or "A"), Column("B"), Column("C")),
            ((Text(words), Ref(words), Link(words, words)),),
        ),
        Timeline(TIMELINE.first, TIMELINE.last, TIMELINE.day, (lane,)),
        title=words,
        desk=words,
        ceiling=words,
        told=(words,),
    )


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_text_is_shown_literally_wherever_it_stands(nasty: Nasty) -> None:
    expected = " ".join(visible(nasty.text).split())

    tree = read(everywhere(nasty.text))

    assert texts(tree, "h1") == [expected]
    assert texts(tree, "h2") == [f"{expected} (1)".strip()]
    assert texts(tree, "td")[0] == expected
    assert expected in texts(tree, "p")
    assert expected in [text(one) for one in tree.iter("{http://www.w3.org/2000/svg}title")][1]


@settings(max_examples=40)
@given(
    st.text(max_size=40) | st.lists(st.sampled_from("<>&\"'/=! -a\x00"), max_size=20).map("".join)
)
def test_any_text_leaves_the_page_whole(words: str) -> None:
    tree = read(everywhere(words))

    assert len(list(tree.iter("table"))) == 1
    assert texts(tree, "h1") == [" ".join(visible(words).split())]


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_nothing_acts_and_nothing_is_loaded(nasty: Nasty) -> None:
    tree = read(everywhere(nasty.text))

    elements = list(tree.iter())
    assert not {one.tag for one in elements} & {
        "script",
        "img",
        "iframe",
        "link",
        "object",
        "form",
    }
    assert not any(
        name.startswith("on") or name == "src" for one in elements for name in one.attrib
    )
    links = [one.attrib["href"] for one in elements if "href" in one.attrib]
    assert all(re.match(r"(https?://|mailto:)", link) for link in links)
    style = next(tree.iter("style")).text or ""
    assert "url(" not in style
    assert "@import" not in style
    assert all(
        re.fullmatch(r"[A-Za-z0-9 \\]*", string)
        for string in re.findall(r'content: "(.*)";', style)
    )


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        (Link("a", 'https://example.org/?a=1&b="2"'), []),
        (Link("a", "https://example.org/?a=1&b=2"), ["https://example.org/?a=1&b=2"]),
        (Link("a", "mailto:desk@example.org"), ["mailto:desk@example.org"]),
        (Link("a", "javascript:alert(1)"), []),
        (Link("a", "JavaScript:alert(1)"), []),
        (Link("a", " https://example.org"), []),
        (Link("a", "file:///etc/passwd"), []),
        (Link("a", "https://example.org/\u202e"), []),
        (Text("see https://example.org/a, b"), ["https://example.org/a"]),
        (Text("ftp://example.org"), []),
    ],
)
def test_only_addresses_of_web_and_mail_become_links(cell: Cell, links: list[str]) -> None:
    tree = page(table([cell]))

    assert [one.attrib["href"] for one in tree.iter("a")] == links


# For readers' tools


def test_no_heading_skips_a_level() -> None:
    tree = page(
        Heading("A"),
        Heading("B", level=3),
        Heading("C", level=2),
        Heading("D", level=3),
        Heading("E"),
    )

    found = [one.tag for one in tree.iter() if str(one.tag) in {"h1", "h2", "h3", "h4"}]
    assert found == ["h1", "h2", "h3", "h3", "h4", "h2"]


def test_a_table_has_a_caption_heads_of_columns_and_of_rows() -> None:
    tree = page(Heading("Overdue", 2), ITEMS)

    assert texts(tree, "caption") == ["Overdue"]
    heads = {(one.attrib["scope"], text(one)) for one in tree.iter("th")}
    assert ("col", "Promised action") in heads
    assert ("row", "TR-20171228-2") in heads
    assert len(heads) == 5 + 2


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    columns = (Column("A"), Column("B", Need.OFTEN), Column("C", Need.OFTEN))

    assert texts(page(Table(columns, ((Text(""), Text(""), Text("c")),))), "th") == ["A", "C"]


def test_a_table_without_rows_and_pairs_without_a_pair_are_left_out() -> None:
    tree = page(Table((Column("A"),), ()), Pairs(()))

    assert not texts(tree, "table")
    assert not texts(tree, "dl")


def test_a_value_without_a_label_belongs_to_the_one_before() -> None:
    tree = page(Pairs((Pair("Source", Text("release")), Pair("", Text("second"), "aside"))))

    assert texts(tree, "dt") == ["Source"]
    assert texts(tree, "dd") == ["release", "second (aside)"]


def test_colours_stand_beside_their_letter_and_word() -> None:
    assert "R overdue" in [text(one) for one in page(ITEMS).iter("span")]


def test_a_timeline_is_told_in_words() -> None:
    tree = page(TIMELINE)

    (drawing,) = tree.iter("{http://www.w3.org/2000/svg}svg")
    named = drawing.attrib["aria-labelledby"].split()
    assert drawing.attrib["role"] == "img"
    assert [one.attrib["id"] for one in drawing.iter() if "id" in one.attrib] == named
    (told,) = drawing.iter("{http://www.w3.org/2000/svg}desc")
    assert (
        "TR-20171228-2 Hold the first Security Dialogue: window in force 21–31 Jan 2018; "
        "done 29 Jan 2018." in text(told)
    )
    assert "from 1 Jul 2018" in text(told)
    assert "by 30 Jun 2018" in text(told)


def test_what_lies_outside_a_timeline_is_told_but_not_drawn() -> None:
    lanes = (TIMELINE.lanes[-1], Lane("A", "nothing", ()))
    tree = page(Timeline(TIMELINE.first, TIMELINE.last, day("2020-01-01"), lanes))

    assert not list(tree.iter("{http://www.w3.org/2000/svg}rect"))[1:]
    assert "A nothing: nothing drawn." in "".join(tree.itertext())


def test_a_long_timeline_is_parted_into_drawings_that_fit_on_a_page() -> None:
    lanes = TIMELINE.lanes * 8
    tree = page(Timeline(TIMELINE.first, TIMELINE.last, TIMELINE.day, lanes))

    drawings = list(tree.iter("{http://www.w3.org/2000/svg}svg"))
    assert len(drawings) == 3
    ids = [one.attrib["id"] for one in tree.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids)) == 6


def test_the_page_says_its_language_title_and_marking() -> None:
    tree = read(FULL)

    assert next(tree.iter("html")).attrib["lang"] == "en"
    assert texts(tree, "title") == ["Follow-up with Türkiye – 2018-02-02"]
    assert [text(p) for p in tree.iter("p") if p.attrib.get("class") == "marking"] == [
        "internal"
    ] * 2
    assert texts(tree, "p")[1:4] == [
        "First Middle East Division · as of Friday 2 February 2018",
        *FULL.told,
    ]


VARIABLE = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")


def luminance(colour: str) -> float:
    """How bright a colour is (WCAG 2.2, relative luminance)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_letters_stands_out_from_its_ground(scheme: int) -> None:
    style = style_of("internal", "Title")
    light, dark = style.partition("@media screen")[::2]
    colours = dict(VARIABLE.findall((light, dark)[scheme]))

    grounds = dict.fromkeys(("ink", "quiet", "link", "red", "green", "blue", "amber"), "paper")
    pairs = [
        *grounds.items(),
        *((c, f"{c}-paper") for c in ("red", "amber", "green", "blue")),
        ("ink", "none-paper"),
    ]
    assert len(colours) == 15
    for letters, ground in pairs:
        assert contrast(colours[letters], colours[ground]) >= 4.5, (letters, ground)


# On paper


def test_only_a_section_with_a_wide_table_lies_across() -> None:
    wide = Table(
        tuple(Column(f"Column {n}", least=12, whole=True) for n in range(12)),
        (tuple(Text("word " * 3) for _ in range(12)),),
    )
    tree = page(Heading("A"), ITEMS, Heading("B"), wide, Heading("C"), ITEMS)

    parts = [one.attrib["class"] for one in next(tree.iter("main"))]
    assert parts == ["upright", "across", "upright"]
    assert next(tree.iter("header")).attrib["class"] == "upright"
    assert next(page(wide).iter("header")).attrib["class"] == "across"


@pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("pdftotext")),
    reason="no browser on this machine",
)
def test_a_browser_prints_the_marking_and_the_heads_of_tables_on_every_page(
    tmp_path: Path,
) -> None:
    rows = ITEMS.rows * 60
    file = tmp_path / "report.html"
    file.write_text(render_html(report(Table(ITEMS.columns, rows))), encoding="utf-8")
    options = (
        "--headless --no-sandbox --disable-gpu --disable-sync --disable-background-networking"
    )
    subprocess.run(
        ["chromium", *options.split(), f"--user-data-dir={tmp_path}/user", "--no-pdf-header-footer",
         f"--print-to-pdf={tmp_path}/report.pdf", file.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    printed = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = printed.rstrip("\f\n").split("\f")

    assert len(pages) >= 3
    for number, one in enumerate(pages, 1):
        assert one.count("INTERNAL") == 2, number
        assert f"{number}/{len(pages)}" in one.replace(" ", "")
        assert one.count("Promised action") == 1
