"""Where a spot stands in a text: near its top or bottom, in a list of related pages, in a menu."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from tracker.model import Reading
from tracker.remembering import remember
from tracker.significance import dated, wording
from tracker.significance.plain import Line, line

_NEAR = 15
_PROSE_WORDS = 12
_SENTENCE = 60
"""Characters of a line that is a sentence, at least."""
_LABEL_REACH = 120
_LABEL_ROOM = 160
_MAY_COUNT = re.compile(
    r"[\s>*_#+\\•·-]*(?:\[\]\([^()\s]{0,120}\))?(?:§?\s*\(?\w{1,6}(?:\.\w{1,3})*[\\.)]|\d+\.\d)"
)
_COUNTING = re.compile(r"(\(?(?:\d+\.)*)(\d+|[a-zA-Z]|[ivxIVX]+)([.)]?)")
TITLE = 60
"""Characters of a heading that is a title; longer ones are sentences, questions mostly."""
_SHORT = 80
_LINKS = 20_000
"""Characters of a list of links at the end of a page at most."""
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s")
_LINK = re.compile(r"\[[^\[\]]{0,800}\]\([^()\s]{0,800}\)")
_TAIL = 20
_ASKED = 60
"""Lines among which it may ask so when hardly a sentence follows."""
"""Lines at the end of a text among which the page may ask whether it helped."""
_VERSIONS = 80
"""Lines of a list of the dates of earlier versions, at most."""
_PAGES = 4
"""Times that a line stands which stands at the foot of each page."""
_FOOT = 80
"""Characters of such a line, at most."""
_CARDS = 3
"""Cards of other pages in a row, at least."""
_CARDS_AT_MOST = 10
"""Rows of cards that are looked at."""
_CLOSES = re.compile(r"\[\]\(#[^()\s]{0,200}close[^()\s]{0,200}\)")
"""A button, without words, that closes a window."""
_CARD = 1000
_POPUPS = 60
_ASKS = 4
"""Lines of a dialog above its buttons, at most."""
_SIZE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?\s?[KM]B\b", re.IGNORECASE)
_TONGUES = 3
"""Names of languages in a row that begin a page's foot."""
_RUN = 4
"""Lines of links at the end of a text that make a page's foot."""
_TEASER = 4
"""Lines between a heading and the button of what is advertised above it, at most."""
_TOP = 3
"""First lines of a page, among which its title stands."""
_BODY = 40
"""Characters a section holds at least under a heading."""
_SENTENCES = re.compile(r"[.!?。][)*_”\"’]{0,4}$")
_RELATED = re.compile(rf"[\s#*_>-]*(?:{wording.RELATED.pattern})[\s:*_]*(?:\n.*)?$", re.IGNORECASE)


class Place(NamedTuple):
    """A line where it stands: offsets are into the text of the ground."""

    line: Line
    ground: Ground
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.line.words

    @property
    def heads(self) -> bool:
        """True for the heading of a section, be there a text under it or not."""
        return self.start in self.ground.headings

    @property
    def in_list_of_parties(self) -> bool:
        """True under a heading that tells of partners, providers or cookies: a link there may name one."""
        return wording.PARTIES.search(self.ground.heading_over(self.start)) is not None

    @property
    def is_heading(self) -> bool:
        """True for the heading of a section that has a text of its own."""
        return self.ground.headings.get(self.start, 0) >= _BODY

    @property
    def body(self) -> tuple[int, int] | None:
        """What stands under a heading up to the next one, when it begins with a sentence; None for others.

        A few words between a rule and a sentence are a heading too, above that one.
        """
        if self.is_heading:
            return self.ground.sentences_under(self.start, self.end)
        return self.ground.sentence_below(self.start)

    @property
    def noise_kind(self) -> str | None:
        """The kind of noise that the line lies in, as the reading tells it."""
        return self.ground.noise_kind(self.start, self.start + len(self.line.raw.rstrip()))

    @property
    def near_edge(self) -> bool:
        """True in the first or last lines of the text."""
        return self.ground.near_edge(self.start, self.end)


class Ground:
    """The lines of a reading and what surrounds the policy in it; everything is found when first asked."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def starts(self) -> list[int]:
        """Where each block of the text starts."""
        return [block.start for block in self.reading.blocks]

    @cached_property
    def headings(self) -> dict[int, int]:
        """Where the line of each heading starts, and how many characters stand under it in its section."""
        return {s.start: s.end - s.start - len(s.heading or "") for s in self.reading.sections if s.heading}

    def heading_over(self, offset: int) -> str:
        """The heading of the section that holds an offset, "" where it has none."""
        found = (s.heading for s in self.reading.sections if s.start <= offset < s.end)
        return next(found, None) or ""

    def is_list_of_languages(self, start: int) -> bool:
        """True when the section whose heading starts here speaks of languages there, and is all links."""
        section = next(s for s in self.reading.sections if s.start == start)
        if not wording.LANGUAGES_AHEAD.fullmatch(section.heading or ""):
            return False
        under = [p.line for p in self.places(start, section.end) if p.words][1:]
        return len(under) >= 2 and all(one.targets for one in under)

    def sentences_under(self, start: int, end: int) -> tuple[int, int] | None:
        """The rest of the section whose heading line is given, None unless it begins with whole sentences."""
        first = bisect_right(self.starts, end - 1)
        section = next(s for s in self.reading.sections if s.start == start)
        if first >= len(self.starts) or self.starts[first] >= section.end:
            return None
        block = self.reading.blocks[first]
        body = self.reading.text[block.body_start : block.body_end]
        whole = block.kind == "text" and _SENTENCES.search(body) is not None
        return (block.start, section.end) if whole and prose(line(body)) else None

    def beside(self, start: int, count: int) -> list[Line]:
        """The lines with words above and below one that are no heading, nearest first, so many at most."""
        at = self.place(start)
        near = (i for step in range(1, 2 * count + 1) for i in (at - step, at + step))
        within = (i for i in near if 0 <= i < len(self.starts) and self.starts[i] not in self.headings)
        return list(islice((one for one in (line(self._raw(i)) for i in within) if one.words), count))

    def follows_rule(self, start: int) -> bool:
        """True for a line right below a rule."""
        at = self.place(start)
        return at > 0 and self.reading.blocks[at - 1].kind == "rule"

    def sentence_below(self, start: int) -> tuple[int, int] | None:
        """The whole sentences right below a few words that a rule sets apart; None below other lines."""
        at = self.place(start)
        if at >= len(self.starts) - 1 or not self.follows_rule(start):
            return None
        title, body = self.reading.blocks[at], self.reading.blocks[at + 1]
        words = self.reading.text[title.body_start : title.body_end]
        if title.kind != "text" or not 0 < len(words) <= _SHORT or not words[-1].isalnum():
            return None
        sentences = self.reading.text[body.body_start : body.body_end]
        whole = body.kind == "text" and _SENTENCES.search(sentences) is not None
        return (body.start, body.end) if whole and prose(line(sentences)) else None

    def _raw(self, index: int, room: int = 1000) -> str:
        """The beginning of a block, without white space around it."""
        block = self.reading.blocks[index]
        return self.reading.text[block.body_start : min(block.body_end, block.body_start + room)]

    def places(self, start: int, end: int) -> Iterator[Place]:
        """The lines of a stretch that begins and ends at line bounds, blank ones left out."""
        at = start
        for raw in self.reading.text[start:end].splitlines(keepends=True):
            if raw.strip():
                yield Place(line(raw.rstrip("\r\n")), self, at, at + len(raw))
            at += len(raw)

    def place(self, offset: int) -> int:
        """The number of the line that holds an offset, blank lines not counted."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def near_edge(self, start: int, end: int) -> bool:
        """True when a stretch stands in the first or last lines of the text."""
        last = len(self.starts) - 1
        return self.place(start) < _NEAR or self.place(max(start, end - 1)) > last - _NEAR

    @cached_property
    def first_prose(self) -> int:
        """Number of the first line that is a sentence or a heading; all before it is the page's head."""
        headings = (s.start for s in self.reading.sections if s.heading)
        heading = next((start for start in headings if not self._links_away(start)), None)
        limit = self.place(heading) if heading is not None else len(self.starts)
        return next((i for i in range(limit) if self._is_prose(i)), limit)

    @cached_property
    def first_sentence(self) -> int:
        """Number of the first line that is a sentence or the second heading over a text: there it begins."""
        second = [start for start, below in list(self.headings.items())[1:] if below >= _BODY][:1]
        limit = self.place(second[0]) if second else len(self.starts)
        return next((i for i in range(limit) if self._is_prose(i)), limit)

    @cached_property
    def questions(self) -> tuple[int, int]:
        """A run of titles without links between the page's title and its text: what the page answers."""
        first, limit = self.first_prose + 1, min(len(self.starts) - 1, self.first_prose + 1 + _TAIL)
        if first < limit and self.reading.blocks[first].kind == "rule":
            first += 1
        at = first
        while at < limit and self._is_bare_title(at):
            at += 1
        return (self.starts[first], self.reading.blocks[at - 1].end) if at - first >= _RUN else (0, 0)

    def _is_bare_title(self, index: int) -> bool:
        """True for a block of a few words that is no item, no sentence and not marked for a heading."""
        block, one = self.reading.blocks[index], line(self._raw(index))
        few = 0 < len(one.words.split()) <= 8 and (one.words[-1].isalnum() or one.words[-1] == "?")
        marked = one.raw.startswith(("#", "*", "_")) or self.reading.blocks[index + 1].kind == "rule"
        bare = block.kind == "text" and not (marked or one.targets or one.labels)
        return few and bare and not any(c.isdigit() for c in one.words)

    def _is_prose(self, index: int) -> bool:
        """True for a block that is a sentence; a short one need not be read to know that it is none."""
        raw = self._raw(index)
        return len(raw) >= _SENTENCE and prose(line(raw))

    def is_title(self, start: int) -> bool:
        """True for the first line of the text, and for its first heading when only two lines stand above."""
        at = self.place(start)
        return at == 0 or (at < _TOP and at == self.first_prose)

    @cached_property
    def leads_with_a_button(self) -> bool:
        """True when one of the last lines above the first heading is a link and nothing else."""
        if not self.reading.sections or self.reading.sections[0].heading is not None:
            return False
        above = [line(self._raw(i)) for i in range(max(0, self.first_prose - _TEASER), self.first_prose)]
        return any(len(one.targets) == 1 and _LINK.sub("", one.raw).strip() == "" for one in above)

    @cached_property
    def last_prose(self) -> int:
        """Number of the last line that is a sentence; all after it is the page's tail."""
        last = range(len(self.starts) - 1, -1, -1)
        return next((i for i in last if self._is_prose(i)), -1)

    @cached_property
    def site_links_from(self) -> int:
        """Where the site's own links begin that end the text: a run of lines of links and of nothing else."""
        run: list[tuple[int, Line]] = []
        for index in range(len(self.starts) - 1, max(0, len(self.starts) - _TAIL) - 1, -1):
            one = line(self._raw(index))
            if not one.targets or _LINK.sub("", one.raw).strip():
                break
            run.append((self.starts[index], one))
        site = sum(not one.words or wording.SITE.fullmatch(one.words) is not None for _, one in run)
        return run[-1][0] if len(run) >= _RUN and site >= 2 else len(self.reading.text)

    @cached_property
    def foot_from(self) -> int:
        """Where a copyright notice or languages in a row stand below the last sentence; else the end."""
        below = range(self.last_prose + 1, len(self.starts)) if self.last_prose >= 0 else range(0)
        tongues = 0
        for i in below:
            one = line(self._raw(i))
            tongues = tongues + 1 if one.words.casefold() in wording.LANGUAGES else 0
            if tongues == _TONGUES or dated.copyright_year(one):
                return self.starts[i]
        return len(self.reading.text)

    def is_tail(self, offset: int) -> bool:
        """True below the last sentence, when a heading, a rule or the foot sets the place apart from it."""
        if min(self.site_links_from, self.foot_from) <= offset:
            return True
        if self.place(offset) <= self.last_prose or self.last_prose < 0:
            return False
        prose_at = self.starts[self.last_prose]
        apart = any(prose_at < start <= offset for start in self.headings)
        return apart or any(
            b.kind == "rule" and b.start <= offset for b in self.reading.blocks[self.last_prose + 1 :]
        )

    @cached_property
    def related(self) -> list[tuple[int, int]]:
        """Lists of links under a heading such as "Related articles", up to the next heading."""
        text = self.reading.text
        bounds = [s.start for s in self.reading.sections if s.start and not self._links_away(s.start)]
        bounds.append(len(text))
        found = []
        for index, block in enumerate(self.reading.blocks):
            if block.body_end - block.body_start >= _SHORT or not _RELATED.match(self._raw(index)):
                continue
            end = next((bound for bound in bounds[bisect_right(bounds, block.end) :]), len(text))
            if _all_links(text[block.body_end :]):
                found.append((block.start, len(text)))
            elif _is_list_of_links([place.line for place in self.places(block.start, end)]):
                found.append((block.start, end))
        return found

    def _links_away(self, start: int) -> bool:
        """True for a heading that is a link to another page and nothing else: an entry of a list of pages."""
        raw = self._raw(self.place(start)).partition("\n")[0]
        targets = line(raw).targets if "](" in raw else ()
        away = bool(targets) and not any(t.startswith("#") for t in targets)
        return away and not re.search(r"\w", _NUMBERED.sub("", _LINK.sub("", raw)))

    def follows_links(self, start: int) -> bool:
        """True for a line right below two lines of links and nothing else."""
        at = self.place(start)
        above = [line(self._raw(i)) for i in range(max(0, at - 2), at)]
        return len(above) == 2 and all(
            one.targets and not re.search(r"\w", _NUMBERED.sub("", _LINK.sub("", one.raw))) for one in above
        )

    def heads_site_links(self, start: int) -> bool:
        """True for a heading whose section holds two links or more and nothing else."""
        section = next(s for s in self.reading.sections if s.start == start)
        under = [place.line for place in self.places(start, section.end) if place.line.words][1:]
        return len(under) >= 2 and all(
            one.targets and not re.search(r"\w", _LINK.sub("", one.raw)) for one in under
        )

    def is_by_pointer(self, start: int) -> bool:
        """True for a few words, or a sentence that names a legal text, by a line that only leads to another.

        By: a line or two above it, as its heading or its first words.
        """
        at = self.place(start)
        if not dated.introduces(line(self._raw(at))):
            return False
        below = (line(self._raw(i)) for i in range(at + 1, min(at + 3, len(self.starts))))
        return any(dated.points_to_version(one) or dated.announces(one) for one in below)

    def repeats_stamp(self, one: Line) -> bool:
        """True for a short line of dates, versions and numbers of pages that stands on every page."""
        foot = dated.footed(one) if len(one.words) <= _FOOT else ""
        return foot != "" and self._feet[foot] >= _PAGES

    @cached_property
    def _feet(self) -> Counter[str]:
        """How often each line stands that is known for the foot of a page by its date or version."""
        raws = (self._raw(i) for i, b in enumerate(self.reading.blocks) if b.body_end - b.body_start <= _FOOT)
        found = Counter(dated.footed(line(raw)) for raw in raws)
        found[""] = 0
        return found

    @cached_property
    def popups(self) -> list[tuple[int, int]]:
        """Windows that open over the page: what stands by the button that closes one, and below it.

        The button stands between the card that opens the window and the window, under the same heading twice.
        """
        text, sections = self.reading.text, self.reading.sections
        if "close" not in text:
            return []
        return [
            (card.start, window.end)
            for card, window in pairwise(sections)
            if card.heading
            and card.heading == window.heading
            and _CLOSES.search(text, card.start, min(card.end, card.start + _CARD))
        ][:_POPUPS]

    @cached_property
    def dialogs(self) -> list[tuple[int, int]]:
        """Windows that ask whether cookies may be set: from a short line that names them to the last button.

        Two buttons at least stand right below the few lines that ask.
        """
        if "cookie" not in self.reading.text.lower():
            return []
        lines = [line(self._raw(index)) for index in range(len(self.starts))]
        shown = [index for index, one in enumerate(lines) if one.words]
        buttons = [
            not lines[i].marked and wording.CHOICE.fullmatch(lines[i].words) is not None for i in shown
        ]
        found, after = [], 0
        for at, button in enumerate(buttons):
            if not button or at < after:
                continue
            end = next((i for i in range(at, len(buttons)) if not buttons[i]), len(buttons))
            asks = range(at - 1, max(after - 1, at - 1 - _ASKS), -1)
            first = next((i for i in asks if _names_cookies(lines[shown[i]].words)), None)
            if end - at > 1 and first is not None:
                found.append((self.starts[shown[first]], self.reading.blocks[shown[end - 1]].end))
            after = end
        return found[:_POPUPS]

    @cached_property
    def cards(self) -> list[tuple[int, int]]:
        """Cards that lead to other pages: the same heading over each, a few words and a picture below.

        The heading right above them is one of them when it stands over no sentence.
        """
        runs = [list(run) for _, run in groupby(self.reading.sections, key=lambda s: s.heading)]
        found = []
        for index, run in enumerate(runs):
            if len(run) < _CARDS or not run[0].heading or wording.PARTIES.search(run[0].heading):
                continue
            below = [place.line for place in self.places(run[0].start, run[-1].end)]
            if any(one.images or one.targets for one in below) and not any(map(prose, below)):
                above = runs[index - 1][-1] if index else run[0]
                bare = above.heading and not any(prose(p.line) for p in self.places(above.start, above.end))
                found.append((above.start if bare else run[0].start, run[-1].end))
        return found[:_CARDS_AT_MOST]

    def is_attached(self, start: int) -> bool:
        """True for the name of a file above its size."""
        return _SIZE.match(self.words_below(start)) is not None

    def words_below(self, start: int) -> str:
        """The words of the block below, "" at the end."""
        at = self.place(start) + 1
        return line(self._raw(at)).words if at < len(self.starts) else ""

    @cached_property
    def machine_made(self) -> list[tuple[int, int]]:
        """Each heading that says a machine made a summary, and the list of items below it."""
        return [
            (section.start, self._end_of_list(section.start, section.end))
            for section in self.reading.sections
            if section.heading and wording.MACHINE.fullmatch(line(section.heading).words)
        ]

    def _end_of_list(self, start: int, end: int) -> int:
        """Where the first list below a heading ends, labels of a word above it left out of account."""
        blocks = self.reading.blocks[self.place(start) + 1 : bisect_left(self.starts, end)]
        at, listed = start + 1, False
        for block in blocks:
            item = block.kind == "item"
            label = not listed and len(self.reading.text[block.body_start : block.body_end].split()) <= 1
            if not item and not label:
                break
            at, listed = block.end, listed or item
        return at

    def lists_versions(self, start: int) -> bool:
        """True for a line in a run of bare dates below a label such as "Change log"."""
        at = self.place(start)
        for index in range(at - 1, max(-1, at - _VERSIONS), -1):
            one = line(self._raw(index))
            if dated.is_version_label(one):
                return index < at - 1 or self._is_date(at + 1)
            if not self._is_date(index):
                return False
        return False

    def _is_date(self, index: int) -> bool:
        """True for a block that is a bare date and nothing else."""
        if not 0 <= index < len(self.starts):
            return False
        one = line(self._raw(index))
        return one.words.casefold() == "today" or dated.stated(one)

    def is_related(self, start: int, end: int) -> bool:
        """True when a stretch stands under a heading such as "Related articles"."""
        return any(first <= start and end <= last for first, last in self.related)

    def noise_kind(self, start: int, end: int) -> str | None:
        """The kind of noise that a stretch lies in, as the reading tells it."""
        return next((n.kind for n in self.reading.noise if n.start <= start and end <= n.end), None)

    @cached_property
    def feedback_from(self) -> int:
        """Where the page asks whether it helped, when hardly anything follows; else the end of the text."""
        total = len(self.starts)
        first = max(0, min(total - _TAIL, max(total - _ASKED, self.last_prose)))
        last = range(total - 1, first - 1, -1)
        asks = next((i for i in last if wording.HELPED.fullmatch(line(self._raw(i)).words)), None)
        return self.starts[asks] if asks is not None else len(self.reading.text)

    def counts_on(self, places: Sequence[Place]) -> bool:
        """True when every label follows the one before it at its level, and so says nothing but the place."""
        return all(rank is not None and rank in (1, last + 1) for last, rank, _ in self._counted(places))

    def rises(self, places: Sequence[Place]) -> bool:
        """True when every label is higher than one before it at its level, or begins a list that rises, or 1.

        "1.5" may be a number and "1." a day of the month: without a dot or bracket, or a label beside it,
        a label is not known to count. One that stands twice may be told of elsewhere by its number.
        """
        closed = all(label[-1] in ".)" for place in places for label in place.line.labels)
        return closed and all(
            rank is not None and (rank == 1 or rank > last > 0 or last != rank < after)
            for last, rank, after in self._counted(places, ahead=True)
        )

    def _counted(self, places: Sequence[Place], ahead: bool = False) -> Iterator[tuple[int, int | None, int]]:
        """The rank of the label before each label at its level, 0 where there is none, its own, the next's.

        The next label is only looked for when asked: 0 otherwise.
        """
        first = self.place(places[0].start)
        known: dict[Stem, int] = {}
        for place in places:
            raw = place.line.raw
            for stem, rank in _ranks(place.line, len(raw) - len(raw.lstrip())):
                after = self._rank_after(stem, self.place(place.start)) if ahead else 0
                yield known[stem] if stem in known else self._rank_before(stem, first), rank, after
                known[stem] = rank or 0

    def _rank_after(self, stem: Stem, index: int) -> int:
        """The rank of the next label at a level in the blocks just after one, 0 where there is none."""
        counted = self._labels.get(stem, ())
        at = bisect_left(counted, (index + 1, 0))
        return counted[at][1] if at < len(counted) and counted[at][0] <= index + _NEXT else 0

    def _rank_before(self, stem: Stem, first: int) -> int:
        """The last rank at a level in the blocks just before one, 0 where there is none."""
        counted = self._labels.get(stem, ())
        at = bisect_left(counted, (first, 0)) - 1
        return counted[at][1] if at >= 0 and counted[at][0] >= first - _LABEL_REACH else 0

    @cached_property
    def _labels(self) -> dict[Stem, list[tuple[int, int]]]:
        """(number of the block, rank) of the labels at each level, in order."""
        found: dict[Stem, list[tuple[int, int]]] = {}
        for index, block in enumerate(self.reading.blocks):
            raw = self._raw(index, _LABEL_ROOM)
            ranks = _ranks(line(raw), block.body_start - block.start) if _MAY_COUNT.match(raw) else ()
            for stem, rank in ranks:
                if rank is not None:
                    found.setdefault(stem, []).append((index, rank))
        return found


def _is_choice(one: Line) -> bool:
    """True for a button of a dialog that asks for consent."""
    return len(one.words) <= _SHORT and not one.marked and wording.CHOICE.fullmatch(one.words) is not None


def _names_cookies(words: str) -> bool:
    """True for the title of a dialog about cookies: a few words, or a question."""
    return len(words) <= _FOOT and words[-1] not in ".;:," and "cookie" in words.lower()


def _all_links(text: str) -> bool:
    """True for a stretch of links, over several lines each perhaps, with hardly a word between them."""
    if len(text) > _LINKS or "](" not in text:
        return False
    return len(line(" ".join(_LINK.sub(" ", text).split())).words) < _SHORT


def _is_list_of_links(lines: Sequence[Line]) -> bool:
    """True for lines of which most are links, or titles and summaries of links."""
    links = sum(bool(one.targets) for one in lines)
    return links >= 1 and sum(prose(one) and not one.targets for one in lines) <= 2 * links


Stem = tuple[int, str]
"""How far a label is indented (the second of a line as in a list within), and what it counts under."""
_INDENT = 4
"""How much further the lines of a list within another are indented."""
_NEXT = 3
"""Blocks within which the next label of a list is looked for."""


def _ranks(one: Line, indent: int) -> Iterator[tuple[Stem, int | None]]:
    """The labels of a line with their ranks."""
    for index, label in enumerate(one.labels):
        stem, rank = _rank(label)
        yield (indent + _INDENT * index, stem), rank


@remember(1 << 12)
def _rank(label: str) -> tuple[str, int | None]:
    """A label's stem and its place under it: "2.3." is 3 under "2.#.", "c)" is 3 under "a)"."""
    found = _COUNTING.fullmatch(label)
    if not found:
        return label, None
    head, last, close = found.groups()
    if last.isdigit():
        return f"{head}#{close}", int(last)
    if len(last) == 1 and last not in "ivxIVX":
        return f"{head}a{close}", ord(last.casefold()) - 96
    return f"{head}i{close}", _roman(last.casefold())


def _roman(numeral: str) -> int:
    values = {"i": 1, "v": 5, "x": 10}
    total = 0
    for here, after in zip(numeral, [*numeral[1:], ""], strict=True):
        total += -values[here] if after and values[after] > values[here] else values[here]
    return total


def prose(one: Line) -> bool:
    """True for a line with a sentence in it that is not just the words of links."""
    text = one.words
    if len(text) < _SENTENCE or len(text.split()) < _PROSE_WORDS:
        return False
    return len(one.targets) < 4 or len(text) > 60 * len(one.targets)
