"""Banners that announce the text to come: "We're updating our Terms. They go into effect on X. [Read them]".

The date of such a banner is no date of the text below it. It is evidence that the next text was announced
(NOTICE.md A4, a publisher's own dated announcement).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.model import Block, Days
from tracker.stamps import dates
from tracker.stamps.places import HEAD_BLOCKS, HEAD_CHARACTERS

_WIDTH = 900
"""Characters of a banner that are read."""
_BELOW = 3
"""Lines after the date's in which the link to the new text may stand."""

_NEW = (
    r"new|updated?|upcoming|revised|amended|future|nouve(?:lles?|aux?)|mises? à jour|modifiée?s?|neuen?|"
    r"aktualisierten?|geänderten?|künftigen?|nuev[oa]s?|actualizad[oa]s?|nuov[ioe]|aggiornat[ioe]|"
    r"nov[oa]s|atualizad[oa]s?|nieuwe|gewijzigde|bijgewerkte|now(?:y|e|a|ego|ą)|zmieniony|zaktualizowan\w+|"
    r"nov(?:é|ých|i|e)|aktualizovan\w+|no(?:ii|ile|ul|ua)|nya|nye|uppdaterade|opdaterede|"
    r"νέ(?:α|ες|οι|ους)|ανανεωμέν\w+|τροποποιημέν\w+|ενημερωμέν\w+|нов(?:и|ите|ата)"
)
_TEXT = (
    r"terms|polic(?:y|ies)|agreement|notice|statement|conditions|guidelines|version|conditions|politique|"
    r"cg[uvs]|\w*bedingungen|agb|\w*erklärung|fassung|términos|condiciones|política|termini|condizioni|"
    r"termos|condições|voorwaarden|beleid|regulamin\w*|warunki|polityk\w+|podmínky|podmienky|zásady|"
    r"termeni\w*|condi[tț]ii\w*|villkor\w*|vilkår\w*|policy\w*|pogoji|uvjeti|πολιτική|όρ(?:οι|ους|ων)|условия"
)
_LEADS = re.compile(
    rf"\[[^\]\n]{{0,60}}\b(?:{_NEW})\b[^\]\n]{{0,40}}\b(?:{_TEXT})\b[^\]\n]{{0,80}}\]\((?!#)"
    rf"|\b(?:{_NEW})\b[^.\n\[]{{0,60}}\[[*_ ]*(?:here|ici|hier|aquí|qui)\b[^\]\n]{{0,20}}\]\((?!#)"
    r"|\bpreview\b[^.\n\[]{0,60}\["
    rf"|(?<!please )\b(?:read|see|view|preview)\s+(?:the |our )?(?:{_NEW})\s+(?:\w+ )?(?:{_TEXT})\s+here\b",
    re.I,
)
"""A link to another text that is called new, or words that were one."""
_COMING = re.compile(
    r"\b(?:updating|changing|making changes|introducing|will|shall|go(?:es|ing)? into effect|upcoming|soon)\b"
    r"|\b(?:entre(?:ra|ront|nt)|prendr(?:a|ont)|prochaine?s?|treten|tritt|werden|entrará|entran|ent(?:rano|ra)"
    r"|entrarão|zullen|zal|gaan|wejdą|wejdzie|wchodz[iąa]|nabudou|nabude|nadobudnú|vor|va|träder|træder"
    r"|začnejo|stupaju|θα|ще)\b",
    re.I,
)
"""Words of what has not come yet."""


def announces(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether a block of the head, with the lines below it, announces another text and leads to it."""
    last = blocks[min(index + _BELOW, len(blocks) - 1)]
    start = blocks[index].body_start
    banner = text[start : min(last.body_end, start + _WIDTH)]
    return _LEADS.search(banner) is not None and _COMING.search(banner) is not None


def days(text: str, blocks: Sequence[Block], language: str | None) -> tuple[Days, ...]:
    """The days, under every reading, that the banners at the head of a text give for the text to come."""
    found: list[Days] = []
    for index, block in enumerate(blocks[:HEAD_BLOCKS]):
        if block.body_start < HEAD_CHARACTERS and announces(text, blocks, index):
            banner = text[block.body_start : block.body_end]
            found += (reading for one in dates.in_text(banner, language, 0) for reading in one.readings)
    return tuple(dict.fromkeys(found))
