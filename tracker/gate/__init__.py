"""Is what was fetched the policy at all? Challenge, login, consent and error pages, soft 404s, half pages.

A doubt never makes a change: a suspect capture is kept apart, and only some doubts are lifted when a second
fetch, later, shows the same (EXTRACTION.md 4). Each rule is a function in ``RULES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tracker.gate import changed, pages
from tracker.gate.looks import Doubt, Known, Look, Weight

__all__ = ["RULES", "Doubt", "Known", "Look", "Weight", "doubts"]

RULES: tuple[Callable[[Look, Known | None], Iterator[Doubt]], ...] = (
    pages.status, pages.empty, pages.unreadable, pages.challenge, pages.error_page, pages.login,
    pages.consent, pages.moved_away, pages.vocabulary,
    changed.truncated, changed.shrunk, changed.other_language, changed.another_text,
)  # fmt: skip
"""In the order in which reasons are told."""


def doubts(look: Look, known: Known | None = None) -> tuple[Doubt, ...]:
    """The doubts about a look, the gravest first; empty when it may be taken for the policy.

    A text that is known already is not doubted, whatever it says: somebody released it, or it passed before.
    """
    if known and look.status < 400 and look.text and look.text == known.text:
        return ()
    found = [doubt for rule in RULES for doubt in rule(look, known)]
    return tuple(sorted(found, key=lambda d: ("error", "blocked", "suspect").index(d.weight)))
