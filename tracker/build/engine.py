"""What wrote the rows: when it changes, they are told anew, and nobody has to remember to say so."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from tracker.model import ENGINE

_PARTS = (
    "model.py", "blocks", "sections", "stamps", "facts", "align", "compare", "significance", "promises",
    "verdicts", "assess.py", "shorthand.py", "build", "database",
)  # fmt: skip
"""Everything of the package that a row may depend on."""


@cache
def engine() -> str:
    """The engine's version, and a digest of the code and word lists that readings and rows come from."""
    digest = blake2b(digest_size=8)
    for part in _PARTS:
        for folder in (part, f"{part}.py"):
            _add(digest, files("tracker").joinpath(folder))
    return f"{ENGINE}-{digest.hexdigest()}"


def _add(digest: blake2b, place: Traversable) -> None:
    if place.is_dir():
        for inside in sorted(place.iterdir(), key=lambda path: path.name):
            if inside.name != "__pycache__":
                _add(digest, inside)
    elif place.is_file():
        digest.update(place.name.encode())
        digest.update(place.read_bytes())
