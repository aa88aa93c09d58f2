//! Notes at speed: tags, minutes ago, notes that belong elsewhere, looking back, and marks without a word.

use hearback::domain::coverage::Coverage;
use hearback::domain::coverage::OwnProbe;
use hearback::domain::guide::Id;
use hearback::domain::names::NameOf;
use hearback::domain::session::Session;
use hearback::shell::script::Script;
use hearback::tui::keymap::Context;
use hearback::tui::model::Screen;
use hearback::tui::screen::interview::Room;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::at;
use crate::support::told::of;
use crate::support::told::reread;
use crate::support::told::texts;
use crate::support::told::with;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::says;

fn said(script: &Script, english: &str) {
    assert!(script.notice().is_some_and(|notice| says(notice, english)), "{english}: {:?}", script.notice());
}

fn room(script: &Script) -> &Room {
    match &script.model().screen {
        Screen::Interview(room) => room,
        other => panic!("not in the interview: {other:?}"),
    }
}

fn innermost(script: &Script) -> Context {
    script.model().contexts()[0]
}

fn lines(script: &Script) -> u64 {
    script.model().shared.sitting.as_ref().unwrap().journal_lines()
}

/// The question to which the note belongs that holds `words`.
fn question<'s>(session: &'s Session, words: &str) -> Option<&'s str> {
    with(session, words).question.as_ref().map(Id::as_str)
}

/// What `hearback show` says of the only session, and what it gives to programs.
fn shown(dir: &tempfile::TempDir) -> (String, serde_json::Value) {
    let run = |more: &[&str]| {
        let output = program().current_dir(dir.path()).args(["show", "P01"]).args(more).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    (run(&[]), serde_json::from_str(&run(&["--json"])).unwrap())
}

#[test]
fn two_minutes_ago_is_one_key_twice_and_can_be_taken_back() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear_until(secs(130)).keys("they said<ctrl-b>");
    said(&script, "stamp: 1 min earlier, at 1:08");
    script.keys("<ctrl-b>");
    said(&script, "stamp: 2 min earlier, at 0:08");
    script.keys("<ctrl-t>");
    said(&script, "stamp: 2 min 5 s earlier, at 0:03");
    // The words stay; what moved is taken back, step by step, and then nothing of the line is.
    script.keys("<ctrl-z>");
    said(&script, "stamp: back at 0:08");
    script.keys("<ctrl-z><ctrl-z>");
    said(&script, "stamp: back at 2:08");
    script.keys("<ctrl-z>");
    assert!(!says(script.notice().unwrap(), "stamp: back"), "{:?}", script.notice());
    assert_eq!(room(&script).line().text(), "they said");
    script.keys("<ctrl-b><ctrl-b> so<enter>").hear(secs(1));
    let note = with(script.session().unwrap(), "they said so");
    assert_eq!((note.stamp.raw, note.stamp.reaction_ms, note.position), (at(130.0), 121_500, at(8.5)), "the hand's moment is kept");
    // On an empty line it is the last note; never before the beginning.
    script.keys("<ctrl-b>");
    said(&script, "the last note: 2 min 8 s earlier, at 0:00");
    let before = lines(&script);
    script.keys("<ctrl-b>");
    said(&script, "the stamp is at the beginning of the interview already");
    assert_eq!(lines(&script), before);
    script.keys("<ctrl-z>");
    assert_eq!(with(script.session().unwrap(), "they said so").position, at(8.5));
    script.leave();
}

/// What was noted off the record would else point to what was said on it.
#[test]
fn what_was_noted_off_the_record_is_not_moved_onto_it() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear_until(secs(70)).keys("<ctrl-o>").hear(secs(5)).keys("<ctrl-x>agreed<ctrl-b>");
    said(&script, "what was noted off the record stays there");
    script.keys("<enter><ctrl-t>");
    said(&script, "what was noted off the record stays there");
    assert_eq!(with(script.session().unwrap(), "agreed").position, at(70.0));
    // Back on it, two minutes ago is what was said before the pause: the pause has no length on the session's line.
    script.keys("<ctrl-o>").hear(secs(10)).keys("later<ctrl-b><enter>").hear(secs(1));
    let position = with(script.session().unwrap(), "later").position;
    assert!((at(15.0)..at(25.0)).contains(&position), "{position:?}");
    script.leave();
}

#[test]
fn a_note_is_moved_to_the_question_that_it_belongs_to() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown><f3><down><ctrl-g>");
        said(&script, "no note is being written, and none was saved since you came in");
        // The one that is being written, while the open question stays open.
        script.hear(secs(5)).keys("about the way<f3><down><ctrl-g>");
        assert!(script.model().overlay.is_none());
        said(&script, "this note: with ");
        assert_eq!(room(&script).line().text(), "about the way");
        script.keys("<enter>").hear(secs(1));
        let session = script.session().unwrap();
        assert_eq!(
            (question(session, "about the way"), session.open_question().map(Id::as_str)),
            (Some("way-to-therapy"), Some("daily-life"))
        );
        assert_eq!(of(&script, "way-to-therapy"), Coverage::NotYet, "nothing is said of the question");
        // The last one, found by words; it is another version, taken back by name.
        script.keys("about the day<enter>").hear(secs(1)).keys("/to therapy<backtab>");
        said(&script, "the last note: with ");
        let note = with(script.session().unwrap(), "about the day");
        assert_eq!((note.question.as_ref().map(Id::as_str), note.revisions().len()), (Some("way-to-therapy"), 1));
        assert_eq!(note.revisions()[0].question.as_ref().map(Id::as_str), Some("daily-life"));
        let before = lines(&script);
        script.keys("<f3><down><ctrl-g>");
        assert_eq!(lines(&script), before, "it is there already");
        script.keys("<ctrl-z>");
        said(&script, "taken back: where ");
        assert_eq!(question(script.session().unwrap(), "about the day"), Some("daily-life"));
        script.keys("<ctrl-y>");
        assert_eq!(question(script.session().unwrap(), "about the day"), Some("way-to-therapy"));
        // On the line, too, it is taken back.
        script.keys("a third<f3><down><ctrl-g><ctrl-z>");
        said(&script, "this note: with ");
        script.keys("<enter>").hear(secs(1)).saved();
        assert_eq!(question(script.session().unwrap(), "a third"), Some("daily-life"));
        drop(script);
        let session = reread(&dir);
        assert_eq!(
            (question(&session, "about the day"), question(&session, "about the way")),
            (Some("way-to-therapy"), Some("way-to-therapy"))
        );
    });
}

/// Where the program dies, what is being written is still of the moment and the question to which it was moved.
#[test]
fn what_was_moved_outlives_a_crash() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(70)).keys(">\"about #way<ctrl-b><f3><down><ctrl-g>").hear(secs(3)).saved();
    drop(script);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1));
    assert_eq!(room(&script).line().text(), "\"about #way");
    script.keys("\"<enter>").hear(secs(1));
    let note = with(script.session().unwrap(), "\"about #way\"");
    assert_eq!((note.position, note.question.as_ref().map(Id::as_str), note.tags()), (at(8.5), Some("way-to-therapy"), vec!["way"]));
    script.leave();
}

/// The row and the card keep nothing from the line: it is on disk as ever, and what was marked is in the journal.
#[test]
fn what_was_marked_and_the_line_below_a_card_outlive_a_crash() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>first<enter>").hear_until(secs(20)).keys("half a<ctrl-g>2<ctrl-g>4<backtab> thought").hear(secs(3)).saved();
    assert_eq!(innermost(&script), Context::Writing);
    drop(script);
    let session = reread(&dir);
    assert_eq!(session.names().iter().map(|name| (name.stamp.position(), name.of)).collect::<Vec<_>>(), [(at(18.5), NameOf::Place)]);
    assert_eq!(session.coverage().own_probes(&Id::new("daily-life")).len(), 1);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1));
    assert_eq!(room(&script).line().text(), "half a thought");
    script.leave();
}

#[test]
fn the_notes_so_far_lie_over_the_guide_while_the_question_stays_open() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<backtab>");
        said(&script, "there is no note yet");
        script.keys("<pagedown>").hear(secs(5));
        for n in 1..=9 {
            script.keys(&format!("number {n} of them<enter>")).hear(secs(1));
        }
        script.keys("@they look away<enter>").hear(secs(1));
        let (before, open) = (lines(&script), script.session().unwrap().open_question().cloned());
        script.keys("half a line<backtab>");
        let seen = script.screen(80, 24);
        assert!(says(&seen, "The notes so far, 1 of 10"), "{seen}");
        assert!(seen.contains("number 9") && seen.contains("half a line"), "{seen}");
        assert!(!seen.contains("they look away"), "what was seen is only counted: {seen}");
        // It is gone through, and the one that is chosen says to which question it belongs.
        script.keys("<down><down>");
        assert!(says(&script.screen(80, 24), "The notes so far, 3 of 10"), "{}", script.screen(80, 24));
        script.keys(&"<pagedown>".repeat(20));
        let seen = script.screen(60, 16);
        assert!(says(&seen, "The notes so far, 10 of 10") && seen.contains("number 1 of them"), "{seen}");
        script.keys("<up>");
        assert!(script.screen(60, 16).contains("number 2 of them"), "{}", script.screen(60, 16));
        // Nothing of the guide changed, and nothing was written.
        let now = (lines(&script), script.session().unwrap().open_question().cloned());
        assert_eq!((now, room(&script).line().text()), ((before, open), "half a line"));
        // Enter saves the line, as everywhere; on an empty one it takes up the note that is chosen.
        script.keys("<enter>").hear(secs(1));
        assert_eq!((texts(script.session().unwrap()).len(), innermost(&script)), (11, Context::LookBack));
        script.keys("<enter>");
        said(&script, "this note: ");
        assert_eq!((room(&script).line().text(), innermost(&script)), ("number 2 of them", Context::Writing));
        script.keys("!<enter>").hear(secs(1));
        assert!(texts(script.session().unwrap()).contains(&"number 2 of them!"));
        // Covered means covered; the same key and Esc put it away.
        script.keys("<f11><ctrl-k>");
        let seen = script.screen(80, 24);
        assert!(!seen.contains("number") && seen.contains(in_either("11 notes, covered", "11 notities, afgedekt")), "{seen}");
        script.keys("<enter>");
        assert_eq!(room(&script).line().text(), "");
        script.keys("<ctrl-k><f11>");
        assert_eq!(innermost(&script), Context::Interview);
        script.keys("a word<backtab><esc>");
        assert_eq!((innermost(&script), room(&script).line().text()), (Context::Writing, "a word"));
        // Going elsewhere puts it away as well.
        script.keys("<enter><backtab><right>").hear(secs(1));
        assert_eq!((of(&script, "daily-life"), innermost(&script)), (Coverage::Asked, Context::Interview));
        script.leave();
    });
}

#[test]
fn a_name_is_marked_by_its_place_and_never_by_itself() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear_until(secs(15)).keys("<ctrl-g>");
        assert_eq!(innermost(&script), Context::Marks);
        assert!(says(&script.screen(60, 16), "another name"), "{}", script.screen(60, 16));
        // The moment is that of the key, however long one looks for the digit.
        script.hear(secs(4)).keys("1");
        said(&script, "stamped: the name of a person");
        assert_eq!(innermost(&script), Context::Interview);
        // In the middle of a note nothing happens to the line.
        script.hear_until(secs(40)).keys("so 2 of<f7>3 them<enter>").hear(secs(1));
        assert_eq!(texts(script.session().unwrap()), ["so 2 of them"]);
        let told = |script: &Script| script.session().unwrap().names().iter().map(|n| (n.stamp.position(), n.of)).collect::<Vec<_>>();
        assert_eq!(told(&script), [(at(13.5), NameOf::Person), (at(38.5), NameOf::Other)]);
        script.keys("<ctrl-g>2<ctrl-z>");
        assert!(script.notice().unwrap().contains(in_either("the name of a place", "de naam van een plaats")), "{:?}", script.notice());
        assert_eq!(told(&script).len(), 2);
        script.keys("<ctrl-y><ctrl-z>");
        // The key again, Esc and a note put the row away; several keys at once say nothing.
        for away in ["<ctrl-g>", "<esc>"] {
            script.keys("<ctrl-g>").keys(away);
            assert_eq!(innermost(&script), Context::Interview, "{away}");
        }
        script.keys("<ctrl-g>x 1<enter>").hear(secs(1));
        assert_eq!((texts(script.session().unwrap()).len(), told(&script).len()), (2, 2));
        // Off the record nothing is transcribed.
        script.keys("<ctrl-o><ctrl-g>1");
        assert_eq!(told(&script).len(), 2);
        script.keys("<ctrl-o>").hear(secs(2)).keys("<f10><f10>").saved().keys("e").saved();
        let seen = script.screen(80, 40);
        assert!(seen.contains(in_either("names were said 2 times", "2 keer een naam genoemd")), "{seen}");
        script.leave();
        let (text, json) = shown(&dir);
        assert!(text.contains("names said: 2 places for the transcriber: 0:13"), "{text}");
        assert_eq!((json["names"][0]["at_ms"].as_u64(), json["names"][0]["of"].as_str()), (Some(13_500), Some("person")));
        assert_eq!(json["names"][1]["frame"].as_u64(), Some(38 * 48_000 + 24_000));
    });
}

#[test]
fn probes_of_ones_own_are_counted_where_they_were_asked() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<ctrl-g>4");
        said(&script, "this is not a question: there is nothing to mark");
        script.keys("<pagedown>").hear_until(secs(30)).keys("<ctrl-g>4<ctrl-g>5").hear(secs(2)).keys("<f7>4");
        let counted = in_either("asked: 2 improvised, 1 clarifying", "gevraagd: 2 zelf bedacht, 1 verhelderend");
        assert!(script.screen(80, 24).contains(counted), "{}", script.screen(80, 24));
        let asked = |script: &Script| {
            let session = script.session().unwrap();
            session.coverage().own_probes(&Id::new("daily-life")).iter().map(|probe| probe.own).collect::<Vec<_>>()
        };
        assert_eq!(asked(&script), [OwnProbe::Improvised, OwnProbe::Clarifying, OwnProbe::Improvised]);
        script.keys("<ctrl-z>");
        assert!(script.notice().unwrap().contains(in_either("an improvised probe", "een eigen doorvraag")), "{:?}", script.notice());
        assert_eq!(asked(&script).len(), 2);
        assert_eq!(of(&script, "daily-life"), Coverage::NotYet, "what became of the question is the interviewer's to say");
        script.keys("<f10><f10>");
        script.leave();
        let (text, json) = shown(&dir);
        assert!(text.contains("(1 improvised, 1 clarifying)"), "{text}");
        let of_question = |question: &str| json["coverage"].as_array().unwrap().iter().find(|c| c["question"] == question).unwrap().clone();
        assert_eq!(of_question("daily-life")["own_probes"][1], serde_json::json!({"at_ms": 30_000, "probe": "clarifying"}));
        assert_eq!(of_question("way-to-therapy")["own_probes"], serde_json::json!([]));
    });
}

#[test]
fn tags_are_read_off_the_text_and_stay_with_the_team() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(20)).keys("you rest before it hurts #pacing #Body<enter>").hear(secs(1));
    script.keys(">“it is a C# of pain”#body<enter>").hear(secs(1)).keys("#3 comes first<enter>").hear(secs(1)).keys("<f10><f10>");
    script.keys("<enter>l");
    assert!(script.screen(80, 24).contains("#Body 2  #pacing 1"), "{}", script.screen(80, 24));
    // Both rest on one statement, and the letter has neither tag.
    script.keys("mg<down>gnyou rest before it hurts");
    assert!(!script.screen(80, 24).lines().last().unwrap().contains('#'));
    script.keys("<enter>w").saved();
    let session = script.session().unwrap();
    assert!(
        session.statements().any(|s| s.text.starts_with("you rest before it hurts") && !s.text.contains('#')),
        "{:?}",
        session.statements().collect::<Vec<_>>()
    );
    script.leave();
    let (text, json) = shown(&dir);
    assert!(text.contains("tags: #Body 2  #pacing 1"), "{text}");
    assert_eq!(json["notes"][0]["tags"], serde_json::json!(["pacing", "Body"]));
    assert_eq!(json["notes"][2]["tags"], serde_json::json!([]));
    let output = program().current_dir(dir.path()).args(["letter", "P01"]).output().unwrap();
    let letter = String::from_utf8(output.stdout).unwrap();
    assert!(letter.contains("of pain") && !letter.to_lowercase().contains("#body") && !letter.contains("pacing"), "{letter}");
    assert!(
        letter.lines().any(|line| line.contains("“it is a C") && line.starts_with("> ")),
        "the quotation is not marked twice: {letter}"
    );
}

#[test]
fn listening_back_a_note_is_moved_to_another_question() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear(secs(20)).keys("about the way<enter>").hear(secs(1)).keys("<f10><f10><enter>lg");
        // Enter says where it belongs; nobody raises anything here.
        script.keys("to therapy<tab>");
        assert!(script.model().overlay.is_some());
        script.keys("<enter>").saved();
        said(&script, "this note: with ");
        assert_eq!(question(script.session().unwrap(), "about the way"), Some("way-to-therapy"));
        assert_eq!(of(&script, "way-to-therapy"), Coverage::NotYet);
        script.keys("<ctrl-z>");
        said(&script, "taken back: where ");
        assert_eq!(question(script.session().unwrap(), "about the way"), Some("daily-life"));
        script.keys("<f7>g<down><enter>");
        assert_eq!(question(script.session().unwrap(), "about the way"), Some("daily-life"), "what was reviewed is not changed");
        script.leave();
    });
}
