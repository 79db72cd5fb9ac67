"""How firmly words promise: a table of passages, what a ledger may change, and what always holds."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.vocabulary import Firmness, Voice
from dipltrack.wording.firmness import Reading, firmness_of
from dipltrack.wording.firmness_list import FaultyRulesError, default_rules, rules_from
from dipltrack.wording.firmness_rules import Role

LINES = (Path(__file__).parent / "firmness.tsv").read_text(encoding="utf-8").splitlines()
TABLE = [line for line in LINES if not line.startswith("# ")]
ROWS = list(csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE))
assert len(ROWS) >= 200, "the table of passages is gone"
TEXTS = [(row["text"], row["lang"]) for row in ROWS]
RESERVES = {
    "en": [" in principle ", " as appropriate "],
    "ja": ["必要に応じて", "原則として"],
    "fr": [" en principe ", " le cas échéant "],
    "es": [" en principio ", " si procede "],
}


def level_of(reading: Reading) -> int:
    """How low: undertakings 0, statements 4, nothing found 5."""
    return 5 if reading.firmness is None else list(Firmness).index(reading.firmness)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_passage_promises_as_much(row: dict[str, str]) -> None:
    reading = firmness_of(row["text"], row["lang"])

    assert [reading.firmness or "-", reading.voice or "-"] == [row["firmness"], row["voice"]]
    assert " | ".join(one.words for one in reading.matched) == row["matched"]


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_every_firmness_says_why_on_one_line_each(text: str, lang: str) -> None:
    reading = firmness_of(text, lang)

    assert bool(reading.reasons) is (reading.firmness is not None or lang == "de")
    assert not any("\n" in reason for reason in reading.reasons)


def test_one_side_is_named_in_the_words_of_the_text_and_its_voice_is_left_open() -> None:
    reading = firmness_of("Foreign Minister Kang Kyung-wha said that the ROK will send experts.")

    assert (reading.voice, reading.speaker) == (None, "Foreign Minister Kang Kyung")


def test_a_name_before_the_verb_is_one_side_and_two_names_are_both() -> None:
    one = firmness_of("In Ankara yesterday Fidan promised a visit")
    two = firmness_of("Yesterday Kono and Hakan Fidan formally promised a visit")

    assert (one.voice, one.speaker) == (None, "Fidan")
    assert two.voice is Voice.JOINT


def test_of_two_names_that_nothing_joins_the_nearest_speaks() -> None:
    reading = firmness_of("The Minister, a former President, promised 1.5 million dollars")

    assert (reading.voice, reading.speaker) == (None, "President")


def test_the_firmest_of_several_sentences_is_read_with_its_own_places() -> None:
    text = "Mr. Abe welcomed the visit?! Both sides\nagreed to meet. They hope to sign."

    reading = firmness_of(text)

    assert reading.firmness is Firmness.AGREEMENT
    assert [text[one.start : one.end] for one in reading.matched] == ["Both sides", "agreed to"]


def test_a_blank_line_ends_a_sentence() -> None:
    assert firmness_of("They agreed to meet\n\nif asked").firmness is Firmness.AGREEMENT
    assert firmness_of("They agreed to meet\nif asked").firmness is Firmness.PLAN


def test_several_reserves_lower_one_step_together() -> None:
    reading = firmness_of("They agreed in principle to meet in May, subject to confirmation")

    assert reading.firmness is Firmness.PLAN
    assert any('"in principle" and "subject to"' in reason for reason in reading.reasons)


def test_a_month_and_a_name_are_no_verbs() -> None:
    assert firmness_of("In May the States of Will met").firmness is None


def test_what_one_is_told_of_is_not_what_was_promised() -> None:
    noted = firmness_of("They noted that both will sign, and that the talks will go on")
    hoped = firmness_of("They hope that both will sign, and that the talks will go on")

    assert (noted.firmness, hoped.firmness) == (Firmness.STATEMENT, Firmness.ENDEAVOUR)


def test_verbs_may_hang_on_each_other_without_end() -> None:
    assert firmness_of("said that " * 3000).firmness is not None
    assert firmness_of("予定と述べ" * 3000, "ja").firmness is not None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("They said that trade grew and agreed to meet", Firmness.AGREEMENT),
        ("They agreed on a text describing its importance", Firmness.AGREEMENT),
        ("They agreed on trade, importance", Firmness.AGREEMENT),
        ("They agreed on very big new importance", Firmness.AGREEMENT),
        ("They welcomed the visit which was planned for May", Firmness.STATEMENT),
        ("They decided that the parties must consider it", Firmness.ENDEAVOUR),
        (
            "They said that rapid growth and the long road of reform that was planned",
            Firmness.PLAN,
        ),
        ("The delegations expressed many long and hard doubts before they agreed to meet", None),
        ("No one agreed to meet", Firmness.STATEMENT),
        ("They agreed to discuss the importance of trade", Firmness.AGREEMENT),
        ("They agreed to discuss the", Firmness.AGREEMENT),
        ("They agreed to discuss possible ways to double trade", Firmness.ENDEAVOUR),
        ("They will double our support for reform", Firmness.AGREEMENT),
        ("It will be of great importance", Firmness.STATEMENT),
        ("The agreement does not say that much, and they agreed to meet", Firmness.AGREEMENT),
    ],
)
def test_the_complement_is_what_belongs_to_the_verb(text: str, level: Firmness | None) -> None:
    assert level is None or firmness_of(text).firmness is level


def test_what_is_tried_may_be_of_any_sort_but_what_is_voiced_may_not() -> None:
    tried = firmness_of("先方は、提案を検討すると述べた", "ja")
    voiced = firmness_of("先方は、懸念を表明すると述べた", "ja")

    assert (tried.firmness, voiced.firmness) == (Firmness.ENDEAVOUR, Firmness.STATEMENT)


def test_a_ledger_can_change_what_a_word_is_worth() -> None:
    rules = rules_from(
        """
        schema = 1
        [[en.phrases]]
        role = "verb"
        level = "undertaking"
        words = ["agre/e to"]
        [[en.phrases]]
        role = "plain"
        words = ["plan to", "plans to"]
        [la]
        [[la.phrases]]
        role = "verb"
        level = "agreement"
        words = ["placuit"]
        """
    )

    assert firmness_of("They agreed to meet", rules=rules).firmness is Firmness.UNDERTAKING
    assert firmness_of("They plan to meet", rules=rules).firmness is None
    assert firmness_of("Placuit", "la", rules).firmness is Firmness.AGREEMENT
    assert firmness_of("They agreed to meet").firmness is Firmness.AGREEMENT


def test_a_phrase_that_was_plain_can_get_a_meaning() -> None:
    rules = rules_from('[[en.phrases]]\nrole = "verb"\nlevel = "plan"\nwords = ["political will"]')

    assert firmness_of("political will", rules=rules).firmness is Firmness.PLAN


def test_what_a_ledger_says_of_a_word_is_all_that_holds_of_it() -> None:
    text = '[[ja.phrases]]\nrole = "verb"\nlevel = "plan"\nwords = ["検討"]'
    passage = "双方は、新たな枠組みを検討することで一致した。"  # of ours, 検討 is a complement too

    shipped, own = firmness_of(passage, "ja"), firmness_of(passage, "ja", rules_from(text))

    assert (shipped.firmness, own.firmness) == (Firmness.ENDEAVOUR, Firmness.PLAN)


PLACED = [
    ("schema = 2", [(None, 0, "schema", "schema = 2 is not known")]),
    ("en = 1", [(None, 0, "en", "en is no table of a language")]),
    ("[en]\nfoo = 1", [("en", 0, "foo", "foo is no key of a language's table")]),
    ("[en]\ncharacters = 3", [("en", 0, "characters", "characters is neither true nor false")]),
    ("[en]\nendings = 3", [("en", 0, "endings", "endings is no table")]),
    ("[en.endings]\ns = 3", [("en.endings", 0, "s", "s is no list of words")]),
    ('[en]\nadverbs = [""]', [("en", 0, "adverbs", "adverbs is no list of words")]),
    ("[en]\nphrases = 3", [("en", 0, "phrases", "phrases is no list of tables")]),
    (
        "[[en.phrases]]",
        [
            ("en.phrases", 0, None, "[[en.phrases]] has no role"),
            ("en.phrases", 0, None, "[[en.phrases]] has no words"),
        ],
    ),
    (
        '[[en.phrases]]\nrole = "verb"\nwords = ["x"]',
        [("en.phrases", 0, None, "[[en.phrases]] has no level")],
    ),
    (
        '[[en.phrases]]\nrole = "glue"\nwords = ["x"]\n[[en.phrases]]\nrole = "voice"\nwords = []',
        [("en.phrases", 1, None, "[[en.phrases]] has no voice")],
    ),
    (
        '[[en.phrases]]\nrole = "noun"\nlevel = 3\ngap = true\nclause = 1\nfoo = 1\nwords = [1]',
        [
            ("en.phrases", 0, "role", 'role = "noun" is none of verb, complement'),
            ("en.phrases", 0, "level", 'level = "3" is none of undertaking, agreement'),
            ("en.phrases", 0, "gap", "gap = True does not fit"),
            ("en.phrases", 0, "clause", "clause = 1 does not fit"),
            ("en.phrases", 0, "foo", "foo is no key of [[en.phrases]]"),
            ("en.phrases", 0, "words", "words is no list of words"),
        ],
    ),
    (
        '[la]\n[[la.phrases]]\nrole = "verb"\nlevel = "plan"\nwords = ["am/o"]',
        [("la.phrases", 0, "words", '"am/o" has no class of endings')],
    ),
    (
        '[[en.phrases]]\nrole = "noun"\nwords = ["one"]',
        [("en.phrases", 0, "role", 'role = "noun" is none of')],
    ),
]


@pytest.mark.parametrize(("text", "faults"), PLACED, ids=[text for text, _ in PLACED])
def test_every_fault_of_a_list_is_told_with_its_place(
    text: str, faults: list[tuple[str | None, int, str | None, str]]
) -> None:
    with pytest.raises(FaultyRulesError) as told:
        rules_from(text)

    assert len(told.value.faults) == len(faults)
    for (table, index, key, wrong), fault in zip(faults, told.value.faults, strict=True):
        assert (fault.table, fault.index, fault.key) == (table, index, key)
        assert fault.wrong.startswith(wrong)
        assert f"{fault.wrong}: {fault.mend}" in str(told.value)


def test_the_shipped_list_has_verbs_in_both_languages() -> None:
    languages = default_rules().languages

    assert all(len(languages[lang].phrases[Role.VERB]) > 50 for lang in ("en", "ja"))


PHRASES = st.sampled_from(
    ["agreed", "to", "that", "will", "consider", "not", "if", "they", "and", ",", "the", "of",
     "一致", "確認", "検討", "すること", "を", "で", "予定", "です", "、", "。", "し", "両外相は", "May"]
)  # fmt: skip
ANY_TEXT = st.text() | st.lists(PHRASES, max_size=30).map(" ".join)


@given(text=ANY_TEXT, lang=st.sampled_from(["en", "ja", "xx"]))
def test_any_text_is_read_and_every_place_holds_its_words(text: str, lang: str) -> None:
    reading = firmness_of(text, lang)

    for one in reading.matched:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.words
    assert (reading.firmness is None) is (not reading.matched)


UNRESERVED = [
    (text, lang)
    for text, lang in TEXTS
    if all(one.role is not Role.LOWERING for one in firmness_of(text, lang).matched)
]
"""A reserve put into the middle of another would part its words."""


@given(case=st.sampled_from(UNRESERVED), reserve=st.integers(0, 1), data=st.data())
def test_a_reserve_never_makes_a_promise_firmer(
    case: tuple[str, str], reserve: int, data: st.DataObject
) -> None:
    text, lang = case
    spaces = [at for at, character in enumerate(text) if character == " "]
    places = [0, *spaces, len(text)] if lang == "en" else [0, len(text)]
    at = data.draw(st.sampled_from(places))
    lowered = text[:at] + RESERVES.get(lang, [" "] * 2)[reserve] + text[at:]

    assert level_of(firmness_of(lowered, lang)) >= level_of(firmness_of(text, lang))
