"""The facet of the promise: the best that a text promises about changes of itself (NOTICE.md A3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from tracker.model import Promise, PromiseKind, Reading, Verdict
from tracker.verdicts.step import Step
from tracker.verdicts.truth import TRUE
from tracker.verdicts.wording import Shown, quoted

Best = Literal[
    "numeric",
    "vague_advance",
    "notify_no_time",
    "posting_only",
    "check_back_burden",
    "right_without_notice",
    "absent",
]

_SAYS: dict[Best, str] = {
    "numeric": "promises notice of changes some time ahead, in numbers",
    "vague_advance": "promises notice ahead of changes, without a number",
    "notify_no_time": "promises to tell of changes, without a time",
    "posting_only": "promises to show changes on its page, and no more",
    "check_back_burden": "asks its readers to look for changes themselves",
    "right_without_notice": "reserves the right to change, and promises nothing of it",
    "absent": "says nothing of changes of itself",
}
_RANKS: tuple[tuple[Best, frozenset[PromiseKind]], ...] = (
    ("numeric", frozenset({"advance_notice"})),
    ("notify_no_time", frozenset({"notice"})),
    ("posting_only", frozenset({"posting", "stamp"})),
    ("check_back_burden", frozenset({"check_back"})),
    ("right_without_notice", frozenset({"no_notice"})),
)
_AHEAD = re.compile(
    r"\b(?:before|prior|in advance|advance|ahead|beforehand|avant|au préalable|à l'avance|préavis|vorab"
    r"|vorher|vor|rechtzeitig|im voraus|antes|antelación|preaviso|prima|preavviso|antecedência|vooraf"
    r"|van tevoren|przed|wyprzedzeniem|innan|i förväg|forinden|předem|vopred"
    r"|előtt|înainte|vnaprej|unaprijed|etukäteen)\b",
    re.IGNORECASE,
)


def promise(step: Step) -> Iterator[Verdict]:
    """What the newer text promises at best, where the older promised something else."""
    old, new = best(step.before), best(step.after)
    if not step.reworded or step.doubts or old[0] == new[0]:
        return
    shown: Shown = {"before": old[0], **(quoted(new[1]) if new[1] else {})}
    reason = f"the text now {_SAYS[new[0]]}; before, it {_SAYS[old[0]]}"
    yield Verdict("promise", new[0], TRUE, reason, (), shown)


def best(reading: Reading) -> tuple[Best, Promise | None]:
    """The strongest that a text promises, and the promise; a right it reserves is none."""
    for value, kinds in _RANKS:
        found = [p for p in reading.promises if p.kind in kinds]
        if value == "notify_no_time" and (ahead := next((p for p in found if _AHEAD.search(p.raw)), None)):
            return "vague_advance", ahead
        if found:
            return value, found[0]
    return ("right_without_notice" if reading.reservations else "absent"), None
