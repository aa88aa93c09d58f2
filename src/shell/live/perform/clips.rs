//! Clips of notes, made while listening back.

use crate::audio::clip::Instead;
use crate::domain::note::NoteId;
use crate::domain::time::length_words;
use crate::shell::archive::clips;
use crate::shell::archive::clips::Into;
use crate::shell::live::perform::World;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::words::say;

impl World {
    /// Makes the clip of a note of the session that is open, and says where it lies and what of it is silence.
    pub(super) fn make_clip(&self, note: NoteId, model: &Model) -> Msg {
        let (Some(held), Some(session)) = (&self.held, model.session()) else {
            return Msg::ClipMade(Err(say!("no-session-open")));
        };
        let made = clips::of(&held.folder, session, (note, model.shared.offer.listening), Instead::Silence, Into::Study).map(|made| {
            let (from, to) = (made.clip.from.to_string(), made.clip.to.to_string());
            let file = made.path.display().to_string();
            let lies = say!("clip-made", file = file, from = from, to = to, length = length_words(made.clip.length()));
            std::iter::once(lies).chain(made.remarks).collect::<Vec<_>>().join(" ")
        });
        Msg::ClipMade(made.map_err(|why| why.to_string()))
    }
}
