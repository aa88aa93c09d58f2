//! A key as the person pressed it, in our own words.
//!
//! The terminal's library stays outside; what it reports is turned into a [`Chord`] at the door. Chords are written in the keymap as
//! `ctrl-t` or `f4` and shown to people as `Ctrl-T` or `F4`.

use std::fmt;
use std::str::FromStr;

/// The key of a chord.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the key it is named after")]
pub enum Key {
    Char(char),
    F(u8),
    Enter,
    Tab,
    BackTab,
    Esc,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
}

/// A key with its modifiers. Shift is part of the character for letters, and dropped for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// A key as it came from the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// The key.
    pub chord: Chord,
    /// Whether an Esc came with it.
    pub spelling: Spelling,
    /// Whether something else came at the same moment.
    pub company: Company,
}

/// How a key was written. Alt with a key is written as Esc and the key, and so is Esc with a key pressed soon after it where something in
/// between waits for more (tmux before 3.5 does so for half a second): who reads it has to know what Esc would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As that key and nothing else.
    AsOne,
    /// As Esc and the key.
    AfterEsc,
}

/// Whether a hand can be told from a flood: what a person answers comes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Nothing else was there when it was read.
    Alone,
    /// It was read together with something else.
    Among,
}

impl From<Chord> for Press {
    /// A key by itself.
    fn from(chord: Chord) -> Self {
        Self { chord, spelling: Spelling::AsOne, company: Company::Alone }
    }
}

impl Press {
    /// The key with Alt, if it came after an Esc.
    pub fn as_alt(self) -> Chord {
        match (self.spelling, self.chord.key) {
            (Spelling::AsOne, _) => self.chord,
            (Spelling::AfterEsc, Key::Char(c)) => Chord { key: Key::Char(c.to_ascii_lowercase()), alt: true, ..self.chord },
            (Spelling::AfterEsc, _) => Chord { alt: true, ..self.chord },
        }
    }
}

impl Chord {
    /// `key` alone.
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false }
    }

    /// The character this chord types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }
}

const NAMES: [(&str, Key, &str); 16] = [
    ("enter", Key::Enter, "Enter"),
    ("tab", Key::Tab, "Tab"),
    ("backtab", Key::BackTab, "Shift-Tab"),
    ("esc", Key::Esc, "Esc"),
    ("backspace", Key::Backspace, "Backspace"),
    ("delete", Key::Delete, "Del"),
    ("insert", Key::Insert, "Ins"),
    ("up", Key::Up, "Up"),
    ("down", Key::Down, "Down"),
    ("left", Key::Left, "Left"),
    ("right", Key::Right, "Right"),
    ("home", Key::Home, "Home"),
    ("end", Key::End, "End"),
    ("pageup", Key::PageUp, "PgUp"),
    ("pagedown", Key::PageDown, "PgDn"),
    ("space", Key::Char(' '), "Space"),
];

/// A chord that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a key: write it as `f4`, `ctrl-t`, `enter` or a single character")]
pub struct NotAChord(String);

impl FromStr for Chord {
    type Err = NotAChord;

    fn from_str(text: &str) -> Result<Self, NotAChord> {
        let wrong = || NotAChord(text.to_owned());
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-") {
                (rest, ctrl) = (after, true);
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (rest, alt) = (after, true);
            } else {
                break;
            }
        }
        let mut chars = rest.chars();
        let key = match (chars.next(), chars.next()) {
            (Some(c), None) => Key::Char(c),
            _ => match NAMES.iter().find(|(name, ..)| *name == rest) {
                Some((_, key, _)) => *key,
                None => {
                    let number = rest.strip_prefix('f').and_then(|n| n.parse().ok()).filter(|n| (1..=24).contains(n));
                    Key::F(number.ok_or_else(wrong)?)
                }
            },
        };
        Ok(Self { key, ctrl, alt })
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        if self.ctrl {
            text.push_str("Ctrl-");
        }
        if self.alt {
            text.push_str("Alt-");
        }
        match self.key {
            Key::F(n) => text.extend(["F", &n.to_string()]),
            key => match (NAMES.iter().find(|(_, k, _)| *k == key), key) {
                (Some((.., shown)), _) => text.push_str(shown),
                (None, Key::Char(c)) if self.ctrl || self.alt => text.extend(c.to_uppercase()),
                (None, Key::Char(c)) => text.push(c),
                (None, _) => text.push('?'),
            },
        }
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_read_and_shown() {
        for (written, shown) in
            [("f4", "F4"), ("ctrl-t", "Ctrl-T"), ("alt-4", "Alt-4"), ("pagedown", "PgDn"), ("/", "/"), ("space", "Space")]
        {
            assert_eq!(written.parse::<Chord>().unwrap().to_string(), shown);
        }
        for wrong in ["f25", "crtl-t", "", "up up"] {
            assert!(wrong.parse::<Chord>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_bare_characters_type() {
        assert_eq!("é".parse::<Chord>().unwrap().typed(), Some('é'));
        assert_eq!("ctrl-t".parse::<Chord>().unwrap().typed(), None);
        assert_eq!("enter".parse::<Chord>().unwrap().typed(), None);
    }
}
