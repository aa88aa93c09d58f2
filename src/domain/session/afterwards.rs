//! What becomes of a session towards its end and after it: points that are read back, loose ends, the interviewer's own page.

use crate::domain::evening::Evening;
use crate::domain::event::Event;
use crate::domain::session::Session;

impl Session {
    /// What was read back, seen to and written on the interviewer's own page.
    pub fn evening(&self) -> &Evening {
        &self.evening
    }

    /// Lets `event` have happened, if it is one of these.
    pub(super) fn hear_of_evening(&mut self, event: &Event) {
        match event {
            Event::PointGathered { note, stands } => self.evening.gather(*note, *stands),
            Event::ReadBack(read) => self.evening.hear(read.clone()),
            Event::SeenTo(seen) => self.evening.see(seen.clone()),
            Event::FieldMemo { about, text } => self.evening.write(*about, text),
            Event::GuideLookedAt(looked) => self.evening.look_at_guide(looked.clone()),
            _ => {}
        }
    }
}
