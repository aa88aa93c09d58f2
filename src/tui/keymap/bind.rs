//! One line of the table of keys.

use crate::tui::chord::Chord;
use crate::tui::keymap::action::Action;
use crate::tui::keymap::context::Context;
use crate::words::message::Message;
use crate::words::spoken;

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Bind {
    /// The chords, the first shown in the footer.
    pub on: &'static [&'static str],
    /// Where it works.
    pub within: Context,
    /// What it does.
    pub does: Action,
    /// What the languages know its label as, which has at most eleven columns: for the footer and the palette.
    label: &'static str,
    /// What they know its sentence as: for the help.
    help: &'static str,
    /// How far to the left in the footer; 9 is not shown there.
    pub rank: u8,
}

impl Bind {
    /// Its label, in a word or two.
    pub fn label(&self) -> String {
        spoken().say(Message::plain(self.label))
    }

    /// What it does, in one sentence.
    pub fn help(&self) -> String {
        spoken().say(Message::plain(self.help))
    }

    /// Its chords. The tests show that each can be read.
    pub fn chords(&self) -> Vec<Chord> {
        self.on.iter().filter_map(|text| text.parse().ok()).collect()
    }
}

/// A line of it.
pub(super) const fn bind(
    on: &'static [&'static str],
    within: Context,
    does: Action,
    label: &'static str,
    help: &'static str,
    rank: u8,
) -> Bind {
    Bind { on, within, does, label, help, rank }
}
