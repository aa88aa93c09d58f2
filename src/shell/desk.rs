//! The recorder, with its thread or moved by hand.
//!
//! An interview needs the thread; a scripted one (the demonstration without a screen, the tests) moves the same recorder itself, so that a
//! minute of sound takes milliseconds and nothing depends on when a thread runs.

use std::fmt;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::audio::AudioError;
use crate::audio::AudioOutput;
use crate::audio::CaptureReport;
use crate::audio::device::SystemOutput;
use crate::audio::gauge::Gauge;
use crate::audio::recorder::Deck;
use crate::audio::recorder::Order;
use crate::audio::recorder::Recorder;
use crate::audio::simulated::Hand;
use crate::audio::simulated::SimulatedInput;
use crate::audio::simulated::SimulatedOutput;
use crate::audio::simulated::Sound;
use crate::audio::take::RealDisk;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::shell::clock::Reading;
use crate::shell::microphones::Microphones;
use crate::shell::workers::RecorderLine;
use crate::store::folder;

/// Where sound is recorded.
pub(in crate::shell) enum Desk {
    /// On a thread of its own; nothing until the first order.
    Threaded(Option<(PathBuf, Recorder)>),
    /// By hand, hearing this sound.
    ByHand(Sound, Option<Box<ByHand>>),
}

/// A recorder without its thread.
pub(in crate::shell) struct ByHand {
    folder: PathBuf,
    deck: Deck,
    hand: Hand,
    gauge: Arc<Gauge>,
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Threaded(_) => "Desk::Threaded",
            Self::ByHand(..) => "Desk::ByHand",
        })
    }
}

impl Desk {
    /// Makes sure that the recorder at work is that of `folder`: takes lie there.
    pub(in crate::shell) fn move_to(
        &mut self,
        folder: PathBuf,
        microphones: &Microphones,
        reports: &Sender<CaptureReport>,
        line: &RecorderLine,
        now: &Reading,
    ) -> Result<(), AudioError> {
        match self {
            Self::Threaded(Some((at, _))) if *at == folder => {}
            Self::ByHand(_, Some(by_hand)) if by_hand.folder == folder => {}
            Self::Threaded(recorder) => {
                // The one before lets go of its device first.
                drop(recorder.take());
                let new = Recorder::spawn(microphones.input(), folder.clone(), reports.clone())?;
                if let Ok(mut line) = line.lock() {
                    *line = Some(new.orders());
                }
                *recorder = Some((folder, new));
            }
            Self::ByHand(sound, by_hand) => {
                let (input, hand) = SimulatedInput::by_hand(sound.clone());
                let gauge = Arc::new(Gauge::new(now.instant));
                let disk = Box::new(|| -> Box<dyn crate::audio::take::Disk> { Box::new(RealDisk) });
                let deck = Deck::new(Box::new(input), folder.clone(), disk, Arc::clone(&gauge), reports.clone());
                *by_hand = Some(Box::new(ByHand { folder, deck, hand, gauge }));
            }
        }
        Ok(())
    }

    /// Where sound is heard again: the machine's loudspeaker, or one that nobody hears.
    pub(in crate::shell) fn loudspeaker(&self) -> Box<dyn AudioOutput> {
        match self {
            Self::Threaded(_) => Box::new(SystemOutput),
            Self::ByHand(..) => Box::new(SimulatedOutput::by_hand().0),
        }
    }

    /// Bytes free at `place`; where time and sound are made up, so is room: 64 GB.
    pub(in crate::shell) fn free_space(&self, place: &Path) -> Option<u64> {
        match self {
            Self::Threaded(_) => folder::free_space(place),
            Self::ByHand(..) => Some(64_000_000_000),
        }
    }

    /// Gives an order.
    pub(in crate::shell) fn order(&mut self, order: Order, now: &Reading) {
        match self {
            Self::Threaded(Some((_, recorder))) => recorder.order(order),
            Self::ByHand(_, Some(by_hand)) => {
                order.foretell(&by_hand.gauge, now.instant);
                by_hand.deck.obey(order, now.instant);
            }
            Self::Threaded(None) | Self::ByHand(_, None) => {}
        }
    }

    /// Finishes what is recorded and lets go of the device.
    pub(in crate::shell) fn close(&mut self, now: &Reading) {
        match self {
            Self::Threaded(recorder) => drop(recorder.take()),
            Self::ByHand(_, by_hand) => {
                if let Some(mut by_hand) = by_hand.take() {
                    by_hand.deck.quit(now.instant);
                }
            }
        }
    }

    /// The gauges of the recorder at work.
    pub(in crate::shell) fn gauge(&self) -> Option<Arc<Gauge>> {
        match self {
            Self::Threaded(Some((_, recorder))) => Some(recorder.gauge()),
            Self::ByHand(_, Some(by_hand)) => Some(Arc::clone(&by_hand.gauge)),
            Self::Threaded(None) | Self::ByHand(_, None) => None,
        }
    }

    /// Lets `passed` of sound be heard, if this recorder is moved by hand.
    pub(in crate::shell) fn hear(&mut self, passed: Duration, now: &Reading) {
        if let Self::ByHand(_, Some(by_hand)) = self {
            by_hand.hand.push(Frames::in_duration(passed, SampleRate::STUDIO).0, now.instant);
            by_hand.deck.step(now.instant);
        }
    }

    /// The microphone is gone, if this recorder is moved by hand.
    pub(in crate::shell) fn lose(&mut self, why: &str) {
        if let Self::ByHand(_, Some(by_hand)) = self {
            by_hand.hand.trouble(AudioError::Lost { detail: why.to_owned() });
        }
    }
}
