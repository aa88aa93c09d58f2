//! Undo is a promise too: it takes back what was done last on this screen, says what that was, can be taken back itself, and reaches no
//! further than the screen it is pressed on.

use hearback::domain::coverage::Coverage;
use hearback::domain::note::NoteId;
use hearback::shell::script::Script;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::of;

fn says(script: &Script, words: &str) {
    assert!(script.notice().is_some_and(|n| n.contains(words)), "{words}: {:?}", script.notice());
}

fn texts(script: &Script) -> Vec<String> {
    script.session().unwrap().notes().map(|n| n.text.clone()).collect()
}

/// In the room, with two notes and a mark.
fn room(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.hear(secs(2)).keys("<pagedown>eyes fill<enter>").hear(secs(1)).keys("rest before pain<enter><f5>1").hear(secs(1)).saved();
    script
}

#[test]
fn it_says_by_name_what_it_took_back_and_what_is_there_again() {
    let dir = study();
    let mut script = room(&dir);
    script.keys("<ctrl-z>");
    says(&script, "taken back: asked on “");
    says(&script, "Ctrl-Y brings it back");
    script.keys("<ctrl-z>");
    says(&script, "taken back: “rest before pain”. Ctrl-Y brings it back");
    assert_eq!(texts(&script), ["eyes fill"]);
    script.keys("<ctrl-y>");
    says(&script, "there again: “rest before pain”");
    script.keys("<ctrl-y>");
    says(&script, "there again: asked on “");
    script.keys("<ctrl-y>");
    says(&script, "nothing was taken back");
    assert_eq!(texts(&script), ["eyes fill", "rest before pain"]);
    assert_eq!(script.session().unwrap().next_note(), NoteId(3), "what is done once more is restored, never added again");
    // Something new: what was taken back before it cannot be done once more.
    script.keys("<ctrl-z>and more<enter><ctrl-y>");
    says(&script, "nothing was taken back");
    script.leave();
}

#[test]
fn what_only_the_team_may_read_is_not_named_by_its_words_in_the_room() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(2)).keys("<pagedown>@eyes fill<enter>").hear(secs(1)).saved();
    assert_eq!(script.session().unwrap().notes().next().unwrap().kind.word(), "observation");
    script.keys("<ctrl-z>");
    says(&script, "taken back: observation of 2 words. Ctrl-Y brings it back");
    script.keys("<ctrl-y>");
    says(&script, "there again: observation of 2 words");
    script.leave();
}

#[test]
fn the_latest_thing_comes_back_first_whatever_it_is() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(2)).keys("an hour ago<esc>").hear(secs(2)).keys("eyes fill<enter>").hear(secs(2)).keys("just now<esc>");
    script.keys("<ctrl-z>").keys("<enter>").saved();
    assert_eq!(texts(&script), ["eyes fill", "just now"], "the line that was put aside last");
    script.keys("<ctrl-z>");
    says(&script, "taken back: “just now”");
    script.keys("<ctrl-z>");
    says(&script, "taken back: “eyes fill”");
    script.keys("<ctrl-z>").keys("<enter>");
    assert_eq!(texts(&script), ["an hour ago"], "and only then the one from before");
    script.leave();
}

#[test]
fn a_line_that_is_not_saved_stops_it() {
    let dir = study();
    let mut script = room(&dir);
    script.keys("half a sen<ctrl-z>");
    says(&script, "a line is being written");
    assert_eq!(texts(&script).len(), 2);
    assert!(script.screen(80, 24).contains("half a sen"));
    script.keys("<ctrl-y>");
    says(&script, "a line is being written");
    script.leave();
}

/// The session of [`room`], ended, and listened back to.
fn listening(dir: &tempfile::TempDir) -> Script {
    let mut script = room(dir);
    script.keys("<f10><f10>").hear(secs(1)).keys("l").hear(secs(1));
    script
}

#[test]
fn what_another_screen_did_is_not_taken_back() {
    let dir = study();
    let mut script = listening(&dir);
    for _ in 0..5 {
        script.keys("u");
        says(&script, "nothing to undo");
    }
    assert_eq!(texts(&script).len(), 2, "not what was done in the room");
    script.keys("<delete>m").hear(secs(1)).keys("u");
    says(&script, "nothing to undo");
    script.keys("<enter>You rest.<enter>").saved();
    script.keys("l").hear(secs(1)).keys("u");
    says(&script, "nothing to undo");
    assert_eq!(script.session().unwrap().statements().count(), 1, "and no statement while listening");
    assert_eq!(of(&script, "daily-life"), Coverage::Asked, "nor a mark");
    script.leave();
}

#[test]
fn an_earlier_sitting_is_not_taken_back() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("<delete>").saved();
    script.leave();
    let mut script = home(&dir);
    script.keys("l").hear(secs(1)).keys("uuu");
    says(&script, "nothing to undo");
    assert_eq!(texts(&script).len(), 1);
    script.leave();
}

#[test]
fn the_selection_is_on_what_came_back_and_histories_do_not_grow() {
    let dir = study();
    let mut script = listening(&dir);
    // Edited twice, back to what it was.
    script.keys("<enter> twice<enter>").keys("<enter>").keys(&"<backspace>".repeat(6)).keys("<enter>").saved();
    let history = |script: &Script| script.session().unwrap().note(NoteId(1)).unwrap().revisions().len();
    let text = |script: &Script| script.session().unwrap().note(NoteId(1)).unwrap().text.clone();
    let first = text(&script);
    assert_eq!((history(&script), first.as_str()), (2, "eyes fill"));
    for (keys, versions) in [("u", 1), ("u", 0), ("<ctrl-y>", 1), ("<ctrl-y>", 2), ("u", 1), ("<ctrl-y>", 2), ("u", 1), ("u", 0)] {
        script.keys(keys).saved();
        assert_eq!(history(&script), versions, "{keys}");
    }
    assert_eq!(text(&script), "eyes fill");
    // Another note is chosen; what comes back is where the selection goes.
    script.keys("<delete>").saved();
    script.keys("<down><down>").keys("u").saved();
    says(&script, "taken back: striking “eyes fill”");
    script.keys("<delete>").saved();
    assert!(script.session().unwrap().note(NoteId(1)).unwrap().struck, "the note that came back was chosen");
    script.leave();
}

#[test]
fn what_stands_in_a_letter_is_not_taken_back_from_under_it() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("m").hear(secs(1)).keys("<enter>You rest.<enter>").saved();
    script.keys("w").hear(secs(1)).saved();
    assert_eq!(script.session().unwrap().letters(), 1, "{:?}", script.notice());
    script.keys("uu");
    says(&script, "nothing to undo");
    assert_eq!(script.session().unwrap().statements().count(), 1);
    script.leave();
}

#[test]
fn what_is_reviewed_is_closed() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("<delete>").saved();
    script.keys("<f7>").saved();
    script.keys("u");
    says(&script, "listened back to");
    assert_eq!(texts(&script).len(), 1);
    script.leave();
}
