//! Nothing that a person did not press may act, and nothing is meant that was pressed by habit.

use hearback::domain::session::Session;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Choice;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;
use hearback::tui::keymap::Context;
use hearback::tui::model::Screen;

use crate::corpus::streams::Places;
use crate::corpus::streams::check;
use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;

fn answers(script: &Script) -> usize {
    let Screen::Setup(setup) = &script.model().screen else { return 0 };
    (0..9).filter(|item| setup.answer(*item).is_some()).count()
}

fn says(script: &Script, words: &str) -> bool {
    script.notice().is_some_and(|notice| notice.contains(words))
}

fn notes(script: &Script) -> Vec<String> {
    script.session().unwrap().notes().map(|n| n.text.clone()).collect()
}

fn phase(script: &Script) -> Option<Phase> {
    script.session().map(Session::phase)
}

/// How many streams each screen is sent (`HEARBACK_STREAMS`).
fn streams() -> usize {
    std::env::var("HEARBACK_STREAMS").ok().and_then(|n| n.parse().ok()).unwrap_or(5_000)
}

/// Bytes that nobody chose, the same each time (xorshift64*).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn bytes(&mut self, most: u64) -> Vec<u8> {
        let long = self.next() % most;
        (0..long).map(|_| self.next().to_le_bytes()[7]).collect()
    }
}

#[test]
fn whatever_a_terminal_sends_by_itself_nothing_comes_of_it_on_any_screen() {
    let (mut places, mut noise) = (Places::open(), Noise(0x9e37_79b9_7f4a_7c15));
    for n in 0..streams() {
        let material = noise.bytes(60);
        for screen in 0..8 {
            places.send(screen, &material);
        }
        if n % 1_000 == 0 {
            places.are_as_they_were();
        }
    }
    places.are_as_they_were();
}

#[test]
fn whatever_comes_at_once_nobody_has_consented_and_nothing_begins() {
    let mut noise = Noise(0x0123_4567_89ab_cdef);
    for _ in 0..40 {
        check(&noise.bytes(40));
    }
    // What a person might press, all at once.
    for stream in ["aa", "yyyyy\r", "a\x1b[21~", "y\x1b[21~\x1b[21~", "\ra\r", "\x1b[21~\x1b[21~", "\x03\x03", "\x1b[C\x1b[C"] {
        check(stream.as_bytes());
    }
}

#[test]
fn a_consent_answer_is_a_key_that_came_alone() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("n<down><down><down><down><down><down><down><down>").hear(secs(1));
    for flood in [b"yyyyy".as_slice(), b"aa", b"y\x1b[21~", b"\x1b[?62;c\ra", b"\x1b[C\x1b[C", b"a\x1b]11;rgb:aa/aa/aa\x07"] {
        script.bytes(flood);
        assert_eq!(answers(&script), 0, "{}", flood.escape_ascii());
        assert!(says(&script, "several keys came at once"), "{:?}", script.notice());
        script.keys("<up><up><up><up><up><up><up><up><up><up><up><up><down><down><down><down><down><down><down><down>");
    }
    script.bytes(b"a");
    assert_eq!(answers(&script), 5);
    // Bare control characters: BEL was a key that begins, line feed one that goes on.
    for control in (0..=0x1f_u8).filter(|b| !matches!(b, b'\r' | b'\t' | 0x03 | 0x0c | 0x1b)) {
        script.bytes(&[control]);
        assert_eq!((script.model().context(), script.has_left()), (Context::Setup, false), "{control:x}");
    }
    script.bytes(b"\r\r");
    assert_eq!(script.model().context(), Context::Setup, "two at once begin nothing");
    script.bytes(b"\r");
    assert_eq!(phase(&script), Some(Phase::Recording));
    script.leave();
}

#[test]
fn a_second_press_after_the_beginning_leaves_nothing_behind() {
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).hear(ms(500));
    script.bytes(b"\r");
    for keys in [b"\r".as_slice(), b" ", b"\x1b[21~", b"x", b"\x1b[20~\x1b[20~"] {
        script.bytes(keys);
        script.silence(ms(40));
    }
    assert_eq!((phase(&script), notes(&script).len()), (Some(Phase::Recording), 0));
    script.silence(ms(120));
    script.bytes(b"heard\r");
    assert_eq!(notes(&script), ["heard"]);
    script.leave();
}

#[test]
fn enter_twice_does_no_harm_and_space_marks_a_moment() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(1)).keys("one<enter><enter><enter>");
    assert_eq!(notes(&script), ["one"]);
    script.keys("<space><f2>two words<f2><enter>").saved();
    assert_eq!(notes(&script), ["one", "", "", "", "two words"]);
    // Ctrl-V is how one pastes elsewhere.
    let before = script.screen(80, 24);
    script.keys("<ctrl-v>");
    assert_eq!(script.screen(80, 24), before);
    script.leave();
}

#[test]
fn esc_and_a_letter_are_two_keys_while_something_is_written() {
    for letter in "nmpsvhdax0é".chars() {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(1)).keys("<pagedown>abc").saved();
        let before = script.model().shared.sitting.as_ref().unwrap().journal_lines();
        script.bytes(format!("\x1b{letter}").as_bytes());
        assert_eq!(script.model().shared.sitting.as_ref().unwrap().journal_lines(), before, "{letter}");
        let Screen::Interview(room) = &script.model().screen else { panic!("{letter}") };
        assert_eq!((room.line().text(), script.model().overlay.is_none()), (letter.to_string().as_str(), true), "{letter}");
        // And once more, on what is then an empty line: Esc was pressed just now.
        script.keys("<esc>").bytes(format!("\x1b{letter}").as_bytes());
        let Screen::Interview(room) = &script.model().screen else { panic!("{letter}") };
        assert_eq!(room.line().text(), letter.to_string(), "{letter}");
        script.leave();
    }
    // What has a sequence of its own is Alt with the letter, whatever is written.
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(1)).keys("<pagedown>abc").bytes(b"\x1b[118;3u");
    assert!(says(&script, "volunteered"), "{:?}", script.notice());
    // On an empty line, and long after the last Esc, it is so as well.
    script.keys("<enter>").hear(secs(2)).bytes(b"\x1bp");
    assert!(says(&script, "partly"), "{:?}", script.notice());
    // The reason for skipping has a way of its own.
    script.keys("<down>they would rather not<ctrl-\\>");
    assert!(says(&script, "skipped"), "{:?}", script.notice());
    script.bytes(b"kept\x1b\x0f");
    assert_eq!(phase(&script), Some(Phase::OffRecord), "Esc, and off the record");
    script.leave();
}

/// Option with an arrow on a Mac is Esc and a letter; PuTTY and rxvt send Alt with an arrow as Esc and the arrow, iTerm2 with a bit of its own.
#[test]
fn alt_with_an_arrow_goes_by_a_word_while_something_is_written() {
    for (back, on) in [
        ("\x1bb", "\x1bf"),
        ("\x1b[1;3D", "\x1b[1;3C"),
        ("\x1b[1;9D", "\x1b[1;9C"),
        ("\x1b\x1b[D", "\x1b\x1b[C"),
        ("\x1b[98;3u", "\x1b[102;3u"),
    ] {
        let dir = study();
        let mut script = interview(&dir);
        script.hear(secs(1)).keys("<pagedown>one two three").saved();
        for bytes in [back, back, "x", on, "y"] {
            script.bytes(bytes.as_bytes());
        }
        let Screen::Interview(room) = &script.model().screen else { panic!("{back:?}") };
        assert_eq!(room.line().text(), "one xtwo ythree", "{back:?}");
        script.keys("<enter>").hear(secs(2)).keys("/one two").bytes(back.as_bytes());
        script.keys("x<esc>");
        // With nothing written, Alt-B leads back, and an interview is not left.
        script.hear(secs(2)).bytes(back.as_bytes());
        let Screen::Interview(room) = &script.model().screen else { panic!("{back:?}") };
        assert_eq!((room.line().text(), phase(&script)), ("", Some(Phase::Recording)), "{back:?}");
        assert_eq!(notes(&script), ["one xtwo ythree"], "{back:?}");
        script.leave();
    }
}

#[test]
fn what_stops_a_recording_takes_the_same_key_twice_in_a_row() {
    let dir = study();
    for (key, question) in [("<f10>", "ends the interview"), ("<ctrl-c>", "ends it properly"), ("<alt-n>", "notes only")] {
        let mut script =
            Script::over_microphones(dir.path(), &["one", "two"], crate::support::day::voice(), crate::support::day::DAY).unwrap();
        script.keys(FORM).hear(ms(500)).keys("<enter>").hear(secs(1));
        for between in ["x<backspace>", "<down>", "<f4>", "<f9><f9>", "<f1><esc>", "<alt-m>"] {
            script.keys(key);
            assert!(says(&script, question), "{key}: {:?}", script.notice());
            script.keys(between);
            assert!(!says(&script, question), "{key}, {between}: {:?}", script.notice());
        }
        script.keys(key).paste("words");
        assert!(!says(&script, question), "{key}, a paste: {:?}", script.notice());
        script.keys(key).hear(secs(4)).keys(key);
        assert_eq!(phase(&script), Some(Phase::Recording), "{key}: too late");
        script.keys(key);
        if key == "<alt-n>" {
            assert_eq!(*script.session().unwrap().audio(), Audio::NotesOnly(Choice::Interviewers));
            assert!(says(&script, "the recording is closed"), "{:?}", script.notice());
        } else {
            assert_ne!(phase(&script), Some(Phase::Recording), "{key}");
        }
        script.leave();
    }
}

#[test]
fn by_its_name_a_question_is_answered_by_its_key() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(1)).keys("/end<enter>");
    assert!(says(&script, "Ctrl-Q or F10 ends the interview"), "{:?}", script.notice());
    script.keys("<f10>");
    assert_eq!(script.model().context(), Context::Home);
    script.leave();
}

#[test]
fn letters_that_are_no_utf8_are_said_to_be_lost_once() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(1)).bytes(b"caf\xe9 au lait\r");
    assert!(says(&script, "does not send UTF-8"), "{:?}", script.notice());
    assert_eq!(notes(&script), ["caf au lait"]);
    script.leave();
}
