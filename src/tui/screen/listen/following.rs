//! What the choice of a note knows of the sound that it follows.

use crate::domain::time::Position;

/// What of the sound the choice follows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Following {
    /// Where it was at the last turn, if something played.
    pub(super) heard: Option<Position>,
    /// Up to here notes were gone past by whoever chose a later one: its lead-in chooses none of them.
    pub(super) from: Option<Position>,
}
