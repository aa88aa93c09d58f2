//! Whoever hears the screens instead of seeing them: what `--plain` changes about keys.
//!
//! What is told has numbers where something can be chosen, so digits that mean nothing else are gathered until Enter, and a key asks where
//! one is. Nothing of it is there for who looks at a drawn screen. A number answers nothing that a participant is asked: it only chooses.

/// How the screens are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// As pictures.
    #[default]
    Drawn,
    /// As lines that are added below each other (`--plain`).
    Told,
}

/// The most digits of a number: no list is longer.
const MOST_DIGITS: usize = 4;

/// What is known of whoever hears.
#[derive(Debug, Default)]
pub struct Listener {
    manner: Manner,
    digits: String,
    /// How often it was asked where one is.
    asked: u64,
}

impl Listener {
    /// For screens that are shown so.
    pub(crate) fn of(manner: Manner) -> Self {
        Self { manner, ..Self::default() }
    }

    /// How the screens are shown.
    pub(crate) fn manner(&self) -> Manner {
        self.manner
    }

    /// The digits of a number that is being typed.
    pub(crate) fn digits(&self) -> &str {
        &self.digits
    }

    /// A digit came.
    pub(crate) fn takes(&mut self, digit: char) {
        if self.digits.len() < MOST_DIGITS {
            self.digits.push(digit);
        }
    }

    /// The last digit is rubbed out.
    pub(crate) fn rubs_out(&mut self) {
        self.digits.pop();
    }

    /// The number that was typed, which is over now; nothing where none was.
    pub(crate) fn number(&mut self) -> Option<usize> {
        std::mem::take(&mut self.digits).parse().ok()
    }

    /// It is asked where one is.
    pub(crate) fn asks(&mut self) {
        self.asked = self.asked.wrapping_add(1);
    }

    /// How often that was asked.
    pub(crate) fn asked(&self) -> u64 {
        self.asked
    }
}
