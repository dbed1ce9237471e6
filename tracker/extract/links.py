"""Addresses in a page, without what changes at every fetch: redirectors, tracking parameters, tokens."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(utm_\w+|[a-z]*clid|gclsrc|mc_[ce]id|_ga|_gl|igshid|entry_point|ref_?src|__cf\w*|__cft__.*|__tn__|"
    r"hsctatracking|_hs\w+|mkt_tok|trk|s_kwcid|openaicom-did|openaicom_referred|sessionid|phpsessid|jsessionid|sid)$",
    re.I,
)
_REDIRECTORS = {
    "l.facebook.com": "u", "lm.facebook.com": "u", "l.instagram.com": "u", "l.messenger.com": "u",
    "www.google.com": "q", "google.com": "q", "l.threads.com": "u", "www.youtube.com": "q",
}  # fmt: skip
_REDIRECT_PATHS = ("/l.php", "/url", "/redirect", "/")
_UUID = re.compile(r"^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$", re.I)
_PLAIN = re.compile(r"https?://(?!l\.|lm\.)[a-z0-9.-]+(/(?!cdn-cgi)[\w~./-]*)?(#[\w-]*)?$")
"""An address with nothing to take out."""
_ROOTED = re.compile(r"/(?!/|cdn-cgi|l\.php|url\b|redirect\b)[\w~/-]+(\.\w+)?(#[\w-]*)?$")
"""A path on the page's own host with nothing to take out."""
_SESSION = re.compile(r";jsessionid=[^?#/]*", re.I)


def address(href: str, base: str | None = None, depth: int = 3) -> str | None:
    """The link's lasting address, absolute where ``base`` is known; None for what leads nowhere in a text."""
    href = re.sub(r"[\x00-\x20\x7f]+", "", href)
    if _PLAIN.match(href):
        return href
    if base and _ROOTED.match(href):
        return _root(base) + href
    try:
        parts = urlsplit(urljoin(base, href) if base else href)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme.lower() not in ("", "http", "https", "mailto", "tel"):
        return None
    if "/cdn-cgi/l/email-protection" in parts.path:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    target = _target(host, parts.path, pairs)
    if target and depth:
        return address(target, base, depth - 1)
    return urlunsplit(parts._replace(path=_SESSION.sub("", parts.path), query=_kept(parts.query, pairs)))


@lru_cache(maxsize=64)
def _root(base: str) -> str:
    return urljoin(base, "/")[:-1]


def _target(host: str, path: str, pairs: list[tuple[str, str]]) -> str | None:
    name = _REDIRECTORS.get(host)
    if name is None or path not in _REDIRECT_PATHS:
        return None
    return next((v for k, v in pairs if k == name and v.startswith(("http://", "https://"))), None)


def _kept(query: str, pairs: list[tuple[str, str]]) -> str:
    kept = [(k, v) for k, v in pairs if not _TRACKING.match(k) and not token(v)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def token(value: str) -> bool:
    """True for a value that looks made for one fetch: a UUID, or 20 signs of letters and digits."""
    if _UUID.match(value):
        return True
    digits = sum(c.isdigit() for c in value)
    letters = sum(c.isalpha() for c in value)
    return len(value) >= 20 and digits >= 3 and letters >= 3 and " " not in value
