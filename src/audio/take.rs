//! The WAV on disk: written so that it can be cut anywhere, read whatever its header says, repaired from its length.
//!
//! A [`Take`] is written at explicit offsets (no cursor that an error could leave in the wrong place), data first, then synced, then
//! the header: so a header never claims what a power cut could take back, and the file is a playable WAV as of its last checkpoint.
//! It refuses to touch a file that exists, and after an error it is given up: the kernel may drop the pages of a failed sync and
//! report success the next time, so nothing is ever retried on that descriptor. Runs on the tape thread; reading and repair on any.
//! How the file is laid out stands in [`wav`].

use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::take::wav::begins_like_ours;
use crate::audio::take::wav::frame_bytes;
use crate::audio::take::wav::has_more_chunks;
use crate::audio::take::wav::header;
use crate::audio::take::wav::parse_ours;
use crate::audio::take::wav::u32_at;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::real::RealDisk;
use crate::disk::sync_folder_of;
use crate::domain::incident::Doing;
use crate::domain::time::Frames;
use crate::domain::timeline::TakeNumber;
use crate::words::message::Message;
use crate::words::message::message;

pub(crate) mod copy;
mod measure;
mod reader;
pub mod silence;
mod wav;

pub use measure::Depth;
pub(super) use measure::Digesting;
pub use measure::Measured;
pub use measure::look;
pub use measure::measure;
pub use measure::measure_over;
pub use reader::TakeReader;
pub use wav::HEADER;
pub use wav::SAMPLE;

/// Where a take ends and the next begins: 1 GiB, 3 h 6 min of 48 kHz mono. WAV ends at 4, some readers and exchange formats at 2.
pub(crate) const FULL: u64 = 1 << 30;

/// A take being written.
pub struct Take {
    file: Box<dyn DiskFile>,
    path: PathBuf,
    number: TakeNumber,
    format: StreamFormat,
    full: u64,
    written: u64,
    synced: u64,
    bytes: Vec<u8>,
    /// Why it is full, if that is because the disk is.
    no_room: Option<AudioError>,
}

impl Take {
    /// Creates take `number` in `folder`, or the first after it whose name is free. Its header is synced before this returns.
    pub fn create(disk: &dyn Disk, folder: &Path, number: TakeNumber, format: StreamFormat) -> Result<Self, AudioError> {
        let mut number = number;
        let (mut file, path) = loop {
            let path = folder.join(number.file_name());
            match disk.create_new(&path) {
                Ok(file) => break (file, path),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && number.0 < u32::MAX => number = number.next(),
                Err(e) => return Err(AudioError::io(&path, Doing::Created, e)),
            }
        };
        // Its name is only safe once the folder is synced. Not every disk can; one that fails is found out by the first checkpoint.
        sync_folder_of(disk, &path).ok();
        let claim = FULL - FULL % frame_bytes(format);
        file.write_all_at(&header(format, claim), 0).map_err(|e| AudioError::io(&path, Doing::Written, e))?;
        file.sync_data().map_err(|e| AudioError::io(&path, Doing::Synced, e))?;
        Ok(Self { file, path, number, format, full: FULL, written: 0, synced: 0, bytes: Vec::new(), no_room: None })
    }

    /// The same, full at so many bytes of sound.
    #[must_use]
    pub(crate) fn ending_at(self, full: u64) -> Self {
        Self { full, ..self }
    }

    /// Its number.
    pub fn number(&self) -> TakeNumber {
        self.number
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Frames handed to the system.
    pub fn written(&self) -> Frames {
        Frames(self.written)
    }

    /// Frames that would survive a power cut.
    pub fn synced(&self) -> Frames {
        Frames(self.synced)
    }

    /// Whether its file holds so many frames and not a byte more, as far as the system says. Asked of a take that has ended: a write that
    /// failed may have left some of its bytes behind.
    pub(crate) fn holds_only(&self, frames: Frames) -> bool {
        self.file.length().is_ok_and(|length| length == HEADER + frames.0 * frame_bytes(self.format))
    }

    /// Whether the next frames belong into another take.
    pub(crate) fn is_full(&self) -> bool {
        self.written * frame_bytes(self.format) >= self.full
    }

    /// Why it is full, if that is because the disk is; says so once.
    pub(crate) fn no_room(&mut self) -> Option<AudioError> {
        self.no_room.take()
    }

    /// Appends whole frames, and says how many samples that were: all of them, unless there is no more room for this file. Then the take
    /// is full. After an error the take must be dropped.
    pub fn write(&mut self, samples: &[i16]) -> Result<usize, AudioError> {
        debug_assert_eq!(samples.len() % self.format.width(), 0, "frames are written whole");
        if self.is_full() {
            return Ok(0);
        }
        self.bytes.clear();
        self.bytes.extend(samples.iter().flat_map(|s| s.to_le_bytes()));
        let offset = HEADER + self.written * frame_bytes(self.format);
        let frames = match self.file.write_all_at(&self.bytes, offset) {
            Ok(()) => (samples.len() / self.format.width()) as u64,
            // A limit on the size of files (`ulimit -f`, FAT's 4 GiB) or a full disk is no failure of what fits: that was taken like any
            // other write, and whether it is safe is said by the sync that follows.
            Err(e) if is_no_room(e.kind()) => match self.frames_beyond(offset) {
                0 if self.written == 0 => return Err(AudioError::io(&self.path, Doing::Written, e)),
                fit => {
                    self.full = (self.written + fit) * frame_bytes(self.format);
                    self.no_room = is_full(e.kind()).then(|| AudioError::io(&self.path, Doing::Written, e));
                    fit
                }
            },
            Err(e) => return Err(AudioError::io(&self.path, Doing::Written, e)),
        };
        self.written += frames;
        Ok(usize::try_from(frames).unwrap_or(0) * self.format.width())
    }

    /// Whole frames in the file from `offset` on.
    fn frames_beyond(&self, offset: u64) -> u64 {
        self.file.length().map_or(0, |length| length.saturating_sub(offset) / frame_bytes(self.format))
    }

    /// Moves everything from frame `at` on, which is `tail`, back by `silence` frames and leaves silence in its place. No frame is
    /// overwritten before it is safe where it belongs (so it goes in pieces no longer than the silence, the last one first): whatever
    /// interrupts this, every frame is there. After an error the take must be dropped.
    pub fn open_up(&mut self, at: Frames, silence: Frames, tail: &[i16]) -> Result<(), AudioError> {
        debug_assert_eq!(at.0 + (tail.len() / self.format.width()) as u64, self.written, "all that follows is moved");
        let frame = frame_bytes(self.format);
        let piece = usize::try_from(silence.0).unwrap_or(usize::MAX).saturating_mul(self.format.width()).max(1);
        let mut end = tail.len();
        while end > 0 {
            let start = end.saturating_sub(piece);
            self.bytes.clear();
            self.bytes.extend(tail[start..end].iter().flat_map(|s| s.to_le_bytes()));
            let behind = HEADER + (at + silence).0 * frame + start as u64 * SAMPLE;
            self.file.write_all_at(&self.bytes, behind).map_err(|e| AudioError::io(&self.path, Doing::Written, e))?;
            self.file.sync_data().map_err(|e| AudioError::io(&self.path, Doing::Synced, e))?;
            end = start;
        }
        // What was no part of the file before reads as silence already.
        let over = silence.min(Frames(self.written) - at);
        self.bytes.clear();
        self.bytes.resize(usize::try_from(over.0 * frame).unwrap_or(0), 0);
        self.file.write_all_at(&self.bytes, HEADER + at.0 * frame).map_err(|e| AudioError::io(&self.path, Doing::Written, e))?;
        self.written += silence.0;
        self.synced = self.synced.min(at.0);
        Ok(())
    }

    /// Syncs the data, then says so in the header. After an error the take must be dropped.
    pub fn checkpoint(&mut self) -> Result<Frames, AudioError> {
        self.file.sync_data().map_err(|e| AudioError::io(&self.path, Doing::Synced, e))?;
        let header = header(self.format, self.written * frame_bytes(self.format));
        self.file.write_all_at(&header, 0).map_err(|e| AudioError::io(&self.path, Doing::Written, e))?;
        self.synced = self.written;
        Ok(self.synced())
    }

    /// A checkpoint whose header is synced too. The take may still grow afterwards.
    pub fn settle(&mut self) -> Result<Frames, AudioError> {
        let frames = self.checkpoint()?;
        self.file.sync_data().map_err(|e| AudioError::io(&self.path, Doing::Synced, e))?;
        Ok(frames)
    }
}

/// Whether a write found an end to what it may write rather than a fault.
fn is_no_room(kind: io::ErrorKind) -> bool {
    kind == io::ErrorKind::FileTooLarge || is_full(kind)
}

/// Whether the disk has no room, or we have no leave to take more of it.
pub(super) fn is_full(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// What [`repair`] found and did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What the take holds.
    pub format: StreamFormat,
    /// Whole frames in the file, which is what its header says now.
    pub frames: Frames,
    /// What its header claimed before.
    pub was: Frames,
    /// Whether the file was changed.
    pub changed: bool,
}

/// Makes the header of a take of ours agree with the file's length, whole frames only, and syncs. Doing it twice changes nothing.
///
/// For takes whose session did not end well; one that the journal knows as closed or given up at some frame needs no repair. A file
/// with another layout, or with chunks after its data, is somebody else's and refused. One cut within its header, or as long as one and
/// all zeros (the system stopped in the moment of creation), becomes an empty take. Nothing is ever cut off.
pub(crate) fn repair(path: &Path) -> Result<Repair, AudioError> {
    repair_on(&RealDisk, path)
}

/// [`repair`] on another disk.
pub(crate) fn repair_on(disk: &dyn Disk, path: &Path) -> Result<Repair, AudioError> {
    let mut file = disk.open(path, Access::Write, Links::Refused).map_err(|e| AudioError::io(path, Doing::Opened, e))?;
    repair_over(path, file.as_mut())
}

/// [`repair`] of the take at `path` through a file that is open.
pub fn repair_over(path: &Path, file: &mut dyn DiskFile) -> Result<Repair, AudioError> {
    let length = file.length().map_err(|e| AudioError::io(path, Doing::Read, e))?;
    let mut head = [0; 44];
    let have = usize::try_from(length.min(HEADER)).unwrap_or(44);
    file.read_exact_at(&mut head[..have], 0).map_err(|e| AudioError::io(path, Doing::Read, e))?;
    let foreign = |why: Message| AudioError::NotWav { path: path.to_owned(), why: why.into() };
    let (format, was) = if have == 44 && (head != [0; 44] || length > HEADER) {
        let format = parse_ours(&head).ok_or_else(|| foreign(message!("wav-not-ours")))?;
        if has_more_chunks(file, &head, length).map_err(|e| AudioError::io(path, Doing::Read, e))? {
            return Err(foreign(message!("wav-finished-elsewhere")));
        }
        (format, u64::from(u32_at(&head, 40)) / frame_bytes(format))
    } else if begins_like_ours(&head[..have]) {
        (StreamFormat::INTERVIEW, 0)
    } else {
        return Err(foreign(message!("wav-too-short")));
    };
    let frames = length.saturating_sub(HEADER) / frame_bytes(format);
    let right = header(format, frames * frame_bytes(format));
    let changed = right != head || have < 44;
    if changed {
        // The data may have been written but never synced: it must be down before a header promises it.
        file.sync_data().map_err(|e| AudioError::io(path, Doing::Synced, e))?;
        file.write_all_at(&right, 0).map_err(|e| AudioError::io(path, Doing::Written, e))?;
        file.sync_data().map_err(|e| AudioError::io(path, Doing::Synced, e))?;
    }
    Ok(Repair { format, frames: Frames(frames), was: Frames(was), changed })
}

#[cfg(test)]
mod tests;
