"""A piece of news told for each kind of channel; fetched text is escaped for each.

A message is the same for everyone who hears of the same changes; the key, the signature and the address to
unsubscribe at are each watcher's own and are added when it is sent.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tracker.alerts.news import ChangeNews, News, VerdictNews
from tracker.render import printable

_LONGEST = 600
"""Characters of what stood before or stands after, in a mail; the page shows all of it."""
_LONGEST_IN_CHAT = 200
_LONGEST_CHAT = 1_800
"""Chats cut or refuse what is longer."""
_LONGEST_TITLE = 180
_MOST = 12
"""Changes told in one message; the page shows all of them."""
_SILENT = ("not_applicable", "no_stamp", "unknown")
"""Values of verdicts that say nothing a watcher could use."""
_TRUTHS = {"UNKNOWN": "undecided", "FALSE": "no"}
_TELLING = ("notice", "stamp", "stamp_promise", "backdated")

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, joiners, marks and overrides of direction: unseen, and able to mislead."""

Heard = tuple[News, Sequence[ChangeNews]]
"""A piece of news with those of its changes that are asked for."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message, in the forms that channels take."""

    thread: str
    """What messages of one policy share, so that mail programs put them together."""
    title: str
    text: str
    html: str
    """The body of a page, without a foot."""
    compact: str
    """For chats, whatever marks they read."""
    payload: str
    """A JSON object with the full change, for webhooks."""


def key_of(watcher: int, *parts: str) -> str:
    """The idempotency key of what one watcher is told of these commits: the same at every attempt."""
    return hashlib.sha256("\n".join((str(watcher), *parts)).encode()).hexdigest()[:32]


def told(news: News, changes: Sequence[ChangeNews], site: str) -> Message:
    """One version told at once. ``site`` is the address of our pages."""
    link = permalink(site, news)
    headline = _headline(news, changes)
    title = _line(f"{news.policy_name}: {headline}")[:_LONGEST_TITLE]
    return Message(
        thread=news.policy,
        title=title,
        text=_text(news, changes, headline, link),
        html=_html(news, changes, headline, link),
        compact=_compact(title, changes, link),
        payload=_json(_payload(news, changes, link)),
    )


def digest(items: Sequence[Heard], site: str) -> Message:
    """Several versions told together, by service."""
    ordered = sorted(items, key=lambda i: (i[0].service_name.casefold(), i[0].policy_name, i[0].version))
    title = f"{len(ordered)} policy change{'s' if len(ordered) != 1 else ''}"
    texts: list[str] = []
    pages = [f"<h1>{title}</h1>"]
    chat = [title]
    service = None
    for news, changes in ordered:
        if news.service != service:
            service = news.service
            texts.append(f"{_line(news.service_name).upper()}\n")
            pages.append(f"<h2>{escape(_line(news.service_name))}</h2>")
        link, line = permalink(site, news), _line(f"{news.policy_name}: {_headline(news, changes)}")
        texts.append(f"{line}\n{_dates(news)}\n{link}\n")
        pages.append(f"<p>{escape(line)}<br>{escape(_dates(news))}<br>{_anchor(link)}</p>")
        chat.append(f"{_chat(line)} {link}")
    entries = [_payload(news, changes, permalink(site, news)) for news, changes in ordered]
    return Message(
        thread="digest",
        title=title,
        text="\n".join(texts),
        html="".join(pages),
        compact=_fitting(chat, site),
        payload=_json({"kind": "digest", "changes": entries}),
    )


def quiet(policies: int, checks: int, since: str, site: str) -> Message:
    """Still watched, nothing changed. ``checks`` reached their page since that day."""
    title = f"Nothing changed: {_counted(checks, 'check')} of {_counted(policies, 'policy')} since {since}"
    return Message(
        thread="digest",
        title=title,
        text=f"{title}\n{site}\n",
        html=f"<p>{escape(title)}</p><p>{_anchor(site)}</p>",
        compact=f"{title}\n{site}",
        payload=_json({"kind": "quiet", "checks": checks, "policies": policies, "since": since}),
    )


def note(title: str, text: str, site: str) -> Message:
    """A word to the operator."""
    title, text = _line(title), _line(text)
    return Message(
        thread="operator",
        title=title[:_LONGEST_TITLE],
        text=f"{title}\n\n{text}\n",
        html=f"<h1>{escape(title)}</h1><p>{escape(text)}</p>",
        compact=f"{_chat(title)}\n{_chat(_shortened(text))}",
        payload=_json({"kind": "note", "title": title, "text": text, "url": site}),
    )


def permalink(site: str, news: News) -> str:
    """The page that shows the change, by commits: it never changes."""
    return f"{site.rstrip('/')}/services/{news.policy}/{news.before[:12]}..{news.commit[:12]}"


def page(title: str, body: str, foot: str) -> str:
    """A whole HTML page of a mail; all parts are escaped already."""
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}{foot}</body></html>'


# --- in parts ----------------------------------------------------------------------------------------------


def _payload(news: News, changes: Sequence[ChangeNews], link: str) -> dict[str, object]:
    """The news as JSON: everything a program may want, texts whole."""
    return {
        "kind": "change",
        "policy": news.policy,
        "service": news.service,
        "service_name": news.service_name,
        "type": news.policy_type,
        "significance": news.significance,
        "headline": news.headline,
        "facts": [fact.told for fact in news.facts],
        "fetched_at": news.fetched_at,
        "last_seen_at": news.last_seen_at,
        "updated_on": news.updated_on,
        "effective_on": news.effective_on,
        "updated": news.updated,
        "effective": news.effective,
        "state": news.state,
        "returns": news.returns,
        "commit": news.commit,
        "before": news.before,
        "url": link,
        "vanished": sorted(news.vanished),
        "changes": [
            {
                "kind": c.kind, "significance": c.significance, "section": c.key, "heading": c.heading,
                "headline": c.headline, "reason": c.reason, "removed": c.removed, "added": c.added,
                "before": list(c.before), "after": list(c.after),
            }
            for c in changes
        ],
        "verdicts": [
            {
                "facet": v.facet, "value": v.value, "truth": v.truth, "reason": v.reason,
                "open": list(v.conditions), "promise": v.promise,
            }
            for v in news.verdicts
        ],
    }  # fmt: skip


def _headline(news: News, changes: Sequence[ChangeNews]) -> str:
    """The first fact of what is asked for, else the first change, else what the version says of itself."""
    if news.returns or not changes:
        return news.headline
    keys = {change.key for change in changes}
    first = next((fact.told for fact in news.facts if fact.moved and fact.key in keys), changes[0].headline)
    more = len(changes) - 1
    return f"{first}; {_counted(more, 'more change')}" if more else first


def _text(news: News, changes: Sequence[ChangeNews], headline: str, link: str) -> str:
    lines = [_line(headline), ""]
    for change in changes[:_MOST]:
        before, after = _sides(change, _LONGEST)
        lines.append(_place(change))
        lines += [f"  - {before}"] if before else []
        lines += [f"  + {after}"] if after else []
        lines.append("")
    if len(changes) > _MOST:
        lines += [f"{_counted(len(changes) - _MOST, 'more change')} on the page.", ""]
    lines += [_dates(news), *(_judged(v) for v in _telling(news)), "", link, ""]
    return printable("\n".join(lines))


def _html(news: News, changes: Sequence[ChangeNews], headline: str, link: str) -> str:
    parts = [f"<h1>{escape(_line(headline))}</h1>"]
    for change in changes[:_MOST]:
        before, after = _sides(change, _LONGEST)
        parts.append(f"<h2>{escape(_place(change))}</h2>")
        parts += [f"<p><del>{escape(before)}</del></p>"] if before else []
        parts += [f"<p><ins>{escape(after)}</ins></p>"] if after else []
    if len(changes) > _MOST:
        parts.append(f"<p>{_counted(len(changes) - _MOST, 'more change')} on the page.</p>")
    parts += [f"<p>{escape(line)}</p>" for line in (_dates(news), *(_judged(v) for v in _telling(news)))]
    parts.append(f"<p>{_anchor(link)}</p>")
    return "".join(parts)


def _compact(title: str, changes: Sequence[ChangeNews], link: str) -> str:
    lines = [_chat(title)]
    for change in changes[:1]:
        before, after = _sides(change, _LONGEST_IN_CHAT)
        lines += [f"Before: {_chat(before)}"] if before else []
        lines += [f"After: {_chat(after)}"] if after else []
    return "\n".join([*lines, link])


def _fitting(lines: Sequence[str], site: str) -> str:
    """As many lines as a chat takes."""
    taken, room = [lines[0]], _LONGEST_CHAT - len(lines[0])
    for line in lines[1:]:
        room -= len(line) + 1
        if room < 0:
            return "\n".join([*taken, f"And more: {site}"])
        taken.append(line)
    return "\n".join(taken)


def _place(change: ChangeNews) -> str:
    return _line(f"{change.heading or 'Opening'} ({change.kind}, {change.significance})")


def _sides(change: ChangeNews, longest: int) -> tuple[str, str]:
    """What stood before and what stands after: the sentences that differ, else the words."""
    if change.before or change.after:
        return _shortened(" ".join(change.before), longest), _shortened(" ".join(change.after), longest)
    return _shortened(change.removed, longest), _shortened(change.added, longest)


def _dates(news: News) -> str:
    before = f"the text before was last met {news.last_seen_at}" if news.last_seen_at else ""
    stated = f"the page says updated {news.updated}" if news.updated else "the page states no update"
    effect = f"in effect from {news.effective}" if news.effective else ""
    return "; ".join(filter(None, (f"Seen {news.fetched_at}", before, stated, effect))) + "."


def _telling(news: News) -> list[VerdictNews]:
    """The verdicts worth a line: those on notice and on the date."""
    found = [v for v in news.verdicts if v.facet in _TELLING and v.value not in _SILENT]
    return sorted(found, key=lambda v: _TELLING.index(v.facet))


def _judged(verdict: VerdictNews) -> str:
    name = verdict.facet.replace("_", " ").capitalize()
    truth = _TRUTHS.get(verdict.truth, verdict.value.replace("_", " "))
    still = ", ".join(condition.replace("_", " ") for condition in verdict.conditions)
    words = f"{name}: {truth}: {_line(verdict.reason)}" + (f" (still open: {still})" if still else "") + "."
    if verdict.promise and verdict.facet == "notice":
        words += f' Promised: "{_shortened(verdict.promise)}"'
    return words


def _json(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _anchor(link: str) -> str:
    return f'<a href="{escape(link)}">{escape(link)}</a>'


def _counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def _shortened(text: str, longest: int = _LONGEST) -> str:
    line = _line(text)
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]} ..."


def _line(text: str) -> str:
    return printable(_UNSEEN.sub("", " ".join(text.split())))


def _chat(text: str) -> str:
    """Words for chats: nothing fetched may become a link, a mark or a call in any of them."""
    text = text.replace("->", "\N{RIGHTWARDS ARROW}")
    text = re.sub(r"[\\`*_\[\]()<>#|~{}]", " ", text).replace("://", ": ")
    text = re.sub(r"(?<=[^\W\d])\.(?=[^\W\d])", ".\N{ZERO WIDTH SPACE}", text)
    return " ".join(text.replace("@", "@\N{ZERO WIDTH SPACE}").split())
