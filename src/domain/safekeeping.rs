//! What an ethics board and an IT department ask before a study may be held on a laptop, as facts: where the data lie and who can get at
//! them, how the program keeps them from being lost, how long they are kept, and what consent means.
//!
//! A fact that could not be looked at is `None`, or unknown, and stays that: [`page`](mod@page) says of each line whether it was seen, is
//! built in, or was not determined. Values only; whoever looks is the shell.

pub mod page;

use crate::domain::digest::Digest;
use crate::domain::guide::Covers;
use crate::domain::retention::Terms;
use crate::domain::study::InformationLetter;
use crate::domain::whereabouts::Encrypted;
use crate::domain::whereabouts::Whereabouts;

/// All that is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The day, `yyyy-mm-dd`.
    pub on: String,
    /// The program.
    pub program: Program,
    /// The study.
    pub study: StudyFacts,
    /// Where the study lies.
    pub folder: Folder,
    /// Where what is remembered of it lies: the list of its sessions, and the index for searching, which holds the words of notes. Nothing
    /// where nothing is remembered.
    pub cache: Option<Folder>,
    /// Where this user's settings lie, if anywhere.
    pub config: Option<Folder>,
    /// Who can read the study's files, where the system knows of that.
    pub modes: Option<Modes>,
    /// What memory is written to when there is too little of it.
    pub swap: Option<Vec<Swap>>,
    /// Whether memory can be written to the disk for the computer to sleep.
    pub hibernation: Option<Hibernation>,
    /// Whether the system was told to keep no image of the program's memory when it fails.
    pub keeps_no_image: Option<bool>,
    /// What the disk, when tried, could not do; or why it could not be tried.
    pub disk: Disk,
    /// The recordings.
    pub takes: Takes,
    /// Whether the computer agreed not to fall asleep while an interview is open.
    pub stays_awake: bool,
}

/// The program that made the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Program {
    /// Its version.
    pub version: String,
    /// SHA-256 of its file.
    pub digest: Option<Digest>,
    /// The files that it had open while it looked.
    pub open: Option<Open>,
}

/// What a process had open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Of all kinds.
    pub files: usize,
    /// Sockets of the network among them; those of this computer are not.
    pub network: usize,
}

/// What the study's own files say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StudyFacts {
    /// Its title.
    pub title: String,
    /// How many sessions there are.
    pub sessions: usize,
    /// Those of them that cannot be read.
    pub unread: usize,
    /// Codes of participants.
    pub codes: usize,
    /// Those of them that look like a name.
    pub names: usize,
    /// How long data are kept, in the study's words; empty where it says nothing, or says it as terms.
    pub retention: String,
    /// The terms, where it says those.
    pub terms: Terms,
    /// Days after the letter within which what was told can be taken out.
    pub withdraw_days: Option<u32>,
    /// What participants are told beforehand.
    pub letter: Option<InformationLetter>,
    /// What each guide asks consent for: its name and version, and the items.
    pub guides: Vec<(String, Vec<(Covers, String)>)>,
}

/// A folder, and what is known of where it lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path, from this user's own folder (`~`) on.
    pub path: String,
    /// Where that is.
    pub lies: Whereabouts,
}

/// Files and folders by who can read them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modes {
    /// How many there are.
    pub files: usize,
    /// Those that others than this user can read or change.
    pub open: usize,
}

/// A file or a device that memory is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Its path.
    pub path: String,
    /// Where what is written to it goes.
    pub onto: Onto,
}

/// Where what is swapped out goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onto {
    /// It stays memory, pressed together, and is gone with the power.
    Memory,
    /// A disk.
    Disk(Encrypted),
}

/// Whether memory can be written to the disk for the computer to sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hibernation {
    /// The system does not offer it, or does not know where to.
    Never,
    /// It can, onto something that is or is not encrypted.
    Onto(Encrypted),
}

/// The disk, tried as an interview uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disk {
    /// What it could not do, in words; nothing where it could do all.
    Tried(Vec<String>),
    /// Why it could not be tried.
    Refused(String),
}

impl Default for Disk {
    fn default() -> Self {
        Self::Tried(Vec::new())
    }
}

/// The recordings, by length and format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes {
    /// Those there should be.
    pub all: usize,
    /// Those that are not what was recorded, and files that no journal knows.
    pub wrong: usize,
    /// Those that were destroyed on purpose.
    pub destroyed: usize,
}
