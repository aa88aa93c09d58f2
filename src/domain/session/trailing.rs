//! A session lived again, looked at after each line.

use crate::domain::event::Event;
use crate::domain::guide::Guide;
use crate::domain::session::Session;

impl Session {
    /// Lives the session that these lines of a journal tell of, and lets `see` look at it behind each that is understood: the line's place among
    /// them, and the session. What is withheld is marked where a letter is written, because it decides what is in that.
    pub(crate) fn live_again<'e>(
        guide: &Guide,
        lines: impl IntoIterator<Item = Option<&'e Event>>,
        mut see: impl FnMut(usize, &Self, &Event),
    ) {
        let mut session: Option<Self> = None;
        let mut passed = 0;
        for (n, event) in lines.into_iter().enumerate() {
            match (&mut session, event) {
                (Some(session), Some(event)) => {
                    session.lines += 1;
                    session.change(event);
                    if matches!(event, Event::LetterWritten { .. }) {
                        session.mark_withheld();
                    }
                    see(n, session, event);
                }
                (Some(session), None) => session.lines += 1,
                (None, Some(Event::Opened(opened))) => {
                    let mut opened = Self::new(guide.clone(), opened.clone());
                    opened.lines += passed;
                    session = Some(opened);
                }
                (None, _) => passed += 1,
            }
        }
    }
}
