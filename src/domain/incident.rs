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
use crate::domain::time::lost_words;
use crate::words::message::Value;
use crate::words::say;

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
        match self {
            Self::LeadIn { ms } => {
                let long = Duration::from_millis(*ms).as_secs_f64();
                say!("incident-lead-in", seconds = Value::Decimal(long, 1))
            }
            Self::Silence => say!("incident-silence"),
            Self::Heard => say!("incident-heard"),
            Self::Faint => say!("incident-faint"),
            Self::Loud => say!("incident-loud"),
            Self::Muted => say!("incident-muted"),
            Self::Unmuted => say!("incident-unmuted"),
            Self::Moved { to } => to.as_deref().map_or_else(|| say!("incident-moved-away"), |to| say!("incident-moved", to = to)),
            Self::Space { minutes } => say!("incident-space", minutes = *minutes),
            Self::Battery { percent } => say!("incident-battery", percent = u64::from(*percent)),
            Self::Slept { ms } => {
                say!("incident-slept", seconds = ms.div_ceil(1_000))
            }
            // What matters comes first: a narrow terminal cuts the end.
            Self::Disk { fault } => say!("incident-disk", why = refusal(fault)),
            Self::DiskBack => say!("incident-disk-back"),
            Self::Damaged { kept, unproven, lost, set_up } => damage(*kept, *unproven, *lost, *set_up),
        }
    }
}

/// What of a recording that `fault` met is told afterwards.
fn refusal(fault: &Named<Fault>) -> String {
    match fault {
        Named::Known(Fault::File { why, .. }) if *why != Refused::Unsaid => why.then(),
        Named::Known(Fault::File { detail, .. }) => say!("incident-disk-refused", detail = detail),
        other => other.words(),
    }
}

fn damage(kept: u64, unproven: u64, lost: u64, set_up: SetUp) -> String {
    let said = say!("incident-damaged", kept = kept, unproven = unproven, lost = lost);
    match set_up {
        SetUp::Kept => said,
        SetUp::MadeAgain => format!("{said} {}", say!("incident-set-up-again")),
    }
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
    /// What the languages know it as.
    pub(crate) const fn name(self) -> &'static str {
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
            Self::NoMicrophone => say!("fault-no-microphone"),
            Self::Busy { detail } => say!("fault-busy", detail = detail),
            Self::Denied { detail } => say!("fault-denied", detail = detail),
            Self::NotFound { wish } => say!("fault-not-found", wish = wish),
            Self::Unsupported { detail } => say!("fault-unsupported", detail = detail),
            Self::Stopped { detail } => say!("fault-stopped", detail = detail),
            Self::Moved { detail } => say!("fault-moved", detail = detail),
            Self::NotWav { file, detail } => say!("fault-not-wav", file = file, detail = detail),
            Self::File { file, doing, why: Refused::Unsaid, detail } => {
                say!("fault-file-unsaid", file = file, doing = doing.name(), detail = detail)
            }
            Self::File { file, doing, why, .. } => say!("fault-file", file = file, doing = doing.name(), why = why.then()),
            Self::Changed { to } if to.is_empty() => say!("fault-changed-system"),
            Self::Changed { to } => say!("fault-changed", to = to),
            Self::EndNotTaken { ms } => {
                let long = lost_words(Duration::from_millis(*ms));
                say!("fault-end-not-taken", long = long)
            }
            Self::Other { detail } => say!("fault-other", detail = detail),
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
            Self::Late => say!("gap-late"),
            Self::NotTaken => say!("gap-not-taken"),
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
        match self {
            Self::Finished => say!("end-finished"),
            Self::CutShort => say!("end-cut-short"),
            Self::Withdrawn => say!("end-withdrawn"),
            Self::TerminalClosed => say!("end-terminal-closed"),
            Self::Interrupted => say!("end-interrupted"),
            Self::ShutDown => say!("end-shut-down"),
        }
    }
}
