"""Items that hang together and were read together: their spans are right at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from dipltrack.ledger.contents import MeetingFile
from dipltrack.register.index.hanging import TOGETHER, reached
from dipltrack.register.index.links import joined_spans, spans_in
from dipltrack.register.index.rows import Key, Lived
from dipltrack.register.index.spans import Spans
from dipltrack.register.view import View


class Joined(Struct, frozen=True):
    """The groups of refs, and the spans of their items."""

    groups: list[frozenset[str]] = field(default_factory=list)
    spans: dict[Key, Spans] = field(default_factory=dict)


def joined_in(
    files: Mapping[str, MeetingFile],
    lived: Mapping[str, Sequence[Lived]],
    view: View,
    since: date,
) -> Joined:
    """The groups that lie whole in the files, with the spans of their items from the day on.

    A group of which an item stands in no file, or in two, is left to be joined by the index.
    """
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for some in lived.values():
        for one in some:
            for sort, other in one.links:
                if sort in TOGETHER:
                    linked[one.life.item.ref].add(other)
                    linked[other].add(one.life.item.ref)
    places: defaultdict[str, list[tuple[str, Lived]]] = defaultdict(list)
    for path, some in lived.items():
        for one in some:
            if one.life.item.ref in linked:
                places[one.life.item.ref].append((path, one))
    # What was entered of a copy counts for an item of another file.
    copying = {p for p, file in files.items() if any(one.same_as for one in file.updates)}
    joined = Joined()
    done: set[str] = set()
    for ref in linked:
        if ref in done:
            continue
        group = reached(linked, ref)
        done |= group
        if all(len(places.get(one, ())) == 1 for one in group):
            found = sorted((places[one][0] for one in group), key=lambda place: place[0])
            joined.groups.append(frozenset(group))
            paths = sorted({path for path, _ in found})
            if not copying.isdisjoint(paths):
                spans = spans_in([files[path] for path in paths], group, view, since)
            else:
                spans = joined_spans(
                    [one.life for _, one in found], [one.states for _, one in found]
                )
            joined.spans.update(((path, item), some) for path, item, some in spans)
    return joined
