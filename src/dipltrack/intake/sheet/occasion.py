"""The meeting that a row belongs to: one that is on file, or a new one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.intake.sheet.asked import Asked, Bad, BadCellError, Row
from dipltrack.intake.sheet.vocabulary import Field, folded, partner_meant
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.ref import MeetingRef, ref_typed
from dipltrack.model.vocabulary import Level
from dipltrack.register.held import Held
from dipltrack.register.unmatched import AmbiguousError, NoMatchError

_LETTERS = "bcdefghijklmnopqrstuvwxyz"


class Occasion(Struct, frozen=True, kw_only=True):
    """What a row says of its meeting: the ref of one on file, else with whom, when, what it was."""

    ref: str | None = None
    partner: str = ""
    day: date = date.min
    title: str | None = None

    def told(self) -> str:
        """The meeting in words."""
        return self.ref or f"{self.title or 'the meeting'} with {self.partner} on {self.day}"


class Settled(Struct, frozen=True, kw_only=True):
    """The meeting of an occasion: on file, or as it will be filed."""

    meeting: Meeting
    held: Held | None = None

    @property
    def place(self) -> str | None:
        """The place that decides on seasons: the meeting's own, else its partner where a country."""
        partner = self.meeting.ref.rpartition("-")[0]
        return self.meeting.place or (partner if len(partner) == len("TR") else None)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Its documents that are on file."""
        return self.held.documents if self.held else ()


def occasion_of(row: Row) -> Occasion:
    """What the row says of its meeting; what it lacks is taken from what was named for all.

    Raises BadCellError.
    """
    asked = row.asked
    title, day = row.text(Field.MEETING_TITLE), row.day(Field.MEETING_DATE)
    named, field = row.text(Field.MEETING), Field.MEETING
    if named is None and title is not None and MeetingRef.of(ref_typed(title)):
        named, title, field = title, None, Field.MEETING_TITLE
    if named is None and day is None and asked.meeting is not None:
        named = asked.meeting
    ref = MeetingRef.of(ref_typed(named)) if named else None
    try:
        if named:
            return Occasion(ref=_found(asked, named, field).meeting.ref)
    except BadCellError:
        if ref is None or day is None:  # the row says all that a new meeting needs
            raise
    if day is None:
        mend = "write its day, or --meeting REF for all rows; --fill-down takes it from above"
        raise BadCellError(Field.MEETING_DATE, f"of which meeting? {mend}")
    written = row.text(Field.PARTNER) or (ref.partner if ref else None)
    partner = partner_meant(written) if written else asked.partner
    if partner is None:
        mend = "write its code, as TR or ASEAN+3; --partner CODE names it for all rows"
        wrong = f"“{written}” is no partner" if written else "with whom?"
        raise BadCellError(Field.PARTNER, f"{wrong}: {mend}")
    return Occasion(partner=partner, day=day, title=title)


def settled(
    occasions: Mapping[int, Occasion], places: Mapping[Occasion, str], asked: Asked, ours: str
) -> tuple[dict[Occasion, Settled], list[Bad]]:
    """The meeting of each occasion, by the rows that name it; and the rows that could mean several.

    Of one day with one partner the title tells which meeting is meant. Where one of the ledger and
    one of the sheet are left over they are the same, for desks word the titles of meetings freely;
    a row without a title means the only one there is.
    """
    found: dict[Occasion, Settled] = {}
    unclear: dict[Occasion, Sequence[Held]] = {}
    groups: dict[tuple[str, date], list[Occasion]] = {}
    for occasion in dict.fromkeys(occasions.values()):
        if occasion.ref:
            held = _found(asked, occasion.ref)
            found[occasion] = Settled(meeting=held.meeting, held=held)
        else:
            groups.setdefault((occasion.partner, occasion.day), []).append(occasion)
    for (partner, day), group in groups.items():
        on_file = asked.meetings_on(partner, day)
        meant = _meant(_titles(group), on_file)
        new = _new_refs(partner, day, on_file)
        made: dict[str, str] = {}
        for occasion in group:
            title = _title_of(occasion, _titles(group))
            if title is None or (title not in meant and _left_over(meant, on_file)):
                unclear[occasion] = on_file
            elif title in meant:
                held = meant[title]
                found[occasion] = Settled(meeting=held.meeting, held=held)
            else:
                ref = made.setdefault(title, "") or next(new)
                made[title] = ref
                meeting = _new(occasion, ref, places.get(occasion), asked, ours)
                found[occasion] = Settled(meeting=meeting)
    bad = [
        Bad(number, "", _which(occasion, unclear[occasion]))
        for number, occasion in occasions.items()
        if occasion in unclear
    ]
    return found, bad


def _found(asked: Asked, ref: str, field: Field = Field.MEETING) -> Held:
    try:
        return asked.find_meeting(ref)
    except (NoMatchError, AmbiguousError) as error:
        raise BadCellError(field, str(error)) from None


def _titles(group: Sequence[Occasion]) -> set[str]:
    """The different titles of a group, or the empty one where no row has any."""
    return {folded(one.title) for one in group if one.title} or {""}


def _title_of(occasion: Occasion, titles: set[str]) -> str | None:
    """The title that the occasion has or, with none, the only one of its day; None for several."""
    if occasion.title:
        return folded(occasion.title)
    return next(iter(titles)) if len(titles) == 1 else None


def _meant(titles: set[str], on_file: Sequence[Held]) -> dict[str, Held]:
    """The meetings on file by the titles of the sheet that mean them."""
    by_title: dict[str, list[Held]] = {}
    for held in on_file:
        by_title.setdefault(folded(held.meeting.title), []).append(held)
    meant = {t: by_title[t][0] for t in titles if len(by_title.get(t, ())) == 1}
    left, titles_left = _left_over(meant, on_file), titles - meant.keys()
    if len(left) == 1 and len(titles_left) == 1:
        meant[titles_left.pop()] = left[0]
    return meant


def _left_over(meant: Mapping[str, Held], on_file: Sequence[Held]) -> list[Held]:
    refs = {held.meeting.ref for held in meant.values()}
    return [held for held in on_file if held.meeting.ref not in refs]


def _new_refs(partner: str, day: date, on_file: Sequence[Held]) -> Iterator[str]:
    """Refs of new meetings of the day; the right ones are given when they are written."""
    taken = {held.meeting.ref for held in on_file}
    refs = (str(MeetingRef.on(partner, day, letter)) for letter in ("", *_LETTERS))
    return (ref for ref in refs if ref not in taken)


def _which(occasion: Occasion, on_file: Sequence[Held]) -> str:
    known = ", ".join(f"{held.meeting.ref} “{held.meeting.title}”" for held in on_file)
    told = f"on file are {known}" if known else "the sheet names several of that day"
    return (
        f"which meeting is {occasion.told()}? {told}: a column with the ref, or the title, says it"
    )


def _new(occasion: Occasion, ref: str, place: str | None, asked: Asked, ours: str) -> Meeting:
    partner, default = occasion.partner, asked.default
    two = (ours, partner) if len(partner) == len("TR") and partner != ours else (ours,)
    levels = {level.value: level for level in Level}
    return Meeting(
        ref=ref,
        title=occasion.title or f"Meeting with {partner}",
        date=occasion.day,
        place=place or default.place,
        level=levels.get(default.level or ""),
        parties=two,
    )
