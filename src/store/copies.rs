//! Where else the sound of a take lies: copies beside it, and the clips that were made of its session.
//!
//! A program that keeps folders in step leaves `take-001 (conflicted copy).wav`, a person `take-001-backup.wav`, a crash a hidden file; what
//! begins with the name of the take is of the take. Clips lie in the study's folder `clips/`, under names that say of which session they are
//! and from when to when. What was copied elsewhere is known to nobody here. Nothing is changed.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::domain::clip;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;

/// The folder of clips in a study.
pub const CLIPS: &str = "clips";

/// The folder of the study that the session in the folder `session` belongs to.
pub fn study_of(session: &Path) -> &Path {
    session.parent().and_then(Path::parent).unwrap_or(session)
}

/// What lies in the folder `session` and is called after a take, but for the take itself.
pub fn of_take(session: &Path, take: TakeNumber) -> Vec<PathBuf> {
    let whole = take.file_name();
    let stem = whole.trim_end_matches(".wav");
    let is_copy = |path: &PathBuf| {
        let name = name_of(path);
        let rest = name.trim_start_matches('.').strip_prefix(stem);
        name != whole && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    files(session).into_iter().filter(is_copy).collect()
}

/// The clips of the session in the folder `session` that reach into one of these stretches; all of them where none is named.
pub fn clips(session: &Path, stretches: Option<&[(Position, Position)]>) -> Vec<PathBuf> {
    let of = session.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reaches = |path: &PathBuf| {
        let Some((from, to)) = clip::of_file(&of, &name_of(path)) else { return false };
        stretches.is_none_or(|all| all.iter().any(|(begins, ends)| from < *ends && *begins < to))
    };
    files(&study_of(session).join(CLIPS)).into_iter().filter(reaches).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The plain files in a folder, in order; none where it cannot be looked into.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let plain = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut files: Vec<PathBuf> = plain.map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use super::*;

    #[test]
    fn copies_and_clips_are_found_by_their_names() {
        let dir = tempfile::tempdir().unwrap();
        let session = dir.path().join("sessions/2026-11-22-P07-first");
        let clips_folder = dir.path().join(CLIPS);
        fs::create_dir_all(&session).unwrap();
        fs::create_dir_all(&clips_folder).unwrap();
        for name in ["take-001.wav", "take-001.peaks", ".take-001.wav.old", "take-001 (copy).wav", "take-0011.wav", "take-002.wav"] {
            fs::write(session.join(name), "x").unwrap();
        }
        let names = |paths: Vec<PathBuf>| paths.iter().map(|path| name_of(path)).collect::<Vec<_>>();
        assert_eq!(names(of_take(&session, TakeNumber(1))), [".take-001.wav.old", "take-001 (copy).wav", "take-001.peaks"]);
        for name in ["2026-11-22-P07-first_10-20.wav", "2026-11-22-P07-first_30-40-2.wav", "2026-11-22-P07-first-2_10-20.wav", "other.wav"]
        {
            fs::write(clips_folder.join(name), "x").unwrap();
        }
        let at = Position::from_secs;
        assert_eq!(names(clips(&session, Some(&[(at(19), at(25))]))), ["2026-11-22-P07-first_10-20.wav"]);
        assert_eq!(names(clips(&session, Some(&[(at(20), at(30))]))), Vec::<String>::new());
        assert_eq!(clips(&session, None).len(), 2);
    }
}
