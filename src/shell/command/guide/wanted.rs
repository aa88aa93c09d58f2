//! The guide that somebody asks for: by its id in the study, by its file, or one that comes with the program.

use std::path::Path;
use std::path::PathBuf;
use std::path::is_separator;

use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::shell::archive::bundle;
use crate::shell::archive::sessions;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::failure::Failure;
use crate::store::folder;
use crate::store::guide_file::read_guide;
use crate::store::problem::Problem;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// The guide of the study with this id, or the one in this file, or else a bundled one; `ID@VERSION` is the guide in that version, as the study
/// has it now, as one of its sessions keeps it, or as it comes with the program.
pub(super) fn known(study: Option<&Path>, wish: &str) -> Result<Guide, Failure> {
    let why = match find(study, wish) {
        Err(why) => why,
        found => return found,
    };
    if let Some((id, version)) = wish.split_once('@').filter(|(id, _)| Id::new(*id).is_well_formed()) {
        let is_it = |guide: &Guide| guide.id.as_str() == id && guide.version == version;
        let there = OpenStudy::find(study).ok();
        let kept = there.iter().flat_map(kept).chain(bundle::guides()).find(is_it);
        return kept.ok_or_else(|| Failure::mendable(say!("guide-no-version", id = id, version = version)));
    }
    // A guide of the study that is wrong is not to be taken for the one it was made from.
    let stands = OpenStudy::find(study).is_ok_and(|study| study.problems.iter().any(|problem| is_of(problem, wish)));
    bundle::guides().find(|guide| !stands && guide.id.as_str() == wish).ok_or(why)
}

/// The guides of the study as they are, and then as its sessions keep them, the latest first.
fn kept(study: &OpenStudy) -> impl Iterator<Item = Guide> {
    let folders = study.folder.sessions().unwrap_or_default().into_iter().rev();
    let frozen = folders.filter_map(|folder| sessions::frozen(&folder).ok());
    study.guides.iter().map(|at| at.guide.clone()).chain(frozen)
}

/// The file of the guide that `wish` means, and what it is called.
pub(super) fn file_of(study: Option<&Path>, wish: &str) -> Result<(PathBuf, String), Failure> {
    let named = Path::new(wish);
    if named.is_file() {
        // What a link leads to is written, and the link stays.
        let path = named.canonicalize().unwrap_or_else(|_| named.to_owned());
        return Ok((path, wish.to_owned()));
    }
    let study = OpenStudy::find(study)?;
    let found = study.guide(wish).map(|at| at.path.clone());
    // A guide with problems is not among those that can be used; what is wrong is told of its file.
    let written = || study.folder.guides().ok()?.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == wish));
    match found.or_else(written) {
        Some(path) => {
            let name = study::named_in(&study.folder, &path);
            Ok((path.canonicalize().unwrap_or(path), name))
        }
        None if bundle::guides().any(|guide| guide.id.as_str() == wish) => Err(Failure::mendable(say!("guide-log-bundled", guide = wish))),
        None => Err(none_such(&study, wish)),
    }
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

/// The guide of the study with this id, or the one in this file.
pub(crate) fn find(study: Option<&Path>, wish: &str) -> Result<Guide, Failure> {
    let path = Path::new(wish);
    if path.is_dir() {
        return Err(Failure::mendable(say!("guide-in-folder", wish = wish)));
    }
    if path.is_file() {
        let file = read_guide(wish, &folder::read_text(path)?);
        let told = || file.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n");
        return file.guide.clone().filter(|_| file.problems.is_empty()).ok_or_else(|| Failure::mendable(told()));
    }
    let study = match OpenStudy::find(study) {
        // Who names a file means that, and no study.
        Err(_) if is_written_as_a_file(wish) => return Err(Failure::mendable(spoken().say(no_file(wish)))),
        found => found?,
    };
    study.guide(wish).map(|g| g.guide.clone()).ok_or_else(|| none_such(&study, wish))
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

/// Why `study` has no guide for `wish`, and what to do: the study's own file is wrong, or it is another file, or there is none.
pub(crate) fn none_such(study: &OpenStudy, wish: &str) -> Failure {
    let path = Path::new(wish);
    let known = study.guides.iter().map(|g| g.guide.id.to_string()).collect::<Vec<_>>().join(", ");
    let known = if known.is_empty() { message!("guide-known-none") } else { message!("guide-known", guides = known) };
    if let Some(problem) = study.problems.iter().find(|problem| is_of(problem, wish)) {
        let remark = study::first_problem(std::slice::from_ref(problem)).unwrap_or_default();
        return Failure::mendable(say!("guide-not-yet", wish = wish, why = remark));
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
