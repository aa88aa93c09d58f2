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
near-day = { $weekday } { $day } { $month }
date = { $day } { $month } { $year }
seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
minutes-between = { $least } to { $most } minutes
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

letter-title = { $called ->
    [reflection] What do you think of it now?
   *[check] Have we understood you?
}
letter-dear = { $audience ->
    [pair] Dear { $name } and { $name },
   *[individual] Dear { $name },
}
letter-met = { $audience ->
    [group] On { $date } you took part in a group conversation with { $interviewer } about { $about }. Thank you.
    [pair] On { $date } the two of you talked with { $interviewer } about { $about }. Thank you.
   *[individual] On { $date } you talked with { $interviewer } about { $about }. Thank you.
}
letter-one-of-us = one of us
letter-about-study = “{ $study }”
letter-understood = { $timing ->
    [findings] Since then we have talked with others as well. What we understood from everybody stands here in { $pieces }.
   *[summary] { $audience ->
        [group] What we understood from the group as a whole stands here in { $pieces }. They do not say who said what.
       *[individual] We wrote down what we understood in { $pieces }.
    }
}
letter-pieces = { $count ->
    [1] one short piece
    [2] two short pieces, numbered 1 and 2
    [3] three short pieces, numbered 1 to 3
    [4] four short pieces, numbered 1 to 4
    [5] five short pieces, numbered 1 to 5
    [6] six short pieces, numbered 1 to 6
    [7] seven short pieces, numbered 1 to 7
    [8] eight short pieces, numbered 1 to 8
    [9] nine short pieces, numbered 1 to 9
    [10] ten short pieces, numbered 1 to 10
    [11] eleven short pieces, numbered 1 to 11
    [12] twelve short pieces, numbered 1 to 12
   *[other] { $count } short pieces, numbered 1 to { $count }
}
letter-look = { $called ->
    [reflection] Nothing you say about it is wrong. How do you see it today?
   *[check] { $timing ->
        [findings] You know best whether it fits your own experience. Would you have a look?
       *[summary] You know best whether we got it right. Would you have a look?
    }
}
letter-voluntary-heading = You do not have to
letter-silence = If we hear nothing, that is fine, and we will not think that you agree.
letter-welcome = { $silence } { $called ->
    [reflection] Do you see something differently now? That helps us just as much.
   *[check] “Not right” helps us just as much as “right”.
}
letter-no-harm = { $standing ->
    [professionals] Your answer has no consequences for your work. Nobody where you work sees it.
    [others] Your answer has no consequences for you. Nobody outside our team sees it.
   *[patients] Your answer changes nothing about your care. Your therapist does not see it.
}
letter-how-heading = How to answer
letter-tick = { $count ->
    [1] Tick one box.
   *[other] Tick one box for each number.
}
letter-how = { $tick } Write on the lines whatever you like.{ $audience ->
    [group] {" "}Please do not name the others; leave what they said to them.
    [pair] {" "}If the two of you see it differently, both tick a box and put your initials beside it.
   *[individual] {""}
} Send the pages back in the envelope; no stamp needed.
letter-talk = Rather talk? { $contact }. We can also read the letter to you and write down what you say.
letter-reply-by = Please answer by { $day }.
letter-too-much-heading = Is reading this too much?
letter-too-much = Then put the letter away. You can find help here:
letter-own-help = { $standing ->
    [patients] your own doctor
   *[others] someone you trust
}
letter-us = us, the researchers: our details are above
letter-more-help-heading = More help
letter-no-more = { $withdraw } You do not have to say why.
letter-support = You can also find help here: { $places }.
letter-withdraw-until = Until the end of { $day } you can also tell us not to use { $audience ->
    [group] what you said in the group
   *[individual] what you told us
}.
letter-withdraw = You can also tell us not to use { $audience ->
    [group] what you said in the group
   *[individual] what you told us
}. Ask us until when you can.
letter-said = { $audience ->
    [pair] In the conversation it was said: “{ $words }”
   *[individual] You said: “{ $words }”
}
letter-answer-to = Your answer to number { $number }
letter-fits = { $called ->
    [reflection] I see it so
   *[check] Right
}
letter-fits-partly = { $called ->
    [reflection] Partly
   *[check] Partly right
}
letter-fits-not = { $called ->
    [reflection] I see it differently
   *[check] Not right
}
letter-fits-no-answer = Rather not say
letter-change = { $called ->
    [reflection] How do you see it now?
   *[check] What should it say?
}
letter-missing-heading = What is missing? What should we not use?
letter-missing = Write it here. What we should not use, we leave out.
letter-quoting-heading = May we use your words?
letter-quoting = When we write about the study, we sometimes quote what people said, never with a name. Someone who knows you well might still recognise your words. Your answer here counts, even if you chose something else before.{ $audience ->
    [pair] {" "}If one of you says no, we quote neither of you.
   *[individual] {""}
}
letter-quoting-yes = Yes, you may
letter-quoting-ask-first = Only if I see them first
letter-quoting-no = No, please do not
letter-after-heading = What happens with your answer
letter-after = { $called ->
    [reflection] We put what you write beside what you told us, and both count.
   *[check] We correct what we got wrong; where you and we see it differently, we write down both.
} We keep your answer under a code and take your name off it.
letter-thanks = Thank you for your time and your trust.
letter-signed = The researchers of “{ $study }”, { $today }
letter-foot = { $code } · letter { $version }
letter-page = page
letter-page-of = of

## A study's own letter

template-about = What stands in braces is filled in for each participant. A heading begins with # or ##, an item with a hyphen. What stands between these signs is not in the letter.
template-lies = the words of the letter lie in { $file }. Change them, and name the file as `template` under `member_check` in study.yaml
template-elsewhere = the letter that study.yaml names as `template` is a file in the study’s folder, and { $file } is none: write its name without a way out of it
template-unknown = nothing is filled in for { $place }
template-places = what can be filled in: { $places }
template-beside = { $place } is more than a line, and other words stand beside it
template-beside-hint = give it a paragraph of its own, with an empty line before and after it
template-twice = { $place } stands there twice
template-twice-hint = leave one of them out
template-lacks = the letter lacks { $place }, and would be none without it
template-lacks-hint = write { $place } where it should stand
template-lacks-silence = the letter does not say that silence is not agreement
template-lacks-silence-hint = write { $place }, or the sentence itself as the usual letter has it
template-no-title = nothing says what the letter is
template-no-title-hint = begin a line with `# `, such as `# Have we understood you?`
template-second-title = a second line begins with `# `, and the letter has one title
template-second-title-hint = write `## ` there: a heading within the letter
template-markup = a letter is text: tags, pictures, tables and code have no place in it
template-markup-hint = take it out, or put a backslash before the sign if it is meant as such
template-emphasis = a letter has no bold or slanted words
template-emphasis-hint = take the signs out, or put a backslash before each if it is meant as such

## Why there is no letter

no-letter-nothing = there is nothing to send yet: write a statement first
no-letter-notes-gone = there is nothing to send: every statement rests on a note that was taken back or is private now; choose other notes, or take the statement back
no-letter-study = the letter does not say which study it is about: give the study a title that participants know
no-letter-contact = the letter does not say whom to contact: write a phone number or an address as `contact` in study.yaml
no-letter-past = { $day } lies before the letter itself: choose a later one
no-letter-reply-day = the day to answer by
no-letter-withdrawal-day = the last day to withdraw
no-letter-words = the guide is written in { $guide }, and there are words for a letter in { $first } and { $second } only: write this one by hand (`hearback show --json` has the statements)
no-letter-language = the guide is written in { $guide }, and the statements are too: there is no letter in { $asked }. Leave --letter-language out, or hold the interview with a guide in { $asked }
no-letter-form = the letter could not be made as { $form }: that is a fault of hearback. Take another form with `--format`
no-letter-clock = the machine's clock shows no usable date: set it first

## The language

language-by-command = as --language says
language-by-study = as study.yaml says
language-by-system = as the system says (LANG)
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
    [choice] an answer
    [source] a source
    [shared] a shared probe
    [distress] a distress protocol
    [change] a change
    [study] a study file
    [audio] audio settings
    [listening] the settings for listening back
    [defaults] defaults
    [transcription] transcription
    [member_check] the member check
    [jargon] a word of the trade
    [call] a number to ring
    [follow-up] something done afterwards
    [report] something that must be reported
    [letter] a letter
    [attribute] an attribute
    [participants] a list of participants
    [recruitment] a recruitment
    [decisions] a log of decisions
    [decision] a decision
    [checklist] a checklist
    [checklist-item] an item of a checklist
    [interviewer] what is said of an interviewer
   *[participant] a participant
}
form-this = { $form ->
    [guide] this guide
    [consent] this consent item
    [topic] this topic
    [question] this question
    [condition] this condition
    [probe] this probe
    [choice] this answer
    [source] this source
    [shared] this shared probe
    [distress] this distress protocol
    [change] this change
    [retention] this retention
    [study] this study file
    [audio] these audio settings
    [listening] these settings for listening back
    [defaults] these defaults
    [transcription] this transcription
    [member_check] these settings for the member check
    [jargon] this word of the trade
    [call] this number to ring
    [follow-up] this
    [report] this
    [letter] this letter
    [attribute] this attribute
    [participants] this list of participants
    [recruitment] this recruitment
    [decisions] this log of decisions
    [decision] this decision
    [checklist] this checklist
    [checklist-item] this item
    [interviewer] what is said of this interviewer
   *[participant] this participant
}
form-shape = { $form ->
    [guide] `hearback guide new` makes a guide to start from
    [consent] write `id:`, `covers:` and `say:` below one another
    [topic] write `id:`, `title:`, `minutes:` and `questions:` below one another
    [question] write `id:` and below it `ask:` with the words of the question
    [condition] write `when: {"{"} round: follow-up {"}"}`; a condition in words goes under `instruct:`
    [probe] write the words after the dash, or `id:` and `ask:`
    [choice] write the words after the dash, or `code:` and `say:`
    [source] write `source: {"{"} domain: context, literature: "…" {"}"}`
    [shared] write `ask:` with its words and `for:` with the ids of questions
    [distress] write `recording:`, `say:`, `signs:`, `steps:`, `call:`, `support:` and `follow_up:`
    [change] write `version:`, `date:`, `what:` and `why:` below one another
    [study] write `title:` and below it the other settings
    [audio] write `rate:`, `channels:` and `lead_in:` below one another
    [listening] write `lead_in:` and `step_back:` below one another
    [defaults] write `guide:` and `mic:` below one another
    [transcription] write `command:` or `model:` below one another
    [call] write `who:` and `number:` below one another
    [follow-up] write `what:`, `within:` and, if they are asked, `ask:` below one another
    [report] write `what:`, `to:` and `within:` below one another
    [letter] write `version:` and `date:` below one another
    [attribute] write `label:`, `values:`, `unit:` and `of:` below one another
    [participants] write `participants:` and below it `- code: P01`
    [recruitment] write `contacted:`, `refused:`, `cancelled:` and `no_answer:` below one another
    [decisions] write `decisions:` and below it `- on: 2026-11-28` with `what:`
    [decision] write `on:`, `kind:` and `what:`, and if you like `why:`, `by:` and `about:`, below one another
    [checklist] write `title:`, `citation:` and `items:` below one another
    [checklist-item] write `item:`, `asks:` and, if you like, `part:`, `from:`, `yours:` and `next:`, below one another
    [interviewer] write `gender:`, `credentials:`, `occupation:`, `training:`, `relation:`, `known:` and `stance:`, those you like, below one another
   *[participant] write `code:`, and if you like `group:`, `joined:`, `treated_by:` and `attributes:`, below one another
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
study-letter-version = say which version of the information letter it is, such as `version: 2.1`
study-interviewers = `interviewers` are codes with the names that participants know
study-interviewers-form = write `interviewers: {"{"} AB: Anna de Vries {"}"}`
study-jargon-word = say which word of the trade it is, such as `word: compliance`
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
study-schema-write = write each attribute on a line of its own below `attributes:`, such as `gender: [woman, man]`
study-attribute-values = nothing says which values `{ $name }` can have
study-attribute-values-write = write `number`, `whole`, `years`, `text`, or the values in brackets: `[woman, man]`
study-attribute-twice = the value `{ $value }` stands twice
study-attribute-once = write each value once
study-attribute-unknown = `{ $name }` is no attribute of this study
study-attribute-known = study.yaml has { $names }; add it to `attributes` there if you need it
study-attribute-number = write a number, such as 48

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
yaml-hash-fix = write this line so: { $line }; a remark of your own stands on a line by itself
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
refusal-is-reviewed = this session is marked as listened back to: reopen it to change anything
refusal-is-open = this session is already open for changes
refusal-consent-open = the consent item `{ $item }` has no answer yet
refusal-taking-part-refused = consent to take part was refused: there is no interview without it
refusal-recording-refused = there is no consent to record: choose notes only
refusal-taking-part-not-asked = this guide does not ask whether they take part: there is no interview without that
refusal-no-stands = they said no to `{ $item }`: only they can change that (`hearback consent`)
refusal-summary-refused = they do not want a summary: only they can change that (`hearback consent`)
refusal-quotes-refused = they do not want to be quoted: only they can change that (`hearback consent`)
refusal-takes-no-part = they do not take part any more: nothing is sent unless they change that (`hearback consent`)
refusal-wants-it-destroyed = they do not take part any more and want what they said destroyed: nothing is sent unless they change that (`hearback consent`)
refusal-no-such-part = there is no `{ $item }` in this guide
refusal-no-code-name = A code needs a name.
refusal-nothing-to-split = Where the cursor stands there is nothing to split off: put it before the words that become a note of their own.
refusal-unlike-notes = These two stay apart: only notes of one kind become one, both on the record or both off it, and in a group of the same voices.
refusal-rests-on-it = They stay apart: a statement, a point or a report rests on the one that would go.
refusal-no-such-note = there is no such note
refusal-joined-into = its words went over into note { $note }: that is the one to choose
refusal-no-such-statement = there is no such statement
refusal-empty-statement = a statement needs words
refusal-rests-on-notes = it rests on notes already: there is no need for that
refusal-unlike-statements = these two stay apart: one of them is set aside
refusal-nothing-to-part = Where the cursor stands there is nothing to split off: put it before the words that become a statement of their own.
refusal-private-source = a statement may rest only on what the participant said: note { $note } is private
refusal-is-off-record = off the record: nothing is captured until you go back on

## Keys: a label of at most eleven columns, and a sentence for the help

key-interview-save = save
key-interview-save-help = Save the note; on an empty line it does nothing.
key-interview-moment = moment
key-interview-moment-help = Mark this moment, without a word; a key that types does so only on an empty line.
key-interview-next-question = next
key-interview-next-question-help = Go to the next question.
key-interview-previous-question = previous
key-interview-previous-question-help = Go to the question before.
key-interview-next-topic = topic
key-interview-next-topic-help = Go to the next topic.
key-interview-previous-topic = topic back
key-interview-previous-topic-help = Go to the topic before.
key-interview-next-kind = kind
key-interview-next-kind-help = Change what the note is. On an empty line also by its first sign: > quote, @ observation, ? follow-up, ( memo.
key-interview-come-back = come back
key-interview-come-back-help = Mark the question to come back to.
key-interview-volunteered = volunteered
key-interview-volunteered-help = Mark the question as raised by the participant.
key-interview-partly = partly
key-interview-partly-help = Mark the question as partly answered.
key-interview-skip = skip
key-interview-skip-help = Leave the question out; what is written on the line becomes the reason.
key-interview-probe = next probe
key-interview-probe-help = Mark the next probe as used, without choosing it first.
key-interview-off-record = off record
key-interview-off-record-help = Go off the record, and back on.
key-interview-distress = distress
key-interview-distress-help = Show the distress protocol and stamp the moment; again: put it away.
key-interview-withdraw = withdraw
key-interview-withdraw-help = Asks what they do not want to be used; again: they take consent back, which asks what they want.
key-interview-undo = undo
key-interview-undo-help = Take back what was done last on this screen, a line put aside too.
key-interview-redo = redo
key-interview-redo-help = Do once more what was taken back last.
key-interview-put-aside = put aside
key-interview-put-aside-help = Put the line aside without saving it as a note.
key-interview-show-rest = rest
key-interview-show-rest-help = Show the rest of a question that does not fit; after its end, its beginning.
key-interview-notes-only = notes only
key-interview-notes-only-help = Go on without audio, pressed twice: close the recording, keep the clock running.
key-interview-try-microphone = microphone
key-interview-try-microphone-help = Try the microphone again; while one records, press twice for the next.
key-interview-end-interview = end
key-interview-end-interview-help = End the interview; press twice to mean it.
key-protocol-next-step = next
key-protocol-next-step-help = Go to the next step of the protocol.
key-protocol-previous-step = previous
key-protocol-previous-step-help = Go to the step before.
key-protocol-they-go-on = go on
key-protocol-they-go-on-help = They go on; on an empty line, as the next three.
key-protocol-they-leave-it = leave it
key-protocol-they-leave-it-help = They leave the question, and the next one follows.
key-protocol-they-take-a-break = break
key-protocol-they-take-a-break-help = They take a break: off the record.
key-protocol-they-stop = stop
key-protocol-they-stop-help = They stop here: off the record, until the interview is ended.
key-withdrawal-want-it-kept = stop here
key-withdrawal-want-it-kept-help = They stop; what was recorded and noted stays.
key-withdrawal-want-it-destroyed = destroy
key-withdrawal-want-it-destroyed-help = They stop; the sound is to be destroyed.
key-withdrawal-want-notes-only = notes only
key-withdrawal-want-notes-only-help = They go on with notes only.
key-withdrawal-want-nothing = as before
key-withdrawal-want-nothing-help = They go on as before.
key-home-open = open
key-home-open-help = Open the session where it stands.
key-home-new = new
key-home-new-help = Set up a new interview.
key-home-listen = listen
key-home-listen-help = Listen back to the session.
key-home-statements = check
key-home-statements-help = Write the statements that go back to the participant, and the letter.
key-home-quit = quit
key-home-quit-help = Leave the program.
key-home-down = down
key-home-down-help = Go to the session below.
key-home-up = up
key-home-up-help = Go to the session above.
key-setup-next-field = next
key-setup-next-field-help = Accept this field and go to the next; on the last, begin.
key-setup-up = field
key-setup-up-help = Go to the field above.
key-setup-down = field
key-setup-down-help = Go to the field below.
key-setup-left = choose
key-setup-left-help = Choose the option before, or move in the text.
key-setup-right = choose
key-setup-right-help = Choose the next option, or move in the text.
key-setup-begin = begin
key-setup-begin-help = Begin the interview with the form as it stands.
key-setup-room-check = room check
key-setup-room-check-help = Check the room: five seconds are recorded, played and deleted.
key-consent-yes = yes
key-consent-yes-help = They agree to this item.
key-consent-no = no
key-consent-no-help = They do not agree to this item.
key-choice-all-yes = all yes
key-choice-all-yes-help = They agree to every item.
key-choice-how = how given
key-choice-how-help = Change how they agreed: spoken, or written.
key-listen-play-or-pause = play
key-listen-play-or-pause-help = Play, or pause.
key-listen-down = next note
key-listen-down-help = Go to the next note and play from a few seconds before it.
key-listen-up = note back
key-listen-up-help = Go to the note before and play from a few seconds before it.
key-listen-back5 = -5 s
key-listen-back5-help = Go back five seconds.
key-listen-forward5 = +5 s
key-listen-forward5-help = Go forward five seconds.
key-listen-next-question = question
key-listen-next-question-help = Go to the first note of the next question and play from a few seconds before it.
key-listen-previous-question = question up
key-listen-previous-question-help = Go to the first note of this question, or of the one before, and play from a few seconds before it.
key-listen-next-turn = same voice
key-listen-next-turn-help = In a group: go to the next note in which the same person is heard, and play.
key-listen-previous-turn = voice back
key-listen-previous-turn-help = In a group: go to the note before in which the same person is heard, and play.
key-listen-loop = loop
key-listen-loop-help = Play the chosen note round and round: from a few seconds before it to the next note, 15 seconds at most; again: no more.
key-listen-edit = edit
key-listen-edit-help = Edit the note, then keep it or put the edit aside.
key-listen-new-note = new note
key-listen-new-note-help = Write a new note at the moment that is playing.
key-listen-next-kind = kind
key-listen-next-kind-help = Change what the note is.
key-listen-earlier = earlier
key-listen-earlier-help = Move the note half a second earlier.
key-listen-later = later
key-listen-later-help = Move the note half a second later.
key-listen-zoom-in = nearer
key-listen-zoom-in-help = Show half as much of the session in the strip, down to a second.
key-listen-zoom-out = wider
key-listen-zoom-out-help = Show twice as much of it.
key-listen-codes = codes
key-listen-codes-help = Put codes of the study on the note, or make a new one.
key-listen-join = join
key-listen-join-help = Make one note of this and the one below it.
key-listen-put-here = put here
key-listen-put-here-help = Put the note where the sound is.
key-listen-show-taken-back = taken back
key-listen-show-taken-back-help = List notes that were taken back, too: the key that takes back brings one back there.
key-listen-asked-so = my question
key-listen-asked-so-help = Mark how you asked what is heard here: leading, closed, or two questions at once. Only you see it.
key-listen-strike = take back
key-listen-strike-help = Take the note back; it stays in the journal.
key-listen-undo = undo
key-listen-undo-help = Take back what was done last on this screen, an edit put aside too.
key-listen-redo = redo
key-listen-redo-help = Do once more what was taken back last.
key-listen-statements = check
key-listen-statements-help = Write the statements that go back to the participant, and the letter.
key-listen-finish-review = listened
key-listen-finish-review-help = Mark the session as listened back.
key-listen-transcript = transcript
key-listen-transcript-help = The transcript in place of the notes, or the notes again; it follows the sound. In wide windows it stands beside them.
key-listen-quote-passage = quote
key-listen-quote-passage-help = Make a quote of the passage of the transcript that is spoken now. One without speech in the waveform is listened to first.
key-listen-reopen = reopen
key-listen-reopen-help = Reopen a session that is marked as listened back to.
key-editing-keep = keep
key-editing-keep-help = Keep the note as it is written now.
key-editing-next-kind-of-edit = kind
key-editing-next-kind-of-edit-help = Change what the note is.
key-editing-split = split
key-editing-split-help = Split the note where the cursor stands: what comes after it becomes a note of its own.
key-coding-take-code = take
key-coding-take-code-help = Put the code on the note, or take it off; a new name becomes a code.
key-coding-next-code = next
key-coding-next-code-help = To the next code.
key-coding-previous-code = previous
key-coding-previous-code-help = To the code above.
key-coding-no-code = done
key-coding-no-code-help = Leave the codes.
key-asked-so-leading = leading
key-asked-so-leading-help = It had the answer in it.
key-asked-so-closed = closed
key-asked-so-closed-help = It could be answered with yes or no.
key-asked-so-double = two at once
key-asked-so-double-help = It was two questions at once.
key-asked-so-none = none
key-asked-so-none-help = Mark nothing.
key-editing-put-aside = put aside
key-editing-put-aside-help = Put the edit aside; undo brings it back.
key-playing-play-or-pause = play
key-playing-play-or-pause-help = Play, or pause, also while you write.
key-playing-step-back = -2 s
key-playing-step-back-help = Go back two seconds, also while you write.
key-playing-back1 = -1 s
key-playing-back1-help = Go back a second.
key-playing-forward1 = +1 s
key-playing-forward1-help = Go forward a second.
key-playing-back30 = -30 s
key-playing-back30-help = Go back half a minute.
key-playing-forward30 = +30 s
key-playing-forward30-help = Go forward half a minute.
key-playing-slower = slower
key-playing-slower-help = Play a tenth slower, at the pitch of the voice; half the speed at least.
key-playing-faster = faster
key-playing-faster-help = Play a tenth faster, at the pitch of the voice; three times the speed at most.
key-playing-normal-speed = as said
key-playing-normal-speed-help = Play at the speed at which it was said.
key-playing-softer = softer
key-playing-softer-help = Play softer.
key-playing-louder = louder
key-playing-louder-help = Play louder.
key-playing-gain = gain
key-playing-gain-help = Make a quiet room louder by 6, 12, 18 or 24 decibels, and then as it was; what is loud is held down.
key-statements-edit = write
key-statements-edit-help = On a note: write a statement that rests on it, and on those that were gathered. On a statement, or a note below one: edit it.
key-statements-new = new
key-statements-new-help = Write a new, empty statement under this topic. It rests on the notes that were gathered, and on nothing where none were.
key-statements-play-or-pause = hear
key-statements-play-or-pause-help = Hear the note, or the first note of the statement, or pause.
key-statements-gather = gather
key-statements-gather-help = On a statement: choose the notes it rests on. On a note below one: take it out. On another note: gather it for the next statement.
key-statements-write-letter = letter
key-statements-write-letter-help = Write the letter to the session's summary folder, in every form.
key-statements-show-letter = read it
key-statements-show-letter-help = Show the letter over the whole window, as the participant will read it.
key-statements-quote = quote
key-statements-quote-help = Print the participant's own words below the statement, or no longer: this note's, or those of all its quotes.
key-statements-move-up = move
key-statements-move-up-help = Move the statement up in the letter; from the top of a topic into the topic above.
key-statements-move-down = move
key-statements-move-down-help = Move the statement down in the letter; from the bottom of a topic into the topic below.
key-statements-join = join
key-statements-join-help = Make one statement of this one and the one below it under the same topic.
key-statements-set-aside = aside
key-statements-set-aside-help = Set the statement aside: it is kept here and in no letter. Once more brings it back.
key-statements-mean = mean it
key-statements-mean-help = Let a statement that rests on no note into the letter: you mean it. Once more takes that back.
key-statements-open-editor = editor
key-statements-open-editor-help = Edit all statements at once in the editor that $VISUAL or $EDITOR names.
key-statements-listen = listen
key-statements-listen-help = Listen back to the session.
key-statements-down = down
key-statements-down-help = Go to the line below.
key-statements-up = up
key-statements-up-help = Go to the line above.
key-statements-letter-down = further
key-statements-letter-down-help = Read on in the letter.
key-statements-letter-up = back
key-statements-letter-up-help = Read back in the letter.
key-statements-strike = take back
key-statements-strike-help = Take the statement back; it stays in the journal.
key-statements-undo = undo
key-statements-undo-help = Take back what was done last on this screen, one put aside too.
key-statements-redo = redo
key-statements-redo-help = Do once more what was taken back last.
key-stating-keep = keep
key-stating-keep-help = Keep the statement as it is written now.
key-stating-take-words = its words
key-stating-take-words-help = Put the words of the notes it rests on into the line.
key-stating-split = split
key-stating-split-help = Split here: what stands behind the cursor becomes a statement of its own.
key-stating-put-aside = put aside
key-stating-put-aside-help = Put the statement aside; undo brings it back.
key-sources-take-note = take, leave
key-sources-take-note-help = Let the statement rest on this note, or no longer.
key-sources-notes-done = done
key-sources-notes-done-help = Back to the statements.
key-letter-hide-letter = back
key-letter-hide-letter-help = Back to the statements.
key-commands-close = close
key-commands-close-help = Put it away.
key-commands-down = move
key-commands-down-help = Go to the command below.
key-commands-up = move
key-commands-up-help = Go to the command above.
key-commands-choose = do it
key-commands-choose-help = Do the chosen command, or go to the chosen question or note.
key-commands-erase = erase
key-commands-erase-help = Delete a character of what narrows it; with none left, put it away.
key-commands-further = manual
key-commands-further-help = From the help: read the manual, and look there for what was typed. On a question: they raised it themselves.
key-manual-read = read
key-manual-read-help = Read the topic, or where the line stands in its topic.
key-manual-back = back
key-manual-back-help = Go back from the page to the list, and from there to the screen.
key-manual-up = move
key-manual-up-help = Go to the line above.
key-manual-down = move
key-manual-down-help = Go to the line below.
key-manual-page-up = page
key-manual-page-up-help = Go eight lines up.
key-manual-page-down = page
key-manual-page-down-help = Go eight lines down.
key-manual-beginning = ends
key-manual-beginning-help = Go to the beginning of the page or list.
key-manual-end = ends
key-manual-end-help = Go to the end of the page or list.
key-manual-erase = erase
key-manual-erase-help = Delete a character of what is looked for; with none left, or on a page, go back.
key-manual-close = close
key-manual-close-help = Put the manual away, wherever one reads.
key-anywhere-help = help
key-anywhere-help-help = Show every key that works here, and the way to the manual.
key-anywhere-palette = more
key-anywhere-palette-help = Open the list of commands, and do one by its name; or find a question by its words in the interview, and a note on the list and in listening back.
key-anywhere-theme = dim
key-anywhere-theme-help = Change between the normal and the dim theme.
key-anywhere-leave = back
key-anywhere-leave-help = Go back to the screen before.
key-anywhere-quit = quit
key-anywhere-quit-help = Leave the program; in an interview press it twice to end it properly.
label-pause = pause
label-edit = edit
label-notes = notes
label-let-go = take out
label-bring-back = bring back
label-begin = begin
label-back-on = back on
label-go-on = go on
label-leave = leave
label-put-away = put away
context-title = { $context ->
    [interview] Interview
    [writing] Interview, with text on the line
    [protocol] Interview, when it becomes too much
    [leave-out] Interview, when they do not want something to be used
    [withdrawal] Interview, when they take consent back
    [answers] Interview, while an answer is chosen
    [closed] Interview, at a closed question
    [probe] Interview, while a probe is chosen
    [states] Interview, while a state is chosen
    [marks] Interview, while something is marked
    [reports] Interview, while it is marked what must be reported
    [look-back] Interview, while you look back at the notes
    [points] Interview, while points are read back
    [seats] Interview, while the seats lie there
    [home] Home
    [covered] Home, covered after an interview
    [setup] Set up
    [text] Set up, in a text
    [choice] Set up, outside a text
    [consent] Set up, on a consent item
    [listen] Listen back
    [editing] Listen back, while a note is written
    [codes] Listening back, at the codes of a note
    [shelf] Listening back, while a quote is put on the shelf
    [own-questions] Listening back, while you mark how you asked
    [looking] Member check, while plain words or a trail are looked at
    [playing] What plays: while listening back and in the member check
    [statements] Member check
    [stating] Member check, while a statement is written
    [sources] Member check, while the notes of a statement are chosen
    [letter] Member check, while the letter is shown
    [ends] To see to after an interview
    [end-line] To see to, while a line is written
    [letters] Register of letters
    [letter-answers] Register of letters, on a statement
    [sending] Register of letters, while it is asked how a letter went
    [quoting] Register of letters, while it is asked whether they may be quoted
    [letter-line] Register of letters, while a line is written
    [participants] Participants
    [participants-line] Participants, while a line is written
    [wall] Wall
    [wall-line] Wall, while a line is written
    [figures] Figures
    [overlay] Help and palette
    [manual] Manual
   *[anywhere] Everywhere
}

## What a disk refuses, and what to do

disk-full = the disk is full
disk-quota = your share of the disk is used up
disk-too-large = no file may become that large there
disk-read-only = this disk can only be read
disk-not-allowed = you have no permission for it
disk-no-folder = a file stands where a folder belongs
disk-a-folder = a folder stands where a file belongs
disk-foreign = a link, or something else that is no plain file, stands there
disk-long-name = its name is too long for this disk
disk-failing = the disk fails
disk-gone = the disk is not there any more
disk-missing = it is not there
disk-exists = something of that name is there already
disk-full-todo = Free some space on the disk of { $place }
disk-quota-todo = Delete something of yours on the disk of { $place }, or ask for a larger share
disk-too-large-todo = Write to another disk than that of { $place }, or lift the limit on files (ulimit -f)
disk-read-only-todo = Make the disk of { $place } writable (a card may have a switch for it), or use another disk
disk-not-allowed-todo = Change the permissions of { $place } and of its folder, or use a folder of your own
disk-a-folder-todo = Move the folder { $place } away
disk-foreign-todo = Move { $place } away
disk-long-name-todo = Choose a shorter one
disk-failing-todo = Check the plug and the cable of the disk of { $place }, copy what lies on it, and use another disk
disk-gone-todo = Plug in, or mount again, the disk of { $place }
disk-missing-todo = Look for { $place } where it was before
disk-exists-todo = Move { $place } away, or choose another name
refused-full = { $time ->
    [now] the disk is full
   *[then] the disk was full
}
refused-quota = { $time ->
    [now] your share of the disk is used up
   *[then] your share of the disk was used up
}
refused-too-large = { $time ->
    [now] no file is allowed to become that large on the disk
   *[then] no file was allowed to become that large on the disk
}
refused-read-only = { $time ->
    [now] the disk is locked against writing
   *[then] the disk was locked against writing
}
refused-not-allowed = { $time ->
    [now] writing is not allowed in the session's folder
   *[then] writing was not allowed in the session's folder
}
refused-no-folder = { $time ->
    [now] the session's folder is not in its place
   *[then] the session's folder was not in its place
}
refused-failing = { $time ->
    [now] the disk is failing
   *[then] the disk was failing
}
refused-gone = { $time ->
    [now] the disk is gone
   *[then] the disk was gone
}
refused-unsaid = { $time ->
    [now] the disk is not taking the recording
   *[then] the disk was not taking the recording
}
refused-full-todo = Free some space
refused-quota-todo = Delete something of yours there, or ask for a larger share
refused-too-large-todo = Write to another disk, or lift the limit on files (ulimit -f)
refused-read-only-todo = Make the disk writable (a card may have a switch for it), or use another disk
refused-not-allowed-todo = Change the permissions of the folder, or keep the study in a folder of your own
refused-no-folder-todo = Put the session's folder back where it was
refused-failing-todo = Check the plug and the cable of the disk, copy what lies on it, and use another disk
refused-gone-todo = Plug the disk in, or mount it again
refused-unsaid-todo = Look at the disk and its cable

## What goes wrong and is outlived

incident-lead-in = the recording begins { $seconds } s before the interview was begun, as study.yaml asks (lead_in)
incident-silence = nothing but silence from the microphone
incident-heard = the silence from the microphone is over
incident-faint = the microphone hears very little
incident-loud = the sound was too loud and is distorted
incident-muted = the microphone was muted in the sound settings
incident-unmuted = the microphone is no longer muted
incident-disk-back = the disk takes the recording again
incident-moved = the system switched to { $to }
incident-moved-away = the system switched to another microphone
incident-space = the disk has room for { $minutes ->
    [0] less than a minute
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
incident-battery = the battery is down to { $percent } %
incident-slept = the computer slept for { $seconds } s: nothing of that time is recorded
incident-disk = { $why }: the recording went on, in memory or in a new file
incident-disk-refused = the disk did not take the recording ({ $detail })
incident-damaged = The journal was damaged: { $kept ->
    [one] { $kept } event is
   *[other] { $kept } events are
} kept{ $unproven ->
    [0] {""}
   *[other] , { $unproven } of them unproven because what stood before is gone
}, { $lost ->
    [one] { $lost } is
   *[other] { $lost } are
} lost.
incident-set-up-again = The set-up was lost and made again: date, participant and round from the folder's name, the guide from guide.yaml, the reaction offset from study.yaml. Where the interview was held and who was present is not known any more.
fault-no-microphone = no microphone was found
fault-busy = the sound device is in use by another program ({ $detail })
fault-denied = the system does not allow access to the sound device ({ $detail })
fault-not-found = no single sound device fits "{ $wish }"
fault-unsupported = the sound device cannot deliver what is needed ({ $detail })
fault-stopped = the sound device stopped ({ $detail })
fault-moved = the system switched to another sound device ({ $detail })
fault-changed = changing to { $to }
fault-changed-system = changing to the system's microphone
fault-other = the sound system reported a problem ({ $detail })
fault-not-wav = { $file } cannot be read as a WAV file ({ $detail })
fault-file-unsaid = { $file } could not be { $doing ->
    [created] created
    [opened] opened
    [written] written
    [synced] synced
   *[read] read
} ({ $detail })
fault-file = { $file } could not be { $doing ->
    [created] created
    [opened] opened
    [written] written
    [synced] synced
   *[read] read
}: { $why }
fault-end-not-taken = the end of the recording is lost, { $long }: the disk did not take it
gap-late = the audio did not arrive in time
gap-not-taken = no disk took it, and memory had no room for more
end-finished = the interviewer ended the interview
end-cut-short = a crash had cut the interview short; it was ended afterwards
end-withdrawn = the participant withdrew
end-terminal-closed = the terminal window was closed
end-interrupted = the program was interrupted
end-shut-down = the system asked the program to stop

## Sound devices, and files that are played

sound-no-device = No sound device was found: plug one in or start the sound server, then try again.
sound-busy = The sound device is in use by another program ({ $detail }): close that program, or choose another device.
sound-denied = The system does not allow access to the sound device ({ $detail }): allow it in the privacy settings, or join the audio group.
sound-unsupported = The sound device cannot deliver what is needed ({ $detail }): choose another device or another format.
sound-lost = The sound device stopped ({ $detail }): check the plug and the sound server, then try again.
sound-moved = The system switched to another sound device ({ $detail }): check that the right microphone is used.
sound-other = The sound system reported a problem ({ $detail }): try again, or choose another device.
sound-not-found = No single sound device fits "{ $wish }": choose one of { $known }.
sound-changed = { $file } is not what was recorded, so nothing is made of it. What is wrong with it: hearback verify
sound-not-wav = { $file } cannot be read as a WAV file ({ $why }): convert it to 16-bit PCM WAV, or choose another file.
unplayable-missing = there is no such file
unplayable-missing-todo = check its name and the folder it lies in
unplayable-folder = it is a folder
unplayable-folder-todo = name a WAV file, one that lies in it perhaps
unplayable-not-plain = it is no plain file
unplayable-not-plain-todo = name a WAV file
unplayable-empty = it is empty
unplayable-empty-todo = copy it again from where it comes from, or choose another file
unplayable-not-wav = it is not a WAV file
unplayable-not-wav-todo = convert it to WAV (16-bit PCM), or choose another file
unplayable-no-sound = it holds no sound
unplayable-no-sound-todo = record it again, or choose another file
unplayable = { $file } cannot be played: { $why }. To mend that, { $todo }.

## Recordings that are not what was recorded

take-stray = { $file } is no take of this session that its journal knows: listen to it, and move it to where it belongs, or leave it here if it is the moment in which this interview broke off. It is left as it is
take-destroyed = { $file } was destroyed on purpose on { $day }{ $why }
take-there-again = A file of that name is there again: delete it
take-unread = { $file } cannot be read: { $why }
take-gone-as-wanted = { $file } is gone, as they want it
take-missing = { $file } is missing
take-foreign = { $file } is not the recording that was made: { $why }
take-shorter = { $file } is { $by } shorter than the recording that was made
take-longer = { $file } is { $by } longer than the recording that was made
take-other-format = { $file } is not the recording that was made: it is { $is }, and that was { $was }
take-other-bytes = { $file } is as long as the recording that was made and holds other sound
take-empty = { $file } is empty
take-put-longer-back = put a copy back if there is a longer one; else `hearback recover { $session }` keeps what is there
take-put-back = put the file that was recorded back, from a copy; `hearback verify { $session }` says whether it is the one
sound-channels = { $rate } with { $count } channels
a-moment = a moment
recovery-shorter = { $file } is { $by } shorter than what had been written safely: put a longer copy back if there is one
recovery-sound = Recovered { $recorded }; at most { $missing } is missing at its end.
recovery-no-sound = no sound
recovery-clock = Cut short at { $length }, or up to 11 s later. Every saved note is here.
recovery-notes = This interview was cut short: every saved note is here.
recovery-notes-and-sound = This interview was cut short: { $recorded } and every saved note are here.
length-minutes = { $minutes } min { $seconds } s
length-seconds = { $seconds } s
length-less-than = less than { $seconds } s

## What they want to become of the sound

wish-destroy = they want the sound destroyed: it is not done yet
wish-nothing = nothing is to be done
wish-destroy-by-hand = they want the sound destroyed: it is not done yet. `hearback withdraw { $session } --scope sound` does it, and says what is left elsewhere
wish-destroy-these = they want the sound destroyed: it is not done yet. `hearback withdraw SESSION --scope sound` destroys these files:
wish-destroyed-here = they want the sound destroyed: it is gone from here. Delete it from every copy and backup, too

## Answers that could not be written

answer-make-room = make room, or send it elsewhere
answer-elsewhere = send it elsewhere
answer-cut = the answer could not be written to its end: { $why }. What arrived is not all of it: { $todo }. What was done besides is done
answer-no-json = the answer cannot be put into JSON: { $why }

## Recordings in doctor

doctor-no-takes = nothing has been recorded yet
doctor-takes = { $takes ->
    [one] 1 take: its length and format are those that were recorded; `hearback verify` reads every byte
   *[other] { $takes } takes: length and format are those that were recorded; `hearback verify` reads every byte
}
doctor-takes-destroyed = { $takes ->
    [one] 1 take, destroyed on purpose
   *[other] { $takes } takes, { $destroyed } of them destroyed on purpose: length and format of the others are those that were recorded; `hearback verify` reads every byte
}

## On the way out

quit-again = the interview goes on; { $again } ends it properly and leaves
leave-again = { $again } leaves without what is not on disk, and { $cost }
not-on-disk = not on disk yet: { $what }. Free some space; it is tried every second. { $key } twice leaves, and { $cost }
changes-with-notes = { $changes }, { $notes } among them
waits-end = the end of the recording, { $seconds } s
waits-all = all of the recording, { $seconds } s
costs = { $what }
costs-end = loses those { $seconds } s
costs-all = loses those { $seconds } s: nothing is recorded then
costs-changes = puts the changes into a file of their own

## Keys that are pressed twice, and keys that did nothing

keys-at-once = several keys came at once, and none of them counts here: press it again, by itself
letter-lost = a letter was lost: this terminal does not send UTF-8. Set it to UTF-8, or write without accents
unseen-key = nothing was done while it could not be seen: { $key } does it now
paste-too-long = the paste was longer than a note may be: { $count ->
    [one] its last character was left out
   *[other] its last { $count } characters were left out
}
reopened-elsewhere = { $refusal } ({ $key } where one listens back)
nothing-to-undo = nothing to undo
nothing-to-redo = nothing was taken back
taken-back = taken back: { $what }. { $key } brings it back
there-again = there again: { $what }
line-is-written = a line is being written: { $save } saves it, { $aside } puts it aside; then undo
key-again = { $key } again
key-name-up = Up
key-name-down = Down
key-name-left = Left
key-name-right = Right
key-name-space = Space
key-by-name = { $key }
no-room-to-record = no room on the disk for a recording: free some space
notes-not-saved = notes are not being saved: they are kept in memory and tried again, do not quit. { $why }
letter-was-there = summary/v{ $version } was there already, word for word, and is taken for this letter
letter-lay-there = in summary/v{ $from } lies something that the journal does not know: it stays as it is, and this letter is number { $version }
letter-forms-and = { $forms }; { $found }
no-letter-number = there is no number left for another letter
letter-help-left-open = { $count ->
    [one] A line of help is
   *[other] { $count } lines of help are
} not in the letter, because the guide leaves something open there: “{ $lines }”
letter-lies = the letter, version { $version }, lies in { $file } and beside it as { $forms }
letter-stands = nothing has changed since version { $version } of the letter: it stands, in { $file }. Change a statement for a new one, or print this one

## Notices of the interview

disk-takes-nothing = the disk does not take the recording: { $seconds } of { $of } s are held in memory. Free some space
muted = the microphone is muted in the sound settings: nothing is heard. Unmute it there; the recording goes on
unmuted = the microphone is no longer muted
disk-refuses = { $why }: the recording goes on, in memory or in a new file. { $todo }
goes-on-in-a-new-file = the recording goes on in a new file: { $why }
another-microphone = another microphone
system-switched = the system switched the microphone to { $microphone }
put-aside = put aside; { $key } brings it back
guide-ends = the guide goes no further this way
no-question-here = this is not a question: there is nothing to mark
no-probe-here = there is no probe here
all-probes-used = every probe here is used; { $key } takes back what was done last
question-left = stamped: the question is left
they-go-on = go on
they-leave-it = leave it
they-take-a-break = break
they-stop = stop
a-break = stamped at { $at }: a break. { $on } goes on
they-stop-here = stamped at { $at }: they stop. A slip? { $on } goes on
stamped-they-go-on = stamped: they go on
back-on-the-record = back on the record
notes-only-already = this interview already goes on with notes only
notes-only-again = { $again } stops the recording and goes on with notes only; any other key stays
recording-closed = the recording is closed: notes only from here on. { $key } records again
no-such-consent = this guide does not ask for that consent: end the interview, or go on with notes only ({ $key })
still-off = still off the record, for { $minutes } min. { $key } goes back on
silence-for = nothing but silence from the microphone for { $seconds } s: is it muted? The recording goes on
faint-for = the microphone has heard very little for a minute: is it near enough? The recording goes on
too-loud = the sound is too loud and distorts: turn the microphone down, or move it away a little
disk-room-for = the disk has room for { $count ->
    [0] less than a minute
    [one] 1 more minute
   *[other] { $count } more minutes
} of recording: free some space
battery-low = the battery is down to { $percent } %: plug the computer in
battery-low-and-safe = the battery is down to { $percent } %: plug the computer in. What is recorded is safe to the last second
mic-opening = the microphone is being opened
lead-in-kept = the { $seconds } s before are kept as well
recording-again = recording again, with { $microphone }, after { $seconds } s without audio
mic-none = no microphone
mic-lost = the microphone was lost
mic-still-none = still no microphone
mic-gone = { $what }: the interview goes on without audio. It is tried every second, { $key } tries another. { $why }
consent-not-given = consent to record was not given: this interview goes on with notes only
on-record-first = go back on the record first
mic-looked-for = there is no microphone to try yet: it is looked for
mic-trying = trying { $microphone }
mic-no-other = the microphone is recording, and there is no other
mic-change-again = { $again } changes to { $microphone }
mic-stand-in = recording from { $device }, not from { $chosen }. { $key } twice goes back to { $chosen }
mic-not-found = no microphone was found. The interview goes on without audio; { $key } tries again
last-step = that was the last step; { $key } puts the protocol away
not-under-way = the interview is not under way: `hearback consent` writes down what they changed since
recording-unwanted = they do not want to be recorded any more: the recording is closed, notes only from here on
end-again = { $again } ends the interview; any other key stays
say-what-they-want = { $first } to { $last } says what they want; { $before } goes on as before
goes-on-twice-ends = the interview goes on; { $key } twice ends it
go-on-or-end = { $on } goes on with the interview, { $end } twice ends it

## Listening back

listened-back = marked as listened back
taken-back-key = taken back; { $key } brings it back
edit-aside = the edit is put aside; { $key } brings it back
no-note-yet = there is no note yet: { $key } writes one
reopened = open for changes again

## The interview screen

state-off-record = OFF THE RECORD
state-starting = STARTING
state-rehearsal = REHEARSAL
state-recording = REC
state-notes-only = NOTES ONLY
state-no-audio = NO AUDIO
state-not-begun = NOT BEGUN
state-cut-short = CUT SHORT
state-ended = ENDED
seconds-so-far = { $seconds } s
minutes-so-far = { $minutes } min
mic-hears = mic hears
mic-quiet = mic: quiet
mic-too-loud = too loud
promised-end = end { $time }
minutes-left = { $minutes } min left
minutes-over-end = { $minutes } min over
minutes-here = here { $used } min, planned { $planned }
topic-of = { $at } of { $of }
topic-done = done
last-time = Last time, { $date }
last-time-follow-ups = To come back to, noted then
last-time-none = no earlier interview with this participant left statements or follow-ups
last-time-not-yet = what was said last time is shown once the first question has been answered: before, it would lead
key-interview-last-time = last time
key-interview-last-time-help = Show what the interview before this one left: its statements, and what was to be come back to.
line-off-record = off the record
line-closed-hint = nothing is noted; { $key } opens the line
line-is-closed = nothing is noted here; { $key } opens the line for what they agreed to
line-opened = the line is open: what you note stays apart, and only you two agreed to it; { $key } closes it
line-closed = the line is closed: nothing is noted
line-is-open-anyway = on the record the line is open
nothing-noted-off-record = off the record nothing is noted
room-ring = to ring: { $number }
room-no-ring = no number to ring was written in the form
someone-came-in = someone came in
entered = entered: { $what }
key-interview-open-line = open line
key-interview-open-line-help = Off the record, open the line for what they agreed may be noted; again closes it.
key-interview-ring = ring
key-interview-ring-help = Show the number to ring if the line drops, as it was written in the form.
key-interview-someone-came-in = came in
key-interview-someone-came-in-help = Enter that someone came in, with the moment.
to-come-back-to = To come back to
and-more = and { $count } more
asked-probe = asked: { $words }
no-level = no level
panel-notes = Notes
part-introduction = Introduction
part-closing = Closing
lead-over = To lead over: { $words }
lead-over-below = Before it:
read-aloud = { $part }: read aloud, { $at } of { $count }
puts-it-away = { $key } puts it away
goes-on = { $key } goes on
protocol-title = When it becomes too much: { $on }
help-numbers = Ring: { $numbers }
withdrawal-nothing = { $key } goes on as before; nothing stops until you choose
withdrawal-nothing-short = { $key } as before
withdrawal-title = They take consent back: what do they want?
type-a-note = type a note
type-a-kind = type { $kind ->
    [paraphrase] a paraphrase
    [quote] a quote
    [observation] an observation
    [follow-up] a follow-up
   *[memo] a memo
} ({ $key } changes)
unfinished = { $what }, unfinished: type to go on
is-saved = saved
note-counted = { $kind } of { $count ->
    [one] 1 word
   *[other] { $count } words
}
from-the-top = { $key }: from the top
more-lines = { $key }: { $count ->
    [one] 1 more line
   *[other] { $count } more lines
}
what-comes-next = { $key }: what comes next
rest-in-a-larger-window = more in a larger window

## When consent is taken back

want-stop = stop here
want-it-kept = stop here; what was recorded and noted stays
want-it-destroyed = stop here; the sound is to be destroyed
want-notes-only = go on with notes only
want-notes-only-kept = go on with notes only; what was recorded stays
want-it-kept-short = stop, keep
want-it-destroyed-short = stop, destroy
want-notes-only-short = notes only

## Listening back, the screen

plays-no-sound = NO SOUND HERE
plays = PLAYING
plays-waits = NO LOUDSPEAKER
plays-at = { $state } { $at }  { $how }
paused-no-sound = PAUSED, NO SOUND HERE
paused = PAUSED
playhead = { $state } { $at } of { $end }
speed = { $whole }.{ $tenth }×
volume = { $percent } %
gain = +{ $decibels } dB
goes-round = loop { $from }-{ $to }
hearing-stays = It goes no further: { $words }.
listen-no-question = No other question has a note there.
listen-nobody = The note does not say who is heard in it.
listen-no-turn = They are heard in no other note there.
playback-waits = { $why } It plays on by itself when there is a loudspeaker again, within a minute.
playback-again = It plays on, on { $device }.
playback-moved = The system moved the sound: it plays on { $device } now.
playback-moved-away = The system moved the sound: it plays on another loudspeaker now.
no-notes = No notes. { $key } writes one at the moment that plays.
zoom-whole = All of the session is shown.
zoom-shows = The strip shows { $from } to { $to }.
zoom-nearest = It goes no nearer than a second.
waveform-comes = The waveform is made from the sound: { $percent } percent
strip-off-record = off the record
strip-no-sound = no sound
strip-left-out = left out
strip-distress = distress
strip-answer = answer
strip-own = own question
note-was = Before: { $words }
strip-marked = question marked
listen-at-no-question = At no question
listen-heading = { $topic }: { $question }
aside-question = Question
aside-others = Also noted here
aside-statements = Statements that rest on it
aside-earlier = What it was before
coding-which = Codes
coding-meaning = What does { $code } mean? Enter leaves it open
coding-when = When is { $code } used, and when another? Enter leaves it open
coding-used = when: { $when }
coding-new = new code: { $code }
coding-new-cut = new code, of which the first { $most } characters are its name: { $code }
code-on = { $code } is on the note. { $used ->
    [one] It is on { $used } note of this interview
   *[other] It is on { $used } notes of this interview
}; that is not the coding of the study.
code-off = { $code } is off the note.
no-note-below = There is no note below this one.
notes-joined = Two notes are one. { $key } undoes.
note-split = The note is two notes now. { $key } undoes.
split-kept-first = Keep the note first; then it can be split.
taken-back-listed = { $count ->
    [one] { $count } note that was taken back is listed, too
   *[other] { $count } notes that were taken back are listed, too
}; { $key } brings one back.
taken-back-unlisted = Notes that were taken back are listed no more.
nothing-taken-back = No note was taken back.
is-taken-back = That note was taken back; { $key } brings it back.
brought-back = The note is back.
asked-so-marked = { $at }: { $what }. { $count } of that so far; only you see it.
asked-so-unmarked = { $at }: { $what } is marked no more.
asked-so-row = How did you ask it?
listen-heard = heard { $heard } of { $all } notes
listen-heard-short = heard { $heard }/{ $all }
listen-is-heard = heard
listen-taken-back = taken back
aside-codes = Codes
own-questions = how you asked: { $counts }
own-questions-of = { $count } × { $what }
distress-at = distress: { $words }
note-at = { $kind } at { $at }
note-edit-keys = { $title }: { $keep } keeps, { $aside } puts aside, { $kind } kind

## What every screen has

larger-window-shows = (a larger window shows the rest)
key-shows-the-rest = ({ $key }: the rest)
window-too-small = { $state } { $at }. Make the window larger: { $columns }x{ $rows } or more.
a-bare-moment = moment
words-off-record = off the record: { $words }
more-in-show = and more: hearback show { $session }
mark-disk = DISK
mark-not-saved = NOT SAVED
mark-muted = MUTED
mark-silence = SILENCE
mark-faint = FAINT
mark-other-mic = OTHER MIC
mark-battery = BATTERY

## Numbers of things

n-notes = { $count ->
    [0] no notes
    [one] 1 note
   *[other] { $count } notes
}
n-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}

## Headings of the manual, by their English words

heading-they-take-something-back = They take something back
heading-a-focus-group = A focus group
heading-what-must-be-reported = What must be reported
heading-reading-back = Reading back
heading-the-end = The end
heading-the-member-check-from-statements-to-the-answer = The member check, from statements to the answer
heading-the-register = The register
heading-handing-over-to-analysis-to-paper-to-the-archive = Handing over: to analysis, to paper, to the archive
heading-what-never-leaves = What never leaves
heading-what-is-written-down = What is written down
heading-the-forms-and-what-reads-them = The forms, and what reads them
heading-when-it-comes-back-coded = When it comes back coded
heading-exports-as-json-lines = Exports as JSON Lines
heading-the-letter = The letter
heading-plain-words = Plain words
heading-the-trail = The trail
heading-composing = Composing
heading-the-interview-from-the-form-to-the-letter = The interview, from the form to the letter
heading-home = Home
heading-set-up = Set up
heading-interview = Interview
heading-notes = Notes
heading-coverage = Coverage
heading-marks-without-a-word = Marks without a word
heading-the-commonest-keys = The commonest keys
heading-what-is-done-shown-and-asked-only-of-some = What is done, shown and asked only of some
heading-closed-questions = Closed questions
heading-time = Time
heading-silence-in-the-sound = Silence in the sound
heading-they-take-consent-back = They take consent back
heading-undo = Undo
heading-off-the-record = Off the record
heading-a-follow-up = A follow-up
heading-distress = Distress
heading-no-audio = No audio
heading-when-the-microphone-is-lost = When the microphone is lost
heading-when-the-wrong-one-is-heard = When the wrong one is heard
heading-what-else-is-said-while-there-is-time = What else is said while there is time
heading-stopped-from-outside = Stopped from outside
heading-a-quiet-screen = A quiet screen
heading-listen-back = Listen back
heading-member-check-and-letter = Member check and letter
heading-by-ear-or-by-braille = By ear or by braille
heading-find-something-again = Find something again
heading-rehearse = Rehearse
heading-transcripts-what-was-said-in-words = Transcripts: what was said, in words
heading-what-is-read = What is read
heading-while-you-listen = While you listen
heading-what-is-not-shown = What is not shown
heading-passages-without-speech = Passages without speech
heading-on-this-machine = On this machine
heading-for-a-transcriber = For a transcriber
heading-the-topic-guide-the-study-and-its-participants = The topic guide, the study and its participants
heading-the-keys-of-a-guide = The keys of a guide
heading-from-word = From Word
heading-check-a-guide = Check a guide
heading-a-guide-on-paper = A guide on paper
heading-versions-of-a-guide = Versions of a guide
heading-translations = Translations
heading-the-study-who-takes-part-and-its-figures = The study: who takes part, and its figures
heading-terms-and-destroying-when-they-are-over = Terms, and destroying when they are over
heading-quotes = Quotes
heading-decisions = Decisions
heading-reports = Reports
heading-the-wall = The wall
heading-the-report = The report
heading-how-they-were-found = How they were found
heading-whom-you-still-want = Whom you still want
heading-the-figures = The figures
heading-enough-interviews = Enough interviews
heading-study-yaml-and-participants-yaml = `study.yaml` and `participants.yaml`
heading-the-keys-of-every-screen = The keys of every screen
heading-your-own-keys = Your own keys
heading-the-journal-what-happened-line-by-line = The journal: what happened, line by line
heading-check-a-journal = Check a journal
heading-events = Events
heading-what-stays = What stays
heading-a-program-that-is-older-than-a-line = A program that is older than a line
heading-files-on-disk-and-what-programs-can-read = Files on disk, and what programs can read
heading-languages = Languages
heading-takes-and-peaks = Takes and peaks
heading-whether-a-take-is-the-recording-that-was-made = Whether a take is the recording that was made
heading-what-programs-get = What programs get
heading-letters = Letters
heading-receipts = Receipts
heading-privacy = Privacy
heading-commands-in-scripts-and-how-they-end = Commands in scripts, and how they end
heading-exit-codes = Exit codes
heading-when-things-go-wrong = When things go wrong
heading-sound = Sound
heading-disk-and-power = Disk and power
heading-after-a-crash-and-sessions-that-do-not-open = After a crash, and sessions that do not open
heading-recordings-that-are-not-what-was-recorded = Recordings that are not what was recorded
heading-the-rest = The rest
heading-when-the-window-is-closed = When the window is closed
heading-macos-and-windows = macOS and Windows
heading-what-is-proved-and-how = What is proved, and how
heading-how-it-was-tried-and-how-to-work-on-it = How it was tried, and how to work on it
heading-beside-other-recorders = Beside other recorders
heading-not-tried-by-a-machine = Not tried by a machine
heading-working-on-it = Working on it
## So many of something

n-guides = { $count ->
    [0] no guides
    [one] { $count } guide
   *[other] { $count } guides
}
n-topics = { $count ->
    [0] no topics
    [one] { $count } topic
   *[other] { $count } topics
}
n-questions = { $count ->
    [0] no questions
    [one] { $count } question
   *[other] { $count } questions
}
n-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}

## What every command says

answer-note = note: { $what }
form-contradicts = { $file } is by its name no { $form }: leave out --format, or let the name end otherwise
form-unwritten = it is not written in the form that { $file } ends in. What there is: { $forms }
participant-looks-like-a-name = { $code } looks like a name: a participant has a code such as P07
looks-like-a-name = { $code } looks like a name: use a code such as I1
terminal-needed = this needs a terminal: run it in one, or see `hearback --help` for what works without
ask-yes-or-no = { $question } (y/n)
ask-yes = y yes

## A command line that cannot be read

cli-needs-words = { $name } needs words: { $why }
cli-empty = what was given is empty. Write it out, or leave it out
cli-unseen = what was given has a sign in it that cannot be seen, such as a tab or a line break. Write it without
cli-needs-more = `{ $command }` needs more than was given. What is missing:
cli-example = For example: { $command }
cli-example-told = by telephone
cli-example-what = no change
cli-option-of = tip: { $option } is for { $commands }

## When the program itself is wrong

stumbled = hearback stumbled over a mistake of its own ({ $place }) and had to stop. The recording and the notes up to then are kept: open the session again, or type `hearback recover`. Please report the place in brackets.
stumbled-somewhere = a place that is not known

## Where a study is made

init-no-title = A study without a title yet
init-made = A study is made in { $place }: study.yaml, participants.yaml and { $guides }.
init-next = Next: write the title and a contact into study.yaml, look at guides/, then `hearback conduct` there.
init-over = { $place } is a study already, and nothing is overwritten: `hearback` there opens it. For another study, name a folder outside it: `hearback init FOLDER`
init-within = { $place } lies within the study in { $root }: what is called there would be about the new study, and not about that one
init-outside = { $why }. Name a folder outside it: `hearback init FOLDER`
init-ask-within = { $why }. Make another study within it?
init-none-made = no study was made: name a folder outside the other one, `hearback init FOLDER`

## What a participant agreed to, and what they changed

consent-yes = yes
consent-no = no
consent-taken-back = taken back at { $at }: { $what }
consent-changed = changed to { $answer } on { $day }, told { $told } to { $whom }
consent-no-recording = not to be recorded
consent-letter = a letter may be sent
consent-no-letter = no letter: { $why }
consent-no-quotes = their own words do not stand in it
consent-no-day = --on takes a day such as 2026-11-24
consent-day-ahead = { $day } has not come yet: --on is the day on which it happened
consent-no-words = { $flag } needs words: how, or to whom, they said so
consent-items = { $why }. This session's items are { $items }
consent-now = { $session }: the answer to { $item } is { $answer } now
consent-letters-before = { $count ->
    [one] { $count } version of the letter had been written before; it is where it was
   *[other] { $count } versions of the letter had been written before; they are where they were
}

## The letter, on the command line

write-letter-check-not = check no statement against this recording: { $why }
write-letter-still-used = they asked not to use something (remark { $remark }), and nothing is left out for it yet: it may stand in this letter
write-letter-left-out = { $count ->
    [one] { $count } statement is left out, because a note it rests on was taken back or is private now
   *[other] { $count } statements are left out, because a note they rest on was taken back or is private now
}
write-letter-lines-lost = lines of this session's journal are lost, and a no may have been among them: ask again before you send this
write-letter-no-text = a { $form } file is no text for a screen: say with `--out FILE` where it goes
write-letter-lies = the letter lies in { $file }

## Topic guides, on the command line

guide-no-id = { $id } cannot be a guide's id: write it with a-z, 0-9 and hyphens, such as { $better }
guide-made = { $file } is made from the template ({ $day }). Edit it, then: hearback guide check { $file }
guide-fine = { $file }: fine. { $topics }, { $questions }, { $minutes }
guide-head = { $title } ({ $id } v{ $version }, { $language }, { $minutes })
guide-round = { $round ->
    [first] first interview
   *[follow-up] follow-up interview
}
guide-round-minutes = { $round } ({ $minutes })
guide-topic = { $number }  { $title }  ({ $minutes } min)
guide-in-folder = { $wish } is a folder: name a guide file that lies in it, or a guide of the study by its id
guide-no-file = there is no file { $wish }: check its name and the folder it lies in
guide-no-file-known = { $why }; { $known }
guide-known = this study has { $guides }
guide-known-none = this study has none that can be used
guide-not-yet = the guide { $wish } cannot be used yet. { $why }
guide-a-folder = { $wish } is a folder: name a guide of the study by its id; { $known }
guide-not-here = { $wish } is not among the guides of this study: copy it into { $folder } first
guide-none-such = there is no guide { $wish } that can be used: { $known }
guide-none-such-because = there is no guide { $wish } that can be used: { $known }. { $why }

## The manual, on the command line

help-command-too = `{ $command }` is a command too: `{ $command } --help`.
help-nothing = there is no topic or command { $asked }: the topics are { $topics }; `hearback help` lists the commands too
help-title = The manual of hearback
help-topics = `hearback help TOPIC` tells about
help-commands = `hearback help COMMAND`, or `hearback COMMAND --help`, about

## The keys as a table

keys-column = keys
keys-does-column = what they do
keys-yours = Your own keys.
keys-own-from = your own, from { $file }
keys-no-folder = there is no configuration folder: set HEARBACK_CONFIG, or name the file
keys-none = there is no { $file }: the built-in keys are in effect
keys-fine = { $file }: fine. Own keys for { $count ->
    [0] no action
    [one] { $count } action
   *[other] { $count } actions
}

## Whether the takes are the recordings that were made

verify-unread = not everything could be read: see above
verify-other = not every take is the recording that was made: see above
verify-held = the session is open in another window: its digest is known when that has ended
verify-no-digest = its digest is not known, so only length and format were compared: `hearback recover` takes it

## Pages for man

man-cannot = a page cannot be made: { $why }
man-there = { $page } is in { $folder } already: nothing is written; name another folder
man-made = { $count } pages lie in { $folder }. To read one: man -l { $page }

## Sessions: the list, one of them, and what is mended

sessions-none = no interview yet: `hearback conduct` holds the first one
show-when = { $day } at { $time }
show-setting = where: { $place }
show-by-video = by video
show-beside = by video, with them: { $who }
show-present = also there: { $who }
show-leads = leads: { $code }
show-types = typed: { $code }
show-far-voice = their voice from the other end, before the beginning: { $found }
show-room-check = room check with { $device }: { $found }
show-summary-wish = wants the summary: { $wish }
show-summary-unasked = wants the summary; in which form was not asked
show-recorded = recorded { $length }
show-unrecorded = not recorded { $length }
show-off-record = off the record { $count ->
    [0] never
    [one] once
   *[other] { $count } times
}
show-note-off-record = off the record: { $text }
show-distress = distress
show-unfinished = unfinished
show-question = { $topic } / { $question }
show-question-because = { $topic } / { $question }, because: { $reason }
show-question-no-reason = { $topic } / { $question }, no reason given
recover-digests = { $count ->
    [one] The digest of { $count } take was taken.
   *[other] The digest of { $count } takes was taken.
}
recover-waveforms = { $count ->
    [one] The waveform of { $count } take was made again.
   *[other] The waveform of { $count } takes was made again.
}
recover-nothing = nothing to mend
recover-no-waveform = A waveform could not be made again: { $why }
recover-not-all = not every session could be mended: see above

## Interviews, begun on the command line

terminal-strange = not UTF-8 ({ $what }): drawn in ASCII, and letters with accents may look wrong. Set LANG to one with UTF-8 in it
signals-cannot = signals cannot be listened for: { $why }
microphones-cannot = microphones cannot be looked for: { $why }
microphone-none = no microphone was found: plug one in and start again, or go on with notes only
microphone-none-because = { $why } Notes only until then
init-ask-here = There is no study in this folder yet. Make one here?
home-cut-short = the interview with { $participant } was cut short: { $key } mends it and shows what was recovered
conduct-no-guide = this study has no guide that can be used: { $why }
conduct-make-guide = `hearback guide new` makes one
conduct-reaction = --reaction takes seconds from 0 to 10
conduct-kept = kept as { $session }; what there is to see to: hearback ends
conduct-listen = listen back: { $command }
rehearsal = a rehearsal: nothing is kept
rehearsal-and = a rehearsal: nothing is kept. { $what }
rehearsal-live = A rehearsal: nothing is kept. Type a note, { $save } saves it; { $next } goes on in the guide; { $end } twice ends
rehearsal-then = With a guide of your own: { $own }. To make a study: { $study }
rehearsal-title = Rehearsal: nothing is kept
rehearsal-no-place = there is no place for a rehearsal: { $why }
rehearsal-over = rehearsed for { $length }; nothing was kept

## The demonstration

demo-no-place = there is no place for a demonstration: { $why }. Or give one with --out
demo-microphone = a simulated microphone
demo-no-guide = the bundled guide is missing
demo-live = A demo: type a note, { $save } keeps it; { $next } goes on in the guide; { $end } twice ends
demo-scripted = A scripted interview, from set-up to letter. The microphone is simulated, everything else is real.
demo-set-up = set-up
demo-set-up-done = guide { $guide }, participant { $participant }, every consent item answered
demo-interview = interview
demo-interview-done = { $seconds } s of it, { $notes } notes and moments, each stamped against the sound
demo-member-check = member check
demo-member-check-done = three statements from the notes that may be shared; memos and observations stay out
demo-not-begun = the interview did not begin: { $why }
demo-not-written = no letter was written: { $why }
demo-no-reason = no reason was given
demo-lies = Everything lies in { $folder }
demo-guide = the guide, frozen
demo-recording = the recording
demo-journal = the journal
demo-letter = the letter
demo-none = none
demo-see = See it: { $command }
demo-listen = Listen: { $command }

## What this machine can do: mics and doctor

mics-none = no microphone was found: plug one in, or start the sound server, and see `hearback doctor`
mics-system = * is the system's choice
doctor-fine = fine
doctor-note = note
doctor-wrong = WRONG
doctor-failed = something is not as it should be: the lines that begin with { $mark } say what to do
doctor-of-sound-system = sound system
doctor-of-microphone = microphone
doctor-of-loudspeaker = loudspeaker
doctor-of-spoken = language
doctor-of-study = study
doctor-of-disk = disk
doctor-of-room-check = room check
doctor-of-encryption = encryption
doctor-of-cloud = cloud
doctor-of-recordings = recordings
doctor-of-interviewer = interviewer
doctor-of-keys = keys
doctor-of-awake = staying awake
doctor-of-terminal = terminal
doctor-sound-passed-over = { $name } is used although { $why }. Start the server as this user, or let PULSE_COOKIE name its key
doctor-microphone-heard = { $name }, { $format }, loudest { $level } dB just now
doctor-microphone-silent = { $name }, { $format }: nothing but silence just now. Is it muted?
doctor-sound-hangs = the sound system does not answer: restart it, or the machine
doctor-notes-only = { $why } Until then interviews can be held with notes only.
doctor-loudspeaker-needed = { $why } Listening back needs one, recording does not
doctor-loudspeaker-none = none was found.
doctor-loudspeaker-opens = { $name } opens; { $count } in all
doctor-loudspeaker-no-device = none opens, whatever is listed ({ $count }): plug one in or start the sound server.
doctor-loudspeaker-closed = the system's choice ({ $count } in all) does not open. { $why }
doctor-loudspeaker-hangs = none answers ({ $count } in all): restart the sound server.
doctor-open-to-others = others can look into { $folder }: chmod -R go-rwx { $folder }
doctor-little-room = room for { $minutes } min of recording only: free some space
doctor-room = { $guides }, room for { $hours } h of recording
doctor-room-unknown = { $guides }; this system does not say how much room there is
doctor-no-study = there is no study here { $wanted ->
    [disk] to try the disk of
   *[recordings] to look at
}
doctor-study-closed = the study cannot be opened { $wanted ->
    [disk] to try the disk of
   *[recordings] to look at
}: see above
doctor-disk = files are made, synced, replaced and held as they should be
doctor-no-folder = there is no configuration folder: set HEARBACK_CONFIG, or your code is asked each time
doctor-interviewer = { $who }, kept in { $file }
doctor-nobody = nobody has said their code yet: the form of an interview asks for it once and keeps it in { $file }
doctor-keys = the built-in ones
doctor-keys-own = your own, from { $file }
doctor-keys-none = the built-in ones; your own would stand in { $file }
doctor-awake = while an interview is open this computer does not fall asleep, also with its lid closed
doctor-not-encrypted = nothing that encrypts is seen between the study and its disk (a disk that does so by itself does not say it): whoever has the computer can read it. `hearback help trouble` says more
doctor-encryption-unknown = it cannot be told here whether the study’s disk is encrypted: ask whoever set up this computer
doctor-encryption-mac = it cannot be told here whether the study’s disk is encrypted: look for FileVault in the system settings
doctor-encryption-windows = it cannot be told here whether the study’s disk is encrypted: look for BitLocker, or device encryption, in the settings
doctor-synced = by the look of it, { $service } copies the study elsewhere. Is that allowed for these recordings? `hearback help trouble` says what to do
doctor-not-synced = nothing that copies the study elsewhere is seen
doctor-letters-small = { $size }: the letters are small at arm’s length. Make them larger for the room: Ctrl and + does that in most terminals
doctor-sleeps = the system does not let programs ask for it: turn sleep off by hand, and leave the lid open
doctor-no-terminal = this is not one: the screens need a terminal
doctor-terminal-small = { $size }: it works from 40x10 on, and is made for 80x24 or more
doctor-terminal-silent = it does not say its size

## What could not be done with the study's files

could-not-make-study = could not make the study
could-not-make-session-folder = could not make the session's folder
could-not-freeze-guide = could not freeze the guide
could-not-hold-session = could not take hold of the session
could-not-keep-draft = could not keep the unfinished note
could-not-write-letter = could not write the letter
could-not-write-trail = could not write the trail
could-not-read = could not read
could-not-make-a-folder = could not make a folder
could-not-look-into = could not look into
could-not-make-journal = could not make the journal
could-not-open-journal = could not open the journal
could-not-read-journal = could not read the journal
could-not-set-torn-end-aside = could not set the torn end of the journal aside
could-not-word-event = could not put an event into words
could-not-write-journal = could not write the journal
could-not-open-journal-again = could not open the journal again
could-not-keep-who = could not keep who works here
could-not-keep-damaged-journal = could not keep the damaged journal
could-not-replace-damaged-journal = could not replace the damaged journal
could-not-start-journal-thread = could not start the journal's thread
could-not-make-guide = could not make the guide
could-not-make-the-folder = could not make the folder
could-not-write-page = could not write the page
could-not-check-keys = could not check the keys
could-not-make-a-file = could not make a file
could-not-write = could not write
could-not-make-safe = could not make what was written safe
could-not-make-file-whole = could not make a file whole or not at all
could-not-replace-a-file = could not replace a file
could-not-read-back = could not read what was written
could-not-make-names-safe = could not make the names of files safe
could-not-hold-a-session = could not hold a session
could-not-take-files-away = could not take files away again
could-not-check-room = could not check the room
could-not-delete-room-check = could not delete the room check
store-not-done = { $what }: { $why }
store-not-done-at = { $what } ({ $path }): { $why }
store-no-file = { $what }: there is no { $file }
store-no-folder = { $what }: there is no folder { $folder }: make it, or name another place
store-held = { $path } is open in another window: close it there, or choose another session
store-held-by = { $path } is open in another window ({ $who }): close it there, or choose another session
store-damaged = { $file } is damaged at line { $line }: `hearback recover` makes it readable again and keeps the damaged one
store-newer = { $file } was written by { $by }, which is newer: open it with that version
store-no-study = there is no study in { $folder }: `hearback init` makes one, or set HEARBACK_STUDY
store-no-session = no session is called { $wish }; there are { $names }
store-no-session-yet = no session is called { $wish }: there is none yet
store-ambiguous = { $wish } could be { $names }: write more of the name
store-sessions-gone = the folder of the sessions, { $folder }, is not there: look for it (is its disk plugged in and mounted? was it moved, or renamed?)
store-exists = { $path } is there already, and nothing is overwritten: choose another place
store-foreign = { $path } is not the plain file or folder that belongs there: { $todo }
store-move-link = move it away (it is a link), and put what it leads to in its place
store-move-folder = move it away (it is a folder), and put the file back that was there
store-move-file = move it away (it is a file), and put the folder back that was there
store-move = move it away
store-elsewhere = { $path } is a link, and it or what it leads to is not there or not yours: mount the disk it lies on, or put in its place what belongs there
store-bad-code = { $code } cannot be a participant's code: use letters, digits, - and _, at most 32, such as P07
store-no-set-up = the set-up in the journal { $file } is lost: `hearback recover` makes it again, unless the session's folder was renamed
holder-process = process { $pid }
holder-at = process { $pid }, in the terminal { $terminal }
journal-larger = it is larger than any journal
file-no-name = not the name of a file
interviewer-unread = { $file } does not say who works here: write {"{"}"code":"I1","machine":"a3f9"{"}"}, or delete it
weak-no-folder-sync = this disk cannot make the names of new files safe at once: after a power cut the last of them may be missing
weak-no-locks = this disk has no locks: have this study open in one window, on one computer, at a time

## Problems in a file that a person wrote

problem-hint = hint: { $hint }
problem-also = also at line { $line }
problems-untold = { $count ->
    [one] and 1 more problem after these
   *[other] and { $count } more problems after these
}
problems-untold-todo = mend the first ones: they are often the cause of the others

## Changes that no journal took

stranded-at = { $count ->
    [one] 1 change could not be written to the journal. It is in { $file }
   *[other] { $count } changes could not be written to the journal. They are in { $file }
}
stranded-lost = { $count ->
    [one] 1 change could not be written anywhere and is lost:
   *[other] { $count } changes could not be written anywhere and are lost:
}
stranded-unread = { $file } cannot be read as changes; it is left as it is
stranded-unfit = { $file } holds { $count ->
    [one] 1 change that does
   *[other] { $count } changes that do
} not follow on the journal; it is left as it is
stranded-taken-in = { $count ->
    [one] 1 change that the journal had not taken is in it now (from { $file }).
   *[other] { $count } changes that the journal had not taken are in it now (from { $file }).
}

## keys.toml

keys-file-shape = write it so: `[interview]` on a line, and below it `off-record = ["f13", "f9"]`
keys-file-unread = this cannot be read: { $why }
keys-file-outside = `{ $name }` stands outside every section
keys-file-no-list = `{ $name }` has no keys: a list was expected here
keys-file-no-key = a key was expected here, in quotes

## Sound: what is known of a failure

sound-used-instead = { $why }: { $system } is used instead
sound-no-format = { $device } has no usable format
sound-no-thread-ask = no thread to ask it on: { $why }
sound-no-answer = the sound system did not answer within { $seconds } s
sound-odd-samples = samples of kind { $kind }
sound-no-thread-play = no thread for playback: { $why }
sound-no-thread-tape = no thread for the tape: { $why }
sound-no-thread-simulated = no thread for the simulated device: { $why }
sound-runs-already = a recording is running
sound-not-taken-yet = the disk has not taken the recording before it yet
sound-not-paused = the recording is not paused
sound-nothing-came = it has delivered nothing for { $seconds } s
tape-stumbled = the tape stumbled: { $what }
tape-stumbled-silently = the tape stumbled: for a reason it did not give
sound-none-known = the devices you plug in (none is there now)
sound-quoted = "{ $name }"
list-or = { $before } or { $last }
format-mono = { $rate } mono
format-stereo = { $rate } stereo
format-channels = { $rate }, { $count } channels

## What is wrong with a WAV file

wav-too-short = it is too short
wav-other = it does not begin as one
wav-not-16-bit = it is not 16-bit PCM
wav-not-ours = it is not a take of this program
wav-finished-elsewhere = it holds more than sound and was finished by another program
wav-too-long = it is longer than 4 GiB
wav-big-endian = its numbers are big-endian (RIFX)
wav-other-riff = it is a RIFF file of another kind
wav-sound-first = its sound stands before what it is
wav-ends-early = it ends before it says what it holds
wav-samples-cut = what it says of its samples is cut off
wav-samples-odd = what it says of its samples does not fit together ({ $channels } channels, { $rate } a second, { $block } bytes each)
wav-bits = its samples have { $bits } bits
wav-float-bits = its samples are floating-point numbers of { $bits } bits
wav-compressed = its sound is compressed ({ $how })
wav-unknown = its samples are of a kind that is not known here ({ $tag })
wav-no-rate = its sample rate is 0

## The sound server

pulse-none = there is no sound server
pulse-elsewhere = PULSE_SERVER names { $place }, which is not a socket on this computer
pulse-not-let-in = the sound server at { $place } does not let this user in
pulse-silent = the sound server at { $place } does not answer ({ $why })
pulse-hung-up = the sound server hung up
pulse-microphone-gone = the sound server ended the stream: its microphone is gone
pulse-loudspeaker-gone = the sound server ended the stream: its loudspeaker is gone
pulse-no-message = the sound server sent what is no message
pulse-other-way = sound goes the other way there
pulse-other-format = not a format of this program's
pulse-records = interview
pulse-plays = listening back

## Sessions on disk

session-unheeded = it says what the participant no longer wants in words that this hearback does not know: nothing may leave this session before a newer one has read it
session-guide-changed = guide.yaml of this session was changed after the interview: it is not the guide that was used
session-newer-events = { $count ->
    [one] 1 event is of a newer hearback and is passed over
   *[other] { $count } events are of a newer hearback and are passed over
}
session-take-unmended = { $file } could not be mended; it is left as it is
session-torn = { $count ->
    [one] 1 byte at the end of the journal was no whole event and lies in journal.torn
   *[other] { $count } bytes at the end of the journal were no whole event and lie in journal.torn
}
journal-mended = { $what } The damaged journal is kept as { $file }.

## A study on disk

study-no-folder = this folder cannot be used: { $why }
study-vanished-perhaps = { $gone }. If none was held yet, the first interview makes it
study-vanished-folder = { $gone } It held { $count ->
    [one] 1 session
   *[other] { $count } sessions
} when it was listed last
study-vanished = this study had { $count ->
    [one] 1 session when it was listed last, and it is not there now
   *[other] { $count } sessions when they were listed last, and not one of them is there now
}: is the disk of { $folder } mounted, or was what lay there moved?
study-code-unlisted = { $code } is not in participants.yaml: add it there if the code is right
study-guide-gone = the guide { $guide } is gone
study-guide-changed = the guide { $guide } was changed on disk since the form was opened: go back, look at it, and set up again
study-file-wrong = { $file }, line { $line }: { $what }. `hearback guide check` tells all

## The register: who is there, how they were found, and who is missing

study-attribute-whole = write a whole number, such as 12
study-attribute-years = write a whole number of years, 0 to { $most }
study-group-unknown = `{ $name }` is no group of this study
study-group-none = study.yaml names no groups; write `groups: [patients, therapists]` there if you need them
study-group-known = study.yaml has { $names }; add it to `groups` there if you need it
sampling-not-asked = `{ $name }` is not asked of { $group }
sampling-not-asked-hint = take it out here, or name the group under `of` of the attribute
sampling-meets = `{ $value }` holds values that another line holds as well
sampling-meets-hint = let each value belong to one line, such as `under 40`, `40 to 60` and `over 60`
sampling-range = write a number, or a range: `under 40`, `40 to 60`, `over 60`, `up to 39`, `60 and over`
sampling-shape = what is wanted is keys with numbers
sampling-write = write `age: {"{"} under 40: 4, 40 to 60: 6 {"}"}`
recruitment-sum = count again; hearback changes none of these numbers
recruitment-reasons = `{ $key }` is a number, or reasons with numbers
recruitment-reasons-write = write `{ $key }: {"{"} no time: 6, too tired: 4 {"}"}`; nothing that tells who somebody is
treated-by-unknown = `{ $code }` is nobody on this list
treated-by-unknown-hint = put the therapist on the list first, under a code of their own
treated-by-self = `{ $code }` is this participant's own code
treated-by-same = `{ $code }` is one of the { $group } too
treated-by-hint = write the code of whoever treated them
people-gone = { $code } had all of it destroyed: nothing of them is written down again
people-nobody = { $code } is not on the list: add them first
people-there = { $code } is on the list already
people-unknown = this study does not ask `{ $name }` of participants; it asks { $names }
people-not-asked = { $name } is not asked of { $group }
people-cannot-be = { $name } cannot be `{ $value }`: { $hint }
people-group = group
people-joined = joined
people-treated-by = treated by
people-one-line = write it in one line
could-not-write-register = could not write the list of participants
people-meanwhile = { $file } was changed on disk meanwhile, and nothing is written over: look at it as it is now, and do it again
people-no-place = { $file } is written in a way in which the place for this is not found: write it there by hand
people-in-group = group
people-planned = { $round } planned
people-no-interview = none yet
people-stopped = takes no part any more ({ $interviews })
people-margin = { $attribute }: { $cells }
people-recruited = asked: { $counts }
people-missing = Missing:
people-unlisted = interviewed and not on the list: { $codes }
people-no-sampling = Whom you want to hear can stand under `sampling` in study.yaml: hearback help study
people-unread = { $count ->
    [one] { $count } session cannot be read, and counts for nobody: `hearback sessions` says why
   *[other] { $count } sessions cannot be read, and count for nobody: `hearback sessions` says why
}
people-none = Nobody is on the list yet: `hearback participants P01 --add`
people-set-usage = `{ $given }` does not say what is what: write --set NAME=VALUE, such as --set age=48
people-value = { $name }: { $value }
people-head = { $code }, interviews: { $interviews }
key-home-participants = register
key-home-participants-help = Who may be interviewed, what is known of them, and who is missing.
key-register-open = open
key-register-open-help = Unfold the participant; write down or choose what stands on this line.
key-register-add = new
key-register-add-help = Put somebody on the list, under a code.
key-register-missing = missing
key-register-missing-help = What is there of whom the study wants to hear, and how they were found; once more, the list.
key-register-undo = undo
key-register-undo-help = Take back what you did last on this screen.
key-register-redo = redo
key-register-redo-help = Do once more what you took back.
key-register-down = down
key-register-down-help = The line below.
key-register-up = up
key-register-up-help = The line above.
key-register-page-down = page down
key-register-page-down-help = A page further down.
key-register-page-up = page up
key-register-page-up-help = A page further up.
key-register-top = top
key-register-top-help = The first line.
key-register-bottom = bottom
key-register-bottom-help = The last line.
key-register-line-keep = keep
key-register-line-keep-help = Keep what stands on the line.
key-register-line-put-aside = leave it
key-register-line-put-aside-help = Leave it as it was.
people-title = { $count ->
    [0] Participants: nobody yet
    [one] { $count } participant
   *[other] { $count } participants
}
people-code = code
people-interviews = interviews
people-first = Nobody is on the list yet. { $key } puts somebody on it, under a code and never a name.
people-rest = { $key } shows all
people-missing-are = Missing: { $gaps }
people-complete = Everybody the plan wants was interviewed.
people-no-attributes = study.yaml does not say what you want to know of participants: `hearback help study` shows how
people-nothing-asked = of them nothing is asked here
people-set = { $code }, { $name }: { $value }
people-cleared = { $code }, { $name }: not recorded
people-added = { $code } on the list
people-written = Written: { $what }. { $key } takes it back
people-taken-back = Taken back: { $what }. { $key } does it again
people-done-again = Done again: { $what }. { $key } takes it back
people-nothing-back = There is nothing to take back
people-nothing-again = There is nothing to do again
people-not-read = The list could not be read: nothing is written
people-line-value = { $code }, { $name }
people-line-new = The code of somebody new
people-line-new-of = The code of somebody new: { $group }
people-bad-code = { $why }: { $hint }
people-like-a-name = { $code } looks like a name. If it is a code, Enter once more; a name would stand in every file
plain-people-prompt = Participants
plain-people-keys = A number chooses; { $open } unfolds or writes, { $add } puts somebody on the list, { $missing } tells who is missing, { $undo } takes back.
plain-people-is = { $value }, as it is now
range-under = under { $bound }
range-over = over { $bound }
range-from-to = { $from } to { $to }
range-at-most = up to { $bound }
range-at-least = { $bound } and over
recruited-contacted = { $count ->
    [one] { $count } was asked
   *[other] { $count } were asked
}
recruited-joined = { $count ->
    [0] nobody is on the list
    [one] { $count } is on the list
   *[other] { $count } are on the list
}
recruited-refused = { $count } refused
recruited-cancelled = { $count } cancelled
recruited-no-answer = { $count } did not answer
recruited-undecided = { $count ->
    [one] { $count } is undecided
   *[other] { $count } are undecided
}
recruited-reason = { $reason } { $count }
recruited-because = { $what } ({ $reasons })
recruited-open = of { $count } who were asked, nothing is written down yet
recruited-open-or-gone = of { $count } who were asked, nothing is written down; { $gone ->
    [one] { $gone } who had all of it destroyed may be one of them
   *[other] { $gone } who had all of it destroyed may be among them
}
recruited-too-many = { $count ->
    [one] { $count } more is written down than were asked: one of the counts is wrong
   *[other] { $count } more are written down than were asked: one of the counts is wrong
}
recruited-of-group = { $group }: { $counts }
came-waiting = not interviewed yet
came-interviewed = interviewed
came-withdrew = had all of it destroyed
gap-of-group = { $group }, { $attribute } { $value }
gap-of = { $attribute } { $value }
gap-to-find = { $what }: { $count } to find
gap-to-interview = { $what }: { $count } to interview, on the list already
gap-both = { $what }: { $count } to find, { $waiting } to interview
sample-interviewed = { $count } interviewed
sample-interviewed-of = { $count } of { $wanted } interviewed
sample-waiting = { $count } on the list not yet
sample-withdrew = { $count ->
    [one] { $count } had all of it destroyed and is counted nowhere else
   *[other] { $count } had all of it destroyed and are counted nowhere else
}
sample-of-group = { $group }: { $counts }
cell-there = { $value }: { $count } of { $wanted }{ $waiting ->
    [0] {""}
   *[other] , { $waiting } more on the list
}
cell-missing = { $value }: { $count } of { $wanted }, { $missing } missing{ $waiting ->
    [0] {""}
   *[other] , { $waiting } on the list
}
cell-beside = { $value }: { $count }{ $waiting ->
    [0] {""}
   *[other] , { $waiting } on the list
}
cell-other = another value
cell-not-recorded = not recorded

## What stands in the files of a new study

new-study-researchers = codes or initials, such as [AB, CD]
new-study-contact = whom participants can turn to; stands in the letter
new-study-reply-days = how long participants have to answer the letter
new-study-reaction = seconds taken off each stamp: people react late
new-study-lead-in = seconds before you begin that are kept, counted from consent on
new-study-pause = minutes off the record after which it is said again
new-study-retention = how long data are kept, in the words of your data management plan
new-study-language = what screens and sentences speak
new-study-participants = Codes and attributes; never names. The key that links codes to names belongs elsewhere.
new-study-attributes = {"{"}gender: woman, age: 47, arm: a{"}"}
new-study-schema = What you want to know of each participant, for your sample table, the form and the conditions of guides: its values, `number` or `text`.
new-study-gender = gender: [woman, man, other]
new-study-age = age: number
new-study-arm = arm: {"{"} label: trial arm, values: [a, b] {"}"}
new-study-care = What must be reported when it is told (this example stands in the place of our five kinds), what the participant is told at the door, whom you tell that you are out again.
new-study-report-what = a fall during an exercise
new-study-report-to = the trial office
new-study-report-within = 24 hours
new-study-debrief = You can ring us about this until Friday.
new-study-check-out = a message to the office

## A program that runs: its terminal, its disk, its keys

asked-to-stop = hearback was asked to stop. The interview goes on all the same, and so does its recording.
asked-to-stop-back = Press Enter here to see it again (elsewhere: `kill -CONT` with its number).
awake-why = an interview is under way
end-not-taken = the disk did not take the end of the recording: it is lost. Free some space before the next interview
no-session-open = no session is open
nothing-recorded-here = nothing was recorded in this session
terminal-closed = it was closed
terminal-unusable = the terminal cannot be used: { $why }
journal-stumbled = the journal stumbled over a mistake in the program
own-keys-unread = keys.toml cannot be read, so the built-in keys are in effect; see `hearback keys --check`: { $why }
own-keys-wrong = line { $line } of keys.toml is wrong, so the built-in keys are in effect; see `hearback keys --check`: { $why }

## Keys that somebody wants, and why some cannot be had

chord-unread = `{ $key }` is not a key: write it as `f4`, `ctrl-t`, `enter` or a single character
chord-becomes = a terminal sends { $other } for { $key }
chord-nothing-of-its-own = most terminals send nothing of their own for { $key }
chord-begins = { $key } looks like the beginning of something else
chord-not-sent = most terminals do not send { $key }
chord-desktop = { $key } belongs to the desktop
wish-no-key = `{ $key }` is not a key
wish-no-key-todo = letters and signs stand for themselves; the others are `ctrl-t`, `alt-n`, `f1` to `f24`, `enter`, `tab`, `backtab`, `esc`, `space`, `up`, `pagedown` and so on. Shift with F1 is `f13`
wish-twice = { $key } stands here twice
wish-twice-todo = leave it out once
wish-without = `{ $action }` would have no key at all
wish-without-todo = give it a key, or leave the line out: then it has those of the table
wish-keeps = `{ $action }` keeps { $key }, whatever other keys it has
wish-keeps-todo = write it as well: `{ $key }`
wish-taken = { $key } is `{ $action }` in `[{ $screen }]` already
wish-taken-twice-todo = leave it out in one of the two places
wish-taken-answer-todo = choose another: what is asked of a participant keeps its keys
wish-taken-todo = choose another, or give `{ $action }` other keys: a line `{ $action } = ["…"]` below `[{ $screen }]`
wish-out-of-reach = in `[{ $screen }]` its keys do something else
wish-out-of-reach-todo = give it one more
wish-there-are = there are { $names }
wish-meant = did you mean `{ $near }`? there are { $names }
wish-no-screen = there is no screen called `{ $screen }`
wish-elsewhere = it stands in `[{ $screen }]`
wish-gone = that is no more: `{ $instead }` took its place
wish-no-action = there is no `{ $action }` in `[{ $screen }]`
wish-answer = `{ $action }` says what a participant answered, and keeps its keys
wish-answer-todo = leave the line out
wish-lost-todo = choose another: a function key, a letter with Ctrl, or a letter with Alt
wish-another = choose another
wish-stays = { $key } stays what it is on every screen
wish-paste = Ctrl-V is how people paste elsewhere: here it does nothing
wish-by-itself = a terminal may send { $key } by itself
wish-form = { $key } would work in the form, where a terminal may send a key with Ctrl by itself
wish-form-todo = choose a function key, or a letter with Alt
wish-written = { $key } is written here
wish-edits = { $key } edits the line here
wish-line-todo = choose a function key, or a letter with Ctrl or Alt

## What a session is made of

round = { $round ->
    [first] first
   *[follow-up] follow-up
}
note-kind = { $kind ->
    [paraphrase] paraphrase
    [quote] quote
    [observation] observation
    [follow-up] follow-up
   *[memo] memo
}
coverage-not-yet = not yet
coverage-asked = asked
coverage-volunteered = volunteered
coverage-partly = partly
coverage-come-back = come back
coverage-skipped = skipped
far-voice-heard = heard
far-voice-not-heard = not heard
room-found-heard = heard
room-found-nothing = nothing heard
room-found-unknown = recorded
room-played = played
room-cut-short = played in part
room-no-loudspeaker = not played (no loudspeaker)
room-playback-unknown = not known whether it was played
room-deleted-at = deleted at { $time }
room-deleted = deleted
summary-form-ordinary = an ordinary letter
summary-form-large-letters = in large letters
summary-form-easy-words = in easy words
summary-form-read-aloud = read aloud to them
summary-way-post = by post
summary-way-mail = by e-mail
summary-way-hand = handed to them
summary-not-asked = not asked
summary-way-not-asked = { $form }; by which way was not asked
summary-form-not-asked = { $way }; in which form was not asked
how-written = in writing
how-spoken = aloud
how-not-stated = not stated
standing-planned = planned
standing-under-way = under way
standing-interrupted = interrupted
standing-recorded = recorded
standing-notes-only = notes only
standing-listened-back = listened back
standing-drafted = summary drafted
standing-written = letter written
standing-withdrawn = withdrawn
standing-destroyed = destroyed
session-unread = cannot be read: { $why }
session-stopped = { $count ->
    [one] { $codes } takes no part any more
   *[other] { $codes } take no part any more
}
session-line = { $name }  { $length }  { $settled }/{ $of } questions  { $guide }  { $standing }
study-code-write = write 1 to 32 letters, digits, hyphens or underscores, such as P07
who-form = who wrote something is a code and a machine, such as I1@a3f9
digest-form = a SHA-256 has 64 digits, each 0 to 9 or a to f

## Moments at which it became too much

distress-none = nothing was chosen
distress-then = { $before }, then { $next }
distress-opened = opened at { $at }
distress-went-on = went on at { $at }
distress-left = left the question at { $at }
distress-break = took a break at { $at }
distress-stopped = stopped at { $at }
distress-newer = something that a newer hearback knows at { $at }
distress-help = Help: { $help }
distress-no-protocol = The guide has no protocol. Pause, ask how they are, offer to stop.

## Why there is no sound, and what was lost

audio-declined = notes only: the participant does not want to be recorded
audio-notes-only = notes only
audio-withdrawn = notes only: the participant took the consent to record back
named-unread = something that this hearback cannot read
named-newer = something that a newer hearback calls { $name }
mishap-gap = { $long } of sound was lost, and silence stands there: { $why }
mishap-recovered = recovered after a crash; at most { $missing } is missing here
loss-not-recorded = { $long } not recorded: { $why } ({ $places })
loss-gap = { $long } lost, and silence stands there: { $why } ({ $places })
loss-muted = { $long } muted in the sound settings, and nothing was heard ({ $places })
loss-silent = { $long } nothing but silence from the microphone ({ $places })
loss-recovered = recovered after a crash; at most { $missing } is missing at { $at }
loss-since = { $what } (from { $at })
loss-moment = { $what } (at { $at })
stretch-at = at { $from }
stretch = { $from } to { $to }
stretches-many = { $count } times, first { $first }, last { $last }
disk-cause = { $why } ({ $detail })
disk-new-file = the recording had to go on in a new file ({ $why })
disk-from-to = from { $from } to { $to }
disk-from-on = from { $from } on
disk-times = { $count } times between { $from } and { $to }
disk-happened = { $why } { $times }; { $kept ->
    [all] all of the recording was kept
   *[some] not all of that time was kept
}
disk-happened-todo = { $happened }. Before the next interview: { $todo }

## What a step takes back or does once more

undo-moment = the moment at { $at }
undo-a-note = a note
undo-a-statement = a statement
undo-strike = striking { $what }
undo-rests = the notes of { $what }
undo-place = the place of { $what }
undo-set-aside = setting { $what } aside
undo-brought-back = bringing { $what } back
undo-meant = letting { $what } in without a note
undo-change = the change to { $what }
undo-mark = { $coverage } on { $question }
undo-a-probe = a probe
undo-probe = the probe { $probe }
undo-last-step = the last step
undo-text = “{ $text }”
undo-beginning = “{ $text }…”

## The form of an interview

setup-title = Set up an interview
setup-title-planned = Begin the interview with { $participant }
setup-title-rehearsal = A rehearsal: nothing is kept
setup-panel = Interview
setup-guide = Guide
setup-participant = Participant
setup-round = Round
setup-setting = Where
setup-present = Present
setup-beside = With them
setup-ring = To ring
setup-ring-unsaid = kept nowhere: { $key } shows it in the room
setup-far-voice = Far voice
setup-far-not-tried = not tried: press { $key } when they speak and you are silent
setup-far-listening = listening: let them speak, and be silent yourself
setup-far-not-heard = not heard: is the call’s loudspeaker on? { $key } tries again
setup-title-checking = Room check: five seconds are kept until they were played
setup-room-check = Room check
setup-room-not-done = not done: { $key } records five seconds, plays them and deletes them
setup-room-again = { $found }; { $key } tries again
setup-room-opening = opening the microphone
setup-room-listening = listening, say something: { $seconds } s
setup-room-playing = playing
setup-room-deleting = deleting
setup-room-failed = { $why } { $key } tries again
setup-room-notes-only = notes only: there is no microphone to check
setup-room-no-sound = the room can be checked once the microphone is open
setup-room-still = the five seconds before are still being deleted
setup-room-lost = The microphone stopped before five seconds were recorded.
room-left-behind = The five seconds of the room check could not be deleted, and are still on the disk: { $why }
room-swept = { $count ->
    [one] A room check that was cut off was still on the disk: it is deleted now.
   *[other] { $count } room checks that were cut off were still on the disk: they are deleted now.
}
setup-leads = Leads
setup-types = Types here
setup-microphone = Microphone
setup-fallback = If lost
setup-consent = Consent { $yes }/{ $no }
setup-how = How given
setup-letter = Letter
setup-letter-version = version { $version }
setup-letter-dated = version { $version } of { $date }
setup-summary-form = Summary
setup-summary-way = Sent how
setup-summary-last-time = last time: { $wish }
setup-summary-address = where to belongs in the key list, outside the study: not here
setup-begin = Begin
setup-yes = yes
setup-no = no
rows-above = { $sign } { $count } more above
rows-below = { $sign } { $count } more below
setup-suggested = suggested: typing takes its place
setup-suggestion = suggested
setup-had = { $round ->
    [first] first
   *[follow-up] follow-up
} on { $date }
not-ready = not ready: { $what ->
    [guide] no guide
    [code] the code
    [leads] who leads
    [own-code] your code
    [round] the round
    [seats] the seats
    [taking-part] they say no
    [recording] no to sound
    [anybody] nobody there
   *[consent] consent?
}
not-ready-disk = not ready: see the disk
not-ready-disk-twice = not ready: see the disk above; { $key } twice tries all the same
not-heard = microphone not heard yet
not-heard-twice = the microphone is not heard yet: say something; { $key } twice begins all the same
far-unheard = far voice not heard yet
far-unheard-begins = { $key } begins, but the voice from the other end was not heard yet
ready = ready: { $key } begins
begins-the-interview = { $key } begins the interview
no-guide = none
setup-own-code = not said yet: your own code, such as I1
setup-leads-unsaid = whoever types, or another’s code
setup-offered = { $left } and { $right } go through what is offered
place-home = at home
place-department = at the department
place-practice = at the practice
place-video = by video
no-microphone-notes-only = none: notes only
setup-was-held = already has a { $round ->
    [first] first
   *[follow-up] follow-up
} interview in this study
microphone-is = it is { $id }
setup-lead-in = kept from consent on: at most the last { $seconds } s before you begin
setup-lead-in-kept = in memory from now on: the last { $seconds } s before you begin
fallback-wait = wait until it is back
fallback-go-on = go on with { $microphone }
setup-room-minutes = room on the disk for { $count ->
    [0] less than a minute
    [one] { $count } minute
   *[other] { $count } minutes
} only: free some space
setup-room-hours = room on the disk for { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
setup-battery = battery { $percent } %
setup-battery-on-mains = battery { $percent } %, on mains
setup-synced = by the look of it { $service } copies this folder elsewhere: see trouble under F1
setup-letters-small = small letters at arm’s length: larger with Ctrl and +, in most terminals
place-encrypted = this folder is encrypted
place-not-encrypted = no encryption seen
place-encryption-unknown = encryption: cannot be told
setup-how-given = { $how } ({ $key }: { $other })   { $yes }{"\u00A0"}yes  { $no }{"\u00A0"}no  { $all }{"\u00A0"}all
opening-the-microphone = opening the microphone
microphone-heard = heard
say-something = say something
code-is-a-name = this looks like a name: use a code such as P07, and keep the key elsewhere
code-asks-no-more = { $participant } took consent back, or wants to be asked nothing more: hearback consent says what they said
code-was-held = { $participant } already has a { $round ->
    [first] first
   *[follow-up] follow-up
} interview in this study: is it another participant, or another round?
disk-once-more = { $why }. { $key } once more tries all the same
begin-without-sound = begin again goes on with notes only until the microphone works; or choose another. { $why }
begin-unheard = nothing was heard from the microphone yet: say something, or choose another; begin again goes on all the same
not-to-be-recorded = not to be recorded: notes only, and the microphone is released
to-be-recorded-again = to be recorded again: { $microphone }
microphone-back = { $microphone } is there again, and is listened to
microphone-gone = { $microphone } is gone: it is listened to again when it is back. Or choose another, or notes only
microphone-unusable = the microphone cannot be used: choose another, or notes only. It is tried again by itself
microphone-new = { $microphone } is there now: it can be chosen as the microphone
missing-guide = the study has no guide: `hearback guide new` makes one
missing-code = the participant needs a code such as P07: letters, digits, - and _, at most 32
missing-leads = the code of whoever leads is letters, digits, - and _, at most 32, such as I1; or leave it empty
missing-own-code = your own code is letters, digits, - and _, at most 32, such as I1; or leave it empty
missing-round = this guide is not for a { $round ->
    [first] first
   *[follow-up] follow-up
} interview
missing-answer = a consent item has no answer: { $yes } yes, { $no } no, { $all } all yes
missing-taking-part = consent to take part was refused: there is no interview

## Home: the sessions of the study

n-sessions = { $count ->
    [0] no sessions
    [one] 1 session
   *[other] { $count } sessions
}
home-panel = Sessions
home-none = No interview yet.
home-first = { $key } sets up the first one.
home-own-guide = `hearback guide new` makes a guide of your own.
home-all-the-same = { $key } sets up an interview all the same.
home-rehearsed = The rehearsal has ended; nothing of it is kept.
home-demonstrated = The demonstration has ended.
home-kept = The interview is kept.
home-unsaved = The interview has ended, and { $count ->
    [one] a change is
   *[other] { $count } changes are
} not in its journal.
home-held = { $what } { $length }, { $notes }.
home-held-unrecorded = { $what } { $length } without sound, { $notes }.
home-rest = the rest: hearback show
home-rest-of = the rest: hearback show { $session }
home-topic-minutes = { $topic }: { $used } min, planned { $planned }
home-any-key = Any key goes on.
home-unread = { $session }  cannot be read: { $key } says why
home-unread-more = { $why }. { $key } tells more
home-sound-destroyed = sound destroyed
home-stopped = takes no part any more
home-no-session = there is no session yet: { $key } sets up the first interview
home-open-elsewhere = this session is open in another window: go on there, or end it there first
home-open-elsewhere-by = this session is open in another window ({ $who }): go on there, or end it there first
home-not-held = this interview has not been held yet: { $key } opens its form

## The member check

n-statements = { $count ->
    [one] 1 statement
   *[other] { $count } statements
}
check-title = Member check  { $participant } { $round }
check-left-out = { $count } not in the letter
check-letter-stands = { $state ->
    [none] no letter yet
    [current] letter { $version }
   *[old] letter { $version } is out of date
}
check-panel = What we heard
check-panel-wanted = What we heard (wanted: { $wish })
check-letter = The letter, as they will read it
check-letter-empty = There is no statement in the letter yet.
check-choosing = { $take } takes or leaves a note, { $done } is done: “{ $text }”
check-writing = { $keep } keeps, { $aside } puts aside: statement under { $topic }
check-not-used = not used:
check-bare-topics = { $topics }: no note to share yet
check-is-aside = set aside, not in the letter: { $key } brings it back
check-is-bare = rests on no note, not in the letter: { $mean } means it, { $choose } chooses notes
check-is-meant = rests on no note; you mean it ({ $mean })
check-note-gone = not in the letter: a note it rests on was taken back or is private now; { $key } chooses others
check-printed = { $words } (printed)
check-note-struck = (a note that was taken back)
check-note-private = (a note that is not shared any more)
check-not-a-note = this is not a note: notes are gathered
check-no-notes = there is no note to choose: none may be shared yet
check-gathered = { $count ->
    [0] no note is gathered any more
    [one] 1 note is gathered: { $key } writes a statement that rests on it
   *[other] { $count } notes are gathered: { $key } writes a statement that rests on them
}
check-note-taken = it rests on this note; { $key } takes that back
check-note-left = it rests on this note no longer; { $key } takes that back
check-rests-on-nothing-now = it rests on no note now and is not in the letter: { $mean } means it all the same, { $key } takes this back
check-note-of-a-statement = this is a note: { $key } takes it out of the statement; to take the statement back, choose the statement
check-aside = the statement is put aside; { $key } brings it back
check-kept = kept under { $number } { $topic }; it rests on the { $count ->
    [one] note
   *[other] notes
} of { $at }
check-kept-bare = kept. It rests on no note, so it is not in the letter: { $key } means it all the same
check-not-a-statement = this is not a statement: { $key } writes one
check-no-moment = there is no moment to hear here: choose a note, or a statement that rests on one
check-no-quote = there is no quote here to print: only quote notes are their own words
check-quotes-now = { $count ->
    [0] none of their own words is printed below it; { $key } takes that back
   *[other] their own words are printed below it; { $key } takes that back
}
check-no-words = it rests on no note: there are no words to take over
check-words-taken = the words of its notes stand on the line: write them as you would say them to the participant
check-split = two statements now, on the same notes; { $key } makes them one again
check-joined = one statement now, on the notes of both; { $key } makes them two again
check-none-below = there is no statement below it under this topic to join it with
check-set-aside = set aside: in no letter until { $again } brings it back; { $key } takes this back
check-in-again = back among the statements; { $key } takes this back
check-meant = you mean it: it is in the letter, although it rests on no note; { $key } takes this back
check-not-meant = it rests on no note and is not in the letter; { $key } takes this back
check-other-topic = now under { $topic }; { $key } takes this back
check-first-of-all = it stands first in the letter already
check-last-of-all = it stands last in the letter already
check-nothing-to-send = there is nothing to send yet: { $key } on a note writes a statement
check-only-bare = nothing to send yet: what could be in the letter rests on no note. { $key } on a statement means it all the same
check-nothing-to-edit = there is no statement to edit yet: { $key } writes one
check-in-editor =
    Change the words below each number; leave the lines with numbers as they are.
    Lines that begin with two equals signs are not read. Save, and leave the editor.
check-editor-read = { $count ->
    [0] nothing was changed in the editor
    [one] 1 statement is changed; { $key } takes that back
   *[other] { $count } statements are changed; { $key } takes them back one by one
}
check-editor-unread = Nothing was changed: { $why }. What you wrote lies in { $file }; { $key } opens it again
check-editor-kept = What you wrote before, about statements that are others now, lies in { $file }
check-editor-lies = A text{ $dated ->
    [yes] {" "}of { $day }
   *[no] {""}
} that was given to an editor lies in { $file }; { $key } opens it again, or a fresh one beside it where the statements have changed
check-editor-no-such = line { $line } should be the number of a statement, and is { $says }
check-editor-not-in-letter = not in the letter: statement { $statement }
check-editor-twice = in line { $line } { $marker } comes a second time
check-editor-missing = { $marker } is missing; a statement is taken back here, not there
check-editor-empty = below line { $line }, { $marker }, there are no words
check-editor-nowhere = the words in line { $line } stand below no number
editor-no-place = there is no private place for the text: this user has no home folder
editor-no-file = the text in { $file } cannot be used: { $why }
editor-failed = the editor { $editor } failed ({ $why }): nothing was changed. VISUAL or EDITOR says which one is used
editor-failed-left = the editor { $editor } failed ({ $why }): nothing was changed. What it left lies in { $file } and is opened the next time
editor-failed-unread = the editor { $editor } failed ({ $why }): nothing was changed. What lies in { $file } cannot be read, and is kept the next time
editor-not-private = the text cannot lie in { $file }: a folder around it is a link, is somebody else's, or others may write in it. Make it one that only you can write in
editor-too-long = the text in { $file } is too long to be read; nothing was changed
editor-forgotten = The text that an editor was given before is destroyed: it may hold what is not to be used any more
editor-left = the text could not be destroyed in { $file }: { $why }
legend-in-letter = its number in the letter
legend-not-in-letter = not in the letter
legend-gathered = gathered

## What lies over a screen: the keys, the commands and the manual

over-keys = Keys: type to narrow, { $manual } opens the manual, { $close } closes
list-goes-on = { $above } above, { $below } below
over-nothing = Nothing is called “{ $words }” here. { $close } closes
over-commands = Commands: type to narrow, { $choose } does it, { $close } closes
over-manual = Manual: type to find, { $read } reads, { $close } closes
over-not-found = nothing in the manual holds all of these words
over-page = { $name }, line { $line } of { $all }: { $back } goes back, { $close } closes
became-too-much = it became too much

or = {" "}or{" "}

## Lines of a file that are read as they were meant

repair-write = write this line so: { $line }
repair-above = this line keeps the next from being read
invisible-space = a space that cannot be broken stands where a plain one belongs
invisible-hyphen = a hyphen that cannot be broken stands where a plain one belongs
invisible-nothing = a sign that cannot be seen stands in this line
invisible-line = a line ends here in the eyes of a word processor, and not in this file
yaml-swallowed = this line looks like an item of a list and is part of the text above it
yaml-swallowed-fix = move it to the left until its `-` stands below the `-` of the items it belongs to; under a text there is no list: further questions are `probes`
repair-write-whole = write this line so, with the blanks before it: `{ $line }`
curly-quotes = quotation marks of a word processor stand around what is no text

## What stands in a guide

guide-aim = Aim
guide-consent = Asked before the interview
guide-distress = When it becomes too much
guide-distress-signs = Signs
guide-distress-steps = Steps
guide-distress-support = Help

## Guides that say more: conditions, coded answers, key questions

guide-attribute = `attribute` has to say which attribute it means, found { $found }
guide-attribute-write = write `attribute: {"{"} arm: intervention {"}"}`, with a name from participants.yaml
guide-after-missing = `{ $key }` does not say which question it looks back on
guide-after-write = write `after:` with the id of an earlier question
guide-after-unknown = there is no question `{ $question }` to look back on
guide-after-topic = that is a topic; name one of its questions, such as `{ $question }`
guide-after-later = `{ $question }` is not asked before this
guide-after-earlier = name a question that stands further up
guide-chose-unknown = `{ $question }` has no answer with the code `{ $code }`
guide-chose-open = it is an open question; give it `choices:`, or write `was:` here
guide-write-code = write `code:` with what is noted for it, such as 1
guide-write-choice = write `say:` with the words of the answer
guide-one-choice = there is only one answer to choose
guide-more-choices = write at least two, or leave `choices` out
guide-code-twice = the code `{ $code }` stands for two answers
guide-code-once = give each answer a code of its own
guide-code-unusable = `{ $code }` cannot be a code
guide-code-write = write at most 8 letters, digits or signs, without spaces
guide-key-optional = a key question cannot be left out
guide-key-or-optional = keep `key: true` or `optional`, not both
form-true-or-false = write true or false
when-round = only in a { $round ->
    [first] first interview
   *[other] follow-up interview
}
when-audience = only { $audience ->
    [individual] with one participant
    [pair] with two people together
   *[other] in a group
}
when-attribute = only if { $name } is { $values }
when-was = only if { $question } was: { $states }
when-spoken-of = only once { $question } was spoken of
when-chose = only if the answer to { $question } was: { $codes }
guide-instruct = [{ $words }]
guide-card = Card: { $words }
guide-answers = Answers: { $answers }
guide-key-question = key question
guide-optional-question = may be left out ({ $number })
in-own-words = (in your own words) { $about }
guide-ask-about = `about` stands beside `ask`
guide-ask-or-about = keep `ask:` for words that are read aloud, or `about:` for what you put into your own words
guide-write-about = write `about:` with what it is about
guide-minutes-outside = the topics take { $least } to { $most } minutes, as their conditions go, but the guide says { $said }
guide-minutes-between = change `minutes` to a number between the two, or the minutes of a topic
guide-after-probe = that is a probe; look back on its question `{ $question }`, or make the probe a question of its own
guide-after-consent = that is a consent item; a condition looks back on a question
form-one-word = `{ $key }` takes one word, not a list
guide-purpose = why: { $words }
guide-from = source: { $words }
guide-heading = for the participant: { $words }
guide-short = in the column: { $words }
guide-never = Never asked with this guide
remark-attribute = `{ $name }` is nothing that this study wants to know of participants: the condition keeps nothing from anybody
remark-attribute-instead = write { $names }, or add it to `attributes` in study.yaml
remark-attribute-value = `{ $name }` is never `{ $value }` in this study
remark-attribute-value-instead = write one of { $values }, or add it to `attributes` in study.yaml
remark-attribute-number = write a number, such as 48
remark-never = `{ $question }` is never asked: its condition does not fit whom and which rounds this guide is for
remark-never-instead = change its `when:`, or `audience:` or `rounds:` of the guide
## What could be better about a guide: remarks, which refuse nothing

problem-remark = remark: { $what }
problem-instead = instead: { $hint }
n-remarks = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
guide-fine-remarks = { $file }: nothing wrong, { $remarks }. { $topics }, { $questions }, { $minutes }
remark-two-questions = there are two questions here, and people answer the last one
remark-joined = “{ $words }” makes it two questions, and people answer the last one
remark-two-instead = ask one of them, and make the other a probe
remark-alternatives = “{ $words }” offers answers, and people choose one of them
remark-alternatives-instead = ask it openly (“How was that for you?”), or list the answers as `choices` if they are to be counted
remark-leading = “{ $words }” lets people hear which answer you hope for
remark-leading-instead = ask as somebody who does not know: “How was that for you?”
remark-reproach = “{ $words }” sounds like a reproach, and people begin to defend themselves
remark-reproach-instead = ask for what happened: “What made you …?”
remark-measuring = “{ $words }” asks how much of it there was before you know that there was any
remark-measuring-instead = ask first what it was like: “How was … for you?”
remark-presuming = “{ $words }” takes for granted that there is something
remark-presuming-instead = leave room for nothing: “What, if anything, …?”
remark-closed = a question that begins with “{ $words }” can be answered with yes or no
remark-closed-instead = begin with what, how, when or who; or list the answers as `choices`
remark-long = { $count } characters are more than people take in at once ({ $most } at most)
remark-long-instead = say the half of it, and leave the rest to the probes or to what is read before
remark-wide = “{ $words }” is { $cells } wide, and the column has room for { $column }: the rest is cut off
remark-wide-instead = find a shorter one
remark-time = { $questions } take about { $needed }, and { $minutes } are planned: one with its probes takes { $each }
remark-time-instead = keep those that you need most, take others out, or plan more time
remark-open-place = “{ $words }” is still to be filled in
remark-open-place-instead = write what belongs there, or take it out
remark-open-place-read = write what belongs there; what is for you alone, and never read aloud, goes into `instruct`

## Two guides side by side

guide-no-version = there is no { $id }@{ $version }. Of { $id } there is { $known }. A version is kept from the first interview that is held with it
guide-version-there = { $place ->
    [file] { $version } (its file)
    [session] { $version } (kept by a session)
   *[program] { $version } (comes with the program)
 }
guide-diff-same = { $before } and { $after } say the same
guide-diff-head = From { $before } to { $after }:
guide-diff-consent = ! What participants are asked to agree to is different. Who said yes before did not say yes to this:
guide-diff-new = { $part }: new
guide-diff-gone = { $part }: taken out
guide-diff-reworded = { $part }: reworded
guide-diff-moved = { $part }: moved from { $from } to { $to }
guide-diff-set = { $part }: { $before } is now { $after }
guide-diff-nothing = nothing
guide-diff-was = was
guide-diff-now = now
guide-diff-spot = place { $nth }
guide-diff-spot-within = place { $nth } in { $within }
guide-diff-count = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
 }
guide-diff-part = { $part ->
    [distress] when it becomes too much
    [reports] must be reported
    [changes] change log
   *[other] the guide
 }
guide-diff-part-id = { $part ->
    [consent] consent item { $id }
    [topic] topic { $id }
    [question] question { $id }
   *[other] probe { $id }
 }
guide-diff-part-nth = { $part ->
    [introduction] introduction, paragraph { $nth }
    [closing] closing, paragraph { $nth }
   *[other] when it becomes too much, line { $nth }
 }
guide-diff-field = { $part }, `{ $field }`

## A guide on paper

paper-about = { $guide }, version { $version } · { $rounds } · { $minutes }
paper-round = { $round ->
    [first] first interview
   *[follow-up] follow-up interview
 }
paper-code = Code
paper-codes = Codes
paper-date = Date
paper-place = Place
paper-interviewers = Interviewers (codes)
paper-begun = Begun at
paper-ended = Ended at
paper-yes = yes
paper-no = no
paper-questions = Questions
paper-question = question { $number }
paper-card = Card { $number }
paper-hand-over = hand over card { $number }
paper-distress-sound = { $does ->
    [stop] The recording stops.
    [continue] The recording goes on.
   *[ask] Decide whether the recording stops.
 }
guide-print-no-round = { $guide } is not for the { $round ->
    [first] first round
   *[follow-up] follow-up
 }: leave --round out, or write the round under `rounds` in the guide
guide-print-words = there are no words for a form in the guide's language ({ $language }): its own are in { $name }
guide-print-lies = the guide lies in { $file }: open it in a browser and print it on both sides
could-not-print-guide = could not write the guide

## The change log of a guide

guide-log-back = { $file } is version { $before } already: { $version } comes before it. Give a later one, or leave `--version` out.
guide-log-version = version { $version } of { $file } has its entry already: give what changed a version of its own (--version), or say who looked at it (--by), after whom (--after), or that it was a pilot (--pilot)
guide-log-name = “{ $who }” looks like a name: write a role, such as `patient panel`, or a code
guide-log-meanwhile = { $file } was changed while the entry was being written, and is left as it is now: try again
guide-log-written = { $file }: an entry for version { $version }
guide-log-raised = { $file }: version { $version }, which was { $before }
guide-log-frozen = { $file } is the guide as a session keeps it, and stays as it was that day: name the guide in the folder guides
guide-log-bundled = the guide { $guide } comes with the program and is in no file of yours: `hearback init` puts it into a new study
guide-log-problems = nothing is written: { $file } has problems that come first.

    { $problems }
guide-log-would-be-wrong = nothing is written: with this entry { $file } would be wrong.

    { $problems }
guide-log-no-place = nothing is written: { $file } is laid out in a way in which no place for the entry is found. Write it by hand, at the top of `changes`
could-not-log-change = could not write the guide

## The versions of a guide

change-by = by: { $who }
change-after = after: { $who }
change-pilot = pilot
guide-versions-unread = the guide that { $session } keeps cannot be read
guide-versions-since = since { $day }
guide-versions-undated = of no known day
guide-versions-unused = no session
guide-versions-held = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
 }, { $first } to { $last }: { $who }
guide-versions-held-on = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
 }, { $day }: { $who }
guide-versions-line = version { $version }, { $since }; { $held }
guide-versions-texts = ! { $count } different texts were used under this number: give every change a version of its own

## A translation beside the guide it is a translation of

guide-translation-hint = the two have to be the same in all but the words: change it here, or in { $original }
guide-translation-nothing = not given
guide-translation-is = { $value }
guide-translation-value = `{ $key }` is { $here } here and { $there } in { $original }
guide-translation-part = { $part ->
    [consent] the consent item
    [topic] the topic
   *[other] the question
 }
guide-translation-extra = { $part } `{ $id }` is not in { $original } (or not in this place of it)
guide-translation-lacks = { $part } `{ $id }` of { $original } is missing here
guide-translation-order = { $part } `{ $id }` stands in another order than in { $original }
guide-translation-probes = { $here ->
    [one] this question has { $here } probe
   *[other] this question has { $here } probes
 }, and in { $original } it has { $there }
guide-translation-of-none = { $guide } does not say of which guide it is a translation: write `translation_of: ID` into it, or name the other guide as well
guide-translation-not-found = { $guide } is a translation of { $original }, which is not in this study, not in the folder of the file, and does not come with the program: name its file as well
guide-translation-same = { $guide } is the same as { $original } in all but the words
## A guide that was typed elsewhere

import-became = { $what ->
    [title] title
    [language] language
    [audience] audience
    [aim] aim
    [introduction] introduction
    [topic] topic
    [minutes] minutes
    [bridge] bridge
    [question] question
    [choices] choices
    [show] card
    [probe] probe
    [instruction] instruction
    [purpose] purpose
    [closing] closing
    [remark] remark
   *[left-out] left out
}
import-why-column = column { $column } of the table
import-why = { $why ->
    [on-top] it stands on top
    [name-of-file] from the name of the file
    [common-words] by its commonest words
    [nothing-said] the file says nothing else
    [says-so] it says so
    [heading] a heading
    [bold] short and all in bold
    [short-line] a short line by itself
    [number-above] numbered, and what is below it asks
    [numbered] numbered
    [listed] in a list without numbers
    [asks] it asks
    [below-question] in a list below a question
    [after-probes] after a word for probes
    [across-table] across the table
    [brackets] in brackets
    [italics] in italics
    [for-interviewer] it is addressed to the interviewer
    [below-no-question] below a question, and it does not ask: move it to `say` if it is read aloud
    [before-question] below the heading, before the first question
    [right-before] right before the question that follows
    [condition] it says when to ask, or where to go on
    [offers] answers to choose from
    [not-clear] it looks like answers, and no question here can have them
    [under-heading] under a heading for it
    [consent] consent is never guessed
    [consent-too] under a heading for it; what it says of consent stands at `consent` too
    [minutes] minutes are written like this
    [no-minutes] the file says none for it
    [no-questions] there are no questions under its heading
    [in-front] it stands before the first heading
    [label] it only says what follows
    [text-box] a text box: not read
    [footnote] a footnote: not read
    [comment] a comment in the margin: not read
    [page-header] at the top or the foot of the page: not read
    [contents] a table of contents: not read
    [deleted] deleted while changes were tracked: not read
    [hidden] hidden text: not read
    [picture] a picture: not read
   *[notation] code or notation: not read
}
import-missing = { $key ->
    [consent] MISSING, `consent`: what you ask before the interview. Exactly one item is about taking part and one about recording. Nobody can guess it: write it in your own words, as on your consent form.
    [introduction] MISSING, `introduction`: what you read aloud at the beginning. There is no heading such as Introduction or Welcome in the file.
    [topics] MISSING, `topics`: there is nothing in the file that looks like a question.
   *[closing] MISSING, `closing`: what you read aloud at the end. There is no heading such as Closing or Wrap-up in the file.
}
import-stood = This stood in { $file }:
import-example-consent =
    Take the # away from the lines below, and write what you say:
    consent:
      - id: taking-part
        covers: taking-part
        say: …
      - id: recording
        covers: recording
        say: …
import-example-text =
    Take the # away from the lines below, and write what you say:
    { $key }: |
      …
import-example-topics =
    Take the # away from the lines below, and write what you ask:
    topics:
      - id: first-topic
        title: …
        minutes: 10
        questions:
          - id: first-question
            ask: …
import-topic = Questions
import-title = Interview
import-change = Taken over from { $file }.
import-remark-minutes = Guessed; the file says no minutes here.
import-remark-here = In the file, { $minutes } stands here.
import-remark-parts = In the file, minutes stand at parts of it too; together { $parts }.
import-remark-total = The file says { $total } minutes in all; the topics come to { $sum }.
import-too-large = it is larger than 20 MB, and so no guide alone: save it without pictures, or only the pages of the guide
import-format = files that end in { $format } are not read: save it in your word processor as Word document (.docx), or as plain text (.txt)
import-old-word = it is an old Word document (.doc), or locked with a password: open it in your word processor and save it as Word document (.docx) without a password
import-no-package = it is called a Word document, but is none, or was cut short: open it in your word processor and save it again as Word document (.docx)
import-part-missing = the part { $part } of the Word document is missing: open it in your word processor and save it again
import-part-broken = the part { $part } of the Word document cannot be read: open it in your word processor and save it again
import-part-large = the part { $part } of the Word document is larger than any guide: save it without pictures, or only the pages of the guide
import-too-long = it has more than { $most } paragraphs: save the pages of the guide alone
import-empty = there is no text in it: is it the right file?
import-unread = { $file } cannot be read as a guide: { $why }
import-exists = { $file } is there already, and nothing is overwritten: name another file with --out
import-line = line
import-paragraph = paragraph
import-text = what stands there
import-is = became
import-because = because
import-made = { $file } is made: { $topics }, { $questions }, { $minutes }. Read it beside your file: above are guesses.
import-wrong = { $count ->
    [one] One more thing is not right yet; the check tells it.
   *[other] { $count } more things are not right yet; the check tells them.
}
import-next = Write what is missing, then: hearback guide check { $file }

## Closed questions, conditions and what may be left out, in the interview

refusal-no-such-choice = this question has no answer with the code { $code }
undo-answer = the answer { $answer } to { $question }
answer-given = { $code } { $answer }, to “{ $question }”
show-answer = answer
answers-none-marked = no answer is marked yet: type its code, or go to it first
answer-replaced = { $code } { $answer }, no longer { $before }, to “{ $question }”
answer-taken-back = taken back: { $code } { $answer }, to “{ $question }”
answers-how = Type a code, or { $next } and { $take }. { $away } puts them away.
room-not-known = { $condition }: that was not noted, so you decide
room-card = Card, to hand over:
legend-sounds = heard now
legend-more-signs = more than one
legend-here = you are here
legend-to-ask = still to be asked
legend-chosen = chosen
legend-taken = the answer that stands
legend-optional = may be left out, 1 first
plan-short = { $left ->
    [0] no minute is
    [one] 1 minute is
   *[other] { $left } minutes are
} left, and { $rest } were planned for the rest. May be left out: { $questions }
key-answers-take-answer = choose
key-answers-take-answer-help = Choose the answer that is marked; a code that is typed whole is chosen at once. Once more takes it back.
key-answers-next-answer = next
key-answers-next-answer-help = Mark the next answer.
key-answers-previous-answer = previous
key-answers-previous-answer-help = Mark the answer before.
key-answers-no-answer = put away
key-answers-no-answer-help = Put the answers away; nothing is chosen.
key-closed-answer = answer
key-closed-answer-help = Choose one of the coded answers to a closed question.

## The keys of the interview room

protocol-lies-over-it = the protocol lies over the guide: { $key } puts it away first
states-how = What became of it? Press a number:
state-stands = { $state } (so far)
key-interview-asked-and-on = asked
key-interview-asked-and-on-help = Mark the question as asked, unless it is marked already, and go on.
key-interview-states = state
key-interview-states-help = Say what became of the question: a row of states, each under a digit.
key-states-state-asked = asked
key-states-state-asked-help = It was asked and answered.
key-states-state-volunteered = volunteered
key-states-state-volunteered-help = They raised it themselves.
key-states-state-partly = partly
key-states-state-partly-help = It was partly answered.
key-states-state-come-back = come back
key-states-state-come-back-help = It is to be come back to.
key-states-state-skipped = skipped
key-states-state-skipped-help = It is left out; what is written on the line becomes the reason.
key-states-state-not-yet = not yet
key-states-state-not-yet-help = Nothing became of it yet: the mark goes.
key-states-no-state = put away
key-states-no-state-help = Put the row away; whatever else is typed is a note.
probe-used = used: “{ $probe }”
key-interview-walk-probes = probe
key-interview-walk-probes-help = Choose a probe that was not used yet; again: the next.
key-writing-kind-of-note = kind
key-writing-kind-of-note-help = Change what the note is that is being written: quote, observation, follow-up, memo, paraphrase.
key-probe-use-probe = used
key-probe-use-probe-help = Mark the probe that is chosen as used; Esc lets it go.
stamp-earlier = stamp: { $by } earlier, at { $at }
last-note-earlier = the last note: { $by } earlier, at { $at }
so-many-seconds = { $seconds } s
so-many-minutes = { $minutes } min
minutes-and-seconds = { $minutes } min { $seconds } s
stamp-back = stamp: back at { $at }
stamp-is-off-record = what was noted off the record stays there
stamp-is-at-the-beginning = the stamp is at the beginning of the interview already
no-note-of-now = no note is being written, and none was saved since you came in
line-is-in-the-way = a line is being written: { $save } saves it, { $aside } puts it aside first
last-note-taken-up = the last note: { $save } saves it as it is written now, { $leave } leaves it as it was
note-stays = the note stays as it was
note-stays-change-aside = the note stays as it was; { $key } brings the change back
notes-are-covered = the notes are covered; { $key } shows them
notes-shown = the notes are shown again
notes-covered = { $count ->
    [0] no notes
    [one] 1 note, covered
   *[other] { $count } notes, covered
}
key-interview-earlier = earlier
key-interview-earlier-help = Move the stamp of the note five seconds back; with nothing on the line, that of the last note.
key-interview-last-note = last note
key-interview-last-note-help = Take up the last note to change it; with text on the line it goes to the end.
key-interview-cover-notes = cover
key-interview-cover-notes-help = Cover the notes that are saved; again: show them.
over-guide-belongs = Questions: { $choose } puts the note there, { $close } closes
over-guide = Questions: { $choose } goes there, { $raised } raised, { $close } closes
label-raised = raised it
label-go-there = go there
key-interview-guide = guide
key-interview-guide-help = Show the questions of the guide as a list: go to one, or mark it as raised by themselves.
key-commands-page-down = page
key-commands-page-down-help = Go eight lines down.
key-commands-page-up = page
key-commands-page-up-help = Go eight lines up.
note-taken-up = this note: { $save } saves it as it is written now, { $leave } leaves it as it was
note-belongs = this note: with { $question }
note-belongs-nowhere = this note: with no question
last-note-belongs = the last note: with { $question }
look-back-none = there is no note yet
look-back-title = The notes so far, { $at } of { $count }
look-back-covered = The notes so far; { $key } shows them
look-back-question = with { $question }
marks-title = What was that? A digit marks it
name-of = { $of ->
    [person] name of a person
    [place] name of a place
   *[other] another name
}
name-marked = stamped: { $of ->
    [person] the name of a person
    [place] the name of a place
   *[other] another name
} at { $at }, for the transcriber ({ $count } so far)
own-probe = { $kind ->
    [clarifying] clarifying probe
   *[improvised] improvised probe
}
own-question = { $is ->
    [leading] leading question
    [double] two questions at once
   *[other] closed question
}
own-probes = { $count } { $kind ->
    [clarifying] clarifying
   *[improvised] improvised
}
own-probe-marked = { $question }: { $asked }
undo-move = where { $what } belongs
undo-code = the code { $code } on { $what }
undo-asked-so = { $is ->
    [leading] leading question
    [double] double question
   *[other] closed question
} at { $at }
undo-join = the joining of { $what }
undo-split = the splitting of { $what }
undo-name = { $of ->
    [person] the name of a person
    [place] the name of a place
   *[other] another name
} at { $at }
undo-own-probe = { $kind ->
    [clarifying] a clarifying probe
   *[improvised] an improvised probe
} on { $question }
show-names = names said: { $count ->
    [one] 1 place
   *[other] { $count } places
} for the transcriber: { $places }
show-tags = tags: { $tags }
key-interview-minute-earlier = min earlier
key-interview-minute-earlier-help = Move the stamp of the note a minute back, twice for "two minutes ago"; with nothing on the line, that of the last note.
key-interview-look-back = notes
key-interview-look-back-help = Look back: all notes so far over the guide, while the question stays open; again: put them away.
key-interview-marks = mark
key-interview-marks-help = Mark without a word: that a name was said, for the transcriber, or that a probe was asked that is not in the guide.
key-marks-name-of-person = person
key-marks-name-of-person-help = The name of a person was said; where it was is kept, never the name.
key-marks-name-of-place = place
key-marks-name-of-place-help = The name of a place was said.
key-marks-name-of-other = other name
key-marks-name-of-other-help = The name of an organisation was said, or whatever else tells who somebody is.
key-marks-improvised = improvised
key-marks-improvised-help = A probe was asked that was made up on the spot.
key-marks-clarifying = clarifying
key-marks-clarifying-help = A probe was asked to clear something up.
key-marks-no-mark = put away
key-marks-no-mark-help = Put the row away; whatever else is typed is a note.
key-look-back-take-up-note = change
key-look-back-take-up-note-help = Take up the note that is chosen to change it; with text on the line, save that.
key-look-back-older-note = older
key-look-back-older-note-help = Choose the note before it.
key-look-back-newer-note = newer
key-look-back-newer-note-help = Choose the note after it.
key-look-back-no-look-back = put away
key-look-back-no-look-back-help = Put the notes away; the line stays as it is.
key-commands-note-there = note there
key-commands-note-there-help = On a question: the note that is being written, or the last one, belongs there.
key-listen-guide = belongs
key-listen-guide-help = Show the questions of the guide: the note that is chosen belongs to the one that you choose there.

## The screens as lines (`--plain`)

key-anywhere-where = where
key-anywhere-where-help = Say where you are: what is recorded and how long, the topic, the question, what stands on the line.
plain-begin = The screens are lines here, the newest last. { $help } lists the keys, { $place } says where you are, { $palette } finds a command by its name. What has a number is chosen by typing it, then Enter.
plain-danger = Attention: { $words }
plain-number = number
plain-no-number = there is no number { $number } here; { $count ->
    [0] nothing is numbered
    [one] there is only 1
   *[other] they go from 1 to { $count }
}
plain-more = And { $count } more: { $key } goes on to them, or type a number.
plain-row = { $number }: { $words }
plain-option = { $number } { $option }
plain-nothing = nothing yet
plain-home = hearback, { $title }: { $count }
plain-home-prompt = sessions
plain-covered-prompt = any key
plain-home-keys = Number { $number } is chosen. { $open } opens it, { $listen } listens back, { $check } goes to the member check, { $new } sets up a new interview.
plain-session = { $number }: { $participant }, { $round }, { $date }, { $length } long, { $settled } of { $of } questions settled, { $standing }, guide { $guide }
plain-session-unread = { $number }: { $session } cannot be read: { $why }
plain-field = { $name }: { $value }
plain-text-field = { $name }: type it on the line. It holds: { $value }
plain-options = { $name }: { $value }. A number and Enter chooses: { $options }
plain-as-before = that was chosen already
plain-suggested = { $value } (suggested)
plain-how = How they agree: { $how }; { $key } changes it to { $other }. { $all } is a yes to all of it.
plain-consent = Consent { $at } of { $count }
plain-consent-items = { $count ->
    [one] 1 question about consent: { $yes } or { $no } answers it.
   *[other] { $count } questions about consent: { $yes } or { $no } answers each.
}
plain-consent-item = { $name }, to be read aloud: { $words } ({ $yes } yes, { $no } no; so far: { $answer })
plain-not-answered = not answered
plain-instruct = For you, not aloud: { $words }
plain-microphone = Microphone: { $state }
plain-level = level { $db } dB
plain-room = The interview.
plain-recording = Recording.
plain-rehearsal = Rehearsal: nothing is kept.
plain-off-record = OFF THE RECORD: nothing is recorded and nothing is noted; { $key } goes back on the record.
plain-notes-only = Notes only: no sound is recorded.
plain-notes-only-withdrawn = Notes only: they took back their consent to being recorded.
plain-no-audio = No audio: { $why }. The interview goes on with notes only.
plain-not-begun = The interview has not begun.
plain-cut-short = The interview was cut short; { $key } goes on with it.
plain-ended = The interview has ended; { $key } leaves it.
plain-brief = { $state ->
    [off-record] off the record
    [starting] starting
    [rehearsal] rehearsal
    [recording] recording
    [notes-only] notes only
    [no-audio] no audio
    [not-begun] not begun
    [cut-short] cut short
   *[ended] ended
}
plain-topic = Topic { $at } of { $of }: { $title }
plain-question = Question: { $words }
plain-so-far = So far: { $state }
plain-answer = Answer { $code }: { $words }
plain-answer-given = { $answer } (their answer so far)
plain-closed = { $key }, then the code, notes their answer.
plain-marked = Marked: { $answer }
plain-card = Card, to hand over: { $words }
plain-probe = Probe { $number }: { $words }
plain-probe-asked = { $probe } (asked)
plain-probe-chosen = Chosen: { $probe } ({ $key } marks it as asked)
plain-protocol = When it becomes too much. { $on } goes to the next step, { $away } puts this away; a digit says what they choose.
plain-step = Step { $at } of { $count }: { $words }
plain-note = { $minute } min, { $kind }: { $words }; { $saved }
plain-note-counted = { $minute } min, { $words }; { $saved }
plain-moment = { $minute } min, moment; { $saved }
plain-note-covered = { $minute } min, a note; { $saved }
plain-noted = noted
plain-on-the-line = On the line, { $kind }: { $words }
plain-listening = Listening back, { $participant } { $round }, { $date }, { $standing }
plain-playing = playing
plain-paused = paused
plain-waits = no loudspeaker, waiting for one
plain-no-sound-here = { $state }, no sound here
plain-from-to = { $from } to { $to }
plain-band = { $place }: { $topic }, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
plain-stretch = { $place }: { $why }
plain-moment-numbered = { $number }: { $at } { $words }
plain-note-numbered = { $number }: { $at } { $kind }: { $words }
plain-moment-at = { $at } { $words }
plain-check-prompt = summary
plain-check-keys = Number { $number } is chosen. { $write } writes a statement there, { $gather } gathers a note for it or chooses the notes of a statement.
plain-statement = statement
plain-row-topic = topic { $topic }
plain-row-note = { $at } { $kind }: { $words }
plain-row-gathered = { $note } (gathered)
plain-row-unused = not used: { $note }
plain-row-taken = { $note } (it rests on this)
plain-row-source = rests on { $note }
plain-check-count = { $count }, { $letter }. { $out }
plain-letter = The letter, as they will read it. { $hide } leads back.
plain-row-statement = statement { $number } in the letter: { $words }
plain-row-no-statement = statement: { $words }
plain-command = command
plain-question-prompt = find a question
plain-manual = find in the manual
plain-page = manual, { $name }
plain-found = { $topic }: { $words }
plain-fits = { $count ->
    [0] nothing fits
    [one] 1 fits
   *[other] { $count } fit
}
plain-command-line = { $label }, { $keys }: { $help }
plain-question-line = { $topic }: { $question } ({ $state })
plain-manual-page = The manual, { $name }: { $on } goes on, { $back } goes back, { $close } closes it.

# What is to be done outside the interview.
time-weekday = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $time }
time-date = { $date } { $time }
report-kind = { $is ->
    [harm] harm
    [serious-event] serious event in a trial
    [abuse] abuse or neglect
    [danger] danger to themselves or others
    [other] other, such as malpractice
   *[newer] something that must be reported
}
report-to-head = the head of the study
report-open = must be reported: { $what }, told at { $at }, to { $to }, by { $by }{ $late ->
    [yes] {" "}(overdue)
   *[no] {""}
}
report-told = { $report }; told: “{ $told }”
report-done = reported: { $what }, told at { $at }; to { $to }, on { $on }, by { $by }
report-too-many = more than { $most } things that must be reported
report-one-a-digit = each has a digit of its own: put what belongs together under one
codes-for-notes = Codes for notes
codes-column = { $column ->
    [code] code
    [notes] notes
    [sessions] sessions
    [means] what it means
   *[when] when it is used
}
codes-none = There are no codes yet: list them in study.yaml, or make one while listening back.
code-write-name = Write `code:` with a name, such as `code: relief`.
code-twice = The code { $code } stands here twice.
code-once = Keep one of them; upper and lower case make no other code.
report-write-what = write `what:` and after it what must be reported, in a word or two
form-within = write for instance `24 hours` or `2 days`
guide-write-call-who = write `who:` and after it who answers
guide-write-call-number = write `number:` and after it the number
guide-write-follow-up = write `what:` and after it what is done
guide-distress-call = To ring
guide-distress-follow-up = Afterwards
guide-within = { $what } (within { $hours } hours)
guide-report = { $what }: to { $to }, within { $hours } hours
guide-reports = Must be reported
due-report = Must be reported: { $who } { $what }, to { $to }, by { $by }{ $late ->
    [yes] {" "}(overdue)
   *[no] {""}
}
due-follow-up = { $who }, after distress: { $what }, by { $by }{ $late ->
    [yes] {" "}(overdue)
   *[no] {""}
}
due-follow-up-short = Follow up: { $who }, { $what }, by { $by }{ $late ->
    [yes] {" "}(overdue)
   *[no] {""}
}
follow-up-stands = after distress at { $at }: { $what }, { $state ->
    [done] done on { $on }
    [declined] declined on { $on }: it is not done
    [agreed] agreed on { $on }; by { $by }
    [not-asked] by { $by }; they did not say yet whether you may
   *[open] by { $by }
}{ $late ->
    [yes] {" "}(overdue)
   *[no] {""}
}
due-nothing = nothing is due
due-unread = { $count ->
    [one] { $session } cannot be read, and what it left to be done is not known
   *[other] { $count } sessions cannot be read, { $session } the first; what they left to be done is not known
}
due-terms-unread = not all terms in study.yaml (“retention”) can be read, so what is kept past its term is not known
due-term-unknown = { $session }: whether what is past its term is still there is not known ({ $why })
due-no-such = { $session } has nothing called { $item }; still open: { $open }
due-told = { $due }; note { $note } says what was told: hearback show
due-not-asked = a report is not asked for: --said is for what the participant was asked
refusal-nothing-due = there is nothing of that name to be done
refusal-is-done = that was done already
refusal-is-not-done = that is open: nobody said that it was done
undo-report = the mark at { $at }
undo-reported = that what was told at { $at } is reported
distress-say = Say: “{ $words }”
## The end of an interview: what is to be seen to, and one's own page

loose-end = { $end ->
    [report] what must be reported
    [follow-up] what follows distress
    [distress] the moment it became too much
    [withheld] what is left out
    [wish] what they want done with the sound
    [debrief] what they are told at the door
    [check-out] word that you are out
    [plays] whether the recording plays
    [read-back] points to read back
    [come-back] a note to come back to
    [not-asked] the questions that were not asked
    [question] a question of which something is to come
   *[names] names that were said
}
end-distress = It became too much: { $what }. How are they now, and may you call tomorrow?
end-debrief = Say at the door: { $words }
end-check-out = Tell them that you are out: { $words }
end-plays = Does the recording play? Listen to some of it today
end-come-back = come back: { $words }
end-not-asked = not asked, { $count ->
    [one] 1 question
   *[other] { $count } questions
}: { $questions }
end-question = { $state }: { $question }
end-names = names were said { $count ->
    [one] once
   *[other] { $count } times
}: places for the transcriber
end-points-unread = { $count ->
    [one] 1 point was
   *[other] { $count } points were
} gathered to read back, and not read
end-points = read back aloud, { $count ->
    [one] 1 point
   *[other] { $count } points
}: { $said }
points-said = { $count } { $answer ->
    [corrected] corrected
    [added] added to
   *[right] right
}
said-of-it = { $answer ->
    [corrected] it is another way
    [added] there is more
   *[right] it is right
}
page-line = { $line ->
    [place] The place, the mood, who came in
    [steered] What did you steer?
    [surprised] What surprised you?
    [not-dared] What did you not dare to ask?
    [relation] How do you and they know each other?
   *[other] Anything else
}
page-written = { $line }: { $text }
page-guide = The guide: space says that it stays as it is, Enter what to change and why
page-guide-what = what to change in the guide, and why
page-guide-stays = The guide: no change
page-guide-changes = The guide, proposed for its change log: { $what }
page-empty = empty
page-so-far = { $count } of { $of }
end-leaving = BEFORE YOU LEAVE THE HOUSE
end-tonight = TONIGHT
end-page = YOUR OWN PAGE  private, ten minutes
end-none = nothing
end-open = { $count } open
end-done = done
end-answered = { $end } → { $answer }
end-whose = { $participant } { $round }
end-kept = KEPT  { $length }, read back from disk at { $time }
end-kept-reading = KEPT  { $length }; it is being read back from disk
end-kept-notes = KEPT  { $length }, notes only
end-not-kept = NOT AS IT WAS RECORDED
end-sums = { $pauses ->
    [0] Never off the record
    [one] Off the record once
   *[other] Off the record { $pauses } times
}. { $notes ->
    [0] No notes
    [one] 1 note
   *[other] { $notes } notes
}, { $moments ->
    [0] no moments
    [one] 1 moment
   *[other] { $moments } moments
}. { $lost }
end-nothing-lost = Nothing lost.
end-no-sound = there is no moment to listen to here
end-closes-itself = this goes by itself once it is done
end-page-is-written = your own page is written: { $key }
end-points-in-the-room = points are read back in the interview; what was said of them stands in its notes
end-aside = the line is put aside; { $key } brings it back
home-ends = { $leaving ->
    [0] Nothing to see to before you leave
    [one] 1 thing to see to before you leave
   *[other] { $leaving } things to see to before you leave
}, { $tonight } for tonight: { $key } shows them once you sit alone.
home-destroyed = all of this session was destroyed: nothing is left of it but that there was one
home-not-ended = this interview has not ended: { $key } goes on with it
session-open-ends = { $count } open
session-open-reports = { $count } to report
session-open-follow-ups = { $count } to follow up
undo-point = that { $what } is read back
undo-read-back = what they said of { $what }
undo-seen-to = that this is seen to: { $what }
undo-page = your own page, { $line }
undo-guide-looked-at = what you made of the guide
refusal-no-words-to-read = there are no words to read back: choose a note with text
key-home-ends = to see to
key-home-ends-help = See to what is still to be done after the interview, and write your own page.
key-ends-open = open
key-ends-open-help = Write what came of it, or listen to its moment.
key-ends-done = done
key-ends-done-help = Say that it is done, or not after all; of the guide, that it stays.
key-ends-they-agree = they agree
key-ends-they-agree-help = They say yes to what they are asked after distress; it is still to be done.
key-ends-they-decline = rather not
key-ends-they-decline-help = They say no to what they are asked after distress: it is not done.
key-ends-listen = listen
key-ends-listen-help = Listen to the moment it is about.
key-ends-statements = check
key-ends-statements-help = Write the statements that go back to the participant, and the letter.
key-ends-down = down
key-ends-down-help = The line below.
key-ends-up = up
key-ends-up-help = The line above.
key-ends-undo = undo
key-ends-undo-help = Take back what you did last on this screen.
key-ends-redo = redo
key-ends-redo-help = Do once more what you took back.
key-end-line-keep = keep
key-end-line-keep-help = Keep the line as it is written now.
key-end-line-put-aside = put aside
key-end-line-put-aside-help = Put the line aside; undo brings it back.
plain-end = To see to after { $whose }
plain-end-prompt = to see to
plain-end-line = what came of it
plain-end-section = { $title }: { $beside }
plain-end-keys = A number and Enter goes to a line. { $open } writes or listens, { $done } says it is done, { $listen } plays its moment, { $yes } and { $no } say what they answered who were asked.
show-end = to see to
mark-point = read it back
point-gathered = to be read back: { $count }; { $key } reads them out towards the end
point-dropped = not to be read back after all; { $count } left
points-none = nothing is gathered to read back: { $key } 6 gathers the note that was saved last
points-title = Read aloud, and wait: point { $at } of { $count }
point-said = they said: { $said }
point-words = { $said }: write their words, { $key } keeps them with the point
points-read = { $count ->
    [one] the one point is read back
   *[other] all { $count } are read back
}; the letter is still the member check
key-marks-gather-point = read back
key-marks-gather-point-help = Gather the note that was saved last, to read it back to them towards the end; again: drop it.
key-interview-points = read back
key-interview-points-help = Read back the points that you gathered, one by one; again: put them away.
key-points-point-right = right
key-points-point-right-help = They say that it is right.
key-points-point-corrected = another way
key-points-point-corrected-help = They say that it is another way; the note you write next holds how.
key-points-point-added = more
key-points-point-added-help = They say that there is more to it; the note you write next holds what.
key-points-next-point = next
key-points-next-point-help = The next point.
key-points-previous-point = previous
key-points-previous-point-help = The point before it.
key-points-no-points = put away
key-points-no-points-help = Put the points away; the line stays as it is.
ends-page-written = { $line } (written)
ends-no-such = there is no line { $number }: there are { $count }
ends-kept = { $session }: kept
ends-guide-log = { $change } (hearback guide log { $guide } --what … --after { $participant })
profile-training = Training: { $words }
profile-occupation = Occupation: { $words }
profile-stance = Where you stand: { $words }
profile-empty = not written yet
profile-where = It lies in { $file }, and in no study.
profile-nowhere = this computer has no folder for your settings: set HEARBACK_CONFIG to one
profile-unread = { $file } is no profile that can be read: mend it, or move it away. It has "training", "occupation" and "stance"
could-not-keep-profile = could not keep your profile

## What they do not want to be used

withheld-stretch = { $from } to { $to }
withheld-note = note { $note }
withheld-unread = something that only a newer hearback can read
withheld-none = nothing is withheld
withheld-stands = withheld
withheld-slip = a slip, taken back at once
withheld-lifted = not any more, as they said { $told } to { $whom } on { $day }
withheld-none-now = Nothing is withheld now.
withheld-stays = It is in no letter, list or export, and a stretch is not played. It stays in the journal and in the sound until these are destroyed; `hearback silence` does that to a stretch of the sound.
withheld-stays-in-journal = It is in no letter, list or export. It stays in the journal until that is destroyed.
withheld-letter = letter { $version } was written before and may hold what is withheld now: write another, and ask for the first one back
left-clip = the clip { $file } ({ $day }) was made before and may hold what is not to be used now: delete it, here and wherever it has gone
left-pack = the pack { $folder } for a transcriber ({ $day }) was made before and holds what is not to be used now: delete it, here and wherever it has gone
left-export = the export { $file } ({ $day }) was made before and holds what is not to be used now: delete it, here and wherever it has gone
left-sound = { $whom } was given the sound ({ $day }), with what is not to be used now: have it deleted there, and write that down: hearback transcript deleted-there { $session }{ $named }
left-somebody = somebody
left-no-day = day not known
out-within-study = { $place } lies in the study, and what is handed over belongs outside it, where no withdrawal looks for it: name a place outside the study’s folder, such as ../export
out-within-sessions = { $place } lies among the sessions, where it would be taken for one of their files: name a place outside them
withheld-no-moment = { $text } is no moment: write it as 27:10, or as seconds
show-withheld-silent = they do not want this to be used: { $place }. Its sound is gone; it stays in the journal until that is destroyed
show-withheld = they do not want this to be used: { $place }. It stays in the journal and in the sound until these are destroyed
leave-out-title = They do not want something to be used: what?
leave-out-answer = their last answer, { $from } to { $to }
leave-out-note = the last note, of { $at }; its sound stays
leave-out-minutes = the last { $minutes } min, { $from } to { $to }
leave-out-none = there is nothing of that kind
leave-out-ways = { $away } leaves nothing out. Again { $again }: they take consent back
leave-out-means = It goes from every letter, list and screen; the journal keeps it until it is destroyed.
leave-out-note-again = They do not want the note at { $at } to be used? { $again }: it is left out everywhere, and after this sitting only they lift that
left-out-left-before = {" "}What left before may hold it ({ $count }): hearback show says what.
left-out-note = the note at { $at } is left out. { $key } takes that back as long as you stay here; after that only they do.
left-out = left out: { $place }, { $notes ->
    [0] without a note
    [one] with 1 note
   *[other] with { $notes } notes
}. { $key } takes that back as long as you stay here; after that only they do
undo-withheld = what is left out, { $place }
end-withheld = “Please do not use that”, { $place }: left out everywhere. Is it the right place?
refusal-nothing-withheld = nothing of that number is withheld
refusal-no-stretch = that is no stretch: it has to end after it begins
wish-destroy-all = they want all of it destroyed: it is not done yet
wish-destroy-all-by-hand = they want all of it destroyed: it is not done yet. `hearback withdraw { $session } --scope all` does it, and says what is left elsewhere
want-all-destroyed = stop here; all of it is to be destroyed
want-all-destroyed-short = stop, destroy all
want-no-quotes = go on; none of their own words in reports
want-no-quotes-short = no quotes
want-no-contact = go on; no summary, and ask nothing later
want-no-contact-short = no contact
quotes-unwanted = none of their own words in reports, from now on
contact-unwanted = no summary and no later interview: nobody asks them anything any more
withdraw-nobody = nobody called { $code } has a session here
withdraw-before = { $day } is before they were interviewed ({ $days }): --on is the day on which they took it back
withdraw-list-sure = { $code } was never interviewed: what stands of them on the list of participants would be taken out, all but the code. Say --yes if it is meant
withdraw-off-list = What stood of { $code } on the list of participants is taken out, all but the code.
withdraw-whose = { $session } is a group: the code of whoever takes it back says who does, or --everybody
withdraw-unread = { $session } cannot be read: whether they take part in it is not known, and nothing was written there
withdraw-how = say how they told it, to whom and on which day: --told HOW --whom CODE --on DATE
withdraw-means = What was analysed by then stays in the results, and what was published cannot be taken back. Nothing of theirs is used from now on.
withdraw-in-group = { $session }: what seat { $seat } said is left out of everything. The sound is everybody's: mark where they speak (hearback withhold { $session } --from … --to …), then hearback silence { $session }
withdraw-not-written = { $session }: { $why }. Nothing was written there
consent-taken-back-on = taken back on { $day }, to { $whom }: { $what }
consent-taken-back-later = taken back on { $day }, { $told }, to { $whom }: { $what }
consent-of-seat = whoever has seat { $seat }
consent-of = { $who }: { $what }
withdraw-sure = { $what }: this would hold for { $sessions }. Say --yes if it is meant
withdraw-scope = { $scope ->
    [keep] they take no part any more; what there is may stay
    [destroy] they take no part any more; the sound is to be destroyed
    [destroy-all] they take no part any more; all of it is to be destroyed
    [no-quotes] none of their own words in reports
   *[other] no summary, and nothing is asked of them later
}
withdraw-seat = { $session }, seat { $seat }
withdraw-seat-sure = { $session }, seat { $seat } (there what they said is left out; the sound is everybody's)
withdraw-seat-done = they take no part any more
withdrawn = { $session }: { $what }
withdraw-in-time = What they told can be taken out until { $day }.
withdraw-late = That was after { $day }, the last day of the study: what is in its results already cannot be taken out; everything else can.
key-leave-out-leave-out-answer = answer
key-leave-out-leave-out-answer-help = Leave out their last answer.
key-leave-out-leave-out-note = last note
key-leave-out-leave-out-note-help = Leave out the note that was saved last.
key-leave-out-leave-out-short = 2 min
key-leave-out-leave-out-short-help = Leave out the last two minutes.
key-leave-out-leave-out-long = 5 min
key-leave-out-leave-out-long-help = Leave out the last five minutes.
key-leave-out-leave-nothing-out = put away
key-leave-out-leave-nothing-out-help = Leave nothing out.
key-withdrawal-want-all-destroyed = destroy all
key-withdrawal-want-all-destroyed-help = They stop; sound, notes and summary are to be destroyed.
key-withdrawal-want-no-quotes = no quotes
key-withdrawal-want-no-quotes-help = They go on; none of their own words in reports.
key-withdrawal-want-no-contact = no contact
key-withdrawal-want-no-contact-help = They go on; no summary, and nobody asks them anything later.
key-listen-leave-out = leave out
key-listen-leave-out-help = Pressed twice: they do not want this note to be used, and it is left out everywhere.
# --- a focus group ---
refusal-no-group = the guide is not for a group, so there are no seats
refusal-no-table = a table has 2 to 12 seats, each with a code of its own
voice-all = all
voice-speaks = speaks
voice-answers = answers
voice-nods = nods
voice-differs = does not agree
voice-introduces = says who it is
voice-line = { $count ->
    [one] seat { $who }
   *[other] seats { $who }
  }
voice-line-all = everybody
voice-line-answers = seat { $who } answers { $answered }
voice-line-nods = { $count ->
    [one] seat { $who } nods
   *[other] seats { $who } nod
  }
voice-line-differs = { $count ->
    [one] seat { $who } does not agree
   *[other] seats { $who } do not agree
  }
voice-line-introduces = seat { $who } says who it is
undo-turn = { $who }, { $at }
show-seats = seats: { $seats }
show-seat = { $seat } { $person }
show-seat-out = { $seat } { $person } (sits out)
show-seat-withdrawn = { $seat } (took consent back)
show-moderator = moderates: { $code }
show-observers = observes: { $codes }
show-notes-are-observers = these notes are the observer's
show-heard = heard of seat { $seat }: { $topics }
show-heard-on = { $topic } { $spoke } spoken, { $signs } { $signs ->
    [one] sign
   *[other] signs
  }
show-voice = { $who }: { $text }
consent-now-seat = { $session }: the answer of seat { $seat } to { $item } is { $answer } now
consent-which-seat = this is a group: --seat N says whose answer it is or --everybody that all said it together
consent-no-seat = nobody sits at seat { $seat }
seat-withdrawn = seat { $seat } takes no part any more: { $count ->
    [0] no note was theirs; what is written of them from now on is
    [one] 1 note and what rests on it is
   *[other] { $count } notes and what rests on them are
  } left out of everything that is made of the session. In the journal they stay until it is destroyed
seat-overlap = On the recording their voice remains, where it is theirs and where others speak at the same time: whoever transcribes has to leave it out
end-ask = { $follow_up }. Ask: { $ask }
end-is-done = that is done; { $key } opens it again
report-again = { $again } says that it was reported
report-open-again = { $again } says that it was not reported after all
end-agreed = they agree; it is still to be done. { $key } takes it back
end-declined = they would rather not: it is not done. { $key } takes it back
end-not-asked-here = yes and no are for what they are asked after distress
undo-followed-up = what became of { $what }
undo-report-words = what was written about the report
missing-seats = seats: 2 to 12 codes in a row, each its own
missing-no-recording = somebody does not want to be recorded: choose what is done
missing-anybody = nobody is left at the table
no-recording-notes-only = notes only, for everybody
no-recording-sits-out = whoever does not want it sits out
no-recording-unsaid = choose, before they come in
setup-seats = Seats
setup-observers = Observers
setup-no-recording = Unrecorded
setup-seats-unsaid = clockwise: T01 T02 T03, or how many: 7
setup-seat-asked = Seat { $seat }, { $code }: alone, before they come in
setup-seat-answered = Seat { $seat }, { $code }: answered
setup-seat-open = Seat { $seat }, { $code }: { $count } open
plain-consent-seat = Seat { $seat }, { $code }, consent { $at } of { $count }
table-in-words = { $moderator }, then clockwise { $seats }
table-moderator = moderator
table-moderator-is = { $code } moderates
table-seat = { $seat } { $code }
table-seat-out = { $seat } empty
heard-name-round = name round, not yet: { $seats }
heard-not-yet = not yet: { $seats }
heard-here = marked on this topic: { $marked }     not marked yet: { $open }
plain-heard = { $topic }: marked { $marked }; not yet { $open }
type-a-note-of-seat = 3 Enter: seat 3   3>5 answers   3+ 3- nods, not
seats-title = Who was marked on which topic
seats-signs = { $heard } marked   - not yet
no-seats = this interview has no seats
withdraw-which-seat = which seat takes it back? its number and { $save }; 0 is the whole group; { $away } goes on as before
seat-withdraws-again = { $again } leaves out seat { $seat }, from the beginning on; any other key stays
seat-left-out = seat { $seat } is left out, from the beginning on
key-interview-seats = seats
key-interview-seats-help = In a focus group: show who was marked on which topic; again: put it away. The same: 0 and Enter.
key-seats-next-seat = next seat
key-seats-next-seat-help = The seat after it; after the last the one of somebody who comes late.
key-seats-previous-seat = seat before
key-seats-previous-seat-help = The seat before it.
key-seats-come-or-go = come or go
key-seats-come-or-go-help = Whoever has the chosen seat leaves the table, or comes to it; asked twice. Who was not asked before has signed for all that is asked, or stays out.
key-seats-change-places = swap seats
key-seats-change-places-help = Two change places: once on the one, once on the other.
key-seats-no-seats = put away
key-seats-no-seats-help = Put the seats away; the line stays as it is.
choose-a-seat = choose a seat first
seat-sits = seat { $seat }: { $enter } leaves the table, { $tab } changes places
seat-is-empty = seat { $seat } is empty: { $enter } comes to the table, { $tab } changes places
seat-is-free = seat { $seat } is nobody’s yet. Somebody comes late: write their code and { $key }, or { $key } alone for { $code }
seat-moves = seat { $seat } changes places: choose with whom, then { $key }; here { $key } leaves it
seat-moves-to = { $key }: seats { $seat } and { $other } change places
seat-leaves-again = { $again }: seat { $seat } leaves the table; any other key stays
seat-leaves = seat { $seat } has left; what they said stays. { $undo } brings them back
seat-comes-again = { $again }: seat { $seat } comes to the table; any other key stays
seat-signed-again = { $again }, if { $code } has signed for all { $count } points: seat { $seat } comes to the table. Any other key: not yet
seat-comes = seat { $seat } is at the table from here on. { $undo } takes it back
seats-changed = seats { $one } and { $other } have changed places from here on. { $undo } takes it back
undo-seats = who sits where
refusal-not-asked-yet = they were not asked yet: whoever comes to the table has signed for it first
refusal-stays-out = they stay out, as was agreed with them before
refusal-only-ended = they took consent back: nothing is added, and the interview can only be ended
refusal-beyond-the-end = that is beyond the end of the interview, which is at { $end }
refusal-is-withheld = they do not want what was said there to be used: no note is put there
refusal-seat-took-back = that seat takes no part any more: nothing of theirs is kept. Text that begins with a number begins with =
undo-beyond-consent = consent is no step: hearback consent changes it. Once more: what was done before
undo-beyond-distress = what was chosen in the protocol stays ({ $key } opens it). Once more: what was done before
withdraw-again = { $again }: { $what }. Any other key: not yet
words-were-cut = { $key } was taking words away: press it again after a moment
stamped-they-go-on-off = stamped: they go on. It is still off the record: { $on } goes back on
refusal-nobody-there = nobody of that name sits in this group
refusal-no-consent-asked = this guide does not ask for that consent
refusal-not-said-how = how they said so, to whom and when has to be known
they-choose = They choose:
they-told-to-report = they told something that must be reported
paused-stop = They stop. Nothing is recorded.
paused-stop-then = { $end } twice ends the interview. { $on } goes on, and is recorded again.
paused-break = A break. Nothing is recorded.
paused-break-then = { $on } goes on, and is recorded again.
part-paused = Off the record
reports-title = What must be reported? A digit marks it
reports-then = What was said can be written next, as an observation.
reports-by-default = Neither the guide nor the study says to whom: to the head of the study, within 24 hours.
reports-no-such = there are { $count } kinds: press 1 to { $count }
report-marked = marked at { $at }. { $key } takes it back
home-more-pressing = { $count } things cannot wait: hearback due
setup-number-missing = a number is missing in the protocol for distress
key-interview-must-report = to report
key-interview-must-report-help = Mark that something was told that must be reported; a digit says what.
key-protocol-told-to-report = to report
key-protocol-told-to-report-help = They told something that must be reported: a digit says what, and the protocol comes back.
key-reports-no-report = put away
key-reports-no-report-help = Put it away, with nothing marked.

## Silence in the sound, and what was destroyed

silence-nothing = there is nothing to make silent: no stretch is withheld that was recorded and is not silent already
silence-would = { $file }: { $places } would be silence ({ $length })
silence-also = { $file } holds some of it too, and would be destroyed
silence-means = This cannot be undone, also when they do not mind any more. Whoever else speaks in these stretches is silent there too; what was said of it before and after stays, in other voices as well. The take as it was is written over and deleted here. On disks that copy on writing, in folders that are kept in step with another computer, and in copies and backups it may be left: see to those yourself.
silence-note-stays = note { $note } is withheld by its number, and no sound goes with it, because nobody here knows where its words begin and end; what leaves the session is silent from { $from } to { $to }. If they are to go from the recording: `hearback withhold { $session } --from { $from } --to { $to }`, or the stretch you hear
silence-quote-stays = note { $note } is a quote of what the transcript has from { $from } to { $to }, and is withheld by its number. What leaves the session is silent there; to make the recording so: `hearback withhold { $session } --from { $from } --to { $to }`, or the stretch you hear
silence-say-yes = Nothing was done. `hearback silence { $session } --yes` does it
silence-done = It is silent. Delete it from every copy and backup, too.
silence-other-take = nothing was made silent: { $why }
silence-no-room = nothing was made silent: the new take needs { $needed } MB beside the old one, and { $free } MB are free. Free some space on this disk
silence-changed = { $file } is not the recording that was made: put that back, from a copy; it was left as it is
silence-not-proven = what was written for { $file } is not what it must be, so it was deleted and the take left as it is: try another disk, or run `hearback doctor`
silence-completed = What was being made silent in { $file } was cut off, and is done now.
silence-given-up = What was being made silent in { $file } was cut off before anything was taken away: the take is as it was. `hearback silence { $session }` begins anew.
silence-not-finished = What was being made silent in { $file } was cut off, and cannot be done now ({ $why }): open the session once more when that is mended.
destroy-not-finished = { $file } was to be destroyed, and cannot be now ({ $why }): open the session once more when that is mended.
could-not-destroy = could not destroy a file
could-not-write-receipt = could not write the receipt
receipt = { $what } on { $day } ({ $why }).
receipt-take = { $file } was destroyed
receipt-stretches =
    { $count ->
        [one] One stretch of { $file } was made silent and its sound destroyed
       *[other] { $count } stretches of { $file } were made silent and their sound destroyed
    }
receipt-why-withheld = they do not want it to be used
receipt-why-withdrawn = they took their consent back
receipt-material = { $session }: { $what ->
    [sound] the sound ({ $files }) was destroyed
    [transcript] the transcripts ({ $files }) were destroyed
    [notes] notes, statements and letters ({ $files }) were destroyed
    [consent] who agreed to what, the last that was left ({ $files }), was destroyed
   *[other] all of it ({ $files }) was destroyed
}
receipt-files = { $count ->
    [one] one file
   *[other] { $count } files
}
receipt-not-claimed = Each file was written over once, and deleted. That is no proof on an SSD or a memory stick, which keep old pages, on a disk that copies when it writes, in snapshots, in backups, or in a folder that another computer keeps in step: see to those by hand. What was printed, sent or passed on is not in this computer's hands. The key list, with the name that belongs to the code, lies elsewhere.

## What is destroyed on purpose

material = { $what ->
    [sound] all sound
    [transcript] the transcripts
    [notes] notes, statements and letters
    [consent] who agreed to what
    [all] all of it
   *[other] something that only a newer hearback knows
}
register-taken-out = { $day }: taken out, they withdrew
destruction-not-finished = { $session }: what was to be destroyed is not all gone yet ({ $why }). Open the session once more when that is mended, or say the same again.
destruction-line = { $session }: { $what } destroyed on { $day } ({ $why }), receipt { $receipt }
destruction-under-way = { $session }: { $what } is being destroyed since { $day } and not all gone yet: hearback recover { $session }
destruction-newer = a newer hearback is destroying something here ({ $file }), or wrote lines there that are not known here: nothing was touched. Open it with that version
retention-write = write a number and a unit, as in 15 years, 5 years after the interview or 6 months after the study
retention-no-end = `{ $key }` counts from the end of the study, and that is not said
retention-say-end = add study_ends: 2028-12-31
due-term = { $what } of { $who } was to be kept until { $day }: hearback destroy { $session } --what { $word } --reason "the term is over"
due-key-list = the key list was to be kept until { $day }: destroy it where it lies, and write the day under retention in study.yaml: key_list_destroyed: 2030-01-31
due-terms = Kept past its term:
destroy-would = { $session }: { $what } would be destroyed
destroy-journal = the journal, written anew without them
destroy-coding = { $count ->
    [one] one code of it in { $file }: it is taken out of that file
   *[other] { $count } codes of it in { $file }: they are taken out of that file
}
destroy-file = { $file } ({ $size })
destroy-sure = Nothing was destroyed. Say --yes if it is meant; nothing brings it back
destroy-consent-last = consent goes last: destroy the sound, the transcripts and the notes of { $session } first, or say --what all
destroy-newer = { $session }: a newer hearback wrote in it, and what that is of is not known here. Use that one
destroy-done-before = { $session }: that was destroyed on { $day }, receipt { $receipt }
destroy-no-reason = say why in a few words: they stand in the receipt
destroy-report-open = { $session }: { $report } is still to be done, and nothing will remember it here
beyond-letter = Letter { $version } may be with the participant, and wherever it was copied to.
beyond-clip = A clip that was made on { $day } is not here any more: destroy it where it is.
beyond-pack = A folder for a transcriber that was made on { $day } is not here: destroy it where it is.
beyond-export = What was exported on { $day } lies outside the study and may hold some of it: destroy it where it is.
beyond-sound = { $whom } was given the sound on { $day }: ask them to delete it, and to say so.
beyond-file = { $file } says something of them that is yours to take out.
beyond-own-file = In the session's folder stays a file that was named by somebody ({ $file }, after its length): look whether it holds some of it.
beyond-unseen = { $path } could not be looked into: look whether it holds some of it.
beyond-unseen-somewhere = Something in the study could not be looked into: look whether any of it holds some of theirs.
beyond-called = It was called { $name }.
beyond-known-by = Its SHA-256 is { $sum }.
destroyed-where = The receipt is receipts/{ $receipt }.json.
receipt-other-names = These have another name somewhere, a backup's perhaps, under which they are still there: { $files }.
receipt-names-unknown = This system does not say whether these have another name, under which they would be still there: { $files }.
withheld-silenced = { $state }; its sound is gone
withheld-lifted-silenced = { $state }; but its sound is gone, and stays so

## Clips

clip-begun = The clip is being written …
clip-made = The clip is in { $file }: { $from } to { $to } ({ $length }).
clip-silent-withheld = { $length } of it is silent: they do not want that to be used.
clip-tone-withheld = { $length } of it is a tone: they do not want what was said there to be used.
clip-silent-off-record = { $length } of silence stands for what was off the record.
clip-silent-unrecorded = { $length } of it is silent: nothing was recorded there.
clip-not-asked = The guide asks nobody whether their words may be used in reports: keep this clip among those who may hear the recording.
clip-not-understood = no clip: in this session something is written that only a newer hearback understands, about what the participant does not want. Update hearback
clip-unwanted = no clip: they want it destroyed
clip-recording-refused = no clip: they did not agree to be recorded, or took that back
clip-quotes-refused = no clip: their voice is their own words, and they did not agree to those being used in reports
clip-somebody-gone = no clip: somebody at this table takes no part any more, or took something back, and their voice cannot be taken out of the others'
clip-no-note = there is no note { $note } that may be used: `hearback show SESSION --json` has their numbers
clip-note-off-record = no clip: this note was written off the record, where nothing was recorded
clip-no-stretch = no clip: it would end before it begins, or lies behind the end of the recording
clip-too-long = no clip: it would be longer than { $minutes } minutes. Make several, or use the take
clip-nothing-there = no clip: nothing of it may be heard, or nothing was recorded there
clip-other-rate = no clip: it would go across recordings of different formats. Make one of each
clip-other-format = it has another format than the rest of the clip
clip-take-changed = no clip: { $why }
could-not-write-clip = could not write the clip
key-listen-clip = clip
key-listen-clip-help = A clip of the note: of what it is a quote of, else from where playing it begins to the next note, at most half a minute after it, as its own WAV file in the study's folder `clips`.
## Searching
found-what = { $what ->
    [note] note
    [statement] statement
    [answer] answer
    [skipped] skipped
    [transcript] transcript
   *[other] { $what }
}
search-field = { $field ->
    [kind] kind
    [participant] participant
    [tag] tag
    [after] after
    [before] before
    [session] session
   *[other] { $field }
}
search-example-tag = tired
search-no-words = there is no word to look for: write one or more, such as tired, or a field, such as kind:quote
search-open-quote = a quotation mark has no other: write "{ $words }", or leave it out
search-no-field = there is no field { $field }: what there is: { $fields } To look for the words themselves, write "{ $whole }"
search-no-value = { $field }: needs something behind it, such as { $example }
search-no-kind = there is no kind { $kind }. There are: { $kinds }
search-no-day = { $field }: takes a day such as 2026-11-24, a month such as 2026-11 or a year; { $day } is none
search-nothing = nothing was found
search-nothing-there = nothing was found in what could be looked through
search-unsearched = { $session } could not be looked through: { $why }
search-unsearched-transcript = a transcript of { $session } could not be looked through: { $why }
search-unsearched-any = the sessions could not be looked through: { $why }
search-no-thread = this computer has no room for another thread: close other programs
search-written-elsewhere = another hearback is writing the index for searching, and what is not to be used may stand in it until somebody searches again
search-only-deleted = the index for searching could not be written, and was deleted: what is not to be used may still be found on the disk by undeleting
search-not-forgotten = the index for searching could be neither written nor deleted, and what is not to be used may stand in it: delete { $place } ({ $why })
over-finds = Find commands and words: { $choose } goes there, { $close } closes
finds-awaited = looking …
finds-nothing = Nothing is called “{ $words }” here, and no session holds it. { $close } closes
finds-nothing-there = Nothing is called “{ $words }” here, and no session holds it that could be looked through. { $close } closes
finds-unsearched-more = { $count ->
    [one] one more could not be looked through
   *[other] { $count } more could not be looked through
}
finds-more = { $count ->
    [one] one more is found: write more to narrow it
   *[other] { $count } more are found: write more to narrow them
}
plain-code-on = { $code } (on the note)
plain-hit = { $participant } { $at } { $kind }: { $words }
## Transcripts

refusal-no-transcript = there is no such transcript
refusal-passage-suspect = the waveform holds no speech here, and recognisers invent words then: play it from its beginning to its end first, then it can be quoted
refusal-nothing-recorded = nothing was recorded of this session, so there is nothing to be transcribed
refusal-not-given = nothing was given to a transcriber yet
could-not-write-transcript = could not write the transcript

transcript-line = line { $line }:{" "}
transcript-passage = passage { $passage }:{" "}
transcript-unread = { $file }: { $why }
transcript-too-large = the file is larger than { $most } MB: save it without tokens and word times, or in parts, one a take
transcript-too-many = there are more than { $most } passages: is it the right file?
transcript-long-passage = a passage is longer than { $most },000 characters: there are stamps missing
transcript-long-speaker = a speaker's name is longer than { $most } characters: is it the right file?
transcript-empty = the file is empty: is it the right one?
transcript-not-text = this is no text: a Word document, a page of f4 or a PDF has to be saved as plain text first
transcript-not-utf8 = there are characters here that are not UTF-8: save the file as UTF-8
transcript-no-json = this is no JSON: leave --format out, or name the form it has
transcript-broken-json = the JSON breaks off or is damaged at column { $column }: save or copy it once more
transcript-other-json = this JSON has neither `segments` nor `transcription`: it is no transcript of Whisper, whisper.cpp or aTrain
transcript-no-vtt = the file does not begin with WEBVTT: leave --format out, or name the form it has
transcript-no-passage = there is no passage in it: is it the right file?
transcript-no-stamps = there are no times in it, such as [00:01:02] or #00:01:02-3#: have it saved with time stamps
transcript-not-noscribe = this page has no times of noScribe's: save the transcript in noScribe as HTML or VTT
transcript-bad-time = "{ $text }" is no time: correct it in the file
transcript-no-time = the passage has no beginning: have it transcribed once more, or take it out of the file
transcript-no-share = say how much was compared in per cent, such as 10%, or all
transcript-no-speaker = "{ $text }" gives no speaker a code: { $hint }
transcript-speaker-form = write it as SPEAKER_00=I1
transcript-unknown-speaker = nobody is called { $speaker } in it. Those who speak: { $speakers }
transcript-no-offset = an offset is a number of seconds, at most a day
transcript-no-take = there is no take { $take } with sound in this session
transcript-does-not-fit = { $file } does not fit this recording: { $out } of { $count } passages lie outside its { $long }. Is it the right session? --take says of which take it is, --offset moves it
transcript-imported = { $session }: { $count ->
    [one] one passage
   *[other] { $count } passages
} imported ({ $form })
transcript-replaces = It takes the place of the transcript that was there before.
transcript-still-counts = It takes the place of what was there before from { $begins } to { $ends }. The earlier transcript still counts { $rest }.
transcript-from-to = from { $from } to { $to }
transcript-speakers = Speakers: { $speakers }
transcript-end-to-end = the session has { $count } takes: the times were taken as those of all takes laid end to end. Name one with --take if they are those of that take alone
transcript-suspects = { $count ->
    [one] one passage lies
   *[other] { $count } passages lie
} where the waveform holds no speech: recognisers invent there. Listen before you quote
transcript-before = { $count ->
    [one] one passage lies before the beginning of the sound, and was left out
   *[other] { $count } passages lie before the beginning of the sound, and were left out
}
transcript-beyond = { $count ->
    [one] one passage lies beyond the end of the sound, and was left out
   *[other] { $count } passages lie beyond the end of the sound, and were left out
}
transcript-reversed = { $count ->
    [one] one passage ends before it begins, and was taken for a moment
   *[other] { $count } passages end before they begin, and were taken for moments
}
transcript-untimed = { $count ->
    [one] one line stands before the first stamp, and was left out
   *[other] { $count } lines stand before the first stamp, and were left out
}
transcript-unmeasured = take { $takes } cannot be read: whether there is speech in its passages is not known
transcript-not-copied = the file is larger than { $most } MB, so no copy of it was kept: only its digest
transcript-stays = The transcript lies in the session's folder, with all that was said: what is withheld is shown nowhere, but stands there as in the sound.
panel-transcript = Transcript
transcript-nothing-to-show = nothing of it may be shown
transcript-quoted = quoted with its time, { $at }. { $key } takes it back
transcript-not-shown = What is said here is not shown: it is not to be used, or it may be the words of somebody who takes no part any more.
transcript-nobody-speaks = Nobody speaks here in the transcript: go to the passage first.
transcript-interviewer = That is said by { $speaker }, who asks: only what they say becomes a quote.
transcript-quoted-already = That passage is a quote already.
transcript-long-quote = this passage is too long for a quote: write a note ({ $key }) with what counts
plain-passage = said at { $at }: { $text }
plain-passage-of = said at { $at } by { $speaker }: { $text }
plain-passage-suspect = at { $at }, with no speech in the waveform: { $text }
plain-passage-suspect-of = at { $at }, with no speech in the waveform, { $speaker }: { $text }
transcript-none = { $session } has no transcript: hearback transcript import { $session } FILE
transcript-suspect-legend = ? no speech in the waveform: listen, then hearback transcript heard { $session } NUMBER
transcript-heard-legend = + no speech in the waveform, and somebody has listened
transcript-counts = { $from } to { $to }: transcript { $transcript }
transcript-unverified = Nobody has compared it with the sound yet, as far as is known.
transcript-unusable = a transcript of { $session } cannot be shown: import it once more
transcript-nobody = The transcript does not say who speaks.
transcript-n-passages = { $count ->
    [one] one passage
   *[other] { $count } passages
}
transcript-no-such-passage = { $session } has no passage { $passage } that may be shown: hearback transcript show { $session }
transcript-not-suspect = Passage { $passage } is not suspect: there is sound in it.
transcript-as-before = That was known of passage { $passage } before.
transcript-heard = Passage { $passage } is marked as listened to: it may be quoted.
transcript-unheard = Passage { $passage } is suspect again.
transcript-file-missing = { $file } is missing: it is not where it was kept. Put it back, or import the transcript once more
transcript-file-changed = { $file } is not what was imported: somebody has changed it. It is not shown; put the right one back, or import it once more
transcript-file-newer = { $file } was written by a newer hearback: it can be read only there
transcript-file-long = { $file } is longer than what is searched ({ $most } MB): what it has is shown and heard, and not found
transcript-awaited = the transcript is being read …
transcript-file-unread = { $file } cannot be read: { $why }

handed-step = { $step ->
    [given] given
    [returned] transcript came back
    [checked] compared with the sound
    [names-removed] names taken out
    [deleted-there] sound deleted there
   *[newer] something that only a newer hearback knows
}
handed-still = { $step ->
    [given] give it
    [returned] get the transcript back
    [checked] compare it with the sound
    [names-removed] take names out
    [deleted-there] have the sound deleted there
   *[newer] something that only a newer hearback knows
}
handed-share = { $share } %
handed-open = { $done }. Still to do: { $open }
handed-none = Nothing was given to a transcriber.
handed-no-such = nothing was written down in these words: `hearback transcript register` says what was
handed-whose = more than one comes into question ({ $whom }): say who, with --whom
handed-not-theirs = { $whom } has no sound of this session, as far as is written down: `hearback transcript register` says who has
copy-not-taken-back = { $why }; and that it was not made could not be written down: { $also }

pack-exists = { $folder } is there already, and nothing is overwritten: name a new folder
pack-lost-a-voice = somebody who sat in this group takes no part any more, and is heard in the sound: withhold all that they said first (hearback withhold { $session } --from … --to …), then say --turns-withheld
pack-take-changed = take { $take } is not what was recorded: hearback verify
pack-made = { $session }: { $count ->
    [one] one recording
   *[other] { $count } recordings
} and a page for the transcriber lie in { $folder }
pack-silent = { $count ->
    [one] one stretch is
   *[other] { $count } stretches are
} silent in them, because what was said there is not to be used. All times stay what they are.
pack-next = Hand it over in a way that is safe, and write that down: hearback transcript given { $session } --to WHOM
pack-no-round = not everybody says in the sound who they are: the transcriber will have to ask about some voices
pack-page-file = how-to-transcribe.txt
pack-title = Transcribing this conversation
pack-files = Sound:
pack-speakers = Who speaks. Write the code and a colon before each turn:
pack-role = { $role ->
    [participant] who is interviewed
    [observer] looks on
   *[interviewer] who asks
}
pack-seat = seat { $seat }, counted clockwise from the moderator's left
pack-first = (says who they are, or is heard first, at { $at })
pack-names = Where names are said. Write what stands here in their place:
pack-name = { $of ->
    [person] [person]
    [place] [place]
   *[other] [something that tells who it is]
}
pack-no-names = nowhere that was marked; leave out whatever names you hear all the same
pack-silences = Silent on purpose. Write [left out], and go on:
pack-silent-at = { $at }, for { $long }
pack-conventions = How to write:
    - One text file a recording, called as that is: sound-1.txt. Plain text.
    - Each turn begins with when it begins, and who speaks: [00:01:02] I1: How was that?
    - Word for word, in the language that is spoken. Nothing is corrected, no dialect is changed.
    - A new stamp after a minute, also within a turn.
    - (.) a short silence, (8) one of 8 seconds, (laughs) and (cries) for what is heard.
    - (word?) if you are not sure, (?) if it cannot be understood.
    - // where two speak at once: // no, //
    - Nobody's name, no places and no organisations: [person], [place], [organisation].
    - If you know somebody in it, stop and say so.
    - Give the sound to nobody, and to no program on the internet. Delete it once the transcript has been accepted, and say that you did.

# A recogniser of this machine.

transcribe-done-before = Take { $take } was done before by the same recogniser (--again does it once more).
transcribe-begins = take { $take } ({ $n } of { $count }): { $engine } is at work; Ctrl-C stops it
transcribe-still = still at work, after { $long }
transcribe-take = Take { $take }: { $count ->
    [one] one passage
   *[other] { $count } passages
}
transcribe-next = Compare it with the sound before you rely on it: hearback transcript show { $session }
transcribe-withheld-since = take { $take }: while the recogniser worked, something was said not to be used, so what it wrote was thrown away. Run it again
transcribe-no-words = take { $take }: the recogniser heard no words in it
transcribe-unread = what { $engine } wrote cannot be read: { $why }. Say `format` under `transcription` in study.yaml
transcribe-not-begun = { $program } cannot be run: { $why }. Write the path of the program into `transcription` in study.yaml
transcribe-stopped = stopped: the copy of the sound was deleted, and takes that were done are kept. hearback transcribe { $session } goes on
transcribe-failed = { $engine } failed with exit code { $code }: { $said }
text-lies = A text{ $dated ->
    [yes] {" "}of { $day }
   *[no] {""}
} that was given to an editor lies in { $file }; the member check opens it again
texts-swept = { $count ->
    [one] A text that was given to an editor was left of a session that is gone: it is destroyed now.
   *[other] { $count } texts that were given to editors were left of sessions that are gone: they are destroyed now.
}
lent-swept = { $count ->
    [one] A copy of the sound that a recogniser was given was left by a run that was killed: it is destroyed now.
   *[other] { $count } copies of the sound that a recogniser was given were left by runs that were killed: they are destroyed now.
}
lent-left = A copy of the sound that a recogniser was given was left by a run that was killed, and cannot be destroyed: { $why }
transcribe-copy-left = the copy of the sound that the recogniser was given could not be destroyed ({ $why }): delete the folder { $folder }
transcribe-no-wav = { $engine } is not told where the sound lies: write {"{wav}"} into `command` under `transcription` in study.yaml
transcribe-killed = { $engine } was ended by signal { $signal }{ $signal ->
    [9] , which is often a machine that has no memory left: take a smaller model
   *[other] {""}
}. { $said }
transcribe-said-nothing = it said nothing
transcribe-nothing = { $engine } has written nothing to the place it was given as {"{out}"}: correct `command` under `transcription` in study.yaml
transcribe-nowhere = there is no recogniser: install whisper-cli, or write a `command` under `transcription` in study.yaml. hearback fetches none
transcribe-no-model = whisper-cli is here, but not which model it is to use: write its file as `model` under `transcription` in study.yaml
transcribe-another = study.yaml names no recogniser called { $engine }, and it is not whisper-cli
study-command-no-wav = the command says nowhere where the sound is to stand
study-command-form = write it as a list with {"{wav}"} and {"{out}"}: [recogniser, "{"{wav}"}", "{"{out}"}"]
study-transcript-forms = write vtt, srt, whisper, whisper-cpp, noscribe, atrain or text

## The register of letters: what was asked before one goes, how it went, what came back
before-item = { $item ->
    [wanted] Do they still want it?
    [alive] Are they alive, as far as that can be known?
    [address] Is the address safe: does nobody else open it?
    [called-first] It became too much in the interview: were they rung first?
    [second-reader] Did somebody else read it for what they could be recognised by?
   *[other] Something that a newer hearback asks
}
before-answer = { $answer ->
    [yes] yes
   *[no] no
}
before-not-asked = not asked
before-asked-then = asked before the last letter went: { $answer }, { $day }
before-asked = { $answer }, { $day }
before-asked-by = { $asked } by { $by }
before-asked-by-nobody = { $asked } (nobody is named)
before-short = { $item ->
    [wanted] wanted
    [alive] alive
    [address] address
    [called-first] rung first
    [second-reader] second reader
   *[other] what a newer hearback asks
}
before-asked-item = { $item } { $asked }
before-with-words = { $asked }: { $words }
sent-by = { $way ->
    [post] by post
    [mail] by e-mail
    [hand] by hand
    [read-aloud] read aloud
   *[other] in a way that a newer hearback knows
}
reply-says = { $says ->
    [fits] right
    [partly] partly right
    [does-not-fit] not right
    [rather-not] would rather not say
   *[other] something that a newer hearback knows
}
reply-says-reflection = { $says ->
    [fits] still sees it so
    [partly] partly
    [does-not-fit] sees it differently
    [rather-not] would rather not say
   *[other] something that a newer hearback knows
}
own-words = { $answer ->
    [yes] their own words may be used
    [ask] their own words only if they see them first
   *[no] their own words are not to be used
}
replied-by = { $how ->
    [paper] on paper
    [telephone] by telephone
    [in-person] in person
   *[other] in a way that a newer hearback knows
}
remark-kind = { $kind ->
    [answer] about a statement
    [added] they add
    [not-used] they do not want this used
    [declines] they would rather not answer
    [withdraws] they take no part any more
    [quotes] about their own words
   *[other] something that a newer hearback wrote down
}
disposition = { $what ->
    [changed] { $wording ->
        [0] seen to
       *[other] changed (wording { $wording })
    }
    [kept] kept as it was
    [withdrawn] not used any more
   *[other] something that a newer hearback did
}
disposition-because = { $what }: { $reason }
outcome = { $outcome ->
    [agreed] agreed
    [agreed-in-part] agreed with a part, no answer to the rest
    [added] added something
    [disagreed] disagreed with something
    [declined] would rather not
   *[no-reply] no reply
}
outcome-reflection = { $outcome ->
    [agreed] still sees all of it so
    [agreed-in-part] still sees a part so, no answer to the rest
    [added] added something
    [disagreed] sees something differently
    [declined] would rather not
   *[no-reply] no reply
}
check-due = { $due ->
    [withdraw] they take no part any more: `hearback withdraw`
    [leave-out] they asked not to use something, and nothing is left out for it yet: see to that first
    [remarks] see to what came back
    [write] write the letter anew: it is out of date
    [ask] ask first what is asked before a letter goes: `hearback before`
    [send] send the letter
    [remind] a reminder is possible, one
   *[no-reply] nothing came, and the last day is over: write that down
}
check-short-drafted = statements
check-short-not-sent = letter { $version } not sent
check-short-sent = letter { $version } sent
check-short-due = reply due { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
check-short-remind = reminder possible
check-short-no-answer = no answer yet
check-short-open = { $count ->
    [one] 1 remark open
   *[other] { $count } remarks open
}
check-short-amended = amended
check-short-outcome = { $outcome ->
    [agreed] confirmed
    [agreed-in-part] confirmed in part
    [added] added something
    [disagreed] disagreed
    [declined] declined
   *[no-reply] no reply
}
check-short-left-out = something left out
check-short-outcome-reflection = { $outcome ->
    [agreed] sees it so
    [agreed-in-part] sees it partly so
    [added] added something
    [disagreed] sees it differently
    [declined] declined
   *[no-reply] no reply
}
check-line-withdraws = they take no part any more and nothing was done about it yet: `hearback withdraw`
check-line-sent = letter { $version } sent { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
} ({ $day }) { $way }
check-line-reminded = reminded { $day }
check-line-due = reply { $late ->
    [yes] was due
   *[no] due
} { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day }
check-line-answered = { $outcome } ({ $yes } of { $of } right)
check-line-answered-reflection = { $outcome } ({ $yes } of { $of } still seen so)
check-line-left-out = asked to leave out { $count }
check-line-seen-to = { $count ->
    [one] the 1 remark was seen to
   *[other] all { $count } remarks were seen to
}
check-line-open = { $count ->
    [one] 1 remark open
   *[other] { $count } remarks open
}
check-line-out-of-date = letter { $version } is out of date
check-line-not-sent = letter { $version } not sent
register-no-letter = There is no letter yet: write one in the member check
register-no-version = There is no letter { $version }
register-is-sent = Letter { $version } has gone, on { $day }
register-out-of-date = Letter { $version } is out of date: it does not say what would be written now. Write it anew, or say --anyway
register-later-version = Letter { $version } is not the last one: there is letter { $last }. Send that, or say --anyway
register-barred = No letter goes: { $item ->
    [wanted] they do not want it
    [alive] they are not alive, as far as is known
    [address] the address is not safe
   *[other] there is a no to something that a newer hearback asks
}. If that is otherwise by now, answer it anew
register-withdraws = Nothing is made for them or goes to them any more: they said that they take no part (`hearback withdraw SESSION` does what they want)
register-unread = Nothing goes to them: what came back as remark { $remark } cannot be read here. A newer hearback may read it; if it was nothing, hearback reply SESSION --undo { $remark }
register-never-sent = Letter { $version } never went, so nothing comes back on it. Write down first that it was sent
register-is-reminded = There is one reminder, and it went on { $day }
register-has-reply = Something came back on letter { $version }
register-has-no-reply = It was written down on { $day } that nothing came on letter { $version }
register-before-written = Letter { $version } was not there before { $day }: it cannot have gone earlier. Is the year right?
register-reminder-day = Letter { $version } went on { $day }: a reminder goes on a later day
register-not-over = They have until { $day } to answer letter { $version }: only after that day nothing came
register-version-not-known = What stands in letter { $version } is not known: an earlier hearback wrote it, and did not say. A reply to it is about no statement
register-still-used = They asked not to use something (remark { $remark }), and nothing is left out for it yet
register-not-known = its statements are not known: an earlier hearback wrote it, and did not say
register-no-such-statement = Letter { $version } has no such statement
register-not-said = Say what they say of it: right, partly right, not right, or that they would rather not say
register-no-words = Write down what they said
register-no-such-remark = There is no such remark
register-nothing-changed = The statement stands as it went: change it first in the member check, or set it aside there
register-no-reason = Say why it is kept as it is
register-is-withdrawn = That is not used any more, and only the participant lifts it: hearback withhold SESSION
register-only-left-out = They do not want that used: leave it out (withdrawn), or, if they take that back themselves, take the remark back
register-not-withheld = Nothing was left out for it since they said it: say what it is (--note N or --statement N), or, if none of it was ever written down, say so with --reason
register-nothing-to-take-back = There is nothing to take back
register-day-before = The letter went on { $day }: nothing came back before that
undo-letter-checked = { $item ->
    [wanted] the answer whether they still want it
    [alive] the answer whether they are alive
    [address] the answer about the address
    [called-first] the answer whether they were rung first
    [second-reader] the answer about the second reader
   *[other] an answer that a newer hearback asked for
}
undo-letter-sent = { $what ->
    [reminder] that a reminder of letter { $version } went
   *[letter] that letter { $version } went
}
undo-reply-statement = { $what }, statement { $number }
undo-reply-words = their words ({ $remark })
undo-disposition = what was done about a remark ({ $remark })
undo-no-reply = that nothing came on letter { $version }
before-take-back = Taken back by: hearback before { $session } { $item } not-asked
version-not-sent = letter { $version }: not sent
version-sent = letter { $version }: sent { $day } { $way }
version-no-reply = written down on { $day } that nothing came
version-until = they have until { $day }
remark-words = { $what }: “{ $words }”
remark-withheld = { $what } (their words are not to be used)
remark-told = { $remark } ({ $how }, { $day }, taken by { $by })
remark-told-to-nobody = { $remark } ({ $how }, { $day }, nobody is named)
remark-superseded = { $remark }; superseded by what they said on { $day }
remark-done = { $remark }; { $done }
remark-open = { $remark }; nothing done about it yet
register-read-back = Read back in the room, which is no answer to a letter: { $said }
register-timing = { $timing ->
    [findings] Participants of this study are asked later, about what came of all conversations together.
   *[summary] Participants of this study are asked soon after their interview, about a summary of it.
}
register-before = Before it goes:
register-beside = About no statement:
register-on-no-letter = On a letter that is not known here:
register-withheld = not to be used any more
register-quote = “{ $words }”
register-no-answer = no answer
letters-line = { $session }  { $stands }
letters-none = no letter and no statement yet
letters-nothing-due = nothing is to be done about any letter
letters-sums = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}, { $sent ->
    [0] no letter sent
    [one] 1 letter sent
   *[other] { $sent } letters sent
}
letters-sums-each = { $sums }: { $each }
letters-outcome = { $outcome ->
    [agreed] { $count } agreed
    [agreed-in-part] { $count } agreed with a part
    [added] { $count } added something
    [disagreed] { $count } disagreed
    [declined] { $count } declined
   *[no-reply] { $count } no reply
}
letters-waiting = { $count } not answered yet
letters-unread = { $count ->
    [one] { $session } cannot be read: what became of its letter is not known
   *[other] { $count } sessions cannot be read ({ $session } first): what became of their letters is not known
}
sent-not-asked = { $count ->
    [one] 1 thing was not asked before it went: hearback before { $session }
   *[other] { $count } things were not asked before it went: hearback before { $session }
}
sent-still-used = { $why }. Leave it out first: hearback disposition { $session } { $remark } withdrawn --note N (or --statement N), or say --anyway
sent-with-few-days = { $left ->
    [0] { $day }, the last day that stands in the letter, leaves no time to answer
    [one] { $day }, the last day that stands in the letter, is 1 day after it went
   *[other] { $day }, the last day that stands in the letter, is { $left } days after it went
}: nothing is said to have come of it before { $until } is over. A letter that is written today has a later day
reminded-early = This reminder went { $after ->
    [one] 1 day
   *[other] { $after } days
} after the letter, before half the time was over: they had until { $day }
sent-take-back = Taken back by: hearback sent { $session } --version { $version }{ $reminder } --undo
nothing-take-back = What still comes adds to it. Taken back by: hearback reply { $session } --nothing --version { $version } --undo
reply-which-remark = Say which remark: --undo N, as `hearback letters SESSION` numbers them
reply-taken-back = remark { $remark } is taken back
reply-withheld = left out everywhere from now on, under { $ids } of `hearback withhold`; only the participant lifts it
reply-withdraws = Nothing goes to them any more. What they want done with what is there: hearback withdraw { $participant } --scope stop (or sound, all), with --told, --whom and --on
reply-find-it = Until that is done the letter is held back. Find what they mean and leave it out: hearback disposition { $session } { $remark } withdrawn --note N (or --statement N, of the letter)
reply-take-back-remark = The remark is taken back by: hearback reply { $session } --undo { $remark }. What is left out stays out: only the participant lifts that
reply-take-back = Taken back by: hearback reply { $session } --undo { $remark }
reply-take-back-quotes = The remark is taken back by: hearback reply { $session } --undo { $remark }
reply-to-nobody = the study
reply-said = in a reply to the letter, { $how }
reply-no-quotes = none of their own words in { $letters ->
    [yes] reports from now on; in the letter to themselves they wanted them, and that was asked apart
   *[other] letters and reports from now on
}
reply-no-quotes-lifted = Only they change it: hearback consent { $session } { $item } yes --told HOW --to WHOM --on DATE
withheld-by-reply = reply to letter { $version }
disposition-take-back = Taken back by: hearback disposition { $session } { $remark } --undo
show-letters = the letter: { $words }
reply-stays-withheld = What was withheld with it stays so; only the participant lifts it: hearback withhold { $session }
remarks-none = { $which ->
    [open] nothing came back that is still to be seen to
   *[all] nothing came back
}
withheld-statement = statement { $statement }
key-home-letters = letters
key-home-letters-help = What went to the participant, what came back, and what is due.
key-statements-letters = letters
key-statements-letters-help = The register: what is asked before a letter goes, how it went, what came back.
key-letters-open = words
key-letters-open-help = Write their words, or what there is to say, on this line.
key-letters-yes = yes
key-letters-yes-help = It is so; what is asked before a letter goes.
key-letters-no = no
key-letters-no-help = It is not so; what is asked before a letter goes.
key-letter-answers-fits = right
key-letter-answers-fits-help = They say that the statement is right.
key-letter-answers-partly = partly
key-letter-answers-partly-help = They say that it is partly right; then write their words.
key-letter-answers-does-not-fit = not right
key-letter-answers-does-not-fit-help = They say that it is not right; then write their words.
key-letter-answers-rather-not = rather not
key-letter-answers-rather-not-help = They would rather not say anything of it.
key-letters-added = they add
key-letters-added-help = They add something that is about no statement.
key-letters-not-used = leave out
key-letters-not-used-help = They do not want it used: on a statement, it and the notes it rests on are left out everywhere.
key-letters-how = how
key-letters-how-help = How what comes back comes: by telephone, on paper, in person.
key-letters-sent = sent
key-letters-sent-help = The letter went today; then say how.
key-letters-reminded = reminded
key-letters-reminded-help = The one reminder went today; then say how.
key-letters-nothing-came = no reply
key-letters-nothing-came-help = Nothing came, and the last day is over.
key-letters-declines = declines
key-letters-declines-help = They would rather not answer the letter.
key-letters-quotes = quotes
key-letters-quotes-help = What they say of their own words: whether they may be quoted.
key-letters-takes-no-part = no part
key-letters-takes-no-part-help = They take no part any more: nothing goes to them from then on.
key-letters-changed = changed
key-letters-changed-help = The statement was changed because of this remark.
key-letters-kept = kept
key-letters-kept-help = It stays as it was; then write why.
key-letters-withdrawn = leave out
key-letters-withdrawn-help = What this remark is about is left out everywhere.
key-letters-statements = check
key-letters-statements-help = To the member check.
key-letters-down = down
key-letters-down-help = The line below.
key-letters-up = up
key-letters-up-help = The line above.
key-letters-page-down = page down
key-letters-page-down-help = A page further down.
key-letters-page-up = page up
key-letters-page-up-help = A page further up.
key-letters-top = top
key-letters-top-help = The first line.
key-letters-bottom = bottom
key-letters-bottom-help = The last line.
key-letters-undo = undo
key-letters-undo-help = Take back what you did last on this screen.
key-letters-redo = redo
key-letters-redo-help = Do once more what you took back.
key-sending-by-post = post
key-sending-by-post-help = It went by post.
key-sending-by-mail = e-mail
key-sending-by-mail-help = It went by e-mail.
key-sending-by-hand = by hand
key-sending-by-hand-help = It was given by hand.
key-sending-read-aloud = read aloud
key-sending-read-aloud-help = It was read to them.
key-sending-not-sent = not sent
key-sending-not-sent-help = It did not go; nothing is written down.
key-quoting-may-quote = they may
key-quoting-may-quote-help = Yes, their own words may be used.
key-quoting-may-quote-if-seen = if seen
key-quoting-may-quote-if-seen-help = Only if they see them first; until then that is no yes.
key-quoting-may-not-quote = no
key-quoting-may-not-quote-help = No, their own words are not to be used.
key-quoting-not-about-quotes = back
key-quoting-not-about-quotes-help = They said nothing of that; nothing is written down.
key-letter-line-keep = keep
key-letter-line-keep-help = Keep the line.
key-letter-line-put-aside = put aside
key-letter-line-put-aside-help = Put the line aside; undo brings it back.
label-telephone = telephone
label-on-paper = on paper
label-in-person = in person
label-reflection = { $says ->
    [fits] sees it so
    [partly] partly
    [does-not-fit] differently
   *[rather-not] rather not
}
letters-title = Letters of { $participant }, { $round }
letters-taken = replies { $how }
letters-no-statement = no statement is written yet, and so no letter
letters-no-letter = statements are written, and no letter yet
letters-before = BEFORE IT GOES
letters-letters = LETTERS
letters-beside = ABOUT NO STATEMENT
letters-earlier = ON AN EARLIER LETTER
letters-on-no-letter = ON A LETTER NOT KNOWN HERE
letters-open = { $count ->
    [0] all asked
   *[other] { $count } not asked
}
letters-as-it-went = LETTER { $version }, AS IT WAS WRITTEN
letters-list = { $answered } of { $count } were asked; Enter shows them
letters-yes = { $yes } of { $of } right
letters-yes-reflection = { $yes } of { $of } still seen so
letters-how-sent = How did it go?
letters-how-reminded = How did the reminder go?
letters-their-words = Their words
letters-may-we-quote = May they be quoted?
letters-not-used-line = Not to be used: their words, or Enter alone
letters-by-whom = Who writes this down? A code such as I1, or empty for nobody
letters-no-code = That is no code: letters and digits, such as I1
letters-nobody-named = Nobody is named; nothing was written down yet
letters-why-kept = Why it stays as it was
letters-what-left-out = What was left out for it, or why there is nothing to leave out
letters-checked = Written down: { $answer }. { $key } takes it back
letters-done = Written down: { $what }. { $key } takes it back
went-along = With it went { $statements }: words of what is left out are in it, or it rests on them. Write anew what may be said of it
went-not = The same words still stand in { $statements }: look whether they go too
went-along-then = statement { $number } of letter { $version }
went-along-now = statement { $number } as it would be written now
went-along-nowhere = a statement that is in no letter
letters-words-gone = Their words are not to be used, and are not shown
still-used-again = { $why }. Leave it out first; { $again } goes on all the same
letters-done-and = { $done }. { $days }
letters-not-asked = Not asked before it goes: { $items }
letters-not-asked-again = { $why }. It goes all the same: { $again }
letters-out-of-date = Letter { $version } is out of date: something changed since. { $check } is the member check, { $write } there writes it anew
letters-later-version = Letter { $version } is not the last one: choose letter { $last }
letters-nothing-changed = The statement stands as it went: change it first in the member check ({ $check })
letters-leave-out-again = { $again } leaves statement { $number } out everywhere{ $notes ->
    [0] {""}
    [one] {", "}and 1 note it rests on
   *[other] {", "}and { $notes } notes it rests on
}. Only the participant lifts that
letters-leave-out-along = { $goes }. With it goes { $statements }
letters-quotes-kept = Written down: { $what }. None of their own words in { $letters ->
    [yes] reports from now on; in their own letter they wanted them
   *[other] letters and reports from now on
}
letters-yes-lifts-nothing = Written down. Their no of before stands until it is changed: hearback consent
letters-no-stays = The remark is taken back; their no to their own words stays, and only they change it: hearback consent
letters-left-out = Left out everywhere from now on. Only the participant lifts it; a slip, { $key } takes back
letters-nothing-came = Written down that nothing came on letter { $version }. What still comes adds to it; { $key } takes it back
letters-how = What comes back is written down as coming { $how }
letters-not-asked-here = That is answered on a line of what is asked before a letter goes
letters-no-statement-here = Choose a statement: that key is an answer to one
letters-no-remark-here = That is done on a remark: choose one
letters-version-keys = { $sent } writes down that it went, { $reminded } that they were reminded
letters-answer-first = First the answer by its key, then the words
letters-takes-no-part-again = They take no part any more, and nothing goes to them from then on: { $again }
plain-letters-prompt = letters
plain-letters-statement = statement { $number }: { $words }
plain-letters-keys = A number and Enter goes to a line. On a statement { $fits } says right, { $partly } partly right, { $not } not right, { $rather } would rather not say. { $yes } and { $no } answer what is asked before a letter goes, { $sent } says that it went.

## A letter as PDF

no-letter-signs = the letter has signs that the type of a { $form } letter has no shapes for, and who reads it would see empty boxes: { $signs }. Print the HTML or open the DOCX, which show them in the fonts of this machine
write-letter-no-pdf = this hearback was built without PDF. `make install` builds one with it; or print the HTML, or save the DOCX as PDF in Word or LibreOffice
letter-beside = HTML and DOCX (Word)
letter-beside-pdf = HTML, DOCX (Word) and PDF
letter-beside-no-pdf = HTML and DOCX (Word), not as PDF, whose type has no shapes for { $signs }

## Plain words: what makes a statement hard or tells whose it is, and what to try

hint-what = { $cause ->
    [long-sentence] a sentence of { $count } words
    [long-word] a long word: { $count } syllables
    [passive] it does not say who does it
    [noun-for-verb] a noun where a verb would do
    [double-negation] two noes in one
    [study-word] on the study’s list of words
    [clinical-word] a word of the clinic
    [formal-word] a word of offices
    [name] perhaps a name
    [organisation] an organisation
    [place] a place
    [date] a date
    [age] an age
    [number] a long number
    [mail] an e-mail address
    [postcode] a postcode
    [street] an address
    [third-person] this does not speak to the reader
    [participant] this speaks of the reader, not to them
    [first-person] this does not speak to the reader
    [no-person] it does not say who
    [informal] informal, where the letter is formal
   *[other] worth a second look
}
hint-try = { $cause ->
    [long-sentence] make two sentences of it
    [long-word] find a shorter word, or two short ones
    [passive] say who does it: “your therapist helped you”
    [noun-for-verb] use the verb: “the pain became less”
    [double-negation] say it without the noes
    [study-word] say it as the participant would
    [clinical-word] say it as the participant would
    [formal-word] leave it out, or say it as you would aloud
    [name] say who it is to them: “your husband”, “your doctor”
    [organisation] say what it is: “the hospital”, “your work”
    [place] leave it out, or say “the town you live in”
    [date] say about when: “last spring”, “years ago”
    [age] leave it out
    [number] take it out
    [mail] take it out
    [postcode] take it out
    [street] take it out
    [third-person] write “you” and “your”
    [participant] write “you”
    [first-person] write “you”; what they said themselves goes below it as a quote
    [no-person] begin with “You”
    [informal] write “u” and “uw”
   *[other] read it aloud
}
hint-try-end = end it before “{ $words }”, and begin anew
hint-try-word = write “{ $plain }”
hint-figure = { $formula } { $value }, { $hardness ->
    [easy] easy to read
    [plain] plain
    [hard] hard to read
   *[other] very hard to read
}
hint-count = { $count ->
    [0] nothing stands out
    [one] { $count } thing to think about
   *[other] { $count } things to think about
}
hint-row = { $figure } · { $count }
hint-row-no-figure = Plain words: { $count }
hint-little = That is of { $words } words: so short a text gives figures that say little.
hint-too-little = Too little text for a figure ({ $words } words, { $sentences ->
    [one] { $sentences } sentence
   *[other] { $sentences } sentences
}).
hint-no-formula = No figure is known for texts in this language.
hint-check-title = { $participant }, { $round }: { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
}, { $count }
hint-check-statement = statement { $number }
hint-check-quote = their words below statement { $number }
hint-check-try = try: { $advice }
hint-check-letter = The whole letter: { $figures }.
hint-check-no-letter = The whole letter was not looked at: { $why }
hint-check-hints = These are hints: nothing is refused for them, and no figure knows whether somebody understands it. Read it aloud.
hint-check-nothing = There is no statement to look at yet. Write one on the member check: { $command }

## The trail: how each statement rests on what was said

trail-title = For the research team only: how each statement rests on what was said
trail-of = { $whom }, session { $session }. This is not for participants.
trail-no-letter = No letter has been written yet.
trail-letter-not-known = letter { $version }: { $day } { $time }; which statements were in it is not known
trail-letter = letter { $version }: { $day } { $time }, { $statements }
trail-number = { $number ->
    [0] It would be in no letter now.
   *[other] Number { $number } in the letter as it would be written now.
}
trail-statement = Statement { $id } of the session, under “{ $topic }”{ $dated ->
    [no] .
   *[other] , in these words since { $since }.
}
trail-in-letters = { $count ->
    [0] In no letter so far.
    [one] In letter { $letters }.
   *[other] In letters { $letters }.
}
trail-rests-on-nothing = It rests on no note.
trail-rests-on = It rests on:
trail-note = { $at } { $kind }, note { $note }: { $words }
trail-quoted = (their words stand below it)
trail-note-before = before: { $at } { $kind }: { $words }
trail-before = Its words before:
trail-version = { $since }: “{ $words }”, { $count ->
    [0] on no note
    [one] on note { $notes }
   *[other] on notes { $notes }
}.
trail-versions-not-shown = { $count ->
    [one] { $count } earlier version rested on a note that is not to be used, was taken back or is private now, and is not here.
   *[other] { $count } earlier versions rested on notes that are not to be used, were taken back or are private now, and are not here.
}
trail-not-shown = { $count ->
    [one] { $count } statement is not to be used, and is not here.
   *[other] { $count } statements are not to be used, and are not here.
}
trail-notes-gone = { $count ->
    [one] { $count } statement is not here, because a note it rests on was taken back or is private now.
   *[other] { $count } statements are not here, because a note they rest on was taken back or is private now.
}
write-trail-lies = The trail lies in { $file }. It is for the team only.
replay-no-note = There is no note { $note } to hear.

## Looking at the statements: plain words, and what one rests on

look-words = Plain words · { $count }
look-words-none = There is no statement in the letter yet.
look-words-nothing = Nothing stands out. Read it aloud all the same.
look-words-hints = Hints: nothing is refused for them.
look-remark = “{ $words }”: { $what }
look-row = { $words } · { $key } says what
look-trail = { $statement ->
    [0] What this statement rests on
   *[other] What statement { $statement } rests on
}
plain-look-words = { $choose } goes to the statement, { $close } back.
plain-look-trail = { $hear } hears the note, { $close } goes back.
look-trail-more = For the team: { $command } tells its earlier words and its letters.
key-looking-choose = go there
key-looking-choose-help = Go to the statement that is meant.
key-looking-hear = hear
key-looking-hear-help = Hear the moment of this note, or stop.
key-looking-close = back
key-looking-close-help = Put it away.
key-looking-down = next
key-looking-down-help = Go to the next line.
key-looking-up = previous
key-looking-up-help = Go to the line before.
key-statements-words = plain words
key-statements-words-help = Look at how plain the statements are, and what in them may tell whose they are.
key-statements-trail = trail
key-statements-trail-help = Look at what this statement rests on, and hear it.

## The figures of a study

analysis = { $is ->
    [thematic] thematic analysis
    [codebook] analysis with a codebook
    [framework] framework analysis
    [content] content analysis
    [grounded-theory] grounded theory
    [reflexive] reflexive thematic analysis
    [phenomenological] phenomenological analysis
   *[narrative] narrative analysis
}
study-analysis-words = write one of: { $words }
figures-no-title = A study without a title
figures-counted = { $count ->
    [0] No session was held to its end yet, so there is nothing to count.
    [one] One session was held to its end. All figures are of that one.
   *[other] { $count } sessions were held to their end. All figures are of these.
}
figures-not-counted = { $count ->
    [one] Not counted, because { $why }: { $names }.
   *[other] Not counted, { $count } of which { $why }: { $names }.
}
figures-notes-destroyed = { $count ->
    [one] Counted as held, and in no figure of questions, distress, codes and letters, because its notes are destroyed: { $names }.
   *[other] Counted as held, and in no figure of questions, distress, codes and letters, { $count } because their notes are destroyed: { $names }.
}
figures-recruitment = How they were found
figures-of-group = { $group }: { $what }
figures-sampling = Whom the study wanted to hear
figures-missing = Missing: { $what }
figures-not-counted-why = { $why ->
    [planned] planned and not begun
    [under-way] still under way
    [interrupted] cut short and not ended (`hearback recover`)
    [withdrawn] withdrawn by the participant
    [destroyed] destroyed
    [not-understood] changed by a newer hearback in what they do not want
   *[unreadable] unreadable
}
figures-destroyed-because = destroyed, with the reason “{ $reason }”
figures-and-more = { $names } and { $count } more
figures-unread = { $count ->
    [one] one session cannot be read and is in no figure: { $sessions }
   *[other] { $count } sessions cannot be read and are in no figure: { $sessions }
}
figures-column = { $column ->
    [title] interview
    [guide] guide
    [round] round
    [n] n
    [people] people
    [mean-range] mean (range)
    [total] total
    [attribute] known of them
    [value] which
    [n-percent] n (%)
    [interviewer] who
    [led] led
    [assisted] assisted
    [observed] observed
    [what] what
    [group] with
    [item] item
    [asked] asked
    [yes] yes
    [no] no
    [no-answer] no answer
    [times] times
    [sessions] sessions
    [outcome] what came of it
    [question] question
    [volunteered] raised
    [partly] partly
    [come-back] back
    [skipped] skipped
    [not-yet] no mark
    [topic] topic
    [planned] planned
    [version] version
    [since] since
    [change] what was changed, and why
    [coded] coded
    [held] held
    [participant] with
    [coded-on] first coded on
    [codes] codes
    [new] new
    [total-codes] in all
    [power] what counts
   *[asks] what to write
}
figures-group = { $group ->
    [patients] patients
    [professionals] professionals
    [others] others
   *[unsaid] participants
}
figures-interviews = Interviews
figures-lengths = In minutes on the record. Means are made of exact lengths and rounded half up.
figures-by-clock = { $count ->
    [one] Of one, nothing was recorded: there the clock counted.
   *[other] Of { $count }, nothing was recorded: there the clock counted.
}
figures-partly-recorded = { $count ->
    [one] Of one, a part was not recorded: there the clock counted.
   *[other] Of { $count }, a part was not recorded: there the clock counted.
}
figures-people = { $count ->
    [one] In all, one person took part; everybody counts once here.
   *[other] In all, { $count } people took part; everybody counts once here.
}
figures-people-again = { $count ->
    [one] One person was interviewed more than once.
   *[other] { $count } people were interviewed more than once.
}
figures-between = Held from { $from } to { $to }.
figures-sample = { $audience ->
    [group] Who took part in groups: { $who } (n = { $count })
    [pair] Who was interviewed in pairs: { $who } (n = { $count })
   *[individual] Who was interviewed: { $who } (n = { $count })
}
figures-n-percent = { $n } ({ $percent })
figures-mean-range = mean (range)
figures-spread = { $mean } ({ $min }–{ $max })
figures-recorded = recorded
figures-somebody = somebody on the register
figures-not-recorded = not recorded
figures-nothing-known = Nothing is known of them in participants.yaml.
figures-not-listed = { $count ->
    [one] One of them is not in participants.yaml.
   *[other] { $count } of them are not in participants.yaml.
}
figures-also-elsewhere = { $count ->
    [one] One of them is counted elsewhere as well.
   *[other] { $count } of them are counted elsewhere as well.
}
figures-interviewers = Interviewers
figures-places = Where, through what, and who else was there
figures-place = { $aspect ->
    [place] place
    [mode] mode
    [also-there] also there
   *[recorded] recording
}
figures-mode = { $is ->
    [in-person] in one room
    [video] by video
    [recorded] recorded
   *[notes-only] notes only
}
covers = { $covers ->
    [taking-part] taking part
    [recording] recording
    [quotes] quoting
    [own-words] their words in their own letter
   *[summary] summary
}
figures-consent = Consent
figures-consent-note = In people, once a session. No answer is no yes. What they took back since counts as a no.
figures-incidents = What went wrong
figures-no-incidents = No equipment failed and no sound was lost, as far as is known.
figures-incident = { $kind ->
    [silence] the microphone delivered nothing
    [faint] the microphone heard very little
    [loud] the sound was too loud
    [muted] the microphone was muted
    [moved] the system took another microphone
    [space] the disk was nearly full
    [battery] the battery was low
    [slept] the computer slept
    [disk] the disk refused something
    [damaged] the journal was damaged and mended
    [gap] sound was lost, and silence stands there
    [lost] the recording stopped
    [crash] a crash was mended
    [cut-short] the interview was ended from outside
   *[other] something else
}
figures-distress = { $count ->
    [one] Once it became too much for somebody.
   *[other] { $count } times it became too much for somebody, in { $sessions } of the sessions.
}
figures-off-record = { $count ->
    [one] Once it was off the record.
   *[other] { $count } times it was off the record, in { $sessions } of the sessions.
}
figures-member-checks = Member check
figures-none-sent = No summary was sent.
figures-sent = { $count ->
    [one] One summary was sent, to { $to }; { $back } came back.
   *[other] { $count } summaries were sent, to { $to }; { $back } came back.
}
figures-outcome = { $outcome ->
    [agreed] agreed with all of it
    [agreed-in-part] agreed with a part, and said nothing of the rest
    [added] objected to nothing and added something
    [disagreed] objected to something
    [declined] would rather not
   *[no-reply] did not reply
}
figures-waiting = no answer yet
figures-amended = { $count ->
    [one] In one summary something was changed by what they said.
   *[other] In { $count } summaries something was changed by what they said.
}
figures-kind = { $guide }, { $round }
figures-kind-plain = { $guide } ({ $round ->
    [first] first
   *[follow-up] follow-up
})
figures-coverage = What became of each question, for revising the guide: { $kind }
figures-topics = Minutes per topic, for revising the guide: { $kind }
figures-versions = Versions of the guide { $guide }: { $title }
figures-versions-texts = Changed without a new version: { $versions }.
figures-stance = The study says it is { $stance }.
figures-codes = New codes per interview: { $kind }
figures-codes-nowhere = New codes per interview: no note has a code yet
figures-coding-nowhere = New codes per interview: the imported coding has none of these sessions
figures-still-new = The last interview that was coded, number { $coded }, still brought a new code.
figures-never-new = None of the { $coded } interviews brought a code that is new among them.
figures-none-new-in-last = None new in number { $coded }: a run of one.
figures-none-new-since = None new from number { $first } to number { $coded }: a run of { $run }.
figures-not-coded = { $count ->
    [one] One of { $of } is not coded: nobody knows whether it would bring something new.
   *[other] { $count } of { $of } are not coded: nobody knows whether they would bring something new.
}
figures-coded-otherwise = They stand in the order in which they were coded; they were held in another.
figures-codes-in-notes = These are codes in notes, put there while listening back. They are not the coding of transcripts.
figures-coding = Codes from { $program }, exported on { $day }, in the order in which somebody put them there.
figures-coding-nameless = Codes from a program that does not name itself, exported on { $day }, in the order in which somebody put them there.
figures-coding-undated = { $count ->
    [one] One code has no date in one interview, and is counted last there.
   *[other] { $count } times a code has no date in an interview, and is counted last there.
}
figures-kinds-not-coded = Not coded at all: { $kinds }.
figures-enough = Why this many
figures-no-stance = study.yaml does not say how you analyse. With `analysis: codebook` (or thematic, framework, content, grounded-theory) new codes per interview stand here; with reflexive, phenomenological or narrative, what decides how many are enough.
figures-no-curve = The study says it is { $stance }: there is no interview after which codes run dry. Write down instead what made this many enough.
figures-power = { $of ->
    [aim] aim
    [specificity] specificity
    [theory] theory
    [dialogue] dialogue
   *[analysis] analysis
}
figures-power-asks = { $of ->
    [aim] How wide is what you want to know? A narrow question needs fewer interviews.
    [specificity] How near are these participants to what you want to know? The nearer, the fewer.
    [theory] On which theory does the study stand? Without one, more are needed.
    [dialogue] How good were the conversations? Strong ones hold more: see the times and the questions below.
   *[analysis] Do you go deep into cases, or lay many beside each other? The second needs more.
}
figures-power-source = After Malterud, Siersma and Guassora: information power (2016).
## Handing over
export-not-begun = it was set up and has not begun: there is nothing to hand over
export-not-over = it is being held: hand it over when it is over
export-cut-short = it was cut short: `hearback recover` first
export-not-understood = they said that something is not to be used, and this hearback cannot read what: nothing leaves it until a newer one has looked
export-beside-sound = { $session }: { $count ->
    [one] one note is
   *[other] { $count } notes are
} about a moment of which there is no sound: here they stand at the nearest moment that was recorded (csv and jsonl have their own time)
export-stretches-beside-sound = { $session }: { $count ->
    [one] one passage of a transcript, or question, lies
   *[other] { $count } passages of transcripts, or questions, lie
} where there is no sound: what has the time of the sound cannot hold that (csv and jsonl do)
export-missing = { $count ->
    [one] one session is not in it, and should be: { $sessions }
   *[other] { $count } sessions are not in it, and should be: { $sessions }
}
export-takes-no-part = they said no to taking part, and did not say what may become of what there is: `hearback withdraw` asks what they want
export-unwanted = they want all of it destroyed: nothing of it is handed over
export-pseudonyms-line = line { $line } is no pair of words, such as "Anna = Marie"
export-pseudonyms-file = { $file }: { $why }
export-pseudonyms-text = { $file } is no text in UTF-8
export-stopped-there = { $who } takes no part any more since { $day }: what leaves of it is what they let stay
export-passed-over = { $session } is passed over: { $why }
export-nothing = there is no session of which something may be handed over
export-exists = { $place } is there already, and nothing is overwritten: name a new place
export-fault = it could not be written as { $form }, which is a fault of this program
export-same-name = two sessions would be called { $name }: give what stands in their names different words in the list of pseudonyms
export-changed = { $session } has changed meanwhile: call the same again
export-wav-without-sound = it has no sound that may leave
export-without-sound = { $session } leaves without its sound: { $why ->
    [unwanted] they do not want it to be used
    [lost-voice] somebody takes no part any more, and is heard in it
   *[none] there is none
}
export-too-large = { $file } is larger than a .qdpx may hold (2 GiB): its text is in it and its sound is not; export wav as well
export-no-room = { $place } takes { $needed } MB, and { $free } MB are free there: make room, or name a place on another disk
export-other-part = { $place } lies there and belongs to another export: look at it, then delete it or name another place
export-how-far = { $percent } % ({ $done } of { $whole } MB); Ctrl-C stops it
export-stopped = stopped: what is whole lies in { $place }. Call the same again to go on, or delete that folder
export-stopped-nothing = stopped: nothing was handed over
export-goes-on = What is whole lies in { $place }. Call the same again to go on, or delete that folder
export-not-noted = { $session }: its journal could not be told what became of this export: { $why }
export-made = { $count ->
    [one] One session
   *[other] { $count } sessions
} as { $form }: { $place }
export-taken-up = { $count ->
    [one] One file with sound was
   *[other] { $count } files with sound were
} whole from before.
export-own-stays = { $count ->
    [one] one note
   *[other] { $count } notes
} of your own stayed here; what is named goes too: --private observation,follow-up,memo,reason,page
export-attributes-stay = not handed over, because it says who belongs to whom: { $names }
export-next = It is written into the journals. What they want left out later is named there as being in it.
could-not-write-export = could not write what is handed over
## The page for the ethics board and the IT department

safe-title = Where the interviews are, and how they are kept safe
safe-about = Study: { $study }. Looked at on { $day }.
safe-legend = “Seen” was looked at on this computer on that day. “Built in” is how the program is made, which its own tests hold. “Not determined” could not be looked at from here: ask whoever set up this computer.
safe-known = { $how ->
    [seen] seen
    [built-in] built in
   *[not-determined] not determined
}
safe-where = Where the data lie
safe-others = Who could get at them
safe-loss = How loss is prevented
safe-term = How long they are kept
safe-consent = What participants agree to
safe-program = The program
safe-sessions = { $count ->
    [one] one session
   *[other] { $count } sessions
}{ $unread ->
    [0] {""}
   *[other] , { $unread } of which cannot be read
}
safe-of-folder = the study’s folder
safe-folder = { $folder }: { $sessions }. Sound, notes and letters lie there and nowhere else, unless somebody exports or copies them.
safe-of-disk = the disk
safe-disk-here = a disk of this computer ({ $kind })
safe-disk-elsewhere = on another computer, which shares it ({ $kind }): how it is kept there is for whoever runs it to say
safe-disk-unknown = whether it is a disk of this computer or one that another shares is not said by the system
safe-of-encryption = encryption of that disk
safe-encrypted = encrypted by this computer
safe-not-encrypted = nothing that encrypts was seen between the folder and its disk; a disk that does so by itself does not say it
safe-encryption-unknown = the system does not say whether it is encrypted
safe-of-cloud = copies to the cloud
safe-synced = by the look of the folders around it, { $service } copies it elsewhere
safe-not-synced = nothing that copies it elsewhere was seen in the folders around it
safe-of-cache = the index for searching
safe-cache = { $folder }, with words of notes: { $encryption }
safe-of-config = settings of this user
safe-config = { $folder } holds the interviewer’s code and profile, and nothing of any participant
safe-of-backups = backups
safe-backups = the program makes none; whether somebody else does, and for how long those are kept, it cannot know
safe-of-modes = other users of this computer
safe-modes = { $open ->
    [0] none of the { $files } files and folders of the study can be opened by another user
   *[other] { $open } of the { $files } files and folders of the study can be opened by other users
}
safe-modes-unknown = who can open the files is not said by the system
safe-of-swap = memory put aside on a disk (swap)
safe-swap-none = there is none
safe-swap-one = { $path }: { $onto ->
    [memory] stays in memory
    [yes] encrypted
    [no] not encrypted
   *[unknown] whether it is encrypted is not said
}
safe-swap-unknown = the system does not say whether there is any
safe-of-hibernation = memory during sleep (hibernation)
safe-hibernation-never = it is not written to a disk: the system offers no hibernation, or has no place for it
safe-hibernation-onto = it can be written to a disk { $encrypted ->
    [yes] that is encrypted
    [no] that is not encrypted
   *[unknown] of which it is not said whether it is encrypted
}
safe-hibernation-unknown = the system does not say whether it is written to a disk
safe-of-image = memory after a failure
safe-image = { $kept ->
    [no] the system was told to keep no image of it
    [perhaps] the system did not agree to keep no image of it
   *[unknown] this system does not say whether an image of it is kept
}
safe-of-codes = codes in place of names
safe-codes = { $names ->
    [0] { $count ->
        [0] there is no participant yet
        [one] the one code of a participant does not look like a name
       *[other] none of the { $count } codes of participants looks like a name
    }
   *[other] { $names } of the { $count } codes of participants look like a name
}
safe-of-key-list = the list of who is who
safe-key-list = the program has none and asks for none; where it is kept is the team’s to say
safe-of-sound = sound
safe-sound = written while it is recorded, on the disk about once a second; a crash loses what came after that, and the file can be played at every moment. Lost sound is counted, replaced by silence of the same length, and shown.
safe-of-notes = notes
safe-notes = each is on the disk before the screen says “saved”; every line of the journal carries the digest of all before it, and nothing is overwritten
safe-of-disk-tried = the disk, tried just now
safe-disk-tried = makes, syncs, replaces and locks files as an interview needs it
safe-disk-weak = works, but: { $what }
safe-disk-refused = could not be tried: { $why }
safe-of-takes = recordings
safe-takes = { $all ->
    [0] nothing has been recorded yet
    [one] { $wrong ->
        [0] the one recording is, by length and format, what was recorded
       *[other] the one recording is not what was recorded, or there is a file that no journal knows: “hearback verify”
    }
   *[other] { $wrong ->
        [0] all { $all } recordings are, by length and format, what was recorded
       *[other] of { $all } recordings, { $wrong } are not what was recorded, or are files that no journal knows: “hearback verify”
    }
}{ $destroyed ->
    [0] {""}
   *[other] ; { $destroyed } of them destroyed on purpose
}
safe-of-awake = falling asleep in an interview
safe-awake = { $stays ->
    [yes] the system agrees to stay awake while an interview is open
   *[no] the system does not let programs ask for it: sleep is turned off by hand
}
safe-of-retention = terms
safe-retention = as study.yaml says: { $words }
safe-retention-unsaid = study.yaml does not say how long what is kept (“retention”)
safe-term-of = { $what ->
    [sound] sound
    [transcript] transcript
    [notes] notes
    [consent] consent
    [key_list] the list of who is who
   *[other] everything
} { $long }{ $from ->
    [interview] {" "}after the interview
    [study] {" "}after the end of the study
   *[unsaid] {""}
}
safe-term-long = { $count } { $unit ->
    [days] { $count ->
        [one] day
       *[other] days
    }
    [weeks] { $count ->
        [one] week
       *[other] weeks
    }
    [months] { $count ->
        [one] month
       *[other] months
    }
   *[years] { $count ->
        [one] year
       *[other] years
    }
}
safe-of-withdrawal = taking part of it back
safe-withdrawal = at any time, during the interview and after it; study.yaml sets no last day for taking out what was told
safe-withdrawal-days = at any time, during the interview and after it; what was told can be taken out until { $days } days after the letter went
safe-of-destroying = destroying
safe-destroying = by a command that asks first and leaves a receipt without content in receipts/. On flash memory, in snapshots and in backups old bytes may outlive it: only encryption, or destroying the disk, helps there
safe-of-letter = information letter
safe-letter = version { $version }{ $dated ->
    [yes] {" "}of { $date }
   *[no] {""}
}, named in study.yaml and kept with each session’s consent
safe-letter-unsaid = study.yaml names none (“information_letter”)
safe-of-items = asked before the interview
safe-guide = { $items } (in { $guides })
safe-no-guide = there is no guide that can be used
safe-of-rules = what an answer means
safe-rules = an answer that was not given is a no. Without a yes to taking part there is no interview; without a yes to recording nothing is recorded and the microphone is let go; after a no to the summary no letter is made; after a no to quoting no quote. Only the participant lifts a no
safe-of-digest = version, and SHA-256 of the program’s file
safe-digest = { $version }, { $digest }
safe-digest-unknown = { $version }; the program’s own file could not be read
safe-of-sockets = connections
safe-sockets = { $network ->
    [0] none of the { $files } files that the program had open is a connection to a network
   *[other] { $network } of the { $files } files that the program had open are connections to a network
}
safe-sockets-unknown = this system does not say which connections the program had open
safe-of-network = network
safe-network = the program opens no connection: no account, no reports, no updates. Of what runs on this computer it asks the sound server, and a recogniser of speech if study.yaml names one
safe-lies = The page lies in { $file }.
could-not-write-report = could not write the page

## Quotes for a paper

quotes-head = { $who }  { $round }  { $at }  { $session }, quote { $quote } of note { $note }
quotes-words = “{ $words }”
quotes-translated = in { $language }: “{ $words }” ({ $by })
quotes-read = read by { $by } on { $day }
quotes-only-one = of those who were interviewed only { $who } has { $attribute } “{ $value }”: beside a table of the sample that tells whose words these are
quotes-both-sides = whoever is on the other side of the therapy of { $who } is quoted, too: side by side, each tells who the other is
quotes-tells = { $what }: “{ $words }”
quotes-no-reader = nobody else has read it yet
quotes-none = No quote was chosen yet: `hearback quotes add SESSION 12` puts the words of a quote note on the shelf.
quotes-none-printed = { $count ->
    [one] The only quote on the shelf may not be printed.
   *[other] None of the { $count } quotes on the shelf may be printed.
}
quotes-none-here = Of { $session } no quote lies on the shelf.
quotes-times = How often each is quoted: { $each }
quotes-never = May be quoted and is not: { $each }
quotes-kept-off = Not printed: { $session }, quote { $quote }: { $why ->
    [refused] they said no to quotes, or gave no answer
    [not-asked] they were not asked whether they may be quoted
    [takes-no-part] they take no part any more
    [nobodys] it is not said whose words they are
    [changed] its note says something else by now; cut it anew
    [not-understood] its session has a line that nobody here understands
   *[no-quote] its note is no quote that may be used
}
quotes-lies = { $session }, quote { $quote } of note { $note }: { $words }
quotes-some-kept-off = { $count ->
    [one] one quote on the shelf may not be printed
   *[other] { $count } quotes on the shelf may not be printed
}: `hearback quotes` says why
quotes-by-whom = say who it is: `--by CODE`, or `--interviewer CODE`
quotes-unread = { $count ->
    [one] { $session } cannot be read, so what is quoted from it is not known
   *[other] { $session } and others, { $count } in all, cannot be read, so what is quoted from them is not known
}
refusal-quotes-not-asked = they were not asked whether their words may be used in reports, and no answer is a no: `hearback consent` writes down what they say
refusal-quote-of-nobody = it is not said whose words they are, so nobody has said yes to it
refusal-not-a-quote = that is no quote note that may be used: only their own words are quoted
refusal-no-note = there is no note { $note }: `hearback show SESSION --json` has the numbers
refusal-lies-already = these words of it lie on the shelf already, as quote { $quote }
refusal-not-quoted-any-more = they do not take part any more: none of their words are quoted unless they change that (`hearback consent`)
refusal-not-understood = the session has a line that nobody here understands and that may say no: a newer hearback reads it
refusal-no-such-quote = there is no such quote on the shelf of this session, or it may not be printed: `hearback quotes` lists them
refusal-nothing-quoted = outside brackets there is no word of theirs
refusal-not-their-words = the note does not say “{ $words }” there: mark what you left out with […] and put what you added into [brackets]
refusal-open-bracket = a bracket is not closed: […] stands for what you left out, [words] for what you put in
refusal-own-translation = whoever translated it is no second reader of it: let somebody else read it

## The decision log

decision-kind = { $kind ->
    [meeting] meeting
    [deviation] deviation
    [guide] guide
    [sampling] sampling
    [coding] coding
   *[other] other
}
decision-of-guide = { $guide } v{ $version }: { $what }
decision-no-change = { $guide } looked at: no change
decision-change = { $guide } looked at: { $what }
decision-why = why: { $why }
decision-by = by: { $by }
decision-from-guide = in the change log of { $guide }
decision-from-session = said in { $session }
decision-none = Nothing was decided yet: `hearback log "what was decided" --kind meeting --by AB,CD` writes it down.
decision-none-such = Nothing was decided of that; without --kind and --about, `hearback log` shows all that was.
decision-write-day = write the day: `on: 2026-11-28`
decision-write-what = write what was decided
decision-file-head = # What the team decided, when, by whom and why. Codes, never names. `hearback log` adds to it at its end.
decision-file-wrong = { $file } is not as it should be, from line { $line } on: what stands there is not in the list
decision-unread = { $count ->
    [one] { $session } cannot be read, so what was decided in it is not known
   *[other] { $session } and others, { $count } in all, cannot be read, so what was decided in them is not known
}
decision-no-place = { $file } is written in a way in which nothing can be put behind it: add the decision by hand
decision-name = “{ $who }” looks like a name: write a code or a role
decision-written = written into { $file }: { $day }, { $what }
could-not-log-decision = could not write down the decision

## The report on how the study was done

checklist-write-title = say what the checklist is called, as in `title: RTARG`
checklist-write-items = write `items:` and below it `- item: 1` with `asks:`
checklist-write-item = give the item its number, as in `item: 1`
checklist-write-asks = say in short what it asks, as in `asks: Who held the interviews`
checklist-twice = item “{ $item }” is there twice
checklist-once = give each item a number of its own
checklist-no-source = `{ $word }` is no record that can answer an item
checklist-sources = `hearback help study` has the list of records under “The report”
checklist-unknown = there is no checklist “{ $name }”: there are { $known }; one of your own is a file in the study’s folder checklists
study-no-keys = `{ $key }` has names with something below each
study-interviewer-form = write `interviewers:` and below it `I1: {"{"} gender: woman, training: nurse {"}"}`
study-interviewer-code = `{ $code }` is not the code of an interviewer
study-interviewer-write-code = write the code that the form before an interview has, such as I1; names stand in no report
study-reporting-form = write `reporting:`, below it the checklist, and below that `9: your own words`
study-reporting-items = under `{ $list }` stand items with your own words
reporting-title = { $checklist }: { $study }
reporting-foot = { $checklist } · { $study } · { $on }
reporting-study = Study: { $study }
reporting-on = Made on { $on }
reporting-with = Made with hearback { $version }, from the records of the study
reporting-checklist = Checklist followed: { $title }. { $citation }
reporting-how = The items are said in our own short words: read the published list beside this. What nobody recorded is said to be not recorded, and nothing is guessed.
reporting-item = { $item }. { $asks }
reporting-from = From: { $record }.
reporting-own = In the study’s own words (study.yaml, “reporting”):
reporting-not-recorded = Not recorded: { $what }. Where it could be kept next time: { $next }.
reporting-yours = Yours to write. In study.yaml it stands under “reporting”, “{ $list }”, “{ $item }”.
reporting-yours-too = Records cannot say all of this: the rest is yours to write. In study.yaml it stands under “reporting”, “{ $list }”, “{ $item }”.
reporting-end = How far it is filled
reporting-counts = Of { $count } items, { $filled } are filled ({ $more } of them want more from you), { $yours } are yours to write and { $none } are not recorded.
reporting-lies = The report lies in { $file }.
reporting-needs-out = a report as { $form } is no text for a screen: say with --out which file it goes into
reporting-stranger = study.yaml answers item { $item } under `reporting`, `{ $list }`, and that checklist has no such item
could-not-write-reporting = could not write the report
reporting-row = { $about }: { $said }
reporting-times = { $what } ({ $count })
reporting-unnamed = an interviewer whose code looks like a name
reporting-interviewer = { $who }: led { $led }, assisted in { $assisted }, observed { $observed }
reporting-interviewer-unsaid = { $count ->
    [one] Of one interview nobody said who led it.
   *[other] Of { $count } interviews nobody said who led them.
}
reporting-dropped-out = { $count ->
    [one] One participant stopped taking part: { $kinds }.
   *[other] { $count } participants stopped taking part: { $kinds }.
}
reporting-dropped-out-kind = { $wish ->
    [destroy] { $count } wanted the sound destroyed
    [destroy-all] { $count } wanted all of it destroyed
   *[keep] { $count } let what there was stay
}
reporting-refusals-unknown = How many were asked and refused is not recorded.
reporting-guide = { $title } ({ $guide }): { $versions }
reporting-guide-version = { $count ->
    [one] version { $version }, one session
   *[other] version { $version }, { $count } sessions
}
reporting-pilots = { $count ->
    [0] The change log of { $guide } has no pilot: whether it was tried out beforehand is not recorded.
    [one] The change log of { $guide } has one pilot.
   *[other] The change log of { $guide } has { $count } pilots.
}
reporting-guide-change = { $guide } { $what }
reporting-again = { $kind }: { $count } with { $people } people
reporting-group-too = { $count ->
    [one] One person was interviewed and sat in a group as well.
   *[other] { $count } people were interviewed and sat in a group as well.
}
reporting-never-again = Nobody was interviewed again.
reporting-recorded = Sessions of which sound was recorded from beginning to end: { $count } of { $of }. No image is recorded.
reporting-recorded-partly = { $count ->
    [one] Of one, a part.
   *[other] Of { $count }, a part.
}
reporting-recorded-not = { $count ->
    [one] Of one there is no sound, and notes were made.
   *[other] Of { $count } there is no sound, and notes were made.
}
reporting-notes = Sessions of which notes were made: { $count } of { $of }. Notes: { $kinds }.
reporting-notes-late = { $count ->
    [one] One of them was written after the interview.
   *[other] { $count } of them were written after the interview.
}
reporting-pages = { $count ->
    [one] After one, the interviewer also wrote on a page of their own.
   *[other] After { $count }, the interviewer also wrote on a page of their own.
}
reporting-lengths = { $n ->
    [one] { $kind }: n = { $n }, length in minutes { $mean }
   *[other] { $kind }: n = { $n }, length in minutes: mean { $mean } (range { $min } to { $max }), { $total } in all
}
reporting-no-saturation = The study says it is { $stance }: codes do not run dry there, so none are counted. Say in your own words why this many are enough.
reporting-returned-summary = What went was a summary of their own conversation, in short statements, and no transcript.
reporting-returned-findings = What went was what came of all conversations together, and no transcript.
reporting-codes = { $count ->
    [one] One code, { $described } of which says what it means: { $names }.
   *[other] { $count } codes, { $described } of which say what they mean: { $names }.
}
reporting-software = { $count ->
    [one] hearback held, recorded and noted one session (this report: version { $version }). With what you analyse, it cannot know.
   *[other] hearback held, recorded and noted { $count } sessions (this report: version { $version }). With what you analyse, it cannot know.
}
reporting-software-coding = The coding that was imported comes from { $program }: name that too.
reporting-quotes = { $count ->
    [one] One quote lies ready for the paper, of { $people } of the { $of } people who may be quoted, with their code.
   *[other] { $count } quotes lie ready for the paper, of { $people } of the { $of } people who may be quoted, each with a code.
}
reporting-information = Participants were told with version { $version } of the information letter.
reporting-information-dated = Participants were told with version { $version } of the information letter, of { $date }.
reporting-consent-item = { $item } ({ $group })
reporting-consent = { $item }: asked { $asked }, yes { $yes }, no { $no }, no answer { $unanswered }
reporting-retention = How long data are kept: { $words }
reporting-transcripts = Sessions of which there is a transcript: { $count } of { $of }. Of { $verified } of these somebody said how it was verified.
reporting-decisions = { $count ->
    [one] The decision log has one decision: { $kinds }.
   *[other] The decision log has { $count } decisions: { $kinds }.
}
reporting-source = { $source ->
    [interviewers] who interviewed
    [credentials] the interviewers’ qualifications
    [occupation] the interviewers’ work
    [gender] the interviewers’ gender
    [training] the interviewers’ training
    [relation] how interviewers and participants knew each other
    [known-of-interviewer] what participants knew of the interviewers
    [stance] where the interviewers stand
    [analysis] how the study analyses
    [sampling-plan] whom the study wanted to hear
    [refusals] who refused or stopped
    [sample-size] how many took part
    [sample] who they were
    [dates] the days
    [setting] the place
    [others-present] who else was there
    [guide] the guides
    [guide-changes] changes of the guides
    [repeat-interviews] who was interviewed again
    [recording] the recording
    [field-notes] notes
    [durations] the lengths
    [saturation] new codes per interview
    [transcripts-returned] what went back to participants
    [codes] the codes
    [software] the software
    [participant-checking] what participants answered
    [quotations] quotes
    [ethics] consent
    [retention] how long it is kept
    [transcripts] transcripts
    [decisions] decisions
   *[incidents] what went wrong
}
reporting-record = { $source ->
    [interviewers] the sessions (“hearback study”, interviewers)
    [credentials] study.yaml (“interviewers”)
    [occupation] study.yaml (“interviewers”); of whoever makes this report also “hearback profile”
    [gender] study.yaml (“interviewers”)
    [training] study.yaml (“interviewers”); of whoever makes this report also “hearback profile”
    [relation] study.yaml (“interviewers”)
    [known-of-interviewer] study.yaml (“interviewers”)
    [stance] study.yaml (“interviewers”); of whoever makes this report also “hearback profile”
    [analysis] study.yaml (“analysis”)
    [sampling-plan] study.yaml (“sampling”) and the register (“hearback participants”)
    [refusals] participants.yaml (“recruitment”) and consent that was taken back
    [sample-size] the sessions (“hearback study”, who was interviewed)
    [sample] participants.yaml (“hearback study”, who was interviewed)
    [dates] the sessions (“hearback study”, interviews)
    [setting] the sessions (“hearback study”, where)
    [others-present] the sessions (“hearback study”, also there)
    [guide] the guides that the sessions keep (“hearback guide print” has their words)
    [guide-changes] the guides’ change logs (“hearback guide versions”)
    [repeat-interviews] the sessions (“hearback study”, interviews)
    [recording] the sessions’ takes (“hearback study”, “hearback verify”)
    [field-notes] the sessions’ journals (“hearback show”)
    [durations] the sessions (“hearback study”, interviews)
    [saturation] codes on notes (“hearback study”)
    [transcripts-returned] the register of letters (“hearback letters”)
    [codes] study.yaml (“codes”) and notes (“hearback codes”)
    [coding] coding.json, which “hearback codes import” made
    [codes-and-coding] coding.json, which “hearback codes import” made; study.yaml (“codes”) and notes (“hearback codes”)
    [software] this program
    [participant-checking] the register of letters (“hearback letters”)
    [quotations] the shelf of quotes (“hearback quotes”)
    [ethics] study.yaml (“information_letter”) and the sessions (“hearback study”, consent)
    [retention] study.yaml (“retention”)
    [transcripts] the sessions (“hearback transcript register”)
    [decisions] decisions.yaml and the sessions (“hearback log”)
   *[incidents] the sessions (“hearback study”, what went wrong)
}
reporting-next = { $source ->
    [interviewers] the form before an interview asks who leads and who types
    [credentials] “interviewers” in study.yaml, under each code “credentials:”
    [occupation] “interviewers” in study.yaml, under each code “occupation:”
    [gender] “interviewers” in study.yaml, under each code “gender:”
    [training] “interviewers” in study.yaml, under each code “training:”
    [relation] “interviewers” in study.yaml, under each code “relation:”
    [known-of-interviewer] “interviewers” in study.yaml, under each code “known:”
    [stance] “interviewers” in study.yaml, under each code “stance:”
    [analysis] “analysis:” in study.yaml
    [sampling-plan] “sampling:” in study.yaml
    [refusals] “recruitment:” in participants.yaml counts them as you go
    [sample-size] hold sessions to their end; only those count
    [sample] “attributes:” in study.yaml and what is known of each in participants.yaml
    [dates] hold sessions to their end; only those count
    [setting] the form before an interview asks where it is held
    [others-present] the form before an interview asks who else is there
    [guide] a session keeps the guide it is held with
    [guide-changes] “hearback guide log” writes down what was changed, and why
    [repeat-interviews] hold sessions to their end; only those count
    [recording] hold sessions to their end; only those count
    [field-notes] notes during the interview, and your own page after it (“hearback ends”)
    [durations] hold sessions to their end; only those count
    [saturation] say “analysis:” in study.yaml, and put codes on notes while listening back
    [transcripts-returned] “hearback letter”, and “hearback sent” when it went
    [codes] “codes:” in study.yaml, and “k” on a note while listening back
    [software] hold sessions to their end; only those count
    [participant-checking] “hearback letter”, “hearback sent” and “hearback reply”
    [quotations] “hearback quotes add” puts a quote on the shelf
    [ethics] the consent items of the guide, answered one by one; “information_letter:” in study.yaml
    [retention] “retention:” in study.yaml
    [transcripts] “hearback transcript import”
    [decisions] “hearback log” writes a decision down
   *[incidents] hold sessions to their end; only those count
}

wall-by-date = by date
wall-by-participant = by participant
wall-by-guide = by guide
wall-by-length = the longest first
wall-by-attribute = by { $name }
wall-called = { $participant } { $round }
wall-unread = cannot be read
wall-moment = moment
wall-several = several
wall-topic-sign = topics
wall-no-topic = no topic
wall-row = { $called }, { $date }, { $guide }: { $length }, { $settled } of { $of } questions settled; { $standing }.
wall-topic = { $topic }, { $from } to { $to }
wall-topics = Topics: { $topics }.
wall-marks-of = { $is } { $count } ({ $at })
wall-stretch = { $from } to { $to }
wall-silent = Without sound: { $stretches }.
wall-marks = Marks: { $marks }.
wall-title = { $count ->
    [0] The wall: no interview yet
    [one] The wall: 1 interview, { $order }
   *[other] The wall: { $count } interviews, { $order }
}
wall-title-narrowed = The wall: { $count } of { $all } with { $wanted }, { $order }
wall-nothing = No interview was held yet: there is nothing to hang.
wall-no-field = there is no field { $field } on the wall: there are { $fields }
wall-none-narrowed = no interview meets { $wanted }
wall-no-marks = { $called }: nothing was noted in it, or nothing that may be shown
wall-about = { $date }  { $guide }  { $standing }  { $count ->
    [0] no marks
    [one] 1 mark
   *[other] { $count } marks
}
wall-line = Narrow to: code:rest, guide:first, age:4, or any word
wall-topics-grey = shades of grey: topics, by number · white: no sound
wall-lies = The wall is in { $file }.
wall-no-svg = the wall holds something that a picture cannot: please report this
wall-no-sort = there is no order { $name }: there are { $known }
could-not-write-wall = could not write the wall
plain-wall-prompt = wall:
plain-wall-keys = { $hear } opens it where the mark is heard, { $mark } goes to the next mark, { $sort } sorts, { $narrow } narrows.
key-home-wall = wall
key-home-wall-help = Every interview as a strip on one time scale.
key-wall-hear = hear
key-wall-hear-help = Open the interview where the chosen mark is heard.
key-wall-next-mark = next mark
key-wall-next-mark-help = The next mark of this interview.
key-wall-previous-mark = mark before
key-wall-previous-mark-help = The mark before this one.
key-wall-sort = sort
key-wall-sort-help = The next order: date, participant, guide, length, what is known of participants.
key-wall-narrow = narrow
key-wall-narrow-help = Narrow to interviews with a code, a guide, a value of an attribute, or a word.
key-wall-all = all of them
key-wall-all-help = Show all interviews again.
key-wall-down = down
key-wall-down-help = The interview below.
key-wall-up = up
key-wall-up-help = The interview above.
key-wall-page-down = page down
key-wall-page-down-help = A page further down the wall.
key-wall-page-up = page up
key-wall-page-up-help = A page further up the wall.
key-wall-top = top
key-wall-top-help = The first interview on the wall.
key-wall-bottom = bottom
key-wall-bottom-help = The last interview on the wall.
key-wall-line-keep = narrow it
key-wall-line-keep-help = Show the interviews that meet every word of the line.
key-wall-line-put-aside = put aside
key-wall-line-put-aside-help = Leave the wall as it was.

## The study's coding, from the program in which it is done

coding-imported = { $codes ->
    [one] One code on { $sessions ->
        [one] one session
       *[other] { $sessions } sessions
    }, from { $export }.
   *[other] { $codes } codes on { $sessions ->
        [one] one session
       *[other] { $sessions } sessions
    }, from { $export }.
}
coding-export = { $file } ({ $program }, { $day })
coding-export-nameless = { $file } ({ $day })
coding-none-yet = No coding was imported: `hearback codes import FILE.qdpx` takes one in.
coding-there = Coded elsewhere, and imported with `hearback codes import`
coding-column = { $column ->
    [session] session
    [codes] codes
   *[codings] codings
}
coding-replaced = It takes the place of { $export }.
coding-handed-over = { $count ->
    [one] One coding was handed over by hearback itself, and is not counted.
   *[other] { $count } codings were handed over by hearback itself, and are not counted.
}
coding-without = Not in the file: { $sessions }.
coding-not-taken-in = Nothing may come back of those who withdrew or whose notes are destroyed. Left out: { $sources }.
coding-unmatched = Of no session here: { $sources }. Say which with --source NAME=SESSION, or leave them.
coding-and-more = { $names } and { $count } more
coding-not-counted = `hearback study` does not count it: study.yaml says no `analysis` that counts codes.
coding-forgotten = { $file }, exported on { $day }, is taken out. Codes in notes are counted again.
coding-none = No coding was imported, so there is nothing to take out.
coding-unread = { $file } cannot be read as a REFI-QDA project: { $why }
coding-no-package = it is no ZIP package, or a part of it is missing. Export it again, as a REFI-QDA project (.qdpx).
coding-no-project = there is no project in it. Export a whole project (.qdpx), not a codebook.
coding-several-projects = there are several projects in it. Export the one that is meant.
coding-packed = it is packed with a password, or in a way that is not read. Export it again without one.
coding-broken = what it says breaks off or is no XML, at byte { $byte } of its project. Export it again, and copy the file whole.
coding-document-type = it brings its own definitions (a document type), which no export has and which may do harm. Export it again.
coding-too-large = it unpacks to more than any study has. Export it again from the program itself.
coding-encoding = it is written in { $encoding }. Export it in UTF-8.
coding-unreadable = the disk does not give it: { $why }. Copy it to this computer first.
coding-no-session = { $file } has no source that is a session of this study. It has: { $sources }. Say which is which with --source NAME=SESSION. Nothing was changed.
coding-nothing-coded = Nobody coded anything in { $file } yet. Nothing was changed.
coding-source-form = { $text } does not say which source is which session: write --source NAME=SESSION.
coding-no-source = { $source } is no source of this file. It has: { $sources }.
coding-file-unread = { $file } cannot be read: { $why }. Import the project again behind `hearback codes import --forget`.
coding-file-newer = a newer hearback wrote it
## The figures on a screen

figures-title = The figures: { $study }
figures-table = table { $n } of { $all }
figures-contents = What there is
figures-awaited = The sessions are being counted.
figures-not = The figures cannot be counted: { $why }
plain-figures-prompt = figures:
plain-figures-keys = { $next } goes to the next table, { $previous } to the one before; a number and Enter go to the table with that number.
key-home-figures = figures
key-home-figures-help = Read what a paper reports of the study: lengths, the sample, consent, and what is in no figure.
key-figures-contents = contents
key-figures-contents-help = List the tables; in the list, go to the one that is chosen.
key-figures-next-table = next table
key-figures-next-table-help = The heading of the table below.
key-figures-previous-table = table above
key-figures-previous-table-help = The heading of this table, and from there of the table above.
key-figures-down = down
key-figures-down-help = The row below.
key-figures-up = up
key-figures-up-help = The row above.
key-figures-page-down = page down
key-figures-page-down-help = A page further down the figures.
key-figures-page-up = page up
key-figures-page-up-help = A page further up the figures.
key-figures-top = top
key-figures-top-help = The first of the figures.
key-figures-bottom = bottom
key-figures-bottom-help = The last of the figures.

## Quotes for a paper, while listening back

quote-lies = quote { $quotes }
quote-kept-off = quote { $quotes }, kept off
legend-quoted = on the shelf
shelf-line = On the shelf: { $keep } yes, { $leave } no; […] marks a cut
shelf-lies = on the shelf as quote { $quote }. { $key } takes it off, { $undo } undoes it
shelf-taken-off = quote { $quote } is off the shelf. { $key } puts it back
plain-shelf-prompt = quote for the paper
undo-shelved = quote { $quote } on the shelf
undo-taken-off = that quote { $quote } was taken off the shelf
key-listen-shelve = shelf
key-listen-shelve-help = Put the words of this note, or of the passage, on the shelf of quotes for a paper; take off what lies there.
key-shelving-keep = put there
key-shelving-keep-help = Put these words on the shelf, if they may be printed and are theirs.
key-shelving-none = leave it
key-shelving-none-help = Put nothing on the shelf.
