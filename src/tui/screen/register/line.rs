//! A line that is being written on the register, and what it is.

use crate::domain::study::change::Field;
use crate::domain::study::register::Register;
use crate::tui::line::Line;
use crate::words::say;

/// What is being written.
#[derive(Debug)]
pub(crate) struct Writing {
    pub(super) about: About,
    pub(super) title: String,
    pub(crate) line: Line,
}

/// What it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// A value of somebody.
    Value(String, Field),
    /// The code of somebody new, of this kind. A code that looks like a name was warned about.
    New { group: Option<String>, warned: Option<String> },
}

impl Writing {
    /// A value of the participant of this code.
    pub(super) fn value(register: &Register, code: String, field: Field) -> Self {
        let (called, was) = (field.called(register), register.value(&code, &field).unwrap_or_default().to_owned());
        let title = say!("people-line-value", code = &code, name = called);
        Self { about: About::Value(code, field), title, line: Line::holding(was) }
    }

    /// What it is, in a few words.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    pub(super) fn is_a_value(&self) -> bool {
        matches!(self.about, About::Value(..))
    }
}
