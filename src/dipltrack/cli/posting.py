"""How reminders are handed out: by a mail server, as drafts; and what is said of each letter."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from dipltrack.cli.json_answer import show_json
from dipltrack.cli.options import word_of
from dipltrack.cli.output import say, warn
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.cli.waiting import log, make_sure_of_room
from dipltrack.model.address import is_address, is_own_machine, server_of
from dipltrack.model.vocabulary import Channel, Encryption
from dipltrack.register.view import View
from dipltrack.remind.letters import Letter, Told, address_of, counted, letters_of, way_to
from dipltrack.remind.output import json_of
from dipltrack.reports.machine import document_of

if TYPE_CHECKING:
    from dipltrack.remind.mail import Server

USER, PASSWORD = "DIPLTRACK_SMTP_USER", "DIPLTRACK_SMTP_PASSWORD"


class Post(Struct, frozen=True, kw_only=True):
    """The ways that were asked for: a server to mail by, a folder for drafts, or neither."""

    server: "Server | None" = None
    sender: str | None = None
    folder: Path | None = None
    ways: frozenset[Channel] = frozenset({Channel.MAIL, Channel.DRAFT})

    @property
    def hands_out(self) -> bool:
        """True where reminders leave; else they are printed."""
        return self.server is not None or self.folder is not None

    def hand_out(
        self, session: Session, view: View, told: Sequence[Told], *, as_json: bool
    ) -> bool:
        """Hands the reminders out, one letter after another; each is logged once it is accepted.

        True where some were not. What went out is said on standard output, what did not on
        standard error. Raises OSError where they could not be logged: then no more goes out.
        """
        letters = letters_of(told, session.settings, view.as_of)
        for letter in letters:
            _say_what_is_kept(letter)
        letters = [letter for letter in letters if letter.reminders]
        if letters:
            make_sure_of_room(session, view.as_of, len(told))
        failed = False
        out: list[Told] = []
        for channel, letter, place, refused in self._handed(session, letters):
            count = counted(len(letter.reminders))
            if refused is not None:
                failed = True
                warn(f"{_named(letter)}: {count} not sent: {refused}")
                continue
            _log_handed(session, view, letter, channel, place)
            out += letter.reminders
            if not as_json:
                say(f"{_named(letter)}: {count}, {place}")
        if as_json:
            show_json(document_of(view.as_of, None, reminders=json_of(out, view.as_of)))
        return failed

    def _handed(
        self, session: Session, letters: Sequence[Letter]
    ) -> Iterator[tuple[Channel, Letter, str, str | None]]:
        """Each letter once it was handed out: its channel, where it is now, why it was refused."""
        way = way_to(session.settings)
        if self.server is not None and self.sender is not None:
            from dipltrack.remind.mail import sent

            mails = [one for one in letters if way(one.to) is Channel.MAIL]
            for done in sent(mails, self.server, self.sender, session.now):
                yield Channel.MAIL, done.letter, "mailed", done.refused
        if self.folder is not None:
            from dipltrack.remind.drafts import write_draft

            for letter in letters:
                if way(letter.to) is Channel.DRAFT:
                    path = write_draft(self.folder, letter, self.sender, session.now)
                    yield Channel.DRAFT, letter, f"{path}", None


def post_of(
    session: Session,
    smtp: str | None,
    sender: str | None,
    encryption: str | None,
    folder: Path | None,
    *,
    mail: bool,
    dry: bool,
) -> Post:
    """The ways that were typed, what is missing taken from the settings. Raises WrongUsageError."""
    ways = {Channel.MAIL} if mail else set()
    ways |= {Channel.DRAFT} if folder is not None else set()
    typed = frozenset(ways or {Channel.MAIL, Channel.DRAFT})
    address = sender or session.settings.mail.from_
    if address is not None and not is_address(address):
        raise WrongUsageError(
            f'--from "{address}" is no plain mail address: write me1@example.org'
        )
    if not mail or dry:
        return Post(folder=folder, sender=address, ways=typed)
    if address is None:
        raise WrongUsageError("--from is needed, or from in [mail]: whose mail is it?")
    server = _server(session, smtp, encryption)
    return Post(server=server, sender=address, folder=folder, ways=typed)


def _server(session: Session, smtp: str | None, encryption: str | None) -> "Server":
    from dipltrack.remind.mail import Server, usual_encryption

    settings = session.settings.mail
    text = smtp or settings.smtp
    if not text:
        raise WrongUsageError("--smtp is needed, or smtp in [mail]: by which server?")
    named = server_of(text)
    if named is None:
        raise WrongUsageError(f'--smtp "{text}" is no HOST:PORT: write mail.example.org:587')
    host, port = named
    typed = word_of(Encryption, encryption, "--encryption") if encryption else settings.encryption
    chosen = typed or usual_encryption(host, port)
    if chosen is Encryption.NONE and not is_own_machine(host):
        raise WrongUsageError(
            f"--encryption none: anybody could read what goes to {host}; write starttls or tls"
        )
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if (user is None) != (password is None):
        raise WrongUsageError(f"{USER} and {PASSWORD} go together: set both, or neither")
    if user is not None and chosen is Encryption.NONE:
        raise WrongUsageError(f"{PASSWORD} would go unprotected: write --encryption starttls")
    return Server(host=host, port=port, encryption=chosen, user=user, password=password)


def _log_handed(
    session: Session, view: View, letter: Letter, channel: Channel, place: str
) -> None:
    """Logs what was handed out; where that cannot be, it says that the letter is out all the same."""
    try:
        log(session, view.as_of, letter.reminders, channel)
    except BaseException:
        count = counted(len(letter.reminders))
        again = "not logged: the next run hands it out again"
        warn(f"{_named(letter)}: {count}, {place}, but {again}")
        raise


def _say_what_is_kept(letter: Letter) -> None:
    """Names what a body of another side may not see: it stays due, for somebody else to say."""
    if letter.kept:
        refs = ", ".join(one.due.ref for one in letter.kept)
        mend = "dipltrack update REF --set handling=partner lets it"
        warn(f"{letter.to}: left out, since it may not see them: {refs} — {mend}")


def _named(letter: Letter) -> str:
    address = address_of(letter.body)
    return f"{letter.to or 'nobody'}{f' <{address}>' if address else ''}"
