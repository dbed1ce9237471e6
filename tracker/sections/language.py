"""The language of a text."""

from __future__ import annotations

import re
from collections import Counter

from tracker.blocks import visible

SAMPLE = 6_000
"""Characters looked at: from the middle of the beginning, where menus are over."""
FEWEST_WORDS = 20

_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    "en": "the of and to in that is for with you your we our are or this any be not",
    "de": "der die und den von zu das mit sich des auf für ist nicht ein eine wir sie oder werden",
    "fr": "de la le les des et en du une que pour dans est vous nous par sur au votre ou",
    "es": "de la que el en los del se las por con una para su es al o no sus lo",
    "it": "di e il la che in per del un è della dei con non si da sono le al o nel",
    "pt": "de a que o do da em um para os com não uma no se na por ou dos as",
    "nl": "de van het een en in is dat op te voor met zijn niet aan je of door wij deze",
    "pl": "w i z na do się nie że jest oraz lub przez o dla od po jak za ze są",
    "cs": "a v na se je že o s z do i pro jsou za k nebo by které od při jako",
    "sk": "a v na sa je že o s z do aj pre sú za k alebo by ktoré od pri ako",
    "sv": "och i att det som en på är av för med till den har de inte om ett du vi",
    "da": "og i at det er en til af på som for den med der du vi ikke de kan et har",
    "nb": "og i å det er en til av på som for den med du vi ikke de kan et har deg",
    "fi": "ja on ei se että tai joka ovat kun voi myös mukaan sekä jos kuin ole tietoja käyttäjän",
    "hu": "a az és hogy nem is egy vagy meg ha csak mint által amely ezt van valamint kell",
    "ro": "de și în la cu pe din nu care este sau pentru prin că mai se un o al ale",
    "hr": "i u na je se za da su od s ili koje koji ne kao te o do može biti",
    "sl": "in v na je se za da so od z ali ki ne kot o do po pri s lahko",
    "tr": "ve bir bu ile için olarak veya da de olan tarafından kişisel gibi her ilgili",
    "et": "ja on ei et või ning see kui ka mis oma teie meie kes selle",
    "lt": "ir į kad su iš arba yra apie jūsų mūsų kai tai bei ar pagal",
    "lv": "un ir no par vai ar lai uz kas jūsu mūsu šo arī tiek var",
}
_OF_WORD: dict[str, list[str]] = {}
for _code, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _OF_WORD.setdefault(_word, []).append(_code)


def language(text: str) -> str | None:
    """ISO 639-1 code of the body's language, or None when the text is too short or of no language we know.

    Small words decide where one language has clearly most of them; otherwise a statistical model is asked.
    """
    sample = visible(text[:SAMPLE])
    words = _LETTERS.findall(sample.casefold())
    if len(words) < FEWEST_WORDS and len(sample) < 60:
        return None
    found = Counter(code for word in words for code in _OF_WORD.get(word, ()))
    (best, most), (_, second) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    if most >= 0.15 * len(words) and most >= 1.25 * second and most >= 8:
        return best
    return _modelled(sample)


def _modelled(sample: str) -> str | None:
    import py3langid  # type: ignore[import-untyped,unused-ignore]  # here: loading its model takes a second

    code, _ = py3langid.classify(sample[:1_500])
    return {"no": "nb"}.get(code, str(code)) if code else None
