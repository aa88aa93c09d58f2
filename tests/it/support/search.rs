//! Looking for words in all that is made of a session: in every file of the study but the journal, byte by byte; in what every command
//! answers that tells of a session; and on the screens, drawn and told.

use std::fs;
use std::io::BufRead;
use std::path::Path;

use hearback::tui::keymap::Context;
use hearback::tui::model::Screen;

use crate::cli::run;
use crate::support::day::home;
use crate::support::program::commands;
use crate::support::told::folders;
use crate::support::told::replayed;

/// Every call that tells of a session, for people and for programs; `{}` is whose.
const CALLS: [&str; 71] = [
    "sessions",
    "sessions --json",
    "participants",
    "participants --json",
    "show {}",
    "show {} --json",
    "study",
    "study --json",
    "study --csv",
    "study --markdown",
    "study wall",
    "study wall --json",
    "study report coreq",
    "study report srqr",
    "codes",
    "codes --json",
    "log",
    "log --json",
    "quotes",
    "quotes --json",
    "quotes --markdown",
    "quotes add {} 1",
    "quotes translate {} 1 --into en --words x --by I1",
    "quotes read {} 1 --by I2",
    "quotes drop {} 1",
    "search session:{}",
    "search session:{} --json",
    "destroy {} --what sound --reason term",
    "destroy {} --what sound --reason term --json",
    "due",
    "due --json",
    "done {}",
    "ends {}",
    "ends {} --json",
    "withhold {}",
    "withhold {} --json",
    "silence {}",
    "silence {} --json",
    "clip {} --from 0 --to 5 --out found-clip.wav",
    "clip {} --from 0 --to 5 --out found-clip-too.wav --json",
    "consent {}",
    "consent {} --json",
    "withdraw {} --scope contact --told letter --whom I1 --on 2026-11-22",
    "letters",
    "letters --json",
    "letters {}",
    "letters {} --json",
    "before {}",
    "sent {} --version 1 --way post",
    "reply {} --all --says fits --how paper",
    "disposition {} 1 changed",
    "letter {}",
    "letter {} --format html",
    "letter {} --format docx",
    "letter {} --check",
    "letter {} --check --json",
    "letter {} --trail",
    "letter {} --trail --json",
    "recover",
    "verify",
    "verify --json",
    "transcript show {}",
    "transcript show {} --json",
    "transcript speakers {}",
    "transcript heard {} 1.1",
    "transcribe {}",
    // What it writes is looked into in `handover.rs`: here it would lie where the next is looked for.
    "export jsonl {} --out no-such-folder/x.jsonl",
    "transcript register",
    "transcript register --json",
    "guide versions",
    "guide versions --json",
];

/// The commands that open no session, and those that need a terminal: what these show is seen on the screens.
const OTHERS: [&str; 12] =
    ["init", "demo", "conduct", "rehearse", "replay", "profile", "mics", "doctor", "keys", "help", "man", "completions"];

/// Something in which words may stand: what it is called, and its bytes.
struct Surface {
    name: String,
    bytes: Vec<u8>,
}

impl Surface {
    fn of(name: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: text.into() }
    }

    /// Whether these words stand there, byte for byte; from one place where they may begin to the next, because recordings are long.
    fn holds(&self, words: &str) -> bool {
        let (first, after) = words.as_bytes().split_first().unwrap();
        let mut rest = self.bytes.as_slice();
        while rest.skip_until(*first).unwrap() > 0 {
            if rest.starts_with(after) {
                return true;
            }
        }
        false
    }
}

/// The names of the `surfaces` that hold `words`.
fn with<'s>(surfaces: &'s [Surface], words: &str) -> Vec<&'s str> {
    surfaces.iter().filter(|surface| surface.holds(words)).map(|surface| surface.name.as_str()).collect()
}

/// All that was made of what was told in the session of somebody.
pub(crate) struct Made {
    files: Vec<Surface>,
    answers: Vec<Surface>,
    screens: Vec<Surface>,
    /// The screen on which the interviewer's own page is written.
    pages: Vec<Surface>,
    /// Nothing is made of these: they keep what was told until somebody destroys them.
    journals: Vec<Surface>,
}

impl Made {
    /// Of the session of `who` and its study.
    pub(crate) fn of(dir: &tempfile::TempDir, who: &str) -> Self {
        let answers = CALLS.iter().map(|call| answer(dir.path(), &call.replace("{}", who))).collect();
        let (screens, pages) = screens(dir);
        let journals = folders(dir).iter().map(|folder| Surface::of(folder.name(), fs::read(folder.journal()).unwrap())).collect();
        // The files last, because whatever was asked may have left some.
        Self { files: files(dir.path()), answers, screens, pages, journals }
    }

    /// Each of `gone` stands in the journal and nowhere else.
    pub(crate) fn has_nowhere(&self, gone: &[&str]) -> &Self {
        for words in gone {
            let found = [&self.files, &self.answers, &self.screens, &self.pages].map(|surfaces| with(surfaces, words));
            assert!(found.iter().all(Vec::is_empty), "{words} stands in {found:?}");
            assert!(!with(&self.journals, words).is_empty(), "{words} is not in the journal, where it stays");
        }
        self
    }

    /// Each of `private` stands in the journal, and on the interviewer's own page.
    pub(crate) fn keeps_to_their_page(&self, private: &[&str]) -> &Self {
        for words in private {
            let found = [&self.files, &self.answers, &self.screens].map(|surfaces| with(surfaces, words));
            assert!(found.iter().all(Vec::is_empty), "{words} stands in {found:?}");
            assert!(!with(&self.pages, words).is_empty() && !with(&self.journals, words).is_empty(), "{words} is not on their page");
        }
        self
    }

    /// Each of `stays` is in an answer and on a screen: what is looked into holds what may be used.
    pub(crate) fn has(&self, stays: &[&str]) -> &Self {
        for words in stays {
            let found = [&self.answers, &self.screens].map(|surfaces| with(surfaces, words).len());
            assert!(!found.contains(&0), "{words}: in so many answers, on so many screens: {found:?}");
        }
        self
    }
}

/// The files below `dir` that hold `words`, but for journals.
pub(crate) fn files_with(dir: &Path, words: &str) -> Vec<String> {
    with(&files(dir), words).into_iter().map(str::to_owned).collect()
}

fn files(dir: &Path) -> Vec<Surface> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.file_name().is_some_and(|name| name != "journal.jsonl") {
            found.push(Surface::of(path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found
}

fn answer(dir: &Path, call: &str) -> Surface {
    let said = run(dir, &call.split(' ').collect::<Vec<_>>());
    assert!(!said.contains("Usage:"), "{call} is no call: {said}");
    Surface::of(call, said)
}

/// The screens on the first session, drawn and told in lines; those with the own page apart.
fn screens(dir: &tempfile::TempDir) -> (Vec<Surface>, Vec<Surface>) {
    let (mut screens, mut pages) = (Vec::new(), Vec::new());
    // Of one that was destroyed nothing opens.
    let opens = !folders(dir).first().is_some_and(|folder| replayed(folder).is_destroyed());
    for is_told in [false, true] {
        let mut script = if is_told { home(dir).in_lines() } else { home(dir) };
        for keys in [
            "",
            "l",
            "<down><down>",
            "m",
            "<down><down>",
            "<tab>",
            "<down>",
            "<esc>",
            "<up><up><up><up><up><up><up><up><down>",
            "t",
            "v",
            "<esc>",
            "<esc>",
            "<esc>",
            "e",
            "<down><down>",
            "<esc>",
            "r",
            "<down><down>",
            "<esc>",
            "<esc>",
        ] {
            script.keys(keys).saved();
            // Where nothing opens, nothing is looked into.
            let is_at = |screen: fn(&Screen) -> bool| screen(&script.model().screen);
            match keys {
                _ if !opens => {}
                "r" => assert!(is_at(|screen| matches!(screen, Screen::Letters(_)))),
                "m" => assert!(is_at(|screen| matches!(screen, Screen::Statements(_)))),
                "<tab>" => assert_eq!(script.model().contexts().first(), Some(&Context::Looking)),
                _ => {}
            }
            let lies_over = keys == "t" && script.model().contexts().first() == Some(&Context::Looking);
            let found = if matches!(script.model().screen, Screen::End(_)) { &mut pages } else { &mut screens };
            let name = format!("the screen after {keys:?}");
            if is_told {
                found.push(Surface::of(name, script.told().join("\n")));
            } else {
                found.push(Surface::of(name, script.screen(120, 60)));
            }
            if lies_over {
                script.keys("<esc>");
            }
        }
        script.leave();
    }
    (screens, pages)
}

#[test]
fn words_are_found_wherever_they_stand_among_other_bytes() {
    for (bytes, is_there) in [
        (&b"\0\xffthe flood"[..], true),
        (b"the flood\0", true),
        (b"ththe flood", true),
        (b"the floo\0d", false),
        (b"", false),
        (b"tttt", false),
    ] {
        assert_eq!(Surface::of("", bytes).holds("the flood"), is_there, "{bytes:?}");
    }
}

/// A command that is new tells of sessions, or is said here not to.
#[test]
fn every_command_that_tells_of_a_session_is_looked_into() {
    for command in commands("").into_iter().filter(|command| !command.contains(' ')) {
        let is_called = CALLS.iter().any(|call| call.split(' ').next() == Some(&command));
        let is_another = OTHERS.contains(&command.as_str());
        assert!(is_called != is_another, "{command}: is it among the calls, or among those that tell of no session?");
    }
}
