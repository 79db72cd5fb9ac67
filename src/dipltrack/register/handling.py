"""Who may see an item, a document, a piece of evidence (DESIGN §2)."""

from collections.abc import Mapping, Sequence

from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence
from dipltrack.model.vocabulary import Handling, Instrument

_BY_INSTRUMENT: Mapping[Instrument, Handling] = {
    Instrument.TREATY: Handling.PUBLIC,
    Instrument.JOINT_STATEMENT: Handling.PUBLIC,
    Instrument.PRESS_RELEASE: Handling.PUBLIC,
    Instrument.RESOLUTION: Handling.PUBLIC,
    Instrument.AGREED_MINUTES: Handling.PARTNER,
    Instrument.MOU: Handling.PARTNER,
    Instrument.EXCHANGE_OF_NOTES: Handling.PARTNER,
}
"""What the two sides publish, what they share; all else is the desk's own until somebody says."""

_RANK = {handling: rank for rank, handling in enumerate(Handling)}


def may_see(audience: Handling, handling: Handling) -> bool:
    """True where a copy for that audience may hold what is marked so.

    >>> may_see(Handling.PARTNER, Handling.PUBLIC), may_see(Handling.PUBLIC, Handling.PARTNER)
    (True, False)
    """
    return _RANK[handling] <= _RANK[audience]


def handling_of_document(document: Document) -> Handling:
    """Who may see the document: as it is marked, else as its instrument.

    A readout is public where it was published, at an address.
    """
    if document.handling is not None:
        return document.handling
    if document.instrument is Instrument.READOUT and _is_published(document.address):
        return Handling.PUBLIC
    return _BY_INSTRUMENT.get(document.instrument, Handling.INTERNAL)


def handling_of_item(item: Commitment, documents: Sequence[Document]) -> Handling:
    """Who may see the item: as it is marked, else as the document of its meeting that it stands in."""
    if item.handling is not None:
        return item.handling
    document = _named(item.document, documents)
    return handling_of_document(document) if document else Handling.INTERNAL


def handling_of_evidence(evidence: Evidence, documents: Sequence[Document]) -> Handling:
    """Who may see the evidence: as it is marked, else public at an http address, else as its document."""
    if evidence.handling is not None:
        return evidence.handling
    if _is_published(evidence.address):
        return Handling.PUBLIC
    document = _named(evidence.document, documents)
    return handling_of_document(document) if document else Handling.INTERNAL


def _named(name: str | None, documents: Sequence[Document]) -> Document | None:
    return next((one for one in documents if one.name == name), None) if name else None


def _is_published(address: str | None) -> bool:
    return address is not None and address.casefold().startswith(("http://", "https://"))
