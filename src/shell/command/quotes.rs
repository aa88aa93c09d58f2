//! `hearback quotes`: the quotes that were chosen for a paper, and what is done with them.
//!
//! Nothing is printed that may not be: what lies on the shelf and may not is named by its number, with why, and no word of it. A quote is never
//! changed in the note it comes from.

use std::path::Path;

use serde::Serialize;

use crate::document::in_markdown;
use crate::domain::command::Command;
use crate::domain::guide::Round;
use crate::domain::note::NoteId;
use crate::domain::plain::Cause;
use crate::domain::session::Session;
use crate::domain::session::shelf::NotPrinted;
use crate::domain::shelf::QuoteId;
use crate::domain::shelf::QuoteRead;
use crate::domain::shelf::QuoteTranslated;
use crate::domain::shelf::Shelving;
use crate::domain::shelf::cuts;
use crate::domain::study::ParticipantCode;
use crate::domain::study::quoted::Quotations;
use crate::domain::study::quoted::Quoted;
use crate::domain::study::quoted::Wary;
use crate::domain::text::shown;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::quotes::QuotesOf;
use crate::shell::cli::quotes::QuotesSubcommand;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::days;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::words::message::message;
use crate::words::say;

/// The quotes of a study, for programs.
#[derive(Serialize)]
struct QuotationsShown<'a> {
    quotes: Vec<QuotedShown<'a>>,
    quoted: Vec<TimesShown<'a>>,
    kept_off: Vec<KeptOffShown<'a>>,
}

#[derive(Serialize)]
struct QuotedShown<'a> {
    session: &'a str,
    who: &'a [String],
    round: Round,
    at_ms: u64,
    quote: QuoteId,
    note: NoteId,
    language: &'a str,
    words: &'a str,
    says: &'a str,
    cuts: usize,
    translations: Vec<TranslationShown<'a>>,
    readers: Vec<ReaderShown<'a>>,
    wary: Vec<WaryShown<'a>>,
}

#[derive(Serialize)]
struct TranslationShown<'a> {
    language: &'a str,
    words: &'a str,
    by: &'a str,
}

#[derive(Serialize)]
struct ReaderShown<'a> {
    by: &'a str,
    on: &'a str,
}

/// What to be wary of: `only-one`, `tells` or `no-reader`, and what of it there is to say.
#[derive(Serialize)]
struct WaryShown<'a> {
    is: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
}

#[derive(Serialize)]
struct TimesShown<'a> {
    participant: &'a str,
    times: usize,
}

#[derive(Serialize)]
struct KeptOffShown<'a> {
    session: &'a str,
    quote: QuoteId,
    why: &'static str,
}

impl<'a> From<&'a Quoted> for QuotedShown<'a> {
    fn from(one: &'a Quoted) -> Self {
        let quote = &one.quote;
        let translation = |of: &'a QuoteTranslated| TranslationShown { language: &of.language, words: &of.words, by: &of.by };
        Self {
            session: &one.session,
            who: &one.who,
            round: one.round,
            at_ms: one.at.millis(),
            quote: quote.quote,
            note: quote.note,
            language: &one.language,
            words: &quote.words,
            says: &one.says,
            cuts: cuts(&quote.words),
            translations: quote.translations.iter().map(translation).collect(),
            readers: quote.readers.iter().map(|read| ReaderShown { by: &read.by, on: &read.on }).collect(),
            wary: one.wary.iter().map(WaryShown::from).collect(),
        }
    }
}

impl<'a> From<&'a Wary> for WaryShown<'a> {
    fn from(wary: &'a Wary) -> Self {
        let none = Self { is: "no-reader", attribute: None, value: None, cause: None, words: None };
        match wary {
            Wary::OnlyOne { attribute, value, .. } => Self { is: "only-one", attribute: Some(attribute), value: Some(value), ..none },
            Wary::BothSides { .. } => Self { is: "both-sides", ..none },
            Wary::Tells(identity, words) => {
                Self { is: "tells", cause: Some(Cause::Identifies(*identity).word()), words: Some(words), ..none }
            }
            Wary::NoReader => none,
        }
    }
}

/// Why one is kept off, in the word that programs have for it.
const fn word(why: NotPrinted) -> &'static str {
    match why {
        NotPrinted::NoQuote => "no-quote",
        NotPrinted::NotUnderstood => "not-understood",
        NotPrinted::TakesNoPart => "takes-no-part",
        NotPrinted::Refused => "refused",
        NotPrinted::NotAsked => "not-asked",
        NotPrinted::Nobodys => "nobodys",
        NotPrinted::Changed => "changed",
    }
}

pub(super) fn quotes(study: Option<&Path>, of: QuotesOf, identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    match of.what {
        None if of.json => list(&study, Form::Programs),
        None if of.markdown => list(&study, Form::Paper),
        None => list(&study, Form::People),
        Some(what) => change(&study, what, identity),
    }
}

/// For whom they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    People,
    Programs,
    Paper,
}

fn list(study: &OpenStudy, form: Form) -> Result<(), Failure> {
    let (read, unread) = sessions::read_all(&study.folder)?;
    let all = Quotations::of(&read, &study.register, &study.settings.title);
    match form {
        Form::Programs => put_json(&QuotationsShown {
            quotes: all.quotes.iter().map(QuotedShown::from).collect(),
            quoted: all.times.iter().map(|(participant, times)| TimesShown { participant, times: *times }).collect(),
            kept_off: all.kept_off.iter().map(|one| KeptOffShown { session: &one.session, quote: one.quote, why: word(one.why) }).collect(),
        })?,
        // What is printed goes into the paper; this does not.
        Form::Paper if all.quotes.is_empty() => remark(none(&all)),
        Form::Paper => all.quotes.iter().for_each(for_the_paper),
        Form::People => tell(&all),
    }
    match unread.as_slice() {
        [] => Ok(()),
        [first, ..] => Err(Failure::mendable(say!("quotes-unread", session = first, count = unread.len()))),
    }
}

/// A quote as a paper sets it, with its code: the translation first where there is one, and the original below it.
fn for_the_paper(one: &Quoted) {
    let who = one.who.join(", ");
    let translations = one.quote.translations.iter().map(|translated| translated.words.as_str());
    for words in translations.chain([one.quote.words.as_str()]) {
        put(shown(&format!("> {} ({who})", in_markdown(words))));
        put("");
    }
}

/// That no quote is printed: because none was chosen, or because none of those on the shelf may be.
fn none(all: &Quotations) -> String {
    match all.kept_off.len() {
        0 => say!("quotes-none"),
        count => say!("quotes-none-printed", count = count),
    }
}

fn tell(all: &Quotations) {
    for one in &all.quotes {
        let quote = &one.quote;
        let (at, round) = (one.at.to_string(), message!("round", round = one.round.word()));
        let head = say!(
            "quotes-head",
            who = one.who.join(", "),
            round = round,
            at = at,
            session = &one.session,
            quote = quote.quote.0,
            note = quote.note.0
        );
        put(shown(&head));
        put(shown(&format!("    {}", say!("quotes-words", words = &quote.words))));
        for translated in &quote.translations {
            put(shown(&format!(
                "    {}",
                say!("quotes-translated", language = &translated.language, words = &translated.words, by = &translated.by)
            )));
        }
        for read in &quote.readers {
            put(shown(&format!("    {}", say!("quotes-read", by = &read.by, day = &read.on))));
        }
        for wary in &one.wary {
            put(shown(&format!("  ! {}", warily(wary))));
        }
    }
    if all.quotes.is_empty() {
        put(none(all));
    }
    let times: Vec<String> = all.times.iter().filter(|(_, times)| **times > 0).map(|(code, times)| format!("{code} {times}")).collect();
    if !times.is_empty() {
        put("");
        put(shown(&say!("quotes-times", each = times.join(", "))));
    }
    let never: Vec<&str> = all.never().collect();
    if !never.is_empty() && !all.quotes.is_empty() {
        put(shown(&say!("quotes-never", each = never.join(", "))));
    }
    for one in &all.kept_off {
        put(shown(&say!("quotes-kept-off", session = &one.session, quote = one.quote.0, why = word(one.why))));
    }
}

fn warily(wary: &Wary) -> String {
    match wary {
        Wary::OnlyOne { who, attribute, value } => say!("quotes-only-one", who = who, attribute = attribute, value = value),
        // Who that is stays in the list: it links two people.
        Wary::BothSides { who } => say!("quotes-both-sides", who = who),
        Wary::Tells(identity, words) => {
            say!("quotes-tells", what = message!("hint-what", cause = Cause::Identifies(*identity).word(), count = 0_u64), words = words)
        }
        Wary::NoReader => say!("quotes-no-reader"),
    }
}

fn change(study: &OpenStudy, what: QuotesSubcommand, mut identity: Identity) -> Result<(), Failure> {
    let now = clock::wall();
    let known = identity.code().cloned();
    let whose = |by: Option<ParticipantCode>| {
        let code = by.or_else(|| known.clone()).ok_or_else(|| Failure::new(Kind::Usage, say!("quotes-by-whom")))?;
        Ok::<_, Failure>(code.to_string())
    };
    let (session, shelving) = match what {
        QuotesSubcommand::Add { session, note, words, quote } => {
            (session, Shelving::Put { quote: quote.map(QuoteId), note: NoteId(note), words })
        }
        QuotesSubcommand::Drop { session, quote } => (session, Shelving::TakeOff(QuoteId(quote))),
        QuotesSubcommand::Translate { session, quote, into, words, by } => {
            (session, Shelving::Translate(QuoteTranslated { quote: QuoteId(quote), language: into, words, by: whose(by)? }))
        }
        QuotesSubcommand::Read { session, quote, by, on } => {
            (session, Shelving::Read(QuoteRead { quote: QuoteId(quote), by: whose(by)?, on: days::by_now(on, now)? }))
        }
    };
    let folder = study.folder.session(&session)?;
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let before = held.found.session.shelf().all().count();
    happens(&mut held, Command::Shelve(shelving), now)?;
    said(&folder.name(), &held.found.session, before);
    Ok(())
}

/// What lies on the shelf of the session now.
fn said(name: &str, session: &Session, before: usize) {
    let now: Vec<_> = session.on_shelf().collect();
    for printed in &now {
        let words = say!("quotes-words", words = &printed.quote.words);
        put(shown(&say!("quotes-lies", session = name, quote = printed.quote.quote.0, note = printed.quote.note.0, words = words)));
    }
    if now.is_empty() && before > 0 {
        put(say!("quotes-none-here", session = name));
    }
    if session.kept_off_shelf().count() > 0 {
        remark(noted(message!("quotes-some-kept-off", count = session.kept_off_shelf().count())));
    }
}
