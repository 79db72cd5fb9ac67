"""The weekly report: what a director reads on Monday, in the order of DESIGN §8."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.model.settings import Dossier
from dipltrack.register.alike import Alike
from dipltrack.register.building import Key
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Block, Heading, Paragraph
from dipltrack.reports.days import written_weekday
from dipltrack.reports.matrix import GroupBy, matrix_blocks
from dipltrack.reports.play import Reminded
from dipltrack.reports.prose import told_day
from dipltrack.reports.tally import tally_of, tally_table
from dipltrack.reports.weekly.changes import Changes, DayOf, changes_of
from dipltrack.reports.weekly.dates import coming_section, timed_section
from dipltrack.reports.weekly.done import done_section, sought_section
from dipltrack.reports.weekly.in_brief import brief_sentences
from dipltrack.reports.weekly.new import new_section
from dipltrack.reports.weekly.pressing import pressing_section
from dipltrack.reports.weekly.silence import silent_section
from dipltrack.reports.weekly.week import Week


class Weekly(Struct, frozen=True, kw_only=True):
    """What a weekly report is made of.

    `now` are the items on the as-of day; what was closed before the week and not written of since
    may be left out. `before` are those of `now` that are closed, on the day of the report before.
    `counts` and `counts_before` are of all items on these days. `intro` is the officer's own sentence,
    `annex` are the items for the matrix, `by_partner` asks for a line for each partner.
    `reminded` are the reminders issued.
    """

    week: Week
    now: Sequence[Standing]
    before: Mapping[Key, Standing]
    counts: Mapping[Alike, int]
    counts_before: Mapping[Alike, int]
    day_of: DayOf
    partner_name: Callable[[str], str]
    dossiers: Sequence[Dossier] = ()
    reminded: Reminded = field(default_factory=dict)
    intro: str | None = None
    annex: Sequence[Standing] | None = None
    by_partner: bool = False


def week_told(week: Week) -> str:
    """The week by its name and its days, as it stands in the head of the report."""
    monday = told_day(week.monday, week.sunday.year)
    return f"Week {week.name}: Monday {monday} to {written_weekday(week.sunday)}"


def closed_in(now: Sequence[Standing]) -> list[Key]:
    """The items of which the report asks how they stood before: those that are closed."""
    return [(one.path, one.ref) for one in now if one.state.closed_on is not None]


def weekly_blocks(weekly: Weekly) -> tuple[Block, ...]:
    """The report; an empty section is left out, but for what is sought and what is done."""
    day = weekly.week.as_of
    changes = changes_of(weekly.now, weekly.before, weekly.week, weekly.day_of)
    chased = [one for one in weekly.now if one.is_chased]
    sections = (
        _brief(weekly, changes),
        sought_section(weekly.now, day),
        pressing_section(chased, day, weekly.reminded),
        done_section(changes, weekly.week),
        new_section(changes),
        timed_section(changes),
        silent_section(chased, day, weekly.reminded),
        coming_section(chased, day),
        _annex(weekly),
    )
    numbered = [blocks for blocks in sections if blocks]
    return tuple(
        block
        for number, blocks in enumerate(numbered, 1)
        for block in _with_number(number, blocks)
    )


def _with_number(number: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """The section with its number before its title."""
    head, *rest = blocks
    if isinstance(head, Heading):
        head = replace(head, text=f"{number}. {head.text}")
    yield head
    yield from rest


def _brief(weekly: Weekly, changes: Changes) -> list[Block]:
    day = weekly.week.as_of
    promised, old = _promised(weekly.counts), _promised(weekly.counts_before)
    blocks: list[Block] = [Heading("In brief")]
    if weekly.intro:
        blocks.append(Paragraph(weekly.intro))
    told = [one for one in weekly.now if one.is_promise]
    blocks.append(Paragraph(brief_sentences(told, changes, day, on_file=bool(promised))))
    if weekly.by_partner:
        partners = sorted({alike.partner for alike, _ in promised})
        if len(partners) > 1:
            rows = [
                (weekly.partner_name(name), tally_of(_of(promised, name))) for name in partners
            ]
            blocks.append(tally_table("Partner", rows))
    if promised or old:
        rows = [("this week", tally_of(promised)), ("last week", tally_of(old))]
        blocks.append(tally_table("Promised", rows))
    also_said = sum(
        count for alike, count in weekly.counts.items() if alike.is_open and not alike.is_promise
    )
    if also_said:
        new = sum(not one.is_promise for one in changes.new)
        added = f", {new:,} of them new" if new else ""
        blocks.append(Paragraph(f"Also said, not promised, and open: {also_said:,}{added}."))
    return blocks


def _promised(counts: Mapping[Alike, int]) -> list[tuple[Alike, int]]:
    return [(alike, count) for alike, count in counts.items() if alike.is_promise]


def _of(counts: Sequence[tuple[Alike, int]], partner: str) -> Iterator[tuple[Alike, int]]:
    return ((alike, count) for alike, count in counts if alike.partner == partner)


def _annex(weekly: Weekly) -> list[Block]:
    if weekly.annex is None:
        return []
    blocks = matrix_blocks(weekly.annex, GroupBy.DOSSIER, weekly.dossiers)
    lower = [replace(b, level=2) if isinstance(b, Heading) else b for b in blocks]
    return [Heading("Annex: the matrix", len(weekly.annex)), *lower]
