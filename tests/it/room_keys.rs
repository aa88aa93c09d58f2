//! The keys of the interview room, each with what it says and how it is taken back, in each language.

use hearback::domain::coverage::Coverage;
use hearback::domain::guide::Id;
use hearback::domain::note::NoteKind;
use hearback::shell::script::Script;
use hearback::tui::keymap::Context;
use hearback::tui::keymap::Keys;
use hearback::tui::keymap::action::Everywhere;
use hearback::tui::keymap::action::Interview as I;
use hearback::tui::model::Screen;
use hearback::tui::screen::interview::Room;

use crate::support::day::close_first_question;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
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

fn open(script: &Script) -> Option<&str> {
    script.session().unwrap().open_question().map(Id::as_str)
}

fn innermost(script: &Script) -> Context {
    script.model().contexts()[0]
}

fn lines(script: &Script) -> u64 {
    script.model().shared.sitting.as_ref().unwrap().journal_lines()
}

#[test]
fn asked_and_on_is_one_key_and_one_step() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        // A script is only gone through.
        let before = script.screen(80, 24);
        script.keys("<right>");
        assert_ne!(script.screen(80, 24), before);
        script.keys("<pagedown>").hear(secs(5)).keys("<right>");
        assert_eq!((of(&script, "daily-life"), open(&script)), (Coverage::Asked, Some("way-to-therapy")));
        assert!(script.notice().is_some_and(|notice| notice.ends_with(&format!(": {}", Coverage::Asked.words()))));
        // On a question that is marked already it only goes on.
        script.keys("<up><right>").hear(secs(1));
        assert_eq!((of(&script, "daily-life"), open(&script)), (Coverage::Asked, Some("way-to-therapy")));
        // One step takes the mark back, by name, and leaves one where one is.
        script.keys("<ctrl-z>");
        said(&script, "taken back:");
        assert!(script.notice().unwrap().contains(&Coverage::Asked.words()), "{:?}", script.notice());
        assert_eq!((of(&script, "daily-life"), open(&script)), (Coverage::NotYet, Some("way-to-therapy")));
        script.keys("<ctrl-y><ctrl-z>");
        // What somebody chose says more, and stays.
        for (key, state) in [
            ("<alt-v>", Coverage::Volunteered),
            ("<alt-p>", Coverage::Partly),
            ("<ctrl-r>", Coverage::ComeBack),
            ("<alt-s>", Coverage::Skipped),
        ] {
            script.keys("<up>").keys(key).keys("<f4>");
            assert_eq!((of(&script, "daily-life"), open(&script)), (state, Some("way-to-therapy")), "{key}");
        }
        // While a note is written the arrow is the line's, and the function key takes nothing from it.
        script.keys("some words<left><left><right>X<f4><enter>").hear(secs(1));
        assert_eq!((texts(script.session().unwrap()), of(&script, "way-to-therapy")), (vec!["some wordXs"], Coverage::Asked));
        // At the end of the guide it stays where it is.
        script.keys(&"<right>".repeat(80));
        said(&script, "the guide goes no further this way");
    });
}

#[test]
fn a_row_of_states_says_what_became_of_a_question() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<left>");
        said(&script, "this is not a question: there is nothing to mark");
        script.keys("<pagedown>");
        for (digit, state) in [
            ("1", Coverage::Asked),
            ("2", Coverage::Volunteered),
            ("3", Coverage::Partly),
            ("4", Coverage::ComeBack),
            ("5", Coverage::Skipped),
            ("0", Coverage::NotYet),
        ] {
            script.keys("<left>").keys(digit);
            assert_eq!((of(&script, "daily-life"), innermost(&script)), (state, Context::Interview), "{digit}");
            assert!(script.notice().unwrap().ends_with(&state.words()), "{:?}", script.notice());
        }
        // Each is one step.
        script.keys("<ctrl-z><ctrl-z>");
        assert_eq!(of(&script, "daily-life"), Coverage::ComeBack);
        // The one that stands says so; said once more, it stands, and nothing is journaled.
        script.keys("<f5>");
        assert!(says(&script.screen(80, 24), "(so far)"), "{}", script.screen(80, 24));
        let before = lines(&script);
        script.keys("4");
        assert_eq!((of(&script, "daily-life"), lines(&script)), (Coverage::ComeBack, before));
        // Left and Esc put the row away; what is no state is a note, and so is a paste.
        for away in ["<left>", "<esc>", "<f5>"] {
            script.keys("<left>").keys(away);
            assert_eq!(innermost(&script), Context::Interview, "{away}");
        }
        script.keys("<left>so 1 of them<enter><left>").paste("2 of them");
        script.keys("<enter>").hear(secs(1));
        assert_eq!(texts(script.session().unwrap()), ["so 1 of them", "2 of them"]);
        // Going on puts it away as well.
        script.keys("<left><down>1<enter>");
        assert_eq!((of(&script, "way-to-therapy"), texts(script.session().unwrap()).len()), (Coverage::NotYet, 3));
        // Skipping takes what stands on the line as its reason; the other states take nothing.
        script.keys("they would rather not<f5>5");
        let mark = script.session().unwrap().coverage().mark(&Id::new("way-to-therapy"));
        assert_eq!((mark.coverage, mark.reason.as_deref()), (Coverage::Skipped, Some("they would rather not")));
        script.keys("a note<f5>2<enter>");
        assert_eq!((of(&script, "way-to-therapy"), texts(script.session().unwrap()).len()), (Coverage::Volunteered, 4));
        // Several keys at once say nothing.
        script.hear(secs(1)).bytes(b"\x1b[D3");
        assert_eq!(of(&script, "way-to-therapy"), Coverage::Volunteered);
        said(&script, "several keys came at once");
    });
}

#[test]
fn at_a_closed_question_the_answers_come_before_the_states() {
    let dir = study();
    close_first_question(&dir);
    let mut script = interview(&dir);
    script.keys("<pagedown><left>");
    assert_eq!(innermost(&script), Context::Answers);
    script.keys("<left>");
    assert_eq!(innermost(&script), Context::States);
    script.keys("<left>");
    assert_eq!(innermost(&script), Context::Closed);
    script.keys("<f5>3");
    assert_eq!(of(&script, "daily-life"), Coverage::Partly, "the function key leads to the states at once");
    script.keys("<f5>0<left><down><down><enter>").hear(secs(1));
    assert_eq!((of(&script, "daily-life"), open(&script)), (Coverage::Asked, Some("daily-life")));
    script.keys("<right>").hear(secs(1)).keys("<ctrl-z>");
    assert_eq!((of(&script, "daily-life"), open(&script)), (Coverage::NotYet, Some("way-to-therapy")), "what is taken back is the answer");
}

/// The notes that stand, each as what it is.
fn kinds(script: &Script) -> Vec<(NoteKind, String)> {
    script.session().unwrap().notes().map(|note| (note.kind, note.text.clone())).collect()
}

fn room(script: &Script) -> &Room {
    let Screen::Interview(room) = &script.model().screen else { panic!("{:?}", script.model().context()) };
    room
}

#[test]
fn a_first_sign_says_what_a_note_is() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(10)).keys(">").hear(secs(4)).keys("like a switch<enter>");
        script.keys("@looks away<enter>?which one<enter>(ask P03<enter>a > b<enter>").hear(secs(1));
        let expected = [
            (NoteKind::Quote, "like a switch"),
            (NoteKind::Observation, "looks away"),
            (NoteKind::FollowUp, "which one"),
            (NoteKind::Memo, "ask P03"),
            (NoteKind::Paraphrase, "a > b"),
        ];
        assert_eq!(kinds(&script), expected.map(|(kind, text)| (kind, text.to_owned())));
        assert_eq!(with(script.session().unwrap(), "switch").stamp.raw, at(10.0), "the hand moved with the sign");
        // The same sign once more is text, and so is another; what is pasted is no sign.
        script.keys(">>>= 3 times<enter>@(softly)<enter>").paste("> 5");
        script.keys("<enter>").hear(secs(1));
        let last = kinds(&script).split_off(5);
        let expected = [(NoteKind::Quote, ">>= 3 times"), (NoteKind::Observation, "(softly)"), (NoteKind::Paraphrase, "> 5")];
        assert_eq!(last, expected.map(|(kind, text)| (kind, text.to_owned())));
        // Backspace takes it back, before and after words; so does Esc, and nothing is put aside.
        script.keys("(<backspace>one<enter>(x<backspace><backspace>two<enter>?<esc>three<enter>").hear(secs(1));
        assert!(kinds(&script).split_off(8).into_iter().all(|(kind, _)| kind == NoteKind::Paraphrase), "{:?}", kinds(&script));
        // Space is then a moment of that kind, at the sign; Enter is nothing.
        script.hear_until(secs(60)).keys("@<enter>").hear(secs(5)).keys("<space>four<enter>").hear(secs(1));
        let session = script.session().unwrap();
        let moment = session.notes().find(|note| note.is_moment()).unwrap();
        assert_eq!((moment.kind, moment.stamp.raw), (NoteKind::Observation, at(60.0)));
        assert_eq!(kinds(&script).last(), Some(&(NoteKind::Paraphrase, "four".to_owned())));
        // Where another kind was chosen, a sign is text.
        script.keys("<ctrl-]>@home<enter>").hear(secs(1));
        assert_eq!(kinds(&script).last(), Some(&(NoteKind::Quote, "@home".to_owned())));
    });
}

#[test]
fn tab_changes_what_is_being_written_and_on_an_empty_line_walks_the_probes() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<tab>");
        said(&script, "there is no probe here");
        script.keys("<pagedown>").hear(secs(5)).keys("like a switch<tab><enter>looks away<tab><tab><enter>").hear(secs(1));
        let expected = [(NoteKind::Quote, "like a switch"), (NoteKind::Observation, "looks away")];
        assert_eq!(kinds(&script), expected.map(|(kind, text)| (kind, text.to_owned())));
        let used = |script: &Script| {
            let session = script.session().unwrap();
            let probes = &session.guide().question(&Id::new("daily-life")).unwrap().1.probes;
            probes.iter().map(|probe| session.coverage().used(&probe.id)).collect::<Vec<_>>()
        };
        // From one that was not used to the next, and round.
        let mut walked = Vec::new();
        for _ in 0..4 {
            script.keys("<tab>");
            walked.push(room(&script).probe());
        }
        assert_eq!(walked, [Some(0), Some(1), Some(2), Some(0)]);
        assert!(script.screen(80, 24).contains("› What is a good day"), "{}", script.screen(80, 24));
        // The arrow marks it and stays; the next Tab passes it by.
        script.keys("<tab><right>");
        assert_eq!((used(&script), open(&script), room(&script).probe()), (vec![false, true, false], Some("daily-life"), None));
        said(&script, "used:");
        script.keys("<tab><tab><tab>");
        assert_eq!(room(&script).probe(), Some(0));
        // Esc and going elsewhere let it go; then the arrow goes on.
        script.keys("<esc>");
        assert_eq!((room(&script).probe(), script.session().unwrap().notes().count()), (None, 2));
        script.keys("<tab><down><up><right>");
        assert_eq!((used(&script), of(&script, "daily-life")), (vec![false, true, false], Coverage::Asked));
        // One step takes it back by name. The function key chooses none.
        script.keys("<ctrl-z><ctrl-z>");
        assert_eq!((used(&script), of(&script, "daily-life")), (vec![false; 3], Coverage::NotYet));
        script.keys("<up><f6><f6><f6><tab>");
        said(&script, "every probe here is used");
        assert_eq!((used(&script), room(&script).probe()), (vec![true; 3], None));
        // A note may be written meanwhile, and its arrows are its own.
        script.keys("<ctrl-z><tab>ab<left>c<right>d<enter>").hear(secs(1));
        assert_eq!((used(&script), kinds(&script).last().unwrap().1.as_str()), (vec![true, true, false], "acbd"));
        script.keys("<right>");
        assert_eq!((used(&script), open(&script)), (vec![true; 3], Some("daily-life")));
    });
}

#[test]
fn a_stamp_is_moved_five_seconds_back_and_never_before_the_beginning() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<ctrl-t>");
        said(&script, "no note is being written, and none was saved since you came in");
        script.hear_until(secs(20)).keys("they said<ctrl-t><ctrl-t>");
        said(&script, "stamp: 10 s earlier, at 0:08");
        script.hear(secs(1)).keys(" so<enter>").hear(secs(1));
        let note = with(script.session().unwrap(), "they said so");
        assert_eq!((note.stamp.raw, note.stamp.reaction_ms, note.position), (at(20.0), 11_500, at(8.5)), "the hand's moment is kept");
        // On an empty line it is the last note that moves, as another version of it; one step takes that back.
        script.keys("<ctrl-t>");
        said(&script, "the last note: 15 s earlier, at 0:03");
        let note = with(script.session().unwrap(), "they said so");
        assert_eq!((note.stamp.raw, note.position, note.revisions().len()), (at(20.0), at(3.5), 1));
        script.keys("<ctrl-t>");
        said(&script, "the last note: 18 s earlier, at 0:00");
        let before = lines(&script);
        script.keys("<ctrl-t>");
        said(&script, "the stamp is at the beginning of the interview already");
        assert_eq!(lines(&script), before);
        script.keys("<ctrl-z><ctrl-z>");
        said(&script, "taken back: the change to ");
        assert_eq!(with(script.session().unwrap(), "they said so").position, at(8.5));
        // A sign stamps as well; the moment of it is moved with it.
        script.hear_until(secs(40)).keys("@<ctrl-t>").hear(secs(3)).keys("<space>");
        let session = script.session().unwrap();
        assert_eq!(session.notes().find(|note| note.is_moment()).map(|note| note.position), Some(at(33.5)));
    });
}

#[test]
fn the_last_note_is_taken_up_again_and_every_version_stays() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<ctrl-e>");
        said(&script, "no note is being written, and none was saved since you came in");
        script.keys("<pagedown>").hear_until(secs(10)).keys(">like a swich<enter>").hear(secs(5));
        script.keys("<ctrl-e>");
        assert_eq!(room(&script).line().text(), "like a swich");
        script.keys("<backspace><backspace>tch<enter>").hear(secs(1)).saved();
        assert_eq!(kinds(&script), [(NoteKind::Quote, "like a switch".to_owned())]);
        let note = with(script.session().unwrap(), "switch");
        assert_eq!((note.position, note.revisions().len(), note.revisions()[0].text.as_str()), (at(8.5), 1, "like a swich"));
        // Unchanged, it is no other version; Esc leaves it, and undo brings back what was changed.
        let before = lines(&script);
        script.keys("<ctrl-e><enter><ctrl-e><esc>");
        said(&script, "the note stays as it was");
        assert_eq!((lines(&script), room(&script).line().text()), (before, ""));
        script.keys("<ctrl-e> off<esc>");
        assert_eq!((lines(&script), with(script.session().unwrap(), "switch").text.as_str()), (before, "like a switch"));
        script.keys("<ctrl-z><enter>").hear(secs(1));
        assert_eq!(kinds(&script), [(NoteKind::Quote, "like a switch off".to_owned())]);
        // What it is can be changed too, and where it stands; with nothing left on the line it is still that note.
        script.keys("<ctrl-e><tab><ctrl-t>").keys(&"<ctrl-w>".repeat(9)).keys("<enter>a b<enter>").hear(secs(1));
        assert_eq!(kinds(&script), [(NoteKind::Observation, "a b".to_owned())]);
        assert_eq!(script.session().unwrap().notes().next().unwrap().position, at(3.5));
        script.keys("<ctrl-z>");
        assert_eq!(kinds(&script), [(NoteKind::Quote, "like a switch off".to_owned())]);
        // A moment is given words so. While one writes, the key goes to the end of the line.
        script.keys("<space><ctrl-e>she nods<enter>bc<left><left>a<ctrl-e>d<enter>").hear(secs(1));
        let texts: Vec<String> = kinds(&script).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["like a switch off", "she nods", "abcd"]);
        // The end keeps what stands on the line, as another version; what was put aside is one that was taken back.
        script.keys("<ctrl-e>e<esc><ctrl-e>f").hear(secs(1)).keys("<ctrl-q><ctrl-q>");
        script.leave();
        let session = reread(&dir);
        let versions: Vec<&str> = with(&session, "abcdf").revisions().iter().map(|version| version.text.as_str()).collect();
        assert_eq!((versions, session.notes().count()), (vec!["abcd", "abcdf", "abcde"], 3));
    });
}

#[test]
fn a_note_that_was_taken_up_when_the_program_died_is_still_that_note() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(5)).keys("like a swich<enter>").hear(secs(1)).keys("<ctrl-e>, she says").hear(secs(3)).saved();
    drop(script);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1));
    assert_eq!(room(&script).line().text(), "like a swich, she says");
    script.keys("<enter>").hear(secs(1));
    assert_eq!(texts(script.session().unwrap()), ["like a swich, she says"]);
    script.leave();
}

#[test]
fn the_notes_are_covered_and_shown_again() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>rest before pain<enter>?which one<enter>").hear(secs(1)).keys("<ctrl-k>");
        said(&script, "the notes are covered");
        let seen = script.screen(80, 24);
        assert!(
            seen.contains(in_either("2 notes, covered", "2 notities, afgedekt"))
                && !seen.contains("rest before")
                && !seen.contains("which one"),
            "{seen}"
        );
        // What is written is seen, and covered once it is saved; what is taken back is told without its words.
        script.keys("looks away");
        assert!(script.screen(80, 24).contains("looks away"));
        script.keys("<enter>").hear(secs(7));
        assert!(!script.screen(80, 24).contains("looks away"));
        script.keys("<ctrl-z>");
        assert!(!script.screen(80, 24).contains("looks away"), "{}", script.screen(80, 24));
        said(&script, "taken back:");
        script.keys("<ctrl-k>");
        said(&script, "the notes are shown again");
        assert!(script.screen(80, 24).contains("rest before pain"));
    });
}

#[test]
fn the_palette_finds_a_question_by_its_words_and_goes_there() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear(secs(5));
        let (word, other) = in_either(("THERAPY", "way-to-therapy"), ("THÉRAPY", "way-to-therapy"));
        // With nothing typed there are only commands, and below them what holds the words, with the state of it.
        script.keys("/");
        assert!(!says(&script.screen(120, 40), "not yet"), "{}", script.screen(120, 40));
        script.keys(&format!("to {word}"));
        let seen = script.screen(120, 40);
        assert!(says(&seen, "not yet") && says(&seen, "Enter go there"), "{seen}");
        script.keys("<enter>").hear(secs(1));
        assert_eq!((open(&script), script.model().overlay.is_none()), (Some(other), true));
        // Tab marks it there, as of the moment when the palette was opened, and one stays where one is.
        script.keys("<up>").hear_until(secs(30)).keys("/to therapy").hear(secs(9)).keys("<tab>");
        assert_eq!((open(&script), of(&script, other)), (Some("daily-life"), Coverage::Volunteered));
        assert!(script.notice().unwrap().ends_with(&format!(": {}", Coverage::Volunteered.words())), "{:?}", script.notice());
        let journal = std::fs::read_to_string(script.saved().session_folder().unwrap().join("journal.jsonl")).unwrap();
        let marked = journal.lines().rfind(|line| line.contains("coverage-marked")).unwrap();
        assert!(marked.contains("30000"), "{marked}");
        // Once more it stands; one step takes it back by name.
        let before = lines(&script);
        script.keys("/to therapy<tab>");
        assert_eq!((of(&script, other), lines(&script)), (Coverage::Volunteered, before));
        script.keys("<ctrl-z>");
        said(&script, "taken back:");
        assert_eq!(of(&script, other), Coverage::NotYet);
        // A command is chosen before a question, and on a command Tab is nothing.
        script.keys("/<tab>");
        assert!(script.model().overlay.is_some());
        script.keys("<esc>");
    });
}

#[test]
fn the_guide_is_a_list_of_questions_that_stands_on_the_open_one() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown><down><ctrl-f>");
    let chosen =
        |script: &Script| script.screen(100, 30).lines().find(|line| line.contains('▶') && line.contains(" · ")).unwrap().to_owned();
    assert!(chosen(&script).contains("How did you come to this therapy?"), "{}", script.screen(100, 30));
    assert!(!script.screen(100, 30).contains("Go off the record"), "no commands: {}", script.screen(100, 30));
    // The same key puts it away; Enter goes there; words narrow it.
    script.keys("<f3>");
    assert!(script.model().overlay.is_none());
    script.keys("<f3><up><enter>").hear(secs(1));
    assert_eq!(open(&script), Some("daily-life"));
    script.keys("<ctrl-f>to therapy<tab>");
    assert_eq!((open(&script), of(&script, "way-to-therapy")), (Some("daily-life"), Coverage::Volunteered));
    script.leave();
}

/// A long guide stays in reach.
#[test]
fn forty_topics_are_gone_through_by_the_page() {
    let dir = study();
    let at = dir.path().join("guides/patient-first.yaml");
    let guide = std::fs::read_to_string(&at).unwrap();
    let (before, _) = guide.split_once("\ntopics:").unwrap();
    let before = before.replace("minutes: 45", "minutes: 40");
    let topic = |n: usize| {
        format!(
            "  - id: t{n}\n    title: Subject {n}\n    minutes: 1\n    questions:\n      - id: q{n}\n        ask: What about number {n}?\n"
        )
    };
    let closing = "closing: |\n  Thank you.\n";
    std::fs::write(&at, format!("{before}\ntopics:\n{}{closing}", (1..=40).map(topic).collect::<String>())).unwrap();
    let mut script = interview(&dir);
    script.keys("<pagedown><ctrl-f>").keys(&"<pagedown>".repeat(4));
    assert!(script.screen(60, 16).lines().any(|line| line.contains('▶') && line.contains("Subject 33")), "{}", script.screen(60, 16));
    script.keys("<pagedown><pagedown><enter>").hear(secs(1));
    assert_eq!(open(&script), Some("q40"));
    script.keys("<ctrl-f>").keys(&"<pageup>".repeat(9)).keys("<enter>").hear(secs(1));
    assert_eq!(open(&script), Some("q1"));
    script.keys("/number 27<enter>").hear(secs(1));
    assert_eq!(open(&script), Some("q27"));
    script.leave();
}

/// Each act of the room from each of its chords: what product.md promises of them.
#[test]
fn every_act_of_the_room_does_what_it_says_from_its_chord() {
    let keys = Keys::default();
    let at = |inner: &[Context]| inner.iter().copied().chain([Context::Interview, Context::Anywhere]).collect::<Vec<_>>();
    let does = |inner: &[Context], chord: &str| keys.does(&at(inner), chord.parse().unwrap());
    for (chords, act) in [
        ("enter ctrl-j", I::Save),
        ("space f2", I::Moment),
        ("down ctrl-n", I::NextQuestion),
        ("up ctrl-p", I::PreviousQuestion),
        ("pagedown ctrl-down", I::NextTopic),
        ("pageup ctrl-up", I::PreviousTopic),
        ("right f4", I::AskedAndOn),
        ("left f5", I::States),
        ("alt-v", I::Volunteered),
        ("alt-p", I::Partly),
        ("ctrl-r", I::ComeBack),
        ("ctrl-\\ alt-s", I::Skip),
        ("ctrl-]", I::NextKind),
        ("tab", I::WalkProbes),
        ("f6", I::Probe),
        ("ctrl-o f9", I::OffRecord),
        ("ctrl-d f8", I::Distress),
        ("ctrl-t", I::Earlier),
        ("ctrl-b", I::MinuteEarlier),
        ("ctrl-e", I::LastNote),
        ("backtab f11", I::LookBack),
        ("ctrl-g f7", I::Marks),
        ("ctrl-k", I::CoverNotes),
        ("ctrl-z ctrl-u", I::Undo),
        ("ctrl-y", I::Redo),
        ("ctrl-s", I::ShowRest),
        ("ctrl-f f3", I::Guide),
        ("ctrl-w", I::Withdraw),
        ("esc", I::PutAside),
        ("ctrl-q f10", I::EndInterview),
    ] {
        for chord in chords.split(' ') {
            assert_eq!(does(&[], chord), Some(act.into()), "{chord}");
        }
    }
    for chord in ["/", "ctrl-l"] {
        assert_eq!(does(&[], chord), Some(Everywhere::Palette.into()), "{chord}");
    }
    // What hands do by habit.
    assert_eq!(does(&[], "ctrl-v"), None);
    // While something is written, what edits it is the line's, and what is no letter stays what it is.
    for chord in ["space", "left", "right", "ctrl-e", "ctrl-w", "backspace", ">", "/", "1"] {
        assert_eq!(does(&[Context::Writing], chord), None, "{chord}");
    }
    for (chord, act) in [("tab", I::KindOfNote), ("ctrl-]", I::NextKind), ("f2", I::Moment), ("ctrl-t", I::Earlier), ("f4", I::AskedAndOn)]
    {
        assert_eq!(does(&[Context::Writing], chord), Some(act.into()), "{chord}");
    }
    assert_eq!((does(&[Context::Probe], "right"), does(&[Context::Closed], "left")), (Some(I::UseProbe.into()), Some(I::Answer.into())));
    for (chord, act) in [
        ("1", I::StateAsked),
        ("2", I::StateVolunteered),
        ("3", I::StatePartly),
        ("4", I::StateComeBack),
        ("5", I::StateSkipped),
        ("0", I::StateNotYet),
    ] {
        assert_eq!(does(&[Context::States], chord), Some(act.into()), "{chord}");
    }
    let marks = [("1", I::NameOfPerson), ("2", I::NameOfPlace), ("3", I::NameOfOther), ("4", I::Improvised), ("5", I::Clarifying)];
    for (chord, act) in marks {
        assert_eq!(does(&[Context::Marks], chord), Some(act.into()), "{chord}");
    }
}
