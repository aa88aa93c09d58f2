//! The waveform of a long take from its sound, beside tools that go through a sound once, and beside reading its bytes. Wall clock, of whole
//! processes; all of the take is in memory before the first.

use std::fs;
use std::fs::File;
use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;

use hearback::audio::peaks::Unkept;
use hearback::audio::peaks::drawn;

use crate::Outcome;
use crate::Place;
use crate::figures::Series;
use crate::figures::judged;
use crate::ours;
use crate::ran;

/// Rounds, in turns; those of the slow ones.
const ROUNDS: usize = 5;
const SLOW_ROUNDS: usize = 2;

/// Who stands beside it: its name, whether it is slow, what is asked of it, what the ratio is to be at most.
type Beside = (&'static str, usize, fn(&Path) -> Command, f64);

/// The waveform of the long session's take.
pub(crate) fn figure(place: &Place) -> Outcome<()> {
    let take = place.file("take.wav");
    fs::hard_link(place.long()?.join("take-001.wav"), &take)?;
    let peaks = take.with_extension("peaks");
    let asked = |what: &str| -> Outcome<Duration> {
        fs::remove_file(&peaks).ok();
        wall_of(of(ours(what), &take))?.ok_or_else(|| "the bench does not find itself".into())
    };
    let beside: [Beside; 3] = [
        ("of reading its bytes once", ROUNDS, |take| of(ours("--read"), take), 2.0),
        ("of ffmpeg -af astats", SLOW_ROUNDS, astats, 0.1),
        ("of sox … stat", SLOW_ROUNDS, stat, 0.1),
    ];
    let megabytes = fs::metadata(&take)?.len() / 1_000_000;
    println!("The waveform of {megabytes} MB of sound, 48 kHz mono 16 bits, wall clock in ms (n={ROUNDS}, in turns)");
    wall_of(of(ours("--read"), &take))?;
    let mut all = Series::default();
    for (name, rounds, command, most) in beside {
        let (mut ratios, mut theirs) = (Vec::new(), Series::default());
        for _ in 0..rounds {
            let (our, other) = (asked("--peaks")?, wall_of(command(&take))?.ok_or_else(|| format!("{name}: it is missing"))?);
            all.push(our);
            theirs.push(other);
            ratios.push(our.as_secs_f64() / other.as_secs_f64());
        }
        let ratio = ratios.into_iter().collect::<Series>().median();
        println!("  {name:<37} {ratio:8.3}{}   ({:.0} ms)", judged(ratio, Some(most)), theirs.median());
    }
    println!("  ours, median                          {:8.0}", all.median());
    let kept = (0..ROUNDS).map(|_| Ok(asked("--keep")?.as_secs_f64() * 1_000.0)).collect::<Outcome<Series>>()?;
    println!("  ours, kept and synced too             {:8.0}", kept.median());
    Ok(())
}

fn of(mut command: Command, file: &Path) -> Command {
    command.arg(file);
    command
}

fn astats(take: &Path) -> Command {
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-hide_banner", "-nostdin", "-nostats", "-i"]).arg(take).args(["-af", "astats", "-f", "null", "-"]);
    ffmpeg
}

fn stat(take: &Path) -> Command {
    let mut sox = Command::new("sox");
    sox.arg(take).args(["-n", "stat"]);
    sox
}

/// How long `command` takes from its start to its end; nothing where there is no such program.
fn wall_of(command: Command) -> Outcome<Option<Duration>> {
    let begun = Instant::now();
    Ok(ran(command)?.then(|| begun.elapsed()))
}

/// What the program does where no waveform was kept while recording, until it stands on the screen.
pub(crate) fn draw(take: &Path) -> Outcome<()> {
    black_box(drawn(take, &mut |_| {})?);
    Ok(())
}

/// The same, and what it does afterwards: the file is written and synced.
pub(crate) fn keep(take: &Path) -> Outcome<()> {
    let (_, _, unkept) = drawn(take, &mut |_| {})?;
    unkept.iter().for_each(Unkept::keep);
    Ok(())
}

/// Every byte once, as quickly as a file is read.
pub(crate) fn read(file: &PathBuf) -> Outcome<()> {
    let (mut from, mut bytes) = (File::open(file)?, vec![0; 256 << 10]);
    while from.read(black_box(&mut bytes))? > 0 {}
    Ok(())
}
