//! The layout of a study and of a session, and who holds it.
//!
//! ```text
//! study.yaml  participants.yaml  guides/
//! sessions/2026-11-22-P07-first/
//!   guide.yaml  journal.jsonl  take-001.wav  take-001.peaks  draft.json  lock  summary/v1/
//! ```
//!
//! A session folder is held while it is open ([`crate::disk::lock`]). Names of folders are made of dates, codes and rounds only, and codes are checked; a link where a folder belongs is refused.

#![expect(clippy::disallowed_methods, reason = "this is where the study's files are")]

use std::collections::BTreeSet;
use std::fs;
use std::fs::DirEntry;
use std::fs::File;
use std::io;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;
use std::path::is_separator;
use std::thread;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::Synced;
use crate::disk::Weakness;
use crate::disk::holder::holder;
use crate::disk::lock;
use crate::disk::lock::Lock;
use crate::disk::read_up_to;
use crate::disk::real;
use crate::disk::real::RealDisk;
use crate::disk::trial;
use crate::disk::whole;
use crate::domain::guide::Round;
use crate::domain::note::Draft;
use crate::domain::study::ParticipantCode;
use crate::store::error::StoreError;
use crate::store::founding::Half;
use crate::store::spelled::as_people_write;
use crate::words::message::message;
use crate::words::say;

/// The folder of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    root: PathBuf,
}

/// The largest text file that is read: a guide of a megabyte has a problem that no reader can help with.
pub(crate) const LARGEST_TEXT: u64 = 1024 * 1024;

/// More than the first line of a journal takes, which says only what the file is.
const LONGEST_HEADER: u64 = 512;

impl Study {
    /// The study that `here` is in: in this folder, or in one above it.
    pub fn find(here: &Path) -> Result<Self, StoreError> {
        // What stands above `.` or `a/..` is known only after it was looked up.
        let plain = here.is_absolute() && !here.components().any(|part| part == Component::ParentDir);
        let looked_up = || fs::canonicalize(here).map_or_else(|_| here.to_owned(), as_people_write);
        let here = &if plain { here.to_owned() } else { looked_up() };
        let Some(root) = here.ancestors().find(|dir| fs::symlink_metadata(dir.join("study.yaml")).is_ok()) else {
            return Err(StoreError::NotAStudy(here.to_owned()));
        };
        let file = root.join("study.yaml");
        match fs::metadata(&file) {
            Ok(found) if found.is_file() => Ok(Self { root: root.to_owned() }),
            Ok(_) => Err(StoreError::Foreign(file)),
            Err(_) => Err(StoreError::Elsewhere(file)),
        }
    }

    /// Makes a study in `dir` out of `files` (paths below it, and what they hold). What is there already stays as it is; a study that is
    /// there already is an error.
    pub(crate) fn init(dir: &Path, files: &[(&str, &[u8])]) -> Result<Self, StoreError> {
        if fs::symlink_metadata(dir.join("study.yaml")).is_ok() {
            return Err(StoreError::Exists(dir.join("study.yaml")));
        }
        let new = Half::before(dir, files);
        let made = Self::make(dir, files);
        if made.is_err() {
            new.take_back();
        }
        made
    }

    fn make(dir: &Path, files: &[(&str, &[u8])]) -> Result<Self, StoreError> {
        for folder in [dir.to_owned(), dir.join("guides"), dir.join("sessions")] {
            make_folder(&folder)?;
        }
        // study.yaml comes last: a study that is half made is not found.
        let (last, first): (Vec<&(&str, &[u8])>, Vec<_>) = files.iter().partition(|(name, _)| *name == "study.yaml");
        let failed = |path: &Path, e| StoreError::io(path, message!("could-not-make-study"), e);
        let make = |(name, bytes): &(&str, &[u8])| {
            let path = dir.join(name);
            match whole::create_among_others(&path, bytes) {
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
                other => other.map_err(|e| failed(&path, e)),
            }
        };
        let sync = |folder: &Path| RealDisk.sync_folder(folder).map_err(|e| failed(folder, e));
        // Side by side: syncs that come together are one commit of a journaling disk, one after the other they are two for each file.
        thread::scope(|scope| {
            let makers: Vec<_> = first.iter().map(|file| scope.spawn(move || make(file))).collect();
            let gone = |_| Err(StoreError::io(dir, message!("could-not-make-study"), io::ErrorKind::Other.into()));
            makers.into_iter().try_for_each(|maker| maker.join().unwrap_or_else(gone))
        })?;
        // Their names are made safe once for all of them, before there is a study that would miss them.
        let folders: BTreeSet<PathBuf> = first.iter().filter_map(|(name, _)| Some(dir.join(name).parent()?.to_owned())).collect();
        folders.iter().try_for_each(|folder| sync(folder).map(drop))?;
        last.into_iter().try_for_each(make)?;
        sync(dir)?;
        Ok(Self { root: dir.to_owned() })
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its guide files, by name.
    pub fn guides(&self) -> Result<Vec<PathBuf>, StoreError> {
        let folder = self.root.join("guides");
        let mut files: Vec<PathBuf> =
            entries(&folder)?.into_iter().filter(|p| p.extension().is_some_and(|e| e == "yaml" || e == "yml")).collect();
        // A pipe among them would be waited for, for ever.
        files.retain(|p| p.is_file());
        files.sort();
        Ok(files)
    }

    /// Its session folders, oldest first (their names begin with the date). A crash in the very moment of setting up leaves a folder in
    /// which nothing has happened yet; that is none.
    pub fn sessions(&self) -> Result<Vec<SessionFolder>, StoreError> {
        let folder = self.root.join("sessions");
        self.refuse_strange(&folder)?;
        let mut found = entries_of(&folder, |entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))?;
        found.retain(|p| !is_hidden(p));
        found.sort();
        Ok(found.into_iter().map(|path| SessionFolder { path }).filter(|s| !s.is_stillborn()).collect())
    }

    /// Whether there is a folder for its sessions, as every study has from its beginning.
    pub fn has_place_for_sessions(&self) -> bool {
        self.root.join("sessions").is_dir()
    }

    /// The session that `wish` means: its name, or any part of it that no other has. A part between hyphens goes before a part of that:
    /// `P1` is the session of P1, also where there is a P10.
    pub fn session(&self, wish: &str) -> Result<SessionFolder, StoreError> {
        let all = self.sessions()?;
        let wish = wish.trim_end_matches(is_separator).rsplit(is_separator).next().unwrap_or(wish);
        if let Some(exact) = all.iter().find(|s| s.name() == wish) {
            return Ok(exact.clone());
        }
        let low = wish.to_lowercase();
        let fitting: Vec<&SessionFolder> = all.iter().filter(|s| s.name().to_lowercase().contains(&low)).collect();
        let bounded = |s: &&&SessionFolder| format!("-{}-", s.name().to_lowercase()).contains(&format!("-{low}-"));
        match fitting.as_slice() {
            several if several.iter().filter(bounded).count() == 1 => {
                Ok(several.iter().find(bounded).map_or_else(|| several[0].clone(), |one| (*one).clone()))
            }
            [one] => Ok((*one).clone()),
            [] if all.is_empty() && !self.has_place_for_sessions() => Err(StoreError::SessionsGone(self.root.join("sessions"))),
            [] => Err(StoreError::NoSession { wish: wish.into(), near: all.iter().rev().take(5).map(SessionFolder::name).collect() }),
            several => Err(StoreError::Ambiguous { wish: wish.into(), of: several.iter().map(|s| s.name()).collect() }),
        }
    }

    /// Makes the folder of a new session with its frozen guide: `2026-11-22-P07-first`, or with `-2` and on if that is taken.
    pub fn create_session(&self, date: &str, participant: &str, round: Round, guide: &[u8]) -> Result<SessionFolder, StoreError> {
        if ParticipantCode::new(participant).is_err() {
            return Err(StoreError::BadCode(participant.to_owned()));
        }
        // The date comes from a clock, and is part of a path all the same.
        if date.is_empty() || !date.chars().all(|c| c.is_ascii_digit() || c == '-') {
            return Err(StoreError::BadCode(date.to_owned()));
        }
        let sessions = self.root.join("sessions");
        self.refuse_strange(&sessions)?;
        if !sessions.is_dir() {
            make_folder(&sessions)?;
        }
        for n in 1.. {
            let more = if n == 1 { String::new() } else { format!("-{n}") };
            let path = sessions.join(format!("{date}-{participant}-{round}{more}"));
            match real::create_new_folder(&path) {
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(StoreError::io(&path, message!("could-not-make-session-folder"), e)),
                Ok(()) => {
                    let (made, file) = (SessionFolder { path }, "guide.yaml");
                    return match whole::create(&made.file(file), guide) {
                        Ok(()) => Ok(made),
                        Err(why) => {
                            made.take_away();
                            Err(StoreError::io(&made.file(file), message!("could-not-freeze-guide"), why))
                        }
                    };
                }
            }
        }
        Err(StoreError::Exists(sessions))
    }

    /// Tries where the sessions are what an interview will ask of the disk, and leaves nothing there. What the disk is too weak for; or the
    /// first thing that an interview needs and it refuses.
    pub fn tried(&self) -> Result<Vec<Weakness>, StoreError> {
        let place = self.place_for_checks()?;
        trial::tried(&place).map_err(|refused| StoreError::io(&place, refused.doing, refused.why))
    }

    /// Where something may be tried that is taken away again: on the disk that the sessions are on.
    pub(crate) fn place_for_checks(&self) -> Result<PathBuf, StoreError> {
        let sessions = self.root.join("sessions");
        self.refuse_strange(&sessions)?;
        Ok(if sessions.is_dir() { sessions } else { self.root.clone() })
    }

    /// Refuses what is no folder where the sessions belong, and a link there unless it is the study's owner who keeps them elsewhere (on an
    /// encrypted disk, say): the link and the folder it leads to are then theirs.
    fn refuse_strange(&self, sessions: &Path) -> Result<(), StoreError> {
        let is_link = fs::symlink_metadata(sessions).is_ok_and(|m| m.is_symlink());
        let owners = [self.root.as_path(), sessions].map(|path| owner(fs::metadata(path)));
        let of_link = owner(fs::symlink_metadata(sessions));
        match (is_link, owners) {
            (false, _) if fs::symlink_metadata(sessions).is_ok_and(|m| !m.is_dir()) => Err(StoreError::Foreign(sessions.to_owned())),
            (false, _) => Ok(()),
            (true, [Some(study), Some(there)]) if study == there && Some(study) == of_link && sessions.is_dir() => Ok(()),
            (true, _) => Err(StoreError::Elsewhere(sessions.to_owned())),
        }
    }
}

/// Whose a file is; nothing where that cannot be known.
fn owner(data: io::Result<fs::Metadata>) -> Option<u32> {
    #[cfg(unix)]
    return data.ok().map(|data| std::os::unix::fs::MetadataExt::uid(&data));
    #[cfg(not(unix))]
    return data.ok().and(None);
}

/// The folder of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFolder {
    path: PathBuf,
}

impl SessionFolder {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// What its name says: the date, the participant's code and the round. Nothing if it was renamed.
    pub(crate) fn named_after(&self) -> Option<(String, ParticipantCode, Round)> {
        let name = self.name();
        let (date, rest) = name.split_at_checked("2026-11-22".len())?;
        let rest = rest.strip_prefix('-').filter(|_| date.split('-').map(str::len).eq([4, 2, 2]))?;
        // `P07-first`, or `P07-first-2` for the second of that day.
        let unnumbered = rest.rsplit_once('-').filter(|(_, n)| n.parse::<u32>().is_ok()).map_or(rest, |(before, _)| before);
        let ends = |round: Round| Some((round, unnumbered.strip_suffix(round.word())?.strip_suffix('-')?));
        let (round, code) = Round::ALL.into_iter().find_map(ends)?;
        Some((date.to_owned(), ParticipantCode::new(code).ok()?, round))
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.path.join("journal.jsonl")
    }

    /// A file of the session by its name.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Whether there is a frozen guide, at most the first line of a journal, and nothing else: no event, no take, no draft.
    fn is_stillborn(&self) -> bool {
        let own = |p: &PathBuf| p.file_name().is_some_and(|n| n == "guide.yaml" || n == "lock" || n == "journal.jsonl");
        let is_empty = match fs::metadata(self.journal()) {
            Err(e) => e.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(self.journal()).is_err(),
            // Nearly every session has more, and its folder need not be read.
            Ok(file) if file.len() > LONGEST_HEADER => false,
            Ok(_) => {
                read_text(&self.journal()).is_ok_and(|text| text.iter().position(|b| *b == b'\n').is_some_and(|at| at + 1 == text.len()))
            }
        };
        is_empty && entries(&self.path).is_ok_and(|all| all.iter().filter(|p| !is_hidden(p)).all(own))
    }

    /// Takes the folder away again in which an interview was to begin and did not, so that the next one has its name. Only what every session
    /// begins with is deleted; where there is anything else, a take or a draft say, all of it stays.
    pub(crate) fn take_away(&self) {
        let Ok(all) = entries(&self.path) else { return };
        let half_made = |p: &PathBuf| is_hidden(p) && p.extension().is_some_and(|e| e == "new");
        let is_own = |p: &PathBuf| p.file_name().is_some_and(|n| n == "guide.yaml" || n == "lock" || n == "journal.jsonl") || half_made(p);
        if all.iter().all(is_own) {
            // What cannot be deleted is in nobody's way: an empty session is none.
            for path in all {
                RealDisk.remove(&path).ok();
            }
            fs::remove_dir(&self.path).ok();
        }
    }

    /// The frozen guide.
    pub fn guide(&self) -> Result<Vec<u8>, StoreError> {
        read_own(&self.path.join("guide.yaml"))
    }

    /// Takes hold of the session, or says that another window has it.
    pub fn lock(&self) -> Result<Lock, StoreError> {
        let path = self.path.join("lock");
        let held = lock::hold(&path).map_err(|e| StoreError::io(&path, message!("could-not-hold-session"), e))?;
        held.ok_or_else(|| StoreError::Locked(self.path.clone()))
    }

    /// Which process has the session, in words, if that can be known.
    pub fn holder(&self) -> Option<String> {
        holder(&self.path.join("lock"))
    }

    /// Whether another window has the session. Changes nothing, so it also answers where nothing can be written.
    pub(crate) fn is_held(&self) -> bool {
        lock::is_held(&self.path.join("lock"))
    }

    /// What the disk cannot do that this session lies on, as far as holding it through `lock` and syncing its folder shows.
    pub(crate) fn weaknesses(&self, lock: &Lock) -> Vec<Weakness> {
        let no_sync = matches!(RealDisk.sync_folder(&self.path), Ok(Synced::CannotBe)).then_some(Weakness::NoFolderSync);
        let no_locks = (!lock.is_kept()).then_some(Weakness::NoLocks);
        no_sync.into_iter().chain(no_locks).collect()
    }

    /// Keeps the unfinished note, or forgets it.
    pub(crate) fn keep_draft(&self, draft: Option<&Draft>) -> Result<(), StoreError> {
        let path = self.path.join("draft.json");
        let done = match draft {
            Some(draft) => serde_json::to_vec(draft).map_err(io::Error::from).and_then(|bytes| whole::replace(&path, &bytes)),
            None => match RealDisk.remove(&path) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
                other => other,
            },
        };
        done.map_err(|e| StoreError::io(&path, message!("could-not-keep-draft"), e))
    }

    /// The unfinished note, if one was kept and can be read.
    pub fn draft(&self) -> Option<Draft> {
        serde_json::from_slice(&read_own(&self.path.join("draft.json")).ok()?).ok()
    }

    /// Writes the files of a version of the letter into `summary/vN/`. A version is never overwritten, and if one file cannot be written,
    /// those written before it are taken away again, so that the same version can be tried once more.
    pub(crate) fn write_letter(&self, version: u32, files: &[(&str, Filling<'_>)]) -> Result<PathBuf, StoreError> {
        let folder = self.path.join("summary").join(format!("v{version}"));
        refuse_link(&self.path.join("summary"))?;
        make_folder(&folder)?;
        for (at, (name, source)) in files.iter().enumerate() {
            let path = folder.join(name);
            let written = if Path::new(name).file_name() == Some(name.as_ref()) {
                source.write_to(&path)
            } else {
                Err(io::Error::new(io::ErrorKind::InvalidInput, say!("file-no-name")))
            };
            if let Err(why) = written {
                for (name, _) in &files[..at] {
                    RealDisk.remove(&folder.join(name)).ok();
                }
                return Err(StoreError::io(&path, message!("could-not-write-letter"), why));
            }
        }
        Ok(folder)
    }

    /// Whatever is called as a take is, its waveform too: what goes with the sound.
    pub fn files_of_takes(&self) -> Result<Vec<PathBuf>, StoreError> {
        // What a crash left of making one silent is hidden, and holds sound as well.
        let is_of_one = |p: &PathBuf| p.file_name().is_some_and(|n| n.to_string_lossy().trim_start_matches('.').starts_with("take-"));
        let mut files: Vec<PathBuf> = entries(&self.path)?.into_iter().filter(is_of_one).collect();
        files.sort();
        Ok(files)
    }

    /// The names of its takes, in order.
    pub fn takes(&self) -> Result<Vec<PathBuf>, StoreError> {
        let is_named = |name: &str| name.strip_suffix(".wav").is_some_and(|name| name.starts_with("take-"));
        // Only files that lie here: a take is mended where it stands, and a link would lead the mending elsewhere.
        let is_take =
            |entry: &DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file()) && is_named(&entry.file_name().to_string_lossy());
        let mut takes = entries_of(&self.path, is_take)?;
        takes.sort();
        Ok(takes)
    }
}

/// What is written into a file.
#[derive(Clone, Debug)]
pub enum Filling<'s> {
    /// These bytes.
    Bytes(&'s [u8]),
    /// What lies there, however much that is.
    File(PathBuf),
}

impl Filling<'_> {
    fn write_to(&self, path: &Path) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => whole::create(path, bytes),
            Self::File(from) => whole::create_from(&RealDisk, path, RealDisk.open(from, Access::Read, Links::Refused)?.as_ref()),
        }
    }
}

/// Whether others than the owner can look into `path`.
pub(crate) fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(path).is_ok_and(|m| m.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Reads a text file, and no more of it than a text file has.
pub fn read_text(path: &Path) -> Result<Vec<u8>, StoreError> {
    use std::io::Read;
    let wrong = |e| StoreError::io(path, message!("could-not-read"), e);
    let file = File::open(path).map_err(wrong)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_TEXT + 1).read_to_end(&mut bytes).map_err(wrong)?;
    Ok(bytes)
}

/// Reads a text file of the study, or what a link there leads to; a pipe would be waited for, for ever.
pub(crate) fn read_plain(path: &Path) -> Result<Vec<u8>, StoreError> {
    let read = RealDisk.open(path, Access::Read, Links::Followed).and_then(|file| read_up_to(file.as_ref(), LARGEST_TEXT + 1));
    read.map_err(|e| StoreError::io(path, message!("could-not-read"), e))
}

/// Reads a text file that a person named, below the study's folder: neither it nor a folder on the way to it is a link.
pub(crate) fn read_below(root: &Path, name: &Path) -> Result<Vec<u8>, StoreError> {
    let mut path = root.to_owned();
    for part in name.components() {
        path.push(part);
        refuse_link(&path)?;
    }
    read_own(&path)
}

/// Reads a text file of ours, which is no link and has no more than a text file has.
fn read_own(path: &Path) -> Result<Vec<u8>, StoreError> {
    let read = RealDisk.open(path, Access::Read, Links::Refused).and_then(|file| read_up_to(file.as_ref(), LARGEST_TEXT + 1));
    read.map_err(|e| StoreError::io(path, message!("could-not-read"), e))
}

/// Refuses a link where a folder of the study belongs; that nothing is there yet is fine.
fn refuse_link(path: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink()) { Err(StoreError::Foreign(path.to_owned())) } else { Ok(()) }
}

fn make_folder(path: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok_and(|m| !m.is_dir()) {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    real::create_folder(path).map_err(|e| StoreError::io(path, message!("could-not-make-a-folder"), e))
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))
}

/// What lies in `folder`; nothing if there is no such folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    entries_of(folder, |_| true)
}

/// What is wanted of what lies in `folder`. Of which kind an entry is, folders mostly know themselves, and a link is no kind but its own.
fn entries_of(folder: &Path, is_wanted: impl Fn(&DirEntry) -> bool) -> Result<Vec<PathBuf>, StoreError> {
    let wrong = |e| StoreError::io(folder, message!("could-not-look-into"), e);
    match fs::read_dir(folder) {
        // What lies behind a link that leads nowhere is not nothing.
        Err(e) if e.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(folder).is_err() => Ok(Vec::new()),
        Err(e) => Err(wrong(e)),
        Ok(list) => list.filter(|e| e.as_ref().map_or(true, &is_wanted)).map(|e| e.map(|e| e.path()).map_err(wrong)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::lock::Ending;

    fn study() -> (tempfile::TempDir, Study) {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n"), ("guides/a.yaml", b"format: 1\n")]).unwrap();
        (dir, study)
    }

    #[test]
    fn a_study_is_found_from_below_and_never_made_twice() {
        let (dir, study) = study();
        let below = dir.path().join("sessions");
        assert_eq!(Study::find(&below).unwrap(), study);
        assert!(matches!(Study::init(dir.path(), &[]), Err(StoreError::Exists(_))));
        assert_eq!(study.guides().unwrap().len(), 1);
        let other = tempfile::tempdir().unwrap();
        assert!(matches!(Study::find(other.path()), Err(StoreError::NotAStudy(_))));
    }

    #[test]
    fn a_study_that_cannot_be_made_whole_leaves_nothing_and_takes_nothing_of_others() {
        let dir = tempfile::tempdir().unwrap();
        let broken: [(&str, &[u8]); 3] = [("study.yaml", b"title: x\n"), ("guides/a.yaml", b"x"), ("no/where/b.yaml", b"x")];
        let place = dir.path().join("deep/er");
        assert!(Study::init(&place, &broken).is_err());
        assert_eq!(entries(dir.path()).unwrap(), Vec::<PathBuf>::new());
        fs::create_dir_all(place.join("guides")).unwrap();
        for theirs in ["guides/a.yaml", "guides/mine.yaml"] {
            fs::write(place.join(theirs), "mine").unwrap();
        }
        assert!(Study::init(&place, &broken).is_err());
        assert_eq!(entries(&place).unwrap(), [place.join("guides")]);
        assert_eq!(entries(&place.join("guides")).unwrap().len(), 2);
        assert_eq!(fs::read(place.join("guides/a.yaml")).unwrap(), b"mine");
    }

    #[test]
    fn a_session_is_not_said_to_be_none_where_the_folder_of_them_is_gone() {
        let (dir, study) = study();
        assert!(matches!(study.session("P07"), Err(StoreError::NoSession { .. })));
        fs::remove_dir(dir.path().join("sessions")).unwrap();
        let why = study.session("P07").unwrap_err();
        assert!(why.to_string().contains("sessions, is not there: look for it") && why.is_storage(), "{why}");
    }

    #[test]
    fn a_session_is_found_by_any_part_that_only_it_has() {
        let (_dir, study) = study();
        for code in ["P07", "P08", "P08", "P1", "P10"] {
            let folder = study.create_session("2026-11-22", code, Round::First, b"x").unwrap();
            fs::write(folder.journal(), b"{}\n{}\n").unwrap();
        }
        assert_eq!(study.session("p07").unwrap().name(), "2026-11-22-P07-first");
        assert_eq!(study.session("P08-first-2").unwrap().name(), "2026-11-22-P08-first-2");
        assert_eq!(study.session("2026-11-22-P08-first").unwrap().name(), "2026-11-22-P08-first");
        assert_eq!(study.session("p1").unwrap().name(), "2026-11-22-P1-first");
        assert_eq!(study.session("P10").unwrap().name(), "2026-11-22-P10-first");
        assert!(matches!(study.session("P"), Err(StoreError::Ambiguous { .. })));
        assert!(matches!(study.session("first"), Err(StoreError::Ambiguous { .. })));
        assert!(matches!(study.session("T1"), Err(StoreError::NoSession { .. })));
        assert!(matches!(study.create_session("2026-11-22", "../x", Round::First, b""), Err(StoreError::BadCode(_))));
    }

    #[test]
    fn a_session_is_named_after_what_it_is() {
        let (_dir, study) = study();
        for code in ["P07", "T-13", "P-first", "x-2", "follow-up"] {
            for round in [Round::First, Round::FollowUp, Round::FollowUp] {
                let folder = study.create_session("2026-11-22", code, round, b"x").unwrap();
                let (date, named, of) = folder.named_after().unwrap();
                assert_eq!((date.as_str(), named.as_str(), of), ("2026-11-22", code, round), "{}", folder.name());
            }
        }
        for other in ["", "2026-11-22", "2026-11-22-P07", "2026-11-22-first", "P07-first", "2026-11-2é-P07-first", "Anna's interview"] {
            assert_eq!(SessionFolder { path: other.into() }.named_after(), None, "{other}");
        }
    }

    #[test]
    fn a_folder_in_which_nothing_happened_is_no_session() {
        let (_dir, study) = study();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        drop(folder.lock().unwrap());
        assert_eq!(study.sessions().unwrap(), [], "a crash before the journal was made");
        fs::write(folder.journal(), b"{}\n").unwrap();
        assert_eq!(study.sessions().unwrap(), [], "a crash before its first event");
        for happened in ["take-001.wav", "draft.json", "journal.jsonl"] {
            fs::write(folder.file(happened), b"").unwrap();
            assert_eq!(study.sessions().unwrap(), std::slice::from_ref(&folder), "{happened} is there, or damaged");
            fs::remove_file(folder.file(happened)).unwrap();
        }
        fs::write(folder.journal(), b"{}\n{").unwrap();
        assert_eq!(study.sessions().unwrap(), [folder]);
    }

    #[test]
    fn a_session_is_held_by_one() {
        let (_dir, study) = study();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let held = folder.lock().unwrap();
        assert!(matches!(folder.lock(), Err(StoreError::Locked(_))));
        assert!(folder.is_held());
        drop(held);
        assert!(!folder.is_held());
        folder.lock().unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_signature_tells_a_killed_program_from_a_machine_that_stopped() {
        let (_dir, study) = study();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let lock = folder.lock().unwrap();
        assert_eq!(lock.ending(), Ending::Unknown, "nobody signed");
        lock.sign();
        drop(lock);
        // Only who mended what was left signs anew.
        for _ in 0..2 {
            assert_eq!(folder.lock().unwrap().ending(), Ending::OfTheProgram);
        }
        for other in ["00000000-0000-0000-0000-000000000000", "", "\u{0}"] {
            fs::write(folder.file("lock"), other).unwrap();
            let lock = folder.lock().unwrap();
            assert_eq!(lock.ending(), Ending::Unknown, "{other:?}");
            lock.sign();
        }
    }

    #[test]
    fn a_letter_is_never_overwritten() {
        let (_dir, study) = study();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let files = [("letter.md", Filling::Bytes(b"dear"))];
        folder.write_letter(1, &files).unwrap();
        assert!(matches!(folder.write_letter(1, &files), Err(StoreError::Exists(_))));
        folder.write_letter(2, &files).unwrap();
        // What lies in a file goes over in pieces.
        fs::write(folder.file("take-001.wav"), b"sound").unwrap();
        let sound = folder.write_letter(3, &[("sound.wav", Filling::File(folder.file("take-001.wav")))]).unwrap();
        assert_eq!(fs::read(sound.join("sound.wav")).unwrap(), b"sound");
    }

    #[test]
    fn a_letter_that_fails_half_way_can_be_written_again() {
        let (_dir, study) = study();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let file = |name| (name, Filling::Bytes(b"dear"));
        for bad in ["../letter.md", "/tmp/letter.md", "a/b", "..", ""] {
            folder.write_letter(1, &[file("letter.html"), file(bad)]).unwrap_err();
        }
        folder.write_letter(1, &[file("letter.html"), file("letter.md")]).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn planted_links_lead_nowhere() {
        use std::os::unix::fs::symlink;
        let (_dir, study) = study();
        let theirs = tempfile::tempdir().unwrap();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        fs::write(theirs.path().join("secret"), "secret").unwrap();
        for name in ["draft.json", "take-001.wav", "lock"] {
            symlink(theirs.path().join("secret"), folder.file(name)).unwrap();
        }
        symlink(theirs.path(), folder.file("summary")).unwrap();
        assert!(folder.draft().is_none());
        assert_eq!(folder.takes().unwrap(), Vec::<PathBuf>::new());
        assert!(matches!(folder.lock(), Err(StoreError::Foreign(_))));
        // A hard link cannot be told from a file by opening it: it is held, and nothing is written into it.
        fs::remove_file(folder.file("lock")).unwrap();
        fs::hard_link(theirs.path().join("secret"), folder.file("lock")).unwrap();
        folder.lock().unwrap().sign();
        assert!(matches!(folder.write_letter(1, &[("a.md", Filling::Bytes(&[]))]), Err(StoreError::Foreign(_))));
        fs::remove_file(folder.file("guide.yaml")).unwrap();
        symlink(theirs.path().join("secret"), folder.file("guide.yaml")).unwrap();
        assert!(matches!(folder.guide(), Err(StoreError::Foreign(_))));
        symlink(theirs.path().join("secret"), folder.journal()).unwrap();
        assert!(matches!(crate::store::journal::Journal::open(&folder.journal()), Err(StoreError::Foreign(_))));
        assert!(matches!(crate::store::journal::read(&folder.journal()), Err(StoreError::Foreign(_))));
        assert!(matches!(crate::store::journal::Journal::create(&folder.journal()), Err(StoreError::Exists(_))));

        symlink(theirs.path(), study.root().join("sessions/2026-11-22-P08-first")).unwrap();
        assert_eq!(study.sessions().unwrap().len(), 1);
        assert_eq!(study.create_session("2026-11-22", "P08", Round::First, b"x").unwrap().name(), "2026-11-22-P08-first-2");
        assert_eq!(fs::read_to_string(theirs.path().join("secret")).unwrap(), "secret");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_folder_or_leads_nowhere_is_said_and_is_not_nothing() {
        use std::os::unix::fs::symlink;
        for name in ["sessions", "guides", "study.yaml"] {
            let (dir, study) = study();
            let place = dir.path().join(name);
            let asked = |study: &Study| match name {
                "sessions" => study.tried().map(drop),
                "guides" => study.guides().map(drop),
                _ => Study::find(dir.path()).map(drop),
            };
            assert!(asked(&study).is_ok(), "{name}");
            fs::rename(&place, dir.path().join("aside")).unwrap();
            symlink(dir.path().join("nowhere"), &place).unwrap();
            assert!(matches!(asked(&study), Err(StoreError::Elsewhere(path)) if path == place), "{name}: {:?}", asked(&study));
            fs::remove_file(&place).unwrap();
            if name == "study.yaml" {
                fs::create_dir(&place).unwrap();
            } else {
                fs::write(&place, "x").unwrap();
            }
            let said = asked(&study).unwrap_err();
            assert!(said.is_storage() && said.to_string().to_lowercase().contains("move"), "{name}: {said}");
        }
    }

    #[test]
    fn what_did_not_begin_is_taken_away_and_what_holds_anything_stays() {
        let (_dir, study) = study();
        let make = || study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let folder = make();
        fs::write(folder.journal(), "{}\n{\"n\":1").unwrap();
        drop(folder.lock().unwrap());
        folder.take_away();
        assert!(!folder.path().exists());
        for held in ["take-001.wav", "draft.json", "somebody's"] {
            let folder = make();
            assert_eq!(folder.name(), "2026-11-22-P07-first", "the name is free again");
            fs::write(folder.file(held), "x").unwrap();
            folder.take_away();
            assert!(folder.file(held).exists() && folder.file("guide.yaml").exists(), "{held}");
            fs::remove_file(folder.file(held)).unwrap();
            folder.take_away();
        }
        assert_eq!(fs::read_dir(study.root().join("sessions")).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn the_owner_of_a_study_may_keep_its_sessions_elsewhere() {
        use std::os::unix::fs::symlink;
        let (_dir, study) = study();
        let (elsewhere, sessions) = (tempfile::tempdir().unwrap(), study.root().join("sessions"));
        fs::remove_dir(&sessions).unwrap();
        symlink(elsewhere.path(), &sessions).unwrap();
        let made = study.create_session("2026-11-22", "P09", Round::First, b"x").unwrap();
        fs::write(made.file("take-001.wav"), "sound").unwrap();
        assert!(elsewhere.path().join(made.name()).is_dir());
        assert_eq!(study.sessions().unwrap(), [made]);
        // Somebody else's folder, or link: only the system's owner can make one here to try it.
        if rustix::process::geteuid().is_root() {
            let somebody = rustix::fs::Uid::from_raw(12_345);
            rustix::fs::chown(elsewhere.path(), Some(somebody), None).unwrap();
            assert!(matches!(study.sessions(), Err(StoreError::Elsewhere(_))));
        }
        // The disk is not mounted.
        fs::remove_file(&sessions).unwrap();
        symlink(elsewhere.path().join("nowhere"), &sessions).unwrap();
        let refused = study.create_session("2026-11-22", "P09", Round::First, b"x").unwrap_err();
        assert!(refused.to_string().contains("mount the disk"), "{refused}");
    }

    #[test]
    fn a_date_is_no_way_out_of_the_study() {
        let (_dir, study) = study();
        for bad in ["", "../2026", "2026/11/22", "\0"] {
            assert!(matches!(study.create_session(bad, "P07", Round::First, b"x"), Err(StoreError::BadCode(_))));
        }
    }
}
