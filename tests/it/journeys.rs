//! Whole interviews as scripts of keys, in each language: what is pressed, what is heard, what is seen, and what lies on disk afterwards.
//!
//! Time and the microphone are simulated; the decisions, the recorder, the journal and the files are those of every interview.

use std::fs;

use hearback::audio::Mute;
use hearback::audio::simulated::Sound;
use hearback::domain::coverage::Coverage;
use hearback::domain::guide::Id;
use hearback::domain::named::Worded;
use hearback::domain::note::NoteKind;
use hearback::domain::session::Session;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Phase;
use hearback::domain::standing::Standing;
use hearback::domain::summary::Summary;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::domain::timeline::Span;
use hearback::shell::script::Script;
use hearback::store::folder::SessionFolder;
use hearback::store::journal;
use hearback::tui::model::Screen;
use hearback::tui::notice::Subject;

use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::held;
use crate::support::day::here;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::day::voice;
use crate::support::told::at;
use crate::support::told::folders;
use crate::support::told::frames;
use crate::support::told::notes;
use crate::support::told::of;
use crate::support::told::reread;
use crate::support::told::texts;
use crate::support::told::with;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::is_said;
use crate::support::tongue::says;

/// What is said of a note of so many words that is only counted in the room.
fn veiled(kind: NoteKind, count: u64) -> String {
    format!("{} {} {count} {}", kind.words(), in_either("of", "van"), in_either("words", "woorden"))
}

#[test]
fn an_interview_from_the_form_to_the_list() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        assert!(says(&script.screen(80, 24), "No interview yet"));
        // The form: the guide, the code as suggested, the round, where, who, the microphone, and consent item by item.
        script.keys("n<enter><enter><enter>at the practice<enter>AB<enter><enter>").hear(secs(1));
        assert!(says(&script.screen(80, 24), "Are you willing to take part"), "the item is there to be read aloud");
        assert!(script.screen(80, 24).contains(in_either("not ready: consent?", "niet klaar: toestemming")), "{}", script.screen(80, 24));
        script.keys("<f10>");
        assert!(says(script.notice().unwrap(), "a consent item has no answer"), "{:?}", script.notice());
        script.keys("yyyyn");
        assert!(says(&script.screen(80, 24), "ready: F10 begins"), "{}", script.screen(80, 24));
        // Those who want a summary may be asked how; nobody has to be.
        script.keys("<enter><enter><enter>");
        let session = script.session().unwrap();
        assert_eq!((session.phase(), session.opened().participant.as_str()), (Phase::Recording, "P01"));
        assert_eq!((session.opened().setting.as_str(), session.opened().present.as_str()), ("at the practice", "AB"));
        let answers: Vec<_> = session.guide().consent.iter().map(|c| session.consents().answer(&c.id).unwrap()).collect();
        assert_eq!(answers.iter().filter(|a| **a == hearback::domain::consent::Answer::Given).count(), 4);

        // Through the introduction to the first question.
        script.keys("<down><down><down><down>").hear(secs(1)).keys("<down>");
        assert_eq!(script.session().unwrap().open_question(), Some(&Id::new("daily-life")));
        // A note of each kind, stamped at its first key less a second and a half.
        script.hear_until(secs(10)).keys("r").hear(secs(4)).keys("est before pain<enter>");
        script.hear_until(secs(20)).keys(">it was like a switch<enter>");
        script.hear_until(secs(30)).keys("@looks away<enter>");
        assert!(script.screen(80, 24).contains(&veiled(NoteKind::Observation, 2)), "{}", script.screen(80, 24));
        script.hear_until(secs(40)).keys("?which exercise<enter>");
        assert!(script.screen(60, 16).contains("which exercise"), "what is still to be asked can be read");
        script.hear_until(secs(50)).keys("(compare P03<enter>");
        // A moment, and a note that stays with the question that was open when it was begun.
        script.hear_until(secs(60)).keys("<space>");
        script.hear_until(secs(70)).keys("the road").hear(secs(2)).keys("<down>").hear(secs(2)).keys(" to it<enter>").hear(secs(6));
        script.saved();
        let session = script.session().unwrap();
        let told: Vec<_> = notes(session).iter().map(|n| (n.position.millis(), n.kind, n.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (8_500, NoteKind::Paraphrase, "rest before pain"),
                (18_500, NoteKind::Quote, "it was like a switch"),
                (28_500, NoteKind::Observation, "looks away"),
                (38_500, NoteKind::FollowUp, "which exercise"),
                (48_500, NoteKind::Memo, "compare P03"),
                (58_500, NoteKind::Paraphrase, ""),
                (68_500, NoteKind::Paraphrase, "the road to it"),
            ]
        );
        assert_eq!(with(session, "the road").stamp.raw, at(70.0), "the raw moment is kept as well");
        assert_eq!(with(session, "the road").question, Some(Id::new("daily-life")));
        assert_eq!(session.open_question(), Some(&Id::new("way-to-therapy")));
        let seen = script.screen(80, 24);
        assert!(says(&seen, "saved") && !seen.contains("looks away") && !seen.contains("compare P03"), "{seen}");
        assert!(script.screen(120, 40).contains("0  which exercise"), "beside the guide as well");
        assert!(seen.contains(&veiled(NoteKind::Memo, 2)), "{seen}");

        // The end: one press asks, the second ends, and what stands on the line becomes a note.
        script.hear_until(secs(90)).keys("last word<f10>");
        assert_eq!(phase(&script), Some(Phase::Recording), "one press does not end");
        assert!(says(script.notice().unwrap(), "again"));
        script.hear(secs(4)).keys("<f10>");
        assert_eq!(phase(&script), Some(Phase::Recording), "a press much later is a first press");
        script.hear(secs(1)).keys("<f10>");
        assert_eq!(phase(&script), None, "the session is closed");
        // The participant still sits there: nothing but that it is kept, until a key goes on.
        let words: String = script.screen(80, 24).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            is_said(
                Some(&words),
                "hearback The interview is kept. 0:01:35, 8 notes. Nothing to see to before you leave, 3 for tonight: e shows them once you sit alone. Any key goes on."
            ),
            "{words}"
        );
        script.hear(secs(60)).keys("<f10>");
        assert!(says(&script.screen(80, 24), "recorded") && !script.has_left(), "{}", script.screen(80, 24));
        script.leave();

        let session = reread(&dir);
        assert_eq!((session.phase(), session.standing()), (Phase::Ended, Standing::Recorded));
        assert_eq!(with(&session, "last word").position, at(88.5));
        assert_eq!(frames(&dir, 1), 95 * 48_000);
        assert_eq!(session.timeline().end(), at(95.0), "the session is as long as its recording");
        assert!(!folders(&dir)[0].file("draft.json").exists());
    });
}

#[test]
fn the_second_interview_of_the_day_takes_four_keys() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(5)).keys("<f10><f10>");
        let keys = "na<enter>";
        script.keys("na").hear(secs(1)).keys("<enter>");
        assert!(keys.replace("<enter>", "!").len() <= 4, "the study asks for four keys");
        let session = script.session().unwrap();
        assert_eq!((session.phase(), session.opened().participant.as_str()), (Phase::Recording, "P02"));
        assert_eq!(session.guide().id, Id::new("patient-first"));
        script.keys("<f10><f10>");
        script.leave();
        let names: Vec<_> = folders(&dir).iter().map(SessionFolder::name).collect();
        assert_eq!(names, ["2026-11-22-P01-first", "2026-11-22-P02-first"]);
    });
}

#[test]
fn questions_are_marked_and_probes_used() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<f5>");
        assert!(says(script.notice().unwrap(), "not a question"), "the introduction has nothing to mark");
        script.keys("<pagedown>").hear(secs(60));
        script.keys("<ctrl-r>");
        assert_eq!(of(&script, "daily-life"), Coverage::ComeBack);
        script.keys("<alt-v>");
        assert_eq!(of(&script, "daily-life"), Coverage::Volunteered);
        script.keys("<alt-p>");
        assert_eq!(of(&script, "daily-life"), Coverage::Partly);
        script.keys("<alt-p>");
        assert_eq!(of(&script, "daily-life"), Coverage::NotYet, "the same again takes it away");
        // Skipped, with what is written on the line as the reason; it becomes no note.
        script.keys("<down>").hear(secs(5)).keys("they do not want to<alt-s>");
        let mark = script.session().unwrap().coverage().mark(&Id::new("way-to-therapy"));
        assert_eq!((mark.coverage, mark.reason.as_deref()), (Coverage::Skipped, Some("they do not want to")));
        assert_eq!(script.session().unwrap().notes().count(), 0);
        assert!(says(&script.screen(80, 24), "type a note"), "the line is empty again");
        // Another state takes nothing from the line.
        script.keys("<f5>0the note<f5>3<enter>");
        assert_eq!(of(&script, "way-to-therapy"), Coverage::Partly);
        assert_eq!(texts(script.session().unwrap()), ["the note"]);
        // Probes, one after the other; each is one step to take back.
        script.keys("<up>");
        let used = |script: &Script| {
            let session = script.session().unwrap();
            let question = session.guide().question(&Id::new("daily-life")).unwrap().1;
            question.probes.iter().map(|p| session.coverage().used(&p.id)).collect::<Vec<_>>()
        };
        script.keys("<f6>");
        assert_eq!(used(&script), [true, false, false]);
        script.keys("<f6><f6>");
        assert_eq!(used(&script), [true, true, true]);
        script.keys("<f6>");
        assert_eq!(used(&script), [true, true, true], "none is lost by pressing once too often");
        assert!(says(script.notice().unwrap(), "every probe here is used; Ctrl-Z"), "{:?}", script.notice());
        script.keys("<ctrl-z>");
        assert_eq!(used(&script), [true, true, false]);
        // Time is counted where the interviewer is.
        let session = script.session().unwrap();
        assert_eq!(session.coverage().spent(&Id::new("daily-life"), here(&script)), secs(60));
        assert_eq!(session.coverage().spent(&Id::new("way-to-therapy"), here(&script)), secs(5));
    });
}

/// What stands on the line that is being written.
fn room_line(script: &Script) -> String {
    let Screen::Interview(room) = &script.model().screen else { panic!("not in the room") };
    room.line().text().to_owned()
}

#[test]
fn that_someone_came_in_is_entered_with_its_moment_and_can_be_taken_back() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(20)).keys("<alt-i>").saved();
        assert!(says(script.notice().unwrap(), "someone came in"), "{:?}", script.notice());
        let entry = script.session().unwrap().notes().next().unwrap();
        assert_eq!((entry.kind, entry.position), (NoteKind::Observation, at(18.5)));
        let words = in_either(3, 4);
        assert!(script.screen(80, 24).contains(&veiled(NoteKind::Observation, words)), "{}", script.screen(80, 24));
        script.keys("<ctrl-z>");
        assert_eq!(script.session().unwrap().notes().count(), 0);
        script.keys("<ctrl-o><alt-i>");
        assert!(says(script.notice().unwrap(), "nothing is noted"), "{:?}", script.notice());
        assert_eq!(script.session().unwrap().notes().count(), 0);
        // What was agreed in one pause is not agreed in the next.
        script.keys("<ctrl-x>between us<enter>").hear(secs(1));
        assert_eq!(script.session().unwrap().notes().count(), 1);
        script.keys("<ctrl-o>").hear(secs(2)).keys("<ctrl-o>").hear(secs(1)).keys("y");
        assert_eq!(room_line(&script), "");
        // Nor where one follows on the other before the loop has turned.
        script.keys("<ctrl-x><ctrl-o><ctrl-o>y");
        assert_eq!((script.session().unwrap().timeline().pauses().len(), room_line(&script)), (3, String::new()));
        script.leave();
    });
}

#[test]
fn off_the_record_nothing_is_captured() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(10)).keys("<f9>");
        assert_eq!(phase(&script), Some(Phase::OffRecord));
        assert!(says(&script.screen(80, 24), "OFF THE RECORD  10 s"), "{}", script.screen(80, 24));
        let before = fs::metadata(script.session_folder().unwrap().join("take-001.wav")).unwrap().len();
        // The line is closed: nothing is begun, pasted or marked there until a key of its own opens it.
        script.hear(secs(30)).keys("x<space><f2>").paste("from elsewhere");
        assert!(says(script.notice().unwrap(), "opens the line for what they agreed to"), "{:?}", script.notice());
        assert_eq!((script.session().unwrap().notes().count(), room_line(&script)), (0, String::new()));
        assert!(says(&script.screen(60, 16), "nothing is noted;"), "{}", script.screen(60, 16));
        script.hear(secs(30)).keys("<ctrl-x>>between us<enter>").hear(secs(60));
        assert_eq!(here(&script), at(10.0), "the clock stands still");
        let after = fs::metadata(script.session_folder().unwrap().join("take-001.wav")).unwrap().len();
        assert_eq!(before, after, "the recording does not grow");
        assert_eq!(script.model().shared.gauges.last.peak_db, None, "the device is released");
        // Past five minutes the screen says it again.
        script.hear(secs(200));
        assert!(says(script.notice().unwrap(), "still off the record, for 5 min"), "{:?}", script.notice());
        // A note begun off the record stays so, although it is finished on it; one begun on it after that does not.
        script.keys("whispered ").keys("<f9>");
        assert!(says(script.notice().unwrap(), "back on the record"), "{:?}", script.notice());
        script.hear(secs(5)).keys("softly<enter>").hear(secs(5)).keys(">said aloud<enter>").hear(secs(5));
        script.saved().keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        assert_eq!(session.timeline().end(), at(25.0));
        assert_eq!(frames(&dir, 1), 25 * 48_000);
        assert_eq!(session.timeline().pauses().len(), 1);
        assert_eq!((session.timeline().pauses()[0].at, session.timeline().pauses()[0].over), (at(10.0), true));
        for (words, shareable) in [("between us", false), ("whispered softly", false), ("said aloud", true)] {
            assert_eq!(with(&session, words).shareable().is_some(), shareable, "{words}");
        }
        assert_eq!(with(&session, "said aloud").position, at(18.5));
    });
}

/// F9 before the microphone has answered: it must not begin to record in the middle of the pause.
#[test]
fn a_microphone_that_comes_back_is_recorded_again_without_a_key() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear_until(secs(10)).lose_microphone("it was unplugged").hear(secs(7)).microphone_comes_back().hear(secs(2));
        assert!(says(&script.screen(80, 24), "REC"), "{}", script.screen(80, 24));
        assert!(says(script.notice().unwrap(), "recording again, with Simulated microphone, after "), "{:?}", script.notice());
        // Off the record nothing is tried, and back on the record it is.
        script.hear(secs(10)).lose_microphone("again").keys("<f9>").microphone_comes_back().hear(secs(5));
        assert!(!script.is_recorded() && says(&script.screen(80, 24), "OFF THE RECORD"));
        script.keys("<f9>").hear(secs(2));
        assert!(script.is_recorded());
        script.keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        let spans = session.timeline().spans();
        assert_eq!(spans.len(), 5, "{spans:?}");
        assert!(spans.windows(2).all(|pair| pair[0].to().millis().abs_diff(pair[1].from().millis()) <= 1), "{spans:?}");
        let without = spans[1].to().since(spans[1].from());
        assert!((ms(7_000)..ms(8_300)).contains(&without), "from the last sound to the first: {without:?}");
    });
}

#[test]
fn where_it_was_agreed_on_another_microphone_takes_over() {
    in_each_language(|| {
        let dir = study();
        let mut script = Script::over_microphones(dir.path(), &["Table", "Laptop"], voice(), DAY).unwrap();
        script.keys("n<down><down><down><down><down><down><down><down>");
        assert!(says(&script.screen(80, 24), "If lost     ‹ wait until it is back ›"), "{}", script.screen(80, 24));
        script.keys("<right><down>a").hear(ms(500));
        assert!(says(&script.screen(80, 24), "If lost     ‹ go on with Laptop ›"), "{}", script.screen(80, 24));
        script.keys("<enter>").hear_until(secs(10)).lose_microphone("it was unplugged").hear(secs(4));
        assert!(!script.is_recorded(), "for some seconds the chosen one is waited for");
        script.hear(secs(4));
        assert!(script.is_recorded());
        let told: Vec<&str> = script.model().shared.notices.standing().map(|n| n.text.as_str()).collect();
        assert!(
            told.len() == 1 && is_said(Some(told[0]), "recording from Laptop, not from Table. Alt-M twice goes back to Table"),
            "{told:?}"
        );
        // Nothing changes by itself when it is back; two keys go back to it.
        script.microphone_comes_back().hear(secs(8)).keys("<alt-m>").hear(ms(500)).keys("<alt-m>").hear(secs(2));
        assert!(script.is_recorded() && script.model().shared.notices.standing().next().is_none(), "{:?}", script.notice());
        script.keys("<f10><f10>");
        script.leave();
        let journal = fs::read_to_string(folders(&dir)[0].journal()).unwrap();
        let devices: Vec<&str> = journal.split("\"device\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(devices, ["Table", "Laptop", "Table"]);
    });
}

#[test]
fn a_microphone_that_is_moved_or_muted_is_said_and_journaled() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear_until(secs(10)).reroute("Webcam", Mute::Off).hear(secs(1));
        assert!(is_said(script.notice(), "recording from Webcam, not from simulated. Alt-M twice goes back to simulated"));
        assert!(script.is_recorded(), "a wrong microphone hears more than none");
        script.reroute("Webcam", Mute::On).hear(secs(1));
        assert!(says(script.notice().unwrap(), "muted in the sound settings"), "{:?}", script.notice());
        script.reroute("Webcam", Mute::Off).hear(secs(8)).keys("<alt-m>").hear(ms(500)).keys("<alt-m>").hear(secs(2));
        assert!(script.is_recorded() && !script.model().shared.notices.stands(Subject::Route), "{:?}", script.notice());
        script.keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        let told: Vec<String> = session.incidents().iter().map(|i| i.what.words()).collect();
        assert!(
            told.iter().any(|t| t.contains("Webcam"))
                && told.iter().filter(|t| t.contains(in_either("muted", "microfoon st"))).count() == 2,
            "{told:?}"
        );
        assert!(matches!(session.timeline().spans(), [Span::Recorded { .. }, Span::Unrecorded { .. }, Span::Recorded { .. }]));
    });
}

#[test]
fn the_line_is_put_aside_and_comes_back() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear_until(secs(10)).keys(">not now").hear(secs(5)).keys("<esc>");
        assert!(says(script.notice().unwrap(), "Ctrl-Z brings it back"));
        assert!(script.screen(80, 24).contains(in_either("type a", "typ een")));
        script.hear(secs(20)).keys("<ctrl-z>");
        assert!(says(&script.screen(80, 24), "not now"));
        script.keys(" but later<enter>").hear(secs(1)).saved();
        let session = script.session().unwrap();
        assert_eq!((with(session, "not now but later").position, with(session, "later").kind), (at(8.5), NoteKind::Quote));
        // With an empty line and nothing aside, undo takes back what was done last, one by one.
        script.keys("<pagedown><f5>1<f6>second<enter>");
        script.keys("<ctrl-z>");
        assert_eq!(texts(script.session().unwrap()), ["not now but later"]);
        script.keys("<ctrl-z><ctrl-z>");
        assert_eq!(of(&script, "daily-life"), Coverage::NotYet);
        script.keys("<ctrl-z>");
        assert!(script.session().unwrap().notes().next().is_none());
        script.keys("<ctrl-z>");
        assert!(is_said(script.notice(), "nothing to undo"));
    });
}

#[test]
fn notes_only_because_recording_was_refused() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys("n<down><down><down><down><down><down><down><down>").hear(secs(1)).keys("yn");
        assert!(says(script.notice().unwrap(), "not to be recorded: notes only"), "{:?}", script.notice());
        assert!(says(&script.screen(80, 24), "none: notes only") && !script.is_recorded());
        // A yes takes the microphone again, and a hand that chooses one against a no has none.
        script.keys("<up>y").hear(secs(1));
        assert!(says(script.notice().unwrap(), "to be recorded again: simulated"), "{:?}", script.notice());
        script.keys("<up>n<up><up><up><right>").hear(secs(1));
        assert!(says(&script.screen(80, 24), "none: notes only"), "{}", script.screen(80, 24));
        script.keys("<down><down><down>yyy<f10>").hear(secs(1));
        assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
        assert!(says(&script.screen(80, 24), "NOTES ONLY"));
        script.keys("<pagedown>").hear_until(secs(30)).keys(">the clock counts<enter>").hear_until(secs(40));
        // A pause stands still here as well.
        script.keys("<f9>").hear(secs(60)).keys("<f9>").hear(secs(10));
        script.keys("<alt-m>");
        assert!(says(script.notice().unwrap(), "consent to record was not given"), "{:?}", script.notice());
        script.keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        assert_eq!(with(&session, "the clock counts").position, at(28.5));
        assert_eq!(session.timeline().end(), at(50.0));
        assert!(folders(&dir)[0].takes().unwrap().is_empty(), "no recording lies there");
        assert!(matches!(session.timeline().spans(), [Span::Unrecorded { .. }]));
        assert_eq!(session.standing(), Standing::NotesOnly);
    });
}

#[test]
fn notes_only_on_a_machine_without_a_microphone() {
    in_each_language(|| {
        let dir = study();
        let mut script = Script::without_microphone(dir.path(), DAY).unwrap();
        script.keys(FORM);
        assert!(says(&script.screen(80, 24), "none: notes only"));
        script.keys("<enter>").hear_until(secs(12)).keys("heard and written<enter>").hear(secs(8)).keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        assert_eq!((session.timeline().end(), with(&session, "heard").position), (at(20.0), at(10.5)));
        assert!(folders(&dir)[0].takes().unwrap().is_empty());
    });
}

#[test]
fn there_is_no_interview_without_consent_to_take_part() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys("n<down><down><down><down><down><down><down><down>").hear(secs(1)).keys("nyyyy<enter><enter><enter>");
        assert!(script.session().is_none());
        assert!(says(script.notice().unwrap(), "there is no interview"), "{:?}", script.notice());
        script.keys("<f10><f10>");
        assert!(script.session().is_none() && folders(&dir).is_empty(), "nothing was made");
    });
}

#[test]
fn the_microphone_is_lost_and_found() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(10)).lose_microphone("it was unplugged");
        assert!(matches!(script.session().unwrap().audio(), Audio::Lost(_)));
        let seen = script.screen(80, 24);
        assert!(says(&seen, "NO AUDIO") && says(&seen, "!!") && says(&seen, "Alt-M"), "{seen}");
        assert!(says(script.notice().unwrap(), "the interview goes on without audio"), "{:?}", script.notice());
        let lost = here(&script);
        script.hear(secs(20)).keys("written without sound<enter>");
        assert_eq!(here(&script), lost.forward(secs(20)), "the clock counts on");
        assert!(says(script.notice().unwrap(), "still no microphone"), "{:?}", script.notice());
        script.microphone_comes_back().keys("<alt-m>").hear(secs(1));
        assert!(!script.model().shared.notices.stands(Subject::Sound), "{:?}", script.notice());
        assert!(says(&script.screen(80, 24), "REC"));
        script.hear(secs(9)).keys("with sound again<enter>").hear(secs(5)).saved().keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        let spans = session.timeline().spans();
        let [Span::Recorded { .. }, Span::Unrecorded { from, to, .. }, Span::Recorded { from: again, .. }] = spans else {
            panic!("{spans:?}");
        };
        assert_eq!(to.since(*from).as_secs(), 20);
        assert_eq!(again, to, "no gap and no overlap");
        assert_eq!(with(&session, "without sound").position, lost.forward(secs(20)).back(ms(1500)));
        assert_eq!(with(&session, "with sound again").position, again.forward(ms(8500)));
        assert_eq!(frames(&dir, 1), 48 * lost.millis());
        assert_eq!(frames(&dir, 2), 15 * 48_000);
        let (take, frame) = session.timeline().locate(with(&session, "with sound again").position).unwrap();
        assert_eq!((take.0, frame.0), (2, 8_500 * 48), "and the note is found in the second take");
        assert_eq!(session.incidents().len(), 1);
        assert!(session.incidents()[0].what.words().contains("unplugged"));
    });
}

/// A microphone that is muted delivers silence and no error; what a key has to say is still to be read meanwhile.
#[test]
fn silence_is_told_and_hides_no_answer() {
    in_each_language(|| {
        let dir = study();
        let mut script = Script::over(dir.path(), Sound::silence(), DAY).unwrap();
        script.keys(FORM).hear(ms(500)).keys("<enter>");
        assert!(says(script.notice().unwrap(), "nothing was heard from the microphone yet"), "{:?}", script.notice());
        script.keys("<enter>").hear(secs(10));
        assert!(says(script.notice().unwrap(), "nothing but silence"), "{:?}", script.notice());
        script.keys("<f10>").hear(secs(1));
        assert!(says(script.notice().unwrap(), "ends the interview; any other key stays"), "{:?}", script.notice());
        script.hear(secs(7));
        assert!(says(script.notice().unwrap(), "nothing but silence"), "it stands until it is over: {:?}", script.notice());
        script.keys("<f10><f10>");
        assert!(says(&script.screen(80, 24), "The interview is kept"), "{}", script.screen(80, 24));
        assert_eq!(script.notice(), None, "and what stood about its sound is over");
    });
}

#[test]
fn an_interview_that_was_cut_short_goes_on() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(20)).keys("kept<enter>").hear(secs(5)).keys(">half a th").hear(ms(2300)).saved();
        drop(script); // the program is gone: nothing was ended, nothing was said

        let mut script = Script::over(dir.path(), voice(), Stamp { utc_ms: DAY.utc_ms + 600_000, ..DAY }).unwrap();
        assert!(says(&script.screen(80, 24), "interrupted"), "{}", script.screen(80, 24));
        script.keys("<enter>");
        assert_eq!(phase(&script), Some(Phase::Interrupted));
        assert!(says(script.notice().unwrap(), "Ctrl-O goes on with the interview"), "{:?}", script.notice());
        let seen = script.screen(80, 24);
        assert!(says(&seen, "CUT SHORT") && says(&seen, "half a th"), "{seen}");
        script.hear(ms(20));
        let was = here(&script);
        script.hear(secs(30));
        assert_eq!(here(&script), was, "nothing runs before a person says so");
        assert_eq!(folders(&dir)[0].takes().unwrap().len(), 1);
        script.keys("<f9>").hear(secs(10)).keys("ought<enter>").hear(secs(5)).saved().keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        assert_eq!(texts(&session), ["kept", "half a thought"]);
        assert_eq!(with(&session, "half").position, at(23.5), "stamped when it was begun");
        assert_eq!(with(&session, "half").question, Some(Id::new("daily-life")));
        let recorded = frames(&dir, 1) + frames(&dir, 2);
        assert_eq!(session.timeline().end().millis(), recorded / 48);
        assert!(frames(&dir, 1) >= 26 * 48_000, "at most a second is missing: {}", frames(&dir, 1));
        assert_eq!(frames(&dir, 2), 15 * 48_000);
        assert!(session.incidents().iter().any(|i| says(&i.what.words(), "recovered")), "{:?}", session.incidents());
    });
}

#[test]
fn an_interview_that_was_cut_short_is_left_or_ended() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(10)).keys("unfinished").hear(secs(2));
        drop(script);
        let mut script = home(&dir);
        script.keys("<enter><esc>");
        assert!(says(&script.screen(80, 24), "interrupted"), "left as it was: {}", script.screen(80, 24));
        script.keys("<enter>");
        assert!(says(&script.screen(80, 24), "unfinished"), "the unfinished note is still there");
        script.keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        assert_eq!((session.phase(), texts(&session)), (Phase::Ended, vec!["unfinished"]));
    });
}

/// What was half written when the program died may be for nobody else's eyes; and who opens the session again does not sit there alone.
#[test]
fn an_unfinished_private_note_is_not_shown_to_the_room() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(10)).keys("(he is afraid of").hear(secs(2)).saved();
        drop(script);
        let mut script = home(&dir);
        script.keys("<enter>").hear(secs(1));
        for (width, height) in [(60, 16), (80, 24)] {
            let seen = script.screen(width, height);
            assert!(
                !seen.contains("afraid")
                    && seen.contains(&format!("{}, {}", veiled(NoteKind::Memo, 4), in_either("unfinished", "niet af"))),
                "{seen}"
            );
        }
        script.keys("<f9>").hear(secs(1)).keys(" her");
        assert!(says(&script.screen(80, 24), "he is afraid of her"), "who goes on writing sees what is written");
        script.keys("<enter>").saved();
        assert!(!script.screen(80, 24).contains("afraid"), "{}", script.screen(80, 24));
        assert_eq!(texts(script.session().unwrap()), ["he is afraid of her"]);
        script.leave();
    });
}

/// The key that leaves from everywhere leaves from there too.
#[test]
fn ctrl_c_leaves_after_an_interview() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(2)).keys("<f10><f10>").hear(secs(1)).keys("<ctrl-c>");
        assert!(script.has_left());
        script.leave();
    });
}

/// After an interview that was the only errand, any key leaves.
#[test]
fn the_interview_is_kept_and_any_key_leaves_where_there_is_no_list() {
    in_each_language(|| {
        use hearback::tui::chord::Chord;
        use hearback::tui::effect::Effect;
        use hearback::tui::model::After;
        use hearback::tui::msg::Msg;
        use hearback::tui::update::update;
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(2)).saved();
        let mut model = hearback::tui::model::Model::new(script.model().shared.offer.clone());
        model.shared.after = After::Leave;
        let now = hearback::tui::msg::Now { position: Position::START, wall: DAY, mono_ms: 0 };
        let purpose = hearback::tui::msg::Purpose::Conduct;
        let open = hearback::tui::msg::OpenSession {
            name: String::new(),
            session: reread(&dir),
            events: 9,
            changed: Vec::new(),
            mended: None,
            draft: None,
            purpose,
            form: None,
            left: hearback::domain::hearing::Left::default(),
            last_time: None,
        };
        update(&mut model, Msg::Opened(Box::new(open)));
        let mut press = |key: &str| {
            let effects = update(&mut model, Msg::Key(key.parse::<Chord>().unwrap().into(), now));
            (effects, model.leaving)
        };
        press("f10");
        let (ended, left) = press("f10");
        assert!(ended.contains(&Effect::CloseSession) && !left, "{ended:?}");
        assert_eq!(press("x"), (vec![], true));
        script.leave();
    });
}

#[test]
fn listening_back_mends_the_notes() {
    in_each_language(|| {
        let dir = study();
        let mut script = held(&dir);
        script.keys("l").hear(ms(100));
        assert!(says(&script.screen(80, 24), "you rest before it hurts"));
        script.keys("<enter>").keys("<end>, mostly<enter>");
        assert_eq!(notes(script.session().unwrap())[0].text, "you rest before it hurts, mostly");
        script.keys("<tab>");
        assert_eq!(notes(script.session().unwrap())[0].kind, NoteKind::Quote);
        script.keys("][[[");
        assert_eq!(notes(script.session().unwrap())[0].position, at(7.5));
        script.keys("<down>");
        assert!(says(&script.screen(80, 24), "PLAYING"), "going to a note plays from before it");
        script.keys(" <right><left>");
        assert!(says(&script.screen(80, 24), "PAUSED 0:14 of 0:40"), "{}", script.screen(80, 24));
        script.keys("n<tab>added later<enter>");
        let added = with(script.session().unwrap(), "added later");
        assert_eq!((added.position, added.late, added.kind), (at(14.5), true, NoteKind::Quote));
        assert_eq!(added.question, Some(Id::new("daily-life")), "it belongs where the note before it does");
        script.keys("<delete>");
        assert!(!texts(script.session().unwrap()).contains(&"added later"));
        script.keys("u");
        assert!(texts(script.session().unwrap()).contains(&"added later"));
        // Escape leaves a note as it was; what was typed is put aside.
        script.keys("<enter>x<esc>").saved();
        assert_eq!(notes(script.session().unwrap()).iter().filter(|n| n.text.contains('x')).count(), 0);
        // Reviewed: nothing changes until it is opened again.
        script.keys("<f7>").saved();
        assert_eq!(phase(&script), Some(Phase::Reviewed));
        script.keys("<enter>");
        assert!(says(script.notice().unwrap(), "reopen it"), "{:?}", script.notice());
        script.keys("<tab>");
        assert!(says(script.notice().unwrap(), "reopen it"), "{:?}", script.notice());
        script.keys("<f6><tab>").saved();
        assert_eq!(phase(&script), Some(Phase::Ended));
        script.keys("<esc>");
        script.leave();
        let first = with(&reread(&dir), "mostly").clone();
        assert_eq!(first.revisions().first().map(|r| r.text.as_str()), Some("you rest before it hurts"), "every version stays");
    });
}

#[test]
fn statements_are_written_from_what_may_be_shared() {
    in_each_language(|| {
        let dir = study();
        let mut script = held(&dir);
        script.keys("m");
        let seen = script.screen(80, 24);
        assert!(says(&seen, "like a switch") && !seen.contains("unsure"), "the memo never arrives: {seen}");
        script.keys("w");
        assert!(says(script.notice().unwrap(), "nothing to send yet"), "{:?}", script.notice());
        // Gather both notes, write one statement that rests on them: it begins empty, and the quote stands below it.
        script.keys("g<down>gn");
        script.keys("We heard that you rest before it hurts.<enter>").saved();
        let written = script.session().unwrap().statements().next().unwrap().clone();
        assert_eq!(written.text, "We heard that you rest before it hurts.");
        assert_eq!((written.sources.len(), written.quotes.len()), (2, 1));
        // The quote out and in again.
        script.keys("q");
        assert!(script.session().unwrap().statements().next().unwrap().quotes.is_empty());
        script.keys("q");
        assert_eq!(script.session().unwrap().statements().next().unwrap().quotes, written.quotes);
        script.keys("<enter><end> Is that so?<enter>");
        assert!(script.session().unwrap().statements().next().unwrap().text.ends_with("Is that so?"));
        // An empty statement is refused, and what was written is not lost.
        script.keys("<enter><home>").keys(&"<delete>".repeat(80)).keys("<enter>");
        assert!(is_said(script.notice(), "a statement needs words"));
        script.keys("<esc>").keys("<delete>");
        assert!(script.session().unwrap().statements().next().is_none());
        script.keys("u");
        assert_eq!(script.session().unwrap().statements().count(), 1);

        // Two letters: the second leaves the first as it was.
        script.keys("w").saved();
        assert!(script.notice().unwrap().contains(in_either("version 1", "versie 1")), "{:?}", script.notice());
        let letter = |v: u32| folders(&dir)[0].file("summary").join(format!("v{v}")).join("letter.md");
        let first = fs::read_to_string(letter(1)).unwrap();
        assert!(first.contains("Is that so?") && first.contains("like a switch") && !first.contains("unsure"));
        script.keys("<enter><end> Or not?<enter>w").saved();
        assert_eq!(fs::read_to_string(letter(1)).unwrap(), first, "the letter that was sent stays as it was");
        assert!(fs::read_to_string(letter(2)).unwrap().contains("Or not?"));
        assert_eq!(script.session().unwrap().letters(), 2);

        // The quote turns out to be a thought of the interviewer: the statement that rests on it is withheld.
        script.keys("l<down><down><tab><tab><tab>").saved();
        assert_eq!(with(script.session().unwrap(), "like a switch").kind, NoteKind::Memo);
        assert_eq!(Summary::of(script.session().unwrap()).resting_on_gone().len(), 1);
        script.keys("m");
        let seen = script.screen(80, 24);
        assert!(says(&seen, "a note it rests on was taken back or is private now") && !seen.contains("like a switch"), "{seen}");
        script.keys("w");
        assert!(says(script.notice().unwrap(), "nothing to send"), "{:?}", script.notice());
        script.leave();
    });
}

#[test]
fn a_guide_that_was_changed_meanwhile_is_not_asked_unseen() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys(FORM).hear(secs(1));
        let path = dir.path().join("guides/patient-first.yaml");
        let text = fs::read_to_string(&path).unwrap().replace("What is a good day like?", "What is a really good day like?");
        fs::write(&path, text).unwrap();
        script.keys("<enter>");
        assert!(script.session().is_none());
        assert!(says(script.notice().unwrap(), "was changed on disk"), "{:?}", script.notice());
        assert!(folders(&dir).is_empty(), "nothing was made");
        // As it says: back, and set up again, now with the guide as it is.
        script.keys("<esc>").keys(FORM).hear(secs(1)).keys("<enter><pagedown>");
        assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
        assert!(script.screen(120, 40).contains("really good day"), "{}", script.screen(120, 40));
    });
}

#[test]
fn a_megabyte_is_pasted() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(5)).paste(&"ünd so weiter ".repeat(1024 * 1024 / 15));
        assert!(says(script.notice().unwrap(), "were left out"), "{:?}", script.notice());
        assert!(says(&script.screen(80, 24), "und so weiter") || says(&script.screen(80, 24), "ünd so weiter"));
        script.keys("x<enter>").hear(secs(1)).saved().keys("<f10><f10>");
        script.leave();
        let session = reread(&dir);
        let note = notes(&session)[0];
        assert!((60 * 1024..=64 * 1024).contains(&note.text.len()), "{}", note.text.len());
    });
}

#[test]
fn a_paste_goes_where_the_cursor_is() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(5)).keys("/").paste("dim").keys("<enter>");
        assert_eq!(script.model().shared.theme, hearback::tui::model::Theme::Dim, "into the palette while that is open");
        assert!(says(&script.screen(80, 24), "type a note"), "and not into the note beneath");
    });
}

/// Whether `text` holds what commands a terminal or turns the reading order round.
fn commands(text: &str) -> bool {
    let bidi = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| (c.is_control() && c != '\n') || bidi(c))
}

#[test]
fn hostile_text_is_shown_and_does_nothing() {
    in_each_language(|| {
        const HOSTILE: &str = "a\u{1b}[31m\u{7}\u{202e}b\u{9b}2J\u{2066}c\rd\u{200f}e";
        let dir = study();
        // A guide whose words are as hostile as a guide may be: what the reader of guides refuses is refused, and the rest must be shown.
        let path = dir.path().join("guides/patient-first.yaml");
        let text = fs::read_to_string(&path).unwrap().replace("title: Body and mind", "title: \"Body \\u202Eand\\u001B[31m mind\"");
        fs::write(&path, text.replace("title: Interview after therapy", "title: Interview \u{5d0}\u{5d1} e\u{301}")).unwrap();
        let text = fs::read_to_string(dir.path().join("study.yaml")).unwrap();
        fs::write(dir.path().join("study.yaml"), text.replace("Looking back on therapy", "Looking \\u001B]0;x\\u0007back")).unwrap();
        let sizes = [(40, 10), (60, 16), (80, 24), (120, 40)];
        let quiet = |script: &Script, what: &str| {
            for (width, height) in sizes {
                let seen = script.screen(width, height);
                assert!(!commands(&seen), "{what} at {width}x{height}: {seen:?}");
            }
        };
        let mut script = Script::over_microphone(dir.path(), HOSTILE, voice(), DAY).unwrap();
        quiet(&script, "home");
        script.keys("n");
        quiet(&script, "form");
        for _ in 0..6 {
            script.keys("<down>").paste(HOSTILE);
            quiet(&script, "form");
        }
        // Whatever guide is left, an interview is held with it.
        script.keys("<esc>n<down><down><down>").paste(HOSTILE).keys("<down><down><down><down>a").hear(secs(1)).keys("<enter>");
        assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
        for kind in 0..5 {
            script.hear(secs(2)).keys(&"<ctrl-]>".repeat(kind)).paste(HOSTILE);
            quiet(&script, "line");
            script.keys("<enter>");
            quiet(&script, "note");
        }
        script.lose_microphone(HOSTILE);
        quiet(&script, "microphone lost");
        for _ in 0..40 {
            script.keys("<down>");
            quiet(&script, "guide");
        }
        script.keys("/");
        script.paste(HOSTILE);
        quiet(&script, "palette");
        script.keys("<esc>").keys("reason ").paste(HOSTILE).keys("<alt-s><f10><f10>");
        quiet(&script, "home");
        script.keys("l<enter>").paste(HOSTILE);
        quiet(&script, "listening");
        script.keys("<enter>m");
        script.keys("<enter>").paste(HOSTILE);
        quiet(&script, "statements");
        script.keys("<enter>w").saved();
        quiet(&script, "statements");
        script.leave();
    });
}

#[test]
fn distress_shows_the_protocol_and_stamps_the_moment() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>");
        assert!(says(&script.screen(80, 24), "Stop asking"), "{}", script.screen(80, 24));
        assert_eq!(phase(&script), Some(Phase::Recording), "this guide leaves the recording to the interviewer");
        // Nobody has a hand free for it: step by step with the keys that go through the guide, and every word of it can be read.
        let guide = script.session().unwrap().guide().clone();
        let steps = hearback::domain::distress::protocol(&guide);
        let open = script.session().unwrap().open_question().cloned();
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            for step in &steps {
                let seen = script.screen(width, height);
                // Rows break at spaces and at hyphens.
                let words: String = seen.chars().filter(|c| !c.is_whitespace() && *c != '│').collect();
                assert!(words.contains(&step.replace(' ', "")), "{step} is not whole at {width}x{height}: {seen}");
                script.keys("<down>");
            }
            assert!(says(script.notice().unwrap(), "the last step"), "{:?}", script.notice());
            script.keys(&"<up>".repeat(steps.len()));
        }
        assert_eq!(script.session().unwrap().open_question().cloned(), open, "the guide stays where it was");
        script.hear(secs(5)).keys("noted<enter><f8>");
        assert!(!script.screen(80, 24).contains("Stop asking"));
        assert_eq!(texts(script.session().unwrap()), ["noted"], "notes can be written meanwhile");
        script.saved();
        let folder = script.session_folder().unwrap().join("journal.jsonl");
        assert!(fs::read_to_string(folder).unwrap().contains("\"kind\":\"distress\",\"at\":10000"));
    });
}

/// The list of sessions cannot be read when the interview ends: it is over all the same, kept, and said.
#[cfg(unix)]
#[test]
fn an_interview_is_over_also_where_the_study_cannot_be_looked_at() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(5)).keys("kept<enter>").saved();
        let (sessions, away) = (dir.path().join("sessions"), dir.path().join("away"));
        fs::rename(&sessions, &away).unwrap();
        std::os::unix::fs::symlink(dir.path().join("nowhere"), &sessions).unwrap();
        script.keys("<f10><f10>");
        assert!(script.session().is_none() && !script.model().shared.notices.stands(Subject::Journal));
        let known = &script.model().shared.offer.sessions;
        assert_eq!(known.len(), 1, "{known:?}");
        assert_eq!((known[0].participant.as_str(), known[0].standing.clone()), ("P01", Ok(Standing::Recorded)));
        assert!(script.notice().is_some());
        fs::remove_file(&sessions).unwrap();
        fs::rename(&away, &sessions).unwrap();
        script.leave();
        let session = reread(&dir);
        assert_eq!((session.standing(), texts(&session)), (Standing::Recorded, vec!["kept"]));
    });
}

#[test]
fn quitting_in_an_interview_is_asked_twice_and_ends_it_properly() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(10)).keys("on the line<ctrl-c>");
        assert!(!script.has_left() && says(script.notice().unwrap(), "ends it properly and leaves"));
        script.keys("<ctrl-c>");
        assert!(script.has_left());
        script.leave();
        let session = reread(&dir);
        assert_eq!((session.phase(), texts(&session)), (Phase::Ended, vec!["on the line"]));
        assert_eq!(session.timeline().end().millis() * 48, frames(&dir, 1));
    });
}

/// Notes only was chosen, then the program died: going on does not begin to record.
#[test]
fn notes_only_stays_notes_only_after_a_crash() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(1)).keys("<alt-n><alt-n>").hear(secs(1)).saved();
        drop(script);
        let mut script = home(&dir);
        script.keys("<enter>").hear(secs(1)).keys("<f9>").hear(secs(1));
        assert_eq!(script.session().unwrap().phase(), Phase::Recording);
        assert_eq!(*script.session().unwrap().audio(), Audio::NotesOnly(hearback::domain::standing::Choice::Interviewers));
    });
}

/// Where only the clock counts, the journal hears of it: how long it was is known after a crash as well, and it goes on from there.
#[test]
fn the_time_that_only_the_clock_counted_outlives_a_crash() {
    in_each_language(|| {
        let dir = study();
        let mut script = Script::without_microphone(dir.path(), DAY).unwrap();
        script.keys(FORM).keys("<enter>").hear_until(secs(65)).saved();
        let folder = folders(&dir).remove(0);
        drop(script);
        let told = |session: &Session| session.timeline().end();
        let beats = |folder: &SessionFolder| {
            let loaded = journal::read(&folder.journal()).unwrap();
            loaded.events().filter(|e| matches!(e, hearback::domain::event::Event::TimePassed { .. })).count()
        };
        assert_eq!(beats(&folder), 6, "once in ten seconds");
        assert!((at(55.0)..=at(65.0)).contains(&told(&reread(&dir))), "{:?}", told(&reread(&dir)));

        let mut script = home(&dir);
        script.keys("<enter>").hear(ms(100));
        assert!(says(&script.screen(120, 40), "Cut short at 1 min 0 s, or up to 11 s later"), "{}", script.screen(120, 40));
        script.keys("<f9>").hear(secs(8)).keys("<pagedown>there was more<enter>").hear(secs(1)).saved();
        assert!((at(67.0)..at(70.0)).contains(&with(script.session().unwrap(), "more").stamp.raw));
        drop(script);
        // A note is younger than the last beat: the time goes as far as that.
        let mut script = home(&dir);
        script.keys("<enter>");
        assert!((at(67.0)..at(70.0)).contains(&told(script.session().unwrap())), "{:?}", told(script.session().unwrap()));
        // Nothing of it while a pause lasts, or while a take runs.
        let before = beats(&folder);
        script.hear(secs(60));
        assert_eq!(beats(&folder), before);
        script.keys("<f9>").hear(secs(1)).keys("<f10><f10>");
        script.leave();
    });
}

/// A crash in the middle of a pause: what is typed before anybody goes back on the record stays off it.
#[test]
fn after_a_crash_in_a_pause_it_is_still_off_the_record() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(1)).keys("<f9>").hear(secs(1)).saved();
        drop(script);
        let mut script = home(&dir);
        script.keys("<enter>").hear(secs(1)).keys("x<ctrl-x>between us<enter>");
        let session = script.session().unwrap();
        let note = session.notes().last().unwrap();
        assert!(note.off_record && note.shareable().is_none());
    });
}

/// The palette and the help keep no key from working.
#[test]
fn off_the_record_works_whatever_lies_on_top() {
    in_each_language(|| {
        let dir = study();
        for over in ["<f1>", "/"] {
            let mut script = interview(&dir);
            script.hear(secs(1)).keys(over).keys("<f9>").hear(secs(1));
            assert_eq!(script.session().unwrap().phase(), Phase::OffRecord, "over {over}");
            script.keys("<f10><f10>");
        }
    });
}

/// A line that was put aside and never brought back is in the journal when the interview ends, and shown nowhere.
#[test]
fn a_line_put_aside_outlives_the_interview() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(1)).keys("on second thoughts<esc>").hear(secs(1)).keys("<f10><f10>").saved();
        drop(script);
        let session = reread(&dir);
        assert_eq!(session.notes().count(), 0);
        assert!(session.note(hearback::domain::note::NoteId(1)).is_some_and(|n| n.struck && n.text == "on second thoughts"));
    });
}
