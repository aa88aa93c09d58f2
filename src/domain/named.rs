//! How a journal names what happened, and how it is put in words.
//!
//! What stands in journals stands there for ever, so it is no sentence but a kind with fields: a program can count them, and people read
//! them in their own language. A [`Named`] also holds what others wrote: the sentence that stood there before there were kinds, and the
//! name of a kind that only a newer hearback knows. An incident of an unknown kind is still an incident. Values only.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::words::say;

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
            Self::Newer { is } if is.is_empty() => say!("named-unread"),
            Self::Newer { is } => say!("named-newer", name = is.replace('-', " ")),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::incident::Incident;

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
}
