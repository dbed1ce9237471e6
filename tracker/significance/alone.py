"""A line that was added or removed, with none in its place: what it is worth."""

from __future__ import annotations

from collections.abc import Callable

from tracker.significance import dated, evidence, furniture, wording
from tracker.significance.ground import TITLE, Place
from tracker.significance.opinions import Opinion
from tracker.significance.scene import Scene

_EARLY = 40
"""Lines among which a banner may stand below a table of contents."""

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
    if dated.earlier_versions(place.line) or dated.points_to_version(place.line):
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
    if not place.ground.is_title(place.start) or not place.heads or len(place.words) > TITLE:
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
    if body is None or len(place.words) > TITLE or place.line.targets or not scene.kept(place, body):
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


def judge_alone(place: Place, scene: Scene) -> Opinion:
    for rule in LONE_RULES:
        if opinion := rule(place, scene):
            return opinion
    if place.ground is scene.newer:
        return Opinion("substantive", "words added", come=(place.line,))
    return Opinion("substantive", "words removed", gone=(place.line,))
