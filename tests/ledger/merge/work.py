"""Versions of a meeting's file as desks make them: entries appended, and a hand here and there."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.toml import parse

BASE = """\
# kept for the First Middle East Division
schema = 1

[meeting]
id = "K3V9Q2TA"
recorded = 2017-12-29T09:30:00.120+09:00
by = "kt"
ref = "TR-20171228"
title = "Foreign Ministers' Meeting"
date = 2017-12-28
place = "Ankara"
parties = ["JP", "TR"]

[[document]]
id = "DQC0MENT"
recorded = 2017-12-29T09:31:00.000+09:00
by = "kt"
name = "release"
address = "https://www.mofa.go.jp/release"

# the act that started it all
[[commitment]]
id = "C0MM1TM1"
recorded = 2017-12-29T09:32:00.000+09:00
by = "kt"
ref = "TR-20171228-1"
title = "Hold the first Security Dialogue"
document = "release"
x_minute = "B-7"
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FIRST = datetime(2018, 1, 1, 9, tzinfo=UTC)


class Desk:
    """Who enters things into a text, at moments of its own; the same seed does the same work."""

    def __init__(self, name: str, seed: int | str) -> None:
        self.name = name
        self.random = random.Random(f"{name} {seed}")

    def worked(self, text: str, acts: int, *, by_hand: bool = False) -> str:
        """The text after so many acts."""
        for _ in range(acts):
            act = self.random.choice([self.filed, self.updated, self.updated, self.documented])
            text = act(text)
            if by_hand and self.random.random() < 0.2:
                text = self.commented(text)
        return text

    def filed(self, text: str) -> str:
        """One more commitment, under the next ref."""
        known = _tables(text, "commitment")
        numbers = [int(c["ref"].rpartition("-")[2]) for c in known]
        numbers += [int(w.rpartition("-")[2]) for c in known for w in c.get("was", [])]
        ref = f"TR-20171228-{max(numbers, default=0) + 1}"
        title = f"Act {self.random.randrange(10**6)} of {self.name}"
        return self._appended(text, "commitment", {"ref": ref, "title": title})

    def updated(self, text: str) -> str:
        """One more update of an item, or of another update."""
        known = [c["ref"] for c in _tables(text, "commitment")] or ["TR-20171228"]
        table: dict[str, Any] = {
            "of": self.random.choice(known),
            "date": datetime(2018, 1, 2, tzinfo=UTC).date(),
            "note": f"Heard {self.random.randrange(10**6)}.\nBy {self.name}.",
        }
        updates = _tables(text, "update")
        if updates and self.random.random() < 0.2:
            table["corrects"] = self.random.choice(updates)["id"]
        return self._appended(text, "update", table)

    def documented(self, text: str) -> str:
        """One more document; two desks may well call theirs the same, or mean the same."""
        names = {d["name"] for d in _tables(text, "document")}
        table: dict[str, Any] = {"name": self.random.choice(["readout", "sankei", "aa"])}
        if self.random.random() < 0.5:
            table["address"] = f"https://example.org/{self.random.randrange(3)}"
        addresses = {d.get("address") for d in _tables(text, "document")} - {None}
        if table["name"] in names or table.get("address") in addresses:
            return self.filed(text)
        return self._appended(text, "document", table)

    def commented(self, text: str) -> str:
        """A comment of a hand at the end."""
        return f"{text}# {self.name} looked at it, {self.random.randrange(10**6)}\n"

    def _appended(self, text: str, name: str, table: dict[str, Any]) -> str:
        moment = FIRST + timedelta(milliseconds=self.random.randrange(10**9))
        last = max(
            t["recorded"]
            for tables in parse(text).values()
            for t in (tables if isinstance(tables, list) else [tables])
            if isinstance(t, dict)
        )
        new = "".join(self.random.choices(ALPHABET, k=8))
        moment = max(moment, last + timedelta(milliseconds=1))
        head = {"id": new, "recorded": moment, "by": self.name}
        return f"{text}\n{text_of_table(name, head | table)}"


def _tables(text: str, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parse(text).get(name, [])
    return found
