"""The evidence that was typed: addresses, documents on file, registry numbers."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec.structs import replace

from dipltrack.cli.fact import day_or_month
from dipltrack.cli.options import clean
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.kept import keep as keep_copy
from dipltrack.model.update import Evidence
from dipltrack.register.standing import Standing


def evidence_of(
    session: Session,
    standing: Standing,
    *,
    sources: Sequence[str] | None,
    registry: Sequence[str] | None,
    says: Sequence[str] | None,
    dated: Sequence[str] | None,
    lang: Sequence[str] | None,
    keep: Sequence[str] | None,
    contradicts: bool,
) -> tuple[Evidence, ...]:
    """The evidence, each with what was typed beside it in the same order.

    Raises WrongUsageError for what is neither an address nor a document on file, and where more
    is said about evidence than there is evidence.
    """
    found = [_source(source, standing) for source in sources or ()]
    found += [Evidence(registry=clean(number, "--registry")) for number in registry or ()]
    found = _with_copies(session, found, keep or ())
    asides = (("--says", says), ("--dated", dated), ("--lang", lang))
    for option, values in asides:
        if len(values or ()) > len(found):
            raise WrongUsageError(f"{option} belongs to an --evidence, and there is none for it")
    if contradicts and not found:
        raise WrongUsageError("--contradicts belongs to an --evidence, and there is none for it")
    return tuple(_with_asides(session, found, says or (), dated or (), lang or (), contradicts))


def _with_copies(
    session: Session, found: Sequence[Evidence], files: Sequence[str]
) -> list[Evidence]:
    """The evidence, each with a kept copy where a file was named; a file alone is evidence too."""
    kept: list[Evidence] = []
    for evidence, file in zip_longest(found, files):
        one = evidence or Evidence()
        kept.append(replace(one, kept=_kept(session, file)) if file else one)
    return kept


def _kept(session: Session, file: str) -> str:
    path = Path(file).expanduser()
    if not path.is_file():
        raise WrongUsageError(f'--keep "{file}" is no file')
    return keep_copy(session.root, path)


def _source(text: str, standing: Standing) -> Evidence:
    cleaned = clean(text, "--evidence")
    if cleaned is None:
        raise WrongUsageError("--evidence is empty")
    if "://" in cleaned:
        return Evidence(address=cleaned)
    names = [document.name for document in standing.documents]
    if cleaned in names or "/" in cleaned:
        return Evidence(document=cleaned)
    known = f"the documents on file are {', '.join(names)}" if names else "no document is on file"
    raise WrongUsageError(
        f'--evidence "{cleaned}" is no address (https://…) and no document: {known}; '
        f"--registry takes the number of a cable or letter"
    )


def _with_asides(
    session: Session,
    found: Sequence[Evidence],
    says: Sequence[str],
    dated: Sequence[str],
    lang: Sequence[str],
    contradicts: bool,
) -> Iterator[Evidence]:
    for evidence, said, day, language in zip_longest(found, says, dated, lang):
        date, when = day_or_month(session, "--dated", day)
        yield replace(
            evidence,
            date=date,
            when=when,
            language=clean(language, "--lang"),
            says=clean(said, "--says"),
            contradicts=contradicts,
        )
