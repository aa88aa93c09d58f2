//! A take with silence in some of its frames: written beside the old one, and proven from what the disk gives back.
//!
//! The new file has as many frames, at the same rate, in as many channels. Within a cut each is zero. For a few milliseconds before and
//! after it the old sound is faded, so that no click marks the place: outside the cut, because nothing of what is within may be left. All
//! else is as it was, to the last bit. [`prove`] reads both files again and knows nothing of how the new one was written. Nothing is
//! renamed or deleted here; what happens with the two files is for whoever asked.

use std::io;
use std::ops::Range;
use std::path::Path;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::take::Digesting;
use crate::audio::take::TakeReader;
use crate::audio::take::wav::HEADER;
use crate::audio::take::wav::frame_bytes;
use crate::audio::take::wav::header;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::domain::digest::Digest;
use crate::domain::incident::Doing;
use crate::domain::silenced::Cut;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;

/// Frames that are read at once.
const PIECE: usize = 64 << 10;

/// How long the old sound is faded beside a cut: too short for a syllable, long enough not to click.
const FADE_MS: u64 = 5;

/// What the two files were found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Frames in each.
    pub frames: Frames,
    /// The SHA-256 of the old one's.
    pub was: Digest,
    /// The SHA-256 of the new one's.
    pub sha256: Digest,
}

/// Frames of the old sound that are faded on each side of a cut.
fn fade(rate: SampleRate) -> u64 {
    u64::from(rate.hertz()) * FADE_MS / 1_000
}

/// Writes what the take at `take` is with silence in `cuts` into a new file at `into`, synced. Its name is safe once its folder is synced.
pub fn write(disk: &dyn Disk, take: &Path, into: &Path, cuts: &[Cut]) -> Result<(), AudioError> {
    let mut old = open(disk, take)?;
    let (format, frames) = (old.format(), old.frames());
    let written = |e: io::Error| AudioError::io(into, Doing::Written, e);
    let mut new = disk.create_new(into).map_err(|e| AudioError::io(into, Doing::Created, e))?;
    new.write_all_at(&header(format, frames.0 * frame_bytes(format)), 0).map_err(written)?;
    let (mut samples, mut bytes, mut at) = (Vec::new(), Vec::new(), 0);
    while at < frames.0 {
        old.read(Frames(at), PIECE, &mut samples)?;
        silence(&mut samples, at, format, cuts);
        bytes.clear();
        bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        new.write_all_at(&bytes, HEADER + at * frame_bytes(format)).map_err(written)?;
        at += (samples.len() / format.width()) as u64;
    }
    new.sync_all().map_err(|e| AudioError::io(into, Doing::Synced, e))
}

/// Makes the frames of `samples`, of which the first is `first`, silent within `cuts`, and fades those beside them.
fn silence(samples: &mut [i16], first: u64, format: StreamFormat, cuts: &[Cut]) {
    let (width, fade) = (format.width(), fade(format.rate));
    let end = first + (samples.len() / width) as u64;
    let frames = |from: u64, to: u64| from.max(first)..to.min(end).max(from.max(first));
    let mut each = |range: Range<u64>, gain: &dyn Fn(u64) -> (u64, u64)| {
        for frame in range {
            let (of, whole) = gain(frame);
            let at = usize::try_from(frame - first).unwrap_or(usize::MAX).saturating_mul(width);
            for sample in samples.iter_mut().skip(at).take(width) {
                let faded = i64::from(*sample) * i64::try_from(of).unwrap_or(0) / i64::try_from(whole).unwrap_or(1);
                *sample = i16::try_from(faded).unwrap_or(0);
            }
        }
    };
    for cut in cuts {
        let (from, to) = (cut.from.0, cut.to.0);
        each(frames(from.saturating_sub(fade), from), &|frame| (from - frame, fade + 1));
        each(frames(from, to), &|_| (0, 1));
        each(frames(to, to + fade), &|frame| (frame - to + 1, fade + 1));
    }
}

/// Reads both files, and says what they are if the new one is what it must be: as many frames of the same format and no byte more, zero
/// within `cuts`, no louder than before where it is faded, and everywhere else the old one.
pub fn prove(disk: &dyn Disk, take: &Path, new: &Path, cuts: &[Cut]) -> Result<Option<Proof>, AudioError> {
    let length = disk.open(new, Access::Read, Links::Refused).and_then(|file| file.length());
    let length = length.map_err(|e| AudioError::io(new, Doing::Read, e))?;
    let (mut before, mut since) = (open(disk, take)?, open(disk, new)?);
    let (format, frames) = (before.format(), before.frames());
    if since.format() != format || since.frames() != frames || length != HEADER + frames.0 * frame_bytes(format) {
        return Ok(None);
    }
    let (fade, width) = (fade(format.rate), format.width());
    let (mut old_sum, mut new_sum) = (Digesting::default(), Digesting::default());
    let (mut old, mut new, mut at) = (Vec::new(), Vec::new(), 0);
    while at < frames.0 {
        before.read(Frames(at), PIECE, &mut old)?;
        since.read(Frames(at), PIECE, &mut new)?;
        old_sum.feed(&old);
        new_sum.feed(&new);
        let count = (old.len() / width) as u64;
        let near = cuts.iter().any(|cut| cut.from.0 <= at + count + fade && at <= cut.to.0 + fade);
        let is_right = if near {
            let pairs = old.chunks_exact(width).zip(new.chunks_exact(width));
            (at..).zip(pairs).all(|(frame, (old, new))| fits(frame, old, new, fade, cuts))
        } else {
            old == new
        };
        if !is_right || old.len() != new.len() {
            return Ok(None);
        }
        at += count;
    }
    Ok(Some(Proof { frames, was: old_sum.finish(), sha256: new_sum.finish() }))
}

/// Whether one frame is what it must be.
fn fits(frame: u64, old: &[i16], new: &[i16], fade: u64, cuts: &[Cut]) -> bool {
    if cuts.iter().any(|cut| (cut.from.0..cut.to.0).contains(&frame)) {
        return new.iter().all(|sample| *sample == 0);
    }
    if cuts.iter().any(|cut| (cut.from.0.saturating_sub(fade)..cut.to.0 + fade).contains(&frame)) {
        let is_quieter = |(old, new): (&i16, &i16)| new.unsigned_abs() <= old.unsigned_abs() && i32::from(*old) * i32::from(*new) >= 0;
        return old.iter().zip(new).all(is_quieter);
    }
    old == new
}

/// How many frames the file at `path` has, and their SHA-256; nothing where there is none, or no sound that can be read.
pub fn digest(disk: &dyn Disk, path: &Path) -> Result<Option<(Frames, Digest)>, AudioError> {
    let file = match disk.open(path, Access::Read, Links::Refused) {
        Ok(file) => file,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(why) => return Err(AudioError::io(path, Doing::Opened, why)),
    };
    let mut reader = match TakeReader::over(path, file) {
        Ok(reader) => reader,
        Err(AudioError::NotWav { .. }) => return Ok(None),
        Err(why) => return Err(why),
    };
    let (mut sum, mut samples, mut at) = (Digesting::default(), Vec::new(), 0);
    while at < reader.frames().0 {
        reader.read(Frames(at), PIECE, &mut samples)?;
        sum.feed(&samples);
        at += (samples.len() / reader.format().width()) as u64;
    }
    Ok(Some((reader.frames(), sum.finish())))
}

/// A take that is a plain file: what a link leads to would stay as it is.
fn open(disk: &dyn Disk, path: &Path) -> Result<TakeReader, AudioError> {
    let file = disk.open(path, Access::Read, Links::Refused).map_err(|e| AudioError::io(path, Doing::Opened, e))?;
    TakeReader::over(path, file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::take::Take;
    use crate::audio::take::measure_over;
    use crate::disk::memory::Memory;
    use crate::disk::memory::put;
    use crate::domain::timeline::TakeNumber;

    const NEW: &str = ".take-001.wav.silent";

    fn cut(from: u64, to: u64) -> Cut {
        Cut { from: Frames(from), to: Frames(to) }
    }

    /// A take of so many frames of full-scale sound, in this format.
    fn recorded(format: StreamFormat, frames: usize) -> (Memory, std::path::PathBuf) {
        let disk = Memory::default();
        let mut take = Take::create(&disk, Path::new(""), TakeNumber::FIRST, format).unwrap();
        let sound: Vec<i16> = (0..frames * format.width()).map(|n| if n % 3 == 0 { i16::MIN } else { i16::MAX }).collect();
        take.write(&sound).unwrap();
        take.settle().unwrap();
        (disk, take.path().to_owned())
    }

    fn samples(disk: &Memory, path: &Path) -> Vec<i16> {
        let mut reader = TakeReader::open_on(disk, path).unwrap();
        let (mut part, mut all) = (Vec::new(), Vec::new());
        while all.len() < usize::try_from(reader.frames().0).unwrap() * reader.format().width() {
            reader.read(Frames((all.len() / reader.format().width()) as u64), 10_000, &mut part).unwrap();
            all.extend(&part);
        }
        all
    }

    #[test]
    fn within_a_cut_is_nothing_beside_it_a_fade_and_elsewhere_what_was_there() {
        for channels in [1_u16, 2] {
            let format = StreamFormat { rate: SampleRate::STUDIO, channels };
            // Across the border between two pieces, at both ends, and two so near that their fades meet.
            let (disk, path) = recorded(format, 200_000);
            let cuts = [cut(0, 100), cut(60_000, 70_000), cut(70_100, 70_200), cut(199_990, 200_000)];
            write(&disk, &path, Path::new(NEW), &cuts).unwrap();
            let (old, new) = (samples(&disk, &path), samples(&disk, Path::new(NEW)));
            let width = usize::from(channels);
            let at = |frame: usize| &new[frame * width..][..width];
            for silent in [0, 99, 60_000, 65_536, 69_999, 70_150, 199_999] {
                assert!(at(silent).iter().all(|sample| *sample == 0), "{silent}");
            }
            assert_eq!(new[59_000 * width..59_760 * width], old[59_000 * width..59_760 * width]);
            let steps: Vec<u16> = (59_760..60_000).map(|frame| at(frame)[0].unsigned_abs()).collect();
            assert!(steps.windows(2).all(|pair| pair[0].abs_diff(pair[1]) < 200 && pair[1] <= pair[0] + 1), "no step, no click");
            let proof = prove(&disk, &path, Path::new(NEW), &cuts).unwrap().unwrap();
            let digest_of = |name: &Path| measure_over(name, &disk.read(name).unwrap().to_vec()).unwrap().sha256;
            assert_eq!((proof.frames, proof.was, proof.sha256), (Frames(200_000), digest_of(&path), digest_of(Path::new(NEW))));
            assert_eq!(digest(&disk, Path::new(NEW)).unwrap(), Some((Frames(200_000), proof.sha256)));
        }
    }

    /// Whatever is not as it must be in one byte is no proof: each kind of place is tried.
    #[test]
    fn one_wrong_byte_anywhere_is_found() {
        let (disk, path) = recorded(StreamFormat::INTERVIEW, 150_000);
        let cuts = [cut(70_000, 80_000)];
        write(&disk, &path, Path::new(NEW), &cuts).unwrap();
        let right = disk.read(NEW).unwrap().to_vec();
        let byte = |frame: usize| 44 + 2 * frame + 1;
        for at in [byte(0), byte(65_536), byte(69_000), byte(70_000), byte(79_999), byte(80_400), byte(149_999), 24, 22, right.len()] {
            let mut wrong = right.clone();
            let was = wrong.get(at).copied().unwrap_or(0);
            put(&mut wrong, at, &[was ^ 0x41]);
            let mut image = disk.seen();
            let file = image.names[Path::new(NEW)];
            *image.file(file) = wrong;
            let proof = prove(&Memory::holding(image), &path, Path::new(NEW), &cuts);
            assert!(!matches!(proof, Ok(Some(_))), "byte {at}");
        }
        // Louder than it was, or turned over, within a fade.
        assert!(fits(10, &[100], &[90], 5, &[cut(12, 20)]) && !fits(10, &[100], &[101], 5, &[cut(12, 20)]));
        assert!(!fits(21, &[100], &[-50], 5, &[cut(12, 20)]) && !fits(30, &[100], &[99], 5, &[cut(12, 20)]));
    }
}
