"""Lists of tasks as minutes and memoranda print them: each item is an act, and what leads it may be one."""

from datetime import date

import pytest

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.reading import communique_of
from dipltrack.intake.proposing import intake_of

HEAD = "Agreed minutes of the fifth Japan-Norway Joint Committee\nOslo, 15 January 2024\n\n"
CITIES = (
    "MEMORANDUM OF UNDERSTANDING\n"
    "on cooperation between the City of Bergen, Norway, and the City of Nagasaki, Japan\n\n"
)

MINUTES_TEAM = f"""{HEAD}4. Expert team
An expert team is hereby formed, whose tasks are:
- to compare the signals of both countries;
- to draw up a glossary of terms.
"""
MINUTES_LEADS = f"""{HEAD}5. Tasks
5.1 Survey of waiting times. Lead: Norwegian Coastal Administration. Day: 30 April 2024.
5.2 Repair of the beacon. Lead: Japan Coast Guard. Day: to be fixed.
"""
MINUTES_TABLE = f"""{HEAD}5. Timetable
| Task | Who | By |
| Draft of the glossary | Norway | 1 May 2024 |
| Printing in both languages | both | end of 2024 |
"""
CITIES_JOINTLY = f"""{CITIES}3. The cities will jointly
a) study how waste can be composted;
b) apply for funding before the end of 2025; and
c) draw up a leaflet for schools.
4. Bergen will place its software at the disposal of Nagasaki.
5. Each city pays for its own delegation.
"""
CITIES_DUTIES = f"""{CITIES}4.2 The coordinators will be responsible for:
- proposing a programme for each year;
- keeping a list of those taking part.
4.3 Decisions are taken by consensus.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MINUTES_TEAM, ["hereby formed", "compare the signals", "draw up a glossary"]),
        (MINUTES_LEADS, ["Survey of waiting times", "Repair of the beacon"]),
        (MINUTES_TABLE, ["Draft of the glossary", "Printing in both languages"]),
        (
            CITIES_JOINTLY,
            ["study how waste", "apply for funding", "draw up a leaflet", "place its software"],
        ),
        (CITIES_DUTIES, ["proposing a programme", "keeping a list"]),
    ],
)
def test_each_item_of_a_list_is_an_act(text: str, expected: list[str]) -> None:
    communique = communique_of(text, None, "")

    found = intake_of(communique, Anchor(day=date(2024, 1, 15), language="en")).proposals

    passages = [proposal.passage for proposal in found]
    assert len(passages) == len(expected), passages
    assert all(words in passage for words, passage in zip(expected, passages, strict=True))
    assert all(proposal.title for proposal in found)


def test_an_item_with_a_future_of_its_own_is_titled_by_itself() -> None:
    text = f"""{HEAD}5. The two Ministries of Culture will exchange exhibitions of photographs:
(a) prints of old ports will be shown at the Bergen Maritime Museum;
(b) drawings by early travellers will be shown in Nagasaki.
"""
    communique = communique_of(text, "en")

    found = intake_of(communique, Anchor(day=date(2024, 1, 15), language="en"))

    assert [one.title for one in found.proposals] == [
        "Show prints of old ports at the Bergen Maritime Museum",
        "Show drawings by early travellers in Nagasaki",
    ]
