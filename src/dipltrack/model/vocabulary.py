"""The closed sets of words that a ledger may use, each as an enum."""

from enum import StrEnum


class Status(StrEnum):
    """What has become of a commitment, by the last update that says so (DESIGN §2).

    The first four are open, the others closed; a later open status reopens.
    """

    NO_REPORT = "no-report"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    ON_HOLD = "on-hold"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly-fulfilled"
    NOT_FULFILLED = "not-fulfilled"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """True while somebody may still have to act."""
        return self in OPEN_STATUSES

    @property
    def is_kept(self) -> bool:
        """True where the promise was kept, wholly or in part: these are early, in time or late."""
        return self in KEPT_STATUSES


OPEN_STATUSES = frozenset(
    {Status.NO_REPORT, Status.NOT_STARTED, Status.IN_PROGRESS, Status.ON_HOLD}
)
KEPT_STATUSES = frozenset({Status.FULFILLED, Status.PARTLY_FULFILLED})


class Firmness(StrEnum):
    """How strongly a promise is worded, firmest first: political strength, not legal form."""

    UNDERTAKING = "undertaking"
    AGREEMENT = "agreement"
    PLAN = "plan"
    ENDEAVOUR = "endeavour"
    STATEMENT = "statement"

    @property
    def is_promise(self) -> bool:
        """True for what was promised; an endeavour or a statement was only also said."""
        return self not in ALSO_SAID


ALSO_SAID = frozenset({Firmness.ENDEAVOUR, Firmness.STATEMENT})


class Voice(StrEnum):
    """Who said it. In a meeting of many parties the parties' codes stand here instead."""

    JOINT = "joint"
    OURS = "ours"
    THEIRS = "theirs"


class Kind(StrEnum):
    """Whether an act is done once, again and again, or without an end."""

    ONE_OFF = "one-off"
    RECURRING = "recurring"
    CONTINUING = "continuing"


class TimingClass(StrEnum):
    """What sort of time the stated words are (DESIGN §2 and §4)."""

    EXACT = "exact"
    BY = "by"
    RANGE = "range"
    PART = "part"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    WITHIN = "within"
    RECURRING = "recurring"
    EVENT = "event"
    OPEN = "open"
    NONE = "none"


class TimingChange(StrEnum):
    """What an update does to the time of an item.

    Fixed: a day was settled inside the window. Moved: another time was agreed. Expected: one
    side's word, shown beside the timing in force and never in force itself.
    """

    FIXED = "fixed"
    MOVED = "moved"
    EXPECTED = "expected"


class NextMove(StrEnum):
    """Whose move it is."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    THIRD_PARTY = "third-party"
    NOBODY = "nobody"


class Side(StrEnum):
    """Who withdrew."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


class Level(StrEnum):
    """Who met."""

    LEADERS = "leaders"
    MINISTERS = "ministers"
    SENIOR_OFFICIALS = "senior officials"
    WORKING = "working"


class Form(StrEnum):
    """How they met, or how it was said."""

    MEETING = "meeting"
    VISIT = "visit"
    TELEPHONE = "telephone"
    VIDEO = "video"
    LETTER = "letter"
    NOTE_VERBALE = "note verbale"
    STATEMENT = "statement"


class Instrument(StrEnum):
    """What a document is; the legal or political form of what stands in it."""

    TREATY = "treaty"
    EXCHANGE_OF_NOTES = "exchange of notes"
    MOU = "MoU"
    JOINT_STATEMENT = "joint statement"
    AGREED_MINUTES = "agreed minutes"
    PRESS_RELEASE = "press release"
    READOUT = "readout"
    PRESS_CONFERENCE = "press conference"
    RESOLUTION = "resolution"
    NEWS_REPORT = "news report"
    OTHER = "other"


class Handling(StrEnum):
    """Who may see it."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


class Remind(StrEnum):
    """How a body is reminded: by a mail, or by a draft that an officer sends."""

    MAIL = "mail"
    DRAFT = "draft"


class RuleName(StrEnum):
    """What a reminder is about; docs/guide.md says on which days each is due."""

    PREPARE = "prepare"
    DUE = "due"
    OVERDUE = "overdue"
    NOT_HELD = "not-held"
    REVIEW = "review"
    ON_HOLD = "on-hold"
    NO_REPORT = "no-report"
    STALE = "stale"
    THEIR_MOVE = "their-move"
    UNANSWERED = "unanswered"


class Channel(StrEnum):
    """How a reminder was issued."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"
    MAIL = "mail"
    DRAFT = "draft"


class Encryption(StrEnum):
    """How the way to the mail server is kept secret; `none` only to a server on this machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Timeliness(StrEnum):
    """How a commitment stands to its window on a day: computed, never stored (DESIGN §2)."""

    CONTINUING = "continuing"
    UNDATED = "undated"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    NOT_YET_DUE = "not-yet-due"
    IN_WINDOW = "in-window"
    EARLY = "early"
    LATE = "late"
    CLOSED = "closed"
    MISSED = "missed"


class Freshness(StrEnum):
    """How long ago anybody said how an open commitment stands: computed, never stored."""

    NEVER_REPORTED = "never-reported"
    STALE = "stale"
    FRESH = "fresh"


class Rag(StrEnum):
    """Red, amber, green, blue or none, by its letter: computed, never stored."""

    RED = "R"
    AMBER = "A"
    GREEN = "G"
    BLUE = "B"
    NONE = "–"


class RagReason(StrEnum):
    """The word that stands beside the letter, for a colour alone tells nobody why."""

    KEPT = "done"
    PARTLY = "partly done"
    NOT_KEPT = "not done"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ALSO_SAID = "also said"
    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    ON_HOLD = "on hold"
    REVIEW = "review"
    AT_RISK = "at risk"
    NEVER_REPORTED = "no report"
    STALE = "stale"
    IN_HAND = "in hand"
    MISSED = "missed"
