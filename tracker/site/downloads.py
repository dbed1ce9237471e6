"""Files to keep: the page as received, and the evidence for a step. No browser shows them under our name."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, TypeVar

from datasette.utils.asgi import Response, asgi_start

from tracker.site import links
from tracker.site.kept import engine
from tracker.site.store import Row, Store
from tracker.site.texts import NoTextError, Texts
from tracker.site.views import Missing
from tracker.site.views.refs import apart, resolve

_VERSION = r"/services/(?P<service>[^/]+)/(?P<policy>[^/]+)/(?P<ref>[^/]+)"
SNAPSHOT = rf"^{_VERSION}/snapshot$"
EVIDENCE = rf"^{_VERSION}/evidence$"

IN_MEMORY = 1 << 20
"""Bytes of a file above which it waits on disk."""

_BLOCK = 1 << 16
_FILE = re.compile(r"[^A-Za-z0-9.\-]+")
_LASTING = "public, max-age=86400"
Made = TypeVar("Made")


class Download:
    """A file that is sent block by block, and closed at the end."""

    def __init__(self, content: IO[bytes], size: int, media: str, headers: Mapping[str, str]) -> None:
        self.content = content
        self.media = media
        self.headers = {**headers, "content-length": str(size)}

    async def asgi_send(self, send: Any) -> None:
        """Send it, as datasette asks every answer to."""
        with self.content:
            await asgi_start(send, 200, self.headers, self.media)
            more = True
            while more:
                block = await asyncio.to_thread(self.content.read, _BLOCK)
                more = len(block) == _BLOCK
                await send({"type": "http.response.body", "body": block, "more_body": more})


class Downloads:
    """Files made of the archive one at a time, so that many who ask cost no more memory than one."""

    def __init__(self, store: Store, texts: Texts, headers: Mapping[str, str]) -> None:
        self.store = store
        self.texts = texts
        policy = f"{headers['content-security-policy']}; sandbox"
        self.headers = {**headers, "cache-control": _LASTING, "content-security-policy": policy}
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="download")

    async def _alone(self, make: Callable[..., Made], *asked: Any) -> Made | None:
        """What is made while nothing else is; None when there is no such file."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self.thread, make, *asked)
        except (Missing, NoTextError, sqlite3.OperationalError):
            return None

    async def snapshot(self, policy: str, ref: str) -> Response | None:
        """The page as received."""
        return await self._alone(self._snapshot, policy, ref)

    def _snapshot(self, policy: str, ref: str) -> Response:
        row = resolve(self.store, policy, ref)
        content, suffix = self.texts.snapshot(policy, row["commit_hash"])
        named = self._named(f"{policy}-{row['commit_hash'][: links.SHORT]}.{suffix}.bin")
        return Response(content, headers=named, content_type="application/octet-stream")

    async def evidence(self, policy: str, ref: str, known: str) -> Response | Download | None:
        """A zip for the step between two versions (``a..b``), or for the step that led to one.

        ``known`` are the tags of the copies that the asker has. The zip follows from the two commits and our
        own code, so it need not be made to say that it is the same.
        """
        pair = await self._alone(self._pair, policy, ref)
        if pair is None:
            return None
        older, newer = (row["commit_hash"] for row in pair)
        tag = f'"{older[: links.SHORT]}-{newer[: links.SHORT]}-{engine()}"'
        if tag in known:
            return Response("", status=304, headers={**self.headers, "etag": tag})
        made = await self._alone(self._packed, policy, older, newer)
        if made is None:
            return None
        headers = {**self._named(f"{policy}-{older[: links.SHORT]}-{newer[: links.SHORT]}.zip"), "etag": tag}
        return Download(*made, "application/zip", headers)

    def _pair(self, policy: str, ref: str) -> tuple[Row, Row]:
        first, dots, second = ref.partition("..")
        if not dots:
            newer = resolve(self.store, policy, first)
            if not newer["previous_commit"]:
                raise Missing(f"{policy} has no version before {first} to compare with.")
            first, second = newer["previous_commit"], newer["commit_hash"]
        older, newer = resolve(self.store, policy, first), resolve(self.store, policy, second)
        if apart(older, newer):
            raise Missing("A text of our own is never compared with the publisher's.")
        return older, newer

    def _packed(self, policy: str, older: str, newer: str) -> tuple[IO[bytes], int]:
        """The zip at its beginning, and its length."""
        file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed once it is sent
        self.texts.pack(policy, older, newer, file)
        size = file.tell()
        file.seek(0)
        return file, size

    def _named(self, name: str) -> dict[str, str]:
        return {**self.headers, "content-disposition": f'attachment; filename="{_FILE.sub("-", name)}"'}
