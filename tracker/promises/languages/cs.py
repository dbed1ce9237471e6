"""Czech and Slovak: near enough to share one list."""

from tracker.promises.words import Words

WORDS = Words(
    code="cs",
    common=(
        "a v na se je že s k o od do pro nebo jsou které který jako podle při ze po by byl může "
        "není nie sú alebo ktoré pri"
    ),
    nouns=(
        "podmín podmien vop vov smlouv smluv zmluv zásad pravid dokument prohlášen vyhlásen řád "
        "poriad ujednán"
    ),
    stems="změn zmen měnit meniť mění mení doplň aktualiz uprav úprav dopln pravideln",
    parts={
        "who": r"""
            vás|vám|vas|vam|(?:uživatel|užívateľ|používateľ|klient|zákazník|partner|inzerent|podnik
            |kupující|prodávající|kupujúc|predávajúc|obchodník|spotřebitel|spotrebiteľ|člen)\w*
        """,
        "doc": r"""
            podmín\w+|podmien\w+|vop|vov|smlouv\w+|smluv|zmluv\w+|zásad\w*|pravid\w+|dokument\w*
            prohlášen\w+|vyhlásen\w+|řád\w*|poriad\w+|ujednán\w+
        """,
    },
    change="změn~|měnit|mění|zmen~|meniť|mení|aktualiz~|uprav~|úprav~|doplň~|dopln~|pozměn~",
    document=r"""
        (?:(?:t\w+|této|naše|svoj\w*|nov\w+|obchodn\w+|všeobecn\w+|smluvn\w+
        |zmluvn\w+) ){0,3}(?:<doc>)(?: (?:ochrany|inzerce|použití|používania))?
    """,
    other=r"""
        cen(?:u|y|a|ě|ou|ám)|ceník\w*|cenník\w*|poplat\w+|služ(?:by|bu|eb|iab)|funkc\w+|produkt\w*|údaj\w*
        úč(?:et|tu|tů)|zboží|tovar\w*|nabíd\w+|ponuk\w+|zákon\w*|obsah\w*|inzerát\w*
    """,
    joiner="a|i|nebo|či|alebo|,|jakožto|ako aj",
    breaks=r"""
        prostřednictvím|prostredníctvom|skrze|přes|pokud|jestliže|když|ak|keď|protože|aby|před|po
        která|který|ktor\w+|že|souhlas~|oznám~|ledaže
    """,
    points=r"""
        v (?:takovém|takom|tom|tomto) případ\w*|(?:toto|této|tohto) (?:oznámen|oznám)~|o (?:tom|čemž|nich)
        tuto změnu|této změn~|změněné
    """,
    heading=r"""
        (?:.{0,40}?)(?:změn[ayě]|zmen[ay]|aktualizac[ei]|úprav[ay])(?: (?:v[šs]eobecn\w+|podmín\w+
        |podmien\w+|smlouvy|zmluvy|zásad|těchto|týchto|vop|a|pravid\w+|obchodn\w+|smluvn\w+)(?: .{0,80})?)?
    """,
    renewed=r"(?:nov\w+|změněn\w+|zmenen\w+|aktualizovan\w+|aktuáln\w+) (?:zněn\w+|znen\w+|verz\w+|<doc>)",
    reserve=r"""
        vyhraz~ ~6 práv~|(?:může|můžeme|môže|môžeme|oprávněn\w*|oprávnen\w*) ~6 (?:měn|změn|men|zmen|upra
        |aktualiz|dopl)~
    """,
    notify=r"""
        (?:oznám~|oznam~|informov~|upozorn~|uvědom~|vyrozum~|sdělí~|inform~|upovedom~) ~6 <who>
        <who> ~6 (?:oznám~|oznam~|informov~|upozorn~|vyrozum~|sdělen~|uvědom~)
        (?:bud|je|jsou|sú)\w* (?:\w+ ){0,5}?(?:oznámen|informov|upozorněn|sdělen|vyrozuměn|upozornen)~
        oznámí (?:\w+ )?změn~|od (?:data |dne )?oznámení
        zašl\w+ ~6 (?:e-?mail|zprávu|oznámení)
    """,
    posting=r"""
        (?:zveřejněním|uveřejněním|zverejnením|uverejnením|dnem (?:zveřejnění|uveřejnění)|dňom zverejnenia
        |od zveřejnění|po zveřejnění|od uveřejnění)|(?:bud|je|jsou|sú)\w* (?:\w+ ){0,4}?(?:zveřejněn
        |uveřejněn|zverejnen|uverejnen|publikov)~|zveřejní|uveřejní|zverejní
    """,
    we="my|nás",
    reader_acts=r"""
        (?:uživatel|užívateľ|používateľ|klient|zákazník|inzerent|podnik|partner|kupující|smluvní strany
        |kterákoli|každá)(?: \w+){0,3}? (?:může|má právo|je povinen|je oprávněn|musí|je povinný
        |má povinnost|je oprávnený|môže)|vypověd~|vypoved~|odstoup~|odmítnout|zamietnu~
    """,
    may=r"(?:může|můžeme|môže|môžeme) (?:\w+ ){0,3}?(?:oznám|inform|upozorn|zveřej)~",
    never_told=r"""
        bez (?:predošlého |predchádzajúceho |předchozího |dalšího |nutnosti[ ]
        |povinnosti )*(?:\w+ )?(?:upozornění
        |oznámení|oznámenia|upozornenia|souhlasu a oznámení|informování|ohlášení)
    """,
    stamped="datum ~8 (?:uveden|aktualiz|změněn|zobrazen)~|(?:aktualiz|změn|uved)~ ~5 (?:datum|data)",
    look="kontrol~|sled~|seznam~|navštěv~|číst|čítať|oboznám~|zkontrol~|prohlíž~|ověř~",
    again=r"""
        pravidelně|pravidelne|průběžně|priebežne|občas|často|čas od času|z času na čas|při každé~
        případn\w+ změn~|aktuální~ (?:zněn|verz)~
    """,
    looked_at=r"tuto stránku|tyto stránky|webov\w+ strán\w+|aktuáln\w+ (?:zněn|verz)\w+",
    day="dn[íůyemi]+|dn[íi]|den|dnem|deň|denní|dňom|dennej",
    week=r"týdn\w+|týden|týžd\w+",
    month=r"měsíc\w*|mesiac\w*",
    hour=r"hodin\w*|hodín",
    business=r"pracovní\w*|pracovných|pracovné",
    calendar=r"kalendářní\w*|kalendárn\w+",
    numbers={
        "jeden": 1, "jednoho": 1, "dva": 2, "dvou": 2, "tři": 3, "tří": 3, "sedm": 7, "sedmi": 7,
        "deset": 10, "deseti": 10, "čtrnáct": 14, "čtrnácti": 14, "patnáct": 15, "patnácti": 15,
        "patnáctým": 15, "pätnásť": 15, "třicet": 30, "třiceti": 30, "tridsať": 30,
    },
    before=r"(?:,? ?\w+){0,2}? ?(?:před|pred|předem|vopred|predem)",
    noticed=r"""
        (?:předstihu|predstihom|oznámení|oznamovací lhůt\w+)(?: \w+){0,2}? (?:nejméně|minimálně|alespoň
        |najmenej) ?
    """,
    after=r"(?:\w+ )?(?:od|po|ode)",
    effect="účinn~|platn~|nabýv~|vstup~ v platnost|nadob~",
    earliest="nejdříve|najskôr|ne dříve než",
    lapse="uplynutím|po uplynutí",
    posted="zveřejn~|uveřejn~|zverejn~|uverejn~|vyvěš~",
    told="oznám~|doruč~|informov~|sděl~|upozorn~|zaslán~",
    event="účinn~|změn~|zmen~|platn~|nov~|této|jejich|nabyt~|této",
    foreign="""
        výpověd~|vypověd~|ukonč~|cen~|poplat~|dodán~|zruš~|odstoup~|reklam~|plat(?:b|eb)~|splatn~|faktur~
        odmítn~|smaz~|prodlouž~|expirac~
    """,
    email=r"e-?mail\w*|elektronick\w+ pošt\w*|mailem|e-mailového",
    website=r"""
        (?:na|v|prostřednictvím|prostredníctvom) ~4 (?:stránk\w+|stránkách|web\w*|portál\w*|platform\w+)
        web(?:u|ové|ových|stránk\w+)|webových|www\.\S+|https?:\S+
    """,
    in_app=r"""
        (?:v|ve|prostřednictvím|prostredníctvom|skrz|na) ~3 (?:aplikac\w+|aplikác\w+|účt[uůe]|rozhran\w+
        |uživatelsk\w+|profilu|administrac\w+|kont[ea])|interfejs|notifikac\w+|při přihlášení
    """,
    mail=r"poštou|dopisem|listom|doporučen\w+",
    form=r"písemn\w+|trvalém nosiči|trvalom nosiči",
    other_channel=r"""
        jin\w+ (?:vhodn\w+ )?(?:způsob|prostřed|formou)\w*
        in\w+ vhodným spôsobom|vhodným způsobem|sms
    """,
    either="nebo|či|alebo|popřípadě|případně",
    both="a|i",
    material="podstatn~|významn~|zásadn~|důležit~|závažn~",
    continued=r"""
        (?:nadále|dále|další|ďalej|naďalej|pokračov) ?\w* ~5 (?:užív|použív|využív)~|(?:užív|použív
        |využív)~ ~8 (?:nadále|po|dále|naďalej)
    """,
    explicit=r"(?:výslovn|opětovn)\w+ ~2 souhlas~|vyžád~ ~4 souhlas",
    unless="ledaže|s výjimkou|kromě|pokud není|neplatí|vyjma|okrem",
    audience="uživatel(?:é|ům|i|ů)|klient(?:ům|ovi|i)|inzerent(?:ovi|ům)|partner(?:ovi|ům)|podnik(?:u|ům)",
)  # fmt: skip
