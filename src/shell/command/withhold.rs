//! `hearback withhold` and `hearback withdraw`: what a participant does not want to be used, and consent that is taken back after the
//! interview.
//!
//! Nothing is deleted here: what is withheld stays in the journal and in the sound until somebody destroys them, and that is said each time.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::consent::Wish;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::withheld::What;
use crate::domain::withheld::WithheldId;
use crate::domain::withheld::WithheldLifted;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::opening::Held;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::Scope;
use crate::shell::cli::options::WhatToWithhold;
use crate::shell::cli::options::WithdrawOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::consent::said;
use crate::shell::command::shown::WithheldShown;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

pub(super) fn withhold(study: Option<&Path>, wish: &str, of: WhatToWithhold, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let WhatToWithhold { note, from, to, reason, lift, told, whom, on } = of;
    let command = match (note, from.zip(to), lift) {
        (Some(note), ..) => Command::Withhold { what: What::Note(NoteId(note)), reason: reason.unwrap_or_default() },
        (None, Some((from, to)), _) => {
            let what = What::Stretch(moment(&from)?, moment(&to)?);
            Command::Withhold { what, reason: reason.unwrap_or_default() }
        }
        (None, None, Some(id)) => {
            let said = said([told, whom, on].map(Option::unwrap_or_default), "--whom", clock::wall())?;
            Command::LiftWithheld(WithheldLifted { id: WithheldId(id), said })
        }
        (None, None, None) => {
            let found = sessions::read(&folder)?;
            return list(&found.session, readers);
        }
    };
    let now = clock::wall();
    let mut held = opening::open(&folder, now, identity.sign())?;
    happens(&mut held, command, now)?;
    list(&held.found.session, readers)
}

/// What is withheld, and what that means.
fn list(session: &Session, readers: For) -> Result<(), Failure> {
    let all: Vec<WithheldShown<'_>> = session.withholding().ever().map(|(one, lifted)| WithheldShown::of(one, lifted)).collect();
    if readers == For::Programs {
        return put_json(&all);
    }
    if all.is_empty() {
        put(say!("withheld-none"));
        return Ok(());
    }
    for (one, lifted) in session.withholding().ever() {
        let state = match lifted {
            None => say!("withheld-stands"),
            Some(WithheldLifted { said, .. }) if said.is_in_interview() => say!("withheld-slip"),
            Some(WithheldLifted { said, .. }) => say!("withheld-lifted", told = &said.told, whom = &said.to, day = &said.on),
        };
        put(format!("{:>3}  {}: {state}", one.id.0, one.place()));
    }
    put(say!("withheld-stays"));
    if let Some(version) = session.stale_letter() {
        remark(noted(message!("withheld-letter", version = version)));
    }
    Ok(())
}

/// A moment as people write it: `23:50`, `1:02:03`, or seconds.
fn moment(text: &str) -> Result<Position, Failure> {
    let parts: Option<Vec<u64>> = text.split(':').map(|part| part.parse().ok()).collect();
    let seconds = parts.filter(|parts| parts.len() <= 3 && parts.iter().skip(1).all(|part| *part < 60));
    let seconds = seconds.map(|parts| parts.iter().fold(0_u64, |sum, part| sum.saturating_mul(60).saturating_add(*part)));
    seconds.map(Position::from_secs).ok_or_else(|| Failure::new(Kind::Usage, say!("withheld-no-moment", text = text)))
}

fn happens(held: &mut Held, command: Command, now: Stamp) -> Result<(), Failure> {
    let event = held.found.session.decide(command).map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    held.note(&[event], now)?;
    Ok(())
}

/// What was taken back of one session, for programs.
#[derive(Serialize)]
struct Withdrawn {
    session: String,
    scope: Wish,
    /// The last day on which what they told can be taken out, if the letter has gone and the study has set any.
    until: Option<String>,
    /// Whether that day is over.
    late: bool,
    /// What is still to be done by hand.
    todo: Option<String>,
}

pub(super) fn withdraw(study: Option<&Path>, code: &str, of: &WithdrawOf, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let now = clock::wall();
    let said = said([&of.told, &of.whom, &of.on].map(Clone::clone), "--whom", now)?;
    let wish = match of.scope {
        Scope::Stop => Wish::Keep,
        Scope::Sound => Wish::Destroy,
        Scope::All => Wish::DestroyAll,
        Scope::Quotes => Wish::NoQuotes,
        Scope::Contact => Wish::NoContact,
    };
    let lines = study.sessions(now)?;
    let theirs = lines.iter().filter(|line| line.participant.eq_ignore_ascii_case(code) || line.name == code);
    let folders = theirs.map(|line| study.folder.session(&line.name)).collect::<Result<Vec<SessionFolder>, _>>()?;
    if folders.is_empty() {
        return Err(Failure::mendable(say!("withdraw-nobody", code = code)));
    }
    if !of.yes {
        let sessions = folders.iter().map(SessionFolder::name).collect::<Vec<_>>().join(", ");
        return Err(Failure::mendable(say!("withdraw-sure", what = scope_words(wish), sessions = sessions)));
    }
    let mut done = Vec::new();
    for folder in folders {
        let mut held = opening::open(&folder, now, identity.sign())?;
        let at = held.found.session.timeline().end();
        happens(&mut held, Command::Withdraw { wish, person: None, at, said: said.clone() }, now)?;
        let until = last_day(held.found.letter_at, study.settings.withdraw_days);
        let late = until.as_ref().is_some_and(|until| *until < of.on);
        let files = folder.files_of_takes()?;
        let left = if files.is_empty() { crate::domain::consent::Left::Nothing } else { crate::domain::consent::Left::Files };
        let todo = held.found.session.open_wish().map(|wish| wish.what_to_do(left, Some(&folder.name())));
        done.push(Withdrawn { session: folder.name(), scope: wish, until, late, todo });
    }
    if readers == For::Programs {
        return put_json(&done);
    }
    for one in done {
        put(say!("withdrawn", session = &one.session, what = scope_words(wish)));
        if let Some(until) = one.until {
            put(if one.late { say!("withdraw-late", day = until) } else { say!("withdraw-in-time", day = until) });
        }
        if let Some(todo) = one.todo {
            put(format!("! {todo}"));
        }
    }
    Ok(())
}

/// What they take back, in words.
fn scope_words(wish: Wish) -> String {
    say!("withdraw-scope", scope = wish.word())
}

/// The last day on which what they told can be taken out: so many days after the letter.
fn last_day(letter: Option<Stamp>, days: Option<u32>) -> Option<String> {
    let day: Date = letter?.date().parse().ok()?;
    let last = day.checked_add(jiff::Span::new().days(i64::from(days?))).ok()?;
    Some(last.to_string())
}
