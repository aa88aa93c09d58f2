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
        /// As what it is written.
        #[arg(long, value_enum, default_value_t = ReportForm::Md)]
        format: ReportForm,
        /// Into this new file; printed unless given. A DOCX needs one.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
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
