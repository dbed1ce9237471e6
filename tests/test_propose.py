"""``tracker add``: what is proposed from an address alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from test_track import POLICY, html

from tracker.declarations import load
from tracker.fetch import Fetcher
from tracker.outgoing import Outgoing
from tracker.propose import Proposal, ProposalError, propose, write


def proposed(server: HTTPServer, *bodies: str) -> Proposal:
    pages = iter(bodies)
    server.expect_request("/robots.txt").respond_with_data(status=404)
    server.expect_request("/privacy").respond_with_handler(lambda _: html(next(pages)))
    return propose(server.url_for("/privacy"), Fetcher(Outgoing(allow_private=True), gap=0))


def test_name_type_and_language_come_from_the_page(httpserver: HTTPServer) -> None:
    found = proposed(httpserver, POLICY, POLICY)

    assert (found.name, found.policy, found.type, found.language) == (
        "Acme", "privacy-policy", "Privacy Policy", "en",
    )  # fmt: skip
    assert (found.doubts, found.flickered) == ((), ())


def test_what_flickers_between_two_looks_is_shown(httpserver: HTTPServer) -> None:
    found = proposed(httpserver, POLICY, POLICY.replace("12 months", "13 months", 2))

    assert len(found.flickered) == 2


def test_a_page_that_is_no_policy_is_doubted(httpserver: HTTPServer) -> None:
    found = proposed(httpserver, *["<html><body><h1>Page not found</h1><p>Sorry.</p></body></html>"] * 2)

    assert found.doubts


def test_what_is_written_is_a_declaration(httpserver: HTTPServer, tmp_path: Path) -> None:
    found = proposed(httpserver, POLICY, POLICY)
    write(found, tmp_path)
    declared, mistakes = load(tmp_path)

    assert ([(d.source.url, d.source.type) for d in declared], mistakes) == ([(found.url, found.type)], [])


def test_a_policy_that_is_declared_already_is_not_written_again(
    httpserver: HTTPServer, tmp_path: Path
) -> None:
    found = proposed(httpserver, POLICY, POLICY)
    write(found, tmp_path)

    with pytest.raises(ProposalError, match="already"):
        write(found, tmp_path)
