//! Everything the interface can be told.
//!
//! Messages carry values, never handles: a key with the moment it was pressed, what the recorder reports, what was saved. Time and
//! levels come in with them, so nothing in this layer reads a clock.

use crate::domain::event::Event;
use crate::domain::found::Found;
use crate::domain::hearing::Left;
use crate::domain::incident::EndCause;
use crate::domain::incident::Fault;
use crate::domain::incident::GapCause;
use crate::domain::last_time::LastTime;
use crate::domain::letter::LetterSettings;
use crate::domain::member_check::sent::AsWritten;
use crate::domain::outside::SoundCopy;
use crate::domain::recording::EndedTake;
use crate::domain::recording::TakeCheck;
use crate::domain::session::Session;
use crate::domain::study::checking::CheckKind;
use crate::domain::study::figures::Figures;
use crate::domain::study::register::Register;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::undo::UndoWay;
use crate::domain::waveform::Waveform;
use crate::domain::whereabouts::Whereabouts;
use crate::tui::chord::Press;
use crate::tui::effect::NewSession;
pub use crate::tui::effect::Purpose;
use crate::tui::in_words::InWords;
use crate::tui::microphone::Microphone;
use crate::tui::offer::Offer;

/// The moment a message is about, on each clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// On the session's timeline.
    pub position: Position,
    /// On the room's clock.
    pub wall: Stamp,
    /// On a clock that only goes forward, in milliseconds; for how long ago, never for when.
    pub mono_ms: u64,
}

/// What the gauges say at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Telemetry {
    /// The loudest sample since the last turn, in dBFS; nothing when no sound comes in.
    pub peak_db: Option<f32>,
    /// Samples at full scale since the recording began.
    pub clipped: u64,
    /// Milliseconds of audio that could not be kept and were replaced by silence.
    pub lost_ms: u64,
    /// Milliseconds of audio that wait to be written.
    pub backlog_ms: u64,
    /// Free space that a recording may use where the session is written, in bytes.
    pub free: Option<u64>,
    /// The battery, where there is one.
    pub battery: Option<Battery>,
    /// How long the computer has slept since it was started, in milliseconds.
    pub slept_ms: u64,
    /// Where playback is, if something plays.
    pub playing: Option<Position>,
}

/// A battery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Battery {
    /// How full, in percent.
    pub percent: u8,
    /// What the computer runs on.
    pub supply: Supply,
}

/// What the computer runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supply {
    /// The mains; the battery is full or fills.
    Mains,
    /// The battery.
    Battery,
}

/// How far a waveform is got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// It is made from the sound, and so many percent of that were gone through.
    Percent(u8),
    /// It is there; takes that cannot be read are not in it.
    Whole(Box<Waveform>),
}

/// What came of the statements that were given to an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// This came back, and lies here for as long as it could not be read.
    Text {
        /// All of it.
        text: String,
        /// Where.
        file: String,
        /// Where a text lies that was left before and is of statements that are others by now, if there was one.
        kept: Option<String>,
    },
    /// A text was left on this day, and lies here.
    Lies {
        /// The day; empty where nobody knows.
        on: String,
        /// Where.
        file: String,
    },
    /// Nothing did, and this is why.
    Failed(String),
}

/// A letter that was written.
#[derive(Clone, Debug)]
pub struct LetterLies {
    /// Its version.
    pub version: u32,
    /// Where it lies.
    pub file: String,
    /// Its statements, as it has them.
    pub statements: Vec<AsWritten>,
    /// The last day to answer that stands in it.
    pub reply_by: String,
    /// The day that it bears.
    pub on: String,
    /// What it is called.
    pub called: CheckKind,
    /// In which other forms it lies beside that, and what lay there before, in words.
    pub forms: String,
}

/// Something a message brings.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Press, Now),
    /// Text was pasted.
    Paste(String, Now),
    /// Something was typed that is not UTF-8, and was lost.
    Foreign(Now),
    /// A turn of the loop went by.
    Turn(Now, Telemetry),
    /// Every event up to this number is on disk.
    Saved(u64),
    /// Events could not be written; they are kept and tried again.
    JournalFailed(String),
    /// Events never got into the journal; this says where they are instead.
    Stranded(String),
    /// The recorder reports.
    Sound(SoundReport, Now),
    /// The check of the room got so far.
    RoomCheck(CheckReport, Now),
    /// The study's disk was tried: what it refuses and what to do, if it does.
    DiskTried(Option<String>),
    /// It was looked what the study lies on and among.
    Whereabouts(Whereabouts),
    /// The microphones there are, the one to be chosen first at the top, and what there is to say about them.
    Microphones(Vec<Microphone>, Option<String>),
    /// Playback stopped by itself: at the end, or with the reason why it cannot go on.
    Played(Result<(), String>),
    /// The loudspeaker went while something played there, and this is why; another is looked for.
    LoudspeakerLost(Position, String),
    /// There is a loudspeaker again, of this name, and what was playing goes on.
    LoudspeakerBack(String),
    /// The system has moved what plays to another loudspeaker, called so, if it says.
    LoudspeakerMoved(Option<String>),
    /// The takes of the session of this name were read back from the disk.
    Verified(String, Vec<TakeCheck>, Now),
    /// The waveform of the session of this name is got, or so much of it.
    Waveform(String, Drawn),
    /// The transcripts of the session of this name were read.
    InWords(String, Box<InWords>),
    /// A copy of the sound was left by a run that was killed, and cannot be destroyed: what there is to say of it.
    CopyLeft(String),
    /// This was found in the sessions of the study, for the search of this number.
    Found(u64, Found),
    /// A session was made or opened.
    Opened(Box<OpenSession>),
    /// A session could not be made or opened.
    NotOpened(String),
    /// A letter was written, and this is where it lies.
    LetterWritten(Box<LetterLies>),
    /// A letter could not be written.
    LetterFailed(String),
    /// What a letter of the session of this name would say beside its statements, or why there is none.
    LetterAsked(String, Result<Box<LetterSettings>, String>),
    /// The statements came back from an editor, or did not.
    EditedOutside(Edited),
    /// No letter was written: this version, in `file`, says all of it already.
    LetterStands {
        /// Which version.
        version: u32,
        /// Where it lies.
        file: String,
    },
    /// A clip of the session that is open is being made, which its journal is to know before anything else happens.
    ClipBegun(SoundCopy),
    /// It was made, of the session of this name, or was not after all: what its journal is to know, and where it lies or why there is none.
    ClipMade(String, SoundCopy, Result<String, String>),
    /// There will be none.
    NoClip(String),
    /// The register was read, or written, or could not be.
    Register(Box<RegisterReport>),
    /// The figures of the study were counted, or why they cannot be.
    Figures(Result<Box<FiguresReport>, String>),
    /// The session is closed and all of it is on disk; the study, its sessions and its guides, is as this says now.
    Closed(Box<Offer>),
    /// The program is asked to stop from outside: its terminal is gone, or the system shuts down.
    Stop(EndCause, Now),
}

/// The register as it is now, and what came of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterReport {
    /// Who is on it.
    pub register: Register,
    /// Its file.
    pub bytes: Vec<u8>,
    /// What is wrong with it, if anything is.
    pub problem: Option<String>,
    /// What came of what was asked.
    pub came: RegisterCame,
}

/// The figures of the study as they are now.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresReport {
    /// All of them.
    pub figures: Figures,
    /// Which sessions cannot be read, and why, if there are any.
    pub unread: Option<String>,
    /// What is wrong with the study's files, if anything is.
    pub problem: Option<String>,
}

/// What came of what was asked of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterCame {
    /// It was read.
    Read,
    /// It was changed, and its file was this before.
    Changed {
        /// All of it.
        before: Vec<u8>,
    },
    /// A change was taken back, or done again.
    Restored(UndoWay),
    /// Nothing was written, and this is why.
    Refused(String),
}

/// How far a check of the room is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckReport {
    /// So many that were cut off were still on the disk, and are deleted.
    Swept(usize),
    /// It is recorded from now on.
    Began,
    /// It is over.
    Over {
        /// How it ended.
        end: CheckEnd,
        /// Why what was recorded is still on the disk, if it is.
        left: Option<String>,
    },
}

/// How a check of the room ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckEnd {
    /// It was played to its end.
    Played,
    /// No loudspeaker would play it.
    NoLoudspeaker,
    /// It was ended from here.
    Deleted,
    /// It came to nothing, and this is why.
    Failed(String),
}

/// A session that was opened, and what of its past matters.
#[derive(Debug)]
pub struct OpenSession {
    /// The name of its folder.
    pub name: String,
    /// The session.
    pub session: Session,
    /// How many events its journal holds.
    pub events: u64,
    /// Its takes that are not the recordings that were made.
    pub changed: Vec<TakeCheck>,
    /// What a crash had cost and what was mended, in one sentence.
    pub mended: Option<String>,
    /// The unfinished note that was found.
    pub draft: Option<crate::domain::note::Draft>,
    /// What it is opened for.
    pub purpose: Purpose,
    /// The form it was made from, if it was made just now.
    pub form: Option<NewSession>,
    /// How it was left by whoever listened to it when the program was closed.
    pub left: Left,
    /// What an earlier interview with the same participant left.
    pub last_time: Option<LastTime>,
}

/// What the recorder reports. A ticket is that of the [`crate::tui::effect::Effect`] that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the events they become")]
pub enum SoundReport {
    /// A microphone is heard, and nothing is kept.
    Heard { device: Microphone },
    /// A take began.
    Started { ticket: u32, begun: Begun },
    /// So much of it is safe.
    Checkpoint { take: TakeNumber, frames: Frames },
    /// The device was released.
    Paused { take: TakeNumber, frames: Frames },
    /// The device is back, in the same take.
    Resumed { ticket: u32 },
    /// Silence stands in for audio that was lost.
    Gap { take: TakeNumber, at_frame: Frames, frames: Frames, why: GapCause },
    /// How much faster the clock of this take's microphone runs than the computer's, in parts per billion.
    ClockCompared { take: TakeNumber, ppb: i64 },
    /// A take was closed, and so much after it was lost because no disk took it.
    Closed { ended: EndedTake, lost: Frames },
    /// The recording went on in a new take without a break.
    Rolled { take: TakeNumber, from: EndedTake },
    /// No disk takes the recording for now; it is held in memory, so many seconds of so many.
    Held { seconds: u32, of: u32 },
    /// The microphone is gone, after so much of this take, which is being closed.
    Lost { take: TakeNumber, frames: Frames, why: String, fault: Fault },
    /// The system moved the stream to another microphone, and may have said which.
    Moved { to: Option<Microphone> },
    /// The system mutes the microphone.
    Muted,
    /// It does so no longer.
    Unmuted,
    /// Something went wrong and was dealt with.
    Trouble { fault: Fault },
    /// The microphone could not be opened.
    Refused { ticket: u32, why: String, fault: Fault },
}

/// A take that has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its number.
    pub take: TakeNumber,
    /// Frames per second.
    pub rate: SampleRate,
    /// Samples per frame.
    pub channels: u16,
    /// What records.
    pub device: Microphone,
    /// How much of it lies before it was ordered.
    pub lead_in: Frames,
}

impl Begun {
    /// What the journal says of it: it begins at `at`.
    pub(crate) fn started(&self, at: Position) -> Event {
        let Self { take, rate, channels, ref device, lead_in: _ } = *self;
        Event::TakeStarted { take, at, rate, channels, device: device.name.clone() }
    }
}
