"""Portuguese."""

from tracker.promises.words import Words

WORDS = Words(
    code="pt",
    common=(
        "o a os as de do da dos das e que em um uma por para com não se ao no na ou seu sua mais "
        "pelo pela é"
    ),
    nouns=(
        "termos condições política contrato acordo aviso documento regulamento declaração regras "
        "cláusulas normas página"
    ),
    stems="alter modific atualiz actualiz mudan revis nova_versão periodicamente regularmente",
    parts={
        "who": """
            você|vocês|lhe|o|os|(?:(?:aos?|os?|às?|as?|cada|todos) ){0,3}(?:pessoas|utilizador~|usuári~
            |client~
            |anunciant~|vendedor~|parceir~|membros?|profission~|titular~|assinant~|comerciant~|consumidor~)
        """,
        "doc": """
            termos(?: e condições)?|condições|política|contrato|acordo|aviso de privacidade|documento
            regulamento|declaração|regras|cláusulas|normas
        """,
    },
    change="""
        alter(?:ar|ação|ações|ado|ada|ados|adas|amos|e|em|á-l~)|modific~|atualiz~|actualiz~|mudan~
        revis(?:ão|ões|ar|to|ta)
    """,
    document="""
        (?:(?:a|as|o|os|esta|estas|este|estes|presentes?|da|das|do|dos|nossa|nossos|nosso|nesta|deste
        |destes|destas|desta|às|aos|à|ao|seus) ){0,3}(?:<doc>)(?: de (?:uso|privacidade|utilização)
        | gerais)?|esta página
    """,
    other="""
        preç~|tarif~|serviç~|comiss~|funcionalidad~|produt~|dados|conta|perfil|encomend~|leis?|legislação
        anúncio~|pacot~|senha|conteúd~|taxas?
    """,
    joiner="e|ou|e/ou|bem como|,",
    breaks="""
        através|via|pel[oa]|se|salvo|quando|porque|para|antes|após|depois|mediante|por|que|aceit~
        inform~|notific~|caso
    """,
    points="""
        (?:nesse|neste|em tal|tal) caso|(?:essa|esta|a|tal) (?:notificação|comunicação|informação)
        tais (?:alterações|mudanças)|o aviso
    """,
    heading="""
        (?:.{0,40}?)(?:altera(?:ção|ções)|modifica(?:ção|ções)|atualiza(?:ção|ções)|actualiza(?:ção|ções)
        |mudanças?|revis(?:ão|ões))(?: (?:de|da|das|do|dos|a|à|às|ao|aos|na|nos|nesta|e)(?: .{0,80})?)?
    """,
    renewed="""
        nov(?:a|as|os) (?:versão|condições|termos|política)|versão (?:atualizada|alterada|revista
        |mais recente)|(?:termos|condições|política) ~2 (?:atualizad|alterad|revist|modificad)~
    """,
    reserve=r"""
        reserv~ ~4 (?:direito|faculdade)|p(?:ode|odem|odemos|oderá|oderemos|oderão) ~5 (?:alter|modific
        |atualiz|actualiz|mud|ser)~
    """,
    notify=r"""
        (?:inform~|notific~|avis~|comunic~|alert~|contact~|contat~) ~5 <who>|<who> ~3 (?:inform~|notific~
        |avis~|comunic~|alert~)
        (?:ser(?:á|ão)|é|são|seja|sejam|ser) (?:\w+ ){0,3}?(?:inform|notific|avisad|comunic|anunciad)~
        (?:com|mediante|prévio) (?:\w+ ){0,5}?(?:pré-aviso|aviso|notificação|comunicação|antecedência)
        lev(?:ad[oa]s?|ar|aremos) ~2 ao conhecimento
        notificá-l~|informá-l~|avisá-l~|notificará|informará|comunicará|informaremos|notificaremos
        envi~ ~8 (?:aviso|notificação|e-?mail|comunicação|mensagem)|seguimento ~2 notificação
    """,
    posting=r"""
        (?:mediante|com|após|através da|pela|a partir da|na data da|depois da) (?:a |sua )?publicação
        publicando|(?:ser(?:á|ão)|é|são|seja|sejam) (?:\w+ ){0,2}?(?:publicad|disponibilizad|divulgad
        |colocad)~|publicar(?:á|emos)|publicaremos
    """,
    we="nós",
    reader_acts=r"""
        (?:o utilizador|o usuário|o cliente|o anunciante|os utilizadores|as partes|o vendedor|você
        |anunciante profissional)(?: \w+){0,3}? (?:pode|poderá|deve|deverá|tem (?:o )?direito
        |terá (?:o )?direito|compromete-se|podem|devem|terá)|notificar o|informar-nos
    """,
    may=r"p(?:ode|odem|odemos|oderá|oderemos) (?:\w+ ){0,3}?(?:inform|notific|avis|comunic|public|envi)~",
    never_told=r"""
        sem (?:qualquer |necessidade de |prévio |nenhum |que seja necessário[ ]
        |obrigação de )*(?:\w+ )?(?:aviso|pré-aviso|notificação|comunicação|avisar|notificar
        |informar)(?: prévi~)?
    """,
    stamped=r"""
        (?:atualiz|actualiz|alter|modific|indic|mostr|reflet)~ ~6 data|data ~8 (?:será|é
        |está) (?:\w+ ){0,2}?(?:atualizad|alterad|indicad|mostrad)~|data ~6 (?:topo|início|parte superior
        |final|cabeçalho)|"última (?:atualização|actualização)"
    """,
    look="""
        consult~|verifi(?:que|car|quem)|rever|reveja|visit~|le(?:ia|r)|aceder|acesse|revis(?:e|ar)|confira
        consultar
    """,
    again="""
        periodicamente|regularmente|frequentemente|de tempos em tempos|com (?:frequência|regularidade)
        sempre que|ocasionalmente|(?:eventuais|possíveis|quaisquer) (?:alterações|atualizações|mudanças)
        versão (?:mais recente|atual|em vigor)
    """,
    looked_at="esta página|o site|a página|este site|nosso site",
    not_look="de terceiros|desses (?:sites|terceiros)",
    day="dias?",
    week="semanas?",
    month="m[eê]s(?:es)?",
    hour="horas?",
    business="úteis|útil",
    calendar="corridos|seguidos|de calendário|consecutivos",
    numbers={
        "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "sete": 7, "dez": 10, "quinze": 15,
        "catorze": 14, "trinta": 30, "sessenta": 60, "noventa": 90,
    },
    before=r"""
        (?:,? ?\w+){0,2}? ?(?:antes|de antecedência|de pré-aviso|de aviso prévio|prévios?|previamente
        |de aviso|anteriores)
    """,
    noticed=r"""
        (?:pré-aviso\)?|aviso(?: prévio)?|antecedência|prazo de (?:pré-)?aviso)(?: \w+){0,5}? (?:de
        |mínim[oa] de|não inferior a|inferior a|mínimo) ?(?:pelo menos |no mínimo )?
    """,
    after=r"(?:\w+ )?(?:após|depois|a contar|contados|a partir|seguintes|da data|da)",
    effect="entr~ em vigor|produz~ efeitos?|em vigor|aplicá~|efetiv~|eficácia|vigor",
    earliest="não antes de|nunca antes de",
    lapse="decorridos?|findo o prazo de",
    posted="public~|disponibiliza~|divulga~",
    told="notific~|comunic~|inform~|recep~|receb~|envi~|anúncio|aviso",
    event="""
        alter~|modific~|atualiz~|actualiz~|mudan~|entrada|vigor|efeitos?|nov[oa]s|termos|condições|salvo
        estas?
    """,
    foreign="""
        resol(?:ver|ução)|rescis~|rescind~|cancel~|denúncia|termo do|renov~|preç~|tarif~|suspen~|entrega
        reembols~|oposi~|devol~|cessação|encerr~
    """,
    email="e-?mails?|correio (?:eletrónico|electrónico|eletrônico)",
    website=r"""
        (?:no|na|nos|nas|através d[oa]|em|neste|nesta|pelo) ~4 (?:site|sítio|página|plataforma|portal
        |website|web|internet)|website|online|esta página|www\.\S+|https?:\S+
    """,
    in_app=r"""
        (?:no|na|dentro d[oa]|através d[oa]|via|pela|pelo|nos) ~3 (?:app|aplicação|aplicativo|conta|painel
        |área
        |serviços?|perfil|interface)|pop-?up|notificaç\w+ push
    """,
    mail="correio postal|por carta|carta registada",
    other_channel=r"""
        por escrito|suporte (?:duradouro|durável)|(?:outros?|qualquer|quaisquer) (?:\w+ )?(?:meios?|forma
        |canal|canais)|sms|meios? (?:adequad|apropriad)~|meios eletrónicos
    """,
    either="ou|e/ou",
    both="e",
    material="substanci~|significativ~|important~|relevant~|material~|materiais|essenci~",
    adverse="desfavor~|prejudic~|menos favor~|desvantag~",
    continued="""
        (?:continu|prossegu)~ ~5 (?:us|utiliz|aced|acess)~|(?:uso|utilização) ~3 (?:continuad|contínu
        |posterior)~|(?:uso|utilização) ~8 (?:após|depois|posterior)
    """,
    explicit="""
        (?:consentimento|aceitação) (?:express|explícit|nov)~|(?:solicit|ped)~ ~5 (?:consentimento
        |aceitação)
    """,
    unless="salvo|exceto|excepto|a menos que|com exceção|com excepção",
    audience="""
        (?:os |aos |o |ao )?(?:utilizadores|usuários|clientes|anunciantes(?: profissionais)?|vendedores
        |parceiros|membros|utilizador)
    """,
)  # fmt: skip
