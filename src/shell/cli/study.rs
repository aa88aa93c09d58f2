//! What is asked of a study as a whole on the command line: data only.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::document::Format;

/// The study as figures, or as a report.
#[derive(Clone, Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct StudyOf {
    #[command(subcommand)]
    pub(crate) what: Option<StudySubcommand>,
    #[command(flatten)]
    pub(crate) written: FiguresAs,
}

/// As what the figures of a study are written.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
#[group(multiple = false)]
pub(crate) struct FiguresAs {
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
    /// One long table for programs that calculate: section, of, row, column, value.
    #[arg(long)]
    pub(crate) csv: bool,
    /// Tables for a paper.
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// What else is made of the study's records.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum StudySubcommand {
    /// A checklist for reports, each item filled from the records, with where that comes from; what is not recorded is said to be that.
    Report {
        /// Which: coreq, srqr, or one of your own in the study's folder checklists.
        checklist: String,
        /// As what it is written; unless given, as that which the name of --out ends in, else md.
        #[arg(long, value_enum)]
        format: Option<ReportForm>,
        /// Into this new file; printed unless given. A DOCX needs one.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Every interview on one time scale, in sentences: its topics, and when what was noted. On the list of sessions the key w draws it.
    Wall(WallOf),
}

/// The wall.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct WallOf {
    /// Only interviews that meet each of these: code:rest, guide:first, an attribute with its value, or any word.
    #[arg(value_name = "WORD")]
    pub(crate) narrow: Vec<String>,
    /// In which order: date, participant, guide, length, or an attribute by its name (attribute:NAME where it is called as one of these).
    #[arg(long, value_name = "ORDER")]
    pub(crate) sort: Option<String>,
    /// As a picture into this new file, outside the study.
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub(crate) svg: Option<PathBuf>,
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// As what a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportForm {
    Md,
    Docx,
}

impl From<ReportForm> for Format {
    fn from(form: ReportForm) -> Self {
        match form {
            ReportForm::Md => Self::Markdown,
            ReportForm::Docx => Self::Docx,
        }
    }
}
