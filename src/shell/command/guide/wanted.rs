//! The guide that somebody asks for: by its id in the study, by its file, in one of its versions, or one that comes with the program.
//!
//! Whatever takes a guide asks [`wanted`] for it, so that each is named in the same ways; what is done with its text is theirs.

use std::collections::HashSet;
use std::path::Path;
use std::path::PathBuf;
use std::path::is_separator;

use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::shell::archive::bundle;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::failure::Failure;
use crate::store::folder;
use crate::store::guide_file::GuideFile;
use crate::store::guide_file::read_guide;
use crate::store::problem::Problem;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// A guide that somebody asks for: the text of it, and where that stands.
pub(crate) struct Wanted {
    /// What it is called where something is said of it.
    pub(crate) name: String,
    /// What stands in it.
    pub(crate) bytes: Vec<u8>,
    /// Where that is.
    pub(crate) place: Place,
    /// How it was asked for.
    wish: String,
}

/// Where the text of a guide stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a file that somebody writes.
    File(PathBuf),
    /// With a session, as it was that day.
    Session,
    /// In the program.
    Bundled,
}

impl Wanted {
    fn of_file(wish: &str, name: String, path: &Path) -> Result<Self, Failure> {
        // What a link leads to is written, and the link stays.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let bytes = folder::read_text(&path)?;
        let place = if path.with_file_name("journal.jsonl").exists() { Place::Session } else { Place::File(path) };
        Ok(Self { name, bytes, place, wish: wish.to_owned() })
    }

    /// The one in this file of the study.
    pub(super) fn of_study(study: &OpenStudy, path: &Path) -> Result<Self, Failure> {
        let name = study::named_in(&study.folder, path);
        Self::of_file(&name.clone(), name, path)
    }

    /// The guide, if it can be used.
    pub(crate) fn guide(&self) -> Result<Guide, Failure> {
        let GuideFile { guide, problems } = read_guide(&self.name, &self.bytes);
        match guide {
            // What an interview was held with is read by the rules of that day.
            Some(guide) if problems.is_empty() || self.place == Place::Session => Ok(guide),
            _ if Path::new(&self.wish).is_file() => {
                Err(Failure::mendable(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")))
            }
            _ => Err(not_yet(&self.wish, &problems)),
        }
    }

    /// The file that it stands in, if it is one that somebody writes.
    pub(crate) fn file(&self) -> Option<&Path> {
        if let Place::File(path) = &self.place { Some(path) } else { None }
    }
}

/// The guide that `wish` means: the one in this file, or the study's with this id, or else a bundled one; `ID@VERSION` is the guide in that
/// version, as its file has it now, as a session keeps it, or as it comes with the program.
pub(crate) fn wanted(named: Option<&Path>, wish: &str) -> Result<Wanted, Failure> {
    let file = Path::new(wish);
    if file.is_file() {
        return Wanted::of_file(wish, wish.to_owned(), file);
    }
    let study = OpenStudy::find(named);
    if let Some((study, path)) = study.as_ref().ok().and_then(|study| Some((study, file_in(study, wish)?))) {
        return Wanted::of_file(wish, study::named_in(&study.folder, &path), &path);
    }
    if let Some((id, version)) = id_and_version(wish) {
        return in_version(study, id, version);
    }
    let mut bundled = bundle::GUIDES.iter().filter(|(name, _)| name.strip_suffix(".yaml") == Some(wish));
    match (bundled.next(), study) {
        (Some((name, text)), _) => Ok(of_program(wish, name, text)),
        (None, _) if file.is_dir() => Err(Failure::mendable(say!("guide-in-folder", wish = wish))),
        // Who names a file means that, and no study.
        (None, Err(_)) if is_written_as_a_file(wish) => Err(Failure::mendable(spoken().say(no_file(wish)))),
        (None, Err(why)) => Err(why),
        (None, Ok(study)) => Err(none_such(&study, wish)),
    }
}

/// The same, if it can be used.
pub(super) fn known(study: Option<&Path>, wish: &str) -> Result<Guide, Failure> {
    wanted(study, wish)?.guide()
}

fn of_program(wish: &str, name: &str, text: &str) -> Wanted {
    Wanted { name: name.to_owned(), bytes: text.as_bytes().to_vec(), place: Place::Bundled, wish: wish.to_owned() }
}

/// The file of the study's guide that `wish` means. One with problems is not among the guides that can be used; it is meant all the same.
fn file_in(study: &OpenStudy, wish: &str) -> Option<PathBuf> {
    let written = || study.folder.guides().ok()?.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == wish));
    study.guide(wish).map(|at| at.path.clone()).or_else(written)
}

/// The two parts of `ID@VERSION`.
pub(super) fn id_and_version(wish: &str) -> Option<(&str, &str)> {
    wish.split_once('@').filter(|(id, _)| Id::new(*id).is_well_formed())
}

/// A guide with the version that it has.
type InVersion = (String, Wanted);

/// Every text there is of the guide `id`: in the study, with its sessions, the latest first, in the program, and last in files with problems.
fn texts_of(study: Option<&OpenStudy>, id: &str, wish: &str) -> Vec<InVersion> {
    let version_in = |bytes: &[u8]| read_guide("", bytes).guide.filter(|guide| guide.id.as_str() == id).map(|guide| guide.version);
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    if let Some(study) = study {
        let of_file = |path: &Path| Wanted::of_file(wish, study::named_in(&study.folder, path), path).ok();
        let usable = study.guides.iter().filter(|at| at.guide.id.as_str() == id);
        found.extend(usable.filter_map(|at| Some((at.guide.version.clone(), of_file(&at.path)?))));
        let others = study.folder.guides().unwrap_or_default().into_iter().filter(|path| study.guides.iter().all(|at| at.path != *path));
        let others = others.filter_map(|path| of_file(&path)).filter_map(|wanted| Some((version_in(&wanted.bytes)?, wanted)));
        wrong.extend(others);
        let mut read = HashSet::new();
        for folder in study.folder.sessions().unwrap_or_default().into_iter().rev() {
            let Ok(bytes) = folder.guide() else { continue };
            // Most sessions keep the same one, and the first to be met is the latest.
            if !read.insert(bytes.clone()) {
                continue;
            }
            let Some(version) = version_in(&bytes) else { continue };
            let name = study::named_in(&study.folder, &folder.file("guide.yaml"));
            found.push((version, Wanted { name, bytes, place: Place::Session, wish: wish.to_owned() }));
        }
    }
    let bundled = bundle::GUIDES.iter().filter_map(|(name, text)| Some((version_in(text.as_bytes())?, of_program(wish, name, text))));
    found.extend(bundled);
    found.extend(wrong);
    found
}

fn in_version(study: Result<OpenStudy, Failure>, id: &str, version: &str) -> Result<Wanted, Failure> {
    let mut texts = texts_of(study.as_ref().ok(), id, &format!("{id}@{version}"));
    if let Some(at) = texts.iter().position(|(of, _)| of == version) {
        return Ok(texts.swap_remove(at).1);
    }
    if texts.is_empty() {
        return Err(study.map_or_else(|why| why, |study| none_such(&study, id)));
    }
    Err(no_version(&texts, id, version))
}

/// Why there is no guide in the version that `wish` names: which there are.
pub(super) fn no_such_version(study: &OpenStudy, wish: &str) -> Failure {
    let (id, version) = id_and_version(wish).unwrap_or((wish, ""));
    no_version(&texts_of(Some(study), id, wish), id, version)
}

fn no_version(texts: &[InVersion], id: &str, version: &str) -> Failure {
    let mut known: Vec<(&str, Message)> = Vec::new();
    for (of, wanted) in texts {
        if known.iter().all(|(known, _)| known != of) {
            let place = match wanted.place {
                Place::File(_) => "file",
                Place::Session => "session",
                Place::Bundled => "program",
            };
            known.push((of, message!("guide-version-there", version = of, place = place)));
        }
    }
    let known: Vec<Message> = known.into_iter().map(|(_, message)| message).collect();
    Failure::mendable(say!("guide-no-version", id = id, version = version, known = spoken().list(&known)))
}

/// The guide that the one in the file at `beside` is a translation of: in the study, in the same folder, or bundled.
pub(super) fn original(study: Option<&OpenStudy>, beside: Option<&Path>, guide: &Guide) -> Option<Guide> {
    let id = guide.translation_of.as_ref()?;
    let of_study = study.and_then(|study| study.guides.iter().map(|at| &at.guide).find(|guide| guide.id == *id).cloned());
    let of_folder = || {
        let folder = beside?.parent()?;
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|path| path.extension().is_some_and(|e| e == "yaml" || e == "yml") && path.is_file());
        files.sort();
        let read = |path: &PathBuf| read_guide("", &folder::read_text(path).ok()?).guide.filter(|guide| guide.id == *id);
        files.iter().find_map(read)
    };
    of_study.or_else(of_folder).or_else(|| bundle::guides().find(|guide| guide.id == *id))
}

fn is_written_as_a_file(wish: &str) -> bool {
    wish.contains(is_separator) || Path::new(wish).extension().is_some()
}

/// Whether the file that this is wrong with is the one that `wish` means.
fn is_of(problem: &Problem, wish: &str) -> bool {
    let file = Path::new(&problem.file);
    file.ends_with(wish) || file.file_stem().is_some_and(|stem| stem == wish)
}

fn no_file(wish: &str) -> Message {
    message!("guide-no-file", wish = wish)
}

/// That the guide is there and has problems.
fn not_yet(wish: &str, problems: &[Problem]) -> Failure {
    Failure::mendable(say!("guide-not-yet", wish = wish, why = study::first_problem(problems).unwrap_or_default()))
}

/// Why `study` has no guide for `wish`, and what to do: the study's own file is wrong, or it is another file, or there is none.
pub(crate) fn none_such(study: &OpenStudy, wish: &str) -> Failure {
    let path = Path::new(wish);
    let known = study.guides.iter().map(|g| g.guide.id.to_string()).collect::<Vec<_>>().join(", ");
    let known = if known.is_empty() { message!("guide-known-none") } else { message!("guide-known", guides = known) };
    if let Some(problem) = study.problems.iter().find(|problem| is_of(problem, wish)) {
        return not_yet(wish, std::slice::from_ref(problem));
    }
    if path.is_dir() {
        return Failure::mendable(say!("guide-a-folder", wish = wish, known = known));
    }
    if path.is_file() {
        let guides = study.folder.root().join("guides");
        return Failure::mendable(say!("guide-not-here", wish = wish, folder = guides.display().to_string()));
    }
    if is_written_as_a_file(wish) {
        return Failure::mendable(say!("guide-no-file-known", why = no_file(wish), known = known));
    }
    // What is wrong with another guide is of interest only where it is why there is none.
    let problem = Some(&study.problems).filter(|_| study.guides.is_empty()).and_then(|problems| study::first_problem(problems));
    Failure::mendable(match problem {
        None => say!("guide-none-such", wish = wish, known = known),
        Some(why) => say!("guide-none-such-because", wish = wish, known = known, why = why),
    })
}
