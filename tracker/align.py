"""Which stretch of the older text each stretch of the newer one comes from: blocks, sentences, words."""

from __future__ import annotations
