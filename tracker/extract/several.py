"""Several policies on one page: cut where a policy's title is followed by a date line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "privacy",
        r"privacy (policy|notice|statement)|data (protection|privacy) (policy|notice|statement)|"
        r"politique (de |relative à la )?(confidentialit[ée]|protection des données.*|vie privée)|"
        r"datenschutz(erkl[äa]rung|hinweise?|bestimmungen|richtlinie)?|"
        r"pol[ií]tica de (privacidad|privacidade|protección de datos)|informativa (sulla )?privacy|"
        r"privacy ?(verklaring|beleid|statement)|polityka prywatności|integritetspolicy|privatlivspolitik",
    ),
    (
        "trackers",
        r"cookies? (policy|notice|statement)|cookies? and (similar|other|related) technologies.*|"
        r"(politique|charte)( relative aux?| de gestion des| des| d'utilisation des| en matière de)? cookies|"
        r"cookie-?(richtlinie|hinweise?|erklärung|bestimmungen)|pol[ií]tica de cookies|"
        r"cookie ?(verklaring|beleid)",
    ),
    (
        "terms",
        r"terms( and conditions)?( of (service|use|sale))?( agreement)?|"
        r"(general )?terms (&|and) conditions.*|"
        r"user agreement|conditions? générales?.*|cgu|cgv|"
        r"(allgemeine )?(geschäfts|nutzungs)bedingungen.*|agb|términos (y condiciones|de (uso|servicio)).*|"
        r"termini (e condizioni|di (servizio|utilizzo)).*|algemene voorwaarden|regulamin.*",
    ),
    ("processor", r"data processing (agreement|addendum|terms)|dpa|auftragsverarbeitung.*|"
                  r"contrat de sous-traitance.*"),
    ("use", r"(acceptable )?(usage|use) policy|(community|content) (guidelines|standards|policy)|"
            r"charte (de confiance|de bonne conduite)|(nutzungs|community-?)richtlinien"),
    ("imprint", r"imprint|impressum|mentions légales|legal notice|aviso legal"),
    ("commercial", r"(additional |commercial |partner[\w\s-]* )terms.*|commercial terms of service.*"),
)  # fmt: skip
_TITLES = [(kind, re.compile(rf"(?:[\w&.'’-]{{1,20}} ){{0,3}}(?:{words})", re.I)) for kind, words in _KINDS]
_TYPES = {
    "privacy": "privacy", "trackers": "trackers|cookie", "terms": "terms|conditions",
    "processor": "processor|processing|controller", "use": "acceptable|guidelines|usage|quality|community",
    "imprint": "imprint|legal notice", "commercial": "commercial|partner",
}  # fmt: skip
_STEM = re.compile(
    r"privacy|polic|pol[ií]ti[ck]|polity|notice|statement|data|datenschutz|cookie|chart|term|agreement|condi|"
    r"cg[uv]|agb|beding|voorwaarden|regulamin|processing|dpa|auftrag|sous|guidelines|standards|richtlin|"
    r"imprint|impressum|mentions|legal|informativa|integritet|privatliv|cookies|términos",
    re.I,
)
"""One of these is in every title: most lines need no closer look."""
_DATE = re.compile(
    r"\b(19|20)\d\d\b|\b(last )?(updated|modified|revised)\b|\beffective\b|"
    r"mise à jour|stand:|vigueur|aktualis",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NEAR = 7
"""Lines after a title in which its date line stands."""
_MARKS = re.compile(r"[#*_\\>\[\]]+|\([^)]*\)|^\s*(-|\d+[.)])\s")
_FEWEST = 120
"""A part with fewer words is a heading or a pointer, not a policy."""


def choose(text: str, policy_type: str) -> str:
    """The part of ``text`` that is of ``policy_type`` ("Privacy Policy"), or all of it when in doubt."""
    wanted = _kind_of_type(policy_type)
    parts = list(_parts(text))
    kinds = {kind for kind, part in parts if kind and _is_long(part)}
    alone = len(kinds) < 2 and not (wanted in kinds and _stands_apart(parts, wanted or ""))
    if wanted is None or alone:
        return text
    chosen = [part for kind, part in parts if kind == wanted and _is_long(part)]
    return max(chosen, key=len) if chosen else text


def _is_long(part: str) -> bool:
    return len(part.split(None, _FEWEST - 1)) >= _FEWEST


def kind_of(title: str) -> str:
    """The kind of policy a title names ("privacy", "terms"); "" when none."""
    return _title(title)


def _stands_apart(parts: list[tuple[str, str]], wanted: str) -> bool:
    """A page that begins with another policy without a date line: what stands before is a policy's length."""
    before = next((part for kind, part in parts if kind == ""), "")
    return len(before.split()) >= 10 * _FEWEST and _named(before) not in ("", wanted)


def _named(text: str) -> str:
    """The kind that the words of a part speak of most, "" when none."""
    counts = [(len(pattern.findall(text)), kind) for kind, pattern in _TITLES]
    most, kind = max(counts)
    return kind if most > 2 else ""


def _kind_of_type(policy_type: str) -> str | None:
    words = policy_type.lower()
    order = ("commercial", "processor", "use", "trackers", "privacy", "imprint", "terms")
    return next((kind for kind in order if re.search(_TYPES[kind], words)), None)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of each part in order; the first may have no kind."""
    lines = text.split("\n")
    cuts = [(0, "")]
    for at in _before_dates(lines):
        kind = _title(lines[at])
        if kind and _dated(lines, at) and not (cuts[-1][1] == kind and at - cuts[-1][0] < 8):
            cuts.append((at, kind))
    ends = [at for at, _ in cuts[1:]] + [len(lines)]
    for (at, kind), end in zip(cuts, ends, strict=True):
        if end > at:
            yield kind, "\n".join(lines[at:end]).strip("\n")


def _before_dates(lines: list[str]) -> list[int]:
    """The lines, by number, that a date line follows closely: the only ones that may be titles."""
    dated = [at for at, line in enumerate(lines) if _is_dated(line)]
    return sorted({at for date in dated for at in range(max(date - _NEAR, 0), date)})


def _title(line: str) -> str:
    if not line or len(line) > 120 or "|" in line or not _STEM.search(line):
        return ""
    words = " ".join(_MARKS.sub(" ", line).split()).strip(" :.")
    return next((kind for kind, pattern in _TITLES if pattern.fullmatch(words)), "")


def _dated(lines: list[str], at: int) -> bool:
    """A date line stands within the next three blocks."""
    following = [line for line in lines[at + 1 : at + 1 + _NEAR] if line.strip()][:3]
    return any(map(_is_dated, following))


def _is_dated(line: str) -> bool:
    """True for a short line with a year and what is said of dates; addresses of links do not count."""
    if len(line) >= 160 or not _YEAR.search(line):
        return False
    plain = _MARKS.sub(" ", line)
    return bool(_YEAR.search(plain) and _DATE.search(plain))
