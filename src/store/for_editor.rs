//! A text that is given to an editor: where it lies meanwhile, and who takes it away.
//!
//! It lies in a folder that only its owner can enter, one for whatever it is of, and is written anew each time. What an editor leaves beside
//! it (copies, what it would recover from, whole folders) is destroyed with it. Where something came back that could not be taken in, all of
//! it stays until the next time, and where what it is of has become another meanwhile, it is [kept](ForEditor::keep) beside the next one:
//! nothing that somebody wrote is lost, whatever falls over. Beside each text stands what it was made of, so that it can be known later
//! whether it may still lie there. A place that is a link, or in which others may write, is refused: they could lay another text there.

use std::fs;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::disk::real::create_new;
use crate::disk::real::is_ours_alone;
use crate::disk::real::open_plain;
use crate::store::destroy;

/// What the file is called, and what says of what it was made.
const FILE: &str = "statements.txt";
const OF: &str = "of";

/// What the name of each folder begins with.
const PREFIX: &str = "text-";

/// The folder of what is edited now, and what the names begin with of those in which older texts are kept.
const NOW: &str = "now";
const KEPT: &str = "kept-";

/// The longest text that is read back, in bytes, and the longest path.
const LONGEST: u64 = 8 * 1024 * 1024;
const LONGEST_PATH: u64 = 16 * 1024;

/// What a text was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeOf {
    /// The line of the journal that was its last then.
    pub line: u64,
    /// The day, `yyyy-mm-dd`.
    pub on: String,
    /// The digest of the text as it was laid out.
    sum: String,
    /// What the text is of.
    pub whose: PathBuf,
}

/// The folder of the texts of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForEditor {
    folder: PathBuf,
    whose: PathBuf,
}

impl ForEditor {
    /// That of the texts of what lies in `whose`, in `place`.
    pub fn of(whose: &Path, place: &Path) -> Self {
        let sum = digest::of(&[whose.as_os_str().as_encoded_bytes()]);
        Self { folder: place.join(format!("{PREFIX}{}", hex(&sum[..8]))), whose: whose.to_owned() }
    }

    /// All that there are in `place`; of one of which nobody can say whose it is, nothing.
    pub fn all(place: &Path) -> Vec<(PathBuf, Option<Self>)> {
        if !is_a_folder(place) {
            return Vec::new();
        }
        let folders = folders_in(place).into_iter().filter(|folder| is_called(folder, PREFIX));
        let known = |folder: PathBuf| {
            // Also where its text is not there yet, or not at this moment: whose it is was written first.
            let made_of = Self { folder: folder.clone(), whose: PathBuf::new() }.folders().iter().find_map(|folder| made_of(folder));
            let one = made_of.map(|made_of| Self::of(&made_of.whose, place)).filter(|one| one.folder == folder);
            (folder, one)
        };
        folders.map(known).collect()
    }

    /// What the texts are of.
    pub fn whose(&self) -> &Path {
        &self.whose
    }

    /// The file that is edited.
    pub fn file(&self) -> PathBuf {
        self.now().join(FILE)
    }

    fn now(&self) -> PathBuf {
        self.folder.join(NOW)
    }

    /// All texts that lie there, each with what it was made of as far as that is known; that which would be edited last.
    pub fn texts(&self) -> Vec<(PathBuf, Option<MadeOf>)> {
        let there = self.folders().into_iter().filter(|folder| folder.join(FILE).symlink_metadata().is_ok());
        there.map(|folder| (folder.join(FILE), made_of(&folder))).collect()
    }

    /// Where each of them lies, in the same order.
    fn folders(&self) -> Vec<PathBuf> {
        if !is_a_folder(&self.folder) {
            return Vec::new();
        }
        let mut folders: Vec<PathBuf> = folders_in(&self.folder).into_iter().filter(|folder| is_called(folder, KEPT)).collect();
        folders.sort();
        folders.extend(Some(self.now()).filter(|folder| is_a_folder(folder)));
        folders
    }

    /// What was left to be edited because it could not be taken in, if anything was.
    pub fn left(&self) -> io::Result<Option<String>> {
        match self.is_private().and_then(|()| self.read()) {
            Ok(text) => Ok(Some(text)),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    /// Whether what was left was made of what `text` is.
    pub fn is_made_of(&self, text: &str) -> bool {
        made_of(&self.now()).is_some_and(|made_of| made_of.sum == sum_of(text))
    }

    /// Lays `text` out, in place of whatever was left to be edited.
    pub fn lay_out(&self, text: &str, line: u64, on: &str) -> io::Result<()> {
        self.is_private()?;
        self.destroy_now()?;
        create_folder(&self.now())?;
        self.is_private()?;
        // Whose it is stands there first: whatever lies there can be told from then on.
        let mut of = create_new(&self.now().join(OF))?;
        of.write_all(format!("{line} {on} {}\n", sum_of(text)).as_bytes())?;
        of.write_all(self.whose.as_os_str().as_encoded_bytes())?;
        of.sync_all()?;
        let mut file = create_new(&self.file())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    /// Fails if one of the folders around the text, as far as they are there, is not ours alone.
    fn is_private(&self) -> io::Result<()> {
        let now = self.now();
        let around = [self.folder.parent(), Some(&*self.folder), Some(&*now)].into_iter().flatten();
        around.filter(|folder| folder.symlink_metadata().is_ok()).try_for_each(is_ours_alone)
    }

    /// What lies there now.
    fn read(&self) -> io::Result<String> {
        let mut text = String::new();
        let file = open_plain(&self.file(), fs::OpenOptions::new().read(true), Links::Refused)?;
        let length = file.take(LONGEST + 1).read_to_string(&mut text)?;
        // The rest would else be taken for something that was deleted.
        if length as u64 > LONGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(text) }
    }

    /// Keeps what was left beside what is edited next, and says where.
    pub fn keep(&self) -> io::Result<PathBuf> {
        let name = |n: &u32| self.folder.join(format!("{KEPT}{n}"));
        let free = (1..=u32::MAX).map(|n| name(&n)).find(|folder| folder.symlink_metadata().is_err());
        let folder = free.ok_or(io::ErrorKind::AlreadyExists)?;
        RealDisk.rename(&self.now(), &folder)?;
        Ok(folder.join(FILE))
    }

    /// What was edited was taken in: destroys it and all that lies beside it. What was kept stays.
    pub fn take_away(&self) -> io::Result<()> {
        self.destroy_now()?;
        if self.texts().is_empty() { self.destroy() } else { Ok(()) }
    }

    fn destroy_now(&self) -> io::Result<()> {
        if is_a_folder(&self.folder) { destroy::destroy_folder(&self.now()).map_err(io::Error::other) } else { Ok(()) }
    }

    /// Destroys all that lies there.
    pub fn destroy(&self) -> io::Result<()> {
        destroy::destroy_folder(&self.folder).map_err(io::Error::other)
    }
}

/// What the text in `folder` was made of.
fn made_of(folder: &Path) -> Option<MadeOf> {
    let mut bytes = Vec::new();
    let file = open_plain(&folder.join(OF), fs::OpenOptions::new().read(true), Links::Refused).ok()?;
    file.take(LONGEST_PATH).read_to_end(&mut bytes).ok()?;
    let (first, path) = bytes.split_at_checked(bytes.iter().position(|byte| *byte == b'\n')?)?;
    let mut first = std::str::from_utf8(first).ok()?.split(' ').map(str::to_owned);
    let (line, on, sum) = (first.next()?.parse().ok()?, first.next()?, first.next()?);
    #[cfg(unix)]
    let whose = PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(path[1..].to_vec()));
    #[cfg(not(unix))]
    let whose = PathBuf::from(String::from_utf8(path[1..].to_vec()).ok()?);
    Some(MadeOf { line, on, sum, whose })
}

/// Whether there is a folder at `path`. A link by that name is not ours, wherever it leads.
fn is_a_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|kind| kind.is_dir())
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()).collect()
}

fn is_called(folder: &Path, prefix: &str) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix))
}

fn sum_of(text: &str) -> String {
    hex(&digest::of(&[text.as_bytes()]))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |name, byte| name + &format!("{byte:02x}"))
}

#[cfg(all(test, unix))]
#[expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests look at what lies on disk")]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::fs::symlink;

    use super::*;

    const DAY: &str = "2026-11-27";

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn it_is_its_owners_alone_and_goes_with_all_that_an_editor_left() {
        let (dir, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let one = ForEditor::of(Path::new("/a/study/session"), dir.path());
        assert_ne!(one, ForEditor::of(Path::new("/b/study/session"), dir.path()));
        one.lay_out("words", 7, DAY).unwrap();
        assert_eq!((mode(&one.file()), mode(one.file().parent().unwrap())), (0o600, 0o700));
        fs::write(theirs.path().join("theirs"), "x").unwrap();
        let leave = || {
            // A copy, a folder of copies, and a link to what is somebody else's.
            fs::write(one.file().with_file_name("statements.txt~"), "words").unwrap();
            fs::create_dir_all(one.file().with_file_name("statements.txt.d/more")).unwrap();
            fs::write(one.file().with_file_name("statements.txt.d/more/copy"), "words").unwrap();
            symlink(theirs.path(), one.file().with_file_name("link")).unwrap();
        };
        leave();
        one.lay_out("others", 8, DAY).unwrap();
        assert_eq!(one.left().unwrap().as_deref(), Some("others"));
        leave();
        one.take_away().unwrap();
        one.take_away().unwrap();
        assert_eq!((one.left().unwrap(), fs::read_dir(dir.path()).unwrap().count()), (None, 0));
        assert_eq!(fs::read_to_string(theirs.path().join("theirs")).unwrap(), "x");
    }

    #[test]
    fn one_is_known_also_while_its_text_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let one = ForEditor::of(Path::new("/a/study/session"), dir.path());
        one.lay_out("words", 7, DAY).unwrap();
        // An editor that saves takes the old file away before the new one has its name.
        fs::remove_file(one.file()).unwrap();
        let all = ForEditor::all(dir.path());
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].1.as_ref().map(|one| one.whose().to_owned()), Some(PathBuf::from("/a/study/session")));
    }

    #[test]
    fn what_is_kept_stays_until_all_is_destroyed_and_says_of_what_it_was_made() {
        let dir = tempfile::tempdir().unwrap();
        let one = ForEditor::of(Path::new("/a/study/session"), dir.path());
        one.lay_out("words", 7, DAY).unwrap();
        assert!(one.is_made_of("words") && !one.is_made_of("others"));
        let kept = one.keep().unwrap();
        one.lay_out("others", 9, DAY).unwrap();
        assert_ne!(one.keep().unwrap(), kept);
        one.lay_out("more", 9, DAY).unwrap();
        one.take_away().unwrap();
        assert_eq!(fs::read_to_string(&kept).unwrap(), "words");
        let texts = one.texts();
        assert_eq!((texts.len(), texts[0].1.as_ref().unwrap().line, texts[0].1.as_ref().unwrap().on.as_str()), (2, 7, DAY));
        let all = ForEditor::all(dir.path());
        assert_eq!(all[0].1.as_ref().map(ForEditor::whose), Some(Path::new("/a/study/session")));
        one.destroy().unwrap();
        assert!(ForEditor::all(dir.path()).is_empty() && fs::read_dir(dir.path()).unwrap().count() == 0);
    }

    #[test]
    fn a_place_that_leads_elsewhere_or_that_others_may_write_in_is_refused() {
        let (dir, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        symlink(theirs.path(), dir.path().join("written")).unwrap();
        let one = ForEditor::of(Path::new("/a/study/session"), &dir.path().join("written"));
        one.lay_out("words", 7, DAY).unwrap_err();
        assert!(files_below(theirs.path()).is_empty());
        let open = dir.path().join("open");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, fs::Permissions::from_mode(0o777)).unwrap();
        let one = ForEditor::of(Path::new("/a/study/session"), &open);
        one.lay_out("words", 7, DAY).unwrap_err();
        assert!(files_below(&open).is_empty());
    }

    fn files_below(folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                found.extend(files_below(&entry.path()));
            } else {
                found.push(entry.path());
            }
        }
        found
    }

    #[test]
    fn what_is_too_long_to_be_read_whole_is_not_read_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let one = ForEditor::of(Path::new("/a/study/session"), dir.path());
        one.lay_out("words", 7, DAY).unwrap();
        fs::write(one.file(), "w".repeat(usize::try_from(LONGEST).unwrap() + 1)).unwrap();
        one.left().unwrap_err();
    }
}
