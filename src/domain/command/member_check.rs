//! What may be written down of a letter, at any time after the interview began: what was asked before it goes, that it went, what came back and
//! what was done about that. What a person does there may be several of these ([`crate::domain::member_check::acts`]).

use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::register::Register;
use crate::domain::member_check::registering::Anyway;
use crate::domain::member_check::registering::NotRegistered as Not;
use crate::domain::member_check::registering::Registering;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::member_check::sent::Sending;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::statement::StatementId;
use crate::domain::tag::untagged;

impl From<Not> for Refusal {
    fn from(why: Not) -> Self {
        Self::Register(why)
    }
}

impl Session {
    /// The rule for each.
    pub(super) fn registered(&self, what: Registering) -> Result<Event, Refusal> {
        self.begun()?;
        match what {
            Registering::Check(checked) => self.letter_checked(checked),
            Registering::Send(sent, anyway) => self.letter_sent(sent, anyway),
            Registering::Reply(remark) => self.reply_received(remark),
            Registering::Dispose(disposition) => self.remark_disposed(disposition),
            Registering::NoReply(none) => self.nothing_came(none),
        }
    }

    fn letter_checked(&self, checked: LetterChecked) -> Result<Event, Refusal> {
        if checked.stands == Stands::TakenBack && !self.member_check().has_checked(&checked) {
            return Err(Not::NothingToTakeBack.into());
        }
        Ok(Event::LetterChecked(checked))
    }

    /// Whether this version may go, or may be said to have gone.
    pub fn may_send_version(&self, version: u32, anyway: Anyway) -> Result<(), Refusal> {
        self.may_go_to_them()?;
        match self.letters() {
            0 => return Err(Not::NoLetter.into()),
            _ if self.member_check().version(version).is_none() => return Err(Not::NoVersion(version).into()),
            last if version < last && anyway == Anyway::No => return Err(Not::LaterVersion(version, last).into()),
            _ => {}
        }
        if anyway == Anyway::No && Register::of(self).is_out_of_date() == Some(true) {
            return Err(Not::OutOfDate(version).into());
        }
        // It comes last: whoever goes on all the same has been told of nothing else.
        match self.member_check().still_to_leave_out().next() {
            Some(remark) if anyway == Anyway::No => Err(Not::StillUsed(remark.remark).into()),
            _ => Ok(()),
        }
    }

    /// Whether a letter may be made for them.
    pub(crate) fn may_write(&self) -> Result<(), Refusal> {
        self.may_send()?;
        self.member_check().barred_by().map_or(Ok(()), |remark| Err(Not::by(remark).into()))
    }

    fn letter_sent(&self, sent: LetterSent, anyway: Anyway) -> Result<Event, Refusal> {
        let check = self.member_check();
        let version = sent.version;
        if sent.stands == Stands::TakenBack {
            // What came back on it came back on something.
            if sent.is == Sending::Letter {
                if check.remarks_on(version).next().is_some() {
                    return Err(Not::HasReply(version).into());
                }
                // Nor did nothing come on a letter that never went.
                self.is_silent(version)?;
            }
            return if check.has_sent(&sent) { Ok(Event::LetterSent(sent)) } else { Err(Not::NothingToTakeBack.into()) };
        }
        match sent.is {
            Sending::Letter => {
                if let Some(before) = check.sent_as(version) {
                    return Err(Not::IsSent(version, before.on.clone()).into());
                }
                self.may_send_version(version, anyway)?;
                let first = Register::of(self).first_day(version);
                if sent.on < first {
                    return Err(Not::BeforeWritten(version, first).into());
                }
            }
            Sending::Reminder => {
                let first = check.sent_as(version).ok_or(Not::NeverSent(version))?;
                if let Some(before) = check.reminder(version) {
                    return Err(Not::IsReminded(version, before.on.clone()).into());
                }
                self.is_silent(version)?;
                if sent.on <= first.on {
                    return Err(Not::ReminderDay(version, first.on.clone()).into());
                }
                self.may_go_to_them()?;
            }
        }
        Ok(Event::LetterSent(sent))
    }

    /// Whether nothing came on this version, and nobody wrote down that nothing did. A word on quotes alone is no answer to it.
    fn is_silent(&self, version: u32) -> Result<(), Refusal> {
        let check = self.member_check();
        match (check.remarks_on(version).any(|remark| remark.is != RemarkKind::Quotes), check.no_reply(version)) {
            (true, _) => Err(Not::HasReply(version).into()),
            (false, Some(none)) => Err(Not::HasNoReply(version, none.on.clone()).into()),
            (false, None) => Ok(()),
        }
    }

    /// Whether anything may go to them: not after a no to the summary, nor after a no of what is asked before it goes, nor once they take no
    /// part. Whoever says that something is to be sent, or that they may be reminded, asks this.
    pub fn may_go_to_them(&self) -> Result<(), Refusal> {
        self.may_send()?;
        match (self.member_check().barred_by(), self.member_check().bar()) {
            (Some(remark), _) => Err(Not::by(remark).into()),
            (None, Some(bar)) => Err(Not::Barred(bar.is).into()),
            (None, None) => Ok(()),
        }
    }

    fn reply_received(&self, remark: Remark) -> Result<Event, Refusal> {
        let check = self.member_check();
        if remark.stands == Stands::TakenBack {
            return match check.remark(remark.remark) {
                Some(before) => Ok(Event::ReplyReceived(Remark { stands: Stands::TakenBack, ..before.clone() })),
                None => Err(Not::NoSuchRemark.into()),
            };
        }
        let version = remark.version;
        // Who takes no part any more is asked nothing more, and answers nothing.
        let is_answer = matches!(remark.is, RemarkKind::Answer | RemarkKind::Added | RemarkKind::Declines);
        if is_answer && check.remarks().any(|one| one.is == RemarkKind::Withdraws) && check.remark(remark.remark).is_none() {
            return Err(Not::Withdraws.into());
        }
        let Some(sent) = check.sent_as(version) else {
            return Err(if self.letters() == 0 { Not::NoLetter.into() } else { Not::NeverSent(version).into() });
        };
        if remark.on < sent.on {
            return Err(Not::DayBefore(sent.on.clone()).into());
        }
        if let Some(statement) = remark.statement
            && Register::of(self).number_of(version, statement).is_none()
        {
            return Err(Register::of(self).no_such_statement(version).into());
        }
        let is_said = match remark.is {
            RemarkKind::Answer => remark.statement.is_some() && remark.says.is_some(),
            RemarkKind::Added => !remark.words.trim().is_empty(),
            RemarkKind::NotUsed => remark.statement.is_some() || !remark.words.trim().is_empty(),
            RemarkKind::Quotes => remark.quotes.is_some(),
            RemarkKind::Declines | RemarkKind::Withdraws | RemarkKind::Newer => true,
        };
        match (is_said, remark.is) {
            (true, _) => {
                let is_mended = check.remark(remark.remark).is_some_and(|before| before.is_the_same(&remark));
                let id = if is_mended { remark.remark } else { check.next_remark() };
                Ok(Event::ReplyReceived(Remark { remark: id, ..remark }))
            }
            (false, RemarkKind::Answer) => Err(Not::NotSaid.into()),
            (false, _) => Err(Not::NoWords.into()),
        }
    }

    fn remark_disposed(&self, disposition: Disposition) -> Result<Event, Refusal> {
        let check = self.member_check();
        let remark = check.remark(disposition.remark).ok_or(Not::NoSuchRemark)?;
        if disposition.stands == Stands::TakenBack {
            return match check.disposition(disposition.remark) {
                // As long as what was left out for it is left out, its words are.
                Some(before) if before.is == Disposed::Withdrawn && self.is_held_for(remark) => Err(Not::IsWithdrawn.into()),
                Some(before) => Ok(Event::Disposition(Disposition { stands: Stands::TakenBack, ..before.clone() })),
                None => Err(Not::NothingToTakeBack.into()),
            };
        }
        // Whoever left something out does not take it in again by saying something else of it.
        let is_withdrawn = check.disposition(disposition.remark).is_some_and(|done| done.is == Disposed::Withdrawn);
        match disposition.is {
            Disposed::Changed | Disposed::Kept | Disposed::Newer if is_withdrawn => Err(Not::IsWithdrawn.into()),
            Disposed::Changed | Disposed::Kept if remark.is == RemarkKind::NotUsed => Err(Not::OnlyLeftOut.into()),
            Disposed::Kept if disposition.reason.trim().is_empty() => Err(Not::NoReason.into()),
            Disposed::Withdrawn => {
                // Of what is about no statement somebody may say that there is nothing to be found.
                let is_told = remark.statement.is_none() && !disposition.reason.trim().is_empty();
                if is_told || self.is_held_for(remark) { Ok(Event::Disposition(disposition)) } else { Err(Not::NotWithheld.into()) }
            }
            Disposed::Changed => {
                let stands = |id: &StatementId| self.statement(*id).is_some_and(|statement| !statement.struck && !statement.aside);
                let wording = match remark.statement {
                    Some(statement) if self.is_as_it_went(remark.version, statement) => return Err(Not::NothingChanged.into()),
                    // One that is out of the letter has no wording that answers them.
                    about => about.filter(stands).map(|statement| check.wording(statement)),
                };
                Ok(Event::Disposition(Disposition { wording, ..disposition }))
            }
            Disposed::Kept | Disposed::Newer => Ok(Event::Disposition(disposition)),
        }
    }

    /// Whether what a remark is about is left out: its statement, or something that was found after they said it.
    fn is_held_for(&self, remark: &Remark) -> bool {
        let since = || self.withholding().since(self.member_check().withheld_before(remark.remark)).next().is_some();
        remark.statement.map_or_else(since, |id| self.withholding().holds_statement(id))
    }

    /// Whether a statement stands in the letter, in the words in which it went.
    fn is_as_it_went(&self, version: u32, id: StatementId) -> bool {
        let went = self.member_check().version(version).and_then(|version| version.statements.iter().find(|one| one.statement == id));
        let now = self.statement(id).filter(|statement| !statement.struck && !statement.aside);
        went.zip(now).is_some_and(|(went, now)| went.text == untagged(&now.text))
    }

    fn nothing_came(&self, none: NoReply) -> Result<Event, Refusal> {
        let (check, version) = (self.member_check(), none.version);
        if none.stands == Stands::TakenBack {
            let before = check.no_reply(version).ok_or(Not::NothingToTakeBack)?;
            return Ok(Event::NoReply(NoReply { stands: Stands::TakenBack, ..before.clone() }));
        }
        if check.sent_as(version).is_none() {
            return Err(Not::NeverSent(version).into());
        }
        self.is_silent(version)?;
        match Register::of(self).last_day(version) {
            Some(day) if none.on <= day => Err(Not::NotOver(version, day).into()),
            _ => Ok(Event::NoReply(none)),
        }
    }
}
