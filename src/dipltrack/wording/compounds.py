"""Words that hold several words of time: "im" is in the, "Jahreshälfte" the half of a year."""

from collections.abc import Mapping
from typing import Any

from dipltrack.wording.tokens import Kind, Token

Part = tuple[Kind, Any]


def parted(tokens: list[Token], compounds: Mapping[str, tuple[Part, ...]]) -> list[Token]:
    """The tokens, where each compound stands as its parts.

    The first part carries the text and the place of the whole, so that names and near readings
    are shown as they are written; the others carry none.

    >>> im = Token(Kind.WORD, None, "im", 0, 2)
    >>> [token.kind.name for token in parted([im], {"im": ((Kind.IN, None), (Kind.THE, None))})]
    ['IN', 'THE']
    """
    found: list[Token] = []
    for token in tokens:
        parts = compounds.get(token.text)
        if parts is None:
            found.append(token)
            continue
        kind, value = parts[0]
        found.append(token._replace(kind=kind, value=value))
        found += [Token(kind, value, "", token.end, token.end) for kind, value in parts[1:]]
    return found
