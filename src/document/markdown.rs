//! A document as CommonMark.
//!
//! The file is read twice: by a program that makes a page of it, and by a person in an editor. So text is escaped as far as a reader
//! of CommonMark and its common extensions needs and no further; a bare web or mail address stays as it is, because a program that
//! turns it into a link links to what it shows.
//!
//! A choice is `☐` and not the `[ ]` of task lists. Task lists are an extension: some readers show the brackets, others a box that is
//! greyed out and cannot be ticked. The sign is a box in all of them, on screen and on paper. A line to write on is a line of
//! underscores, which looks like one in an editor and is a rule on a page.

use std::iter;

use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Reply;
use crate::domain::letter::tree::Text;
use crate::domain::letter::tree::around_blanks;

/// Where something is written by hand within a line.
pub(super) const BLANK: &str = "______________________";

/// `document` as CommonMark. It has no pages; whose letter it is stands at its end.
pub(super) fn write(document: &Document) -> String {
    format!("{}\n\n{}\n", write_blocks(&document.blocks), escape(&document.foot.whose))
}

/// `blocks`, an empty line between each two.
fn write_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(write_block).collect::<Vec<_>>().join("\n\n")
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Heading(Level::Title, text) => format!("# {}", escape(text)),
        Block::Heading(Level::Section, text) => format!("## {}", escape(text)),
        Block::Heading(Level::Topic, text) => format!("### {}", escape(text)),
        Block::Paragraph(text) => escape(text),
        Block::FillIn(texts) => {
            let texts: Vec<String> = around_blanks(texts).iter().map(|text| escaped(text)).collect();
            texts.join(&BLANK.replace('_', r"\_"))
        }
        Block::List(texts) => items(texts, escape),
        Block::Quote(text) => format!("> {}", escape(text)),
        Block::Statement { number, text, below } => format!("**{number}.** {}\n\n{}", escape(text), write_blocks(below)),
        Block::Reply(Reply { name: _, choices, ask, lines }) => {
            let choices = items(choices, |choice| format!("☐ {}", escape(choice)));
            let parts = iter::once(choices).chain([escape(ask)]).chain(iter::repeat_n("_".repeat(60), *lines));
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
    }
}

fn items<T>(of: &[T], write: impl Fn(&T) -> String) -> String {
    of.iter().map(|item| format!("- {}", write(item))).collect::<Vec<_>>().join("\n")
}

/// `text` so that a reader of CommonMark finds exactly these characters in it.
///
/// Backslashes before what means something anywhere in a line, and before what means something only at its beginning. A text is one
/// line, so what takes a second line to mean anything (the bar under a heading, the rows of a table) needs none.
pub(super) fn escape(text: &Text) -> String {
    escaped(text.as_str())
}

fn escaped(text: &str) -> String {
    const ANYWHERE: &str = r"\`*_[]<>&#~^${}";
    const AT_THE_START: &str = "-+:|";
    // `1986. A good year` would begin a list at 1986.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let starts_a_block = (at == 0 && AT_THE_START.contains(c)) || (digits > 0 && at == digits && matches!(c, '.' | ')'));
        if starts_a_block || ANYWHERE.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_plain() {
        for text in ["It's fine - really (mostly): 3.5 hours, say? “Yes!”", "Mail team@example.org or see https://example.org", "50% of it"]
        {
            assert_eq!(escape(&Text::new(text)), text);
        }
    }

    #[test]
    fn what_means_something_is_escaped() {
        for (text, escaped) in [
            ("- not a list", r"\- not a list"),
            ("1986. A good year", r"1986\. A good year"),
            ("2) second", r"2\) second"),
            ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
            ("<b>&amp;</b>", r"\<b\>\&amp;\</b\>"),
            (r"a\", r"a\\"),
        ] {
            assert_eq!(escape(&Text::new(text)), escaped);
        }
    }
}
