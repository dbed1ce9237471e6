"""``tracker notices`` and ``verdict``: evidence filed beside the texts, and what a reviewer decides."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import click

from tracker import mails
from tracker.archive import Archive, ArchiveError, BadNameError, Entry
from tracker.archive.evidence import decision_row, notice_row
from tracker.build import build
from tracker.home import Home
from tracker.model import Decision, Notice
from tracker.proof import bundle, step
from tracker.render import printable


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file to write; else one named after the change."
)
@click.argument("change")
def evidence_command(change: str, out: Path | None) -> None:
    """A zip that anyone can check without us, for CHANGE: policy@date, policy@commit, or policy@OLD..NEW."""
    policy, at, when = change.partition("@")
    if not at:
        raise click.UsageError(f"{change}: name the change as policy@date or policy@commit")
    with _archive(Home.of()) as archive:
        try:
            first, dots, last = when.partition("..")
            if not dots:
                first, last = (entry.commit for entry in step(archive, policy, when))
            content = bundle(archive, policy, first, last)
        except (ArchiveError, BadNameError) as error:
            raise click.ClickException(str(error)) from error
    name = out or Path(f"{policy.replace('/', '-')}-{last[:12]}.zip")
    try:
        name.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{name}: {error.strerror}") from error
    click.echo(f"{name}: {len(content):,} bytes; unpack it and run python3 check.py")


@click.group()
def notices_command() -> None:
    """Evidence that a change was announced."""


@notices_command.command("add")
@click.option(
    "--for", "when", help="The version it announces, as a date or commit; else the next change after it."
)
@click.option("--page", help="Another tracked page that announced it, as policy@date or policy@commit.")
@click.argument("policy")
@click.argument("mail", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def _add(policy: str, mail: Path | None, when: str | None, page: str | None) -> None:
    """File MAIL (an .eml), or another tracked page, as a notice that POLICY changes.

    A mail's headers are dated, hashed and archived without the addresses of recipients; the mail itself stays
    in archive/notices and is never published. A page counts from the day on which it was first seen.
    """
    if (mail is None) == (page is None):
        raise click.UsageError("name a mail, or another tracked page with --page: which of them is filed?")
    home, now = Home.of().prepared(), datetime.now(UTC)
    with _archive(home) as archive:
        _known(archive, policy)
        commit = _version(archive, policy, when).commit if when else None
        notice = _page(archive, policy, page, now, commit) if page else _mail(home, policy, mail, now, commit)
        with archive.writer() as writer:
            writer.file(policy, notice_row(notice), now, "a notice filed")
            writer.publish()
        build(archive, home.database, quiet=True)
    what = "a page" if page else "a mail"
    click.echo(
        printable(f"{policy}: {what} of {notice.announced_at.isoformat()} from {notice.sender} is filed")
    )


def _mail(home: Home, policy: str, mail: Path | None, now: datetime, commit: str | None) -> Notice:
    """The notice that a mail is; the mail itself is kept beside the archive."""
    assert mail is not None
    content = mail.read_bytes()
    try:
        notice = mails.read(policy, content, now, commit)
    except mails.MailError as error:
        raise click.ClickException(f"{mail}: {error}") from error
    kept = home.archive.parent / "notices" / f"{notice.sha256}.eml"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(content)
    return notice


def _page(archive: Archive, policy: str, page: str, now: datetime, commit: str | None) -> Notice:
    """The notice that a version of another tracked page is, dated by its first sight."""
    other, at, when = page.partition("@")
    if not at:
        raise click.UsageError(f"{page}: name the page as policy@date or policy@commit")
    _known(archive, other)
    entry = _version(archive, other, when)
    content = archive.read(entry.version)
    since = entry.last_seen_at.isoformat() if entry.last_seen_at else "an unknown time"
    return Notice(
        policy, "website", entry.fetched_at, now, sha256(content).hexdigest(), commit,
        sender=other, subject=f"{other}@{entry.commit[:10]}",
        quote=f"First seen there between {since} and {entry.fetched_at.isoformat()}.",
    )  # fmt: skip


@notices_command.command("list")
@click.argument("policy")
def _list(policy: str) -> None:
    """The notices filed of POLICY."""
    with _archive(Home.of()) as archive:
        _known(archive, policy)
        filed = archive.evidence().get(policy)
    for notice in filed.notices if filed else ():
        line = f"{notice.announced_at.isoformat()}  {notice.channel}  {notice.sender}  {notice.subject}"
        click.echo(printable(f"{line}  {notice.sha256[:12]}"))


@click.group()
def verdict_command() -> None:
    """Conditions that only a person can decide."""


_ANSWER = click.Choice(["yes", "no"])


@verdict_command.command("decide")
@click.option("--material", type=_ANSWER, help="Is the change of the kind that the promise is about?")
@click.option("--exception", type=_ANSWER, help="Does an exception that the promise makes apply?")
@click.option("--by", required=True, help="Who decides.")
@click.option("--why", required=True, help="The reason, for readers.")
@click.argument("change")
def _decide(change: str, material: str | None, exception: str | None, by: str, why: str) -> None:
    """Decide what is open of CHANGE (policy@date or policy@commit); kept in the archive as evidence."""
    if material is None and exception is None:
        raise click.UsageError("say --material or --exception: what is decided?")
    policy, at, when = change.partition("@")
    if not at:
        raise click.UsageError(f"{change}: name the change as policy@date or policy@commit")
    home, now = Home.of().prepared(), datetime.now(UTC)
    with _archive(home) as archive:
        entry = _version(archive, policy, when)
        decision = Decision(entry.commit, _truth(material), _truth(exception), by, why, now)
        with archive.writer() as writer:
            writer.file(policy, decision_row(decision), now, f"a decision about {entry.commit[:10]}")
            writer.publish()
        build(archive, home.database, quiet=True)
    click.echo(printable(f"{policy}@{entry.commit[:10]}: decided by {by}"))


def _truth(answer: str | None) -> bool | None:
    return None if answer is None else answer == "yes"


def _archive(home: Home) -> Archive:
    try:
        return Archive.open(home.archive)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error


def _known(archive: Archive, policy: str) -> None:
    if policy not in archive.policies():
        raise click.ClickException(f"{policy}: the archive has no such policy")


def _version(archive: Archive, policy: str, when: str) -> Entry:
    try:
        return archive.version_at(policy, when)
    except (ArchiveError, BadNameError) as error:
        raise click.ClickException(str(error)) from error
