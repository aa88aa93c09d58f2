//! What commands are given together: data only, as the command line itself.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::document::Format;
use crate::document::handout::SheetFormat;
use crate::domain::destruction::Material;
use crate::domain::evening::PageLine;
use crate::domain::guide::Round;
use crate::domain::study::ParticipantCode;
use crate::domain::study::decisions::DecisionKind;

/// A change of consent, as the participant said it.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ChangeOfConsent {
    /// The consent item that is answered otherwise now.
    #[arg(requires_all = ["answer", "told", "to", "on"])]
    pub(crate) item: Option<String>,
    /// The answer from now on.
    #[arg(value_enum)]
    pub(crate) answer: Option<YesNo>,
    /// How they said so, such as "by telephone".
    #[arg(long, value_name = "HOW", requires = "item")]
    pub(crate) told: Option<String>,
    /// To whom: a code such as I1.
    #[arg(long, value_name = "WHOM", value_parser = ParticipantCode::new, requires = "item")]
    pub(crate) to: Option<ParticipantCode>,
    /// On which day, such as 2026-11-24.
    #[arg(long, value_name = "DATE", requires = "item")]
    pub(crate) on: Option<String>,
    /// In a focus group: whose answer it is, by the number of the seat. A no to taking part leaves nothing of that seat in anything made of
    /// the session.
    #[arg(long, value_name = "N", requires = "item")]
    pub(crate) seat: Option<u8>,
    /// In a focus group: it is what all said together. Each one's own answer stays as it is.
    #[arg(long, requires = "item", conflicts_with = "seat")]
    pub(crate) everybody: bool,
}

/// Yes or no.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum YesNo {
    Yes,
    No,
}

/// How something was done that an interview left to be done.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct HowDone {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// What `hearback due` calls it, such as report-1; without it, what of the session is still to be done.
    pub(crate) item: Option<String>,
    /// By whom: a code such as I1; whoever is --interviewer unless given.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) by: Option<ParticipantCode>,
    /// To whom it was reported: a role or a code; whom the guide or the study names unless given.
    #[arg(long, value_name = "WHOM", conflicts_with = "said")]
    pub(crate) to: Option<String>,
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// It is not done yet: they were asked whether it may be, and said this.
    #[arg(long, value_enum, value_name = "ANSWER")]
    pub(crate) said: Option<YesNo>,
    /// It is not done after all: that it was is taken back, and it is open again.
    #[arg(long, conflicts_with_all = ["to", "said"])]
    pub(crate) undo: bool,
    /// What there is to say about it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) words: Option<String>,
}

/// How the form of an interview is filled in beforehand.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Conduct {
    /// A guide's id.
    #[arg(long)]
    pub(crate) guide: Option<String>,
    /// The participant's code.
    #[arg(long)]
    pub(crate) participant: Option<String>,
    /// Which interview with them.
    #[arg(long, value_enum)]
    pub(crate) round: Option<RoundWord>,
    /// A microphone's id or a part of its name, or a WAV file to play as one.
    #[arg(long, value_name = "NAME_OR_WAV", conflicts_with = "no_audio")]
    pub(crate) mic: Option<String>,
    /// Notes only.
    #[arg(long)]
    pub(crate) no_audio: bool,
    /// Seconds taken off each stamp for the time it takes to react; 1.5 unless study.yaml says otherwise.
    #[arg(long, value_name = "SECONDS")]
    pub(crate) reaction: Option<f64>,
}

/// Which interview with a participant.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum RoundWord {
    First,
    FollowUp,
}

impl From<RoundWord> for Round {
    fn from(word: RoundWord) -> Self {
        match word {
            RoundWord::First => Self::First,
            RoundWord::FollowUp => Self::FollowUp,
        }
    }
}

/// What is done about what is to be seen to after an interview.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(id = "deed", multiple = true)]
pub(crate) struct EndsOf {
    /// The line with this number is done; --words says what came of it.
    #[arg(long, value_name = "N", conflicts_with_all = ["not_done", "page", "guide_stays", "guide_changes"])]
    pub(crate) done: Option<usize>,
    /// It is not done after all.
    #[arg(long, value_name = "N", conflicts_with_all = ["page", "guide_stays", "guide_changes", "words"])]
    pub(crate) not_done: Option<usize>,
    /// Write --words on this line of your own page; without words it is empty again.
    #[arg(long, value_name = "LINE", conflicts_with_all = ["guide_stays", "guide_changes"])]
    pub(crate) page: Option<PageWord>,
    /// The guide stays as it is.
    #[arg(long, conflicts_with_all = ["guide_changes", "words"])]
    pub(crate) guide_stays: bool,
    /// What is to be changed in the guide, and why: a proposal for its change log.
    #[arg(long, value_name = "TEXT", conflicts_with = "words")]
    pub(crate) guide_changes: Option<String>,
    /// What came of it, or what is written on the page.
    #[arg(long, value_name = "TEXT")]
    pub(crate) words: Option<String>,
    /// Show the words of your own page too, which nobody else is to read.
    #[arg(long)]
    pub(crate) own_page: bool,
}

/// What a participant does not want to be used, or does not mind any more.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct WhatToWithhold {
    /// The number of a note, as `show --json` has it.
    #[arg(long, value_name = "N", conflicts_with_all = ["from", "to", "lift"])]
    pub(crate) note: Option<u32>,
    /// Where the stretch begins, such as 27:10.
    #[arg(long, value_name = "T", requires = "to", conflicts_with = "lift")]
    pub(crate) from: Option<String>,
    /// Where it ends.
    #[arg(long, value_name = "T", requires = "from")]
    pub(crate) to: Option<String>,
    /// Why, in a word or two; never what was said.
    #[arg(long, value_name = "TEXT", conflicts_with = "lift")]
    pub(crate) reason: Option<String>,
    /// They do not mind the one with this number any more; say how they said so, to whom and when.
    #[arg(long, value_name = "N", requires_all = ["told", "whom", "on"])]
    pub(crate) lift: Option<u32>,
    /// How they said so, such as "by telephone".
    #[arg(long, value_name = "HOW", requires = "lift")]
    pub(crate) told: Option<String>,
    /// To whom: a code such as I1.
    #[arg(long, value_name = "WHOM", value_parser = ParticipantCode::new, requires = "lift")]
    pub(crate) whom: Option<ParticipantCode>,
    /// On which day, such as 2026-11-24.
    #[arg(long, value_name = "DATE", requires = "lift")]
    pub(crate) on: Option<String>,
}

/// Of what a clip is made, and where it goes.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ClipOf {
    /// The number of a note, as `show` has it for programs: from 4 seconds before it to the next note, at most half a minute after it.
    #[arg(long, value_name = "N", conflicts_with_all = ["from", "to"], required_unless_present = "from")]
    pub(crate) note: Option<u32>,
    /// Where it begins, such as 27:10.
    #[arg(long, value_name = "T", requires = "to")]
    pub(crate) from: Option<String>,
    /// Where it ends.
    #[arg(long, value_name = "T", requires = "from")]
    pub(crate) to: Option<String>,
    /// Into this file, which must be new.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// A tone in place of silence where something is withheld.
    #[arg(long)]
    pub(crate) bleep: bool,
}

/// What a participant takes back after the interview.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct WithdrawOf {
    /// They take no part any more (stop), and the sound is to be destroyed (sound), or all of it (all); none of their own words in
    /// reports (quotes); no summary and no later interview (contact).
    #[arg(long, value_enum)]
    pub(crate) scope: Scope,
    /// How they said so, such as "by telephone"; not needed where the journal knows that they want this.
    #[arg(long, value_name = "HOW", requires_all = ["whom", "on"])]
    pub(crate) told: Option<String>,
    /// To whom: a code such as I1.
    #[arg(long, value_name = "WHOM", value_parser = ParticipantCode::new, requires = "told")]
    pub(crate) whom: Option<ParticipantCode>,
    /// On which day, such as 2026-11-24.
    #[arg(long, value_name = "DATE", requires = "told")]
    pub(crate) on: Option<String>,
    /// Why, in a few words for the receipt: never what was said.
    #[arg(long, value_name = "WORDS")]
    pub(crate) reason: Option<String>,
    /// In a focus group: all who sat there take it back, not only one of them, whose own code says who it is.
    #[arg(long)]
    pub(crate) everybody: bool,
    /// It is meant.
    #[arg(long)]
    pub(crate) yes: bool,
}

/// What of a session is destroyed, for another reason than that its participant wants it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DestroyOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// Which material: the sound; transcripts; notes, with codes, statements and letters; consent, which goes last; or all of it.
    #[arg(long, value_enum)]
    pub(crate) what: MaterialWord,
    /// Why, in a few words for the receipt, such as "the term is over": never what was said.
    #[arg(long, value_name = "WORDS")]
    pub(crate) reason: String,
    /// It is meant; without this, what would go is listed, and nothing is done.
    #[arg(long)]
    pub(crate) yes: bool,
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// A kind of material, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum MaterialWord {
    Sound,
    Transcript,
    Notes,
    Consent,
    All,
}

impl From<MaterialWord> for Material {
    fn from(word: MaterialWord) -> Self {
        match word {
            MaterialWord::Sound => Self::Sound,
            MaterialWord::Transcript => Self::Transcript,
            MaterialWord::Notes => Self::Notes,
            MaterialWord::Consent => Self::Consent,
            MaterialWord::All => Self::All,
        }
    }
}

/// How far a withdrawal goes; what each means stands at the flag.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Scope {
    Stop,
    Sound,
    All,
    Quotes,
    Contact,
}

/// Who the interviewer is.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ProfileOf {
    /// What you were trained in.
    #[arg(long, value_name = "TEXT")]
    pub(crate) training: Option<String>,
    /// What you do.
    #[arg(long, value_name = "TEXT")]
    pub(crate) occupation: Option<String>,
    /// Where you stand towards what you study: what you expect, and why it matters to you.
    #[arg(long, value_name = "TEXT")]
    pub(crate) stance: Option<String>,
}

/// A line of the interviewer's own page, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PageWord {
    Place,
    Steered,
    Surprised,
    NotDared,
    Relation,
    Other,
}

impl From<PageWord> for PageLine {
    fn from(word: PageWord) -> Self {
        match word {
            PageWord::Place => Self::Place,
            PageWord::Steered => Self::Steered,
            PageWord::Surprised => Self::Surprised,
            PageWord::NotDared => Self::NotDared,
            PageWord::Relation => Self::Relation,
            PageWord::Other => Self::Other,
        }
    }
}

/// The forms of a letter.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LetterFormat {
    Md,
    Html,
    Docx,
    Pdf,
}

impl LetterFormat {
    /// The form, where this build can write it.
    #[cfg_attr(feature = "pdf", expect(clippy::unnecessary_wraps, reason = "a build without the feature cannot write them all"))]
    pub(crate) const fn form(self) -> Option<Format> {
        match self {
            Self::Md => Some(Format::Markdown),
            Self::Html => Some(Format::Html),
            Self::Docx => Some(Format::Docx),
            #[cfg(feature = "pdf")]
            Self::Pdf => Some(Format::Pdf),
            #[cfg(not(feature = "pdf"))]
            Self::Pdf => None,
        }
    }
}

/// The forms of a guide on paper.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PaperFormat {
    Md,
    Html,
}

impl From<PaperFormat> for SheetFormat {
    fn from(word: PaperFormat) -> Self {
        match word {
            PaperFormat::Md => Self::Markdown,
            PaperFormat::Html => Self::Html,
        }
    }
}

/// An entry for the change log of a guide.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct LogEntry {
    /// A guide's file or id, or its id in one version (ID@VERSION).
    pub(crate) guide: String,
    /// What changed, such as "no change".
    #[arg(long, value_name = "TEXT")]
    pub(crate) what: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    /// The version that it makes; the guide's own unless given.
    #[arg(long, value_name = "V")]
    pub(crate) version: Option<String>,
    /// Who reviewed it: a role, such as "patient panel", or a code; never a name.
    #[arg(long, value_name = "WHO")]
    pub(crate) by: Option<String>,
    /// After the interview with whom it was looked at.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) after: Option<ParticipantCode>,
    /// That was a pilot.
    #[arg(long)]
    pub(crate) pilot: bool,
    /// The day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "D")]
    pub(crate) date: Option<String>,
}

/// What there is to look at beside a letter.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(crate) struct LetterLook {
    /// How plainly it says what it says, and what in it may tell others whose it is: hints, which refuse nothing.
    #[arg(long, group = "looked", conflicts_with_all = ["out", "format", "letter_language"])]
    pub(crate) check: bool,
    /// For the team: how each statement rests on what was said, and in which letters it went.
    #[arg(long, group = "looked", conflicts_with_all = ["format", "letter_language"])]
    pub(crate) trail: bool,
    /// For programs: what --check or --trail has to say.
    #[arg(long, requires = "looked")]
    pub(crate) json: bool,
}

/// Where listening back begins.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ReplayFrom {
    /// Begin here: seconds, or H:MM:SS.
    #[arg(long, value_name = "POSITION", conflicts_with = "note")]
    pub(crate) at: Option<String>,
    /// Begin at the note with this number.
    #[arg(long, value_name = "N")]
    pub(crate) note: Option<u32>,
}

/// What is asked of `doctor` besides looking.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DoctorOf {
    /// A page for the ethics board and the IT department: where the data lie, who can get at them, how loss is prevented, how long they are kept.
    #[arg(long)]
    pub(crate) report: bool,
    /// In which form the page is; unless given, in that which the name of --out ends in, else md.
    #[arg(long, value_enum, requires = "report")]
    pub(crate) format: Option<PaperFormat>,
    /// Into this file, which must be new; printed unless given.
    #[arg(long, value_name = "FILE", requires = "report")]
    pub(crate) out: Option<PathBuf>,
}

/// A decision of the team.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DecisionOf {
    /// What was decided, such as "two codes became one"; without it, all that was decided.
    pub(crate) what: Option<String>,
    /// What it is about, "other" unless given; without WHAT, only what was decided of that.
    #[arg(long, value_enum)]
    pub(crate) kind: Option<DecisionWord>,
    /// Why.
    #[arg(long, value_name = "TEXT", requires = "what")]
    pub(crate) why: Option<String>,
    /// By whom: codes or roles, such as AB,CD; never a name.
    #[arg(long, value_name = "WHO", requires = "what")]
    pub(crate) by: Option<String>,
    /// After, or about, whom or what, such as P07; without WHAT, only what was decided of them.
    #[arg(long, value_name = "CODE")]
    pub(crate) about: Option<String>,
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE", requires = "what")]
    pub(crate) on: Option<String>,
    /// For programs.
    #[arg(long, conflicts_with = "what")]
    pub(crate) json: bool,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DecisionWord {
    Meeting,
    Deviation,
    Guide,
    Sampling,
    Coding,
    Other,
}

impl From<DecisionWord> for DecisionKind {
    fn from(word: DecisionWord) -> Self {
        match word {
            DecisionWord::Meeting => Self::Meeting,
            DecisionWord::Deviation => Self::Deviation,
            DecisionWord::Guide => Self::Guide,
            DecisionWord::Sampling => Self::Sampling,
            DecisionWord::Coding => Self::Coding,
            DecisionWord::Other => Self::Other,
        }
    }
}
