//! The waveform beside a take (`take-001.peaks`), so that listening back can draw hours without reading them.
//!
//! It is a convenience: written while recording, on the tape thread, and rebuilt from the WAV whenever it is missing, short or does
//! not fit. So it refuses to make trouble: an error ends the file and never the take.
//!
//! # The file
//!
//! 16 bytes of header: `HBPEAKS2`, u32 frames per second, u32 frames per block (256). Then for each block three 16-bit values: the lowest
//! and the highest sample of any channel, signed, and the root of the mean square of all of them, unsigned. All little-endian. The last
//! block may cover fewer frames. The number of blocks is that of the take; 48 kHz come to 1,125 bytes a second. (`HBPEAKS1`, of earlier
//! versions, lacks the third value, and is written anew like a file that does not fit.)
//!
//! Behind more than 4,096 blocks stands, once the take has ended, how loud it is on the whole: for each 64 of them two 16-bit values, unsigned, the
//! sample that lies farthest from zero and the root of the mean square. It is what is drawn first. A file without it is as good.

use std::path::Path;
use std::path::PathBuf;
use std::slice::ChunksMut;
use std::sync::Mutex;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::thread;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::peaks::on_the_whole::LONG;
use crate::audio::peaks::on_the_whole::OF_WHOLE;
use crate::audio::peaks::on_the_whole::SPAN_OF_WHOLE;
use crate::audio::peaks::on_the_whole::Whole;
use crate::audio::take::TakeReader;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::real::RealDisk;
use crate::disk::whole;
use crate::domain::incident::Doing;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::domain::waveform::Envelope;
use crate::domain::waveform::Level;
use crate::domain::waveform::root;

mod on_the_whole;

/// Frames that one pair of values stands for: 5 ms at 48 kHz, finer than any terminal column.
pub const BLOCK: usize = SPAN as usize;

const MAGIC: &[u8; 8] = b"HBPEAKS2";
const HEADER: usize = 16;

const SPAN: u16 = 256;

fn header(rate: SampleRate) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..8].copy_from_slice(MAGIC);
    header[8..12].copy_from_slice(&rate.hertz().to_le_bytes());
    header[12..14].copy_from_slice(&SPAN.to_le_bytes());
    header
}

/// How loud a stretch is: its lowest and highest sample, and the root of the mean square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peak {
    /// At most 0 for sound around zero.
    pub low: i16,
    /// At least `low`.
    pub high: i16,
    /// Of full scale 32,768.
    pub rms: u16,
}

impl Peak {
    /// How many bytes of the file one takes.
    const BYTES: usize = 6;

    fn bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..2].copy_from_slice(&self.low.to_le_bytes());
        bytes[2..4].copy_from_slice(&self.high.to_le_bytes());
        bytes[4..].copy_from_slice(&self.rms.to_le_bytes());
        bytes
    }

    /// Each in the body of a file.
    fn each(body: &[u8]) -> impl ExactSizeIterator<Item = Self> + Clone {
        body.as_chunks().0.iter().copied().map(Self::read)
    }

    /// From what [`Peak::bytes`] makes.
    fn read([l, low, h, high, r, rms]: [u8; Self::BYTES]) -> Self {
        Self { low: i16::from_le_bytes([l, low]), high: i16::from_le_bytes([h, high]), rms: u16::from_le_bytes([r, rms]) }
    }

    /// What the louder side of it reaches.
    fn level(self) -> Level {
        Level { peak: self.low.unsigned_abs().max(self.high.unsigned_abs()), rms: self.rms }
    }
}

/// A block as it fills.
#[derive(Clone, Copy, Debug)]
struct Block {
    low: i16,
    high: i16,
    /// Of the squares, each without its last [`DROPPED`] bits.
    squares: u64,
    samples: u64,
}

/// Bits of a square that are not added up, so that a run of 32-bit sums has room; what is quieter than 75 dB below full scale is nothing then.
const DROPPED: u32 = 5;

/// Samples that are worked on at a time.
const LANES: usize = 8;

/// Samples whose squares fit into 32 bits for each of as many lanes: a lane gets 64 of them.
const RUN: usize = 64 * LANES;

/// Bytes of a sample.
const SAMPLE: usize = 2;

impl Block {
    const EMPTY: Self = Self { low: i16::MAX, high: i16::MIN, squares: 0, samples: 0 };

    /// Takes samples of any channel.
    fn take(&mut self, samples: &[i16]) {
        for run in samples.chunks(RUN) {
            let (eights, rest) = run.as_chunks::<LANES>();
            self.run(eights.iter().copied(), rest.iter().copied());
        }
        self.samples += samples.len() as u64;
    }

    /// Takes samples as they lie in a file.
    fn take_bytes(&mut self, bytes: &[u8]) {
        let sample = |pair: [u8; SAMPLE]| i16::from_le_bytes(pair);
        for run in bytes.chunks(RUN * SAMPLE) {
            let (eights, rest) = run.as_chunks::<{ LANES * SAMPLE }>();
            let eight = |bytes: &[u8; LANES * SAMPLE]| {
                let mut eight = [0; LANES];
                eight.iter_mut().zip(bytes.as_chunks().0).for_each(|(to, pair)| *to = sample(*pair));
                eight
            };
            self.run(eights.iter().map(eight), rest.as_chunks().0.iter().copied().map(sample));
        }
        self.samples += (bytes.len() / SAMPLE) as u64;
    }

    /// Takes no more than [`RUN`] samples: lane by lane, which the compiler does for all of them at once, and what is left one by one.
    #[inline]
    fn run(&mut self, eights: impl Iterator<Item = [i16; LANES]>, rest: impl Iterator<Item = i16>) {
        let square = |sample: i16| (i32::from(sample) * i32::from(sample)).unsigned_abs() >> DROPPED;
        let (mut low, mut high, mut squares) = ([i16::MAX; LANES], [i16::MIN; LANES], [0_u32; LANES]);
        for eight in eights {
            for lane in 0..LANES {
                low[lane] = low[lane].min(eight[lane]);
                high[lane] = high[lane].max(eight[lane]);
                squares[lane] += square(eight[lane]);
            }
        }
        for sample in rest {
            (low[0], high[0]) = (low[0].min(sample), high[0].max(sample));
            self.squares += u64::from(square(sample));
        }
        self.low = low.into_iter().fold(self.low, i16::min);
        self.high = high.into_iter().fold(self.high, i16::max);
        self.squares += squares.into_iter().map(u64::from).sum::<u64>();
    }

    fn peak(self) -> Peak {
        let mean = (self.squares << DROPPED) / self.samples.max(1);
        Peak { low: self.low, high: self.high, rms: root(mean) }
    }
}

/// The file name beside a take.
pub(crate) fn path_of(take: &Path) -> PathBuf {
    take.with_extension("peaks")
}

/// Gathers blocks and appends them to the file.
#[derive(Debug)]
pub struct PeaksWriter {
    /// `None` once anything failed: the rest is rebuilt later.
    file: Option<Box<dyn DiskFile>>,
    /// How much of it is written.
    length: u64,
    width: usize,
    block: Block,
    /// Frames in it.
    filled: usize,
    ready: Vec<u8>,
    whole: Whole,
    /// What was written is no longer what the take holds.
    doubt: Doubt,
}

/// Whether what was written while recording can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    No,
    /// Sound has moved in the take since.
    Moved,
}

impl PeaksWriter {
    /// Begins the file beside `take`, unless there is one.
    pub fn create(disk: &dyn Disk, take: &Path, format: StreamFormat) -> Self {
        let ready = header(format.rate).to_vec();
        let file = disk.create_new(&path_of(take)).ok();
        Self { file, length: 0, width: format.width(), block: Block::EMPTY, filled: 0, ready, whole: Whole::default(), doubt: Doubt::No }
    }

    /// Takes whole frames.
    pub fn feed(&mut self, mut samples: &[i16]) {
        while samples.len() >= self.width {
            let frames = (samples.len() / self.width).min(BLOCK - self.filled);
            let (now, rest) = samples.split_at(frames * self.width);
            self.block.take(now);
            self.filled += frames;
            samples = rest;
            if self.filled == BLOCK {
                self.end_block();
            }
        }
    }

    /// What was fed is no longer what the take holds: the file stays short, which is how it is known that it must be rebuilt.
    pub(crate) fn abandon(&mut self) {
        (self.file, self.doubt) = (None, Doubt::Moved);
    }

    /// Appends what is complete.
    pub fn flush(&mut self) {
        if let Some(file) = &mut self.file
            && file.write_all_at(&self.ready, self.length).is_err()
        {
            self.file = None;
        }
        self.length += self.ready.len() as u64;
        self.ready.clear();
    }

    /// Appends everything, the last short block too. Where sound has moved in `take`, which is closed, it is drawn from that.
    pub fn finish(mut self, disk: &dyn Disk, take: &Path) {
        if self.doubt == Doubt::Moved {
            rebuild_on(disk, take).ok();
            return;
        }
        if self.filled > 0 {
            self.end_block();
        }
        self.ready.extend(std::mem::take(&mut self.whole).bytes());
        self.flush();
    }

    fn end_block(&mut self) {
        let peak = self.block.peak();
        self.ready.extend(peak.bytes());
        self.whole.take(peak.level());
        (self.block, self.filled) = (Block::EMPTY, 0);
    }
}

/// The waveform of one take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peaks {
    /// Frames per second of the take.
    pub rate: SampleRate,
    /// How long the take is.
    pub frames: Frames,
    /// A [`Peak`] for each block, as they lie in the file: of three hours these are twelve megabytes, and nobody needs them twice.
    body: Vec<u8>,
}

/// A waveform that lies in no file yet.
#[derive(Debug)]
pub struct Unkept {
    take: PathBuf,
    peaks: Peaks,
}

impl Unkept {
    /// Writes the file, for the next time. Where that cannot be, it is done without.
    pub fn keep(&self) {
        self.peaks.write(&RealDisk, &path_of(&self.take)).ok();
    }
}

/// How loud the take at `path` is on the whole, from the file beside it, for whoever draws it at once: three hours are a hundred kilobytes so.
/// Nothing where that has to be made, or does not say it.
pub fn at_first(path: &Path) -> Option<Envelope> {
    let reader = TakeReader::open(path).ok()?;
    let (rate, frames, blocks) = (reader.format().rate, reader.frames(), blocks_of(&reader));
    let mut levels = Vec::new();
    if blocks <= LONG {
        saved(&RealDisk, &path_of(path), &reader, |body| levels.extend(Peak::each(body).map(Peak::level)))?;
        return Some(Envelope::new(rate, frames, SPAN.into(), levels));
    }
    let (file, begins) = (fitting(&RealDisk, &path_of(path), &reader)?, (HEADER + blocks * Peak::BYTES) as u64);
    let mut bytes = vec![0; blocks.div_ceil(OF_WHOLE) * 4];
    if file.length().ok()? != begins + bytes.len() as u64 {
        return None;
    }
    file.read_exact_at(&mut bytes, begins).ok()?;
    let level = |[p, peak, r, rms]: [u8; 4]| Level { peak: u16::from_le_bytes([p, peak]), rms: u16::from_le_bytes([r, rms]) };
    levels.extend(bytes.as_chunks().0.iter().copied().map(level));
    Some(Envelope::new(rate, frames, SPAN_OF_WHOLE, levels))
}

/// How loud the take at `path` is, for whoever draws it, and the frames it has. Where there is no file that fits, that is made from the take,
/// which is told as it goes: how many frames were gone through; what was made can be kept afterwards.
pub fn drawn(path: &Path, told: &mut dyn FnMut(Frames)) -> Result<(Envelope, Frames, Option<Unkept>), AudioError> {
    let mut reader = TakeReader::open(path)?;
    let mut levels = Vec::with_capacity(blocks_of(&reader));
    let put = |body: &[u8]| levels.extend(Peak::each(body).map(Peak::level));
    if saved(&RealDisk, &path_of(path), &reader, put).is_some() {
        return Ok((Envelope::new(reader.format().rate, reader.frames(), SPAN.into(), levels), reader.frames(), None));
    }
    let peaks = Peaks::measured(&RealDisk, path, &mut reader, told)?;
    let levels = Peak::each(&peaks.body).map(Peak::level).collect();
    let envelope = Envelope::new(peaks.rate, peaks.frames, SPAN.into(), levels);
    Ok((envelope, peaks.frames, Some(Unkept { take: path.to_owned(), peaks })))
}

impl Peaks {
    /// The waveform of the take at `path`: from the file beside it if that fits, else from the take itself.
    pub fn of(path: &Path) -> Result<Self, AudioError> {
        Self::on(&RealDisk, path)
    }

    /// [`Peaks::of`] on a disk.
    pub fn on(disk: &dyn Disk, path: &Path) -> Result<Self, AudioError> {
        let mut reader = TakeReader::open_on(disk, path)?;
        let mut body = Vec::new();
        match saved(disk, &path_of(path), &reader, |piece| body.extend_from_slice(piece)) {
            Some(()) => Ok(Self { rate: reader.format().rate, frames: reader.frames(), body }),
            None => Self::measured(disk, path, &mut reader, &mut |_| {}),
        }
    }

    /// Of the take at `path`, which is read, from its sound; `told` hears how many frames were gone through. A long one is gone through by two.
    fn measured(disk: &dyn Disk, path: &Path, reader: &mut TakeReader, told: &mut dyn FnMut(Frames)) -> Result<Self, AudioError> {
        let (rate, frames) = (reader.format().rate, reader.frames());
        let mut body = vec![0; blocks_of(reader) * Peak::BYTES];
        // One that cannot be opened again, or is another by now, is gone through by one.
        let other = (frames > Frames(FOR_TWO)).then(|| TakeReader::open_on(disk, path).ok()).flatten();
        let mut other = other.filter(|other| (other.format(), other.frames()) == (reader.format(), frames));
        let (pieces, gone_through) = (Mutex::new((Frames(0), body.chunks_mut(AT_A_TIME / BLOCK * Peak::BYTES))), AtomicU64::new(0));
        thread::scope(|scope| {
            let helper = other.as_mut().and_then(|other| {
                let helps = || go_through(other, &pieces, &gone_through, &mut |_| {});
                thread::Builder::new().name("peaks".into()).spawn_scoped(scope, helps).ok()
            });
            let done = go_through(reader, &pieces, &gone_through, told);
            let fell = |_| Err(AudioError::io(path, Doing::Read, std::io::ErrorKind::Other.into()));
            let others = helper.map_or(Ok(()), |helper| helper.join().unwrap_or_else(fell));
            done.and(others)
        })?;
        told(frames);
        Ok(Self { rate, frames, body })
    }

    /// Puts a peaks file at `path`, over whatever stands there by that name: a link is replaced, not followed.
    fn write(&self, disk: &dyn Disk, path: &Path) -> Result<(), AudioError> {
        let (head, mut whole) = (header(self.rate), Whole::default());
        Peak::each(&self.body).for_each(|peak| whole.take(peak.level()));
        let whole = whole.bytes();
        let fill = |file: &mut dyn DiskFile| {
            file.write_all_at(&head, 0)?;
            file.write_all_at(&self.body, HEADER as u64)?;
            file.write_all_at(&whole, (HEADER + self.body.len()) as u64)
        };
        whole::replace_filled(disk, path, &fill).map_err(|e| AudioError::io(path, Doing::Written, e))
    }

    /// The peaks of these blocks, as far as there are such.
    fn blocks(&self, blocks: std::ops::Range<usize>) -> impl Iterator<Item = Peak> + Clone {
        let all = self.body.len() / Peak::BYTES;
        let (first, end) = (blocks.start.min(all), blocks.end.min(all));
        Peak::each(self.body.get(first * Peak::BYTES..end * Peak::BYTES).unwrap_or_default())
    }

    /// The lowest and highest sample in `count` equal parts of the frames from `from` up to `to`; nothing for a part without sound.
    pub fn columns(&self, from: Frames, to: Frames, count: usize) -> Vec<Option<Peak>> {
        let span = u128::from((to - from).0);
        let edge = |i: usize| from.0 + u64::try_from(span * i as u128 / count.max(1) as u128).unwrap_or(0);
        let block = |frame: u64| usize::try_from(frame / BLOCK as u64).unwrap_or(usize::MAX);
        let part = |i: usize| {
            let (first, end) = (edge(i), edge(i + 1).min(self.frames.0));
            let last = block(end.saturating_sub(1)).saturating_add(1);
            if end <= first { None } else { together(self.blocks(block(first)..last)) }
        };
        (0..count).map(part).collect()
    }
}

/// Several blocks as one; nothing of none.
fn together(blocks: impl Iterator<Item = Peak> + Clone) -> Option<Peak> {
    let low = blocks.clone().map(|block| block.low).min()?;
    let high = blocks.clone().map(|block| block.high).max()?;
    let (squares, count) =
        blocks.fold((0, 0), |(squares, count), block| (squares + u64::from(block.rms) * u64::from(block.rms), count + 1_u64));
    Some(Peak { low, high, rms: root(squares / count) })
}

/// How much of a file is read at a time: whole blocks, which stay near the processor.
const PIECE: usize = 8_192 * Peak::BYTES;

/// Hands on what is in a peaks file, piece by piece, if it belongs to the take that is read. One that turns out not to while it is read gives
/// nothing either, whatever was handed on.
fn saved(disk: &dyn Disk, path: &Path, reader: &TakeReader, mut put: impl FnMut(&[u8])) -> Option<()> {
    let (file, needed) = (fitting(disk, path, reader)?, blocks_of(reader) as u64 * Peak::BYTES as u64);
    let (mut at, mut piece) = (0, vec![0; PIECE]);
    while at < needed {
        let count = usize::try_from(needed - at).unwrap_or(PIECE).min(PIECE);
        file.read_exact_at(&mut piece[..count], HEADER as u64 + at).ok()?;
        put(&piece[..count]);
        at += count as u64;
    }
    Some(())
}

/// A peaks file, if it is one of this take as far as its header and its length say.
fn fitting(disk: &dyn Disk, path: &Path, reader: &TakeReader) -> Option<Box<dyn DiskFile>> {
    let needed = reader.frames().0.div_ceil(BLOCK as u64).checked_mul(Peak::BYTES as u64)?;
    let file = disk.open(path, Access::Read, Links::Followed).ok()?;
    let mut head = [0; HEADER];
    file.read_exact_at(&mut head, 0).ok()?;
    let fits = head == header(reader.format().rate) && file.length().ok()? >= HEADER as u64 + needed;
    fits.then_some(file)
}

/// Frames that are read at a time: few enough to stay near the processor, many enough that the system is seldom asked.
const AT_A_TIME: usize = BLOCK * 256;

/// Frames from which on a take is gone through by two: of 48 kHz, three minutes.
const FOR_TWO: u64 = 8_640_000;

/// How many blocks there are of a take.
fn blocks_of(reader: &TakeReader) -> usize {
    usize::try_from(reader.frames().0.div_ceil(BLOCK as u64)).unwrap_or(0)
}

/// The pieces of a body that nobody has taken yet, and the first frame of the next.
type Pieces<'b> = Mutex<(Frames, ChunksMut<'b, u8>)>;

/// Fills one piece after the other, as long as there are such; `told` hears how many frames all who do so went through.
fn go_through(reader: &mut TakeReader, pieces: &Pieces<'_>, all: &AtomicU64, told: &mut dyn FnMut(Frames)) -> Result<(), AudioError> {
    let width = reader.format().width();
    let next = || {
        let mut pieces = pieces.lock().ok()?;
        let at = pieces.0;
        pieces.0 += Frames(AT_A_TIME as u64);
        Some((at, pieces.1.next()?))
    };
    while let Some((at, piece)) = next() {
        let bytes = reader.bytes(at, AT_A_TIME)?;
        for (sound, peak) in bytes.chunks(BLOCK * width * SAMPLE).zip(piece.as_chunks_mut().0) {
            let mut block = Block::EMPTY;
            block.take_bytes(sound);
            *peak = block.peak().bytes();
        }
        let frames = (bytes.len() / width / SAMPLE) as u64;
        told(Frames(all.fetch_add(frames, Ordering::Relaxed) + frames));
    }
    Ok(())
}

/// Writes the peaks file of a take anew if it is missing or does not fit; whether it did.
pub(crate) fn rebuild(take: &Path) -> Result<bool, AudioError> {
    rebuild_on(&RealDisk, take)
}

/// [`rebuild`] on a disk.
pub(crate) fn rebuild_on(disk: &dyn Disk, take: &Path) -> Result<bool, AudioError> {
    let mut reader = TakeReader::open_on(disk, take)?;
    let path = path_of(take);
    if saved(disk, &path, &reader, |_| {}).is_some() {
        return Ok(false);
    }
    Peaks::measured(disk, take, &mut reader, &mut |_| {})?.write(disk, &path)?;
    Ok(true)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::fs;

    use super::*;
    use crate::audio::take::Take;
    use crate::domain::time::Position;
    use crate::domain::timeline::TakeNumber;
    use crate::domain::timeline::Timeline;
    use crate::domain::waveform::Waveform;

    fn take(folder: &Path, samples: &[i16]) -> Take {
        let mut take = Take::create(&RealDisk, folder, TakeNumber::FIRST, StreamFormat::INTERVIEW).unwrap();
        take.write(samples).unwrap();
        take.settle().unwrap();
        take
    }

    fn louder_and_louder(count: i64) -> Vec<i16> {
        (0..count).map(|i| i16::try_from((i * 7_919) % (i / 480 + 3) - i / 960).unwrap()).collect()
    }

    #[test]
    fn written_while_recording_and_rebuilt_are_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let samples: Vec<i16> = (0..10_000_i32).map(|i| i16::try_from((i * 7_919) % 20_000 - 10_000).unwrap()).collect();
        let take = take(folder.path(), &samples);
        let mut writer = PeaksWriter::create(&RealDisk, take.path(), StreamFormat::INTERVIEW);
        for part in samples.chunks(333) {
            writer.feed(part);
            writer.flush();
        }
        writer.finish(&RealDisk, take.path());
        let live = Peaks::of(take.path()).unwrap();
        assert!(!rebuild(take.path()).unwrap(), "it fits, so it stays");
        let written = fs::read(path_of(take.path())).unwrap();
        assert_eq!(written.len(), 16 + 6 * 40);
        fs::remove_file(path_of(take.path())).unwrap();
        assert_eq!(Peaks::of(take.path()).unwrap(), live, "drawn from the take itself");
        assert!(rebuild(take.path()).unwrap());
        assert_eq!(fs::read(path_of(take.path())).unwrap(), written);
        fs::write(path_of(take.path()), &written[..90]).unwrap();
        assert_eq!(Peaks::of(take.path()).unwrap(), live, "a short one is not believed");
    }

    #[test]
    fn what_is_drawn_first_is_what_is_drawn_then() {
        let folder = tempfile::tempdir().unwrap();
        let samples = louder_and_louder(48_000 * 60);
        let take = take(folder.path(), &samples);
        assert_eq!(at_first(take.path()), None, "it is not made for that");
        let mut writer = PeaksWriter::create(&RealDisk, take.path(), StreamFormat::INTERVIEW);
        for part in samples.chunks(48_000) {
            writer.feed(part);
            writer.flush();
        }
        assert_eq!(at_first(take.path()), None, "it has not ended");
        writer.finish(&RealDisk, take.path());
        let live = fs::read(path_of(take.path())).unwrap();
        let first = at_first(take.path()).unwrap();
        let whole = drawn(take.path(), &mut |_| panic!("it is there")).unwrap().0;
        let columns = |envelope: &Envelope| {
            let mut timeline = Timeline::default();
            timeline.begin_take(TakeNumber::FIRST, Position::START, StreamFormat::INTERVIEW.rate);
            timeline.grow_take(TakeNumber::FIRST, Frames(samples.len() as u64));
            Waveform::default().with(TakeNumber::FIRST, envelope.clone()).columns(&timeline, Position::START, Position::from_secs(60), 20)
        };
        for (first, whole) in columns(&first).into_iter().zip(columns(&whole)) {
            let (first, whole) = (first.unwrap(), whole.unwrap());
            assert!(first.peak.abs_diff(whole.peak) <= 64 && first.rms.abs_diff(whole.rms) <= 64, "{first:?} {whole:?}");
        }
        // By two, in another order, it is the same to the byte.
        fs::remove_file(path_of(take.path())).unwrap();
        assert!(rebuild(take.path()).unwrap());
        assert_eq!(fs::read(path_of(take.path())).unwrap(), live);
        // One as earlier versions wrote it fits, and is read.
        fs::write(path_of(take.path()), &live[..16 + 6 * 11_250]).unwrap();
        assert_eq!(at_first(take.path()), None);
        assert!(!rebuild(take.path()).unwrap());
        assert_eq!(drawn(take.path(), &mut |_| panic!("it is there")).unwrap().0, whole);
    }

    #[test]
    fn a_take_is_gone_through_by_two_and_told_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let samples = louder_and_louder(9_000_000);
        let take = take(folder.path(), &samples);
        let mut last = Frames(0);
        let (_, frames, unkept) = drawn(take.path(), &mut |at| last = at.max(last)).unwrap();
        assert_eq!((frames, last), (Frames(9_000_000), Frames(9_000_000)));
        let mut alone = Vec::new();
        for samples in samples.chunks(BLOCK) {
            let mut block = Block::EMPTY;
            block.take(samples);
            alone.extend(block.peak().bytes());
        }
        assert!(unkept.unwrap().peaks.body == alone);
    }

    #[test]
    fn columns_show_the_extremes_of_their_part() {
        let folder = tempfile::tempdir().unwrap();
        let mut samples = vec![0_i16; 256 * 8];
        (samples[0], samples[256 * 5]) = (-300, 900);
        let take = take(folder.path(), &samples);
        let peaks = Peaks::of(take.path()).unwrap();
        let shown = peaks.columns(Frames(0), Frames(256 * 16), 4);
        let (left, right) = (Peak { low: -300, high: 0, rms: 9 }, Peak { low: 0, high: 900, rms: 28 });
        assert_eq!(shown, [Some(left), Some(right), None, None]);
        assert_eq!(peaks.columns(Frames(256 * 5), Frames(256 * 5 + 2), 2), [Some(Peak { rms: 56, ..right }); 2], "closer than a block");
    }
}
