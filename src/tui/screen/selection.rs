//! What is chosen in a list is chosen by what it is, not by where it stands: whatever comes, goes or moves, the choice stays on the same
//! thing. Only when that thing itself goes does its neighbour take its place.

/// Which way one goes in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the one below.
    Next,
    /// To the one above.
    Previous,
}

/// How one walks a list: by a line, by a page, or to one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Walk {
    /// A line on.
    Down,
    /// A line back.
    Up,
    /// A page on.
    PageDown,
    /// A page back.
    PageUp,
    /// To the first line.
    Top,
    /// To the last.
    Bottom,
}

impl Walk {
    /// So many lines are a page.
    const PAGE: usize = 10;

    /// Where one is who was at `from` among so many lines. In an empty list that is the top.
    pub(crate) fn from(self, from: usize, lines: usize) -> usize {
        let last = lines.saturating_sub(1);
        let to = match self {
            Self::Down => from.saturating_add(1),
            Self::Up => from.saturating_sub(1),
            Self::PageDown => from.saturating_add(Self::PAGE),
            Self::PageUp => from.saturating_sub(Self::PAGE),
            Self::Top => 0,
            Self::Bottom => last,
        };
        to.min(last)
    }
}

/// What is chosen after `walk`; where nothing was chosen one walks from the top. Nothing in an empty list.
pub(crate) fn walked<T: PartialEq + Clone>(rows: &[T], chosen: Option<&T>, walk: Walk) -> Option<T> {
    rows.get(walk.from(place(rows, chosen), rows.len())).cloned()
}

/// Where `chosen` stands in `rows`; at the top if it is not there, or nothing was chosen yet.
pub(crate) fn place<T: PartialEq>(rows: &[T], chosen: Option<&T>) -> usize {
    rows.iter().position(|row| Some(row) == chosen).unwrap_or(0)
}

/// What is chosen one step on; nothing in an empty list.
pub(crate) fn step<T: PartialEq + Clone>(rows: &[T], chosen: Option<&T>, step: Step) -> Option<T> {
    let to = match (step, rows.iter().position(|row| Some(row) == chosen)) {
        (Step::Next, Some(at)) => (at + 1).min(rows.len() - 1),
        (Step::Previous, Some(at)) => at.saturating_sub(1),
        (_, None) => 0,
    };
    rows.get(to).cloned()
}

/// What is chosen now that `before` has become `now`: the same, or what stood nearest below it, or above.
pub(crate) fn after<T: PartialEq + Clone>(before: &[T], chosen: Option<&T>, now: &[T]) -> Option<T> {
    let at = before.iter().position(|row| Some(row) == chosen).unwrap_or(0);
    let (above, below) = before.split_at(at.min(before.len()));
    below.iter().chain(above.iter().rev()).find(|row| now.contains(row)).or(now.first()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_stays_on_the_same_thing_and_a_neighbour_takes_the_place_of_what_is_gone() {
        assert_eq!(after(&[1, 2, 3], Some(&2), &[9, 3, 1, 2]), Some(2), "moved");
        assert_eq!(after(&[1, 2, 3], Some(&2), &[1, 3]), Some(3), "the one below");
        assert_eq!(after(&[1, 2, 3], Some(&3), &[1, 2]), Some(2), "the one above, at the end");
        assert_eq!(after(&[1], Some(&1), &[7, 8]), Some(7));
        assert_eq!(after(&[1], Some(&1), &[]), None);
        assert_eq!((step(&[1, 2], Some(&2), Step::Next), step(&[1, 2], Some(&1), Step::Previous)), (Some(2), Some(1)));
        assert_eq!((step(&[4, 5], None, Step::Next), step::<u8>(&[], None, Step::Next)), (Some(4), None));
        let of_twelve = |walk| walked(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], Some(&1), walk);
        assert_eq!((of_twelve(Walk::Down), of_twelve(Walk::Up), of_twelve(Walk::PageDown)), (Some(2), Some(0), Some(11)));
        assert_eq!((of_twelve(Walk::PageUp), of_twelve(Walk::Top), of_twelve(Walk::Bottom)), (Some(0), Some(0), Some(11)));
        assert_eq!((walked(&[4, 5], None, Walk::Down), walked::<u8>(&[], None, Walk::Bottom)), (Some(5), None));
        assert_eq!((place(&[4, 5], Some(&5)), place(&[4, 5], Some(&6)), place(&[4, 5], None)), (1, 0, 0));
    }
}
