//! How a command ends when it cannot do what was asked: what happened, what to do, and the exit code.

use std::fmt;
use std::process::ExitCode;

/// Whose turn it is when something failed, the graver the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The person can mend it.
    Mendable,
    /// The command line was wrong.
    Usage,
    /// The audio device.
    Device,
    /// The disk.
    Storage,
    /// We are wrong.
    Bug,
}

impl Kind {
    /// The exit code: 1 the user can mend it, 2 usage, 3 audio device, 4 storage, 70 our bug (`EX_SOFTWARE` of sysexits.h).
    pub const fn code(self) -> u8 {
        match self {
            Self::Mendable => 1,
            Self::Usage => 2,
            Self::Device => 3,
            Self::Storage => 4,
            Self::Bug => 70,
        }
    }
}

/// Why a command failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Whose turn it is.
    pub kind: Kind,
    /// What happened, then what to do.
    pub text: String,
}

impl Failure {
    /// A failure of `kind` that says `text`.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }

    /// Something the person can mend.
    pub(crate) fn mendable(text: impl Into<String>) -> Self {
        Self::new(Kind::Mendable, text)
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> ExitCode {
        ExitCode::from(self.kind.code())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is printed after the screen is gone has no filter but this one.
        f.write_str(&self.text.lines().map(crate::domain::text::shown).collect::<Vec<_>>().join("\n"))
    }
}
