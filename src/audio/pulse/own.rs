//! What goes wrong at a sound server, where we have words for it. On their way through cpal errors carry a text and nothing else: it is the
//! English one, and they are known again by it.

use cpal::Error;
use cpal::ErrorKind;

use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;

/// Each is what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    HungUp,
    MicrophoneGone,
    LoudspeakerGone,
    NoMessage,
    OtherWay,
    OtherFormat,
}

impl Own {
    const ALL: [Self; 6] = [Self::HungUp, Self::MicrophoneGone, Self::LoudspeakerGone, Self::NoMessage, Self::OtherWay, Self::OtherFormat];

    /// Which of them an error of cpal's with this text is.
    pub(crate) fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.english() == text)
    }

    /// In words.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::HungUp => message!("pulse-hung-up"),
            Self::MicrophoneGone => message!("pulse-microphone-gone"),
            Self::LoudspeakerGone => message!("pulse-loudspeaker-gone"),
            Self::NoMessage => message!("pulse-no-message"),
            Self::OtherWay => message!("pulse-other-way"),
            Self::OtherFormat => message!("pulse-other-format"),
        }
    }

    /// As the text of an error.
    pub(super) fn english(self) -> String {
        Words::english().say(self.words())
    }

    /// As an error of cpal's.
    pub(super) fn error(self, kind: ErrorKind) -> Error {
        Error::with_message(kind, self.english())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_known_again_by_its_text() {
        for own in Own::ALL {
            assert_eq!(Own::of(&own.error(ErrorKind::StreamInvalidated).to_string()), Some(own));
        }
        assert_eq!(Own::of("Connection refused"), None);
    }
}
