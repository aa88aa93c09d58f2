//! What is asked of guides on the command line: data only.

use crate::shell::cli::options::LogEntry;
use crate::shell::cli::options::PaperFormat;
use crate::shell::cli::options::RoundWord;
use std::path::PathBuf;

/// What is asked of guides.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum GuideSubcommand {
    /// Make a new guide from the commented template.
    New {
        /// Its id; also the name of its file in the study's guides folder.
        id: String,
    },
    /// Make a guide from one that was typed elsewhere, and say what was guessed.
    Import {
        /// A Word document (.docx), Markdown (.md) or plain text (.txt).
        file: PathBuf,
        /// Where to write the guide; among those of the study unless given.
        #[arg(long)]
        out: Option<PathBuf>,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Every problem of guides, with its line and what to do; and remarks.
    Check {
        /// Guides by file, id or version (ID@VERSION); those of the study unless given, its study.yaml and participants.yaml included.
        #[arg(value_name = "GUIDE")]
        guides: Vec<String>,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// A guide as the interview will have it.
    Show {
        /// A guide's file or id, or its id in one version (ID@VERSION).
        guide: String,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// A guide on paper, for the day the laptop fails.
    Print {
        /// A guide's file or id, or its id in one version (ID@VERSION).
        guide: String,
        /// In which form; unless given, in that which the name of --out ends in, else html.
        #[arg(long, value_enum)]
        format: Option<PaperFormat>,
        /// With the questions of this round only; those of every round of the guide unless given.
        #[arg(long, value_enum)]
        round: Option<RoundWord>,
        /// Into this file, which must be new; printed unless given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// The usual words of the letter that goes with a guide.
    Letter {
        /// A guide's file or id, or its id in one version (ID@VERSION).
        guide: String,
        /// Into this file, which must be new; printed unless given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Put an entry into the change log of a guide's file.
    Log(LogEntry),
    /// Which interviews were held with which version, and why it changed.
    Versions {
        /// A guide's file or id, or its id in one version (ID@VERSION); every guide of the study unless given.
        guide: Option<String>,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Whether a translation is as its original in all but the words.
    TranslateCheck {
        /// A guide's file or id, or its id in one version (ID@VERSION).
        guide: String,
        /// The guide it is a translation of; the one its `translation_of` names unless given.
        original: Option<String>,
    },
    /// Compare two guides, or two versions of one.
    Diff {
        /// A guide's file or id, or its id in one version (ID@VERSION).
        #[arg(value_name = "A")]
        before: String,
        /// The guide it is compared with, named in the same way.
        #[arg(value_name = "B")]
        after: String,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
}
