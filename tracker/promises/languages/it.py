"""Italian."""

from tracker.promises.words import Words

WORDS = Words(
    code="it",
    common=(
        "il lo la i gli le di del della dei delle e che un una per con non si al alla nel da sono è "
        "vostro nostro o tuo"
    ),
    nouns=(
        "condizioni termini informativa contratto policy regolamento documento accordo disposizioni "
        "politica dichiarazione clausole pagina"
    ),
    stems="modific aggiorn cambi variaz variare revis emend nuova_versione periodicamente regolarmente",
    parts={
        "who": """
            vi|ti|lei|(?:(?:agli|gli|al|ai|all'|l'|i|il|ogni|ciascun) ?){0,2}(?:utent~|clienti?|venditor~
            |partner|interessat~|fornitor~|inserzionist~|professionist~|contraent~)
        """,
        "doc": """
            condizioni|termini|informativa|contratto|policy|privacy policy|regolamento|documento|accordo
            disposizioni|politica|dichiarazione|clausole
        """,
    },
    change="modific~|aggiorn~|cambia~|variazion~|variare|revision~|emendament~",
    document="""
        (?:(?:la|le|il|i|l'|questa|queste|questo|presenti?|della|delle|del|dei|nostra|nostre|nostro|alle
        |alla|al|suddett~) ?){0,3}(?:<doc>)|questa pagina
    """,
    other="""
        prezz~|tariff~|servizi~?|commission~|funzionalità|prodott~|dati|account|profilo|ordin~|legg~
        normativ~|abbonament~|contenut~|password|catalogo
    """,
    joiner="e|o|ed|e/o|nonché|,",
    breaks="""
        tramite|via|sul~|se|salvo|quando|poiché|per|prima|dopo|mediante|vi|che|accett~|inform~|in caso
    """,
    points="""
        in (?:tal|questo|tale) caso|(?:tale|questa|la) (?:comunicazione|notifica|informazione)
        tali modifiche
    """,
    heading="""
        (?:.{0,40}?)(?:modific(?:a|he)|aggiornament[oi]|variazion[ei]|cambiament[oi]
        |revision[ei])(?: (?:del|della|delle|dei|al|alle|alla|a|di|e|ai)(?: .{0,80})?)?
    """,
    renewed="""
        nuov[ae] (?:versione|condizioni|informativa|termini)|versione (?:aggiornata|modificata
        |più aggiornata)|(?:condizioni|termini|informativa) (?:aggiornat|modificat)~
    """,
    reserve=r"""
        riserv~ ~5 (?:diritto|facoltà)|p(?:uò|ossono|ossiamo|otrà|otremo|otranno|otrebbe) ~5 (?:modific
        |aggiorn|cambi|vari|essere)~
    """,
    notify=r"""
        (?:inform~|notific~|avvis~|avvert~|comunic~|segnal~) ~4 <who>|(?:la|le) (?:inform|avvis|avvert
        |notific)~|<who> ~3 (?:inform~|notific~|avvis~
        |comunic~|avvert~|segnal~)
        (?:sar(?:à|anno)|è|sono|viene|vengono|verr(?:à|anno)|essere) (?:\w+ ){0,3}?(?:inform|notific
        |avvisat|comunic|segnalat)~
        (?:dar|dand)~ ~3 (?:comunicazione|preavviso|notizia)|darne ~3 comunicazione|(?:con|previo
        |mediante) ~4 (?:preavviso|comunicazione|notifica|avviso)
        inviar~ ~8 (?:avviso|notifica|e-?mail|comunicazione)
    """,
    posting=r"""
        (?:mediante|con|dopo|tramite|dalla|alla|dal momento della
        |a seguito della) (?:la )?(?:loro )?pubblicazione|pubblicand~|(?:sar(?:à|anno)|è|sono|viene|vengono
        |verr(?:à|anno)|essere) (?:\w+ ){0,2}?(?:pubblicat|disponibil|reperibil)~|pubblicher~
        ^pubblicazione su|: pubblicazione su
    """,
    we="noi",
    reader_acts=r"""
        (?:l'utente|il cliente|il venditore|gli utenti|ciascuna parte|le parti
        |il partner)(?: \w+){0,3}? (?:può|potrà|deve|dovrà|ha (?:il )?diritto|avrà (?:il )?diritto
        |si impegna|è tenut~|possono|devono)|avvertirci|informarci
    """,
    may=r"p(?:uò|ossiamo|otrà|otremo|otranno) (?:\w+ ){0,3}?(?:inform|notific|avvis|comunic|pubblic)~",
    never_told=r"""
        senza (?:alcun |alcuna |obbligo di |necessità di |nessun |previo |ulteriore )*(?:\w+ )?(?:preavviso
        |avviso|comunicazione|notifica|avvisare|informare)
    """,
    stamped=r"""
        (?:aggiorn(?:are|ando|iamo|eremo|erà)|modific(?:are|ando|hiamo|heremo|herà)
        |indic(?:are|ando|hiamo|heremo|herà|ata|ato)|riport~) ~6 data|data ~8 (?:sarà|è|verrà
        |viene) (?:\w+ ){0,2}?(?:aggiornat
        |modificat|indicat|riportat)~|data ~6 (?:in alto|in cima|inizio|in calce|in fondo)
        "ultimo aggiornamento"
    """,
    look="consult~|verific~|controll~|visit~|legg~|prendere visione|rivedere|visionare",
    again="""
        periodicamente|regolarmente|frequentemente|di volta in volta|con regolarità|ogni volta
        eventuali (?:modifiche|aggiornamenti|variazioni)|versione (?:più aggiornata|vigente|aggiornata)
        spesso
    """,
    looked_at="questa pagina|il sito|la pagina|sito web|presente pagina",
    not_look="di (?:terzi|tali siti)|terze parti",
    day="giorn[oi]",
    week="settiman[ae]",
    month="mes[ei]",
    hour="or[ae]",
    business="lavorativi|lavorativo",
    calendar="di calendario|solari",
    numbers={
        "un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "sette": 7, "dieci": 10, "quindici": 15,
        "quattordici": 14, "trenta": 30, "sessanta": 60, "novanta": 90,
    },
    before=r"""
        (?:,? ?\w+){0,2}? ?(?:prima|di preavviso|in anticipo|antecedenti|precedenti|di anticipo
        |anteriormente)
    """,
    noticed=r"(?:preavviso|anticipo|avviso)(?: \w+){0,4}? (?:di|minimo di|non inferiore a) ?(?:almeno )?",
    after=r"(?:\w+ )?(?:dopo|dalla|dal|successivi|decorrenti|a partire)",
    effect=r"attuat~|entr~ in vigore|in vigore|efficac~|\w*effettiv~|effetto|applicabil~|vigore",
    earliest="non prima di",
    lapse="(?:siano |sono |saranno )?(?:trascors[ie]|decors[ie])",
    posted="pubblic~|messa a disposizione",
    told="comunic~|notific~|ricez~|ricev~|avviso|inform~|invio",
    event="modific~|aggiorn~|entrata|vigore|efficac~|nuove|variazion~|condizioni|termini|loro|delle",
    foreign="""
        recess~|recedere|risol~|disdetta|rinnov~|scadenz~|prezz~|tariff~|cancell~|consegn~|sospens~
        chiusura|reclam~|rimbors~|cessazion~
    """,
    email="e-?mail|posta elettronica|pec",
    website=r"""
        (?:sul|sulla|sulle|nel|nella|sui|attraverso|tramite|al|mediante) ~4 (?:sito|pagina|piattaforma
        |portale|homepage|web|siti)|sito web|online|questa pagina|www\.\S+|https?:\S+
    """,
    in_app=r"""
        (?:nell~|nel|tramite|attraverso|sull~|mediante|nella|sul) ?~3 (?:app|applicazione|account
        |area riservata|pannello|dashboard|servizi~|profilo|interfaccia)|(?:nell|sull|dell)'(?:app
        |applicazione|account|area)|pop-?up|notific\w+ push
    """,
    mail="posta (?:ordinaria|raccomandata)|raccomandata|lettera",
    form="per iscritto|supporto durevole",
    other_channel=r"""
        (?:altr~|qualsiasi|ogni) (?:\w+ )?(?:mezzo|mezzi|modalità|canale)
        in forma scritta|sms|scritt[oa]
    """,
    either="o|oppure|e/o|ovvero",
    both="e|ed",
    material="sostanzial~|significativ~|rilevant~|important~|material~|essenzial~",
    adverse="sfavorevol~|pregiudiz~|peggiorativ~|svantagg~",
    continued="""
        (?:continu|prosegu|prosecuzione)~ ~5 (?:us|utilizz|acced|navig)~|(?:uso|utilizzo) ~3 (?:continuat
        |successiv|prosegu)~|(?:uso|utilizzo) ~8 (?:dopo|successivamente)
    """,
    explicit="""
        (?:consenso|accettazione) (?:esplicit|espress|nuov)~|(?:richied|chied)~ ~5 (?:consenso|accettazione)
    """,
    unless="salvo|tranne|eccetto|a meno che|ad eccezione",
    audience="""
        (?:gli |agli |i |ai |il |al |l')?(?:utenti|clienti|venditor[ei]|partner|inserzionisti|utente
        |cliente)
    """,
)  # fmt: skip
