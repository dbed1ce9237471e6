"""The home folder: where declarations, the archive, the databases and the site's metadata lie."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class HomeError(Exception):
    """The home folder lacks something: says what and what to do."""


@dataclass(frozen=True, slots=True)
class Home:
    """Paths under ``TRACKER_HOME`` (the current folder when unset), and what the environment asks for."""

    folder: Path
    allow_private: bool = False
    """``TRACKER_ALLOW_PRIVATE=1``: addresses that are not public may be fetched. For tests on loopback."""
    contact: str | None = None
    """``TRACKER_CONTACT``: where publishers can reach the operator; told in the User-Agent."""
    site: str = "http://127.0.0.1:8001"
    """``TRACKER_SITE``: the address at which our pages are read; links in messages begin with it."""

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Home:
        return cls(
            Path(environment.get("TRACKER_HOME") or ".").absolute(),
            environment.get("TRACKER_ALLOW_PRIVATE") == "1",
            environment.get("TRACKER_CONTACT") or None,
            (environment.get("TRACKER_SITE") or "http://127.0.0.1:8001").rstrip("/"),
        )

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    @property
    def declarations(self) -> Path:
        return self.seeds / "declarations"

    @property
    def archive(self) -> Path:
        return self.folder / "archive" / "policies.git"

    @property
    def database(self) -> Path:
        """Public and derived: ``tracker build`` makes it from the archive."""
        return self.folder / "archive" / "policies.db"

    @property
    def private(self) -> Path:
        """Watchers, outbox, agenda; never served."""
        return self.folder / "archive" / "private.db"

    @property
    def metadata(self) -> Path:
        return self.folder / "metadata.yml"

    def prepared(self) -> Home:
        """The home with its archive folder made; ``HomeError`` when that cannot be."""
        try:
            self.archive.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeError(
                f"{self.archive.parent} cannot be made ({error.strerror}): "
                "set TRACKER_HOME to a folder you may write"
            ) from error
        return self
