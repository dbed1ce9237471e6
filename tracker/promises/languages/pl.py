"""Polish."""

from tracker.promises.words import Words

WORDS = Words(
    code="pl",
    common=(
        "i w na z do się o jest nie że oraz przez dla od lub po są jak za ich które będzie może być "
        "w zakresie"
    ),
    nouns="regulamin polityk warunk umow dokument oświadczeni zasad postanowie załącznik stron",
    stems="zmian zmien aktualiz modyfik nowel uzupełni regularnie okresowo",
    parts={
        "who": """
            użytkownik~|klien~|sprzedawc~|sprzedając~|kupując~|dealer~|ogłoszeniodawc~|partner~|państw~
            ciebie|cię|wszystki~|konsument~|osob~|członk~|reklamodawc~
        """,
        "doc": "regulamin~|polityk~|warunk~|umow~|dokument~|oświadczeni~|zasad~|postanowie~|załącznik~",
    },
    change="zmian~|zmien~|zmieni~|aktualiz~|zaktualiz~|modyfik~|nowelizac~|uzupełni~",
    document=r"""
        (?:(?:niniejsz|t[ae]j?|ten|tego|tych|nasz|nowy|nowego)\w* )?(?:<doc>)|tej strony|tej stronie
    """,
    other="""
        cen~|cennik~|opłat~|usług~|funkcjonalnoś~|produkt~|dan(?:e|ych|ymi)|kont[oa]~|ofert~|hasł~|przepis~
        praw~|prowizj~|kategori~
    """,
    joiner="i|lub|oraz|albo|,",
    breaks=r"za|poprzez|na|jeśli|jeżeli|gdy|chyba|ponieważ|aby|przed|po|który|które|że|akcept~|poinform~",
    points=r"""
        w takim (?:przypadku|wypadku)|(?:tak|t)\w+ (?:powiadomieni|informacj|zawiadomieni)~|o tym|o nich
        o czym|zmiany te
    """,
    heading=r"""
        (?:.{0,40}?)(?:zmian[ay]?|aktualizacj[ae]|modyfikacj[ae])(?: (?:regulaminu|polityki|warunków|umowy
        |w|niniejsz\w+|zasad|postanowień|i|do)(?: .{0,80})?)?
    """,
    renewed=r"(?:now|zmienion|zaktualizowan|aktualn)\w+ (?:wersj~|<doc>)",
    reserve=r"""
        zastrzeg~ ~6 praw~|(?:może|możemy|mogą|prawo|uprawnion\w+) ~6 (?:zmien|zmian|aktualiz|modyfik|ulec)~
    """,
    notify=r"""
        (?:poinform~|informuj~|informow~|powiadom~|powiadam~|zawiadom~|zawiadami~|ogłos~|ogłasz~) ~6 <who>
        <who> ~6 (?:poinform~|powiadom~|informow~|zawiadom~|informac~)
        (?:zostan|będ|jest|są|zostać)\w* (?:\w+ ){0,4}?(?:poinform|powiadom|powiadami|zawiadom|zawiadami
        |informow|ogłoszon)~
        (?:za|z) (?:\w+ ){0,3}?(?:powiadomieniem|wyprzedzeniem|uprzedzeniem|zawiadomieniem)|(?:przesł|wysł
        |wyśl|przesył)~ ~8 (?:wiadomoś|e-?mail|informac|powiadomieni)~|poinform~|powiadomi(?:my|ą)?
    """,
    posting=r"""
        (?:przez|poprzez|z chwilą|z dniem|po|od|daty|dnia|od dnia|od momentu|w dniu) (?:ich |jej[ ]
        |jego )?(?:opublikowani|publikacj|udostępnieni|zamieszczeni|ogłoszeni|umieszczeni)~|(?:zostan|będ
        |jest|są)\w* (?:\w+ ){0,2}?(?:opublikowan|publikowan|zamieszczon|udostępnion|zamieszczan
        |umieszczon)~|opublikujemy|zamieścimy
    """,
    we="my|nas",
    reader_acts=r"""
        (?:użytkownik|klient|dealer|sprzedawca|strony|każda ze stron|kupujący
        |sprzedający)(?: \w+){0,3}? (?:może|ma prawo|powinien|jest zobowiązan\w+|musi|zobowiązuje się|mogą
        |mają prawo)|wypowiedz~|wypowiedze~|powiadomić o tym|odstąpi~|rozwiązani~
    """,
    may=r"(?:może|możemy|mogą) (?:\w+ ){0,3}?(?:poinform|powiadom|zawiadom|publik|zamie|przes)~",
    never_told="""
        bez (?:konieczności |wcześniejszego |uprzedniego |dodatkowego |uprzedzenia[ ]
        |odrębnego )*(?:powiadomieni|uprzedzeni|zawiadomieni|informowani|powiadamiani|ogłoszeni)~
    """,
    stamped="""
        dat~ ~8 (?:wskazan|aktualiz|zmienion|podan|widoczn|znajduje|umieszczon)~|(?:zaktualiz|zmien
        |aktualiz|wskaz)~ ~5 dat[aęy]|"ostatnia aktualizacja"
    """,
    look="sprawdza~|przegląda~|zapozna~|odwiedza~|czyta~|śledz~|monitorow~",
    again=r"""
        regularnie|okresowo|co jakiś czas|od czasu do czasu|często|za każdym razem|pod kątem zmian
        aktualn\w+ (?:wersj|treści)~|na bieżąco
    """,
    looked_at=r"tę stronę|tej strony|stron\w+ internetow~|serwis~",
    day="dni(?:owy|owe|owego|owym)?|dzień|dnia",
    week="tygodni[ea]?|tydzień",
    month="miesi[ąę]c[yaeu]?|miesięcy|miesiąc",
    hour="godzin[ay]?",
    business=r"robocz\w+",
    calendar=r"kalendarzow\w+",
    numbers={
        "jeden": 1, "dwa": 2, "dwóch": 2, "trzy": 3, "trzech": 3, "siedem": 7, "siedmiu": 7,
        "dziesięć": 10, "czternaście": 14, "czternastu": 14, "piętnaście": 15, "piętnastu": 15,
        "trzydzieści": 30, "trzydziestu": 30, "sześćdziesiąt": 60,
    },
    before=r"(?:,? ?\w+){0,2}? ?(?:przed|wcześniej|uprzednio|wyprzedzeniem|naprzód)",
    noticed=r"""
        (?:wyprzedzeniem|uprzedzeniem|powiadomienia|okres powiadomienia)(?: \w+){0,3}? ?(?:co najmniej[ ]
        |nie krótszym niż )?|z (?:co najmniej )
    """,
    after=r"(?:(?:licząc|\w+) )?(?:od|po|licząc|liczonych|następując\w+)",
    effect="""
        wejś~ w życie|wchodz~ w życie|wejd~ w życie|obowiązuj~|obowiązywać|skuteczn~|zacz~ obowiązywać
        w życie
    """,
    earliest="nie wcześniej niż(?: w ciągu| po upływie)?",
    lapse="po upływie|z upływem",
    posted="opublikow~|publikac~|udostępnieni~|zamieszcz~|umieszcz~|ogłoszeni~",
    told="poinform~|powiadomi~|zawiadomi~|informac~|otrzyma~|doręcz~|wysł~|przesł~",
    event="zmian~|wejści~|w życie|wprowadz~|ich|now~|obowiąz~|regulamin~|aktualiz~",
    foreign="""
        rozwiąz~|wypowiedz~|odstąpi~|upływ~|cen~|opłat~|dostaw~|zwrot~|reklamac~|zakończ~|zawiesz~|usunię~
        odnow~|wygaś~
    """,
    email=r"e-?mail\w*|poczt\w+ elektroniczn\w+|drog\w+ elektroniczn\w+|mailow\w+",
    website=r"""
        (?:na|w|za pośrednictwem|poprzez) ~4 (?:stron~|serwis~|platform~|portal~|internecie|witryn~)|online
        www\.\S+|https?:\S+
    """,
    in_app="""
        (?:w|za pośrednictwem|poprzez|na) ~3 (?:aplikacj~|koncie|konta|panel~)|push|przy (?:pierwszym[ ]
        |kolejnym )?logowaniu|komunikat~ w
    """,
    mail="pocztą tradycyjną|listem|listownie|pisemnie na adres",
    form=r"pisemn~|na piśmie|trwał\w+ nośnik\w*",
    other_channel=r"""
        (?:inn|każd)\w+ (?:\w+ )?(?:sposób|środk|kanał|form)~|sms
    """,
    either="lub|albo|bądź",
    both="i|oraz",
    material="istotn~|znacząc~|ważn~|zasadnicz~",
    adverse="niekorzystn~",
    continued=r"(?:dalsz|kontynuow|nadal|ciągł)\w* ~4 korzyst~|korzyst~ ~8 po ",
    explicit=r"(?:wyraźn|ponown)\w+ ~2 (?:zgod|akceptacj)~",
    unless="chyba że|z wyjątkiem|o ile nie|z zastrzeżeniem",
    audience="użytkownik(?:ów|om|a|owi)|klient(?:ów|om|a)|dealer(?:ów|om)|sprzedawc(?:ów|om)",
)  # fmt: skip
