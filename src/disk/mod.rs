//! The ground floor: what is asked of a disk, and what is done where it cannot.
//!
//! Studies lie on laptops' own disks, and on shared ones, memory sticks, encrypted containers and folders that a program keeps in step with
//! another computer. Not all of those can do all that a careful program asks: some cannot sync a folder, some know no locks, some no hard
//! links. None of that is a reason to refuse an interview while the participant sits at the table. What is weaker there is a [`Weakness`],
//! said on the screen and, beforehand, by `hearback doctor`. What fails is an error all the same: a disk that cannot write is not a weak one.
//!
//! Here files are made, opened, replaced ([`whole`]), synced and held ([`lock`]), and their bytes added up ([`digest`]); [`trial`] tries
//! all of it in a folder. Nothing here knows what is in a file, and nothing of ours is imported.

#![expect(clippy::disallowed_methods, reason = "this is where files are opened")]

use std::fmt;
use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::path::Path;

pub mod digest;
pub mod lock;
pub mod trial;
pub mod whole;

/// Something that a disk cannot do, and that work goes on without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// It cannot sync a folder.
    NoFolderSync,
    /// It has no locks.
    NoLocks,
}

impl fmt::Display for Weakness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoFolderSync => {
                "this disk cannot make the names of new files safe at once: after a power cut the last of them may be missing"
            }
            Self::NoLocks => "this disk has no locks: have this study open in one window, on one computer, at a time",
        })
    }
}

/// What came of asking for names to be made safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Synced {
    /// They are.
    Done,
    /// This disk cannot; what stands in the files is safe in any case.
    CannotBe,
}

/// Makes the names in `folder` safe: a new file whose folder was not synced may be gone after a power cut.
///
/// Old CIFS, some FUSE and 9p disks cannot and say EINVAL, EOPNOTSUPP or EBADF (see fsync(2) and the Linux CIFS and FUSE sources); that is
/// an answer. EIO and all others are errors.
pub fn sync_folder(folder: &Path) -> io::Result<Synced> {
    #[cfg(unix)]
    {
        match File::open(folder)?.sync_all() {
            Err(why) if is_one_of(&why, &[rustix::io::Errno::INVAL, rustix::io::Errno::OPNOTSUPP, rustix::io::Errno::BADF]) => {
                Ok(Synced::CannotBe)
            }
            other => other.map(|()| Synced::Done),
        }
    }
    #[cfg(not(unix))]
    {
        let _ = folder; // folders cannot be synced there; NTFS journals its names
        Ok(Synced::Done)
    }
}

/// [`sync_folder`] of the folder that `path` lies in.
pub fn sync_folder_of(path: &Path) -> io::Result<Synced> {
    sync_folder(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))
}

#[cfg(unix)]
fn is_one_of(why: &io::Error, known: &[rustix::io::Errno]) -> bool {
    rustix::io::Errno::from_io_error(why).is_some_and(|errno| known.contains(&errno))
}

/// Whether a link is followed on opening a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Yes: what is asked is what one would read.
    Followed,
    /// No: it would lead elsewhere what is meant to happen here.
    Refused,
}

/// Opens a file that is there. What only looks like a file is refused: opening a planted pipe would wait for ever.
pub fn open_plain(path: &Path, options: &mut OpenOptions, links: Links) -> io::Result<File> {
    #[cfg(unix)]
    {
        let no_links = if links == Links::Refused { rustix::fs::OFlags::NOFOLLOW } else { rustix::fs::OFlags::empty() };
        let flags = no_links | rustix::fs::OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    let _ = links;
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(foreign()) }
}

/// What is said of a link, pipe or device where a file belongs; `StoreError::io` knows it again.
#[cfg(unix)]
fn foreign() -> io::Error {
    rustix::io::Errno::LOOP.into()
}

#[cfg(not(unix))]
fn foreign() -> io::Error {
    io::ErrorKind::InvalidInput.into()
}

/// A new file, to be written and read, that only its owner can read. `create_new` is `O_CREAT|O_EXCL`: it truncates nothing, and POSIX
/// makes it fail on a symbolic link, so none is followed.
pub fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A folder that only its owner can enter, and those above it that are missing.
pub fn create_folder(path: &Path) -> io::Result<()> {
    private_folder(true).create(path)?;
    sync_folder_of(path).map(drop)
}

/// One new folder that only its owner can enter, and that must not be there.
pub fn create_new_folder(path: &Path) -> io::Result<()> {
    private_folder(false).create(path)?;
    sync_folder_of(path).map(drop)
}

fn private_folder(recursive: bool) -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(recursive);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Bytes free for us where `path` lies; nothing where the system does not say.
pub fn free_space(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let stat = rustix::fs::statvfs(path).ok()?;
        Some(stat.f_bavail.saturating_mul(stat.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_folders_are_no_files() {
        let dir = tempfile::tempdir().unwrap();
        let (file, link, pipe) = (dir.path().join("file"), dir.path().join("link"), dir.path().join("pipe"));
        fs::write(&file, "x").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::from_bits_truncate(0o600)).unwrap();
        let open = |path: &Path| open_plain(path, OpenOptions::new().read(true), Links::Refused);
        assert!(open(&file).is_ok());
        for path in [&link, &pipe, &dir.path().to_owned()] {
            assert_eq!(open(path).unwrap_err().raw_os_error(), Some(rustix::io::Errno::LOOP.raw_os_error()));
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_and_no_link_is_followed() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let (folder, path) = (dir.path().join("a/b"), dir.path().join("a/b/c"));
        create_folder(&folder).unwrap();
        whole::replace(&path, b"x").unwrap();
        let mode = |p: &Path| fs::metadata(p).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&path)), (0o700, 0o600));
        let (target, link) = (dir.path().join("theirs"), dir.path().join("link"));
        fs::write(&target, "theirs").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(create_new(&link).is_err());
        whole::replace(&link, b"ours").unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "theirs");
    }
}
