"""The pages, their twins and their feeds, asked for as a reader's browser would."""

from __future__ import annotations

import csv
import json
import re
import socket
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import AsyncIterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import lxml.html
import pytest
import pytest_asyncio
from click.testing import CliRunner

from tests.site_world import HOSTILE, neighbours, settle
from tracker.cli.serving import serve_command
from tracker.remembering import held
from tracker.site.answers import feed
from tracker.site.kept import Kept
from tracker.site.serve import NothingToServeError, application, listening
from tracker.site.store import Store
from tracker.site.texts import FINDINGS, GitArchive, Texts
from tracker.site.views import redlined
from tracker.site.warming import warm

EDITION = "Re-worded edition for demonstration, not the publisher's text"
QUERIES = [
    "silent_changes_by_service_and_year", "days_between_posting_and_effect", "sections_on_training_of_ai",
    "retention_periods_that_grew", "policies_with_an_old_stamp", "gaps_in_coverage",
]  # fmt: skip
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return settle(tmp_path_factory.mktemp("world") / "home", neighbours())


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def site(home: Path) -> AsyncIterator[Any]:
    served = application(home)
    await served.invoke_startup()
    yield served.client


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def page(site: Any, path: str) -> Any:
    answer = await site.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:300]}"
    return lxml.html.fromstring(answer.text)


async def twin(site: Any, path: str) -> dict[str, Any]:
    found: dict[str, Any] = (await site.get(path)).json()
    return found


async def steps(site: Any, policy: str = "acorn/privacy-policy") -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = (await twin(site, f"/services/{policy}.json"))["timeline"]
    return told


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def crawled(site: Any) -> dict[str, Any]:
    """Every page of ours that can be reached from home by its links: path -> answer."""
    waiting, found = ["/", "/search?q=say", "/search?q=alert", "/notice", "/nowhere/at/all"], {}
    while waiting:
        path = waiting.pop()
        if path in found or path.startswith(("/policies", "/-/")) or path.endswith("/evidence"):
            continue
        found[path] = await site.get(path)
        if found[path].headers["content-type"].startswith("text/html"):
            links = lxml.html.fromstring(found[path].text).xpath("//a/@href|//link/@href")
            waiting += [link.split("#")[0] for link in links if link.startswith("/")]
    return found


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


# --- all pages -----------------------------------------------------------------------------------------


async def test_every_page_is_there_and_carries_no_script_style_or_address_of_its_texts(
    crawled: dict[str, Any],
) -> None:
    faults = []
    for path, answer in crawled.items():
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        tree = lxml.html.fromstring(answer.text)
        scripts = [s.get("src", "inline") for s in tree.iter("script")]
        faults += [(path, s) for s in scripts if not s.startswith("/-/tracker/site.js")]
        faults += [
            (path, name) for e in tree.iter() for name in e.attrib if re.match("on|style$|srcdoc", name)
        ]
        faults += [
            (path, e.tag) for e in tree.iter() if e.tag in ("img", "iframe", "object", "base", "style")
        ]
        links = tree.xpath("//@href|//@src|//@action")
        faults += [(path, link) for link in links if not re.match(r"/|#|https?://|$", link)]
        if answer.status_code != 200 and not path.startswith("/nowhere"):
            faults.append((path, answer.status_code))

    assert faults == []


async def test_every_page_of_ours_has_a_strict_policy_and_sets_no_cookie(crawled: dict[str, Any]) -> None:
    answers = [a for path, a in crawled.items() if not path.startswith("/nowhere")]

    lax = [a for a in answers if "default-src 'none'" not in a.headers.get("content-security-policy", "")]
    assert (lax, [a for a in answers if "set-cookie" in a.headers]) == ([], [])


def valid_feed(content: bytes) -> ET.Element:
    """The feed, once it has all that RFC 4287 asks for."""
    root = ET.fromstring(content)
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        present = {child.tag.removeprefix(ATOM) for child in element}
        assert {"id", "title", "updated", "link"} <= present
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated") or "")
        assert re.fullmatch(r"[!-;=?-~]+", element.findtext(f"{ATOM}id") or "")
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert len(ids) == len(set(ids))
    return root


async def test_every_feed_is_valid_atom_with_unique_ids(crawled: dict[str, Any]) -> None:
    feeds = [a for path, a in crawled.items() if path.endswith(".atom")]

    for answer in feeds:
        valid_feed(answer.content)
    assert len(feeds) > 8


async def test_a_feeds_content_is_safe_html(site: Any) -> None:
    root = ET.fromstring((await site.get("/services/evil/terms.atom")).content)

    contents = [lxml.html.fromstring(c.text or "") for c in root.iter(f"{ATOM}content")]
    tags = {element.tag for content in contents for element in content.iter()}
    assert contents and tags <= {"div", "p", "strong", "h3", "ins", "del"}


async def test_every_page_has_a_json_twin(crawled: dict[str, Any]) -> None:
    twins = {path: a for path, a in crawled.items() if ".json" in path}

    titles = [json.loads(a.text)["title"] for a in twins.values()]
    assert len(titles) > 10 and all(titles)


@pytest.mark.parametrize(
    "heading, path",
    [
        ("`/` `/index.json`", "/index.json"),
        ("`/services/<service>.json`", "/services/acorn.json"),
        ("`/services/<service>/<policy>.json`", "/services/acorn/privacy-policy.json"),
        ("`/services/<service>/<policy>/<version>.json`", "/services/acorn/privacy-policy/2025-02-03.json"),
        (
            "`/services/<service>/<policy>/<older>..<newer>.json`",
            "/services/acorn/privacy-policy/2025-02-01..2025-07-01.json",
        ),
        ("`/search.json?q=`", "/search.json?q=logs"),
        ("`/notice.json`", "/notice.json"),
    ],
)
async def test_the_document_names_every_field_of_a_twin(site: Any, heading: str, path: str) -> None:
    document = (Path(__file__).parents[1] / "docs" / "pages.md").read_text(encoding="utf-8")
    part = document.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    named = [
        name for cell in re.findall(r"^\| (`.*?) \|", part, re.M) for name in re.findall(r"`(\w+)`", cell)
    ]

    assert sorted(named) == sorted(await twin(site, path))


async def test_an_edition_is_marked_wherever_it_appears(site: Any, home: Path) -> None:
    database = sqlite3.connect(home / "archive" / "policies.db")
    commit = database.execute(
        "select commit_hash from versions where kind = 'edition' and policy like 'w%'"
    ).fetchone()[0]
    paths = ["/services/words", "/services/words/privacy-policy", f"/services/words/privacy-policy/{commit}",
             "/services/demo/privacy-policy", "/services/words/privacy-policy/2025-02-01"]  # fmt: skip

    unmarked = [path for path in paths if EDITION not in words(await page(site, path))]

    assert unmarked == []
    assert "re-worded edition" in words(await page(site, "/")).lower()


# --- one by one ----------------------------------------------------------------------------------------


async def test_home_lists_the_substantive_change_in_one_line(site: Any) -> None:
    home_page = await page(site, "/")

    lines = [words(line) for line in home_page.xpath("//ol[@class='steps']/li")]
    assert any("Acorn" in line and "Substantive" in line for line in lines)


async def test_flips_can_be_opened_one_click_away(site: Any) -> None:
    history = await page(site, "/services/acorn/privacy-policy")

    folded = [words(details) for details in history.xpath("//li[@class='quiet']/details")]
    assert any("Returns to state 1, first seen on 10 January 2025 for two days" in text for text in folded)


async def test_a_text_read_anew_is_never_told_as_a_change(site: Any) -> None:
    told = [v["says"] for item in await steps(site) if item["kind"] == "quiet" for v in item["versions"]]

    assert "Read anew: our reading improved, the service changed nothing" in told


async def test_a_diff_marks_the_words_that_changed(site: Any) -> None:
    url = next(s["url"] for s in reversed(await steps(site)) if s["kind"] == "change")

    redline = await page(site, url)

    text = redline.xpath("//article")[0]
    assert "12" in "".join(text.xpath(".//del//text()")) and "6" in "".join(text.xpath(".//ins//text()"))


async def test_a_diff_is_found_by_days_and_by_commits(site: Any) -> None:
    by_day = await twin(site, "/services/acorn/privacy-policy/2025-02-01..2025-02-20.json")
    by_commit = await twin(site, by_day["url"] + ".json")

    assert by_day["comparison"] == by_commit["comparison"]


async def test_a_month_in_an_address_means_its_end(site: Any) -> None:
    acorn = "/services/acorn/privacy-policy"
    by_month = await twin(site, f"{acorn}/2025-01..2025-06.json")
    by_day = await twin(site, f"{acorn}/2025-01-31..2025-06-30.json")

    assert by_month["url"] == by_day["url"]
    assert (await twin(site, f"{acorn}/2025-03.json"))["version"]["fetched_at"] < "2025-04"


async def test_an_edition_is_said_to_be_written_never_fetched(site: Any) -> None:
    text = words(await page(site, "/services/words/privacy-policy/2025-02-01"))

    assert "written for demonstration on" in text and "as fetched" not in text


async def test_side_by_side_has_the_older_words_left_and_the_newer_right(site: Any) -> None:
    redline = await page(site, "/services/acorn/privacy-policy/2025-02-01..2025-02-20?view=side")

    was = [words(cell) for cell in redline.xpath("//*[@class='was on']")]
    now = [words(cell) for cell in redline.xpath("//*[@class='now on']")]
    assert any("12" in text for text in was) and any("6" in text for text in now)
    assert not redline.xpath("//*[@class='was on']//ins")


async def test_an_edition_is_never_compared_with_the_publishers_text(site: Any) -> None:
    told = await twin(site, "/services/demo/privacy-policy/2025-01-20..2025-03-01.json")

    assert (told["edition_apart"], told["comparison"]) == (True, None)


async def test_a_citation_has_title_dates_permalink_and_hashes(site: Any) -> None:
    url = next(s["url"] for s in await steps(site) if s["kind"] == "change")

    cited = words((await page(site, url)).xpath("//section[@class='cite']")[0])

    assert "Acorn Privacy Policy" in cited and url in cited
    digests = re.findall(r"(?<![0-9a-f])[0-9a-f]+(?=SHA-256|Permalink|Older|Newer|$)", cited)
    assert {len(digest) for digest in digests} >= {40, 64}


async def test_a_version_says_since_when_each_section_stands(site: Any) -> None:
    newest = await page(site, "/services/acorn/privacy-policy/2025-07-01")

    since = {
        words(s.xpath(".//h2")[0]).rstrip(" #"): words(s.xpath("./div")[0])
        for s in newest.xpath("//section[@class='sec']")
    }
    assert any("Who we are" in heading and "10 Jan 2025" in when for heading, when in since.items())
    assert any("How long" in heading and "10 Jan 2025" not in when for heading, when in since.items())


async def test_a_diff_prints_each_heading_with_its_number_as_the_text_has_it(site: Any) -> None:
    shown = await page(site, "/services/acorn/privacy-policy/2025-02-01..2025-07-01")

    headings = [words(h).rstrip(" #") for h in shown.xpath("//article//h2")]
    listed = [words(link) for link in shown.xpath("//nav[@aria-label='Changed sections']//a")]
    assert {"1. Who we are", "2. How long we keep it", "5. Partners"} <= set(headings)
    assert "2. How long we keep it" in listed


async def test_a_diff_tells_which_other_services_changed_the_same_around_then_and_by_what_rule(
    site: Any,
) -> None:
    url = next(s["url"] for s in await steps(site) if s["kind"] == "change")
    near = (await twin(site, f"{url}.json"))["others"]
    shown = words((await page(site, url)).xpath("//aside")[0])

    assert [(o["policy"], o["topics"]) for o in near["nearest"]] == [("birch/privacy-policy", ["retention"])]
    assert (near["steps"], near["services"], near["topics"]) == (1, 1, ["retention"])
    assert "within 45 days" in shown and "whether one has to do with the other is not known" in shown


async def test_who_else_changed_is_not_told_where_it_is_far_away_or_no_step(site: Any) -> None:
    far = await twin(site, "/services/acorn/privacy-policy/2025-02-01..2025-02-20.json")
    long = await twin(site, "/services/acorn/privacy-policy/2025-01-31..2025-07-01.json")

    assert ((far["others"] or {"nearest": []})["nearest"], long["others"]) == ([], None)


async def test_a_policy_tells_the_facts_it_states_and_what_each_was_before(site: Any) -> None:
    acorn = "/services/acorn/privacy-policy"
    told = {fact["label"]: fact for fact in (await twin(site, f"{acorn}.json"))["facts_stated"]}
    logs, kept = told["Security logs"], told["Invoices"]
    shown = [
        words(row) for row in (await page(site, acorn)).xpath("//table[contains(@class,'factlist')]//tr")
    ]

    before = [(b["value"], b["until_at"][:10]) for b in logs["before"]]
    assert (logs["value"], logs["since_at"][:10]) == ("6 months", "2025-03-13")
    assert before == [("12 months", "2025-03-13"), ("6 months", "2025-03-11"), ("12 months", "2025-02-19")]
    assert (kept["value"], kept["since_at"], kept["before"]) == ("10 years", None, [])
    assert any(row.startswith("Security logs") and "12 months until 13 Mar 2025" in row for row in shown)


async def test_a_version_prints_each_heading_with_its_number_as_the_text_has_it(site: Any) -> None:
    newest = await page(site, "/services/acorn/privacy-policy/2025-07-01")

    headings = [words(h).rstrip(" #") for h in newest.xpath("//section[@class='sec']/h2")]
    assert {"1. Who we are", "2. How long we keep it"} <= set(headings)


async def test_every_section_of_every_version_says_since_when_it_stands(crawled: dict[str, Any]) -> None:
    told = [a.json() for path, a in crawled.items() if path.endswith(".json") and '"reading"' in a.text]

    missing = [s["heading"] for version in told for s in version["sections"] if not s["since_at"]]
    assert (len(told) > 5, missing) == (True, [])


async def test_search_forgives_quotes_and_operators(site: Any) -> None:
    for typed in ('"security logs', "logs AND (", "NEAR(", "a:b*", "'", '""', "-", "%", "\x00", "x" * 5000):
        assert (await site.get("/search", params={"q": typed})).status_code == 200, typed


async def test_search_finds_words_that_came_and_words_that_went(site: Any) -> None:
    came = await twin(site, "/search.json?q=sell+data&in=added")
    now = await twin(site, "/search.json?q=%22rewritten+every+night%22&in=current")

    assert came["found"]["added"] and now["found"]["current"]


async def test_what_holds_no_word_is_said_not_to_be_understood(site: Any) -> None:
    told = words(await page(site, "/search?q=%22%22%22+OR+%28"))

    assert "Nothing found: there is no word to look for" in told


async def test_search_lists_each_section_of_a_step_once(site: Any) -> None:
    found = (await twin(site, "/search.json?q=words+OR+say+OR+data+OR+month+OR+x"))["found"]

    twice = [
        (place, key)
        for place in ("added", "removed")
        for key, times in Counter((h["url"], h["heading"]) for h in found[place]).items()
        if times > 1
    ]
    assert (bool(found["added"]), twice) == (True, [])


async def test_a_table_has_no_feed(site: Any) -> None:
    names = ("", "/versions", "/silent_changes", "/versions/1", "/nothing")

    assert [(await site.get(f"/policies{name}.atom")).status_code for name in names] == [404] * len(names)


@pytest.mark.parametrize("name", QUERIES)
async def test_a_canned_query_is_answered_as_json_csv_and_feed(site: Any, name: str) -> None:
    told = (await site.get(f"/policies/{name}.json?_shape=array")).json()
    table = list(csv.DictReader((await site.get(f"/policies/{name}.csv")).text.splitlines()))
    shown = await page(site, f"/policies/{name}")
    root = valid_feed((await site.get(f"/policies/{name}.atom")).content)

    assert table == [{k: "" if v is None else str(v) for k, v in row.items()} for row in told]
    assert len(root.findall(f"{ATOM}entry")) == len(told)
    assert bool(shown.xpath(f"//a[starts-with(@href, '/policies/{name}.atom')]")) == bool(told)


async def test_rows_of_an_answer_become_entries_that_last_and_lead_to_their_step(home: Path) -> None:
    query = {"name": "asked", "title": "Asked", "feed": {"row": ["policy"], "title": "$policy: $n of $m"}}
    rows = [{"policy": "evil/terms", "n": n, "on": on, "version": v, "word": HOSTILE[1]}
            for n, on, v in [(1, "2025-13-01", 9), (2, "2025-02-01", 9)]]  # fmt: skip
    feeds = [
        feed(Store(home / "archive" / "policies.db"), query, [row], "http://x", "/a.atom") for row in rows
    ]

    entries = [one for content in feeds for one in valid_feed(content).iter(f"{ATOM}entry")]
    ids, titles, instants = (
        [str(e.findtext(f"{ATOM}{tag}")) for e in entries] for tag in ("id", "title", "updated")
    )
    leads = [link.get("href", "") for e in entries for link in e.iter(f"{ATOM}link")]
    assert (ids[0], titles) == (ids[1], ["evil/terms: 1 of $m", "evil/terms: 2 of $m"])
    assert instants[0] > instants[1] == "2025-02-01T00:00:00Z"
    assert all(re.fullmatch("http://x/services/evil/terms/[0-9a-f]+[.][.][0-9a-f]+", lead) for lead in leads)
    assert not any("<img" in str(e.findtext(f"{ATOM}content")) for e in entries)


async def test_a_port_in_use_is_said_before_anything_is_served(home: Path) -> None:
    with listening("127.0.0.1", 0) as taken:
        taken.listen()
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(serve_command, ["--port", port], env={"TRACKER_HOME": str(home)})

    assert told.exit_code == 1 and "choose another with --port" in told.output
    assert "Serving" not in told.output


async def test_pages_are_sent_at_once(home: Path) -> None:
    """asyncio holds nothing back only where a socket is TCP by name; else each page takes 40 ms."""
    with listening("127.0.0.1", 0) as bound:
        bound.listen()
        with socket.create_connection(bound.getsockname()):
            accepted, _ = bound.accept()
            with accepted:
                assert accepted.proto == socket.IPPROTO_TCP


async def test_search_narrows_by_service_type_day_and_significance(site: Any) -> None:
    for narrowed in ("service=evil", "type=Terms", "from=2026-01-01", "significance=layout"):
        found = await twin(site, f"/search.json?q=sell+data&in=added&{narrowed}")
        assert found["found"]["added"] == [], narrowed


async def test_an_unchanged_page_is_answered_with_304(site: Any) -> None:
    first = await site.get("/services/acorn/privacy-policy/2025-02-01..2025-02-20")
    again = await site.get(
        "/services/acorn/privacy-policy/2025-02-01..2025-02-20",
        headers={"if-none-match": first.headers["etag"]},
    )

    assert (again.status_code, again.content) == (304, b"")


async def test_what_is_not_there_is_said_and_escaped(site: Any) -> None:
    acorn = "/services/acorn/privacy-policy"
    paths = ["/services/x", "/services/x/y", f"{acorn}/1999-01-01", f"{acorn}/deadbeef..cafebabe",
             "/services/%3Cscript%3E", "/services/a%00b/c%2Fd", "/nowhere/at/all", "/nothing"]  # fmt: skip

    answers = [await site.get(path) for path in paths]

    assert [a.status_code for a in answers] == [404] * len(paths)
    assert not any("<script>" in a.text for a in answers)


async def test_health_tells_how_fresh_the_database_is(site: Any) -> None:
    told = await twin(site, "/health")

    assert (told["status"], told["policies"]) == ("ok", 5)


async def test_datasettes_tables_are_there_described(site: Any) -> None:
    rows = (await site.get("/policies/versions.json?_shape=array")).json()
    described = (await site.get("/policies/versions")).text

    assert len(rows) == 15 and "Place in the archive" in described


async def test_no_value_of_a_query_may_be_huge(site: Any) -> None:
    answer = await site.get("/policies.json", params={"sql": "select length(zeroblob(9000000))"})

    assert answer.status_code == 400 and "too big" in answer.text


async def test_a_host_that_is_none_never_gets_into_the_page(site: Any) -> None:
    answer = await site.get("/", headers={"host": 'x"><script>alert(1)</script>'})

    assert "alert(1)</script>" not in answer.text


async def test_new_rows_are_on_the_page_at_once(site: Any, home: Path) -> None:
    before = (await twin(site, "/services/words.json"))["service"]["country"]
    with sqlite3.connect(home / "archive" / "policies.db") as writing:
        writing.execute("update services set country = 'NZ' where service = 'words'")

    after = (await twin(site, "/services/words.json"))["service"]["country"]

    assert (before, after) == (None, "NZ")


async def test_without_a_database_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingToServeError, match="run tracker build"):
        application(tmp_path)


async def test_each_sentence_says_since_when_it_stands(site: Any) -> None:
    told = await twin(site, "/services/acorn/privacy-policy/2025-06-20.json?view=since")

    since = {s["words"]: s["since_at"][:10] for s in told["sentences"]}
    assert since["Backups are rewritten every night and kept in another town for a month."] == "2025-01-10"
    assert since["We sell data."] == "2025-06-19"


async def test_the_page_as_received_is_only_ever_a_download(site: Any) -> None:
    answer = await site.get("/services/acorn/privacy-policy/2025-06-20/snapshot")

    kept = answer.headers["content-disposition"].startswith('attachment; filename="acorn-privacy-policy-')
    assert (kept, answer.headers["content-type"]) == (True, "application/octet-stream")
    assert answer.text.startswith("# Privacy Policy")


async def test_evidence_is_a_download_that_checks_itself(site: Any, tmp_path: Path) -> None:
    shown = await page(site, "/services/acorn/privacy-policy/2025-01-31..2025-02-20")
    (address,) = shown.xpath("//section[@class='cite']//a[@download]/@href")
    answer = await site.get(address)
    zipfile.ZipFile(BytesIO(answer.content)).extractall(tmp_path)
    checked = subprocess.run([sys.executable, "-I", tmp_path / "check.py"], capture_output=True, text=True)

    assert (checked.returncode, checked.stdout.count("true: ")) == (0, 8), checked.stderr
    assert answer.headers["content-disposition"].startswith('attachment; filename="acorn-privacy-policy-')
    assert (answer.headers["content-type"], answer.headers["x-content-type-options"]) == (
        "application/zip", "nosniff",
    )  # fmt: skip
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_evidence_of_a_version_is_that_of_the_step_to_it_and_is_not_sent_twice(site: Any) -> None:
    acorn = "/services/acorn/privacy-policy"
    step = await site.get(f"{acorn}/2025-01-31..2025-02-20/evidence")
    version = await site.get(f"{acorn}/2025-02-20/evidence")
    again = await site.get(f"{acorn}/2025-02-20/evidence", headers={"if-none-match": step.headers["etag"]})

    assert (version.content == step.content, again.status_code, again.content) == (True, 304, b"")


@pytest.mark.parametrize("ref", ["2025-01-10", "1999-01-01..2025-02-20", "2025-01-20..zz"])
async def test_there_is_no_evidence_where_there_is_no_step(site: Any, ref: str) -> None:
    assert (await site.get(f"/services/acorn/privacy-policy/{ref}/evidence")).status_code == 404


async def test_there_is_no_evidence_between_an_edition_and_the_publishers_text(site: Any) -> None:
    assert (
        await site.get("/services/demo/privacy-policy/2025-01-20..2025-03-01/evidence")
    ).status_code == 404


async def test_long_redlines_are_printed_ahead_once(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redlined, "SHORT", 0)
    folder = copytree(home / "archive", tmp_path / "archive", ignore=ignore_patterns("redlines.db*"))

    assert (warm(folder), warm(folder)) == (8, 0)


async def test_little_is_remembered_between_two_pages(site: Any) -> None:
    for url in [step["url"] for step in await steps(site) if step["kind"] == "change"]:
        await site.get(f"{url}.json")
    await site.get("/services/evil/terms/2025-01-13.json")

    langid = import_module("tracker.sections.language")._model.cache_info().currsize
    assert (langid, held() <= FINDINGS) == (0, True)


async def test_a_step_as_recorded_prints_as_its_two_texts_compared_now(home: Path) -> None:
    store, texts = (
        Store(home / "archive" / "policies.db"),
        Texts(GitArchive(home / "archive" / "policies.git")),
    )
    printed = 0
    for newer in store.steps_newest_first():
        older = {"version": newer["previous"], "commit_hash": newer["previous_commit"]}
        asked = (store, texts, newer["policy"], older, newer, store.changes_of(newer["version"]))
        recorded = redlined.recorded(*asked)
        assert recorded is not None
        assert redlined.printed(*recorded, False) == redlined.printed(*redlined.compared(*asked), False)
        printed += 1

    assert printed >= 6


async def test_a_section_has_one_address_in_a_version_and_in_every_comparison(site: Any) -> None:
    first, *_, newest = [
        row["url"].rpartition("/")[2].rpartition("..")[2]
        for row in reversed(await steps(site))
        if "url" in row
    ]
    address = "/services/acorn/privacy-policy/"

    version = await page(site, f"{address}{newest}")
    comparison = await page(site, f"{address}{first}..{newest}")
    there, here = ({e.get("id") for e in p.cssselect("article [id^=s-]")} for p in (version, comparison))
    assert len(there) > 3
    assert {name for name in there if not name.endswith("-h")} <= here


async def test_a_kept_redline_reads_as_one_made_now(site: Any, home: Path) -> None:
    path = "/services/evil/terms/2025-01-11..2025-01-12"
    kept = (await site.get(path)).text
    other = application(home)
    await other.invoke_startup()
    other.tracker_site.texts.kept = Kept(None)

    assert (await other.client.get(path)).text == kept


async def test_the_page_of_notices_can_be_narrowed_and_names_rules_of_law_as_candidates_only(
    site: Any,
) -> None:
    all_of_them = await twin(site, "/notice.json?facet=timing")
    narrowed = await twin(site, "/notice.json?facet=timing&certainty=open&service=nobody")

    assert (
        narrowed["definite"] + narrowed["conditional"] + narrowed["open"],
        {v["facet"] for name in ("definite", "open") for v in all_of_them[name]} <= {"timing"},
        {rule["mark"] for rule in all_of_them["regimes"]} <= {"seen", "secondary", "memory"},
    ) == ([], True, True)
