"""Watchers hear of every real change, once, and of nothing else; what is told is safe wherever it is read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import lxml.html
import pytest

from tests.alert_world import SITE, Desk
from tests.site_world import HOSTILE, POLICY, START
from tracker.agenda import Agenda
from tracker.alerts import messages, news, watchers
from tracker.alerts.channels import TargetError, checked
from tracker.alerts.messages import Message
from tracker.alerts.wishes import TOPICS, Wish, Wishes, heard
from tracker.announce import next_digest, replay
from tracker.archive import Archive, Description, Recording, Snapshot
from tracker.build import build

HOOK = "json://127.0.0.1:9/hook"


def told(desk: Desk, wish: Wish) -> list[tuple[str, str]]:
    """(policy, headline's beginning) of what a wish hears of the whole history."""
    met, _ = replay(desk.database, desk.archive, wish, "")
    return [(one.policy, (changes[0].headline if changes else one.headline)[:30]) for one, changes in met]


def message(desk: Desk, policy: str, wish: Wish = Wish()) -> Message:  # noqa: B008
    met, _ = replay(desk.database, desk.archive, replace(wish, policies=(policy,)), "")
    one, changes = met[0]
    return messages.told(one, changes, SITE)


# --- who hears of what

ACORN = Wish(services=("acorn",))


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (ACORN, ["2025-02-19", "2025-06-19"]),
        (replace(ACORN, at_least="layout"), ["2025-02-19", "2025-04-10", "2025-06-19"]),
        (replace(ACORN, returns=True), ["2025-02-19", "2025-03-11", "2025-03-13", "2025-06-19"]),
        (replace(ACORN, types=("privacy policy",)), ["2025-02-19", "2025-06-19"]),
        (replace(ACORN, types=("Terms",)), []),
        (replace(ACORN, sections=("partners",)), ["2025-06-19"]),
        (replace(ACORN, topics=("retention",)), ["2025-02-19", "2025-06-19"]),
        (replace(ACORN, topics=("arbitration",)), []),
        (replace(ACORN, added=("we sell",)), ["2025-06-19"]),
        (replace(ACORN, added=("we se",)), []),
        (replace(ACORN, removed=("12 months",)), ["2025-02-19"]),
        (replace(ACORN, removed=("security logs",)), []),
        (replace(ACORN, quotes=("Security logs | 12 months",)), ["2025-02-19"]),
        (replace(ACORN, quotes=("kept in another town for one week",)), ["2025-06-19"]),
        (replace(ACORN, quotes=("answer within 30 days",)), []),
        (replace(ACORN, facets=("silent_change",)), ["2025-02-19"]),
        (replace(ACORN, facets=("backdated",)), ["2025-06-19"]),
        (Wish(policies=("demo/privacy-policy",)), []),
        (replace(ACORN, trouble=True), []),
    ],
    ids=lambda value: str(value)[:60].replace("services=('acorn',), ", "") if isinstance(value, Wish) else "",
)
def test_a_wish_hears_what_it_asks_for_and_nothing_else(desk: Desk, wish: Wish, expected: list[str]) -> None:
    met, _ = replay(desk.database, desk.archive, wish, "")

    assert [one.fetched_at[:10] for one, _ in met] == expected


def test_a_flip_is_told_once_and_its_returns_are_said_as_such(desk: Desk) -> None:
    _, passed = replay(desk.database, desk.archive, ACORN, "2025-03-01")

    assert passed["substantive (a return to an earlier text)"] == 2


def test_an_index_of_wishes_hears_what_each_wish_would_alone(desk: Desk) -> None:
    wishes = [
        Wish(), ACORN, Wish(services=("evil", "acorn")), Wish(policies=("evil/terms",)), Wish(returns=True),
        Wish(topics=("security",), services=("acorn",)), Wish(services=("nobody",)),
    ]  # fmt: skip
    index = Wishes(wishes)
    versions = [one.version for one in news.happened(desk.database)]
    for one in news.told(desk.database, versions, desk.archive.text_at, index.quotes):
        alone = {(wish, heard(wish, one)) for wish in wishes if heard(wish, one) is not None}

        assert set(index.heard(one)) == alone


def test_every_topic_can_be_asked_for() -> None:
    assert [name for name, words in TOPICS.items() if not re.compile(words)] == []


# --- what is told


def test_a_message_tells_the_fact_first_then_the_words_then_the_dates(desk: Desk) -> None:
    lines = [line for line in message(desk, "acorn/privacy-policy").text.splitlines() if line]

    assert [line.split(";")[0] for line in lines[:5]] == [
        "How long we keep it, Security logs: 12 months -> 6 months",
        "How long we keep it (reworded, substantive)",
        "  - Security logs 12 months",
        "  + Security logs 6 months",
        "Seen 2025-02-19T12:00:00Z",
    ]


def test_a_message_says_what_was_promised_and_what_is_still_open(desk: Desk) -> None:
    text = message(desk, "acorn/privacy-policy").text

    assert re.search(r'Notice: undecided: .*still open: private channel.*Promised: "We will notify you', text)


def test_a_message_leads_to_the_page_of_these_two_commits(desk: Desk) -> None:
    told = message(desk, "acorn/privacy-policy")
    link = json.loads(told.payload)["url"]

    assert re.fullmatch(rf"{SITE}/services/acorn/privacy-policy/[0-9a-f]{{12}}\.\.[0-9a-f]{{12}}", link)
    assert all(link in form for form in (told.text, told.html, told.compact))


def test_a_digest_is_grouped_by_service(desk: Desk) -> None:
    met, _ = replay(desk.database, desk.archive, Wish(), "")
    text = messages.digest(met, SITE).text

    assert re.findall(r"^[A-Z]{4}\w*", text, re.M) == ["ACORN", "EVIL"]


def test_a_digest_fits_into_a_chat_however_much_it_holds(desk: Desk) -> None:
    met, _ = replay(desk.database, desk.archive, Wish(), "")
    compact = messages.digest(met * 12, SITE).compact

    assert (len(compact) < 2000, compact.endswith(f"And more: {SITE}")) == (True, True)


# --- safety of fetched words


def hostile(desk: Desk) -> Message:
    return message(desk, "evil/terms")


def test_hostile_words_are_no_markup_in_a_mail(desk: Desk) -> None:
    page = lxml.html.fromstring(messages.page("x", hostile(desk).html, ""))
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    links = {link[2] for link in page.iterlinks()}

    assert tags <= {"html", "head", "meta", "title", "body", "h1", "h2", "p", "del", "ins", "a"}
    assert all(link.startswith(f"{SITE}/services/evil/terms/") for link in links)


def test_hostile_words_are_no_marks_links_or_calls_in_a_chat(desk: Desk) -> None:
    words = hostile(desk).compact.replace(json.loads(hostile(desk).payload)["url"], "")

    assert re.findall(r"[\\`*_\[\]<>#|~{}]|://", words) == []


def test_a_chat_calls_nobody_and_links_nowhere() -> None:
    note = messages.note("@everyone <!channel> see evil.example", "[x](https://evil.example) *b*", SITE)

    assert re.findall(r"@\w|<|\]\(|evil\.example|\*", note.compact) == []


def test_a_title_is_one_line_that_steers_no_terminal(desk: Desk) -> None:
    for words in HOSTILE:
        title = messages.note(f"a{words}\r\nBcc: x@y.example\x1b[2J\u202e", "b", SITE).title

        assert not re.search("[\r\n\x1b\u202e\x00-\x1f]", title)


# --- when


@pytest.mark.parametrize(
    ("rhythm", "zone", "now", "expected"),
    [
        ("daily", "UTC", "2026-03-02 07:00", "2026-03-02 08:00"),
        ("daily", "UTC", "2026-03-02 08:00", "2026-03-03 08:00"),
        ("daily", "Asia/Tokyo", "2026-03-02 07:00", "2026-03-02 23:00"),
        ("weekly", "UTC", "2026-03-02 07:00", "2026-03-02 08:00"),
        ("weekly", "UTC", "2026-03-02 09:00", "2026-03-09 08:00"),
        ("weekly", "America/New_York", "2026-03-02 09:00", "2026-03-02 13:00"),
        ("daily", "Europe/Paris", "2026-03-28 12:00", "2026-03-29 06:00"),  # the clocks go forward that night
    ],
)
def test_digests_come_in_the_readers_morning(rhythm: str, zone: str, now: str, expected: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)

    assert next_digest(rhythm, zone, at) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_a_daily_watcher_gets_one_message_for_all_of_a_day(desk: Desk) -> None:
    desk.add(HOOK, ACORN, rhythm="daily", digest_at=desk.now + timedelta(hours=3))
    before = (desk.announcer.queue(), desk.announcer.digest(), desk.titles())
    desk.now += timedelta(hours=3)

    assert (before, desk.announcer.digest(), desk.titles()) == ((0, 0, []), 1, ["2 policy changes"])


def test_a_digest_is_not_sent_twice_when_asked_again(desk: Desk) -> None:
    desk.add(HOOK, ACORN, rhythm="daily", digest_at=desk.now)
    desk.announcer.queue()
    desk.announcer.digest()
    desk.announcer.digest()
    desk.now += timedelta(days=3)
    desk.announcer.digest()

    assert desk.titles() == ["2 policy changes"]


def test_who_asked_hears_that_all_is_quiet_and_only_then(desk: Desk) -> None:
    newest = news.newest(desk.database)
    desk.add(HOOK, ACORN, read_to=newest, heartbeat=True, digest_at=desk.now)
    desk.add(HOOK, ACORN, heartbeat=True, digest_at=desk.now)  # has two changes coming
    desk.announcer.queue()
    desk.announcer.digest()
    quiet = [title for title in desk.titles() if title.startswith("Nothing changed")]

    assert quiet == ["Nothing changed: 0 checks of 1 policy since 2026-02-07"]


# --- queueing


def test_what_is_queued_is_queued_once_however_often_it_is_asked(desk: Desk) -> None:
    desk.add(HOOK, ACORN)

    assert (desk.announcer.queue(), desk.announcer.queue(), len(desk.titles())) == (2, 0, 2)


def test_a_new_watcher_hears_only_of_what_comes_after(desk: Desk) -> None:
    desk.add(HOOK, ACORN, read_to=news.newest(desk.database))

    assert desk.announcer.queue() == 0


def test_two_announcers_at_once_queue_once(settled: Path, desk: Desk, tmp_path: Path) -> None:
    watcher = desk.add(HOOK, ACORN, rhythm="daily", digest_at=desk.now)
    other = Desk(settled, tmp_path / "private.db")
    other.announcer.queue()
    other.now = desk.now
    other.announcer.digest()
    stale = desk.announcer._queue_for(watcher, (), news.newest(desk.database), False)
    other.close()

    assert (stale, desk.announcer.digest(), desk.titles()) == (0, 0, ["2 policy changes"])


def test_an_end_in_the_middle_of_queueing_queues_nothing_and_loses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(HOOK, ACORN)
    queue, calls = desk.outbox.queue, []

    def breaks(*args: object, **more: object) -> bool:
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return queue(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.outbox, "queue", breaks)
    with pytest.raises(KeyboardInterrupt):
        desk.announcer.queue()
    between = len(desk.titles())
    monkeypatch.undo()

    assert (between, desk.announcer.queue()) == (0, 2)


def test_a_full_disk_for_a_while_loses_nothing(desk: Desk) -> None:
    desk.add(HOOK, Wish())
    pages = desk.outbox.database.execute("pragma page_count").fetchone()[0]
    desk.outbox.database.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(Exception, match="full"):
        desk.announcer.queue()
    desk.outbox.database.execute("pragma max_page_count = 1000000")

    assert desk.announcer.queue() == 4


def test_a_watcher_ahead_of_a_restored_archive_goes_on_from_there(desk: Desk) -> None:
    desk.add(HOOK, Wish(), read_to=10**6)
    desk.announcer.queue()
    newest = news.newest(desk.database)

    assert [w.read_to for w in watchers.every(desk.outbox.database)] == [newest]


def recorded(folder: Path, services: int, imported_from: str | None = None) -> Path:
    """A home folder in which each of so many services changed its policy once."""
    (folder / "archive").mkdir(parents=True)
    with Archive.open(folder / "archive" / "policies.git", create=True) as archive:
        with archive.writer() as writer:
            for logs in ("12 months", "6 months"):
                for number in range(services):
                    words = POLICY.format(stamp="1 January 2025", logs=logs, backups="one week", more="")
                    writer.record(
                        Recording(
                            f"s{number}/privacy-policy", words, START, Snapshot(words.encode(), "md", {}),
                            description=Description(f"S{number}", "Privacy Policy", {}),
                            imported_from=imported_from,
                        )
                    )  # fmt: skip
            writer.publish()
        build(archive, folder / "archive" / "policies.db", quiet=True)
    return folder


@pytest.fixture(scope="module")
def burst(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("burst") / "home", 10)


def test_what_was_imported_is_history_and_no_news(tmp_path: Path) -> None:
    desk = Desk(recorded(tmp_path / "home", 2, imported_from="a" * 40), tmp_path / "private.db")
    desk.add(HOOK, Wish())
    queued = desk.announcer.queue()
    desk.close()

    assert queued == 0


@pytest.mark.parametrize(
    ("extractors", "titles"),
    [
        ((None, "4", "4"), ["S Privacy Policy: Records, Logs: 6 months -> 3 months"]),
        (("3", "4", "4"), ["S Privacy Policy: Records, Logs: 6 months -> 3 months"]),
        (
            ("4", "4", "4"),
            [
                "S Privacy Policy: Records, Logs: 12 months -> 6 months",
                "S Privacy Policy: Records, Logs: 6 months -> 3 months",
            ],
        ),
    ],
    ids=["read by others", "read by an older edition of ours", "read as we read"],
)
def test_the_first_own_look_after_an_import_is_news_only_where_it_can_be_compared(
    tmp_path: Path, extractors: tuple[str | None, ...], titles: list[str]
) -> None:
    (tmp_path / "archive").mkdir()
    with Archive.open(tmp_path / "archive" / "policies.git", create=True) as archive:
        with archive.writer() as writer:
            for days, (extractor, logs) in enumerate(zip(extractors, (12, 6, 3), strict=True)):
                words = f"# Policy\n\n## Records\n\nLogs: {logs} months\n"
                snapshot = Snapshot(words.encode(), "md", {})
                writer.record(
                    Recording(
                        "s/privacy-policy", words, START + timedelta(days), snapshot,
                        description=Description("S", "Privacy Policy", {}), extractor=extractor,
                        imported_from=None if days else "a" * 40,
                    )
                )  # fmt: skip
            writer.publish()
        build(archive, tmp_path / "archive" / "policies.db", quiet=True)
    desk = Desk(tmp_path, tmp_path / "private.db")
    desk.add(HOOK, Wish())
    desk.announcer.queue()
    found = desk.titles()
    desk.close()

    assert found == titles


def test_a_burst_across_services_is_held_and_the_operator_told(burst: Path, tmp_path: Path) -> None:
    desk = Desk(burst, tmp_path / "private.db")
    desk.add(HOOK, Wish())
    desk.add(HOOK, Wish(), rhythm="daily", digest_at=desk.now)
    desk.add(HOOK, Wish(trouble=True))
    desk.announcer.queue()
    held = (desk.standing().count("held"), desk.announcer.digest(), desk.titles()[0])
    desk.outbox.release(desk.now)
    freed = desk.standing().count("due")
    desk.now += timedelta(days=1)
    digested = desk.announcer.digest()
    desk.close()

    assert held == (10, 0, "Messages held: 10 services changed at once")
    assert (freed, digested) == (11, 1)


def test_a_held_burst_can_be_dropped_and_stays_dropped(burst: Path, tmp_path: Path) -> None:
    desk = Desk(burst, tmp_path / "private.db")
    desk.add(HOOK, Wish())
    desk.announcer.queue()
    dropped, again = desk.outbox.drop(), desk.announcer.queue()
    desk.close()

    assert (dropped, again) == (10, 0)


def test_an_operator_hears_once_of_a_policy_that_is_not_reached(desk: Desk) -> None:
    agenda = Agenda(desk.outbox.database)
    agenda.declare(["acorn/privacy-policy"], desk.now)
    desk.outbox.database.execute("update agenda set failures = 5, outcome = 'error', reason = 'no answer'")
    desk.add(HOOK, Wish(trouble=True))

    assert (desk.announcer.troubles(), desk.announcer.troubles(), desk.titles()) == (
        1, 0, ["acorn/privacy-policy: no policy in 5 looks"],
    )  # fmt: skip


def test_an_operator_hears_where_a_capture_in_doubt_is_held(desk: Desk) -> None:
    agenda = Agenda(desk.outbox.database)
    agenda.declare(["acorn/privacy-policy"], desk.now)
    agenda.hold(
        "acorn/privacy-policy", now=desk.now, good_at=None, identity="1", reasons=["short"], suffix="html",
        about={}, content=b"Hello", text="Hello",
    )  # fmt: skip
    desk.outbox.database.execute("update agenda set failures = 5, outcome = 'suspect', reason = 'short'")
    desk.add(HOOK, Wish(trouble=True))
    desk.announcer.troubles()
    [told] = desk.outbox.database.execute("select content from messages").fetchone()

    assert "tracker quarantine list" in told


def test_a_replay_queues_for_a_watcher_only_what_it_did_not_get(desk: Desk) -> None:
    watcher = desk.add(HOOK, ACORN, read_to=5)
    desk.announcer.queue()
    queued = [desk.announcer.replayed(watcher, "2025-01-01") for _ in range(2)]

    assert queued == [1, 0]


# --- addresses


@pytest.mark.parametrize(
    "target",
    [
        "secret-token", "nowhere://secret-token", "file://secret-token",
        "json://", "json://user:secret-token@host/", "jsons://host:secret-token/", "slack://secret-token",
        "mailto://host?from=a@b.example&to=c@d.example,secret-token@f.example", "xml://secret-token.example",
        "json://host/secret-token\r\nx: y",
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_refused_without_its_secrets(target: str) -> None:
    with pytest.raises(TargetError) as refused:
        checked(target)

    assert "secret-token" not in str(refused.value)


def test_what_goes_to_one_server_shares_a_receiver() -> None:
    mails = {checked(f"mailto://mail.example:25?from=a@b.example&to=x{n}@d.example") for n in range(3)}
    hooks = {checked(f"jsons://hooks.example/{n}") for n in range(3)}

    assert (len(mails), len(hooks)) == (1, 1)
