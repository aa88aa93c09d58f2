//! Letters, and guides on paper: values in, bytes out.
//!
//! [`letter::compose`](crate::domain::letter::compose) turns a summary of what may be shared into a [`Document`], which a screen can show as
//! well; [`Format::write`] turns that document into bytes. Nothing here opens a file, reads a clock, or can see a session: a letter is made of a
//! [`Summary`](crate::domain::summary::Summary), of settings, and of the wording in [`words`](crate::words), and of nothing else. Text is escaped
//! once, by the sink that writes it, because only a sink knows what its reader would mistake for markup. [`handout`] lays a guide out for paper.

pub mod handout;
pub mod package;
pub mod transcriber;

mod html;
mod markdown;
#[cfg(test)]
mod readback;

use crate::domain::letter::tree::Document;

/// What a letter, or a guide on paper, can be written as.
///
/// The set is closed, so a total match serves where a trait of exporters would: a format added here does not compile until every
/// match below knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark.
    Markdown,
    /// A page that carries its own style and asks nothing of the network.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Html];

    /// The end of the file's name, without its dot; also the word for it on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// `document` in this format, as UTF-8; the same document always gives the same bytes.
    pub fn write(self, document: &Document) -> Vec<u8> {
        match self {
            Self::Markdown => markdown::write(document),
            Self::Html => html::write(document),
        }
        .into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_answers_to_its_extension() {
        assert_eq!(Format::ALL.map(Format::extension), ["md", "html"]);
    }
}
