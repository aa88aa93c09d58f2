//! The participant takes consent back in the middle of the interview.
//!
//! One key opens a card that says what each choice means; a digit chooses, and nothing else does. It stops nothing by itself: the
//! participant is still being asked. What they want to be done with the sound is journaled and stands until it is done.

use crate::domain::command::Command;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::guide::Covers;
use crate::domain::incident::EndCause;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::hand;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::Context;
use crate::tui::model::Model;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::end;
use crate::tui::screen::interview::keep_line;
use crate::tui::screen::interview::room;
use crate::tui::screen::interview::with_room;
use crate::tui::update;

/// The choices: the key, what they want, what that means, and what stays of the interview, where anything does.
pub(crate) const CHOICES: [(char, Wish, &str, &str); 3] = [
    ('1', Wish::Keep, "stop here", "; what was recorded and noted stays"),
    ('2', Wish::Destroy, "stop here; the sound is to be destroyed", ""),
    ('3', Wish::NotesOnly, "go on with notes only", "; what was recorded stays"),
];

/// Shows the card, or puts it away.
pub(super) fn ask(model: &mut Model) {
    if !update::under_way(model) {
        return model.shared.say(Weight::News, "the interview is not under way: `hearback consent` writes down what they changed since");
    }
    with_room(model, |room| room.lay(if room.card == Card::Withdrawal { Card::Away } else { Card::Withdrawal }));
}

/// Whether the card is on the screen, so that keys are answers to it.
pub(crate) fn is_asked(model: &Model) -> bool {
    room(model).is_some_and(|room| room.card == Card::Withdrawal)
}

/// A key while the card is on the screen. Off the record works as ever, and so does whatever types nothing and means something.
pub(crate) fn key(model: &mut Model, chord: Chord) {
    if let Some((_, wish, ..)) = CHOICES.iter().find(|(digit, ..)| chord.typed() == Some(*digit)) {
        if hand::came_alone(model) {
            choose(model, *wish);
        }
        return;
    }
    if chord == Chord::plain(Key::Esc) {
        return with_room(model, |room| room.lay(Card::Away));
    }
    match keymap::lookup(Context::Interview, chord).filter(|_| chord.typed().is_none()) {
        Some(action @ (Action::Withdraw | Action::OffRecord | Action::EndInterview | Action::Theme | Action::Quit)) => {
            update::act(model, action);
        }
        _ => model.shared.say(Weight::News, "1, 2 or 3 says what they want; Esc goes on as before"),
    }
}

/// They want this: it is journaled, done as far as it can be, and said.
fn choose(model: &mut Model, wish: Wish) {
    with_room(model, |room| room.lay(Card::Away));
    let covers = if wish == Wish::NotesOnly { Covers::Recording } else { Covers::TakingPart };
    let item = model.session().and_then(|s| s.guide().consent.iter().find(|item| item.covers == covers).map(|item| item.id.clone()));
    let Some(item) = item else {
        return model
            .shared
            .say(Weight::Warning, "this guide does not ask for that consent: end the interview, or go on with notes only (Alt-N)");
    };
    keep_line(model);
    if !model.shared.ask(Command::Withdraw(Withdrawal { item, person: None, at: model.shared.now.position, wish })) {
        return;
    }
    match wish {
        Wish::NotesOnly => {
            with_room(model, |room| (room.asked, room.away) = (room.asked.forgotten(), None));
            model.shared.want(Effect::CloseTake);
            model.shared.say(Weight::Warning, "they do not want to be recorded any more: the recording is closed, notes only from here on");
        }
        Wish::Keep | Wish::Destroy => {
            end(model, EndCause::Withdrawn);
            update::close_held(model);
        }
    }
}
