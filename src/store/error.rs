//! What can go wrong with a study on disk: what happened, then what to do.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use thiserror::Error;

use crate::disk::holder::holder;
use crate::disk::trouble;
use crate::disk::trouble::Trouble;
use crate::words::message::Message;
use crate::words::say;

/// Why something on disk was not done.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another hearback holds the session.
    #[error("{}", held(.0))]
    Locked(PathBuf),
    /// No space.
    #[error("{}", say!("store-not-done", what = .doing.clone(), why = trouble::said(&io::ErrorKind::StorageFull.into(), .path)))]
    Full {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: Message,
    },
    /// A journal is damaged before its end.
    #[error("{}", say!("store-damaged", file = shown(.path), line = .line.to_string()))]
    Corrupt {
        /// The journal.
        path: PathBuf,
        /// The first line that cannot be believed, from 1.
        line: u64,
    },
    /// A journal was written by a newer hearback.
    #[error("{}", say!("store-newer", file = shown(.path), by = .by))]
    Newer {
        /// The journal.
        path: PathBuf,
        /// What wrote it.
        by: String,
    },
    /// Something of a session is being destroyed, or stands in its journal, that only a newer hearback knows.
    #[error("{}", say!("destruction-newer", file = shown(.0)))]
    NewerDestruction(PathBuf),
    /// There is no study here.
    #[error("{}", say!("store-no-study", folder = shown(.0)))]
    NotAStudy(PathBuf),
    /// No session has this name.
    #[error("{}", unknown(.wish, .near))]
    NoSession {
        /// What was asked for.
        wish: String,
        /// What there is.
        near: Vec<String>,
    },
    /// Several sessions have this in their name.
    #[error("{}", say!("store-ambiguous", wish = .wish, names = .of.join(", ")))]
    Ambiguous {
        /// What was asked for.
        wish: String,
        /// What it could be.
        of: Vec<String>,
    },
    /// The folder that every study has for its sessions is not there.
    #[error("{}", say!("store-sessions-gone", folder = shown(.0)))]
    SessionsGone(PathBuf),
    /// It is not there.
    #[error("{}", missing(.doing, .path))]
    Missing {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: Message,
    },
    /// It is there already.
    #[error("{}", say!("store-exists", path = shown(.0)))]
    Exists(PathBuf),
    /// A link or a special file stands where a file of ours belongs.
    #[error("{}", say!("store-foreign", path = shown(.0), todo = put_right(.0)))]
    Foreign(PathBuf),
    /// A link that leads nowhere, or that cannot be trusted.
    #[error("{}", say!("store-elsewhere", path = shown(.0)))]
    Elsewhere(PathBuf),
    /// A code that cannot be part of a folder's name.
    #[error("{}", say!("store-bad-code", code = format!("{:?}", .0)))]
    BadCode(String),
    /// A session that has no set-up in its journal.
    #[error("{}", say!("store-no-set-up", file = shown(.0)))]
    Empty(PathBuf),
    /// A YAML file of the study cannot be used; the problems with file, line and column.
    #[error("{0}")]
    Unreadable(String),
    /// Anything else.
    #[error("{}", say!("store-not-done-at", what = .doing.clone(), path = shown(.path), why = trouble::said(.source, .path)))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: Message,
        /// What the system said.
        source: io::Error,
    },
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// That nothing is called as was wished, and what there is.
fn unknown(wish: &str, near: &[String]) -> String {
    match near {
        [] => say!("store-no-session-yet", wish = wish),
        near => say!("store-no-session", wish = wish, names = near.join(", ")),
    }
}

/// That somebody holds the session in the folder at `path`, and who, as far as this machine knows.
fn held(path: &Path) -> String {
    match holder(&path.join("lock")) {
        Some(who) => say!("store-held-by", path = shown(path), who = who),
        None => say!("store-held", path = shown(path)),
    }
}

/// What to do about what stands at `path` in the place of what belongs there.
fn put_right(path: &Path) -> String {
    let found = path.symlink_metadata();
    match found.as_ref().map(std::fs::Metadata::file_type) {
        Ok(kind) if kind.is_symlink() => say!("store-move-link"),
        Ok(kind) if kind.is_dir() => say!("store-move-folder"),
        Ok(kind) if kind.is_file() => say!("store-move-file"),
        _ => say!("store-move"),
    }
}

/// What was not done because something is not there: the file, or the first folder on the way to it, and then what to do.
fn missing(doing: &Message, path: &Path) -> String {
    let folders = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    match folders.take_while(|folder| !folder.exists()).last() {
        Some(folder) => say!("store-no-folder", what = doing.clone(), folder = shown(folder)),
        None => say!("store-no-file", what = doing.clone(), file = shown(path)),
    }
}

impl StoreError {
    /// What the system said, sorted by what the person can do about it.
    pub fn io(path: &Path, doing: Message, source: io::Error) -> Self {
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
            | Self::NewerDestruction(_)
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
    use crate::words::Words;
    use crate::words::message::message;
    use crate::words::speaking;

    #[test]
    fn a_folder_that_is_not_there_is_what_is_missing() {
        let dir = tempfile::tempdir().unwrap();
        let said = |path: &Path| StoreError::io(path, message!("could-not-write-letter"), io::ErrorKind::NotFound.into()).to_string();
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
        let said = |kind: io::ErrorKind| StoreError::io(path, message!("could-not-write-journal"), kind.into()).to_string();
        let place = "could not write the journal (study/journal.jsonl): ";
        let read_only = "this disk can only be read. Make the disk of study/journal.jsonl writable (a card may have a switch for it), \
                         or use another disk";
        assert_eq!(said(io::ErrorKind::ReadOnlyFilesystem), format!("{place}{read_only}"));
        let full = "could not write the journal: the disk is full. Free some space on the disk of study/journal.jsonl";
        assert_eq!(said(io::ErrorKind::StorageFull), full);
        assert!(said(io::ErrorKind::PermissionDenied).contains("Change the permissions of study/journal.jsonl and of its folder"));
        assert_eq!(said(io::ErrorKind::InvalidData), format!("{place}invalid data"), "nobody knows more");
    }

    #[test]
    fn what_was_not_done_is_a_whole_sentence_in_each_language() {
        let why = StoreError::io(Path::new("nowhere/journal.jsonl"), message!("could-not-write-journal"), io::ErrorKind::NotFound.into());
        let dutch = "het journaal kon niet worden geschreven: de map nowhere is er niet: maak die, of noem een andere plek";
        assert_eq!(speaking(Words::dutch(), || why.to_string()), dutch, "also if it happened before that language was chosen");
        assert_eq!(why.to_string(), "could not write the journal: there is no folder nowhere: make it, or name another place");
    }
}
