"""A reminder that was issued, and what a desk may set about reminders."""

from typing import Annotated

from msgspec import Struct

from dipltrack.model.entry import DAYS, ONE_OR_LIST, Day, Entry
from dipltrack.model.vocabulary import Channel, Encryption, RuleName


class Reminder(Entry, frozen=True, kw_only=True):
    """One reminder that was issued: an item is reminded of by a rule for a day once only."""

    of: Annotated[str, "ref of the item"]
    rule: Annotated[RuleName, "what it is about"]
    for_: Annotated[Day, "the day that it was due on"]
    date: Annotated[Day, "the day on which it was issued"]
    channel: Annotated[Channel, "how it was issued"]
    to: Annotated[str | None, "body that it was for"] = None


class RuleSetting(Struct, frozen=True, kw_only=True):
    """A rule of reminders as the desk wants it; of several that fit an item the last counts.

    Where a rule is set, it is for the items that fit and for no other.
    """

    rule: Annotated[RuleName, "the rule"]
    off: Annotated[bool, "no reminders by it"] = False
    days: Annotated[tuple[int, ...], "days before or after the day that it counts from", DAYS] = ()
    every: Annotated[int | None, "and again every so many days"] = None
    partner: Annotated[tuple[str, ...], "only of these partners", ONE_OR_LIST] = ()
    sector: Annotated[tuple[str, ...], "only of these sectors", ONE_OR_LIST] = ()
    lead: Annotated[tuple[str, ...], "only of these leads", ONE_OR_LIST] = ()
    firmness: Annotated[tuple[str, ...], "only of these words of Firmness", ONE_OR_LIST] = ()


class MailServer(Struct, frozen=True, kw_only=True):
    """The server that mails are handed to. User and password only ever come from the environment."""

    smtp: Annotated[str | None, "`HOST:PORT`"] = None
    from_: Annotated[str | None, "address of the sender: the desk's own post"] = None
    encryption: Annotated[
        Encryption | None, "else `tls` at port 465, `none` on this machine, `starttls`"
    ] = None
