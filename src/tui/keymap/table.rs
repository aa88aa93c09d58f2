//! The table: every key that does something, once.

use crate::tui::chord::Chord;
use crate::tui::keymap::action::Action;
use crate::tui::keymap::action::Commands;
use crate::tui::keymap::action::Everywhere as E;
use crate::tui::keymap::action::Home as H;
use crate::tui::keymap::action::Interview as I;
use crate::tui::keymap::action::Listen as L;
use crate::tui::keymap::action::Manual as R;
use crate::tui::keymap::action::Setup as S;
use crate::tui::keymap::action::Statements as M;
use crate::tui::keymap::context::Context;

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

impl Bind {
    /// Its chords. The tests show that each can be read.
    pub fn chords(&self) -> Vec<Chord> {
        self.on.iter().filter_map(|text| text.parse().ok()).collect()
    }
}

const fn bind(on: &'static [&'static str], within: Context, does: Action, label: &'static str, help: &'static str, rank: u8) -> Bind {
    Bind { on, within, does, label, help, rank }
}

/// The table.
pub const KEYMAP: &[Bind] = {
    use Action as A;
    use Context as C;
    &[
        bind(&["enter", "ctrl-j"], C::Interview, A::Interview(I::Save), "save", "Save the note; on an empty line it does nothing.", 1),
        bind(
            &["space", "f2"],
            C::Interview,
            A::Interview(I::Moment),
            "moment",
            "Mark this moment, without a word; a key that types does so only on an empty line.",
            1,
        ),
        bind(&["down", "ctrl-n"], C::Interview, A::Interview(I::NextQuestion), "next", "Go to the next question.", 2),
        bind(&["up", "ctrl-p"], C::Interview, A::Interview(I::PreviousQuestion), "previous", "Go to the question before.", 9),
        bind(&["pagedown", "ctrl-down"], C::Interview, A::Interview(I::NextTopic), "topic", "Go to the next topic.", 9),
        bind(&["pageup", "ctrl-up"], C::Interview, A::Interview(I::PreviousTopic), "topic back", "Go to the topic before.", 9),
        bind(
            &["tab", "ctrl-k"],
            C::Interview,
            A::Interview(I::NextKind),
            "kind",
            "Change what the note is: paraphrase, quote, observation, follow-up, memo.",
            4,
        ),
        bind(
            &["f4", "ctrl-t"],
            C::Interview,
            A::Interview(I::Covered),
            "covered",
            "Mark the question as asked; again: partly, volunteered, come back, skipped, not yet.",
            5,
        ),
        bind(&["f5", "ctrl-r"], C::Interview, A::Interview(I::ComeBack), "come back", "Mark the question to come back to.", 9),
        bind(&["alt-v"], C::Interview, A::Interview(I::Volunteered), "volunteered", "Mark the question as raised by the participant.", 9),
        bind(&["alt-p"], C::Interview, A::Interview(I::Partly), "partly", "Mark the question as partly answered.", 9),
        bind(
            &["f7", "ctrl-\\", "alt-s"],
            C::Interview,
            A::Interview(I::Skip),
            "skip",
            "Leave the question out; what is written on the line becomes the reason.",
            9,
        ),
        bind(&["f6", "ctrl-f"], C::Interview, A::Interview(I::Probe), "probe", "Mark the next probe as used.", 6),
        bind(&["f9", "ctrl-o"], C::Interview, A::Interview(I::OffRecord), "off record", "Go off the record, and back on.", 3),
        bind(
            &["f8", "ctrl-x"],
            C::Interview,
            A::Interview(I::Distress),
            "distress",
            "Show the distress protocol and stamp the moment; again: put it away.",
            9,
        ),
        bind(
            &["ctrl-w"],
            C::Interview,
            A::Interview(I::Withdraw),
            "withdraw",
            "They take consent back: asks what they want; with text on the line it deletes a word.",
            9,
        ),
        bind(
            &["ctrl-z", "ctrl-u"],
            C::Interview,
            A::Interview(I::Undo),
            "undo",
            "Take back what was done last on this screen, a line put aside too.",
            9,
        ),
        bind(&["ctrl-y"], C::Interview, A::Interview(I::Redo), "redo", "Do once more what was taken back last.", 9),
        bind(
            &["esc", "ctrl-g"],
            C::Interview,
            A::Interview(I::PutAside),
            "put aside",
            "Put the line aside without saving it as a note.",
            9,
        ),
        bind(
            &["ctrl-s", "f3"],
            C::Interview,
            A::Interview(I::ShowRest),
            "rest",
            "Show the rest of a question that does not fit; after its end, its beginning.",
            9,
        ),
        bind(
            &["alt-n"],
            C::Interview,
            A::Interview(I::NotesOnly),
            "notes only",
            "Go on without audio, pressed twice: close the recording, keep the clock running.",
            9,
        ),
        bind(
            &["alt-m"],
            C::Interview,
            A::Interview(I::TryMicrophone),
            "microphone",
            "Try the microphone again; while one records, press twice for the next.",
            9,
        ),
        bind(&["f10", "ctrl-q"], C::Interview, A::Interview(I::EndInterview), "end", "End the interview; press twice to mean it.", 8),
        bind(
            &["down", "ctrl-n", "pagedown", "ctrl-down"],
            C::Protocol,
            A::Interview(I::NextStep),
            "next",
            "Go to the next step of the protocol.",
            2,
        ),
        bind(&["up", "ctrl-p", "pageup", "ctrl-up"], C::Protocol, A::Interview(I::PreviousStep), "previous", "Go to the step before.", 9),
        bind(&["1"], C::Protocol, A::Interview(I::TheyGoOn), "go on", "They go on; on an empty line, as the next three.", 9),
        bind(&["2"], C::Protocol, A::Interview(I::TheyLeaveIt), "leave it", "They leave the question, and the next one follows.", 9),
        bind(&["3"], C::Protocol, A::Interview(I::TheyTakeABreak), "break", "They take a break: off the record.", 9),
        bind(&["4"], C::Protocol, A::Interview(I::TheyStop), "stop", "They stop here: off the record, until the interview is ended.", 9),
        bind(&["1"], C::Withdrawal, A::Interview(I::WantItKept), "stop here", "They stop; what was recorded and noted stays.", 9),
        bind(&["2"], C::Withdrawal, A::Interview(I::WantItDestroyed), "destroy", "They stop; the sound is to be destroyed.", 9),
        bind(&["3"], C::Withdrawal, A::Interview(I::WantNotesOnly), "notes only", "They go on with notes only.", 9),
        bind(&["esc"], C::Withdrawal, A::Interview(I::WantNothing), "as before", "They go on as before.", 9),
        bind(&["enter", "ctrl-j"], C::Home, A::Home(H::Open), "open", "Open the session where it stands.", 1),
        bind(&["n", "f2"], C::Home, A::Home(H::New), "new", "Set up a new interview.", 2),
        bind(&["l", "f3"], C::Home, A::Home(H::Listen), "listen", "Listen back to the session.", 3),
        bind(&["m", "f4"], C::Home, A::Home(H::Statements), "summary", "Write the member-check summary of the session.", 4),
        bind(&["q", "esc", "alt-b"], C::Home, A::Home(H::Quit), "quit", "Leave the program.", 6),
        bind(&["down", "ctrl-n"], C::Home, A::Home(H::Down), "down", "Go to the session below.", 9),
        bind(&["up", "ctrl-p"], C::Home, A::Home(H::Up), "up", "Go to the session above.", 9),
        bind(&["enter"], C::Setup, A::Setup(S::NextField), "next", "Accept this field and go to the next; on the last, begin.", 1),
        bind(&["up", "backtab"], C::Setup, A::Setup(S::Up), "field", "Go to the field above.", 4),
        bind(&["down", "tab"], C::Setup, A::Setup(S::Down), "field", "Go to the field below.", 4),
        bind(&["left"], C::Setup, A::Setup(S::Left), "choose", "Choose the option before, or move in the text.", 2),
        bind(&["right"], C::Setup, A::Setup(S::Right), "choose", "Choose the next option, or move in the text.", 2),
        bind(&["f10"], C::Setup, A::Setup(S::Begin), "begin", "Begin the interview with the form as it stands.", 3),
        bind(&["y"], C::Consent, A::Setup(S::Yes), "yes", "They agree to this item.", 9),
        bind(&["n"], C::Consent, A::Setup(S::No), "no", "They do not agree to this item.", 9),
        bind(&["a"], C::Choice, A::Setup(S::AllYes), "all yes", "They agree to every item.", 9),
        bind(&["w"], C::Choice, A::Setup(S::How), "how given", "Change how they agreed: spoken, or written.", 9),
        bind(&["space", "ctrl-k"], C::Listen, A::Listen(L::PlayOrPause), "play", "Play, or pause.", 1),
        bind(
            &["down", "ctrl-n"],
            C::Listen,
            A::Listen(L::Down),
            "next note",
            "Go to the next note and play from a few seconds before it.",
            2,
        ),
        bind(
            &["up", "ctrl-p"],
            C::Listen,
            A::Listen(L::Up),
            "note back",
            "Go to the note before and play from a few seconds before it.",
            9,
        ),
        bind(&["left", "ctrl-b"], C::Listen, A::Listen(L::Back5), "-5 s", "Go back five seconds.", 3),
        bind(&["right", "ctrl-f"], C::Listen, A::Listen(L::Forward5), "+5 s", "Go forward five seconds.", 4),
        bind(&["enter", "ctrl-j"], C::Listen, A::Listen(L::Edit), "edit", "Edit the note, then keep it or put the edit aside.", 5),
        bind(&["n", "insert"], C::Listen, A::Listen(L::NewNote), "new note", "Write a new note at the moment that is playing.", 6),
        bind(&["tab", "ctrl-t"], C::Listen, A::Listen(L::NextKind), "kind", "Change what the note is.", 7),
        bind(&["[", "alt-left"], C::Listen, A::Listen(L::Earlier), "earlier", "Move the note half a second earlier.", 9),
        bind(&["]", "alt-right"], C::Listen, A::Listen(L::Later), "later", "Move the note half a second later.", 9),
        bind(&["delete", "ctrl-d"], C::Listen, A::Listen(L::Strike), "take back", "Take the note back; it stays in the journal.", 9),
        bind(
            &["ctrl-z", "u"],
            C::Listen,
            A::Listen(L::Undo),
            "undo",
            "Take back what was done last on this screen, an edit put aside too.",
            9,
        ),
        bind(&["ctrl-y"], C::Listen, A::Listen(L::Redo), "redo", "Do once more what was taken back last.", 9),
        bind(&["m", "f4"], C::Listen, A::Listen(L::Statements), "summary", "Write the member-check summary.", 8),
        bind(&["f7", "ctrl-r"], C::Listen, A::Listen(L::FinishReview), "reviewed", "Mark the session as listened back.", 9),
        bind(&["f6", "ctrl-o"], C::Listen, A::Listen(L::Reopen), "reopen", "Open a reviewed session for changes.", 9),
        bind(&["enter"], C::Editing, A::Listen(L::Keep), "keep", "Keep the note as it is written now.", 9),
        bind(&["tab"], C::Editing, A::Listen(L::NextKindOfEdit), "kind", "Change what the note is.", 9),
        bind(&["esc"], C::Editing, A::Listen(L::PutAside), "put aside", "Put the edit aside; undo brings it back.", 9),
        bind(
            &["enter", "ctrl-j"],
            C::Statements,
            A::Statements(M::Edit),
            "write",
            "On a note: write a statement that rests on it. On a statement: edit it.",
            1,
        ),
        bind(&["down", "ctrl-n"], C::Statements, A::Statements(M::Down), "down", "Go to the line below.", 9),
        bind(&["up", "ctrl-p"], C::Statements, A::Statements(M::Up), "up", "Go to the line above.", 9),
        bind(
            &["space", "ctrl-k"],
            C::Statements,
            A::Statements(M::PlayOrPause),
            "play",
            "Play the moment of the note or statement, or pause.",
            2,
        ),
        bind(
            &["tab", "ctrl-t"],
            C::Statements,
            A::Statements(M::Quote),
            "quote",
            "Put the participant's own words below the statement, or take them out.",
            3,
        ),
        bind(
            &["g", "insert"],
            C::Statements,
            A::Statements(M::Gather),
            "gather",
            "Gather this note for the next statement, or let it go.",
            2,
        ),
        bind(
            &["delete", "ctrl-d"],
            C::Statements,
            A::Statements(M::Strike),
            "take back",
            "Take the statement back; it stays in the journal.",
            4,
        ),
        bind(
            &["ctrl-z", "u"],
            C::Statements,
            A::Statements(M::Undo),
            "undo",
            "Take back what was done last on this screen, one put aside too.",
            9,
        ),
        bind(&["ctrl-y"], C::Statements, A::Statements(M::Redo), "redo", "Do once more what was taken back last.", 9),
        bind(
            &["w", "f2"],
            C::Statements,
            A::Statements(M::WriteLetter),
            "letter",
            "Write the letter to the session's summary folder, as Markdown and HTML.",
            5,
        ),
        bind(&["l", "f3"], C::Statements, A::Statements(M::Listen), "listen", "Listen back to the session.", 6),
        bind(&["enter"], C::Stating, A::Statements(M::Keep), "keep", "Keep the statement as it is written now.", 9),
        bind(&["esc"], C::Stating, A::Statements(M::PutAside), "put aside", "Put the statement aside; undo brings it back.", 9),
        bind(&["esc", "f1"], C::Commands, A::Commands(Commands::Close), "close", "Put it away.", 2),
        bind(&["down", "pagedown", "ctrl-down"], C::Commands, A::Commands(Commands::Down), "move", "Go to the command below.", 4),
        bind(&["up", "pageup", "ctrl-up"], C::Commands, A::Commands(Commands::Up), "move", "Go to the command above.", 4),
        bind(&["enter"], C::Commands, A::Commands(Commands::Choose), "do it", "Do the chosen command.", 1),
        bind(
            &["backspace"],
            C::Commands,
            A::Commands(Commands::Erase),
            "erase",
            "Delete a character of what narrows it; with none left, put it away.",
            9,
        ),
        bind(
            &["tab"],
            C::Commands,
            A::Commands(Commands::Manual),
            "manual",
            "From the help: read the manual, and look there for what was typed.",
            3,
        ),
        bind(&["enter", "ctrl-j"], C::Manual, A::Manual(R::Read), "read", "Read the topic, or where the line stands in its topic.", 1),
        bind(&["esc"], C::Manual, A::Manual(R::Back), "back", "Go back from the page to the list, and from there to the screen.", 2),
        bind(&["up", "ctrl-p"], C::Manual, A::Manual(R::Up), "move", "Go to the line above.", 4),
        bind(&["down", "ctrl-n"], C::Manual, A::Manual(R::Down), "move", "Go to the line below.", 4),
        bind(&["pageup", "ctrl-up"], C::Manual, A::Manual(R::PageUp), "page", "Go eight lines up.", 5),
        bind(&["pagedown", "ctrl-down"], C::Manual, A::Manual(R::PageDown), "page", "Go eight lines down.", 5),
        bind(&["home", "ctrl-home"], C::Manual, A::Manual(R::Beginning), "ends", "Go to the beginning of the page or list.", 7),
        bind(&["end", "ctrl-end"], C::Manual, A::Manual(R::End), "ends", "Go to the end of the page or list.", 7),
        bind(
            &["backspace"],
            C::Manual,
            A::Manual(R::Erase),
            "erase",
            "Delete a character of what is looked for; with none left, or on a page, go back.",
            9,
        ),
        bind(&["f1"], C::Manual, A::Manual(R::Close), "close", "Put the manual away, wherever one reads.", 6),
        bind(
            &["f1", "alt-h"],
            C::Anywhere,
            A::Everywhere(E::Help),
            "help",
            "Show every key that works here, and the way to the manual.",
            9,
        ),
        bind(&["/", "ctrl-l"], C::Anywhere, A::Everywhere(E::Palette), "more", "Open the list of commands, and do one by its name.", 7),
        bind(&["f12", "alt-d"], C::Anywhere, A::Everywhere(E::Theme), "dim", "Change between the normal and the dim theme.", 9),
        bind(&["esc", "alt-b"], C::Anywhere, A::Everywhere(E::Leave), "back", "Go back to the screen before.", 8),
        bind(
            &["ctrl-c"],
            C::Anywhere,
            A::Everywhere(E::Quit),
            "quit",
            "Leave the program; in an interview press it twice to end it properly.",
            9,
        ),
    ]
};
