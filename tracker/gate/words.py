"""What pages say that are no policy, and what policies say, in the languages that are met most.

Phrases are fragments of regular expressions, a tuple a language, matched without regard to case. None may
hold an unbounded repeat: they are looked for in fetched text.
"""

from __future__ import annotations

import re

ERRORS = {
    "en": (
        r"(page|document|article|content|url|file|site|link|resource|address)s? ((that )?you[\w’' ]{0,40} |"
        r"has |have |was |is |are |could |can )?(been )?"
        r"(not|n['’]t|cannot|can['’]t|no longer|moved|removed|deleted|expired|gone)"
        r"([ \w]{0,30} ?(found|exists?|available|here|there|valid|moved|removed|deleted))?",
        r"(this|the) (page|content|site|document|link)[\w ]{0,12} (isn|wasn|doesn|couldn|can)['’]t",
        r"not found", r"page missing", r"(can['’]?not|can['’]t|could ?n['’]t|unable to) (be )?"
        r"(find|found|locate|load|display|reach|process|connect)", r"nothing (was found|to see|here)",
        r"http error", r"error (code )?[45]\d\d", r"\b(404|410|500|502|503|504)\b",
        r"(internal )?server error", r"bad gateway", r"gateway time-?out", r"page expired",
        r"(service|site|website|page|we)( is| are)? (temporarily |currently )?(unavailable|offline|down)\b",
        r"application error", r"client-side exception", r"(something|things?) (went|has gone|"
        r"have gone) wrong",
        r"(an|unexpected|technical) (\w+ )?(error|problem)( has)?( occurred)?", r"technical difficulties",
        r"temporarily (down|offline|unavailable|out of)", r"(under|scheduled|planned|routine) maintenance",
        r"(we['’]ll|we will|will) be (right )?back", r"try (again|reloading|"
        r"refreshing)( \w+)? ?(later|in a)?",
        r"refresh (this|the) page", r"\boops\b", r"\bwhoops\b", r"\buh[- ]oh\b", r"redirecting",
        r"being redirected", r"loading ?(\.\.\.|…)", r"coming soon", r"domain (is|may be) (for sale|"
        r"parked)",
        r"this domain", r"broken link", r"lost\?", r"account (has been )?suspended", r"no results",
        r"dead end", r"were looking for (doesn|isn|wasn|can)['’]t", r"(unsupported|outdated|old) browser",
        r"\bbe (right )?back\b", r"too many requests|slow down", r"(requested )?url was rejected",
    ),
    "script": (
        r"(enabl|activ|turn on|allow|habilit|ativ|attiv|abilit|schakel|aktiv|włącz|zapn|включ|slå)"
        r"[^.\n]{0,40}\bjava ?script",
        r"java ?script[^.\n]{0,30}(required|disabled|turned off|needed|aktivier|einschalten|inschakelen|"
        r"désactivé|desactivado|disattivato|uitgeschakeld|有効|無効|オン)", r"启用 ?java|자바스크립트",
    ),
    "de": (
        r"(seite|dokument|inhalt|artikel)\w*( [\w ]{0,40})? (nicht|existiert|wurde (gel[öo]scht|"
        r"verschoben|entfernt))",
        r"nicht gefunden", r"nicht (mehr )?(verf[üu]gbar|erreichbar|vorhanden)", r"existiert nicht",
        r"(interner )?serverfehler", r"fehler (\d{3}|ist aufgetreten|aufgetreten)", r"fehlerseite",
        r"(schief|falsch) ?(gelaufen|gegangen)", r"wartungsarbeiten|wartungsmodus|\bwartung\b",
        r"sp[äa]ter (noch ?einmal|erneut|wieder)",
        r"versuchen sie es", r"gleich wieder (da|zur[üu]ck)", r"wird geladen", r"weiterleitung",
        r"\bhoppla\b|\bups\b",
        r"führt ins leere", r"in kürze wieder", r"arbeiten (gerade |derzeit )?an unserer (web)?seite",
    ),
    "fr": (
        r"(page|document|contenu|article|adresse)[\w’' ]{0,50} (introuvable|n['’ ]?(existe|est) (pas|plus)|"
        r"a été (supprimée?|déplacée?))", r"introuvable", r"n['’]existe (pas|plus)",
        r"n['’]est (pas|plus) disponible",
        r"erreur (404|5\d\d|serveur|interne|technique|inattendue)", r"(une )?erreur (est survenue|"
        r"s['’]est produite)",
        r"(en|de) maintenance", r"indisponible", r"réessay(er|ez)", r"de retour (très )?(bientôt|"
        r"vite)", r"chargement",
        r"redirection en cours", r"\boups\b", r"problème technique", r"a disparu",
        r"(lien|adresse)[\w’' -]{0,30} (rompu|cassé|erroné)e?", r"revenons (bientôt|vite|très)",
    ),
    "es": (
        r"p[áa]gina[\w ]{0,40} (no (se |ha )?(encontr\w+|existe|est[áa] disponible|sido encontrada)|ya no)",
        r"no (se )?(encontr\w+|pudo encontrar|ha sido encontrad[ao])", r"no existe", r"ya no est[áa]",
        r"error (404|5\d\d|interno|del servidor|inesperado)", r"(se )?ha (producido|"
        r"ocurrido) un (error|problema)",
        r"(algo|algo ha) sali[óo] mal|algo fue mal|ha ido mal", r"en mantenimiento",
        r"mantenimiento programado",
        r"no (est[áa]|se encuentra) disponible", r"int[ée]ntelo|int[ée]ntalo|vuelva a intentar|"
        r"intenta de nuevo",
        r"\bcargando\b", r"redirigiendo", r"volvemos (pronto|enseguida)|estaremos de vuelta",
        r"\bvaya\b[!,]|\buy\b[!,]",
    ),
    "it": (
        r"pagina[\w ]{0,40} (non (è |esiste|trovata|disponibile)|inesistente|rimossa|spostata)",
        r"non (è stata )?trovata",
        r"non (esiste|è disponibile|è più)", r"errore (404|5\d\d|interno|del server|imprevisto)",
        r"si è verificato un (errore|problema)", r"qualcosa è andato storto", r"in manutenzione|"
        r"manutenzione",
        r"riprova(re)?( più tardi)?", r"caricamento", r"reindirizzamento", r"torniamo (presto|"
        r"subito)|torneremo", r"non ha funzionato", r"sito in aggiornamento",
    ),
    "pt": (
        r"p[áa]gina[\w ]{0,40} (n[ãa]o (foi |existe|encontrada|est[áa])|inexistente|removida)",
        r"n[ãa]o (foi |p[ôo]de ser )?encontrad[ao]", r"n[ãa]o existe",
        r"n[ãa]o est[áa] (mais )?dispon[íi]vel",
        r"erro (404|5\d\d|interno|do servidor|inesperado)", r"ocorreu um (erro|problema)",
        r"algo deu errado|algo correu mal",
        r"em manuten[çc][ãa]o|manuten[çc][ãa]o programada", r"indispon[íi]vel", r"tent(e|"
        r"ar) (novamente|de novo|mais tarde)",
        r"carregando|a carregar", r"redirecionando|a redirecionar", r"voltamos (j[áa]|em breve)|"
        r"estaremos de volta|voltaremos",
    ),
    "nl": (
        r"pagina[\w ]{0,40} (niet|bestaat|verwijderd|verplaatst)", r"niet gevonden", r"bestaat niet",
        r"niet (meer )?(beschikbaar|bereikbaar|vindbaar)", r"(interne )?serverfout", r"fout (404|"
        r"5\d\d|opgetreden)",
        r"er (is|ging) (iets|een fout)[\w ]{0,12} (mis|fout|opgetreden)", r"\b(mis|fout)gegaan\b",
        r"\bstoring\b",
        r"onderhoud", r"probeer het[\w ]{0,12} (opnieuw|later)", r"(zo|snel) (weer )?terug",
        r"wordt geladen|bezig met laden",
        r"doorgestuurd", r"\boeps\b",
    ),
    "other": (
        r"sidan (hittades|kunde|finns) (inte|ej)", r"siden (blev|ble|findes|finnes) ikke",
        r"ikke fundet|ikke funnet",
        r"sivua ei l[öo]y[dt]|huoltokatko", r"nie (znaleziono|znaleźliśmy|istnieje)|strona nie",
        r"została usunięta|przerwa techniczna|prace (konserwacyjne|techniczne)",
        r"технически[ех] работ|временно недоступ", r"str[áa]nka nebyla nalezena|"
        r"nenalezena",
        r"sayfa bulunamad[ıi]", r"страница не найдена|не найден", r"ошибка \d{3}|ошибка сервера",
        r"ett fel (har )?(intr[äa]ffat|uppstod)", r"der opstod en fejl|det oppstod en feil",
        r"wyst[ąa]pi[łl] b[łl][ąa]d",
        r"見つかりません|見つかりませんでした|存在しません|お探しのページ|削除された|ページが表示できません",
        r"エラーが発生|サーバーエラー|内部エラー|メンテナンス(中|のため|を)|ただいまメンテナンス|"
        r"一時的に(利用|ご利用|アクセス)|"
        r"もう一度お試し|しばらくしてから|読み込み中|移動しました|リダイレクト|ご利用いただけません|"
        r"申し訳(ございません|ありません)",
        r"页面不存在|找不到(页面|该|网页)|頁面不存在|无法(找到|访问)|服务器错误|系统维护|稍后(再试|重试)",
        r"페이지를 찾을 수|존재하지 않|오류가 발생|점검 중|다시 시도",
    ),
}  # fmt: skip
CHALLENGES = (
    r"(verif\w+|checking|confirm\w*|prove) (that )?(you are|you['’]re|if you are|if the site|"
    r"your browser|your connection|"
    r"the site connection)", r"enable javascript and cookies", r"are you (a |an )?(human|robot|real)",
    r"(not|aren['’]t) a (ro)?bot\b", r"you are human", r"access (to this (page|site|website|"
    r"resource) )?(has been |is |was )?denied",
    r"don['’]t have permission to access", r"attention required", r"unusual (traffic|activity)",
    r"automated (requests?|traffic)",
    r"security (check|verification)", r"(request|you have been|has been) (was )?blocked",
    r"ddos protection", r"one more step",
    r"just a moment", r"complete the captcha|solve the|captcha", r"ray id", r"pardon our interruption",
    r"ihren browser (wird )?([üu]berpr[üu]f|pr[üu]f)|browser wird ([üu]berpr[üu]ft|gepr[üu]ft)|"
    r"dass sie ein mensch|kein roboter|"
    r"zugriff (wurde )?(verweigert|blockiert|gesperrt)|nur einen moment|einen moment( bitte|,)|"
    r"sicherheits([üu]berpr[üu]fung|pr[üu]fung|abfrage)|"
    r"ungew[öo]hnliche(n|r)? (datenverkehr|aktivit)",
    r"v[ée]rifi\w+ (que )?(vous [êe]tes|votre navigateur|votre connexion)|[êe]tes (pas )?un (robot|"
    r"humain)|acc[èe]s (refus[ée]|bloqu[ée]|interdit)|"
    r"un instant(,|…|\.\.\.| s['’]il)|contr[ôo]le de s[ée]curit[ée]|"
    r"v[ée]rification de s[ée]curit[ée]|trafic inhabituel",
    r"verific\w+ (que |se )?(eres|es|usted|tu navegador|su navegador)|(no )?(eres|soy) un (robot|"
    r"humano)|acceso (denegado|bloqueado|prohibido)|"
    r"un momento(,|…|\.\.\.)|(comprobaci[óo]n|verificaci[óo]n) de seguridad|tr[áa]fico inusual",
    r"verific\w+ (che |di )?(tu sia|sei|lei|essere|il tuo browser)|non sono un robot|"
    r"un essere umano|accesso (negato|bloccato)|"
    r"(controllo|verifica) di sicurezza|traffico insolito|attendi un momento",
    r"verific\w+ (que |se )?(voc[êe]|é humano|o seu navegador|seu navegador)|n[ãa]o ([ée]s?|"
    r"sou) um rob[ôo]|acesso (negado|bloqueado)|"
    r"(verifica[çc][ãa]o|checagem) de seguran[çc]a|tr[áa]fego incomum|um momento(,|…|\.\.\.)",
    r"controleren of (u|je|uw|de)|(geen|niet een) robot|een mens bent|toegang (is )?(geweigerd|"
    r"geblokkeerd)|beveiligings(controle|check)|"
    r"een moment geduld|ongebruikelijk verkeer",
    r"ロボットではありません|人間であること|あなたが人間|ブラウザ(ー)?を(確認|チェック|検証)|"
    r"アクセスが(拒否|制限|ブロック)|しばらくお待ちください|セキュリティ(チェック|"
    r"確認)|認証してください",
    r"人机验证|安全验证|访问被拒绝|로봇이 아닙니다|проверка браузера|вы не робот|доступ запрещ",
    r"(not|isn['’]t|un)[ -]?available (in|from|for) your (country|region|location|area)|"
    r"your (country|region) is not",
    r"(in )?ihrem (land|gebiet)|in deinem land|dans votre (pays|r[ée]gion)|en su (pa[íi]s|"
    r"regi[óo]n)|en tu (pa[íi]s|regi[óo]n)|nel tuo paese|"
    r"no seu pa[íi]s|in (uw|jouw) (land|regio)|お住まいの(国|地域)",
    r"(are you|must be|you are) (over |at least |of )?(1[689]|2[01]|legal)|confirm your age|"
    r"age verification|enter your (date of birth|birthday)|adults only|(18|21) (years )?(or|and) older",
    r"(über|schon) 18\b|volljährig|alter best[äa]tigen|ihr alter\b|plus de 18 ans|âge légal|majeure? \?|"
    r"mayor de edad|maggiorenne|maior de idade|18 jaar of ouder|ukończone 18|20歳(以上|未満)|年齢確認",
    r"available (where you are|in your)|(in|from) your (current )?location|legal reasons|dans votre région|"
    r"en (tu|su) zona|in ihrer region",
    r"(bekräfta|bekræft|bekreft) att? du|essere una persona|support id",
)  # fmt: skip
LOGINS = (
    r"\b(log|sign)[ -]?(in|on)\b", r"forgot(ten)? (your )?(password|username)",
    r"create an? account", r"remember me",
    r"continue with (google|apple|facebook|email)", r"\bpassword\b", r"members? only",
    r"\banmelden\b|\beinloggen\b|passwort vergessen|angemeldet bleiben|konto erstellen|"
    r"melden sie sich|melde dich",
    r"se connecter|connectez-vous|connexion\b|mot de passe|cr[ée]er un compte|rester connect",
    r"iniciar sesi[óo]n|inicia sesi[óo]n|inicie sesi[óo]n|contrase[ñn]a|crear (una )?cuenta|"
    r"acceder a (tu|su) cuenta",
    r"\baccedi\b|effettua il login|password dimenticata|crea un account|hai dimenticato",
    r"iniciar sess[ãa]o|inicie sess[ãa]o|fazer login|fa[çc]a login|\bsenha\b|palavra-passe|"
    r"criar (uma )?conta|\bentrar\b",
    r"\binloggen\b|log in\b|wachtwoord( vergeten)?|account aanmaken|aangemeld blijven",
    r"ログイン|サインイン|パスワード|新規登録|会員登録", r"登录|登入|密码|로그인|비밀번호|войти|"
    r"пароль|zaloguj|logga in|log ind|logg inn",
)  # fmt: skip
CHOICES = (
    r"accept (all|cookies|and (continue|close))",
    r"(accept|reject|allow|decline|refuse) (additional|optional|analytics|non-essential)",
    r"(reject|decline|refuse) (all|cookies|non)",
    r"continue without (accepting|agreeing)",
    r"manage (my |your )?(preferences|choices|options|cookies|settings|consent)",
    r"cookie (settings|preferences|choices)",
    r"customi[sz]e (cookies|choices|settings)", r"(necessary|essential) (cookies )?only|"
    r"only (necessary|essential)", r"\bi (agree|accept|consent)\b",
    r"your privacy choices", r"before you continue", r"we (and our (\d+ )?(\w+ )?partners )?(use|"
    r"value|store)[^.]{0,60}(cookies|privacy)",
    r"(alle|alles) (cookies )?(akzeptieren|ablehnen|annehmen)|(akzeptieren|ablehnen|zustimmen) und|"
    r"einstellungen (verwalten|anpassen)|"
    r"nur (notwendige|erforderliche|essenzielle)|ohne einwilligung|weiter ohne|"
    r"wir (und unsere (\d+ )?partner )?(verwenden|nutzen|setzen)[^.]{0,40}cookies|"
    r"bevor sie fortfahren|cookie-einstellungen",
    r"tout (accepter|refuser)|accepter (et|tout)|continuer sans accepter|g[ée]rer (mes|vos|"
    r"les) (choix|pr[ée]f[ée]rences|cookies)|param[ée]trer|"
    r"personnaliser (mes|vos) choix|avant de continuer|"
    r"nous (et nos (\d+ )?partenaires )?utilisons[^.]{0,40}cookies",
    r"(aceptar|rechazar) (todo|todas|todos|cookies)|aceptar y|gestionar (mis |tus |sus )?(opciones|"
    r"preferencias|cookies)|configurar (las )?cookies|"
    r"antes de continuar|s[óo]lo (necesarias|esenciales)|continuar sin aceptar|"
    r"(nosotros y nuestros (\d+ )?socios )?(utilizamos|usamos)[^.]{0,40}cookies",
    r"(accetta|rifiuta)(re)? (tutto|tutti|i cookie)|accetta e|gestisci (le )?(opzioni|preferenze)|"
    r"personalizza|continua senza accettare|"
    r"prima di continuare|(noi e i nostri (\d+ )?partner )?utilizziamo[^.]{0,40}cookie|"
    r"solo (necessari|essenziali)",
    r"(aceitar|rejeitar|recusar) (tudo|todos|cookies)|aceitar e|gerir (as |minhas )?(op[çc][õo]es|"
    r"prefer[êe]ncias)|gerenciar (op[çc][õo]es|prefer[êe]ncias|cookies)|"
    r"antes de continuar|(n[óo]s e (os )?nossos (\d+ )?parceiros )?(utilizamos|"
    r"usamos)[^.]{0,40}cookies|apenas (necess[áa]rios|essenciais)",
    r"(alles|alle cookies) (accepteren|weigeren|afwijzen)|accepteren en|(voorkeuren|"
    r"instellingen) (beheren|aanpassen)|zelf instellen|voordat (je|u) (verder|doorgaat)|"
    r"(wij|we) (en onze (\d+ )?partners )?gebruiken[^.]{0,40}cookies|alleen (noodzakelijke|functionele)",
    r"すべて(の ?cookie ?を)?(許可|同意|拒否|受け入れ)|同意(する|して続ける)|拒否する|設定を(管理|"
    r"変更)|cookie ?を使用|クッキーを使用|続行する前に|続ける前に",
    r"全部接受|全部拒绝|모두 (동의|허용|거부)|принять все|отклонить|zaakceptuj|odrzu[ćc]|godk[äa]nn alla|"
    r"accepter alle|godta alle",
)  # fmt: skip
PURPOSES = (
    r"(store|storing)[ /\w]{0,12} access(ing)? information on a device",
    r"legitimate interest[^.\n]{0,40}vendors?\b",
    r"informationen auf einem ger[äa]t speichern",
    r"acc[ée]der [àa] des informations sur un (appareil|terminal)",
    r"(almacenar|acceder a) la informaci[óo]n en un dispositivo",
    r"archiviare( informazioni)?[\w ,/]{0,30} su (un )?dispositivo",
    r"(armazenar|aceder a)[\w ,/]{0,20} informa[çc][õo]es (num|em um) dispositivo",
    r"informatie op een apparaat opslaan",
)  # fmt: skip
"""What advertisers call the first of their purposes, the same on all sites."""
POLICY_TITLES = (
    r"privacy|polic(y|ies)|\bterms\b|conditions|agreement|guidelines|cookies?|\bnotice\b|"
    r"\blegal\b(?! (reason|drinking|age|restriction|requirement))|"
    r"imprint|\brules\b|statement|addendum|\bdpa\b|"
    r"standards|data protection|disclaimer|code of conduct",
    r"datenschutz|nutzungsbedingungen|nutzungsbeding|gesch[äa]ftsbedingungen|\bagb\b|impressum|"
    r"richtlinie|rechtliche|vertragsbedingungen|hinweise|"
    r"regeln\b|grunds[äa]tze|erkl[äa]rung|ordnung|vereinbarung",
    r"confidentialit|donn[ée]es|\bcg[uv]\b|mentions|charte|politique|conditions g[ée]n[ée]rales|"
    r"r[èe]glement",
    r"privacidad|t[ée]rminos|pol[ií]tica|aviso|reglas|condiciones|normas|protecci[óo]n de datos",
    r"condizioni|informativa|termini|norme|regolamento|note legali|politica",
    r"privacidade|termos|pol[ií]tica|aviso legal|condi[çc][õo]es|regulamento|prote[çc][ãa]o de dados",
    r"voorwaarden|privacy|beleid|verklaring|reglement|richtlijnen|gedragsregels",
    r"villkor|integritet|betingelser|vilk[åa]r|privatliv|personvern|persondata|ehdot|tietosuoja|"
    r"retningslinjer|riktlinjer",
    r"regulamin|polityka|warunki|podm[íi]nky|z[áa]sady|uvjeti|pravila|pogoji|adatv[ée]delm|"
    r"szerz[őo]d[ée]si|felt[ée]telek|termeni|"
    r"confiden[țt]ialitate|ko[şs]ullar|gizlilik|politikas[ıi]|tingimused|noteikumi|taisykl[ėe]s|s[ąa]lygos",
    r"политик|услови|соглашени|правила|конфиденциальн|персональных|общи условия|όροι|πολιτικ|απορρ[ήη]του",
    r"プライバシー|ポリシー|利用規約|規約|規定|方針|個人情報|ガイドライン|特定商取引|隐私|條款|条款|"
    r"政策|协议|개인정보|약관|방침",
)  # fmt: skip
POLICY_WORDS = {
    "en": r"privacy|personal|data|information|policy|policies|terms|conditions?|services?|rights?|"
          r"consent|laws?|legal|liab\w+|agreement|users?|"
          r"accounts?|content|cookies?|third|part(y|ies)|process\w*|controller|gdpr|must|shall|may|"
          r"prohibited|guidelines|rules|retain\w*|collect\w*|"
          r"share[ds]?|provid\w+|disclos\w+|access|request\w*|delet\w+|applicable|notify|notice",
    "de": r"daten\w*|personenbezogen\w*|nutz\w+|vertrag\w*|recht\w*|verarbeit\w+|\w*bedingungen|"
          r"einwillig\w+|dsgvo|zweck\w*|speicher\w+|dritte\w*|"
          r"anbieter\w*|kunde\w*|haft\w+|gesetz\w*|cookies?|verantwortlich\w*|auskunft|l[öo]sch\w+|"
          r"widerruf\w*|gem[äa][ßs]+|informationen|dienst\w*|konto",
    "fr": r"donn[ée]es|personnelles?|confidentialit[ée]|droits?|utilis\w+|contrat\w*|services?|"
          r"traitement\w*|lois?|conditions|consentement|rgpd|"
          r"finalit[ée]s?|conserv\w+|tiers|responsable|client\w*|cookies?|informations?|compte|"
          r"acc[èe]s|supprim\w+|effacement|collect\w+|l[ée]gales?",
    "es": r"datos|personales|privacidad|derechos?|usuarios?|contrato|tratamiento|ley|leyes|"
          r"condiciones|consentimiento|rgpd|finalidad\w*|conserv\w+|"
          r"terceros|responsable|clientes?|cookies?|informaci[óo]n|cuenta|acceso|suprimir|"
          r"supresi[óo]n|servicios?|t[ée]rminos|recopil\w+",
    "it": r"dati|personali|diritt[io]|utent[ei]|trattamento|leggi?|condizioni|consenso|gdpr|"
          r"finalit[àa]|conserv\w+|terz[ie]|titolare|client[ei]|"
          r"cookie|informazioni|account|accesso|cancell\w+|serviz[io]|contratto|termini|raccogli\w+|"
          r"raccolt\w+|privacy",
    "pt": r"dados|pessoais|direitos?|usu[áa]rios?|utilizador\w*|tratamento|lei|leis|condi[çc][õo]es|"
          r"consentimento|lgpd|rgpd|finalidade\w*|"
          r"conserv\w+|terceiros|respons[áa]vel|clientes?|cookies?|informa[çc][õo]es|conta|acesso|"
          r"eliminar|exclu\w+|servi[çc]os?|contrato|termos|recolh\w+|colet\w+",
    "nl": r"persoonsgegevens|gegevens|voorwaarden|rechten?|gebruik\w*|verwerk\w+|wet\w*|toestemming|"
          r"avg|doel\w*|bewar\w+|derden|"
          r"verantwoordelijke|klant\w*|cookies?|informatie|account|toegang|verwijder\w+|dienst\w*|"
          r"overeenkomst|privacy|verzamel\w+",
}  # fmt: skip
POLICY_SIGNS = re.compile(
    r"個人情報|利用者|規約|当社|第三者|取得|利用目的|同意|提供|法令|開示|削除|保有|データ|"
    r"本サービス|情報|クッキー|cookie",
    re.I,
)
"""Of a text in Japanese, which has no words to count."""


def anywhere(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.I)


ERROR = anywhere(*(phrase for spoken in ERRORS.values() for phrase in spoken))
CHALLENGE = anywhere(*CHALLENGES)
LOGIN = anywhere(*LOGINS)
CHOICE = anywhere(*CHOICES)
PURPOSE = anywhere(*PURPOSES)
POLICY_TITLE = anywhere(*POLICY_TITLES)
POLICY_WORD = {language: re.compile(rf"\b({words})\b", re.I) for language, words in POLICY_WORDS.items()}
