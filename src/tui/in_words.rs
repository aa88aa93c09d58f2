//! The transcripts of the session that is open, as a screen has them: the passages that may be shown, which of them is spoken now, and which fit
//! around it. Values in, values out.

use std::ops::Range;

use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Transcript;

/// What was read of the transcripts when the session was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InWords {
    /// Those that count.
    pub transcripts: Vec<Transcript>,
    /// Why others cannot be shown.
    pub unusable: Vec<String>,
}

impl InWords {
    /// Whether there is nothing to show and nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.transcripts.is_empty() && self.unusable.is_empty()
    }

    /// Whether something is said at `at` that may not be shown.
    pub(crate) fn is_left_out(&self, session: &Session, at: Position) -> bool {
        let is_said =
            |one: &Transcript| session.transcripts().counts(one.id, at) && one.passages.iter().any(|p| p.from <= at && at <= p.to);
        let is_shown = session.passages(&self.transcripts).any(|passage| passage.from <= at && at <= passage.to);
        self.transcripts.iter().any(is_said) && !is_shown
    }

    /// The passages of them that may be shown.
    pub(crate) fn passages<'s>(&'s self, session: &'s Session) -> Vec<Spoken<'s>> {
        session.passages(&self.transcripts).collect()
    }
}

/// Which of `passages`, in the order of the timeline, is spoken at `at`, or was last; before the first, that.
pub(crate) fn current(passages: &[Spoken<'_>], at: Position) -> Option<usize> {
    let begun = passages.partition_point(|passage| passage.from <= at);
    (!passages.is_empty()).then(|| begun.saturating_sub(1))
}

/// Which of the passages fit into so many rows around `current`, each as high as `height` says: one that was said before stays in sight, the
/// rest is what comes.
pub(crate) fn around(count: usize, current: usize, rows: usize, height: impl Fn(usize) -> usize) -> Range<usize> {
    let mut room = rows.saturating_sub(height(current));
    let mut first = current;
    if current > 0 && height(current - 1) <= room / 3 {
        first = current - 1;
        room -= height(first);
    }
    let mut end = current + 1;
    while end < count && height(end) <= room {
        room -= height(end);
        end += 1;
    }
    while first > 0 && height(first - 1) <= room {
        first -= 1;
        room -= height(first);
    }
    // The next is begun, also where it does not fit as a whole.
    if room > 0 && end < count {
        end += 1;
    }
    first..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::transcript::TranscriptId;
    use crate::domain::transcript::Trust;

    fn said(from: u64, to: u64) -> Spoken<'static> {
        let at = Position::from_secs;
        Spoken { transcript: TranscriptId(1), number: 1, from: at(from), to: at(to), speaker: "A", words: "x", trust: Trust::Sounds }
    }

    #[test]
    fn the_passage_that_was_begun_last_is_the_one() {
        let all = [said(2, 4), said(5, 9), said(5, 7), said(20, 30)];
        let at = |secs| current(&all, Position::from_secs(secs));
        assert_eq!([0, 2, 4, 5, 19, 20, 99].map(at), [Some(0), Some(0), Some(0), Some(2), Some(2), Some(3), Some(3)]);
        assert_eq!(current(&[], Position::START), None);
    }

    proptest! {
        #[test]
        fn the_current_one_is_always_in_sight(heights in prop::collection::vec(1_usize..6, 1..30), pick: prop::sample::Index, rows in 1_usize..20) {
            let current = pick.index(heights.len());
            let found = around(heights.len(), current, rows, |n| heights[n]);
            prop_assert!(found.contains(&current) && found.end <= heights.len());
            let before: usize = heights[found.start..current].iter().sum();
            prop_assert!(before == 0 || before + heights[current] <= rows, "{found:?}");
        }
    }
}
