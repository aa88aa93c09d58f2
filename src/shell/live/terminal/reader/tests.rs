//! What bytes mean, however they are cut: tables of keys and of what is none, and properties over both.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

fn at(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// What was heard, in words: keys by name (`Esc+x` where both came as one), pastes in brackets.
fn told(heard: &[Input]) -> String {
    let mut words = String::new();
    for input in heard {
        match input {
            Input::Key(Press { chord, spelling: Spelling::AsOne, .. }) => write!(words, "{chord} ").unwrap(),
            Input::Key(Press { chord, spelling: Spelling::AfterEsc, .. }) => write!(words, "Esc+{chord} ").unwrap(),
            Input::Paste(text) => write!(words, "[{text}] ").unwrap(),
            Input::Answer | Input::Foreign | Input::Resized => {}
        }
    }
    words.trim_end().to_owned()
}

/// Pieces with so many milliseconds after each; a wait is a wait for the terminal, as the loop does it.
fn read(pieces: &[(&[u8], u64)]) -> Vec<Input> {
    read_in(Dialect::Usual, pieces)
}

/// The same, from a terminal that speaks `dialect`.
fn read_in(dialect: Dialect, pieces: &[(&[u8], u64)]) -> Vec<Input> {
    let (mut reader, mut heard, mut now) = (Reader::of(dialect), Vec::new(), 0);
    for (bytes, wait) in pieces {
        reader.feed(bytes, at(now), &mut heard);
        now += wait;
        while reader.due().is_some_and(|due| due <= at(now)) {
            reader.pass(at(now), &mut heard);
        }
    }
    heard
}

/// The keys of `bytes`, and of the silence after them.
fn keys(bytes: &[u8]) -> String {
    told(&read(&[(bytes, 5_000)]))
}

#[test]
fn keys_are_read_as_terminals_send_them() {
    for (bytes, name) in [
        ("a", "a"),
        ("É", "É"),
        ("👩‍👧", "👩 \u{200d} 👧"),
        (" ", "Space"),
        ("\r", "Enter"),
        ("\n", "Ctrl-J"),
        ("\t", "Tab"),
        ("\x7f", "Backspace"),
        ("\x08", "Backspace"),
        ("\x0f", "Ctrl-O"),
        ("\x1c", "Ctrl-\\"),
        ("\0", "Ctrl-Space"),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1b[A", "Up"),
        ("\x1bOB", "Down"),
        ("\x1b[1;5C", "Ctrl-Right"),
        ("\x1b[1;3D", "Alt-Left"),
        ("\x1b[1;2B", "Shift-Down"),
        ("\x1b[Z", "Shift-Tab"),
        ("\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "Home End Home End Home End"),
        ("\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "Ins Del PgUp PgDn"),
        ("\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4"),
        ("\x1b[[A\x1b[[E", "F1 F5"),
        ("\x1b[11~\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~", "F1 F5 F6 F10 F11 F12"),
        ("\x1b[25~\x1b[26~\x1b[28~\x1b[29~\x1b[31~\x1b[34~", "F13 F14 F15 F16 F17 F20"),
        ("\x1b[1;2P\x1b[20;2~\x1b[24;2~", "F13 F21 F24"),
        ("\x1b[57376u\x1b[57387u", "F13 F24"),
        // CSI u: what was held, what Shift makes of it, and what was let go.
        ("\x1b[110;3u", "Alt-N"),
        ("\x1b[111;5u", "Ctrl-O"),
        ("\x1b[97;2u\x1b[97:65;2u\x1b[49:33;2u", "A A !"),
        ("\x1b[13u\x1b[27u\x1b[9;2u\x1b[127u\x1b[104;5u", "Enter Esc Shift-Tab Backspace Backspace"),
        ("\x1b[97;1:1u\x1b[97;1:2u\x1b[97;1:3u", "a a"),
        ("\x1b[57400u\x1b[57414u", "1 Enter"),
        ("\x1b[27;5;111~", "Ctrl-O"),
        // An Esc and another key that came as one.
        ("\x1bn", "Esc+n"),
        ("\x1bP", "Esc+P"),
        ("\x1b[", "Esc+["),
        ("\x1bO", "Esc+O"),
        ("\x1b]\x1b", ""),
        ("\x1bOh", "Esc+O h"),
        ("\x1bé", "Esc+é"),
        ("\x1b\x0f", "Esc+Ctrl-O"),
        ("\x1b\r", "Esc+Enter"),
        ("\x1b\x7f", "Esc+Backspace"),
        ("\x1b\x1b[B", "Esc+Down"),
        ("\x1b\x1bn", "Esc Esc+n"),
        ("\x1b\x1b\x1b[B", "Esc Esc+Down"),
    ] {
        assert_eq!(keys(bytes.as_bytes()), name, "{bytes:?}");
    }
}

/// What each terminal sends for the keys of the table: as it was heard from those that run here, as it is written for those that do not
/// (Terminal of macOS, iTerm2, Windows Terminal, the Linux console).
#[test]
fn keys_are_read_as_each_terminal_sends_them() {
    let everywhere: [(&[&str], &str); 48] = [
        // xterm, VTE, Konsole, kitty, alacritty, foot, st, Windows Terminal, Terminal of macOS; PuTTY and rxvt; the Linux console.
        (&["\x1bOP", "\x1b[11~", "\x1b[[A"], "F1"),
        (&["\x1bOQ", "\x1b[12~", "\x1b[[B"], "F2"),
        (&["\x1bOR", "\x1b[13~", "\x1b[[C"], "F3"),
        (&["\x1bOS", "\x1b[14~", "\x1b[[D"], "F4"),
        (&["\x1b[15~", "\x1b[[E"], "F5"),
        (&["\x1b[17~"], "F6"),
        (&["\x1b[18~"], "F7"),
        (&["\x1b[19~"], "F8"),
        (&["\x1b[20~"], "F9"),
        (&["\x1b[21~"], "F10"),
        // With Shift: xterm, Konsole, kitty's own protocol, Terminal of macOS and the Linux console (which count otherwise).
        (&["\x1b[1;2P", "\x1bO2P", "\x1b[57376u", "\x1b[25~"], "F13"),
        (&["\x1b[1;5Q", "\x1bO5Q", "\x1b[12;5~", "\x1b[12^"], "Ctrl-F2"),
        (&["\x1bO3S", "\x1b[1;3S"], "Alt-F4"),
        (&["\x1b[21^", "\x1b[21;5~"], "Ctrl-F10"),
        (&["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"], "Home"),
        (&["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"], "End"),
        (&["\x1b[1;2H"], "Home"),
        (&["\x1b[8^", "\x1b[1;5F", "\x1b[8@", "\x1b[1;6F"], "Ctrl-End"),
        (&["\x1b[2~"], "Ins"),
        (&["\x1b[3~", "\x1b[3;2~"], "Del"),
        (&["\x1b[3;5~", "\x1b[3^"], "Ctrl-Del"),
        (&["\x1b[5~", "\x1b[5;2~"], "PgUp"),
        (&["\x1b[6~", "\x1b[6;2~"], "PgDn"),
        (&["\x1b[5;5~", "\x1b[5^"], "Ctrl-PgUp"),
        (&["\x1b[6;5~", "\x1b[6^", "\x1b[6@"], "Ctrl-PgDn"),
        (&["\x1b[6;3~"], "Alt-PgDn"),
        (&["\x1b\x1b[6~"], "Esc+PgDn"),
        (&["\x1b[A", "\x1bOA"], "Up"),
        (&["\x1b[1;2A"], "Shift-Up"),
        (&["\x1b[B", "\x1bOB"], "Down"),
        (&["\x1b[1;2B"], "Shift-Down"),
        (&["\x1b[C", "\x1bOC", "\x1b[1;2C"], "Right"),
        (&["\x1b[D", "\x1bOD", "\x1b[1;2D"], "Left"),
        (&["\x1b[1;5B"], "Ctrl-Down"),
        (&["\x1b[1;5D"], "Ctrl-Left"),
        // iTerm2 has Meta where others have Alt.
        (&["\x1b[1;3D", "\x1b[1;9D"], "Alt-Left"),
        (&["\x1b\x1b[D", "\x1b\x1bOD"], "Esc+Left"),
        // With Shift from Konsole, and from a keypad in application mode.
        (&["\r", "\x1bOM"], "Enter"),
        (&["\x1b[Z", "\x1b[9;2u", "\x1b[27;2;9~"], "Shift-Tab"),
        (&["\x7f", "\x08"], "Backspace"),
        (&["\x1b\x7f", "\x1b\x08"], "Esc+Backspace"),
        (&["\0"], "Ctrl-Space"),
        (&["\x1d", "\x1b[93;5u", "\x1b[27;5;93~"], "Ctrl-]"),
        (&["\x1c", "\x1b[92;5u", "\x1b[27;5;92~"], "Ctrl-\\"),
        (&["\x13", "\x1b[115;5u"], "Ctrl-S"),
        (&["\x1bi"], "Esc+i"),
        (&["\x1b[105;3u", "\x1b[27;3;105~"], "Alt-I"),
        // The 5 of the keypad without Num Lock, Super with an arrow in kitty's protocol, the console mode of Windows, focus.
        (&["\x1b[E", "\x1b[G", "\x1bOE", "\x1b[57417;9u", "\x1b[112;59;0;1;0;1_", "\x1b[I"], ""),
    ];
    for (spellings, name) in everywhere {
        for bytes in spellings {
            assert_eq!(keys(bytes.as_bytes()), name, "{bytes:?}");
            // And what is typed next is what is typed next.
            assert_eq!(keys([bytes.as_bytes(), b"n"].concat().as_slice()), format!("{name} n").trim_start(), "{bytes:?}");
        }
    }
    for (term, bytes, name) in [
        ("rxvt-unicode-256color", "\x1bOa\x1bOb\x1bOc\x1bOd", "Ctrl-Up Ctrl-Down Ctrl-Right Ctrl-Left"),
        ("rxvt-unicode-256color", "\x1b[a\x1b[b\x1b[c\x1b[d", "Up Down Right Left"),
        ("xterm-256color", "\x1b[c", ""),
        ("rxvt-unicode-256color", "\x1b[7$n\x1b[5$\x1b[4;2$yn", "Home n PgUp n"),
        ("xterm-256color", "\x1bOb", "Esc+O b"),
        ("xterm-256color", "\x1b[7$yn", "n"),
        ("st-256color", "\x1b[P\x1b[4h\x1bOP", "Del Ins F1"),
        ("st", "\x1b[P\x1b[1;2P", "Del F13"),
        ("stterm", "\x1b[P", "F1"),
        ("xterm-kitty", "\x1b[P\x1b[4h", "F1"),
    ] {
        assert_eq!(told(&read_in(Dialect::of(term), &[(bytes.as_bytes(), 5_000)])), name, "{term}: {bytes:?}");
    }
    assert_eq!(told(&read(&[(b"\x1bO5", 100), (b"P", 0)])), "Esc+O 5 P", "a hand, and no key");
    assert_eq!(keys(b"\x1bO5x"), "Esc+O 5 x");
}

/// What an input method commits: many characters at once, and through a slow line in pieces that end in the middle of one.
#[test]
fn what_an_input_method_commits_is_read_whole() {
    for text in ["नमस्ते", "क्षि", "น้ำ", "안녕하세요", "ㅎㅏㄴ", "日本語で話す", "שלום", "مرحبا", "é", "e\u{301}", "👩🏽\u{200d}🚀", "🇳🇱"]
    {
        let typed = |heard: Vec<Input>| -> String {
            let key = |input| match input {
                Input::Key(Press { chord, spelling: Spelling::AsOne, .. }) => chord.typed().unwrap(),
                other => panic!("{text}: {other:?}"),
            };
            heard.into_iter().map(key).collect()
        };
        assert_eq!(typed(read(&[(text.as_bytes(), 5_000)])), text);
        for cut in 1..text.len() {
            let (one, other) = text.as_bytes().split_at(cut);
            assert_eq!(typed(read(&[(one, 900), (other, 5_000)])), text, "{cut}");
        }
    }
}

#[test]
fn what_terminals_answer_is_no_key() {
    let answers: [&[u8]; 31] = [
        b"\x1b]11;rgb:1a1a/1b1b/2626\x1b\\",
        b"\x1b]11;rgb:1a1a/1b1b/2626\x07",
        b"\x1b]11;rgb:1a1a/1b1b/2626\x9c",
        b"\x1b]52;c;eXl5eQ==\x18",
        b"\x1b]0;\xc3\x9cbung, yes\x07",
        b"\x1bP>|kitty(0.35.2)\x1b\\",
        b"\x1bP!|7E565445\x1b\\",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b^nay\x1b\\",
        b"\x1bXyes\x1b\\",
        b"\x1bPtmux;\x1b\x1b]11;?\x1b\x1b[B y\x1b\\",
        b"\x1b[?64;1;2;6;9;15;18;21;22c",
        b"\x1b[>41;354;0c",
        b"\x1b[=0c",
        b"\x1b[?1u",
        b"\x1b[?2026;2$y",
        b"\x1b[4;2$y",
        b"\x1b[0;0R",
        b"\x1b[12;40R",
        b"\x1b[?12;40R",
        b"\x1b[8;24;80t",
        b"\x1b[I\x1b[O",
        b"\x1b[M !!",
        b"\x1b[<0;10;20M\x1b[<0;10;20m",
        b"\x1b[?997;1n",
        b"\x1b[0n",
        b"\x9d11;rgb:1a1a/1b1b/2626\x9c",
        b"\x90>|name\x9c",
        b"\x9b?62;c",
        b"\x1b\\",
    ];
    for answer in answers {
        // Old mouse reports put three bytes after their sequence; nobody switches the mouse on here.
        let rest = if answer.starts_with(b"\x1b[M") { "Space ! ! " } else { "" };
        assert_eq!(keys(answer), rest.trim_end(), "{}", answer.escape_ascii());
        let between = [b"a", answer, b"b"].concat();
        assert_eq!(keys(&between), format!("a {rest}b"), "{}", answer.escape_ascii());
    }
}

#[test]
fn a_sequence_in_pieces_is_one_key() {
    for gap in [0, 5, 20, 50, 90] {
        let pieces = |rest: &'static [u8]| told(&read(&[(b"\x1b", gap), (rest, 5_000)]));
        assert_eq!(pieces(b"[B"), "Down", "{gap}");
        assert_eq!(pieces(b"[20~"), "F9", "{gap}");
        assert_eq!(pieces(b"[200~one\rtwo\x1b[201~"), "[one\rtwo]", "{gap}");
        assert_eq!(pieces(b"]11;rgb:aa/aa/aa\x07"), "", "{gap}");
        assert_eq!(told(&read(&[(b"\x1b[", gap), (b"2", 500), (b"0", 900), (b"~", 0)])), "F9", "{gap}");
    }
    assert_eq!(told(&read(&[(b"\x1b", 100), (b"n", 0)])), "Esc n", "a hand that lets Esc go first");
}

#[test]
fn silence_says_what_was_cut_short() {
    assert_eq!(told(&read(&[(b"\x1bP", 99), (b"y", 5_000), (b"n", 0)])), "n", "a string that goes on");
    assert_eq!(told(&read(&[(b"\x1bP", 100), (b"y", 0)])), "Esc+P y", "an Esc and a letter");
    assert_eq!(told(&read(&[(b"\x1b]11;rgb:", 900), (b"aa/aa", 900), (b"/aa\x07", 0), (b"x", 0)])), "x");
    assert_eq!(told(&read(&[(b"\x1b]11;rgb:", 1_000), (b"x", 0)])), "x", "it never ends");
    assert_eq!(told(&read(&[(b"\x1b[20", 1_000), (b"x", 0)])), "x", "it never ends");
    assert_eq!(told(&read(&[(b"\x1b[200~half", 2_000), (b"x", 0)])), "[half] x", "a paste that never ends");
    let long = [b"\x1b]".as_slice(), &vec![b'y'; LONGEST_STRING], b"x"].concat();
    assert_eq!(keys(&long), "x", "no string is longer than this");
}

#[test]
fn what_is_late_to_be_read_is_not_late() {
    // The loop hung, and what came in the meantime waits: no time passes for who has not looked.
    let (mut reader, mut heard) = (Reader::default(), Vec::new());
    reader.feed(b"\x1b", at(0), &mut heard);
    reader.feed(b"[20~", at(3_000), &mut heard);
    assert_eq!(told(&heard), "F9");
}

#[test]
fn bytes_that_are_no_utf8_cost_no_neighbour() {
    for byte in 0x80..=0xff_u8 {
        assert_eq!(keys(&[b'a', byte, b'b']), "a b", "{byte:x}");
        assert_eq!(keys(&[b'a', byte, b'\x1b', b'[', b'B']), "a Down", "{byte:x}");
    }
    assert_eq!(keys(b"\xe2\x82x"), "x", "a character that was cut short");
    assert_eq!(keys(b"\xed\xa0\x80x\xc0\xafy\xf4\x90\x80\x80z"), "x y z", "what UTF-8 does not have");
    assert_eq!(keys(b"\x1b\xe9n"), "Esc n");
    assert_eq!(keys("\u{9b}x".as_bytes()), "x");
    assert_eq!(keys(b"\x1b[200~caf\xe9, n\xc3\xa9e\x1b[201~"), "[caf, née]");
    assert_eq!(read(&[(b"a\xffb", 0)]).len(), 3, "and somebody is told");
}

#[test]
fn a_control_ends_a_sequence_and_is_itself() {
    assert_eq!(keys(b"\x1b[2\x0f"), "Ctrl-O", "off the record works whatever came before it");
    assert_eq!(keys(b"\x1b[2\x1b[B"), "Down");
    assert_eq!(keys(b"\x1b[2\x18\x1b[2\x1ax"), "x");
    assert_eq!(keys(&[b"\x1b[".as_slice(), &[b'1'; 500], b"~x"].concat()), "x");
}

#[test]
fn a_long_paste_comes_in_large_pieces_and_whole() {
    let text = "é, and ~ so on\r\n".repeat(200_000);
    let bytes = [b"\x1b[200~", text.as_bytes(), PASTE_ENDS].concat();
    let pieces: Vec<String> = read(&[(&bytes, 0)])
        .into_iter()
        .map(|input| match input {
            Input::Paste(piece) => piece,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(pieces.len(), text.len() / PIECE + 1);
    assert_eq!(pieces.concat(), text);
}

/// Things a terminal may send: keys, answers, text, noise.
fn thing() -> impl Strategy<Value = Vec<u8>> {
    let numbers = prop::collection::vec(prop_oneof![Just(b';'), Just(b':'), b'0'..=b'9'], 0..8);
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        "[ -~éÜ💬]{0,6}".prop_map(String::into_bytes),
        Just(b"\x1b".to_vec()),
        (prop::sample::select(b"[O]PX^_".to_vec()), prop::collection::vec(any::<u8>(), 0..10)).prop_map(|(began, body)| [
            vec![0x1b, began],
            body
        ]
        .concat()),
        (numbers, 0x40_u8..0x7f).prop_map(|(numbers, last)| [b"\x1b[".to_vec(), numbers, vec![last]].concat()),
        "[ -~\r]{0,20}".prop_map(|text| [b"\x1b[200~".to_vec(), text.into_bytes(), PASTE_ENDS.to_vec()].concat()),
        string(),
    ]
}

/// A control string: an introducer, a body without an end in it, an end.
fn string() -> impl Strategy<Value = Vec<u8>> {
    let ends = prop::sample::select(vec![b"\x1b\\".to_vec(), vec![BEL], vec![CAN], vec![ST]]);
    // ESC and a backslash are an end, and a C1 control is one outside a character.
    let body = prop::collection::vec(
        prop_oneof![
            6 => (0x20_u8..0x7f).prop_filter("no end", |b| *b != b'\\').prop_map(|b| vec![b]),
            1 => Just("Ü→💬".as_bytes().to_vec()),
            2 => prop::sample::select(b"\r\n\t\x01\x03\x0f\x11\x1a\x1b\x7f".to_vec()).prop_map(|b| vec![b]),
        ],
        1..40,
    );
    (prop::sample::select(b"]PX^_".to_vec()), body, ends).prop_map(|(began, body, end)| [vec![0x1b, began], body.concat(), end].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cut_gives_the_same_keys(things in prop::collection::vec(thing(), 0..8), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12)) {
        let bytes = things.concat();
        let whole = read(&[(&bytes, 5_000)]);
        let single: Vec<(&[u8], u64)> = bytes.chunks(1).map(|byte| (byte, 0)).chain([(b"".as_slice(), 5_000)]).collect();
        prop_assert_eq!(&read(&single), &whole);
        let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).chain([0, bytes.len()]).collect();
        places.sort_unstable();
        // Up to 50 ms apart, and 5 s of silence at the end.
        let pieces: Vec<(&[u8], u64)> = places.windows(2).map(|at| (&bytes[at[0]..at[1]], 50)).collect();
        let mut pieces: Vec<(&[u8], u64)> = pieces.into_iter().filter(|(piece, _)| !piece.is_empty()).collect();
        pieces.push((b"", 5_000));
        prop_assert_eq!(&read(&pieces), &whole);
    }

    #[test]
    fn a_string_never_yields_a_key(strings in prop::collection::vec(string(), 1..6), cut in any::<prop::sample::Index>()) {
        let bytes = strings.concat();
        let (one, other) = bytes.split_at(cut.index(bytes.len()));
        let heard = read(&[(one, 50), (other, 5_000)]);
        prop_assert!(heard.iter().all(|input| *input == Input::Answer), "{:?}: {heard:?}", bytes.escape_ascii().to_string());
    }

    #[test]
    fn whatever_came_before_a_second_of_silence_keys_are_keys(noise in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut reader = Reader::default();
        reader.feed(&noise, at(0), &mut Vec::new());
        for _ in 0..2 {
            reader.pass(at(5_000), &mut Vec::new());
        }
        let mut heard = Vec::new();
        reader.feed(b"\x1b[20~", at(6_000), &mut heard);
        let heard: Vec<Input> = heard.into_iter().filter(|input| matches!(input, Input::Key(_))).collect();
        prop_assert_eq!(told(&heard), "F9");
    }
}
