//! What was made of a file that is no guide yet: a guide as far as it goes, what was guessed for it, and what is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::guide::Guide;
use crate::domain::guide::check::FilePlace;
use crate::domain::guide::typed::Aside;
use crate::words::message::Message;
use crate::words::message::message;

/// A guide that somebody has to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The guide, without what is [missing](Self::missing).
    pub guide: Guide,
    /// What became of each piece of the file, in its order.
    pub guesses: Vec<Guess>,
    /// What is to be told beside a part of the guide, by the part.
    pub remarks: Remarks,
    /// What the file does not say, or what is not guessed.
    pub missing: Vec<Missing>,
}

impl Draft {
    /// How many problems of the guide come from what is missing.
    pub fn untold(&self) -> usize {
        // Without topics, their minutes are no sum.
        self.missing.len() + usize::from(self.missing.contains(&Missing::Topics))
    }
}

/// What is told beside the parts of a guide, a line after the other; one that is empty parts two.
pub type Remarks = BTreeMap<FilePlace, Vec<String>>;

/// What became of a piece of a file, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The paragraph or line it stands in, from 1; nothing for what the file as a whole says.
    pub at: Option<usize>,
    /// The piece as it stands there.
    pub text: String,
    /// What it became.
    pub became: Became,
    /// Why.
    pub why: Why,
}

/// What a piece of a file becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// The title of the guide.
    Title,
    /// Its language.
    Language,
    /// Who sits at the table.
    Audience,
    /// What the interview is to find out.
    Aim,
    /// A part of the introduction.
    Introduction,
    /// The heading of a topic.
    Topic,
    /// Minutes of a topic, or of the interview.
    Minutes,
    /// A bridge, read aloud.
    Bridge,
    /// A question.
    Question,
    /// Answers to choose from.
    Choices,
    /// What is handed over.
    Show,
    /// A probe.
    Probe,
    /// For the interviewer, never read aloud.
    Instruction,
    /// Why a question is asked.
    Purpose,
    /// A part of the closing.
    Closing,
    /// A remark in the file of the guide.
    Remark,
    /// Nothing.
    LeftOut,
}

impl Became {
    /// What people call it.
    pub fn words(self) -> Message {
        let what = match self {
            Self::Title => "title",
            Self::Language => "language",
            Self::Audience => "audience",
            Self::Aim => "aim",
            Self::Introduction => "introduction",
            Self::Topic => "topic",
            Self::Minutes => "minutes",
            Self::Bridge => "bridge",
            Self::Question => "question",
            Self::Choices => "choices",
            Self::Show => "show",
            Self::Probe => "probe",
            Self::Instruction => "instruction",
            Self::Purpose => "purpose",
            Self::Closing => "closing",
            Self::Remark => "remark",
            Self::LeftOut => "left-out",
        };
        message!("import-became", what = what)
    }
}

/// Why a piece became what it became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has the style of a title, or stands above all else.
    OnTop,
    /// Nothing in the file says it, its name does.
    NameOfFile,
    /// Its words are those of this language.
    CommonWords,
    /// The file has too few words to tell.
    NothingSaid,
    /// It says so.
    SaysSo,
    /// It is a heading.
    Heading,
    /// It is short and all in bold, as headings are.
    Bold,
    /// It is a short line by itself.
    ShortLine,
    /// It has a number, and what is below it asks.
    NumberAbove,
    /// It has a number.
    Numbered,
    /// It is an item of a list, and nothing there has a number.
    Listed,
    /// It asks.
    Asks,
    /// It is an item below a question.
    BelowQuestion,
    /// It follows a word for probes.
    AfterProbes,
    /// It stands in this column of the table, from 1.
    Column(usize),
    /// It takes up a row of the table.
    AcrossTable,
    /// It is in square brackets, or all of it in round ones.
    Brackets,
    /// It is in italics.
    Italics,
    /// It begins with a word for the interviewer.
    ForInterviewer,
    /// It stands below a question and does not ask.
    BelowNoQuestion,
    /// It stands below the heading and before the first question.
    BeforeQuestion,
    /// It stands right before the question that follows.
    RightBefore,
    /// It says when something is asked, or where to go on.
    Condition,
    /// It offers answers to choose from.
    Offers,
    /// It looks like answers, and there is no question here that can have them.
    NotClear,
    /// It stands below a heading for this.
    UnderHeading,
    /// Consent is never guessed.
    Consent,
    /// It stands under a heading for it; what it says of consent is kept there as well.
    ConsentToo,
    /// Minutes are written so.
    Minutes,
    /// The file says no minutes here, or others.
    NoMinutes,
    /// It stands in a part without questions.
    NoQuestions,
    /// It stands before everything that has a heading.
    InFront,
    /// It only says what follows.
    Label,
    /// It stands beside the text that runs.
    Beside(Aside),
}

impl Why {
    /// Why, in words.
    pub fn words(self) -> Message {
        let why = match self {
            Self::Column(column) => return message!("import-why-column", column = column),
            Self::OnTop => "on-top",
            Self::NameOfFile => "name-of-file",
            Self::CommonWords => "common-words",
            Self::NothingSaid => "nothing-said",
            Self::SaysSo => "says-so",
            Self::Heading => "heading",
            Self::Bold => "bold",
            Self::ShortLine => "short-line",
            Self::NumberAbove => "number-above",
            Self::Numbered => "numbered",
            Self::Listed => "listed",
            Self::Asks => "asks",
            Self::BelowQuestion => "below-question",
            Self::AfterProbes => "after-probes",
            Self::AcrossTable => "across-table",
            Self::Brackets => "brackets",
            Self::Italics => "italics",
            Self::ForInterviewer => "for-interviewer",
            Self::BelowNoQuestion => "below-no-question",
            Self::BeforeQuestion => "before-question",
            Self::RightBefore => "right-before",
            Self::Condition => "condition",
            Self::Offers => "offers",
            Self::NotClear => "not-clear",
            Self::UnderHeading => "under-heading",
            Self::Consent => "consent",
            Self::ConsentToo => "consent-too",
            Self::Minutes => "minutes",
            Self::NoMinutes => "no-minutes",
            Self::NoQuestions => "no-questions",
            Self::InFront => "in-front",
            Self::Label => "label",
            Self::Beside(Aside::TextBox) => "text-box",
            Self::Beside(Aside::Footnote) => "footnote",
            Self::Beside(Aside::Comment) => "comment",
            Self::Beside(Aside::PageHeader) => "page-header",
            Self::Beside(Aside::Contents) => "contents",
            Self::Beside(Aside::Deleted) => "deleted",
            Self::Beside(Aside::Hidden) => "hidden",
            Self::Beside(Aside::Picture) => "picture",
            Self::Beside(Aside::Notation) => "notation",
        };
        message!("import-why", why = why)
    }
}

/// What a person has to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The consent items.
    Consent,
    /// The introduction.
    Introduction,
    /// The closing.
    Closing,
    /// Topics with questions.
    Topics,
}

impl Missing {
    /// The key of the guide that is not there.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Introduction => "introduction",
            Self::Closing => "closing",
            Self::Topics => "topics",
        }
    }

    /// What it is, and what to write.
    pub fn words(self) -> Message {
        message!("import-missing", key = self.key())
    }
}
