//! What of a session is still to be done outside it, and by when: what must be reported, and what the guide has done after it became too
//! much. Each has a name that stays (`report-1`, `follow-up-2`), by which it is said to be done.
//!
//! A moment at which the protocol was only put away is a moment all the same, but nothing follows from it: nobody chose anything. No clock is
//! read here: whoever asks says what time it is.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::errand::Became;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::ReportId;
use crate::domain::evening::LooseEnd;
use crate::domain::guide::care::Within;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::report;
use crate::domain::report::Report;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::words::say;

/// Which of a session's errands one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The report with this number.
    Report(ReportId),
    /// What is done after a moment of distress: so many come before it in the session, and which it is of that moment, all from 1.
    FollowUp {
        /// In the session.
        number: u32,
        /// The moment.
        moment: u32,
        /// Of the guide's.
        nth: u32,
    },
}

impl Which {
    /// The name by which it is called.
    pub fn name(self) -> String {
        match self {
            Self::Report(ReportId(number)) => format!("report-{number}"),
            Self::FollowUp { number, .. } => format!("follow-up-{number}"),
        }
    }

    /// It as a loose end of the interview.
    pub const fn end(self) -> LooseEnd {
        match self {
            Self::Report(report) => LooseEnd::Report { report },
            Self::FollowUp { moment, nth, .. } => LooseEnd::FollowUp { moment, nth },
        }
    }
}

/// Something that is still to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Which.
    pub which: Which,
    /// The kind of what is reported, by name; empty where it is none.
    pub is: String,
    /// What; for a kind of our own empty, because that is said in the language that is spoken.
    pub what: String,
    /// To whom it is reported; empty where that is the head of the study, and where it is no report.
    pub to: String,
    /// Whether they agreed to it; nothing where they were not asked, or nobody wrote down what they said.
    pub agreed: Option<bool>,
    /// At which moment of the session it came up.
    pub at: Position,
    /// Until when.
    pub until: Stamp,
    /// The note that says what was told.
    #[serde(default)]
    pub note: Option<NoteId>,
}

impl Due {
    /// What is to be done, in words.
    pub fn what(&self) -> String {
        match self.which {
            Which::Report(_) => report::what(&self.is, &self.what),
            Which::FollowUp { .. } => self.what.trim().to_owned(),
        }
    }

    /// To whom it is reported, if it is a report.
    pub fn to(&self) -> Option<String> {
        matches!(self.which, Which::Report(_)).then(|| report::whom(&self.to))
    }

    /// Whether it should have been done at `now`.
    pub fn is_overdue(&self, now: Stamp) -> bool {
        now.utc_ms > self.until.utc_ms
    }

    /// Whether it stands on top of everything at `now`: what must be reported until it is, what follows distress from its last day on.
    pub fn is_pressing(&self, now: Stamp) -> bool {
        let until = Stamp::new(self.until.utc_ms, now.zone_min);
        matches!(self.which, Which::Report(_)) || self.is_overdue(now) || until.date() == now.date()
    }

    /// It in a sentence for a list of many, of somebody who is called `who` in it; what is to be done is broken off where the sentence would
    /// be longer than `room` characters, and not before.
    pub fn in_short(&self, who: &str, now: Stamp, room: usize) -> String {
        match self.which {
            Which::Report(_) => self.words(who, now),
            Which::FollowUp { .. } => {
                let late = if self.is_overdue(now) { "yes" } else { "no" };
                let told = |what: &str| say!("due-follow-up-short", who = who, what = what, by = self.until.near(now), late = late);
                told(&beginning(&self.what(), room.saturating_sub(told("").chars().count()).max(BEGINNING)))
            }
        }
    }

    /// It in a sentence, of somebody who is called `who` in it.
    pub fn words(&self, who: &str, now: Stamp) -> String {
        let late = if self.is_overdue(now) { "yes" } else { "no" };
        let (what, by) = (self.what(), self.until.near(now));
        match self.to() {
            Some(to) => say!("due-report", who = who, what = what, to = to, by = by, late = late),
            None => say!("due-follow-up", who = who, what = what.trim_end_matches('.'), by = by, late = late),
        }
    }
}

/// How many characters of what follows distress stand in a list of many at least.
const BEGINNING: usize = 32;

/// The first words of `what`, as many as `room` characters hold.
fn beginning(what: &str, room: usize) -> String {
    let what = what.trim_end_matches('.');
    if what.chars().count() <= room {
        return what.to_owned();
    }
    let mut short = String::new();
    for word in what.split_whitespace() {
        if short.chars().count() + word.chars().count() + 3 > room {
            break;
        }
        short = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
    }
    format!("{short} …")
}

/// Something that the guide has done after a moment of distress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedFollowUp {
    /// Which.
    pub which: Which,
    /// At which moment of the session.
    pub at: Position,
    /// What.
    pub what: String,
    /// What the participant is asked before one leaves.
    pub ask: Option<String>,
    /// Until when.
    pub until: Stamp,
    /// What was said or done last about it; nothing if nobody did: that is no yes.
    pub became: Option<FollowedUp>,
}

impl QueuedFollowUp {
    /// What it is and what became of it, in a sentence, at `now`.
    pub fn words(&self, now: Stamp) -> String {
        let (what, at) = (self.what.trim_end_matches('.'), self.at.to_string());
        let (became, on) = match &self.became {
            Some(followed) => (followed.is, followed.on.as_str()),
            None => (Became::Newer, ""),
        };
        let state = match became {
            Became::Done => "done",
            Became::Declined => "declined",
            Became::Agreed => "agreed",
            Became::Open | Became::Newer if self.ask.is_some() => "not-asked",
            Became::Open | Became::Newer => "open",
        };
        let late = if self.is_open() && now.utc_ms > self.until.utc_ms { "yes" } else { "no" };
        say!("follow-up-stands", at = at, what = what, state = state, on = on, by = self.until.near(now), late = late)
    }

    /// Whether they answered when they were asked.
    pub fn is_answered(&self) -> bool {
        matches!(self.became.as_ref().map(|followed| followed.is), Some(Became::Agreed | Became::Declined | Became::Done))
    }

    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        !matches!(self.became.as_ref().map(|followed| followed.is), Some(Became::Done | Became::Declined))
    }
}

/// What the guide has done after each moment of distress under which something was chosen, whether or not it was done.
pub fn follow_ups(session: &Session) -> Vec<QueuedFollowUp> {
    let Some(distress) = &session.guide().distress else { return Vec::new() };
    let moments = session.distress().iter().zip(1_u32..).filter(|(moment, _)| !moment.chosen.is_empty());
    let all = moments.flat_map(|(moment, m)| distress.follow_up.iter().zip(1_u32..).map(move |(planned, nth)| (moment, m, planned, nth)));
    let all: Vec<QueuedFollowUp> = all
        .zip(1_u32..)
        .map(|((moment, m, planned, nth), number)| QueuedFollowUp {
            which: Which::FollowUp { number, moment: m, nth },
            at: moment.at,
            what: planned.what.trim().to_owned(),
            ask: planned.ask.clone(),
            until: until(session, moment.on, moment.at, planned.within),
            became: moment.followed.iter().rev().find(|followed| followed.nth == nth).cloned(),
        })
        .collect();
    // They are rung once, after the last time, unless something was said of an earlier one already.
    let comes_again = |one: &QueuedFollowUp| one.became.is_none() && all.iter().any(|later| later.at > one.at && later.what == one.what);
    all.iter().filter(|one| !comes_again(one)).cloned().collect()
}

/// What `followed` speaks of.
pub(crate) fn queued(session: &Session, followed: &FollowedUp) -> Option<QueuedFollowUp> {
    let is_it = |which: Which| matches!(which, Which::FollowUp { moment, nth, .. } if (moment, nth) == (followed.moment, followed.nth));
    follow_ups(session).into_iter().find(|queued| is_it(queued.which))
}

/// What of `session` is still to be done, the reports first, each kind with the soonest first.
pub fn due(session: &Session) -> Vec<Due> {
    let reports = session.reports().filter(|report| report.done.is_none()).map(|report| {
        let told = &report.told;
        Due {
            which: Which::Report(told.report),
            is: told.is.clone(),
            what: told.what.clone(),
            to: told.to.clone(),
            agreed: None,
            at: told.at,
            until: until_of(session, report),
            note: session.told_of(told.report).map(|note| note.id),
        }
    });
    let follow_ups = follow_ups(session).into_iter().filter(QueuedFollowUp::is_open).map(|queued| Due {
        which: queued.which,
        is: String::new(),
        agreed: queued.became.as_ref().and_then(|followed| (followed.is == Became::Agreed).then_some(true)),
        what: queued.what,
        to: String::new(),
        at: queued.at,
        until: queued.until,
        note: None,
    });
    let mut all: Vec<Due> = reports.chain(follow_ups).collect();
    all.sort_by_key(|due| (!matches!(due.which, Which::Report(_)), due.until.utc_ms));
    all
}

/// What `report` of `session` is and whether it was done, in a sentence, at `now`.
pub fn report_words(session: &Session, report: &Report, now: Stamp) -> String {
    let (what, to, at) = (report.what(), report.to(), report.told.at.to_string());
    let until = until_of(session, report);
    let words = match &report.done {
        Some(done) => {
            let to = if done.to.is_empty() { to } else { done.to.clone() };
            let by = if done.by.is_empty() { "-" } else { &done.by };
            say!("report-done", at = at, what = what, to = to, by = by, on = &done.on)
        }
        None => {
            let late = if now.utc_ms > until.utc_ms { "yes" } else { "no" };
            say!("report-open", at = at, what = what, to = to, by = until.near(now), late = late)
        }
    };
    let words = if report.written.is_empty() { words } else { say!("end-answered", end = words, answer = &report.written) };
    match session.told_of(report.told.report).and_then(Note::told) {
        Some(told) => say!("report-told", report = words, told = told),
        None => words,
    }
}

/// Until when `report` of `session` is to be done.
pub fn until_of(session: &Session, report: &Report) -> Stamp {
    until(session, report.told.on, report.told.at, report.told.within_h)
}

/// Which errand of `session` is called `name`, whether or not it was done.
pub fn called(session: &Session, name: &str) -> Option<Which> {
    let reports = session.reports().map(|report| Which::Report(report.told.report));
    reports.chain(follow_ups(session).into_iter().map(|queued| queued.which)).find(|which| which.name() == name.trim().to_lowercase())
}

/// When something is due that came up at `at`, `on` the room's clock. Where a journal does not say when that was, it was no sooner than the
/// session's clock says: pauses are not in that.
fn until(session: &Session, on: Option<Stamp>, at: Position, within: Within) -> Stamp {
    let opened = session.held_on();
    let on = on.unwrap_or_else(|| opened.later(i64::try_from(at.millis()).unwrap_or(i64::MAX)));
    on.later(i64::from(within.0) * 3_600_000)
}
