//! The recorder, with its thread or moved by hand.
//!
//! An interview needs the thread; a scripted one (the demonstration without a screen, the tests) moves the same recorder itself, so that a
//! minute of sound takes milliseconds and nothing depends on when a thread runs.

use std::collections::VecDeque;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crate::audio::AudioError;
use crate::audio::CaptureReport;
use crate::audio::Mute;
use crate::audio::OutputWish;
use crate::audio::device::SystemOutput;
use crate::audio::gauge::Gauge;
use crate::audio::playback::Clip;
use crate::audio::playback::PlayOrder;
use crate::audio::playback::PlaybackReport;
use crate::audio::playback::Player;
use crate::audio::playback::Playhead;
use crate::audio::playback::Stage;
use crate::audio::recorder::Deck;
use crate::audio::recorder::Order;
use crate::audio::recorder::Recorder;
use crate::audio::simulated::Ear;
use crate::audio::simulated::MicrophoneHand;
use crate::audio::simulated::SimulatedInput;
use crate::audio::simulated::SimulatedOutput;
use crate::audio::simulated::Sound;
use crate::disk::real;
use crate::disk::real::RealDisk;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::shell::live::clock::Reading;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::workers::RecorderLine;

/// Where sound is recorded.
pub(crate) enum Desk {
    /// On a thread of its own; nothing until the first order.
    Threaded(Option<Recorder>),
    /// By hand.
    ByHand(Box<ByHand>),
}

/// When a recorder that is moved by hand carries out what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// At once.
    AtOnce,
    /// When it is told to: microphones take seconds to open, and a disk may hold everything up.
    WhenTold,
}

/// A recorder without its thread, and the room it hears.
pub(crate) struct ByHand {
    sound: Sound,
    pace: Pace,
    free: u64,
    waiting: VecDeque<Order>,
    work: Option<AtWork>,
    loudspeaker: Loudspeaker,
    /// What is being played, and who hears it.
    sounding: Option<(Stage, Ear)>,
}

/// Whether a room that is made up has a loudspeaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loudspeaker {
    /// It has.
    There,
    /// It has none.
    Missing,
}

/// What is played: on a thread of its own, or by hand, where only its head is known.
pub(crate) enum PlayedBy {
    /// On a thread.
    Threaded(Box<Player>),
    /// By hand.
    ByHand(Arc<Playhead>),
}

impl PlayedBy {
    /// What is being heard.
    pub(crate) fn playhead(&self) -> Arc<Playhead> {
        match self {
            Self::Threaded(player) => player.playhead(),
            Self::ByHand(head) => Arc::clone(head),
        }
    }
}

/// The recorder at work.
struct AtWork {
    deck: Deck,
    hand: MicrophoneHand,
    gauge: Arc<Gauge>,
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Threaded(_) => "Desk::Threaded",
            Self::ByHand(_) => "Desk::ByHand",
        })
    }
}

impl Desk {
    /// A recorder that is moved by hand and hears `sound`.
    pub(crate) fn by_hand(sound: Sound) -> Self {
        Self::ByHand(Box::new(ByHand {
            sound,
            pace: Pace::AtOnce,
            free: 64_000_000_000,
            waiting: VecDeque::new(),
            work: None,
            loudspeaker: Loudspeaker::There,
            sounding: None,
        }))
    }

    /// Makes sure that there is a recorder.
    pub(crate) fn open(
        &mut self,
        microphones: &Microphones,
        reports: &Sender<CaptureReport>,
        line: &RecorderLine,
        now: &Reading,
    ) -> Result<(), AudioError> {
        match self {
            Self::Threaded(Some(_)) => {}
            Self::ByHand(by_hand) if by_hand.work.is_some() => {}
            Self::Threaded(recorder) => {
                let new = Recorder::spawn(microphones.input(), reports.clone())?;
                if let Ok(mut line) = line.lock() {
                    *line = Some(new.orders());
                }
                *recorder = Some(new);
            }
            Self::ByHand(by_hand) => {
                let (mut input, hand) = SimulatedInput::by_hand(by_hand.sound.clone());
                if let Microphones::Simulated(names) = microphones {
                    input = input.with_devices(names);
                }
                let gauge = Arc::new(Gauge::new(now.instant));
                let deck = Deck::new(Box::new(input), Arc::new(RealDisk), Arc::clone(&gauge), reports.clone());
                by_hand.work = Some(AtWork { deck, hand, gauge });
            }
        }
        Ok(())
    }

    /// Gets `clips` ready to be played, and tells how that goes. They play for as long as what is given back is kept, or, by hand, until
    /// something else does or all falls silent.
    pub(crate) fn player(&mut self, clips: Vec<Clip>, reports: Sender<PlaybackReport>, now: &Reading) -> Result<PlayedBy, AudioError> {
        match self {
            Self::Threaded(_) => Player::spawn(Box::new(SystemOutput), OutputWish::default(), clips, reports)
                .map(|player| PlayedBy::Threaded(Box::new(player))),
            Self::ByHand(by_hand) => {
                let (output, ear) = SimulatedOutput::by_hand();
                if by_hand.loudspeaker == Loudspeaker::Missing {
                    ear.refuse(AudioError::NoDevice);
                }
                let head = Arc::new(Playhead::new(now.instant));
                let stage = Stage::new(Box::new(output), OutputWish::default(), clips, Arc::clone(&head), reports);
                by_hand.sounding = Some((stage, ear));
                Ok(PlayedBy::ByHand(head))
            }
        }
    }

    /// Gives what sounds an order.
    pub(crate) fn order_sound(&mut self, sounding: &PlayedBy, order: PlayOrder, now: &Reading) {
        match (sounding, self) {
            (PlayedBy::Threaded(player), _) => player.order(order),
            (PlayedBy::ByHand(_), Self::ByHand(by_hand)) => {
                if let Some((stage, _)) = &mut by_hand.sounding {
                    stage.obey(order, now.instant);
                }
            }
            (PlayedBy::ByHand(_), Self::Threaded(_)) => {}
        }
    }

    /// What is played by hand is played no longer.
    pub(crate) fn fall_silent(&mut self) {
        if let Self::ByHand(by_hand) = self {
            by_hand.sounding = None;
        }
    }

    /// Bytes free at `place`; where time and sound are made up, so is room: 64 GB unless said otherwise.
    pub(crate) fn free_space(&self, place: &Path) -> Option<u64> {
        match self {
            Self::Threaded(_) => real::free_space(place),
            Self::ByHand(by_hand) => Some(by_hand.free),
        }
    }

    /// Gives an order.
    pub(crate) fn order(&mut self, order: Order, now: &Reading) {
        match self {
            Self::Threaded(Some(recorder)) => recorder.order(order),
            Self::ByHand(by_hand) => {
                if let Some(work) = &by_hand.work {
                    order.foretell(&work.gauge, now.instant);
                    by_hand.waiting.push_back(order);
                }
                while by_hand.pace == Pace::AtOnce && by_hand.obey(now) {}
            }
            Self::Threaded(None) => {}
        }
    }

    /// Finishes what is recorded and lets go of the device.
    pub(crate) fn close(&mut self, now: &Reading) {
        match self {
            Self::Threaded(recorder) => drop(recorder.take()),
            Self::ByHand(by_hand) => by_hand.finish(now),
        }
    }

    /// The gauges of the recorder at work.
    pub(crate) fn gauge(&self) -> Option<Arc<Gauge>> {
        match self {
            Self::Threaded(at_work) => at_work.as_ref().map(Recorder::gauge),
            Self::ByHand(by_hand) => by_hand.work.as_ref().map(|work| Arc::clone(&work.gauge)),
        }
    }

    /// The recorder, if it is moved by hand.
    pub(crate) fn hand(&mut self) -> Option<&mut ByHand> {
        match self {
            Self::Threaded(_) => None,
            Self::ByHand(by_hand) => Some(by_hand),
        }
    }
}

impl ByHand {
    /// From now on orders are carried out at this pace.
    pub(crate) fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    /// From now on so many bytes are free.
    pub(crate) fn set_free(&mut self, free: u64) {
        self.free = free;
    }

    /// Carries out the order that waits longest; whether there was one.
    pub(crate) fn obey(&mut self, now: &Reading) -> bool {
        let (Some(work), Some(order)) = (&mut self.work, self.waiting.pop_front()) else { return false };
        work.deck.obey(order, now.instant);
        true
    }

    fn finish(&mut self, now: &Reading) {
        while self.obey(now) {}
        if let Some(mut work) = self.work.take() {
            work.deck.quit(now.instant);
        }
    }

    /// The room has a loudspeaker, or none.
    pub(crate) fn set_loudspeaker(&mut self, loudspeaker: Loudspeaker) {
        self.loudspeaker = loudspeaker;
    }

    /// The loudspeaker is gone, in these words.
    pub(crate) fn lose_loudspeaker(&mut self, why: &str) {
        if let Some((_, ear)) = &self.sounding {
            ear.take_away(AudioError::Lost { detail: why.into() });
        }
    }

    /// The system moves what plays to a loudspeaker of this name.
    pub(crate) fn move_loudspeaker(&mut self, name: &str) {
        if let Some((_, ear)) = &self.sounding {
            ear.reroute(name);
        }
    }

    /// The loudspeaker is back.
    pub(crate) fn loudspeaker_comes_back(&mut self) {
        if let Some((_, ear)) = &self.sounding {
            ear.bring_back();
        }
    }

    /// Lets `passed` of sound be heard, and of what is played.
    pub(crate) fn hear(&mut self, passed: Duration, now: &Reading) {
        if let Some((stage, ear)) = &mut self.sounding {
            stage.step(now.instant);
            let frames = Frames::in_duration(passed, SampleRate::STUDIO).0;
            ear.pull(usize::try_from(frames).unwrap_or(0), now.instant);
        }
        if let Some(work) = &mut self.work {
            work.hand.push(Frames::in_duration(passed, SampleRate::STUDIO).0, now.instant);
            work.deck.step(now.instant);
        }
    }

    /// The microphone is gone.
    pub(crate) fn unplug(&mut self, why: &str) {
        if let Some(work) = &self.work {
            work.hand.unplug(AudioError::Lost { detail: why.into() });
        }
    }

    /// The microphone is back.
    pub(crate) fn plug_in(&mut self) {
        if let Some(work) = &self.work {
            work.hand.plug_in();
        }
    }

    /// The system moves the stream to a microphone of this name, or mutes it.
    pub(crate) fn reroute(&mut self, name: &str, muted: Mute) {
        if let Some(work) = &self.work {
            work.hand.reroute(name, muted);
        }
    }
}
