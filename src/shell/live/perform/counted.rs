//! The figures of the study, counted beside the screen.

use crate::shell::archive::figures::report;
use crate::shell::live::clock;
use crate::shell::live::desk::Desk;
use crate::shell::live::perform::World;
use crate::shell::live::workers::count_figures;
use crate::tui::msg::Msg;

impl World {
    /// Counts the figures; they come as a report, or at once where time is made up.
    pub(super) fn count_figures(&mut self) -> Vec<Msg> {
        if matches!(self.desk, Desk::ByHand(_)) {
            return vec![Msg::Figures(report(&self.study, clock::wall()).map(Box::new))];
        }
        match count_figures(self.study.clone(), clock::wall(), self.letterbox.reports()) {
            Ok(()) => vec![],
            Err(why) => vec![Msg::Figures(Err(why.to_string()))],
        }
    }
}
