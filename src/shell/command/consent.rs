//! `hearback consent`: what a participant agreed to, and a change of it.
//!
//! A change is what lifts a no, and nothing else does; so it says how the participant told it, to whom, and on which day, and the journal
//! keeps both answers.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Person;
use crate::domain::consent::Withdrawal;
use crate::domain::guide::Covers;
use crate::domain::guide::Id;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::text::shown;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::ChangeOfConsent;
use crate::shell::cli::options::YesNo;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::padded;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::widest;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

/// One item, for programs.
#[derive(Serialize)]
struct AnsweredItem<'a> {
    item: &'a Id,
    covers: Covers,
    say: &'a str,
    /// What counts now; nothing if it was not asked.
    answer: Option<Answer>,
    answers: Vec<&'a Consent>,
    withdrawals: Vec<&'a Withdrawal>,
    changes: Vec<&'a ConsentChange>,
}

pub(super) fn consent(study: Option<&Path>, wish: &str, change: ChangeOfConsent, readers: For, identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    match change {
        ChangeOfConsent { item: Some(item), answer: Some(answer), told: Some(told), to: Some(to), on: Some(on), seat } => {
            let answer = match answer {
                YesNo::Yes => Answer::Given,
                YesNo::No => Answer::Refused,
            };
            let change = ConsentChange { item: Id::new(item), person: None, answer, told, to, on };
            change_it(&folder, change, seat.map(Seat), identity)
        }
        _ => list(&folder, readers),
    }
}

fn list(folder: &SessionFolder, readers: For) -> Result<(), Failure> {
    let found = sessions::read(folder)?;
    let (session, consents) = (&found.session, found.session.consents());
    let items = session.guide().consent.iter().map(|asked| AnsweredItem {
        item: &asked.id,
        covers: asked.covers,
        say: &asked.say,
        answer: consents.answer(&asked.id),
        answers: consents.all().iter().filter(|c| c.item == asked.id).collect(),
        withdrawals: consents.withdrawals().iter().filter(|w| w.item == asked.id).collect(),
        changes: consents.changes().iter().filter(|c| c.item == asked.id).collect(),
    });
    let items: Vec<AnsweredItem<'_>> = items.collect();
    if readers == For::Programs {
        return put_json(&items);
    }
    // One more than the longest answer takes.
    let cells = 1 + widest([Answer::Given, Answer::Refused].map(|answer| word(Some(answer))).iter().map(String::as_str));
    for item in &items {
        let how = item.answers.last().map_or_else(String::new, |c| format!(", {}", c.how.words()));
        let answer = padded(&word(item.answer), cells);
        put(format!("{answer} {:<20} {}{how}", item.item.to_string(), shown(item.say.trim())));
        for withdrawal in &item.withdrawals {
            put(format!("       {}", say!("consent-taken-back", at = withdrawal.at.to_string())));
        }
        for change in &item.changes {
            let (told, to, on) = (shown(&change.told), shown(&change.to), shown(&change.on));
            let answer = word(Some(change.answer));
            put(format!("       {}", say!("consent-changed", answer = answer, day = &*on, told = &*told, whom = &*to)));
        }
    }
    follows(session);
    Ok(())
}

fn word(answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Given) => say!("consent-yes"),
        Some(Answer::Refused) => say!("consent-no"),
        None => "-".to_owned(),
    }
}

/// What follows from the answers as they are, in words: a no has a consequence that can be seen.
fn follows(session: &Session) {
    if !session.may_record() {
        put(say!("consent-no-recording"));
    }
    match session.may_send() {
        Ok(()) => put(say!("consent-letter")),
        Err(refusal) => put(say!("consent-no-letter", why = refusal.to_string())),
    }
    if !session.may_quote() {
        put(say!("consent-no-quotes"));
    }
}

/// Whose answer it is: in a group whose seats are known, that of one of them.
fn person(session: &Session, seat: Option<Seat>) -> Result<Option<Person>, Failure> {
    let person = |seat| session.table().and_then(|table| table.person(seat)).cloned();
    match seat {
        None if session.table().is_some() => Err(Failure::new(Kind::Usage, say!("consent-which-seat"))),
        None => Ok(None),
        Some(seat) => person(seat).map(Some).ok_or_else(|| Failure::new(Kind::Usage, say!("consent-no-seat", seat = u32::from(seat.0)))),
    }
}

/// What became of a seat's words, which had stood in so many notes with those of the others, and what nothing can be done about.
pub(super) fn receipt(session: &Session, seat: Seat, before: usize) -> Vec<String> {
    let person = session.table().and_then(|table| table.person(seat));
    if !person.is_some_and(|person| session.is_withdrawn(person)) {
        return Vec::new();
    }
    let gone = before.saturating_sub(session.notes().count());
    let overlap = (session.recorded() == Recorded::Something).then(|| say!("seat-overlap"));
    std::iter::once(say!("seat-withdrawn", seat = u32::from(seat.0), count = gone)).chain(overlap).collect()
}

/// Journals `change`, and says what follows from it.
fn change_it(folder: &SessionFolder, change: ConsentChange, seat: Option<Seat>, mut identity: Identity) -> Result<(), Failure> {
    let now = clock::wall();
    let day: Date = change.on.parse().map_err(|_| Failure::new(Kind::Usage, say!("consent-no-day")))?;
    if now.date().parse::<Date>().is_ok_and(|today| day > today) {
        return Err(Failure::new(Kind::Usage, say!("consent-day-ahead", day = day.to_string())));
    }
    for (flag, text) in [("--told", &change.told), ("--to", &change.to)] {
        if text.trim().is_empty() {
            return Err(Failure::new(Kind::Usage, say!("consent-no-words", flag = flag)));
        }
    }
    let mut held = opening::open(folder, now, identity.sign())?;
    let change = ConsentChange { person: person(&held.found.session, seat)?, ..change };
    let before = held.found.session.notes().count();
    let item = change.item.clone();
    let answer = change.answer;
    let known = || held.found.session.guide().consent.iter().map(|c| c.id.to_string()).collect::<Vec<_>>().join(", ");
    let event = held
        .found
        .session
        .decide(Command::ChangeConsent(change))
        .map_err(|refusal| Failure::mendable(say!("consent-items", why = refusal.to_string(), items = known())))?;
    held.note(&[event], now)?;
    match seat {
        Some(seat) => {
            let (session, item, answer) = (folder.name(), item.to_string(), word(Some(answer)));
            put(say!("consent-now-seat", session = session, seat = u32::from(seat.0), item = item, answer = answer));
            receipt(&held.found.session, seat, before).into_iter().for_each(put);
        }
        None => put(say!("consent-now", session = folder.name(), item = item.to_string(), answer = word(Some(answer)))),
    }
    follows(&held.found.session);
    let letters = u64::from(held.found.session.letters());
    if letters > 0 && held.found.session.may_send().is_err() {
        put(noted(message!("consent-letters-before", count = letters)));
    }
    Ok(())
}
