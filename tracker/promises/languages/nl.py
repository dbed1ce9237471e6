"""Dutch."""

from tracker.promises.words import Words

WORDS = Words(
    code="nl",
    common=(
        "de het een en van in is dat die te op voor met niet aan zijn wij u uw je of door worden "
        "bij wordt ons onze"
    ),
    nouns=(
        "voorwaarden verklaring beleid overeenkomst statement policy reglement document richtlijnen "
        "regels bepalingen pagina"
    ),
    stems=(
        "wijzig aangepast aanpass aanpas veranker verander bijgewerkt bijwerk update herzien "
        "actuali regelmatig periodiek nieuwste_versie laatste_versie bij_te_werken aan_te_passen"
    ),
    parts={
        "who": r"""
            u|je|jou|(?:(?:de|alle|elke|onze|iedere) ){0,2}(?:\w*gebruik~|\w*klant~|\w*verkoper~
            |\w*partner~|\w*le(?:den|d)|\w*lid|\w*betrokken~|\w*adverteer~|\w*ondernem~|\w*opdrachtgever~
            |\w*deelnemer~)
        """,
        "doc": r"""
            \w*voorwaarden|\w*verklaring|\w*beleid|\w*overeenkomst|\w*statement|\w*policy|\w*reglement
            document|\w*richtlijnen|\w*regels|\w*bepalingen
        """,
    },
    change=r"""
        \w*wijzig~|gewijzigd~|aangepast~|aanpass~|aan te passen|veranker~|verander~|bijgewerkt~
        bij te werken|bijwerk~|update~|herzien~|actualis~
    """,
    document="(?:(?:de|het|deze|dit|onze|ons|algemene|zijn|haar|nieuwe) ){0,3}(?:<doc>)|deze pagina",
    other=r"""
        \w*categorie~|\w*prijs|\w*prijzen|\w*tarie~|\w*dienst~|\w*functionalit~|\w*product~|\w*gegevens
        \w*account|\w*wet|\w*wetgeving|\w*kosten|\w*vergoeding~|\w*aanbod|\w*content|\w*abonnement~
        \w*advertentie~
    """,
    joiner="en|of|en/of|alsmede|,",
    breaks=r"via|per|indien|als|tenzij|wanneer|omdat|om|voordat|nadat|wij|u|door|dat|accept~|inform~",
    breaks_left="indien|als|tenzij|wanneer|omdat|voordat|wij|dat",
    points="""
        in (?:dat|dit|een dergelijk|zulk) geval|hierover|hiervan|(?:deze|de) (?:kennisgeving|melding
        |mededeling|aankondiging|bekendmaking)|daarvan
    """,
    heading="""
        (?:.{0,40}?)(?:wijziging(?:en)?|aanpassing(?:en)?|verandering(?:en)?|updates?
        |actualisering)(?: (?:van|in|aan|op|en|de|algemene)(?: .{0,80})?)?
    """,
    renewed=r"""
        (?:nieuwe|nieuwste|gewijzigde|aangepaste|bijgewerkte|meest recente|laatste|actuele
        |herziene) (?:\w+ )?(?:<doc>
        |versie)
    """,
    reserve=r"""
        (?:behoud~|voorbehoud~|houdt) ~12 (?:recht|voor)|(?:k(?:an|unnen)|mag|mogen|gerechtigd
        |bevoegd) ~12 (?:wijzig|aanpas|verander|bij te werken|bijwerk|herzien|vervang)~
    """,
    notify=r"""
        (?:informe~|op de hoogte|bericht~|waarschuw~|mede te delen|meedelen|medegedeeld|meegedeeld|kenbaar
        |aankondig~|aangekondigd|melden|laten weten|verwittig~|communiceren) ~6 <who>
        <who> ~6 (?:geïnformeerd|informeren|op de hoogte|mededelen|meegedeeld|aangekondigd|gemeld|bericht
        |laten weten)
        (?:wordt|worden|zal|zullen|informeert|informeren) ~8 (?:geïnformeerd|op de hoogte|meegedeeld
        |medegedeeld|aangekondigd|bekendgemaakt|bekend gemaakt|gemeld|gecommuniceerd|gebruikers|verkopers)
        (?:kennisgeving|aankondiging|melding|bekendmaking) ~4 (?:per|via|van|door)
        vestig~ ~8 aandacht|\w*opzeg-? of kennisgevingstermijn
        (?:stuur|sturen|zenden)~ ~6 (?:e-?mail|bericht)|met inachtneming ~4 (?:aankondigings
        |kennisgevings)termijn
    """,
    posting=r"""
        (?:door|na|via|bij|vanaf|met) (?:de )?(?:publicatie|plaatsing|bekendmaking)|(?:wordt|worden|zal
        |zullen) ~8 (?:gepubliceerd|geplaatst|gepubliceerd|getoond)|publiceren|te publiceren|(?:staat|staan
        |vindt u|vind je) (?:\w+ ){0,2}?op (?:deze|onze)
        plaatsen (?:wij )?op
    """,
    we="wij|we",
    reader_acts=r"""
        (?:u|de gebruiker|gebruiker|de klant|het lid|verkoper|de verkoper|zakelijke verkoper|partijen
        |elke partij)(?: \w+){0,3}? (?:kan|kunt|kunnen|mag|moet|dient|is gerechtigd|heeft het recht
        |verplicht zich|is verplicht)|opzeg~|op te zeggen|ons (?:informeren|op de hoogte)
    """,
    may=r"k(?:an|unnen) (?:\w+ ){0,6}?(?:informeren|op de hoogte|publiceren|mededelen|berichten)",
    never_told="""
        zonder (?:voorafgaande |nadere |enige |verdere )*(?:kennisgeving|aankondiging|mededeling|bericht
        |melding|waarschuwing)
    """,
    stamped="""
        (?:datum|versiedatum) ~8 (?:aangepast|gewijzigd|bijgewerkt|bovenaan|onderaan)|(?:wijzig|aanpass
        |bijwerk)~ ~6 datum|"laatst (?:bijgewerkt|gewijzigd)"
    """,
    look="raadple~|bekijk~|controle~|lees|lezen|bezoek~|na te gaan|nagaan|check~|te lezen|kijk~",
    again=r"""
        regelmatig|periodiek|van tijd tot tijd|geregeld|vaak|telkens|op (?:\w+ )?wijzigingen
        meest (?:recente|actuele) versie
    """,
    looked_at="deze pagina|website|webpagina|site",
    not_look="van derden|wij (?:controleren|bekijken)",
    day="(?:kalender|werk)?dag(?:en)?",
    week="we[e]?k(?:en)?",
    month="maand(?:en)?",
    hour="u[u]?r(?:en)?",
    business="werkdag(?:en)?|werk",
    calendar="kalender",
    numbers={
        "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "zeven": 7, "tien": 10, "veertien": 14,
        "vijftien": 15, "dertig": 30, "zestig": 60, "negentig": 90,
    },
    before=r"""
        (?:,? ?(?:of )?\w+){0,3}? ?(?:voor|voorafgaand|vooraf|van tevoren|voordat)
        , of zoveel .{0,120}?voorafgaand
    """,
    noticed=r"""
        (?:aankondigings|kennisgevings|informatie)termijn (?:\w+ )?(?:van )?(?:ten minste |minimaal )?
        termijn van (?:ten minste |minimaal )
    """,
    after=r"(?:\w+ )?(?:na|nadat|vanaf)",
    effect="treden|treedt|inwerking~|van kracht|in werking|van toepassing|ingaan|gaan in|gelden",
    earliest="niet eerder dan|op zijn vroegst",
    lapse="na (?:verloop|afloop) van",
    posted="publicatie|plaatsing|geplaatst|gepubliceerd|bekendmaking",
    told="kennisgeving|melding|bericht|informe~|mededeling|aankondiging|verzend~|ontvangst",
    event="wijzig~|inwerking~|van kracht|gewijzigd~|ingang~|nieuwe|aanpass~|ingaan|de datum|deze",
    foreign="""
        opzeg~|beëindig~|verleng~|prijs~|tarie~|lever~|annuler~|betaling|factuur|aankomst|herroep~|einde
        afloop|bezwaar
    """,
    email="e-?mails?",
    website=r"""
        (?:op|via|aan|in) ~4 (?:\w*website|\w*site|\w*pagina|\w*platform|omgeving|internet|portaal|blog)
        website|webpagina|online|www\.\S+|https?:\S+
    """,
    in_app=r"""
        (?:in|via|binnen) ~3 (?:\w*app|\w*account|\w*verkoopaccount|dashboard|\w*dienst~|applicatie
        |interface)|pop-?up|push-?\w+|bij (?:het )?inloggen
    """,
    mail="per (?:post|brief)|schriftelijk per post|aangetekende",
    form="schriftelijk|duurzame (?:gegevens)?drager",
    other_channel=r"""
        (?:andere|elke|enige andere) (?:\w+ )?(?:wijze|manier
        |middel~)|nieuwsbrief|sms|reguliere kanalen
    """,
    either="of|en/of|dan wel",
    both="en",
    material="wezenlijk~|belangrijk~|materië~|ingrijpend~|substantië~|aanzienlijk~",
    adverse="nadelig~|ongunstig~|ten nadele",
    continued=r"""
        (?:blijf|blijven|blijft|voortgezet|voortzet)~ ~5 (?:gebruik|gebruiken)~
        gebruik~ (?:\w+ ){0,6}?(?:blijft|blijven|na)|(?:blijft|blijven) maken
    """,
    explicit=r"""
        (?:uitdrukkelijk|expliciet|opnieuw)~ ~3 (?:toestemming|akkoord)|toestemming (?:\w+ )?vragen
        om (?:uw )?toestemming
    """,
    unless="tenzij|behalve|uitgezonderd|met uitzondering|geldt niet",
    audience="(?:de )?(?:gebruikers?|klanten|zakelijke verkopers|verkopers|leden|partners|adverteerders)",
)  # fmt: skip
