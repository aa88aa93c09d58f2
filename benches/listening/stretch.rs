//! Speech at twice the speed. CPU is the kernel's count for the whole process, from reading the sound to having written it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use hearback::audio::stretch::stretched;
use hearback::domain::hearing::Speed;
use hearback::domain::time::SampleRate;

use crate::Outcome;
use crate::Place;
use crate::conversation;
use crate::figures::Series;
use crate::figures::judged;
use crate::ours;
use crate::ran;

/// Rounds, in turns.
const ROUNDS: usize = 5;

/// The kernel's clock tick in `/proc/PID/stat`: USER_HZ is 100 on every Linux that matters here.
const TICK: Duration = Duration::from_millis(10);

const RATE: u32 = 48_000;

/// Five minutes at twice the speed, beside `sox tempo` and, where it is, `sonic`.
pub(crate) fn figure(place: &Place) -> Outcome<()> {
    let (said, heard) = (place.file("said.wav"), place.file("heard.wav"));
    write_speech(&said, 300)?;
    let ours = || {
        let mut ours = ours("--stretch");
        ours.args([&said, &heard]);
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
fn cpu_of(command: Command) -> Outcome<Option<Duration>> {
    let before = cpu_of_children()?;
    let is_there = ran(command)?;
    Ok(is_there.then_some(cpu_of_children()?.saturating_sub(before).max(TICK)))
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
    let mut from = hound::WavReader::open(conversation())?;
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
pub(crate) fn stretch_file(from: &Path, to: &Path) -> Outcome<()> {
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
