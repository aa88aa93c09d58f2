//! A disk that fails as it is told, over another that does not: for tests and rehearsals.
//!
//! Whoever makes it says of each attempt what becomes of it, and may panic there, as a disk's driver may.

use std::fmt;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::Synced;

/// What is tried, on a file that was made or opened under this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt<'a> {
    /// To make it.
    Create(&'a Path),
    /// To write these bytes.
    Write(&'a Path, &'a [u8]),
    /// To make it safe.
    Sync(&'a Path),
    /// To give a file this name as well.
    Link(&'a Path),
}

impl<'a> Attempt<'a> {
    /// On which file.
    pub fn path(&self) -> &'a Path {
        match self {
            Self::Create(path) | Self::Write(path, _) | Self::Sync(path) | Self::Link(path) => path,
        }
    }
}

/// How an attempt fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// What the system says.
    pub kind: io::ErrorKind,
    /// So many of the bytes get out all the same.
    pub out: usize,
}

impl Breakdown {
    /// Nothing gets out.
    pub fn whole(kind: io::ErrorKind) -> Self {
        Self { kind, out: 0 }
    }
}

type Plan = Arc<Mutex<dyn FnMut(Attempt<'_>) -> Option<Breakdown> + Send>>;

/// The disk.
pub struct Failing {
    under: Box<dyn Disk>,
    plan: Plan,
}

impl Failing {
    /// Lies over `under`; of each attempt `plan` says how it fails, if it does.
    pub fn over(under: impl Disk + 'static, plan: impl FnMut(Attempt<'_>) -> Option<Breakdown> + Send + 'static) -> Self {
        Self { under: Box::new(under), plan: Arc::new(Mutex::new(plan)) }
    }

    fn file(&self, path: &Path, under: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        Box::new(FailingFile { under, path: path.to_owned(), plan: Arc::clone(&self.plan) })
    }
}

impl fmt::Debug for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Failing").field(&self.under).finish()
    }
}

fn outcome(plan: &Plan, attempt: Attempt<'_>) -> Option<Breakdown> {
    plan.lock().unwrap_or_else(PoisonError::into_inner)(attempt)
}

impl Disk for Failing {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        match outcome(&self.plan, Attempt::Create(path)) {
            Some(failure) => Err(failure.kind.into()),
            None => Ok(self.file(path, self.under.create_new(path)?)),
        }
    }

    fn open(&self, path: &Path, access: Access, links: Links) -> io::Result<Box<dyn DiskFile>> {
        Ok(self.file(path, self.under.open(path, access, links)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.under.rename(from, to)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        match outcome(&self.plan, Attempt::Link(to)) {
            Some(failure) => Err(failure.kind.into()),
            None => self.under.hard_link(from, to),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.under.remove(path)
    }

    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.under.files(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<Synced> {
        self.under.sync_folder(folder)
    }

    fn free(&self, folder: &Path) -> Option<u64> {
        self.under.free(folder)
    }
}

struct FailingFile {
    under: Box<dyn DiskFile>,
    path: PathBuf,
    plan: Plan,
}

impl fmt::Debug for FailingFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FailingFile").field(&self.under).finish()
    }
}

impl FailingFile {
    fn sync(&mut self, sync: fn(&mut dyn DiskFile) -> io::Result<()>) -> io::Result<()> {
        match outcome(&self.plan, Attempt::Sync(&self.path)) {
            Some(failure) => Err(failure.kind.into()),
            None => sync(self.under.as_mut()),
        }
    }
}

impl DiskFile for FailingFile {
    fn length(&self) -> io::Result<u64> {
        self.under.length()
    }

    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        self.under.read_at(bytes, offset)
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let Some(failure) = outcome(&self.plan, Attempt::Write(&self.path, bytes)) else {
            return self.under.write_all_at(bytes, offset);
        };
        if failure.out > 0 {
            self.under.write_all_at(&bytes[..failure.out], offset)?;
        }
        Err(failure.kind.into())
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        self.under.set_length(length)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.sync(|file| file.sync_data())
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.sync(|file| file.sync_all())
    }

    fn names(&self) -> io::Result<Option<u64>> {
        self.under.names()
    }
}
