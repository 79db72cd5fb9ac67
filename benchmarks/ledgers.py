"""Ledgers of any size to measure with: the mix of a ministry's archive, the same bytes at every call.

    python benchmarks/ledgers.py 100000 DIR

Of 100 commitments 60 are closed, 25 continuing or undated, 10 open with a window and 5 overdue, on AS_OF.
Ten stand in a meeting's file, at about 790 bytes each all told. Nothing of the program is used, so that
what is measured does not make what it is measured with.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from random import Random

from msgspec import Struct, field

AS_OF = date(2025, 6, 30)
"""The day on which the mix holds; ask as of this day, or with DIPLTRACK_NOW on it."""
NOW = f"{AS_OF}T09:00:00+09:00"
"""The moment for DIPLTRACK_NOW."""
PER_MEETING = 10
SEED = 6

_FIRST = date(2000, 1, 10)
_LAST = AS_OF - timedelta(days=45)
_DAY = timedelta(days=1)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]


class Fate(StrEnum):
    """What has become of an item on AS_OF."""

    CLOSED = "closed"
    UNDATED = "continuing or undated"
    OPEN = "open"
    OVERDUE = "overdue"


MIX = {Fate.CLOSED: 60, Fate.UNDATED: 25, Fate.OPEN: 10, Fate.OVERDUE: 5}
"""How many of 100 commitments have which fate."""

PARTNERS = {
    "TR": "Ankara", "US": "Washington", "KR": "Seoul", "CN": "Beijing", "AU": "Canberra",
    "IN": "New Delhi", "GB": "London", "FR": "Paris", "DE": "Berlin", "ASEAN+3": "Jakarta",
    "VN": "Hanoi", "ID": "Jakarta", "TH": "Bangkok", "PH": "Manila", "SA": "Riyadh",
    "AE": "Abu Dhabi", "EG": "Cairo", "ZA": "Pretoria", "KE": "Nairobi", "G20": "Osaka",
    "BR": "Brasilia", "MX": "Mexico City", "CL": "Santiago", "CA": "Ottawa", "IT": "Rome",
    "ES": "Madrid", "PL": "Warsaw", "UA": "Kyiv", "KZ": "Astana", "UZ": "Tashkent",
    "EU": "Brussels", "MN": "Ulaanbaatar",
}  # fmt: skip
"""Every partner with the place of its meetings; a larger ledger has more of them."""

_MEMBERS = {"ASEAN+3": ("JP", "CN", "KR", "ID", "TH"), "G20": ("JP", "US", "CN", "IN", "BR")}
_LEADS = {
    "ME1": "First Middle East Division",
    "MOFA": "Ministry of Foreign Affairs",
    "METI": "Ministry of Economy, Trade and Industry",
    "MEXT": "Ministry of Education, Culture, Sports, Science and Technology",
    "MLIT": "Ministry of Land, Infrastructure, Transport and Tourism",
    "MHLW": "Ministry of Health, Labour and Welfare",
}
_MATTERS = (  # dossier, sector, lead, subject
    ("EPA", "economy", "METI", "economic partnership agreement"),
    ("security", "security", "MOFA", "security dialogue"),
    ("university", "education", "MEXT", "science and technology university"),
    ("rail", "infrastructure", "MLIT", "high-speed railway project"),
    ("health", "social affairs", "MHLW", "social security agreement"),
    ("energy", "energy", "METI", "hydrogen supply study"),
    ("culture", "culture", "ME1", "festival of culture"),
    ("disasters", "infrastructure", "MLIT", "disaster prevention programme"),
)
_ACTS = (  # title, wording
    (
        "Hold round {n} on the {subject}",
        "to hold the next round of consultations on the {subject}",
    ),
    ("Exchange experts on the {subject}", "to dispatch experts for cooperation on the {subject}"),
    ("Sign a memorandum on the {subject}", "to conclude a memorandum on the {subject}"),
    ("Draft a work plan for the {subject}", "to draw up a work plan for the {subject}"),
    ("Open a working group on the {subject}", "to establish a working group on the {subject}"),
    ("Invite officials on the {subject}", "{subject}について協議を進めることで一致した"),
)
_ENDLESS = (  # title, wording
    ("Cooperate closely on the {subject}", "to continue their close cooperation on the {subject}"),
    ("Share information on the {subject}", "to share information on the {subject} regularly"),
)
_FIRMNESS = ("undertaking", "agreement", "agreement", "agreement", "plan", "plan", "plan")
_SOFT = ("endeavour", "statement")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {4: ("spring", "March to May"), 7: ("summer", "June to August")}
_TIMELESS = (  # stated, class, basis
    ("at an early date", "open", "no time promised: set a review day"),
    ("before the next summit", "event", "hangs on an event without a known date: next summit"),
)


class Time(Struct, frozen=True):
    """Words of time with the days that they mean."""

    stated: str
    class_: str
    earliest: date | None
    latest: date | None
    basis: str


class Item(Struct, kw_only=True):
    """One commitment; `closed_on` where it is closed, `updates` as keys and TOML values by day."""

    ref: str
    fate: Fate
    title: str
    wording: str
    paragraph: str
    dossier: str
    sector: str
    lead: str
    counterpart: str
    firmness: str
    kind: str
    time: Time | None
    link: tuple[str, str] | None
    closed_on: date | None = None
    updates: list[tuple[date, list[tuple[str, str]]]] = field(default_factory=list)


class Meeting(Struct, frozen=True):
    """A meeting and its items."""

    ref: str
    partner: str
    day: date
    items: list[Item]


def meetings_of(count: int, seed: int = SEED) -> Iterator[Meeting]:
    """The meetings of so many commitments, by partner and then by day.

    The fates are dealt from one deck that holds the mix exactly, so that every 20 items have it.
    """
    rng = Random(seed)  # noqa: S311 - not for secrets
    deck: list[Fate] = []
    number = 0
    partners = partners_of(count)
    for at, partner in enumerate(partners):
        held = _share(-(-count // PER_MEETING), len(partners), at)
        days = _days(held, rng)
        past: dict[Fate, list[str]] = {Fate.CLOSED: [], Fate.UNDATED: []}
        for place, day in enumerate(days):
            ref = _ref(partner, day)
            later = _ref(partner, days[place + 1]) if place + 1 < held else None
            items: list[Item] = []
            for position in range(1, min(PER_MEETING, count - number) + 1):
                if not deck:
                    deck = [fate for fate, share in MIX.items() for _ in range(share // 5)]
                    rng.shuffle(deck)
                titles = {item.title for item in items}
                item = _item(f"{ref}-{position}", day, deck.pop(), titles, past, later, rng)
                items.append(item)
            number += len(items)
            for item in items:
                if item.fate in past:
                    past[item.fate].append(item.ref)
            yield Meeting(ref, partner, day, items)


def partners_of(count: int) -> list[str]:
    """The partners of a ledger of so many commitments."""
    return list(PARTNERS)[: 4 + count // (50 * PER_MEETING)]


def write_ledger(folder: Path, count: int, seed: int = SEED) -> int:
    """Writes the ledger into a new folder; the bytes of its meeting files."""
    folder.mkdir(parents=True)
    (folder / "dipltrack.toml").write_text(_settings(count), encoding="utf-8")
    rng = Random(f"{seed} ids")  # noqa: S311
    size = 0
    for meeting in meetings_of(count, seed):
        text = _text(meeting, rng).encode()
        size += len(text)
        try:
            (folder / meeting.partner / f"{meeting.day}.toml").write_bytes(text)
        except FileNotFoundError:
            (folder / meeting.partner).mkdir()
            (folder / meeting.partner / f"{meeting.day}.toml").write_bytes(text)
    return size


def _share(total: int, parts: int, at: int) -> int:
    return total // parts + (at < total % parts)


def _days(held: int, rng: Random) -> list[date]:
    """So many different days between the first and the last, evenly and not quite."""
    span = (_LAST - _FIRST).days
    if held * 2 > span:
        raise SystemExit(f"at most {span // 2 * len(PARTNERS) * PER_MEETING:,} commitments")
    step = span / max(held, 1)
    return [_FIRST + timedelta(days=int(step * (at + rng.random() * 0.5))) for at in range(held)]


def _ref(partner: str, day: date) -> str:
    return f"{partner}-{day:%Y%m%d}"


def _item(
    ref: str,
    day: date,
    fate: Fate,
    titles: set[str],
    past: dict[Fate, list[str]],
    later: str | None,
    rng: Random,
) -> Item:
    """An item whose title is none of those that its meeting has already."""
    partner, _, _ = ref.partition("-")
    endless = fate is Fate.UNDATED and rng.random() < 0.6
    while True:
        name, sector, lead, subject = rng.choice(_MATTERS)
        form, wording = rng.choice(_ENDLESS if endless else _ACTS)
        title = form.format(n=rng.randint(2, 9), subject=subject)
        if title not in titles:
            break
    chased = fate in {Fate.OPEN, Fate.OVERDUE}
    item = Item(
        ref=ref,
        fate=fate,
        title=title,
        wording=wording.format(subject=subject),
        paragraph=f"{rng.randint(1, 4)}({rng.randint(1, 6)}){rng.choice('abcd')}",
        dossier=f"{name}-{partner}",
        sector=sector,
        lead=lead,
        counterpart=f"{partner}-MFA",
        firmness=rng.choice(_FIRMNESS if chased or rng.random() < 0.8 else _SOFT),
        kind="continuing" if endless else "one-off",
        time=None if endless else _time(day, fate, rng),
        link=_link(fate, past, rng),
    )
    _tell(item, day, later, rng)
    return item


def _link(fate: Fate, past: dict[Fate, list[str]], rng: Random) -> tuple[str, str] | None:
    """Some items say again what has no end, some follow what was done."""
    if fate is Fate.UNDATED and past[fate] and rng.random() < 0.1:
        return "restates", past[fate].pop(rng.randrange(len(past[fate])))
    if fate is not Fate.UNDATED and past[Fate.CLOSED] and rng.random() < 0.15:
        return "follows", rng.choice(past[Fate.CLOSED][-60:])
    return None


def _time(day: date, fate: Fate, rng: Random) -> Time | None:
    if fate is Fate.UNDATED:
        return Time(*(words := rng.choice(_TIMELESS))[:2], None, None, words[2])
    if fate is Fate.CLOSED:
        return rng.choice(_TIMES)(day, day + timedelta(days=rng.randint(20, 700)))
    if fate is Fate.OPEN:
        meant = AS_OF + timedelta(days=int(rng.expovariate(1 / 120)))
    else:
        meant = max(day + _DAY, AS_OF - timedelta(days=1 + int(rng.expovariate(1 / 400))))
    time = rng.choice(_TIMES)(day, meant)
    over = time.latest is not None and time.latest < AS_OF
    return time if over is (fate is Fate.OVERDUE) else _exactly(day, meant)


def _exactly(_: date, meant: date) -> Time:
    stated = f"on {meant.day} {_MONTHS[meant.month - 1]} {meant.year}"
    return Time(stated, "exact", meant, meant, "the day as written")


def _by(day: date, meant: date) -> Time:
    end = _end_of_month(meant)
    named = f"{end.day} {_MONTHS[end.month - 1]} {end.year}"
    stated = f"by the end of {_MONTHS[meant.month - 1]} {meant.year}"
    return Time(stated, "by", day, end, f"by: from the meeting to {named}")


def _in_month(_: date, meant: date) -> Time:
    named = f"{_MONTHS[meant.month - 1]} {meant.year}"
    first, last = meant.replace(day=1), _end_of_month(meant)
    return Time(f"in {named}", "month", first, last, f"the whole of {named}")


def _late_in_month(_: date, meant: date) -> Time:
    stated = f"late {_MONTHS[meant.month - 1]} {meant.year}"
    basis = "late month: the 21st to the end"
    return Time(stated, "part", meant.replace(day=21), _end_of_month(meant), basis)


def _in_season(_: date, meant: date) -> Time:
    month = 4 if meant.month < 6 else 7
    season, months = _SEASONS[month]
    first = date(meant.year, month - 1, 1)
    last = _end_of_month(date(meant.year, month + 1, 1))
    stated = f"in the {season} of {meant.year}"
    return Time(stated, "season", first, last, f"{season} in the north: {months}")


def _in_year(_: date, meant: date) -> Time:
    first, last = date(meant.year, 1, 1), date(meant.year, 12, 31)
    return Time(f"in {meant.year}", "year", first, last, f"the whole of {meant.year}")


_TIMES = (_exactly, _by, _in_month, _late_in_month, _in_season, _in_year)


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - _DAY


def _tell(item: Item, day: date, later: str | None, rng: Random) -> None:
    """Adds what is on file about the item since its meeting."""
    if item.fate is Fate.CLOSED:
        meant = item.time.latest if item.time and item.time.latest else day
        done = meant + timedelta(days=rng.randint(-40, 20))
        item.closed_on = min(max(done, day + _DAY), AS_OF - _DAY)
        if rng.random() < 0.2:
            between = day + (item.closed_on - day) / 2
            item.updates.append((between, _report(rng)))
        item.updates.append((item.closed_on, _closing(item, later, rng)))
        return
    chance = rng.random()
    if chance < 0.6:
        fresh = 170 if item.fate is Fate.UNDATED else 28
        item.updates.append((AS_OF - timedelta(days=rng.randint(1, fresh)), _report(rng)))
    elif chance < 0.8:
        item.updates.append((day + (AS_OF - day) / 3, _report(rng)))
    if item.fate is Fate.OPEN and item.time and item.time.latest and rng.random() < 0.1:
        fixed = _exactly(day, item.time.latest)
        item.updates.append((AS_OF - timedelta(days=2), [_of("timing", "fixed"), *_timing(fixed)]))


def _report(rng: Random) -> list[tuple[str, str]]:
    keys = [_of("status", rng.choice(("in-progress", "in-progress", "not-started")))]
    keys.append(_of("note", "Asked at working level; no answer yet."))
    if rng.random() < 0.3:
        keys.append(_of("next_move", rng.choice(("ours", "theirs"))))
    return keys


def _closing(item: Item, later: str | None, rng: Random) -> list[tuple[str, str]]:
    chance = rng.random()
    if chance < 0.05 and later:
        return [_of("status", "superseded"), _of("superseded_by", f"{later}-1")]
    if chance < 0.1:
        return [_of("status", "withdrawn"), _of("withdrawn_by", rng.choice(("ours", "theirs")))]
    if chance < 0.15:
        return [_of("status", "not-fulfilled"), _of("reason", "No budget was found for it.")]
    status = "partly-fulfilled" if chance < 0.2 else "fulfilled"
    address = f"https://www.example.org/press/{item.closed_on}/{rng.randint(1000, 9999)}.html"
    evidence = f'[{{ address = "{address}", date = {item.closed_on} }}]'
    return [_of("status", status), _of("note", "Done as agreed."), ("evidence", evidence)]


def _of(key: str, text: str) -> tuple[str, str]:
    return key, f'"{text}"'


def _timing(time: Time | None) -> list[tuple[str, str]]:
    if time is None:
        return []
    days = [("earliest", time.earliest), ("latest", time.latest)]
    return [
        _of("stated", time.stated),
        _of("class", time.class_),
        *((key, day.isoformat()) for key, day in days if day),
        _of("basis", time.basis),
    ]


def _text(meeting: Meeting, rng: Random) -> str:
    """The file of a meeting, its updates by day, as they came in."""
    day, partner = meeting.day, meeting.partner
    parties = _MEMBERS.get(partner, ("JP", partner))
    listed = ", ".join(f'"{party}"' for party in parties)
    place = PARTNERS[partner]
    stamp = _stamps(rng)
    head = (
        f'schema = 1\n\n[meeting]\n{stamp(day)}ref = "{meeting.ref}"\n'
        f'title = "Meeting of the foreign ministers"\ndate = {day}\nplace = "{place}"\n'
        f'level = "ministers"\nparties = [{listed}]\n'
    )
    document = (
        f'[[document]]\n{stamp(day)}name = "release"\nissued_by = "JP"\n'
        f'instrument = "press release"\nlanguage = "en"\n'
        f'address = "https://www.example.org/press/{meeting.ref}.html"\ndate = {day}\n'
    )
    lines = [head, document]
    lines += [f"[[commitment]]\n{stamp(day)}{_body(item)}" for item in meeting.items]
    told = [(on, item.ref, keys) for item in meeting.items for on, keys in item.updates]
    for on, ref, keys in sorted(told, key=lambda update: update[0]):
        body = "".join(f"{key} = {value}\n" for key, value in keys)
        lines.append(f'[[update]]\n{stamp(on)}of = "{ref}"\ndate = {on}\n{body}')
    return "\n".join(lines)


def _stamps(rng: Random) -> Callable[[date], str]:
    """What stamps a table that was entered on the day after: id, recorded, by."""
    entered = 0

    def stamp(day: date) -> str:
        nonlocal entered
        bits, entered = rng.getrandbits(40), entered + 1
        pairs = (_PAIRS[bits >> shift & 1023] for shift in (0, 10, 20, 30))
        moment = f"{day + _DAY}T09:30:00.{entered:03}+09:00"
        return f'id = "{"".join(pairs)}"\nrecorded = {moment}\nby = "me1"\n'

    return stamp


def _body(item: Item) -> str:
    keys = [
        _of("ref", item.ref),
        _of("title", item.title),
        _of("dossier", item.dossier),
        _of("document", "release"),
        _of("paragraph", item.paragraph),
        _of("wording", item.wording),
        _of("voice", "joint"),
        _of("firmness", item.firmness),
        *([_of("kind", item.kind)] if item.kind != "one-off" else []),
        _of("sector", item.sector),
        _of("lead", item.lead),
        _of("counterpart", item.counterpart),
        *_timing(item.time),
    ]
    if item.link:
        keys.append(_of(*item.link))
    return "".join(f"{key} = {value}\n" for key, value in keys)


def _settings(count: int) -> str:
    partners = partners_of(count)
    bodies = [(name, "JP", title) for name, title in _LEADS.items()]
    bodies += [(f"{p}-MFA", _MEMBERS.get(p, ("", p))[1], "Foreign ministry") for p in partners]
    tables = [
        'schema = 1\n\n[ledger]\nname = "Benchmark"\nparty = "JP"\ntimezone = "Asia/Tokyo"\n',
        *(f'[[body]]\nname = "{n}"\nparty = "{p}"\ntitle = "{t}"\n' for n, p, t in bodies),
        *(
            f'[[dossier]]\nname = "{name}-{partner}"\ntitle = "{subject}"\nlead = "{lead}"\n'
            for partner in partners
            for name, _, lead, subject in _MATTERS
        ),
    ]
    return "\n".join(tables)


def main() -> None:
    """Writes the ledger that is asked for."""
    summary = str(__doc__).partition("\n")[0]
    parser = argparse.ArgumentParser(description=summary)
    parser.add_argument("count", type=int, help="how many commitments")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    if asked.folder.exists():
        parser.error(f"{asked.folder} exists already: name a new folder")
    size = write_ledger(asked.folder, asked.count, asked.seed)
    sys.stdout.write(
        f"{asked.folder}: {asked.count:,} commitments, {size / 1e6:.1f} MB, "
        f"{size / asked.count:.0f} bytes each; ask it as of {AS_OF}\n"
    )


if __name__ == "__main__":
    main()
