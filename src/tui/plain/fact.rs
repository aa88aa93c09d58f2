//! What a screen says, piece by piece, and the line at the bottom.

use crate::domain::text::shown;
use crate::tui::line::Line;

/// The most of a list that is told at once; the others are gone to.
pub(super) const MOST: usize = 12;

/// When a fact is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// When it is met, and whenever it has become another.
    Stands,
    /// When it comes or becomes another while one is there; not when one arrives.
    Comes,
    /// When it is asked where one is.
    Asked,
}

/// Something that a screen says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// What it is about.
    pub(super) name: String,
    /// What it is: while that is the same, it is not told again, however it would be worded by now.
    pub(super) is: String,
    pub(super) words: String,
    pub(super) when: When,
    /// Whether it is told, too, when it is asked where one is.
    pub(super) says_where: bool,
}

impl Fact {
    /// What stands there, and is told whenever `is` is another.
    pub(super) fn stands(name: impl Into<String>, is: impl Into<String>, words: impl Into<String>) -> Self {
        Self { name: name.into(), is: is.into(), words: words.into(), when: When::Stands, says_where: false }
    }

    /// What is told once, however it changes.
    pub(super) fn once(name: impl Into<String>, words: impl Into<String>) -> Self {
        Self::stands(name, "", words)
    }

    /// What is told only if it comes while one is there.
    pub(super) fn comes(name: impl Into<String>, is: impl Into<String>, words: impl Into<String>) -> Self {
        Self { when: When::Comes, ..Self::stands(name, is, words) }
    }

    /// What is told only when it is asked where one is.
    pub(super) fn asked(name: impl Into<String>, words: impl Into<String>) -> Self {
        Self { when: When::Asked, ..Self::once(name, words) }.here()
    }

    /// The same, which says where one is.
    pub(super) fn here(self) -> Self {
        Self { says_where: true, ..self }
    }
}

/// What there is to tell of a screen: what it is and how it stands, then what stands on it. What there is to notice comes between.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) head: Vec<Fact>,
    pub(super) body: Vec<Fact>,
}

/// The line at the bottom: what is being written, or where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// What it is for, in a word or two.
    pub label: String,
    /// What stands on it.
    pub text: String,
    /// The cursor, counted in characters from the start of the text.
    pub cursor: usize,
}

impl Prompt {
    /// Nothing is written there.
    pub(super) fn bare(label: impl Into<String>) -> Self {
        Self { label: clean(&label.into()), ..Self::default() }
    }

    /// `line` is.
    pub(super) fn of(label: impl Into<String>, line: &Line) -> Self {
        // One character for one, so that the cursor stays where it is.
        let text = shown(line.text()).into_owned();
        Self { text, cursor: line.cursor(), ..Self::bare(label) }
    }
}

/// `text` in one line, with nothing in it that is drawn rather than read: what a printer has for a sign is its plain one.
pub(super) fn clean(text: &str) -> String {
    let text = shown(text);
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '‘' | '’' => plain.push('\''),
            '“' | '”' | '„' => plain.push('"'),
            '…' => plain.push_str("..."),
            '–' | '—' | '·' | '•' => plain.push('-'),
            '→' => plain.push_str("->"),
            '\u{a0}' => plain.push(' '),
            // Boxes, blocks, shapes, and what braille displays would take for letters.
            '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_what_can_be_read() {
        assert_eq!(clean("“a”\n  ‘b’ …\u{a0}█ ⠿ │ c \u{1b}[2Jé ぬ"), "\"a\" 'b' ... c \u{fffd}[2Jé ぬ");
    }
}
