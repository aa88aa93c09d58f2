//! Why a file that was typed elsewhere cannot be read: what is the matter with it, and what to do.

use thiserror::Error;

use crate::store::problem::Problem;
use crate::words::say;

/// Why a file cannot be read as a guide.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// More than anybody types.
    #[error("{}", say!("import-too-large"))]
    TooLarge,
    /// A format that is not read.
    #[error("{}", say!("import-format", format = .0))]
    Format(String),
    /// An old `.doc`, or one with a password.
    #[error("{}", say!("import-old-word"))]
    OldWord,
    /// It calls itself `.docx` and is no package.
    #[error("{}", say!("import-no-package"))]
    NoPackage,
    /// A part of the package is not there.
    #[error("{}", say!("import-part-missing", part = .0))]
    PartMissing(String),
    /// A part of the package cannot be unpacked.
    #[error("{}", say!("import-part-broken", part = .0))]
    PartBroken(String),
    /// A part of the package unpacks to more than anybody types.
    #[error("{}", say!("import-part-large", part = .0))]
    PartLarge(String),
    /// It is no text; the problem with its line.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    NoText(Vec<Problem>),
    /// More paragraphs than this, which no guide has.
    #[error("{}", say!("import-too-long", most = .0.to_string()))]
    TooLong(usize),
    /// There is nothing in it to read.
    #[error("{}", say!("import-empty"))]
    Empty,
}
