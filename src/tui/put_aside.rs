//! Lines that were put aside while they were being written, each with the moment of it in the order of the sitting's steps.
//!
//! Undo takes the latest thing back, whatever it is: a line that was put aside after the last step comes back before that step is undone,
//! and one that was put aside an hour and ten notes ago does not. The order is that of the journal's lines.

/// What was put aside on one screen.
#[derive(Clone, Debug)]
pub(crate) struct PutAside<T> {
    /// Each with the number of the journal's line after which it was put aside.
    lines: Vec<(T, u64)>,
}

impl<T> Default for PutAside<T> {
    fn default() -> Self {
        Self { lines: Vec::new() }
    }
}

impl<T> PutAside<T> {
    /// Puts a line aside, after so many lines of the journal.
    pub(crate) fn put(&mut self, line: T, after: u64) {
        self.lines.push((line, after));
    }

    /// The line that was put aside last, if that was after line `step` of the journal, and if it `fits`.
    pub(crate) fn take_since(&mut self, step: u64, fits: impl Fn(&T) -> bool) -> Option<T> {
        let at = self.lines.iter().rposition(|(line, after)| *after >= step && fits(line))?;
        Some(self.lines.remove(at).0)
    }

    /// The latest line that `fits`, whenever it was put aside.
    pub(crate) fn take(&mut self, fits: impl Fn(&T) -> bool) -> Option<T> {
        self.take_since(0, fits)
    }

    /// Forgets every line of which that `is` so.
    pub(crate) fn forget(&mut self, is: impl Fn(&T) -> bool) {
        self.lines.retain(|(line, _)| !is(line));
    }

    /// All of them, the oldest first.
    pub(crate) fn drain(&mut self) -> Vec<T> {
        self.lines.drain(..).map(|(line, _)| line).collect()
    }
}
