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
near-day = { $weekday } { $day } { $month }
date = { $day } { $month } { $year }
seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}
minutes = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
minutes-between = { $least } tot { $most } minuten
hours = { $hours } uur{ $minutes ->
    [0] {""}
    [one] {" "}en { $minutes } minuut
   *[other] {" "}en { $minutes } minuten
}
list-more = { $before }, { $next }
list-last = { $before } en { $last }

## De brief: voor mensen van elke leeftijd die geen onderzoeker zijn. Eén gedachte per zin, kort, actief; niets loopt op een antwoord vooruit

letter-title = { $called ->
    [reflection] Hoe kijkt u er nu tegenaan?
   *[check] Hebben we u goed begrepen?
}
letter-dear = { $audience ->
    [pair] Beste { $name } en { $name },
   *[individual] Beste { $name },
}
letter-met = { $audience ->
    [group] Op { $date } deed u mee aan een groepsgesprek met { $interviewer } over { $about }. Dank u wel daarvoor.
    [pair] Op { $date } had u met zijn tweeën een gesprek met { $interviewer } over { $about }. Dank u wel daarvoor.
   *[individual] Op { $date } sprak u met { $interviewer } over { $about }. Dank u wel daarvoor.
}
letter-one-of-us = een van ons
letter-about-study = ‘{ $study }’
letter-understood = { $timing ->
    [findings] Daarna spraken we nog anderen. Wat we van iedereen samen hebben begrepen, staat hier in { $pieces }.
   *[summary] { $audience ->
        [group] Wat we van de groep als geheel hebben begrepen, staat hier in { $pieces }. Er staat niet bij wie wat zei.
       *[individual] Wat we van u hebben begrepen, staat hier in { $pieces }.
    }
}
letter-pieces = { $count ->
    [1] één kort stukje
    [2] twee korte stukjes, genummerd 1 en 2
    [3] drie korte stukjes, genummerd 1 tot en met 3
    [4] vier korte stukjes, genummerd 1 tot en met 4
    [5] vijf korte stukjes, genummerd 1 tot en met 5
    [6] zes korte stukjes, genummerd 1 tot en met 6
    [7] zeven korte stukjes, genummerd 1 tot en met 7
    [8] acht korte stukjes, genummerd 1 tot en met 8
    [9] negen korte stukjes, genummerd 1 tot en met 9
    [10] tien korte stukjes, genummerd 1 tot en met 10
    [11] elf korte stukjes, genummerd 1 tot en met 11
    [12] twaalf korte stukjes, genummerd 1 tot en met 12
   *[other] { $count } korte stukjes, genummerd 1 tot en met { $count }
}
letter-look = { $called ->
    [reflection] Niets van wat u erover zegt is fout. Hoe denkt u er vandaag over?
   *[check] { $timing ->
        [findings] U weet het beste of dat past bij uw ervaring. Wilt u ernaar kijken?
       *[summary] U weet het beste of dat klopt. Wilt u ernaar kijken?
    }
}
letter-voluntary-heading = Het hoeft niet
letter-silence = Horen we niets van u? Dat is ook goed. We denken dan niet dat u het met ons eens bent.
letter-welcome = { $silence } { $called ->
    [reflection] Ziet u het nu anders? Daar hebben we net zo veel aan.
   *[check] Aan ‘klopt niet’ hebben we net zo veel als aan ‘klopt’.
}
letter-no-harm = { $standing ->
    [professionals] Uw antwoord heeft geen gevolgen voor uw werk. Niemand op uw werk ziet het.
    [others] Uw antwoord heeft geen gevolgen voor u. Niemand buiten ons team ziet het.
   *[patients] Uw antwoord verandert niets aan uw zorg. Uw therapeut ziet het niet.
}
letter-how-heading = Zo kunt u antwoorden
letter-tick = { $count ->
    [1] Zet één kruisje.
   *[other] Zet bij elk nummer één kruisje.
}
letter-how = { $tick } Schrijf erbij wat u wilt.{ $audience ->
    [group] {" "}Noem de anderen niet bij naam, en laat aan hen wat zij zeiden.
    [pair] {" "}Denkt u er verschillend over? Zet dan allebei een kruisje, met uw voorletters erbij.
   *[individual] {""}
} Stuur de bladen terug in de envelop, zonder postzegel.
letter-talk = Liever praten? { $contact }. We kunnen de brief ook voorlezen en opschrijven wat u zegt.
letter-reply-by = Graag uiterlijk { $day }.
letter-too-much-heading = Wordt het lezen u te veel?
letter-too-much = Leg de brief dan gerust weg. Hier kunt u terecht:
letter-own-help = { $standing ->
    [patients] uw huisarts
   *[others] iemand die u vertrouwt
}
letter-us = wij, de onderzoekers: hierboven staat hoe u ons bereikt
letter-more-help-heading = Meer hulp
letter-no-more = { $withdraw } U hoeft niet te zeggen waarom.
letter-support = Ook hier kunt u terecht: { $places }.
letter-withdraw-until = Tot en met { $day } kunt u ook zeggen dat we niet mogen gebruiken { $audience ->
    [group] wat u in de groep zei
   *[individual] wat u ons vertelde
}.
letter-withdraw = U kunt ook zeggen dat we niet mogen gebruiken { $audience ->
    [group] wat u in de groep zei
   *[individual] wat u ons vertelde
}. Vraag gerust tot wanneer dat kan.
letter-said = { $audience ->
    [pair] In het gesprek is gezegd: ‘{ $words }’
   *[individual] U zei: ‘{ $words }’
}
letter-answer-to = Uw antwoord bij nummer { $number }
letter-fits = { $called ->
    [reflection] Zo zie ik het
   *[check] Klopt
}
letter-fits-partly = { $called ->
    [reflection] Voor een deel
   *[check] Klopt voor een deel
}
letter-fits-not = { $called ->
    [reflection] Nu zie ik het anders
   *[check] Klopt niet
}
letter-fits-no-answer = Zeg ik liever niet
letter-change = { $called ->
    [reflection] Hoe ziet u het nu?
   *[check] Wat moet er staan?
}
letter-missing-heading = Wat mist u? Wat mogen we niet gebruiken?
letter-missing = Schrijf het hier op. Wat we niet mogen gebruiken, laten we weg.
letter-quoting-heading = Mogen we uw woorden gebruiken?
letter-quoting = Als we over het onderzoek schrijven, halen we soms aan wat mensen zeiden, nooit met een naam erbij. Iemand die u goed kent, kan uw woorden misschien toch herkennen. Uw antwoord hier telt, ook als u eerder iets anders koos.{ $audience ->
    [pair] {" "}Zegt een van u nee, dan halen we geen van beiden aan.
   *[individual] {""}
}
letter-quoting-yes = Ja, dat mag
letter-quoting-ask-first = Alleen als ik ze eerst zie
letter-quoting-no = Nee, liever niet
letter-after-heading = Wat we met uw antwoord doen
letter-after = { $called ->
    [reflection] We leggen wat u schrijft naast wat u ons vertelde, en beide tellen.
   *[check] We verbeteren wat we verkeerd begrepen; ziet u het anders dan wij, dan schrijven we beide op.
} We bewaren uw antwoord onder een code en halen uw naam eraf.
letter-thanks = Dank u wel voor uw tijd en uw vertrouwen.
letter-signed = De onderzoekers van ‘{ $study }’, { $today }
letter-foot = { $code } · brief { $version }
letter-page = pagina
letter-page-of = van

## Een eigen brief van het onderzoek

template-about = Wat tussen accolades staat, wordt voor elke deelnemer ingevuld. Een kop begint met # of ##, een punt van een lijst met een streepje. Wat tussen deze tekens staat, komt niet in de brief.
template-lies = de woorden van de brief staan in { $file }. Pas ze aan en noem het bestand als `template` onder `member_check` in study.yaml
template-elsewhere = de brief die study.yaml als `template` noemt, is een bestand in de map van het onderzoek, en { $file } is dat niet: schrijf de naam zonder pad daarbuiten
template-unknown = voor { $place } wordt niets ingevuld
template-places = wat kan worden ingevuld: { $places }
template-beside = { $place } is meer dan een regel, en er staan andere woorden naast
template-beside-hint = geef het een eigen alinea, met een lege regel ervoor en erna
template-twice = { $place } staat er twee keer
template-twice-hint = laat een van de twee weg
template-lacks = in de brief ontbreekt { $place }, en zonder is het geen brief
template-lacks-hint = schrijf { $place } op de plek waar het moet staan
template-lacks-silence = de brief zegt niet dat zwijgen geen instemmen is
template-lacks-silence-hint = schrijf { $place }, of de zin zelf zoals die in de gewone brief staat
template-no-title = nergens staat wat de brief is
template-no-title-hint = begin een regel met `# `, zoals `# Hebben we u goed begrepen?`
template-second-title = een tweede regel begint met `# `, en de brief heeft één titel
template-second-title-hint = schrijf daar `## `: een kop binnen de brief
template-markup = een brief is tekst: tags, plaatjes, tabellen en code horen er niet in
template-markup-hint = haal het weg, of zet een backslash voor het teken als het zo bedoeld is
template-emphasis = een brief heeft geen vette of schuine woorden
template-emphasis-hint = haal de tekens weg, of zet voor elk een backslash als het zo bedoeld is

## Waarom er geen brief is

no-letter-nothing = er is nog niets te versturen: schrijf eerst een uitspraak
no-letter-notes-gone = er is niets te versturen: elke uitspraak steunt op een notitie die geschrapt is of nu privé is; kies andere notities, of schrap de uitspraak
no-letter-study = de brief zegt niet over welk onderzoek hij gaat: geef het onderzoek een titel die deelnemers kennen
no-letter-contact = de brief zegt niet met wie de deelnemer contact kan opnemen: zet een telefoonnummer of adres bij `contact` in study.yaml
no-letter-past = { $day } ligt vóór de datum van de brief: kies een latere dag
no-letter-reply-day = de uiterste antwoorddag
no-letter-withdrawal-day = de laatste dag om zich terug te trekken
no-letter-words = de topiclijst is geschreven in { $guide }, en er zijn alleen brieven in { $first } en { $second }: schrijf deze brief zelf (`hearback show --json` geeft de uitspraken)
no-letter-language = de topiclijst is geschreven in { $guide } en de uitspraken ook: een brief in { $asked } is er niet. Laat --letter-language weg, of houd het interview met een topiclijst in { $asked }
no-letter-form = de brief kon niet als { $form } worden gemaakt: dat is een fout van hearback. Kies een andere vorm met `--format`
no-letter-clock = de klok van deze computer geeft geen bruikbare datum: zet die eerst goed

## De taal

language-by-command = zoals --language zegt
language-by-study = zoals study.yaml zegt
language-by-system = zoals het systeem zegt (LANG)
language-by-nobody = nergens staat iets anders
language-unknown = de taal ‘{ $language }’ is er hier niet: { $why }
language-of-study-unknown = study.yaml vraagt om ‘{ $language }’, en die taal is er hier niet: { $why }
language-built-in = en (English) en nl (Nederlands) zijn ingebouwd; een andere taal is een bestand zoals { $folder }/de.ftl
language-file-unread = { $why }
language-file-no-text = { $file } is geen UTF-8-tekst: sla het zo op
language-file-tag = { $file } is niet naar een taal genoemd: de.ftl of fr.ftl is dat wel
language-file-line = { $file }:{ $line }: hier staat geen bericht. Een bericht is `naam = woorden`; wat eronder doorgaat, springt in
language-file-twice = { $file } zegt { $name } twee keer: haal er een weg
doctor-language = { $language }, { $said }
doctor-language-lacks = { $count ->
    [one] { $count } bericht ontbreekt en wordt
   *[other] { $count } berichten ontbreken en worden
} in het Engels getoond: { $names }

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
guide-write-probe = schrijf die op zoals je die stelt, of haal die weg
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
    [choice] een antwoord
    [source] een bron
    [shared] een gedeelde doorvraag
    [distress] een protocol voor als het te veel wordt
    [change] een wijziging
    [study] een onderzoeksbestand
    [audio] geluidsinstellingen
    [listening] de instellingen voor het naluisteren
    [defaults] standaardwaarden
    [transcription] transcriptie
    [member_check] de membercheck
    [jargon] een vakwoord
    [call] een nummer om te bellen
    [follow-up] iets wat naderhand gebeurt
    [report] iets wat gemeld moet worden
    [letter] een brief
    [attribute] een kenmerk
    [participants] een lijst van deelnemers
    [recruitment] een werving
    [decisions] een logboek van besluiten
    [decision] een besluit
    [checklist] een checklist
    [checklist-item] een punt van een checklist
    [interviewer] wat over een interviewer wordt gezegd
   *[participant] een deelnemer
}
form-this = { $form ->
    [guide] deze topiclijst
    [consent] dit toestemmingspunt
    [topic] dit onderwerp
    [question] deze vraag
    [condition] deze voorwaarde
    [probe] deze doorvraag
    [choice] dit antwoord
    [source] deze bron
    [shared] deze gedeelde doorvraag
    [distress] dit protocol voor als het te veel wordt
    [change] deze wijziging
    [retention] deze bewaartermijnen
    [study] dit onderzoeksbestand
    [audio] deze geluidsinstellingen
    [listening] deze instellingen voor het naluisteren
    [defaults] deze standaardwaarden
    [transcription] deze transcriptie
    [member_check] deze instellingen van de membercheck
    [jargon] dit vakwoord
    [call] dit nummer om te bellen
    [follow-up] dit
    [report] dit
    [letter] deze brief
    [attribute] dit kenmerk
    [participants] deze lijst van deelnemers
    [recruitment] deze werving
    [decisions] dit logboek van besluiten
    [decision] dit besluit
    [checklist] deze checklist
    [checklist-item] dit punt
    [interviewer] wat over deze interviewer wordt gezegd
   *[participant] deze deelnemer
}
form-shape = { $form ->
    [guide] `hearback guide new` maakt een topiclijst om mee te beginnen
    [consent] schrijf `id:`, `covers:` en `say:` onder elkaar
    [topic] schrijf `id:`, `title:`, `minutes:` en `questions:` onder elkaar
    [question] schrijf `id:` en daaronder `ask:` met de woorden van de vraag
    [condition] schrijf `when: {"{"} round: follow-up {"}"}`; een voorwaarde in woorden hoort onder `instruct:`
    [probe] schrijf de woorden na het streepje, of `id:` en `ask:`
    [choice] schrijf de woorden achter het streepje, of `code:` en `say:`
    [source] schrijf `source: {"{"} domain: context, literature: "…" {"}"}`
    [shared] schrijf `ask:` met de woorden en `for:` met de id’s van vragen
    [distress] schrijf `recording:`, `say:`, `signs:`, `steps:`, `call:`, `support:` en `follow_up:`
    [change] schrijf `version:`, `date:`, `what:` en `why:` onder elkaar
    [study] schrijf `title:` en daaronder de andere instellingen
    [audio] schrijf `rate:`, `channels:` en `lead_in:` onder elkaar
    [listening] schrijf `lead_in:` en `step_back:` onder elkaar
    [defaults] schrijf `guide:` en `mic:` onder elkaar
    [transcription] schrijf `command:` of `model:` onder elkaar
    [call] schrijf `who:` en `number:` onder elkaar
    [follow-up] schrijf `what:`, `within:` en, als je het vraagt, `ask:` onder elkaar
    [report] schrijf `what:`, `to:` en `within:` onder elkaar
    [letter] schrijf `version:` en `date:` onder elkaar
    [attribute] schrijf `label:`, `values:`, `unit:` en `of:` onder elkaar
    [participants] schrijf `participants:` en daaronder `- code: P01`
    [recruitment] schrijf `contacted:`, `refused:`, `cancelled:` en `no_answer:` onder elkaar
    [decisions] schrijf `decisions:` en daaronder `- on: 2026-11-28` met `what:`
    [decision] schrijf `on:`, `kind:` en `what:`, en desgewenst `why:`, `by:` en `about:`, onder elkaar
    [checklist] schrijf `title:`, `citation:` en `items:` onder elkaar
    [checklist-item] schrijf `item:`, `asks:` en desgewenst `part:`, `from:`, `yours:` en `next:` onder elkaar
    [interviewer] schrijf wat van toepassing is van `gender:`, `credentials:`, `occupation:`, `training:`, `relation:`, `known:` en `stance:` onder elkaar
   *[participant] schrijf `code:` en eventueel `group:`, `joined:`, `treated_by:` en `attributes:` onder elkaar
}
form-found = { $kind ->
    [text] een tekst
    [nothing] niets
    [list] een lijst
    [keys] sleutels met waarden
   *[other] iets anders
}
form-expected = hier hoort { $form }, maar er staat { $found }
form-unknown = `{ $key }` is onbekend in { $form }
form-may-have = mogelijk zijn { $keys }
did-you-mean = bedoel je `{ $meant }`?
form-no-value = `{ $key }` heeft geen waarde
form-lacks = { $form } heeft geen `{ $key }`
form-cannot-be = `{ $key }` kan niet `{ $value }` zijn
form-number = schrijf een heel getal van { $least } tot en met { $most }, zonder eenheid
form-no-list = `{ $key }` is een lijst, maar er staat { $found }
form-list = schrijf elk punt op een eigen regel na `- `, of alle punten tussen haken: `[een, twee]`
form-one-of = schrijf een van { $words }
form-empty-item = na het streepje staat niets
form-fill-item = schrijf een tekst, of haal de regel weg
form-colon = hier hoort een tekst; door de dubbele punt na `{ $key }` wordt het een sleutel met een waarde
form-quote-all = zet de hele tekst tussen aanhalingstekens
form-text-list = hier hoort een tekst, maar er staat een lijst
form-quote-bracket = zet de tekst tussen aanhalingstekens als die met een haak of streepje begint
form-text-keys = hier hoort een tekst, maar er staan sleutels met waarden
form-words = schrijf hier de woorden zelf
study-seconds = schrijf seconden van 0 tot 10, zoals 1.5
study-title = zeg in een paar woorden waar het onderzoek over gaat
study-letter-version = zeg welke versie van de informatiebrief het is, zoals `version: 2.1`
study-interviewers = `interviewers` zijn codes met de namen die deelnemers kennen
study-interviewers-form = schrijf `interviewers: {"{"} AB: Anna de Vries {"}"}`
study-jargon-word = zeg welk vakwoord het is, zoals `word: therapietrouw`
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
study-schema-write = schrijf elk kenmerk op een eigen regel onder `attributes:`, zoals `geslacht: [vrouw, man]`
study-attribute-values = nergens staat welke waarden `{ $name }` kan hebben
study-attribute-values-write = schrijf `number`, `whole`, `years`, `text`, of de waarden tussen haken: `[vrouw, man]`
study-attribute-twice = de waarde `{ $value }` staat er twee keer
study-attribute-once = schrijf elke waarde één keer
study-attribute-unknown = `{ $name }` is geen kenmerk in dit onderzoek
study-attribute-known = in study.yaml staan { $names }; zet het daar bij `attributes` als je het nodig hebt
study-attribute-number = schrijf een getal, zoals 48

guide-write-id = geef de topiclijst een korte naam in a-z, 0-9 en koppeltekens, zoals `id: patient-eerste`
guide-write-version-key = schrijf er een, zoals `version: "1.0"`
guide-write-language = schrijf de taal van de topiclijst, zoals `en` of `nl`
guide-write-audience = schrijf `audience: individual` of `audience: group`
guide-write-minutes = schrijf hoe lang het interview mag duren, zoals `minutes: 45`
guide-list-consent = zet op een rij waarvoor deelnemers toestemming geven, elk met `id:`, `covers:` en `say:`
guide-list-topics = zet de onderwerpen op een rij, elk met `id:`, `title:`, `minutes:` en `questions:`
guide-write-topic-minutes = schrijf hoe lang het mag duren, zoals `minutes: 5`
guide-write-change-version = schrijf welke versie van de topiclijst hiermee ontstond
guide-write-day = schrijf de dag als jjjj-mm-dd
guide-write-change = schrijf wat er veranderde
guide-write-part-id = geef het een korte naam in a-z, 0-9 en koppeltekens die altijd dezelfde blijft
guide-write-format = schrijf `format: 1` op de eerste regel
guide-format-new = deze topiclijst is geschreven in formaat { $format }, dat deze hearback niet kent
guide-format-use = gebruik een nieuwere hearback, of schrijf de topiclijst in formaat 1
guide-probe-lost = deze doorvraag hoort nergens bij
guide-probe-attach = noem de vragen waar die bij hoort, zoals `for: [eerste-indruk]`, of zet die onder `probes:` van de vraag
guide-probe-twice = de vraag `{ $question }` is twee keer genoemd
guide-probe-once = noem die één keer
guide-question-id = schrijf de `id` van een vraag uit deze topiclijst
guide-probe-unknown = deze doorvraag hoort nergens bij: geen vraag heeft de id `{ $question }`
guide-language = `{ $language }` is geen taalcode
guide-language-write = schrijf de code: `en` voor Engels, `nl` voor Nederlands, `de` voor Duits, `pt-BR` voor Braziliaans Portugees
guide-round-twice = de ronde `{ $round }` staat er twee keer
guide-round-once = schrijf die één keer
guide-no-round = `{ $round }` is geen ronde

yaml-one-document = een bestand bevat één topiclijst of lijst: haal de regel `---` weg, of zet de rest in een eigen bestand
yaml-second-document = hier begint een tweede document
yaml-nothing = er staat niets in dit bestand
yaml-too-many = dit bestand heeft meer dan { $most } onderdelen, en zo veel heeft geen topiclijst of lijst
yaml-right-file = kijk of dit het juiste bestand is
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
yaml-hash-fix = schrijf deze regel zo: { $line }; een opmerking van jezelf staat op een eigen regel
yaml-hash = de tekst voor deze `#` houdt hier op, en de rest zou verloren gaan
yaml-colon-quotes = een tekst met een dubbele punt moet tussen aanhalingstekens staan
yaml-colon-write = schrijf `{ $key }: "{ $text }: …"`
yaml-fix-colon = zet de hele tekst tussen aanhalingstekens als de dubbele punt erbij hoort; kijk anders naar het inspringen en naar de dubbele punt na de sleutel
yaml-fix-indent = zet de tekst recht onder de regels erboven; alle punten van een lijst beginnen met `-` in dezelfde kolom
yaml-fix-quote = zet de hele tekst tussen dubbele aanhalingstekens en schrijf die er binnenin als \", of gebruik binnenin ‘ ’ en “ ”
yaml-fix-close = sluit de haak, of zet de tekst tussen aanhalingstekens als de haak erbij hoort
yaml-tab = hier staat een tab waar alleen spaties mogen staan
yaml-fix-tab = spring in met spaties, twee per niveau
yaml-colon = deze regel is niet te lezen: er ontbreekt een dubbele punt, of er staat er een waar die niet hoort
yaml-indent = deze regel past niet bij de regels erboven
yaml-quote = hier staat een aanhalingsteken dat nergens gesloten wordt
yaml-after-quote = na het sluitende aanhalingsteken gaat de tekst door
yaml-backslash = een backslash tussen dubbele aanhalingstekens heeft een eigen betekenis
yaml-fix-backslash = schrijf die dubbel: \\
yaml-bracket = een haak of accolade is niet gesloten, of er ontbreekt een komma
yaml-deep = onderdelen staan meer dan 16 diep in elkaar, en zo diep gaat geen topiclijst
yaml-fix-deep = kijk naar het inspringen
yaml-percent = een regel die met `%` begint, wordt hier niet gebruikt
yaml-fix-percent = zet de tekst tussen aanhalingstekens als de `%` erbij hoort
yaml-anchor-name = een tekst kan niet met `&` of `*` beginnen
yaml-begins = een tekst kan niet met `{ $character }` beginnen
yaml-quotes = zet de tekst tussen aanhalingstekens
yaml-unread = dit is niet als YAML te lezen: { $why }
yaml-fix-unread = zet teksten tussen aanhalingstekens, en spring per niveau twee spaties in
text-too-large = dit bestand is groter dan 1 MiB, en zo groot is geen bestand van deze soort
text-utf16 = dit bestand is opgeslagen als UTF-16
text-save-utf8 = sla het op als UTF-8 (in Kladblok: Opslaan als, Codering, UTF-8)
text-none = dit is geen tekstbestand
text-right-file = kijk of dit het juiste bestand is; het moet platte tekst zijn
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
refusal-is-reviewed = deze sessie is nageluisterd: heropen die om iets te veranderen
refusal-is-open = deze sessie kan al veranderd worden
refusal-consent-open = op het toestemmingspunt `{ $item }` is nog geen antwoord
refusal-taking-part-refused = de deelnemer wil niet meedoen: zonder die toestemming is er geen interview
refusal-recording-refused = er is geen toestemming om op te nemen: kies alleen notities
refusal-taking-part-not-asked = deze topiclijst vraagt niet of iemand meedoet: zonder dat is er geen interview
refusal-no-stands = de deelnemer zei nee tegen `{ $item }`: alleen de deelnemer zelf kan dat veranderen (`hearback consent`)
refusal-summary-refused = de deelnemer wil geen samenvatting: alleen de deelnemer zelf kan dat veranderen (`hearback consent`)
refusal-quotes-refused = de deelnemer wil niet geciteerd worden: alleen de deelnemer zelf kan dat veranderen (`hearback consent`)
refusal-takes-no-part = de deelnemer doet niet meer mee: er wordt niets verstuurd, tenzij de deelnemer dat zelf verandert (`hearback consent`)
refusal-wants-it-destroyed = de deelnemer doet niet meer mee en wil dat het vernietigd wordt: er wordt niets verstuurd, tenzij de deelnemer dat zelf verandert (`hearback consent`)
refusal-no-such-part = er is geen `{ $item }` in deze topiclijst
refusal-no-code-name = Een code heeft een naam nodig.
refusal-nothing-to-split = Waar de cursor staat valt niets af te splitsen: zet hem voor de woorden die een eigen notitie worden.
refusal-unlike-notes = Deze twee blijven apart: alleen notities van één soort worden er één, beide in de opname of beide erbuiten, en in een groep van dezelfde stemmen.
refusal-rests-on-it = Ze blijven apart: op de notitie die zou verdwijnen steunt een uitspraak, een punt of een melding.
refusal-no-such-note = die notitie is er niet
refusal-joined-into = de woorden ervan staan nu in notitie { $note }: kies die
refusal-no-such-statement = die uitspraak is er niet
refusal-empty-statement = een uitspraak heeft woorden nodig
refusal-rests-on-notes = de uitspraak steunt al op notities; bevestigen is niet nodig
refusal-unlike-statements = deze twee blijven apart: een van de twee is apart gezet
refusal-nothing-to-part = Waar de cursor staat valt niets af te splitsen: zet hem voor de woorden die een eigen uitspraak worden.
refusal-private-source = een uitspraak mag alleen steunen op wat de deelnemer zei: notitie { $note } is privé
refusal-is-off-record = buiten de opname: er wordt niets vastgelegd tot de opname weer loopt

## Toetsen: een label van hooguit elf kolommen, en een zin voor de hulp

key-interview-save = bewaar
key-interview-save-help = Bewaar de notitie; op een lege regel gebeurt er niets.
key-interview-moment = moment
key-interview-moment-help = Markeer dit moment, zonder woorden; een toets die typt doet dat alleen op een lege regel.
key-interview-next-question = volgende
key-interview-next-question-help = Ga naar de volgende vraag.
key-interview-previous-question = vorige
key-interview-previous-question-help = Ga naar de vorige vraag.
key-interview-next-topic = onderwerp
key-interview-next-topic-help = Ga naar het volgende onderwerp.
key-interview-previous-topic = vorig ond.
key-interview-previous-topic-help = Ga naar het vorige onderwerp.
key-interview-next-kind = soort
key-interview-next-kind-help = Verander wat de notitie is. Op een lege regel ook met het eerste teken: > citaat, @ observatie, ? vervolgvraag, ( memo.
key-interview-come-back = later
key-interview-come-back-help = Markeer de vraag om er later op terug te komen.
key-interview-volunteered = zelf
key-interview-volunteered-help = Markeer dat de deelnemer er zelf over begon.
key-interview-partly = deels
key-interview-partly-help = Markeer de vraag als deels beantwoord.
key-interview-skip = sla over
key-interview-skip-help = Sla de vraag over; wat op de regel staat, wordt de reden.
key-interview-probe = doorvr. op
key-interview-probe-help = Markeer de volgende doorvraag als gebruikt, zonder die eerst te kiezen.
key-interview-off-record = pauze
key-interview-off-record-help = Ga buiten de opname, en weer terug.
key-interview-distress = te veel
key-interview-distress-help = Toon het protocol voor als het te veel wordt en markeer het moment; opnieuw: leg het weg.
key-interview-withdraw = trekt in
key-interview-withdraw-help = Vraagt wat ze niet gebruikt willen hebben; nog eens: ze trekken toestemming in, en wat ze dan willen.
key-interview-undo = ongedaan
key-interview-undo-help = Maak ongedaan wat op dit scherm het laatst gebeurde, ook het opzijleggen van een regel.
key-interview-redo = opnieuw
key-interview-redo-help = Doe opnieuw wat het laatst ongedaan is gemaakt.
key-interview-put-aside = weg
key-interview-put-aside-help = Leg de regel opzij, zonder die als notitie te bewaren.
key-interview-show-rest = rest
key-interview-show-rest-help = Toon de rest van een vraag die niet past; na het einde weer het begin.
key-interview-notes-only = notities
key-interview-notes-only-help = Ga verder zonder geluid, twee keer drukken: de opname sluit, de klok loopt door.
key-interview-try-microphone = microfoon
key-interview-try-microphone-help = Probeer de microfoon opnieuw; terwijl er een opneemt: druk twee keer voor de volgende.
key-interview-end-interview = einde
key-interview-end-interview-help = Beëindig het interview; druk daarvoor twee keer.
key-protocol-next-step = volgende
key-protocol-next-step-help = Ga naar de volgende stap van het protocol.
key-protocol-previous-step = vorige
key-protocol-previous-step-help = Ga naar de vorige stap.
key-protocol-they-go-on = verder
key-protocol-they-go-on-help = De deelnemer gaat verder; op een lege regel, net als de volgende drie.
key-protocol-they-leave-it = laat rusten
key-protocol-they-leave-it-help = De deelnemer laat de vraag rusten; de volgende komt aan de beurt.
key-protocol-they-take-a-break = pauze
key-protocol-they-take-a-break-help = De deelnemer neemt pauze: buiten de opname.
key-protocol-they-stop = stopt
key-protocol-they-stop-help = De deelnemer stopt hier: buiten de opname, tot het interview beëindigd is.
key-withdrawal-want-it-kept = stopt hier
key-withdrawal-want-it-kept-help = De deelnemer stopt; wat opgenomen en genoteerd is, blijft.
key-withdrawal-want-it-destroyed = vernietig
key-withdrawal-want-it-destroyed-help = De deelnemer stopt; het geluid moet vernietigd worden.
key-withdrawal-want-notes-only = notities
key-withdrawal-want-notes-only-help = De deelnemer gaat verder met alleen notities.
key-withdrawal-want-nothing = zoals eerst
key-withdrawal-want-nothing-help = De deelnemer gaat verder zoals eerst.
key-home-open = openen
key-home-open-help = Open de sessie waar die gebleven is.
key-home-new = nieuw
key-home-new-help = Bereid een nieuw interview voor.
key-home-listen = luister
key-home-listen-help = Luister de sessie na.
key-home-statements = membercheck
key-home-statements-help = Schrijf de uitspraken die naar de deelnemer teruggaan, en de brief.
key-home-quit = sluit af
key-home-quit-help = Sluit het programma af.
key-home-down = omlaag
key-home-down-help = Ga naar de sessie eronder.
key-home-up = omhoog
key-home-up-help = Ga naar de sessie erboven.
key-setup-next-field = volgende
key-setup-next-field-help = Bevestig dit veld en ga naar het volgende; op het laatste: begin.
key-setup-up = veld
key-setup-up-help = Ga naar het veld erboven.
key-setup-down = veld
key-setup-down-help = Ga naar het veld eronder.
key-setup-left = kies
key-setup-left-help = Kies de vorige mogelijkheid, of ga in de tekst naar links.
key-setup-right = kies
key-setup-right-help = Kies de volgende mogelijkheid, of ga in de tekst naar rechts.
key-setup-begin = begin
key-setup-begin-help = Begin het interview met het formulier zoals het er staat.
key-setup-room-check = proefopname
key-setup-room-check-help = Proefopname: vijf seconden worden opgenomen, afgespeeld en gewist.
key-consent-yes = ja
key-consent-yes-help = De deelnemer stemt in met dit punt.
key-consent-no = nee
key-consent-no-help = De deelnemer stemt niet in met dit punt.
key-choice-all-yes = alles ja
key-choice-all-yes-help = De deelnemer stemt in met elk punt.
key-choice-how = hoe
key-choice-how-help = Verander hoe de toestemming gegeven is: mondeling of schriftelijk.
key-listen-play-or-pause = speel
key-listen-play-or-pause-help = Speel af, of pauzeer.
key-listen-down = volgende
key-listen-down-help = Ga naar de volgende notitie en speel vanaf een paar seconden ervoor.
key-listen-up = vorige
key-listen-up-help = Ga naar de vorige notitie en speel vanaf een paar seconden ervoor.
key-listen-back5 = -5 s
key-listen-back5-help = Ga vijf seconden terug.
key-listen-forward5 = +5 s
key-listen-forward5-help = Ga vijf seconden vooruit.
key-listen-next-question = vraag
key-listen-next-question-help = Ga naar de eerste notitie van de volgende vraag en speel vanaf enkele seconden daarvoor.
key-listen-previous-question = vraag terug
key-listen-previous-question-help = Ga naar de eerste notitie van deze vraag, of van de vorige, en speel vanaf enkele seconden daarvoor.
key-listen-next-turn = zelfde stem
key-listen-next-turn-help = In een groep: ga naar de volgende notitie waarin dezelfde persoon te horen is, en speel.
key-listen-previous-turn = stem terug
key-listen-previous-turn-help = In een groep: ga naar de vorige notitie waarin dezelfde persoon te horen is, en speel.
key-listen-loop = herhaal
key-listen-loop-help = Speel de gekozen notitie steeds opnieuw: vanaf enkele seconden ervoor tot de volgende notitie, hooguit 15 seconden; nog eens: niet meer.
key-listen-edit = bewerk
key-listen-edit-help = Bewerk de notitie; bewaar die dan, of leg de bewerking opzij.
key-listen-new-note = notitie
key-listen-new-note-help = Schrijf een nieuwe notitie bij het moment dat te horen is.
key-listen-next-kind = soort
key-listen-next-kind-help = Verander wat de notitie is.
key-listen-earlier = eerder
key-listen-earlier-help = Zet de notitie een halve seconde eerder.
key-listen-later = later
key-listen-later-help = Zet de notitie een halve seconde later.
key-listen-zoom-in = dichterbij
key-listen-zoom-in-help = Toon half zoveel van de sessie in de strook, tot op een seconde.
key-listen-zoom-out = verder weg
key-listen-zoom-out-help = Toon er twee keer zoveel van.
key-listen-codes = codes
key-listen-codes-help = Zet codes van de studie bij de notitie, of maak een nieuwe.
key-listen-join = voeg samen
key-listen-join-help = Maak één notitie van deze en die eronder.
key-listen-put-here = zet hier
key-listen-put-here-help = Zet de notitie waar het geluid is.
key-listen-show-taken-back = geschrapt
key-listen-show-taken-back-help = Toon ook geschrapte notities: de toets die schrapt haalt er daar een terug.
key-listen-asked-so = eigen vraag
key-listen-asked-so-help = Markeer hoe je vroeg wat hier te horen is: sturend, gesloten, of twee vragen tegelijk. Alleen jij ziet dat.
key-listen-strike = schrap
key-listen-strike-help = Schrap de notitie; in het journaal blijft die staan.
key-listen-undo = ongedaan
key-listen-undo-help = Maak ongedaan wat op dit scherm het laatst gebeurde, ook het opzijleggen van een bewerking.
key-listen-redo = opnieuw
key-listen-redo-help = Doe opnieuw wat het laatst ongedaan is gemaakt.
key-listen-statements = membercheck
key-listen-statements-help = Schrijf de uitspraken die naar de deelnemer teruggaan, en de brief.
key-listen-finish-review = klaar
key-listen-finish-review-help = Markeer de sessie als nageluisterd.
key-listen-transcript = transcript
key-listen-transcript-help = Het transcript in plaats van de notities, of de notities weer; het volgt het geluid. In brede vensters staat het ernaast.
key-listen-quote-passage = citeer
key-listen-quote-passage-help = Maak een citaat van de passage van het transcript die nu klinkt. Heeft de golfvorm daar geen spraak, luister dan eerst.
key-listen-reopen = heropen
key-listen-reopen-help = Heropen een nageluisterde sessie om die te veranderen.
key-editing-keep = bewaar
key-editing-keep-help = Bewaar de notitie zoals die er nu staat.
key-editing-next-kind-of-edit = soort
key-editing-next-kind-of-edit-help = Verander wat de notitie is.
key-editing-split = splits
key-editing-split-help = Splits de notitie waar de cursor staat: wat erna komt wordt een eigen notitie.
key-coding-take-code = kies
key-coding-take-code-help = Zet de code bij de notitie, of haal hem weg; een nieuwe naam wordt een code.
key-coding-next-code = volgende
key-coding-next-code-help = Naar de volgende code.
key-coding-previous-code = vorige
key-coding-previous-code-help = Naar de code erboven.
key-coding-no-code = klaar
key-coding-no-code-help = Verlaat de codes.
key-asked-so-leading = sturend
key-asked-so-leading-help = Het antwoord zat erin.
key-asked-so-closed = gesloten
key-asked-so-closed-help = Er viel ja of nee op te zeggen.
key-asked-so-double = dubbel
key-asked-so-double-help = Het waren twee vragen tegelijk.
key-asked-so-none = geen
key-asked-so-none-help = Markeer niets.
key-editing-put-aside = weg
key-editing-put-aside-help = Leg de bewerking opzij; ongedaan maken haalt die terug.
key-playing-play-or-pause = speel
key-playing-play-or-pause-help = Speel af of pauzeer, ook terwijl je schrijft.
key-playing-step-back = -2 s
key-playing-step-back-help = Ga twee seconden terug, ook terwijl je schrijft.
key-playing-back1 = -1 s
key-playing-back1-help = Ga een seconde terug.
key-playing-forward1 = +1 s
key-playing-forward1-help = Ga een seconde vooruit.
key-playing-back30 = -30 s
key-playing-back30-help = Ga een halve minuut terug.
key-playing-forward30 = +30 s
key-playing-forward30-help = Ga een halve minuut vooruit.
key-playing-slower = langzamer
key-playing-slower-help = Speel een tiende langzamer, zonder dat de stem lager wordt; niet onder de halve snelheid.
key-playing-faster = sneller
key-playing-faster-help = Speel een tiende sneller, zonder dat de stem hoger wordt; niet boven drie keer de snelheid.
key-playing-normal-speed = gewoon
key-playing-normal-speed-help = Speel zo snel als het gezegd is.
key-playing-softer = zachter
key-playing-softer-help = Speel zachter.
key-playing-louder = harder
key-playing-louder-help = Speel harder.
key-playing-gain = versterk
key-playing-gain-help = Maak een stille kamer 6, 12, 18 of 24 decibel luider, en daarna weer zoals het was; wat hard is, wordt ingetoomd.
key-statements-edit = schrijf
key-statements-edit-help = Op een notitie: schrijf een uitspraak die erop steunt. Op een uitspraak, of een notitie eronder: bewerk die.
key-statements-new = nieuw
key-statements-new-help = Schrijf bij dit onderwerp een nieuwe, lege uitspraak. Die steunt op de verzamelde notities, en nergens op als er geen verzameld zijn.
key-statements-play-or-pause = luister
key-statements-play-or-pause-help = Luister naar de notitie, of naar de eerste notitie van de uitspraak, of pauzeer.
key-statements-gather = verzamel
key-statements-gather-help = Op een uitspraak: kies op welke notities die steunt. Op een notitie eronder: haal die eruit. Op een andere notitie: verzamel die voor de volgende uitspraak.
key-statements-write-letter = brief
key-statements-write-letter-help = Schrijf de brief in de map summary van de sessie, in elke vorm.
key-statements-show-letter = lees
key-statements-show-letter-help = Toon de brief over het hele venster, zoals de deelnemer die leest.
key-statements-quote = citaat
key-statements-quote-help = Druk de eigen woorden van de deelnemer af onder de uitspraak, of niet meer: die van deze notitie, of die van alle citaten.
key-statements-move-up = verplaats
key-statements-move-up-help = Zet de uitspraak hoger in de brief; boven aan een onderwerp naar het onderwerp ervoor.
key-statements-move-down = verplaats
key-statements-move-down-help = Zet de uitspraak lager in de brief; onder aan een onderwerp naar het onderwerp erna.
key-statements-join = voeg samen
key-statements-join-help = Maak één uitspraak van deze en die eronder bij hetzelfde onderwerp.
key-statements-set-aside = apart
key-statements-set-aside-help = Zet de uitspraak apart: die blijft hier staan en komt in geen brief. Nog eens zet die terug.
key-statements-mean = toch erin
key-statements-mean-help = Neem een uitspraak die op geen notitie steunt toch op in de brief. Nog eens neemt dat terug.
key-statements-open-editor = editor
key-statements-open-editor-help = Bewerk alle uitspraken tegelijk in de editor die in $VISUAL of $EDITOR staat.
key-statements-listen = naluisteren
key-statements-listen-help = Luister de sessie na.
key-statements-down = omlaag
key-statements-down-help = Ga naar de regel eronder.
key-statements-up = omhoog
key-statements-up-help = Ga naar de regel erboven.
key-statements-letter-down = verder
key-statements-letter-down-help = Lees verder in de brief.
key-statements-letter-up = terug
key-statements-letter-up-help = Lees terug in de brief.
key-statements-strike = schrap
key-statements-strike-help = Schrap de uitspraak; in het journaal blijft die staan.
key-statements-undo = ongedaan
key-statements-undo-help = Maak ongedaan wat op dit scherm het laatst gebeurde, ook het opzijleggen van een uitspraak.
key-statements-redo = opnieuw
key-statements-redo-help = Doe opnieuw wat het laatst ongedaan is gemaakt.
key-stating-keep = bewaar
key-stating-keep-help = Bewaar de uitspraak zoals die er nu staat.
key-stating-take-words = neem over
key-stating-take-words-help = Zet de woorden van de notities waarop de uitspraak steunt op de regel.
key-stating-split = splits
key-stating-split-help = Splits hier: wat achter de cursor staat wordt een eigen uitspraak.
key-stating-put-aside = weg
key-stating-put-aside-help = Leg de uitspraak opzij; ongedaan maken haalt die terug.
key-sources-take-note = wel, niet
key-sources-take-note-help = Laat de uitspraak op deze notitie steunen, of niet meer.
key-sources-notes-done = klaar
key-sources-notes-done-help = Terug naar de uitspraken.
key-letter-hide-letter = terug
key-letter-hide-letter-help = Terug naar de uitspraken.
key-commands-close = sluit
key-commands-close-help = Leg dit weg.
key-commands-down = beweeg
key-commands-down-help = Ga naar de opdracht eronder.
key-commands-up = beweeg
key-commands-up-help = Ga naar de opdracht erboven.
key-commands-choose = kies
key-commands-choose-help = Voer de gekozen opdracht uit, of ga naar de gekozen vraag of notitie.
key-commands-erase = wis
key-commands-erase-help = Wis een teken van de zoektekst; is die leeg, leg de lijst dan weg.
key-commands-further = handboek
key-commands-further-help = Vanuit de hulp: lees het handboek, en zoek daar wat getypt is. Op een vraag: de deelnemer begon er zelf over.
key-manual-read = lees
key-manual-read-help = Lees het onderwerp, of de plek waar de regel staat.
key-manual-back = terug
key-manual-back-help = Ga van de bladzijde terug naar de lijst, en vandaar naar het scherm.
key-manual-up = beweeg
key-manual-up-help = Ga naar de regel erboven.
key-manual-down = beweeg
key-manual-down-help = Ga naar de regel eronder.
key-manual-page-up = blader
key-manual-page-up-help = Ga acht regels omhoog.
key-manual-page-down = blader
key-manual-page-down-help = Ga acht regels omlaag.
key-manual-beginning = uiteinden
key-manual-beginning-help = Ga naar het begin van de bladzijde of lijst.
key-manual-end = uiteinden
key-manual-end-help = Ga naar het einde van de bladzijde of lijst.
key-manual-erase = wis
key-manual-erase-help = Wis een teken van de zoektekst; is die leeg, of op een bladzijde: ga terug.
key-manual-close = sluit
key-manual-close-help = Leg het handboek weg, waar je ook leest.
key-anywhere-help = hulp
key-anywhere-help-help = Toon elke toets die hier werkt, en de weg naar het handboek.
key-anywhere-palette = meer
key-anywhere-palette-help = Open de lijst met opdrachten, en voer er een uit bij naam; of vind een vraag met woorden eruit in het interview, en een notitie in de lijst en bij het naluisteren.
key-anywhere-theme = gedimd
key-anywhere-theme-help = Wissel tussen het gewone en het gedimde thema.
key-anywhere-leave = terug
key-anywhere-leave-help = Ga terug naar het vorige scherm.
key-anywhere-quit = sluit af
key-anywhere-quit-help = Sluit het programma af; druk in een interview twee keer om het goed te beëindigen.
label-pause = pauze
label-edit = bewerk
label-notes = notities
label-let-go = haal eruit
label-bring-back = haal terug
label-begin = begin
label-back-on = hervat
label-go-on = verder
label-leave = verlaat
label-put-away = sluit
context-title = { $context ->
    [interview] Interview
    [writing] Interview, met tekst op de regel
    [protocol] Interview, als het te veel wordt
    [leave-out] Interview, als ze iets niet gebruikt willen hebben
    [withdrawal] Interview, als iemand toestemming intrekt
    [answers] Interview, terwijl een antwoord gekozen wordt
    [closed] Interview, bij een gesloten vraag
    [probe] Interview, terwijl een doorvraag gekozen is
    [states] Interview, terwijl een status gekozen wordt
    [marks] Interview, terwijl je iets markeert
    [reports] Interview, terwijl je markeert wat gemeld moet worden
    [look-back] Interview, terwijl je terugkijkt in de notities
    [points] Interview, terwijl je punten terugleest
    [seats] Interview, terwijl de plaatsen er liggen
    [home] Begin
    [covered] Begin, afgedekt na een interview
    [setup] Voorbereiden
    [text] Voorbereiden, in een tekst
    [choice] Voorbereiden, buiten een tekst
    [consent] Voorbereiden, op een toestemmingspunt
    [listen] Naluisteren
    [editing] Naluisteren, tijdens het schrijven van een notitie
    [codes] Naluisteren, bij de codes van een notitie
    [shelf] Naluisteren, terwijl je een citaat op de plank zet
    [own-questions] Naluisteren, terwijl je markeert hoe je vroeg
    [looking] Membercheck, terwijl je de taal of het spoor bekijkt
    [playing] Wat er speelt: bij het naluisteren en in de membercheck
    [statements] Membercheck
    [stating] Membercheck, tijdens het schrijven van een uitspraak
    [sources] Membercheck, terwijl je de notities van een uitspraak kiest
    [letter] Membercheck, terwijl de brief getoond wordt
    [ends] Nog te doen na een interview
    [end-line] Nog te doen, terwijl je een regel schrijft
    [letters] Register van brieven
    [letter-answers] Register van brieven, op een uitspraak
    [sending] Register van brieven, terwijl wordt gevraagd hoe een brief ging
    [quoting] Register van brieven, terwijl wordt gevraagd of aanhalen mag
    [letter-line] Register van brieven, terwijl een regel wordt geschreven
    [participants] Deelnemers
    [participants-line] Deelnemers, terwijl je een regel schrijft
    [wall] Wand
    [wall-line] Wand, terwijl je een regel schrijft
    [figures] Cijfers
    [overlay] Hulp en opdrachten
    [manual] Handboek
   *[anywhere] Overal
}

## Wat een schijf weigert, en wat te doen

disk-full = de schijf is vol
disk-quota = je deel van de schijf is op
disk-too-large = zo groot mag een bestand daar niet worden
disk-read-only = van deze schijf kan alleen gelezen worden
disk-not-allowed = je hebt er geen rechten voor
disk-no-folder = er staat een bestand waar een map hoort
disk-a-folder = er staat een map waar een bestand hoort
disk-foreign = er staat een koppeling, of iets anders dat geen gewoon bestand is
disk-long-name = de naam is te lang voor deze schijf
disk-failing = de schijf hapert
disk-gone = de schijf is er niet meer
disk-missing = het is er niet
disk-exists = er is al iets met die naam
disk-full-todo = Maak ruimte op de schijf van { $place }
disk-quota-todo = Verwijder iets van jezelf op de schijf van { $place }, of vraag om een groter deel
disk-too-large-todo = Schrijf naar een andere schijf dan die van { $place }, of hef de grens voor bestanden op (ulimit -f)
disk-read-only-todo = Maak de schijf van { $place } beschrijfbaar (een kaartje heeft soms een schuifje), of gebruik een andere schijf
disk-not-allowed-todo = Verander de rechten van { $place } en van de map eromheen, of gebruik een eigen map
disk-a-folder-todo = Verplaats de map { $place }
disk-foreign-todo = Verplaats { $place }
disk-long-name-todo = Kies een kortere
disk-failing-todo = Controleer de stekker en de kabel van de schijf van { $place }, kopieer wat erop staat, en gebruik een andere schijf
disk-gone-todo = Sluit de schijf van { $place } weer aan, of koppel die opnieuw
disk-missing-todo = Zoek { $place } waar het eerder was
disk-exists-todo = Verplaats { $place }, of kies een andere naam
refused-full = { $time ->
    [now] de schijf is vol
   *[then] de schijf was vol
}
refused-quota = { $time ->
    [now] je deel van de schijf is op
   *[then] je deel van de schijf was op
}
refused-too-large = { $time ->
    [now] zo groot mag een bestand op de schijf niet worden
   *[then] zo groot mocht een bestand op de schijf niet worden
}
refused-read-only = { $time ->
    [now] de schijf is tegen schrijven beveiligd
   *[then] de schijf was tegen schrijven beveiligd
}
refused-not-allowed = { $time ->
    [now] in de map van de sessie mag niet geschreven worden
   *[then] in de map van de sessie mocht niet geschreven worden
}
refused-no-folder = { $time ->
    [now] de map van de sessie staat niet waar die hoort
   *[then] de map van de sessie stond niet waar die hoort
}
refused-failing = { $time ->
    [now] de schijf hapert
   *[then] de schijf haperde
}
refused-gone = { $time ->
    [now] de schijf is weg
   *[then] de schijf was weg
}
refused-unsaid = { $time ->
    [now] de schijf neemt de opname niet aan
   *[then] de schijf nam de opname niet aan
}
refused-full-todo = Maak ruimte
refused-quota-todo = Verwijder daar iets van jezelf, of vraag om een groter deel
refused-too-large-todo = Schrijf naar een andere schijf, of hef de grens voor bestanden op (ulimit -f)
refused-read-only-todo = Maak de schijf beschrijfbaar (een kaartje heeft soms een schuifje), of gebruik een andere schijf
refused-not-allowed-todo = Verander de rechten van de map, of bewaar het onderzoek in een eigen map
refused-no-folder-todo = Zet de map van de sessie terug waar die stond
refused-failing-todo = Controleer de stekker en de kabel van de schijf, kopieer wat erop staat, en gebruik een andere schijf
refused-gone-todo = Sluit de schijf aan, of koppel die opnieuw
refused-unsaid-todo = Kijk naar de schijf en de kabel

## Wat misgaat en overleefd wordt

incident-lead-in = de opname begint { $seconds } s vóór het begin van het interview, zoals study.yaml vraagt (lead_in)
incident-silence = alleen stilte van de microfoon
incident-heard = de stilte van de microfoon is voorbij
incident-faint = de microfoon hoort heel weinig
incident-loud = het geluid was te hard en is vervormd
incident-muted = de microfoon stond uit in de geluidsinstellingen
incident-unmuted = de microfoon staat weer aan
incident-disk-back = de schijf neemt de opname weer aan
incident-moved = het systeem schakelde over naar { $to }
incident-moved-away = het systeem schakelde over naar een andere microfoon
incident-space = op de schijf is ruimte voor { $minutes ->
    [0] minder dan een minuut
    [one] { $minutes } minuut
   *[other] { $minutes } minuten
}
incident-battery = de accu staat nog op { $percent }%
incident-slept = de computer stond { $seconds } s in slaapstand: in die tijd is niets opgenomen
incident-disk = { $why }: de opname ging door, in het geheugen of in een nieuw bestand
incident-disk-refused = de schijf nam de opname niet aan ({ $detail })
incident-damaged = Het journaal was beschadigd: { $kept ->
    [one] { $kept } gebeurtenis is
   *[other] { $kept } gebeurtenissen zijn
} bewaard{ $unproven ->
    [0] {""}
   *[other] , waarvan { $unproven } onbewezen, omdat wat ervoor stond weg is
}, { $lost ->
    [one] { $lost } is
   *[other] { $lost } zijn
} verloren gegaan.
incident-set-up-again = De voorbereiding was verloren gegaan en is opnieuw gemaakt: datum, deelnemer en ronde uit de naam van de map, de topiclijst uit guide.yaml, de reactietijd uit study.yaml. Waar het interview was en wie erbij waren, is niet meer bekend.
fault-no-microphone = er is geen microfoon gevonden
fault-busy = het geluidsapparaat is in gebruik door een ander programma ({ $detail })
fault-denied = het systeem geeft geen toegang tot het geluidsapparaat ({ $detail })
fault-not-found = er is niet precies één geluidsapparaat dat past bij "{ $wish }"
fault-unsupported = het geluidsapparaat kan niet leveren wat nodig is ({ $detail })
fault-stopped = het geluidsapparaat viel stil ({ $detail })
fault-moved = het systeem schakelde over naar een ander geluidsapparaat ({ $detail })
fault-changed = overstappen op { $to }
fault-changed-system = overstappen op de microfoon van het systeem
fault-other = het geluidssysteem meldde een probleem ({ $detail })
fault-not-wav = { $file } is niet te lezen als WAV-bestand ({ $detail })
fault-file-unsaid = { $file } kon niet worden { $doing ->
    [created] gemaakt
    [opened] geopend
    [written] geschreven
    [synced] veilig weggeschreven
   *[read] gelezen
} ({ $detail })
fault-file = { $file } kon niet worden { $doing ->
    [created] gemaakt
    [opened] geopend
    [written] geschreven
    [synced] veilig weggeschreven
   *[read] gelezen
}: { $why }
fault-end-not-taken = het einde van de opname is verloren gegaan, { $long }: de schijf nam het niet aan
gap-late = het geluid kwam niet op tijd
gap-not-taken = geen schijf nam het aan, en in het geheugen was geen ruimte meer
end-finished = de interviewer beëindigde het interview
end-cut-short = het interview was door een crash afgebroken en is daarna beëindigd
end-withdrawn = de deelnemer trok zich terug
end-terminal-closed = het terminalvenster werd gesloten
end-interrupted = het programma werd onderbroken
end-shut-down = het systeem vroeg het programma te stoppen

## Geluidsapparaten, en bestanden die worden afgespeeld

sound-no-device = Er is geen geluidsapparaat gevonden: sluit er een aan of start de geluidsserver, en probeer het dan opnieuw.
sound-busy = Het geluidsapparaat is in gebruik door een ander programma ({ $detail }): sluit dat programma, of kies een ander apparaat.
sound-denied = Het systeem geeft geen toegang tot het geluidsapparaat ({ $detail }): sta het toe in de privacyinstellingen, of word lid van de groep audio.
sound-unsupported = Het geluidsapparaat kan niet leveren wat nodig is ({ $detail }): kies een ander apparaat of een ander formaat.
sound-lost = Het geluidsapparaat viel stil ({ $detail }): controleer de stekker en de geluidsserver, en probeer het dan opnieuw.
sound-moved = Het systeem schakelde over naar een ander geluidsapparaat ({ $detail }): kijk of de juiste microfoon gebruikt wordt.
sound-other = Het geluidssysteem meldde een probleem ({ $detail }): probeer het opnieuw, of kies een ander apparaat.
sound-not-found = Er is niet precies één geluidsapparaat dat past bij "{ $wish }": kies er een uit { $known }.
sound-changed = { $file } is niet wat er is opgenomen, dus er wordt niets van gemaakt. Wat eraan mankeert: hearback verify
sound-not-wav = { $file } is niet te lezen als WAV-bestand ({ $why }): zet het om naar WAV (16-bit PCM), of kies een ander bestand.
unplayable-missing = dat bestand is er niet
unplayable-missing-todo = controleer de naam en de map waarin het zou staan
unplayable-folder = het is een map
unplayable-folder-todo = noem een WAV-bestand, misschien een dat erin staat
unplayable-not-plain = het is geen gewoon bestand
unplayable-not-plain-todo = noem een WAV-bestand
unplayable-empty = het is leeg
unplayable-empty-todo = kopieer het opnieuw van waar het vandaan komt, of kies een ander bestand
unplayable-not-wav = het is geen WAV-bestand
unplayable-not-wav-todo = zet het om naar WAV (16-bit PCM), of kies een ander bestand
unplayable-no-sound = er staat geen geluid in
unplayable-no-sound-todo = neem het opnieuw op, of kies een ander bestand
unplayable = { $file } is niet af te spelen: { $why }. Om dat te herstellen: { $todo }.

## Opnamen die niet zijn wat er opgenomen is

take-stray = { $file } is geen opname die het journaal van deze sessie kent: luister ernaar en zet het bestand waar het hoort, of laat het hier als dit het moment is waarop het interview afbrak. Er verandert niets aan
take-destroyed = { $file } is op { $day } met opzet vernietigd{ $why }
take-there-again = Er staat weer een bestand met die naam: verwijder het
take-unread = { $file } is niet te lezen: { $why }
take-gone-as-wanted = { $file } is weg, zoals de deelnemer wil
take-missing = { $file } ontbreekt
take-foreign = { $file } is niet de oorspronkelijke opname: { $why }
take-shorter = { $file } is { $by } korter dan de oorspronkelijke opname
take-longer = { $file } is { $by } langer dan de oorspronkelijke opname
take-other-format = { $file } is niet de oorspronkelijke opname: dit is { $is }, en die was { $was }
take-other-bytes = { $file } is even lang als de oorspronkelijke opname, maar er staat ander geluid in
take-empty = { $file } is leeg
take-put-longer-back = zet een kopie terug als er een langere is; anders bewaart `hearback recover { $session }` wat er is
take-put-back = zet het opgenomen bestand terug, uit een kopie; `hearback verify { $session }` zegt of het het juiste is
sound-channels = { $rate } met { $count } kanalen
a-moment = een moment
recovery-shorter = { $file } is { $by } korter dan wat veilig geschreven was: zet een langere kopie terug als die er is
recovery-sound = Hersteld: { $recorded }; aan het einde ontbreekt hooguit { $missing }.
recovery-no-sound = geen geluid
recovery-clock = Afgebroken op { $length }, of hooguit 11 s later. Elke bewaarde notitie is er nog.
recovery-notes = Dit interview is afgebroken: elke bewaarde notitie is er nog.
recovery-notes-and-sound = Dit interview is afgebroken: { $recorded } en elke bewaarde notitie zijn er nog.
length-minutes = { $minutes } min { $seconds } s
length-seconds = { $seconds } s
length-less-than = minder dan { $seconds } s

## Wat er met het geluid moet gebeuren

wish-destroy = de deelnemer wil dat het geluid vernietigd wordt: dat is nog niet gebeurd
wish-nothing = er hoeft niets te gebeuren
wish-destroy-by-hand = de deelnemer wil dat het geluid vernietigd wordt: dat is nog niet gebeurd. `hearback withdraw { $session } --scope sound` doet het, en zegt wat er elders nog is
wish-destroy-these = de deelnemer wil dat het geluid vernietigd wordt: dat is nog niet gebeurd. `hearback withdraw SESSIE --scope sound` vernietigt deze bestanden:
wish-destroyed-here = de deelnemer wil dat het geluid vernietigd wordt: hier is het weg. Verwijder het ook uit elke kopie en back-up

## Antwoorden die niet geschreven konden worden

answer-make-room = maak ruimte, of stuur het ergens anders heen
answer-elsewhere = stuur het ergens anders heen
answer-cut = het antwoord kon niet tot het einde geschreven worden: { $why }. Wat aankwam is niet alles: { $todo }. Wat verder gedaan is, is gedaan
answer-no-json = het antwoord kan niet als JSON geschreven worden: { $why }

## Opnamen in doctor

doctor-no-takes = er is nog niets opgenomen
doctor-takes = { $takes ->
    [one] 1 opname: lengte en formaat kloppen nog; `hearback verify` leest elke byte
   *[other] { $takes } opnamen: lengte en formaat kloppen nog; `hearback verify` leest elke byte
}
doctor-takes-destroyed = { $takes ->
    [one] 1 opname, met opzet vernietigd
   *[other] { $takes } opnamen, waarvan { $destroyed } met opzet vernietigd: lengte en formaat van de andere kloppen nog; `hearback verify` leest elke byte
}

## Op weg naar buiten

quit-again = het interview gaat door; { $again } beëindigt het netjes en sluit af
leave-again = { $again } sluit af zonder wat niet op schijf staat, en { $cost }
not-on-disk = nog niet op schijf: { $what }. Maak ruimte; elke seconde wordt het geprobeerd. Twee keer { $key } sluit af, en { $cost }
changes-with-notes = { $changes }, waaronder { $notes }
waits-end = het einde van de opname, { $seconds } s
waits-all = de hele opname, { $seconds } s
costs = { $what }
costs-end = die { $seconds } s gaan dan verloren
costs-all = die { $seconds } s gaan dan verloren: er is dan niets opgenomen
costs-changes = de wijzigingen komen in een eigen bestand

## Toetsen die twee keer gedrukt worden, en toetsen die niets deden

keys-at-once = er kwamen meerdere toetsen tegelijk, en geen ervan telt hier: druk nog een keer, één toets
letter-lost = er ging een letter verloren: deze terminal stuurt geen UTF-8. Stel UTF-8 in, of schrijf zonder accenten
unseen-key = er is niets gedaan zolang het niet te zien was: { $key } doet het nu
paste-too-long = wat je plakte was langer dan een notitie mag zijn: { $count ->
    [one] het laatste teken is weggelaten
   *[other] de laatste { $count } tekens zijn weggelaten
}
reopened-elsewhere = { $refusal } ({ $key } bij het naluisteren)
nothing-to-undo = niets om ongedaan te maken
nothing-to-redo = er is niets ongedaan gemaakt
taken-back = ongedaan gemaakt: { $what }. { $key } haalt het terug
there-again = weer terug: { $what }
line-is-written = er staat nog tekst op de regel: { $save } bewaart die, { $aside } legt die opzij; daarna ongedaan maken
key-again = nogmaals { $key }
key-name-up = Omhoog
key-name-down = Omlaag
key-name-left = Links
key-name-right = Rechts
key-name-space = Spatie
key-by-name = { $key }
no-room-to-record = geen ruimte op de schijf voor een opname: maak ruimte
notes-not-saved = notities worden niet bewaard: ze blijven in het geheugen en het wordt opnieuw geprobeerd, sluit niet af. { $why }
letter-was-there = summary/v{ $version } lag er al, woord voor woord, en geldt als deze brief
letter-lay-there = in summary/v{ $from } ligt iets wat het journaal niet kent: dat blijft zoals het is, en deze brief is nummer { $version }
letter-forms-and = { $forms }; { $found }
no-letter-number = er is geen nummer meer voor nog een brief
letter-help-left-open = { $count ->
    [one] Eén regel over hulp staat
   *[other] { $count } regels over hulp staan
} niet in de brief, omdat er in de topiclijst nog iets moet worden ingevuld: “{ $lines }”
letter-lies = de brief, versie { $version }, staat in { $file } en ernaast als { $forms }
letter-stands = er is niets veranderd sinds versie { $version } van de brief: die geldt nog en staat in { $file }. Verander een uitspraak voor een nieuwe, of druk deze af

## Meldingen tijdens het interview

disk-takes-nothing = de schijf neemt de opname niet aan: { $seconds } van { $of } s staan in het geheugen. Maak ruimte
muted = de microfoon staat uit in de geluidsinstellingen: er is niets te horen. Zet hem daar aan; de opname loopt door
unmuted = de microfoon staat weer aan
disk-refuses = { $why }: de opname loopt door, in het geheugen of in een nieuw bestand. { $todo }
goes-on-in-a-new-file = de opname loopt door in een nieuw bestand: { $why }
another-microphone = een andere microfoon
system-switched = het systeem schakelde over naar { $microphone }
put-aside = opzijgelegd; { $key } haalt het terug
guide-ends = verder gaat de topiclijst niet deze kant op
no-question-here = dit is geen vraag: er is niets te markeren
no-probe-here = hier is geen doorvraag
all-probes-used = elke doorvraag hier is gebruikt; { $key } maakt het laatste ongedaan
question-left = gemarkeerd: de vraag blijft rusten
they-go-on = verder
they-leave-it = vraag overslaan
they-take-a-break = pauze
they-stop = stop
a-break = vastgelegd op { $at }: een pauze. { $on } gaat verder
they-stop-here = vastgelegd op { $at }: de deelnemer stopt. Een vergissing? { $on } gaat verder
stamped-they-go-on = gemarkeerd: de deelnemer gaat verder
back-on-the-record = de opname loopt weer
notes-only-already = dit interview gaat al verder met alleen notities
notes-only-again = { $again } stopt de opname en gaat verder met alleen notities; met een andere toets loopt de opname door
recording-closed = de opname is gestopt: vanaf hier alleen notities. { $key } neemt weer op
no-such-consent = deze topiclijst vraagt die toestemming niet: beëindig het interview, of ga verder met alleen notities ({ $key })
still-off = nog steeds buiten de opname, al { $minutes } min. { $key } zet de opname weer aan
silence-for = al { $seconds } s alleen stilte van de microfoon: staat hij uit? De opname loopt door
faint-for = de microfoon hoort al een minuut heel weinig: staat hij dichtbij genoeg? De opname loopt door
too-loud = het geluid is te hard en vervormt: zet de microfoon zachter, of een stukje verder weg
disk-room-for = de schijf heeft nog ruimte voor { $count ->
    [0] geen hele minuut
    [one] 1 minuut
   *[other] { $count } minuten
} opname: maak ruimte
battery-low = de accu staat op { $percent }%: sluit de computer aan
battery-low-and-safe = de accu staat op { $percent }%: sluit de computer aan. Wat opgenomen is, is tot de laatste seconde veilig
mic-opening = de microfoon wordt geopend
lead-in-kept = de { $seconds } s ervoor zijn ook bewaard
recording-again = er wordt weer opgenomen, met { $microphone }, na { $seconds } s zonder geluid
mic-none = geen microfoon
mic-lost = de microfoon viel weg
mic-still-none = nog steeds geen microfoon
mic-gone = { $what }: het interview gaat door zonder geluid. Elke seconde wordt het geprobeerd, { $key } probeert een andere. { $why }
consent-not-given = er is geen toestemming voor opname: dit interview gaat verder met alleen notities
on-record-first = zet eerst de opname weer aan
mic-looked-for = er is nog geen microfoon om te proberen: er wordt gezocht
mic-trying = { $microphone } wordt geprobeerd
mic-no-other = de microfoon neemt op, en er is geen andere
mic-change-again = { $again } schakelt over naar { $microphone }
mic-stand-in = opname met { $device }, niet met { $chosen }. Twee keer { $key } gaat terug naar { $chosen }
mic-not-found = er is geen microfoon gevonden. Het interview gaat door zonder geluid; { $key } probeert het opnieuw
last-step = dat was de laatste stap; { $key } legt het protocol weg
not-under-way = het interview loopt niet: `hearback consent` legt vast wat de deelnemer sindsdien veranderde
recording-unwanted = de deelnemer wil niet meer opgenomen worden: de opname is gestopt, vanaf hier alleen notities
end-again = { $again } beëindigt het interview; met een andere toets blijf je
say-what-they-want = { $first } tot { $last } zegt wat de deelnemer wil; { $before } gaat door zoals het was
goes-on-twice-ends = het interview gaat door; twee keer { $key } beëindigt het
go-on-or-end = { $on } gaat verder met het interview, twee keer { $end } beëindigt het

## Naluisteren

listened-back = gemarkeerd als nageluisterd
taken-back-key = geschrapt; { $key } haalt het terug
edit-aside = de bewerking is opzijgelegd; { $key } haalt die terug
no-note-yet = er is nog geen notitie: { $key } schrijft er een
reopened = weer open voor wijzigingen

## Het interviewscherm

state-off-record = PAUZE, BUITEN DE OPNAME
state-starting = START
state-rehearsal = OEFENING
state-recording = OPNAME
state-notes-only = ALLEEN NOTITIES
state-no-audio = GEEN GELUID
state-not-begun = NIET BEGONNEN
state-cut-short = AFGEBROKEN
state-ended = BEËINDIGD
seconds-so-far = { $seconds } s
minutes-so-far = { $minutes } min
mic-hears = hoort iets
mic-quiet = mic: stil
mic-too-loud = te hard
promised-end = einde { $time }
minutes-left = nog { $minutes } min
minutes-over-end = { $minutes } min over tijd
minutes-here = hier { $used } min, gepland { $planned }
topic-of = { $at } van { $of }
topic-done = klaar
last-time = Vorige keer, { $date }
last-time-follow-ups = Toen genoteerd om op terug te komen
last-time-none = geen eerder gesprek met deze deelnemer leverde uitspraken of vervolgvragen op
last-time-not-yet = wat er vorige keer is gezegd, zie je zodra de eerste vraag beantwoord is: eerder zou het sturen
key-interview-last-time = vorige keer
key-interview-last-time-help = Laat zien wat het vorige gesprek opleverde: de uitspraken, en waar je nog op terug wilde komen.
line-off-record = pauze
line-closed-hint = er wordt niets genoteerd; { $key } opent de regel
line-is-closed = hier wordt niets genoteerd; { $key } opent de regel voor wat is afgesproken
line-opened = de regel is open: wat je noteert blijft apart, zoals afgesproken; { $key } sluit hem
line-closed = de regel is dicht: er wordt niets genoteerd
line-is-open-anyway = tijdens de opname is de regel gewoon open
nothing-noted-off-record = buiten de opname wordt niets genoteerd
room-ring = te bellen: { $number }
room-no-ring = in het formulier staat geen nummer om te bellen
someone-came-in = er kwam iemand binnen
entered = vastgelegd: { $what }
key-interview-open-line = open regel
key-interview-open-line-help = Open buiten de opname de regel voor wat is afgesproken; nog eens sluit hem.
key-interview-ring = bellen
key-interview-ring-help = Toon het nummer dat je belt als de verbinding wegvalt, zoals het in het formulier staat.
key-interview-someone-came-in = bezoek
key-interview-someone-came-in-help = Leg vast dat er iemand binnenkwam, met het moment.
to-come-back-to = Nog op terugkomen
and-more = en nog { $count }
asked-probe = gevraagd: { $words }
no-level = geen niveau
panel-notes = Notities
part-introduction = Inleiding
part-closing = Afsluiting
lead-over = Overgang: { $words }
lead-over-below = Ervoor:
read-aloud = { $part }: voorlezen, { $at } van { $count }
puts-it-away = { $key } legt het weg
goes-on = { $key } gaat verder
protocol-title = Als het te veel wordt: { $on }
help-numbers = Bel: { $numbers }
withdrawal-nothing = { $key } gaat door zoals het was; er stopt niets tot je kiest
withdrawal-nothing-short = { $key } zoals het was
withdrawal-title = Toestemming ingetrokken: wat wil de deelnemer?
type-a-note = typ een notitie
type-a-kind = typ een { $kind ->
    [paraphrase] parafrase
    [quote] citaat
    [observation] observatie
    [follow-up] vervolgvraag
   *[memo] memo
} ({ $key } wisselt)
unfinished = { $what }, niet af: typ om verder te gaan
is-saved = vast
note-counted = { $kind } van { $count ->
    [one] 1 woord
   *[other] { $count } woorden
}
from-the-top = { $key }: vanaf het begin
more-lines = { $key }: nog { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
what-comes-next = { $key }: wat volgt
rest-in-a-larger-window = meer in een groter venster

## Als toestemming wordt ingetrokken

want-stop = hier stoppen
want-it-kept = hier stoppen; wat opgenomen en genoteerd is, blijft
want-it-destroyed = hier stoppen; het geluid moet vernietigd worden
want-notes-only = verder met alleen notities
want-notes-only-kept = verder met alleen notities; wat opgenomen is, blijft
want-it-kept-short = stop, bewaar
want-it-destroyed-short = stop, vernietig
want-notes-only-short = alleen notities

## Naluisteren, het scherm

plays-no-sound = HIER GEEN GELUID
plays = SPEELT
plays-waits = GEEN LUIDSPREKER
plays-at = { $state } { $at }  { $how }
paused-no-sound = GEPAUZEERD, HIER GEEN GELUID
paused = GEPAUZEERD
playhead = { $state } { $at } van { $end }
speed = { $whole },{ $tenth }×
volume = { $percent } %
gain = +{ $decibels } dB
goes-round = herhaalt { $from }-{ $to }
hearing-stays = Verder gaat het niet: { $words }.
listen-no-question = Bij geen andere vraag staat daar een notitie.
listen-nobody = Bij de notitie staat niet wie erin te horen is.
listen-no-turn = In die richting is die persoon in geen andere notitie te horen.
playback-waits = { $why } Het speelt vanzelf verder zodra er weer een luidspreker is, binnen een minuut.
playback-again = Het speelt verder, op { $device }.
playback-moved = Het systeem heeft het geluid verplaatst: het klinkt nu op { $device }.
playback-moved-away = Het systeem heeft het geluid verplaatst: het klinkt nu op een andere luidspreker.
no-notes = Geen notities. { $key } schrijft er een bij dit moment.
zoom-whole = De hele sessie is te zien.
zoom-shows = De strook toont { $from } tot { $to }.
zoom-nearest = Dichterbij dan een seconde kan niet.
waveform-comes = De golfvorm wordt uit het geluid gemaakt: { $percent } procent
strip-off-record = buiten de opname
strip-no-sound = geen geluid
strip-left-out = weggelaten
strip-distress = te veel
strip-answer = antwoord
strip-own = eigen vraag
note-was = Eerst: { $words }
strip-marked = vraag gemarkeerd
listen-at-no-question = Bij geen vraag
listen-heading = { $topic }: { $question }
aside-question = Vraag
aside-others = Ook hier genoteerd
aside-statements = Uitspraken die erop steunen
aside-earlier = Wat er eerst stond
coding-which = Codes
coding-meaning = Wat betekent { $code }? Enter laat het open
coding-when = Wanneer gebruik je { $code }, en wanneer een andere? Enter laat het open
coding-used = wanneer: { $when }
coding-new = nieuwe code: { $code }
coding-new-cut = nieuwe code, met de eerste { $most } tekens als naam: { $code }
code-on = { $code } staat bij de notitie. { $used ->
    [one] Hij staat bij { $used } notitie van dit interview
   *[other] Hij staat bij { $used } notities van dit interview
}; dat is niet de codering van de studie.
code-off = { $code } staat niet meer bij de notitie.
no-note-below = Onder deze notitie staat geen andere.
notes-joined = Twee notities zijn er één. { $key } maakt dat ongedaan.
note-split = Eén notitie is er twee. { $key } maakt dat ongedaan.
split-kept-first = Bewaar de notitie eerst; dan kan ze gesplitst worden.
taken-back-listed = { $count ->
    [one] { $count } geschrapte notitie staat er nu ook
   *[other] { $count } geschrapte notities staan er nu ook
}; { $key } haalt er een terug.
taken-back-unlisted = Geschrapte notities staan er niet meer bij.
nothing-taken-back = Er is geen notitie geschrapt.
is-taken-back = Die notitie is geschrapt; { $key } haalt haar terug.
brought-back = De notitie is terug.
asked-so-marked = { $at }: { $what }. Daarvan zijn er nu { $count }; alleen jij ziet dat.
asked-so-unmarked = { $at }: { $what } is niet meer gemarkeerd.
asked-so-row = Hoe vroeg je het?
listen-heard = { $heard } van { $all } notities gehoord
listen-heard-short = gehoord { $heard }/{ $all }
listen-is-heard = gehoord
listen-taken-back = geschrapt
aside-codes = Codes
own-questions = hoe je vroeg: { $counts }
own-questions-of = { $count } × { $what }
distress-at = te veel: { $words }
note-at = { $kind } op { $at }
note-edit-keys = { $title }: { $keep } bewaart, { $aside } legt opzij, { $kind } soort

## Wat elk scherm heeft

larger-window-shows = (een groter venster toont de rest)
key-shows-the-rest = ({ $key }: de rest)
window-too-small = { $state } { $at }. Maak het venster groter: { $columns }x{ $rows } of meer.
a-bare-moment = moment
words-off-record = buiten de opname: { $words }
more-in-show = en meer: hearback show { $session }
mark-disk = SCHIJF
mark-not-saved = NIET BEWAARD
mark-muted = MIC UIT
mark-silence = STILTE
mark-faint = TE ZACHT
mark-other-mic = ANDERE MIC
mark-battery = ACCU

## Aantallen

n-notes = { $count ->
    [0] geen notities
    [one] 1 notitie
   *[other] { $count } notities
}
n-changes = { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
}

## Koppen van het handboek, naar hun Engelse woorden

heading-they-take-something-back = Ze nemen iets terug
heading-a-focus-group = Een focusgroep
heading-what-must-be-reported = Wat gemeld moet worden
heading-reading-back = Teruglezen
heading-the-end = Het einde
heading-the-member-check-from-statements-to-the-answer = De membercheck, van uitspraken tot het antwoord
heading-the-register = Het register
heading-handing-over-to-analysis-to-paper-to-the-archive = Overdragen: aan de analyse, het artikel, het archief
heading-what-never-leaves = Wat er nooit uit gaat
heading-what-is-written-down = Wat er wordt opgeschreven
heading-the-forms-and-what-reads-them = De vormen, en wat ze leest
heading-when-it-comes-back-coded = Als het gecodeerd terugkomt
heading-exports-as-json-lines = Exports als JSON Lines
heading-the-letter = De brief
heading-plain-words = Gewone taal
heading-the-trail = Het spoor
heading-composing = Uitspraken schrijven
heading-the-interview-from-the-form-to-the-letter = Het interview, van formulier tot brief
heading-home = Begin
heading-set-up = Voorbereiden
heading-interview = Interview
heading-notes = Notities
heading-coverage = Wat besproken is
heading-marks-without-a-word = Markeren zonder woorden
heading-the-commonest-keys = De meestgebruikte toetsen
heading-what-is-done-shown-and-asked-only-of-some = Wat je doet, laat zien en alleen aan sommigen vraagt
heading-closed-questions = Gesloten vragen
heading-time = Tijd
heading-silence-in-the-sound = Stilte in het geluid
heading-they-take-consent-back = Toestemming wordt ingetrokken
heading-undo = Ongedaan maken
heading-off-the-record = Buiten de opname
heading-a-follow-up = Een vervolginterview
heading-distress = Als het te veel wordt
heading-no-audio = Geen geluid
heading-when-the-microphone-is-lost = Als de microfoon wegvalt
heading-when-the-wrong-one-is-heard = Als de verkeerde te horen is
heading-what-else-is-said-while-there-is-time = Wat verder op tijd gezegd wordt
heading-stopped-from-outside = Van buitenaf gestopt
heading-a-quiet-screen = Een rustig scherm
heading-listen-back = Naluisteren
heading-member-check-and-letter = Membercheck en brief
heading-by-ear-or-by-braille = Op het gehoor of met braille
heading-find-something-again = Iets terugvinden
heading-rehearse = Oefenen
heading-transcripts-what-was-said-in-words = Transcripten: wat is gezegd, in woorden
heading-what-is-read = Wat er wordt gelezen
heading-while-you-listen = Terwijl je luistert
heading-what-is-not-shown = Wat niet wordt getoond
heading-passages-without-speech = Passages zonder spraak
heading-on-this-machine = Op deze computer
heading-for-a-transcriber = Voor een transcribent
heading-the-topic-guide-the-study-and-its-participants = De topiclijst, het onderzoek en de deelnemers
heading-the-keys-of-a-guide = De sleutels van een topiclijst
heading-from-word = Uit Word
heading-check-a-guide = Een topiclijst controleren
heading-a-guide-on-paper = Een topiclijst op papier
heading-versions-of-a-guide = Versies van een topiclijst
heading-translations = Vertalingen
heading-the-study-who-takes-part-and-its-figures = Het onderzoek: wie meedoet, en de cijfers
heading-terms-and-destroying-when-they-are-over = Termijnen, en vernietigen als ze om zijn
heading-quotes = Citaten
heading-decisions = Besluiten
heading-reports = Verslagen
heading-the-wall = De wand
heading-the-report = Het verslag
heading-how-they-were-found = Hoe ze gevonden zijn
heading-whom-you-still-want = Wie je nog zoekt
heading-the-figures = De cijfers
heading-enough-interviews = Genoeg gesprekken
heading-study-yaml-and-participants-yaml = `study.yaml` en `participants.yaml`
heading-the-keys-of-every-screen = De toetsen van elk scherm
heading-your-own-keys = Je eigen toetsen
heading-the-journal-what-happened-line-by-line = Het journaal: wat er gebeurde, regel voor regel
heading-check-a-journal = Een journaal controleren
heading-events = Gebeurtenissen
heading-what-stays = Wat blijft
heading-a-program-that-is-older-than-a-line = Een programma dat ouder is dan een regel
heading-files-on-disk-and-what-programs-can-read = Bestanden op schijf, en wat programma’s kunnen lezen
heading-languages = Talen
heading-takes-and-peaks = Opnamen en pieken
heading-whether-a-take-is-the-recording-that-was-made = Of een bestand de oorspronkelijke opname is
heading-what-programs-get = Wat programma’s krijgen
heading-letters = Brieven
heading-receipts = Bewijzen van vernietiging
heading-privacy = Privacy
heading-commands-in-scripts-and-how-they-end = Opdrachten in scripts, en hoe ze eindigen
heading-exit-codes = Afsluitcodes
heading-when-things-go-wrong = Als er iets misgaat
heading-sound = Geluid
heading-disk-and-power = Schijf en stroom
heading-after-a-crash-and-sessions-that-do-not-open = Na een crash, en sessies die niet opengaan
heading-recordings-that-are-not-what-was-recorded = Opnamen die niet de oorspronkelijke zijn
heading-the-rest = De rest
heading-when-the-window-is-closed = Als het venster gesloten wordt
heading-macos-and-windows = macOS en Windows
heading-what-is-proved-and-how = Wat bewezen is, en hoe
heading-how-it-was-tried-and-how-to-work-on-it = Hoe het getest is, en hoe je eraan werkt
heading-beside-other-recorders = Naast andere recorders
heading-not-tried-by-a-machine = Niet door een machine getest
heading-working-on-it = Eraan werken
## Zo veel van iets

n-guides = { $count ->
    [0] geen topiclijsten
    [one] { $count } topiclijst
   *[other] { $count } topiclijsten
}
n-topics = { $count ->
    [0] geen onderwerpen
    [one] { $count } onderwerp
   *[other] { $count } onderwerpen
}
n-questions = { $count ->
    [0] geen vragen
    [one] { $count } vraag
   *[other] { $count } vragen
}
n-problems = { $count ->
    [one] { $count } probleem
   *[other] { $count } problemen
}

## Wat elke opdracht zegt

answer-note = let op: { $what }
form-contradicts = { $file } is naar zijn naam geen { $form }: laat --format weg, of laat de naam anders eindigen
form-unwritten = in de vorm waarop { $file } eindigt wordt dit niet geschreven. Wel als: { $forms }
participant-looks-like-a-name = { $code } lijkt op een naam: een deelnemer krijgt een code zoals P07
looks-like-a-name = { $code } lijkt op een naam: gebruik een code zoals I1
terminal-needed = hiervoor is een terminal nodig: geef de opdracht in een terminal; `hearback --help` noemt wat zonder kan
ask-yes-or-no = { $question } (j/n)
ask-yes = j ja

## Een opdrachtregel die niet te lezen is

cli-needs-words = { $name } vraagt om woorden: { $why }
cli-empty = wat er staat, is leeg. Vul het in, of laat het weg
cli-unseen = er staat een teken in dat niet te zien is, zoals een tab of een regeleinde. Schrijf het zonder
cli-needs-more = `{ $command }` heeft meer nodig dan er staat. Wat ontbreekt:
cli-example = Bijvoorbeeld: { $command }
cli-example-told = per telefoon
cli-example-what = geen wijziging
cli-option-of = tip: { $option } hoort bij { $commands }

## Als het programma zelf een fout maakt

stumbled = hearback struikelde over een eigen fout ({ $place }) en moest stoppen. De opname en de notities tot dan toe zijn bewaard: open de sessie opnieuw, of typ `hearback recover`. Meld alsjeblieft de plek tussen haakjes.
stumbled-somewhere = een plek die niet bekend is

## Waar een onderzoek gemaakt wordt

init-no-title = Een onderzoek nog zonder titel
init-made = In { $place } is een onderzoek gemaakt: study.yaml, participants.yaml en { $guides }.
init-next = Hierna: zet de titel en een contact in study.yaml, bekijk guides/, en geef daar de opdracht `hearback conduct`.
init-over = { $place } is al een onderzoek, en er wordt niets overschreven: `hearback` in die map opent het. Noem voor een ander onderzoek een map erbuiten: `hearback init MAP`
init-within = { $place } ligt binnen het onderzoek in { $root }: opdrachten die je daar geeft, gaan dan over het nieuwe onderzoek en niet over het bestaande
init-outside = { $why }. Noem een map erbuiten: `hearback init MAP`
init-ask-within = { $why }. Daarbinnen nog een onderzoek maken?
init-none-made = er is geen onderzoek gemaakt: noem een map buiten het andere, `hearback init MAP`

## Waarmee een deelnemer instemde, en wat die veranderde

consent-yes = ja
consent-no = nee
consent-taken-back = ingetrokken op { $at }: { $what }
consent-changed = veranderd in { $answer } op { $day }, verteld { $told } aan { $whom }
consent-no-recording = er wordt niet opgenomen
consent-letter = er mag een brief worden verstuurd
consent-no-letter = geen brief: { $why }
consent-no-quotes = de eigen woorden van de deelnemer staan er niet in
consent-no-day = --on vraagt een dag, zoals 2026-11-24
consent-day-ahead = { $day } moet nog komen: --on is de dag waarop het gebeurde
consent-no-words = { $flag } vraagt om woorden: hoe, of tegen wie, de deelnemer het zei
consent-items = { $why }. De toestemmingspunten van deze sessie zijn { $items }
consent-now = { $session }: het antwoord op { $item } is nu { $answer }
consent-letters-before = { $count ->
    [one] { $count } versie van de brief was al geschreven; die staat er nog
   *[other] { $count } versies van de brief waren al geschreven; die staan er nog
}

## De brief, op de opdrachtregel

write-letter-check-not = toets geen uitspraak aan deze opname: { $why }
write-letter-still-used = er is gevraagd iets niet te gebruiken (opmerking { $remark }), en daarvoor is nog niets weggelaten: het kan in deze brief staan
write-letter-left-out = { $count ->
    [one] { $count } uitspraak is weggelaten, omdat een notitie waar die op steunt geschrapt is of nu privé is
   *[other] { $count } uitspraken zijn weggelaten, omdat een notitie waar die op steunen geschrapt is of nu privé is
}
write-letter-lines-lost = er zijn regels van het journaal van deze sessie verloren gegaan, en daar kan een nee bij zijn geweest: vraag het opnieuw voor je dit verstuurt
write-letter-no-text = een { $form }-bestand is geen tekst voor een scherm: geef met `--out BESTAND` aan waar het moet komen
write-letter-lies = de brief staat in { $file }

## Topiclijsten, op de opdrachtregel

guide-no-id = { $id } kan geen id van een topiclijst zijn: schrijf die met a-z, 0-9 en koppeltekens, zoals { $better }
guide-made = { $file } is gemaakt met het sjabloon ({ $day }). Bewerk het, en dan: hearback guide check { $file }
guide-fine = { $file }: in orde. { $topics }, { $questions }, { $minutes }
guide-head = { $title } ({ $id } v{ $version }, { $language }, { $minutes })
guide-round = { $round ->
    [first] eerste interview
   *[follow-up] vervolginterview
}
guide-round-minutes = { $round } ({ $minutes })
guide-topic = { $number }  { $title }  ({ $minutes } min)
guide-in-folder = { $wish } is een map: noem een topiclijst die erin staat, of een topiclijst van het onderzoek bij de id
guide-no-file = er is geen bestand { $wish }: controleer de naam en de map waarin het zou staan
guide-no-file-known = { $why }; { $known }
guide-known = dit onderzoek heeft { $guides }
guide-known-none = dit onderzoek heeft er geen die bruikbaar is
guide-not-yet = de topiclijst { $wish } is nog niet te gebruiken. { $why }
guide-a-folder = { $wish } is een map: noem een topiclijst van het onderzoek bij de id; { $known }
guide-not-here = { $wish } hoort niet bij de topiclijsten van dit onderzoek: kopieer die eerst naar { $folder }
guide-none-such = er is geen bruikbare topiclijst { $wish }: { $known }
guide-none-such-because = er is geen bruikbare topiclijst { $wish }: { $known }. { $why }

## Het handboek, op de opdrachtregel

help-command-too = `{ $command }` is ook een opdracht: `{ $command } --help`.
help-nothing = er is geen onderwerp of opdracht { $asked }: de onderwerpen zijn { $topics }; `hearback help` noemt ook de opdrachten
help-title = Het handboek van hearback
help-topics = `hearback help ONDERWERP` vertelt over
help-commands = `hearback help OPDRACHT`, of `hearback OPDRACHT --help`, over

## De toetsen als tabel

keys-column = toetsen
keys-does-column = wat ze doen
keys-yours = Je eigen toetsen.
keys-own-from = je eigen, uit { $file }
keys-no-folder = er is geen configuratiemap: stel HEARBACK_CONFIG in, of noem het bestand
keys-none = er is geen { $file }: de ingebouwde toetsen gelden
keys-fine = { $file }: in orde. Eigen toetsen voor { $count ->
    [0] geen enkele handeling
    [one] { $count } handeling
   *[other] { $count } handelingen
}

## Of de opnamen zijn wat er opgenomen is

verify-unread = niet alles was te lezen: zie hierboven
verify-other = niet elk bestand is de oorspronkelijke opname: zie hierboven
verify-held = de sessie is open in een ander venster: de controlesom is bekend als die daar afgesloten is
verify-no-digest = de controlesom is niet bekend, dus alleen lengte en formaat zijn vergeleken: `hearback recover` berekent die

## Bladzijden voor man

man-cannot = er kan geen bladzijde gemaakt worden: { $why }
man-there = { $page } staat al in { $folder }: er is niets geschreven; noem een andere map
man-made = { $count } bladzijden staan in { $folder }. Om er een te lezen: man -l { $page }

## Sessies: de lijst, één ervan, en wat hersteld wordt

sessions-none = nog geen interview: `hearback conduct` begint het eerste
show-when = { $day } om { $time }
show-setting = waar: { $place }
show-by-video = via beeldbellen
show-beside = via beeldbellen, bij de deelnemer: { $who }
show-present = ook aanwezig: { $who }
show-leads = leidde: { $code }
show-types = typte: { $code }
show-far-voice = de stem van de overkant, voor het begin: { $found }
show-room-check = proefopname met { $device }: { $found }
show-summary-wish = wil de samenvatting: { $wish }
show-summary-unasked = wil de samenvatting; in welke vorm is niet gevraagd
show-recorded = { $length } opgenomen
show-unrecorded = { $length } niet opgenomen
show-off-record = { $count ->
    [0] nooit
    [one] één keer
   *[other] { $count } keer
} buiten de opname
show-note-off-record = buiten de opname: { $text }
show-distress = te veel
show-unfinished = onaf
show-question = { $topic } / { $question }
show-question-because = { $topic } / { $question }, reden: { $reason }
show-question-no-reason = { $topic } / { $question }, geen reden gegeven
recover-digests = { $count ->
    [one] De controlesom van { $count } opname is berekend.
   *[other] De controlesom van { $count } opnamen is berekend.
}
recover-waveforms = { $count ->
    [one] De golfvorm van { $count } opname is opnieuw gemaakt.
   *[other] De golfvorm van { $count } opnamen is opnieuw gemaakt.
}
recover-nothing = niets te herstellen
recover-no-waveform = Een golfvorm kon niet opnieuw gemaakt worden: { $why }
recover-not-all = niet elke sessie kon hersteld worden: zie hierboven

## Interviews, begonnen op de opdrachtregel

terminal-strange = geen UTF-8 ({ $what }): getekend in ASCII, en letters met accenten kunnen er verkeerd uitzien. Geef LANG een waarde met UTF-8 erin
signals-cannot = signalen kunnen niet ontvangen worden: { $why }
microphones-cannot = er kan niet naar microfoons gezocht worden: { $why }
microphone-none = er is geen microfoon gevonden: sluit er een aan en begin opnieuw, of ga verder met alleen notities
microphone-none-because = { $why } Tot dan alleen notities
init-ask-here = In deze map is nog geen onderzoek. Hier een maken?
home-cut-short = het interview met { $participant } is afgebroken: { $key } herstelt het en toont wat er gered is
conduct-no-guide = dit onderzoek heeft geen bruikbare topiclijst: { $why }
conduct-make-guide = `hearback guide new` maakt er een
conduct-reaction = --reaction vraagt seconden van 0 tot 10
conduct-kept = bewaard als { $session }; wat er te doen is: hearback ends
conduct-listen = naluisteren: { $command }
rehearsal = een oefening: er wordt niets bewaard
rehearsal-and = een oefening: er wordt niets bewaard. { $what }
rehearsal-live = Een oefening: er wordt niets bewaard. Typ een notitie, { $save } bewaart die; { $next } gaat verder; twee keer { $end } sluit af
rehearsal-then = Met je eigen topiclijst: { $own }. Een onderzoek beginnen: { $study }
rehearsal-title = Oefening: er wordt niets bewaard
rehearsal-no-place = er is geen plek voor een oefening: { $why }
rehearsal-over = { $length } geoefend; er is niets bewaard

## De demonstratie

demo-no-place = er is geen plek voor een demonstratie: { $why }. Of noem er een met --out
demo-microphone = een nagebootste microfoon
demo-no-guide = de meegeleverde topiclijst ontbreekt
demo-live = Een demo: typ een notitie, { $save } bewaart die; { $next } gaat verder; twee keer { $end } sluit af
demo-scripted = Een interview volgens een script, van voorbereiding tot brief. De microfoon is nagebootst, de rest is echt.
demo-set-up = voorbereiding
demo-set-up-done = topiclijst { $guide }, deelnemer { $participant }, elk toestemmingspunt beantwoord
demo-interview = interview
demo-interview-done = { $seconds } s, met { $notes } notities en momenten, elk op zijn plek in het geluid
demo-member-check = membercheck
demo-member-check-done = drie uitspraken uit de notities die gedeeld mogen worden; memo’s en observaties blijven erbuiten
demo-not-begun = het interview begon niet: { $why }
demo-not-written = er is geen brief geschreven: { $why }
demo-no-reason = een reden is er niet gegeven
demo-lies = Alles staat in { $folder }
demo-guide = de topiclijst, bevroren
demo-recording = de opname
demo-journal = het journaal
demo-letter = de brief
demo-none = geen
demo-see = Bekijken: { $command }
demo-listen = Luisteren: { $command }

## Wat deze computer kan: mics en doctor

mics-none = er is geen microfoon gevonden: sluit er een aan, of start de geluidsserver, en zie `hearback doctor`
mics-system = * is de keuze van het systeem
doctor-fine = goed
doctor-note = let op
doctor-wrong = FOUT
doctor-failed = er is iets niet in orde: de regels die met { $mark } beginnen, zeggen wat je kunt doen
doctor-of-sound-system = geluid
doctor-of-microphone = microfoon
doctor-of-loudspeaker = luidspreker
doctor-of-spoken = taal
doctor-of-study = onderzoek
doctor-of-disk = schijf
doctor-of-room-check = proefopname
doctor-of-encryption = versleuteling
doctor-of-cloud = cloud
doctor-of-recordings = opnamen
doctor-of-interviewer = interviewer
doctor-of-keys = toetsen
doctor-of-awake = slaapstand
doctor-of-terminal = terminal
doctor-sound-passed-over = { $name } wordt toch gebruikt ({ $why }). Start de server als deze gebruiker, of laat PULSE_COOKIE zijn sleutel noemen
doctor-microphone-heard = { $name }, { $format }, zojuist hooguit { $level } dB
doctor-microphone-silent = { $name }, { $format }: zojuist alleen stilte. Staat hij uit?
doctor-sound-hangs = het geluidssysteem antwoordt niet: herstart het, of de computer
doctor-notes-only = { $why } Tot dan kunnen interviews met alleen notities gehouden worden.
doctor-loudspeaker-needed = { $why } Naluisteren heeft er een nodig, opnemen niet
doctor-loudspeaker-none = er is er geen gevonden.
doctor-loudspeaker-opens = { $name } gaat open; { $count } in totaal
doctor-loudspeaker-no-device = geen enkele gaat open, wat er ook op de lijst staat ({ $count }): sluit er een aan of start de geluidsserver.
doctor-loudspeaker-closed = de keuze van het systeem ({ $count } in totaal) gaat niet open. { $why }
doctor-loudspeaker-hangs = geen enkele antwoordt ({ $count } in totaal): herstart de geluidsserver.
doctor-open-to-others = anderen kunnen in { $folder } kijken: chmod -R go-rwx { $folder }
doctor-little-room = ruimte voor maar { $minutes } min opname: maak ruimte
doctor-room = { $guides }, ruimte voor { $hours } uur opname
doctor-room-unknown = { $guides }; dit systeem zegt niet hoeveel ruimte er is
doctor-no-study = hier is geen onderzoek om { $wanted ->
    [disk] de schijf van te proberen
   *[recordings] naar te kijken
}
doctor-study-closed = het onderzoek kan niet geopend worden om { $wanted ->
    [disk] de schijf ervan te proberen
   *[recordings] ernaar te kijken
}: zie hierboven
doctor-disk = bestanden worden gemaakt, weggeschreven, vervangen en vastgehouden zoals het hoort
doctor-no-folder = er is geen configuratiemap: stel HEARBACK_CONFIG in, anders wordt je code elke keer gevraagd
doctor-interviewer = { $who }, bewaard in { $file }
doctor-nobody = niemand heeft nog een code opgegeven: het formulier van een interview vraagt er één keer om en bewaart die in { $file }
doctor-keys = de ingebouwde
doctor-keys-own = je eigen, uit { $file }
doctor-keys-none = de ingebouwde; je eigen toetsen horen in { $file }
doctor-awake = zolang een interview open is, valt deze computer niet in slaap, ook niet met de klep dicht
doctor-not-encrypted = tussen het onderzoek en de schijf is niets te zien dat versleutelt (een schijf die dat zelf doet, zegt het niet): wie de computer heeft, kan het lezen. `hearback help trouble` zegt meer
doctor-encryption-unknown = of de schijf van het onderzoek versleuteld is, is hier niet te zeggen: vraag het aan wie deze computer heeft ingericht
doctor-encryption-mac = of de schijf van het onderzoek versleuteld is, is hier niet te zeggen: kijk bij FileVault in de systeeminstellingen
doctor-encryption-windows = of de schijf van het onderzoek versleuteld is, is hier niet te zeggen: kijk bij BitLocker of apparaatversleuteling in de instellingen
doctor-synced = zo te zien kopieert { $service } het onderzoek naar elders. Mag dat met deze opnamen? `hearback help trouble` zegt wat je kunt doen
doctor-not-synced = er is niets te zien dat het onderzoek naar elders kopieert
doctor-letters-small = { $size }: de letters zijn klein op armlengte. Maak ze groter voor het gesprek: meestal met Ctrl en +
doctor-sleeps = het systeem laat programma’s er niet om vragen: zet de slaapstand zelf uit, en laat de klep open
doctor-no-terminal = dit is er geen: de schermen hebben een terminal nodig
doctor-terminal-small = { $size }: het werkt vanaf 40x10, en is gemaakt voor 80x24 of meer
doctor-terminal-silent = de terminal zegt niet hoe groot hij is

## Wat er met de bestanden van het onderzoek niet lukte

could-not-make-study = het onderzoek kon niet worden gemaakt
could-not-make-session-folder = de map van de sessie kon niet worden gemaakt
could-not-freeze-guide = de topiclijst kon niet worden vastgelegd
could-not-hold-session = de sessie kon niet in gebruik worden genomen
could-not-keep-draft = de onaffe notitie kon niet worden bewaard
could-not-write-letter = de brief kon niet worden geschreven
could-not-write-trail = het spoor kon niet worden geschreven
could-not-read = lezen lukte niet
could-not-make-a-folder = er kon geen map worden gemaakt
could-not-look-into = de map kon niet worden bekeken
could-not-make-journal = het journaal kon niet worden gemaakt
could-not-open-journal = het journaal kon niet worden geopend
could-not-read-journal = het journaal kon niet worden gelezen
could-not-set-torn-end-aside = het afgescheurde einde van het journaal kon niet apart worden gezet
could-not-word-event = een gebeurtenis kon niet onder woorden worden gebracht
could-not-write-journal = het journaal kon niet worden geschreven
could-not-open-journal-again = het journaal kon niet opnieuw worden geopend
could-not-keep-who = wie hier werkt, kon niet worden bewaard
could-not-keep-damaged-journal = het beschadigde journaal kon niet worden bewaard
could-not-replace-damaged-journal = het beschadigde journaal kon niet worden vervangen
could-not-start-journal-thread = het schrijven van het journaal kon niet worden begonnen
could-not-make-guide = de topiclijst kon niet worden gemaakt
could-not-make-the-folder = de map kon niet worden gemaakt
could-not-write-page = de bladzijde kon niet worden geschreven
could-not-check-keys = de toetsen konden niet worden gecontroleerd
could-not-make-a-file = er kon geen bestand worden gemaakt
could-not-write = schrijven lukte niet
could-not-make-safe = wat geschreven is, kon niet worden veiliggesteld
could-not-make-file-whole = een bestand in één keer maken, heel of helemaal niet, lukte niet
could-not-replace-a-file = een bestand kon niet worden vervangen
could-not-read-back = wat geschreven is, kon niet worden gelezen
could-not-make-names-safe = de namen van bestanden konden niet worden veiliggesteld
could-not-hold-a-session = een sessie kon niet in gebruik worden genomen
could-not-take-files-away = de bestanden van deze proef konden niet worden weggehaald
could-not-check-room = kon geen proefopname maken
could-not-delete-room-check = kon de proefopname niet wissen
store-not-done = { $what }: { $why }
store-not-done-at = { $what } ({ $path }): { $why }
store-no-file = { $what }: { $file } is er niet
store-no-folder = { $what }: de map { $folder } is er niet: maak die, of noem een andere plek
store-held = { $path } staat open in een ander venster: sluit de sessie daar, of kies een andere
store-held-by = { $path } staat open in een ander venster ({ $who }): sluit de sessie daar, of kies een andere
store-damaged = { $file } is beschadigd op regel { $line }: `hearback recover` maakt het weer leesbaar en bewaart het beschadigde
store-newer = { $file } is geschreven door { $by }, een nieuwere versie: open het daarmee
store-no-study = er is geen onderzoek in { $folder }: `hearback init` maakt er een, of stel HEARBACK_STUDY in
store-no-session = er is geen sessie die { $wish } heet; wel: { $names }
store-no-session-yet = er is geen sessie die { $wish } heet: er is nog geen enkele
store-ambiguous = { $wish } kan { $names } zijn: schrijf meer van de naam
store-sessions-gone = de map van de sessies, { $folder }, is er niet: zoek die (is de schijf aangesloten en gekoppeld? is de map verplaatst of hernoemd?)
store-exists = { $path } is er al, en er wordt niets overschreven: kies een andere plek
store-foreign = { $path } is niet het gewone bestand of de gewone map die daar hoort: { $todo }
store-move-link = haal het weg (het is een koppeling), en zet op die plek waar het naar verwijst
store-move-folder = haal het weg (het is een map), en zet het bestand terug dat er stond
store-move-file = haal het weg (het is een bestand), en zet de map terug die er stond
store-move = haal het weg
store-elsewhere = { $path } is een koppeling, en die of waar die naar verwijst is er niet, of is niet van jou: sluit de schijf aan waarop het staat, of zet op die plek wat er hoort
store-bad-code = { $code } kan geen code van een deelnemer zijn: gebruik letters, cijfers, - en _, hooguit 32, zoals P07
store-no-set-up = de voorbereiding in het journaal { $file } is verloren gegaan: `hearback recover` maakt die opnieuw, tenzij de map van de sessie hernoemd is
holder-process = proces { $pid }
holder-at = proces { $pid }, in de terminal { $terminal }
journal-larger = het is groter dan welk journaal ook
file-no-name = geen naam van een bestand
interviewer-unread = { $file } zegt niet wie hier werkt: schrijf {"{"}"code":"I1","machine":"a3f9"{"}"}, of verwijder het
weak-no-folder-sync = deze schijf kan de namen van nieuwe bestanden niet meteen veiligstellen: na een stroomuitval kunnen de laatste ontbreken
weak-no-locks = deze schijf kan niets vergrendelen: zorg dat dit onderzoek steeds maar in één venster op één computer openstaat

## Problemen in een bestand dat iemand schreef

problem-hint = tip: { $hint }
problem-also = ook op regel { $line }
problems-untold = { $count ->
    [one] en daarna nog 1 probleem
   *[other] en daarna nog { $count } problemen
}
problems-untold-todo = herstel de eerste: vaak komen de andere daardoor

## Wijzigingen die geen journaal aannam

stranded-at = { $count ->
    [one] 1 wijziging kon niet in het journaal worden geschreven. Die staat in { $file }
   *[other] { $count } wijzigingen konden niet in het journaal worden geschreven. Die staan in { $file }
}
stranded-lost = { $count ->
    [one] 1 wijziging kon nergens worden geschreven en is verloren gegaan:
   *[other] { $count } wijzigingen konden nergens worden geschreven en zijn verloren gegaan:
}
stranded-unread = { $file } is niet te lezen als wijzigingen; het blijft zoals het is
stranded-unfit = { $file } bevat { $count ->
    [one] 1 wijziging die niet op het journaal aansluit
   *[other] { $count } wijzigingen die niet op het journaal aansluiten
}; het blijft zoals het is
stranded-taken-in = { $count ->
    [one] 1 wijziging die het journaal niet had aangenomen, staat er nu in (uit { $file }).
   *[other] { $count } wijzigingen die het journaal niet had aangenomen, staan er nu in (uit { $file }).
}

## keys.toml

keys-file-shape = schrijf het zo: `[interview]` op een regel, en daaronder `off-record = ["f13", "f9"]`
keys-file-unread = dit is niet te lezen: { $why }
keys-file-outside = `{ $name }` staat buiten elke sectie
keys-file-no-list = `{ $name }` heeft geen toetsen: hier hoort een lijst
keys-file-no-key = hier hoort een toets, tussen aanhalingstekens

## Geluid: wat er van een storing bekend is

sound-used-instead = { $why }: in plaats daarvan wordt { $system } gebruikt
sound-no-format = { $device } heeft geen bruikbaar formaat
sound-no-thread-ask = geen thread om het te vragen: { $why }
sound-no-answer = het geluidssysteem antwoordde niet binnen { $seconds } s
sound-odd-samples = samples van de soort { $kind }
sound-no-thread-play = geen thread om af te spelen: { $why }
sound-no-thread-tape = geen thread voor de opname: { $why }
sound-no-thread-simulated = geen thread voor het nagebootste apparaat: { $why }
sound-runs-already = er loopt een opname
sound-not-taken-yet = de schijf heeft de vorige opname nog niet aangenomen
sound-not-paused = de opname is niet gepauzeerd
sound-nothing-came = het gaf { $seconds } s lang niets door
tape-stumbled = de opname haperde: { $what }
tape-stumbled-silently = de opname haperde, zonder te zeggen waarom
sound-none-known = de apparaten die je aansluit (nu is er geen)
sound-quoted = "{ $name }"
list-or = { $before } of { $last }
format-mono = { $rate } mono
format-stereo = { $rate } stereo
format-channels = { $rate }, { $count } kanalen

## Wat er mis is met een WAV-bestand

wav-too-short = het is te kort
wav-other = het begint niet als een WAV-bestand
wav-not-16-bit = het is geen 16-bit PCM
wav-not-ours = het is geen opname van dit programma
wav-finished-elsewhere = er staat meer in dan geluid, en een ander programma heeft het afgemaakt
wav-too-long = het is langer dan 4 GiB
wav-big-endian = de getallen erin zijn big-endian (RIFX)
wav-other-riff = het is een ander soort RIFF-bestand
wav-sound-first = het geluid staat vóór de beschrijving ervan
wav-ends-early = het houdt op voordat het zegt wat erin staat
wav-samples-cut = wat het over zijn samples zegt, is afgekapt
wav-samples-odd = wat het over zijn samples zegt, klopt niet met elkaar ({ $channels } kanalen, { $rate } per seconde, { $block } bytes per stuk)
wav-bits = de samples hebben { $bits } bits
wav-float-bits = de samples zijn drijvendekommagetallen van { $bits } bits
wav-compressed = het geluid is gecomprimeerd ({ $how })
wav-unknown = de samples zijn van een soort die hier niet bekend is ({ $tag })
wav-no-rate = de samplefrequentie is 0

## De geluidsserver

pulse-none = er is geen geluidsserver
pulse-elsewhere = PULSE_SERVER noemt { $place }, en dat is geen socket op deze computer
pulse-not-let-in = de geluidsserver op { $place } laat deze gebruiker niet toe
pulse-silent = de geluidsserver op { $place } antwoordt niet ({ $why })
pulse-hung-up = de geluidsserver verbrak de verbinding
pulse-microphone-gone = de geluidsserver beëindigde de opname: de microfoon is weg
pulse-loudspeaker-gone = de geluidsserver stopte met afspelen: de luidspreker is weg
pulse-no-message = de geluidsserver stuurde iets wat geen bericht is
pulse-other-way = geluid gaat daar de andere kant op
pulse-other-format = geen formaat dat dit programma gebruikt
pulse-records = interview
pulse-plays = naluisteren

## Sessies op schijf

session-unheeded = hierin staat wat de deelnemer niet meer wil, in woorden die deze hearback niet kent: niets mag deze sessie verlaten voordat een nieuwere hearback het gelezen heeft
session-guide-changed = guide.yaml van deze sessie is na het interview veranderd: het is niet de topiclijst die gebruikt is
session-newer-events = { $count ->
    [one] 1 gebeurtenis is van een nieuwere hearback en wordt overgeslagen
   *[other] { $count } gebeurtenissen zijn van een nieuwere hearback en worden overgeslagen
}
session-take-unmended = { $file } kon niet worden hersteld; het blijft zoals het is
session-torn = { $count ->
    [one] 1 byte aan het einde van het journaal was geen hele gebeurtenis en staat in journal.torn
   *[other] { $count } bytes aan het einde van het journaal waren geen hele gebeurtenis en staan in journal.torn
}
journal-mended = { $what } Het beschadigde journaal is bewaard als { $file }.

## Een onderzoek op schijf

study-no-folder = deze map is niet te gebruiken: { $why }
study-vanished-perhaps = { $gone }. Is er nog geen sessie geweest, dan maakt het eerste interview de map
study-vanished-folder = { $gone } Er { $count ->
    [one] stond 1 sessie
   *[other] stonden { $count } sessies
} in toen de lijst het laatst gemaakt is
study-vanished = dit onderzoek had { $count ->
    [one] 1 sessie toen de lijst het laatst gemaakt is, en die is er nu niet
   *[other] { $count } sessies toen de lijst het laatst gemaakt is, en er is er nu niet één
}: is de schijf van { $folder } aangesloten, of is verplaatst wat daar stond?
study-code-unlisted = { $code } staat niet in participants.yaml: voeg de code daar toe als die klopt
study-guide-gone = de topiclijst { $guide } is weg
study-guide-changed = de topiclijst { $guide } is op schijf veranderd sinds het formulier open is: ga terug, bekijk die, en bereid het interview opnieuw voor
study-file-wrong = { $file }, regel { $line }: { $what }. `hearback guide check` noemt alles

## Het register: wie er is, hoe ze gevonden zijn, en wie er ontbreekt

study-attribute-whole = schrijf een geheel getal, zoals 12
study-attribute-years = schrijf een geheel aantal jaren, 0 tot en met { $most }
study-group-unknown = `{ $name }` is geen groep in dit onderzoek
study-group-none = in study.yaml staan geen groepen; schrijf daar `groups: [patienten, therapeuten]` als je ze nodig hebt
study-group-known = in study.yaml staan { $names }; zet het daar bij `groups` als je het nodig hebt
sampling-not-asked = `{ $name }` wordt niet gevraagd aan { $group }
sampling-not-asked-hint = haal het hier weg, of noem de groep onder `of` bij het kenmerk
sampling-meets = onder `{ $value }` vallen waarden die ook onder een andere regel vallen
sampling-meets-hint = laat elke waarde onder één regel vallen, zoals `under 40`, `40 to 60` en `over 60`
sampling-range = schrijf een getal of een bereik: `under 40`, `40 to 60`, `over 60`, `up to 39`, `60 and over`
sampling-shape = wat je zoekt zijn sleutels met getallen
sampling-write = schrijf `leeftijd: {"{"} under 40: 4, 40 to 60: 6 {"}"}`
recruitment-sum = tel opnieuw; hearback verandert niets aan deze getallen
recruitment-reasons = `{ $key }` is een getal, of redenen met getallen
recruitment-reasons-write = schrijf `{ $key }: {"{"} geen tijd: 6, te moe: 4 {"}"}`; niets waaraan iemand te herkennen is
treated-by-unknown = `{ $code }` is niemand op deze lijst
treated-by-unknown-hint = zet de therapeut eerst op de lijst, onder een eigen code
treated-by-self = `{ $code }` is de eigen code van deze deelnemer
treated-by-same = `{ $code }` hoort ook bij { $group }
treated-by-hint = schrijf de code van wie hen behandelde
people-gone = { $code } heeft alles laten vernietigen: er wordt niets meer van deze deelnemer opgeschreven
people-nobody = { $code } staat niet op de lijst: voeg eerst de deelnemer toe
people-there = { $code } staat al op de lijst
people-unknown = dit onderzoek vraagt geen `{ $name }` van deelnemers; het vraagt { $names }
people-not-asked = { $name } wordt niet gevraagd aan { $group }
people-cannot-be = { $name } kan niet `{ $value }` zijn: { $hint }
people-group = groep
people-joined = erbij sinds
people-treated-by = behandeld door
people-one-line = schrijf het op één regel
could-not-write-register = de lijst met deelnemers kon niet worden weggeschreven
people-meanwhile = { $file } is intussen op de schijf veranderd, en er wordt niets overschreven: bekijk het zoals het nu is, en doe het opnieuw
people-no-place = { $file } is zo geschreven dat de plaats hiervoor niet te vinden is: schrijf het er met de hand bij
people-in-group = groep
people-planned = { $round } gepland
people-no-interview = nog geen
people-stopped = doet niet meer mee ({ $interviews })
people-margin = { $attribute }: { $cells }
people-recruited = gevraagd: { $counts }
people-missing = Er ontbreken nog:
people-unlisted = geïnterviewd, maar niet op de lijst: { $codes }
people-no-sampling = Wie je wilt horen, kan onder `sampling` in study.yaml staan: hearback help study
people-unread = { $count ->
    [one] { $count } sessie is niet te lezen en telt voor niemand mee: `hearback sessions` zegt waarom
   *[other] { $count } sessies zijn niet te lezen en tellen voor niemand mee: `hearback sessions` zegt waarom
}
people-none = Er staat nog niemand op de lijst: `hearback participants P01 --add`
people-set-usage = `{ $given }` zegt niet wat wat is: schrijf --set NAAM=WAARDE, zoals --set leeftijd=48
people-value = { $name }: { $value }
people-head = { $code }, interviews: { $interviews }
key-home-participants = deelnemers
key-home-participants-help = Wie er geïnterviewd kan worden, wat je van hen weet en wie er ontbreekt.
key-register-open = openen
key-register-open-help = Vouw de deelnemer open; schrijf of kies wat op deze regel staat.
key-register-add = nieuw
key-register-add-help = Zet iemand op de lijst, onder een code.
key-register-missing = ontbreekt
key-register-missing-help = Wie het onderzoek wil horen, wie er al is en hoe ze gevonden zijn; nog eens: de lijst.
key-register-undo = ongedaan
key-register-undo-help = Neem terug wat je op dit scherm het laatst deed.
key-register-redo = opnieuw
key-register-redo-help = Doe opnieuw wat je terugnam.
key-register-down = omlaag
key-register-down-help = De regel eronder.
key-register-up = omhoog
key-register-up-help = De regel erboven.
key-register-page-down = omlaag
key-register-page-down-help = Een bladzijde omlaag.
key-register-page-up = omhoog
key-register-page-up-help = Een bladzijde omhoog.
key-register-top = begin
key-register-top-help = De eerste regel.
key-register-bottom = eind
key-register-bottom-help = De laatste regel.
key-register-line-keep = bewaren
key-register-line-keep-help = Bewaar wat er op de regel staat.
key-register-line-put-aside = annuleren
key-register-line-put-aside-help = Laat het zoals het was.
people-title = { $count ->
    [0] Deelnemers: nog niemand
    [one] { $count } deelnemer
   *[other] { $count } deelnemers
}
people-code = code
people-interviews = interviews
people-first = Er staat nog niemand op de lijst. { $key } zet er iemand op, onder een code en nooit een naam.
people-rest = { $key } toont alles
people-missing-are = Er ontbreken nog: { $gaps }
people-complete = Iedereen die het plan wil, is geïnterviewd.
people-no-attributes = in study.yaml staat niet wat je van deelnemers wilt weten: `hearback help study` laat zien hoe
people-nothing-asked = van hen wordt hier niets gevraagd
people-set = { $code }, { $name }: { $value }
people-cleared = { $code }, { $name }: niet genoteerd
people-added = { $code } op de lijst
people-written = Geschreven: { $what }. { $key } neemt het terug
people-taken-back = Teruggenomen: { $what }. { $key } doet het opnieuw
people-done-again = Opnieuw gedaan: { $what }. { $key } neemt het terug
people-nothing-back = Er is niets om terug te nemen
people-nothing-again = Er is niets om opnieuw te doen
people-not-read = De lijst was niet te lezen: er wordt niets geschreven
people-line-value = { $code }, { $name }
people-line-new = De code van een nieuwe deelnemer
people-line-new-of = De code van een nieuwe deelnemer: { $group }
people-bad-code = { $why }: { $hint }
people-like-a-name = { $code } lijkt op een naam. Is het een code, dan nog een keer Enter; een naam zou in elk bestand staan
plain-people-prompt = Deelnemers
plain-people-keys = Een nummer kiest; { $open } klapt uit of schrijft, { $add } zet iemand op de lijst, { $missing } vertelt wie er ontbreekt, { $undo } neemt terug.
plain-people-is = { $value }, zoals het nu is
range-under = onder { $bound }
range-over = boven { $bound }
range-from-to = { $from } t/m { $to }
range-at-most = tot en met { $bound }
range-at-least = vanaf { $bound }
recruited-contacted = { $count ->
    [one] { $count } is gevraagd
   *[other] { $count } zijn gevraagd
}
recruited-joined = { $count ->
    [0] niemand staat op de lijst
    [one] { $count } staat op de lijst
   *[other] { $count } staan op de lijst
}
recruited-refused = { $count ->
    [one] { $count } weigerde
   *[other] { $count } weigerden
}
recruited-cancelled = { $count ->
    [one] { $count } zegde af
   *[other] { $count } zegden af
}
recruited-no-answer = { $count ->
    [one] { $count } antwoordde niet
   *[other] { $count } antwoordden niet
}
recruited-undecided = { $count ->
    [one] { $count } denkt nog na
   *[other] { $count } denken nog na
}
recruited-reason = { $reason } { $count }
recruited-because = { $what } ({ $reasons })
recruited-open = van { $count } die gevraagd zijn staat nog niets opgeschreven
recruited-open-or-gone = van { $count } die gevraagd zijn staat niets opgeschreven; { $gone ->
    [one] { $gone } die alles liet vernietigen kan daarbij zijn
   *[other] { $gone } die alles lieten vernietigen kunnen daarbij zijn
}
recruited-too-many = { $count ->
    [one] er staat { $count } meer opgeschreven dan er gevraagd zijn: een van de getallen klopt niet
   *[other] er staan { $count } meer opgeschreven dan er gevraagd zijn: een van de getallen klopt niet
}
recruited-of-group = { $group }: { $counts }
came-waiting = nog niet geïnterviewd
came-interviewed = geïnterviewd
came-withdrew = liet alles vernietigen
gap-of-group = { $group }, { $attribute } { $value }
gap-of = { $attribute } { $value }
gap-to-find = { $what }: nog { $count } te vinden
gap-to-interview = { $what }: nog { $count } te interviewen, al op de lijst
gap-both = { $what }: nog { $count } te vinden, { $waiting } te interviewen
sample-interviewed = { $count } geïnterviewd
sample-interviewed-of = { $count } van { $wanted } geïnterviewd
sample-waiting = { $count } op de lijst nog niet
sample-withdrew = { $count ->
    [one] { $count } liet alles vernietigen en telt verder nergens mee
   *[other] { $count } lieten alles vernietigen en tellen verder nergens mee
}
sample-of-group = { $group }: { $counts }
cell-there = { $value }: { $count } van { $wanted }{ $waiting ->
    [0] {""}
   *[other] , { $waiting } meer op de lijst
}
cell-missing = { $value }: { $count } van { $wanted }, nog { $missing } nodig{ $waiting ->
    [0] {""}
   *[other] , { $waiting } op de lijst
}
cell-beside = { $value }: { $count }{ $waiting ->
    [0] {""}
   *[other] , { $waiting } op de lijst
}
cell-other = een andere waarde
cell-not-recorded = niet genoteerd

## Wat er in de bestanden van een nieuw onderzoek staat

new-study-researchers = codes of initialen, zoals [AB, CD]
new-study-contact = bij wie deelnemers terechtkunnen; staat in de brief
new-study-reply-days = hoeveel dagen deelnemers hebben om de brief te beantwoorden
new-study-reaction = seconden die van elk tijdstip af gaan: mensen reageren laat
new-study-lead-in = seconden vóór het begin die bewaard blijven, geteld vanaf de toestemming
new-study-pause = na zoveel minuten buiten de opname wordt dat opnieuw gezegd
new-study-retention = hoe lang gegevens bewaard blijven, in de woorden van je datamanagementplan
new-study-language = de taal van schermen en zinnen
new-study-participants = Codes en kenmerken; nooit namen. De sleutel die codes aan namen koppelt, hoort elders.
new-study-attributes = {"{"}geslacht: vrouw, leeftijd: 47, arm: a{"}"}
new-study-schema = Wat je van elke deelnemer wilt weten, voor je tabel, het formulier en de voorwaarden in topiclijsten: de waarden, `number` of `text`.
new-study-gender = geslacht: [vrouw, man, anders]
new-study-age = leeftijd: number
new-study-arm = arm: {"{"} label: studiearm, values: [a, b] {"}"}
new-study-care = Wat gemeld moet worden als het verteld wordt (dit voorbeeld komt in de plaats van onze vijf soorten), wat de deelnemer bij de deur hoort, wie van jou hoort dat je weer buiten bent.
new-study-report-what = een val tijdens een oefening
new-study-report-to = het trialbureau
new-study-report-within = 24 hours
new-study-debrief = U kunt ons hierover bellen tot vrijdag.
new-study-check-out = een bericht aan het kantoor

## Een programma dat loopt: zijn terminal, zijn schijf, zijn toetsen

asked-to-stop = hearback is gevraagd te stoppen. Het interview gaat gewoon door, en de opname ook.
asked-to-stop-back = Druk hier op Enter om het weer te zien (elders: `kill -CONT` met het procesnummer).
awake-why = er is een interview bezig
end-not-taken = de schijf nam het einde van de opname niet aan: dat is verloren gegaan. Maak ruimte voor het volgende interview
no-session-open = er is geen sessie open
nothing-recorded-here = in deze sessie is niets opgenomen
terminal-closed = die is gesloten
terminal-unusable = de terminal is niet te gebruiken: { $why }
journal-stumbled = het journaal struikelde over een fout in het programma
own-keys-unread = keys.toml is niet te lezen, dus gelden de ingebouwde toetsen; zie `hearback keys --check`: { $why }
own-keys-wrong = regel { $line } van keys.toml klopt niet, dus gelden de ingebouwde toetsen; zie `hearback keys --check`: { $why }

## Toetsen die iemand wil, en waarom sommige niet kunnen

chord-unread = `{ $key }` is geen toets: schrijf het als `f4`, `ctrl-t`, `enter` of één teken
chord-becomes = een terminal stuurt { $other } voor { $key }
chord-nothing-of-its-own = de meeste terminals sturen voor { $key } niets aparts
chord-begins = { $key } lijkt op het begin van iets anders
chord-not-sent = de meeste terminals sturen { $key } niet
chord-desktop = { $key } is voor het bureaublad
wish-no-key = `{ $key }` is geen toets
wish-no-key-todo = letters en tekens staan voor zichzelf; de andere zijn `ctrl-t`, `alt-n`, `f1` tot en met `f24`, `enter`, `tab`, `backtab`, `esc`, `space`, `up`, `pagedown` enzovoort. Shift met F1 is `f13`
wish-twice = { $key } staat hier twee keer
wish-twice-todo = laat die één keer weg
wish-without = `{ $action }` zou geen enkele toets hebben
wish-without-todo = geef er een toets aan, of laat de regel weg: dan gelden de toetsen uit de tabel
wish-keeps = `{ $action }` houdt { $key }, welke toetsen het verder ook heeft
wish-keeps-todo = schrijf die er ook bij: `{ $key }`
wish-taken = { $key } is al `{ $action }` in `[{ $screen }]`
wish-taken-twice-todo = laat die op een van de twee plaatsen weg
wish-taken-answer-todo = kies een andere: wat een deelnemer gevraagd wordt, houdt zijn toetsen
wish-taken-todo = kies een andere, of geef `{ $action }` andere toetsen: een regel `{ $action } = ["…"]` onder `[{ $screen }]`
wish-out-of-reach = in `[{ $screen }]` doen de toetsen ervan iets anders
wish-out-of-reach-todo = geef er nog een toets bij
wish-there-are = er zijn { $names }
wish-meant = bedoel je `{ $near }`? er zijn { $names }
wish-no-screen = er is geen scherm dat `{ $screen }` heet
wish-elsewhere = het staat in `[{ $screen }]`
wish-gone = die is er niet meer: `{ $instead }` is ervoor in de plaats gekomen
wish-no-action = er is geen `{ $action }` in `[{ $screen }]`
wish-answer = `{ $action }` zegt wat een deelnemer antwoordde, en houdt zijn toetsen
wish-answer-todo = laat de regel weg
wish-lost-todo = kies een andere: een functietoets, een letter met Ctrl, of een letter met Alt
wish-another = kies een andere
wish-stays = { $key } blijft op elk scherm wat het is
wish-paste = met Ctrl-V plakt men elders: hier doet het niets
wish-by-itself = een terminal kan { $key } sturen zonder dat iemand drukt
wish-form = { $key } zou in het formulier werken, waar een terminal uit zichzelf een toets met Ctrl kan sturen
wish-form-todo = kies een functietoets, of een letter met Alt
wish-written = { $key } wordt hier getypt
wish-edits = { $key } bewerkt hier de regel
wish-line-todo = kies een functietoets, of een letter met Ctrl of Alt

## Waaruit een sessie bestaat

round = { $round ->
    [first] eerste
   *[follow-up] vervolg
}
note-kind = { $kind ->
    [paraphrase] parafrase
    [quote] citaat
    [observation] observatie
    [follow-up] vervolgvraag
   *[memo] memo
}
coverage-not-yet = nog niet
coverage-asked = gesteld
coverage-volunteered = zelf gezegd
coverage-partly = deels
coverage-come-back = later terug
coverage-skipped = overgeslagen
far-voice-heard = gehoord
far-voice-not-heard = niet gehoord
room-found-heard = gehoord
room-found-nothing = niets gehoord
room-found-unknown = opgenomen
room-played = afgespeeld
room-cut-short = deels afgespeeld
room-no-loudspeaker = niet afgespeeld (geen luidspreker)
room-playback-unknown = onbekend of het is afgespeeld
room-deleted-at = gewist om { $time }
room-deleted = gewist
summary-form-ordinary = een gewone brief
summary-form-large-letters = in grote letters
summary-form-easy-words = in eenvoudige taal
summary-form-read-aloud = voorgelezen
summary-way-post = per post
summary-way-mail = per e-mail
summary-way-hand = persoonlijk overhandigd
summary-not-asked = niet gevraagd
summary-way-not-asked = { $form }; niet gevraagd hoe het bezorgd moet worden
summary-form-not-asked = { $way }; niet gevraagd in welke vorm
how-written = schriftelijk
how-spoken = mondeling
how-not-stated = niet vermeld
standing-planned = gepland
standing-under-way = bezig
standing-interrupted = afgebroken
standing-recorded = opgenomen
standing-notes-only = alleen notities
standing-listened-back = nageluisterd
standing-drafted = brief in concept
standing-written = brief geschreven
standing-withdrawn = ingetrokken
standing-destroyed = vernietigd
session-unread = niet te lezen: { $why }
session-stopped = { $count ->
    [one] { $codes } doet niet meer mee
   *[other] { $codes } doen niet meer mee
}
session-line = { $name }  { $length }  { $settled }/{ $of } vragen  { $guide }  { $standing }
study-code-write = schrijf 1 tot en met 32 letters, cijfers, koppeltekens of underscores, zoals P07
who-form = wie iets schreef is een code en een computer, zoals I1@a3f9
digest-form = een SHA-256 heeft 64 tekens, elk van 0 tot en met 9 of van a tot en met f

## Momenten waarop het te veel werd

distress-none = er is niets gekozen
distress-then = { $before }, daarna { $next }
distress-opened = geopend op { $at }
distress-went-on = verdergegaan op { $at }
distress-left = de vraag laten rusten op { $at }
distress-break = pauze genomen op { $at }
distress-stopped = gestopt op { $at }
distress-newer = iets wat een nieuwere hearback kent, op { $at }
distress-help = Hulp: { $help }
distress-no-protocol = De topiclijst heeft geen protocol. Neem een pauze, vraag hoe het gaat, bied aan te stoppen.

## Waarom er geen geluid is, en wat er verloren ging

audio-declined = alleen notities: de deelnemer wil niet opgenomen worden
audio-notes-only = alleen notities
audio-withdrawn = alleen notities: de deelnemer trok de toestemming voor de opname in
named-unread = iets wat deze hearback niet kan lezen
named-newer = iets wat bij een nieuwere hearback { $name } heet
mishap-gap = { $long } geluid ging verloren, en daar staat stilte: { $why }
mishap-recovered = hersteld na een crash; hier ontbreekt hooguit { $missing }
loss-not-recorded = { $long } niet opgenomen: { $why } ({ $places })
loss-gap = { $long } verloren, en daar staat stilte: { $why } ({ $places })
loss-muted = { $long } zonder geluid: de microfoon stond uit in de geluidsinstellingen ({ $places })
loss-silent = { $long } alleen stilte van de microfoon ({ $places })
loss-recovered = hersteld na een crash; op { $at } ontbreekt hooguit { $missing }
loss-since = { $what } (vanaf { $at })
loss-moment = { $what } (op { $at })
stretch-at = op { $from }
stretch = { $from } tot { $to }
stretches-many = { $count } keer, eerst { $first }, het laatst { $last }
disk-cause = { $why } ({ $detail })
disk-new-file = de opname moest verder in een nieuw bestand ({ $why })
disk-from-to = van { $from } tot { $to }
disk-from-on = vanaf { $from }
disk-times = { $count } keer tussen { $from } en { $to }
disk-happened = { $why }, { $times }; { $kept ->
    [all] de hele opname is bewaard
   *[some] niet alles van die tijd is bewaard
}
disk-happened-todo = { $happened }. Voor het volgende interview: { $todo }

## Wat een stap ongedaan maakt of opnieuw doet

undo-moment = het moment op { $at }
undo-a-note = een notitie
undo-a-statement = een uitspraak
undo-strike = het schrappen van { $what }
undo-rests = de notities van { $what }
undo-place = de plaats van { $what }
undo-set-aside = het apart zetten van { $what }
undo-brought-back = het terugzetten van { $what }
undo-meant = het toch opnemen van { $what }
undo-change = de wijziging van { $what }
undo-mark = { $coverage } bij { $question }
undo-a-probe = een doorvraag
undo-probe = de doorvraag { $probe }
undo-last-step = de laatste stap
undo-text = ‘{ $text }’
undo-beginning = ‘{ $text }…’

## Het formulier van een interview

setup-title = Een interview voorbereiden
setup-title-planned = Begin het interview met { $participant }
setup-title-rehearsal = Oefening: niets wordt bewaard
setup-panel = Interview
setup-guide = Topiclijst
setup-participant = Deelnemer
setup-round = Ronde
setup-setting = Waar
setup-present = Aanwezig
setup-beside = Erbij
setup-ring = Te bellen
setup-ring-unsaid = nergens bewaard: { $key } toont het in het gesprek
setup-far-voice = Overkant
setup-far-not-tried = niet geprobeerd: druk op { $key } als de ander praat en jij zwijgt
setup-far-listening = luistert: laat de ander praten en zeg zelf niets
setup-far-not-heard = niet gehoord: staat de luidspreker van het gesprek aan? Nog eens: { $key }
setup-title-checking = Proefopname: vijf tellen, bewaard tot ze zijn afgespeeld
setup-room-check = Proefopname
setup-room-not-done = nog niet: { $key } neemt vijf tellen op, speelt ze af en wist ze
setup-room-again = { $found }; { $key } probeert opnieuw
setup-room-opening = microfoon wordt geopend
setup-room-listening = luistert, zeg iets: { $seconds } s
setup-room-playing = speelt af
setup-room-deleting = wordt gewist
setup-room-failed = { $why } { $key } probeert opnieuw
setup-room-notes-only = alleen notities: er is geen microfoon om te proberen
setup-room-no-sound = een proefopname kan zodra de microfoon open is
setup-room-still = de vorige vijf tellen worden nog gewist
setup-room-lost = De microfoon viel stil voordat er vijf tellen waren opgenomen.
room-left-behind = De vijf tellen van de proefopname konden niet gewist worden en staan nog op de schijf: { $why }
room-swept = { $count ->
    [one] Er stond nog een afgebroken proefopname op de schijf: die is nu gewist.
   *[other] Er stonden nog { $count } afgebroken proefopnamen op de schijf: die zijn nu gewist.
}
setup-leads = Leiding
setup-types = Notulist
setup-microphone = Microfoon
setup-fallback = Bij uitval
setup-consent = Toestemming { $yes }/{ $no }
setup-how = Hoe gegeven
setup-letter = Brief
setup-letter-version = versie { $version }
setup-letter-dated = versie { $version } van { $date }
setup-summary-form = Samenvatting
setup-summary-way = Bezorging
setup-summary-last-time = vorige keer: { $wish }
setup-summary-address = het adres hoort in de sleutellijst, buiten het onderzoek: niet hier
setup-begin = Begin
setup-yes = ja
setup-no = nee
rows-above = { $sign } nog { $count } erboven
rows-below = { $sign } nog { $count } eronder
setup-suggested = voorstel: typen vervangt het
setup-suggestion = voorstel
setup-had = { $round ->
    [first] eerste
   *[follow-up] vervolg
} op { $date }
not-ready = niet klaar: { $what ->
    [guide] geen topiclijst
    [code] de code
    [leads] wie leidt
    [own-code] je code
    [round] de ronde
    [seats] plaatsen
    [taking-part] geen deelname
    [recording] geen opname
    [anybody] niemand
   *[consent] toestemming
}
not-ready-disk = niet klaar: zie de schijf
not-ready-disk-twice = niet klaar: zie de schijf hierboven; twee keer { $key } probeert het toch
not-heard = microfoon nog niet gehoord
not-heard-twice = de microfoon is nog niet gehoord: zeg iets; twee keer { $key } begint toch
far-unheard = overkant nog niet gehoord
far-unheard-begins = { $key } begint, maar de overkant is nog niet gehoord
ready = klaar: { $key } begint
begins-the-interview = { $key } begint het interview
no-guide = geen
setup-own-code = nog leeg: je eigen code, zoals I1
setup-leads-unsaid = wie typt, of de code van een ander
setup-offered = { $left } en { $right } gaan langs de voorstellen
place-home = thuis
place-department = op de afdeling
place-practice = in de praktijk
place-video = via beeldbellen
no-microphone-notes-only = geen: alleen notities
setup-was-held = heeft in dit onderzoek al een { $round ->
    [first] eerste interview
   *[follow-up] vervolginterview
}
microphone-is = het is { $id }
setup-lead-in = vanaf de toestemming bewaard: hooguit { $seconds } s vóór het begin
setup-lead-in-kept = vanaf nu in het geheugen: de laatste { $seconds } s vóór het begin
fallback-wait = wacht tot hij er weer is
fallback-go-on = ga verder met { $microphone }
setup-room-minutes = op de schijf is maar ruimte voor { $count ->
    [0] minder dan een minuut
    [one] { $count } minuut
   *[other] { $count } minuten
}: maak ruimte
setup-room-hours = op de schijf is ruimte voor { $count } uur
setup-battery = batterij { $percent } %
setup-battery-on-mains = batterij { $percent } %, op netstroom
setup-synced = zo te zien kopieert { $service } deze map naar elders: zie trouble onder F1
setup-letters-small = kleine letters op armlengte: meestal groter met Ctrl en +
place-encrypted = deze map is versleuteld
place-not-encrypted = geen versleuteling gezien
place-encryption-unknown = versleuteling: niet te zeggen
setup-how-given = { $how } ({ $key }: { $other })  { $yes }{"\u00A0"}ja  { $no }{"\u00A0"}nee  { $all }{"\u00A0"}alle
opening-the-microphone = de microfoon wordt geopend
microphone-heard = gehoord
say-something = zeg iets
code-is-a-name = dit lijkt op een naam: gebruik een code zoals P07, en bewaar de sleutel ergens anders
code-asks-no-more = { $participant } trok toestemming in, of wil niet meer gevraagd worden: hearback consent zegt wat er is gezegd
code-was-held = { $participant } heeft in dit onderzoek al een { $round ->
    [first] eerste interview
   *[follow-up] vervolginterview
}: is het een andere deelnemer, of een andere ronde?
disk-once-more = { $why }. Nog een keer { $key } probeert het toch
begin-without-sound = begin je nog een keer, dan gaat het verder met alleen notities tot de microfoon werkt; of kies een andere. { $why }
begin-unheard = van de microfoon is nog niets gehoord: zeg iets, of kies een andere; begin je nog een keer, dan gaat het toch van start
not-to-be-recorded = geen opname: alleen notities, en de microfoon is vrijgegeven
to-be-recorded-again = toch opname: { $microphone }
microphone-back = { $microphone } is er weer, en er wordt naar geluisterd
microphone-gone = { $microphone } is weg: er wordt weer naar geluisterd als hij er weer is. Of kies een andere, of alleen notities
microphone-unusable = de microfoon is niet te gebruiken: kies een andere, of alleen notities. Het wordt steeds opnieuw geprobeerd
microphone-new = { $microphone } is er nu: die kan als microfoon gekozen worden
missing-guide = het onderzoek heeft geen topiclijst: `hearback guide new` maakt er een
missing-code = de deelnemer heeft een code nodig, zoals P07: letters, cijfers, - en _, hooguit 32
missing-leads = de code van wie het gesprek leidt is letters, cijfers, - en _, hooguit 32, zoals I1; of laat het leeg
missing-own-code = je eigen code is letters, cijfers, - en _, hooguit 32, zoals I1; of laat het leeg
missing-round = deze topiclijst is niet voor een { $round ->
    [first] eerste interview
   *[follow-up] vervolginterview
}
missing-answer = een toestemmingspunt is open: { $yes } ja, { $no } nee, { $all } alles ja
missing-taking-part = de deelnemer doet niet mee: er is geen interview

## Begin: de sessies van het onderzoek

n-sessions = { $count ->
    [0] geen sessies
    [one] 1 sessie
   *[other] { $count } sessies
}
home-panel = Sessies
home-none = Nog geen interview.
home-first = { $key } bereidt het eerste voor.
home-own-guide = `hearback guide new` maakt een eigen topiclijst.
home-all-the-same = { $key } bereidt toch een interview voor.
home-rehearsed = De oefening is voorbij; er is niets van bewaard.
home-demonstrated = De demonstratie is voorbij.
home-kept = Het interview is bewaard.
home-unsaved = Het interview is voorbij, en { $count ->
    [one] een wijziging staat
   *[other] { $count } wijzigingen staan
} niet in het journaal.
home-held = { $what } { $length }, { $notes }.
home-held-unrecorded = { $what } { $length } zonder geluid, { $notes }.
home-rest = de rest: hearback show
home-rest-of = de rest: hearback show { $session }
home-topic-minutes = { $topic }: { $used } min, gepland { $planned }
home-any-key = Elke toets gaat verder.
home-unread = { $session }  niet te lezen: { $key } zegt waarom
home-unread-more = { $why }. { $key } vertelt meer
home-sound-destroyed = geluid vernietigd
home-stopped = doet niet meer mee
home-no-session = er is nog geen sessie: { $key } bereidt het eerste interview voor
home-open-elsewhere = deze sessie is open in een ander venster: ga daar verder, of beëindig die daar eerst
home-open-elsewhere-by = deze sessie is open in een ander venster ({ $who }): ga daar verder, of beëindig die daar eerst
home-not-held = dit interview is nog niet gehouden: { $key } opent het formulier

## De membercheck

n-statements = { $count ->
    [one] 1 uitspraak
   *[other] { $count } uitspraken
}
check-title = Membercheck  { $participant } { $round }
check-left-out = { $count } niet in de brief
check-letter-stands = { $state ->
    [none] nog geen brief
    [current] brief { $version }
   *[old] brief { $version } is verouderd
}
check-panel = Wat we hoorden
check-panel-wanted = Wat we hoorden (wens: { $wish })
check-letter = De brief, zoals de deelnemer die leest
check-letter-empty = Er staat nog geen uitspraak in de brief.
check-choosing = { $take } neemt een notitie of laat die, { $done } is klaar: “{ $text }”
check-writing = { $keep } bewaart, { $aside } legt opzij: uitspraak bij { $topic }
check-not-used = niet gebruikt:
check-bare-topics = { $topics }: nog geen notitie om te delen
check-is-aside = apart gezet, niet in de brief: { $key } zet die terug
check-is-bare = steunt op geen notitie, niet in de brief: { $mean } neemt die toch op, { $choose } kiest notities
check-is-meant = steunt op geen notitie; toch opgenomen ({ $mean })
check-note-gone = niet in de brief: een notitie waar de uitspraak op steunt is geschrapt of nu privé; { $key } kiest andere
check-printed = { $words } (afgedrukt)
check-note-struck = (een geschrapte notitie)
check-note-private = (een notitie die niet meer gedeeld wordt)
check-not-a-note = dit is geen notitie: verzamelen kan alleen met notities
check-no-notes = er is geen notitie om te kiezen: er mag er nog geen gedeeld worden
check-gathered = { $count ->
    [0] er is geen notitie meer verzameld
    [one] 1 notitie verzameld: { $key } schrijft een uitspraak die erop steunt
   *[other] { $count } notities verzameld: { $key } schrijft een uitspraak die erop steunt
}
check-note-taken = de uitspraak steunt nu op deze notitie; { $key } maakt dat ongedaan
check-note-left = de uitspraak steunt niet meer op deze notitie; { $key } maakt dat ongedaan
check-rests-on-nothing-now = de uitspraak steunt nu op geen notitie en staat niet in de brief: { $mean } neemt die toch op, { $key } maakt dit ongedaan
check-note-of-a-statement = dit is een notitie: { $key } haalt die uit de uitspraak; kies de uitspraak zelf om die te schrappen
check-aside = de uitspraak is opzijgelegd; { $key } haalt die terug
check-kept = bewaard bij { $number } { $topic }; steunt op de { $count ->
    [one] notitie
   *[other] notities
} van { $at }
check-kept-bare = bewaard. De uitspraak steunt op geen notitie en staat dus niet in de brief: { $key } neemt die toch op
check-not-a-statement = dit is geen uitspraak: { $key } schrijft er een
check-no-moment = hier is geen moment om naar te luisteren: kies een notitie, of een uitspraak die er een heeft
check-no-quote = hier is geen citaat om af te drukken: alleen citaatnotities zijn hun eigen woorden
check-quotes-now = { $count ->
    [0] er staan geen eigen woorden meer onder; { $key } maakt dat ongedaan
   *[other] hun eigen woorden staan eronder; { $key } maakt dat ongedaan
}
check-no-words = de uitspraak steunt op geen notitie: er zijn geen woorden om over te nemen
check-words-taken = de woorden van de notities staan op de regel: schrijf ze zoals je ze tegen de deelnemer zou zeggen
check-split = nu twee uitspraken, op dezelfde notities; { $key } maakt er weer één van
check-joined = nu één uitspraak, op de notities van beide; { $key } maakt er weer twee van
check-none-below = bij dit onderwerp staat er geen uitspraak onder om mee samen te voegen
check-set-aside = apart gezet: in geen brief tot { $again } die terugzet; { $key } maakt dit ongedaan
check-in-again = weer bij de uitspraken; { $key } maakt dit ongedaan
check-meant = toch opgenomen: de uitspraak staat in de brief, ook al steunt die op geen notitie; { $key } maakt dit ongedaan
check-not-meant = de uitspraak steunt op geen notitie en staat niet in de brief; { $key } maakt dit ongedaan
check-other-topic = nu bij { $topic }; { $key } maakt dit ongedaan
check-first-of-all = deze uitspraak is al de eerste in de brief
check-last-of-all = deze uitspraak is al de laatste in de brief
check-nothing-to-send = er is nog niets te versturen: { $key } op een notitie schrijft een uitspraak
check-only-bare = nog niets te versturen: wat in de brief zou kunnen, steunt op geen notitie. { $key } op een uitspraak neemt die toch op
check-nothing-to-edit = er is nog geen uitspraak om te bewerken: { $key } schrijft er een
check-in-editor =
    Verander de woorden onder elk nummer; laat de regels met nummers zoals ze zijn.
    Regels die met twee is-tekens beginnen worden niet gelezen. Sla op en verlaat de editor.
check-editor-read = { $count ->
    [0] in de editor is niets veranderd
    [one] 1 uitspraak veranderd; { $key } maakt dat ongedaan
   *[other] { $count } uitspraken veranderd; { $key } maakt ze een voor een ongedaan
}
check-editor-unread = Er is niets veranderd: { $why }. Wat je schreef staat in { $file }; { $key } opent het weer
check-editor-kept = Wat je eerder schreef, over uitspraken die nu anders zijn, staat in { $file }
check-editor-lies = Een tekst{ $dated ->
    [yes] {" "}van { $day }
   *[no] {""}
} voor een editor is blijven liggen in { $file }; { $key } opent die weer, of een nieuwe ernaast als de uitspraken veranderd zijn
check-editor-no-such = op regel { $line } hoort het nummer van een uitspraak te staan, en er staat { $says }
check-editor-not-in-letter = niet in de brief: uitspraak { $statement }
check-editor-twice = op regel { $line } komt { $marker } voor de tweede keer
check-editor-missing = { $marker } ontbreekt; een uitspraak schrap je hier, niet daar
check-editor-empty = onder regel { $line }, { $marker }, staan geen woorden
check-editor-nowhere = de woorden op regel { $line } staan onder geen nummer
editor-no-place = er is geen eigen plek voor de tekst: deze gebruiker heeft geen persoonlijke map
editor-no-file = de tekst in { $file } is niet te gebruiken: { $why }
editor-failed = de editor { $editor } liep vast ({ $why }): er is niets veranderd. In VISUAL of EDITOR staat welke wordt gebruikt
editor-failed-left = de editor { $editor } liep vast ({ $why }): er is niets veranderd. Wat die achterliet staat in { $file } en wordt de volgende keer geopend
editor-failed-unread = de editor { $editor } liep vast ({ $why }): er is niets veranderd. Wat in { $file } staat is niet te lezen, en wordt de volgende keer bewaard
editor-not-private = de tekst kan niet in { $file } staan: een map eromheen is een koppeling, is van iemand anders, of anderen mogen erin schrijven. Maak er een waarin alleen jij mag schrijven
editor-too-long = de tekst in { $file } is te lang om te lezen; er is niets veranderd
editor-forgotten = De tekst die een editor eerder kreeg is vernietigd: er kan in staan wat niet meer gebruikt mag worden
editor-left = de tekst in { $file } kon niet vernietigd worden: { $why }
legend-in-letter = het nummer in de brief
legend-not-in-letter = niet in de brief
legend-gathered = verzameld

## Wat over een scherm ligt: de toetsen, de opdrachten en het handboek

over-keys = Toetsen: typ en zoek, { $manual } opent het handboek, { $close } sluit
list-goes-on = { $above } hierboven, { $below } hieronder
over-nothing = Hier heet niets “{ $words }”. { $close } sluit
over-commands = Opdrachten: typ en zoek, { $choose } voert uit, { $close } sluit
over-manual = Handboek: typ en zoek, { $read } leest, { $close } sluit
over-not-found = nergens in het handboek staan al deze woorden
over-page = { $name }, regel { $line } van { $all }: { $back } gaat terug, { $close } sluit
became-too-much = het werd te veel

or = {" "}of{" "}

## Regels van een bestand die gelezen worden zoals ze bedoeld zijn

repair-write = schrijf deze regel zo: { $line }
repair-above = door deze regel is de volgende niet te lezen
invisible-space = er staat een vaste spatie waar een gewone hoort
invisible-hyphen = er staat een vast koppelteken waar een gewoon hoort
invisible-nothing = in deze regel staat een teken dat niet te zien is
invisible-line = voor een tekstverwerker eindigt hier een regel, voor dit bestand niet
yaml-swallowed = deze regel lijkt een onderdeel van een lijst en hoort nu bij de tekst erboven
yaml-swallowed-fix = zet de regel naar links tot de `-` onder de `-` staat van de onderdelen waar hij bij hoort; onder een tekst staat geen lijst: verdere vragen zijn `probes`
repair-write-whole = schrijf deze regel zo, met de spaties ervoor: `{ $line }`
curly-quotes = er staan aanhalingstekens van een tekstverwerker om iets dat geen tekst is

## Wat er in een topiclijst staat

guide-aim = Doel
guide-consent = Gevraagd vóór het interview
guide-distress = Als het te veel wordt
guide-distress-signs = Tekenen
guide-distress-steps = Stappen
guide-distress-support = Hulp

## Topiclijsten die meer zeggen: voorwaarden, gecodeerde antwoorden, sleutelvragen

guide-attribute = bij `attribute` hoort te staan welk kenmerk je bedoelt; er staat { $found }
guide-attribute-write = schrijf `attribute: {"{"} arm: interventie {"}"}`, met een naam uit participants.yaml
guide-after-missing = `{ $key }` zegt niet naar welke vraag het verwijst
guide-after-write = schrijf `after:` met de id van een eerdere vraag
guide-after-unknown = er is geen vraag `{ $question }` om naar te verwijzen
guide-after-topic = dat is een onderwerp; noem een van de vragen ervan, zoals `{ $question }`
guide-after-later = `{ $question }` wordt niet vóór dit onderdeel gesteld
guide-after-earlier = noem een vraag die eerder in de topiclijst staat
guide-chose-unknown = `{ $question }` heeft geen antwoord met de code `{ $code }`
guide-chose-open = dat is een open vraag; zet er `choices:` bij, of schrijf hier `was:`
guide-write-code = schrijf `code:` met wat je voor dit antwoord noteert, zoals 1
guide-write-choice = schrijf `say:` met de woorden van het antwoord
guide-one-choice = er valt maar één antwoord te kiezen
guide-more-choices = schrijf er minstens twee, of laat `choices` weg
guide-code-twice = de code `{ $code }` hoort bij twee antwoorden
guide-code-once = geef elk antwoord een eigen code
guide-code-unusable = `{ $code }` kan geen code zijn
guide-code-write = schrijf hooguit 8 letters, cijfers of tekens, zonder spaties
guide-key-optional = een sleutelvraag kan niet vervallen
guide-key-or-optional = laat `key: true` of `optional` staan, niet allebei
form-true-or-false = schrijf true of false
when-round = alleen in een { $round ->
    [first] eerste interview
   *[other] vervolginterview
}
when-audience = alleen { $audience ->
    [individual] met één deelnemer
    [pair] met twee mensen samen
   *[other] in een groep
}
when-attribute = alleen als { $name } { $values } is
when-was = alleen als bij { $question } gemarkeerd is: { $states }
when-spoken-of = alleen als { $question } ter sprake is geweest
when-chose = alleen als het antwoord op { $question } dit was: { $codes }
guide-instruct = [{ $words }]
guide-card = Kaart: { $words }
guide-answers = Antwoorden: { $answers }
guide-key-question = sleutelvraag
guide-optional-question = kan vervallen ({ $number })
in-own-words = (in eigen woorden) { $about }
guide-ask-about = `about` en `ask` staan er allebei
guide-ask-or-about = laat `ask:` staan voor woorden die worden voorgelezen, of `about:` voor wat je in eigen woorden vraagt
guide-write-about = schrijf bij `about:` waar het over gaat
guide-minutes-outside = samen duren de onderwerpen { $least } tot { $most } minuten, afhankelijk van hun voorwaarden, maar in de topiclijst staat { $said }
guide-minutes-between = maak van `minutes` een getal daartussen, of verander de minuten van een onderwerp
guide-after-probe = dat is een doorvraag; verwijs naar de vraag waar die bij hoort, `{ $question }`, of maak van de doorvraag een gewone vraag
guide-after-consent = dat is een toestemmingspunt; een voorwaarde verwijst naar een vraag
form-one-word = `{ $key }` is één woord, geen lijst
guide-purpose = waarom: { $words }
guide-from = bron: { $words }
guide-heading = voor de deelnemer: { $words }
guide-short = in de kolom: { $words }
guide-never = Wordt met deze topiclijst nooit gevraagd
remark-attribute = `{ $name }` wil dit onderzoek niet van deelnemers weten: de voorwaarde houdt niets tegen
remark-attribute-instead = schrijf { $names }, of zet het bij `attributes` in study.yaml
remark-attribute-value = `{ $name }` is in dit onderzoek nooit `{ $value }`
remark-attribute-value-instead = schrijf een van { $values }, of zet het bij `attributes` in study.yaml
remark-attribute-number = schrijf een getal, zoals 48
remark-never = `{ $question }` wordt nooit gevraagd: de voorwaarde past niet bij de deelnemers en rondes waarvoor deze topiclijst is
remark-never-instead = pas `when:` aan, of `audience:` of `rounds:` van de topiclijst
## Wat er beter kan aan een topiclijst: opmerkingen, die niets weigeren

problem-remark = opmerking: { $what }
problem-instead = liever: { $hint }
n-remarks = { $count ->
    [one] { $count } opmerking
   *[other] { $count } opmerkingen
}
guide-fine-remarks = { $file }: niets mis, { $remarks }. { $topics }, { $questions }, { $minutes }
remark-two-questions = dit zijn twee vragen, en mensen beantwoorden alleen de laatste
remark-joined = “{ $words }” maakt er twee vragen van, en mensen beantwoorden alleen de laatste
remark-two-instead = stel er één, en maak van de andere een doorvraag
remark-alternatives = “{ $words }” legt antwoorden voor, en dan kiezen mensen er een
remark-alternatives-instead = stel een open vraag (“Hoe was dat voor u?”), of zet de antwoorden bij `choices` als je ze wilt tellen
remark-leading = “{ $words }” laat horen op welk antwoord je hoopt
remark-leading-instead = vraag het als iemand die het antwoord niet kent: “Hoe was dat voor u?”
remark-reproach = “{ $words }” klinkt als een verwijt, en dan gaan mensen zich verdedigen
remark-reproach-instead = vraag wat er gebeurde: “Wat maakte dat …?”
remark-measuring = “{ $words }” vraagt hoeveel het was, terwijl je nog niet weet of er iets was
remark-measuring-instead = vraag eerst hoe het was: “Hoe was … voor u?”
remark-presuming = “{ $words }” gaat ervan uit dat er iets is
remark-presuming-instead = laat ruimte voor niets: “Wat … misschien …?” of “Wat …, als er iets …?”
remark-closed = op een vraag die met “{ $words }” begint, kan het antwoord ja of nee zijn
remark-closed-instead = begin met wat, hoe, wanneer of wie; of zet de antwoorden bij `choices`
remark-long = { $count } tekens is meer dan iemand in één keer onthoudt (hooguit { $most })
remark-long-instead = zeg de helft, en laat de rest over aan de doorvragen of aan wat je vooraf voorleest
remark-wide = “{ $words }” is { $cells } tekens breed, en in de kolom passen er { $column }: de rest valt weg
remark-wide-instead = zoek iets korters
remark-time = { $questions } duren ongeveer { $needed }, en gepland is { $minutes }: een vraag met doorvragen duurt { $each }
remark-time-instead = houd de vragen die je het meest nodig hebt, haal andere weg, of plan meer tijd
remark-open-place = “{ $words }” moet nog worden ingevuld
remark-open-place-instead = schrijf wat er hoort te staan, of haal het weg
remark-open-place-read = schrijf wat er hoort te staan; wat alleen voor jou is en nooit wordt voorgelezen, komt bij `instruct`

## Twee topiclijsten naast elkaar

guide-no-version = { $id }@{ $version } is er niet. Van { $id } is er { $known }. Een versie wordt bewaard zodra er een interview mee is gehouden
guide-version-there = { $place ->
    [file] { $version } (het bestand)
    [session] { $version } (bewaard bij een sessie)
   *[program] { $version } (zit bij het programma)
 }
guide-diff-same = { $before } en { $after } zeggen hetzelfde
guide-diff-head = Van { $before } naar { $after }:
guide-diff-consent = ! Waar deelnemers toestemming voor geven, is veranderd. Wie eerder ja zei, heeft daar nog geen ja op gezegd:
guide-diff-new = { $part }: nieuw
guide-diff-gone = { $part }: eruit gehaald
guide-diff-reworded = { $part }: anders verwoord
guide-diff-moved = { $part }: verplaatst van { $from } naar { $to }
guide-diff-set = { $part }: { $before } is nu { $after }
guide-diff-nothing = niets
guide-diff-was = was
guide-diff-now = nu
guide-diff-spot = plaats { $nth }
guide-diff-spot-within = plaats { $nth } in { $within }
guide-diff-count = { $count ->
    [one] { $count } verschil
   *[other] { $count } verschillen
 }
guide-diff-part = { $part ->
    [distress] als het te veel wordt
    [reports] moet gemeld worden
    [changes] wijzigingen
   *[other] de topiclijst
 }
guide-diff-part-id = { $part ->
    [consent] toestemmingspunt { $id }
    [topic] onderwerp { $id }
    [question] vraag { $id }
   *[other] doorvraag { $id }
 }
guide-diff-part-nth = { $part ->
    [introduction] inleiding, alinea { $nth }
    [closing] afsluiting, alinea { $nth }
   *[other] als het te veel wordt, regel { $nth }
 }
guide-diff-field = { $part }, `{ $field }`

## Een topiclijst op papier

paper-about = { $guide }, versie { $version } · { $rounds } · { $minutes }
paper-round = { $round ->
    [first] eerste interview
   *[follow-up] vervolginterview
 }
paper-code = Code
paper-codes = Codes
paper-date = Datum
paper-place = Plaats
paper-interviewers = Interviewers (codes)
paper-begun = Begonnen om
paper-ended = Geëindigd om
paper-yes = ja
paper-no = nee
paper-questions = Vragen
paper-question = vraag { $number }
paper-card = Kaart { $number }
paper-hand-over = geef kaart { $number }
paper-distress-sound = { $does ->
    [stop] De opname stopt.
    [continue] De opname loopt door.
   *[ask] Beslis zelf of de opname stopt.
 }
guide-print-no-round = { $guide } is niet voor { $round ->
    [first] de eerste ronde
   *[follow-up] de vervolgronde
 }: laat --round weg, of zet de ronde bij `rounds` in de topiclijst
guide-print-words = voor een formulier in de taal van deze topiclijst ({ $language }) ontbreken de woorden; het is nu in het { $name }
guide-print-lies = de topiclijst staat in { $file }: open het bestand in een browser en druk het dubbelzijdig af
could-not-print-guide = de topiclijst kon niet worden weggeschreven

## De wijzigingen van een topiclijst

guide-log-back = { $file } is al versie { $before }: { $version } komt daarvoor. Geef een latere, of laat `--version` weg.
guide-log-version = versie { $version } van { $file } staat al bij de wijzigingen: geef wat er veranderde een eigen versie (--version), of zeg wie ernaar keek (--by), na wiens interview dat was (--after) of dat het een pilot was (--pilot)
guide-log-name = “{ $who }” lijkt een naam: schrijf een rol, zoals `patiëntenpanel`, of een code
guide-log-meanwhile = { $file } is intussen veranderd en blijft zoals het nu is: probeer het nog eens
guide-log-written = { $file }: een regel erbij voor versie { $version }
guide-log-raised = { $file }: versie { $version }, was { $before }
guide-log-frozen = { $file } is de topiclijst zoals een sessie die bewaart, en blijft zoals die op die dag was: noem de topiclijst in de map guides
guide-log-bundled = de topiclijst { $guide } hoort bij het programma en staat niet in een bestand van jou: `hearback init` zet hem in een nieuw onderzoek
guide-log-problems = er is niets geschreven: los eerst de problemen in { $file } op.

    { $problems }
guide-log-would-be-wrong = er is niets geschreven: met deze regel zou { $file } fout zijn.

    { $problems }
guide-log-no-place = er is niets geschreven: in { $file } is geen plaats voor de regel gevonden. Schrijf hem zelf, bovenaan `changes`
could-not-log-change = de topiclijst kon niet worden weggeschreven

## De versies van een topiclijst

change-by = bekeken door: { $who }
change-after = na: { $who }
change-pilot = pilot
guide-versions-unread = de topiclijst die { $session } bewaart, is niet te lezen
guide-versions-since = sinds { $day }
guide-versions-undated = van onbekende datum
guide-versions-unused = geen sessies
guide-versions-held = { $count ->
    [one] { $count } sessie
   *[other] { $count } sessies
 }, { $first } tot en met { $last }: { $who }
guide-versions-held-on = { $count ->
    [one] { $count } sessie
   *[other] { $count } sessies
 }, { $day }: { $who }
guide-versions-line = versie { $version }, { $since }; { $held }
guide-versions-texts = ! onder dit nummer zijn { $count } verschillende teksten gebruikt: geef elke wijziging een eigen versie

## Een vertaling naast de topiclijst waarvan zij een vertaling is

guide-translation-hint = op de woorden na moeten de twee gelijk zijn: verander het hier, of in { $original }
guide-translation-nothing = niet ingevuld
guide-translation-is = { $value }
guide-translation-value = `{ $key }` is hier { $here }, en in { $original } { $there }
guide-translation-part = { $part ->
    [consent] het toestemmingspunt
    [topic] het onderwerp
   *[other] de vraag
 }
guide-translation-extra = { $part } `{ $id }` staat niet in { $original } (of niet op deze plek)
guide-translation-lacks = { $part } `{ $id }` uit { $original } ontbreekt hier
guide-translation-order = { $part } `{ $id }` staat hier op een andere plaats dan in { $original }
guide-translation-probes = { $here ->
    [one] deze vraag heeft { $here } doorvraag
   *[other] deze vraag heeft { $here } doorvragen
 }, en in { $original } zijn dat er { $there }
guide-translation-of-none = { $guide } zegt niet van welke topiclijst hij een vertaling is: zet er `translation_of: ID` in, of noem de andere topiclijst erbij
guide-translation-not-found = { $guide } is een vertaling van { $original }, maar die zit niet in dit onderzoek, niet in de map van het bestand en niet bij het programma: noem het bestand erbij
guide-translation-same = { $guide } is op de woorden na gelijk aan { $original }
## Een topiclijst die elders is getypt

import-became = { $what ->
    [title] titel
    [language] taal
    [audience] gespreksvorm
    [aim] doel
    [introduction] inleiding
    [topic] onderwerp
    [minutes] minuten
    [bridge] overgang
    [question] vraag
    [choices] antwoorden
    [show] kaart
    [probe] doorvraag
    [instruction] aanwijzing
    [purpose] waarom
    [closing] afsluiting
    [remark] opmerking
   *[left-out] weggelaten
}
import-why-column = kolom { $column } van de tabel
import-why = { $why ->
    [on-top] het staat bovenaan
    [name-of-file] uit de naam van het bestand
    [common-words] te zien aan de woorden die het meest voorkomen
    [nothing-said] het bestand zegt niets anders
    [says-so] het staat er zo
    [heading] een kop
    [bold] kort en helemaal vet
    [short-line] een korte regel op zichzelf
    [number-above] genummerd, met vragen eronder
    [numbered] genummerd
    [listed] in een lijst zonder nummers
    [asks] het is een vraag
    [below-question] in een lijst onder een vraag
    [after-probes] na een woord voor doorvragen
    [across-table] over de hele tabel
    [brackets] tussen haakjes
    [italics] cursief
    [for-interviewer] het is voor de interviewer bedoeld
    [below-no-question] onder een vraag, maar zelf geen vraag: zet het bij `say` als je het voorleest
    [before-question] onder de kop, voor de eerste vraag
    [right-before] vlak voor de vraag die volgt
    [condition] het zegt wanneer je dit vraagt, of waar je verdergaat
    [offers] antwoorden om uit te kiezen
    [not-clear] het lijken antwoorden, maar hier past geen vraag erbij
    [under-heading] onder een kop die dat zegt
    [consent] toestemming wordt nooit geraden
    [consent-too] onder een kop die dat zegt; wat over toestemming gaat, staat ook bij `consent`
    [minutes] zo worden minuten geschreven
    [no-minutes] het bestand noemt er geen
    [no-questions] onder deze kop staan geen vragen
    [in-front] het staat voor de eerste kop
    [label] het zegt alleen wat er volgt
    [text-box] een tekstvak: niet gelezen
    [footnote] een voetnoot: niet gelezen
    [comment] een opmerking in de kantlijn: niet gelezen
    [page-header] boven of onder aan de bladzijde: niet gelezen
    [contents] een inhoudsopgave: niet gelezen
    [deleted] verwijderd terwijl wijzigingen werden bijgehouden: niet gelezen
    [hidden] verborgen tekst: niet gelezen
    [picture] een plaatje: niet gelezen
   *[notation] code of notatie: niet gelezen
}
import-missing = { $key ->
    [consent] ONTBREEKT, `consent`: wat je voor het interview vraagt. Precies één toestemmingspunt gaat over meedoen en één over opnemen. Dat kan niemand raden: schrijf het in je eigen woorden, zoals op je toestemmingsformulier.
    [introduction] ONTBREEKT, `introduction`: wat je aan het begin voorleest. In het bestand staat geen kop als Inleiding of Welkom.
    [topics] ONTBREEKT, `topics`: in het bestand staat niets dat op een vraag lijkt.
   *[closing] ONTBREEKT, `closing`: wat je aan het eind voorleest. In het bestand staat geen kop als Afsluiting of Tot slot.
}
import-stood = Dit stond in { $file }:
import-example-consent =
    Haal de # weg voor de regels hieronder, en schrijf wat je zegt:
    consent:
      - id: taking-part
        covers: taking-part
        say: …
      - id: recording
        covers: recording
        say: …
import-example-text =
    Haal de # weg voor de regels hieronder, en schrijf wat je zegt:
    { $key }: |
      …
import-example-topics =
    Haal de # weg voor de regels hieronder, en schrijf wat je vraagt:
    topics:
      - id: eerste-onderwerp
        title: …
        minutes: 10
        questions:
          - id: eerste-vraag
            ask: …
import-topic = Vragen
import-title = Interview
import-change = Overgenomen uit { $file }.
import-remark-minutes = Geraden; het bestand noemt hier geen minuten.
import-remark-here = In het bestand staat hier { $minutes }.
import-remark-parts = In het bestand staan ook minuten bij delen hiervan; samen { $parts }.
import-remark-total = Het bestand noemt { $total } minuten in totaal; de onderwerpen komen samen op { $sum }.
import-too-large = het is groter dan 20 MB, en dus niet alleen een topiclijst: sla het op zonder plaatjes, of alleen de bladzijden van de topiclijst
import-format = bestanden die eindigen op { $format } worden niet gelezen: sla het bestand in je tekstverwerker op als Word-document (.docx) of als platte tekst (.txt)
import-old-word = het is een oud Word-document (.doc), of er zit een wachtwoord op: open het in je tekstverwerker en sla het op als Word-document (.docx) zonder wachtwoord
import-no-package = het heet een Word-document, maar is er geen, of het is afgekapt: open het in je tekstverwerker en sla het opnieuw op als Word-document (.docx)
import-part-missing = het deel { $part } van het Word-document ontbreekt: open het in je tekstverwerker en sla het opnieuw op
import-part-broken = het deel { $part } van het Word-document is niet te lezen: open het in je tekstverwerker en sla het opnieuw op
import-part-large = het deel { $part } van het Word-document is groter dan een topiclijst ooit is: sla het op zonder plaatjes, of alleen de bladzijden van de topiclijst
import-too-long = het heeft meer dan { $most } alinea's: sla alleen de bladzijden van de topiclijst op
import-empty = er staat geen tekst in: is dit het goede bestand?
import-unread = { $file } is niet als topiclijst te lezen: { $why }
import-exists = { $file } is er al, en er wordt niets overschreven: noem een ander bestand met --out
import-line = regel
import-paragraph = alinea
import-text = wat er staat
import-is = werd
import-because = omdat
import-made = { $file } is gemaakt: { $topics }, { $questions }, { $minutes }. Leg het naast je eigen bestand: wat hierboven staat, is deels geraden.
import-wrong = { $count ->
    [one] Nog één ding klopt niet; de controle noemt het.
   *[other] Nog { $count } dingen kloppen niet; de controle noemt ze.
}
import-next = Schrijf wat ontbreekt, en dan: hearback guide check { $file }

## Gesloten vragen, voorwaarden en wat weg kan, in het interview

refusal-no-such-choice = deze vraag heeft geen antwoord met de code { $code }
undo-answer = het antwoord { $answer } op { $question }
answer-given = { $code } { $answer }, op ‘{ $question }’
show-answer = antwoord
answers-none-marked = er is nog geen antwoord aangewezen: typ de code, of ga er eerst naartoe
answer-replaced = { $code } { $answer }, niet meer { $before }, op ‘{ $question }’
answer-taken-back = teruggenomen: { $code } { $answer }, op ‘{ $question }’
answers-how = Typ een code, of { $next } en { $take }. { $away } legt ze weg.
room-not-known = { $condition }: dat is niet genoteerd, dus jij beslist
room-card = Kaart om te geven:
legend-sounds = nu te horen
legend-more-signs = meer dan een
legend-here = je bent hier
legend-to-ask = nog te vragen
legend-chosen = gekozen
legend-taken = het antwoord dat staat
legend-optional = kan vervallen, 1 het eerst
plan-short = Er { $left ->
    [0] is geen minuut meer
    [one] is nog 1 minuut
   *[other] zijn nog { $left } minuten
}; voor de rest waren er { $rest } gepland. Kan vervallen: { $questions }
key-answers-take-answer = kies
key-answers-take-answer-help = Kies het aangewezen antwoord; een code die helemaal getypt is, is meteen gekozen. Nog een keer kiezen neemt het terug.
key-answers-next-answer = volgende
key-answers-next-answer-help = Wijs het volgende antwoord aan.
key-answers-previous-answer = vorige
key-answers-previous-answer-help = Wijs het vorige antwoord aan.
key-answers-no-answer = sluit
key-answers-no-answer-help = Leg de antwoorden weg; er is niets gekozen.
key-closed-answer = antwoord
key-closed-answer-help = Kies een van de gecodeerde antwoorden op een gesloten vraag.

## De toetsen van het interview

protocol-lies-over-it = het protocol ligt over de topiclijst: { $key } legt het eerst weg
states-how = Hoe staat het ermee? Druk een cijfer:
state-stands = { $state } (tot nu toe)
key-interview-asked-and-on = gesteld
key-interview-asked-and-on-help = Markeer de vraag als gesteld, als die nog geen status heeft, en ga verder.
key-interview-states = status
key-interview-states-help = Zeg hoe het met de vraag staat: een rij met een cijfer voor elke status.
key-states-state-asked = gesteld
key-states-state-asked-help = De vraag is gesteld en beantwoord.
key-states-state-volunteered = zelf gezegd
key-states-state-volunteered-help = De deelnemer begon er zelf over.
key-states-state-partly = deels
key-states-state-partly-help = De vraag is deels beantwoord.
key-states-state-come-back = later
key-states-state-come-back-help = Je komt er later op terug.
key-states-state-skipped = sla over
key-states-state-skipped-help = De vraag wordt overgeslagen; wat op de regel staat, wordt de reden.
key-states-state-not-yet = nog niet
key-states-state-not-yet-help = Er is nog niets mee gebeurd: de markering gaat weg.
key-states-no-state = sluit
key-states-no-state-help = Leg de rij weg; wat je verder typt, is een notitie.
probe-used = gebruikt: ‘{ $probe }’
key-interview-walk-probes = doorvraag
key-interview-walk-probes-help = Kies een doorvraag die nog niet gebruikt is; opnieuw: de volgende.
key-writing-kind-of-note = soort
key-writing-kind-of-note-help = Verander wat de notitie is die je schrijft: citaat, observatie, vervolgvraag, memo, parafrase.
key-probe-use-probe = gebruikt
key-probe-use-probe-help = Markeer de gekozen doorvraag als gebruikt; met Esc laat je die los.
stamp-earlier = tijdstip: { $by } eerder, op { $at }
last-note-earlier = de laatste notitie: { $by } eerder, op { $at }
so-many-seconds = { $seconds } s
so-many-minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
stamp-back = tijdstip: terug op { $at }
stamp-is-off-record = wat buiten de opname genoteerd is, blijft daar staan
stamp-is-at-the-beginning = het tijdstip ligt al aan het begin van het interview
no-note-of-now = er staat niets op de regel, en sinds je hier bent is er geen notitie bewaard
line-is-in-the-way = er staat nog tekst op de regel: { $save } bewaart die, { $aside } legt die eerst opzij
last-note-taken-up = de laatste notitie: { $save } bewaart die zoals die er nu staat, { $leave } laat die zoals die was
note-stays = de notitie blijft zoals die was
note-stays-change-aside = de notitie blijft zoals die was; { $key } haalt de wijziging terug
notes-are-covered = de notities zijn afgedekt; { $key } toont ze
notes-shown = de notities zijn weer te zien
notes-covered = { $count ->
    [0] geen notities
    [one] 1 notitie, afgedekt
   *[other] { $count } notities, afgedekt
}
key-interview-earlier = eerder
key-interview-earlier-help = Zet het tijdstip van de notitie vijf seconden terug; bij een lege regel dat van de laatste notitie.
key-interview-last-note = laatste
key-interview-last-note-help = Pak de laatste notitie op om die te wijzigen; met tekst op de regel ga je naar het einde.
key-interview-cover-notes = dek af
key-interview-cover-notes-help = Dek de bewaarde notities af; opnieuw: toon ze weer.
over-guide-belongs = Vragen: { $choose } zet de notitie daarbij, { $close } sluit
over-guide = Vragen: { $choose } gaat erheen, { $raised } zelf gezegd, { $close } sluit
label-raised = zelf gezegd
label-go-there = ga erheen
key-interview-guide = topiclijst
key-interview-guide-help = Toon de vragen van de topiclijst: ga naar een ervan, of markeer dat de deelnemer er zelf over begon.
key-commands-page-down = blader
key-commands-page-down-help = Ga acht regels omlaag.
key-commands-page-up = blader
key-commands-page-up-help = Ga acht regels omhoog.
note-taken-up = deze notitie: { $save } bewaart die zoals die er nu staat, { $leave } laat die zoals die was
note-belongs = deze notitie: bij { $question }
note-belongs-nowhere = deze notitie: bij geen enkele vraag
last-note-belongs = de laatste notitie: bij { $question }
look-back-none = er is nog geen notitie
look-back-title = De notities tot nu toe, { $at } van { $count }
look-back-covered = De notities tot nu toe; { $key } toont ze
look-back-question = bij { $question }
marks-title = Wat was dat? Een cijfer markeert het
name-of = { $of ->
    [person] naam van een persoon
    [place] naam van een plaats
   *[other] andere naam
}
name-marked = gemarkeerd: { $of ->
    [person] de naam van een persoon
    [place] de naam van een plaats
   *[other] een andere naam
} op { $at }, voor wie uittypt ({ $count } tot nu toe)
own-probe = { $kind ->
    [clarifying] verhelderende doorvraag
   *[improvised] eigen doorvraag
}
own-question = { $is ->
    [leading] sturende vraag
    [double] twee vragen tegelijk
   *[other] gesloten vraag
}
own-probes = { $count } { $kind ->
    [clarifying] verhelderend
   *[improvised] zelf bedacht
}
own-probe-marked = { $question }: { $asked }
undo-move = bij welke vraag { $what } hoort
undo-code = de code { $code } bij { $what }
undo-asked-so = { $is ->
    [leading] sturende vraag
    [double] dubbele vraag
   *[other] gesloten vraag
} op { $at }
undo-join = het samenvoegen van { $what }
undo-split = het splitsen van { $what }
undo-name = { $of ->
    [person] de naam van een persoon
    [place] de naam van een plaats
   *[other] een andere naam
} op { $at }
undo-own-probe = { $kind ->
    [clarifying] een verhelderende doorvraag
   *[improvised] een eigen doorvraag
} bij { $question }
show-names = namen genoemd: { $count ->
    [one] 1 plek
   *[other] { $count } plekken
} voor wie uittypt: { $places }
show-tags = trefwoorden: { $tags }
key-interview-minute-earlier = min eerder
key-interview-minute-earlier-help = Zet het tijdstip van de notitie een minuut terug, tweemaal voor ‘twee minuten geleden’; bij een lege regel dat van de laatste notitie.
key-interview-look-back = notities
key-interview-look-back-help = Kijk terug: alle notities tot nu toe over de topiclijst heen, terwijl de vraag open blijft; opnieuw: leg ze weg.
key-interview-marks = markeer
key-interview-marks-help = Markeer zonder woorden: dat er een naam is genoemd, voor wie uittypt, of dat je een doorvraag stelde die niet in de topiclijst staat.
key-marks-name-of-person = persoon
key-marks-name-of-person-help = Er is een naam van een persoon genoemd; de plek wordt bewaard, de naam nooit.
key-marks-name-of-place = plaats
key-marks-name-of-place-help = Er is een plaatsnaam genoemd.
key-marks-name-of-other = andere naam
key-marks-name-of-other-help = Er is een naam van een organisatie genoemd, of iets anders waaraan iemand te herkennen is.
key-marks-improvised = eigen
key-marks-improvised-help = Je stelde een doorvraag die je ter plekke bedacht.
key-marks-clarifying = verheldert
key-marks-clarifying-help = Je vroeg door om iets helder te krijgen.
key-marks-no-mark = sluit
key-marks-no-mark-help = Leg de rij weg; wat je verder typt, is een notitie.
key-look-back-take-up-note = wijzig
key-look-back-take-up-note-help = Pak de gekozen notitie op om die te wijzigen; met tekst op de regel: bewaar die.
key-look-back-older-note = ouder
key-look-back-older-note-help = Kies de notitie ervoor.
key-look-back-newer-note = nieuwer
key-look-back-newer-note-help = Kies de notitie erna.
key-look-back-no-look-back = sluit
key-look-back-no-look-back-help = Leg de notities weg; de regel blijft zoals die is.
key-commands-note-there = notitie bij
key-commands-note-there-help = Op een vraag: de notitie die je schrijft, of de laatste, hoort daarbij.
key-listen-guide = hoort bij
key-listen-guide-help = Toon de vragen van de topiclijst: de gekozen notitie hoort bij de vraag die je daar kiest.

## De schermen als regels (`--plain`)

key-anywhere-where = waar
key-anywhere-where-help = Zeg waar je bent: wat er opgenomen wordt en hoelang, het onderwerp, de vraag, wat er op de regel staat.
plain-begin = De schermen zijn hier regels, de nieuwste onderaan. { $help } noemt de toetsen, { $place } zegt waar je bent, { $palette } vindt een opdracht bij naam. Wat een nummer heeft, kies je door dat te typen, en dan Enter.
plain-danger = Let op: { $words }
plain-number = nummer
plain-no-number = nummer { $number } is er hier niet; { $count ->
    [0] er is niets genummerd
    [one] er is alleen 1
   *[other] ze lopen van 1 tot { $count }
}
plain-more = En nog { $count }: { $key } gaat ernaartoe, of typ een nummer.
plain-row = { $number }: { $words }
plain-option = { $number } { $option }
plain-nothing = nog niets
plain-home = hearback, { $title }: { $count }
plain-home-prompt = sessies
plain-covered-prompt = een toets
plain-home-keys = Nummer { $number } is gekozen. { $open } opent het, { $listen } luistert terug, { $check } gaat naar de membercheck, { $new } zet een nieuw interview klaar.
plain-session = { $number }: { $participant }, { $round }, { $date }, duurde { $length }, { $settled } van { $of } vragen afgehandeld, { $standing }, topiclijst { $guide }
plain-session-unread = { $number }: { $session } kan niet worden gelezen: { $why }
plain-field = { $name }: { $value }
plain-text-field = { $name }: typ het op de regel. Er staat: { $value }
plain-options = { $name }: { $value }. Een nummer en Enter kiest: { $options }
plain-as-before = dat was al gekozen
plain-suggested = { $value } (voorgesteld)
plain-how = Hoe de toestemming gegeven wordt: { $how }; { $key } maakt er { $other } van. { $all } is overal ja.
plain-consent = Toestemming { $at } van { $count }
plain-consent-items = { $count ->
    [one] 1 vraag over toestemming: { $yes } of { $no } beantwoordt die.
   *[other] { $count } vragen over toestemming: { $yes } of { $no } beantwoordt ze één voor één.
}
plain-consent-item = { $name }, voor te lezen: { $words } ({ $yes } ja, { $no } nee; tot nu toe: { $answer })
plain-not-answered = niet beantwoord
plain-instruct = Voor jou, niet hardop: { $words }
plain-microphone = Microfoon: { $state }
plain-level = niveau { $db } dB
plain-room = Het interview.
plain-recording = Er wordt opgenomen.
plain-rehearsal = Oefening: er wordt niets bewaard.
plain-off-record = BUITEN DE OPNAME: er wordt niets opgenomen en niets genoteerd; { $key } neemt weer op.
plain-notes-only = Alleen notities: er wordt geen geluid opgenomen.
plain-notes-only-withdrawn = Alleen notities: de toestemming voor de opname is ingetrokken.
plain-no-audio = Geen geluid: { $why }. Het interview gaat door met alleen notities.
plain-not-begun = Het interview is nog niet begonnen.
plain-cut-short = Het interview is afgebroken; { $key } gaat ermee door.
plain-ended = Het interview is beëindigd; { $key } verlaat het.
plain-brief = { $state ->
    [off-record] buiten de opname
    [starting] start
    [rehearsal] oefening
    [recording] opname
    [notes-only] alleen notities
    [no-audio] geen geluid
    [not-begun] niet begonnen
    [cut-short] afgebroken
   *[ended] beëindigd
}
plain-topic = Onderwerp { $at } van { $of }: { $title }
plain-question = Vraag: { $words }
plain-so-far = Tot nu toe: { $state }
plain-answer = Antwoord { $code }: { $words }
plain-answer-given = { $answer } (het antwoord tot nu toe)
plain-closed = { $key }, dan de code, legt het antwoord vast.
plain-marked = Gemarkeerd: { $answer }
plain-card = Kaart, om te geven: { $words }
plain-probe = Doorvraag { $number }: { $words }
plain-probe-asked = { $probe } (gesteld)
plain-probe-chosen = Gekozen: { $probe } ({ $key } markeert die als gesteld)
plain-protocol = Als het te veel wordt. { $on } gaat naar de volgende stap, { $away } legt dit weg; een cijfer zegt wat er gekozen wordt.
plain-step = Stap { $at } van { $count }: { $words }
plain-note = { $minute } min, { $kind }: { $words }; { $saved }
plain-note-counted = { $minute } min, { $words }; { $saved }
plain-moment = { $minute } min, moment; { $saved }
plain-note-covered = { $minute } min, een notitie; { $saved }
plain-noted = genoteerd
plain-on-the-line = Op de regel, { $kind }: { $words }
plain-listening = Naluisteren, { $participant } { $round }, { $date }, { $standing }
plain-playing = speelt
plain-waits = geen luidspreker, wacht op een nieuwe
plain-paused = gepauzeerd
plain-no-sound-here = { $state }, hier is geen geluid
plain-from-to = { $from } tot { $to }
plain-band = { $place }: { $topic }, { $notes ->
    [one] { $notes } notitie
   *[other] { $notes } notities
}
plain-stretch = { $place }: { $why }
plain-moment-numbered = { $number }: { $at } { $words }
plain-note-numbered = { $number }: { $at } { $kind }: { $words }
plain-moment-at = { $at } { $words }
plain-check-prompt = samenvatting
plain-check-keys = Nummer { $number } is gekozen. { $write } schrijft daar een uitspraak, { $gather } verzamelt er een notitie voor of kiest de notities van een uitspraak.
plain-statement = uitspraak
plain-row-topic = onderwerp { $topic }
plain-row-note = { $at } { $kind }: { $words }
plain-row-gathered = { $note } (verzameld)
plain-row-unused = niet gebruikt: { $note }
plain-row-taken = { $note } (de uitspraak steunt hierop)
plain-row-source = steunt op { $note }
plain-check-count = { $count }, { $letter }. { $out }
plain-letter = De brief, zoals de deelnemer die leest. { $hide } leidt terug.
plain-row-statement = uitspraak { $number } in de brief: { $words }
plain-row-no-statement = uitspraak: { $words }
plain-command = opdracht
plain-question-prompt = zoek een vraag
plain-manual = zoek in de handleiding
plain-page = handleiding, { $name }
plain-found = { $topic }: { $words }
plain-fits = { $count ->
    [0] niets past
    [one] 1 past
   *[other] { $count } passen
}
plain-command-line = { $label }, { $keys }: { $help }
plain-question-line = { $topic }: { $question } ({ $state })
plain-manual-page = De handleiding, { $name }: { $on } gaat verder, { $back } gaat terug, { $close } sluit.

# Wat er buiten het gesprek nog moet gebeuren.
time-weekday = { $day ->
    [1] ma
    [2] di
    [3] wo
    [4] do
    [5] vr
    [6] za
   *[7] zo
} { $time }
time-date = { $date } { $time }
report-kind = { $is ->
    [harm] letsel of schade
    [serious-event] ernstig voorval in een trial
    [abuse] mishandeling of verwaarlozing
    [danger] gevaar voor zichzelf of anderen
    [other] iets anders, zoals een misstand
   *[newer] iets wat gemeld moet worden
}
report-to-head = de onderzoeksleider
report-open = moet gemeld worden: { $what }, verteld op { $at }, aan { $to }, vóór { $by }{ $late ->
    [yes] {" "}(te laat)
   *[no] {""}
}
report-told = { $report }; verteld: ‘{ $told }’
report-done = gemeld: { $what }, verteld op { $at }; aan { $to }, op { $on }, door { $by }
report-too-many = meer dan { $most } dingen die gemeld moeten worden
report-one-a-digit = elk heeft een eigen cijfer: zet bij elkaar wat bij elkaar hoort
codes-for-notes = Codes bij notities
codes-column = { $column ->
    [code] code
    [notes] notities
    [sessions] sessies
    [means] wat hij betekent
   *[when] wanneer hij wordt gebruikt
}
codes-none = Er zijn nog geen codes: zet ze in study.yaml, of maak er een tijdens het naluisteren.
code-write-name = Schrijf `code:` met een naam, zoals `code: opluchting`.
code-twice = De code { $code } staat hier twee keer.
code-once = Laat er een staan; hoofdletters maken geen andere code.
report-write-what = schrijf `what:` en daarachter in een paar woorden wat gemeld moet worden
form-within = schrijf bijvoorbeeld `24 hours` of `2 days`
guide-write-call-who = schrijf `who:` en daarachter wie er opneemt
guide-write-call-number = schrijf `number:` en daarachter het nummer
guide-write-follow-up = schrijf `what:` en daarachter wat er gebeurt
guide-distress-call = Bellen
guide-distress-follow-up = Naderhand
guide-within = { $what } (binnen { $hours } uur)
guide-report = { $what }: aan { $to }, binnen { $hours } uur
guide-reports = Moet gemeld worden
due-report = Moet gemeld worden: { $who } { $what }, aan { $to }, vóór { $by }{ $late ->
    [yes] {" "}(te laat)
   *[no] {""}
}
due-follow-up = { $who }, nadat het te veel werd: { $what }, vóór { $by }{ $late ->
    [yes] {" "}(te laat)
   *[no] {""}
}
due-follow-up-short = Nazorg: { $who }, { $what }, vóór { $by }{ $late ->
    [yes] {" "}(te laat)
   *[no] {""}
}
follow-up-stands = nadat het op { $at } te veel werd: { $what }, { $state ->
    [done] gedaan op { $on }
    [declined] op { $on } liever niet: het gebeurt niet
    [agreed] op { $on } goedgevonden; vóór { $by }
    [not-asked] vóór { $by }; of het mag, is nog niet gezegd
   *[open] vóór { $by }
}{ $late ->
    [yes] {" "}(te laat)
   *[no] {""}
}
due-nothing = er hoeft niets meer te gebeuren
due-unread = { $count ->
    [one] { $session } is niet te lezen; wat er daarvan nog moet gebeuren, is niet bekend
   *[other] { $count } sessies zijn niet te lezen, waarvan { $session } de eerste is; wat er daarvan nog moet gebeuren, is niet bekend
}
due-terms-unread = niet elke termijn in study.yaml (“retention”) is leesbaar: wat over zijn termijn heen is, is niet bekend
due-term-unknown = { $session }: of wat over zijn termijn heen is er nog is, is niet bekend ({ $why })
due-no-such = { $session } heeft niets dat { $item } heet; nog open: { $open }
due-told = { $due }; in notitie { $note } staat wat er verteld is: hearback show
due-not-asked = een melding vraag je niet: --said is voor wat je aan de deelnemer vroeg
refusal-nothing-due = er is niets met die naam dat nog moet gebeuren
refusal-is-done = dat is al gedaan
refusal-is-not-done = dat staat nog open: niemand zei dat het gedaan is
undo-report = de markering op { $at }
undo-reported = dat wat op { $at } verteld is, gemeld is
distress-say = Zeg: “{ $words }”
## Het einde van een interview: wat er nog te doen is, en je eigen blad

loose-end = { $end ->
    [report] wat gemeld moet worden
    [follow-up] wat er na spanning volgt
    [distress] het moment waarop het te veel werd
    [withheld] wat weggelaten is
    [wish] wat ze met het geluid willen
    [debrief] wat ze bij de deur horen
    [check-out] laten weten dat je weg bent
    [plays] of de opname speelt
    [read-back] punten om terug te lezen
    [come-back] een notitie om op terug te komen
    [not-asked] de vragen die niet gesteld zijn
    [question] een vraag waar nog iets van openstaat
   *[names] namen die genoemd zijn
}
end-distress = Het werd te veel: { $what }. Hoe gaat het nu, en mag je morgen bellen?
end-debrief = Zeg bij de deur: { $words }
end-check-out = Laat weten dat je weg bent: { $words }
end-plays = Speelt de opname? Luister er vandaag een stukje van
end-come-back = terugkomen: { $words }
end-not-asked = niet gesteld, { $count ->
    [one] 1 vraag
   *[other] { $count } vragen
}: { $questions }
end-question = { $state }: { $question }
end-names = { $count ->
    [one] één keer
   *[other] { $count } keer
} een naam genoemd: plekken voor wie uittypt
end-points-unread = { $count ->
    [one] 1 punt is
   *[other] { $count } punten zijn
} verzameld om terug te lezen, en niet teruggelezen
end-points = hardop teruggelezen, { $count ->
    [one] 1 punt
   *[other] { $count } punten
}: { $said }
points-said = { $count } { $answer ->
    [corrected] verbeterd
    [added] aangevuld
   *[right] klopt
}
said-of-it = { $answer ->
    [corrected] het is anders
    [added] er komt iets bij
   *[right] het klopt
}
page-line = { $line ->
    [place] De plek, de sfeer, wie er binnenkwam
    [steered] Waar heb je gestuurd?
    [surprised] Wat verraste je?
    [not-dared] Wat durfde je niet te vragen?
    [relation] Waarvan kennen jullie elkaar?
   *[other] En verder
}
page-written = { $line }: { $text }
page-guide = De topiclijst: spatie zegt dat die zo blijft, Enter wat er anders moet en waarom
page-guide-what = wat er anders moet in de topiclijst, en waarom
page-guide-stays = De topiclijst: blijft zo
page-guide-changes = De topiclijst, voorstel voor het logboek: { $what }
page-empty = leeg
page-so-far = { $count } van { $of }
end-leaving = VOOR JE DE DEUR UIT GAAT
end-tonight = VANAVOND
end-page = JE EIGEN BLAD  alleen voor jou, tien minuten
end-none = niets
end-open = { $count } open
end-done = gedaan
end-answered = { $end } → { $answer }
end-whose = { $participant } { $round }
end-kept = BEWAARD  { $length }, teruggelezen om { $time }
end-kept-reading = BEWAARD  { $length }; het wordt teruggelezen
end-kept-notes = BEWAARD  { $length }, alleen notities
end-not-kept = NIET ZOALS OPGENOMEN
end-sums = { $pauses ->
    [0] Nooit buiten de opname
    [one] Eén keer buiten de opname
   *[other] { $pauses } keer buiten de opname
}. { $notes ->
    [0] Geen notities
    [one] 1 notitie
   *[other] { $notes } notities
}, { $moments ->
    [0] geen momenten
    [one] 1 moment
   *[other] { $moments } momenten
}. { $lost }
end-nothing-lost = Niets verloren.
end-no-sound = hier is geen moment om te beluisteren
end-closes-itself = dit gaat vanzelf weg zodra het gedaan is
end-page-is-written = je eigen blad schrijf je: { $key }
end-points-in-the-room = punten lees je terug tijdens het interview; wat erop gezegd is, staat bij de notities
end-aside = de regel ligt opzij; { $key } haalt die terug
home-ends = { $leaving ->
    [0] Niets te doen voor je weggaat
    [one] 1 ding te doen voor je weggaat
   *[other] { $leaving } dingen te doen voor je weggaat
}, { $tonight } voor vanavond: { $key } laat ze zien zodra je alleen zit.
home-destroyed = alles van deze sessie is vernietigd: er is niets meer van dan dat ze er was
home-not-ended = dit interview is niet afgelopen: { $key } gaat ermee verder
session-open-ends = { $count } open
session-open-reports = { $count } te melden
session-open-follow-ups = { $count } keer nazorg
undo-point = dat { $what } teruggelezen wordt
undo-read-back = wat ze zeiden over { $what }
undo-seen-to = dat dit gedaan is: { $what }
undo-page = je eigen blad, { $line }
undo-guide-looked-at = wat je van de topiclijst vond
refusal-no-words-to-read = er staan geen woorden om terug te lezen: kies een notitie met tekst
key-home-ends = te doen
key-home-ends-help = Doe wat er na het interview nog te doen is, en schrijf je eigen blad.
key-ends-open = openen
key-ends-open-help = Schrijf wat ervan kwam, of luister naar het moment.
key-ends-done = gedaan
key-ends-done-help = Zeg dat het gedaan is, of toch niet; van de topiclijst, dat die zo blijft.
key-ends-they-agree = goed
key-ends-they-agree-help = De deelnemer zegt ja op wat je vraagt nadat het te veel werd; het moet nog gebeuren.
key-ends-they-decline = liever niet
key-ends-they-decline-help = De deelnemer zegt nee op wat je vraagt nadat het te veel werd: het gebeurt niet.
key-ends-listen = luister
key-ends-listen-help = Luister naar het moment waar het om gaat.
key-ends-statements = membercheck
key-ends-statements-help = Schrijf de uitspraken die naar de deelnemer teruggaan, en de brief.
key-ends-down = omlaag
key-ends-down-help = De regel eronder.
key-ends-up = omhoog
key-ends-up-help = De regel erboven.
key-ends-undo = ongedaan
key-ends-undo-help = Maak ongedaan wat je op dit scherm het laatst deed.
key-ends-redo = opnieuw
key-ends-redo-help = Doe opnieuw wat je ongedaan maakte.
key-end-line-keep = bewaar
key-end-line-keep-help = Bewaar de regel zoals die er nu staat.
key-end-line-put-aside = weg
key-end-line-put-aside-help = Leg de regel opzij; ongedaan maken haalt die terug.
plain-end = Nog te doen na { $whose }
plain-end-prompt = nog te doen
plain-end-line = wat ervan kwam
plain-end-section = { $title }: { $beside }
plain-end-keys = Een nummer en Enter gaat naar een regel. { $open } schrijft of luistert, { $done } zegt dat het gedaan is, { $listen } speelt het moment, { $yes } en { $no } zeggen wat de deelnemer antwoordde op wat je vroeg.
show-end = nog te doen
mark-point = teruglezen
point-gathered = om terug te lezen: { $count }; { $key } leest ze tegen het einde voor
point-dropped = toch niet om terug te lezen; nog { $count }
points-none = er is niets verzameld om terug te lezen: { $key } 6 verzamelt de laatst bewaarde notitie
points-title = Lees hardop voor, en wacht: punt { $at } van { $count }
point-said = ze zeiden: { $said }
point-words = { $said }: schrijf hun woorden, { $key } bewaart ze bij het punt
points-read = { $count ->
    [one] het ene punt is teruggelezen
   *[other] alle { $count } zijn teruggelezen
}; de brief blijft de membercheck
key-marks-gather-point = teruglezen
key-marks-gather-point-help = Verzamel de laatst bewaarde notitie om tegen het einde terug te lezen; opnieuw: toch niet.
key-interview-points = lees terug
key-interview-points-help = Lees de verzamelde punten een voor een terug; opnieuw: leg ze weg.
key-points-point-right = klopt
key-points-point-right-help = Ze zeggen dat het klopt.
key-points-point-corrected = anders
key-points-point-corrected-help = Ze zeggen dat het anders is; de notitie die je nu schrijft, zegt hoe.
key-points-point-added = meer
key-points-point-added-help = Ze zeggen dat er iets bij komt; de notitie die je nu schrijft, zegt wat.
key-points-next-point = volgende
key-points-next-point-help = Het volgende punt.
key-points-previous-point = vorige
key-points-previous-point-help = Het punt ervoor.
key-points-no-points = sluit
key-points-no-points-help = Leg de punten weg; de regel blijft zoals die is.
ends-page-written = { $line } (geschreven)
ends-no-such = er is geen regel { $number }: het zijn er { $count }
ends-kept = { $session }: bewaard
ends-guide-log = { $change } (hearback guide log { $guide } --what … --after { $participant })
profile-training = Opleiding: { $words }
profile-occupation = Beroep: { $words }
profile-stance = Hoe je ertegenover staat: { $words }
profile-empty = nog niet geschreven
profile-where = Het staat in { $file }, en in geen enkel onderzoek.
profile-nowhere = deze computer heeft geen map voor je instellingen: zet HEARBACK_CONFIG op een map
profile-unread = { $file } is geen profiel dat te lezen is: herstel het, of zet het opzij. Er staat "training", "occupation" en "stance" in
could-not-keep-profile = je profiel kon niet bewaard worden

## Wat ze niet gebruikt willen hebben

withheld-stretch = { $from } tot { $to }
withheld-note = notitie { $note }
withheld-unread = iets wat alleen een nieuwere hearback kan lezen
withheld-none = er is niets weggelaten
withheld-stands = weggelaten
withheld-slip = een vergissing, meteen teruggenomen
withheld-lifted = niet meer, zoals ze { $told } zeiden tegen { $whom } op { $day }
withheld-none-now = Nu is er niets weggelaten.
withheld-stays = Het staat in geen brief, lijst of export, en een stuk wordt niet afgespeeld. Het blijft in het journaal en in het geluid tot die vernietigd zijn; `hearback silence` doet dat met een stuk van het geluid.
withheld-stays-in-journal = Het staat in geen brief, lijst of export. Het blijft in het journaal tot dat vernietigd is.
withheld-letter = brief { $version } is eerder geschreven en kan bevatten wat nu is weggelaten: schrijf een nieuwe, en vraag de eerste terug
left-clip = het fragment { $file } ({ $day }) is eerder gemaakt en kan bevatten wat niet meer gebruikt mag worden: wis het, hier en overal waar het heen is gegaan
left-pack = het pakket { $folder } voor een transcribent ({ $day }) is eerder gemaakt en bevat wat niet meer gebruikt mag worden: wis het, hier en overal waar het heen is gegaan
left-export = de export { $file } ({ $day }) is eerder gemaakt en bevat wat niet meer gebruikt mag worden: wis die, hier en overal waar die heen is gegaan
left-sound = { $whom } heeft het geluid gekregen ({ $day }), met wat niet meer gebruikt mag worden: laat het daar wissen, en schrijf dat op: hearback transcript deleted-there { $session }{ $named }
left-somebody = iemand
left-no-day = dag niet bekend
out-within-study = { $place } ligt in het onderzoek, en wat wordt overgedragen hoort daarbuiten, waar geen intrekking zoekt: noem een plaats buiten de map van het onderzoek, zoals ../export
out-within-sessions = { $place } ligt tussen de sessies, waar het voor een van hun bestanden zou worden aangezien: noem een plaats daarbuiten
withheld-no-moment = { $text } is geen moment: schrijf het als 27:10, of in seconden
show-withheld-silent = ze willen niet dat dit wordt gebruikt: { $place }. Het geluid ervan is weg; in het journaal blijft het tot dat vernietigd is
show-withheld = dit willen ze niet gebruikt hebben: { $place }. Het blijft in het journaal en in het geluid tot die vernietigd zijn
leave-out-title = Ze willen iets niet gebruikt hebben: wat?
leave-out-answer = hun laatste antwoord, { $from } tot { $to }
leave-out-note = de laatste notitie, van { $at }; het geluid blijft
leave-out-minutes = de laatste { $minutes } min, { $from } tot { $to }
leave-out-none = zoiets is er niet
leave-out-ways = { $away } laat niets weg. Nog eens { $again }: ze trekken toestemming in
leave-out-means = Het gaat uit elke brief, elke lijst en elk scherm; het journaal bewaart het tot het vernietigd is.
leave-out-note-again = Willen ze de notitie op { $at } niet gebruikt hebben? { $again }: dan valt ze overal weg, en na deze keer kunnen alleen zij dat opheffen
left-out-left-before = {" "}Wat eerder naar buiten ging kan het bevatten ({ $count }): hearback show zegt wat.
left-out-note = de notitie op { $at } is weggelaten. { $key } neemt dat terug zolang je hier blijft; daarna doen alleen zij dat.
left-out = weggelaten: { $place }, { $notes ->
    [0] zonder notities
    [one] met 1 notitie
   *[other] met { $notes } notities
}. { $key } neemt dat terug zolang je hier blijft; daarna doen alleen zij dat
undo-withheld = wat weggelaten is, { $place }
end-withheld = “Gebruik dat maar niet”, { $place }: overal weggelaten. Is het de goede plek?
refusal-nothing-withheld = er is niets weggelaten met dat nummer
refusal-no-stretch = dat is geen stuk: het moet eindigen nadat het begint
wish-destroy-all = de deelnemer wil dat alles vernietigd wordt: dat is nog niet gebeurd
wish-destroy-all-by-hand = de deelnemer wil dat alles vernietigd wordt: dat is nog niet gebeurd. `hearback withdraw { $session } --scope all` doet het, en zegt wat er elders nog is
want-all-destroyed = hier stoppen; alles moet vernietigd worden
want-all-destroyed-short = stop, alles weg
want-no-quotes = verder; geen eigen woorden in verslagen
want-no-quotes-short = geen citaten
want-no-contact = verder; geen samenvatting, later niets vragen
want-no-contact-short = geen contact
quotes-unwanted = vanaf nu geen eigen woorden in verslagen
contact-unwanted = geen samenvatting en geen later interview: niemand vraagt hun nog iets
withdraw-nobody = niemand die { $code } heet, heeft hier een sessie
withdraw-before = { $day } ligt voor het eerste gesprek ({ $days }): --on is de dag waarop het werd teruggenomen
withdraw-list-sure = { $code } is nooit geïnterviewd: wat op de lijst van deelnemers van hen staat, zou eruit gaan, op de code na. Zeg --yes als het zo bedoeld is
withdraw-off-list = Wat op de lijst van deelnemers van { $code } stond, is eruit gehaald, op de code na.
withdraw-whose = { $session } is een groep: de code van wie het terugneemt zegt wie dat is, of --everybody
withdraw-unread = { $session } is niet te lezen: of de deelnemer daarin meedoet is niet bekend, en er is niets opgeschreven
withdraw-how = zeg hoe ze het zeiden, tegen wie en op welke dag: --told HOE --whom CODE --on DATUM
withdraw-means = Wat toen al geanalyseerd was, blijft in de resultaten, en wat gepubliceerd is, kan niet terug. Vanaf nu wordt niets van hen nog gebruikt.
withdraw-in-group = { $session }: wat plaats { $seat } zei, blijft overal weg. Het geluid is van iedereen: merk waar ze spreken (hearback withhold { $session } --from … --to …), dan hearback silence { $session }
withdraw-not-written = { $session }: { $why }. Daar is niets opgeschreven
consent-taken-back-on = teruggenomen op { $day }, tegen { $whom }: { $what }
consent-taken-back-later = teruggenomen op { $day }, { $told }, tegen { $whom }: { $what }
consent-of-seat = wie op plaats { $seat } zit
consent-of = { $who }: { $what }
withdraw-sure = { $what }: dit zou gelden voor { $sessions }. Zeg --yes als het zo bedoeld is
withdraw-scope = { $scope ->
    [keep] ze doen niet meer mee; wat er is, mag blijven
    [destroy] ze doen niet meer mee; het geluid moet vernietigd worden
    [destroy-all] ze doen niet meer mee; alles moet vernietigd worden
    [no-quotes] geen eigen woorden in verslagen
   *[other] geen samenvatting, en later wordt hun niets gevraagd
}
withdraw-seat = { $session }, plaats { $seat }
withdraw-seat-sure = { $session }, plaats { $seat } (daar blijft weg wat ze zeiden; het geluid is van iedereen)
withdraw-seat-done = ze doen niet meer mee
withdrawn = { $session }: { $what }
withdraw-in-time = Wat ze vertelden kan er tot { $day } uit.
withdraw-late = Dat was na { $day }, de laatste dag van het onderzoek: wat al in de resultaten zit, kan er niet meer uit; al het andere wel.
key-leave-out-leave-out-answer = antwoord
key-leave-out-leave-out-answer-help = Laat hun laatste antwoord weg.
key-leave-out-leave-out-note = notitie
key-leave-out-leave-out-note-help = Laat de laatst bewaarde notitie weg.
key-leave-out-leave-out-short = 2 min
key-leave-out-leave-out-short-help = Laat de laatste twee minuten weg.
key-leave-out-leave-out-long = 5 min
key-leave-out-leave-out-long-help = Laat de laatste vijf minuten weg.
key-leave-out-leave-nothing-out = sluit
key-leave-out-leave-nothing-out-help = Laat niets weg.
key-withdrawal-want-all-destroyed = alles weg
key-withdrawal-want-all-destroyed-help = De deelnemer stopt; geluid, notities en samenvatting moeten vernietigd worden.
key-withdrawal-want-no-quotes = geen citaat
key-withdrawal-want-no-quotes-help = De deelnemer gaat verder; geen eigen woorden in verslagen.
key-withdrawal-want-no-contact = contact
key-withdrawal-want-no-contact-help = De deelnemer gaat verder; geen samenvatting, en later vraagt niemand iets.
key-listen-leave-out = laat weg
key-listen-leave-out-help = Druk twee keer: ze willen deze notitie niet gebruikt hebben, en die valt overal weg.
# --- a focus group ---
refusal-no-group = deze topiclijst is niet voor een groep, dus er zijn geen plaatsen
refusal-no-table = aan een tafel zijn 2 tot 12 plaatsen, elk met een eigen code
voice-all = allen
voice-speaks = spreekt
voice-answers = antwoordt
voice-nods = knikt
voice-differs = is het niet eens
voice-introduces = zegt wie het is
voice-line = { $count ->
    [one] plaats { $who }
   *[other] plaatsen { $who }
  }
voice-line-all = iedereen
voice-line-answers = plaats { $who } antwoordt { $answered }
voice-line-nods = { $count ->
    [one] plaats { $who } knikt
   *[other] plaatsen { $who } knikken
  }
voice-line-differs = { $count ->
    [one] plaats { $who } is het niet eens
   *[other] plaatsen { $who } zijn het niet eens
  }
voice-line-introduces = plaats { $who } zegt wie het is
undo-turn = { $who }, { $at }
show-seats = plaatsen: { $seats }
show-seat = { $seat } { $person }
show-seat-out = { $seat } { $person } (doet niet mee)
show-seat-withdrawn = { $seat } (toestemming ingetrokken)
show-moderator = gespreksleider: { $code }
show-observers = observeert: { $codes }
show-notes-are-observers = deze notities zijn van de observator
show-heard = gehoord van plaats { $seat }: { $topics }
show-heard-on = { $topic } { $spoke } keer gesproken, { $signs } { $signs ->
    [one] teken
   *[other] tekens
  }
show-voice = { $who }: { $text }
consent-now-seat = { $session }: het antwoord van plaats { $seat } op { $item } is nu { $answer }
consent-which-seat = dit is een groep: --seat N zegt wiens antwoord het is, --everybody dat ze het samen zeiden
consent-no-seat = op plaats { $seat } zit niemand
seat-withdrawn = plaats { $seat } doet niet meer mee: { $count ->
    [0] er was geen notitie van die plaats; wat er nog van komt, blijft
    [one] 1 notitie en wat daarop berust, blijft
   *[other] { $count } notities en wat daarop berust, blijven
  } weg uit alles wat van de sessie wordt gemaakt. In het journaal blijft het staan tot dat wordt vernietigd
seat-overlap = Op de opname blijft de stem te horen, ook waar anderen er tegelijk doorheen praten: wie het uittypt, moet die stem weglaten
end-ask = { $follow_up }. Vraag: { $ask }
end-is-done = dat is gedaan; { $key } zet het weer open
report-again = { $again } zegt dat het gemeld is
report-open-again = { $again } zegt dat het toch niet gemeld is
end-agreed = de deelnemer vindt het goed; het moet nog gebeuren. { $key } neemt het terug
end-declined = de deelnemer wil het liever niet: het gebeurt niet. { $key } neemt het terug
end-not-asked-here = ja en nee zijn voor wat je vraagt nadat het te veel werd
undo-followed-up = hoe het afliep met { $what }
undo-report-words = wat over de melding is geschreven
missing-seats = plaatsen: 2 tot 12 codes op een rij, elk maar één keer
missing-no-recording = iemand wil niet worden opgenomen: kies wat er gebeurt
missing-anybody = er zit niemand meer aan tafel
no-recording-notes-only = alleen notities, voor iedereen
no-recording-sits-out = wie het niet wil, doet niet mee
no-recording-unsaid = kies, voordat ze binnenkomen
setup-seats = Plaatsen
setup-observers = Observatoren
setup-no-recording = Geen opname
setup-seats-unsaid = met de klok mee: T01 T02 T03, of hoeveel: 7
setup-seat-asked = Plaats { $seat }, { $code }: alleen, voordat ze binnenkomen
setup-seat-answered = Plaats { $seat }, { $code }: beantwoord
setup-seat-open = Plaats { $seat }, { $code }: { $count } open
plain-consent-seat = Plaats { $seat }, { $code }, toestemmingspunt { $at } van { $count }
table-in-words = { $moderator }, dan met de klok mee { $seats }
table-moderator = gespreksleider
table-moderator-is = { $code } leidt
table-seat = { $seat } { $code }
table-seat-out = { $seat } leeg
heard-name-round = naamronde, nog niet: { $seats }
heard-not-yet = nog niet: { $seats }
heard-here = bij dit onderwerp: { $marked }     nog niet: { $open }
plain-heard = { $topic }: genoteerd { $marked }; nog niet { $open }
type-a-note-of-seat = 3 Enter: plaats 3   3>5 antwoordt   3+ 3- ja, nee
seats-title = Wie bij welk onderwerp is genoteerd
seats-signs = { $heard } genoteerd   - nog niet
no-seats = dit interview heeft geen plaatsen
withdraw-which-seat = welke plaats trekt het in? het nummer en { $save }; 0 is de hele groep; { $away } laat alles zoals het is
seat-withdraws-again = { $again } laat plaats { $seat } weg, vanaf het begin; elke andere toets laat alles zo
seat-left-out = plaats { $seat } wordt weggelaten, vanaf het begin
key-interview-seats = plaatsen
key-interview-seats-help = In een focusgroep: laten zien wie bij welk onderwerp is genoteerd; nog eens: weer weg. Hetzelfde: 0 en Enter.
key-seats-next-seat = volgende
key-seats-next-seat-help = De plaats erna; na de laatste die van wie later komt.
key-seats-previous-seat = vorige
key-seats-previous-seat-help = De plaats ervoor.
key-seats-come-or-go = gaat/komt
key-seats-come-or-go-help = Wie op de gekozen plaats hoort, gaat van tafel of komt erbij; er wordt twee keer om gevraagd. Wie nog niets is gevraagd, heeft voor alles getekend of blijft erbuiten.
key-seats-change-places = ruilen
key-seats-change-places-help = Twee ruilen van plaats: een keer op de een, een keer op de ander.
key-seats-no-seats = sluit
key-seats-no-seats-help = Leg de plaatsen weg; de regel blijft zoals die is.
choose-a-seat = kies eerst een plaats
seat-sits = plaats { $seat }: { $enter } gaat van tafel, { $tab } ruilt van plaats
seat-is-empty = plaats { $seat } is leeg: { $enter } komt aan tafel, { $tab } ruilt van plaats
seat-is-free = plaats { $seat } is nog van niemand. Wie later komt: schrijf de code en { $key }, of alleen { $key } voor { $code }
seat-moves = plaats { $seat } ruilt: kies met wie, dan { $key }; hier laat { $key } het zo
seat-moves-to = { $key }: plaatsen { $seat } en { $other } ruilen
seat-leaves-again = { $again }: plaats { $seat } gaat van tafel; elke andere toets laat het zo
seat-leaves = plaats { $seat } is weg; wat ze zeiden blijft. { $undo } haalt ze terug
seat-comes-again = { $again }: plaats { $seat } komt aan tafel; elke andere toets laat het zo
seat-signed-again = { $again }, als { $code } voor alle { $count } punten heeft getekend: plaats { $seat } komt aan tafel. Elke andere toets: nog niet
seat-comes = plaats { $seat } zit vanaf nu aan tafel. { $undo } neemt het terug
seats-changed = plaatsen { $one } en { $other } zijn vanaf nu geruild. { $undo } neemt het terug
undo-seats = wie waar zit
refusal-not-asked-yet = ze zijn nog niet gevraagd: wie aan tafel komt, heeft er eerst voor getekend
refusal-stays-out = ze blijven erbuiten, zoals vooraf met hen is afgesproken
refusal-only-ended = de deelnemer trok toestemming in: er komt niets bij, en het interview kan alleen worden beëindigd
refusal-beyond-the-end = dat is na het einde van het interview, dat op { $end } ligt
refusal-is-withheld = ze willen niet dat wat daar is gezegd, wordt gebruikt: daar komt geen notitie
refusal-seat-took-back = die plaats doet niet meer mee: van hen wordt niets bewaard. Tekst die met een getal begint, begint met =
undo-beyond-consent = toestemming is geen stap: hearback consent verandert die. Nog eens: wat ervoor was
undo-beyond-distress = wat in het protocol is gekozen blijft ({ $key } opent het). Nog eens: wat ervoor was
withdraw-again = { $again }: { $what }. Elke andere toets: nog niet
words-were-cut = { $key } haalde woorden weg: druk er zo nog eens op
stamped-they-go-on-off = gemarkeerd: de deelnemer gaat verder. Het is nog buiten de opname: { $on } gaat terug
refusal-nobody-there = in deze groep zit niemand met die code
refusal-no-consent-asked = deze topiclijst vraagt die toestemming niet
refusal-not-said-how = hoe ze het zeiden, tegen wie en wanneer moet bekend zijn
they-choose = De deelnemer kiest:
they-told-to-report = er is iets verteld wat gemeld moet worden
paused-stop = De deelnemer stopt. Er wordt niets opgenomen.
paused-stop-then = Twee keer { $end } beëindigt het interview. { $on } gaat verder, en dan loopt de opname weer.
paused-break = Een pauze. Er wordt niets opgenomen.
paused-break-then = { $on } gaat verder, en dan loopt de opname weer.
part-paused = Buiten de opname
reports-title = Wat moet gemeld worden? Een cijfer markeert het
reports-then = Wat er is gezegd, kun je hierna opschrijven, als observatie.
reports-by-default = De topiclijst en de studie zeggen niet aan wie: aan de onderzoeksleider, binnen 24 uur.
reports-no-such = er zijn { $count } soorten: druk op 1 tot en met { $count }
report-marked = gemarkeerd op { $at }. { $key } neemt het terug
home-more-pressing = { $count } dingen kunnen niet wachten: hearback due
setup-number-missing = in het protocol voor als het te veel wordt ontbreekt een nummer
key-interview-must-report = te melden
key-interview-must-report-help = Markeer dat er iets is verteld wat gemeld moet worden; een cijfer zegt wat.
key-protocol-told-to-report = te melden
key-protocol-told-to-report-help = Er is iets verteld wat gemeld moet worden: een cijfer zegt wat, en het protocol komt terug.
key-reports-no-report = leg weg
key-reports-no-report-help = Leg het weg, zonder iets te markeren.

## Stilte in het geluid, en wat is vernietigd

silence-nothing = er valt niets stil te maken: er is geen stuk weggelaten dat is opgenomen en nog niet stil is
silence-would = { $file }: { $places } zou stil worden ({ $length })
silence-also = { $file } bevat er ook iets van, en zou worden vernietigd
silence-means = Dit kan niet ongedaan worden gemaakt, ook niet als ze het niet erg meer vinden. Wie er in deze stukken nog meer spreekt, is daar ook stil; wat ervoor en erna is gezegd blijft, ook in andere stemmen. De opname zoals die was wordt hier overschreven en gewist. Op schijven die bij het schrijven kopiëren, in mappen die met een andere computer gelijk worden gehouden, en in kopieën en reservekopieën kan het overblijven: kijk die zelf na.
silence-note-stays = notitie { $note } is op haar nummer weggelaten, en daarbij gaat geen geluid weg, omdat hier niemand weet waar de woorden beginnen en eindigen; wat de sessie verlaat, is stil van { $from } tot { $to }. Moeten ze ook uit de opname: `hearback withhold { $session } --from { $from } --to { $to }`, of het stuk dat je hoort
silence-quote-stays = notitie { $note } is een citaat van wat het transcript heeft van { $from } tot { $to }, en is op haar nummer weggelaten. Wat de sessie verlaat, is daar stil; om ook de opname daar stil te maken: `hearback withhold { $session } --from { $from } --to { $to }`, of het stuk dat je hoort
silence-say-yes = Er is niets gedaan. `hearback silence { $session } --yes` doet het
silence-done = Het is stil. Wis het ook uit elke kopie en reservekopie.
silence-other-take = er is niets stil gemaakt: { $why }
silence-no-room = er is niets stil gemaakt: de nieuwe opname heeft { $needed } MB nodig naast de oude, en er is { $free } MB vrij. Maak ruimte op deze schijf
silence-changed = { $file } is niet de opname die is gemaakt: zet die terug, van een kopie; er is niets aan veranderd
silence-not-proven = wat voor { $file } is geschreven, is niet wat het moet zijn; het is gewist en de opname is gebleven zoals ze was: probeer een andere schijf, of `hearback doctor`
silence-completed = Het stil maken van { $file } was afgebroken, en is nu klaar.
silence-given-up = Het stil maken van { $file } was afgebroken voordat er iets weg was: de opname is zoals ze was. `hearback silence { $session }` begint opnieuw.
silence-not-finished = Het stil maken van { $file } was afgebroken, en kan nu niet worden afgemaakt ({ $why }): open de sessie nog eens als dat verholpen is.
destroy-not-finished = { $file } moest worden vernietigd, en dat kan nu niet ({ $why }): open de sessie nog eens als dat verholpen is.
could-not-destroy = kon een bestand niet vernietigen
could-not-write-receipt = kon het bewijs van vernietiging niet schrijven
receipt = { $what } op { $day } ({ $why }).
receipt-take = { $file } is vernietigd
receipt-stretches =
    { $count ->
        [one] Eén stuk van { $file } is stil gemaakt en het geluid ervan vernietigd
       *[other] { $count } stukken van { $file } zijn stil gemaakt en het geluid ervan vernietigd
    }
receipt-why-withheld = ze willen niet dat het wordt gebruikt
receipt-why-withdrawn = ze trokken hun toestemming in
receipt-material = { $session }: { $what ->
    [sound] het geluid ({ $files }) is vernietigd
    [transcript] de transcripten ({ $files }) zijn vernietigd
    [notes] notities, uitspraken en brieven ({ $files }) zijn vernietigd
    [consent] wie waarmee instemde, het laatste wat er nog was ({ $files }), is vernietigd
   *[other] alles ({ $files }) is vernietigd
}
receipt-files = { $count ->
    [one] één bestand
   *[other] { $count } bestanden
}
receipt-not-claimed = Elk bestand is één keer overschreven en verwijderd. Dat is geen bewijs op een SSD of een geheugenstick, die oude pagina's bewaren, op een schijf die bij het schrijven kopieert, in momentopnamen, in back-ups, of in een map die een andere computer bijhoudt: zorg daar zelf voor. Wat geprint, verstuurd of doorgegeven is, heeft deze computer niet in handen. De sleutellijst, met de naam die bij de code hoort, ligt ergens anders.

## Wat met opzet vernietigd wordt

material = { $what ->
    [sound] het geluid
    [transcript] de transcripten
    [notes] notities, uitspraken en brieven
    [consent] wie waarmee instemde
    [all] alles
   *[other] iets wat alleen een nieuwere hearback kent
}
register-taken-out = { $day }: eruit gehaald, ze trokken zich terug
destruction-not-finished = { $session }: wat vernietigd moest worden, is nog niet allemaal weg ({ $why }). Open de sessie nog een keer als dat verholpen is, of zeg hetzelfde nog eens.
destruction-line = { $session }: { $what } vernietigd op { $day } ({ $why }), bewijs { $receipt }
destruction-under-way = { $session }: { $what } wordt sinds { $day } vernietigd en is nog niet allemaal weg: hearback recover { $session }
destruction-newer = een nieuwere hearback vernietigt hier iets ({ $file }), of schreef er regels die hier niet bekend zijn: er is niets aangeraakt. Open het met die versie
retention-write = schrijf een getal en een eenheid, zoals 15 jaar, 5 jaar na het interview of 6 maanden na het onderzoek
retention-no-end = `{ $key }` telt vanaf het einde van het onderzoek, en dat staat er niet
retention-say-end = voeg study_ends: 2028-12-31 toe
due-term = { $what } van { $who } zou bewaard worden tot en met { $day }: hearback destroy { $session } --what { $word } --reason "de termijn is voorbij"
due-key-list = de sleutellijst mocht bewaard worden tot { $day }: vernietig hem waar hij ligt, en zet de dag onder retention in study.yaml: key_list_destroyed: 2030-01-31
due-terms = Langer bewaard dan de termijn:
destroy-would = { $session }: { $what } zou vernietigd worden
destroy-journal = het journaal, dat opnieuw geschreven wordt en waar dit dan niet meer in staat
destroy-coding = { $count ->
    [one] één code ervan in { $file }: die gaat eruit
   *[other] { $count } codes ervan in { $file }: die gaan eruit
}
destroy-file = { $file } ({ $size })
destroy-sure = Er is niets vernietigd. Zeg --yes als het zo bedoeld is; niets brengt het terug
destroy-consent-last = toestemming gaat als laatste: vernietig eerst het geluid, de transcripten en de notities van { $session }, of zeg --what all
destroy-newer = { $session }: een nieuwere hearback schreef erin, en waarvan dat is, is hier niet bekend. Gebruik die
destroy-done-before = { $session }: dat is vernietigd op { $day }, bewijs { $receipt }
destroy-no-reason = zeg in een paar woorden waarom: die staan in het bewijs
destroy-report-open = { $session }: { $report } moet nog gebeuren, en hier weet straks niemand dat meer
beyond-letter = Brief { $version } kan bij de deelnemer zijn, en overal waar hij naartoe gekopieerd is.
beyond-clip = Een fragment dat op { $day } gemaakt is, is hier niet meer: vernietig het waar het is.
beyond-pack = Een map voor een transcribent die op { $day } gemaakt is, is hier niet: vernietig hem waar hij is.
beyond-export = Wat op { $day } is geëxporteerd, ligt buiten het onderzoek en kan er iets van bevatten: vernietig het waar het is.
beyond-sound = { $whom } kreeg het geluid op { $day }: vraag het te verwijderen, en dat te laten weten.
beyond-file = { $file } zegt iets over hen wat jij eruit moet halen.
beyond-own-file = In de map van de sessie blijft een bestand dat iemand zelf een naam gaf ({ $file }, naar zijn lengte): kijk of er iets van in staat.
beyond-unseen = In { $path } kon niet worden gekeken: kijk of er iets van in staat.
beyond-unseen-somewhere = In iets in het onderzoek kon niet worden gekeken: kijk of er iets van hen in staat.
beyond-called = Het heette { $name }.
beyond-known-by = De SHA-256 ervan is { $sum }.
destroyed-where = Het bewijs staat in receipts/{ $receipt }.json.
receipt-other-names = Deze hebben ergens nog een naam, misschien van een reservekopie, waaronder ze er nog zijn: { $files }.
receipt-names-unknown = Dit systeem zegt niet of deze nog een andere naam hebben, waaronder ze er dan nog zijn: { $files }.
withheld-silenced = { $state }; het geluid ervan is weg
withheld-lifted-silenced = { $state }; maar het geluid ervan is weg, en blijft dat

## Fragmenten

clip-begun = Het fragment wordt geschreven …
clip-made = Het fragment staat in { $file }: { $from } tot { $to } ({ $length }).
clip-silent-withheld = { $length } ervan is stil: ze willen niet dat dat wordt gebruikt.
clip-tone-withheld = { $length } ervan is een toon: ze willen niet dat wat daar is gezegd wordt gebruikt.
clip-silent-off-record = { $length } stilte staat voor wat buiten de opname was.
clip-silent-unrecorded = { $length } ervan is stil: daar is niets opgenomen.
clip-not-asked = De topiclijst vraagt niemand of hun woorden in verslagen mogen worden gebruikt: houd dit fragment bij wie de opname mag horen.
clip-not-understood = geen fragment: in deze sessie staat iets wat alleen een nieuwere hearback begrijpt, over wat de deelnemer niet wil. Werk hearback bij
clip-unwanted = geen fragment: ze willen dat het wordt vernietigd
clip-recording-refused = geen fragment: ze hebben niet ingestemd met opnemen, of namen dat terug
clip-quotes-refused = geen fragment: hun stem is hun eigen woorden, en ze hebben er niet mee ingestemd dat die in verslagen worden gebruikt
clip-somebody-gone = geen fragment: iemand aan deze tafel doet niet meer mee, of nam iets terug, en die stem kan niet uit de andere worden gehaald
clip-no-note = er is geen notitie { $note } die mag worden gebruikt: `hearback show SESSION --json` heeft de nummers
clip-note-off-record = geen fragment: deze notitie is buiten de opname geschreven, en daar is niets opgenomen
clip-no-stretch = geen fragment: het zou eindigen voordat het begint, of ligt achter het einde van de opname
clip-too-long = geen fragment: het zou langer zijn dan { $minutes } minuten. Maak er meer, of gebruik de opname
clip-nothing-there = geen fragment: niets ervan mag worden gehoord, of er is daar niets opgenomen
clip-other-rate = geen fragment: het zou over opnamen van verschillende soort gaan. Maak er van elk een
clip-other-format = het heeft een ander formaat dan de rest van het fragment
clip-take-changed = geen fragment: { $why }
could-not-write-clip = kon het fragment niet schrijven
key-listen-clip = fragment
key-listen-clip-help = Een fragment bij de notitie: van het stuk waarvan ze een citaat is, anders van waar het afspelen begint tot de volgende notitie, hooguit een halve minuut erna, als eigen WAV-bestand in de map `clips` van het onderzoek.
## Zoeken
found-what = { $what ->
    [note] notitie
    [statement] uitspraak
    [answer] antwoord
    [skipped] overgeslagen
    [transcript] transcript
   *[other] { $what }
}
search-field = { $field ->
    [kind] soort
    [participant] deelnemer
    [tag] label
    [after] vanaf
    [before] tot
    [session] sessie
   *[other] { $field }
}
search-example-tag = moe
search-no-words = er staat geen woord om te zoeken: schrijf er een of meer, zoals moe, of een veld, zoals soort:citaat
search-open-quote = een aanhalingsteken staat alleen: schrijf "{ $words }", of laat het weg
search-no-field = een veld { $field } is er niet; wel: { $fields } Zoek je de woorden zelf, schrijf dan "{ $whole }"
search-no-value = achter { $field }: hoort iets te staan, zoals { $example }
search-no-kind = een soort { $kind } is er niet. Wel: { $kinds }
search-no-day = { $field }: vraagt een dag zoals 2026-11-24, een maand zoals 2026-11 of een jaar; { $day } is dat niet
search-nothing = er is niets gevonden
search-nothing-there = in wat doorzocht kon worden is niets gevonden
search-unsearched = { $session } kon niet worden doorzocht: { $why }
search-unsearched-transcript = een transcript van { $session } kon niet worden doorzocht: { $why }
search-unsearched-any = de sessies konden niet worden doorzocht: { $why }
search-no-thread = deze computer heeft geen ruimte voor nog een thread: sluit andere programma's
search-written-elsewhere = een andere hearback schrijft de zoekindex, en wat niet gebruikt mag worden kan daarin staan tot iemand weer zoekt
search-only-deleted = de zoekindex kon niet worden geschreven en is gewist: wie gewiste bestanden terughaalt, kan op de schijf nog vinden wat niet gebruikt mag worden
search-not-forgotten = de zoekindex kon niet worden geschreven en niet worden gewist, en wat niet gebruikt mag worden kan erin staan: wis { $place } ({ $why })
over-finds = Zoek opdrachten en woorden: { $choose } gaat erheen, { $close } sluit
finds-awaited = er wordt gezocht …
finds-nothing = Hier heet niets “{ $words }”, en het staat in geen sessie. { $close } sluit
finds-nothing-there = Hier heet niets “{ $words }”, en het staat in geen sessie die doorzocht kon worden. { $close } sluit
finds-unsearched-more = { $count ->
    [one] nog één kon niet worden doorzocht
   *[other] nog { $count } konden niet worden doorzocht
}
finds-more = { $count ->
    [one] er is er nog één gevonden: schrijf meer om te verfijnen
   *[other] er zijn er nog { $count } gevonden: schrijf meer om te verfijnen
}
plain-code-on = { $code } (staat bij de notitie)
plain-hit = { $participant } { $at } { $kind }: { $words }
## Transcripten

refusal-no-transcript = dat transcript is er niet
refusal-passage-suspect = de golfvorm heeft hier geen spraak, en dan verzint een spraakherkenner woorden: luister eerst van begin tot eind, dan kun je het citeren
refusal-nothing-recorded = van deze sessie is niets opgenomen, dus valt er niets te transcriberen
refusal-not-given = er is nog niets aan een transcribent gegeven
could-not-write-transcript = het transcript kon niet worden geschreven

transcript-line = regel { $line }:{" "}
transcript-passage = passage { $passage }:{" "}
transcript-unread = { $file }: { $why }
transcript-too-large = het bestand is groter dan { $most } MB: bewaar het zonder tokens en tijden per woord, of in delen, een per take
transcript-too-many = er zijn meer dan { $most } passages: is dit het goede bestand?
transcript-long-passage = een passage is langer dan { $most }.000 tekens: er ontbreken tijden
transcript-long-speaker = de naam van een spreker is langer dan { $most } tekens: is dit het goede bestand?
transcript-empty = het bestand is leeg: is dit het goede?
transcript-not-text = dit is geen tekst: bewaar een Word-document, een bestand van f4 of een pdf eerst als platte tekst
transcript-not-utf8 = hier staan tekens die geen UTF-8 zijn: bewaar het bestand als UTF-8
transcript-no-json = dit is geen JSON: laat --format weg, of noem de vorm die het heeft
transcript-broken-json = de JSON breekt af of is beschadigd bij kolom { $column }: bewaar of kopieer het nog eens
transcript-other-json = deze JSON heeft geen `segments` en geen `transcription`: het is geen transcript van Whisper, whisper.cpp of aTrain
transcript-no-vtt = het bestand begint niet met WEBVTT: laat --format weg, of noem de vorm die het heeft
transcript-no-passage = er staat geen passage in: is dit het goede bestand?
transcript-no-stamps = er staan geen tijden in, zoals [00:01:02] of #00:01:02-3#: laat het met tijden bewaren
transcript-not-noscribe = deze pagina heeft geen tijden van noScribe: bewaar het transcript in noScribe als HTML of VTT
transcript-bad-time = "{ $text }" is geen tijd: verbeter het in het bestand
transcript-no-time = de passage heeft geen begin: laat opnieuw transcriberen, of haal haar uit het bestand
transcript-no-share = zeg in procenten hoeveel er is vergeleken, zoals 10%, of all
transcript-no-speaker = "{ $text }" geeft geen spreker een code: { $hint }
transcript-speaker-form = schrijf het als SPEAKER_00=I1
transcript-unknown-speaker = niemand heet daar { $speaker }. Wie er spreken: { $speakers }
transcript-no-offset = een verschuiving is een aantal seconden, hooguit een dag
transcript-no-take = deze sessie heeft geen take { $take } met geluid
transcript-does-not-fit = { $file } past niet bij deze opname: { $out } van de { $count } passages liggen buiten de { $long } ervan. Is het de goede sessie? --take zegt van welke take het is, --offset verschuift het
transcript-imported = { $session }: { $count ->
    [one] één passage
   *[other] { $count } passages
} ingelezen ({ $form })
transcript-replaces = Het komt in de plaats van het transcript dat er was.
transcript-still-counts = Het komt in de plaats van wat er was van { $begins } tot { $ends }. Het eerdere transcript telt nog { $rest }.
transcript-from-to = van { $from } tot { $to }
transcript-speakers = Sprekers: { $speakers }
transcript-end-to-end = de sessie heeft { $count } takes: de tijden zijn genomen als die van alle takes achter elkaar. Met --take is het van een ervan
transcript-suspects = { $count ->
    [one] één passage ligt
   *[other] { $count } passages liggen
} waar de golfvorm geen spraak heeft: daar verzint een spraakherkenner. Luister voor je citeert
transcript-before = { $count ->
    [one] één passage ligt voor het begin van het geluid, en is weggelaten
   *[other] { $count } passages liggen voor het begin van het geluid, en zijn weggelaten
}
transcript-beyond = { $count ->
    [one] één passage ligt voorbij het eind van het geluid, en is weggelaten
   *[other] { $count } passages liggen voorbij het eind van het geluid, en zijn weggelaten
}
transcript-reversed = { $count ->
    [one] één passage eindigt voor ze begint, en geldt als een moment
   *[other] { $count } passages eindigen voor ze beginnen, en gelden als momenten
}
transcript-untimed = { $count ->
    [one] één regel staat voor de eerste tijd, en is weggelaten
   *[other] { $count } regels staan voor de eerste tijd, en zijn weggelaten
}
transcript-unmeasured = take { $takes } is niet te lezen: of er spraak in die passages is, is niet bekend
transcript-not-copied = het bestand is groter dan { $most } MB, daarom is er geen kopie bewaard, alleen de controlesom
transcript-stays = Het transcript ligt in de map van de sessie, met alles wat is gezegd: wat is weggelaten wordt nergens getoond, maar staat daar net als in het geluid.
panel-transcript = Transcript
transcript-nothing-to-show = niets ervan mag worden getoond
transcript-quoted = geciteerd met de tijd erbij, { $at }. { $key } neemt het terug
transcript-not-shown = Wat hier gezegd wordt, staat er niet: het mag niet gebruikt worden, of het kunnen de woorden zijn van iemand die niet meer meedoet.
transcript-nobody-speaks = Hier spreekt niemand in het transcript: ga eerst naar de passage.
transcript-interviewer = Dat zegt { $speaker }, die vraagt: alleen wat zij zeggen wordt een citaat.
transcript-quoted-already = Die passage is al een citaat.
transcript-long-quote = deze passage is te lang voor een citaat: schrijf een notitie ({ $key }) met wat ertoe doet
plain-passage = gezegd op { $at }: { $text }
plain-passage-of = gezegd op { $at } door { $speaker }: { $text }
plain-passage-suspect = op { $at }, zonder spraak in de golfvorm: { $text }
plain-passage-suspect-of = op { $at }, zonder spraak in de golfvorm, { $speaker }: { $text }
transcript-none = { $session } heeft geen transcript: hearback transcript import { $session } FILE
transcript-suspect-legend = ? geen spraak in de golfvorm: luister, en dan hearback transcript heard { $session } NUMMER
transcript-heard-legend = + geen spraak in de golfvorm, en er is geluisterd
transcript-counts = { $from } tot { $to }: transcript { $transcript }
transcript-unverified = Voor zover bekend heeft nog niemand het met het geluid vergeleken.
transcript-unusable = een transcript van { $session } is niet te tonen: lees het opnieuw in
transcript-nobody = Het transcript zegt niet wie er spreekt.
transcript-n-passages = { $count ->
    [one] één passage
   *[other] { $count } passages
}
transcript-no-such-passage = { $session } heeft geen passage { $passage } die getoond mag worden: hearback transcript show { $session }
transcript-not-suspect = Passage { $passage } is niet verdacht: er is geluid.
transcript-as-before = Dat was van passage { $passage } al bekend.
transcript-heard = Passage { $passage } is gemerkt als beluisterd: er mag uit worden geciteerd.
transcript-unheard = Passage { $passage } is weer verdacht.
transcript-file-missing = { $file } ontbreekt, of is daar niet te lezen. Zet het terug, of lees het transcript opnieuw in
transcript-file-changed = { $file } is niet wat er is ingelezen: iemand heeft het veranderd. Het wordt niet getoond; zet het goede terug, of lees het opnieuw in
transcript-file-newer = { $file } is door een nieuwere hearback geschreven: alleen daar is het te lezen
transcript-file-long = { $file } is langer dan wat doorzocht wordt ({ $most } MB): het is te zien en te horen, maar niet te vinden
transcript-awaited = het transcript wordt gelezen …
transcript-file-unread = { $file } is niet te lezen: { $why }

handed-step = { $step ->
    [given] gegeven
    [returned] teruggekomen
    [checked] vergeleken met het geluid
    [names-removed] namen eruit
    [deleted-there] geluid daar gewist
   *[newer] iets dat alleen een nieuwere hearback kent
}
handed-still = { $step ->
    [given] geven
    [returned] het transcript terugkrijgen
    [checked] met het geluid vergelijken
    [names-removed] namen eruit halen
    [deleted-there] het geluid daar laten wissen
   *[newer] iets dat alleen een nieuwere hearback kent
}
handed-share = { $share } procent
handed-open = { $done }. Nog te doen: { $open }
handed-none = Er is niets aan een transcribent gegeven.
handed-no-such = met deze woorden is niets opgeschreven: `hearback transcript register` zegt wat wel
handed-whose = meer dan één komt in aanmerking ({ $whom }): zeg wie, met --whom
handed-not-theirs = { $whom } heeft geen geluid van deze sessie, voor zover opgeschreven is: `hearback transcript register` zegt wie wel
copy-not-taken-back = { $why }; en dat het niet gemaakt is kon niet worden opgeschreven: { $also }

pack-exists = { $folder } is er al, en er wordt niets overschreven: noem een nieuwe map
pack-lost-a-voice = iemand die in deze groep zat doet niet meer mee, en is in het geluid te horen: laat eerst alles wat die zei weg (hearback withhold { $session } --from … --to …), en zeg dan --turns-withheld
pack-take-changed = take { $take } is niet wat er is opgenomen: hearback verify
pack-made = { $session }: { $count ->
    [one] een opname
   *[other] { $count } opnames
} en een blad voor de transcribent liggen in { $folder }
pack-silent = { $count ->
    [one] een stuk is
   *[other] { $count } stukken zijn
} daarin stil, omdat wat daar is gezegd niet gebruikt mag worden. Alle tijden blijven wat ze zijn.
pack-next = Geef het op een veilige manier, en schrijf dat op: hearback transcript given { $session } --to WHOM
pack-no-round = niet iedereen zegt in het geluid wie hij is: bij sommige stemmen zal de transcribent moeten vragen
pack-page-file = zo-transcribeert-u.txt
pack-title = Dit gesprek transcriberen
pack-files = Geluid:
pack-speakers = Wie er spreekt. Zet de code en een dubbele punt voor elke beurt:
pack-role = { $role ->
    [participant] wie wordt geïnterviewd
    [observer] kijkt toe
   *[interviewer] wie vraagt
}
pack-seat = stoel { $seat }, met de klok mee geteld vanaf links van de gespreksleider
pack-first = (zegt wie hij is, of is voor het eerst te horen, op { $at })
pack-names = Waar namen worden gezegd. Schrijf op die plaats wat hier staat:
pack-name = { $of ->
    [person] [persoon]
    [place] [plaats]
   *[other] [iets waaraan iemand te herkennen is]
}
pack-no-names = nergens dat gemerkt is; laat namen die u hoort toch weg
pack-silences = Met opzet stil. Schrijf [weggelaten], en ga verder:
pack-silent-at = { $at }, gedurende { $long }
pack-conventions = Zo schrijft u:
    - Een tekstbestand per opname, met dezelfde naam: sound-1.txt. Platte tekst.
    - Elke beurt begint met wanneer ze begint, en wie er spreekt: [00:01:02] I1: Hoe was dat?
    - Woordelijk, in de taal die wordt gesproken. Niets wordt mooier gemaakt, dialect blijft dialect.
    - Na een minuut een nieuwe tijd, ook midden in een beurt.
    - (.) een korte stilte, (8) een van 8 seconden, (lacht) en (huilt) voor wat te horen is.
    - (woord?) als u het niet zeker weet, (?) als het niet te verstaan is.
    - // waar twee tegelijk spreken: // nee, //
    - Niemands naam, geen plaatsen en geen organisaties: [persoon], [plaats], [organisatie].
    - Kent u iemand in het gesprek, stop dan en zeg het ons.
    - Geef het geluid aan niemand, en aan geen programma op internet. Wis het als het transcript is aangenomen, en zeg ons dat.

# Een spraakherkenner op deze computer.

transcribe-done-before = Take { $take } is al gedaan door dezelfde spraakherkenner (--again doet het nog eens).
transcribe-begins = take { $take } ({ $n } van { $count }): { $engine } is bezig; met Ctrl-C stopt het
transcribe-still = nog bezig, na { $long }
transcribe-take = Take { $take }: { $count ->
    [one] één passage
   *[other] { $count } passages
}
transcribe-next = Vergelijk het met het geluid voor je erop bouwt: hearback transcript show { $session }
transcribe-withheld-since = opname { $take }: terwijl de herkenner bezig was, is gezegd dat iets niet gebruikt mag worden; wat hij schreef is weggegooid. Begin opnieuw
transcribe-no-words = take { $take }: de spraakherkenner hoorde er geen woorden in
transcribe-unread = wat { $engine } schreef is niet te lezen: { $why }. Noem `format` onder `transcription` in study.yaml
transcribe-not-begun = { $program } kan niet worden gestart: { $why }. Schrijf het pad van het programma bij `transcription` in study.yaml
transcribe-stopped = gestopt: de kopie van het geluid is gewist, en takes die klaar waren zijn bewaard. hearback transcribe { $session } gaat verder
transcribe-failed = { $engine } mislukte met code { $code }: { $said }
text-lies = Een tekst{ $dated ->
    [yes] {" "}van { $day }
   *[no] {""}
} voor een editor is blijven liggen in { $file }; de membercheck opent die weer
texts-swept = { $count ->
    [one] Er lag nog een tekst voor een editor van een sessie die er niet meer is: die is nu vernietigd.
   *[other] Er lagen nog { $count } teksten voor editors van sessies die er niet meer zijn: die zijn nu vernietigd.
}
lent-swept = { $count ->
    [one] Een kopie van het geluid voor een spraakherkenner was blijven liggen toen hearback werd afgebroken: die is nu vernietigd.
   *[other] { $count } kopieën van het geluid voor een spraakherkenner waren blijven liggen toen hearback werd afgebroken: die zijn nu vernietigd.
}
lent-left = Een kopie van het geluid voor een spraakherkenner is blijven liggen toen hearback werd afgebroken, en kan niet vernietigd worden: { $why }
transcribe-copy-left = de kopie van het geluid voor de spraakherkenner kon niet vernietigd worden ({ $why }): wis de map { $folder }
transcribe-no-wav = { $engine } krijgt niet te horen waar het geluid staat: zet {"{wav}"} in `command` onder `transcription` in study.yaml
transcribe-killed = { $engine } is beëindigd door signaal { $signal }{ $signal ->
    [9] ; vaak is dan het geheugen vol: neem een kleiner model
   *[other] {""}
}. { $said }
transcribe-said-nothing = het zei niets
transcribe-nothing = { $engine } heeft niets geschreven op de plaats die het als {"{out}"} kreeg: verbeter `command` onder `transcription` in study.yaml
transcribe-nowhere = er is geen spraakherkenner: installeer whisper-cli, of schrijf een `command` onder `transcription` in study.yaml. hearback haalt er zelf geen
transcribe-no-model = whisper-cli is er, maar niet welk model het moet nemen: schrijf het bestand als `model` onder `transcription` in study.yaml
transcribe-another = study.yaml noemt geen spraakherkenner die { $engine } heet, en het is niet whisper-cli
study-command-no-wav = de opdracht zegt nergens waar het geluid moet staan
study-command-form = schrijf het als een lijst met {"{wav}"} en {"{out}"}: [spraakherkenner, "{"{wav}"}", "{"{out}"}"]
study-transcript-forms = schrijf vtt, srt, whisper, whisper-cpp, noscribe, atrain of text

## Het register van brieven: wat er vooraf is gevraagd, hoe een brief ging, wat er terugkwam
before-item = { $item ->
    [wanted] Wil de deelnemer de brief nog?
    [alive] Leeft de deelnemer nog, voor zover dat te weten is?
    [address] Is het adres veilig: maakt niemand anders de post open?
    [called-first] Het werd te veel in het interview: is er eerst gebeld?
    [second-reader] Heeft een collega de brief nagelezen op herkenbaarheid?
   *[other] Iets wat een nieuwere hearback vraagt
}
before-answer = { $answer ->
    [yes] ja
   *[no] nee
}
before-not-asked = niet gevraagd
before-asked-then = gevraagd vóór de vorige brief: { $answer }, { $day }
before-asked = { $answer }, { $day }
before-asked-by = { $asked } door { $by }
before-asked-by-nobody = { $asked } (niemand genoemd)
before-short = { $item ->
    [wanted] of de brief nog welkom is
    [alive] in leven
    [address] adres
    [called-first] eerst gebeld
    [second-reader] tweede lezer
   *[other] wat een nieuwere hearback vraagt
}
before-asked-item = { $item } { $asked }
before-with-words = { $asked }: { $words }
sent-by = { $way ->
    [post] per post
    [mail] per e-mail
    [hand] persoonlijk gegeven
    [read-aloud] voorgelezen
   *[other] op een manier die een nieuwere hearback kent
}
reply-says = { $says ->
    [fits] klopt
    [partly] klopt voor een deel
    [does-not-fit] klopt niet
    [rather-not] zegt het liever niet
   *[other] iets wat een nieuwere hearback kent
}
reply-says-reflection = { $says ->
    [fits] ziet het nog zo
    [partly] voor een deel
    [does-not-fit] ziet het nu anders
    [rather-not] zegt het liever niet
   *[other] iets wat een nieuwere hearback kent
}
own-words = { $answer ->
    [yes] de eigen woorden mogen worden gebruikt
    [ask] de eigen woorden alleen als de deelnemer ze eerst ziet
   *[no] de eigen woorden mogen niet worden gebruikt
}
replied-by = { $how ->
    [paper] op papier
    [telephone] telefonisch
    [in-person] mondeling
   *[other] op een manier die een nieuwere hearback kent
}
remark-kind = { $kind ->
    [answer] over een uitspraak
    [added] voegt toe
    [not-used] wil niet dat dit wordt gebruikt
    [declines] antwoordt liever niet
    [withdraws] doet niet meer mee
    [quotes] over de eigen woorden
   *[other] iets wat een nieuwere hearback heeft opgeschreven
}
disposition = { $what ->
    [changed] { $wording ->
        [0] verwerkt
       *[other] gewijzigd (versie { $wording })
    }
    [kept] gelaten zoals het was
    [withdrawn] niet meer gebruikt
   *[other] iets wat een nieuwere hearback heeft gedaan
}
disposition-because = { $what }: { $reason }
outcome = { $outcome ->
    [agreed] akkoord
    [agreed-in-part] akkoord met een deel, over de rest niets gezegd
    [added] heeft iets toegevoegd
    [disagreed] met iets niet akkoord
    [declined] antwoordt liever niet
   *[no-reply] geen antwoord
}
outcome-reflection = { $outcome ->
    [agreed] ziet alles nog zo
    [agreed-in-part] ziet een deel nog zo, over de rest niets gezegd
    [added] heeft iets toegevoegd
    [disagreed] ziet iets nu anders
    [declined] antwoordt liever niet
   *[no-reply] geen antwoord
}
check-due = { $due ->
    [withdraw] de deelnemer doet niet meer mee: `hearback withdraw`
    [leave-out] er is gevraagd iets niet te gebruiken en er is nog niets weggelaten: laat het eerst weg
    [remarks] bekijk wat er terugkwam
    [write] schrijf de brief opnieuw: hij is verouderd
    [ask] stel eerst de vragen van vóór de brief: `hearback before`
    [send] verstuur de brief
    [remind] een herinnering mag, één keer
   *[no-reply] er kwam niets, en de laatste dag is voorbij: leg dat vast
}
check-short-drafted = uitspraken
check-short-not-sent = brief { $version } ligt klaar
check-short-sent = brief { $version } verstuurd
check-short-due = antwoord t/m { $day ->
    [1] ma
    [2] di
    [3] wo
    [4] do
    [5] vr
    [6] za
   *[7] zo
}
check-short-remind = herinnering mag
check-short-no-answer = nog geen antwoord
check-short-open = { $count ->
    [one] 1 opmerking open
   *[other] { $count } opmerkingen open
}
check-short-amended = aangepast
check-short-outcome = { $outcome ->
    [agreed] bevestigd
    [agreed-in-part] deels bevestigd
    [added] iets toegevoegd
    [disagreed] niet akkoord
    [declined] liever niet
   *[no-reply] geen antwoord
}
check-short-left-out = iets weggelaten
check-short-outcome-reflection = { $outcome ->
    [agreed] ziet het zo
    [agreed-in-part] ziet het deels zo
    [added] iets toegevoegd
    [disagreed] ziet het anders
    [declined] liever niet
   *[no-reply] geen antwoord
}
check-line-withdraws = de deelnemer doet niet meer mee en daar is nog niets mee gedaan: `hearback withdraw`
check-line-sent = brief { $version } { $days ->
    [0] vandaag
    [1] gisteren
   *[other] { $days } dagen geleden
} ({ $day }) verstuurd, { $way }
check-line-reminded = herinnerd op { $day }
check-line-due = antwoord { $late ->
    [yes] werd verwacht, uiterlijk
   *[no] verwacht, uiterlijk
} { $weekday ->
    [1] ma
    [2] di
    [3] wo
    [4] do
    [5] vr
    [6] za
   *[7] zo
} { $day }
check-line-answered = { $outcome } ({ $yes } van { $of } klopt)
check-line-answered-reflection = { $outcome } ({ $yes } van { $of } nog zo gezien)
check-line-left-out = vroeg { $count } weg te laten
check-line-seen-to = { $count ->
    [one] de opmerking is afgehandeld
   *[other] alle { $count } opmerkingen zijn afgehandeld
}
check-line-open = { $count ->
    [one] 1 opmerking open
   *[other] { $count } opmerkingen open
}
check-line-out-of-date = brief { $version } is verouderd
check-line-not-sent = brief { $version } is niet verstuurd
register-no-letter = Er is nog geen brief: schrijf er een in de membercheck
register-no-version = Er is geen brief { $version }
register-is-sent = Brief { $version } is al verstuurd, op { $day }
register-out-of-date = Brief { $version } is verouderd: er is daarna iets veranderd. Schrijf hem opnieuw, of zeg --anyway
register-later-version = Brief { $version } is niet de laatste: er is brief { $last }. Verstuur die, of zeg --anyway
register-barred = Er gaat geen brief: { $item ->
    [wanted] de deelnemer wil hem niet
    [alive] de deelnemer leeft niet meer, voor zover bekend
    [address] het adres is niet veilig
   *[other] er is een nee op iets wat een nieuwere hearback vraagt
}. Is dat intussen anders, geef dan een nieuw antwoord
register-withdraws = Er wordt niets meer voor de deelnemer gemaakt of verstuurd: die heeft gezegd niet meer mee te doen (`hearback withdraw SESSIE` doet wat nodig is)
register-unread = Er gaat niets naar de deelnemer: wat als opmerking { $remark } terugkwam, is hier niet te lezen. Een nieuwere hearback kan dat misschien; was het niets, dan hearback reply SESSIE --undo { $remark }
register-never-sent = Brief { $version } is nooit verstuurd, dus er komt niets op terug. Leg eerst vast dat hij is verstuurd
register-is-reminded = Er is één herinnering, en die is verstuurd op { $day }
register-has-reply = Op brief { $version } kwam al iets terug
register-has-no-reply = Op { $day } is vastgelegd dat er op brief { $version } niets kwam
register-before-written = Brief { $version } was er vóór { $day } nog niet: eerder kan hij niet zijn verstuurd. Klopt het jaar?
register-reminder-day = Brief { $version } is verstuurd op { $day }: een herinnering gaat op een latere dag
register-not-over = De deelnemer heeft tot en met { $day } om op brief { $version } te antwoorden: pas daarna kwam er niets
register-version-not-known = Wat er in brief { $version } staat is niet bekend: een oudere hearback schreef hem en legde dat niet vast. Een antwoord erop gaat over geen uitspraak
register-still-used = Er is gevraagd iets niet te gebruiken (opmerking { $remark }), en daarvoor is nog niets weggelaten
register-not-known = welke uitspraken erin staan is niet bekend: een oudere hearback schreef hem en legde dat niet vast
register-no-such-statement = Brief { $version } heeft die uitspraak niet
register-not-said = Zeg wat de deelnemer ervan zegt: klopt, klopt voor een deel, klopt niet, of zegt het liever niet
register-no-words = Schrijf op wat de deelnemer zei
register-no-such-remark = Die opmerking is er niet
register-nothing-changed = De uitspraak staat er nog zoals in de brief: wijzig haar eerst in de membercheck, of zet haar daar apart
register-no-reason = Zeg waarom het zo blijft
register-is-withdrawn = Dat wordt niet meer gebruikt, en alleen de deelnemer kan dat terugdraaien: hearback withhold SESSION
register-only-left-out = De deelnemer wil dat niet gebruikt zien: laat het weg (withdrawn), of neem de opmerking terug als de deelnemer erop terugkomt
register-not-withheld = Daarvoor is nog niets weggelaten sinds de deelnemer het zei: zeg wat het is (--note N of --statement N), of zeg met --reason dat er niets van is opgeschreven
register-nothing-to-take-back = Er is niets om terug te nemen
register-day-before = De brief is verstuurd op { $day }: daarvóór kwam er niets op terug
undo-letter-checked = { $item ->
    [wanted] het antwoord of de deelnemer de brief nog wil
    [alive] het antwoord of de deelnemer nog leeft
    [address] het antwoord over het adres
    [called-first] het antwoord of er eerst is gebeld
    [second-reader] het antwoord over de tweede lezer
   *[other] een antwoord waar een nieuwere hearback om vroeg
}
undo-letter-sent = { $what ->
    [reminder] dat er een herinnering aan brief { $version } is verstuurd
   *[letter] dat brief { $version } is verstuurd
}
undo-reply-statement = { $what }, uitspraak { $number }
undo-reply-words = de woorden van de deelnemer ({ $remark })
undo-disposition = wat er met een opmerking is gedaan ({ $remark })
undo-no-reply = dat er op brief { $version } niets kwam
before-take-back = Terugnemen: hearback before { $session } { $item } not-asked
version-not-sent = brief { $version }: niet verstuurd
version-sent = brief { $version }: verstuurd op { $day }, { $way }
version-no-reply = op { $day } vastgelegd dat er niets kwam
version-until = de deelnemer heeft tot en met { $day }
remark-words = { $what }: “{ $words }”
remark-withheld = { $what } (de woorden mogen niet worden gebruikt)
remark-told = { $remark } ({ $how }, { $day }, opgetekend door { $by })
remark-told-to-nobody = { $remark } ({ $how }, { $day }, niemand genoemd)
remark-superseded = { $remark }; ingehaald door wat de deelnemer op { $day } zei
remark-done = { $remark }; { $done }
remark-open = { $remark }; nog niets mee gedaan
register-read-back = Voorgelegd tijdens het interview, wat geen antwoord op een brief is: { $said }
register-timing = { $timing ->
    [findings] Deelnemers aan dit onderzoek krijgen later een brief, over wat uit alle gesprekken samen kwam.
   *[summary] Deelnemers aan dit onderzoek krijgen kort na het interview een brief, met een samenvatting ervan.
}
register-before = Voordat de brief gaat:
register-beside = Bij geen enkele uitspraak:
register-on-no-letter = Op een brief die hier niet bekend is:
register-withheld = mag niet meer worden gebruikt
register-quote = “{ $words }”
register-no-answer = geen antwoord
letters-line = { $session }  { $stands }
letters-none = nog geen brief en geen uitspraak
letters-nothing-due = aan geen enkele brief is iets te doen
letters-sums = { $count ->
    [one] 1 sessie
   *[other] { $count } sessies
}, { $sent ->
    [0] geen brief verstuurd
    [one] 1 brief verstuurd
   *[other] { $sent } brieven verstuurd
}
letters-sums-each = { $sums }: { $each }
letters-outcome = { $outcome ->
    [agreed] { $count } akkoord
    [agreed-in-part] { $count } met een deel akkoord
    [added] { $count } iets toegevoegd
    [disagreed] { $count } met iets niet akkoord
    [declined] { $count } liever niet
   *[no-reply] { $count } geen antwoord
}
letters-waiting = { $count } nog niet beantwoord
letters-unread = { $count ->
    [one] { $session } is niet te lezen: wat er van de brief werd, is niet bekend
   *[other] { $count } sessies zijn niet te lezen ({ $session } als eerste): wat er van de brieven werd, is niet bekend
}
sent-not-asked = { $count ->
    [one] 1 vraag is niet gesteld voordat de brief ging: hearback before { $session }
   *[other] { $count } vragen zijn niet gesteld voordat de brief ging: hearback before { $session }
}
sent-still-used = { $why }. Laat het eerst weg: hearback disposition { $session } { $remark } withdrawn --note N (of --statement N), of zeg --anyway
sent-with-few-days = { $left ->
    [0] { $day }, de laatste dag die in de brief staat, laat geen tijd om te antwoorden
    [one] { $day }, de laatste dag die in de brief staat, is 1 dag nadat hij ging
   *[other] { $day }, de laatste dag die in de brief staat, is { $left } dagen nadat hij ging
}: pas als { $until } voorbij is, geldt dat er niets kwam. Een brief die vandaag wordt geschreven, noemt een latere dag
reminded-early = Deze herinnering ging { $after ->
    [one] 1 dag
   *[other] { $after } dagen
} na de brief, nog voor de helft van de tijd om was: de deelnemer had tot en met { $day }
sent-take-back = Terugnemen: hearback sent { $session } --version { $version }{ $reminder } --undo
nothing-take-back = Wat nog komt, komt erbij. Terugnemen: hearback reply { $session } --nothing --version { $version } --undo
reply-which-remark = Zeg welke opmerking: --undo N, met het nummer uit `hearback letters SESSION`
reply-taken-back = opmerking { $remark } is teruggenomen
reply-withheld = vanaf nu overal weggelaten, onder { $ids } van `hearback withhold`; alleen de deelnemer kan dat terugdraaien
reply-withdraws = Er gaat niets meer naar de deelnemer. Wat er moet gebeuren met wat er is: hearback withdraw { $participant } --scope stop (of sound, all), met --told, --whom en --on
reply-find-it = Tot dat gedaan is gaat er geen brief. Zoek op wat er bedoeld is en laat het weg: hearback disposition { $session } { $remark } withdrawn --note N (of --statement N, uit de brief)
reply-take-back-remark = De opmerking terugnemen: hearback reply { $session } --undo { $remark }. Wat is weggelaten blijft weg: alleen de deelnemer kan dat terugdraaien
reply-take-back = Terugnemen: hearback reply { $session } --undo { $remark }
reply-take-back-quotes = De opmerking terugnemen: hearback reply { $session } --undo { $remark }
reply-to-nobody = het onderzoek
reply-said = in een antwoord op de brief, { $how }
reply-no-quotes = vanaf nu geen eigen woorden van de deelnemer in { $letters ->
    [yes] verslagen; in de brief aan henzelf mochten ze staan, dat is apart gevraagd
   *[other] brieven en verslagen
}
reply-no-quotes-lifted = Alleen de deelnemer verandert dat: hearback consent { $session } { $item } yes --told HOE --to WIE --on DATUM
withheld-by-reply = antwoord op brief { $version }
disposition-take-back = Terugnemen: hearback disposition { $session } { $remark } --undo
show-letters = de brief: { $words }
reply-stays-withheld = Wat daarmee is weggelaten, blijft weg; alleen de deelnemer kan dat terugdraaien: hearback withhold { $session }
remarks-none = { $which ->
    [open] er kwam niets terug dat nog bekeken moet worden
   *[all] er kwam niets terug
}
withheld-statement = uitspraak { $statement }
key-home-letters = brieven
key-home-letters-help = Wat er naar de deelnemer ging, wat er terugkwam en wat er te doen is.
key-statements-letters = brieven
key-statements-letters-help = Het register: wat er vóór een brief wordt gevraagd, hoe hij ging, wat er terugkwam.
key-letters-open = woorden
key-letters-open-help = Schrijf op deze regel hun woorden, of wat er te zeggen is.
key-letters-yes = ja
key-letters-yes-help = Het is zo; wat er vóór een brief wordt gevraagd.
key-letters-no = nee
key-letters-no-help = Het is niet zo; wat er vóór een brief wordt gevraagd.
key-letter-answers-fits = klopt
key-letter-answers-fits-help = De uitspraak klopt, zegt de deelnemer.
key-letter-answers-partly = deels
key-letter-answers-partly-help = De uitspraak klopt voor een deel, zegt de deelnemer; schrijf dan de woorden op.
key-letter-answers-does-not-fit = klopt niet
key-letter-answers-does-not-fit-help = De uitspraak klopt niet, zegt de deelnemer; schrijf dan de woorden op.
key-letter-answers-rather-not = liever niet
key-letter-answers-rather-not-help = De deelnemer zegt er liever niets over.
key-letters-added = erbij
key-letters-added-help = De deelnemer voegt iets toe dat bij geen uitspraak hoort.
key-letters-not-used = weglaten
key-letters-not-used-help = Het mag niet worden gebruikt: op een uitspraak worden die en de notities eronder overal weggelaten.
key-letters-how = hoe
key-letters-how-help = Hoe het terugkomt: telefonisch, op papier, mondeling.
key-letters-sent = verstuurd
key-letters-sent-help = De brief is vandaag verstuurd; zeg dan hoe.
key-letters-reminded = herinnerd
key-letters-reminded-help = De ene herinnering is vandaag verstuurd; zeg dan hoe.
key-letters-nothing-came = niets
key-letters-nothing-came-help = Er kwam niets, en de laatste dag is voorbij.
key-letters-declines = liever niet
key-letters-declines-help = De deelnemer antwoordt liever niet op de brief.
key-letters-quotes = aanhalen
key-letters-quotes-help = Wat de deelnemer over de eigen woorden zegt: of aanhalen mag.
key-letters-takes-no-part = niet mee
key-letters-takes-no-part-help = De deelnemer doet niet meer mee: er gaat niets meer heen.
key-letters-changed = gewijzigd
key-letters-changed-help = De uitspraak is gewijzigd om deze opmerking.
key-letters-kept = gelaten
key-letters-kept-help = Het blijft zoals het was; schrijf dan waarom.
key-letters-withdrawn = weglaten
key-letters-withdrawn-help = Waar deze opmerking over gaat, wordt overal weggelaten.
key-letters-statements = membercheck
key-letters-statements-help = Naar de membercheck.
key-letters-down = omlaag
key-letters-down-help = De regel eronder.
key-letters-up = omhoog
key-letters-up-help = De regel erboven.
key-letters-page-down = omlaag
key-letters-page-down-help = Een bladzijde omlaag.
key-letters-page-up = omhoog
key-letters-page-up-help = Een bladzijde omhoog.
key-letters-top = begin
key-letters-top-help = De eerste regel.
key-letters-bottom = eind
key-letters-bottom-help = De laatste regel.
key-letters-undo = ongedaan
key-letters-undo-help = Neem terug wat je op dit scherm het laatst deed.
key-letters-redo = opnieuw
key-letters-redo-help = Doe opnieuw wat je terugnam.
key-sending-by-post = post
key-sending-by-post-help = De brief ging per post.
key-sending-by-mail = e-mail
key-sending-by-mail-help = De brief ging per e-mail.
key-sending-by-hand = persoonlijk
key-sending-by-hand-help = De brief is persoonlijk gegeven.
key-sending-read-aloud = voorgelezen
key-sending-read-aloud-help = De brief is voorgelezen.
key-sending-not-sent = niet
key-sending-not-sent-help = De brief ging niet; er wordt niets vastgelegd.
key-quoting-may-quote = mag
key-quoting-may-quote-help = Ja, de eigen woorden mogen worden gebruikt.
key-quoting-may-quote-if-seen = eerst zien
key-quoting-may-quote-if-seen-help = Alleen als de deelnemer ze eerst ziet; tot dan is dat geen ja.
key-quoting-may-not-quote = nee
key-quoting-may-not-quote-help = Nee, de eigen woorden mogen niet worden gebruikt.
key-quoting-not-about-quotes = terug
key-quoting-not-about-quotes-help = Daar zei de deelnemer niets over; er wordt niets vastgelegd.
key-letter-line-keep = bewaren
key-letter-line-keep-help = Bewaar de regel.
key-letter-line-put-aside = opzij
key-letter-line-put-aside-help = Leg de regel opzij; ongedaan maken haalt hem terug.
label-telephone = telefoon
label-on-paper = op papier
label-in-person = mondeling
label-reflection = { $says ->
    [fits] nog zo
    [partly] voor een deel
    [does-not-fit] nu anders
   *[rather-not] liever niet
}
letters-title = Brieven van { $participant }, { $round }
letters-taken = antwoord { $how }
letters-no-statement = er is nog geen uitspraak geschreven, en dus geen brief
letters-no-letter = de uitspraken staan er, de brief is er nog niet
letters-before = VOORDAT DE BRIEF GAAT
letters-letters = BRIEVEN
letters-beside = BIJ GEEN ENKELE UITSPRAAK
letters-earlier = OP EEN EERDERE BRIEF
letters-on-no-letter = OP EEN BRIEF DIE HIER NIET BEKEND IS
letters-open = { $count ->
    [0] alles gevraagd
   *[other] { $count } niet gevraagd
}
letters-as-it-went = BRIEF { $version }, ZOALS HIJ IS GESCHREVEN
letters-list = { $answered } van { $count } gevraagd; Enter toont ze
letters-yes = { $yes } van { $of } klopt
letters-yes-reflection = { $yes } van { $of } nog zo gezien
letters-how-sent = Hoe ging de brief?
letters-how-reminded = Hoe ging de herinnering?
letters-their-words = De woorden van de deelnemer
letters-may-we-quote = Mogen de eigen woorden worden aangehaald?
letters-not-used-line = Niet gebruiken: de woorden, of alleen Enter
letters-by-whom = Wie legt dit vast? Een code zoals I1, of leeg voor niemand
letters-no-code = Dat is geen code: letters en cijfers, zoals I1
letters-nobody-named = Niemand is genoemd; er is nog niets vastgelegd
letters-why-kept = Waarom het zo blijft
letters-what-left-out = Wat daarvoor is weggelaten, of waarom er niets weg te laten is
letters-checked = Vastgelegd: { $answer }. { $key } neemt het terug
letters-done = Vastgelegd: { $what }. { $key } neemt het terug
went-along = Mee weggelaten: { $statements }. Er staan woorden in van wat is weggelaten, of het steunt erop. Schrijf opnieuw wat wel gezegd mag worden
went-not = Dezelfde woorden staan nog in { $statements }: kijk of die ook weg moeten
went-along-then = uitspraak { $number } van brief { $version }
went-along-now = uitspraak { $number } zoals die er nu zou staan
went-along-nowhere = een uitspraak die in geen brief staat
letters-words-gone = Die woorden mogen niet worden gebruikt en worden niet getoond
still-used-again = { $why }. Laat het eerst weg; met { $again } gaat het toch door
letters-done-and = { $done }. { $days }
letters-not-asked = Niet gevraagd vóór de brief: { $items }
letters-not-asked-again = { $why }. Toch versturen: { $again }
letters-out-of-date = Brief { $version } is verouderd: er is daarna iets veranderd. { $check } is de membercheck, { $write } schrijft hem daar opnieuw
letters-later-version = Brief { $version } is niet de laatste: kies brief { $last }
letters-nothing-changed = De uitspraak staat er nog zoals in de brief: wijzig haar eerst in de membercheck ({ $check })
letters-leave-out-again = { $again }: uitspraak { $number } overal weg{ $notes ->
    [0] {""}
    [one] {", "}met 1 notitie waar die op steunt
   *[other] {", "}met { $notes } notities waar die op steunt
}. Alleen de deelnemer kan dat terugdraaien
letters-leave-out-along = { $goes }. Ook weg: { $statements }
letters-quotes-kept = Vastgelegd: { $what }. Vanaf nu geen eigen woorden in { $letters ->
    [yes] verslagen; in de eigen brief mochten ze staan
   *[other] brieven en verslagen
}
letters-yes-lifts-nothing = Vastgelegd. Het nee van eerder blijft tot het wordt veranderd: hearback consent
letters-no-stays = De opmerking is teruggenomen; het nee tegen eigen woorden blijft, alleen de deelnemer verandert dat: hearback consent
letters-left-out = Vanaf nu overal weggelaten. Alleen de deelnemer kan dat terugdraaien; een vergissing neemt { $key } terug
letters-nothing-came = Vastgelegd dat er op brief { $version } niets kwam. Wat nog komt, komt erbij; { $key } neemt het terug
letters-how = Wat terugkomt, wordt zo vastgelegd: { $how }
letters-not-asked-here = Dat antwoord hoort op een regel van wat er vóór een brief wordt gevraagd
letters-no-statement-here = Kies een uitspraak: die toets is een antwoord erop
letters-no-remark-here = Dat hoort op een opmerking: kies er een
letters-version-keys = { $sent } legt vast dat de brief ging, { $reminded } dat er is herinnerd
letters-answer-first = Eerst het antwoord met zijn toets, dan de woorden
letters-takes-no-part-again = De deelnemer doet niet meer mee, en er gaat niets meer heen: { $again }
plain-letters-prompt = brieven
plain-letters-statement = uitspraak { $number }: { $words }
plain-letters-keys = Een nummer en Enter gaat naar een regel. Op een uitspraak zegt { $fits } klopt, { $partly } klopt voor een deel, { $not } klopt niet, { $rather } zegt het liever niet. { $yes } en { $no } beantwoorden wat er vóór een brief wordt gevraagd, { $sent } zegt dat de brief ging.

## Een brief als PDF

no-letter-signs = in de brief staan tekens waarvoor het lettertype van een { $form }-brief geen vorm heeft, en wie hem leest zou lege hokjes zien: { $signs }. Druk de HTML af of open de DOCX: die tonen ze in de lettertypen van deze computer
write-letter-no-pdf = deze hearback is gebouwd zonder PDF. `make install` bouwt er een met PDF; of druk de HTML af, of bewaar de DOCX in Word of LibreOffice als PDF
letter-beside = HTML en DOCX (Word)
letter-beside-pdf = HTML, DOCX (Word) en PDF
letter-beside-no-pdf = HTML en DOCX (Word), niet als PDF, omdat het lettertype daarvan geen vorm heeft voor { $signs }

## Gewone taal: wat een uitspraak moeilijk maakt of verraadt van wie die is, en wat je kunt proberen

hint-what = { $cause ->
    [long-sentence] een zin van { $count } woorden
    [long-word] een lang woord: { $count } lettergrepen
    [passive] er staat niet wie het doet
    [noun-for-verb] een naamwoord waar een werkwoord kan
    [double-negation] twee keer nee in één zin
    [study-word] staat op de woordenlijst van het onderzoek
    [clinical-word] vaktaal
    [formal-word] kantoortaal
    [name] misschien een naam
    [organisation] een instelling of bedrijf
    [place] een plaats
    [date] een datum
    [age] een leeftijd
    [number] een lang nummer
    [mail] een mailadres
    [postcode] een postcode
    [street] een adres
    [third-person] dit spreekt de lezer niet aan
    [participant] dit gaat over de lezer, niet tegen de lezer
    [first-person] dit spreekt de lezer niet aan
    [no-person] er staat niet wie
    [informal] je en jij, terwijl de brief u zegt
   *[other] lees dit nog eens over
}
hint-try = { $cause ->
    [long-sentence] maak er twee zinnen van
    [long-word] neem een korter woord, of twee korte
    [passive] zeg wie het doet: “uw therapeut hielp u”
    [noun-for-verb] gebruik het werkwoord: “u oefende elke dag”
    [double-negation] zeg het zonder ontkenning
    [study-word] zeg het zoals de deelnemer het zou zeggen
    [clinical-word] zeg het zoals de deelnemer het zou zeggen
    [formal-word] laat het weg, of zeg het zoals je het hardop zou zeggen
    [name] zeg wie het voor hen is: “uw man”, “uw huisarts”
    [organisation] zeg wat het is: “het ziekenhuis”, “uw werk”
    [place] laat het weg, of schrijf “waar u woont”
    [date] zeg ongeveer wanneer: “vorig voorjaar”, “jaren geleden”
    [age] laat het weg
    [number] haal het weg
    [mail] haal het weg
    [postcode] haal het weg
    [street] haal het weg
    [third-person] schrijf “u” en “uw”
    [participant] schrijf “u”
    [first-person] schrijf “u”; wat ze zelf zeiden, kan er als citaat onder
    [no-person] begin met “U”
    [informal] schrijf “u” en “uw”
   *[other] lees het hardop
}
hint-try-end = zet een punt voor “{ $words }” en begin opnieuw
hint-try-word = schrijf “{ $plain }”
hint-figure = { $formula } { $value }, { $hardness ->
    [easy] makkelijk te lezen
    [plain] gewone taal
    [hard] moeilijk te lezen
   *[other] heel moeilijk te lezen
}
hint-count = { $count ->
    [0] er valt niets op
    [one] { $count } punt om over na te denken
   *[other] { $count } punten om over na te denken
}
hint-row = { $figure } · { $count }
hint-row-no-figure = Gewone taal: { $count }
hint-little = Dat gaat over { $words } woorden: bij zo weinig tekst zeggen de cijfers weinig.
hint-too-little = Te weinig tekst voor een cijfer ({ $words } woorden, { $sentences ->
    [one] { $sentences } zin
   *[other] { $sentences } zinnen
}).
hint-no-formula = Voor teksten in deze taal is geen cijfer bekend.
hint-check-title = { $participant }, { $round }: { $statements ->
    [one] { $statements } uitspraak
   *[other] { $statements } uitspraken
}, { $count }
hint-check-statement = uitspraak { $number }
hint-check-quote = hun eigen woorden onder uitspraak { $number }
hint-check-try = probeer: { $advice }
hint-check-letter = De hele brief: { $figures }.
hint-check-no-letter = De hele brief is niet bekeken: { $why }
hint-check-hints = Dit zijn tips: er wordt niets om geweigerd, en geen cijfer weet of iemand het begrijpt. Lees het hardop voor.
hint-check-nothing = Er is nog geen uitspraak om te bekijken. Schrijf er een bij de membercheck: { $command }

## Het spoor: waar elke uitspraak op steunt

trail-title = Alleen voor het onderzoeksteam: waar elke uitspraak op steunt
trail-of = { $whom }, sessie { $session }. Dit is niet voor deelnemers.
trail-no-letter = Er is nog geen brief geschreven.
trail-letter-not-known = brief { $version }: { $day } { $time }; welke uitspraken erin stonden is niet bekend
trail-letter = brief { $version }: { $day } { $time }, { $statements }
trail-number = { $number ->
    [0] Staat nu in geen brief.
   *[other] Nummer { $number } in de brief zoals die nu zou zijn.
}
trail-statement = Uitspraak { $id } van de sessie, onder “{ $topic }”{ $dated ->
    [no] .
   *[other] , in deze woorden sinds { $since }.
}
trail-in-letters = { $count ->
    [0] Nog in geen brief.
    [one] In brief { $letters }.
   *[other] In brieven { $letters }.
}
trail-rests-on-nothing = Steunt op geen enkele notitie.
trail-rests-on = Steunt op:
trail-note = { $at } { $kind }, notitie { $note }: { $words }
trail-quoted = (hun eigen woorden staan eronder)
trail-note-before = eerst: { $at } { $kind }: { $words }
trail-before = Eerder stond er:
trail-version = { $since }: “{ $words }”, { $count ->
    [0] zonder notitie
    [one] bij notitie { $notes }
   *[other] bij notities { $notes }
}.
trail-versions-not-shown = { $count ->
    [one] { $count } eerdere versie steunde op een notitie die niet gebruikt mag worden, geschrapt is of nu privé is, en staat hier niet.
   *[other] { $count } eerdere versies steunden op notities die niet gebruikt mogen worden, geschrapt zijn of nu privé zijn, en staan hier niet.
}
trail-not-shown = { $count ->
    [one] { $count } uitspraak mag niet gebruikt worden, en staat hier niet.
   *[other] { $count } uitspraken mogen niet gebruikt worden, en staan hier niet.
}
trail-notes-gone = { $count ->
    [one] { $count } uitspraak staat hier niet, omdat een notitie waar die op steunt geschrapt is of nu privé is.
   *[other] { $count } uitspraken staan hier niet, omdat een notitie waar die op steunen geschrapt is of nu privé is.
}
write-trail-lies = Het spoor staat in { $file }. Het is alleen voor het team.
replay-no-note = Er is geen notitie { $note } om naar te luisteren.

## Naar de uitspraken kijken: gewone taal, en waar een uitspraak op steunt

look-words = Gewone taal · { $count }
look-words-none = Er staat nog geen uitspraak in de brief.
look-words-nothing = Er valt niets op. Lees het toch eens hardop voor.
look-words-hints = Dit zijn tips: er wordt niets om geweigerd.
look-remark = “{ $words }”: { $what }
look-row = { $words } · { $key } toont ze
look-trail = { $statement ->
    [0] Waar deze uitspraak op steunt
   *[other] Waar uitspraak { $statement } op steunt
}
plain-look-words = { $choose } gaat naar de uitspraak, { $close } gaat terug.
plain-look-trail = { $hear } speelt de notitie af, { $close } gaat terug.
look-trail-more = Voor het team: { $command } toont ook eerdere woorden en brieven.
key-looking-choose = erheen
key-looking-choose-help = Ga naar de uitspraak waar het om gaat.
key-looking-hear = luister
key-looking-hear-help = Luister naar het moment van deze notitie, of stop.
key-looking-close = terug
key-looking-close-help = Sluit dit.
key-looking-down = volgende
key-looking-down-help = Ga naar de volgende regel.
key-looking-up = vorige
key-looking-up-help = Ga naar de vorige regel.
key-statements-words = gewone taal
key-statements-words-help = Bekijk hoe gewoon de taal van de uitspraken is, en wat verraadt van wie ze zijn.
key-statements-trail = spoor
key-statements-trail-help = Bekijk waar deze uitspraak op steunt, en luister ernaar.

## The figures of a study

analysis = { $is ->
    [thematic] thematische analyse
    [codebook] analyse met een codeboek
    [framework] framework-analyse
    [content] inhoudsanalyse
    [grounded-theory] grounded theory
    [reflexive] reflexieve thematische analyse
    [phenomenological] fenomenologische analyse
   *[narrative] narratieve analyse
}
study-analysis-words = schrijf een van deze: { $words }
figures-no-title = Een studie zonder titel
figures-counted = { $count ->
    [0] Er is nog geen sessie tot het eind gehouden, dus er valt niets te tellen.
    [one] Eén sessie is tot het eind gehouden. Alle cijfers gaan over die ene.
   *[other] { $count } sessies zijn tot het eind gehouden. Alle cijfers gaan over deze.
}
figures-not-counted = { $count ->
    [one] Niet meegeteld, want { $why }: { $names }.
   *[other] Niet meegeteld, { $count } want { $why }: { $names }.
}
figures-notes-destroyed = { $count ->
    [one] Telt mee als gehouden, en in geen cijfer over vragen, wat te veel werd, codes en brieven, omdat de notities ervan vernietigd zijn: { $names }.
   *[other] Tellen mee als gehouden, en in geen cijfer over vragen, wat te veel werd, codes en brieven, { $count } omdat hun notities vernietigd zijn: { $names }.
}
figures-recruitment = Hoe ze zijn gevonden
figures-of-group = { $group }: { $what }
figures-sampling = Wie het onderzoek wilde horen
figures-missing = Ontbreekt: { $what }
figures-not-counted-why = { $why ->
    [planned] gepland en niet begonnen
    [under-way] nog bezig
    [interrupted] afgebroken en niet beëindigd (`hearback recover`)
    [withdrawn] ingetrokken door de deelnemer
    [destroyed] vernietigd
    [not-understood] door een nieuwere hearback veranderd in wat zij niet willen
   *[unreadable] onleesbaar
}
figures-destroyed-because = vernietigd, met als reden “{ $reason }”
figures-and-more = { $names } en nog { $count }
figures-unread = { $count ->
    [one] één sessie is niet te lezen en zit in geen enkel cijfer: { $sessions }
   *[other] { $count } sessies zijn niet te lezen en zitten in geen enkel cijfer: { $sessions }
}
figures-column = { $column ->
    [title] gesprek
    [guide] topiclijst
    [round] ronde
    [n] n
    [people] mensen
    [mean-range] gem. (bereik)
    [total] totaal
    [attribute] bekend van hen
    [value] welke
    [n-percent] n (%)
    [interviewer] wie
    [led] geleid
    [assisted] geholpen
    [observed] geobserveerd
    [what] wat
    [group] met
    [item] punt
    [asked] gevraagd
    [yes] ja
    [no] nee
    [no-answer] geen antwoord
    [times] keer
    [sessions] sessies
    [outcome] wat ervan kwam
    [question] vraag
    [volunteered] zelf
    [partly] deels
    [come-back] terug
    [skipped] overgeslagen
    [not-yet] geen merk
    [topic] onderwerp
    [planned] gepland
    [version] versie
    [since] sinds
    [change] wat er veranderde, en waarom
    [coded] gecodeerd
    [held] gehouden
    [participant] met
    [coded-on] eerst gecodeerd op
    [codes] codes
    [new] nieuw
    [total-codes] in totaal
    [power] wat telt
   *[asks] wat je opschrijft
}
figures-group = { $group ->
    [patients] patiënten
    [professionals] professionals
    [others] anderen
   *[unsaid] deelnemers
}
figures-interviews = Gesprekken
figures-lengths = In minuten, zonder wat buiten de opname bleef. Gemiddelden komen van precieze lengtes en zijn afgerond, de helft naar boven.
figures-by-clock = { $count ->
    [one] Van één is niets opgenomen: daar telde de klok.
   *[other] Van { $count } is niets opgenomen: daar telde de klok.
}
figures-partly-recorded = { $count ->
    [one] Van één is een deel niet opgenomen: daar telde de klok.
   *[other] Van { $count } is een deel niet opgenomen: daar telde de klok.
}
figures-people = { $count ->
    [one] In totaal deed één persoon mee; iedereen telt hier één keer.
   *[other] In totaal deden { $count } personen mee; iedereen telt hier één keer.
}
figures-people-again = { $count ->
    [one] Eén persoon is meer dan één keer geïnterviewd.
   *[other] { $count } personen zijn meer dan één keer geïnterviewd.
}
figures-between = Gehouden van { $from } tot en met { $to }.
figures-sample = { $audience ->
    [group] Wie meededen in groepen: { $who } (n = { $count })
    [pair] Wie met z’n tweeën geïnterviewd zijn: { $who } (n = { $count })
   *[individual] Wie geïnterviewd zijn: { $who } (n = { $count })
}
figures-n-percent = { $n } ({ $percent })
figures-mean-range = gemiddelde (bereik)
figures-spread = { $mean } ({ $min }–{ $max })
figures-recorded = vastgelegd
figures-somebody = iemand op de deelnemerslijst
figures-not-recorded = niet vastgelegd
figures-nothing-known = In participants.yaml staat niets over hen.
figures-not-listed = { $count ->
    [one] Eén van hen staat niet in participants.yaml.
   *[other] { $count } van hen staan niet in participants.yaml.
}
figures-also-elsewhere = { $count ->
    [one] Eén van hen is ook elders geteld.
   *[other] { $count } van hen zijn ook elders geteld.
}
figures-interviewers = Wie de vragen stelden
figures-places = Waar, waarlangs, en wie er nog bij was
figures-place = { $aspect ->
    [place] plaats
    [mode] vorm
    [also-there] ook aanwezig
   *[recorded] opname
}
figures-mode = { $is ->
    [in-person] in één ruimte
    [video] via video
    [recorded] opgenomen
   *[notes-only] alleen notities
}
covers = { $covers ->
    [taking-part] meedoen
    [recording] opnemen
    [quotes] citeren
    [own-words] hun woorden in hun eigen brief
   *[summary] samenvatting
}
figures-consent = Toestemming
figures-consent-note = Geteld in personen, één keer per sessie. Geen antwoord is geen ja. Wat ze sindsdien introkken, telt als nee.
figures-incidents = Wat er misging
figures-no-incidents = Er is geen apparatuur uitgevallen en geen geluid verloren gegaan, voor zover bekend.
figures-incident = { $kind ->
    [silence] de microfoon leverde niets
    [faint] de microfoon hoorde heel weinig
    [loud] het geluid was te hard
    [muted] de microfoon stond uit
    [moved] het systeem nam een andere microfoon
    [space] de schijf was bijna vol
    [battery] de accu was bijna leeg
    [slept] de computer sliep
    [disk] de schijf weigerde iets
    [damaged] het journaal was beschadigd en is hersteld
    [gap] er ging geluid verloren, daar staat stilte
    [lost] de opname stopte
    [crash] een crash is hersteld
    [cut-short] het gesprek is van buiten beëindigd
   *[other] iets anders
}
figures-distress = { $count ->
    [one] Eén keer werd het iemand te veel.
   *[other] { $count } keer werd het iemand te veel, in { $sessions } van de sessies.
}
figures-off-record = { $count ->
    [one] Eén keer was het buiten de opname.
   *[other] { $count } keer was het buiten de opname, in { $sessions } van de sessies.
}
figures-member-checks = Membercheck
figures-none-sent = Er is geen samenvatting verstuurd.
figures-sent = { $count ->
    [one] Eén samenvatting is verstuurd, aan { $to }; { $back } kwam terug.
   *[other] { $count } samenvattingen zijn verstuurd, aan { $to }; { $back } kwamen terug.
}
figures-outcome = { $outcome ->
    [agreed] eens met alles
    [agreed-in-part] eens met een deel, over de rest niets gezegd
    [added] had nergens bezwaar tegen en vulde iets aan
    [disagreed] had ergens bezwaar tegen
    [declined] liever niet
   *[no-reply] heeft niet geantwoord
}
figures-waiting = nog geen antwoord
figures-amended = { $count ->
    [one] In één samenvatting is iets veranderd door wat zij zeiden.
   *[other] In { $count } samenvattingen is iets veranderd door wat zij zeiden.
}
figures-kind = { $guide }, { $round }
figures-kind-plain = { $guide } ({ $round ->
    [first] eerste
   *[follow-up] vervolg
})
figures-coverage = Wat er van elke vraag werd, om de topiclijst te herzien: { $kind }
figures-topics = Minuten per onderwerp, om de topiclijst te herzien: { $kind }
figures-versions = Versies van de topiclijst { $guide }: { $title }
figures-versions-texts = Veranderd zonder nieuwe versie: { $versions }.
figures-stance = Volgens study.yaml is dit { $stance }.
figures-codes = Nieuwe codes per gesprek: { $kind }
figures-codes-nowhere = Nieuwe codes per gesprek: nog geen notitie heeft een code
figures-coding-nowhere = Nieuwe codes per gesprek: in de ingelezen codering staat geen van deze
figures-still-new = Het laatst gecodeerde gesprek, nummer { $coded }, bracht nog een nieuwe code.
figures-never-new = Geen van de { $coded } gesprekken bracht een code die onder hen nieuw is.
figures-none-new-in-last = Geen nieuwe in nummer { $coded }: een reeks van één.
figures-none-new-since = Geen nieuwe van nummer { $first } tot en met nummer { $coded }: een reeks van { $run }.
figures-not-coded = { $count ->
    [one] Eén van { $of } is niet gecodeerd: niemand weet of die iets nieuws zou brengen.
   *[other] { $count } van { $of } zijn niet gecodeerd: niemand weet of die iets nieuws zouden brengen.
}
figures-coded-otherwise = Ze staan in de volgorde waarin ze gecodeerd zijn; gehouden zijn ze in een andere.
figures-codes-in-notes = Dit zijn codes in notities, gezet bij het Naluisteren. Het is niet de codering van transcripten.
figures-coding = Codes uit { $program }, geëxporteerd op { $day }, in de volgorde waarin iemand ze zette.
figures-coding-nameless = Codes uit een programma dat zich niet noemt, geëxporteerd op { $day }, in de volgorde waarin iemand ze zette.
figures-coding-undated = { $count ->
    [one] Eén code heeft in één gesprek geen datum en telt daar als laatste.
   *[other] { $count } keer heeft een code in een gesprek geen datum; die telt daar als laatste.
}
figures-kinds-not-coded = Helemaal niet gecodeerd: { $kinds }.
figures-enough = Waarom zo veel
figures-no-stance = study.yaml zegt niet hoe je analyseert. Met `analysis: codebook` (of thematic, framework, content, grounded-theory) staan hier de nieuwe codes per gesprek; met reflexive, phenomenological of narrative wat bepaalt hoeveel er genoeg zijn.
figures-no-curve = Volgens study.yaml is dit { $stance }: er is geen gesprek waarna de codes op zijn. Schrijf in plaats daarvan op waarom dit er genoeg waren.
figures-power = { $of ->
    [aim] doel
    [specificity] specificiteit
    [theory] theorie
    [dialogue] gesprek
   *[analysis] analyse
}
figures-power-asks = { $of ->
    [aim] Hoe breed is wat je wilt weten? Voor een smalle vraag zijn minder gesprekken nodig.
    [specificity] Hoe dicht staan deze deelnemers bij wat je wilt weten? Hoe dichter, hoe minder.
    [theory] Op welke theorie staat het onderzoek? Zonder theorie zijn er meer nodig.
    [dialogue] Hoe goed waren de gesprekken? Sterke gesprekken geven meer: zie de tijden en de vragen hieronder.
   *[analysis] Ga je diep op gevallen in, of leg je er veel naast elkaar? Voor het tweede zijn er meer nodig.
}
figures-power-source = Naar Malterud, Siersma en Guassora: information power (2016).
## Handing over
export-not-begun = het is klaargezet en nog niet begonnen: er is niets om over te dragen
export-not-over = het is bezig: draag het over als het voorbij is
export-cut-short = het werd afgebroken: eerst `hearback recover`
export-not-understood = ze zeiden dat iets niet gebruikt mag worden, en deze hearback kan niet lezen wat: er gaat niets uit tot een nieuwere heeft gekeken
export-beside-sound = { $session }: { $count ->
    [one] één notitie gaat
   *[other] { $count } notities gaan
} over een moment waarvan er geen geluid is: hier staan ze bij het dichtstbijzijnde moment dat is opgenomen (csv en jsonl hebben hun eigen tijd)
export-stretches-beside-sound = { $session }: { $count ->
    [one] één stuk transcript, of vraag, ligt
   *[other] { $count } stukken transcript, of vragen, liggen
} waar geen geluid is: wat de tijd van het geluid heeft, kan dat niet bevatten (csv en jsonl wel)
export-missing = { $count ->
    [one] één sessie zit er niet in, en hoort erin: { $sessions }
   *[other] { $count } sessies zitten er niet in, en horen erin: { $sessions }
}
export-takes-no-part = ze zeiden nee tegen meedoen, en niet wat er mag gebeuren met wat er is: `hearback withdraw` vraagt wat ze willen
export-unwanted = ze willen alles vernietigd hebben: er wordt niets van overgedragen
export-pseudonyms-line = regel { $line } is geen paar woorden, zoals "Anna = Marie"
export-pseudonyms-file = { $file }: { $why }
export-pseudonyms-text = { $file } is geen tekst in UTF-8
export-stopped-there = { $who } doet sinds { $day } niet meer mee: wat ervan naar buiten gaat, is wat mocht blijven
export-passed-over = { $session } wordt overgeslagen: { $why }
export-nothing = er is geen sessie waarvan iets mag worden overgedragen
export-exists = { $place } is er al, en er wordt niets overschreven: noem een nieuwe plaats
export-fault = het kon niet als { $form } worden geschreven, en dat is een fout van dit programma
export-same-name = twee sessies zouden { $name } heten: geef wat in hun namen staat verschillende woorden in de lijst met pseudoniemen
export-changed = { $session } is intussen veranderd: geef dezelfde opdracht opnieuw
export-wav-without-sound = het heeft geen geluid dat eruit mag
export-without-sound = { $session } gaat zonder zijn geluid: { $why ->
    [unwanted] ze willen niet dat het wordt gebruikt
    [lost-voice] iemand doet niet meer mee, en is erin te horen
   *[none] dat is er niet
}
export-too-large = { $file } is groter dan een .qdpx mag bevatten (2 GiB): de tekst zit erin en het geluid niet; exporteer ook wav
export-no-room = { $place } kost { $needed } MB, en daar is { $free } MB vrij: maak ruimte, of noem een plaats op een andere schijf
export-other-part = { $place } ligt daar en hoort bij een andere export: kijk ernaar, en wis het dan of noem een andere plaats
export-how-far = { $percent } % ({ $done } van { $whole } MB); Ctrl-C stopt het
export-stopped = gestopt: wat heel is ligt in { $place }. Geef dezelfde opdracht opnieuw om verder te gaan, of wis die map
export-stopped-nothing = gestopt: er is niets overgedragen
export-goes-on = Wat heel is ligt in { $place }. Geef dezelfde opdracht opnieuw om verder te gaan, of wis die map
export-not-noted = { $session }: het journaal kon niet horen wat er van deze export werd: { $why }
export-made = { $count ->
    [one] Eén sessie
   *[other] { $count } sessies
} als { $form }: { $place }
export-taken-up = { $count ->
    [one] Eén bestand met geluid was
   *[other] { $count } bestanden met geluid waren
} nog heel van de vorige keer.
export-own-stays = { $count ->
    [one] één notitie
   *[other] { $count } notities
} van jezelf bleef hier; wat genoemd wordt gaat mee: --private observation,follow-up,memo,reason,page
export-attributes-stay = niet overgedragen, omdat het zegt wie bij wie hoort: { $names }
export-next = Het staat in de journalen. Wat ze later weggelaten willen hebben, wordt daar genoemd als iets wat erin zit.
could-not-write-export = kan niet schrijven wat wordt overgedragen
## De pagina voor de toetsingscommissie en de IT-afdeling

safe-title = Waar de interviews zijn, en hoe ze veilig worden bewaard
safe-about = Onderzoek: { $study }. Gekeken op { $day }.
safe-legend = “Gezien” is op die dag op deze computer bekeken. “Ingebouwd” is hoe het programma is gemaakt; de eigen tests houden dat vast. “Niet vastgesteld” was van hieruit niet te zien: vraag wie deze computer heeft ingericht.
safe-known = { $how ->
    [seen] gezien
    [built-in] ingebouwd
   *[not-determined] niet vastgesteld
}
safe-where = Waar de gegevens liggen
safe-others = Wie erbij zou kunnen
safe-loss = Hoe verlies wordt voorkomen
safe-term = Hoe lang ze worden bewaard
safe-consent = Waarmee deelnemers instemmen
safe-program = Het programma
safe-sessions = { $count ->
    [one] één sessie
   *[other] { $count } sessies
}{ $unread ->
    [0] {""}
   *[other] , waarvan { $unread } niet te lezen
}
safe-of-folder = de map van het onderzoek
safe-folder = { $folder }: { $sessions }. Geluid, notities en brieven liggen daar en nergens anders, tenzij iemand ze exporteert of kopieert.
safe-of-disk = de schijf
safe-disk-here = een schijf van deze computer ({ $kind })
safe-disk-elsewhere = op een andere computer, die haar deelt ({ $kind }): hoe ze daar wordt bewaard, moet de beheerder daarvan zeggen
safe-disk-unknown = of het een schijf van deze computer is of een gedeelde, zegt het systeem niet
safe-of-encryption = versleuteling van die schijf
safe-encrypted = versleuteld door deze computer
safe-not-encrypted = tussen de map en de schijf is niets gezien dat versleutelt; een schijf die dat zelf doet, zegt het niet
safe-encryption-unknown = het systeem zegt niet of ze versleuteld is
safe-of-cloud = kopieën naar de cloud
safe-synced = zo te zien aan de mappen eromheen kopieert { $service } haar naar elders
safe-not-synced = in de mappen eromheen is niets gezien dat haar naar elders kopieert
safe-of-cache = het zoekregister
safe-cache = { $folder }, met woorden uit notities: { $encryption }
safe-of-config = instellingen van deze gebruiker
safe-config = { $folder } bevat de code en het profiel van de interviewer, en niets van een deelnemer
safe-of-backups = reservekopieën
safe-backups = het programma maakt er geen; of iemand anders dat doet, en hoe lang die worden bewaard, kan het niet weten
safe-of-modes = andere gebruikers van deze computer
safe-modes = { $open ->
    [0] geen van de { $files } bestanden en mappen van het onderzoek is door een andere gebruiker te openen
   *[other] { $open } van de { $files } bestanden en mappen van het onderzoek zijn door andere gebruikers te openen
}
safe-modes-unknown = wie de bestanden kan openen, zegt het systeem niet
safe-of-swap = geheugen opzij op een schijf (swap)
safe-swap-none = dat is er niet
safe-swap-one = { $path }: { $onto ->
    [memory] blijft in het geheugen
    [yes] versleuteld
    [no] niet versleuteld
   *[unknown] of het versleuteld is, wordt niet gezegd
}
safe-swap-unknown = het systeem zegt niet of dat er is
safe-of-hibernation = geheugen in de slaapstand
safe-hibernation-never = het wordt niet op een schijf gezet: het systeem biedt dat niet, of heeft er geen plaats voor
safe-hibernation-onto = het kan op een schijf worden gezet { $encrypted ->
    [yes] die versleuteld is
    [no] die niet versleuteld is
   *[unknown] waarvan niet wordt gezegd of ze versleuteld is
}
safe-hibernation-unknown = het systeem zegt niet of het op een schijf wordt gezet
safe-of-image = geheugen na vastlopen
safe-image = { $kept ->
    [no] het systeem is gezegd er geen afdruk van te bewaren
    [perhaps] het systeem wilde niet toezeggen er geen afdruk van te bewaren
   *[unknown] dit systeem zegt niet of er een afdruk van wordt bewaard
}
safe-of-codes = codes in plaats van namen
safe-codes = { $names ->
    [0] { $count ->
        [0] er is nog geen deelnemer
        [one] de ene code van een deelnemer lijkt niet op een naam
       *[other] geen van de { $count } codes van deelnemers lijkt op een naam
    }
   *[other] { $names } van de { $count } codes van deelnemers lijken op een naam
}
safe-of-key-list = de lijst van wie wie is
safe-key-list = het programma heeft er geen en vraagt er geen; waar die wordt bewaard, moet het team zeggen
safe-of-sound = geluid
safe-sound = wordt tijdens het opnemen weggeschreven en staat ongeveer elke seconde op de schijf; een crash kost wat daarna kwam, en het bestand is op elk moment af te spelen. Verloren geluid wordt geteld, vervangen door even lange stilte, en getoond.
safe-of-notes = notities
safe-notes = elke notitie staat op de schijf voordat het scherm “bewaard” zegt; elke regel van het journaal draagt de controlesom van alles ervoor, en niets wordt overschreven
safe-of-disk-tried = de schijf, zojuist beproefd
safe-disk-tried = maakt, synchroniseert, vervangt en vergrendelt bestanden zoals een interview dat nodig heeft
safe-disk-weak = werkt, maar: { $what }
safe-disk-refused = kon niet worden beproefd: { $why }
safe-of-takes = opnamen
safe-takes = { $all ->
    [0] er is nog niets opgenomen
    [one] { $wrong ->
        [0] de ene opname is, naar lengte en vorm, wat er is opgenomen
       *[other] de ene opname is niet wat er is opgenomen, of er is een bestand dat geen journaal kent: “hearback verify”
    }
   *[other] { $wrong ->
        [0] alle { $all } opnamen zijn, naar lengte en vorm, wat er is opgenomen
       *[other] van { $all } opnamen zijn er { $wrong } niet wat er is opgenomen, of bestanden die geen journaal kent: “hearback verify”
    }
}{ $destroyed ->
    [0] {""}
   *[other] ; { $destroyed } daarvan met opzet vernietigd
}
safe-of-awake = in slaap vallen tijdens een interview
safe-awake = { $stays ->
    [yes] het systeem zegt toe wakker te blijven zolang een interview open is
   *[no] het systeem laat programma’s dat niet vragen: de slaapstand wordt met de hand uitgezet
}
safe-of-retention = termijnen
safe-retention = zoals study.yaml zegt: { $words }
safe-retention-unsaid = study.yaml zegt niet hoe lang wat wordt bewaard (“retention”)
safe-term-of = { $what ->
    [sound] geluid
    [transcript] transcript
    [notes] notities
    [consent] toestemming
    [key_list] de lijst van wie wie is
   *[other] alles
} { $long }{ $from ->
    [interview] {" "}na het interview
    [study] {" "}na het einde van het onderzoek
   *[unsaid] {""}
}
safe-term-long = { $count } { $unit ->
    [days] { $count ->
        [one] dag
       *[other] dagen
    }
    [weeks] { $count ->
        [one] week
       *[other] weken
    }
    [months] { $count ->
        [one] maand
       *[other] maanden
    }
   *[years] jaar
}
safe-of-withdrawal = iets terugnemen
safe-withdrawal = op elk moment, tijdens het interview en erna; study.yaml noemt geen laatste dag om te schrappen wat is verteld
safe-withdrawal-days = op elk moment, tijdens het interview en erna; wat is verteld kan worden geschrapt tot { $days } dagen nadat de brief is verstuurd
safe-of-destroying = vernietigen
safe-destroying = met een opdracht die eerst vraagt en in receipts/ een bewijs zonder inhoud achterlaat. Op flashgeheugen, in momentopnamen en in reservekopieën kunnen oude bytes langer bestaan: daar helpt alleen versleuteling, of het vernietigen van de schijf
safe-of-letter = informatiebrief
safe-letter = versie { $version }{ $dated ->
    [yes] {" "}van { $date }
   *[no] {""}
}, genoemd in study.yaml en bij de toestemming van elke sessie bewaard
safe-letter-unsaid = study.yaml noemt er geen (“information_letter”)
safe-of-items = gevraagd voor het interview
safe-guide = { $items } (in { $guides })
safe-no-guide = er is geen topiclijst die te gebruiken is
safe-of-rules = wat een antwoord betekent
safe-rules = een antwoord dat niet is gegeven, is een nee. Zonder ja op meedoen geen interview; zonder ja op opnemen wordt niets opgenomen en wordt de microfoon losgelaten; na een nee op de samenvatting komt er geen brief; na een nee op citeren geen citaat. Alleen de deelnemer heft een nee op
safe-of-digest = versie, en SHA-256 van het programmabestand
safe-digest = { $version }, { $digest }
safe-digest-unknown = { $version }; het eigen bestand van het programma was niet te lezen
safe-of-sockets = verbindingen
safe-sockets = { $network ->
    [0] geen van de { $files } bestanden die het programma open had, is een verbinding met een netwerk
   *[other] { $network } van de { $files } bestanden die het programma open had, zijn verbindingen met een netwerk
}
safe-sockets-unknown = dit systeem zegt niet welke verbindingen het programma open had
safe-of-network = netwerk
safe-network = het programma maakt geen verbinding: geen account, geen meldingen, geen updates. Van wat op deze computer draait, vraagt het de geluidsserver, en een spraakherkenner als study.yaml er een noemt
safe-lies = De pagina ligt in { $file }.
could-not-write-report = de pagina kon niet worden geschreven

## Citaten voor een artikel

quotes-head = { $who }  { $round }  { $at }  { $session }, citaat { $quote } uit notitie { $note }
quotes-words = “{ $words }”
quotes-translated = in het { $language }: “{ $words }” ({ $by })
quotes-read = nagelezen door { $by } op { $day }
quotes-only-one = van wie is geïnterviewd, heeft alleen { $who } { $attribute } “{ $value }”: naast een tabel van de steekproef verraadt dat van wie deze woorden zijn
quotes-both-sides = wie aan de andere kant zat in de therapie van { $who }, wordt ook geciteerd: naast elkaar verraden ze elkaar
quotes-tells = { $what }: “{ $words }”
quotes-no-reader = nog door niemand anders nagelezen
quotes-none = Nog geen citaat gekozen: `hearback quotes add SESSION 12` legt de woorden van een citaatnotitie op de plank.
quotes-none-printed = { $count ->
    [one] Het enige citaat op de plank mag niet worden afgedrukt.
   *[other] Van de { $count } citaten op de plank mag er geen worden afgedrukt.
}
quotes-none-here = Van { $session } ligt geen citaat op de plank.
quotes-times = Hoe vaak ieder wordt geciteerd: { $each }
quotes-never = Mag geciteerd worden en is het niet: { $each }
quotes-kept-off = Niet afgedrukt: { $session }, citaat { $quote }: { $why ->
    [refused] ze zeiden nee op citeren, of gaven geen antwoord
    [not-asked] hun is niet gevraagd of ze geciteerd mogen worden
    [takes-no-part] ze doen niet meer mee
    [nobodys] er is niet gezegd van wie de woorden zijn
    [changed] de notitie zegt inmiddels iets anders; knip het opnieuw
    [not-understood] de sessie heeft een regel die niemand hier begrijpt
   *[no-quote] de notitie is geen citaat dat gebruikt mag worden
}
quotes-lies = { $session }, citaat { $quote } uit notitie { $note }: { $words }
quotes-some-kept-off = { $count ->
    [one] één citaat op de plank mag niet worden afgedrukt
   *[other] { $count } citaten op de plank mogen niet worden afgedrukt
}: `hearback quotes` zegt waarom
quotes-by-whom = zeg wie het is: `--by CODE`, of `--interviewer CODE`
quotes-unread = { $count ->
    [one] { $session } is niet te lezen, dus wat eruit is geciteerd is niet bekend
   *[other] { $session } en andere, { $count } in totaal, zijn niet te lezen, dus wat eruit is geciteerd is niet bekend
}
refusal-quotes-not-asked = hun is niet gevraagd of hun woorden in verslagen mogen, en geen antwoord is een nee: `hearback consent` schrijft op wat ze zeggen
refusal-quote-of-nobody = er is niet gezegd van wie de woorden zijn, dus niemand heeft er ja op gezegd
refusal-not-a-quote = dat is geen citaatnotitie die gebruikt mag worden: alleen hun eigen woorden worden geciteerd
refusal-no-note = er is geen notitie { $note }: `hearback show SESSION --json` geeft de nummers
refusal-lies-already = deze woorden eruit liggen al op de plank, als citaat { $quote }
refusal-not-quoted-any-more = de deelnemer doet niet meer mee: er wordt geen woord van geciteerd, tenzij de deelnemer dat zelf verandert (`hearback consent`)
refusal-not-understood = de sessie heeft een regel die niemand hier begrijpt en die nee kan zeggen: een nieuwere hearback leest hem
refusal-no-such-quote = zo’n citaat ligt van deze sessie niet op de plank, of het mag niet worden afgedrukt: `hearback quotes` somt ze op
refusal-nothing-quoted = buiten de haakjes staat geen woord van hen
refusal-not-their-words = de notitie zegt daar niet “{ $words }”: geef wat je wegliet aan met […] en zet wat je toevoegde tussen [haakjes]
refusal-open-bracket = een haakje is niet gesloten: […] staat voor wat je wegliet, [woorden] voor wat je toevoegde
refusal-own-translation = wie het vertaalde, leest het niet zelf na: laat iemand anders het lezen

## Het logboek van besluiten

decision-kind = { $kind ->
    [meeting] overleg
    [deviation] afwijking
    [guide] topiclijst
    [sampling] steekproef
    [coding] coderen
   *[other] overig
}
decision-of-guide = { $guide } v{ $version }: { $what }
decision-no-change = { $guide } bekeken: geen wijziging
decision-change = { $guide } bekeken: { $what }
decision-why = waarom: { $why }
decision-by = door: { $by }
decision-from-guide = in het wijzigingslog van { $guide }
decision-from-session = gezegd in { $session }
decision-none = Er is nog niets besloten: `hearback log "wat is besloten" --kind meeting --by AB,CD` schrijft het op.
decision-none-such = Daarover is niets besloten; zonder --kind en --about laat `hearback log` alles zien.
decision-write-day = schrijf de dag: `on: 2026-11-28`
decision-write-what = schrijf wat is besloten
decision-file-head = # Wat het team besloot, wanneer, door wie en waarom. Codes, nooit namen. `hearback log` vult het achteraan aan.
decision-file-wrong = { $file } is vanaf regel { $line } niet zoals het hoort: wat daar staat, ontbreekt in de lijst
decision-unread = { $count ->
    [one] { $session } is niet te lezen, dus wat daarin is besloten, is niet bekend
   *[other] { $session } en andere, { $count } in totaal, zijn niet te lezen, dus wat daarin is besloten, is niet bekend
}
decision-no-place = { $file } is zo geschreven dat er niets achter te zetten is: voeg het besluit met de hand toe
decision-name = “{ $who }” lijkt op een naam: schrijf een code of een rol
decision-written = in { $file } gezet: { $day }, { $what }
could-not-log-decision = het besluit kon niet worden opgeschreven

## Het verslag over hoe het onderzoek is gedaan

checklist-write-title = zeg hoe de checklist heet, zoals `title: RTARG`
checklist-write-items = schrijf `items:` en daaronder `- item: 1` met `asks:`
checklist-write-item = geef het punt een nummer, zoals `item: 1`
checklist-write-asks = zeg kort wat er gevraagd wordt, zoals `asks: Wie de interviews hield`
checklist-twice = punt “{ $item }” staat er twee keer
checklist-once = geef elk punt een eigen nummer
checklist-no-source = `{ $word }` is geen vastlegging die een punt kan beantwoorden
checklist-sources = `hearback help study` heeft de lijst onder “Het verslag”
checklist-unknown = er is geen checklist “{ $name }”: wel { $known }; een eigen checklist is een bestand in de map checklists van het onderzoek
study-no-keys = `{ $key }` heeft namen met onder elke iets
study-interviewer-form = schrijf `interviewers:` en daaronder `I1: {"{"} gender: vrouw, training: verpleegkundige {"}"}`
study-interviewer-code = `{ $code }` is niet de code van een interviewer
study-interviewer-write-code = schrijf de code die in het formulier voor een interview staat, zoals I1; namen staan in geen verslag
study-reporting-form = schrijf `reporting:`, daaronder de checklist, en daaronder `9: eigen woorden`
study-reporting-items = onder `{ $list }` horen punten met eigen woorden
reporting-title = { $checklist }: { $study }
reporting-foot = { $checklist } · { $study } · { $on }
reporting-study = Onderzoek: { $study }
reporting-on = Gemaakt op { $on }
reporting-with = Gemaakt met hearback { $version }, uit wat het onderzoek heeft vastgelegd
reporting-checklist = Gevolgde checklist: { $title }. { $citation }
reporting-how = De punten staan hier in onze eigen korte woorden: leg de gepubliceerde lijst ernaast. Wat niemand heeft vastgelegd, heet niet vastgelegd, en er is niets geraden.
reporting-item = { $item }. { $asks }
reporting-from = Uit: { $record }.
reporting-own = In de woorden van het onderzoek zelf (study.yaml, “reporting”):
reporting-not-recorded = Niet vastgelegd: { $what }. Waar het de volgende keer kan staan: { $next }.
reporting-yours = Dit vul je zelf in: in study.yaml onder “reporting”, “{ $list }”, “{ $item }”.
reporting-yours-too = Wat vastligt kan hier niet alles van zeggen: de rest is aan jou. In study.yaml staat het onder “reporting”, “{ $list }”, “{ $item }”.
reporting-end = Hoe ver het gevuld is
reporting-counts = Van { $count } punten zijn er { $filled } gevuld ({ $more } daarvan vul je zelf aan), { $yours } vul je zelf in en { $none } zijn niet vastgelegd.
reporting-lies = Het verslag ligt in { $file }.
reporting-needs-out = een verslag als { $form } is geen tekst voor een scherm: zeg met --out in welk bestand het komt
reporting-stranger = study.yaml beantwoordt punt { $item } onder `reporting`, `{ $list }`, en die checklist heeft dat punt niet
could-not-write-reporting = het verslag kon niet worden geschreven
reporting-row = { $about }: { $said }
reporting-times = { $what } ({ $count })
reporting-unnamed = een interviewer met een code die op een naam lijkt
reporting-interviewer = { $who }: leidde { $led }, hielp bij { $assisted }, keek toe bij { $observed }
reporting-interviewer-unsaid = { $count ->
    [one] Van één interview zei niemand wie het leidde.
   *[other] Van { $count } interviews zei niemand wie ze leidde.
}
reporting-dropped-out = { $count ->
    [one] Eén deelnemer deed niet meer mee: { $kinds }.
   *[other] { $count } deelnemers deden niet meer mee: { $kinds }.
}
reporting-dropped-out-kind = { $wish ->
    [destroy] van { $count } moest het geluid vernietigd worden
    [destroy-all] van { $count } moest alles vernietigd worden
   *[keep] van { $count } mocht blijven wat er was
}
reporting-refusals-unknown = Hoeveel mensen gevraagd zijn en weigerden, is niet vastgelegd.
reporting-guide = { $title } ({ $guide }): { $versions }
reporting-guide-version = { $count ->
    [one] versie { $version }, één sessie
   *[other] versie { $version }, { $count } sessies
}
reporting-pilots = { $count ->
    [0] Het wijzigingslog van { $guide } heeft geen proefinterview: of er vooraf geoefend is, is niet vastgelegd.
    [one] Het wijzigingslog van { $guide } heeft één proefinterview.
   *[other] Het wijzigingslog van { $guide } heeft { $count } proefinterviews.
}
reporting-guide-change = { $guide } { $what }
reporting-again = { $kind }: { $count } met { $people } mensen
reporting-group-too = { $count ->
    [one] Eén persoon is geïnterviewd en zat ook in een groep.
   *[other] { $count } personen zijn geïnterviewd en zaten ook in een groep.
}
reporting-never-again = Niemand is opnieuw geïnterviewd.
reporting-recorded = Sessies waarvan het geluid van begin tot eind is opgenomen: { $count } van { $of }. Beeld wordt niet opgenomen.
reporting-recorded-partly = { $count ->
    [one] Van één een deel.
   *[other] Van { $count } een deel.
}
reporting-recorded-not = { $count ->
    [one] Van één is er geen geluid, maar zijn er notities.
   *[other] Van { $count } is er geen geluid, maar zijn er notities.
}
reporting-notes = Sessies waarvan notities zijn gemaakt: { $count } van { $of }. Notities: { $kinds }.
reporting-notes-late = { $count ->
    [one] Eén daarvan is na het interview geschreven.
   *[other] { $count } daarvan zijn na het interview geschreven.
}
reporting-pages = { $count ->
    [one] Na één daarvan schreef de interviewer ook op een eigen bladzijde.
   *[other] Na { $count } daarvan schreef de interviewer ook op een eigen bladzijde.
}
reporting-lengths = { $n ->
    [one] { $kind }: n = { $n }, duur in minuten { $mean }
   *[other] { $kind }: n = { $n }, duur in minuten: gemiddeld { $mean } (van { $min } tot { $max }), samen { $total }
}
reporting-no-saturation = Volgens study.yaml is dit { $stance }: codes raken daar niet op, dus die zijn niet geteld. Zeg in eigen woorden waarom dit er genoeg zijn.
reporting-returned-summary = Verstuurd is een samenvatting van hun eigen gesprek, in korte uitspraken, en geen transcript.
reporting-returned-findings = Verstuurd is wat uit alle gesprekken samen kwam, en geen transcript.
reporting-codes = { $count ->
    [one] Eén code, waarvan { $described } zegt wat die betekent: { $names }.
   *[other] { $count } codes, waarvan { $described } zeggen wat ze betekenen: { $names }.
}
reporting-software = { $count ->
    [one] Met hearback is één sessie gehouden, opgenomen en genoteerd (dit verslag: versie { $version }). Waarmee je analyseert, kan het niet weten.
   *[other] Met hearback zijn { $count } sessies gehouden, opgenomen en genoteerd (dit verslag: versie { $version }). Waarmee je analyseert, kan het niet weten.
}
reporting-software-coding = De ingelezen codering komt uit { $program }: noem dat ook.
reporting-quotes = { $count ->
    [one] Eén citaat ligt klaar voor het artikel, van { $people } van de { $of } mensen die geciteerd mogen worden, met hun code.
   *[other] { $count } citaten liggen klaar voor het artikel, van { $people } van de { $of } mensen die geciteerd mogen worden, elk met een code.
}
reporting-information = Deelnemers kregen versie { $version } van de informatiebrief.
reporting-information-dated = Deelnemers kregen versie { $version } van de informatiebrief, van { $date }.
reporting-consent-item = { $item } ({ $group })
reporting-consent = { $item }: gevraagd { $asked }, ja { $yes }, nee { $no }, geen antwoord { $unanswered }
reporting-retention = Hoelang gegevens bewaard blijven: { $words }
reporting-transcripts = Sessies waarvan er een transcript is: { $count } van { $of }. Bij { $verified } daarvan is gezegd hoe het is nagekeken.
reporting-decisions = { $count ->
    [one] Het logboek heeft één besluit: { $kinds }.
   *[other] Het logboek heeft { $count } besluiten: { $kinds }.
}
reporting-source = { $source ->
    [interviewers] wie interviewden
    [credentials] diploma’s van de interviewers
    [occupation] het werk van de interviewers
    [gender] het gender van de interviewers
    [training] de scholing van de interviewers
    [relation] hoe interviewers en deelnemers elkaar kenden
    [known-of-interviewer] wat deelnemers van de interviewers wisten
    [stance] waar de interviewers staan
    [analysis] hoe het onderzoek analyseert
    [sampling-plan] wie het onderzoek wilde horen
    [refusals] wie weigerden of stopten
    [sample-size] hoeveel er meededen
    [sample] wie zij waren
    [dates] de dagen
    [setting] de plaats
    [others-present] wie er nog bij was
    [guide] de topiclijsten
    [guide-changes] wijzigingen van de topiclijsten
    [repeat-interviews] wie opnieuw zijn geïnterviewd
    [recording] de opname
    [field-notes] notities
    [durations] de duur
    [saturation] na hoeveel interviews er geen nieuwe code meer kwam
    [transcripts-returned] wat naar deelnemers terugging
    [codes] de codes
    [software] de software
    [participant-checking] wat deelnemers antwoordden
    [quotations] citaten
    [ethics] toestemming
    [retention] hoelang het bewaard blijft
    [transcripts] transcripten
    [decisions] besluiten
   *[incidents] wat er misging
}
reporting-record = { $source ->
    [interviewers] de sessies (“hearback study”, wie de vragen stelden)
    [credentials] study.yaml (“interviewers”)
    [occupation] study.yaml (“interviewers”); van wie dit verslag maakt ook “hearback profile”
    [gender] study.yaml (“interviewers”)
    [training] study.yaml (“interviewers”); van wie dit verslag maakt ook “hearback profile”
    [relation] study.yaml (“interviewers”)
    [known-of-interviewer] study.yaml (“interviewers”)
    [stance] study.yaml (“interviewers”); van wie dit verslag maakt ook “hearback profile”
    [analysis] study.yaml (“analysis”)
    [sampling-plan] study.yaml (“sampling”) en het register (“hearback participants”)
    [refusals] participants.yaml (“recruitment”) en ingetrokken toestemming
    [sample-size] de sessies (“hearback study”, wie geïnterviewd zijn)
    [sample] participants.yaml (“hearback study”, wie geïnterviewd zijn)
    [dates] de sessies (“hearback study”, interviews)
    [setting] de sessies (“hearback study”, waar)
    [others-present] de sessies (“hearback study”, ook aanwezig)
    [guide] de topiclijsten die de sessies bewaren (“hearback guide print” heeft hun woorden)
    [guide-changes] de wijzigingslogs van de topiclijsten (“hearback guide versions”)
    [repeat-interviews] de sessies (“hearback study”, interviews)
    [recording] de opnamen van de sessies (“hearback study”, “hearback verify”)
    [field-notes] de journalen van de sessies (“hearback show”)
    [durations] de sessies (“hearback study”, interviews)
    [saturation] codes op notities (“hearback study”)
    [transcripts-returned] het register van brieven (“hearback letters”)
    [codes] study.yaml (“codes”) en notities (“hearback codes”)
    [coding] coding.json, door “hearback codes import” gemaakt
    [codes-and-coding] coding.json, door “hearback codes import” gemaakt; study.yaml (“codes”) en notities (“hearback codes”)
    [software] dit programma
    [participant-checking] het register van brieven (“hearback letters”)
    [quotations] de gekozen citaten (“hearback quotes”)
    [ethics] study.yaml (“information_letter”) en de sessies (“hearback study”, toestemming)
    [retention] study.yaml (“retention”)
    [transcripts] de sessies (“hearback transcript register”)
    [decisions] decisions.yaml en de sessies (“hearback log”)
   *[incidents] de sessies (“hearback study”, wat er misging)
}
reporting-next = { $source ->
    [interviewers] het formulier voor een interview vraagt wie leidt en wie typt
    [credentials] “interviewers” in study.yaml, onder elke code “credentials:”
    [occupation] “interviewers” in study.yaml, onder elke code “occupation:”
    [gender] “interviewers” in study.yaml, onder elke code “gender:”
    [training] “interviewers” in study.yaml, onder elke code “training:”
    [relation] “interviewers” in study.yaml, onder elke code “relation:”
    [known-of-interviewer] “interviewers” in study.yaml, onder elke code “known:”
    [stance] “interviewers” in study.yaml, onder elke code “stance:”
    [analysis] zet “analysis:” in study.yaml
    [sampling-plan] zet “sampling:” in study.yaml
    [refusals] “recruitment:” in participants.yaml telt hen onderweg
    [sample-size] houd sessies tot het eind; alleen die tellen
    [sample] “attributes:” in study.yaml en wat van ieder bekend is in participants.yaml
    [dates] houd sessies tot het eind; alleen die tellen
    [setting] het formulier voor een interview vraagt waar het is
    [others-present] het formulier voor een interview vraagt wie er nog bij is
    [guide] een sessie bewaart de topiclijst waarmee zij gehouden is
    [guide-changes] “hearback guide log” schrijft op wat is gewijzigd, en waarom
    [repeat-interviews] houd sessies tot het eind; alleen die tellen
    [recording] houd sessies tot het eind; alleen die tellen
    [field-notes] notities tijdens het interview, en de eigen bladzijde erna (“hearback ends”)
    [durations] houd sessies tot het eind; alleen die tellen
    [saturation] zet “analysis:” in study.yaml, en codes op notities bij het terugluisteren
    [transcripts-returned] “hearback letter”, en “hearback sent” als die weg is
    [codes] “codes:” in study.yaml, en “k” op een notitie bij het terugluisteren
    [software] houd sessies tot het eind; alleen die tellen
    [participant-checking] “hearback letter”, “hearback sent” en “hearback reply”
    [quotations] “hearback quotes add” kiest een citaat
    [ethics] de toestemmingspunten van de topiclijst, elk apart beantwoord; “information_letter:” in study.yaml
    [retention] zet “retention:” in study.yaml
    [transcripts] “hearback transcript import” haalt een transcript binnen
    [decisions] “hearback log” schrijft een besluit op
   *[incidents] houd sessies tot het eind; alleen die tellen
}

wall-by-date = op datum
wall-by-participant = op deelnemer
wall-by-guide = op topiclijst
wall-by-length = de langste eerst
wall-by-attribute = op { $name }
wall-called = { $participant } { $round }
wall-unread = niet te lezen
wall-moment = moment
wall-several = meer dan één
wall-topic-sign = onderwerpen
wall-no-topic = geen onderwerp
wall-row = { $called }, { $date }, { $guide }: { $length }, { $settled } van { $of } vragen afgehandeld; { $standing }.
wall-topic = { $topic }, { $from } tot { $to }
wall-topics = Onderwerpen: { $topics }.
wall-marks-of = { $is } { $count } ({ $at })
wall-stretch = { $from } tot { $to }
wall-silent = Zonder geluid: { $stretches }.
wall-marks = Tekens: { $marks }.
wall-title = { $count ->
    [0] De wand: nog geen interview
    [one] De wand: 1 interview, { $order }
   *[other] De wand: { $count } interviews, { $order }
}
wall-title-narrowed = De wand: { $count } van { $all } met { $wanted }, { $order }
wall-nothing = Er is nog geen interview gehouden: er is niets op te hangen.
wall-no-field = de wand heeft geen veld { $field }, wel { $fields }
wall-none-narrowed = geen interview voldoet aan { $wanted }
wall-no-marks = { $called }: er is niets genoteerd, of niets dat getoond mag worden
wall-about = { $date }  { $guide }  { $standing }  { $count ->
    [0] geen tekens
    [one] 1 teken
   *[other] { $count } tekens
}
wall-line = Beperk tot: code:rust, guide:first, age:4, of een woord
wall-topics-grey = grijstinten: onderwerpen, naar hun nummer · wit: geen geluid
wall-lies = De wand staat in { $file }.
wall-no-svg = de wand bevat iets dat een plaatje niet kan bevatten: meld dit alsjeblieft
wall-no-sort = er is geen volgorde { $name }: er zijn { $known }
could-not-write-wall = kon de wand niet schrijven
plain-wall-prompt = wand:
plain-wall-keys = { $hear } opent het waar het teken te horen is, { $mark } gaat naar het volgende teken, { $sort } sorteert, { $narrow } beperkt.
key-home-wall = wand
key-home-wall-help = Elk interview als een strook op één tijdschaal.
key-wall-hear = hoor
key-wall-hear-help = Ga naar het interview waar het gekozen teken te horen is.
key-wall-next-mark = volgend
key-wall-next-mark-help = Het volgende teken van dit interview.
key-wall-previous-mark = teken vóór
key-wall-previous-mark-help = Het teken hiervoor.
key-wall-sort = sorteer
key-wall-sort-help = De volgende volgorde: datum, deelnemer, topiclijst, lengte, wat je van deelnemers weet.
key-wall-narrow = beperk
key-wall-narrow-help = Beperk tot interviews met een code, een topiclijst, een waarde van een kenmerk, of een woord.
key-wall-all = alle
key-wall-all-help = Toon alle interviews weer.
key-wall-down = omlaag
key-wall-down-help = Het interview eronder.
key-wall-up = omhoog
key-wall-up-help = Het interview erboven.
key-wall-page-down = omlaag
key-wall-page-down-help = Een bladzijde verder omlaag langs de wand.
key-wall-page-up = omhoog
key-wall-page-up-help = Een bladzijde verder omhoog langs de wand.
key-wall-top = boven
key-wall-top-help = Het eerste interview aan de wand.
key-wall-bottom = onder
key-wall-bottom-help = Het laatste interview aan de wand.
key-wall-line-keep = beperk zo
key-wall-line-keep-help = Toon de interviews die aan elk woord van de regel voldoen.
key-wall-line-put-aside = annuleren
key-wall-line-put-aside-help = Laat de wand zoals die was.

## De codering van het onderzoek, uit het programma waarin die gedaan wordt

coding-imported = { $codes ->
    [one] Eén code bij { $sessions ->
        [one] één gesprek
       *[other] { $sessions } gesprekken
    }, uit { $export }.
   *[other] { $codes } codes bij { $sessions ->
        [one] één gesprek
       *[other] { $sessions } gesprekken
    }, uit { $export }.
}
coding-export = { $file } ({ $program }, { $day })
coding-export-nameless = { $file } ({ $day })
coding-none-yet = Er is geen codering overgenomen: `hearback codes import FILE.qdpx` doet dat.
coding-there = Elders gecodeerd, en overgenomen met `hearback codes import`
coding-column = { $column ->
    [session] sessie
    [codes] codes
   *[codings] coderingen
}
coding-replaced = Dit komt in de plaats van { $export }.
coding-handed-over = { $count ->
    [one] Eén codering kwam van hearback zelf en telt niet mee.
   *[other] { $count } coderingen kwamen van hearback zelf en tellen niet mee.
}
coding-without = Staat niet in het bestand: { $sessions }.
coding-not-taken-in = Van wie zich terugtrok of wiens notities vernietigd zijn, mag niets terugkomen. Weggelaten: { $sources }.
coding-unmatched = Bij geen gesprek van dit onderzoek: { $sources }. Zeg welk met --source NAAM=GESPREK, of laat het zo.
coding-and-more = { $names } en nog { $count }
coding-not-counted = `hearback study` telt dit niet mee: in study.yaml staat geen `analysis` die codes telt.
coding-forgotten = { $file }, geëxporteerd op { $day }, is eruit gehaald. Codes in notities tellen weer.
coding-none = Er is geen codering ingelezen, dus er valt niets uit te halen.
coding-unread = { $file } is niet te lezen als REFI-QDA-project: { $why }
coding-no-package = het is geen ZIP-pakket, of er ontbreekt een stuk. Exporteer het opnieuw als REFI-QDA-project (.qdpx).
coding-no-project = er zit geen project in. Exporteer een heel project (.qdpx) en niet alleen de codes.
coding-several-projects = er zitten meer projecten in. Exporteer alleen wat je bedoelt.
coding-packed = het zit achter een wachtwoord, of is verpakt op een manier die hier niet gaat. Exporteer het opnieuw zonder.
coding-broken = wat erin staat houdt op of is geen XML, bij byte { $byte } van het project. Exporteer opnieuw en kopieer het hele bestand.
coding-document-type = het brengt eigen definities mee (een documenttype). Geen export heeft die, en ze kunnen kwaad doen. Exporteer opnieuw.
coding-too-large = uitgepakt is het meer dan een onderzoek ooit heeft. Exporteer het opnieuw uit het programma zelf.
coding-encoding = het is geschreven in { $encoding }. Exporteer het als UTF-8.
coding-unreadable = de schijf geeft het niet: { $why }. Kopieer het eerst naar deze computer.
coding-no-session = { $file } heeft geen bron die een gesprek van dit onderzoek is. Wel: { $sources }. Zeg wat wat is met --source NAAM=GESPREK. Er is niets veranderd.
coding-nothing-coded = In { $file } heeft nog niemand iets gecodeerd. Er is niets veranderd.
coding-source-form = { $text } zegt niet welke bron welk gesprek is: schrijf --source NAAM=GESPREK.
coding-no-source = { $source } is geen bron van dit bestand. Wel: { $sources }.
coding-file-unread = { $file } is niet te lezen: { $why }. Lees het project opnieuw in na `hearback codes import --forget`.
coding-file-newer = een nieuwere hearback schreef het
## De cijfers op een scherm

figures-title = De cijfers: { $study }
figures-table = tabel { $n } van { $all }
figures-contents = Wat er is
figures-awaited = De sessies worden geteld.
figures-not = De cijfers zijn niet te tellen: { $why }
plain-figures-prompt = cijfers:
plain-figures-keys = { $next } gaat naar de volgende tabel, { $previous } naar die ervoor; een nummer en Enter gaan naar de tabel met dat nummer.
key-home-figures = cijfers
key-home-figures-help = Lees wat een artikel over de studie meldt: lengtes, de steekproef, toestemming, en wat in geen cijfer zit.
key-figures-contents = inhoud
key-figures-contents-help = Geef een lijst van de tabellen; ga in die lijst naar de gekozen tabel.
key-figures-next-table = volgende
key-figures-next-table-help = Het kopje van de tabel hieronder.
key-figures-previous-table = vorige
key-figures-previous-table-help = Het kopje van deze tabel, en vandaar dat van de tabel erboven.
key-figures-down = omlaag
key-figures-down-help = De rij hieronder.
key-figures-up = omhoog
key-figures-up-help = De rij hierboven.
key-figures-page-down = bladzij
key-figures-page-down-help = Een bladzijde verder omlaag in de cijfers.
key-figures-page-up = terug
key-figures-page-up-help = Een bladzijde verder omhoog in de cijfers.
key-figures-top = boven
key-figures-top-help = Het begin van de cijfers.
key-figures-bottom = onder
key-figures-bottom-help = Het eind van de cijfers.

## Citaten voor een artikel, tijdens het naluisteren

quote-lies = citaat { $quotes }
quote-kept-off = citaat { $quotes }, achtergehouden
legend-quoted = op de plank
shelf-line = Op de plank: { $keep } wel, { $leave } niet; […] is weggelaten
shelf-lies = op de plank als citaat { $quote }. { $key } haalt het eraf, { $undo } maakt het ongedaan
shelf-taken-off = citaat { $quote } is van de plank. { $key } zet het terug
plain-shelf-prompt = citaat voor het artikel
undo-shelved = citaat { $quote } op de plank
undo-taken-off = dat citaat { $quote } van de plank ging
key-listen-shelve = plank
key-listen-shelve-help = Zet de woorden van deze notitie, of van de passage, op de plank met citaten voor een artikel; haal eraf wat er ligt.
key-shelving-keep = zet erop
key-shelving-keep-help = Zet deze woorden op de plank, als ze gedrukt mogen worden en van hen zijn.
key-shelving-none = laat het
key-shelving-none-help = Zet niets op de plank.
