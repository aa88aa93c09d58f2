//! What a session knows of its letters: what is in each, what was asked before one went, what came back, and what was done about that.

use crate::domain::event::Event;
use crate::domain::member_check::MemberCheck;
use crate::domain::member_check::Version;
use crate::domain::session::Session;

impl Session {
    /// What is known of its letters beside their number.
    pub fn member_check(&self) -> &MemberCheck {
        &self.member_check
    }

    /// Lets `event` have happened, if it is one of these.
    pub(super) fn hear_of_letters(&mut self, event: &Event) {
        match event {
            Event::LetterWritten { version, statements, reply_by, on, called, .. } => {
                self.outside.letter(*version);
                let written = Version {
                    statements: statements.clone(),
                    reply_by: reply_by.clone(),
                    words_went: self.words_went(),
                    note_words_went: self.words_of_notes.now(),
                    on: on.clone(),
                    called: *called,
                };
                self.member_check.written(*version, written);
            }
            Event::LetterChecked(checked) => self.member_check.checked(checked),
            Event::LetterSent(sent) => self.member_check.sent(sent),
            Event::ReplyReceived(remark) => self.member_check.replied(remark, self.withholding.ever().count()),
            Event::Disposition(disposition) => self.member_check.disposed(disposition),
            Event::NoReply(none) => self.member_check.not_replied(none),
            _ => {}
        }
    }
}
