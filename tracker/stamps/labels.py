"""The words that give a date its role, by language: "last updated" X, X "in Kraft" (NOTICE.md B1).

A phrase stands directly before its date, but for joining words ("on", "the", "as of", a weekday). One
lookup of the nearest word finds the phrases to try, so the length of the lists costs nothing.
Phrases are written as a reader writes them and compared folded; a star stands for any ending.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.model import Role
from tracker.stamps.lexicon import ABBREVIATIONS, FOLLOWING, JOINING, LINKING, OTHER, PRECEDING, QUALIFYING
from tracker.stamps.words import STOP, fold, words

_CJK = re.compile(r"[\u0e01-\u0e4e\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that part no words, and Hangul, whose particles are written on to them."""

_CJK_BEFORE: tuple[tuple[Role, str], ...] = (
    (
        "updated",
        r"更新|改定|改訂|改正|修订|修訂|修改|版本|업데이트|수정|개정|변경|최신화|変更|改版|ปรับปรุง|แก้ไข|อัปเดต|อัพเดต",
    ),
    (
        "effective",
        r"施行|発効|効力発生|适用|適用|実施|實施|生效|시행|적용|발효|효력|มีผลบังคับใช้|มีผลใช้บังคับ|มีผล|บังคับใช้|เริ่มใช้",
    ),
    ("published", r"制定|公開|掲載|公布|发布|發布|発行|공고|게시|제정|공지"),
)
_CJK_AFTER: tuple[tuple[Role, str], ...] = (
    (
        "effective",
        r"(?:より|から|起|부터|자로|에)?\s?(?:即|正式)?(?:施行|発効|適用|有効|実施|實施|実行|効力|生效|시행|적용|유효|발효|효력)",
    ),
    (
        "updated",
        r"(?:に|최종|에|자로|最終|第\d+[回次])?\s?(?:一部)?(?:改定|改訂|更新|改正|変更|修订|修訂|개정|수정|업데이트|변경)",
    ),
    ("published", r"(?:に|에|자로)?\s?(?:制定|公開|掲載|发布|公布|제정|공고|게시)"),
)
_CJK_JOIN = (
    r"(?:[\s:：（(\[【「|*_\-–]|日期|日時|日|时间|時間|年月日|於|于|为|為|自|は"
    r"|이|가|은|는|을|를|일자|일시|일|날짜|최종|中華|中华"
    r"|ล่าสุด|ครั้ง|เมื่อ|วันที่|ตั้งแต่|นับ|แต่|ณ)*\Z"
)
_BEFORE_CJK = tuple(
    (role, re.compile(rf"(?:最終|最后|最近|最後|최종|마지막|上次)?(?:{stems}){_CJK_JOIN}"))
    for role, stems in _CJK_BEFORE
)
_AFTER_CJK = tuple((role, re.compile(rf"[\s)）\]】*_]*(?:{stems})")) for role, stems in _CJK_AFTER)


@dataclass(frozen=True, slots=True)
class Label:
    """Words found beside a date, and where among the tokens of that side they begin and end."""

    roles: tuple[Role, ...]
    phrase: tuple[str, ...]
    start: int
    end: int
    gap: tuple[str, ...]
    """Joining words between label and date."""


def before(tokens: Sequence[str], own_nouns: frozenset[str] = frozenset()) -> Label | None:
    """The label that ends directly before a date, joining words and names of the text itself apart."""
    at, skipped, strange, named = len(tokens), 0, 0, False
    while at > 0 and skipped <= 12:
        phrase = _ending(tokens, at)
        if phrase:
            return _joined(tokens, at, phrase, tuple(tokens[at:]))
        at, skipped = at - 1, skipped + 1
        if not _joins(tokens, at, own_nouns):
            strange += 1
            if not named or strange > 3 or tokens[at] in OTHER or tokens[at] in STOP:
                return None
        named = named or tokens[at] in own_nouns
    return None


def beginning(tokens: Sequence[str]) -> Label | None:
    """The label a line begins with, whatever follows it before the date: "Effective date in the UK: X"."""
    for at in range(min(len(tokens), 5), 0, -1):
        phrase = _ending(tokens, at)
        if phrase and len(phrase.words) == at:
            return _joined(tokens, at, phrase, tuple(tokens[at:]))
    return None


def _joins(tokens: Sequence[str], at: int, own_nouns: frozenset[str]) -> bool:
    """Whether a word may stand between a label and its date."""
    word, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
    if word == "do":  # Portuguese "from the", Slavic "until"
        return following == "dia" or tokens[at - 1] == "partir"
    if word == "earlier":  # "effective the earlier of X or acceptance", but not "the earlier version"
        return following == "of"
    if word == ".":
        return tokens[at - 1] in ABBREVIATIONS
    if word in LINKING:
        return (
            word in "/&|"
            or following == "including"
            or following in own_nouns
            or word in JOINING
            or tokens[at - 1] in JOINING
        )
    return word in JOINING or word in own_nouns or word in QUALIFYING or word.isdigit()


def _joined(tokens: Sequence[str], at: int, phrase: _Phrase, gap: tuple[str, ...]) -> Label:
    """A label with the one it is joined to: "last updated and" effective, "effective since" last update."""
    roles, start = [phrase.role], at - len(phrase.words)
    left = start
    while left > 0 and (tokens[left - 1] in LINKING or tokens[left - 1] in JOINING):
        if _ending(tokens, left):
            break
        left -= 1
    joined = any(t in LINKING or t == "since" for t in tokens[left:start])
    other = _ending(tokens, left) if joined and left else None
    if other and other.role != phrase.role and other.words[0] not in ("version", "v"):
        roles, start = [other.role, *roles], left - len(other.words)
    return Label(tuple(roles), tuple(tokens[start:at]), start, at, gap)


def after(tokens: Sequence[str]) -> Label | None:
    """The label that begins directly after a date: "1.5.2024 in Kraft", "(last updated)"."""
    at = 0
    while at < min(len(tokens), 5):
        for phrase in _by_first().get(tokens[at][:3], ()):
            if _same(phrase.words, tokens[at : at + len(phrase.words)]):
                return Label((phrase.role,), phrase.words, at, at + len(phrase.words), tuple(tokens[:at]))
        if tokens[at] not in JOINING or tokens[at] in STOP:
            return None
        at += 1
    return None


def cjk_before(text: str) -> Label | None:
    """The Chinese, Japanese or Korean label that ends a text."""
    if not _CJK.search(text):
        return None
    tail = fold(text[-24:])
    found = [(m.start(), role, m[0]) for role, pattern in _BEFORE_CJK if (m := pattern.search(tail))]
    if not found:
        return None
    roles = tuple(role for _, role, _ in sorted(found))
    return Label(roles, (max(found)[2],), 0, 0, ())


def cjk_after(text: str) -> Label | None:
    """The Chinese, Japanese or Korean label that begins a text."""
    if not _CJK.search(text[:12]):
        return None
    for role, pattern in _AFTER_CJK:
        if found := pattern.match(fold(text[:24])):
            return Label((role,), (found[0],), 0, 0, ())
    return None


@dataclass(frozen=True, slots=True)
class _Phrase:
    role: Role
    words: tuple[str, ...]


def _ending(tokens: Sequence[str], at: int) -> _Phrase | None:
    """The longest phrase that ends before ``tokens[at]``."""
    for phrase in _by_last().get(tokens[at - 1][:3], ()):
        if _same(phrase.words, tokens[max(0, at - len(phrase.words)) : at]):
            return phrase
    return None


def _same(phrase: Sequence[str], tokens: Sequence[str]) -> bool:
    return len(phrase) == len(tokens) and all(
        token.startswith(word[:-1]) if word.endswith("*") else token == word
        for word, token in zip(phrase, tokens, strict=True)
    )


@lru_cache(maxsize=1)
def _by_last() -> dict[str, list[_Phrase]]:
    """Phrases by the first three letters of their last word, longest first."""
    return _indexed(PRECEDING, -1)


@lru_cache(maxsize=1)
def _by_first() -> dict[str, list[_Phrase]]:
    return _indexed(FOLLOWING, 0)


def _indexed(tables: dict[Role, tuple[str, ...]], word: int) -> dict[str, list[_Phrase]]:
    index: dict[str, list[_Phrase]] = {}
    for role, phrases in tables.items():
        for phrase in phrases:
            spelt = tuple(w + "*" * starred for w, starred in _starred(phrase))
            index.setdefault(spelt[word].rstrip("*")[:3], []).append(_Phrase(role, spelt))
    for sharing in index.values():
        sharing.sort(key=lambda p: -len(p.words))
    return index


def _starred(phrase: str) -> list[tuple[str, bool]]:
    return [(w, part.endswith("*") and w == words(part)[-1]) for part in phrase.split() for w in words(part)]
