"""A Japanese verb in its plain form."""

_STEMS = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))


def plain_form(words: str) -> str:
    """The words with a polite verb in its plain form: 行います is 行う.

    >>> plain_form("訓練を行います"), plain_form("設けます"), plain_form("できます")
    ('訓練を行う', '設ける', 'できる')
    """
    if not words.endswith("ます"):
        return words
    stem = words[:-2]
    if stem.endswith(("でき", "い")) and not stem.endswith(
        ("行い", "使い", "払い", "担い", "扱い", "願い")
    ):
        return stem + "る"
    if stem.endswith("し"):
        return stem[:-1] + "する"
    return stem[:-1] + _STEMS[stem[-1]] if stem[-1] in _STEMS else stem + "る"
