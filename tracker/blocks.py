"""A text cut into blocks, sentences and words, and the keys by which pieces of text are the same."""

from __future__ import annotations

import hashlib

from tracker.model import Block


def cut(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; they tile it."""
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        lead = len(line) - len(line.lstrip())
        blocks.append(Block(at, at + len(line), "text", at + lead, at + lead + len(body)))
        at += len(line)
    return tuple(blocks)


def normalised(text: str) -> str:
    """The visible words of a text with white space collapsed; case and punctuation are kept."""
    return " ".join(text.split())


def identity(text: str) -> str:
    """SHA-256 (hex) of the normalised visible text: two texts with one identity are one state."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()
