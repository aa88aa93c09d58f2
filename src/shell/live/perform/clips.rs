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
    /// Makes the clip of a note of the session that is open: that it is begun is journaled, where it lies and what of it is silence comes as a
    /// report, or at once where time is made up.
    pub(super) fn make_clip(&self, note: NoteId, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![Msg::NoClip(say!("no-session-open"))] };
        let (name, on) = (held.folder.name(), self.clock.read().wall.date());
        let wanted = Wanted::Note(note, model.shared.offer.listening.before_a_note());
        let ordered = clips::order(&held.folder, session, wanted, Instead::Silence);
        let (ordered, path) = match ordered.and_then(|ordered| ordered.place_in_study(session).map(|path| (ordered, path))) {
            Ok(made) => made,
            Err(why) => return vec![Msg::NoClip(why.to_string())],
        };
        let begun = ordered.begun(&path, on);
        let known = Msg::ClipBegun(begun.clone());
        if matches!(self.desk, Desk::ByHand(_)) {
            let (copied, made) = ordered.made(&path, begun);
            return vec![known, Msg::ClipMade(name, copied, made)];
        }
        match workers::make_clip(name, ordered, path, begun, self.letterbox.reports()) {
            Ok(()) => vec![known],
            Err(why) => vec![Msg::NoClip(why.to_string())],
        }
    }
}
