//! The manual: what `hearback help TOPIC` prints, the pages for `man` are made of, and a screen may show. It is compiled in, so that it is
//! there without a network.
//!
//! A topic is a Markdown file in this folder: as such it can be read where the sources are. [`page`] reads the little Markdown that they are
//! written in, [`layout`] puts it into lines for a terminal. Nothing here knows the program: `tests/it/docs.rs` holds the text to it.

pub mod layout;
pub mod page;

/// A subject of the manual.
#[derive(Debug)]
pub struct Topic {
    /// What it is asked for by.
    pub name: &'static str,
    /// The whole text, in Markdown; its first line is the title.
    pub text: &'static str,
}

impl Topic {
    /// What it is about, in a line.
    pub fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches("# ")
    }
}

/// All topics, in the order in which somebody new needs them.
pub const TOPICS: [Topic; 9] = [
    Topic { name: "interview", text: include_str!("interview.md") },
    Topic { name: "guide", text: include_str!("guide.md") },
    Topic { name: "keys", text: include_str!("keys.md") },
    Topic { name: "journal", text: include_str!("journal.md") },
    Topic { name: "formats", text: include_str!("formats.md") },
    Topic { name: "exit-codes", text: include_str!("exit-codes.md") },
    Topic { name: "trouble", text: include_str!("trouble.md") },
    Topic { name: "proofs", text: include_str!("proofs.md") },
    Topic { name: "laboratory", text: include_str!("laboratory.md") },
];

/// The topic of this name.
pub fn topic(name: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|topic| topic.name == name)
}
