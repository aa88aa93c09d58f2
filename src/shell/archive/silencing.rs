//! What is withheld becomes silence in a take, and what was destroyed is destroyed to the end, whatever comes in between.
//!
//! The steps, each of which may be the last one that a crash lets happen:
//!
//! 1. The new take is written beside the old one, under a hidden name, synced, read back and proven ([`crate::audio::take::silence`]).
//!    Up to here the old take is the recording and nothing is journaled; what a crash leaves beside it is deleted by whoever opens the
//!    session next.
//! 2. `silencing-begun` is journaled, with the digests of both. From here on both are the recording.
//! 3. The old take gets a hidden name as well, where the disk knows second names, and the new one takes its place; the folder is synced.
//!    Only then is anything written over: a name that a power cut gives back must find its bytes. A disk that cannot sync its folders has
//!    nothing written over, and what it gives back is made silent once more.
//! 4. What holds the old sound is destroyed ([`crate::store::destroy`]): the old take, its waveform, copies that lie beside it, clips that
//!    reach into the stretches. A receipt is written.
//! 5. `silenced` is journaled: that ends it. The waveform is drawn again.
//!
//! [`complete`] goes on from wherever it was cut off, or goes back to the old take where the new one is not there whole, and says so. It
//! also sees to it that a take of which the journal says that it was destroyed is, with a receipt. `tests/laboratory/` goes through all of it.

use std::fmt;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use thiserror::Error;

use crate::audio::AudioError;
use crate::audio::take::silence;
use crate::audio::take::silence::Proof;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::Synced;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::disk::sync_folder_of;
use crate::domain::destruction::Material;
use crate::domain::event::Event;
use crate::domain::session::Session;
use crate::domain::silenced::Silence;
use crate::domain::silencing::TakePlan;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::timeline::Timeline;
use crate::shell::archive::sessions::Found;
use crate::store::copies;
use crate::store::destroy;
use crate::store::destroy::Gone;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::going;
use crate::store::going::Doomed;
use crate::store::going::Way;
use crate::store::going::forget;
use crate::store::journal::Journal;
use crate::store::receipt;
use crate::store::receipt::Between;
use crate::store::receipt::GoneFile;
use crate::store::receipt::Receipt;
use crate::store::receipt::What;
use crate::words::message::message;
use crate::words::say;

/// Which stretches of a session are to be gone: some, or all that a take holds.
pub type Stretches<'s> = Option<&'s [(Position, Position)]>;

/// Says what else holds the sound of a take within these stretches: copies of it, and clips.
pub type Copies<'c> = &'c dyn Fn(TakeNumber, Stretches<'_>) -> Result<Vec<PathBuf>, StoreError>;

/// Where it happens, and who does it.
pub struct Place<'p> {
    /// The disk.
    pub disk: &'p dyn Disk,
    /// The folder of the session.
    pub folder: &'p Path,
    /// The name of the session.
    pub name: &'p str,
    /// The folder of the study's receipts, which is there.
    pub receipts: &'p Path,
    /// What else holds the sound.
    pub copies: Copies<'p>,
    /// Who does it.
    pub who: Option<&'p str>,
    /// When.
    pub now: Stamp,
}

impl fmt::Debug for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Place").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// Why something was not made silent. Before anything is journaled, all is as it was.
#[derive(Debug, Error)]
pub enum NotSilenced {
    /// The disk or the journal.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A take that cannot be read or written.
    #[error(transparent)]
    Audio(#[from] AudioError),
    /// What is there is not what was recorded.
    #[error("{}", say!("silence-changed", file = .0.file_name()))]
    Changed(TakeNumber),
    /// What was written is not what it must be.
    #[error("{}", say!("silence-not-proven", file = .0.file_name()))]
    NotProven(TakeNumber),
}

impl Place<'_> {
    fn take(&self, take: TakeNumber) -> PathBuf {
        self.folder.join(take.file_name())
    }

    fn sync(&self, path: &Path) -> Result<Synced, StoreError> {
        sync_folder_of(self.disk, path).map_err(|e| StoreError::io(path, message!("could-not-destroy"), e))
    }

    /// Destroys the old take, once the new one is safely in its place.
    fn destroy_old(&self, take: &Path) -> Result<Option<Gone>, StoreError> {
        let old = destroy::old(take);
        // Asked each time: whoever was killed may have renamed it and not got as far as this.
        match self.sync(take)? {
            Synced::Done => destroy::destroy(self.disk, &old),
            Synced::CannotBe => destroy::delete(self.disk, &old),
        }
    }

    /// Destroys `paths`, as far as they are there.
    fn destroy(&self, paths: impl IntoIterator<Item = PathBuf>) -> Result<(), StoreError> {
        let mut gone = Vec::new();
        for path in paths {
            gone.extend(destroy::destroy(self.disk, &path)?.map(|_| path));
        }
        gone.dedup_by(|a, b| a.parent() == b.parent());
        gone.iter().try_for_each(|path| self.sync(path).map(drop))
    }

    /// Destroys all of these files of a take, and says how each went.
    fn destroy_all(&self, take: &Path, all: Vec<Doomed>) -> Result<Vec<GoneFile>, StoreError> {
        going::destroy_all(self.disk, take, all)
    }

    fn is_there(&self, path: &Path) -> bool {
        !matches!(self.disk.open(path, Access::Read, Links::Refused), Err(why) if why.kind() == io::ErrorKind::NotFound)
    }
}

/// Makes silent what `plan` says, in one take, and gives back the receipt. Whoever calls this holds the session.
pub fn silence(place: &Place<'_>, found: &mut Found, journal: &mut Journal, plan: &TakePlan) -> Result<Receipt, NotSilenced> {
    let take = place.take(plan.take);
    let proof = proven(place, found, plan, &take).inspect_err(|_| drop(place.destroy([destroy::silent(&take)])))?;
    // What a disk that cannot sync its folders gave back is an older old take: what is there now was just found to be the recording.
    place.destroy_old(&take)?;
    forget(place.disk, &take);
    place.sync(&take)?;
    let Proof { frames, was, sha256 } = proof;
    let (ids, cuts, on) = (plan.ids.clone(), plan.cuts.clone(), place.now.date());
    let silence = Silence { ids, take: plan.take, on, cuts, frames, was, sha256 };
    found.note(journal, &[Event::SilencingBegun(silence.clone())], place.now)?;
    take_its_place(place, &take)?;
    Ok(finish(place, found, journal, &silence)?)
}

/// Writes the new take beside the old one, and proves it.
fn proven(place: &Place<'_>, found: &Found, plan: &TakePlan, take: &Path) -> Result<Proof, NotSilenced> {
    let silent = destroy::silent(take);
    place.destroy([silent.clone()])?;
    silence::write(place.disk, take, &silent, &plan.cuts)?;
    let proof = silence::prove(place.disk, take, &silent, &plan.cuts)?.ok_or(NotSilenced::NotProven(plan.take))?;
    let known = found.session.takes().get(&plan.take).and_then(|facts| facts.sha256);
    if known.is_some_and(|known| known != proof.was) { Err(NotSilenced::Changed(plan.take)) } else { Ok(proof) }
}

/// Gives the new take the name of the old one.
fn take_its_place(place: &Place<'_>, take: &Path) -> Result<(), StoreError> {
    // So that the old one can be written over; a disk without second names deletes it by the renaming.
    place.disk.hard_link(take, &destroy::old(take)).ok();
    let failed = |e| StoreError::io(take, message!("could-not-destroy"), e);
    place.disk.rename(&destroy::silent(take), take).map_err(failed)?;
    place.sync(take).map(drop)
}

/// The new take is in its place: destroys what the old sound is in, and says so for good.
fn finish(place: &Place<'_>, found: &mut Found, journal: &mut Journal, silence: &Silence) -> Result<Receipt, StoreError> {
    let take = place.take(silence.take);
    let stretches = found.session.stretches_of(silence);
    let (old, name) = (destroy::old(&take), silence.take.file_name());
    // Asked each time: whoever was killed may have renamed it and not got as far as this.
    let way = if place.sync(&take)? == Synced::Done { Way::WriteOver } else { Way::Delete };
    let others = destroy::beside(&take).into_iter().chain((place.copies)(silence.take, Some(&stretches))?);
    let others: Vec<Doomed> = others.filter(|path| *path != old).map(Doomed::file).collect();
    let mut files = place.destroy_all(&take, std::iter::once(Doomed { path: old, name: name.clone(), way }).chain(others).collect())?;
    if !files.iter().any(|gone| gone.file == name) {
        // Where a disk knows no second names, it went when the new one took its place.
        files.insert(0, GoneFile::new(name, Gone::Deleted));
    }
    let receipt = Receipt {
        format: 1,
        what: What::Stretches,
        session: place.name.to_owned(),
        take: silence.take.0,
        on: silence.on.clone(),
        why: receipt::WITHHELD.to_owned(),
        by: place.who.map(str::to_owned),
        stretches: stretches.iter().map(|(from, to)| Between { from_ms: from.millis(), to_ms: to.millis() }).collect(),
        withheld: silence.ids.iter().map(|id| id.0).collect(),
        frames: silence.frames,
        sha256: Some(silence.was),
        now: Some(silence.sha256),
        files,
        coding: 0,
        scope: None,
        not_reached: Vec::new(),
        not_claimed: None,
    };
    receipt::file(place.disk, place.receipts, &receipt)?;
    found.note(journal, &[Event::Silenced(silence.clone())], place.now)?;
    forget(place.disk, &take);
    Ok(receipt)
}

/// Does `work` with the session in `folder`, on the real disk.
pub(crate) fn at<T>(
    folder: &SessionFolder,
    session: &Session,
    who: &str,
    now: Stamp,
    work: impl FnOnce(&Place<'_>) -> T,
) -> Result<T, StoreError> {
    let receipts = copies::study_of(folder.path()).join(receipt::FOLDER);
    create_folder(&receipts).map_err(|e| StoreError::io(&receipts, message!("could-not-make-a-folder"), e))?;
    let ends = session.timeline().clone();
    let copies = |take: TakeNumber, stretches: Stretches<'_>| others(folder, &ends, take, stretches);
    let (name, folder) = (folder.name(), folder.path());
    Ok(work(&Place { disk: &RealDisk, folder, name: &name, receipts: &receipts, copies: &copies, who: Some(who), now }))
}

/// What holds the sound of these stretches of a take, or of all of it, besides the take and its waveform.
pub(crate) fn others(
    folder: &SessionFolder,
    timeline: &Timeline,
    take: TakeNumber,
    stretches: Stretches<'_>,
) -> Result<Vec<PathBuf>, StoreError> {
    let whole = timeline.spans().iter().find_map(|span| match span {
        Span::Recorded { from, take: of, .. } if *of == take => Some([(*from, span.to())]),
        Span::Recorded { .. } | Span::Unrecorded { .. } => None,
    });
    let within = stretches.or(whole.as_ref().map(<[_; 1]>::as_slice)).unwrap_or_default();
    let (disk, folder) = (&RealDisk, folder.path());
    Ok(copies::of_take(disk, folder, take)?.into_iter().chain(copies::clips(disk, folder, Some(within))?).collect())
}

/// Goes on, on the real disk, with what a crash has cut off of destroying something of a session that was just opened.
pub(crate) fn complete_in(
    folder: &SessionFolder,
    found: &mut Found,
    journal: &mut Journal,
    who: &str,
    now: Stamp,
) -> Result<(), StoreError> {
    let session = found.session.clone();
    let said = if is_to_be_completed(folder.path(), found) {
        at(folder, &session, who, now, |place| complete(place, found, journal))?
    } else {
        session.takes().iter().for_each(|(take, facts)| sweep(&RealDisk, folder.path(), *take, Old::of(facts)));
        Ok(Vec::new())
    };
    found.remarks.extend(said?);
    Ok(())
}

/// Whether there is anything in this session that [`complete`] would do, beyond looking.
fn is_to_be_completed(folder: &Path, found: &Found) -> bool {
    let is_given_back =
        |take: &TakeNumber| RealDisk.open(&destroy::silent(&folder.join(take.file_name())), Access::Read, Links::Refused).is_ok();
    found
        .session
        .takes()
        .iter()
        .any(|(take, facts)| facts.silencing.is_some() || facts.destroyed.is_some() || !facts.silenced.is_empty() && is_given_back(take))
}

/// Goes on with what a crash has cut off, and says what was done. What the disk refuses is said and left for the next time; only a journal
/// that cannot be written is an error.
pub fn complete(place: &Place<'_>, found: &mut Found, journal: &mut Journal) -> Result<Vec<String>, StoreError> {
    let takes: Vec<TakeNumber> = found.session.takes().keys().copied().collect();
    let mut said = Vec::new();
    for take in takes {
        let facts = found.session.takes()[&take].clone();
        match (facts.destroyed, facts.silencing) {
            // All the sound is destroyed at once there, and its receipt says so.
            (Some(_), _) if found.session.destructions().of(Material::Sound).is_some() => {}
            (Some((on, reason)), _) => said.extend(destroyed(place, found, take, &on, &reason)),
            (None, Some(silence)) => match go_on(place, found, journal, &silence) {
                Ok(words) => said.push(words),
                Err(why) => said.push(say!("silence-not-finished", file = take.file_name(), why = why.to_string())),
            },
            (None, None) => match given_back(place, take, facts.silenced.last()) {
                Ok(words) => said.extend(words),
                Err(why) => said.push(say!("silence-not-finished", file = take.file_name(), why = why.to_string())),
            },
        }
    }
    Ok(said)
}

/// Goes on with one take that was being made silent in.
fn go_on(place: &Place<'_>, found: &mut Found, journal: &mut Journal, silence: &Silence) -> Result<String, NotSilenced> {
    let take = place.take(silence.take);
    let is = |path: &Path| silence::digest(place.disk, path).map(|found| found.map(|(_, sha256)| sha256));
    let there = is(&take)?;
    if there == Some(silence.was) && is(&destroy::silent(&take))? == Some(silence.sha256) {
        take_its_place(place, &take)?;
    } else if there == Some(silence.was) {
        // Nothing was taken from anybody yet: the old take is the recording.
        place.destroy([destroy::silent(&take)])?;
        place.disk.remove(&destroy::old(&take)).ok();
        place.sync(&take)?;
        found.note(journal, &[Event::SilencingGivenUp { take: silence.take }], place.now)?;
        return Ok(say!("silence-given-up", file = silence.take.file_name(), session = place.name));
    } else if there != Some(silence.sha256) {
        return Err(NotSilenced::Changed(silence.take));
    }
    finish(place, found, journal, silence)?;
    Ok(say!("silence-completed", file = silence.take.file_name()))
}

/// What a disk that cannot sync its folders gave back after all was done: the old take in its place, and the new one beside it. It is made
/// silent once more. In all other cases what lies beside the take is in nobody's way, and taken away.
fn given_back(place: &Place<'_>, take: TakeNumber, last: Option<&Silence>) -> Result<Option<String>, NotSilenced> {
    let path = place.take(take);
    let is = |path: &Path| silence::digest(place.disk, path).map(|found| found.map(|(_, sha256)| sha256));
    if let Some(last) = last
        && is(&destroy::silent(&path))? == Some(last.sha256)
        && is(&path)? == Some(last.was)
    {
        take_its_place(place, &path)?;
        place.destroy_old(&path)?;
        place.destroy(destroy::beside(&path))?;
        forget(place.disk, &path);
        return Ok(Some(say!("silence-completed", file = take.file_name())));
    }
    sweep(place.disk, place.folder, take, if last.is_some() { Old::IsGone } else { Old::MayBeNeeded });
    Ok(None)
}

/// Destroys a take of which the journal says that it is, unless there is a receipt that says so too: then somebody has put it there again.
fn destroyed(place: &Place<'_>, found: &Found, take: TakeNumber, on: &str, reason: &str) -> Option<String> {
    let facts = &found.session.takes()[&take];
    let mut receipt = Receipt {
        format: 1,
        what: What::Take,
        session: place.name.to_owned(),
        take: take.0,
        on: on.to_owned(),
        why: reason.to_owned(),
        by: place.who.map(str::to_owned),
        stretches: Vec::new(),
        withheld: Vec::new(),
        frames: found.session.timeline().frames_of(take).unwrap_or_default(),
        sha256: facts.sha256,
        now: None,
        files: Vec::new(),
        coding: 0,
        scope: None,
        not_reached: Vec::new(),
        not_claimed: None,
    };
    let path = place.take(take);
    if receipt::is_filed(place.disk, place.receipts, &receipt) {
        forget(place.disk, &path);
        return None;
    }
    let was_there = place.is_there(&path);
    // The take last: while it is there, whoever comes knows that there is something left to do.
    let done = (place.copies)(take, None).and_then(|copies| {
        let all = destroy::beside(&path).into_iter().chain(copies).chain([path.clone()]);
        receipt.files = place.destroy_all(&path, all.map(Doomed::file).collect())?;
        receipt::file(place.disk, place.receipts, &receipt)
    });
    match done {
        Ok(_) => {
            forget(place.disk, &path);
            was_there.then(|| receipt.words())
        }
        Err(why) => Some(say!("destroy-not-finished", file = take.file_name(), why = why.to_string())),
    }
}

/// Whether what is called the old take may be the only one there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Old {
    MayBeNeeded,
    IsGone,
}

impl Old {
    fn of(facts: &TakeFacts) -> Self {
        if facts.silenced.is_empty() { Self::MayBeNeeded } else { Self::IsGone }
    }
}

/// Takes away what was left beside a take in which nothing is being made silent.
fn sweep(disk: &dyn Disk, folder: &Path, take: TakeNumber, old: Old) {
    let path = folder.join(take.file_name());
    forget(disk, &path);
    let left = match old {
        Old::MayBeNeeded => vec![destroy::silent(&path)],
        Old::IsGone => vec![destroy::silent(&path), destroy::old(&path)],
    };
    for path in left {
        // In nobody's way, and tried again the next time.
        if let Ok(Some(_)) = destroy::destroy(disk, &path) {
            sync_folder_of(disk, &path).ok();
        }
    }
}
