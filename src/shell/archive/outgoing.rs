//! What is handed over is written: a file, a folder, or files packed into one; whole under its name or not at all.
//!
//! One file is made beside its name and gets it when it is whole; what cannot be made whole is taken away again. A folder is filled under its
//! name and `.part`, and gets its own when all of it is there: whoever is stopped in between, by Ctrl-C, a full disk or a crash, calls the same
//! again, and the sound that was whole is not written again. That it is the same sound, with the same silence in it, is known by a list that lies
//! in the folder until then; what it says is held against the bytes. Nothing is overwritten, and sound goes over in pieces.

use std::cell::Cell;
use std::cell::RefCell;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::audio::take::copy::Copy;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::digest::Sum;
use crate::disk::read_up_to;
use crate::disk::real;
use crate::disk::real::RealDisk;
use crate::disk::sync_folder_of;
use crate::disk::whole;
use crate::document::handover::Form;
use crate::document::handover::Shape;
use crate::document::handover::bagit;
use crate::document::handover::bagit::Lying;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::document::package::PackedFile;
use crate::document::package::PackedSound;
use crate::domain::digest::Digest;
use crate::domain::handover::Handover;
use crate::domain::handover::Sound;
use crate::shell::archive::zipped::Packing;
use crate::shell::archive::zipped::Zipped;
use crate::shell::failure::Failure;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

/// The list of what is whole, in a folder that is not yet.
const LIST: &str = ".hearback-export.json";

/// What is to be written.
pub(crate) struct Outgoing<'o> {
    /// In which form.
    pub(crate) form: Form,
    /// What is handed over.
    pub(crate) all: &'o Handover,
    /// The same as files.
    pub(crate) package: &'o Package,
    /// Where each of its sessions lies.
    pub(crate) folders: &'o [SessionFolder],
    /// Is told how many bytes of how many are written, and says whether to stop.
    pub(crate) told: &'o dyn Fn(u64, u64) -> Going,
    /// How many bytes all of it is.
    whole: u64,
    done: Cell<u64>,
    stopped: Cell<bool>,
    changed: Cell<bool>,
    /// The take that is being copied, by its file.
    changing: RefCell<String>,
}

/// Whether it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Going {
    /// It does.
    On,
    /// It stops here.
    Stop,
}

/// Why it is not there.
#[derive(Debug)]
pub(crate) enum Unwritten {
    /// Somebody stopped it.
    Stopped,
    /// It could not be written.
    Failed(Failure),
}

impl From<Failure> for Unwritten {
    fn from(why: Failure) -> Self {
        Self::Failed(why)
    }
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The digest of the file; of a folder, of the lines of its manifest.
    pub(crate) sha256: Digest,
    /// Files with sound that were whole from an earlier call.
    pub(crate) kept: usize,
}

/// What is whole already.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Made {
    /// Of what it is a part.
    whole: String,
    files: Vec<MadeFile>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct MadeFile {
    path: String,
    /// What it was made of.
    of: String,
    bytes: u64,
    sha256: Digest,
}

/// What lies of an earlier call that did not come to its end.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    /// What of it is whole; nothing where no folder lies there.
    made: Option<Made>,
    /// How many bytes lie there: they are kept, or go before their place is needed.
    pub(crate) bytes: u64,
}

/// Whether `form` makes one file of `package`.
pub(crate) fn is_one_file(form: Form, package: &Package) -> bool {
    match form.shape() {
        Shape::Packed => true,
        Shape::FileOrFolder => package.parts().len() == 1,
        Shape::Folder | Shape::Bag => false,
    }
}

/// Where a folder lies that is not whole yet.
pub(crate) fn unfinished(out: &Path) -> PathBuf {
    let mut name = out.file_name().map(OsString::from).unwrap_or_default();
    name.push(".part");
    out.with_file_name(name)
}

fn failed(path: &Path, e: io::Error) -> Failure {
    StoreError::io(path, message!("could-not-write-export"), e).into()
}

fn hex(bytes: [u8; 32]) -> String {
    Digest::new(bytes).to_string()
}

impl<'o> Outgoing<'o> {
    /// Nothing of it is written yet.
    pub(crate) fn new(
        form: Form,
        all: &'o Handover,
        package: &'o Package,
        folders: &'o [SessionFolder],
        told: &'o dyn Fn(u64, u64) -> Going,
    ) -> Self {
        let [stopped, changed] = [false, false].map(Cell::new);
        let nothing =
            Self { form, all, package, folders, told, whole: 0, done: Cell::new(0), stopped, changed, changing: RefCell::default() };
        Self { whole: package.parts().iter().map(|part| nothing.bytes_of(part)).sum(), ..nothing }
    }

    /// How many bytes it takes, before anything is made smaller.
    pub(crate) fn bytes(&self) -> u64 {
        self.whole
    }

    fn bytes_of(&self, part: &PackedFile) -> u64 {
        match &part.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::Sound(sound) => self.sound(sound).map_or(0, |take| take.bytes + 44 + sound.after.len() as u64),
        }
    }

    /// What an earlier call left that can be gone on with: read again, which can be stopped. Nothing is written.
    pub(crate) fn earlier(&self, out: &Path) -> Result<Earlier, Unwritten> {
        let part = unfinished(out);
        if is_one_file(self.form, self.package) {
            return Ok(Earlier::default());
        }
        if part.symlink_metadata().is_err() {
            if !is_all_but_done(out) || list_of(out).map_or(true, |made| made.whole != self.whole()) {
                return Ok(Earlier::default());
            }
            // It goes on from before the step at which the crash came, and is read again like any other.
            RealDisk.rename(out, &part).map_err(|e| Unwritten::Failed(failed(out, e)))?;
        }
        let made = self.taken_up(&part).map_err(|why| self.unwritten(why))?;
        let lying = self.package.parts().iter().filter_map(|one| part.join(&one.path).symlink_metadata().ok());
        Ok(Earlier { made: Some(made), bytes: lying.map(|file| file.len()).sum() })
    }

    /// Writes it, as far as it does not lie there.
    pub(crate) fn write(&self, out: &Path, earlier: Earlier) -> Result<Written, Unwritten> {
        let written = if is_one_file(self.form, self.package) { self.file(out) } else { self.folder(out, earlier.made) };
        written.map_err(|why| self.unwritten(why))
    }

    fn unwritten(&self, why: Failure) -> Unwritten {
        if self.stopped.get() {
            Unwritten::Stopped
        } else if self.changed.get() {
            Unwritten::Failed(Failure::mendable(say!("sound-changed", file = self.changing.borrow().as_str())))
        } else {
            Unwritten::Failed(why)
        }
    }

    fn file(&self, out: &Path) -> Result<Written, Failure> {
        let writes = |into: &mut dyn DiskFile| if self.form.shape() == Shape::Packed { self.pack(into) } else { self.plain(into) };
        whole::create_with(&RealDisk, out, &writes).map_err(|e| failed(out, e))?;
        let file = RealDisk.open(out, Access::Read, Links::Refused).map_err(|e| failed(out, e))?;
        let sha256 = Digest::new(digest::of_file(file.as_ref()).map_err(|e| failed(out, e))?);
        Ok(Written { sha256, kept: 0 })
    }

    fn plain(&self, file: &mut dyn DiskFile) -> io::Result<()> {
        let mut at = 0;
        for part in self.package.parts() {
            self.pour(part, &mut |bytes| {
                file.write_all_at(bytes, at)?;
                at += bytes.len() as u64;
                Ok(())
            })?;
        }
        Ok(())
    }

    fn pack(&self, file: &mut dyn DiskFile) -> io::Result<()> {
        let mut zipped = Zipped::into(file);
        for part in self.package.parts() {
            let packing = match part.content {
                Content::Bytes(_) => Packing::Compressed,
                Content::Sound(_) => Packing::AsItIs(self.bytes_of(part)),
            };
            zipped.begin(&part.path, packing)?;
            self.pour(part, &mut |bytes| zipped.write(bytes))?;
        }
        zipped.end()
    }

    /// Gives all bytes of a part to `sink`.
    fn pour(&self, part: &PackedFile, sink: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let mut counted = |bytes: &[u8]| {
            self.goes_on(bytes.len() as u64)?;
            sink(bytes)
        };
        match &part.content {
            Content::Bytes(bytes) => counted(bytes),
            Content::Sound(packed) => {
                let (folder, take) = self.folders.get(packed.session).zip(self.sound(packed)).ok_or(io::ErrorKind::NotFound)?;
                let from = folder.file(&take.take.file_name());
                *self.changing.borrow_mut() = take.take.file_name();
                let copy = Copy { from: &from, frames: take.frames, sha256: take.sha256, cuts: &take.cuts, after: &packed.after };
                copy.pour(&mut counted).map_err(|why| why.into_io(&self.changed))
            }
        }
    }

    /// So many bytes more; fails where somebody stopped it.
    fn goes_on(&self, bytes: u64) -> io::Result<()> {
        self.done.set(self.done.get() + bytes);
        if (self.told)(self.done.get(), self.whole) == Going::Stop {
            self.stopped.set(true);
            // Not the kind that is tried again.
            return Err(io::Error::other("stopped"));
        }
        Ok(())
    }

    fn sound(&self, packed: &PackedSound) -> Option<&'o Sound> {
        self.all.sessions.get(packed.session)?.takes().iter().find(|sound| sound.take == packed.take)
    }

    /// What a file with sound is made of, in a word.
    fn made_of(&self, packed: &PackedSound) -> String {
        let of = self.all.sessions.get(packed.session).map(|one| one.id.as_str()).unwrap_or_default();
        let text = format!("{of} {:?} {}", self.sound(packed), hex(digest::of(&[&packed.after])));
        hex(digest::of(&[text.as_bytes()]))
    }

    /// Of what a folder is a part: the form, and every path in it.
    fn whole(&self) -> String {
        let paths = self.package.parts().iter().fold(self.form.word().to_owned(), |all, part| all + "\n" + &part.path);
        hex(digest::of(&[paths.as_bytes()]))
    }

    fn folder(&self, out: &Path, made: Option<Made>) -> Result<Written, Failure> {
        let part = unfinished(out);
        let mut made = made.map_or_else(|| self.begun(&part), Ok)?;
        let kept = made.files.len();
        let mut lying: Vec<Lying> = Vec::new();
        for one in self.package.parts() {
            let path = part.join(&one.path);
            if let Some(file) = made.files.iter().find(|file| file.path == one.path) {
                // How far it is was told when it was read.
                lying.push(Lying { path: file.path.clone(), sha256: file.sha256, bytes: file.bytes });
                continue;
            }
            let file = self.lay(&path, one)?;
            lying.push(Lying { path: one.path.clone(), ..file });
            if let (Content::Sound(packed), Some(file)) = (&one.content, lying.last()) {
                let (path, bytes, sha256) = (file.path.clone(), file.bytes, file.sha256);
                made.files.push(MadeFile { path, of: self.made_of(packed), bytes, sha256 });
                remember(&part, &made)?;
            }
        }
        let mut lines = bagit::manifest(&lying);
        if self.form.shape() == Shape::Bag {
            let mut tags: Vec<Lying> = Vec::new();
            for (name, text) in bagit::tags(self.all, &lying) {
                tags.push(lay_text(&part, name, &text)?);
            }
            lines = bagit::manifest(&tags);
            lay_text(&part, "tagmanifest-sha256.txt", &lines)?;
        }
        real::is_free(out).map_err(|e| failed(out, e))?;
        RealDisk.rename(&part, out).and_then(|()| sync_folder_of(&RealDisk, out)).map_err(|e| failed(out, e))?;
        // Last: without it, what a crash leaves could not be gone on with.
        destroy::delete(&RealDisk, &out.join(LIST))?;
        Ok(Written { sha256: Digest::new(digest::of(&[lines.as_bytes()])), kept })
    }

    /// Makes a file in the folder: what lies there now.
    fn lay(&self, path: &Path, one: &PackedFile) -> Result<Lying, Failure> {
        if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
            real::create_folder(folder).map_err(|e| failed(folder, e))?;
        }
        destroy::destroy(&RealDisk, path)?;
        let (sum, long) = (RefCell::new(Sum::default()), Cell::new(0_u64));
        let fill = |file: &mut dyn DiskFile| {
            // A disk without second names has it filled once more, from its first byte.
            long.set(0);
            *sum.borrow_mut() = Sum::default();
            self.pour(one, &mut |bytes| {
                file.write_all_at(bytes, long.get())?;
                long.set(long.get() + bytes.len() as u64);
                sum.borrow_mut().feed(bytes);
                Ok(())
            })
        };
        whole::create_with(&RealDisk, path, &fill).map_err(|e| failed(path, e))?;
        Ok(Lying { path: String::new(), sha256: Digest::new(sum.into_inner().finish()), bytes: long.get() })
    }

    /// The folder, with nothing in it but the list.
    fn begun(&self, part: &Path) -> Result<Made, Failure> {
        real::create_new_folder(part).map_err(|e| failed(part, e))?;
        let made = Made { whole: self.whole(), files: Vec::new() };
        // Without its list it would be a stranger's at the next call.
        remember(part, &made).inspect_err(|_| drop(std::fs::remove_dir(part)))?;
        Ok(made)
    }

    /// What of the folder of an earlier call is whole and the same.
    fn taken_up(&self, part: &Path) -> Result<Made, Failure> {
        let whole = self.whole();
        let others = || Failure::mendable(say!("export-other-part", place = part.display().to_string()));
        let made = list_of(part).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::InvalidData => others(),
            _ => failed(&part.join(LIST), e),
        })?;
        if made.whole != whole {
            return Err(others());
        }
        let is_same = |file: &MadeFile| -> Result<bool, Failure> {
            let packed = self.package.parts().iter().find(|one| one.path == file.path).and_then(|one| match &one.content {
                Content::Sound(packed) => Some(packed),
                Content::Bytes(_) => None,
            });
            if packed.is_none_or(|packed| self.made_of(packed) != file.of) {
                return Ok(false);
            }
            let (path, before) = (part.join(&file.path), self.done.get());
            let found = lies(&path, &mut |bytes| self.goes_on(bytes));
            let is_same = matches!(found, Ok(found) if found == (file.bytes, file.sha256));
            if self.stopped.get() {
                return Err(failed(&path, io::ErrorKind::Interrupted.into()));
            }
            if !is_same {
                self.done.set(before);
            }
            Ok(is_same)
        };
        let mut files = Vec::new();
        for file in made.files {
            if is_same(&file)? {
                files.push(file);
            }
        }
        Ok(Made { whole, files })
    }
}

/// Whether an export lies at `out` that is whole but for the list of its making: a crash came before that was taken away.
pub(crate) fn is_all_but_done(out: &Path) -> bool {
    out.join(LIST).symlink_metadata().is_ok_and(|list| list.is_file())
}

/// What the list in `folder` says is whole.
fn list_of(folder: &Path) -> io::Result<Made> {
    let file = RealDisk.open(&folder.join(LIST), Access::Read, Links::Refused)?;
    serde_json::from_slice(&read_up_to(file.as_ref(), 64 << 20)?).map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e))
}

/// Writes down what is whole.
fn remember(part: &Path, made: &Made) -> Result<(), Failure> {
    let list = part.join(LIST);
    let bytes = serde_json::to_vec(made).map_err(|e| failed(&list, io::Error::other(e)))?;
    whole::replace(&list, &bytes).map_err(|e| failed(&list, e))
}

/// Makes a small file in the folder.
fn lay_text(part: &Path, name: &str, text: &str) -> Result<Lying, Failure> {
    let path = part.join(name);
    destroy::destroy(&RealDisk, &path)?;
    whole::create(&path, text.as_bytes()).map_err(|e| failed(&path, e))?;
    Ok(Lying { path: name.to_owned(), sha256: Digest::new(digest::of(&[text.as_bytes()])), bytes: text.len() as u64 })
}

/// How long the file there is, and its digest; `told` is told of each piece that was read, and may end it.
fn lies(path: &Path, told: &mut dyn FnMut(u64) -> io::Result<()>) -> io::Result<(u64, Digest)> {
    let file = RealDisk.open(path, Access::Read, Links::Refused)?;
    Ok((file.length()?, Digest::new(digest::of_file_telling(file.as_ref(), told)?)))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests change what lies there")]
mod tests {
    use super::*;
    use crate::audio::StreamFormat;
    use crate::audio::take::Take;
    use crate::audio::take::TakeReader;
    use crate::document::handover::tests::material;
    use crate::domain::guide::Round;
    use crate::domain::silenced::Cut;
    use crate::domain::time::Frames;
    use crate::domain::time::SampleRate;
    use crate::domain::timeline::TakeNumber;
    use crate::store::folder::Study;

    /// A session with two takes of some seconds.
    fn recorded(dir: &Path) -> (Handover, Vec<SessionFolder>) {
        let study = Study::init(dir, &[("study.yaml", b"title: x")]).unwrap();
        let folder = study.create_session("2026-11-22", "P01", Round::First, b"").unwrap();
        let all = Handover {
            sessions: vec![material(&folder.name(), &["one", "two", "three", "four", "five"].map(str::to_owned), true)],
            ..Handover::default()
        };
        for sound in all.sessions[0].takes() {
            let format = StreamFormat { rate: SampleRate::STUDIO, channels: 1 };
            let mut take = Take::create(&RealDisk, folder.path(), sound.take, format).unwrap();
            let samples = (0..sound.frames.0).map(|n| i16::try_from(n % 30_000 + 1).unwrap());
            take.write(&samples.collect::<Vec<i16>>()).unwrap();
            take.settle().unwrap();
        }
        (all, vec![folder])
    }

    fn files(folder: &Path) -> Vec<(String, u64, Digest)> {
        let mut found = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            found.extend(RealDisk.files(&folder).unwrap().into_iter().map(|path| {
                let (bytes, sha256) = lies(&path, &mut |_| Ok(())).unwrap();
                (path.file_name().unwrap().to_string_lossy().into_owned(), bytes, sha256)
            }));
            folders.extend(std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()));
        }
        found.sort();
        found
    }

    #[test]
    fn what_was_stopped_goes_on_with_the_sound_that_is_whole_and_the_same() {
        for form in [Form::Wav, Form::Elan, Form::Bagit] {
            let dir = tempfile::tempdir().unwrap();
            let (mut all, folders) = recorded(&dir.path().join("study"));
            let (out, other) = (dir.path().join("out"), dir.path().join("other"));
            let write = |all: &Handover, out: &Path, most: u64| {
                let package = form.package(all).unwrap();
                let told = |done: u64, _| if done > most { Going::Stop } else { Going::On };
                {
                    let outgoing = Outgoing::new(form, all, &package, &folders, &told);
                    outgoing.write(out, outgoing.earlier(out)?)
                }
            };
            let list_whole = |all: &Handover| Outgoing::new(form, all, &form.package(all).unwrap(), &folders, &|_, _| Going::On).whole();
            // In the middle of the second take.
            let most = all.sessions[0].takes()[0].bytes + 40_000;
            assert!(matches!(write(&all, &out, most), Err(Unwritten::Stopped)), "{form:?}");
            assert!(!out.exists() && unfinished(&out).is_dir(), "nothing half under the name");
            let first = write(&all, &out, u64::MAX).unwrap();
            assert_eq!((first.kept, unfinished(&out).exists()), (1, false), "{form:?}");
            let anew = write(&all, &other, u64::MAX).unwrap();
            assert_eq!((anew.kept, anew.sha256), (0, first.sha256));
            assert_eq!(files(&out), files(&other), "{form:?}");
            // A crash came before the list was taken away: the next call ends it, and nobody else's folder is touched.
            let list = Made { whole: list_whole(&all), files: Vec::new() };
            remember(&out, &list).unwrap();
            let ended = write(&all, &out, u64::MAX).unwrap();
            assert_eq!((ended.sha256, is_all_but_done(&out), files(&out)), (first.sha256, false, files(&other)), "{form:?}");
            remember(&out, &Made { whole: "another".into(), files: Vec::new() }).unwrap();
            assert!(matches!(write(&all, &out, u64::MAX), Err(Unwritten::Failed(_))) && out.is_dir(), "{form:?}");
            std::fs::remove_dir_all(unfinished(&out)).ok();
            // What is silent since is not what was whole.
            let again = dir.path().join("again");
            assert!(matches!(write(&all, &again, most), Err(Unwritten::Stopped)));
            let Ok(takes) = &mut all.sessions[0].sound else { panic!() };
            takes[0].cuts = vec![Cut { from: Frames(10), to: Frames(20) }];
            assert_eq!(write(&all, &again, u64::MAX).unwrap().kept, 0);
            let mut samples = Vec::new();
            let wav = if form == Form::Bagit { again.join("data/audio") } else { again.clone() };
            let mut reader = TakeReader::open(&wav.join(all.sessions[0].sound_file(&all.sessions[0].takes()[0]))).unwrap();
            reader.read(Frames(9), 12, &mut samples).unwrap();
            assert_eq!(samples, [10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21], "{form:?}");
            assert_eq!(all.sessions[0].takes()[0].take, TakeNumber(1));
        }
    }

    #[test]
    fn one_file_that_was_stopped_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let (all, folders) = recorded(&dir.path().join("study"));
        let (out, package) = (dir.path().join("out.qdpx"), Form::Qdpx.package(&all).unwrap());
        let told = |done: u64, _| if done > 100_000 { Going::Stop } else { Going::On };
        let write = |told: &dyn Fn(u64, u64) -> Going| {
            let outgoing = Outgoing::new(Form::Qdpx, &all, &package, &folders, told);
            outgoing.write(&out, outgoing.earlier(&out)?)
        };
        assert!(matches!(write(&told), Err(Unwritten::Stopped)));
        assert_eq!(files(dir.path()).iter().filter(|(name, _, _)| name.contains("qdpx")).count(), 0);
        write(&|_, _| Going::On).unwrap();
        assert!(out.is_file());
    }

    #[test]
    fn sound_that_is_not_what_was_recorded_does_not_leave() {
        for form in [Form::Wav, Form::Qdpx, Form::Bagit] {
            let dir = tempfile::tempdir().unwrap();
            let (mut all, folders) = recorded(&dir.path().join("study"));
            let Ok(takes) = &mut all.sessions[0].sound else { panic!() };
            for take in takes.iter_mut() {
                take.sha256 = Some(crate::audio::take::measure(&folders[0].file(&take.take.file_name())).unwrap().sha256);
            }
            let (out, package) = (dir.path().join("out"), form.package(&all).unwrap());
            let outgoing = Outgoing::new(form, &all, &package, &folders, &|_, _| Going::On);
            // As long as before: only its bytes say so.
            let second = folders[0].file(&all.sessions[0].takes()[1].take.file_name());
            let mut bytes = std::fs::read(&second).unwrap();
            bytes[400] ^= 0x10;
            std::fs::write(&second, bytes).unwrap();
            let written = outgoing.write(&out, outgoing.earlier(&out).unwrap());
            assert!(matches!(written, Err(Unwritten::Failed(why)) if why.text.contains("not what was recorded")), "{form:?}");
            assert!(!out.exists(), "{form:?}");
            let name = all.sessions[0].sound_file(&all.sessions[0].takes()[1]);
            assert!(!files(dir.path()).iter().any(|(file, _, _)| file.contains(&name)), "{form:?}");
        }
    }

    #[test]
    fn what_an_earlier_call_left_is_read_again_and_that_can_be_stopped() {
        let dir = tempfile::tempdir().unwrap();
        let (all, folders) = recorded(&dir.path().join("study"));
        let (out, package) = (dir.path().join("out"), Form::Wav.package(&all).unwrap());
        let most = all.sessions[0].takes()[0].bytes + 40_000;
        let told = |done: u64, _| if done > most { Going::Stop } else { Going::On };
        let outgoing = Outgoing::new(Form::Wav, &all, &package, &folders, &told);
        let nothing = outgoing.earlier(&out).unwrap();
        assert_eq!((nothing.bytes, unfinished(&out).exists()), (0, false), "looking makes nothing");
        assert!(matches!(outgoing.write(&out, nothing), Err(Unwritten::Stopped)));
        let told = |_, _| Going::On;
        let outgoing = Outgoing::new(Form::Wav, &all, &package, &folders, &told);
        let is_first = |part: &&PackedFile| matches!(&part.content, Content::Sound(sound) if sound.take == TakeNumber(1));
        let first = outgoing.bytes_of(package.parts().iter().find(is_first).unwrap());
        assert!(outgoing.earlier(&out).unwrap().bytes >= first, "no room is needed for it again");
        assert_eq!(outgoing.done.get(), first, "it was read");
        let told = |_, _| Going::Stop;
        let outgoing = Outgoing::new(Form::Wav, &all, &package, &folders, &told);
        assert!(matches!(outgoing.earlier(&out), Err(Unwritten::Stopped)));
    }

    #[test]
    fn a_folder_of_another_export_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let (all, folders) = recorded(&dir.path().join("study"));
        let (out, package, told) = (dir.path().join("out"), Form::Wav.package(&all).unwrap(), |_, _| Going::On);
        real::create_new_folder(&unfinished(&out)).unwrap();
        whole::create(&unfinished(&out).join("mine.txt"), b"mine").unwrap();
        let found = Outgoing::new(Form::Wav, &all, &package, &folders, &told).earlier(&out);
        assert!(matches!(found, Err(Unwritten::Failed(why)) if why.text.contains("belongs to another export")));
        assert!(unfinished(&out).join("mine.txt").is_file());
    }
}
