//! A program in a real pseudo-terminal of 80x24, and the picture it draws there.

use std::ffi::OsString;
use std::io::Read;
use std::io::Write;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use portable_pty::Child;
use portable_pty::CommandBuilder;
use portable_pty::MasterPty;
use portable_pty::PtySize;
use portable_pty::native_pty_system;

use crate::Outcome;
use crate::PATIENCE;

/// What the F10 key sends.
pub(crate) const F10: &str = "\x1b[21~";

/// What the Page Down key sends.
pub(crate) const PAGE_DOWN: &str = "\x1b[6~";

const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

/// A program and its terminal. Dropping it ends both.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    picture: Arc<(Mutex<vt100::Parser>, Condvar)>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Runs `program` with nothing but `environment` around it.
    pub(crate) fn run(program: &str, arguments: &[&str], environment: &[(OsString, OsString)]) -> Outcome<Self> {
        let pty = native_pty_system().openpty(SIZE)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in environment {
            command.env(name, value);
        }
        let mut output = pty.master.try_clone_reader()?;
        let keyboard = pty.master.take_writer()?;
        let [Some(rows), Some(columns)] = [SIZE.rows, SIZE.cols].map(NonZero::new) else { return Err("a terminal of no size".into()) };
        let picture = Arc::new((Mutex::new(vt100::Parser::new(rows, columns, 0)), Condvar::new()));
        let shared = Arc::clone(&picture);
        thread::Builder::new().name("picture".into()).spawn(move || {
            let mut bytes = [0; 16 * 1024];
            // The end of the program is an error here; there is nothing more to see then.
            while let Ok(n @ 1..) = output.read(&mut bytes) {
                shared.0.lock().unwrap_or_else(PoisonError::into_inner).process(&bytes[..n]);
                shared.1.notify_all();
            }
        })?;
        let child = pty.slave.spawn_command(command)?;
        Ok(Self { child, keyboard, picture, _master: pty.master })
    }

    pub(crate) fn pid(&self) -> Outcome<u32> {
        Ok(self.child.process_id().ok_or("the program has no number")?)
    }

    /// Presses keys, as the bytes a terminal sends.
    pub(crate) fn type_keys(&mut self, keys: &str) -> Outcome<()> {
        self.keyboard.write_all(keys.as_bytes())?;
        Ok(self.keyboard.flush()?)
    }

    /// Presses the last key of `text`, the rest of which stands before the cursor, and gives back how long it took to stand there too.
    pub(crate) fn key(&mut self, text: &str) -> Outcome<Duration> {
        let begun = Instant::now();
        self.type_keys(text.get(text.len() - 1..).unwrap_or_default())?;
        let shown = self.until("a key on the screen", PATIENCE, |s| {
            let (row, column) = s.cursor_position();
            s.contents_between(row, 0, row, column).ends_with(text)
        })?;
        Ok(shown - begun)
    }

    /// Waits until the picture is as `looks` wants it, and says when that was seen.
    pub(crate) fn until(&self, what: &str, most: Duration, looks: impl Fn(&vt100::Screen) -> bool) -> Outcome<Instant> {
        let end = Instant::now() + most;
        let mut picture = self.picture.0.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if looks(picture.screen()) {
                return Ok(Instant::now());
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(format!("waited for {what} in vain; the screen showed:\n{}", picture.screen().contents()).into());
            }
            (picture, _) = self.picture.1.wait_timeout(picture, left).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits for the program to end by itself.
    pub(crate) fn wait(&mut self) -> Outcome<()> {
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait()?.is_none() {
            if Instant::now() > end {
                return Err("the program did not end".into());
            }
            thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }

    /// Ends a program that would not end by itself.
    pub(crate) fn hang_up(&mut self) -> Outcome<()> {
        self.child.kill()?;
        self.wait()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

/// The last row: hearback's footer, and so the end of a whole frame.
pub(crate) fn footer(screen: &vt100::Screen) -> String {
    screen.rows(0, SIZE.cols).last().unwrap_or_default()
}

/// The first row that holds `text`.
pub(crate) fn row_with(screen: &vt100::Screen, text: &str) -> Option<String> {
    screen.rows(0, SIZE.cols).find(|row| row.contains(text))
}
