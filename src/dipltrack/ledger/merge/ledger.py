"""Three versions of the files of a ledger -> one: each meeting is merged, wherever it lies.

A meeting is known by its id, so that one which a merge gave another letter is still found. What
got another ref on the way is followed into every other file that refers to it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.ledger.merge.entry import Conflict, Side
from dipltrack.ledger.merge.file import (
    Merged,
    TwoMeetingsError,
    UnreadableSideError,
    merged_file,
)
from dipltrack.ledger.merge.lettering import (
    Headed,
    headed,
    names_under,
    next_letter,
    relettered,
    relinked,
)
from dipltrack.ledger.merge.matching import Trio, was_of
from dipltrack.ledger.merge.settling import SIDES, labels
from dipltrack.model.ref import MeetingRef

Files = Mapping[str, bytes]
"""The bytes of files by their paths in the ledger."""


class MergedLedger(Struct):
    """The files as they stand in the end (None: removed), and what the officer must know.

    `names` say how what each version called so is called now: for files that are not among these.
    """

    files: dict[str, bytes | None] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, Conflict]] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    names: dict[str, dict[str, str]] = field(default_factory=lambda: {s: {} for s in SIDES})


Names = dict[str, dict[str, str]]
"""For each version what is called otherwise in the end, by what it called it."""

Group = dict[str, Headed]
"""One file in its versions, by the names of the sides that have it."""


def merged_ledger(
    base: Files,
    ours: Files,
    theirs: Files,
    *,
    keep: Side | None = None,
    taken: Collection[str] = frozenset(),
) -> MergedLedger:
    """The files of both sides as one ledger; `taken` are refs of meetings in files not given.

    The result hangs on what is given alone, whichever side is called ours.
    """
    groups = _groups({"base": base, "ours": ours, "theirs": theirs})
    result = MergedLedger()
    refs = _refs(groups, taken)
    letters = _letters(groups, refs, result)
    lettered = [_lettered(group, ref, letters) for group, ref in zip(groups, refs, strict=True)]
    merged = [_merged(group, keep) for group in lettered]
    numbers = _numbers(merged)
    if any(numbers.values()):
        linked = [
            {side: _relinked(file, numbers[side]) for side, file in group.items()}
            for group in lettered
        ]
        merged = [_merged(group, keep) for group in linked]
    result.names = {side: _joined(letters[side], numbers[side]) for side in SIDES}
    for group, before, one in zip(lettered, groups, merged, strict=True):
        _put(result, group, before, one)
    return result


def _groups(versions: Mapping[str, Files]) -> list[Group]:
    """The versions of each file together: by the id of its meeting, else by its path."""
    files = {
        side: [headed(path, data) for path, data in sorted(found.items())]
        for side, found in versions.items()
    }
    known_as = _known_as(file for side in files.values() for file in side)
    nameless = {file.path for side in files.values() for file in side if not file.id}
    twice = {
        new
        for side in files.values()
        for new, count in Counter(file.id for file in side).items()
        if count > 1  # by chance: an id is unique in its own file alone
    }
    groups: dict[tuple[str, str], Group] = {}
    for side, found in files.items():
        for file in found:
            new = None if file.path in nameless or file.id in twice else file.id
            key = ("id", known_as.get(new, new)) if new else ("path", file.path)
            if side in groups.get(key, {}):
                key = ("path", file.path)
            groups.setdefault(key, {})[side] = file
    return _with_one_meeting(list(groups.values()))


def _known_as(files: Iterable[Headed]) -> dict[str, str]:
    """By which id a meeting is known that was united with another."""
    known: dict[str, str] = {}
    for file in files:
        if file.meeting and file.id:
            known |= dict.fromkeys(was_of(file.meeting), file.id)
    for old, new in list(known.items()):
        seen = {old}
        while new in known and new not in seen:
            seen.add(new)
            new = known[new]
        known[old] = new
    return known


def _with_one_meeting(groups: list[Group]) -> list[Group]:
    """The groups; what both sides filed under one path, and is one meeting, as one."""
    added = {group["theirs"].path: group for group in groups if set(group) == {"theirs"}}
    united: list[Group] = []
    gone: list[Group] = []
    for group in groups:
        other = added.get(group["ours"].path) if set(group) == {"ours"} else None
        if other is not None and _is_one(group["ours"], other["theirs"]):
            gone.append(other)
            united.append({**group, **other})
        else:
            united.append(group)
    return [group for group in united if not any(group is one for one in gone)]


def _is_one(ours: Headed, theirs: Headed) -> bool:
    try:
        merged_file(None, ours.data, theirs.data)
    except TwoMeetingsError:
        return False
    except UnreadableSideError:
        return True
    return True


def _refs(groups: list[Group], taken: Collection[str]) -> list[str | None]:
    """The ref of the meeting of each group in the end."""
    trios, places = [], []
    for place, group in enumerate(groups):
        blocks = {side: file.meeting for side, file in group.items() if file.meeting}
        if blocks and any(side != "base" for side in blocks):
            trios.append(Trio(blocks.get("base"), blocks.get("ours"), blocks.get("theirs")))
            places.append(place)

    def free(ref: str, known: set[str]) -> str:
        return next_letter(ref, known | set(taken))

    found = labels(trios, "meeting", free)
    by_place = {place: found.get(at) for at, place in enumerate(places)}
    return [by_place.get(place) for place in range(len(groups))]


def _letters(groups: list[Group], refs: list[str | None], result: MergedLedger) -> Names:
    """How each version called the meetings that got another letter, and their items; told too."""
    letters: Names = {side: {} for side in SIDES}
    for group, ref in zip(groups, refs, strict=True):
        for side, file in group.items():
            names = names_under(file, ref) if ref else {}
            letters[side] |= names
            if names and ref and side != "base":
                result.told.append(_told(file, ref))
    return letters


def _lettered(group: Group, ref: str | None, letters: Names) -> Group:
    """The versions of a file with all meetings under the refs that they have in the end."""
    new: Group = {}
    moved = ref is not None and any(file.ref != ref for file in group.values())
    meeting = MeetingRef.of(ref) if moved and ref else None
    for side, file in group.items():
        path = meeting.path if meeting else file.path
        own = names_under(file, ref) if ref else {}
        data = relettered(file, own, letters[side])
        new[side] = headed(path, data) if data != file.data else replace(file, path=path)
    return new


def _numbers(merged: Sequence[Merged | str | None]) -> Names:
    """How each version called the items that got another number."""
    numbers: Names = {side: {} for side in SIDES}
    for one in merged:
        if isinstance(one, Merged):
            for side, renaming in one.renamings.items():
                refs = {old: new for old, new in renaming.names.items() if "-" in old}
                numbers[side] |= refs  # no id: what bears one is named by it in its own file alone
    return numbers


def _joined(letters: Mapping[str, str], numbers: Mapping[str, str]) -> dict[str, str]:
    """Both in one: from what a version called an item to what it is called in the end."""
    both = {old: numbers.get(between, between) for old, between in letters.items()}
    rest = {old: new for old, new in numbers.items() if old not in letters.values()}
    return rest | both


def _told(file: Headed, ref: str) -> str:
    title = file.meeting.value("title") if file.meeting else None
    by = file.meeting.value("by") if file.meeting else None
    named, whose = f" “{title}”" if title else "", f" of {by}" if by else ""
    return (
        f"{file.ref}{named}{whose} is {ref} now, with its items: the other desk filed another "
        f"meeting as {file.ref}"
    )


def _relinked(file: Headed, numbers: Mapping[str, str]) -> Headed:
    """The version with its links to other files under their new names; its own are settled inside."""
    elsewhere = {old: new for old, new in numbers.items() if old not in file.items}
    return replace(file, data=relinked(file.data, elsewhere))


def _merged(group: Group, keep: Side | None) -> Merged | str | None:
    """The group as one file; why it cannot be read; or None where it was removed."""
    base, ours, theirs = (group.get(side) for side in SIDES)
    old = base.data if base else None
    if ours is None or theirs is None:
        side = ours or theirs
        if side is None or (old is not None and side.data == old):
            return None
        told = (
            ()
            if old is None
            else (f"{side.path} was removed on one side and changed on the other: it was kept",)
        )
        return Merged(side.data, told)
    try:
        return merged_file(old, ours.data, theirs.data, keep)
    except UnreadableSideError as error:
        return str(error)
    except TwoMeetingsError:
        return "each side has another meeting there"


def _put(result: MergedLedger, group: Group, before: Group, merged: Merged | str | None) -> None:
    """Puts the file into the result at its path, and takes it away from where it lay."""
    for side in ("ours", "theirs"):
        if side in before:
            result.files.setdefault(before[side].path, None)
    paths = [group[side].path for side in ("ours", "theirs") if side in group]
    if not paths or merged is None:
        return
    path = _free(result.files, _path(group, paths))
    if isinstance(merged, str):
        result.unreadable.append((path, merged))
        return
    result.files[path] = merged.data
    result.told += merged.told
    result.conflicts += ((path, conflict) for conflict in merged.conflicts)


def _path(group: Group, paths: list[str]) -> str:
    """Where the file lies in the end: where the side has it that moved it, else the first name."""
    old = group["base"].path if "base" in group else None
    moved = [path for path in paths if path != old]
    return min(moved or paths)


def _free(files: Mapping[str, bytes | None], path: str) -> str:
    """The path, or one beside it where another meeting lies there."""
    stem, number = path.removesuffix(".toml"), 2
    while files.get(path) is not None:
        path, number = f"{stem}-{number}.toml", number + 1
    return path
