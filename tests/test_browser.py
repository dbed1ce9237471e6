"""Pages whose text comes from scripts, and scripts that reach for what they must not, in a real Chromium."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from test_track import CLAUSES, World

from tracker import browser
from tracker.browser import Bounds, BrowserError, rendered
from tracker.declarations import Declaration, each, parse
from tracker.outgoing import Outgoing

pytest.importorskip("playwright.sync_api", reason="playwright is an extra")
pytestmark = [
    pytest.mark.skipif(browser.chromium() is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]

SCRIPT = """
fetch("/text.json").then(answer => answer.json()).then(clauses => {
  const main = document.createElement("main");
  const parts = clauses.map(([head, words]) => `<h2>${head}</h2><p>${words} ${words}</p>`);
  main.innerHTML = "<h1>Privacy Policy</h1>" + parts.join("");
  document.body.append(main);
});
"""
SHELL = (
    '<html lang="en"><head><title>Acme</title></head><body><script src="/app.js"></script>{}</body></html>'
)


def serve(server: HTTPServer, body: str) -> None:
    server.expect_request("/robots.txt").respond_with_data(status=404)
    server.expect_request("/privacy").respond_with_data(body, content_type="text/html")
    server.expect_request("/app.js").respond_with_data(SCRIPT, content_type="text/javascript")
    server.expect_request("/text.json").respond_with_json(CLAUSES)


def shown(server: HTTPServer, outgoing: Outgoing | None = None, bounds: Bounds | None = None) -> str:
    gate = outgoing or Outgoing(allow_private=True)
    page = Outgoing(allow_private=True).ask(server.url_for("/privacy"))
    return rendered(page, gate, bounds=bounds).content.decode()


@pytest.mark.slow
def test_a_text_that_a_script_brings_is_a_version(httpserver: HTTPServer, tmp_path: Path) -> None:
    serve(httpserver, SHELL.format(""))
    world = World(httpserver, tmp_path)
    world.declarations = declared(httpserver)
    outcomes = [world.look(), world.look()]

    assert (outcomes, world.versions()) == (["new", "unchanged"], 1)


def declared(server: HTTPServer) -> list[Declaration]:
    source = f"{{type: Privacy Policy, url: '{server.url_for('/privacy')}', browser: true}}"
    return list(each(parse(Path("acme.yml"), f"service: acme\nname: Acme\npolicies:\n  privacy: {source}\n")))


class Inside:
    """A server inside the network that nobody outside is to reach; counts who came."""

    def __init__(self) -> None:
        self.came: list[str] = []
        outer = self

        class Secret(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.came.append(self.path)
                self.send_response(200)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.end_headers()
                self.wfile.write(b"secret")

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Secret)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def inside() -> Iterator[Inside]:
    found = Inside()
    yield found
    found.server.shutdown()
    found.server.server_close()


REACHING = """
<div id="told">nothing</div><img src="{0}/image"><iframe src="{0}/frame"></iframe>
<link rel="stylesheet" href="{0}/style"><link rel="preconnect" href="{0}/"><script src="{0}/script"></script>
<script>
  fetch("{0}/fetch").then(a => a.text()).then(t => {{ document.getElementById("told").textContent = t; }});
  navigator.sendBeacon("{0}/beacon"); new WebSocket("{0}/socket".replace("http", "ws"));
  new EventSource("{0}/events"); window.open("{0}/window");
  addEventListener("load", () => {{ location.href = "{0}/away"; }});
</script>
"""


@pytest.mark.slow
def test_what_the_gate_refuses_a_script_cannot_reach(httpserver: HTTPServer, inside: Inside) -> None:
    serve(httpserver, SHELL.format(REACHING.format(f"http://127.0.0.1:{inside.server.server_port}")))
    text = shown(httpserver, Outgoing())

    assert (inside.came, "secret" in text, ">nothing<" in text) == ([], False, True)


@pytest.mark.slow
def test_of_what_the_gate_allows_only_what_may_bring_text_is_asked_for(
    httpserver: HTTPServer, inside: Inside
) -> None:
    serve(httpserver, SHELL.format(REACHING.format(f"http://127.0.0.1:{inside.server.server_port}")))
    text = shown(httpserver)

    assert (set(inside.came), ">secret<" in text) == ({"/fetch", "/script", "/style"}, True)


@pytest.mark.slow
def test_only_so_many_requests_are_answered(httpserver: HTTPServer) -> None:
    serve(httpserver, SHELL.format("<script>for (let n = 0; n < 30; n++) fetch(`/more/${n}`)</script>"))
    shown(httpserver, bounds=Bounds(requests=5))

    assert len([r for r, _ in httpserver.log if r.path != "/privacy"]) <= 4


@pytest.mark.slow
def test_a_page_that_never_ends_is_given_up(httpserver: HTTPServer) -> None:
    serve(httpserver, SHELL.format("<script>for (;;) {}</script>"))

    with pytest.raises(BrowserError, match="not there within"):
        shown(httpserver, bounds=Bounds(seconds=3))


def test_without_the_extra_it_is_said_what_to_install(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(httpserver, SHELL.format(""))

    def missing(name: str) -> Any:
        raise builtins.ImportError(name)

    monkeypatch.setattr(browser, "import_module", missing)

    with pytest.raises(BrowserError, match=r"policy-tracker\[browser\]"):
        shown(httpserver)


def test_without_a_chromium_it_is_said_what_to_install(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(httpserver, SHELL.format(""))
    monkeypatch.setenv("TRACKER_CHROMIUM", "/nowhere/chromium")

    with pytest.raises(BrowserError, match="TRACKER_CHROMIUM"):
        shown(httpserver)


def test_a_look_that_no_browser_could_do_is_an_error_of_that_policy(
    httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_CHROMIUM", "/nowhere/chromium")
    serve(httpserver, SHELL.format(""))
    world = World(httpserver, tmp_path)
    world.declarations = declared(httpserver)
    world.now = datetime(2026, 3, 1, tzinfo=UTC)

    assert (world.look(), world.versions()) == ("error", 0)
