//! What may be left of a disk when the power goes between two of the calls that were made to it.
//!
//! What holds of it is what POSIX and the file systems in use promise, and no more: a synced file keeps its bytes and its length, a name
//! is safe once its folder was synced, a sector of 512 bytes is on the medium whole or not at all. Everything else that was not synced may
//! be there, be missing, be there without what came before it, or leave a file longer than its bytes (zeros, or what lay there before).
//! What a failed sync was asked to make safe is made safe by no later one.

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use hearback::disk::failing::Attempt;
use hearback::disk::failing::Breakdown;
use hearback::disk::failing::Failing;
use hearback::disk::memory::Bytes;
use hearback::disk::memory::Call;
use hearback::disk::memory::Image;
use hearback::disk::memory::Inode;
use hearback::disk::memory::Memory;
use hearback::disk::memory::put;

pub(crate) const JOURNAL: &str = "journal.jsonl";

/// What a disk writes whole or not at all.
pub(crate) const SECTOR: usize = 512;

/// What a program finds on a disk, to be told from what it finds on another.
pub(crate) type Found = Vec<(PathBuf, Bytes)>;

/// What a program finds: names, and the bytes under each.
pub(crate) fn found(image: &Image) -> Found {
    image.names.iter().map(|(name, file)| (name.clone(), Arc::clone(&image.files[*file]))).collect()
}

/// Lets a call that was never made safe have the effect on `image` that `fate` says.
fn suffer(image: &mut Image, call: &Call, fate: Fate) {
    let Call::Write { file, at, bytes } = call else {
        if fate != Fate::Lost {
            image.apply(call);
        }
        return;
    };
    let (at, end) = (*at, at + bytes.len());
    let first = SECTOR - at % SECTOR;
    let content = image.file(*file);
    let grown = end > content.len();
    let had = content.len();
    match fate {
        Fate::Whole => put(content, at, bytes),
        Fate::Lost => {}
        // Cut at the nth boundary between sectors; what does not reach one is whole or lost.
        Fate::Torn(n) => {
            let length = first + usize::from(n) * SECTOR;
            put(content, at, &bytes[..length.min(bytes.len())]);
        }
        // The first sector is missing, the rest is there.
        Fate::Beheaded => {
            if bytes.len() > first {
                put(content, at + first, &bytes[first..]);
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

/// What becomes of a call that was not made safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Whole,
    Lost,
    Torn(u8),
    Beheaded,
    Zeros,
    Noise(u8),
}

impl Fate {
    /// What may become of `call`.
    pub(crate) fn of(call: &Call) -> &'static [Self] {
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
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % limit.max(1) as u64).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.roll().to_le_bytes()[0]
    }
}

/// What is safe after some calls, and which of them nothing has made safe.
#[derive(Clone, Debug, Default)]
pub(crate) struct Platter {
    pub(crate) safe: Image,
    /// Each with whether a sync that was to make it safe has failed.
    pub(crate) pending: Vec<(Call, bool)>,
}

impl Platter {
    /// A disk on which everything is safe.
    pub(crate) fn holding(safe: Image) -> Self {
        Self { safe, pending: Vec::new() }
    }

    /// One more call.
    pub(crate) fn take(&mut self, call: &Call) {
        let of_names = |call: &Call| matches!(call, Call::Name { .. } | Call::Rename { .. } | Call::Remove { .. });
        let of_file = |call: &Call, f: Inode| matches!(call, Call::Write { file, .. } | Call::Resize { file, .. } if *file == f);
        match call {
            Call::SyncFolder => self.make_safe(|call, _| of_names(call)),
            Call::Sync { file } => self.make_safe(|call, failed| of_file(call, *file) && !failed),
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

    fn make_safe(&mut self, which: impl Fn(&Call, bool) -> bool) {
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
    pub(crate) fn left(&self, fates: &[Fate]) -> Image {
        let mut image = self.safe.clone();
        for ((call, _), fate) in self.pending.iter().zip(fates) {
            suffer(&mut image, call, *fate);
        }
        image
    }

    /// What is left if only the program ends: everything.
    pub(crate) fn seen(&self) -> Image {
        let mut image = self.safe.clone();
        self.pending.iter().for_each(|(call, _)| image.apply(call));
        image
    }
}

/// What goes wrong with the disk, counted in writes and syncs of takes and of the journal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    /// Numbers of the writes that get half of their bytes out and fail.
    pub(crate) writes: Vec<usize>,
    /// Numbers of the syncs that fail.
    pub(crate) syncs: Vec<usize>,
}

/// `disk` for the tape, the journal and the drafts, with these faults. No waveforms are made: those may fail without a word.
pub(crate) fn with_faults(disk: &Memory, faults: Faults) -> Failing {
    let (known, mut writes, mut syncs) = (disk.clone(), 0, 0);
    let of_interest = |path: &Path| path == Path::new(JOURNAL) || path.extension().is_some_and(|e| e == "wav");
    Failing::over(disk.clone(), move |attempt| match attempt {
        Attempt::Create(path) => path.extension().is_some_and(|e| e == "peaks").then(|| Breakdown::whole(io::ErrorKind::NotFound)),
        Attempt::Write(path, bytes) if of_interest(path) => {
            writes += 1;
            faults.writes.contains(&writes).then_some(Breakdown { kind: io::ErrorKind::Other, out: bytes.len() / 2 })
        }
        Attempt::Sync(path) if of_interest(path) => {
            syncs += 1;
            let fails = faults.syncs.contains(&syncs);
            if fails {
                known.sync_failed(path);
            }
            fails.then(|| Breakdown::whole(io::ErrorKind::Other))
        }
        _ => None,
    })
}
