"""The words of stamps, a language at a time, as a reader writes them.

Phrases are divided by bars, a star stands for any ending; single words by spaces. All are compared folded:
small, without accents. To teach a language, add an entry and cases.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says around the date of a text."""

    updated: str = ""
    """Phrases before a date of update: "last updated" X."""
    effective: str = ""
    published: str = ""
    updated_after: str = ""
    """Phrases after such a date: X "aktualisiert"."""
    effective_after: str = ""
    published_after: str = ""
    joining: str = ""
    """Words that may stand between label and date; never "until", "before", "after"."""
    own: str = ""
    """Nouns by which a text speaks of itself."""
    other: str = ""
    """Nouns of laws, older versions and other things that have dates of their own."""
    archive: str = ""
    """Headings of lists of older versions, as patterns."""


ENGLISH = Words(
    updated="""last adjustment | last adjusted | last updated | updated | update | updates | last update
        | latest update | last modified | modified | modification | last revised | revised | revision
        | last revision | latest revision | last amended | amended | last amendment | last changed
        | changed | last change | last edited | edited | version | dated | last reviewed and updated
        | last updated and reviewed | revision date | modification date | version date | last rev | rev
        | v | ver | restated | amended and restated | last reviewed""",
    effective="""effective | effective for all users | effective date | effective as of | effective from
        | effective version | effect | in force | into force | valid from | valid as of | valid since
        | valid as from | applies from | apply from | applies to you from | apply to you from
        | applies to you as of | apply to you as of | applies as of | apply as of | applies as from
        | applicable from | applicable as of | applicable as from | applicable since | applies starting
        | apply starting | applies since | apply since | applies beginning | apply beginning | start date
        | effectivity | effectivity date | commencement date | comes into operation | operative from
        | enter into force""",
    published="""published | publish date | publication date | date of publication | publication | issued
        | issue date | date of issue | posted | date posted | posting date | release date | released
        | first published | adopted | approved | issuance date""",
    updated_after="""last updated | updated | last update | last modified | last revised | revised
        | last revision | latest version | version | last reviewed and updated""",
    effective_after="effective | effective date | in force | entry into force",
    published_after="published",
    joining="""on as of at the from since in for with by date dated day is was are were be been to this
        these our it its that starting beginning version v ver no nr n rev time last have has had become
        becomes became being will shall come comes going document hereof also only first including board
        company directors management monday tuesday wednesday thursday friday saturday sunday mon tue
        tues wed thu thur thurs fri sat sun""",
    own="""policy policies terms term conditions condition agreement agreements contract notice statement
        document page guidelines guideline addendum eula licence license declaration charter disclosure
        disclaimer tos tou dpa privacy version article list""",
    other="""act acts law laws regulation regulations directive gdpr ccpa cpra decision decree statute
        legislation shield bill ordinance constitution clauses sccs scc court judgment ruling treaty
        previous prior earlier former old originally initially archived superseded superseding older
        replaces replaced replacing supersedes original predecessor member members account accounts
        subscription order orders users who you invoice incorporated founded established registered born
        feature features software app browser""",
    archive="""previous versions? | prior versions? | earlier versions? | past versions? | older versions?
        | former versions? | historical versions | previous polic | previous terms | previous privacy
        | past polic | prior polic | archived? versions? | archived polic | archived terms | archives?$
        | version history | revision history | change ?log | change history | document history
        | history of changes | history of revisions | list of versions | list of changes
        | list of revisions""",
)

FRENCH = Words(
    updated="""à jour | mise à jour | mises à jour | mis à jour | maj | actualisé*
        | dernière actualisation | modifié* | dernière modification | dernières modifications
        | modification | révisé* | dernière révision | révision | daté | datée | dernière version
        | version mise à jour | en date | état au | édition | version consolidée | consolidée""",
    effective="""en vigueur | entrée en vigueur | date d'effet | prend effet | prennent effet
        | prise d'effet | prendra effet | prendront effet | à effet | avec effet | applicable* à partir
        | applicable* à compter | applicable* au | applicable* du | applicable* le | applicable* depuis
        | applicable* dès | s'appliquent à vous à partir
        | s'appliquent à vous à compter | s'applique à vous à partir | s'applique à vous à compter
        | valable* à partir | valable* à compter | valable* depuis | valable* au
        | valide* à partir | effective | effectif | effective à partir | s'appliquent à compter
        | s'applique à compter | s'appliquent à partir | s'applique à partir | date d'application
        | en application""",
    published="""publié | publiée | publiées | publiés | publication | parution | mis en ligne
        | mise en ligne | en ligne | adopté* | rédigé* | rédaction""",
    updated_after="dernière mise à jour | mis* à jour | modifié* | version en vigueur",
    effective_after="en vigueur",
    joining="""le la les l du des de d au à en dès ce jour est a été sont ont étaient compter partir
        depuis cette présente effectuée réalisée intervenue survenue remonte pour dernière fois
        lundi mardi mercredi jeudi vendredi samedi dimanche""",
    own="politique charte conditions déclaration cgu cgv cgs accord contrat mentions règles texte",
    other="""loi lois décret règlement consulter consultez ordonnance arrêté rgpd décision précédente
        précédentes précédent antérieure antérieures antérieur remplace""",
    archive="versions? antérieure | versions? précédente | historique | anciennes versions",
)

GERMAN = Words(
    updated="""stand | sachstand | letzter stand | datenstand | stand der information* | aktualisiert*
        | aktualisierung | aktualisierungsdatum | geändert* | änderung | letzte änderungen
        | änderungsdatum | überarbeitet* | überarbeitung | zuletzt | fassung | angepasst* | bearbeitet
        | bearbeitung | letztes update""",
    effective="""in kraft | gültig ab | gilt ab | gelten ab | gilt für sie ab
        | gelten für sie ab | gültig seit | gültig vom | gelten seit
        | gilt seit | gültig | gültig von | gültig mit | gültigkeit ab | gültigkeitsdatum | geltung ab
        | geltend ab | anwendbar ab | inkrafttreten* | datum des inkrafttretens | wirksam | wirksamkeit
        | gelten für alle ab | gilt für alle ab | gelten mit wirkung | gilt mit wirkung | mit wirkung
        | wirksamkeitsdatum""",
    published="veröffentlicht | veröffentlichung | veröffentlichungsdatum | erstellt | erstellungsdatum",
    updated_after="""aktualisiert | zuletzt aktualisiert | geändert | zuletzt geändert | überarbeitet
        | angepasst | zuletzt angepasst | zuletzt überarbeitet | letzte änderung | letzte aktualisierung
        | stand""",
    effective_after="in kraft | gültig | wirksam | gelten diese | gilt diese | gelten die folgenden",
    published_after="veröffentlicht | erstellt",
    joining="""getreten letzten mal am vom ab dem den der die das zum zur seit mit wurde wurden ist sind
        erfolgte und im datum wirkung per montag dienstag mittwoch donnerstag freitag samstag sonntag""",
    own="""datenschutzerklärung datenschutzhinweise datenschutzinformation datenschutzbestimmungen
        erklärung nutzungsbedingungen bedingungen hinweise geschäftsbedingungen agb vereinbarung vertrag
        dokument seite datenschutz impressum richtlinien""",
    other="""gesetz verordnung dsgvo richtlinie beschluss urteil bdsg ttdsg vorherige vorherigen früheren
        frühere ersetzt""",
    archive="""frühere versionen | frühere fassungen | vorherige versionen | ältere versionen
        | alte versionen | archiv$ | änderungshistorie | versionshistorie""",
)

SPANISH = Words(
    updated="""actualización | a ctualización | actualizado | actualizada | actualizados | actualizadas
        | actualizó | modificación | última modificación | modificado | modificada | modificados
        | modificadas | modificó | revisión | última revisión | revisado | revisada | versión
        | última versión""",
    effective="""en vigor | entrada en vigor | vigente* | vigente* desde | vigente* a partir | vigencia
        | en vigencia | entrada en vigencia | fecha efectiva | efectiv* | efectos | válid* desde
        | válid* a partir | aplicable* a partir | aplicable* desde""",
    published="publicado | publicada | publicados | publicadas | publicación | emitido | aprobado | aprobada",
    updated_after="última actualización | actualizado | actualizada",
    effective_after="en vigor",
    joining="""el del los las fecha es desde partir día mes fue con al hoy ha sido siguiente por última
        vez lunes martes miércoles jueves viernes sábado domingo""",
    own="política políticas términos condiciones aviso acuerdo contrato normas documento texto declaración",
    other="consultar ley leyes decreto reglamento directiva orden anterior anteriores sustituye",
    archive="versiones anteriores | historial",
)

PORTUGUESE = Words(
    updated="""atualização | actualização | atualizado | atualizada | atualizados | atualizadas
        | alteração | alterado | alterada | modificação | última modificação | revisto | revista | revisão
        | última revisão | versão""",
    effective="""em vigor | vigor | entrada em vigor | vigência | vigentes | efetiv* | efeito | efeitos
        | válid* a partir | válid* desde | aplicáve* a partir""",
    published="publicado | publicada | publicação | aprovado | aprovada",
    updated_after="última atualização | atualizado | atualizada",
    effective_after="em vigor",
    joining="em da dia o na no data foi desde pela segunda terça quarta quinta sexta feira",
    own="termos condições acordo",
    other="decisão lei leis regulamento lgpd",
    archive="versões anteriores | histórico",
)

ITALIAN = Words(
    updated="""aggiornamento | aggiornato | aggiornata | aggiornati | aggiornate | modifica
        | ultima modifica | modificato | modificata | modificati | modificate | revisione
        | ultima revisione | versione | ultima versione""",
    effective="""in vigore | entrata in vigore | vigore | efficace | efficaci | efficacia | valid* dal
        | valid* da | valid* a partire | validità dal | decorrenza | data effettiva | applicabil* dal
        | applicabil* a partire""",
    published="""pubblicato | pubblicata | pubblicati | pubblicate | pubblicazione | emesso | approvato
        | approvata""",
    updated_after="ultimo aggiornamento",
    effective_after="in vigore",
    joining="""il lo alla al dal dalla della decorrere giorno stata stato partire lunedì martedì mercoledì
        giovedì venerdì sabato domenica""",
    own="informativa termini condizioni informazioni dichiarazione",
    other="legge regolamento direttiva gazzetta precedente precedenti",
    archive="versioni precedenti | cronologia",
)

DUTCH = Words(
    updated="""bijgewerkt | gewijzigd | wijziging | laatste update | herziening | herzien | aangepast
        | aanpassing | versie""",
    effective="""geldig vanaf | geldig per | geldig met | geldig sinds | geldend vanaf | geldt vanaf
        | gelden vanaf | toepassing vanaf | toepasselijk vanaf | van kracht | kracht vanaf
        | datum van kracht | ingangsdatum | in werking | inwerkingtreding | ingaande | ingang | ingang van
        | effectief""",
    published="gepubliceerd | publicatiedatum | publicatie | vastgesteld | opgesteld",
    updated_after="""bijgewerkt | laatst bijgewerkt | gewijzigd | laatst gewijzigd | aangepast
        | laatst aangepast | herzien""",
    effective_after="van kracht | in werking | geldig",
    published_after="gepubliceerd",
    joining="""op van vanaf met ingang dag het werd voor sinds getreden maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag""",
    own="""privacyverklaring voorwaarden beleid overeenkomst verklaring privacybeleid cookiebeleid
        privacystatement""",
    other="wet verordening avg richtlijn vorige eerdere vervangt",
    archive="vorige versies | eerdere versies",
)

POLISH = Words(
    updated="""aktualizacja | aktualizacji | zaktualizowan* | zaktualizowaliśmy | ostatnia zmiana
        | ostatniej zmiany | zmienion* | zmiany | ostatnia modyfikacja | ostatniej modyfikacji
        | zmodyfikowan* | wersja | stan na | aktualizacja na""",
    effective="""obowiązuj* | obowiązuj* od | data obowiązywania | w życie | wchodz* w życie
        | wejścia w życie | ważn* od | stosuje się od""",
    published="opublikowan* | publikacja | publikacji | data publikacji",
    updated_after="zaktualizowan* | aktualizacja",
    effective_after="w życie",
    joining="dnia z dniem od na dzień r roku w dniu",
    own="polityka polityki regulamin regulaminu warunki oświadczenie umowa zasady",
    other="""ustawa ustawy ustawą rozporządzenie rozporządzenia rozporządzeniem rodo dyrektywy poprzednia
        poprzednie""",
    archive="poprzednie wersje | archiwal",
)

SWEDISH = Words(
    updated="""uppdaterad | uppdaterat | uppdaterades | uppdatering | ändrad | ändrades | ändringen
        | reviderad | reviderades | senast reviderat | senaste versionen""",
    effective="""gäller från | gäller fr | gäller fr o m | gäller från och med | gäller sedan
        | gällande från | giltig* från | giltig* fr o m | i kraft | ikraftträdande | ikraftträdandedatum""",
    published="publicerad | publicerat | publicerades | fastställd",
    updated_after="uppdaterad*",
    effective_after="i kraft",
    joining="den från och fr o m senast",
    own="policyn villkor villkoren avtalet integritetspolicy integritetspolicyn användarvillkor",
    other="lag lagen förordning",
    archive="tidigare versioner",
)

DANISH = Words(
    updated="opdateret | opdatering | ændret | ændring | revideret",
    effective="""gældende fra | gældende fra og med | gældende pr | gælder fra | gælder fra og med
        | gælder pr | gyldig* fra | ikrafttrædelse | ikrafttrædelsesdato""",
    published="offentliggjort | udgivet",
    updated_after="opdateret",
    joining="fra pr og dato dags sedan",
    own="politik vilkår betingelser erklæring privatlivspolitik",
    other="loven forordning forordningen",
)

NORWEGIAN = Words(
    updated="oppdatert | oppdatering | endret | endring | revidert | versjon",
    effective="""gjelder fra | gjelder fra og med | gjeldende fra | gyldig* fra og med | ikrafttredelse
        | ikrafttredelsesdato""",
    published="publiseret | publisert | utgitt",
    updated_after="oppdatert",
    own="personvernerklæring vilkårene",
    archive="tidligere versjon",
)

CZECH = Words(
    updated="""aktualizace | aktualizováno | aktualizovan* | poslední změna | poslední úprava | změněno
        | verze | znění ze""",
    effective="""účinnost | účinnosti | účinná | účinné* | účinný* | účinnosti dnem | nabývá účinnosti
        | platnost | platnosti | platnost od | platn* od | platí od""",
    published="zveřejněn* | zveřejnění | vydán* | vydáno | zveřejněny a oznámeny",
    updated_after="aktualizován*",
    effective_after="účinnost* | v platnost*",
    published_after="zveřejněn*",
    joining="ze dne ode ke dni dnem datum k datumu tohto tohoto",
    own="podmínky zásady prohlášení vop smlouva",
    other="zákon zákona zákonem nařízení směrnice vyhlášky předchozí nahrazuje",
    archive="předchozí verze | archiv verzí",
)

SLOVAK = Words(
    updated="aktualizácia | aktualizácie | posledná zmena | posledná úprava | zmenené | upravené | verzia",
    effective="účinnosť | účinnosťou | platnosť | platnosť od | platia od | platné*",
    published="zverejnen* | vydan* | zverejnenia",
    updated_after="aktualizované",
    joining="ku dňa dnom dňom",
    own="podmienky vyhlásenie zmluva",
    other="zákonom nariadenia nariadenie predchádzajúce",
)

HUNGARIAN = Words(
    updated="""frissítés | frissítve | frissült | frissítettük | frissítésének | frissítés dátuma
        | frissítés időpontja | módosítás | módosítva | módosításának | módosult | módosítottuk
        | módosítás dátuma | módosítás időpontja | verzió | kelt""",
    effective="""hatályos | hatály | hatálya | hatályba | hatályba lép* | hatálybalépés*
        | hatálybalépésének | hatálybalépés dátuma | hatálybalépés napja | hatálybalépés időpontja
        | érvényes | érvényes* | érvénybe""",
    published="közzététel | közzétéve | közzétett | közzététel* dátuma | közzététel napja | kiadva | kiadás",
    updated_after="frissítve | frissítettük | módosítva | módosítás | módosított",
    effective_after="hatályos | hatállyal | hatályba | lép hatályba | hatálybalépés | érvényes*",
    published_after="közzétéve | kiadva",
    joining="án én jén ján tól től lép a az napja napján napjával napjától dátuma időpontja ideje ettől",
    own="szabályzat tájékoztató nyilatkozat feltételek ászf szerződés",
    other="törvény rendelet rendelete korábbi",
    archive="korábbi",
)

ROMANIAN = Words(
    updated="""actualizare | actualizat | actualizată | actualizate | actualizări | actualizării
        | modificare | modificat | modificată | revizuire | revizuit | revizuită | versiune*""",
    effective="""în vigoare | vigoare | intrării în vigoare | aplică începând | aplică de la | aplică din
        | aplică cu | aplicabil* începând | aplicabil* de la | aplicabil* din | valabil* de la
        | valabil* din | valabil* începând | valabil* cu | data efectivă""",
    published="publicat | publicată | publicate | publicării | adoptat | aprobat | aprobată",
    updated_after="actualizat",
    joining="cu începând din pe astăzi zilei datei azi",
    own="politici termeni termenii condițiile condițiilor",
    other="lege legea legii ordonanța hotărârea anterioară",
    archive="versiuni anterioare",
)

GREEK = Words(
    updated="""ενημέρωση | ενημέρωσης | ενημερώθηκε | ενημερώθηκαν | αναθεώρηση | αναθεώρησης
        | αναθεωρήθηκε | αναθεωρήθηκαν | τροποποίηση | τροποποίησης | τροποποιήθηκε | τροποποιήθηκαν
        | έκδοση | επικαιροποίηση | επικαιροποίησης | επικαιροποιήθηκε""",
    effective="""έναρξη ισχύος | έναρξης ισχύος | ισχύος | ισχύ | ισχύει | ισχύουν | ισχύει από
        | ισχύουν από | ημερομηνία ισχύος""",
    published="δημοσίευση | δημοσίευσης | δημοσιεύτηκε | δημοσιεύθηκε",
    joining="την στις στη από τις του της το ημερομηνία τον",
    own="πολιτική όροι όρων δήλωση πολιτικής κείμενο",
    other="νόμος νόμου κανονισμός κανονισμού οδηγία οδηγίας προηγούμενη προηγούμενες",
)

FINNISH = Words(
    updated="päivitetty | päivitys | päivitetään | muokattu | muutettu | versio",
    effective="voimassa | voimaan | voimaantulo | voimaantulopäivä | voimassaolo alkaen",
    published="julkaistu",
    updated_after="päivitetty",
    effective_after="alkaen | voimassa",
    joining="alkaen lähtien viimeksi päivänä",
    own="ehdot tietosuojaseloste seloste käyttöehdot",
)

SLOVENE = Words(
    updated="posodobitev | posodobitve | posodobljen* | sprememba | spremembe | spremenjen* | različica",
    effective="""veljajo od | velja od | veljavnost | veljavnosti | v veljavi | veljave | začne veljati
        | začnejo veljati | veljav* od | v uporabi""",
    published="objavljen* | objava | objave",
    joining="dana dan teh tega te ta",
    own="pravila pravil pogoji pogojev politika izjava pravilnik",
    other="zakon uredba uredbe",
)

CROATIAN = Words(
    updated="ažurirano | ažuriran* | ažuriranje | ažuriranja | izmjena | izmjene | izmijenjen* | verzija",
    effective="""na snazi | na snagu | snagu | stupanja na snagu | vrijede | vrijede od | vrijedi
        | vrijedi od | primjenjuj* se od""",
    own="uvjeti",
)

BULGARIAN = Words(
    updated="""актуализация | актуализиран* | актуализирана | промяна | обновяване | обновен* | версия
        | редакция | изменен*""",
    effective="в сила | валидн* от | действа от | действат от | влизане в сила | прилага* от",
    published="публикуван* | публикация | приет*",
    joining="от на дата с г",
    own="политика условия правила документ документа",
    other="закон закона регламент регламента",
)

RUSSIAN = Words(
    updated="""обновление | обновления | обновлено | обновлён* | изменения | изменено | изменение
        | редакции | актуализации | версии""",
    effective="в силу | силу с | действует с | действуют с | действительна с | действует",
    published="опубликован* | опубликовано | публикации",
    own="соглашение положение документа",
    other="закону указ",
)

UKRAINIAN = Words(
    updated="оновлення | оновлено | оновлен* | редакція | редакції | версія | зміни | змінено",
    effective="чинності | чинн* з | діє з | діють з | набирає чинності | дійсна з",
    published="опубліковано | публікації",
    joining="з від дня",
    own="політика умови",
)

LITHUANIAN = Words(
    updated="atnaujint* | atnaujinimas | atnaujinimo data | pakeist* | redakcija | versija",
    effective="""galioja | galioja nuo | galiojimo pradžia | įsigalioja | įsigaliojo | įsigaliojimas
        | įsigaliojimo | įsigaliojimo data""",
    published="paskelbt*",
    effective_after="įsigalioja",
    joining="nuo",
)

LATVIAN = Words(
    updated="""atjaunināt* | atjaunots | atjaunota | atjaunoti | atjauninājums | pēdējās izmaiņas | izmaiņas
        | izmaiņu datums | grozījumi""",
    effective="stājas spēkā | spēkā | spēkā no | spēkā stāšanās | ir spēkā",
    published="publicēt*",
    effective_after="spēkā",
    joining="gada",
)

ESTONIAN = Words(
    updated="uuendatud | uuendus | uuendamine | uuendamise kuupäev | muudetud | muudatus | versioon",
    effective="""kehtib | kehtib alates | kehti* alates | kehtivad | kehtiv | kehtivuse algus | jõustub
        | jõustu* | jõustumise kuupäev""",
    published="avaldatud",
    updated_after="uuendatud",
    effective_after="alates kehtib | jõustunud",
    joining="kuupäev alates seisuga",
)

TURKISH = Words(
    updated="""güncelleme | güncelleme tarihi | güncellenme | güncellenme tarihi | güncellendi | sürüm
        | revizyon tarihi""",
    effective="""yürürlük | yürürlük tarihi | yürürlüğe | yürürlüğe giriş | yürürlüğe giriş tarihi
        | geçerlilik | geçerlilik tarihi""",
    published="yayın tarihi | yayınlanma tarihi | yayımlanma tarihi",
    updated_after="güncellen* | güncellendi | güncellenmiş*",
    effective_after="yürürlüğe | yürürlükte* | itibaren geçerli",
    published_after="yayınlan*",
    joining="tarihi tarih tarihinde tarihinden itibarıyla itibaren",
    own="politikası koşulları sözleşmesi metni",
)

OTHERS = Words(
    updated="""diperbarui | pembaruan | diubah | perubahan | actualitzat | actualitzada | actualització
        | cập nhật""",
    effective="""berlaku | berlaku sejak | berlaku efektif | tanggal berlaku | hiệu lực | có hiệu lực
        | hiệu lực từ""",
    published="diterbitkan",
    joining="tanggal sejak pada tgl mulai tháng ngày từ vào lần cuối gần nhất",
)
"""Indonesian, Catalan and Vietnamese."""

ARABIC = Words(
    updated="آخر تحديث | تحديث | تم التحديث | تاريخ التحديث | آخر تعديل | آخر مراجعة",
    effective="تاريخ السريان | سارية اعتبارا | سارية من | يسري من | يسري اعتبارا | ساري المفعول",
    joining="في من بتاريخ تاريخ اعتبارا يوم",
    own="السياسة الشروط الاتفاقية",
    other="القانون قانون اللائحة",
)

HEBREW = Words(
    updated="עודכן | עודכנה | עודכנו | עדכון אחרון | עדכון | תאריך עדכון",
    effective="בתוקף | בתוקף החל | תאריך תחילה | תאריך כניסה לתוקף | לתוקף",
    joining="לאחרונה ביום מיום החל מיום תאריך מ",
    own="המדיניות התנאים ההסכם",
    other="חוק תקנות",
)

EVERY = (
    ENGLISH, FRENCH, GERMAN, SPANISH, PORTUGUESE, ITALIAN, DUTCH, POLISH, SWEDISH, DANISH, NORWEGIAN, CZECH,
    SLOVAK, HUNGARIAN, ROMANIAN, GREEK, FINNISH, SLOVENE, CROATIAN, BULGARIAN, RUSSIAN, UKRAINIAN, LITHUANIAN,
    LATVIAN, ESTONIAN, TURKISH, OTHERS, ARABIC, HEBREW,
)  # fmt: skip
