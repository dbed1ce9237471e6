"""Latvian."""

from tracker.promises.words import Words

WORDS = Words(
    code="lv",
    common="un ir ar par no uz kas vai šo šie jūs jums jūsu mēs mums mūsu tiek lai var kā pēc",
    nouns="noteikum līgum politik nosacījum dokument paziņojum lap",
    stems="mainīt maina izmai groz atjaun papild regulār",
    parts={
        "doc": r"\w*noteikum\w+|līgum\w+|politik\w+|nosacījum\w+|dokument\w+",
        "tell": "paziņo~|inform~|brīdin~|ziņo~",
    },
    change="(?:iz|no)?main~|izmai~|groz~|atjaun~|papild~",
    document=r"(?:(?:šo|šie|šos|šīs|šo|mūsu) ){0,2}(?:\w+ )?(?:<doc>)|šī lapa",
    other=r"cen\w+|maks\w+|pakalpojum\w+|funkcij\w+|prec\w+|dat(?:i|us|u)|kont\w+|likum\w*|saturs?",
    joiner="un|vai|kā arī|,",
    breaks="ja|kad|lai|jo|pirms|pēc|kas|kur~|piekrīt~|paziņo~|inform~|ar|bez",
    points="šādā gadījumā|par to|izmaiņām|izmaiņas|paziņojum~",
    heading=r"(?:.{0,40}?)(?:izmaiņas|izmaiņām|grozījumi|maiņa|atjaunināšana)(?: .{0,60})?",
    renewed=r"(?:jaun\w+|mainīt\w+|atjaun\w+|spēkā esoš\w+) (?:<doc>|versij\w+|redakcij\w+)",
    reserve=r"""
        (?:ir|patur) ~3 tiesīb~|var(?:am)? ~4 (?:main|groz|atjaun)~
    """,
    notify="<tell>|saņems~ ~3 paziņojum~",
    posting="publicē~|publicēt~|ievieto~",
    we="mēs|uzņēmums",
    reader_acts=r"""
        (?:jūs|lietotāj\w+|klient\w+|pircēj\w+|puses)(?: \w+){0,3}? (?:var|drīkst|ir tiesības|ir pienākums
        |jāinformē)|atteik~|izbeig~|lauz~
    """,
    may="var(?:am|ēs)? ~2 (?:inform|paziņo)~",
    never_told="bez (?:iepriekšēja |atsevišķa |īpaša |jebkādiem |lietotāju )*(?:brīdinājuma|paziņojum~)",
    look="pārbaud~|izlas~|skat~|iepazīt~|apmekl~|atseko~",
    again="regulāri|periodiski|laiku pa laikam|par izmaiņām",
    looked_at=r"šo lapu|šajā lapā|vietn\w+|tīmekļa vietn\w+",
    day="dien(?:as|u|ām)",
    week="nedēļ(?:as|u)",
    month="mēneš(?:us|i|a)|mēnes(?:i|is)",
    hour="stund(?:as|u)",
    business="darba",
    calendar="kalendār~",
    numbers={
        "vienu": 1, "divas": 2, "trīs": 3, "septiņas": 7, "desmit": 10,
        "piecpadsmit": 15, "trīsdesmit": 30,
    },
    before=r"(?:,? ?\w+)?? ?(?:pirms|iepriekš)",
    after=r"(?:\w+ )?(?:pēc|no)",
    effect="spēkā|stājas|piemēro~",
    posted="publicē~|publicēš~",
    told="paziņo~|inform~|saņem~",
    event="spēkā|stāšanās|izmai~|groz~|jaun~|to|tās",
    foreign="izbeig~|cen~|maks~|piegād~|atteik~|lauz~|dzēš~|atcel~",
    email=r"e-?past\w*|elektronisk\w+ past\w*",
    website=r"(?:tīmekļa |mājas ?)?(?:vietn|lap)\w+|internet\w+|portāl\w+|www\.\S+",
    in_app=r"lietotn\w+|aplikācij\w+|kont\w+",
    mail="(?<!e-)(?<!elektronisko )pastu|ierakstītu vēstuli",
    other_channel=r"rakstiski|pastāvīgā informācijas nesējā|cit\w+ (?:\w+ )?veid\w+|sms|īsziņ\w+",
    either="vai|un/vai",
    both="un",
    material="būtisk~|nozīmīg~|svarīg~",
    continued=r"(?:turpin|turpmāk)\w* ~4 (?:lieto|izmanto)~",
    unless="izņemot|ja vien",
)  # fmt: skip
