"""What many tests share."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.alert_world import Desk


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture(scope="session")
def clones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The histories that lie beside the repository, cloned."""
    folder = tmp_path_factory.mktemp("clones")
    shared = Path(os.environ.get("TRACKER_SHARED", Path(__file__).parents[2] / "shared"))
    for bundle in (shared / "corpora").glob("*.bundle"):
        clone = folder / bundle.stem.removesuffix("-versions")
        subprocess.run(["git", "clone", "-q", "--bare", str(bundle), str(clone)], check=True)
    return folder


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small invented world of the site's tests, built once for all who only read it."""
    from tests.site_world import settle  # here: it brings half of the program over, and few tests need it

    return settle(tmp_path_factory.mktemp("settled") / "home")


@pytest.fixture
def desk(settled: Path, tmp_path: Path) -> Iterator[Desk]:
    """Those who announce and send, over that world and with an outbox of their own."""
    from tests.alert_world import Desk  # here for the same reason

    made = Desk(settled, tmp_path / "private.db")
    yield made
    made.close()


# The same examples at every run, and as long as a loaded machine needs: a law holds or it does not.
settings.register_profile("law", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("law")
