//! The register of a session's letters: how each stands, what it says as it went, and what came back on it, as far as that may be shown.
//!
//! What is withheld, or rests on what is, is shown nowhere, a remark about it neither; of what they do not want to be used the words are shown
//! for as long as somebody has to find what they mean.

use crate::domain::command::Refusal;
use crate::domain::consent::Wish;
use crate::domain::member_check::Asked;
use crate::domain::member_check::MemberCheck;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::registering::NotRegistered;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::sent::AsWritten;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::QuotedAs;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;

/// Days after a reminder in which nothing is said to have come of a letter yet.
const AFTER_REMINDER: i64 = 14;

/// A statement as a version of the letter has it, and what they said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<'s> {
    /// Its number in that version.
    pub number: usize,
    /// Which it is.
    pub statement: StatementId,
    /// Its words as they went; nothing where they are not to be used any more.
    pub words: Option<&'s str>,
    /// Their own words below it, as they went.
    pub quotes: Vec<&'s str>,
    /// All that they said of it, the last one last.
    pub remarks: Vec<&'s Remark>,
}

/// The register of one session.
#[derive(Clone, Copy, Debug)]
pub struct Register<'s> {
    session: &'s Session,
}

impl<'s> Register<'s> {
    /// That of `session`.
    pub fn of(session: &'s Session) -> Self {
        Self { session }
    }

    fn check(self) -> &'s MemberCheck {
        self.session.member_check()
    }

    /// The version that it is about: the one that went last, or else the last that was written.
    pub fn version(&self) -> Option<u32> {
        let written = self.session.letters();
        self.check().last_sent().map(|sent| sent.version).or((written > 0).then_some(written))
    }

    /// What is asked before a letter goes, of what applies to this session, and what came of it.
    pub fn before(&self) -> Vec<(BeforeItem, Asked<'s>)> {
        let applies = |item: &BeforeItem| *item != BeforeItem::CalledFirst || !self.session.distress().is_empty();
        BeforeItem::ALL.into_iter().filter(applies).map(|item| (item, self.check().asked(item))).collect()
    }

    /// The last day to answer this version: the one that stands in it, or what a reminder gives them.
    pub fn last_day(&self, version: u32) -> Option<String> {
        let reply_by = self.check().version(version).map(|one| one.reply_by.clone()).filter(|day| !day.is_empty());
        let later = |sent: &LetterSent| later(&sent.on, AFTER_REMINDER);
        let after = self.check().reminder(version).and_then(later);
        // Where the letter does not say it, they have as long as after a reminder.
        let first = reply_by.or_else(|| self.check().sent_as(version).and_then(later));
        first.max(after)
    }

    /// The statements of a version, as it has them.
    pub fn statements(&self, version: u32) -> Vec<Written<'s>> {
        let check = self.check();
        let all = check.version(version).map_or(&[][..], |version| &version.statements);
        let written = |(number, one): (usize, &'s AsWritten)| {
            let may_say = self.may_say(version, one.statement);
            let quotes = one.quotes.iter().filter(|quote| may_say && self.may_quote(quote)).map(|quote| quote.text.as_str()).collect();
            let remarks = check.remarks_on(version).filter(|remark| remark.statement == Some(one.statement)).collect();
            Written { number, statement: one.statement, words: may_say.then_some(one.text.as_str()), quotes, remarks }
        };
        (1..).zip(all).map(written).collect()
    }

    /// Why a version has no such statement.
    pub(crate) fn no_such_statement(self, version: u32) -> NotRegistered {
        match self.check().version(version) {
            None if self.session.letters() == 0 => NotRegistered::NoLetter,
            Some(_) if !self.is_known(version) => NotRegistered::NotKnown(version),
            _ => NotRegistered::NoSuchStatement(version),
        }
    }

    /// The statement that has this number in a version.
    pub fn numbered(&self, version: u32, number: usize) -> Option<StatementId> {
        self.check().version(version)?.statements.get(number.checked_sub(1)?).map(|one| one.statement)
    }

    /// The number that a statement has in a version.
    pub fn number_of(&self, version: u32, statement: StatementId) -> Option<usize> {
        self.check().version(version)?.statements.iter().position(|one| one.statement == statement).map(|at| at + 1)
    }

    /// Whether it is known what stands in a version: an earlier hearback wrote it down, and did not say.
    pub fn is_known(&self, version: u32) -> bool {
        self.check().version(version).is_some_and(|version| !version.statements.is_empty())
    }

    /// What came back on a version and is about none of its statements.
    pub fn beside(&self, version: u32) -> Vec<&'s Remark> {
        let all = self.check().version(version).map_or(&[][..], |version| &version.statements);
        let is_of_it = |remark: &&Remark| remark.statement.is_none_or(|id| all.iter().all(|one| one.statement != id));
        self.check().remarks_on(version).filter(is_of_it).collect()
    }

    /// Their words in a remark, where they may be shown.
    pub fn words(&self, remark: &'s Remark) -> Option<&'s str> {
        let is_withdrawn = || self.check().disposition(remark.remark).is_some_and(|done| done.is == Disposed::Withdrawn);
        let may = remark.statement.map_or_else(|| !is_withdrawn(), |statement| self.may_say(remark.version, statement));
        (may && !self.session.wants(Wish::DestroyAll)).then_some(remark.words.as_str())
    }

    /// An answer to what is asked before a letter goes, with what may be shown of it.
    pub fn answer(&self, checked: &LetterChecked) -> LetterChecked {
        let mut told = checked.clone();
        if self.session.wants(Wish::DestroyAll) {
            told.words.clear();
        }
        told
    }

    /// What was done about a remark, in words that say nothing of what is not to be used.
    pub fn disposition(&self, remark: &Remark) -> Option<String> {
        let may = self.words(remark).is_some();
        let done = self.check().disposition(remark.remark)?;
        let told = if may { done.clone() } else { Disposition { reason: String::new(), ..done.clone() } };
        Some(told.words())
    }

    /// Whether the words that a statement has in this version may be shown: of none that is withheld, or rests on what is, and of none of
    /// which words are by now in one that is withheld.
    fn may_say(self, version: u32, id: StatementId) -> bool {
        let since = self.check().version(version).map_or(0, |version| version.words_went);
        !self.session.is_taken_back(id, since)
            && self.session.statement(id).is_some_and(|statement| self.session.may_tell(statement).is_ok())
    }

    fn may_quote(self, quote: &QuotedAs) -> bool {
        self.session.may_quote() && self.session.shared_note(quote.note).is_some()
    }

    /// Whether the last version is not what would be written now; nothing where no letter may be written, or an earlier hearback did not say
    /// what is in it.
    pub fn is_out_of_date(&self) -> Option<bool> {
        let last = self.check().version(self.session.letters()).filter(|version| !version.statements.is_empty())?;
        let reads_as = |now: Vec<AsWritten>| {
            last.statements.len() == now.len() && last.statements.iter().zip(&now).all(|(one, other)| one.reads_as(other))
        };
        self.session.may_send().is_ok().then(|| !reads_as(as_written(&Summary::of(self.session))))
    }

    /// Whether anything may go to them, and why not.
    pub fn may_go(&self) -> Result<(), Refusal> {
        self.session.may_send()
    }
}

/// The statements of a letter that is written of `summary`.
pub fn as_written(summary: &Summary<'_>) -> Vec<AsWritten> {
    let all = summary.topics().iter().flat_map(|topic| topic.statements());
    all.map(|one| {
        let quotes = one.quotes().iter().map(|quote| QuotedAs { note: quote.id(), text: quote.words() });
        let sources = Some(one.sources().to_vec());
        AsWritten { statement: one.id(), text: one.text().to_owned(), quotes: quotes.collect(), sources }
    })
    .collect()
}

/// So many days after `day`, if that is one.
pub(crate) fn later(day: &str, days: i64) -> Option<String> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(day.saturating_add(jiff::Span::new().days(days)).to_string())
}

/// How many days lie between two days; below zero where the second is earlier.
pub(crate) fn days_between(from: &str, to: &str) -> Option<i64> {
    let [from, to]: [Option<jiff::civil::Date>; 2] = [from, to].map(|day| day.parse().ok());
    from?.until(to?).ok().map(|span| i64::from(span.get_days()))
}
