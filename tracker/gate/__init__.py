"""Is what was fetched the policy at all? Challenge, login, consent and error pages, soft 404s, half pages.

A doubt never makes a change: a suspect capture is kept apart, and only some doubts are lifted when a second
fetch, later, shows the same (EXTRACTION.md 4). Each rule is a function in ``RULES``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from tracker.extract.several import kind_of
from tracker.extract.tree import measure
from tracker.gate import words as phrases
from tracker.remembering import remember

Weight = Literal["error", "blocked", "suspect"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to think that the policy was not received."""

    rule: str
    weight: Weight
    reason: str
    lifted_by_repeat: bool
    """True when later fetches that show the same lift the doubt: a real rewrite looks like this too."""
    sights: int = 2
    """So many fetches must have shown it by then, the first included."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look gave."""

    asked: str
    """The address declared."""
    got: str
    """The address after all redirects."""
    status: int
    page: str
    """The page as text (HTML source, or the text itself)."""
    text: str
    """The policy's text as extracted."""
    title: str | None = None
    language: str | None = None
    """Of the text itself, so that a page that states none, or a wrong one, is judged alike."""
    locale: str | None = None
    """What the page states of itself: "en-gb"."""
    complete: bool = True
    """False when the connection ended before the announced length."""
    media_type: str = "text/html"
    expected_language: str | None = None
    """The language declared."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the policy from its last version."""

    text: str
    title: str | None = None
    language: str | None = None
    locale: str | None = None
    got: str | None = None
    """The final address of the last good look."""


_WORD = re.compile(r"\w+")
_CHALLENGE = re.compile(
    r"cf-chl-|challenge-platform|cf_chl_opt|_Incapsula_Resource|sgcaptcha|errors\.edgesuite\.net|"
    r"px-captcha|datadome|g-recaptcha|h-captcha|hcaptcha\.com|awswaf|captcha-delivery|ddos-guard|"
    r"window\.park|parkingcrew|sedoparking|__next_error__|http-equiv=[\"']?refresh",
    re.I,
)
_PASSWORD = re.compile(r"<input[^>]{0,300}type=[\"']?password", re.I)
_SOURCE = re.compile(r"<(script|style)\b.{0,100000}?</\1|<[^<>]{0,2000}>", re.I | re.S)
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_SENTENCE = re.compile(r"[.!?:;。！？]")
_ELSEWHERE = re.compile(
    r"/(log-?in|sign-?in|signup|consent|cookie-?consent|age-?(check|gate)|captcha|error|404|unsupported)\b",
    re.I,
)
_HOME = re.compile(r"/?([a-z]{2}([-_][a-z]{2})?/?)?((index|default)\.\w{2,5}|home)?/?", re.I)
_NOTHING_NEW = 0.97
"""Share of runs of four words that stood in the text before: nothing new, rewrapped edges aside."""
_POLICY = 80
"""Words: a shorter text is hardly read for how it speaks."""
_WALL = 120
"""Words that a text reaches which asks for consent and is called after what it asks."""
_BUTTON = 40
"""Characters that the words of a button rarely reach."""
_NO_POLICY = 400
"""Words that pages which are no policy rarely reach."""
_DENSE = 4.5
"""Policy words among a hundred: policies have 8 and more, news and help pages 2 to 5."""
_SPARSE = 2.2
_NAMELESS = 150
"""Words: of a shorter text that names no policy, those of a footer are enough to sound like one."""
_LONG = 1500
"""Words that a page of a shop or of news rarely reaches."""
_REGION, _FOR_GOOD = 4, 6
"""Fetches that show a text for another region, in another language or of another kind: it stays so, then."""
_ANOTHER = 0.09
"""Of two policies of one service 0.07 are shared, of two versions of a policy, years apart, 0.11 and more."""
_SAMPLE = 20_000
"""Characters in which a text's vocabulary is counted."""
_LOCALE = re.compile(r"(?:^|/)([a-z]{2})(?:[-_]([a-z]{2}))?(?=/|$)", re.I)


def doubts(look: Look, known: Known | None = None) -> tuple[Doubt, ...]:
    """The doubts about a look, the gravest first; empty when it may be taken for the policy.

    A text that is known already is not doubted, whatever it says: somebody released it, or it passed before.
    """
    if known and look.status < 400 and look.text and look.text == known.text:
        return ()
    found = [doubt for rule in RULES for doubt in rule(look, known)]
    return tuple(sorted(found, key=lambda d: ("error", "blocked", "suspect").index(d.weight)))


@lru_cache(maxsize=4)
def _words(text: str) -> int:
    """How many words; in scripts without spaces four characters count as one."""
    return measure(text)


def _status(look: Look, known: Known | None) -> Iterator[Doubt]:
    if look.status in (401, 403, 407, 429, 451):
        yield Doubt("status", "blocked", f"the server answered {look.status}", False)
    elif look.status >= 400:
        yield Doubt("status", "error", f"the server answered {look.status}", False)


def _empty(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = _words(look.text)
    if words == 0:
        yield Doubt("empty", "suspect", "no text was found on the page", False)
    elif words < 40 and not (known and _words(known.text) < 80 and _shares_lines(look, known)):
        yield Doubt("short", "suspect", f"only {words} words were found", False)


def _unreadable(look: Look, known: Known | None) -> Iterator[Doubt]:
    """Bytes of a picture or an archive, read as text."""
    unseen = len(_UNSEEN.findall(look.text))
    if unseen > max(3, len(look.text) // 100):
        yield Doubt(
            "unreadable", "suspect", f"what came is no text: {look.media_type or 'of no type'}", False
        )


def _challenge(look: Look, known: Known | None) -> Iterator[Doubt]:
    if _words(look.text) < 150 and not _is_policy(look, known) and _CHALLENGE.search(look.page[:200_000]):
        reason = "the page asks the browser for proof before it shows anything"
        yield Doubt("challenge", "blocked", reason, False)
    elif found := _says(look, known, phrases.CHALLENGE):
        yield Doubt("challenge", "blocked", f"the page bars the way: {found!r}", False)


def _error_page(look: Look, known: Known | None) -> Iterator[Doubt]:
    if found := _says(look, known, phrases.ERROR):
        yield Doubt("error", "suspect", f"the page says: {found!r}", False)


def _login(look: Look, known: Known | None) -> Iterator[Doubt]:
    if _says(look, known, phrases.LOGIN) or (
        _words(look.text) < 300 and not _is_policy(look, known) and _PASSWORD.search(look.page[:500_000])
    ):
        yield Doubt("login", "blocked", "the page asks to sign in", False)


def _consent(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = _words(look.text)
    policy = _is_policy(look, known)
    if _is_long_wall(look, known):
        yield Doubt("consent", "blocked", "the page asks for consent, purpose by purpose", False)
    if words >= _NO_POLICY or _is_known(look, known) or (policy and words >= _WALL):
        return
    choices = {found[0].lower() for found in phrases.CHOICE.finditer(look.text[:4000])}
    if policy:  # it may speak of such buttons; a wall has them
        choices = _buttons(look) if choices else set()
    elif len(choices) == 1 and (words < _WALL or not _named_policy(look)):
        choices |= _buttons(look)
    if len(choices) >= 2:
        yield Doubt("consent", "blocked", "the page asks for consent before it shows anything", False)


def _is_long_wall(look: Look, known: Known | None) -> bool:
    """True when a policy has given way to the purposes of advertisers, with buttons to choose among them."""
    if known is None or _words(look.text) >= _LONG or _shares_lines(look, known):
        return False
    named = phrases.PURPOSE.search(look.text) and not phrases.PURPOSE.search(known.text)
    return bool(named) and len(_buttons(look)) >= 2


def _buttons(look: Look) -> set[str]:
    """The choices that stand alone in the source: buttons are no text."""
    shown = (line.strip() for line in _SOURCE.sub("\n", look.page[:200_000]).split("\n"))
    return {
        found[0].lower() for line in shown if len(line) <= _BUTTON for found in phrases.CHOICE.finditer(line)
    }


def _says(look: Look, known: Known | None, pattern: re.Pattern[str]) -> str | None:
    """What a page that is no policy says of itself: in its headlines, or in the words it begins with."""
    words = _words(look.text)
    if words >= 1000 or _is_policy(look, known):
        return None
    said = next((found[0] for line in _headlines(look, known) if (found := pattern.search(line))), None)
    if said is None and words < _NO_POLICY and (found := pattern.search(look.text[:900])):
        said = found[0]
    return said[:60] if said else None


def _headlines(look: Look, known: Known | None) -> Iterator[str]:
    """The page's title, its first headings and short first lines; not what the policy itself is called."""
    if look.title and not _same_title(look, known):
        yield look.title[:200]
    lines = [line for line in look.text[:3000].split("\n") if line][:12]
    yield from (line for at, line in enumerate(lines) if line.startswith("#") or (at < 2 and len(line) < 90))


def _is_known(look: Look, known: Known | None) -> bool:
    """True when most of a text stood in the last version: whatever it says, it is not another page."""
    return bool(known) and _shared(look.text, known.text if known else "") >= 0.5 and _words(look.text) >= 40


def _is_policy(look: Look, known: Known | None) -> bool:
    """True for a text that names itself a policy, or was known for one, and speaks like one."""
    if _is_known(look, known):
        return True
    return (
        _words(look.text) >= _POLICY
        and _named_policy(look)
        and _dense(look) >= _DENSE
        and _in_sentences(look)
    )


def _in_sentences(look: Look) -> bool:
    """True when the text is told in lines of prose, not in the labels of a form or a menu."""
    told = [line for line in look.text.split("\n") if measure(line) >= 9 and _SENTENCE.search(line)]
    return len(told) >= 2


@lru_cache(maxsize=4)
def _named_policy(look: Look) -> bool:
    """True when a heading or the first line names a policy: a site's title may do so on any page."""
    lines = [line for line in look.text[:6000].split("\n") if line]
    heads = [line for at, line in enumerate(lines) if at == 0 or line.startswith(("#", "**"))]
    return any(len(line) < 160 and phrases.POLICY_TITLE.search(line) for line in heads)


@lru_cache(maxsize=4)
def _dense(look: Look) -> float:
    """Policy words among a hundred; where the language's are not known, as many as a policy has."""
    sample = look.text[:_SAMPLE]
    if look.language == "ja":
        return 100 * len(phrases.POLICY_SIGNS.findall(sample)) / max(_words(sample), 1)
    spoken = look.language or "en"
    if spoken not in phrases.POLICY_WORD:
        return 2 * _DENSE
    told = sum(_of_policies(spoken, word) for word in _WORD.findall(sample.lower()))
    return 100 * told / max(_words(sample), 1)


@remember(1 << 13)
def _of_policies(spoken: str, word: str) -> bool:
    return bool(phrases.POLICY_WORD[spoken].fullmatch(word))


def _moved_away(look: Look, known: Known | None) -> Iterator[Doubt]:
    asked, got = urlsplit(look.asked), urlsplit(look.got)
    if known and known.got and _place(look.got) == _place(known.got):
        return
    if _words(look.text) >= _NO_POLICY and _is_policy(look, known):  # a host of its own for its policies
        return
    if _HOME.fullmatch(got.path) and not _HOME.fullmatch(asked.path):
        yield Doubt("home", "suspect", f"the address leads to the home page {look.got}", False)
    elif _ELSEWHERE.search(got.path) and not _ELSEWHERE.search(asked.path):
        yield Doubt("elsewhere", "blocked", f"the address leads to {look.got}", False)


def _place(url: str) -> tuple[str | None, str]:
    parts = urlsplit(url)
    return parts.hostname, parts.path.rstrip("/")


def _vocabulary(look: Look, known: Known | None) -> Iterator[Doubt]:
    """At first sight a text that neither calls itself a policy nor speaks like one."""
    if known or _words(look.text) < 40:
        return
    words = _words(look.text)
    least = _SPARSE if words >= _LONG else _DENSE
    if _named_policy(look) or (words >= _NAMELESS and _dense(look) >= least):
        return
    titled = look.title and phrases.POLICY_TITLE.search(look.title)
    if not titled or _dense(look) < _SPARSE:
        yield Doubt("vocabulary", "suspect", "the text does not read like a policy", True)


def _truncated(look: Look, known: Known | None) -> Iterator[Doubt]:
    if not look.complete:
        yield Doubt("truncated", "suspect", "the connection ended before the page did", False)
    elif _ends_in_the_middle(look):
        words = _words(look.text)
        if (known and _lost(look, known)) or (known is None and words < 400):
            yield Doubt("truncated", "suspect", "the page ends in the middle", True)


def _lost(look: Look, known: Known) -> bool:
    """True when a text is shorter than before by a fifth, or by any words and nothing in it is new."""
    now, before = _words(look.text), _words(known.text)
    return now < 0.8 * before or (now < before and _kept(look, known) >= _NOTHING_NEW)


def _ends_in_the_middle(look: Look) -> bool:
    """True for a page whose html element is never closed."""
    opened = look.media_type == "text/html" and "<html" in look.page[:4000].lower()
    return opened and "</html" not in look.page[-4000:].lower()


def _shrunk(look: Look, known: Known | None) -> Iterator[Doubt]:
    if known is None:
        return
    now, before = _words(look.text), max(_words(known.text), 1)
    if now < 0.35 * before or (now < 0.7 * before and not _same_title(look, known)):
        lifted = _may_be_rewrite(look, known)
        yield Doubt("shrunk", "suspect", f"the text fell from {before} to {now} words", lifted)
    elif now < 0.8 * before and _kept(look, known) >= _NOTHING_NEW:
        yield Doubt(
            "half", "suspect", f"parts are missing and nothing is new: {before} words became {now}", True
        )


def _shares_lines(look: Look, known: Known) -> bool:
    """True when lines known already hold a fifth of the text: phrases need no counting."""
    return _shared(look.text, known.text) >= 0.2


@lru_cache(maxsize=4)
def _shared(text: str, before: str) -> float:
    """The part of a text, in characters, whose lines stood in another."""
    lines = set(before.split("\n"))
    return sum(len(line) for line in text.split("\n") if line in lines) / max(len(text), 1)


def _kept(look: Look, known: Known | None) -> float:
    """The share of the text's runs of four words that stood in the text before."""
    now = _runs(look.text)
    return len(now & _runs(known.text)) / max(len(now), 1) if known else 0.0


@lru_cache(maxsize=4)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def _same_title(look: Look, known: Known | None) -> bool:
    return bool(known and known.title and look.title and known.title.strip() == look.title.strip())


def _other_language(look: Look, known: Known | None) -> Iterator[Doubt]:
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


def _another_text(look: Look, known: Known | None) -> Iterator[Doubt]:
    """Hardly a phrase is left: perhaps another document, perhaps a rewrite."""
    if known is None or _words(look.text) < 40 or _shares_lines(look, known):
        return
    if _kept(look, known) >= _ANOTHER:
        return
    kinds = {_kind(text) for text in (look.text, known.text)} - {""}
    sights = _FOR_GOOD if len(kinds) > 1 else 2
    reason = "hardly a phrase of the text before is left"
    yield Doubt("another_text", "suspect", reason, _may_be_rewrite(look, known), sights)


def _kind(text: str) -> str:
    """The kind of policy that a text's first headings name."""
    heads = [line for line in text[:3000].split("\n") if line][:6]
    return next((kind for line in heads if (kind := kind_of(line))), "")


def _may_be_rewrite(look: Look, known: Known) -> bool:
    """False for what is neither long nor named a policy nor speaks like one, unless that before did not."""
    words = _words(look.text)
    if _named_policy(look):
        return words >= 40
    if words >= _LONG or (words >= _NAMELESS and _dense(look) >= _DENSE):
        return True
    before = replace(look, text=known.text, language=known.language)
    return not _named_policy(before) and _dense(before) < _DENSE


RULES: tuple[Callable[[Look, Known | None], Iterator[Doubt]], ...] = (
    _status, _empty, _unreadable, _challenge, _error_page, _login, _consent, _moved_away, _vocabulary,
    _truncated, _shrunk, _other_language, _another_text,
)  # fmt: skip
"""In the order in which reasons are told."""
