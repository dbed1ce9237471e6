"""What a watcher asks to hear of, and whether a piece of news is it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.alerts.news import ChangeNews, News
from tracker.model import SIGNIFICANCES, Significance
from tracker.remembering import remember

TOPICS = {
    "ai": r"\bAI\b|artificial intelligence|machine learning|generative|"
    r"\btrain(ing)? (of )?(our |the )?(\w+ )?models?",
    "arbitration": r"arbitrat|class[- ]action|jury",
    "children": r"\bchild|minors?\b|under the age|parental",
    "cookies": r"cookie|tracking technolog|pixels?\b",
    "fees": r"\bfees?\b|\bprices?\b|\bpay(ment|able)?|refund",
    "liability": r"liabilit|indemnif|warrant",
    "location": r"\blocation|geolocation|\bgps\b",
    "notice": r"(changes? to|amend|modif\w+|updat\w+) (this|these|our|the) (policy|terms|agreement|notice)",
    "retention": r"retention|retain|how long|keep (it|your|the)|\bdelet(e|ion)",
    "rights": r"your (data )?rights|right to (access|erasure|object)|opt[- ]?out",
    "security": r"securit|breach|encrypt",
    "sharing": r"\bshar(e|ing)|third part|recipient|sub-?processor|disclos|\bsell\b",
    "transfers": r"transfer|outside (the )?(EU|EEA|European)|standard contractual",
}
"""Topics of policies, in the words they are written in; of other languages a section's key or words serve."""

FACETS = (
    "silent_change", "stamp_regressed", "stamp_only", "short_on_public_channel",
    "old_text_served_after_effect", "backdated", "older_than_12_months", "effective_date_moved",
)  # fmt: skip
"""Values of verdicts one can ask for: what looks odd, as in the view ``flagged``."""

_UNSPACED = 0x2E80
"""Scripts from here on are written without spaces between words."""


@dataclass(frozen=True, slots=True)
class Wish:
    """All that is set must hold; within one of the lists, one is enough."""

    services: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """Keys of sections: they last through renumbering and renaming."""
    topics: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    """Words that must not vanish from the text."""
    at_least: Significance | None = None
    """None asks for substantive changes; with facets or quotes, for any that show them."""
    facets: tuple[str, ...] = ()
    """Of FACETS."""
    returns: bool = False
    """True asks also for returns to an earlier text."""
    trouble: bool = False
    """True for operators: what goes wrong here, and nothing else."""

    @property
    def threshold(self) -> Significance:
        """The least significance that is asked for."""
        return self.at_least or ("none" if self.facets or self.quotes else "substantive")


class Wishes:
    """Many wishes, found by the policy or service they name; each is held against a piece of news once."""

    def __init__(self, wishes: Iterable[Wish]) -> None:
        self._everywhere: list[Wish] = []
        self._at: defaultdict[str, list[Wish]] = defaultdict(list)
        self.quotes: frozenset[str] = frozenset()
        """All quotes asked for."""
        for wish in dict.fromkeys(wishes):
            self.quotes |= frozenset(wish.quotes)
            for place in wish.policies or wish.services:
                self._at[place].append(wish)
            if not (wish.policies or wish.services):
                self._everywhere.append(wish)

    def heard(self, news: News) -> list[tuple[Wish, tuple[ChangeNews, ...]]]:
        """The wishes that a piece of news meets, each with the changes that it is about."""
        found = []
        candidates = (*self._at.get(news.policy, ()), *self._at.get(news.service, ()), *self._everywhere)
        for wish in dict.fromkeys(candidates):
            changes = heard(wish, news)
            if changes is not None:
                found.append((wish, changes))
        return found


def heard(wish: Wish, news: News) -> tuple[ChangeNews, ...] | None:
    """The changes of the news that the wish is about; None when it is not.

    A return to an earlier text is no news unless asked for: who heard of the change that it undoes would
    hear of every flicker of a page twice.
    """
    if wish.trouble or (news.returns and not wish.returns) or not _of_interest(wish, news):
        return None
    if not _weighs(wish, news.significance):
        return None
    if wish.facets and not any(v.value in wish.facets and v.truth == "TRUE" for v in news.verdicts):
        return None
    if wish.quotes and not news.vanished.intersection(wish.quotes):
        return None
    found = tuple(change for change in news.changes if _wanted(wish, change))
    return found if found or not _asks_of_changes(wish) else None


def _of_interest(wish: Wish, news: News) -> bool:
    return (
        (not wish.policies or news.policy in wish.policies)
        and (not wish.services or news.service in wish.services)
        and (not wish.types or news.policy_type.casefold() in {t.casefold() for t in wish.types})
    )


def _weighs(wish: Wish, significance: Significance) -> bool:
    return SIGNIFICANCES.index(significance) <= SIGNIFICANCES.index(wish.threshold)


def _wanted(wish: Wish, change: ChangeNews) -> bool:
    if not _weighs(wish, change.significance):
        return False
    return (
        (not wish.sections or change.key in wish.sections)
        and (not wish.topics or any(_about(topic, change) for topic in wish.topics))
        and (not wish.added or any(_came(words, change) for words in wish.added))
        and (not wish.removed or any(_went(words, change) for words in wish.removed))
    )


def _asks_of_changes(wish: Wish) -> bool:
    return bool(wish.sections or wish.topics or wish.added or wish.removed)


def _about(topic: str, change: ChangeNews) -> bool:
    words = f"{change.heading or ''}\n{change.added}\n{change.removed}"
    return re.search(TOPICS[topic], words, re.I) is not None


def _came(words: str, change: ChangeNews) -> bool:
    """Do the words come, even if only some of them are new: "6 months" for "12 months"?"""
    return _says(words, change.added) or _only(words, change.after, change.before)


def _went(words: str, change: ChangeNews) -> bool:
    return _says(words, change.removed) or _only(words, change.before, change.after)


def _only(words: str, here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return any(_says(words, one) for one in here) and not any(_says(words, one) for one in there)


def _says(words: str, text: str) -> bool:
    return _pattern(words).search(text) is not None


@remember(10_000)
def _pattern(words: str) -> re.Pattern[str]:
    """Whole words, whatever white space is between them."""
    parts = words.split()
    first = r"(?<!\w)" if parts and ord(parts[0][0]) < _UNSPACED else ""
    last = r"(?!\w)" if parts and ord(parts[-1][-1]) < _UNSPACED else ""
    return re.compile(first + r"\s+".join(map(re.escape, parts)) + last, re.I)
