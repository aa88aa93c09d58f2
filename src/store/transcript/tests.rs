//! Files as the tools write them, and files that no tool should.

use proptest::prelude::*;

use super::*;
use crate::store::transcript::unreadable::Place;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/it/fixtures/transcripts/", $name)).as_slice()
    };
}

/// What was said, as `from-to speaker: words`.
fn told(typed: &Typed) -> Vec<String> {
    let one = |said: &Said| {
        let to = said.to.map(|to| to.to_string()).unwrap_or_default();
        format!("{}-{to} {}: {}", said.from, said.speaker, said.words)
    };
    typed.said.iter().map(one).collect()
}

fn reads(bytes: &[u8], form: Form, said: &[&str]) {
    for wish in [None, Some(form)] {
        let typed = read(bytes, wish).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(told(&typed), said);
        assert!(wish.is_none() || typed.form == form, "{typed:?}");
    }
}

const HOW: &str = "How was that for you?";

#[test]
fn webvtt_with_remarks_styles_names_and_two_who_speak_in_one_cue() {
    reads(
        fixture!("cues.vtt"),
        Form::Vtt,
        &[
            "1000-3500 SPEAKER_00: How was that for you?",
            "4000-7250 SPEAKER_01: I rest & then I go on, before it hurts <always>",
            "4000-7250 SPEAKER_00: Hm.",
            "8000-9000 : - no name -",
        ],
    );
    assert_eq!(read(fixture!("cues.vtt"), None).unwrap().form, Form::Vtt);
}

#[test]
fn srt_as_whisper_and_whisperx_write_it() {
    reads(
        fixture!("whisper.srt"),
        Form::Srt,
        &["0-3500 : How was that for you?", "4000-7250 : I rest & then I go on, before it hurts", "7250-9000 : 12"],
    );
    reads(
        fixture!("whisperx.srt"),
        Form::Srt,
        &["0-3500 SPEAKER_00: How was that for you?", "4000-7250 SPEAKER_01: I rest before it hurts"],
    );
    reads(
        fixture!("whisperx.srt"),
        Form::Atrain,
        &["0-3500 SPEAKER_00: How was that for you?", "4000-7250 SPEAKER_01: I rest before it hurts"],
    );
}

#[test]
fn json_of_whisper_whisper_cpp_and_atrain() {
    reads(fixture!("whisper.json"), Form::Whisper, &[&format!("0-3520 : {HOW}"), "4000-7255 : I rest before it hurts, \"NaN\" één."]);
    reads(
        fixture!("whisper-cpp.json"),
        Form::WhisperCpp,
        &["0-3500 0: Hoe was dat voor u?", "4000-7250 1: Ik rust voordat het pijn doet."],
    );
    let typed = read(fixture!("whisper-cpp.json"), None).unwrap();
    assert_eq!((typed.form, typed.model.as_str(), typed.language.as_str()), (Form::WhisperCpp, "base", "nl"), "and no path of anybody's");
    reads(fixture!("atrain.json"), Form::Atrain, &[&format!("0-3520 SPEAKER_00: {HOW}"), "4000-7250 SPEAKER_01: I rest before it hurts."]);
    assert_eq!(told(&read(br#"[{"start":"1.5","end":2,"text":"x","speaker":3}]"#, None).unwrap()), ["1500-2000 3: x"]);
}

/// Written by the writers of openai-whisper 20250625 (`whisper/utils.py`), of invented speech.
#[test]
fn what_the_writers_of_openai_whisper_wrote() {
    const QUOTES: &str = "I rest before it hurts --> \"één\" pause.";
    let told = |words: &str, last: &str| {
        let all = [format!("0-3520 : {HOW}"), format!("4000-7260 : {words}"), "7260-9000 : Tab here & so on.".to_owned(), last.to_owned()];
        all.to_vec()
    };
    let last = "3599980-3605500 : And later, still.";
    // An arrow would end the times of a cue, so they write another there.
    let arrow = QUOTES.replace("-->", "->");
    for (bytes, form, words) in [
        (fixture!("openai-whisper.vtt"), Form::Vtt, arrow.as_str()),
        (fixture!("openai-whisper.srt"), Form::Srt, &arrow),
        (fixture!("openai-whisper.json"), Form::Whisper, QUOTES),
        (fixture!("openai-whisper.tsv"), Form::Whisper, QUOTES),
        // A cue for every word, with all of the line in each.
        (fixture!("openai-whisper-words.vtt"), Form::Vtt, QUOTES),
        (fixture!("openai-whisper-words.srt"), Form::Srt, QUOTES),
    ] {
        let expected = told(words, last);
        reads(bytes, form, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(read(bytes, None).unwrap().form, form);
    }
    // Its text has no times.
    assert_eq!(read(fixture!("openai-whisper.txt"), None).unwrap_err().why, Why::NoStamps);
    assert!(read(b"start\tend\ttext\n0\tx\ty\n", None).is_err_and(|why| why.place == Place::Line(2)));
}

/// Written by whisper-cli of whisper.cpp 1.8.5 with a tiny English model, of a dozen seconds that a speech synthesiser spoke.
#[test]
fn what_whisper_cli_wrote() {
    let said = |labels: [&str; 2]| {
        let words =
            ["How was that for you? On a may like that?", "I messed before it hurts and then I go on.", "And what helped you most?"];
        let [asks, answers] = labels;
        let spoken = [("0-4000", asks), ("4000-9000", answers), ("9000-12000", asks)].into_iter().zip(words);
        spoken.map(|((times, who), words)| format!("{times} {who}: {words}")).collect::<Vec<_>>()
    };
    for (bytes, form, labels) in [
        (fixture!("whisper-cli.json"), Form::WhisperCpp, ["0", "1"]),
        (fixture!("whisper-cli-full.json"), Form::WhisperCpp, ["0", "1"]),
        (fixture!("whisper-cli.vtt"), Form::Vtt, ["Speaker0", "Speaker1"]),
        (fixture!("whisper-cli.srt"), Form::Srt, ["speaker 0", "speaker 1"]),
    ] {
        reads(bytes, form, &said(labels).iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(read(bytes, None).unwrap().form, form);
    }
    let typed = read(fixture!("whisper-cli-full.json"), None).unwrap();
    assert_eq!((typed.model.as_str(), typed.language.as_str()), ("tiny", "en"));
    assert_eq!(read(fixture!("whisper-cli-silence.json"), None).unwrap_err().why, Why::NoPassage, "a mark of silence is said by nobody");
}

#[test]
fn who_says_the_same_twice_is_heard_twice() {
    let text = b"WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n00:02.000 --> 00:03.000\nYes.\n\n00:03.000 --> 00:04.000\n<u>Yes.</u>\n\n00:05.000 --> 00:06.000\n<u>Yes.</u>\n";
    let expected = ["1000-2000 : Yes.", "2000-3000 : Yes.", "3000-4000 : Yes.", "5000-6000 : Yes."];
    reads(text, Form::Vtt, &expected);
}

#[test]
fn nobody_is_called_by_a_whole_page() {
    let long = "x".repeat(100_000);
    let text = format!(r#"{{"segments":[{{"start":1,"end":2,"text":"a","speaker":"{long}"}}]}}"#);
    let why = read(text.as_bytes(), None).unwrap_err();
    assert_eq!((why.place, why.why), (Place::Passage(1), Why::LongSpeaker(200)));
    let text = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n<v {}>a\n", "x".repeat(1_000));
    assert!(read(text.as_bytes(), None).is_err());
}

#[test]
fn what_noscribe_writes() {
    reads(
        fixture!("noscribe.html"),
        Form::Noscribe,
        &[
            &format!("0-3520 S00: {HOW}"),
            "4000-5500 S01: I rest & then",
            "5500-7250 S01: I go on, (..) //S00: yes// before it hurts.",
            "7300-9000 : (2 seconds pause)",
        ],
    );
    reads(
        fixture!("noscribe.vtt"),
        Form::Noscribe,
        &[&format!("0-3520 S00: {HOW}"), "4000-7250 S01: I rest & then I go on, before it hurts."],
    );
    reads(
        fixture!("noscribe.txt"),
        Form::Noscribe,
        &[
            &format!("0-4000 S00: {HOW}"),
            "4000-64000 S01: I rest and then I go on,",
            "64000-69000 S01: before it hurts.",
            "69000- S00: Hm.",
        ],
    );
}

#[test]
fn what_atrain_writes() {
    for text in [fixture!("atrain.txt"), fixture!("atrain-maxqda.txt")] {
        reads(
            text,
            Form::Atrain,
            &[
                &format!("0-4000 SPEAKER_00: {HOW}"),
                "4000-7000 SPEAKER_01: I rest before it hurts.",
                "7000-9000 SPEAKER_01: Always.",
                "9000- SPEAKER_00: Hm.",
            ],
        );
        assert_eq!(read(text, None).unwrap().form, Form::Atrain);
    }
}

#[test]
fn stamps_of_f4_end_a_turn_and_others_begin_one() {
    reads(
        fixture!("f4.txt"),
        Form::Text,
        &[
            &format!("0-3500 I: {HOW}"),
            "3500-7200 B: I rest before it hurts.",
            "7200-12000 B: Always, in the morning.",
            "12000-12900 I: Hm.",
        ],
    );
    reads(
        fixture!("typed.txt"),
        Form::Text,
        &[&format!("0-4000 I1: {HOW}"), "4000-7000 P07: I rest before it hurts.", "7000- I1: 12:30, you said?"],
    );
    assert_eq!(read(fixture!("typed.txt"), None).unwrap().before, 1, "its title");
    let typed = b"[0:01] I1: How?\n[0:04] P07: I rest [1:04] before it hurts\n[1:10] and so on\n";
    let said = ["1000-4000 I1: How?", "4000-64000 P07: I rest", "64000-70000 P07: before it hurts", "70000- : and so on"];
    assert_eq!(told(&read(typed, None).unwrap()), said);
    assert_eq!(told(&read(b"{00:00:05} one\n#00:00:07-4# two\n", None).unwrap()), ["5000-7400 : one", "7400- : two"]);
}

#[test]
fn marks_of_order_line_ends_and_utf16_are_read_as_what_they_are() {
    let text = String::from_utf8(fixture!("noscribe.vtt").to_vec()).unwrap();
    let wide = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let right = told(&read(text.as_bytes(), None).unwrap());
    for bytes in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        text.replace('\n', "\r\n").into_bytes(),
        [vec![0xff, 0xfe], wide(&text, u16::to_le_bytes)].concat(),
        [vec![0xfe, 0xff], wide(&text, u16::to_be_bytes)].concat(),
        wide(&text, u16::to_le_bytes),
        wide(&text, u16::to_be_bytes),
    ] {
        assert_eq!(told(&read(&bytes, None).unwrap()), right);
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let said = |bytes: &[u8], form: Option<Form>| {
        let why = read(bytes, form).unwrap_err();
        (why.place, why.to_string())
    };
    for (bytes, form, place, what) in [
        (&b""[..], None, Place::All, "empty"),
        (b" \n\t\n", None, Place::All, "empty"),
        (b"PK\x03\x04\0\0\0", None, Place::All, "no text"),
        (b"\x01\0\x02\0\0\0", None, Place::All, "no text"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nca\xe9\n", None, Place::Line(4), "UTF-8"),
        (b"WEBVTT\n\n00:01.000 --> 00:99.000\nx\n", None, Place::Line(3), "\"00:01.000 --> 00:99.000\" is no time"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:-1,000 --> 00:00:02,000\ny\n", None, Place::Line(6), "no time"),
        (b"WEBVTT\n\nNOTE nothing\n", None, Place::All, "no passage"),
        (b"[00:00:01] \x1b\x07\n", None, Place::All, "no passage"),
        (b"just words\n", None, Place::All, "no times"),
        (b"x\n", Some(Form::Vtt), Place::Line(1), "WEBVTT"),
        (b"x\n", Some(Form::Whisper), Place::All, "no JSON"),
        (b"{\"segments\":[{\"start\":1,\n", None, Place::Line(2), "breaks off"),
        (b"{\"text\":\"x\"}", None, Place::All, "segments"),
        (b"{\"segments\":[{\"start\":0,\"text\":\"a\"},{\"start\":NaN,\"text\":\"b\"}]}", None, Place::Passage(2), "no beginning"),
        (b"{\"segments\":[{\"start\":-1.5,\"text\":\"a\"}]}", None, Place::Passage(1), "\"-1.5\" is no time"),
        (b"{\"segments\":[{\"start\":1e99,\"text\":\"a\"}]}", None, Place::Passage(1), "no time"),
        (b"{\"transcription\":[{\"text\":\"a\"}]}", None, Place::Passage(1), "no beginning"),
        (b"<html><p>x</p></html>", None, Place::All, "noScribe"),
        (b"<a name=\"ts_x_3_S\">x</a>", None, Place::Line(1), "ts_x_3_S"),
    ] {
        let (found, words) = said(bytes, form);
        assert_eq!(found, place, "{words}");
        assert!(words.contains(what), "{what}: {words}");
    }
}

#[test]
fn what_commands_a_terminal_is_taken_out_and_what_means_nothing_stays() {
    let typed =
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A\x1b[31m>a\x1b]0;x\x07b \u{202e}c < d & e <b>f</b>\n".as_bytes(), None).unwrap();
    let said = &typed.said[0];
    assert!(!said.words.contains(['\x1b', '\x07', '\u{202e}']) && !said.speaker.contains('\x1b'), "{said:?}");
    assert!(said.words.ends_with("c < d & e f"), "{said:?}");
}

#[test]
fn passages_may_overlap_and_one_that_ends_before_it_begins_is_a_moment() {
    let typed = read(b"WEBVTT\n\n00:05.000 --> 00:09.000\nb\n\n00:01.000 --> 00:07.000\na\n\n00:09.000 --> 00:03.000\nc\n", None).unwrap();
    assert_eq!((told(&typed), typed.reversed), (vec!["1000-7000 : a".into(), "5000-9000 : b".into(), "9000-9000 : c".into()], 1));
}

#[test]
fn how_much_is_read_and_kept_is_bounded() {
    let wrong = |bytes: &[u8]| read(bytes, None).unwrap_err().why;
    let large = vec![b'a'; usize::try_from(LARGEST).unwrap() + 1];
    assert_eq!(wrong(&large), Why::TooLarge(64));
    let long = [b"[00:00:01] ".as_slice(), &vec![b'a'; LONGEST + 1], b"\n"].concat();
    assert_eq!(wrong(&long), Why::LongPassage(200));
    let many = [b"WEBVTT\n".as_slice(), &b"\n00:01.000 --> 00:02.000\nx\n".repeat(MOST + 1)].concat();
    assert_eq!(wrong(&many), Why::TooMany(MOST));
    let many = [b"{\"segments\":[".as_slice(), &b"{\"start\":1,\"text\":\"x\"},".repeat(MOST + 1), b"{}]}"].concat();
    assert_eq!(wrong(&many), Why::TooMany(MOST));
    let deep = "[".repeat(200_000);
    assert!(matches!(wrong(format!("{{\"segments\":{deep}").as_bytes()), Why::Json(_)));
    assert!(matches!(wrong(&b"#".repeat(1 << 20)), Why::NoStamps));
}

proptest! {
    /// Nothing makes it stumble, and whatever it reads keeps its bounds.
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>, start in 0..7_usize) {
        let starts = ["", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "{\"segments\":[", "<a name=\"ts_1_2_S\">", "[00:00:01] ", "a #00:00:01-0#\n"];
        let bytes = [starts[start].as_bytes(), &bytes].concat();
        for form in [None, Some(Form::Vtt), Some(Form::Srt), Some(Form::Whisper), Some(Form::Noscribe), Some(Form::Text)] {
            if let Ok(typed) = read(&bytes, form) {
                prop_assert!(typed.said.windows(2).all(|pair| pair[0].from <= pair[1].from));
                prop_assert!(typed.said.iter().all(|said| !said.words.is_empty() && said.to.is_none_or(|to| to >= said.from)));
                prop_assert!(!typed.said.iter().any(|said| said.words.chars().chain(said.speaker.chars()).any(char::is_control)));
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[\\[\\]#{}<>:0-9a-z\\-.,\"\n/&; ]{0,200}") {
        for form in [None, Some(Form::Text), Some(Form::Noscribe), Some(Form::Srt)] {
            drop(read(text.as_bytes(), form));
        }
    }
}
