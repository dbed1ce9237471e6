"""The end of a watcher's messages: a page with a button, and the one click that mail programs send.

The token in the address is all it takes, and all it gives: nothing else of ``private.db`` is read. Asking for
the page ends nothing, for mail programs look at links before people do.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from tracker.alerts import watchers
from tracker.database import connect
from tracker.site.pressed import Press
from tracker.site.views import Page

ADDRESS = r"^/unsubscribe/(?P<token>[A-Za-z0-9_-]{16,64})$"
_TYPE = "text/html; charset=utf-8"


async def answer(request: Any, datasette: Any, headers: dict[str, str]) -> Response:
    """The page that asks, or after its button (or one click) the page that says it is done."""
    headers = {**headers, "cache-control": "no-store", "referrer-policy": "no-referrer"}
    ended = request.method == "POST"
    status = 200
    if ended:
        private = datasette.tracker_site.store.path.with_name("private.db")
        try:
            await asyncio.get_running_loop().run_in_executor(None, _end, private, request.url_vars["token"])
        except sqlite3.Error:  # locked or full: the mail program asks again
            ended, status = False, 503
    model = {"ended": ended, "failed": status != 200}
    body = Press().html(Page("unsubscribe.html", "Stop these messages", model), "", "/unsubscribe", {})
    return Response(body, status=status, headers=headers, content_type=_TYPE)


def _end(private: Path, token: str) -> None:
    """A token that nobody holds, or no longer, is no error: the messages have ended."""
    if private.is_file():
        with closing(connect(private)) as database:
            watchers.unsubscribe(database, token)
