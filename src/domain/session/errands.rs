//! What a session leaves to be done outside it: when it became too much, and what must be reported.

use crate::domain::distress::DistressMoment;
use crate::domain::errand::ReportId;
use crate::domain::event::DistressChoice;
use crate::domain::report::Report;
use crate::domain::session::Session;

impl Session {
    /// When it became too much, and what was chosen then.
    pub fn distress(&self) -> &[DistressMoment] {
        &self.distress
    }

    /// What was told and must be reported, whether or not it was.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.reports.standing()
    }

    /// The number of the next mark that something must be reported.
    pub(crate) fn next_report(&self) -> ReportId {
        self.reports.next()
    }

    /// What they chose that the pause they are in is for: a break, or to stop. Then no question stands there.
    pub fn paused_for(&self) -> Option<DistressChoice> {
        let (at, choice) = *self.distress().last()?.chosen.last()?;
        let since = self.timeline().pauses().last().filter(|pause| !pause.over)?;
        let is_a_pause = matches!(choice, DistressChoice::Break | DistressChoice::Stop) && at >= since.at;
        (is_a_pause && self.is_off_record()).then_some(choice)
    }
}
