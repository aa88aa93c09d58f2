//! What belongs to a session on this disk, and of which material it is: all that lies in its folder, however deep, and what was made of its
//! sound for others and lies in the study.
//!
//! The frozen guide stays whatever goes: it is the study's own, and nobody's answer is in it. The journal and the file by which the session is held are no
//! belongings either: what becomes of the journal is decided line by line. A file is called in a receipt by the name that this program gave
//! it; one that a person named is called by its length and its ending, because a name may hold what is to be forgotten. Links are taken away,
//! and what they lead to is not touched. Nothing is changed here.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::real::RealDisk;
use crate::domain::destruction::Material;
use crate::domain::destruction::ThatWas;
use crate::domain::digest::Digest;
use crate::store::copies;
use crate::store::error::StoreError;
use crate::store::folder::entries;

/// A file that belongs to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// Where it lies.
    pub path: PathBuf,
    /// What a receipt calls it.
    pub name: String,
    /// What it is.
    pub material: Material,
}

/// Names of ours, each with what it is of. What follows in a file's name are digits, dots, hyphens and one of [`ENDINGS`].
const STEMS: [(&str, Material); 10] = [
    ("take-", Material::Sound),
    ("transcript-", Material::Transcript),
    ("draft", Material::Notes),
    ("journal", Material::Notes),
    ("letter", Material::Notes),
    ("trail", Material::Notes),
    ("summary", Material::Notes),
    ("statements", Material::Notes),
    ("clip", Material::Sound),
    ("v", Material::Notes),
];

/// How many digits the number of a take or of a transcript has at least.
const DIGITS: usize = 3;

/// Endings that files of ours have.
const ENDINGS: [&str; 24] = [
    "wav", "peaks", "json", "jsonl", "md", "html", "docx", "pdf", "txt", "vtt", "srt", "tsv", "new", "old", "silent", "gone", "torn",
    "damaged", "unsaved", "taken", "in", "source", "original", "nl",
];

/// What is in the folder of a session that belongs to it, in order; and the folders in it, outermost first.
pub fn within(folder: &Path) -> Result<(Vec<Belonging>, Vec<PathBuf>), StoreError> {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    let mut to_see = vec![folder.to_owned()];
    while let Some(here) = to_see.pop() {
        for path in entries(&here)? {
            if fs::symlink_metadata(&path).is_ok_and(|data| data.is_dir()) {
                folders.push(path.clone());
                to_see.push(path);
            } else if let Some(one) = belonging(folder, path) {
                files.push(one);
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    folders.sort();
    // Two that are as long as each other are two.
    let mut called: BTreeMap<String, usize> = BTreeMap::new();
    for one in &mut files {
        let times = called.entry(one.name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            let (stem, ending) = one.name.find('.').map_or((one.name.as_str(), ""), |at| one.name.split_at(at));
            one.name = format!("{stem}-{times}{ending}");
        }
    }
    Ok((files, folders))
}

/// What the file at `path`, somewhere in `folder`, is; nothing of what stays.
fn belonging(folder: &Path, path: PathBuf) -> Option<Belonging> {
    let below = path.strip_prefix(folder).ok()?.to_string_lossy().into_owned();
    // What the journal was, and what is noted of how files went, are seen to by whoever writes the journal anew.
    let own = ["guide.yaml", "journal.jsonl", "lock", ".journal.jsonl.old", ".journal.jsonl.gone", "..journal.jsonl.gone.new"];
    if own.contains(&below.as_str()) {
        return None;
    }
    let is_ours = below.split('/').all(is_a_name_of_ours);
    let parts: Vec<&str> = below.split('/').collect();
    let material = match parts.as_slice() {
        [.., file] if is_ours => stem_of(file).map(|(material, _)| material),
        // What lies beside a version of the letter is one, whatever somebody called it.
        ["summary", version, ..] if is_a_name_of_ours(version) => Some(Material::Notes),
        [file] if is_unsaved(folder, file) => Some(Material::Notes),
        [.., file] => copy_of(file),
        [] => None,
    };
    let name = if is_ours { below } else { by_length(&path) };
    // What anybody may have called so is nobody's but theirs.
    Some(Belonging { path, name, material: material.unwrap_or(Material::All) })
}

/// Whether a file or folder may have been named by this program, and by nobody else.
pub fn is_a_name_of_ours(name: &str) -> bool {
    stem_of(name).is_some()
}

/// Of what a file with a name of ours is, and what follows the stem of it.
fn stem_of(name: &str) -> Option<(Material, &str)> {
    let name = name.trim_start_matches('.');
    let plain = |piece: &str| piece.chars().all(|c| c.is_ascii_digit()) || ENDINGS.contains(&piece);
    let is_plain = |stem: &str, rest: &str| match stem {
        "v" => !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()),
        // Another word that begins so is another word.
        _ => (stem.ends_with('-') || rest.is_empty() || rest.starts_with(['.', '-'])) && rest.split(['.', '-']).all(plain),
    };
    STEMS.iter().find_map(|(stem, material)| name.strip_prefix(stem).filter(|rest| is_plain(stem, rest)).map(|rest| (*material, rest)))
}

/// Of what a file is that somebody copied beside a take or a transcript: its name begins with the whole name of one, as programs call copies.
fn copy_of(name: &str) -> Option<Material> {
    let name = name.trim_start_matches('.');
    let mut numbered = STEMS.iter().filter(|(stem, _)| stem.ends_with('-'));
    let is_one = |(stem, material): &(&str, Material)| {
        let number = name.strip_prefix(stem)?.chars().take_while(char::is_ascii_digit).count();
        (number >= DIGITS).then_some(*material)
    };
    numbered.find_map(is_one)
}

/// Whether it is a file of changes that no journal took, of the session in `folder`.
fn is_unsaved(folder: &Path, name: &str) -> bool {
    let rest = name.trim_start_matches('.').strip_prefix(copies::name_of(folder).as_str());
    rest.is_some_and(|rest| ["-unsaved-", "-taken-in-"].iter().any(|sign| rest.starts_with(sign)))
}

/// What a file that a person named is called: how long it is, and its ending.
fn by_length(path: &Path) -> String {
    let bytes = fs::symlink_metadata(path).map_or(0, |data| data.len());
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).filter(|ending| ENDINGS.contains(&ending.as_str()));
    ending.map_or_else(|| format!("file-of-{bytes}"), |ending| format!("file-of-{bytes}.{ending}"))
}

/// What it was: its length and its digest, as far as it can be read.
pub fn that_was(disk: &dyn Disk, one: &Belonging) -> ThatWas {
    let file = disk.open(&one.path, Access::Read, Links::Refused);
    let bytes = file.as_ref().ok().and_then(|file| file.length().ok()).unwrap_or_default();
    let sha256 = file.ok().and_then(|file| digest::of_file(file.as_ref()).ok()).map(Digest::new);
    ThatWas { file: one.name.clone(), bytes, sha256 }
}

/// By what a file of a session is known again, whatever somebody has called it.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Files, by how long they are and the digest of all of it. One whose length is not known is looked for in recordings alone.
    pub files: Vec<(Option<u64>, Digest)>,
    /// Takes, by how long their data is, if that is known, and its digest.
    pub takes: Vec<(Option<u64>, Digest)>,
    /// How many bytes stand before the data of a take.
    pub header: u64,
}

impl Known {
    /// Whether the file at `path` holds the bytes of one of these. Only of one that is as long as one of them the bytes are read.
    fn holds(&self, path: &Path) -> bool {
        self.is_held_by(path).unwrap_or(false)
    }

    /// The same, and whether that can be said at all.
    fn is_held_by(&self, path: &Path) -> io::Result<bool> {
        let is_wav = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("wav"));
        let file = RealDisk.open(path, Access::Read, Links::Refused)?;
        let length = file.length()?;
        let is_one = |known: &[(Option<u64>, Digest)], from: u64| {
            let Some(long) = length.checked_sub(from).filter(|long| *long > 0) else { return io::Result::Ok(false) };
            let mut may_be = known.iter().filter(|(of, _)| of.map_or(is_wav, |of| of == long)).peekable();
            if may_be.peek().is_none() {
                return Ok(false);
            }
            let sum = Digest::new(digest::of_file_from(file.as_ref(), from)?);
            Ok(may_be.any(|(_, known)| *known == sum))
        };
        Ok(is_one(&self.files, 0)? || is_one(&self.takes, self.header)?)
    }
}

/// Those among `files` that a person named, and of which nothing is known but that they hold the bytes of one of these, are `what`.
pub fn recognise(files: &mut [Belonging], what: Material, known: &Known) {
    for one in files.iter_mut().filter(|one| one.material == Material::All) {
        if known.holds(&one.path) {
            one.material = what;
        }
    }
}

/// What lies in the study, and what there could not be looked into.
pub type Around = (Vec<Belonging>, Vec<PathBuf>);

/// How a folder is looked into.
type See<'s> = &'s mut dyn FnMut(&Path) -> Result<Vec<PathBuf>, StoreError>;

/// What was made of the sound of the session in `folder` and lies in the study: its clips, what else there holds the bytes of one of `known`,
/// whatever it is called by now, and packs, which are known by the names of the takes in them and have a page that is called as one of `pages`.
/// Of the folders of sessions, and of what this program keeps, nothing is looked at. Beside it stands what could not be looked into, and may hold
/// some of it.
pub fn around(folder: &Path, known: &Known, pages: &[String]) -> Result<Around, StoreError> {
    around_as(&mut entries, folder, known, pages)
}

fn around_as(see: See<'_>, folder: &Path, known: &Known, pages: &[String]) -> Result<Around, StoreError> {
    let study = copies::study_of(folder);
    let (clips, packed) = (copies::clips(&RealDisk, folder, None)?, format!("{}-", copies::name_of(folder)));
    let is_packed = |path: &Path| {
        let name = copies::name_of(path);
        let number = name.strip_prefix(&packed).and_then(|rest| rest.strip_suffix(".wav"));
        number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
    };
    // Of what is not called a recording a study may hold much.
    let is_copy = |path: &Path| match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("wav") => known.is_held_by(path),
        _ => Ok(false),
    };
    let (mut files, mut unseen) = (Vec::new(), Vec::new());
    let mut to_see = vec![study.to_owned()];
    while let Some(here) = to_see.pop() {
        let Ok(all) = see(&here) else {
            unseen.push(here);
            continue;
        };
        let is_pack = all.iter().any(|path| is_packed(path));
        for path in all {
            let name = copies::name_of(&path);
            let is_kept = here == study && matches!(name.as_str(), "sessions" | "guides" | "receipts");
            match fs::symlink_metadata(&path) {
                // It went in this moment.
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(_) => unseen.push(path),
                Ok(data) if data.is_dir() && !is_kept => to_see.push(path),
                Ok(data) if data.is_file() => {
                    if is_packed(&path) || is_pack && pages.contains(&name) || clips.contains(&path) {
                        files.push(path);
                        continue;
                    }
                    match is_copy(&path) {
                        Ok(goes) => files.extend(goes.then_some(path)),
                        Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                        Err(_) => unseen.push(path),
                    }
                }
                Ok(_) => {}
            }
        }
    }
    files.sort();
    unseen.sort();
    let named =
        |(n, path): (usize, PathBuf)| Belonging { name: format!("copy-{}.{}", n + 1, ending(&path)), path, material: Material::Sound };
    Ok((files.into_iter().enumerate().map(named).collect(), unseen))
}

fn ending(path: &Path) -> String {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.filter(|ending| ENDINGS.contains(&ending.as_str())).unwrap_or_else(|| "file".into())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests write what people write")]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_session_is_known_by_what_it_is_and_called_by_no_name_that_a_person_gave() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("sessions/2026-11-22-P07-first");
        fs::create_dir_all(folder.join("summary/v1")).unwrap();
        for name in
            ["guide.yaml", "journal.jsonl", "lock", "take-001.wav", ".take-001.wav.old", "take-001 (Anna's copy).wav", "take-001 (B).wav"]
        {
            fs::write(folder.join(name), "x").unwrap();
        }
        for name in ["summary/v1/letter.docx", "transcript-001.jsonl", "draft.json", "Anna.vtt", "journal.torn-1"] {
            fs::write(folder.join(name), "xx").unwrap();
        }
        fs::write(folder.join("2026-11-22-P07-first-unsaved-77.jsonl"), "xxx").unwrap();
        let (files, folders) = within(&folder).unwrap();
        let told: Vec<String> = files.iter().map(|one| format!("{} {}", one.name, one.material.word())).collect();
        assert_eq!(
            told,
            [
                ".take-001.wav.old sound",
                "file-of-3.jsonl notes",
                "file-of-2.vtt all",
                "draft.json notes",
                "journal.torn-1 notes",
                "summary/v1/letter.docx notes",
                "file-of-1.wav sound",
                "file-of-1-2.wav sound",
                "take-001.wav sound",
                "transcript-001.jsonl transcript"
            ]
        );
        assert_eq!(folders.len(), 2);
        assert!(!is_a_name_of_ours("take-001-anna.wav") && !is_a_name_of_ours("letter-anna.docx") && is_a_name_of_ours("v12"));
    }

    #[test]
    fn what_somebody_called_by_a_word_that_begins_like_ours_is_theirs() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("sessions/2026-11-22-P07-first");
        let theirs = [
            "summary-of-ethics.docx",
            "letterhead.pdf",
            "letters.docx",
            "clipping.pdf",
            "clip2.pdf",
            "trailer.mp4",
            "drafting.md",
            "journalism.pdf",
            "statements-of-ethics.pdf",
            "take-2 aspirin.txt",
            "transcript-of-court.pdf",
            "v.pdf",
            "mine/letter.pdf",
            "summary/ethics.pdf",
            "summary-of-ethics/letter.pdf",
        ];
        let ours = [
            ("summary/v1/letter.md", Material::Notes),
            ("summary/v1/letter, as sent.docx", Material::Notes),
            ("mine/take-001 (copy).wav", Material::Sound),
            ("take-001-backup.wav", Material::Sound),
            ("transcript-001 (copy).jsonl", Material::Transcript),
            (".draft.json.new", Material::Notes),
            ("journal.damaged-1", Material::Notes),
        ];
        for name in theirs.iter().chain(ours.iter().map(|(name, _)| name)) {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
            fs::write(folder.join(name), "x").unwrap();
        }
        let files = within(&folder).unwrap().0;
        let material = |name: &str| files.iter().find(|one| one.path == folder.join(name)).unwrap().material;
        for name in theirs {
            assert_eq!(material(name), Material::All, "{name}");
        }
        for (name, of) in ours {
            assert_eq!(material(name), of, "{name}");
        }
    }

    #[test]
    fn what_cannot_be_looked_into_is_named_and_is_not_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("sessions/2026-11-22-P07-first");
        fs::create_dir_all(&folder).unwrap();
        fs::write(dir.path().join("clips"), "no folder").unwrap();
        assert!(around(&folder, &Known::default(), &[]).unwrap_err().to_string().contains("clips"));
        fs::remove_file(dir.path().join("clips")).unwrap();
        assert_eq!(around(&folder, &Known::default(), &[]).unwrap(), (Vec::new(), Vec::new()));
        let closed = dir.path().join("talk");
        fs::create_dir(&closed).unwrap();
        let mut see = |path: &Path| if path == closed { Err(StoreError::Foreign(closed.clone())) } else { entries(path) };
        let (_, unseen) = around_as(&mut see, &folder, &Known::default(), &[]).unwrap();
        assert_eq!(unseen, std::slice::from_ref(&closed));
    }

    #[test]
    fn a_clip_is_found_in_the_study_by_what_it_holds_and_a_pack_by_its_takes() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("sessions/2026-11-22-P07-first");
        let other = dir.path().join("sessions/2026-11-22-P08-first");
        for place in [&folder, &other, &dir.path().join("clips"), &dir.path().join("talk/for-t1")] {
            fs::create_dir_all(place).unwrap();
        }
        let sum = Digest::new(digest::of(&[b"their voice"]));
        fs::write(other.join("take-001.wav"), "their voice").unwrap();
        fs::write(dir.path().join("talk/anna.wav"), "their voice").unwrap();
        fs::write(dir.path().join("talk/other.wav"), "music").unwrap();
        for name in ["read.txt", "theirs.txt", "2026-11-22-P07-first-1.wav"] {
            fs::write(dir.path().join("talk/for-t1").join(name), "x").unwrap();
        }
        fs::write(dir.path().join("clips/2026-11-22-P07-first_10-20.wav"), "x").unwrap();
        let known = Known { files: vec![(None, sum)], ..Known::default() };
        let (found, unseen) = around(&folder, &known, &["read.txt".into()]).unwrap();
        assert_eq!(unseen, Vec::<PathBuf>::new());
        let below = |one: &Belonging| one.path.strip_prefix(dir.path()).unwrap().display().to_string();
        let told: Vec<String> = found.iter().map(|one| format!("{} {}", one.name, below(one))).collect();
        assert_eq!(
            told,
            [
                "copy-1.wav clips/2026-11-22-P07-first_10-20.wav",
                "copy-2.wav talk/anna.wav",
                "copy-3.wav talk/for-t1/2026-11-22-P07-first-1.wav",
                "copy-4.txt talk/for-t1/read.txt"
            ]
        );
    }
    #[test]
    fn a_copy_is_known_by_what_it_holds_and_not_by_what_it_is_called() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("sessions/2026-11-22-P07-first");
        fs::create_dir_all(&folder).unwrap();
        let take = [&[7; 44][..], b"their voice"].concat();
        for name in ["sessions/2026-11-22-P07-first/interview.wav", "Anna.WAV", "sessions/2026-11-22-P07-first/Anna (2)"] {
            fs::write(dir.path().join(name), &take).unwrap();
        }
        fs::write(folder.join("Anna.vtt"), "shoulders").unwrap();
        fs::write(folder.join("Ben.vtt"), "and knees").unwrap();
        fs::write(folder.join("empty"), "").unwrap();
        let sum = |bytes: &[u8]| Digest::new(digest::of(&[bytes]));
        for length in [Some(11), None] {
            let known = Known { takes: vec![(length, sum(b"their voice"))], header: 44, ..Known::default() };
            assert_eq!(around(&folder, &known, &[]).unwrap().0.len(), 1, "however its ending is written");
            let mut files = within(&folder).unwrap().0;
            recognise(&mut files, Material::Sound, &known);
            let sound = files.iter().filter(|one| one.material == Material::Sound);
            let mut found: Vec<String> = sound.map(|one| copies::name_of(&one.path)).collect();
            found.sort();
            assert_eq!(found, if length.is_some() { vec!["Anna (2)", "interview.wav"] } else { vec!["interview.wav"] });
        }
        let known = Known { files: vec![(Some(9), sum(b"shoulders")), (Some(0), sum(b""))], header: 44, ..Known::default() };
        let mut files = within(&folder).unwrap().0;
        recognise(&mut files, Material::Transcript, &known);
        let text: Vec<_> = files.iter().filter(|one| one.material == Material::Transcript).map(|one| copies::name_of(&one.path)).collect();
        assert_eq!(text, ["Anna.vtt"]);
    }
}
