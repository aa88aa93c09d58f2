//! The study folder: guides and lists read from YAML, the journal of each session, and the files around them; and what a
//! person keeps for all studies.
//!
//! This layer knows files and formats and nothing of what an interview means: it hands out values of [`crate::domain`] and takes
//! them back. It refuses to follow links, to overwrite, and to say that something is saved before the disk has said so. It reads no
//! clock and starts no thread; the journal is meant to live on a thread of its own (see `shell/live/workers.rs`), everything else is quick
//! enough for the caller's.

pub mod belongings;
pub(crate) mod by_hand;
pub mod change_log;
pub mod checklist;
mod codes;
pub mod coding_file;
pub mod copies;
pub mod decisions;
pub mod destroy;
pub mod error;
pub mod folder;
pub mod for_editor;
pub mod going;
pub mod guide_file;
pub mod guide_text;
pub mod import;
pub(crate) mod index;
pub mod interviewer;
pub mod journal;
pub mod keys_file;
pub mod lent;
pub(crate) mod letter_template;
pub(crate) mod participants;
pub mod problem;
pub mod profile;
pub mod receipt;
pub(crate) mod register_edit;
pub mod register_page;
mod repair;
pub mod room_check;
pub mod salvage;
pub mod stranded;
pub mod study_file;
pub mod transcript;
pub mod transcript_file;

mod attributes;
mod form;
mod founding;
mod guide_keys;
mod guide_part;
mod journal_line;
mod legible;
mod member_check;
mod reporting;
mod reports;
mod sampling;
mod spelled;
mod terms;
mod text_edit;
mod transcription;
mod yaml;
