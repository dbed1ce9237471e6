"""From an address alone to a trustworthy version: what is no change is never recorded, what is one always."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from pdfs import pdf, policy_pages
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tracker.agenda import Agenda
from tracker.archive import Archive, Recording, Snapshot
from tracker.database import connect
from tracker.declarations import Declaration, each, parse
from tracker.fetch import Fetcher
from tracker.heads import Heads
from tracker.outgoing import Outgoing
from tracker.sweep import Sweeper
from tracker.track import look, maker

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


SHELL = (
    '<html><head><title>Acme</title><script src="/app.js"></script></head><body><div id="root"></div>'
    "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
)
TABLE = (
    "<table><tr><th>What</th><th>How long</th></tr><tr><td>Invoices</td><td>seven years</td></tr>{}</table>"
)


def with_table(rows: str = "") -> str:
    return POLICY.replace("</main>", TABLE.format(rows) + "</main>")


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
        self.heads = Heads(private)
        self.sweeper = Sweeper(
            self.archive, self.agenda, self.heads, looker, ThreadPoolExecutor(1), self.clock
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
        (FRENCH.replace(' lang="fr"', ""), 200, "suspect"),
        (page(lang="en-GB"), 200, "unchanged"),
        (SHELL, 200, "suspect"),
        ("<html><body><p>Page introuvable</p></body></html>", 200, "suspect"),
    ],
    ids=(
        "challenge challenge-403 soft-404 404 consent empty 503 truncated half other-language "
        "other-language-unsaid region-of-no-region shell soft-404-in-french"
    ).split(),
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
        page(CLAUSES[:-1]),
        POLICY.replace("nobody else at all", "somebody else at all", 1),
        with_table(),
    ],
    ids="one-number only-the-date moved-section added-section removed-section one-word table".split(),
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


def test_a_row_added_to_a_table_is_a_version(world: World) -> None:
    world.serve(with_table())
    world.look()
    world.serve(with_table("<tr><td>Logs</td><td>one year</td></tr>"))

    assert (world.look(), world.versions()) == ("new", 3)


def test_a_body_that_ends_before_its_announced_length_is_no_version(world: World) -> None:
    def cut(_: Request) -> Response:
        answer = html(REVISED[: len(REVISED) // 2])
        answer.headers["Content-Length"] = str(len(REVISED))
        answer.automatically_set_content_length = False
        return answer

    world.answer = cut
    first = world.look()
    world.serve(POLICY)

    assert (first in ("suspect", "error"), world.look(), world.versions()) == (True, "unchanged", 1)


def test_a_page_for_another_region_is_held(world: World) -> None:
    world.serve(REVISED.replace('lang="en"', 'lang="en-US"'))
    world.look()
    world.serve(page([*CLAUSES, CLAUSES[0]]).replace('lang="en"', 'lang="en-GB"'))

    assert (world.look(), world.versions()) == ("suspect", 2)


def test_half_a_page_that_comes_now_and_then_is_never_confirmed(world: World) -> None:
    outcomes = []
    for body in (page(CLAUSES[:3]), POLICY) * 3:
        world.serve(body)
        outcomes.append(world.look())

    assert (outcomes, world.versions()) == (["suspect", "unchanged"] * 3, 1)


def test_a_policy_that_lost_half_its_sections_for_good_comes_through(world: World) -> None:
    world.serve(page(CLAUSES[:3]))

    assert [world.look(), world.look()] == ["suspect", "new"]


def test_a_language_that_stays_comes_through_though_later_than_a_rewrite(world: World) -> None:
    world.serve(FRENCH)
    outcomes = [world.look() for _ in range(6)]

    assert outcomes == ["suspect"] * 5 + ["new"]


def test_a_capture_that_the_operator_dropped_is_not_confirmed_by_coming_again(world: World) -> None:
    world.serve(page(CLAUSES[:3]))
    world.look()
    [held] = world.agenda.held("acme/privacy")
    world.agenda.judge(held.capture, "dropped")

    assert [world.look() for _ in range(3)] == ["suspect"] * 3


def test_a_pdf_is_a_policy_like_any_other(world: World) -> None:
    pages = policy_pages()
    world.answer = lambda _: Response(pdf(pages), content_type="application/pdf")
    outcomes = [world.look(), world.look(hours=2)]
    pages[1][3] = ("Logs are kept for 6 months.", 72, 710, "regular", 11)
    outcomes.append(world.look())

    assert outcomes[1:] == ["new", "new"]


def test_a_server_that_asks_to_wait_is_left_alone_as_long(world: World) -> None:
    world.serve("busy", 503, **{"Retry-After": str(30 * 3600)})
    world.look()
    world.serve(REVISED)
    world.now += timedelta(hours=29)
    too_early = list(world.sweeper.due(world.declarations))

    assert (too_early, world.look(hours=2)) == ([], "new")


def test_a_day_on_which_a_text_takes_effect_has_a_look_of_its_own(world: World) -> None:
    text = "service: acme\nname: Acme\npolicies:\n  privacy: {{type: Privacy Policy, url: '{}', every: 8w}}\n"
    world.declarations = list(each(parse(Path("acme.yml"), text.format(world.declarations[0].source.url))))
    world.serve(page(updated="3 March 2026").replace("</h1>", "</h1><p>Effective date: 20 March 2026</p>"))
    world.look()
    [row] = world.agenda.rows()

    assert datetime.fromisoformat(row["due_at"]).date() in (date(2026, 3, 19), date(2026, 3, 20))


# --- upgrades ----------------------------------------------------------------------------------------------


def test_a_changed_declaration_reads_the_last_snapshot_anew_before_the_next_fetch(world: World) -> None:
    text = (
        "service: acme\nname: Acme\npolicies:\n  privacy: {{type: Privacy Policy, url: '{}', remove: '{}'}}\n"
    )
    url = world.declarations[0].source.url
    world.declarations = list(each(parse(Path("acme.yml"), text.format(url, "h2:last-of-type"))))
    outcome = world.look()

    assert (outcome, [entry.kind for entry in world.archive.history()]) == (
        "unchanged",
        ["capture", "upgrade"],
    )


def test_an_upgrade_that_changes_no_text_records_nothing_and_is_not_tried_again(world: World) -> None:
    text = "service: acme\nname: Acme Limited\npolicies:\n  privacy: {{type: Privacy Policy, url: '{}'}}\n"
    world.declarations = list(each(parse(Path("acme.yml"), text.format(world.declarations[0].source.url))))
    world.look()
    [declaration] = world.declarations

    assert (world.versions(), world.heads.is_stale(declaration.policy, *maker(declaration))) == (1, False)


# --- the operator's word -----------------------------------------------------------------------------------


def test_a_page_is_compared_with_what_was_recorded_last_whoever_recorded_it(world: World) -> None:
    with world.archive.writer() as writer:
        writer.record(Recording("acme/privacy", "Another text.", world.now, Snapshot(b"x", "txt", {})))
    world.look()

    assert world.look(hours=2) == "returned"
