"""``tracker log`` and ``blame``: a policy's history in a terminal."""

from __future__ import annotations

import click

from tracker.archive import Archive, ArchiveError, BadNameError, version_of
from tracker.assess import assess
from tracker.blame import blame
from tracker.home import Home
from tracker.model import Assessment, Version
from tracker.render import printable


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also versions in which the policy did not change.")
@click.argument("policy")
def log_command(policy: str, everything: bool) -> None:
    """The history of POLICY, newest first: when, which state, what changed, how much it matters."""
    lines: list[str] = []
    step: Assessment | None = None
    for version in _versions(policy):
        step = assess(step, version)
        if everything or _matters(step):
            lines.append(_line(step))
    click.echo_via_pager(printable("\n".join(reversed(lines))))


@click.command()
@click.argument("policy")
def blame_command(policy: str) -> None:
    """Since when each sentence of POLICY stands; ~ marks one that was reworded since."""
    versions = _versions(policy)
    text = versions[-1].text
    for sentence in blame(versions):
        since = sentence.since
        touched = f"~{sentence.touched.fetched_at:%Y-%m-%d}" if sentence.touched else " " * 11
        words = " ".join(text[sentence.start : sentence.end].split())
        click.echo(printable(f"{since.commit[:10]} {since.fetched_at:%Y-%m-%d} {touched} {words}"))


def version_text(policy: str, when: str) -> str:
    """The text of the version meant by ``policy@when``."""
    try:
        with Archive.open(Home.of().archive) as archive:
            return archive.text(archive.version_at(policy, when).version)
    except (ArchiveError, BadNameError) as error:
        raise click.ClickException(str(error)) from error


def _versions(policy: str) -> list[Version]:
    """Every version of a policy, oldest first."""
    try:
        with Archive.open(Home.of().archive) as archive:
            entries = list(archive.history(policy))
            texts = archive.texts(entry.version for entry in entries)
            found = [version_of(entry, text) for entry, text in zip(entries, texts, strict=True)]
            if not found:
                known = ", ".join(archive.policies()[:20]) or "none"
                raise click.ClickException(f"{policy}: the archive has no such policy; it has: {known}")
            return found
    except (ArchiveError, BadNameError) as error:
        raise click.ClickException(str(error)) from error


def _matters(step: Assessment) -> bool:
    comparison = step.comparison
    if step.version.kind == "upgrade":
        return False
    return comparison is None or comparison.significance in ("substantive", "editorial", "stamp")


def _line(step: Assessment) -> str:
    version, comparison = step.version, step.comparison
    returned = f"returns to state {step.state.number}: " if step.returns else ""
    told = "read anew" if version.kind == "upgrade" else f"{returned}{_what(step)}"
    worth = comparison.significance if comparison else _FIRST.get(version.kind, version.kind)
    head = f"{version.commit[:10]} {version.fetched_at:%Y-%m-%d %H:%M} state {step.state.number:<3}"
    return f"{head} {worth:<11} {told}"


_FIRST = {"capture": "first"}
"""What stands in the column of significance where there is nothing to compare with, by kind of version."""


def _what(step: Assessment) -> str:
    comparison = step.comparison
    if comparison is None:
        return "re-worded edition" if step.version.kind == "edition" else "first version"
    facts = [
        f"{fact.label}: {fact.before or 'none'} -> {fact.after or 'none'}" for fact in comparison.facts[:3]
    ]
    return "; ".join(facts) or comparison.reason
