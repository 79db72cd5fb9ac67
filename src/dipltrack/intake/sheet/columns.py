"""The row of headings of a sheet, and what each column holds: guessed, then as it was named."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from dipltrack.intake.sheet.cell import Cell, Grid, WrongSheetError, shown
from dipltrack.intake.sheet.vocabulary import Field, field_of, folded, is_limit
from dipltrack.ledger.flaw import list_of, nearest

_LOOKED_AT = 30
"""Rows among which the headings are looked for: titles and explanations stand above them."""

LEFT_OUT = "-"
"""What a column is mapped to that is not to be filed."""

OWN = "x_"
"""How the name of a key of the desk's own begins."""


class Columns(Struct, frozen=True, kw_only=True):
    """Which column holds what. `header` is the number of the row of headings.

    `places` are the columns, from 0, by the field or the own key that they hold.
    """

    header: int
    headings: tuple[str, ...]
    places: Mapping[str, int]

    def heading(self, name: str) -> str:
        """The heading of the column that holds it, or its letter where it has none."""
        place = self.places[name]
        return self.headings[place] or letter_of(place)

    def is_limit(self) -> bool:
        """True where a bare day in the column of times is the last one."""
        return Field.STATED in self.places and is_limit(self.heading(Field.STATED))

    def told(self) -> Iterator[str]:
        """Each column with what it was taken for, in the order of the sheet."""
        names = {place: name for name, place in self.places.items()}
        width = max((len(heading) for heading in self.headings), default=0)
        for place, heading in enumerate(self.headings):
            if heading or place in names:
                shown_as = (heading or letter_of(place)).ljust(min(width, 40))
                yield f"{shown_as} -> {names.get(place, 'left out')}"


def columns_of(grid: Grid, maps: Mapping[str, str], header: int | None) -> Columns:
    """The columns of the sheet: its headings are found and read, those that are mapped as named.

    Raises WrongSheetError where no row has headings, and for a column that there is not.
    """
    number = header or _header_of(grid, maps)
    if not 1 <= number <= len(grid.rows):
        raise WrongSheetError(f"--header {number}: the sheet has {len(grid.rows)} rows")
    headings = tuple(" ".join(shown(cell).split()) for cell in grid.rows[number - 1])
    mapped = {_place(headings, name): field for name, field in maps.items()}
    places: dict[str, int] = {}
    for place, field in mapped.items():
        if field in places:
            both = f"{headings[places[field]]} and {headings[place]}"
            raise WrongSheetError(f"--map: {both} cannot both be {field}")
        if field != LEFT_OUT:
            places[field] = place
    for otherwise in (False, True):
        for place, heading in enumerate(headings):
            found = field_of(heading)
            if place not in mapped and found is not None and found[1] is otherwise:
                places.setdefault(found[0].value, place)
    if not places.keys() & {Field.TITLE, Field.WORDING}:
        raise WrongSheetError(
            f"no column says what was promised: row {number} has {_listed(headings)}; "
            f'--map "{next(filter(None, headings), "A")}=title" names it'
        )
    return Columns(header=number, headings=headings, places=places)


def map_typed(text: str) -> tuple[str, str]:
    """A column and what it holds, as typed: "Deadline=stated". Raises WrongSheetError."""
    heading, equals, field = text.rpartition("=")
    heading, field = heading.strip(), field.strip().replace("-", "_") or LEFT_OUT
    field = LEFT_OUT if field == "_" else field
    if not equals or not heading:
        raise WrongSheetError(f'--map "{text}": write COLUMN=FIELD, as "Deadline=stated"')
    if field == LEFT_OUT or field in set(Field) or (field.startswith(OWN) and len(field) > 2):
        return heading, field
    known = tuple(Field)
    near = nearest(field, known)
    mend = (
        f"did you mean {near}?" if near else f"there are {', '.join(known)}, and x_… of your own"
    )
    raise WrongSheetError(f'--map "{text}": "{field}" is nothing that an item has: {mend}')


def letter_of(place: int) -> str:
    """The letter of a column, as Excel counts them.

    >>> letter_of(0), letter_of(27)
    ('A', 'AB')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _header_of(grid: Grid, maps: Mapping[str, str]) -> int:
    """The row with the most headings that are known, of several the first."""
    mapped = {folded(name) for name in maps}
    best, chosen = 0, 0
    for number, row in enumerate(grid.rows[:_LOOKED_AT], 1):
        known = _known(row, mapped)
        if known > best:
            best, chosen = known, number
    filled = next((n for n, row in enumerate(grid.rows, 1) if any(map(shown, row))), None)
    if filled is None:
        raise WrongSheetError("it is empty")
    if best == 0:
        headings = [shown(cell) for cell in grid.rows[filled - 1]]
        raise WrongSheetError(
            f"no row of headings was found: row {filled} has {_listed(headings)}; "
            f"--header N names the row, --map COLUMN=FIELD what a column holds"
        )
    return chosen


def _known(row: Sequence[Cell], mapped: set[str]) -> int:
    """How many different headings of the row are known; long texts are none."""
    texts = [shown(cell) for cell in row]
    fields = {found[0].value for text in texts if len(text) <= 80 and (found := field_of(text))}
    return len(fields) + sum(folded(text) in mapped for text in texts if text)


def _place(headings: Sequence[str], name: str) -> int:
    """The column of that heading, else of that letter. Raises WrongSheetError."""
    same = [n for n, heading in enumerate(headings) if heading and folded(heading) == folded(name)]
    if len(same) > 1:
        both = list_of([letter_of(place) for place in same], "and")
        raise WrongSheetError(f'--map "{name}": columns {both} are headed so: write the letter')
    if same:
        return same[0]
    letters = [letter_of(place) for place in range(len(headings))]
    if name.upper() in letters:
        return letters.index(name.upper())
    near = nearest(name, tuple(filter(None, headings)))
    mend = f"did you mean {near}?" if near else f"there are {_listed(headings)}"
    raise WrongSheetError(f'--map: no column is headed "{name}": {mend}')


def _listed(headings: Sequence[str], most: int = 12) -> str:
    told = [f'"{one[:40]}"' for one in headings if one]
    return list_of(told[:most], "and") if told else "nothing"
