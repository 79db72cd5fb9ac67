"""Which party a speaker is of: by the names of countries, and by nothing else."""

import pytest

from dipltrack.wording.sides import NAMES, party_named

BOTH = ("JP", "TR")


@pytest.mark.parametrize(
    ("speaker", "party"),
    [
        ("The Japanese side", "JP"),
        ("Japan", "JP"),
        ("TÜRKİYE", "TR"),
        ("Turkey", "TR"),
        ("The Turkish Government", "TR"),
        ("日本側", "JP"),
        ("トルコ側", "TR"),
        ("Japan and Türkiye", None),
        ("The Korean side", None),
        ("Minister Kono", None),
        ("河野大臣", None),
        ("He", None),
        ("", None),
        ("Japantown", None),
    ],
)
def test_a_speaker_is_of_the_party_whose_country_is_named(speaker: str, party: str | None) -> None:
    assert party_named(speaker, BOTH) == party


def test_no_name_of_a_party_is_part_of_that_of_another() -> None:
    for speaker, party in (("インドネシア側", "ID"), ("インド側", "IN"), ("South Korea", "KR")):
        assert party_named(speaker, sorted(NAMES)) == party
    assert party_named("The North Korean side", ["JP", "KR"]) is None


def test_a_party_that_is_no_country_is_never_named() -> None:
    assert party_named("the ASEAN side", ["ASEAN", "JP"]) is None
