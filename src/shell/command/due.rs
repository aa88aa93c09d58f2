//! `hearback due` and `done`: what interviews left to be done outside them, and that it was.
//!
//! It is said with its participant's code and no word of what was told. What is done may be written down at any time after the interview
//! began, by whoever did it: also after the review, and on a day that lies back.

mod terms;

use std::path::Path;

use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::command::errands::Account;
use crate::domain::destruction::Material;
use crate::domain::due;
use crate::domain::due::Due;
use crate::domain::due::QueuedFollowUp;
use crate::domain::due::Which;
use crate::domain::errand::Became;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::Reported;
use crate::domain::note::NoteId;
use crate::domain::report::Report;
use crate::domain::session::Session;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::HowDone;
use crate::shell::cli::options::YesNo;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::days;
use crate::shell::command::due::terms::Over;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::words::say;

/// Something that is still to be done, for programs.
#[derive(Serialize)]
pub(super) struct DueShown {
    session: String,
    participant: String,
    /// What `hearback done` calls it.
    item: String,
    /// `report` or `follow-up`; `term` of what is kept past its term.
    kind: &'static str,
    what: String,
    to: Option<String>,
    at_ms: u64,
    until: String,
    overdue: bool,
    agreed: Option<bool>,
    /// The note that says what was told.
    note: Option<NoteId>,
}

impl DueShown {
    pub(super) fn of(due: &Due, line: &SessionLine, now: Stamp) -> Self {
        Self {
            session: line.name.clone(),
            participant: line.participant.clone(),
            item: due.which.name(),
            kind: if matches!(due.which, Which::Report(_)) { "report" } else { "follow-up" },
            what: due.what(),
            to: due.to(),
            at_ms: due.at.since(Position::START).as_millis().try_into().unwrap_or(u64::MAX),
            until: due.until.rfc3339(),
            overdue: due.is_overdue(now),
            agreed: due.agreed,
            note: due.note,
        }
    }
}

impl DueShown {
    /// Something that is kept past its term.
    fn past_its_term(over: &Over) -> Self {
        Self {
            session: over.session.clone(),
            participant: over.participant.clone(),
            item: over.what.map_or("key_list", Material::word).to_owned(),
            kind: "term",
            what: over.words(),
            to: None,
            at_ms: 0,
            until: over.last.to_string(),
            overdue: true,
            agreed: None,
            note: None,
        }
    }
}

/// Something that must be reported, and whether it was.
#[derive(Serialize)]
pub(super) struct ReportShown<'a> {
    item: String,
    at_ms: u64,
    is: &'a str,
    what: String,
    to: String,
    until: String,
    done: Option<&'a Reported>,
    /// The note that says what was told.
    note: Option<NoteId>,
}

impl<'a> ReportShown<'a> {
    pub(super) fn of(report: &'a Report, session: &Session) -> Self {
        Self {
            item: Which::Report(report.told.report).name(),
            at_ms: report.told.at.millis(),
            is: &report.told.is,
            what: report.what(),
            to: report.to(),
            until: due::until_of(session, report).rfc3339(),
            done: report.done.as_ref(),
            note: session.told_of(report.told.report).map(|note| note.id),
        }
    }
}

/// Something that the guide has done after distress, and what became of it.
#[derive(Serialize)]
pub(super) struct FollowUpShown {
    item: String,
    at_ms: u64,
    what: String,
    ask: Option<String>,
    until: String,
    open: bool,
    became: Option<FollowedUp>,
}

impl From<&QueuedFollowUp> for FollowUpShown {
    fn from(queued: &QueuedFollowUp) -> Self {
        Self {
            item: queued.which.name(),
            at_ms: queued.at.millis(),
            what: queued.what.clone(),
            ask: queued.ask.clone(),
            until: queued.until.rfc3339(),
            open: queued.is_open(),
            became: queued.became.clone(),
        }
    }
}

pub(super) fn due(study: Option<&Path>, on: Option<&str>, readers: For) -> Result<(), Failure> {
    let now = on.map_or_else(|| Ok(clock::wall()), end_of)?;
    let study = OpenStudy::find(study)?;
    let lines = study.sessions(clock::wall())?;
    let mut all: Vec<(&Due, &SessionLine)> = lines.iter().flat_map(|line| line.due.iter().map(move |due| (due, line))).collect();
    all.sort_by_key(|(due, _)| due.until.utc_ms);
    let unread: Vec<&SessionLine> = lines.iter().filter(|line| line.standing.is_err()).collect();
    let (over, unknown) = terms::over(&study, &lines, now);
    if readers == For::Programs {
        let due = all.iter().map(|(due, line)| DueShown::of(due, line, now));
        put_json(&due.chain(over.iter().map(DueShown::past_its_term)).collect::<Vec<_>>())?;
    } else {
        for (due, line) in &all {
            let mark = if due.is_overdue(now) { "! " } else { "  " };
            let words = due.words(&line.participant, now);
            // What was told is not said in a list of many people, but where it stands is.
            let words = due.note.map_or_else(|| words.clone(), |note| say!("due-told", due = &words, note = note.0));
            put(shown(&format!("{mark}{}  {}  {words}", line.name, due.which.name())));
        }
        // Of what could not be read nobody knows that nothing is due.
        if all.is_empty() && over.is_empty() && unread.is_empty() && unknown.is_empty() && !study.settings.terms.unread {
            put(say!("due-nothing"));
        }
        if !over.is_empty() {
            put(say!("due-terms"));
        }
        for one in &over {
            put(shown(&format!("! {}", one.words())));
        }
    }
    // What cannot be read may hold something that cannot wait.
    let sessions = unread.first().map(|first| say!("due-unread", session = &first.name, count = unread.len()));
    let terms = study.settings.terms.unread.then(|| say!("due-terms-unread"));
    let missing: Vec<String> = sessions.into_iter().chain(terms).chain(unknown).collect();
    if missing.is_empty() { Ok(()) } else { Err(Failure::mendable(missing.join("\n"))) }
}

/// The end of this day, on the clock of here.
fn end_of(day: &str) -> Result<Stamp, Failure> {
    Ok(clock::local(days::day(day)?.at(23, 59, 59, 0)))
}

pub(super) fn done(study: Option<&Path>, how: HowDone, mut identity: Identity) -> Result<(), Failure> {
    let now = clock::wall();
    let on = days::by_now(how.on, now)?;
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(&how.session)?;
    let Some(item) = &how.item else {
        let session = sessions::read(&folder)?.session;
        let open = due::due(&session);
        for due in &open {
            put(shown(&format!("{}  {}  {}", folder.name(), due.which.name(), due.words(&session.opened().participant, now))));
        }
        if open.is_empty() {
            put(say!("due-nothing"));
        }
        return Ok(());
    };
    let who = identity.sign();
    // Without a code nobody is named: a machine reports nothing.
    let by = how.by.map_or_else(|| who.split('@').next().unwrap_or_default().to_owned(), String::from);
    let mut held = opening::open(&folder, now, &who)?;
    let session = &held.found.session;
    let Some(which) = due::called(session, item) else {
        let open: Vec<String> = due::due(session).iter().map(|due| due.which.name()).collect();
        let open = if open.is_empty() { "-".to_owned() } else { open.join(", ") };
        return Err(Failure::mendable(say!("due-no-such", item = item.as_str(), session = folder.name(), open = open)));
    };
    let account = Account { on, by, to: how.to.unwrap_or_default(), words: how.words.unwrap_or_default() };
    let is = match how.said {
        _ if how.undo => Became::Open,
        None => Became::Done,
        Some(YesNo::Yes) => Became::Agreed,
        Some(YesNo::No) => Became::Declined,
    };
    let Some(command) = Command::of_errand(&which.end(), is, account) else {
        return Err(Failure::new(Kind::Usage, say!("due-not-asked")));
    };
    let event = session.decide(command).map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    held.note(&[event], now)?;
    let session = &held.found.session;
    let told = match which {
        Which::Report(id) => {
            session.reports().find(|report| report.told.report == id).map(|report| due::report_words(session, report, now))
        }
        Which::FollowUp { .. } => due::follow_ups(session).iter().find(|queued| queued.which == which).map(|queued| queued.words(now)),
    };
    put(shown(&format!("{}: {}", folder.name(), told.unwrap_or_default())));
    Ok(())
}
