//! Where a material of a session lies on this computer: in its folder, in its study, where temporary files go, and among this user's caches.
//!
//! What was copied to another place is known to nobody here: what the journal knows to have left is named, and so is a file that could not be
//! touched.

use std::path::Path;
use std::path::PathBuf;

use crate::audio::take;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::domain::clip;
use crate::domain::consent::Wish;
use crate::domain::destruction::Beyond;
use crate::domain::destruction::Destruction;
use crate::domain::destruction::Material;
use crate::domain::outside::CopyKind;
use crate::domain::outside::Left;
use crate::domain::session::Session;
use crate::domain::time::Frames;
use crate::domain::time::Stamp;
use crate::shell::archive::cache;
use crate::shell::archive::cache::Cache;
use crate::shell::archive::destroying::Place;
use crate::shell::archive::destroying::complete;
use crate::shell::archive::heads::Heads;
use crate::shell::archive::lent;
use crate::shell::archive::sessions::Found;
use crate::shell::archive::texts;
use crate::shell::archive::whose;
use crate::shell::identity::cache_folder;
use crate::store::belongings;
use crate::store::belongings::Belonging;
use crate::store::belongings::Known;
use crate::store::by_hand;
use crate::store::coding_file;
use crate::store::copies;
use crate::store::decisions;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::index;
use crate::store::journal::Journal;
use crate::store::receipt;
use crate::store::register_page;
use crate::store::register_page::Became;
use crate::store::stranded;
use crate::words;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;

/// What of `what` lies in the session's folder, in its study, and where temporary files go.
pub(crate) fn lies(folder: &SessionFolder, session: &Session, what: Material) -> Result<Vec<Belonging>, StoreError> {
    seen(folder, session, what).map(|(files, _)| files)
}

/// Whether anything of `what` is there: what cannot be looked into is no answer.
pub(crate) fn is_there(folder: &SessionFolder, session: &Session, what: Material) -> Result<bool, StoreError> {
    if session.is_gone(Material::All) {
        return Ok(false);
    }
    let is_noted = what == Material::Notes && (session.notes().next().is_some() || session.statements().next().is_some());
    Ok(is_noted || what.is_all() || !lies(folder, session, what)?.is_empty())
}

/// What of `what` lies there, and what may be somewhere else when it goes.
pub(crate) fn looked(folder: &SessionFolder, session: &Session, what: Material) -> Result<(Vec<Belonging>, Vec<Beyond>), StoreError> {
    let (here, unseen) = seen(folder, session, what)?;
    let mut beyond = beyond(folder, session, what, &here)?;
    let study = copies::study_of(folder.path());
    let file = |path: &Path| path.strip_prefix(study).unwrap_or(path).display().to_string();
    beyond.extend(unseen.iter().map(|path| Beyond { what: "unseen".into(), file: file(path), ..Beyond::default() }));
    Ok((here, beyond))
}

/// What of `what` lies there, and what in the study could not be looked into.
fn seen(folder: &SessionFolder, session: &Session, what: Material) -> Result<(Vec<Belonging>, Vec<PathBuf>), StoreError> {
    let mut unseen = Vec::new();
    let (mut files, _) = belongings::within(folder.path())?;
    let known = known(session, what, &files);
    // What a person put there, of which nobody knows what it is, goes with all of it and not before: unless it is a copy of what goes.
    belongings::recognise(&mut files, what, &known);
    files.retain(|one| what.takes(one.material));
    if what.takes(Material::Sound) {
        let pages: Vec<String> = Words::built_in().map(|words| words::speaking(words, || say!("pack-page-file"))).collect();
        let (around, not_seen) = belongings::around(folder.path(), &known, &pages)?;
        files.extend(around);
        unseen = not_seen;
    }
    if what.takes(Material::Notes) {
        let waiting = stranded::elsewhere(folder)?.into_iter().enumerate();
        files.extend(waiting.map(|(n, path)| Belonging { path, name: format!("unsaved-{}.jsonl", n + 1), material: Material::Notes }));
    }
    Ok((files, unseen))
}

/// By what a copy of some of `what` is known again, of which `files` lie in the session's folder. Takes are known by what they were, too,
/// before something in them was made silent.
fn known(session: &Session, what: Material, files: &[Belonging]) -> Known {
    let mut known = Known { header: take::HEADER, ..Known::default() };
    if what.takes(Material::Sound) {
        known.files.extend(session.copies().filter_map(|copy| Some((None, copy.sha256?))));
        for (take, facts) in session.takes() {
            let frames = session.timeline().frames_of(*take);
            let long = |frames: Frames| facts.channels.map(|channels| frames.0 * u64::from(channels) * take::SAMPLE);
            known.takes.extend(facts.sha256.map(|sum| (frames.and_then(long), sum)));
            known.takes.extend(facts.silenced.iter().map(|silence| (long(silence.frames), silence.was)));
        }
    }
    let named: Vec<u64> = files.iter().filter(|one| one.material == Material::All).map(|one| length(&one.path)).collect();
    // While it is under way some of that is gone.
    let was = session.destructions().under_way().filter(|one| one.what == what).map(|one| one.files.clone());
    let is_like = |one: &&Belonging| one.material == what && named.contains(&length(&one.path));
    let was = was.unwrap_or_else(|| files.iter().filter(is_like).map(|one| belongings::that_was(&RealDisk, one)).collect());
    known.files.extend(was.into_iter().filter_map(|one| Some((Some(one.bytes), one.sha256?))));
    known
}

fn length(path: &Path) -> u64 {
    std::fs::symlink_metadata(path).map_or(0, |data| data.len())
}

/// Whether a copy of this kind may hold some of `what`.
fn holds(copy: CopyKind, what: Material) -> bool {
    let words = what.takes(Material::Notes) || what.takes(Material::Transcript);
    match copy {
        CopyKind::Clip | CopyKind::Pack | CopyKind::Newer => what.takes(Material::Sound),
        CopyKind::Words => words,
        CopyKind::Export => words || what.takes(Material::Sound),
    }
}

/// What may be somewhere else when `what` goes, of which these files lie here.
fn beyond(folder: &SessionFolder, session: &Session, what: Material, here: &[Belonging]) -> Result<Vec<Beyond>, StoreError> {
    let lying: Vec<_> = here.iter().filter_map(|one| belongings::that_was(&RealDisk, one).sha256).collect();
    let packs_here = here.iter().any(|one| copies::name_of(&one.path).starts_with(&format!("{}-", folder.name())));
    let left = session.all_that_left().into_iter().filter_map(|left| match left {
        Left::Letter(version) if what.takes(Material::Notes) => {
            Some(Beyond { what: "letter".into(), name: version.to_string(), ..Beyond::default() })
        }
        Left::Copy(copy) if holds(copy.copy, what) && !copy.sha256.is_some_and(|sum| lying.contains(&sum)) => {
            let name = if clip::of_file(&folder.name(), &copy.file).is_some() { copy.file.clone() } else { String::new() };
            let (word, is_here) = match copy.copy {
                CopyKind::Clip => ("clip", false),
                CopyKind::Pack | CopyKind::Newer => ("pack", packs_here),
                // They lie outside the study, wherever that is.
                CopyKind::Export | CopyKind::Words => ("export", false),
            };
            (!is_here).then(|| Beyond { what: word.into(), name, on: copy.on.clone(), sha256: copy.sha256, file: copy.file.clone() })
        }
        Left::Given(handed) if what.takes(Material::Sound) => {
            Some(Beyond { what: "sound".into(), name: handed.whom.clone(), on: handed.on.clone(), ..Beyond::default() })
        }
        Left::Letter(_) | Left::Copy(_) | Left::Given(_) | Left::Nothing => None,
    });
    // What a person put beside it, of which nobody knows what it is, stays where not all goes; and may hold anything.
    let stays = |one: &Belonging| !what.is_all() && one.material == Material::All && here.iter().all(|goes| goes.path != one.path);
    let (folder_files, _) = belongings::within(folder.path())?;
    let own_files = folder_files.into_iter().filter(stays).map(|one| Beyond { what: "file".into(), name: one.name, ..Beyond::default() });
    let study = copies::study_of(folder.path());
    let decided = if what.takes(Material::Notes) { decided_about(study, &about(folder, session, what)) } else { Vec::new() };
    Ok(left.chain(own_files).chain(decided).collect())
}

/// What a decision is about that is about this session: the session, whoever was interviewed, and where all of it goes, whoever sat there.
fn about(folder: &SessionFolder, session: &Session, what: Material) -> Vec<String> {
    let seats = session.table().into_iter().filter(|_| what.is_all()).flat_map(|table| &table.seats).map(|one| one.person.0.clone());
    [folder.name(), session.opened().participant.clone()].into_iter().chain(seats).collect()
}

/// Where the team's own log of decisions speaks of any of `names`: it is the team's, and nothing is taken out of it but by them.
pub(crate) fn decided_about(study: &Path, names: &[String]) -> Vec<Beyond> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let lines = match by_hand::read(&study.join(decisions::FILE)) {
        Ok(bytes) => decisions::lines_about(&String::from_utf8_lossy(&bytes), &names),
        // What cannot be read may say anything.
        Err(_) => vec![1],
    };
    let name = |line: usize| format!("{}:{line}", decisions::FILE);
    lines.into_iter().map(|line| Beyond { what: "file".into(), name: name(line), ..Beyond::default() }).collect()
}

/// Takes away what is left around the session in `folder`.
fn around(folder: &SessionFolder, session: &Session, one: &Destruction) -> Result<Vec<Beyond>, StoreError> {
    let study = copies::study_of(folder.path());
    let mut not_reached = Vec::new();
    let failed = |path: &Path, e| StoreError::io(path, message!("could-not-destroy"), e);
    for empty in belongings::within(folder.path())?.1.iter().rev() {
        // One in which something is left stays, and is no word of anybody.
        std::fs::remove_dir(empty).ok();
    }
    if let Some(place) = lent::place() {
        crate::store::lent::sweep(&place)?;
    }
    if one.what.takes(Material::Notes) || one.what.takes(Material::Transcript) {
        if let Some(place) = texts::place() {
            texts::of(folder, &place).destroy().map_err(|e| failed(&place, e))?;
        }
        let cache = Cache::of(cache_folder(), study);
        if let Some(place) = cache.beside(whose::FILE) {
            index::clear_all(&place).map_err(|e| failed(&place, e))?;
        }
        if let Some(list) = cache.beside(cache::FILE) {
            destroy::destroy(&RealDisk, &list)?;
        }
    }
    if one.what.takes(Material::Notes) {
        coding_file::forget_session(study, &folder.name())?;
    }
    if one.what.is_all() {
        Heads::of(cache_folder(), study).forget(&folder.name());
    }
    if one.wish == Some(Wish::DestroyAll) {
        for code in everybody(session) {
            not_reached.extend(off_the_list(study, code, &one.on)?);
        }
    }
    Ok(not_reached)
}

/// Whoever goes when all of it does: the participant, and of a group everybody who sat there.
pub(crate) fn everybody(session: &Session) -> impl Iterator<Item = &str> {
    let seats = session.table().into_iter().flat_map(|table| &table.seats).map(|one| one.person.0.as_str());
    std::iter::once(session.opened().participant.as_str()).chain(seats)
}

/// Takes out what the list of participants says of `code`: what of it is for a person to look at.
pub(crate) fn off_the_list(study: &Path, code: &str, on: &str) -> Result<Vec<Beyond>, StoreError> {
    let name = |line: usize| format!("participants.yaml:{line}");
    Ok(match register_page::forget(&study.join("participants.yaml"), code, on)? {
        Became::Gone => Vec::new(),
        Became::ByHand(lines) => {
            lines.into_iter().map(|line| Beyond { what: "file".into(), name: name(line), ..Beyond::default() }).collect()
        }
    })
}

/// Does `work` with the session in `folder`, on the real disk.
pub(crate) fn at<T>(folder: &SessionFolder, who: &str, now: Stamp, work: impl FnOnce(&Place<'_>) -> T) -> Result<T, StoreError> {
    let receipts = copies::study_of(folder.path()).join(receipt::FOLDER);
    create_folder(&receipts).map_err(|e| StoreError::io(&receipts, message!("could-not-make-a-folder"), e))?;
    let (journal, name) = (folder.journal(), folder.name());
    let lies = |session: &Session, what: Material| lies(folder, session, what);
    let around = |session: &Session, one: &Destruction| around(folder, session, one);
    Ok(work(&Place {
        disk: &RealDisk,
        journal: &journal,
        name: &name,
        receipts: &receipts,
        lies: &lies,
        around: &around,
        who: Some(who),
        now,
    }))
}

/// Goes on, on the real disk, with what a crash has cut off in a session that was just opened.
pub(crate) fn complete_in(
    folder: &SessionFolder,
    found: &mut Found,
    journal: &mut Journal,
    who: &str,
    now: Stamp,
) -> Result<(), StoreError> {
    let is_noted = destroy::noted(&folder.journal()).iter().any(|note| note.symlink_metadata().is_ok());
    let destructions = found.session.destructions();
    if destructions.under_way().is_some() || is_noted && !destructions.all().is_empty() {
        let said = at(folder, who, now, |place| complete(place, found, journal))?;
        found.remarks.extend(said);
    }
    Ok(())
}
