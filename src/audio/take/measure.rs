//! The digest of a take: while it is recorded, and of one that lies on the disk.
//!
//! It is the SHA-256 of the samples as they stand in the file, 16-bit little-endian, and of nothing else: the header changes with every
//! checkpoint and holds nothing that was heard. So `tail -c +45 take-001.wav | sha256sum` asks the same of any take that ended in good
//! order. Recorded, it is fed by whoever knows that samples will not move any more, on the tape thread; read, on any. Nothing is changed.

use std::io;
use std::path::Path;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::take::wav::HEADER;
use crate::audio::take::wav::find_data;
use crate::audio::take::wav::frame_bytes;
use crate::audio::take::wav::has_more_chunks;
use crate::audio::take::wav::parse_ours;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::digest::Sum;
use crate::disk::real::RealDisk;
use crate::domain::digest::Digest;
use crate::domain::incident::Doing;
use crate::domain::recording::OnDisk;
use crate::domain::recording::TakeSound;
use crate::domain::time::Frames;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::spoken;

/// Bytes that are read at once: few calls, and no memory to speak of.
const PIECE: usize = 256 << 10;

/// A digest that is still growing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Digesting(Sum);

impl Digesting {
    /// The next samples. 8 KiB at a time become bytes: where those are is decided here and not by an allocator.
    pub(crate) fn feed(&mut self, samples: &[i16]) {
        let mut bytes = [0; 8 << 10];
        for part in samples.chunks(bytes.len() / 2) {
            for (pair, sample) in bytes.chunks_exact_mut(2).zip(part) {
                pair.copy_from_slice(&sample.to_le_bytes());
            }
            self.0.feed(&bytes[..2 * part.len()]);
        }
    }

    /// The digest of all that was fed.
    pub(crate) fn finish(self) -> Digest {
        Digest::new(self.0.finish())
    }
}

/// What [`measure`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What the take holds.
    pub format: StreamFormat,
    /// Whole frames in it, up to the end of the file.
    pub frames: Frames,
    /// The SHA-256 of those.
    pub sha256: Digest,
}

/// Reads a whole take of ours for its digest: hours of sound, so nothing to be done while somebody waits for the microphone.
///
/// The length decides and not what the header claims, as in [`crate::audio::take::repair`], and the same files are refused; one cut within its header
/// too, until it was mended. No link is followed, the file may be one that cannot be written, and memory stays the same however long it is.
pub fn measure(path: &Path) -> Result<Measured, AudioError> {
    let file = RealDisk.open(path, Access::Read, Links::Refused).map_err(|e| AudioError::io(path, Doing::Opened, e))?;
    measure_over(path, file.as_ref())
}

/// [`measure`] of the take at `path` through a file that is open.
pub fn measure_over(path: &Path, file: &dyn DiskFile) -> Result<Measured, AudioError> {
    let unread = |e: io::Error| AudioError::io(path, Doing::Read, e);
    let foreign = |why: Message| AudioError::NotWav { path: path.to_owned(), why: why.into() };
    let length = file.length().map_err(unread)?;
    if length < HEADER {
        return Err(foreign(message!("wav-too-short")));
    }
    let mut head = [0; 44];
    file.read_exact_at(&mut head, 0).map_err(unread)?;
    let format = parse_ours(&head).ok_or_else(|| foreign(message!("wav-not-ours")))?;
    if has_more_chunks(file, &head, length).map_err(unread)? {
        return Err(foreign(message!("wav-finished-elsewhere")));
    }
    let frames = (length - HEADER) / frame_bytes(format);
    let sha256 = digest_of(file, HEADER, frames * frame_bytes(format)).map_err(unread)?;
    Ok(Measured { format, frames: Frames(frames), sha256 })
}

/// The SHA-256 of so many bytes from `start` on.
fn digest_of(file: &dyn DiskFile, start: u64, bytes: u64) -> io::Result<Digest> {
    let (mut at, end) = (start, start + bytes);
    let (mut buffer, mut sum) = (vec![0; PIECE], Sum::default());
    while at < end {
        let piece = &mut buffer[..usize::try_from(end - at).map_or(PIECE, |left| left.min(PIECE))];
        file.read_exact_at(piece, at)?;
        sum.feed(piece);
        at += piece.len() as u64;
    }
    Ok(Digest::new(sum.finish()))
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What its header and its length say: quick enough for a list.
    Length,
    /// Every byte.
    Bytes,
}

/// What lies at `path`, whoever wrote it, as far as the system lets it be read, and changes nothing. A link is followed: what is asked is which sound one would hear.
pub fn look(path: &Path, depth: Depth) -> Result<OnDisk, AudioError> {
    let unread = |e: io::Error| AudioError::io(path, Doing::Read, e);
    let file = match RealDisk.open(path, Access::Read, Links::Followed) {
        Ok(file) => file,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(OnDisk::Nothing),
        Err(why) => return Err(unread(why)),
    };
    let length = file.length().map_err(unread)?;
    if length <= HEADER {
        return Ok(OnDisk::Empty);
    }
    let (format, start, bytes) = match find_data(file.as_ref(), length).map_err(unread)? {
        Ok(found) => found,
        Err(why) => return Ok(OnDisk::Foreign(spoken().say(why))),
    };
    let frames = bytes / frame_bytes(format);
    if frames == 0 {
        return Ok(OnDisk::Empty);
    }
    let sha256 = match depth {
        Depth::Length => None,
        Depth::Bytes => Some(digest_of(file.as_ref(), start, frames * frame_bytes(format)).map_err(unread)?),
    };
    Ok(OnDisk::Sound(TakeSound { frames: Frames(frames), rate: format.rate, channels: format.channels, sha256 }))
}

#[cfg(test)]
mod tests;
