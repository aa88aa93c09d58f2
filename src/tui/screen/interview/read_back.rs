//! The room while points are read back: which lies there, what its digits do, and what is written under it.

use crate::domain::command::Command;
use crate::domain::evening::ReadBack;
use crate::domain::evening::SaidOfIt;
use crate::domain::session::Session;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::card::Card;
use crate::tui::screen::interview::points::in_order;
use crate::tui::screen::interview::points::next_unread;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::say;

impl Room {
    /// Lays the points over the guide, on the first that was not read, or puts them away.
    pub(super) fn lay_points(&mut self, shared: &mut Shared) {
        let next = shared.session().and_then(|session| next_unread(session).or_else(|| in_order(session).last().copied()));
        match (self.card(), next) {
            (Card::Points(_), _) => self.lay(Card::Away),
            (_, Some(next)) => self.lay(Card::Points(next)),
            (_, None) => {
                let key = shared.key(Interview::Marks);
                shared.say(Weight::News, say!("points-none", key = key));
            }
        }
    }

    /// Goes to another of the points.
    pub(super) fn walk_points(&mut self, step: Step, shared: &Shared) {
        if let (Card::Points(chosen), Some(session)) = (self.card(), shared.session())
            && let Some(next) = selection::step(&in_order(session), Some(&chosen), step)
        {
            self.lay(Card::Points(next));
        }
    }

    /// They said this of the point that was read, by a key that came alone.
    pub(super) fn answer_point(&mut self, said: SaidOfIt, shared: &mut Shared) {
        let Card::Points(note) = self.card() else { return };
        let at = shared.now.position;
        if !shared.came_alone() || !shared.ask(Command::AnswerPoint(ReadBack { note, said: Some(said), words: None, at })) {
            return;
        }
        match said {
            SaidOfIt::Right => self.go_on_reading(shared),
            SaidOfIt::Corrected | SaidOfIt::Added => {
                let key = shared.key(Interview::Save);
                shared.say(Weight::News, say!("point-words", said = said.words(), key = key));
            }
        }
    }

    /// What stands on the line is saved; while a point lies there of which they said more than that it is right, it holds their words.
    pub(super) fn save(&mut self, shared: &mut Shared) {
        let waits = match self.card() {
            Card::Points(note) => shared.session().and_then(|session| session.evening().read_back(note)).cloned(),
            _ => None,
        };
        let waits = waits.filter(|read| read.words.is_none() && read.said != Some(SaidOfIt::Right));
        let next = shared.session().map(Session::next_note);
        self.composer.save(shared);
        let is_saved = next.is_some_and(|next| shared.session().is_some_and(|session| session.note(next).is_some()));
        if let Some(read) = waits.filter(|_| is_saved)
            && shared.ask(Command::AnswerPoint(ReadBack { words: next, ..read }))
        {
            self.go_on_reading(shared);
        }
    }

    /// To the next point that was not read; after the last, what came of them is said.
    fn go_on_reading(&mut self, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        match next_unread(session) {
            Some(next) => self.lay(Card::Points(next)),
            None => {
                let count = in_order(session).len();
                self.lay(Card::Away);
                shared.say(Weight::News, say!("points-read", count = count));
            }
        }
    }
}
