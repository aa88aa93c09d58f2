//! The manual: what `hearback help TOPIC` prints, the pages for `man` are made of, and a screen may show. It is compiled in, so that it is
//! there without a network.
//!
//! A topic is a Markdown file in this folder: as such it can be read where the sources are. [`page`] reads the little Markdown that they are
//! written in, [`layout`] puts it into lines for a terminal. Nothing here knows the program: `tests/it/docs.rs` holds the text to it.
//!
//! The text is English; its headings are said in the language that is spoken, so that one finds one's way.

use std::borrow::Cow;

pub mod layout;
pub mod page;

use crate::words::Words;
use crate::words::spoken;

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

    /// The same in the language that is spoken.
    pub fn title_said(&self) -> String {
        said(self.title())
    }

    /// The whole text, its headings in the language that is spoken.
    pub fn said(&self) -> Cow<'static, str> {
        if spoken() == Words::english() {
            return Cow::Borrowed(self.text);
        }
        let mut is_shown_as_it_stands = false;
        let lines = self.text.lines().map(|line| {
            is_shown_as_it_stands ^= line.starts_with("```");
            match heading(line).filter(|_| !is_shown_as_it_stands) {
                Some((signs, words)) => format!("{signs} {}\n", said(words)),
                None => format!("{line}\n"),
            }
        });
        Cow::Owned(lines.collect())
    }
}

/// The signs and the words of a heading.
fn heading(line: &str) -> Option<(&str, &str)> {
    line.split_once(' ').filter(|(signs, _)| !signs.is_empty() && signs.chars().all(|c| c == '#'))
}

/// A heading in the language that is spoken.
fn said(heading: &str) -> String {
    spoken().named(&message_of(heading)).unwrap_or_else(|| heading.to_owned())
}

/// The name of the message of a heading.
pub fn message_of(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold("heading".to_owned(), |name, word| format!("{name}-{}", word.to_lowercase()))
}

/// All chapters, in the order in which somebody new needs them.
pub const CHAPTERS: [Chapter; 13] = [
    Chapter { name: "interview", text: include_str!("interview.md") },
    Chapter { name: "transcript", text: include_str!("transcript.md") },
    Chapter { name: "letter", text: include_str!("letter.md") },
    Chapter { name: "handover", text: include_str!("handover.md") },
    Chapter { name: "guide", text: include_str!("guide.md") },
    Chapter { name: "study", text: include_str!("study.md") },
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
