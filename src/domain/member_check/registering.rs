//! What can be written down of a letter, and why it is not. Values only; the rules are the session's ([`crate::domain::command`]).

use thiserror::Error;

use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::words::say;

/// Whether a letter may be said to have gone that is not what would be written now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anyway {
    /// It may: it went all the same.
    Yes,
    /// It may not.
    No,
}

/// Something that is written down of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registering {
    /// What came of asking something before it goes.
    Check(LetterChecked),
    /// It went, or a reminder did.
    Send(LetterSent, Anyway),
    /// Something came back.
    Reply(Remark),
    /// Something was done about that.
    Dispose(Disposition),
    /// Nothing came back.
    NoReply(NoReply),
}

/// Why something of a letter is not written down.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant is its sentence")]
pub enum NotRegistered {
    #[error("{}", say!("register-no-letter"))]
    NoLetter,
    #[error("{}", say!("register-no-version", version = *.0))]
    NoVersion(u32),
    #[error("{}", say!("register-is-sent", version = *.0, day = .1.as_str()))]
    IsSent(u32, String),
    #[error("{}", say!("register-out-of-date", version = *.0))]
    OutOfDate(u32),
    #[error("{}", say!("register-later-version", version = *.0, last = *.1))]
    LaterVersion(u32, u32),
    #[error("{}", say!("register-barred", item = .0.word()))]
    Barred(BeforeItem),
    #[error("{}", say!("register-withdraws"))]
    Withdraws,
    #[error("{}", say!("register-unread", remark = .0.0))]
    Unread(RemarkId),
    #[error("{}", say!("register-never-sent", version = *.0))]
    NeverSent(u32),
    #[error("{}", say!("register-is-reminded", day = .1.as_str()))]
    IsReminded(u32, String),
    #[error("{}", say!("register-has-reply", version = *.0))]
    HasReply(u32),
    #[error("{}", say!("register-has-no-reply", version = *.0, day = .1.as_str()))]
    HasNoReply(u32, String),
    #[error("{}", say!("register-before-written", version = *.0, day = .1.as_str()))]
    BeforeWritten(u32, String),
    #[error("{}", say!("register-reminder-day", version = *.0, day = .1.as_str()))]
    ReminderDay(u32, String),
    #[error("{}", say!("register-not-over", version = *.0, day = .1.as_str()))]
    NotOver(u32, String),
    #[error("{}", say!("register-no-such-statement", version = *.0))]
    NoSuchStatement(u32),
    #[error("{}", say!("register-version-not-known", version = *.0))]
    NotKnown(u32),
    #[error("{}", say!("register-still-used", remark = .0.0))]
    StillUsed(RemarkId),
    #[error("{}", say!("register-not-said"))]
    NotSaid,
    #[error("{}", say!("register-no-words"))]
    NoWords,
    #[error("{}", say!("register-no-such-remark"))]
    NoSuchRemark,
    #[error("{}", say!("register-nothing-changed"))]
    NothingChanged,
    #[error("{}", say!("register-no-reason"))]
    NoReason,
    #[error("{}", say!("register-only-left-out"))]
    OnlyLeftOut,
    #[error("{}", say!("register-is-withdrawn"))]
    IsWithdrawn,
    #[error("{}", say!("register-not-withheld"))]
    NotWithheld,
    #[error("{}", say!("register-nothing-to-take-back"))]
    NothingToTakeBack,
    #[error("{}", say!("register-day-before", day = .0.as_str()))]
    DayBefore(String),
}

impl NotRegistered {
    /// Why nothing goes to them after this remark.
    pub(crate) fn by(remark: &Remark) -> Self {
        if remark.is == RemarkKind::Withdraws { Self::Withdraws } else { Self::Unread(remark.remark) }
    }
}
