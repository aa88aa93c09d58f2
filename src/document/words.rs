//! What a letter says, in each of its languages.
//!
//! [`Words`] is a table with a row for each thing said, so a language is complete when it compiles. The sentences are for people of any
//! age who are not researchers: one idea each, short, active, nothing that takes an answer for granted. `{}` stands where a value goes,
//! at most once in a row.

/// A language that letters are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Dutch.
    Dutch,
}

/// The language of a letter, and whether it is the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// There is wording in the language asked for.
    Known(Language),
    /// There is none; this is what stands in. Whoever asked ought to be told.
    Fallback(Language),
}

impl Wording {
    /// The language, asked for or not.
    pub const fn language(self) -> Language {
        match self {
            Self::Known(language) | Self::Fallback(language) => language,
        }
    }
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Dutch];

    /// The language for a BCP 47 tag such as `nl` or `nl-BE`; English stands in for those without wording.
    pub fn from_tag(tag: &str) -> Wording {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        let known = Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary));
        known.map_or(Wording::Fallback(Self::English), Wording::Known)
    }

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
        }
    }

    /// Its name, in the language itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
        }
    }

    /// What a letter says in it.
    pub(super) const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Dutch => &DUTCH,
        }
    }

    /// `date` written out, with its weekday: a date to act on is easier to keep that way.
    pub(super) fn date(self, date: jiff::civil::Date) -> String {
        let words = self.words();
        let place = |nth: i8| usize::try_from(nth - 1).unwrap_or_default();
        let weekday = words.weekdays[place(date.weekday().to_monday_one_offset())];
        let month = words.months[place(date.month())];
        format!("{weekday} {} {month} {}", date.day(), date.year())
    }
}

/// Everything a letter says.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) weekdays: [&'static str; 7],
    pub(super) months: [&'static str; 12],

    pub(super) title: &'static str,
    pub(super) code: &'static str,
    pub(super) held_on: &'static str,
    pub(super) study: &'static str,
    pub(super) made_on: &'static str,

    pub(super) why_heading: &'static str,
    pub(super) why: &'static str,
    pub(super) why_check: &'static str,

    pub(super) use_heading: &'static str,
    pub(super) use_steps: [&'static str; 5],

    pub(super) voluntary_heading: &'static str,
    pub(super) voluntary: &'static str,
    pub(super) voluntary_stop: &'static str,

    pub(super) heard_heading: &'static str,
    pub(super) heard: &'static str,
    pub(super) heard_quotes: &'static str,
    pub(super) participant_said: &'static str,
    /// Fits, fits partly, does not fit, no answer: in this order in every language.
    pub(super) fit: [&'static str; 4],
    pub(super) change: &'static str,

    pub(super) missing_heading: &'static str,
    pub(super) missing: &'static str,

    pub(super) leave_out_heading: &'static str,
    pub(super) leave_out: &'static str,

    pub(super) quoting_heading: &'static str,
    pub(super) quoting: &'static str,
    pub(super) quoting_choices: [&'static str; 3],

    pub(super) after_heading: &'static str,
    pub(super) after: &'static str,
    pub(super) silence: &'static str,

    pub(super) reply_heading: &'static str,
    pub(super) reply_by: &'static str,
    pub(super) reply_how: &'static str,
    pub(super) contact: &'static str,

    pub(super) withdraw_heading: &'static str,
    pub(super) withdraw: &'static str,
    pub(super) withdraw_until: &'static str,
    pub(super) withdraw_ask: &'static str,

    pub(super) support_heading: &'static str,
    pub(super) support: &'static str,
    pub(super) support_at: &'static str,

    pub(super) thanks: &'static str,
    pub(super) signed: &'static str,
}

/// `row` with `value` in its place. Text in `value` is never looked at again, whatever it holds.
pub(super) fn fill(row: &str, value: &str) -> String {
    row.replacen("{}", value, 1)
}

const ENGLISH: Words = Words {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],

    title: "What you told us",
    code: "Your code",
    held_on: "Your interview",
    study: "Study",
    made_on: "Date of this letter",

    why_heading: "Why you get this letter",
    why: "You took part in our study “{}”. Thank you for talking with us.",
    why_check: "We wrote down what we heard, in our own words. Did we understand you well? You know best what you meant.",

    use_heading: "How to use this letter",
    use_steps: [
        "Read the sentences below. Take all the time you need.",
        "Tick one box for each sentence. If something should change, write it on the lines.",
        "This is not a test. There are no right or wrong answers.",
        "Would you rather go through it together? Contact us and we will.",
        "Please do not write your name on this letter. Your code is enough.",
    ],

    voluntary_heading: "It is up to you",
    voluntary: "You do not have to answer. You may also skip sentences. Whatever you choose, there are no consequences for you.",
    voluntary_stop: "Does it upset you to read this? Then stop. The end of this letter says where you can find help.",

    heard_heading: "What we heard",
    heard: "Does each sentence fit what you meant? If not, please tell us. A “no” helps us just as much as a “yes”.",
    heard_quotes: "Below some sentences you find words of your own. They stand there as we wrote them down.",
    participant_said: "In your own words:",
    fit: ["This fits", "This fits partly", "This does not fit", "I would rather not answer"],
    change: "What should change?",

    missing_heading: "What is missing?",
    missing: "Did we leave out something that matters to you? Please write it here.",

    leave_out_heading: "What should we not use?",
    leave_out: "Is there anything here that you do not want us to use? Write it here, and we will leave it out.",

    quoting_heading: "May we use your words?",
    quoting: "When we write about the study, we sometimes quote what people said. We never put a name with it. \
              Someone who knows you well might still recognise your words. \
              Your answer here counts, even if you chose something else before.",
    quoting_choices: ["Yes, you may quote me", "Only if you show me the words first", "No, please do not quote me"],

    after_heading: "What happens with your answer",
    after: "We read every answer and correct what we got wrong. Do you see something differently than we do? \
            Then we write down both views. We keep your answer under your code, not under your name.",
    silence: "If we do not hear from you, we do not take that as a yes. We only note that no answer came.",

    reply_heading: "How to answer",
    reply_by: "Please answer by {}.",
    reply_how: "Send this letter back, or give it to one of us. You can also tell us your answers.",
    contact: "Do you have a question? You can reach us here:",

    withdraw_heading: "You can always stop",
    withdraw: "You can stop taking part at any time. You do not have to say why.",
    withdraw_until: "Until the end of {} we can still remove what you told us. After that it is part of our results.",
    withdraw_ask: "You can ask us until when we can still remove what you told us.",

    support_heading: "If this letter upsets you",
    support: "Reading back what you said can stir up feelings. \
              Talk with someone you trust, or with your doctor.",
    support_at: "You can also find help here:",

    thanks: "Thank you for your time and your trust.",
    signed: "The researchers",
};

const DUTCH: Words = Words {
    weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    months: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],

    title: "Wat u ons vertelde",
    code: "Uw code",
    held_on: "Ons gesprek",
    study: "Onderzoek",
    made_on: "Datum van deze brief",

    why_heading: "Waarom u deze brief krijgt",
    why: "U deed mee aan ons onderzoek ‘{}’. Dank u wel voor het gesprek.",
    why_check: "We hebben in onze eigen woorden opgeschreven wat we hoorden. Hebben we u goed begrepen? \
                U weet zelf het best wat u bedoelde.",

    use_heading: "Zo gebruikt u deze brief",
    use_steps: [
        "Lees de zinnen hieronder. Neem er rustig de tijd voor.",
        "Kruis bij elke zin één hokje aan. Moet er iets anders? Schrijf dat op de lijnen.",
        "Dit is geen toets. Er zijn geen goede of foute antwoorden.",
        "Wilt u de brief liever samen doornemen? Dat kan. Neem dan contact met ons op.",
        "Zet uw naam niet op deze brief. Uw code is genoeg.",
    ],

    voluntary_heading: "U beslist zelf",
    voluntary: "U hoeft niet te antwoorden. U mag ook zinnen overslaan. Wat u ook kiest, het heeft geen gevolgen voor u.",
    voluntary_stop: "Raakt het lezen u te veel? Stop dan. Aan het eind van deze brief staat waar u terechtkunt.",

    heard_heading: "Wat we hoorden",
    heard: "Klopt elke zin met wat u bedoelde? Zo niet, zeg het ons gerust. Aan een ‘nee’ hebben we net zo veel als aan een ‘ja’.",
    heard_quotes: "Onder sommige zinnen staan woorden van uzelf. Ze staan er zoals we ze hebben opgeschreven.",
    participant_said: "In uw eigen woorden:",
    fit: ["Dit klopt", "Dit klopt voor een deel", "Dit klopt niet", "Hier antwoord ik liever niet op"],
    change: "Wat moet er anders?",

    missing_heading: "Wat mist u?",
    missing: "Zijn we iets vergeten dat voor u belangrijk is? Schrijf het hier op.",

    leave_out_heading: "Wat mogen we niet gebruiken?",
    leave_out: "Staat er iets in deze brief dat we niet mogen gebruiken? Schrijf het hier op. Dan laten we het weg.",

    quoting_heading: "Mogen we uw woorden gebruiken?",
    quoting: "Als we over het onderzoek schrijven, halen we soms aan wat mensen zeiden. We zetten daar nooit een naam bij. \
              Iemand die u goed kent, kan uw woorden misschien toch herkennen. \
              Uw antwoord hier telt, ook als u eerder iets anders koos.",
    quoting_choices: ["Ja, dat mag", "Alleen als ik de woorden eerst te zien krijg", "Nee, liever niet"],

    after_heading: "Wat we met uw antwoord doen",
    after: "We lezen elk antwoord en verbeteren wat we verkeerd begrepen. Ziet u iets anders dan wij? \
            Dan schrijven we op hoe u het ziet én hoe wij het zien. We bewaren uw antwoord onder uw code, niet onder uw naam.",
    silence: "Horen we niets van u? Dan vatten we dat niet op als een ja. We noteren alleen dat er geen antwoord kwam.",

    reply_heading: "Hoe u antwoordt",
    reply_by: "Wilt u antwoorden uiterlijk op {}?",
    reply_how: "U kunt deze brief terugsturen of aan een van ons geven. U mag ons uw antwoorden ook vertellen.",
    contact: "Hebt u een vraag? Zo bereikt u ons:",

    withdraw_heading: "U kunt altijd stoppen",
    withdraw: "U mag op elk moment stoppen met het onderzoek. U hoeft niet te zeggen waarom.",
    withdraw_until: "Tot en met {} kunnen we nog verwijderen wat u ons vertelde. Daarna is het verwerkt in onze resultaten.",
    withdraw_ask: "U kunt ons vragen tot wanneer we nog kunnen verwijderen wat u ons vertelde.",

    support_heading: "Als deze brief veel bij u losmaakt",
    support: "Het kan zwaar zijn om terug te lezen wat u vertelde. \
              Praat erover met iemand die u vertrouwt, of met uw huisarts.",
    support_at: "U kunt ook hier terecht:",

    thanks: "Dank u wel voor uw tijd en uw vertrouwen.",
    signed: "De onderzoekers",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_find_their_language_or_say_that_they_did_not() {
        for tag in ["nl", "nl-NL", "NL_be", " nl-Latn-NL"] {
            assert_eq!(Language::from_tag(tag), Wording::Known(Language::Dutch), "{tag}");
        }
        for tag in ["de", "", "nld", "x-nl"] {
            assert_eq!(Language::from_tag(tag), Wording::Fallback(Language::English), "{tag}");
        }
    }

    #[test]
    fn dates_are_written_out() {
        let date = jiff::civil::date(2026, 11, 22);
        assert_eq!(Language::English.date(date), "Sunday 22 November 2026");
        assert_eq!(Language::Dutch.date(date), "zondag 22 november 2026");
    }

    /// The running text of a language: what a person reads as sentences.
    fn sentences(words: &Words) -> Vec<String> {
        let w = words;
        let rows = [
            w.why,
            w.why_check,
            w.voluntary,
            w.voluntary_stop,
            w.heard,
            w.heard_quotes,
            w.change,
            w.missing,
            w.leave_out,
            w.quoting,
            w.after,
            w.silence,
            w.reply_by,
            w.reply_how,
            w.withdraw,
            w.withdraw_until,
            w.withdraw_ask,
            w.support,
            w.thanks,
        ];
        let all = rows.into_iter().chain(w.use_steps).collect::<Vec<_>>().join(" ");
        all.split_inclusive(['.', '?', '!']).map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
    }

    #[test]
    fn sentences_are_short() {
        for language in Language::ALL {
            let lengths: Vec<usize> = sentences(language.words()).iter().map(|s| s.split_whitespace().count()).collect();
            let mean = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
            let longest = lengths.iter().max().copied();
            assert!(mean <= 12.0 && longest <= Some(20), "{language:?}: mean {mean:.1}, longest {longest:?}");
        }
    }

    #[test]
    fn values_go_where_both_languages_have_a_place_for_them() {
        for language in Language::ALL {
            let w = language.words();
            for row in [w.why, w.reply_by, w.withdraw_until] {
                assert_eq!(row.matches("{}").count(), 1, "{row}");
            }
        }
        assert_eq!(fill("a {} b", "{} {}"), "a {} {} b");
    }
}
