//! What a form was told and found out before an interview, beside who sits there and consent: how they want their summary,
//! whether the voice from the other end of a call is heard, and what a check of the room found. Values only.
//!
//! Nothing here names anybody or says where somebody lives: an address belongs in the key list, outside the study.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::lenient;
use crate::domain::time::Stamp;
use crate::words::say;

/// What was told and found out; what nobody asked or tried is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// How they want their summary.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "SummaryWish::is_unsaid")]
    pub summary: SummaryWish,
    /// Whether the voice from the other end reached the microphone, in an interview by video.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub far_voice: Option<FarVoice>,
    /// What the check of the room found before the beginning: some seconds that were recorded, played and deleted.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub room_check: Option<RoomCheck>,
}

impl Prepared {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// `later` was told or found out since: it counts, and what it does not speak of stays.
    pub(crate) fn hear(&mut self, later: &Self) {
        let SummaryWish { form, way } = later.summary;
        let summary = SummaryWish { form: form.or(self.summary.form), way: way.or(self.summary.way) };
        let room_check = later.room_check.clone().or_else(|| self.room_check.take());
        *self = Self { summary, far_voice: later.far_voice.or(self.far_voice), room_check };
    }
}

/// A check of the room: five seconds were recorded, played from the disk and deleted. Of their sound no more is kept than this.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomCheck {
    /// When it was over and deleted.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// The microphone, as people call it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub device: String,
    /// Whether a voice was heard.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub found: Option<RoomFound>,
    /// The loudest of it, in whole dBFS; nothing if no level came.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub peak_db: Option<i32>,
    /// What became of playing it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub playback: Option<RoomPlayback>,
}

/// Whether a voice was heard in a check of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoomFound {
    /// It was.
    VoiceHeard,
    /// It was not.
    NothingHeard,
}

/// What became of playing what was recorded in a check of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoomPlayback {
    /// All of it was played.
    Played,
    /// A key ended it.
    CutShort,
    /// There was no loudspeaker that would play it.
    NoLoudspeaker,
}

impl RoomCheck {
    /// It in words, with the time of day.
    pub fn words(&self) -> String {
        let found = match self.found {
            Some(RoomFound::VoiceHeard) => say!("room-found-heard"),
            Some(RoomFound::NothingHeard) => say!("room-found-nothing"),
            None => say!("room-found-unknown"),
        };
        let playback = match self.playback {
            Some(RoomPlayback::Played) => say!("room-played"),
            Some(RoomPlayback::CutShort) => say!("room-cut-short"),
            Some(RoomPlayback::NoLoudspeaker) => say!("room-no-loudspeaker"),
            None => say!("room-playback-unknown"),
        };
        let deleted = match self.at {
            Some(at) => say!("room-deleted-at", time = at.time_of_day()),
            None => say!("room-deleted"),
        };
        [found, playback, deleted].join(", ")
    }
}

/// Whether the voice from the other end of a call was heard from the microphone here, when it was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FarVoice {
    /// It was.
    Heard,
    /// It was not.
    NotHeard,
}

impl FarVoice {
    /// It in words.
    pub fn words(self) -> String {
        match self {
            Self::Heard => say!("far-voice-heard"),
            Self::NotHeard => say!("far-voice-not-heard"),
        }
    }
}

/// How a participant wants the summary of their interview; nothing of what nobody asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryWish {
    /// In which form.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub form: Option<SummaryForm>,
    /// By which way.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub way: Option<SummaryWay>,
}

/// In which form somebody reads, or hears, what was understood of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SummaryForm {
    /// A letter like any other.
    Ordinary,
    /// In large letters.
    LargeLetters,
    /// In easy words.
    EasyWords,
    /// Read aloud to them.
    ReadAloud,
}

/// By which way it comes to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SummaryWay {
    /// By post.
    Post,
    /// By e-mail.
    Mail,
    /// From hand to hand.
    Hand,
}

impl SummaryForm {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ordinary, Self::LargeLetters, Self::EasyWords, Self::ReadAloud];

    /// It in words.
    pub fn words(self) -> String {
        match self {
            Self::Ordinary => say!("summary-form-ordinary"),
            Self::LargeLetters => say!("summary-form-large-letters"),
            Self::EasyWords => say!("summary-form-easy-words"),
            Self::ReadAloud => say!("summary-form-read-aloud"),
        }
    }
}

impl SummaryWay {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Post, Self::Mail, Self::Hand];

    /// It in words.
    pub fn words(self) -> String {
        match self {
            Self::Post => say!("summary-way-post"),
            Self::Mail => say!("summary-way-mail"),
            Self::Hand => say!("summary-way-hand"),
        }
    }
}

impl SummaryWish {
    /// Whether nobody said anything of it.
    pub fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }

    /// It in words; what was not asked is said to be that.
    pub fn words(&self) -> String {
        match (self.form.map(SummaryForm::words), self.way.map(SummaryWay::words)) {
            (Some(form), Some(way)) => format!("{form}, {way}"),
            (Some(form), None) => say!("summary-way-not-asked", form = form),
            (None, Some(way)) => say!("summary-form-not-asked", way = way),
            (None, None) => say!("summary-not-asked"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_later_counts_and_what_it_does_not_speak_of_stays() {
        let read = |text: &str| serde_json::from_str::<Prepared>(text).unwrap();
        let mut told = read(r#"{"summary":{"form":"large-letters","way":"post"}}"#);
        told.hear(&read(r#"{"summary":{"way":"hand"}}"#));
        assert_eq!(told.summary, SummaryWish { form: Some(SummaryForm::LargeLetters), way: Some(SummaryWay::Hand) });
        assert_eq!(told.summary.words(), "in large letters, handed to them");
        assert_eq!(serde_json::to_string(&told).unwrap(), r#"{"summary":{"form":"large-letters","way":"hand"}}"#);
        told.hear(&Prepared::default());
        assert!(!told.is_empty() && read("{}").is_empty());
    }

    #[test]
    fn of_a_check_of_the_room_what_nobody_here_can_read_costs_nothing_else() {
        let told: Prepared = serde_json::from_str(
            r#"{"far_voice":"heard","room_check":{"at":"noon","device":"USB Mic","found":"singing","peak_db":-12,"playback":"played"}}"#,
        )
        .unwrap();
        let check = told.room_check.clone().unwrap();
        assert_eq!((check.at, check.found, check.peak_db, check.playback), (None, None, Some(-12), Some(RoomPlayback::Played)));
        assert_eq!((check.device.as_str(), told.far_voice), ("USB Mic", Some(FarVoice::Heard)));
        assert_eq!(check.words(), "recorded, played, deleted");
        let mut kept = told.clone();
        kept.hear(&Prepared::default());
        assert_eq!(kept, told, "a form that checked nothing takes no check back");
        let mut other: Prepared = serde_json::from_str(r#"{"room_check":7}"#).unwrap();
        assert!(other.is_empty());
        other.hear(&told);
        assert_eq!(other, told);
    }

    #[test]
    fn a_form_that_only_a_newer_one_knows_costs_nothing_else() {
        let told: Prepared = serde_json::from_str(r#"{"summary":{"form":"braille","way":"mail"},"moon":"full"}"#).unwrap();
        assert_eq!(told.summary, SummaryWish { form: None, way: Some(SummaryWay::Mail) });
        assert_eq!(told.summary.words(), "by e-mail; in which form was not asked");
    }
}
