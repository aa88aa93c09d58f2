//! "Please do not use that": one key asks what, and a digit leaves it out everywhere, up to the moment at which the key was pressed.
//!
//! Nothing stops, and what was left out by a slip comes back by undo for as long as one sits here. The key once more asks about consent.

use std::time::Duration;

use crate::domain::command::Command;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldId;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::composer::Composer;
use crate::tui::shared::Shared;
use crate::words::say;

/// What may be left out, by its key.
pub(crate) const CHOICES: [Interview; 4] =
    [Interview::LeaveOutAnswer, Interview::LeaveOutNote, Interview::LeaveOutShort, Interview::LeaveOutLong];

/// How far the two stretches reach back that are not an answer.
const SHORT: Duration = Duration::from_secs(2 * 60);
const LONG: Duration = Duration::from_secs(5 * 60);

/// How long a question has just been opened: in less nobody has asked it and had an answer.
const JUST: Duration = Duration::from_secs(6);

/// What `choice` leaves out of what was said until `at`; nothing where there is nothing of the kind.
fn what(choice: Interview, session: &Session, at: Position, last: Option<NoteId>) -> Option<What> {
    let since = |from: Position| (from < at).then_some(What::Stretch(from, at));
    match choice {
        Interview::LeaveOutNote => last.map(What::Note),
        Interview::LeaveOutShort => since(at.back(SHORT)),
        Interview::LeaveOutLong => since(at.back(LONG)),
        _ => since(answer_from(session, at)),
    }
}

/// Where their last answer began. Of an answer without a question, what was said last is what they mean; and where the next question has just
/// been opened, the answer is the one before it: they say so while the key goes on.
fn answer_from(session: &Session, at: Position) -> Position {
    let (open, before) = (session.coverage().open_since(), session.coverage().open_before());
    match open {
        None => at.back(SHORT),
        Some(open) if at.since(open) < JUST => before.unwrap_or(open),
        Some(open) => open,
    }
}

/// What there is to choose from, of what was said until `at`: nothing that reads as another does, and nothing that is not there.
pub(crate) fn offered(session: &Session, at: Position, last: Option<NoteId>) -> Vec<Interview> {
    let mut offered: Vec<(Interview, String)> = Vec::new();
    for choice in CHOICES {
        let place = what(choice, session, at, last).map(|what| Withheld::of(WithheldId::default(), what, String::new()).place());
        if let Some(place) = place.filter(|place| offered.iter().all(|(_, other)| other != place)) {
            offered.push((choice, place));
        }
    }
    offered.into_iter().map(|(choice, _)| choice).collect()
}

/// What it is in words, with its times, which say nothing of what was said.
pub(crate) fn means(choice: Interview, session: &Session, at: Position, last: Option<NoteId>) -> String {
    match (choice, what(choice, session, at, last)) {
        (Interview::LeaveOutAnswer, Some(What::Stretch(from, to))) => {
            say!("leave-out-answer", from = from.to_string(), to = to.to_string())
        }
        (Interview::LeaveOutNote, Some(What::Note(id))) => {
            let when = session.note(id).map_or_else(String::new, |note| note.position.to_string());
            say!("leave-out-note", at = when)
        }
        (_, Some(What::Stretch(from, to))) => {
            let minutes = (to.since(from) + Duration::from_secs(59)).as_secs() / 60;
            say!("leave-out-minutes", minutes = minutes, from = from.to_string(), to = to.to_string())
        }
        _ => say!("leave-out-none"),
    }
}

/// Leaves it out, after what is being written was kept, because that is about it as well. Whether anything was.
pub(super) fn leave_out(choice: Interview, at: Position, composer: &mut Composer, shared: &mut Shared) -> bool {
    composer.keep(shared);
    let last = shared.last_note().map(|note| note.id);
    let wanted = shared.session().and_then(|session| what(choice, session, at, last));
    let Some(wanted) = wanted else {
        shared.say(Weight::News, say!("leave-out-none"));
        return false;
    };
    let before = shared.session().map_or(0, |session| session.notes().count());
    if !shared.ask(Command::Withhold { what: wanted, reason: String::new() }) {
        return false;
    }
    let Some(session) = shared.session() else { return true };
    let notes = before.saturating_sub(session.notes().count());
    let place = session.withholding().now().last().map_or_else(String::new, Withheld::place);
    let key = shared.key(Interview::Undo);
    shared.say(Weight::News, say!("left-out", place = place, notes = notes, key = key));
    true
}
