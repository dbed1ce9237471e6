"""Finnish."""

from tracker.promises.words import Words

WORDS = Words(
    code="fi",
    common=(
        "ja on ei se että joka tai kun voi jos sekä myös ovat sen tämä näitä nämä sinun meidän mukaan "
        "kuin niiden jotka oikeus"
    ),
    nouns="ehdo ehto seloste käytän sopimu sääntö säänn asiakirj lausek sivu",
    stems="muuto muutt muute päivit tarkist uudistet säännöllis",
    parts={
        "doc": r"""
            \w*ehdo\w+|\w*ehto\w*|\w*seloste\w*|\w*käytän\w+|\w*sopimu\w+|\w*sään(?:tö|nö|tö)\w*
            \w*asiakirj\w+|\w*lausek\w+
        """,
        "tell": "ilmoit~|ilmoitam~|tiedot~|viestit~|muistut~",
    },
    change="muuto~|muutt~|muute~|päivit~|tarkist~|uudist~",
    document=r"(?:(?:näitä|näiden|nämä|näihin|tätä|tämän|tämä|yleis\w+) ){0,2}(?:<doc>)|tämä sivu",
    other=r"""
        \w*hin(?:ta|na|to|nas)\w*|\w*maksu\w*|\w*palvelu\w*|\w*toiminnallisuu\w+|\w*tuot\w+|\w*laki\w*
        \w*lainsäädän\w+|\w*tili\w*|\w*tieto\w*
    """,
    price=r"\w*hinto\w*",
    joiner="ja|tai|sekä|,",
    breaks="jos|kun|koska|jotta|ennen|jälkeen|joka|jotka|että|mikäli|sähköposti~|ilmoit~|hyväks~",
    points="tällöin|siitä|niistä|ilmoitus|muutoksista|muutokset",
    heading=r"(?:.{0,40}?)\b\w*(?:muuttami|muutoks|muutokse|päivity|päivittämi)\w*(?: .{0,60})?",
    renewed=r"(?:uu\w+|muutet\w+|päivite\w+|voimassa olev\w+|viimeisin|ajantasai\w+) (?:<doc>|versio\w*)",
    reserve=r"""
        (?:oikeus|pidätt~|voi|voimme|saa) ~8 (?:muut|päivit|tarkist)~|oikeu~ ~4 (?:muut|päivit)~
    """,
    notify="<tell>|tiedoksi|ilmoitus",
    posting="julkais~|julkaist~|saatavilla|nähtävillä",
    we="me|palveluntarjoaja~",
    reader_acts=r"""
        (?:käyttäjä\w*|asiakka\w+|asiakas|osapuol\w+|sinun)(?: \w+){0,3}? (?:voi|tulee|täyty|pitää|on oikeus
        |on velvollinen|saa)|irtisano~|ilmoittaa meille
    """,
    may="voi(?:mme)? ~2 (?:ilmoit|tiedot)~",
    never_told="ilman (?:eri |erillistä |ennakko)?(?:ilmoitu|ennakkoilmoitu)~|ilmoittamatta",
    stamped="päiväy~ ~4 (?:päivit|muut|ilmen)~|(?:päivit|muut)~ ~4 (?:päiväy|päivämäär)~",
    look="tarkist~|lue|lukea|tutustu~|seura~|käy~",
    again="säännöllisesti|ajoittain|aika ajoin|usein|mahdollis~ muutoks~",
    looked_at=r"tä(?:mä|tä|llä) sivu\w*|verkkosivu\w*",
    day=r"päiv(?:ä|ää|än|iä)|arkipäiv\w+",
    week="viik(?:ko|koa|on)",
    month="kuukau(?:si|tta|den)",
    hour="tun(?:ti|tia|nin)",
    business=r"arkipäiv\w+|työ",
    numbers={
        "yksi": 1, "yhtä": 1, "kaksi": 2, "kahta": 2, "kolme": 3, "seitsemän": 7, "neljätoista": 14,
        "viisitoista": 15, "kolmekymmentä": 30,
    },
    before=r"(?:,? ?\w+)??,? ?(?:ennen|etukäteen|aiemmin)",
    after=r"(?:\w+ )?(?:kuluttua|jälkeen|päästä|kuluessa)",
    effect="voima~|sovelle~",
    earliest="aikaisintaan",
    posted="julkais~",
    told="ilmoit~|ilmoitu~|tiedoksi~|lähett~",
    event="muuto~|voima~|niiden|ehto~|ehdo~|uu~|soveltami~",
    foreign="irtisano~|pääty~|hin(?:ta|to|na)~|maksu~|peruut~|purka~|toimit~|lopett~|poist~",
    email=r"sähköposti\w*|e-mail\w*",
    website=r"\w*verkkosivu\w*|\w*verkkopalvelu\w*|internet-?sivu\w*|sivusto\w*|sivuillam\w*|www\.\S+",
    in_app=r"\w*sovelluks\w+|\w*tilillä\w*|palvelussa|kirjautu\w+",
    mail="postitse|kirjeitse|kirjeellä",
    other_channel=r"muulla (?:\w+ )?tavalla|tekstiviesti\w*|uutiskirj\w+",
    form="kirjallisesti|pysyvällä välineellä",
    either="tai|ja/tai",
    both="ja|sekä",
    material="olennai~|merkittäv~|tärke~",
    adverse="haitalli~|epäedulli~|heikentä~",
    partial="vähäis~|pien~ muutoks~",
    continued="(?:jatka|edelleen)~ ~4 (?:käyt|käyttä)~|käyttää ~6 (?:jälkeen)",
    unless="paitsi|ellei|lukuun ottamatta",
    audience="asiakkaille|käyttäjille|käyttäjiä|asiakkaita",
)  # fmt: skip
