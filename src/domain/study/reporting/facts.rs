//! All that a report may draw on: the figures of the study, what was counted beside them, and what the study says of itself.

use crate::domain::code::Code;
use crate::domain::study::StudySettings;
use crate::domain::study::coding::Coding;
use crate::domain::study::figures::Figures;
use crate::domain::study::interviewer::InterviewerProfile;
use crate::domain::study::reporting::records::Records;

/// What whoever works at this machine wrote of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnProfile {
    /// Their code.
    pub code: String,
    /// What they wrote.
    pub says: InterviewerProfile,
}

/// All of it.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The figures.
    pub figures: &'a Figures,
    /// What is counted beside them.
    pub records: &'a Records,
    /// What the study says of itself.
    pub settings: &'a StudySettings,
    /// The codes of the study.
    pub codes: &'a [Code],
    /// What was coded elsewhere on the sessions that count, if it was imported.
    pub coding: Option<&'a Coding>,
    /// What whoever works here wrote of themselves, if they have a code.
    pub own: Option<&'a OwnProfile>,
    /// The day, `yyyy-mm-dd`.
    pub on: &'a str,
    /// The version of the program.
    pub version: &'a str,
}
