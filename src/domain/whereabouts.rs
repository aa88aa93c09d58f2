//! What is known of the place that a study lies in: whether the disk is encrypted, on which
//! computer it is, and whether something copies the folder elsewhere. Also whether letters on a screen can be read at arm's length. Values only; nothing here claims what it cannot know.

use crate::words::say;

/// Whether what is written there is encrypted on its way to the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encrypted {
    /// It is.
    Yes,
    /// Nothing that encrypts lies between the folder and the disk. A disk that does so by itself does not say it.
    No,
    /// The system does not say.
    #[default]
    Unknown,
}

/// On which computer what is written there comes to lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lies {
    /// On a disk of this one, with a file system of this name.
    Here(String),
    /// On another, which shares it by this name: over a network, or with a computer that is only played.
    Elsewhere(String),
    /// The system does not say.
    #[default]
    Unknown,
}

/// What is known of the place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Whether it is encrypted.
    pub encrypted: Encrypted,
    /// On which computer it lies.
    pub lies: Lies,
    /// By the look of it, this service copies the folder elsewhere.
    pub synced_by: Option<String>,
}

impl Encrypted {
    /// It in a few words.
    pub fn words(self) -> String {
        match self {
            Self::Yes => say!("place-encrypted"),
            Self::No => say!("place-not-encrypted"),
            Self::Unknown => say!("place-encryption-unknown"),
        }
    }
}

/// How letters on a screen are, seen from where an interviewer sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// As far as can be known they can be read.
    Fine,
    /// They are small.
    Small,
}

/// A window of more than this shows more than an interview needs, and the letters are the smaller for it.
const COLUMNS: u16 = 100;
const ROWS: u16 = 30;

/// A row of fewer pixels than this is small on any screen: 4 mm where an inch has 96.
const PIXELS: u16 = 15;

impl Letters {
    /// In a window of so many columns and rows, a row of which is so many pixels high, where the terminal says that.
    pub const fn in_window(columns: u16, rows: u16, pixels: Option<u16>) -> Self {
        let is_low = matches!(pixels, Some(pixels) if pixels < PIXELS);
        if is_low || columns > COLUMNS && rows > ROWS { Self::Small } else { Self::Fine }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_small_in_a_large_window_and_in_a_low_row() {
        let letters = |columns, rows, pixels| Letters::in_window(columns, rows, pixels);
        assert_eq!(
            [letters(80, 24, None), letters(100, 30, None), letters(200, 30, None)],
            [Letters::Fine; 3],
            "one side alone says little"
        );
        assert_eq!([letters(101, 31, None), letters(101, 31, Some(20)), letters(80, 24, Some(12))], [Letters::Small; 3]);
        assert_eq!(letters(80, 24, Some(24)), Letters::Fine);
    }
}
