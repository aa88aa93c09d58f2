//! Why something is not done: each the sentence that the person reads.

use thiserror::Error;

use crate::domain::guide::Id;
use crate::domain::member_check::registering::NotRegistered;
use crate::domain::note::NoteId;
use crate::domain::shelf::QuoteId;
use crate::domain::time::Position;
use crate::words::say;

/// Why something is not done, in the words the person reads.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant is its sentence")]
pub enum Refusal {
    #[error("{}", say!("refusal-not-begun"))]
    NotBegun,
    #[error("{}", say!("refusal-already-begun"))]
    AlreadyBegun,
    #[error("{}", say!("refusal-already-off-record"))]
    AlreadyOffRecord,
    #[error("{}", say!("refusal-already-on-record"))]
    AlreadyOnRecord,
    #[error("{}", say!("refusal-over"))]
    Over,
    #[error("{}", say!("refusal-cut-short"))]
    CutShort,
    #[error("{}", say!("refusal-is-reviewed"))]
    IsReviewed,
    #[error("{}", say!("refusal-is-open"))]
    IsOpen,
    #[error("{}", say!("refusal-consent-open", item = .0.as_str()))]
    ConsentOpen(Id),
    #[error("{}", say!("refusal-taking-part-refused"))]
    TakingPartRefused,
    #[error("{}", say!("refusal-recording-refused"))]
    RecordingRefused,
    #[error("{}", say!("refusal-taking-part-not-asked"))]
    TakingPartNotAsked,
    #[error("{}", say!("refusal-no-stands", item = .0.as_str()))]
    NoStands(Id),
    #[error("{}", say!("refusal-summary-refused"))]
    SummaryRefused,
    #[error("{}", say!("refusal-quotes-refused"))]
    QuotesRefused,
    #[error("{}", say!("refusal-quotes-not-asked"))]
    QuotesNotAsked,
    #[error("{}", say!("refusal-quote-of-nobody"))]
    QuoteOfNobody,
    #[error("{}", say!("refusal-not-a-quote"))]
    NotAQuote,
    #[error("{}", say!("refusal-no-note", note = .0.0))]
    NoNote(NoteId),
    #[error("{}", say!("refusal-lies-already", quote = .0.0))]
    LiesAlready(QuoteId),
    #[error("{}", say!("refusal-not-quoted-any-more"))]
    NotQuotedAnyMore,
    #[error("{}", say!("refusal-not-understood"))]
    NotUnderstood,
    #[error("{}", say!("refusal-no-such-quote"))]
    NoSuchQuote,
    #[error("{}", say!("refusal-nothing-quoted"))]
    NothingQuoted,
    #[error("{}", say!("refusal-not-their-words", words = .0.as_str()))]
    NotTheirWords(String),
    #[error("{}", say!("refusal-open-bracket"))]
    OpenBracket,
    #[error("{}", say!("refusal-own-translation"))]
    OwnTranslation,
    #[error("{}", say!("refusal-takes-no-part"))]
    TakesNoPart,
    #[error("{}", say!("refusal-wants-it-destroyed"))]
    WantsItDestroyed,
    #[error("{}", say!("refusal-no-such-part", item = .0.as_str()))]
    NoSuchPart(Id),
    #[error("{}", say!("refusal-no-such-choice", code = .0.as_str()))]
    NoSuchChoice(String),
    #[error("{}", say!("refusal-no-such-note"))]
    NoSuchNote,
    #[error("{}", say!("refusal-joined-into", note = .0.0))]
    JoinedInto(NoteId),
    #[error("{}", say!("refusal-no-code-name"))]
    NoCodeName,
    #[error("{}", say!("refusal-nothing-to-split"))]
    NothingToSplit,
    #[error("{}", say!("refusal-unlike-notes"))]
    UnlikeNotes,
    #[error("{}", say!("refusal-rests-on-it"))]
    RestsOnIt,
    #[error("{}", say!("refusal-no-such-statement"))]
    NoSuchStatement,
    #[error("{}", say!("refusal-empty-statement"))]
    EmptyStatement,
    #[error("{}", say!("refusal-rests-on-notes"))]
    RestsOnNotes,
    #[error("{}", say!("refusal-unlike-statements"))]
    UnlikeStatements,
    #[error("{}", say!("refusal-nothing-to-part"))]
    NothingToPart,
    #[error("{}", say!("refusal-private-source", note = .0.to_string()))]
    PrivateSource(u32),
    #[error("{}", say!("refusal-nothing-withheld"))]
    NothingWithheld,
    #[error("{}", say!("refusal-no-stretch"))]
    NoStretch,
    #[error("{}", say!("refusal-no-words-to-read"))]
    NoWordsToRead,
    #[error("{}", say!("refusal-no-group"))]
    NoGroup,
    #[error("{}", say!("refusal-no-table"))]
    NoTable,
    #[error("{}", say!("refusal-not-asked-yet"))]
    NotAskedYet,
    #[error("{}", say!("refusal-stays-out"))]
    StaysOut,
    #[error("{}", say!("refusal-is-withheld"))]
    IsWithheld,
    #[error("{}", say!("refusal-seat-took-back"))]
    SeatTookBack,
    #[error("{}", say!("refusal-only-ended"))]
    OnlyEnded,
    #[error("{}", say!("refusal-beyond-the-end", end = .0.to_string()))]
    BeyondTheEnd(Position),
    #[error("{}", say!("refusal-nobody-there"))]
    NobodyThere,
    #[error("{}", say!("refusal-no-consent-asked"))]
    NoConsentAsked,
    #[error("{}", say!("refusal-not-said-how"))]
    NotSaidHow,
    #[error("{}", say!("refusal-is-off-record"))]
    IsOffRecord,
    #[error("{}", say!("refusal-no-transcript"))]
    NoTranscript,
    #[error("{}", say!("refusal-passage-suspect"))]
    PassageSuspect,
    #[error("{}", say!("refusal-nothing-recorded"))]
    NothingRecorded,
    #[error("{}", say!("refusal-not-given"))]
    NotGiven,
    #[error("{}", say!("refusal-nothing-due"))]
    NothingDue,
    #[error("{}", say!("refusal-is-done"))]
    IsDone,
    #[error("{}", say!("refusal-is-not-done"))]
    IsNotDone,
    #[error("{0}")]
    Register(NotRegistered),
}
