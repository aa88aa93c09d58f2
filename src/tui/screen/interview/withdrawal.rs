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
use crate::tui::shared::Shared;

/// The choices: what they want, what that means, what stays of the interview, where anything does, and all of it where there is no room.
pub(crate) const CHOICES: [(Interview, &str, &str, &str); 3] = [
    (Interview::WantItKept, "stop here", "; what was recorded and noted stays", "stop, keep"),
    (Interview::WantItDestroyed, "stop here; the sound is to be destroyed", "", "stop, destroy"),
    (Interview::WantNotesOnly, "go on with notes only", "; what was recorded stays", "notes only"),
];

/// They want this: it is journaled, after what is being written was kept. Whether it could be.
pub(super) fn take_back(wish: Wish, composer: &mut Composer, shared: &mut Shared) -> bool {
    let covers = if wish == Wish::NotesOnly { Covers::Recording } else { Covers::TakingPart };
    let item = shared.session().and_then(|s| s.guide().consent.iter().find(|item| item.covers == covers).map(|item| item.id.clone()));
    let Some(item) = item else {
        let key = shared.key(Interview::NotesOnly);
        let text = format!("this guide does not ask for that consent: end the interview, or go on with notes only ({key})");
        shared.say(Weight::Warning, text);
        return false;
    };
    composer.keep(shared);
    let at = shared.now.position;
    shared.ask(Command::Withdraw(Withdrawal { item, person: None, at, wish }))
}
