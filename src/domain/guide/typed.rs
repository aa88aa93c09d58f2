//! What somebody typed in a word processor or an editor, as paragraphs: what a guide is guessed from.
//!
//! A [`Paragraph`] keeps what can be seen of it: its words and how they look, and where it stands (a heading, a list, a table). What that
//! means for an interview is not known here.

/// One paragraph of a file, or a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Which one it is, as the file counts: the line of a text, the paragraph of a document; from 1.
    pub at: usize,
    /// The last line of it, counted likewise.
    pub to: usize,
    /// The cell of a table that it stands in.
    pub cell: Option<Cell>,
    /// What it stands as.
    pub stands: Stands,
    /// Its words, one run after the other.
    pub runs: Vec<Run>,
}

/// Words that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are in bold.
    pub bold: bool,
    /// Whether they are in italics.
    pub italic: bool,
}

/// What a paragraph stands as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is the title of the file.
    Title,
    /// It is a heading, 1 the highest.
    Heading(u8),
    /// It is an item of a list, so deep in others, 0 the outermost.
    Item(List, u8),
    /// It goes on where the paragraph before it has a line end.
    Below,
    /// Nothing in particular.
    Plain,
    /// It is no part of the text that runs.
    Aside(Aside),
}

/// What an item of a list begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// A number.
    Number,
    /// A letter, or a small Roman number.
    Letter,
    /// A dot, a dash or another sign.
    Bullet,
}

/// A cell of a table; everything is counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which table.
    pub table: usize,
    /// Which row of it.
    pub row: usize,
    /// Which column of it.
    pub column: usize,
    /// How many cells the row has.
    pub of: usize,
}

/// What stands beside the text that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// A text box or a frame.
    TextBox,
    /// A footnote or an endnote.
    Footnote,
    /// A remark in the margin.
    Comment,
    /// What is at the top or the foot of each page.
    PageHeader,
    /// A table of contents.
    Contents,
    /// Text that was deleted while changes were tracked.
    Deleted,
    /// Text that is hidden.
    Hidden,
    /// A picture; the words are what is told of it.
    Picture,
    /// Code, or notation of another kind.
    Notation,
}

impl Paragraph {
    /// A paragraph of plain words.
    pub fn plain(at: usize, stands: Stands, text: impl Into<String>) -> Self {
        Self { at, to: at, cell: None, stands, runs: vec![Run { text: text.into(), bold: false, italic: false }] }
    }

    /// All of its words.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether all that can be read of it is in bold.
    pub(crate) fn is_bold(&self) -> bool {
        let mut read = self.runs.iter().filter(|run| run.text.chars().any(char::is_alphanumeric)).peekable();
        read.peek().is_some() && read.all(|run| run.bold)
    }
}
