//! Which commands programs read the answer of, and which may write in sessions.

use crate::shell::cli::Subcommand;
use crate::shell::cli::codes::CodesSubcommand;
use crate::shell::cli::guide::GuideSubcommand;
use crate::shell::cli::study::StudySubcommand;

impl Subcommand {
    /// Whether programs read the answer.
    pub(crate) fn is_for_programs(&self) -> bool {
        match self {
            Self::Sessions { json }
            | Self::Show { json, .. }
            | Self::Search { json, .. }
            | Self::Consent { json, .. }
            | Self::Withhold { json, .. }
            | Self::Withdraw { json, .. }
            | Self::Silence { json, .. }
            | Self::Clip { json, .. }
            | Self::Due { json, .. }
            | Self::Ends { json, .. }
            | Self::Profile { json, .. }
            | Self::Verify { json, .. }
            | Self::Mics { json }
            | Self::Keys { json, .. }
            | Self::Guide(
                GuideSubcommand::Show { json, .. }
                | GuideSubcommand::Diff { json, .. }
                | GuideSubcommand::Versions { json, .. }
                | GuideSubcommand::Check { json, .. }
                | GuideSubcommand::Import { json, .. },
            ) => *json,
            Self::Letters(of) => of.json,
            Self::Participants(of) => of.json,
            Self::Study(of) => of.written.json || of.written.csv || matches!(&of.what, Some(StudySubcommand::Wall(wall)) if wall.json),
            Self::Quotes(of) => of.json,
            Self::Codes(of) => of.json || matches!(&of.what, Some(CodesSubcommand::Import(of)) if of.json),
            Self::Log(of) => of.json,
            Self::Destroy(of) => of.json,
            Self::Transcript(what) => what.is_for_programs(),
            _ => false,
        }
    }

    /// Whether it is asked of a study, in words or for programs: not on a screen, and not by what tells of the study's files itself.
    pub(crate) fn is_of_a_study(&self) -> bool {
        match self {
            Self::Init { .. }
            | Self::Demo { .. }
            | Self::Conduct(_)
            | Self::Rehearse { .. }
            | Self::Replay { .. }
            | Self::Guide(_)
            | Self::Profile { .. }
            | Self::Mics { .. }
            | Self::Keys { .. }
            | Self::Help { .. }
            | Self::Man { .. }
            | Self::Completions { .. } => false,
            Self::Doctor(of) => of.report,
            _ => true,
        }
    }

    /// Whether something may be written in sessions of the study, by which something else is not to be used.
    pub(crate) fn may_write_in_sessions(&self) -> bool {
        matches!(
            self,
            Self::Conduct(_)
                | Self::Replay { .. }
                | Self::Consent { .. }
                | Self::Withhold { .. }
                | Self::Withdraw { .. }
                | Self::Destroy(_)
                | Self::Reply(_)
                | Self::Disposition(_)
                | Self::Recover { .. }
        )
    }
}
