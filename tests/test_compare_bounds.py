"""Work is bounded in cells, never in seconds: texts made to hurt are compared fast and in little memory."""

from __future__ import annotations

import random
import re
import time
import tracemalloc
from collections.abc import Callable

import pytest

from tests.reading import outlined
from tracker.compare import compare, rebuild

Texts = tuple[str, str]

TIMES = 45
"""How much longer than cutting both texts into words a comparison may take; 2 to 35 were measured."""
MEGABYTES = 200

WORDS = re.compile(r"\w+|\s+|.")


def sentence(rng: random.Random, length: int = 12) -> str:
    return (
        " ".join(f"{rng.choice('abcdefghij')}{rng.randrange(800)}" for _ in range(length)).capitalize() + "."
    )


def identical_lines() -> Texts:
    return "We may change this.\n" * 10_000, "We may change this.\n" * 9_990


def few_lines_shuffled() -> Texts:
    rng = random.Random(1)
    lines = [sentence(rng, 6) + "\n" for _ in range(50)]
    return "".join(rng.choices(lines, k=10_000)), "".join(rng.choices(lines, k=10_000))


def one_endless_line() -> Texts:
    rng = random.Random(2)
    words = [f"w{rng.randrange(5_000)}" for _ in range(70_000)]
    changed = [f"x{k}" if rng.random() < 0.01 else word for k, word in enumerate(words)]
    return " ".join(words), " ".join(changed)


def strangers() -> Texts:
    texts = []
    for seed in (3, 4):
        rng = random.Random(seed)
        texts.append("\n\n".join(" ".join(sentence(rng) for _ in range(5)) for _ in range(1_700)))
    return texts[0], texts[1]


def every_line_edited() -> Texts:
    rng = random.Random(5)
    lines = [[f"w{rng.randrange(3_000)}" for _ in range(40)] for _ in range(2_000)]
    edited = [[w if rng.random() > 0.2 else f"e{rng.randrange(3_000)}" for w in line] for line in lines]
    return tuple("\n\n".join(" ".join(line) for line in some) for some in (lines, edited))  # type: ignore[return-value]


def lines_reversed() -> Texts:
    rng = random.Random(6)
    lines = [sentence(rng, 30) for _ in range(2_000)]
    return "\n\n".join(lines), "\n\n".join(reversed(lines))


def headings_renumbered() -> Texts:
    return tuple(
        "\n\n".join(
            f"# {k // 90 + shift}.{k % 90 + 1}. Clause {k % 97}\n\nText {k % 31}." for k in range(10_000)
        )
        for shift in (1, 2)
    )  # type: ignore[return-value]


def same_words_everywhere() -> Texts:
    return "the data of the user, " * 20_000, "the data of the users, " * 20_000


def seconds(work: Callable[[], object]) -> float:
    """CPU time of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


CASES: list[Callable[[], Texts]] = [
    identical_lines, few_lines_shuffled, one_endless_line, strangers, every_line_edited, lines_reversed,
    headings_renumbered, same_words_everywhere,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_a_text_made_to_hurt_is_compared_in_the_time_of_some_readings(case: Callable[[], Texts]) -> None:
    old, new = map(outlined, case())
    readings = seconds(lambda: [WORDS.findall(text) for text in (old.text, new.text)])

    assert seconds(lambda: compare(old, new)) < TIMES * max(readings, 0.05)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_a_text_made_to_hurt_is_rebuilt_exactly_and_in_little_memory(case: Callable[[], Texts]) -> None:
    old, new = map(outlined, case())
    tracemalloc.start()
    comparison = compare(old, new)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert rebuild(old.text, new.text, comparison) == new.text
    assert peak < MEGABYTES * 1_000_000
