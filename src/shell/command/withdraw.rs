//! `hearback withdraw`: consent that is taken back after the interview, in all the sessions of whoever does.
//!
//! Nothing is deleted here, and nothing is passed over in silence: what could be written is, and of every other session it is said why not,
//! and the command has failed as long as one is left.

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::consent::Left;
use crate::domain::consent::Person;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::seats::Seat;
use crate::domain::standing::Phase;
use crate::domain::time::Stamp;
use crate::shell::archive;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::Scope;
use crate::shell::cli::options::WithdrawOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::consent;
use crate::shell::command::consent::said;
use crate::shell::command::outside;
use crate::shell::command::outside::LeftShown;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

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
    /// What left before and may hold what is theirs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_before: Vec<LeftShown>,
}

/// Whose consent of a session is taken back: the participant's, or that of somebody who sat in a group.
enum Whose {
    Participant,
    Everybody,
    SeatOf(Person, Seat),
}

impl Whose {
    /// The session called `name`, and what of `wish` would hold for it that is not said of the others.
    fn of(&self, name: &str, wish: Wish) -> String {
        match self {
            Self::SeatOf(_, seat) if wish.ends_it() => say!("withdraw-seat-sure", session = name, seat = u32::from(seat.0)),
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

/// What is known of who takes consent back.
#[derive(Default)]
struct Theirs {
    /// The interviews with them, and the groups in which they sat.
    sessions: Vec<(SessionFolder, Whose)>,
    /// Those that were only planned: nothing of theirs is there.
    planned: Vec<String>,
    /// Those that cannot be read: whether they take part in them is not known.
    unread: Vec<String>,
}

impl Theirs {
    /// Of whoever is called `code`, or of the session with that name.
    fn of(study: &OpenStudy, code: &str, now: Stamp) -> Result<Self, Failure> {
        let mut theirs = Self::default();
        for line in study.sessions(now)? {
            let folder = study.folder.session(&line.name)?;
            let Ok(found) = sessions::read(&folder) else {
                theirs.unread.push(line.name);
                continue;
            };
            let session = found.session;
            let is_participant = session.opened().participant.eq_ignore_ascii_case(code) || line.name == code;
            let seat = session.table().and_then(|table| table.seats.iter().find(|one| one.person.0.eq_ignore_ascii_case(code)));
            match (is_participant, seat) {
                (false, None) => {}
                _ if session.phase() == Phase::Draft => theirs.planned.push(line.name),
                (true, _) if session.table().is_some() => theirs.sessions.push((folder, Whose::Everybody)),
                (true, _) => theirs.sessions.push((folder, Whose::Participant)),
                (false, Some(one)) => theirs.sessions.push((folder, Whose::SeatOf(one.person.clone(), one.seat))),
            }
        }
        Ok(theirs)
    }
}

pub(super) fn withdraw(study: Option<&Path>, code: &str, of: &WithdrawOf, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    if let Some(words) = archive::lent::sweep() {
        remark(noted(words));
    }
    let now = clock::wall();
    let said = said([&of.told, &of.whom, &of.on].map(Clone::clone), "--whom", now)?;
    let wish = match of.scope {
        Scope::Stop => Wish::Keep,
        Scope::Sound => Wish::Destroy,
        Scope::All => Wish::DestroyAll,
        Scope::Quotes => Wish::NoQuotes,
        Scope::Contact => Wish::NoContact,
    };
    let Theirs { sessions, planned, unread } = Theirs::of(&study, code, now)?;
    if sessions.is_empty() && unread.is_empty() {
        return Err(Failure::mendable(say!("withdraw-nobody", code = code)));
    }
    if let Some((folder, _)) = sessions.iter().find(|(_, whose)| matches!(whose, Whose::Everybody) && !of.everybody) {
        return Err(Failure::mendable(say!("withdraw-whose", session = folder.name())));
    }
    if !of.yes && !sessions.is_empty() {
        let all: Vec<String> = sessions.iter().map(|(folder, whose)| whose.of(&folder.name(), wish)).collect();
        for name in &unread {
            remark(noted(message!("withdraw-unread", session = name)));
        }
        return Err(Failure::mendable(say!("withdraw-sure", what = scope_words(wish), sessions = all.join(", "))));
    }
    let (mut done, mut left) = (Vec::new(), unread.iter().map(|name| say!("withdraw-unread", session = name)).collect::<Vec<_>>());
    for (folder, whose) in sessions {
        match take_back(&study, &folder, &whose, wish, &said, now, &mut identity) {
            Ok(one) => done.push(one),
            Err(failure) => left.push(say!("withdraw-not-written", session = folder.name(), why = failure.to_string())),
        }
    }
    for name in &planned {
        remark(noted(message!("withdraw-planned", session = name)));
    }
    match readers {
        For::Programs => put_json(&done)?,
        For::People => done.into_iter().for_each(tell),
    }
    if left.is_empty() { Ok(()) } else { Err(Failure::mendable(left.join("\n"))) }
}

/// Writes down that consent of one session was taken back, if that is not written there yet.
fn take_back(
    study: &OpenStudy,
    folder: &SessionFolder,
    whose: &Whose,
    wish: Wish,
    said: &Said,
    now: Stamp,
    identity: &mut Identity,
) -> Result<Withdrawn, Failure> {
    let person = whose.person();
    let mut held = opening::open(folder, now, &identity.sign())?;
    let before = held.found.session.notes().count();
    let at = held.found.session.timeline().end();
    let is_known = held.found.session.consents().standing().iter().any(|one| one.wish == wish && one.person == person && one.said == *said);
    if !is_known {
        happens(&mut held, Command::Withdraw { wish, person, at, said: said.clone() }, now)?;
        held.forget_unwanted(folder)?;
    }
    let session = &held.found.session;
    let until = last_day(held.found.letter_at, study.settings.withdraw_days);
    let late = until.as_ref().is_some_and(|until| *until < said.on);
    let left = if folder.files_of_takes()?.is_empty() { Left::Nothing } else { Left::Files };
    let todo = session.open_wish().map(|wish| wish.what_to_do(left, Some(&folder.name())));
    let seat = whose.seat();
    // What went with it was told when it was written.
    let receipt = seat.filter(|_| !is_known).map_or_else(Vec::new, |seat| consent::receipt(session, seat, before));
    let left_before = outside::before(session, folder);
    Ok(Withdrawn { session: folder.name(), seat, scope: wish, until, late, todo, receipt, left_before })
}

/// The same for people.
fn tell(one: Withdrawn) {
    let what = if one.receipt.is_empty() { scope_words(one.scope) } else { say!("withdraw-seat-done") };
    put(say!("withdrawn", session = named(&one.session, one.seat), what = what));
    one.receipt.into_iter().for_each(put);
    if let Some(until) = one.until {
        put(if one.late { say!("withdraw-late", day = until) } else { say!("withdraw-in-time", day = until) });
    }
    if let Some(todo) = one.todo {
        put(format!("! {todo}"));
    }
    for words in outside::lines(&one.left_before, &one.session) {
        put(format!("! {words}"));
    }
}

/// A session by its name, with the seat of whoever takes no part in it any more.
fn named(session: &str, seat: Option<Seat>) -> String {
    seat.map_or_else(|| session.to_owned(), |seat| say!("withdraw-seat", session = session, seat = u32::from(seat.0)))
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
