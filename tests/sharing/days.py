"""Days of work of many desks on one ledger: what each enters, as files of its own copy.

A desk only adds, but for edits by hand of what it entered itself; so no conflict is a real one.
What it entered, and about what, is noted beside, to be found again in the end.
"""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.toml import parse

SETTINGS = 'schema = 1\n\n[ledger]\nname = "Middle East"\nparty = "JP"\n'
START = datetime(2018, 1, 1, 9, tzinfo=UTC)
PARTNERS = ("TR", "EU", "ASEAN+3")
TITLES = ("Talks", "Dinner", "Consultations", "Signing")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Files = dict[str, bytes]


class Desk:
    """Who works on a copy of the ledger; the same seed does the same work."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.random = random.Random(f"{name} {seed}")
        self.entered: dict[str, str] = {}
        """The ids of all that it ever entered, with the title of the item that each is about."""
        self.last = START

    def act(self, files: Files, now: datetime) -> None:
        """Enters one thing."""
        choice = self.random.random()
        meetings = [path for path in files if "/" in path]
        if not meetings or choice < 0.08:
            self._meeting(files, now)
        elif choice < 0.12:
            self._body(files, now)
        elif choice < 0.16:
            self._by_hand(files)
        else:
            self._entry(files, self.random.choice(meetings), now, choice)

    def _meeting(self, files: Files, now: datetime) -> None:
        partner = self.random.choice(PARTNERS)
        day = date(2018, 1, 1) + timedelta(days=self.random.randrange(40))
        path = f"{partner}/{day.isoformat()}.toml"
        if path in files:
            self._entry(files, path, now, 0.5)
            return
        ref = f"{partner}-{day:%Y%m%d}"
        title = self.random.choice(TITLES)
        head = self._head(now, title)
        meeting = head | {"ref": ref, "title": title, "date": day, "place": f"Place {self.name}"}
        files[path] = f"schema = 1\n\n{text_of_table('meeting', meeting, single=True)}".encode()

    def _body(self, files: Files, now: datetime) -> None:
        name = f"B{self.random.randrange(12)}"
        table = self._head(now, name) | {"name": name, "party": "JP", "title": f"By {self.name}"}
        files["dipltrack.toml"] += f"\n{text_of_table('body', table)}".encode()

    def _by_hand(self, files: Files) -> None:
        """A hand edits a place that this desk filed, or leaves a comment."""
        path = self.random.choice([path for path in files if "/" in path])
        text = files[path].decode()
        own = f'place = "Place {self.name}"'
        if own in text and self.random.random() < 0.5:
            text = text.replace(own, f"{own}  # {self.random.randrange(99)}", 1)
        else:
            text += f"# {self.name} looked at it: {self.random.randrange(10**6)}\n"
        files[path] = text.encode()

    def _entry(self, files: Files, path: str, now: datetime, choice: float) -> None:
        tables = parse(files[path].decode())
        items = tables.get("commitment", [])
        if not items or choice < 0.45:
            name, table, about = self._item(files, tables, now)
        elif choice < 0.55:
            name, table, about = self._document(tables)
        else:
            name, table, about = self._update(tables, items, now)
        text = text_of_table(name, self._head(now, about, tables) | table)
        files[path] += f"\n{text}".encode()

    def _item(
        self, files: Files, tables: dict[str, Any], now: datetime
    ) -> tuple[str, dict[str, Any], str]:
        refs = [
            ref
            for item in tables.get("commitment", [])
            for ref in (item["ref"], *item.get("was", []))
        ]
        own = tables["meeting"]["ref"]
        numbers = [int(r.rpartition("-")[2]) for r in refs if r.rpartition("-")[0] == own]
        title = f"Act {self.random.randrange(10**9)} of {self.name}"
        table: dict[str, Any] = {"ref": f"{own}-{max(numbers, default=0) + 1}", "title": title}
        documents = tables.get("document", [])
        if documents:
            table["document"] = self.random.choice(documents)["name"]
        if self.random.random() < 0.3 and (other := self._some_item(files)):
            table["follows"] = other["ref"]
            table["x_follows"] = other["title"]
        return "commitment", table, title

    def _some_item(self, files: Files) -> dict[str, Any] | None:
        path = self.random.choice([path for path in files if "/" in path])
        items: list[dict[str, Any]] = parse(files[path].decode()).get("commitment", [])
        return self.random.choice(items) if items else None

    def _document(self, tables: dict[str, Any]) -> tuple[str, dict[str, Any], str]:
        names = {d["name"] for d in tables.get("document", [])}
        name = self.random.choice(["release", "readout", "sankei"])
        while name in names:
            name += "x"
        table: dict[str, Any] = {"name": name}
        address = f"https://example.org/{self.random.randrange(5)}"
        if address not in {d.get("address") for d in tables.get("document", [])}:
            table["address"] = address
        return "document", table, name

    def _update(
        self, tables: dict[str, Any], items: list[dict[str, Any]], now: datetime
    ) -> tuple[str, dict[str, Any], str]:
        item = self.random.choice(items)
        note = f"Heard {self.random.randrange(10**9)}.\nBy {self.name}."
        table: dict[str, Any] = {"of": item["ref"], "date": now.date(), "note": note}
        updates = [u for u in tables.get("update", []) if u["of"] == item["ref"]]
        if updates and self.random.random() < 0.2:
            table["corrects"] = self.random.choice(updates)["id"]
        return "update", table, item["title"]

    def _head(
        self, now: datetime, about: str, tables: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        present = [
            one["recorded"]
            for raw in (tables or {}).values()
            for one in (raw if isinstance(raw, list) else [raw])
            if isinstance(one, dict)
        ]
        self.last = max([now, self.last, *present]) + timedelta(milliseconds=1)
        new = "".join(self.random.choices(ALPHABET, k=8))
        self.entered[new] = about
        return {"id": new, "recorded": self.last, "by": self.name}


def lost(files: Files, desks: list[Desk]) -> list[str]:
    """What is missing in the ledger, or is about something else than its desk meant."""
    found: dict[str, str] = {}
    links: list[str] = []
    titles: dict[str, str] = {}
    tables = [parse(data.decode()) for data in files.values()]
    for file in tables:
        titles |= {item["ref"]: item["title"] for item in file.get("commitment", [])}
    for file in tables:
        for name, raw in file.items():
            for one in raw if isinstance(raw, list) else [raw]:
                if not isinstance(one, dict) or "id" not in one:
                    continue
                about = titles.get(one["of"], "") if name == "update" else one.get("title", "")
                about = one["name"] if name in {"document", "body"} else about
                found |= dict.fromkeys((one["id"], *one.get("was", [])), about)
                if "x_follows" in one and titles.get(one["follows"]) != one["x_follows"]:
                    links.append(f"{one['ref']} follows {one['follows']}, not {one['x_follows']}")
    wrong = [
        f"{new}: {about} of {desk.name} is {found.get(new)}"
        for desk in desks
        for new, about in desk.entered.items()
        if new not in found or (about.startswith("Act") and found[new] != about)
    ]
    return wrong + links
