//! What of one session a study counts: how long it was, with what it was recorded, who asked and who sat there, what became of each
//! question, what was agreed to, what went wrong, and when which code was first put on a note.
//!
//! It is small, because a study remembers it of each of a thousand sessions, and it holds no word of any note.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::circumstances::Circumstances;
use crate::domain::code;
use crate::domain::consent::Answer;
use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::coverage::Coverage;
use crate::domain::destruction::Material;
use crate::domain::event::Event;
use crate::domain::guide::Id;
use crate::domain::incident::EndCause;
use crate::domain::incident::Incident;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Named;
use crate::domain::note::NoteId;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::study::strip::Strip;
use crate::domain::time::Stamp;
use crate::domain::time::millis_of;

/// Whether a session may be counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Countable {
    /// As far as anybody said, yes.
    #[default]
    Yes,
    /// They want all of it destroyed.
    Withdrawn,
    /// Something in it binds, and nobody here can read what: it may be that.
    NotUnderstood,
}

/// Whether what was noted in it is there: what became of its questions, what became too much, its codes, its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noted {
    /// It is, as far as anything was.
    #[default]
    Here,
    /// It was destroyed, or is about to be: what was not asked is not known from what was.
    Destroyed,
}

/// Through what they spoke with each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// In one room; also where nobody said anything else.
    #[default]
    InPerson,
    /// By video.
    Video,
}

impl Mode {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Video => "video",
        }
    }
}

/// What was answered to an item of consent, in people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The item.
    pub item: Id,
    /// Who said yes.
    pub given: usize,
    /// Who said no, then or since.
    pub refused: usize,
    /// Of whom no answer is known: that is no yes.
    pub unanswered: usize,
}

/// A code that is on a note of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstCoded {
    /// Its name.
    pub code: String,
    /// When it was first put on one of those it is on; nothing where no line says so.
    pub at: Option<Stamp>,
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionAsked(
    /// Which.
    pub Id,
    /// What became of it.
    pub Coverage,
    /// How long it was open, in milliseconds on the session's own clock.
    pub u64,
);

/// What of one session a study counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fieldwork {
    /// By which the text of the guide that it keeps is known again.
    pub text: String,
    /// The version of that guide.
    pub version: String,
    /// Whether it may be counted.
    pub countable: Countable,
    /// The reason that was given for destroying all of it, where it was not done for the participant's sake.
    #[serde(default)]
    pub destroyed_because: String,
    /// Whether what was noted in it is there to be counted.
    #[serde(default)]
    pub noted: Noted,
    /// Milliseconds that were recorded; what was off the record is not among them.
    pub recorded_ms: u64,
    /// Milliseconds that only the clock counted, because nothing was recorded.
    pub by_clock_ms: u64,
    /// How often it was off the record.
    pub pauses: usize,
    /// How often it became too much.
    pub distress: usize,
    /// In one room, or by video.
    pub mode: Mode,
    /// The code of whoever led it; empty where nobody said.
    pub led: String,
    /// The codes of those who helped: who typed while another led.
    pub assisted: Vec<String>,
    /// The codes of those who observed a group.
    pub observed: Vec<String>,
    /// Whose words there are of a group, by the pseudonyms of their seats; nobody who takes no part any more. Nothing where it was not said who sat
    /// there, which is not the same as nobody.
    pub people: Option<Vec<String>>,
    /// What became of each question that belonged in it.
    pub questions: Vec<QuestionAsked>,
    /// What went wrong, by kind, and how often.
    pub incidents: BTreeMap<String, usize>,
    /// What was agreed to.
    pub consent: Vec<Answers>,
    /// What those wanted who took consent back, and how many.
    pub taken_back: BTreeMap<String, usize>,
    /// The codes on its notes.
    pub codes: Vec<FirstCoded>,
    /// How it looks on the wall.
    pub strip: Strip,
}

impl Fieldwork {
    /// That of `session`, of whose guide `text` is the digest, as these lines of its journal made it.
    pub fn of<'e>(session: &Session, text: &str, lines: impl IntoIterator<Item = (Stamp, &'e Event)>) -> Self {
        let (opened, table) = (session.opened(), session.table());
        let (recorded, by_clock) = session.timeline().lengths();
        let (led, assisted) = who_asked(&opened.leads, &opened.types, table);
        let end = session.timeline().end();
        let countable = match (session.wants(Wish::DestroyAll), session.is_understood()) {
            (true, _) => Countable::Withdrawn,
            (false, false) => Countable::NotUnderstood,
            (false, true) => Countable::Yes,
        };
        let codes = codes(session, lines);
        let asked = Circumstances::of(session).asked(session.guide());
        let noted = if session.destructions().of(Material::Notes).is_some() { Noted::Destroyed } else { Noted::Here };
        let question = |id: &Id| QuestionAsked(id.clone(), session.coverage().of(id), millis_of(session.coverage().spent(id, end)));
        Self {
            text: text.to_owned(),
            version: opened.guide_version.clone(),
            countable,
            destroyed_because: because(session),
            noted,
            recorded_ms: millis_of(recorded),
            by_clock_ms: millis_of(by_clock),
            pauses: session.timeline().pauses().len(),
            distress: session.distress().len(),
            mode: if opened.video.is_some() { Mode::Video } else { Mode::InPerson },
            led,
            assisted,
            observed: table.map(|table| table.observers.clone()).unwrap_or_default(),
            people: session.table().map(|_| people(session).into_iter().map(|person| person.0).collect()),
            questions: asked.filter(|_| noted == Noted::Here).map(|(_, asked)| question(&asked.id)).collect(),
            incidents: incidents(session),
            consent: session.guide().consent.iter().map(|item| answers(session, &item.id)).collect(),
            taken_back: taken_back(session),
            strip: if countable == Countable::Yes {
                Strip::of(session, &codes.iter().map(|one| one.code.as_str()).collect::<Vec<_>>())
            } else {
                Strip::default()
            },
            codes,
        }
    }

    /// How long it was, in milliseconds: what was recorded, and what the clock counted where nothing was.
    pub fn length_ms(&self) -> u64 {
        self.recorded_ms.saturating_add(self.by_clock_ms)
    }
}

/// Why all of it was destroyed; nothing where it was not, or where the participant wanted it.
fn because(session: &Session) -> String {
    let destroyed = session.destructions().of(Material::All).filter(|one| one.what.is_all() && one.wish.is_none());
    destroyed.map(|one| one.why.trim().to_owned()).unwrap_or_default()
}

/// Who led, and who helped: in a group the moderator leads, and who types where another leads helps.
fn who_asked(leads: &str, types: &str, table: Option<&Table>) -> (String, Vec<String>) {
    let moderator = table.map_or("", |table| table.moderator.as_str());
    let led = [leads, moderator, types].map(str::trim).into_iter().find(|code| !code.is_empty()).unwrap_or_default();
    let is_other = |code: &&str| !code.is_empty() && !code.eq_ignore_ascii_case(led);
    let observes = |code: &&str| table.is_some_and(|table| table.observers.iter().any(|one| one.eq_ignore_ascii_case(code)));
    let helped = [types.trim()].into_iter().filter(|code| is_other(code) && !observes(code)).map(str::to_owned);
    (led.to_owned(), helped.collect())
}

/// Who of a group sat there at any time, and takes part: of whoever does no more nothing is counted.
fn people(session: &Session) -> Vec<Person> {
    let table = session.table_heard().unwrap_or_default();
    let seats = table.seats.into_iter().filter(|seat| seat.sits.is_here()).map(|seat| seat.person);
    seats.filter(|person| !session.is_withdrawn(person)).collect()
}

fn answers(session: &Session, item: &Id) -> Answers {
    let people = people(session);
    let mut said: Vec<Option<Answer>> = people.iter().map(|person| session.consents().answer_of(item, person)).collect();
    if session.table().is_none() {
        said.push(session.consents().answer(item));
    }
    let of = |answer| said.iter().filter(|one| **one == answer).count();
    Answers { item: item.clone(), given: of(Some(Answer::Given)), refused: of(Some(Answer::Refused)), unanswered: of(None) }
}

fn taken_back(session: &Session) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for taken in session.consents().withdrawals() {
        *counted.entry(taken.wish.word().to_owned()).or_default() += 1;
    }
    counted
}

fn incidents(session: &Session) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for name in session.incidents().iter().filter_map(|mishap| name_of(&mishap.what)) {
        *counted.entry(name.to_owned()).or_default() += 1;
    }
    counted
}

/// What something that went wrong is counted as; nothing of what is only better again, was asked for, or is counted elsewhere.
fn name_of(what: &MishapKind) -> Option<&'static str> {
    match what {
        MishapKind::Incident(Named::Known(incident)) => match incident {
            Incident::LeadIn { .. } | Incident::Heard | Incident::Unmuted | Incident::DiskBack => None,
            Incident::Silence => Some("silence"),
            Incident::Faint => Some("faint"),
            Incident::Loud => Some("loud"),
            Incident::Muted => Some("muted"),
            Incident::Moved { .. } => Some("moved"),
            Incident::Space { .. } => Some("space"),
            Incident::Battery { .. } => Some("battery"),
            Incident::Slept { .. } => Some("slept"),
            Incident::Disk { .. } => Some("disk"),
            Incident::Damaged { .. } => Some("damaged"),
        },
        MishapKind::Incident(Named::Sentence(_) | Named::Newer { .. }) => Some("other"),
        MishapKind::Gap(..) => Some("gap"),
        MishapKind::Lost(_) => Some("lost"),
        MishapKind::Recovered(_) => Some("crash"),
        MishapKind::Ended(Named::Known(EndCause::Withdrawn | EndCause::Finished)) => None,
        MishapKind::Ended(_) => Some("cut-short"),
    }
}

/// The codes on notes that stand, each with when it was first put on one of those that have it now.
fn codes<'e>(session: &Session, lines: impl IntoIterator<Item = (Stamp, &'e Event)>) -> Vec<FirstCoded> {
    let on = session.codes_in_notes();
    if on.is_empty() || session.wants(Wish::DestroyAll) {
        return Vec::new();
    }
    let mut put: Vec<(NoteId, String, Stamp)> = Vec::new();
    let mut first: BTreeMap<String, Stamp> = BTreeMap::new();
    for (at, event) in lines {
        let done = if let Event::Undone { by, .. } = event { by } else { event };
        let Event::NoteCoded { note, code, stands } = done else { continue };
        let name = code::name_of(code).to_lowercase();
        match stands {
            Stands::Stands => {
                first.entry(name.clone()).or_insert(at);
                put.push((*note, name, at));
            }
            Stands::TakenBack => put.retain(|(id, other, _)| (id, other) != (note, &name)),
        }
    }
    let at = |name: &str| {
        let name = code::name_of(name).to_lowercase();
        // Words of a note that went over into another took its codes along.
        put.iter().find(|(_, other, _)| *other == name).map(|(.., at)| *at).or_else(|| first.get(&name).copied())
    };
    on.keys().map(|name| FirstCoded { code: code::name_of(name), at: at(name) }).collect()
}
