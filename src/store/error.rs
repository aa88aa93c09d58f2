//! What can go wrong with a study on disk: what happened, then what to do.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use thiserror::Error;

use crate::disk::holder::holder;
use crate::disk::trouble;
use crate::disk::trouble::Trouble;

/// Why something on disk was not done.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another hearback holds the session.
    #[error("{} is open in another window{}: close it there, or choose another session", .0.display(), by_whom(.0))]
    Locked(PathBuf),
    /// No space.
    #[error("could not {doing}: {}", trouble::said(&io::ErrorKind::StorageFull.into(), path))]
    Full {
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
    /// The folder that every study has for its sessions is not there.
    #[error(
        "the folder of the sessions, {}, is not there: look for it (is its disk plugged in and mounted? was it moved, or renamed?)",
        .0.display()
    )]
    SessionsGone(PathBuf),
    /// It is not there.
    #[error("could not {doing}: there is no {}", missing(.path))]
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
    #[error("{} is not the plain file or folder that belongs there: {}", .0.display(), put_right(.0))]
    Foreign(PathBuf),
    /// A link that leads nowhere, or that cannot be trusted.
    #[error(
        "{} is a link, and it or what it leads to is not there or not yours: mount the disk it lies on, or put in its place what belongs there",
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
    #[error("could not {doing} ({}): {}", path.display(), trouble::said(source, path))]
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

/// Who holds the session in the folder at `path`, as far as this machine knows, in brackets.
fn by_whom(path: &Path) -> String {
    holder(&path.join("lock")).map_or_else(String::new, |who| format!(" ({who})"))
}

/// What stands at `path` in the place of what belongs there, and what to do.
fn put_right(path: &Path) -> &'static str {
    let found = path.symlink_metadata();
    match found.as_ref().map(std::fs::Metadata::file_type) {
        Ok(kind) if kind.is_symlink() => "move it away (it is a link), and put what it leads to in its place",
        Ok(kind) if kind.is_dir() => "move it away (it is a folder), and put the file back that was there",
        Ok(kind) if kind.is_file() => "move it away (it is a file), and put the folder back that was there",
        _ => "move it away",
    }
}

/// What is not there: the file, or the first folder on the way to it, and then what to do.
fn missing(path: &Path) -> String {
    let folders = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    match folders.take_while(|folder| !folder.exists()).last() {
        Some(folder) => format!("folder {}: make it, or name another place", folder.display()),
        None => path.display().to_string(),
    }
}

impl StoreError {
    /// What the system said, sorted by what the person can do about it.
    pub fn io(path: &Path, doing: &'static str, source: io::Error) -> Self {
        let path = path.to_owned();
        match Trouble::of(&source) {
            Trouble::Full => Self::Full { path, doing },
            Trouble::Exists => Self::Exists(path),
            Trouble::Missing if path.is_symlink() => Self::Elsewhere(path),
            Trouble::Missing => Self::Missing { path, doing },
            Trouble::Foreign => Self::Foreign(path),
            Trouble::Quota
            | Trouble::TooLarge
            | Trouble::ReadOnlyDisk
            | Trouble::NotAllowed
            | Trouble::NotAFolder
            | Trouble::IsAFolder
            | Trouble::LongName
            | Trouble::Failing
            | Trouble::Gone
            | Trouble::Other => Self::Io { path, doing, source },
        }
    }

    /// Damage at `line` of the journal at `path`.
    pub(crate) fn corrupt(path: &Path, line: u64) -> Self {
        Self::Corrupt { path: path.to_owned(), line }
    }

    /// Whether the disk is at fault, rather than what the person asked for.
    pub(crate) fn is_storage(&self) -> bool {
        match self {
            Self::Full { .. }
            | Self::Corrupt { .. }
            | Self::Newer { .. }
            | Self::Io { .. }
            | Self::Foreign(_)
            | Self::Elsewhere(_)
            | Self::SessionsGone(_) => true,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_what_is_missing() {
        let dir = tempfile::tempdir().unwrap();
        let said = |path: &Path| StoreError::io(path, "write the letter", io::ErrorKind::NotFound.into()).to_string();
        let (here, deep) = (dir.path().join("a.md"), dir.path().join("no/where/a.md"));
        assert_eq!(said(&here), format!("could not write the letter: there is no {}", here.display()));
        let first = dir.path().join("no");
        assert_eq!(
            said(&deep),
            format!("could not write the letter: there is no folder {}: make it, or name another place", first.display())
        );
    }

    #[test]
    fn every_operation_says_what_is_wrong_and_what_to_do() {
        let path = Path::new("study/journal.jsonl");
        let said = |kind: io::ErrorKind| StoreError::io(path, "write the journal", kind.into()).to_string();
        let place = "could not write the journal (study/journal.jsonl): ";
        let read_only = "this disk can only be read. Make the disk of study/journal.jsonl writable (a card may have a switch for it), \
                         or use another disk";
        assert_eq!(said(io::ErrorKind::ReadOnlyFilesystem), format!("{place}{read_only}"));
        let full = "could not write the journal: the disk is full. Free some space on the disk of study/journal.jsonl";
        assert_eq!(said(io::ErrorKind::StorageFull), full);
        assert!(said(io::ErrorKind::PermissionDenied).contains("Change the permissions of study/journal.jsonl and of its folder"));
        assert_eq!(said(io::ErrorKind::InvalidData), format!("{place}invalid data"), "nobody knows more");
    }
}
