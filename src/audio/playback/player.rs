//! The playback thread: it takes orders, owns the loudspeaker's stream, and tells what happened.
//!
//! [`Stage`] is all of it but the thread: tests step it by hand. The loudspeaker is opened with the first order to play and let go of
//! some seconds after it fell silent. Where there is none to begin with that is reported, and the next order tried afresh; one that goes while
//! something plays is waited for, for a minute, and what played goes on from where it was heard.

#![expect(clippy::disallowed_methods, reason = "the playback thread reads the clock its callbacks are measured by")]

use std::sync::Arc;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crate::domain::hearing::Speed;
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

/// How often a loudspeaker that went is looked for, and for how long: whoever has walked away by then comes back to silence.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const LOOK_FOR: Duration = Duration::from_secs(60);

/// What the player can be told. Generations are the caller's: any number it has not used for the order before, and not 0.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// From now on it is so fast. What plays goes on behind what is on its way to the ear.
    Pace {
        /// How fast.
        speed: Speed,
        /// The order's number.
        generation: u32,
    },
    /// From now on it goes round between these, or no more. What plays goes on.
    Around {
        /// The edges.
        around: Option<(Position, Position)>,
        /// The order's number.
        generation: u32,
    },
    /// These are the stretches from now on, and nothing else is heard. What plays goes on.
    Clips {
        /// The stretches.
        clips: Vec<Clip>,
        /// The order's number.
        generation: u32,
    },
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
    /// Its loudspeaker is gone, and another is looked for.
    Waiting {
        /// Of which order.
        generation: u32,
        /// What happened.
        why: AudioError,
    },
    /// There is one again, and it plays on from where it was heard.
    Again {
        /// Of which order.
        generation: u32,
        /// Where it is heard.
        device: Device,
    },
    /// The system has moved it elsewhere, and it plays on.
    Moved {
        /// Of which order.
        generation: u32,
        /// Where it is heard, where the system tells.
        device: Option<Device>,
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
        self.head.leave();
        // A sound system that does not answer is not waited for: the thread opens nothing any more, and ends.
        if let Some(thread) = self.thread.take().filter(|_| !self.head.is_opening()) {
            thread.join().ok();
        }
    }
}

fn run(stage: &mut Stage, inbox: &Receiver<PlayOrder>) {
    loop {
        let order =
            if stage.is_idle() { inbox.recv().map_err(|_| RecvTimeoutError::Disconnected) } else { inbox.recv_timeout(stage.beat()) };
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
    speed: Speed,
    around: Option<(Position, Position)>,
    loudspeaker: Option<Loudspeaker>,
    waiting: Option<Waiting>,
}

/// An open loudspeaker.
struct Loudspeaker {
    feeder: Feeder,
    device: Device,
    trouble: Receiver<AudioError>,
    quiet_since: Option<Instant>,
    running: Box<dyn Running>,
}

/// The loudspeaker went while something played.
struct Waiting {
    since: Instant,
    looked: Instant,
    /// From where it plays on, in nanoseconds on the timeline.
    from: u64,
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
        let (speed, clips) = (Speed::NORMAL, clips.into());
        Self { output, wish, clips, head, reports, speed, around: None, loudspeaker: None, waiting: None }
    }

    /// Whether no loudspeaker is open, and none looked for.
    pub(crate) fn is_idle(&self) -> bool {
        self.loudspeaker.is_none() && self.waiting.is_none()
    }

    fn beat(&self) -> Duration {
        if self.waiting.is_some() { LOOK_EVERY } else { BEAT }
    }

    /// Carries out one order.
    pub fn obey(&mut self, order: PlayOrder, now: Instant) {
        match order {
            PlayOrder::Play { at, generation } => self.play(at, generation, now),
            PlayOrder::Halt => self.halt(now),
            PlayOrder::Pace { speed, generation } => {
                self.speed = speed;
                self.go_on(generation);
            }
            PlayOrder::Around { around, generation } => {
                self.around = around;
                self.go_on(generation);
            }
            PlayOrder::Clips { clips, generation } => {
                self.clips = clips.into();
                self.go_on(generation);
            }
        }
    }

    /// One beat: tops the ring up, tells what happened.
    pub fn step(&mut self, now: Instant) {
        self.look(now);
        let Some(sound) = &mut self.loudspeaker else { return };
        let generation = self.head.generation();
        let (moves, trouble): (Vec<_>, Vec<_>) = sound.trouble.try_iter().partition(|why| matches!(why, AudioError::Moved { .. }));
        if let Some(why) = trouble.into_iter().next() {
            return self.lose(why, now);
        }
        let to = sound.running.moved().map(|route| route.device).filter(|device| device.id != sound.device.id);
        if let Some(device) = &to {
            sound.device.clone_from(device);
        }
        if self.head.is_playing() && (to.is_some() || !moves.is_empty()) {
            self.reports.send(PlaybackReport::Moved { generation, device: to }).ok();
        }
        if let Err(why) = sound.feeder.step() {
            self.halt(now);
            return self.report(PlaybackReport::Failed { generation, why });
        }
        if self.head.is_playing() && self.head.is_at_its_end() {
            self.fall_silent(self.head.given(), now);
            self.report(PlaybackReport::Ended { generation });
        }
        if self.loudspeaker.as_ref().and_then(|s| s.quiet_since).is_some_and(|since| now.saturating_duration_since(since) > LINGER) {
            self.loudspeaker = None;
        }
    }

    fn play(&mut self, at: Position, generation: u32, now: Instant) {
        let from = at.millis() * 1_000_000;
        match self.opened() {
            Ok(sound) => {
                let device = sound.device.clone();
                self.begin(sound, from, generation);
                let again = self.waiting.take().is_some();
                self.report(if again {
                    PlaybackReport::Again { generation, device }
                } else {
                    PlaybackReport::Started { generation, device }
                });
            }
            // Whoever goes elsewhere while one is looked for wants to hear that when it comes.
            Err(why) if self.waiting.is_some() => {
                self.stand_still(from, generation);
                self.waiting = self.waiting.take().map(|waiting| Waiting { from, looked: now, ..waiting });
                self.report(PlaybackReport::Waiting { generation, why });
            }
            Err(why) => self.report(PlaybackReport::Failed { generation, why }),
        }
    }

    fn begin(&mut self, mut sound: Loudspeaker, from: u64, generation: u32) {
        self.head.begin(from, generation);
        sound.feeder.set_clips(&self.clips);
        sound.feeder.set_speed(self.speed);
        sound.feeder.set_around(self.around);
        sound.feeder.seek(from, generation);
        sound.quiet_since = None;
        self.loudspeaker = Some(sound);
    }

    /// What plays goes on as another order, behind what is on its way to the ear.
    fn go_on(&mut self, generation: u32) {
        if let Some(Waiting { from, .. }) = self.waiting {
            return self.stand_still(from, generation);
        }
        let Some(sound) = self.loudspeaker.as_mut().filter(|_| self.head.is_playing()) else {
            return self.report(PlaybackReport::Ended { generation });
        };
        sound.feeder.set_clips(&self.clips);
        sound.feeder.set_speed(self.speed);
        sound.feeder.set_around(self.around);
        let from = self.head.given();
        sound.feeder.seek(from, generation);
        self.head.go_on(generation);
    }

    /// Order `generation` holds from now on, and rests at `from`.
    fn stand_still(&self, from: u64, generation: u32) {
        self.head.begin(from, generation);
        self.head.stop(from);
    }

    fn opened(&mut self) -> Result<Loudspeaker, AudioError> {
        if let Some(sound) = self.loudspeaker.take() {
            return Ok(sound);
        }
        self.head.set_opening(true);
        let opened = self.open();
        self.head.set_opening(false);
        opened.and_then(|sound| if self.head.was_left() { Err(AudioError::NoDevice) } else { Ok(sound) })
    }

    fn open(&self) -> Result<Loudspeaker, AudioError> {
        let ready = self.output.negotiate(&self.wish)?;
        let (format, device) = (ready.format(), ready.device());
        let (feeder, tap) = line(Arc::clone(&self.clips), format.rate, format.channels, self.speed, &self.head);
        let (tell, trouble) = mpsc::channel();
        let lost = Box::new(move |why| {
            tell.send(why).ok();
        });
        let running = ready.start(tap, lost)?;
        Ok(Loudspeaker { feeder, device, trouble, quiet_since: None, running })
    }

    /// The loudspeaker is gone. What played waits where it was heard.
    fn lose(&mut self, why: AudioError, now: Instant) {
        let (generation, from, played) = (self.head.generation(), self.head.nanos_at(now), self.head.is_playing());
        self.head.stop(from);
        self.loudspeaker = None;
        self.head.forget();
        if played {
            self.waiting = Some(Waiting { since: now, looked: now, from });
            self.report(PlaybackReport::Waiting { generation, why });
        }
    }

    /// Looks whether there is a loudspeaker again, if one is waited for and it is time.
    fn look(&mut self, now: Instant) {
        let Some(Waiting { since, looked, from }) = self.waiting else { return };
        if now.saturating_duration_since(looked) < LOOK_EVERY {
            return;
        }
        let generation = self.head.generation();
        match self.opened() {
            Ok(sound) => {
                let device = sound.device.clone();
                self.waiting = None;
                self.begin(sound, from, generation);
                self.report(PlaybackReport::Again { generation, device });
            }
            Err(why) if now.saturating_duration_since(since) >= LOOK_FOR => {
                self.waiting = None;
                self.report(PlaybackReport::Failed { generation, why });
            }
            Err(_) => self.waiting = Some(Waiting { since, looked: now, from }),
        }
    }

    fn halt(&mut self, now: Instant) {
        self.waiting = None;
        if self.head.is_playing() {
            self.fall_silent(self.head.nanos_at(now), now);
        }
    }

    fn fall_silent(&mut self, at: u64, now: Instant) {
        self.head.stop(at);
        if let Some(sound) = &mut self.loudspeaker {
            sound.feeder.stop();
            sound.quiet_since.get_or_insert(now);
        }
    }

    fn report(&self, report: PlaybackReport) {
        self.reports.send(report).ok();
    }
}
