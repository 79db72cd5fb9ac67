"""`dipltrack sync`: the ledger shared with other desks through git."""

from collections.abc import Iterable
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from dipltrack.cli.exits import BROKEN, CONFLICT
from dipltrack.cli.output import name_broken, say, warn
from dipltrack.cli.session import Session
from dipltrack.cli.sharing import (
    Keep,
    counted,
    environment,
    lines_of,
    news_between,
    renamed_between,
    repository,
    side_of,
    tell_between,
)
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.git import Git, GitError, NoRepositoryError, create_repository
from dipltrack.ledger.git_exchange import (
    NoBranchError,
    OutrunError,
    RewrittenError,
    UnreachableError,
    add_remote,
    branch_of,
    commit,
    commit_merge,
    fetched,
    named,
    new_paths,
    others_of,
    push,
    remember,
    remote_of,
    stage,
)
from dipltrack.ledger.git_merge import Joined, give_up, merge_commit, pending, resolve
from dipltrack.ledger.git_setup import set_up
from dipltrack.ledger.git_sides import commit_of, is_within
from dipltrack.ledger.merge.entry import Side
from dipltrack.ledger.mint import Stamp
from dipltrack.model.text import visible
from dipltrack.register.news import Renamed

app = typer.Typer()

_TRIES = 8
"""How often somebody else may be faster before we give up for now."""


@app.command("sync")
def sync(
    ctx: typer.Context,
    init: Annotated[
        str | None,
        typer.Option("--init", metavar="REMOTE", help="Put the ledger under git, shared there."),
    ] = None,
    keep: Annotated[
        Keep | None,
        typer.Option("--keep", help="Whose word counts where both changed the same thing."),
    ] = None,
) -> None:
    """Share the ledger: commit what is new, take in what others entered, send ours.

    dipltrack sync --init ssh://git.example.org/desk.git

    What two desks entered is joined by its meaning. Without a connection all stays committed here,
    and the next sync goes on; exit 4 then, and where only an officer can decide.
    """
    session: Session = ctx.obj
    with session.sharing():
        with session.writing() as stamp:
            git = _created(session, init) if init is not None else _existing(session)
            git = named(git, stamp.by)
            side = side_of(keep)
            _finish(session, git, side, stamp)
            branch = _branch(git)
            set_up(git, session.root)
            _refuse_broken(session)
            _commit_own(git, stamp)
        _exchange(session, git, branch, side)
    _name_new_errors(session)


def _existing(session: Session) -> Git:
    try:
        return repository(session)
    except NoRepositoryError as error:
        mend = "dipltrack sync --init REMOTE puts it under git"
        raise NoRepositoryError(f"{error}: {mend}") from None


def _created(session: Session, remote: str) -> Git:
    """The repository of the ledger, made where there is none, with the remote."""
    if not remote.strip() or remote.startswith("-") or "::" in remote:
        raise WrongUsageError(f'--init "{remote}" is no address of a repository')
    _refuse_from_here(session, remote)
    try:
        git = repository(session)
    except NoRepositoryError:
        git = create_repository(session.root, environment())
        say(f"{session.root}: under git from now on")
    known = git.line("config", "--get", "remote.origin.url")
    if known is None:
        add_remote(git, remote)
    elif known != remote:
        mend = f"git -C {quote(str(session.root))} remote set-url origin {remote} changes it"
        raise WrongUsageError(f"this ledger is shared through {known} already: {mend}")
    return git


def _refuse_from_here(session: Session, remote: str) -> None:
    """Raises WrongUsageError where a path leads to the repository from here, not from the ledger.

    git reads a remote from the folder of its repository, whatever folder the command stands in.
    """
    here = Path(remote)
    if here.is_dir() and not (session.root / here).exists():
        path = quote(str(here.resolve()))
        raise WrongUsageError(
            f'--init "{remote}" is read from the folder of the ledger, where it is not: --init {path}'
        )


def _finish(session: Session, git: Git, keep: Side | None, stamp: Stamp) -> None:
    """Finishes a merge that plain git left; leaves with exit 4 where only an officer can."""
    begun = pending(git)
    if begun is None:
        return
    joined = resolve(git, session.root, begun, keep, trusted=True)
    _tell_joined(joined)
    if not joined.is_whole:
        _name_conflicts(
            joined, "nothing of it is lost", "join it by hand, git add it, then sync again"
        )
        raise typer.Exit(CONFLICT)
    if begun.name != "merge" or not begun.other:
        files = f"{len(joined.written)} file{'' if len(joined.written) == 1 else 's'}"
        say(f"joined: {files}; now git {begun.name} --continue")
        raise typer.Exit(CONFLICT)
    commit_merge(git, f"{stamp.by}: merge", [])
    say("the merge that git had left is finished")


def _branch(git: Git) -> str:
    """The branch that is shared; leaves with exit 4 where there is none, before anything is committed."""
    try:
        return branch_of(git)
    except NoBranchError as error:
        warn(f"{error}; nothing was committed, and nothing is lost")
        raise typer.Exit(CONFLICT) from None


def _refuse_broken(session: Session) -> None:
    errors = session.errors
    if errors:
        for error in errors:
            warn(str(error))
        warn("nothing was shared: mend it first")
        raise typer.Exit(BROKEN)


def _commit_own(git: Git, stamp: Stamp) -> None:
    """Commits what this desk has entered since the last time."""
    paths = new_paths(git)
    if not paths:
        return
    news = news_between(git, commit_of(git, "HEAD"), stage(git, paths))
    commit(git, paths, f"{stamp.by}: {counted(news)}", lines_of(news.entries))


def _commit_entered(session: Session, git: Git, stamp: Stamp) -> None:
    """Commits what was entered meanwhile, so that git can join all of it."""
    if new_paths(git):
        session.forget()
        _refuse_broken(session)
        _commit_own(git, stamp)


def _exchange(session: Session, git: Git, branch: str, keep: Side | None) -> None:
    """Takes in what the others have and sends ours, again where somebody was faster.

    While git speaks with the other machine, the ledger is free: who enters something on a slow line
    does not wait for it.
    """
    try:
        remote = remote_of(git, branch)
        start = commit_of(git, "HEAD")
        for _ in range(_TRIES):
            theirs = fetched(git, remote, branch)
            if theirs is not None:
                with session.writing() as stamp:
                    _commit_entered(session, git, stamp)
                    _take_in(session, git, theirs, keep, stamp)
            if theirs is not None and is_within(git, "HEAD", theirs):
                break
            try:
                push(git, remote, branch)
            except OutrunError:
                continue
            tell_between(git, "out", theirs, "HEAD")
            break
        else:
            raise UnreachableError(f"others were faster {_TRIES} times")
    except UnreachableError as error:
        warn(f"{error}; all is committed here, and the next sync goes on")
        raise typer.Exit(CONFLICT) from None
    except RewrittenError as error:
        _tell_rewritten(session, git, error)
        raise typer.Exit(CONFLICT) from None
    remember(git, remote, branch)
    if start == commit_of(git, "HEAD") and theirs == start:
        say("nothing is new")
    if theirs is None and (others := others_of(git, remote, branch)):
        say(f"{branch} is new there: who works on {' or '.join(others)} does not see it")
    say(f"in step with {remote} ({branch})")


def _tell_rewritten(session: Session, git: Git, error: RewrittenError) -> None:
    address = git.line("config", "--get", f"remote.{error.remote}.url") or "ADDRESS"
    if (session.root / address).exists():  # a path, which git reads from the ledger's folder
        address = quote(str((session.root / address).resolve()))
    warn(
        f"{error}, as after a removal; joined with yours, all that was removed would be there "
        f"again: git clone {address} NEW, then dipltrack --ledger NEW merge {session.root} takes "
        f"in what only you have, and sync sends it"
    )
    warn("nothing was joined, and nothing is lost")


def _take_in(session: Session, git: Git, theirs: str, keep: Side | None, stamp: Stamp) -> None:
    """Joins the commit of the others with ours."""
    before = commit_of(git, "HEAD")
    try:
        joined = merge_commit(git, session.root, theirs, keep)
    except GitError as error:
        warn(f"{error}; nothing was taken in, and nothing is lost{_mend_of(error)}")
        raise typer.Exit(CONFLICT) from None
    if not joined.is_whole:
        mend = f"git merge {theirs[:10]}, join it by hand, git commit, then sync again"
        _name_conflicts(joined, "nothing was joined, and nothing is lost", mend)
        raise typer.Exit(CONFLICT)
    if commit_of(git, "MERGE_HEAD"):
        _refuse_broken_by(session, git, joined)
        commit_merge(git, f"{stamp.by}: merge", joined.told)
    if before != commit_of(git, "HEAD"):
        tell_between(git, "in", before, "HEAD")
        _tell_renamed(renamed_between(git, before, "HEAD"), joined)
    _tell_joined(joined)


def _refuse_broken_by(session: Session, git: Git, joined: Joined) -> None:
    """Takes the merge back where a file that it joined is broken now, and leaves with exit 3."""
    session.forget()
    errors = [error for error in session.errors if error.file in joined.written]
    if not errors:
        return
    for error in errors:
        warn(str(error))
    give_up(git)
    session.forget()
    warn("both sides are sound, but not together: nothing was joined, and nothing is lost")
    raise typer.Exit(BROKEN)


def _tell_renamed(renamed: Iterable[Renamed], joined: Joined) -> None:
    """Says what another desk named otherwise when it joined; what was joined here is told already."""
    for old, entry in renamed:
        whose = f" of {entry.by}" if entry.by else ""
        line = visible(f"{old} “{entry.title}”{whose} is {entry.ref} now: ")
        if not any(told.startswith(line.removesuffix(": ")) for told in joined.told):
            say(f"{line}the other desk used {old} too")


def _tell_joined(joined: Joined) -> None:
    for line in dict.fromkeys(joined.told):
        say(line)


def _mend_of(error: GitError) -> str:
    """What helps where git will not touch what an officer has changed beside the ledger."""
    if "would be overwritten by merge" not in error.said:
        return ""
    return ": commit them, or git stash puts them away, then sync again"


def _name_conflicts(joined: Joined, after: str, mend: str) -> None:
    """Names what only an officer can decide; `mend` is that of files that are no part of the ledger."""
    for path in joined.others:
        warn(f"git cannot join {path}, which is no file of the ledger: {mend}")
    for line in joined.conflicts:
        warn(line)
    word = (
        ": dipltrack sync --keep ours or --keep theirs says whose word counts, "
        "dipltrack edit REF writes theirs here by hand"
    )
    warn(f"{after}{word if joined.conflicts else ''}")


def _name_new_errors(session: Session) -> None:
    """After all is shared: names what came in broken, and leaves with exit 3."""
    session.forget()
    name_broken(session.errors)
    if session.errors:
        raise typer.Exit(BROKEN)
