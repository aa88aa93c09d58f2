//! On the end screen: what must be reported, and what follows a moment of distress. Each can be done, and be open again; what the
//! participant is asked before one leaves is answered there, yes or no.

use crate::domain::command::Command;
use crate::domain::command::errands::Account;
use crate::domain::due;
use crate::domain::errand::Became;
use crate::domain::errand::FollowedUp;
use crate::domain::evening::LooseEnd;
use crate::domain::loose_end::loose_ends;
use crate::domain::session::Session;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::EndRow;
use crate::tui::screen::end::EndScreen;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::say;

impl EndScreen {
    /// Space on what must be reported, or follows distress: it is done, or is open again. Of a report that is asked twice.
    pub(super) fn tick(row: &EndRow, end: &LooseEnd, shared: &mut Shared) {
        let is = if Self::is_done(row, shared) { Became::Open } else { Became::Done };
        let question = |again: &Message| match is {
            Became::Open => say!("report-open-again", again = again.clone()),
            _ => say!("report-again", again = again.clone()),
        };
        if !matches!(end, LooseEnd::Report { .. }) || shared.means_it(action::Ends::Done, question) {
            let words = shared.session().map(|session| Self::words_of_errand(row, session)).unwrap_or_default();
            see_to_errand(end, is, &words, shared);
        }
    }

    /// Enter's line: what is written there are words, and neither that it was reported nor a yes or no. Whether it is kept.
    pub(super) fn say_of_errand(row: &EndRow, end: &LooseEnd, words: &str, shared: &mut Shared) -> bool {
        let said = shared.session().and_then(|session| last_said(row, session)).map(|followed| followed.is);
        let is = match said {
            _ if matches!(end, LooseEnd::Report { .. }) && Self::is_done(row, shared) => Became::Done,
            Some(Became::Agreed) => Became::Agreed,
            _ => Became::Open,
        };
        see_to_errand(end, is, words, shared)
    }

    /// What was written of it.
    pub(super) fn words_of_errand(row: &EndRow, session: &Session) -> String {
        if let EndRow::End(LooseEnd::Report { report }) = row {
            let report = session.reports().find(|one| one.told.report == *report);
            return report.map(|one| one.done.as_ref().map_or_else(|| one.written.clone(), |done| done.words.clone())).unwrap_or_default();
        }
        last_said(row, session).map(|followed| followed.words).unwrap_or_default()
    }

    /// Whether this line is about something that the participant is asked.
    pub(super) fn is_asked(row: &EndRow, session: &Session) -> bool {
        due::follow_ups(session).iter().any(|queued| queued.ask.is_some() && *row == EndRow::End(queued.which.end()))
    }

    /// Y and N: what they said to what follows distress. A no is kept: it is not done, and not due any more.
    pub(super) fn answer(&self, is: Became, shared: &mut Shared) {
        let row = self.row(shared);
        let asked = row.as_ref().and_then(|row| Some(Self::is_asked(row, shared.session()?)));
        match row {
            Some(row) if asked == Some(true) && Self::is_done(&row, shared) => {
                let key = shared.key(action::Ends::Done);
                shared.say(Weight::News, say!("end-is-done", key = key));
            }
            Some(EndRow::End(end)) if asked == Some(true) => {
                let words = shared.session().map(|session| Self::words_of_errand(&EndRow::End(end.clone()), session)).unwrap_or_default();
                if shared.came_alone() && see_to_errand(&end, is, &words, shared) {
                    let key = shared.key(action::Ends::Undo);
                    let words = if is == Became::Declined { say!("end-declined", key = key) } else { say!("end-agreed", key = key) };
                    shared.say(Weight::News, words);
                }
            }
            _ => shared.say(Weight::News, say!("end-not-asked-here")),
        }
    }

    /// Whether what stands on `row` is done.
    pub(super) fn is_done(row: &EndRow, shared: &Shared) -> bool {
        let Some(session) = shared.session() else { return false };
        let ends = loose_ends(session, &shared.offer.leaving, shared.now.wall);
        ends.iter().any(|open| EndRow::End(open.end.clone()) == *row && open.done.is_some())
    }
}

/// What must be reported, or follows distress, became this, and these are the words about it. Whether that is kept.
fn see_to_errand(end: &LooseEnd, is: Became, words: &str, shared: &mut Shared) -> bool {
    let by = shared.offer.interviewer.as_ref().map(ToString::to_string).unwrap_or_default();
    let account = Account { on: shared.now.wall.date(), by, to: String::new(), words: words.to_owned() };
    Command::of_errand(end, is, account).is_some_and(|command| shared.ask(command))
}

/// What was said last of the follow-up on this line.
fn last_said(row: &EndRow, session: &Session) -> Option<FollowedUp> {
    due::follow_ups(session).into_iter().find(|queued| *row == EndRow::End(queued.which.end()))?.became
}
