//! A clip as a WAV file: pieces of takes with silence, or a tone, where nothing is to be heard.
//!
//! It is short, new and written whole, so hound makes it, whose faults are those of a writer that goes on for hours (see
//! [`crate::audio::take`]). The file holds a format and samples: no name, no date, no word of where it comes from. Sound that borders on
//! silence is faded for a few milliseconds, so that nothing clicks. Takes are only read.

use std::io::Cursor;
use std::path::PathBuf;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::take::TakeReader;
use crate::domain::clip::Clip;
use crate::domain::clip::Piece;
use crate::domain::clip::Why;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;
use crate::words::message::message;

/// What is heard where something is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Instead {
    /// Nothing.
    #[default]
    Silence,
    /// A tone of 1 kHz, so that nobody takes it for a fault.
    Bleep,
}

/// How loud the tone is: 20 dB below full scale, about as loud as people speak.
const LOUDNESS: f64 = 0.1;

/// How high it is.
const HERTZ: f64 = 1_000.0;

/// How long the sound is faded beside silence.
const FADE_MS: u64 = 5;

/// The bytes of the file; `path` says where each take lies.
pub fn wav(clip: &Clip, instead: Instead, path: impl Fn(TakeNumber) -> PathBuf) -> Result<Vec<u8>, AudioError> {
    let mut format: Option<StreamFormat> = None;
    let mut readers = Vec::new();
    for take in clip.takes() {
        let reader = TakeReader::open_own(&path(take))?;
        let is_other = format.is_some_and(|format| format != reader.format()) || reader.format().rate != clip.rate;
        if is_other {
            return Err(AudioError::NotWav { path: path(take), why: message!("clip-other-format").into() });
        }
        format = Some(reader.format());
        readers.push((take, reader));
    }
    let format = format.unwrap_or(StreamFormat { rate: clip.rate, channels: 1 });
    let mut pieces = Vec::new();
    for (at, piece) in clip.pieces.iter().enumerate() {
        let beside = |at: Option<usize>| match at.and_then(|at| clip.pieces.get(at)) {
            Some(Piece::Sound { .. }) => Beside::Sound,
            Some(Piece::Silent { .. }) | None => Beside::Silence,
        };
        match piece {
            Piece::Sound { take, at: from, frames } => {
                let Some((_, reader)) = readers.iter_mut().find(|(of, _)| of == take) else { continue };
                let mut samples = Vec::new();
                reader.read(*from, usize::try_from(frames.0).unwrap_or(usize::MAX), &mut samples)?;
                // What the take does not hold any more is silence: a clip is as long as was said.
                samples.resize(count(*frames, format), 0);
                fade(&mut samples, format, [beside(at.checked_sub(1)), beside(Some(at + 1))]);
                pieces.push(samples);
            }
            Piece::Silent { frames, why: Why::Withheld } if instead == Instead::Bleep => pieces.push(bleep(*frames, format)),
            Piece::Silent { frames, .. } => pieces.push(vec![0; count(*frames, format)]),
        }
    }
    written(&pieces, format).map_err(|why| AudioError::NotWav { path: PathBuf::from("clip.wav"), why: why.to_string().into() })
}

fn written(pieces: &[Vec<i16>], format: StreamFormat) -> Result<Vec<u8>, hound::Error> {
    let spec = hound::WavSpec {
        channels: format.channels.max(1),
        sample_rate: format.rate.hertz(),
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut bytes = Vec::new();
    let mut writer = hound::WavWriter::new(Cursor::new(&mut bytes), spec)?;
    for sample in pieces.iter().flatten() {
        writer.write_sample(*sample)?;
    }
    writer.finalize()?;
    Ok(bytes)
}

fn count(frames: Frames, format: StreamFormat) -> usize {
    usize::try_from(frames.0).unwrap_or(0).saturating_mul(format.width())
}

fn fade_frames(rate: SampleRate) -> usize {
    usize::try_from(u64::from(rate.hertz()) * FADE_MS / 1_000).unwrap_or(0).max(1)
}

/// What lies beside a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Silence,
    Sound,
}

/// Fades the beginning and the end of a piece in and out, where silence lies before it or after it.
fn fade(samples: &mut [i16], format: StreamFormat, [before, after]: [Beside; 2]) {
    let (width, long) = (format.width(), fade_frames(format.rate));
    let quieter = |sample: &mut i16, step: usize| {
        let faded = i64::from(*sample) * i64::try_from(step).unwrap_or(0) / i64::try_from(long + 1).unwrap_or(1);
        *sample = i16::try_from(faded).unwrap_or(0);
    };
    if before == Beside::Silence {
        let frames = samples.chunks_exact_mut(width).take(long).enumerate();
        frames.for_each(|(n, frame)| frame.iter_mut().for_each(|sample| quieter(sample, n + 1)));
    }
    if after == Beside::Silence {
        let frames = samples.chunks_exact_mut(width).rev().take(long).enumerate();
        frames.for_each(|(n, frame)| frame.iter_mut().for_each(|sample| quieter(sample, n + 1)));
    }
}

/// A tone as long as that.
fn bleep(frames: Frames, format: StreamFormat) -> Vec<i16> {
    let step = std::f64::consts::TAU * HERTZ / f64::from(format.rate.hertz());
    let loudness = f64::from(i16::MAX) * LOUDNESS;
    // Where it is counts within one wave, so no number grows without end.
    let wave = u64::from(format.rate.hertz());
    #[expect(clippy::cast_possible_truncation, reason = "a tenth of full scale fits")]
    let at = |n: u64| ((f64::from(u32::try_from(n % wave).unwrap_or(0)) * step).sin() * loudness).round() as i16;
    let mut samples: Vec<i16> = (0..frames.0).flat_map(|n| std::iter::repeat_n(at(n), format.width())).collect();
    fade(&mut samples, format, [Beside::Silence; 2]);
    samples
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::take::Take;
    use crate::disk::real::RealDisk;
    use crate::domain::time::Position;

    fn clip(pieces: Vec<Piece>) -> Clip {
        Clip { from: Position::START, to: Position::from_secs(1), rate: SampleRate::STUDIO, pieces }
    }

    fn heard(bytes: &[u8]) -> Vec<i16> {
        hound::WavReader::new(Cursor::new(bytes)).unwrap().into_samples().map(Result::unwrap).collect()
    }

    #[test]
    fn what_is_withheld_is_silence_or_a_tone_and_nothing_else_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let mut take = Take::create(&RealDisk, dir.path(), TakeNumber::FIRST, StreamFormat::INTERVIEW).unwrap();
        take.write(&vec![10_000; 48_000]).unwrap();
        take.settle().unwrap();
        let path = take.path().to_owned();
        let sound = |at, frames| Piece::Sound { take: TakeNumber(1), at: Frames(at), frames: Frames(frames) };
        let held = Piece::Silent { frames: Frames(4_800), why: Why::Withheld };
        let clip = clip(vec![sound(0, 9_600), held, sound(14_400, 9_600)]);
        let silent = wav(&clip, Instead::Silence, |_| path.clone()).unwrap();
        let samples = heard(&silent);
        assert_eq!(samples.len(), 24_000);
        assert!(samples[9_600..14_400].iter().all(|sample| *sample == 0) && samples[300..9_300].iter().all(|sample| *sample == 10_000));
        assert!(samples[9_599] < 100 && samples[14_400] < 100, "no click");
        assert_eq!(silent.len(), 44 + 48_000, "a header and samples, and not a byte more");
        let tone = heard(&wav(&clip, Instead::Bleep, |_| path.clone()).unwrap());
        assert_eq!(tone[..9_600], samples[..9_600]);
        let rises = tone[9_600..14_400].windows(2).filter(|pair| pair[0] <= 0 && pair[1] > 0).count();
        assert!((99..=101).contains(&rises), "{rises} waves in a tenth of a second");
        let loudest = tone[9_600..14_400].iter().map(|sample| sample.unsigned_abs()).max().unwrap();
        assert!((3_200..3_300).contains(&loudest), "{loudest}");
    }

    #[test]
    fn two_formats_are_no_clip() {
        let dir = tempfile::tempdir().unwrap();
        let other = StreamFormat { channels: 2, ..StreamFormat::INTERVIEW };
        let mut paths = Vec::new();
        for format in [StreamFormat::INTERVIEW, other] {
            let mut take = Take::create(&RealDisk, dir.path(), TakeNumber::FIRST, format).unwrap();
            take.write(&[1; 960]).unwrap();
            take.settle().unwrap();
            paths.push(take.path().to_owned());
        }
        let sound = |take| Piece::Sound { take: TakeNumber(take), at: Frames(0), frames: Frames(480) };
        let path = |take: TakeNumber| paths[usize::try_from(take.0 - 1).unwrap()].clone();
        assert!(matches!(wav(&clip(vec![sound(1), sound(2)]), Instead::Silence, path), Err(AudioError::NotWav { .. })));
    }
}
