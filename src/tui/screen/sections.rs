//! A screen that is a list in sections: what stands on it, whichever it is. How it is drawn is the view's.

/// A part of the screen: its heading, what stands beside that, and its lines with their words.
pub(crate) struct Section<R> {
    pub(crate) title: String,
    pub(crate) beside: String,
    pub(crate) lines: Vec<(R, Told)>,
}

/// What is said on a line.
pub(crate) struct Told {
    /// What stands before it; its number among all lines unless said.
    pub(crate) mark: Option<String>,
    pub(crate) words: String,
    /// The moments it is about, whether it is done, or what was answered.
    pub(crate) beside: String,
    pub(crate) is_done: bool,
}
