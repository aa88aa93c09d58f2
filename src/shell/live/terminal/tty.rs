//! A tty: its bytes, read when they come, and the bell that rings beside it.
//!
//! One poll waits for both, and for nothing longer than the reader of bytes wants to wait for the rest of a sequence. A window that changes
//! its size rings the bell too. A terminal that has hung up is an error at once: it would be read again and again, for ever.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rustix::event::PollFd;
use rustix::event::PollFlags;
use rustix::event::Timespec;
use rustix::io::Errno;
use signal_hook::SigId;
use signal_hook::consts::SIGCONT;
use signal_hook::consts::SIGTSTP;
use signal_hook::consts::SIGWINCH;

use crate::shell::live::bell::Bell;
use crate::shell::live::bell::Hearer;
use crate::shell::live::terminal::asked::JobControl;
use crate::shell::live::terminal::reader::Input;
use crate::shell::live::terminal::reader::Reader;
use crate::shell::live::terminal::sequence::Dialect;
use crate::words::say;

/// How much is read at once, in bytes: more than a tty hands over.
const AT_ONCE: usize = 16 * 1024;

/// How much of what waited before the first picture is looked at, in bytes: a tty holds 4 KiB.
const MOST_WAITING: usize = 64 * 1024;

/// The keyboard's side of the terminal.
#[derive(Debug)]
pub(super) struct Tty {
    reader: Reader,
    ear: Option<Hearer>,
    buffer: Vec<u8>,
    /// What was typed before the first picture and is not to be lost.
    ahead: Vec<Input>,
    signals: Signals,
    listening: Vec<SigId>,
}

/// Signals that have come and were not looked at.
#[derive(Debug, Default)]
struct Signals {
    /// The window has another size.
    resized: Arc<AtomicBool>,
    /// Somebody asks us to stop.
    stopped: Arc<AtomicBool>,
    /// We go on.
    continued: Arc<AtomicBool>,
}

/// What a poll has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Polled {
    /// Something to read.
    Bytes,
    /// Nothing, or the bell.
    Nothing,
}

impl Tty {
    /// Listens to standard input. What waits there is looked at now: answers to what somebody else asked are discarded with everything
    /// before them, which may be the beginning of one; keys that were typed after them are kept.
    pub(super) fn open(bell: &Bell, ear: Option<Hearer>) -> io::Result<Self> {
        let (signals, mut listening) = (Signals::default(), Vec::new());
        for (signal, flag) in [(SIGWINCH, &signals.resized), (SIGTSTP, &signals.stopped), (SIGCONT, &signals.continued)] {
            // The flag before the bell: who is woken finds it up. What cannot be listened for is done without.
            listening.extend(signal_hook::flag::register(signal, Arc::clone(flag)));
            listening.extend(bell.end().and_then(|end| signal_hook::low_level::pipe::register(signal, end).ok()));
        }
        let dialect = Dialect::of(&std::env::var("TERM").unwrap_or_default());
        let mut tty = Self { reader: Reader::of(dialect), ear, buffer: vec![0; AT_ONCE], ahead: Vec::new(), signals, listening };
        let (mut waiting, mut taken) = (Vec::new(), 0);
        while taken < MOST_WAITING && tty.poll(Duration::ZERO)? == Polled::Bytes {
            taken += tty.read(Duration::ZERO, &mut waiting)?;
        }
        tty.ahead = typed_after_answers(waiting);
        Ok(tty)
    }

    /// See [`crate::shell::live::terminal::Terminal::wait`].
    pub(super) fn wait(&mut self, patience: Duration, now: impl Fn() -> Duration) -> io::Result<Option<Vec<Input>>> {
        if !self.ahead.is_empty() {
            return Ok(Some(std::mem::take(&mut self.ahead)));
        }
        let until_due = self.reader.due().map_or(patience, |due| due.saturating_sub(now()));
        let found = self.poll(patience.min(until_due))?;
        let mut heard = Vec::new();
        if self.signals.resized.swap(false, Ordering::AcqRel) {
            heard.push(Input::Resized);
        }
        match found {
            Polled::Bytes => {
                self.read(now(), &mut heard)?;
                return Ok(Some(heard));
            }
            // Only if nothing waits: what came meanwhile and was not read yet came in time.
            Polled::Nothing => self.reader.pass(now(), &mut heard),
        }
        Ok(Some(heard).filter(|heard| !heard.is_empty()))
    }

    /// What was asked of us since this was asked the last time.
    pub(super) fn asked(&self) -> JobControl {
        let came = |flag: &AtomicBool| flag.swap(false, Ordering::AcqRel);
        match (came(&self.signals.stopped), came(&self.signals.continued)) {
            (true, _) => JobControl::ToStop,
            (false, true) => JobControl::ToGoOn,
            (false, false) => JobControl::Nothing,
        }
    }

    /// While the terminal is not ours: waits at most `patience` for a line that somebody enters, and throws it away; says whether one came.
    pub(super) fn wait_for_a_line(&self, patience: Duration) -> io::Result<bool> {
        // Where somebody else reads from it, nothing of it is for us, but that it has hung up.
        let flags = if is_in_front() { PollFlags::IN } else { PollFlags::empty() };
        let came = self.poll_for(flags, patience)? == Polled::Bytes;
        if came {
            rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush)?;
        }
        Ok(came)
    }

    /// Waits for bytes or the bell.
    fn poll(&self, patience: Duration) -> io::Result<Polled> {
        self.poll_for(PollFlags::IN, patience)
    }

    fn poll_for(&self, flags: PollFlags, patience: Duration) -> io::Result<Polled> {
        let stdin = io::stdin();
        // Rounded up: who waits for less than is left would come back for nothing.
        let patience = Timespec::try_from(patience + Duration::from_micros(100)).ok().filter(|_| !patience.is_zero()).unwrap_or_default();
        let mut both = vec![PollFd::new(&stdin, flags)];
        both.extend(self.ear.as_ref().map(|ear| PollFd::new(ear, PollFlags::IN)));
        match rustix::event::poll(&mut both, Some(&patience)) {
            Ok(_) => {}
            // A signal: whoever waits for it rings.
            Err(Errno::INTR) => return Ok(Polled::Nothing),
            Err(why) => return Err(why.into()),
        }
        let said = both[0].revents();
        if let Some(ear) = self.ear.as_ref().filter(|_| both[1].revents().contains(PollFlags::IN)) {
            ear.hush();
        }
        if said.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Err(io::Error::new(io::ErrorKind::BrokenPipe, say!("terminal-closed")));
        }
        Ok(if said.contains(PollFlags::IN) { Polled::Bytes } else { Polled::Nothing })
    }

    /// Reads what is there, `now`; says how many bytes it was.
    fn read(&mut self, now: Duration, heard: &mut Vec<Input>) -> io::Result<usize> {
        match rustix::io::read(io::stdin(), &mut self.buffer) {
            Ok(0) => Err(io::Error::new(io::ErrorKind::BrokenPipe, say!("terminal-closed"))),
            Ok(count) => {
                self.reader.feed(&self.buffer[..count], now, heard);
                Ok(count)
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(0),
            Err(why) => Err(why.into()),
        }
    }
}

/// Whether the terminal is given to us: who is in the background and sets its modes is stopped for it.
pub(super) fn is_in_front() -> bool {
    rustix::termios::tcgetpgrp(io::stdin()).is_ok_and(|group| group == rustix::process::getpgrp())
}

/// Stops this process, until somebody has it go on.
pub(super) fn stop() {
    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP).ok();
}

impl Drop for Tty {
    fn drop(&mut self) {
        for signal in self.listening.drain(..) {
            signal_hook::low_level::unregister(signal);
        }
    }
}

/// Of what waited before the first picture: the keys after the last thing that was no key. Whatever is left of it is read together with a
/// thing that is no key, so that nothing that was pressed before there was a question answers one.
fn typed_after_answers(mut waiting: Vec<Input>) -> Vec<Input> {
    use crate::tui::chord::Key;
    // The end of an answer whose beginning somebody else has read: BEL, which is Ctrl-G as well.
    let ends = |input: &Input| match input {
        Input::Key(press) => press.chord.ctrl && press.chord.key == Key::Char('g'),
        Input::Answer | Input::Foreign => true,
        Input::Paste(_) | Input::Resized => false,
    };
    if let Some(last) = waiting.iter().rposition(ends) {
        waiting.drain(..=last);
    }
    if !waiting.is_empty() {
        waiting.insert(0, Input::Answer);
    }
    waiting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: &[u8]) -> String {
        let (mut reader, mut heard) = (Reader::default(), Vec::new());
        reader.feed(bytes, Duration::ZERO, &mut heard);
        let keys = typed_after_answers(heard).into_iter().filter_map(|input| match input {
            Input::Key(press) => Some(press.chord.to_string()),
            _ => None,
        });
        keys.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_waited_before_the_first_picture_is_no_answer_to_it() {
        assert_eq!(kept(b"\x1b]11;rgb:1a1a/1b1b/2626\x1b\\"), "");
        assert_eq!(kept(b"1a/1b1b/2626\x1b\\"), "", "the rest of one that somebody else began to read");
        assert_eq!(kept(b"1a/1b1b/2626\x07"), "");
        assert_eq!(kept(b"\x1b]11;rgb:1a1a/1b1b/2626\x1b\\\x1b[?62;c\x1b[Bn"), "Down n", "keys that came after");
        assert_eq!(kept(b"n"), "n");
    }
}
