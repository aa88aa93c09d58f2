//! The keymap: every key that does something, once, and the keys of whoever sits here laid over it.
//!
//! The [`KEYMAP`] is the dispatch, the footer, the help, the `/` palette, `hearback keys` and the manual's list of keys; a key that is not
//! there does nothing. A key is looked up once, in what is innermost first: the line that is written, the card that lies over, the screen,
//! everywhere ([`Context`]). On the interview screen every printable key belongs to the note, so its commands are arrows, Enter, Tab,
//! function keys and Ctrl-letters; each has a second chord for terminals that keep the first to themselves, and all of them can be
//! reached by name in the palette. Keys that edit a line of text are [`crate::tui::line`]'s.

pub mod action;
mod asked;
mod bind;
pub mod context;
mod figures;
mod letters;
pub mod own;
mod register;
mod table;
mod wall;

use crate::tui::chord::Chord;
use crate::tui::chord::Key;
pub use crate::tui::keymap::action::Action;
use crate::tui::keymap::action::Setup;
pub use crate::tui::keymap::bind::Bind;
pub use crate::tui::keymap::context::Context;
pub use crate::tui::keymap::table::KEYMAP;
use crate::tui::line;
use crate::words::say;

/// What a key means where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This is done.
    Does(Action),
    /// It edits the line that is being written.
    Edits,
    /// Nothing that the table knows.
    Nothing,
}

/// A line of the table with the chords it has here.
#[derive(Clone, Debug)]
pub struct Bound {
    /// What the table says.
    pub bind: &'static Bind,
    /// Whose its chords are.
    pub whose: Whose,
    chords: Vec<Chord>,
}

/// Whose chords a line has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The table's.
    Everybodys,
    /// Those that the person who sits here wants.
    TheirOwn,
}

/// The keys as they are here.
#[derive(Clone, Debug)]
pub struct Keys {
    lines: Vec<Bound>,
}

impl Default for Keys {
    /// The table's own. Its tests show that every chord can be read.
    fn default() -> Self {
        Self { lines: KEYMAP.iter().map(|bind| Bound { bind, whose: Whose::Everybodys, chords: bind.chords() }).collect() }
    }
}

impl Keys {
    /// What `chord` means in `within`, the innermost first. F13 to F24 are F1 to F12 unless a line of any screen has them: a foot pedal has
    /// those, and Shift with a function key is sent as one of them. One that was given something to do does that and nothing else.
    pub(crate) fn meaning(&self, within: &[Context], chord: Chord) -> Meaning {
        match chord.key {
            Key::F(n @ 13..=24) if !self.lines.iter().any(|line| line.chords.contains(&chord)) => {
                self.looked_up(within, Chord { key: Key::F(n - 12), ..chord })
            }
            _ => self.looked_up(within, chord),
        }
    }

    fn looked_up(&self, within: &[Context], chord: Chord) -> Meaning {
        for (n, context) in within.iter().enumerate() {
            if let Some(line) = self.lines_of(*context).find(|line| line.chords.contains(&chord)) {
                let does = line.bind.does;
                let passes = within[..n].iter().all(|inner| inner.lets_through(does));
                return if passes { Meaning::Does(does) } else { Meaning::Nothing };
            }
            if context.is_a_line() && line::edits(chord) {
                return Meaning::Edits;
            }
        }
        Meaning::Nothing
    }

    /// What `chord` does in `within`, if it does anything.
    pub fn does(&self, within: &[Context], chord: Chord) -> Option<Action> {
        match self.meaning(within, chord) {
            Meaning::Does(action) => Some(action),
            Meaning::Edits | Meaning::Nothing => None,
        }
    }

    /// All lines, in the order of the table.
    pub(crate) fn lines(&self) -> &[Bound] {
        &self.lines
    }

    /// The lines of `context`.
    pub fn lines_of(&self, context: Context) -> impl Iterator<Item = &Bound> {
        self.lines.iter().filter(move |line| line.bind.within == context)
    }

    /// The lines that work in `within`, the innermost first.
    pub fn lines_in(&self, within: &[Context]) -> impl Iterator<Item = &Bound> {
        within.iter().flat_map(|context| self.lines_of(*context))
    }

    /// The chords of `line` in `within`, where what lies further in comes first.
    pub(crate) fn chords_in(&self, line: &Bound, within: &[Context]) -> impl Iterator<Item = Chord> {
        line.chords.iter().copied().filter(move |chord| self.does(within, *chord) == Some(line.bind.does))
    }

    /// All the chords of `line` in `within`, as shown to people.
    pub(crate) fn shown_in(&self, line: &Bound, within: &[Context]) -> String {
        shown(self.chords_in(line, within))
    }

    /// The key that does `action`, as a sentence names it: the first of its line. Of a yes it is the letter that the word begins with in
    /// the language that is spoken, where that is one of its keys.
    pub(crate) fn name(&self, action: impl Into<Action>) -> String {
        let action = action.into();
        let mut names = self.line(action).into_iter().flat_map(|line| &line.chords).copied().map(named);
        let Some(first) = names.next() else { return String::new() };
        let yes = if action == Setup::Yes.into() { say!("setup-yes") } else { String::new() };
        names.find(|name| yes.starts_with(name.as_str())).unwrap_or(first)
    }

    /// All the keys that do `action`, as a sentence names them.
    pub(crate) fn names(&self, action: Action) -> String {
        self.line(action).map_or_else(String::new, Bound::keys).replace(", ", &say!("or"))
    }

    fn line(&self, action: Action) -> Option<&Bound> {
        self.lines.iter().find(|line| line.bind.does == action)
    }
}

impl Bound {
    /// Its chords.
    pub(crate) fn chords(&self) -> &[Chord] {
        &self.chords
    }

    /// All its chords as shown to people.
    pub(crate) fn keys(&self) -> String {
        shown(self.chords.iter().copied())
    }
}

fn shown(chords: impl Iterator<Item = Chord>) -> String {
    chords.map(named).collect::<Vec<_>>().join(", ")
}

/// A chord as people are told of it: keys that have no name printed on them have one in the language that is spoken.
pub(crate) fn named(chord: Chord) -> String {
    let name = match chord.key {
        Key::Up => say!("key-name-up"),
        Key::Down => say!("key-name-down"),
        Key::Left => say!("key-name-left"),
        Key::Right => say!("key-name-right"),
        Key::Char(' ') => say!("key-name-space"),
        _ => return chord.to_string(),
    };
    let held = if chord.ctrl { "Ctrl-" } else { "" };
    format!("{held}{}{name}", if chord.alt { "Alt-" } else { "" })
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use crate::words::Words;
    use crate::words::speaking;
    use std::collections::BTreeMap;
    use std::collections::BTreeSet;

    use super::*;
    use crate::tui::keymap::action::Everywhere;
    use crate::tui::keymap::action::Interview;

    fn lookup(context: Context, chord: &str) -> Option<Action> {
        Keys::default().does(&[context, Context::Anywhere], chord.parse().unwrap())
    }

    fn chords(bind: &Bind) -> Vec<Chord> {
        bind.on.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn every_chord_can_be_read_and_stands_once_in_its_context() {
        let mut seen = BTreeMap::new();
        for line in KEYMAP {
            assert!(!line.on.is_empty(), "{:?} has no key", line.does);
            for text in line.on {
                let chord: Chord = text.parse().unwrap();
                let before = seen.insert((line.within.title(), chord.to_string()), line.does);
                assert_eq!(before, None, "{text} stands twice in {:?}", line.within);
            }
        }
    }

    #[test]
    fn labels_are_short_and_help_is_a_sentence() {
        for (words, line) in Words::built_in().flat_map(|words| KEYMAP.iter().map(move |line| (words, line))) {
            let (label, help) = speaking(words, || (line.label(), line.help()));
            assert!((2..=11).contains(&label.width()), "{label}");
            assert!(help.ends_with('.') && help.starts_with(char::is_uppercase), "{help}");
        }
    }

    #[test]
    fn on_the_interview_screen_no_printable_key_is_a_command() {
        for line in KEYMAP.iter().filter(|b| b.within == Context::Interview && b.does != Interview::Moment.into()) {
            assert!(chords(line).into_iter().all(|c| c.typed().is_none()), "{:?} would swallow a letter", line.does);
        }
        let moment = KEYMAP.iter().find(|b| b.does == Interview::Moment.into()).unwrap();
        let typed = chords(moment).into_iter().filter_map(Chord::typed);
        assert_eq!(typed.collect::<Vec<_>>(), [' '], "only Space, and only on an empty line");
        let palette = KEYMAP.iter().filter(|b| b.within == Context::Anywhere).flat_map(chords).filter(|c| c.typed().is_some());
        assert_eq!(palette.collect::<Vec<_>>(), [Chord::plain(Key::Char('/'))], "only `/`, and only on an empty line");
    }

    #[test]
    fn function_keys_of_the_interview_are_second_chords() {
        for line in KEYMAP.iter().filter(|b| b.within == Context::Interview) {
            assert!(chords(line).into_iter().all(|c| !is_taken(c)), "{:?}", line.does);
            // Marking a probe without choosing it is itself a second way.
            let (first, does) = (chords(line)[0], line.does);
            assert!(!matches!(first.key, Key::F(_)) || does == Interview::Probe.into(), "{does:?} needs Fn on a laptop");
            for chord in chords(line).into_iter().filter(|c| matches!(c.key, Key::F(_))) {
                let pressed = Chord { key: pedal(chord.key), ..chord };
                assert_eq!(lookup(Context::Interview, &pressed.to_string().to_lowercase()), Some(does), "a foot pedal");
            }
        }
    }

    fn pedal(key: Key) -> Key {
        if let Key::F(n) = key { Key::F(n + 12) } else { key }
    }

    /// Habits from elsewhere: pasting, and pasting in a terminal.
    #[test]
    fn what_pastes_elsewhere_does_nothing_here() {
        for context in Context::ALL {
            assert_eq!(lookup(context, "ctrl-v"), None, "{context:?}");
        }
    }

    /// BEL, line feed and whatever else a terminal may send by itself: where people are asked, none of them is a key.
    #[test]
    fn in_the_form_no_bare_control_character_answers_or_begins() {
        for line in KEYMAP.iter().filter(|b| b.within.is_on(Context::Setup)) {
            assert!(chords(line).into_iter().all(|c| !c.ctrl), "{:?}", line.does);
        }
    }

    /// Chords that reach us as another key: Ctrl-H is Backspace, Ctrl-I Tab, Ctrl-M Enter, Ctrl-[ Esc.
    fn is_taken(chord: Chord) -> bool {
        chord.ctrl && matches!(chord.key, Key::Char('h' | 'i' | 'm' | '['))
    }

    #[test]
    fn every_action_but_the_overlays_own_is_bound_and_one_can_always_leave() {
        let bound: BTreeSet<Action> = KEYMAP.iter().map(|b| b.does).collect();
        assert!([Everywhere::Quit, Everywhere::Help, Everywhere::Palette].into_iter().all(|action| bound.contains(&action.into())));
        for context in Context::ALL {
            assert_eq!(lookup(context, "ctrl-c"), Some(Everywhere::Quit.into()));
        }
    }
}
