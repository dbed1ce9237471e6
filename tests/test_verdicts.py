"""Verdicts on small invented histories, the cases worked out on paper among them, and the laws they obey."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.histories import accusations, short, told
from tracker.build.variants import passing
from tracker.model import Assessment, Channel, Decision, Evidence, Notice, Publisher, Truth
from tracker.verdicts import judge

CASES = Path(__file__).parent / "cases" / "verdicts"


def cases(name: str) -> list[tuple[str, str, str]]:
    """Title, history and what is expected of its last version."""
    found = (CASES / f"{name}.txt").read_text("utf-8").strip().removesuffix("\n.").split("\n.\n\n")
    return [(title, history, expected) for title, history, expected in (c.split("\n.\n") for c in found)]


ALL = [
    pytest.param(history, expected, id=f"{name}: {title}")
    for name in ("notice", "stamps", "worked")
    for title, history, expected in cases(name)
]


@pytest.mark.parametrize(("history", "expected"), ALL)
def test_what_is_said_of_the_last_version(history: str, expected: str) -> None:
    last = told(history)[-1]
    facets = [line.split(": ")[0] for line in expected.splitlines()]

    assert [f"{facet}: {said(last, facet)}" for facet in facets] == expected.splitlines()


def said(step: Assessment, facet: str) -> str:
    if facet == "accusations":
        return "; ".join(accusations(step)) or "none"
    return "; ".join(short(v) for v in step.verdicts if v.facet == facet) or "nothing"


@pytest.mark.parametrize("history", [pytest.param(h, id=title) for title, h, _ in cases("worked")])
def test_no_version_of_a_worked_case_is_held_against_its_publisher(history: str) -> None:
    steps = told(history)
    withdrawn = variants(steps)
    held = [accusations(step) for n, step in enumerate(steps, 1) if n not in withdrawn]

    assert list(filter(None, held)) == []


def variants(steps: list[Assessment]) -> list[int]:
    """What a build finds out to have stood between a text and its return."""
    backs = [any(v.value == "variant_return" for v in s.verdicts) for s in steps]
    return passing(
        [
            (n, s.version.fetched_at.isoformat(), s.state.identity, None, None, back, s.returns, False)
            for n, (s, back) in enumerate(zip(steps, backs, strict=True), 1)
        ]
    )


# --- laws -------------------------------------------------------------------------------------------------

Key = tuple[str, str, object]


@cache
def steps() -> list[tuple[Assessment, Assessment]]:
    """The last step of every case, with the assessment before it."""
    histories = [h for name in ("notice", "stamps", "worked") for _, h, _ in cases(name)]
    return [(found[-2], found[-1]) for found in map(told, histories) if not found[-1].returns]


def judged(
    pair: tuple[Assessment, Assessment], evidence: Evidence | None = None, **seen: datetime | None
) -> dict[Key, Truth]:
    """Facet, value (where it is what was found, not what is asked) and promise -> truth."""
    older, newer = pair
    version = replace(newer.version, **seen)  # type: ignore[arg-type]
    verdicts = judge(
        (older.version, older.reading), (version, newer.reading), newer.comparison, newer.returns,
        older.memory, Publisher("fernlamp", "Fernlamp"), evidence,
    )  # fmt: skip
    asked = ("notice", "stamp_promise")
    return {
        (v.facet, "" if v.facet in asked else v.value, v.evidence.get("promise_start")): v.truth
        for v in verdicts
        if v.facet != "stamp_age"
    }


def certain(found: dict[Key, Truth]) -> set[tuple[Key, Truth]]:
    return {(key, truth) for key, truth in found.items() if truth != "UNKNOWN"}


PAIRS = st.integers(0, 10_000).map(lambda n: steps()[n % len(steps())])
HOURS = st.integers(0, 24 * 200).map(lambda hours: timedelta(hours=hours))


@settings(deadline=None)
@given(PAIRS, HOURS, HOURS, HOURS)
def test_a_wider_interval_makes_nothing_certain(
    pair: tuple[Assessment, Assessment], width: timedelta, earlier: timedelta, later: timedelta
) -> None:
    at = pair[1].version.fetched_at
    narrow = judged(pair, last_seen_at=at - width)
    wide = judged(pair, last_seen_at=at - width - earlier, fetched_at=at + later)

    assert certain(wide) <= certain(narrow)


AT = datetime(2022, 1, 1, tzinfo=UTC)
WAYS: list[Channel] = ["email", "website", "in_app", "post"]
NOTICES = st.builds(
    lambda way, day, mine: Notice("p", way, AT + timedelta(days=day), AT, "ab" * 32, "c" if mine else None),
    st.sampled_from(WAYS), st.integers(0, 1800), st.booleans(),
)  # fmt: skip
ANSWERS = st.sampled_from([None, True, False])


@settings(deadline=None)
@given(PAIRS, st.lists(NOTICES, max_size=4), st.lists(NOTICES, max_size=3), ANSWERS, ANSWERS)
def test_more_evidence_only_narrows(
    pair: tuple[Assessment, Assessment],
    notices: list[Notice],
    more: list[Notice],
    material: bool | None,
    exception: bool | None,
) -> None:
    decision = Decision(pair[1].version.commit, material, exception, "A. Reader", "read it", AT)
    little = judged(pair, Evidence(tuple(notices)))
    much = judged(pair, Evidence((*notices, *more), (decision,)))

    assert certain(little) <= certain(much)


@settings(deadline=None)
@given(
    PAIRS,
    st.lists(NOTICES, max_size=4),
    st.lists(st.tuples(ANSWERS, st.integers(0, 3)), max_size=4),
    st.data(),
)
def test_the_order_of_filing_does_not_matter(
    pair: tuple[Assessment, Assessment],
    notices: list[Notice],
    answers: list[tuple[bool | None, int]],
    data: st.DataObject,
) -> None:
    commit = pair[1].version.commit
    decisions = [
        Decision(commit, answer, None, "A. Reader", "read it", AT + timedelta(days=day))
        for answer, day in answers
    ]
    shuffled = Evidence(
        tuple(data.draw(st.permutations(notices))), tuple(data.draw(st.permutations(decisions)))
    )

    assert judged(pair, shuffled) == judged(pair, Evidence(tuple(notices), tuple(decisions)))
