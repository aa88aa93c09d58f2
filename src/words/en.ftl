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
