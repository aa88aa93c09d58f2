//! `hearback withhold` and `hearback withdraw`: what a participant does not want to be used, and consent that is taken back after the
//! interview.
//!
//! Nothing is deleted here: what is withheld stays in the journal and in the sound until somebody destroys them, and that is said each time.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::guide::Covers;
use crate::domain::note::NoteId;
use crate::domain::seats::Seat;
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
use crate::shell::command::consent;
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
            let on = on.unwrap_or_default();
            let (told, to) = (told.unwrap_or_default(), whom.unwrap_or_default());
            said(&told, &to, &on, clock::wall())?;
            Command::LiftWithheld(WithheldLifted { id: WithheldId(id), told, to, on })
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
            Some(lifted) if lifted.told.is_empty() => say!("withheld-slip"),
            Some(lifted) => say!("withheld-lifted", told = &lifted.told, whom = &lifted.to, day = &lifted.on),
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

/// How a participant said something, to whom and when: all three, and not a day to come.
fn said(told: &str, to: &str, on: &str, now: Stamp) -> Result<(), Failure> {
    for (flag, text) in [("--told", told), ("--whom", to)] {
        if text.trim().is_empty() {
            return Err(Failure::new(Kind::Usage, say!("consent-no-words", flag = flag)));
        }
    }
    let day: Date = on.parse().map_err(|_| Failure::new(Kind::Usage, say!("consent-no-day")))?;
    if now.date().parse::<Date>().is_ok_and(|today| day > today) {
        return Err(Failure::new(Kind::Usage, say!("consent-day-ahead", day = day.to_string())));
    }
    Ok(())
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
    /// Where they sat in a focus group.
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<Seat>,
    scope: Wish,
    /// The last day on which what they told can be taken out, if the letter has gone and the study has set any.
    until: Option<String>,
    /// Whether that day is over.
    late: bool,
    /// What is still to be done by hand.
    todo: Option<String>,
    /// Of somebody in a group: what became of their words, and what of theirs stays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    receipt: Vec<String>,
}

/// Whose consent of a session is taken back: the participant's, or that of somebody who sat in a group.
#[derive(Clone)]
enum Whose {
    Participant,
    SeatOf(Person, Seat),
}

impl Whose {
    /// What the withdrawal of `wish` is then. Nobody in a group has the sound to themselves, or all that was noted: of whoever takes no part
    /// in it any more what they said is left out.
    fn wish(&self, wish: Wish) -> Wish {
        match (self, wish) {
            (Self::SeatOf(..), Wish::Destroy | Wish::DestroyAll) => Wish::Keep,
            _ => wish,
        }
    }

    /// The session called `name`, and what of `wish` would hold for it that is not said of the others.
    fn of(&self, name: &str, wish: Wish) -> String {
        match self {
            Self::SeatOf(_, seat) if self.wish(wish) == Wish::Keep => say!("withdraw-seat-sure", session = name, seat = u32::from(seat.0)),
            _ => named(name, self.seat()),
        }
    }

    fn person(&self) -> Option<Person> {
        if let Self::SeatOf(person, _) = self { Some(person.clone()) } else { None }
    }

    fn seat(&self) -> Option<Seat> {
        if let Self::SeatOf(_, seat) = self { Some(*seat) } else { None }
    }
}

/// The sessions of whoever is called `code`, or the one with that name; and the groups in which they sat.
fn theirs(study: &OpenStudy, code: &str, now: Stamp) -> Result<Vec<(SessionFolder, Whose)>, Failure> {
    let mut found = Vec::new();
    for line in study.sessions(now)? {
        let folder = study.folder.session(&line.name)?;
        if line.participant.eq_ignore_ascii_case(code) || line.name == code {
            found.push((folder, Whose::Participant));
        } else if line.standing.is_ok() {
            let session = sessions::read(&folder)?.session;
            let seats = session.table().into_iter().flat_map(|table| &table.seats);
            let seat = seats.into_iter().find(|one| one.person.0.eq_ignore_ascii_case(code));
            found.extend(seat.map(|one| (folder, Whose::SeatOf(one.person.clone(), one.seat))));
        }
    }
    Ok(found)
}

pub(super) fn withdraw(study: Option<&Path>, code: &str, of: &WithdrawOf, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let now = clock::wall();
    said(&of.told, &of.whom, &of.on, now)?;
    let wish = match of.scope {
        Scope::Stop => Wish::Keep,
        Scope::Sound => Wish::Destroy,
        Scope::All => Wish::DestroyAll,
        Scope::Quotes => Wish::NoQuotes,
        Scope::Contact => Wish::NoContact,
    };
    let theirs = theirs(&study, code, now)?;
    if theirs.is_empty() {
        return Err(Failure::mendable(say!("withdraw-nobody", code = code)));
    }
    if !of.yes {
        let sessions = theirs.iter().map(|(folder, whose)| whose.of(&folder.name(), wish)).collect::<Vec<_>>().join(", ");
        return Err(Failure::mendable(say!("withdraw-sure", what = scope_words(wish), sessions = sessions)));
    }
    let mut done = Vec::new();
    for (folder, whose) in theirs {
        let wish = whose.wish(wish);
        let mut held = opening::open(&folder, now, identity.sign())?;
        let before = held.found.session.notes().count();
        let Some(item) = item_of(&held.found.session, wish) else {
            remark(noted(message!("withdraw-no-item", session = folder.name())));
            continue;
        };
        let at = held.found.session.timeline().end();
        let (told, to, on) = (of.told.clone(), of.whom.clone(), of.on.clone());
        let withdrawal = Withdrawal { person: whose.person(), told, to, on, ..Withdrawal::in_interview(item, at, wish) };
        happens(&mut held, Command::Withdraw(withdrawal), now)?;
        let until = last_day(held.found.letter_at, study.settings.withdraw_days);
        let late = until.as_ref().is_some_and(|until| *until < of.on);
        let files = folder.files_of_takes()?;
        let left = if files.is_empty() { crate::domain::consent::Left::Nothing } else { crate::domain::consent::Left::Files };
        let todo = held.found.session.open_wish().map(|wish| wish.what_to_do(left, Some(&folder.name())));
        let seat = whose.seat();
        let receipt = seat.map_or_else(Vec::new, |seat| consent::receipt(&held.found.session, seat, before));
        done.push(Withdrawn { session: folder.name(), seat, scope: wish, until, late, todo, receipt });
    }
    if readers == For::Programs {
        return put_json(&done);
    }
    for one in done {
        let what = if one.receipt.is_empty() { scope_words(one.scope) } else { say!("withdraw-seat-done") };
        put(say!("withdrawn", session = named(&one.session, one.seat), what = what));
        one.receipt.into_iter().for_each(put);
        if let Some(until) = one.until {
            put(if one.late { say!("withdraw-late", day = until) } else { say!("withdraw-in-time", day = until) });
        }
        if let Some(todo) = one.todo {
            put(format!("! {todo}"));
        }
    }
    Ok(())
}

/// A session by its name, with the seat of whoever takes no part in it any more.
fn named(session: &str, seat: Option<Seat>) -> String {
    seat.map_or_else(|| session.to_owned(), |seat| say!("withdraw-seat", session = session, seat = u32::from(seat.0)))
}

/// What they take back, in words.
fn scope_words(wish: Wish) -> String {
    say!("withdraw-scope", scope = wish.word())
}

/// The consent that is taken back in `session` by who wants this.
fn item_of(session: &Session, wish: Wish) -> Option<crate::domain::guide::Id> {
    let of = |covers: Covers| session.guide().consent.iter().find(|item| item.covers == covers).map(|item| item.id.clone());
    of(wish.covers())
}

/// The last day on which what they told can be taken out: so many days after the letter.
fn last_day(letter: Option<Stamp>, days: Option<u32>) -> Option<String> {
    let day: Date = letter?.date().parse().ok()?;
    let last = day.checked_add(jiff::Span::new().days(i64::from(days?))).ok()?;
    Some(last.to_string())
}
