"""The ladder a spot climbs: what it provably is, from layout up to substantive."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from rapidfuzz import fuzz

from tracker.model import SIGNIFICANCES, Reading, Significance, Span
from tracker.significance import dated, editorial, evidence, furniture, links
from tracker.significance.ground import Ground
from tracker.significance.plain import Line, key
from tracker.significance.plain import words as words_of
from tracker.significance.spots import Piece, Spot

_PAIR_CELLS = 900
_PAIR_SCORE = 50
_HEARD = 40
"""Opinions heard when it is known already that something substantive changed."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What something is worth, and why."""

    significance: Significance
    reason: str
    tags: tuple[str, ...] = ()
    gone: tuple[Line, ...] = ()
    """Lines that were lost or edited: evidence that is yet to be looked into."""
    come: tuple[Line, ...] = ()


def strongest(opinions: Iterable[Opinion]) -> Opinion:
    """The opinion that counts, with the evidence of all that are as strong; none of none is none."""
    listed = sorted(opinions, key=lambda o: SIGNIFICANCES.index(o.significance))
    if not listed:
        return Opinion("none", "nothing differs")
    first = listed[0]
    alike = [o for o in listed if o.significance == first.significance]
    reasons = list(dict.fromkeys(o.reason for o in alike))
    tags = tuple(dict.fromkeys(tag for o in alike for tag in o.tags))
    gone, come = (
        tuple(chain.from_iterable(lines)) for lines in ([o.gone for o in alike], [o.come for o in alike])
    )
    return Opinion(first.significance, "; ".join(reasons[:3]), tags, gone, come)


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
    """All that a rule may look at: both readings, what was kept, what is restless, what was renamed."""

    older: Reading
    newer: Reading
    spans: tuple[Span, ...]
    renames: tuple[tuple[str, str], ...] = ()
    restless: frozenset[str] = frozenset()
    old_ground: Ground = field(init=False)
    new_ground: Ground = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "old_ground", Ground(self.older))
        object.__setattr__(self, "new_ground", Ground(self.newer))

    @cached_property
    def _old_kept(self) -> list[tuple[int, int]]:
        return sorted((start, end) for start, end, _ in self.spans)

    @cached_property
    def _new_kept(self) -> list[tuple[int, int]]:
        return sorted((at, at + end - start) for start, end, at in self.spans)

    def stands_elsewhere(self, piece: Piece) -> bool:
        """True when all words of a piece were only moved: the spans cover them."""
        return _covered(self.older.text, piece.removed, self._old_kept) and _covered(
            self.newer.text, piece.added, self._new_kept
        )


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
    if spot.pieces and all(scene.stands_elsewhere(piece) for piece in spot.pieces):
        return Opinion("layout", "the same words stand in another place")
    return None


def same_words(spot: Spot, scene: Scene) -> Opinion | None:
    """The visible words are the same; labels, link targets, images or marks differ."""
    if key(words_of(spot.old_lines)) != key(words_of(spot.new_lines)):
        return None
    return _beside(spot, scene)


def _beside(spot: Spot, scene: Scene) -> Opinion:
    """What differs beside the words of a spot: its links, images and labels, else only its marks."""
    opinions = list(_beside_words(spot, scene))
    return strongest(opinions or [Opinion("layout", "the same words, laid out otherwise")])


def _beside_words(spot: Spot, scene: Scene) -> Iterable[Opinion]:
    targets = [[t for line in side for t in line.targets] for side in (spot.old_lines, spot.new_lines)]
    judged = links.judged(*targets)
    if judged:
        yield Opinion(*judged)
    images = [[i for line in side for i in line.images] for side in (spot.old_lines, spot.new_lines)]
    if images[0] != images[1]:
        yield Opinion("furniture", "only images differ")
    yield from _labels(spot, scene)


def _labels(spot: Spot, scene: Scene) -> Iterable[Opinion]:
    old = [line.label for line in spot.old_lines if line.words]
    new = [line.label for line in spot.new_lines if line.words]
    if old == new:
        return
    first = scene.new_ground.place(spot.after[0]), scene.old_ground.place(spot.before[0])
    if scene.new_ground.counts_on(spot.new_lines, first[0]) and scene.old_ground.counts_on(
        spot.old_lines, first[1]
    ):
        yield Opinion("layout", "only numbering differs")
    elif Counter(old) != Counter(new):
        yield Opinion("substantive", "a number at the start of a line differs", ("number",))


def line_by_line(spot: Spot, scene: Scene) -> Opinion | None:
    """Each line that differs is judged, in pairs where a line was edited, else alone."""
    gone, come = list(spot.gone), list(spot.come)
    pairs = _pairs(gone, come)
    return gathered(
        chain(
            (_judge_pair(o, n, spot, scene) for o, n in pairs),
            (_judge_lone(line, scene.old_ground, spot.before, scene) for line in gone),
            (_judge_lone(line, scene.new_ground, spot.after, scene) for line in come),
        )
    )


SPOT_RULES: tuple[SpotRule, ...] = (only_moved, same_words, line_by_line)


def judge(spot: Spot, scene: Scene) -> Opinion:
    """What a spot is worth."""
    for rule in SPOT_RULES:
        if opinion := rule(spot, scene):
            return opinion
    return Opinion("substantive", "words differ")


def _pairs(gone: list[Line], come: list[Line]) -> list[tuple[Line, Line]]:
    """Lines edited in place, taken out of both lists: the same words first, then similar ones in order."""
    found: list[tuple[Line, Line]] = []
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


def _same_key(old: Line, new: Line) -> bool:
    return old.key == new.key


def _similar(old: Line, new: Line) -> bool:
    return fuzz.ratio(old.words[:3000], new.words[:3000], score_cutoff=_PAIR_SCORE) >= _PAIR_SCORE


# --- a line edited in place ------------------------------------------------------------------------------

PairRule = Callable[[Line, Line, Spot, Scene], Opinion | None]


def same_line(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion | None:
    """The words of the line are the same."""
    if old.key != new.key:
        return None
    alone = Spot(spot.older, spot.newer, spot.before, spot.after, ())
    object.__setattr__(alone, "old_lines", (old,))
    object.__setattr__(alone, "new_lines", (new,))
    return _beside(alone, scene)


def masked_address(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion | None:
    """An e-mail address hidden from robots came out differently."""
    hidden = evidence.hides_address(old) or evidence.hides_address(new)
    if hidden and evidence.unhidden(old) == evidence.unhidden(new):
        return Opinion("furniture", "a hidden e-mail address came out differently", ("email",))
    return None


def stamp(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion | None:
    """Only a stated date, version label or copyright year differs."""
    edge = scene.old_ground.near_edge(spot.before) and scene.new_ground.near_edge(spot.after)
    if edge and dated.stated(old) and dated.stated(new):
        return Opinion("stamp", f"{old.words} -> {new.words}", ("date",))
    same = dated.masked(old) == dated.masked(new)
    if same and (dated.copyright_year(old) and dated.copyright_year(new)):
        return Opinion("stamp", "the copyright year differs", ("date",))
    if same and edge and dated.earlier_versions(old):
        return Opinion("stamp", "the list of versions differs", ("date",))
    if _without_stamps(spot.older, spot.before) == _without_stamps(spot.newer, spot.after):
        return Opinion("stamp", "only a stated date differs", ("date",))
    return None


def _without_stamps(reading: Reading, span: tuple[int, int]) -> str:
    text, at, kept = reading.text, span[0], []
    for found in sorted(reading.stamps, key=lambda s: s.start):
        if found.start >= at and found.end <= span[1]:
            kept += [text[at : found.start], "•"]
            at = found.end
    return key(" ".join("".join([*kept, text[at : span[1]]]).split()))


def furniture_line(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion | None:
    """Both lines are furniture and nothing in them tells of meaning."""
    if furniture.counter(old, scene.old_ground, spot.before) and furniture.counter(
        new, scene.new_ground, spot.after
    ):
        return Opinion("furniture", "a counter differs")
    if furniture.relative_time(old, scene.old_ground, spot.before) and furniture.relative_time(
        new, scene.new_ground, spot.after
    ):
        return Opinion("furniture", "a time relative to the visit differs")
    named = (
        furniture.named(old, scene.old_ground, spot.before),
        furniture.named(new, scene.new_ground, spot.after),
    )
    if named[0] and named[1] and (not evidence.critical([old], [new]) or _another(old, new)):
        return Opinion("furniture", f"only {named[1]} differs")
    return None


def _another(old: Line, new: Line) -> bool:
    """True when one line took the place of another, rather than being edited."""
    return fuzz.ratio(old.words[:3000], new.words[:3000]) < 75


def reworded_alike(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion | None:
    """The same in other spelling, or with a product's new name."""
    if editorial.reading(old.words) == editorial.reading(new.words):
        return _unless_links(old, new, "the same in other spelling")
    renamed = old.words
    for before, after in scene.renames:
        renamed = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", after, renamed)
    if renamed != old.words and editorial.reading(renamed) == editorial.reading(new.words):
        return _unless_links(old, new, "a name was changed throughout")
    if old.words.casefold() == new.words.casefold() and (old.words.isupper() or new.words.isupper()):
        return _unless_links(old, new, "capitals only")
    return None


def _unless_links(old: Line, new: Line, reason: str) -> Opinion | None:
    judged = links.judged(old.targets, new.targets)
    return None if judged and judged[0] == "substantive" else Opinion("editorial", reason)


def restless(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion | None:
    """The line changed in most of the last versions."""
    if (
        scene.restless
        and evidence.masked_key(old) in scene.restless
        and evidence.masked_key(new) in scene.restless
    ):
        return Opinion("furniture", "a line that changes all the time")
    return None


PAIR_RULES: tuple[PairRule, ...] = (
    same_line,
    masked_address,
    stamp,
    furniture_line,
    restless,
    reworded_alike,
)


def _judge_pair(old: Line, new: Line, spot: Spot, scene: Scene) -> Opinion:
    for rule in PAIR_RULES:
        if opinion := rule(old, new, spot, scene):
            return opinion
    return Opinion("substantive", "words differ", (), (old,), (new,))


# --- a line added or removed -----------------------------------------------------------------------------

LoneRule = Callable[[Line, Ground, tuple[int, int], Scene], Opinion | None]


def bare(line: Line, ground: Ground, span: tuple[int, int], scene: Scene) -> Opinion | None:
    """Marks and white space only."""
    if line.words or line.images or line.targets:
        return None
    return Opinion("layout", "only marks differ")


def dated_line(line: Line, ground: Ground, span: tuple[int, int], scene: Scene) -> Opinion | None:
    """A stated date, a copyright notice, a link to other versions."""
    if dated.stated(line) and ground.near_edge(span):
        return Opinion("stamp", f"a stated date: {line.words}", ("date",))
    if dated.copyright_year(line) and ground.near_edge(span):
        return Opinion("stamp", "a copyright notice", ("date",))
    if dated.earlier_versions(line) and ground.near_edge(span):
        return Opinion("stamp", "a link to another version")
    if dated.announces(line) and ground.near_edge(span):
        return Opinion("furniture", "a banner that announces a new version")
    return None


def furniture_lone(line: Line, ground: Ground, span: tuple[int, int], scene: Scene) -> Opinion | None:
    """A line the page put there."""
    named = furniture.named(line, ground, span)
    return Opinion("furniture", f"only {named} differs") if named else None


def restless_lone(line: Line, ground: Ground, span: tuple[int, int], scene: Scene) -> Opinion | None:
    """The line comes and goes."""
    if evidence.masked_key(line) in scene.restless:
        return Opinion("furniture", "a line that changes all the time")
    return None


LONE_RULES: tuple[LoneRule, ...] = (bare, dated_line, furniture_lone, restless_lone)


def _judge_lone(line: Line, ground: Ground, span: tuple[int, int], scene: Scene) -> Opinion:
    for rule in LONE_RULES:
        if opinion := rule(line, ground, span, scene):
            return opinion
    if ground is scene.new_ground:
        return Opinion("substantive", "words added", (), (), (line,))
    return Opinion("substantive", "words removed", (), (line,), ())
