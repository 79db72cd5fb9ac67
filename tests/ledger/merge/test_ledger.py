"""Several files at once: what one desk moved, the links of the other follow, whatever file they lie in."""

import tomllib

from dipltrack.ledger.merge.ledger import MergedLedger, merged_ledger

MEETING = """\
schema = 1

[meeting]
id = "{new}"
recorded = 2018-01-0{day}T09:00:00.000+09:00
by = "{by}"
ref = "{ref}"
title = "{title}"
date = 2018-01-29
"""


def meeting(new: str, day: int, title: str, ref: str = "TR-20180129", by: str = "kt") -> bytes:
    return MEETING.format(new=new, day=day, by=by, ref=ref, title=title).encode()


def item(new: str, ref: str, title: str, day: int = 5, **keys: str) -> bytes:
    head = f'\n[[commitment]]\nid = "{new}"\nrecorded = 2018-01-0{day}T09:00:01.000+09:00\n'
    more = "".join(f'{key} = "{value}"\n' for key, value in keys.items())
    return f'{head}by = "kt"\nref = "{ref}"\ntitle = "{title}"\n{more}'.encode()


DINNER = meeting("AAAAAAAA", 1, "Dinner") + item("AAAAAAA1", "TR-20180129-1", "Eat")
LUNCH = meeting("BBBBBBBB", 2, "Lunch") + item("BBBBBBB1", "TR-20180129-1", "Drink")
LATER = meeting("CCCCCCCC", 3, "Later", ref="EU-20180301")
LINKED = LATER + item("CCCCCCC1", "EU-20180301-1", "Again", follows="TR-20180129-1")
PATH, PATH_B, EU = "TR/2018-01-29.toml", "TR/2018-01-29b.toml", "EU/2018-03-01.toml"


def titles(merged: MergedLedger) -> dict[str, str]:
    return {
        path: tomllib.loads(data.decode())["meeting"]["title"]
        for path, data in merged.files.items()
        if data is not None
    }


def follows(merged: MergedLedger) -> str:
    return str(tomllib.loads((merged.files[EU] or b"").decode())["commitment"][-1]["follows"])


def test_the_later_of_two_meetings_gets_a_letter_and_links_follow() -> None:
    merged = merged_ledger({}, {PATH: DINNER}, {PATH: LUNCH, EU: LINKED})

    assert titles(merged) == {PATH: "Dinner", PATH_B: "Lunch", EU: "Later"}
    assert follows(merged) == "TR-20180129b-1"
    assert merged.names["theirs"] == {
        "TR-20180129": "TR-20180129b",
        "TR-20180129-1": "TR-20180129b-1",
    }
    other = merged_ledger({}, {PATH: LUNCH, EU: LINKED}, {PATH: DINNER})
    assert other.files == merged.files


def test_a_letter_that_is_taken_elsewhere_is_not_given() -> None:
    merged = merged_ledger({}, {PATH: DINNER}, {PATH: LUNCH}, taken={"TR-20180129b"})

    assert titles(merged) == {PATH: "Dinner", "TR/2018-01-29c.toml": "Lunch"}


def test_a_meeting_that_one_side_gave_a_letter_is_the_same_on_the_other() -> None:
    joined = merged_ledger({}, {PATH: DINNER}, {PATH: LUNCH}).files
    theirs = {path: data for path, data in joined.items() if data is not None}
    ours = {PATH: LUNCH + item("BBBBBBB2", "TR-20180129-2", "Pay", day=6), EU: LINKED}

    merged = merged_ledger({PATH: LUNCH, EU: LATER}, ours, theirs | {EU: LATER})

    assert titles(merged) == {PATH: "Dinner", PATH_B: "Lunch", EU: "Later"}
    lunch = tomllib.loads((merged.files[PATH_B] or b"").decode())
    assert [one["ref"] for one in lunch["commitment"]] == ["TR-20180129b-1", "TR-20180129b-2"]
    assert follows(merged) == "TR-20180129b-1"


def test_links_of_one_side_follow_what_the_other_alone_has_moved() -> None:
    base = {PATH: DINNER, EU: LATER}
    moved = DINNER.replace(b'-1"', b'-5"') + b'was = ["TR-20180129-1"]\n'
    theirs = {PATH: moved + item("DDDDDDD1", "TR-20180129-1", "Other"), EU: LATER}

    merged = merged_ledger(base, {PATH: DINNER, EU: LINKED}, theirs)

    assert follows(merged) == "TR-20180129-5"


def test_an_id_that_two_meetings_have_by_chance_joins_nothing() -> None:
    also = LATER.replace(b"CCCCCCCC", b"AAAAAAAA")
    grown = DINNER + item("AAAAAAA2", "TR-20180129-2", "Toast")

    merged = merged_ledger({}, {PATH: DINNER}, {EU: also, PATH: grown})

    assert not merged.conflicts
    assert titles(merged) == {PATH: "Dinner", EU: "Later"}
    assert b"Toast" in (merged.files[PATH] or b"")


def test_a_file_that_one_side_removed_is_kept_where_the_other_changed_it() -> None:
    changed = DINNER + item("AAAAAAA2", "TR-20180129-2", "Pay")

    assert merged_ledger({PATH: DINNER}, {}, {PATH: changed}).files == {PATH: changed}
    assert merged_ledger({PATH: DINNER}, {}, {PATH: DINNER}).files == {PATH: None}


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_joined() -> None:
    broken, sound = b"schema = ", DINNER + item("AAAAAAA2", "TR-20180129-2", "Pay")

    merged = merged_ledger(
        {PATH: DINNER, EU: LATER}, {PATH: sound, EU: broken}, {PATH: DINNER, EU: LINKED}
    )

    assert [path for path, _ in merged.unreadable] == [EU]
    assert merged.files == {PATH: sound, EU: None}
