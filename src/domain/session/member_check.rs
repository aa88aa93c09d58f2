//! What a session knows of its letters: what is in each, what was asked before one went, what came back, and what was done about that.

use crate::domain::event::Event;
use crate::domain::member_check::MemberCheck;
use crate::domain::session::Session;

impl Session {
    /// What is known of its letters beside their number.
    pub fn member_check(&self) -> &MemberCheck {
        &self.member_check
    }

    /// Lets `event` have happened, if it is one of these.
    pub(super) fn hear_of_letters(&mut self, event: &Event) {
        match event {
            Event::LetterWritten { version, statements, reply_by, .. } => {
                self.outside.letter(*version);
                self.member_check.written(*version, statements, reply_by);
            }
            Event::LetterChecked(checked) => self.member_check.checked(checked),
            Event::LetterSent(sent) => self.member_check.sent(sent),
            Event::ReplyReceived(remark) => self.member_check.replied(remark),
            Event::Disposition(disposition) => self.member_check.disposed(disposition),
            Event::NoReply(none) => self.member_check.not_replied(none),
            _ => {}
        }
    }
}
