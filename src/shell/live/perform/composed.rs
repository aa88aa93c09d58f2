//! What the member check asks of the world: what a letter says beside its statements, and the statements in an editor.

use crate::shell::archive::letters;
use crate::shell::live::perform::World;
use crate::tui::model::Model;
use crate::tui::msg::Edited;
use crate::tui::msg::Msg;

impl World {
    /// What a letter of the session that is open says beside its statements.
    pub(super) fn ask_for_letter(&self, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![] };
        let settings = letters::would_say(session, &self.study, self.clock.read().wall);
        vec![Msg::LetterAsked(held.folder.name(), settings.map(Box::new))]
    }

    /// Has the statements edited that wait for it, if any do. While that goes on, `meanwhile` is called again and again.
    pub(crate) fn edit_outside(&mut self, model: &Model, meanwhile: impl FnMut()) -> Option<Edited> {
        let text = self.to_edit.take()?;
        let (held, session) = (self.held.as_ref()?, model.session()?);
        Some(self.editor.edit(&text, session, held.folder.path(), meanwhile))
    }

    /// What came back from an editor was taken in.
    pub(super) fn edit_taken(&self) -> Vec<Msg> {
        let left = self.held.as_ref().and_then(|held| self.editor.taken(held.folder.path()));
        left.map(|words| Msg::EditedOutside(Edited::Failed(words))).into_iter().collect()
    }
}
