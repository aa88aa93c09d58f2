//! The participant takes consent back in the middle of the interview.
//!
//! One key opens a card that says what each choice means; a digit chooses, and nothing else does. It stops nothing by itself: the
//! participant is still being asked. What they want to be done with the sound is journaled and stands until it is done.

use crate::domain::command::Command;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::guide::Covers;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::composer::Composer;
use crate::tui::shared::Keeping;
use crate::tui::shared::Shared;
use crate::words::say;

/// What they may want.
pub(crate) const CHOICES: [Interview; 3] = [Interview::WantItKept, Interview::WantItDestroyed, Interview::WantNotesOnly];

/// What choosing it means.
pub(crate) fn means(choice: Interview, keeping: Keeping) -> String {
    match (choice, keeping) {
        (Interview::WantItKept, Keeping::Nothing) => say!("want-stop"),
        (Interview::WantItKept, _) => say!("want-it-kept"),
        (Interview::WantItDestroyed, _) => say!("want-it-destroyed"),
        (_, Keeping::Nothing) => say!("want-notes-only"),
        _ => say!("want-notes-only-kept"),
    }
}

/// The same in a word or two, where there is no room for more.
pub(crate) fn means_in_short(choice: Interview) -> String {
    match choice {
        Interview::WantItKept => say!("want-it-kept-short"),
        Interview::WantItDestroyed => say!("want-it-destroyed-short"),
        _ => say!("want-notes-only-short"),
    }
}

/// Says by which key each choice is made: nothing else is heard while the card lies there.
pub(super) fn say_what_to_press(shared: &mut Shared) {
    let [keep, destroy, notes_only] = CHOICES.map(|choice| shared.key(choice));
    let as_before = shared.key(Interview::WantNothing);
    let text = say!("say-what-they-want", keep = keep, destroy = destroy, notes = notes_only, before = as_before);
    shared.say(Weight::News, text);
}

/// They want this: it is journaled, after what is being written was kept. Whether it could be.
pub(super) fn take_back(wish: Wish, composer: &mut Composer, shared: &mut Shared) -> bool {
    let covers = if wish == Wish::NotesOnly { Covers::Recording } else { Covers::TakingPart };
    let item = shared.session().and_then(|s| s.guide().consent.iter().find(|item| item.covers == covers).map(|item| item.id.clone()));
    let Some(item) = item else {
        let key = shared.key(Interview::NotesOnly);
        let text = say!("no-such-consent", key = key);
        shared.say(Weight::Warning, text);
        return false;
    };
    composer.keep(shared);
    let at = shared.now.position;
    shared.ask(Command::Withdraw(Withdrawal { item, person: None, at, wish }))
}
