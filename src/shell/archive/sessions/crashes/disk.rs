//! A disk in memory that remembers every call, and what may be left of it when the power goes between two of them.
//!
//! What holds of it is what POSIX and the file systems in use promise, and no more: a synced file keeps its bytes and its length, a name
//! is safe once its folder was synced, a sector of 512 bytes is on the medium whole or not at all. Everything else that was not synced may
//! be there, be missing, be there without what came before it, or leave a file longer than its bytes (zeros, or what lay there before).
//! What a failed sync was asked to make safe is made safe by no later one.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use crate::audio::take::Disk;
use crate::audio::take::TakeFile;
use crate::disk::whole;
use crate::disk::whole::Files;
use crate::disk::whole::NewFile;
use crate::store::journal::JournalFile;

/// What a disk writes whole or not at all.
pub(super) const SECTOR: usize = 512;

/// A file, whatever names it has.
type Inode = usize;

/// One call that changes what is on the disk, or makes it safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Name { name: String, file: Inode },
    Write { file: Inode, at: usize, bytes: Bytes },
    Resize { file: Inode, length: usize },
    Rename { from: String, to: String, file: Inode },
    Remove { name: String },
    Sync { file: Inode },
    SyncFails { file: Inode },
    SyncFolder,
}

/// Bytes that are shared by many states.
pub(super) type Bytes = Arc<Vec<u8>>;

/// What lies on a disk: names, and what the files they stand for hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Image {
    pub(super) names: BTreeMap<String, Inode>,
    pub(super) files: Vec<Bytes>,
}

impl Image {
    /// The bytes under `name`.
    pub(super) fn read(&self, name: &str) -> Option<&Bytes> {
        self.names.get(name).map(|file| &self.files[*file])
    }

    fn file(&mut self, file: Inode) -> &mut Vec<u8> {
        if self.files.len() <= file {
            self.files.resize_with(file + 1, Bytes::default);
        }
        Arc::make_mut(&mut self.files[file])
    }

    /// Lets a call have its whole effect.
    pub(super) fn apply(&mut self, call: &Call) {
        match call {
            Call::Name { name, file } => {
                self.file(*file);
                self.names.insert(name.clone(), *file);
            }
            Call::Write { file, at, bytes } => write(self.file(*file), *at, bytes),
            Call::Resize { file, length } => self.file(*file).resize(*length, 0),
            Call::Rename { from, to, file } => {
                self.names.remove(from);
                self.names.insert(to.clone(), *file);
            }
            Call::Remove { name } => drop(self.names.remove(name)),
            Call::Sync { .. } | Call::SyncFails { .. } | Call::SyncFolder => {}
        }
    }

    /// Lets a call that was never made safe have the effect that `fate` says.
    pub(super) fn suffer(&mut self, call: &Call, fate: Fate) {
        let Call::Write { file, at, bytes } = call else {
            if fate != Fate::Lost {
                self.apply(call);
            }
            return;
        };
        let (at, end) = (*at, at + bytes.len());
        let first = SECTOR - at % SECTOR;
        let content = self.file(*file);
        let grown = end > content.len();
        let had = content.len();
        match fate {
            Fate::Whole => write(content, at, bytes),
            Fate::Lost => {}
            // Cut at the nth boundary between sectors; what does not reach one is whole or lost.
            Fate::Torn(n) => {
                let length = first + usize::from(n) * SECTOR;
                write(content, at, &bytes[..length.min(bytes.len())]);
            }
            // The first sector is missing, the rest is there.
            Fate::Beheaded => {
                if bytes.len() > first {
                    write(content, at + first, &bytes[first..]);
                } else if grown {
                    content.resize(end, 0);
                }
            }
            Fate::Zeros if grown => content.resize(end, 0),
            Fate::Noise(seed) if grown => {
                content.resize(end, 0);
                let mut dice = Dice(u64::from(seed) + 1);
                content[had..].iter_mut().for_each(|byte| *byte = dice.byte());
            }
            // What is overwritten in place keeps its old bytes where the new ones did not arrive.
            Fate::Zeros | Fate::Noise(_) => {}
        }
    }

    /// What a program finds: names, and the bytes under each.
    pub(super) fn found(&self) -> Found {
        self.names.iter().map(|(name, file)| (name.clone(), Arc::clone(&self.files[*file]))).collect()
    }
}

/// What a program finds on a disk, to be told from what it finds on another.
pub(super) type Found = Vec<(String, Bytes)>;

fn write(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    content.resize(content.len().max(end), 0);
    content[at..end].copy_from_slice(bytes);
}

/// What becomes of a call that was not made safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Whole,
    Lost,
    Torn(u8),
    Beheaded,
    Zeros,
    Noise(u8),
}

impl Fate {
    /// What may become of `call`.
    pub(super) fn of(call: &Call) -> &'static [Self] {
        match call {
            Call::Write { bytes, .. } if bytes.len() > SECTOR => {
                &[Self::Whole, Self::Lost, Self::Torn(0), Self::Torn(1), Self::Torn(2), Self::Beheaded, Self::Zeros, Self::Noise(1)]
            }
            Call::Write { .. } => &[Self::Whole, Self::Lost, Self::Torn(0), Self::Beheaded, Self::Zeros, Self::Noise(1)],
            Call::Resize { .. } | Call::Name { .. } | Call::Rename { .. } | Call::Remove { .. } => &[Self::Whole, Self::Lost],
            Call::Sync { .. } | Call::SyncFails { .. } | Call::SyncFolder => &[Self::Whole],
        }
    }
}

/// Numbers as if by chance, the same each time (splitmix64).
#[derive(Clone, Debug)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % limit.max(1) as u64).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.roll().to_le_bytes()[0]
    }
}

/// What is safe after some calls, and which of them nothing has made safe.
#[derive(Clone, Debug, Default)]
pub(super) struct Platter {
    pub(super) safe: Image,
    /// Each with whether a sync that was to make it safe has failed.
    pub(super) pending: Vec<(Call, bool)>,
}

impl Platter {
    /// A disk on which everything is safe.
    pub(super) fn holding(safe: Image) -> Self {
        Self { safe, pending: Vec::new() }
    }

    /// One more call.
    pub(super) fn take(&mut self, call: &Call) {
        let of_names = |call: &Call| matches!(call, Call::Name { .. } | Call::Rename { .. } | Call::Remove { .. });
        let of_file = |call: &Call, f: Inode| matches!(call, Call::Write { file, .. } | Call::Resize { file, .. } if *file == f);
        match call {
            Call::SyncFolder => self.settle(|call, _| of_names(call)),
            Call::Sync { file } => self.settle(|call, failed| of_file(call, *file) && !failed),
            Call::SyncFails { file } => self.pending.iter_mut().filter(|(c, _)| of_file(c, *file)).for_each(|(_, failed)| *failed = true),
            Call::Resize { file, length } => {
                // What was to lie beyond is of no interest any more.
                self.pending.retain(|(c, _)| !matches!(c, Call::Write { file: f, at, .. } if f == file && at >= length));
                self.pending.push((call.clone(), false));
            }
            Call::Write { file, at, bytes } => {
                // What was to lie in the same place is written anew.
                let within = |a: usize, b: usize| *at <= a && b <= at + bytes.len();
                let again = |c: &Call| matches!(c, Call::Write { file: f, at: a, bytes: b } if f == file && within(*a, a + b.len()));
                self.pending.retain(|(c, failed)| !(*failed && again(c)));
                self.pending.push((call.clone(), false));
            }
            Call::Name { .. } | Call::Rename { .. } | Call::Remove { .. } => self.pending.push((call.clone(), false)),
        }
    }

    fn settle(&mut self, which: impl Fn(&Call, bool) -> bool) {
        let safe = &mut self.safe;
        self.pending.retain(|(call, failed)| {
            let now = which(call, *failed);
            if now {
                safe.apply(call);
            }
            !now
        });
    }

    /// What is left if of the calls that nothing made safe each has its fate.
    pub(super) fn left(&self, fates: &[Fate]) -> Image {
        let mut image = self.safe.clone();
        for ((call, _), fate) in self.pending.iter().zip(fates) {
            image.suffer(call, *fate);
        }
        image
    }

    /// What is left if only the program ends: everything.
    pub(super) fn seen(&self) -> Image {
        let mut image = self.safe.clone();
        self.pending.iter().for_each(|(call, _)| image.apply(call));
        image
    }
}

/// What goes wrong with the disk, counted in writes and syncs of takes and of the journal.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults {
    /// Numbers of the writes that get half of their bytes out and fail.
    pub(super) writes: Vec<usize>,
    /// Numbers of the syncs that fail.
    pub(super) syncs: Vec<usize>,
}

#[derive(Debug, Default)]
struct Insides {
    seen: Image,
    calls: Vec<Call>,
    faults: Faults,
    full: Option<u64>,
    counted: (usize, usize),
}

/// The disk a program runs on. Clones are the same disk.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory(Arc<Mutex<Insides>>);

impl Memory {
    pub(super) fn holding(seen: Image) -> Self {
        Self(Arc::new(Mutex::new(Insides { seen, ..Insides::default() })))
    }

    pub(super) fn failing(self, faults: Faults, full: u64) -> Self {
        {
            let mut inside = self.inside();
            (inside.faults, inside.full) = (faults, Some(full));
        }
        self
    }

    fn inside(&self) -> MutexGuard<'_, Insides> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many calls there were.
    pub(super) fn count(&self) -> usize {
        self.inside().calls.len()
    }

    /// Every call so far.
    pub(super) fn calls(&self) -> Vec<Call> {
        self.inside().calls.clone()
    }

    /// What a program finds on it now.
    pub(super) fn seen(&self) -> Image {
        self.inside().seen.clone()
    }

    fn call(&self, call: Call) {
        let mut inside = self.inside();
        inside.seen.apply(&call);
        inside.calls.push(call);
    }

    fn make(&self, path: &Path) -> io::Result<Inode> {
        let name = name_of(path);
        if self.inside().seen.names.contains_key(&name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = self.inside().seen.files.len();
        self.call(Call::Name { name, file });
        Ok(file)
    }

    fn put(&self, file: Inode, at: usize, bytes: &[u8]) -> io::Result<()> {
        let number = {
            let mut inside = self.inside();
            inside.counted.0 += 1;
            inside.counted.0
        };
        let fails = self.inside().faults.writes.contains(&number);
        let out = if fails { &bytes[..bytes.len() / 2] } else { bytes };
        self.call(Call::Write { file, at, bytes: Arc::new(out.to_vec()) });
        if fails { Err(io::Error::other("input/output error")) } else { Ok(()) }
    }

    fn sync(&self, file: Inode) -> io::Result<()> {
        let number = {
            let mut inside = self.inside();
            inside.counted.1 += 1;
            inside.counted.1
        };
        if self.inside().faults.syncs.contains(&number) {
            self.call(Call::SyncFails { file });
            return Err(io::Error::other("input/output error"));
        }
        self.call(Call::Sync { file });
        Ok(())
    }

    /// The file at `path`, open.
    pub(super) fn open(&self, path: &Path) -> Option<MemoryFile> {
        let file = *self.inside().seen.names.get(&name_of(path))?;
        Some(MemoryFile { disk: self.clone(), file, written: 0 })
    }

    /// The journal at `path`, open.
    pub(super) fn journal(&self, path: &Path) -> Option<Box<dyn JournalFile>> {
        Some(Box::new(self.open(path)?))
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// An open file.
#[derive(Clone, Debug)]
pub(super) struct MemoryFile {
    disk: Memory,
    file: Inode,
    written: usize,
}

impl Files for Memory {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(MemoryFile { disk: self.clone(), file: self.make(path)?, written: 0 }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (from, to) = (name_of(from), name_of(to));
        let file = *self.inside().seen.names.get(&from).ok_or(io::ErrorKind::NotFound)?;
        self.call(Call::Rename { from, to, file });
        Ok(())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (from, name) = (name_of(from), name_of(to));
        let file = *self.inside().seen.names.get(&from).ok_or(io::ErrorKind::NotFound)?;
        if self.inside().seen.names.contains_key(&name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.call(Call::Name { name, file });
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let name = name_of(path);
        if !self.inside().seen.names.contains_key(&name) {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.call(Call::Remove { name });
        Ok(())
    }

    fn sync_folder_of(&self, _path: &Path) -> io::Result<()> {
        self.call(Call::SyncFolder);
        Ok(())
    }
}

impl NewFile for MemoryFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.call(Call::Write { file: self.file, at: self.written, bytes: Arc::new(bytes.to_vec()) });
        self.written += bytes.len();
        Ok(())
    }

    fn sync_all(&mut self) -> io::Result<()> {
        self.disk.call(Call::Sync { file: self.file });
        Ok(())
    }
}

impl Disk for Memory {
    fn create(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>> {
        let file = self.make(path)?;
        self.call(Call::SyncFolder);
        Ok(Box::new(MemoryFile { disk: self.clone(), file, written: 0 }))
    }

    fn open(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>> {
        Ok(Box::new(Self::open(self, path).ok_or(io::ErrorKind::NotFound)?))
    }

    fn free(&self, _folder: &Path) -> Option<u64> {
        None
    }

    fn full(&self) -> u64 {
        self.inside().full.unwrap_or(crate::audio::take::FULL)
    }
}

impl TakeFile for MemoryFile {
    fn length(&self) -> io::Result<u64> {
        Ok(self.disk.inside().seen.files[self.file].len() as u64)
    }

    fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        let inside = self.disk.inside();
        let from = usize::try_from(offset).unwrap_or(usize::MAX);
        let there = inside.seen.files[self.file].get(from..).and_then(|rest| rest.get(..bytes.len()));
        bytes.copy_from_slice(there.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.disk.put(self.file, usize::try_from(offset).unwrap_or(usize::MAX), bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.disk.sync(self.file)
    }
}

impl JournalFile for MemoryFile {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        Ok(self.disk.inside().seen.files[self.file].to_vec())
    }

    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.disk.put(self.file, usize::try_from(at).unwrap_or(usize::MAX), bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.sync(self.file)
    }

    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        whole::set_aside_on(&self.disk, Path::new("journal.torn"), bytes).map(|_| ())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.disk.call(Call::Resize { file: self.file, length: usize::try_from(length).unwrap_or(usize::MAX) });
        self.disk.sync(self.file)
    }

    fn reopen(&mut self) -> io::Result<()> {
        Ok(())
    }
}
