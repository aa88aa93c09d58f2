//! A checklist for reports of qualitative work: what it asks, item by item, and which of our records may answer. It is data: two come with the
//! program, a study has its own beside its other files. What records may be asked for is a closed list of [`Source`]s.

use std::collections::BTreeMap;

/// A text in several languages, or one for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InLanguages {
    /// The text for every language that has none of its own.
    pub any: String,
    /// The others, by their tags.
    pub by_tag: BTreeMap<String, String>,
}

impl InLanguages {
    /// It in the language of this tag.
    pub fn said(&self, tag: &str) -> &str {
        self.by_tag.get(tag).unwrap_or(&self.any)
    }
}

/// What a checklist asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecklistItem {
    /// Its number, or what stands for one, as the checklist has it.
    pub item: String,
    /// The part of the checklist that it belongs to.
    pub part: InLanguages,
    /// What it asks, in short.
    pub asks: InLanguages,
    /// The records that may answer it; none where only a person can.
    pub from: Vec<Source>,
    /// Whether a person has something to add, whatever records say.
    pub is_yours_too: bool,
    /// Where it could be kept next time, where that is not where its records come from.
    pub next: Option<InLanguages>,
}

/// A checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// By which it is asked for, and by which `study.yaml` names it.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Where it was published.
    pub citation: String,
    /// What it asks for, in its order.
    pub items: Vec<ChecklistItem>,
}

/// A record of the study that can answer something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Who led, helped and observed.
    Interviewers,
    /// Their qualifications.
    Credentials,
    /// What they did for a living.
    Occupation,
    /// Their gender.
    Gender,
    /// Their training.
    Training,
    /// How they and the participants knew each other.
    Relation,
    /// What participants knew of them.
    Known,
    /// Where they stand.
    Stance,
    /// How the study analyses.
    Analysis,
    /// Whom it wanted to hear, and who is missing.
    SamplingPlan,
    /// How many were asked, refused and cancelled.
    Refusals,
    /// How many took part.
    SampleSize,
    /// Who they were.
    Sample,
    /// Between which days.
    Dates,
    /// Where, and through what.
    Setting,
    /// Who else was there.
    OthersPresent,
    /// The guides and their versions.
    Guide,
    /// What was changed in them, and why.
    GuideChanges,
    /// How many were interviewed again.
    RepeatInterviews,
    /// How it was recorded.
    Recording,
    /// What was noted.
    FieldNotes,
    /// How long it took.
    Durations,
    /// After how many interviews no new code came up.
    Saturation,
    /// What went back to participants.
    TranscriptsReturned,
    /// The codes on notes.
    Codes,
    /// With what the interviews were held.
    Software,
    /// What participants said of what went back.
    ParticipantChecking,
    /// The quotes for the paper.
    Quotations,
    /// What was agreed to.
    Ethics,
    /// How long it is kept.
    Retention,
    /// What was made of the sound in words.
    Transcripts,
    /// The decision log.
    Decisions,
    /// What went wrong.
    Incidents,
}

impl Source {
    /// Each.
    pub const ALL: [Self; 33] = [
        Self::Interviewers,
        Self::Credentials,
        Self::Occupation,
        Self::Gender,
        Self::Training,
        Self::Relation,
        Self::Known,
        Self::Stance,
        Self::Analysis,
        Self::SamplingPlan,
        Self::Refusals,
        Self::SampleSize,
        Self::Sample,
        Self::Dates,
        Self::Setting,
        Self::OthersPresent,
        Self::Guide,
        Self::GuideChanges,
        Self::RepeatInterviews,
        Self::Recording,
        Self::FieldNotes,
        Self::Durations,
        Self::Saturation,
        Self::TranscriptsReturned,
        Self::Codes,
        Self::Software,
        Self::ParticipantChecking,
        Self::Quotations,
        Self::Ethics,
        Self::Retention,
        Self::Transcripts,
        Self::Decisions,
        Self::Incidents,
    ];

    /// The word that checklists have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Interviewers => "interviewers",
            Self::Credentials => "credentials",
            Self::Occupation => "occupation",
            Self::Gender => "gender",
            Self::Training => "training",
            Self::Relation => "relation",
            Self::Known => "known-of-interviewer",
            Self::Stance => "stance",
            Self::Analysis => "analysis",
            Self::SamplingPlan => "sampling-plan",
            Self::Refusals => "refusals",
            Self::SampleSize => "sample-size",
            Self::Sample => "sample",
            Self::Dates => "dates",
            Self::Setting => "setting",
            Self::OthersPresent => "others-present",
            Self::Guide => "guide",
            Self::GuideChanges => "guide-changes",
            Self::RepeatInterviews => "repeat-interviews",
            Self::Recording => "recording",
            Self::FieldNotes => "field-notes",
            Self::Durations => "durations",
            Self::Saturation => "saturation",
            Self::TranscriptsReturned => "transcripts-returned",
            Self::Codes => "codes",
            Self::Software => "software",
            Self::ParticipantChecking => "participant-checking",
            Self::Quotations => "quotations",
            Self::Ethics => "ethics",
            Self::Retention => "retention",
            Self::Transcripts => "transcripts",
            Self::Decisions => "decisions",
            Self::Incidents => "incidents",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_has_a_word_of_its_own() {
        let mut words = Source::ALL.map(Source::word).to_vec();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Source::ALL.len());
    }

    #[test]
    fn a_text_has_its_own_words_in_some_languages_and_one_for_all_others() {
        let text = InLanguages { any: "who".into(), by_tag: [("nl".to_owned(), "wie".to_owned())].into() };
        assert_eq!(["en", "nl", "fr"].map(|tag| text.said(tag)), ["who", "wie", "who"]);
    }
}
