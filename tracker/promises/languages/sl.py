"""Slovenian, Croatian and Serbian in Latin letters: near enough to share one list."""

from tracker.promises.words import Words

WORDS = Words(
    code="sl",
    common=(
        "in je na v za se da so ki ali z s ne po od pri kot do iz če bo ni je su koji kao ili o sa "
        "nije te"
    ),
    nouns="pogoj pravil politik pogodb dokument izjav uvjet uslov ugovor odredb",
    stems=(
        "sprememb spremen spremi posodob dopoln izmjen izmen promjen promen mijenja ažurir redno "
        "redovito izmijen promijen"
    ),
    parts={
        "who": r"""
            vas|vam|(?:uporabnik|korisnik|strank|naročnik|kupec|kupc|kupac|oglaševal|oglašivač|član|partner
            |prodajalec|prodajalc|prodavatelj)\w*
        """,
        "doc": r"""
            pogoj\w*|pravil\w*|politik\w+|pogodb\w+|dokument\w*|izjav\w+|uvjet\w*|uslov\w*|ugovor\w*
            odredb\w+
        """,
    },
    change="""
        sprememb~|spremen~|spremin~|posod~|dopoln~|izmjen~|izmijen~|mijenja~|promjen~|promijen~|izmen~
        promen~|ažurir~
    """,
    document=r"""
        (?:(?:t[ae]h?|naš\w*|splošn\w+|ovih|ove|opć\w+|opšt\w+|novi\w*) ){0,2}(?:<doc>)(?: (?:uporabe
        |poslovanja|zasebnosti|korištenja))?
    """,
    other=r"""
        cen\w*|cjenik\w*|cijen\w*|storit\w+|uslug\w*|funkcional\w+|izdel\w+|podat\w+|račun\w*|zakon\w*
        vsebin\w+|sadržaj\w*|oglas\w*|ponudb\w+|rubrik\w*
    """,
    joiner="in|ali|ter|i|ili|,|kakor",
    breaks=r"preko|prek|če|ako|kadar|ker|da|pred|po|ki|koji\w*|obvest~|soglaš~|razen|prije|nakon",
    points="""
        v (?:tem|takem) primeru|u tom slučaju|spremembe|o (?:tem|čemer|tome|čemu)|(?:to|ta|ova) (?:obvest
        |obavijest)~
    """,
    heading=r"""
        (?:.{0,40}?)(?:sprememb[aei]|spremembe|posodobit\w+|izmjen[ae]|promjen[ae]|dopolnit\w+
        |izmen[ae])(?: (?:splošn\w+|pogoj\w+|pravil\w*|politik\w+|in|i|pogodb\w*|uvjeta|opć\w+|te|ugovora
        |teh)(?: .{0,80})?)?
    """,
    renewed=r"""
        (?:spremenjen\w+|nov\w+|posodobljen\w+|izmijenjen\w+|ažuriran\w+|veljavn\w+) (?:<doc>|verzij\w+
        |različic\w+|inačic\w+)
    """,
    reserve=r"""
        pridržuje~ ~5 pravic~|(?:pri|za)država~ ~5 prav~|(?:lahko|može|možemo) ~6 (?:spremen|posodob|dopoln
        |izmijen|mijenja|promijen)~
    """,
    notify=r"""
        (?:obvest~|obvešč~|obavijest~|obavješ~|obavest~|seznan~) ~6 <who>|<who> ~6 (?:obvest~|obvešč~
        |obavijest~|obaviješ~|obavešt~)|(?:bo|bomo|bodo|će|ćemo|biti|bit) (?:\w+ ){0,3}?(?:obvest|obvešč
        |obaviješ|obavijest|obavešt)~
        poslal\w* ~6 (?:obvestilo|e-?mail|sporočilo)|(?:s|z) ~4 obvestil~
    """,
    posting=r"""
        (?:z dnem|od|po|danom|s|nakon|od dneva) (?:\w+ )?(?:objav|objave|objavom|objavljiv)~|(?:bo|bodo|so
        |je|će|bit) (?:\w+ ){0,3}?(?:objavljen|objavlja)~|objavi(?:l|mo|t)~|objavljuj~
    """,
    we="mi|nas",
    reader_acts=r"""
        (?:uporabnik|korisnik|stranka|naročnik|kupec|oglaševalec|stranki
        |pogodbeni stranki)(?: \w+){0,3}? (?:lahko|mora|je dolžan|ima pravico|sme|može|ima pravo|dužan
        |so dolžni)|odpove~|odstop~|otkaza~|raskid~
    """,
    may=r"(?:lahko|može|možemo) (?:\w+ ){0,3}?(?:obvest|objav|obavijest)~",
    never_told=r"""
        brez (?:predhodnega |poprejšnjega |posebnega |dodatnega )*(?:\w+ )?(?:obvestila|najave|opozorila
        |napovedi)|bez (?:prethodne |posebne |ikakve |prethodnog )*(?:\w+ )?(?:obavijesti|najave|upozorenja
        |obaveštenja)
    """,
    stamped=r"""
        datum\w* ~8 (?:posodob|spremenjen|naveden|ažurir|označen)~|(?:posodob|spremen|naved
        |ažurir)~ ~5 datum\w*
    """,
    look="preveri~|preverja~|pregled~|spremlja~|seznani~|prebir~|provjer~|prati~|obiskuj~|posjećuj~",
    again=r"""
        redno|občasno|periodično|redovito|povremeno|pogosto|vsakič|ob vsakokratni|redovno
        morebitn\w+ sprememb~|najnovej\w+ (?:verzij|različic)~
    """,
    looked_at="to stran|spletno stran|ovu stranicu|spletno mesto",
    day="dni|dan(?:a|i|ov|i)?|dneh|dnevni",
    week=r"ted(?:en|nov|na|nih|ni)|tjed(?:an|na)|nedelj\w*",
    month=r"mesec\w*|mjesec\w*",
    hour="ur|sati|ure",
    business=r"delovn\w+|radn\w+",
    calendar=r"koledarsk\w+|kalendarsk\w+",
    numbers={
        "en": 1, "dva": 2, "tri": 3, "sedem": 7, "sedam": 7, "osem": 8, "osam": 8, "deset": 10,
        "petnajst": 15, "petnaest": 15, "trideset": 30,
    },
    before=r"(?:,? ?\w+){0,2}? ?(?:pred|prej|vnaprej|predhodno|prije|unaprijed|pre)",
    noticed=r"(?:rok\w*|odpovednim)(?: \w+){0,2}? (?:najmanj|vsaj|od najmanje) ?",
    after=r"(?:\w+ )?(?:po|od|nakon)",
    effect="velja~|velj~|začn~|uporablja~|stopi~|stup~ na snagu|snagu|primjenj~",
    earliest="ne prej kot|najprej|ne prije",
    posted="objav~",
    told="obvest~|obavijest~|obaviješ~|prejem~|primit~|sporočil~|obvešč~",
    event="velja~|velj~|sprememb~|uveljav~|izmjen~|stup~|nov~|primjen~|začetk~",
    foreign="""
        odpove~|odstop~|prekin~|cen~|cijen~|dostav~|izbris~|otkaz~|raskid~|isporuk~|preneh~|reklamac~
        plačil~
    """,
    email=r"e-?mail\w*|e-?pošt\w*|elektronsk\w+ pošt\w*|elektroničk\w+ pošt\w*",
    website=r"""
        (?:na|preko|prek|v|u|putem) ~4 (?:stran\w*|mest\w*|spletišč\w*|portal\w*|stranic\w+|platform\w+
        |internetu)|spletn\w+ stran\w*|www\.\S+|https?:\S+
    """,
    in_app=r"(?:v|prek|preko|u|putem) ~3 (?:aplikacij\w+|račun\w*|profil\w*|sučelj\w+)",
    mail="po (?:navadni )?pošti|(?<!e-)(?<!elektroničkom )poštom|pisno po",
    form=r"pisno|pisn\w+ oblik\w*|trajn\w+ nosilc\w*|trajnom mediju|pisanim putem",
    other_channel=r"""
        drug\w+ (?:ustrezen |primeren[ ]
        |prikladan )?način\w*|sms
    """,
    either="ali|oziroma|ili|odnosno",
    both="in|ter|i|te",
    material="bistven~|pomembn~|znatn~|bitn~|značajn~",
    continued=r"""
        (?:nadaljn|nadaljev|nastav|daljnj)\w* ~5 (?:uporab|korist|korišt)~|(?:uporab(?!nik)
        |korišt)~ ~8 (?:po|nakon)
    """,
    unless="razen|z izjemo|osim",
    audience="uporabnik(?:i|e|om|ov)|korisni(?:ci|ke|cima|ka)|strank(?:e|am)",
)  # fmt: skip
