//! The study around the sessions: its settings and its participants.
//!
//! A participant is a [`ParticipantCode`] and attributes, never a name. The code becomes part of folder and file names, so it is the
//! one place where it is decided which characters those may hold. Values only: nothing here reads a file.

pub mod analysis;
pub mod attribute;
pub mod change;
pub mod checking;
pub mod coding;
pub mod decisions;
pub mod fieldwork;
pub mod figures;
pub mod interviewer;
pub mod listed;
pub mod number;
pub mod quoted;
pub mod recruitment;
pub mod register;
pub mod reporting;
pub mod sample;
pub mod sampling;
pub mod session_line;
pub mod strip;
pub mod wall;

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::code::Code;
use crate::domain::guide::care::ReportKind;
use crate::domain::hearing::ListeningSettings;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::retention::Terms;
use crate::domain::study::analysis::Analysis;
use crate::domain::study::attribute::Attribute;
use crate::domain::study::checking::MemberCheckSettings;
use crate::domain::study::interviewer::InterviewerProfile;
use crate::domain::study::sampling::SamplingPlan;
use crate::domain::time::SampleRate;
use crate::words::say;

/// A participant's code, such as `P07`: 1 to 32 of `A-Z`, `a-z`, `0-9`, `-` and `_`, so that it is safe in any file name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ParticipantCode(String);

/// Why a text is no participant code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("study-code-unusable", code = .0.as_str()))]
pub struct BadCode(String);

impl BadCode {
    /// What to do about it.
    pub fn hint(&self) -> String {
        say!("study-code-write")
    }
}

impl ParticipantCode {
    /// The code `text`, if it is one.
    pub fn new(text: &str) -> Result<Self, BadCode> {
        let fits = (1..=32).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if fits { Ok(Self(text.to_owned())) } else { Err(BadCode(text.chars().filter(|c| !c.is_control()).take(40).collect())) }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParticipantCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for ParticipantCode {
    type Error = BadCode;
    fn try_from(text: String) -> Result<Self, BadCode> {
        Self::new(&text)
    }
}

impl From<ParticipantCode> for String {
    fn from(code: ParticipantCode) -> Self {
        code.0
    }
}

/// Whether `code` looks like somebody's name: letters only, a capital and then lower case (`Anna`), or with a space (`A. Jansen`).
///
/// A warning, not a rule: there are names this does not see, and codes it suspects.
pub(crate) fn looks_like_a_name(code: &str) -> bool {
    let word = |w: &str| {
        let mut letters = w.chars();
        letters.next().is_some_and(char::is_uppercase) && w.chars().count() > 2 && letters.all(char::is_lowercase)
    };
    code.trim().contains(' ') || code.split(['-', '_']).any(word)
}

/// Somebody who is interviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The pseudonym.
    pub code: ParticipantCode,
    /// The day they joined the study, `yyyy-mm-dd`.
    pub joined: Option<String>,
    /// The kind of participant they are, by the name of a group of the study, if that is said.
    #[serde(default)]
    pub group: Option<String>,
    /// Who treated them, of those on the list. It tells two people from each other's words, so it goes into nothing that is written.
    #[serde(skip)]
    pub treated_by: Vec<TreatedBy>,
    /// What is known of them for the sample table, such as gender or age.
    pub attributes: BTreeMap<String, String>,
}

/// That somebody was treated by whoever has this code. It cannot be written or shown: neither serialised, nor displayed, nor told by a
/// programmer's print.
#[derive(Clone, PartialEq, Eq)]
pub struct TreatedBy(ParticipantCode);

impl TreatedBy {
    /// The link to the participant of this code.
    pub fn new(code: ParticipantCode) -> Self {
        Self(code)
    }

    /// Whether it leads to the participant of this code.
    pub fn is(&self, code: &ParticipantCode) -> bool {
        self.0.as_str().eq_ignore_ascii_case(code.as_str())
    }
}

impl fmt::Debug for TreatedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TreatedBy(…)")
    }
}

/// How sound is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudioSettings {
    /// Frames per second.
    pub rate: SampleRate,
    /// 1 for mono, 2 for stereo.
    pub channels: u16,
    /// How many seconds before the beginning are kept, from consent to record on; 0 for none.
    #[serde(default)]
    pub lead_in: u32,
}

impl Default for AudioSettings {
    fn default() -> Self {
        Self { rate: SampleRate::STUDIO, channels: 1, lead_in: 0 }
    }
}

/// What stands in the set-up form before anybody types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetupDefaults {
    /// The guide's file name, without folder.
    pub guide: Option<String>,
    /// The microphone.
    pub mic: Option<String>,
}

/// The letter that tells participants what they consent to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InformationLetter {
    /// Its version.
    pub version: String,
    /// Its date, `yyyy-mm-dd`, if that is said.
    pub date: Option<String>,
}

/// What holds for the whole study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudySettings {
    /// Its title.
    pub title: String,
    /// The researchers' codes or initials.
    pub researchers: Vec<String>,
    /// Whom participants can turn to, as it stands in the letter.
    pub contact: String,
    /// Days participants have to answer the letter.
    pub reply_days: u32,
    /// Days after the letter within which what was told can still be removed, if the study has set any.
    pub withdraw_days: Option<u32>,
    /// What is taken off each stamp for the time it takes to react, in milliseconds.
    pub reaction_ms: u32,
    /// After how many minutes off the record it is said again.
    pub pause_minutes: u32,
    /// What it asks of an interviewer before they leave.
    pub leaving: BeforeLeaving,
    /// How sound is recorded.
    pub audio: AudioSettings,
    /// How it is listened to afterwards.
    pub listening: ListeningSettings,
    /// The information letter that participants consent to, if there is one.
    pub information_letter: Option<InformationLetter>,
    /// How long data are kept, in the words of the study's plan.
    pub retention: String,
    /// The same as terms for each kind of material, where the file has them.
    pub terms: Terms,
    /// What the screens and sentences speak, as a tag such as `nl`; nothing leaves it to the system.
    pub language: Option<String>,
    /// What stands in the set-up form.
    pub defaults: SetupDefaults,
    /// What the study wants to know of each participant.
    pub attributes: Vec<Attribute>,
    /// The kinds of participants it has, in its own words, such as patients and therapists; none where all are of one kind.
    pub groups: Vec<String>,
    /// Whom it wants to hear.
    #[serde(skip)]
    pub sampling: SamplingPlan,
    /// What must be reported, to whom and by when, where a guide does not say it.
    pub reports: Vec<ReportKind>,
    /// The codes that notes may have.
    pub codes: Vec<Code>,
    /// Which recogniser of speech there is on this machine.
    pub transcription: Transcription,
    /// How it checks with its participants what it understood.
    pub member_check: MemberCheckSettings,
    /// How it analyses what it was told, if it says so.
    pub analysis: Option<Analysis>,
    /// What it says of each interviewer, by code: for the report on how it was done, and for nothing else that is written.
    #[serde(skip)]
    pub interviewers: BTreeMap<String, InterviewerProfile>,
    /// What it answers a checklist itself: by the checklist's name, then by item.
    #[serde(skip)]
    pub reporting: BTreeMap<String, BTreeMap<String, String>>,
}

/// A recogniser of speech that is on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcription {
    /// The program and its words, with `{wav}`, `{out}` and `{model}` in the place of files; empty where none is named.
    pub command: Vec<String>,
    /// The form of what it writes; found out unless said.
    pub format: Option<String>,
    /// What it is called.
    pub engine: Option<String>,
    /// The file of its model.
    pub model: Option<String>,
}

impl Default for StudySettings {
    fn default() -> Self {
        Self {
            title: String::new(),
            researchers: Vec::new(),
            contact: String::new(),
            reply_days: 14,
            withdraw_days: None,
            reaction_ms: 1500,
            // A break for coffee.
            pause_minutes: 5,
            leaving: BeforeLeaving::default(),
            listening: ListeningSettings::default(),
            audio: AudioSettings::default(),
            information_letter: None,
            retention: String::new(),
            terms: Terms::default(),
            language: None,
            defaults: SetupDefaults::default(),
            attributes: Vec::new(),
            groups: Vec::new(),
            sampling: SamplingPlan::default(),
            reports: Vec::new(),
            codes: Vec::new(),
            transcription: Transcription::default(),
            member_check: MemberCheckSettings::default(),
            analysis: None,
            interviewers: BTreeMap::new(),
            reporting: BTreeMap::new(),
        }
    }
}

impl StudySettings {
    /// The researchers' codes, as far as they are codes.
    pub(crate) fn codes_of_researchers(&self) -> impl Iterator<Item = ParticipantCode> {
        self.researchers.iter().filter(|code| !looks_like_a_name(code)).filter_map(|code| ParticipantCode::new(code).ok())
    }

    /// The researcher's code, where there is only one and it is a code: they need not be asked who they are.
    pub(crate) fn only_researcher(&self) -> Option<ParticipantCode> {
        self.codes_of_researchers().next().filter(|_| self.researchers.len() == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_safe_in_file_names() {
        for good in ["P07", "T-13", "fg_2", "x", &"a".repeat(32)] {
            assert_eq!(ParticipantCode::new(good).map(String::from), Ok(good.to_owned()));
        }
        for bad in ["", ".", "..", "P 7", "../P07", "P07/..", "P\0", "Ä1", "P07.", &"a".repeat(33)] {
            assert!(ParticipantCode::new(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn names_are_suspected() {
        for name in ["Anna", "Jansen", "Anna-Jansen", "A. Jansen", "Änne", "P07-Anna"] {
            assert!(looks_like_a_name(name), "{name}");
        }
        for code in ["P07", "T13", "FG2", "p07", "P-07", "Pt1"] {
            assert!(!looks_like_a_name(code), "{code}");
        }
    }
}
