//! Reading a take: whatever its header says, and also where another program wrote it.
//!
//! The length of a take of ours is what is on disk. A WAV from elsewhere is walked chunk by chunk to its sound; what is not 16-bit PCM is
//! refused in words.

#![expect(clippy::disallowed_methods, reason = "takes are opened here to be read")]

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::time::{Frames, SampleRate};

use crate::audio::take::{HEADER, TakeFile, frame_bytes, has_more_chunks, parse_ours, u16_at, u32_at};
use crate::audio::{AudioError, StreamFormat};

/// Reads 16-bit PCM takes frame by frame at any place, tolerating every size a header may claim.
#[derive(Debug)]
pub struct TakeReader<F = File> {
    file: F,
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
        Self::over(path, File::open(path).map_err(|e| AudioError::io(path, "opened", e))?)
    }
}

impl<F: TakeFile> TakeReader<F> {
    /// Reads the take at `path` through a file that is open: see [`TakeReader::open`].
    pub fn over(path: &Path, file: F) -> Result<Self, AudioError> {
        let length = file.length().map_err(|e| AudioError::io(path, "read", e))?;
        let found = find_data(&file, length).map_err(|e| AudioError::io(path, "read", e))?;
        let (format, start, bytes) = found.map_err(|why| AudioError::NotWav { path: path.to_owned(), why: why.to_owned() })?;
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
        let left = usize::try_from(self.frames.saturating_sub(at.0)).unwrap_or(usize::MAX);
        self.bytes.resize(count.min(left) * self.format.width() * 2, 0);
        let offset = at.0.saturating_mul(frame_bytes(self.format)).saturating_add(self.start);
        self.file.read_exact_at(&mut self.bytes, offset).map_err(|e| AudioError::io(&self.path, "read", e))?;
        samples.extend(self.bytes.chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])));
        Ok(())
    }
}

/// Walks the chunks to the sound: its format, where it starts, and how many bytes of it there are. The inner error says why not.
pub(super) fn find_data(file: &dyn TakeFile, length: u64) -> io::Result<Result<(StreamFormat, u64, u64), &'static str>> {
    let mut head = [0; 44];
    if length < HEADER {
        return Ok(Err("it is too short"));
    }
    file.read_exact_at(&mut head, 0)?;
    if &head[..4] != b"RIFF" || &head[8..12] != b"WAVE" {
        return Ok(Err("it does not begin as one"));
    }
    if let Some(format) = parse_ours(&head)
        && !has_more_chunks(file, &head, length)?
    {
        return Ok(Ok((format, HEADER, length - HEADER)));
    }
    let (mut at, mut format) = (12, None);
    while at + 8 <= length {
        let mut chunk = [0; 24];
        let have = usize::try_from((length - at).min(24)).unwrap_or(24);
        file.read_exact_at(&mut chunk[..have], at)?;
        let size = u64::from(u32_at(&chunk, 4));
        match (&chunk[..4], format) {
            (b"fmt ", _) => {
                let rate = SampleRate::new(u32_at(&chunk, 12));
                let tag = u16_at(&chunk, 8);
                // 0xFFFE is the extensible form, whose 16-bit variant is PCM in practice.
                let (Some(rate), 1 | 0xFFFE, 16, 1..) = (rate, tag, u16_at(&chunk, 22), u16_at(&chunk, 10)) else {
                    return Ok(Err("it is not 16-bit PCM"));
                };
                format = Some(StreamFormat { rate, channels: u16_at(&chunk, 10) });
            }
            (b"data", Some(format)) => return Ok(Ok((format, at + 8, size.min(length - at - 8)))),
            _ => {}
        }
        at += 8 + size.next_multiple_of(2);
    }
    Ok(Err("it holds no sound"))
}
