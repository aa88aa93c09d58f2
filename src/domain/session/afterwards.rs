//! What becomes of a session towards its end and after it: points that are read back, loose ends, the interviewer's own page.

use crate::domain::distress::DistressMoment;
use crate::domain::evening::Evening;
use crate::domain::evening::SaidOfIt;
use crate::domain::event::Event;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::words::message::Message;
use crate::words::message::message;

impl Session {
    /// What was read back, seen to and written on the interviewer's own page.
    pub fn evening(&self) -> &Evening {
        &self.evening
    }

    /// The points that were gathered to be read back, in the order in which they were, of the notes that they may read.
    pub fn points(&self) -> impl Iterator<Item = NoteId> {
        self.evening.points().iter().copied().filter(|id| self.shared_note(*id).is_some())
    }

    /// What they said of the points that were read back, each answer with how often; nothing where they said nothing.
    pub(crate) fn said_of_points(&self) -> Vec<Message> {
        let said: Vec<SaidOfIt> = self.points().filter_map(|note| self.evening.read_back(note)?.said).collect();
        let count = |wanted: SaidOfIt| said.iter().filter(|said| **said == wanted).count();
        let given = SaidOfIt::ALL.into_iter().filter(|wanted| count(*wanted) > 0);
        given.map(|wanted| message!("points-said", count = count(wanted), answer = wanted.word())).collect()
    }

    /// Lets something have happened that is to be done outside the session.
    pub(super) fn hear_of_errand(&mut self, event: &Event) {
        match event {
            Event::FollowedUp(followed) => DistressMoment::follow(&mut self.distress, followed),
            Event::MustBeReported(told) => self.reports.hear(told, self.next_note()),
            Event::Reported(reported) => self.reports.done(reported),
            _ => {}
        }
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
