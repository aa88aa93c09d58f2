//! What belongs to a session on this disk, and of which material it is: all that lies in its folder, however deep, and what was made of its
//! sound for others and lies in the study.
//!
//! The frozen guide stays whatever goes: it is the study's own, and nobody's answer is in it. The journal and the file by which the session is held are no
//! belongings either: what becomes of the journal is decided line by line. A file is called in a receipt by the name that this program gave
//! it; one that a person named is called by its length and its ending, because a name may hold what is to be forgotten. Links are taken away,
//! and what they lead to is not touched. Nothing is changed here.

use std::collections::BTreeMap;
use std::fs;
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
    let first = below.split('/').next_back()?.trim_start_matches('.');
    // A copy that somebody made of a take beside it is sound, whatever they called it.
    let kind = |name: &str| STEMS.iter().find(|(stem, _)| name.starts_with(stem) && *stem != "v").map(|(_, material)| *material);
    let material = kind(first).or_else(|| kind(below.split('/').next()?)).unwrap_or(Material::All);
    let name = if is_ours { below } else { by_length(&path) };
    Some(Belonging { path, name, material })
}

/// Whether a file or folder may have been named by this program, and by nobody else.
pub fn is_a_name_of_ours(name: &str) -> bool {
    let name = name.trim_start_matches('.');
    let rest = STEMS.iter().find_map(|(stem, _)| name.strip_prefix(stem));
    let plain = |piece: &str| piece.chars().all(|c| c.is_ascii_digit()) || ENDINGS.contains(&piece);
    rest.is_some_and(|rest| rest.split(['.', '-']).all(plain))
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
        let is_wav = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("wav"));
        let Ok(file) = RealDisk.open(path, Access::Read, Links::Refused) else { return false };
        let Ok(length) = file.length() else { return false };
        let is_one = |known: &[(Option<u64>, Digest)], from: u64| {
            let Some(long) = length.checked_sub(from).filter(|long| *long > 0) else { return false };
            let mut may_be = known.iter().filter(|(of, _)| of.map_or(is_wav, |of| of == long)).peekable();
            let sum = may_be.peek().and_then(|_| digest::of_file_from(file.as_ref(), from).ok()).map(Digest::new);
            sum.is_some_and(|sum| may_be.any(|(_, known)| *known == sum))
        };
        is_one(&self.files, 0) || is_one(&self.takes, self.header)
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

/// What was made of the sound of the session in `folder` and lies in the study: its clips, what else there holds the bytes of one of `known`,
/// whatever it is called by now, and packs, which are known by the names of the takes in them and have a page that is called as one of `pages`.
/// Of the folders of sessions, and of what this program keeps, nothing is looked at.
pub fn around(folder: &Path, known: &Known, pages: &[String]) -> Vec<Belonging> {
    let study = copies::study_of(folder);
    let (clips, packed) = (copies::clips(&RealDisk, folder, None), format!("{}-", copies::name_of(folder)));
    let is_packed = |path: &Path| {
        let name = copies::name_of(path);
        let number = name.strip_prefix(&packed).and_then(|rest| rest.strip_suffix(".wav"));
        number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
    };
    // Of what is not called a recording a study may hold much.
    let is_copy = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("wav")) && known.holds(path);
    let mut files = Vec::new();
    let mut to_see = vec![study.to_owned()];
    while let Some(here) = to_see.pop() {
        let all = entries(&here).unwrap_or_default();
        let is_pack = all.iter().any(|path| is_packed(path));
        for path in all {
            let name = copies::name_of(&path);
            let is_kept = here == study && matches!(name.as_str(), "sessions" | "guides" | "receipts");
            let Ok(data) = fs::symlink_metadata(&path) else { continue };
            if data.is_dir() && !is_kept {
                to_see.push(path);
            } else if data.is_file() {
                let goes = is_packed(&path) || is_pack && pages.contains(&name) || clips.contains(&path) || is_copy(&path);
                files.extend(goes.then_some(path));
            }
        }
    }
    files.sort();
    let named =
        |(n, path): (usize, PathBuf)| Belonging { name: format!("copy-{}.{}", n + 1, ending(&path)), path, material: Material::Sound };
    files.into_iter().enumerate().map(named).collect()
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
        let (files, folders) = within(&folder).unwrap();
        let told: Vec<String> = files.iter().map(|one| format!("{} {}", one.name, one.material.word())).collect();
        assert_eq!(
            told,
            [
                ".take-001.wav.old sound",
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
        let found = around(&folder, &Known { files: vec![(None, sum)], ..Known::default() }, &["read.txt".into()]);
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
            assert_eq!(around(&folder, &known, &[]).len(), 1, "however its ending is written");
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
