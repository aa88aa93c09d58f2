//! `hearback consent`: what a participant agreed to, and a change of it.
//!
//! A change is what lifts a no, and nothing else does; so it says how the participant told it, to whom, and on which day, and the journal
//! keeps both answers.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Person;
use crate::domain::consent::Said;
use crate::domain::consent::Withdrawal;
use crate::domain::guide::Covers;
use crate::domain::guide::Id;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
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
use crate::shell::command::days;
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
        ChangeOfConsent { item: Some(item), answer: Some(answer), told: Some(told), to: Some(to), on: Some(on), seat, everybody } => {
            let answer = match answer {
                YesNo::Yes => Answer::Given,
                YesNo::No => Answer::Refused,
            };
            let said = said([told, String::from(to), on], "--to", clock::wall())?;
            let change = ConsentChange { item: Id::new(item), person: None, answer, said };
            let whose = match (seat, everybody) {
                (Some(seat), _) => Whose::Seat(Seat(seat)),
                (None, true) => Whose::Everybody,
                (None, false) => Whose::Participant,
            };
            change_it(&folder, change, whose, identity)
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
    // What no item asks can be unwanted all the same.
    let is_asked = |id: &Id| session.guide().consent.iter().any(|asked| asked.id == *id);
    let unasked: BTreeMap<&Id, &Withdrawal> =
        consents.withdrawals().iter().filter(|one| !is_asked(&one.item)).map(|one| (&one.item, one)).collect();
    let unasked = unasked.into_values().map(|one| AnsweredItem {
        item: &one.item,
        covers: one.wish.covers(),
        say: "",
        answer: consents.answer(&one.item),
        answers: Vec::new(),
        withdrawals: consents.withdrawals().iter().filter(|w| w.item == one.item).collect(),
        changes: consents.changes().iter().filter(|c| c.item == one.item).collect(),
    });
    let items: Vec<AnsweredItem<'_>> = items.chain(unasked).collect();
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
            put(format!("       {}", taken_back(withdrawal)));
        }
        for change in &item.changes {
            let Said { told, to, on } = &change.said;
            let (told, to, on) = (shown(told), shown(to), shown(on));
            let answer = word(Some(change.answer));
            put(format!("       {}", say!("consent-changed", answer = answer, day = &*on, told = &*told, whom = &*to)));
        }
    }
    follows(session);
    Ok(())
}

/// That consent was taken back, with what they want and how they said so.
fn taken_back(one: &Withdrawal) -> String {
    taken_back_by(one, one.person.as_ref().map(|person| shown(&person.0).into_owned()))
}

/// The same where `session` is shown: of whoever takes no part in a group any more there stands the seat, and not who it was.
pub(super) fn taken_back_here(session: &Session, one: &Withdrawal) -> String {
    let seats = session.table().into_iter().flat_map(|table| &table.seats);
    let who = one.person.as_ref().map(|person| match seats.into_iter().find(|seat| seat.person == *person) {
        Some(seat) if session.is_withdrawn(person) => say!("consent-of-seat", seat = u32::from(seat.seat.0)),
        _ => shown(&person.0).into_owned(),
    });
    taken_back_by(one, who)
}

fn taken_back_by(one: &Withdrawal, who: Option<String>) -> String {
    let scope = say!("withdraw-scope", scope = one.wish.word());
    let what = who.into_iter().fold(scope, |what, who| say!("consent-of", who = who, what = what));
    let Said { told, to, on } = &one.said;
    if one.said.is_in_interview() {
        say!("consent-taken-back", at = one.at.to_string(), what = what)
    } else if told.is_empty() {
        // How they said so went with all that was destroyed.
        say!("consent-taken-back-on", day = &*shown(on), whom = &*shown(to), what = what)
    } else {
        say!("consent-taken-back-later", day = &*shown(on), told = &*shown(told), whom = &*shown(to), what = what)
    }
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

/// Whose answer is changed.
#[derive(Clone, Copy)]
enum Whose {
    Participant,
    Everybody,
    Seat(Seat),
}

/// Whose answer it is: in a group whose seats are known, that of one of them, or what was said of all together.
fn person(session: &Session, whose: Whose) -> Result<Option<Person>, Failure> {
    let person = |seat| session.table().and_then(|table| table.person(seat)).cloned();
    match whose {
        Whose::Participant if session.table().is_some() => Err(Failure::new(Kind::Usage, say!("consent-which-seat"))),
        Whose::Participant | Whose::Everybody => Ok(None),
        Whose::Seat(seat) => {
            person(seat).map(Some).ok_or_else(|| Failure::new(Kind::Usage, say!("consent-no-seat", seat = u32::from(seat.0))))
        }
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

/// How a participant said something, to whom (which the flag `whom` says) and when: all three, and not a day to come.
pub(super) fn said([told, to, on]: [String; 3], whom: &str, now: Stamp) -> Result<Said, Failure> {
    for (flag, text) in [("--told", &told), (whom, &to)] {
        if text.trim().is_empty() {
            return Err(Failure::new(Kind::Usage, say!("consent-no-words", flag = flag)));
        }
    }
    Ok(Said { told, to, on: days::by_now(Some(on), now)? })
}

/// Journals `change`, and says what follows from it.
fn change_it(folder: &SessionFolder, change: ConsentChange, whose: Whose, mut identity: Identity) -> Result<(), Failure> {
    let now = clock::wall();
    let mut held = opening::open(folder, now, &identity.sign())?;
    let change = ConsentChange { person: person(&held.found.session, whose)?, ..change };
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
    held.forget_unwanted(folder)?;
    match whose {
        Whose::Seat(seat) => {
            let (session, item, answer) = (folder.name(), item.to_string(), word(Some(answer)));
            put(say!("consent-now-seat", session = session, seat = u32::from(seat.0), item = item, answer = answer));
            receipt(&held.found.session, seat, before).into_iter().for_each(put);
        }
        Whose::Participant | Whose::Everybody => {
            put(say!("consent-now", session = folder.name(), item = item.to_string(), answer = word(Some(answer))));
        }
    }
    follows(&held.found.session);
    let letters = u64::from(held.found.session.letters());
    if letters > 0 && held.found.session.may_send().is_err() {
        put(noted(message!("consent-letters-before", count = letters)));
    }
    Ok(())
}
