//! `coding.json`: the study's coding, as it came back from the program in which it was done. One file, in the study's folder, written whole and
//! readable by its owner only; its form is that of [`Coding`].
//!
//! What it holds of a session goes when the notes of that session go, and what the file was is written over.

use std::path::Path;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::Synced;
use crate::disk::read_up_to;
use crate::disk::real::RealDisk;
use crate::disk::sync_folder_of;
use crate::disk::whole;
use crate::domain::study::coding::Coding;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;

/// The file's name, in the study's folder.
pub const FILE: &str = "coding.json";

/// More than it has: of a hundred sessions with two hundred codes each it has some three million bytes.
const LARGEST: u64 = 64 << 20;

/// The coding of the study whose folder is `root`; nothing where none was imported.
pub fn read(root: &Path) -> Result<Option<Coding>, StoreError> {
    let path = root.join(FILE);
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    let file = RealDisk.open(&path, Access::Read, Links::Refused).and_then(|file| read_up_to(file.as_ref(), LARGEST));
    let bytes = file.map_err(|e| StoreError::io(&path, message!("could-not-read"), e))?;
    let unread = |why: String| StoreError::Unreadable(say!("coding-file-unread", file = FILE, why = why));
    let read: Coding = serde_json::from_slice(&bytes).map_err(|why| unread(why.to_string()))?;
    if read.format > Coding::FORMAT { Err(unread(say!("coding-file-newer"))) } else { Ok(Some(read)) }
}

/// Puts `coding` in the place of what is there.
pub fn write(root: &Path, coding: &Coding) -> Result<(), StoreError> {
    let path = root.join(FILE);
    let bytes = bytes(coding);
    whole::replace(&path, &bytes).map_err(|e| StoreError::io(&path, message!("could-not-write"), e))
}

fn bytes(coding: &Coding) -> Vec<u8> {
    // Every value of it can be said in JSON.
    let mut bytes = serde_json::to_vec_pretty(coding).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Takes it out.
pub fn forget(root: &Path) -> Result<(), StoreError> {
    destroy::destroy(&RealDisk, &root.join(FILE)).map(drop)
}

/// How many codes the file has of `session`; none where it cannot be read.
pub fn count_of(root: &Path, session: &str) -> usize {
    read(root).ok().flatten().map_or(0, |coding| coding.on(session).len())
}

/// Takes out what the file has of `session`. One that cannot be read goes as a whole: nobody knows what is in it, and it can be imported again.
pub fn forget_session(root: &Path, session: &str) -> Result<(), StoreError> {
    let path = root.join(FILE);
    // What a crash left of doing it before, or of writing the file.
    for left in [destroy::old(&path), root.join(format!(".{FILE}.new"))] {
        destroy::destroy(&RealDisk, &left)?;
    }
    let coding = match read(root) {
        Ok(None) => return Ok(()),
        Ok(Some(coding)) => coding,
        Err(_) => return forget(root),
    };
    let Some(left) = coding.without(session) else { return Ok(()) };
    let failed = |e| StoreError::io(&path, message!("could-not-destroy"), e);
    let old = destroy::old(&path);
    RealDisk.hard_link(&path, &old).ok();
    whole::replace_on(&RealDisk, &path, &bytes(&left)).map_err(failed)?;
    match sync_folder_of(&RealDisk, &path).map_err(failed)? {
        Synced::Done => destroy::destroy(&RealDisk, &old).map(drop),
        Synced::CannotBe => destroy::delete(&RealDisk, &old).map(drop),
    }
}
