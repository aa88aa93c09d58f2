//! What an earlier interview with the same participant left for this one: the statements that were written of it, and what was to be come
//! back to. It is the interviewer's to see, and not before the first question is answered: what was said a year ago would lead.

use crate::domain::agenda;
use crate::domain::coverage::Coverage;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;

/// What is left of an earlier interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTime {
    /// The day on which it was held.
    pub date: String,
    /// The statements of its summary, in their order.
    pub statements: Vec<String>,
    /// What was noted to be come back to.
    pub follow_ups: Vec<String>,
}

impl LastTime {
    /// What `session` left; nothing where it left nothing.
    pub fn of(session: &Session) -> Option<Self> {
        // What they do not want to be used, and nobody here can read, may be among it.
        if !session.is_understood() {
            return None;
        }
        let statements: Vec<String> =
            session.statements().filter(|statement| !statement.aside).map(|statement| statement.text.clone()).collect();
        let back = session.notes().filter(|note| note.kind == NoteKind::FollowUp && !note.is_moment() && !note.off_record);
        let follow_ups: Vec<String> = back.map(|note| note.text.clone()).collect();
        let date = session.held_on().date();
        (!statements.is_empty() || !follow_ups.is_empty()).then_some(Self { date, statements, follow_ups })
    }

    /// Whether it may be seen in `session`: once its first question has been answered, in whatever way.
    pub fn may_be_seen_in(session: &Session) -> bool {
        let first = agenda::parts(session).into_iter().find_map(|part| agenda::question(session, part));
        first.is_none_or(|question| session.coverage().of(&question.id) != Coverage::NotYet)
    }
}
