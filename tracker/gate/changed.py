"""Rules that ask whether it is still the same policy, and all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from tracker.gate.looks import Doubt, Known, Look
from tracker.gate.reading import (
    DENSE,
    LONG,
    NAMELESS,
    density,
    kept_share,
    kind_named,
    names_policy,
    same_title,
    shares_lines,
    word_count,
)  # fmt: skip

_NOTHING_NEW = 0.97
"""Share of runs of four words that stood in the text before: nothing new, rewrapped edges aside."""
_REGION, _FOR_GOOD = 4, 6
"""Fetches that show a text for another region, in another language or of another kind: it stays so, then."""
_ANOTHER = 0.09
"""Of two policies of one service 0.07 are shared, of two versions of a policy, years apart, 0.11 and more."""
_LOCALE = re.compile(r"(?:^|/)([a-z]{2})(?:[-_]([a-z]{2}))?(?=/|$)", re.I)


def truncated(look: Look, known: Known | None) -> Iterator[Doubt]:
    if not look.complete:
        yield Doubt("truncated", "suspect", "the connection ended before the page did", False)
    elif _ends_in_the_middle(look):
        words = word_count(look.text)
        if (known and _lost(look, known)) or (known is None and words < 400):
            yield Doubt("truncated", "suspect", "the page ends in the middle", True)


def _lost(look: Look, known: Known) -> bool:
    """True when a text is shorter than before by a fifth, or by any words and nothing in it is new."""
    now, before = word_count(look.text), word_count(known.text)
    return now < 0.8 * before or (now < before and kept_share(look, known) >= _NOTHING_NEW)


def _ends_in_the_middle(look: Look) -> bool:
    """True for a page whose html element is never closed."""
    opened = look.media_type == "text/html" and "<html" in look.page[:4000].lower()
    return opened and "</html" not in look.page[-4000:].lower()


def shrunk(look: Look, known: Known | None) -> Iterator[Doubt]:
    if known is None:
        return
    now, before = word_count(look.text), max(word_count(known.text), 1)
    if now < 0.35 * before or (now < 0.7 * before and not same_title(look, known)):
        lifted = _may_be_rewrite(look, known)
        yield Doubt("shrunk", "suspect", f"the text fell from {before} to {now} words", lifted)
    elif now < 0.8 * before and kept_share(look, known) >= _NOTHING_NEW:
        yield Doubt(
            "half", "suspect", f"parts are missing and nothing is new: {before} words became {now}", True
        )


def other_language(look: Look, known: Known | None) -> Iterator[Doubt]:
    before = known.language if known else (look.expected_language or "")[:2] or None
    if before and look.language and before != look.language:
        verb = "it was" if known else "declared is"
        yield Doubt("language", "suspect", f"the text is {look.language}, {verb} {before}", True, _FOR_GOOD)
    elif known and known.got and _leads_abroad(known.got, look.got, before):
        yield Doubt(
            "region", "suspect", f"the address now leads to {look.got}, for another region", True, _REGION
        )
    elif known and _region(known.locale) and _region(look.locale) not in ("", _region(known.locale)):
        reason = f"the page is for {look.locale}, it was for {known.locale}"
        yield Doubt("region", "suspect", reason, True, _REGION)


def _leads_abroad(before: str, got: str, language: str | None) -> bool:
    """True when an address is of another region: "/de/", but not "/en/" of an English text that had none."""
    was, now = _locale(before), _locale(got)
    return bool(now) and now != was and bool(was or now.strip("/") != language)


def _region(locale: str | None) -> str:
    return (locale or "").lower().replace("_", "-").partition("-")[2]


def _locale(url: str) -> str:
    found = _LOCALE.match(urlsplit(url).path)
    return found[0].lower() if found else ""


def another_text(look: Look, known: Known | None) -> Iterator[Doubt]:
    """Hardly a phrase is left: perhaps another document, perhaps a rewrite."""
    if known is None or word_count(look.text) < 40 or shares_lines(look, known):
        return
    if kept_share(look, known) >= _ANOTHER:
        return
    kinds = {kind_named(text) for text in (look.text, known.text)} - {""}
    sights = _FOR_GOOD if len(kinds) > 1 else 2
    reason = "hardly a phrase of the text before is left"
    yield Doubt("another_text", "suspect", reason, _may_be_rewrite(look, known), sights)


def _opening(text: str) -> str:
    """The words of the first line, which is a policy's title more often than not."""
    return text.lstrip().partition("\n")[0].strip("#*_ ").casefold()


def _may_be_rewrite(look: Look, known: Known) -> bool:
    """False for what is neither long nor named a policy nor speaks like one, unless that before did not."""
    words = word_count(look.text)
    if names_policy(look) or _opening(look.text) == _opening(known.text):
        return words >= 40
    if words >= LONG or (words >= NAMELESS and density(look) >= DENSE):
        return True
    before = replace(look, text=known.text, language=known.language)
    return not names_policy(before) and density(before) < DENSE
