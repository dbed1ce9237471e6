"""What a look gave, what was known before it, and a doubt about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weight = Literal["error", "blocked", "suspect"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to think that the policy was not received."""

    rule: str
    weight: Weight
    reason: str
    lifted_by_repeat: bool
    """True when later fetches that show the same lift the doubt: a real rewrite looks like this too."""
    sights: int = 2
    """So many fetches must have shown it by then, the first included."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look gave."""

    asked: str
    """The address declared."""
    got: str
    """The address after all redirects."""
    status: int
    page: str
    """The page as text (HTML source, or the text itself)."""
    text: str
    """The policy's text as extracted."""
    title: str | None = None
    language: str | None = None
    """Of the text itself, so that a page that states none, or a wrong one, is judged alike."""
    locale: str | None = None
    """What the page states of itself: "en-gb"."""
    complete: bool = True
    """False when the connection ended before the announced length."""
    media_type: str = "text/html"
    expected_language: str | None = None
    """The language declared."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the policy from its last version."""

    text: str
    title: str | None = None
    language: str | None = None
    locale: str | None = None
    got: str | None = None
    """The final address of the last good look."""
