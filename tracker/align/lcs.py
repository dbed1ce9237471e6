"""What two sequences have in common, in order: longest common subsequences with bounded work.

Work is bounded in cells (length times length), never in seconds, so that the answer is a function of the
two sequences alone. Sequences are strings of codes (see ``tokens``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import LCSseq

Run = tuple[int, int, int]
"""``a[i:i+n] == b[j:j+n]``, as (i, j, n)."""

MAX_CELLS = 25_000_000
LONG_RUN = 5
"""Tokens: a run so long is no coincidence."""
READABLE_CELLS = 1_200
"""Up to here diff-match-patch, whose runs read better; above rapidfuzz, bit-parallel and far faster."""


def common(a: str, b: str, *, cells: int = MAX_CELLS) -> list[Run]:
    """Matching runs of two code strings in order; a longest common subsequence while within ``cells``."""
    head = _head(a, b)
    tail = _head(a[head:][::-1], b[head:][::-1])
    runs = [(0, 0, head)] if head else []
    runs += _shift(_middle(a[head : len(a) - tail], b[head : len(b) - tail], cells), head, head)
    if tail:
        runs.append((len(a) - tail, len(b) - tail, tail))
    return _joined(runs)


def readable(a: str, b: str) -> list[Run]:
    """Matching runs of two short code strings as a reader would pair them."""
    if len(a) * len(b) > READABLE_CELLS:
        return common(a, b)
    if not set(a) & set(b):
        return []
    runs: list[Run] = []
    i = j = 0
    for op, piece in _differ().diff_main(a, b, False):
        if op == 0:
            runs.append((i, j, len(piece)))
        i += len(piece) if op <= 0 else 0
        j += len(piece) if op >= 0 else 0
    return _joined(runs)


def without_islands(runs: list[Run], size_a: int, size_b: int) -> list[Run]:
    """Runs but those few words that a rewritten stretch has in common by coincidence: they were not kept.

    A stretch reaches from one long run to the next.
    """
    kept: list[Run] = []
    islands: list[Run] = []
    shore = (0, 0, 0)
    for run in [*runs, (size_a, size_b, 0)]:
        if 0 < run[2] < LONG_RUN:
            islands.append(run)
            continue
        kept += islands if _hold(islands, shore, run) else []
        kept.append(run)
        islands, shore = [], run
    return [run for run in kept if run[2]]


def _hold(islands: list[Run], shore: Run, other: Run) -> bool:
    """True if the short runs between two long ones are enough of the words there to be no coincidence."""
    same = sum(n for _, _, n in islands)
    changed = max(other[0] - shore[0] - shore[2], other[1] - shore[1] - shore[2]) - same
    return changed < 4 or same >= 0.25 * (same + changed)


def _differ() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # its default of a second makes the answer depend on the machine's load
    return differ


def _head(a: str, b: str) -> int:
    """Length of the common beginning."""
    low, high = 0, min(len(a), len(b))
    if a[:high] == b[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _middle(a: str, b: str, cells: int) -> list[Run]:
    if not a or not b:
        return []
    if len(a) * len(b) <= cells:
        return _longest(a, b)
    return _anchored(a, b, cells)


def _longest(a: str, b: str) -> list[Run]:
    shared = set(a) & set(b)
    if not shared:
        return []
    blocks = LCSseq.editops(a, b).as_matching_blocks()
    return [(m.a, m.b, m.size) for m in blocks if m.size]


def _anchored(a: str, b: str, cells: int) -> list[Run]:
    """Split at codes that stand once in both (else at their k-th occurrence), then solve the gaps."""
    anchors = _increasing(_unique_pairs(a, b)) or _increasing(kth_pairs(a, b))
    runs: list[Run] = []
    at_a = at_b = 0
    for i, j in [*anchors, (len(a), len(b))]:
        gap_a, gap_b = a[at_a:i], b[at_b:j]
        if not set(gap_a).isdisjoint(gap_b):
            runs += _shift(_between(gap_a, gap_b, cells), at_a, at_b)
        if i < len(a):
            runs.append((i, j, 1))
        at_a, at_b = i + 1, j + 1
    return runs


def _between(a: str, b: str, cells: int) -> list[Run]:
    """The runs between two anchors; above ``cells`` the k-th occurrence of each code is that of the other."""
    if len(a) * len(b) <= cells:
        return common(a, b, cells=cells)
    return [(i, j, 1) for i, j in _increasing(kth_pairs(a, b))]


def _unique_pairs(a: str, b: str) -> list[tuple[int, int]]:
    count_a, count_b = Counter(a), Counter(b)
    place = {code: j for j, code in enumerate(b) if count_b[code] == 1}
    return [(i, place[code]) for i, code in enumerate(a) if count_a[code] == 1 and code in place]


def kth_pairs(a: str, b: str) -> list[tuple[int, int]]:
    """The k-th place of each code in the one with its k-th place in the other."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, code in enumerate(b):
        places[code].append(j)
    seen: Counter[str] = Counter()
    pairs = []
    for i, code in enumerate(a):
        k = seen[code]
        seen[code] += 1
        if k < len(places[code]):
            pairs.append((i, places[code][k]))
    return pairs


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest chain of pairs that grows on both sides; the pairs come in order of the first."""
    tails: list[int] = []
    links: list[int] = []
    ends: list[int] = []
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        links.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            ends.append(k)
        else:
            tails[at], ends[at] = j, k
    chain = []
    k = ends[-1] if ends else -1
    while k >= 0:
        chain.append(pairs[k])
        k = links[k]
    return chain[::-1]


def _shift(runs: list[Run], by_a: int, by_b: int) -> list[Run]:
    return [(i + by_a, j + by_b, n) for i, j, n in runs]


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that touch on both sides made one."""
    joined: list[Run] = []
    for i, j, n in runs:
        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + n)
        elif n:
            joined.append((i, j, n))
    return joined
