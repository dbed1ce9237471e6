"""Commands that keep the archive and what is derived from it: import, verify and build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from tqdm import tqdm

from tracker.archive import Adoption, Archive, ArchiveError, adopt, verify
from tracker.build import BuildError, build
from tracker.cli.plainly import told_plainly
from tracker.home import Home, HomeError
from tracker.importers import PatternError, SourceError, opened
from tracker.plumbing import GitError

_EXPECTED = (ArchiveError, BuildError, GitError, HomeError, PatternError, SourceError)


@click.command("import")
@click.option(
    "--pattern", help="Where the texts lie: {service}/{type}.md, or {service}/{type}/{date}.md in a folder."
)
@click.option("--service", help="Whose the texts are, when their paths do not say it.")
@click.argument("source")
def import_command(source: str, pattern: str | None, service: str | None) -> None:
    """Take over the history of SOURCE: a git repository (a path, a bundle, an address) or dated files.

    A second import takes what is new since.
    """
    with told_plainly(*_EXPECTED):
        home = Home.of().prepared()
        keep = home.archive.parent / "sources"
        with (
            opened(source, keep, pattern, service) as found,
            Archive.open(home.archive, create=True) as archive,
            _bar("Importing", found.expected(archive.imported(found.id))) as announce,
        ):
            adoption = adopt(archive, found, announce)
            archive.tidy()
        for fault in found.faults:
            click.echo(fault, err=True)
        click.echo(_summary(adoption, sum(found.ignored.values())))
    if found.faults:
        raise click.exceptions.Exit(1)


@click.command("verify")
def verify_command() -> None:
    """Check every object, commit and file of the archive; exit 1 when something is wrong."""
    with (
        told_plainly(*_EXPECTED),
        Archive.open(Home.of().archive) as archive,
        _bar("Verifying", None) as announce,
    ):
        found = verify(archive, announce)
    for fault in found.faults:
        click.echo(fault)
    click.echo(
        f"{found.commits:,} commits, {found.versions:,} versions, {found.files:,} snapshots and records: "
        f"{len(found.faults) or 'no'} fault{'' if len(found.faults) == 1 else 's'}"
    )
    if found.faults:
        raise click.exceptions.Exit(1)


@click.command("build")
@click.option("--from-scratch", is_flag=True, help="Read every version anew instead of only what is new.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes at work.")
def build_command(from_scratch: bool, jobs: int) -> None:
    """Bring the public database up to the archive; exit 1 when a version is not as it should be."""
    with told_plainly(*_EXPECTED):
        home = Home.of().prepared()
        with Archive.open(home.archive) as archive:
            built = build(archive, home.database, jobs=jobs, from_scratch=from_scratch)
    for doubt in built.doubts:
        click.echo(str(doubt), err=True)
    click.echo(f"{built.versions:,} version{'' if built.versions == 1 else 's'} read into {home.database}")
    if built.doubts:
        raise click.exceptions.Exit(1)


def _summary(adoption: Adoption, ignored: int) -> str:
    """What an import did, for people."""
    counts = [
        (adoption.versions, "versions"),
        (adoption.upgrades, "of them upgrades"),
        (len(adoption.policies), "policies"),
        (adoption.endings, "endings"),
        (adoption.renamings, "new names"),
        (ignored, "changes to other files left out"),
        *((count, f"flagged {flag}") for flag, count in sorted(adoption.flags.items())),
    ]
    return ", ".join(f"{count:,} {what}" for count, what in counts if count) or "nothing new"


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[Callable[[int], object]]:
    """A progress bar on the terminal, where there is one."""
    with tqdm(desc=what, total=total, unit="", disable=None, leave=False) as bar:
        yield bar.update
