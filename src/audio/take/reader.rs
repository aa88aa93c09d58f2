//! Reading a take: whatever its header says, and also where another program wrote it.
//!
//! The length of a take of ours is what is on disk. A WAV from elsewhere is walked chunk by chunk to its sound; what is not 16-bit PCM is
//! refused in words.

use std::path::Path;
use std::path::PathBuf;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::take::wav::find_data;
use crate::audio::take::wav::frame_bytes;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::real::RealDisk;
use crate::domain::incident::Doing;
use crate::domain::time::Frames;

/// Reads 16-bit PCM takes frame by frame at any place, tolerating every size a header may claim.
#[derive(Debug)]
pub struct TakeReader {
    file: Box<dyn DiskFile>,
    path: PathBuf,
    format: StreamFormat,
    start: u64,
    frames: u64,
    bytes: Vec<u8>,
}

impl TakeReader {
    /// Opens a take. Its length is what is on disk: a header that claims more is not believed, and for a take of ours (where nothing
    /// follows the data) one that claims less neither.
    pub fn open(path: &Path) -> Result<Self, AudioError> {
        Self::open_on(&RealDisk, path)
    }

    /// The same for what leaves the session: a link is followed nowhere, because what it leads to was never recorded here.
    pub fn open_own(path: &Path) -> Result<Self, AudioError> {
        Self::over(path, RealDisk.open(path, Access::Read, Links::Refused).map_err(|e| AudioError::io(path, Doing::Opened, e))?)
    }

    /// [`TakeReader::open`] on a disk.
    pub fn open_on(disk: &dyn Disk, path: &Path) -> Result<Self, AudioError> {
        // A link is followed: what is read is what one would hear.
        Self::over(path, disk.open(path, Access::Read, Links::Followed).map_err(|e| AudioError::io(path, Doing::Opened, e))?)
    }

    /// Reads the take at `path` through a file that is open: see [`TakeReader::open`].
    pub fn over(path: &Path, file: Box<dyn DiskFile>) -> Result<Self, AudioError> {
        let length = file.length().map_err(|e| AudioError::io(path, Doing::Read, e))?;
        let found = find_data(file.as_ref(), length).map_err(|e| AudioError::io(path, Doing::Read, e))?;
        let (format, start, bytes) = found.map_err(|why| AudioError::NotWav { path: path.to_owned(), why: why.into() })?;
        Ok(Self { file, path: path.to_owned(), format, start, frames: bytes / frame_bytes(format), bytes: Vec::new() })
    }

    /// What it holds.
    pub fn format(&self) -> StreamFormat {
        self.format
    }

    /// Whole frames in it.
    pub fn frames(&self) -> Frames {
        Frames(self.frames)
    }

    /// Replaces `samples` by up to `count` frames from frame `at` on; fewer at the end.
    pub fn read(&mut self, at: Frames, count: usize, samples: &mut Vec<i16>) -> Result<(), AudioError> {
        samples.clear();
        samples.extend(self.bytes(at, count)?.chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])));
        Ok(())
    }

    /// Up to `count` frames from frame `at` on as they lie in the file; fewer at the end.
    pub(crate) fn bytes(&mut self, at: Frames, count: usize) -> Result<&[u8], AudioError> {
        let left = usize::try_from(self.frames.saturating_sub(at.0)).unwrap_or(usize::MAX);
        self.bytes.resize(count.min(left) * self.format.width() * 2, 0);
        let offset = at.0.saturating_mul(frame_bytes(self.format)).saturating_add(self.start);
        self.file.read_exact_at(&mut self.bytes, offset).map_err(|e| AudioError::io(&self.path, Doing::Read, e))?;
        Ok(&self.bytes)
    }
}
