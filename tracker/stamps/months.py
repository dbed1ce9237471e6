"""Names of months: English at hand, every other language from CLDR when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tracker.stamps.words import fold

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_SHORT = {name[:3]: number for number, name in enumerate(_ENGLISH, 1)} | {"sept": 9}

ENGLISH = {name: number for number, name in enumerate(_ENGLISH, 1)} | _SHORT

LANGUAGES = (
    "fr", "de", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "cs", "sk", "hu", "ro", "el", "fi", "sl",
    "hr", "bg", "lt", "lv", "et", "uk", "ru", "tr", "ca", "id", "ar", "he", "th",
)  # fmt: skip
"""Languages whose names are tried when the text's own language does not know the word."""


def _of(*twelve: str) -> dict[str, int]:
    return {fold(name): number for number, name in enumerate(" ".join(twelve).split(), 1)}


_SPOKEN = {
    "fr": {"fevr": 2, "juill": 7},
    "de": {"janner": 1, "feber": 2, "maerz": 3, "mrz": 3, "sep": 9},
    "es": {"setiembre": 9, "sep": 9},
    "it": {"sett": 9},
    "nl": {"mrt": 3},
    "el": {"ιουνη": 6, "μαιο": 5},
    "sv": {"sept": 9},
    "bg": {"септ": 9},
    "lv": _of(
        "janvara februara marta aprila maija junija julija augusta septembra oktobra novembra decembra"
    ),
    "et": _of(
        "jaanuaril veebruaril märtsil aprillil mail juunil juulil augustil septembril oktoobril novembril"
        " detsembril"
    ),
    "he": _of("בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
    "sl": _of(
        "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"
    ),
}
"""Forms seen in policies that CLDR does not list, folded."""


def numbers(word: str, language: str | None, *, anywhere: bool = True) -> tuple[int, ...]:
    """The months a word may name, in the text's language first; () if it names none.

    Two numbers where languages disagree and the text's own is not known (listopad is November in Polish,
    October in Croatian). ``anywhere`` False looks into English and the text's own language only.
    """
    word = fold(word).rstrip(".")
    if word in ENGLISH:
        return (ENGLISH[word],)
    own = (language or "").split("-")[0].lower()
    own = "nb" if own == "no" else own
    if own in LANGUAGES and (found := _names(own).get(word)):
        return (found,)
    if not anywhere:
        return ()
    return _everywhere().get(word, ())


@cache
def _names(language: str) -> dict[str, int]:
    """Folded name -> month: wide and abbreviated, within a date and standing alone."""
    from babel import Locale, localedata  # a twentieth of a second, and most texts are English

    held = set(localedata._cache)
    table = Locale(language).months
    found: dict[str, int] = dict(_SPOKEN.get(language, {}))
    for context in ("stand-alone", "format"):
        for width in ("abbreviated", "wide"):
            for number, name in table[context][width].items():
                found.update((form, number) for form in _forms(name))
    for name in set(localedata._cache) - held:  # a megabyte each, and never asked again
        localedata._cache.pop(name, None)
    return found


def _forms(name: str) -> Iterator[str]:
    """ "d'octubre" and "de març" also without their article."""
    folded = fold(name).rstrip(".")
    for article in ("de ", "d'", "d’"):
        folded = folded.removeprefix(article)
    if len(folded) >= 3 and not folded.isdigit():
        yield folded


@cache
def _everywhere() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for language in LANGUAGES:
        for name, number in _names(language).items():
            known = found.get(name, ())
            found[name] = known if number in known else (*known, number)
    return found
