//! The keymap: every key that does something, once.
//!
//! This table is the dispatch, the footer, the help, the `/` palette, `hearback keys` and the README's list of keys; a key that is not
//! here does nothing. On the interview screen every printable key belongs to the note, so its commands are arrows, Enter, Tab,
//! function keys and Ctrl-letters; each has a second chord for terminals that keep the first to themselves, and all of them can be
//! reached by name in the palette. Keys that edit a line of text are [`crate::tui::line`]'s.

use crate::tui::chord::Chord;
use crate::tui::chord::Key;

/// Where keys work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the screen it is named after")]
pub enum Context {
    Anywhere,
    Home,
    Setup,
    Interview,
    Listen,
    Statements,
}

impl Context {
    /// Every context, in the order of an interview's life.
    pub const ALL: [Self; 6] = [Self::Interview, Self::Home, Self::Setup, Self::Listen, Self::Statements, Self::Anywhere];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "Everywhere",
            Self::Home => "Home",
            Self::Setup => "Set up",
            Self::Interview => "Interview",
            Self::Listen => "Listen back",
            Self::Statements => "Member check",
        }
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table below says in a sentence what each does")]
pub enum Action {
    Save,
    Moment,
    NextQuestion,
    PreviousQuestion,
    NextTopic,
    PreviousTopic,
    NextKind,
    Covered,
    ComeBack,
    Volunteered,
    Partly,
    Skip,
    Probe,
    OffRecord,
    Distress,
    ShowRest,
    Withdraw,
    Undo,
    Redo,
    PutAside,
    NotesOnly,
    TryMicrophone,
    EndInterview,
    Open,
    New,
    Listen,
    Statements,
    Up,
    Down,
    Left,
    Right,
    NextField,
    Begin,
    PlayOrPause,
    Back5,
    Forward5,
    Edit,
    NewNote,
    Earlier,
    Later,
    Strike,
    Quote,
    Gather,
    WriteLetter,
    FinishReview,
    Reopen,
    Help,
    Palette,
    Theme,
    Leave,
    Quit,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Bind {
    /// The chords, the first shown in the footer.
    pub on: &'static [&'static str],
    /// Where it works.
    pub within: Context,
    /// What it does.
    pub does: Action,
    /// At most ten columns, for the footer and the palette.
    pub label: &'static str,
    /// One sentence, for the help.
    pub help: &'static str,
    /// How far to the left in the footer; 9 is not shown there.
    pub rank: u8,
}

const fn bind(on: &'static [&'static str], within: Context, does: Action, label: &'static str, help: &'static str, rank: u8) -> Bind {
    Bind { on, within, does, label, help, rank }
}

/// The table.
pub const KEYMAP: &[Bind] = {
    use Action as A;
    use Context::{Anywhere, Home, Interview, Listen, Setup, Statements};
    &[
        bind(&["enter", "ctrl-j"], Interview, A::Save, "save", "Save the note; on an empty line it does nothing.", 1),
        bind(&["space", "f2"], Interview, A::Moment, "moment", "Mark this moment, without a word; Space only on an empty line.", 1),
        bind(&["down", "ctrl-n"], Interview, A::NextQuestion, "next", "Go to the next question.", 2),
        bind(&["up", "ctrl-p"], Interview, A::PreviousQuestion, "previous", "Go to the question before.", 9),
        bind(&["pagedown", "ctrl-down"], Interview, A::NextTopic, "topic", "Go to the next topic.", 9),
        bind(&["pageup", "ctrl-up"], Interview, A::PreviousTopic, "topic back", "Go to the topic before.", 9),
        bind(
            &["tab", "ctrl-k"],
            Interview,
            A::NextKind,
            "kind",
            "Change what the note is: paraphrase, quote, observation, follow-up, memo.",
            4,
        ),
        bind(
            &["f4", "ctrl-t"],
            Interview,
            A::Covered,
            "covered",
            "Mark the question as asked; again: partly, volunteered, come back, skipped, not yet.",
            5,
        ),
        bind(&["f5", "ctrl-r"], Interview, A::ComeBack, "come back", "Mark the question to come back to.", 9),
        bind(&["alt-v"], Interview, A::Volunteered, "volunteered", "Mark the question as raised by the participant.", 9),
        bind(&["alt-p"], Interview, A::Partly, "partly", "Mark the question as partly answered.", 9),
        bind(
            &["f7", "ctrl-\\", "alt-s"],
            Interview,
            A::Skip,
            "skip",
            "Leave the question out; what is written on the line becomes the reason.",
            9,
        ),
        bind(&["f6", "ctrl-f"], Interview, A::Probe, "probe", "Mark the next probe as used.", 6),
        bind(&["f9", "ctrl-o"], Interview, A::OffRecord, "off record", "Go off the record, and back on.", 3),
        bind(
            &["f8", "ctrl-x"],
            Interview,
            A::Distress,
            "distress",
            "Show the distress protocol and stamp the moment; again: put it away.",
            9,
        ),
        bind(
            &["ctrl-w"],
            Interview,
            A::Withdraw,
            "withdraw",
            "They take consent back: asks what they want; with text on the line it deletes a word.",
            9,
        ),
        bind(&["ctrl-z", "ctrl-u"], Interview, A::Undo, "undo", "Take back what was done last on this screen, a line put aside too.", 9),
        bind(&["ctrl-y"], Interview, A::Redo, "redo", "Do once more what was taken back last.", 9),
        bind(&["esc", "ctrl-g"], Interview, A::PutAside, "put aside", "Put the line aside without saving it as a note.", 9),
        bind(
            &["ctrl-s", "f3"],
            Interview,
            A::ShowRest,
            "rest",
            "Show the rest of a question that does not fit; after its end, its beginning.",
            9,
        ),
        bind(
            &["alt-n"],
            Interview,
            A::NotesOnly,
            "notes only",
            "Go on without audio, pressed twice: close the recording, keep the clock running.",
            9,
        ),
        bind(
            &["alt-m"],
            Interview,
            A::TryMicrophone,
            "microphone",
            "Try the microphone again; while one records, press twice for the next.",
            9,
        ),
        bind(&["f10", "ctrl-q"], Interview, A::EndInterview, "end", "End the interview; press twice to mean it.", 8),
        bind(&["enter", "ctrl-j"], Home, A::Open, "open", "Open the session where it stands.", 1),
        bind(&["n", "f2"], Home, A::New, "new", "Set up a new interview.", 2),
        bind(&["l", "f3"], Home, A::Listen, "listen", "Listen back to the session.", 3),
        bind(&["m", "f4"], Home, A::Statements, "summary", "Write the member-check summary of the session.", 4),
        bind(&["q", "esc", "alt-b"], Home, A::Quit, "quit", "Leave the program.", 6),
        bind(&["down", "ctrl-n"], Home, A::Down, "down", "Go to the session below.", 9),
        bind(&["up", "ctrl-p"], Home, A::Up, "up", "Go to the session above.", 9),
        bind(&["enter"], Setup, A::NextField, "next", "Accept this field and go to the next; on the last, begin.", 1),
        bind(&["up", "backtab"], Setup, A::Up, "field", "Go to the field above.", 4),
        bind(&["down", "tab"], Setup, A::Down, "field", "Go to the field below.", 4),
        bind(&["left"], Setup, A::Left, "choose", "Choose the option before, or move in the text.", 2),
        bind(&["right"], Setup, A::Right, "choose", "Choose the next option, or move in the text.", 2),
        bind(&["f10"], Setup, A::Begin, "begin", "Begin the interview with the form as it stands.", 3),
        bind(&["space", "ctrl-k"], Listen, A::PlayOrPause, "play", "Play, or pause.", 1),
        bind(&["down", "ctrl-n"], Listen, A::Down, "next note", "Go to the next note and play from a few seconds before it.", 2),
        bind(&["up", "ctrl-p"], Listen, A::Up, "note back", "Go to the note before and play from a few seconds before it.", 9),
        bind(&["left", "ctrl-b"], Listen, A::Back5, "-5 s", "Go back five seconds.", 3),
        bind(&["right", "ctrl-f"], Listen, A::Forward5, "+5 s", "Go forward five seconds.", 4),
        bind(&["enter", "ctrl-j"], Listen, A::Edit, "edit", "Edit the note; Enter keeps it, Esc puts the edit aside.", 5),
        bind(&["n", "insert"], Listen, A::NewNote, "new note", "Write a new note at the moment that is playing.", 6),
        bind(&["tab", "ctrl-t"], Listen, A::NextKind, "kind", "Change what the note is.", 7),
        bind(&["[", "alt-left"], Listen, A::Earlier, "earlier", "Move the note half a second earlier.", 9),
        bind(&["]", "alt-right"], Listen, A::Later, "later", "Move the note half a second later.", 9),
        bind(&["delete", "ctrl-d"], Listen, A::Strike, "take back", "Take the note back; it stays in the journal.", 9),
        bind(&["u", "ctrl-z"], Listen, A::Undo, "undo", "Take back what was done last on this screen, an edit put aside too.", 9),
        bind(&["ctrl-y"], Listen, A::Redo, "redo", "Do once more what was taken back last.", 9),
        bind(&["m", "f4"], Listen, A::Statements, "summary", "Write the member-check summary.", 8),
        bind(&["f7", "ctrl-r"], Listen, A::FinishReview, "reviewed", "Mark the session as listened back.", 9),
        bind(&["f6", "ctrl-o"], Listen, A::Reopen, "reopen", "Open a reviewed session for changes.", 9),
        bind(
            &["enter", "ctrl-j"],
            Statements,
            A::Edit,
            "write",
            "On a note: write a statement that rests on it. On a statement: edit it.",
            1,
        ),
        bind(&["down", "ctrl-n"], Statements, A::Down, "down", "Go to the line below.", 9),
        bind(&["up", "ctrl-p"], Statements, A::Up, "up", "Go to the line above.", 9),
        bind(&["space", "ctrl-k"], Statements, A::PlayOrPause, "play", "Play the moment of the note or statement, or pause.", 2),
        bind(
            &["tab", "ctrl-t"],
            Statements,
            A::Quote,
            "quote",
            "Put the participant's own words below the statement, or take them out.",
            3,
        ),
        bind(&["g", "insert"], Statements, A::Gather, "gather", "Gather this note for the next statement, or let it go.", 2),
        bind(&["delete", "ctrl-d"], Statements, A::Strike, "take back", "Take the statement back; it stays in the journal.", 4),
        bind(&["u", "ctrl-z"], Statements, A::Undo, "undo", "Take back what was done last on this screen, one put aside too.", 9),
        bind(&["ctrl-y"], Statements, A::Redo, "redo", "Do once more what was taken back last.", 9),
        bind(
            &["w", "f2"],
            Statements,
            A::WriteLetter,
            "letter",
            "Write the letter to the session's summary folder, as Markdown and HTML.",
            5,
        ),
        bind(&["l", "f3"], Statements, A::Listen, "listen", "Listen back to the session.", 6),
        bind(&["f1", "alt-h"], Anywhere, A::Help, "help", "Show every key that works here.", 9),
        bind(&["/", "ctrl-l"], Anywhere, A::Palette, "more", "Open the list of commands; type to narrow it, Enter to do one.", 7),
        bind(&["f12", "alt-d"], Anywhere, A::Theme, "dim", "Change between the normal and the dim theme.", 9),
        bind(&["esc", "alt-b"], Anywhere, A::Leave, "back", "Go back to the screen before.", 8),
        bind(&["ctrl-c"], Anywhere, A::Quit, "quit", "Leave the program; in an interview press it twice to end it properly.", 9),
    ]
};

/// What `chord` does in `context`: the context's own lines first, then those that work anywhere. F13 to F24 are F1 to F12 where they have no
/// line of their own: a foot pedal has those, and Shift with a function key is sent as one of them.
pub fn lookup(context: Context, chord: Chord) -> Option<Action> {
    let twelve_before = match chord.key {
        Key::F(n @ 13..=24) => Some(Chord { key: Key::F(n - 12), ..chord }),
        _ => None,
    };
    bound(context, chord).or_else(|| bound(context, twelve_before?))
}

fn bound(context: Context, chord: Chord) -> Option<Action> {
    [context, Context::Anywhere].into_iter().find_map(|within| {
        let mut lines = KEYMAP.iter().filter(|b| b.within == within);
        lines.find(|b| b.chords().any(|c| c == chord)).map(|b| b.does)
    })
}

/// The key that does `action` in `context`, as shown to people: the first of its line.
pub fn key_of(context: Context, action: Action) -> String {
    let line = within(context).find(|bind| bind.does == action);
    line.and_then(|bind| bind.chords_in(context).next()).map_or_else(String::new, |chord| chord.to_string())
}

/// The lines that work in `context`, its own first.
pub fn within(context: Context) -> impl Iterator<Item = &'static Bind> {
    let own = KEYMAP.iter().filter(move |b| b.within == context);
    own.chain(KEYMAP.iter().filter(move |b| b.within == Context::Anywhere && context != Context::Anywhere))
}

impl Bind {
    /// Its chords. The table's tests show that every one can be read.
    pub fn chords(&self) -> impl Iterator<Item = Chord> {
        self.on.iter().filter_map(|text| text.parse().ok())
    }

    /// All its chords as shown to people on the screen of `context`.
    pub fn keys_in(&self, context: Context) -> String {
        self.chords_in(context).map(|c| c.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// Its chords on the screen of `context`, where the screen's own keys come first.
    pub fn chords_in(&self, context: Context) -> impl Iterator<Item = Chord> {
        self.chords().filter(move |c| lookup(context, *c) == Some(self.does))
    }

    /// All its chords as shown to people.
    pub fn keys(&self) -> String {
        self.chords().map(|c| c.to_string()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::collections::BTreeSet;

    use super::*;

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
        for line in KEYMAP {
            assert!((2..=11).contains(&line.label.chars().count()), "{}", line.label);
            assert!(line.help.ends_with('.') && line.help.starts_with(char::is_uppercase), "{}", line.help);
        }
    }

    #[test]
    fn on_the_interview_screen_no_printable_key_is_a_command() {
        for line in KEYMAP.iter().filter(|b| b.within == Context::Interview && b.does != Action::Moment) {
            assert!(line.chords().all(|c| c.typed().is_none()), "{:?} would swallow a letter", line.does);
        }
        let moment = KEYMAP.iter().find(|b| b.does == Action::Moment).unwrap();
        let typed = moment.chords().filter_map(Chord::typed);
        assert_eq!(typed.collect::<Vec<_>>(), [' '], "only Space, and only on an empty line");
        let palette = KEYMAP.iter().filter(|b| b.within == Context::Anywhere).flat_map(Bind::chords).filter(|c| c.typed().is_some());
        assert_eq!(palette.collect::<Vec<_>>(), [Chord::plain(Key::Char('/'))], "only `/`, and only on an empty line");
    }

    #[test]
    fn function_keys_of_the_interview_have_a_second_chord() {
        for line in KEYMAP.iter().filter(|b| b.within == Context::Interview) {
            let first = line.chords().next().unwrap();
            if matches!(first.key, Key::F(_)) {
                assert_eq!(lookup(Context::Interview, Chord { key: pedal(first.key), ..first }), Some(line.does), "a foot pedal");
                assert!(line.chords().any(|c| c.ctrl), "{:?}", line.does);
                assert!(line.chords().all(|c| !is_taken(c)), "{:?}", line.does);
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
            assert_eq!(lookup(context, "ctrl-v".parse().unwrap()), None, "{context:?}");
        }
    }

    /// BEL, line feed and whatever else a terminal may send by itself: where people are asked, none of them is a key.
    #[test]
    fn in_the_form_no_bare_control_character_answers_or_begins() {
        for line in KEYMAP.iter().filter(|b| b.within == Context::Setup) {
            assert!(line.chords().all(|c| !c.ctrl), "{:?}", line.does);
        }
    }

    /// Chords that reach us as another key: Ctrl-H is Backspace, Ctrl-I Tab, Ctrl-M Enter, Ctrl-[ Esc.
    fn is_taken(chord: Chord) -> bool {
        chord.ctrl && matches!(chord.key, Key::Char('h' | 'i' | 'm' | '['))
    }

    #[test]
    fn every_action_but_the_overlays_own_is_bound_and_one_can_always_leave() {
        let bound: BTreeSet<Action> = KEYMAP.iter().map(|b| b.does).collect();
        assert!(bound.contains(&Action::Quit) && bound.contains(&Action::Help) && bound.contains(&Action::Palette));
        for context in Context::ALL {
            assert_eq!(lookup(context, "ctrl-c".parse().unwrap()), Some(Action::Quit));
        }
    }
}
