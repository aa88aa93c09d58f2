//! What a disk refused, sorted by what a person can do about it: one place for every operation and every command.
//!
//! The system's words say what a call met ("Input/output error"); whoever sits in an interview needs to know what to do. Each kind has its
//! words and its remedy, whatever was being done. What is no kind of its own is told in the system's words, without a remedy that would
//! be a guess.

use std::io;
use std::path::Path;

use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// A kind of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No space.
    Full,
    /// No space for this user.
    Quota,
    /// No space in this file.
    TooLarge,
    /// Nothing can be written on the whole disk.
    ReadOnlyDisk,
    /// This user may not.
    NotAllowed,
    /// A file stands where a folder belongs.
    NotAFolder,
    /// A folder stands where a file belongs.
    IsAFolder,
    /// A link, or something else that is no plain file.
    Foreign,
    /// The name is too long.
    LongName,
    /// The disk fails.
    Failing,
    /// The disk is not there any more.
    Gone,
    /// Nothing is there.
    Missing,
    /// Something is there already.
    Exists,
    /// Anything else.
    Other,
}

impl Trouble {
    /// Which kind `why` is.
    pub fn of(why: &io::Error) -> Self {
        use io::ErrorKind as K;
        match why.kind() {
            K::StorageFull => Self::Full,
            K::QuotaExceeded => Self::Quota,
            K::FileTooLarge => Self::TooLarge,
            K::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            K::PermissionDenied => Self::NotAllowed,
            K::NotADirectory => Self::NotAFolder,
            K::IsADirectory => Self::IsAFolder,
            K::InvalidFilename => Self::LongName,
            K::StaleNetworkFileHandle | K::NotConnected | K::HostUnreachable | K::NetworkDown | K::TimedOut => Self::Gone,
            K::NotFound => Self::Missing,
            K::AlreadyExists => Self::Exists,
            _ => Self::of_number(why),
        }
    }

    /// Those for which the standard library has no stable kind.
    #[cfg(unix)]
    fn of_number(why: &io::Error) -> Self {
        use rustix::io::Errno;
        match Errno::from_io_error(why) {
            Some(Errno::LOOP) => Self::Foreign,
            Some(Errno::IO) => Self::Failing,
            Some(Errno::NXIO | Errno::NODEV | Errno::HOSTDOWN) => Self::Gone,
            _ => Self::Other,
        }
    }

    #[cfg(not(unix))]
    fn of_number(_: &io::Error) -> Self {
        Self::Other
    }

    /// What is wrong, where it is not told in the system's words.
    fn words(self) -> Option<Message> {
        Some(match self {
            Self::Full => message!("disk-full"),
            Self::Quota => message!("disk-quota"),
            Self::TooLarge => message!("disk-too-large"),
            Self::ReadOnlyDisk => message!("disk-read-only"),
            Self::NotAllowed => message!("disk-not-allowed"),
            Self::NotAFolder => message!("disk-no-folder"),
            Self::IsAFolder => message!("disk-a-folder"),
            Self::Foreign => message!("disk-foreign"),
            Self::LongName => message!("disk-long-name"),
            Self::Failing => message!("disk-failing"),
            Self::Gone => message!("disk-gone"),
            Self::Missing => message!("disk-missing"),
            Self::Exists => message!("disk-exists"),
            Self::Other => return None,
        })
    }

    /// What to do about it at `path`; nothing where nobody can know.
    pub(crate) fn todo(self, path: &Path) -> Option<String> {
        let place = &path.display().to_string();
        Some(match self {
            Self::Full => say!("disk-full-todo", place = place),
            Self::Quota => say!("disk-quota-todo", place = place),
            Self::TooLarge => say!("disk-too-large-todo", place = place),
            Self::ReadOnlyDisk => say!("disk-read-only-todo", place = place),
            Self::NotAllowed => say!("disk-not-allowed-todo", place = place),
            // Which part of the path it is is what one would have to look for.
            Self::NotAFolder => {
                let file = path.ancestors().find(|part| part.is_file()).unwrap_or(path);
                say!("disk-foreign-todo", place = file.display().to_string())
            }
            Self::IsAFolder => say!("disk-a-folder-todo", place = place),
            Self::Foreign => say!("disk-foreign-todo", place = place),
            Self::LongName => say!("disk-long-name-todo"),
            Self::Failing => say!("disk-failing-todo", place = place),
            Self::Gone => say!("disk-gone-todo", place = place),
            Self::Missing => say!("disk-missing-todo", place = place),
            Self::Exists => say!("disk-exists-todo", place = place),
            Self::Other => return None,
        })
    }
}

/// What `why` says is wrong, in words of ours where there are some.
pub fn what(why: &io::Error) -> String {
    Trouble::of(why).words().map_or_else(|| why.to_string(), |words| spoken().say(words))
}

/// What `why`, met at `path`, says is wrong, and what to do about it.
pub fn said(why: &io::Error, path: &Path) -> String {
    match Trouble::of(why).todo(path) {
        Some(todo) => format!("{}. {todo}", what(why)),
        None => what(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn each_thing_a_system_says_has_a_word_of_its_own_and_a_remedy() {
        use rustix::io::Errno;
        let mut words = std::collections::BTreeSet::new();
        let all = [
            Errno::NOSPC,
            Errno::DQUOT,
            Errno::FBIG,
            Errno::ROFS,
            Errno::ACCESS,
            Errno::NOTDIR,
            Errno::ISDIR,
            Errno::LOOP,
            Errno::NAMETOOLONG,
            Errno::IO,
            Errno::STALE,
        ];
        for errno in all {
            let why = io::Error::from(errno);
            assert_ne!(Trouble::of(&why), Trouble::Other, "{why}");
            assert_ne!(what(&why), why.to_string(), "not in the system's words");
            words.insert(what(&why));
            assert!(Trouble::of(&why).todo(Path::new("study/take")).is_some(), "{why}");
        }
        assert_eq!(words.len(), all.len(), "{words:?}");
        assert_eq!(Trouble::of(&Errno::PERM.into()), Trouble::NotAllowed);
        assert_eq!(Trouble::of(&Errno::NODEV.into()), Trouble::Gone);
    }

    #[test]
    fn the_file_in_the_way_is_named_and_what_nobody_knows_is_not_guessed() {
        let dir = tempfile::tempdir().unwrap();
        let file = tempfile::NamedTempFile::new_in(dir.path()).unwrap();
        let todo = Trouble::NotAFolder.todo(&file.path().join("deep/er")).unwrap();
        assert_eq!(todo, format!("Move {} away", file.path().display()));
        let odd = io::Error::other("the heads are crooked");
        assert_eq!(said(&odd, dir.path()), "the heads are crooked");
    }
}
