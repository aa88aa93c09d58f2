//! Studies for the benches: interviews as a script holds them, copies of them, and what surrounds a program that looks at them.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::time::Stamp;
use hearback::shell::script::Script;

use crate::Outcome;
use crate::figures::Dice;

/// A file that was changed just now is not remembered yet.
pub(crate) const UNTIL_SETTLED: Duration = Duration::from_secs(4);

/// Interviews that differ; the others are copies.
const DIFFERENT: usize = 5;

/// The word that stands in one note of one interview in [`DIFFERENT`], and the one that stands in every note.
pub(crate) const RARE: &str = "zeldzaam";
pub(crate) const COMMON: &str = "said";

/// What a bench is told by the environment, or `unless`.
pub(crate) fn number(name: &str, unless: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(unless)
}

/// A few interviews with so many notes, each as often as it takes.
pub(crate) fn of_many(study: &Path, sessions: usize, notes: usize) -> Outcome<()> {
    Script::make_study(study).map_err(|why| why.text)?;
    let mut dice = Dice::new(7);
    for n in 0..DIFFERENT.min(sessions) {
        let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_secs(1) };
        let mut text = |note: usize| {
            let rare = if (n, note) == (2, notes / 2) { RARE } else { "" };
            let words = words(&mut dice, 12);
            format!("{words}{COMMON} {rare}")
        };
        let texts: Vec<String> = (0..notes).map(&mut text).collect();
        interview(study, Sound::script(&[tone], Again::Looped), n, &texts, Duration::from_millis(100))?;
    }
    let all = study.join("sessions");
    let made: Vec<_> = fs::read_dir(&all)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    for n in DIFFERENT..sessions {
        let (folder, of) = (all.join(format!("2026-11-22-Q{n:04}-first")), &made[n % made.len()]);
        fs::create_dir(&folder)?;
        for file in ["guide.yaml", "journal.jsonl", "lock"] {
            fs::copy(of.join(file), folder.join(file))?;
        }
        fs::hard_link(of.join("take-001.wav"), folder.join("take-001.wav"))?;
    }
    Ok(())
}

/// An interview in the study at `study`, so many days on, in which `sound` is heard and these notes are written, each so long after the one
/// before; its folder.
pub(crate) fn interview(study: &Path, sound: Sound, days: usize, notes: &[String], every: Duration) -> Outcome<PathBuf> {
    let day = Stamp::new(1_795_341_600_000 + 86_400_000 * i64::try_from(days)?, 60);
    let mut script = Script::over(study, sound, day).map_err(|why| why.text)?;
    script.keys("n<down><down><down><down><down><down><down><down>a").hear(Duration::from_millis(500)).keys("<enter><pagedown>");
    for note in notes {
        script.hear(every).keys(&format!("{}<enter>", note.trim()));
    }
    let folder = script.session_folder().ok_or_else(|| format!("no interview is held:\n{}", script.screen(80, 24)))?.to_owned();
    script.keys("<f10><f10>");
    script.leave();
    Ok(folder)
}

/// So many words, each with a space behind it.
pub(crate) fn words(dice: &mut Dice, count: usize) -> String {
    (0..count).map(|_| word(dice) + " ").collect()
}

/// One of a few thousand words, some of them far commoner than others.
fn word(dice: &mut Dice) -> String {
    let among = [12, 200, 5_000][usize::try_from(dice.between(0, 2).as_millis()).unwrap_or_default()];
    let mut seed = Dice::new(u64::try_from(dice.between(1, among).as_millis()).unwrap_or_default());
    let letters = 3 + seed.between(0, 6).as_millis();
    (0..letters).map(|_| char::from(b'a' + u8::try_from(seed.between(0, 25).as_millis()).unwrap_or_default())).collect()
}

/// What surrounds a program over `study`: nothing of this machine, and what it remembers in `dir`.
pub(crate) fn around(study: &Path, dir: &Path) -> Vec<(OsString, OsString)> {
    let mut all: Vec<(OsString, OsString)> =
        [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PULSE_SERVER", "/nowhere")].map(|(n, v)| (n.into(), v.into())).into();
    all.push(("HEARBACK_STUDY".into(), study.into()));
    for (name, folder) in [("HOME", "."), ("HEARBACK_CONFIG", "config"), ("XDG_CACHE_HOME", "caches")] {
        all.push((name.into(), dir.join(folder).into()));
    }
    all
}
