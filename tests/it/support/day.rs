//! A study, a voice and an interview with simulated time and a simulated microphone: where the day of a test begins.

use std::fs;
use std::path::Path;
use std::time::Duration;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::shell::script::Script;

/// 2026-11-22, 11:00 in the Netherlands.
pub(crate) const DAY: Stamp = Stamp::new(1_795_341_600_000, 60);

/// Somebody who speaks, and draws breath.
pub(crate) fn voice() -> Sound {
    let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_millis(1500) };
    Sound::script(&[tone, Piece::Silence(Duration::from_millis(500))], Again::Looped)
}

pub(crate) fn secs(s: u64) -> Duration {
    Duration::from_secs(s)
}

pub(crate) fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A study in a folder of its own.
pub(crate) fn study() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    make_study(dir.path());
    dir
}

/// A study in `dir` whose guides are the tests' own: those that come with the program may be bettered without a test of something else.
pub(crate) fn make_study(dir: &Path) {
    Script::make_study(dir).unwrap();
    let guides = dir.join("guides");
    fs::remove_dir_all(&guides).unwrap();
    fs::create_dir(&guides).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/guides")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), guides.join(entry.file_name())).unwrap();
    }
}

/// What is rung, what follows in the guides of [`cared_for`], English and Dutch.
const CARE: [&str; 2] = [
    "  say: Take your time.
  call:
    - { who: doctor on call, number: \"[fill in the number]\" }
    - { who: emergency, number: 112 }
  follow_up:
    - what: Ring them and ask how they are.
      within: 1 day
      ask: May we ring you tomorrow?
    - { what: Tell the head of the study., within: 12 hours }
  support:
",
    "  say: Neem de tijd.
  call:
    - { who: dienstdoende arts, number: 0800 }
  follow_up:
    - what: Bellen hoe het gaat.
      within: 1 day
      ask: Mogen we u morgen bellen?
    - { what: De onderzoeksleider vertellen wat er gebeurde., within: 12 hours }
  support:
",
];

/// A study whose first guides say what is done when it becomes too much.
pub(crate) fn cared_for() -> tempfile::TempDir {
    let dir = study();
    for (name, care) in ["patient-first", "patient-first-nl"].into_iter().zip(CARE) {
        let at = dir.path().join("guides").join(name).with_extension("yaml");
        let guide = fs::read_to_string(&at).unwrap();
        assert_eq!(guide.matches("  support:\n").count(), 1);
        fs::write(&at, guide.replace("  support:\n", care)).unwrap();
    }
    dir
}

/// Makes the first question of the study's first guide a closed one.
pub(crate) fn close_first_question(dir: &tempfile::TempDir) {
    let at = dir.path().join("guides/patient-first.yaml");
    let guide = fs::read_to_string(&at).unwrap();
    let (before, after) = guide.split_once("        ask:").unwrap();
    fs::write(&at, format!("{before}        choices: [never, often]\n        ask:{after}")).unwrap();
}

/// The program over the study, at its home screen.
pub(crate) fn home(dir: &tempfile::TempDir) -> Script {
    Script::over(dir.path(), voice(), DAY).unwrap()
}

/// To the form of the patients' guide, everything filled in, and the microphone heard.
pub(crate) const FORM: &str = "n<down><down><down><down><down><down><down><down>a";

/// An interview with P01 that has just begun.
pub(crate) fn interview(dir: &tempfile::TempDir) -> Script {
    let mut script = home(dir);
    script.keys(FORM).hear(ms(500)).keys("<enter>");
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
    script
}

pub(crate) fn phase(script: &Script) -> Option<Phase> {
    script.session().map(Session::phase)
}

pub(crate) fn here(script: &Script) -> Position {
    script.model().shared.now.position
}

/// A held interview with a quote, a paraphrase and a memo, at its home screen.
pub(crate) fn held(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("you rest before it hurts<enter>");
    script.hear_until(secs(20)).keys(">like a switch<enter>");
    script.hear_until(secs(30)).keys("(unsure about this<enter>").hear_until(secs(40));
    script.saved().keys("<f10><f10>");
    script
}
