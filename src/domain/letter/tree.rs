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

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Over the whole document; there is one, and it need not be the first block.
    Title,
    /// A part of the document.
    Section,
    /// A topic, over the statements under it.
    Topic,
}

/// Where somebody answers: boxes of which one is ticked, and room to write. Drawn as one frame, never torn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What it is called where it cannot be seen what it stands beside: for a screen reader, for a field of a form. It is not shown.
    pub name: Text,
    /// What can be ticked; there may be nothing.
    pub choices: Vec<Text>,
    /// What is asked to be written; it may be empty.
    pub ask: Text,
    /// How many empty lines there are to write on; there may be none.
    pub lines: usize,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, kept with what follows it.
    Heading(Level, Text),
    /// Running text.
    Paragraph(Text),
    /// A line of text with room to write by hand between each two of these: `Dear`, `,` is *Dear ________,*. See [`around_blanks`].
    FillIn(Vec<Text>),
    /// Items without an order.
    List(Vec<Text>),
    /// Somebody's own words, with what introduces them.
    Quote(Text),
    /// A numbered sentence and all that belongs to it, never torn between two pages.
    Statement {
        /// Its number, counted from 1.
        number: usize,
        /// The sentence.
        text: Text,
        /// What stands below it: quotes, then the one [`Block::Reply`].
        below: Vec<Block>,
    },
    /// Where somebody answers.
    Reply(Reply),
}

/// The texts of a [`Block::FillIn`] with the spaces that part them from the lines between them: none before a comma.
pub fn around_blanks(texts: &[Text]) -> Vec<String> {
    let words = |text: &Text| text.as_str().starts_with(char::is_alphanumeric);
    let spaced = |(nth, text): (usize, &Text)| {
        let before = if nth > 0 && words(text) { " " } else { "" };
        let after = if nth + 1 < texts.len() && !text.is_empty() { " " } else { "" };
        format!("{before}{}{after}", text.as_str())
    };
    texts.iter().enumerate().map(spaced).collect()
}

/// What stands at the foot of each page: whose page it is, and which, in these words. A form without pages says the first at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// Whose it is: `P07 · letter 1`.
    pub whose: Text,
    /// `page`, before the number of the page.
    pub page: Text,
    /// `of`, before the number of pages.
    pub of: Text,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of its own wording, a BCP 47 tag.
    pub language: &'static str,
    /// What a window or a list of files calls it. On its pages it is a [`Level::Title`] among the blocks.
    pub title: Text,
    /// What stands at the foot of each page: `P07 · letter 1 · page 1 of 2`.
    pub foot: Foot,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// The most that is a closing, in characters: about half a page.
const LONGEST_CLOSING: usize = 1_300;

impl Document {
    /// Its parts up to the last that is answered, and those that close it, which belong on the page of that: a last page with a greeting on it
    /// makes whoever filled in the others look for what was missed. What is longer than a greeting, and the reasons before it, closes nothing.
    pub fn closing(&self) -> (&[Block], &[Block]) {
        let answered = |block: &Block| matches!(block, Block::Statement { .. } | Block::Reply(_));
        let (before, closing) = self.blocks.split_at(self.blocks.iter().rposition(answered).map_or(0, |at| at + 1));
        let long: usize = closing.iter().map(Block::length).sum();
        if before.is_empty() || long > LONGEST_CLOSING { (&self.blocks, &[]) } else { (before, closing) }
    }
}

impl Block {
    /// How many characters it holds.
    fn length(&self) -> usize {
        let of = |text: &Text| text.as_str().chars().count();
        match self {
            Self::Heading(_, text) | Self::Paragraph(text) | Self::Quote(text) => of(text),
            Self::FillIn(texts) | Self::List(texts) => texts.iter().map(of).sum(),
            Self::Statement { text, below, .. } => of(text) + below.iter().map(Self::length).sum::<usize>(),
            Self::Reply(reply) => reply.choices.iter().chain([&reply.ask]).map(of).sum(),
        }
    }
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
    fn what_closes_a_document_is_what_follows_the_last_answer_and_is_short() {
        let reply = || Block::Reply(Reply { name: Text::new("r"), choices: Vec::new(), ask: Text::new("Well?"), lines: 1 });
        let says = |words: &str| Block::Paragraph(Text::new(words));
        let closing = |blocks: Vec<Block>| {
            let foot = Foot { whose: Text::new(""), page: Text::new(""), of: Text::new("") };
            let document = Document { language: "en", title: Text::new("t"), foot, blocks };
            let (before, closing) = document.closing();
            (before.len(), closing.len())
        };
        assert_eq!(closing(vec![says("a"), reply(), says("b"), reply(), says("Thank you."), says("We")]), (4, 2));
        assert_eq!(closing(vec![reply()]), (1, 0));
        assert_eq!(closing(vec![says("a")]), (1, 0), "nothing is answered in it");
        assert_eq!(closing(vec![reply(), says(&"long ".repeat(300))]), (2, 0));
    }

    #[test]
    fn blanks_stand_apart_from_words_and_close_to_a_comma() {
        let around = |texts: &[&str]| around_blanks(&texts.iter().map(|text| Text::new(text)).collect::<Vec<_>>()).join("_");
        assert_eq!(around(&["Dear", ","]), "Dear _,");
        assert_eq!(around(&["Dear", "and", ","]), "Dear _ and _,");
        assert_eq!(around(&["", ""]), "_");
    }

    #[test]
    fn made_twice_it_is_the_same() {
        for raw in ["a \u{7} b", " \u{202e} x \u{202c} ", "a\u{7} ", "\u{a0} x \u{a0}"] {
            let once = Text::new(raw);
            assert_eq!(Text::new(once.as_str()), once, "{raw:?}");
        }
    }
}
