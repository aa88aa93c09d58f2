//! A terminal window: a real pseudo-terminal of 80x24 with the program in it, and the picture it holds.
//!
//! A thread reads what the program draws and keeps the picture; whoever waits for something on the screen is woken by it. It also
//! keeps every note that was once shown as saved, since the screen only has room for the last few.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::io::Write;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use portable_pty::CommandBuilder;
use portable_pty::ExitStatus;
use portable_pty::MasterPty;
use portable_pty::PtySize;
use portable_pty::native_pty_system;

use super::LOOK;
use super::PATIENCE;
use super::key;
use super::until;

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// More than the kernel hands over of a terminal at once: a read that fills less has taken all that was drawn so far.
const AT_ONCE: usize = 4_000;

/// What lies behind the glass.
struct Picture {
    parser: vt100::Parser,
    saved: BTreeSet<String>,
    /// Every byte that came out of the terminal.
    drawn: Vec<u8>,
    /// When something was drawn last, and how long nothing was at most since `mark_quiet`.
    last: Instant,
    quiet: Duration,
    /// Words that are waited for meanwhile, and when they first stood there.
    watched: Vec<(String, Option<Instant>)>,
    /// Nobody reads what is drawn: the terminal's own buffer fills up, and then who draws waits.
    unwatched: bool,
    over: bool,
}

type Glass = Arc<(Mutex<Picture>, Condvar)>;

/// The window.
pub(crate) struct Window {
    glass: Glass,
    keys: Mutex<Option<Box<dyn Write + Send>>>,
    master: Option<Box<dyn MasterPty + Send>>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    pid: u32,
    end: Receiver<ExitStatus>,
}

impl Window {
    /// Opens a window with `program` in it.
    pub(crate) fn open(program: &Path, args: &[&str], surroundings: &[(String, String)]) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        for (name, value) in surroundings {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let pid = child.process_id().unwrap();
        let (tell, end) = mpsc::channel();
        thread::spawn(move || tell.send(child.wait().unwrap()).ok());
        let parser = vt100::Parser::new(NonZero::new(ROWS).unwrap(), NonZero::new(COLUMNS).unwrap(), 0);
        let picture = Picture {
            parser,
            saved: BTreeSet::new(),
            drawn: Vec::new(),
            watched: Vec::new(),
            unwatched: false,
            over: false,
            last: Instant::now(),
            quiet: Duration::ZERO,
        };
        let glass: Glass = Arc::new((Mutex::new(picture), Condvar::new()));
        let closing = Arc::new(AtomicBool::new(false));
        let source = pty.master.try_clone_reader().unwrap();
        let (behind, told) = (Arc::clone(&glass), Arc::clone(&closing));
        let reader = thread::spawn(move || look(source, &behind, &told));
        let keys = pty.master.take_writer().unwrap();
        Self { glass, keys: Mutex::new(Some(keys)), master: Some(pty.master), reader: Some(reader), closing, pid, end }
    }

    /// Presses keys, and says when the hand moved.
    pub(crate) fn press(&self, keys: &str) -> Instant {
        let mut keyboard = self.keys.lock().unwrap();
        let now = Instant::now();
        keyboard.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
        now
    }

    /// Pastes, as terminals do that know how.
    pub(crate) fn paste(&self, text: &str) -> Instant {
        self.press(&format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Waits until the picture satisfies `seen`, and says when it did.
    pub(crate) fn wait_for(&self, what: &str, seen: impl Fn(&str) -> bool) -> Instant {
        let deadline = Instant::now() + PATIENCE;
        let mut picture = locked(&self.glass.0);
        loop {
            let text = picture.parser.screen().contents();
            if seen(&text) {
                return Instant::now();
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !picture.over, "waited in vain for {what}; the window shows:\n{text}");
            picture = self.glass.1.wait_timeout(picture, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits for words on the screen.
    pub(crate) fn wait_for_words(&self, words: &str) -> Instant {
        self.wait_for(words, |text| text.contains(words))
    }

    /// Waits until the note `text` shows as saved.
    pub(crate) fn wait_until_saved(&self, text: &str) -> Instant {
        self.wait_for(&format!("the note {text:?} to be saved"), |screen| saved_on(screen).contains(text))
    }

    /// What the window shows.
    pub(crate) fn text(&self) -> String {
        locked(&self.glass.0).parser.screen().contents()
    }

    /// The first row: what is being recorded, and its clock.
    pub(crate) fn headline(&self) -> String {
        self.text().lines().next().unwrap_or_default().to_owned()
    }

    /// The clock on the first row.
    pub(crate) fn clock(&self) -> Option<String> {
        clock_on(&self.text())
    }

    /// From here on, remembers when these words first stand on the screen.
    pub(crate) fn watch_for(&self, words: &str) {
        locked(&self.glass.0).watched.push((words.to_owned(), None));
    }

    /// When words that are watched for first stood on the screen.
    pub(crate) fn first_seen(&self, words: &str) -> Option<Instant> {
        locked(&self.glass.0).watched.iter().find(|(w, _)| w == words)?.1
    }

    /// From here on, the longest time in which nothing is drawn is measured.
    pub(crate) fn mark_quiet(&self) {
        let mut picture = locked(&self.glass.0);
        (picture.last, picture.quiet) = (Instant::now(), Duration::ZERO);
    }

    /// The longest time in which nothing was drawn, since it was marked.
    pub(crate) fn quiet(&self) -> Duration {
        let picture = locked(&self.glass.0);
        picture.quiet.max(picture.last.elapsed())
    }

    /// Every byte that came out of the terminal so far.
    pub(crate) fn drawn(&self) -> Vec<u8> {
        locked(&self.glass.0).drawn.clone()
    }

    /// Reads nothing of what is drawn until `look_again`, as a terminal that has frozen does.
    pub(crate) fn look_away(&self) {
        locked(&self.glass.0).unwatched = true;
    }

    /// Reads on.
    pub(crate) fn look_again(&self) {
        locked(&self.glass.0).unwatched = false;
        self.glass.1.notify_all();
    }

    /// Gives the window another size. What has no rows or no columns is no picture: that stays as it is.
    pub(crate) fn resize(&self, rows: u16, columns: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        if let Some(master) = &self.master {
            master.resize(size).unwrap();
        }
        if let (Some(rows), Some(columns)) = (NonZero::new(rows), NonZero::new(columns)) {
            locked(&self.glass.0).parser.screen_mut().set_size(rows, columns);
        }
    }

    /// Every note that was ever shown as saved.
    pub(crate) fn saved(&self) -> BTreeSet<String> {
        locked(&self.glass.0).saved.clone()
    }

    /// Whether the program has the terminal to itself: another screen, and pastes in brackets.
    pub(crate) fn is_taken(&self) -> bool {
        let picture = locked(&self.glass.0);
        picture.parser.screen().alternate_screen() || picture.parser.screen().bracketed_paste()
    }

    /// Whether the cursor can be seen.
    pub(crate) fn has_cursor(&self) -> bool {
        !locked(&self.glass.0).parser.screen().hide_cursor()
    }

    /// The process in the window, or the one that the shell in it runs.
    pub(crate) fn pid_of(&self, program: &str) -> u32 {
        until(program, || {
            let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", self.pid)).unwrap_or_default();
            let children = children.split_whitespace().filter_map(|pid| pid.parse().ok());
            let named = |pid: &u32| fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.trim() == program);
            children.chain([self.pid]).find(named)
        })
    }

    /// Kills the process as a power cut would. From the moment that is returned on, it did nothing any more.
    pub(crate) fn kill(&mut self) -> Instant {
        // By ourselves, and not by a program that has to be started first: that takes as long as the machine likes.
        let pid = i32::try_from(self.pid).ok().and_then(rustix::process::Pid::from_raw).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
        let dead = Instant::now();
        self.wait_for_end();
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap(); // everything it drew has been seen
        }
        dead
    }

    /// The process in the window.
    pub(crate) fn pid(&self) -> u32 {
        self.pid
    }

    /// Waits until the process has ended.
    pub(crate) fn wait_for_end(&self) -> ExitStatus {
        let end = self.end.recv_timeout(PATIENCE);
        end.unwrap_or_else(|_| panic!("it did not end within {PATIENCE:?}; the window shows:\n{}", self.text()))
    }

    /// Waits until everything that was drawn has been seen; for a process that has ended.
    pub(crate) fn wait_for_the_last_picture(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
    }

    /// Closes the window over the program, and says when.
    pub(crate) fn close(&mut self) -> Instant {
        // The terminal hangs up when the last handle on it is gone, the reader's too: that one goes when the program draws next.
        drop(self.keys.lock().unwrap().take());
        drop(self.master.take());
        self.closing.store(true, Ordering::Release);
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        Instant::now()
    }

    /// Answers the form as an interviewer does: yes to each item of consent, and begins when the microphone was heard.
    pub(crate) fn begin(&self) -> Instant {
        self.wait_for_words("Consent");
        self.wait_for_words("heard ");
        self.press("a");
        self.wait_for_words("ready: F10 begins");
        self.press(key::ENTER);
        let began = self.wait_for_recording();
        // A hand looks first: what is pressed in the same moment is not heard.
        self.wait_until_the_clock_goes_on();
        began
    }

    /// Waits until the screen says that it records.
    pub(crate) fn wait_for_recording(&self) -> Instant {
        self.wait_for("the recording", |text| text.lines().next().is_some_and(|l| l.contains("REC ") && !l.contains("OFF")))
    }

    /// Waits until the clock on the first row shows another second.
    pub(crate) fn wait_until_the_clock_goes_on(&self) {
        let before = self.clock();
        self.wait_for("the clock to go on", |text| clock_on(text) != before);
    }

    /// Writes a note and waits until it is safe.
    pub(crate) fn note(&self, text: &str) {
        self.press(text);
        self.press(key::ENTER);
        self.wait_until_saved(text);
    }

    /// Ends the interview as an interviewer does.
    pub(crate) fn end(&self) -> Instant {
        self.press(key::END);
        self.wait_for_words("again ends the interview");
        self.press(key::END)
    }

    /// Goes on from the screen that says that the interview is kept.
    pub(crate) fn go_on(&self) {
        self.wait_for_words("The interview is kept");
        self.press(key::ENTER);
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if matches!(self.end.try_recv(), Err(mpsc::TryRecvError::Empty)) {
            signal(self.pid, "KILL");
        }
    }
}

/// Sends a signal to one process.
pub(crate) fn signal(pid: u32, name: &str) {
    Command::new("kill").arg(format!("-{name}")).arg(pid.to_string()).stderr(Stdio::null()).status().unwrap();
}

fn locked(picture: &Mutex<Picture>) -> MutexGuard<'_, Picture> {
    picture.lock().unwrap_or_else(PoisonError::into_inner)
}

fn look(mut source: Box<dyn Read + Send>, glass: &Glass, closing: &AtomicBool) {
    let mut bytes = vec![0; 64 * 1024];
    loop {
        let count = source.read(&mut bytes).unwrap_or(0);
        let mut picture = locked(&glass.0);
        picture.parser.process(&bytes[..count]);
        picture.drawn.extend_from_slice(&bytes[..count]);
        picture.quiet = picture.quiet.max(picture.last.elapsed());
        picture.last = Instant::now();
        if count < AT_ONCE {
            let contents = picture.parser.screen().contents();
            picture.saved.extend(saved_on(&contents));
            let joined = contents.split_whitespace().collect::<Vec<_>>().join(" "); // a notice goes over more than one row
            let unseen = picture.watched.iter_mut().filter(|(words, seen)| seen.is_none() && joined.contains(words.as_str()));
            unseen.for_each(|(_, seen)| *seen = Some(Instant::now()));
        }
        picture.over = count == 0 || closing.load(Ordering::Acquire);
        glass.1.notify_all();
        if picture.over {
            return;
        }
        while picture.unwatched && !closing.load(Ordering::Acquire) {
            picture = glass.1.wait_timeout(picture, LOOK).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// How long the first row says that it is: `12 s`, or `3 min`.
fn clock_on(screen: &str) -> Option<String> {
    let words: Vec<&str> = screen.lines().next()?.split_whitespace().collect();
    let said = words.windows(2).find(|pair| pair[0].parse::<u64>().is_ok() && matches!(pair[1], "s" | "min"))?;
    Some(said.join(" "))
}

/// The notes that `screen` shows as saved: `   0   quote        the text      saved`, and what stands under the text belongs to it.
pub(crate) fn saved_on(screen: &str) -> BTreeSet<String> {
    let rows: Vec<&str> = screen.lines().collect();
    let begins = rows.iter().enumerate().filter_map(|(n, row)| Some((n, row.trim_end().strip_suffix(" saved")?)));
    let text = |(n, row): (usize, &str)| {
        let (minute, rest) = row.trim_start().split_once("   ")?;
        minute.parse::<u64>().ok()?;
        let words = rest.trim_start().split_once("  ").map_or(rest, |(_, words)| words).trim();
        let column = row.find(words)?;
        let below = rows[n + 1..].iter().map_while(|row| {
            let indent = row.len() - row.trim_start().len();
            (indent == column && !row.trim().is_empty()).then(|| row.trim())
        });
        let whole = std::iter::once(words).chain(below).collect::<Vec<_>>().join(" ");
        // A note off the record says so before its words.
        Some(whole.strip_prefix("off the record: ").map_or(whole.clone(), str::to_owned))
    };
    begins.filter_map(text).collect()
}
