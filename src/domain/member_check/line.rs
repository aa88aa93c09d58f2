//! How a session's member check stands, for the list of sessions: what it is now, what is due, and both in words.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::member_check::MemberCheck;
use crate::domain::member_check::Outcome;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::sent::SentBy;
use crate::domain::session::Session;
use crate::domain::study::checking::CheckKind;
use crate::domain::time::Stamp;
use crate::domain::time::days_between;
use crate::domain::time::weekday;
use crate::words::say;

/// For so many days before the last one it is said on which weekday that is.
const SOON: i64 = 6;

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// There is no statement yet.
    #[default]
    Nothing,
    /// There are statements, and no letter.
    Drafted,
    /// There is a letter, and none went.
    NotSent,
    /// One went, and nothing came back yet.
    Waiting,
    /// Something came back, or nothing is waited for any more.
    Over(Outcome),
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckDue {
    /// They take no part any more: that is `hearback withdraw`.
    Withdraw,
    /// They asked not to use something, and it may still be used.
    LeaveOut,
    /// Something is to be done about what came back.
    Remarks,
    /// What would be written now is not what was written last.
    Write,
    /// A letter is to be sent, and not all was asked that is asked before that.
    Ask,
    /// A letter is to be sent.
    Send,
    /// The last day is over: they may be reminded, once.
    Remind,
    /// They were reminded, and that day is over as well.
    NoReply,
}

impl CheckDue {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Withdraw => "withdraw",
            Self::LeaveOut => "leave-out",
            Self::Remarks => "remarks",
            Self::Write => "write",
            Self::Ask => "ask",
            Self::Send => "send",
            Self::Remind => "remind",
            Self::NoReply => "no-reply",
        }
    }

    /// Whether it is about an answer that did not come.
    pub const fn is_of_silence(self) -> bool {
        matches!(self, Self::Remind | Self::NoReply)
    }

    /// It in words.
    pub fn words(self) -> String {
        say!("check-due", due = self.word())
    }
}

/// How the member check of one session stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckLine {
    /// How far it is.
    pub stage: Stage,
    /// The last version that was written; 0 for none.
    pub written: u32,
    /// Whether that is not what would be written now.
    pub out_of_date: bool,
    /// The version that went last; 0 for none.
    pub sent: u32,
    /// On which day, and how.
    pub sent_on: String,
    /// How.
    pub way: SentBy,
    /// The last day to answer.
    pub reply_by: Option<String>,
    /// On which day they were reminded.
    pub reminded_on: Option<String>,
    /// To how many statements they said yes, of how many.
    pub agreed: (usize, usize),
    /// How many remarks there are about which nothing was done.
    pub open: usize,
    /// Of these, how many ask not to use something.
    pub leave_out: usize,
    /// How many there are about which something was.
    pub seen_to: usize,
    /// For how many of them a statement was changed.
    pub changed: usize,
    /// How much of the letter that went last they asked to leave out.
    pub left_out: usize,
    /// How much of what is asked before a letter goes was not asked of the next one.
    pub not_asked: usize,
    /// Whether they said that they take no part any more.
    pub withdraws: bool,
    /// Whether anything may go to them.
    pub may_go: bool,
    /// What the letter that went last was called.
    pub called: CheckKind,
}

impl CheckLine {
    /// That of `session`.
    pub fn of(session: &Session) -> Self {
        let (register, check, written) = (Register::of(session), session.member_check(), session.letters());
        let last = check.last_sent();
        let sent = last.map_or(0, |sent| sent.version);
        let stage = match (sent, written, session.statements().next()) {
            (1.., ..) => register.outcome_of_all().map_or(Stage::Waiting, Stage::Over),
            (0, 1.., _) => Stage::NotSent,
            (0, 0, Some(_)) => Stage::Drafted,
            (0, 0, None) => Stage::Nothing,
        };
        Self {
            stage,
            written,
            out_of_date: register.is_out_of_date() == Some(true),
            sent,
            sent_on: last.map(|sent| sent.on.clone()).unwrap_or_default(),
            way: last.map(|sent| sent.way).unwrap_or_default(),
            reply_by: register.last_day(sent),
            reminded_on: check.reminder(sent).map(|reminder| reminder.on.clone()),
            agreed: register.agreed(sent),
            open: check.open().count(),
            leave_out: check.still_to_leave_out().count(),
            seen_to: seen_to(check).count(),
            changed: seen_to(check).filter(|done| done.is == Disposed::Changed).count(),
            left_out: register.left_out(sent),
            not_asked: register.not_asked().len(),
            withdraws: check.barred_by().is_some_and(|remark| remark.is == RemarkKind::Withdraws) && session.may_send().is_ok(),
            may_go: session.may_go_to_them().is_ok(),
            called: register.called(sent),
        }
    }

    /// Whether there is anything to say of letters.
    pub fn is_of_letters(&self) -> bool {
        self.written > 0
    }

    /// Days since the last day to answer; below zero before it.
    fn days_over(&self, now: Stamp) -> Option<i64> {
        days_between(self.reply_by.as_deref()?, &now.date())
    }

    /// What is to be done about it at `now`, the most pressing first.
    pub fn due(&self, now: Stamp) -> Vec<CheckDue> {
        // All else is for naught until that is done.
        if self.withdraws {
            return vec![CheckDue::Withdraw];
        }
        let waits = self.stage == Stage::Waiting && self.written <= self.sent;
        let goes = self.may_go && !self.out_of_date && self.written > self.sent;
        let is_over = waits && self.days_over(now).is_some_and(|days| days > 0);
        let all = [
            (self.leave_out > 0, CheckDue::LeaveOut),
            (self.open > self.leave_out, CheckDue::Remarks),
            (self.may_go && self.out_of_date, CheckDue::Write),
            (goes && self.not_asked > 0, CheckDue::Ask),
            (goes, CheckDue::Send),
            (self.may_go && is_over && self.reminded_on.is_none(), CheckDue::Remind),
            (is_over && (self.reminded_on.is_some() || !self.may_go), CheckDue::NoReply),
        ];
        all.into_iter().filter(|(is, _)| *is).map(|(_, due)| due).collect()
    }

    /// How it stands in a word or two, for a row of a list.
    pub fn short(&self, now: Stamp) -> String {
        let (version, days) = (self.sent, self.days_over(now));
        match self.stage {
            Stage::Nothing | Stage::Drafted => say!("check-short-drafted"),
            _ if self.written > self.sent && self.may_go => say!("check-short-not-sent", version = self.written),
            Stage::NotSent => say!("check-short-not-sent", version = self.written),
            Stage::Waiting => match days {
                Some(1..) if self.reminded_on.is_none() && self.may_go => say!("check-short-remind"),
                Some(1..) => say!("check-short-no-answer"),
                Some(days) if days >= -SOON => {
                    say!("check-short-due", day = self.reply_by.as_deref().and_then(weekday).unwrap_or(1))
                }
                _ => say!("check-short-sent", version = version),
            },
            Stage::Over(_) if self.open > 0 => say!("check-short-open", count = self.open),
            Stage::Over(Outcome::Disagreed | Outcome::Added) if self.changed > 0 => say!("check-short-amended"),
            Stage::Over(Outcome::Disagreed) if self.left_out > 0 => say!("check-short-left-out"),
            Stage::Over(outcome) if self.called == CheckKind::Reflection => {
                say!("check-short-outcome-reflection", outcome = outcome.word())
            }
            Stage::Over(outcome) => say!("check-short-outcome", outcome = outcome.word()),
        }
    }

    /// How it stands, on a line: in a word or two before there is a letter, and in sentences after that.
    pub fn told(&self, now: Stamp) -> String {
        if self.is_of_letters() { self.words(now).join(", ") } else { self.short(now) }
    }

    /// How it stands, in sentences for whoever looks at this session; none where there is no letter.
    pub fn words(&self, now: Stamp) -> Vec<String> {
        let mut all = Vec::new();
        if self.withdraws {
            all.push(say!("check-line-withdraws"));
        }
        if self.sent > 0 {
            let days = days_between(&self.sent_on, &now.date()).unwrap_or(0).max(0);
            let days = usize::try_from(days).unwrap_or(0);
            all.push(say!("check-line-sent", version = self.sent, days = days, day = &self.sent_on, way = self.way.words()));
        }
        if let Some(day) = &self.reminded_on {
            all.push(say!("check-line-reminded", day = day));
        }
        let (yes, of) = self.agreed;
        match (self.stage, self.days_over(now), self.reply_by.as_deref()) {
            (Stage::Waiting, Some(days), Some(day)) => {
                let late = if days > 0 { "yes" } else { "no" };
                all.push(say!("check-line-due", weekday = weekday(day).unwrap_or(1), day = day, late = late));
            }
            (Stage::Over(outcome @ (Outcome::AgreedInPart | Outcome::Disagreed | Outcome::Added)), ..) => {
                all.push(answered(outcome, self.called, (yes, of)));
            }
            (Stage::Over(outcome), ..) => all.push(outcome.words(self.called)),
            _ => {}
        }
        if self.left_out > 0 {
            all.push(say!("check-line-left-out", count = self.left_out));
        }
        if self.seen_to > 0 && self.open == 0 {
            all.push(say!("check-line-seen-to", count = self.seen_to));
        }
        if self.open > 0 {
            all.push(say!("check-line-open", count = self.open));
        }
        if self.out_of_date {
            all.push(say!("check-line-out-of-date", version = self.written));
        } else if self.written > self.sent {
            all.push(say!("check-line-not-sent", version = self.written));
        }
        for due in self.due(now).into_iter().filter(|due| due.is_of_silence()) {
            all.push(due.words());
        }
        all
    }
}

/// What came of a letter that was called so, and to how many of its statements they said yes, of how many.
pub(crate) fn answered(outcome: Outcome, called: CheckKind, (yes, of): (usize, usize)) -> String {
    match called {
        CheckKind::Check => say!("check-line-answered", outcome = outcome.words(called), yes = yes, of = of),
        CheckKind::Reflection => say!("check-line-answered-reflection", outcome = outcome.words(called), yes = yes, of = of),
    }
}

/// What was done about remarks.
fn seen_to(check: &MemberCheck) -> impl Iterator<Item = &Disposition> {
    check.remarks().filter(|remark| remark.wants_an_answer()).filter_map(|remark| check.disposition(remark.remark))
}
