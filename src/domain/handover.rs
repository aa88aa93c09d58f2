//! What of a study is handed over to whoever analyses, writes or archives: one value, made in one place.
//!
//! [`HandedOver::of`] (`leaving.rs`) is the one door through which a session becomes what leaves it in an export. It goes through the session's own iterators, so
//! that what is withheld, taken back, or somebody's who takes no part any more is not among it; and it leaves out more than those do: what was
//! noted off the record, notes that hold words which are not to be used, and all that is the interviewer's own ([`Own`]) unless its kind is
//! named. Why a question was skipped is that too. Whoever wants all of it destroyed, or wants something that nobody here can read, gives nothing.
//! Who was treated by whom is nobody's attribute here, and neither are setting, people present, reasons of pauses, distress, reports and letters.
//! Values only; what a program makes of them stands in [`document`](crate::document).

pub mod known;
mod leaving;
pub mod pseudonyms;
mod renamed;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use thiserror::Error;

use crate::domain::code::Code;
use crate::domain::consent::Agreement;
use crate::domain::coverage::Coverage;
use crate::domain::digest::Digest;
use crate::domain::evening::PageLine;
use crate::domain::guide::Id;
use crate::domain::guide::Round;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::seats::Seat;
use crate::domain::silenced::Cut;
use crate::domain::study::register::Register;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcriber::Role;
use crate::domain::transcript::Trust;
use crate::words::say;

/// How long a note is about its moment in programs that know no moments: most of them refuse what begins where it ends.
pub const MOMENT: u64 = 2000;

/// What is the interviewer's own, and leaves only where it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Own {
    /// What was seen.
    Observation,
    /// Something to come back to.
    FollowUp,
    /// A thought.
    Memo,
    /// Why a question was skipped, or has the state it has.
    Reason,
    /// The page that is written after the interview.
    Page,
}

impl Own {
    /// Each.
    pub const ALL: [Self; 5] = [Self::Observation, Self::FollowUp, Self::Memo, Self::Reason, Self::Page];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Observation => "observation",
            Self::FollowUp => "follow-up",
            Self::Memo => "memo",
            Self::Reason => "reason",
            Self::Page => "page",
        }
    }

    /// As what a kind of note leaves; nothing for those that the participant may read too.
    const fn of(kind: NoteKind) -> Option<Self> {
        match kind {
            NoteKind::Paraphrase | NoteKind::Quote => None,
            NoteKind::Observation => Some(Self::Observation),
            NoteKind::FollowUp => Some(Self::FollowUp),
            NoteKind::Memo => Some(Self::Memo),
        }
    }
}

/// Why nothing of a session is handed over, in the words the person reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant is its sentence")]
pub enum NothingLeaves {
    #[error("{}", say!("export-not-begun"))]
    NotBegun,
    #[error("{}", say!("export-not-over"))]
    NotOver,
    #[error("{}", say!("export-cut-short"))]
    CutShort,
    #[error("{}", say!("export-not-understood"))]
    NotUnderstood,
    #[error("{}", say!("export-unwanted"))]
    Unwanted,
    #[error("{}", say!("export-takes-no-part"))]
    TakesNoPart,
}

/// Why the words of a session leave it without its sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutSound {
    /// Nothing was recorded, or nothing of it is left.
    None,
    /// They want it destroyed, or did not agree to be recorded.
    Unwanted,
    /// Somebody takes no part any more whose voice is in it.
    LostVoice,
}

impl WithoutSound {
    /// The word for messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unwanted => "unwanted",
            Self::LostVoice => "lost-voice",
        }
    }
}

/// All that is handed over at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// The study's title.
    pub title: String,
    /// Whose study it is.
    pub researchers: Vec<String>,
    /// The version of this program.
    pub program: String,
    /// The day.
    pub on: String,
    /// The codes of the study's list, and those on notes here.
    pub codes: Vec<Code>,
    /// Who was interviewed, by code, in order.
    pub cases: Vec<Case>,
    /// The sessions, in the order of their names.
    pub sessions: Vec<HandedOver>,
    /// The attributes that stay here, by name: they say who belongs to whom.
    pub stays: BTreeSet<String>,
    /// A name that words in the place of others gave to two attributes of somebody, of which one would be lost.
    pub merged: Option<String>,
}

/// Who was interviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Their code.
    pub code: String,
    /// What is known of them, by name.
    pub attributes: BTreeMap<String, String>,
}

/// What leaves of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver {
    /// What the session is called.
    pub session: String,
    /// Its random name, the same in every export; what it is called where an older hearback gave it none.
    pub id: String,
    /// Who was interviewed; of a group, what the form says.
    pub participant: String,
    /// Everybody whose words are here, of a group each.
    pub participants: Vec<String>,
    /// Which interview with them.
    pub round: Round,
    /// The guide's id, version, title and language.
    pub guide: GuideOf,
    /// When it was set up.
    pub held: Stamp,
    /// Its length on its own timeline, pauses excluded.
    pub end: Position,
    /// Whether it was held by video.
    pub by_video: bool,
    /// What they said to their own words in reports.
    pub quotes: Agreement,
    /// Who speaks.
    pub people: Vec<Voice>,
    /// Its sound, as it leaves; or why there is none.
    pub sound: Result<Vec<Sound>, WithoutSound>,
    /// Where nothing is to be heard.
    pub gaps: Vec<Unheard>,
    /// Which question was open when.
    pub topics: Vec<Asked>,
    /// What happened to each question.
    pub coverage: Vec<Covered>,
    /// Notes and moments, in the order of the timeline.
    pub notes: Vec<Noted>,
    /// What was said, as its transcripts have it.
    pub passages: Vec<Spoken>,
    /// The interviewer's own page, where it was named.
    pub page: Vec<(PageLine, String)>,
}

/// The guide of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideOf {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: String,
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Their code.
    pub code: String,
    /// What they are.
    pub role: Role,
}

/// A take as it leaves: what is not to be used is silence of the same length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// Which.
    pub take: TakeNumber,
    /// Where its first frame lies on the timeline.
    pub from: Position,
    /// Where it ends.
    pub to: Position,
    /// Its frames.
    pub frames: Frames,
    /// How many a second.
    pub rate: SampleRate,
    /// How many bytes that is.
    pub bytes: u64,
    /// The digest of its frames as they were recorded, where it is known.
    pub sha256: Option<Digest>,
    /// Which of them are silence.
    pub cuts: Vec<Cut>,
}

/// Why there is nothing to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoSound {
    /// Off the record: the clock stood still.
    OffRecord,
    /// Nothing was recorded.
    Unrecorded,
    /// Not to be used: silence.
    Silent,
}

impl NoSound {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OffRecord => "off-record",
            Self::Unrecorded => "unrecorded",
            Self::Silent => "silent",
        }
    }
}

/// A stretch in which nothing is to be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unheard {
    /// From here.
    pub from: Position,
    /// To here; the same for what takes no time on the timeline.
    pub to: Position,
    /// Why.
    pub why: NoSound,
}

/// A stretch in which one question was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// From here.
    pub from: Position,
    /// To here.
    pub to: Position,
    /// The question.
    pub question: Id,
    /// Its words in short.
    pub label: String,
    /// The heading of its topic.
    pub topic: String,
}

/// What happened to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The question.
    pub question: Id,
    /// Its words in short.
    pub label: String,
    /// What happened.
    pub coverage: Coverage,
    /// The code of the answer that was chosen.
    pub choice: Option<String>,
    /// Why, where that was named.
    pub reason: Option<String>,
}

/// A note, or a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its number.
    pub id: NoteId,
    /// What it is.
    pub kind: NoteKind,
    /// The moment it is about.
    pub from: Position,
    /// Where that ends: as known, or [`MOMENT`] later.
    pub to: Position,
    /// Whether that end is known.
    pub has_end: bool,
    /// The question that was open.
    pub question: Option<Id>,
    /// Its words; empty for a moment.
    pub text: String,
    /// What it is tagged with.
    pub tags: Vec<String>,
    /// The codes that were put on it.
    pub codes: Vec<String>,
    /// Who is heard in it, in a group.
    pub people: Vec<String>,
    /// Whether it was written after the interview.
    pub late: bool,
}

impl Noted {
    /// Whether it is a stamp without words.
    pub fn is_moment(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A passage of a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// By what it is known in its session: transcript and number.
    pub name: String,
    /// From here.
    pub from: Position,
    /// To here, later than that.
    pub to: Position,
    /// Who speaks; empty where that is not known.
    pub speaker: String,
    /// Their words.
    pub words: String,
    /// What is known of it beside that.
    pub trust: Trust,
}

impl HandedOver {
    /// Its takes; none where its sound does not leave.
    pub fn takes(&self) -> &[Sound] {
        self.sound.as_deref().unwrap_or_default()
    }

    /// The take to which a moment belongs: in which it lies; else the last one before it, or the first. Nothing where no sound leaves.
    pub fn take_of(&self, at: Position) -> Option<&Sound> {
        let takes = self.takes();
        takes.iter().rfind(|sound| sound.from <= at).or(takes.first())
    }

    /// How many of its notes lie where there is no sound of those that leave, though some leaves; and how many passages of its transcripts and
    /// questions that were asked. A note that was written when it was over is none.
    pub fn beside_the_sound(&self) -> (usize, usize) {
        let lies_beside = |note: &&Noted| {
            self.take_of(note.from).is_some_and(|sound| note.from < self.end && !(sound.from..=sound.to).contains(&note.from))
        };
        let is_unheard = |(from, to): &(Position, Position)| {
            !self.takes().is_empty() && self.takes().iter().all(|sound| sound.part(*from, *to).is_none())
        };
        let stretches = self.passages.iter().map(|said| (said.from, said.to)).chain(self.topics.iter().map(|asked| (asked.from, asked.to)));
        (self.notes.iter().filter(lies_beside).count(), stretches.filter(is_unheard).count())
    }

    /// The name of the file of one of its takes.
    pub fn sound_file(&self, sound: &Sound) -> String {
        format!("{}-{}.wav", self.file_stem(), sound.take)
    }

    /// What its files are called by: its name, with nothing in it that a disk or an archive would take for something else.
    pub fn file_stem(&self) -> String {
        stem_of(&self.session)
    }

    /// Who speaks where the passage does not say so, and nothing where nobody knows.
    pub fn seat_of(&self, code: &str) -> Option<Seat> {
        self.people.iter().find(|one| one.code == code).and_then(|one| if let Role::Seat(seat) = one.role { Some(seat) } else { None })
    }
}

/// What the files of a session of this name are called by.
pub fn stem_of(session: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
    session.chars().map(kept).collect()
}

impl Sound {
    /// Where a moment lies in it, in milliseconds; nothing where it lies elsewhere.
    pub fn within(&self, at: Position) -> Option<u64> {
        (self.from..=self.to).contains(&at).then(|| at.millis() - self.from.millis())
    }

    /// The part of a stretch that lies in it, in its own milliseconds, at least one long; nothing where none does.
    pub fn part(&self, from: Position, to: Position) -> Option<(u64, u64)> {
        let long = self.to.millis() - self.from.millis();
        // What ends where it begins lies in the take before it; what takes no time lies where it is.
        if long == 0 || to < self.from || (to == self.from && from < to) || from >= self.to {
            return None;
        }
        let begins = from.millis().saturating_sub(self.from.millis()).min(long - 1);
        let ends = to.millis().saturating_sub(self.from.millis()).clamp(begins + 1, long);
        Some((begins, ends))
    }
}

impl Handover {
    /// What leaves of `sessions`, with what `register` knows of those who are in them, and the codes of the study's list.
    pub fn of(title: &str, codes: &[Code], register: &Register, mut sessions: Vec<HandedOver>, used: Vec<Code>) -> Self {
        // As the register writes them, else as they were met first: large letters make nobody else.
        let mut people: BTreeMap<String, String> = BTreeMap::new();
        for code in sessions.iter().flat_map(|one| &one.participants) {
            let written = register.find(code).map_or(code.as_str(), |one| one.code.as_str());
            people.entry(code.to_ascii_lowercase()).or_insert_with(|| written.to_owned());
        }
        let people: Vec<String> = people.into_values().collect();
        for one in &mut sessions {
            one.spell(&people);
        }
        let linking = register.linking();
        let mut stays = BTreeSet::new();
        let mut case = |code: String| {
            let known = register.known(&code).into_iter();
            let (of_two, known): (BTreeMap<_, _>, BTreeMap<_, _>) = known.partition(|(name, _)| linking.contains(name));
            stays.extend(of_two.into_keys());
            Case { code, attributes: known }
        };
        let cases = people.into_iter().map(&mut case).collect();
        let on_notes =
            |code: &Code| sessions.iter().flat_map(|one| &one.notes).flat_map(|note| &note.codes).any(|name| code.is_called(name));
        let mut all = codes.to_vec();
        for code in used.into_iter().filter(on_notes) {
            if !all.iter().any(|one| one.is_called(&code.code)) {
                all.push(code);
            }
        }
        Self { title: title.to_owned(), codes: all, cases, sessions, stays, ..Self::default() }
    }

    /// A name that two of its sessions have, or that makes one file of two; or one that words in the place of others make of two participants.
    pub fn doubled(&self) -> Option<String> {
        let twice = |mut names: Vec<String>| {
            names.sort_unstable();
            names.windows(2).find(|two| two[0] == two[1]).map(|two| two[0].clone())
        };
        let stems = self.sessions.iter().map(|one| one.file_stem().to_lowercase());
        let cases = || self.cases.iter().map(|case| case.code.to_lowercase());
        twice(stems.collect()).or_else(|| twice(cases().collect())).or_else(|| self.merged.clone())
    }
}
