//! On the register of letters: what is done about a remark, and what is taken back.

use crate::domain::command::Command;
use crate::domain::command::member_check::withholds;
use crate::domain::event::Event;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::undo::UndoWay;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::LetterRow;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::letters::line::About;
use crate::tui::screen::letters::line::Writing;
use crate::tui::screen::letters::signed;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::words::say;

impl LetterScreen {
    /// The remark on the chosen line, or the last one on the statement that is chosen.
    pub(super) fn chosen_remark(&self, shared: &Shared) -> Option<Remark> {
        let check = shared.session()?.member_check();
        match self.row(shared)? {
            LetterRow::Remark(id) => check.remark(id).cloned(),
            LetterRow::Statement(statement) => check.remarks().rfind(|remark| remark.statement == Some(statement)).cloned(),
            LetterRow::Before(_) | LetterRow::Version(_) => None,
        }
    }

    /// Something was done about a remark.
    pub(super) fn dispose(&mut self, is: Disposed, shared: &mut Shared) {
        let Some(remark) = self.chosen_remark(shared) else { return shared.say(Weight::News, say!("letters-no-remark-here")) };
        if is == Disposed::Kept {
            return self.begin(Some(Writing::on(self.row(shared), About::Kept(remark.remark), "")));
        }
        let (on, by) = signed(shared);
        let reason = say!("withheld-by-reply", version = remark.version);
        let held = match (is, remark.statement, shared.session()) {
            (Disposed::Withdrawn, Some(statement), Some(session)) => withholds(session, statement, &reason),
            _ => Vec::new(),
        };
        let done = Disposition { remark: remark.remark, is, on, by, ..Disposition::default() };
        let all = held.into_iter().chain([Command::Register(Registering::Dispose(done))]).collect();
        if self.does(all, shared) {
            let key = shared.key(action::Letters::Undo);
            let words = match is {
                Disposed::Withdrawn => say!("letters-left-out", key = key),
                _ => say!("letters-done", what = Disposition { is, ..Disposition::default() }.words(), key = key),
            };
            shared.say(Weight::News, words);
            self.stay(shared);
        }
    }

    /// Takes an act back, or does it once more, with all the lines it took.
    pub(super) fn step(&mut self, way: UndoWay, shared: &mut Shared) {
        if self.writing.is_some() {
            return shared.says_a_line_is_written(action::Letters::Keep, action::Letters::PutAside);
        }
        if way == UndoWay::Back
            && let Some(writing) = self.aside.take_since(shared.last_step(), |_| true)
        {
            return self.begin(Some(writing));
        }
        let redo = action::Letters::Redo;
        let (of, mut count) = (shared.last_step(), 1);
        let Some(mut by) = shared.step(way, Telling::Openly, redo) else { return };
        match way {
            UndoWay::Back => {
                let act = self.acts.iter().rposition(|(first, last)| (*first..=*last).contains(&of)).map(|at| self.acts.remove(at));
                while act.is_some_and(|(first, last)| (first..=last).contains(&shared.last_step())) {
                    let Some(next) = shared.step(way, Telling::Openly, redo) else { break };
                    (by, count) = (next, count + 1);
                }
                self.undone.push(count);
            }
            UndoWay::Again => {
                let first = shared.journal_lines();
                for _ in 1..self.undone.pop().unwrap_or(1) {
                    by = shared.step(way, Telling::Openly, redo).unwrap_or(by);
                }
                self.acts.extend((shared.journal_lines() > first).then(|| (first, shared.journal_lines())));
            }
        }
        self.chosen = row_of(&by).or(self.chosen);
        self.stay(shared);
    }
}

/// What an event is about.
fn row_of(event: &Event) -> Option<LetterRow> {
    match event {
        Event::LetterChecked(checked) => Some(LetterRow::Before(checked.is)),
        Event::LetterSent(sent) => Some(LetterRow::Version(sent.version)),
        Event::NoReply(none) => Some(LetterRow::Version(none.version)),
        Event::ReplyReceived(Remark { statement: Some(statement), .. }) => Some(LetterRow::Statement(*statement)),
        Event::ReplyReceived(remark) => Some(LetterRow::Remark(remark.remark)),
        Event::Disposition(disposition) => Some(LetterRow::Remark(disposition.remark)),
        _ => None,
    }
}
