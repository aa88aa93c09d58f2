//! The playback thread: it takes orders, owns the loudspeaker's stream, and tells what happened.
//!
//! [`Stage`] is all of it but the thread: tests step it by hand. The loudspeaker is opened with the first order to play and let go of
//! some seconds after it fell silent. It refuses to insist: what cannot be heard is reported, and the next order tried afresh.

#![expect(clippy::disallowed_methods, reason = "the playback thread reads the clock its callbacks are measured by")]

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crate::domain::time::Position;

use crate::audio::AudioError;
use crate::audio::AudioOutput;
use crate::audio::Device;
use crate::audio::OutputWish;
use crate::audio::Running;
use crate::audio::playback::Clip;
use crate::audio::playback::Feeder;
use crate::audio::playback::Playhead;
use crate::audio::playback::line;
use crate::words::message::message;

/// How often the ring is topped up.
const BEAT: Duration = Duration::from_millis(20);

/// How long the loudspeaker is kept open in silence.
const LINGER: Duration = Duration::from_secs(3);

/// What the player can be told. Generations are the caller's: any number it has not used for the order before, and not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayOrder {
    /// Play from a place on.
    Play {
        /// The place.
        at: Position,
        /// The order's number.
        generation: u32,
    },
    /// Stop, and rest where it was heard.
    Halt,
}

/// What the player tells.
#[derive(Debug)]
pub enum PlaybackReport {
    /// Sound goes to this device.
    Started {
        /// Of which order.
        generation: u32,
        /// Where it is heard.
        device: Device,
    },
    /// All was played.
    Ended {
        /// Of which order.
        generation: u32,
    },
    /// It cannot be heard.
    Failed {
        /// Which order.
        generation: u32,
        /// What happened, and what to do.
        why: AudioError,
    },
}

/// The playback thread, from outside. Dropping it ends the sound.
#[derive(Debug)]
pub struct Player {
    orders: Option<Sender<PlayOrder>>,
    head: Arc<Playhead>,
    thread: Option<JoinHandle<()>>,
}

impl Player {
    /// Starts the thread; no device is opened before the first `Play`.
    pub fn spawn(
        output: Box<dyn AudioOutput>,
        wish: OutputWish,
        clips: Vec<Clip>,
        reports: Sender<PlaybackReport>,
    ) -> Result<Self, AudioError> {
        let head = Arc::new(Playhead::new(Instant::now()));
        let shared = Arc::clone(&head);
        let (orders, inbox) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("playback".into())
            .spawn(move || run(&mut Stage::new(output, wish, clips, shared, reports), &inbox))
            .map_err(|e| AudioError::Other { detail: message!("sound-no-thread-play", why = e.to_string()).into() })?;
        Ok(Self { orders: Some(orders), head, thread: Some(thread) })
    }

    /// Gives an order.
    pub fn order(&self, order: PlayOrder) {
        if let Some(orders) = &self.orders {
            orders.send(order).ok();
        }
    }

    /// What is being heard.
    pub(crate) fn playhead(&self) -> Arc<Playhead> {
        Arc::clone(&self.head)
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn run(stage: &mut Stage, inbox: &Receiver<PlayOrder>) {
    loop {
        let order = if stage.is_idle() { inbox.recv().map_err(|_| RecvTimeoutError::Disconnected) } else { inbox.recv_timeout(BEAT) };
        match order {
            Ok(order) => stage.obey(order, Instant::now()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        stage.step(Instant::now());
    }
}

/// The player without its thread.
pub struct Stage {
    output: Box<dyn AudioOutput>,
    wish: OutputWish,
    clips: Arc<[Clip]>,
    head: Arc<Playhead>,
    reports: Sender<PlaybackReport>,
    loudspeaker: Option<Loudspeaker>,
}

/// An open loudspeaker.
struct Loudspeaker {
    feeder: Feeder,
    device: Device,
    trouble: Receiver<AudioError>,
    quiet_since: Option<Instant>,
    _running: Box<dyn Running>,
}

impl Stage {
    /// A silent stage.
    pub fn new(
        output: Box<dyn AudioOutput>,
        wish: OutputWish,
        clips: Vec<Clip>,
        head: Arc<Playhead>,
        reports: Sender<PlaybackReport>,
    ) -> Self {
        Self { output, wish, clips: clips.into(), head, reports, loudspeaker: None }
    }

    /// Whether no loudspeaker is open.
    pub(crate) fn is_idle(&self) -> bool {
        self.loudspeaker.is_none()
    }

    /// Carries out one order.
    pub fn obey(&mut self, order: PlayOrder, now: Instant) {
        match order {
            PlayOrder::Play { at, generation } => self.play(at, generation),
            PlayOrder::Halt => self.halt(now),
        }
    }

    /// One beat: tops the ring up, tells what happened.
    pub fn step(&mut self, now: Instant) {
        let Some(sound) = &mut self.loudspeaker else { return };
        let generation = self.head.generation();
        if let Some(why) = sound.trouble.try_iter().find(|why| !matches!(why, AudioError::Moved { .. })) {
            self.halt(now);
            self.loudspeaker = None;
            return self.report(PlaybackReport::Failed { generation, why });
        }
        if let Err(why) = sound.feeder.step() {
            self.halt(now);
            return self.report(PlaybackReport::Failed { generation, why });
        }
        if self.head.is_playing() && self.head.ended.load(Ordering::Acquire) == generation {
            self.halt(now);
            self.report(PlaybackReport::Ended { generation });
        }
        if self.loudspeaker.as_ref().and_then(|s| s.quiet_since).is_some_and(|since| now.saturating_duration_since(since) > LINGER) {
            self.loudspeaker = None;
        }
    }

    fn play(&mut self, at: Position, generation: u32) {
        let opened = match self.loudspeaker.take() {
            Some(sound) => Ok(sound),
            None => self.open(),
        };
        let mut sound = match opened {
            Ok(sound) => sound,
            Err(why) => return self.report(PlaybackReport::Failed { generation, why }),
        };
        self.head.rest(at.millis() * 1_000_000, generation);
        sound.feeder.seek(at, generation);
        sound.quiet_since = None;
        self.head.ended.store(generation.wrapping_sub(1), Ordering::Release);
        self.head.playing.store(true, Ordering::Release);
        self.report(PlaybackReport::Started { generation, device: sound.device.clone() });
        self.loudspeaker = Some(sound);
    }

    fn open(&self) -> Result<Loudspeaker, AudioError> {
        let ready = self.output.negotiate(&self.wish)?;
        let (format, device) = (ready.format(), ready.device());
        let (feeder, tap) = line(Arc::clone(&self.clips), format.rate, format.channels, &self.head);
        let (tell, trouble) = mpsc::channel();
        let lost = Box::new(move |why| {
            tell.send(why).ok();
        });
        let running = ready.start(tap, lost)?;
        Ok(Loudspeaker { feeder, device, trouble, quiet_since: None, _running: running })
    }

    fn halt(&mut self, now: Instant) {
        if self.head.playing.swap(false, Ordering::AcqRel) {
            let at = self.head.nanos_at(now);
            self.head.rest(at, self.head.generation());
        }
        if let Some(sound) = &mut self.loudspeaker {
            sound.feeder.stop();
            sound.quiet_since.get_or_insert(now);
        }
    }

    fn report(&self, report: PlaybackReport) {
        self.reports.send(report).ok();
    }
}
