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
