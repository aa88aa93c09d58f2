//! The tape thread: it owns the microphone's stream and the tape, takes orders, and tells what happened.
//!
//! Whoever holds [`Orders`] may order, the signal thread included, so a file is finished without the screen's help. Streams are opened and
//! dropped here, because opening may take seconds. It refuses to decide: it starts, pauses and closes when told, and closes by itself only
//! when the microphone is gone or nobody is left to give orders.
//!
//! [`Deck`] is all of it but the thread: tests step it by hand, with a clock of their own.

#![expect(clippy::disallowed_methods, reason = "the tape thread reads the clock its callbacks are measured by")]
#![expect(clippy::similar_names, reason = "tape and take are the trade's words, and both stand here")]

mod lead_in;
mod order;
mod stream;

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::sync::mpsc::TryRecvError;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crate::domain::recording::EndedTake;
use crate::domain::time::Frames;
use crate::domain::timeline::TakeNumber;

use crate::audio::AudioError;
use crate::audio::AudioInput;
use crate::audio::CaptureReport;
use crate::audio::Device;
use crate::audio::InputWish;
use crate::audio::Mute;
use crate::audio::StreamFormat;
use crate::audio::Wake;
use crate::audio::capture::CaptureEnd;
use crate::audio::gauge::Gauge;
use crate::audio::tape::Finished;
use crate::audio::tape::Tape;
use crate::disk::Disk;
use crate::disk::real::RealDisk;
use crate::words::message::Message;
use crate::words::message::message;

use lead_in::LeadIn;
pub use order::Order;
pub use order::Orders;
pub use order::Ticket;
use stream::OpenStream;
use stream::gone;
use stream::open;
use stream::release;

/// How often the ring is emptied where nobody says that there is something in it: what a killed process can cost, and little enough to
/// write at a time.
const BEAT: Duration = Duration::from_millis(20);

/// How often the thread looks around where it is woken by sound, or none can come: whether the microphone is gone, whether a disk is back.
const SLOW_BEAT: Duration = Duration::from_millis(100);

/// How long between two tries to finish a take that the disk refuses.
const AGAIN: Duration = Duration::from_secs(1);

/// How often quitting tries to make safe what the disk refuses.
const LAST_TRIES: u32 = 3;

/// The tape thread, from outside. Dropping it finishes the take and waits for that.
#[derive(Debug)]
pub struct Recorder {
    orders: Orders,
    thread: Option<JoinHandle<()>>,
}

impl Recorder {
    /// Starts the thread. Nothing is opened before an order asks for it.
    pub fn spawn(input: Box<dyn AudioInput>, reports: Sender<CaptureReport>) -> Result<Self, AudioError> {
        let gauge = Arc::new(Gauge::new(Instant::now()));
        let (orders, inbox) = mpsc::channel();
        let (wake, rung) = Wake::new();
        let bell = wake.clone();
        let shared = Arc::clone(&gauge);
        // The deck is made on its thread: streams need not be able to leave it.
        let work = move || {
            let deck = Deck::new(input, Arc::new(RealDisk), shared, reports);
            run(&mut deck.woken_by(bell), &inbox, &rung);
        };
        let thread = thread::Builder::new()
            .name("tape".into())
            .spawn(work)
            .map_err(|e| AudioError::Other { detail: message!("sound-no-thread-tape", why = e.to_string()).into() })?;
        Ok(Self { orders: Orders { inbox: orders, gauge, wake }, thread: Some(thread) })
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

fn run(deck: &mut Deck, inbox: &Receiver<Order>, rung: &Receiver<()>) {
    loop {
        match inbox.try_recv() {
            Ok(Order::Quit) | Err(TryRecvError::Disconnected) => break deck.quit(Instant::now()),
            Ok(order) => deck.obey(order, Instant::now()),
            // Whoever gives an order rings after it, so none is slept through. What ended the sleep is of no interest.
            Err(TryRecvError::Empty) => match deck.beat() {
                Some(beat) => drop(rung.recv_timeout(beat)),
                None => drop(rung.recv()),
            },
        }
        deck.step(Instant::now());
    }
}

/// What the recorder is doing.
enum Mode {
    Idle,
    Listening(OpenStream, CaptureEnd, LeadIn),
    Recording(OpenStream, Tape),
    Paused(Tape),
    /// Told to close, but the disk has not taken everything yet; when it is tried again.
    Closing(Tape, Instant),
}

/// The recorder without its thread.
pub struct Deck {
    input: Box<dyn AudioInput>,
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    gauge: Arc<Gauge>,
    reports: Sender<CaptureReport>,
    mode: Mode,
    /// The id of the device that the recording came from last.
    heard_from: String,
    /// What was opened last: what `Resume` opens again, and whether a `Start` means what is listened to already.
    wish: InputWish,
    /// What streams ring when sound has come.
    wake: Wake,
}

impl Deck {
    /// A deck at rest.
    pub fn new(input: Box<dyn AudioInput>, disk: Arc<dyn Disk>, gauge: Arc<Gauge>, reports: Sender<CaptureReport>) -> Self {
        Self {
            input,
            folder: PathBuf::new(),
            disk,
            gauge,
            reports,
            mode: Mode::Idle,
            heard_from: String::new(),
            wish: InputWish::default(),
            // Nobody hears this one: whoever steps by hand looks by themselves.
            wake: Wake::new().0,
        }
    }

    /// The same, whose streams ring this bell.
    fn woken_by(self, wake: Wake) -> Self {
        Self { wake, ..self }
    }

    /// How long there is nothing to do unless the bell rings; for ever, at rest.
    fn beat(&self) -> Option<Duration> {
        match &self.mode {
            Mode::Idle => None,
            Mode::Listening(stream, ..) | Mode::Recording(stream, _) if !stream.wakes() => Some(BEAT),
            Mode::Listening(..) | Mode::Recording(..) | Mode::Paused(_) | Mode::Closing(..) => Some(SLOW_BEAT),
        }
    }

    /// Whether there is nothing to step.
    pub(crate) fn is_idle(&self) -> bool {
        matches!(self.mode, Mode::Idle)
    }

    /// Carries out one order.
    pub fn obey(&mut self, order: Order, now: Instant) {
        let off = order.is_off();
        match order {
            Order::Listen(wish) => self.listen(&wish, now),
            Order::Remember(seconds) => {
                if let Mode::Listening(_, end, lead_in) = &mut self.mode {
                    lead_in.take_in(end);
                    lead_in.remember(seconds, self.gauge.frames_at(now));
                }
            }
            Order::Start { folder, wish, take, ticket } => {
                self.start(folder, wish, take, ticket, now);
            }
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
        match &mut self.mode {
            Mode::Idle => {}
            Mode::Listening(stream, end, lead_in) => {
                lead_in.take_in(end);
                if let Some(why) = gone(stream, &self.gauge, &self.reports, now) {
                    self.hush();
                    self.report(CaptureReport::Refused { ticket: 0, why });
                }
            }
            Mode::Recording(stream, tape) => {
                // Trouble first: what the step drains then is all that came before it was noticed.
                let trouble = gone(stream, &self.gauge, &self.reports, now);
                guarded(tape, now, |tape| while tape.step(now) {});
                if let Some(why) = trouble {
                    self.lose(why, now);
                }
            }
            Mode::Paused(tape) => guarded(tape, now, |tape| while tape.step(now) {}),
            Mode::Closing(_, again) if now >= *again => self.close(now),
            Mode::Closing(..) => {}
        }
    }

    /// Finishes the take however it can and stops. What no disk takes after some tries is given up, and the report says so.
    pub(crate) fn quit(&mut self, now: Instant) {
        for _ in 0..LAST_TRIES {
            if !self.is_idle() {
                self.close(now);
            }
        }
        if let Mode::Closing(tape, _) = std::mem::replace(&mut self.mode, Mode::Idle) {
            self.finish(tape);
        }
    }

    fn report(&self, report: CaptureReport) {
        self.reports.send(report).ok();
    }

    fn refuse(&self, ticket: Ticket, detail: Message) {
        self.report(CaptureReport::Refused { ticket, why: AudioError::Other { detail: detail.into() } });
    }

    fn listen(&mut self, wish: &InputWish, now: Instant) {
        if !matches!(self.mode, Mode::Idle | Mode::Listening(..)) {
            return self.refuse(0, message!("sound-runs-already"));
        }
        self.hush();
        let heard = self.input.negotiate(wish).and_then(|ready| {
            self.gauge.reset(ready.format().rate);
            let (format, device) = (ready.format(), ready.device());
            Ok((open(ready, &self.gauge, &self.wake, now)?, format, device))
        });
        match heard {
            Ok(((stream, end), format, device)) => {
                self.mode = Mode::Listening(stream, end, LeadIn::none(format));
                self.wish.clone_from(wish);
                self.report(CaptureReport::Listening { format, device });
            }
            Err(why) => {
                self.gauge.close();
                self.report(CaptureReport::Refused { ticket: 0, why });
            }
        }
    }

    fn start(&mut self, folder: PathBuf, wish: InputWish, take: TakeNumber, ticket: Ticket, now: Instant) {
        if !matches!(&self.mode, Mode::Listening(_, _, lead_in) if wish == self.wish && lead_in.is_wanted()) {
            self.close(now);
        }
        match std::mem::replace(&mut self.mode, Mode::Idle) {
            Mode::Idle => {}
            Mode::Listening(stream, end, lead_in) => {
                self.folder = folder;
                return self.go_over(stream, end, lead_in, take, ticket, now);
            }
            other => {
                self.mode = other;
                return self.refuse(ticket, message!("sound-not-taken-yet"));
            }
        }
        self.folder = folder;
        match self.begin(&wish, take, ticket, now) {
            Ok(()) => self.wish = wish,
            Err(why) => {
                self.gauge.close();
                self.report(CaptureReport::Refused { ticket, why });
            }
        }
    }

    /// Stream first, then take: a microphone that will not start leaves no empty file behind. The ring holds what comes meanwhile.
    fn begin(&mut self, wish: &InputWish, take: TakeNumber, ticket: Ticket, now: Instant) -> Result<(), AudioError> {
        let ready = self.input.negotiate(wish)?;
        let (format, device) = (ready.format(), ready.device());
        self.gauge.reset(format.rate);
        let asked = Instant::now();
        let (stream, end) = open(ready, &self.gauge, &self.wake, now)?;
        // A sound server says that a stream has started with its first block, and then the anchor is known.
        // Nothing is heard before it was asked for, whatever a server that catches up says of its latency.
        let opened = self.gauge.anchor().map_or(now + asked.elapsed(), |anchor| anchor.max(now));
        let (gauge, reports) = (Arc::clone(&self.gauge), self.reports.clone());
        let mut tape = Tape::create(Arc::clone(&self.disk), self.folder.clone(), take, format, gauge, reports, now);
        tape.attach(end);
        let (take, first, lead_in) = (tape.number(), Frames(0), Frames(0));
        self.recording_from(&device);
        self.mode = Mode::Recording(stream, tape);
        self.report(CaptureReport::Started { ticket, take, format, device, opened, first, lead_in });
        Ok(())
    }

    /// From listening to recording, without letting go of the microphone: what is remembered is the recording's beginning.
    fn go_over(&mut self, stream: OpenStream, mut end: CaptureEnd, mut lead_in: LeadIn, take: TakeNumber, ticket: Ticket, now: Instant) {
        lead_in.take_in(&mut end);
        let (first, remembered) = lead_in.remembered();
        let (format, device) = (end.format, stream.device.clone());
        let opened = self.gauge.anchor().map_or(now, |anchor| anchor + first.duration(format.rate));
        // Said before the disk is asked for anything: until then nobody knows that the session began earlier.
        self.report(CaptureReport::Started { ticket, take, format, device, opened, first, lead_in: lead_in.length() });
        // What was said of it while it was only listened to belongs to the recording as well.
        if stream.muted == Mute::On {
            self.report(CaptureReport::Muted(Mute::On));
        }
        if stream.device.id != stream.opened_on {
            self.report(CaptureReport::Moved { to: Some(stream.device.clone()) });
        }
        let (gauge, reports) = (Arc::clone(&self.gauge), self.reports.clone());
        let mut tape = Tape::create(Arc::clone(&self.disk), self.folder.clone(), take, format, gauge, reports, now);
        tape.begin_with(first, remembered);
        tape.attach(end);
        if tape.number() != take {
            // The name was taken: the take that was promised is empty, and the next one begins.
            self.report(CaptureReport::Rolled { take: tape.number(), first, from: EndedTake::unmade(take, format.rate, format.channels) });
        }
        self.recording_from(&stream.device);
        self.mode = Mode::Recording(stream, tape);
    }

    /// A recording, or a stretch of one, comes from `device`: what is known of another's clock says nothing about this one's.
    fn recording_from(&mut self, device: &Device) {
        if self.heard_from != device.id {
            self.gauge.forget_clock();
            self.heard_from.clone_from(&device.id);
        }
    }

    fn pause(&mut self, now: Instant) {
        match std::mem::replace(&mut self.mode, Mode::Idle) {
            Mode::Recording(stream, mut tape) => {
                release(stream, &self.gauge, &mut tape);
                guarded(&mut tape, now, |tape| {
                    tape.settle(now);
                });
                self.report(CaptureReport::Paused { take: tape.number(), frames: tape.frames_in_take() });
                self.mode = Mode::Paused(tape);
            }
            other => self.mode = other,
        }
    }

    fn resume(&mut self, ticket: Ticket, now: Instant) {
        let Mode::Paused(tape) = &mut self.mode else { return self.refuse(ticket, message!("sound-not-paused")) };
        let wish = InputWish { device: self.wish.device.clone(), format: tape.format() };
        let opened = self.input.negotiate(&wish).and_then(|ready| {
            let (format, device) = (ready.format(), ready.device());
            if format != tape.format() {
                return Ok((None, format, device));
            }
            Ok((Some(open(ready, &self.gauge, &self.wake, now)?), format, device))
        });
        match opened {
            Ok((Some((stream, end)), _, device)) => {
                tape.attach(end);
                let take = tape.number();
                let elsewhere = (self.heard_from != device.id).then(|| device.clone());
                self.recording_from(&device);
                if let Mode::Paused(tape) = std::mem::replace(&mut self.mode, Mode::Idle) {
                    self.mode = Mode::Recording(stream, tape);
                }
                self.report(CaptureReport::Resumed { ticket, take, device });
                if elsewhere.is_some() {
                    // The system's choice is another than before the pause.
                    self.report(CaptureReport::Moved { to: elsewhere });
                }
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
        let take = if let Mode::Paused(tape) = &self.mode { tape.number().next() } else { TakeNumber::FIRST };
        self.close(now);
        let wish = InputWish { device: Some(device.id.clone()), format };
        self.start(self.folder.clone(), wish, take, ticket, now);
    }

    fn close(&mut self, now: Instant) {
        let mut tape = match std::mem::replace(&mut self.mode, Mode::Idle) {
            Mode::Idle => return,
            listening @ Mode::Listening(..) => {
                self.mode = listening;
                return self.hush();
            }
            Mode::Recording(stream, mut tape) => {
                release(stream, &self.gauge, &mut tape);
                tape
            }
            Mode::Paused(tape) | Mode::Closing(tape, _) => tape,
        };
        tape.spend_reserve(now);
        let mut safe = false;
        // Twice: a first failure moves everything into a new take, which may well succeed.
        guarded(&mut tape, now, |tape| safe = tape.settle(now) || tape.settle(now));
        if safe { self.finish(tape) } else { self.mode = Mode::Closing(tape, now + AGAIN) }
    }

    fn finish(&mut self, tape: Tape) {
        let Finished { ended, lost } = tape.finish();
        if let Some(ppb) = self.gauge.clock() {
            self.report(CaptureReport::ClockCompared { take: ended.take, ppb });
        }
        self.report(CaptureReport::Closed { ended, lost });
    }

    /// Says so first: letting go of a device that hangs takes its time.
    fn lose(&mut self, why: AudioError, now: Instant) {
        if let Mode::Recording(stream, mut tape) = std::mem::replace(&mut self.mode, Mode::Idle) {
            self.gauge.close();
            tape.detach();
            self.report(CaptureReport::Lost { take: tape.number(), frames: tape.frames_in_take(), why });
            drop(stream);
            self.mode = Mode::Closing(tape, now);
            self.close(now);
        }
    }

    /// Ends listening, if that is what goes on.
    fn hush(&mut self) {
        if let Mode::Listening(stream, ..) = std::mem::replace(&mut self.mode, Mode::Idle) {
            self.gauge.close();
            drop(stream);
        }
    }
}

/// Runs a piece of the tape's work so that a panic in it costs a take's tidy end, never the recording.
fn guarded(tape: &mut Tape, now: Instant, work: impl FnOnce(&mut Tape)) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(tape))) {
        let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        let silently = || message!("tape-stumbled-silently");
        tape.recover(now, text.map_or_else(silently, |what| message!("tape-stumbled", what = what)));
    }
}

#[cfg(test)]
mod tests;
