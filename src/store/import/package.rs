//! The package that a Word document is: a ZIP with parts and, beside each part, what it refers to; and the one that a project for analysis is, of
//! which one part is read and the sound beside it is not.
//!
//! The only file that names the ZIP crate. What a part says of its size is not believed: unpacking stops where a guide ends, for a part and
//! for all of them, so that a bomb costs no more than a long guide. That of a project stops where no project has come to yet, and is never
//! all in memory.

use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Seek;

use zip::ZipArchive;

use crate::store::import::unreadable::Unreadable;
use crate::xml;
use crate::xml::Element;
use crate::xml::Names;

/// The most bytes that all parts that are read may unpack to.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The most bytes that the part of a project which says what is coded may unpack to; of a study of a hundred interviews it has some ten million.
const LARGEST_PROJECT: u64 = 1 << 30;

/// Why there is no project in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoProject {
    /// It is no ZIP, or its list of parts is not there.
    NoPackage,
    /// No part of it is a project.
    None,
    /// Several are.
    Several,
    /// It is packed in a way that is not read: with a password, say.
    Packed,
}

/// Unpacks the part of `file` that says what is coded, and gives it to `read`.
pub(super) fn project<T>(file: impl Read + Seek, read: impl FnOnce(&mut dyn Read) -> T) -> Result<T, NoProject> {
    let mut zip = ZipArchive::new(file).map_err(|_| NoProject::NoPackage)?;
    let mut found: Vec<(usize, String)> = Vec::new();
    for (index, name) in (0..zip.len()).filter_map(|index| Some((index, zip.name_for_index(index)?))) {
        let low = name.replace('\\', "/").to_lowercase();
        // What an archiver of a Mac puts beside each file is called like it.
        if low.rsplit_once('.').is_some_and(|(_, ending)| ending == "qde")
            && !low.split('/').any(|part| part.starts_with("._") || part == "__macosx")
        {
            found.push((index, low));
        }
    }
    let deep = |name: &str| name.matches('/').count();
    let least = found.iter().map(|(_, name)| deep(name)).min().ok_or(NoProject::None)?;
    found.retain(|(_, name)| deep(name) == least);
    let index = match found.as_slice() {
        [(index, _)] => *index,
        several => several.iter().find(|(_, name)| name.ends_with("project.qde")).map(|(index, _)| *index).ok_or(NoProject::Several)?,
    };
    let part = zip.by_index(index).map_err(|_| NoProject::Packed)?;
    Ok(read(&mut Bounded { part, left: LARGEST_PROJECT }))
}

/// A part that ends with an error where it is larger than it may be.
struct Bounded<R> {
    part: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.part.read(into)?;
        self.left = self.left.checked_sub(count as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(count)
    }
}

/// A package that was opened.
pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// How many more bytes may be unpacked.
    left: u64,
}

/// What a part refers to.
pub(super) struct Relation {
    /// What it is: the last word of its type, such as `styles`.
    pub(super) kind: String,
    /// The name of the part in the package.
    pub(super) part: String,
}

impl<'b> Package<'b> {
    /// Opens the package in `bytes`.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        // What Word wrote before 2007, and what it locks with a password, is another container.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Unreadable::OldWord);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NoPackage)?;
        Ok(Self { zip, left: LARGEST })
    }

    /// The part of this name; nothing where there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Element>, Unreadable> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let broken = || Unreadable::PartBroken(name.to_owned());
        let mut file = self.zip.by_index(index).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        let read = file.by_ref().take(self.left + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| Unreadable::PartLarge(name.to_owned()))?;
        let text = std::str::from_utf8(&bytes).map_err(|_| broken())?;
        xml::read(text, Names::Local).map(Some).ok_or_else(broken)
    }

    /// The same, which has to be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<Element, Unreadable> {
        self.part(name)?.ok_or_else(|| Unreadable::PartMissing(name.to_owned()))
    }

    /// What the part of this name refers to; "" is the package itself.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<Relation>, Unreadable> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let Some(list) = self.part(&format!("{folder}_rels/{file}.rels"))? else { return Ok(Vec::new()) };
        let inside = |e: &&Element| e.name == "Relationship" && e.attribute("TargetMode") != Some("External");
        let relation = |e: &Element| {
            let (kind, target) = (e.attribute("Type")?, e.attribute("Target")?);
            let part = target.strip_prefix('/').map_or_else(|| within(&folder, target), str::to_owned);
            Some(Relation { kind: kind.rsplit('/').next()?.to_owned(), part })
        };
        Ok(list.elements().filter(inside).filter_map(relation).collect())
    }
}

/// The name of a part that is named from a folder.
fn within(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
