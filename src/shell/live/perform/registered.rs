//! The register of participants: read, and written in its file.

use crate::domain::study::change::RegisterChange;
use crate::domain::undo::UndoWay;
use crate::shell::archive::register;
use crate::shell::archive::study::first_problem;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::shell::live::perform::World;
use crate::tui::msg::Msg;
use crate::tui::msg::RegisterCame;
use crate::tui::msg::RegisterReport;

impl World {
    pub(super) fn read_register(&mut self) -> Msg {
        self.report(RegisterCame::Read, None)
    }

    pub(super) fn change_register(&mut self, change: RegisterChange, seen: &[u8]) -> Msg {
        match register::change(&self.study, &[change], Some(seen), clock::wall()) {
            Ok(changed) => self.report(RegisterCame::Changed { before: changed.before }, Some(changed.after)),
            Err(why) => self.report(RegisterCame::Refused(why.to_string()), None),
        }
    }

    pub(super) fn restore_register(&mut self, seen: &[u8], to: &[u8], way: UndoWay) -> Msg {
        match register::write(&self.study, seen, to) {
            Ok(()) => self.report(RegisterCame::Restored(way), Some(to.to_vec())),
            Err(why) => self.report(RegisterCame::Refused(why.to_string()), None),
        }
    }

    /// What the register is now: whatever was asked of it, it is read anew. That `written` was, stays true where it cannot be read again.
    fn report(&mut self, came: RegisterCame, written: Option<Vec<u8>>) -> Msg {
        let again = self.study.again().map_err(Failure::from).and_then(|study| Ok((register::read(&study)?, study)));
        let (bytes, came, problem) = match (again, written) {
            (Ok((bytes, study)), _) => {
                self.study = study;
                (bytes, came, first_problem(&self.study.problems))
            }
            (Err(why), Some(written)) => (written, came, Some(why.to_string())),
            (Err(why), None) => (Vec::new(), RegisterCame::Refused(why.to_string()), first_problem(&self.study.problems)),
        };
        Msg::Register(Box::new(RegisterReport { register: self.study.register.clone(), bytes, problem, came }))
    }
}
