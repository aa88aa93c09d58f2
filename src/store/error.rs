//! What can go wrong with a study on disk: what happened, then what to do.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use thiserror::Error;

/// Why something on disk was not done.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another hearback holds the session.
    #[error("{} is open in another window: close it there, or choose another session", .0.display())]
    Locked(PathBuf),
    /// No space.
    #[error("could not {doing}: the disk is full. Free some space on the disk of {}", path.display())]
    Full {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
    },
    /// Nothing can be written there.
    #[error("could not {doing}: {} cannot be written to. Change its permissions, or use a folder of your own", path.display())]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
    },
    /// A journal is damaged before its end.
    #[error("{} is damaged at line {line}: `hearback recover` makes it readable again and keeps the damaged one", path.display())]
    Corrupt {
        /// The journal.
        path: PathBuf,
        /// The first line that cannot be believed, from 1.
        line: u64,
    },
    /// A journal was written by a newer hearback.
    #[error("{} was written by {by}, which is newer: open it with that version", path.display())]
    Newer {
        /// The journal.
        path: PathBuf,
        /// What wrote it.
        by: String,
    },
    /// There is no study here.
    #[error("there is no study in {}: `hearback init` makes one, or set HEARBACK_STUDY", .0.display())]
    NotAStudy(PathBuf),
    /// No session has this name.
    #[error("no session is called {wish}{}", known(.near))]
    NoSession {
        /// What was asked for.
        wish: String,
        /// What there is.
        near: Vec<String>,
    },
    /// Several sessions have this in their name.
    #[error("{wish} could be {}: write more of the name", .of.join(", "))]
    Ambiguous {
        /// What was asked for.
        wish: String,
        /// What it could be.
        of: Vec<String>,
    },
    /// It is not there.
    #[error("could not {doing}: there is no {}", path.display())]
    Missing {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
    },
    /// It is there already.
    #[error("{} is there already, and nothing is overwritten: choose another place", .0.display())]
    Exists(PathBuf),
    /// A link or a special file stands where a file of ours belongs.
    #[error("{} is not a plain file or folder of the study: move it away", .0.display())]
    Foreign(PathBuf),
    /// The folder of the sessions is a link that cannot be trusted.
    #[error(
        "{} is a link, and it or the folder it leads to is not there or not yours: mount the disk it lies on, or put a folder in its place",
        .0.display()
    )]
    Elsewhere(PathBuf),
    /// A code that cannot be part of a folder's name.
    #[error("{0:?} cannot be a participant's code: use letters, digits, - and _, at most 32, such as P07")]
    BadCode(String),
    /// A session that has no set-up in its journal.
    #[error("the set-up in the journal {} is lost: `hearback recover` makes it again, unless the session's folder was renamed", .0.display())]
    Empty(PathBuf),
    /// A YAML file of the study cannot be used; the problems with file, line and column.
    #[error("{0}")]
    Unreadable(String),
    /// Anything else.
    #[error("could not {doing} ({}): {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

fn known(names: &[String]) -> String {
    if names.is_empty() { ": there is none yet".into() } else { format!("; there are {}", names.join(", ")) }
}

impl StoreError {
    /// What the system said, sorted by what the person can do about it.
    pub fn io(path: &Path, doing: &'static str, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full { path, doing },
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly { path, doing },
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            io::ErrorKind::NotFound => Self::Missing { path, doing },
            _ if is_link(&source) => Self::Foreign(path),
            _ => Self::Io { path, doing, source },
        }
    }

    /// Damage at `line` of the journal at `path`.
    pub(crate) fn corrupt(path: &Path, line: u64) -> Self {
        Self::Corrupt { path: path.to_owned(), line }
    }

    /// Whether the disk is at fault, rather than what the person asked for.
    pub fn is_storage(&self) -> bool {
        match self {
            Self::Full { .. }
            | Self::ReadOnly { .. }
            | Self::Corrupt { .. }
            | Self::Newer { .. }
            | Self::Io { .. }
            | Self::Foreign(_)
            | Self::Elsewhere(_) => true,
            Self::Locked(_)
            | Self::NotAStudy(_)
            | Self::NoSession { .. }
            | Self::Missing { .. }
            | Self::Ambiguous { .. }
            | Self::Exists(_)
            | Self::BadCode(_)
            | Self::Empty(_)
            | Self::Unreadable(_) => false,
        }
    }
}

/// Whether the system refused because a link stands where a file was opened (`O_NOFOLLOW`).
#[cfg(unix)]
fn is_link(source: &io::Error) -> bool {
    source.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn is_link(_: &io::Error) -> bool {
    false
}
