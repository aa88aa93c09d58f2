//! On the register of letters: who writes things down. Where nobody is named, that is asked once, before the first thing that is kept; and
//! what is left out for good asks whether it is meant.

use crate::domain::event::Event;
use crate::domain::member_check::acts;
use crate::domain::member_check::register::Register;
use crate::domain::statement::StatementId;
use crate::domain::study::ParticipantCode;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::tui::keymap::Action;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::screen::face::Face;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::letters::line::About;
use crate::tui::screen::letters::line::Writing;
use crate::tui::shared::Shared;
use crate::words::say;

impl LetterScreen {
    /// Whether it has to be asked first who does this: it is signed, nobody is named, and nobody was asked yet.
    pub(super) fn asks_by_whom(&mut self, action: action::Letters, shared: &Shared) -> bool {
        let asks = is_signed(action) && shared.offer.interviewer.is_none() && !shared.offer.nobody_named;
        if asks {
            self.writing = Some(Writing::on(self.row(shared), About::Whom(action.into()), ""));
        }
        asks
    }

    /// They are named, or are not; then what was begun is done.
    pub(super) fn is_named(&mut self, writing: Writing, next: Action, shared: &mut Shared) {
        let code = writing.line.text().trim().to_owned();
        match ParticipantCode::new(&code) {
            _ if code.is_empty() => shared.offer.nobody_named = true,
            Ok(code) => shared.offer.interviewer = Some(code),
            Err(_) => {
                self.writing = Some(writing);
                return shared.say(Weight::Warning, say!("letters-no-code"));
            }
        }
        self.act(next, shared);
    }

    /// Whether it is meant that a statement which they read in this version is left out everywhere; if not yet, what would go with it is said.
    pub(super) fn means_to_leave_out(action: action::Letters, statement: StatementId, version: u32, shared: &mut Shared) -> bool {
        let Some(session) = shared.session() else { return false };
        // Where it cannot be done, the act itself says why.
        let Ok(act) = acts::decided(session, acts::withholds(session, version, statement)) else { return true };
        let is_note = |event: &&Event| matches!(event, Event::Withheld(Withheld { what: Some(What::Note(_)), .. }));
        let notes = act.iter().filter(is_note).count();
        let along = acts::goes_along(session, &act, version, Some(statement)).join(", ");
        let number = Register::of(session).number_of(version, statement).unwrap_or(0);
        shared.means_it(action, |again| {
            let goes = say!("letters-leave-out-again", number = number, notes = notes, again = again.clone());
            if along.is_empty() { goes } else { say!("letters-leave-out-along", goes = goes, statements = along) }
        })
    }
}

/// Whether the register keeps who did this.
const fn is_signed(action: action::Letters) -> bool {
    use action::Letters as A;
    match action {
        A::Yes
        | A::No
        | A::Fits
        | A::Partly
        | A::DoesNotFit
        | A::RatherNot
        | A::Added
        | A::NotUsed
        | A::Sent
        | A::Reminded
        | A::NothingCame
        | A::Declines
        | A::Quotes
        | A::TakesNoPart
        | A::Changed
        | A::Kept
        | A::Withdrawn => true,
        A::Open
        | A::How
        | A::Statements
        | A::Down
        | A::Up
        | A::PageDown
        | A::PageUp
        | A::Top
        | A::Bottom
        | A::Undo
        | A::Redo
        | A::MayQuote
        | A::MayQuoteIfSeen
        | A::MayNotQuote
        | A::NotAboutQuotes
        | A::ByPost
        | A::ByMail
        | A::ByHand
        | A::ReadAloud
        | A::NotSent
        | A::Keep
        | A::PutAside => false,
    }
}
