//! What is asked of codes on the command line: data only.

use std::path::PathBuf;

/// The codes of the study.
#[derive(Clone, Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct CodesOf {
    #[command(subcommand)]
    pub(crate) what: Option<CodesSubcommand>,
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is done with them.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum CodesSubcommand {
    /// Take in what was coded when, from a REFI-QDA project (.qdpx) that MAXQDA, NVivo, ATLAS.ti or QualCoder exported; without a file, say what
    /// was taken in.
    Import(CodingOf),
}

/// The study's coding.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct CodingOf {
    /// The file; it takes the place of the one that was imported before.
    pub(crate) file: Option<PathBuf>,
    /// A source of it, and the session it is of, where neither its GUID nor its name says so; once for each.
    #[arg(long, value_name = "NAME=SESSION", requires = "file")]
    pub(crate) source: Vec<String>,
    /// Take the one that was imported out of the study.
    #[arg(long, conflicts_with_all = ["file", "source"])]
    pub(crate) forget: bool,
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
}
