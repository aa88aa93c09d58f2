//! What is laid over the member check to be looked at: how plainly its statements say what they say, or what one of them rests on.
//!
//! Both are made once, when they are opened: while one looks, nothing is changed. Neither refuses anything.

use crate::domain::note::NoteId;
use crate::domain::plain::checked::Checked;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::domain::summary::Summary;
use crate::domain::trail::StatementTrail;
use crate::domain::trail::Trail;
use crate::tui::keymap::action::Statements as A;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::message::message;
use crate::words::say;

/// What is looked at.
#[derive(Clone, Debug)]
pub(crate) enum Looked {
    /// The words of all statements.
    Words(Checked),
    /// What one statement rests on.
    Trail(StatementTrail),
}

/// Something laid over the member check.
#[derive(Clone, Debug)]
pub(crate) struct Looking {
    looked: Looked,
    cursor: usize,
}

/// What becomes of it after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// It stays.
    Stays,
    /// It is put away.
    Closes,
    /// It is put away, and this statement is chosen.
    GoesTo(StatementId),
}

/// Whether `action` is done to what is looked at.
pub(crate) fn is_of_it(action: A) -> bool {
    matches!(action, A::LookDown | A::LookUp | A::LookChoose | A::LookHear | A::LookClose)
}

impl Looking {
    /// The words of the statements that a letter would have.
    pub(crate) fn at_words(session: &Session, shared: &Shared) -> Self {
        let checked = Checked::of(&Summary::of(session), &shared.offer.jargon, &shared.offer.title);
        Self { looked: Looked::Words(checked), cursor: 0 }
    }

    /// What this statement rests on; nothing of one that may not be shown.
    pub(crate) fn at_trail(session: &Session, id: StatementId) -> Option<Self> {
        Some(Self { looked: Looked::Trail(Trail::of_one(session, id)?), cursor: 0 })
    }

    /// What is looked at.
    pub(crate) fn looked(&self) -> &Looked {
        &self.looked
    }

    /// Which line of it is chosen, counted from the top.
    pub(crate) fn cursor(&self) -> usize {
        self.cursor
    }

    /// How many lines there are to choose from.
    pub(crate) fn lines(&self) -> usize {
        match &self.looked {
            Looked::Words(checked) => checked.remarks().count(),
            Looked::Trail(trail) => trail.sources.len(),
        }
    }

    /// Goes to line number `nth`, counted from 0.
    pub(crate) fn select(&mut self, nth: usize) {
        self.cursor = nth.min(self.lines().saturating_sub(1));
    }

    /// What it is.
    pub(crate) fn title(&self) -> String {
        match &self.looked {
            Looked::Words(checked) => say!("look-words", count = message!("hint-count", count = checked.plainness.remarks.len())),
            Looked::Trail(trail) => say!("look-trail", statement = trail.number.unwrap_or(0)),
        }
    }

    /// What stands below it: of words the figures, of a trail where the rest of it is had.
    pub(crate) fn foot(&self, session: &str) -> Vec<String> {
        match &self.looked {
            Looked::Words(checked) if checked.statements() == 0 => vec![say!("look-words-none")],
            Looked::Words(checked) => {
                let nothing = checked.plainness.remarks.is_empty().then(|| say!("look-words-nothing"));
                nothing.into_iter().chain([checked.figures().join(". ")]).chain([say!("look-words-hints")]).collect()
            }
            Looked::Trail(trail) => {
                let nothing = trail.sources.is_empty().then(|| say!("trail-rests-on-nothing"));
                nothing.into_iter().chain([say!("look-trail-more", command = format!("hearback letter {session} --trail"))]).collect()
            }
        }
    }

    /// Does `action`.
    pub(crate) fn act(&mut self, action: A, shared: &mut Shared) -> After {
        let all: Vec<usize> = (0..self.lines()).collect();
        match action {
            A::LookDown => self.cursor = selection::step(&all, Some(&self.cursor), Step::Next).unwrap_or(0),
            A::LookUp => self.cursor = selection::step(&all, Some(&self.cursor), Step::Previous).unwrap_or(0),
            A::LookChoose | A::LookHear => match (&self.looked, self.statement()) {
                (Looked::Trail(_), _) => self.hear(shared),
                (Looked::Words(_), Some(statement)) => return After::GoesTo(statement),
                // There is nothing to think about.
                (Looked::Words(_), None) => return After::Closes,
            },
            _ => return After::Closes,
        }
        After::Stays
    }

    /// The statement that is meant by the chosen line.
    fn statement(&self) -> Option<StatementId> {
        match &self.looked {
            Looked::Words(checked) => checked.remarks().nth(self.cursor).map(|(place, _)| place.statement),
            Looked::Trail(trail) => Some(trail.id),
        }
    }

    /// The note of the chosen line.
    pub(crate) fn note(&self) -> Option<NoteId> {
        match &self.looked {
            Looked::Trail(trail) => trail.sources.get(self.cursor).map(|source| source.note),
            Looked::Words(_) => None,
        }
    }

    /// Plays the chosen note, or stops what plays.
    fn hear(&self, shared: &mut Shared) {
        if shared.playback.is_playing() {
            return shared.pause();
        }
        let note = self.note().zip(shared.session()).and_then(|(id, session)| session.note(id));
        if let Some(from) = note.map(|note| note.heard_from(shared.lead_in())) {
            shared.play(from);
        }
    }
}
