//! On the register of letters: what is done about a remark, and what is taken back.

use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::member_check::acts;
use crate::domain::member_check::acts::Meant;
use crate::domain::member_check::acts::told_what_goes;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::OwnWords;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::statement::StatementId;
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
            LetterRow::Before(_) | LetterRow::Version(_) | LetterRow::List => None,
        }
    }

    /// Something was done about a remark.
    pub(super) fn dispose(&mut self, is: Disposed, shared: &mut Shared) {
        let Some(remark) = self.chosen_remark(shared) else { return shared.say(Weight::News, say!("letters-no-remark-here")) };
        // Of what is about no statement somebody says what was left out for it.
        if is == Disposed::Kept || (is == Disposed::Withdrawn && remark.statement.is_none()) {
            return self.begin(Some(Writing::on(self.row(shared), About::Why(remark.remark, is), "")));
        }
        if let (Disposed::Withdrawn, Some(statement)) = (is, remark.statement)
            && !Self::means_to_leave_out(action::Letters::Withdrawn, statement, remark.version, shared)
        {
            return;
        }
        let ((on, by), Some(session)) = (signed(shared), shared.session()) else { return };
        let done = Disposition { remark: remark.remark, is, on, by, ..Disposition::default() };
        let all = match acts::disposed(session, done, &Meant::default()) {
            Ok(all) => all,
            Err(why) => return Self::refuses(&why, shared),
        };
        let left_out = told_left_out(&all, remark.version, remark.statement, shared);
        if self.does(all, shared) {
            let key = shared.key(action::Letters::Undo);
            let words = match is {
                Disposed::Withdrawn => left_out,
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
        // A no is what they said: the remark goes, and the no stays.
        if let Event::ReplyReceived(Remark { is: RemarkKind::Quotes, quotes: Some(OwnWords::No | OwnWords::Ask), .. }) = &by
            && shared.session().is_some_and(|session| !session.may_quote())
        {
            shared.say(Weight::Warning, say!("letters-no-stays"));
        }
        self.chosen = row_of(&by).or(self.chosen);
        self.stay(shared);
    }
}

/// That it is left out, and which statements go with it.
pub(super) fn told_left_out(act: &[Command], version: u32, statement: Option<StatementId>, shared: &Shared) -> String {
    let events = |session| acts::decided(session, act.to_vec()).ok().and_then(|act| told_what_goes(session, &act, version, statement));
    let told = say!("letters-left-out", key = shared.key(action::Letters::Undo));
    shared.session().and_then(events).map_or(told.clone(), |along| format!("{told}. {along}"))
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
