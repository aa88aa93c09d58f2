//! The ground floor: what is asked of a disk, and what is done where it cannot.
//!
//! [`Disk`] and [`DiskFile`] are the one seam between this program and its files. Behind it lies the file system ([`real`]), a disk in
//! memory ([`memory`]), or one that fails as it is told ([`failing`]). A disk may lie over another, as the last does: files are written and
//! read at offsets, so one that seals what is written can stand in between and nobody above it would know.
//!
//! Studies lie on laptops' own disks, and on shared ones, memory sticks, encrypted containers and folders that a program keeps in step with
//! another computer. Not all of those can do all that a careful program asks: some cannot sync a folder, some know no locks, some no hard
//! links. None of that is a reason to refuse an interview while the participant sits at the table. What is weaker there is a [`Weakness`],
//! said on the screen and, beforehand, by `hearback doctor`. What fails is an error all the same: a disk that cannot write is not a weak one.
//!
//! Here files are made, opened, replaced ([`whole`]), synced and held ([`lock`]), and their bytes added up ([`digest`]); [`trial`] tries
//! all of it in a folder, and what a disk refused is put into words in [`trouble`]. Nothing here knows what is in a file, and nothing of ours is imported but the words.

use std::fmt;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::words::say;

pub mod digest;
pub mod failing;
pub mod holder;
pub mod lock;
pub mod memory;
pub mod real;
pub mod trial;
pub mod trouble;
pub mod whole;

/// A disk: all that is asked of one. A trait because disks fail and tests must see them fail, and because one may lie over another.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Makes a file that was not there, to be written and read, that only its owner can read. No link is followed. Its name is safe once
    /// its folder was synced.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Opens a file that is there. What only looks like a file is refused.
    fn open(&self, path: &Path, access: Access, links: Links) -> io::Result<Box<dyn DiskFile>>;

    /// Gives the file at `from` the name `to`, and takes that from whatever had it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file at `from` the name `to` as well, which nothing may have.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Takes the name away.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// The plain files in `folder`, in order.
    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Makes the names in `folder` safe.
    fn sync_folder(&self, folder: &Path) -> io::Result<Synced>;

    /// Bytes free for us in `folder`; nothing where the system does not say.
    fn free(&self, folder: &Path) -> Option<u64>;
}

/// An open file. There is no cursor that an error could leave in the wrong place.
pub trait DiskFile: fmt::Debug + Send {
    /// How many bytes it has.
    fn length(&self) -> io::Result<u64>;

    /// Fills as much of `bytes` as it can from `offset` on, and says how much that was: nothing at the end.
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize>;

    /// Writes all of `bytes` at `offset`.
    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Makes it so many bytes long.
    fn set_length(&mut self, length: u64) -> io::Result<()>;

    /// Returns once what was written is on the medium, the length it has by then included.
    fn sync_data(&mut self) -> io::Result<()>;

    /// Returns once all that is known of it is on the medium.
    fn sync_all(&mut self) -> io::Result<()>;

    /// How many names it has: what is written over under one is written over under all. Nothing where the disk does not say.
    fn names(&self) -> io::Result<Option<u64>> {
        Ok(None)
    }

    /// Fills `bytes` from `offset` on, or fails if it ends before that.
    fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        if read_as_much(self, bytes, offset)? == bytes.len() { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

/// Fills `bytes` from `offset` on until they are full or the file ends.
fn read_as_much<F: DiskFile + ?Sized>(file: &F, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while filled < bytes.len() {
        match file.read_at(&mut bytes[filled..], offset + filled as u64) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
            Err(why) => return Err(why),
        }
    }
    Ok(filled)
}

/// What `file` holds, and no more of it than `most` bytes.
pub(crate) fn read_up_to(file: &dyn DiskFile, most: u64) -> io::Result<Vec<u8>> {
    // A byte more than it has by now, so that the end is seen without growing; and what is added meanwhile is left for another time.
    let length = file.length()?.saturating_add(1).min(most);
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| io::ErrorKind::OutOfMemory)?];
    let filled = read_as_much(file, &mut bytes, 0)?;
    bytes.truncate(filled);
    Ok(bytes)
}

/// Makes the names in the folder that `path` lies in safe.
pub(crate) fn sync_folder_of(disk: &dyn Disk, path: &Path) -> io::Result<Synced> {
    disk.sync_folder(folder_of(path))
}

/// The folder that `path` lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To be read.
    Read,
    /// To be read and written.
    Write,
}

/// Whether a link is followed on opening a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Yes: what is asked is what one would read.
    Followed,
    /// No: it would lead elsewhere what is meant to happen here.
    Refused,
}

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
        f.write_str(&match self {
            Self::NoFolderSync => say!("weak-no-folder-sync"),
            Self::NoLocks => say!("weak-no-locks"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::memory::Memory;

    /// A disk that turns every bit over, and so stands for one that seals.
    #[derive(Debug)]
    struct Turned<D>(D);

    fn turned(bytes: &[u8]) -> Vec<u8> {
        bytes.iter().map(|byte| !byte).collect()
    }

    impl Disk for Turned<Memory> {
        fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
            Ok(Box::new(Turned(self.0.create_new(path)?)))
        }
        fn open(&self, path: &Path, access: Access, links: Links) -> io::Result<Box<dyn DiskFile>> {
            Ok(Box::new(Turned(self.0.open(path, access, links)?)))
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.0.rename(from, to)
        }
        fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.0.hard_link(from, to)
        }
        fn remove(&self, path: &Path) -> io::Result<()> {
            self.0.remove(path)
        }
        fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
            self.0.files(folder)
        }
        fn sync_folder(&self, folder: &Path) -> io::Result<Synced> {
            self.0.sync_folder(folder)
        }
        fn free(&self, folder: &Path) -> Option<u64> {
            self.0.free(folder)
        }
    }

    impl DiskFile for Turned<Box<dyn DiskFile>> {
        fn length(&self) -> io::Result<u64> {
            self.0.length()
        }
        fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
            let count = self.0.read_at(bytes, offset)?;
            bytes[..count].iter_mut().for_each(|byte| *byte = !*byte);
            Ok(count)
        }
        fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
            self.0.write_all_at(&turned(bytes), offset)
        }
        fn set_length(&mut self, length: u64) -> io::Result<()> {
            self.0.set_length(length)
        }
        fn sync_data(&mut self) -> io::Result<()> {
            self.0.sync_data()
        }
        fn sync_all(&mut self) -> io::Result<()> {
            self.0.sync_all()
        }
    }

    #[test]
    fn a_disk_may_lie_over_another_and_nobody_above_it_knows() {
        let memory = Memory::default();
        let (disk, path) = (Turned(memory.clone()), PathBuf::from("/room/file"));
        whole::create_on(&disk, &path, b"what was said").unwrap();
        let mut file = disk.open(&path, Access::Write, Links::Refused).unwrap();
        file.write_all_at(b"is", 5).unwrap();
        assert_eq!(read_up_to(file.as_ref(), 100).unwrap(), b"what iss said");
        assert_eq!(**memory.read(&path).unwrap(), turned(b"what iss said"));
    }

    #[test]
    fn long_files_go_over_whole() {
        let memory = Memory::default();
        let long: Vec<u8> = (0..700_001_u32).map(|n| n.to_le_bytes()[0]).collect();
        whole::create_from(&memory, Path::new("copy"), &long).unwrap();
        assert_eq!(**memory.read("copy").unwrap(), long);
        assert_eq!(whole::create_from(&memory, Path::new("copy"), &long).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }
}
