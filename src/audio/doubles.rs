//! A disk in memory that fails as told, for the tests of this layer.

use std::collections::BTreeMap;
use std::io::{self, Cursor, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use sha2::Digest as _;
use sha2::Sha256;

use crate::audio::CaptureReport;
use crate::audio::take::{Disk, TakeFile};
use crate::domain::digest::Digest;

/// What happens at the next calls.
#[derive(Default)]
pub(super) struct Plan {
    /// The write (counting all files, headers too) from which on writes fail, how many do, and how.
    pub fail_writes: Option<(usize, usize, ErrorKind)>,
    /// The same for syncs.
    pub fail_syncs: Option<(usize, usize, ErrorKind)>,
    /// The write that panics.
    pub panic_at: Option<usize>,
    /// Free bytes.
    pub free: Option<u64>,
    /// Bytes after which a take is full.
    pub full: Option<u64>,
    /// Bytes beyond which the system lets no file grow.
    pub limit: Option<usize>,
    /// Bytes that all files may have together; from then on the disk is full, and says that nothing is free.
    pub room: Option<usize>,
    writes: usize,
    syncs: usize,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

/// The disk; clones are the same disk.
#[derive(Clone, Default)]
pub(super) struct Platter(Arc<Mutex<Plan>>);

impl Platter {
    pub(super) fn plan(&self, change: impl FnOnce(&mut Plan)) {
        change(&mut self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    pub(super) fn calls(&self) -> (usize, usize) {
        let mut calls = (0, 0);
        self.plan(|p| calls = (p.writes, p.syncs));
        calls
    }

    pub(super) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        self.plan(|p| names = p.files.keys().map(|k| k.file_name().unwrap().to_string_lossy().into_owned()).collect());
        names
    }

    pub(super) fn bytes(&self, take: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.plan(|p| bytes = p.files[&Path::new("/room").join(crate::audio::take::file_name(take))].clone());
        bytes
    }

    /// What hound, which is not ours, reads from a take whose header must be exact.
    pub(super) fn heard(&self, take: u32) -> Vec<i16> {
        hound::WavReader::new(Cursor::new(self.bytes(take))).unwrap().into_samples().map(Result::unwrap).collect()
    }

    /// For each take, the bytes of sound that its header promises, and those there are in whole frames.
    pub(super) fn promised(&self) -> Vec<(String, (usize, usize))> {
        let mut all = Vec::new();
        self.plan(|p| {
            for (path, bytes) in p.files.iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "wav")) {
                let promised = u32::from_le_bytes([bytes[40], bytes[41], bytes[42], bytes[43]]);
                let there = (bytes.len() - 44) / 2 * 2;
                all.push((path.display().to_string(), (usize::try_from(promised).unwrap(), there)));
            }
        });
        all
    }

    /// What `tail -c +45 | sha256sum` says of a take, and how many bytes it says it of; nothing where there is no such file.
    pub(super) fn sum(&self, take: u32) -> Option<(usize, Digest)> {
        let mut sum = None;
        self.plan(|p| {
            let bytes = p.files.get(&Path::new("/room").join(crate::audio::take::file_name(take)));
            sum = bytes.and_then(|bytes| bytes.get(44..)).map(|data| (data.len(), Digest::new(Sha256::digest(data).into())));
        });
        sum
    }

    /// The recording put together again from what the reports say of each take.
    pub(super) fn recording(&self, reports: &[CaptureReport], channels: usize) -> Vec<i16> {
        let mut all = Vec::new();
        for report in reports {
            let (take, frames) = match report {
                CaptureReport::Rolled { take, from, .. } if *take != from.take => (from.take, from.frames),
                CaptureReport::Closed { ended, .. } => (ended.take, ended.frames),
                _ => continue,
            };
            let count = usize::try_from(frames.0).unwrap() * channels;
            if count == 0 {
                continue; // one that could not be made, perhaps
            }
            let bytes = self.bytes(take);
            all.extend(bytes[44..44 + 2 * count].chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])));
        }
        all
    }
}

struct MemoryFile(Platter, PathBuf);

impl Disk for Platter {
    fn create(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>> {
        let mut plan = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if plan.files.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        plan.files.insert(path.to_owned(), Vec::new());
        Ok(Box::new(MemoryFile(self.clone(), path.to_owned())))
    }

    fn open(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>> {
        let mut there = false;
        self.plan(|p| there = p.files.contains_key(path));
        if there { Ok(Box::new(MemoryFile(self.clone(), path.to_owned()))) } else { Err(ErrorKind::NotFound.into()) }
    }

    fn free(&self, _folder: &Path) -> Option<u64> {
        let mut free = None;
        self.plan(|p| {
            let used: usize = p.files.values().map(Vec::len).sum();
            free = p.room.map(|room| room.saturating_sub(used) as u64).or(p.free);
        });
        free
    }

    fn full(&self) -> u64 {
        let mut full = None;
        self.plan(|p| full = p.full);
        full.unwrap_or(crate::audio::take::FULL)
    }
}

fn due(count: usize, plan: Option<(usize, usize, ErrorKind)>) -> io::Result<()> {
    match plan {
        Some((from, times, kind)) if (from..from + times).contains(&count) => Err(kind.into()),
        _ => Ok(()),
    }
}

impl TakeFile for MemoryFile {
    fn length(&self) -> io::Result<u64> {
        let mut length = 0;
        self.0.plan(|p| length = p.files[&self.1].len());
        Ok(length as u64)
    }

    fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        let mut there = Vec::new();
        self.0.plan(|p| there.clone_from(&p.files[&self.1]));
        let from = there.get(usize::try_from(offset).unwrap()..).unwrap_or_default();
        bytes.copy_from_slice(from.get(..bytes.len()).ok_or(ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut plan = self.0.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        plan.writes += 1;
        assert_ne!(Some(plan.writes), plan.panic_at, "as planned");
        due(plan.writes, plan.fail_writes)?;
        let (limit, used) = (plan.limit, plan.files.values().map(Vec::len).sum::<usize>());
        let room = plan.room;
        let file = plan.files.get_mut(&self.1).unwrap();
        let from = usize::try_from(offset).unwrap();
        let most = |end: Option<usize>| end.map_or(bytes.len(), |end| end.saturating_sub(from).min(bytes.len()));
        let fits = most(limit).min(most(room.map(|room| file.len() + room.saturating_sub(used))));
        file.resize(file.len().max(from + fits), 0);
        file[from..from + fits].copy_from_slice(&bytes[..fits]);
        match limit {
            _ if fits == bytes.len() => Ok(()),
            Some(_) => Err(ErrorKind::FileTooLarge.into()),
            None => Err(ErrorKind::StorageFull.into()),
        }
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.0.plan(|p| p.syncs += 1);
        let (count, mut plan) = (self.0.calls().1, None);
        self.0.plan(|p| plan = p.fail_syncs);
        due(count, plan)
    }
}
