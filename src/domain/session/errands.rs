//! What a session leaves to be done outside it: when it became too much, and what must be reported.

use std::time::Duration;

use crate::domain::distress::DistressChoice;
use crate::domain::distress::DistressMoment;
use crate::domain::errand::ReportId;
use crate::domain::note::Note;
use crate::domain::report::Report;
use crate::domain::session::Session;
use crate::domain::time::Position;

/// For how long what is written after such a mark is about it: who has just heard it listens first, and writes then.
const JUST_NOW: Duration = Duration::from_secs(3 * 60);

impl Session {
    /// When it became too much, and what was chosen then.
    pub fn distress(&self) -> &[DistressMoment] {
        &self.distress
    }

    /// What was told and must be reported, whether or not it was.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.reports.standing()
    }

    /// The note that says what was told where that mark was set.
    pub fn told_of(&self, report: ReportId) -> Option<&Note> {
        self.notes().find(|note| note.report == Some(report))
    }

    /// The mark of which a note that is begun at `raw` says what was told: the last one, if nothing was written since, and it was set just
    /// now.
    pub(crate) fn report_without_words(&self, raw: Position) -> Option<ReportId> {
        let last = self.reports().last()?;
        let is_just_now = raw >= last.told.at && raw.since(last.told.at) <= JUST_NOW;
        let is_first = self.notes().all(|note| note.id < last.told_from || note.is_moment());
        (is_just_now && is_first).then_some(last.told.report)
    }

    /// The number of the next mark that something must be reported.
    pub(crate) fn next_report(&self) -> ReportId {
        self.reports.next()
    }

    /// What they chose that the pause they are in is for: a break, or to stop. Then no question stands there.
    pub fn paused_for(&self) -> Option<DistressChoice> {
        // Looking at the protocol again, for a number say, is no choice.
        let (at, choice) = *self.distress().iter().rev().find_map(|moment| moment.chosen.last())?;
        let since = self.timeline().pauses().last().filter(|pause| !pause.over)?;
        let is_a_pause = matches!(choice, DistressChoice::Break | DistressChoice::Stop) && at >= since.at;
        (is_a_pause && self.is_off_record()).then_some(choice)
    }
}
