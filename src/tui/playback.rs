//! Where playing is, or would begin: one value, whichever screen plays.

use std::time::Duration;

use crate::domain::time::Position;

/// How far before a note playing starts: people write late.
pub const LEAD_IN: Duration = Duration::from_secs(4);

/// Playing, or not, and from where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Playback {
    /// Where playing was begun last, or would begin.
    at: Position,
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Paused,
    Playing,
}

impl Playback {
    /// Nothing plays; it would begin at `at`.
    pub(crate) const fn paused(at: Position) -> Self {
        Self { at, state: State::Paused }
    }

    /// It plays from `at`.
    pub(crate) const fn playing(at: Position) -> Self {
        Self { at, state: State::Playing }
    }

    /// The same, from `at`.
    pub(crate) const fn moved(self, at: Position) -> Self {
        Self { at, ..self }
    }

    /// Whether something plays.
    pub fn is_playing(self) -> bool {
        self.state == State::Playing
    }

    /// Where it is according to what the player said last, or where playing would begin.
    pub(crate) fn head(self, said: Option<Position>) -> Position {
        said.filter(|_| self.is_playing()).unwrap_or(self.at)
    }
}
