"""The ladder a spot climbs: what it provably is, from layout up to substantive."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

from tracker.significance import links
from tracker.significance.alone import judge_alone
from tracker.significance.beside import beside
from tracker.significance.edited import judge_edited, pairs
from tracker.significance.ground import Place
from tracker.significance.opinions import Opinion, gathered
from tracker.significance.plain import key
from tracker.significance.plain import words as words_of
from tracker.significance.scene import Scene
from tracker.significance.spots import Spot

_GLUED_MARKS = re.compile(r"#{2,6}(?=\w)")

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
    return beside(spot.old_places, spot.new_places)


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
    edited = pairs(gone, come)
    return gathered(
        chain(
            (judge_edited(old, new, scene) for old, new in edited),
            (judge_alone(place, scene) for place in gone),
            (judge_alone(place, scene) for place in come),
        )
    )


def _says_something(place: Place) -> bool:
    """False for a line of marks: where other lines differ too, it only sets them apart."""
    return bool(place.words or place.line.images or place.line.targets)


def only_added(spot: Spot, scene: Scene) -> Opinion | None:
    """Nothing stood here before, or nothing stands here now; read no further than it takes to know."""
    if not spot.one_sided:
        return None
    worded = gathered(judge_alone(place, scene) for place in spot.lone if _says_something(place))
    return Opinion("layout", "only marks differ") if worded.significance == "none" else worded


SPOT_RULES: tuple[SpotRule, ...] = (only_moved, only_added, same_words, same_letters, line_by_line)


def judge(spot: Spot, scene: Scene) -> Opinion:
    """What a spot is worth."""
    if spot.same:
        return Opinion("none", "nothing differs")
    return next(opinion for rule in SPOT_RULES if (opinion := rule(spot, scene)))
