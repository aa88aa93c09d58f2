//! A take copied with silence in places: for whoever may hear the rest of it. The length stays, so every time does.
//!
//! It is made whole beside its name and then gets it, and nothing is overwritten; memory stays the same however long a take is. The copy has our own
//! header and nothing else: whatever chunks a file brings along stay behind.

use std::io;
use std::path::Path;

use crate::audio::AudioError;
use crate::audio::take::TakeReader;
use crate::audio::take::wav::HEADER;
use crate::audio::take::wav::frame_bytes;
use crate::audio::take::wav::header;
use crate::disk::real::RealDisk;
use crate::disk::whole;
use crate::domain::incident::Doing;
use crate::domain::silenced::Cut;
use crate::domain::time::Frames;

/// Frames that go over at once.
const PIECE: usize = 1 << 15;

/// Copies the first `frames` of the take at `from` into a new file, with silence in `cuts`.
pub(crate) fn silenced(from: &Path, frames: Frames, cuts: &[Cut], into: &Path) -> Result<(), AudioError> {
    let reader = TakeReader::open_own(from)?;
    let (format, frames) = (reader.format(), Frames(frames.0.min(reader.frames().0)));
    let width = format.width();
    let reader = std::cell::RefCell::new(reader);
    let written = whole::create_with(&RealDisk, into, &|file| {
        let (mut reader, mut samples, mut bytes) = (reader.borrow_mut(), Vec::new(), Vec::new());
        file.write_all_at(&header(format, frames.0 * frame_bytes(format)), 0)?;
        let mut at = Frames(0);
        while at < frames {
            let count = usize::try_from((frames - at).0).map_or(PIECE, |left| left.min(PIECE));
            reader.read(at, count, &mut samples).map_err(|why| io::Error::other(why.to_string()))?;
            let end = at.0 + count as u64;
            for cut in cuts.iter().filter(|cut| cut.from.0 < end && cut.to.0 > at.0) {
                let [first, last] = [cut.from, cut.to].map(|edge| usize::try_from(edge.0.clamp(at.0, end) - at.0).unwrap_or(count) * width);
                samples[first..last].fill(0);
            }
            bytes.clear();
            bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
            file.write_all_at(&bytes, HEADER + at.0 * frame_bytes(format))?;
            at = Frames(end);
        }
        Ok(())
    });
    written.map_err(|e| AudioError::io(into, Doing::Written, e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::StreamFormat;
    use crate::audio::take::Take;
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
        silenced(take.path(), Frames(90_000), &cuts, &into).unwrap();
        let mut reader = TakeReader::open(&into).unwrap();
        assert_eq!((reader.frames(), reader.format()), (Frames(90_000), format), "no more than counts");
        let mut copy = Vec::new();
        reader.read(Frames(0), 90_000, &mut copy).unwrap();
        for (n, (sample, was)) in copy.iter().zip(&samples).enumerate() {
            let is_silent = cuts.iter().any(|cut| (cut.from.0..cut.to.0).contains(&(n as u64 / 2)));
            assert_eq!(*sample, if is_silent { 0 } else { *was }, "sample {n}");
        }
        assert!(silenced(take.path(), Frames(9), &[], &into).is_err(), "nothing is overwritten");
    }
}
