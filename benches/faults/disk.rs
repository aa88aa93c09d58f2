//! Disks that are full, that limit a file's size, and small ones to try that on.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;

use tempfile::TempDir;

use crate::Form;
use crate::interview::Interview;
use crate::interview::Outcome;
use crate::report::Findings;
use crate::report::Row;
use crate::support::sound;
use crate::support::study::Study;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::side_by_side;

/// A small file system of its own. Dropping it takes it away.
pub(crate) struct SmallDisk {
    place: TempDir,
}

impl SmallDisk {
    /// One in memory that holds `size` (such as `4m`); an error says why there cannot be one.
    pub(crate) fn in_memory(size: &str) -> Result<Self, String> {
        let place = tempfile::tempdir().unwrap();
        let options = format!("size={size},mode=0700");
        mounted(Command::new("mount").args(["-t", "tmpfs", "-o", &options, "none"]).arg(place.path()))?;
        Ok(Self { place })
    }

    /// One with ext4 on it, in a file of so many megabytes.
    pub(crate) fn in_a_file(megabytes: u64) -> Result<Self, String> {
        let place = tempfile::tempdir().unwrap();
        let image = place.path().with_extension("img");
        fs::File::create(&image).and_then(|file| file.set_len(megabytes << 20)).map_err(|why| why.to_string())?;
        let made = mounted(Command::new("mkfs.ext4").args(["-q", "-m", "0"]).arg(&image))
            .and_then(|()| mounted(Command::new("mount").args(["-o", "loop"]).arg(&image).arg(place.path())));
        // Mounted, it stays until that ends; not mounted, it is of no use.
        fs::remove_file(&image).ok();
        made.map(|()| Self { place })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.place.path()
    }

    /// A file on it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.place.path()).status().ok();
    }
}

fn mounted(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|why| format!("no mount: {why}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
}

/// What was seen of an interview whose disk was full for a while.
struct Full {
    outcome: Outcome,
    /// From the first second without room to the words on the screen.
    said: f64,
    /// How long there was no room.
    without: Duration,
    /// Takes whose header claims more than is there, which strict readers refuse.
    unplayable: usize,
}

const HELD: &str = "s are held in memory";

/// Takes all but so many bytes, while somebody else writes there too.
fn fill(ballast: &Path, disk: &Path, leave: u64) {
    let file = fs::OpenOptions::new().create(true).append(true).open(ballast).unwrap();
    loop {
        let stat = rustix::fs::statvfs(disk).unwrap();
        let more = (stat.f_bavail * stat.f_frsize).saturating_sub(leave).min(1 << 20);
        if more < stat.f_frsize {
            break;
        }
        // Blocks and not a promise of them; what is not there any more need not be taken.
        rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), file.metadata().unwrap().len(), more).ok();
    }
}

/// An interview on `disk`, which is full from some seconds on, for so long.
fn full(disk: &SmallDisk, ramp: &Path, without: Duration) -> Full {
    let study = Study::on(disk.path());
    study.set_microphone(ramp);
    let ballast = disk.file("ballast");
    let mut interview = Interview::begin(study, &[]);
    interview.go_on(Duration::from_secs(2));
    interview.window.watch_for(HELD);
    fill(&ballast, disk.path(), 24 << 10); // a quarter of a second of sound
    let filled = Instant::now();
    while filled.elapsed() < without {
        interview.write();
        let_pass(1_500);
    }
    let said = interview.window.first_seen(HELD).map_or(f64::NAN, |at| at.duration_since(filled).as_secs_f64() * 1_000.0);
    fs::remove_file(&ballast).unwrap();
    // It is tried again after 30 s at the latest.
    interview.go_on(Duration::from_secs(34));
    interview.window.wait_until_saved(&interview.written[interview.written.len() - 1]);
    let study_folder = interview.study.folder().to_owned();
    let outcome = interview.end();
    let takes = sessions_files(&study_folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "wav"));
    let claims_too_much = |take: &PathBuf| {
        let (samples, claimed) = sound::by_length(take);
        claimed > samples.len()
    };
    let unplayable = takes.filter(claims_too_much).count();
    Full { outcome, said, without, unplayable }
}

fn sessions_files(study: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(study.join("sessions")).unwrap().map(|entry| entry.unwrap().path());
    folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>()).collect()
}

/// The kinds of small disk, and how one is had.
type Kind = (&'static str, fn() -> Result<SmallDisk, String>);

const KINDS: [Kind; 2] = [("tmpfs", || SmallDisk::in_memory("32m")), ("ext4", || SmallDisk::in_a_file(48))];

/// A disk without room, and room again later.
fn without_room(form: Form, ramp: &Path) -> Vec<Row> {
    let seconds: &[u64] = form.pick(&[8], &[8, 20, 60]);
    let tries: Vec<(Kind, u64)> = KINDS.iter().flat_map(|kind| seconds.iter().map(|s| (*kind, *s))).collect();
    let runs = side_by_side(tries, 6, |((name, disk), seconds)| match disk() {
        Err(why) => Err(format!("no {name}: {why}")),
        Ok(disk) => Ok(attempt(|| full(&disk, ramp, Duration::from_secs(seconds))).map_err(|why| format!("{name}, {seconds} s: {why}"))),
    });
    let refused: Vec<String> = runs.iter().filter_map(|run| run.as_ref().err().cloned()).collect();
    let runs: Vec<Result<Full, String>> = runs.into_iter().flatten().collect();
    if runs.is_empty() {
        return vec![Row::new("A7", "a full disk").not_run(refused.join("; "))];
    }
    let mut wrong: Vec<String> = runs.iter().filter_map(|run| run.as_ref().err().cloned()).collect();
    let fine: Vec<&Full> = runs.iter().flatten().collect();
    let broken = |full: &&&Full| full.outcome.breaks > 0 || full.outcome.dropped > 400.0 || !full.outcome.lost.is_empty();
    wrong.extend(fine.iter().filter(broken).map(|full| format!("{:?}", full.outcome)));
    let unplayable: usize = fine.iter().map(|full| full.unplayable).sum();
    let takes: usize = fine.iter().map(|full| full.outcome.takes).sum();
    let longest = fine.iter().map(|full| full.without.as_secs()).max().unwrap_or(0);
    let said = fine.iter().map(|full| full.said).fold(0.0, |worst: f64, said| if said.is_nan() { said } else { worst.max(said) });
    let dropped = fine.iter().map(|full| full.outcome.dropped).fold(0.0, f64::max);
    let row = |what: &str| {
        let row = Row::new("A7", what).done(format!("tmpfs and ext4 without room for {seconds:?} s, then with room again"), runs.len());
        refused.iter().fold(row, |row, why| row.remark(format!("not tried: {why}")))
    };
    vec![
        row("a full disk: what is lost")
            .judged(format!("{dropped:.0} ms, with up to {longest} s held in memory"), "0 breaks, 0 notes, <= 400 ms", true)
            .wrong(&wrong),
        row("a full disk: takes whose header claims more than is there").never(unplayable, &format!("of {takes}")),
        row("a full disk: until the screen says so").at_most(said, 3_000.0, "ms"),
    ]
}

/// A limit on the size of files, which ends a program that does not expect it.
fn file_limit(form: Form, ramp: &Path) -> Row {
    let limits: &[u64] = form.pick(&[300_000], &[70_001, 220_001, 300_000, 477_777, 700_000]);
    let runs = side_by_side(limits.to_vec(), 4, |limit| {
        attempt(|| {
            let limit = format!("--fsize={limit}");
            let mut interview = Interview::begin(crate::interview::study_with(ramp), &["prlimit", &limit]);
            interview.go_on(Duration::from_secs(14));
            interview.end()
        })
    });
    let mut wrong: Vec<String> = runs.iter().filter_map(|run| run.as_ref().err().cloned()).collect();
    let fine: Vec<&Outcome> = runs.iter().flatten().collect();
    wrong.extend(fine.iter().filter(|o| o.breaks > 0 || o.dropped > 400.0 || !o.lost.is_empty()).map(|o| format!("{o:?}")));
    let dropped = fine.iter().map(|o| o.dropped).fold(0.0, f64::max);
    let takes: usize = fine.iter().map(|o| o.takes).sum();
    Row::new("A4", "a limit on the size of files: what is lost")
        .done(format!("prlimit --fsize {limits:?} bytes; {takes} takes"), runs.len())
        .judged(format!("{dropped:.0} ms"), "0 breaks, 0 notes, <= 400 ms", true)
        .wrong(&wrong)
}

/// The room of the full disks.
pub(crate) fn room(form: Form) -> Findings {
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 180);
    let mut rows = without_room(form, &ramp);
    rows.push(file_limit(form, &ramp));
    rows.into()
}
