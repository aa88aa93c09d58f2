//! The tape thread: it owns the microphone's stream and the tape, takes orders, and tells what happened.
//!
//! Whoever holds [`Orders`] may order, the signal thread included, so a file is finished without the screen's help. Off the record takes
//! effect where it is ordered, not where it is carried out: see [`Orders::give`]. Streams are opened and dropped here, because opening
//! may take seconds. It refuses to decide: it starts, pauses and closes when told, and closes by
//! itself only when the microphone is gone or nobody is left to give orders.
//!
//! [`Deck`] is all of it but the thread: tests step it by hand, with a clock of their own.

#![expect(clippy::disallowed_methods, reason = "the tape thread reads the clock its callbacks are measured by")]
#![expect(clippy::similar_names, reason = "tape and take are the trade's words, and both stand here")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::capture::{self, CaptureEnd, RING_SECONDS};
use super::gauge::Gauge;
use super::route::{Mute, Route};
use super::take::{Disk, RealDisk};
use super::tape::Tape;
use super::{AudioError, AudioInput, CaptureReport, Device, InputWish, LostFn, ReadyInput, Running, StreamFormat};

/// How often the ring is emptied: what a killed process can cost, and little enough to write at a time.
const BEAT: Duration = Duration::from_millis(20);

/// How long a microphone may deliver nothing before it counts as gone: so that it is said within two seconds, and many times what a busy
/// machine keeps a block waiting. The error callback is no health signal: a killed sound server was seen to end the callbacks without a word.
const GONE: Duration = Duration::from_millis(1_500);

/// How long the first block may take: Bluetooth headsets change their profile first.
const FIRST: Duration = Duration::from_secs(5);

/// How long the last words before going off the record may be on their way: two blocks and what a sound server adds.
const LAST_WORDS: Duration = Duration::from_millis(250);

/// How often they are looked for.
const GLANCE: Duration = Duration::from_millis(5);

/// How long a device may take to let go of its tap once its stream was dropped.
const FAREWELL: Duration = Duration::from_millis(500);

/// How often quitting tries to make safe what the disk refuses.
const LAST_TRIES: u32 = 3;

/// Which order a report answers, as whoever gave it counts them.
pub type Ticket = u32;

/// What the tape thread can be told. Orders are carried out one after the other, and what holds in the end is what the last one says:
/// a start ends whatever runs, a pause of nothing is done already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Listen without keeping anything, for the level check before "ready". Ends with `Start` or `Close`. Its answers carry ticket 0.
    Listen(InputWish),
    /// Record into take `take` (or the next free number) of the folder.
    Start {
        /// From where, in which format.
        wish: InputWish,
        /// The number wished for.
        take: u32,
        /// What the answer is known by.
        ticket: Ticket,
    },
    /// Off the record: release the device; what was captured before is made safe, nothing is captured after.
    Pause,
    /// On the record again, into the same take.
    Resume(Ticket),
    /// Finish the take.
    Close,
    /// Finish the take and end the thread.
    Quit,
}

impl Order {
    /// What holds from the moment it is given, before anybody has carried it out.
    pub(crate) fn foretell(&self, gauge: &Gauge, now: Instant) {
        if self.is_off() {
            gauge.cut_at(now);
        }
    }

    /// Whether nothing is to be kept from here on.
    fn is_off(&self) -> bool {
        match self {
            Self::Pause | Self::Close | Self::Quit => true,
            Self::Listen(_) | Self::Start { .. } | Self::Resume(_) => false,
        }
    }
}

/// Where orders are given. May be cloned to any thread.
#[derive(Clone, Debug)]
pub struct Orders {
    inbox: Sender<Order>,
    gauge: Arc<Gauge>,
}

impl Orders {
    /// Gives an order. Nothing that is said after an order to pause, close or quit is kept, even while the tape thread is held up by a
    /// disk and has not read it. Once the thread has ended (after `Quit`) orders go nowhere.
    pub fn give(&self, order: Order) {
        order.foretell(&self.gauge, Instant::now());
        self.inbox.send(order).ok();
    }
}

/// The tape thread, from outside. Dropping it finishes the take and waits for that.
#[derive(Debug)]
pub struct Recorder {
    orders: Orders,
    thread: Option<JoinHandle<()>>,
}

impl Recorder {
    /// Starts the thread. Takes go into `folder`, which must exist; nothing is opened before an order asks for it.
    pub fn spawn(input: Box<dyn AudioInput>, folder: PathBuf, reports: Sender<CaptureReport>) -> Result<Self, AudioError> {
        let gauge = Arc::new(Gauge::new(Instant::now()));
        let (orders, inbox) = mpsc::channel();
        let shared = Arc::clone(&gauge);
        // The deck is made on its thread: streams need not be able to leave it.
        let work = move || run(&mut Deck::new(input, folder, Box::new(|| Box::new(RealDisk)), shared, reports), &inbox);
        let thread = thread::Builder::new()
            .name("tape".into())
            .spawn(work)
            .map_err(|e| AudioError::Other { detail: format!("no thread for the tape: {e}") })?;
        Ok(Self { orders: Orders { inbox: orders, gauge }, thread: Some(thread) })
    }

    /// Where orders are given, also without this handle.
    pub fn orders(&self) -> Orders {
        self.orders.clone()
    }

    /// Gives an order: see [`Orders::give`].
    pub fn order(&self, order: Order) {
        self.orders.give(order);
    }

    /// The shared gauge, the same for all recordings of this recorder.
    pub fn gauge(&self) -> Arc<Gauge> {
        Arc::clone(&self.orders.gauge)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.order(Order::Quit);
        if let Some(thread) = self.thread.take() {
            // A panic there was caught and reported; what is left of it is no reason for another one here.
            thread.join().ok();
        }
    }
}

fn run(deck: &mut Deck, inbox: &Receiver<Order>) {
    loop {
        let order = if deck.is_idle() { inbox.recv().map_err(|_| RecvTimeoutError::Disconnected) } else { inbox.recv_timeout(BEAT) };
        match order {
            Ok(Order::Quit) | Err(RecvTimeoutError::Disconnected) => break deck.quit(Instant::now()),
            Ok(order) => deck.obey(order, Instant::now()),
            Err(RecvTimeoutError::Timeout) => {}
        }
        deck.step(Instant::now());
    }
}

/// A stream at work and what it may say by itself.
struct Stream {
    /// Dropping it releases the device.
    running: Box<dyn Running>,
    /// What it was opened on, and what it hears by now.
    device: Device,
    muted: Mute,
    trouble: Receiver<AudioError>,
    since: Instant,
}

/// Gives each recording a disk of its own.
pub type NewDisk = Box<dyn Fn() -> Box<dyn Disk>>;

/// What the recorder is doing.
enum State {
    Idle,
    Listening(Stream, CaptureEnd),
    Recording(Stream, Tape),
    Paused(Tape),
    /// Told to close, but the disk has not taken everything yet.
    Closing(Tape),
}

/// The recorder without its thread.
pub struct Deck {
    input: Box<dyn AudioInput>,
    folder: PathBuf,
    disk: NewDisk,
    gauge: Arc<Gauge>,
    reports: Sender<CaptureReport>,
    state: State,
    /// What the recording was started with, for `Resume`.
    wish: InputWish,
}

impl Deck {
    /// A deck at rest.
    pub fn new(input: Box<dyn AudioInput>, folder: PathBuf, disk: NewDisk, gauge: Arc<Gauge>, reports: Sender<CaptureReport>) -> Self {
        Self { input, folder, disk, gauge, reports, state: State::Idle, wish: InputWish::default() }
    }

    /// Whether there is nothing to step.
    pub fn is_idle(&self) -> bool {
        matches!(self.state, State::Idle)
    }

    /// Carries out one order.
    pub fn obey(&mut self, order: Order, now: Instant) {
        let off = order.is_off();
        match order {
            Order::Listen(wish) => self.listen(&wish, now),
            Order::Start { wish, take, ticket } => self.start(wish, take, ticket, now),
            Order::Pause => self.pause(now),
            Order::Resume(ticket) => self.resume(ticket, now),
            Order::Close => self.close(now),
            Order::Quit => self.quit(now),
        }
        if off {
            self.gauge.was_cut();
        }
    }

    /// One beat: empties the ring, watches the microphone.
    pub fn step(&mut self, now: Instant) {
        match &mut self.state {
            State::Idle => {}
            State::Listening(stream, end) => {
                discard(end);
                if let Some(why) = gone(stream, &self.gauge, &self.reports, now) {
                    self.hush();
                    self.report(CaptureReport::Refused { ticket: 0, why });
                }
            }
            State::Recording(stream, tape) => {
                // Trouble first: what the step drains then is all that came before it was noticed.
                let trouble = gone(stream, &self.gauge, &self.reports, now);
                guarded(tape, now, |tape| while tape.step(now) {});
                if let Some(why) = trouble {
                    self.lose(why, now);
                }
            }
            State::Paused(tape) => guarded(tape, now, |tape| while tape.step(now) {}),
            State::Closing(_) => self.close(now),
        }
    }

    /// Finishes the take however it can and stops. What no disk takes after some tries is given up, and the report says so.
    pub fn quit(&mut self, now: Instant) {
        for _ in 0..LAST_TRIES {
            if !self.is_idle() {
                self.close(now);
            }
        }
        if let State::Closing(tape) = std::mem::replace(&mut self.state, State::Idle) {
            self.finish(tape);
        }
    }

    fn report(&self, report: CaptureReport) {
        self.reports.send(report).ok();
    }

    fn refuse(&self, ticket: Ticket, detail: &str) {
        self.report(CaptureReport::Refused { ticket, why: AudioError::Other { detail: detail.to_owned() } });
    }

    fn listen(&mut self, wish: &InputWish, now: Instant) {
        if !matches!(self.state, State::Idle | State::Listening(..)) {
            return self.refuse(0, "a recording is running");
        }
        self.hush();
        let heard = self.input.negotiate(wish).and_then(|ready| {
            self.gauge.reset(ready.format().rate);
            let (format, device) = (ready.format(), ready.device());
            Ok((open(ready, &self.gauge, now)?, format, device))
        });
        match heard {
            Ok(((stream, end), format, device)) => {
                self.state = State::Listening(stream, end);
                self.report(CaptureReport::Listening { format, device });
            }
            Err(why) => {
                self.gauge.close();
                self.report(CaptureReport::Refused { ticket: 0, why });
            }
        }
    }

    fn start(&mut self, wish: InputWish, take: u32, ticket: Ticket, now: Instant) {
        self.close(now);
        if !self.is_idle() {
            return self.refuse(ticket, "the disk has not taken the recording before it yet");
        }
        match self.begin(&wish, take, ticket, now) {
            Ok(()) => self.wish = wish,
            Err(why) => {
                self.gauge.close();
                self.report(CaptureReport::Refused { ticket, why });
            }
        }
    }

    /// Stream first, then take: a microphone that will not start leaves no empty file behind. The ring holds what comes meanwhile.
    fn begin(&mut self, wish: &InputWish, take: u32, ticket: Ticket, now: Instant) -> Result<(), AudioError> {
        let ready = self.input.negotiate(wish)?;
        let (format, device) = (ready.format(), ready.device());
        self.gauge.reset(format.rate);
        let asked = Instant::now();
        let (stream, end) = open(ready, &self.gauge, now)?;
        // A sound server says that a stream has started with its first block, and then the anchor is known.
        // Nothing is heard before it was asked for, whatever a server that catches up says of its latency.
        let opened = self.gauge.anchor().map_or(now + asked.elapsed(), |anchor| anchor.max(now));
        let (gauge, reports) = (Arc::clone(&self.gauge), self.reports.clone());
        let mut tape = Tape::create((self.disk)(), self.folder.clone(), take, format, gauge, reports, now);
        tape.attach(end);
        let take = tape.number();
        self.state = State::Recording(stream, tape);
        self.report(CaptureReport::Started { ticket, take, format, device, opened });
        Ok(())
    }

    fn pause(&mut self, now: Instant) {
        match std::mem::replace(&mut self.state, State::Idle) {
            State::Recording(stream, mut tape) => {
                release(stream, &self.gauge, &mut tape);
                guarded(&mut tape, now, |tape| {
                    tape.settle(now);
                });
                self.report(CaptureReport::Paused { take: tape.number(), frames: tape.frames_in_take() });
                self.state = State::Paused(tape);
            }
            other => self.state = other,
        }
    }

    fn resume(&mut self, ticket: Ticket, now: Instant) {
        let State::Paused(tape) = &mut self.state else { return self.refuse(ticket, "the recording is not paused") };
        let wish = InputWish { device: self.wish.device.clone(), format: tape.format() };
        let opened = self.input.negotiate(&wish).and_then(|ready| {
            let (format, device) = (ready.format(), ready.device());
            if format != tape.format() {
                return Ok((None, format, device));
            }
            Ok((Some(open(ready, &self.gauge, now)?), format, device))
        });
        match opened {
            Ok((Some((stream, end)), _, device)) => {
                tape.attach(end);
                let take = tape.number();
                if let State::Paused(tape) = std::mem::replace(&mut self.state, State::Idle) {
                    self.state = State::Recording(stream, tape);
                }
                self.report(CaptureReport::Resumed { ticket, take, device });
            }
            Ok((None, format, device)) => self.resume_elsewhere(format, &device, ticket, now),
            Err(why) => {
                self.gauge.close();
                self.report(CaptureReport::Refused { ticket, why });
            }
        }
    }

    /// The device no longer delivers what the take holds: this take ends, and another begins in the new format.
    fn resume_elsewhere(&mut self, format: StreamFormat, device: &Device, ticket: Ticket, now: Instant) {
        let take = if let State::Paused(tape) = &self.state { tape.number() + 1 } else { 1 };
        self.close(now);
        let wish = InputWish { device: Some(device.id.clone()), format };
        self.start(wish, take, ticket, now);
    }

    fn close(&mut self, now: Instant) {
        let mut tape = match std::mem::replace(&mut self.state, State::Idle) {
            State::Idle => return,
            State::Listening(stream, end) => {
                self.state = State::Listening(stream, end);
                return self.hush();
            }
            State::Recording(stream, mut tape) => {
                release(stream, &self.gauge, &mut tape);
                tape
            }
            State::Paused(tape) | State::Closing(tape) => tape,
        };
        tape.spend_reserve(now);
        let mut safe = false;
        // Twice: a first failure moves everything into a new take, which may well succeed.
        guarded(&mut tape, now, |tape| safe = tape.settle(now) || tape.settle(now));
        if safe { self.finish(tape) } else { self.state = State::Closing(tape) }
    }

    fn finish(&mut self, tape: Tape) {
        let (take, frames) = tape.finish();
        if let Some(ppb) = self.gauge.clock() {
            self.report(CaptureReport::ClockCompared { take, ppb });
        }
        self.report(CaptureReport::Closed { take, frames });
    }

    /// Says so first: letting go of a device that hangs takes its time.
    fn lose(&mut self, why: AudioError, now: Instant) {
        if let State::Recording(stream, mut tape) = std::mem::replace(&mut self.state, State::Idle) {
            self.gauge.close();
            tape.detach();
            self.report(CaptureReport::Lost { take: tape.number(), frames: tape.frames_in_take(), why });
            drop(stream);
            self.state = State::Closing(tape);
            self.close(now);
        }
    }

    /// Ends listening, if that is what goes on.
    fn hush(&mut self) {
        if let State::Listening(stream, _end) = std::mem::replace(&mut self.state, State::Idle) {
            self.gauge.close();
            drop(stream);
        }
    }
}

/// Opens the stream with a ring of its own.
fn open(ready: Box<dyn ReadyInput>, gauge: &Arc<Gauge>, now: Instant) -> Result<(Stream, CaptureEnd), AudioError> {
    let (tap, end) = capture::line(ready.format(), gauge, gauge.frames(), RING_SECONDS);
    let device = ready.device();
    let (tell, trouble) = mpsc::channel();
    let lost: LostFn = Box::new(move |why| {
        tell.send(why).ok();
    });
    let running = ready.start(tap, lost).inspect_err(|_| gauge.close())?;
    Ok((Stream { running, device, muted: Mute::Off, trouble, since: now }, end))
}

/// Off the record, in this order: the last words arrive, the tap stops taking, the device is released, the tap is waited for, the rest
/// is drained.
fn release(stream: Stream, gauge: &Gauge, tape: &mut Tape) {
    let mut patience = LAST_WORDS;
    while !gauge.has_all_before_cut() && !patience.is_zero() && tape.is_fed_within(GLANCE) {
        patience = patience.saturating_sub(GLANCE);
    }
    gauge.close();
    drop(stream.running);
    tape.wait_for_tap(FAREWELL);
    tape.detach();
}

/// Whether the microphone is gone, and why. Passes on what is no reason to stop.
fn gone(stream: &mut Stream, gauge: &Gauge, reports: &Sender<CaptureReport>, now: Instant) -> Option<AudioError> {
    for why in stream.trouble.try_iter() {
        if !matches!(why, AudioError::Moved { .. }) {
            return Some(why);
        }
        reports.send(CaptureReport::Moved { to: None }).ok();
    }
    if let Some(Route { device, muted }) = stream.running.moved() {
        if device.id != stream.device.id {
            stream.device = device.clone();
            reports.send(CaptureReport::Moved { to: Some(device) }).ok();
        }
        if muted != stream.muted {
            stream.muted = muted;
            reports.send(CaptureReport::Muted(muted)).ok();
        }
    }
    let (silence, limit) = match gauge.silent_for(now) {
        Some(silence) => (silence, GONE),
        None => (now.saturating_duration_since(stream.since), FIRST),
    };
    let detail = || format!("it has delivered nothing for {:.1} s", silence.as_secs_f32());
    (silence >= limit).then(|| AudioError::Lost { detail: detail() })
}

fn discard(end: &mut CaptureEnd) {
    if let Ok(chunk) = end.ring.read_chunk(end.ring.slots()) {
        chunk.commit_all();
    }
    while end.gaps.pop().is_ok() {}
}

/// Runs a piece of the tape's work so that a panic in it costs a take's tidy end, never the recording.
fn guarded(tape: &mut Tape, now: Instant, work: impl FnOnce(&mut Tape)) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(tape))) {
        let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        tape.recover(now, text.unwrap_or("for a reason it did not give"));
    }
}

#[cfg(test)]
mod tests;
