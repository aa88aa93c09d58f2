//! A disk in memory that remembers every call: for rehearsals and tests, among them those of what a power cut leaves.
//!
//! It does at once what it is asked, and nothing of it is ever safe: what a call is worth when the power goes is for whoever reads
//! [`Memory::calls`] to say. It knows no folders but as a part of names, and no links.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::Synced;

/// A file, whatever names it has.
pub type Inode = usize;

/// Bytes that are shared by many images.
pub type Bytes = Arc<Vec<u8>>;

/// One call that changes what is on the disk, or makes it safe.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "a call and what it was given")]
pub enum Call {
    /// The file has this name too.
    Name { name: PathBuf, file: Inode },
    /// These bytes stand there.
    Write { file: Inode, at: usize, bytes: Bytes },
    /// It is so long.
    Resize { file: Inode, length: usize },
    /// It has another name.
    Rename { from: PathBuf, to: PathBuf, file: Inode },
    /// Nothing has this name.
    Remove { name: PathBuf },
    /// What the file holds is safe.
    Sync { file: Inode },
    /// It was to be made safe, and that failed.
    SyncFails { file: Inode },
    /// The names in a folder are safe.
    SyncFolder,
}

/// What lies on a disk: names, and what the files they stand for hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Which file has which name.
    pub names: BTreeMap<PathBuf, Inode>,
    /// What each file holds.
    pub files: Vec<Bytes>,
}

impl Image {
    /// The bytes under `name`.
    pub fn read(&self, name: impl AsRef<Path>) -> Option<&Bytes> {
        self.names.get(name.as_ref()).map(|file| &self.files[*file])
    }

    /// What the file holds, to be changed. One that was not there is empty.
    pub fn file(&mut self, file: Inode) -> &mut Vec<u8> {
        if self.files.len() <= file {
            self.files.resize_with(file + 1, Bytes::default);
        }
        Arc::make_mut(&mut self.files[file])
    }

    /// Lets a call have its whole effect.
    pub fn apply(&mut self, call: &Call) {
        match call {
            Call::Name { name, file } => {
                self.file(*file);
                self.names.insert(name.clone(), *file);
            }
            Call::Write { file, at, bytes } => put(self.file(*file), *at, bytes),
            Call::Resize { file, length } => self.file(*file).resize(*length, 0),
            Call::Rename { from, to, file } => {
                self.names.remove(from);
                self.names.insert(to.clone(), *file);
            }
            Call::Remove { name } => drop(self.names.remove(name)),
            Call::Sync { .. } | Call::SyncFails { .. } | Call::SyncFolder => {}
        }
    }
}

/// Puts `bytes` into `content` from `at` on; what lies between its end and there is zeros.
pub fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    content.resize(content.len().max(end), 0);
    content[at..end].copy_from_slice(bytes);
}

/// How much there is room for. Nothing is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// What it says is free, where `room` says nothing.
    pub free: Option<u64>,
    /// Bytes beyond which no file grows.
    pub file: Option<usize>,
    /// Bytes that all files may have together.
    pub room: Option<usize>,
}

#[derive(Debug, Default)]
struct Insides {
    seen: Image,
    calls: Vec<Call>,
    limits: Limits,
}

/// The disk. Clones are the same disk.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Insides>>);

impl Memory {
    /// A disk on which this lies already.
    pub fn holding(seen: Image) -> Self {
        Self(Arc::new(Mutex::new(Insides { seen, ..Insides::default() })))
    }

    /// From now on there is so much room.
    pub fn limit(&self, limits: Limits) {
        self.inside().limits = limits;
    }

    /// How many calls there were.
    pub fn count(&self) -> usize {
        self.inside().calls.len()
    }

    /// Every call so far.
    pub fn calls(&self) -> Vec<Call> {
        self.inside().calls.clone()
    }

    /// What a program finds on it now.
    pub fn seen(&self) -> Image {
        self.inside().seen.clone()
    }

    /// The bytes that a program finds under `name` now.
    pub fn read(&self, name: impl AsRef<Path>) -> Option<Bytes> {
        self.inside().seen.read(name).cloned()
    }

    /// Remembers that what the file at `path` holds was to be made safe, and that it failed.
    pub fn sync_failed(&self, path: &Path) {
        let mut inside = self.inside();
        if let Some(file) = inside.seen.names.get(path).copied() {
            inside.take(Call::SyncFails { file });
        }
    }

    fn inside(&self) -> MutexGuard<'_, Insides> {
        // A test may make whoever holds it panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Insides {
    fn take(&mut self, call: Call) {
        self.seen.apply(&call);
        self.calls.push(call);
    }

    fn named(&self, path: &Path) -> io::Result<Inode> {
        self.seen.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn name(&mut self, path: &Path, file: Inode) -> io::Result<()> {
        if self.seen.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.take(Call::Name { name: path.to_owned(), file });
        Ok(())
    }

    fn used(&self) -> usize {
        self.seen.files.iter().map(|file| file.len()).sum()
    }

    /// How many of so many bytes at `at` there is room for, and what is wrong with the others.
    fn fits(&self, file: Inode, at: usize, count: usize) -> (usize, Option<io::ErrorKind>) {
        let up_to = |end: usize| end.saturating_sub(at).min(count);
        let of_file = self.limits.file.map_or(count, up_to);
        let of_room = self.limits.room.map_or(count, |room| up_to(self.seen.files[file].len() + room.saturating_sub(self.used())));
        match of_file.min(of_room) {
            fit if fit == count => (count, None),
            fit if fit == of_file => (fit, Some(io::ErrorKind::FileTooLarge)),
            fit => (fit, Some(io::ErrorKind::StorageFull)),
        }
    }
}

impl Disk for Memory {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.inside().seen.files.len();
        self.inside().name(path, file)?;
        Ok(Box::new(MemoryFile { disk: self.clone(), file }))
    }

    fn open(&self, path: &Path, _: Access, _: Links) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(MemoryFile { disk: self.clone(), file: self.inside().named(path)? }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let file = self.inside().named(from)?;
        self.inside().take(Call::Rename { from: from.to_owned(), to: to.to_owned(), file });
        Ok(())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let file = self.inside().named(from)?;
        self.inside().name(to, file)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.inside().named(path)?;
        self.inside().take(Call::Remove { name: path.to_owned() });
        Ok(())
    }

    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        Ok(self.inside().seen.names.keys().filter(|name| name.parent() == Some(folder)).cloned().collect())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<Synced> {
        self.inside().take(Call::SyncFolder);
        Ok(Synced::Done)
    }

    fn free(&self, _: &Path) -> Option<u64> {
        let inside = self.inside();
        let left = |room: usize| room.saturating_sub(inside.used()) as u64;
        inside.limits.room.map(left).or(inside.limits.free)
    }
}

/// An open file.
#[derive(Clone, Debug)]
struct MemoryFile {
    disk: Memory,
    file: Inode,
}

impl DiskFile for MemoryFile {
    fn length(&self) -> io::Result<u64> {
        self.disk.inside().seen.files[self.file].length()
    }

    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        self.disk.inside().seen.files[self.file].read_at(bytes, offset)
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let at = position(offset)?;
        let mut inside = self.disk.inside();
        let (fit, why) = inside.fits(self.file, at, bytes.len());
        inside.take(Call::Write { file: self.file, at, bytes: Arc::new(bytes[..fit].to_vec()) });
        why.map_or(Ok(()), |why| Err(why.into()))
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        self.disk.inside().take(Call::Resize { file: self.file, length: position(length)? });
        Ok(())
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.disk.inside().take(Call::Sync { file: self.file });
        Ok(())
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn names(&self) -> io::Result<Option<u64>> {
        Ok(Some(self.disk.inside().seen.names.values().filter(|file| **file == self.file).count() as u64))
    }
}

/// A file that is nothing but its bytes.
impl DiskFile for Vec<u8> {
    fn length(&self) -> io::Result<u64> {
        Ok(self.len() as u64)
    }

    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        let there = usize::try_from(offset).ok().and_then(|at| self.get(at..)).unwrap_or_default();
        let count = there.len().min(bytes.len());
        bytes[..count].copy_from_slice(&there[..count]);
        Ok(count)
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        put(self, position(offset)?, bytes);
        Ok(())
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        self.resize(position(length)?, 0);
        Ok(())
    }

    fn sync_data(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn sync_all(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn position(offset: u64) -> io::Result<usize> {
    usize::try_from(offset).map_err(|_| io::ErrorKind::FileTooLarge.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::read_up_to;
    use crate::disk::whole;

    #[test]
    fn what_a_real_disk_does_it_does_too() {
        let dir = tempfile::tempdir().unwrap();
        let (memory, real) = (Memory::default(), crate::disk::real::RealDisk);
        for (disk, folder) in [(&memory as &dyn Disk, Path::new("/room")), (&real, dir.path())] {
            let path = folder.join("file");
            assert_eq!(disk.open(&path, Access::Read, Links::Refused).unwrap_err().kind(), io::ErrorKind::NotFound);
            assert_eq!(disk.remove(&path).unwrap_err().kind(), io::ErrorKind::NotFound);
            let mut file = disk.create_new(&path).unwrap();
            assert_eq!(disk.create_new(&path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
            file.write_all_at(b"cde", 2).unwrap();
            assert_eq!(read_up_to(file.as_ref(), 100).unwrap(), b"\0\0cde", "what was never written is zeros");
            file.write_all_at(b"ab", 0).unwrap();
            file.sync_all().unwrap();
            assert_eq!(read_up_to(file.as_ref(), 3).unwrap(), b"abc");
            let mut three = [0; 3];
            file.read_exact_at(&mut three, 2).unwrap();
            assert_eq!(&three, b"cde");
            assert_eq!(file.read_at(&mut three, 5).unwrap(), 0, "the end");
            assert_eq!(file.read_exact_at(&mut three, 3).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
            file.set_length(1).unwrap();
            assert_eq!(file.length().unwrap(), 1);
            whole::replace_on(disk, &path, b"new").unwrap();
            let new = disk.open(&path, Access::Read, Links::Refused).unwrap();
            assert_eq!((read_up_to(file.as_ref(), 9).unwrap(), read_up_to(new.as_ref(), 9).unwrap()), (b"a".to_vec(), b"new".to_vec()));
            assert_eq!(whole::create_on(disk, &path, b"x").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        }
    }

    #[test]
    fn there_is_as_much_room_as_it_was_given() {
        let memory = Memory::default();
        memory.limit(Limits { room: Some(6), file: Some(4), ..Limits::default() });
        let write = |name: &str, bytes: &[u8]| {
            let written = memory.create_new(Path::new(name)).unwrap().write_all_at(bytes, 0);
            (written.map_err(|why| why.kind()), memory.free(Path::new("/")).unwrap())
        };
        assert_eq!(write("a", b"12345"), (Err(io::ErrorKind::FileTooLarge), 2), "what fits is there");
        assert_eq!(write("b", b"123"), (Err(io::ErrorKind::StorageFull), 0));
        assert_eq!(memory.seen().read("b").unwrap().as_slice(), b"12");
    }
}
