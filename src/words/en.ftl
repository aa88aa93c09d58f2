# Every word that a person sees, in English. Values stand in { $braces }.

## Numbers, days, lengths, lists

language-name = English
decimal-sign = .
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December
day = { $weekday } { $day } { $month } { $year }
seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}{ $minutes ->
    [0] {""}
    [one] {" "}and { $minutes } minute
   *[other] {" "}and { $minutes } minutes
}
list-more = { $before }, { $next }
list-last = { $before } and { $last }

## The letter: for people of any age who are not researchers. One idea a sentence, short, active; nothing takes an answer for granted

letter-title = What you told us
letter-code = Your code
letter-held-on = Your interview
letter-study = Study
letter-made-on = Date of this letter
letter-why-heading = Why you get this letter
letter-why = You took part in our study “{ $study }”. Thank you for talking with us.
letter-why-check = We wrote down what we heard, in our own words. Did we understand you well? You know best what you meant.
letter-use-heading = How to use this letter
letter-use-read = Read the sentences below. Take all the time you need.
letter-use-tick = Tick one box for each sentence. If something should change, write it on the lines.
letter-use-no-test = This is not a test. There are no right or wrong answers.
letter-use-together = Would you rather go through it together? Contact us and we will.
letter-use-no-name = Please do not write your name on this letter. Your code is enough.
letter-voluntary-heading = It is up to you
letter-voluntary = You do not have to answer. You may also skip sentences. Whatever you choose, there are no consequences for you.
letter-voluntary-stop = Does it upset you to read this? Then stop. The end of this letter says where you can find help.
letter-heard-heading = What we heard
letter-heard = Does each sentence fit what you meant? If not, please tell us. A “no” helps us just as much as a “yes”.
letter-heard-quotes = Below some sentences you find words of your own. They stand there as we wrote them down.
letter-participant-said = In your own words:
letter-fits = This fits
letter-fits-partly = This fits partly
letter-fits-not = This does not fit
letter-fits-no-answer = I would rather not answer
letter-change = What should change?
letter-missing-heading = What is missing?
letter-missing = Did we leave out something that matters to you? Please write it here.
letter-leave-out-heading = What should we not use?
letter-leave-out = Is there anything here that you do not want us to use? Write it here, and we will leave it out.
letter-quoting-heading = May we use your words?
letter-quoting = When we write about the study, we sometimes quote what people said. We never put a name with it. Someone who knows you well might still recognise your words. Your answer here counts, even if you chose something else before.
letter-quoting-yes = Yes, you may quote me
letter-quoting-ask-first = Only if you show me the words first
letter-quoting-no = No, please do not quote me
letter-after-heading = What happens with your answer
letter-after = We read every answer and correct what we got wrong. Do you see something differently than we do? Then we write down both views. We keep your answer under your code, not under your name.
letter-silence = If we do not hear from you, we do not take that as a yes. We only note that no answer came.
letter-reply-heading = How to answer
letter-reply-by = Please answer by { $day }.
letter-reply-how = Send this letter back, or give it to one of us. You can also tell us your answers.
letter-contact = Do you have a question? You can reach us here:
letter-withdraw-heading = You can always stop
letter-withdraw = You can stop taking part at any time. You do not have to say why.
letter-withdraw-until = Until the end of { $day } we can still remove what you told us. After that it is part of our results.
letter-withdraw-ask = You can ask us until when we can still remove what you told us.
letter-support-heading = If this letter upsets you
letter-support = Reading back what you said can stir up feelings. Talk with someone you trust, or with your doctor.
letter-support-at = You can also find help here:
letter-thanks = Thank you for your time and your trust.
letter-signed = The researchers

## Why there is no letter

no-letter-nothing = there is nothing to send yet: write a statement first
no-letter-withheld = there is nothing to send: every statement rests on a note that is now private; strike or rewrite the statement
no-letter-study = the letter does not say which study it is about: give the study a title that participants know
no-letter-contact = the letter does not say whom to contact: write a phone number or an address as `contact` in study.yaml
no-letter-past = { $day } lies before the letter itself: choose a later one
no-letter-reply-day = the day to answer by
no-letter-withdrawal-day = the last day to withdraw
no-letter-group = this is a focus group: a letter to one participant could quote another. Write to each of them by hand for now
no-letter-words = the guide is written in { $guide }, and there are words for a letter in { $first } and { $second } only: write this one by hand (`hearback show --json` has the statements)
no-letter-language = the guide is written in { $guide }, and the statements are too: there is no letter in { $asked }. Leave --letter-language out, or hold the interview with a guide in { $asked }
no-letter-clock = the machine's clock shows no usable date: set it first

## The language

language-by-command = as --language says
language-by-study = as study.yaml says
language-by-system = as this system says
language-by-nobody = nothing says otherwise
language-unknown = nothing here speaks “{ $language }”: { $why }
language-of-study-unknown = study.yaml asks for “{ $language }”, which nothing here speaks: { $why }
language-built-in = en (English) and nl (Nederlands) are built in, and a further one is a file such as { $folder }/de.ftl
language-file-unread = { $why }
language-file-no-text = { $file } is not UTF-8 text: save it as that
language-file-tag = { $file } is not called after a language: de.ftl or fr.ftl would be
language-file-line = { $file }:{ $line }: here stands no message. One is `name = words`, and what goes on below it is indented
language-file-twice = { $file } says { $name } twice: take one of them out
doctor-language = { $language }, { $said }
doctor-language-lacks = { $count ->
    [one] { $count } message is
   *[other] { $count } messages are
} missing and said in English: { $names }

## What is wrong with a guide

guide-consent-missing = no consent item is about { $word ->
    [taking-part] taking part
   *[recording] being recorded
}
guide-consent-named = if this is that item, write `covers: { $word }`: the name of an item decides nothing
guide-consent-add = add an item with `covers: { $word }` and the words read aloud under `say:`
guide-consent-twice = two consent items are about { $word ->
    [taking-part] taking part
   *[recording] being recorded
}
guide-consent-once = ask for it once: put both into one item, or write `covers: other` for what else is asked
guide-id-unusable = the id `{ $id }` is not usable
guide-id-write = write it as `{ $id }`: a-z, 0-9 and hyphens, at most 40
guide-id-twice = the id `{ $id }` is used twice
guide-id-once = every id may stand once in a guide: rename one of the two
guide-minutes-differ = the topics add up to { $sum ->
    [one] { $sum } minute
   *[other] { $sum } minutes
}, the guide says { $said }
guide-minutes-change = change `minutes` to { $sum }, or the minutes of a topic
guide-empty-title = the title has no text
guide-write-title = say in a few words what the interview is about
guide-empty-version = the version has no text
guide-write-version = write one, such as "1.0"
guide-empty-introduction = the introduction has no text
guide-write-introduction = write what is read aloud at the beginning
guide-empty-closing = the closing has no text
guide-write-closing = write what is read aloud at the end
guide-empty-item = this consent item has no text
guide-write-item = write the words read aloud
guide-empty-topic = the title of this topic has no text
guide-write-topic = give it a heading; participants read it too
guide-empty-question = this question has no text
guide-write-question = write the question as it is asked
guide-empty-probe = this probe has no text
guide-write-probe = write it as it is asked, or take it out
guide-no-topics = the guide has no topics
guide-add-topic = add at least one topic with one question
guide-no-rounds = the guide is for no round
guide-add-round = write `rounds: [first]`, or `[first, follow-up]`
guide-no-questions = the topic `{ $topic }` has no questions
guide-add-question = add a question under `questions:`, or take the topic out
guide-change-old = the newest change is for version { $newest }, the guide is version { $version }
guide-change-add = add an entry for this version at the top of `changes`, with what changed and why
guide-change-twice = version { $version } stands twice in the change log
guide-change-once = give every change a version of its own

## What is wrong with a file that people write

form-a = { $form ->
    [guide] a guide
    [consent] a consent item
    [topic] a topic
    [question] a question
    [condition] a condition
    [probe] a probe
    [shared] a shared probe
    [distress] a distress protocol
    [change] a change
    [study] a study file
    [audio] audio settings
    [defaults] defaults
    [participants] a list of participants
   *[participant] a participant
}
form-this = { $form ->
    [guide] this guide
    [consent] this consent item
    [topic] this topic
    [question] this question
    [condition] this condition
    [probe] this probe
    [shared] this shared probe
    [distress] this distress protocol
    [change] this change
    [study] this study file
    [audio] these audio settings
    [defaults] these defaults
    [participants] this list of participants
   *[participant] this participant
}
form-shape = { $form ->
    [guide] `hearback guide new` makes a guide to start from
    [consent] write `id:`, `covers:` and `say:` below one another
    [topic] write `id:`, `title:`, `minutes:` and `questions:` below one another
    [question] write `id:` and below it `ask:` with the words of the question
    [condition] write `when: {"{"} round: follow-up {"}"}`
    [probe] write the words after the dash, or `id:` and `ask:`
    [shared] write `ask:` with its words and `for:` with the ids of questions
    [distress] write `recording:`, `signs:`, `steps:` and `support:`
    [change] write `version:`, `date:`, `what:` and `why:` below one another
    [study] write `title:` and below it the other settings
    [audio] write `rate:`, `channels:` and `lead_in:` below one another
    [defaults] write `guide:` and `mic:` below one another
    [participants] write `participants:` and below it `- code: P01`
   *[participant] write `code:`, and if you like `joined:` and `attributes:`, below one another
}
form-found = { $kind ->
    [text] a text
    [nothing] nothing
    [list] a list
    [keys] keys with values
   *[other] something else
}
form-expected = expected { $form }, found { $found }
form-unknown = `{ $key }` is unknown in { $form }
form-may-have = it may have { $keys }
did-you-mean = did you mean `{ $meant }`?
form-no-value = `{ $key }` has no value
form-lacks = { $form } has no `{ $key }`
form-cannot-be = `{ $key }` cannot be `{ $value }`
form-number = write a whole number from { $least } to { $most }, without a unit
form-no-list = `{ $key }` is a list, found { $found }
form-list = write each item on a line of its own after `- `, or all of them in brackets: `[one, two]`
form-one-of = write one of { $words }
form-empty-item = here is nothing after the dash
form-fill-item = write a text, or take the line out
form-colon = a text was expected; the colon after `{ $key }` makes a key and a value of it
form-quote-all = put the whole text in quotes
form-text-list = expected a text, found a list
form-quote-bracket = put the text in quotes if it begins with a bracket or a dash
form-text-keys = expected a text, found keys with values
form-words = write the words themselves here
study-seconds = write seconds from 0 to 10, such as 1.5
study-title = say in a few words what the study is about
study-code = give the participant a code, such as `code: P01`
form-no-date = `{ $date }` is not a date
form-date = write it as yyyy-mm-dd, such as 2026-11-22
study-code-name = the code `{ $code }` looks like a name
study-code-silent = use a code that says nothing about the person, such as P01
study-code-unusable = the code `{ $code }` is not usable
study-code-twice = the code `{ $code }` is used twice
study-code-own = give each participant a code of their own
study-attributes = attributes are keys with values
study-attributes-write = write `attributes: {"{"} gender: woman, age: 48 {"}"}`

guide-write-id = give the guide a short name in a-z, 0-9 and hyphens, such as `id: patient-first`
guide-write-version-key = write one, such as `version: "1.0"`
guide-write-language = write the language of the guide, such as `en` or `nl`
guide-write-audience = write `audience: individual` or `audience: group`
guide-write-minutes = write how long the interview may take, such as `minutes: 45`
guide-list-consent = list what participants are asked to agree to, each with `id:`, `covers:` and `say:`
guide-list-topics = list the topics, each with `id:`, `title:`, `minutes:` and `questions:`
guide-write-topic-minutes = write how long it may take, such as `minutes: 5`
guide-write-change-version = write which version of the guide this change made
guide-write-day = write the day as yyyy-mm-dd
guide-write-change = write what changed
guide-write-part-id = give it a short name in a-z, 0-9 and hyphens that stays the same for ever
guide-write-format = write `format: 1` as the first line
guide-format-new = this guide is written in format { $format }, which this hearback does not know
guide-format-use = use a newer hearback, or write the guide in format 1
as-it-is = { $text }
guide-probe-lost = this probe is attached to nothing
guide-probe-attach = name the questions it belongs to, such as `for: [first-thought]`, or put it under `probes:` of its question
guide-probe-twice = the question `{ $question }` is named twice
guide-probe-once = name it once
guide-question-id = write the `id` of a question of this guide
guide-probe-unknown = this probe is attached to nothing: no question has the id `{ $question }`
guide-language = `{ $language }` is not the short form of a language
guide-language-write = write its short form: `en` for English, `nl` for Dutch, `de` for German, `pt-BR` for Brazilian Portuguese
guide-round-twice = the round `{ $round }` stands twice
guide-round-once = write it once
guide-no-round = `{ $round }` is no round

yaml-one-document = a file holds one guide or list: take out the line `---`, or move the rest to a file of its own
yaml-second-document = a second document begins here
yaml-nothing = there is nothing in this file
yaml-too-many = this file has more than { $most } parts, which no guide or list has
yaml-right-file = check whether it is the right file
yaml-repeat-anchor = repeat the words where they are needed; a text that begins with `&` goes in quotes
yaml-no-anchors = names for parts (`&name`) are not used here
yaml-take-tag-out = take it out; a text that begins with `!` goes in quotes
yaml-no-tags = types (`{ $tag }`) are not used here
yaml-repeat-alias = repeat the words where they are needed; a text that begins with `*` goes in quotes
yaml-no-aliases = references to other parts (`*name`) are not used here
yaml-control = this text holds a control character
yaml-control-out = take out the `\x..`, `\u....` or `\e` that makes it
yaml-word = a word was expected before the colon
yaml-key-value = write `key: value`; texts with a colon go in quotes
yaml-keep-one = keep one of the two; lists go under one key, each item after a `-`
yaml-twice = `{ $key }` stands here a second time
yaml-hash-fix = put the text in quotes; if it is meant as a comment, put a space after the `#`
yaml-hash = the text before this `#` ends here, and the rest would be lost
yaml-colon-quotes = a text with a colon in it has to stand in quotes
yaml-colon-write = write `{ $key }: "{ $text }: …"`
yaml-fix-colon = put the whole text in quotes if a colon belongs to it; otherwise check the indentation and the colon after the key
yaml-fix-indent = line the text up with its neighbours above; items of a list all begin with `-` in the same column
yaml-fix-quote = put the whole text in double quotes and write quotes inside it as \", or use ‘ ’ and “ ” inside
yaml-fix-close = close the bracket, or put the text in quotes if the bracket belongs to it
yaml-tab = a tab stands where only spaces may stand
yaml-fix-tab = indent with spaces, two for each level
yaml-colon = this line cannot be read: a colon is missing, or stands where none is expected
yaml-indent = this line does not fit in with the lines above it
yaml-quote = a quotation mark is opened here and never closed
yaml-after-quote = text goes on after the closing quotation mark
yaml-backslash = a backslash in double quotes has a meaning of its own
yaml-fix-backslash = write it twice: \\
yaml-bracket = a bracket or brace is not closed, or a comma is missing
yaml-deep = parts stand in one another more than 16 deep, which no guide does
yaml-fix-deep = check the indentation
yaml-percent = a line that begins with `%` is not used here
yaml-fix-percent = put the text in quotes if the `%` belongs to it
yaml-anchor-name = a text cannot begin with `&` or `*`
yaml-begins = a text cannot begin with `{ $character }`
yaml-quotes = put the text in quotes
yaml-unread = this cannot be read as YAML: { $why }
yaml-fix-unread = put texts in quotes, and indent with two spaces for each level
text-too-large = this file is larger than 1 MiB, which no file of this kind is
text-utf16 = this file is saved as UTF-16
text-save-utf8 = save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)
text-none = this is not a text file
text-right-file = check whether it is the right file; this should be plain text
text-not-utf8 = here stands a character that is not UTF-8 text
text-latin = save the file as UTF-8; it was probably written as Windows-1252 or Latin-1
text-control = here stands an invisible control character ({ $code })
text-control-out = delete it, and type the words around it again

## Why something is not done

refusal-not-begun = the interview has not begun yet
refusal-already-begun = the interview is already under way
refusal-already-off-record = already off the record
refusal-already-on-record = already on the record
refusal-over = this interview is over
refusal-cut-short = this interview was cut short: continue it or end it first
refusal-is-reviewed = this session was reviewed: reopen it to change anything
refusal-is-open = this session is already open for changes
refusal-consent-open = the consent item `{ $item }` has no answer yet
refusal-taking-part-refused = consent to take part was refused: there is no interview without it
refusal-recording-refused = there is no consent to record: choose notes only
refusal-taking-part-not-asked = this guide does not ask whether they take part: there is no interview without that
refusal-no-stands = they said no to `{ $item }`: only they can change that (`hearback consent`)
refusal-summary-refused = they do not want a summary: only they can change that (`hearback consent`)
refusal-quotes-refused = they do not want to be quoted: only they can change that (`hearback consent`)
refusal-takes-no-part = they do not take part any more: nothing is sent unless they change that (`hearback consent`)
refusal-wants-it-destroyed = they do not take part any more and want the sound destroyed: nothing is sent unless they change that (`hearback consent`)
refusal-no-such-part = there is no `{ $item }` in this guide
refusal-no-such-note = there is no such note
refusal-no-such-statement = there is no such statement
refusal-empty-statement = a statement needs words
refusal-private-source = a statement may rest only on what the participant said: note { $note } is private
refusal-is-off-record = off the record: nothing is captured until you go back on
