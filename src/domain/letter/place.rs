//! The places in the words of a letter, each a word in braces, at which a participant's own letter has something filled in.

/// What a letter fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line on which a name is written by hand.
    Name,
    /// Who held the interview.
    Interviewer,
    /// The day of the interview.
    Date,
    /// What the interview was about.
    About,
    /// How many statements there are, in words, and how they are numbered.
    Pieces,
    /// The sentence that says what to tick.
    Tick,
    /// The sentence that silence is not agreement.
    Silence,
    /// How to reach the researchers.
    Contact,
    /// The last day on which an answer is expected.
    ReplyBy,
    /// Where help can be had: the most urgent, where the rest stands elsewhere.
    Support,
    /// Where else help can be had.
    MoreHelp,
    /// That they may withdraw, and until when.
    Withdraw,
    /// The statements, each with its boxes.
    Statements,
    /// Room for what is missing and for what is not to be used.
    Missing,
    /// Whether they may be quoted, where that may be asked.
    Quoting,
    /// The study's title.
    Study,
    /// The participant's code.
    Code,
    /// The day of the letter.
    Today,
}

impl Place {
    /// Each of them.
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::Interviewer,
        Self::Date,
        Self::About,
        Self::Pieces,
        Self::Tick,
        Self::Silence,
        Self::Contact,
        Self::ReplyBy,
        Self::Support,
        Self::MoreHelp,
        Self::Withdraw,
        Self::Statements,
        Self::Missing,
        Self::Quoting,
        Self::Study,
        Self::Code,
        Self::Today,
    ];

    /// What stands between the braces.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Interviewer => "interviewer",
            Self::Date => "date",
            Self::About => "about",
            Self::Pieces => "pieces",
            Self::Tick => "tick",
            Self::Silence => "silence",
            Self::Contact => "contact",
            Self::ReplyBy => "reply_by",
            Self::Support => "support",
            Self::MoreHelp => "more_help",
            Self::Withdraw => "withdraw",
            Self::Statements => "statements",
            Self::Missing => "missing",
            Self::Quoting => "quoting",
            Self::Study => "study",
            Self::Code => "code",
            Self::Today => "today",
        }
    }

    /// The place as it is written.
    pub(crate) fn written(self) -> String {
        format!("{{{}}}", self.word())
    }

    /// Whether it is more than a line, and so a paragraph by itself.
    pub(crate) const fn stands_alone(self) -> bool {
        matches!(self, Self::Statements | Self::Missing | Self::Quoting | Self::MoreHelp)
    }
}
