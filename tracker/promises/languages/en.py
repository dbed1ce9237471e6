"""English: the fullest list; the others follow its shape."""

from tracker.promises.words import Words

WORDS = Words(
    code="en",
    common="the of and to you your we our or in this with for that by is are be will may not any",
    nouns=(
        "polic terms agreement contract conditions statement notice guidelines document addendum provisions "
        "charter gtc gcu this_page this_section the_rules these_rules code_of_conduct eula dpa this_clause "
        "exhibit"
    ),
    stems=(
        "periodic regularly t_version chang updat modif amend revis alter vary variat supersed rewrit replac "
        "expand adapt supplement varied"
    ),
    parts={
        "who": r"""
            you|everyone
            (?:(?:all|our|the|its|registered|affected|existing|current|individual|professional|business
            |active|each
            |every|any|such|content|service) ){0,3}(?:users?|customers?|members?|merchants?|sellers?
            |partners?|subscribers?
            |clients?
            |suppliers?|developers?|hosts?|owners?|advertisers?|publishers?|visitors?|providers?
            |accommodations?
            |consumers?|parents|individuals?|persons?|people|data subjects?|account holders?|traders?
            |teachers?
            |students?|contractors?|authors?|participants?|lenders?|retailers?|operators?|restaurants?
            |drivers?
            |entrepreneurs?|organi[sz]ations?|company|licensees?)
        """,
        "reader": r"""
            you|your|customers?|merchants?|sellers?|partners?|members?|users?|clients?|subscribers?
            developers?
            suppliers?|licensees?|publishers?|accommodations?|hosts?|owners?|advertisers?|drivers?
            restaurants?
            teachers?|authors?|either party|each party|a party|the parties|parties|company
        """,
        "kind": r"""
            privacy|cookies?|data|use|user|service|services|usage|terms|legal|general|fair|processing
            protection
            partner|seller|merchant|supplemental|additional|community|security|acceptable|standard|program
            programme
            developer|website|web|site|app|business|and|of|&|/
        """,
        "move": r"""
            updat(?:e|ing)|revis(?:e|ing)|chang(?:e|ing)|amend(?:ing)?|modify(?:ing)?|refresh(?:ing)?
            adjust(?:ing)?
            alter(?:ing)?
        """,
        "modify": r"""
            (?:chang|updat|modif|amend|revis|alter|vari|replac|supplement|adapt|adjust)(?:e|ed|y|ied)?|vary
        """,
        "show": """
            (?<!notice will )(?<!notice to )(?:(?:indicat|show|reflect|stat|display)(?:e|es|ed|ing|s|)
            |not(?:e|es|ed|ing))
        """,
        "shown": r"""
            updated|revised|changed|amended|modified|indicated|shown|reflected|stated|displayed|noted
            included|posted
            listed|found|set forth|provided|marked
        """,
        "place": "at|above|below|on|in|near|listed|shown|stated|displayed",
        "tidings": r"""
            (?<!this )(?<!privacy )(?<!cookie )(?<!cookies )notices?|notifications?|announcements?|e-?mail
            message|communication|alert
        """,
    },
    change=r"""
        chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|modif(?:y|ies|ied|ying|ications?)|amend(?:s|ed|ing
        |ments?)?
        revis(?:e|es|ed|ing|ions?)|alter(?:s|ed|ing|ations?)?|vary|varied|variations?|adapt(?:ed|ations?)?
        superseded|rewrit(?:e|ten)|replac(?:e|es|ed|ing|ements?)
        (?:supplement(?:ed|ing)|expand(?:ed|ing|s)?)(?= (?:th|our|\w+ing))
    """,
    document=r"""
        (?:<kind> ){0,4}(?:policy|policies|terms|agreement|contract|tos|toc|gtcs?|[cg]gu|gcus?|t ?& ?cs?
        |eula|dpa|addendum
        |guidelines
        |statement|conditions|code of conduct|charter|rules|exhibit|appendix|annex
        |provisions)(?! of (?:any )?third)
        (?:privacy|cookies?|data protection|fair processing|transparency|legal|processing) notice
        th(?:is|ese) (?:notice|documents?|notices|page|text|section|standards|clauses?|schedule|hub)
        (?:our|the) (?:notice|documents?)(?! \()
        this privacy \w+
    """,
    other=r"""
        (?:(?:this|the|our|any) )?(?:agreement to arbitrate|(?:arbitration|dispute resolution) (?:agreement
        |provisions?|section|clause))
        (?:any|our|each|its|certain) \w+ services?(?! (?:terms|agreement|policy))
        (?:service |selling |our |applicable )?(?:fees?|prices?|pricing|rates?|charges?|commissions?
        |royalt(?:y|ies)
        |credits?)(?: and ~3 (?:policy|schedule))?(?: (?:policy|schedule|list|table))?
        (?:the|our|any|its) services?(?! providers?)|services|products?|features?|functionalit(?:y|ies)
        functions
        (?:employment|working|work|lease|rental|loan|insurance) (?:conditions|contracts?|agreements?)
        subscriptions?
        plans?|sub-?\s?processors?|software|apis?|control|ownership|inventory|premises|practices|laws?
        legislation
        regulations?|technolog(?:y|ies)|settings|preferences|circumstances|security measures|listings?
        bookings?
        reservations?|orders?|menus?|personal (?:data|information)|insurance polic(?:y|ies)|payment terms
        your (?!rights|obligations)\w+(?: \w+)?
        (?:payment|contact|account|registration|bank|profile) \w+
        (?:third[- ]part(?:y|ies)(?:'s|')?(?: \w+){0,2}|their(?: own)?(?: \w+)?) (?:polic(?:y|ies)|terms
        |statements?)
        cancell?ation polic(?:y|ies)
    """,
    price="fees?|prices?|pricing",
    joiner="and|or|and/or|as well as|,",
    breaks=r"""
        if|unless|because|when|where|that|which|who|by|before|after|prior|due|so|affect~|impact~|reflect~
        we|you|us
        they|notif~|inform~|govern~|accept~|agree(?!ment)~|continue~|using|use of|through|via|on|until|apply
        applies
        as (?:our|the|we)|since|requir~|permitted|in the event|in case|particularly|especially
    """,
    such="such|these|those|said|foregoing",
    besides="also|additionally|in addition|furthermore",
    points=r"""
        do so|doing so|in (?:such|that|this|which|either|these|those) (?:an? )?(?:cases?|events?|instances?
        |circumstances)
        of (?:this|it|them|such)
        (?:the|this|such|that|any such) (?:\w+ )?(?:notice|notification|announcement|e-?mail)
        (?:prior|advance|written|reasonable) (?:\w+ )?notice
        notice ~6 (?:will|shall|may|can)
        announcement|post (?:it|them|these|this|any)|they
        notif(?:y|ied|ying) .{0,40}(?:before|in advance|prior)
        for (?:example|instance)|examples|we ~2 also|(?:additionally|in addition|furthermore),? we
    """,
    heading=r"""
        (?:(?:how (?:do|will|can|would) (?:we|you|i)|when|what happens (?:if|when)|will|can|notice of
        |notification of
        |right to|our|future|any|policy on|about|material|unilateral) )*(?:\w+ ){0,4}?(?:changes?|changing
        |changed
        |updates?|updating|updated|modifications?|modify|modifying|amendments?|amending|amend|revisions?
        |revising
        |variations?|alterations?|changes? notification|versions?)(?:(?: (?:and|or|&)|,|/
        |;)+ (?:\w+ ?){1,4})??(?:
         (?:to|of|in|on|for|by|made) (?:(?:the|this|these|our|your|its|such
        |any) )?(?:[\w'&-]+ ){0,5}(?:policy|policies
        |terms?|agreement|contract|notices?|statement|conditions|document|guidelines|rules|addendum|tos
        |privacy
        |provisions|dpa|code|page|toc|gtc|charter))*(?:(?: (?:and|or|&)|,|/|;)+ (?:\w+ ?){1,4})?
        ~5 (?:polic(?:y|ies)|terms|agreement|notice|statement|conditions) ~3 (?:changes?|changed|updates?
        |modifications?
        |amendments?|revisions?)
        entire agreement[;,/ ]+(?:and )?amendments?
    """,
    renewed=r"""
        (?:updated|revised|amended|modified|new|changed|latest|current|most recent
        |most current) (?:and \w+ )?(?:versions?
        |terms|polic(?:y|ies)|agreement|statement|notices?|conditions|privacy \w+|cookies? \w+|documents?
        |guidelines
        |\w+ (?:terms|policy|agreement|notice|conditions))
    """,
    topical="(?:supersed~|replac~) (?:all |any )?(?:prior|previous|earlier) versions",
    reserve=r"""
        reserv(?:e|es|ed|ing) ~6 (?:rights?|discretion)|subject to (?:change|revision|modification)
        (?:may|might|can|could) (?:(?:also|be|,|\w+ly|at|from|time|any|to|in|our|its|sole|discretion
        |then) ){0,8}?<modify>
        (?:may|might|can|could) ~4 make ~4 (?:changes|modifications|amendments|updates|revisions|adjustments)
        (?:is|are) (?:entitled|free|authori[sz]ed) to ~3 <modify>|right to ~4 <modify>
    """,
    notify=r"""
        (?:notif(?:y|ies|ied|ying)|inform(?:s|ed|ing)?|advis(?:e|es|ed|ing)|alert(?:s|ed|ing)?|tell|e-?mail
        |contact)
         (?:to )?<who>
        let <who> know|make <who> aware|keep <who> (?:informed|updated)|communicat(?:es?|ed|ing)|announc(?:es?
        |ed|ing)
        (?:bring|draw) ~5 (?:to )?(?:<who>|the|your) attention
        (?:be|being|are|is) (?:(?:\w+ly|also|always|then|first|\w+) )?(?:notified
        |informed(?! by (?:an? |the |our )?~1 (?:range|number|variety|factors?|feedback|developments?|input
        |research|needs?))
        |advised(?! to)|alerted|told|communicated|announced|made aware)
        (?:giv(?:e|es|ing|en)|provid(?:e|es|ed|ing)|sen(?:d|ds|ding|t)|issu(?:e|ing)|serve|supplement
        |receive|post|posting
        |display(?:ing)?|plac(?:e|ing)|publish(?:ing)?|make|supply|offer) ~16 <tidings>
        (?:notice|notification|announcement|an? e-?mail|an? message)s? ~9 (?:will|shall|may|must|to|would
        |can)
         (?:also |always )?be (?:given|provided|sent|posted|published|served|made|issued|displayed|delivered
        |communicated|via|by)
        (?:with|by|on|upon|subject to) ~5 (?:(?:prior|advance|previous
        |written) )?(?:notice
        |notification)
        notif(?:y|ies|ied|ying|ication) (?:you |users )?(?:of|about|by|via|through|in advance|when|if
        |before|in writing)
        (?:will|shall) notify|subject to ~3 communication|inform (?:of|about|in advance|\w+ of)
        deliver(?:ed|ing)? ~4 (?:notice|to you)|drop <who> (?:an? )?(?:e-?mail|line|message|note)
        <who> (?:will|shall|may) (?:\w+ )?(?:see|get|find|be shown|be presented with) ~6 <tidings>
        (?:seek|ask|ask for|obtain|request|require)(?: for)? ~3 consent|asked for new consent
    """,
    notice="""
        (?:(?:the|this|such|our|any|that) ~2 )?(?:notices?|notifications?|announcements?|communication
        |e-?mails?)
    """,
    posting=r"""
        ^(?:post|publish|upload)(?:ing)? ~2 (?:new|revised|updated|amended|changes|modified)
        (?:by|through|upon|on|when|via|after|from|following|of|and|or) (?:the )?(?:post|publish|upload
        |releas
        |display)(?:ing|ed)
        (?:by|upon|through|on) (?:(?:the|their|its) )?(?:publication|posting|release)
        (?:will|shall|may|to|must|and|would|also|then|we|are|is|be|been|always|promptly|simply) (?:(?:be
        |also|always
        |promptly|then|immediately|either|first) )*(?:post|posted|publish|published|uploaded|upload|display
        |displayed
        |releases?|released|reflected)
        (?:when|once|after|as soon as|until|unless|date|time|moment|the date that|the date on which
        |after which) ~4
        (?:posts?|posted|publish|publishes|published|(?:is|are) made available|are uploaded|appear)
        (?:will|shall) (?:(?:also|always|then) )*(?:be )?(?:accessible|available|made available|found|put
        |placed)
        (?= [\w ,-]{0,40}(?:site|page|online|here|dashboard|app|platform|portal|link|at http|at www))
        (?:make|making) (?:(?:the|any|such|our|an?) )?(?:changes|updates|updated|revised|new|amended
        |modified|terms|policy|amendments
        |agreement|it|them) ~6 available
        (?:(?:will|shall|would) appear|version appears) (?:on|here|at)
        by updating (?:them|it|this \w+|these \w+|the \w+) (?:on|here)|(?:other than|except
        |besides) (?:by )?(?:the )?posting
        be (?:incorporat|includ|reflect|indicat|replac|updat)~ ~6 (?:on|in|at) (?:this|our
        |the) (?:web ?)?(?:page|site)
        (?:upon|on|when|once|after) being (?:posted|published)
        updat(?:e|es|ing) this (?:page|posting)
    """,
    notice_posted="(?:post|plac|display|publish)(?:ing|ed)? ~4 (?:notice|announcement|notification|banner)",
    we="we",
    reader_acts=r"""
        either party ~3 (?:giv|provid|notif)~|giving the other|by either party
        notices? to (?!<who>)[\w.]+ ~6 (?:shall|must|should|will|may) be
        <reader> (?!(?:\w+ ){0,2}that )~3 (?:must|shall|may|can|are required|is required|has to|have to
        |should|needs? to
        |undertakes?|agrees? to
        |are obliged|is obliged|have the right|has the right|are entitled|is entitled|will|wish|want|elect
        |choose|do not
        |does not) ~3 (?:provide|give|notify|inform|terminate|cancel|reject|object|withdraw|opt|close
        |update|keep|change
        |contact|submit|send|ensure|exercise|request|discontinue|stop|delete|accept|agree)
        (?:notif(?:y|ying)|inform(?:ing)?|send(?:ing)?|giv(?:e|ing)|provid(?:e|ing)) (?:us|the company)
    """,
    means="by|via|through",
    may=r"""
        (?:may|might|can|could) (?:(?:also|choose to|elect to|at our \w+|in our \w+|sometimes|additionally
        |either|then
        |always|,) ){0,3}(?:be )?(?:notif|inform|provid|giv|send|e-?mail|contact|let|alert|advis|tell
        |announc|communicat
        |post|publish|display|seek|ask|attempt)~
        not (?:obliged|obligated)|no obligation
    """,
    never_told=r"""
        without (?:(?:any|further|prior|advance|previous|giving|specific|individual|additional|express
        |written|special
        |separate|the need (?:for|to)|having to|being (?:required|obliged) to|we|you) )*(?:notice
        |notification|notifying
        |informing|announcement|notify|prior \w+ notice|warning)(?! (?:other than|except|besides|beyond))
        waive (?:any|all) ~9 notice.*
        (?:no|not) (?:obligation|obliged|required|obligated) to (?:notify|inform|(?:give|provide) ~4 notice)
        will not (?:\w+ )?(?:notify|inform|be notified|be informed)
        no (?:prior |advance )?notice (?:is|will be) (?:required|given)
    """,
    unable=r"(?:(?:not|never) be able|unable) to (?:\w+ ){0,12}?(?:notice(?: period)?|notify \w+)",
    stamped=r"""
        (?:<show> ~6 |<move> (?:(?:the|this|our|its|their|any|such|an?) )?~3 )"?~4 "?(?<!to )(?<!by )dates?
        (?! of (?:birth|notice|receipt|the notice)| you| that| we (?:post|send)
        | .{0,40}in the (?:relevant[ ]
        |applicable )?noti)
        (?:<show>|<move>) ~6 "[\w :-]{0,30}?(?:last|updated?|effective|modified|revised|revision
        |posted)[\w :-]{0,20}:?"?
        (?<!on the )(?<!later )dates?"? (?:(?:of|on which|when|that|at which|in|as of which|for) )?~9 (?:is
        |are|will be
        |shall be|being|can be|be) (?:(?:also|always|\w+ly) )?<shown>(?! (?:in the (?:notice|change
        |e-?mail)|by us))
        date"? ~3 <place> ~6 (?:indicates?|shows?|tells?|reflects?|states?|marks)
        (?:check|see|review|refer to|look at|consult|by noting|referring to|checking
        |note) ~6 date"? ~5 <place>
        with (?:an?|the|its) (?:updated|new|revised|later|current|modified) "?~3 "?dates?
        (?:new|updated|revised) date (?:stamp|mark)
        (?:check|see|review|refer to|look at|consult|referring to|checking|note) ~8 (?:legend
        |stamp) ~4 <place>
    """,
    look=r"""
        review(?:ing)?|check(?:ing)?|consult(?:ing)?|visit(?:ing)?|re-?visit(?:ing)?|re-?read(?:ing)?
        read(?:ing)?
        refer(?:ring)?|look(?:ing)?|monitor(?:ing)?|return(?:ing)?|familiari[sz]e|come back|view(?:ing)?
        keep (?:an eye|yourself)|examine|inspect|stay informed
    """,
    again=r"""
        periodic(?:ally)?|regular(?:ly)?|from time to time|time to time|frequent(?:ly)?|often
        occasional(?:ly)?|each time
        every time|whenever|routinely|(?:at|on) ~1 (?:regular|frequent|periodic) (?:intervals|basis)
        (?:for|of|about|to see|to keep track of|to check for|to determine|up to date with|aware of) ~3
        (?:changes|updates|amendments|modifications|revisions)
        for the (?:latest|most recent|most current|current|newest) (?:version|information)
        (?:if|whether|when) ~4 (?:has|have|had|it) (?:been )?(?:changed|updated|modified|amended|revised)
        (?:prior to|before) (?:each|using|any|every|you use)
    """,
    looked_at=r"""
        (?:this|the|our|these) (?:web ?)?(?:page|site|website|section|link|document)s?
        for (?:any )?(?:changes|updates)
        back|(?:latest|recent|current) version
    """,
    not_look=r"""
        we (?:(?:will|may|shall|also|regularly|periodically|frequently|constantly|continuously|annually
        |keep|routinely
        |and|,) )*(?:review|check|monitor|read|view|consult|visit|look)
        (?:third[- ]part(?:y|ies)|their|those|other|such) ~3 (?:polic(?:y|ies)|terms|sites|websites)
        opportunity to|right to review
    """,
    day="days?",
    week="weeks?",
    month="months?",
    hour="hours?",
    business="business|working|banking|work",
    calendar="calendar|consecutive|full|natural|clear",
    article="a|an|one full",
    numbers={
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20,
        "twenty-one": 21,
        "twenty-four": 24, "twenty-eight": 28, "thirty": 30, "thirty-one": 31, "forty": 40,
        "forty-five": 45,
        "forty five": 45, "forty-eight": 48, "sixty": 60, "seventy-two": 72, "ninety": 90,
    },
    half={"fortnight": 14, "fortnight's": 14},
    before=r"""
        (?:'s?|s'|-)?,? ?(?:of (?=adv|pri|wri|prev|rea))?(?:(?:an?|the|our|its|such) )?(?:(?:advanced?
        |prior|previous|written|or
        |and|electronic
        |e-?mail|reasonable|minimum|express|formal|public|more|period|longer|if legally permissible|in|by
        |further)
         ?,?(?:\(\d+\) )?){0,6}(?:notice|notification|warning)(?: period)?
        (?:'s?|s')?,? ?~2 (?:before|prior|in advance|beforehand|ahead|preceding|earlier than|previous
        |advance)
    """,
    noticed=r"""
        (?:notice|notification|advance notice|announcement|deadline|period)(?: period
        | term)?,? ?(?:\("?[\w ]+"?\) )?(?:of
        |is|being|shall be|will be|which is|that is|will not be|shall not be|not being|, being
        |be)?(?: (?:reasonable
        |proportionate|and|which|is|shall be|will be|be)){0,6} ?(?:in (?:no event|any case
        |no case) )?(?:at least
        |(?:not|no) (?:less|shorter|fewer) than|a minimum of|minimum|least|of|less than|shorter than
        |minimally)? ?(?:of )?
        (?:no|not) (?:later|less) than (?:\w+ )?
        notice period ~18 (?:at least|not less than|no less than|a minimum of)
    """,
    after=r"""
        (?: or (?:more|longer|later))?,? ?~2 (?:after|following|from|of|post|upon|since|as of|beginning
        |starting|counting
        |have (?:passed|elapsed)|has (?:passed|elapsed))
    """,
    effect=r"""
        effective(?! date)(?! means)|tak(?:e|es|ing) effect|(?:com(?:e|es|ing)|enter(?:s|ing)?|go|goes
        |going) into (?:force
        |effect|operation)
        in (?:force|effect)|appl(?:y|ies|icable)|bind(?:s|ing)?|implemented|operative|entry into force
        valid|until
    """,
    earliest="(?:no|not) (?:sooner|earlier|less) than|at the earliest",
    lapse="(?:at|on|upon|after|from) (?:the )?(?:end|expiry|expiration|lapse) of ~5",
    posted=r"""
        post(?:ed|ing|s)?|publish(?:ed|es|ing)?|publication|releas(?:e|ed|es|ing)|upload(?:ed|ing)?
        made available
        availability|appear~|they are made|changes? (?:is|are) made|display(?:ed)?
    """,
    told=r"""
        noti(?:ce|f\w+)|inform~|sent|send~|e-?mail~|announc~|receipt|receiv~|communicat~|deliver~|told
        advis~
    """,
    event=r"""
        chang~|updat~|modif~|amend~|revis~|variation~|alter~|they|it|them|such|doing so|effective|effect
        implement~|force
        terms|policy|agreement|conditions|these|this (?:agreement|policy|document|notice|statement)|the new
        new (?:terms|version|policy|provisions?)|publication|applicability|being made|made|that date
    """,
    foreign=r"""
        terminat~|cancel~|suspen~|discontinu~|clos(?:e|ed|ing|ure)
        expir~(?! of (?:an?|the|this|that|such) ~2 period)|renew~|ceas~|the end|end of
        launch~|shut~
        (?:service |selling |our )?(?:price|pricing|fee|rate|commission|charge|royalt)~
        arriv~|check-?in|deliver~|audit~|assign~|transfer~|deactivat~|delet~|restrict~|remov~
        the start
        your (?:intent|intention|booking|account|subscription|trip)|inspect~|migrat~|meeting|payment
        invoice~|claim
        sub-?processors?|opt(?:ing)?[- ]out|reject~|object(?:ion|ions|ing)?|withdraw~|refus~|arbitrat~
        change (?:of|in) (?:control|ownership)|dispute|proceeding|comment~
    """,
    email="e-?mails?|e-?mailing|electronic mail|mail(?:ing)? (?:you|to)|mail address|mailbox",
    website=r"""
        (?:on|to|at|via|through|in|from|of|by|with|within|across)
         (?:(?!(?:on|via|through|and/or|or) )[^\s;,]+ ){0,5}?(?:web ?sites?|sites?|web-?pages?
        |web pages?|pages?
        |home ?page|blog|help cent(?:re|er)|internet|online)
        web ?site|web-?page|home ?page|website notice|(?:posting|posted|published) online|online posting
        https?:\S+
        (?:on|at|to|via) [\w-]{2,40}(?:\.[\w-]{2,20}){0,2}\.(?:com|org|net|eu|io|uk|ie|de|nl|gr)
        www\.\S+|banner|here|this location
        message boards?|forum
        on ~3 platforms?(?! account)
        (?:posted|publish~|postings?) ~6 (?:on|to) ~4 (?:services?|platforms?|app(?:lication)?s?|products?)
    """,
    in_app=r"""
        in[- ](?:app|product|service|game|platform)(?! (?:products?|purchases?|content|items?))
        (?:(?:on|through|via|in|within|by|using) ~4 |to (?:your|their|the) )(?:(?<!postal )services?
        |products?|\w*apps?
        |applications?|interfaces?|platforms?|dashboard|consoles?|portals?|inbox|software|extranet
        |accounts?|back ?end
        |back ?office|message cent(?:re|er)|messaging service|seller cent(?:re|er)|system|messenger|tool)
        (?! (?:of|is|are|fees|holders?))
        (?:through|via|in|within) (?:the |our |your )?(?:web ?|mobile )apps?
        dashboard|\w+ hub|pop-?ups?|push[ -]notifications?|user portal|extranet|message cent(?:re|er)
        (?:service
        |app) notifications?
        (?:and|or|and/or) (?:(?:the|our|your|its|mobile) ){0,2}app(?:lication)?s?
        when (?:you|users?) (?:next )?(?:log|sign)|log(?:ging)?[- ]?in|upon login|system message
        interstitial|inbox
        (?:notification|notice|message|messaging) ~3 (?:in|to|through|on|via)
         (?:(?!terms |of )[^\s;]+ ){0,4}?(?:account(?! holder)|app
        |application|dashboard
        |console|services?|portal|platform|extranet)
    """,
    mail=r"""
        (?:by|via|through|regular|registered|certified|postal|first[- ]class|u\.?s\.?|surface|ordinary|or
        |,) (?:mail|post)
        (?! (?:address|the|a|it|them|any|on|notice))
        postal (?:mail|address|service)|letters?|on your bill|courier
    """,
    other_channel=r"""
        (?:(?:any|some|an?) )?(?:other|another|alternative|different) ~5 (?:means|methods?|manners?|ways?
        |channels?|medium
        |media|form|contact|mechanisms?|communications?|notification|notice)
        (?:by|via|through|using|in) (?:(?:any|all|such|whatever) )?~3 (?:reasonable|appropriate|suitable
        |available|adequate)
         ~2 (?:means|methods?|manners?|ways?|channels?|medium|media)
        otherwise (?:notif|inform|provid|giv|mak|contact|by|send)~
        (?! [^.;]{0,40}(?:through|via|on|in|within) (?:our|the|your) ~1 (?:web ?)?(?:sites?|services?|apps?
        |platforms?|accounts?))
        written or|sms
        text messages?
        newsletter|fax|(?:and|or) similar(?: \w+)?|similar ~1 (?:means|methods?|ways?|notices?|form)|rss
        electronically|electronic (?:means|form|notice|communication)
        mailing list|press
        telephone|by phone|by (?:any|other) means|social media|twitter|discord|media announcements
    """,
    prominent="prominent notice",
    form="in writing|written|(?:in )?text form|durable medium",
    either="or|and/or|either|one or more|any of",
    both="and",
    material=r"""
        material(?:ly)?|significant(?:ly)?|substantial(?:ly)?|substantive(?:ly)?|important|major
        considerable
        fundamental(?:ly)?|essential|key changes|meaningful
    """,
    adverse=r"""
        advers~|detriment~|disadvantage~|(?:less|not) favou?rable|negative(?:ly)?|reduc~ (?:your|the) rights
        unfavou?rable|worsen~|impair~|prejudic~
    """,
    partial=r"""
        other than (?:those|changes|for)|non-material|not material|minor
        (?:do|does|did|will|would) not (?:materially |substantially )?(?:affect|change|alter|impact|reduce)
        (?:changes|modifications|amendments|updates) ~6 (?:sections? \d|this section)
    """,
    others="(?:all |any )?other ~1 (?:changes|modifications|amendments|updates)",
    continued=r"""
        (?:by )?(?:(?:your|the|any|our|users?|his|their|its) )?(?:continu(?:ed|ing|ation|es?)|further
        |subsequent|ongoing)
         ~4 (?:us(?:e|ing|age)|access~|participat~|visit~|browsing|operat~)
        (?:if|where|when|should) ~5 (?:continues?|keeps?) (?:to )?(?:us(?:e|ing)|access~|receiv~
        |participat~|sell~|list~
        |visit~|with|providing|offer~)
        continu(?:e|es|ing) to (?:use|access|visit|participate|sell|list|browse|operate)
        (?:your )?use of ~7 (?:after|following|subsequent to|thereafter)
        by (?:using|accessing) ~8 (?:after|following)
        (?:use|using) ~6 after ~4 (?:chang|post|effective|updat|modif|revis)~
    """,
    explicit=r"""
        (?:asked?|ask you|required?|seek|obtain|request|prompt(?:ed)?|need) ~5 (?:to )?(?:accept|agree
        |consent|re-?accept)
        (?:new|your|fresh|further|prior|explicit|express) consent (?:will|shall|again|at)
        click(?:ing)? ~3 (?:accept|agree)
    """,
    unless=r"""
        unless|except(?:ing)?(?: (?:if|when|where|that|for|in|to))?|other than (?:for|changes|where)
        save (?:for|where|that|as)
        with the exception of|subject to (?:any )?(?:applicable|mandatory) law
        if required by (?:applicable )?laws?
        if we are required|provided that|does not apply if
    """,
    audience=r"""
        (?:(?:registered|existing|affected|business|pro|all|our|active|professional) )?(?:customers|users
        |members
        |merchants|sellers|partners|subscribers|developers|advertisers|clients|hosts|parents|suppliers
        |visitors
        |account holders|students|teachers|data subjects)
    """,
    traps={
        "arbitration": "arbitrat~|class action",
        "comment period": "comment period|public comments?",
        "refresh": """
            at least (?:once )?every|every (?:twelve|12|six|6) months|once (?:a|per|every) year|annually
        """,
        "a period named before": r"""
            (?:during|within|before the end of|expiry of) (?:the|this|such
            |said) ~1 \d+(?: \(\w+\))?[ -]days?'? ~2 period
            the ~1 \d+(?: \(\w+\))?[ -]days?'? ~2 period ~5 (?:does|will|shall) not apply
            waive the notice period
        """,
        "change of control": "change (?:of|in) (?:control|ownership)",
        "sub-processor": r"sub-?\s?processors?",
    },
)  # fmt: skip
