"""The language of a text."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.blocks import visible

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 4_000
"""Characters looked at."""
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
    "cs": "a v na se je že o s z do i pro jsou za nebo by které od při jako které být není jeho než dle",
    "sk": "a v na sa je že o s z do aj pre sú za alebo by ktoré od pri ako ktorý byť nie jeho než podľa",
    "sv": "och i att det som en på är av för med till den har de inte om ett du vi eller från",
    "da": "og i at det er en til af på som for den med der du vi ikke de kan et fra eller ved",
    "nb": "og i å det er en til av på som for den med du vi ikke de kan et har deg fra eller ved",
    "fi": "ja on ei se että tai joka ovat kun voi myös mukaan sekä jos kuin ole tietoja käyttäjän",
    "hu": "a az és hogy nem is egy vagy meg ha csak mint által amely ezt van valamint kell",
    "ro": "de și în la cu pe din nu care este sau pentru prin că mai se un o al si in",
    "hr": "i u na je se za da su od s ili koje koji ne kao te o do može biti",
    "sl": "in v na je se za da so od z ali ki ne kot o do po pri s lahko",
    "tr": "ve bir bu ile için olarak veya da de olan tarafından kişisel gibi her ilgili",
    "et": "ja on ei et või ning see kui ka mis oma teie meie kes selle",
    "lt": "ir į kad su iš arba yra apie jūsų mūsų kai tai bei ar pagal",
    "lv": "un ir no par vai ar lai uz kas jūsu mūsu šo arī tiek var",
    "el": "και το να της του η ο τα των με για που την σε από δεν είναι στο στη θα οι τους τις ή",
    "bg": "на и за от се да в с е по не са или които при до този както ще може",
    "ru": "и в на с не что по для или от при к за о из это его вы мы если",
    "uk": "і в на з не що до для або від при та за про це його ви ми якщо у",
}
_SCRIPTS = {
    "ja": "ぁ-ヿ", "ko": "가-힣", "th": "฀-๿", "ar": "؀-ۿ", "he": "֐-׿", "hi": "ऀ-ॿ", "zh": "一-鿿",
}  # fmt: skip
"""Scripts that tell a language, those that take in characters of another one first."""
_OF_SCRIPT = [(code, re.compile(f"[{letters}]")) for code, letters in _SCRIPTS.items()]
_OF_WORD: dict[str, list[str]] = {}
for _code, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _OF_WORD.setdefault(_word, []).append(_code)


def language(text: str) -> str | None:
    """ISO 639-1 code of the body's language, or None when the text is too short or of no language we know.

    Small words decide where one language has clearly most of them; otherwise a statistical model is asked.
    """
    return _of(text[:SAMPLE])


@lru_cache(maxsize=256)
def _of(beginning: str) -> str | None:
    sample = visible(beginning)
    for code, letters in _OF_SCRIPT:
        if len(letters.findall(sample)) * 5 > len(sample):
            return code
    words = _LETTERS.findall(sample.casefold())
    if len(words) < FEWEST_WORDS:
        return None
    found = Counter(code for word in words for code in _OF_WORD.get(word, ()))
    (best, most), (_, second) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    if most >= 0.13 * len(words) and most >= 1.12 * second and most >= 6:
        return best
    return _modelled(sample)


def _modelled(sample: str) -> str | None:
    code, _ = _model().classify(sample[:1_500])
    return {"no": "nb"}.get(code, str(code)) if code else None


@lru_cache(maxsize=1)
def _model() -> LanguageIdentifier:
    from py3langid import langid  # here, because loading its model takes half a second, and few texts need it

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)


def forget_model() -> None:
    """Let go of the statistical model: 75 MB that one text in two hundred needs."""
    _model.cache_clear()
