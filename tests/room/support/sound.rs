//! Sound that can be found again: bursts of a tone, and a ramp in which every sample says which one it is.

use std::fs;
use std::path::Path;

/// Frames a second, everywhere in these tests.
pub(crate) const RATE: u32 = 48_000;

/// What counts as sound: far above the digital silence of the room, far below a burst.
const LOUD: i16 = 1_000;

/// Silence that separates two bursts, in frames: 200 ms.
const APART: usize = 9_600;

/// A piece of a performance.
#[derive(Clone, Copy)]
pub(crate) enum Piece {
    /// A tone of 1 kHz for so many milliseconds.
    Tone(u32),
    /// Silence for so many milliseconds.
    Silence(u32),
}

fn format() -> hound::WavSpec {
    hound::WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: hound::SampleFormat::Int }
}

/// Writes a performance to `path`.
#[expect(clippy::cast_possible_truncation, reason = "a sine of half the range fits 16 bits")]
pub(crate) fn write_performance(path: &Path, pieces: &[Piece]) {
    let mut wav = hound::WavWriter::create(path, format()).unwrap();
    for piece in pieces {
        let (level, ms) = match *piece {
            Piece::Tone(ms) => (16_000.0, ms),
            Piece::Silence(ms) => (0.0, ms),
        };
        for frame in 0..ms * RATE / 1_000 {
            // A cosine: the very first sample is loud.
            let sample = level * (std::f64::consts::TAU * 1_000.0 * f64::from(frame) / f64::from(RATE)).cos();
            wav.write_sample(sample as i16).unwrap();
        }
    }
    wav.finalize().unwrap();
}

/// The samples of a WAV that hound can read, and how many frames a second.
pub(crate) fn read(path: &Path) -> Vec<i16> {
    let reader = hound::WavReader::open(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert_eq!((reader.spec().sample_rate, reader.spec().channels), (RATE, 1));
    reader.into_samples().collect::<Result<_, _>>().unwrap()
}

/// The samples of a take whose header tells the truth about the file.
pub(crate) fn playable(take: &Path) -> Vec<i16> {
    let bytes = fs::read(take).unwrap();
    let field = |at: usize| u64::from(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()));
    let length = bytes.len() as u64;
    assert_eq!((field(4) + 8, field(40) + 44), (length, length), "the header of {}", take.display());
    read(take)
}

/// The samples of any WAV of 16 bits up to the end of the file, and how many of them its header claims.
pub(crate) fn by_length(path: &Path) -> (Vec<i16>, usize) {
    let bytes = fs::read(path).unwrap_or_default();
    let Some(at) = bytes.windows(4).position(|w| w == b"data").filter(|at| at + 8 <= bytes.len()) else { return (Vec::new(), 0) };
    let claimed = u32::from_le_bytes(bytes[at + 4..at + 8].try_into().unwrap()) / 2;
    let samples = bytes[at + 8..].chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]]));
    (samples.collect(), usize::try_from(claimed).unwrap())
}

/// Finds where bursts begin and end, a piece of sound at a time.
#[derive(Default)]
pub(crate) struct Finder {
    heard: usize,
    /// The last loud sample.
    loud: Option<usize>,
    bursts: Vec<(usize, usize)>,
}

impl Finder {
    /// Takes the next piece; says at which sample a burst began in it.
    pub(crate) fn hear(&mut self, piece: &[i16]) -> Option<usize> {
        let mut began = None;
        for (n, _) in piece.iter().enumerate().filter(|(_, s)| s.unsigned_abs() > LOUD.unsigned_abs()) {
            let at = self.heard + n;
            if self.loud.is_none_or(|loud| at - loud > APART) {
                self.bursts.push((at, at));
                began = Some(at);
            }
            if let Some(last) = self.bursts.last_mut() {
                last.1 = at + 1;
            }
            self.loud = Some(at);
        }
        self.heard += piece.len();
        began
    }

    /// Every burst so far: its first sample and the one after its last.
    pub(crate) fn bursts(&self) -> &[(usize, usize)] {
        &self.bursts
    }
}

/// The bursts in a recording.
pub(crate) fn bursts(samples: &[i16]) -> Vec<(usize, usize)> {
    let mut finder = Finder::default();
    finder.hear(samples);
    finder.bursts().to_vec()
}

/// A recording's length in milliseconds.
pub(crate) fn millis(frames: usize) -> f64 {
    frames as f64 * 1_000.0 / f64::from(RATE)
}

/// How long a ramp lasts that no test outlasts, on any machine, in seconds. Behind its end is silence, which would be a break.
pub(crate) const LONG: u32 = 120;

/// After so many frames the ramp begins again: a prime, 1.25 s, so that no gap of whole blocks can hide in it.
const RAMP: i32 = 59_999;

/// Writes `seconds` of a sound in which each sample is one more than the one before.
#[expect(clippy::cast_possible_truncation, reason = "the ramp stays within 16 bits")]
pub(crate) fn write_ramp(path: &Path, seconds: u32) {
    let mut wav = hound::WavWriter::create(path, format()).unwrap();
    let frames = i32::try_from(seconds * RATE).unwrap();
    let mut all = wav.get_i16_writer(u32::try_from(frames).unwrap());
    for frame in 0..frames {
        all.write_sample((frame % RAMP - RAMP / 2) as i16);
    }
    all.flush().unwrap();
    wav.finalize().unwrap();
}

/// Where the ramp is broken: after which frames something is missing.
pub(crate) fn breaks(samples: &[i16]) -> Vec<usize> {
    let follows = |a: i16, b: i16| (i32::from(a) + RAMP / 2 + 1) % RAMP == i32::from(b) + RAMP / 2;
    let pairs = samples.windows(2).enumerate();
    pairs.filter(|(_, pair)| !follows(pair[0], pair[1])).map(|(at, _)| at).collect()
}

/// Writes `seconds` of noise in which no stretch comes twice, so that any piece of it says where it is from.
pub(crate) fn write_noise(path: &Path, seconds: u32) {
    let mut wav = hound::WavWriter::create(path, format()).unwrap();
    let mut state = 0x2545_F491_u32;
    for _ in 0..seconds * RATE {
        // Numerical Recipes' generator; half of full scale.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        wav.write_sample(((state >> 16) as u16).cast_signed() / 2).unwrap();
    }
    wav.finalize().unwrap();
}

/// How many samples say where a piece of noise is from.
const PIECE: usize = 48;

/// Behind which sample of `all` the last of `piece` lies; nothing if it is not from there. The end of `piece` that is digital silence (or
/// was not finished) is passed over. One unit either way is what a conversion costs.
pub(crate) fn end_within(all: &[i16], piece: &[i16]) -> Option<usize> {
    let last = piece.get(piece.len().checked_sub(PIECE)?..)?;
    let same = |(a, b): (&i16, &i16)| a.abs_diff(*b) <= 1;
    let from = (0..=all.len().checked_sub(PIECE)?).rev();
    from.into_iter().find(|at| all[*at..at + PIECE].iter().zip(last).all(same)).map(|at| at + PIECE)
}
