"""What a script is answered: JSON, whole or streamed item by item, to where the answer goes."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from dipltrack.cli.delivery import Delivery
from dipltrack.cli.output import put
from dipltrack.model.text import escaped, json_text


def show_json(content: object, goes: Delivery | None = None) -> None:
    """Writes the content as JSON to where it goes, two spaces a level, not escaped."""
    import json  # 1 ms at a start

    text = escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
    if goes is None:
        put(text)
    else:
        with goes.lines() as line:
            line(text)


def stream_json(
    head: Mapping[str, object], name: str, items: Iterable[object], goes: Delivery
) -> None:
    """Writes what `show_json` writes of the head with the items as its last key, some at a time.

    However many there are, none is kept: a pipe takes them as they are made.
    """
    with goes.lines() as line:
        _stream_json(head, name, items, line)


def _stream_json(
    head: Mapping[str, object],
    name: str,
    items: Iterable[object],
    line: Callable[[str], object],
) -> None:
    line(json_text(head)[:-2] + f',\n  "{name}": [')
    joint = "\n    "
    rest = iter(items)
    while some := list(islice(rest, _AT_ONCE)):
        texts = (json_text(item).replace("\n", "\n    ") for item in some)
        line(joint + ",\n    ".join(texts))
        joint = ",\n    "
    line("]\n}\n" if joint == "\n    " else "\n  ]\n}\n")


_AT_ONCE = 20
"""Items that are written together."""
