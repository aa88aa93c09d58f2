//! After an interview: what was seen to, what was read back to the participant, and the interviewer's own page.
//!
//! The page is private: no letter, no export and no list holds a word of it. What was read back aloud and found right is said to be that and
//! no more: it is never counted as the member check, for which somebody had time to read. What is still to be seen to follows from the
//! session and is put together in [`crate::domain::loose_end`]; here stands only what somebody did about it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::errand::ReportId;
use crate::domain::guide::Id;
use crate::domain::lenient;
use crate::domain::named::Named;
use crate::domain::named::Worded;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::withheld::WithheldId;
use crate::words::say;

/// Something that is to be seen to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum LooseEnd {
    /// Something that was told and must be reported.
    Report {
        /// Its number.
        report: ReportId,
    },
    /// What the guide has done after a moment of distress.
    FollowUp {
        /// Which moment, counted from 1.
        moment: u32,
        /// Which of the guide's, counted from 1.
        nth: u32,
    },
    /// It became too much at that moment.
    Distress {
        /// When the protocol was opened.
        at: Position,
    },
    /// What they want who took consent back, until it is done.
    Wish,
    /// They asked not to use something: is it the right stretch, or note?
    Withheld {
        /// Which.
        id: WithheldId,
    },
    /// The participant is told how they may be reached, and asked how they leave.
    Debrief,
    /// Whoever waits for word from the interviewer gets it.
    CheckOut,
    /// The recording plays: somebody heard some of it.
    Plays,
    /// The points that were gathered are read back.
    ReadBack,
    /// Something that was noted to come back to.
    ComeBack {
        /// The note.
        note: NoteId,
    },
    /// Questions that nobody asked.
    NotAsked,
    /// A question of which something is still to come.
    Question {
        /// Which.
        question: Id,
    },
    /// Names were said, for whoever transcribes.
    Names,
}

impl Worded for LooseEnd {
    fn words(&self) -> String {
        say!("loose-end", end = self.word())
    }
}

impl LooseEnd {
    /// The word that programs have for its kind.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Report { .. } => "report",
            Self::FollowUp { .. } => "follow-up",
            Self::Distress { .. } => "distress",
            Self::Wish => "wish",
            Self::Withheld { .. } => "withheld",
            Self::Debrief => "debrief",
            Self::CheckOut => "check-out",
            Self::Plays => "plays",
            Self::ReadBack => "read-back",
            Self::ComeBack { .. } => "come-back",
            Self::NotAsked => "not-asked",
            Self::Question { .. } => "question",
            Self::Names => "names",
        }
    }

    /// Whether a key can say that it is done; what cannot goes when it is.
    pub const fn is_closed_by_hand(&self) -> bool {
        match self {
            Self::Wish => false,
            Self::Report { .. }
            | Self::FollowUp { .. }
            | Self::Distress { .. }
            | Self::Withheld { .. }
            | Self::Debrief
            | Self::CheckOut
            | Self::Plays
            | Self::ComeBack { .. }
            | Self::NotAsked
            | Self::Question { .. }
            | Self::ReadBack
            | Self::Names => true,
        }
    }
}

/// That something was seen to: what, what came of it, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenTo {
    /// What.
    #[serde(default)]
    pub end: Named<LooseEnd>,
    /// What came of it, in the interviewer's words; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// When, on the room's clock.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub on: Option<Stamp>,
    /// Whether that still holds.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub stands: Stands,
}

/// What a line of the interviewer's own page is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageLine {
    /// The place, the mood, who came in.
    Place,
    /// What the interviewer steered.
    Steered,
    /// What surprised them.
    Surprised,
    /// What they did not dare to ask.
    NotDared,
    /// How they and the participant know each other.
    Relation,
    /// Anything else. Also what only a newer hearback asks about.
    #[default]
    #[serde(other)]
    Other,
}

impl PageLine {
    /// Every line, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Place, Self::Steered, Self::Surprised, Self::NotDared, Self::Relation, Self::Other];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Steered => "steered",
            Self::Surprised => "surprised",
            Self::NotDared => "not-dared",
            Self::Relation => "relation",
            Self::Other => "other",
        }
    }

    /// The question it answers.
    pub fn words(self) -> String {
        say!("page-line", line = self.word())
    }
}

/// What the interviewer makes of the guide after an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It stays as it is.
    NoChange,
    /// It is to be changed: a proposal for its change log.
    Change,
}

/// The guide was looked at again after the interview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideLookedAt {
    /// What came of it; nothing if that was taken back.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// What is to be changed, and why, in the interviewer's words.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub what: String,
}

/// What a participant said of a point that was read back to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SaidOfIt {
    /// It is right.
    Right,
    /// It is another way.
    Corrected,
    /// It is right, and there is more.
    Added,
}

impl SaidOfIt {
    /// Each, in the order of the card.
    pub const ALL: [Self; 3] = [Self::Right, Self::Corrected, Self::Added];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Corrected => "corrected",
            Self::Added => "added",
        }
    }

    /// The word that people have for it.
    pub fn words(self) -> String {
        say!("said-of-it", answer = self.word())
    }
}

/// A point was read back to the participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadBack {
    /// The note that was read.
    pub note: NoteId,
    /// What they said of it; nothing if that was taken back.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub said: Option<SaidOfIt>,
    /// The note that holds their words, where they said more than that it is right.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub words: Option<NoteId>,
    /// When.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub at: Position,
}

/// What was done after, and towards the end of, an interview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evening {
    seen: Vec<SeenTo>,
    page: BTreeMap<PageLine, String>,
    guide: GuideLookedAt,
    points: Vec<NoteId>,
    read: BTreeMap<NoteId, ReadBack>,
}

impl Evening {
    /// What was done about `end`, if anything was that still holds.
    pub fn seen(&self, end: &LooseEnd) -> Option<&SeenTo> {
        let same = |seen: &&SeenTo| matches!(&seen.end, Named::Known(known) if known == end);
        self.seen.iter().rev().find(same).filter(|seen| seen.stands == Stands::Stands)
    }

    /// What stands on this line of the interviewer's own page; nothing stands on an empty one.
    pub fn page(&self, line: PageLine) -> Option<&str> {
        self.page.get(&line).map(String::as_str)
    }

    /// What was made of the guide.
    pub fn guide(&self) -> &GuideLookedAt {
        &self.guide
    }

    /// The notes that are to be read back, in the order in which they were gathered.
    pub fn points(&self) -> &[NoteId] {
        &self.points
    }

    /// What was said of this point.
    pub fn read_back(&self, note: NoteId) -> Option<&ReadBack> {
        self.read.get(&note).filter(|read| read.said.is_some())
    }

    pub(crate) fn see(&mut self, seen: SeenTo) {
        self.seen.push(seen);
    }

    pub(crate) fn write(&mut self, line: PageLine, text: &str) {
        match text.trim() {
            "" => drop(self.page.remove(&line)),
            text => drop(self.page.insert(line, text.to_owned())),
        }
    }

    pub(crate) fn look_at_guide(&mut self, looked: GuideLookedAt) {
        self.guide = looked;
    }

    pub(crate) fn gather(&mut self, note: NoteId, stands: Stands) {
        if stands == Stands::TakenBack || !self.points.contains(&note) {
            stands.keep(note, &mut self.points);
        }
    }

    pub(crate) fn hear(&mut self, read: ReadBack) {
        self.read.insert(read.note, read);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(end: LooseEnd, stands: Stands) -> SeenTo {
        SeenTo { end: end.into(), outcome: String::new(), on: None, stands }
    }

    #[test]
    fn what_was_seen_to_holds_until_it_is_taken_back() {
        let mut evening = Evening::default();
        assert!(evening.seen(&LooseEnd::Plays).is_none());
        evening.see(seen(LooseEnd::Plays, Stands::Stands));
        assert!(evening.seen(&LooseEnd::Plays).is_some() && evening.seen(&LooseEnd::Names).is_none());
        evening.see(seen(LooseEnd::Plays, Stands::TakenBack));
        assert!(evening.seen(&LooseEnd::Plays).is_none());
    }

    #[test]
    fn an_empty_line_of_the_page_is_none_and_a_point_is_gathered_once() {
        let mut evening = Evening::default();
        evening.write(PageLine::Place, " at the kitchen table ");
        assert_eq!(evening.page(PageLine::Place), Some("at the kitchen table"));
        evening.write(PageLine::Place, "  ");
        assert_eq!(evening.page(PageLine::Place), None);
        for stands in [Stands::Stands, Stands::Stands] {
            evening.gather(NoteId(3), stands);
        }
        assert_eq!(evening.points(), [NoteId(3)]);
        evening.gather(NoteId(3), Stands::TakenBack);
        assert_eq!(evening.points(), []);
    }

    #[test]
    fn what_only_a_newer_one_asks_is_read_as_anything_else_and_costs_nothing() {
        assert_eq!(serde_json::from_str::<PageLine>("\"weather\"").unwrap(), PageLine::Other);
        let read: SeenTo = serde_json::from_str(r#"{"end":{"is":"moon"},"on":"noon"}"#).unwrap();
        assert_eq!((read.end, read.on, read.stands), (Named::Newer { is: "moon".into() }, None, Stands::Stands));
        let read: ReadBack = serde_json::from_str(r#"{"note":3,"said":"perhaps"}"#).unwrap();
        assert_eq!((read.said, read.at), (None, Position::START));
    }
}
