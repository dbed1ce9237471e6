"""Lithuanian."""

from tracker.promises.words import Words

WORDS = Words(
    code="lt",
    common="ir yra bei kad su ar arba iš į ne jūs jūsų mes mūsų šių šios kurie kuris taip pat gali",
    nouns="taisykl sąlyg sutart politik nuostat pranešim dokument puslap",
    stems="keičia keist keisti keitim atnaujin papild reguliar",
    parts={
        "doc": r"taisykl\w+|sąlyg\w+|sutart\w+|politik\w+|nuostat\w+|dokument\w*|pranešim\w+ dėl",
        "tell": "pranes~|praneš~|inform~|įspė~",
    },
    change=r"(?:pa)?keičia~|(?:pa)?keist~|(?:pa)?keitim~|atnaujin~|papild~",
    document=r"(?:(?:šių|šias|šios|šią|šis|mūsų) ){0,2}(?:\w+ )?(?:<doc>)|šis puslapis",
    other=r"kain\w+|mokes\w+|paslaug\w+|funkcij\w+|prek\w+|duomen\w+|paskyr\w+|įstatym\w*|teisės akt\w+",
    joiner="ir|ar|arba|bei|,",
    breaks="jei|jeigu|kai|kad|nes|prieš|po|kuri~|apie|praneš~|inform~|sutink~",
    points="tokiu atveju|apie tai|pakeitimus|pakeitim~|pranešim~",
    heading=r"(?:.{0,40}?)(?:pakeitim|keitim|pakeitimai|atnaujinim)\w*(?: .{0,60})?",
    renewed=r"(?:nauj\w+|pakeist\w+|atnaujint\w+|galiojan\w+) (?:<doc>|versij\w+|redakcij\w+)",
    reserve=r"""
        (?:turi|pasilieka) ~3 teisę|gal(?:i|ime) ~4 (?:keis|pakeis|atnauj)~
    """,
    notify="<tell>|gaus~ ~3 pranešim~",
    posting="skelbia~|paskelb~|skelbti",
    we="mes",
    reader_acts=r"""
        (?:jūs|naudotoj\w+|vartotoj\w+|klient\w+|pirkėj\w+|šalys)(?: \w+){0,3}? (?:gali|privalo|turi
        |turite|galite)|nutrauk~|atsisak~
    """,
    may="gal(?:i|ime|ite) ~2 (?:inform|praneš)~",
    never_told="be (?:išankstinio |atskiro |jokio )*(?:įspėjimo|pranešimo)|neįspėj~|nepraneš~",
    look="perskait~|peržiūrė~|tikrin~|skaity~|susipaž~|lanky~",
    again="reguliariai|periodiškai|kartas nuo karto|dėl pakeitim~",
    looked_at=r"š(?:į|iame) puslap\w+|svetain\w+",
    day=r"dien(?:ų|os|as|a|ą)|d\.",
    week=r"savait\w+",
    month=r"mėnes\w+|mėn\.",
    hour="valand(?:ų|os|as)",
    business=r"darbo",
    calendar="kalendorin~",
    numbers={
        "vieną": 1, "du": 2, "tris": 3, "septynias": 7, "dešimt": 10,
        "penkiolika": 15, "trisdešimt": 30,
    },
    before=r"(?:,? ?\w+)?? ?(?:iki|prieš|anksčiau|iš anksto)",
    noticed="(?:ne vėliau kaip |bent |mažiausiai )?prieš (?:bent |mažiausiai |ne mažiau kaip )?",
    after=r"(?:\w+ )?(?:nuo|po)",
    effect="įsigalio~|galio~|taiko~",
    posted="paskelb~",
    told="praneš~|inform~|gavim~",
    event="įsigalio~|pakeit~|keiti~|taikym~|nauj~|jų|galio~",
    foreign="nutrauk~|kain~|mokėj~|pristaty~|atsisak~|grąžin~|ištrin~|panaikin~",
    email=r"el\.? ?pašt\w+|elektronin\w+ pašt\w+|e-?mail\w*",
    website=r"svetain\w+|tinklalap\w+|puslap\w+|internet\w+|www\.\S+",
    in_app=r"(?:mobili\w+ )?(?:program\w+|programėl\w+|aplikacij\w+)|paskyr\w+|prisijung\w+",
    mail="paštu(?! adres)(?<!el. paštu)|registruotu laišku",
    form=r"raštu|patvari\w+ laikmen\w+",
    other_channel=r"kit\w+ (?:\w+ )?būd\w+|sms",
    either="ar|arba|ir/arba",
    both="ir|bei",
    material="esmin~|reikšming~|svarb~",
    continued=r"(?:toliau|tęs)\w* ~4 naudo~",
    unless="išskyrus|nebent",
)  # fmt: skip
