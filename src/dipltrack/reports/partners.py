"""The names of partners: of a country by the common locale data (CLDR), of a format its code."""

from functools import lru_cache

from dipltrack.model.countries import COUNTRIES
from dipltrack.model.folding import folded


@lru_cache(maxsize=256)
def partner_name(code: str) -> str:
    """The name of a country, of the EU or the UN in English; else the code itself.

    >>> partner_name("TR"), partner_name("ASEAN+3")
    ('Türkiye', 'ASEAN+3')
    """
    from babel import Locale

    return str(Locale.parse("en").territories.get(code, code))


_NAMED_IN = ("en", "ja", "fr", "de", "es", "tr")


def country_named(text: str) -> str | None:
    """The code of the country of that name in a language that is read; None where there is none.

    >>> country_named("türkiye"), country_named("日本"), country_named("Atlantis")
    ('TR', 'JP', None)
    """
    from babel import Locale

    typed = folded(text.strip())
    for lang in _NAMED_IN:
        for code, name in Locale.parse(lang).territories.items():
            if code in COUNTRIES and folded(str(name)) == typed:
                return str(code)
    return None
