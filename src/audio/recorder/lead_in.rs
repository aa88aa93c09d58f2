//! The last seconds before an interview is begun, where the study asks for them.
//!
//! First words are lost because somebody presses "begin" a moment late. So from the moment on at which consent to record was given, and
//! only then, what is heard while the form is open may be remembered: in memory, so many seconds of it, never on a disk. It becomes the
//! beginning of the recording when that begins, and is overwritten and forgotten when consent is taken back, another microphone is chosen or the form is
//! left. Without the wish nothing is remembered, which is how it is unless `study.yaml` says otherwise.

use std::collections::VecDeque;
use std::hint;

use crate::domain::time::Frames;

use crate::audio::StreamFormat;
use crate::audio::capture::CaptureEnd;
use crate::audio::capture::RING_SECONDS;

/// What is heard before it is recorded. See the module.
pub(super) struct LeadIn {
    format: StreamFormat,
    /// Samples to be remembered at most.
    most: usize,
    samples: VecDeque<i16>,
    /// Frames that came out of the ring, those that were forgotten included.
    heard: Frames,
    /// Frames before this one were heard before anybody agreed, however late they came.
    not_before: Frames,
}

impl LeadIn {
    /// Nothing is remembered.
    pub(super) fn none(format: StreamFormat) -> Self {
        Self { format, most: 0, samples: VecDeque::new(), heard: Frames(0), not_before: Frames(0) }
    }

    /// From frame `from` on, which is heard at this moment, the last so many seconds are remembered; 0 forgets what is.
    pub(super) fn remember(&mut self, seconds: u32, from: Frames) {
        self.wipe();
        self.not_before = from;
        self.most = self.format.samples_in(seconds);
        // All it will need at once, so that nothing is left behind by growing.
        self.samples.reserve(self.most + self.format.samples_in(if seconds > 0 { RING_SECONDS } else { 0 }));
    }

    /// Whether anything is to be remembered.
    pub(super) fn is_wanted(&self) -> bool {
        self.most > 0
    }

    /// Takes what is in the ring.
    pub(super) fn take_in(&mut self, line: &mut CaptureEnd) {
        while line.gaps.pop().is_ok() {}
        // What never came moves the frames after it; in a memory of some seconds before an interview it need not stand where it was.
        while let Ok(gap) = line.missing.pop() {
            self.silence(gap.frames);
        }
        let width = self.format.width();
        let Ok(chunk) = line.ring.read_chunk(line.ring.slots() / width * width) else { return };
        self.heard += Frames((chunk.len() / width) as u64);
        if self.most > 0 {
            let (a, b) = chunk.as_slices();
            self.samples.extend(a);
            self.samples.extend(b);
        }
        chunk.commit_all();
        self.forget_the_oldest();
    }

    fn silence(&mut self, frames: Frames) {
        self.heard += frames;
        if self.most > 0 {
            let count = usize::try_from(frames.0).unwrap_or(usize::MAX).saturating_mul(self.format.width());
            self.samples.extend(std::iter::repeat_n(0, count.min(self.most)));
        }
        self.forget_the_oldest();
    }

    fn forget_the_oldest(&mut self) {
        let begins = self.heard.0.saturating_sub((self.samples.len() / self.format.width()) as u64);
        let early = usize::try_from(self.not_before.0.saturating_sub(begins)).unwrap_or(usize::MAX).saturating_mul(self.format.width());
        let old = self.samples.len().saturating_sub(self.most).max(early.min(self.samples.len()));
        self.samples.iter_mut().take(old).for_each(|sample| *sample = 0);
        self.samples.drain(..old);
    }

    /// How much is remembered.
    pub(super) fn length(&self) -> Frames {
        Frames((self.samples.len() / self.format.width()) as u64)
    }

    /// What is remembered, and which frame of all that were heard it begins with.
    pub(super) fn remembered(&self) -> (Frames, [&[i16]; 2]) {
        let (a, b) = self.samples.as_slices();
        (self.heard - self.length(), [a, b])
    }

    fn wipe(&mut self) {
        self.samples.iter_mut().for_each(|sample| *sample = 0);
        // Looked at once more, so that no compiler finds the zeros to be of no use.
        hint::black_box(&self.samples);
        self.samples = VecDeque::new();
    }
}

impl Drop for LeadIn {
    fn drop(&mut self) {
        self.wipe();
    }
}
