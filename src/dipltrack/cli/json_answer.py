"""What a script is answered: JSON, whole or streamed item by item, to where the answer goes."""

from collections.abc import Callable, Iterable, Mapping

from dipltrack.cli.delivery import Delivery
from dipltrack.cli.output import put
from dipltrack.model.text import escaped


def show_json(content: object, goes: Delivery | None = None) -> None:
    """Writes the content as JSON to where it goes, two spaces a level, not escaped."""
    import json  # 1 ms at a start: here and below only where JSON is asked for

    text = escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
    if goes is None:
        put(text)
    else:
        with goes.lines() as line:
            line(text)


def stream_json(
    head: Mapping[str, object], name: str, items: Iterable[object], goes: Delivery
) -> None:
    """Writes what `show_json` writes of the head with the items as its last key, one after another.

    However many there are, none is kept: a pipe takes each as it is made.
    """
    with goes.lines() as line:
        _stream_json(head, name, items, line)


def _stream_json(
    head: Mapping[str, object],
    name: str,
    items: Iterable[object],
    line: Callable[[str], object],
) -> None:
    import json

    line(escaped(json.dumps(head, ensure_ascii=False, indent=2))[:-2] + f',\n  "{name}": [')
    joint = "\n"
    for item in items:
        text = escaped(json.dumps(item, ensure_ascii=False, indent=2)).replace("\n", "\n    ")
        line(f"{joint}    {text}")
        joint = ",\n"
    line("]\n}\n" if joint == "\n" else "\n  ]\n}\n")
