//! What a hand meant: when a key counts, and when it has to be pressed again.
//!
//! What is asked of a participant is answered by a key that came alone; what ends or stops a recording takes the same key twice in a row;
//! a key that began an interview is not heard a second time; an Esc that came in one piece with a letter is an Esc and a letter wherever
//! Esc has something to do. All of it is decided here, from values: how keys came, and when.

use crate::tui::chord::Chord;
use crate::tui::chord::Company;
use crate::tui::chord::Key;
use crate::tui::chord::Press;
use crate::tui::chord::Spelling;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::KEYMAP;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::msg::Now;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Card;
use crate::tui::update;

/// How long a second press counts as meaning it, in milliseconds.
const TWICE_MS: u64 = 3_000;

/// How long no key is heard after the one that began an interview, in milliseconds: longer than the second of a double press takes.
pub const DEAF_MS: u64 = 300;

/// How long after an Esc another one with a letter behind it is not Alt, in milliseconds.
const ESC_MS: u64 = 1_000;

/// What is known of the keys before.
#[derive(Debug)]
pub(crate) struct Hand {
    company: Company,
    question: Option<Question>,
    /// When Esc was pressed last.
    esc_ms: Option<u64>,
    /// How what is being done was asked for.
    asked: Asked,
    /// Whether it was said that letters are lost.
    foreign: Foreign,
}

/// Whether bytes came that are no letters to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Foreign {
    /// Not that anybody knows.
    Unheard,
    /// They did, and it was said.
    Said,
}

/// How something was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// By its key.
    ByKey,
    /// By its name, in the palette.
    ByName,
}

/// What the next key would do if it were the same again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    action: Action,
    since_ms: u64,
}

impl Default for Hand {
    fn default() -> Self {
        Self { company: Company::Alone, question: None, esc_ms: None, asked: Asked::ByKey, foreign: Foreign::Unheard }
    }
}

/// A key was pressed.
pub(crate) fn pressed(model: &mut Model, press: Press) {
    let off_record = keymap::lookup(model.context(), press.as_alt()) == Some(Action::OffRecord);
    if is_deaf(model, model.shared.now.mono_ms) && !off_record {
        return;
    }
    model.hand.company = press.company;
    let so_far = model.shared.notices.so_far();
    if is_two_keys(model, press) {
        one(model, Chord::plain(Key::Esc));
        one(model, press.chord);
    } else {
        one(model, press.as_alt());
    }
    model.shared.notices.acted(so_far);
}

fn one(model: &mut Model, chord: Chord) {
    let before = model.hand.question.clone();
    update::key(model, chord);
    if before.is_some() && model.hand.question == before {
        withdraw(model);
    }
    if chord == Chord::plain(Key::Esc) {
        model.hand.esc_ms = Some(model.shared.now.mono_ms);
    }
}

/// Whether an interview began just now, so that what is pressed was meant for the form.
pub fn is_deaf(model: &Model, now_ms: u64) -> bool {
    let began = if let Screen::Interview(room) = &model.screen { room.began_ms() } else { None };
    began.is_some_and(|at| now_ms.saturating_sub(at) < DEAF_MS)
}

/// Whether Esc and a key that came as one are two keys. They are where Esc has something to do, or had just now, and on the interview
/// screen also where Alt with that key means nothing: the letter begins a note.
fn is_two_keys(model: &Model, press: Press) -> bool {
    if press.spelling == Spelling::AsOne || press.chord.key == Key::Backspace {
        return false;
    }
    let is_bound = keymap::lookup(model.context(), press.as_alt()).is_some();
    let is_digit = press.chord.typed().is_some_and(|c| c.is_ascii_digit());
    let just_now = model.hand.esc_ms.is_some_and(|at| model.shared.now.mono_ms.saturating_sub(at) < ESC_MS);
    let puts_away = model.overlay.is_some()
        || match &model.screen {
            Screen::Interview(room) => {
                let asked = model.hand.question.is_some() || room.card() != Card::Away;
                !room.line().is_empty() || asked || just_now || !is_bound
            }
            Screen::Listen(listen) => listen.is_writing(),
            Screen::Statements(statements) => statements.is_writing(),
            // Esc leads out of here.
            Screen::Home(_) | Screen::Setup(_) => false,
        };
    puts_away && !(is_digit && is_bound)
}

/// Whether the key that is being looked at was the only one; if not, says that it has to be pressed again.
pub(crate) fn came_alone(model: &mut Model) -> bool {
    let alone = model.hand.company == Company::Alone;
    if !alone {
        model.shared.say(Weight::Warning, "several keys came at once, and none of them counts here: press it again, by itself");
    }
    alone
}

/// Whether the last key meant `action` as well, so that this one means it; if not, says in `words` what the same key would do. The words
/// are given how to say "the same key again".
pub(crate) fn means_it(model: &mut Model, action: Action, words: impl FnOnce(&str) -> String) -> bool {
    let now = model.shared.now.mono_ms;
    let before = model.hand.question.as_ref();
    let meant = before.is_some_and(|q| q.action == action && now.saturating_sub(q.since_ms) <= TWICE_MS);
    withdraw(model);
    if !meant {
        let again = match model.hand.asked {
            Asked::ByKey => "the same key again".to_owned(),
            Asked::ByName => KEYMAP.iter().find(|b| b.does == action).map_or_else(String::new, |b| b.keys().replace(", ", " or ")),
        };
        model.shared.tell(Subject::Again, Weight::News, words(&again));
        model.hand.question = Some(Question { action, since_ms: now });
    }
    meant
}

/// Does something that was asked for by its name.
pub(crate) fn by_name(model: &mut Model, act: impl FnOnce(&mut Model)) {
    model.hand.asked = Asked::ByName;
    act(model);
    model.hand.asked = Asked::ByKey;
}

/// Something was typed that is not UTF-8: it is said once, because whoever types so will do it again.
pub(crate) fn foreign(model: &mut Model, now: Now) {
    model.shared.now = now;
    if model.hand.foreign == Foreign::Unheard {
        model.hand.foreign = Foreign::Said;
        model
            .shared
            .say(Weight::Warning, "a letter was lost: this terminal does not send UTF-8. Set it to UTF-8, or write without accents");
    }
}

/// The question is over: something else was pressed, or pasted.
pub(crate) fn withdraw(model: &mut Model) {
    if model.hand.question.take().is_some() {
        model.shared.notices.over(Subject::Again);
    }
}

/// A turn: a question that was not answered in time is none.
pub(crate) fn turn(model: &mut Model) {
    if model.hand.question.as_ref().is_some_and(|q| model.shared.now.mono_ms.saturating_sub(q.since_ms) > TWICE_MS) {
        withdraw(model);
    }
}
