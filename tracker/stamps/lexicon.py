"""The words of stamps in the languages of policies, as a reader writes them.

Phrases are divided by bars; a star stands for any ending. They are compared folded: small, without accents.
"""

from __future__ import annotations

from tracker.model import Role
from tracker.stamps.words import fold

PRECEDING: dict[Role, str] = {
    "updated": """
last updated | updated | update | updates | last update | latest update | last modified | modified |
modification | last revised | revised | revision | last revision | latest revision | last amended |
amended | last amendment | last changed | changed | last change | last edited | edited | version | dated |
last reviewed and updated | last updated and reviewed | revision date | modification date | effective
version | version date | last rev | rev | mise à jour | mises à jour | mis à jour | maj | màj | actualisé*
| dernière actualisation | modifié* | dernière modification | dernières modifications | modification |
révisé* | dernière révision | révision | datée | daté | dernière version | version mise à jour | en date |
état au | stand | sachstand | aktualisiert* | aktualisierung | geändert* | änderung | letzte änderungen |
überarbeitet* | überarbeitung | zuletzt | fassung | angepasst* | bearbeitet | bearbeitung | änderungsdatum
| aktualisierungsdatum | stand der information* | letztes update | letzter stand | datenstand |
actualización | actualizado | actualizada | actualizados | actualizadas | actualizó | modificación |
modificado | modificada | modificados | modificadas | modificó | última modificación | última revisión |
revisión | revisado | revisada | versión | última versión | a ctualización | atualização | atualizado |
atualizada | atualizados | atualizadas | actualização | alteração | alterado | alterada | modificação |
última modificação | revisto | revista | última revisão | revisão | versão | aggiornamento | aggiornato |
aggiornata | aggiornati | aggiornate | ultima modifica | modifica | modificato | modificata | modificate |
modificati | revisione | ultima revisione | versione | ultima versione | bijgewerkt | gewijzigd |
wijziging | laatste update | herziening | herzien | aangepast | aanpassing | versie | aktualizacja |
aktualizacji | zaktualizowan* | zaktualizowaliśmy | ostatnia zmiana | ostatniej zmiany | zmienion* |
zmiany | ostatnia modyfikacja | ostatniej modyfikacji | zmodyfikowan* | wersja | stan na | aktualizacja na
| uppdaterad | uppdaterat | uppdaterades | uppdatering | ändrad | ändrades | ändringen | reviderad |
reviderades | senast reviderat | senaste versionen | opdateret | opdatering | ændret | ændring | revideret
| oppdatert | oppdatering | endret | endring | revidert | versjon | aktualizace | aktualizováno |
aktualizovan* | poslední změna | poslední úprava | změněno | verze | znění ze | aktualizácia |
aktualizácie | posledná zmena | posledná úprava | zmenené | upravené | verzia | frissítés | frissítve |
frissült | frissítettük | frissítésének | módosítás | módosítva | módosításának | módosult | verzió | kelt
| frissítés dátuma | frissítés időpontja | módosítás dátuma | módosítás időpontja | módosítottuk |
actualizare | actualizat | actualizată | actualizate | actualizări | modificare | modificat | modificată |
revizuire | revizuit | revizuită | versiune* | actualizării | ενημέρωση | ενημερώθηκε | ενημερώθηκαν |
ενημέρωσης | αναθεώρηση | αναθεωρήθηκε | αναθεωρήθηκαν | τροποποίηση | τροποποιήθηκε | τροποποιήθηκαν |
τροποποίησης | έκδοση | επικαιροποίηση | επικαιροποιήθηκε | αναθεώρησης | επικαιροποίησης | päivitetty |
päivitys | päivitetään | muokattu | muutettu | versio | posodobitev | posodobljen* | sprememba |
spremenjen* | različica | posodobitve | spremembe | ažurirano | ažuriran* | ažuriranje | ažuriranja |
izmjena | izmjene | izmijenjen* | verzija | актуализация | актуализиран* | промяна | обновяване | обновен*
| версия | редакция | изменен* | актуализирана | обновление | обновления | обновлено | обновлён* |
изменения | изменено | изменение | редакции | актуализации | версии | оновлення | оновлено | оновлен* |
редакція | редакції | версія | зміни | змінено | atnaujint* | atnaujinimas | atnaujinimo data | pakeist* |
redakcija | versija | atjaunināt* | atjauninājums | izmaiņas | izmaiņu datums | grozījumi | uuendatud |
uuendus | uuendamine | muudetud | muudatus | versioon | uuendamise kuupäev | güncelleme | güncelleme
tarihi | güncellenme | güncellenme tarihi | güncellendi | sürüm | revizyon tarihi | diperbarui | pembaruan
| diubah | perubahan | actualitzat | actualitzada | actualització | cập nhật
""",
    "effective": """
effective | effective date | effective as of | effective from | effect | in force | into force | valid
from | valid as of | valid since | valid as from | valid for use from | applies from | apply from |
applies as of | apply as of | applies as from | applicable from | applicable as of | applicable as from |
applies starting | apply starting | applicable since | applies since | apply since | commencement date |
comes into operation | date of effect | operative from | enter into force | applies beginning | apply
beginning | start date | date of entry into force | en vigueur | entrée en vigueur | date d'effet | prend
effet | prennent effet | prise d'effet | prendra effet | prendront effet | applicable* à partir |
applicable* à compter | applicable* au | applicable* depuis | valable* à partir | valable* à compter |
valable* depuis | valide* à partir | valable* au | effective | s'appliquent à compter | s'applique à
compter | s'appliquent à partir | s'applique à partir | date d'application | applicable* dès | applicable*
le | en application | effectif | effective à partir | à effet | applicable* du | in kraft | gültig ab |
gilt ab | gelten ab | gültig seit | gültig vom | gelten seit | gilt seit | inkrafttreten* | wirksam |
wirksamkeit | gültigkeit ab | gültig | gültigkeitsdatum | wirksamkeitsdatum | datum des inkrafttretens |
geltung ab | gültig von | gültig mit | anwendbar ab | geltend ab | en vigor | entrada en vigor | vigente*
desde | vigente* a partir | vigente* | vigencia | fecha efectiva | efectiv* | en vigencia | válid* desde |
válid* a partir | aplicable* a partir | aplicable* desde | efectos | entrada en vigencia | em vigor |
entrada em vigor | vigência | efetiv* | válid* a partir | válid* desde | efeito | efeitos | aplicáve* a
partir | vigentes | vigor | in vigore | entrata in vigore | efficace | efficaci | efficacia | valid* dal |
valid* a partire | validità dal | decorrenza | data effettiva | vigore | applicabil* dal | applicabil* a
partire | valid* da | geldig vanaf | van kracht | ingangsdatum | in werking | geldend vanaf | geldt vanaf
| gelden vanaf | toepassing vanaf | ingaande | ingang van | ingang | inwerkingtreding | geldig per |
geldig met | kracht vanaf | toepasselijk vanaf | effectief | geldig sinds | datum van kracht | obowiązuj*
od | obowiązuj* | w życie | wchodz* w życie | ważn* od | data obowiązywania | stosuje się od | wejścia w
życie | gäller från | gäller fr o m | gäller sedan | i kraft | giltig* från | gällande från |
ikraftträdande | gäller från och med | giltig* fr o m | ikraftträdandedatum | gäller fr | gældende fra |
gælder fra | ikrafttrædelse | ikrafttrædelsesdato | gyldig* fra | gældende pr | gælder pr | gælder fra og
med | gjelder fra | ikrafttredelse | ikrafttredelsesdato | gjeldende fra | gjelder fra og med | gyldig*
fra og med | účinnost | účinné* | účinný* | účinnosti | účinná | platnost od | platn* od | platnosti |
platí od | účinnosť | účinnosťou | platnosť od | platia od | platné* | účinnosti dnem | platnosť |
platnost | nabývá účinnosti | hatályos | hatálybalépés* | hatályba lép* | hatálya | hatályba | érvényes |
hatály | érvényes* | hatálybalépésének | hatálybalépés dátuma | hatálybalépés napja | hatálybalépés
időpontja | érvénybe | în vigoare | vigoare | intrării în vigoare | aplică începând | valabil* de la |
valabil* din | valabil* începând | valabil* cu | aplicabil* începând | aplicabil* de la | aplicabil* din |
aplică de la | aplică din | data efectivă | aplică cu | έναρξη ισχύος | έναρξης ισχύος | ισχύος | ισχύει
από | ισχύουν από | ισχύ | ισχύει | ισχύουν | ημερομηνία ισχύος | voimassa | voimaan | voimaantulo |
voimaantulopäivä | voimassaolo alkaen | veljajo od | velja od | veljavnost | v veljavi | začne veljati |
začnejo veljati | veljav* od | veljavnosti | v uporabi | na snazi | na snagu | snagu | vrijede od |
primjenjuj* se od | vrijedi od | stupanja na snagu | vrijede | vrijedi | в сила | валидн* от | действа от
| действат от | влизане в сила | прилага* от | в силу | действует с | действуют с | действительна с | силу
с | действует | действует от | чинності | чинн* з | діє з | діють з | набирає чинності | дійсна з |
galioja nuo | galioja | įsigalioja | įsigaliojimo data | įsigaliojimo | įsigaliojo | įsigaliojimas |
galiojimo pradžia | stājas spēkā | spēkā | spēkā no | spēkā stāšanās | ir spēkā | kehtib | kehtib alates |
kehti* alates | jõustub | jõustumise kuupäev | jõustu* | kehtivuse algus | kehtivad | kehtiv | yürürlük
tarihi | yürürlük | yürürlüğe | yürürlüğe giriş | yürürlüğe giriş tarihi | geçerlilik tarihi | geçerlilik
| berlaku | berlaku sejak | tanggal berlaku | berlaku efektif | hiệu lực | có hiệu lực | hiệu lực từ
""",
    "published": """
published | publish date | publication date | date of publication | publication | issued | issue date |
date of issue | posted | date posted | release date | released | first published | adopted | approved |
issuance date | posting date | publié | publiée | publiées | publiés | publication | parution | mis en
ligne | mise en ligne | adopté* | en ligne | veröffentlicht | veröffentlichung | veröffentlichungsdatum |
erstellt | erstellungsdatum | herausgegeben | publicado | publicada | publicados | publicadas |
publicación | publicação | emitido | aprobado | aprobada | aprovado | aprovada | pubblicato | pubblicata |
pubblicate | pubblicati | pubblicazione | emesso | approvato | approvata | gepubliceerd | publicatiedatum
| publicatie | vastgesteld | opgesteld | opublikowan* | publikacji | data publikacji | publikacja |
publicerad | publicerat | publicerades | fastställd | offentliggjort | udgivet | publiseret | publisert |
utgitt | zveřejněn* | zveřejnění | vydán* | vydáno | zverejnen* | vydan* | zveřejněny a oznámeny |
zverejnenia | közzététel | közzétéve | közzétett | kiadva | kiadás | közzététel* dátuma | közzététel napja
| publicat | publicată | publicate | publicării | adoptat | aprobat | aprobată | δημοσίευση | δημοσίευσης
| δημοσιεύτηκε | δημοσιεύθηκε | julkaistu | objavljen* | objava | objave | публикуван* | публикация |
приет* | опубликован* | публикации | публикация | опубликовано | опубліковано | публікації | paskelbt* |
publicēt* | avaldatud | yayın tarihi | yayınlanma tarihi | yayımlanma tarihi | diterbitkan
""",
}
"""What stands before its date: "last updated" X."""

FOLLOWING: dict[Role, str] = {
    "updated": """
last updated | updated | last update | last modified | last revised | revised | last revision | latest
version | version | last reviewed and updated | dernière mise à jour | mis* à jour | modifié* | version en
vigueur | aktualisiert | zuletzt aktualisiert | geändert | zuletzt geändert | überarbeitet | angepasst |
zuletzt angepasst | zuletzt überarbeitet | letzte änderung | letzte aktualisierung | stand | última
actualización | actualizado | actualizada | última atualização | atualizado | atualizada | ultimo
aggiornamento | bijgewerkt | gewijzigd | laatst gewijzigd | laatst bijgewerkt | aangepast | laatst
aangepast | herzien | zaktualizowan* | aktualizacja | uppdaterad* | opdateret | oppdatert | aktualizován*
| aktualizované | frissítve | módosítva | módosítás | módosított | frissítettük | actualizat | güncellen*
| güncellendi | güncellenmiş* | päivitetty | uuendatud
""",
    "effective": """
in kraft | gültig | wirksam | en vigueur | en vigor | em vigor | in vigore | van kracht | in werking |
geldig | effective | effective date | hatályos | hatállyal | hatályba | hatálybalépés | érvényes* | i
kraft | w życie | účinnost* | v platnost* | yürürlüğe | yürürlükte* | alkaen | alates kehtib | jõustunud |
itibaren geçerli | in force | entry into force | voimassa | įsigalioja | spēkā
""",
    "published": """
veröffentlicht | erstellt | közzétéve | gepubliceerd | published | kiadva | yayınlan* | zveřejněn*
""",
}
"""What stands after it: X "in Kraft"."""


def _set(table: str) -> frozenset[str]:
    return frozenset(fold(table).split())


LINKING = _set("and & / und et y e i en och og a és și και ja in ir un или і та и ve or sowie |")
"""What joins two labels of one date: "last updated and effective: X"."""

JOINING = _set("""
on as of at the from since in for with by date dated day is was are were be been to this these our it its
that starting beginning version v ver no nr n rev time last have has had become becomes became being will
shall come comes going document hereof also only first including le la les l du des de d au à en dès ce
jour est a été sont ont été compter partir depuis date jusqu’ici cette présente am vom ab dem den der die
das zum zur seit mit wurde wurden am ist sind und im datum wirkung per el del los las fecha es desde
partir día mes fue con al hoy ha sido siguiente il lo alla al dal dalla del della data in decorrere giorno
è stata stato partire decorrenza e em da dia o na no data a foi partir de desde op per van vanaf met
ingang dag datum is het de werd voor dnia z dniem od dnia na dzień r roku data w dniu den d från och med
fr o m datum per sedan fra pr og dato og med dags dato ze dne od ke dni dnem datum ku dňa dnom dňom dne k
datumu tohto tohoto a az napja napjától dátuma időpontja ideje ettől cu data de la începând din pe astăzi
zilei datei azi την στις στη από τις την του της το ημερομηνία τον dne z dnem od datum dana na dan teh
tega te ta от на дата с г от дата на з від дня nuo data no gada kuupäev alates seisuga tarihi tarih
itibarıyla tanggal sejak pada tgl tháng ngày từ vào monday tuesday wednesday thursday friday saturday
sunday mon tue tues wed thu thur thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado
domingo segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato maandag
dinsdag woensdag donderdag vrijdag zaterdag zondag
""")
"""What may stand between a label and its date, in any language; never "until", "before", "after"."""

VERSION = _set("""
version versión versão versione versie wersja verze verzia verzió verzija versjon versio versioon έκδοση
версия версія v rev revision versiune versiunea fassung stand sürüm
""")
"""Labels that may carry a number before the date: "Version 3.2 (May 2020)"."""

FROM = _set("od ab from vanaf dal från fra din alates nuo no з с від since depuis desde partir compter")
"""What makes a date in a title one of effect: "Terms of sale, from 12 April 2024"."""

DATE = _set("date datum fecha data dato dátum kelt päivämäärä kuupäev datums ημερομηνία дата tarih")

OWN = _set("""
policy policies terms term conditions condition agreement agreements contract notice statement document
page guidelines guideline addendum eula licence license declaration charter disclosure disclaimer tos tou
dpa privacy version article politique charte conditions déclaration cgu cgv cgs accord contrat mentions
règles texte datenschutzerklärung datenschutzhinweise datenschutzinformation datenschutzbestimmungen
erklärung nutzungsbedingungen bedingungen hinweise geschäftsbedingungen agb vereinbarung vertrag dokument
seite datenschutz impressum richtlinien política políticas términos condiciones aviso acuerdo contrato
normas documento texto declaración termos condições acordo declaração informativa termini condizioni
informazioni dichiarazione accordo privacyverklaring voorwaarden beleid overeenkomst verklaring
privacybeleid cookiebeleid privacystatement document polityka polityki regulamin regulaminu warunki
oświadczenie dokument umowa zasady policyn villkor villkoren avtalet integritetspolicy användarvillkor
integritetspolicyn politik vilkår betingelser erklæring personvernerklæring privatlivspolitik podmínky
zásady prohlášení vop smlouva dokument podmienky vyhlásenie zmluva szabályzat tájékoztató nyilatkozat
feltételek ászf szerződés politica politici termeni termenii condițiile condițiilor πολιτική όροι όρων
δήλωση πολιτικής κείμενο ehdot ehdot tietosuojaseloste seloste käyttöehdot pravila pravil pogoji pogojev
politika izjava uvjeti pravilnik politika политика условия правила соглашение положение політика умови
politikası koşulları sözleşmesi metni
""")
"""Nouns by which texts speak of themselves."""

QUALIFYING = _set("""
general generales generali générales générale allgemeine allgemeinen generais algemene use uso utilização
utilisation service services serviço servicios user users business partner merchant seller customer client
data cookie cookies nutzungs b2b our their its
""")
"""What such nouns are qualified by: "last update of the general terms of use: X"."""

SELF = _set("this these our the present current")
"""English words that make such a noun mean the text itself, in mid-text."""

ENGLISH_NOUNS = _set("""
policy policies terms term conditions condition agreement agreements contract notice statement document
page guidelines guideline addendum licence license declaration charter disclosure disclaimer article
privacy
""")

EXISTING = _set("existing current registered bestehende bestehenden existants existentes attuali")
AUDIENCE = _set("users customers members accounts merchants developers nutzer kunden utilisateurs clients")

OTHER = _set("""
act acts law laws regulation regulations directive gdpr ccpa cpra decision decree statute legislation
shield bill ordinance constitution clauses sccs scc court judgment ruling treaty loi lois décret règlement
ordonnance arrêté rgpd directive décision gesetz verordnung dsgvo richtlinie beschluss urteil bdsg ttdsg
ley leyes decreto reglamento directiva orden decisión lei leis regulamento lgpd legge regolamento
direttiva gazzetta wet verordening avg richtlijn ustawa ustawy ustawą rozporządzenie rozporządzenia
rozporządzeniem rodo dyrektywy zákon zákona zákonem zákonom nařízení nariadenia nariadenie směrnice
vyhlášky törvény rendelet rendelete lege legea legii ordonanța hotărârea νόμος νόμου κανονισμός κανονισμού
οδηγία οδηγίας lag lagen förordning loven forordning forordningen zakon zakona uredba uredbe закон закона
закону регламент регламента указ previous prior earlier former old originally initially archived
superseded superseding older replaces replaced replacing supersedes original predecessor précédente
précédentes antérieure antérieures antérieur précédent remplace vorherige vorherigen früheren frühere
ersetzt anterior anteriores sustituye precedente precedenti vorige eerdere vervangt poprzednia poprzednie
předchozí nahrazuje predchádzajúce korábbi anterioară προηγούμενη προηγούμενες member members account
accounts subscription order orders users who you invoice incorporated founded established registered born
services feature features software app browser
""")
"""Nouns of laws, of other documents, older versions and other things that have dates of their own."""

ARCHIVE = """
previous versions? | prior versions? | earlier versions? | past versions? | older versions? | former
versions? | previous polic | previous terms | previous privacy | past polic | prior polic | archived?
versions? | archived polic | archived terms | archives?$ | version history | revision history | change
?log | change history | document history | history of changes | history of revisions | list of versions
| list of changes | list of revisions | historical versions | versions? antérieure | versions?
précédente | historique | anciennes versions | frühere versionen | frühere fassungen | vorherige
versionen | ältere versionen | alte versionen | archiv$ | änderungshistorie | versionshistorie |
versiones anteriores | historial | versões anteriores | histórico | versioni precedenti | cronologia |
vorige versies | eerdere versies | poprzednie wersje | archiwal | předchozí verze | archiv verzí |
korábbi | versiuni anterioare | tidigare versioner | tidligere versjon
"""
"""Headings of lists of older versions, as patterns."""
