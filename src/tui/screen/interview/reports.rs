//! What was told and must be reported: one digit marks it, and nothing of it stays standing on a screen that they may read. What was said
//! is written right after as an observation, or not at all.

use crate::domain::command::Command;
use crate::domain::guide::care::ReportKind;
use crate::domain::note::NoteKind;
use crate::domain::report;
use crate::domain::session::Session;
use crate::tui::chord::Chord;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::card::Card;
use crate::tui::shared::Shared;
use crate::words::say;

/// The kinds that can be marked, those of the guide before those of the study.
pub(crate) fn kinds(shared: &Shared) -> Vec<ReportKind> {
    report::kinds(shared.session().map(Session::guide), &shared.offer.reports)
}

/// What is said below the kinds: to whom they go where nobody has said so.
pub(crate) fn whose(kinds: &[ReportKind]) -> Option<String> {
    kinds.iter().all(|kind| kind.to.is_empty() && kind.what.is_empty()).then(|| say!("reports-by-default"))
}

impl Room {
    /// Lays out what must be reported, of this moment, or puts that away.
    pub(super) fn lay_reports(&mut self, shared: &mut Shared) {
        match self.card() {
            Card::Reports(..) => self.put_reports_away(),
            _ if !shared.is_under_way() => shared.say(Weight::News, say!("not-under-way")),
            Card::Protocol(step) => self.lay(Card::Reports(shared.now.position, Some(step))),
            _ => self.lay(Card::Reports(shared.now.position, None)),
        }
    }

    /// Back to the protocol, if they were there.
    pub(super) fn put_reports_away(&mut self) {
        if let Card::Reports(_, back) = self.card() {
            self.lay(back.map_or(Card::Away, Card::Protocol));
        }
    }

    /// A key while they lie there: a digit that came alone marks its kind; anything else is a note.
    pub(super) fn write_report(&mut self, chord: Chord, shared: &mut Shared) -> bool {
        let Card::Reports(at, _) = self.card() else { return false };
        let Some(digit) = chord.typed().and_then(|c| c.to_digit(10)) else {
            self.put_reports_away();
            return false;
        };
        let nth = usize::try_from(digit).ok().and_then(|n| n.checked_sub(1));
        let mut kinds = kinds(shared);
        let Some(nth) = nth.filter(|nth| *nth < kinds.len()) else {
            shared.say(Weight::News, say!("reports-no-such", count = kinds.len()));
            return true;
        };
        if shared.came_alone() && shared.ask(Command::MustReport { kind: kinds.swap_remove(nth), at, on: shared.now.wall }) {
            self.put_reports_away();
            self.next_note_is(NoteKind::Observation);
            let key = shared.key(action::Interview::Undo);
            shared.say(Weight::News, say!("report-marked", at = at.to_string(), key = key));
        }
        true
    }
}
