//! What is asked of transcripts on the command line: data only.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::domain::study::ParticipantCode;
use crate::store::transcript::Form;
use crate::words::say;

/// What is asked of transcripts.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum TranscriptSubcommand {
    /// Lay a transcript that was made elsewhere beside the notes.
    Import(ImportOf),
    /// The transcript, without what may not be used.
    Show {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// For programs.
        #[arg(long)]
        json: bool,
    },
    /// Who speaks in the transcript; or give speakers codes.
    Speakers {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// What the transcript calls a speaker, and the code from now on, such as SPEAKER_00=I1.
        #[arg(value_name = "SPEAKER=CODE")]
        named: Vec<String>,
    },
    /// Write down that a suspect passage was listened to, and was said.
    Heard {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// Its number, as `transcript show` has it.
        passage: String,
        /// It was not said after all.
        #[arg(long)]
        undo: bool,
    },
    /// All that a human transcriber needs, in a new folder.
    Pack {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// The folder, which must be new.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// In a group of which somebody takes no part any more: all that they said is withheld, so that nobody hears them.
        #[arg(long)]
        turns_withheld: bool,
    },
    /// Write down that the sound was given to a transcriber.
    Given {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// To whom: a role or a code; never a name.
        #[arg(long, value_name = "WHOM")]
        to: String,
        #[command(flatten)]
        when: When,
    },
    /// Write down that the transcript came back.
    Returned {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        when: When,
    },
    /// Write down that it was compared with the sound.
    Checked {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// By whom: a code such as I1.
        #[arg(long, value_name = "WHOM", value_parser = ParticipantCode::new)]
        by: ParticipantCode,
        /// How much of it, such as 10%, or all.
        #[arg(long, value_name = "SHARE", value_parser = Share::new)]
        share: Share,
        #[command(flatten)]
        when: When,
    },
    /// Write down that names were taken out of it.
    NamesRemoved {
        /// Its folder, or any part of its name that no other has.
        session: String,
        #[command(flatten)]
        when: When,
    },
    /// Write down that the sound was deleted where it had been given to.
    DeletedThere {
        /// Its folder, or any part of its name that no other has.
        session: String,
        /// By whom, as they were named when it was given; left out where one alone has it.
        #[arg(long, value_name = "WHOM")]
        whom: Option<String>,
        #[command(flatten)]
        when: When,
    },
    /// What transcribers were given, and what is still to be done.
    Register {
        /// For programs.
        #[arg(long)]
        json: bool,
    },
}

impl TranscriptSubcommand {
    /// Whether programs read the answer.
    pub(crate) fn is_for_programs(&self) -> bool {
        match self {
            Self::Import(of) => of.json,
            Self::Show { json, .. } | Self::Register { json } => *json,
            _ => false,
        }
    }
}

/// A transcript that is imported.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ImportOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// The file.
    pub(crate) file: PathBuf,
    /// Its form; found out unless given.
    #[arg(long, value_enum)]
    pub(crate) format: Option<FormWord>,
    /// What the file calls a speaker, and their code, such as SPEAKER_00=I1; once for each.
    #[arg(long, value_name = "SPEAKER=CODE")]
    pub(crate) speaker: Vec<String>,
    /// How many seconds later everything is than the file says; earlier below 0.
    #[arg(long, value_name = "SECONDS", allow_hyphen_values = true)]
    pub(crate) offset: Option<f64>,
    /// Of which take; of all of them, laid end to end, unless given.
    #[arg(long, value_name = "N")]
    pub(crate) take: Option<u32>,
    /// By what, or by whom (a role or a code), it was made.
    #[arg(long, value_name = "NAME")]
    pub(crate) engine: Option<String>,
    /// With which model.
    #[arg(long, value_name = "NAME")]
    pub(crate) model: Option<String>,
    /// Who compared it with the sound: a code such as I1.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) verified_by: Option<ParticipantCode>,
    /// For programs.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What a recogniser makes a transcript of.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct TranscribeOf {
    /// Its folder, or any part of its name that no other has.
    pub(crate) session: String,
    /// Which: the one of study.yaml, or whisper-cli.
    #[arg(long, value_name = "NAME")]
    pub(crate) engine: Option<String>,
    /// Of this take alone.
    #[arg(long, value_name = "N")]
    pub(crate) take: Option<u32>,
    /// Also what it has done before.
    #[arg(long)]
    pub(crate) again: bool,
    /// Who compares it with the sound: a code such as I1.
    #[arg(long, value_name = "CODE", value_parser = ParticipantCode::new)]
    pub(crate) verified_by: Option<ParticipantCode>,
    /// In a group of which somebody takes no part any more: all that they said is withheld, so that it is not heard.
    #[arg(long)]
    pub(crate) turns_withheld: bool,
}

/// When something was done; or that it was not.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct When {
    /// On which day, such as 2026-11-24; today unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// It was not: what was written down in the same words is taken back.
    #[arg(long)]
    pub(crate) undo: bool,
}

/// The form of a transcript, as the command line calls it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FormWord {
    Vtt,
    Srt,
    Whisper,
    WhisperCpp,
    Noscribe,
    Atrain,
    Text,
}

impl From<FormWord> for Form {
    fn from(word: FormWord) -> Self {
        match word {
            FormWord::Vtt => Self::Vtt,
            FormWord::Srt => Self::Srt,
            FormWord::Whisper => Self::Whisper,
            FormWord::WhisperCpp => Self::WhisperCpp,
            FormWord::Noscribe => Self::Noscribe,
            FormWord::Atrain => Self::Atrain,
            FormWord::Text => Self::Text,
        }
    }
}

/// How much of a transcript was compared, in per cent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share(pub(crate) u8);

impl Share {
    fn new(text: &str) -> Result<Self, String> {
        let number = if text == "all" { Some(100) } else { text.strip_suffix('%').unwrap_or(text).parse().ok() };
        number.filter(|share| (1..=100).contains(share)).map(Self).ok_or_else(|| say!("transcript-no-share"))
    }
}
