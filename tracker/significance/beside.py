"""What differs beside the words of lines: links, images, numbering, marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.significance import furniture, links
from tracker.significance.ground import Place
from tracker.significance.opinions import Opinion, strongest


def beside(old: Sequence[Place], new: Sequence[Place]) -> Opinion:
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
