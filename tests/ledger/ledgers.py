"""Files and entries of every sort for tests of the write: as a hand, an editor or a program leaves them."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from dipltrack.ledger.mint import Stamp
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from tests.given import MEETING_DAY, REF

PATH = "TR/2017-12-28.toml"
BOM = b"\xef\xbb\xbf"
AWKWARD = st.sampled_from(
    [
        '"',
        '""',
        '"""',
        "'''",
        "\\",
        "\\n",
        "\\u00e9",
        "# no comment",
        "[[update]]",
        "\n[[update]]\n",
        "\n\n",
        "\n  indented\n",
        "\ttab",
        "\x00\x1b[31m\x7f\x85",
        "\u2028\u2029",
        "\u202eright to left\u202c",
        "\ufeff",
        "🇯🇵🇹🇷 👩‍👩‍👧",
        "来年早期に",
        "İstanbul’da, gelecek yıl",
        "e\u0301",
        "\U0010ffff",
    ]
)
"""Pieces of text that a writer of TOML gets wrong, alone or beside each other."""

TEXTS = (
    st.lists(AWKWARD | st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=4)
    .map("".join)
    .filter(lambda text: text.strip() and "\r" not in text)
)
"""Any text but a blank one, a carriage return and a half of a surrogate pair."""

MOMENTS = st.builds(
    lambda minutes, offset: (datetime(2018, 1, 5, tzinfo=UTC) + minutes).astimezone(
        timezone(offset)
    ),
    st.timedeltas(timedelta(days=-3), timedelta(days=3)),
    st.integers(-12, 14).map(lambda hours: timedelta(hours=hours)),
)
"""What a clock may say that is set back, set ahead and taken abroad."""

STAMPS = st.builds(
    Stamp, by=st.just("kt"), now=MOMENTS, seed=st.none() | st.sampled_from(["one", "two"])
)


@st.composite
def appended_entries(draw: st.DrawFn) -> list[tuple[str, Entry]]:
    """One to three entries for one command to append, with any text in every field that takes one."""
    text = draw(st.lists(TEXTS, min_size=8, max_size=8))
    timing = Timing(
        stated=text[0],
        window=Window(class_=TimingClass.EVENT, event=text[1], basis=text[2]),
    )
    kinds: list[tuple[str, Entry]] = [
        (
            "update",
            Update(
                of=REF,
                date=MEETING_DAY,
                status=draw(st.none() | st.sampled_from(Status)),
                note=text[3],
                reason=text[4],
                next_step=text[5],
                timing=TimingChange.MOVED,
                to=timing,
                asked=(text[6], text[7]),
                evidence=(
                    Evidence(address=text[3], says=text[4]),
                    Evidence(registry=text[5], contradicts=True),
                ),
                changes=(Change(field="lead", from_=text[6], to=(text[6], text[7])),),
            ),
        ),
        ("update", Update(of=REF, date=MEETING_DAY, note=text[0])),
        (
            "commitment",
            Commitment(ref=f"{REF[:-2]}-7", title=text[1], wording=text[2], timing=timing),
        ),
        ("document", Document(name=text[6], title=text[7], address=text[0])),
        ("record", Record(of=REF, document=text[6], paragraph=text[7], wording=text[3])),
    ]
    return draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3))


BLOCKS = (
    "# written by hand\n",
    "#: a comment with [[update]] in it, and \"quotes'\n\n\n",
    '[[commitment]]\nref = "TR-20171228-1"\ntitle = "Hold it"\nlaed = "a key of nobody"\n',
    '[[document]]   # the only one\nname = "release"\nx_shelf = { row = 3, seen = [2018-01-29] }\n',
    f'[[update]]\nof = "{REF}"\ndate = 2018-01-29\nnote = """\nOne\n\n  # no comment\n"""\n',
    f"[[update]]\n\tof\t=\t'{REF}'\n\t'date' = 2018-01-29 # a tab, a quoted key\n",
    f'[[update]]\nid = "HANDMADE"\nof = "{REF}"\ndate = 2018-01-29\nrecorded = 2018-01-29T10:12:00Z\n',
    '[x_own]\n"a key" = 1\nfloat = 1.5\n',
    "[[x_more]]\nwhen = 10:12:00\n[[x_more]]\n",
    '[vessel]\nname = "a table that nobody knows"\n',
)
"""What may stand in a meeting's file behind the meeting."""


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A sound file of a meeting, as an editor of any sort may have left it."""
    blocks = draw(st.lists(st.sampled_from(BLOCKS), max_size=6, unique=True))
    text = (
        "schema = 1 # of the file\nx_top = true\n\n"
        '[meeting]\nref = "TR-20171228"\ntitle = "M"\ndate = 2017-12-28\n'
    ) + "".join(blocks)
    ends = draw(st.sampled_from(["unix", "windows", "mixed"]))
    lines = text.split("\n")
    data = b"".join(
        line.encode() + (b"\r\n" if ends == "windows" or (ends == "mixed" and n % 2) else b"\n")
        for n, line in enumerate(lines[:-1])
    )
    tail = draw(st.sampled_from([b"", b"# the end", b"\n \t \n", b"   "]))
    bare = data.rstrip(b"\r\n") if draw(st.booleans()) and not tail else data
    return draw(st.sampled_from([b"", BOM])) + bare + tail


ENTRIES = appended_entries()
FILES = files()
