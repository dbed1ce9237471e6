"""French."""

from tracker.promises.words import Words

WORDS = Words(
    code="fr",
    common=(
        "le la les de des et du en un une que vous nous est pour dans par sur ne pas qui votre vos "
        "nos ou au aux"
    ),
    nouns=(
        "politique conditions contrat charte cg règlement mentions document déclaration avis "
        "accord notice convention termes présentes clauses page"
    ),
    stems=(
        "modif à_jour chang évol actualis révis amend adapt nouvelle_version nouvelles_conditions "
        "dernière_version régulièrement périodiquement"
    ),
    parts={
        "who": r"""
            vous|(?:(?:les?|l'|la|chaque|tout|tous|ses|nos|aux?) ?){0,2}(?:utilisat~|clients?|membres?
            |abonn~|vendeurs?
            |partenaires?|marchands?|professionnels?|internautes?|annonceurs?|adhérents?|prestataires?
            |consommat~
            |visiteurs?|personnes concernées|titulaires?|hôtes?|propriétaires?|restaurat~)
        """,
        "self": r"""
            (?:(?:la|le|les|l'|cette|ces|ce|cet|notre|nos|sa|ses|présentes?|présents?|du|des|de|d'|aux?|son
            |une|un) ?)
        """,
        "doc": r"""
            politique|conditions|contrat|charte|c\.?g\.?[uvs]*\.?v?|règlement|mentions légales|document
            déclaration
            avis de confidentialité|accord|notice|convention|termes|présentes|clauses?|dispositions
        """,
        "reader": r"""
            (?:(?:l'|les? |la |un |une |tout |toute |chaque |chacune? des )?(?:utilisat~|clients?|membres?
            |vendeurs?|partenaires?|marchands?|professionnels?|annonceurs?|abonn~|adhérents?|titulaires?
            |participants?|parties?|consommat~|hôtes?|internautes?)|l'une des parties)
        """,
        "move": """
            met(?:tre|tant|tons|tra|trons)|modifi(?:er|ant|ons|era|erons)|actualis(?:er|ant|ons|erons)
            |chang(?:er|eant|erons)|révis(?:er|ant|ons|era|erons)
        """,
    },
    change=r"""
        modif~|mis(?:e|es)? à jour|met(?:tre|tant|tons|tra|trons)~ à jour
        chang(?:e|er|ements?|eons|és?|ées?|ent)
        évolu~
        évoluer|actualis~|révis(?:er|ions?|ées?|és?)|amend~|adapt(?:er|ations?|ées?)
    """,
    document="""
        <self>{0,3}(?:<doc>)(?: d'utilisation| de confidentialité| générales)?|cette page|site internet de
    """,
    other=r"""
        prix|tarifs?|tarification|frais|services?|fonctionnalités?|produits?|offres?|commissions?
        abonnements?
        coordonnées|mot de passe|compte|profil|informations personnelles|données|commandes?|réservations?
        annonces?
        législation|réglementation|lois?|sous-traitants|paramètres|préférences|barème
    """,
    price="prix|tarifs?",
    joiner="et|ou|et/ou|ainsi que|,",
    breaks=r"""
        par|via|sur|si|sauf|lorsque|quand|afin|avant|après|pour|dès|vous|nous|qui|que|car|conformément
        en cas|accept~|inform~|notif~
    """,
    such="ces|cette|lesdites?|ladite|telles?|dites|celles-ci",
    besides="également|aussi|en outre|de plus",
    points=r"""
        dans ce cas|le cas échéant|(?:cette|la|ladite|toute) (?:notification|information|communication)
        nous (?:\w+ ){0,2}(?:également|aussi)
        l'information|ces derni~|nouvelles conditions|dans l'hypothèse|cette hypothèse
    """,
    heading=r"""
        (?:\w+ |\w'){0,5}(?:modif~|mises? à jour|chang~|évolutions?|révisions?
        |actualisations?)(?: .{0,60})?(?:conditions
        |politique|contrat|charte|cg[uvs]+|confidentialité|document|présentes?|règlement|termes
        |notice)(?: .{0,40})?
        (?:modifications?|mises? à jour|évolutions?|changements?)(?: éventuelles)?
        (?:durée|date|entrée en vigueur)[\w ,-]{0,40}(?:et|/) modifications?
    """,
    renewed=r"""
        (?:nouvelles?|nouveaux?|nouvel|dernière) (?:version|conditions|politique|cg[uvs]+|termes|charte
        |contrat)
        (?:conditions|politique|version|cg[uvs]+|charte)(?: \w+){0,3} (?:modifiées?|mises? à jour|révisées?
        |actualisées?)
    """,
    reserve=r"""
        réserv~ ~6 (?:droits?|possibilité|faculté)|susceptibles? d~ ~3 (?:modif|évolu|chang|être)~
        p(?:eut|ouvons|ourra|ourrons|euvent|ourront) ~5 (?:modifi|chang|actualis|révis|amend|adapt|évolu
        |mettre à jour|mises? à jour)~
    """,
    notify=r"""
        (?:inform~|avert~|prévien~|préven~|avis(?:er|era|ons|erons|é|ée|és)|notifi~|alert~|signal~
        |contact~) ~4 <who>
        <who> ~3 (?:inform~|avert~|prévien~|préven~|avis(?:er|era|erons|é|ée|és)|notifi~|communiqu~|fer(?:a
        |ons) part
        |adress~|enverr~|envoy~|transmett~)
        (?:ser(?:a|ont|ez)|est|sont|être|soit|soient|êtes|étant) (?:\w+ ){0,3}?(?:inform|notifi|averti
        |avisé|communiqu|prévenu
        |annonc|signal|port)~
        porter ~5 à (?:la|votre) connaissance|portées? à|notifi(?:er|era|erons|ant|cation)|communiqu(?:er
        |era|erons|ées?)
        (?:envoy|adress|transmett|transmis)~ ~8 (?:notification|avis|e-?mail|courriel|courrier|message
        |préavis)
        (?:moyennant|avec|respect~|sous réserve d~|donner~|accord~) ~6 (?:préavis|notification)
        attirer~ ~3 attention|demander~ ~4 (?:consentement|accord)|recueill~ ~4 consentement
    """,
    notice="(?:la|cette|ladite|toute|une) (?:notification|information|communication)|préavis|notification",
    posting=r"""
        (?:en|par|dès|après|de|à|avec|lors de|à compter de|à partir de|suivant) (?:la |leur |l'
        |sa )?(?:publi(?:ant|cation)
        |mise en ligne|affich(?:ant|age)|mettant en ligne|diffusion|parution)
        (?:ser(?:a|ont)|est|sont|être|seront|soient|soit) (?:\w+ ){0,2}?(?:publi|affich|mis(?:e
        |es)? en ligne|postée
        |mis(?:e|es)? à disposition|disponible|accessible)~
        met(?:tre|tons|tra|trons) à jour (?:cette|la présente) page
        (?:publierons|afficherons|publiera|affichera|posterons|publier|afficher|mettrons en ligne
        |mettra en ligne)
    """,
    we="nous|notre société",
    reader_acts=r"""
        (?:vous|<reader>)(?: [\w-]+){0,3}? (?:p(?:eut|ouvez
        |ourra|ourrez|euvent)
        |d(?:oit|evez|evra|evrez|oivent)|est (?:libre|tenu|en droit|invité)|êtes (?:libre|tenu|en droit)
        |a le droit|avez le droit
        |dispose|disposez|s'engage|vous engagez|refuse|souhaite|souhaitez|n'accept~)
        (?:nous|notre) (?:inform|notifi|contact|adress|avert|prévenir)(?!\w*ons\b)~|en notifiant à
    """,
    means="par|via|en|au moyen",
    may=r"""
        p(?:eut|ouvons|ourra|ourrons|ourront|euvent) (?:\w+ ){0,3}?(?:inform|notifi|avert|publi|envoy
        |contact|communiqu)~
    """,
    never_told=r"""
        sans (?:autre |aucun |aucune |qu'il |qu'elle |avoir à |avoir besoin d'|être tenu d'
        |obligation d~ )*(?:\w+ )?(?:préavis|notification|information|avertissement|avis préalable
        |vous en informer|prévenir|en informer|notifier)
        sans (?:\w+ ){0,3}?(?:préavis|notification|notifier|avertissement)
    """,
    stamped=r"""
        <move>~ ~6 dates?|dates? ~8 (?:ser(?:a|ont)|est|sont) (?:\w+ ){0,2}?(?:modifi|mise? à jour|indiqu
        |mentionn|actualis|précis
        |figur|affich)~
        (?:indiqu|mentionn|précis|figur|affich|actualis|modifi)~ ~6 "?date ~2 (?:de )?(?:(?:la )?dernière
        |mise à jour|modification|entrée
        |révision|publication|version)
        "dernière mise à jour"|date ~6 (?:figur|indiqu|mentionn|affich)~ ~4 (?:haut|bas|tête|début|fin
        |dessus)
        avec une (?:nouvelle )?date|la mention "?dernière
    """,
    look=r"""
        consult(?:er|ez|iez|ons|ent|e|ation)|vérifi(?:er|ez|iez|e)|relire|revoir|prendre connaissance
        prenez connaissance|visit(?:er|ez)
        lire|se référer|vous référer|vous reporter|se reporter|se tenir informé~|tenir informé|revenir
        se rendre
    """,
    again=r"""
        régulièrement|périodiquement|fréquemment|de temps à autre|de temps en temps|à chaque (?:visite
        |connexion|utilisation)
        souvent|chaque fois|avant (?:chaque|toute)|(?:des|les|toute|toutes|éventuelles) ~2 (?:modification
        |mise à jour|changement|mises à jour)s?
        dernière version|version (?:en vigueur|à jour)
    """,
    looked_at="""
        cette page|la page|notre site|le site|présente page|cette rubrique|ce document
        version (?:en vigueur|à jour)|conditions
    """,
    not_look=r"""
        nous (?:\w+ ){0,2}(?:consultons|vérifions|revoyons)|politiques? de (?:ces|leurs) tiers
        de ces (?:sites|tiers)
    """,
    day="jours?",
    week="semaines?",
    month="mois",
    hour="heures?",
    business="ouvrés?|ouvrables?",
    calendar="calendaires?|francs?|pleins?|entiers?",
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9,
        "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "vingt": 20,
        "vingt et un": 21,
        "trente": 30, "quarante-cinq": 45, "quarante": 40, "soixante": 60, "quatre-vingt-dix": 90,
    },
    before=r"""
        ,? ?(?:\w+ ){0,2}?(?:avant|à l'avance|au préalable|de préavis|préalablement|préalables?|précédant
        |au minimum avant
        |au moins avant|d'avance|de notification)
    """,
    noticed=r"""
        préavis (?:\w+ ){0,4}?(?:de|d'|à|est)? ?(?:au moins |au minimum |minimum de |minimal de )?
        (?:délai|préavis|période) (?:\w+ ){0,3}?(?:minimum|minimal|raisonnable|de préavis|d'au moins
        |d'information)(?: \w+){0,4}? ?(?:de|d')?
         ?(?:au moins )?
        au plus tard|(?:ne (?:peut|pourra|saurait) (?:\w+ )?être inférieur à)
    """,
    after=r"""
        (?:,? ?\w+){0,2}? ?(?:après|suivant|à compter|à partir|à dater|qui suit|suivants?|postérieurement
        |dès|de)
    """,
    effect=r"""
        entr(?:er|era|eront|ent|ant|ée)~ en vigueur|pren(?:dre|dra|dront|nent|d) effet|prise d'effet
        en vigueur|applicables?|s'appliqu~
        effecti(?:f|ve|fs|ves)|opposables?|constitu~ ~2 avenant~
    """,
    earliest="au plus tôt|pas avant",
    lapse="""
        (?:à l'issue|à l'expiration|au terme|passé|à la fin) (?:d'un|du|de ce|un)? ?(?:délai|préavis
        |période)? ?(?:de|d')?
    """,
    posted="publi~|mise en ligne|affich~|mise? à disposition|parution",
    told="notif~|inform~|communi~|envoi|récept~|courriel|e-?mail|avis",
    event=r"""
        modif~|chang~|entrée en vigueur|prise d'effet|mise à jour|mises à jour|application|effet|vigueur
        nouvelles? (?:conditions|version
        |cg\w+)|conditions|politique|celle~|ceux-ci|elles|leur|présentes|évolution|applicab~|publication
    """,
    foreign=r"""
        résili~|termin~|annul~|suspen~|expir~|échéance|renouvel~|reconduction|prix|tarif~|commission~
        livraison|arrivée|fin d~
        refus~|restriction~|oppos~|rétract~|rembours~|clôtur~|ferm~|suppression|sous-traitant~|cess~|rupture|préjudice
        réclamation
    """,
    email="e-?mails?|courriels?|courrier électronique|messagerie électronique|voie électronique|mél|mail",
    website=r"""
        (?:sur|via|dans|depuis|au|du) ~4 (?:sites?|page|pages|plateforme|plate-forme|blog|internet)
        en ligne|mise en ligne|site (?:web|internet)
        bandeau|https?:\S+|www\.\S+|présente page|cette page
    """,
    in_app=r"""
        (?:dans|via|sur|par|depuis|au sein d~) ~4 (?:l'|d')?(?:application|appli|compte|espace|interface
        |tableau de bord|back-?office|messagerie(?! électronique)
        |services?|profil)
        pop-?up|in-app|dashboard|notification push
        lors de (?:votre|la) (?:prochaine )?connexion|espace (?:client|personnel
        |membre|vendeur|pro)
    """,
    mail="(?:courrier|voie) postal~|lettre~|par courrier(?! électronique)|lrar|recommandée?",
    other_channel=r"""
        (?:tout|toute|tous|autres?) (?:\w+ ){0,2}?(?:moyens?|manière|canal|support|voie)
        sms|textos?
        moyens? appropriés?|newsletter
    """,
    form="par écrit|support durable|écrit",
    either="ou|et/ou|soit",
    both="et",
    material="substantiel~|importante?s?|significati~|majeure?s?|matériel~|notable~|essentiel~|sensible~",
    adverse="défavorable~|préjudici~|désavantag~|moins favorable~|au détriment",
    partial="autres modifications|mineures?|non substantiel~|autres que",
    others="autres (?:modifications|changements|évolutions)",
    continued=r"""
        (?:continu|poursui|maintien|persist)~ ~6 (?:utilis|accéd|navig|recour|usage|d'utilis|accès)~
        utilisation (?:\w+ ){0,4}?(?:continue|postérieur~
        |ultérieure|du (?:site|service) après)
        (?:l'|en )?utilis~ ~8 (?:après|postérieurement|suivant|à compter)|(?:vaut|vaudra|constitue~|emporte
        |valant) ~3 acceptation
        réput~ ~3 (?:avoir )?accept~
    """,
    explicit=r"""
        (?:accept|consent|accord)~ ~2 (?:expres|explicit)~|(?:expres|nouveau )\w* ?(?:consentement|accord)
        (?:demand|recueill|sollicit)~ ~5 (?:consentement|accord)
    """,
    unless="sauf|excepté|à l'exception|hormis|à moins que|sous réserve|hors",
    audience="""
        (?:les |nos |aux |l')?(?:utilisateurs?|clients?|membres?|abonnés?|vendeurs?|partenaires?
        |professionnels?|marchands?|annonceurs?)
    """,
    traps={
        "refresh": r"tous les (?:\w+ )?(?:ans|mois)|chaque année|annuellement",
        "sub-processor": "sous-traitants?",
    },
)  # fmt: skip
