//! The transcripts of the session that is open, as a screen has them: the passages that may be shown, which of them is spoken now, and which fit
//! around it. They are read elsewhere, and which may be shown is found when something happens, not whenever it is drawn. Values in, values out.

use std::ops::Range;

use crate::domain::event::Event;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::transcript::PassageHeard;
use crate::domain::transcript::PassagePlace;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::Trust;

/// What was read of the transcripts of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InWords {
    /// Those that count.
    transcripts: Vec<Transcript>,
    /// Why others cannot be shown.
    pub(crate) unusable: Vec<String>,
    /// The passages that may be shown, in the order of the timeline.
    shown: Vec<PassagePlace>,
    reading: Reading,
}

/// Whether they were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reading {
    /// Nobody has asked for it.
    #[default]
    Unasked,
    /// Somebody is at it.
    Awaited,
    /// They were.
    Done,
}

impl InWords {
    /// What was read of them.
    pub fn read(transcripts: Vec<Transcript>, unusable: Vec<String>) -> Self {
        Self { transcripts, unusable, shown: Vec::new(), reading: Reading::Done }
    }

    /// Whether something is said at `at` that may not be shown.
    pub(crate) fn is_left_out(&self, session: &Session, at: Position) -> bool {
        let is_said =
            |one: &Transcript| session.transcripts().counts(one.id, at) && one.passages.iter().any(|p| p.from <= at && at <= p.to);
        let is_shown = session.passages(&self.transcripts).any(|passage| passage.from <= at && at <= passage.to);
        self.transcripts.iter().any(is_said) && !is_shown
    }

    /// Whether they are to be read now: nobody has, and there are some in `session`.
    pub(crate) fn asks_to_be_read(&mut self, session: &Session) -> bool {
        let asks = self.reading == Reading::Unasked && session.transcripts().in_force().next().is_some();
        if asks {
            self.reading = Reading::Awaited;
        }
        asks
    }

    /// Whether they are being read.
    pub(crate) fn is_awaited(&self) -> bool {
        self.reading == Reading::Awaited
    }

    /// Something happened in `session`: others may be shown than before.
    pub(crate) fn see(&mut self, session: &Session) {
        if !self.transcripts.is_empty() {
            self.shown = session.places_of_passages(&self.transcripts);
        }
    }

    /// `event` happened in `session`. There may be a hundred thousand passages: they are gone through only where others may be shown now.
    pub(crate) fn happened(&mut self, session: &Session, event: &Event) {
        if event.may_change_passages() {
            return self.see(session);
        }
        let itself = match event {
            Event::Undone { by, .. } => by.as_ref(),
            other => other,
        };
        if let Event::PassageHeard(PassageHeard { transcript, passage, .. }) = itself {
            let trust = if session.transcripts().is_heard(*transcript, *passage) { Trust::Heard } else { Trust::Suspect };
            let is_it = |one: &&mut PassagePlace| (one.transcript, one.number) == (*transcript, *passage);
            self.shown.iter_mut().filter(is_it).filter(|one| one.trust != Trust::Sounds).for_each(|one| one.trust = trust);
        }
    }

    /// Those that count.
    pub(crate) fn transcripts(&self) -> &[Transcript] {
        &self.transcripts
    }

    /// Whether there is nothing to show and nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.transcripts.is_empty() && self.unusable.is_empty() && !self.is_awaited()
    }

    /// The passages of them that may be shown, as far as they are known without their words.
    pub(crate) fn places(&self) -> &[PassagePlace] {
        &self.shown
    }

    /// One of them.
    pub(crate) fn passage<'s>(&'s self, session: &'s Session, n: usize) -> Option<Spoken<'s>> {
        session.passage(&self.transcripts, *self.shown.get(n)?)
    }

    /// The one that is spoken at `at`, or was last; before the first, that.
    pub(crate) fn spoken_at<'s>(&'s self, session: &'s Session, at: Position) -> Option<Spoken<'s>> {
        self.passage(session, current(&self.shown, at)?)
    }
}

/// Which of `passages`, in the order of the timeline, is spoken at `at`, or was last; before the first, that.
pub(crate) fn current(passages: &[PassagePlace], at: Position) -> Option<usize> {
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

    fn said(from: u64) -> PassagePlace {
        PassagePlace { from: Position::from_secs(from), transcript: TranscriptId(1), number: 1, nth: 0, trust: Trust::Sounds }
    }

    #[test]
    fn the_passage_that_was_begun_last_is_the_one() {
        let all = [said(2), said(5), said(5), said(20)];
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
