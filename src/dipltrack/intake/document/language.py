"""In which language a document is written."""

import re
from collections import Counter

_KANA = re.compile(r"[\u3040-\u30ff]")
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in that for on with will be by is was they their which from",
    "fr": "le la les des de et à du en que pour dans une sur au par qui ont sont leur aux avec",
    "es": "el la los las de del y en que para una se por con al su un sus como más",
    "de": "der die das und in den von zu mit dem des für auf ist im eine werden sich",
    "tr": "ve bir bu ile için olarak da de olan iki gibi daha en arasında",
    "it": "il di e la che per in del della dei un una con sono le delle alla nel",
    "pt": "o a de e do da que em os para as no na com dos uma pelo ao das se não",
    "nl": "de het een en van in dat te voor met op zijn is aan door worden",
    "pl": "i w na z do że się o oraz przez dla od jest po nie",
    "id": "dan yang di untuk dengan dalam pada kedua akan dari ini",
    "vi": "và của các trong cho với là được hai việc",
    "sv": "och i att det som en på är av för med den till",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def written_in(text: str) -> str | None:
    """The language of a document by its commonest words; None where they tell of none.

    >>> written_in("The two ministers agreed that the talks will go on in the spring.")
    'en'
    >>> written_in("両大臣は、来年春に会合を開くことで一致した。"), written_in("Министры договорились")
    ('ja', None)
    """
    head = text[:20000]
    if len(_KANA.findall(head)) * 12 > len(head.replace(" ", "")):
        return "ja"
    counted = Counter(word.lower() for word in _WORD.findall(head))
    whole = sum(counted.values())
    if not whole:
        return None
    scores = {language: sum(counted[word] for word in words) for language, words in _SETS.items()}
    best = max(scores, key=lambda language: scores[language])
    if scores[best] * 12 < whole and whole > 20:
        return None
    return best if scores[best] else None
