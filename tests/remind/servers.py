"""Real mail servers on this machine, which accept, refuse, drop the connection, or wait to be told."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

Answer = Callable[[Envelope, int], str]
"""What the server says to a message, by its envelope and how many were handed to it before."""


def accepts(_: Envelope, __: int) -> str:
    """Takes every message."""
    return "250 taken"


class Postbox:
    """What a server was handed and took, and how it answers."""

    def __init__(
        self, answer: Answer = accepts, drops: Callable[[int], bool] | None = None
    ) -> None:
        self.taken: list[EmailMessage] = []
        self.handed: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.refused_addresses: set[str] = set()
        self.logins: list[tuple[str, str]] = []
        self.encrypted: list[bool] = []
        self.rcpt_tos: list[str] = []
        self.answer = answer
        self._drops = drops

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Refuses the addresses that it should."""
        if address in self.refused_addresses:
            return "550 5.1.1 no such post here"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Answers, or drops the connection before it does; what it took is kept."""
        number = len(self.handed)
        mail = message_from_bytes(envelope.original_content or b"", policy=default)
        self.handed.append(mail)
        self.raw.append(envelope.original_content or b"")
        self.encrypted.append(session.ssl is not None)
        self.rcpt_tos += envelope.rcpt_tos
        if self._drops and self._drops(number):
            assert server.transport is not None
            server.transport.abort()  # type: ignore[attr-defined]
            return "451 gone"
        answer = self.answer(envelope, number)
        if answer.startswith("250"):
            self.taken.append(mail)
        return answer

    def authenticate(
        self, _server: object, _session: object, _envelope: object, _how: object, data: object
    ) -> AuthResult:
        """Takes one user and password."""
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=self.logins[-1] == ("desk", "secret"), handled=False)

    @property
    def recipients(self) -> list[str]:
        """To whom the messages went that it took."""
        return [str(mail["To"]) for mail in self.taken]


@contextmanager
def server_of(
    box: Postbox, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Runs the server; gives its HOST:PORT."""
    options: dict[str, Any] = {"hostname": "127.0.0.1", "port": 0}
    if starttls is not None:
        options |= {
            "tls_context": starttls,
            "require_starttls": True,
            "authenticator": box.authenticate,
        }
    controller = _Controller(box, ssl_context=tls, **options)
    controller.start()
    try:
        yield f"localhost:{controller.bound_port}"
    finally:
        controller.stop()


@contextmanager
def rude_server(*answers: bytes) -> Iterator[str]:
    """A server that says one thing after another, whatever it hears, and hangs up; its HOST:PORT."""

    class Rude(StreamRequestHandler):
        def handle(self) -> None:
            for answer in answers:
                self.wfile.write(answer)
                self.rfile.readline()

    with ThreadingTCPServer(("127.0.0.1", 0), Rude) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"localhost:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


class _Controller(Controller):
    """A controller on a port that the machine chooses."""

    bound_port = 0

    def _trigger_server(self) -> None:
        server: Any = self.server
        self.port = self.bound_port = server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


def certificate(folder: Path, *names: str) -> tuple[ssl.SSLContext, Path]:
    """A server's context with a certificate for the names, and the file of who vouches for it."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(*names).configure_cert(context)
    file = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    return context, file
