"""A ledger full of nasty texts comes out inert of every command, in every format that there is."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.compose import text_of_table
from dipltrack.render.formats import FORMATS
from tests.nasty import NASTY

TEXTS = [one.text[:3000] for one in NASTY if one.text.strip() and "\ud800" not in one.text]
"""What a ledger can hold: TOML knows no surrogates, and an empty text is a fault."""

COMMANDS = (
    "list --all",
    "due --all",
    "show TR-20171228-1",
    "log --all",
    "timeline",
    "report weekly --annex",
    "report matrix",
    "report brief TR",
    "report review --promised 2017",
    "report item TR-20171228-3",
)
ALONE = (
    "check",
    "dossier list",
    "body list",
    "meeting list",
    "meeting show TR-2017",
    "export --format json",
)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What acts on a terminal, or turns what is read round; line feeds and tabs do not."""


def table(kind: str, number: int, **keys: object) -> str:
    moment = datetime(2018, 1, 30, 9, tzinfo=UTC) + timedelta(seconds=number)
    head = {"id": f"{kind[:2].upper()}{number:06}", "recorded": moment, "by": TEXTS[number % 60]}
    return "\n" + text_of_table(kind, head | keys, single=kind == "meeting")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which each nasty text stands in every field that takes one."""
    root = tmp_path_factory.mktemp("nasty") / "desk"
    (root / "TR").mkdir(parents=True)
    names = "".join(
        table("body", n, name=f"B{n} {t[:200]}", title=t, party="JP")
        + table("dossier", 500 + n, name=f"D{n} {t[:200]}", title=t)
        for n, t in enumerate(TEXTS)
    )
    settings = 'schema = 1\n\n[ledger]\nname = "<b>=D|*x*</b>"\nparty = "JP"\n'
    (root / "dipltrack.toml").write_text(settings + names, encoding="utf-8")
    text = "schema = 1\n" + table(
        "meeting", 0, ref="TR-20171228", title=TEXTS[0], place=TEXTS[1],
        date=datetime(2017, 12, 28, tzinfo=UTC).date(), parties=["JP", "TR"],
    )  # fmt: skip
    for n, nasty in enumerate(TEXTS, 1):
        ref, day = f"TR-20171228-{n}", datetime(2018, 1, 29, tzinfo=UTC).date()
        text += table("document", n, name=f"d{n} {nasty[:200]}", title=nasty, address=nasty)
        text += table(
            "commitment", 1000 + n, ref=ref, title=nasty[:250], wording=nasty, paragraph=nasty,
            document=f"d{n} {nasty[:200]}", dossier=f"D{n - 1} {nasty[:200]}", sector=nasty,
            lead=f"B{n - 1} {nasty[:200]}", counterpart=nasty, done_when=nasty, stated=nasty,
            basis=nasty, x_own=nasty, **{"class": "open"},
        )  # fmt: skip
        text += table("record", 2000 + n, of=ref, document=f"d{n} {nasty[:200]}", wording=nasty)
        text += table(
            "update", 3000 + n, of=ref, date=day, status="in-progress", note=nasty, when=nasty,
            next_step=nasty, reason=nasty, seek=nasty, asked=nasty, wording=nasty,
            evidence=[{"address": nasty, "says": nasty, "registry": nasty}],
        )  # fmt: skip
    (root / "TR" / "2017-12-28.toml").write_text(text, encoding="utf-8")
    return root


def plain(data: bytes) -> None:
    """Text for a screen or a file: nothing in it acts."""
    found = FORBIDDEN.search(data.decode())
    assert not found, (found, data.decode()[max(0, found.start() - 60) : found.end() + 60])


def html(data: bytes) -> None:
    plain(data)
    tree = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    for element in tree.iter():
        tag = str(element.tag).rpartition("}")[2]
        assert tag not in {"script", "iframe", "object", "embed", "img", "link", "base", "form"}
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (tag, name)
            if name.rpartition("}")[2] in {"href", "src", "action"}:
                assert re.match(r"(https?:|mailto:|#)", value), value


def archive(data: bytes) -> None:
    """Word and Excel: sound XML without entities, no macro, no formula, nothing from outside."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            assert "vba" not in name.lower()
            if not name.endswith((".xml", ".rels")):
                continue
            content = file.read(name)
            assert b"<!DOCTYPE" not in content
            for element in ElementTree.fromstring(content).iter():
                tag = str(element.tag).rpartition("}")[2]
                assert tag not in {"f", "altChunk", "object"}, (name, tag)
                if tag == "instrText":
                    assert (element.text or "").strip() in {"PAGE", "NUMPAGES"}
                if tag == "Relationship" and element.get("TargetMode") == "External":
                    assert re.match(r"(https?:|mailto:)", element.get("Target", ""))


def cells(data: bytes) -> None:
    """CSV: no cell is a formula to a spreadsheet."""
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
        for cell in row:
            stripped = cell.lstrip(" \t\r\n")
            number = re.fullmatch(r"-?[0-9][0-9.,]*", stripped)
            assert number or not stripped.startswith(("=", "+", "-", "@")), cell[:80]


def calendar(data: bytes) -> None:
    """iCalendar: as many events end as begin, and no line of a text begins one."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    assert "SUMMARY:false" not in lines


CHECKS: Mapping[str, Callable[[bytes], None]] = {
    "html": html,
    "docx": archive,
    "xlsx": archive,
    "csv": cells,
    "ics": calendar,
}
"""What is asked of a format beside; of every other, also of one still to come, that it is plain."""


def answered(ledger: Path, line: str, form: str | None, folder: Path) -> bytes:
    """What the command gives in that format, as a file where it is one."""
    words = line.split()
    if form is not None:
        file = folder / f"out{FORMATS[form].endings[0]}"
        words += ["--format", form, "-o", str(file)]
        code = run(["--ledger", str(ledger), *words])
        assert code == 0, (line, form, code)
        return file.read_bytes()
    code = run(["--ledger", str(ledger), *words])
    assert code == 0, (line, code)
    return b""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("line", COMMANDS)
def test_every_report_is_inert_in_every_format(
    ledger: Path, line: str, form: str, tmp_path: Path
) -> None:
    CHECKS.get(form, plain)(answered(ledger, line, form, tmp_path))


@pytest.mark.parametrize("line", [*COMMANDS, *ALONE])
def test_what_is_printed_is_inert(
    ledger: Path, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(ledger, line, None, tmp_path)

    printed = capsys.readouterr()
    plain(printed.out.encode(errors="surrogatepass"))
    plain(printed.err.encode(errors="surrogatepass"))


@pytest.mark.parametrize("form", ["csv", "xlsx", "ics", "json"])
def test_every_export_is_inert(
    ledger: Path, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"out.{form}"

    code = run(["--ledger", str(ledger), "export", "--format", form, "-o", str(file)])

    if "is not there yet" in capsys.readouterr().err:
        pytest.skip(f"{form} is not there yet")
    assert code == 0
    CHECKS.get(form, plain)(file.read_bytes())
