//! What a disk refused, sorted by what a person can do about it: one place for every operation and every command.
//!
//! The system's words say what a call met ("Input/output error"); whoever sits in an interview needs to know what to do. Each kind has its
//! words and its remedy, whatever was being done. What is no kind of its own is told in the system's words, without a remedy that would
//! be a guess.

use std::io;
use std::path::Path;

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
    fn words(self) -> Option<&'static str> {
        Some(match self {
            Self::Full => "the disk is full",
            Self::Quota => "your share of the disk is used up",
            Self::TooLarge => "no file may become that large there",
            Self::ReadOnlyDisk => "this disk can only be read",
            Self::NotAllowed => "you have no permission for it",
            Self::NotAFolder => "a file stands where a folder belongs",
            Self::IsAFolder => "a folder stands where a file belongs",
            Self::Foreign => "a link, or something else that is no plain file, stands there",
            Self::LongName => "its name is too long for this disk",
            Self::Failing => "the disk fails",
            Self::Gone => "the disk is not there any more",
            Self::Missing => "it is not there",
            Self::Exists => "something of that name is there already",
            Self::Other => return None,
        })
    }

    /// What to do about it at `path`; nothing where nobody can know.
    pub(crate) fn todo(self, path: &Path) -> Option<String> {
        let place = path.display();
        Some(match self {
            Self::Full => format!("Free some space on the disk of {place}"),
            Self::Quota => format!("Delete something of yours on the disk of {place}, or ask for a larger share"),
            Self::TooLarge => format!("Keep the study on another disk than that of {place}, or lift the limit on files (ulimit -f)"),
            Self::ReadOnlyDisk => format!("Make the disk of {place} writable (a card may have a switch for it), or use another disk"),
            Self::NotAllowed => format!("Change the permissions of {place} and of its folder, or use a folder of your own"),
            // Which part of the path it is is what one would have to look for.
            Self::NotAFolder => {
                let file = path.ancestors().find(|part| part.is_file()).unwrap_or(path);
                format!("Move {} away, or name another place", file.display())
            }
            Self::IsAFolder => format!("Move the folder {place} away, or name another place"),
            Self::Foreign => format!("Move {place} away, or name another place"),
            Self::LongName => "Choose a shorter one".to_owned(),
            Self::Failing => format!("Check the plug and the cable of the disk of {place}, copy what lies on it, and use another disk"),
            Self::Gone => format!("Plug in, or mount again, the disk of {place}"),
            Self::Missing => format!("Look for {place} where it was before"),
            Self::Exists => format!("Move {place} away, or choose another name"),
            Self::Other => return None,
        })
    }
}

/// What `why` says is wrong, in words of ours where there are some.
pub fn what(why: &io::Error) -> String {
    Trouble::of(why).words().map_or_else(|| why.to_string(), str::to_owned)
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
        assert_eq!(todo, format!("Move {} away, or name another place", file.path().display()));
        let odd = io::Error::other("the heads are crooked");
        assert_eq!(said(&odd, dir.path()), "the heads are crooked");
    }
}
