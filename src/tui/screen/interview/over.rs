//! What the room lays over the guide, and what keys do there: the protocol, consent taken back, coded answers, states, marks, the notes so far.

use crate::domain::agenda::question;
use crate::domain::command::Command;
use crate::domain::consent::Wish;
use crate::domain::distress::DistressChoice;
use crate::domain::incident::EndCause;
use crate::tui::effect::Effect;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::screen::face::Go;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::answers;
use crate::tui::screen::interview::answers::AnswerRow;
use crate::tui::screen::interview::card::Card;
use crate::tui::screen::interview::leave_out;
use crate::tui::screen::interview::look_back;
use crate::tui::screen::interview::marks;
use crate::tui::screen::interview::protocol;
use crate::tui::screen::interview::states;
use crate::tui::screen::interview::withdrawal;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::say;

impl Room {
    /// Lays `card` over the guide. A line on which nothing stands yet is from then on for what is usual there.
    pub(super) fn lay(&mut self, card: Card) {
        self.card = card;
        self.composer.be_for(card.usual_kind());
    }

    /// Goes to another step of the protocol, while that lies over the guide.
    pub(super) fn read_step(&mut self, other: impl FnOnce(usize) -> usize, shared: &mut Shared) {
        if let Card::Protocol(step) = self.card
            && let Some(step) = protocol::step(other(step), shared)
        {
            self.lay(Card::Protocol(step));
        }
    }

    /// Lays the protocol over the guide and stamps the moment; pressed again, puts it away.
    pub(super) fn distress(&mut self, shared: &mut Shared) {
        if let Card::Protocol(_) = self.card {
            return self.lay(Card::Away);
        }
        // What is being written is about what was said before: it is kept, and the digits are the card's.
        self.composer.save(shared);
        if protocol::open(&mut self.source, shared) {
            self.lay(Card::Protocol(0));
        }
    }

    /// They chose this while the protocol lay over the guide: it is stamped, and followed.
    pub(super) fn answer_protocol(&mut self, choice: DistressChoice, shared: &mut Shared) {
        let at = shared.now.position;
        if shared.came_alone() && shared.ask(Command::Distress { at, choice, on: shared.now.wall }) {
            self.lay(Card::Away);
            protocol::follow(choice, &mut self.course, &mut self.source, shared);
        }
    }

    /// Asks what they do not want to be used; again, what they want who take consent back; and again, puts that away.
    pub(super) fn withdraw(&mut self, shared: &mut Shared) {
        if !shared.is_under_way() {
            return shared.say(Weight::News, say!("not-under-way"));
        }
        if self.composer.was_just_cut(shared.now.mono_ms) {
            return shared.say(Weight::News, say!("words-were-cut", key = shared.key(action::Interview::Withdraw)));
        }
        let is_a_group = shared.session().is_some_and(|session| session.table().is_some());
        let next = match self.card {
            // In a group it is asked first whose consent it is.
            Card::LeaveOut(_) if is_a_group => {
                self.lay(Card::Away);
                return self.ask_which_seat(shared);
            }
            Card::LeaveOut(_) => Card::Withdrawal,
            Card::Withdrawal => Card::Away,
            _ => Card::LeaveOut(shared.now.position),
        };
        self.lay(next);
    }

    /// They do not want this to be used, by a key that came alone.
    pub(super) fn leave_out(&mut self, choice: action::Interview, shared: &mut Shared) {
        if let Card::LeaveOut(at) = self.card
            && shared.came_alone()
            && leave_out::leave_out(choice, at, &mut self.composer, shared)
        {
            self.lay(Card::Away);
        }
    }

    /// They take consent back, and want this, by a key that came alone: it is journaled, done as far as it can be, and said.
    pub(super) fn take_back(&mut self, wish: Wish, shared: &mut Shared) -> Go {
        let what = withdrawal::means(wish, shared.keeping);
        if !shared.came_alone()
            || !shared.means_it(withdrawal::key_of(wish), |again| say!("withdraw-again", again = again.clone(), what = what))
        {
            return Go::Nowhere;
        }
        self.lay(Card::Away);
        if !withdrawal::take_back(wish, &mut self.composer, shared) {
            return Go::Nowhere;
        }
        match wish {
            Wish::NoQuotes | Wish::NoContact => {
                let words = if wish == Wish::NoQuotes { say!("quotes-unwanted") } else { say!("contact-unwanted") };
                shared.say(Weight::Warning, words);
                Go::Nowhere
            }
            Wish::NotesOnly => {
                self.source.give_up();
                shared.want(Effect::CloseTake);
                let text = say!("recording-unwanted");
                shared.say(Weight::Warning, text);
                Go::Nowhere
            }
            Wish::Keep | Wish::Destroy | Wish::DestroyAll => {
                self.end(EndCause::Withdrawn, shared);
                Go::Held
            }
        }
    }

    /// A key for the coded answers: lays them out, goes among them, puts them away.
    pub(super) fn among_answers(&mut self, action: action::Interview, shared: &mut Shared) {
        let row = match self.card {
            Card::Answers(row) => answers::act(row, action, self.course, shared),
            _ => Some(AnswerRow::default()),
        };
        self.lay(row.map_or(Card::Away, Card::Answers));
    }

    /// Lays out what may have become of the question, or puts that away.
    pub(super) fn lay_states(&mut self, shared: &mut Shared) {
        if self.card == Card::States {
            self.lay(Card::Away);
        } else if shared.session().is_some_and(|session| question(session, self.part()).is_some()) {
            self.lay(Card::States);
        } else {
            shared.say(Weight::News, say!("no-question-here"));
        }
    }

    /// This became of the question, by a key that came alone.
    pub(super) fn say_state(&mut self, action: action::Interview, shared: &mut Shared) {
        if let Some(coverage) = states::said_by(action).filter(|_| shared.came_alone()) {
            self.course.put(coverage, &mut self.composer, shared);
            self.lay(Card::Away);
        }
    }

    /// Lays out what may be marked of this moment, or puts that away.
    pub(super) fn lay_marks(&mut self, shared: &mut Shared) {
        let Some(stamp) = shared.session().map(|session| session.stamp_at(shared.now.position)) else { return };
        self.lay(if let Card::Marks(_) = self.card { Card::Away } else { Card::Marks(stamp) });
    }

    /// This was said or asked when the row was laid out, by a key that came alone.
    pub(super) fn make_mark(&mut self, action: action::Interview, shared: &mut Shared) {
        if let (Card::Marks(stamp), Some(mark)) = (self.card, marks::marked_by(action))
            && shared.came_alone()
        {
            marks::make(mark, stamp, self.course, shared);
            self.lay(Card::Away);
        }
    }

    /// Lays the notes so far over the guide, on the latest, or puts them away.
    pub(super) fn look_back(&mut self, shared: &mut Shared) {
        let latest = shared.session().and_then(|session| look_back::in_order(session).first().copied());
        match (self.card, latest) {
            (Card::Notes(_), _) => self.lay(Card::Away),
            (_, Some(latest)) => self.lay(Card::Notes(latest)),
            (_, None) => shared.say(Weight::News, say!("look-back-none")),
        }
    }

    /// Goes to another of the notes that lie over the guide.
    pub(super) fn walk_notes(&mut self, step: Step, shared: &Shared) {
        if let Card::Notes(chosen) = self.card
            && let Some(note) = shared.session().and_then(|session| look_back::walk(session, chosen, step))
        {
            self.card = Card::Notes(note);
        }
    }

    /// Takes up the note that is chosen, to be written anew. While a line is being written, the key saves that, as it does everywhere; what
    /// is covered is not taken up, because nobody sees which it is.
    pub(super) fn take_up_note(&mut self, shared: &mut Shared) {
        let Card::Notes(chosen) = self.card else { return };
        if self.composer.is_written() {
            return self.composer.save(shared);
        }
        if self.is_covered() {
            let key = shared.key(action::Interview::CoverNotes);
            return shared.say(Weight::News, say!("notes-are-covered", key = key));
        }
        if let Some(note) = shared.session().and_then(|session| look_back::still(session, chosen)) {
            self.lay(Card::Away);
            self.composer.take_up_again(note, shared);
        }
    }
}
