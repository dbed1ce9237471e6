"""Messages arrive at least once, with the same key each time, whatever real receivers on loopback do."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.alert_world import SITE, Desk, Mailboxes, Script
from tracker.alerts import messages, outbox
from tracker.alerts.outbox import PACE, packed
from tracker.alerts.watchers import Watcher
from tracker.alerts.wishes import Wish

ACORN = Wish(services=("acorn",))


class Hook:
    """A webhook on loopback that answers as told and keeps what it was asked."""

    def __init__(self, server: HTTPServer) -> None:
        self.asked: list[Request] = []
        self.answers: list[Response] = []
        server.expect_request("/secret-path").respond_with_handler(self._answer)
        self.target = f"json://{server.host}:{server.port}/secret-path"

    def _answer(self, request: Request) -> Response:
        request.get_data(cache=True)
        self.asked.append(request)
        return self.answers.pop(0) if self.answers else Response("thanks")

    @property
    def keys(self) -> list[str]:
        return [request.headers["idempotency-key"] for request in self.asked]


@pytest.fixture
def hook(httpserver: HTTPServer) -> Hook:
    return Hook(httpserver)


@pytest.fixture
def mails(unused_port: int) -> Iterator[Mailboxes]:
    with Mailboxes(unused_port) as made:
        yield made


def queue_notes(desk: Desk, watcher: Watcher, count: int) -> None:
    for number in range(count):
        message = packed(messages.note(f"Note {number}", "Words.", SITE))
        desk.outbox.queue(watcher, messages.key_of(watcher.watcher, str(number)), message, desk.now)


# --- webhooks


def test_a_webhook_gets_the_full_change_signed(desk: Desk, hook: Hook) -> None:
    watcher = desk.add(hook.target, ACORN)
    desk.announcer.queue()
    desk.send()
    request = hook.asked[0]
    body = request.get_data()
    signed = hmac.new(desk.outbox.secret(watcher.watcher), body, sha256).hexdigest()
    told = json.loads(body)

    assert request.headers["x-signature-256"] == f"sha256={signed}"
    assert (told["id"], told["changes"][0]["before"], told["changes"][0]["after"]) == (
        request.headers["idempotency-key"], ["Security logs 12 months"], ["Security logs 6 months"],
    )  # fmt: skip


def test_each_webhook_is_signed_with_a_key_of_its_own(desk: Desk, hook: Hook) -> None:
    secrets = {desk.outbox.secret(number) for number in (1, 2, 1)}

    assert len(secrets) == 2


def test_every_message_arrives_once_when_nothing_fails(desk: Desk, hook: Hook) -> None:
    desk.add(hook.target)
    desk.announcer.queue()
    done = [desk.send(), desk.send(timedelta(days=1))]

    assert ([d.taken for d in done], len(hook.keys), len(set(hook.keys))) == ([4, 0], 4, 4)


def test_a_receiver_that_is_down_gets_it_later_with_the_same_key(desk: Desk, hook: Hook) -> None:
    hook.answers = [Response(status=500), Response(status=503)]
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    done = [desk.send(after) for after in (timedelta(0), timedelta(minutes=1), timedelta(minutes=2))]

    assert [(d.taken, d.failed) for d in done] == [(0, 1), (0, 1), (2, 0)]
    assert (len(hook.keys), len(set(hook.keys))) == (4, 2)


def test_retry_after_is_honoured_for_all_that_goes_there(desk: Desk, hook: Hook) -> None:
    hook.answers = [Response(status=429, headers={"Retry-After": "3600"})]
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    done = [desk.send(after) for after in (timedelta(0), timedelta(minutes=59), timedelta(minutes=2))]

    assert [(d.taken, d.failed) for d in done] == [(0, 1), (0, 0), (2, 0)]


def test_retry_after_may_be_a_date(desk: Desk, hook: Hook) -> None:
    at = desk.now + timedelta(hours=2)
    hook.answers = [Response(status=503, headers={"Retry-After": f"{at:%a, %d %b %Y %H:%M:%S} GMT"})]
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    done = [desk.send(after) for after in (timedelta(0), timedelta(minutes=119), timedelta(minutes=2))]

    assert [(d.taken, d.failed) for d in done] == [(0, 1), (0, 0), (2, 0)]


def test_a_message_that_is_refused_keeps_no_other_back(desk: Desk, hook: Hook) -> None:
    hook.answers = [Response(status=413)]
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    done = desk.send()

    assert (done.taken, done.failed) == (1, 1)


def test_after_days_without_success_it_is_given_up_and_the_operator_told(
    desk: Desk, hook: Hook, mails: Mailboxes
) -> None:
    desk.add("json://127.0.0.1:9/nobody", ACORN)
    desk.add(mails.target(), Wish(trouble=True))
    desk.announcer.queue()
    days = [desk.send(timedelta(hours=7)) for _ in range(16)]
    desk.send()

    assert (sum(len(d.given_up) for d in days), desk.standing()) == (2, ["given_up", "given_up", "sent"])
    assert b"Watcher 1: 2 messages given up after days of trying" in mails.taken[0].content


def test_what_waited_long_for_its_turn_is_not_given_up_at_the_first_failure(desk: Desk, hook: Hook) -> None:
    hook.answers = [Response(status=400)]
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    desk.send(timedelta(days=30))

    assert sorted(desk.standing()) == ["due", "sent"]


def test_nobody_is_sent_more_than_the_pace_and_nothing_is_lost(
    desk: Desk, mails: Mailboxes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "AT_A_PACE", 4)
    queue_notes(desk, desk.add(mails.target()), 6)
    done = [desk.send(), desk.send(), desk.send(PACE)]

    assert ([d.taken for d in done], len({m.content for m in mails.taken})) == ([4, 0, 2], 6)


def test_a_lease_keeps_others_from_sending_until_it_ends(desk: Desk, hook: Hook) -> None:
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    claimed = desk.outbox.claim(desk.now)  # and then the process dies
    done = [desk.send(), desk.send(timedelta(minutes=5))]

    assert (len(claimed), [d.taken for d in done]) == (2, [0, 2])
    assert {alert.key for alert in claimed} == set(hook.keys)


def test_who_unsubscribed_gets_nothing_of_what_was_queued(desk: Desk, hook: Hook) -> None:
    watcher = desk.add(hook.target, ACORN)
    desk.announcer.queue()
    desk.outbox.database.execute("delete from watchers where token = ?", [watcher.token])

    assert (desk.send().taken, hook.asked) == (0, [])


@pytest.mark.parametrize("target", ["json://127.0.0.1:9/x", "json://localhost:9/x", "ntfy://127.0.0.1:9/x"])
def test_addresses_inside_are_not_asked(settled: Path, tmp_path: Path, target: str) -> None:
    desk = Desk(settled, tmp_path / "private.db", allow_private=False)
    desk.add(target, ACORN)
    desk.announcer.queue()
    desk.send()
    error = desk.outbox.troubles()[0]["error"]
    desk.close()

    assert error.endswith("address is not public")


def test_a_redirect_of_a_webhook_is_not_followed(desk: Desk, hook: Hook, httpserver: HTTPServer) -> None:
    hook.answers = [Response(status=307, headers={"Location": httpserver.url_for("/secret-path")})]
    desk.add(hook.target, ACORN, read_to=2)
    desk.announcer.queue()

    assert (desk.send().failed, len(hook.asked)) == (1, 1)


# --- mail


def test_a_mail_has_both_forms_and_the_headers_that_programs_need(desk: Desk, mails: Mailboxes) -> None:
    watcher = desk.add(mails.target(), ACORN)
    desk.announcer.queue()
    desk.send()
    raw = mails.taken[0].content
    mail = message_from_bytes(raw, policy=policy.default)
    leave = f"{SITE}/unsubscribe/{watcher.token}"

    assert (
        mail["subject"] == "Acorn Privacy Policy: How long we keep it, Security logs: 12 months -> 6 months"
    )
    assert f"List-Unsubscribe: <{leave}>\r\n".encode() in raw
    assert mail["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
    assert mail["references"] == "<acorn.privacy.policy.thread@tracker.example>"
    assert leave in mail.get_body(("plain",)).get_content()
    assert leave in mail.get_body(("html",)).get_content()


def test_messages_of_one_policy_share_a_thread_and_nothing_else(desk: Desk, mails: Mailboxes) -> None:
    desk.add(mails.target(), ACORN)
    desk.announcer.queue()
    desk.send()
    found = [message_from_bytes(mail.content) for mail in mails.taken]

    assert (len({m["references"] for m in found}), len({m["message-id"] for m in found})) == (1, 2)


def test_a_mail_tried_again_is_the_same_mail(desk: Desk, mails: Mailboxes) -> None:
    mails.answers = ["451 not now"]
    desk.add(mails.target(), ACORN, read_to=2)
    desk.announcer.queue()
    done = [desk.send(), desk.send(timedelta(minutes=1))]
    key = desk.outbox.database.execute("select key from outbox").fetchone()[0]

    assert [(d.taken, d.failed) for d in done] == [(0, 1), (1, 0)]
    assert f"Message-ID: <{key}@tracker.example>".encode() in mails.taken[0].content


def test_hostile_titles_add_no_header(desk: Desk, mails: Mailboxes) -> None:
    watcher = desk.add(mails.target())
    message = messages.note(
        "Hi\r\nBcc: victim@home.example\r\n\r\n<b>", "x\r\n.\r\nMAIL FROM: <a@b.example>", SITE
    )
    desk.outbox.queue(watcher, "k" * 32, packed(message), desk.now)
    desk.send()
    head = mails.taken[0].content.partition(b"\r\n\r\n")[0]

    assert (b"\nBcc:" in head, len(mails.taken), mails.taken[0].rcpt_tos) == (
        False, 1, ["reader@home.example"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [b"421 busy\r\n"],
        [b"220 hello\r\n"],
        [b"220 hello\r\n", b"250 ok\r\n", b"250 sender ok\r\n", b"250 recipient ok\r\n", b"354 go on\r\n"],
    ],
    ids=["hangs up at once", "is busy", "hangs up after hello", "breaks off in the message"],
)
def test_a_mail_server_that_breaks_off_loses_nothing(desk: Desk, lines: list[bytes]) -> None:
    with Script(lines) as server:
        desk.add(f"mailto://127.0.0.1:{server.port}?from=a@b.example&to=c@d.example", ACORN, read_to=2)
        desk.announcer.queue()
        done = desk.send()

    assert (done.failed, desk.standing()) == (1, ["due"])


def test_a_mail_server_that_is_down_keeps_other_receivers_waiting_for_nothing(desk: Desk, hook: Hook) -> None:
    for number in range(20):
        desk.add(f"mailto://127.0.0.1:9?from=a@b.example&to=c{number}@d.example", ACORN)
    desk.add(hook.target, ACORN)
    desk.announcer.queue()
    done = desk.send()

    assert (done.taken, done.failed) == (2, 1)


# --- chats


def test_a_chat_gets_the_compact_form(desk: Desk, httpserver: HTTPServer) -> None:
    asked: list[Any] = []

    def answer(request: Request) -> Response:
        asked.append(json.loads(request.get_data()))
        return Response("{}", content_type="application/json")

    httpserver.expect_request("/").respond_with_handler(answer)
    shorter = replace(ACORN, removed=("12 months",))
    desk.add(f"ntfy://{httpserver.host}:{httpserver.port}/topic", shorter)
    desk.announcer.queue()
    done = desk.send()

    assert (done.taken, asked[0]["message"].splitlines()[1:3]) == (
        1, ["Before: Security logs 12 months", "After: Security logs 6 months"],
    )  # fmt: skip


def test_no_address_or_token_is_in_the_log(desk: Desk, hook: Hook, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    hook.answers = [Response(status=500)]
    ntfy = hook.target.replace("json", "ntfy").replace("secret-path", "secret-topic")
    mail = "mailto://127.0.0.1:9?from=a@b.example&to=secret-name@d.example"
    added = [desk.add(target, ACORN) for target in (hook.target, ntfy, mail)]
    desk.announcer.queue()
    desk.send()
    ours = "".join(r.getMessage() for r in caplog.records if r.name != "werkzeug")  # that is the receiver's
    told = ours + "".join(str(tuple(row)) for row in desk.outbox.troubles())

    assert [s for s in ("secret-", *(w.token for w in added)) if s in told] == []
