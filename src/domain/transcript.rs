//! Transcripts: what was said, in words, with its times.
//!
//! A transcript comes from elsewhere (a recogniser, or a person who typed it), and is laid beside the notes. Its [`Passage`]s lie in a file of
//! the session, so that the journal stays small; the journal has what was imported, when, from what and with which digest
//! ([`Imported`]). The last import counts wherever it reaches, and where it does not, the one before: a session of two takes may have a
//! transcript of each. Which passages may be shown is for [`crate::domain::session::Session`] to say; here are values and no IO.

pub mod handed;
pub mod placing;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::digest::Digest;
use crate::domain::lenient;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::handed::Handed;
use crate::words::say;

/// The number of a transcript in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TranscriptId(pub u32);

impl TranscriptId {
    /// The name of the file with its passages.
    pub fn file_name(self) -> String {
        format!("transcript-{:03}.jsonl", self.0)
    }

    /// The name of the file it was made of, as that was.
    pub fn original_name(self) -> String {
        format!("transcript-{:03}.original", self.0)
    }
}

/// The file that a transcript was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its SHA-256.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
    /// How many bytes it had.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub bytes: u64,
    /// What its copy in the session's folder is called; nothing where it was too large to be copied.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// By what a transcript was made, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeBy {
    /// The recogniser, or the role or code of whoever typed it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub engine: String,
    /// The model it used.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// The SHA-256 of that model's file.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub model_sha256: Option<Digest>,
    /// What it was told besides.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub parameters: String,
    /// The language it took it for.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub language: String,
}

/// How loud a take is where nobody speaks, and from what on it is taken for speech: the highest of the samples, of 32768.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loudness {
    /// Which take.
    pub take: TakeNumber,
    /// Its own floor.
    pub floor: u16,
    /// What lies above this may be speech.
    pub speech: u16,
}

/// A transcript was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Its number.
    pub transcript: TranscriptId,
    /// The file with its passages.
    pub file: String,
    /// The SHA-256 of that file.
    pub sha256: Digest,
    /// The form in which it came.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub format: String,
    /// How many passages it has, and how many of them are suspect.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub passages: u32,
    /// How many of them lie where the waveform holds no speech.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub suspect: u32,
    /// The stretches of the session's timeline that it is a transcript of; all of it where nothing is said. One that ends where it begins says
    /// that the sound from there on was heard, and nothing was said in it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<(Position, Position)>,
    /// The file it was made of.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub original: Original,
    /// By what it was made.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub by: MadeBy,
    /// Who compared it with the sound, as a code; empty where nobody has.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub verified: String,
    /// By what its passages were taken for speech, a take each.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub loudness: Vec<Loudness>,
}

impl Imported {
    /// Whether it is a transcript of what was said at `at`.
    pub fn reaches(&self, at: Position) -> bool {
        self.covers.is_empty() || self.covers.iter().any(|(from, to)| from < to && (*from..=*to).contains(&at))
    }

    /// Whether it is of nothing: no words were heard.
    pub fn is_of_nothing(&self) -> bool {
        !self.covers.is_empty() && self.covers.iter().all(|(from, to)| from >= to)
    }
}

/// Speakers of a transcript have codes from now on: each by its number in the order in which they speak, so that no journal has the name by
/// which a file may call somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakersNamed {
    /// In which transcript.
    pub transcript: TranscriptId,
    /// The code of each that has one.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub speakers: BTreeMap<u32, String>,
}

/// Somebody has listened to a passage where the waveform holds no speech, and it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageHeard {
    /// In which transcript.
    pub transcript: TranscriptId,
    /// Which passage, counted from 1.
    pub passage: u32,
    /// Whether that still holds.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub stands: Stands,
}

/// What a journal knows of the transcripts of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcripts {
    imported: Vec<Imported>,
    speakers: BTreeMap<TranscriptId, BTreeMap<u32, String>>,
    heard: BTreeSet<(TranscriptId, u32)>,
    handed: Vec<Handed>,
}

impl Transcripts {
    /// Each that was imported, in that order.
    pub fn all(&self) -> &[Imported] {
        &self.imported
    }

    /// Those that count somewhere: of each the last with its number, and not one over all of which a later one lies.
    pub fn in_force(&self) -> impl Iterator<Item = &Imported> {
        let is_under = |one: &Imported, later: &Imported| later.covers.is_empty() || !one.covers.is_empty() && covered(one, later);
        self.imported
            .iter()
            .enumerate()
            .filter(move |(n, one)| !one.is_of_nothing() && !self.imported[n + 1..].iter().any(|later| is_under(one, later)))
            .map(|(_, one)| one)
    }

    /// Whether the transcript with this number is the one that counts at `at`.
    pub fn counts(&self, transcript: TranscriptId, at: Position) -> bool {
        self.imported.iter().rfind(|one| one.reaches(at)).is_some_and(|one| one.transcript == transcript)
    }

    /// Which transcript counts where, up to `end`, in the order of the timeline.
    pub fn counting(&self, end: Position) -> Vec<(TranscriptId, Position, Position)> {
        let mut edges: BTreeSet<Position> = BTreeSet::from([Position::START, end]);
        edges.extend(self.imported.iter().flat_map(|one| &one.covers).flat_map(|(from, to)| [*from, *to]).filter(|at| *at < end));
        let edges: Vec<Position> = edges.into_iter().collect();
        let mut found: Vec<(TranscriptId, Position, Position)> = Vec::new();
        for pair in edges.windows(2) {
            // Where one ends and another begins both reach, so it is asked in between.
            let (from, to) = (pair[0], pair[1]);
            let middle = Position::from_millis(from.millis().midpoint(to.millis()));
            match (self.imported.iter().rfind(|one| one.reaches(middle)), found.last_mut()) {
                (Some(one), Some((id, _, ends))) if *id == one.transcript && *ends == from => *ends = to,
                (Some(one), _) => found.push((one.transcript, from, to)),
                (None, _) => {}
            }
        }
        found
    }

    /// The number of the next.
    pub fn next(&self) -> TranscriptId {
        TranscriptId(self.imported.iter().map(|one| one.transcript.0).max().unwrap_or(0).saturating_add(1))
    }

    /// The code of a speaker by number, if one was given since.
    pub fn speaker(&self, transcript: TranscriptId, number: u32) -> Option<&str> {
        self.speakers.get(&transcript)?.get(&number).map(String::as_str)
    }

    /// Whether somebody has listened to this passage.
    pub fn is_heard(&self, transcript: TranscriptId, passage: u32) -> bool {
        self.heard.contains(&(transcript, passage))
    }

    /// What was given to a transcriber and what became of it, in the order in which that was written down.
    pub fn handed(&self) -> &[Handed] {
        &self.handed
    }

    /// One was imported.
    pub(crate) fn import(&mut self, imported: &Imported) {
        self.imported.push(imported.clone());
    }

    /// Speakers have codes.
    pub(crate) fn name(&mut self, named: &SpeakersNamed) {
        self.speakers.entry(named.transcript).or_default().extend(named.speakers.clone());
    }

    /// A passage was listened to, or was not after all.
    pub(crate) fn hear(&mut self, heard: &PassageHeard) {
        let one = (heard.transcript, heard.passage);
        if heard.stands.holds() {
            self.heard.insert(one);
        } else {
            self.heard.remove(&one);
        }
    }

    /// Something became of what a transcriber has.
    pub(crate) fn hand(&mut self, handed: &Handed) {
        handed.stands.keep(Handed { stands: Stands::Stands, ..handed.clone() }, &mut self.handed);
    }
}

/// Whether every stretch of `one` lies within a stretch of `later`.
fn covered(one: &Imported, later: &Imported) -> bool {
    one.covers.iter().all(|(from, to)| later.covers.iter().any(|(begins, ends)| begins <= from && to <= ends))
}

/// Something that was said, as a file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Where it begins on the session's timeline.
    pub from: Position,
    /// Where it ends.
    pub to: Position,
    /// What the file calls the speaker; empty where it does not say.
    pub speaker: String,
    /// What was said.
    pub words: String,
    /// Whether the waveform holds no speech there: recognisers invent then.
    pub sound: Sound,
}

/// What the waveform says of a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sound {
    /// There may be speech in it, or it was not looked at.
    #[default]
    Speech,
    /// There is none.
    NoSpeech,
}

/// A transcript as it was read from its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// Its number.
    pub id: TranscriptId,
    /// Its passages, in order; the first is number 1.
    pub passages: Vec<Passage>,
    /// What its speakers are called in the file, in the order in which they speak first.
    labels: Vec<String>,
    /// Their numbers.
    numbers: BTreeMap<String, u32>,
}

impl Transcript {
    /// The transcript with these passages.
    pub fn new(id: TranscriptId, passages: Vec<Passage>) -> Self {
        let (mut labels, mut numbers): (Vec<String>, BTreeMap<String, u32>) = (Vec::new(), BTreeMap::new());
        for passage in passages.iter().filter(|passage| !passage.speaker.is_empty()) {
            if !numbers.contains_key(&passage.speaker) {
                labels.push(passage.speaker.clone());
                numbers.insert(passage.speaker.clone(), u32::try_from(labels.len()).unwrap_or(u32::MAX));
            }
        }
        Self { id, passages, labels, numbers }
    }

    /// What its speakers are called in the file, in the order in which they speak first: the first is number 1.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The number of the speaker who is called so in the file; nothing for nobody.
    pub fn number_of(&self, label: &str) -> Option<u32> {
        self.numbers.get(label).copied()
    }
}

/// A passage that may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken<'t> {
    /// In which transcript.
    pub transcript: TranscriptId,
    /// Its number there, counted from 1.
    pub number: u32,
    /// Where it begins.
    pub from: Position,
    /// Where it ends.
    pub to: Position,
    /// Who speaks: their code, or what the file calls them; empty where it does not say.
    pub speaker: &'t str,
    /// What was said.
    pub words: &'t str,
    /// Whether the waveform holds speech there, and whether somebody has listened.
    pub trust: Trust,
}

impl Spoken<'_> {
    /// By what it is known in its session.
    pub fn name(&self) -> PassageName {
        PassageName { transcript: self.transcript, number: self.number }
    }
}

/// By what a passage is known in its session: its transcript and its number there, as `1.12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PassageName {
    /// In which transcript.
    pub transcript: TranscriptId,
    /// Its number there, counted from 1.
    pub number: u32,
}

impl fmt::Display for PassageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.transcript.0, self.number)
    }
}

impl From<PassageName> for String {
    fn from(name: PassageName) -> Self {
        name.to_string()
    }
}

impl TryFrom<String> for PassageName {
    type Error = NoPassage;

    fn try_from(text: String) -> Result<Self, NoPassage> {
        let (transcript, number) = text.split_once('.').ok_or(NoPassage)?;
        let number_of = |text: &str| text.parse::<u32>().map_err(|_| NoPassage);
        Ok(Self { transcript: TranscriptId(number_of(transcript)?), number: number_of(number)? })
    }
}

/// That is no name of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("refusal-no-transcript"))]
pub struct NoPassage;

/// Where a passage that may be shown lies among transcripts that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassagePlace {
    /// Where it begins.
    pub from: Position,
    /// In which transcript.
    pub transcript: TranscriptId,
    /// Its number there, counted from 1.
    pub number: u32,
    /// Which of those that were read that is, counted from 0.
    pub nth: usize,
    /// What is known of it beside its words.
    pub trust: Trust,
}

/// What is known of a passage beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// There is sound that may be speech.
    Sounds,
    /// There is none: it may be invented.
    Suspect,
    /// There is none, and somebody has listened to it all the same.
    Heard,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imported(id: u32, covers: &[(u64, u64)]) -> Imported {
        Imported {
            transcript: TranscriptId(id),
            file: TranscriptId(id).file_name(),
            sha256: Digest::new([0; 32]),
            format: String::new(),
            passages: 0,
            suspect: 0,
            covers: covers.iter().map(|(from, to)| (Position::from_secs(*from), Position::from_secs(*to))).collect(),
            original: Original::default(),
            by: MadeBy::default(),
            verified: String::new(),
            loudness: Vec::new(),
        }
    }

    #[test]
    fn the_last_counts_as_far_as_it_reaches() {
        let mut all = Transcripts::default();
        assert_eq!(all.next(), TranscriptId(1));
        for one in [imported(1, &[(0, 100)]), imported(2, &[(200, 300)]), imported(3, &[(0, 100)])] {
            all.import(&one);
        }
        let at = Position::from_secs;
        assert!(all.counts(TranscriptId(3), at(50)) && !all.counts(TranscriptId(1), at(50)) && all.counts(TranscriptId(2), at(250)));
        assert!(!all.counts(TranscriptId(3), at(150)), "nobody's");
        assert_eq!(all.in_force().map(|one| one.transcript.0).collect::<Vec<_>>(), [2, 3]);
        let places = |all: &Transcripts| {
            let counting = all.counting(at(400)).into_iter();
            counting.map(|(id, from, to)| (id.0, from.secs(), to.secs())).collect::<Vec<_>>()
        };
        assert_eq!(places(&all), [(3, 0, 100), (2, 200, 300)]);
        let mut shorter = all.clone();
        shorter.import(&imported(4, &[(50, 80), (250, 300)]));
        assert_eq!(places(&shorter), [(3, 0, 50), (4, 50, 80), (3, 80, 100), (2, 200, 250), (4, 250, 300)], "a shorter one hides no more");
        all.import(&imported(4, &[]));
        assert_eq!(places(&all), [(4, 0, 400)]);
        assert_eq!(all.in_force().map(|one| one.transcript.0).collect::<Vec<_>>(), [4], "one of everything");
        assert_eq!(all.next(), TranscriptId(5));
        all.import(&imported(5, &[(0, 0)]));
        assert!(all.counts(TranscriptId(4), at(0)), "where no words were heard the one before still counts");
        assert_eq!(all.in_force().map(|one| one.transcript.0).collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn speakers_are_counted_in_the_order_in_which_they_speak() {
        let said = |speaker: &str| Passage { speaker: speaker.to_owned(), ..Passage::default() };
        let transcript = Transcript::new(TranscriptId(1), ["B", "", "A", "B"].into_iter().map(said).collect());
        assert_eq!((transcript.number_of("A"), transcript.number_of("B"), transcript.number_of("C")), (Some(2), Some(1), None));
    }
}
