"""What a change is worth: the significance of each change and of a comparison, with reason and evidence."""

from __future__ import annotations

from dataclasses import replace

from tracker.model import Comparison, Memory, Reading


def classify(
    older: Reading, newer: Reading, comparison: Comparison, memory: Memory | None = None
) -> Comparison:
    """The comparison with significance, reason, tags and fact changes filled in.

    ``memory`` is what is known of the policy's earlier history, None for a single pair.
    """
    return replace(comparison, significance="substantive" if comparison.changes else "none")


def remember(memory: Memory, older: Reading, newer: Reading, comparison: Comparison) -> Memory:
    """The memory after this comparison: which lines are restless."""
    return memory
