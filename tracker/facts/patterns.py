"""How periods, amounts, percentages, ages and contacts are written."""

from __future__ import annotations

import re

from tracker.blocks.quick import one_of

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "twenty-one": 21, "twenty-four": 24, "twenty-five": 25,
    "twenty-eight": 28, "thirty": 30, "forty": 40, "forty-five": 45, "forty-eight": 48, "fifty": 50,
    "sixty": 60,
    "seventy": 70, "seventy-two": 72, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    "eine": 1, "einen": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12, "vierzehn": 14, "fünfzehn": 15, "dreißig": 30,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
    "quatorze": 14, "quinze": 15, "trente": 30, "soixante": 60,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "doce": 12, "catorce": 14, "treinta": 30, "sesenta": 60,
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sette": 7, "otto": 8, "dieci": 10, "dodici": 12,
    "trenta": 30,
    "dois": 2, "duas": 2, "três": 3, "quatro": 4, "sete": 7, "dez": 10, "trinta": 30,
    "twee": 2, "drie": 3, "vijf": 5, "zes": 6, "zeven": 7, "tien": 10, "twaalf": 12, "veertien": 14,
    "dertig": 30,
}  # fmt: skip
"""Numbers in words, in the languages policies are most often written in; words of two meanings left out."""

_COUNT = r"\d{1,4}(?:[.,]\d+)?"
_WORD_COUNT = r"[a-zäöüßéê]{3,9}+(?:-[a-z]{3,5}+)?"
_GAP = r"[\s\u00a0]+"
UNITS = one_of(
    "seconds?", "minutes?", "hours?",
    *(rf"{kind}{_GAP}days?" for kind in ("business", "working", "calendar", "banking")),
    "days?", "weeks?", "fortnights?", "months?", "quarters?", "years?",
    "sekunden?", "minuten?", "stunden?",
    *(f"{kind}tage?n?" for kind in ("werk", "arbeits", "kalender", "bank")),
    "tage?n?", "wochen?", "monate?n?", "jahre?n?",
    "heures?", rf"jours?(?:{_GAP}(?:ouvrés|ouvrables|calendaires))?", "semaines?", "mois", "années?", "ans?",
    "horas?", rf"días?(?:{_GAP}(?:hábiles|laborables|naturales))?", rf"dias?(?:{_GAP}úteis)?", "semanas?",
    "meses", "mes", "mês", "años?", "anos?",
    "ore", "giorni", "giorno", "settimane", "settimana", "mesi", "mese", "anni", "anno",
    "uur", "uren", "dagen", "dag", "werkdagen", "weken", "maanden", "maand", "jaren", "jaar",
    "timmar", "dagar", "veckor", "månader", "månad", "timer", "dage", "uger", "måneder",
    "dní", "dni", "dnů", "dnech", "miesięcy", "miesiąc", "měsíců", "hodin", "godzin",
    "napon", "nap", "nappal", "hónap", "hónapon", "luni", "zile", "zi", "dana", "mjeseci",
    "päivää", "päivän", "kuukautta",
)  # fmt: skip
LONGER_STEMS = tuple(
    """
    second minut hour day week fortnight month quarter year sekund stund tag woche monat jahr heure
    jour semaine mois ann hora dia día semana mes año ano ore giorn settiman uur uren dag wek maand
    jaar jar tim veck måned månad uge dn mie měs hod godz nap hón lun zi dana mjesec päiv kuukau
    """.split()
)
"""Parts of the names of units, lower case: text without any of them, and no French year, has no period."""
UNIT_STEMS = (" an", *LONGER_STEMS)
FRENCH_YEAR = re.compile(r"(?<!\w)ans(?!\w)|[\d)][\s\u00a0–-]*an(?!\w)")
"""Too short for a part: "an" is in "and"."""
NUMBER_WORD = re.compile(rf"(?<!\w)(?:{one_of(*NUMBER_WORDS)})(?!\w)")
"""For text in lower case."""
_UNIT_AFTER = (
    rf"(?:[\s\u00a0]*[-–][\s\u00a0]*|{_GAP}(?:more{_GAP}|full{_GAP}|consecutive{_GAP}|"
    rf"additional{_GAP})?)(?P<unit>{UNITS})(?!\w)"
)
PLAIN_PERIOD = re.compile(
    rf"(?<![\w.,/-])(?:(?P<count>{_COUNT})|(?P<spelt>{one_of(*NUMBER_WORDS)})(?!\w)){_UNIT_AFTER}",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\([\s\u00a0]*\d")
PERIOD = re.compile(
    rf"(?<![\w.,/-])(?:(?P<count>{_COUNT})"
    rf"|(?P<spelt>{_WORD_COUNT})(?:[\s\u00a0]*\([\s\u00a0]*(?P<both>{_COUNT})[\s\u00a0]*\))?){_UNIT_AFTER}",
    re.IGNORECASE,
)
"""Any word may stand before a number in brackets: "tridsať (30) dní". Where there is no bracket, the plain
pattern finds the same, and is begun at fewer places."""
SINGLE = re.compile(
    r"(?<!\w)(?:une? (?:an|année|mois|semaine)|ein(?:es)? (?:jahre?s?|monate?s?)"
    r"|una? (?:año|mes|semana|anno|mese|settimana)|uma? (?:ano|mês|semana)|een (?:jaar|maand))(?!\w)"
)
"""One of a unit with the article for its number: "un an", "eines Jahres". Not days: "un jour" is "some day".
For text in lower case."""
SINGLE_STEMS = (
    "un a",
    "un m",
    "une a",
    "une s",
    "una s",
    "um a",
    "um m",
    "uma s",
    "ein ja",
    "ein mo",
    "es ja",
    "es mo",
    "een ja",
    "een ma",
)

_CURRENCY = r"[$€£¥₹₩₽₺₴฿₫₪]|(?:US|C|CA|A|AU|NZ|HK|S|R)\$"
_CODE = one_of(
    *"""
    EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN JPY CNY INR KRW BRL CAD AUD NZD IDR VND THB SGD HKD MXN
    RUB TRY ZAR euros? dollars? pounds? francs? kronor kroner kr zł Kč Ft lei RMB Rp
    """.split()
)
_AMOUNT = r"\d{1,3}(?:[\s\u00a0.,']\d{3})*(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d+)?"
MONEY = re.compile(
    rf"(?:(?:{_CURRENCY}|\b(?:{_CODE}))[\s\u00a0]?(?:{_AMOUNT})|"
    rf"(?<![\w.,])(?:{_AMOUNT})[\s\u00a0]?(?:[$€£¥₹]|(?:{_CODE})\b))"
    r"(?:[\s\u00a0]?(?:million|billion|thousand|Mio\.?|Mrd\.?|millions?|k|m|bn)\b)?"
)
PERCENT = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[.,]\d+)?[\s\u00a0]?(?:%|percent\b|per[\s\u00a0]cent\b|Prozent\b|"
    r"pour[\s\u00a0]cent\b|por[\s\u00a0]ciento\b|procent\b|százalék\b)"
)
_BEFORE_AGE = one_of(
    "aged?", "ages", "under", "over", rf"at{_GAP}least", rf"younger{_GAP}than", rf"older{_GAP}than",
    r"moins[\s\u00a0]de", "unter", "mindestens", r"menores[\s\u00a0]de", r"mayores[\s\u00a0]de",
)  # fmt: skip
AGE = re.compile(
    rf"\b(?:{_BEFORE_AGE})[\s\u00a0]+(?:of[\s\u00a0]+|"
    r"the[\s\u00a0]+age[\s\u00a0]+of[\s\u00a0]+)?"
    r"(?P<after>\d{2})(?=[\s\u00a0]*(?:$|[.,;:)](?!\d)|years?[\s\u00a0]+(?:old|of)|to[\s\u00a0]+use|"
    r"or[\s\u00a0]+(?:older|over|above)|in[\s\u00a0]))"
    r"|\bage[\s\u00a0]+of[\s\u00a0]+(?P<of>\d{1,2})(?!\w)"
    r"|(?<![\w.,])(?P<before>\d{1,2})[\s\u00a0]*[-–]?[\s\u00a0]*"
    r"(?:years?[\s\u00a0]*[-–]?[\s\u00a0]*(?:old|of[\s\u00a0]+age)|Jahren?[\s\u00a0]+alt|"
    r"ans[\s\u00a0]+(?:révolus|ou[\s\u00a0]+plus)|años[\s\u00a0]+de[\s\u00a0]+edad)",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-zA-Z]{2,24}(?!\w)")
HOST = re.compile(r"(?:https?://|\bwww\.)([a-zA-Z0-9][\w.-]{0,250}\.[a-zA-Z]{2,24})", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w+/.-])(?:\+|00|\(0)\d[\d\s\u00a0().\/-]{6,18}\d(?!\w)")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
