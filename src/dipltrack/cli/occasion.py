"""An occasion as it is typed: its partner, who took part, a day that is still to come."""

from datetime import date

from dipltrack.cli.options import names_of
from dipltrack.cli.output import warn
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.countries import COUNTRIES, mistaken_for
from dipltrack.model.ref import PARTNER
from dipltrack.reports.partners import country_named

_COUNTRY = 2
"""Letters of the code of a country."""

_WINDOWS_KEEPS = frozenset({"CON", "PRN", "AUX", "NUL"})
"""Names that stand for devices there, whatever the folder."""


def warn_if_ahead(session: Session, day: date) -> None:
    """Warns of a meeting that is still to come: what it promised is in no list before."""
    if day > session.today:
        warn(f"warning: {day} is still to come: no list shows it before; meeting set corrects it")


def partner_typed(text: str, option: str = "--partner") -> str:
    """The code of a partner as it was typed. Raises WrongUsageError for what is none."""
    code, meant = text.strip().upper(), mistaken_for(text)
    is_code = PARTNER.fullmatch(code) and (
        len(code) == _COUNTRY or not code.isalpha() or code == text.strip()
    )
    if code in _WINDOWS_KEEPS:
        raise WrongUsageError(
            f"{option} {code}: Windows lets no folder bear this name, and some desk may use it; "
            f"write one digit more, as {code}1"
        )
    if meant is None and is_code and (len(code) != _COUNTRY or code in COUNTRIES):
        return code
    meant = meant or country_named(text)
    if meant is not None:
        raise WrongUsageError(f'{option} "{text}" is no code: did you mean {meant}?')
    if is_code:
        raise WrongUsageError(f"{option} {code} is no country of ISO 3166, nor EU or UN")
    raise WrongUsageError(
        f'{option} "{text}" is no code: two letters for a country, as TR; three or more '
        f"capitals, digits or + for an organisation, as ASEAN+3"
    )


def parties_typed(typed: list[str] | str | None, ours: str) -> tuple[str, ...]:
    """All who took part, as typed, ours among them; none where none was typed."""
    named = tuple(partner_typed(code, "--parties") for code in names_of(typed))
    return named if ours in named or not named else (ours, *named)
