//! A line that is being written on the register of letters, and what it is.

use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::reply::Disposed;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::member_check::reply::RemarkKind;
use crate::domain::statement::StatementId;
use crate::tui::keymap::Action;
use crate::tui::line::Line;
use crate::tui::place::LetterRow;
use crate::words::say;

/// What is being written.
#[derive(Debug)]
pub(crate) struct Writing {
    /// On which line of the screen.
    pub(super) row: Option<LetterRow>,
    /// What it is.
    pub(super) about: About,
    /// The words.
    pub(crate) line: Line,
    /// The words before.
    was: String,
}

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// What there is to say of an answer before a letter goes.
    Before(BeforeItem),
    /// Their words in a remark that is there.
    Words(RemarkId),
    /// A remark that begins with its words.
    New(RemarkKind, Option<StatementId>),
    /// Why it is kept as it was, or what was left out for it.
    Why(RemarkId, Disposed),
    /// Who writes things down here, before this is done.
    Whom(Action),
}

impl Writing {
    /// The line that is written there, which held `was`.
    pub(super) fn on(row: Option<LetterRow>, about: About, was: &str) -> Self {
        Self { row, about, line: Line::holding(was.to_owned()), was: was.to_owned() }
    }

    /// What it is, in a word or two.
    pub(crate) fn title(&self) -> String {
        match self.about {
            About::Before(item) => item.words(),
            About::Words(_) => say!("letters-their-words"),
            About::New(RemarkKind::NotUsed, Some(_)) => say!("letters-not-used-line"),
            About::New(kind, _) => kind.words(),
            About::Whom(_) => say!("letters-by-whom"),
            About::Why(_, Disposed::Withdrawn) => say!("letters-what-left-out"),
            About::Why(..) => say!("letters-why-kept"),
        }
    }

    /// Whether somebody typed anything.
    pub(super) fn is_worth_keeping(&self) -> bool {
        self.line.text().trim() != self.was.trim()
    }
}
