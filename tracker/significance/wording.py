"""Closed lists: wordings that mean the same, and the words pages put around a policy."""

from __future__ import annotations

import re

CONTRACTIONS = {
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "won't": "will not", "can't": "cannot",
    "couldn't": "could not", "shouldn't": "should not", "wouldn't": "would not", "mustn't": "must not",
    "isn't": "is not", "aren't": "are not", "wasn't": "was not", "weren't": "were not", "haven't": "have not",
    "hasn't": "has not", "hadn't": "had not", "we're": "we are", "you're": "you are", "they're": "they are",
    "it's": "it is", "that's": "that is", "we'll": "we will", "you'll": "you will", "they'll": "they will",
    "it'll": "it will", "we've": "we have", "you've": "you have", "they've": "they have", "i'm": "i am",
    "here's": "here is", "there's": "there is", "what's": "what is", "let's": "let us", "can not": "cannot",
}  # fmt: skip

SPELLINGS = {
    "behavior": "behaviour", "favor": "favour", "favors": "favours", "favorite": "favourite",
    "color": "colour",
    "colors": "colours", "honor": "honour", "honors": "honours", "labor": "labour", "neighbor": "neighbour",
    "endeavor": "endeavour", "endeavors": "endeavours", "behaviors": "behaviours", "rumor": "rumour",
    "center": "centre", "centers": "centres", "theater": "theatre", "fiber": "fibre", "license": "licence",
    "licenses": "licences", "defense": "defence", "offense": "offence", "practise": "practice",
    "fulfill": "fulfil", "fulfillment": "fulfilment", "enroll": "enrol", "enrollment": "enrolment",
    "canceled": "cancelled", "canceling": "cancelling", "cancelation": "cancellation", "labeled": "labelled",
    "labeling": "labelling", "traveling": "travelling", "traveled": "travelled", "modeling": "modelling",
    "judgment": "judgement", "acknowledgment": "acknowledgement", "program": "programme",
    "programs": "programmes", "catalog": "catalogue", "catalogs": "catalogues", "dialog": "dialogue",
    "check-out": "checkout", "e-mail": "email", "e-mails": "emails", "on-line": "online",
    "web-site": "website",
    "web-sites": "websites", "log-in": "login", "sign-up": "signup", "opt-in": "opt in", "opt-out": "opt out",
    "whilst": "while", "amongst": "among", "towards": "toward", "afterwards": "afterward", "thru": "through",
    "can not": "cannot", "web site": "website", "web sites": "websites", "on going": "ongoing",
    "sub-processor": "subprocessor", "sub-processors": "subprocessors", "co-operate": "cooperate",
    "co-operation": "cooperation", "third-party": "third party", "third-parties": "third parties",
    "per cent": "percent", "skilful": "skillful", "grey": "gray", "cheque": "check", "ageing": "aging",
    "e.g.": "for example", "e.g": "for example", "i.e.": "that is", "&": "and", "u.s.": "us", "u.k.": "uk",
    "e.u.": "eu", "u.s.a.": "usa", "okay": "ok",
}  # fmt: skip
"""Spellings of one word; each is read as the other."""

MISSPELLINGS = {
    "recieve": "receive", "recieved": "received", "seperate": "separate", "seperately": "separately",
    "occured": "occurred", "occuring": "occurring", "accomodate": "accommodate",
    "accomodation": "accommodation",
    "adress": "address", "adresses": "addresses", "teh": "the", "wich": "which", "thier": "their",
    "beleive": "believe", "acheive": "achieve", "neccessary": "necessary", "necesary": "necessary",
    "unneccessary": "unnecessary", "refered": "referred", "refering": "referring",
    "transfered": "transferred",
    "transfering": "transferring", "commited": "committed", "commiting": "committing",
    "begining": "beginning",
    "goverment": "government", "enviroment": "environment", "priviledge": "privilege",
    "privelege": "privilege",
    "maintainance": "maintenance", "maintenence": "maintenance", "existance": "existence",
    "reccomend": "recommend",
    "recomend": "recommend", "reccomended": "recommended", "succesful": "successful",
    "successfull": "successful",
    "sucessful": "successful", "succesfully": "successfully", "untill": "until", "withold": "withhold",
    "pubicly": "publicly", "publically": "publicly", "publisized": "publicised", "persue": "pursue",
    "persuant": "pursuant", "pursuent": "pursuant", "liabilty": "liability",
    "responsiblity": "responsibility",
    "resposible": "responsible", "responsable": "responsible", "agrement": "agreement",
    "aggreement": "agreement",
    "agreeement": "agreement", "informations": "information", "infomation": "information",
    "informaton": "information", "privay": "privacy", "pivacy": "privacy", "polcy": "policy",
    "poilcy": "policy",
    "consistant": "consistent", "independant": "independent", "garantee": "guarantee",
    "gaurantee": "guarantee",
    "guarentee": "guarantee", "harrass": "harass", "harrassment": "harassment", "harassement": "harassment",
    "copywrite": "copyright", "copyrighed": "copyrighted", "infringment": "infringement",
    "infringemnt": "infringement", "trademarck": "trademark", "applicible": "applicable",
    "aplicable": "applicable",
    "appropiate": "appropriate", "approriate": "appropriate", "inapropriate": "inappropriate",
    "inappropiate": "inappropriate", "definately": "definitely", "dependant": "dependent",
    "developement": "development",
    "explicitely": "explicitly", "explicity": "explicitly", "expresely": "expressly", "futher": "further",
    "immediatly": "immediately", "immedately": "immediately", "indentify": "identify",
    "identifed": "identified",
    "legitmate": "legitimate", "lisence": "licence", "liscense": "licence", "managment": "management",
    "noticable": "noticeable", "obligaton": "obligation", "ocurrence": "occurrence",
    "occurence": "occurrence",
    "paticular": "particular", "particularily": "particularly", "permision": "permission",
    "permited": "permitted",
    "posession": "possession", "possesion": "possession", "preferrences": "preferences",
    "proceedure": "procedure",
    "proccess": "process", "procesing": "processing", "processsing": "processing", "prohibted": "prohibited",
    "provison": "provision", "providor": "provider", "reasonible": "reasonable", "relevent": "relevant",
    "requirment": "requirement", "requirments": "requirements", "retreive": "retrieve",
    "secutiry": "security",
    "securtiy": "security", "serivce": "service", "serivces": "services", "servcies": "services",
    "servcie": "service", "similiar": "similar", "specifed": "specified", "subsidary": "subsidiary",
    "supress": "suppress", "temporarly": "temporarily", "thrid": "third", "througout": "throughout",
    "unauthorised": "unauthorised", "unauthorzed": "unauthorised", "unfortunatly": "unfortunately",
    "usefull": "useful", "usally": "usually", "verfication": "verification", "verifiy": "verify",
    "voilate": "violate", "voilation": "violation", "violaton": "violation", "wether": "whether",
    "writting": "writing",
    "writen": "written", "youre": "you are", "dont": "do not", "doesnt": "does not", "cant": "cannot",
    "wont": "will not",
}  # fmt: skip
"""Words that are no words, and what was meant."""

STEMS = {
    "recie": "recei", "decie": "decei", "percie": "percei", "beleiv": "believ",
    "acheiv": "achiev", "seper": "separ", "accomod": "accommod", "adress": "address", "neccess": "necess",
    "priviled": "privile", "enviroment": "environment", "goverment": "government",
    "infomation": "information", "informtion": "information", "pesonal": "personal", "persoanl": "personal",
    "privcy": "privacy", "sucess": "success", "agreemnt": "agreement", "servce": "service",
    "occurence": "occurrence",
    "harrass": "harass", "embarass": "embarrass", "posess": "possess", "proccess": "process",
    "sensitve": "sensitive",
    "senesitive": "sensitive", "resposib": "responsib",
    "comunic": "communic",
}  # fmt: skip
"""Beginnings and middles that occur in no English word, and what was meant."""

RENAMED = {
    "twitter": "x", "tweet": "post", "tweets": "posts", "tweeted": "posted", "tweeting": "posting",
    "retweet": "repost", "retweets": "reposts", "google+": "google", "g suite": "google workspace",
    "facebook pay": "meta pay", "hbo max": "max", "transferwise": "wise",
}  # fmt: skip
"""Products that were renamed as a whole, known to everyone: the old and the new name are one thing."""

OWN_ENDINGS = {"google": "google.com", "youtube": "youtube.com", "amazon": "amazon.com"}
"""Endings of hosts that one publisher owns, and the site that is the same publisher's."""

RENAMED_HOSTS = {
    "twitter.com": "x.com", "t.co": "x.com", "facebook.com": "meta.com", "fb.com": "meta.com",
    "fb.me": "meta.com", "youtu.be": "youtube.com", "g.co": "google.com", "aka.ms": "microsoft.com",
    "lnkd.in": "linkedin.com", "amzn.to": "amazon.com", "transferwise.com": "wise.com",
}  # fmt: skip
"""Sites that moved as a whole with the renaming of their product or publisher, and short addresses."""

SHORTENERS = frozenset("bit.ly goo.gl tinyurl.com ow.ly is.gd buff.ly rebrand.ly cutt.ly t.ly rb.gy".split())
"""Sites that lead on to an address which theirs does not tell."""

FILE_HOSTS = tuple(
    """
    .akamaized.net .akamaihd.net .cloudfront.net .amazonaws.com .ctfassets.net .imgix.net .googleapis.com
    .core.windows.net .azureedge.net .fastly.net .fbcdn.net .cdninstagram.com .hubspotusercontent.com
    .zdassets.com .gstatic.com
    """.split()
)
"""Stores of files that publishers of every kind let: where a file lies there says not whose it is."""

SHARED_HOSTS = frozenset(
    """
    github.io gitlab.io blogspot.com wordpress.com zendesk.com amazonaws.com cloudfront.net herokuapp.com
    azurewebsites.net windows.net web.app firebaseapp.com netlify.app vercel.app pages.dev myshopify.com
    wixsite.com weebly.com notion.site webflow.io sharepoint.com freshdesk.com intercom.help statuspage.io
    readthedocs.io substack.com medium.com tumblr.com fandom.com hubspotusercontent.com onmicrosoft.com
    """.split()
)
"""Domains under which different publishers have hosts of their own."""

PARTS = (
    r"sections?|subsections?|articles?|clauses?|subclauses?|paragraphs?|subparagraphs?|points?|items?|options?|annex"
    r"|schedule|exhibit|appendix|subs?|abschnitt|ziffer|artikel|art|punkt|lit|buchstabe|abs|absatz|artículo|apartado"
    r"|letra|inciso|articolo|lettera|comma|artigo|alínea|alinéa|sección|bod|písm|pkt|ust|lid|sub|onder"
)
"""Names of the parts of a legal text, before their label, as part of a pattern."""

JOINS = r"and|or|to|through|und|oder|bis|et|ou|à|y|o|e|a|i|oraz|lub|en|of|och|eller|og"
"""Words between the labels of two parts that are referred to."""

TELLING_CAPITALS = frozenset(
    """
    us it who march mark may polish turkey china jersey sie ihr ihre ihrem ihren ihrer ihres ihnen lei loro
    vous usted ustedes de
    """.split()
)
"""Words that mean another thing with a capital."""

ARTICLES = {"a", "an", "the"}

AMERICAN = re.compile(
    r"(?<=[a-z]{3})(?:iz)(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)|(?<=[a-z]{3})yz(?=(?:e|"
    r"ed|es|er|ing)$)"
)

ENGLISH = re.compile(
    r"(?<!\w)(?:the|of|and|you|your|we|our|us|to|my|was|is|are|for|from|with|this|who|what|how|it|when|your)(?!\w)",
    re.IGNORECASE,
)
"""Words that tell that a line is English."""

FOREIGN = re.compile(
    r"(?<!\w)(?:le|la|les|des|du|cet|cette|ce|à|aux|et|est|en|pour|dans|sur|der|die|das|den|dem|dieser|diese"
    r"|dieses|und|für|im|ist|gilt|el|los|las|del|este|esta|y|para|il|lo|gli|della|questo|questa|e|per|si|het"
    r"|een|dit|deze|van|voor|op|ten|w|na|i|dla|ten|dotyczy|det|den|denna|och|för|på|til|og|o|os|do|da|em)(?!\w)",
    re.IGNORECASE,
)
"""Small words of languages that are not English."""

_UI = """
log in|login|log out|logout|sign in|sign up|log in or sign up|sign up log in|register|create account
create new account|my account
search|search...|menu|close|open|home|back|next|previous|prev|print|print this page|printable version
share|share this|share article|copy|copy link
copy url|copy article link|link copied|copied|save|save as pdf|download|download pdf|download as pdf
skip to content|skip to main content
skip to navigation|back to top|return to top|go to top|to top|top|scroll to top|up|show more|show less
read more|see more|view more|learn more|more
expand|collapse|expand all|collapse all|show all|hide|view all|see all|load more|loading|loading...
please wait|play|play video|pause|watch video
watch the video|video|unmute|mute|take survey|take the survey|take our survey|start survey|feedback
give feedback|send feedback|submit|submit feedback
yes|no|was this helpful|was this helpful?|was this article helpful|was this article helpful?
was this page helpful?|did this answer your question?
was this information helpful?|is this page helpful?|thanks for your feedback|thanks for your feedback!
thank you for your feedback|have a moment?
other ways to get help|still need help|get more help|get help
tell us how we're doing|tell us how we are doing|how can we improve it?|rate this article
have more questions?|have more questions? submit a request
submit a request|contact support|chat with us|live chat|ask the community|still need help?|need more help?
need more help|try these next steps:
follow|follow us|subscribe|newsletter|subscribe to our newsletter|on this page|in this article
table of contents|index|site footer|footer section|expand table of contents
on this page expand table of contents
contents|jump to|jump to section
accept|accept all|accept cookies|accept all cookies|reject all|decline|allow all|allow all cookies
cookie settings|manage cookies
manage preferences|cookie preferences|got it|i agree|agree|ok|okay|dismiss|cancel|confirm|continue|skip
english|language|select language
change language|choose language|choose your language|select your language|all collections|go back
go to homepage|help center|help centre|support
facebook|twitter|linkedin|instagram|youtube|pinterest|whatsapp|telegram|tiktok|email|e-mail|link|reddit
tumblr|share on facebook
share on twitter|share on linkedin|share on x|tweet|tweet this|get the app|get app|download the app
open app|download on the app store
get it on google play|available on the app store|false|true|yes no|null|undefined|nan|[object object]|none
sitemap|site map|cart|wishlist|checkout
notifications|settings|profile|dark mode|light mode|toggle navigation|toggle menu|toggle dropdown|new!
beta|advertisement|ad|sponsored
drucken|teilen|suche|suchen|anmelden|registrieren|einloggen|menü|schließen|zurück|nach oben|mehr anzeigen
weniger anzeigen|mehr erfahren|startseite
war dieser artikel hilfreich?|war dieser beitrag hilfreich?|imprimer|partager|rechercher|recherche
connexion|se connecter|s'inscrire|fermer
retour en haut|haut de page|accueil|retour|en savoir plus|voir plus|voir moins|lire la suite
cet article vous a-t-il été utile ?
cet article vous a-t-il aidé ?|imprimir|compartir|buscar|iniciar sesión|registrarse|cerrar|volver|inicio
volver arriba|ver más|leer más
¿fue útil este artículo?|entrar|partilhar|pesquisar|fechar|voltar|início|ver mais|stampa|condividi|cerca
accedi|registrati|chiudi|torna su|leggi di più
afdrukken|delen|zoeken|inloggen|registreren|sluiten|terug|naar boven|meer weergeven|drukuj|udostępnij
szukaj|zaloguj się|zarejestruj się|zamknij
skriv ut|dela|sök|logga in|registrera|stäng|tillbaka|udskriv|del|søg|log ind|luk|nyhet!|tulosta|jaa|etsi
kirjaudu|nyomtatás|megosztás|keresés
belépés|regisztráció|bezárás|vissza|tisk|sdílet|hledat|přihlásit se|registrovat|zavřít|zpět|tipărește
caută|autentificare|înregistrare|închide|înapoi
登录|注册|登入|註冊|搜索|搜尋|首页|首頁|返回|ログイン|検索|ホーム|로그인|검색|홈
"""
INTERFACE = frozenset(entry.strip() for row in _UI.strip().splitlines() for entry in row.split("|"))
"""Whole lines that are buttons and labels of a page, lower case."""

KEYS = re.compile(r"(?:(?:ctrl|cmd|alt|shift|option|⌘|⌃)\s?\+\s?){1,3}\w{1,5}", re.IGNORECASE)

RELATED = re.compile(
    r"(?:related|recommended|similar|popular|more|featured|recent(?:ly viewed)?|other(?: helpful)?|"
    r"latest|top|promoted|suggested)\s+"
    r"(?:help\s+)?(?:articles?|topics?|posts?|links?|content|resources?|pages?|reading|stories|news|"
    r"questions|searches|videos|guides)"
    r"(?:\s+(?:to read|in this section|for you))?|from (?:our|the) blog|latest from .{1,30}|"
    r"you (?:may|might) (?:also )?(?:like|"
    r"be interested in).{0,30}|people also (?:ask|viewed)|read next|what's next|explore more"
    r"|keep reading|more from .{1,40}|articles in this section|recently viewed articles|"
    r"verwandte (?:artikel|themen|beiträge)|ähnliche (?:artikel|themen|beiträge)"
    r"|weitere (?:artikel|themen|beiträge)|articles? (?:associés|connexes|similaires|liés)|(?:sujets|"
    r"contenus?) (?:associés|connexes|similaires)"
    r"|à lire aussi|artículos relacionados|temas relacionados|artigos relacionados|"
    r"tópicos relacionados|articoli correlati|argomenti correlati"
    r"|gerelateerde (?:artikelen|onderwerpen)|verwante artikelen|powiązane (?:artykuły|tematy)|"
    r"podobne artykuły|relaterade artiklar|relaterede artikler"
    r"|aiheeseen liittyvät artikkelit|kapcsolódó cikkek|související články|súvisiace články|"
    r"articole (?:similare|asociate|conexe)|povezani članci|関連記事|相关文章|관련 기사",
    re.IGNORECASE,
)
"""Headings under which a page lists other pages."""

_TONGUES = """
english|deutsch|français|español|italiano|português|nederlands|polski|svenska|dansk|norsk|suomi|čeština
slovenčina|magyar
română|български|ελληνικά|русский|українська|türkçe|العربية|עברית|हिन्दी|বাংলা|ไทย|日本語|한국어|中文|简体中文|繁體中文
中文(简体)|中文(繁體)
中文(香港)|tiếng việt|bahasa indonesia|bahasa melayu|filipino|tagalog|hrvatski|slovenščina
srpski|eesti|latviešu|lietuvių
íslenska|català|galego|euskara|afrikaans|kiswahili|فارسی|اردو|தமிழ்|తెలుగు|ಕನ್ನಡ|മലയാളം|मराठी|ગુજરાતી
norsk bokmål|norsk (bokmål)
english (us)|english (uk)|english (united states)|english (united kingdom)|português (brasil)
português (portugal)|português do brasil
español (españa)|español (latinoamérica)|español (méxico)|français (france)|français (canada)
français canadien
"""
LANGUAGES = frozenset(entry.strip() for row in _TONGUES.strip().splitlines() for entry in row.split("|"))
"""Names languages give themselves, lower case: a line of them is a language picker."""

LANGUAGE = re.compile(
    r"(?:albanian|arabic|bengali|bulgarian|catalan|chinese|croatian|czech|danish|dutch|english|estonian|filipino"
    r"|finnish|french|galician|german|greek|hebrew|hindi|hungarian|icelandic|indonesian|irish|italian|japanese"
    r"|korean|latvian|lithuanian|malay|maltese|norwegian|persian|polish|portuguese|romanian|russian|serbian"
    r"|slovak|slovakian|slovene|slovenian|spanish|swedish|tagalog|tamil|thai|turkish|ukrainian|urdu|vietnamese)"
    r"(?:\s\([\w\s]{2,24}\))?",
    re.IGNORECASE,
)
"""A language by its English name."""

LANGUAGES_AHEAD = re.compile(
    r"(?:(?:additional|available|other|all|more|select|choose)\s+(?:your\s+)?languages?"
    r"|(?:also )?available in(?: other languages)?"
    r"|(?:view|read) (?:this|in) .{0,30}languages?)(?:\W.{0,90})?",
    re.IGNORECASE,
)
"""What stands above a list of languages."""

AVAILABLE = re.compile(
    r"(?<!\w)(?:here|available|read|see|view|download|found|hier|finden sie|abrufbar|ici|consult\w*|voir"
    r"|disponib\w*|aquí|aqui|puede ver|ver|qui|itt|érhető|linkre|tutaj|dostępn\w*|zde|tu|k dispozici|här|her"
    r"|täällä|tukaj|ovdje|aici|εδώ|δείτε|här|tillgängli\w*|beschikbaar)(?!\w)",
    re.IGNORECASE,
)
"""How a line says that what it names stands elsewhere."""

SURVEY = re.compile(
    r".{0,120}\b(?:take|complete|answer|fill (?:in|out)|join)\b.{0,40}\b(?:survey|questionnaire|poll)\W*",
    re.IGNORECASE,
)
"""Asks those who read the page for their opinion of it."""

CHOICE = re.compile(
    r"(?:accept|allow|reject|decline|refuse|deny)(?: all)?(?: optional| additional"
    r"| (?:non-)?essential)?(?: cookies)?"
    r"|(?:only allow|allow only|accept only|only|use) (?:strictly )?(?:essential|necessary)(?: cookies)?"
    r"|(?:essential|necessary)(?: cookies)? only|(?:i )?(?:agree|accept|disagree)(?: and close)?"
    r"|(?:manage|customi[sz]e|cookie)(?: my| your)?(?: cookie| data| privacy)?"
    r" (?:settings|preferences|choices|options)"
    r"|alle(?: cookies)? (?:akzeptieren|zulassen|erlauben|ablehnen)|(?:ablehnen|akzeptieren|zustimmen)"
    r"|nur (?:notwendige|erforderliche|essenzielle)(?: cookies)?(?: akzeptieren| zulassen| erlauben)?"
    r"|(?:cookie-)?einstellungen(?: verwalten| anpassen)?"
    r"|tout (?:accepter|refuser)|(?:accepter|autoriser|refuser)(?: tous les)?(?: cookies)?"
    r"|continuer sans accepter|(?:gérer|personnaliser) (?:mes|les) (?:choix|préférences|cookies)"
    r"|(?:aceptar|rechazar|permitir)(?: tod[oa]s?)?(?: las)?(?: cookies)?|configurar(?: las)?(?: cookies)?"
    r"|(?:accetta|rifiuta|consenti)(?: tutt[oi])?(?: i)?(?: cookie)?|gestisci (?:opzioni|preferenze|cookie)"
    r"|(?:aceitar|rejeitar|recusar|permitir)(?: tod[oa]s?| tudo)?(?: os)?(?: cookies)?"
    r"|(?:alles?|cookies)(?: cookies)? (?:accepteren|toestaan|weigeren)|(?:accepteren|weigeren)"
    r"|(?:zaakceptuj|akceptuj|odrzuć)(?: wszystkie)?(?: pliki cookie)?",
    re.IGNORECASE,
)
"""A button of a dialog that asks for consent."""

PARTIES = re.compile(
    r"partn|third.part|provider|processor|vendor|recipient|advertis|cookie|supplier|affiliat|analytic|social|track"
    r"|tool|plug-?in|drittanbieter|dritte|dienstleister|auftragsverarbeit|empfänger|prestataire|sous-traitant"
    r"|tiers|destinataire|tercero|proveedor|encargado|terceiro|fornecedor|terze|fornitor|derde|verwerker"
    r"|podwykonawc|dostawc|leverand|leverant|tredje|alihankk|poskytovate|zpracovatel|furnizor|szolgáltató",
    re.IGNORECASE,
)
"""In a heading: its section may list whom the publisher works with, a link each."""

SITE = re.compile(
    r"about(?: us)?|careers?|jobs|press(?: (?:kit|room|releases?))?|newsroom|blog|contact(?: us)?|advertise"
    r"|investors|businesses|developers|help(?: cent(?:er|re))?|support|home|sitemap|faq|presse|karriere"
    r"|kontakt|über uns|hilfe|à propos|recrutement|nous contacter|aide|contacto|ayuda|prensa|empleo",
    re.IGNORECASE,
)
"""What the links at the foot of a site are called."""

HELPED = re.compile(
    r"(?:was|is|did) th(?:is|e) (?:article|page|information|answer|content)s? (?:helpful|useful|help you)\??"
    r"(?:\W+yes)?(?:\W+no)?|did this answer your question\??",
    re.IGNORECASE,
)
"""The page's question whether it helped."""

QUEUE = re.compile(
    r"(?:the |our )?(?:current )?(?:wait|waiting|response) times? .{0,60}\blonger than (?:usual|normal)\b"
    r".{0,60}"
    r"|you (?:can|could|may|might) (?:find|get) an? \w+ (?:answer|solution|reply) (?:on|at|in) our .{1,40}",
    re.IGNORECASE,
)
"""What a support page says of how long its staff takes to answer."""

MACHINE = re.compile(r"ai[- ]generated (?:key )?(?:takeaways?|summary|overview|highlights)", re.IGNORECASE)
"""What stands above a summary that a machine made of the page."""

LEGAL = re.compile(
    r"terms|polic|condition|agreement|rules|privacy|notice|addendum|legal|guideline|statement|"
    r"licen[cs]e|disclosure|impressum|bedingung|datenschutz|richtlinie|agb"
    r"|vertrag|politique|mentions|charte|règles|términos|condicion|política|privacidad|aviso|termos|"
    r"condições|termini|condizioni|informativa|voorwaarden|beleid"
    r"|regulamin|polityka|warunki|villkor|policy|vilkår|ehdot|felhasználási|szabályzat|feltételek|ászf|"
    r"podmínky|zásady|podmienky|pravila|pogoji|uvjeti|opći|splošni|termeni|condiții|όρ(?:οι|ων|ους)|πολιτικ|условия|政策|条款|"
    r"規約|약관",
    re.IGNORECASE,
)
"""Words in the name of a legal text: a link to one may be part of the policy."""
