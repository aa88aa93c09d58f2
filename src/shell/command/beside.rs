//! What is seen to beside every command of a study: what is wrong with its files is said, and what was made of sessions and lies among this
//! user's caches, the index for searching and the texts that editors were given, is gone through.
//!
//! Whatever was done by a command, what somebody does not want to be used any more is in neither afterwards.

use std::io;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::domain::text::shown;
use crate::shell::archive::finding;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::first_problem;
use crate::shell::archive::texts;
use crate::shell::archive::texts::Became;
use crate::shell::archive::whose;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::remark;
use crate::shell::identity::cache_folder;
use crate::shell::live::clock;
use crate::store::folder::Study;
use crate::store::for_editor::ForEditor;
use crate::store::index;
use crate::store::index::Cleared;
use crate::words::say;

/// How long is waited for another hearback that writes the index, and for disks that do not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many of those one after another are waited for.
const OTHERS: usize = 3;

/// Says what is wrong with the files of the study first: whatever a command made of them, it made without that.
pub(super) fn tell_what_is_wrong(study: Option<&Path>) {
    let Ok(study) = OpenStudy::find(study) else { return };
    if let Some(problem) = first_problem(&study.problems) {
        remark(noted(&*shown(&problem)));
    }
}

/// Lets all of it forget what somebody does not want to be used any more, where there is any. What goes wrong with it is no matter of whoever
/// asked for something else; what may stand in it still is said.
pub(super) fn forget_what_is_gone(study: Option<&Path>) {
    let Ok(study) = OpenStudy::place(study) else { return };
    sweep();
    forget_texts(&study);
    forget_in_index(&study);
}

/// The texts of its sessions that editors were given.
fn forget_texts(study: &Study) {
    let Some(place) = texts::place() else { return };
    let there = ForEditor::all(&place);
    if there.is_empty() {
        return;
    }
    for folder in study.sessions().unwrap_or_default() {
        match texts::forget_unwanted(&folder, &place) {
            Became::Unchanged => {}
            Became::Destroyed => remark(format!("{}: {}", folder.name(), say!("editor-forgotten"))),
            Became::Still(file, why) => remark(shown(&say!("editor-left", file = file.display().to_string(), why = why))),
        }
    }
}

/// The index for searching, or that which was to be one.
fn forget_in_index(study: &Study) {
    let Some(place) = OpenStudy::place_of_its_index(study) else { return };
    index::clear_what_was_left(&place);
    for _ in 0..OTHERS {
        // Seen before whether there is one: the first that anybody makes is there only when it is finished, with what they had read before.
        if !index::is_written(&place) {
            if !place.is_file() {
                return;
            }
            let brought = finding::bring_up(study, Some(&place), clock::wall(), &|| false).ok().flatten();
            if brought.is_some_and(|(findables, _)| findables.has_index()) {
                return;
            }
            if !index::is_written(&place) {
                return clear(&place);
            }
        }
        if !index::is_let_go_of(&place, PATIENCE) {
            break;
        }
    }
    remark(say!("search-written-elsewhere"));
}

/// The index at `place` cannot be made anew, so it is destroyed; the next that can be written is made of the sessions.
fn clear(place: &Path) {
    match index::clear_all(place) {
        Ok(Cleared::Nothing | Cleared::WrittenOver) => {}
        Err(why) if why.kind() == io::ErrorKind::WouldBlock => remark(say!("search-written-elsewhere")),
        Ok(Cleared::TakenAway) => remark(say!("search-only-deleted")),
        Err(why) => remark(shown(&say!("search-not-forgotten", place = place.display().to_string(), why = why.to_string()))),
    }
}

/// Clears what was left of studies and sessions that are gone. A disk that does not answer, where one of them was, is not waited for.
pub(super) fn sweep() {
    let (tells, told) = mpsc::channel();
    let sweeps = move || {
        whose::sweep(cache_folder());
        texts::place().map(|place| texts::sweep(&place));
        tells.send(()).ok();
    };
    if thread::Builder::new().name("sweep".into()).spawn(sweeps).is_ok() {
        told.recv_timeout(PATIENCE).ok();
    }
}
