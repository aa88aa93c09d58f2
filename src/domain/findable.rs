//! What of a session can be found again by its words: notes, statements, coded answers, why a question was skipped, and what was said as its
//! transcripts have it.
//!
//! [`findables`] is the one place where a session becomes what is searched, on the screen, by `hearback search` and in the index: one function
//! a kind, each through the session's own iterators, so that what is withheld, taken back, or somebody's who takes no part is not among them.
//! What was noted off the record is not either. The interviewer's own kinds are: who searches is the interviewer. Questions are not: they
//! stand in the guide and are no part of what was said. Values only.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::consent::Wish;
use crate::domain::folding::spaced;
use crate::domain::guide::Id;
use crate::domain::guide::Question;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::whole_clock;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::PassageName;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::Trust;
use crate::words::say;

/// What something is that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A note that has words.
    Note,
    /// A statement of the summary.
    Statement,
    /// A coded answer.
    Answer,
    /// Why a question was skipped.
    Skipped,
    /// A passage of a transcript.
    Transcript,
}

impl What {
    /// Each.
    pub const ALL: [Self; 5] = [Self::Note, Self::Statement, Self::Answer, Self::Skipped, Self::Transcript];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Statement => "statement",
            Self::Answer => "answer",
            Self::Skipped => "skipped",
            Self::Transcript => "transcript",
        }
    }

    /// The word that people have for it.
    pub fn words(self) -> String {
        say!("found-what", what = self.word())
    }
}

/// By what it is known in its session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FoundId {
    /// A note's number, or a statement's.
    Number(u32),
    /// A passage of a transcript; no question is called as one is.
    Passage(PassageName),
    /// A question.
    Question(Id),
}

impl std::fmt::Display for FoundId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Passage(name) => write!(f, "{name}"),
            Self::Question(id) => write!(f, "{id}"),
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findable {
    /// What it is.
    pub what: What,
    /// By what it is known in its session.
    pub id: FoundId,
    /// The moment it is about; of a statement the earliest of its notes, if it rests on any.
    pub at: Option<Position>,
    /// Where that is in the recording.
    pub sound: Option<(TakeNumber, Frames)>,
    /// The kind of a note.
    pub kind: Option<NoteKind>,
    /// The question it belongs to.
    pub question: Option<Id>,
    /// What stands there.
    pub text: String,
    /// What it is tagged with.
    pub tags: Vec<String>,
    /// Who is heard in it, in a group; of a passage who speaks, as far as that is known.
    pub people: Vec<String>,
    /// What is known of a passage beside its words.
    pub trust: Option<Trust>,
}

impl Findable {
    /// What it is, in a word that people have for it: of a note its kind. A passage in which the waveform holds no speech has the mark that it
    /// has everywhere.
    pub fn words(&self) -> String {
        let mark = if self.trust == Some(Trust::Suspect) { " ?" } else { "" };
        self.kind.map_or_else(|| self.what.words(), NoteKind::words) + mark
    }

    /// When that was, as `h:mm:ss`; nothing where it is about no moment.
    pub fn when(&self) -> Option<String> {
        self.at.map(|at| whole_clock(at.secs()))
    }

    /// The note that it is.
    pub fn note(&self) -> Option<NoteId> {
        match (self.what, &self.id) {
            (What::Note, FoundId::Number(number)) => Some(NoteId(*number)),
            _ => None,
        }
    }

    /// The passage that it is.
    pub fn passage(&self) -> Option<PassageName> {
        if let FoundId::Passage(name) = self.id { Some(name) } else { None }
    }

    /// The statement that it is.
    pub fn statement(&self) -> Option<StatementId> {
        match (self.what, &self.id) {
            (What::Statement, FoundId::Number(number)) => Some(StatementId(*number)),
            _ => None,
        }
    }

    /// It as it is searched: one line without a line break. What it is and whose, then its words, then each of its tags, between tabs. Only
    /// words have a blank before them, so that what begins with one finds nothing else.
    pub fn line(&self) -> String {
        let kinds = std::iter::once(self.what.word()).chain(self.kind.map(NoteKind::word)).collect::<Vec<_>>().join(",");
        let people = self.people.iter().map(|person| spaced(person).trim().replace(' ', "_")).collect::<Vec<_>>().join(",");
        let tags = self.tags.iter().fold(String::new(), |tags, tag| tags + &spaced(tag) + "\t");
        format!("{kinds};{people}\t{}\t{tags}", spaced(&self.text))
    }
}

/// All that can be found in `session` and those of its transcripts that count, in the order of its timeline.
pub fn findables(session: &Session, transcripts: &[Transcript]) -> Vec<Findable> {
    // What they want destroyed is not looked for any more.
    if session.wants(Wish::DestroyAll) {
        return Vec::new();
    }
    let mut all = notes(session);
    all.extend(statements(session));
    all.extend(answers(session));
    all.extend(skipped(session));
    all.extend(session.passages(transcripts).map(|passage| of_passage(session, &passage)));
    all.sort_by(|one, other| (one.at, one.what, &one.id).cmp(&(other.at, other.what, &other.id)));
    all
}

/// Notes that have words, in their current ones.
fn notes(session: &Session) -> Vec<Findable> {
    let notes = session.notes().filter(|note| !note.off_record && !note.is_moment());
    let findable = |note: &Note| Findable {
        what: What::Note,
        id: FoundId::Number(note.id.0),
        at: Some(note.position),
        sound: session.timeline().locate(note.position),
        kind: Some(note.kind),
        question: note.question.clone(),
        text: note.text.clone(),
        // The codes that were put on it are looked for like what its words are tagged with.
        tags: note.tags().into_iter().map(str::to_owned).chain(session.listened().codes_of(note.id).iter().cloned()).collect(),
        people: note.people().map(|person| person.0.clone()).collect(),
        trust: None,
    };
    notes.map(findable).collect()
}

/// Statements of the summary.
fn statements(session: &Session) -> Vec<Findable> {
    let statement = |statement: &Statement| {
        let rests_on = statement.sources.iter().filter_map(|id| session.note(*id)).filter(|note| note.stands() && !note.off_record);
        let at = rests_on.map(|note| note.position).min();
        Findable {
            what: What::Statement,
            id: FoundId::Number(statement.id.0),
            at,
            sound: at.and_then(|at| session.timeline().locate(at)),
            kind: None,
            question: None,
            text: statement.text.clone(),
            tags: Vec::new(),
            people: Vec::new(),
            trust: None,
        }
    };
    session.statements().map(statement).collect()
}

/// Coded answers, by the words that were read aloud.
fn answers(session: &Session) -> Vec<Findable> {
    let questions = session.guide().topics.iter().flat_map(|topic| &topic.questions);
    let answer = |question: &Question| {
        let chosen = session.coverage().chosen(&question.id)?;
        let words = question.choice(&chosen.code).map_or_else(|| chosen.code.clone(), |choice| choice.say.clone());
        Some(of_question(session, What::Answer, &question.id, chosen.at, words))
    };
    questions.filter_map(answer).collect()
}

/// Why questions were skipped, or whatever reason was given for their state.
fn skipped(session: &Session) -> Vec<Findable> {
    let questions = session.guide().topics.iter().flat_map(|topic| &topic.questions);
    let reason = |question: &Question| {
        let reason = session.coverage().mark(&question.id).reason.filter(|reason| !reason.trim().is_empty())?;
        let (_, at) = session.coverage().marked(&question.id)?;
        Some(of_question(session, What::Skipped, &question.id, *at, reason))
    };
    questions.filter_map(reason).collect()
}

fn of_question(session: &Session, what: What, question: &Id, at: Position, text: String) -> Findable {
    Findable {
        what,
        id: FoundId::Question(question.clone()),
        at: Some(at),
        sound: session.timeline().locate(at),
        kind: None,
        question: Some(question.clone()),
        text,
        tags: Vec::new(),
        people: Vec::new(),
        trust: None,
    }
}

fn of_passage(session: &Session, passage: &Spoken<'_>) -> Findable {
    // By their code as well, where a file says which seat speaks.
    let seated = session.seat_of_speaker(passage.speaker).and_then(|seat| session.table().and_then(|table| table.person(seat)));
    let label = Some(passage.speaker).filter(|speaker| !speaker.is_empty()).map(str::to_owned);
    let mut people: Vec<String> = label.into_iter().chain(seated.map(|person| person.0.clone())).collect();
    people.dedup();
    Findable {
        what: What::Transcript,
        id: FoundId::Passage(passage.name()),
        at: Some(passage.from),
        sound: session.timeline().locate(passage.from),
        kind: None,
        question: None,
        text: passage.words.to_owned(),
        tags: Vec::new(),
        people,
        trust: Some(passage.trust),
    }
}
