//! What lies over a screen: the help and the palette.
//!
//! Both read the keymap. The palette opens with `/` on an empty line and narrows as one types; Enter does the first command. Neither
//! stops anything: the recording goes on below, and Esc puts them away.

use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::Keys;
use crate::tui::keymap::Line;
use crate::tui::keymap::action;
use crate::tui::keymap::action::Everywhere;
use crate::tui::line;

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
    line: line::Line,
    cursor: usize,
}

/// What becomes of an overlay after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// It stays.
    Stays,
    /// It is put away.
    Closes,
    /// It is put away, and this is done below it, asked for by its name.
    Does(Action),
}

impl Overlay {
    /// The help.
    pub fn help() -> Self {
        Self { what: What::Help, line: line::Line::default(), cursor: 0 }
    }

    /// The palette.
    pub fn palette() -> Self {
        Self { what: What::Palette, line: line::Line::default(), cursor: 0 }
    }

    /// Which of the two it is.
    pub fn what(&self) -> What {
        self.what
    }

    /// What was typed to narrow it.
    pub fn line(&self) -> &line::Line {
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
    pub fn commands<'k>(&self, keys: &'k Keys, below: &[Context]) -> Vec<&'k Line> {
        let wanted = self.line.text().to_lowercase();
        let fits = |b: &Bind| wanted.split_whitespace().all(|w| b.label.contains(w) || b.help.to_lowercase().contains(w));
        // A command is not offered from inside itself, nor where the screen has another use for all its keys.
        let offered = |line: &&Line| line.bind.does != Everywhere::Palette.into() && keys.chords_in(line, below).next().is_some();
        let by_name = |line: &&Line| self.what == What::Help || !line.bind.does.is_an_answer();
        let mut commands: Vec<_> = keys.lines_in(below).filter(offered).filter(by_name).filter(|line| fits(line.bind)).collect();
        commands.sort_by_key(|line| !line.bind.label.starts_with(wanted.trim()));
        commands
    }

    /// Does `action` while it lies over a screen where `below` is looked up.
    pub(crate) fn act(&mut self, action: action::Overlay, keys: &Keys, below: &[Context]) -> Over {
        let commands = self.commands(keys, below);
        match action {
            action::Overlay::Close => return Over::Closes,
            action::Overlay::Down => self.cursor = (self.cursor + 1).min(commands.len().saturating_sub(1)),
            action::Overlay::Up => self.cursor = self.cursor.saturating_sub(1),
            action::Overlay::Choose => {
                // What a person answers has to be pressed.
                let chosen = commands.get(self.cursor).map(|line| line.bind.does).filter(|does| !does.is_an_answer());
                return chosen.map_or(Over::Closes, Over::Does);
            }
            action::Overlay::Erase if self.line.is_empty() => return Over::Closes,
            action::Overlay::Erase => self.write(Chord::plain(Key::Backspace)),
        }
        Over::Stays
    }

    /// A key for what narrows it.
    pub(crate) fn write(&mut self, chord: Chord) {
        if self.line.edit(chord) {
            self.cursor = 0;
        }
    }
}
