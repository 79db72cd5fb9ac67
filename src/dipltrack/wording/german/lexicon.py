"""The German lexicon: every ending, spelling and compound of the words of time."""

from collections.abc import Iterator, Mapping
from itertools import product

from dipltrack.wording.compounds import Part
from dipltrack.wording.denotation import Portion, Unit
from dipltrack.wording.german.words import EVENT_NAMES, EVENTS, NAMED, VALUED
from dipltrack.wording.tokens import Entry, Kind, Lexicon

_ADJECTIVE = ("e", "er", "es", "en", "em")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

_ONES = "zwei drei vier fünf sechs sieben acht neun"
_TEENS = """
    zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
    """
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_SOFT = ("mo", "di", "mi", "do", "fr", "sa", "em", "je", "jan", "jun", "sep")

_THE: Part = (Kind.THE, None)
_CONTRACTED: dict[str, tuple[Part, ...]] = {
    "im": ((Kind.IN, None), _THE),
    "ins": ((Kind.IN, None), _THE),
    "am": ((Kind.ON, None), _THE),
    "zum": ((Kind.ON, None), _THE),
    "zur": ((Kind.ON, None), _THE),
    "beim": ((Kind.AT, None), _THE),
    "vom": ((Kind.FROM, None),),
    "übers": ((Kind.OVER, None), _THE),
    "fürs": ((Kind.FOR, None), _THE),
    **{
        f"für {article} {word}": ((Kind.IN, None), (Kind.NEXT, 1))
        for article, word in (
            ("das", "kommende"),
            ("das", "nächste"),
            ("die", "kommende"),
            ("die", "nächste"),
            ("den", "kommenden"),
            ("den", "nächsten"),
        )
    },
    **{
        f"{words} der woche": ((Kind.IN, None), (Kind.THIS, 0), (Kind.UNIT, Unit.WEEK))
        for words in ("im laufe", "im verlauf")
    },
    **{
        f"{words} des monats": ((Kind.IN, None), (Kind.THIS, 0), (Kind.UNIT, Unit.MONTH))
        for words in ("im laufe", "im verlauf")
    },
    "des": ((Kind.OF, None), _THE),
    "bis zum": ((Kind.THROUGH, None), _THE),
    "bis zur": ((Kind.THROUGH, None), _THE),
    "bis zu den": ((Kind.THROUGH, None), _THE),
    "bis zu dem": ((Kind.THROUGH, None), _THE),
    "bis zu der": ((Kind.THROUGH, None), _THE),
    "bis zu diesem": ((Kind.THROUGH, None), (Kind.THIS, 0)),
    "bis ins": ((Kind.THROUGH, None), _THE),
    "vor": ((Kind.BEFORE, "ago"),),
    "woche vom": ((Kind.UNIT, Unit.WEEK), (Kind.OF, None), _THE),
    "woche um den": ((Kind.UNIT, Unit.WEEK), (Kind.OF, None), _THE),
    "woche ab dem": ((Kind.UNIT, Unit.WEEK), (Kind.BEGIN, None), _THE),
    "binnen jahresfrist": ((Kind.WITHIN, None), (Kind.NUMBER, 1), (Kind.UNIT, Unit.YEAR)),
    "binnen monatsfrist": ((Kind.WITHIN, None), (Kind.NUMBER, 1), (Kind.UNIT, Unit.MONTH)),
    "binnen wochenfrist": ((Kind.WITHIN, None), (Kind.NUMBER, 1), (Kind.UNIT, Unit.WEEK)),
    "monatshälfte": ((Kind.HALF, None), (Kind.OF, None), _THE, (Kind.UNIT, Unit.MONTH)),
    "wochenhälfte": ((Kind.HALF, None), (Kind.OF, None), _THE, (Kind.UNIT, Unit.WEEK)),
    **{
        f"{word} {unit}": ((Kind.NUMBER, 18), (Kind.UNITS, Unit.MONTH))
        for word in ("eineinhalb", "anderthalb", "einundeinhalb")
        for unit in ("jahre", "jahren")
    },
    **{
        f"zweieinhalb {unit}": ((Kind.NUMBER, 30), (Kind.UNITS, Unit.MONTH))
        for unit in ("jahre", "jahren")
    },
    **{
        f"{word}jahr{ending}": ((Kind.FISCAL, None), (Kind.UNIT, Unit.YEAR))
        for word in ("haushalts", "fiskal", "finanz", "rechnungs", "wirtschafts", "geschäfts")
        for ending in ("", "es", "s")
    },
}


def _compounds() -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Contractions and compounds, in every way they are written."""
    yield from _CONTRACTED.items()
    for number, names in VALUED[Kind.MONTH].items():
        of_month = ((Kind.OF, None), (Kind.MONTH, number))
        for name in (name.strip() for name in names.split(",")):
            yield f"{name}hälfte", ((Kind.HALF, None), *of_month)
            yield f"{name}woche", ((Kind.UNIT, Unit.WEEK), *of_month)
            yield f"{name}wochenende", ((Kind.UNIT, Unit.WEEKEND), *of_month)
            for word, portion in (("erst~", Portion.EARLY), ("letzt~", Portion.LATE)):
                for days in (f"{name}tage", f"{name}tagen"):
                    yield f"{word} {days}", ((Kind.PORTION, portion), (Kind.MONTH, number))
    for number, names in VALUED[Kind.WEEKDAY].items():
        for part in ("morgen", "vormittag", "mittag", "nachmittag", "abend"):
            yield f"{names.split(',')[0]}{part}", ((Kind.WEEKDAY, number),)
    for number, names in VALUED[Kind.SEASON].items():
        season = (Kind.SEASON, number)
        for name in (name.strip() for name in names.split(",")):
            yield f"früh{name}", ((Kind.EARLY, Portion.EARLY), season)
            yield f"spät{name}", ((Kind.PORTION, Portion.LATE), season)
            yield f"{name}monate", (season,)
            yield f"{name}monaten", (season,)
            yield f"{name}anfang", ((Kind.PORTION, Portion.EARLY), season)


def variants_of(phrase: str) -> list[str]:
    """The phrase with each ending for a tilde, and its umlauts written in both ways."""
    pieces = phrase.split("~")
    endings = product(_ADJECTIVE, repeat=len(pieces) - 1)
    forms = ["".join(map("".join, zip(pieces, (*some, ""), strict=True))) for some in endings]
    return list(dict.fromkeys(way for form in forms for way in (form, form.translate(_UMLAUTS))))


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every word and phrase, with what it is; the compounds as words, to be parted later."""
    tables = [(kind, None, words) for kind, words in NAMED.items()]
    tables += [
        (kind, value, words) for kind, group in VALUED.items() for value, words in group.items()
    ]
    tables.append((Kind.EVENT, None, f"{EVENTS}, {EVENT_NAMES}"))
    for kind, value, words in tables:
        for phrase in " ".join(words.split()).split(","):
            for form in variants_of(phrase.strip()):
                yield form, Entry(kind, value)
    for word, number in _numbers().items():
        for form in variants_of(word):
            yield form, Entry(Kind.NUMBER, number)
    for word, number in {"ein": 1, **_numbers()}.items():
        for form in variants_of(f"{_ordinal(word, number)}~"):
            yield form, Entry(Kind.ORDINAL, number)
    for phrase in COMPOUNDS:
        yield phrase, Entry(Kind.WORD, None)


def _numbers() -> Mapping[str, int]:
    ones = {word: at for at, word in enumerate(_ONES.split(), 2)}
    teens = {word: at for at, word in enumerate(_TEENS.split(), 10)}
    tens = {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
    both = {
        f"{one}und{ten}": tens[ten] + number
        for ten in tens
        for one, number in {"ein": 1, **ones}.items()
    }
    return {**ones, **teens, **tens, **both, "hundert": 100, "einhundert": 100}


def _ordinal(word: str, number: int) -> str:
    """The ordinal without its ending: "zweit", "zwanzigst"."""
    return _ORDINALS.get(number) or f"{word}{'t' if number < 20 else 'st'}"


COMPOUNDS = {form: parts for phrase, parts in _compounds() for form in variants_of(phrase)}
_LEXICON_ENTRIES = dict(_entries())
LEXICON = Lexicon(_LEXICON_ENTRIES.items(), soft=_SOFT)
EVENT_ENDINGS = tuple(form for word in EVENTS.split(",") for form in variants_of(word.strip()))
