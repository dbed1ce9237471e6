"""How strictly a promise is worded: what it says is one question, who may be held to it another."""

from __future__ import annotations

import re

from tracker.model import Promise

_HEDGES = re.compile(
    r"\b(?:sometimes|in some cases|where appropriate|parfois|dans certains cas|manchmal|gegebenenfalls"
    r"|a veces|en algunos casos|talvolta|às vezes|soms|czasami)\b",
    re.IGNORECASE,
)
_KINDS = {
    "privacy": re.compile(
        r"privacy|data protection|datenschutz|confidentialité|vie privée|privacidad|riservatezza|prywatno"
        r"|soukrom|súkrom|adatvéd|integritet|personvern|privatliv",
        re.IGNORECASE,
    ),
    "terms": re.compile(
        r"\bterms|\bagreement|nutzungsbedingungen|geschäftsbedingungen|\bagb\b|conditions (?:d|g)"
        r"|\bconditions\b|condiciones|condizioni|regulamin|podmín|podmienk|voorwaarden|termos|villkor|vilkår",
        re.IGNORECASE,
    ),
    "cookies": re.compile(r"\bcookie", re.IGNORECASE),
}
"""Kinds of document, by the words that name them in a promise, in a title or in the name of a policy."""
_ENGLISH_DATE = re.compile(
    r"\b(?:updat|revis|chang|modif|amend|indicat|reflect|not(?:ed|ing)|new|show)\w*\b[^.]{0,60}\bdate\b"
    r"|\bdate\b[^.]{0,80}\b(?:top|beginning|start|head\w*|above|bottom|end|foot\w*)\b"
    r"|\b(?:top|beginning|start|bottom|end|footer)\b[^.]{0,40}\bdate\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?:datum\w*|dates?|fecha|data|dato|dátum\w*)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:en haut|début|en[- ]tête|bas de|oben|anfang|ende|kopf|inicio|encabezado|principio|superior|topo"
    r"|início|inizio|in alto|in cima|góry|początku|bovenaan|toppen|nahoře|začátku)\b",
    re.IGNORECASE,
)


def hedged(promise: Promise) -> bool:
    """It only may, or only sometimes."""
    return not promise.bound or _HEDGES.search(promise.raw) is not None


def of_another(promise: Promise, policy: str, title: str | None) -> bool:
    """It names a kind of document that this one is not known to be: several often stand in one page."""
    named, own = _kinds(promise.raw), _kinds(f"{policy.replace('-', ' ')} {title or ''}")
    return bool(named) and not named & own


def moves_date(promise: Promise, language: str | None) -> bool:
    """It says in so many words that the stated date will be moved."""
    if language in (None, "en"):
        return _ENGLISH_DATE.search(promise.raw) is not None
    return _DATE.search(promise.raw) is not None and _PLACE.search(promise.raw) is not None


def _kinds(words: str) -> set[str]:
    return {kind for kind, pattern in _KINDS.items() if pattern.search(words)}
