//! The sessions of a study, one line each.
//!
//! A journal that is as it was is not read again ([`crate::shell::archive::cache`]); whether somebody holds the session, and whether its
//! takes are what was recorded, is looked at each time.

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

/// The sessions of `study`, the latest last. What `cache` remembers is not read again, and what it does not is remembered for the next time.
pub(crate) fn list(study: &Study, cache: &Cache, leaving: &BeforeLeaving, now: Stamp) -> Result<Vec<SessionLine>, StoreError> {
    let (known, mut shelf) = (cache.read(), Shelf::new());
    let (mut lines, mut kept) = (Vec::new(), Remembered::new());
    for folder in study.sessions()? {
        // Before anything is read: what changes in between is then another file than the one that is remembered.
        let prints = Prints::of(&folder);
        let (line, entry) =
            match known.get(&folder.name()).filter(|entry| Some(&entry.prints) == prints.as_ref() && entry.leaving == *leaving) {
                Some(entry) if takes_are_right(entry, &folder) => (remembered(entry, &folder), Some(entry.clone())),
                _ => anew(&folder, prints, &mut shelf, leaving, now),
            };
        lines.push(line);
        kept.extend(entry.map(|entry| (folder.name(), entry)));
    }
    // Where every session is gone at once, that there were some is all that is left of them: a disk that is not mounted looks like that.
    if kept != known && !lines.is_empty() {
        cache.keep(&kept);
    }
    lines.sort_by_key(|(at, _)| *at);
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// Whether the takes that were what was recorded have the files they had.
fn takes_are_right(entry: &CachedSession, folder: &SessionFolder) -> bool {
    entry.right.iter().all(|(take, print)| Print::of(&folder.file(&take.file_name())) == *print)
}

/// When a session was held, and its line, as it is remembered.
fn remembered(entry: &CachedSession, folder: &SessionFolder) -> (i64, SessionLine) {
    let known = |take| entry.right.iter().any(|(n, _)| *n == take) || entry.wrong.iter().any(|(n, ..)| *n == take);
    let is_cut_short = matches!(entry.standing.1, Standing::Interrupted | Standing::UnderWay);
    let strays = if is_cut_short { Vec::new() } else { recordings::strangers(folder, known) };
    let entry = entry.clone();
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
    (entry.opened_ms, with_holder(line, folder))
}

/// When the session in `folder` was held, its line, and what there is to remember of it. One that cannot be read comes first, where the eye
/// is not.
fn anew(
    folder: &SessionFolder,
    prints: Option<Prints>,
    shelf: &mut Shelf,
    leaving: &BeforeLeaving,
    now: Stamp,
) -> ((i64, SessionLine), Option<CachedSession>) {
    let loaded = journal::read(&folder.journal());
    let read = loaded.and_then(|loaded| sessions::replay_from(folder, &loaded, shelf).map(|found| (loaded, found)));
    let (loaded, Found { mut session, sum, .. }) = match read {
        Ok(read) => read,
        Err(why) => return ((i64::MIN, SessionLine::unread(folder.name(), why.to_string())), None),
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
    let opened_ms = session.opened().at.utc_ms;
    let is_settled = prints.as_ref().is_some_and(|prints| prints.are_settled(now))
        && files.iter().all(|(_, print)| print.is_none_or(|print| print.is_settled(now)));
    let entry = prints.filter(|_| is_settled).map(|prints| entry(prints, standing, opened_ms, &line, files, leaving));
    ((opened_ms, line), entry)
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
    prints: Prints,
    standing: (Standing, Standing),
    opened_ms: i64,
    line: &SessionLine,
    right: Vec<(TakeNumber, Option<Print>)>,
    leaving: &BeforeLeaving,
) -> CachedSession {
    CachedSession {
        prints,
        opened_ms,
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
