"""Is what was fetched the policy at all? Challenge, login, consent and error pages, soft 404s, half pages.

A doubt never makes a change: a suspect capture is kept apart, and only some doubts are lifted when a second
fetch, later, shows the same (EXTRACTION.md 4). Each rule is a function in ``RULES``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

Weight = Literal["error", "blocked", "suspect"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to think that the policy was not received."""

    rule: str
    weight: Weight
    reason: str
    lifted_by_repeat: bool
    """True when a later fetch that shows the same lifts the doubt: a real rewrite looks like this too."""


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
    r"cf-chl-|challenge-platform|cf_chl_opt|just a moment\.\.\.|_Incapsula_Resource|sgcaptcha|"
    r"errors\.edgesuite\.net|"
    r"px-captcha|datadome|g-recaptcha|h-captcha|hcaptcha\.com|awswaf|captcha-delivery|ddos-guard|"
    r"window\.park|parkingcrew|sedoparking|__next_error__|http-equiv=[\"']?refresh",
    re.I,
)
_CHALLENGE_WORDS = re.compile(
    r"(verify|verifying|checking|confirm) (that )?(you are|you're|if you are|your browser|"
    r"the site connection)[^.]{0,40}|"
    r"enable javascript and cookies|are you (a )?(human|robot)|not a robot|"
    r"access (to this page has been )?denied|"
    r"attention required|unusual traffic|security check|request (was )?blocked|"
    r"you have been blocked|ddos protection",
    re.I,
)
_ERROR_WORDS = re.compile(
    r"(page|document|article|content|url|file) (was |is |you [\w ]{0,30}|could )?(not|n't|cannot|"
    r"can't|no longer)[ \w]{0,30}"
    r"(found|exist|available|be found)|this page isn.t available|404|error 5\d\d|not found|"
    r"(internal )?server error|bad gateway|service (is )?(temporarily )?unavailable|application error|"
    r"something went wrong|an error (has )?occurred|temporarily (down|offline|unavailable)|under maintenance|"
    r"scheduled maintenance|we.ll be (right )?back|try again later|page introuvable|n.existe (pas|plus)|"
    r"erreur (404|500|serveur)|seite (wurde )?nicht gefunden|nicht (mehr )?verf[üu]gbar|"
    r"p[áa]gina no (encontrada|existe)|"
    r"pagina non (trovata|esiste)|redirecting|loading\.\.\.|chargement",
    re.I,
)
_ERROR_TITLE = re.compile(
    r"\b(404|403|500|502|503|error|not found|page not found|unavailable|maintenance|access denied|"
    r"just a moment|attention required|forbidden|introuvable|nicht gefunden|no encontrada)\b",
    re.I,
)
_LOGIN_WORDS = re.compile(
    r"\b(log|sign)[ -]?(in|on)\b (to|with|or)|forgot(ten)? (your )?password|create an? account|se connecter|"
    r"mot de passe oubli|anmelden|passwort vergessen|iniciar sesi[óo]n|accedi",
    re.I,
)
_CONSENT_WORDS = re.compile(
    r"we (and our (\d+ )?partners )?(use|value|store)[^.]{0,60}(cookies|privacy)|"
    r"before you continue|accept all|"
    r"reject all|manage (my )?(preferences|choices|options|cookies)|cookie (settings|preferences)|"
    r"tout accepter|"
    r"tout refuser|alle akzeptieren|alle ablehnen|aceptar todo|accetta tutto|your privacy choices",
    re.I,
)
_POLICY_WORDS = re.compile(
    r"\b(privacy|personal|data|information|policy|terms|conditions?|services?|rights?|consent|law|"
    r"legal|liability|"
    r"agreement|users?|account|content|cookies?|third|parties|party|processing|controller|gdpr|must|"
    r"shall|may|"
    r"prohibited|guidelines|rules|donn[ée]es|personnelles|confidentialit[ée]|droits?|utilisat\w+|"
    r"contrat|services?|"
    r"traitement|loi|daten\w*|personenbezogen\w*|nutz\w+|vertrag\w*|recht\w*|verarbeit\w+|bedingungen|datos|"
    r"personales|privacidad|derechos?|usuario|contrato|dati|personali|diritti|utente|trattamento|"
    r"dados|pessoais|"
    r"direitos|persoonsgegevens|gegevens|voorwaarden|rechten)\b",
    re.I,
)
_TITLE_WORDS = re.compile(
    r"privacy|policy|policies|terms|conditions|agreement|guidelines|legal|cookies?|notice|imprint|"
    r"rules|statement|"
    r"confidentialit|donn[ée]es|cgu|cgv|mentions|datenschutz|nutzung|agb|impressum|richtlinie|"
    r"privacidad|t[ée]rminos|"
    r"condizioni|informativa|voorwaarden|addendum|dpa|standards|charte|reglas|regulamin|polityka",
    re.I,
)
_ELSEWHERE = re.compile(
    r"/(log-?in|sign-?in|signup|consent|cookie-?consent|age-?(check|gate)|captcha|error|404|unsupported)\b",
    re.I,
)
_HOME = re.compile(r"/?([a-z]{2}([-_][a-z]{2})?/?)?((index|default)\.\w{2,5}|home)?/?", re.I)
_NOTHING_NEW = 0.97
"""Share of runs of four words that stood in the text before: nothing new, rewrapped edges aside."""
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


@lru_cache(maxsize=16)
def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _status(look: Look, known: Known | None) -> Iterator[Doubt]:
    if look.status in (401, 403, 407, 429, 451):
        yield Doubt("status", "blocked", f"the server answered {look.status}", False)
    elif look.status >= 400:
        yield Doubt("status", "error", f"the server answered {look.status}", False)


def _empty(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = _words(look.text)
    if words == 0:
        yield Doubt("empty", "suspect", "no text was found on the page", False)
    elif words < 40 and not (known and _words(known.text) < 80):
        yield Doubt("short", "suspect", f"only {words} words were found", False)


def _challenge(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = _words(look.text)
    if words < 150 and _CHALLENGE.search(look.page[:200_000]):
        yield Doubt(
            "challenge", "blocked", "the page asks the browser for proof before it shows anything", False
        )
    elif words < 400 and _CHALLENGE_WORDS.search(look.text[:900]):
        yield Doubt("challenge", "blocked", "the page asks whether a person is looking", False)


def _error_page(look: Look, known: Known | None) -> Iterator[Doubt]:
    words = _words(look.text)
    said = _ERROR_WORDS.search(look.text[:900]) if words < 400 else None
    titled = _ERROR_TITLE.search(look.title) if look.title and words < 1000 else None
    if said and not (known and said[0] in known.text):
        yield Doubt("error_text", "suspect", f"the page says: {said[0][:60]!r}", False)
    elif titled and not _same_title(look, known) and not _numbered_policy(look.title or "", titled[0]):
        yield Doubt("error_title", "suspect", f"the page's title says: {titled[0][:60]!r}", False)


def _numbered_policy(title: str, found: str) -> bool:
    """A bare number in the title of a policy is no error's."""
    return found.isdigit() and bool(_TITLE_WORDS.search(title))


def _login(look: Look, known: Known | None) -> Iterator[Doubt]:
    asks = re.search(r"<input[^>]{0,300}type=[\"']?password", look.page[:500_000], re.I)
    if (
        _words(look.text) < 300
        and (asks or _LOGIN_WORDS.search(look.text[:900]))
        and not _speaks_of_policy(look)
    ):
        yield Doubt("login", "blocked", "the page asks to sign in", False)


def _consent(look: Look, known: Known | None) -> Iterator[Doubt]:
    if _words(look.text) < 300 and len(_CONSENT_WORDS.findall(look.text)) >= 2:
        yield Doubt("consent", "blocked", "the page asks for consent before it shows anything", False)


def _moved_away(look: Look, known: Known | None) -> Iterator[Doubt]:
    asked, got = urlsplit(look.asked), urlsplit(look.got)
    if known and known.got and _place(look.got) == _place(known.got):
        return
    if _HOME.fullmatch(got.path) and not _HOME.fullmatch(asked.path):
        yield Doubt("home", "suspect", f"the address leads to the home page {look.got}", False)
    elif _ELSEWHERE.search(got.path) and not _ELSEWHERE.search(asked.path):
        yield Doubt("elsewhere", "blocked", f"the address leads to {look.got}", False)


def _place(url: str) -> tuple[str | None, str]:
    parts = urlsplit(url)
    return parts.hostname, parts.path.rstrip("/")


def _vocabulary(look: Look, known: Known | None) -> Iterator[Doubt]:
    if known or _words(look.text) < 40 or _speaks_of_policy(look):
        return
    sample = look.text[:_SAMPLE]
    if len(_POLICY_WORDS.findall(sample)) * 100 < 2.2 * _words(sample):
        yield Doubt("vocabulary", "suspect", "the text does not read like a policy", True)


def _speaks_of_policy(look: Look) -> bool:
    headings = "\n".join(line for line in look.text.split("\n") if line.startswith(("#", "**")))
    return bool(_TITLE_WORDS.search(f"{look.title or ''}\n{headings[:5000]}"))


def _truncated(look: Look, known: Known | None) -> Iterator[Doubt]:
    if not look.complete:
        yield Doubt("truncated", "suspect", "the connection ended before the page did", False)
    elif _ends_in_the_middle(look):
        words = _words(look.text)
        lost = (
            bool(known) and words < _words(known.text if known else "") and _kept(look, known) >= _NOTHING_NEW
        )
        if lost or (known is None and words < 400):
            yield Doubt("truncated", "suspect", "the page ends in the middle", True)


def _ends_in_the_middle(look: Look) -> bool:
    """True for a page whose html element is never closed."""
    opened = look.media_type == "text/html" and "<html" in look.page[:4000].lower()
    return opened and "</html" not in look.page[-4000:].lower()


def _shrunk(look: Look, known: Known | None) -> Iterator[Doubt]:
    if known is None:
        return
    now, before = _words(look.text), max(_words(known.text), 1)
    if now < 0.35 * before or (now < 0.7 * before and not _same_title(look, known)):
        yield Doubt("shrunk", "suspect", f"the text fell from {before} to {now} words", True)
    elif now < 0.8 * before and _kept(look, known) >= _NOTHING_NEW:
        yield Doubt(
            "half", "suspect", f"parts are missing and nothing is new: {before} words became {now}", True
        )


def _kept(look: Look, known: Known | None) -> float:
    """The share of the text's runs of four words that stood in the text before."""
    now = _runs(look.text)
    return len(now & _runs(known.text)) / max(len(now), 1) if known else 0.0


@lru_cache(maxsize=32)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def _same_title(look: Look, known: Known | None) -> bool:
    return bool(known and known.title and look.title and known.title.strip() == look.title.strip())


def _other_language(look: Look, known: Known | None) -> Iterator[Doubt]:
    before = known.language if known else (look.expected_language or "")[:2] or None
    if before and look.language and before != look.language:
        verb = "it was" if known else "declared is"
        yield Doubt("language", "suspect", f"the text is {look.language}, {verb} {before}", False)
    elif known and known.got and _locale(known.got) != _locale(look.got) and _locale(look.got):
        yield Doubt("region", "suspect", f"the address now leads to {look.got}, for another region", True)
    elif known and _region(known.locale) and _region(look.locale) not in ("", _region(known.locale)):
        reason = f"the page is for {look.locale}, it was for {known.locale}"
        yield Doubt("region", "suspect", reason, True)


def _region(locale: str | None) -> str:
    return (locale or "").lower().replace("_", "-").partition("-")[2]


def _locale(url: str) -> str:
    found = _LOCALE.match(urlsplit(url).path)
    return found[0].lower() if found else ""


def _another_text(look: Look, known: Known | None) -> Iterator[Doubt]:
    """Hardly a phrase is left: perhaps another document, perhaps a rewrite."""
    if known and _words(look.text) >= 40 and _kept(look, known) < _ANOTHER:
        yield Doubt("another_text", "suspect", "hardly a phrase of the text before is left", True)


RULES: tuple[Callable[[Look, Known | None], Iterator[Doubt]], ...] = (
    _status, _empty, _challenge, _error_page, _login, _consent, _moved_away, _vocabulary, _truncated, _shrunk,
    _other_language, _another_text,
)  # fmt: skip
"""In the order in which reasons are told."""
