"""German."""

from tracker.promises.words import Words

WORDS = Words(
    code="de",
    common=(
        "der die das und zu den von mit für ist nicht des im dem auf ein eine sie wir sich oder "
        "werden wird nach bei"
    ),
    nouns=(
        "agb bedingung erklärung richtlinie vertr vereinbarung hinweis bestimmung ordnung policy "
        "anb regeln dokument seite information"
    ),
    stems=(
        "änder aktualis anpass anzupass angepasst überarbeit ergänz weiterentwick neufassung neue_fassung "
        "regelmäßig"
    ),
    parts={
        "who": r"""
            sie|ihnen|dich|dir|euch|(?:(?:alle|die|der|den|dem|unsere|jeder|jedem|registrierte~|betroffene~
            |gewerbliche~) ){0,3}(?:nutz~|kund~
            |mitglied~|teilnehm~|händler~|anbieter~|verkäufer~|partner~|vertragspartner~|anwender~
            |verwender~|user~
            |serviceanbieter~|unternehm~|betroffene~|autor~|vermieter~|gastgeber~|besucher~|käufer~
            |nutzer:innen|inserent~)
        """,
        "doc": r"""
            (?:\w+-)?agb(?:-\w+)?|\w*bedingungen|\w*erklärung~|\w*richtlinien?|\w*vertr[aä]g(?:s|es|e)?
            \w*vereinbarung~
            \w*hinweise?n?|\w*bestimmungen|\w*ordnung|\w*policy|anb|\w*regeln|dokuments?|dieser? seite
            \w*information~
        """,
        "tell": r"""
            informier~|benachrichtig~|mitgeteilt|mitteil~|mitzuteilen|hinweis~|hingewiesen|unterricht~
            bekannt|kündig(?:en|t|te~) (?:\w+ ){1,12}an
            angekündigt|ankündig~|verständig~|kommunizier~
        """,
    },
    change=r"""
        änder~|geändert~|abänder~|abgeändert~|\w*änderung~|zu ändern|aktualisier~|anpass~|angepasst~
        anzupassen|überarbeit~
        ergänz~|neufassung|weiterentwick~
    """,
    document=r"""
        (?:(?:dies|unser|die|der|den|dem|vorliegend|ihr)\w* )?(?:allgemein\w* |besonder\w* )?(?:<doc>)
    """,
    other=r"""
        \w*preis~|\w*gebühr~|\w*entgelt~|\w*kosten|\w*dienste?(?:s|n|leistung~)?|\w*leistung~|\w*funktion~
        \w*angebot~|\w*produkt~
        \w*abonnement~|\w*passwort|konto|\w*daten|\w*profil|zahlungs~|\w*gesetz~|rechtslage|\w*tarif~
        \w*provision~|software|\w*inhalt~
        unterauftrags~|subunternehm~|auftragsverarbeiter~
    """,
    price=r"\w*preis\w*|\w*gebühr\w*|\w*entgelt\w*",
    joiner="und|oder|sowie|und/oder|,",
    breaks="""
        per|auf|via|an|wenn|falls|sofern|soweit|weil|da|damit|um|bevor|nach|ab|wir|sie|uns|dass|durch|mit
        gelten|über|infolge|wegen
    """,
    breaks_left="wenn|falls|sofern|soweit|weil|da|damit|um|bevor|wir|sie|uns|dass|gelten",
    such="solche[rnms]?|derartige[rnms]?|diese[rnms]?|jene[rnms]?|genannte[nr]?",
    besides="auch|zusätzlich|darüber hinaus|außerdem|ausserdem",
    points=r"""
        in (?:diesem|einem solchen) fall~|hierüber|darüber|diese (?:mitteilung|benachrichtigung|ankündigung
        |information)|die (?:mitteilung
        |ankündigung|benachrichtigung|information)
        wir (?:\w+ ){0,3}(?:auch|zusätzlich)|hierauf|diese werden|sie werden
    """,
    heading=r"""
        (?:.{0,40}?)(?:\w*änderung(?:en|svorbehalt|s)?|aktualisierung(?:en)?|anpassung(?:en)?|aktualität
        |änderungsvorbehalt|neufassung
        |weiterentwicklung)(?: (?:der|des|dieser|dieses|von|an|unserer|in|zu|und|im)(?: .{0,80})?)?
    """,
    renewed=r"""
        (?:neue|neuen|neuer|geänderten?|geänderter|aktualisierten?|aktuellen?|überarbeiteten?|angepassten?
        |jeweils aktuelle|gültigen?|gültiger|neueste) (?:\w+ )?(?:<doc>
        |fassung|version)
    """,
    reserve=r"""
        behalt~ (?:[^\s;]+ ){0,14}?vor|behält (?:[^\s;]+ ){0,14}?vor|recht vor|vorbehalt~
        wir (?:aktualisieren|ändern|überarbeiten|passen) ~12 (?:soweit|sofern|wenn|falls|bei bedarf|regelmäßig
        |gelegentlich|von zeit zu zeit|laufend)
        (?:kann|können|berechtigt|jederzeit) ~12 (?:änder|geänder|anpass|angepass|aktualis|ergänz|überarbeit)~
    """,
    notify=r"""
        (?:<tell>) ~6 <who>|<who> ~12 (?:<tell>|zugesandt|zugesendet|zugeschickt|zugestellt|übersandt
        |übermittelt|zukommen|erhalten|anbieten|angeboten|setzen)
        (?:wird|werden|wurde~|zu|erfolgt) ~12 (?:<tell>|zugesandt|übersandt|übermittelt|angeboten|anbieten)
        (?:mitteilung|benachrichtigung|ankündigung|hinweis|information) (?:\w+ ){0,4}?(?:per|durch|via|über
        |auf|erfolgt)
        (?:per|via|mittels) (?:e-?mail|textform|nachricht)|(?:ankündigungsfrist|vorankündigung|ankündigung)
        (?:informieren|benachrichtigen|unterrichten|verständigen) wir
        in kenntnis (?:gesetzt|setzen)|kündig(?:en|t|te) (?:[^\s;]+ ){1,14}?an
        (?:aufmerksam|bekannt) (?:machen|gemacht|gegeben|geben)|(?:<tell>) ~5 (?:über
        |von) (?:\w+ ){0,3}?\w*änderung~
    """,
    notice="""
        (?:die|diese|eine) (?:mitteilung|benachrichtigung|ankündigung|information)|ankündigung~
        benachrichtigung~
    """,
    posting=r"""
        (?:mit|durch|nach|ab|bei|zum zeitpunkt) (?:dem (?:tag|datum|zeitpunkt) )?(?:der |ihrer[ ]
        |deren )?(?:veröffentlichung|bereitstellung
        |bekanntgabe auf|publikation)
        veröffentlich(?:te?n?|en)|zu veröffentlichen|bereitgestellt|bereitstellen|eingestellt|online gestellt
        publiziert
        (?:wird|werden|ist|sind) ~8 (?:abrufbar|einsehbar|zur verfügung (?:gestellt|stehen)|verfügbar)
        finde(?:n|st) (?:sie|du) ~4 auf (?:dies|unser)~ ~3 \w*(?:seite|website)
    """,
    we="wir",
    reader_acts=r"""
        (?:sie|du|der nutzer|der kunde|der händler|der teilnehmer|die teilnehm~|das mitglied
        |der partner|der serviceanbieter
        |jede partei|beide parteien|die parteien|der vertragspartner)(?: \w+){0,3}? (?:können|kannst|kann
        |müssen|musst|muss|dürfen|sind verpflichtet
        |ist verpflichtet|hat das recht|haben das recht|ist berechtigt|sind berechtigt|bist|widersprechen
        |widerspricht|widersprichst)
        (?:uns|dem anbieter) ~4 (?:<tell>)|widerspr~|(?<!wir )kündig(?:en|t|ung)~
    """,
    means="durch|indem|mittels|über|per",
    may=r"k(?:ann|önnen) (?:\w+ ){0,8}?(?:inform|benachrichtig|mitteil|hinweis|unterricht|veröffentlich)~",
    never_told=r"""
        ohne (?:(?:vorherige|weitere|gesonderte|besondere|jede|jegliche|vorheriger|eine
        |angabe von gründen) )*(?:ankündigung|benachrichtigung|mitteilung
        |vorankündigung|hinweis|information|unterrichtung)
        unangekündigt
    """,
    stamped=r"""
        (?:datum|stand)(?: ~10| )(?:angezeigt|aktualisiert|geändert|angegeben|angepasst|vermerkt
        |ersichtlich|ersehen|erkennbar|entnehmen)
        (?:aktualisier|änder|anpass|angeb|zeig|vermerk)~ ~6 (?:datum|stand)|(?:mit|unter) (?:\w+ )?(?:neuem
        |aktualisiertem|aktuellem) (?:datum|stand)
        (?:aktualisierungsdatum|"?letzte aktualisierung"?|"stand"|"zuletzt \w+")
    """,
    look="""
        überprüf~|prüf~|lesen|lies|einseh~|einzusehen|informieren sie sich|sich ~3 (?:informieren
        |zu informieren)|informiere dich|aufsuchen|besuch~|konsultier~|nachles~
        nachzules~|durchzulesen|nachsehen|ansehen|anzusehen|kontrollier~|aufzurufen
    """,
    again="""
        regelmäßig|regelmässig|in regelmäßigen abständen|von zeit zu zeit|gelegentlich|periodisch|häufig
        jedes mal|bei jedem|ab und zu|auf (?:etwaige )?(?:änderungen|aktualisierungen)
        (?:jeweils )?aktuelle[nr]? (?:stand|fassung|version)|über (?:etwaige |den inhalt)?(?:änderungen
        |neuerungen|aktualisierungen)
    """,
    looked_at="""
        diese seite|dieser seite|website|webseite|internetseite|aktuelle[nr]? (?:stand|fassung|version)
    """,
    not_look=r"""
        wir (?:\w+ ){0,8}(?:überprüfen|prüfen|aktualisieren|kontrollieren|passen)|überprüfen wir|prüfen wir
        anderer (?:anbieter|websites)|dritter
    """,
    day="tage?n?|werktage?n?|arbeitstage?n?|kalendertage?n?|bankarbeitstage?n?|geschäftstage?n?",
    week="wochen?|kalenderwochen?",
    month="monate?n?|monats",
    hour="stunden?",
    business="""
        werk|arbeits|bankarbeits|geschäfts|werktage?n?|arbeitstage?n?|bankarbeitstage?n?|geschäftstage?n?
    """,
    calendar="kalender|volle[nr]?",
    article="(?:mindestens |von |spätestens )(?:ein|eine[rnm]?)",
    numbers={
        "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4,
        "fünf": 5, "sechs": 6, "sieben": 7,
        "acht": 8, "zehn": 10, "vierzehn": 14, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30,
        "dreissig": 30, "sechzig": 60, "neunzig": 90,
    },
    before=r"""
        \)?,? ?(?:\([^()]{0,60}\) )?(?:\w+ ){0,2}?(?:vor|vorher|im voraus|zuvor|vorab|bevor|voraus)
    """,
    noticed=r"""
        \w*(?:ankündigungs|vorankündigungs|benachrichtigungs|informations|mitteilungs
        |vorlauf)frist ~3 (?:von|beträgt)? ?(?:mindestens|wenigstens)?
        frist ~2 von (?:mindestens|wenigstens)|frist ~12 (?:dauer|zeitraum) von|(?:ankündigung
        |vorlauf)~ ~2 von ?(?:mindestens|wenigstens)?
        mit einer frist von(?: mindestens)?
        frist ~6 nicht (?:weniger als|unter|kürzer als)
    """,
    after=r"(?:\w+ )?(?:nach|ab|seit|von)",
    effect="in ?kraft|tritt|treten|inkrafttreten|wirksam~|gültig~|gelten|gilt|anwendbar",
    earliest="frühestens|nicht vor ablauf von",
    lapse="nach ablauf (?:von|einer frist von|der)?",
    posted="veröffentlich~|bereitstell~|bekanntgabe|publikation|einstell~",
    told="mitteil~|benachrichtig~|zugang|erhalt|empfang|bekanntgabe|inform~|ankündig~|zustell~|kenntnis",
    event=r"""
        in ?kraft~|wirksam~|geltung~|änder~|\w*änderung~|geänderte~|ihrem|deren|anpass~|neue~|anwendung
        gültig~|anzuzeigen|anzukünd~|dauer~
    """,
    foreign=r"""
        übertrag~|(?<!wir )kündig(?:ung|en|t)~|widerr~|widerspr~|beendig~|vertragsende|ende|ablauf
        verlänger~|preis~
        gebühr~|entgelt~|liefer~|anreise|check-?in|storn~
        einschränk~|\w*umfang~|lösch~|einstellung~|sperr~|rechnung~|zahlung~|rückgabe|erstatt~|laufzeit~
    """,
    email="e-?mails?|elektronische post|per mail",
    website=r"""
        auf ~5 \w*plattform\w*(?!-)
        (?:auf|über|unter|im|an|in) ~5 (?:\w*seiten?|\w*website|webseite|webseiten|homepage|portal
        |internet|blog|stelle|websites)|website|webseite|online
        https?:\S+|www\.\S+
    """,
    in_app=r"""
        (?:in|über|via|im|innerhalb|durch) ~4 (?:\w*app|\w*konto|account|\w*dienste?n?|\w*bereich|dashboard
        |nutzerkonto|kundenkonto|telegram|anwendung|plattform|benutzeroberfläche|postfach|produkte?n?)|push-?\w*|(?:\w+-)?dashboard
        pop-?up|bei (?:der|ihrer) (?:nächsten )?anmeldung|in-app\S*|nachrichtensystem
    """,
    mail="per (?:post|brief)|postalisch|auf dem postweg|briefpost|brief",
    other_channel=r"""
        in (?:anderer|geeigneter
        |sonstiger) (?:\w+ )?(?:weise|form)
        auf (?:ander|sonstig|geeignet|elektronisch)\w+ (?:\w+ )?(?:wege?|weise)
        geeignete[rnms]? (?:\w+ )?(?:mittel|weise|form)|sms|newsletter|elektronisch|fax
    """,
    form="textform|schriftlich|schriftform|dauerhafte[nrm]? datenträger~",
    either="oder|bzw|und/oder",
    both="und",
    material="wesentlich~|bedeutend~|erheblich~|wichtig~|grundlegend~|maßgeblich~|signifikant~|gravierend~",
    adverse="nachteil~|ungünstig~|zu lasten|zum nachteil|benachteilig~",
    partial="unwesentlich~|geringfügig~|nicht wesentlich~|die nicht unter|redaktionell~",
    others="(?:andere|übrige|sonstige)[nr]? (?:änderungen|anpassungen)",
    continued="""
        weiter(?:e|er|hin|en|nutzung)? ~4 (?:nutz|verwend|gebrauch|inanspruchnahme)~|weiternutzung
        weiterhin|fortgesetzte~ ~2 nutzung|(?:nutz|verwend)~ ~8 (?:nach|fort)|fortsetzung der nutzung
    """,
    explicit=r"""
        (?:ausdrücklich|erneut)~ ~3 (?:zustimm|einwillig)~|(?:zustimmung|einwilligung) ~4 (?:einhol
        |erforder|bitten|aufforder|eingeholt)~|um (?:\w+ ){0,2}?(?:zustimmung|einwilligung)
    """,
    unless="""
        es sei denn|außer|ausgenommen|sofern nicht|soweit nicht|mit ausnahme|dies gilt nicht|ausnahmsweise
    """,
    audience="""
        (?:den|die|dem|der|alle|unsere)? ?(?:nutzer(?:n|innen)?|kunden|mitglieder|mitgliedern|mitglied
        |teilnehmer|teilnehmern|händlern?|partnern?|serviceanbietern?|anbietern?)
    """,
    traps={
        "objection": "nicht (?:spätestens|innerhalb|binnen) .{0,120}widerspr~",
        "refresh": "mindestens (?:ein ?mal|alle)|jährlich|alle (?:zwölf|12) monate",
        "sub-processor": r"unterauftrags\w+|subunternehmer",
    },
)  # fmt: skip
