//! What the study offers to the screens: its guides, its microphones, its sessions as a list.

use crate::domain::code::Code;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::care::ReportKind;
use crate::domain::hearing::ListeningSettings;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::study::InformationLetter;
use crate::domain::study::ParticipantCode;
use crate::domain::study::checking::CheckTiming;
use crate::domain::study::checking::Jargon;
use crate::domain::study::register::Register;
use crate::domain::study::session_line::SessionLine;
use crate::domain::whereabouts::Whereabouts;
use crate::tui::microphone::Known;
use crate::tui::microphone::Microphone;

/// What the study offers: what home and set-up choose from.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its title.
    pub title: String,
    /// Its guides that can be used.
    pub guides: Vec<Guide>,
    /// The microphones; the first is the one to be chosen unless somebody chooses.
    pub microphones: Vec<Microphone>,
    /// Whether these are all, or are still being looked for.
    pub known: Known,
    /// Its sessions, newest last.
    pub sessions: Vec<SessionLine>,
    /// What there is to say where there are none and perhaps should be.
    pub vanished: Option<String>,
    /// The reaction offset, in milliseconds.
    pub reaction_ms: u32,
    /// What the study's disk refused when it was tried, and what to do.
    pub disk_refuses: Option<String>,
    /// What is known of the place it lies in; nothing before it was looked.
    pub whereabouts: Option<Whereabouts>,
    /// Bytes a second of recording takes.
    pub byte_rate: u64,
    /// How many seconds before the beginning are kept, from consent to record on.
    pub lead_in: u32,
    /// What it says of listening back.
    pub listening: ListeningSettings,
    /// After how many minutes off the record it is said again.
    pub pause_minutes: u32,
    /// What the study asks of an interviewer before they leave.
    pub leaving: BeforeLeaving,
    /// When its participants hear what was understood.
    pub timing: CheckTiming,
    /// The interviewer's code, if it is known.
    pub interviewer: Option<ParticipantCode>,
    /// Whether it was asked who that is, and nobody was named.
    pub nobody_named: bool,
    /// The information letter.
    pub information_letter: Option<InformationLetter>,
    /// The codes of those who may lead or type.
    pub researchers: Vec<ParticipantCode>,
    /// Who may be interviewed, and what is known of them.
    pub register: Register,
    /// What must be reported if it is told, where a guide does not say it.
    pub reports: Vec<ReportKind>,
    /// The codes of the study, for notes.
    pub codes: Vec<Code>,
    /// Words of the trade that participants may not know.
    pub jargon: Vec<Jargon>,
    /// The guide that the study begins with, if it says so.
    pub first_guide: Option<Id>,
}

impl Offer {
    /// These are all the microphones there are by now. Gives back what was known before.
    pub(crate) fn found(&mut self, microphones: Vec<Microphone>) -> (Vec<Microphone>, Known) {
        (std::mem::replace(&mut self.microphones, microphones), std::mem::replace(&mut self.known, Known::All))
    }
}
