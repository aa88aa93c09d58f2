//! Why there is no sound of an interview from some moment on, in every spelling that journals have for it.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde_json::Value;

use crate::domain::incident::Fault;
use crate::domain::named::Named;
use crate::domain::named::Worded;
use crate::words::say;

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
            Self::Declined => say!("audio-declined"),
            Self::NotesOnly | Self::ByChoice => say!("audio-notes-only"),
            Self::Withdrawn => say!("audio-withdrawn"),
            Self::Lost(fault) => fault.words(),
            Self::Newer { is } => Named::<Fault>::Newer { is: is.clone() }.words(),
        }
    }
}

/// An [`AudioEnd`] as it is written: as it was read.
#[derive(Serialize)]
#[serde(untagged)]
enum Spelled {
    Today(Today),
    Earlier(Earlier),
    Newer { is: String },
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
enum Today {
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
            AudioEnd::Declined => Self::Today(Today::Declined),
            AudioEnd::NotesOnly => Self::Today(Today::NotesOnly),
            AudioEnd::Withdrawn => Self::Today(Today::Withdrawn),
            AudioEnd::ByChoice => Self::Earlier(Earlier::Declined),
            AudioEnd::Lost(Named::Sentence(what)) => Self::Earlier(Earlier::Lost { what }),
            AudioEnd::Lost(fault) => Self::Today(Today::Lost { fault }),
            AudioEnd::Newer { is } => Self::Newer { is },
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
