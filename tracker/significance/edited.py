"""A line that was edited in place: which line became which, and what the edit is worth."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import fuzz

from tracker.significance import captures, dated, editorial, evidence, furniture, links, wording
from tracker.significance.beside import beside
from tracker.significance.ground import TITLE, Place
from tracker.significance.opinions import Opinion
from tracker.significance.plain import key, line
from tracker.significance.scene import Scene

_PAIR_CELLS = 400
_PAIR_SCORE = 50
_ANOTHER = 75
"""Likeness below which one line took another's place rather than being edited."""
_COMPARED = 600
_HEAD = 3
"""Lines at the top of a text that may be the page's title."""
_LINK = re.compile(r"\[[^\[\]]{0,400}\]\([^()\s]{0,800}\)")
_GAP = re.compile(r"\w [.,;:)]|\w {2,}\w")
"""What a link leaves in a sentence whose words were not taken."""
_PRINTED = re.compile(r"https?://[^\s<>\"“”()\[\]]+[^\s<>\"“”()\[\].,;:!?]")
_SITE = re.compile(r"(?P<title>.{3,120}?)\s*[|·•–—]\s*(?:[\w.&'’]+\s?){1,5}")
"""A page's title and the site's name beside it."""
_LABELLED = re.compile(r"([^:]{8,80}?)\s?:\s?([^:]{1,80})")
"""A label and what it labels."""
_SLIPS = 3
"""Words of a line that may be slips."""
_OFTEN = 3
"""Times that a word stands which is known to be a word by that."""

PairRule = Callable[[Place, Place, Scene], Opinion | None]


def pairs(gone: list[Place], come: list[Place]) -> list[tuple[Place, Place]]:
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


def same_line(old: Place, new: Place, scene: Scene) -> Opinion | None:
    """The words of the line are the same."""
    return beside([old], [new]) if _same_key(old, new) else None


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
    short = len(old.words) < TITLE * 2 > len(new.words) or furniture.begins_with_views(new.words)
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
    if not (old.is_heading and new.is_heading) or max(len(old.words), len(new.words)) > TITLE:
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


def judge_edited(old: Place, new: Place, scene: Scene) -> Opinion:
    for rule in PAIR_RULES:
        if opinion := rule(old, new, scene):
            return opinion
    return Opinion("substantive", "words differ", edited=((old.line, new.line),))
