"""Lines that only say when a text was made: stamps, version labels, copyright years, lists of versions."""

from __future__ import annotations

import re

from tracker.blocks.quick import one_of
from tracker.significance import wording
from tracker.significance.evidence import rules, said
from tracker.significance.plain import Line, key

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep"
    " sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril "
    "juin juillet août"
    " septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre"
    " diciembre janeiro fevereiro março maio junho julho setembro outubro dezembro gennaio febbraio "
    "aprile maggio giugno"
    " luglio settembre ottobre dicembre januari februari maart mei augustus stycznia lutego marca "
    "kwietnia maja czerwca lipca"
    " sierpnia września października listopada grudnia styczeń luty marzec kwiecień maj czerwiec "
    "lipiec sierpień wrzesień"
    " październik listopad grudzień augusti januar februar marts ledna února března dubna května "
    "června července srpna září"
    " října listopadu prosince január február március április május június július augusztus szeptember "
    "október november"
    " december ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie"
    " tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta"
    " siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"
)
_MONTH = rf"(?:{one_of(*sorted(set(_MONTHS.split()), key=len, reverse=True))})\.?"
DATE = re.compile(
    rf"(?<![^\W\d_])(?:\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:of\s+|"
    rf"de\s+)?{_MONTH}(?![^\W\d_]),?[\s-]*(?:(?:de|of)\s+)?(?:\d{{4}})?\.?"
    rf"|{_MONTH}(?![^\W\d_])[,\s-]*\d{{1,2}}(?:st|nd|rd|th)?(?!\d),?\s*(?:\d{{4}})?|"
    rf"{_MONTH}(?![^\W\d_])[,\s-]*(?:de\s+)?\d{{4}}"
    rf"|\d{{4}}\.?\s*{_MONTH}(?![^\W\d_])\s*\d{{0,2}}\.?)"
    r"|(?<!\d)\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}(?!\d)[.日]?|"
    r"(?<!\d)\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{4}(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_STAMP_WORDS = (
    r"last|latest|most|recently|date|dates|day|of|on|the|this|these|as|from|since|at|is|was|were|been|"
    r"has|have|and|with|in|to|for|by|our|we|you|page|document|here"
    r"|updated?|updates?|revised|revision|modified|modification|effective|amended|amendment|changed|"
    r"changes?|reviewed|published|posted|released|issued|issue|dated|valid|applies|applicable|takes?|effect"
    r"|current|currently|comes?|into|force|enters?|starting|adopted|created|approved|version|versions|"
    r"ver|v|release|no|nr|n°|n|edition|draft"
    r"|terms|service|services|use|privacy|policy|policies|notice|statement|agreement|guidelines|"
    r"conditions|rules|cookie|cookies|text|article"
    r"|zuletzt|aktualisiert|aktualisierung|letzte|änderung|geändert|stand|vom|am|ab|seit|gültig|"
    r"fassung|datum|der|des|den|und|inkrafttreten|version"
    r"|dernière|derniere|mise|mises|à|a|jour|le|la|les|du|de|des|date|en|vigueur|entrée|modifiée?|"
    r"modification|depuis|au|partir|valable|applicable|présente?s?"
    r"|última|ultima|último|actualización|atualização|actualizado|actualizada|atualizado|atualizada|"
    r"modificación|fecha|fecha|data|em|desde|vigor|vigente|vigência|el|los|las|del|da|do|revisión|"
    r"versión|versão|publicación"
    r"|ultimo|aggiornamento|aggiornato|aggiornata|modifica|il|dal|valido|efficace|laatst|laatste|"
    r"bijgewerkt|gewijzigd|op|geldig|vanaf|per|datum|versie|herzien|ingangsdatum"
    r"|ostatnia|aktualizacja|obowiązuje|od|dnia|dzień|na|wersja|data|senast|uppdaterad|uppdaterades|"
    r"gäller|fr\.o\.m|sidst|opdateret|gældende|fra|sist|oppdatert|gjelder|päivitetty|viimeksi|voimassa|"
    r"alkaen"
    r"|hatályos|hatálya|hatályba|lépés|utoljára|frissítve|frissítés|módosítva|kelt|napjától|től|tól|tő|"
    r"naptól|poslední|aktualizace|účinnost|účinné|platnost|platné|ode|dne|posledná|aktualizácia|"
    r"účinnosť|dňa|v|zo"
    r"|actualizare|actualizat|actualizată|valabil|intrare|începând|cu|din|zadnja|posodobitev|velja|"
    r"veljajo|ažurirano|vrijedi|stupa|snagu|u|z"
    r"|new|existing|users|until|will|be|becomes?|goes?|go|it|then|utc|gmt|am|pm|cet|cest|pst|est|et|pt|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_STAMP_WORD = re.compile(rf"(?<!\w)(?:{one_of(*_STAMP_WORDS.split('|'))})(?!\w)", re.IGNORECASE)
_STAMP_LABEL = re.compile(
    r"updat|revis|modif|effective|amend|effect|version|valid|publish|posted|released|dated|force|in kraft|"
    r"aktualis|geändert|stand\b|gültig|fassung|mise|jour\b|vigueur|vigor|actualiz|atualiz|vigên"
    r"|aggiorn|bijgewerkt|gewijzigd|geldig|aktualiz|obowiąz|uppdater|gäller|opdater|gælden|oppdater|"
    r"gjelder|päivit|voimassa|hatály|frissít|módos|účinn|platn|actualiz|valabil|posodob|velja|ažur|"
    r"vrijedi|érvény|ισχύ|ενημερωμέν|ανανεωμέν|更新|生效|施行|改定|시행|개정",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|&copy;|copyright)", re.IGNORECASE)
_VERSION = re.compile(
    r"(?<![\w.])(?:v(?:ersion|er)?\.?\s?)?\d{1,4}(?:\.\d{1,4}){1,3}\w?(?![\w])|"
    r"(?<!\w)v\.?\s?\d{1,6}\w{0,3}(?!\w)|(?:version|versión|versão|versie|wersja|verze|verzia|"
    r"versiune)\s*(?:no?\.?|n°|nr\.?)?\s*\d+(?:\.\d+)*",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:previous|prior|past|earlier|archived?|old(?:er)?|former|historical|current|new|"
    r"printable)\s+(?:[\w'’]+\s+){0,4}(?:version|polic|terms|agreement|notice|edition|guideline|rules|"
    r"condition)"
    r"|consulter la version|voir la version|"
    r"version (?:history|archive)|archived? versions?|view (?:archive|history)|changelog|change log|"
    r"version(?:s)? (?:antérieure|précédente|archivée)|frühere (?:version|fassung)|"
    r"versiones anteriores|versões anteriores|versioni precedenti"
    r"|vorherige|ältere fassung|poprzedni|wcześniejsz|archiwal|korábbi|előző|předchozí|predchádzaj|"
    r"prejšnj|prethodn|arhiv|tidigare|tidligere|aiemm|eerdere|vorige|(?:varianta|versiunea|"
    r"versiunile)\s+(?:valabil|anterio|preceden)",
    re.IGNORECASE,
)
_LOG = re.compile(
    r"change ?-?log|change history|(?:version|revision|update) (?:history|log|archive)"
    r"|(?:previous|prior|past|earlier|archived|older|all) versions?(?: of th(?:is|e) \w{4,12})?",
    re.IGNORECASE,
)
"""What stands above a list of the dates of a text's versions."""
_OWN = r"(?:changes|updates|polic|terms|conditions|privacy|notice|agreement|guideline|rules)"
_NEWS = re.compile(
    rf"(?:we(?:['’]ve|\s+have)?\s+(?:recently\s+|also\s+)?(?:updated|revised|changed|amended|"
    rf"made)\s+(?:[\w’']+\s+){{0,3}}?{_OWN}"
    rf"|\b{_OWN}\w*\s+(?:\w+\s+)?below\s+(?:is|are|becomes?|takes?|goes?\s+into|will\s+(?:be|become|take))\s+effect"
    rf"|we(?:['’]re|\s+are)\s+(?:updating|revising|changing|making)\s+(?:[\w’']+\s+){{0,3}}?{_OWN}"
    rf"|ha(?:s|ve) been (?:updated|revised)"
    rf"|[.!]\s(?:our|the|these|this)\s+(?:new|updated|revised)\s+(?:\w+\s+){{0,2}}?{_OWN}"
    r"[^.]{0,80}?\beffect\b"
    rf"|^\W*(?:upcoming\s|recent\s)?updates?\s+to\s+(?:our|the|these|this)\s+(?:\w+\s+){{0,3}}?{_OWN}\w*\W*$"
    r"|^\W*(?:our|the|these|this)\s+(?:new|updated|revised)\b[^.]{0,80}?(?:take|go|effect|appl|force))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z\d][.!])\s+")
_READ = re.compile(
    r"\W*(?:read|see|view)\s+(?:the|our)\s+(?:new|updated|previous|current)\b.{0,40}", re.IGNORECASE
)
_ACCEPTS = re.compile(r"\W*(?:by|if you)\s+(?:continu\w+|keep)\s.{0,120}\b(?:agree|accept)", re.IGNORECASE)
_TAKES_EFFECT = re.compile(
    r"\W*(?:these|the|this|our|all)\b.{0,60}\b(?:effect|effective|apply)\b", re.IGNORECASE
)
_PROMISE = re.compile(
    r"\b(?:may|might|from time to time|reserve|will notify|will inform|let you know)\b", re.IGNORECASE
)


_DIGIT = re.compile(r"\d")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}[-./]\d{1,2}[-./]\d{2}(?!\d)")
_PAGE = re.compile(r"\s\d{1,4}$")
_ADDRESS = re.compile(r"https?://\S+")
_POINTER = 25
"""Words of the longest line that only leads to another version."""
_FEW = 14
"""Words of the longest line that introduces one."""
LONGEST = 240
"""Characters of the longest line that may be a list of versions."""


def stated(line: Line) -> bool:
    """True for a short line that states a date or a version of the text itself, and nothing else."""
    left = _beside_dates(line)
    if left is None:
        return False
    labelled = _STAMP_LABEL.search(line.words) is not None
    return not left or (labelled and len(left) <= 3 and not any(w.isdigit() for w in left))


def labelled(line: Line) -> bool:
    """True for a line of a label and a date, without a word more: a stamp wherever it stands."""
    return _beside_dates(line) == [] and _STAMP_LABEL.search(line.words) is not None and not line.marked


def _beside_dates(line: Line) -> list[str] | None:
    """The words of a short line beside dates, versions and words of stamps; None when it states no date."""
    text = line.words
    if (
        not text
        or len(text) > 160
        or not _DIGIT.search(text)
        or not (DATE.search(text) or _VERSION.search(text))
    ):
        return None
    rest = _STAMP_WORD.sub(" ", _VERSION.sub(" ", DATE.sub(" ", _EARLIER.sub(" ", text))))
    return re.findall(r"\w+", rest)


def without_asides(words: str) -> str:
    """A line's words without dates in brackets at its end and without mentions of other versions."""
    bracket = re.search(r"\s*\(([^()]{4,80})\)\s*$", words)
    if bracket and DATE.search(bracket.group(1)) and _STAMP_LABEL.search(bracket.group(1)):
        words = words[: bracket.start()]
    return re.sub(r"[\s|·•]+", " ", _SEE.sub(" ", words)).strip()


_SEE = re.compile(rf"\|?\s*(?:(?:see|view|read|download|show)\s+)?(?:{_EARLIER.pattern})\w*", re.IGNORECASE)


def masked(line: Line) -> str:
    """The key of a line with its dates and version labels hidden."""
    if _DIGIT.search(line.words) is None:
        return line.key
    return key(_VERSION.sub("•", DATE.sub("•", line.words)))


def footed(line: Line) -> str:
    """A line with a date or a version as the foot of a page, less the page's number; "" for others."""
    text = line.words
    if not _DIGIT.search(text) or not (DATE.search(text) or _VERSION.search(text)):
        return ""
    rest = _SHORT_DATE.sub("•", _VERSION.sub("•", DATE.sub("•", text)))
    page = _PAGE.search(rest)
    without = rest[: page.start()] if page else rest
    return "" if _DIGIT.search(without) else text[: len(text) - len(rest) + len(without)]


def copyright_year(line: Line) -> bool:
    """True for a copyright notice."""
    return (
        len(line.words) <= 200
        and _COPYRIGHT.search(line.words) is not None
        and DATE.search(line.words) is not None
    )


def is_version_label(line: Line) -> bool:
    """True for the label above a list of versions."""
    return len(line.words) <= 40 and _LOG.fullmatch(line.words.strip(" :")) is not None


def earlier_versions(line: Line) -> bool:
    """True for a line that only leads to other versions of the text, or says where, its link lost."""
    text = line.words
    leads = line.targets or (len(text.split()) <= _FEW and wording.AVAILABLE.search(text))
    if not leads or len(text) > 240:
        return False
    return _EARLIER.search(text) is not None and len(text.split()) <= 25 and text.count(". ") == 0


def replaces(line: Line) -> bool:
    """True for a short line that says when the text was replaced, and leads to the earlier one."""
    if not line.targets or len(line.words.split()) > 25 or _EARLIER.search(line.words) is None:
        return False
    return DATE.search(line.words) is not None and announces(line)


def points_to_version(line: Line) -> bool:
    """True for a short line that only says where the text stands as it was or will be from a day on.

    It names a legal text and a day, says that the text is or was valid, leads there, and neither allows nor
    obliges nor counts anything.
    """
    text = _ADDRESS.sub(" ", line.words)
    if not line.targets or len(text.split()) > _POINTER or not DATE.search(text):
        return False
    undated = DATE.sub(" ", text)
    if undated.count(". ") > 1:
        return False
    ruled = rules(said(undated)) or _DIGIT.search(undated) is not None
    named = wording.LEGAL.search(text) and wording.AVAILABLE.search(text)
    return bool(named) and not ruled and (_STAMP_LABEL.search(text) or _EARLIER.search(text)) is not None


def introduces(line: Line) -> bool:
    """True for a word or two, or a short sentence on a legal text that neither rules nor counts anything."""
    count = len(line.words.split())
    if count > _FEW or line.targets or _DIGIT.search(line.words) or rules(said(line.words)):
        return False
    return 0 < count <= 2 or wording.LEGAL.search(line.words) is not None


def announces(line: Line) -> bool:
    """True for a line that only announces that the text is replaced, and where the other stands."""
    text = line.words
    if not text or len(text) > 500 or text.count(". ") > 2 or _NEWS.search(text) is None:
        return False
    if _PROMISE.search(DATE.sub("•", text)):
        return False
    counts = _DIGIT.search(_VERSION.sub(" ", DATE.sub(" ", text))) is not None
    short = (len(text.split()) <= 25 and not counts) or only_announces(line)
    return short or bool(line.targets) or _EARLIER.search(text) is not None


def only_announces(line: Line) -> bool:
    """True for sentences that all do nothing but announce a text and its day: a banner."""
    text = line.words
    if len(text) > 500 or DATE.search(text) is None or _NEWS.search(text) is None:
        return False
    return all(map(_tells_news, _SENTENCE.split(text)))


def _tells_news(sentence: str) -> bool:
    """True for a sentence that says that a text changes, from when on, or that who goes on accepts it."""
    if _NEWS.search(sentence) or _ACCEPTS.match(sentence) or _READ.fullmatch(sentence):
        return True
    return _TAKES_EFFECT.match(sentence) is not None and DATE.search(sentence) is not None
