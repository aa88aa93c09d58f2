//! Takes made audible: the playback thread reads, the output thread plays, and anybody may ask what is being heard.
//!
//! [`Player`] is a thread around [`Stage`], which opens the loudspeaker when it is first needed, lets go of it some seconds after it
//! fell silent, and waits for another where it is taken away. [`Feeder::step`] reads takes, changes their speed, and fills a ring with small
//! blocks, each carrying the generation of the order it belongs to and its place on the session's timeline; [`PlaybackTap::fill`] drops blocks
//! of older generations and plays the rest as loud as it is wanted, so a seek is heard at once. Stretches without audio are skipped. Nothing
//! here writes a file.

use std::path::PathBuf;
use std::sync::Arc;

use rtrb::RingBuffer;

use crate::domain::hearing::Speed;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;

pub use self::feeder::Feeder;
pub use self::head::Playhead;
pub use self::player::PlayOrder;
pub use self::player::PlaybackReport;
pub use self::player::Player;
pub use self::player::Stage;
pub use self::tap::OutSample;
pub use self::tap::PlaybackTap;

mod feeder;
mod head;
mod player;
mod tap;

/// Blocks that are ready at a time: about a third of a second, what a busy machine may keep the playback thread waiting. The ring has room for
/// as many again, so that what a new order wants lies behind what is stale before that is dropped.
const READY: usize = 64;

const SECOND: u64 = 1_000_000_000;

/// A recorded stretch on the session's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// The take.
    pub path: PathBuf,
    /// Where on the timeline the stretch begins.
    pub from: Position,
    /// Where in the take it begins.
    pub skip: Frames,
    /// How long it is.
    pub frames: Frames,
    /// Frames per second of the take as it was recorded: what `skip` and `frames` count in.
    pub rate: SampleRate,
}

impl Clip {
    /// Where on the timeline it ends.
    pub fn end(&self) -> Position {
        self.from.forward(self.frames.duration(self.rate))
    }
}

/// A feeder for `clips` and the tap it feeds, for an output of this rate and so many channels.
pub fn line(clips: Arc<[Clip]>, rate: SampleRate, channels: u16, speed: Speed, head: &Arc<Playhead>) -> (Feeder, PlaybackTap) {
    let (producer, consumer) = RingBuffer::new(2 * READY);
    (Feeder::new(clips, producer, rate, speed), PlaybackTap::new(consumer, rate, channels, Arc::clone(head)))
}

fn nanos(frames: usize, rate: SampleRate) -> u64 {
    frames as u64 * SECOND / u64::from(rate.hertz())
}

#[cfg(test)]
mod tests;
