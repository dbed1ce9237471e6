"""The ladder a spot climbs: what it provably is, from layout up to substantive."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rapidfuzz import fuzz

from tracker.facts.touched import Piece
from tracker.model import SIGNIFICANCES, Significance, Span
from tracker.significance import captures, dated, editorial, evidence, furniture, links, wording
from tracker.significance.ground import Ground, Place
from tracker.significance.plain import Line, key, line
from tracker.significance.plain import words as words_of
from tracker.significance.spots import Spot

_PAIR_CELLS = 400
_PAIR_SCORE = 50
_ANOTHER = 75
"""Likeness below which one line took another's place rather than being edited."""
_TITLE = 60
"""Characters of a heading that is a title; longer ones are sentences, questions mostly."""
_COMPARED = 600
_HEAD = 3
"""Lines at the top of a text that may be the page's title."""
_LINK = re.compile(r"\[[^\[\]]{0,400}\]\([^()\s]{0,800}\)")
_GAP = re.compile(r"\w [.,;:)]|\w {2,}\w")
"""What a link leaves in a sentence whose words were not taken."""
_PRINTED = re.compile(r"https?://[^\s<>\"“”()\[\]]+[^\s<>\"“”()\[\].,;:!?]")
_GLUED_MARKS = re.compile(r"#{2,6}(?=\w)")
_SITE = re.compile(r"(?P<title>.{3,120}?)\s*[|·•–—]\s*(?:[\w.&'’]+\s?){1,5}")
"""A page's title and the site's name beside it."""
_LABELLED = re.compile(r"([^:]{8,80}?)\s?:\s?([^:]{1,80})")
"""A label and what it labels."""
_SLIPS = 3
"""Words of a line that may be slips."""
_OFTEN = 3
"""Times that a word stands which is known to be a word by that."""
_ENTRIES = 3
"""Entries beside one of a table of contents."""
_EARLY = 40
"""Lines among which a banner may stand below a table of contents."""
_HEARD = 12
"""Opinions heard when it is known already that something substantive changed."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What something is worth, and why."""

    significance: Significance
    reason: str
    tags: tuple[str, ...] = ()
    gone: tuple[Line, ...] = ()
    """Lines that were lost: evidence that is yet to be looked into."""
    come: tuple[Line, ...] = ()
    edited: tuple[tuple[Line, Line], ...] = ()


def strongest(opinions: Iterable[Opinion]) -> Opinion:
    """The opinion that counts, with the evidence of all that are as strong; none of none is none."""
    listed = sorted(opinions, key=lambda o: SIGNIFICANCES.index(o.significance))
    if not listed:
        return Opinion("none", "nothing differs")
    first = listed[0]
    alike = [o for o in listed if o.significance == first.significance]
    reasons = list(dict.fromkeys(chain.from_iterable(o.reason.split("; ") for o in alike)))
    tags = tuple(dict.fromkeys(tag for o in alike for tag in o.tags))
    gone = tuple(chain.from_iterable(o.gone for o in alike))
    come = tuple(chain.from_iterable(o.come for o in alike))
    edited = tuple(chain.from_iterable(o.edited for o in alike))
    return Opinion(first.significance, "; ".join(reasons[:3]), tags, gone, come, edited)


def gathered(opinions: Iterable[Opinion]) -> Opinion:
    """The strongest opinion; once one is substantive, only the first ones are heard for evidence."""
    heard: list[Opinion] = []
    settled = False
    for opinion in opinions:
        heard.append(opinion)
        settled = settled or opinion.significance == "substantive"
        if settled and len(heard) >= _HEARD:
            break
    return strongest(heard)


@dataclass(frozen=True)
class Scene:
    """All that a rule may look at: both texts, what was kept, what is restless, what was renamed."""

    older: Ground
    newer: Ground
    spans: tuple[Span, ...] = ()
    renames: tuple[tuple[str, str], ...] = ()
    restless: frozenset[str] = frozenset()

    @cached_property
    def _old_kept(self) -> list[tuple[int, int]]:
        return sorted((start, end) for start, end, _ in self.spans)

    @cached_property
    def _new_kept(self) -> list[tuple[int, int]]:
        return sorted((at, at + end - start) for start, end, at in self.spans)

    def stands_elsewhere(self, piece: Piece) -> bool:
        """True when all words of a piece were only moved: the spans cover them."""
        gone = _covered(self.older.reading.text, piece.removed, self._old_kept)
        return gone and _covered(self.newer.reading.text, piece.added, self._new_kept)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """The headings that both texts have, and those that both texts lack a section for are not among."""
        old, new = (
            {line(s.heading).key for s in ground.reading.sections if s.heading}
            for ground in (self.older, self.newer)
        )
        return frozenset(old & new)

    def heads_both(self, one: Line) -> bool:
        """True when the words of a line head a section in both texts."""
        return one.key in self._titles

    def lists_titles(self, place: Place) -> bool:
        """True for an item among others that all name sections of both texts: one of a table of contents."""
        if place.heads or not (place.line.marked or place.line.labels) or not self.heads_both(place.line):
            return False
        return sum(map(self.heads_both, place.ground.beside(place.start, 4 * _ENTRIES))) >= _ENTRIES

    def kept(self, place: Place, span: tuple[int, int]) -> bool:
        """True when all words of a stretch of the place's text stand in the other text too."""
        kept = self._new_kept if place.ground is self.newer else self._old_kept
        return _covered(place.ground.reading.text, span, kept)

    def heading_across(self, place: Place, offset: int) -> str:
        """The heading of the section in which kept words of the place's text stand in the other text."""
        forward = place.ground is self.older
        other = self.newer if forward else self.older
        for start, end, at in self.spans:
            here, there = (start, at) if forward else (at, start)
            if here <= offset < here + end - start:
                return other.heading_over(there + offset - here)
        return ""


def _covered(text: str, piece: tuple[int, int], kept: list[tuple[int, int]]) -> bool:
    at, end = piece
    index = max(0, bisect_right(kept, (at, len(text) + 1)) - 1)
    while at < end:
        while index < len(kept) and kept[index][1] <= at:
            index += 1
        start = kept[index][0] if index < len(kept) else end
        if key(text[at : max(at, min(start, end))]):
            return False
        if index >= len(kept):
            return True
        at = max(at, kept[index][1])
    return True


# --- a spot as a whole ---------------------------------------------------------------------------------

SpotRule = Callable[[Spot, Scene], Opinion | None]


def only_moved(spot: Spot, scene: Scene) -> Opinion | None:
    """The words stand elsewhere now."""
    texts = spot.older.reading.text, spot.newer.reading.text
    worded = any(
        key(texts[0][slice(*piece.removed)]) or key(texts[1][slice(*piece.added)]) for piece in spot.pieces
    )
    if worded and all(scene.stands_elsewhere(piece) for piece in spot.pieces):
        return Opinion("layout", "the same words stand in another place")
    return None


def same_words(spot: Spot, scene: Scene) -> Opinion | None:
    """The visible words are the same; labels, link targets, images or marks differ."""
    sides = [[p.line for p in side] for side in (spot.old_places, spot.new_places)]
    keys = [[one.key for one in side if one.key] for side in sides]
    if keys[0] != keys[1]:
        letters = ["".join(side).replace(" ", "") for side in keys]
        if letters[0] != letters[1] or key(words_of(sides[0])) != key(words_of(sides[1])):
            return None
    return _beside(spot.old_places, spot.new_places)


def same_letters(spot: Spot, scene: Scene) -> Opinion | None:
    """The same letters and figures in the same order: labels and marks of headings came loose."""
    sides = [_letters(side) for side in (spot.old_places, spot.new_places)]
    if sides[0] != sides[1]:
        return None
    targets = [[t for p in side for t in p.line.targets] for side in (spot.old_places, spot.new_places)]
    judged = links.judged(*targets)
    return Opinion(*judged) if judged else Opinion("layout", "the same words, laid out otherwise")


def _letters(side: Sequence[Place]) -> str:
    """The key of some lines with their labels, without colons and marks of headings glued to a word."""
    said = (" ".join((*place.line.labels, place.words)) for place in side)
    return key(_GLUED_MARKS.sub("", " ".join(said))).replace(":", "")


def line_by_line(spot: Spot, scene: Scene) -> Opinion | None:
    """Each line that differs is judged, in pairs where a line was edited, else alone."""
    gone, come = list(spot.gone), list(spot.come)
    if any(_says_something(place) for place in (*gone, *come)):
        gone, come = ([place for place in side if _says_something(place)] for side in (gone, come))
    pairs = _pairs(gone, come)
    return gathered(
        chain(
            (_judge_pair(old, new, scene) for old, new in pairs),
            (_judge_lone(place, scene) for place in gone),
            (_judge_lone(place, scene) for place in come),
        )
    )


def _says_something(place: Place) -> bool:
    """False for a line of marks: where other lines differ too, it only sets them apart."""
    return bool(place.words or place.line.images or place.line.targets)


def only_added(spot: Spot, scene: Scene) -> Opinion | None:
    """Nothing stood here before, or nothing stands here now; read no further than it takes to know."""
    if not spot.one_sided:
        return None
    worded = gathered(_judge_lone(place, scene) for place in spot.lone if _says_something(place))
    return Opinion("layout", "only marks differ") if worded.significance == "none" else worded


SPOT_RULES: tuple[SpotRule, ...] = (only_moved, only_added, same_words, same_letters, line_by_line)


def judge(spot: Spot, scene: Scene) -> Opinion:
    """What a spot is worth."""
    if spot.same:
        return Opinion("none", "nothing differs")
    return next(opinion for rule in SPOT_RULES if (opinion := rule(spot, scene)))


def _beside(old: Sequence[Place], new: Sequence[Place]) -> Opinion:
    """What differs beside the words of some lines: their links, images and labels, else only their marks."""
    opinions = list(_beside_words(old, new))
    return strongest(opinions or [Opinion("layout", "the same words, laid out otherwise")])


def _beside_words(old: Sequence[Place], new: Sequence[Place]) -> Iterable[Opinion]:
    targets = [[t for p in side for t in p.line.targets] for side in (old, new)]
    if judged := links.judged(*targets):
        buttons = judged[0] == "layout" and _only_buttons_lead_elsewhere(old, new)
        yield Opinion("furniture", "only links of the page's buttons differ") if buttons else Opinion(*judged)
    images = [[i for p in side for i in p.line.images] for side in (old, new)]
    if images[0] != images[1]:
        yield Opinion("furniture", "only images differ")
    labels = [[p.line.labels for p in side if p.words] for side in (old, new)]
    if labels[0] == labels[1] or _same_signs(old, new):
        return
    if _only_counted_anew(old, new) or _only_headings_renumbered(old, new):
        yield Opinion("layout", "only numbering differs")
    elif Counter(labels[0]) != Counter(labels[1]):
        yield Opinion("substantive", "a number at the start of a line differs", ("number",))


def _same_signs(old: Sequence[Place], new: Sequence[Place]) -> bool:
    """True when nothing but white space differs, and so where lines are broken."""
    a, b = ("".join("".join(place.line.raw for place in side).split()) for side in (old, new))
    return a == b


def _only_counted_anew(old: Sequence[Place], new: Sequence[Place]) -> bool:
    """True when the labels of one side count on and those of the other rise: they only tell the place."""
    return any(
        not (counted and not counted[0].ground.counts_on(counted))
        and not (other and not other[0].ground.rises(other))
        for counted, other in ((new, old), (old, new))
    )


def _only_headings_renumbered(old: Sequence[Place], new: Sequence[Place]) -> bool:
    """True when the lines are the same but for the labels of headings."""
    worded = [[p for p in side if p.words] for side in (old, new)]
    differing = [pair for pair in zip(*worded, strict=False) if pair[0].line.labels != pair[1].line.labels]
    return len(worded[0]) == len(worded[1]) and all(p.heads for pair in differing for p in pair)


def _only_buttons_lead_elsewhere(old: Sequence[Place], new: Sequence[Place]) -> bool:
    """True when every line whose links differ is a button or a label of the page's frame."""
    linked = [Counter((p.line.key, p.line.targets) for p in side) for side in (old, new)]
    differing = {**(linked[0] - linked[1]), **(linked[1] - linked[0])}
    return all(furniture.interface(p) for p in (*old, *new) if (p.line.key, p.line.targets) in differing)


def _pairs(gone: list[Place], come: list[Place]) -> list[tuple[Place, Place]]:
    """Lines edited in place, taken out of both lists: the same words first, then similar ones in order."""
    found: list[tuple[Place, Place]] = []
    if len(gone) * len(come) > _PAIR_CELLS:
        return found
    for alike in (_same_key, _similar):
        at = 0
        for old in list(gone):
            match = next((i for i in range(at, len(come)) if alike(old, come[i])), None)
            if match is not None:
                found.append((old, come.pop(match)))
                gone.remove(old)
                at = match
    return found


def _same_key(old: Place, new: Place) -> bool:
    return old.line.key == new.line.key


def _similar(old: Place, new: Place) -> bool:
    return _ratio(old, new) >= _PAIR_SCORE or (old.is_heading and new.is_heading)


def _ratio(old: Place, new: Place) -> float:
    """How alike two lines are, 50 to 100; 0 when less."""
    return fuzz.ratio(old.words[:_COMPARED], new.words[:_COMPARED], score_cutoff=_PAIR_SCORE)


# --- a line edited in place ------------------------------------------------------------------------------

PairRule = Callable[[Place, Place, Scene], Opinion | None]


def same_line(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """The words of the line are the same."""
    return _beside([old], [new]) if _same_key(old, new) else None


def masked_address(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """An e-mail address hidden from robots came out differently."""
    hidden = evidence.hides_address(old.line) or evidence.hides_address(new.line)
    if hidden and evidence.unhidden(old.line) == evidence.unhidden(new.line):
        return Opinion("furniture", "a hidden e-mail address came out differently", ("email",))
    return None


def stamp(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """Only a stated date, version label or copyright year differs."""
    edge = old.near_edge and new.near_edge
    if (edge and dated.stated(old.line) and dated.stated(new.line)) or (
        dated.labelled(old.line) and dated.labelled(new.line)
    ):
        return Opinion("stamp", f"{old.words} -> {new.words}", ("date",))
    short = len(old.words) < dated.LONGEST > len(new.words)
    if short and dated.masked(old.line) == dated.masked(new.line):
        if dated.copyright_year(old.line):
            return Opinion("stamp", "the copyright year differs", ("date",))
        if edge and dated.earlier_versions(old.line):
            return Opinion("stamp", "the list of versions differs", ("date",))
        if (dated.DATE.search(old.words) or dated.DATE.search(new.words)) and _asides_apart(old, new):
            return Opinion(
                "stamp", "a date or a mention of another version was set beside the words", ("date",)
            )
    if all(dated.announces(p.line) or (edge and dated.points_to_version(p.line)) for p in (old, new)):
        return Opinion("stamp", "another version is announced", ("date",))
    if all(place.ground.repeats_stamp(place.line) for place in (old, new)):
        return Opinion("stamp", "a date at the foot of each page differs", ("date",))
    bare = _without_stamps(old), _without_stamps(new)
    if bare[0] is not None and bare[0] == bare[1]:
        return Opinion("stamp", "only a stated date differs", ("date",))
    return None


def _asides_apart(old: Place, new: Place) -> bool:
    before, after = key(dated.without_asides(old.words)), key(dated.without_asides(new.words))
    return before == after != "" and links.judged(old.line.targets, new.line.targets) in (None, links.SET)


def _without_stamps(place: Place) -> str | None:
    """The key of a line without the stamps in it; None when there are none."""
    reading = place.ground.reading
    stamps = [s for s in reading.stamps if place.start <= s.start and s.end <= place.end]
    if not stamps:
        return None
    text, at, kept = reading.text, place.start, []
    for found in sorted(stamps, key=lambda s: s.start):
        if found.start >= at:
            kept += [text[at : found.start], "•"]
            at = found.end
    return line("".join([*kept, text[at : place.end]]).strip()).key


def viewed(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """Only a count of views differs, or that and a stated date, in a short line at the edge of the page."""
    short = len(old.words) < _TITLE * 2 > len(new.words) or furniture.begins_with_views(new.words)
    short = short or (furniture.menu(old) and furniture.menu(new))
    edge = short and old.near_edge and new.near_edge
    bare = [furniture.without_views(place.words) for place in (old, new)] if edge else []
    if not bare or bare[0] == old.words or bare[1] == new.words:
        return None
    if key(bare[0]) == key(bare[1]):
        return Opinion("furniture", "only a counter of views differs")
    same = dated.masked(line(bare[0])) == dated.masked(line(bare[1]))
    return Opinion("stamp", "a stated date beside a counter of views differs", ("date",)) if same else None


def furniture_line(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """Both lines are furniture, and one took the other's place or nothing in the edit tells of meaning."""
    names = furniture.named(old), furniture.named(new)
    if not (names[0] and names[1]):
        return None
    alike = names[0] == names[1] and names[0] in furniture.CHANGING
    if alike or _ratio(old, new) < _ANOTHER or not evidence.critical([old.line], [new.line]):
        return Opinion("furniture", f"only {names[1]} differs")
    links_only = evidence.critical([old.line], [new.line]) == ("host",)
    if links_only and names[1] == furniture.MENU and len(old.line.targets) != len(new.line.targets):
        return Opinion("furniture", f"only {names[1]} differs")
    return None


def restless(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """The line changed in most of the last versions."""
    if {evidence.masked_key(old.line), evidence.masked_key(new.line)} <= scene.restless:
        return Opinion("furniture", "a line that changes all the time")
    return None


def reworded_alike(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """The same in other spelling, or with a product's new name."""
    if editorial.same(old.words, new.words):
        return _unless_links(old, new, "the same in other spelling")
    if editorial.same_but_enumerated(old.words, new.words):
        return _unless_links(old, new, "the parts of a sentence are no longer labelled, or are now")
    renamed = old.words
    for before, after in scene.renames:
        renamed = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", after, renamed)
    same_party = evidence.companies(old.words) == evidence.companies(new.words)
    if renamed != old.words and same_party and editorial.same(renamed, new.words):
        return _unless_links(old, new, "a name was changed throughout")
    if editorial.same_but_a_stop(old.words, new.words) or editorial.same_but_a_bracket(old.words, new.words):
        return _unless_links(old, new, "only a stop or a bracket differs")
    upper = old.words.isupper() or new.words.isupper()
    if old.words.casefold() == new.words.casefold() and (
        upper or editorial.same_but_capitals(old.words, new.words)
    ):
        return _unless_links(old, new, "capitals only")
    return None


def misspelt(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """A slip in a word, made or mended: the text has one often and the other, much like it, nowhere else."""
    swapped = dict.fromkeys(editorial.differing(old.words, new.words))
    if not 0 < len(swapped) <= _SLIPS or not all(editorial.may_be_slip(*pair) for pair in swapped):
        return None
    texts = scene.older.reading.text, scene.newer.reading.text
    if not all(_is_slip(*pair, *texts) or _is_slip(*pair[::-1], *texts[::-1]) for pair in swapped):
        return None
    return _unless_links(old, new, "a slip of the pen was made or mended")


def _is_slip(wrong: str, right: str, text: str, mended: str) -> bool:
    """True when the wrong word stands once in one text, never in the other, and the right one often."""
    return (
        text.count(wrong) == 1
        and wrong not in mended
        and min(text.count(right), mended.count(right) - 1) >= _OFTEN
    )


def badly_captured(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """Letters came out as question marks, or the words of links were left out."""
    if editorial.lost_letters(old.words, new.words):
        back = old.words.count("?") > new.words.count("?")
        return Opinion("capture", captures.LETTERS_BACK if back else "letters came out as question marks")
    fuller, barer = (old, new) if len(old.words) > len(new.words) else (new, old)
    lost = fuller.line.targets and not barer.line.targets and _GAP.search(barer.line.raw)
    if lost and line(_LINK.sub(" ", fuller.line.raw)).key == barer.line.key:
        return Opinion(
            "capture", captures.LINKS_BACK if fuller is new else "the words of links were left out"
        )
    return None


def _unless_links(old: Place, new: Place, reason: str) -> Opinion | None:
    judged = links.judged(old.line.targets, new.line.targets)
    return None if judged and judged[0] == "substantive" else Opinion("editorial", reason)


def printed_address(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """Only addresses that the text shows differ, and lead to other pages of the same site."""
    shown = [_PRINTED.findall(place.words) for place in (old, new)]
    if not shown[0] or len(shown[0]) != len(shown[1]):
        return None
    if key(_PRINTED.sub("•", old.words)) != key(_PRINTED.sub("•", new.words)):
        return None
    if not all(a == b or links.same_page_elsewhere(a, b) for a, b in zip(*shown, strict=True)):
        return None
    judged = links.judged(old.line.targets, new.line.targets)
    if judged and judged[0] == "substantive":
        return None
    return Opinion("layout", "an address leads to another page of the same site")


def heading_renamed(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """A heading has another name over its section, and nothing in the name tells of meaning."""
    if not (old.is_heading and new.is_heading) or max(len(old.words), len(new.words)) > _TITLE:
        return None
    before, after = evidence.said(old.words), evidence.said(new.words)
    swapped = len(before) == len(after) and sum(map(str.__ne__, before, after)) == 1
    critical = evidence.critical([old.line], [new.line])
    if swapped or critical or evidence.names_company(f"{old.words} {new.words}"):
        return None
    return Opinion("editorial", f"the heading “{old.words}” is now “{new.words}”")


def site_named(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """The name of the site was set beside the title of the page, or taken away."""
    if max(old.ground.place(old.start), new.ground.place(new.start)) >= _HEAD:
        return None
    titles = (line(place.line.raw.replace("|", " – ")).words for place in (old, new))
    shorter, longer = sorted(titles, key=len)
    found = _SITE.fullmatch(longer)
    beside = found is not None and key(found.group("title")) == key(shorter) != ""
    if not beside or evidence.critical([old.line], [new.line]) or evidence.names_company(longer):
        return None
    return Opinion("furniture", "the site's name beside the page's title differs")


def label_translated(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """Above the policy, a label came in another language, and what it labels is the same."""
    if any(p.ground.place(p.start) >= p.ground.first_prose or p.line.targets for p in (old, new)):
        return None
    if old.ground.reading.language != new.ground.reading.language:
        return None
    labels = [_LABELLED.fullmatch(place.words) for place in (old, new)]
    before, after = (found.groups() if found else ("", "") for found in labels)
    if key(before[1]) != key(after[1]) or not before[1] or evidence.critical([old.line], [new.line]):
        return None
    tongues = [bool(wording.ENGLISH.search(label)) for label in (before[0], after[0])]
    foreign = before[0] if tongues[1] else after[0]
    if tongues[0] == tongues[1] or len(wording.FOREIGN.findall(foreign)) < 2:
        return None
    return Opinion("furniture", "a label above the policy came in another language")


PAIR_RULES: tuple[PairRule, ...] = (
    same_line, masked_address, badly_captured, label_translated, stamp, viewed, furniture_line, restless,
    reworded_alike, misspelt, printed_address, site_named, heading_renamed,
)  # fmt: skip


def _judge_pair(old: Place, new: Place, scene: Scene) -> Opinion:
    for rule in PAIR_RULES:
        if opinion := rule(old, new, scene):
            return opinion
    return Opinion("substantive", "words differ", edited=((old.line, new.line),))


# --- a line added or removed -----------------------------------------------------------------------------

LoneRule = Callable[[Place, Scene], Opinion | None]


def bare(place: Place, scene: Scene) -> Opinion | None:
    """Marks and white space only."""
    if place.words or place.line.images or place.line.targets:
        return None
    return Opinion("layout", "only marks differ")


def told_twice(place: Place, scene: Scene) -> Opinion | None:
    """A line of a table of contents, or one that repeats a title or a stamp."""
    kind = place.noise_kind
    if (kind == "contents" and scene.heads_both(place.line)) or scene.lists_titles(place):
        return Opinion("layout", "a table of contents")
    if kind == "repeated_title":
        return Opinion("layout", "the title was recorded twice")
    return Opinion("stamp", f"a stated date: {place.words}", ("date",)) if kind == "repeated_stamp" else None


def dated_line(place: Place, scene: Scene) -> Opinion | None:
    """A stated date, a copyright notice, a link to other versions, a banner about them."""
    if dated.labelled(place.line):
        return Opinion("stamp", f"a stated date: {place.words}", ("date",))
    bare = dated.stated(place.line) or place.words.casefold() == "today"
    if bare and not place.line.marked and place.ground.lists_versions(place.start):
        return Opinion("stamp", "a list of the dates of versions", ("date",))
    if not place.near_edge:
        early = place.ground.place(place.start) < _EARLY and dated.only_announces(place.line)
        banner = early or dated.replaces(place.line)
        return Opinion("furniture", "a banner that announces a new version") if banner else None
    if dated.stated(place.line):
        return Opinion("stamp", f"a stated date: {place.words}", ("date",))
    if dated.copyright_year(place.line):
        return Opinion("stamp", "a copyright notice", ("date",))
    if dated.earlier_versions(place.line):
        return Opinion("stamp", "a link to another version")
    if dated.points_to_version(place.line):
        return Opinion("stamp", "a link to another version")
    if dated.announces(place.line) or place.ground.is_by_pointer(place.start):
        return Opinion("furniture", "a banner that announces a new version")
    return None


def furniture_lone(place: Place, scene: Scene) -> Opinion | None:
    """A line the page put there."""
    name = furniture.named(place)
    return Opinion("furniture", f"only {name} differs") if name else None


def restless_lone(place: Place, scene: Scene) -> Opinion | None:
    """The line comes and goes."""
    if evidence.masked_key(place.line) in scene.restless:
        return Opinion("furniture", "a line that changes all the time")
    return None


def title_alone(place: Place, scene: Scene) -> Opinion | None:
    """The title of the page, which names a legal text and says nothing of whom it binds."""
    if not place.ground.is_title(place.start) or not place.heads or len(place.words) > _TITLE:
        return None
    if not wording.LEGAL.search(place.words) or evidence.binds(place.words) or place.line.targets:
        return None
    return None if evidence.names_company(place.words) else Opinion("editorial", "the title of the page")


def heading_alone(place: Place, scene: Scene) -> Opinion | None:
    """A heading was set above sentences that stand in both texts, or taken away from above them.

    One that says more than they do, or that bounds whom they bind, is no mere heading, and neither is one
    that takes them from under such another, unless a rule sets them apart anyway; nor is one above a list or
    a table, which may say what its entries are.
    """
    body = place.body
    if body is None or len(place.words) > _TITLE or place.line.targets or not scene.kept(place, body):
        return None
    text = place.ground.reading.text
    words, begun = text[slice(*body)], evidence.beginnings(text)
    apart = place.ground.follows_rule(place.start)
    above = (place.words,) if apart else (place.words, scene.heading_across(place, body[0]))
    if any(evidence.adds(heading, words, begun) for heading in above):
        return None
    verb = "set above" if place.ground is scene.newer else "taken away from above"
    return Opinion("editorial", f"the heading “{place.words}” was {verb} words that stand unchanged")


LONE_RULES: tuple[LoneRule, ...] = (
    bare, told_twice, dated_line, furniture_lone, restless_lone, title_alone, heading_alone,
)  # fmt: skip


def _judge_lone(place: Place, scene: Scene) -> Opinion:
    for rule in LONE_RULES:
        if opinion := rule(place, scene):
            return opinion
    if place.ground is scene.newer:
        return Opinion("substantive", "words added", come=(place.line,))
    return Opinion("substantive", "words removed", gone=(place.line,))
