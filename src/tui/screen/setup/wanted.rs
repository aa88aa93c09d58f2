//! What the form asks and tries beside who sits there and consent, and never in the way of beginning: how those who said yes to a summary
//! want it, and whether the voice from the other end of a call is heard. Values only.

use crate::domain::consent::Answer;
use crate::domain::guide::Covers;
use crate::domain::prepared::Prepared;
use crate::domain::prepared::SummaryForm;
use crate::domain::prepared::SummaryWay;
use crate::domain::prepared::SummaryWish;
use crate::tui::offer::Offer;
use crate::tui::screen::selection::Step;
use crate::tui::screen::setup::Field;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::setup::entry::in_a_ring;
use crate::tui::screen::setup::level::Far;
use crate::tui::screen::setup::suggest;
use crate::tui::shared::Shared;

impl SetupForm {
    /// Whether they are asked how they want their summary: they said yes to one.
    pub(crate) fn is_summary_wanted(&self, study: &Offer) -> bool {
        if self.is_group() {
            return false;
        }
        let items = self.guide(study).into_iter().flat_map(|guide| &guide.consent);
        let mut said = items.zip(&self.answers).filter(|(item, _)| item.covers == Covers::Summary).map(|(_, answer)| *answer).peekable();
        said.peek().is_some() && said.all(|answer| answer == Some(Answer::Given))
    }

    /// Whether the form asks it.
    pub(crate) fn asks_summary(&self) -> bool {
        self.asks_summary
    }

    /// How they want it, as far as they were asked; nothing of those who want none.
    pub(crate) fn summary_wish(&self, study: &Offer) -> SummaryWish {
        if self.is_summary_wanted(study) { self.summary } else { SummaryWish::default() }
    }

    /// How they wanted it the last time they said so.
    pub(crate) fn summary_last_time(&self, study: &Offer) -> SummaryWish {
        let Some(code) = self.text(Field::Participant) else { return SummaryWish::default() };
        let said = suggest::held(study, code.text()).map(|line| line.room.summary).rfind(|wish| !wish.is_unsaid());
        said.unwrap_or_default()
    }

    /// Whether the form asks for the voice from the other end: it is by video, and there is a microphone for it to reach.
    pub(super) fn is_far_voice_asked(&self) -> bool {
        self.here.is_by_video() && self.microphone().is_some()
    }

    /// Where it is with the voice from the other end, if that is asked for.
    pub(crate) fn far_voice(&self) -> Option<Far> {
        self.is_far_voice_asked().then(|| self.level.far())
    }

    /// What the form was told and found out, to be kept.
    pub(super) fn prepared(&self, shared: &Shared) -> Prepared {
        let far_voice = match self.far_voice() {
            Some(Far::Tried(found)) => Some(found),
            Some(Far::NotTried | Far::Listening { .. }) | None => None,
        };
        Prepared { summary: self.summary_wish(&shared.offer), far_voice, room_check: self.room_checked(shared).cloned() }
    }

    /// The next form, or the one before; what they said the last time comes first.
    pub(super) fn choose_summary_form(&mut self, study: &Offer, step: Step) {
        let last = self.summary_last_time(study).form;
        self.summary.form = next(self.summary.form, &SummaryForm::ALL, last, step);
    }

    /// The next way, or the one before.
    pub(super) fn choose_summary_way(&mut self, study: &Offer, step: Step) {
        let last = self.summary_last_time(study).way;
        self.summary.way = next(self.summary.way, &SummaryWay::ALL, last, step);
    }

    /// What hangs on an answer comes and goes with it: the fields for those who want a summary.
    pub(super) fn see_to_summary(&mut self, study: &Offer) {
        let here = self.field();
        self.asks_summary = self.is_summary_wanted(study);
        self.asks_no_recording = self.is_group() && !self.unrecorded(study).is_empty();
        self.go_to(here);
    }
}

/// The one after `now` (or before it) among nothing, `first` and the others of `all`, round and round.
fn next<T: Copy + PartialEq>(now: Option<T>, all: &[T], first: Option<T>, step: Step) -> Option<T> {
    let others = all.iter().copied().filter(|one| Some(*one) != first).map(Some);
    let ring: Vec<Option<T>> = std::iter::once(None).chain(first.map(Some)).chain(others).collect();
    let at = ring.iter().position(|one| *one == now).unwrap_or(0);
    ring[in_a_ring(at, ring.len(), step)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_they_said_the_last_time_is_offered_first_and_nothing_is_chosen_for_them() {
        let through = |last| {
            let mut at = None;
            let mut step = || {
                at = next(at, &SummaryWay::ALL, last, Step::Next);
                at
            };
            [step(), step(), step(), step()]
        };
        let [post, mail, hand] = SummaryWay::ALL.map(Some);
        assert_eq!(through(None), [post, mail, hand, None]);
        assert_eq!(through(hand), [hand, post, mail, None]);
        assert_eq!(next(None, &SummaryWay::ALL, hand, Step::Previous), mail);
    }
}
