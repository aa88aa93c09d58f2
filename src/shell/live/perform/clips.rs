//! Clips of notes, made while listening back: what it is to be is decided here, and a thread of its own reads and writes it.

use crate::audio::clip::Instead;
use crate::domain::note::NoteId;
use crate::shell::archive::clips;
use crate::shell::archive::clips::Wanted;
use crate::shell::live::desk::Desk;
use crate::shell::live::perform::World;
use crate::shell::live::workers;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::words::say;

impl World {
    /// Makes the clip of a note of the session that is open; where it lies and what of it is silence comes as a report, or at once where time is
    /// made up.
    pub(super) fn make_clip(&self, note: NoteId, model: &Model) -> Msg {
        let (Some(held), Some(session)) = (&self.held, model.session()) else {
            return Msg::ClipMade(String::new(), Err(say!("no-session-open")));
        };
        let (name, on) = (held.folder.name(), self.clock.read().wall.date());
        let ordered =
            match clips::order(&held.folder, session, Wanted::Note(note, model.shared.offer.listening.before_a_note()), Instead::Silence) {
                Ok(ordered) => ordered,
                Err(why) => return Msg::ClipMade(name, Err(why.to_string())),
            };
        if matches!(self.desk, Desk::ByHand(_)) {
            return Msg::ClipMade(name, ordered.made_in_study(on).map_err(|why| why.to_string()));
        }
        match workers::make_clip(name.clone(), ordered, on, self.letterbox.reports()) {
            Ok(()) => Msg::ClipBegun,
            Err(why) => Msg::ClipMade(name, Err(why.to_string())),
        }
    }
}
