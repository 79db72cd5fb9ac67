"""A document that cannot be read: why, and what to do."""


class NoDocumentError(Exception):
    """The document cannot be read; the message names the reason and the mend."""

    def __init__(self, wrong: str, mend: str) -> None:
        """Keep both halves of the message."""
        super().__init__(f"{wrong}: {mend}")
        self.wrong = wrong
        self.mend = mend
