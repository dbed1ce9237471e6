"""How the pages behave in a real Chromium: folds, keys, views, widths, light and dark, paper, no scripts."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.site_world import settle
from tracker.site.serve import listening, server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]

ACORN = "/services/acorn/privacy-policy"
DIFF = f"{ACORN}/2025-02-01..2025-07-01"
PAGES = ["/", "/services/acorn", ACORN, f"{ACORN}/2025-07-01", f"{ACORN}/2025-07-01?view=since", DIFF,
         f"{DIFF}?view=side", "/search?q=logs", "/notice", "/nowhere",
         "/services/evil/terms", "/services/evil/terms/2025-01-11..2025-01-13"]  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = settle(tmp_path_factory.mktemp("browser") / "home")
    socket = listening("127.0.0.1", 0)
    running = server(home)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [socket]})
    thread.start()
    while not running.started and thread.is_alive():
        time.sleep(0.05)
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    running.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield started
        started.close()


@pytest.fixture
def open_page(chromium: Any, address: str) -> Iterator[Any]:
    """A function that opens a path in a context of its own; what goes wrong in the page fails the test."""
    contexts = []
    faults: list[str] = []

    def opened(path: str, **options: Any) -> Any:
        context = chromium.new_context(
            viewport={"width": options.pop("width", 1280), "height": 900}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: (faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda r: faults.append(r.url) if not r.url.startswith(address) else None)
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [fault for fault in faults if "404" not in fault] == []


def test_every_page_fits_a_phone_and_a_desktop_without_sideways_scrolling(
    open_page: Any, address: str
) -> None:
    page = open_page("/")
    too_wide = []
    for path in PAGES:
        page.goto(address + path)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            too_wide += [(path, width, over)] if over > 0 else []

    assert too_wide == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_on_any_page_with_all_folds_open(
    open_page: Any, address: str, scheme: str, width: int
) -> None:
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page = open_page("/", color_scheme=scheme, width=width, bypass_csp=True)
    found = []
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        page.evaluate(axe)
        violations = page.evaluate("axe.run()")["violations"]
        found += [(path, one["id"], [node["target"] for node in one["nodes"]]) for one in violations]

    assert found == []


def test_n_and_p_go_from_change_to_change_and_open_folds(open_page: Any) -> None:
    page = open_page(DIFF)
    ids = page.eval_on_selector_all(".change", "found => found.map(c => c.id)")
    seen = []
    for key in ("n", "n", "p"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.querySelector('.change.here').id"))

    assert seen == [ids[0], ids[1], ids[0]]
    assert page.url.endswith("#" + ids[0])


def test_n_does_nothing_while_somebody_types(open_page: Any) -> None:
    page = open_page(DIFF)
    page.focus("#find")
    page.keyboard.type("nnp")

    assert page.input_value("#find") == "nnp" and page.query_selector(".change.here") is None


def test_a_fold_opens_at_a_click_and_by_a_link_into_it(open_page: Any) -> None:
    page = open_page(DIFF)
    fold = page.query_selector("details.fold:has(section)")
    inside = fold.eval_on_selector("section", "s => s.id")
    before = fold.evaluate("d => d.open")
    page.evaluate(f"location.hash = '{inside}'")
    page.wait_for_function("document.querySelector('details.fold:has(section)').open")

    assert before is False


def test_the_outline_leads_to_the_change_and_the_permalink_is_its_address(
    open_page: Any, address: str
) -> None:
    page = open_page(DIFF)
    link = page.query_selector(".outlinebox li a")
    link.click()
    target = link.get_attribute("href")

    permalink = page.eval_on_selector(f"[id='{target[1:]}'] .perma", "a => a.href")
    again = open_page(permalink.removeprefix(address))
    arrived = again.wait_for_function(  # the page glides there
        "id => Math.abs(document.getElementById(id).getBoundingClientRect().top) < 200", arg=target[1:]
    )
    assert arrived.json_value() is True


def test_side_by_side_stands_side_by_side_and_stacks_on_a_phone(open_page: Any) -> None:
    script = """() => {
        const row = document.querySelector('.sides .was.on').getBoundingClientRect();
        const other = document.querySelector('.sides .now.on').getBoundingClientRect();
        return Math.abs(row.top - other.top) < 2}"""

    beside = [open_page(f"{DIFF}?view=side", width=width).evaluate(script) for width in (1280, 390)]

    assert beside == [True, False]


def test_search_from_any_page_finds_and_marks(open_page: Any) -> None:
    page = open_page("/")
    page.fill("#find", "rewritten every night")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")

    assert page.eval_on_selector_all(".hits mark", "found => found.map(m => m.textContent)")[:3] == [
        "rewritten", "every", "night",
    ]  # fmt: skip


def test_everything_reads_without_scripts(open_page: Any) -> None:
    page = open_page(DIFF, java_script_enabled=False)

    assert page.locator("article ins").first.is_visible() and page.locator("article del").first.is_visible()
    assert not page.locator(".keys").is_visible()


def test_dark_is_dark_and_light_is_light(open_page: Any) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    script = colour + ".match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0)"

    light, dark = (open_page(DIFF, color_scheme=scheme).evaluate(script) for scheme in ("light", "dark"))

    assert light > 700 and dark < 120


def test_paper_gets_the_redline_without_the_furniture_of_the_screen(open_page: Any) -> None:
    page = open_page(DIFF)
    page.emulate_media(media="print")

    hidden = [page.locator(s).first.is_visible() for s in (".find", ".outlinebox", ".tools", ".perma")]
    assert hidden == [False] * 4 and page.locator("article ins").first.is_visible()


def test_every_part_can_be_reached_by_keyboard_with_a_visible_focus(open_page: Any) -> None:
    page = open_page(DIFF)
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert (first, ring) == ("Skip to the content", "solid")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_hostile_words_do_nothing(open_page: Any) -> None:
    page = open_page("/services/evil/terms/2025-01-11..2025-01-13")
    page.mouse.move(400, 400)

    assert page.evaluate("document.querySelectorAll('script:not([src])').length") == 0


def test_a_page_is_small(open_page: Any, address: str) -> None:
    page = open_page(DIFF)
    text = page.evaluate("document.body.innerText.length")

    assert len(page.content()) < 150_000 + text


@pytest.mark.parametrize("name", ["site.css", "site.js"])
def test_what_every_page_loads_is_small(name: str) -> None:
    size = (Path(__file__).parents[1] / "tracker" / "site" / "static" / name).stat().st_size

    assert size < {"site.css": 20_000, "site.js": 6_000}[name]
