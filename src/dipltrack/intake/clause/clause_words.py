"""Words about a verb by which its clause is known: what joins, opens, or stands before it."""

import re

AND = re.compile(
    r"(?:^|[\s,;])(?:and|but|or|as well as|et|mais|ou|y|e|pero|o|sino)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
AND_LAST = re.compile(
    r"(?:,\s*)?\b(?:and|but|et|mais|y|e|pero)\b\s*(?:also|further|that|que|qu['’])?\s*$",
    re.IGNORECASE,
)
IN_FUTURE = re.compile(
    r"\b(?:be|being|will|shall|would|to|should|may|can|must)\s+(?:\w+ly\s+|also\s+|then\s+|jointly\s+)?$",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"\b(?:to|at|in|on|of|for|from|with|by|after|before|than|like)\s*$", re.IGNORECASE
)
AT_ONCE = re.compile(r"\b(?:et|y|e)\s+$", re.IGNORECASE)
OF_MANY = re.compile(
    r"(?:ont|se sont|sont)\b|(?:se )?\w+(?:aron|ieron)\b|qued?aron\b", re.IGNORECASE
)
"""A verb of several in the past, in French or Spanish."""
OF_ONE = re.compile(r"(?:a|s['’]est|est)\b|(?:se )?\w+ó\b", re.IGNORECASE)
"""A verb of one in the past, in French or Spanish."""
ATTRIBUTE = re.compile(
    r"\b(?:the|an?|as|is|of|by|in|on|for|with|from|under|through|at|into|upon|verbal|joint|its|their|his|her|our|this|these|already|previously|newly|mutually|so|otherwise|both|jointly|any|all|each other|one another|"
    r"la|l['’]|une?|cette|leur|sa|en|à|una|esta|su)\s*$",
    re.IGNORECASE,
)
ROMANCE = frozenset({"qui", "que", "dont", "où", "quien", "quienes", "cuyo", "cuya", "donde"})
"""Relatives of languages whose verbs no ending tells: more than a word behind one has a verb."""
REASON = re.compile(
    r"(?:[A-Z]\w+ing|Aware|Mindful|Conscious|Convinced|Determined|Concerned|Guided|Encouraged|Inspired)\b"
    r"[^.;]*?\b(?:that|which|who|whose|where|how)\b"
)
"""A sentence that begins with a reason in a participle: "Recognising that …"."""
PUT_IN = re.compile(r"[a-z]+ing", re.IGNORECASE)
"""A participle that is put in behind a subject."""
PUT_BESIDE = re.compile(
    r"[a-z]+ed\s+(?:in|on|by|at|between|last|this|during|upon|with|under)\b[^,;]*,"
    r"\s*(?:will|shall|is|are|was|were|has|have|would)\b"
)
"""A participle beside a subject, whose verb comes behind it."""
SETTLED = re.compile(
    r"(?:agreed|decided|settled|approved)(?:\s+(?:to|upon|on))?\s+(?:will|shall|may|must|should|is|are)\b"
)
"""A participle behind its noun: "Any revision agreed to will be …"."""
SUBJECT = re.compile(
    r"\s+(?:the|both|each|all|they|we|it|he|she|our|their|its|(?-i:[A-Z]))[^,;:]{0,60}?\s+(?:\w+ly\s+|also\s+)?"
)
WITH_VERB = frozenset({"qui", "que", "quien", "quienes"})
ROMANCE_VERB = re.compile(
    r"\s+(?:(?:ne|n['’]|se|s['’]|y|en|lui|leur|lo|la|le|les|no|ahora|ya|aún|también|aussi|déjà|encore|\w+ment|\w+mente)\s+)*"
    r"(?!(?:les?|la|un|une|des|ce|cette|ces|leurs?|son|sa|ses|chaque|ils?|elles?|on|nous|el|los|las|unas?|unos?|sus?|cada|"
    r"ambos|ambas|est[aeo]s?|en|à|aux?|dans|par|pour|avec|de|del|du|a|al|con|por|para|selon|según|lors|durante|desde|d|l|"
    r"deux|trois|quatre|dos|tres|cuatro|parties?|partes?|gouvernements?|gobiernos?|minist\w+|autorit\w+|autoridad\w*|"
    r"experts?|expertos|administrations?|administraciones|commissions?|comisión|comités?)\b)"
    r"[a-zà-ÿ]{2,}\s+"
)
"""A verb right behind such a relative: "qui ouvre en mai", "que ahora empieza"."""
NO_WILL = frozenset(
    {
        "before",
        "after",
        "until",
        "till",
        "once",
        "since",
        "if",
        "when",
        "unless",
        "as soon as",
        "despite",
    }
)


OF_CONTRAST = frozenset(
    {"while", "whilst", "whereas", "tandis que", "tandis qu'", "tandis qu’", "mientras que"}
)
"""Openers that tell of a time, but of a contrast where a future stands behind: "while Oslo will pay"."""
