//! Listening back: what it costs beside the tools that do a part of it, in one run, as ratios.
//!
//! Each figure is a function of the [`Place`]; another is added to [`FIGURES`]. `HEARBACK_FIGURES=stretch` chooses. Speed is printed, never
//! asserted. CPU is the kernel's count for the whole process, from reading the sound to having written it.

#![expect(clippy::disallowed_methods, reason = "a bench stands outside: it owns its clock, its processes and its files")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]

#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod figures;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::time::Duration;

use hearback::audio::stretch::stretched;
use hearback::domain::listening::Speed;
use hearback::domain::time::SampleRate;

use crate::figures::Series;
use crate::figures::judged;

/// What could not be measured, and why.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measures something and prints it.
type Figure = fn(&Place) -> Outcome<()>;

/// The figures, by name.
const FIGURES: [(&str, Figure); 1] = [("stretch", stretch)];

/// Rounds of each figure, in turns.
const ROUNDS: usize = 5;

/// The kernel's clock tick in `/proc/PID/stat`: USER_HZ is 100 on every Linux that matters here.
const TICK: Duration = Duration::from_millis(10);

const RATE: u32 = 48_000;

/// Where everything happens.
struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

fn main() -> ExitCode {
    // So that it costs a process of its own, as what stands beside it.
    let args: Vec<String> = std::env::args().collect();
    let outcome = match args.iter().position(|arg| arg == "--stretch") {
        Some(at) => stretch_file(Path::new(&args[at + 1]), Path::new(&args[at + 2])),
        None => measured(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Outcome<()> {
    let place = Place { dir: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))? };
    let chosen = std::env::var("HEARBACK_FIGURES").unwrap_or_default();
    FIGURES.iter().filter(|(name, _)| chosen.is_empty() || chosen.split(',').any(|c| c == *name)).try_for_each(|(_, of)| of(&place))
}

/// Five minutes at twice the speed, beside `sox tempo` and, where it is, `sonic`.
fn stretch(place: &Place) -> Outcome<()> {
    let (said, heard) = (place.file("said.wav"), place.file("heard.wav"));
    write_speech(&said, 300)?;
    let ours = || {
        let mut ours = Command::new(std::env::current_exe().unwrap_or_default());
        ours.arg("--stretch").args([&said, &heard]);
        ours
    };
    let sox = || {
        let mut sox = Command::new("sox");
        sox.args([&said, &heard]).args(["tempo", "2.0"]);
        sox
    };
    let sonic = || {
        let mut sonic = Command::new("sonic");
        sonic.args(["-s", "2.0"]).args([&said, &heard]);
        sonic
    };
    let (mut costs, mut beside_sox, mut beside_sonic) = (Series::default(), Vec::new(), Vec::new());
    println!("Five minutes of speech at twice the speed, 48 kHz mono, CPU in ms (n={ROUNDS}, in turns)");
    for _ in 0..ROUNDS {
        let our = cpu_of(ours())?.ok_or("the bench does not find itself")?;
        costs.push(our);
        let ratio = |other: Duration| our.as_secs_f64() / other.as_secs_f64();
        beside_sox.push(ratio(cpu_of(sox())?.ok_or("sox is missing: apt-get install -y sox")?));
        beside_sonic.extend(cpu_of(sonic())?.map(ratio));
    }
    println!("  ours, median                          {:8.0}", costs.median());
    let ratio = beside_sox.into_iter().collect::<Series>().median();
    println!("  of sox tempo                          {ratio:8.2}{}", judged(ratio, Some(1.0)));
    match beside_sonic.into_iter().collect::<Series>() {
        none if none.len() == 0 => println!("  of sonic                           not here (apt-get install -y sonic)"),
        ratios => println!("  of sonic                              {:8.2}", ratios.median()),
    }
    Ok(())
}

/// What `command` cost, started and waited for; nothing where there is no such program.
fn cpu_of(mut command: Command) -> Outcome<Option<Duration>> {
    let before = cpu_of_children()?;
    let ended = match command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        ended => ended?,
    };
    if !ended.success() {
        return Err(format!("{command:?} failed").into());
    }
    Ok(Some(cpu_of_children()?.saturating_sub(before).max(TICK)))
}

/// User and system time of all children that were waited for.
fn cpu_of_children() -> Outcome<Duration> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, after) = stat.rsplit_once(')').ok_or("no stat")?;
    // From the third field on; the sixteenth and seventeenth are the children's.
    let ticks: Vec<u32> = after.split_whitespace().skip(13).take(2).map(str::parse).collect::<Result<_, _>>()?;
    Ok(TICK * ticks.iter().sum())
}

/// The voices of the demonstration, over and over, for so many seconds.
fn write_speech(to: &Path, seconds: usize) -> Outcome<()> {
    let mut from = hound::WavReader::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shell/demo/conversation.wav"))?;
    let (spec, rate) = (from.spec(), from.spec().sample_rate);
    let said: Vec<i32> = from.samples().collect::<Result<_, _>>()?;
    let format = hound::WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut wav = hound::WavWriter::create(to, format)?;
    let shift = 16 - spec.bits_per_sample;
    for frame in 0..seconds * RATE as usize {
        let place = frame as f64 * f64::from(rate) / f64::from(RATE);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in some seconds of sound")]
        let at = place as usize;
        let (here, next) = (f64::from(said[at % said.len()]), f64::from(said[(at + 1) % said.len()]));
        #[expect(clippy::cast_possible_truncation, reason = "between two samples")]
        let sample = ((here + (next - here) * place.fract()) * f64::from(1 << shift)) as i16;
        wav.write_sample(sample)?;
    }
    Ok(wav.finalize()?)
}

/// What the tools beside it do: a WAV into another at twice the speed.
fn stretch_file(from: &Path, to: &Path) -> Outcome<()> {
    let mut said = hound::WavReader::open(from)?;
    let spec = said.spec();
    let frames: Vec<[f32; 2]> =
        said.samples::<i16>().map(|sample| sample.map(|s| [f32::from(s) / 32_768.0; 2])).collect::<Result<_, _>>()?;
    let rate = SampleRate::new(spec.sample_rate).ok_or("no rate")?;
    let mut wav = hound::WavWriter::create(to, spec)?;
    let heard = stretched(&frames, rate, Speed::of_tenths(20));
    let mut all = wav.get_i16_writer(u32::try_from(heard.len())?);
    for [sample, _] in heard {
        #[expect(clippy::cast_possible_truncation, reason = "`as` holds floats at the edge")]
        all.write_sample((sample * 32_768.0) as i16);
    }
    all.flush()?;
    Ok(wav.finalize()?)
}
