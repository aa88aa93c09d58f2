//! The number to ring when the line of an interview by video drops. It is somebody's own: it lives in memory as long as the interview is
//! open, stands on the screen when it is asked for, and is written nowhere, in no journal and in no account of a panic.

use std::fmt;

/// A number, or none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Ring(String);

impl Ring {
    /// What was written in the form.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// It, for the screen; nothing where none was written.
    pub(crate) fn number(&self) -> Option<&str> {
        Some(self.0.as_str()).filter(|number| !number.is_empty())
    }
}

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ring")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_account_of_it_has_the_number() {
        let ring = Ring::new(" 06 1234 5678 ");
        assert_eq!((ring.number(), format!("{ring:?}").as_str()), (Some("06 1234 5678"), "Ring"));
        assert_eq!(Ring::new(" ").number(), None);
    }
}
