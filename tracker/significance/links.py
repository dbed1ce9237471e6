"""What a different link under the same words is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from tracker.model import Significance
from tracker.remembering import remember
from tracker.significance import wording

_SECOND = frozenset("co com org net gov ac edu or ne go gob gouv asso".split())
"""Second parts of country domains under which names are registered."""
_WRITTEN = re.compile(r"/([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})$")
"""An e-mail address at the end of a path."""
_TOKEN = re.compile(r"(?=[^/?&=#]*\d)[\w%.~+-]{12,}")

Judged = tuple[Significance, str, tuple[str, ...]]

SET: Judged = ("layout", "a link was set or lifted", ())


def judged(old: Sequence[str], new: Sequence[str]) -> Judged | None:
    """Significance, reason and tags of other targets under the same words; None when they are the same."""
    if list(old) == list(new):
        return None
    if len(old) != len(new):
        return SET
    found = [j for j in map(_one, old, new) if j]
    order = ("substantive", "layout", "furniture")
    return min(found, key=lambda j: order.index(j[0])) if found else None


@remember(1 << 12)
def _one(old: str, new: str) -> Judged | None:
    if old == new:
        return None
    if "/cdn-cgi/l/email-protection" in old or "/cdn-cgi/l/email-protection" in new:
        return ("furniture", "the token of a hidden e-mail address differs", ())
    before, after = _domain(host(old)), _domain(host(new))
    if before and after and before != after:
        if moved := _moved(before, after):
            return ("layout", moved, ())
        tag = "email" if "@" in before + after else "host"
        return ("substantive", f"a link leads elsewhere: {before} -> {after}", (tag,))
    if before == after and _path(old) == _path(new):
        return (
            ("furniture", "only tokens of links differ", ())
            if _tokens(old, new)
            else ("layout", "only parameters of links differ", ())
        )
    domains = {_registered(host(old)), _registered(host(new))} - {""}
    same = "publisher" if len(domains) > 1 else "site"
    return ("layout", f"a link leads to another page of the same {same}", ())


def same_page_elsewhere(old: str, new: str) -> bool:
    """True when two addresses are of one host, or of two hosts of one publisher and each names a page."""
    before, after = host(old), host(new)
    if before == after != "":
        return True
    pages = all(len(_path(target).split("/")) > 1 for target in (old, new))
    return pages and _domain(before) == _domain(after) != ""


def _domain(name: str) -> str:
    """The part of a host that was registered, the old name of a renamed site as the new one."""
    domain = _registered(name)
    return wording.RENAMED_HOSTS.get(domain, domain)


def _registered(name: str) -> str:
    """The part of a host that was registered."""
    if "@" in name or "." not in name:
        return name
    parts = name.split(".")
    if parts[-1] in wording.OWN_ENDINGS:
        return wording.OWN_ENDINGS[parts[-1]]
    shared = ".".join(parts[-2:]) in wording.SHARED_HOSTS or (len(parts[-1]) == 2 and parts[-2] in _SECOND)
    return ".".join(parts[-3 if shared else -2 :])


_NAMELESS = frozenset(
    """
    example test policy policies privacy terms legal help support docs blog news about account store shop
    online global group info service services portal cloud mail
    """.split()
)
"""Labels under which anybody may register: two sites of this name are two sites."""
_OFFICES = frozenset(
    "inc corp corporate company group hq help support legal policies privacy about blog press careers".split()
)
"""What a publisher adds to its name for a site of its own beside the first."""
_BRAND = 4
"""Characters of a label that tells whose a site is; shorter ones may be anybody's."""


def _moved(before: str, after: str) -> str:
    """Why two domains are no two publishers; "" when they may be."""
    if "@" in before + after or "." not in before or "." not in after:
        return ""
    if wording.SHORTENERS & {before, after}:
        return "a link goes through a shortener of addresses"
    if any(f".{domain}".endswith(wording.FILE_HOSTS) for domain in (before, after)):
        return "a file that a link leads to lies in another store"
    label, longer = sorted((before.split(".")[0], after.split(".")[0]), key=len)
    alike = longer == label or (longer.startswith(label) and longer[len(label) :].strip("-") in _OFFICES)
    if alike and len(label) >= _BRAND and label not in _NAMELESS:
        return f"a link leads to another site of the same name: {before} -> {after}"
    return ""


@remember(1 << 12)
def _path(target: str) -> str:
    return (
        unquote(re.split(r"[?#]|&(?=\w+=)", unwrapped(target))[0])
        .split("://")[-1]
        .replace("\\", "")
        .strip("<>/")
    )


def _tokens(old: str, new: str) -> bool:
    """True when what differs looks like a token: long, with digits."""
    return any(_TOKEN.search(a) and _TOKEN.search(b) for a, b in _differing(old, new))


def _differing(old: str, new: str) -> Iterator[tuple[str, str]]:
    parts = [re.split(r"[?&]", target)[1:] for target in (old, new)]
    for a, b in zip(*parts, strict=False):
        if a != b:
            yield a, b


@remember(1 << 12)
def host(target: str) -> str:
    """The host a link leads to, redirectors unwrapped, without "www."; "" for a place in the same site.

    The address itself for one that is to be written or called to, also where a page took it for a path.
    """
    address = unwrapped(target)
    if address.casefold().startswith("mailto:"):
        return unquote(address[7:]).split("?")[0].strip("\\<> ").casefold()
    if address.casefold().startswith("tel:"):
        return re.sub(r"\D", "", address)
    if written := _WRITTEN.search(address):
        return written.group(1).casefold()
    found = re.match(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@?#]*@)?([^/?#:\\]+)", address, re.IGNORECASE)
    return found.group(1).casefold().removeprefix("www.").rstrip(".") if found else ""


_WRAPPED = re.compile(
    r"[?&](?:u|url|q|target|to|dest|destination|redirect|next|goto)=(https?(?:%3A|:)[^&#\s]+)", re.I
)
_REDIRECTOR = re.compile(
    r"//(?:l|lm|out|go|away|click|redirect|link)\.[\w.-]+/|/(?:url|l\.php|redirect|away|out|leaving)\b"
)


_WITHIN = re.compile(r"^https?://[^/]{1,100}/[^?#]{0,100}?(https?(?:%3A|:)(?:%2F|/){2}.+)$", re.I)
"""An address that a page took for a path of its own site."""
_WRAPPINGS = 3


def unwrapped(target: str) -> str:
    """Where a link leads in the end, when it goes through redirectors that say so."""
    for _ in range(_WRAPPINGS):
        found = _WITHIN.search(target) or (_REDIRECTOR.search(target) and _WRAPPED.search(target))
        if not found:
            break
        target = unquote(found.group(1))
    return target
