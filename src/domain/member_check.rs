//! The member check after the summary is written: what a session's journal knows of its letters, what was asked before one went, when and
//! how it went, what came back, and what was done about that.
//!
//! Silence is never agreement: what came of a letter follows from what they said ([`came`]), and that nothing came is written down by a person
//! after the last day, or not at all. A later reply adds, and overwrites nothing; what is mended within the same one is said by [`acts`]. What
//! was read back in the room
//! ([`crate::domain::evening`]) is no answer to a letter and is not counted here. Here stands what happened; what may happen is
//! [`registering`]'s and the session's to say, and how a letter stands, [`register`]'s.

pub mod acts;
pub mod before;
pub mod came;
pub mod line;
pub mod register;
pub mod registering;
pub mod reply;
pub mod sent;
pub mod told;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::member_check::before::BeforeAnswer;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::sent::AsWritten;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::member_check::sent::Sending;
use crate::domain::stands::Stands;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::CheckKind;
use crate::words::say;

/// A version of the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Its statements, in its order and its words; none where an earlier hearback wrote it, and did not say.
    pub statements: Vec<AsWritten>,
    /// The last day to answer that stands in it, `yyyy-mm-dd`; empty where that is not known.
    pub reply_by: String,
    /// How often words of a statement had gone over into another then, and of a note.
    pub(crate) words_went: usize,
    pub(crate) note_words_went: usize,
    /// The day on which it was written, `yyyy-mm-dd`; empty where that is not known.
    pub on: String,
    /// Whether it asks if it was understood, or what they think of it now.
    pub called: CheckKind,
}

/// Something that was done with a letter. The order counts: what was asked before one went was asked of that one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Done {
    Checked(LetterChecked),
    Sent(LetterSent),
    NoReply(NoReply),
}

/// What came of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// They said yes to each of its statements.
    Agreed,
    /// They said yes to some, and nothing to the others.
    AgreedInPart,
    /// They objected to none, and added something.
    Added,
    /// They objected to some of it, or asked to leave some of it out.
    Disagreed,
    /// They would rather not.
    Declined,
    /// Nothing came, and nothing is waited for any more.
    NoReply,
}

impl Outcome {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::Agreed, Self::AgreedInPart, Self::Added, Self::Disagreed, Self::Declined, Self::NoReply];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::AgreedInPart => "agreed-in-part",
            Self::Added => "added",
            Self::Disagreed => "disagreed",
            Self::Declined => "declined",
            Self::NoReply => "no-reply",
        }
    }

    /// It in words, of a letter that was called so.
    pub fn words(self, called: CheckKind) -> String {
        match called {
            CheckKind::Check => say!("outcome", outcome = self.word()),
            CheckKind::Reflection => say!("outcome-reflection", outcome = self.word()),
        }
    }
}

/// What came of asking something before a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'c> {
    /// Nobody has asked.
    Not,
    /// It was asked, but before the letter that went last.
    Before(&'c LetterChecked),
    /// It was asked of the one that goes next.
    Now(&'c LetterChecked),
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberCheck {
    versions: BTreeMap<u32, Version>,
    /// Each with whether it stands: what is done once more stands where it stood.
    done: Vec<(Done, Stands)>,
    remarks: BTreeMap<RemarkId, Remark>,
    /// The highest number that a remark ever had.
    last_remark: u32,
    dispositions: BTreeMap<RemarkId, Disposition>,
    /// How much had been withheld when each remark came.
    withheld_before: BTreeMap<RemarkId, usize>,
    /// How many wordings there have been of each statement.
    wordings: BTreeMap<StatementId, u32>,
}

impl MemberCheck {
    /// A version was written. What was written once stays what it is.
    pub(crate) fn written(&mut self, number: u32, version: Version) {
        self.versions.entry(number).or_insert(version);
    }

    /// A statement has words, or other words.
    pub(crate) fn worded(&mut self, statement: StatementId) {
        let count = self.wordings.entry(statement).or_default();
        *count = count.saturating_add(1);
    }

    /// Something was asked before a letter goes.
    pub(crate) fn checked(&mut self, checked: &LetterChecked) {
        let one = LetterChecked { stands: Stands::Stands, ..checked.clone() };
        self.keep(Done::Checked(one), checked.stands);
    }

    /// A letter or a reminder went.
    pub(crate) fn sent(&mut self, sent: &LetterSent) {
        let one = LetterSent { stands: Stands::Stands, ..sent.clone() };
        self.keep(Done::Sent(one), sent.stands);
    }

    /// Nothing came.
    pub(crate) fn not_replied(&mut self, none: &NoReply) {
        let one = NoReply { stands: Stands::Stands, ..none.clone() };
        self.keep(Done::NoReply(one), none.stands);
    }

    /// It stands, where it stood if it was taken back before; or it does not.
    fn keep(&mut self, one: Done, stands: Stands) {
        let is_it = |(done, stood): &(Done, Stands)| *done == one && *stood == stands.opposite();
        match (self.done.iter().rposition(is_it), stands) {
            (Some(at), _) => self.done[at].1 = stands,
            (None, Stands::Stands) => self.done.push((one, stands)),
            (None, Stands::TakenBack) => {}
        }
    }

    fn standing(&self) -> impl DoubleEndedIterator<Item = &Done> {
        self.done.iter().filter(|(_, stands)| stands.holds()).map(|(done, _)| done)
    }

    /// Something came back, when so much was withheld. The same number again is the same remark, mended; where it cannot be read, or is another
    /// remark's, it gets one of its own: what they said is not written over.
    pub(crate) fn replied(&mut self, remark: &Remark, withheld: usize) {
        let is_readable = remark.remark != RemarkId::default();
        match remark.stands {
            Stands::Stands => {
                let is_free = is_readable && self.remark(remark.remark).is_none_or(|one| one.is_the_same(remark));
                let id = if is_free { remark.remark } else { self.next_remark() };
                self.last_remark = self.last_remark.max(id.0);
                self.withheld_before.entry(id).or_insert(withheld);
                self.remarks.insert(id, Remark { remark: id, ..remark.clone() });
            }
            Stands::TakenBack if is_readable => {
                self.last_remark = self.last_remark.max(remark.remark.0);
                self.remarks.remove(&remark.remark);
            }
            // Which one is taken back nobody can read: a yes that says the same is none any more, and a no stays.
            Stands::TakenBack => {
                let says_so = |one: &Remark| one.is_yes() && one.says == remark.says && one.is_the_same(remark);
                self.remarks.retain(|_, one| !says_so(one));
            }
        }
    }

    /// Something was done about a remark.
    pub(crate) fn disposed(&mut self, disposition: &Disposition) {
        match disposition.stands {
            Stands::Stands => drop(self.dispositions.insert(disposition.remark, disposition.clone())),
            Stands::TakenBack => drop(self.dispositions.remove(&disposition.remark)),
        }
    }

    /// The version with this number, as it was written.
    pub fn version(&self, version: u32) -> Option<&Version> {
        self.versions.get(&version)
    }

    /// The versions that were written, the first one first.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = (u32, &Version)> {
        self.versions.iter().map(|(n, version)| (*n, version))
    }

    /// How many wordings there have been of this statement.
    pub fn wording(&self, statement: StatementId) -> u32 {
        self.wordings.get(&statement).copied().unwrap_or(0)
    }

    fn sendings(&self) -> impl DoubleEndedIterator<Item = &LetterSent> {
        self.standing().filter_map(|done| if let Done::Sent(sent) = done { Some(sent) } else { None })
    }

    /// How this version went to them, if it did.
    pub fn sent_as(&self, version: u32) -> Option<&LetterSent> {
        self.sendings().find(|sent| sent.version == version && sent.is == Sending::Letter)
    }

    /// The letter that went to them last.
    pub fn last_sent(&self) -> Option<&LetterSent> {
        self.sendings().rfind(|sent| sent.is == Sending::Letter)
    }

    /// The reminder of this version, if one went.
    pub fn reminder(&self, version: u32) -> Option<&LetterSent> {
        self.sendings().find(|sent| sent.version == version && sent.is == Sending::Reminder)
    }

    /// That nothing came back on this version, if somebody wrote that down. What came after it counts all the same.
    pub fn no_reply(&self, version: u32) -> Option<&NoReply> {
        let all = self.standing().filter_map(|done| if let Done::NoReply(none) = done { Some(none) } else { None });
        all.rev().find(|none| none.version == version)
    }

    /// What came of asking this. What was asked before the last letter went was asked of that one.
    pub fn asked(&self, item: BeforeItem) -> Asked<'_> {
        let all: Vec<&Done> = self.standing().collect();
        let went = all.iter().rposition(|done| matches!(done, Done::Sent(sent) if sent.is == Sending::Letter));
        let of = |done: &&Done| matches!(done, Done::Checked(checked) if checked.is == item);
        match all.iter().rposition(of).map(|at| (at, all[at])) {
            Some((at, Done::Checked(checked))) if went.is_none_or(|went| at > went) => Asked::Now(checked),
            Some((_, Done::Checked(checked))) => Asked::Before(checked),
            _ => Asked::Not,
        }
    }

    /// Whether this was asked.
    pub(crate) fn has_checked(&self, checked: &LetterChecked) -> bool {
        let wanted = Done::Checked(LetterChecked { stands: Stands::Stands, ..checked.clone() });
        self.standing().any(|done| *done == wanted)
    }

    /// Whether this went.
    pub(crate) fn has_sent(&self, sent: &LetterSent) -> bool {
        self.sendings().any(|one| *one == LetterSent { stands: Stands::Stands, ..sent.clone() })
    }

    /// What no letter goes against: a no, whenever it was said, until it is answered otherwise.
    pub fn bar(&self) -> Option<&LetterChecked> {
        let items = BeforeItem::ALL.into_iter().chain([BeforeItem::Newer]).filter(|item| item.bars());
        let said = items.filter_map(|item| match self.asked(item) {
            Asked::Before(checked) | Asked::Now(checked) => Some(checked),
            Asked::Not => None,
        });
        said.into_iter().find(|checked| checked.answer == BeforeAnswer::No)
    }

    /// All that came back, in the order of its numbers.
    pub fn remarks(&self) -> impl DoubleEndedIterator<Item = &Remark> {
        self.remarks.values()
    }

    /// What came back on this version.
    pub fn remarks_on(&self, version: u32) -> impl DoubleEndedIterator<Item = &Remark> {
        self.remarks().filter(move |remark| remark.version == version)
    }

    /// The remark of this number.
    pub fn remark(&self, id: RemarkId) -> Option<&Remark> {
        self.remarks.get(&id)
    }

    /// The number of the next remark.
    pub fn next_remark(&self) -> RemarkId {
        let is_free = |id: &u32| !self.remarks.contains_key(&RemarkId(*id));
        RemarkId(self.last_remark.checked_add(1).or_else(|| (1..=u32::MAX).find(is_free)).unwrap_or(u32::MAX))
    }

    /// What they said last of this statement, as this version has it.
    pub fn answer(&self, version: u32, statement: StatementId) -> Option<&Remark> {
        let of_it = |remark: &&Remark| remark.is == RemarkKind::Answer && remark.statement == Some(statement);
        self.remarks_on(version).filter(of_it).max_by_key(|remark| remark.came())
    }

    /// What was done about a remark.
    pub fn disposition(&self, remark: RemarkId) -> Option<&Disposition> {
        self.dispositions.get(&remark)
    }

    /// The remarks about which something is to be done and nothing was.
    pub fn open(&self) -> impl Iterator<Item = &Remark> {
        self.remarks().filter(|one| one.wants_an_answer() && !self.is_seen_to(one))
    }

    /// What they asked not to be used, and about which nothing was done: it may still be in the next letter.
    pub fn still_to_leave_out(&self) -> impl Iterator<Item = &Remark> {
        self.remarks().filter(|remark| remark.is == RemarkKind::NotUsed && !self.is_seen_to(remark))
    }

    /// Whether something was done about a remark that is known here, and is enough: what they do not want used is left out, and no less.
    fn is_seen_to(&self, remark: &Remark) -> bool {
        self.disposition(remark.remark).is_some_and(|done| match (remark.is, done.is) {
            (_, Disposed::Newer) => false,
            (RemarkKind::NotUsed, is) => is == Disposed::Withdrawn,
            _ => true,
        })
    }

    /// How much had been withheld when this remark came.
    pub(crate) fn withheld_before(&self, remark: RemarkId) -> usize {
        self.withheld_before.get(&remark).copied().unwrap_or(0)
    }

    /// What bars that anything goes to them: that they take no part any more, or something that nobody here can read.
    pub fn barred_by(&self) -> Option<&Remark> {
        self.remarks().find(|remark| remark.is.bars())
    }

    /// What `event` was before: what takes it back where it was something else, or nothing.
    pub(crate) fn remark_before(&self, remark: &Remark) -> Remark {
        match (remark.stands, self.remark(remark.remark)) {
            (_, Some(before)) => before.clone(),
            (Stands::Stands, None) => Remark { stands: Stands::TakenBack, ..remark.clone() },
            (Stands::TakenBack, None) => Remark { stands: Stands::Stands, ..remark.clone() },
        }
    }

    /// The same of what was done about a remark.
    pub(crate) fn disposition_before(&self, disposition: &Disposition) -> Disposition {
        match (disposition.stands, self.disposition(disposition.remark)) {
            (_, Some(before)) => before.clone(),
            (Stands::Stands, None) => Disposition { stands: Stands::TakenBack, ..disposition.clone() },
            (Stands::TakenBack, None) => Disposition { stands: Stands::Stands, ..disposition.clone() },
        }
    }
}
