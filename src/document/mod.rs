//! Letters, and guides on paper: values in, bytes out.
//!
//! [`letter::compose`](crate::domain::letter::compose) turns a summary of what may be shared into a [`Document`], which a screen can show as
//! well; [`Format::write`] turns that document into bytes. Nothing here opens a file, reads a clock, or can see a session: a letter is made of a
//! [`Summary`](crate::domain::summary::Summary), of settings, and of the wording in [`words`](crate::words), and of nothing else. Text is escaped
//! once, by the sink that writes it, because only a sink knows what its reader would mistake for markup. [`handout`] lays a guide out for paper,
//! [`handover`] writes what others analyse and keep, [`safekeeping`] what an ethics board asks, [`figures`] tables for a paper, and [`wall`] a
//! picture for one.

pub mod figures;
pub mod handout;
pub mod handover;
pub mod package;
pub mod safekeeping;
pub mod trail;
pub mod transcriber;
pub mod wall;

mod docx;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(test)]
mod readback;

use thiserror::Error;

use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Text;
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
    /// A file that looks the same wherever it is printed; in a build with the feature `pdf`.
    #[cfg(feature = "pdf")]
    Pdf,
}

/// Why there is no letter in a form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotWritten {
    /// A fault of ours, of which no letter is known.
    #[error("{}", say!("no-letter-form", form = .0.extension()))]
    Fault(Format),
    /// It holds signs that this form, which brings its own letter type, has no shapes for.
    #[error("{}", say!("no-letter-signs", form = .0.extension(), signs = .1.join(" ")))]
    Signs(Format, Vec<String>),
}

impl Format {
    /// Every format that this build writes.
    #[cfg(not(feature = "pdf"))]
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Docx];
    /// Every format that this build writes.
    #[cfg(feature = "pdf")]
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Html, Self::Docx, Self::Pdf];

    /// The end of the file's name, without its dot; also the word for it on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// Whether a person can read the bytes as they are: they are text in UTF-8.
    pub const fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Html => true,
            Self::Docx => false,
            #[cfg(feature = "pdf")]
            Self::Pdf => false,
        }
    }

    /// `document` in this format; the same document always gives the same bytes.
    pub fn write(self, document: &Document) -> Result<Vec<u8>, NotWritten> {
        match self {
            Self::Markdown => Some(markdown::write(document).into_bytes()),
            Self::Html => Some(html::write(document).into_bytes()),
            Self::Docx => docx::write(document),
            #[cfg(feature = "pdf")]
            Self::Pdf => match pdf::lacks(document) {
                signs if signs.is_empty() => pdf::write(document),
                signs => return Err(NotWritten::Signs(self, signs)),
            },
        }
        .ok_or(NotWritten::Fault(self))
    }
}

/// `text` as one line of CommonMark that reads as it stands.
pub fn in_markdown(text: &str) -> String {
    markdown::escape(&Text::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_answers_to_its_extension() {
        assert_eq!(Format::ALL.map(Format::extension)[..3], ["md", "html", "docx"]);
        assert_eq!(Format::ALL.map(Format::extension).get(3), cfg!(feature = "pdf").then_some(&"pdf"));
    }
}
