//! The file system, through the system's own calls.
//!
//! Files are private, and made by `O_CREAT|O_EXCL`; a link, pipe or device is opened nowhere, and what cannot be known before a file is
//! open (that it is one) is asked of the open file and not of its name.

#![expect(clippy::disallowed_methods, reason = "this is where files are opened")]

use std::fs;
use std::fs::File;
use std::fs::Metadata;
use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::Synced;
use crate::disk::folder_of;

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(create_new(path)?))
    }

    fn open(&self, path: &Path, access: Access, links: Links) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(open_plain(path, OpenOptions::new().read(true).write(access == Access::Write), links)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            files.extend(entry.file_type().is_ok_and(|kind| kind.is_file()).then(|| entry.path()));
        }
        files.sort();
        Ok(files)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<Synced> {
        sync_folder(folder)
    }

    fn free(&self, folder: &Path) -> Option<u64> {
        free_space(folder)
    }
}

impl DiskFile for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    #[cfg(unix)]
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(self, bytes, offset)
    }

    #[cfg(not(unix))]
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        use std::io::Read;
        use std::io::Seek;
        let mut file = self;
        file.seek(io::SeekFrom::Start(offset))?;
        file.read(bytes)
    }

    #[cfg(unix)]
    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::write_all_at(self, bytes, offset)
    }

    #[cfg(not(unix))]
    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        use std::io::Seek;
        use std::io::Write;
        self.seek(io::SeekFrom::Start(offset))?;
        self.write_all(bytes)
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        Self::sync_data(self)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        Self::sync_all(self)
    }

    #[cfg(unix)]
    fn names(&self) -> io::Result<Option<u64>> {
        Ok(Some(std::os::unix::fs::MetadataExt::nlink(&self.metadata()?)))
    }
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

#[cfg(unix)]
pub(super) fn is_one_of(why: &io::Error, known: &[rustix::io::Errno]) -> bool {
    rustix::io::Errno::from_io_error(why).is_some_and(|errno| known.contains(&errno))
}

/// Opens a file that is there. What only looks like a file is refused: opening a planted pipe would wait for ever.
pub(crate) fn open_plain(path: &Path, options: &mut OpenOptions, links: Links) -> io::Result<File> {
    open_known(path, options, links).map(|(file, _)| file)
}

/// The same, with what is known of the file.
pub(crate) fn open_known(path: &Path, options: &mut OpenOptions, links: Links) -> io::Result<(File, Metadata)> {
    #[cfg(unix)]
    {
        let no_links = if links == Links::Refused { rustix::fs::OFlags::NOFOLLOW } else { rustix::fs::OFlags::empty() };
        let flags = no_links | rustix::fs::OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    let _ = links;
    let file = options.open(path)?;
    let known = file.metadata()?;
    if known.is_file() { Ok((file, known)) } else { Err(foreign()) }
}

/// Opens a file to be read, if whoever runs this program has written it: in a folder that is everybody's, others put files too.
pub(crate) fn open_own(path: &Path) -> io::Result<Box<dyn DiskFile>> {
    let file = open_plain(path, OpenOptions::new().read(true), Links::Refused)?;
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::uid(&file.metadata()?) != rustix::process::geteuid().as_raw() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    Ok(Box::new(file))
}

/// What is said of a link, pipe or device where a file belongs; `crate::disk::trouble` knows it again.
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
pub(crate) fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Fails where something has this name already.
pub(crate) fn is_free(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(why) => Err(why),
    }
}

/// A folder that only its owner can enter, and those above it that are missing.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    private_folder().recursive(true).create(path)?;
    sync_folder(folder_of(path)).map(drop)
}

/// One new folder that only its owner can enter, and that must not be there.
pub(crate) fn create_new_folder(path: &Path) -> io::Result<()> {
    private_folder().create(path)?;
    sync_folder(folder_of(path)).map(drop)
}

fn private_folder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Fails unless `path` is a folder, and no link, into which nobody but whoever runs this program may write.
pub(crate) fn is_ours_alone(path: &Path) -> io::Result<()> {
    let is = fs::symlink_metadata(path)?;
    #[cfg(unix)]
    let is_ours = {
        use std::os::unix::fs::MetadataExt;
        is.uid() == rustix::process::geteuid().as_raw() && is.mode() & 0o022 == 0
    };
    #[cfg(not(unix))]
    let is_ours = true;
    if is.is_dir() && is_ours { Ok(()) } else { Err(io::ErrorKind::PermissionDenied.into()) }
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
    use crate::disk::whole;

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
