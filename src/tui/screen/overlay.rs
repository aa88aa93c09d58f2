//! What lies over a screen: the help and the palette.
//!
//! Both read the keymap. The palette opens with `/` on an empty line and narrows as one types; Enter does the first command. Neither
//! stops anything: the recording goes on below, and Esc puts them away.

use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::hand::Asked;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::line::Line;

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

/// What becomes of an overlay after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// It stays.
    Stays,
    /// It is put away.
    Closes,
    /// It is put away, and this is done below it, asked for so.
    Does(Action, Asked),
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

    /// A key while it lies over the screen of `context`.
    pub(crate) fn key(&mut self, chord: Chord, context: Context) -> Over {
        let commands = self.commands(context);
        match chord.key {
            Key::Esc | Key::F(1) => return Over::Closes,
            Key::Char('c') if chord.ctrl => return Over::Does(Action::Quit, Asked::ByKey),
            Key::Down | Key::PageDown => self.cursor = (self.cursor + 1).min(commands.len().saturating_sub(1)),
            Key::Up | Key::PageUp => self.cursor = self.cursor.saturating_sub(1),
            Key::Enter => return commands.get(self.cursor).map_or(Over::Closes, |bind| Over::Does(bind.does, Asked::ByName)),
            Key::Backspace if self.line.is_empty() => return Over::Closes,
            _ if self.line.edit(chord) => self.cursor = 0,
            // Off the record, and everything else, works at once whatever lies on top.
            _ => return keymap::lookup(context, chord).map_or(Over::Stays, |action| Over::Does(action, Asked::ByKey)),
        }
        Over::Stays
    }
}
