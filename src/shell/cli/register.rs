//! What is asked of the register on the command line: data only.

use crate::domain::study::ParticipantCode;

/// The register, one participant of it, or a change.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ParticipantsOf {
    /// Whose entry; the whole list unless given.
    #[arg(value_parser = ParticipantCode::new)]
    pub(crate) code: Option<ParticipantCode>,
    /// Write down what is known of them, such as age=48; NAME= takes it away.
    #[arg(long, value_name = "NAME=VALUE", requires = "code")]
    pub(crate) set: Vec<String>,
    /// Put them on the list first.
    #[arg(long, requires = "code")]
    pub(crate) add: bool,
    /// Which kind of participant they are, of the groups in study.yaml.
    #[arg(long, value_name = "GROUP", requires = "code")]
    pub(crate) group: Option<String>,
    /// On which day they joined, such as 2026-11-24.
    #[arg(long, value_name = "DATE", requires = "code")]
    pub(crate) joined: Option<String>,
    /// Who treated them, of those on the list; it is kept in the file and shown nowhere.
    #[arg(long, value_name = "CODE", requires = "code")]
    pub(crate) treated_by: Option<String>,
    /// For programs.
    #[arg(long, conflicts_with_all = ["set", "add", "group", "joined", "treated_by"])]
    pub(crate) json: bool,
}
