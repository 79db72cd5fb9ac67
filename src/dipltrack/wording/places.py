"""Where a place lies: whose seasons it has, and how it writes a date."""

SOUTHERN = frozenset(
    [
        "AO",
        "AR",
        "AU",
        "BO",
        "BR",
        "BW",
        "CK",
        "CL",
        "FJ",
        "ID",
        "KM",
        "LS",
        "MG",
        "MU",
        "MW",
        "MZ",
        "NA",
        "NC",
        "NR",
        "NZ",
        "PE",
        "PF",
        "PG",
        "PY",
        "RW",
        "SB",
        "SC",
        "SZ",
        "TL",
        "TO",
        "TV",
        "TZ",
        "UY",
        "VU",
        "WS",
        "ZA",
        "ZM",
        "ZW",
    ]
)
"""Countries whose capital, or most of the land, lies south of the equator."""

SOUTHERN_NAMES = frozenset(
    [
        "angola",
        "antananarivo",
        "apia",
        "argentina",
        "asunción",
        "asuncion",
        "auckland",
        "australia",
        "bolivia",
        "botswana",
        "brasilia",
        "brasília",
        "brazil",
        "brisbane",
        "buenos aires",
        "canberra",
        "cape town",
        "chile",
        "dili",
        "durban",
        "fiji",
        "gaborone",
        "harare",
        "honiara",
        "indonesia",
        "jakarta",
        "johannesburg",
        "la paz",
        "lilongwe",
        "lima",
        "luanda",
        "lusaka",
        "madagascar",
        "malawi",
        "maputo",
        "maseru",
        "mauritius",
        "melbourne",
        "montevideo",
        "mozambique",
        "namibia",
        "nauru",
        "new zealand",
        "papua new guinea",
        "paraguay",
        "perth",
        "peru",
        "port louis",
        "port moresby",
        "port vila",
        "pretoria",
        "rio de janeiro",
        "samoa",
        "santiago",
        "são paulo",
        "sao paulo",
        "solomon islands",
        "south africa",
        "suva",
        "sydney",
        "tanzania",
        "timor-leste",
        "tonga",
        "uruguay",
        "vanuatu",
        "wellington",
        "windhoek",
        "zambia",
        "zimbabwe",
    ]
)
"""Southern countries and cities by name, in small letters."""

_FIRST_WORDS = frozenset(name.split()[0] for name in SOUTHERN_NAMES)


def is_southern(place: str | None) -> bool:
    """True where the seasons of that place, a country's code or a name, are those of the south.

    A place that is not known is taken for a northern one: most ministries' partners are.

    >>> is_southern("AR"), is_southern("Ankara"), is_southern("Buenos Aires, Argentina")
    (True, False, True)
    """
    if not place:
        return False
    if len(place) == 2:
        return place.upper() in SOUTHERN
    return any(part.strip() in SOUTHERN_NAMES for part in place.lower().split(","))


def names_the_south(text: str) -> bool:
    """True where the words name a southern country or city.

    >>> names_the_south("next spring in buenos aires")
    True
    """
    words = text.replace(",", " ").split()
    if _FIRST_WORDS.isdisjoint(words):
        return False
    firsts = [at for at, word in enumerate(words) if word in _FIRST_WORDS]  # "la" too: La Paz
    runs = (words[at : at + size] for at in firsts for size in (1, 2, 3))
    return any(" ".join(run) in SOUTHERN_NAMES for run in runs)


def writes_month_first(place: str | None) -> bool:
    """True where 3/4/2019 is the fourth of March: in the United States.

    >>> writes_month_first("US"), writes_month_first("GB")
    (True, False)
    """
    return place is not None and place.upper() == "US"
