//! `hearback withdraw`: consent that is taken back after the interview, in all the sessions of whoever does.
//!
//! What they want is written down first. Where that is that the sound, or all of it, is destroyed, it is then done, session by session
//! ([`crate::shell::archive::destroying`]), with a receipt; called again it goes on with what is left. Of a group, what one of them said is left
//! out of everything, and the whole is never destroyed for the sake of one. Nothing is passed over in silence: what could be written or
//! destroyed is, and of every other session it is said why not, and the command has failed as long as one is left.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::consent::Left;
use crate::domain::consent::Person;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::destruction::Beyond;
use crate::domain::destruction::Material;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::standing::Standing;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::shell::archive;
use crate::shell::archive::destroying::here;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::opening::Held;
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
use crate::shell::command::destroy;
use crate::shell::command::destroy::Listed;
use crate::shell::command::outside;
use crate::shell::command::outside::LeftShown;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::store::receipt;
use crate::store::receipt::Receipt;
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
    /// Of somebody in a group: what stands of them on the list of participants, and is for a person to take out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_reached: Vec<Beyond>,
    /// How many codes went from the study's coding.
    #[serde(skip_serializing_if = "destroy::is_none_at_all")]
    coding: usize,
    /// Of what was destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    destroyed: Option<Receipt>,
    /// The same for people, and where it is.
    #[serde(skip)]
    told: Vec<String>,
    /// The number of the receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt_number: Option<String>,
}

impl Withdrawn {
    /// Of a session of which nothing else is to be said.
    const fn of(session: String, scope: Wish) -> Self {
        Self {
            session,
            seat: None,
            scope,
            until: None,
            late: false,
            todo: None,
            receipt: Vec::new(),
            left_before: Vec::new(),
            not_reached: Vec::new(),
            coding: 0,
            destroyed: None,
            told: Vec::new(),
            receipt_number: None,
        }
    }
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
    /// Those that were only planned and go as a whole: nothing that they said is there.
    planned: Vec<SessionFolder>,
    /// Those of which all was destroyed before: what became of each, and the number of its receipt.
    gone: Vec<(String, Vec<String>, Option<String>)>,
    /// Those that cannot be read: whether they take part in them is not known.
    unread: Vec<String>,
    /// The days on which they were interviewed, or sat in a group.
    days: BTreeSet<String>,
}

impl Theirs {
    /// Of whoever is called `code`, or of the session with that name.
    fn of(study: &OpenStudy, code: &str, wish: Wish, now: Stamp) -> Result<Self, Failure> {
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
            if (is_participant || seat.is_some()) && session.phase() != Phase::Draft {
                theirs.days.insert(session.held_on().date());
            }
            match (is_participant, seat) {
                (false, None) => {}
                (true, _) if session.is_gone(Material::All) => {
                    let number = session.destructions().all().last().map(|one| one.receipt.clone());
                    let lines = destroy::all_lines(study, &session, &line.name);
                    theirs.gone.push((line.name, lines, number));
                }
                // Of a group that is only planned the others' part is none of theirs.
                (false, Some(one)) => theirs.sessions.push((folder, Whose::SeatOf(one.person.clone(), one.seat))),
                _ if session.phase() == Phase::Draft && wish == Wish::DestroyAll => theirs.planned.push(folder),
                (true, _) if session.table().is_some() => theirs.sessions.push((folder, Whose::Everybody)),
                (true, _) => theirs.sessions.push((folder, Whose::Participant)),
            }
        }
        Ok(theirs)
    }

    /// Nobody takes back what was not there yet: the day is one of those on which they were interviewed, or comes after one.
    fn took_it_back_after(&self, said: Option<&Said>) -> Result<(), Failure> {
        let Some((first, said)) = self.days.first().zip(said) else { return Ok(()) };
        if said.on >= *first {
            return Ok(());
        }
        let days = self.days.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        Err(Failure::new(Kind::Usage, say!("withdraw-before", day = &said.on, days = days)))
    }
}

pub(super) fn withdraw(study: Option<&Path>, code: &str, of: &WithdrawOf, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    if let Some(words) = archive::lent::sweep() {
        remark(noted(words));
    }
    let now = clock::wall();
    let said = match (&of.told, &of.whom, &of.on) {
        (Some(told), Some(whom), Some(on)) => Some(said([told.clone(), whom.to_string(), on.clone()], "--whom", now)?),
        _ => None,
    };
    let wish = match of.scope {
        Scope::Stop => Wish::Keep,
        Scope::Sound => Wish::Destroy,
        Scope::All => Wish::DestroyAll,
        Scope::Quotes => Wish::NoQuotes,
        Scope::Contact => Wish::NoContact,
    };
    // What is destroyed is asked for again by whoever goes on; a no that nobody knows how it was said is none.
    if said.is_none() && material(wish).is_none() {
        return Err(Failure::new(Kind::Usage, say!("withdraw-how")));
    }
    let theirs = Theirs::of(&study, code, wish, now)?;
    theirs.took_it_back_after(said.as_ref())?;
    if theirs.sessions.is_empty() && theirs.planned.is_empty() && theirs.unread.is_empty() {
        let is_listed = study.register.participants.iter().any(|one| one.code.as_str().eq_ignore_ascii_case(code));
        if theirs.gone.is_empty() && is_listed && wish == Wish::DestroyAll {
            return off_the_list(&study, code, of, readers, now);
        }
        if theirs.gone.is_empty() {
            return Err(Failure::mendable(say!("withdraw-nobody", code = code)));
        }
        // What was destroyed for another reason left what the list says of them.
        let on = of.on.clone().unwrap_or_else(|| now.date());
        let not_reached = match wish {
            Wish::DestroyAll if of.yes => not_reached_of(&study, code, &on)?,
            Wish::DestroyAll => here::decided_about(study.folder.root(), &[code.to_owned()]),
            _ => Vec::new(),
        };
        return gone(theirs.gone, wish, &not_reached, readers);
    }
    if let Some((folder, _)) = theirs.sessions.iter().find(|(_, whose)| matches!(whose, Whose::Everybody) && !of.everybody) {
        return Err(Failure::mendable(say!("withdraw-whose", session = folder.name())));
    }
    if !of.yes && (!theirs.planned.is_empty() || !theirs.sessions.is_empty()) {
        return Err(asked(&study, &theirs, wish, readers));
    }
    let Theirs { sessions, planned, unread, .. } = theirs;
    let (mut done, mut left) = (Vec::new(), unread.iter().map(|name| say!("withdraw-unread", session = name)).collect::<Vec<_>>());
    let (mut worst, taking) = (Kind::Mendable, Taking { study: &study, wish, said, why: of.reason.as_deref(), now });
    let each = sessions.iter().map(|(folder, whose)| (folder, Some(whose)));
    for (folder, whose) in each.chain(planned.iter().map(|folder| (folder, None))) {
        let taken = match whose {
            Some(whose) => taking.back(folder, whose, &mut identity),
            None => taking.planned(folder, &mut identity),
        };
        match taken {
            Ok(one) => done.push(one),
            Err(failure) => {
                worst = worst.max(failure.kind);
                left.push(say!("withdraw-not-written", session = folder.name(), why = failure.to_string()));
            }
        }
    }
    let has_destroyed = done.iter().any(|one| one.destroyed.is_some());
    match readers {
        For::Programs => put_json(&done)?,
        For::People => {
            done.into_iter().for_each(tell);
            if has_destroyed {
                put(say!("receipt-not-claimed"));
            }
        }
    }
    if left.is_empty() { Ok(()) } else { Err(Failure::new(worst, left.join("\n"))) }
}

/// Says what became before of sessions of which all was destroyed.
fn gone(all: Vec<(String, Vec<String>, Option<String>)>, wish: Wish, not_reached: &[Beyond], readers: For) -> Result<(), Failure> {
    if readers == For::Programs {
        let one =
            |(session, _, receipt_number)| Withdrawn { receipt_number, not_reached: not_reached.to_vec(), ..Withdrawn::of(session, wish) };
        return put_json(&all.into_iter().map(one).collect::<Vec<_>>());
    }
    destroy::tell_beyond(not_reached);
    // What the receipt named and is there still is told once.
    let told = destroy::beyond_lines(not_reached);
    all.iter().flat_map(|(_, lines, _)| lines).filter(|words| !told.contains(words)).for_each(|words| put(shown(words)));
    Ok(())
}

/// Takes out what is known of somebody who was never interviewed, and stands on the list.
fn off_the_list(study: &OpenStudy, code: &str, of: &WithdrawOf, readers: For, now: Stamp) -> Result<(), Failure> {
    if !of.yes {
        if readers == For::People {
            destroy::tell_beyond(&here::decided_about(study.folder.root(), &[code.to_owned()]));
        }
        return Err(Failure::mendable(say!("withdraw-list-sure", code = code)));
    }
    let on = of.on.clone().unwrap_or_else(|| now.date());
    let not_reached = not_reached_of(study, code, &on)?;
    match readers {
        For::Programs => put_json(&not_reached)?,
        For::People => {
            put(say!("withdraw-off-list", code = code));
            destroy::tell_beyond(&not_reached);
        }
    }
    Ok(())
}

/// Takes out what the list of participants says of `code`: what of it, and of what the team wrote down, is for a person to look at.
fn not_reached_of(study: &OpenStudy, code: &str, on: &str) -> Result<Vec<Beyond>, Failure> {
    let listed = here::off_the_list(study.folder.root(), code, on)?;
    Ok(listed.into_iter().chain(here::decided_about(study.folder.root(), &[code.to_owned()])).collect())
}

/// Lists what would be written and destroyed, and asks whether it is meant.
fn asked(study: &OpenStudy, theirs: &Theirs, wish: Wish, readers: For) -> Failure {
    let planned = theirs.planned.iter().map(SessionFolder::name);
    let all: Vec<String> = theirs.sessions.iter().map(|(folder, whose)| whose.of(&folder.name(), wish)).chain(planned).collect();
    for name in &theirs.unread {
        remark(noted(message!("withdraw-unread", session = name)));
    }
    if readers == For::People && wish.ends_it() {
        put(say!("withdraw-means"));
    }
    let each = theirs.sessions.iter().filter(|(_, whose)| !matches!(whose, Whose::SeatOf(..))).map(|(folder, _)| folder);
    for folder in each.chain(&theirs.planned) {
        let (Some(what), For::People) = (material(wish), readers) else { continue };
        let read = sessions::read(folder).and_then(|found| Ok((Listed::of(folder, &found.session, what)?, found.session)));
        match read {
            Ok((listed, session)) => {
                put(say!("destroy-would", session = folder.name(), what = what.words()));
                listed.tell(what);
                destroy::reports_open(folder, &session, what);
            }
            Err(why) => remark(noted(&*shown(&why.to_string()))),
        }
    }
    // Of whoever sat in a group, and was not interviewed alone, nothing is destroyed but what the list says of them.
    let is_alone = theirs.sessions.iter().any(|(_, whose)| whose.seat().is_none());
    let sat = theirs.sessions.iter().filter_map(|(_, whose)| whose.person()).map(|person| person.0).next();
    if let (Some(code), false, Wish::DestroyAll, For::People) = (sat, is_alone, wish, readers) {
        destroy::tell_beyond(&here::decided_about(study.folder.root(), &[code]));
    }
    Failure::mendable(say!("withdraw-sure", what = scope_words(wish), sessions = all.join(", ")))
}

/// What is destroyed of the session of whoever wants this.
const fn material(wish: Wish) -> Option<Material> {
    match wish {
        Wish::Destroy => Some(Material::Sound),
        Wish::DestroyAll => Some(Material::All),
        Wish::Keep | Wish::NotesOnly | Wish::NoQuotes | Wish::NoContact => None,
    }
}

/// What is taken back, and how they said so.
struct Taking<'t> {
    study: &'t OpenStudy,
    wish: Wish,
    said: Option<Said>,
    why: Option<&'t str>,
    now: Stamp,
}

impl Taking<'_> {
    /// Writes down that consent of one session was taken back, if that is not written there yet; and destroys what they want destroyed.
    fn back(&self, folder: &SessionFolder, whose: &Whose, identity: &mut Identity) -> Result<Withdrawn, Failure> {
        let (person, wish, now, who) = (whose.person(), self.wish, self.now, identity.sign());
        let mut held = opening::open(folder, now, &who)?;
        let before = held.found.session.notes().count();
        let at = held.found.session.timeline().end();
        let is_it = |one: &&Withdrawal| one.wish == wish && one.person == person && self.said.as_ref().is_none_or(|said| one.said == *said);
        // In its opening what was begun before may have been finished.
        let is_known = held.found.session.is_destroyed() || held.found.session.consents().standing().iter().any(|one| is_it(&one));
        if !is_known {
            let Some(said) = self.said.clone() else { return Err(Failure::new(Kind::Usage, say!("withdraw-how"))) };
            happens(&mut held, Command::Withdraw { wish, person: person.clone(), at, said }, now)?;
            held.forget_unwanted(folder)?;
        }
        let until = last_day(held.found.letter_at, self.study.settings.withdraw_days);
        let on = self.said.as_ref().map_or_else(|| now.date(), |said| said.on.clone());
        let late = until.as_ref().is_some_and(|until| *until < on);
        let seat = whose.seat();
        // What went with it was told when it was written.
        let receipt = seat.filter(|_| !is_known).map_or_else(Vec::new, |seat| consent::receipt(&held.found.session, seat, before));
        let left_before = outside::before(&held.found.session, folder);
        let coding = material(wish).filter(|_| seat.is_none()).map_or(0, |what| destroy::coding_of(folder, what));
        let destroyed = match material(wish) {
            // Where it was only planned there is nothing yet.
            Some(what) if seat.is_none() && held.found.session.phase() != Phase::Draft => self.destroy(folder, &mut held, what, &who)?,
            _ => None,
        };
        let session = &held.found.session;
        let left = if folder.files_of_takes()?.is_empty() { Left::Nothing } else { Left::Files };
        let todo = session.open_wish().map(|wish| wish.what_to_do(left, Some(&folder.name())));
        // Of whoever sits in a group only their own goes from the list.
        let not_reached = match (&person, wish) {
            (Some(person), Wish::DestroyAll) => not_reached_of(self.study, &person.0, &on)?,
            // What was begun for another reason, and was finished now, left it.
            (None, Wish::DestroyAll) if session.standing() == Standing::Destroyed => {
                let each = here::everybody(session).map(|code| not_reached_of(self.study, code, &on));
                each.collect::<Result<Vec<_>, _>>()?.concat()
            }
            _ => Vec::new(),
        };
        let in_group = seat.filter(|_| material(wish).is_some());
        let todo = todo.or_else(|| in_group.map(|seat| say!("withdraw-in-group", session = folder.name(), seat = u32::from(seat.0))));
        let told =
            if seat.is_none() && material(wish).is_some() { destroy::all_lines(self.study, session, &folder.name()) } else { Vec::new() };
        // Where all is destroyed the receipt says what left.
        let left_before = if session.is_destroyed() { Vec::new() } else { left_before };
        Ok(Withdrawn {
            session: folder.name(),
            seat,
            scope: wish,
            until,
            late,
            todo,
            receipt,
            left_before,
            not_reached,
            receipt_number: number(destroyed.as_ref(), session),
            coding,
            destroyed,
            told,
        })
    }

    /// Destroys one that was only planned.
    fn planned(&self, folder: &SessionFolder, identity: &mut Identity) -> Result<Withdrawn, Failure> {
        let who = identity.sign();
        let mut held = opening::open(folder, self.now, &who)?;
        let destroyed = self.destroy(folder, &mut held, Material::All, &who)?;
        let session = &held.found.session;
        let told = destroy::all_lines(self.study, session, &folder.name());
        Ok(Withdrawn { receipt_number: number(destroyed.as_ref(), session), destroyed, told, ..Withdrawn::of(folder.name(), self.wish) })
    }

    /// Destroys `what` of a session that is held, unless it is.
    fn destroy(&self, folder: &SessionFolder, held: &mut Held, what: Material, who: &str) -> Result<Option<Receipt>, Failure> {
        let is_gone = held.found.session.is_gone(what);
        if is_gone && here::lies(folder, &held.found.session, what)?.is_empty() {
            return Ok(None);
        }
        let why = self.why.map(str::trim).filter(|why| !why.is_empty()).unwrap_or(receipt::WITHDRAWN);
        Ok(Some(destroy::carry_out(folder, held, (what, why, Some(self.wish)), who, self.now)?))
    }
}

/// The number of the receipt of what was destroyed last, if anything was.
fn number(destroyed: Option<&Receipt>, session: &Session) -> Option<String> {
    destroyed.and_then(|_| session.destructions().all().last()).map(|one| one.receipt.clone())
}

/// The same for people.
fn tell(one: Withdrawn) {
    let what = if one.receipt.is_empty() { scope_words(one.scope) } else { say!("withdraw-seat-done") };
    put(say!("withdrawn", session = named(&one.session, one.seat), what = what));
    one.receipt.into_iter().for_each(put);
    match &one.destroyed {
        Some(receipt) => {
            destroy::tell_receipt(receipt, one.receipt_number.as_deref());
            destroy::tell_coding(one.coding);
        }
        None => one.told.iter().for_each(|words| put(shown(words))),
    }
    if let Some(until) = one.until {
        put(if one.late { say!("withdraw-late", day = until) } else { say!("withdraw-in-time", day = until) });
    }
    if let Some(todo) = one.todo {
        put(format!("! {todo}"));
    }
    // What the receipt above names is not named again.
    let receipted = one.destroyed.map(|receipt| receipt.not_reached).unwrap_or_default();
    for words in outside::lines(&outside::unnamed(one.left_before, &receipted), &one.session) {
        put(format!("! {words}"));
    }
    destroy::tell_beyond(&one.not_reached);
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
