"""From an address alone to a trustworthy version: what is no change is never recorded, what is one always."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tracker.agenda import Agenda
from tracker.archive import Archive
from tracker.database import connect
from tracker.declarations import Declaration, each, parse
from tracker.fetch import Fetcher
from tracker.heads import Heads
from tracker.outgoing import Outgoing
from tracker.sweep import Sweeper
from tracker.track import look

START = datetime(2026, 3, 1, 12, tzinfo=UTC)

CLAUSES = [
    ("Who we are", "Acme Limited of Dublin is the controller of your personal data under this policy."),
    ("What we collect", "We collect your name, your address and what you order from our services and pages."),
    ("Retention", "Security logs are kept for 12 months, and invoices for seven years after the order."),
    ("Recipients", "Your data is shared with our hosting provider in Ireland and with nobody else at all."),
    ("Your rights", "You may see, correct or delete your data at any time by writing to us at our address."),
    ("Changes", "We will post changes to this policy on this page at least 14 days before they take effect."),
]  # fmt: skip


def page(clauses: list[tuple[str, str]] = CLAUSES, updated: str = "1 March 2026", lang: str = "en") -> str:
    body = "".join(f"<h2>{heading}</h2><p>{words} {words}</p>" for heading, words in clauses)
    return (
        f'<html lang="{lang}"><head><title>Privacy Policy - Acme</title></head><body>'
        f'<nav><a href="/">Home</a></nav><main><h1>Privacy Policy</h1><p>Last updated: {updated}</p>{body}'
        "</main><footer>Acme</footer></body></html>"
    )


POLICY = page()
REVISED = page([(h, w.replace("12 months", "6 months")) for h, w in CLAUSES])
CHALLENGE = (
    "<html><head><title>Just a moment...</title></head><body><p>Verifying you are human.</p></body></html>"
)
NOT_FOUND = "<html><head><title>Acme</title></head><body><h1>Page not found</h1><p>Sorry.</p></body></html>"
CONSENT = (
    "<html><head><title>Acme</title></head><body><h1>Before you continue</h1><p>We use cookies.</p>"
    "<p>Accept all or reject all, or manage choices.</p></body></html>"
)
FRENCH = page(
    [
        (
            "Vos droits",
            "Vous pouvez à tout moment demander la suppression de vos données personnelles par écrit.",
        )
    ]
    * 6,
    lang="fr",
)


def html(body: str) -> Response:
    return Response(body, content_type="text/html; charset=utf-8")


class World:
    """A publisher on loopback, and a watcher whose clock we turn."""

    def __init__(self, server: HTTPServer, folder: Path) -> None:
        self.now = START
        self.answer: Callable[[Request], Response] = lambda _: html(POLICY)
        server.expect_request("/robots.txt").respond_with_data(status=404)
        server.expect_request("/privacy").respond_with_handler(lambda request: self.answer(request))
        server.expect_request("/").respond_with_data("<html><body><h1>Acme</h1><p>Shop.</p></body></html>")
        self.declarations = self.declared(server.url_for("/privacy"))
        self.archive = Archive.open(folder / "policies.git", create=True)
        private = connect(folder / "private.db")
        self.agenda = Agenda(private)
        looker = partial(look, Fetcher(Outgoing(allow_private=True), self.clock, self.pause))
        self.sweeper = Sweeper(
            self.archive, self.agenda, Heads(private), looker, ThreadPoolExecutor(1), self.clock
        )

    @staticmethod
    def declared(url: str) -> list[Declaration]:
        text = f"service: acme\nname: Acme\npolicies:\n  privacy:\n    type: Privacy Policy\n    url: {url}\n"
        return list(each(parse(Path("acme.yml"), text)))

    def clock(self) -> datetime:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def serve(self, body: str | bytes, status: int = 200, **headers: str) -> None:
        self.answer = lambda _: Response(body, status, headers, content_type="text/html; charset=utf-8")

    def look(self, hours: float = 7) -> str:
        """Let time pass, look, and say what came."""
        self.now += timedelta(hours=hours)
        [checked] = self.sweeper.due(self.declarations)
        return checked.outcome

    def versions(self) -> int:
        return len(list(self.archive.history()))


@pytest.fixture
def world(httpserver: HTTPServer, tmp_path: Path) -> World:
    made = World(httpserver, tmp_path)
    assert made.look() == "new"
    return made


@pytest.mark.parametrize(
    ("body", "status", "outcome"),
    [
        (CHALLENGE, 200, "blocked"),
        (CHALLENGE, 403, "blocked"),
        (NOT_FOUND, 200, "suspect"),
        (NOT_FOUND, 404, "error"),
        (CONSENT, 200, "blocked"),
        ("", 200, "suspect"),
        ("busy", 503, "error"),
        (POLICY[: len(POLICY) // 2], 200, "suspect"),
        (page(CLAUSES[:3]), 200, "suspect"),
        (FRENCH, 200, "suspect"),
    ],
    ids="challenge challenge-403 soft-404 404 consent empty 503 truncated half other-language".split(),
)
def test_what_is_not_the_policy_is_no_version(world: World, body: str, status: int, outcome: str) -> None:
    world.serve(body, status)
    first = world.look()
    world.serve(POLICY)
    then = world.look()

    assert (first, then, world.versions()) == (outcome, "unchanged", 1)


def test_a_redirect_to_the_home_page_is_no_version(world: World) -> None:
    world.answer = lambda _: Response(status=302, headers={"Location": "/"})

    assert (world.look(), world.versions()) == ("suspect", 1)


@pytest.mark.parametrize(
    "changed",
    [
        REVISED,
        page(updated="2 March 2026"),
        page([*CLAUSES[1:], CLAUSES[0]]),
        page([*CLAUSES, ("New", CLAUSES[0][1])]),
    ],
    ids="one-number only-the-date moved-section added-section".split(),
)
def test_every_change_of_the_policy_is_a_version(world: World, changed: str) -> None:
    world.serve(changed)

    assert (world.look(), world.versions()) == ("new", 2)


def test_a_text_that_comes_back_is_said_to_return(world: World) -> None:
    world.serve(REVISED)
    outcomes = [world.look()]
    world.serve(POLICY)
    outcomes.append(world.look())

    assert outcomes == ["new", "returned"]


def test_the_version_says_when_the_text_before_was_last_met(world: World) -> None:
    world.look()
    met = world.now
    world.serve(REVISED)
    world.look()

    assert list(world.archive.history())[-1].last_seen_at == met


def test_a_real_rewrite_comes_through_at_the_second_look(world: World) -> None:
    rewrite = page(
        [(f"Part {n}", f"Wholly other words about data, number {n}, and our services.") for n in range(6)]
    )
    world.serve(rewrite)
    outcomes = [world.look(), world.look(hours=2)]

    assert (outcomes, world.versions()) == (["suspect", "new"], 2)


def test_a_server_that_always_says_not_modified_is_asked_for_all_once_a_week(world: World) -> None:
    world.serve(POLICY, ETag='"stuck"')
    world.look()
    stuck = Response(status=304)
    world.answer = lambda request: stuck if "If-None-Match" in request.headers else html(REVISED)
    outcomes = [world.look(hours=25) for _ in range(9)]

    assert (outcomes.count("new"), set(outcomes)) == (1, {"new", "unchanged"})


def test_navigation_and_tokens_make_no_version(world: World) -> None:
    world.serve(
        POLICY.replace(
            "<footer>Acme", '<footer>Acme <a href="/x?utm_source=1&token=a8f9e7d6c5b4a3928170">x</a>'
        )
    )

    assert (world.look(), world.versions()) == ("unchanged", 1)


def test_checks_are_kept_as_coverage(world: World) -> None:
    for _ in range(3):
        world.look()

    spans = [(span.outcome, span.state, span.count) for span in world.archive.ledger()]
    assert spans == [("new", 1, 1), ("unchanged", 1, 3)]


def test_a_policy_that_is_looked_at_already_is_left_alone(world: World) -> None:
    world.now += timedelta(hours=7)
    world.agenda.claim(world.now, "another process", 10)

    assert list(world.sweeper.due(world.declarations)) == []
