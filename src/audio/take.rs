//! The WAV on disk: written so that it can be cut anywhere, read whatever its header says, repaired from its length.
//!
//! A [`Take`] is written at explicit offsets (no cursor that an error could leave in the wrong place), data first, then synced, then
//! the header: so a header never claims what a power cut could take back, and the file is a playable WAV as of its last checkpoint.
//! It refuses to touch a file that exists, and after an error it is given up: the kernel may drop the pages of a failed sync and
//! report success the next time, so nothing is ever retried on that descriptor. Runs on the tape thread; reading and repair on any.
//!
//! # The file
//!
//! 44 bytes of header, then interleaved 16-bit little-endian samples up to the end (Multimedia Programming Interface and Data
//! Specifications 1.0, 1991, and RFC 2361 for the format tag):
//!
//! | at | bytes | what |
//! |---|---|---|
//! | 0 | `RIFF` u32 `WAVE` | the size of what follows: data + 36 |
//! | 12 | `fmt ` u32=16 u16=1 | PCM |
//! | 22 | u16 u32 u32 u16 u16 | channels, frames/s, bytes/s, bytes a frame, bits a sample |
//! | 36 | `data` u32 | bytes of whole frames |
//!
//! Until the first checkpoint the sizes claim more than there is: every reader tried plays what it finds then, while a size of 0 makes
//! sox and libsndfile play nothing. No chunk follows the data, so the file's length alone tells the truth.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::disk::{self, Links};
use crate::domain::time::{Frames, SampleRate};

use crate::audio::{AudioError, StreamFormat};

mod measure;
mod reader;

pub(super) use measure::Digesting;
pub use measure::{Depth, Lies, Measured, look, measure, measure_over};
pub use reader::TakeReader;

/// Where the samples begin in a file of ours.
pub const HEADER: u64 = 44;

/// Where a take ends and the next begins: 1 GiB, 3 h 6 min of 48 kHz mono. WAV ends at 4, some readers and exchange formats at 2.
pub const FULL: u64 = 1 << 30;

/// Bytes a sample takes on disk.
const SAMPLE: u64 = 2;

/// A disk that takes can be made on. A trait because disks fail, and tests must see them fail.
pub trait Disk: Send {
    /// Creates a file that was not there, readable by its owner only.
    fn create(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>>;

    /// Opens a file that is there, and follows no link.
    fn open(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>>;

    /// Bytes free for us in `folder`; nothing if the system does not tell.
    fn free(&self, folder: &Path) -> Option<u64>;

    /// Bytes of sound after which the next take begins.
    fn full(&self) -> u64 {
        FULL
    }
}

/// An open take.
pub trait TakeFile: Send {
    /// How many bytes it has.
    fn length(&self) -> io::Result<u64>;

    /// Fills `bytes` from `offset` on, or fails if it ends before that.
    fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()>;

    /// Writes all of `bytes` at `offset`.
    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Returns once what was written is on the medium, the length it has by then included.
    fn sync_data(&mut self) -> io::Result<()>;
}

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>> {
        let file = disk::create_new(path)?;
        // Its name is only safe once the folder is synced. Not every disk can; one that fails is found out by the first checkpoint.
        disk::sync_folder_of(path).ok();
        Ok(Box::new(file))
    }

    fn open(&mut self, path: &Path) -> io::Result<Box<dyn TakeFile>> {
        Ok(Box::new(disk::open_plain(path, OpenOptions::new().read(true).write(true), Links::Refused)?))
    }

    fn free(&self, folder: &Path) -> Option<u64> {
        disk::free_space(folder)
    }
}

impl TakeFile for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    #[cfg(unix)]
    fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(self, bytes, offset)
    }

    #[cfg(not(unix))]
    fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        use std::io::{Read, Seek, SeekFrom};
        let mut file = self;
        file.seek(SeekFrom::Start(offset))?;
        file.read_exact(bytes)
    }

    #[cfg(unix)]
    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::write_all_at(self, bytes, offset)
    }

    #[cfg(not(unix))]
    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        use std::io::{Seek, SeekFrom, Write};
        self.seek(SeekFrom::Start(offset))?;
        self.write_all(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        File::sync_data(self)
    }
}

/// The name of take `number` in a session's folder.
pub fn file_name(number: u32) -> String {
    format!("take-{number:03}.wav")
}

/// A take being written.
pub struct Take {
    file: Box<dyn TakeFile>,
    path: PathBuf,
    number: u32,
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
    pub fn create(disk: &mut dyn Disk, folder: &Path, number: u32, format: StreamFormat) -> Result<Self, AudioError> {
        let mut number = number;
        let (mut file, path) = loop {
            let path = folder.join(file_name(number));
            match disk.create(&path) {
                Ok(file) => break (file, path),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && number < u32::MAX => number += 1,
                Err(e) => return Err(AudioError::io(&path, "created", e)),
            }
        };
        let claim = FULL - FULL % frame_bytes(format);
        file.write_all_at(&header(format, claim), 0).map_err(|e| AudioError::io(&path, "written", e))?;
        file.sync_data().map_err(|e| AudioError::io(&path, "synced", e))?;
        Ok(Self { file, path, number, format, full: disk.full(), written: 0, synced: 0, bytes: Vec::new(), no_room: None })
    }

    /// Its number.
    pub fn number(&self) -> u32 {
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
    pub fn holds_only(&self, frames: Frames) -> bool {
        self.file.length().is_ok_and(|length| length == HEADER + frames.0 * frame_bytes(self.format))
    }

    /// Whether the next frames belong into another take.
    pub fn is_full(&self) -> bool {
        self.written * frame_bytes(self.format) >= self.full
    }

    /// Why it is full, if that is because the disk is; says so once.
    pub fn no_room(&mut self) -> Option<AudioError> {
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
                0 if self.written == 0 => return Err(AudioError::io(&self.path, "written", e)),
                fit => {
                    self.full = (self.written + fit) * frame_bytes(self.format);
                    self.no_room = is_full(e.kind()).then(|| AudioError::io(&self.path, "written", e));
                    fit
                }
            },
            Err(e) => return Err(AudioError::io(&self.path, "written", e)),
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
            self.file.write_all_at(&self.bytes, behind).map_err(|e| AudioError::io(&self.path, "written", e))?;
            self.file.sync_data().map_err(|e| AudioError::io(&self.path, "synced", e))?;
            end = start;
        }
        // What was no part of the file before reads as silence already.
        let over = silence.min(Frames(self.written) - at);
        self.bytes.clear();
        self.bytes.resize(usize::try_from(over.0 * frame).unwrap_or(0), 0);
        self.file.write_all_at(&self.bytes, HEADER + at.0 * frame).map_err(|e| AudioError::io(&self.path, "written", e))?;
        self.written += silence.0;
        self.synced = self.synced.min(at.0);
        Ok(())
    }

    /// Syncs the data, then says so in the header. After an error the take must be dropped.
    pub fn checkpoint(&mut self) -> Result<Frames, AudioError> {
        self.file.sync_data().map_err(|e| AudioError::io(&self.path, "synced", e))?;
        let header = header(self.format, self.written * frame_bytes(self.format));
        self.file.write_all_at(&header, 0).map_err(|e| AudioError::io(&self.path, "written", e))?;
        self.synced = self.written;
        Ok(self.synced())
    }

    /// A checkpoint whose header is synced too. The take may still grow afterwards.
    pub fn settle(&mut self) -> Result<Frames, AudioError> {
        let frames = self.checkpoint()?;
        self.file.sync_data().map_err(|e| AudioError::io(&self.path, "synced", e))?;
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

fn frame_bytes(format: StreamFormat) -> u64 {
    format.width() as u64 * SAMPLE
}

/// The header of a file of ours with `data` bytes of samples.
fn header(format: StreamFormat, data: u64) -> [u8; 44] {
    let data = u32::try_from(data).unwrap_or(u32::MAX - 36);
    let (rate, frame) = (format.rate.hertz(), u32::from(format.channels.max(1)) * 2);
    let mut h = [0; 44];
    h[0..4].copy_from_slice(b"RIFF");
    h[4..8].copy_from_slice(&(data + 36).to_le_bytes());
    h[8..16].copy_from_slice(b"WAVEfmt ");
    h[16..20].copy_from_slice(&16_u32.to_le_bytes());
    h[20..22].copy_from_slice(&1_u16.to_le_bytes());
    h[22..24].copy_from_slice(&format.channels.max(1).to_le_bytes());
    h[24..28].copy_from_slice(&rate.to_le_bytes());
    h[28..32].copy_from_slice(&rate.saturating_mul(frame).to_le_bytes());
    h[32..34].copy_from_slice(&(format.channels.max(1).saturating_mul(2)).to_le_bytes());
    h[34..36].copy_from_slice(&16_u16.to_le_bytes());
    h[36..40].copy_from_slice(b"data");
    h[40..44].copy_from_slice(&data.to_le_bytes());
    h
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
pub fn repair(path: &Path) -> Result<Repair, AudioError> {
    let mut file = RealDisk.open(path).map_err(|e| AudioError::io(path, "opened", e))?;
    repair_over(path, file.as_mut())
}

/// [`repair`] of the take at `path` through a file that is open.
pub fn repair_over(path: &Path, file: &mut dyn TakeFile) -> Result<Repair, AudioError> {
    let length = file.length().map_err(|e| AudioError::io(path, "read", e))?;
    let mut head = [0; 44];
    let have = usize::try_from(length.min(HEADER)).unwrap_or(44);
    file.read_exact_at(&mut head[..have], 0).map_err(|e| AudioError::io(path, "read", e))?;
    let foreign = |why: &str| AudioError::NotWav { path: path.to_owned(), why: why.to_owned() };
    let (format, was) = if have == 44 && (head != [0; 44] || length > HEADER) {
        let format = parse_ours(&head).ok_or_else(|| foreign("it is not a take of this program"))?;
        if has_more_chunks(file, &head, length).map_err(|e| AudioError::io(path, "read", e))? {
            return Err(foreign("it holds more than sound and was finished by another program"));
        }
        (format, u64::from(u32_at(&head, 40)) / frame_bytes(format))
    } else if begins_like_ours(&head[..have]) {
        (StreamFormat::INTERVIEW, 0)
    } else {
        return Err(foreign("it is too short"));
    };
    let frames = length.saturating_sub(HEADER) / frame_bytes(format);
    let right = header(format, frames * frame_bytes(format));
    let changed = right != head || have < 44;
    if changed {
        // The data may have been written but never synced: it must be down before a header promises it.
        file.sync_data().map_err(|e| AudioError::io(path, "synced", e))?;
        file.write_all_at(&right, 0).map_err(|e| AudioError::io(path, "written", e))?;
        file.sync_data().map_err(|e| AudioError::io(path, "synced", e))?;
    }
    Ok(Repair { format, frames: Frames(frames), was: Frames(was), changed })
}

/// The format in a header laid out like ours; its two sizes are not looked at.
fn parse_ours(head: &[u8; 44]) -> Option<StreamFormat> {
    let rate = SampleRate::new(u32_at(head, 24))?;
    let format = StreamFormat { rate, channels: u16_at(head, 22) };
    let mut like = header(format, 0);
    like[4..8].copy_from_slice(&head[4..8]);
    like[40..44].copy_from_slice(&head[40..44]);
    (format.channels > 0 && like == *head).then_some(format)
}

/// Whether a header cut short could have become one of ours. Where the power goes, a file may have its length and nothing but zeros.
fn begins_like_ours(head: &[u8]) -> bool {
    let like = header(StreamFormat::INTERVIEW, 0);
    // Sizes, channels and rates may be anything.
    let anything = |i: usize| (4..8).contains(&i) || (22..34).contains(&i) || i >= 40;
    head.iter().enumerate().all(|(i, byte)| anything(i) || *byte == like[i]) || head.iter().all(|byte| *byte == 0)
}

/// Whether well-formed chunks follow the data that the header claims, up to the end the header claims: then the file was finished by
/// somebody who knew what he did, and its length says nothing about the data.
fn has_more_chunks(file: &dyn TakeFile, head: &[u8; 44], length: u64) -> io::Result<bool> {
    let end = 8 + u64::from(u32_at(head, 4));
    let mut at = HEADER + u64::from(u32_at(head, 40)).next_multiple_of(2);
    if at >= end || end > length {
        return Ok(false);
    }
    while at + 8 <= end {
        let mut chunk = [0; 8];
        file.read_exact_at(&mut chunk, at)?;
        if !chunk[..4].iter().all(|b| b.is_ascii_graphic() || *b == b' ') {
            return Ok(false);
        }
        at += 8 + u64::from(u32_at(&chunk, 4)).next_multiple_of(2);
    }
    Ok(at == end)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

#[cfg(test)]
mod tests;
