"""Extraction without selectors against the text that people's selectors gave, on real pages."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.extract import extract

SHARED = Path(os.environ.get("TRACKER_SHARED", Path(__file__).parents[1].parent / "shared"))
PAGES = SHARED / "corpora" / "pages"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not PAGES.is_dir(), reason=f"{PAGES} holds the pages; it is not part of the repository"
    ),
]


def plain(text: str) -> str:
    """The words of a line of Markdown, marks and addresses left out."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|<[^>]+>|\\", " ", text)
    return " ".join(re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "]", text).lower()))


def words(text: str) -> Counter[str]:
    return Counter(plain(text).split())


def headings(text: str) -> Counter[str]:
    """Level and words of each heading, marked by hashes or by a line below."""
    text = re.sub(r"^(\S.*)\n=+$", r"# \1", text, flags=re.M)
    text = re.sub(r"^([^|\s].*)\n-+$", r"## \1", text, flags=re.M)
    found = re.findall(r"^\s*(?:[-*]\s+|\d+\.\s+)?(#{1,6}) (.*)$", text, re.M)
    return Counter(f"{len(level)} {plain(rest)}" for level, rest in found)


def rows(text: str) -> Counter[str]:
    lines = (line for line in text.split("\n") if re.match(r"\s*\|.*\w", line))
    return Counter(plain(line) for line in lines)


def recall(found: Counter[str], wanted: Counter[str]) -> float:
    return (found & wanted).total() / max(wanted.total(), 1)


def f1(found: Counter[str], wanted: Counter[str]) -> float:
    return 2 * (found & wanted).total() / max(found.total() + wanted.total(), 1)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str, str]]:
    """(by the address alone, with the type, as people's selectors gave it) of each page."""
    index = json.loads((PAGES / "index.json").read_text("utf-8"))
    found = []
    for page in index:
        content = (PAGES / f"{page['id']}.html").read_bytes()
        alone = extract(content, url=page["url"]).text
        typed = extract(content, url=page["url"], policy_type=page["type"]).text
        found.append((alone, typed, (PAGES / f"{page['id']}.md").read_text("utf-8")))
    return found


def test_words_from_the_address_alone(pairs: list[tuple[str, str, str]]) -> None:
    scores = [f1(words(alone), words(wanted)) for alone, _, wanted in pairs]

    assert sum(scores) / len(scores) >= 0.96


def test_words_with_the_type(pairs: list[tuple[str, str, str]]) -> None:
    scores = [f1(words(typed), words(wanted)) for _, typed, wanted in pairs]

    assert sum(scores) / len(scores) >= 0.99


def test_no_page_loses_more_than_a_twentieth(pairs: list[tuple[str, str, str]]) -> None:
    assert min(recall(words(alone), words(wanted)) for alone, _, wanted in pairs) >= 0.95


@pytest.mark.parametrize(("part", "least"), [(headings, 0.98), (rows, 0.99)], ids=["headings", "rows"])
def test_structure(
    pairs: list[tuple[str, str, str]], part: Callable[[str], Counter[str]], least: float
) -> None:
    kept = sum((part(typed) & part(wanted)).total() for _, typed, wanted in pairs)
    wanted_in_all = sum(part(wanted).total() for _, _, wanted in pairs)

    assert kept / wanted_in_all >= least


def test_every_line_of_a_last_update_is_kept(pairs: list[tuple[str, str, str]]) -> None:
    stamped = re.compile(
        r"^.{0,60}\b(?:updated?|revised|effective|mise à jour|stand)\b.{0,60}\b20\d\d\b.*$", re.I | re.M
    )
    lines = [(typed, line[0]) for _, typed, wanted in pairs if (line := stamped.search(wanted))]
    kept = [plain(line) in plain(typed) for typed, line in lines]

    assert sum(kept) / len(kept) >= 0.97
