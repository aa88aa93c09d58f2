//! The quotes that were chosen for a paper, in all sessions of a study: whose they are, how often each is quoted, and what to be wary of.
//!
//! A quote with a code tells little by itself. Beside the table that describes the sample it may tell who it is: of somebody who is the only
//! one with a value, everybody who knows of that value knows whose words these are. So that is said, and so is a name, a day or a place in the
//! words. Who may be printed was asked of each session. Values only.

use std::collections::BTreeMap;

use crate::domain::consent::Wish;
use crate::domain::guide::Round;
use crate::domain::plain::Cause;
use crate::domain::plain::Identity;
use crate::domain::plain::Passage;
use crate::domain::plain::Plainness;
use crate::domain::plain::Yardstick;
use crate::domain::session::Session;
use crate::domain::session::shelf::NotPrinted;
use crate::domain::shelf::OnShelf;
use crate::domain::shelf::QuoteId;
use crate::domain::standing::Phase;
use crate::domain::study::attribute::Values;
use crate::domain::study::register::Register;
use crate::domain::time::Position;

/// A quote that may be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The session's folder.
    pub session: String,
    /// Whose words they are, by code; in a group of everybody who is heard.
    pub who: Vec<String>,
    /// Which interview with them.
    pub round: Round,
    /// The language it was said in, as far as the guide's is that.
    pub language: String,
    /// When it was said.
    pub at: Position,
    /// All that the note says.
    pub says: String,
    /// The quote.
    pub quote: OnShelf,
    /// What to be wary of.
    pub wary: Vec<Wary>,
}

/// Why a quote may tell whose it is, or is not ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wary {
    /// Of those who were interviewed only this one has this value.
    OnlyOne {
        /// Who.
        who: String,
        /// What it is of.
        attribute: String,
        /// The value.
        value: String,
    },
    /// Words of somebody stand on the shelf, too, who is the other side of the same therapy.
    BothSides {
        /// Who is quoted here. Who the other is links two people, and is said nowhere.
        who: String,
    },
    /// These words of it, or of a translation, may tell.
    Tells(Identity, String),
    /// Nobody else has read it as it is now.
    NoReader,
}

/// One that lies on the shelf and may not be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOff {
    /// The session's folder.
    pub session: String,
    /// Which.
    pub quote: QuoteId,
    /// Why.
    pub why: NotPrinted,
}

/// The quotes of a study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Those that may be printed, in the order of the sessions.
    pub quotes: Vec<Quoted>,
    /// Those that may not.
    pub kept_off: Vec<KeptOff>,
    /// Everybody who may be quoted, and how often they are: those who are not among them.
    pub times: BTreeMap<String, usize>,
}

impl Quotations {
    /// As what somebody of this code is counted: as the register writes it, else as they were met first. Large letters make nobody else.
    fn as_counted(&self, code: &str, register: &Register) -> String {
        let met = || self.times.keys().find(|known| known.eq_ignore_ascii_case(code)).map(String::as_str);
        register.find(code).map(|one| one.code.as_str()).or_else(met).unwrap_or(code).to_owned()
    }

    /// The quotes of these sessions, each with the name of its folder, of a study with this register and this title.
    pub fn of(sessions: &[(String, Session)], register: &Register, title: &str) -> Self {
        let mut all = Self::default();
        for (name, session) in sessions {
            for code in heard(session) {
                all.times.entry(all.as_counted(&code, register)).or_default();
            }
            let kept = session.kept_off_shelf().map(|(quote, why)| KeptOff { session: name.clone(), quote, why });
            all.kept_off.extend(kept);
            for printed in session.on_shelf() {
                let note = session.note(printed.quote.note);
                let people: Vec<String> = note.into_iter().flat_map(|note| note.people()).map(|person| person.0.clone()).collect();
                let who = if people.is_empty() { vec![session.opened().participant.clone()] } else { people };
                all.quotes.push(Quoted {
                    session: name.clone(),
                    who,
                    round: session.opened().round,
                    language: session.guide().language.clone(),
                    at: printed.note.position(),
                    says: printed.note.words(),
                    quote: printed.quote.clone(),
                    wary: Vec::new(),
                });
            }
        }
        for code in all.quotes.iter().flat_map(|quoted| &quoted.who).cloned().collect::<Vec<_>>() {
            *all.times.entry(all.as_counted(&code, register)).or_default() += 1;
        }
        let interviewed: Vec<String> = interviewed(sessions);
        let quoted: Vec<String> = all.times.iter().filter(|(_, times)| **times > 0).map(|(code, _)| code.clone()).collect();
        for one in &mut all.quotes {
            one.wary = one.who.iter().flat_map(|who| only_ones(who, &interviewed, register)).collect();
            one.wary.extend(both_sides(&one.who, &quoted, register));
            one.wary.extend(tells(one, title));
            one.wary.extend(one.quote.readers.is_empty().then_some(Wary::NoReader));
        }
        all
    }

    /// Those who may be quoted and are not, by code.
    pub fn never(&self) -> impl Iterator<Item = &str> {
        self.times.iter().filter(|(_, times)| **times == 0).map(|(code, _)| code.as_str())
    }
}

/// Everybody whom a table of the sample describes: who was interviewed, or sat at a table, and did not take all of it back.
fn interviewed(sessions: &[(String, Session)]) -> Vec<String> {
    let held = sessions.iter().map(|(_, session)| session);
    let held = held.filter(|session| session.phase() != Phase::Draft && !session.wants(Wish::DestroyAll));
    let mut codes: Vec<String> = Vec::new();
    for session in held {
        match session.table() {
            Some(table) => codes.extend(table.seats.iter().map(|one| one.person.0.clone())),
            None => codes.push(session.opened().participant.clone()),
        }
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Whose words of a session may be printed at all, by code: those of whom a quote note may be.
fn heard(session: &Session) -> Vec<String> {
    let printable = session.notes().filter(|note| session.may_print(note.id).is_ok());
    let mut codes: Vec<String> = Vec::new();
    for note in printable {
        let people: Vec<String> = note.people().map(|person| person.0.clone()).collect();
        codes.extend(if people.is_empty() { vec![session.opened().participant.clone()] } else { people });
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The values that of those who were interviewed only `who` has; numbers are not looked at, because nearly everybody is the only one.
fn only_ones(who: &str, interviewed: &[String], register: &Register) -> Vec<Wary> {
    let (mut known, linking) = (register.known(who), register.linking());
    known.retain(|name, _| !linking.contains(name));
    let is_number = |name: &str| {
        register.attributes.iter().any(|one| one.name == name && matches!(one.values, Values::Number | Values::Whole | Values::Years))
    };
    let others: Vec<BTreeMap<String, String>> =
        interviewed.iter().filter(|code| !code.eq_ignore_ascii_case(who)).map(|code| register.known(code)).collect();
    let only = known.into_iter().filter(|(name, value)| !is_number(name) && others.iter().all(|other| other.get(name) != Some(value)));
    only.map(|(attribute, value)| Wary::OnlyOne { who: who.to_owned(), attribute, value }).collect()
}

/// Those who are quoted and are the other side of a therapy of somebody in `who`: their words beside each other tell more than either alone.
fn both_sides(who: &[String], quoted: &[String], register: &Register) -> Vec<Wary> {
    let is_side = |who: &&String| quoted.iter().any(|other| register.are_of_one_therapy(who, other));
    who.iter().filter(is_side).map(|who| Wary::BothSides { who: who.clone() }).collect()
}

/// What in the words, and in those of the translations, may tell whose they are.
fn tells(quoted: &Quoted, title: &str) -> Vec<Wary> {
    let mut known: Vec<&str> = quoted.who.iter().map(String::as_str).collect();
    known.push(title);
    let original = (quoted.quote.words.as_str(), quoted.language.as_str());
    let texts = std::iter::once(original).chain(quoted.quote.translations.iter().map(|one| (one.words.as_str(), one.language.as_str())));
    let mut found = Vec::new();
    for (text, language) in texts {
        let passages = [Passage::theirs(text)];
        let plainness = Plainness::of(&passages, &Yardstick { language, jargon: &[], known: &known });
        for remark in plainness.remarks {
            if let (Cause::Identifies(identity), Some(words)) = (remark.cause, text.get(remark.at)) {
                let wary = Wary::Tells(identity, words.to_owned());
                if !found.contains(&wary) {
                    found.push(wary);
                }
            }
        }
    }
    found
}
