"""Estonian."""

from tracker.promises.words import Words

WORDS = Words(
    code="et",
    common="ja on ei või et see kui mis ning teie meie selle oma võib käesolevad käesoleva ka kes",
    nouns="tingimus lepingu leping põhimõt poliitika kord reegli dokument teate leht",
    stems="muut muuda muude uuend täiend regulaarse",
    parts={
        "doc": r"\w*tingimus\w*|\w*leping\w*|\w*põhimõt\w+|\w*poliitika\w*|\w*reegl\w+|\w*dokument\w*",
        "tell": "teavita~|teata~|informeeri~|teada and~|anname teada",
    },
    change="muut~|muude~|muuda~|muuta~|uuend~|täiend~",
    document=r"(?:(?:käesoleva\w*|need|neid|nende|meie|see|selle) ){0,2}(?:\w+ )?(?:<doc>)|see leht",
    other=r"hin(?:d|na|da)\w*|tasu\w*|teenus\w*|funktsioon\w*|too[td]\w+|andme\w*|konto\w*|seadus\w*",
    joiner="ja|või|ning|,",
    breaks="kui|et|sest|enne|pärast|mis|kes|kuna|nõustu~|teavita~|teata~",
    points="sellisel juhul|sellest|muudatustest|muudatused|teate~",
    heading=r"(?:.{0,40}?)(?:muu(?:tmi|datu)|uuendami)\w*(?: .{0,60})?",
    renewed=r"(?:uue?\w*|muudetud|uuendatud|kehtiv\w*) (?:<doc>|versioon\w*)",
    reserve=r"""
        (?:on|jätab~|jätame) ~3 õigus~|või(?:b|me) ~4 (?:muut|uuend|täiend)~
    """,
    notify="<tell>|saada~ ~3 teate~",
    posting="avaldata~|avalda~|avaldami~",
    we="me|meie",
    reader_acts=r"""
        (?:teil|te|kasutaja\w*|kliendi\w*|klient|ostja|pooled)(?: \w+){0,3}? (?:võib|võite|peab|peate
        |on õigus|on kohustatud)|üles ?ütle~|lõpeta~|tagane~
    """,
    may="või(?:b|me) ~2 (?:teavita|teata)~",
    never_told="ilma (?:ette |eelneva |täiendava )*(?:teatamata|teavitamata|teateta|etteteatamiseta)",
    look="kontroll~|loe~|luge~|tutvu~|vaata~|külasta~",
    again="regulaarselt|perioodiliselt|aeg-ajalt|muudatus~",
    looked_at=r"se(?:da|e|lle) leh\w+|veebileh\w+",
    day="päeva|päev|tööpäeva",
    week="nädala|nädalat",
    month="kuu|kuud",
    hour="tundi|tunni",
    business="tööpäeva|töö",
    calendar="kalendri~",
    numbers={"üks": 1, "kaks": 2, "kolm": 3, "seitse": 7, "kümme": 10, "viisteist": 15, "kolmkümmend": 30},
    before=r"(?:,? ?\w+)?? ?(?:enne|ette|varem)",
    after=r"(?:\w+ )?(?:pärast|möödumisel|jooksul|alates)",
    effect="jõustu~|kehti~|kohalda~",
    earliest="kõige varem",
    posted="avalda~",
    told="teavita~|teata~|saami~|saatmi~",
    event="jõustu~|muut~|muudatu~|kehti~|nende|uu~|tingimus~",
    foreign="lõpe~|lõpeta~|hin~|tasu~|tarni~|tagane~|ülesütl~|kustuta~|sulge~",
    email=r"e-?post\w*|e-?maili\w*|e-?kirja\w*|meili\w*",
    website=r"veebileh\w+|kodule\w+|veebisai\w+|internet\w+|lehel|www\.\S+",
    in_app=r"rakendus\w*|äpi\w*|konto\w*|siseveeb\w*",
    mail="(?<!e-)posti teel|tähitud kirja\\w*",
    form=r"kirjalikult|püsiva\w* andmekandja\w*",
    other_channel=r"mu(?:u|ul) (?:\w+ )?viisil|sms",
    either="või|ja/või",
    both="ja|ning",
    material="olulis~|oluliselt|märkimisväär~",
    continued=r"(?:jätka|edaspidi)\w* ~4 kasuta~",
    unless="välja arvatud",
)  # fmt: skip
