//! Where a study may be made: not over one that is there, and not within another without somebody who says so.
//!
//! Every command looks for its study in the folder it is called in and in those above. One study within another would take sessions that
//! were meant for the one around it, and nobody would notice before the evening.

use std::path::Path;

use crate::shell::command::seat::agreed;
use crate::shell::command::seat::at_a_terminal;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::store::folder::Study;
use crate::words::message::message;
use crate::words::say;

/// Whether a study may be made in `dir`; asked at a terminal, refused without one, where it would lie within another.
pub(super) fn may_make_study(dir: &Path) -> Result<(), Failure> {
    judge(dir, around(dir).as_ref(), at_a_terminal().then_some(agreed))
}

/// The study that `dir` is, or lies in, or would lie in once it is made.
fn around(dir: &Path) -> Option<Study> {
    let full = std::path::absolute(dir).ok()?;
    Study::find(full.ancestors().find(|folder| folder.is_dir())?).ok()
}

/// What follows from the study `around` the place `dir`, where `ask` asks somebody if anybody is there.
fn judge(dir: &Path, around: Option<&Study>, ask: Option<impl FnOnce(&str) -> bool>) -> Result<(), Failure> {
    let Some(around) = around else { return Ok(()) };
    let (place, root) = (dir.display().to_string(), around.root().display().to_string());
    if dir.join("study.yaml").is_file() {
        return Err(Failure::mendable(say!("init-over", place = place)));
    }
    let within = message!("init-within", place = place, root = root);
    let Some(ask) = ask else {
        return Err(Failure::mendable(say!("init-outside", why = within)));
    };
    if ask(&say!("init-ask-within", why = within)) { Ok(()) } else { Err(Failure::mendable(say!("init-none-made"))) }
}

/// Refuses a place among the sessions for what is to leave: it would be taken for something of theirs.
pub(super) fn outside_the_sessions(study: &Study, out: &Path) -> Result<(), Failure> {
    if is_within(out, &study.root().join("sessions")) {
        return Err(Failure::new(Kind::Usage, say!("out-within-sessions", place = out.display().to_string())));
    }
    Ok(())
}

/// Refuses a place in the study for what is handed over: what lies in the study is the study's, and goes when somebody withdraws.
pub(super) fn outside_the_study(study: &Study, out: &Path) -> Result<(), Failure> {
    outside_the_sessions(study, out)?;
    if is_within(out, study.root()) {
        return Err(Failure::new(Kind::Usage, say!("out-within-study", place = out.display().to_string())));
    }
    Ok(())
}

/// Whether `out`, which need not be there, lies in `folder`, or is it.
fn is_within(out: &Path, folder: &Path) -> bool {
    let full = |path: &Path| std::fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Ok(folder), Ok(parent)) = (full(folder), full(parent)) else { return false };
    out.file_name().map_or_else(|| parent.clone(), |name| parent.join(name)).starts_with(&folder)
}

/// A folder for what is thrown away, under a name nobody can guess, that only its owner can enter.
pub(super) fn temporary(prefix: &str) -> std::io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const NOBODY: Option<fn(&str) -> bool> = None;

    fn made(within: &Path) -> Study {
        Study::init(within, &[("study.yaml", b"title: x")]).unwrap()
    }

    fn said(judged: Result<(), Failure>) -> String {
        judged.unwrap_err().to_string()
    }

    #[test]
    fn a_place_outside_every_study_is_free() {
        let dir = tempfile::tempdir().unwrap();
        for place in ["", "new", "new/er"] {
            assert!(around(&dir.path().join(place)).is_none(), "{place}");
        }
        assert!(judge(dir.path(), None, NOBODY).is_ok());
    }

    #[test]
    fn within_a_study_somebody_is_asked_and_nobody_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let study = made(dir.path());
        fs::create_dir(dir.path().join("pilot")).unwrap();
        for place in ["pilot", "pilot/new", "guides", "not/there/yet"] {
            let place = dir.path().join(place);
            let found = around(&place);
            assert_eq!(found.as_ref().map(Study::root), Some(dir.path()), "{}", place.display());
            assert!(said(judge(&place, found.as_ref(), NOBODY)).contains("Name a folder outside it: `hearback init FOLDER`"));
        }
        let place = dir.path().join("pilot");
        let mut asked = String::new();
        let yes = |question: &str| {
            asked = question.to_owned();
            true
        };
        assert!(judge(&place, Some(&study), Some(yes)).is_ok());
        assert!(asked.ends_with("Make another study within it?"), "{asked}");
        assert!(said(judge(&place, Some(&study), Some(|_: &str| false))).contains("no study was made"));
    }

    #[test]
    fn over_a_study_there_is_nothing_to_ask() {
        let dir = tempfile::tempdir().unwrap();
        let study = made(dir.path());
        let ask = |_: &str| -> bool { panic!("nothing is overwritten, whatever is answered") };
        assert!(said(judge(dir.path(), Some(&study), Some(ask))).contains("is a study already, and nothing is overwritten"));
    }
}
