"""Publishers are asked politely: robots first, with gaps, and not for what has not changed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pytest_httpserver import HTTPServer

from tracker.fetch import Fetcher, Validators
from tracker.outgoing import Outgoing

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that moves only when somebody waits."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def make() -> Callable[[], tuple[Fetcher, Clock]]:
    def made() -> tuple[Fetcher, Clock]:
        clock = Clock()
        return Fetcher(Outgoing(allow_private=True), clock, clock.pause), clock

    return made


Make = Callable[[], tuple[Fetcher, Clock]]


def robots(server: HTTPServer, text: str = "", status: int = 200) -> None:
    server.expect_request("/robots.txt").respond_with_data(text, status=status)


def test_a_page_comes_with_its_type_and_validators(httpserver: HTTPServer, make: Make) -> None:
    robots(httpserver, status=404)
    httpserver.expect_request("/p").respond_with_data(
        "<p>x", content_type="text/html; charset=ISO-8859-1", headers={"ETag": '"7"'}
    )

    found = make()[0].fetch(httpserver.url_for("/p"))

    assert (found.outcome, found.media_type, found.charset, found.validators) == (
        "received", "text/html", "ISO-8859-1", Validators('"7"', None, NOW),
    )  # fmt: skip


def test_an_address_that_robots_closes_is_not_asked(httpserver: HTTPServer, make: Make) -> None:
    robots(httpserver, "User-agent: *\nDisallow: /p")

    found = make()[0].fetch(httpserver.url_for("/p"))

    assert (found.outcome, [r.path for r, _ in httpserver.log]) == ("blocked", ["/robots.txt"])


def test_a_server_error_for_robots_closes_the_host_for_now(httpserver: HTTPServer, make: Make) -> None:
    robots(httpserver, status=503)

    found = make()[0].fetch(httpserver.url_for("/p"))

    assert (found.outcome, found.transient) == ("error", True)


def test_one_host_is_asked_with_the_gap_it_wants(httpserver: HTTPServer, make: Make) -> None:
    robots(httpserver, "User-agent: *\nCrawl-delay: 7")
    httpserver.expect_request("/p").respond_with_data("x")
    fetcher, clock = make()

    for _ in range(3):
        fetcher.fetch(httpserver.url_for("/p"))

    assert clock.now == NOW + timedelta(seconds=14)


def test_not_modified_is_unchanged_and_once_a_week_the_whole_page_is_asked_for(
    httpserver: HTTPServer, make: Make
) -> None:
    robots(httpserver, status=404)
    httpserver.expect_request("/p", headers={"If-None-Match": '"7"'}).respond_with_data(status=304)
    httpserver.expect_request("/p").respond_with_data("whole", headers={"ETag": '"7"'})
    fetcher, clock = make()

    first = fetcher.fetch(httpserver.url_for("/p"))
    second = fetcher.fetch(httpserver.url_for("/p"), first.validators)
    clock.pause(8 * 86_400)
    third = fetcher.fetch(httpserver.url_for("/p"), second.validators)

    assert [f.outcome for f in (first, second, third)] == ["received", "unchanged", "received"]


@pytest.mark.parametrize(
    ("status", "outcome"), [(403, "blocked"), (429, "blocked"), (404, "error"), (503, "error")]
)
def test_a_refusal_is_an_outcome_with_the_time_to_come_back(
    httpserver: HTTPServer, make: Make, status: int, outcome: str
) -> None:
    robots(httpserver, status=404)
    httpserver.expect_request("/p").respond_with_data(status=status, headers={"Retry-After": "120"})

    found = make()[0].fetch(httpserver.url_for("/p"))

    assert (found.outcome, found.retry_at) == (outcome, NOW + timedelta(seconds=120))


def test_an_address_that_is_not_public_is_an_error_for_good(make: Make) -> None:
    found = Fetcher(Outgoing(), make()[1]).fetch("http://127.0.0.1:9/p")

    assert (found.outcome, found.transient, "not public" in found.reason) == ("error", False, True)
