//! What was told in an interview and must be reported: harm, something serious in a trial, abuse, danger. What counts as such, to whom it is
//! reported and by when, the guide says, or else the study; where neither does there are kinds of our own, to the head of the study and
//! within a day, and that this is nobody's rule is said.
//!
//! A mark is not a note: no letter holds it, and what was said is written as an observation beside it, or not at all.

use crate::domain::errand::MustBeReported;
use crate::domain::errand::ReportId;
use crate::domain::errand::Reported;
use crate::domain::guide::Guide;
use crate::domain::guide::care::ReportKind;
use crate::domain::guide::care::Within;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;
use crate::words::say;

/// The kinds where neither the guide nor the study has any, by name.
const KINDS: [&str; 5] = ["harm", "serious-event", "abuse", "danger", "other"];

/// The most kinds there may be: one a digit.
pub(crate) const MOST: usize = 9;

/// What must be reported in an interview with `guide`, in a study that has these kinds.
pub fn kinds(guide: Option<&Guide>, study: &[ReportKind]) -> Vec<ReportKind> {
    let theirs = guide.map(|guide| guide.reports.as_slice()).filter(|kinds| !kinds.is_empty()).unwrap_or(study);
    if !theirs.is_empty() {
        return theirs.iter().take(MOST).cloned().collect();
    }
    let kind = |is: &str| ReportKind { is: is.to_owned(), what: String::new(), to: String::new(), within: Within::A_DAY };
    KINDS.map(kind).to_vec()
}

/// What a kind is, in words: those of the guide or study, or else ours.
pub fn what(is: &str, words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { say!("report-kind", is = is) } else { words.to_owned() }
}

/// To whom something is reported, in words.
pub fn whom(to: &str) -> String {
    let to = to.trim();
    if to.is_empty() { say!("report-to-head") } else { to.to_owned() }
}

/// Something that must be reported, and whether it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// As it was marked.
    pub told: MustBeReported,
    /// By whom, to whom and when it was reported.
    pub done: Option<Reported>,
    /// What was written about it while it was not.
    pub written: String,
    /// The first note that may say what was told.
    pub(crate) told_from: NoteId,
}

impl Report {
    /// What was told, in words: no more than its kind.
    pub fn what(&self) -> String {
        what(&self.told.is, &self.told.what)
    }

    /// To whom it is reported.
    pub fn to(&self) -> String {
        whom(&self.told.to)
    }
}

/// All that must be reported of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reports(Vec<Report>);

impl Reports {
    /// Something was marked before the note `next`, or that was taken back.
    pub(crate) fn hear(&mut self, told: &MustBeReported, next: NoteId) {
        match self.0.iter_mut().find(|report| report.told.report == told.report) {
            Some(report) => report.told = told.clone(),
            None => self.0.push(Report { told: told.clone(), done: None, written: String::new(), told_from: next }),
        }
    }

    /// Something was reported, or was not after all; what was said last counts.
    pub(crate) fn done(&mut self, reported: &Reported) {
        if let Some(report) = self.0.iter_mut().find(|report| report.told.report == reported.report) {
            report.done = Some(reported.clone()).filter(|reported| reported.stands == Stands::Stands);
            report.written = if report.done.is_some() { String::new() } else { reported.words.clone() };
        }
    }

    /// Those that stand.
    pub(crate) fn standing(&self) -> impl Iterator<Item = &Report> {
        self.0.iter().filter(|report| report.told.stands == Stands::Stands)
    }

    /// The number of the next: one that was taken back keeps its own.
    pub(crate) fn next(&self) -> ReportId {
        ReportId(self.0.iter().map(|report| report.told.report.0).max().unwrap_or(0) + 1)
    }
}
