//! Letters, and guides on paper: values in, bytes out.
//!
//! [`letter::compose`](crate::domain::letter::compose) turns a summary of what may be shared into a [`Document`], which a screen can show as
//! well; [`Format::write`] turns that document into bytes. Nothing here opens a file, reads a clock, or can see a session: a letter is made of a
//! [`Summary`](crate::domain::summary::Summary), of settings, and of the wording in [`words`](crate::words), and of nothing else. Text is escaped
//! once, by the sink that writes it, because only a sink knows what its reader would mistake for markup. [`handout`] lays a guide out for paper.

pub mod handout;
pub mod package;
pub mod transcriber;

mod docx;
mod html;
mod markdown;
#[cfg(test)]
mod readback;

use thiserror::Error;

use crate::domain::letter::tree::Document;
use crate::words::say;

/// What a letter can be written as.
///
/// The set is closed, so a total match serves where a trait of exporters would: a format added here does not compile until every
/// match below knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark.
    Markdown,
    /// A page that carries its own style and asks nothing of the network.
    Html,
    /// A file for Word and those who read like it, with boxes that can be ticked in it.
    Docx,
}

/// That a letter could not be written in a form: a fault of ours, of which no letter is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", say!("no-letter-form", form = .0.extension()))]
pub struct NotWritten(Format);

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Docx];

    /// The end of the file's name, without its dot; also the word for it on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// Whether a person can read the bytes as they are: they are text in UTF-8.
    pub const fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Html => true,
            Self::Docx => false,
        }
    }

    /// `document` in this format; the same document always gives the same bytes.
    pub fn write(self, document: &Document) -> Result<Vec<u8>, NotWritten> {
        match self {
            Self::Markdown => Some(markdown::write(document).into_bytes()),
            Self::Html => Some(html::write(document).into_bytes()),
            Self::Docx => docx::write(document),
        }
        .ok_or(NotWritten(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_answers_to_its_extension() {
        assert_eq!(Format::ALL.map(Format::extension), ["md", "html", "docx"]);
    }
}
