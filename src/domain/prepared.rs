//! What a form was told and found out before an interview, beside who sits there and consent: how they want their summary,
//! and whether the voice from the other end of a call is heard. Values only.
//!
//! Nothing here names anybody or says where somebody lives: an address belongs in the key list, outside the study.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::lenient;
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
        *self = Self { summary, far_voice: later.far_voice.or(self.far_voice) };
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
    fn a_form_that_only_a_newer_one_knows_costs_nothing_else() {
        let told: Prepared = serde_json::from_str(r#"{"summary":{"form":"braille","way":"mail"},"moon":"full"}"#).unwrap();
        assert_eq!(told.summary, SummaryWish { form: None, way: Some(SummaryWay::Mail) });
        assert_eq!(told.summary.words(), "by e-mail; in which form was not asked");
    }
}
