"""Spanish."""

from tracker.promises.words import Words

WORDS = Words(
    code="es",
    common=(
        "el la los las de y que en un una por con para del se su sus no al lo como más o usted "
        "nuestro nuestra este esta"
    ),
    nouns=(
        "política condiciones términos contrato acuerdo aviso documento declaración normas "
        "reglamento texto cláusula clausulado directrices tyc tttcc página legal sitio"
    ),
    stems=(
        "modific cambi actualiz revis enmiend variaci nueva_versión última_versión periódicamente "
        "regularmente adapta"
    ),
    parts={
        "who": r"""
            usted|ustedes|le|les|te|os|lo|(?:(?:al?|los?|las?|cada|todos|el|nuestros|sus
            |a) ){0,3}(?:usuari~|client~|miembr~|vendedor~|socios?
            |anunciant~|propietari~|profesional~|profesores|alumnos|participantes?|interesad~|suscriptor~
            |proveedor~|comerciant~|taxistas?
            |partners?|empresas?)
        """,
        "self": """
            (?:(?:la|las|los|el|esta|estas|este|estos|nuestra|nuestras|nuestro|presentes?|del|de|dichas?
            |dichos?|su|sus|una) )
        """,
        "doc": r"""
            política|políticas|condiciones|términos|contrato|acuerdo|aviso legal|aviso de privacidad
            documento|declaración|normas|reglamento
            textos? legal~|cláusulas?|clausulado|directrices|tyc|tttcc
        """,
    },
    change="""
        modific~|cambi(?:o|os|ar|e|en|amos|a|an|aremos|ados?|adas?)|actualiz~|revis(?:ar|ión|iones|emos
        |amos|ado|ada)|enmiend~|variaci~|adapta(?:r|ción|ciones)
    """,
    document="""
        <self>{0,3}(?:<doc>)(?: (?:generales|particulares|de uso|de privacidad|legales))?|esta página
        este sitio
    """,
    other=r"""
        precios?|tarifas?|honorarios|comisión|comisiones|servicios?|funcionalidades?|productos?|contraseña
        cuenta|perfil|datos|información|contenidos?
        pedidos?|reservas?|legislación|leyes?|normativa|anuncios?|ofertas?|encargados?|subencargados?
        costes?|plan|suscripci~
    """,
    price="precios?|tarifas?",
    joiner="y|e|o|u|y/o|así como|,",
    breaks="""
        a través|si|salvo|cuando|porque|para|antes|después|mediante|por|usted|nosotros|que|conforme
        en caso|acept~|inform~|notific~|debid~
    """,
    points="""
        en (?:tal|ese|dicho|este) caso|(?:dicha|esta|la) (?:notificación|comunicación|información)
        dicho aviso|el aviso|estos cambios|dichos? cambios?
    """,
    heading=r"""
        (?:.{0,40}?)(?:modificaci(?:ón|ones)|cambios?|actualizaci(?:ón|ones)|enmiendas?|revisi(?:ón|ones)
        |variaciones)(?: (?:de|en|a|del|sobre|y|al)(?: .{0,80})?)?
    """,
    renewed=r"""
        (?:nuev[oa]s?|última|versión) (?:\w+ )?(?:versión|condiciones|política|términos)|(?:condiciones
        |política|términos|versión) ~3 (?:actualizad|modificad|revisad)~|versión (?:actualizada|modificada
        |revisada)
    """,
    reserve=r"""
        reserv~ ~4 (?:derecho|facultad|posibilidad)|p(?:uede|ueden|odemos|odrá|odremos|odrán) ~5 (?:modific
        |cambi|actualiz|revis|ser)~
    """,
    notify=r"""
        (?:inform~|notific~|avis(?:ar|aremos|ará|amos|ado|ados)|comunic~|advert~|alert~|contact~) ~4 <who>
        <who> ~4 (?:inform~|notific~|avis(?:ará|aremos|ar|amos)|comunic~|advert~|envi~|remit~)
        (?:será|serán|sea|sean|ser|es|son|siendo) (?:\w+ ){0,3}?(?:inform|notific|comunic|avisad|anunciad)~
        (?:inform|notific|comunic|avis)(?:ará|aremos|arán|ando|ar)(?:se|le|les|te)?|notificándo~
        hará todo lo posible para informar|(?:se )?anunciar(?:á|án|emos)
        (?:envi|remit|recib)~ ~8 (?:aviso|notificación|correo|e-?mail|mensaje|comunicación|preaviso)
        (?:previo|con|mediante|sin perjuicio del?) (?:\w+ ){0,5}?(?:aviso|notificación|preaviso
        |comunicación)(?! previ)
        (?:pedir|solicit|recab)~ ~4 consentimiento|pon(?:er|drá|dremos) en (?:su )?conocimiento
    """,
    notice="""
        (?:la|dicha|esta|una) (?:notificación|comunicación|información)|(?:el|dicho|un) (?:aviso|preaviso)
        notificación|preaviso
    """,
    posting=r"""
        (?:mediante|con|tras|desde|por medio de|por|a través del?|después de|a partir de|una vez
        |tan pronto como se hayan?|desde el momento de) (?:la |su |el )?(?:publica(?:ción|r|das|dos|do|da)
        |haber sido publicad~)
        publicándo~|publicando|hayan? sido publicad~|se hayan publicado|(?:será|serán|se
        |sean?) (?:\w+ ){0,2}?(?:publicad|publicar|publicará|publiquen|publican|publique|colgad|expuest)~
        publicaremos|publicará|estar(?:á|án) (?:\w+ )?(?:disponible|publicad|accesible)~
    """,
    we="nosotros|nuestra empresa",
    reader_acts=r"""
        (?:usted|el usuario|los usuarios|el cliente|el vendedor|el propietario|el anunciante|las partes
        |cualquiera de las partes|cada parte|el profesional)(?: \w+){0,3}?
         (?:pued~|podr~|deb~|tien~ (?:el )?derecho|tendr~ (?:el )?derecho|se compromet~|te compromet~
        |se opon~|acept~|dispon~|dispondr~|est~ obligad~)
        (?:notific|comunic|inform|avis)~ (?:a nosotros|a la empresa|nos)|informarnos|notificarnos
        comunicarnos
    """,
    may=r"""
        p(?:uede|ueden|odemos|odrá|odremos|odrán) (?:\w+ ){0,3}?(?:inform|notific|comunic|avis|public|envi)~
    """,
    never_told=r"""
        sin (?:necesidad de |previo |ningún |tener que |obligación de |que sea necesario |más[ ]
        |la obligación de )*(?:\w+ )?(?:aviso|preaviso|notificación|avisar|comunicación|previo aviso
        |notificar|informar)(?: previ[oa])?
    """,
    stamped=r"""
        (?:actualiz|modific|cambi|indic|muestr|mostr|refle|señal|constar|figur)~ ~6 fechas?
        fechas? ~8 (?:se|será|serán|es|está|estará) (?:\w+ ){0,2}?(?:actualiz|modific|indic|mostr|muestr
        |señal|refle|encuentr|figur)~
        fecha ~6 (?:parte superior|principio|inicio|final|encabezamiento|pie|arriba)|con (?:una[ ]
        |la )?(?:nueva )?fecha (?:de|actualizada)
        "última actualización"|última actualización ~6 (?:indic|muestr|figur|aparec)~
    """,
    look="""
        consult(?:e|ar|en|es|a|ando)|revis(?:e|ar|en|es|a|ando)|visit(?:e|ar|en|es|a)|le(?:a|er|an|as)
        comprob~|comprueb~|acced(?:a|er|an|as)|verifi(?:que|car)|examin~|remitir~
    """,
    again=r"""
        periódicamente|regularmente|de forma (?:periódica|regular)|con (?:frecuencia|regularidad
        |cierta frecuencia)|frecuentemente|de vez en cuando|cada vez que|ocasionalmente|periódica~
        (?:posibles|eventuales|los|cualquier) (?:cambios?|modificaci\w+|actualizaci\w+)|versión (?:actual
        |vigente)|en cada ocasión
    """,
    looked_at="""
        esta página|el sitio|este sitio|la página|nuestra página|nuestro sitio|sitio web|página web
        versión (?:actual|vigente)
    """,
    not_look=r"""
        (?:nosotros )?revisamos (?:\w+ )?periódicamente|políticas? de (?:estos |dichos )?(?:terceros
        |sitios)|de (?:dichos|estos|esos) (?:terceros|sitios)
    """,
    day="d[ií]as?",
    week="semanas?",
    month="mes(?:es)?",
    hour="horas?",
    business="hábiles|hábil|laborables?|laborales",
    calendar="naturales|natural|corridos|de calendario",
    numbers={
        "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
        "siete": 7, "ocho": 8, "diez": 10,
        "quince": 15, "catorce": 14, "veinte": 20, "treinta": 30, "cuarenta y cinco": 45,
        "sesenta": 60, "noventa": 90,
    },
    before=r"""
        (?:,? ?\w+){0,2}? ?(?:antes|de antelación|de anticipación|de preaviso|previos?|previamente
        |por adelantado|de aviso|con anterioridad|anteriores)
    """,
    noticed=r"""
        (?:preaviso|aviso|plazo de (?:pre)?aviso|antelación|anticipación
        |notificación previa)(?: \w+){0,3}? (?:de|mínim[oa] de|no inferior a|de al menos|de como mínimo
        |mínim[oa]|superior a) ?(?:al menos |un mínimo de )?|con un plazo (?:mínimo )?de
    """,
    after=r"(?:\w+ )?(?:de su|después|tras|desde|siguientes?|a partir|a contar|contados?|posteriores|de)",
    effect=r"""
        entr(?:ar|ará|arán|e|en|ada|an|a) en vigor|(?:surt|tendr|tom|producir)~ (?:\w+ )?efectos?|vigentes?
        aplica(?:bles?|rá|rán)|efectiv[oa]s?|vigor|en vigencia
    """,
    earliest="no antes de|como pronto",
    lapse="transcurridos?|una vez transcurridos?|al (?:término|cabo) de",
    posted="public~|disponibl~",
    told="notific~|comunic~|inform~|recep~|recib~|env[ií]~|aviso",
    event="""
        modific~|cambi~|entr~ en vigor|vigor|efectiv~|actualiz~|surt~|aplic~|nuevas? (?:condiciones
        |versión)|términos|condiciones|estos?|mism[oa]s|hacer~
    """,
    foreign="""
        resol(?:ver|ución|uci)~|termin(?:ación|ar el)|rescis~|rescind~|cancel~|suspen~|venc~|renov~
        prórroga|precio~|tarifa~|comision~|llegada|entrega|opon~|oposici~|desist~|devol~|reembols~|factur~
        baja|eliminaci~|fin
    """,
    email="e-?mails?|correos? electrónicos?|correo-e|mail",
    website=r"""
        (?:en|a través del?|mediante|por|desde) ~5 (?:sitio|web|página|plataforma|portal|blog|internet
        |sitios)|sitio web|página web|en línea|esta página|www\.\S+|https?:\S+|banner
    """,
    in_app="""
        (?:en|a través del?|mediante|por|vía|dentro de) ~4 (?:la )?(?:app|aplicación|cuenta|panel|área
        |servicios?
        |extranet|productos?|interfaz|perfil)|pop-?up|notificación push|al iniciar sesión|ventana emergente
        mensajería interna
    """,
    mail="correo postal|por carta|burofax|vía postal|correo ordinario|correo certificado",
    form="soporte duradero|por escrito",
    other_channel=r"""
        (?:otros?|cualquier|cualesquiera) (?:\w+ ){0,2}?(?:medios?|vías?|canal~|forma)
        sms|medios? (?:adecuados?|apropiados?)|boletín|medios electrónicos
    """,
    either="o|u|y/o|bien",
    both="y|e",
    material="sustancial~|important~|significativ~|material~|relevante~|esencial~|considerable~",
    adverse="desfavorable~|perjudic~|menos favorable~|negativ~|en detrimento",
    partial="otros cambios|menores|no sustancial~|relativos a la",
    continued=r"""
        (?:uso|utilización|acceso|empleo) ~3 (?:continuad|posterior|ulterior|reiterad|del? \w+ (?:tras
        |después))~|(?:continu|sig|segu)~ ~4 (?:us|utiliz|acced|haciendo uso)~|(?:uso
        |utilización) ~8 (?:tras|después|con posterioridad)
    """,
    explicit="""
        (?:consentimiento|aceptación) (?:expres|explícit|nuev)~|(?:solicit|ped|recab)~ ~5 (?:consentimiento
        |aceptación)|aceptar de nuevo
    """,
    unless="salvo|excepto|a menos que|con excepción|a excepción|no se aplicar~",
    audience="""
        (?:a |los |al |las |el |nuestros )*(?:usuarios?(?: pro)?|clientes?|miembros|vendedores
        |propietarios?|anunciantes?|profesores|alumnos|taxistas|suscriptores)
    """,
    traps={
        "refresh": "al menos una vez|cada (?:doce|12) meses|anualmente",
        "sub-processor": r"subencargad\w+",
    },
)  # fmt: skip
