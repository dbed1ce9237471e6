"""Which sentences speak of changing this document, and which of changing something else."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal

from tracker.promises.grammar import Grammar
from tracker.remembering import remember

Topic = Literal["document", "other", "bare", "none"]
"""What changes: this document, something else, something named before ("such changes"), nothing."""

_NEAR = 90
_POINTER = 24
"""Characters before a change word in which "such" stands."""
_JOINED = 5
"""Words between two objects of one verb at most: "the services, or any of these terms"."""
_RUN_IN, _LONGEST = 6, 14
"""Words of a heading with a full stop, as it runs into its clause; and of any heading."""


@remember(8192)
def topic(plain: str, grammar: Grammar) -> Topic:
    """What a plain sentence says is changed: each change word is read with its nearest object."""
    if not grammar.stirs(plain):
        return "document" if grammar.has("renewed", plain) else "none"
    tokens = list(grammar.objects.finditer(plain))
    changes = [i for i, t in enumerate(tokens) if t["c"]]
    found = {_object(plain, tokens, i, grammar) for i in changes}
    if "document" in found or grammar.has("renewed", plain) or grammar.has("topical", plain):
        return "document"
    if "other" in found:
        return "other"
    return "bare" if found else "none"


def names_document(plain: str, grammar: Grammar) -> bool:
    """Whether a plain sentence names this document at all."""
    return grammar.has("document", plain)


def heads(heading: str, grammar: Grammar) -> bool:
    """Whether a plain heading, read in full, announces a clause about changes of this document."""
    words = len(heading.split())
    sentence = heading.rstrip("*_\"' ").endswith((".", ";", ",")) and words > _RUN_IN
    if sentence or words > _LONGEST or not grammar.stirs(heading):
        return False
    return grammar.patterns["heading"].fullmatch(_bare(heading)) is not None


def _bare(heading: str) -> str:
    return re.sub(r"^\W*(?:(?:article|section|§|\d+|[ivx]+|[a-z])[\s.):-]+)*", "", heading).strip(" .:?!\"'")


def _object(plain: str, tokens: list[re.Match[str]], at: int, grammar: Grammar) -> Topic:
    right = _right(plain, tokens, at, grammar)
    if right or grammar.has("such", plain[: tokens[at].start()][-_POINTER:]):
        return right or "bare"
    return _left(plain, tokens, at, grammar) or "bare"


def _right(plain: str, tokens: list[re.Match[str]], at: int, grammar: Grammar) -> Topic | None:
    edge, verdict = tokens[at].end(), None
    for token in islice(tokens, at + 1, None):
        if token["c"]:
            if token.start() - edge > 12:
                break
            edge = token.end()
            continue
        gap = plain[edge : token.start()]
        near = len(gap) <= _NEAR and (verdict is None or len(gap.split()) <= _JOINED)
        if not near or ";" in gap or ". " in gap or grammar.has("breaks", gap):
            break
        if token["d"]:
            joined = verdict is None or not gap.strip() or grammar.has("joiner", gap) or "," in gap
            return "document" if joined else "other"
        verdict, edge = "other", token.end()
    return "other" if verdict else None


def _left(plain: str, tokens: list[re.Match[str]], at: int, grammar: Grammar) -> Topic | None:
    edge, verdict = tokens[at].start(), None
    for i in range(at - 1, -1, -1):
        token = tokens[i]
        if token["c"]:
            continue
        gap = plain[token.end() : edge]
        near = len(gap) <= _NEAR and (verdict is None or len(gap.split()) <= _JOINED)
        if not near or grammar.has("breaks_left", gap):
            break
        if token["d"]:
            joined = verdict is None or grammar.has("joiner", gap)
            return "document" if joined else "other"
        verdict, edge = "other", token.start()
    return "other" if verdict else None
