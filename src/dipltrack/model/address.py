"""Mail addresses and servers, as far as they can be told to be sound before they are used."""

import re

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_ADDRESS = re.compile(rf"{_LOCAL}@{_HOST}")
_SERVER = re.compile(rf"({_HOST}|\[[0-9A-Fa-f:.]+\]):([0-9]{{1,5}})")
_OWN = re.compile(r"localhost|127(\.[0-9]{1,3}){3}|::1")


def is_address(text: str) -> bool:
    r"""True for one plain mail address (RFC 5321), without a name, a quote or a comment.

    Only what is nothing but an address can stand in the head of a mail without adding to it. One
    with letters beyond ASCII is refused, for not every server on its way takes it; a domain of
    such letters is written in its own ASCII form, `xn--…`.

    >>> is_address("me1@example.org"), is_address("a@b.org, c@d.org"), is_address("a@b\nBcc: c@d")
    (True, False, False)
    """
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


def server_of(text: str) -> tuple[str, int] | None:
    """The host and port that `HOST:PORT` names, or None.

    >>> server_of("mail.example.org:587"), server_of("[::1]:25"), server_of("mail.example.org")
    (('mail.example.org', 587), ('::1', 25), None)
    """
    found = _SERVER.fullmatch(text)
    if found is None or not 0 < int(found[2]) < 65536:
        return None
    return found[1].strip("[]"), int(found[2])


def is_own_machine(host: str) -> bool:
    """True where what is sent to the host does not leave this machine.

    >>> is_own_machine("localhost"), is_own_machine("mail.example.org")
    (True, False)
    """
    return _OWN.fullmatch(host) is not None
