//! What can be heard in a simulated room: pieces of a script, or a WAV of any kind.

use std::f64::consts::TAU;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::detail::Detail;
use crate::audio::simulated::wav::tidied;
use crate::audio::unplayable::Unplayable;
use crate::domain::incident::Doing;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::words::message::message;

/// What can be heard in the simulated room.
#[derive(Clone, Debug)]
pub struct Sound {
    /// Interleaved, full scale 1.
    pub(super) samples: Arc<[f32]>,
    pub(super) format: StreamFormat,
    pub(super) again: Again,
}

/// What happens when a sound is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Silence.
    Once,
    /// From the beginning.
    Looped,
}

/// One piece of a script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// A sine.
    Tone {
        /// Its frequency.
        hertz: f64,
        /// Its amplitude, full scale 1.
        level: f64,
        /// How long it sounds.
        lasts: Duration,
    },
    /// Nothing.
    Silence(Duration),
}

impl Sound {
    /// Any WAV of 8 to 32 bits or floats, every rate, any number of channels. `what` names it in errors.
    pub(crate) fn from_wav(mut source: impl Read, what: &Path, again: Again) -> Result<Self, AudioError> {
        let not_wav = |why: Detail| AudioError::NotWav { path: what.to_owned(), why };
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes).map_err(|e| AudioError::io(what, Doing::Read, e))?;
        let reader =
            hound::WavReader::new(tidied(&bytes).map_err(|why| not_wav(why.into()))?).map_err(|e| not_wav(e.to_string().into()))?;
        let spec = reader.spec();
        let rate = SampleRate::new(spec.sample_rate).ok_or_else(|| not_wav(message!("wav-no-rate").into()))?;
        let samples: Arc<[f32]> = match (spec.sample_format, spec.bits_per_sample) {
            // The conversation that comes with the program, all at once: sample by sample it took 20 of the demonstration's first 50 ms.
            (hound::SampleFormat::Int, 8) => {
                let (mut bytes, claimed) = (Vec::new(), u64::from(reader.len()));
                reader.into_inner().take(claimed).read_to_end(&mut bytes).map_err(|e| not_wav(e.to_string().into()))?;
                bytes.iter().map(|b| (f32::from(*b) - 128.0) / 128.0).collect()
            }
            (hound::SampleFormat::Float, _) => {
                let samples: Result<Vec<f32>, _> = reader.into_samples::<f32>().collect();
                samples.map_err(|e| not_wav(e.to_string().into()))?.into()
            }
            (hound::SampleFormat::Int, bits) => {
                let full = 2_f32.powi(i32::from(bits) - 1);
                let samples: Result<Vec<f32>, hound::Error> = reader.into_samples::<i32>().map(|s| Ok(s? as f32 / full)).collect();
                samples.map_err(|e| not_wav(e.to_string().into()))?.into()
            }
        };
        Ok(Self { samples, format: StreamFormat { rate, channels: spec.channels.max(1) }, again })
    }

    /// The WAV at `path`.
    pub fn open(path: &Path, again: Again) -> Result<Self, AudioError> {
        let unplayable = |why| AudioError::Unplayable { path: path.to_owned(), why };
        let wrong = |e: std::io::Error| match e.kind() {
            std::io::ErrorKind::NotFound => unplayable(Unplayable::Missing),
            _ => AudioError::io(path, Doing::Opened, e),
        };
        // Looked at before it is opened: a pipe would be waited for.
        let found = std::fs::metadata(path).map_err(wrong)?;
        match found {
            _ if found.is_dir() => return Err(unplayable(Unplayable::Folder)),
            _ if !found.is_file() => return Err(unplayable(Unplayable::NotPlain)),
            _ if found.len() == 0 => return Err(unplayable(Unplayable::Empty)),
            _ => {}
        }
        let mut source = std::io::BufReader::new(std::fs::File::open(path).map_err(wrong)?);
        let begins = std::io::BufRead::fill_buf(&mut source).map_err(|e| AudioError::io(path, Doing::Read, e))?;
        // RIFF, its sisters RIFX and RF64, and BW64.
        if !(begins.starts_with(b"RI") || begins.starts_with(b"RF64") || begins.starts_with(b"BW64")) {
            return Err(unplayable(Unplayable::NotWav));
        }
        let sound = Self::from_wav(source, path, again)?;
        // An interview that hears nothing is found out only after it.
        if sound.frames() == Frames(0) { Err(unplayable(Unplayable::NoSound)) } else { Ok(sound) }
    }

    /// A script, rendered at 48 kHz mono.
    #[expect(clippy::cast_possible_truncation, reason = "a sample is stored as f32")]
    pub fn script(pieces: &[Piece], again: Again) -> Self {
        let rate = SampleRate::STUDIO;
        let mut samples = Vec::new();
        for piece in pieces {
            let (hertz, level, lasts) = match *piece {
                Piece::Tone { hertz, level, lasts } => (hertz, level, lasts),
                Piece::Silence(lasts) => (0.0, 0.0, lasts),
            };
            let frames = Frames::in_duration(lasts, rate).0;
            samples.extend((0..frames).map(|i| (level * (TAU * hertz * i as f64 / f64::from(rate.hertz())).sin()) as f32));
        }
        Self { samples: samples.into(), format: StreamFormat { rate, channels: 1 }, again }
    }

    /// A quiet room.
    pub fn silence() -> Self {
        Self::script(&[], Again::Once)
    }

    /// How long it is.
    pub fn frames(&self) -> Frames {
        Frames((self.samples.len() / self.format.width()) as u64)
    }

    /// The sample at `frame` of `channel` in `format`, interpolated linearly; one channel goes to all, several are mixed into one.
    #[expect(clippy::cast_possible_truncation, reason = "the fraction of a frame needs no more than f32")]
    fn at(&self, frame: u64, channel: usize, format: StreamFormat) -> f32 {
        let there = u128::from(frame) * u128::from(self.format.rate.hertz());
        let (whole, rest) = (there / u128::from(format.rate.hertz()), there % u128::from(format.rate.hertz()));
        let whole = u64::try_from(whole).unwrap_or(u64::MAX);
        let fraction = (rest as f64 / f64::from(format.rate.hertz())) as f32;
        let here = self.sample(whole, channel, format);
        if fraction > 0.0 { here + (self.sample(whole + 1, channel, format) - here) * fraction } else { here }
    }

    fn sample(&self, frame: u64, channel: usize, format: StreamFormat) -> f32 {
        let (frames, width) = (self.frames().0, self.format.width());
        let frame = match self.again {
            Again::Looped if frames > 0 => frame % frames,
            _ if frame < frames => frame,
            _ => return 0.0,
        };
        let start = usize::try_from(frame).unwrap_or(0) * width;
        let all = &self.samples[start..start + width];
        match (width, format.width()) {
            (1, _) => all[0],
            (_, 1) => all.iter().sum::<f32>() / width as f32,
            _ => all.get(channel).copied().unwrap_or(0.0),
        }
    }

    /// Frames `from` to `from + frames` as a stream of `format` hears them.
    pub(super) fn block(&self, from: u64, frames: u64, format: StreamFormat, out: &mut Vec<f32>) {
        out.clear();
        if format == self.format {
            // As it is: nothing to interpolate, and an hour of it is made in a moment.
            let width = format.width();
            return out.extend((from..from + frames).flat_map(|f| (0..width).map(move |c| (f, c))).map(|(f, c)| self.sample(f, c, format)));
        }
        out.extend((from..from + frames).flat_map(|f| (0..format.width()).map(move |c| (f, c))).map(|(f, c)| self.at(f, c, format)));
    }
}
