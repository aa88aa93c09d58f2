//! Where else the sound of a take lies: copies beside it, and the clips that were made of its session.
//!
//! A program that keeps folders in step leaves `take-001 (conflicted copy).wav`, a person `take-001-backup.wav`, a crash a hidden file; what
//! begins with the name of the take is of the take. Clips lie in the study's folder `clips/`, under names that say of which session they are
//! and from when to when. What was copied elsewhere is known to nobody here. Nothing is changed.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::domain::clip;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::words::message::message;

/// The folder of clips in a study.
pub const CLIPS: &str = "clips";

/// The folder of the study that the session in the folder `session` belongs to.
pub fn study_of(session: &Path) -> &Path {
    session.parent().and_then(Path::parent).unwrap_or(session)
}

/// What lies in the folder `session` and is called after a take, but for the take itself and what is noted of its being destroyed.
pub fn of_take(disk: &dyn Disk, session: &Path, take: TakeNumber) -> Result<Vec<PathBuf>, StoreError> {
    let whole = take.file_name();
    let noted = destroy::noted(Path::new(&whole));
    let stem = whole.trim_end_matches(".wav");
    let is_copy = |path: &PathBuf| {
        let name = name_of(path);
        let rest = name.trim_start_matches('.').strip_prefix(stem);
        name != whole
            && !noted.iter().any(|noted| *noted == Path::new(&name))
            && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    Ok(files(disk, session)?.into_iter().filter(is_copy).collect())
}

/// The clips of the session in the folder `session` that reach into one of these stretches; all of them where none is named.
pub fn clips(disk: &dyn Disk, session: &Path, stretches: Option<&[(Position, Position)]>) -> Result<Vec<PathBuf>, StoreError> {
    let of = session.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reaches = |path: &PathBuf| {
        let name = name_of(path);
        // What a crash has left of one that was being written holds some of it, too.
        let name = name.strip_prefix('.').and_then(|name| name.strip_suffix(".new")).unwrap_or(&name);
        let Some((from, to)) = clip::of_file(&of, name) else { return false };
        stretches.is_none_or(|all| all.iter().any(|(begins, ends)| from < *ends && *begins < to))
    };
    Ok(all_clips(disk, session)?.into_iter().filter(reaches).collect())
}

/// All that lies in the folder of clips of the study that the session in the folder `session` belongs to.
pub fn all_clips(disk: &dyn Disk, session: &Path) -> Result<Vec<PathBuf>, StoreError> {
    files(disk, &study_of(session).join(CLIPS))
}

/// What a file is called.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The plain files in a folder, in order; none where there is no such folder. One that cannot be looked into may hold anything.
fn files(disk: &dyn Disk, folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    match disk.files(folder) {
        // What lies behind a link that leads nowhere is not nothing.
        Err(why) if why.kind() == io::ErrorKind::NotFound && !folder.is_symlink() => Ok(Vec::new()),
        other => other.map_err(|e| StoreError::io(folder, message!("could-not-look-into"), e)),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::memory::Memory;
    use crate::disk::real::RealDisk;
    use crate::disk::whole;

    #[test]
    fn copies_and_clips_are_found_by_their_names() {
        let dir = tempfile::tempdir().unwrap();
        let session = dir.path().join("sessions/2026-11-22-P07-first");
        let clips_folder = dir.path().join(CLIPS);
        fs::create_dir_all(&session).unwrap();
        fs::create_dir_all(&clips_folder).unwrap();
        let noted = ".take-001.wav.gone";
        let (memory, take) = (Memory::default(), TakeNumber(1));
        for name in ["take-001.wav", "take-001.peaks", ".take-001.wav.old", noted, "take-001 (copy).wav", "take-0011.wav", "take-002.wav"] {
            fs::write(session.join(name), "x").unwrap();
            whole::create_on(&memory, &session.join(name), b"x").unwrap();
        }
        let names = |paths: Vec<PathBuf>| paths.iter().map(|path| name_of(path)).collect::<Vec<_>>();
        for disk in [&RealDisk as &dyn Disk, &memory] {
            assert_eq!(names(of_take(disk, &session, take).unwrap()), [".take-001.wav.old", "take-001 (copy).wav", "take-001.peaks"]);
        }
        for name in ["2026-11-22-P07-first_10-20.wav", "2026-11-22-P07-first_30-40-2.wav", "2026-11-22-P07-first-2_10-20.wav", "other.wav"]
        {
            fs::write(clips_folder.join(name), "x").unwrap();
        }
        let at = Position::from_secs;
        assert_eq!(names(clips(&RealDisk, &session, Some(&[(at(19), at(25))])).unwrap()), ["2026-11-22-P07-first_10-20.wav"]);
        assert_eq!(names(clips(&RealDisk, &session, Some(&[(at(20), at(30))])).unwrap()), Vec::<String>::new());
        assert_eq!(clips(&RealDisk, &session, None).unwrap().len(), 2);
        fs::write(clips_folder.join(".2026-11-22-P07-first_10-20-2.wav.new"), "x").unwrap();
        assert_eq!(clips(&RealDisk, &session, None).unwrap().len(), 3, "and what is left of one that was being written");
    }

    #[test]
    fn what_cannot_be_looked_into_is_not_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let session = dir.path().join("sessions/2026-11-22-P07-first");
        assert!(clips(&RealDisk, &session, None).unwrap().is_empty(), "a study without clips has none");
        fs::write(dir.path().join(CLIPS), "no folder").unwrap();
        for looked in [clips(&RealDisk, &session, None), all_clips(&RealDisk, &session)] {
            assert!(looked.unwrap_err().to_string().contains(CLIPS));
        }
        fs::write(dir.path().join("sessions"), "no folder").unwrap();
        assert!(of_take(&RealDisk, &session, TakeNumber(1)).is_err());
        #[cfg(unix)]
        {
            fs::remove_file(dir.path().join(CLIPS)).unwrap();
            std::os::unix::fs::symlink(dir.path().join("away"), dir.path().join(CLIPS)).unwrap();
            assert!(clips(&RealDisk, &session, None).is_err(), "a link that leads nowhere");
        }
    }
}
