"""``tracker serve``: the pages of the home folder."""

from __future__ import annotations

import click

from tracker.home import Home
from tracker.site.serve import NothingToServeError, serve


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, envvar="PORT", help="Port to listen on.")
def serve_command(host: str, port: int) -> None:
    """Serve the pages of the home folder (TRACKER_HOME) until interrupted."""
    serve_pages(Home.of(), host, port)


def serve_pages(home: Home, host: str, port: int) -> None:
    """Serve until interrupted; a port in use and an empty home are said plainly."""

    def tell(bound: int) -> None:
        click.echo(f"Serving http://{host}:{bound}/", err=True)

    try:
        serve(home.folder, host, port, tell)
    except NothingToServeError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{host}:{port}: {error.strerror}; choose another with --port") from error
