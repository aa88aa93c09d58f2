//! What is asked of letters on the command line once they are written: data only.

use clap::ValueEnum;

use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::OwnWords;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::member_check::reply::RepliedBy;
use crate::domain::member_check::reply::Says;
use crate::domain::member_check::sent::SentBy;
use crate::domain::study::ParticipantCode;

/// The register.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct LettersOf {
    /// Its folder, or any part of its name that no other has: all that is known of its letters; every session in a line unless given.
    pub(crate) session: Option<String>,
    /// Only those of which something is to be done.
    #[arg(long, conflicts_with = "session")]
    pub(crate) due: bool,
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is asked before a letter goes.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct BeforeOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// What was asked; without it, the list.
    #[arg(value_enum, requires = "answer")]
    pub(crate) item: Option<ItemWord>,
    /// What came of it.
    #[arg(value_enum)]
    pub(crate) answer: Option<AnswerWord>,
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE", requires = "item")]
    pub(crate) on: Option<String>,
    /// By whom: a code such as I1; whoever is --interviewer unless given.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new, requires = "item")]
    pub(crate) by: Option<ParticipantCode>,
    /// What there is to say about it.
    #[arg(long, value_name = "TEXT", requires = "item")]
    pub(crate) words: Option<String>,
}

/// How a letter went.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct SentOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// Which version of its letter; the last one unless given.
    #[arg(long, value_name = "N")]
    pub(crate) version: Option<u32>,
    /// How it went; without it, what went so far.
    #[arg(long, value_enum)]
    pub(crate) way: Option<WayWord>,
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// By whom: a code such as I1; whoever is --interviewer unless given.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new, requires = "way")]
    pub(crate) by: Option<ParticipantCode>,
    /// It was the reminder of that version; there is one.
    #[arg(long)]
    pub(crate) reminder: bool,
    /// Although it is not the last version, or is out of date.
    #[arg(long, requires = "way", conflicts_with_all = ["reminder", "undo"])]
    pub(crate) anyway: bool,
    /// It did not go after all: that it did is taken back.
    #[arg(long, conflicts_with_all = ["way", "on", "by"])]
    pub(crate) undo: bool,
}

/// What came back on a letter.
#[derive(Clone, Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that is given or not")]
pub(crate) struct ReplyOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// The statement that it is about, by its number in the letter. Without what they said, all that came back so far.
    #[arg(long, value_name = "N", requires = "how", conflicts_with_all = ["all", "added", "declines", "withdraws", "quotes", "nothing", "undo"])]
    pub(crate) statement: Option<usize>,
    /// They said the same of each statement.
    #[arg(long, requires_all = ["says", "how"], conflicts_with_all = ["added", "not_used", "declines", "withdraws", "quotes", "nothing", "undo"])]
    pub(crate) all: bool,
    /// What they say of it.
    #[arg(long, value_enum, value_name = "ANSWER", requires = "how", conflicts_with = "not_used")]
    pub(crate) says: Option<SaysWord>,
    /// They add something, which --words says.
    #[arg(long, requires_all = ["words", "how"], conflicts_with_all = ["not_used", "declines", "withdraws", "quotes", "nothing", "undo"])]
    pub(crate) added: bool,
    /// They do not want it used: the statement and the notes it rests on are left out everywhere; without a statement, what --words says is
    /// still to be found.
    #[arg(long, requires = "how", conflicts_with_all = ["declines", "withdraws", "quotes", "nothing", "undo"])]
    pub(crate) not_used: bool,
    /// They would rather not answer.
    #[arg(long, requires = "how", conflicts_with_all = ["withdraws", "quotes", "nothing", "undo"])]
    pub(crate) declines: bool,
    /// They take no part any more. Nothing goes to them from then on; `hearback withdraw` does what they want.
    #[arg(long, requires = "how", conflicts_with_all = ["quotes", "nothing", "undo"])]
    pub(crate) withdraws: bool,
    /// Whether they may be quoted: yes, no, or only if they see it first (ask). All but yes are the change of consent that
    /// `hearback withdraw --scope quotes` makes.
    #[arg(long, value_enum, value_name = "ANSWER", requires = "how", conflicts_with_all = ["nothing", "undo"])]
    pub(crate) quotes: Option<QuotesWord>,
    /// Nothing came, and the last day is over.
    #[arg(long, conflicts_with = "how")]
    pub(crate) nothing: bool,
    /// Their words.
    #[arg(long, value_name = "TEXT")]
    pub(crate) words: Option<String>,
    /// How it came.
    #[arg(long, value_enum)]
    pub(crate) how: Option<HowWord>,
    /// The version of the letter that it answers; the one that went last unless given.
    #[arg(long, value_name = "N")]
    pub(crate) version: Option<u32>,
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// Who took it: a code such as I1; whoever is --interviewer unless given.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) by: Option<ParticipantCode>,
    /// Take these back: the remarks with these numbers, or, with --nothing, that nothing came.
    #[arg(long, value_name = "REMARK", num_args = 0..)]
    pub(crate) undo: Option<Vec<u32>>,
}

impl ReplyOf {
    /// What kind of remark it is.
    pub(crate) const fn kind(&self) -> RemarkKind {
        match self {
            Self { added: true, .. } => RemarkKind::Added,
            Self { not_used: true, .. } => RemarkKind::NotUsed,
            Self { declines: true, .. } => RemarkKind::Declines,
            Self { withdraws: true, .. } => RemarkKind::Withdraws,
            _ => RemarkKind::Answer,
        }
    }
}

/// What was done about a remark.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DispositionOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// The number of the remark, as `hearback letters SESSION` has it; without it, what is still to be seen to.
    pub(crate) remark: Option<u32>,
    /// What was done.
    #[arg(value_enum)]
    pub(crate) what: Option<DisposedWord>,
    /// Why; of what is kept, always.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// What is not to be used is in the note with this number: it is left out everywhere.
    #[arg(long, value_name = "N", requires = "what")]
    pub(crate) note: Vec<u32>,
    /// What is not to be used is the statement with this number in the letter that the remark is about: it is left out everywhere.
    #[arg(long, value_name = "N", requires = "what")]
    pub(crate) statement: Vec<usize>,
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// By whom: a code such as I1; whoever is --interviewer unless given.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) by: Option<ParticipantCode>,
    /// Nothing was done after all.
    #[arg(long, requires = "remark", conflicts_with_all = ["what", "reason", "on", "by"])]
    pub(crate) undo: bool,
}

/// What they say of their own words, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum QuotesWord {
    Yes,
    No,
    Ask,
}

impl From<QuotesWord> for OwnWords {
    fn from(word: QuotesWord) -> Self {
        match word {
            QuotesWord::Yes => Self::Yes,
            QuotesWord::No => Self::No,
            QuotesWord::Ask => Self::Ask,
        }
    }
}

/// What is asked before a letter goes, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ItemWord {
    Wanted,
    Alive,
    Address,
    CalledFirst,
    SecondReader,
    // What only a newer hearback asks, or nobody here can read; listed once somebody answered it.
    Newer,
}

impl From<ItemWord> for BeforeItem {
    fn from(word: ItemWord) -> Self {
        match word {
            ItemWord::Wanted => Self::Wanted,
            ItemWord::Alive => Self::Alive,
            ItemWord::Address => Self::Address,
            ItemWord::CalledFirst => Self::CalledFirst,
            ItemWord::SecondReader => Self::SecondReader,
            ItemWord::Newer => Self::Newer,
        }
    }
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerWord {
    Yes,
    No,
    NotAsked,
}

/// How a letter goes, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum WayWord {
    Post,
    Mail,
    Hand,
    ReadAloud,
}

impl From<WayWord> for SentBy {
    fn from(word: WayWord) -> Self {
        match word {
            WayWord::Post => Self::Post,
            WayWord::Mail => Self::Mail,
            WayWord::Hand => Self::Hand,
            WayWord::ReadAloud => Self::ReadAloud,
        }
    }
}

/// What they say of a statement, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SaysWord {
    Fits,
    Partly,
    DoesNotFit,
    RatherNot,
}

impl From<SaysWord> for Says {
    fn from(word: SaysWord) -> Self {
        match word {
            SaysWord::Fits => Self::Fits,
            SaysWord::Partly => Self::Partly,
            SaysWord::DoesNotFit => Self::DoesNotFit,
            SaysWord::RatherNot => Self::RatherNot,
        }
    }
}

/// How a reply comes, as the command line calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HowWord {
    Paper,
    Telephone,
    InPerson,
}

impl From<HowWord> for RepliedBy {
    fn from(word: HowWord) -> Self {
        match word {
            HowWord::Paper => Self::Paper,
            HowWord::Telephone => Self::Telephone,
            HowWord::InPerson => Self::InPerson,
        }
    }
}

/// What is done about a remark, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DisposedWord {
    Changed,
    Kept,
    Withdrawn,
}

impl From<DisposedWord> for Disposed {
    fn from(word: DisposedWord) -> Self {
        match word {
            DisposedWord::Changed => Self::Changed,
            DisposedWord::Kept => Self::Kept,
            DisposedWord::Withdrawn => Self::Withdrawn,
        }
    }
}
