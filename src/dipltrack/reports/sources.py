"""Where something is said: the source of an item, the evidence of a fact, as cells."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence, Update
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Cell, Link, Many, Single, Text


def source_cell(standing: Standing) -> Single:
    """The document and paragraph of the item; a link where the document can be read."""
    item = standing.item
    told = " ".join(part for part in (item.document, item.paragraph) if part)
    document = next((one for one in standing.documents if one.name == item.document), None)
    return Link(told, document.address) if document and document.address else Text(told)


def evidence_cell(updates: Iterable[Update], documents: Sequence[Document]) -> Cell:
    """All evidence of the entries, each once, in the order of the entries."""
    found = [one for update in updates for one in update.evidence]
    cells = tuple(dict.fromkeys(evidence_link(one, documents) for one in found))
    return cells[0] if len(cells) == 1 else Many(cells)


def evidence_link(evidence: Evidence, documents: Sequence[Document]) -> Single:
    """One piece of evidence, short: the document, the registry number, or whose page it is.

    >>> evidence_link(Evidence(address="https://www.mofa.go.jp/page4e_000760.html"), ()).text
    'mofa.go.jp'
    """
    address = evidence.address
    told = evidence.document or evidence.registry or (site_of(address) if address else "kept copy")
    told = f"against: {told}" if evidence.contradicts else told
    if address is None:
        named = (one for one in documents if one.name == evidence.document)
        document = next(named, None)
        address = document.address if document else None
    return Link(told, address) if address else Text(told)


def site_of(address: str) -> str:
    """Whose page an address is: its host, of anything else the whole.

    >>> site_of("https://www.mofa.go.jp/a"), site_of("cable 12/345")
    ('mofa.go.jp', 'cable 12/345')
    """
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return address
    return host.removeprefix("www.") if host else address
