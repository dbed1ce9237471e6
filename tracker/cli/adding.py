"""``tracker add``: a declaration proposed from an address."""

from __future__ import annotations

import sys

import click

from tracker import render
from tracker.declarations import DeclarationError
from tracker.fetch import GAP, Fetcher
from tracker.home import Home
from tracker.outgoing import Outgoing
from tracker.propose import Proposal, ProposalError, propose, write
from tracker.render import printable


@click.command()
@click.option("--write", "writes", is_flag=True, help="Put the declaration into seeds/declarations/.")
@click.argument("url")
def add_command(url: str, writes: bool) -> None:
    """Propose a declaration for URL: look twice, and show what would be tracked and what flickered."""
    home = Home.of()
    outgoing = Outgoing(contact=home.contact, allow_private=home.allow_private)
    try:
        proposal = propose(url, Fetcher(outgoing, gap=0.0 if home.allow_private else GAP))
        _show(proposal)
        if writes:
            click.echo(f"\nWritten to {write(proposal, home.declarations)}")
    except (ProposalError, DeclarationError) as error:
        raise click.ClickException(str(error)) from error
    finally:
        outgoing.close()
    sys.exit(bool(proposal.doubts))


def _show(proposal: Proposal) -> None:
    click.echo(printable(proposal.yaml()))
    click.echo(render.reading_text(proposal.url, proposal.reading))
    for doubt in proposal.doubts:
        click.echo(printable(f"Doubt: {doubt}"))
    if proposal.flickered:
        click.echo(f"\n{len(proposal.flickered)} lines differed between two looks:")
        for line in proposal.flickered[:20]:
            click.echo(printable(f"  {line[:160]}"))
    else:
        click.echo("\nNothing differed between two looks.")
