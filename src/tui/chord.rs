//! A key as the person pressed it, in our own words.
//!
//! The terminal's library stays outside; what it reports is turned into a [`Chord`] at the door. Chords are written in the keymap as
//! `ctrl-t` or `f4` and shown to people as `Ctrl-T` or `F4`.

use std::fmt;
use std::str::FromStr;

use crate::words::say;

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
    ShiftUp,
    ShiftDown,
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
    pub(crate) fn as_alt(self) -> Chord {
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

    /// The same without Shift, where it is an arrow with it: what it means wherever nothing is moved.
    pub(crate) const fn without_shift(self) -> Self {
        match self.key {
            Key::ShiftUp => Self { key: Key::Up, ..self },
            Key::ShiftDown => Self { key: Key::Down, ..self },
            _ => self,
        }
    }

    /// Why no program hears this chord, if that is so: what a terminal makes of it instead.
    pub(crate) fn is_lost(self) -> Option<String> {
        let becomes = |other: &str| Some(say!("chord-becomes", other = other, key = self.to_string()));
        match self.key {
            Key::Char('h') if self.ctrl => becomes("Backspace"),
            Key::Char('i') if self.ctrl => becomes("Tab"),
            Key::Char('m') if self.ctrl => becomes("Enter"),
            Key::Char('[') if self.ctrl => becomes("Esc"),
            Key::Char('a'..='z' | ' ' | '\\' | ']' | '^' | '_') if self.ctrl => None,
            Key::Char(_) if self.ctrl => Some(say!("chord-nothing-of-its-own", key = self.to_string())),
            // So begins what a terminal says by itself.
            Key::Char('[' | ']' | '\\' | '^' | '_') if self.alt => Some(say!("chord-begins", key = self.to_string())),
            Key::Enter | Key::Tab | Key::BackTab | Key::Esc if self.ctrl => Some(say!("chord-not-sent", key = self.to_string())),
            Key::Tab | Key::BackTab | Key::Esc if self.alt => Some(say!("chord-desktop", key = self.to_string())),
            _ => None,
        }
    }

    /// The character this chord types, if it types one.
    pub(crate) fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }
}

const NAMES: [(&str, Key, &str); 18] = [
    ("enter", Key::Enter, "Enter"),
    ("tab", Key::Tab, "Tab"),
    ("backtab", Key::BackTab, "Shift-Tab"),
    ("esc", Key::Esc, "Esc"),
    ("backspace", Key::Backspace, "Backspace"),
    ("delete", Key::Delete, "Del"),
    ("insert", Key::Insert, "Ins"),
    ("up", Key::Up, "Up"),
    ("down", Key::Down, "Down"),
    ("shift-up", Key::ShiftUp, "Shift-Up"),
    ("shift-down", Key::ShiftDown, "Shift-Down"),
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
#[error("{}", say!("chord-unread", key = .0))]
pub struct NotAChord(String);

impl FromStr for Chord {
    type Err = NotAChord;

    /// Written by a person, from a manual or from a footer: `ctrl-t` and `Ctrl-T`, `pagedown` and `PgDn`. Only a letter by itself is
    /// another one when it is large.
    fn from_str(text: &str) -> Result<Self, NotAChord> {
        let wrong = || NotAChord(text.to_owned());
        let (mut rest, mut ctrl, mut alt) = (text, false, false);
        loop {
            if let Some(after) = after_word(rest, "ctrl-") {
                (rest, ctrl) = (after, true);
            } else if let Some(after) = after_word(rest, "alt-") {
                (rest, alt) = (after, true);
            } else {
                break;
            }
        }
        let mut chars = rest.chars();
        let key = match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_control() => return Err(wrong()),
            (Some(c), None) if ctrl || alt => Key::Char(c.to_ascii_lowercase()),
            (Some(c), None) => Key::Char(c),
            _ => match NAMES.iter().find(|(name, _, shown)| rest.eq_ignore_ascii_case(name) || rest.eq_ignore_ascii_case(shown)) {
                Some((_, key, _)) => *key,
                None => {
                    let digits = rest.strip_prefix(['f', 'F']).filter(|digits| !digits.starts_with(['0', '+']));
                    let number = digits.and_then(|n| n.parse().ok()).filter(|n| (1..=24).contains(n));
                    Key::F(number.ok_or_else(wrong)?)
                }
            },
        };
        Ok(Self { key, ctrl, alt })
    }
}

/// What comes after `word`, however large its letters are.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (before, after) = text.split_at_checked(word.len())?;
    before.eq_ignore_ascii_case(word).then_some(after)
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
        for (as_shown, written) in
            [("Ctrl-T", "ctrl-t"), ("PgDn", "pagedown"), ("Shift-Tab", "backtab"), ("F13", "f13"), ("ALT-N", "alt-n")]
        {
            assert_eq!(as_shown.parse::<Chord>(), written.parse::<Chord>());
        }
        assert_ne!("N".parse::<Chord>(), "n".parse::<Chord>());
        for wrong in ["f0", "f013", "f+3", "shift-f1", "\u{7}", "ctrl-\u{1b}", "e\u{301}"] {
            assert!(wrong.parse::<Chord>().is_err(), "{wrong}");
        }
        for wrong in ["f25", "crtl-t", "", "up up"] {
            assert!(wrong.parse::<Chord>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_no_terminal_sends_is_known() {
        for lost in ["ctrl-h", "ctrl-i", "ctrl-m", "ctrl-[", "ctrl-1", "ctrl-é", "ctrl-enter", "alt-tab", "alt-["] {
            assert!(lost.parse::<Chord>().unwrap().is_lost().is_some(), "{lost}");
        }
        for heard in ["ctrl-j", "ctrl-\\", "ctrl-space", "alt-n", "alt-left", "ctrl-down", "f24", "ctrl-f13", "é", "alt-enter"] {
            assert_eq!(heard.parse::<Chord>().unwrap().is_lost(), None, "{heard}");
        }
    }

    #[test]
    fn only_bare_characters_type() {
        assert_eq!("é".parse::<Chord>().unwrap().typed(), Some('é'));
        assert_eq!("ctrl-t".parse::<Chord>().unwrap().typed(), None);
        assert_eq!("enter".parse::<Chord>().unwrap().typed(), None);
    }
}
