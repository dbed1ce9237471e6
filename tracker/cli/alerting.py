"""Commands for watchers and their messages: watchers and alerts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from tracker.alerts import messages, news, watchers
from tracker.alerts.channels import Envelope, Sender, TargetError, UndeliveredError, checked
from tracker.alerts.outbox import Outbox
from tracker.alerts.watchers import Watcher
from tracker.alerts.wishes import FACETS, TOPICS, Wish
from tracker.announce import Announcer, announcing, next_digest, replay
from tracker.archive import ArchiveError
from tracker.database import connect
from tracker.home import Home, HomeError
from tracker.model import SIGNIFICANCES
from tracker.outgoing import Outgoing
from tracker.render import printable

Command = TypeVar("Command", bound=Callable[..., Any])

_WISHES = (
    click.option("--service", "services", multiple=True, help="A service: oktee. May be repeated."),
    click.option("--policy", "policies", multiple=True, help="A policy: oktee/privacy-policy."),
    click.option("--type", "types", multiple=True, help="A type of policy: 'Privacy Policy'."),
    click.option(
        "--section", "sections", multiple=True, help="A section by its key, as tracker read shows it."
    ),
    click.option("--topic", "topics", multiple=True, type=click.Choice(sorted(TOPICS)), help="A topic."),
    click.option("--added", multiple=True, help="Words that come."),
    click.option("--removed", multiple=True, help="Words that go."),
    click.option("--quote", "quotes", multiple=True, help="Words that must not vanish from the text."),
    click.option(
        "--at-least", type=click.Choice(SIGNIFICANCES), help="Least significance.  [default: substantive]"
    ),
    click.option(
        "--facet", "facets", multiple=True, type=click.Choice(FACETS), help="A verdict that is certain."
    ),
    click.option("--returns", is_flag=True, help="Also returns to an earlier text."),
)


def _wishing(command: Command) -> Command:
    for option in reversed(_WISHES):
        command = option(command)
    return command


# --- watchers


@click.group()
def watchers_command() -> None:
    """Who wants to hear of what: add, list, remove, test."""


@watchers_command.command("add")
@click.option(
    "--to",
    "target",
    prompt="Address",
    hide_input=True,
    help="mailto://, jsons://, slack:// ...; asked for when left out.",
)
@click.option("--name", default="", help="What you call it, for the list.")
@_wishing
@click.option("--trouble", is_flag=True, help="What goes wrong here instead of changes: for operators.")
@click.option(
    "--digest", "rhythm", type=click.Choice(["daily", "weekly"]), help="Together instead of at once."
)
@click.option("--time-zone", default="UTC", show_default=True, help="Whose morning digests come in.")
@click.option("--heartbeat", is_flag=True, help="Also say that all is quiet: daily or weekly.")
def _add(target: str, name: str, rhythm: str | None, time_zone: str, heartbeat: bool, **wish: Any) -> None:
    """Tell somebody of changes from now on. All that is asked for must hold; of a repeated option, one."""
    try:
        receiver = checked(target)
        ZoneInfo(time_zone)
    except TargetError as error:
        raise click.UsageError(str(error)) from None
    except (ZoneInfoNotFoundError, ValueError):
        raise click.UsageError(f"no time zone {time_zone}: Europe/Paris, America/New_York ...") from None
    now = datetime.now(UTC)
    with _announcer() as announcer:
        _warn_of_strangers(announcer, wish)
        added = watchers.add(
            announcer.outbox.database,
            target,
            receiver,
            Wish(**wish),
            read_to=_newest(announcer),
            name=name,
            rhythm="daily" if rhythm == "daily" else "weekly" if rhythm else "at_once",
            time_zone=time_zone,
            heartbeat=heartbeat,
            digest_at=next_digest(rhythm or "weekly", time_zone, now) if rhythm or heartbeat else None,
        )
        click.echo(f"Watcher {added.watcher}: {_told(added)}")
        if added.kind in ("json", "jsons"):
            secret = announcer.outbox.secret(added.watcher).decode()
            click.echo(f"Its messages are signed (HMAC-SHA256 of the body, x-signature-256) with {secret}")
        click.echo(f"To try it: tracker watchers test {added.watcher}")


@watchers_command.command("list")
def _list() -> None:
    """Every watcher: what it asks for, and how its messages stand. Addresses are not shown."""
    with _outbox() as outbox:
        counts = outbox.counts()
        for watcher in watchers.every(outbox.database):
            told = _counted(counts.get(watcher.watcher, Counter()))
            click.echo(printable(f"{watcher.watcher}  {_told(watcher)}{f'  [{told}]' if told else ''}"))


@watchers_command.command("remove")
@click.argument("watcher", type=int)
def _remove(watcher: int) -> None:
    """End the messages of WATCHER; what waits for it is forgotten."""
    with _outbox() as outbox:
        if not watchers.remove(outbox.database, watcher):
            raise _no_watcher(watcher)
    click.echo(f"Watcher {watcher}: removed")


@watchers_command.command("test")
@click.argument("watcher", type=int)
def _test(watcher: int) -> None:
    """Send WATCHER a message now, to see that it arrives."""
    now = datetime.now(UTC)
    with _announcer() as announcer:
        found = watchers.numbered(announcer.outbox.database, watcher)
        if found is None:
            raise _no_watcher(watcher)
        message = messages.note("A test message", "This is how changes will reach you.", announcer.site)
        key = messages.key_of(watcher, "test", now.isoformat())
        secret = announcer.outbox.secret(watcher)
        with _sender() as sender:
            try:
                sender.send(Envelope(found.target, key, message, announcer.leaving(found.token), secret))
            except UndeliveredError as error:
                raise click.ClickException(f"watcher {watcher}: {error}") from None
    click.echo(f"Watcher {watcher}: the message was taken")


# --- alerts


@click.group()
def alerts_command() -> None:
    """The messages: how they stand, held ones, and what a watcher would have got."""


@alerts_command.command("status")
def _status() -> None:
    """How messages stand, which of them fail, and why."""
    with _outbox() as outbox:
        total = sum(outbox.counts().values(), Counter())
        click.echo(_counted(total) or "no messages")
        if total["held"]:
            click.echo("held: many services changed at once. Let them go with release, or drop them")
        for row in outbox.troubles():
            then = f", next attempt {row['due_at']}" if row["standing"] == "due" else ""
            standing = str(row["standing"]).replace("_", " ")
            click.echo(
                printable(f"watcher {row['watcher']}: {row['messages']} {standing}: {row['error']}{then}")
            )


@alerts_command.command("release")
def _release() -> None:
    """Let the messages go that are held."""
    with _outbox() as outbox:
        click.echo(f"{outbox.release(datetime.now(UTC))} messages released")


@alerts_command.command("drop")
def _drop() -> None:
    """Forget the messages that are held."""
    with _outbox() as outbox:
        click.echo(f"{outbox.drop()} messages dropped")


@alerts_command.command("replay")
@click.option("--since", required=True, type=click.DateTime(["%Y-%m-%d"]), help="From this day on.")
@click.option("--watcher", type=int, help="With this watcher's wish, and queue for it what it did not get.")
@click.option("--dry-run", is_flag=True, help="Show what would have been told; queue nothing.")
@_wishing
def _replay(since: datetime, watcher: int | None, dry_run: bool, **wish: Any) -> None:
    """What a watcher would have been told since a day, and what would have been passed over."""
    if watcher is None and not dry_run:
        raise click.UsageError("nobody to queue for: name a --watcher, or only look with --dry-run")
    with _announcer() as announcer:
        found = watchers.numbered(announcer.outbox.database, watcher) if watcher is not None else None
        if watcher is not None and found is None:
            raise _no_watcher(watcher)
        if found and not dry_run:
            click.echo(f"{announcer.replayed(found, since.date().isoformat())} messages queued")
            return
        _show(announcer, found.wish if found else Wish(**wish), since.date())


def _show(announcer: Announcer, wish: Wish, since: date) -> None:
    met, passed = replay(announcer.database, announcer.archive, wish, since.isoformat())
    for one, changes in met:
        message = messages.told(one, changes, announcer.site)
        click.echo(printable(f"{one.fetched_at}  {message.title}"))
    click.echo(f"{len(met)} messages; passed over: {_counted(passed) or 'nothing'}")


# --- in parts


@contextmanager
def _announcer() -> Iterator[Announcer]:
    home = Home.of()
    try:
        home = home.prepared()
        if not home.database.is_file():
            raise click.ClickException(f"{home.database} is not there yet: run tracker build")
        with announcing(home, lambda: datetime.now(UTC)) as announcer:
            yield announcer
    except (ArchiveError, HomeError) as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _outbox() -> Iterator[Outbox]:
    try:
        home = Home.of().prepared()
    except HomeError as error:
        raise click.ClickException(str(error)) from error
    with closing(connect(home.private)) as private:
        yield Outbox(private)


@contextmanager
def _sender() -> Iterator[Sender]:
    home = Home.of()
    outgoing = Outgoing(contact=home.contact, allow_private=home.allow_private)
    try:
        yield Sender(outgoing, lambda: datetime.now(UTC))
    finally:
        outgoing.close()


def _newest(announcer: Announcer) -> int:
    return news.newest(announcer.database)


def _warn_of_strangers(announcer: Announcer, wish: dict[str, Any]) -> None:
    """A name that nothing bears is said, and watched for all the same: it may come."""
    for kind, column in (("services", "service"), ("policies", "policy")):
        known = {row[0] for row in announcer.database.execute(f"select {column} from {kind}")}
        for name in wish[kind]:
            if name not in known:
                click.echo(f"{name}: no such {column} yet", err=True)


def _told(watcher: Watcher) -> str:
    """A watcher for people, without its address and token."""
    wish = watcher.wish
    asked = [
        f"{field.name.replace('_', ' ')}: {', '.join(value)}"
        for field in fields(wish)
        if isinstance(value := getattr(wish, field.name), tuple) and value
    ]
    if wish.trouble:
        asked = ["trouble"]
    else:
        asked.append(f"at least {wish.threshold}")
    asked += ["returns too"] if wish.returns else []
    rhythm = watcher.rhythm.replace("_", " ")
    when = rhythm if rhythm == "at once" else f"{rhythm}, {watcher.time_zone}"
    name = f"{watcher.name} " if watcher.name else ""
    return f"{name}({watcher.kind}), {when}{', heartbeat' if watcher.heartbeat else ''}: {'; '.join(asked)}"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(counts.items()))


def _no_watcher(watcher: int) -> click.ClickException:
    return click.ClickException(f"there is no watcher {watcher}: tracker watchers list shows who there is")
