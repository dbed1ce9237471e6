"""Three truth values with Kleene's strong connectives (NOTICE.md A4).

A value is TRUE or FALSE only if it is so under every reading that the evidence leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tracker.model import Truth

TRUE: Final = "TRUE"
FALSE: Final = "FALSE"
UNKNOWN: Final = "UNKNOWN"


def negation(a: Truth) -> Truth:
    return {TRUE: FALSE, FALSE: TRUE, UNKNOWN: UNKNOWN}[a]  # type: ignore[return-value]


def conjunction(*values: Truth) -> Truth:
    if FALSE in values:
        return FALSE
    return UNKNOWN if UNKNOWN in values else TRUE


def disjunction(*values: Truth) -> Truth:
    if TRUE in values:
        return TRUE
    return UNKNOWN if UNKNOWN in values else FALSE


def implication(a: Truth, b: Truth) -> Truth:
    return disjunction(negation(a), b)


def agreed(values: Iterable[Truth]) -> Truth:
    """The value that all readings share; UNKNOWN when they differ or when there are none."""
    found = set(values)
    return found.pop() if len(found) == 1 else UNKNOWN
