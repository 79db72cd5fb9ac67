"""Every field of an entry can be changed and emptied, or is refused with the mend."""

from typing import Any

import pytest
from msgspec.structs import replace

from dipltrack.ledger.keys import Sort, keys_of, timing_keys
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Document
from dipltrack.model.update import Change, Value
from dipltrack.model.vocabulary import Firmness, Handling, Kind, TimingClass
from dipltrack.model.window import UNTIMED, Every, Timing, Unit, Window
from dipltrack.register.changes import WrongChangeError, changed, changed_where_possible
from tests.given import REF, day, meeting

ITEM = Commitment(
    id="ITEM0001",
    by="kt",
    ref=REF,
    title="Hold it",
    dossier="security",
    document="release",
    paragraph="2(2)a",
    wording="will hold",
    voice=("joint",),
    firmness=Firmness.PLAN,
    kind=Kind.RECURRING,
    sector="politics",
    lead=("ME1",),
    support=("METI", "MEXT"),
    counterpart=("TR-MFA",),
    timing=Timing(
        stated="every year",
        window=Window(
            class_=TimingClass.RECURRING,
            earliest=day("2018-01-01"),
            latest=day("2018-12-31"),
            every=Every(count=1, unit=Unit.YEAR),
            event="summit",
            basis="b",
        ),
    ),
    done_when="held once",
    review_on=day("2018-06-01"),
    report_every=30,
    track=True,
    handling=Handling.PARTNER,
    follows="TR-20160906-1",
    restates="TR-20160906-2",
)

FIELDS: list[tuple[str, Value, object, object]] = [
    # key, what is written, what it is then, what it is once emptied
    ("title", "Hold two", "Hold two", WrongChangeError),
    ("dossier", "EPA", "EPA", None),
    ("document", "readout", "readout", None),
    ("paragraph", "3", "3", None),
    ("wording", "will\nhold", "will\nhold", None),
    ("voice", "ours", ("ours",), ()),
    ("firmness", "agreement", Firmness.AGREEMENT, None),
    ("kind", "continuing", Kind.CONTINUING, Kind.ONE_OFF),
    ("sector", "economy", "economy", None),
    ("lead", ("ME2", "METI"), ("ME2", "METI"), ()),
    ("support", "METI", ("METI",), ()),
    ("counterpart", "TR-MoE", ("TR-MoE",), ()),
    ("done_when", "twice", "twice", None),
    ("review_on", day("2019-01-01"), day("2019-01-01"), None),
    ("report_every", 90, 90, None),
    ("track", False, False, False),
    ("handling", "internal", Handling.INTERNAL, None),
    ("follows", "TR-20160906-3", "TR-20160906-3", None),
    ("restates", "TR-20160906-4", "TR-20160906-4", None),
    ("stated", "annually", "annually", None),
    ("class", "open", TimingClass.OPEN, TimingClass.NONE),
    ("earliest", day("2018-02-01"), day("2018-02-01"), None),
    ("latest", day("2018-11-30"), day("2018-11-30"), None),
    ("every", "6 months", Every(count=6, unit=Unit.MONTH), None),
    ("event", "Osaka", "Osaka", None),
    ("basis", "c", "c", None),
]
NEVER = ("id", "recorded", "by", "ref", "was", "redacted")


def value_of(item: Commitment, key: str) -> object:
    """What the item has under that key of its table."""
    if key in {part.name for part in timing_keys()}:
        timing = item.timing
        return (
            timing.stated
            if key == "stated"
            else getattr(timing.window, f"{key}_".rstrip("_") if key != "class" else "class_")
        )
    return getattr(item, key)


def test_every_field_of_an_item_is_in_the_table() -> None:
    keys = {key.name for key in keys_of(Commitment) if key.sort is not Sort.TIMING}
    keys |= {key.name for key in timing_keys()}

    assert {row[0] for row in FIELDS} | set(NEVER) == keys


@pytest.mark.parametrize(("key", "to", "then", "_"), FIELDS, ids=[row[0] for row in FIELDS])
def test_a_field_is_changed_and_no_other(key: str, to: Value, then: object, _: object) -> None:
    item = changed(ITEM, [Change(field=key, to=to)])

    assert value_of(item, key) == then
    others = [row[0] for row in FIELDS if row[0] != key]
    assert [value_of(item, name) for name in others] == [value_of(ITEM, name) for name in others]


@pytest.mark.parametrize(("key", "_", "__", "empty"), FIELDS, ids=[row[0] for row in FIELDS])
def test_a_field_is_emptied_or_may_not_be(key: str, _: Value, __: object, empty: object) -> None:
    if empty is WrongChangeError:
        with pytest.raises(WrongChangeError) as refused:
            changed(ITEM, [Change(field=key)])
        assert (refused.value.wrong, refused.value.mend) == (
            f"{key} cannot be emptied",
            "write what it is instead",
        )
    else:
        assert value_of(changed(ITEM, [Change(field=key)]), key) == empty


@pytest.mark.parametrize("key", NEVER)
def test_what_makes_an_entry_itself_never_changes(key: str) -> None:
    with pytest.raises(WrongChangeError) as refused:
        changed(ITEM, [Change(field=key, to="x")])

    assert (refused.value.wrong, refused.value.mend) == (
        f"{key} never changes",
        "strike the entry and file it anew",
    )


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (ITEM, "colour"),
        (ITEM, "timing"),
        (ITEM, "class_"),
        (meeting(), "latest"),
        (meeting(), "from_"),
        (Document(name="release"), "stated"),
    ],
)
def test_what_is_no_field_is_refused(entry: Any, field: str) -> None:  # noqa: ANN401
    with pytest.raises(WrongChangeError) as refused:
        changed(entry, [Change(field=field, to="x")])

    assert str(refused.value) == f"{field} is no field that can change"
    assert refused.value.mend == "see docs/format.md"


@pytest.mark.parametrize(
    ("field", "to", "wrong"),
    [
        ("firmness", "agrement", 'firmness = "agrement" is not'),
        ("review_on", "2018-01-29", 'review_on = "2018-01-29" is not a day'),
        ("report_every", 0, "report_every = 0 is not a whole number above 0"),
        ("track", "yes", 'track = "yes" is not true or false'),
        ("title", 7, "title = 7 is not a text"),
        ("lead", True, "lead = true is not a text or a list of texts"),
        ("every", "2 weeks", 'every = "2 weeks" is no period'),
    ],
)
def test_a_value_that_the_field_cannot_take_is_refused(field: str, to: Value, wrong: str) -> None:
    with pytest.raises(WrongChangeError) as refused:
        changed(ITEM, [Change(field=field, to=to)])

    assert refused.value.wrong.startswith(wrong)
    assert refused.value.mend


@pytest.mark.parametrize("to", ["TR", ("TR",)])
def test_a_single_party_is_a_list_of_one(to: Value) -> None:
    assert changed(meeting(), [Change(field="parties", to=to)]).parties == ("TR",)


def test_a_meeting_and_a_document_change_like_an_item() -> None:
    held = changed(
        meeting(), [Change(field="from", to=day("2017-12-27")), Change(field="place", to="Ankara")]
    )
    document = changed(Document(name="release"), [Change(field="address", to="https://x")])

    assert (held.from_, held.place) == (day("2017-12-27"), "Ankara")
    assert document.address == "https://x"


def test_a_timing_can_be_written_where_there_was_none() -> None:
    item = changed(replace(ITEM, timing=UNTIMED), [Change(field="class", to="open")])

    assert item.timing.window == Window(class_=TimingClass.OPEN)


def test_a_question_goes_on_past_a_wrong_change() -> None:
    changes = [
        Change(field="colour", to="x"),
        Change(field="title"),
        Change(field="sector", to="y"),
    ]

    assert changed_where_possible(ITEM, changes) == replace(ITEM, sector="y")


def test_what_an_update_names_is_not_named_by_a_change() -> None:
    with pytest.raises(WrongChangeError, match="next_step is named by an update, not by a change"):
        changed(ITEM, [Change(field="next_step", to="Ask again")])
