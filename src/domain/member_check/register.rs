//! The register of a session's letters: how each stands, what it says as it went, and what came back on it, as far as that may be shown.
//!
//! What is withheld, or rests on what is, is shown nowhere, a remark about it neither; of what they do not want to be used the words are shown
//! for as long as somebody has to find what they mean.

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
use crate::domain::member_check::sent::QuotedAs;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::CheckKind;
use crate::domain::summary::Summary;
use crate::domain::time::day_after;
use crate::domain::time::days_between;
use crate::domain::time::weekday;

/// Days in which nothing is said to have come of a letter yet: after a reminder, and after a letter that does not say how many.
const USUAL_DAYS: i64 = 14;

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

    pub(crate) fn check(self) -> &'s MemberCheck {
        self.session.member_check()
    }

    /// The version that it is about: the one that went last, or else the last that was written.
    pub fn version(&self) -> Option<u32> {
        let written = self.session.letters();
        self.check().last_sent().map(|sent| sent.version).or((written > 0).then_some(written))
    }

    /// What is asked before a letter goes, of what applies to this session, and what came of it.
    pub fn before(&self) -> Vec<(BeforeItem, Asked<'s>)> {
        // What nobody here can read is asked of nobody; it stands there only where somebody answered it, because a no to it bars the letter.
        let is_there = |item: &BeforeItem| match item {
            BeforeItem::CalledFirst => !self.session.distress().is_empty(),
            BeforeItem::Newer => self.check().asked(BeforeItem::Newer) != Asked::Not,
            BeforeItem::Wanted | BeforeItem::Alive | BeforeItem::Address | BeforeItem::SecondReader => true,
        };
        let all = BeforeItem::ALL.into_iter().chain([BeforeItem::Newer]);
        all.filter(is_there).map(|item| (item, self.check().asked(item))).collect()
    }

    /// What of that was not asked of the letter that goes next.
    pub fn not_asked(&self) -> Vec<BeforeItem> {
        self.before().into_iter().filter(|(_, asked)| !matches!(asked, Asked::Now(_))).map(|(item, _)| item).collect()
    }

    /// The last day that stands in this version.
    pub fn printed_day(&self, version: u32) -> Option<&'s str> {
        self.check().version(version).map(|one| one.reply_by.as_str()).filter(|day| weekday(day).is_some())
    }

    /// The day on which this version was written.
    pub fn written_on(&self, version: u32) -> Option<&'s str> {
        self.check().version(version).map(|one| one.on.as_str()).filter(|day| weekday(day).is_some())
    }

    /// The first day on which this version can have gone: the one on which it was written, or else that of the interview.
    pub fn first_day(&self, version: u32) -> String {
        self.written_on(version).map_or_else(|| self.session.held_on().date(), str::to_owned)
    }

    /// The last day to answer this version: the one that stands in it, but as many days as the study gives from when it went, and what a
    /// reminder gives them.
    pub fn last_day(&self, version: u32) -> Option<String> {
        let again = self.check().reminder(version).and_then(|sent| day_after(&sent.on, USUAL_DAYS));
        self.day_before_reminder(version).max(again)
    }

    /// The same, whether they were reminded or not.
    pub(crate) fn day_before_reminder(self, version: u32) -> Option<String> {
        let printed = self.printed_day(version);
        let days = self.written_on(version).zip(printed).and_then(|(from, to)| days_between(from, to));
        let since = self.check().sent_as(version).and_then(|sent| day_after(&sent.on, days.unwrap_or(USUAL_DAYS)));
        printed.map(str::to_owned).max(since)
    }

    /// What a version was called: a check, or a reflection.
    pub fn called(&self, version: u32) -> CheckKind {
        self.check().version(version).map(|one| one.called).unwrap_or_default()
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

    /// What came back on a letter that is not known here: a damaged line may not say which.
    pub fn on_no_letter(&self) -> Vec<&'s Remark> {
        let check = self.check();
        check.remarks().filter(|remark| check.version(remark.version).is_none()).collect()
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
    pub(crate) fn may_say(self, version: u32, id: StatementId) -> bool {
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
