//! The participant takes consent back in the middle of the interview.
//!
//! One key opens a card that says what each choice means; a digit that is pressed twice chooses, and nothing else does. It stops nothing by itself: the
//! participant is still being asked. What they want to be done with the sound is journaled and stands until it is done.

use crate::domain::command::Command;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::card::Card;
use crate::tui::screen::interview::composer::Composer;
use crate::tui::screen::interview::leave_out;
use crate::tui::shared::Keeping;
use crate::tui::shared::Shared;
use crate::words::say;

/// What they may want.
pub(crate) const CHOICES: [(Interview, Wish); 6] = [
    (Interview::WantItKept, Wish::Keep),
    (Interview::WantItDestroyed, Wish::Destroy),
    (Interview::WantNotesOnly, Wish::NotesOnly),
    (Interview::WantAllDestroyed, Wish::DestroyAll),
    (Interview::WantNoQuotes, Wish::NoQuotes),
    (Interview::WantNoContact, Wish::NoContact),
];

/// What is wanted by `action`.
pub(super) fn wanted_by(action: Interview) -> Option<Wish> {
    CHOICES.into_iter().find(|(key, _)| *key == action).map(|(_, wish)| wish)
}

/// The key by which it is wanted.
pub(super) fn key_of(wish: Wish) -> Interview {
    CHOICES.into_iter().find(|(_, means)| *means == wish).map_or(Interview::WantNothing, |(key, _)| key)
}

/// What choosing it means.
pub(crate) fn means(wish: Wish, keeping: Keeping) -> String {
    match (wish, keeping) {
        (Wish::Keep, Keeping::Nothing) => say!("want-stop"),
        (Wish::Keep, _) => say!("want-it-kept"),
        (Wish::Destroy, _) => say!("want-it-destroyed"),
        (Wish::NotesOnly, Keeping::Nothing) => say!("want-notes-only"),
        (Wish::NotesOnly, _) => say!("want-notes-only-kept"),
        (Wish::DestroyAll, _) => say!("want-all-destroyed"),
        (Wish::NoQuotes, _) => say!("want-no-quotes"),
        (Wish::NoContact, _) => say!("want-no-contact"),
    }
}

/// The same in a word or two, where there is no room for more.
pub(crate) fn means_in_short(wish: Wish) -> String {
    match wish {
        Wish::Keep => say!("want-it-kept-short"),
        Wish::Destroy => say!("want-it-destroyed-short"),
        Wish::NotesOnly => say!("want-notes-only-short"),
        Wish::DestroyAll => say!("want-all-destroyed-short"),
        Wish::NoQuotes => say!("want-no-quotes-short"),
        Wish::NoContact => say!("want-no-contact-short"),
    }
}

/// Says by which key each choice is made: nothing else is heard while the card lies there.
pub(super) fn say_what_to_press(card: Card, shared: &mut Shared) {
    let keys = if card == Card::Withdrawal { CHOICES.map(|(choice, _)| choice).to_vec() } else { leave_out::CHOICES.to_vec() };
    let [first, last] = [keys.first(), keys.last()].map(|key| key.map_or_else(String::new, |key| shared.key(*key)));
    let as_before = shared.key(Interview::WantNothing);
    let text = say!("say-what-they-want", first = first, last = last, before = as_before);
    shared.say(Weight::News, text);
}

/// They want this: it is journaled, after what is being written was kept. Whether it could be.
pub(super) fn take_back(wish: Wish, composer: &mut Composer, shared: &mut Shared) -> bool {
    if shared.session().is_none_or(|session| wish.asked_by(session.guide()).is_none()) {
        shared.say(Weight::Warning, say!("no-such-consent", key = shared.key(Interview::NotesOnly)));
        return false;
    }
    composer.keep(shared);
    shared.ask(Command::Withdraw { wish, person: None, at: shared.now.position, said: Said::default() })
}
