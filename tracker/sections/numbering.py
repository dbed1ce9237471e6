"""The numbers that stand before headings and items: "2.1.", "§ 12", "Article 3", "IV.", "b)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tracker.blocks.quick import one_of

Scheme = Literal["decimal", "word", "roman", "letter", "bracket"]

_NAMES = (
    "section|sections|article|articles|clause|part|chapter|annex|appendix|schedule|exhibit|addendum|attachment|rule|"
    "step|title|artikel|abschnitt|kapitel|teil|anhang|anlage|ziffer|punkt|artykuł|rozdział|paragraf|załącznik|"
    "articolo|sezione|capo|allegato|artículo|articulo|sección|seccion|capítulo|capitulo|cláusula|anexo|artigo|seção|"
    "secção|titre|chapitre|annexe|partie|hoofdstuk|bijlage|článek|článok|příloha|príloha|čl|oddíl|člen|član|článku|"
    "pont|fejezet|cikk|melléklet|articolul|secțiunea|capitolul|anexa|глава|раздел|статья|стаття|член|чл|приложение|"
    "άρθρο|madde|bölüm|luku|kohta|liite|avsnitt|del|bilag|paragraph|art|sec|kap|dział|część"
)
_ROMAN = "(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3}|l)"
_MAY_BE = re.compile(
    r"[\d§(（第제一二三四五六七八九十]|[^\W\d_]{1,14}\.?\s?(?:\d|[a-zA-Z]{1,6}(?![^\W\d_]))|[a-zA-Z]{1,6}\s?[.):\-–—]"
)
"""What no label begins without: quick to look at."""
_LABEL = re.compile(
    rf"""
    (?P<word>(?:§{{1,2}}\s?|(?:{one_of(*_NAMES.split("|"))})\.?(?:\s|\s?(?=\d)))(?P<rank>\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?|{_ROMAN}|[a-z])
        (?![^\W\d_]|\d))(?:\s?[.:)\-–—|]{{1,2}})?(?:\s+|$)(?:[\-–—:]\s+)?
  | (?P<named>(?P<name>[^\W\d_]{{2,14}})\.?\s(?P<count>\d{{1,3}}(?:\.\d{{1,3}})*|{_ROMAN}))
        \s?[.:\-–—](?:\s+|$)
  | (?P<ordinal>\d{{1,3}}\.?\s?(?:cikk|§|pont|fejezet|luku|bölüm|madde)(?![^\W\d_]))[.:]?\s*
  | (?P<cjk>第\s?(?:\d{{1,3}}|[一二三四五六七八九十百]{{1,4}})\s?[条條章節节款项項조]
        |제\s?\d{{1,3}}\s?[조장절]
        |[一二三四五六七八九十]{{1,3}}(?=、)|[（(][一二三四五六七八九十]{{1,3}}[）)])[、.．:：]?\s*
  | (?P<decimal>\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}[a-zA-Z]?)(?:\s?[.:)](?:\s?[\-–—](?=\s))?\s*
        |\s?[\-–—]\s+|\s+|$)
  | (?P<roman>{_ROMAN})(?:\s?[.):](?:\s?[\-–—](?=\s))?\s*|\s?[\-–—]\s+)
  | (?P<letter>[A-Za-z])(?:[.):]\s+|\s?[\-–—]\s+)
  | (?P<bracket>\((?:\d{{1,3}}|[a-zA-Z]{{1,2}}|{_ROMAN})\))\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CONTAINERS = frozenset(
    (
        "part annex appendix schedule exhibit addendum attachment teil anhang anlage partie annexe anexo "
        "allegato bijlage załącznik příloha príloha melléklet anexa приложение bilag bilaga liite"
    ).split()
)
"""Names that belong to the heading: "Annex 1" is what people call it."""
_WAYS = ("word", "named", "ordinal", "cjk", "decimal", "roman", "letter", "bracket")
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))


@dataclass(frozen=True, slots=True)
class Label:
    """A number before words: as printed without the points around it, and its rank at each depth."""

    text: str
    scheme: Scheme
    ranks: tuple[int, ...]
    words_at: int
    """Where the words after the label begin; 0 where the label is part of the name: "Annex 1"."""
    name: str = ""
    """"article", "§": of the same kind as other labels of that name."""

    @property
    def depth(self) -> int:
        return len(self.ranks)

    @property
    def kind(self) -> tuple[str, str, int]:
        """Labels of one kind count in one row."""
        return self.scheme, self.name, len(self.ranks)


def label(seen: str) -> Label | None:
    """The label at the start of a line of visible words, or None."""
    found = _MAY_BE.match(seen) and _LABEL.match(seen)
    if not found or not found[0]:
        return None
    which = next(name for name in _WAYS if found[name])
    text = found[which].strip()
    if which == "word":
        name = text[: len(text) - len(found["rank"])].strip(" .").casefold()
        return Label(text, "word", _ranks(found["rank"]), 0 if name in _CONTAINERS else found.end(), name)
    if which == "named":
        return Label(text, "word", _ranks(found["count"]), found.end(), found["name"].casefold())
    if which in ("ordinal", "cjk"):
        rank = _cjk(text) if which == "cjk" else int(re.match(r"\d+", text)[0])  # type: ignore[index]
        return Label(text, "word", (rank,), found.end(), re.sub(r"[\d\s一二三四五六七八九十百]", "", text))
    if which == "decimal":
        return Label(text, "decimal", _ranks(text), found.end())
    bare = text.strip("()")
    if which == "letter" or (which == "roman" and len(bare) == 1 and bare not in "IVXivx"):
        return Label(text, "letter", (ord(bare.casefold()) - 96,), found.end(), _case(bare))
    if which == "bracket":
        return Label(text, "bracket", _ranks(bare), found.end())
    return Label(text, "roman", (_roman(bare.casefold()),), found.end(), _case(bare))


def _case(text: str) -> str:
    return "upper" if text.isupper() else "lower"


def _ranks(text: str) -> tuple[int, ...]:
    parts = text.casefold().split(".")
    return tuple(_rank(part) for part in parts if part)


def _rank(part: str) -> int:
    digits = re.match(r"\d+", part)
    if digits:
        return int(digits[0])
    if re.fullmatch(_ROMAN, part):
        return _roman(part)
    return ord(part[0]) - 96


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _cjk(text: str) -> int:
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    tens, ten, ones = re.sub(r"[^一二三四五六七八九十]", "", text).rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
