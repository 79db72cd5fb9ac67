"""Finite verbs that no mark tells: a present, a past, an irregular one."""

import re

IRREGULAR = (
    "took|gave|went|came|made|met|held|began|rose|fell|left|saw|said|led|brought|sent|kept|ran|won|lost|"
    "spoke|wrote|built|bought|put|set|cut|grew|drew|paid|sold|found|thought|fought|sat|lay|stood|struck"
)
"""Pasts that do not end in -ed."""
_OPENS_SUBJECT = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "his",
        "her",
        "both",
        "each",
        "all",
        "any",
        "no",
        "in",
        "on",
        "at",
        "by",
        "after",
        "before",
        "as",
        "for",
        "with",
        "under",
        "these",
        "those",
        "this",
        "that",
        "it",
        "they",
        "he",
        "she",
        "we",
        "if",
        "when",
        "once",
        "among",
        "together",
        "not",
        "also",
        "from",
        "to",
    ]
)
"""Words behind "which" with which no verb begins."""


_NOUN = r"[a-z]+(?:tion|sion|ment|ity|ness|ance|ence)s?\b"
"""Words that no verb is: "for whose reconstruction a conference will be held"."""


def is_past_beside(clause: str, verb: str) -> bool:
    """True where what was done follows what is: "noted that the mandate ends in June and decided to …"."""
    joined = re.match(
        r"(.{12,}?),?\s+and\s+(?:\w+ly\s+|further\s+|also\s+|therefore\s+)?$", clause
    )
    past = re.match(rf"(?:\w+ed|{IRREGULAR}|undertook)\b", verb, re.IGNORECASE)
    if not joined or not past:
        return False
    told = re.sub(r"\b(?:be|is|are|been) \w+", "", joined[1])  # "must be met" tells of no past
    return not re.search(rf"\b(?:\w+ed|{IRREGULAR}|was|were|had|did)\b", told)


def has_own_verb(text: str) -> bool:
    """True where a relative clause had its verb, so that the future is that of the clause outside.

    "The two that are outstanding will …", "officials who met in May will …", "what they signed will …".
    """
    own = rf"(?:is|are|was|were|has|have|had|remains?|exists?|\w+ed|{IRREGULAR})"
    begins = re.match(rf"\s*(?:(?:also|still|already|not|now|again)\s+)*{own}\b", text)
    helped = re.search(r"\b(?:is|are|was|were|has been|have been|had been)\b", text)
    ends = re.search(rf"\s(?:\w+ed|{IRREGULAR})\s*$", text) and len(text.split()) > 1
    present = re.match(rf"\s*(?!{_NOUN})[a-z]+s?\s+(?:the|an?|its|their|this|that)\b", text)
    return bool(begins or helped or ends or present)


def begins_with_verb(text: str) -> bool:
    """True where a verb follows its relative at once, in the plural too: "which stand at 90"."""
    words = text.split()
    return (
        len(words) > 1
        and words[0].isalpha()
        and words[0].islower()
        and (words[0] not in _OPENS_SUBJECT and not words[0].endswith("ly"))
    )


def has_verb(text: str) -> bool:
    """True where some word of the text may be a finite verb."""
    usual = r"is|are|was|were|has|have|had|does|did|can|may|\w+ed|\w+(?<!s)s"
    return bool(re.search(rf"\b(?:{usual}|{IRREGULAR})\b", text))
