"""How a text reads: as policies do, or as the last version did."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from tracker.extract.several import kind_of
from tracker.extract.tree import measure
from tracker.gate import words as phrases
from tracker.gate.looks import Known, Look
from tracker.remembering import remember

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.!?:;。！？]")
_POLICY = 80
"""Words: a shorter text is hardly read for how it speaks."""
DENSE = 4.5
"""Policy words among a hundred: policies have 8 and more, news and help pages 2 to 5."""
NAMELESS = 150
"""Words: of a shorter text that names no policy, those of a footer are enough to sound like one."""
LONG = 1500
"""Words that a page of a shop or of news rarely reaches."""
_SAMPLE = 20_000
"""Characters in which a text's vocabulary is counted."""


@lru_cache(maxsize=4)
def word_count(text: str) -> int:
    """How many words; in scripts without spaces four characters count as one."""
    return measure(text)


def is_known(look: Look, known: Known | None) -> bool:
    """True when most of a text stood in the last version: whatever it says, it is not another page."""
    return (
        bool(known) and _shared(look.text, known.text if known else "") >= 0.5 and word_count(look.text) >= 40
    )


def is_policy(look: Look, known: Known | None) -> bool:
    """True for a text that names itself a policy, or was known for one, and speaks like one."""
    if is_known(look, known):
        return True
    return (
        word_count(look.text) >= _POLICY
        and names_policy(look)
        and density(look) >= DENSE
        and _in_sentences(look)
    )


def _in_sentences(look: Look) -> bool:
    """True when the text is told in lines of prose, not in the labels of a form or a menu."""
    told = (line for line in look.text.split("\n") if measure(line) >= 9 and _SENTENCE.search(line))
    return len(list(islice(told, 2))) == 2


@lru_cache(maxsize=4)
def names_policy(look: Look) -> bool:
    """True when a heading or the first line names a policy: a site's title may do so on any page."""
    lines = [line for line in look.text[:6000].split("\n") if line]
    heads = [line for at, line in enumerate(lines) if at == 0 or line.startswith(("#", "**"))]
    return any(len(line) < 160 and phrases.POLICY_TITLE.search(line) for line in heads)


@lru_cache(maxsize=4)
def density(look: Look) -> float:
    """Policy words among a hundred; where the language's are not known, as many as a policy has."""
    sample = look.text[:_SAMPLE]
    if look.language == "ja":
        return 100 * len(phrases.POLICY_SIGNS.findall(sample)) / max(word_count(sample), 1)
    spoken = look.language or "en"
    if spoken not in phrases.POLICY_WORD:
        return 2 * DENSE
    told = sum(_of_policies(spoken, word) for word in _WORD.findall(sample.lower()))
    return 100 * told / max(word_count(sample), 1)


@remember(1 << 13)
def _of_policies(spoken: str, word: str) -> bool:
    return bool(phrases.POLICY_WORD[spoken].fullmatch(word))


def shares_lines(look: Look, known: Known) -> bool:
    """True when lines known already hold a fifth of the text: phrases need no counting."""
    return _shared(look.text, known.text) >= 0.2


@lru_cache(maxsize=4)
def _shared(text: str, before: str) -> float:
    """The part of a text, in characters, whose lines stood in another."""
    lines = set(before.split("\n"))
    return sum(len(line) for line in text.split("\n") if line in lines) / max(len(text), 1)


def kept_share(look: Look, known: Known | None) -> float:
    """The share of the text's runs of four words that stood in the text before."""
    now = _runs(look.text)
    return len(now & _runs(known.text)) / max(len(now), 1) if known else 0.0


@lru_cache(maxsize=4)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def same_title(look: Look, known: Known | None) -> bool:
    return bool(known and known.title and look.title and known.title.strip() == look.title.strip())


def kind_named(text: str) -> str:
    """The kind of policy that a text's first headings name."""
    heads = [line for line in text[:3000].split("\n") if line][:6]
    return next((kind for line in heads if (kind := kind_of(line))), "")
