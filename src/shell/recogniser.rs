//! A recogniser of speech that the researcher has on this machine: found, run on a copy of a take, watched, and stopped.
//!
//! None is ever fetched. It is run with nothing on its standard input, in a group of processes of its own, so that what it starts ends with it;
//! the copy and what it writes lie in a private folder ([`crate::store::lent`]) that is destroyed whatever happens: Ctrl-C, and where this
//! program itself is killed, by a second one that watches (`recogniser/watch.rs`).

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use crate::disk::Disk;
use crate::disk::real::RealDisk;
use crate::domain::study::Transcription;
use crate::shell::recogniser::watch::Watch;

pub(crate) mod watch;

/// The name under which whisper.cpp is installed.
pub(crate) const WHISPER: &str = "whisper-cli";

/// How often it is looked at.
const EVERY: Duration = Duration::from_millis(100);

/// How many of those go by before it is said again that it is still at work: half a minute.
const SAID_EVERY: u32 = 300;

/// How long it may take to end when it is asked to.
const GRACE: u32 = 20;

/// What is run: a program and its words, with `{wav}`, `{out}` and `{model}` where the files are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recogniser {
    /// What it is called in what is kept.
    pub(crate) engine: String,
    /// The program and its words.
    pub(crate) command: Vec<String>,
    /// The file of its model.
    pub(crate) model: Option<PathBuf>,
}

/// Why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoRecogniser {
    /// The study names none, and whisper-cli is not there.
    Nowhere,
    /// whisper-cli is there, and no model is named.
    NoModel,
    /// The study names another.
    Another,
}

impl Recogniser {
    /// What the study names, or whisper-cli; with `wish`, that of this name.
    pub(crate) fn find(settings: &Transcription, wish: Option<&str>) -> Result<Self, NoRecogniser> {
        let model = settings.model.as_ref().map(PathBuf::from);
        let named = settings.command.first().map(|program| settings.engine.clone().unwrap_or_else(|| name_of(Path::new(program))));
        if let Some(engine) = named.filter(|engine| wish.is_none_or(|wish| wish == engine)) {
            return Ok(Self { engine, command: settings.command.clone(), model });
        }
        match (wish, model) {
            (Some(wish), _) if wish != WHISPER => Err(NoRecogniser::Another),
            _ if !is_on_path(WHISPER) => Err(NoRecogniser::Nowhere),
            (_, None) => Err(NoRecogniser::NoModel),
            (_, model) => {
                let words = [WHISPER, "-m", "{model}", "-f", "{wav}", "-l", "auto", "-oj", "-of", "{out}"];
                Ok(Self { engine: WHISPER.to_owned(), command: words.map(str::to_owned).to_vec(), model })
            }
        }
    }

    /// Whether it is told where the sound lies.
    pub(crate) fn is_told_of_the_sound(&self) -> bool {
        self.command.iter().any(|word| word.contains("{wav}"))
    }

    /// What it is told, without the paths of this machine.
    pub(crate) fn parameters(&self) -> String {
        let bare = |word: &str| match Path::new(word) {
            path if path.is_absolute() => path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            _ => word.to_owned(),
        };
        // `--model=/somewhere/small.bin` names a file as well.
        let word = |word: &String| match word.split_once('=') {
            Some((name, value)) => format!("{name}={}", bare(value)),
            None => bare(word),
        };
        self.command.iter().skip(1).map(word).collect::<Vec<_>>().join(" ")
    }

    /// Runs it on `wav`; what it writes is to be at `out`, or there with an ending. What it says itself goes into `log`.
    pub(crate) fn run(
        &self,
        wav: &Path,
        out: &Path,
        log: &Path,
        signals: &Receiver<i32>,
        mut still: impl FnMut(Duration),
    ) -> io::Result<Ended> {
        let place = |path: &Path| path.display().to_string();
        let model = self.model.as_deref().map(place).unwrap_or_default();
        let filled = |word: &String| word.replace("{wav}", &place(wav)).replace("{out}", &place(out)).replace("{model}", &model);
        let mut words = self.command.iter().map(filled);
        let mut command = Command::new(words.next().unwrap_or_default());
        RealDisk.create_new(log).map(drop)?;
        let said = std::fs::OpenOptions::new().append(true).open(log)?;
        command.args(words).stdin(Stdio::null()).stdout(said.try_clone()?).stderr(said);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut running = Running { child: command.spawn()?, watch: None, is_over: false };
        running.watch = wav.parent().and_then(|folder| Watch::over(&running.child, folder));
        let mut rounds = 0;
        loop {
            if has_ended(&mut running.child)? {
                return running.end().map(Ended::By);
            }
            match signals.recv_timeout(EVERY) {
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => rounds += 1,
                Ok(_) => {
                    running.ask_to_end(signals);
                    return Ok(Ended::Stopped);
                }
            }
            if rounds % SAID_EVERY == 0 {
                still(EVERY * rounds);
            }
        }
    }
}

/// One that runs. Whichever way it is let go of, it ends, with what it has started.
#[derive(Debug)]
struct Running {
    child: Child,
    watch: Option<Watch>,
    is_over: bool,
}

impl Running {
    /// Asks it to end, and what it has started, and gives it a moment.
    fn ask_to_end(&mut self, signals: &Receiver<i32>) {
        #[cfg(unix)]
        if let Some(group) = group_of(&self.child) {
            rustix::process::kill_process_group(group, rustix::process::Signal::TERM).ok();
            for _ in 0..GRACE {
                if !matches!(has_ended(&mut self.child), Ok(false)) {
                    break;
                }
                signals.recv_timeout(EVERY).ok();
            }
        }
        #[cfg(not(unix))]
        let _ = signals;
    }

    /// Ends what is left of it. While it was not asked how it ended, nobody else has its number.
    fn end(&mut self) -> io::Result<ExitStatus> {
        end_group(&self.child);
        (self.watch, self.is_over) = (None, true);
        self.child.kill().ok();
        self.child.wait()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.is_over {
            self.end().ok();
        }
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ended {
    /// By itself.
    By(ExitStatus),
    /// It was stopped, because a signal came.
    Stopped,
}

/// Its number, which is that of its group, too.
#[cfg(unix)]
fn group_of(child: &Child) -> Option<rustix::process::Pid> {
    i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw)
}

/// Whether it has ended; how is not asked yet.
fn has_ended(child: &mut Child) -> io::Result<bool> {
    #[cfg(unix)]
    if let Some(pid) = group_of(child) {
        use rustix::process::WaitIdOptions;
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        return Ok(rustix::process::waitid(rustix::process::WaitId::Pid(pid), options)?.is_some());
    }
    Ok(child.try_wait()?.is_some())
}

/// Ends what it has started and left running.
fn end_group(child: &Child) {
    #[cfg(unix)]
    if let Some(group) = group_of(child) {
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
    }
    #[cfg(not(unix))]
    let _ = child;
}

/// The signal that ended it, if one did.
pub(crate) fn signal_of(status: ExitStatus) -> Option<u32> {
    #[cfg(unix)]
    return std::os::unix::process::ExitStatusExt::signal(&status).map(i32::unsigned_abs);
    #[cfg(not(unix))]
    {
        let _ = status;
        None
    }
}

/// What a program is called: its file's name.
fn name_of(program: &Path) -> String {
    program.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a program of this name is on the search path.
fn is_on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// What was written at `out`, or there with one of the endings that recognisers put behind a name.
pub(crate) fn written(out: &Path) -> Option<PathBuf> {
    let name = name_of(out);
    let ends = ["", ".json", ".vtt", ".srt", ".txt", ".html"];
    ends.into_iter().map(|end| out.with_file_name(format!("{name}{end}"))).find(|path| path.is_file())
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::BufRead;
    use std::io::BufReader;
    use std::io::Read;

    use super::*;

    #[test]
    fn whichever_way_it_is_let_go_of_it_ends_with_what_it_has_started() {
        let mut command = Command::new("sh");
        command.args(["-c", "(sleep 20; echo it ran on) & echo begun; wait"]).stdout(Stdio::piped());
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut running = Running { child: command.spawn().unwrap(), watch: None, is_over: false };
        let (mut said, mut rest) = (BufReader::new(running.child.stdout.take().unwrap()), String::new());
        said.read_line(&mut rest).unwrap();
        drop(running);
        said.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "begun\n");
    }
}
