//! What keys do: a list for each screen, its modes included, and one for what is the same everywhere. A screen answers for its own list
//! and no other, whole: what it forgets does not compile.

/// On every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Everywhere {
    Help,
    Palette,
    Where,
    Theme,
    Leave,
    Quit,
}

/// On the list of sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Home {
    Open,
    New,
    Listen,
    Statements,
    Ends,
    Letters,
    Participants,
    Wall,
    Figures,
    Down,
    Up,
    Quit,
}

/// In the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Setup {
    NextField,
    Up,
    Down,
    Left,
    Right,
    Begin,
    RoomCheck,
    Yes,
    No,
    AllYes,
    How,
}

/// In the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Interview {
    Save,
    Moment,
    NextQuestion,
    PreviousQuestion,
    NextTopic,
    PreviousTopic,
    NextKind,
    KindOfNote,
    AskedAndOn,
    States,
    ComeBack,
    Volunteered,
    Partly,
    Skip,
    WalkProbes,
    UseProbe,
    Probe,
    Earlier,
    MinuteEarlier,
    LastNote,
    LookBack,
    CoverNotes,
    Marks,
    Guide,
    Answer,
    OffRecord,
    OpenLine,
    SomeoneCameIn,
    Distress,
    MustReport,
    ShowRest,
    Withdraw,
    Undo,
    Redo,
    PutAside,
    LastTime,
    Seats,
    Ring,
    NotesOnly,
    TryMicrophone,
    EndInterview,
    NextStep,
    PreviousStep,
    TheyGoOn,
    TheyLeaveIt,
    TheyTakeABreak,
    TheyStop,
    ToldToReport,
    NoReport,
    WantItKept,
    WantItDestroyed,
    WantNotesOnly,
    WantAllDestroyed,
    WantNoQuotes,
    WantNoContact,
    LeaveOutAnswer,
    LeaveOutNote,
    LeaveOutShort,
    LeaveOutLong,
    LeaveNothingOut,
    WantNothing,
    NextAnswer,
    PreviousAnswer,
    TakeAnswer,
    NoAnswer,
    StateAsked,
    StateVolunteered,
    StatePartly,
    StateComeBack,
    StateSkipped,
    StateNotYet,
    NoState,
    NameOfPerson,
    NameOfPlace,
    NameOfOther,
    Improvised,
    Clarifying,
    GatherPoint,
    NoMark,
    OlderNote,
    NewerNote,
    TakeUpNote,
    NoLookBack,
    Points,
    PointRight,
    PointCorrected,
    PointAdded,
    NextPoint,
    PreviousPoint,
    NoPoints,
    NextSeat,
    PreviousSeat,
    ComeOrGo,
    ChangePlaces,
    NoSeats,
}

/// While listening back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Listen {
    PlayOrPause,
    Down,
    Up,
    Back5,
    Forward5,
    NextQuestion,
    PreviousQuestion,
    NextTurn,
    PreviousTurn,
    Loop,
    Edit,
    NewNote,
    NextKind,
    Earlier,
    Later,
    ZoomIn,
    ZoomOut,
    Guide,
    Codes,
    Join,
    PutHere,
    ShowTakenBack,
    AskedSo,
    Strike,
    LeaveOut,
    Clip,
    Undo,
    Redo,
    Statements,
    Transcript,
    QuotePassage,
    Shelve,
    KeepQuote,
    NoQuote,
    FinishReview,
    Reopen,
    Keep,
    NextKindOfEdit,
    PutAside,
    Split,
    NextCode,
    PreviousCode,
    TakeCode,
    NoCode,
    AskedLeading,
    AskedClosed,
    AskedDouble,
    NotAskedSo,
}

/// Where something can be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Playing {
    PlayOrPause,
    StepBack,
    Back1,
    Forward1,
    Back30,
    Forward30,
    Slower,
    Faster,
    NormalSpeed,
    Softer,
    Louder,
    Gain,
}

/// While writing the summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Statements {
    Edit,
    New,
    Down,
    Up,
    PlayOrPause,
    Quote,
    Gather,
    MoveUp,
    MoveDown,
    Join,
    SetAside,
    Mean,
    Strike,
    Undo,
    Redo,
    ShowLetter,
    LetterDown,
    LetterUp,
    OpenEditor,
    WriteLetter,
    Letters,
    Listen,
    Keep,
    TakeWords,
    Split,
    PutAside,
    TakeNote,
    NotesDone,
    HideLetter,
    Words,
    Trail,
    LookDown,
    LookUp,
    LookChoose,
    LookHear,
    LookClose,
}

/// On the end screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Ends {
    Open,
    Done,
    TheyAgree,
    TheyDecline,
    Listen,
    Statements,
    Down,
    Up,
    Undo,
    Redo,
    Keep,
    PutAside,
}

/// In the register of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Letters {
    Open,
    Yes,
    No,
    Fits,
    Partly,
    DoesNotFit,
    RatherNot,
    Added,
    NotUsed,
    How,
    Sent,
    Reminded,
    NothingCame,
    Declines,
    Quotes,
    TakesNoPart,
    Changed,
    Kept,
    Withdrawn,
    Statements,
    Down,
    Up,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Undo,
    Redo,
    MayQuote,
    MayQuoteIfSeen,
    MayNotQuote,
    NotAboutQuotes,
    ByPost,
    ByMail,
    ByHand,
    ReadAloud,
    NotSent,
    Keep,
    PutAside,
}

/// In the register of participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Register {
    Open,
    Add,
    Missing,
    Down,
    Up,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Undo,
    Redo,
    Keep,
    PutAside,
}

/// On the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Wall {
    Hear,
    NextMark,
    PreviousMark,
    Sort,
    Narrow,
    All,
    Down,
    Up,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Keep,
    PutAside,
}

/// At the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Figures {
    Contents,
    NextTable,
    PreviousTable,
    Down,
    Up,
    PageDown,
    PageUp,
    Top,
    Bottom,
}

/// In the help and the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Commands {
    Close,
    Down,
    Up,
    PageDown,
    PageUp,
    Choose,
    Erase,
    Further,
    NoteThere,
}

/// In the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table says in a sentence what each does")]
pub enum Manual {
    Read,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    Beginning,
    End,
    Erase,
    Close,
}

/// Makes [`Action`] of the lists.
macro_rules! lists {
    ($($list:ident),*) => {
        /// What a key does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each is the list of the screen it is named after")]
        pub enum Action {
            $($list($list),)*
        }

        $(impl From<$list> for Action {
            fn from(action: $list) -> Self {
                Self::$list(action)
            }
        })*

        impl Action {
            /// Its name, as `keys.toml` and `hearback keys --json` write it: `off-record`.
            pub(crate) fn name(self) -> String {
                match self {
                    $(Self::$list(action) => written(&format!("{action:?}")),)*
                }
            }
        }
    };
}

lists!(Everywhere, Home, Setup, Interview, Listen, Playing, Statements, Ends, Letters, Register, Wall, Figures, Commands, Manual);

/// `OffRecord` as people write it.
fn written(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}
