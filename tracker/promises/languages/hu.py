"""Hungarian."""

from tracker.promises.words import Words

WORDS = Words(
    code="hu",
    common=(
        "a az és hogy nem is egy vagy van meg ha mint ezt által jelen való amely illetve azt csak "
        "már kell"
    ),
    nouns="ászf szerződés szabályzat feltétel tájékoztató dokumentum nyilatkozat házirend szabály jelen",
    stems="módos változ frissít aktualiz rendszeresen",
    parts={
        "who": r"""
            önt|önnek|(?:felhasználó|partner|ügyfél|ügyfel|kereskedő|vásárló|tag|hirdető|fogyasztó
            |előfizető|érintett|látogató)\w*
        """,
        "doc": r"""
            ászf\S*|\w*szerződés\w*|\w*szabályzat\w*|\w*feltétel\w*|\w*tájékoztató\w*|dokumentum\w*
            nyilatkozat\w*|házirend\w*|szabály\w*
        """,
    },
    change=r"módos~|\w*módosít~|változ~|frissít~|aktualiz~",
    document=r"(?:(?:jelen|az?|általános|ezen|saját) ){0,3}(?:<doc>)|jelen \w{2,4}(?:-\w+)?",
    other=r"""
        \w*díj\w*|\w*ár(?:at|ak|ait|lista)|\w*szolgáltatás\w*|funkció\w*|termék\w*|adat\w*|fiók\w*
        jelszó\w*|jogszabály\w*|tartalm\w*|hirdetés\w*
    """,
    joiner="és|vagy|illetve|,|valamint",
    breaks=r"útján|e-mail\w*|ha|amennyiben|amikor|mert|előtt|után|amely\w*|hogy|értes~|tájékoz~|elfogad~",
    breaks_left="ha|amennyiben|amikor|mert|hogy",
    points="erről|arról|ez esetben|(?:az|ezen) (?:értesít|tájékoztat)~|a módosítás~|ilyen esetben",
    heading=r"""
        (?:.{0,60}?)(?:módosítás\w*|módosulás\w*|változás\w*|változtatás\w*|frissítés\w*)(?:,? .{0,40})?
    """,
    renewed=r"(?:új|módosított|frissített|hatályos|aktuális) (?:<doc>|verzió\w*|változat\w*)",
    reserve=r"""
        fenntart~ ~6 jog~|jogosult|bármikor ~4 (?:módosít|megváltoztat)~|módosíthat~|megváltoztathat~
    """,
    notify="""
        (?:értesít|értesül|tájékoztat|felhív|figyelmeztet|közöl)~ ~8 <who>|<who> ~8 (?:értesít|tájékoztat
        |értesül)~|(?:értesítést küld|értesít~|tájékoztatja|tájékoztatást ad|ad tájékoztatást
        |figyelmét felhívja|tájékoztatjuk)
    """,
    posting=r"közzé\w*|közzététel\w*|megjelente\w*|megjelentet~|publikál~|feltölt~",
    we="mi|cégünk",
    reader_acts=r"""
        (?:a felhasználó|a partner|felhasználó|partner|a kereskedő|kereskedő|kereskedő felhasználó
        |az ügyfél|a felek|bármelyik fél)(?: \w+){0,6}? (?:jogosult|köteles|felmondani|elfogadja
        |felmondhat\w*)|felmond~|elállás~
    """,
    may="(?:értesítheti|tájékoztathatja|közzéteheti)",
    never_told="(?:előzetes )?(?:értesítés|tájékoztatás|bejelentés|figyelmeztetés) nélkül",
    stamped=r"""
        dátum\w* ~6 (?:frissít|módosít|feltüntet)~|(?:frissít|módosít|feltüntet)~ ~5 (?:dátum|időpont)\w*
    """,
    look="ellenőriz~|tekints~|olvas~|látogas~|kísér~|tájékozód~|áttekint~|megismer~|nyomon követ~",
    again="""
        rendszeresen|időről időre|időközönként|gyakran|alkalmanként|folyamatosan|minden (?:alkalommal
        |látogatás)~|esetleges (?:módosítás|változás)~
    """,
    looked_at=r"oldalt|honlap\w*|weboldal\w*",
    day=r"nap(?:os|pal|on|ig|ja|ot)?|munkanap\w*",
    week="hét(?:tel|en)?|hetes|héttel",
    month="hónap(?:pal|os|on|ja)?",
    hour="óra|órával|órán|órás",
    business=r"munka|munkanap\w*",
    calendar="naptári",
    article="legalább egy",
    numbers={
        "egy": 1, "két": 2, "kettő": 2, "három": 3, "hét": 7, "nyolc": 8, "tíz": 10, "tizennégy": 14,
        "tizenöt": 15, "harminc": 30,
    },
    before=r"(?:,? ?\w+){0,2}? ?(?:előtt|korábban|megelőzően|előzetesen)|(?<=nappal) ?,?(?= )",
    noticed="(?:megelőzően|előtt|megelőző) (?:legalább |minimum )?",
    after=r"(?:\w+ )?(?:belül|után|követően|elteltével)",
    effect="hatály~|életbe|érvény~",
    earliest="leghamarabb|legkorábban",
    posted="közzé~|megjelen~",
    told="értesít~|tájékoztat~|kézhezvétel~|megküld~|közlés~",
    event=r"hatály~|módos~|\w*módosít~|változ~|életbe|új|lép~|értesít~|tájékoztat~|e-mail|közzé~|teszi",
    foreign="""
        felmond~|megszün~|megszűn~|díj~|ár(?:at|ak)|kézbesít~|szállít~|elállás~|lejárat~|fizet~|törl~
        számla~|elfogad~
    """,
    email=r"e-?mail\S*|elektronikus lev\w+|elektronikus úton",
    website=r"""
        (?:\w*honlap\w*|\w*weboldal\w*|\w*webhely\w*|nyitóoldal\w*|\w*oldal(?:on|án|ain|akon)
        |internetes felület\w*|portál\w*)|https?:\S+|www\.\S+
    """,
    in_app=r"""
        alkalmazás\w*|fiókj?\w*ban|(?:admin|partner|regisztrációs|felhasználói)\w* felület\w*
        bejelentkezés\w*|felugró
    """,
    mail=r"postai\w*|levélben",
    form=r"írásban|tartós adathordozó\w*",
    other_channel=r"""
        egyéb (?:\w+ )?(?:módon|eszköz\w*)|más módon|sms|hírlevél\w*
    """,
    either="vagy|illetve|és/vagy",
    both="és|valamint",
    material="lényeges~|jelentős~|fontos~",
    continued=r"""
        (?:tovább|további)\w* ~5 (?:használ|igénybe)~|(?:használ|igénybevétel)~ ~6 (?:követően|után)
        változatlanul használ~
    """,
    unless="kivéve|kivételével|feltéve",
    audience=r"""
        felhasználó(?:it|k|kat|inak|ját)|kereskedő(?:ket|k)? felhasználó\w*|partner(?:eket|ek|t|eit)
    """,
)  # fmt: skip
