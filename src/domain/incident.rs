//! What goes wrong and is outlived, as kinds with fields: incidents, faults of devices and disks, gaps, and why an interview ends.
//!
//! The one text among the fields, `detail`, is what the system itself said, for whoever looks for the cause; nothing depends on it. How a
//! journal names these is [`crate::domain::named`]'s. Values only.

use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::lenient;
use crate::domain::named::Named;
use crate::domain::named::Worded;
use crate::domain::refused::Refused;
use crate::domain::text::counted;
use crate::domain::text::is_or_are;
use crate::domain::time::lost_words;

/// Something that went wrong during an interview, or could have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "fields are named after what they count")]
pub enum Incident {
    /// The recording begins so much before the interview, as the study asks.
    LeadIn { ms: u64 },
    /// The microphone delivers nothing at all.
    Silence,
    /// It is heard again after that, or is listened to no longer.
    Heard,
    /// The microphone has heard very little for a long time.
    Faint,
    /// The sound was too loud and is distorted.
    Loud,
    /// The system mutes the microphone.
    Muted,
    /// It does so no longer.
    Unmuted,
    /// The system moved the recording to another microphone, if it says which.
    Moved { to: Option<String> },
    /// The disk has room for so many minutes more.
    Space { minutes: u64 },
    /// The battery is down to so much.
    Battery { percent: u8 },
    /// The computer slept so long.
    Slept { ms: u64 },
    /// The disk refused something; the recording goes on in memory or in another file.
    Disk { fault: Named<Fault> },
    /// The disk takes the recording again.
    DiskBack,
    /// The journal was damaged and made anew of what could be saved: so many events, so many of them unproven, and so many are lost.
    Damaged { kept: u64, unproven: u64, lost: u64, set_up: SetUp },
}

/// What became of the set-up in a damaged journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetUp {
    /// It is as it was written.
    #[default]
    Kept,
    /// It was lost and made again from what else is known; setting and who was present are not.
    MadeAgain,
}

impl Worded for Incident {
    fn words(&self) -> String {
        let said = match self {
            Self::LeadIn { ms } => {
                let long = Duration::from_millis(*ms).as_secs_f64();
                return format!("the recording begins {long:.1} s before the interview was begun, as study.yaml asks (lead_in)");
            }
            Self::Silence => "nothing but silence from the microphone",
            Self::Heard => "the silence from the microphone is over",
            Self::Faint => "the microphone hears very little",
            Self::Loud => "the sound was too loud and is distorted",
            Self::Muted => "the microphone was muted in the sound settings",
            Self::Unmuted => "the microphone is no longer muted",
            Self::Moved { to } => return format!("the system switched to {}", to.as_deref().unwrap_or("another microphone")),
            Self::Space { minutes } => return format!("the disk has room for {}", counted(*minutes, "minute")),
            Self::Battery { percent } => return format!("the battery is down to {percent} %"),
            Self::Slept { ms } => {
                return format!("the computer slept for {} s: nothing of that time is recorded", ms.div_ceil(1_000));
            }
            // What matters comes first: a narrow terminal cuts the end.
            Self::Disk { fault } => return format!("{}: the recording went on, in memory or in a new file", refusal(fault)),
            Self::DiskBack => "the disk takes the recording again",
            Self::Damaged { kept, unproven, lost, set_up } => return damage(*kept, *unproven, *lost, *set_up),
        };
        said.to_owned()
    }
}

/// What of a recording that `fault` met is told afterwards.
fn refusal(fault: &Named<Fault>) -> String {
    match fault {
        Named::Known(Fault::File { why, .. }) if *why != Refused::Unsaid => why.then(),
        Named::Known(Fault::File { detail, .. }) => format!("the disk did not take the recording ({detail})"),
        other => other.words(),
    }
}

fn damage(kept: u64, unproven: u64, lost: u64, set_up: SetUp) -> String {
    let unproven = match unproven {
        0 => String::new(),
        n => format!(", {n} of them unproven because what stood before is gone"),
    };
    let set_up = match set_up {
        SetUp::Kept => "",
        SetUp::MadeAgain => {
            " The set-up was lost and made again: date, participant and round from the folder's name, the guide from guide.yaml, the \
             reaction offset from study.yaml. Where the interview was held and who was present is not known any more."
        }
    };
    let (is_kept, is_lost) = (is_or_are(kept), is_or_are(lost));
    format!("The journal was damaged: {} {is_kept} kept{unproven}, {lost} {is_lost} lost.{set_up}", counted(kept, "event"))
}

/// What a device or a disk did, as far as it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "`detail` is always the system's own words")]
pub enum Fault {
    /// There is no microphone.
    NoMicrophone,
    /// Another program has the device.
    Busy { detail: String },
    /// The system does not let us.
    Denied { detail: String },
    /// No device, or more than one, is called so.
    NotFound { wish: String },
    /// The device cannot do what is needed.
    Unsupported { detail: String },
    /// It worked, and then it was gone.
    Stopped { detail: String },
    /// The system took the stream elsewhere.
    Moved { detail: String },
    /// A file that was to be played as a microphone is no WAV, or none that can be used.
    NotWav { file: String, detail: String },
    /// A file could not be created, written, synced, read or opened.
    File {
        file: String,
        doing: Doing,
        #[serde(default, deserialize_with = "lenient::or_default")]
        why: Refused,
        detail: String,
    },
    /// The interviewer changes to this microphone; empty for the system's.
    Changed { to: String },
    /// The end of the recording, so long, was taken by no disk.
    EndNotTaken { ms: u64 },
    /// Anything else.
    Other { detail: String },
}

/// What was being done to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is its word")]
pub enum Doing {
    Created,
    Opened,
    Written,
    Synced,
    #[serde(other)]
    Read,
}

impl Doing {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Opened => "opened",
            Self::Written => "written",
            Self::Synced => "synced",
            Self::Read => "read",
        }
    }
}

impl Fault {
    /// What a disk refused, if it was one.
    pub fn refused(&self) -> Option<Refused> {
        if let Self::File { why, .. } = self { Some(*why) } else { None }
    }
}

impl Worded for Fault {
    fn words(&self) -> String {
        match self {
            Self::NoMicrophone => "no microphone was found".to_owned(),
            Self::Busy { detail } => format!("the sound device is in use by another program ({detail})"),
            Self::Denied { detail } => format!("the system does not allow access to the sound device ({detail})"),
            Self::NotFound { wish } => format!("no single sound device fits \"{wish}\""),
            Self::Unsupported { detail } => format!("the sound device cannot deliver what is needed ({detail})"),
            Self::Stopped { detail } => format!("the sound device stopped ({detail})"),
            Self::Moved { detail } => format!("the system switched to another sound device ({detail})"),
            Self::NotWav { file, detail } => format!("{file} cannot be read as a WAV file ({detail})"),
            Self::File { file, doing, why: Refused::Unsaid, detail } => format!("{file} could not be {} ({detail})", doing.word()),
            Self::File { file, doing, why, .. } => format!("{file} could not be {}: {}", doing.word(), why.then()),
            Self::Changed { to } if to.is_empty() => "changing to the system's microphone".to_owned(),
            Self::Changed { to } => format!("changing to {to}"),
            Self::EndNotTaken { ms } => {
                let long = lost_words(Duration::from_millis(*ms));
                format!("the end of the recording is lost, {long}: the disk did not take it")
            }
            Self::Other { detail } => format!("the sound system reported a problem ({detail})"),
        }
    }
}

/// Why silence stands in a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum GapCause {
    /// The sound did not arrive in time.
    Late,
    /// No disk took it for so long that there was no memory left for more.
    NotTaken,
}

impl Worded for GapCause {
    fn words(&self) -> String {
        match self {
            Self::Late => "the audio did not arrive in time".to_owned(),
            Self::NotTaken => "no disk took it, and memory had no room for more".to_owned(),
        }
    }
}

/// Why an interview ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum EndCause {
    /// The interviewer ended it.
    Finished,
    /// A crash had cut it short, and somebody ended it afterwards.
    CutShort,
    /// The participant withdrew.
    Withdrawn,
    /// Its terminal window was closed.
    TerminalClosed,
    /// The program was interrupted from outside (SIGINT).
    Interrupted,
    /// The system asked the program to stop (SIGTERM), as it does when it shuts down.
    ShutDown,
}

impl Worded for EndCause {
    fn words(&self) -> String {
        let said = match self {
            Self::Finished => "the interviewer ended the interview",
            Self::CutShort => "a crash had cut the interview short; it was ended afterwards",
            Self::Withdrawn => "the participant withdrew",
            Self::TerminalClosed => "the terminal window was closed",
            Self::Interrupted => "the program was interrupted",
            Self::ShutDown => "the system asked the program to stop",
        };
        said.to_owned()
    }
}
