//! What a key that was pressed means: to what lies over the screen, or to the screen. The table says it, and
//! what it does not know is for the line that is being written.

use crate::domain::found::Found;
use crate::tui::chord::Chord;
use crate::tui::chord::Company;
use crate::tui::chord::Key;
use crate::tui::chord::Press;
use crate::tui::chord::Spelling;
use crate::tui::effect::Effect;
use crate::tui::hand::Asked;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Meaning;
use crate::tui::keymap::action::Everywhere;
use crate::tui::keymap::action::Interview;
use crate::tui::keymap::action::Listen;
use crate::tui::listener::Manner;
use crate::tui::model::Model;
use crate::tui::notice::Weight;
use crate::tui::plain;
use crate::tui::screen::face::Go;
use crate::tui::screen::overlay::Beneath;
use crate::tui::screen::overlay::Over;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::overlay::What;
use crate::tui::shared::Shared;
use crate::tui::shared::Theme;
use crate::words::say;

/// How long the pieces of one paste may lie apart, in milliseconds.
const ONE_PASTE_MS: u64 = 2_000;

/// Whether `press` is for the help, or opens it: there a notice that is too long for the screen is read.
pub(crate) fn reads_help(model: &Model, press: Press) -> bool {
    let opens = model.shared.keys.does(&model.contexts(), press.as_alt()) == Some(Everywhere::Help.into());
    opens || model.overlay.as_ref().is_some_and(|over| over.what() == What::Help)
}

/// `press` as this screen knows it: an arrow with Shift is that arrow wherever the two are not told apart.
pub(crate) fn as_bound(model: &Model, press: Press) -> Press {
    let is_known = model.shared.keys.does(&model.contexts(), press.chord).is_some();
    if is_known { press } else { Press { chord: press.chord.without_shift(), ..press } }
}

/// The keys that came with `press`: one, or Esc and another, or none that counts.
pub(crate) fn chords(model: &mut Model, press: Press) -> Vec<Chord> {
    let (now, bound) = (model.shared.now.mono_ms, model.shared.keys.does(&model.contexts(), press.as_alt()));
    if model.is_deaf(now) && bound != Some(Interview::OffRecord.into()) {
        return Vec::new();
    }
    model.shared.hand.takes(press);
    let esc = if model.overlay.is_some() { Esc::PutsAway } else { model.screen.face().esc() };
    if let Some(step) = by_a_word(model, press, esc) {
        return vec![step];
    }
    // Saying where one is changes nothing, and is asked for in the middle of a line: an Esc before it puts none aside.
    if bound == Some(Everywhere::Where.into()) || !model.shared.hand.is_two_keys(press, esc, bound, now) {
        return vec![press.as_alt()];
    }
    if model.overlay.is_some() {
        // The letter was pressed before what is asked below could be seen: it is no answer.
        model.shared.hand.takes(Press { company: Company::Among, ..press });
    }
    vec![Chord::plain(Key::Esc), press.chord]
}

/// The step by a word that `press` means while something is written, if it means one: Alt with an arrow, however the terminal sends it, and
/// Alt-B and Alt-F, which is what terminals of a Mac send for Option with an arrow. An Esc after which somebody goes on with one of the two
/// letters at once is far rarer than a hand that goes back by a word, and costs nothing that was written.
fn by_a_word(model: &Model, press: Press, esc: Esc) -> Option<Chord> {
    let after_esc = press.spelling == Spelling::AfterEsc;
    let key = match press.chord {
        Chord { key: key @ (Key::Left | Key::Right), ctrl: false, alt } if alt || after_esc => key,
        Chord { key: Key::Char('b'), ctrl: false, alt } if alt || after_esc => Key::Left,
        Chord { key: Key::Char('f'), ctrl: false, alt } if alt || after_esc => Key::Right,
        _ => return None,
    };
    let is_written = match &model.overlay {
        Some(over) => !over.line().is_empty(),
        None => esc == Esc::PutsAway && model.contexts().first().is_some_and(|context| context.is_a_line()),
    };
    is_written.then_some(Chord { ctrl: true, ..Chord::plain(key) })
}

/// Does what a key means, and says where that leads.
pub(crate) fn meant(model: &mut Model, chord: Chord) -> Go {
    match by_number(model, chord) {
        Numbered::Done(go) => go,
        Numbered::No => looked_up(model, chord),
    }
}

/// What became of a key where choices have numbers.
enum Numbered {
    /// It was for the number, and this is where it leads.
    Done(Go),
    /// It is what it always is.
    No,
}

/// A key for the number of something to choose, where the screens are told: digits that mean nothing else, or that begin a word of what is
/// looked for, are gathered until Enter, which chooses. Another key of the table is pressed on what has that number, if nobody must see
/// what that key is pressed on.
fn by_number(model: &mut Model, chord: Chord) -> Numbered {
    let listener = &model.shared.listener;
    let is_begun = !listener.digits().is_empty();
    if listener.manner() == Manner::Drawn {
        return Numbered::No;
    }
    let meaning = model.shared.keys.meaning(&model.contexts(), chord);
    if let Some(digit) = chord.typed().filter(char::is_ascii_digit)
        && (is_begun || choices(model) > 0 && is_free(model, meaning))
    {
        model.shared.listener.takes(digit);
        return Numbered::Done(Go::Nowhere);
    }
    if !is_begun {
        return Numbered::No;
    }
    if chord == Chord::plain(Key::Backspace) {
        model.shared.listener.rubs_out();
        return Numbered::Done(Go::Nowhere);
    }
    let (count, number) = (choices(model), model.shared.listener.number().unwrap_or(0));
    if chord == Chord::plain(Key::Esc) {
        return Numbered::Done(Go::Nowhere);
    }
    let is_enter = chord == Chord::plain(Key::Enter);
    let Some(nth) = number.checked_sub(1).filter(|nth| *nth < count) else {
        if !is_enter {
            return Numbered::No;
        }
        model.shared.say(Weight::News, say!("plain-no-number", number = number, count = count));
        return Numbered::Done(Go::Nowhere);
    };
    match meaning {
        _ if is_enter => Numbered::Done(choose(model, nth)),
        Meaning::Does(action) if action.is_done_in_sight() => {
            select(model, nth);
            let key = chord.to_string();
            model.shared.say(Weight::News, say!("unseen-key", key = key));
            Numbered::Done(Go::Nowhere)
        }
        Meaning::Does(_) => {
            select(model, nth);
            Numbered::No
        }
        Meaning::Edits | Meaning::Nothing => Numbered::No,
    }
}

/// Whether a digit that means this is free to be one of a number.
fn is_free(model: &Model, meaning: Meaning) -> bool {
    match (meaning, &model.overlay) {
        (Meaning::Does(_), _) | (Meaning::Edits, None) => false,
        (Meaning::Edits | Meaning::Nothing, Some(over)) => over.line().text().is_empty() || over.line().text().ends_with(' '),
        (Meaning::Nothing, None) => true,
    }
}

/// How many things there are to choose from where one is.
pub(crate) fn choices(model: &Model) -> usize {
    match &model.overlay {
        Some(over) => over.choices(&Beneath { keys: &model.shared.keys, contexts: &model.below(), session: model.session() }),
        None => model.screen.face().choices(&model.shared),
    }
}

fn select(model: &mut Model, nth: usize) {
    match &mut model.overlay {
        Some(over) => over.select(nth),
        None => model.screen.face_mut().select(nth, &mut model.shared),
    }
}

fn choose(model: &mut Model, nth: usize) -> Go {
    let Some(over) = &mut model.overlay else { return model.screen.face_mut().choose_nth(nth, &mut model.shared) };
    over.select(nth);
    let chooses = over.chooses();
    lies_over(model, chooses)
}

/// This was found for the search of this number.
pub(crate) fn found_came(model: &mut Model, number: u64, found: Found) {
    let below = model.below();
    let Model { overlay, shared, searches, .. } = model;
    let beneath = Beneath { keys: &shared.keys, contexts: &below, session: shared.session() };
    if let Some(over) = overlay {
        over.found_came(number, *searches, found, &beneath);
    }
}

/// Does `action` of what lies over the screen.
fn lies_over(model: &mut Model, action: Action) -> Go {
    let below = model.below();
    let Model { screen, overlay, shared, .. } = model;
    let Some(lying) = overlay else { return Go::Nowhere };
    let over = lying.act(action, &Beneath { keys: &shared.keys, contexts: &below, session: shared.session() });
    if over != Over::Stays {
        put_away(overlay, shared);
    }
    match over {
        Over::Stays | Over::Closes => {}
        Over::Does(action) => return Go::Do(action, Asked::ByName),
        Over::GoesTo(part) => screen.face_mut().go_to(part, shared),
        Over::Belongs(part) => screen.face_mut().belongs(part, shared),
        Over::Finds(spot) => return Go::Found(spot),
        Over::Raised(part, at) => screen.face_mut().raised(part, at, shared),
    }
    Go::Nowhere
}

/// Puts away what lies over the screen: what was looked for there is wanted no more.
fn put_away(overlay: &mut Option<Overlay>, shared: &mut Shared) -> Option<Overlay> {
    let over = overlay.take();
    if over.as_ref().is_some_and(|over| over.sought().is_looked_for()) {
        shared.want(Effect::SearchNoMore);
    }
    over
}

fn looked_up(model: &mut Model, chord: Chord) -> Go {
    let within = model.contexts();
    let Model { screen, overlay, shared, .. } = model;
    match (shared.keys.meaning(&within, chord), &mut *overlay) {
        (Meaning::Does(action @ (Action::Commands(_) | Action::Manual(_))), Some(_)) => lies_over(model, action),
        (Meaning::Edits | Meaning::Nothing, Some(over)) => {
            over.write(chord);
            Go::Nowhere
        }
        (Meaning::Does(action), Some(_)) if action.is_done_in_sight() => {
            put_away(overlay, shared);
            let key = shared.key(action);
            shared.say(Weight::News, say!("unseen-key", key = key));
            Go::Nowhere
        }
        // Off the record, and everything else, works at once whatever lies on top.
        (Meaning::Does(action), _) => {
            // How bright it is, and where one is, concerns what lies on top as well.
            let stays = [Everywhere::Theme, Everywhere::Where].into_iter().any(|about| action == about.into());
            let over = if stays { None } else { put_away(overlay, shared) };
            // The key that laid the guide over the screen puts it away.
            if lays_the_guide(action) && over.is_some_and(|over| over.what() == What::Guide) {
                return Go::Nowhere;
            }
            act(model, action)
        }
        (Meaning::Edits | Meaning::Nothing, None) => screen.face_mut().write(chord, shared),
    }
}

/// Does `action`, whether a key or the palette asked for it, and says where it leads.
pub(crate) fn act(model: &mut Model, action: Action) -> Go {
    let Model { screen, overlay, shared, .. } = model;
    let action = match action {
        Action::Everywhere(action) => action,
        action if lays_the_guide(action) => {
            let on = screen.face().question(shared);
            *overlay = Some(Overlay::guide(shared.now.position, shared.session(), on));
            return Go::Nowhere;
        }
        action => return screen.face_mut().act(action, shared),
    };
    match action {
        // Where nothing is drawn nothing is too bright, and a key of one stroke is free for what is asked most.
        Everywhere::Theme if shared.listener.manner() == Manner::Told => shared.listener.asks(),
        Everywhere::Help => *overlay = Some(Overlay::help()),
        Everywhere::Palette => *overlay = Some(Overlay::palette(shared.now.position)),
        Everywhere::Where => match shared.listener.manner() {
            Manner::Told => shared.listener.asks(),
            Manner::Drawn => {
                let words = plain::in_short(model);
                model.shared.say(Weight::News, words);
            }
        },
        Everywhere::Theme => {
            shared.theme = match shared.theme {
                Theme::Normal => Theme::Dim,
                Theme::Dim => Theme::Normal,
            };
        }
        Everywhere::Quit => return Go::Quit,
        Everywhere::Leave => {
            shared.notices.elsewhere();
            return screen.face_mut().back(shared);
        }
    }
    Go::Nowhere
}

/// Whether `action` lays the questions of the guide over the screen.
fn lays_the_guide(action: Action) -> bool {
    [Interview::Guide.into(), Listen::Guide.into()].contains(&action)
}

/// Puts `text` into the line that is being written, and says how much of it was too long.
pub(crate) fn paste(model: &mut Model, text: &str) {
    let Model { screen, overlay, shared, left_out, .. } = model;
    if let Some(overlay) = overlay {
        return overlay.paste(text);
    }
    let Some(rest) = screen.face_mut().paste(text, shared) else { return };
    let now = shared.now.mono_ms;
    // A paste without brackets comes in pieces.
    let before = left_out.filter(|(_, at)| now.saturating_sub(*at) < ONE_PASTE_MS).map_or(0, |(count, _)| count);
    let count = before + rest.chars().count() as u64;
    *left_out = Some((count, now));
    let text = say!("paste-too-long", count = count);
    shared.say(Weight::Warning, text);
}
