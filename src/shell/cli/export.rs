//! What is asked of an export on the command line: data only.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::document::handover::Form;
use crate::domain::handover::Own;

/// What is handed over, in which form, and where it goes.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ExportOf {
    /// In which form.
    #[arg(value_enum)]
    pub(crate) format: ExportFormat,
    /// Their folders, or parts of their names that no others have.
    #[arg(value_name = "SESSION", required_unless_present = "all", conflicts_with = "all")]
    pub(crate) sessions: Vec<String>,
    /// Every session of the study of which something may be handed over.
    #[arg(long)]
    pub(crate) all: bool,
    /// Into this file, or this folder where there are several, which must be new.
    #[arg(long, value_name = "PATH")]
    pub(crate) out: PathBuf,
    /// What of your own is handed over as well, each kind by its name; without this, none is.
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    pub(crate) private: Vec<OwnKind>,
    /// A list of words, a line each (`Anna = Marie`), that are put in the place of others, wherever they stand.
    #[arg(long, value_name = "FILE")]
    pub(crate) pseudonyms: Option<PathBuf>,
}

/// The forms, as they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    // REFI-QDA, for MAXQDA, NVivo, ATLAS.ti and QualCoder.
    Qdpx,
    // ELAN, with its sound.
    Elan,
    // A label track for Audacity.
    Audacity,
    // Sound, with notes as markers.
    Wav,
    // WebVTT.
    Vtt,
    // SubRip.
    Srt,
    // A table.
    Csv,
    // JSON Lines.
    Jsonl,
    // A BagIt bag, for the archive.
    Bagit,
}

impl ExportFormat {
    /// The form that it is.
    pub(crate) const fn form(self) -> Form {
        match self {
            Self::Qdpx => Form::Qdpx,
            Self::Elan => Form::Elan,
            Self::Audacity => Form::Audacity,
            Self::Wav => Form::Wav,
            Self::Vtt => Form::Vtt,
            Self::Srt => Form::Srt,
            Self::Csv => Form::Csv,
            Self::Jsonl => Form::Jsonl,
            Self::Bagit => Form::Bagit,
        }
    }
}

/// What is one's own, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OwnKind {
    // What was seen.
    Observation,
    // What is to be come back to.
    FollowUp,
    // Thoughts.
    Memo,
    // Why questions were skipped.
    Reason,
    // The page that is written after the interview.
    Page,
}

impl OwnKind {
    /// What it is.
    pub(crate) const fn own(self) -> Own {
        match self {
            Self::Observation => Own::Observation,
            Self::FollowUp => Own::FollowUp,
            Self::Memo => Own::Memo,
            Self::Reason => Own::Reason,
            Self::Page => Own::Page,
        }
    }
}
