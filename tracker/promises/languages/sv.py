"""Swedish, Danish and Norwegian: near enough to share one list."""

from tracker.promises.words import Words

WORDS = Words(
    code="sv",
    common=(
        "och att det som för är på av med den till en inte vi du de eller om kan har och i og er "
        "ikke af du vi til på det"
    ),
    nouns=(
        "villkor vilkår polic politik avtal aftale avtale betingelse regler dokument erklæring "
        "meddelande bestemmelser sida side"
    ),
    stems=(
        "ändr tilrette uppdater ændr endr opdater oppdater revider justera regelbundet senaste_version "
        "seneste_version"
    ),
    parts={
        "who": r"""
            dig|er|dem|deg|dere|(?:(?:alla|alle|våra|vores|de|registrerade) ){0,2}(?:användar|bruger|bruker
            |kund|kunde|medlem|säljar|sælger|selger|partner|annonsör|annoncør|köpar)\w*
        """,
        "doc": r"""
            \w*villkor\w*|\w*vilkår\w*|\w*polic\w*|\w*politik\w*|\w*avtal\w*|\w*aftale\w*|\w*avtale\w*
            \w*betingelse\w*|\w*regler\w*|dokument\w*|\w*erklæring\w*|meddelande om
            \w*integritetsmeddelande|\w*bestemmelser
        """,
    },
    change=r"""
        \w*ändring~|ändra~|uppdater~|\w*ændring~|ændre~|\w*endring~|endre~|opdater~|oppdater~|revider~
        justera~|tilrette~
    """,
    document="""
        (?:(?:dessa|denna|detta|våra|vår|de|disse|denne|vores|vår|allmänna|almindelige|generelle|sina|sine
        |nya|nye) ){0,3}(?:<doc>)|denna sida|denne side|denne siden
    """,
    other=r"""
        \w*pris\w*|\w*avgift\w*|\w*gebyr\w*|\w*tjänst\w*|\w*tjenest\w*|\w*funktion\w*|\w*produkt\w*
        \w*uppgift\w*|\w*oplysninger\w*|\w*konto\w*|\w*lag(?:en|ar|stiftning)\w*|\w*lovgivning\w*
        innehåll\w*|indhold\w*|lösenord\w*|annons\w*
    """,
    joiner="och|eller|samt|og|,|och/eller",
    breaks="""
        via|genom|om|när|eftersom|för att|innan|efter|som|genom|vi|du|hvis|når|før|informera~|godkän~
        meddela~
    """,
    points="""
        i (?:så|sådana|sådant|dessa) fall|i så fald|om detta|herom|(?:detta|sådant) meddelande
        sådana ändringar|ändringarna|modifications
    """,
    heading=r"""
        (?:.{0,40}?)(?:\w*ändringar?(?:na)?|uppdateringar?|\w*ændringer?|\w*endringer?|opdateringer?
        |oppdateringer?)(?: (?:av|i|till|och|af|til|og|på|om)(?: .{0,80})?)?
    """,
    renewed=r"""
        (?:nya|ändrade|uppdaterade|senaste|aktuella|nye|ændrede|opdaterede|seneste|endrede
        |oppdaterte) (?:\w+ )?(?:<doc>|version\w*|versjon\w*)
    """,
    reserve=r"""
        (?:förbehåll|forbehol)~ ~6 (?:rätt|ret|retten)~|(?:kan|får|må|har rätt|har ret) ~8 (?:ändr|uppdater
        |ændr|endr|opdater|oppdater|juster|revider|tilrett)~
    """,
    notify=r"""
        (?:informera~|meddela~|underrätta~|notifiera~|informere~|underrette~|give besked|varsle~|advisere~
        |varsko~) ~6 <who>|<who> ~5 (?:informeras|meddelas|underrättas|informerad|underrettet|informeret
        |varslet|besked)|(?:kommer att|ska|skall|vil|vi|blir|bliver|skal|kommer) (?:\w+ ){0,4}?(?:informera
        |meddela|underrätta|informere|underrette|varsle|meddele|notifiera)~|meddelas|varsles|varslas
        giver ~2 besked|(?:med|genom|via) ~4 (?:varsel
        |meddelande|meddelelse|varsling)|skicka~ ~6 (?:e-?post|meddelande|e-?mail|mejl)|send~ ~6 (?:e-?mail
        |e-?post|besked)
    """,
    posting="""
        (?:genom|vid|efter|när|ved|efter|från) (?:att )?(?:publicer|offentliggör|publiser|offentligg)~
        (?:publiceras|publicera|publicerar|läggs upp|lägga upp|offentliggörs|offentliggøres|publiseres
        |lægges op
        |postes)|publicerats
    """,
    we="vi",
    reader_acts=r"""
        (?:du|användaren|brugeren|brukeren|kunden|parterna|part|säljaren)(?: \w+){0,3}? (?:kan|får|måste
        |ska|har rätt|har ret|skal|må|bør|är skyldig)|uppsäg~|säga upp|opsige|meddela oss|informera oss
    """,
    may=r"""
        (?:kan|kan komma att|får) (?:\w+ ){0,3}?(?:informera|meddela|underrätta|informere|publicera|varsle)~
    """,
    never_told=r"""
        (?:utan|uden|uten) (?:föregående |förhandsbesked |forudgående |yderligere |ytterligare[ ]
        |forutgående |att )*(?:\w+ )?(?:meddelande|varsel|besked|avisering|förvarning|underrättelse
        |varsling|informera|meddela)
    """,
    stamped=r"""
        datum\w* ~8 (?:uppdater|ändr|anges|visas|framgår)~|dato\w* ~8 (?:opdater|ændr|fremgår|angiv)~
        (?:uppdatera|ändra|opdatere|ange)~ ~5 dat(?:um|o)\w*
    """,
    look="kontrollera~|läs~|granska~|besök~|kontroller~|tjek~|læs~|gennemgå~|besøg~|sjekk~|hålla dig|titta",
    again="""
        regelbundet|med jämna mellanrum|då och då|löpande|löbende|ofta|regelmæssigt|jævnligt|jevnlig
        periodvis|hver gang|varje gång|för (?:eventuella )?(?:ändringar|uppdateringar)|senaste versionen
        fra tid til anden
    """,
    looked_at=r"denna sida|sidan|webbplats\w*|denne side|hjemmeside\w*",
    not_look=r"vi (?:\w+ ){0,4}(?:granskar|kontrollerar)|tredje part\w*",
    day=r"dag(?:ar|e|er|en)?|dagars|dages|dagers|arbetsdag\w*|bankdag\w*",
    week=r"veck(?:a|or|ors)|ug(?:e|er)|uke\w*",
    month="månad(?:er|ers)?|måned(?:er|ers)?",
    hour="timm(?:ar|e)|timer",
    business=r"arbetsdag\w*|bankdag\w*|arbets|hverdag\w*|arbejds",
    calendar="kalender",
    article="minst en",
    numbers={
        "en": 1, "ett": 1, "et": 1, "två": 2, "to": 2, "tre": 3, "sju": 7, "åtta": 8, "tio": 10,
        "fjorton": 14, "fjorten": 14, "femton": 15, "trettio": 30, "tredive": 30, "sextio": 60,
        "nittio": 90,
    },
    before=r"""
        (?:,? ?\w+){0,2}?,? ?(?:innan|före|i förväg|på förhand|varsel|i forvejen|før|forinden|inden|varsling
        |forudgående)
    """,
    noticed=r"""
        (?:varsel|frist|förvarning)(?: \w+){0,3}? (?:på|om|minst|mindst) ?(?:minst |mindst )?
        (?:varsel|frist)\w* ~22 (?:kortare än|minst|mindst|uppgår till)|vars(?:le|la|k)\w* ~2 (?:med|minst
        |mindst)
    """,
    after=r"(?:\w+ )?(?:efter|från|etter)",
    effect="träd~ i kraft|i kraft|gäll~|gjelder|gælder|tillämp~|kraft",
    earliest="tidigast|tidligst",
    posted="publicer~|offentlig~|läggs~|publiser~",
    told="meddel~|underrätt~|besked|inform~|skick~|mottag~|varsl~|send~",
    event=r"ändr~|\w*ändring~|träd~|kraft|ikraft~|ændr~|\w*ændring~|nya|nye|de|endr~|gäll~",
    foreign="""
        uppsäg~|säg~|pris~|avgift~|avslut~|avbok~|leverans~|förnya~|opsig~|ophør~|betaln~|retur~|radera~
        stäng~|faktura~
    """,
    email=r"e-?post\w*|e-?mails?|mejl\w*|mail",
    website=r"""
        (?:på|via|genom) ~4 (?:\w*webbplats\w*|\w*webbsid\w*|\w*sida\w*|\w*sidan|hjemmeside\w*
        |\w*plattform\w*|\w*platform\w*|nettsid\w*|portal\w*|internet)|webbplats\w*|hjemmeside\w*|www\.\S+
        https?:\S+
    """,
    in_app=r"""
        (?:i|via|genom|på) ~3 (?:\w*app(?:en|likation\w*)?|\w*konto\w*|\w*tjänst\w*|kontrollpanel\w*
        |help center)|push\w*|vid inloggning
    """,
    mail="per post|med brev|vanlig post",
    form=r"skriftlig\w*|varaktigt medium|varigt medium",
    other_channel=r"""
        annat (?:lämpligt )?sätt|anden måde|annen måte|sms|nyhetsbrev
    """,
    either="eller|och/eller",
    both="och|og|samt",
    material="väsentlig~|betydande|viktig~|væsentlig~|betydelig~|vesentlig~|materiell~",
    adverse="nackdel~|ofördelaktig~|ugunstig~",
    continued=r"""
        (?:fortsätt|fortsatt|fortsæt|fortsat)\w* ~5 (?:använd|brug|nyttja|bruk)~|(?:använd
        |brug)~ ~8 (?:efter)
    """,
    unless="såvida|utom|med undantag|medmindre|undtagen|med mindre",
    audience="användar(?:na|e|en)|kund(?:er|en|erna)|medlem(?:mar|mer)|säljar(?:e|na)",
)  # fmt: skip
