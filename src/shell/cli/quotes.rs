//! What is asked of quotes for a paper on the command line: data only.

use crate::domain::study::ParticipantCode;

/// The quotes for a paper.
#[derive(Clone, Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct QuotesOf {
    #[command(subcommand)]
    pub(crate) what: Option<QuotesSubcommand>,
    /// For programs.
    #[arg(long, conflicts_with = "markdown")]
    pub(crate) json: bool,
    /// For the paper.
    #[arg(long)]
    pub(crate) markdown: bool,
}

/// What is done with them.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum QuotesSubcommand {
    /// Put the words of a quote note on the shelf, or cut a quote anew.
    Add {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// The note, by its number.
        note: u32,
        /// What of it is printed: […] where words are left out, [what you put in] in brackets; all of it unless given.
        #[arg(long, value_name = "TEXT")]
        words: Option<String>,
        /// The quote that is cut anew.
        #[arg(long, value_name = "N")]
        quote: Option<u32>,
    },
    /// Take a quote off the shelf.
    Drop {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// The quote, by its number.
        quote: u32,
    },
    /// Say how a quote reads in another language.
    Translate {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// The quote, by its number.
        quote: u32,
        /// The language, such as en.
        #[arg(long, value_name = "LANG")]
        into: String,
        /// Its words in that language; with none, the translation is taken away.
        #[arg(long, value_name = "TEXT")]
        words: String,
        /// Who translated it; whoever is --interviewer unless given.
        #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
        by: Option<ParticipantCode>,
    },
    /// Write down that somebody else read a quote, with its translations, beside what was said.
    Read {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// The quote, by its number.
        quote: u32,
        /// Who read it; whoever is --interviewer unless given.
        #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
        by: Option<ParticipantCode>,
        /// On which day, such as 2026-11-24; today unless given.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
}
