"""Lines that state a date of the text itself: "Last updated: May 2024" is never a heading."""

from __future__ import annotations

import re

_STARTS = re.compile(
    r"\W*(?:(?:this|our|the)\s[\w ]{0,40}\s(?:was|is|were)\s)?(?:last|latest|date|dated|effective|updated?|"
    r"revis|version|publish|modifi|issued|posted|as of|valid|current as|in force|amended|"
    r"derni|mis[e]? à jour|en vigueur|à jour|entrée en|valable|"
    r"stand\b|zuletzt|letzte|gültig|aktualisi|fassung|inkraft|in kraft|"
    r"últim|ultim|fecha|actualiz|vigen|atualiz|em vigor|data\b|aggiorn|in vigore|"
    r"laatst|versie|bijgewerkt|ingang|ostatni|aktualiz|obowiązuj|wersja|poslední|účinn|platn|verze|"
    r"senast|uppdater|gäller|sist|oppdater|senest|opdater|gæld|päivitetty|voimassa|"
    r"hatály|utols|módosít|frissít|actualizat|în vigoare|версия|последн|обновл|дата|редакц|в сила|"
    r"τελευτα|ενημέρωσ|ισχύ|son güncel|yürürlük|最終|更新|施行|制定|改定|발효|시행|最近)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d+\s?(?:days?|weeks?|months?|years?)\sago|"
    r"\bv?\d{1,2}\.\d{1,2}(?:\.\d+)?\b"
)
_DIGIT = re.compile(r"\d")
_BARE = re.compile(
    r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    r"(?:[^\W\d]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s?(?:de\s)?"
    r"[^\W\d]{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d|[^\W\d]{3,12}\s(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|"
    r"(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|v(?:ersion)?\.?\s?\d[\d.]*)\W*$",
    re.IGNORECASE,
)


def is_bare_date(words: str) -> bool:
    """True if the words are a date or a version and nothing else."""
    return _BARE.match(words) is not None


def is_stamp(seen: str) -> bool:
    """True if a line of visible words is a stamp or a bare date or version."""
    if len(seen) > 120 or not _DIGIT.search(seen):
        return False
    return bool(is_bare_date(seen) or (_STARTS.match(seen) and _DATE.search(seen)))
