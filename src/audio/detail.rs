//! What is known of a failure beyond its kind: in the system's words, or in ours, which are said in each language. Values only.

use std::fmt;

use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::Value;
use crate::words::spoken;

/// What is known of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// In the system's words.
    System(String),
    /// In ours.
    Ours(Message),
}

impl Detail {
    /// As journals have it, whatever is spoken here.
    pub(super) fn english(&self) -> String {
        self.said(Words::english())
    }

    fn said(&self, words: Words) -> String {
        match self {
            Self::System(text) => text.clone(),
            Self::Ours(message) => words.say(message),
        }
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(spoken()))
    }
}

impl From<String> for Detail {
    fn from(text: String) -> Self {
        Self::System(text)
    }
}

impl From<&str> for Detail {
    fn from(text: &str) -> Self {
        Self::System(text.to_owned())
    }
}

impl From<Message> for Detail {
    fn from(message: Message) -> Self {
        Self::Ours(message)
    }
}

impl From<&Detail> for Value {
    fn from(detail: &Detail) -> Self {
        match detail {
            Detail::System(text) => Self::Text(text.clone()),
            Detail::Ours(message) => Self::Message(message.clone()),
        }
    }
}
