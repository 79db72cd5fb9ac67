"""The names of partners: of a country by the common locale data (CLDR), of a format its code."""

from functools import lru_cache


@lru_cache(maxsize=256)
def partner_name(code: str) -> str:
    """The name of a country, of the EU or the UN in English; else the code itself.

    >>> partner_name("TR"), partner_name("ASEAN+3")
    ('Türkiye', 'ASEAN+3')
    """
    from babel import Locale

    return str(Locale.parse("en").territories.get(code, code))
