"""The word lists by ISO 639-1 code; a language is added by writing its list and naming it here."""

from collections.abc import Mapping

from tracker.promises.languages import en
from tracker.promises.words import Words

WORDS: Mapping[str, Words] = {module.WORDS.code: module.WORDS for module in (en,)}
