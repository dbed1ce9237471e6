"""The datasette plugin: our pages at their fixed addresses, datasette's tables below them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from datasette import hookimpl
from datasette.utils.asgi import NotFound

from tracker.site.store import SQL_LENGTH

Hook = TypeVar("Hook", bound=Callable[..., Any])
hook = cast("Callable[[Hook], Hook]", hookimpl)
"""datasette is untyped; its marker leaves a function as it is."""

DATABASE = "policies"
"""Name under which the public database is mounted; without it the plugin adds nothing."""


@hook
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """Our addresses. They have no permission check: all they show is public."""
    if DATABASE not in datasette.databases:
        return []
    from tracker.site.routes import routes  # after the check: readings and git are not loaded for nothing

    return routes()


@hook
def startup(datasette: Any) -> None:
    if DATABASE not in datasette.databases or hasattr(datasette, "tracker_site"):
        return
    from datasette import handle_exception as cores

    from tracker.site.routes import Site
    from tracker.site.texts import GitArchive

    cores.rich = None  # else, where rich is installed, each 404 prints a traceback: a second of work
    path = Path(datasette.databases[DATABASE].path)
    archive = GitArchive(path.parent / "policies.git")
    datasette.tracker_site = Site(path, archive, os.environ.get("TRACKER_SITE", "").rstrip("/") or None)


@hook
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """What is not there outside datasette's own addresses is said on a page of ours."""
    from tracker.site.routes import not_found

    first = request.path.strip("/").split("/", 1)[0].split(".", 1)[0]
    if not isinstance(exception, NotFound) or first in (*datasette.databases, "-"):
        return None
    return not_found(request)


@hook
def register_output_renderer(datasette: Any) -> dict[str, Any] | None:
    """Canned queries as feeds, beside the JSON and CSV that datasette gives."""
    if DATABASE not in datasette.databases:
        return None
    from tracker.site import answers  # after the check, as above

    return {"extension": "atom", "render": answers.render, "can_render": answers.is_a_query}


@hook
def prepare_connection(conn: sqlite3.Connection) -> None:
    """No value of a query may be larger than this: one took 2 GB past a limit of one second."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, SQL_LENGTH)


@hook
def extra_css_urls() -> list[str]:
    from tracker.site.pressed import asset_path

    return [asset_path("tables.css")]


@hook
def skip_csrf(scope: dict[str, Any]) -> bool:
    """The one click by which mail programs unsubscribe carries no form: its token is proof enough."""
    return str(scope["path"]).startswith("/unsubscribe/")


@hook
def menu_links() -> list[dict[str, str]]:
    return [{"href": "/", "label": "What changed lately"}, {"href": "/search", "label": "Search"}]
