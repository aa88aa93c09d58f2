//! Which language is spoken: the command line's, else the study's; and a language of one's own. Every command speaks it, and none says to
//! programs anything but what it says in English.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hearback::shell::script::Script;
use hearback::store::checklist::BUILT_IN;
use hearback::store::folder::Study;

use crate::cli::held;
use crate::support::day::DAY;
use crate::support::day::home;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::commands;
use crate::support::program::program;

/// What `hearback ARGS` says on both its outputs in the study in `dir`, where the system says `locale`.
fn said(dir: &Path, locale: &str, args: &[&str]) -> String {
    let mut command = program();
    command.arg("--study").arg(dir).args(args).current_dir(dir);
    command.env("HEARBACK_CONFIG", dir.join("config")).env("XDG_CACHE_HOME", dir.join("cache")).env("PULSE_SERVER", "/nowhere");
    let output = command.env("LC_ALL", locale).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// The line that `hearback doctor` has for it, in whatever language.
fn spoken(dir: &Path, locale: &str, args: &[&str]) -> String {
    let told = said(dir, locale, &[args, &["doctor"]].concat());
    let is_it = |line: &str| ["  language  ", "  taal  "].into_iter().any(|label| line.contains(label));
    let at = told.lines().position(is_it).unwrap_or_else(|| panic!("{told}"));
    // What goes on stands below, and the next begins where this one did.
    let mut lines = told.lines().skip(at);
    let first = lines.next().into_iter();
    first.chain(lines.take_while(|line| line.starts_with(' '))).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn study_says(dir: &Path, tag: &str) {
    let file = dir.join("study.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}\nlanguage: {tag}\n")).unwrap();
}

#[test]
fn the_command_line_decides_before_the_study() {
    let dir = study();
    let dir = dir.path();
    for (locale, args, wanted) in [
        ("C.UTF-8", [].as_slice(), "fine language English, nothing says otherwise"),
        ("nl_NL.UTF-8", &[], "goed taal Nederlands, zoals het systeem zegt (LANG)"),
        ("tlh_KL.UTF-8", &[], "fine language English, nothing says otherwise"),
        ("C.UTF-8", &["--language", "nl_NL"], "goed taal Nederlands, zoals --language zegt"),
    ] {
        assert!(spoken(dir, locale, args).starts_with(wanted), "{locale} {args:?}: {}", spoken(dir, locale, args));
    }
    study_says(dir, "nl");
    assert!(spoken(dir, "en_GB.UTF-8", &[]).contains("Nederlands, zoals study.yaml zegt"));
    assert!(spoken(dir, "C.UTF-8", &["--language", "en-GB"]).contains("English, as --language says"));
}

#[test]
fn a_new_study_speaks_the_language_that_was_asked_for_and_keeps_none_of_the_system() {
    let dir = tempfile::tempdir().unwrap();
    let new = dir.path().join("new");
    for (locale, asked, kept, greeting) in [
        ("C.UTF-8", Some("nl_NL"), Some("nl"), "nog geen interview"),
        ("nl_NL.UTF-8", Some("en-GB"), Some("en"), "no interview yet"),
        ("nl_NL.UTF-8", None, None, "no interview yet"),
    ] {
        let args: Vec<&str> = asked.into_iter().flat_map(|tag| ["--language", tag]).collect();
        for how in [&["init"][..], &["demo", "--auto", "--out"]] {
            let told = said(dir.path(), locale, &[&args, how, &[new.to_str().unwrap()]].concat());
            let text = fs::read_to_string(new.join("study.yaml")).unwrap_or_else(|_| panic!("{told}"));
            let line = text.lines().find_map(|line| line.strip_prefix("language:")).and_then(|rest| rest.split_whitespace().next());
            assert_eq!(line, kept, "{locale} {args:?} {how:?}");
            fs::remove_dir_all(new.join("sessions")).unwrap();
            fs::create_dir(new.join("sessions")).unwrap();
            assert!(said(&new, "C.UTF-8", &["sessions"]).starts_with(greeting), "{locale} {args:?} {how:?}");
            fs::remove_dir_all(&new).unwrap();
        }
    }
}

#[test]
fn what_nothing_speaks_is_refused_on_the_command_line_and_told_of_a_study() {
    let dir = study();
    let told = said(dir.path(), "C.UTF-8", &["--language", "xx", "sessions"]);
    assert!(told.starts_with("nothing here speaks “xx”: en (English) and nl (Nederlands) are built in"), "{told}");
    study_says(dir.path(), "xx");
    let told = said(dir.path(), "C.UTF-8", &["sessions"]);
    assert!(told.contains("note: study.yaml asks for “xx”"), "{told}");
    assert!(spoken(dir.path(), "C.UTF-8", &[]).starts_with("note language"));
}

#[test]
fn a_language_of_ones_own_is_a_file_and_what_it_lacks_is_english_and_told() {
    let dir = study();
    let folder = dir.path().join("config").join("words");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("de.ftl");
    fs::write(&file, "language-name = Deutsch\nlanguage-by-command = wie --language sagt\n").unwrap();
    let line = spoken(dir.path(), "C.UTF-8", &["--language", "de_DE.UTF-8"]);
    assert!(line.starts_with("note language Deutsch, wie --language sagt"), "{line}");
    assert!(line.contains("messages are missing and said in English: ") && line.ends_with(", …"), "{line}");
    for (text, wanted) in [("a = b\nno message\n", "de.ftl:2: here stands no message"), ("a = b\na = c\n", "de.ftl says a twice")] {
        fs::write(&file, text).unwrap();
        let told = said(dir.path(), "C.UTF-8", &["--language", "de", "sessions"]);
        assert!(told.contains(wanted), "{told}");
    }
    fs::write(&file, [0xff, 0xfe, 0x61]).unwrap();
    assert!(said(dir.path(), "C.UTF-8", &["--language", "de", "sessions"]).contains("de.ftl is not UTF-8 text"));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(said(dir.path(), "C.UTF-8", &["--language", "de", "sessions"]).contains("de.ftl"));
}

#[test]
fn a_guide_is_checked_in_the_language_that_is_spoken() {
    let dir = study();
    let file = dir.path().join("guides").join("small.yaml");
    fs::write(&file, "format: 1\nid: small\ntitel: Klein\nminutes: veel\nrounds: [first, first]\nlanguage: nl\n").unwrap();
    let told = said(dir.path(), "C.UTF-8", &["--language", "nl", "guide", "check", "guides/small.yaml"]);
    for wanted in [
        "`titel` is onbekend in een topiclijst",
        "bedoel je `title`?",
        "`minutes` kan niet `veel` zijn",
        "schrijf een heel getal van 1 tot en met ",
        "de ronde `first` staat er twee keer",
        "deze topiclijst heeft geen `topics`",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

/// A study in which much happened that a command has words for: the same each time.
fn eventful() -> tempfile::TempDir {
    let dir = held();
    let begun = |script: &mut Script| {
        script.keys("n").hear(secs(1)).keys("a<f10>").hear(secs(3));
    };
    // P03: too much, without a microphone for a while, and in the end they want the sound destroyed.
    let mut script = home(&dir);
    begun(&mut script);
    script.keys("<pagedown>said at home<enter><ctrl-r><down><alt-s>").hear(secs(2)).keys("<f8>").hear(secs(2)).keys("1").hear(secs(2));
    script.lose_microphone("unplugged").hear(secs(5)).microphone_comes_back().hear(secs(15));
    script.keys("<ctrl-w><ctrl-w>22").hear(secs(1)).saved();
    script.leave();
    // P04: a crash in the middle of a line.
    let mut script = home(&dir);
    begun(&mut script);
    script.keys("<pagedown>whole<enter>").hear(secs(5)).keys("half a line").hear(secs(3)).saved();
    drop(script);
    // P05: notes only.
    let mut script = Script::without_microphone(dir.path(), DAY).unwrap();
    begun(&mut script);
    script.keys("<pagedown>unheard<enter>").hear(secs(3)).saved().keys("<f10><f10>");
    script.leave();
    // P06 and P07: journals of which a line is another one now, and which is none.
    for _ in 0..2 {
        let mut script = home(&dir);
        begun(&mut script);
        script.keys("<pagedown>like a switch<enter>").hear(secs(3)).saved().keys("<f10><f10>");
        script.leave();
    }
    let study = Study::find(dir.path()).unwrap();
    let of = |code: &str| study.session(code).unwrap();
    let journal = of("P06").journal();
    fs::write(&journal, fs::read_to_string(&journal).unwrap().replace("like a switch", "like a swatch")).unwrap();
    fs::write(of("P07").journal(), "nothing\n").unwrap();
    // A take that is shorter now, and one that nobody knows.
    let take = of("P01").file("take-001.wav");
    let cut = fs::read(&take).unwrap()[..200_000].to_vec();
    fs::write(&take, &cut).unwrap();
    fs::write(of("P02").file("take-007.wav"), &cut).unwrap();
    fs::write(dir.path().join("bad.yaml"), "format: 1\nid: Bad Id\n").unwrap();
    fs::write(dir.path().join("typed.txt"), "Werk\n1. Wat?\n").unwrap();
    fs::write(dir.path().join("said.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>12\n\n00:03.000 --> 00:02.000\n34\n").unwrap();
    fs::write(dir.path().join("late.vtt"), "WEBVTT\n\n20:00.000 --> 20:02.000\n12\n").unwrap();
    dir
}

#[test]
fn where_a_session_stands_is_said_in_the_language_that_is_spoken() {
    let dir = eventful();
    for (session, stands) in [("P03", "opgenomen"), ("P04", "afgebroken"), ("P05", "alleen notities")] {
        let told = said(dir.path(), "C.UTF-8", &["--language", "nl", "show", session]);
        assert!(told.lines().next().unwrap().ends_with(&format!("  {stands}")), "{told}");
        let listed = said(dir.path(), "C.UTF-8", &["--language", "nl", "sessions"]);
        let line = listed.lines().find(|line| line.contains(session)).unwrap();
        assert!(line.contains(&format!("  {stands}")), "{line}");
    }
}

/// How each command is called that programs read the answer of.
const FOR_PROGRAMS: [&str; 45] = [
    "search kind:note --json",
    "sessions --json",
    "letters --json",
    "participants --json",
    "letters P02 --json",
    "letter P02 --check --json",
    "letter P02 --trail --json",
    "show P01 --json",
    "show P02 --json",
    "show P03 --json",
    "show P04 --json",
    "show P05 --json",
    "show P06 --json",
    "show P07 --json",
    "show nobody --json",
    "consent P03 --json",
    "due --on 2031-01-01 --json",
    "ends P03 --json",
    "study --json",
    "study --csv",
    "study wall --json",
    "codes --json",
    "codes import --forget --json",
    "quotes --json",
    "log --json",
    "profile --json",
    "withhold P03 --json",
    "silence P02 --json",
    "clip P03 --note 9 --out a-clip.wav --json",
    "withdraw nobody --scope all --told aloud --whom I1 --on 2026-11-24 --yes --json",
    "destroy P03 --what sound --reason term --json",
    "verify --json",
    "transcript import P01 typed.txt --json",
    "transcript show P01 --json",
    "transcript register --json",
    "guide show patient-first --json",
    "guide show patient-first-nl --json",
    "guide show nowhere --json",
    "guide check --json",
    "guide check bad.yaml --json",
    "guide import away.docx --json",
    "guide diff patient-first patient-first-nl --json",
    "guide versions --json",
    "mics --json",
    "keys --json",
];

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let dir = eventful();
    for path in commands("").into_iter().filter(|path| commands(path).is_empty()) {
        let help = said(dir.path(), "C.UTF-8", &[&path.split(' ').collect::<Vec<_>>(), ["--help"].as_slice()].concat());
        let is_called = FOR_PROGRAMS.iter().any(|call| call.starts_with(&format!("{path} ")));
        assert_eq!(help.contains("--json"), is_called, "say in FOR_PROGRAMS how `hearback {path}` is called");
    }
    for call in FOR_PROGRAMS {
        let answer =
            |language| said(dir.path(), "C.UTF-8", &["--language", language].into_iter().chain(call.split(' ')).collect::<Vec<_>>());
        let english = answer("en");
        // What is remembered in one language is not told in another.
        said(dir.path(), "C.UTF-8", &["--language", "nl", "sessions"]);
        assert_eq!(answer("nl"), english, "{call}");
    }
}

/// How each command is called that people read the answer of, in this order, over the study of [`eventful`]; `@` is a folder outside it.
const FOR_PEOPLE: [&str; 169] = [
    "search kind:quote",
    "search zwaluwstaart",
    "search colour:red",
    "search kind:",
    "search kind:nonsense",
    "search after:noon",
    "search ...",
    "",
    "conduct --no-audio",
    "conduct --guide nowhere",
    "conduct --reaction 11",
    "rehearse patient-first",
    "rehearse away.yaml",
    "replay P01",
    "replay P01 --note 99",
    "replay P01 --at noon",
    "letter P01",
    "letter P02 --check",
    "letter P02 --trail",
    "letter P02 --trail --out trail.md",
    "letter P02 --out letter.md",
    "letters",
    "letters P02",
    "letters --due",
    "before P02",
    "before P02 wanted yes --by I1",
    "sent P02 --version 1 --way post",
    "reply P02 --statement 1 --says fits --how paper",
    "reply P02 --nothing",
    "disposition P02 1 changed",
    "sessions",
    "participants",
    "participants P30 --set age=48",
    "participants P30 --add --joined yesterday",
    "participants P30 --add --joined 2026-11-22",
    "participants P30 --set age",
    "participants",
    "show P01",
    "ends P01",
    "export csv P02 --out @/people.csv",
    "export wav P05 --out @/people-wav",
    "export jsonl P04 --out @/people.jsonl",
    "export elan P02 --out sessions/x",
    "ends P02 --done 99",
    "ends P02 --guide-stays",
    // What people wrote stands whole here; for the screen it is broken into lines, and would not be known again.
    "study --markdown",
    "study wall",
    "study wall nothing-like-it",
    "study wall --sort nothing-like-it",
    "study report coreq",
    "study report srqr",
    "study report nowhere",
    "study report coreq --format docx",
    "codes",
    "codes import nowhere.qdpx",
    "codes import --forget",
    "log",
    "log decided --kind coding --by Anna --about P01 --why because",
    "log decided --on 9999-01-01",
    "log",
    "quotes",
    "quotes --markdown",
    "quotes add P01 1",
    "quotes add P01 1 --words other",
    "quotes add P01 2",
    "quotes add P01 1 --words [x",
    "quotes add P01 1 --words [x]",
    "quotes translate P01 1 --into nl --words als-een-schakelaar --by I1",
    "quotes read P01 1 --by I1",
    "quotes read P01 1 --by I2 --on 2026-11-24",
    "quotes read P01 9 --by I2 --on 9999-01-01",
    "quotes read P01 9",
    "quotes",
    "quotes drop P01 1",
    "quotes drop P01 1",
    "profile --training nursing",
    "withhold P02",
    "withhold P02 --from noon --to 1",
    "withhold P02 --from 0:01 --to 0:02 --reason neighbour",
    "withhold P02 --lift 9 --told aloud --whom I1 --on 2026-11-24",
    "silence P02",
    "silence P02 --yes",
    "silence P02 --yes",
    "withhold P02",
    "clip P02 --from 0:00 --to 0:02 --out a-clip.wav",
    "clip P01 --note 1 --out a-clip.wav",
    "clip P03 --note 9 --out a-clip.wav",
    "withdraw P09 --scope sound --told aloud --whom I1 --on 2026-11-24",
    "withdraw P02 --scope contact --told aloud --whom I1 --on 2026-11-24",
    "withdraw P02 --scope sound --yes",
    "destroy P02 --what transcript --reason term",
    "destroy P02 --what consent --reason term --yes",
    "withdraw P02 --scope contact --told aloud --whom I1 --on 2026-11-24 --yes",
    "show P02",
    "show P03",
    "show P04",
    "show P05",
    "show P06",
    "show P07",
    "show nobody",
    "due",
    "due --on 2031-01-01",
    "done P03 report-1",
    "done P03 report-9 --on soon",
    "consent P03",
    "consent P01 contact-again yes --told aloud --to I1 --on 2024-02-29",
    "consent P01 contact-again no --told aloud --to I1 --on 9999-01-01",
    "consent P01 nothing no --told aloud --to I1 --on 2024-02-29",
    "consent P01",
    "verify",
    "transcript import P02 typed.txt",
    "transcript import P02 said.vtt --speaker B=I1",
    "transcript import P02 said.vtt --speaker B",
    "transcript import P02 said.vtt --take 7",
    "transcript import P02 said.vtt --offset 100000",
    "transcript show P02",
    "transcript import P02 said.vtt --speaker A=P01",
    "transcript import P02 late.vtt",
    "transcript show P02",
    "transcript speakers P02",
    "transcript speakers P02 Q=P01",
    "transcript heard P02 1.9",
    "transcript heard P02 1.1",
    "transcript pack P02 --out @/pack",
    "transcript pack P02 --out @/pack",
    "transcript given P02 --to T1 --on 2024-02-28",
    "transcript returned P02 --on 2024-02-29",
    "transcript checked P02 --by I1 --share 10% --on 2024-02-29",
    "transcript names-removed P02 --on 2024-02-29",
    "transcript deleted-there P02 --on 2024-02-29",
    "transcript returned P02 --on 2023-02-28 --undo",
    "transcript register",
    "transcribe P02",
    "transcribe P02 --engine x1",
    "recover",
    "sessions",
    "show P04",
    "show P06",
    "guide new pilot",
    "guide new Pilot",
    "guide check",
    "guide check bad.yaml",
    "guide import typed.txt",
    "guide import typed.txt",
    "guide import bad.yaml",
    "guide show patient-first",
    "guide show guides",
    "guide versions nowhere",
    "guide translate-check patient-first patient-first",
    "guide log nowhere --what x",
    "guide log patient-first --what x --version 1.1",
    "guide letter patient-first --out @/words.md",
    "guide print patient-first --round follow-up",
    "guide print patient-first --out @/paper.html",
    "guide diff patient-first patient-first",
    "guide diff patient-first patient-first@0.1",
    "guide show away.yaml",
    "mics",
    "doctor",
    "doctor --report",
    "doctor --report --out report.md",
    "keys",
    "keys --markdown",
    "keys --check",
    "help nothing",
    "init @/new",
    "init .",
    "demo --auto --out @/tour",
    "man @/pages",
];

/// What is the same in both: words of both, and what scripts read of `verify`.
const OF_BOTH: [&str; 5] = ["Interview", "interview", "min", "moment", "same"];

/// What people wrote in the study of [`eventful`] and in its guide: the same in every language.
#[derive(Default)]
struct Written {
    texts: Vec<String>,
    names: BTreeSet<String>,
}

impl Written {
    fn of(dir: &Path) -> Self {
        let mut written =
            Self { texts: ["format: 1", "id: Bad Id", "Looking back on therapy"].map(str::to_owned).to_vec(), ..Self::default() };
        let sessions = ["P01", "P02", "P03", "P04", "P05"].map(|code| ["show", code, "--json"].to_vec());
        for call in
            sessions.into_iter().chain([["guide", "show", "patient-first", "--json"].to_vec(), ["guide", "versions", "--json"].to_vec()])
        {
            let told = said(dir, "C.UTF-8", &call);
            written.gather(&serde_json::from_str(&told).unwrap_or_else(|_| panic!("{told}")));
        }
        // Where checklists were published.
        written.texts.extend(
            BUILT_IN.iter().filter_map(|(_, list)| list.lines().find_map(|line| line.strip_prefix("citation: "))).map(str::to_owned),
        );
        // What the devices of this machine are called; nothing where there are none.
        written.gather(&serde_json::from_str(&said(dir, "C.UTF-8", &["mics", "--json"])).unwrap_or_default());
        // What holds another goes before it.
        written.texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        written
    }

    fn gather(&mut self, value: &serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    match (name.as_str(), value) {
                        (
                            "title" | "ask" | "say" | "short" | "purpose" | "text" | "reason" | "name" | "aim" | "introduction" | "closing",
                            serde_json::Value::String(text),
                        ) => self.wrote(text),
                        ("signs" | "steps" | "support", serde_json::Value::Array(lines)) => {
                            lines.iter().filter_map(serde_json::Value::as_str).for_each(|line| self.wrote(line));
                        }
                        ("changes", serde_json::Value::Array(all)) => {
                            let said = all.iter().flat_map(|one| [&one["what"], &one["why"]]);
                            said.filter_map(serde_json::Value::as_str).for_each(|text| self.wrote(text));
                        }
                        ("id", serde_json::Value::String(name)) => drop(self.names.insert(name.clone())),
                        ("topic" | "question", serde_json::Value::String(name)) => drop(self.names.insert(name.clone())),
                        _ => self.gather(value),
                    }
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| self.gather(item)),
            _ => {}
        }
    }

    /// What somebody wrote, paragraph by paragraph.
    fn wrote(&mut self, text: &str) {
        let paragraphs = text.split("\n\n").map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
        self.texts.extend(paragraphs.filter(|words| !words.is_empty()));
    }

    /// The words of a line besides, as they follow one another: none of a name, a number, a path, a command or a flag.
    fn in_a_row(&self, line: &str) -> Vec<Vec<String>> {
        let bare = self.texts.iter().fold(line.to_owned(), |line, text| line.replace(text, " | "));
        let bare = bare.split('`').step_by(2).collect::<Vec<_>>().join(" | ");
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        for token in bare.split_whitespace() {
            let word = token.trim_matches(|c: char| c.is_ascii_punctuation() && !"-/".contains(c));
            let is_a_word = !word.is_empty() && word.chars().all(char::is_alphabetic) && !self.names.contains(word);
            if is_a_word {
                row.push(word.to_owned());
            }
            if !is_a_word || token.ends_with(|c: char| c.is_ascii_punctuation()) {
                rows.push(std::mem::take(&mut row));
            }
        }
        rows.push(row);
        rows.retain(|row| !row.is_empty() && row[0] != "hearback");
        rows
    }

    /// Those words.
    fn words_besides(&self, line: &str) -> Vec<String> {
        self.in_a_row(line).concat().into_iter().filter(|word| word.chars().count() > 1 && word.chars().any(char::is_lowercase)).collect()
    }

    /// Each three of them that follow one another: what one language may have said in the middle of a line of another.
    fn threes(&self, line: &str) -> Vec<[String; 3]> {
        let rows = self.in_a_row(line);
        rows.iter().flat_map(|row| row.windows(3)).filter_map(|three| three.to_vec().try_into().ok()).collect()
    }
}

/// What every call of [`FOR_PEOPLE`] answers in a language.
struct Answers {
    answers: Vec<String>,
    written: Written,
}

/// Without the lines of a file that are shown for what is told of them: they stand above a sign that points at a place in them.
fn without_excerpts(told: &str) -> String {
    let lines: Vec<&str> = told.lines().collect();
    let is_below = |n: usize, sign: &str| lines.get(n + 1).is_some_and(|line| line.trim() == sign);
    lines.iter().enumerate().filter(|(n, _)| !is_below(*n, "^")).fold(String::new(), |told, (_, line)| told + line + "\n")
}

impl Answers {
    fn in_language(language: &str) -> Self {
        let (dir, outside) = (eventful(), tempfile::tempdir().unwrap());
        let [here, there] = [dir.path(), outside.path()].map(|path| path.display().to_string());
        let written = Written::of(dir.path());
        let answer = |call: &&str| {
            let call = call.replace('@', &there);
            let told =
                said(dir.path(), "C.UTF-8", &["--language", language].into_iter().chain(call.split_whitespace()).collect::<Vec<_>>());
            without_excerpts(&told).replace(&here, "/DIR").replace(&there, "/OUT")
        };
        Self { answers: FOR_PEOPLE.iter().map(answer).collect(), written }
    }
}

#[test]
fn no_command_answers_in_dutch_with_what_it_says_in_english() {
    let (english, dutch) = (Answers::in_language("en"), Answers::in_language("nl"));
    let written = &english.written;
    // What a shell reads is no answer in a language.
    for path in commands("").into_iter().filter(|path| path != "completions" && commands(path).is_empty()) {
        let is_called = FOR_PEOPLE.iter().any(|call| *call == path || call.starts_with(&format!("{path} ")));
        assert!(is_called, "say in FOR_PEOPLE how `hearback {path}` is called");
    }
    let (mut found, mut used) = (Vec::new(), BTreeSet::new());
    for ((call, english), dutch) in FOR_PEOPLE.iter().zip(&english.answers).zip(&dutch.answers) {
        let lines: BTreeSet<&str> = english.lines().map(str::trim).collect();
        let in_english: BTreeSet<[String; 3]> = english.lines().flat_map(|line| written.threes(line)).collect();
        // What a library writes past us is not ours to say.
        for line in dutch.lines().map(str::trim).filter(|line| !line.starts_with("ALSA lib ")) {
            let words = if lines.contains(line) { written.words_besides(line) } else { Vec::new() };
            let may = |word: &String| OF_BOTH.into_iter().find(|both| both == word);
            let allowed: Vec<&str> = words.iter().filter_map(may).collect();
            if allowed.len() == words.len() && written.threes(line).iter().all(|three| !in_english.contains(three)) {
                used.extend(allowed);
            } else {
                found.push(format!("hearback {call}: {line}"));
            }
        }
    }
    let left = OF_BOTH.into_iter().filter(|said| !used.contains(said));
    found.extend(left.map(|said| format!("{said:?} is in no line of both any more: take it out of the list")));
    assert!(found.is_empty(), "{found:#?}");
}
