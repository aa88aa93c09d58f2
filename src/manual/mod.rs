//! The manual: what `hearback help TOPIC` prints, the pages for `man` are made of, and a screen may show. It is compiled in, so that it is
//! there without a network.
//!
//! A topic is a Markdown file in this folder: as such it can be read where the sources are. [`page`] reads the little Markdown that they are
//! written in, [`layout`] puts it into lines for a terminal. Nothing here knows the program: `tests/it/docs.rs` holds the text to it.

pub mod layout;
pub mod page;

/// A topic of the manual: a chapter, because topics are what a guide has.
#[derive(Debug)]
pub struct Chapter {
    /// What it is asked for by.
    pub name: &'static str,
    /// The whole text, in Markdown; its first line is the title.
    pub text: &'static str,
}

impl Chapter {
    /// What it is about, in a line.
    pub fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}

/// All chapters, in the order in which somebody new needs them.
pub const CHAPTERS: [Chapter; 9] = [
    Chapter { name: "interview", text: include_str!("interview.md") },
    Chapter { name: "guide", text: include_str!("guide.md") },
    Chapter { name: "keys", text: include_str!("keys.md") },
    Chapter { name: "journal", text: include_str!("journal.md") },
    Chapter { name: "formats", text: include_str!("formats.md") },
    Chapter { name: "exit-codes", text: include_str!("exit-codes.md") },
    Chapter { name: "trouble", text: include_str!("trouble.md") },
    Chapter { name: "proofs", text: include_str!("proofs.md") },
    Chapter { name: "laboratory", text: include_str!("laboratory.md") },
];

/// The chapter of this name.
pub(crate) fn chapter(name: &str) -> Option<&'static Chapter> {
    CHAPTERS.iter().find(|chapter| chapter.name == name)
}
