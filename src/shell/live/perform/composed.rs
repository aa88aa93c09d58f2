//! What the member check asks of the world: what a letter says beside its statements, and the statements in an editor.

use crate::shell::archive::letters;
use crate::shell::archive::texts;
use crate::shell::archive::texts::Became;
use crate::shell::live::editor;
use crate::shell::live::editor::ToEdit;
use crate::shell::live::perform::World;
use crate::store::for_editor::ForEditor;
use crate::tui::model::Model;
use crate::tui::msg::Edited;
use crate::tui::msg::Msg;
use crate::words::say;

impl World {
    /// What a letter of the session that is open says beside its statements, and where a text of them was left.
    pub(super) fn ask_for_letter(&self, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![] };
        let settings = letters::would_say(session, &self.study, self.clock.read().wall);
        let asked = Msg::LetterAsked(held.folder.name(), settings.map(Box::new));
        let mut told = self.forget_texts();
        let texts = self.texts().map(|texts| texts.texts()).unwrap_or_default();
        if let (true, Some((file, made_of))) = (told.is_empty(), texts.last()) {
            let on = made_of.as_ref().map_or(String::new(), |made_of| made_of.on.clone());
            told.push(Msg::EditedOutside(Edited::Lies { on, file: file.display().to_string() }));
        }
        std::iter::once(asked).chain(told).collect()
    }

    /// Where the texts of the session that is open lie while they are edited.
    fn texts(&self) -> Option<ForEditor> {
        let place = self.editor.place.clone().or_else(|| self.study.place_of_texts())?;
        Some(texts::of(&self.held.as_ref()?.folder, &place))
    }

    /// No text lies there any more that may hold what is not to be used.
    pub(super) fn forget_texts(&self) -> Vec<Msg> {
        let place = self.editor.place.clone().or_else(|| self.study.place_of_texts());
        let Some((held, place)) = self.held.as_ref().zip(place) else { return vec![] };
        let told = match texts::forget_unwanted(&held.folder, &place) {
            Became::Unchanged => return vec![],
            Became::Destroyed => say!("editor-forgotten"),
            Became::Still(file, why) => say!("editor-left", file = file.display().to_string(), why = why),
        };
        vec![Msg::EditedOutside(Edited::Failed(told))]
    }

    /// Has the statements edited that wait for it, if any do. While that goes on, `meanwhile` is called again and again.
    pub(crate) fn edit_outside(&mut self, model: &Model, meanwhile: impl FnMut()) -> Option<Edited> {
        let text = self.to_edit.take()?;
        let session = model.session()?;
        let wanted = ToEdit { text, line: session.lines(), on: self.clock.read().wall.date() };
        // Whoever withheld something elsewhere may have known of no text.
        self.forget_texts();
        let Some(lies) = self.texts() else { return Some(Edited::Failed(say!("editor-no-place"))) };
        Some(self.editor.edit(&wanted, &lies, meanwhile))
    }

    /// What came back from an editor was taken in.
    pub(super) fn edit_taken(&self) -> Vec<Msg> {
        let left = self.texts().and_then(|texts| editor::taken(&texts));
        left.map(|words| Msg::EditedOutside(Edited::Failed(words))).into_iter().collect()
    }
}
