//! Devices, and the threads that feed them.
//!
//! The audio layer turns a microphone into takes on disk and takes on disk into sound. It knows frames, devices and WAV files; it
//! refuses to know what an interview is, and it never waits for the screen. It imports `disk`, `domain` and `words`, and nothing else of ours.
//!
//! # Who runs where
//!
//! | thread | what runs on it | what it may do |
//! |---|---|---|
//! | the device's capture thread | [`capture::CaptureTap::push`] | arithmetic, atomics, one ring |
//! | the tape thread | [`recorder`]: opens and drops streams, [`tape::Tape::step`] | write and sync files, allocate, wait |
//! | the device's output thread | [`playback::PlaybackTap::fill`] | arithmetic, atomics, one ring |
//! | the playback thread | [`playback::Player`]'s loop around [`playback::Feeder::step`] | read files, allocate, wait |
//! | anybody | [`gauge::Gauge`], [`playback::Playhead`] | read atomics |
//!
//! # The real-time contract
//!
//! A callback that comes late is heard as a hole. So what runs inside one must take a bounded time that nobody else decides: it does
//! not allocate, free, lock, log, touch a file or make a system call other than reading the clock. Audio passes through a ring,
//! gauges through atomics, and whatever does not fit is *counted*, never waited for. `tests/realtime.rs` holds the callbacks to this
//! with an allocator that objects.
//!
//! What was lost is owed: the tap writes the same length of silence before any later frame, so that frame numbers keep matching the
//! room's clock and later notes still point at the right words. What turns out only some blocks later never to have come is told to the
//! tape, which puts the silence in where it belongs.

pub mod capture;
pub mod clip;
pub mod detail;
pub mod device;
pub mod gauge;
pub mod peaks;
pub mod playback;
#[cfg(target_os = "linux")]
pub mod pulse;
pub mod recorder;
mod running;
pub mod simulated;
pub mod speech;
pub mod stretch;
pub mod take;
pub mod tape;
pub mod unplayable;

#[cfg(test)]
mod doubles;

use std::fmt;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::Instant;

use crate::disk::trouble;
use crate::disk::trouble::Trouble;
use crate::domain::incident::Doing;
use crate::domain::incident::Fault;
use crate::domain::incident::GapCause;
use crate::domain::recording::EndedTake;
use crate::domain::refused::Refused;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::speaking;

use self::capture::CaptureTap;
use self::detail::Detail;
use self::playback::PlaybackTap;
use self::recorder::Ticket;
use self::unplayable::Unplayable;

pub use self::running::LostFn;
pub use self::running::Mute;
pub use self::running::Route;
pub use self::running::Running;
pub use self::running::Wake;

/// Which way the sound goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    /// From a microphone.
    In,
    /// To a loudspeaker.
    Out,
}

/// How sound is laid out in a stream or a take; samples are 16-bit once they are ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamFormat {
    /// Frames per second.
    pub rate: SampleRate,
    /// Samples per frame, at least 1.
    pub channels: u16,
}

impl StreamFormat {
    /// What an interview is recorded in unless asked otherwise: 48 kHz, one channel.
    pub const INTERVIEW: Self = Self { rate: SampleRate::STUDIO, channels: 1 };

    /// Samples in a frame, as an index.
    pub fn width(self) -> usize {
        usize::from(self.channels.max(1))
    }

    /// Samples (not frames) that last `seconds`.
    pub(crate) fn samples_in(self, seconds: u32) -> usize {
        usize::try_from(self.rate.hertz()).unwrap_or(usize::MAX).saturating_mul(self.width()).saturating_mul(seconds as usize)
    }
}

/// "48 kHz mono": as people say it.
impl fmt::Display for StreamFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.channels {
            1 => f.write_str(&say!("format-mono", rate = self.rate.to_string())),
            2 => f.write_str(&say!("format-stereo", rate = self.rate.to_string())),
            n => f.write_str(&say!("format-channels", rate = self.rate.to_string(), count = u32::from(n))),
        }
    }
}

/// The microphone one would like to have. What one gets is [`ReadyInput::format`] and [`ReadyInput::device`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputWish {
    /// A device's id, or a part of its name that fits only one; `None` is the system's own choice.
    pub device: Option<String>,
    /// The format hoped for.
    pub format: StreamFormat,
}

impl Default for InputWish {
    fn default() -> Self {
        Self { device: None, format: StreamFormat::INTERVIEW }
    }
}

/// The loudspeaker one would like to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputWish {
    /// A device's id, or a part of its name that fits only one; `None` is the system's own choice.
    pub device: Option<String>,
    /// The format hoped for.
    pub format: StreamFormat,
}

impl Default for OutputWish {
    fn default() -> Self {
        Self { device: None, format: StreamFormat { rate: SampleRate::STUDIO, channels: 2 } }
    }
}

/// A microphone or a loudspeaker, as the system names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Stable between runs where the system allows; what to keep in a file.
    pub id: String,
    /// For people.
    pub name: String,
    /// The one the system picks when nobody asks.
    pub is_default: bool,
}

/// The device that `wish` means among `known`: the default for no wish, else an exact id (also without the sound system's name before
/// it, as `pactl` and `arecord` list devices), else the only one of which the name, or the id, contains it.
///
/// An ambiguous part is refused rather than guessed: the wrong microphone is found out after the interview.
pub fn pick<'d>(wish: Option<&str>, known: &'d [Device]) -> Result<&'d Device, AudioError> {
    let Some(wish) = wish else {
        return known.iter().find(|d| d.is_default).or_else(|| known.first()).ok_or(AudioError::NoDevice);
    };
    // Two of one name are told apart by what the system knows them by.
    let told = |d: &Device| {
        let twice = known.iter().filter(|other| other.name == d.name).count() > 1;
        if twice { format!("{} ({})", d.name, d.id) } else { d.name.clone() }
    };
    let own = |d: &&Device| d.id.split_once(':').is_some_and(|(_, own)| own == wish);
    // What a refusal offers is taken as it stands there.
    let offered = |d: &&Device| told(d) == wish && known.iter().filter(|other| told(other) == wish).count() == 1;
    let exact = known.iter().find(|d| d.id == wish).or_else(|| known.iter().find(own)).or_else(|| known.iter().find(offered));
    if let Some(exact) = exact {
        return Ok(exact);
    }
    let part = wish.to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&part);
    let only = |fits: &dyn Fn(&Device) -> bool| {
        let mut fitting = known.iter().filter(|d| fits(d));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let found = only(&|d| has(&d.name)).or_else(|| only(&|d| has(&d.id)));
    found.ok_or_else(|| AudioError::NotFound { wish: wish.to_owned(), known: known.iter().map(told).collect() })
}

/// A source of sound: the sound card, or something that plays one.
pub trait AudioInput: Send {
    /// The devices there are now. An empty list is an answer, not an error.
    fn list(&self) -> Result<Vec<Device>, AudioError>;

    /// Settles device and format. Two stages, because the device chooses the format and the ring needs it.
    fn negotiate(&self, wish: &InputWish) -> Result<Box<dyn ReadyInput>, AudioError>;
}

/// A microphone whose format is settled but which does not listen yet.
pub trait ReadyInput {
    /// What it will deliver.
    fn format(&self) -> StreamFormat;
    /// Which device it is.
    fn device(&self) -> Device;
    /// Starts listening: from here on the device's thread pushes into `tap`, and rings `wake` if it can ([`Running::wakes`]).
    fn start(self: Box<Self>, tap: CaptureTap, lost: LostFn, wake: &Wake) -> Result<Box<dyn Running>, AudioError>;
}

/// Something that makes sound heard.
pub trait AudioOutput: Send {
    /// The devices there are now.
    fn list(&self) -> Result<Vec<Device>, AudioError>;

    /// Settles device and format.
    fn negotiate(&self, wish: &OutputWish) -> Result<Box<dyn ReadyOutput>, AudioError>;
}

/// A loudspeaker whose format is settled but which is silent yet.
pub trait ReadyOutput {
    /// What it wants.
    fn format(&self) -> StreamFormat;
    /// Which device it is.
    fn device(&self) -> Device;
    /// Starts sounding: from here on the device's thread pulls from `tap`.
    fn start(self: Box<Self>, tap: PlaybackTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError>;
}

/// What the tape thread tells the shell. Frames counted "of the recording" run on through pauses and rolls, from 0 at each `Start`.
#[derive(Debug)]
pub enum CaptureReport {
    /// The microphone is heard, and nothing is kept: the level check before "ready".
    Listening {
        /// What it delivers.
        format: StreamFormat,
        /// Which device answered.
        device: Device,
    },
    /// A take was created and the microphone runs into it.
    Started {
        /// Which order this answers.
        ticket: Ticket,
        /// Its number: the one asked for, or the next that was free.
        take: TakeNumber,
        /// What it holds.
        format: StreamFormat,
        /// Which device answered.
        device: Device,
        /// When it began to listen: the moment of its first frame, as near as can be known before the first block.
        opened: Instant,
        /// Which frame of the recording its first is. Not 0 where listening went over into recording.
        first: Frames,
        /// How much of it was heard before the order.
        lead_in: Frames,
    },
    /// Off the record: the device is released and what came before is on disk.
    Paused {
        /// The take, which stays open.
        take: TakeNumber,
        /// How much of it there is.
        frames: Frames,
    },
    /// Listening again, into the same take.
    Resumed {
        /// Which order this answers.
        ticket: Ticket,
        /// The take.
        take: TakeNumber,
        /// Which device answered this time.
        device: Device,
    },
    /// So much of this take would survive a power cut.
    Checkpoint {
        /// The take.
        take: TakeNumber,
        /// Frames synced.
        frames: Frames,
    },
    /// The microphone is gone, and the take is being closed: `Closed` follows and says what is known of it then. The interview goes on
    /// without audio until the next `Start`.
    Lost {
        /// The take that is being closed.
        take: TakeNumber,
        /// How much of it there is, if the disk takes all that was heard.
        frames: Frames,
        /// What happened, and what to do.
        why: AudioError,
    },
    /// The system moved the stream to another device by itself; recording goes on.
    Moved {
        /// The device that is heard now, if the system says which.
        to: Option<Device>,
    },
    /// The system mutes the microphone, or does so no longer; recording goes on.
    Muted(Mute),
    /// Frames were lost and the same length of silence stands in their place.
    Gap {
        /// The take that holds the silence.
        take: TakeNumber,
        /// Where in the take it begins.
        at: Frames,
        /// How long it is.
        frames: Frames,
        /// Why.
        why: GapCause,
    },
    /// The recording went on in a new take without a break: size limit, or after a disk error.
    Rolled {
        /// The take now written.
        take: TakeNumber,
        /// The frame of the recording it begins with.
        first: Frames,
        /// The take before.
        from: EndedTake,
    },
    /// The disk refused. Nothing is lost: what was not safely down is kept in memory and goes into a new take.
    WriteFailed {
        /// The take given up, or the first one, which could not be made.
        ended: EndedTake,
        /// What happened, and what to do.
        why: AudioError,
    },
    /// No disk takes the recording for now; it is held in memory.
    Held {
        /// How much is held.
        seconds: u32,
        /// How much can be.
        of: u32,
    },
    /// How much faster (or, below zero, slower) the microphone's clock runs than the computer's, told before the take is closed if it ran
    /// long enough.
    ClockCompared {
        /// The take.
        take: TakeNumber,
        /// In parts per billion.
        ppb: i64,
    },
    /// The take is finished: header exact, bytes synced.
    Closed {
        /// The take.
        ended: EndedTake,
        /// How much came after that and was lost, because no disk took it to the very end.
        lost: Frames,
    },
    /// An order could not be carried out.
    Refused {
        /// Which one.
        ticket: Ticket,
        /// What happened, and what to do.
        why: AudioError,
    },
}

/// What can go wrong with sound, each as a sentence that says what happened and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AudioError {
    /// There is nothing to record from or play to.
    #[error("{}", say!("sound-no-device"))]
    NoDevice,
    /// Somebody else holds the device.
    #[error("{}", say!("sound-busy", detail = .detail))]
    Busy {
        /// The system's words.
        detail: Detail,
    },
    /// The system does not let us.
    #[error("{}", say!("sound-denied", detail = .detail))]
    Denied {
        /// The system's words.
        detail: Detail,
    },
    /// No device, or more than one, fits the wish.
    #[error("{}", say!("sound-not-found", wish = .wish, known = listed(.known)))]
    NotFound {
        /// What was asked for.
        wish: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// The device cannot do what is needed.
    #[error("{}", say!("sound-unsupported", detail = .detail))]
    Unsupported {
        /// What it cannot do.
        detail: Detail,
    },
    /// It worked, and then it was gone.
    #[error("{}", say!("sound-lost", detail = .detail))]
    Lost {
        /// The system's words.
        detail: Detail,
    },
    /// The system moved the stream elsewhere.
    #[error("{}", say!("sound-moved", detail = .detail))]
    Moved {
        /// The system's words.
        detail: Detail,
    },
    /// A file is not a WAV, or not one that can be used here.
    #[error("{}", say!("sound-not-wav", file = .path.display().to_string(), why = .why))]
    NotWav {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: Detail,
    },
    /// A file that was to be played is none that could be.
    #[error("{}", .why.said(.path))]
    Unplayable {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: Unplayable,
    },
    /// A take is not what was recorded.
    #[error("{}", say!("sound-changed", file = name(.path)))]
    Changed {
        /// Which file.
        path: PathBuf,
    },
    /// A file could not be written or read.
    #[error("{}.", say!("fault-file", file = name(.path), doing = .doing.name(), why = trouble::said(source, .path)))]
    Io {
        /// Which file.
        path: PathBuf,
        /// What was being done to it.
        doing: Doing,
        /// The system's words.
        source: io::Error,
    },
    /// Anything else, in the system's words.
    #[error("{}", say!("sound-other", detail = .detail))]
    Other {
        /// The system's words.
        detail: Detail,
    },
}

impl AudioError {
    pub(crate) fn io(path: &Path, doing: Doing, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), doing, source }
    }

    /// The same as journals have it.
    pub fn fault(&self) -> Fault {
        match self {
            Self::NoDevice => Fault::NoMicrophone,
            Self::Busy { detail } => Fault::Busy { detail: detail.english() },
            Self::Denied { detail } => Fault::Denied { detail: detail.english() },
            Self::NotFound { wish, .. } => Fault::NotFound { wish: wish.clone() },
            Self::Unsupported { detail } => Fault::Unsupported { detail: detail.english() },
            Self::Lost { detail } => Fault::Stopped { detail: detail.english() },
            Self::Moved { detail } => Fault::Moved { detail: detail.english() },
            Self::NotWav { path, why } => Fault::NotWav { file: name(path), detail: why.english() },
            Self::Unplayable { path, why } => Fault::NotWav { file: name(path), detail: speaking(Words::english(), || why.words()) },
            Self::Changed { path } => {
                let words = speaking(Words::english(), || say!("sound-changed", file = name(path)));
                Fault::NotWav { file: name(path), detail: words }
            }
            Self::Io { path, doing, source } => {
                Fault::File { file: name(path), doing: *doing, why: refused(source), detail: source.to_string() }
            }
            Self::Other { detail } => Fault::Other { detail: detail.english() },
        }
    }
}

/// What a disk refused, as journals have it.
fn refused(why: &io::Error) -> Refused {
    match Trouble::of(why) {
        Trouble::Full => Refused::Full,
        Trouble::Quota => Refused::Quota,
        Trouble::TooLarge => Refused::TooLarge,
        Trouble::ReadOnlyDisk => Refused::ReadOnly,
        Trouble::NotAllowed => Refused::NotAllowed,
        Trouble::Missing | Trouble::NotAFolder => Refused::NoFolder,
        Trouble::Failing => Refused::Failing,
        Trouble::Gone => Refused::Gone,
        Trouble::IsAFolder | Trouble::Foreign | Trouble::LongName | Trouble::Exists | Trouble::Other => Refused::Unsaid,
    }
}

/// What a file is called, which says more on a narrow screen than where it lies.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// "A, B or C", or a word for none.
fn listed(names: &[String]) -> Message {
    let mut quoted = names.iter().map(|name| message!("sound-quoted", name = name));
    let Some(last) = quoted.next_back() else { return message!("sound-none-known") };
    let rest = quoted.reduce(|before, next| message!("list-more", before = before, next = next));
    rest.map_or_else(|| last.clone(), |before| message!("list-or", before = before, last = last.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(id: &str, name: &str) -> Device {
        Device { id: id.into(), name: name.into(), is_default: false }
    }

    #[test]
    fn a_wish_is_an_id_or_a_part_of_one_name() {
        let known = [device("a", "Built-in Mic"), Device { is_default: true, ..device("b", "USB Mic") }, device("usb", "Line")];
        assert_eq!(pick(None, &known).unwrap().id, "b");
        assert_eq!(pick(Some("built"), &known).unwrap().id, "a");
        assert_eq!(pick(Some("usb"), &known).unwrap().id, "usb", "an id outranks a name");
        assert_eq!(pick(Some("USB"), &known).unwrap().id, "b");
        let served = [device("pulseaudio:room.monitor", "Monitor of Null Output")];
        assert_eq!(pick(Some("room.monitor"), &served).unwrap().id, "pulseaudio:room.monitor");
        assert!(matches!(pick(None, &[]), Err(AudioError::NoDevice)));
        let twice = [device("pulseaudio:a", "USB Mic"), device("pulseaudio:b", "USB Mic")];
        let said = pick(Some("USB Mic"), &twice).unwrap_err().to_string();
        assert!(said.contains("\"USB Mic (pulseaudio:b)\""), "{said}");
        assert_eq!(pick(Some("USB Mic (pulseaudio:b)"), &twice).unwrap().id, "pulseaudio:b", "what is offered is taken");
        let said = pick(Some("mic"), &known).unwrap_err().to_string();
        assert_eq!(said, "No single sound device fits \"mic\": choose one of \"Built-in Mic\", \"USB Mic\" or \"Line\".");
    }

    #[test]
    fn people_read_their_language_and_journals_english() {
        let ours = AudioError::Lost { detail: message!("sound-no-answer", seconds = "9").into() };
        let told = AudioError::Lost { detail: "Connection refused".into() };
        speaking(Words::dutch(), || {
            assert!(ours.to_string().contains("(het geluidssysteem antwoordde niet binnen 9 s)"), "{ours}");
            assert!(told.to_string().contains("viel stil (Connection refused)"), "{told}");
            let Fault::Stopped { detail } = ours.fault() else { panic!("{ours}") };
            assert_eq!(detail, "the sound system did not answer within 9 s");
        });
    }
}
