//! Notes: what the interviewer wrote, when their hand moved, and who may read it.
//!
//! A note has one [`NoteKind`]. Quotes and paraphrases are about what the participant said and may go back to them; observations,
//! follow-ups and memos are the interviewer's own and never do. The difference is a difference of type: only a [`Shareable`] can
//! become part of a letter, and a [`Private`] has no way to turn into one.

mod versions;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;
use serde::Serializer;

use crate::domain::consent::Person;
use crate::domain::errand::ReportId;
use crate::domain::guide::Id;
use crate::domain::seats;
use crate::domain::seats::Seat;
use crate::domain::seats::Table;
use crate::domain::seats::Voice;
use crate::domain::tag::tags;
use crate::domain::tag::untagged;
use crate::domain::text::without_marks;
use crate::domain::time::Position;
use crate::words::say;

/// The number of a note in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub u32);

/// What a note is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// What they said, in our words.
    #[default]
    Paraphrase,
    /// What they said, in their words.
    Quote,
    /// What was seen.
    Observation,
    /// Something to come back to.
    FollowUp,
    /// The interviewer's own thought. Also what a kind is taken for that only a newer hearback knows: it stays with the team.
    #[serde(other)]
    Memo,
}

impl NoteKind {
    /// Every kind, in the order in which the kind key goes through them.
    pub const ALL: [Self; 5] = [Self::Paraphrase, Self::Quote, Self::Observation, Self::FollowUp, Self::Memo];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Paraphrase => "paraphrase",
            Self::Quote => "quote",
            Self::Observation => "observation",
            Self::FollowUp => "follow-up",
            Self::Memo => "memo",
        }
    }

    /// The word that people have for it.
    pub fn words(self) -> String {
        say!("note-kind", kind = self.word())
    }

    /// What is said of a note of this kind where its words are not for everybody: how many they are.
    pub(crate) fn counted(self, text: &str) -> String {
        say!("note-counted", kind = self.words(), count = text.split_whitespace().count())
    }

    /// The sign in front of a note of this kind, one cell wide, the same on every terminal.
    pub(crate) const fn sign(self) -> char {
        match self {
            Self::Paraphrase => '~',
            Self::Quote => '"',
            Self::Observation => '@',
            Self::FollowUp => '?',
            Self::Memo => '#',
        }
    }

    /// The kind of a note that begins with this sign on an empty line. `"` and `~` are dead keys on many keyboards, `#` is for tags.
    pub(crate) const fn begun_by(sign: char) -> Option<Self> {
        match sign {
            '>' => Some(Self::Quote),
            '@' => Some(Self::Observation),
            '?' => Some(Self::FollowUp),
            '(' => Some(Self::Memo),
            _ => None,
        }
    }

    /// The kind after this one, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|k| *k == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Whether the participant may read notes of this kind.
    pub(crate) const fn is_shareable(self) -> bool {
        match self {
            Self::Paraphrase | Self::Quote => true,
            Self::Observation | Self::FollowUp | Self::Memo => false,
        }
    }
}

/// When a note was stamped: the raw moment of the first keystroke, and what was taken off for the time it takes to react.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteStamp {
    /// Where the session stood when the hand moved.
    pub raw: Position,
    /// The reaction offset in milliseconds.
    pub reaction_ms: u32,
}

impl NoteStamp {
    /// The moment the note is about.
    pub fn position(self) -> Position {
        self.raw.back(Duration::from_millis(u64::from(self.reaction_ms)))
    }

    /// The same hand's moment, with so much more taken off; never from before the beginning.
    #[must_use]
    pub(crate) fn earlier(self, by: Duration) -> Self {
        self.moved(self.position().back(by))
    }

    /// The same hand's moment for what was at `position`, which lies before it.
    fn moved(self, position: Position) -> Self {
        let raw = self.raw.max(position);
        let reaction_ms = u32::try_from(raw.since(position).as_millis()).unwrap_or(u32::MAX);
        Self { raw, reaction_ms }
    }
}

/// A note that is being written: what is kept of it on disk once a second, and what becomes the note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is to be.
    pub kind: NoteKind,
    /// What was written so far.
    pub text: String,
    /// When the hand moved.
    pub stamp: NoteStamp,
    /// The question that was open when the hand moved.
    pub question: Option<Id>,
    /// Whether the hand moved off the record.
    pub off_record: bool,
    /// The note that this is to be another version of; a new one where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revises: Option<NoteId>,
    /// Where that ends of which it says the words, if that is known: it is a quote of a passage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Position>,
}

impl Draft {
    /// `note`, taken up to be written anew: its moment is where it is now.
    pub(crate) fn of(note: &Note, table: Option<&Table>) -> Self {
        Self {
            kind: note.kind,
            text: note.line(table),
            stamp: note.stamp.moved(note.position),
            question: note.question.clone(),
            off_record: note.off_record,
            revises: Some(note.id),
            until: note.until,
        }
    }

    /// Whether it says of `note` nothing else than that says itself.
    pub(crate) fn is_as(&self, note: &Note, table: Option<&Table>) -> bool {
        let text = note.line(table);
        let same = (self.kind, self.text.as_str(), self.stamp.position()) == (note.kind, text.as_str(), note.position);
        same && self.question == note.question
    }
}

/// What a note is or was at a time: all of it that can be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its kind.
    pub kind: NoteKind,
    /// Its text.
    pub text: String,
    /// Its position.
    pub position: Position,
    /// The question it belongs to.
    #[serde(default)]
    pub question: Option<Id>,
}

/// What a note was once, and what becomes of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    was: Revision,
    until: Option<Position>,
    /// Who was heard in it then.
    heard: Heard,
    /// The notes that hold words of it since, because they were split off.
    parts: BTreeSet<NoteId>,
    /// Whether somebody who was heard in it takes no part any more.
    left: bool,
    /// Whether words of it are not to be used.
    lost: bool,
}

/// What of a note's earlier versions may be shown, as programs have it.
fn shown<S: Serializer>(versions: &[Version], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(versions.iter().filter_map(Version::shown))
}

impl Version {
    fn shown(&self) -> Option<&Revision> {
        (!self.left && !self.lost).then_some(&self.was)
    }
}

/// To which question a change of a note says that it belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Option<Id>")]
pub enum Belongs {
    /// To that to which it did: nothing is said of it.
    #[default]
    AsBefore,
    /// To this one, or, where there is none, to none.
    To(Option<Id>),
}

impl From<Option<Id>> for Belongs {
    fn from(question: Option<Id>) -> Self {
        Self::To(question)
    }
}

impl Serialize for Belongs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::AsBefore => serializer.serialize_none(),
            Self::To(question) => question.serialize(serializer),
        }
    }
}

impl Belongs {
    /// Whether nothing is said: a journal has no field for it then.
    pub(crate) fn is_as_before(&self) -> bool {
        *self == Self::AsBefore
    }
}

/// Text stamped with a position; without text, a moment.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact by itself, and a journal says each by itself")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its number.
    pub id: NoteId,
    /// What it is.
    pub kind: NoteKind,
    /// What was written; empty for a moment.
    pub text: String,
    /// When the hand moved.
    pub stamp: NoteStamp,
    /// The moment it is about; the stamp's until somebody moves it.
    pub position: Position,
    /// Where that ends which it is about, from that moment on; nothing where nobody knows: most notes are of a moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Position>,
    /// The question that was open.
    pub question: Option<Id>,
    /// Written while the conversation was off the record.
    pub off_record: bool,
    /// Written after the interview ended.
    pub late: bool,
    /// Taken back; kept, and shown nowhere.
    pub struck: bool,
    /// Not to be used, as the participant said; kept in the journal, and shown nowhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withheld: bool,
    /// What it was before, oldest first.
    #[serde(rename = "revisions", serialize_with = "shown")]
    pub(crate) versions: Vec<Version>,
    /// The mark that something must be reported of which it says what was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportId>,
    /// Who is heard in it, in a group; without those who take no part any more.
    #[serde(default, skip_serializing_if = "Voice::is_nobodys")]
    pub voice: Voice,
    /// The same with them, each as whoever sat there then.
    #[serde(skip)]
    pub(crate) heard: Heard,
    /// The notes whose words went over into it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<NoteId>,
    /// The notes that hold words which stood in it once: they were split off from it, or are two again.
    #[serde(skip)]
    pub(crate) parts: BTreeSet<NoteId>,
    /// Whether any of these words are not to be used.
    #[serde(skip)]
    pub(crate) lost: bool,
}

/// Who was heard in a note when it was written: the seats, and whose they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) voice: Voice,
    people: Vec<(Seat, Person)>,
}

impl Heard {
    /// `voice` at `table`.
    pub(crate) fn at(voice: Voice, table: Option<&Table>) -> Self {
        let person = |seat: &Seat| Some((*seat, table?.person(*seat)?.clone()));
        let people = voice.seats.iter().chain(&voice.answers).filter_map(person).collect();
        Self { voice, people }
    }

    /// Whose seat it was then.
    pub(crate) fn person(&self, seat: Seat) -> Option<&Person> {
        self.people.iter().find(|(at, _)| *at == seat).map(|(_, person)| person)
    }

    /// Those of the seats whose people are among `gone`.
    fn gone(&self, gone: &[Person]) -> Vec<Seat> {
        self.people.iter().filter(|(_, person)| gone.contains(person)).map(|(seat, _)| *seat).collect()
    }
}

impl Note {
    /// Whether it is there for anybody: nobody took it back, whoever said it takes part, and does not mind that it is used.
    pub fn stands(&self) -> bool {
        !self.struck && !self.is_gone()
    }

    /// Whether it is not to be used, as they said, or is the turn of somebody who takes no part any more. Words that were said together go with
    /// each of those who said them; of those who nodded together the others stay.
    pub fn is_gone(&self) -> bool {
        let left = self.voice.seats.len();
        self.withheld || left < self.heard.voice.seats.len() && (left == 0 || !self.is_moment())
    }

    /// Those of whom nothing is left any more are not heard in it, and what it was while somebody was heard in it goes with them.
    pub(crate) fn heed(&mut self, gone: &[Person]) {
        self.voice = self.heard.voice.without(&self.heard.gone(gone));
        for version in &mut self.versions {
            version.left = !version.heard.gone(gone).is_empty();
        }
        self.follow_the_words();
    }

    /// Who is heard in it, as far as it is known whose seats they were then.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.voice.seats.iter().filter_map(|seat| self.heard.person(*seat))
    }

    /// Whether it cannot be said whose words it holds, where somebody's may not be kept.
    pub(crate) fn doubt(&mut self, doubted: bool) {
        self.voice = if doubted { Voice::default() } else { self.heard.voice.clone() };
        for version in &mut self.versions {
            version.left = doubted && !version.heard.voice.is_nobodys();
        }
    }

    /// The line by which it would be written.
    pub(crate) fn line(&self, table: Option<&Table>) -> String {
        seats::line(&self.voice, &self.text, table)
    }

    /// Where that lies which it is about, of which both ends are known: where it is now, and where the hand had put it.
    pub(crate) fn extents(&self) -> Option<[(Position, Position); 2]> {
        let lasts = self.until?.since(self.position);
        Some([self.position, self.stamp.position()].map(|from| (from, from.forward(lasts))))
    }

    /// From where on it is listened to: a little before it, because people write late; of what has a beginning, from that on.
    pub fn heard_from(&self, lead_in: Duration) -> Position {
        if self.until.is_some() { self.position } else { self.position.back(lead_in) }
    }

    /// What its text is tagged with.
    pub fn tags(&self) -> Vec<&str> {
        tags(&self.text)
    }

    /// What stands in its place: its words, or what was done without any.
    pub fn told(&self) -> Option<String> {
        match (self.is_moment(), self.voice.is_nobodys()) {
            (false, _) => Some(self.text.clone()),
            (true, false) => Some(self.voice.what()),
            (true, true) => None,
        }
    }

    /// Whether this is a moment: a stamp without text.
    pub fn is_moment(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The note as what it is: something the participant may read, or something they may not.
    ///
    /// Whatever was written off the record, was taken back, or has no text but tags is private whatever its kind.
    pub(crate) fn sorted(&self) -> Sorted<'_> {
        if self.kind.is_shareable() && !self.off_record && self.stands() && !untagged(&self.text).is_empty() {
            Sorted::Shareable(Shareable(self))
        } else {
            Sorted::Private(Private(self))
        }
    }

    /// The note, if the participant may read it.
    pub fn shareable(&self) -> Option<Shareable<'_>> {
        match self.sorted() {
            Sorted::Shareable(note) => Some(note),
            Sorted::Private(_) => None,
        }
    }
}

/// A note by who may read it.
#[derive(Clone, Copy, Debug)]
pub enum Sorted<'a> {
    /// The participant may.
    Shareable(Shareable<'a>),
    /// Only the research team may.
    Private(Private<'a>),
}

/// A note that the participant may read. Only [`Note::sorted`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shareable<'a>(&'a Note);

impl<'a> Shareable<'a> {
    /// Its number.
    pub fn id(self) -> NoteId {
        self.0.id
    }

    /// What was written. The tags in it are the team's.
    pub fn text(self) -> Cow<'a, str> {
        untagged(&self.0.text)
    }

    /// The same without quotation marks around all of it, for where it is set as a quotation.
    pub fn words(self) -> String {
        without_marks(&self.text()).to_owned()
    }

    /// Whether these are the participant's own words.
    pub(crate) fn is_quote(self) -> bool {
        self.0.kind == NoteKind::Quote
    }

    /// The moment it is about.
    pub fn position(self) -> Position {
        self.0.position
    }

    /// The question that was open.
    pub fn question(self) -> Option<&'a Id> {
        self.0.question.as_ref()
    }
}

/// A note that stays with the research team. It offers nothing that a letter could be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Private<'a>(&'a Note);

impl Private<'_> {
    /// Its number.
    pub fn id(self) -> NoteId {
        self.0.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(kind: NoteKind) -> Note {
        let stamp = NoteStamp { raw: Position::from_secs(10), reaction_ms: 1500 };
        let text = "turn the switch".to_owned();
        let (position, versions) = (stamp.position(), vec![]);
        let (voice, heard) = (Voice::default(), Heard::default());
        let (off_record, late, struck, withheld, question) = (false, false, false, false, None);
        Note {
            id: NoteId(1),
            kind,
            text,
            stamp,
            position,
            until: None,
            question,
            off_record,
            late,
            struck,
            withheld,
            versions,
            report: None,
            voice,
            heard,
            joined: Vec::new(),
            parts: BTreeSet::new(),
            lost: false,
        }
    }

    #[test]
    fn only_quotes_and_paraphrases_may_be_read() {
        let readable: Vec<NoteKind> = NoteKind::ALL.into_iter().filter(|k| note(*k).shareable().is_some()).collect();
        assert_eq!(readable, [NoteKind::Paraphrase, NoteKind::Quote]);
    }

    #[test]
    fn what_was_said_off_the_record_stays_there() {
        let change: [fn(&mut Note); 4] =
            [|n| n.off_record = true, |n| n.struck = true, |n| n.text = " ".into(), |n| n.text = "#pain #rest".into()];
        for change in change {
            let mut quote = note(NoteKind::Quote);
            change(&mut quote);
            assert!(quote.shareable().is_none());
        }
    }

    #[test]
    fn the_stamp_is_earlier_than_the_hand_but_never_before_the_start() {
        assert_eq!(note(NoteKind::Quote).position, Position::from_millis(8_500));
        assert_eq!(NoteStamp { raw: Position::from_millis(400), reaction_ms: 1500 }.position(), Position::START);
    }

    #[test]
    fn the_kind_key_goes_round() {
        let mut kind = NoteKind::default();
        for _ in NoteKind::ALL {
            kind = kind.next();
        }
        assert_eq!(kind, NoteKind::default());
    }
}
