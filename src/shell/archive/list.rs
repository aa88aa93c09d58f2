//! The sessions of a study, one line each.
//!
//! A journal that is as it was is not read again ([`crate::shell::archive::cache`]); whether somebody holds the session, and whether its
//! takes are what was recorded, is looked at each time.

use std::num::NonZero;
use std::thread;

use crate::audio::take::Depth;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::left;
use crate::domain::standing::Standing;
use crate::domain::study::fieldwork::Fieldwork;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::shell::archive::cache::Cache;
use crate::shell::archive::cache::CachedSession;
use crate::shell::archive::cache::Print;
use crate::shell::archive::cache::Prints;
use crate::shell::archive::cache::Remembered;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::Found;
use crate::shell::archive::sessions::Shelf;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::folder::Study;
use crate::store::journal;
use crate::words;

/// The sessions of `study`, the latest last. What `cache` remembers is not read again, and what it does not is remembered for the next time.
pub(crate) fn list(study: &Study, cache: &Cache, leaving: &BeforeLeaving, now: Stamp) -> Result<Vec<SessionLine>, StoreError> {
    let (known, folders) = (cache.read(), study.sessions()?);
    let mut looked = looked_at(&folders, |folder, shelf| look(folder, &known, shelf, leaving, now));
    let is_as_it_was = looked.len() == known.len() && looked.iter().all(|one| matches!(one.entry, Entry::AsItWas));
    // Where every session is gone at once, that there were some is all that is left of them: a disk that is not mounted looks like that.
    if !is_as_it_was && !looked.is_empty() {
        let written = looked.iter().filter_map(|one| Some((one.line.name.clone(), one.entry.written(&known, &one.line.name)?)));
        cache.keep(&written.collect::<Vec<_>>());
    }
    looked.sort_by_key(|one| one.held_ms);
    Ok(looked.into_iter().map(|one| one.line).collect())
}

/// Below so many sessions nobody is called to help: each looks at this many at least.
const FOR_EACH: usize = 64;

/// More than these do not make a disk faster.
const MOST_LOOKERS: usize = 4;

/// What `look` sees in each of `folders`, in their order. Where they are many, several look, each with a shelf of their own.
fn looked_at(folders: &[SessionFolder], look: impl Fn(&SessionFolder, &mut Shelf) -> Looked + Sync) -> Vec<Looked> {
    let all = |folders: &[SessionFolder]| {
        let mut shelf = Shelf::new();
        folders.iter().map(|folder| look(folder, &mut shelf)).collect::<Vec<Looked>>()
    };
    let lookers = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_LOOKERS).min(folders.len() / FOR_EACH).max(1);
    let (own, others) = folders.split_at(folders.len().div_ceil(lookers));
    let spoken = words::spoken();
    thread::scope(|scope| {
        let look_at = |folders| {
            let called = thread::Builder::new().name("sessions".into());
            (folders, called.spawn_scoped(scope, move || words::speaking(spoken, || all(folders))))
        };
        let helpers: Vec<_> = others.chunks(own.len().max(1)).map(look_at).collect();
        let mut looked = all(own);
        for (folders, helper) in helpers {
            // Whoever could not help, or stumbled, has their part done here.
            let seen = helper.ok().and_then(|helper| helper.join().ok());
            looked.extend(seen.unwrap_or_else(|| all(folders)));
        }
        looked
    })
}

/// What is seen of a session.
struct Looked {
    /// When it was held, in milliseconds.
    held_ms: i64,
    line: SessionLine,
    entry: Entry,
}

/// What there is to remember of it.
enum Entry {
    /// Nothing yet.
    Nothing,
    /// What was remembered already.
    AsItWas,
    /// This, which is new.
    Anew(Vec<u8>),
}

impl Entry {
    fn anew(entry: &CachedSession) -> Self {
        serde_json::to_vec(entry).map_or(Self::Nothing, Self::Anew)
    }

    /// It as it is written; the session's name is `name`.
    fn written<'w>(&'w self, known: &'w Remembered, name: &str) -> Option<&'w [u8]> {
        match self {
            Self::Nothing => None,
            Self::AsItWas => known.written(name),
            Self::Anew(entry) => Some(entry),
        }
    }
}

fn look(folder: &SessionFolder, known: &Remembered, shelf: &mut Shelf, leaving: &BeforeLeaving, now: Stamp) -> Looked {
    // Before anything is read: what changes in between is then another file than the one that is remembered.
    let (prints, place) = (Prints::of(folder), Print::of(folder.path()));
    let entry = known.of(&folder.name()).filter(|entry| Some(&entry.prints) == prints.as_ref() && entry.leaving == *leaving);
    match entry.filter(|entry| takes_are_right(entry, folder)) {
        Some(entry) => remembered(entry, folder, place, now),
        None => anew(folder, (prints, place), shelf, leaving, now),
    }
}

/// What is remembered of a session's folder in which there is no strange sound, if it would show that one comes.
fn of_folder(place: Option<Print>, now: Stamp) -> Option<Print> {
    place.filter(|place| place.is_certain() && place.is_settled(now))
}

/// Whether what lies in the folder of a session that stands so is looked at: where it was cut short, whoever mends it does that.
const fn is_cut_short(unattended: Standing) -> bool {
    matches!(unattended, Standing::Interrupted | Standing::UnderWay)
}

/// Whether the takes that were what was recorded have the files they had.
fn takes_are_right(entry: &CachedSession, folder: &SessionFolder) -> bool {
    entry.right.iter().all(|(take, print)| Print::of(&folder.file(&take.file_name())) == *print)
}

/// A session as it is remembered, in a folder that is `place`.
fn remembered(mut entry: CachedSession, folder: &SessionFolder, place: Option<Print>, now: Stamp) -> Looked {
    let known = |take| entry.right.iter().any(|(n, _)| *n == take) || entry.wrong.iter().any(|(n, ..)| *n == take);
    let is_as_it_was = entry.folder.is_some() && entry.folder == place;
    let is_looked_at = !is_as_it_was && !is_cut_short(entry.standing.1);
    let strange = if is_looked_at { recordings::strangers_of(folder, known) } else { Vec::new() };
    let of_folder = if is_looked_at && strange.is_empty() { of_folder(place, now) } else { entry.folder };
    let state = if of_folder == entry.folder {
        Entry::AsItWas
    } else {
        entry.folder = of_folder;
        Entry::anew(&entry)
    };
    let strays = recordings::unless_held(folder, strange);
    let takes: Vec<TakeNumber> = entry.right.iter().map(|(take, _)| *take).chain(entry.wrong.iter().map(|(take, ..)| *take)).collect();
    let wrong = entry.wrong.into_iter().map(|(take, recorded, facts)| recordings::check(folder, take, recorded, facts));
    let changed: Vec<TakeCheck> = wrong.filter(|take| !take.state.is_as_recorded()).collect();
    let line = SessionLine {
        name: folder.name(),
        participant: entry.participant,
        round: entry.round,
        guide: entry.guide,
        date: entry.date,
        room: entry.room,
        length: entry.length,
        settled: entry.settled,
        standing: Ok(now_of(entry.standing, folder)),
        wish: entry.wish,
        asked_no_more: entry.asked_no_more,
        due: entry.due,
        ends: entry.ends,
        check: entry.check,
        losses: entry.losses,
        codes: entry.codes,
        people: entry.people,
        fieldwork: entry.fieldwork,
        left: left(takes, &changed),
        changed,
        strays,
        holder: None,
    };
    Looked { held_ms: entry.held_ms, line: with_holder(line, folder), entry: state }
}

/// The session in `folder`, read. One that cannot be read comes first, where the eye is not.
fn anew(
    folder: &SessionFolder,
    (prints, place): (Option<Prints>, Option<Print>),
    shelf: &mut Shelf,
    leaving: &BeforeLeaving,
    now: Stamp,
) -> Looked {
    let loaded = journal::read(&folder.journal());
    let read = loaded.and_then(|loaded| sessions::replay_from(folder, &loaded, shelf).map(|found| (loaded, found)));
    let (loaded, Found { mut session, sum, .. }) = match read {
        Ok(read) => read,
        Err(why) => {
            let line = SessionLine::unread(folder.name(), why.to_string());
            return Looked { held_ms: i64::MIN, line, entry: Entry::Nothing };
        }
    };
    // Whoever holds it writes; if nobody does, a session under way was cut short.
    let held = session.standing();
    session.found_unattended();
    let standing = (held, session.standing());
    let files: Vec<(TakeNumber, Option<Print>)> =
        session.takes().keys().map(|take| (*take, Print::of(&folder.file(&take.file_name())))).collect();
    let (right, changed): (Vec<TakeCheck>, Vec<TakeCheck>) =
        recordings::checked(folder, &session, Depth::Length).into_iter().partition(|take| take.state.is_as_recorded());
    let strays = recordings::strays(folder, &session);
    let lines = loaded.entries.iter().filter_map(|entry| Some((entry.at, entry.event.as_ref()?)));
    let fieldwork = Fieldwork::of(&session, &sum, lines);
    let line = SessionLine::of(folder.name(), &session, changed, leaving);
    let line = SessionLine { standing: Ok(now_of(standing, folder)), strays, fieldwork, ..line };
    let line = with_holder(line, folder);
    let of_right = |take: &TakeNumber| right.iter().any(|check| check.take == *take);
    let files: Vec<_> = files.into_iter().filter(|(take, _)| of_right(take)).collect();
    let held_ms = session.held_on().utc_ms;
    let is_settled = prints.as_ref().is_some_and(|prints| prints.are_settled(now))
        && files.iter().all(|(_, print)| print.is_none_or(|print| print.is_settled(now)));
    // Whoever holds it may put a sound there that is not strange to them.
    let is_quiet = line.strays.is_empty() && !is_cut_short(standing.1) && !folder.is_held();
    let of_folder = of_folder(place, now).filter(|_| is_quiet);
    let entry = prints.filter(|_| is_settled).map(|prints| entry((prints, of_folder), standing, held_ms, &line, files, leaving));
    let entry = entry.as_ref().map_or(Entry::Nothing, Entry::anew);
    Looked { held_ms, line, entry }
}

/// Which of these it is: where a session stands while somebody holds it, and while nobody does.
fn now_of((held, unattended): (Standing, Standing), folder: &SessionFolder) -> Standing {
    if held != unattended && folder.is_held() { held } else { unattended }
}

/// The line of a session that is under way knows who has it, as far as anybody does.
fn with_holder(line: SessionLine, folder: &SessionFolder) -> SessionLine {
    let holder = if line.standing == Ok(Standing::UnderWay) { folder.holder() } else { None };
    SessionLine { holder, ..line }
}

/// What there is to remember of the session of `line`, whose takes in `right` are what was recorded.
fn entry(
    (prints, folder): (Prints, Option<Print>),
    standing: (Standing, Standing),
    held_ms: i64,
    line: &SessionLine,
    right: Vec<(TakeNumber, Option<Print>)>,
    leaving: &BeforeLeaving,
) -> CachedSession {
    CachedSession {
        prints,
        held_ms,
        participant: line.participant.clone(),
        round: line.round,
        guide: line.guide.clone(),
        date: line.date.clone(),
        room: line.room.clone(),
        length: line.length,
        settled: line.settled,
        wish: line.wish,
        due: line.due.clone(),
        standing,
        folder,
        right,
        asked_no_more: line.asked_no_more,
        ends: line.ends,
        leaving: leaving.clone(),
        check: line.check.clone(),
        losses: line.losses.clone(),
        codes: line.codes.clone(),
        people: line.people.clone(),
        fieldwork: line.fieldwork.clone(),
        wrong: line.changed.iter().map(|take| (take.take, take.recorded(), take.facts().clone())).collect(),
    }
}

#[cfg(test)]
mod tests;
