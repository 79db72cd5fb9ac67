"""A row of a sheet -> the item and the update that would be filed of it."""

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.intake.sheet.asked import BadCellError, Row
from dipltrack.intake.sheet.columns import OWN
from dipltrack.intake.sheet.dates import is_unclear
from dipltrack.intake.sheet.occasion import Settled
from dipltrack.intake.sheet.vocabulary import Field, folded, word_meant
from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Evidence, Update
from dipltrack.model.vocabulary import Firmness, Kind, Status, TimingClass
from dipltrack.model.window import UNTIMED, Timing, Window
from dipltrack.register.impossible import NEEDS_REASON
from dipltrack.wording.unread import UnreadTimeError

_LONGEST = 300
_SHORT = 100
"""Letters of a title that is made of a passage."""

_SEVERAL = re.compile(r"[,;、，/\n]")
_PARAGRAPH = re.compile(r"[(\[§¶]*[0-9０-９]|\([a-z]+\)|第|para|art", re.IGNORECASE)
_SAYS_NOTHING = "-"
"""What a status is called that only says that nobody has looked."""

_BY_HAND = {
    Status.WITHDRAWN: "by whom? leave the cell empty, file it, then dipltrack withdraw REF --by",
    Status.SUPERSEDED: "by what? leave the cell empty, file it, then dipltrack supersede REF --with",
}


class Draft(Struct, frozen=True, kw_only=True):
    """What would be filed of a row: an item without its ref, and an update without what it is of."""

    row: int
    item: Commitment
    update: Update | None


def draft_of(row: Row, settled: Settled) -> Draft:
    """What the row says. Raises BadCellError for the first cell that cannot be filed."""
    wording = row.lines(Field.WORDING)
    kind, timing = _kind_and_timing(row, settled)
    document, paragraph = _source(row, settled)
    default = row.asked.default
    item = Commitment(
        ref="",
        title=title_of(row),
        dossier=row.text(Field.DOSSIER),
        document=document,
        paragraph=paragraph,
        wording=wording,
        voice=_voice(row, settled) or _names(default.voice),
        firmness=_firmness(row),
        kind=kind,
        sector=row.text(Field.SECTOR) or default.sector,
        lead=_names(row.lines(Field.LEAD) or default.lead),
        support=_names(row.lines(Field.SUPPORT)),
        counterpart=_names(row.lines(Field.COUNTERPART) or default.counterpart),
        timing=timing,
        done_when=row.text(Field.DONE_WHEN),
        review_on=row.day(Field.REVIEW_ON),
        own=tuple(_own(row)),
    )
    return Draft(row=row.number, item=item, update=_update(row, settled, document))


def title_of(row: Row) -> str:
    """The title of the row, or one made of its passage. Raises BadCellError."""
    title = row.text(Field.TITLE)
    if title is None and row.lines(Field.WORDING) is None:
        raise BadCellError(Field.TITLE, "it does not say what was promised")
    if title is not None and len(title) > _LONGEST:
        heading = row.asked.columns.heading(Field.TITLE)
        raise BadCellError(
            Field.TITLE,
            f"{len(title):,} letters are no title, which has {_LONGEST} at most: if the column "
            f'holds the passage, --map "{heading}=wording"',
        )
    return title or _beginning(row.lines(Field.WORDING) or "")


def _beginning(wording: str) -> str:
    """A title made of the passage: all of it, or its first words."""
    words = " ".join(wording.split())
    if len(words) <= _SHORT:
        return words
    cut = words[:_SHORT]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _kind_and_timing(row: Row, settled: Settled) -> tuple[Kind, Timing]:
    """The kind, and the time with its window; words such as "ongoing" tell of the kind alone."""
    written = row.text(Field.KIND)
    meant = word_meant("kind", written) if written else None
    if written and meant is None:
        raise BadCellError(Field.KIND, f"“{written}” is not one-off, recurring or continuing")
    stated, words = row.text(Field.STATED), row.time_words()
    if stated is None or words is None:
        return Kind(meant or Kind.ONE_OFF), UNTIMED
    if word_meant("kind", stated) == Kind.CONTINUING:
        basis = "it goes on: no end is stated"
        return Kind(meant or Kind.CONTINUING), Timing(stated=stated, window=Window(basis=basis))
    timing = replace(_timing(row, settled, words), stated=stated)
    recurs = timing.window.class_ is TimingClass.RECURRING
    return Kind(meant or (Kind.RECURRING if recurs else Kind.ONE_OFF)), timing


def _timing(row: Row, settled: Settled, words: str) -> Timing:
    """The window of the words; a bare day below "Deadline" is the last one."""
    asked, day = row.asked, settled.meeting.date
    if is_unclear(words):
        why = f"“{words}” could be two days: --dates dmy or mdy says which, for all"
        raise BadCellError(Field.STATED, why)
    try:
        timing = asked.read_time(words, day, settled.place)
        window = timing.window
        if window.class_ is TimingClass.EXACT and asked.columns.is_limit():
            heading = asked.columns.heading(Field.STATED)
            window = asked.read_time(f"by {window.latest}", day, settled.place).window
            basis = (window.basis or "").removeprefix("by: ")
            window = replace(window, basis=f"by, for the column is headed “{heading}”: {basis}")
    except UnreadTimeError as error:
        raise BadCellError(Field.STATED, str(error)) from None
    if window.latest is not None and window.latest < day:
        raise BadCellError(
            Field.STATED, f"“{words}” lies before the meeting of {day}: which day is wrong?"
        )
    return replace(timing, window=window)


def _source(row: Row, settled: Settled) -> tuple[str | None, str | None]:
    """The document and the paragraph; both may stand in one cell: "release 2(2)a"."""
    source, paragraph = row.text(Field.DOCUMENT), row.text(Field.PARAGRAPH)
    names = {folded(one.name): one.name for one in settled.documents}
    if source is None:
        return (next(iter(names.values())) if len(names) == 1 and paragraph else None), paragraph
    if paragraph is not None or folded(source) in names:
        return names.get(folded(source), source), paragraph
    name, _, rest = source.partition(" ")
    if rest and (folded(name) in names or _PARAGRAPH.match(rest)):
        return names.get(folded(name), name), rest
    return source, None


def _voice(row: Row, settled: Settled) -> tuple[str, ...]:
    written = row.text(Field.VOICE)
    if written is None:
        return ()
    meant = word_meant("voice", written)
    if meant is not None:
        return (meant,)
    codes = tuple(name.upper() for name in _names(written))
    if not set(codes) <= set(settled.meeting.parties):
        raise BadCellError(Field.VOICE, f"“{written}” is not joint, ours or theirs")
    return codes


def _firmness(row: Row) -> Firmness | None:
    written = row.text(Field.FIRMNESS)
    if written is None:
        return None
    known = {folded(word): word for word in Firmness}
    if folded(written) not in known:
        words = ", ".join(Firmness)
        raise BadCellError(Field.FIRMNESS, f"“{written}” is none of {words}")
    return known[folded(written)]


def _update(row: Row, settled: Settled, document: str | None) -> Update | None:
    """What the row says of how things stand, on the day that it gives, else that of the sheet."""
    status = _status(row)
    note, reason = row.lines(Field.NOTE), row.text(Field.REASON)
    evidence = _evidence(row, settled, document)
    next_step = row.text(Field.NEXT_STEP)
    if not (status or note or evidence or next_step or reason):
        return None
    said = next(
        field
        for field, one in (
            (Field.STATUS, status),
            (Field.NOTE, note),
            (Field.EVIDENCE, evidence),
            (Field.NEXT_STEP, next_step),
            (Field.REASON, reason),
        )
        if one
    )
    found = row.past_day(Field.STATUS_DATE) or row.asked.on
    if found is None:
        raise BadCellError(
            said, "of which day? a column with the day, or --on DAY: as of when the sheet stands"
        )
    day, when = found
    if day < settled.meeting.date:
        raise BadCellError(
            Field.STATUS_DATE if row.cell(Field.STATUS_DATE) else said,
            f"{day} lies before the meeting of {settled.meeting.date}",
        )
    if status in NEEDS_REASON and not reason:
        reason, note = note, None
        if reason is None:
            raise BadCellError(
                Field.STATUS, f"{status} needs a reason: write it in a column of notes"
            )
    return Update(
        of="",
        date=day,
        when=when,
        status=status,
        reason=" ".join(reason.split()) if reason else None,
        note=note,
        evidence=evidence,
        next_step=next_step,
    )


def _status(row: Row) -> Status | None:
    written = row.text(Field.STATUS)
    if written is None:
        return None
    meant = word_meant("status", written)
    if meant is None:
        raise BadCellError(
            Field.STATUS,
            f"“{written}” is no status that is known: write one such as in progress or done, or "
            f'--map "{row.asked.columns.heading(Field.STATUS)}=note" takes the column as notes',
        )
    if meant == _SAYS_NOTHING:
        return None
    if meant in _BY_HAND:
        raise BadCellError(Field.STATUS, f"{meant} {_BY_HAND[Status(meant)]}")
    return Status(meant)


def _evidence(row: Row, settled: Settled, document: str | None) -> tuple[Evidence, ...]:
    """Each address; what else stands there is a document of the meeting, or a registry number."""
    written = row.lines(Field.EVIDENCE)
    if written is None:
        return ()
    addresses = [word for word in written.split() if "://" in word]
    rest = " ".join(word for word in written.split() if "://" not in word)
    names = {folded(one.name): one.name for one in settled.documents}
    if document:
        names.setdefault(folded(document), document)
    found = [Evidence(address=one.rstrip(".,;")) for one in addresses]
    if rest and (name := names.get(folded(rest))):
        found.append(Evidence(document=name))
    elif rest:
        found.append(Evidence(registry=rest))
    return tuple(found)


def _names(text: str | None) -> tuple[str, ...]:
    """The names of bodies, several in one cell."""
    parts = (" ".join(part.split()) for part in _SEVERAL.split(text or ""))
    return tuple(dict.fromkeys(part for part in parts if part))


def _own(row: Row) -> list[tuple[str, str | date]]:
    """The columns that are kept under a key of the desk's own: a day stays one."""
    names = [name for name in row.asked.columns.places if name.startswith(OWN)]
    return [(name, cell) for name in names if (cell := row.cell(name))]
