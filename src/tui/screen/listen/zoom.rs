//! How much of a session the strip shows: all of it, or half, or a quarter, down to a second. What is shown turns like pages, so that nothing
//! moves but the playhead.

use crate::domain::time::Position;

/// The least that is shown, in milliseconds: finer than this, nobody finds a word sooner.
const LEAST_MS: u64 = 1_000;

/// How often the whole was halved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Zoom(u8);

impl Zoom {
    /// One step nearer, as far as that goes in a session that ends at `end`.
    #[must_use]
    pub(crate) fn nearer(self, end: Position) -> Self {
        if self.span(end) > LEAST_MS { Self(self.0 + 1) } else { self }
    }

    /// One step farther away.
    #[must_use]
    pub(crate) fn wider(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// How much is shown of a session that ends at `end`, in milliseconds.
    fn span(self, end: Position) -> u64 {
        (end.millis() >> self.0.min(40)).max(LEAST_MS).min(end.millis().max(1))
    }

    /// The part that is shown while the playhead is at `at`. Its pages lie over each other by half, so that there is always something to be
    /// seen on both sides of the playhead.
    pub(crate) fn window(self, at: Position, end: Position) -> (Position, Position) {
        let span = self.span(end);
        let half = (span / 2).max(1);
        let last = end.millis().saturating_sub(span);
        let from = (at.millis() / half * half).saturating_sub(span / 4).min(last);
        (Position::from_millis(from), Position::from_millis(from + span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zoomed(steps: usize, end: Position) -> Zoom {
        (0..steps).fold(Zoom::default(), |zoom, _| zoom.nearer(end))
    }

    #[test]
    fn from_three_hours_to_a_second_and_back() {
        let end = Position::from_secs(3 * 3_600);
        let nearest = zoomed(99, end);
        let (from, to) = nearest.window(Position::from_secs(5_000), end);
        assert_eq!(to.since(from).as_millis(), 1_000);
        let back = (0..99).fold(nearest, |zoom, _| zoom.wider());
        assert_eq!((back, back.window(Position::from_secs(5_000), end)), (Zoom::default(), (Position::START, end)));
    }

    #[test]
    fn the_playhead_is_always_in_what_is_shown_with_something_on_both_sides() {
        let end = Position::from_secs(600);
        let zoom = zoomed(3, end);
        for at in (0..=600_000).step_by(977).map(Position::from_millis) {
            let (from, to) = zoom.window(at, end);
            assert!(from <= at && at <= to && to <= end, "{at}: {from} to {to}");
            let quarter = to.since(from) / 5;
            assert!(from == Position::START || at.since(from) >= quarter, "{at}: {from} to {to}");
            assert!(to == end || to.since(at) >= quarter, "{at}: {from} to {to}");
        }
    }

    #[test]
    fn a_session_without_any_length_has_something_to_show() {
        let zoom = Zoom::default().nearer(Position::START);
        assert_eq!(zoom.window(Position::START, Position::START), (Position::START, Position::from_millis(1)));
        assert_eq!(zoom, Zoom::default());
    }
}
