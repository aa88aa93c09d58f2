//! What is meant, before it is said in a language.

use std::time::Duration;

use jiff::civil::Date;

/// The name of a message and its values. Made by `message!`, so that a test finds every name.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    name: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// A value in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// What somebody wrote, a code, a path: said as it stands.
    Text(String),
    /// A number of things; which form of the word goes with it is the language's to say.
    Count(u64),
    /// Another message.
    Message(Message),
    /// A number and how many places of it are said.
    Decimal(f64, u8),
    /// A day of the calendar.
    Day(Date),
    /// How long something took.
    Length(Duration),
    /// Several things.
    List(Vec<Message>),
}

impl Message {
    /// The message of this name; `message!` calls it.
    pub const fn plain(name: &'static str) -> Self {
        Self { name, values: Vec::new() }
    }

    /// The same with a value; `message!` calls it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Its name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its values, each with its name.
    pub fn values(&self) -> &[(&'static str, Value)] {
        &self.values
    }
}

macro_rules! value_from {
    ($($kind:ty => $make:expr;)*) => {$(
        impl From<$kind> for Value {
            fn from(value: $kind) -> Self {
                $make(value)
            }
        }
    )*};
}

value_from! {
    String => Self::Text;
    &String => |text: &String| Self::Text(text.clone());
    &str => |text: &str| Self::Text(text.to_owned());
    char => |text: char| Self::Text(text.into());
    u64 => Self::Count;
    u32 => |count| Self::Count(u64::from(count));
    usize => |count| Self::Count(count as u64);
    Message => Self::Message;
    Vec<Message> => Self::List;
    Date => Self::Day;
    Duration => Self::Length;
}

impl AsRef<Self> for Message {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// What is meant: `message!("seconds", count = 3)`. The name and the values are in the files of the languages; a test compares them.
macro_rules! message {
    ($name:literal $(, $value:ident = $is:expr)* $(,)?) => {
        $crate::words::message::Message::plain($name)$(.with(stringify!($value), $is))*
    };
}

pub(crate) use message;
