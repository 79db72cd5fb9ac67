"""Two desks' versions of a file and what comes out of them, case by case."""

import re

import pytest

from dipltrack.ledger.merge.entry import Side
from dipltrack.ledger.merge.file import (
    Merged,
    TwoMeetingsError,
    UnreadableSideError,
    merged_file,
)
from dipltrack.ledger.toml import BOM, parse
from tests.ledger.merge.work import BASE


def merged(base: str | None, ours: str, theirs: str, keep: Side | None = None) -> Merged:
    before = None if base is None else base.encode()
    return merged_file(before, ours.encode(), theirs.encode(), keep)


def entry(table: str, new: str, minute: int, by: str, **keys: str) -> str:
    """A table as the program appends it; values as TOML writes them."""
    head = f'\n[[{table}]]\nid = "{new}"\nrecorded = 2018-01-30T10:{minute:02}:00.000+09:00\n'
    return f'{head}by = "{by}"\n' + "".join(f"{key} = {value}\n" for key, value in keys.items())


def item(new: str, minute: int, by: str, number: int, title: str, **keys: str) -> str:
    ref = f'"TR-20171228-{number}"'
    return entry("commitment", new, minute, by, ref=ref, title=f'"{title}"', **keys)


def update(new: str, minute: int, by: str, of: str, **keys: str) -> str:
    return entry("update", new, minute, by, of=f'"{of}"', date="2018-01-29", **keys)


KT = item("AAAAAAA1", 10, "kt", 2, "Build the plant")
MS = item("BBBBBBB1", 5, "ms", 2, "Open the university")


def test_what_each_side_appended_stands_in_the_order_of_its_entry() -> None:
    ours = BASE + update("AAAAAAAA", 10, "kt", "TR-20171228-1", note='"Heard."')
    theirs = BASE + update("BBBBBBBB", 5, "ms", "TR-20171228-1", note='"Held."')

    assert merged(BASE, ours, theirs).data.decode() == (
        theirs + update("AAAAAAAA", 10, "kt", "TR-20171228-1", note='"Heard."')
    )


def test_of_two_items_under_one_ref_the_later_gets_the_next_and_keeps_the_old() -> None:
    ours = BASE + KT + update("AAAAAAA2", 11, "kt", "TR-20171228-2", note='"The plant."')
    theirs = BASE + MS + update("BBBBBBB2", 6, "ms", "TR-20171228-2", note='"The university."')

    result = merged(BASE, ours, theirs)

    tables = parse(result.data.decode())
    assert [(c["ref"], c["title"], c.get("was")) for c in tables["commitment"][1:]] == [
        ("TR-20171228-2", "Open the university", None),
        ("TR-20171228-3", "Build the plant", ["TR-20171228-2"]),
    ]
    assert [(u["of"], u["note"]) for u in tables["update"]] == [
        ("TR-20171228-2", "The university."),
        ("TR-20171228-3", "The plant."),
    ]
    assert list(result.told) == [
        "TR-20171228-2 “Build the plant” of kt is TR-20171228-3 now: the other desk used TR-20171228-2 too"
    ]


@pytest.mark.parametrize("key", ["follows", "restates"])
def test_links_to_an_item_that_moved_go_with_it(key: str) -> None:
    link = {key: '"TR-20171228-2"'}
    ours = BASE + KT + item("AAAAAAA3", 12, "kt", 3, "Widen it", **link)
    ours += update("AAAAAAA4", 13, "kt", "TR-20171228-2", superseded_by='"TR-20171228-2"')
    ours += update("AAAAAAA5", 14, "kt", "AAAAAAA4", same_as='"TR-20171228-2"')
    changes = f'[ {{ field = "{key}", from = "TR-20171228-2", to = "TR-20171228-1" }} ]'
    ours += update("AAAAAAA6", 15, "kt", "TR-20171228-3", changes=changes)

    tables = parse(merged(BASE, ours, BASE + MS).data.decode())

    moved = next(c["ref"] for c in tables["commitment"] if c["title"] == "Build the plant")
    assert moved == "TR-20171228-4"
    assert next(c[key] for c in tables["commitment"] if key in c) == moved
    assert tables["update"][0]["of"] == tables["update"][0]["superseded_by"] == moved
    assert tables["update"][1]["same_as"] == moved
    assert tables["update"][2]["changes"][0]["from"] == moved


def test_an_item_that_two_desks_filed_is_offered_as_a_duplicate_and_never_dropped() -> None:
    theirs = BASE + MS.replace("Open the university", "Build  the PLANT")

    result = merged(BASE, BASE + KT, theirs)

    assert len(parse(result.data.decode())["commitment"]) == 3
    assert result.told[-1] == (
        "TR-20171228-3 “Build the plant” looks like TR-20171228-2: if it is the same, "
        "dipltrack strike TR-20171228-3 --same-as TR-20171228-2"
    )


def test_documents_of_one_address_are_one_and_what_stands_in_them_follows() -> None:
    address = '"https://www.mofa.go.jp/readout"'
    ours = BASE + entry("document", "AAAAAAA1", 10, "kt", name='"readout"', address=address)
    ours += item("AAAAAAA2", 11, "kt", 2, "Build the plant", document='"readout"')
    theirs = BASE + entry(
        "document", "BBBBBBB1", 5, "ms", name='"outline"', address=address, language='"en"'
    )

    tables = parse(merged(BASE, ours, theirs).data.decode())

    assert [d["name"] for d in tables["document"]] == ["release", "outline"]
    assert tables["document"][1]["was"] == ["readout", "AAAAAAA1"]
    assert tables["commitment"][1]["document"] == "outline"


def test_two_documents_of_one_name_are_two() -> None:
    ours, theirs = (
        BASE
        + entry("document", new, minute, by, name='"sankei"', address=f'"https://{by}"')
        + update(new[:7] + "2", minute + 1, by, "TR-20171228-1", evidence=evidence)
        for new, minute, by in (("AAAAAAA1", 10, "kt"), ("BBBBBBB1", 5, "ms"))
        for evidence in ('[ { document = "sankei", says = "x" } ]',)
    )

    tables = parse(merged(BASE, ours, theirs).data.decode())

    assert [d["name"] for d in tables["document"]] == ["release", "sankei", "sankei-2"]
    assert [u["evidence"][0]["document"] for u in tables["update"]] == ["sankei", "sankei-2"]


MEETING = """\
schema = 1

[meeting]
id = "{new}"
recorded = 2017-12-29T09:{minute}:00.000+09:00
by = "{by}"
ref = "TR-20171228"
title = "{title}"
date = 2017-12-28
place = "{place}"
"""


def filed(new: str, minute: int, by: str, title: str = "Talks", place: str = "Ankara") -> str:
    return MEETING.format(new=new, minute=minute, by=by, title=title, place=place)


def test_a_meeting_that_both_desks_filed_is_one_and_nothing_of_it_is_lost() -> None:
    ours = filed("AAAAAAAA", 40, "kt", "talks", "Ankara, Türkiye") + 'level = "ministers"\n'
    ours += KT + update("AAAAAAA9", 50, "kt", "AAAAAAAA", note='"Of the meeting."')
    theirs = filed("BBBBBBBB", 30, "ms") + MS

    result = merged(None, ours, theirs)

    text = result.data.decode()
    tables = parse(text)
    held = tables["meeting"]
    assert (held["id"], held["by"], held["place"]) == ("BBBBBBBB", "ms", "Ankara")
    assert (held["level"], held["was"]) == ("ministers", ["AAAAAAAA"])
    assert '# place = "Ankara, Türkiye"\n' in text
    assert [c["ref"] for c in tables["commitment"]] == ["TR-20171228-2", "TR-20171228-3"]
    assert tables["update"][0]["of"] == "BBBBBBBB"
    assert merged(None, theirs, ours).data == result.data
    for side in (ours, theirs):
        assert merged(None, result.data.decode(), side).data == result.data


def test_a_meeting_of_another_title_is_one_where_a_document_has_the_same_address() -> None:
    address = '"https://www.mofa.go.jp/release"'
    document = {"name": '"release"', "address": address}
    ours = filed("AAAAAAAA", 40, "kt", "Talks") + entry("document", "A", 41, "kt", **document)
    theirs = filed("BBBBBBBB", 30, "ms", "Meeting") + entry("document", "B", 31, "ms", **document)

    text = merged(None, ours, theirs).data.decode()

    assert parse(text)["meeting"]["title"] == "Meeting"
    assert '# title = "Talks"\n' in text
    assert len(parse(text)["document"]) == 1


def test_two_meetings_under_one_path_are_not_thrown_together() -> None:
    with pytest.raises(TwoMeetingsError):
        merged(None, filed("AAAAAAAA", 40, "kt", "Talks"), filed("BBBBBBBB", 30, "ms", "Dinner"))


def test_a_hand_edit_of_one_side_is_kept() -> None:
    ours = BASE.replace("Ankara", "Ankara, Türkiye").replace("# the act", "# The act")
    theirs = BASE.replace("B-7", "B-8") + MS

    result = merged(BASE, ours, theirs)

    expected = ours.replace("B-7", "B-8") + MS
    assert result.data.decode() == expected
    assert not result.conflicts


def test_hand_edits_of_one_entry_on_both_sides_are_told_in_words() -> None:
    ours = BASE.replace("Ankara", "Istanbul").replace("B-7", "B-8")
    theirs = BASE.replace("Ankara", "İzmir")

    result = merged(BASE, ours, theirs)

    assert list(map(str, result.conflicts)) == [
        'TR-20171228: place is "Istanbul" here and "İzmir" there'
    ]
    marked = '<<<<<<< ours\nplace = "Istanbul"\n=======\nplace = "İzmir"\n>>>>>>> theirs\n'
    assert marked in result.data.decode()
    assert 'x_minute = "B-8"' in result.data.decode()


@pytest.mark.parametrize(("keep", "place"), [("ours", "Istanbul"), ("theirs", "İzmir")])
def test_a_real_conflict_can_be_settled_for_one_side(keep: Side, place: str) -> None:
    ours, theirs = BASE.replace("Ankara", "Istanbul"), BASE.replace("Ankara", "İzmir") + MS

    result = merged(BASE, ours, theirs, keep)

    assert not result.conflicts
    assert parse(result.data.decode())["meeting"]["place"] == place
    assert "Open the university" in result.data.decode()


def test_an_entry_removed_here_and_changed_there_is_kept_and_told() -> None:
    ours = BASE[: BASE.index("\n# the act")]
    theirs = BASE.replace("first Security Dialogue", "Security Dialogue")

    result = merged(BASE, ours, theirs)

    assert "Hold the Security Dialogue" in result.data.decode()
    assert result.told == (
        "TR-20171228-1 was removed on one side and changed on the other: it was kept",
    )


def test_an_entry_removed_on_one_side_alone_is_removed() -> None:
    ours = BASE[: BASE.index("\n# the act")]

    theirs = BASE.replace("# kept", "# Kept")
    assert merged(BASE, ours, theirs).data.decode() == ours.replace("# kept", "# Kept")


def test_what_a_hand_wrote_gets_its_stamps_once() -> None:
    bare = '\n[[update]]\nof = "TR-20171228-1"\ndate = 2018-01-29\nnote = "By hand."\n'
    stamps = 'id = "{}"\nrecorded = 2018-01-30T10:{}:00Z\nby = "{}"\n'
    ours, theirs = (
        BASE + bare.replace("]]\n", "]]\n" + stamps.format(*one))
        for one in (("AAAAAAAA", 10, "kt"), ("BBBBBBBB", 20, "ms"))
    )

    result = merged(BASE + bare, ours, theirs)

    assert result.data.decode() == ours
    assert merged(BASE + bare, theirs, ours).data == result.data


def test_two_entries_that_have_one_id_by_chance_are_two() -> None:
    ours = BASE + update("AAAAAAAA", 10, "kt", "TR-20171228-1", note='"One."')
    ours += update("CCCCCCCC", 11, "kt", "TR-20171228-1", corrects='"AAAAAAAA"')
    theirs = BASE + update("AAAAAAAA", 5, "ms", "TR-20171228-1", note='"Two."')

    result = merged(BASE, ours, theirs)

    updates = parse(result.data.decode())["update"]
    assert [u.get("note") for u in updates] == ["Two.", "One.", None]
    assert updates[0]["id"] == "AAAAAAAA"
    assert updates[1]["id"] == updates[2]["corrects"] != "AAAAAAAA"
    assert merged(BASE, theirs, ours).data == result.data


SETTINGS = """\
schema = 1

[ledger]
name = "First Middle East Division"
party = "JP"

[[event]]
name = "G20 Osaka Summit"
earliest = 2019-06-28
latest = 2019-06-29
"""


def test_settings_are_merged_by_key_and_what_was_registered_is_there() -> None:
    body = entry("body", "AAAAAAAA", 10, "kt", name='"ME1"', party='"JP"')
    dossier = entry("dossier", "BBBBBBBB", 5, "ms", name='"EPA"')
    event = '\n[[event]]\nname = "TICAD"\nearliest = 2019-08-28\nlatest = 2019-08-30\n'
    ours = SETTINGS.replace('party = "JP"', 'party = "JP"\nceiling = "internal"') + body
    theirs = SETTINGS.replace("First Middle", "Middle").replace("06-29", "06-30") + dossier + event

    result = merged(SETTINGS, ours, theirs)

    tables = parse(result.data.decode())
    assert not result.conflicts
    assert tables["ledger"] == {
        "name": "Middle East Division",
        "party": "JP",
        "ceiling": "internal",
    }
    assert [b["name"] for b in tables["body"]] == ["ME1"]
    assert [d["name"] for d in tables["dossier"]] == ["EPA"]
    assert [(e["name"], e["latest"].day) for e in tables["event"]] == [
        ("G20 Osaka Summit", 30),
        ("TICAD", 30),
    ]


def test_line_ends_and_the_mark_of_the_file_are_kept() -> None:
    base, ours, theirs = (
        (BOM + text).replace("\n", "\r\n") for text in (BASE, BASE + KT, BASE + MS)
    )

    result = merged(base, ours, theirs)

    text = result.data.decode()
    assert text.startswith(BOM)
    assert text.count("\n") == text.count("\r\n")
    assert len(parse(text)["commitment"]) == 3


def test_a_side_with_other_line_ends_says_the_same() -> None:
    result = merged(BASE, (BASE + KT).replace("\n", "\r\n"), BASE + MS)

    assert b"\r" not in result.data
    assert len(parse(result.data.decode())["commitment"]) == 3


def test_tables_and_texts_of_a_kind_that_we_do_not_know_are_kept() -> None:
    own = '\n[x_desk]\nroom = "7"\n\n[[x_list]]\na = 1\n\n[[x_list]]\na = 1\n'
    hidden = update("AAAAAAAA", 1, "kt", "TR-20171228-1", note='"""\n[[update]]\n# no comment"""')

    result = merged(BASE, BASE + own + hidden, BASE + MS).data.decode()

    assert parse(result)["x_list"] == [{"a": 1}, {"a": 1}]
    assert parse(result)["x_desk"] == {"room": "7"}
    assert parse(result)["update"][0]["note"] == "[[update]]\n# no comment"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = ", "."),
        (BASE.replace("schema = 1", "schema = 2"), "newer than this program"),
        ("a = " + "[" * 100_000, "."),
    ],
)
def test_a_side_that_cannot_be_read_is_told(text: str, said: str) -> None:
    with pytest.raises(UnreadableSideError, match=said):
        merged(BASE, text, BASE + MS)


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(UnreadableSideError):
        merged_file(BASE.encode(), b"\xff", (BASE + MS).encode())


def test_earlier_bytes_stay_as_they_were() -> None:
    odd = BASE.replace("\n[[", "\n\n\n  [[").replace("title = ", "title   =   ")
    result = merged(odd, odd + KT, odd + MS).data.decode()

    assert result.startswith(odd)
    assert len(re.findall(r"^title {3}", result, re.MULTILINE)) == 2


RULES = """
[[rule]]
rule = "due"
days = [14]

[[rule]]
rule = "due"
partner = "TR"
days = [30]
"""


def test_a_rule_that_a_hand_changed_stays_in_its_place() -> None:
    base = SETTINGS + RULES
    ours, theirs = base.replace("[14]", "[7]"), base.replace("[30]", "[60]") + "# theirs\n"

    result = merged(base, ours, theirs)

    assert result.data.decode() == theirs.replace("[14]", "[7]")
    assert merged(base, theirs, ours).data == result.data


def test_reminders_that_both_issued_are_both_in_the_log() -> None:
    log = "schema = 1\n"
    ours, theirs = (
        log + entry("reminder", new, minute, by, of='"TR-20171228-1"', rule='"due"')
        for new, minute, by in (("AAAAAAAA", 10, "kt"), ("BBBBBBBB", 5, "ms"))
    )

    tables = parse(merged(log, ours, theirs).data.decode())

    assert [one["by"] for one in tables["reminder"]] == ["ms", "kt"]


def test_where_the_past_is_broken_both_directions_give_the_same() -> None:
    meeting = BASE.partition("[[")[0]
    other = meeting.replace('by = "kt"', 'by = "ms"')
    base = BASE.replace("[meeting]\n", "", 1).encode()

    one = merged_file(base, meeting.encode(), other.encode())

    assert one.data == merged_file(base, other.encode(), meeting.encode()).data
