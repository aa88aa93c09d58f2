//! What becomes of what an interview leaves to be done outside it: what must be reported, and what follows a moment of distress. It can be
//! said at any time after the beginning, also after the review, and be taken back.

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::due;
use crate::domain::errand::Became;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::Reported;
use crate::domain::evening::LooseEnd;
use crate::domain::event::Event;
use crate::domain::session::Session;
use crate::domain::stands::Stands;

/// Who says what became of it, and what else there is to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The day, `yyyy-mm-dd`.
    pub on: String,
    /// By whom, as a code; empty where nobody said.
    pub by: String,
    /// To whom it was reported; empty where it was who it was to be.
    pub to: String,
    /// In words.
    pub words: String,
}

impl Command {
    /// Keep that `end` became this; nothing where it is no such thing, or cannot: nobody is asked whether something may be reported.
    pub fn of_errand(end: &LooseEnd, is: Became, Account { on, by, to, words }: Account) -> Option<Self> {
        let reported = |report, stands| Self::Report(Reported { report, on: on.clone(), by: by.clone(), to, words: words.clone(), stands });
        match (end, is) {
            (LooseEnd::Report { report }, Became::Done) => Some(reported(*report, Stands::Stands)),
            (LooseEnd::Report { report }, Became::Open) => Some(reported(*report, Stands::TakenBack)),
            (LooseEnd::FollowUp { moment, nth }, is) => Some(Self::FollowUp(FollowedUp { moment: *moment, nth: *nth, is, on, by, words })),
            _ => None,
        }
    }
}

impl Session {
    /// What follows a moment of distress is done after the interview as well, and after its review.
    pub(super) fn followed_up(&self, followed: FollowedUp) -> Result<Event, Refusal> {
        self.begun()?;
        let queued = due::queued(self, &followed).ok_or(Refusal::NothingDue)?;
        match (queued.is_open(), followed.is) {
            (true, Became::Open) if queued.became.is_none() && followed.words.is_empty() => Err(Refusal::IsNotDone),
            (true, _) | (false, Became::Open) => Ok(Event::FollowedUp(followed)),
            (false, _) => Err(Refusal::IsDone),
        }
    }

    /// Something is reported after the interview as well, and after its review.
    pub(super) fn reported(&self, reported: Reported) -> Result<Event, Refusal> {
        self.begun()?;
        let report = self.reports().find(|report| report.told.report == reported.report).ok_or(Refusal::NothingDue)?;
        match (&report.done, reported.stands) {
            (None, Stands::Stands) | (Some(_), Stands::TakenBack) => Ok(Event::Reported(reported)),
            (Some(_), Stands::Stands) => Err(Refusal::IsDone),
            // What is written of it while nobody was reached, say, makes it no less open.
            (None, Stands::TakenBack) if !reported.words.is_empty() => Ok(Event::Reported(reported)),
            (None, Stands::TakenBack) => Err(Refusal::IsNotDone),
        }
    }
}
