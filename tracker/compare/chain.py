"""The heaviest part of a sequence that keeps its order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def heaviest_chain(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Indices of the heaviest strictly increasing subsequence of ``places``; O(n log n)."""
    if all(a < b for a, b in pairwise(places)):
        return list(range(len(places)))
    rank = {place: k + 1 for k, place in enumerate(sorted(set(places)))}
    best: list[tuple[int, int]] = [(0, -1)] * (len(rank) + 1)
    links: list[int] = []
    for k, place in enumerate(places):
        weight, link = _best_below(best, rank[place])
        links.append(link)
        _raise(best, rank[place], (weight + weights[k], k))
    k = _best_below(best, len(best))[1]
    chain = []
    while k >= 0:
        chain.append(k)
        k = links[k]
    return chain[::-1]


def _best_below(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest chain that ends below a rank: a Fenwick tree of maxima."""
    top = (0, -1)
    at = rank - 1
    while at > 0:
        if best[at][0] > top[0]:
            top = best[at]
        at -= at & -at
    return top


def _raise(best: list[tuple[int, int]], rank: int, chain: tuple[int, int]) -> None:
    at = rank
    while at < len(best):
        if chain[0] > best[at][0]:
            best[at] = chain
        at += at & -at
