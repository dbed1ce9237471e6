"""The words of all languages put together, folded, as the rules ask for them.

A text may mix languages, so none is chosen beforehand: a label is a label in whatever language it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.model import Role
from tracker.stamps.languages import ENGLISH, EVERY
from tracker.stamps.words import fold


def _phrases(tables: Iterable[str]) -> tuple[str, ...]:
    return tuple(phrase for table in tables for phrase in fold(table).split("|") if phrase.strip())


def _words(*tables: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in fold(table).split())


PRECEDING: dict[Role, tuple[str, ...]] = {
    "updated": _phrases(words.updated for words in EVERY),
    "effective": _phrases(words.effective for words in EVERY),
    "published": _phrases(words.published for words in EVERY),
}
"""What stands before its date: "last updated" X."""

FOLLOWING: dict[Role, tuple[str, ...]] = {
    "updated": _phrases(words.updated_after for words in EVERY),
    "effective": _phrases(words.effective_after for words in EVERY),
    "published": _phrases(words.published_after for words in EVERY),
}
"""What stands after it: X "in Kraft"."""

JOINING = _words(*(words.joining for words in EVERY))
OWN = _words(*(words.own for words in EVERY))
ENGLISH_OWN = _words(ENGLISH.own)
OTHER = _words(*(words.other for words in EVERY))

ARCHIVE = re.compile(
    "|".join(" ".join(p.split()) for words in EVERY for p in words.archive.split("|") if p.strip()), re.I
)
"""Headings of lists of older versions."""

LINKING = _words("and & / und et y e i en och og a és și și και ja in ir un или і та и ve or sowie |")
"""What joins two labels of one date: "last updated and effective: X"."""

VERSION = _words(
    "version versión versão versione versie wersja verze verzia verzió verzija versjon versio versioon",
    "έκδοση версия версія v rev revision versiune versiunea fassung stand sürüm",
)
"""Labels that may carry a number before the date: "Version 3.2 (May 2020)"."""

QUALIFYING = _words(
    "general generales generali générales générale allgemeine allgemeinen generais algemene use",
    "confidentialité protection données personnelles vente ventes privacidad privacidade prywatności",
    "uso utilização utilisation service services serviço servicios",
    "user business partner merchant seller customer client data cookie cookies nutzungs b2b our their its",
)
"""What such nouns are qualified by: "last update of the general terms of use: X"."""

ABBREVIATIONS = _words("rev ver v upd eff no nr art vers inc ltd nov m d pr")
"""What a full stop may follow without ending a sentence."""

SELF = _words("this these our present current")
"""English words that make such a noun mean the text itself, in mid-text; "the" does only beside it."""

CHANGES = _words("changes updates amendments modifications revisions rules")
"""What takes effect with the text: "the changes go into effect on X"."""

VERBS = _words("was were is are has have had will shall")
"""English verbs by which a line is a sentence and has a subject."""

FROM = _words("od ab from vanaf dal från fra din alates nuo no з с від since depuis desde partir compter")
"""What makes a date in a title one of effect: "Terms of sale, from 12 April 2024"."""

UNTIL = _words("until till through bis jusqu hasta até fino tot do til before vor avant antes prima")
"""What makes a date an end."""

BESIDE = _words("before after until avant après vor nach antes después prima dopo")
"""What makes a label the measure of something else: "accounts opened before the entry into force of ..."."""

DATE = _words("date datum fecha data dato dátum kelt päivämäärä kuupäev datums ημερομηνία дата tarih")

EXISTING = _words("existing current registered bestehende bestehenden existants existentes attuali")
NEWCOMERS = _words("new neue neuen nouveaux nuevos novos nuovi")
AUDIENCE = _words(
    "users customers members accounts merchants developers nutzer kunden utilisateurs clients usuarios"
)
