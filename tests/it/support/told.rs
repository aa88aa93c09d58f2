//! What a session holds, asked in a test's words: on the screen, or as its journal and its files tell it.

use std::path::PathBuf;
use std::time::Duration;

use hearback::domain::coverage::Coverage;
use hearback::domain::guide::Id;
use hearback::domain::note::Note;
use hearback::domain::session::Session;
use hearback::domain::time::Position;
use hearback::shell::script::Script;
use hearback::store::folder::SessionFolder;
use hearback::store::folder::Study;
use hearback::store::guide_file::read_guide;
use hearback::store::journal;

pub(crate) fn folders(dir: &tempfile::TempDir) -> Vec<SessionFolder> {
    Study::find(dir.path()).unwrap().sessions().unwrap()
}

/// The only session of the study, as its journal tells it.
pub(crate) fn reread(dir: &tempfile::TempDir) -> Session {
    let folders = folders(dir);
    assert_eq!(folders.len(), 1);
    replayed(&folders[0])
}

/// The session in `folder`, as its journal tells it.
pub(crate) fn replayed(folder: &SessionFolder) -> Session {
    let guide = read_guide("guide.yaml", &folder.guide().unwrap()).guide.unwrap();
    Session::replay(guide, journal::read(&folder.journal()).unwrap().events()).unwrap()
}

/// The frames that a take of the only session holds, as any player would read it.
pub(crate) fn frames(dir: &tempfile::TempDir, take: u32) -> u64 {
    let path: PathBuf = folders(dir)[0].file(&format!("take-{take:03}.wav"));
    u64::from(hound::WavReader::open(path).unwrap().duration())
}

pub(crate) fn notes(session: &Session) -> Vec<&Note> {
    session.notes_by_position()
}

pub(crate) fn texts(session: &Session) -> Vec<&str> {
    notes(session).into_iter().map(|n| n.text.as_str()).collect()
}

/// The note that holds `words`.
pub(crate) fn with<'s>(session: &'s Session, words: &str) -> &'s Note {
    notes(session).into_iter().find(|n| n.text.contains(words)).unwrap_or_else(|| panic!("no note says {words}: {:?}", texts(session)))
}

pub(crate) fn at(seconds: f64) -> Position {
    Position::START.forward(Duration::from_secs_f64(seconds))
}

pub(crate) fn of(script: &Script, question: &str) -> Coverage {
    script.session().unwrap().coverage().of(&Id::new(question))
}
