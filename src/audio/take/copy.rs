//! A take copied with silence in places: for whoever may hear the rest of it. The length stays, so every time does.
//!
//! It is made whole beside its name and then gets it, and nothing is overwritten; memory stays the same however long a take is. The copy has our own
//! header and what is put behind the sound: whatever chunks a file brings along stay behind. Where it is known what the take was, what is read is
//! held against that on the way, and nothing is made of another.

use std::cell::Cell;
use std::io;
use std::path::Path;

use crate::audio::AudioError;
use crate::audio::take::Digesting;
use crate::audio::take::TakeReader;
use crate::audio::take::wav::frame_bytes;
use crate::audio::take::wav::header;
use crate::disk::real::RealDisk;
use crate::disk::whole;
use crate::domain::digest::Digest;
use crate::domain::incident::Doing;
use crate::domain::silenced::Cut;
use crate::domain::time::Frames;

/// Frames that go over at once.
const PIECE: usize = 1 << 15;

/// Makes `copy` into a new file.
pub(crate) fn silenced(copy: Copy<'_>, into: &Path) -> Result<(), AudioError> {
    let is_another = Cell::new(false);
    let written = whole::create_with(&RealDisk, into, &|file| {
        let mut at = 0;
        let poured = copy.pour(&mut |bytes| {
            file.write_all_at(bytes, at)?;
            at += bytes.len() as u64;
            Ok(())
        });
        poured.map_err(|why| why.into_io(&is_another))
    });
    if is_another.get() {
        return Err(AudioError::Changed { path: copy.from.to_owned() });
    }
    written.map_err(|e| AudioError::io(into, Doing::Written, e))
}

/// Why a copy was not made.
#[derive(Debug)]
pub(crate) enum Unpoured {
    /// It could not be read or written.
    Io(io::Error),
    /// What lies there is not what was recorded.
    Changed,
}

impl Unpoured {
    /// The same for whoever knows only the former; the latter is noted in `is_another`.
    pub(crate) fn into_io(self, is_another: &Cell<bool>) -> io::Error {
        match self {
            Self::Io(why) => why,
            Self::Changed => {
                is_another.set(true);
                io::ErrorKind::InvalidData.into()
            }
        }
    }
}

impl From<io::Error> for Unpoured {
    fn from(why: io::Error) -> Self {
        Self::Io(why)
    }
}

/// A copy that is to be made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Copy<'c> {
    /// Of the take here.
    pub(crate) from: &'c Path,
    /// So many frames.
    pub(crate) frames: Frames,
    /// The digest of all frames of the take, where it is known.
    pub(crate) sha256: Option<Digest>,
    /// What of it is silence.
    pub(crate) cuts: &'c [Cut],
    /// The chunks that follow the sound, each of even length. Where the file would be longer than its header can say, they are left out.
    pub(crate) after: &'c [u8],
}

impl Copy<'_> {
    /// Gives all bytes of the file, one piece after the other, to `sink`, and stops where that fails. That the take is another is known
    /// at its end: what was given until then is not to be kept.
    pub(crate) fn pour(&self, sink: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> Result<(), Unpoured> {
        let unread = |why: AudioError| io::Error::other(why.to_string());
        let mut reader = TakeReader::open_own(self.from).map_err(unread)?;
        let (format, frames) = (reader.format(), Frames(self.frames.0.min(reader.frames().0)));
        let width = format.width();
        // Of one that holds more than counts no digest is known.
        let known = self.sha256.filter(|_| frames == reader.frames());
        let mut read = Digesting::default();
        let (mut samples, mut bytes) = (Vec::new(), Vec::new());
        let data = frames.0 * frame_bytes(format);
        let mut head = header(format, data);
        // Samples are 16 bits, so what follows lies at an even place.
        let riff = u32::try_from(data + 36 + self.after.len() as u64);
        let after = if let Ok(riff) = riff {
            head[4..8].copy_from_slice(&riff.to_le_bytes());
            self.after
        } else {
            &[]
        };
        sink(&head)?;
        let mut at = Frames(0);
        while at < frames {
            let count = usize::try_from((frames - at).0).map_or(PIECE, |left| left.min(PIECE));
            reader.read(at, count, &mut samples).map_err(unread)?;
            if known.is_some() {
                read.feed(&samples);
            }
            let end = at.0 + count as u64;
            for cut in self.cuts.iter().filter(|cut| cut.from.0 < end && cut.to.0 > at.0) {
                let [first, last] = [cut.from, cut.to].map(|edge| usize::try_from(edge.0.clamp(at.0, end) - at.0).unwrap_or(count) * width);
                samples[first..last].fill(0);
            }
            bytes.clear();
            bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
            sink(&bytes)?;
            at = Frames(end);
        }
        if known.is_some_and(|known| read.finish() != known) {
            return Err(Unpoured::Changed);
        }
        if after.is_empty() { Ok(()) } else { Ok(sink(after)?) }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests change what lies there")]
mod tests {
    use super::*;
    use crate::audio::StreamFormat;
    use crate::audio::take::Take;
    use crate::audio::take::measure;
    use crate::domain::time::SampleRate;
    use crate::domain::timeline::TakeNumber;

    #[test]
    fn what_lies_in_the_spans_is_silence_and_all_else_is_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let format = StreamFormat { rate: SampleRate::STUDIO, channels: 2 };
        let samples: Vec<i16> = (0..200_000_i32).map(|n| i16::try_from(n % 30_000 + 1).unwrap()).collect();
        let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, format).unwrap();
        take.write(&samples).unwrap();
        take.settle().unwrap();
        let into = folder.path().join("copy.wav");
        let cuts = [(0, 10), (32_700, 32_800), (89_000, 200_000)].map(|(from, to)| Cut { from: Frames(from), to: Frames(to) });
        let copy = Copy { from: take.path(), frames: Frames(90_000), sha256: None, cuts: &cuts, after: &[] };
        silenced(copy, &into).unwrap();
        let mut reader = TakeReader::open(&into).unwrap();
        assert_eq!((reader.frames(), reader.format()), (Frames(90_000), format), "no more than counts");
        let mut copied = Vec::new();
        reader.read(Frames(0), 90_000, &mut copied).unwrap();
        for (n, (sample, was)) in copied.iter().zip(&samples).enumerate() {
            let is_silent = cuts.iter().any(|cut| (cut.from.0..cut.to.0).contains(&(n as u64 / 2)));
            assert_eq!(*sample, if is_silent { 0 } else { *was }, "sample {n}");
        }
        assert!(silenced(copy, &into).is_err(), "nothing is overwritten");
    }

    #[test]
    fn of_a_take_in_which_a_bit_is_another_nothing_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let format = StreamFormat { rate: SampleRate::STUDIO, channels: 1 };
        let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, format).unwrap();
        take.write(&vec![1; 100_000]).unwrap();
        take.settle().unwrap();
        let sha256 = measure(take.path()).unwrap().sha256;
        let cuts = [Cut { from: Frames(10), to: Frames(50_000) }];
        let copy = Copy { from: take.path(), frames: Frames(100_000), sha256: Some(sha256), cuts: &cuts, after: b"cue " };
        let [whole, half] = ["whole.wav", "half.wav"].map(|name| folder.path().join(name));
        silenced(copy, &whole).unwrap();
        let mut bytes = std::fs::read(take.path()).unwrap();
        bytes[44 + 99] ^= 1;
        std::fs::write(take.path(), bytes).unwrap();
        assert!(matches!(silenced(copy, &half), Err(AudioError::Changed { .. })), "also where it is made silent");
        assert!(!half.exists(), "nothing half lies there");
    }
}
