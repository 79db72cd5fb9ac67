"""What a command works with: the ledger, its settings, the day, who writes, the terminal."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import adler32, crc32

from dipltrack.cli import clock
from dipltrack.cli.usage import WrongUsageError

if TYPE_CHECKING:
    from dipltrack.ledger.mint import Stamp
    from dipltrack.model.fault import Fault
    from dipltrack.model.settings import Settings
    from dipltrack.register.ask import Register
    from dipltrack.register.view import View

LEDGER = "DIPLTRACK_LEDGER"
BY = "DIPLTRACK_BY"


class Session:
    """One call of the program. What it needs of the machine is asked for once, and only then."""

    def __init__(self, ledger: str | None) -> None:
        self.named = ledger
        self.told: set[str] = set()
        """What was told before anything was written: it is not told again after."""

    @cached_property
    def root(self) -> Path:
        """The folder of the ledger. Raises NoLedgerError."""
        from dipltrack.ledger.find import ledger_root

        if self.named:
            return ledger_root(self.named, Path.cwd(), user_ledger)
        by_variable = os.environ.get(LEDGER)
        return ledger_root(by_variable, Path.cwd(), user_ledger, source=LEDGER)

    @cached_property
    def _read(self) -> "tuple[Settings, list[Fault]]":
        from dipltrack.ledger.read import read_settings

        return read_settings(self.root)

    @property
    def settings(self) -> "Settings":
        """The settings of the ledger. Raises BrokenSettingsError."""
        return self._read[0]

    @cached_property
    def timezone(self) -> tzinfo | None:
        """The ledger's time zone; None for the machine's own."""
        name = self.settings.ledger.timezone
        return zone(name) if name else None

    @cached_property
    def now(self) -> datetime:
        """The moment of this call, in the ledger's time zone."""
        return clock.now(self.timezone)

    @property
    def today(self) -> date:
        """The day of this call, in the ledger's time zone."""
        return self.now.date()

    @cached_property
    def register(self) -> "Register":
        """The ledger as it is asked, its index in the user's cache folder."""
        from dipltrack.cli.progress import Progress
        from dipltrack.register.ask import Register

        return Register(
            self.root,
            self.settings,
            self.timezone,
            path=_index_path(self.root, self.timezone),
            moment=clock.stamp,
            report=Progress(),
        )

    @property
    def errors(self) -> "tuple[Fault, ...]":
        """The errors of every file, by which what is asked or written may lack something."""
        return self.register.errors(self.whole_view)

    def forget(self) -> None:
        """Forgets what was read: git, or a merge, has changed files since."""
        for name in ("_read", "timezone", "register"):
            self.__dict__.pop(name, None)

    def remove_index(self) -> None:
        """Removes the index: what must not be in the ledger must not be in the cache either."""
        path = _index_path(self.root, self.timezone)
        self.forget()
        for ending in ("", "-wal", "-shm") if path else ():
            with suppress(OSError):
                Path(f"{path}{ending}").unlink()

    def view(self, as_of: str | None = None, known_by: str | None = None) -> "View":
        """From where the question is asked: the days as typed, else today and everything."""
        from dipltrack.register.view import View

        return View(
            as_of=self.day("--as-of", as_of) or self.today,
            known_by=self.day("--known-by", known_by),
            timezone=self.timezone,
        )

    @property
    def whole_view(self) -> "View":
        """All that is on file, whatever its day: for finding what a ref means."""
        from dipltrack.register.view import View

        return View(as_of=date.max, timezone=self.timezone)

    def day(self, option: str, text: str | None) -> date | None:
        """The day that was typed for an option, or None. Raises WrongUsageError."""
        if text is None:
            return None
        if len(text) == len("2018-01-29"):  # the usual form needs no reading of words
            with suppress(ValueError):
                return date.fromisoformat(text)
        from dipltrack.wording.day import day_of
        from dipltrack.wording.unread import UnreadTimeError

        try:
            return day_of(text, self.today)
        except UnreadTimeError as error:
            raise WrongUsageError(f"{option}: {error}") from None

    def day_of(self, moment: datetime) -> date:
        """The day of a moment, in the ledger's time zone."""
        return moment.astimezone(self.timezone).date()

    def stamp(self) -> "Stamp":
        """Who writes, and when."""
        from dipltrack.ledger.mint import Stamp

        return Stamp(by=writer(self.root), now=self.now, seed=os.environ.get(clock.NOW))

    @contextmanager
    def writing(self, wait: float | None = None) -> "Iterator[Stamp]":
        """Holds the ledger's lock; gives who writes, and when.

        `wait` are the seconds for which another writer is waited for, where not the usual ones.
        Raises WrongUsageError for an example that was not named, LockedError.
        """
        from dipltrack.ledger.lock import WAIT, lock_of

        self.refuse_example()
        stamp = self.stamp()
        with lock_of(self.root, _holder(stamp.by, stamp.now), WAIT if wait is None else wait):
            yield stamp

    @contextmanager
    def reminding(self) -> "Iterator[None]":
        """Keeps other runs of `remind` on this machine waiting, but no writer of the ledger.

        Raises WrongUsageError for an example that was not named, LockedError.
        """
        with self._alone("remind"):
            yield

    @contextmanager
    def sharing(self) -> "Iterator[None]":
        """Keeps other runs of `sync` on this machine waiting, but no writer of the ledger.

        Raises WrongUsageError for an example that was not named, LockedError.
        """
        with self._alone("sync"):
            yield

    @contextmanager
    def _alone(self, command: str) -> "Iterator[None]":
        from dipltrack.ledger.lock import lock_of

        self.refuse_example()
        with lock_of(self.root, _holder(writer(self.root), self.now), name=command):
            yield

    def refuse_example(self) -> None:
        """Raises WrongUsageError for an example that was not named: nothing is written to it."""
        if self.settings.ledger.example and not self.named:
            raise WrongUsageError(
                f"{self.root} is an example: make a ledger of your own with dipltrack init DIR, "
                f"or name this one with --ledger"
            )


def _holder(by: str, now: datetime) -> str:
    """Who holds a lock, for those who wait."""
    return f"{by} (process {os.getpid()}, since {now:%H:%M:%S})"


def zone(name: str) -> tzinfo:
    """The time zone of that name of the IANA database. Raises BrokenSettingsError."""
    from zoneinfo import ZoneInfo

    from dipltrack.ledger.read import BrokenSettingsError
    from dipltrack.model.fault import Fault

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        wrong, mend = f'timezone = "{name}" is no time zone', 'write one such as "Asia/Tokyo"'
        raise BrokenSettingsError([Fault("dipltrack.toml", 0, wrong, mend)]) from None


def writer(root: Path) -> str:
    """Who writes: DIPLTRACK_BY, else the user's configuration, else git's user, else the login."""
    return os.environ.get(BY) or _configured_name() or _git_name(root) or _login()


def _login() -> str:
    import getpass

    return getpass.getuser()


def _index_path(root: Path, timezone: tzinfo | None) -> Path | None:
    """Where the index of the ledger lies; None where the machine names no folder for it.

    What the index keeps hangs on the time zone: in another it is another.
    """
    from dipltrack.register.index.schema import VERSION

    zone_name = str(timezone) if timezone else "/".join(time.tzname)
    named = f"{VERSION}\n{zone_name}\n{root.resolve()}"
    data = named.encode(errors="surrogateescape")
    key = f"{crc32(data):08x}{adler32(data):08x}"  # no secret; hashlib loads OpenSSL, 2 ms
    try:
        return _cache_folder(sys.platform) / f"{key}.sqlite"
    except (OSError, RuntimeError):
        return None


def _cache_folder(system: str) -> Path:
    """The user's own cache folder, in the place that the platform has for it.

    On Linux it is found without platformdirs, which takes 2 ms at a start: every question needs it.
    """
    if system == "linux" and "ANDROID_ROOT" not in os.environ:
        named = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(named) if named.startswith("/") else Path.home() / ".cache") / "dipltrack"
    from platformdirs import user_cache_path

    return user_cache_path("dipltrack", appauthor=False)


def user_ledger() -> Path:
    """The user's own ledger, in the data folder of the platform."""
    from platformdirs import user_data_path

    return user_data_path("dipltrack", appauthor=False)


def _configured_name() -> str | None:
    """`by` of the user's configuration file, `config.toml` in the platform's folder."""
    import tomllib

    from platformdirs import user_config_path

    path = user_config_path("dipltrack", appauthor=False) / "config.toml"
    try:
        by = tomllib.loads(path.read_text(encoding="utf-8")).get("by")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise WrongUsageError(f'{path}: {error}: write by = "kt" there') from None
    return by if isinstance(by, str) and by.strip() else None


def _git_name(root: Path) -> str | None:
    import subprocess

    command = ["git", "-C", str(root), "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=5)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None


def on_terminal() -> bool:
    """True where somebody sits at the terminal and can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()
