"""Romanian; texts with and without diacritics."""

from tracker.promises.words import Words

WORDS = Words(
    code="ro",
    common=(
        "și si în in de la cu pe nu este sunt sau care din prin pentru a al ale să sa se un o mai "
        "orice va fi lui"
    ),
    nouns="termen condi acord contract politic document regulament clauze prevederi pagin",
    stems="modific actualiz schimb revizui amend periodic",
    parts={
        "who": r"""
            dvs|dumneavoastr[aă]|v[aă]|te|(?:utilizator|client|vânz[aă]tor|vanzator|partener
            |cump[aă]r[aă]tor|membr|autor|consumator|comerciant|abonat)\w*
        """,
        "doc": r"""
            termen\w*(?: (?:și|si) condi[tț]i\w+)?|condi[tț]i\w+|acord\w*|contract\w*|politic\w+
            document\w*|regulament\w*|clauze\w*|prevederi\w*
        """,
    },
    change="modific~|actualiz~|schimb~|revizui~|amend~",
    document=r"""
        (?:(?:prezent\w+|acest\w*|noi|noile|noua|acestor) ){0,2}(?:<doc>)(?: acestui document)?
        acestei pagini
    """,
    other=r"""
        pre[tț]\w*|tarif\w*|servici\w+|comision\w*|produs\w*|datele (?:personale|cu caracter)|cont(?:ul
        |uri)\w*|con[tț]inut\w*|legisla[tț]\w+|leg[ie]\w*|comen[zd]\w*|anun[tț]\w*|func[tț]ionalit\w+
        list\w+ de pre[tț]uri|modului
    """,
    joiner="și|si|sau|,|inclusiv|precum",
    breaks="""
        prin|pe|dac[aă]|daca|când|cand|pentru|înainte|inainte|dup[aă]|prin|care|accept~|inform~|notific~
        în cazul
    """,
    points=r"""
        în (?:acest|astfel de|orice) caz|in acest caz|în cazul oric~|(?:aceast[aă]|respectiv\w*) (?:notific
        |inform)~|aceste modific~
    """,
    heading=r"""
        (?:.{0,40}?)(?:modific[aă]r\w+|actualiz[aă]r\w+|schimb[aă]r\w+|amendament\w*)(?: (?:ale|a|al|la|în
        |in|și|si|termen\w+|contract\w+)(?: .{0,80})?)?
    """,
    renewed=r"""
        (?:noii|noile|noua|noi) (?:<doc>|versiun\w+|form[aă])|versiun\w+ (?:modificat|actualizat|nou
        |revizuit)\w*
        (?:<doc>) (?:modificat|actualizat)\w*
    """,
    reserve=r"""
        rezerv~ ~5 dreptul|(?:poate|putem|pot) ~5 (?:modific|actualiz|schimb|revizui)~
    """,
    notify=r"""
        (?:inform~|notific~|anun[tț]~|comunic~|în[sș]tiin[tț]~|avertiz~|aduc~ la cuno[sș]tin[tț]~) ~5 <who>
        <who> ~4 (?:inform~|notific~|anun[tț]a~|comunic~)
        (?:va|vor|vom|fi|este|sunt) (?:\w+ ){0,3}?(?:inform|notific|anun[tț]a|comunic|în[sș]tiin[tț]a)~
        a notificat|(?:cu|printr-o) ~4 (?:preaviz|notificare|în[sș]tiin[tț]are)
    """,
    posting=r"""
        (?:de la data|prin|dup[aă]|la data|de la momentul|odat[aă] cu
        |de îndat[aă] ce) (?:\w+ ){0,3}?(?:post|public|afi[sș])~|(?:vom|va|vor|fi|este
        |sunt) (?:\w+ ){0,2}?(?:afi[sș]|public|post)~|momentul afi[sș]~|(?:va
        |vor) fi (?:\w+ ){0,2}?disponibil~
    """,
    we="noi|vom",
    reader_acts=r"""
        (?:utilizatorul|clientul|vânzătorul|vanzatorul|autorul anun[tț]ului|p[aă]r[tț]ile|oricare (?:dintre
        |parte)|cump[aă]r[aă]torul)(?: \w+){0,3}? (?:poate|are dreptul|trebuie|are obliga[tț]ia
        |este obligat|se oblig[aă]|nu [sș]i-a|urmeaz[aă])|trebuie s[aă] trimit[aă]|dreptul de a rezilia
    """,
    may=r"poate (?:\w+ ){0,3}?(?:inform|notific|comunic|anun[tț]|contacta)~",
    never_told=r"""
        f[aă]r[aă] (?:o |vreo |nicio |alt[aă] |a |obliga[tț]ia de a )*(?:\w+ )?(?:notificare|preaviz
        |în[sș]tiin[tț]are|informare|notifica|anun[tț]|avertisment|informa)(?: prealabil~)?
    """,
    stamped="""
        data ~8 (?:actualizat|modificat|indicat|afi[sș]at)~|(?:actualiz|modific|indic)~ ~5 dat[aei]~
        "ultima actualizare"
    """,
    look="consult~|verific~|revizui~|cit~|vizit~|acces~",
    again="""
        periodic|în mod regulat|regulat|frecvent|din când în când|din cand in cand|ocazional
        eventualele modific~|de fiecare dat[aă]|ultima versiune
    """,
    looked_at=r"aceast[aă] pagin[aă]|site-?\w*|acest document|con[tț]inutul acestui",
    day="zile(?:lor)?|zi",
    week="s[aă]pt[aă]mân[aăi]|saptamani",
    month="lun[iaă]|luni",
    hour="or[eaă]",
    business="lucr[aă]toare",
    calendar="calendaristice",
    numbers={
        "o": 1, "un": 1, "două": 2, "doua": 2, "trei": 3, "șapte": 7, "sapte": 7, "zece": 10,
        "cincisprezece": 15, "treizeci": 30,
    },
    before=r"(?:,? ?(?:de )?\w+){0,2}? ?(?:înainte|inainte|anterior|în prealabil|de preaviz|în avans)",
    noticed=r"""
        (?:preaviz|notificare|termen de (?:preaviz|notificare))(?: \w+){0,3}? (?:de) ?(?:cel pu[tț]in[ ]
        |minim )?
    """,
    after=r"(?:de )?(?:\w+ )?(?:de la|dup[aă]|ulterior|începând)",
    effect="intr[aăe]~ (?:în|in) vigoare|produc~ efecte|aplicabil~|(?:în|in) vigoare|opozabil~|efect",
    earliest="nu mai devreme de|cel mai devreme",
    lapse="la expirarea|după trecerea a",
    posted="post[aă]~|public~|afi[sș]~",
    told="notific~|inform~|comunic~|primi~|recep[tț]~|anun[tț]~",
    event="modific~|intr[aă]~|vigoare|noi~|aplic~|termen~|acestora|lor|efect",
    foreign="""
        rezili~|înceta~|pre[tț]ur~|tarif~|expir~|livr~|suspend~|anul~|denun[tț]~|plat[aă]|factur~|retur~
        reclama~|[sș]terge~|exceptions
    """,
    email=r"e-?mail\w*|po[sș]t[aă] electronic[aă]|cale electronic[aă]",
    website=r"""
        (?:pe|în|in|prin) ~4 (?:site~|pagin~|platform~|website~|portal~)|online|www\.\S+|https?:\S+
        prezentul site
    """,
    in_app="(?:în|in|prin|pe) ~3 (?:aplica[tț]~|cont(?:ul|urile)?|panou~|interfa[tț]~|dashboard)|pop-?up",
    mail="scrisoare|prin po[sș]t[aă](?! electronic)",
    form="în scris|in scris|suport durabil",
    other_channel=r"""
        mijloace electronice|(?:orice|alt)\w* (?:\w+ )?(?:mijloace?
        |modalit|form)\w*|sms
    """,
    either="sau|[sș]i/sau",
    both="[sș]i",
    material="semnificativ~|substan[tț]ial~|important~|esen[tț]ial~",
    continued="""
        (?:continu~|utilizarea|folosirea|utilizare) ~6 (?:utiliz|folos|acces|ulterior|dup[aă])~
        simpla utiliz~
    """,
    explicit=r"(?:acord|consim[tț][aă]mânt)\w* (?:expres|explicit)|accept~ expres",
    unless="cu excep[tț]ia|exceptând|dac[aă] nu|cu condi[tț]ia",
    audience=r"utilizatori(?:i|lor)?|utilizatorul(?:ui)?|client(?:ii|ilor|ul|ului)|vânz[aă]tor\w*",
)  # fmt: skip
