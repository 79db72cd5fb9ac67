"""Addresses in a text: which of them may become links."""

import re
from collections.abc import Iterator

_FOUND = re.compile(
    r"(?:https?://|mailto:)[^\s<>\"`{}|\\^\[\]‹›“”「」『』、。（）]{1,2000}", re.IGNORECASE
)
_SAFE = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_~"


def is_linked(address: str) -> bool:
    """True for what may become a link: an address of the web or of mail, and nothing that acts.

    >>> is_linked("https://example.org"), is_linked("javascript:alert(1)"), is_linked("file:///x")
    (True, False, False)
    """
    return address.isprintable() and _SAFE.fullmatch(address) is not None


def parted_at_addresses(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and of each whether it is an address; no letter of it is lost.

    What ends a sentence does not belong to the address before it.

    >>> list(parted_at_addresses("see https://example.org/a."))
    [('see ', False), ('https://example.org/a', True), ('.', False)]
    """
    at = 0
    for found in _FOUND.finditer(text):
        address = _without_end(found[0])
        if not is_linked(address):
            continue
        if found.start() > at:
            yield text[at : found.start()], False
        yield address, True
        at = found.start() + len(address)
    if at < len(text):
        yield text[at:], False


def _without_end(address: str) -> str:
    while address and (
        address[-1] in _TRAILING
        or (address[-1] == ")" and address.count(")") > address.count("("))
    ):
        address = address[:-1]
    return address
