//! Guide files that nobody writes by hand, shared by the tests (they are refused in words) and the benches (in how much time and memory).

/// What nobody writes by hand. Each is refused with one clear problem, and nothing of it reaches the terminal raw.
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let small = include_str!("fixtures/small-guide.yaml");
    let utf16: Vec<u8> = small.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bomb = (1..12).fold(String::from("a0: &a0 [x, x]\n"), |bomb, n| {
        let uses = vec![format!("*a{}", n - 1); 10].join(", ");
        format!("{bomb}a{n}: &a{n} [{uses}]\n")
    });
    let many = |part: &str, n: usize| part.repeat(n).into_bytes();
    vec![
        ("a bomb of references", bomb.into_bytes(), "names for parts (`&name`) are not used here"),
        ("64 MB of text", many("a", 64 * 1024 * 1024), "larger than 1 MiB"),
        ("1 MiB in one line", many("a", 1024 * 1024), "expected a guide, found a text"),
        ("depth 100,000, brackets", many("[", 100_000), "more than 16 deep"),
        ("depth 100,000, braces", many("{a: ", 100_000), "more than 16 deep"),
        ("depth 100,000, dashes", many("- ", 100_000), "more than 16 deep"),
        ("half a million items", many("- a\n", 250_000), "more than 20000 parts"),
        ("as many keys", (0..100_000).flat_map(|n| format!("k{n}: \n").into_bytes()).collect(), "more than 20000 parts"),
        ("one key 19,000 times", many("k: \n", 9_500), "stands here a second time"),
        ("tabs", many("\t", 100_000), "nothing in this file"),
        ("UTF-16", utf16.clone(), "saved as UTF-16"),
        ("UTF-16 with its mark", [b"\xff\xfe".to_vec(), utf16].concat(), "saved as UTF-16"),
        ("binary", (0..=255).cycle().skip(3).take(4096).collect(), "not a text file"),
        ("no UTF-8", b"title: \xc3\x28".to_vec(), "not UTF-8"),
        ("empty", vec![], "nothing in this file"),
        ("blank", many(" \n", 1000), "nothing in this file"),
        ("a null", b"~".to_vec(), "nothing in this file"),
        ("an unknown reference", b"id: *nobody\n".to_vec(), "references to other parts"),
        ("a list", b"- a\n- b\n".to_vec(), "expected a guide, found a list"),
        ("keys that are lists", many("? [a, b]\n: c\n", 1000), "a word was expected before the colon"),
        ("colours", b"title: \x1b[31mred\n".to_vec(), "control character (U+001B)"),
        ("C1 colours", "title: \u{9b}31mred\n".as_bytes().to_vec(), "control character (U+009B)"),
        ("a turned line", "title: \u{202e}red\n".as_bytes().to_vec(), "control character (U+202E)"),
        ("comments", many("# nothing\n", 90_000), "nothing in this file"),
        ("comments between", many("- # a\n # b\n # c\n", 5_000), "expected a guide"),
        ("long key", [many("k", 100_000), b": v".to_vec()].concat(), "colon"),
        ("open quote", [b"title: \"".to_vec(), many("a\n ", 300_000)].concat(), "never closed"),
        ("6,000 probes for one of 1,000 questions", crowded(), "problems after these"),
        ("tags", many("- !x!y z\n", 1000), "cannot begin with `!`"),
    ]
}

/// A guide whose shared probes all miss their questions by a letter: the dearest thing to give hints on.
fn crowded() -> Vec<u8> {
    let questions = (0..1000).fold(String::new(), |all, n| format!("{all}      - {{ id: question-number-{n:04}, ask: x }}\n"));
    let names = (0..6000).map(|n| format!("question-numbr-{n:04}")).collect::<Vec<_>>().join(", ");
    format!("topics:\n  - id: t\n    questions:\n{questions}probes:\n  - ask: x\n    for: [{names}]\n").into_bytes()
}
