"""Items that hang together and were read together: their spans are right at once."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from dipltrack.ledger.contents import MeetingFile
from dipltrack.register.index.hanging import TOGETHER, reached
from dipltrack.register.index.links import spans_in
from dipltrack.register.index.rows import FileRows
from dipltrack.register.view import View


def joined_in(
    files: Mapping[str, MeetingFile], rows: Mapping[str, FileRows], view: View
) -> dict[str, list[frozenset[str]]]:
    """The groups that lie whole in the files, each under the path of its first; mends their rows.

    A group of which an item stands in no file, or in two, is left to be joined by the index.
    """
    paths: defaultdict[str, list[str]] = defaultdict(list)
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for path, one in rows.items():
        for item in one.items:
            paths[item.ref].append(path)
            for sort, other in item.links:
                if sort in TOGETHER:
                    linked[item.ref].add(other)
                    linked[other].add(item.ref)
    joined: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    done: set[str] = set()
    for ref in linked:
        if ref in done:
            continue
        group = reached(linked, ref)
        done |= group
        if all(len(paths.get(one, ())) == 1 for one in group):
            among = sorted({paths[one][0] for one in group})
            _mend(rows, [files[path] for path in among], group, view)
            joined[among[0]].append(frozenset(group))
    return joined


def _mend(
    rows: Mapping[str, FileRows], files: list[MeetingFile], group: set[str], view: View
) -> None:
    """Puts the spans of the group's items in the place of those as if each stood alone."""
    for path, ref, spans in spans_in(files, group, view):
        items = rows[path].items
        at = next(number for number, item in enumerate(items) if item.ref == ref)
        items[at] = replace(items[at], spans=spans)
