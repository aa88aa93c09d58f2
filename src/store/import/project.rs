//! A REFI-QDA project (`.qdpx`; QDA-XML 1.0) as it comes back from the program in which it was coded: MAXQDA, NVivo, ATLAS.ti, QualCoder and others.
//!
//! Only what says who coded what when is unpacked, and it is gone through once, element by element: the file may hold the sound of a whole study.
//! What is taken is the code tree, what sources are called, and each coding with its date. Where a program dates the part that is coded and not
//! the coding (QualCoder does), that date counts, because there the part is made with the coding. Nothing of a source's text, of a description or
//! of a memo is kept. Nothing is written. Any thread.

use std::io;
use std::io::BufReader;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::path::Path;

use thiserror::Error;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::real::RealDisk;
use crate::disk::trouble;
use crate::domain::digest::Digest;
use crate::domain::handover::known;
use crate::domain::study::coding::project::Guid;
use crate::domain::study::coding::project::Project;
use crate::domain::study::coding::project::ProjectCode;
use crate::domain::study::coding::project::ProjectCoding;
use crate::domain::study::coding::project::ProjectSource;
use crate::domain::time::Stamp;
use crate::store::import::package;
use crate::store::import::package::NoProject;
use crate::words::say;
use crate::xml::stream;
use crate::xml::stream::Met;
use crate::xml::stream::Stopped;

/// The most codes, sources or cases, and the most codings: more than ten of the largest studies together.
const MOST: usize = 200_000;
const MOST_CODINGS: usize = 5_000_000;

/// Why a file cannot be read as a project, in the words the person reads.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant is its sentence")]
pub enum Unread {
    #[error("{}", say!("coding-no-package"))]
    NoPackage,
    #[error("{}", say!("coding-no-project"))]
    NoProject,
    #[error("{}", say!("coding-several-projects"))]
    SeveralProjects,
    #[error("{}", say!("coding-packed"))]
    Packed,
    #[error("{}", say!("coding-broken", byte = .0.to_string()))]
    Broken(u64),
    #[error("{}", say!("coding-document-type"))]
    DocumentType,
    #[error("{}", say!("coding-too-large"))]
    TooLarge,
    #[error("{}", say!("coding-encoding", encoding = .0))]
    Encoding(String),
    #[error("{}", say!("coding-unreadable", why = .0))]
    Unreadable(String),
}

impl From<NoProject> for Unread {
    fn from(why: NoProject) -> Self {
        match why {
            NoProject::NoPackage => Self::NoPackage,
            NoProject::None => Self::NoProject,
            NoProject::Several => Self::SeveralProjects,
            NoProject::Packed => Self::Packed,
        }
    }
}

impl From<Stopped> for Unread {
    fn from(why: Stopped) -> Self {
        match why {
            Stopped::Broken(0) => Self::NoProject,
            Stopped::Broken(byte) => Self::Broken(byte),
            Stopped::DocumentType => Self::DocumentType,
            Stopped::Large => Self::TooLarge,
            Stopped::Encoding(encoding) => Self::Encoding(encoding),
            Stopped::Unread(kind) => Self::Unreadable(trouble::said(&kind.into(), Path::new("project.qde"))),
        }
    }
}

/// What moment a text is.
pub type Dates<'d> = &'d dyn Fn(&str) -> Option<Stamp>;

/// Reads the project in the file at `path`, and by what that file is known again.
pub fn read(path: &Path, dates: Dates<'_>) -> Result<(Project, Digest), Unread> {
    let unreadable = |why: io::Error| Unread::Unreadable(trouble::said(&why, path));
    let file = RealDisk.open(path, Access::Read, Links::Followed).map_err(unreadable)?;
    let length = file.length().map_err(unreadable)?;
    let source = BufReader::new(Sought { file: file.as_ref(), at: 0, length });
    let project = package::project(source, |part| gathered(part, dates))??;
    let sum = digest::of_file(file.as_ref()).map_err(unreadable)?;
    Ok((project, Digest::new(sum)))
}

/// A file that is read from a place on.
struct Sought<'f> {
    file: &'f dyn DiskFile,
    at: u64,
    length: u64,
}

impl Read for Sought<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read_at(into, self.at)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Sought<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// The project that `part` says.
fn gathered(part: &mut dyn Read, dates: Dates<'_>) -> Result<Project, Unread> {
    let mut gathering = Gathering { project: Project::default(), dates, open: Vec::new(), coding: None };
    stream::walk(part, &mut |met| gathering.meet(&met))?;
    if gathering.open.is_empty() && gathering.coding.is_none() { Ok(gathering.project) } else { Err(Unread::Broken(0)) }
}

/// An element that is open, as far as it matters for what stands in it.
enum Open {
    /// The whole.
    Project,
    /// A code, with its place.
    Code(usize),
    /// The list of sources.
    Sources,
    /// A source, with its place.
    Source(usize),
    /// A part of a source that is coded: the note it is, and when it was made.
    Selection(Option<u32>, Option<Stamp>),
    /// That something is coded.
    Coding,
    /// Somebody or something that sources belong to.
    Case,
    /// What says nothing of coding.
    Other,
}

/// What is gathered on the way.
struct Gathering<'d> {
    project: Project,
    dates: Dates<'d>,
    open: Vec<Open>,
    coding: Option<ProjectCoding>,
}

impl Gathering<'_> {
    fn meet(&mut self, met: &Met<'_>) -> Result<(), Stopped> {
        match met {
            Met::Begins(name, attributes) => {
                let begun = self.begins(name, attributes)?;
                self.open.push(begun);
            }
            Met::Ends => {
                // What stands in a coding ends before it does.
                if matches!(self.open.pop(), Some(Open::Coding)) {
                    self.project.codings.extend(self.coding.take());
                }
            }
        }
        let (codes, sources, cases) = (self.project.codes.len(), self.project.sources.len(), self.project.cases.len());
        let is_too_much = codes.max(sources).max(cases) > MOST || self.project.codings.len() > MOST_CODINGS;
        if is_too_much { Err(Stopped::Large) } else { Ok(()) }
    }

    /// An element of this name begins where these are open.
    fn begins(&mut self, name: &str, attributes: &[(String, String)]) -> Result<Open, Stopped> {
        fn value<'a>(attributes: &'a [(String, String)], wanted: &str) -> Option<&'a str> {
            attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.as_str())
        }
        let of = |wanted: &'static str| value(attributes, wanted);
        let guid = |key: &'static str| of(key).map(Guid::of);
        let date = || of("creationDateTime").and_then(self.dates);
        Ok(match (name, self.open.last()) {
            ("Project", None) => {
                self.project.origin = of("origin").unwrap_or_default().into();
                self.project.modified = of("modifiedDateTime").and_then(self.dates).or_else(date);
                Open::Project
            }
            // Another document altogether: a code book alone, say.
            (_, None) => return Err(Stopped::Broken(0)),
            ("Code", Some(above @ (Open::Other | Open::Code(_)))) => {
                let within = if let Open::Code(place) = above { Some(*place) } else { None };
                let code = ProjectCode { guid: guid("guid").unwrap_or_default(), name: of("name").unwrap_or_default().to_owned(), within };
                self.project.codes.push(code);
                Open::Code(self.project.codes.len() - 1)
            }
            ("Sources", Some(Open::Project)) => Open::Sources,
            ("Case", Some(Open::Other)) => {
                self.project.cases.push((of("name").unwrap_or_default().to_owned(), Vec::new()));
                Open::Case
            }
            ("SourceRef", Some(Open::Case)) => {
                if let (Some((_, sources)), Some(source)) = (self.project.cases.last_mut(), guid("targetGUID")) {
                    sources.push(source);
                }
                Open::Other
            }
            (name, Some(Open::Sources)) if name.ends_with("Source") => {
                let (guids, names) = (guid("guid").into_iter().collect(), of("name").map(str::to_owned).into_iter().collect());
                self.project.sources.push(ProjectSource { guids, names });
                Open::Source(self.project.sources.len() - 1)
            }
            // What belongs to a source is it, too: the text of a sound, the text in a picture of a page.
            ("Transcript" | "Representation" | "TextDescription", Some(Open::Source(place))) => {
                let place = *place;
                if let Some(source) = self.project.sources.get_mut(place) {
                    source.guids.extend(guid("guid"));
                    source.names.extend(of("name").map(str::to_owned));
                }
                Open::Source(place)
            }
            (name, Some(Open::Source(_))) if name.ends_with("Selection") => Open::Selection(of("name").and_then(known::note_of), date()),
            ("Coding", Some(Open::Source(_) | Open::Selection(..))) => {
                let (note, made) = if let Some(Open::Selection(note, made)) = self.open.last() { (*note, *made) } else { (None, None) };
                let place = self.open.iter().rev().find_map(|open| if let Open::Source(place) = open { Some(*place) } else { None });
                self.coding = place.map(|source| ProjectCoding {
                    guid: guid("guid").unwrap_or_default(),
                    code: Guid::NONE,
                    source,
                    note,
                    at: date().or(made),
                });
                Open::Coding
            }
            ("CodeRef", Some(Open::Coding)) => {
                if let (Some(coding), Some(code)) = (self.coding.as_mut(), guid("targetGUID")) {
                    coding.code = code;
                }
                Open::Other
            }
            _ => Open::Other,
        })
    }
}
