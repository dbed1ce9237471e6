"""Rules that ask what kind of page came: an error, a challenge, a wall, somebody's home page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tracker.gate import words as phrases
from tracker.gate.looks import Doubt, Known, Look
from tracker.gate.reading import (
    DENSE,
    LONG,
    NAMELESS,
    density,
    is_known,
    is_policy,
    names_policy,
    same_title,
    shares_lines,
    word_count,
)  # fmt: skip

_CHALLENGE = re.compile(
    r"cf-chl-|challenge-platform|cf_chl_opt|_Incapsula_Resource|sgcaptcha|errors\.edgesuite\.net|"
    r"px-captcha|datadome|g-recaptcha|h-captcha|hcaptcha\.com|awswaf|captcha-delivery|ddos-guard|"
    r"window\.park|parkingcrew|sedoparking|__next_error__|http-equiv=[\"']?refresh",
    re.I,
)
_PASSWORD = re.compile(r"<input[^>]{0,300}type=[\"']?password", re.I)
_SOURCE = re.compile(r"<(script|style)\b.{0,100000}?</\1|<[^<>]{0,2000}>", re.I | re.S)
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_ELSEWHERE = re.compile(
    r"/(log-?in|sign-?in|signup|consent|cookie-?consent|age-?(check|gate)|captcha|error|404|unsupported)\b",
    re.I,
)
_HOME = re.compile(r"/?([a-z]{2}([-_][a-z]{2})?/?)?((index|default)\.\w{2,5}|home)?/?", re.I)
_SAMPLE = 4_000
"""Characters in which bytes that are no text show."""
_WALL = 120
"""Words that a text reaches which asks for consent and is called after what it asks."""
_BUTTON = 40
"""Characters that the words of a button rarely reach."""
_NO_POLICY = 400
"""Words that pages which are no policy rarely reach."""
_SPARSE = 2.2


def status(look: Look, known: Known | None) -> Iterator[Doubt]:
    if look.status in (401, 403, 407, 429, 451):
        yield Doubt("status", "blocked", f"the server answered {look.status}", False)
    elif look.status >= 400:
        yield Doubt("status", "error", f"the server answered {look.status}", False)


def empty(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = word_count(look.text)
    if words == 0:
        yield Doubt("empty", "suspect", "no text was found on the page", False)
    elif words < 40 and not (known and word_count(known.text) < 80 and shares_lines(look, known)):
        yield Doubt("short", "suspect", f"only {words} words were found", False)


def unreadable(look: Look, known: Known | None) -> Iterator[Doubt]:
    """Bytes of a picture or an archive, read as text."""
    sample = look.text[:_SAMPLE]
    if len(_UNSEEN.findall(sample)) > max(3, len(sample) // 100):
        yield Doubt(
            "unreadable", "suspect", f"what came is no text: {look.media_type or 'of no type'}", False
        )


def challenge(look: Look, known: Known | None) -> Iterator[Doubt]:
    if word_count(look.text) < 150 and not is_policy(look, known) and _CHALLENGE.search(look.page[:200_000]):
        reason = "the page asks the browser for proof before it shows anything"
        yield Doubt("challenge", "blocked", reason, False)
    elif found := _says(look, known, phrases.CHALLENGE):
        yield Doubt("challenge", "blocked", f"the page bars the way: {found!r}", False)


def error_page(look: Look, known: Known | None) -> Iterator[Doubt]:
    if found := _says(look, known, phrases.ERROR):
        yield Doubt("error", "suspect", f"the page says: {found!r}", False)


def login(look: Look, known: Known | None) -> Iterator[Doubt]:
    if _says(look, known, phrases.LOGIN) or (
        word_count(look.text) < 300 and not is_policy(look, known) and _PASSWORD.search(look.page[:500_000])
    ):
        yield Doubt("login", "blocked", "the page asks to sign in", False)


def consent(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = word_count(look.text)
    if _is_long_wall(look, known):
        yield Doubt("consent", "blocked", "the page asks for consent, purpose by purpose", False)
    if words >= _NO_POLICY or is_known(look, known):
        return
    policy = is_policy(look, known)
    if policy and words >= _WALL:
        return
    choices = {found[0].lower() for found in phrases.CHOICE.finditer(look.text[:4000])}
    if policy:  # it may speak of such buttons; a wall has them
        choices = _buttons(look) if choices else set()
    elif len(choices) == 1 and (words < _WALL or not names_policy(look)):
        choices |= _buttons(look)
    if len(choices) >= 2:
        yield Doubt("consent", "blocked", "the page asks for consent before it shows anything", False)


def _is_long_wall(look: Look, known: Known | None) -> bool:
    """True when a policy has given way to the purposes of advertisers, with buttons to choose among them."""
    if known is None or word_count(look.text) >= LONG or shares_lines(look, known):
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
    words = word_count(look.text)
    if words >= 1000 or is_policy(look, known):
        return None
    said = next((found[0] for line in _headlines(look, known) if (found := pattern.search(line))), None)
    if said is None and words < _NO_POLICY and (found := pattern.search(look.text[:900])):
        said = found[0]
    return said[:60] if said else None


def _headlines(look: Look, known: Known | None) -> Iterator[str]:
    """The page's title, its first headings and short first lines; not what the policy itself is called."""
    if look.title and not same_title(look, known):
        yield look.title[:200]
    lines = [line for line in look.text[:3000].split("\n") if line][:12]
    yield from (line for at, line in enumerate(lines) if line.startswith("#") or (at < 2 and len(line) < 90))


def moved_away(look: Look, known: Known | None) -> Iterator[Doubt]:
    asked, got = urlsplit(look.asked), urlsplit(look.got)
    if known and known.got and _place(look.got) == _place(known.got):
        return
    home = _HOME.fullmatch(got.path) and not _HOME.fullmatch(asked.path)
    elsewhere = _ELSEWHERE.search(got.path) and not _ELSEWHERE.search(asked.path)
    if (home or elsewhere) and word_count(look.text) >= _NO_POLICY and is_policy(look, known):
        return  # a host of its own for its policies
    if home:
        yield Doubt("home", "suspect", f"the address leads to the home page {look.got}", False)
    elif elsewhere:
        yield Doubt("elsewhere", "blocked", f"the address leads to {look.got}", False)


def _place(url: str) -> tuple[str | None, str]:
    parts = urlsplit(url)
    return parts.hostname, parts.path.rstrip("/")


def vocabulary(look: Look, known: Known | None) -> Iterator[Doubt]:
    """At first sight a text that neither calls itself a policy nor speaks like one."""
    if known or word_count(look.text) < 40:
        return
    words = word_count(look.text)
    least = _SPARSE if words >= LONG else DENSE
    if names_policy(look) or (words >= NAMELESS and density(look) >= least):
        return
    titled = look.title and phrases.POLICY_TITLE.search(look.title)
    if not titled or density(look) < _SPARSE:
        yield Doubt("vocabulary", "suspect", "the text does not read like a policy", True)
