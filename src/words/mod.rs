//! Every word that a person sees, by language.
//!
//! A language is a file of messages in Fluent (`en.ftl`, `nl.ftl`), so that plurals and the order of words are the language's own and a
//! further language is a file. A [`Message`] is what is meant: the name of a message and its values, made by `message!`
//! wherever it comes up, in the domain too; [`Words`] says it. A message may be a value of another. What is stored (journal, folders) and what
//! programs read (`--json`) is the same in every language: where a sentence is part of it, it is said in English by [`speaking`].
//!
//! A run of the program speaks one language, as it lives by one clock zone: [`speak`] chooses it before anything is shown, and `say!` says a
//! message in it wherever a sentence is made. What has a language of its own, the letter, is handed its [`Words`].
//!
//! English is whole, and stands in message by message for what a further language lacks. `tests/it/words.rs` holds both built-in
//! languages complete: each message that the program makes is in both, with the same values, and none is there that nobody makes.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::iter;
use std::sync::LazyLock;
use std::sync::OnceLock;
use std::time::Duration;

use fluent_bundle::FluentArgs;
use fluent_bundle::FluentError;
use fluent_bundle::FluentResource;
use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

pub mod message;

use crate::words::message::Message;
use crate::words::message::Value;
use crate::words::message::message;

/// The same, said in the language that is spoken here.
macro_rules! say {
    ($($what:tt)*) => {
        $crate::words::spoken().say($crate::words::message::message!($($what)*))
    };
}

pub(crate) use say;

/// The files of the languages that are built in, by tag; the first is whole and stands in for what another lacks.
pub const BUILT_IN: [(&str, &str); 2] = [("en", include_str!("en.ftl")), ("nl", include_str!("nl.ftl"))];

/// What the program speaks, once it is chosen.
static CHOSEN: OnceLock<Words> = OnceLock::new();

thread_local! {
    /// What is spoken on this thread for a while, in place of what was chosen.
    static FOR_NOW: Cell<Option<Words>> = const { Cell::new(None) };
}

/// Each is looked through when it is spoken first.
static SPOKEN: [LazyLock<Spoken>; 2] = [LazyLock::new(|| built_in(0)), LazyLock::new(|| built_in(1))];

fn built_in(nth: usize) -> Spoken {
    let (tag, file) = BUILT_IN[nth];
    let tag = tag.parse().unwrap_or_else(|_| unreachable!("{tag} is a tag of a language"));
    Spoken::new(tag, split_at_headings(file).map(Part::new).collect())
}

/// A language to say things in. Small, and handed to whoever shows something.
#[derive(Clone, Copy)]
pub struct Words(&'static Spoken);

/// What is known of one language.
struct Spoken {
    tag: LanguageIdentifier,
    parts: Vec<Part>,
    /// Which of the parts a message stands in, by its name.
    found_in: HashMap<&'static str, usize>,
}

/// A part of a language's file. It is read when something in it is said first: a start says a tenth of all there is to say.
struct Part {
    text: &'static str,
    read: OnceLock<FluentBundle<FluentResource>>,
}

impl Part {
    const fn new(text: &'static str) -> Self {
        Self { text, read: OnceLock::new() }
    }

    /// The names of its messages: what begins a line.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        let begins = |line: &'static str| line.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(line);
        let end = |line: &str| line.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(line.len());
        self.text.lines().filter_map(begins).map(move |line| &line[..end(line)])
    }

    fn bundle(&self, tag: &LanguageIdentifier) -> &FluentBundle<FluentResource> {
        self.read.get_or_init(|| bundle(tag, self.text).unwrap_or_else(|_| unreachable!("what is built in is read in the tests")))
    }
}

/// The parts of a file, each from a heading to the next.
fn split_at_headings(file: &'static str) -> impl Iterator<Item = &'static str> {
    let mut left = file;
    iter::from_fn(move || {
        let end = left.find("\n## ").map_or(left.len(), |at| at + 1);
        let (part, after) = left.split_at(end);
        left = after;
        (!part.is_empty()).then_some(part)
    })
}

fn bundle(tag: &LanguageIdentifier, text: &str) -> Result<FluentBundle<FluentResource>, Unreadable> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start);
        Unreadable::Line(1 + text[..at.min(text.len())].matches('\n').count())
    })?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag.clone()]);
    // Marks of direction around each value would be cells without width in the middle of a row.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| Unreadable::Twice(twice(&errors)))?;
    Ok(bundle)
}

impl Spoken {
    fn new(tag: LanguageIdentifier, parts: Vec<Part>) -> Self {
        let named = parts.iter().enumerate().flat_map(|(nth, part)| part.names().map(move |name| (name, nth)));
        let found_in = named.collect();
        Self { tag, parts, found_in }
    }

    /// A language whose file somebody else wrote: read whole at once, so that what is wrong with it is told.
    fn further(tag: &str, file: &'static str) -> Result<Self, Unreadable> {
        let tag: LanguageIdentifier = tag.parse().map_err(|_| Unreadable::Tag)?;
        let read = OnceLock::from(bundle(&tag, file)?);
        Ok(Self::new(tag, vec![Part { text: file, read }]))
    }

    fn say(&self, name: &str, values: Option<&FluentArgs>) -> Option<String> {
        let part = self.parts.get(*self.found_in.get(name)?)?;
        let bundle = part.bundle(&self.tag);
        let pattern = bundle.get_message(name)?.value()?;
        Some(bundle.format_pattern(pattern, values, &mut Vec::new()).into_owned())
    }
}

/// Why the file of a language cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Its name is no tag of a language.
    Tag,
    /// What stands in this line, counted from 1, is no message.
    Line(usize),
    /// A message of this name is there twice.
    Twice(String),
}

fn twice(errors: &[FluentError]) -> String {
    let name = errors.iter().find_map(|error| match error {
        FluentError::Overriding { id, .. } => Some(id.clone()),
        FluentError::ParserError(_) | FluentError::ResolverError(_) => None,
    });
    name.unwrap_or_default()
}

/// The program speaks this language from here on. The first who chooses is heard.
pub fn speak(words: Words) {
    CHOSEN.set(words).ok();
}

/// What is spoken here.
pub fn spoken() -> Words {
    FOR_NOW.get().or_else(|| CHOSEN.get().copied()).unwrap_or_else(Words::english)
}

/// Does `what` with everything on this thread said in another language.
pub fn speaking<R>(words: Words, what: impl FnOnce() -> R) -> R {
    /// Puts back what was spoken before, also if `what` panics.
    struct Before(Option<Words>);
    impl Drop for Before {
        fn drop(&mut self) {
            FOR_NOW.set(self.0);
        }
    }
    let _before = Before(FOR_NOW.replace(Some(words)));
    what()
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.tag())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Words {}

impl Words {
    /// Every language that is built in.
    pub fn built_in() -> impl Iterator<Item = Self> {
        SPOKEN.iter().map(|spoken| Self(LazyLock::force(spoken)))
    }

    /// English.
    pub fn english() -> Self {
        Self(&SPOKEN[0])
    }

    /// Dutch.
    pub fn dutch() -> Self {
        Self(&SPOKEN[1])
    }

    /// The built-in language of a tag such as `nl`, `nl-BE` or `nl_NL.UTF-8`.
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.', '@']).next()?;
        let nth = BUILT_IN.iter().position(|(tag, _)| tag.eq_ignore_ascii_case(primary))?;
        Some(Self(LazyLock::force(&SPOKEN[nth])))
    }

    /// A further language from the text of its file. It lives as long as the program does.
    pub fn further(tag: &str, file: &str) -> Result<Self, Unreadable> {
        Ok(Self(Box::leak(Box::new(Spoken::further(tag, String::leak(file.to_owned()))?))))
    }

    /// Its tag, such as `nl`.
    pub fn tag(self) -> &'static str {
        self.0.tag.language.as_str()
    }

    /// Its name, in the language itself.
    pub fn name(self) -> String {
        self.say(message!("language-name"))
    }

    /// The names of the messages that English says for it.
    pub fn lacks(self) -> Vec<String> {
        let names = SPOKEN[0].parts.iter().flat_map(Part::names);
        names.filter(|name| !self.0.found_in.contains_key(name)).map(str::to_owned).collect()
    }

    /// Says what is meant.
    pub fn say(self, message: impl AsRef<Message>) -> String {
        let message = message.as_ref();
        let said = |spoken: &Spoken| {
            let mut values = FluentArgs::new();
            for (name, value) in message.values() {
                values.set(*name, self.value(value));
            }
            spoken.say(message.name(), Some(&values))
        };
        said(self.0).or_else(|| said(&SPOKEN[0])).unwrap_or_else(|| message.name().to_owned())
    }

    /// The message of a name that only the text it is about knows, such as a heading of the manual; nothing if there is none.
    pub fn named(self, name: &str) -> Option<String> {
        self.0.say(name, None).or_else(|| SPOKEN[0].say(name, None))
    }

    fn value(self, value: &Value) -> FluentValue<'_> {
        match value {
            Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Value::Count(count) => FluentValue::from(*count),
            Value::Message(message) => FluentValue::from(self.say(message)),
            Value::Decimal(value, places) => FluentValue::from(self.decimal(*value, *places)),
            Value::Day(day) => FluentValue::from(self.day(*day)),
            Value::Length(length) => FluentValue::from(self.length(*length)),
            Value::List(messages) => FluentValue::from(self.list(messages)),
        }
    }

    /// A number with so many places behind the language's decimal sign.
    pub fn decimal(self, value: f64, places: u8) -> String {
        let sign = self.say(message!("decimal-sign"));
        format!("{value:.0$}", usize::from(places)).replace('.', &sign)
    }

    /// A date written out, with its weekday: a date to act on is easier to keep that way.
    pub fn day(self, day: jiff::civil::Date) -> String {
        self.say(message!("day", weekday = weekday(day), day = day.day().to_string(), month = month(day), year = day.year().to_string()))
    }

    /// A date of these weeks, with its weekday: it needs no year.
    pub fn near_day(self, day: jiff::civil::Date) -> String {
        self.say(message!("near-day", weekday = weekday(day), day = day.day().to_string(), month = month(day)))
    }

    /// A date that is past, without its weekday.
    pub(crate) fn date(self, day: jiff::civil::Date) -> String {
        self.say(message!("date", day = day.day().to_string(), month = month(day), year = day.year().to_string()))
    }

    /// How long something took, in the largest unit that says it well: seconds below two minutes, minutes below two hours.
    pub fn length(self, length: Duration) -> String {
        match length.as_secs() {
            seconds @ ..120 => self.say(message!("seconds", count = seconds)),
            seconds @ ..7_200 => self.say(message!("minutes", count = seconds / 60)),
            seconds => self.say(message!("hours", hours = seconds / 3_600, minutes = seconds % 3_600 / 60)),
        }
    }

    /// Several things in a row.
    pub fn list(self, messages: &[Message]) -> String {
        let mut said = messages.iter().map(|message| self.say(message));
        let Some(last) = said.next_back() else { return String::new() };
        let Some(first) = said.reduce(|before, next| self.say(message!("list-more", before = before, next = next))) else { return last };
        self.say(message!("list-last", before = first, last = last))
    }
}

/// The index of what is counted from one.
fn place(nth: i8) -> usize {
    usize::try_from(nth - 1).unwrap_or_default()
}

/// The name of its day of the week.
fn weekday(day: jiff::civil::Date) -> Message {
    const WEEKDAYS: [fn() -> Message; 7] = [
        || message!("monday"),
        || message!("tuesday"),
        || message!("wednesday"),
        || message!("thursday"),
        || message!("friday"),
        || message!("saturday"),
        || message!("sunday"),
    ];
    WEEKDAYS[place(day.weekday().to_monday_one_offset())]()
}

/// The name of a day's month.
fn month(day: jiff::civil::Date) -> Message {
    const MONTHS: [fn() -> Message; 12] = [
        || message!("january"),
        || message!("february"),
        || message!("march"),
        || message!("april"),
        || message!("may"),
        || message!("june"),
        || message!("july"),
        || message!("august"),
        || message!("september"),
        || message!("october"),
        || message!("november"),
        || message!("december"),
    ];
    MONTHS[place(day.month())]()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_written_out() {
        let day = date(2026, 11, 22);
        assert_eq!([Words::english(), Words::dutch()].map(|w| w.day(day)), ["Sunday 22 November 2026", "zondag 22 november 2026"]);
        assert_eq!([Words::english(), Words::dutch()].map(|w| w.near_day(day)), ["Sunday 22 November", "zondag 22 november"]);
    }

    #[test]
    fn what_is_said_is_said_in_the_language_that_is_spoken_there() {
        assert_eq!(say!("monday"), "Monday");
        speaking(Words::dutch(), || {
            assert_eq!((say!("monday"), say!("tuesday")), ("maandag".to_owned(), "dinsdag".to_owned()));
            speaking(Words::english(), || assert_eq!(say!("monday"), "Monday"));
            assert_eq!(say!("monday"), "maandag");
        });
        assert_eq!(spoken(), Words::english());
    }

    #[test]
    fn text_in_a_value_is_never_looked_at_again() {
        let odd = "{ $study } \u{2068}{\"x\"}";
        assert_eq!(Words::english().say(message!("list-last", before = odd, last = odd)), format!("{odd} and {odd}"));
    }

    /// The running text of the letter: what a person reads as sentences.
    fn sentences(words: Words) -> Vec<String> {
        let names = BUILT_IN[0].1.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
        let letter = names.filter(|name| name.starts_with("letter-") && !name.ends_with("-heading"));
        let (study, day) = (|| Value::from("Talking"), || Value::from(date(2026, 11, 22)));
        let said = letter.map(|name| words.say(Message::plain(name).with("study", study()).with("day", day())));
        let running: Vec<String> = said.filter(|text| text.ends_with(['.', '?', '!'])).collect();
        running.join(" ").split_inclusive(['.', '?', '!']).map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
    }

    #[test]
    fn sentences_are_short() {
        for words in Words::built_in() {
            let lengths: Vec<usize> = sentences(words).iter().map(|s| s.split_whitespace().count()).collect();
            let mean = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
            let longest = lengths.iter().max().copied();
            assert!(lengths.len() > 25 && mean <= 12.0 && longest <= Some(20), "{words:?}: mean {mean:.1}, longest {longest:?}");
        }
    }

    #[test]
    fn each_language_writes_as_it_does() {
        let (english, dutch) = (Words::english(), Words::dutch());
        assert_eq!((english.decimal(1.25, 1), dutch.decimal(1.25, 1)), ("1.2".into(), "1,2".into()));
        let said = |words: Words, seconds| words.length(Duration::from_secs(seconds));
        assert_eq!([0, 1, 119, 120].map(|s| said(english, s)), ["0 seconds", "1 second", "119 seconds", "2 minutes"]);
        assert_eq!([1, 119, 7_140, 7_260].map(|s| said(dutch, s)), ["1 seconde", "119 seconden", "119 minuten", "2 uur en 1 minuut"]);
        let three = || ["monday", "tuesday", "friday"].map(Message::plain).to_vec();
        assert_eq!(
            (english.list(&three()), dutch.list(&three())),
            ("Monday, Tuesday and Friday".into(), "maandag, dinsdag en vrijdag".into())
        );
        assert_eq!(english.list(&[]), "");
    }

    #[test]
    fn a_built_in_language_is_read_part_by_part_as_it_would_be_whole() {
        for (spoken, (tag, file)) in SPOKEN.iter().zip(BUILT_IN) {
            let whole = Spoken::further(tag, file).unwrap();
            assert!(spoken.parts.len() > 40, "{tag}");
            assert_eq!(spoken.found_in.len(), whole.found_in.len(), "{tag}: a message is there twice");
            for part in &spoken.parts {
                let bundle = bundle(&spoken.tag, part.text).unwrap_or_else(|why| panic!("{tag}: {why:?} of {}", part.text));
                assert!(part.names().all(|name| bundle.has_message(name) && whole.say(name, None).is_some()), "{tag}: {}", part.text);
            }
        }
    }

    #[test]
    fn a_language_is_found_by_what_the_system_calls_it() {
        for tag in ["nl", "nl-BE", "nl_NL.UTF-8", " NL", "nl@euro"] {
            assert_eq!(Words::of(tag).map(Words::tag), Some("nl"), "{tag}");
        }
        assert!(["", "C", "POSIX", "nld", "de_DE"].iter().all(|tag| Words::of(tag).is_none()));
    }

    #[test]
    fn a_further_language_falls_back_message_by_message() {
        let german =
            Words::further("de", "monday = Montag\nseconds = { $count ->\n    [one] eine Sekunde\n   *[other] { $count } Sekunden\n }\n")
                .unwrap();
        assert_eq!(german.say(message!("monday")), "Montag");
        assert_eq!(german.length(Duration::from_secs(1)), "eine Sekunde");
        assert_eq!(german.say(message!("tuesday")), "Tuesday");
        assert!(german.lacks().contains(&"tuesday".to_owned()) && !german.lacks().contains(&"monday".to_owned()));
        assert!(Words::english().lacks().is_empty() && Words::dutch().lacks().is_empty());
    }

    #[test]
    fn a_file_that_is_none_says_where() {
        assert_eq!(Words::further("no tag", "").err(), Some(Unreadable::Tag));
        assert_eq!(Words::further("de", "monday = Montag\n\n= Dienstag\n").err(), Some(Unreadable::Line(3)));
        assert_eq!(Words::further("de", "monday = a\nmonday = b\n").err(), Some(Unreadable::Twice("monday".into())));
    }
}
