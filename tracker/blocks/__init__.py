"""A text cut into blocks, sentences and words, and the keys by which pieces of text are the same."""

from tracker.blocks.cutting import cut
from tracker.blocks.keys import content_key, exact_key, identity, normalised
from tracker.blocks.marks import visible
from tracker.blocks.wording import sentences, words

__all__ = ["content_key", "cut", "exact_key", "identity", "normalised", "sentences", "visible", "words"]
