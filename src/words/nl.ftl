# Alles wat een mens te lezen krijgt, in het Nederlands. Waarden staan tussen { $accolades }.

## Getallen, dagen, duur, opsommingen

language-name = Nederlands
decimal-sign = ,
monday = maandag
tuesday = dinsdag
wednesday = woensdag
thursday = donderdag
friday = vrijdag
saturday = zaterdag
sunday = zondag
january = januari
february = februari
march = maart
april = april
may = mei
june = juni
july = juli
august = augustus
september = september
october = oktober
november = november
december = december
day = { $weekday } { $day } { $month } { $year }
seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}
minutes = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
hours = { $hours } uur{ $minutes ->
    [0] {""}
    [one] {" "}en { $minutes } minuut
   *[other] {" "}en { $minutes } minuten
}
list-more = { $before }, { $next }
list-last = { $before } en { $last }

## De brief: voor mensen van elke leeftijd die geen onderzoeker zijn. Eén gedachte per zin, kort, actief; niets loopt op een antwoord vooruit

letter-title = Wat u ons vertelde
letter-code = Uw code
letter-held-on = Ons gesprek
letter-study = Onderzoek
letter-made-on = Datum van deze brief
letter-why-heading = Waarom u deze brief krijgt
letter-why = U deed mee aan ons onderzoek ‘{ $study }’. Dank u wel voor het gesprek.
letter-why-check = We hebben in onze eigen woorden opgeschreven wat we hoorden. Hebben we u goed begrepen? U weet zelf het best wat u bedoelde.
letter-use-heading = Zo gebruikt u deze brief
letter-use-read = Lees de zinnen hieronder. Neem er rustig de tijd voor.
letter-use-tick = Kruis bij elke zin één hokje aan. Moet er iets anders? Schrijf dat op de lijnen.
letter-use-no-test = Dit is geen toets. Er zijn geen goede of foute antwoorden.
letter-use-together = Wilt u de brief liever samen doornemen? Dat kan. Neem dan contact met ons op.
letter-use-no-name = Zet uw naam niet op deze brief. Uw code is genoeg.
letter-voluntary-heading = U beslist zelf
letter-voluntary = U hoeft niet te antwoorden. U mag ook zinnen overslaan. Wat u ook kiest, het heeft geen gevolgen voor u.
letter-voluntary-stop = Raakt het lezen u te veel? Stop dan. Aan het eind van deze brief staat waar u terechtkunt.
letter-heard-heading = Wat we hoorden
letter-heard = Klopt elke zin met wat u bedoelde? Zo niet, zeg het ons gerust. Aan een ‘nee’ hebben we net zo veel als aan een ‘ja’.
letter-heard-quotes = Onder sommige zinnen staan woorden van uzelf. Ze staan er zoals we ze hebben opgeschreven.
letter-participant-said = In uw eigen woorden:
letter-fits = Dit klopt
letter-fits-partly = Dit klopt voor een deel
letter-fits-not = Dit klopt niet
letter-fits-no-answer = Hier antwoord ik liever niet op
letter-change = Wat moet er anders?
letter-missing-heading = Wat mist u?
letter-missing = Zijn we iets vergeten dat voor u belangrijk is? Schrijf het hier op.
letter-leave-out-heading = Wat mogen we niet gebruiken?
letter-leave-out = Staat er iets in deze brief dat we niet mogen gebruiken? Schrijf het hier op. Dan laten we het weg.
letter-quoting-heading = Mogen we uw woorden gebruiken?
letter-quoting = Als we over het onderzoek schrijven, halen we soms aan wat mensen zeiden. We zetten daar nooit een naam bij. Iemand die u goed kent, kan uw woorden misschien toch herkennen. Uw antwoord hier telt, ook als u eerder iets anders koos.
letter-quoting-yes = Ja, dat mag
letter-quoting-ask-first = Alleen als ik de woorden eerst te zien krijg
letter-quoting-no = Nee, liever niet
letter-after-heading = Wat we met uw antwoord doen
letter-after = We lezen elk antwoord en verbeteren wat we verkeerd begrepen. Ziet u iets anders dan wij? Dan schrijven we op hoe u het ziet én hoe wij het zien. We bewaren uw antwoord onder uw code, niet onder uw naam.
letter-silence = Horen we niets van u? Dan vatten we dat niet op als een ja. We noteren alleen dat er geen antwoord kwam.
letter-reply-heading = Hoe u antwoordt
letter-reply-by = Wilt u antwoorden uiterlijk op { $day }?
letter-reply-how = U kunt deze brief terugsturen of aan een van ons geven. U mag ons uw antwoorden ook vertellen.
letter-contact = Hebt u een vraag? Zo bereikt u ons:
letter-withdraw-heading = U kunt altijd stoppen
letter-withdraw = U mag op elk moment stoppen met het onderzoek. U hoeft niet te zeggen waarom.
letter-withdraw-until = Tot en met { $day } kunnen we nog verwijderen wat u ons vertelde. Daarna is het verwerkt in onze resultaten.
letter-withdraw-ask = U kunt ons vragen tot wanneer we nog kunnen verwijderen wat u ons vertelde.
letter-support-heading = Als deze brief veel bij u losmaakt
letter-support = Het kan zwaar zijn om terug te lezen wat u vertelde. Praat erover met iemand die u vertrouwt, of met uw huisarts.
letter-support-at = U kunt ook hier terecht:
letter-thanks = Dank u wel voor uw tijd en uw vertrouwen.
letter-signed = De onderzoekers

## Waarom er geen brief is

no-letter-nothing = er is nog niets te versturen: schrijf eerst een uitspraak
no-letter-withheld = er is niets te versturen: elke uitspraak steunt op een notitie die nu privé is; streep de uitspraak door of herschrijf haar
no-letter-study = de brief zegt niet over welk onderzoek hij gaat: geef het onderzoek een titel die deelnemers kennen
no-letter-contact = de brief zegt niet met wie de deelnemer contact kan opnemen: zet een telefoonnummer of adres bij `contact` in study.yaml
no-letter-past = { $day } ligt vóór de datum van de brief: kies een latere dag
no-letter-reply-day = de uiterste antwoorddag
no-letter-withdrawal-day = de laatste dag om zich terug te trekken
no-letter-group = dit is een focusgroep: een brief aan één deelnemer zou een ander kunnen citeren. Schrijf ze voorlopig elk met de hand
no-letter-words = de topiclijst is geschreven in { $guide }, en er zijn alleen brieven in { $first } en { $second }: schrijf deze met de hand (`hearback show --json` geeft de uitspraken)
no-letter-language = de topiclijst is geschreven in { $guide } en de uitspraken ook: een brief in { $asked } is er niet. Laat --letter-language weg, of houd het interview met een topiclijst in { $asked }
no-letter-clock = de klok van deze computer geeft geen bruikbare datum: zet die eerst goed

## De taal

language-by-command = zoals --language zegt
language-by-study = zoals study.yaml zegt
language-by-system = zoals dit systeem zegt
language-by-nobody = nergens staat iets anders
language-unknown = niets hier spreekt ‘{ $language }’: { $why }
language-of-study-unknown = study.yaml vraagt om ‘{ $language }’, en dat spreekt hier niets: { $why }
language-built-in = en (English) en nl (Nederlands) zijn ingebouwd; een andere taal is een bestand zoals { $folder }/de.ftl
language-file-unread = { $why }
language-file-no-text = { $file } is geen UTF-8-tekst: sla het zo op
language-file-tag = { $file } heet niet naar een taal: de.ftl of fr.ftl wel
language-file-line = { $file }:{ $line }: hier staat geen bericht. Een bericht is `naam = woorden`; wat eronder doorgaat, springt in
language-file-twice = { $file } zegt { $name } twee keer: haal er een weg
doctor-language = { $language }, { $said }
doctor-language-lacks = { $count ->
    [one] { $count } bericht ontbreekt en wordt
   *[other] { $count } berichten ontbreken en worden
} in het Engels gezegd: { $names }

## Wat er mis is met een topiclijst

guide-consent-missing = geen enkel toestemmingspunt gaat over { $word ->
    [taking-part] deelname
   *[recording] de opname
}
guide-consent-named = is dit dat punt, schrijf dan `covers: { $word }`: de naam van een punt bepaalt niets
guide-consent-add = voeg een punt toe met `covers: { $word }` en onder `say:` wat wordt voorgelezen
guide-consent-twice = twee toestemmingspunten gaan over { $word ->
    [taking-part] deelname
   *[recording] de opname
}
guide-consent-once = vraag het één keer: maak er één punt van, of schrijf `covers: other` voor wat er nog meer gevraagd wordt
guide-id-unusable = de id `{ $id }` is niet bruikbaar
guide-id-write = schrijf `{ $id }`: a-z, 0-9 en koppeltekens, hooguit 40
guide-id-twice = de id `{ $id }` is twee keer gebruikt
guide-id-once = elke id mag één keer in een topiclijst staan: geef een van de twee een andere naam
guide-minutes-differ = de onderwerpen duren samen { $sum ->
    [one] { $sum } minuut
   *[other] { $sum } minuten
}, de topiclijst zegt { $said }
guide-minutes-change = maak van `minutes` { $sum }, of pas de minuten van een onderwerp aan
guide-empty-title = de titel is leeg
guide-write-title = zeg in een paar woorden waar het interview over gaat
guide-empty-version = de versie is leeg
guide-write-version = schrijf er een, zoals "1.0"
guide-empty-introduction = de inleiding is leeg
guide-write-introduction = schrijf op wat aan het begin wordt voorgelezen
guide-empty-closing = de afsluiting is leeg
guide-write-closing = schrijf op wat aan het eind wordt voorgelezen
guide-empty-item = dit toestemmingspunt is leeg
guide-write-item = schrijf op wat wordt voorgelezen
guide-empty-topic = de titel van dit onderwerp is leeg
guide-write-topic = geef het een kop; deelnemers lezen die ook
guide-empty-question = deze vraag is leeg
guide-write-question = schrijf de vraag op zoals die gesteld wordt
guide-empty-probe = deze doorvraag is leeg
guide-write-probe = schrijf hem op zoals je hem stelt, of haal hem weg
guide-no-topics = de topiclijst heeft geen onderwerpen
guide-add-topic = voeg minstens één onderwerp met één vraag toe
guide-no-rounds = de topiclijst is voor geen enkele ronde
guide-add-round = schrijf `rounds: [first]`, of `[first, follow-up]`
guide-no-questions = het onderwerp `{ $topic }` heeft geen vragen
guide-add-question = voeg onder `questions:` een vraag toe, of haal het onderwerp weg
guide-change-old = de nieuwste wijziging is van versie { $newest }, de topiclijst is versie { $version }
guide-change-add = zet bovenaan `changes` wat er in deze versie is veranderd, en waarom
guide-change-twice = versie { $version } staat twee keer bij de wijzigingen
guide-change-once = geef elke wijziging een eigen versie

## Wat er mis is met een bestand dat mensen schrijven

form-a = { $form ->
    [guide] een topiclijst
    [consent] een toestemmingspunt
    [topic] een onderwerp
    [question] een vraag
    [condition] een voorwaarde
    [probe] een doorvraag
    [shared] een gedeelde doorvraag
    [distress] een protocol bij onrust
    [change] een wijziging
    [study] een onderzoeksbestand
    [audio] geluidsinstellingen
    [defaults] standaardwaarden
    [participants] een lijst van deelnemers
   *[participant] een deelnemer
}
form-this = { $form ->
    [guide] deze topiclijst
    [consent] dit toestemmingspunt
    [topic] dit onderwerp
    [question] deze vraag
    [condition] deze voorwaarde
    [probe] deze doorvraag
    [shared] deze gedeelde doorvraag
    [distress] dit protocol bij onrust
    [change] deze wijziging
    [study] dit onderzoeksbestand
    [audio] deze geluidsinstellingen
    [defaults] deze standaardwaarden
    [participants] deze lijst van deelnemers
   *[participant] deze deelnemer
}
form-shape = { $form ->
    [guide] `hearback guide new` maakt een topiclijst om mee te beginnen
    [consent] schrijf `id:`, `covers:` en `say:` onder elkaar
    [topic] schrijf `id:`, `title:`, `minutes:` en `questions:` onder elkaar
    [question] schrijf `id:` en daaronder `ask:` met de woorden van de vraag
    [condition] schrijf `when: {"{"} round: follow-up {"}"}`
    [probe] schrijf de woorden na het streepje, of `id:` en `ask:`
    [shared] schrijf `ask:` met de woorden en `for:` met de id’s van vragen
    [distress] schrijf `recording:`, `signs:`, `steps:` en `support:`
    [change] schrijf `version:`, `date:`, `what:` en `why:` onder elkaar
    [study] schrijf `title:` en daaronder de andere instellingen
    [audio] schrijf `rate:`, `channels:` en `lead_in:` onder elkaar
    [defaults] schrijf `guide:` en `mic:` onder elkaar
    [participants] schrijf `participants:` en daaronder `- code: P01`
   *[participant] schrijf `code:` en eventueel `joined:` en `attributes:` onder elkaar
}
form-found = { $kind ->
    [text] een tekst
    [nothing] niets
    [list] een lijst
    [keys] sleutels met waarden
   *[other] iets anders
}
form-expected = hier hoort { $form }, hier staat { $found }
form-unknown = `{ $key }` is onbekend in { $form }
form-may-have = mogelijk zijn { $keys }
did-you-mean = bedoel je `{ $meant }`?
form-no-value = `{ $key }` heeft geen waarde
form-lacks = { $form } heeft geen `{ $key }`
form-cannot-be = `{ $key }` kan niet `{ $value }` zijn
form-number = schrijf een heel getal van { $least } tot en met { $most }, zonder eenheid
form-no-list = `{ $key }` is een lijst, hier staat { $found }
form-list = schrijf elk punt op een eigen regel na `- `, of alle punten tussen haken: `[een, twee]`
form-one-of = schrijf een van { $words }
form-empty-item = na het streepje staat niets
form-fill-item = schrijf een tekst, of haal de regel weg
form-colon = hier hoort een tekst; door de dubbele punt na `{ $key }` wordt het een sleutel met een waarde
form-quote-all = zet de hele tekst tussen aanhalingstekens
form-text-list = hier hoort een tekst, hier staat een lijst
form-quote-bracket = zet de tekst tussen aanhalingstekens als hij met een haak of streepje begint
form-text-keys = hier hoort een tekst, hier staan sleutels met waarden
form-words = schrijf hier de woorden zelf
study-seconds = schrijf seconden van 0 tot 10, zoals 1.5
study-title = zeg in een paar woorden waar het onderzoek over gaat
study-code = geef de deelnemer een code, zoals `code: P01`
form-no-date = `{ $date }` is geen datum
form-date = schrijf jjjj-mm-dd, zoals 2026-11-22
study-code-name = de code `{ $code }` lijkt op een naam
study-code-silent = gebruik een code die niets over de persoon zegt, zoals P01
study-code-unusable = de code `{ $code }` is niet bruikbaar
study-code-twice = de code `{ $code }` is twee keer gebruikt
study-code-own = geef elke deelnemer een eigen code
study-attributes = attributes zijn sleutels met waarden
study-attributes-write = schrijf `attributes: {"{"} geslacht: vrouw, leeftijd: 48 {"}"}`

guide-write-id = geef de topiclijst een korte naam in a-z, 0-9 en koppeltekens, zoals `id: patient-eerste`
guide-write-version-key = schrijf er een, zoals `version: "1.0"`
guide-write-language = schrijf de taal van de topiclijst, zoals `en` of `nl`
guide-write-audience = schrijf `audience: individual` of `audience: group`
guide-write-minutes = schrijf hoe lang het interview mag duren, zoals `minutes: 45`
guide-list-consent = zet op een rij waarmee deelnemers instemmen, elk met `id:`, `covers:` en `say:`
guide-list-topics = zet de onderwerpen op een rij, elk met `id:`, `title:`, `minutes:` en `questions:`
guide-write-topic-minutes = schrijf hoe lang het mag duren, zoals `minutes: 5`
guide-write-change-version = schrijf welke versie van de topiclijst hiermee ontstond
guide-write-day = schrijf de dag als jjjj-mm-dd
guide-write-change = schrijf wat er veranderde
guide-write-part-id = geef het een korte naam in a-z, 0-9 en koppeltekens die altijd dezelfde blijft
guide-write-format = schrijf `format: 1` op de eerste regel
guide-format-new = deze topiclijst is geschreven in formaat { $format }, dat deze hearback niet kent
guide-format-use = gebruik een nieuwere hearback, of schrijf de topiclijst in formaat 1
as-it-is = { $text }
guide-probe-lost = deze doorvraag hoort nergens bij
guide-probe-attach = noem de vragen waar hij bij hoort, zoals `for: [eerste-indruk]`, of zet hem onder `probes:` van zijn vraag
guide-probe-twice = de vraag `{ $question }` is twee keer genoemd
guide-probe-once = noem haar één keer
guide-question-id = schrijf de `id` van een vraag uit deze topiclijst
guide-probe-unknown = deze doorvraag hoort nergens bij: geen vraag heeft de id `{ $question }`
guide-language = `{ $language }` is geen taalcode
guide-language-write = schrijf de code: `en` voor Engels, `nl` voor Nederlands, `de` voor Duits, `pt-BR` voor Braziliaans Portugees
guide-round-twice = de ronde `{ $round }` staat er twee keer
guide-round-once = schrijf haar één keer
guide-no-round = `{ $round }` is geen ronde

yaml-one-document = een bestand bevat één topiclijst of lijst: haal de regel `---` weg, of zet de rest in een eigen bestand
yaml-second-document = hier begint een tweede document
yaml-nothing = er staat niets in dit bestand
yaml-too-many = dit bestand heeft meer dan { $most } onderdelen, en zo veel heeft geen topiclijst of lijst
yaml-right-file = kijk of dit het goede bestand is
yaml-repeat-anchor = herhaal de woorden waar ze nodig zijn; een tekst die met `&` begint, staat tussen aanhalingstekens
yaml-no-anchors = namen voor onderdelen (`&naam`) worden hier niet gebruikt
yaml-take-tag-out = haal het weg; een tekst die met `!` begint, staat tussen aanhalingstekens
yaml-no-tags = typen (`{ $tag }`) worden hier niet gebruikt
yaml-repeat-alias = herhaal de woorden waar ze nodig zijn; een tekst die met `*` begint, staat tussen aanhalingstekens
yaml-no-aliases = verwijzingen naar andere onderdelen (`*naam`) worden hier niet gebruikt
yaml-control = in deze tekst staat een stuurteken
yaml-control-out = haal de `\x..`, `\u....` of `\e` weg die het maakt
yaml-word = voor de dubbele punt hoort een woord
yaml-key-value = schrijf `sleutel: waarde`; een tekst met een dubbele punt staat tussen aanhalingstekens
yaml-keep-one = houd een van de twee; een lijst staat onder één sleutel, elk punt na een `-`
yaml-twice = `{ $key }` staat hier voor de tweede keer
yaml-hash-fix = zet de tekst tussen aanhalingstekens; is het een opmerking, zet dan een spatie na de `#`
yaml-hash = de tekst voor deze `#` houdt hier op, en de rest zou verloren gaan
yaml-colon-quotes = een tekst met een dubbele punt moet tussen aanhalingstekens staan
yaml-colon-write = schrijf `{ $key }: "{ $text }: …"`
yaml-fix-colon = zet de hele tekst tussen aanhalingstekens als de dubbele punt erbij hoort; kijk anders naar het inspringen en naar de dubbele punt na de sleutel
yaml-fix-indent = zet de tekst recht onder de regels erboven; alle punten van een lijst beginnen met `-` in dezelfde kolom
yaml-fix-quote = zet de hele tekst tussen dubbele aanhalingstekens en schrijf die er binnenin als \", of gebruik binnenin ‘ ’ en “ ”
yaml-fix-close = sluit de haak, of zet de tekst tussen aanhalingstekens als de haak erbij hoort
yaml-tab = hier staat een tab waar alleen spaties mogen staan
yaml-fix-tab = spring in met spaties, twee per niveau
yaml-colon = deze regel is niet te lezen: er ontbreekt een dubbele punt, of er staat er een waar hij niet hoort
yaml-indent = deze regel past niet bij de regels erboven
yaml-quote = hier begint een aanhaling die nergens eindigt
yaml-after-quote = na het laatste aanhalingsteken gaat de tekst door
yaml-backslash = een backslash tussen dubbele aanhalingstekens heeft een eigen betekenis
yaml-fix-backslash = schrijf hem dubbel: \\
yaml-bracket = een haak of accolade is niet gesloten, of er ontbreekt een komma
yaml-deep = onderdelen staan meer dan 16 diep in elkaar, en dat doet geen topiclijst
yaml-fix-deep = kijk naar het inspringen
yaml-percent = een regel die met `%` begint, wordt hier niet gebruikt
yaml-fix-percent = zet de tekst tussen aanhalingstekens als de `%` erbij hoort
yaml-anchor-name = een tekst kan niet met `&` of `*` beginnen
yaml-begins = een tekst kan niet met `{ $character }` beginnen
yaml-quotes = zet de tekst tussen aanhalingstekens
yaml-unread = dit is niet als YAML te lezen: { $why }
yaml-fix-unread = zet teksten tussen aanhalingstekens, en spring per niveau twee spaties in
text-too-large = dit bestand is groter dan 1 MiB, en dat is geen bestand van deze soort
text-utf16 = dit bestand is opgeslagen als UTF-16
text-save-utf8 = sla het op als UTF-8 (in Kladblok: Opslaan als, Codering, UTF-8)
text-none = dit is geen tekstbestand
text-right-file = kijk of dit het goede bestand is; het moet platte tekst zijn
text-not-utf8 = hier staat een teken dat geen UTF-8-tekst is
text-latin = sla het bestand op als UTF-8; het is waarschijnlijk als Windows-1252 of Latin-1 geschreven
text-control = hier staat een onzichtbaar stuurteken ({ $code })
text-control-out = haal het weg, en typ de woorden eromheen opnieuw

## Waarom iets niet gebeurt

refusal-not-begun = het interview is nog niet begonnen
refusal-already-begun = het interview is al bezig
refusal-already-off-record = al buiten de opname
refusal-already-on-record = de opname loopt al
refusal-over = dit interview is voorbij
refusal-cut-short = dit interview is afgebroken: ga er eerst mee door of beëindig het
refusal-is-reviewed = deze sessie is nageluisterd: open haar opnieuw om iets te veranderen
refusal-is-open = deze sessie kan al veranderd worden
refusal-consent-open = op het toestemmingspunt `{ $item }` is nog geen antwoord
refusal-taking-part-refused = de deelnemer doet niet mee: zonder dat is er geen interview
refusal-recording-refused = er is geen toestemming om op te nemen: kies voor alleen notities
refusal-taking-part-not-asked = deze topiclijst vraagt niet of iemand meedoet: zonder dat is er geen interview
refusal-no-stands = de deelnemer zei nee tegen `{ $item }`: alleen zij of hij kan dat veranderen (`hearback consent`)
refusal-summary-refused = de deelnemer wil geen samenvatting: alleen zij of hij kan dat veranderen (`hearback consent`)
refusal-quotes-refused = de deelnemer wil niet geciteerd worden: alleen zij of hij kan dat veranderen (`hearback consent`)
refusal-takes-no-part = de deelnemer doet niet meer mee: er wordt niets verstuurd, tenzij zij of hij dat verandert (`hearback consent`)
refusal-wants-it-destroyed = de deelnemer doet niet meer mee en wil dat het geluid vernietigd wordt: er wordt niets verstuurd, tenzij zij of hij dat verandert (`hearback consent`)
refusal-no-such-part = er is geen `{ $item }` in deze topiclijst
refusal-no-such-note = die notitie is er niet
refusal-no-such-statement = die uitspraak is er niet
refusal-empty-statement = een uitspraak heeft woorden nodig
refusal-private-source = een uitspraak mag alleen steunen op wat de deelnemer zei: notitie { $note } is privé
refusal-is-off-record = buiten de opname: er wordt niets vastgelegd tot je terugkeert in de opname
