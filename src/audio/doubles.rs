//! A disk in memory that fails as told, for the tests of this layer.

use std::io::Cursor;
use std::io::ErrorKind;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use sha2::Digest as _;
use sha2::Sha256;

use crate::audio::CaptureReport;
use crate::audio::take::FULL;
use crate::disk::Disk;
use crate::disk::failing::Attempt;
use crate::disk::failing::Breakdown;
use crate::disk::failing::Failing;
use crate::disk::memory::Bytes;
use crate::disk::memory::Limits;
use crate::disk::memory::Memory;
use crate::domain::digest::Digest;
use crate::domain::timeline::TakeNumber;

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
}

/// The disk; clones are the same disk. It makes takes and no waveforms: those may fail without a word.
#[derive(Clone, Default)]
pub(super) struct Platter(Memory, Arc<Mutex<Plan>>);

impl Platter {
    /// It, for whoever writes on it.
    pub(super) fn disk(&self) -> Arc<dyn Disk> {
        let plan = Arc::clone(&self.1);
        let fate = move |attempt: Attempt<'_>| lock(&plan).fate(attempt);
        Arc::new(Failing::over(self.0.clone(), fate))
    }

    pub(super) fn plan(&self, change: impl FnOnce(&mut Plan)) {
        let mut plan = lock(&self.1);
        change(&mut plan);
        self.0.limit(Limits { free: plan.free, file: plan.limit, room: plan.room });
    }

    /// Bytes after which a take is full.
    pub(super) fn full(&self) -> u64 {
        lock(&self.1).full.unwrap_or(FULL)
    }

    pub(super) fn calls(&self) -> (usize, usize) {
        let plan = lock(&self.1);
        (plan.writes, plan.syncs)
    }

    fn files(&self) -> Vec<(PathBuf, Bytes)> {
        let image = self.0.seen();
        image.names.iter().map(|(path, file)| (path.clone(), Arc::clone(&image.files[*file]))).collect()
    }

    fn file(&self, take: u32) -> Option<Bytes> {
        self.0.read(Path::new("/room").join(TakeNumber(take).file_name()))
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.files().iter().map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    pub(super) fn bytes(&self, take: u32) -> Vec<u8> {
        self.file(take).unwrap().to_vec()
    }

    /// What hound, which is not ours, reads from a take whose header must be exact.
    pub(super) fn heard(&self, take: u32) -> Vec<i16> {
        hound::WavReader::new(Cursor::new(self.bytes(take))).unwrap().into_samples().map(Result::unwrap).collect()
    }

    /// For each take, the bytes of sound that its header promises, and those there are in whole frames.
    pub(super) fn promised(&self) -> Vec<(String, (usize, usize))> {
        let of = |(path, bytes): &(PathBuf, Bytes)| {
            let promised = u32::from_le_bytes([bytes[40], bytes[41], bytes[42], bytes[43]]);
            let there = (bytes.len() - 44) / 2 * 2;
            (path.display().to_string(), (usize::try_from(promised).unwrap(), there))
        };
        self.files().iter().map(of).collect()
    }

    /// What `tail -c +45 | sha256sum` says of a take, and how many bytes it says it of; nothing where there is no such file.
    pub(super) fn sum(&self, take: u32) -> Option<(usize, Digest)> {
        let bytes = self.file(take)?;
        bytes.get(44..).map(|data| (data.len(), Digest::new(Sha256::digest(data).into())))
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
            let bytes = self.bytes(take.0);
            all.extend(bytes[44..44 + 2 * count].chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])));
        }
        all
    }
}

impl Plan {
    fn fate(&mut self, attempt: Attempt<'_>) -> Option<Breakdown> {
        let due = |count: usize, plan: Option<(usize, usize, ErrorKind)>| {
            plan.filter(|(from, times, _)| (*from..from.saturating_add(*times)).contains(&count)).map(|(.., kind)| Breakdown::whole(kind))
        };
        match attempt {
            Attempt::Create(path) => path.extension().is_some_and(|e| e == "peaks").then(|| Breakdown::whole(ErrorKind::NotFound)),
            Attempt::Write(..) => {
                self.writes += 1;
                assert_ne!(Some(self.writes), self.panic_at, "as planned");
                due(self.writes, self.fail_writes)
            }
            Attempt::Sync(_) => {
                self.syncs += 1;
                due(self.syncs, self.fail_syncs)
            }
            Attempt::Link(_) => None,
        }
    }
}

fn lock(plan: &Mutex<Plan>) -> MutexGuard<'_, Plan> {
    plan.lock().unwrap_or_else(PoisonError::into_inner)
}
