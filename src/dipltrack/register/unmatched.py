"""Why words or a part of a ref mean no one thing of a ledger."""


class NoMatchError(LookupError):
    """Nothing of the ledger is meant by the words."""


class AmbiguousError(LookupError):
    """Several things may be meant: they are listed, and one must be named by its ref."""
