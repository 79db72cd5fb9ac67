"""A commitment: one act that was promised, and the other documents that tell of it."""

from typing import Annotated

from dipltrack.model.entry import ONE_OR_LIST, TEXT, Day, Entry
from dipltrack.model.vocabulary import Firmness, Handling, Kind
from dipltrack.model.window import UNTIMED, Timing


class Commitment(Entry, frozen=True, kw_only=True):
    """One act that was promised, as it was filed; what became of it stands in the updates."""

    ref: Annotated[str, "`PARTNER-YYYYMMDD[letter]-N`; never changes"]
    title: Annotated[str, "the act, in a few words of our own"]
    dossier: Annotated[str | None, "the matter that it belongs to, across meetings"] = None
    document: Annotated[str | None, "name of the document of this file that it stands in"] = None
    paragraph: Annotated[str | None, "where in the document: `2(2)a`"] = None
    wording: Annotated[str | None, "the passage, verbatim", TEXT] = None
    voice: Annotated[
        tuple[str, ...],
        "`joint`, `ours`, `theirs`; in a meeting of many the parties' codes",
        ONE_OR_LIST,
    ] = ()
    firmness: Annotated[Firmness | None, "how strongly it is worded; none counts as promised"] = (
        None
    )
    kind: Annotated[Kind, "done once, again and again, or without an end"] = Kind.ONE_OFF
    sector: Annotated[str | None, "field of policy: `politics`, `economy`"] = None
    lead: Annotated[
        tuple[str, ...], "body that carries it here; of several the first answers", ONE_OR_LIST
    ] = ()
    support: Annotated[tuple[str, ...], "bodies that help", ONE_OR_LIST] = ()
    counterpart: Annotated[
        tuple[str, ...], "body that carries it there; of several the first answers", ONE_OR_LIST
    ] = ()
    timing: Annotated[Timing, "the stated time and the window that it means"] = UNTIMED
    done_when: Annotated[str | None, "what would count as done, where the wording is open"] = None
    review_on: Annotated[Day | None, "day on which somebody must look again"] = None
    report_every: Annotated[int | None, "days after which a report is stale"] = None
    track: Annotated[bool, "chase it although it was only also said"] = False
    handling: Annotated[Handling | None, "who may see it; else as its document"] = None
    follows: Annotated[str | None, "ref of the item that it continues"] = None
    restates: Annotated[str | None, "ref of the item that it says again"] = None
    was: Annotated[tuple[str, ...], "refs that it bore before a merge gave it another"] = ()


class Record(Entry, frozen=True, kw_only=True):
    """Another document's version of a commitment of the same meeting."""

    of: Annotated[str, "ref of the commitment"]
    document: Annotated[
        str | None, "name of a document of this file; of another: `TR-20180129/readout`"
    ] = None
    paragraph: Annotated[str | None, "where in the document"] = None
    wording: Annotated[str | None, "the passage, verbatim", TEXT] = None
    voice: Annotated[tuple[str, ...], "whose words they are", ONE_OR_LIST] = ()
    firmness: Annotated[Firmness | None, "how strongly this document words it"] = None
    timing: Annotated[Timing, "its own time, where it names another"] = UNTIMED
