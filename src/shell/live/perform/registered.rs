//! The register of participants: read, and written in its file.

use crate::domain::study::change::RegisterChange;
use crate::domain::undo::UndoWay;
use crate::shell::archive::register;
use crate::shell::archive::study::first_problem;
use crate::shell::failure::Failure;
use crate::shell::live::perform::World;
use crate::tui::msg::Msg;
use crate::tui::msg::RegisterCame;
use crate::tui::msg::RegisterReport;

impl World {
    pub(super) fn read_register(&mut self) -> Msg {
        self.report(RegisterCame::Read)
    }

    pub(super) fn change_register(&mut self, change: RegisterChange, seen: &[u8]) -> Msg {
        let changed = register::change(&self.study, &[change], Some(seen));
        self.report(came(changed.map(|changed| RegisterCame::Changed { before: changed.before })))
    }

    pub(super) fn restore_register(&mut self, seen: &[u8], to: &[u8], way: UndoWay) -> Msg {
        let written = register::write(&self.study, seen, to);
        self.report(came(written.map(|()| RegisterCame::Restored(way))))
    }

    /// What the register is now: whatever was asked of it, it is read anew.
    fn report(&mut self, came: RegisterCame) -> Msg {
        let again = self.study.again().map_err(Failure::from).and_then(|study| Ok((register::read(&study)?, study)));
        let (bytes, came) = match again {
            Ok((bytes, study)) => {
                self.study = study;
                (bytes, came)
            }
            Err(why) => (Vec::new(), RegisterCame::Refused(why.to_string())),
        };
        let problem = first_problem(&self.study.problems);
        Msg::Register(Box::new(RegisterReport { register: self.study.register.clone(), bytes, problem, came }))
    }
}

fn came(asked: Result<RegisterCame, Failure>) -> RegisterCame {
    asked.unwrap_or_else(|why| RegisterCame::Refused(why.to_string()))
}
