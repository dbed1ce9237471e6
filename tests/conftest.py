"""What many tests share."""

import socket

import pytest
from hypothesis import settings


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


# The same examples at every run, and as long as a loaded machine needs: a law holds or it does not.
settings.register_profile("law", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("law")
