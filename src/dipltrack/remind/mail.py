"""Letters as mails: made without any way to add a header, handed to a server, one at a time."""

import re
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any

from msgspec import Struct

from dipltrack.model.address import is_own_machine
from dipltrack.model.vocabulary import Encryption
from dipltrack.remind.letters import Letter, address_of

PATIENCE = 30
"""Seconds for which a server's answer is waited for."""
_TLS_PORT = 465
_FROM = re.compile("^From ", re.MULTILINE)
"""A line that old mailboxes take for the beginning of a mail, and write anew (RFC 2049, 3)."""
_LINE = 78
"""Letters of a line that every mail program shows (RFC 5322, 2.1.1)."""


class _SubjectWhole(EmailPolicy):
    """Mails for SMTP, a subject that does not stand on one plain line encoded as a whole.

    Folded or encoded in parts, as Python 3.11 does it, it reads back with spaces lost or added.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:  # noqa: ANN401
        """The line of the head with its name, folded."""
        text = str(value)
        plain = text.isascii() and text == text.strip() and "=?" not in text
        if name != "Subject" or (plain and len(f"{name}: {text}") <= _LINE):
            return super().fold_binary(name, value)
        encoded = Header(text, "utf-8", header_name=name).encode(linesep=self.linesep)
        return f"{name}: {encoded}{self.linesep}".encode()


_POLICY = _SubjectWhole(linesep="\r\n")


class Server(Struct, frozen=True, kw_only=True):
    """The server that mails are handed to; user and password where it wants them."""

    host: str
    port: int
    encryption: Encryption
    user: str | None = None
    password: str | None = None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


class Outcome(Struct, frozen=True):
    """A letter, and why the server did not take it; None where it did."""

    letter: Letter
    refused: str | None


def usual_encryption(host: str, port: int) -> Encryption:
    """How the way to a server is kept secret where nobody says it.

    >>> usual_encryption("mail.example.org", 587).value, usual_encryption("localhost", 25).value
    ('starttls', 'none')
    """
    if port == _TLS_PORT:
        return Encryption.TLS
    return Encryption.NONE if is_own_machine(host) else Encryption.STARTTLS


def mail_of(
    letter: Letter, sender: str | None, moment: datetime, *, draft: bool = False
) -> EmailMessage:
    """The letter as a mail. The same letter has the same Message-ID, so that a repeat is known.

    Addresses are plain ones, checked before; nothing else of the ledger stands in the head but
    the desk's name, on one line. A draft may lack addresses, and opens as one in mail programs.
    """
    mail = EmailMessage(policy=_POLICY)
    if sender:
        mail["From"] = sender
    if address := address_of(letter.body):
        mail["To"] = address
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(moment)
    domain = sender.rpartition("@")[2] if sender else "dipltrack.invalid"
    mail["Message-ID"] = f"<{letter.key}@{domain}>"
    if draft:
        mail["X-Unsent"] = "1"
    else:
        mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text, cte="quoted-printable")
    mail.set_payload(_FROM.sub("=46rom ", str(mail.get_payload())))
    return mail


def sent(
    letters: Sequence[Letter], server: Server, sender: str, moment: datetime
) -> Iterator[Outcome]:
    """Hands one letter after another to the server, and says of each whether it was accepted.

    One counts as accepted only once the server has said so. After a connection that broke, the
    next is tried over a new one; where there is none to be had, none of the rest is accepted.
    """
    connection: smtplib.SMTP | None = None
    try:
        for number, letter in enumerate(letters):
            try:
                connection = connection or _connected(server)
            except (OSError, smtplib.SMTPException) as error:
                none = f"{server}: {_said(error)}"
                yield from (Outcome(rest, none) for rest in letters[number:])
                return
            why = _refused(connection, letter, sender, moment)
            if why is not None and not _is_alive(connection):
                connection.close()
                connection = None
            yield Outcome(letter, why)
    finally:
        if connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()


def _refused(
    connection: smtplib.SMTP, letter: Letter, sender: str, moment: datetime
) -> str | None:
    """Why the server did not accept the letter, or None."""
    to = address_of(letter.body)
    if to is None:
        return "it has no plain mail address: dipltrack body add NAME --mail ADDRESS"
    try:
        connection.sendmail(sender, [to], mail_of(letter, sender, moment).as_bytes())
    except (OSError, smtplib.SMTPException) as error:
        return _said(error)
    return None


def _is_alive(connection: smtplib.SMTP) -> bool:
    try:
        return connection.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def _connected(server: Server) -> smtplib.SMTP:
    """A connection over which nothing goes unprotected. Raises OSError, SMTPException."""
    trust = ssl.create_default_context()
    if server.encryption is Encryption.TLS:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=PATIENCE, context=trust
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        if server.encryption is Encryption.STARTTLS:
            connection.starttls(context=trust)
        if server.user is not None and server.password is not None:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _said(error: Exception) -> str:
    """What the server or the machine said, in a line."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, text = next(iter(error.recipients.values()))
            return _answer(code, text)
        case smtplib.SMTPResponseException():
            return _answer(error.smtp_code, error.smtp_error)
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted ({error.verify_message})"
        case OSError():
            return error.strerror or str(error) or type(error).__name__
        case _:
            return str(error) or type(error).__name__


def _answer(code: int, text: bytes | str) -> str:
    if code < 0:
        return "it does not answer as a mail server does"
    said = text.decode(errors="replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(said.split())}"
