//! What goes wrong and is outlived, as kinds with fields: incidents, faults of devices and disks, gaps, and why sound or an interview ends.
//!
//! These stand in journals for ever, so none of them is a sentence: a program can count them, and people read them in their own language.
//! The one text among the fields, `detail`, is what the system itself said, for whoever looks for the cause; nothing depends on it.
//! A [`Named`] also holds what others wrote: the sentence that stood here before there were kinds, and the name of a kind that only a
//! newer hearback knows. An incident of an unknown kind is still an incident. Values only.

use std::time::Duration;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::text::counted;
use crate::domain::time::Position;
use crate::domain::time::lost_words;

/// A kind as a journal names it: `{"is": "battery", "percent": 9}`. Reading one never fails: whatever stands there, something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Named<K> {
    /// One that is known here.
    Known(K),
    /// The sentence that earlier versions wrote in its place.
    Sentence(String),
    /// One that a newer hearback wrote; its fields are passed over.
    Newer {
        /// Its name; empty where none can be read.
        is: String,
    },
}

/// Nothing stands there: something happened all the same.
impl<K> Default for Named<K> {
    fn default() -> Self {
        Self::Newer { is: String::new() }
    }
}

impl<'de, K: DeserializeOwned> Deserialize<'de> for Named<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(match &value {
            Value::String(words) => Self::Sentence(words.clone()),
            // Only a name in words is one: serde would take a number for the place of a kind in its list.
            Value::Object(fields) => match fields.get("is").and_then(Value::as_str) {
                Some(is) => {
                    let is = is.to_owned();
                    serde_json::from_value(value).map_or(Self::Newer { is }, Self::Known)
                }
                None => Self::default(),
            },
            _ => Self::default(),
        })
    }
}

impl<K: Worded> Named<K> {
    /// What happened, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Known(kind) => kind.words(),
            Self::Sentence(words) => words.clone(),
            Self::Newer { is } if is.is_empty() => "something that this hearback cannot read".to_owned(),
            Self::Newer { is } => format!("something that a newer hearback calls {}", is.replace('-', " ")),
        }
    }
}

impl<K> From<K> for Named<K> {
    fn from(kind: K) -> Self {
        Self::Known(kind)
    }
}

/// What can be put in words.
pub trait Worded {
    /// It in words, for a person.
    fn words(&self) -> String;
}

/// Something that went wrong during an interview, or could have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "fields are named after what they count")]
pub enum Incident {
    /// The recording begins so much before the interview, as the study asks.
    LeadIn { ms: u64 },
    /// The microphone delivers nothing at all.
    Silence,
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
            Self::Disk { fault } => {
                return format!("the disk failed: the recording goes on, in memory or in a new file. {}", fault.words());
            }
            Self::Damaged { kept, unproven, lost, set_up } => return damage(*kept, *unproven, *lost, *set_up),
        };
        said.to_owned()
    }
}

fn damage(kept: u64, unproven: u64, lost: u64, set_up: SetUp) -> String {
    let unproven = match unproven {
        0 => String::new(),
        n => format!(", {n} of them unproven because what stood before them is gone"),
    };
    let set_up = match set_up {
        SetUp::Kept => "",
        SetUp::MadeAgain => {
            " The set-up was lost and made again: date, participant and round from the folder's name, the guide from guide.yaml, the \
             reaction offset from study.yaml. Where the interview was held and who was present is not known any more."
        }
    };
    format!("The journal was damaged: {kept} events are kept{unproven}, {lost} are lost.{set_up}")
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
    File { file: String, doing: Doing, detail: String },
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
    const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Opened => "opened",
            Self::Written => "written",
            Self::Synced => "synced",
            Self::Read => "read",
        }
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
            Self::File { file, doing, detail } => format!("{file} could not be {} ({detail})", doing.word()),
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
}

impl Worded for GapCause {
    fn words(&self) -> String {
        match self {
            Self::Late => "the audio did not arrive in time".to_owned(),
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

/// Why there is no sound from some moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Spelled")]
pub enum AudioEnd {
    /// The participant does not want to be recorded.
    Declined,
    /// The interviewer chose notes only.
    NotesOnly,
    /// The participant took the consent to record back.
    Withdrawn,
    /// The participant declined or the interviewer chose: earlier versions did not tell the two apart.
    ByChoice,
    /// The microphone or the disk failed.
    Lost(Named<Fault>),
    /// For a reason that a newer hearback knows.
    Newer {
        /// Its name; empty where none can be read.
        is: String,
    },
}

/// Nothing is said of it: there is no sound all the same.
impl Default for AudioEnd {
    fn default() -> Self {
        Self::Newer { is: String::new() }
    }
}

impl<'de> Deserialize<'de> for AudioEnd {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let word = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let what = || match value.get("what").and_then(Value::as_str) {
            Some(what) => Named::Sentence(what.to_owned()),
            None => Named::default(),
        };
        let fault = || value.get("fault").and_then(|fault| serde_json::from_value(fault.clone()).ok()).unwrap_or_default();
        // What was written before there were kinds: `{"why": "declined"}`, `{"why": "lost", "what": "a sentence"}`.
        Ok(match (word("is").as_str(), word("why").as_str()) {
            ("declined", _) => Self::Declined,
            ("notes-only", _) => Self::NotesOnly,
            ("withdrawn", _) => Self::Withdrawn,
            ("lost", _) => Self::Lost(fault()),
            ("", "declined") => Self::ByChoice,
            ("", "lost") => Self::Lost(what()),
            ("", is) | (is, _) => Self::Newer { is: is.to_owned() },
        })
    }
}

impl Worded for AudioEnd {
    fn words(&self) -> String {
        match self {
            Self::Declined => "notes only: the participant does not want to be recorded".to_owned(),
            Self::NotesOnly | Self::ByChoice => "notes only".to_owned(),
            Self::Withdrawn => "notes only: the participant took the consent to record back".to_owned(),
            Self::Lost(fault) => fault.words(),
            Self::Newer { is } => Named::<Fault>::Newer { is: is.clone() }.words(),
        }
    }
}

/// An [`AudioEnd`] as it is written: as it was read.
#[derive(Serialize)]
#[serde(untagged)]
enum Spelled {
    Now(Now),
    Earlier(Earlier),
    Newer { is: String },
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
enum Now {
    Declined,
    NotesOnly,
    Withdrawn,
    Lost { fault: Named<Fault> },
}

#[derive(Serialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
enum Earlier {
    Declined,
    Lost { what: String },
}

impl From<AudioEnd> for Spelled {
    fn from(end: AudioEnd) -> Self {
        match end {
            AudioEnd::Declined => Self::Now(Now::Declined),
            AudioEnd::NotesOnly => Self::Now(Now::NotesOnly),
            AudioEnd::Withdrawn => Self::Now(Now::Withdrawn),
            AudioEnd::ByChoice => Self::Earlier(Earlier::Declined),
            AudioEnd::Lost(Named::Sentence(what)) => Self::Earlier(Earlier::Lost { what }),
            AudioEnd::Lost(fault) => Self::Now(Now::Lost { fault }),
            AudioEnd::Newer { is } => Self::Newer { is },
        }
    }
}

/// Something that is told of a session: an incident, or what amounts to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mishap {
    /// Where on the timeline.
    pub at: Position,
    /// What happened.
    pub what: What,
}

/// What a [`Mishap`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An incident.
    Incident(Named<Incident>),
    /// So much sound never came, and silence stands in its place.
    Gap(Duration, Named<GapCause>),
    /// The sound was lost.
    Lost(Named<Fault>),
    /// A crash was mended, and at most so much is missing, in milliseconds.
    Recovered(u64),
    /// The interview ended otherwise than by its interviewer.
    Ended(Named<EndCause>),
}

impl What {
    /// The name of its kind, as journals have it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Incident(_) => "incident",
            Self::Gap(..) => "gap",
            Self::Lost(_) => "audio-stopped",
            Self::Recovered(_) => "recovered",
            Self::Ended(_) => "ended",
        }
    }
}

impl Worded for What {
    fn words(&self) -> String {
        match self {
            Self::Incident(incident) => incident.words(),
            Self::Gap(long, why) => format!("{} of sound was lost, and silence stands there: {}", lost_words(*long), why.words()),
            Self::Lost(fault) => fault.words(),
            Self::Recovered(ms) => {
                format!("recovered after a crash; at most {} is missing here", lost_words(Duration::from_millis(*ms)))
            }
            Self::Ended(why) => why.words(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: for<'de> Deserialize<'de>>(text: &str) -> T {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_kind_is_read_in_every_spelling() {
        let known: Named<Incident> = read(r#"{"is":"battery","percent":9,"volts":11}"#);
        assert_eq!(known, Incident::Battery { percent: 9 }.into(), "a field of a newer version is passed over");
        let before: Named<Incident> = read(r#""the battery is down to 9 %""#);
        assert_eq!((before.words(), known.words()), ("the battery is down to 9 %".into(), "the battery is down to 9 %".into()));
        let newer: Named<Incident> = read(r#"{"is":"sun-stroke","degrees":40}"#);
        assert_eq!(newer, Named::Newer { is: "sun-stroke".into() });
        for strange in ["null", "4", "[\"silence\"]", "{}", r#"{"is":4}"#, r#"{"is":null}"#, "true"] {
            assert_eq!(read::<Named<Incident>>(strange), Named::default(), "{strange}: something happened, nobody knows what");
        }
        let changed: Named<Incident> = read(r#"{"is":"battery","level":"low"}"#);
        assert_eq!(changed, Named::Newer { is: "battery".into() }, "one whose fields are others now is not lost either");
    }

    #[test]
    fn what_was_lost_is_told_in_seconds_and_never_as_none() {
        let gap = |ms| What::Gap(Duration::from_millis(ms), GapCause::Late.into()).words();
        assert_eq!(gap(1_040), "1.0 s of sound was lost, and silence stands there: the audio did not arrive in time");
        assert_eq!(gap(10), "less than 0.1 s of sound was lost, and silence stands there: the audio did not arrive in time");
        assert_eq!(What::Recovered(200).words(), "recovered after a crash; at most 0.2 s is missing here");
        assert_eq!(Fault::EndNotTaken { ms: 30 }.words(), "the end of the recording is lost, less than 0.1 s: the disk did not take it");
    }

    #[test]
    fn why_there_is_no_sound_is_read_in_every_spelling() {
        let spellings = [
            (r#"{"is":"declined"}"#, AudioEnd::Declined),
            (r#"{"is":"notes-only"}"#, AudioEnd::NotesOnly),
            (r#"{"is":"withdrawn"}"#, AudioEnd::Withdrawn),
            (r#"{"is":"lost","fault":{"is":"no-microphone"}}"#, AudioEnd::Lost(Fault::NoMicrophone.into())),
            (r#"{"is":"lost","fault":{"is":"eaten"}}"#, AudioEnd::Lost(Named::Newer { is: "eaten".into() })),
            (r#"{"why":"declined"}"#, AudioEnd::ByChoice),
            (r#"{"why":"lost","what":"unplugged"}"#, AudioEnd::Lost(Named::Sentence("unplugged".into()))),
            (r#"{"is":"eclipse"}"#, AudioEnd::Newer { is: "eclipse".into() }),
        ];
        for (text, meant) in spellings {
            assert_eq!(read::<AudioEnd>(text), meant, "{text}");
            assert_eq!(serde_json::to_string(&meant).unwrap(), text, "and is written as it was read");
        }
        for (text, meant) in [
            (r#"{"is":"lost"}"#, AudioEnd::Lost(Named::default())),
            (r#"{"is":"lost","fault":null}"#, AudioEnd::Lost(Named::default())),
            (r#"{"is":"declined","why":"lost"}"#, AudioEnd::Declined),
            (r#"{"why":"eclipse"}"#, AudioEnd::Newer { is: "eclipse".into() }),
            (r#""lost""#, AudioEnd::default()),
            ("null", AudioEnd::default()),
        ] {
            assert_eq!(read::<AudioEnd>(text), meant, "{text}");
        }
    }
}
