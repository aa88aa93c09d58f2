//! What lies over a screen: the help and the palette.
//!
//! Both read the keymap. The palette opens with `/` on an empty line and narrows as one types; Enter does the first command. Neither
//! stops anything: the recording goes on below, and Esc puts them away.

use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::hand;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::line::Line;
use crate::tui::model::Model;
use crate::tui::update;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Every key that works here.
    Help,
    /// Commands by name.
    Palette,
}

/// The help or the palette.
#[derive(Debug)]
pub struct Overlay {
    what: What,
    line: Line,
    cursor: usize,
}

impl Overlay {
    /// The help.
    pub fn help() -> Self {
        Self { what: What::Help, line: Line::default(), cursor: 0 }
    }

    /// The palette.
    pub fn palette() -> Self {
        Self { what: What::Palette, line: Line::default(), cursor: 0 }
    }

    /// Which of the two it is.
    pub fn what(&self) -> What {
        self.what
    }

    /// What was typed to narrow it.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// The chosen command, counted from the top.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts text into the line; what is too long for it narrows nothing.
    pub(crate) fn paste(&mut self, text: &str) {
        drop(self.line.paste(text));
        self.cursor = 0;
    }

    /// The commands that fit what was typed: those that are called so before those whose help speaks of it, each in the order of the table.
    pub fn commands(&self, context: Context) -> Vec<&'static Bind> {
        let wanted = self.line.text().to_lowercase();
        let fits = |b: &&Bind| wanted.split_whitespace().all(|w| b.label.contains(w) || b.help.to_lowercase().contains(w));
        // A command is not offered from inside itself, nor where the screen has another use for all its keys.
        let offered = |b: &&Bind| b.does != Action::Palette && b.chords_in(context).next().is_some();
        let mut commands: Vec<_> = keymap::within(context).filter(offered).filter(fits).collect();
        commands.sort_by_key(|b| !b.label.starts_with(wanted.trim()));
        commands
    }
}

/// A key while an overlay lies on top.
pub(crate) fn key(model: &mut Model, chord: Chord) {
    let context = model.context();
    let Some(overlay) = &mut model.overlay else { return };
    let count = overlay.commands(context).len();
    match chord.key {
        Key::Esc | Key::F(1) => model.overlay = None,
        Key::Char('c') if chord.ctrl => {
            model.overlay = None;
            update::act(model, Action::Quit);
        }
        Key::Down | Key::PageDown => overlay.cursor = (overlay.cursor + 1).min(count.saturating_sub(1)),
        Key::Up | Key::PageUp => overlay.cursor = overlay.cursor.saturating_sub(1),
        Key::Enter => {
            let chosen = overlay.commands(context).get(overlay.cursor).map(|b| b.does);
            model.overlay = None;
            if let Some(action) = chosen {
                hand::by_name(model, |model| update::act(model, action));
            }
        }
        Key::Backspace if overlay.line.is_empty() => model.overlay = None,
        _ => {
            if overlay.line.edit(chord) {
                overlay.cursor = 0;
            } else if let Some(action) = keymap::lookup(context, chord) {
                // Off the record, and everything else, works at once whatever lies on top.
                model.overlay = None;
                update::act(model, action);
            }
        }
    }
}
