//! Edits under way after the interview: put aside and brought back, and kept when the screen goes away under them.

use hearback::domain::incident::EndCause;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::domain::statement::StatementId;
use hearback::domain::time::Position;
use hearback::shell::script::Script;
use hearback::tui::chord::Chord;
use hearback::tui::model::Model;
use hearback::tui::msg::Msg;
use hearback::tui::msg::Now;
use hearback::tui::msg::OpenSession;
use hearback::tui::msg::Purpose;
use hearback::tui::update::update;

use crate::support::day::DAY;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::study;
use crate::support::told::reread;
use crate::support::told::texts;

fn note(session: &Session, id: u32) -> &str {
    &session.note(NoteId(id)).unwrap().text
}

/// What every statement that stands says.
fn statements(session: &Session) -> Vec<&str> {
    session.statements().map(|s| s.text.as_str()).collect()
}

fn says(script: &Script, words: &str) {
    assert!(script.notice().is_some_and(|n| n.contains(words)), "{:?}", script.notice());
}

#[test]
fn an_edit_of_a_note_is_put_aside_and_comes_back() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("l<enter>, mostly<esc>");
    says(&script, "put aside; Ctrl-Z brings it back");
    assert_eq!(note(script.session().unwrap(), 1), "you rest before it hurts", "nothing is changed by it");
    // By Ctrl-Z, from wherever one has gone.
    script.keys("<down><ctrl-z>");
    assert!(script.screen(80, 24).contains("you rest before it hurts, mostly"), "{}", script.screen(80, 24));
    // And by opening the same note again.
    script.keys("<esc><enter> I think<enter>").saved();
    assert_eq!(note(script.session().unwrap(), 1), "you rest before it hurts, mostly I think");
    // With nothing aside, undo takes the last change back.
    script.keys("u").saved();
    assert_eq!(note(script.session().unwrap(), 1), "you rest before it hurts");
    // An edit that changed nothing is nothing.
    script.keys("<enter><esc>u");
    says(&script, "nothing to undo");
    // A new note: `n` begins another, Ctrl-Z brings this one back.
    script.keys("nhalf a thought<esc>").keys("n<esc>").keys("<ctrl-z>, and the rest<enter>").saved();
    assert!(texts(script.session().unwrap()).contains(&"half a thought, and the rest"), "{:?}", texts(script.session().unwrap()));
    script.leave();
}

/// What was put aside of a note that was taken back since waits for that note.
#[test]
fn an_edit_put_aside_does_not_stand_in_the_way_of_undo() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("l<enter>, mostly<esc><delete><ctrl-z>").saved();
    assert_eq!(script.session().unwrap().notes().count(), 3, "first the note comes back");
    script.keys("<ctrl-z>");
    assert!(script.screen(80, 24).contains("hurts, mostly"), "then the edit: {}", script.screen(80, 24));
    script.leave();
}

#[test]
fn a_statement_is_put_aside_and_comes_back() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("m<enter><f7>, you said<esc>");
    says(&script, "put aside; Ctrl-Z brings it back");
    assert_eq!(script.session().unwrap().statements().count(), 0);
    script.keys("<down><ctrl-z>");
    assert!(script.screen(80, 24).contains("you rest before it hurts, you said"), "{}", script.screen(80, 24));
    script.keys("<esc><up><enter>, twice<enter>").saved();
    assert_eq!(statements(script.session().unwrap()), ["you rest before it hurts, you said, twice"]);
    script.leave();
}

#[test]
fn leaving_keeps_what_is_being_written() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("l<enter>, mostly<ctrl-c>");
    assert!(script.has_left(), "Ctrl-C leaves from a line as from anywhere");
    script.leave();
    assert_eq!(note(&reread(&dir), 1), "you rest before it hurts, mostly");
    let mut script = home(&dir);
    script.keys("m<enter><f7>, you said<ctrl-c>");
    script.leave();
    assert_eq!(statements(&reread(&dir)), ["you rest before it hurts, mostly, you said"]);
}

/// Put aside and never brought back: the journal has it, and nothing that is shown has.
#[test]
fn what_was_put_aside_outlives_the_screen() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("l<enter>, mostly<esc>nnever mind<esc>m");
    assert_eq!(script.notice(), None, "on another screen nothing is promised to come back");
    script.keys("<enter><f7>, you said<esc>").keys("l").keys("<esc>");
    script.leave();
    let session = reread(&dir);
    let first = session.note(NoteId(1)).unwrap();
    assert_eq!(first.text, "you rest before it hurts");
    assert!(first.revisions().iter().any(|r| r.text == "you rest before it hurts, mostly"), "{:?}", first.revisions());
    assert!(session.note(NoteId(4)).is_some_and(|n| n.struck && n.text == "never mind"));
    assert!(session.statement(StatementId(1)).is_some_and(|s| s.struck && s.text == "you rest before it hurts, you said"));
    // The same before the notes are closed for changes.
    let mut script = home(&dir);
    script.keys("l<enter>, or so<esc><f7>").saved();
    assert_eq!(script.session().unwrap().phase(), Phase::Reviewed);
    assert!(script.session().unwrap().note(NoteId(1)).unwrap().revisions().iter().any(|r| r.text.ends_with(", or so")));
    script.leave();
}

/// The window is closed in the middle of a word.
#[test]
fn a_closed_window_keeps_what_is_being_written() {
    let dir = study();
    let script = held(&dir);
    let stopped = |purpose: Purpose, keys: &[&str]| -> Session {
        let mut model = Model::new(script.model().shared.offer.clone());
        let now = Now { position: Position::START, wall: DAY, mono_ms: 0 };
        let open = OpenSession {
            name: String::new(),
            session: reread(&dir),
            events: 40,
            changed: Vec::new(),
            mended: None,
            draft: None,
            purpose,
            form: None,
            left: hearback::domain::hearing::Left::default(),
            last_time: None,
        };
        update(&mut model, Msg::Opened(Box::new(open)));
        for key in keys {
            update(&mut model, Msg::Key(key.parse::<Chord>().unwrap().into(), now));
        }
        update(&mut model, Msg::Stop(EndCause::TerminalClosed, now));
        assert!(model.leaving);
        model.session().unwrap().clone()
    };
    let session = stopped(Purpose::Listen, &["enter", "!"]);
    assert_eq!(note(&session, 1), "you rest before it hurts!");
    let session = stopped(Purpose::Listen, &["n", "tab", "y", "e", "s"]);
    assert_eq!((note(&session, 4), session.note(NoteId(4)).unwrap().kind), ("yes", NoteKind::Quote));
    let session = stopped(Purpose::Statements, &["enter", "f7", "!"]);
    assert_eq!(statements(&session), ["you rest before it hurts!"]);
    // What nobody typed is nothing: a line that was only opened, and one that was emptied.
    let session = stopped(Purpose::Statements, &["enter"]);
    assert!(statements(&session).is_empty());
    let session = stopped(Purpose::Listen, &["enter", "ctrl-w", "ctrl-w", "ctrl-w", "ctrl-w", "ctrl-w"]);
    assert_eq!(note(&session, 1), "you rest before it hurts");
}
