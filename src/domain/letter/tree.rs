//! A document as a small tree, the same for every format.
//!
//! There are as many kinds of [`Block`] as a letter needs, and inside a block there is only [`Text`]: no emphasis, no links, no way to
//! hand markup through. A sink that escapes each `Text` it writes has escaped everything that was ever typed by a person.

/// One line of running text, free of what a reader cannot see.
///
/// Line breaks and runs of space become one space. Control characters go, and so do the invisible ones that reorder what stands around
/// them (a sentence must read on paper as it does in the file) and those that XML forbids. Joiners stay: Persian and emoji need them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// `raw` as one line.
    pub fn new(raw: &str) -> Self {
        let mut line = String::with_capacity(raw.len());
        for c in raw.chars() {
            if is_break(c) {
                if !line.is_empty() && !line.ends_with(' ') {
                    line.push(' ');
                }
            } else if !is_unseen(c) {
                line.push(c);
            }
        }
        line.truncate(line.trim_end().len());
        Self(line)
    }

    /// The line.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Space that may be any length or break a line; the no-break spaces of typography are neither.
fn is_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

/// Characters without a shape of their own that change how others look, or that a file must not hold.
fn is_unseen(c: char) -> bool {
    let reorders = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let byte_order_mark = c == '\u{feff}';
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    c.is_control() || reorders || byte_order_mark || noncharacter
}

/// How deep a heading stands; the document's title is above them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A part of the document.
    Section,
    /// A topic within a part.
    Topic,
}

/// A label and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: Text,
    /// What it says.
    pub value: Text,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Level, Text),
    /// Running text.
    Paragraph(Text),
    /// Labelled values, such as the code and the dates at the top.
    Facts(Vec<Fact>),
    /// Items without an order.
    List(Vec<Text>),
    /// Somebody's own words.
    Quote(Text),
    /// A numbered sentence and all that belongs to it, kept on one page where that can be done.
    Statement {
        /// Its number, counted from 1.
        number: usize,
        /// The sentence.
        text: Text,
        /// What stands below it: quotes, choices, room to write.
        below: Vec<Block>,
    },
    /// Boxes of which one is ticked.
    Choices(Vec<Text>),
    /// So many empty lines to write on.
    WritingLines(usize),
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of its own wording, a BCP 47 tag.
    pub language: &'static str,
    /// Its title.
    pub title: Text,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_one_line_of_what_can_be_seen() {
        for (raw, line) in [
            ("  rest \r\n\tbefore\u{2028}pain  ", "rest before pain"),
            ("\u{202e}niap\u{202c} \u{2066}x\u{2069}", "niap x"),
            ("bell\u{7} nul\0 c1\u{85}next\u{9b} bom\u{feff} \u{ffff}end", "bell nul c1 next bom end"),
            ("Qu’est-ce\u{a0}? 👩\u{200d}🌾", "Qu’est-ce\u{a0}? 👩\u{200d}🌾"),
            ("\u{200f}\n", ""),
        ] {
            assert_eq!(Text::new(raw).as_str(), line);
        }
    }

    #[test]
    fn made_twice_it_is_the_same() {
        for raw in ["a \u{7} b", " \u{202e} x \u{202c} ", "a\u{7} ", "\u{a0} x \u{a0}"] {
            let once = Text::new(raw);
            assert_eq!(Text::new(once.as_str()), once, "{raw:?}");
        }
    }
}
