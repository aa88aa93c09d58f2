//! What came of a letter, from what they said: the outcome of a version, how many of its statements they said yes to, and what they asked to
//! leave out.
//!
//! A yes to a statement that is not to be used any more is none. Whoever would rather not, after they answered, would rather not; an objection
//! counts for as long as nobody has done anything about it, whatever they said of that statement later.

use std::collections::BTreeSet;

use crate::domain::member_check::Outcome;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::reply::Says;
use crate::domain::statement::StatementId;

impl<'s> Register<'s> {
    /// What came of this version; nothing while it is waited for.
    pub fn outcome(&self, version: u32) -> Option<Outcome> {
        let check = self.check();
        let replies: Vec<&Remark> = check.remarks_on(version).filter(|remark| remark.is != RemarkKind::Quotes).collect();
        if replies.is_empty() {
            return check.no_reply(version).map(|_| Outcome::NoReply);
        }
        let is = |kind: RemarkKind| replies.iter().any(|remark| remark.is == kind);
        let last = |kind: RemarkKind| replies.iter().filter(|remark| remark.is == kind).map(|remark| remark.came()).max();
        let objects = self.says(version).iter().any(|says| says.is_objection()) || self.objections().any(|one| one.version == version);
        let (yes, of) = self.agreed(version);
        Some(match () {
            () if is(RemarkKind::Withdraws) => Outcome::Declined,
            () if last(RemarkKind::Declines) > last(RemarkKind::Answer) => Outcome::Declined,
            () if objects || self.left_out(version) > 0 => Outcome::Disagreed,
            () if is(RemarkKind::Added) || is(RemarkKind::Newer) => Outcome::Added,
            () if of > 0 && yes == of => Outcome::Agreed,
            () if yes > 0 => Outcome::AgreedInPart,
            // What was said and is no yes is none.
            () => Outcome::Declined,
        })
    }

    /// What came of the letter that went last, once something did; an objection to an earlier one counts then until something is done about
    /// it.
    pub fn outcome_of_all(&self) -> Option<Outcome> {
        match self.outcome(self.check().last_sent()?.version)? {
            Outcome::Declined => Some(Outcome::Declined),
            _ if self.objections().next().is_some() => Some(Outcome::Disagreed),
            outcome => Some(outcome),
        }
    }

    /// What they said last of each statement of this version of which they said anything.
    fn says(self, version: u32) -> Vec<Says> {
        let about: BTreeSet<StatementId> = self.check().remarks_on(version).filter_map(|remark| remark.statement).collect();
        let answer = |statement| self.check().answer(version, statement);
        about.into_iter().filter_map(answer).map(|answer| answer.says.unwrap_or_default()).collect()
    }

    /// The objections about which nothing was done.
    fn objections(&self) -> impl Iterator<Item = &'s Remark> {
        self.check().open().filter(|remark| remark.is_objection())
    }

    /// To how many of its statements they said yes, and how many there are.
    pub fn agreed(&self, version: u32) -> (usize, usize) {
        let all = self.check().version(version).map_or(&[][..], |version| &version.statements);
        let said = |statement| self.check().answer(version, statement).and_then(|answer| answer.says);
        let yes = all.iter().filter(|one| said(one.statement) == Some(Says::Fits) && self.may_say(version, one.statement));
        (yes.count(), all.len())
    }

    /// How much of this version they asked to leave out: each statement once, and what is about none of them.
    pub fn left_out(&self, version: u32) -> usize {
        let check = self.check();
        let is_withdrawn = |remark: &Remark| check.disposition(remark.remark).is_some_and(|done| done.is == Disposed::Withdrawn);
        let asked: Vec<&Remark> =
            check.remarks_on(version).filter(|remark| remark.is == RemarkKind::NotUsed || is_withdrawn(remark)).collect();
        let statements: BTreeSet<StatementId> = asked.iter().filter_map(|remark| remark.statement).collect();
        statements.len() + asked.iter().filter(|remark| remark.statement.is_none()).count()
    }

    /// The yes that they said to a statement after they had objected to it; the objection stays what it is.
    pub fn superseded(&self, remark: &Remark) -> Option<&'s Remark> {
        let of_it = |one: &&Remark| one.is == RemarkKind::Answer && one.statement == remark.statement;
        let last = self.check().remarks().filter(of_it).max_by_key(|one| one.came())?;
        (remark.is_objection() && last.says == Some(Says::Fits) && last.came() > remark.came()).then_some(last)
    }
}
