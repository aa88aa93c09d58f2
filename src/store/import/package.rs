//! The package that a Word document is: a ZIP with parts and, beside each part, what it refers to.
//!
//! The only file that names the ZIP crate. What a part says of its size is not believed: unpacking stops where a guide ends, for a part and
//! for all of them, so that a bomb costs no more than a long guide.

use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;

use crate::store::import::unreadable::Unreadable;
use crate::xml;
use crate::xml::Element;
use crate::xml::Names;

/// The most bytes that all parts that are read may unpack to.
const LARGEST: u64 = 32 * 1024 * 1024;

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
